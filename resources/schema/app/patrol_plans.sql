-- Plans of patrol: saved by those who plan, published to a shift by its leader. They show where inspectors are when, so
-- handling units see none of them.

CREATE VIEW desk.patrol_plan WITH (security_invoker = true) AS
SELECT p.subdistrict, p.plan_id, p.version, p.state, p.name, p.shift_id, s.name_zh AS shift_zh, s.name_en AS shift_en, p.starts_at,
       p.ends_at, p.goal, p.parameters, p.officers, p.metres, p.longest_minutes, p.mean_minutes, p.bound_minutes, p.left_out, p.made_at,
       p.made_by, m.name AS made_by_name, p.published_at, p.published_by, b.name AS published_by_name, p.withdrawn_at, p.withdrawn_by
FROM room.patrol_plan p
JOIN room.staff m ON m.subdistrict = p.subdistrict AND m.staff_number = p.made_by
LEFT JOIN room.staff b ON b.subdistrict = p.subdistrict AND b.staff_number = p.published_by
LEFT JOIN room.shift s ON s.subdistrict = p.subdistrict AND s.shift_id = p.shift_id;

-- What desks keep live: the routes of published plans that are not over, with their legs, lines as text. Whether one is walked
-- now, its times say.
CREATE VIEW desk.patrol_live WITH (security_invoker = true) AS
SELECT r.plan_id || '/' || r.officer AS route_key, r.plan_id, p.name AS plan, p.starts_at AS shift_starts_at, p.ends_at AS shift_ends_at,
       r.officer, coalesce(f.name, r.name) AS name, r.staff_number, r.starts_at, r.ends_at, r.metres,
       (SELECT jsonb_agg(jsonb_build_object('leg', l.leg, 'street', l.name, 'visit', l.visit, 'starts_at', l.starts_at,
                                            'ends_at', l.ends_at, 'line', ST_AsText(l.geom, 2)) ORDER BY l.leg)
        FROM room.patrol_leg l
        WHERE l.subdistrict = r.subdistrict AND l.plan_id = r.plan_id AND l.officer = r.officer) AS legs
FROM room.patrol_plan p
JOIN room.patrol_route r ON r.subdistrict = p.subdistrict AND r.plan_id = p.plan_id
LEFT JOIN room.staff f ON f.subdistrict = r.subdistrict AND f.staff_number = r.staff_number
WHERE p.state = 'published' AND p.ends_at > (SELECT room.room_now());

-- The one who asks, if he may plan patrols.
CREATE FUNCTION desk.require_patrol_planner(p_action text) RETURNS room.person
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    person room.person := require_staff();
BEGIN
    IF NOT person.roles && ARRAY['planner', 'analyst', 'shift_leader'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', 'planner'));
    END IF;
    RETURN person;
END
$body$;

CREATE FUNCTION desk.patrol_answer(p_plan room.patrol_plan, p_repeated boolean) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    RETURN jsonb_build_object('plan_id', p_plan.plan_id, 'version', p_plan.version, 'state', p_plan.state, 'repeated', p_repeated);
END
$body$;

-- A member of staff that a route may be given to; no number means nobody yet.
CREATE FUNCTION desk.check_walker(p_subdistrict text, p_staff text) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_staff IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM staff f WHERE f.subdistrict = p_subdistrict AND f.staff_number = p_staff
        AND f.valid_from <= room_today() AND (f.valid_to IS NULL OR f.valid_to >= room_today())) THEN
        PERFORM refuse('unknown_worker', jsonb_build_object('staff', p_staff));
    END IF;
    RETURN true;
END
$body$;

