-- The usual way of a case file: the steps most of a day consists of, each in as few statements as can be. What a step must keep is
-- asked in the statement that changes the case file; check_guard() says what is wrong where it finds nothing.

-- Whether a case file stands where the usual way has it, no colleague has claimed it, and its log goes on from a hash it carries.
-- Taken over by the statements that ask it.
CREATE FUNCTION desk.stands(p_state text, p_way_state text, p_profile text, p_profiles text[], p_pending text, p_claimed_by text,
                            p_staff text, p_hash bytea)
RETURNS boolean LANGUAGE sql IMMUTABLE
AS $body$
    SELECT p_state = p_way_state AND p_profile = ANY (p_profiles) AND p_pending IS NULL
       AND (p_claimed_by IS NULL OR p_claimed_by = p_staff) AND p_hash IS NOT NULL
$body$;

-- Whether there are as many pictures of the result as the rules demand, as check_result_photos() counts them.
CREATE FUNCTION desk.is_pictured(p_subdistrict text, p_case bigint, p_expected integer, p_stage text, p_pictures integer) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT count(*) >= p_pictures FROM case_file f
            JOIN case_attachment a ON a.subdistrict = f.subdistrict AND a.case_id = f.case_id AND a.stage = p_stage
            WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected AND a.media_type LIKE 'image/%'
              AND a.added_at >= CASE p_stage WHEN 'after' THEN greatest(f.dispatched_at, f.handled_at) ELSE f.handled_at END);
END
$body$;

-- One step of a case file: (case, action, payload, expected version, request id) -> new version. A step of the usual way is one look
-- for who takes it, and what changes the case file. Where anything is not as usual, such as a colleague's claim, something pending, a
-- reason, a deadline that has passed or another version, nothing is found and done here, and any_step() looks closely. Queries look
-- up keys: one plan suits them all, and none is made for each step. A request id that served for something else breaks the log's key,
-- case_log_request; to look for that first would cost twice as much. It is one function, of single variables and few expressions: a
-- call, a row and an expression, each set up anew by every transaction, cost as much as the work.
-- What was said is compared as text: one operator asks for all of it. (Braces are written twice: what is read here is a template.)
CREATE FUNCTION desk.case_step(p_subdistrict text, p_case bigint, p_action text, p_payload jsonb, p_expected integer, p_request uuid)
RETURNS json LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = room, desk, pg_temp SET plan_cache_mode = force_generic_plan
AS $body$
DECLARE
    began timestamptz;
    moment timestamptz;
    said text;
    me text;
    post text;
    side text;
    own_unit text;
    here text;
    there text;
    ways text[];
    phrase text;
    amounts integer[];
    number text;
    before bytea;
    after bytea;
    answer json;
