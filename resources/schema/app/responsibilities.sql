-- The responsibility table as a city keeps it in a spreadsheet: read, checked and put in place of the one before, all or nothing.

-- Whom to turn to when a unit does nothing, as words `minutes:unit` separated by blanks ("60:J01 120:D02"): the list the
-- responsibility table keeps, soonest first; NULL where a word is none, or a unit is none of the subdistrict's.
CREATE FUNCTION desk.import_escalation(p_subdistrict text, p_text text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    words text[] := regexp_split_to_array(btrim(coalesce(p_text, '')), '[[:space:];,；，]+');
BEGIN
    IF words = ARRAY[''] THEN
        RETURN jsonb_build_array();
    ELSIF EXISTS (SELECT FROM unnest(words) w(word) WHERE word !~ '^[0-9][0-9]?[0-9]?[0-9]?[0-9]?[:：][^:：]+$') THEN
        RETURN NULL;
    ELSIF EXISTS (
        SELECT FROM unnest(words) w(word) CROSS JOIN LATERAL regexp_split_to_array(word, '[:：]') part
        WHERE part[1]::integer > 43200 OR NOT EXISTS (
            SELECT FROM department d WHERE d.subdistrict = p_subdistrict AND d.department_code = part[2])) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT jsonb_agg(jsonb_build_object('minutes', s.minutes, 'department_code', s.unit) ORDER BY s.minutes, s.unit)
            FROM (SELECT DISTINCT part[1]::integer AS minutes, part[2] AS unit
                  FROM unnest(words) w(word) CROSS JOIN LATERAL regexp_split_to_array(word, '[:：]') part) s);
END
$body$;

-- Hours of a day as "22:00-06:00": from and to, through midnight where the second is the earlier; empty for any hour, NULL where the
-- text is none.
CREATE FUNCTION desk.import_hours(p_text text) RETURNS time[]
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    parts text[] := regexp_match(translate(p_text, '：–—～~至', ':-----'),
        '^([0-9]?[0-9]:[0-5][0-9])(?::00)?[[:space:]]*-+[[:space:]]*([0-9]?[0-9]:[0-5][0-9])(?::00)?$');
BEGIN
    IF p_text IS NULL THEN
        RETURN ARRAY[]::time[];
    ELSIF parts IS NULL OR parts[1]::time = parts[2]::time OR parts[1]::time = '24:00' THEN
        RETURN NULL;
    END IF;
    RETURN ARRAY[parts[1]::time, parts[2]::time];
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
    RETURN NULL;
END
$body$;

-- The ground of a row, as kind and code of a grid of today, the kind by its code or name, or with no kind for a community; empty for
-- any ground, NULL where there is none like it.
CREATE FUNCTION desk.import_ground(p_subdistrict text, p_kind text, p_code text) RETURNS text[]
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    today date := room_today();
    found text[];
BEGIN
    IF p_kind IS NULL AND p_code IS NULL THEN
        RETURN ARRAY[]::text[];
    ELSIF coalesce(p_kind, 'community') IN ('community', '社区') AND EXISTS (
        SELECT FROM division d WHERE d.code = p_code AND d.level = 'community' AND d.subdistrict = p_subdistrict AND d.valid_to IS NULL) THEN
        RETURN ARRAY[NULL, p_code];
    END IF;
    -- A code without its kind will do where only one grid has it.
    SELECT array_agg(ARRAY[g.kind, g.code]) INTO found FROM grid g JOIN grid_kind k ON k.kind = g.kind
    WHERE g.subdistrict = p_subdistrict AND g.code = p_code AND (p_kind IS NULL OR p_kind IN (k.kind, k.name_zh, k.name_en))
      AND (g.ended_on IS NULL OR g.ended_on >= today);
    RETURN CASE WHEN array_length(found, 1) = 1 THEN ARRAY[found[1][1], found[1][2]] END;
END
$body$;

