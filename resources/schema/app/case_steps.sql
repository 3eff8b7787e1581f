-- What ending a case file writes into it.
CREATE FUNCTION desk.end_case(p_case room.case_file, p_action text, p_person room.person, p_payload jsonb, p_at timestamptz)
RETURNS room.case_file LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
BEGIN
    c.closed_at := p_at; c.closed_by := p_person.staff_number; c.suspended_until := NULL;
    IF p_action = 'close' THEN
        c.closing_condition_no := read_integer(p_payload, 'closing_condition_no');
    ELSIF p_action = 'quick_close' THEN
        c.quick_closed := true; c.handled_at := p_at; c.handled_by := p_person.staff_number;
    ELSIF p_action IN ('link_duplicate', 'link_returned') THEN
        SELECT d.case_id INTO c.duplicate_of FROM case_file d
        WHERE d.subdistrict = c.subdistrict AND d.case_number = p_payload ->> 'duplicate_of';
    END IF;
    RETURN c;
END
$body$;

-- What an action writes into the case file, beside state, clock and what is pending.
CREATE FUNCTION desk.apply_action(p_case room.case_file, p_action text, p_person room.person, p_payload jsonb, p_at timestamptz)
RETURNS room.case_file LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
BEGIN
    CASE
    -- What only passes a case file on is not looked for among all that follow.
    WHEN p_action IN ('forward_to_supervision', 'send_check', 'send_verify', 'verify_result', 'redo_worker') THEN NULL;
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
        IF p_action <> 'return_further' THEN c.department_code := NULL; END IF;
    WHEN p_action IN ('close', 'force_close', 'quick_close', 'void', 'void_returned', 'link_duplicate', 'link_returned') THEN
        c := end_case(c, p_action, p_person, p_payload, p_at);
    WHEN p_action = 'urge' THEN c.urge_count := c.urge_count + 1;
    WHEN p_action = 'unassign' THEN c.handler := NULL;
    WHEN p_action = 'rule_return' THEN c.ruled_count := c.return_count;
    WHEN p_action = 'extend' THEN c.extend_count := c.extend_count + 1;
    WHEN p_action = 'ask_suspend' THEN c.pending_until := read_time(p_payload, 'until');
    WHEN p_action = 'suspend' THEN
        c.suspended_until := c.pending_until; c.suspend_count := c.suspend_count + 1; c.state_before := c.state;
    WHEN p_action = 'resume' THEN c.suspended_until := NULL; c.state_before := NULL;
    WHEN p_action = 'ask_appeal' THEN c.appealed := true;
    WHEN p_action = 'appeal' THEN c.exempt := true;
    WHEN p_action = 'recheck' THEN c.recheck_passed := (p_payload ->> 'passed')::boolean;
    ELSE NULL;
    END CASE;
    RETURN c;
END
$body$;

-- The transition of an action from where a case file stands: the one that is open to somebody with these posts, else the one
-- whose refusal says most. Asked behind the lock: in the locking query, a step that had to wait would be judged by the state
-- before.
CREATE FUNCTION desk.find_rule(p_case room.case_file, p_roles text[], p_action text) RETURNS room.case_transition
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    rule room.case_transition;
BEGIN
    SELECT t.* INTO rule FROM case_transition t
    WHERE t.profile = coalesce((SELECT o.profile FROM case_transition o WHERE o.profile = p_case.profile LIMIT 1), 'default')
      AND t.action = p_action AND (t.from_state = p_case.state OR (t.from_state = '*' AND p_case.closed_at IS NULL))
    ORDER BY t.pending_from IN ('*', coalesce(p_case.pending, 'none')) DESC, t.role = ANY (p_roles) DESC, t.position
    LIMIT 1;
    RETURN rule;
END
$body$;