BEGIN
    SELECT clock_timestamp(), clock_timestamp() + k.ahead, p_payload::text,
           k.staff_number, k.role, k.axis, k.unit, k.state, k.to_state, k.profiles, k.words, k.demands
    INTO began, moment, said, me, post, side, own_unit, here, there, ways, phrase, amounts
    FROM known_way k
    WHERE k.login = session_user AND k.action = p_action AND k.subdistrict = p_subdistrict AND k.during @> clock_timestamp()
      AND p_request IS NOT NULL;
    IF said = '{{}}' THEN
        IF p_action = 'submit_handling' THEN
            IF amounts[1] > 0 AND NOT is_pictured(p_subdistrict, p_case, p_expected, 'after', amounts[1]) THEN
                RETURN any_step(p_subdistrict, p_case, p_action, p_payload, p_expected, p_request)::json;
            END IF;
            UPDATE case_file f
            SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
                handled_at = moment, handled_by = me, on_behalf = false,
                worked_by = f.worked_by || me || ',', previous_log_hash = f.log_hash,
                log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
            WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
              AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
              AND f.department_code = own_unit AND f.handler = me AND (f.late OR moment <= f.deadline_at)
              AND (me IN (f.dispatched_by, f.reported_by)) IS NOT TRUE AND strpos(f.worked_by, ',' || me || ',') = 0
            RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
        ELSIF p_action = 'confirm_handling' THEN
            UPDATE case_file f
            SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
                clock = 'none', clock_started_at = NULL, due_at = NULL, yellow_at = NULL, feedback_at = moment,
                worked_by = f.worked_by || me || ',', previous_log_hash = f.log_hash,
                log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
            WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
              AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
              AND f.department_code = own_unit AND f.paused_clock IS NULL AND (f.late OR moment <= f.deadline_at)
            RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
        ELSIF p_action = 'forward_to_supervision' THEN
            UPDATE case_file f
            SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
                worked_by = f.worked_by || me || ',', previous_log_hash = f.log_hash,
                log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
            WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
              AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
              AND f.clock = 'none' AND f.clock_started_at IS NULL
            RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
        ELSIF p_action = 'send_check' THEN
            UPDATE case_file f
            SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
                clock = 'check', clock_started_at = moment, due_at = moment + make_interval(mins => amounts[1]),
                yellow_at = moment + make_interval(secs => amounts[2]), previous_log_hash = f.log_hash,
                log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
            WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
              AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
              AND f.clock <> 'handle'
            RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
        END IF;
    ELSIF p_action = 'file' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = there, filed_at = moment, filed_by = me, condition_no = c.condition_no, priority = c.priority,
            clock = 'dispatch', clock_started_at = moment, due_at = moment + make_interval(mins => amounts[1]),
            yellow_at = moment + make_interval(secs => amounts[2]),
            claimed_by = me, claimed_role = post, claimed_until = moment + make_interval(mins => amounts[3]),
            previous_log_hash = f.log_hash,
            log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
        FROM class_condition c
        WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
          AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
          AND f.clock <> 'handle' AND f.condition_no IS NULL
          AND c.profile = f.profile AND c.kind = f.kind AND c.class_code = f.class_code AND said = '{{"condition_no": ' || c.condition_no || '}}'
        RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
    ELSIF p_action = 'assign' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL, handler = w.staff_number,
            worked_by = f.worked_by || me || ',', previous_log_hash = f.log_hash,
            log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
        FROM known_way w
        WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
          AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
          AND f.department_code = own_unit AND (f.late OR moment <= f.deadline_at)
          -- Who can submit what he has handled is a worker, of the unit and today.
          AND w.staff_number = p_payload ->> 'handler' AND w.action = 'submit_handling' AND w.subdistrict = p_subdistrict
          AND w.unit = own_unit AND w.role = 'worker' AND w.during @> began AND said = jsonb_build_object('handler', w.staff_number)::text
          AND (w.staff_number IN (f.dispatched_by, f.reported_by)) IS NOT TRUE AND strpos(f.worked_by, ',' || w.staff_number || ',') = 0
        RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
    ELSIF p_action = 'check_result' THEN
        IF amounts[1] > 0 AND NOT is_pictured(p_subdistrict, p_case, p_expected, 'check', amounts[1]) THEN
            RETURN any_step(p_subdistrict, p_case, p_action, p_payload, p_expected, p_request)::json;
        END IF;
        UPDATE case_file f
        SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            clock = 'none', clock_started_at = NULL, due_at = NULL, yellow_at = NULL,
            checked_at = moment, checked_by = me, check_passed = p_payload @> '{{"passed": true}}', previous_log_hash = f.log_hash,
            log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
        WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
          AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
          AND f.clock <> 'handle' AND f.paused_clock IS NULL
          AND (p_payload @> '{{"passed": true}}' OR p_payload @> '{{"passed": false}}')
          AND NOT p_payload ?| ARRAY['reason', 'channels'] AND pg_column_size(p_payload) <= 65536
          AND (me IN (f.dispatched_by, f.handled_by, f.handler)) IS NOT TRUE AND strpos(f.worked_by, ',' || me || ',') = 0
        RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
    ELSIF p_action = 'close' THEN
        UPDATE case_file f
        SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            clock = 'none', clock_started_at = NULL, due_at = NULL, yellow_at = NULL,
            closed_at = moment, closed_by = me, closing_condition_no = c.condition_no, previous_log_hash = f.log_hash,
            log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, said))
        FROM class_condition c
        WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected
          AND stands(f.state, here, f.profile, ways, f.pending, f.claimed_by, me, f.log_hash)
          AND f.clock <> 'handle' AND f.paused_clock IS NULL AND f.suspended_until IS NULL
          AND f.check_passed AND f.checked_at >= f.handled_at
          AND c.profile = f.profile AND c.kind = f.kind AND c.class_code = f.class_code
          AND said = '{{"closing_condition_no": ' || c.condition_no || '}}'
          AND (me IN (f.dispatched_by, f.handled_by, f.handler)) IS NOT TRUE AND strpos(f.worked_by, ',' || me || ',') = 0
        RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO number, before, after;
    ELSIF p_action = 'dispatch' AND me IS NOT NULL AND said LIKE '{{%' THEN
        answer := send_out(p_subdistrict, p_case, p_payload, p_expected, p_request, moment, me, post, side, own_unit, here, there, ways, phrase);
        IF answer IS NOT NULL THEN
            RETURN answer;
        END IF;
    END IF;
    IF after IS NULL OR clock_timestamp() > began + interval '10 seconds' OR current_setting('transaction_isolation') <> 'read committed' THEN
        -- Whoever waited so long for somebody else's change asks again: the moment of a step is none that has passed.
        IF after IS NOT NULL THEN
            PERFORM require_view();
            RAISE EXCEPTION USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN coalesce(CASE WHEN me IS NOT NULL AND said LIKE '{{%' THEN quick_answer(p_subdistrict, own_unit, p_case, p_action, p_expected, p_request) END,
                        any_step(p_subdistrict, p_case, p_action, p_payload, p_expected, p_request)::json);
    END IF;
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis, payload,
                          request_id, previous_hash, hash)
    VALUES (p_subdistrict, p_case, p_expected + 1, moment, p_action, here, there, session_user, me, post, side,
            p_payload, p_request, before, after);
    RETURN json_build_object('case_id', p_case, 'case_number', number, 'version', p_expected + 1, 'state', there,
        'at', moment, 'repeated', false);
END
$body$;
