-- What is asked for and is no new step: refused, with what a person needs to decide again, or answered as it was before.

-- Refuse an action that no row of the table allows from here.
CREATE FUNCTION desk.refuse_action(p_rules text, p_action text, p_state text) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF EXISTS (SELECT 1 FROM case_transition WHERE profile = p_rules AND action = p_action) THEN
        PERFORM refuse('wrong_state', jsonb_build_object('action', p_action, 'state', p_state));
    END IF;
    PERFORM refuse('unknown_action', jsonb_build_object('action', left(p_action, 40)));
END
$body$;

-- Say why the transition found for an action is not open: none leads from here, it is another post's, or what is pending is in
-- its way.
CREATE FUNCTION desk.refuse_transition(p_rule room.case_transition, p_case room.case_file, p_action text, p_roles text[]) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_rule.action IS NULL THEN
        PERFORM refuse_action(transition_profile(p_case.profile), p_action, p_case.state);
    ELSIF NOT p_rule.role = ANY (p_roles) THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', p_rule.role));
    ELSIF p_rule.pending_from = 'none' THEN
        PERFORM refuse('already_pending', jsonb_build_object('action', p_action, 'pending', coalesce(p_case.pending, 'none')));
    END IF;
    PERFORM refuse('nothing_pending', jsonb_build_object('action', p_action, 'pending', p_rule.pending_from));
END
$body$;

-- The answer a request got before, if it was answered: a retry after a lost connection is safe.
CREATE FUNCTION desk.earlier_answer(p_subdistrict text, p_request uuid, p_action text, p_case bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    entry room.case_log;
BEGIN
    SELECT * INTO entry FROM case_log WHERE subdistrict = p_subdistrict AND request_id = p_request;
    IF entry.case_id IS NULL THEN
        RETURN NULL;
    END IF;
    IF entry.login <> session_user OR entry.action <> p_action OR entry.case_id <> coalesce(p_case, entry.case_id) THEN
        PERFORM refuse('request_reused', jsonb_build_object('request_id', p_request));
    END IF;
    RETURN jsonb_build_object('case_id', entry.case_id, 'version', entry.version, 'state', entry.to_state,
        'case_number', (SELECT case_number FROM case_file f WHERE f.subdistrict = p_subdistrict AND f.case_id = entry.case_id),
        'at', entry.at, 'repeated', true);
END
$body$;

-- The case file, locked; nothing when it is out of the person's sight, which is neither locked nor told from one that does not
-- exist.
CREATE FUNCTION desk.lock_case(p_person room.person, p_subdistrict text, p_case bigint) RETURNS room.case_file
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    c room.case_file;
BEGIN
    SELECT f.* INTO c FROM case_file f
    WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.subdistrict = p_person.subdistrict
      AND (p_person.sees_all OR f.department_code = p_person.department_code)
    FOR NO KEY UPDATE;
    RETURN c;
END
$body$;

-- The transition of an action that a person may take; refused where there is none.
CREATE FUNCTION desk.allowed_rule(p_case room.case_file, p_person room.person, p_action text, p_request uuid) RETURNS room.case_transition
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    rule room.case_transition := find_rule(p_case, p_person.roles, p_action);
BEGIN
    IF NOT coalesce(rule.role = ANY (p_person.roles) AND rule.pending_from IN ('*', coalesce(p_case.pending, 'none')), false) THEN
        PERFORM earlier_answer(p_person.subdistrict, p_request, p_action, p_case.case_id);
        PERFORM refuse_transition(rule, p_case, p_action, p_person.roles);
    END IF;
    RETURN rule;
END
$body$;

-- Refuse a step that was decided on another version than the case file has now, and say what happened since: enough for a
-- person to see both versions and decide again.
CREATE FUNCTION desk.refuse_stale(p_case room.case_file, p_expected integer) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    since jsonb := (
        SELECT jsonb_agg(jsonb_build_object('version', l.version, 'at', l.at, 'action', l.action, 'state', l.to_state,
                   'staff', l.staff_number, 'staff_name', s.name, 'role', l.role, 'reason', l.reason) ORDER BY l.version)
        FROM case_log l LEFT JOIN staff s ON s.subdistrict = l.subdistrict AND s.staff_number = l.staff_number
        WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id
          AND l.version > greatest(least(p_expected, p_case.version - 1), p_case.version - 20));
    last jsonb := since -> -1;
BEGIN
    PERFORM refuse('stale_version', jsonb_build_object('case_id', p_case.case_id, 'case_number', p_case.case_number,
        'expected', p_expected, 'version', p_case.version, 'state', p_case.state, 'action', last -> 'action',
        'staff', coalesce(last ->> 'staff_name', last ->> 'staff'), 'at', local_text((last ->> 'at')::timestamptz),
        'department', p_case.department_code, 'pending', p_case.pending, 'since', coalesce(since, jsonb_build_array())));
END
$body$;

-- What a request that cannot be a new step is answered: what it was answered before, else why not.
CREATE FUNCTION desk.answer_again(p_case room.case_file, p_subdistrict text, p_case_id bigint, p_action text, p_expected integer,
                                  p_request uuid)
RETURNS jsonb LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    answer jsonb := earlier_answer(p_subdistrict, p_request, p_action, p_case_id);
BEGIN
    IF answer IS NULL AND p_case.case_id IS NULL THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case_id));
    ELSIF answer IS NULL THEN
        PERFORM refuse_stale(p_case, p_expected);
    END IF;
    RETURN answer;
