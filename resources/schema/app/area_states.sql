-- Operating states of areas: which holds where, changing one, and recording what was done in it.

-- The area an operating state is set for: one that exists in the subdistrict today.
CREATE FUNCTION desk.check_area(p_subdistrict text, p_area_kind text, p_area_code text) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM division d WHERE p_area_kind IN ('subdistrict', 'community') AND d.level = p_area_kind
        AND d.subdistrict = p_subdistrict AND d.code = p_area_code AND d.valid_to IS NULL
        UNION ALL
        SELECT 1 FROM grid g WHERE p_area_kind IN ('block', 'patrol_grid') AND g.kind = p_area_kind
        AND g.subdistrict = p_subdistrict AND g.code = p_area_code AND g.ended_on IS NULL) THEN
        PERFORM refuse('unknown_area', jsonb_build_object('area', p_area_code));
    END IF;
END
$body$;

-- The span an area is in; nothing where nobody has set one, which means normal. Behind a lock, for whoever is about to change it.
CREATE FUNCTION desk.lock_area(p_subdistrict text, p_area_kind text, p_area_code text) RETURNS room.area_state
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    answer room.area_state;
    moment timestamptz;
BEGIN
    PERFORM check_area(p_subdistrict, p_area_kind, p_area_code);
    PERFORM pg_advisory_xact_lock(hashtextextended('area ' || p_subdistrict || p_area_kind || p_area_code, 0));
    moment := room_now();
    SELECT * INTO answer FROM area_state a
    WHERE a.subdistrict = p_subdistrict AND a.area_kind = p_area_kind AND a.area_code = p_area_code AND a.valid @> moment;
    RETURN answer;
END
$body$;

-- Whether one state may follow another, and by which way: the course, or one beside it. Staying in a state, for longer or with
-- another reason, is no way at all.
CREATE FUNCTION desk.check_course(p_from text, p_to text) RETURNS room.operating_transition
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    way room.operating_transition;
BEGIN
    IF p_from = p_to THEN
        RETURN NULL;
    END IF;
    SELECT * INTO way FROM operating_transition t
    WHERE t.from_state = p_from AND t.to_state = p_to AND (t.valid_to IS NULL OR t.valid_to >= room_today());
    IF way.from_state IS NULL THEN
        PERFORM refuse('operating_course', jsonb_build_object('from_state', p_from, 'operating_state', p_to));
    END IF;
    RETURN way;
END
$body$;

-- Change the operating state of an area, for good or until a moment, after which the state that follows it holds by itself: an
-- emergency runs out into post-transition, never straight into the normal. The span before ends, and stays with its reason.
CREATE FUNCTION desk.set_area_state(p_area_kind text, p_area_code text, p_state text, p_reason text, p_until timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz;
    before area_state;
    wanted operating_state;
    way operating_transition;
BEGIN
    PERFORM check_length(p_reason);
    IF NOT person.roles && ARRAY['shift_leader', 'admin'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'set_area_state', 'role', 'shift_leader'));
    ELSIF coalesce(btrim(p_reason), '') = '' THEN
        PERFORM refuse('reason_required', jsonb_build_object('action', 'set_area_state'));
    END IF;
    SELECT * INTO wanted FROM operating_state WHERE state = p_state;
    IF wanted.state IS NULL THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'operating_state', 'value', left(p_state, 40)));
    END IF;
    before := lock_area(person.subdistrict, p_area_kind, p_area_code);
    moment := room_now();
    IF p_until <= moment OR NOT isfinite(p_until) OR (p_until IS NOT NULL AND wanted.after_end IS NULL) THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'until', 'value', p_until));
    END IF;
    way := check_course(coalesce(before.state, 'normal'), p_state);
    DELETE FROM area_state
    WHERE subdistrict = person.subdistrict AND area_kind = p_area_kind AND area_code = p_area_code AND lower(valid) > moment;
    UPDATE area_state SET valid = tstzrange(lower(valid), moment)
    WHERE subdistrict = person.subdistrict AND area_kind = p_area_kind AND area_code = p_area_code AND valid @> moment;
    INSERT INTO area_state (subdistrict, area_kind, area_code, state, valid, reason, set_by)
    SELECT person.subdistrict, p_area_kind, p_area_code, s.state, s.valid, p_reason, person.staff_number
    FROM (VALUES (p_state, tstzrange(moment, p_until)), (wanted.after_end, tstzrange(p_until, NULL))) s(state, valid)
    WHERE s.state = p_state OR p_until IS NOT NULL;
    PERFORM enter_log(person.subdistrict, 'area', p_area_kind || ':' || p_area_code, 'set', NULL, person.staff_number,
        jsonb_build_object('before', coalesce(before.state, 'normal'), 'state', p_state, 'reason', p_reason, 'until', p_until,
            'then', CASE WHEN p_until IS NOT NULL THEN wanted.after_end END, 'in_course', way.is_course), moment);