-- The first field of a row that says what cannot be; NULL where all of it can.
CREATE FUNCTION desk.responsibility_fault(p_subdistrict text, p_profile text, p_row jsonb) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    wanted_kind text := import_text(p_row, 'kind');
    major text := import_text(p_row, 'major_code');
    wanted_code text := import_text(p_row, 'class_code');
    rank double precision := import_number(import_text(p_row, 'priority'));
    first_day date := import_date(import_text(p_row, 'valid_from'));
    last_day date := import_date(import_text(p_row, 'valid_to'));
    area_kind text := import_text(p_row, 'grid_kind');
    wanted_state text := import_text(p_row, 'operating_state');
BEGIN
    RETURN CASE
        WHEN NOT EXISTS (SELECT FROM class k WHERE k.profile = p_profile AND k.kind = wanted_kind) THEN 'kind'
        WHEN major IS NOT NULL AND NOT EXISTS (
            SELECT FROM class k WHERE k.profile = p_profile AND k.kind = wanted_kind AND k.major_code = major) THEN 'major_code'
        WHEN wanted_code IS NOT NULL AND NOT EXISTS (
            SELECT FROM class k WHERE k.profile = p_profile AND k.kind = wanted_kind AND k.code = wanted_code
            AND k.major_code = coalesce(major, k.major_code)) THEN 'class_code'
        WHEN area_kind NOT IN ('community', '社区') AND NOT EXISTS (
            SELECT FROM grid_kind k WHERE area_kind IN (k.kind, k.name_zh, k.name_en)) THEN 'grid_kind'
        WHEN import_ground(p_subdistrict, area_kind, import_text(p_row, 'grid_code')) IS NULL THEN 'grid_code'
        WHEN import_hours(import_text(p_row, 'hours')) IS NULL THEN 'hours'
        WHEN wanted_state IS NOT NULL AND NOT EXISTS (
            SELECT FROM operating_state o WHERE wanted_state IN (o.state, o.name_zh, o.name_en)) THEN 'operating_state'
        WHEN NOT EXISTS (SELECT FROM department d WHERE d.subdistrict = p_subdistrict
                         AND d.department_code = import_text(p_row, 'department_code')) THEN 'department_code'
        WHEN import_text(p_row, 'channel') NOT IN ('slip', 'text', 'webhook') THEN 'channel'
        WHEN import_escalation(p_subdistrict, import_text(p_row, 'escalation')) IS NULL THEN 'escalation'
        WHEN import_text(p_row, 'priority') IS NOT NULL AND NOT coalesce(rank BETWEEN 0 AND 9999 AND rank = trunc(rank), false) THEN 'priority'
        WHEN import_text(p_row, 'valid_from') IS NOT NULL AND first_day IS NULL THEN 'valid_from'
        WHEN import_text(p_row, 'valid_to') IS NOT NULL AND NOT coalesce(last_day >= coalesce(first_day, last_day), false) THEN 'valid_to'
    END;
END
$body$;

-- Rows as the table keeps them, each once; without a day of their own `valid_from` is NULL.
CREATE FUNCTION desk.wanted_responsibilities(p_subdistrict text, p_profile text, p_rows jsonb) RETURNS SETOF room.responsibility
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT DISTINCT p_subdistrict, NULL::bigint, p_profile, import_text(r, 'kind'), import_text(r, 'class_code'), import_text(r, 'major_code'),
           g.ground[1], g.ground[2], h.span[1], h.span[2],
           (SELECT o.state FROM operating_state o WHERE import_text(r, 'operating_state') IN (o.state, o.name_zh, o.name_en)),
           d.department_code, coalesce(import_text(r, 'channel'), d.channel), import_escalation(p_subdistrict, import_text(r, 'escalation')),
           coalesce(import_number(import_text(r, 'priority')), 100)::smallint,
           import_date(import_text(r, 'valid_from')), import_date(import_text(r, 'valid_to'))
    FROM jsonb_array_elements(p_rows) r
    JOIN department d ON d.subdistrict = p_subdistrict AND d.department_code = import_text(r, 'department_code')
    CROSS JOIN LATERAL (SELECT import_ground(p_subdistrict, import_text(r, 'grid_kind'), import_text(r, 'grid_code')) AS ground) g
    CROSS JOIN LATERAL (SELECT import_hours(import_text(r, 'hours')) AS span) h