END
$body$;

-- The two that come most often, found with one look: a request that was answered before gets its answer, and a step decided on the
-- version just before is refused with what the other one was. NULL for everything else, which is looked at closely. The caller knows
-- that whoever asks belongs to the subdistrict, and the unit whose case files alone he sees (p_unit; NULL: all). That a request came with
-- this very step is told by the step's row; only before a refusal it is asked whether it served for another one. (A scan inside
-- OFFSET 0 hands on what is named and not all sixty columns, each of which costs to set up. The refusal is raised here and not by a
-- call, which would cost as much as a tenth of the rest; texts are quoted by the array, since one by one they cost three times that.)
CREATE FUNCTION desk.quick_answer(p_subdistrict text, p_unit text, p_case bigint, p_action text, p_expected integer, p_request uuid)
RETURNS json LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    served boolean;
    told text;
BEGIN
    SELECT l.request_id = p_request, CASE WHEN l.request_id <> p_request THEN format(
               '{{"case_id": %s, "expected": %s, "version": %s, "since": [{{"version": %s, "at": %s, %s], %s',
               p_case, p_expected, l.version, l.version, to_json(l.at),
               substr(json_object(ARRAY['action', 'state', 'staff', 'staff_name', 'role', 'reason'],
                                  ARRAY[l.action, l.to_state, l.staff_number, l.name, l.role, l.reason])::text, 2),
               substr(json_object(ARRAY['case_number', 'state', 'action', 'staff', 'at', 'department', 'pending'],
                                  ARRAY[f.case_number, l.to_state, l.action, coalesce(l.name, l.staff_number),
                                        to_char(l.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), f.department_code, f.pending])::text, 2))
           WHEN l.login = session_user AND l.action = p_action THEN json_build_object(
               'case_id', p_case, 'version', l.version, 'state', l.to_state, 'case_number', f.case_number, 'at', l.at, 'repeated', true)::text END
    INTO served, told
    FROM (SELECT c.case_number, c.department_code, c.pending FROM case_file c
          WHERE c.subdistrict = p_subdistrict AND c.case_id = p_case AND c.version = p_expected + 1::bigint
          AND (p_unit IS NULL OR c.department_code = p_unit) OFFSET 0) f
    CROSS JOIN (SELECT x.version, x.at, x.action, x.to_state, x.login, x.staff_number, x.role, x.reason, x.request_id,
                       (SELECT s.name FROM staff s WHERE s.subdistrict = p_subdistrict AND s.staff_number = x.staff_number) AS name
                FROM case_log x
                WHERE x.subdistrict = p_subdistrict AND x.case_id = p_case AND x.version = p_expected + 1::bigint OFFSET 0) l;
    IF served = false THEN
        IF EXISTS (SELECT FROM case_log x WHERE x.request_id = p_request AND x.subdistrict = p_subdistrict) THEN
            RETURN NULL;
        END IF;
        RAISE SQLSTATE 'CB001' USING MESSAGE = 'room.stale_version', DETAIL = told;
    END IF;
    RETURN told;
END
$body$;
