-- Which standing alarms can still be caught: what a desk needs to plan it. The plan is the desk's, from the survival of past alarms.

-- The units that would be sent to an alarm: those of a case file of its class at its sensor. NULL where its rule names no class.
CREATE FUNCTION desk.alarm_units(p_sensor room.sensor, p_class_code text, p_at timestamptz) RETURNS text[]
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file;
BEGIN
    IF p_class_code IS NULL THEN
        RETURN NULL;
    END IF;
    c.subdistrict := p_sensor.subdistrict; c.profile := class_profile(p_sensor.subdistrict); c.kind := 'event';
    c.class_code := p_class_code; c.unit_grid_code := p_sensor.unit_grid_code; c.state := 'reported'; c.return_count := 0;
    c.community_code := (SELECT g.community_code FROM grid g WHERE g.subdistrict = p_sensor.subdistrict AND g.kind = 'unit_grid'
                         AND g.code = p_sensor.unit_grid_code);
    RETURN (SELECT coalesce(array_agg(u.department_code), ARRAY[]::text[]) FROM candidate_units(c, p_at) u);
END
$body$;

-- Metres on foot from some places to a spot, in their order: along streets, else 1.3 times as far as the crow flies.
CREATE FUNCTION desk.metres_to(p_subdistrict text, p_spot geometry, p_places geometry[]) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT coalesce(jsonb_agg(round(coalesce(w.metres, 1.3 * ST_Distance(p.geom, p_spot))) ORDER BY p.n), jsonb_build_array())
    FROM unnest(p_places) WITH ORDINALITY p(geom, n)
    LEFT JOIN walks(p_subdistrict, p_spot, p_places) w ON w.place = p.n
$body$;

-- The most pressing standing alarms nobody was sent to, whoever is on duty outside with a position not older than half an hour and
-- nothing in hand, and how far each is from each. `units` says whose people may be sent where; a collector may look at any.
CREATE FUNCTION desk.response_scene(p_most integer DEFAULT 12) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    alarms jsonb;
    spots geometry[];
    officers jsonb;
    places geometry[];
BEGIN
    SELECT jsonb_agg(jsonb_build_object('alarm_id', a.alarm_id, 'kind', a.kind, 'kind_zh', a.kind_zh, 'kind_en', a.kind_en,
               'minutes', a.minutes, 'units', to_jsonb(alarm_units(a.sensor, a.event_class_code, moment))) ORDER BY a.place),
           array_agg(a.geom ORDER BY a.place)
    INTO alarms, spots FROM (
        SELECT m.alarm_id, s AS sensor, s.kind, s.geom, k.name_zh AS kind_zh, k.name_en AS kind_en, l.event_class_code,
               greatest(extract(epoch FROM moment - m.condition_since) / 60, 0) AS minutes,
               row_number() OVER (ORDER BY m.priority, m.raised_at DESC, m.alarm_id) AS place
        FROM alarm m
        JOIN sensor s ON s.subdistrict = m.subdistrict AND s.sensor_code = m.sensor_code
        JOIN sensor_kind k ON k.kind = s.kind
        JOIN alarm_rule l ON l.subdistrict = m.subdistrict AND l.rule_code = m.rule_code AND l.version = m.rule_version
        LEFT JOIN case_file c ON c.subdistrict = m.subdistrict AND c.case_id = m.case_id
        WHERE m.subdistrict = person.subdistrict AND person.sees_all AND m.cleared_at IS NULL
          AND coalesce(m.shelved_until <= moment, true) AND c.closed_at IS NULL AND c.dispatched_at IS NULL
        ORDER BY place LIMIT least(greatest(p_most, 0), 30)) a;
    SELECT jsonb_agg(jsonb_build_object('staff_number', o.staff_number, 'name', o.name, 'role', o.role, 'department_code', o.department_code,
               'department_zh', o.name_zh, 'department_en', o.name_en) ORDER BY o.staff_number),
           array_agg(o.geom ORDER BY o.staff_number)
    INTO officers, places FROM (
        SELECT DISTINCT ON (f.staff_number) f.staff_number, f.name, r.role, f.department_code, d.name_zh, d.name_en, p.geom
        FROM shift h
        JOIN roster r ON r.subdistrict = h.subdistrict AND r.shift_id = h.shift_id AND r.role IN ('collector', 'worker')
        JOIN staff f ON f.subdistrict = r.subdistrict AND f.staff_number = r.staff_number
        JOIN staff_position p ON p.subdistrict = f.subdistrict AND p.staff_number = f.staff_number
        LEFT JOIN department d ON d.subdistrict = f.subdistrict AND d.department_code = f.department_code
        WHERE alarms IS NOT NULL AND h.subdistrict = person.subdistrict AND h.starts_at <= moment AND h.ends_at > moment
          AND turn_holds(r, moment)
          AND p.observed_at > moment - interval '30 minutes' AND p.observed_at <= moment + interval '10 minutes'
          AND NOT EXISTS (SELECT FROM case_file c WHERE c.subdistrict = f.subdistrict AND c.department_code = f.department_code
                          AND c.closed_at IS NULL AND c.handler = f.staff_number AND c.state = 'handling')
        ORDER BY f.staff_number, r.role DESC) o;
    RETURN jsonb_build_object('alarms', coalesce(alarms, jsonb_build_array()), 'officers', coalesce(officers, jsonb_build_array()),
        'metres', (SELECT coalesce(jsonb_agg(metres_to(person.subdistrict, s.geom, places || spots) ORDER BY s.n), jsonb_build_array())
                   FROM unnest(spots) WITH ORDINALITY s(geom, n) WHERE places IS NOT NULL));
END
$body$;
