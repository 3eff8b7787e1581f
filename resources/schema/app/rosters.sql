-- Turns of duty as a city keeps them in a spreadsheet: the shifts a file names get these people and no others.

-- A moment in the room's zone, whatever the session's; NULL where the text is none.
CREATE FUNCTION desk.import_moment(p_text text) RETURNS timestamptz
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'Asia/Shanghai' SET datestyle = 'ISO, YMD'
AS $body$
DECLARE
    moment timestamptz;
BEGIN
    moment := p_text::timestamptz;
    RETURN CASE WHEN isfinite(moment) THEN moment END;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$body$;

-- Operating states by their codes or names with blanks or commas between them; empty for any, NULL where a word is none.
CREATE FUNCTION desk.import_states(p_text text) RETURNS text[]
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    words text[] := regexp_split_to_array(btrim(coalesce(p_text, '')), '[[:space:];,；，、]+');
    found text[] := ARRAY(SELECT o.state FROM operating_state o
                          WHERE ARRAY[lower(o.state), o.name_zh, lower(o.name_en)] && ARRAY(SELECT lower(w) FROM unnest(words) w) ORDER BY o.position);
BEGIN
    RETURN CASE WHEN words = ARRAY[''] THEN ARRAY[]::text[] WHEN cardinality(found) = cardinality(words) THEN found END;
END
$body$;

-- The first field of a row that says what cannot be; NULL where all of it can. A shift that is over stays as it was.
CREATE FUNCTION desk.roster_fault(p_subdistrict text, p_row jsonb) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    begins timestamptz := import_moment(import_text(p_row, 'starts_at'));
    ends timestamptz := import_moment(import_text(p_row, 'ends_at'));
BEGIN
    RETURN CASE
        WHEN begins IS NULL THEN 'starts_at'
        WHEN ends IS NULL OR ends <= begins OR ends > begins + interval '7 days' OR ends <= room_now() THEN 'ends_at'
        WHEN NOT EXISTS (SELECT FROM staff s WHERE s.subdistrict = p_subdistrict AND s.staff_number = import_text(p_row, 'staff_number')
                         AND (s.valid_to IS NULL OR s.valid_to >= room_today())) THEN 'staff_number'
        WHEN NOT EXISTS (SELECT FROM staff_role k WHERE k.subdistrict = p_subdistrict AND k.staff_number = import_text(p_row, 'staff_number')
                         AND k.role = import_text(p_row, 'role') AND (k.valid_to IS NULL OR k.valid_to >= room_today())) THEN 'role'
        WHEN import_ground(p_subdistrict, import_text(p_row, 'grid_kind'), import_text(p_row, 'grid_code')) IS NULL THEN 'grid_code'
        WHEN import_states(import_text(p_row, 'operating_states')) IS NULL THEN 'operating_states'
    END;
END
$body$;

-- Rows [starts_at, ends_at, shift, shift_en, staff_number, role, grid_kind, grid_code, operating_states]; answers how many turns were
-- put in, changed or taken out. The owner of the database alone may.
CREATE FUNCTION desk.put_roster(p_subdistrict text, p_rows jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    gone bigint;
    changed bigint;
BEGIN
    IF NOT pg_has_role(session_user, 'room_owner', 'MEMBER') THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'found_subdistrict', 'role', 'admin'));
    END IF;
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'roster', 'row', r.n, 'field', f.fault, 'value', left(r.item ->> f.fault, 100)))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n) CROSS JOIN LATERAL (SELECT roster_fault(p_subdistrict, r.item) AS fault) f
    WHERE f.fault IS NOT NULL ORDER BY r.n LIMIT 1;
    CREATE TEMPORARY TABLE wanted_turn ON COMMIT DROP AS
    SELECT r.n, import_moment(import_text(r.item, 'starts_at')) AS begins, import_moment(import_text(r.item, 'ends_at')) AS ends,
           coalesce(import_text(r.item, 'shift'), '班次') AS zh, coalesce(import_text(r.item, 'shift_en'), 'Shift') AS en,
           import_text(r.item, 'staff_number') AS staff_number, import_text(r.item, 'role') AS role, g.ground[1] AS grid_kind,
           g.ground[2] AS grid_code, nullif(import_states(import_text(r.item, 'operating_states')), ARRAY[]::text[]) AS states
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    CROSS JOIN LATERAL (SELECT import_ground(p_subdistrict, import_text(r.item, 'grid_kind'), import_text(r.item, 'grid_code')) AS ground) g;
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'roster', 'row', max(w.n), 'field', 'staff_number', 'value', w.staff_number))
    FROM wanted_turn w GROUP BY w.begins, w.ends, w.staff_number, w.role HAVING count(*) > 1 LIMIT 1;
    INSERT INTO shift (subdistrict, name_zh, name_en, starts_at, ends_at)
    SELECT p_subdistrict, min(w.zh), min(w.en), w.begins, w.ends FROM wanted_turn w
    WHERE NOT EXISTS (SELECT FROM shift s WHERE s.subdistrict = p_subdistrict AND s.starts_at = w.begins AND s.ends_at = w.ends)
    GROUP BY w.begins, w.ends;
    DELETE FROM roster r USING shift s
    WHERE r.subdistrict = p_subdistrict AND s.subdistrict = p_subdistrict AND s.shift_id = r.shift_id
      AND EXISTS (SELECT FROM wanted_turn w WHERE w.begins = s.starts_at AND w.ends = s.ends_at)
      AND NOT EXISTS (SELECT FROM wanted_turn w WHERE w.begins = s.starts_at AND w.ends = s.ends_at
                      AND w.staff_number = r.staff_number AND w.role = r.role);
    GET DIAGNOSTICS gone = ROW_COUNT;
    INSERT INTO roster AS r (subdistrict, shift_id, staff_number, role, grid_kind, grid_code, operating_states)
    SELECT p_subdistrict, (SELECT min(s.shift_id) FROM shift s
                           WHERE s.subdistrict = p_subdistrict AND s.starts_at = w.begins AND s.ends_at = w.ends),
           w.staff_number, w.role, w.grid_kind, w.grid_code, w.states
    FROM wanted_turn w
    ON CONFLICT (subdistrict, shift_id, staff_number, role) DO UPDATE
    SET (grid_kind, grid_code, operating_states) = ROW(EXCLUDED.grid_kind, EXCLUDED.grid_code, EXCLUDED.operating_states)
    WHERE ROW(r.grid_kind, r.grid_code, r.operating_states)
          IS DISTINCT FROM ROW(EXCLUDED.grid_kind, EXCLUDED.grid_code, EXCLUDED.operating_states);
    GET DIAGNOSTICS changed = ROW_COUNT;
    DROP TABLE wanted_turn;
    RETURN gone + changed;
END
$body$;
