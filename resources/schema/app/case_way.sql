-- The usual way of a case file: the steps most of a day consists of, each in as few statements as can be. What a step must keep is
-- asked in the statement that changes the case file; check_guard() says what is wrong where it finds nothing.

-- Whether a case file stands where the usual way has it, no colleague has claimed it, its log goes on from a hash it carries, and
-- nothing changes about its being late. Taken over by the statements that ask it.
CREATE FUNCTION desk.stands(p_state text, p_way_state text, p_profile text, p_way_profiles text[], p_unit text, p_way_unit text,
                            p_pending text, p_claimed_by text, p_staff text, p_hash bytea, p_clock text, p_late boolean,
                            p_deadline timestamptz, p_at timestamptz)
RETURNS boolean LANGUAGE sql IMMUTABLE
AS $body$
    SELECT p_state = p_way_state AND p_profile = ANY (p_way_profiles) AND (p_way_unit IS NULL OR p_unit = p_way_unit)
       AND p_pending IS NULL AND (p_claimed_by IS NULL OR p_claimed_by = p_staff) AND p_hash IS NOT NULL
       AND (p_clock <> 'handle' OR p_late OR p_at <= p_deadline)
$body$;

-- Whether there are as many pictures of the result as the rules demand, as check_result_photos() counts them.
CREATE FUNCTION desk.is_pictured(w room.known_way, p_case bigint, p_expected integer, p_stage text) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT count(*) >= w.pictures FROM case_file f
            JOIN case_attachment a ON a.subdistrict = f.subdistrict AND a.case_id = f.case_id AND a.stage = p_stage
            WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND a.media_type LIKE 'image/%'
              AND a.added_at >= CASE p_stage WHEN 'after' THEN greatest(f.dispatched_at, f.handled_at) ELSE f.handled_at END);
END
$body$;

-- Move a case file on by a step of supervision or command: one statement finds it and changes what the step changes, nothing else,
-- since a statement costs by the column. The hash that the case file carries becomes that of the step's row in the log, which follows.
CREATE FUNCTION desk.move_on(w room.known_way, p_case bigint, p_payload jsonb, p_expected integer, p_contents bytea, p_at timestamptz,
    OUT number text, OUT unit text, OUT before bytea, OUT after bytea)
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    IF w.action = 'forward_to_supervision' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND f.clock = 'none' AND f.clock_started_at IS NULL
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    ELSIF w.action = 'send_check' AND NOT p_payload ? 'collector' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            clock = 'check', clock_started_at = p_at, due_at = p_at + make_interval(mins => w.stage_minutes),
            yellow_at = p_at + make_interval(secs => w.stage_minutes * 45),
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    ELSIF w.action = 'check_result' AND jsonb_typeof(p_payload -> 'passed') = 'boolean'
          AND (w.pictures = 0 OR is_pictured(w, p_case, p_expected, 'check')) THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            clock = 'none', clock_started_at = NULL, due_at = NULL, yellow_at = NULL,
            checked_at = p_at, checked_by = w.staff_number, check_passed = (p_payload ->> 'passed')::boolean,
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND f.paused_clock IS NULL
          AND (w.staff_number IN (f.dispatched_by, f.handled_by, f.handler)) IS NOT TRUE AND NOT EXISTS (
              SELECT FROM case_log l WHERE l.subdistrict = f.subdistrict AND l.case_id = f.case_id
              AND l.staff_number = w.staff_number AND l.axis IN ('command', 'handler'))
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    ELSIF w.action = 'close' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            clock = 'none', clock_started_at = NULL, due_at = NULL, yellow_at = NULL,
            closed_at = p_at, closed_by = w.staff_number, closing_condition_no = k.condition_no,
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        FROM class_condition k
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND f.paused_clock IS NULL AND f.suspended_until IS NULL
          AND k.profile = f.profile AND k.kind = f.kind AND k.class_code = f.class_code
          AND k.condition_no::text = p_payload ->> 'closing_condition_no' AND f.check_passed AND f.checked_at >= f.handled_at
          AND (w.staff_number IN (f.dispatched_by, f.handled_by, f.handler)) IS NOT TRUE AND NOT EXISTS (
              SELECT FROM case_log l WHERE l.subdistrict = f.subdistrict AND l.case_id = f.case_id
              AND l.staff_number = w.staff_number AND l.axis IN ('command', 'handler'))
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    ELSIF w.action = 'file' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, filed_at = p_at, filed_by = w.staff_number,
            condition_no = k.condition_no, priority = k.priority,
            clock = 'dispatch', clock_started_at = p_at, due_at = p_at + make_interval(mins => w.stage_minutes),
            yellow_at = p_at + make_interval(secs => w.stage_minutes * 45),
            claimed_by = w.staff_number, claimed_role = w.role, claimed_until = p_at + make_interval(mins => w.claim_minutes),
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        FROM class_condition k
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND f.condition_no IS NULL AND k.profile = f.profile AND k.kind = f.kind AND k.class_code = f.class_code AND k.condition_no::text = p_payload ->> 'condition_no'
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    END IF;
END
$body$;

