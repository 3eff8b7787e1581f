-- What a clock effect does to the clock of a case file. Deadlines once given are kept, so lateness is never lost.
CREATE FUNCTION desk.set_clock(p_case room.case_file, p_effect text, p_at timestamptz) RETURNS room.case_file
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
    limits room.class_condition;
BEGIN
    IF p_effect = 'none' THEN
        RETURN c;
    ELSIF p_effect = 'stop' THEN
        c.clock := 'none'; c.clock_started_at := NULL; c.yellow_at := NULL; c.due_at := NULL;
        RETURN c;
    END IF;
    c.clock := CASE p_effect WHEN 'restart_handle' THEN 'handle' ELSE replace(p_effect, 'start_', '') END;
    c.clock_started_at := p_at;
    IF c.clock = 'handle' THEN
        SELECT * INTO limits FROM class_condition
        WHERE profile = c.profile AND kind = c.kind AND class_code = c.class_code AND condition_no = c.condition_no;
        -- A second dispatch of the same order gains no time; a rework or another condition has cleared the deadline.
        IF c.deadline_at IS NULL THEN
            c.deadline_at := deadline(p_at, limits.limit_amount, limits.limit_unit);
            c.original_deadline_at := coalesce(c.original_deadline_at, c.deadline_at);
            c.yellow_at := deadline(p_at, limits.limit_amount * 0.75, limits.limit_unit);
        ELSE
            c.yellow_at := CASE WHEN p_case.clock = 'handle' THEN c.yellow_at
                                ELSE least(c.deadline_at, c.deadline_at - (c.deadline_at - p_at) * 0.25) END;
        END IF;
        c.due_at := c.deadline_at;
    ELSE
        SELECT p_at + make_interval(mins => l.minutes), p_at + make_interval(secs => l.minutes * 45) INTO c.due_at, c.yellow_at
        FROM stage_limit l WHERE l.profile = 'default' AND l.stage = c.clock;
    END IF;
    RETURN c;
END
$body$;

-- What an action writes into the case file, beside state and clock.
CREATE FUNCTION desk.apply_action(p_case room.case_file, p_action text, p_person room.person, p_payload jsonb, p_at timestamptz)
RETURNS room.case_file LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
BEGIN
    CASE
    WHEN p_action IN ('file', 'refile') THEN
        c.filed_at := p_at; c.filed_by := p_person.staff_number;
        IF c.condition_no <> read_integer(p_payload, 'condition_no') THEN
            c.deadline_at := NULL;
        END IF;
        c.condition_no := read_integer(p_payload, 'condition_no');
        SELECT priority INTO c.priority FROM class_condition
        WHERE profile = c.profile AND kind = c.kind AND class_code = c.class_code AND condition_no = c.condition_no;
    WHEN p_action IN ('dispatch', 'redispatch') THEN
        c.dispatched_at := p_at; c.dispatched_by := p_person.staff_number;
        c.department_code := p_payload ->> 'department_code'; c.handler := NULL;
    WHEN p_action = 'assign' THEN
        c.handler := coalesce(p_payload ->> 'handler', p_person.staff_number);
    WHEN p_action = 'submit_handling' THEN
        c.handled_at := p_at; c.handled_by := p_person.staff_number; c.on_behalf := false;
    WHEN p_action = 'handled_on_behalf' THEN
        c.handled_at := p_at; c.handled_by := p_payload ->> 'said_by'; c.on_behalf := true; c.feedback_at := p_at;
    WHEN p_action = 'confirm_handling' THEN c.feedback_at := p_at;
    WHEN p_action = 'check_result' THEN
        c.checked_at := p_at; c.checked_by := p_person.staff_number; c.check_passed := (p_payload ->> 'passed')::boolean;
    WHEN p_action IN ('rework', 'return_for_rework') THEN
        c.rework_count := c.rework_count + 1; c.check_passed := NULL; c.handler := NULL; c.deadline_at := NULL;
    WHEN p_action IN ('return_to_acceptor', 'return_to_dispatcher', 'return_further') THEN
        c.return_count := c.return_count + 1; c.handler := NULL;
        IF p_action = 'return_to_dispatcher' THEN c.department_code := NULL; END IF;
    WHEN p_action IN ('close', 'force_close', 'void', 'void_returned', 'link_duplicate', 'link_returned') THEN
        c.closed_at := p_at; c.closed_by := p_person.staff_number;
        IF p_action = 'close' THEN
            c.closing_condition_no := read_integer(p_payload, 'closing_condition_no');
        ELSIF p_action IN ('link_duplicate', 'link_returned') THEN
            SELECT d.case_id INTO c.duplicate_of FROM case_file d
            WHERE d.subdistrict = c.subdistrict AND d.case_number = p_payload ->> 'duplicate_of';
        END IF;
    WHEN p_action = 'urge' THEN c.urge_count := c.urge_count + 1;
    ELSE NULL;
    END CASE;
    RETURN c;
END
$body$;

