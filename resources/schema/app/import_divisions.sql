-- Divisions: the tree of codes, named and outlined. A division's code is its name for life and says where it hangs.

-- 12-digit statistical codes end in zeros above their level: 310101002000 is the subdistrict 310101002.
CREATE FUNCTION desk.import_division_code(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$
    SELECT CASE WHEN length(p_text) = 12 AND right(p_text, 8) = '00000000' THEN left(p_text, 4)
                WHEN length(p_text) = 12 AND right(p_text, 6) = '000000' THEN left(p_text, 6)
                WHEN length(p_text) IN (9, 12) AND right(p_text, 3) = '000' THEN left(p_text, length(p_text) - 3)
                WHEN length(p_text) = 6 AND right(p_text, 2) = '00' THEN left(p_text, 4)
                ELSE p_text END
$body$;

CREATE FUNCTION desk.division_level(p_code text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$
    SELECT CASE WHEN p_code !~ '^[0-9]+$' THEN NULL
                ELSE CASE length(p_code) WHEN 4 THEN 'city' WHEN 6 THEN 'district' WHEN 9 THEN 'subdistrict' WHEN 12 THEN 'community' END END
$body$;

CREATE FUNCTION desk.division_parent(p_code text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$ SELECT CASE length(p_code) WHEN 6 THEN left(p_code, 4) WHEN 9 THEN left(p_code, 6) WHEN 12 THEN left(p_code, 9) END $body$;

-- Staged divisions; a shape or an English name that the file leaves out is kept.
CREATE FUNCTION desk.import_divisions(p_batch room.import_batch)
RETURNS TABLE (feature_no bigint, source_id text, given text, code text, level text, parent_code text, name_zh text, name_en text,
               parent_name text, geom geometry)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT i.feature_no, i.source_id, import_text(i.fields, 'code'), c.code, division_level(c.code), division_parent(c.code),
           import_text(i.fields, 'name_zh'), coalesce(import_text(i.fields, 'name_en'), d.name_en), import_text(i.fields, 'parent_name'),
           coalesce(i.geom, d.geom)
    FROM import_row i
    CROSS JOIN LATERAL (SELECT import_division_code(import_text(i.fields, 'code')) AS code) c
    LEFT JOIN division d ON d.code = c.code
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    ORDER BY i.feature_no
$body$;

-- Neighbours of one level may share an edge, not an area; a part must lie in its whole. Below 10 m² or 1 % it is drawing noise.
CREATE FUNCTION desk.import_division_overlaps(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH r AS (
        SELECT * FROM import_divisions(p_batch) i WHERE i.level IS NOT NULL AND NOT ST_IsEmpty(i.geom) AND ST_IsValid(i.geom)
    ), tree AS (
        SELECT r.code, r.level, r.geom FROM r
        UNION ALL
        SELECT d.code, d.level, d.geom FROM division d
        WHERE d.valid_to IS NULL AND d.geom IS NOT NULL AND d.code NOT IN (SELECT code FROM r)
    )
    SELECT r.feature_no, r.source_id, 'geometry', 'import.overlaps', jsonb_build_object('other', t.code, 'area', round(shared.area::numeric))
    FROM r JOIN tree t ON t.level = r.level AND t.code <> r.code AND t.geom && r.geom
    CROSS JOIN LATERAL (SELECT ST_Area(ST_Intersection(r.geom, t.geom)) AS area) shared
    WHERE shared.area > 10
    UNION ALL
    SELECT r.feature_no, r.source_id, 'geometry', 'import.outside_parent', jsonb_build_object('parent', t.code, 'area', round(beyond.area::numeric))
    FROM r JOIN tree t ON t.code = r.parent_code
    CROSS JOIN LATERAL (SELECT ST_Area(ST_Difference(r.geom, t.geom)) AS area) beyond
    WHERE beyond.area > greatest(10, ST_Area(r.geom) / 100)
$body$;

CREATE FUNCTION desk.import_division_faults(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH r AS (SELECT * FROM import_divisions(p_batch))
    SELECT r.feature_no, r.source_id, 'code', CASE WHEN r.given IS NULL THEN 'import.value_missing' ELSE 'import.bad_division_code' END,
           jsonb_build_object('field', 'code', 'value', r.given)
    FROM r WHERE r.level IS NULL
    UNION ALL
    SELECT r.feature_no, r.source_id, 'name_zh', 'import.value_missing', jsonb_build_object('field', 'name_zh')
    FROM r WHERE r.name_zh IS NULL
    UNION ALL
    SELECT r.feature_no, r.source_id, 'code', 'import.same_code', jsonb_build_object('code', r.code)
    FROM r WHERE r.code IN (SELECT t.code FROM r t GROUP BY t.code HAVING count(*) > 1)
    UNION ALL
    SELECT r.feature_no, r.source_id, 'code', 'import.not_yours', jsonb_build_object('code', r.code, 'subdistrict', p_batch.subdistrict)
    FROM r WHERE p_batch.subdistrict <> '*' AND r.level IS NOT NULL AND left(r.code, 9) <> p_batch.subdistrict
    UNION ALL
    SELECT r.feature_no, r.source_id, 'code', 'import.no_parent', jsonb_build_object('code', r.code, 'parent', r.parent_code)
    FROM r WHERE r.parent_code IS NOT NULL AND NOT coalesce((p_batch.options ->> 'make_parents')::boolean, false)
      AND NOT EXISTS (SELECT 1 FROM r t WHERE t.code = r.parent_code)
      AND NOT EXISTS (SELECT 1 FROM division d WHERE d.code = r.parent_code AND d.valid_to IS NULL)
    UNION ALL
    SELECT r.feature_no, r.source_id, 'code', 'import.code_changed', jsonb_build_object('code', r.code, 'known', d.code)
    FROM r JOIN division d ON d.source = p_batch.source AND d.source_id = r.source_id AND d.code <> r.code
    UNION ALL SELECT * FROM import_division_overlaps(p_batch)
$body$;

-- Make the ancestors that are missing, without a shape: the nearest by the name the file gives it, the others by their code.
CREATE FUNCTION desk.import_make_parents(p_batch room.import_batch) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    made bigint := 0;
    batch_made bigint;
    step text;
BEGIN
    FOREACH step IN ARRAY ARRAY['community', 'subdistrict', 'district'] LOOP
        INSERT INTO division (code, level, parent_code, subdistrict, name_zh, valid_from)
        SELECT n.parent_code, division_level(n.parent_code), division_parent(n.parent_code), NULL,
               coalesce(min(n.parent_name), p_batch.options -> 'names' ->> n.parent_code, n.parent_code), (SELECT room_today())
        FROM (SELECT i.parent_code, i.parent_name FROM import_divisions(p_batch) i WHERE i.level = step
              UNION ALL SELECT d.parent_code, NULL FROM division d WHERE d.level = step AND d.source IS NULL) n
        WHERE NOT EXISTS (SELECT 1 FROM division d WHERE d.code = n.parent_code)
          AND NOT EXISTS (SELECT 1 FROM import_divisions(p_batch) i WHERE i.code = n.parent_code)
        GROUP BY n.parent_code;
        GET DIAGNOSTICS batch_made = ROW_COUNT;
        made := made + batch_made;
    END LOOP;
    RETURN made;
END
$body$;

CREATE FUNCTION desk.import_apply_divisions(p_batch room.import_batch) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    total bigint;
    added bigint;
    changed bigint;
    made bigint := 0;
    ended bigint := 0;
BEGIN
    IF (p_batch.options ->> 'make_parents')::boolean AND EXISTS (
        SELECT 1 FROM import_divisions(p_batch) i WHERE i.parent_code IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM division d WHERE d.code = i.parent_code)) THEN
        made := import_make_parents(p_batch);
    END IF;
    SELECT count(*), count(*) FILTER (WHERE d.code IS NULL),
           count(*) FILTER (WHERE d.code IS NOT NULL AND ROW(d.parent_code, d.name_zh, d.name_en, d.source, d.source_id, d.valid_to, d.geom)
               IS DISTINCT FROM ROW(i.parent_code, i.name_zh, i.name_en, p_batch.source, i.source_id, NULL::date, i.geom))
    INTO total, added, changed FROM import_divisions(p_batch) i LEFT JOIN division d ON d.code = i.code;
    IF added + changed > 0 THEN
        INSERT INTO division AS d (code, level, parent_code, subdistrict, name_zh, name_en, source, source_id, valid_from, geom)
        SELECT i.code, i.level, i.parent_code, CASE WHEN i.level = 'community' THEN i.parent_code END, i.name_zh, i.name_en,
               p_batch.source, i.source_id, (SELECT room_today()), i.geom
        FROM import_divisions(p_batch) i
        ON CONFLICT (code) DO UPDATE
        SET (parent_code, name_zh, name_en, source, source_id, valid_to, geom)
          = ROW(EXCLUDED.parent_code, EXCLUDED.name_zh, EXCLUDED.name_en, EXCLUDED.source, EXCLUDED.source_id, NULL::date, EXCLUDED.geom)
        WHERE ROW(d.parent_code, d.name_zh, d.name_en, d.source, d.source_id, d.valid_to, d.geom) IS DISTINCT FROM
              ROW(EXCLUDED.parent_code, EXCLUDED.name_zh, EXCLUDED.name_en, EXCLUDED.source, EXCLUDED.source_id, NULL::date, EXCLUDED.geom);
    END IF;
    IF (p_batch.options ->> 'end_missing')::boolean THEN
        ended := import_end_divisions(p_batch);
    END IF;
    RETURN import_counts(total + made, added + made, changed, ended);
END
$body$;

-- A division that its source no longer has ends today; one that is a room's own subdistrict is never ended by a file.
CREATE FUNCTION desk.import_end_divisions(p_batch room.import_batch) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    gone text[];
BEGIN
    SELECT coalesce(array_agg(d.code), ARRAY[]::text[]) INTO gone FROM division d
    WHERE d.source = p_batch.source AND d.valid_to IS NULL AND d.subdistrict IS DISTINCT FROM d.code
      AND (p_batch.subdistrict = '*' OR left(d.code, 9) = p_batch.subdistrict)
      AND NOT EXISTS (SELECT 1 FROM import_divisions(p_batch) i WHERE i.code = d.code);
    IF cardinality(gone) > 0 THEN
        UPDATE division SET valid_to = (SELECT room_today()) WHERE code = ANY (gone);
    END IF;
    RETURN cardinality(gone);
END
$body$;