END
$body$;

-- What an earlier call under this request answered; nothing where there was none.
CREATE FUNCTION desk.earlier_area_action(p_person room.person, p_request uuid, p_action text, p_area_kind text, p_area_code text)
RETURNS jsonb LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    done room.area_action;
BEGIN
    SELECT * INTO done FROM area_action a WHERE a.subdistrict = p_person.subdistrict AND a.request_id = p_request;
    IF done.action_id IS NULL THEN
        RETURN NULL;
    ELSIF (done.staff_number, done.action, done.area_kind, done.area_code)
          IS DISTINCT FROM (p_person.staff_number, p_action, p_area_kind, p_area_code) THEN
        PERFORM refuse('request_reused', jsonb_build_object('request_id', p_request));
    END IF;
    RETURN jsonb_build_object('action_id', done.action_id, 'at', done.at, 'state', done.state, 'repeated', true);
END
$body$;

-- Whether an action may be recorded by a person in a state as it is sent: one of the seven that belongs to the state, by a post
-- that may record it, of the list where a task is named, with what was done and what came of it.
CREATE FUNCTION desk.check_area_action(p_person room.person, p_area_kind text, p_state text, p_action text, p_payload jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    rule room.operating_action;
    task text := p_payload ->> 'task';
BEGIN
    SELECT * INTO rule FROM operating_action o WHERE o.action = p_action;
    IF rule.action IS NULL THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'operating_action', 'value', left(p_action, 40)));
    ELSIF NOT string_to_array(rule.roles, ' ') && p_person.roles THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'take_area_action', 'role', split_part(rule.roles, ' ', 1)));
    ELSIF p_payload ->> 'state' IS DISTINCT FROM p_state THEN
        PERFORM refuse('area_moved', jsonb_build_object('operating_state', p_state));
    ELSIF NOT EXISTS (SELECT FROM operating_state_action s WHERE s.state = p_state AND s.action = p_action) THEN
        PERFORM refuse('operating_action', jsonb_build_object('operating_action', p_action, 'operating_state', p_state));
    ELSIF task IS NOT NULL AND NOT EXISTS (
        SELECT FROM operating_task t WHERE t.task = p_payload ->> 'task' AND t.state = p_state AND t.action = p_action
        AND coalesce(t.area_kind, p_area_kind) = p_area_kind AND (t.valid_to IS NULL OR t.valid_to >= room_today())) THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'task', 'value', left(task, 40)));
    ELSIF NOT EXISTS (SELECT FROM operating_outcome o WHERE o.outcome = p_payload ->> 'outcome') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'outcome', 'value', left(p_payload ->> 'outcome', 40)));
    END IF;
    RETURN require_text(p_payload, 'description');
END
$body$;

-- The handling unit an action names: one of today; people of a unit record for their own.
CREATE FUNCTION desk.acting_unit(p_person room.person, p_payload jsonb) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    unit text := nullif(btrim(p_payload ->> 'department_code'), '');
BEGIN
    IF NOT p_person.sees_all THEN
        unit := coalesce(unit, p_person.department_code);
    END IF;
    IF unit IS NOT NULL AND (NOT EXISTS (
           SELECT FROM department d WHERE d.subdistrict = p_person.subdistrict AND d.department_code = unit
           AND d.valid_from <= room_today() AND (d.valid_to IS NULL OR d.valid_to >= room_today()))
       OR NOT (p_person.sees_all OR unit = p_person.department_code)) THEN
        PERFORM refuse('unknown_department', jsonb_build_object('department', left(unit, 40)));
    END IF;
    RETURN unit;
