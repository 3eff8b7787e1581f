-- What the room advises. Each asks who is asking once, and answers from the rows that person may see.
-- Open case files of the same class near a place and a moment: a hint at intake, never a merge.
CREATE FUNCTION desk.nearby_duplicates(p_class_code text, p_x double precision, p_y double precision,
                                       p_metres double precision DEFAULT 50, p_hours integer DEFAULT 72)
RETURNS TABLE (case_id bigint, case_number text, state text, metres double precision, hours double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    here geometry := ST_SetSRID(ST_MakePoint(p_x, p_y), (SELECT srid FROM room_info));
BEGIN
    RETURN QUERY
    SELECT c.case_id, c.case_number, c.state, ST_Distance(c.geom, here), extract(epoch FROM moment - c.first_found_at)::double precision / 3600
    FROM case_file c JOIN case_state s USING (state)
    WHERE c.subdistrict = person.subdistrict AND person.sees_all AND s.is_open AND c.class_code = p_class_code
      AND c.first_found_at > moment - make_interval(hours => p_hours) AND ST_DWithin(c.geom, here, p_metres)
    ORDER BY 4
    LIMIT 10;
END
$body$;

-- Units the responsibility table names for a case file at a moment, with their rank: the more a row asks for, the better it fits.
CREATE FUNCTION desk.responsible_units(p_case room.case_file, p_at timestamptz)
RETURNS TABLE (department_code text, channel text, reason text, rank integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT r.department_code, r.channel, CASE WHEN r.grid_code IS NOT NULL THEN 'territory' ELSE 'class' END,
           r.priority + CASE WHEN r.grid_code IS NULL THEN 20 ELSE 10 END + CASE WHEN r.class_code IS NULL THEN 5 ELSE 0 END
               - CASE WHEN r.operating_state IS NULL THEN 0 ELSE 2 END - CASE WHEN r.hour_from IS NULL THEN 0 ELSE 1 END
    FROM responsibility r
    CROSS JOIN (SELECT (p_at AT TIME ZONE 'Asia/Shanghai')::date AS today, (p_at AT TIME ZONE 'Asia/Shanghai')::time AS hour) t
    WHERE r.subdistrict = p_case.subdistrict AND r.profile = p_case.profile AND r.kind = p_case.kind
      AND (r.class_code IS NULL OR r.class_code = p_case.class_code)
      AND (r.major_code IS NULL OR r.major_code = (
           SELECT k.major_code FROM class k WHERE (k.profile, k.kind, k.code) = (p_case.profile, p_case.kind, p_case.class_code)))
      AND (r.grid_code IS NULL OR r.grid_code IN (p_case.unit_grid_code, p_case.community_code) OR EXISTS (
           SELECT 1 FROM grid_parent g WHERE g.subdistrict = p_case.subdistrict AND g.kind = 'unit_grid'
           AND g.code = p_case.unit_grid_code AND g.parent_kind = r.grid_kind AND g.parent_code = r.grid_code AND g.valid @> t.today))
      AND (r.operating_state IS NULL OR EXISTS (
           SELECT 1 FROM area_state a WHERE a.subdistrict = p_case.subdistrict AND a.state = r.operating_state AND a.valid @> p_at
           AND a.area_code IN (p_case.subdistrict, p_case.community_code)))
      -- From 22:00 to 06:00 is a span too.
      AND (r.hour_from IS NULL OR r.hour_to IS NULL OR CASE WHEN r.hour_from < r.hour_to
           THEN t.hour >= r.hour_from AND t.hour < r.hour_to ELSE t.hour >= r.hour_from OR t.hour < r.hour_to END)
      AND r.valid_from <= t.today AND (r.valid_to IS NULL OR r.valid_to >= t.today)
$body$;

-- Whom the responsibility table would send: owner first for components, territory for events, most specific row first.
CREATE FUNCTION desk.recommend(p_case bigint)
RETURNS TABLE (department_code text, department_zh text, department_en text, phone text, channel text, reason text,
               open_cases bigint, metres double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    today date := room_today();
    c case_file;
BEGIN
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = person.subdistrict AND f.case_id = p_case AND person.sees_all;
    RETURN QUERY
    WITH candidates AS (
        SELECT p.department_code, NULL AS channel, 'owner' AS reason, 0 AS rank FROM component p
        WHERE p.subdistrict = c.subdistrict AND p.identity_code = c.component_identity
        UNION ALL
        SELECT u.department_code, u.channel, u.reason, u.rank FROM responsible_units(c, moment) u
    ), best AS (
        SELECT DISTINCT ON (b.department_code) b.* FROM candidates b ORDER BY b.department_code, b.rank
    )
    SELECT d.department_code, d.name_zh, d.name_en, d.phone, coalesce(b.channel, d.channel), b.reason,
           (SELECT count(*) FROM case_file o JOIN case_state s USING (state)
            WHERE o.subdistrict = d.subdistrict AND o.department_code = d.department_code AND o.closed_at IS NULL
              AND s.holder_axis = 'handler'),
           ST_Distance(d.geom, c.geom)
    FROM best b JOIN department d ON d.subdistrict = c.subdistrict AND d.department_code = b.department_code
    WHERE d.valid_from <= today AND (d.valid_to IS NULL OR d.valid_to >= today)
    ORDER BY b.rank, 7, 8
    LIMIT 5;
END
$body$;