-- Rows under a key of what is sent, which must be a list.
CREATE FUNCTION desk.patrol_rows(p_patrol jsonb, p_key text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    found jsonb := coalesce(p_patrol -> p_key, jsonb_build_array());
BEGIN
    IF jsonb_typeof(found) <> 'array' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', p_key, 'value', left(found::text, 40)));
    END IF;
    RETURN found;
END
$body$;

-- What a plan says of itself, read and checked; its numbers come of its routes.
CREATE FUNCTION desk.read_patrol(p_patrol jsonb, p_person room.person, p_at timestamptz) RETURNS room.patrol_plan
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    p room.patrol_plan;
    goal text := coalesce(p_patrol ->> 'goal', 'cover');
BEGIN
    p.subdistrict := p_person.subdistrict; p.version := 1; p.state := 'draft'; p.made_at := p_at; p.made_by := p_person.staff_number;
    p.name := btrim(p_patrol ->> 'name');
    IF coalesce(p.name, '') = '' OR length(p.name) > 80 THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'name', 'value', left(p.name, 40)));
    ELSIF goal NOT IN ('cover', 'fewest', 'value') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'goal', 'value', left(goal, 40)));
    ELSIF jsonb_typeof(coalesce(p_patrol -> 'parameters', jsonb_build_object())) <> 'object' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'parameters', 'value', left(p_patrol ->> 'parameters', 40)));
    END IF;
    p.goal := goal;
    p.parameters := coalesce(p_patrol -> 'parameters', jsonb_build_object());
    p.bound_minutes := read_number(p_patrol, 'bound_minutes');
    p.left_out := jsonb_array_length(patrol_rows(p_patrol, 'left_out'));
    SELECT count(*), coalesce(sum(r.metres), 0), min(r.starts_at), max(r.ends_at), max(m.minutes), avg(m.minutes)
    INTO p.officers, p.metres, p.starts_at, p.ends_at, p.longest_minutes, p.mean_minutes
    FROM jsonb_to_recordset(patrol_rows(p_patrol, 'routes')) r(officer integer, metres double precision, starts_at timestamptz, ends_at timestamptz)
    CROSS JOIN LATERAL (SELECT extract(epoch FROM r.ends_at - r.starts_at) / 60.0 AS minutes) m;
    IF p.officers = 0 THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'routes'));
    ELSIF p.starts_at IS NULL OR p.ends_at <= p.starts_at THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'ends_at', 'value', p.ends_at));
    END IF;
    -- It holds for the shift in which it begins; where none is planned, for as long as somebody walks.
    SELECT s.shift_id, coalesce(s.starts_at, p.starts_at), coalesce(s.ends_at, p.ends_at) INTO p.shift_id, p.starts_at, p.ends_at
    FROM (SELECT 1) one LEFT JOIN shift s ON s.subdistrict = p.subdistrict AND s.starts_at <= p.starts_at AND s.ends_at > p.starts_at
    ORDER BY s.starts_at DESC LIMIT 1;
    RETURN p;
END
$body$;