-- Whether a person may take this step now: his own unit's order, one axis a shift, and what the guards ask. Refused when not;
-- returns whether it is an exception to the axes. One look says that most steps need none of the first four: an expression costs
-- more to set up for a transaction than to work out.
CREATE FUNCTION desk.check_step(p_case room.case_file, p_rule room.case_transition, p_person room.person, p_payload jsonb, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    guard text;
    kept boolean := true;
    both_axes boolean := false;
BEGIN
    IF p_person.both_axes OR p_rule.reason_required OR p_case.claimed_until > p_at
       OR (p_rule.axis = 'handler' AND p_case.department_code IS DISTINCT FROM p_person.department_code) THEN
        both_axes := check_standing(p_case, p_rule, p_person, p_payload, p_at);
    END IF;
    IF p_rule.guard <> 'none' THEN
        FOREACH guard IN ARRAY string_to_array(p_rule.guard, ' ') LOOP
            kept := check_guard(guard, p_case, p_person, p_payload, p_at);
        END LOOP;
    END IF;
    RETURN both_axes;
END
$body$;

-- His own unit's order, one axis a shift, no colleague's claim, a reason where one is asked for.
CREATE FUNCTION desk.check_standing(p_case room.case_file, p_rule room.case_transition, p_person room.person, p_payload jsonb,
                                    p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    kept boolean;
    both_axes boolean;
BEGIN
    IF p_rule.axis = 'handler' AND p_case.department_code IS DISTINCT FROM p_person.department_code THEN
        PERFORM refuse('other_department', jsonb_build_object('case_number', p_case.case_number, 'department', p_case.department_code));
    END IF;
    both_axes := crosses_axes(p_person, p_rule.axis, p_at);
    IF p_case.claimed_until > p_at AND p_rule.from_state <> '*' THEN
        kept := check_claim(p_case, p_rule.role, p_person.staff_number, p_at);
    END IF;
    IF p_rule.reason_required AND coalesce(btrim(p_payload ->> 'reason'), '') = '' THEN
        PERFORM refuse('reason_required', jsonb_build_object('action', p_rule.action));
    END IF;
    RETURN both_axes;
END
$body$;

-- The hash of the log's last row of a case file that does not carry it yet: it was loaded with its log.
CREATE FUNCTION desk.log_head(p_case room.case_file) RETURNS bytea
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    head bytea := (SELECT l.hash FROM case_log l
                   WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id AND l.version = p_case.version);
BEGIN
    IF head IS NULL THEN
        PERFORM refuse('log_gap', jsonb_build_object('case_id', p_case.case_id, 'version', p_case.version + 1));
    END IF;
    RETURN head;
END
$body$;

-- Write a step that was found allowed: its row in the log, by which desks are told, the case file, and what tells the handling unit.
-- Returns the state it leads to; nothing is stored, and NULL returned, where the request is known already. The case file as the
-- step leaves it is worked out here and not in a function of its own: a row of sixty columns costs more to hand over than to change.
CREATE FUNCTION desk.write_step(p_case room.case_file, p_rule room.case_transition, p_person room.person, p_both_axes boolean,
                                p_payload jsonb, p_request uuid, p_at timestamptz)
RETURNS text LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    c room.case_file := p_case;
BEGIN
    -- What only passes a case file on writes nothing of its own.
    IF p_rule.action NOT IN ('forward_to_supervision', 'send_check', 'send_verify', 'verify_result', 'redo_worker') THEN
        c := apply_action(c, p_rule.action, p_person, p_payload, p_at);
    END IF;
    c.version := p_case.version + 1;
    IF p_rule.to_state <> '=' THEN
        c.state := CASE p_rule.to_state WHEN 'previous' THEN p_case.state_before ELSE p_rule.to_state END;
    END IF;
    IF p_rule.clock_effect <> 'none' AND NOT (p_rule.clock_effect = 'stop' AND c.clock = 'none' AND c.clock_started_at IS NULL) THEN
        c := set_clock(c, p_rule.clock_effect, p_at);
    END IF;
    -- What ran past its deadline once was late, whatever deadline comes after.
    IF p_case.clock = 'handle' AND p_at > p_case.deadline_at THEN
        c.late := true;
    END IF;
    IF p_rule.pending_to <> '=' AND (p_rule.pending_to <> 'none' OR p_case.pending IS NOT NULL) THEN
        c.pending := nullif(p_rule.pending_to, 'none');
        c.pending_by := CASE WHEN c.pending IS NOT NULL THEN p_person.staff_number END;
        c.pending_until := CASE WHEN c.pending IS NOT NULL THEN c.pending_until END;
    END IF;
    IF p_rule.action IN ('file', 'refile') THEN
        c.claimed_by := p_person.staff_number; c.claimed_role := p_rule.role;
        c.claimed_until := p_at + make_interval(mins => limit_of(c.profile, 'claim_minutes'));
    ELSIF c.claimed_by IS NOT NULL AND c.state <> p_case.state THEN
        c.claimed_by := NULL; c.claimed_role := NULL; c.claimed_until := NULL;
    END IF;
    IF p_rule.axis IN ('command', 'handler') THEN
        c.worked_by := c.worked_by || p_person.staff_number || ',';
    END IF;
    IF c.log_hash IS NULL THEN
        c.log_hash := log_head(p_case);
    END IF;
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis,
                          both_axes, reason, payload, request_id, previous_hash, hash)
    VALUES (c.subdistrict, c.case_id, c.version, p_at, p_rule.action, p_case.state, c.state, session_user, p_person.staff_number,
            p_rule.role, p_rule.axis, p_both_axes, p_payload ->> 'reason', p_payload - 'reason', p_request, c.log_hash,
            log_digest(c.log_hash, c.subdistrict, c.case_id, c.version, p_at, p_rule.action, p_case.state, c.state, session_user,
                p_person.staff_number, p_rule.role, p_rule.axis, p_both_axes, p_payload ->> 'reason', p_payload - 'reason', p_request))
    ON CONFLICT (subdistrict, request_id) DO NOTHING RETURNING hash INTO c.log_hash;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    -- The log tells of the step whoever sees the case file; the unit it is taken from sees it no more.
    IF c.department_code IS DISTINCT FROM p_case.department_code AND p_case.department_code IS NOT NULL THEN
        INSERT INTO change (subdistrict, subject, key, departments)
        VALUES (c.subdistrict, 'case', c.case_id, ARRAY[p_case.department_code]);
    END IF;
    UPDATE case_file f SET
        (version, state, state_before, condition_no, closing_condition_no, priority, filed_at, filed_by, dispatched_at,
         dispatched_by, department_code, handler, handled_at, handled_by, on_behalf, feedback_at, checked_at, checked_by,
         check_passed, closed_at, closed_by, quick_closed, recheck_passed, clock, clock_started_at, yellow_at, due_at,
         deadline_at, limit_state, original_deadline_at, late, appealed, exempt, pending, pending_by, pending_until, suspended_until,
         paused_clock, paused_due_at, paused_yellow_at, suspend_count, extend_count, rework_count, return_count,
         ruled_count, urge_count, duplicate_of, claimed_by, claimed_role, claimed_until, worked_by, log_hash)
      = ROW(c.version, c.state, c.state_before, c.condition_no, c.closing_condition_no, c.priority, c.filed_at, c.filed_by,
         c.dispatched_at, c.dispatched_by, c.department_code, c.handler, c.handled_at, c.handled_by, c.on_behalf,
         c.feedback_at, c.checked_at, c.checked_by, c.check_passed, c.closed_at, c.closed_by, c.quick_closed,
         c.recheck_passed, c.clock, c.clock_started_at, c.yellow_at, c.due_at, c.deadline_at, c.limit_state, c.original_deadline_at, c.late,
         c.appealed, c.exempt, c.pending, c.pending_by, c.pending_until, c.suspended_until, c.paused_clock, c.paused_due_at,
         c.paused_yellow_at, c.suspend_count, c.extend_count, c.rework_count, c.return_count, c.ruled_count, c.urge_count,
         c.duplicate_of, c.claimed_by, c.claimed_role, c.claimed_until, c.worked_by, c.log_hash)
    WHERE f.subdistrict = c.subdistrict AND f.case_id = c.case_id;
    IF p_rule.action IN ('dispatch', 'redispatch', 'rework') THEN
        PERFORM write_outbox(c, p_payload, p_at);
    END IF;
    IF p_case.dispatched_at IS NOT NULL AND p_rule.to_state <> '=' AND (p_rule.axis <> 'handler' OR p_rule.action = 'return_to_dispatcher') THEN
        PERFORM tell_former_units(c, p_at);
    END IF;
    RETURN c.state;
END
$body$;

-- Any step of a case file that is not of the usual way (see case_way.sql), or has something about it. The case file is found and
-- locked together with what is kept of who asks for it; a whole row is one column, since opening a query costs by the column. A
-- step that had to wait finds the version changed; it and whatever else is not found so is looked at closely.
CREATE FUNCTION desk.any_step(p_subdistrict text, p_case bigint, p_action text, p_payload jsonb, p_expected integer, p_request uuid)
RETURNS jsonb LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    payload jsonb := p_payload;
    answer jsonb;
    seen record;
    person room.person;
    c room.case_file;
    rule room.case_transition;
    moment timestamptz;
    crossed boolean := false;
    state_after text;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM require_view();
    END IF;
    IF (p_request IS NOT NULL AND jsonb_typeof(payload) = 'object' AND pg_column_size(payload) <= 65536) IS NOT TRUE THEN
        payload := coalesce(payload, jsonb_build_object());
        PERFORM check_request(payload, p_request);
    END IF;
    SELECT f AS file, k.person, k.rule, k.info INTO seen
    FROM case_file f JOIN known_step k ON k.login = session_user AND k.profile = f.profile AND k.action = p_action AND k.state = f.state
    WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
      AND f.subdistrict = (k.person).subdistrict AND ((k.person).sees_all OR f.department_code = (k.person).department_code)
      AND k.pending IN ('*', coalesce(f.pending, 'none')) AND k.days @> (clock_of(k.info) AT TIME ZONE 'Asia/Shanghai')::date
    FOR NO KEY UPDATE OF f;
    IF FOUND THEN
        c := seen.file; person := seen.person; rule := seen.rule;
        moment := clock_of(seen.info);
    ELSE
        person := require_staff();
        IF person.subdistrict = p_subdistrict THEN
            answer := quick_answer(p_subdistrict, CASE WHEN NOT person.sees_all THEN coalesce(person.department_code, '') END, p_case,
                                   p_action, p_expected, p_request);
        END IF;
        IF answer IS NOT NULL THEN
            RETURN answer;
        END IF;
        c := lock_case(person, p_subdistrict, p_case);
        -- Behind the lock: the same request sent twice at once finds the first by its version.
        IF c.version IS DISTINCT FROM p_expected OR p_expected IS NULL THEN
            RETURN answer_again(c, person.subdistrict, p_case, p_action, p_expected, p_request);
        END IF;
        rule := allowed_rule(c, person, p_action, p_request);
        moment := owner_now();
    END IF;
    IF rule.guard <> 'none' OR person.both_axes OR rule.reason_required OR c.claimed_until > moment OR rule.axis = 'handler' THEN
        crossed := check_step(c, rule, person, payload, moment);
    END IF;
    IF p_action IN ('dispatch', 'redispatch', 'rework') THEN
        payload := CASE p_action WHEN 'rework' THEN settle_rework(c, payload, moment) ELSE settle_dispatch(c, payload, moment) END;
    END IF;
    state_after := write_step(c, rule, person, crossed, payload, p_request, moment);
    IF state_after IS NULL THEN
        RETURN answer_again(c, person.subdistrict, p_case, p_action, p_expected, p_request);
    END IF;
    RETURN jsonb_build_object('case_id', p_case, 'case_number', c.case_number, 'version', p_expected + 1, 'state', state_after,
        'at', moment, 'repeated', false);
END
$body$;

-- A step the room takes by itself, in the post of the resident service; the log keeps the login it ran under.
CREATE FUNCTION desk.serve_step(p_case room.case_file, p_action text, p_payload jsonb, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    nobody room.person := ROW(p_case.subdistrict, NULL, NULL, NULL, ARRAY['service'], true, false);
    rule room.case_transition := find_rule(p_case, nobody.roles, p_action);
    crossed boolean;
BEGIN
    IF rule.action IS NULL THEN
        PERFORM refuse_transition(rule, p_case, p_action, nobody.roles);
    END IF;
    crossed := check_step(p_case, rule, nobody, p_payload, p_at);
    PERFORM write_step(p_case, rule, nobody, crossed, p_payload, gen_random_uuid(), p_at);
END
$body$;

-- Resume the case files whose suspension is over; one that another session holds is left for the next time. Returns how many.
CREATE FUNCTION desk.resume_due() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    c case_file;
    moment timestamptz := room_now();
    resumed integer := 0;
BEGIN
    PERFORM require_service();
    FOR c IN
        SELECT * FROM case_file f
        WHERE f.subdistrict = ANY (ARRAY(SELECT d.code FROM division d WHERE d.level = 'subdistrict')) AND f.closed_at IS NULL AND f.suspended_until <= moment
        ORDER BY suspended_until FOR UPDATE SKIP LOCKED LOOP
        PERFORM serve_step(c, 'resume', jsonb_build_object(), moment);
        resumed := resumed + 1;
    END LOOP;
    RETURN resumed;
END
$body$;
