-- What a staged row must be. Values arrive as the file has them; each is read here once, and a fault names feature and field.

CREATE FUNCTION desk.import_text(p_fields jsonb, p_key text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$ SELECT nullif(btrim(p_fields ->> p_key), '') $body$;

-- A number, or NULL when the text is none.
CREATE FUNCTION desk.import_number(p_text text) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$ SELECT CASE WHEN p_text ~ '^[+-]?[0-9]+([.][0-9]*)?$' THEN p_text::double precision END $body$;

-- A calendar day from 2021-06-30, 2021/6/30, 20210630 or a time stamp that begins so; NULL when there is no such day.
CREATE FUNCTION desk.import_date(p_text text) RETURNS date
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
    parts text[] := regexp_match(p_text, E'^([0-9][0-9][0-9][0-9])([-/.]?)([0-9][0-9]?)\\2([0-9][0-9]?)([T ].*)?$');
BEGIN
    RETURN make_date(parts[1]::integer, parts[3]::integer, parts[4]::integer);
EXCEPTION WHEN datetime_field_overflow THEN
    RETURN NULL;
END
$body$;

-- 1 along the line, -1 against it, 0 both ways; NULL when the text is none of the words in use.
CREATE FUNCTION desk.import_one_way(p_text text) RETURNS smallint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$
    SELECT CASE WHEN p_text IS NULL OR lower(p_text) IN ('0', '0.0', 'no', 'false', 'f', 'n', '双向', '否') THEN 0
                WHEN lower(p_text) IN ('1', '1.0', 'yes', 'true', 't', 'y', 'ft', '单向', '是') THEN 1
                WHEN lower(p_text) IN ('-1', '-1.0', 'reverse', 'tf', '逆向', '反向') THEN -1 END::smallint
$body$;

-- A component's state by its code or by its name in either language.
CREATE FUNCTION desk.import_state(p_text text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ SELECT s.state FROM component_state s WHERE p_text IN (s.state, s.name_zh, s.name_en) $body$;

-- Streets and buildings belong in when they touch the subdistrict, everything else when it lies inside it.
CREATE FUNCTION desk.import_is_inside(p_subject text, p_area geometry, p_geom geometry) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $body$
    SELECT coalesce(CASE WHEN p_subject IN ('street', 'building') THEN ST_Intersects(p_area, p_geom)
                         WHEN p_subject = 'component' THEN ST_Covers(p_area, p_geom) END, true)
$body$;

-- Rules for all subjects: an id that is there and unique, a shape of the right kind, valid, in the subdistrict.
CREATE FUNCTION desk.import_common_faults(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH r AS (
        SELECT i.* FROM import_row i WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    ), wanted AS (
        SELECT CASE p_batch.subject WHEN 'street' THEN 'LINESTRING' WHEN 'component' THEN 'POINT' ELSE 'MULTIPOLYGON' END AS kind,
               (SELECT d.geom FROM division d WHERE d.code = p_batch.subdistrict) AS area
    ), shapes AS (
        SELECT r.feature_no, r.source_id, r.geom, w.kind, CASE
            WHEN r.geom IS NULL OR ST_IsEmpty(r.geom) THEN CASE WHEN p_batch.subject <> 'division' THEN 'import.no_geometry' END
            WHEN GeometryType(r.geom) <> w.kind THEN 'import.wrong_type'
            WHEN NOT ST_IsValid(r.geom) THEN 'import.bad_geometry'
            WHEN NOT import_is_inside(p_batch.subject, w.area, r.geom) THEN 'import.outside' END AS code
        FROM r CROSS JOIN wanted w
    )
    SELECT r.feature_no, r.source_id, 'source_id', 'import.no_source_id', jsonb_build_object() FROM r WHERE r.source_id IS NULL
    UNION ALL
    SELECT r.feature_no, r.source_id, 'source_id', 'import.same_source_id',
           jsonb_build_object('source_id', r.source_id, 'features', twins.features)
    FROM r JOIN (SELECT t.source_id, string_agg(t.feature_no::text, ', ' ORDER BY t.feature_no) AS features
                 FROM r t GROUP BY t.source_id HAVING count(*) > 1) twins USING (source_id)
    UNION ALL
    SELECT s.feature_no, s.source_id, 'geometry', s.code,
           CASE s.code
           WHEN 'import.wrong_type' THEN jsonb_build_object('found', GeometryType(s.geom), 'wanted', s.kind)
           WHEN 'import.bad_geometry' THEN jsonb_build_object('reason', ST_IsValidReason(s.geom))
           WHEN 'import.outside' THEN jsonb_build_object('x', round(ST_X(ST_PointOnSurface(s.geom))::numeric, 1),
                                                         'y', round(ST_Y(ST_PointOnSurface(s.geom))::numeric, 1))
           ELSE jsonb_build_object() END
    FROM shapes s WHERE s.code IS NOT NULL
$body$;

-- A value that is there and cannot be used.
CREATE FUNCTION desk.import_bad(p_row room.import_row, p_field text, p_code text DEFAULT 'import.bad_value') RETURNS desk.import_fault
LANGUAGE sql STABLE SET search_path = room, desk, pg_temp
AS $body$
    SELECT p_row.feature_no, p_row.source_id, p_field, p_code,
           jsonb_build_object('field', p_field, 'value', p_row.fields ->> p_field)
$body$;

CREATE FUNCTION desk.import_street_faults(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    WITH r AS (
        SELECT i, import_text(i.fields, 'class') AS class, import_text(i.fields, 'one_way') AS one_way,
               import_text(i.fields, 'width') AS width
        FROM import_row i WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    )
    SELECT (import_bad(i, 'class', 'import.value_missing')).* FROM r WHERE class IS NULL
    UNION ALL SELECT (import_bad(i, 'one_way', 'import.bad_one_way')).* FROM r WHERE import_one_way(one_way) IS NULL
    UNION ALL SELECT (import_bad(i, 'width', 'import.not_positive')).* FROM r
    WHERE width IS NOT NULL AND NOT coalesce(import_number(width) > 0, false)
$body$;

CREATE FUNCTION desk.import_building_faults(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT (import_bad(i, 'floors', 'import.not_positive')).*
    FROM import_row i, LATERAL (SELECT import_text(i.fields, 'floors') AS given, import_number(import_text(i.fields, 'floors')) AS floors) n
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
      AND n.given IS NOT NULL AND NOT coalesce(n.floors >= 1 AND n.floors <= 300, false)
$body$;

-- Class codes of another standard than the one in force become those of the class it has there, once; what has none keeps its own, and
-- is named by import_component_faults(). The standard is named as the class profile is, or by its year.
CREATE FUNCTION desk.import_read_classes(p_batch room.import_batch) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    UPDATE import_row r SET fields = i.fields - 'standard' || jsonb_build_object('class_code', coalesce(t.twin_code, import_text(i.fields, 'class_code')))
    FROM import_row i
    JOIN class_profile p ON import_text(i.fields, 'standard') IN (p.profile, right(p.profile, 4))
    CROSS JOIN (SELECT desk.class_profile(p_batch.subdistrict) AS profile) force
    LEFT JOIN class_twin t ON t.profile = p.profile AND t.kind = 'component' AND t.code = import_text(i.fields, 'class_code')
        AND t.twin_profile = force.profile
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
      AND (r.subdistrict, r.batch_id, r.feature_no) = (i.subdistrict, i.batch_id, i.feature_no)
      AND (t.twin_code IS NOT NULL OR p.profile = force.profile)
$body$;

-- A class of the profile in force, a handling unit of today, a known state, a day that exists; a class is part of the identity.
CREATE FUNCTION desk.import_component_faults(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    WITH r AS (
        SELECT i, import_text(i.fields, 'class_code') AS class_code, import_text(i.fields, 'department_code') AS department_code,
               import_text(i.fields, 'state') AS state, import_text(i.fields, 'initial_on') AS initial_on,
               (SELECT desk.class_profile(p_batch.subdistrict)) AS profile, import_text(i.fields, 'standard') AS standard, c.identity_code, c.class_code AS known_class
        FROM import_row i
        LEFT JOIN component c ON c.subdistrict = p_batch.subdistrict AND c.source = p_batch.source AND c.source_id = i.source_id
        WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    )
    SELECT (import_bad(i, 'class_code', 'import.value_missing')).* FROM r WHERE class_code IS NULL
    UNION ALL
    SELECT (i).feature_no, (i).source_id, 'class_code', 'import.unknown_class',
           jsonb_build_object('class_code', class_code, 'profile', profile)
    FROM r WHERE class_code IS NOT NULL AND standard IS NULL AND NOT EXISTS (
        SELECT 1 FROM class k WHERE k.profile = r.profile AND k.kind = 'component' AND k.code = r.class_code
        AND (k.valid_to IS NULL OR k.valid_to >= (SELECT room_today())))
    UNION ALL
    SELECT (i).feature_no, (i).source_id, 'class_code', 'import.class_changed',
           jsonb_build_object('class_code', class_code, 'known', known_class, 'identity_code', identity_code)
    FROM r WHERE known_class <> class_code AND standard IS NULL
    UNION ALL
    SELECT (i).feature_no, (i).source_id, 'standard', 'import.unknown_standard',
           jsonb_build_object('standard', standard, 'known', (SELECT string_agg(p.profile, ', ' ORDER BY p.profile) FROM class_profile p))
    FROM r WHERE NOT EXISTS (SELECT FROM class_profile p WHERE standard IN (p.profile, right(p.profile, 4))) AND standard IS NOT NULL
    UNION ALL
    SELECT (i).feature_no, (i).source_id, 'class_code', 'import.no_twin',
           jsonb_build_object('class_code', class_code, 'standard', p.profile, 'profile', r.profile)
    FROM r JOIN class_profile p ON standard IN (p.profile, right(p.profile, 4)) WHERE class_code IS NOT NULL
    UNION ALL SELECT (import_bad(i, 'department_code', 'import.value_missing')).* FROM r WHERE department_code IS NULL
    UNION ALL
    SELECT (import_bad(i, 'department_code', 'import.unknown_department')).* FROM r
    WHERE department_code IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM department d WHERE d.subdistrict = p_batch.subdistrict AND d.department_code = r.department_code
        AND (d.valid_to IS NULL OR d.valid_to >= (SELECT room_today())))
    UNION ALL
    SELECT (import_bad(i, 'state', 'import.unknown_state')).* FROM r
    WHERE state IS NOT NULL AND import_state(state) IS NULL
    UNION ALL
    SELECT (import_bad(i, 'initial_on', 'import.bad_date')).* FROM r WHERE initial_on IS NOT NULL AND import_date(initial_on) IS NULL
$body$;