END
$body$;

-- The case file an action names by its number: one that the person may see.
CREATE FUNCTION desk.acting_case(p_person room.person, p_payload jsonb) RETURNS bigint
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    wanted text := nullif(btrim(p_payload ->> 'case_number'), '');
    found bigint := (
        SELECT c.case_id FROM case_file c WHERE c.subdistrict = p_person.subdistrict AND c.case_number = wanted
        AND (p_person.sees_all OR c.department_code = p_person.department_code));
BEGIN
    IF wanted IS NOT NULL AND found IS NULL THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', left(wanted, 40)));
    END IF;
    RETURN found;
END
$body$;

-- Record one of the seven actions on an area: what was done and what came of it. The payload names the state the person saw; where
-- it has changed meanwhile the record is refused, since the list is another. A repeated request answers what it answered before.
CREATE FUNCTION desk.take_area_action(p_area_kind text, p_area_code text, p_action text, p_payload jsonb, p_request uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    span area_state;
    done area_action;
    answer jsonb;
BEGIN
    PERFORM check_request(p_payload, p_request);
    span := lock_area(person.subdistrict, p_area_kind, p_area_code);
    answer := earlier_area_action(person, p_request, p_action, p_area_kind, p_area_code);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    done.state := coalesce(span.state, 'normal');
    PERFORM check_area_action(person, p_area_kind, done.state, p_action, p_payload);
    done.at := room_now();
    done.department_code := acting_unit(person, p_payload);
    done.case_id := acting_case(person, p_payload);
    INSERT INTO area_action (subdistrict, area_kind, area_code, state, action, task, at, outcome, description, department_code, case_id,
                             login, staff_number, request_id)
    VALUES (person.subdistrict, p_area_kind, p_area_code, done.state, p_action, p_payload ->> 'task', done.at, p_payload ->> 'outcome',
            btrim(p_payload ->> 'description'), done.department_code, done.case_id, session_user, person.staff_number, p_request)
    RETURNING * INTO done;
    PERFORM enter_log(person.subdistrict, 'area', p_area_kind || ':' || p_area_code, 'acted', done.case_id, person.staff_number,
        to_jsonb(done) - ARRAY['subdistrict', 'area_kind', 'area_code', 'at', 'case_id', 'login', 'staff_number'], done.at);
    RETURN jsonb_build_object('action_id', done.action_id, 'at', done.at, 'state', done.state, 'repeated', false);
END
$body$;

-- What an area is called today.
CREATE FUNCTION desk.area_names(p_subdistrict text, p_area_kind text, p_area_code text) RETURNS TABLE (name_zh text, name_en text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT d.name_zh, d.name_en FROM division d WHERE p_area_kind IN ('subdistrict', 'community') AND d.level = p_area_kind
      AND d.subdistrict = p_subdistrict AND d.code = p_area_code
    UNION ALL
    SELECT g.name_zh, g.name_en FROM grid_version g WHERE g.subdistrict = p_subdistrict AND g.kind = p_area_kind AND g.code = p_area_code
      AND g.valid @> room_today()
$body$;

-- The areas somebody has set a state for or recorded something in: the state each is in, since when without a break, what follows
-- by itself, and of each task of its list the latest that was recorded in this state.
CREATE VIEW desk.area_live WITH (security_invoker = true) AS
SELECT k.subdistrict, k.area_kind, k.area_code, o.state, o.name_zh AS state_zh, o.name_en AS state_en, lower(a.valid) AS since,
       upper(a.valid) AS until, n.state AS next_state, a.reason, a.set_by, r.since AS in_state_since, d.done, d.number AS actions
FROM (SELECT s.subdistrict, s.area_kind, s.area_code FROM room.area_state s WHERE s.valid @> (SELECT room.room_now())
      UNION SELECT x.subdistrict, x.area_kind, x.area_code FROM room.area_action x) k
LEFT JOIN room.area_state a ON a.subdistrict = k.subdistrict AND a.area_kind = k.area_kind AND a.area_code = k.area_code
    AND a.valid @> (SELECT room.room_now())
JOIN room.operating_state o ON o.state = coalesce(a.state, 'normal')
LEFT JOIN room.area_state n ON n.subdistrict = k.subdistrict AND n.area_kind = k.area_kind AND n.area_code = k.area_code
    AND lower(n.valid) = upper(a.valid)
CROSS JOIN LATERAL (
    SELECT max(upper(b.valid)) AS since FROM room.area_state b
    WHERE b.subdistrict = k.subdistrict AND b.area_kind = k.area_kind AND b.area_code = k.area_code AND b.state <> o.state
      AND upper(b.valid) <= (SELECT room.room_now())) r
CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(l.task, jsonb_build_object('at', l.at, 'outcome', l.outcome)) FILTER (WHERE l.task IS NOT NULL AND l.is_last) AS done,
           count(*) AS number
    FROM (SELECT x.task, x.at, x.outcome,
                 row_number() OVER (PARTITION BY x.task ORDER BY x.at DESC, x.action_id DESC) = 1 AS is_last
          FROM room.area_action x
          WHERE x.subdistrict = k.subdistrict AND x.area_kind = k.area_kind AND x.area_code = k.area_code AND x.state = o.state
            AND x.at >= coalesce(r.since, '-infinity')) l) d;

-- What was done on areas, as it is read.
CREATE VIEW desk.area_action WITH (security_invoker = true) AS
SELECT x.subdistrict, x.action_id, x.area_kind, x.area_code, x.state, x.action, a.name_zh AS action_zh, a.name_en AS action_en, x.task,
       t.name_zh AS task_zh, t.name_en AS task_en, x.at, x.outcome, o.name_zh AS outcome_zh, o.name_en AS outcome_en, x.description,
       x.department_code, d.name_zh AS department_zh, d.name_en AS department_en, x.case_id, c.case_number, x.staff_number,
       f.name AS staff_name
FROM room.area_action x
JOIN room.operating_action a ON a.action = x.action
JOIN room.operating_outcome o ON o.outcome = x.outcome
LEFT JOIN room.operating_task t ON t.task = x.task
LEFT JOIN room.department d ON d.subdistrict = x.subdistrict AND d.department_code = x.department_code
LEFT JOIN room.case_file c ON c.subdistrict = x.subdistrict AND c.case_id = x.case_id
LEFT JOIN room.staff f ON f.subdistrict = x.subdistrict AND f.staff_number = x.staff_number;

-- What is still to be done in the areas out of the normal at a moment: tasks of their lists that nobody has settled since the area
-- came into its state, or not lately enough.
CREATE FUNCTION desk.open_tasks(p_subdistrict text, p_at timestamptz)
RETURNS TABLE (area_kind text, area_code text, task text, last_at timestamptz, last_outcome text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT l.area_kind, l.area_code, t.task, (l.done -> t.task ->> 'at')::timestamptz, l.done -> t.task ->> 'outcome'
    FROM area_live l
    JOIN operating_task t ON t.state = l.state AND coalesce(t.area_kind, l.area_kind) = l.area_kind
        AND (t.valid_to IS NULL OR t.valid_to >= (p_at AT TIME ZONE 'Asia/Shanghai')::date)
    LEFT JOIN operating_outcome o ON o.outcome = l.done -> t.task ->> 'outcome'
    WHERE l.subdistrict = p_subdistrict AND l.state <> 'normal'
      AND (o.settles IS NOT TRUE
           OR (l.done -> t.task ->> 'at')::timestamptz + make_interval(mins => t.repeat_minutes) <= p_at)
    ORDER BY l.area_kind, l.area_code, t.position
$body$;