-- Keep a plan as a draft. Lines are hexadecimal EWKB in the room's system. A request that comes again is answered as before.
CREATE FUNCTION desk.save_patrol(p_patrol jsonb, p_request uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_patrol_planner('save_patrol');
    routes jsonb;
    p patrol_plan;
    wrong text;
BEGIN
    IF p_request IS NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'request'));
    ELSIF jsonb_typeof(p_patrol) IS DISTINCT FROM 'object' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'patrol', 'value', left(p_patrol::text, 40)));
    ELSIF pg_column_size(p_patrol) > 32 * 1024 * 1024 THEN
        PERFORM refuse('result_too_large', jsonb_build_object('megabytes', 32));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('patrol ' || person.subdistrict, 0));
    SELECT * INTO p FROM patrol_plan x WHERE x.subdistrict = person.subdistrict AND x.request_id = p_request;
    IF FOUND THEN
        RETURN patrol_answer(p, true);
    END IF;
    p := read_patrol(p_patrol, person, room_now());
    routes := p_patrol -> 'routes';
    SELECT r.staff_number INTO wrong FROM jsonb_to_recordset(routes) r(staff_number text) WHERE NOT check_walker(person.subdistrict, r.staff_number);
    INSERT INTO patrol_plan (subdistrict, version, state, name, shift_id, starts_at, ends_at, goal, parameters, officers, metres,
                             longest_minutes, mean_minutes, bound_minutes, left_out, made_at, made_by, request_id)
    VALUES (p.subdistrict, p.version, p.state, p.name, p.shift_id, p.starts_at, p.ends_at, p.goal, p.parameters, p.officers, p.metres,
            p.longest_minutes, p.mean_minutes, p.bound_minutes, p.left_out, p.made_at, p.made_by, p_request)
    RETURNING * INTO p;
    INSERT INTO patrol_route (subdistrict, plan_id, officer, name, staff_number, starts_at, ends_at, metres)
    SELECT p.subdistrict, p.plan_id, r.officer, nullif(btrim(r.name), ''), r.staff_number, r.starts_at, r.ends_at, r.metres
    FROM jsonb_to_recordset(routes) r(officer integer, name text, staff_number text, starts_at timestamptz, ends_at timestamptz, metres double precision);
    INSERT INTO patrol_leg (subdistrict, plan_id, officer, leg, street_ref, name, side, visit, metres, starts_at, ends_at, geom)
    SELECT p.subdistrict, p.plan_id, r.officer, l.leg, l.street_ref, nullif(btrim(l.name), ''), l.side, l.visit, l.metres, l.starts_at, l.ends_at,
           ST_GeomFromEWKB(decode(l.line, 'hex'))
    FROM jsonb_to_recordset(routes) r(officer integer, legs jsonb)
    CROSS JOIN LATERAL jsonb_to_recordset(r.legs) l(leg integer, street_ref text, name text, side text, visit boolean, metres double precision,
                                                    starts_at timestamptz, ends_at timestamptz, line text);
    INSERT INTO patrol_stop (subdistrict, plan_id, officer, stop_no, name, starts_at, ends_at, geom)
    SELECT p.subdistrict, p.plan_id, r.officer, s.n, s.name, s.starts_at, s.ends_at, ST_GeomFromEWKB(decode(s.place, 'hex'))
    FROM jsonb_to_recordset(routes) r(officer integer, stops jsonb)
    CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(coalesce(r.stops, jsonb_build_array())) AS (
        name text, starts_at timestamptz, ends_at timestamptz, place text)) WITH ORDINALITY s(name, starts_at, ends_at, place, n);
    INSERT INTO patrol_left_out (subdistrict, plan_id, item_no, street_ref, name, metres, reason, geom)
    SELECT p.subdistrict, p.plan_id, o.n, o.street_ref, nullif(btrim(o.name), ''), o.metres, o.reason, ST_GeomFromEWKB(decode(o.line, 'hex'))
    FROM ROWS FROM (jsonb_to_recordset(patrol_rows(p_patrol, 'left_out')) AS (
        street_ref text, name text, metres double precision, reason text, line text)) WITH ORDINALITY o(street_ref, name, metres, reason, line, n);
    PERFORM enter_log(p.subdistrict, 'patrol', p.plan_id::text, 'saved', NULL, person.staff_number,
        jsonb_build_object('version', p.version, 'name', p.name), p.made_at);
    RETURN patrol_answer(p, false);
END
$body$;

-- The plan, locked, on the version the person saw. NULL where this very act was already taken: a retry after a lost connection
-- answers what was answered.
CREATE FUNCTION desk.lock_patrol(p_person room.person, p_plan bigint, p_expected integer, p_action text) RETURNS room.patrol_plan
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    p room.patrol_plan;
    last room.room_log;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('patrol ' || p_person.subdistrict, 0));
    SELECT * INTO p FROM patrol_plan x WHERE x.subdistrict = p_person.subdistrict AND x.plan_id = p_plan FOR UPDATE;
    IF p.plan_id IS NULL THEN
        PERFORM refuse('unknown_patrol', jsonb_build_object('plan', p_plan));
    END IF;
    SELECT * INTO last FROM room_log l WHERE l.subdistrict = p.subdistrict AND l.subject = 'patrol' AND l.key = p_plan::text
    ORDER BY l.entry_no DESC LIMIT 1;
    IF p.version - 1 = p_expected AND last.action = p_action AND last.staff_number = p_person.staff_number THEN
        RETURN NULL;
    ELSIF p.version IS DISTINCT FROM p_expected THEN
        PERFORM refuse('stale_patrol', jsonb_build_object('name', p.name, 'expected', p_expected, 'version', p.version));
    END IF;
    RETURN p;