CREATE FUNCTION desk.store_case(p_case room.case_file) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    UPDATE case_file SET
        (version, state, condition_no, closing_condition_no, priority, filed_at, filed_by, dispatched_at, dispatched_by,
         department_code, handler, handled_at, handled_by, on_behalf, feedback_at, checked_at, checked_by, check_passed,
         closed_at, closed_by, clock, clock_started_at, yellow_at, due_at, deadline_at, original_deadline_at,
         rework_count, return_count, urge_count, duplicate_of)
      = ROW(p_case.version, p_case.state, p_case.condition_no, p_case.closing_condition_no, p_case.priority, p_case.filed_at,
         p_case.filed_by, p_case.dispatched_at, p_case.dispatched_by, p_case.department_code, p_case.handler,
         p_case.handled_at, p_case.handled_by, p_case.on_behalf, p_case.feedback_at, p_case.checked_at, p_case.checked_by,
         p_case.check_passed, p_case.closed_at, p_case.closed_by, p_case.clock, p_case.clock_started_at, p_case.yellow_at,
         p_case.due_at, p_case.deadline_at, p_case.original_deadline_at, p_case.rework_count, p_case.return_count,
         p_case.urge_count, p_case.duplicate_of)
    WHERE subdistrict = p_case.subdistrict AND case_id = p_case.case_id;
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

-- The slip, text or webhook that tells the handling unit, written with the step that sends it.
CREATE FUNCTION desk.write_outbox(p_case room.case_file, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    INSERT INTO outbox (subdistrict, case_id, case_version, channel, department_code, recipient, body, created_at, next_attempt_at)
    SELECT p_case.subdistrict, p_case.case_id, p_case.version, d.channel, d.department_code, d.contact_name,
           jsonb_build_object('case_number', p_case.case_number, 'class_zh', k.name_zh, 'class_en', k.name_en,
               'address', p_case.address, 'description', p_case.description, 'unit_grid_code', p_case.unit_grid_code,
               'deadline_at', p_case.deadline_at, 'department_zh', d.name_zh, 'phone', d.phone),
           p_at, p_at
    FROM department d JOIN class k ON k.profile = p_case.profile AND k.kind = p_case.kind AND k.code = p_case.class_code
    WHERE d.subdistrict = p_case.subdistrict AND d.department_code = p_case.department_code;
END
$body$;

-- The case file, locked; one out of the person's sight is neither locked nor told from one that does not exist.
CREATE FUNCTION desk.lock_case(p_person room.person, p_subdistrict text, p_case bigint, p_expected integer) RETURNS room.case_file
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    c room.case_file;
BEGIN
    SELECT * INTO c FROM case_file
    WHERE subdistrict = p_subdistrict AND subdistrict = p_person.subdistrict AND case_id = p_case
      AND (p_person.sees_all OR department_code = p_person.department_code)
    FOR UPDATE;
    IF c.case_id IS NULL THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case));
    END IF;
    IF c.version IS DISTINCT FROM p_expected THEN
        PERFORM refuse('stale_version', jsonb_build_object('case_number', c.case_number, 'expected', p_expected,
            'version', c.version, 'state', c.state));
    END IF;
    RETURN c;
END
$body$;

-- Who may take this step now: one of his posts, his own unit's order, one axis a shift. Returns the transition, and whether it
-- is an exception to the axes.
CREATE FUNCTION desk.check_step(p_case room.case_file, p_action text, p_person room.person, p_payload jsonb, p_at timestamptz,
                                OUT rule room.case_transition, OUT both_axes boolean)
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    rule := find_transition(p_case.profile, p_action, p_case.state, p_person.roles);
    IF rule.axis = 'handler' AND p_case.department_code IS DISTINCT FROM p_person.department_code THEN
        PERFORM refuse('other_department', jsonb_build_object('case_number', p_case.case_number, 'department', p_case.department_code));
    END IF;
    both_axes := crosses_axes(p_person, rule.axis, p_at);
    IF rule.reason_required AND coalesce(btrim(p_payload ->> 'reason'), '') = '' THEN
        PERFORM refuse('reason_required', jsonb_build_object('action', p_action));
    END IF;
    PERFORM check_guard(rule.guard, p_case, p_person, p_payload);
END
$body$;

-- One step of a case file: (case, action, payload, expected version, request id) -> new version.
CREATE FUNCTION desk.case_step(p_subdistrict text, p_case bigint, p_action text, p_payload jsonb, p_expected integer, p_request uuid)
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    payload jsonb := coalesce(p_payload, jsonb_build_object());
    before case_file;
    c case_file;
    allowed record;
    moment timestamptz;
    answer jsonb;
BEGIN
    PERFORM check_request(payload, p_request);
    PERFORM pg_advisory_xact_lock(hashtextextended(p_request::text, 0));
    answer := earlier_answer(person.subdistrict, p_request, p_action, p_case);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    before := lock_case(person, p_subdistrict, p_case, p_expected);
    moment := room_now();
    allowed := check_step(before, p_action, person, payload, moment);
    payload := note_recommended(before, p_action, payload, moment);
    c := apply_action(before, p_action, person, payload, moment);
    c.version := before.version + 1;
    c.state := CASE (allowed.rule).to_state WHEN '=' THEN before.state ELSE (allowed.rule).to_state END;
    c := set_clock(c, (allowed.rule).clock_effect, moment);
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis,
                          both_axes, reason, payload, request_id)
    VALUES (c.subdistrict, c.case_id, c.version, moment, p_action, before.state, c.state, session_user, person.staff_number,
            (allowed.rule).role, (allowed.rule).axis, allowed.both_axes, payload ->> 'reason', payload - 'reason', p_request);
    PERFORM store_case(c);
    IF p_action IN ('dispatch', 'redispatch') THEN
        PERFORM write_outbox(c, moment);
    END IF;
    RETURN jsonb_build_object('case_id', c.case_id, 'case_number', c.case_number, 'version', c.version, 'state', c.state,
        'at', moment, 'repeated', false);
END
$body$;