$body$;

-- A row without its number and first day, to be found again by.
CREATE FUNCTION desk.responsibility_key(p_row room.responsibility) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $body$ SELECT to_jsonb(p_row) - ARRAY['responsibility_id', 'valid_from'] $body$;

-- Rows [kind, class_code, major_code, grid_kind, grid_code, hours, operating_state, department_code, channel, escalation, priority,
-- valid_from, valid_to]; together they are the table of the subdistrict from today on. A row that is no longer among them ends
-- yesterday; what ended before stays. Answers how many rows came or went.
CREATE FUNCTION desk.put_responsibilities(p_subdistrict text, p_rows jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    today date := room_today();
    wanted_profile text := class_profile(p_subdistrict);
    wanted responsibility[];
    ended bigint;
    dropped bigint;
    added bigint;
BEGIN
    PERFORM require_rows(p_rows, 'responsibilities', 'kind', 'department_code');
    PERFORM require_columns(p_rows, 'responsibilities', 'kind', 'class_code', 'major_code', 'grid_kind', 'grid_code', 'hours',
        'operating_state', 'department_code', 'channel', 'escalation', 'priority', 'valid_from', 'valid_to');
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'responsibilities', 'row', f.n, 'field', f.field,
        'value', coalesce(left(f.item ->> f.field, 100), '')))
    FROM (SELECT r.n, r.item, responsibility_fault(p_subdistrict, wanted_profile, r.item) AS field
          FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)) f
    WHERE f.field IS NOT NULL ORDER BY f.n LIMIT 1;
    wanted := ARRAY(SELECT w FROM wanted_responsibilities(p_subdistrict, wanted_profile, p_rows) w);
    UPDATE responsibility k SET valid_to = today - 1
    WHERE k.subdistrict = p_subdistrict AND k.valid_from < today AND (k.valid_to IS NULL OR k.valid_to >= today) AND NOT EXISTS (
        SELECT FROM unnest(wanted) w
        WHERE responsibility_key(w) = responsibility_key(k) AND (w.valid_from IS NULL OR w.valid_from = k.valid_from));
    GET DIAGNOSTICS ended = ROW_COUNT;
    DELETE FROM responsibility k
    WHERE k.subdistrict = p_subdistrict AND k.valid_from >= today AND (k.valid_to IS NULL OR k.valid_to >= today) AND NOT EXISTS (
        SELECT FROM unnest(wanted) w
        WHERE responsibility_key(w) = responsibility_key(k) AND (w.valid_from IS NULL OR w.valid_from = k.valid_from));
    GET DIAGNOSTICS dropped = ROW_COUNT;
    INSERT INTO responsibility (subdistrict, profile, kind, class_code, major_code, grid_kind, grid_code, hour_from, hour_to, operating_state,
                                department_code, channel, escalation, priority, valid_from, valid_to)
    SELECT w.subdistrict, w.profile, w.kind, w.class_code, w.major_code, w.grid_kind, w.grid_code, w.hour_from, w.hour_to, w.operating_state,
           w.department_code, w.channel, w.escalation, w.priority, coalesce(w.valid_from, today), w.valid_to
    FROM unnest(wanted) w
    WHERE NOT EXISTS (
        SELECT FROM responsibility k WHERE k.subdistrict = p_subdistrict AND responsibility_key(w) = responsibility_key(k)
        AND (w.valid_from IS NULL OR w.valid_from = k.valid_from));
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN ended + dropped + added;
END
$body$;

-- Refuse a column nobody knows: a misspelt one would be passed over, and its rows mean more than they say.
CREATE FUNCTION desk.require_columns(p_rows jsonb, p_table text, VARIADIC p_known text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM refuse('import.unknown_column', jsonb_build_object('table', p_table, 'column', left(k.name, 60),
        'known', array_to_string(p_known, ', ')))
    FROM jsonb_array_elements(p_rows) r, jsonb_object_keys(r) k(name)
    WHERE k.name <> ALL (p_known) ORDER BY k.name LIMIT 1;
END
$body$;