END
$body$;

CREATE FUNCTION desk.repeated_patrol(p_subdistrict text, p_plan bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT patrol_answer(p, true) FROM patrol_plan p WHERE p.subdistrict = p_subdistrict AND p.plan_id = p_plan);
END
$body$;

-- Change a plan's state and say so in the log.
CREATE FUNCTION desk.move_patrol(p_plan room.patrol_plan, p_state text, p_action text, p_staff text, p_at timestamptz, p_details jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    p room.patrol_plan;
BEGIN
    UPDATE patrol_plan x SET version = x.version + 1, state = p_state,
        published_at = CASE WHEN p_state = 'published' THEN p_at ELSE x.published_at END,
        published_by = CASE WHEN p_state = 'published' THEN p_staff ELSE x.published_by END,
        withdrawn_at = CASE WHEN p_state = 'withdrawn' THEN p_at END,
        withdrawn_by = CASE WHEN p_state = 'withdrawn' THEN p_staff END
    WHERE x.subdistrict = p_plan.subdistrict AND x.plan_id = p_plan.plan_id RETURNING * INTO p;
    PERFORM enter_log(p.subdistrict, 'patrol', p.plan_id::text, p_action, NULL, p_staff,
        p_details || jsonb_build_object('version', p.version, 'name', p.name), p_at);
    RETURN patrol_answer(p, false);
END
$body$;

-- Publish a plan to its shift: from now on every desk shows it. Another plan of the same time is withdrawn, and the log says why.
CREATE FUNCTION desk.publish_patrol(p_plan bigint, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('publish_patrol');
    p patrol_plan := lock_patrol(person, p_plan, p_expected, 'published');
    moment timestamptz := room_now();
    former patrol_plan;
BEGIN
    IF p.plan_id IS NULL THEN
        RETURN repeated_patrol(person.subdistrict, p_plan);
    ELSIF p.state = 'published' THEN
        PERFORM refuse('patrol_state', jsonb_build_object('name', p.name, 'patrol_state', p.state));
    ELSIF p.ends_at <= moment THEN
        PERFORM refuse('patrol_over', jsonb_build_object('name', p.name, 'until', p.ends_at));
    END IF;
    FOR former IN SELECT * FROM patrol_plan x WHERE x.subdistrict = p.subdistrict AND x.state = 'published'
        AND tstzrange(x.starts_at, x.ends_at) && tstzrange(p.starts_at, p.ends_at) ORDER BY x.plan_id
    LOOP
        PERFORM move_patrol(former, 'withdrawn', 'replaced', person.staff_number, moment, jsonb_build_object('by', p.plan_id));
    END LOOP;
    RETURN move_patrol(p, 'published', 'published', person.staff_number, moment, jsonb_build_object());
END
$body$;

-- Take a published plan off the map again; it stays in the list, and may be published anew.
CREATE FUNCTION desk.withdraw_patrol(p_plan bigint, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('withdraw_patrol');
    p patrol_plan := lock_patrol(person, p_plan, p_expected, 'withdrawn');
BEGIN
    IF p.plan_id IS NULL THEN
        RETURN repeated_patrol(person.subdistrict, p_plan);
    ELSIF p.state = 'withdrawn' THEN
        PERFORM refuse('patrol_state', jsonb_build_object('name', p.name, 'patrol_state', p.state));
    END IF;
    RETURN move_patrol(p, 'withdrawn', 'withdrawn', person.staff_number, room_now(), jsonb_build_object());
END
$body$;

-- Give a route to a member of staff, or to nobody.
CREATE FUNCTION desk.assign_patrol(p_plan bigint, p_officer integer, p_staff text, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_patrol_planner('assign_patrol');
    p patrol_plan := lock_patrol(person, p_plan, p_expected, 'assigned');
    is_known boolean;
BEGIN
    IF p.plan_id IS NULL THEN
        RETURN repeated_patrol(person.subdistrict, p_plan);
    ELSIF p.state <> 'draft' THEN
        -- What a shift walks by, its leader changes.
        PERFORM require_leader('assign_patrol');
    END IF;
    is_known := check_walker(person.subdistrict, p_staff);
    UPDATE patrol_route r SET staff_number = p_staff WHERE r.subdistrict = p.subdistrict AND r.plan_id = p.plan_id AND r.officer = p_officer;
    IF NOT FOUND THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'officer', 'value', p_officer));
    END IF;
    UPDATE patrol_plan x SET version = x.version + 1 WHERE x.subdistrict = p.subdistrict AND x.plan_id = p.plan_id RETURNING * INTO p;
    PERFORM enter_log(p.subdistrict, 'patrol', p.plan_id::text, 'assigned', NULL, person.staff_number,
        jsonb_build_object('version', p.version, 'officer', p_officer, 'staff', p_staff), room_now());
    RETURN patrol_answer(p, false);
END
$body$;

-- A draft that nobody needs is gone for good: its planner's own, or any for the shift leader. What was published stays.
CREATE FUNCTION desk.delete_patrol(p_plan bigint, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_patrol_planner('delete_patrol');
    p patrol_plan := lock_patrol(person, p_plan, p_expected, 'deleted');
BEGIN
    IF p.published_at IS NOT NULL THEN
        PERFORM refuse('patrol_kept', jsonb_build_object('name', p.name));
    END IF;
    PERFORM check_result_owner(person, p.made_by, p.name);
    PERFORM enter_log(p.subdistrict, 'patrol', p.plan_id::text, 'deleted', NULL, person.staff_number,
        jsonb_build_object('version', p.version, 'name', p.name), room_now());
    DELETE FROM patrol_plan x WHERE x.subdistrict = p.subdistrict AND x.plan_id = p.plan_id;
    RETURN patrol_answer(p, false);
END
$body$;

-- Streets that two plans give to different officers: who visits each in the one and in the other, and how long it is.
CREATE FUNCTION desk.compare_patrols(p_plan bigint, p_other bigint)
RETURNS TABLE (street_ref text, name text, metres double precision, officers integer[], other_officers integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
#variable_conflict use_column
DECLARE
    person person := require_overview('compare_patrols');
    wanted bigint;
BEGIN
    FOREACH wanted IN ARRAY ARRAY[p_plan, p_other] LOOP
        IF NOT EXISTS (SELECT 1 FROM patrol_plan p WHERE p.subdistrict = person.subdistrict AND p.plan_id = wanted) THEN
            PERFORM refuse('unknown_patrol', jsonb_build_object('plan', wanted));
        END IF;
    END LOOP;
    RETURN QUERY
    WITH visited AS (
        SELECT l.plan_id, l.street_ref, min(l.name) AS name, max(l.metres) AS metres, array_agg(DISTINCT l.officer) AS officers
        FROM patrol_leg l WHERE l.subdistrict = person.subdistrict AND l.plan_id IN (p_plan, p_other) AND l.visit AND l.street_ref IS NOT NULL
        GROUP BY l.plan_id, l.street_ref)
    SELECT street_ref, coalesce(a.name, b.name), greatest(a.metres, b.metres), coalesce(a.officers, ARRAY[]::integer[]),
           coalesce(b.officers, ARRAY[]::integer[])
    FROM (SELECT * FROM visited v WHERE v.plan_id = p_plan) a FULL JOIN (SELECT * FROM visited v WHERE v.plan_id = p_other) b USING (street_ref)
    WHERE a.officers IS DISTINCT FROM b.officers
    ORDER BY 2 NULLS LAST, 1;
END
$body$;