-- The same by a step of the handling unit.
CREATE FUNCTION desk.hand_on(w room.known_way, p_case bigint, p_payload jsonb, p_expected integer, p_contents bytea, p_at timestamptz,
    OUT number text, OUT unit text, OUT before bytea, OUT after bytea)
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    day date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    IF w.action = 'submit_handling' AND (w.pictures = 0 OR is_pictured(w, p_case, p_expected, 'after')) THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            handled_at = p_at, handled_by = w.staff_number, on_behalf = false,
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND f.handler = w.staff_number
          AND (w.staff_number IN (f.dispatched_by, f.reported_by)) IS NOT TRUE
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    ELSIF w.action = 'confirm_handling' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            clock = 'none', clock_started_at = NULL, due_at = NULL, yellow_at = NULL,
            feedback_at = p_at,
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND f.paused_clock IS NULL
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    ELSIF w.action = 'assign' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            handler = s.staff_number,
            previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, p_contents)
        FROM staff s
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
              f.department_code, w.unit, f.pending, f.claimed_by, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
          AND s.subdistrict = w.subdistrict AND s.department_code = w.unit
          AND (s.staff_number IN (f.dispatched_by, f.reported_by)) IS NOT TRUE
          AND s.staff_number = coalesce(p_payload ->> 'handler', w.staff_number) AND daterange(s.valid_from, s.valid_to, '[]') @> day AND EXISTS (
              SELECT FROM staff_role r WHERE r.subdistrict = w.subdistrict AND r.staff_number = s.staff_number AND r.role = 'worker'
              AND daterange(r.valid_from, r.valid_to, '[]') @> day)
        RETURNING f.case_number, f.department_code, f.previous_log_hash, f.log_hash INTO number, unit, before, after;
    END IF;
END
$body$;

-- One step of a case file: (case, action, payload, expected version, request id) -> new version. A step of the usual way is one look
-- for who takes it, and what changes the case file. Where anything is not as usual, such as a colleague's claim, something pending, a
-- reason, a deadline that has passed or another version, nothing is found and done here, and any_step() looks closely. Queries look
-- up keys: one plan suits them all, and none is made for each step. A request id that served for something else breaks the log's key,
-- case_log_request; to look for that first would cost twice as much.
CREATE FUNCTION desk.case_step(p_subdistrict text, p_case bigint, p_action text, p_payload jsonb, p_expected integer, p_request uuid)
RETURNS json LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = room, desk, pg_temp SET plan_cache_mode = force_generic_plan
AS $body$
DECLARE
    began timestamptz := clock_timestamp();
    w known_way;
    moment timestamptz;
    contents bytea;
    moved record;
BEGIN
    IF p_request IS NOT NULL AND jsonb_typeof(p_payload) = 'object' AND pg_column_size(p_payload) <= 65536
       AND (NOT p_payload ? 'reason' OR p_action = 'dispatch') AND NOT p_payload ? 'channels' THEN
        SELECT * INTO w FROM known_way k WHERE k.login = session_user AND k.action = p_action AND k.subdistrict = p_subdistrict;
    END IF;
    moment := CASE WHEN w.room_time IS NULL THEN began ELSE w.room_time + (began - w.server_time) * w.pace END;
    IF (w.days @> (moment AT TIME ZONE 'Asia/Shanghai')::date) IS NOT TRUE THEN
        RETURN any_step(p_subdistrict, p_case, p_action, p_payload, p_expected, p_request)::json;
    END IF;
    IF p_action = 'dispatch' THEN
        RETURN coalesce(send_out(w, p_case, p_payload, p_expected, p_request, moment),
                        quick_answer(p_subdistrict, w.unit, p_case, p_action, p_expected, p_request)::json,
                        any_step(p_subdistrict, p_case, p_action, p_payload, p_expected, p_request)::json);
    END IF;
    contents := log_contents(w.words, p_case, p_expected + 1::bigint, moment, p_request, p_payload);
    IF w.axis = 'handler' THEN
        moved := hand_on(w, p_case, p_payload, p_expected, contents, moment);
    ELSE
        moved := move_on(w, p_case, p_payload, p_expected, contents, moment);
    END IF;
    IF moved.after IS NULL THEN
        RETURN coalesce(quick_answer(p_subdistrict, w.unit, p_case, p_action, p_expected, p_request),
                        any_step(p_subdistrict, p_case, p_action, p_payload, p_expected, p_request))::json;
    END IF;
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis, payload,
                          request_id, previous_hash, hash)
    VALUES (p_subdistrict, p_case, p_expected + 1, moment, p_action, w.state, w.to_state, session_user, w.staff_number, w.role, w.axis,
            p_payload, p_request, moved.before, moved.after);
    -- Whoever waited so long for somebody else's change asks again: the moment of a step is none that has passed.
    IF clock_timestamp() > began + interval '10 seconds' THEN
        RAISE EXCEPTION USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN json_build_object('case_id', p_case, 'case_number', moved.number, 'version', p_expected + 1, 'state', w.to_state,
        'at', moment, 'repeated', false);
END
$body$;
