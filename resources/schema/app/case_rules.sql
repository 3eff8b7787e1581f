-- The rules a step must keep. Each answers by refusing; a step that passes them all may be taken.

-- The transition of an action from a state for one of the person's roles.
CREATE FUNCTION desk.find_transition(p_profile text, p_action text, p_state text, p_roles text[])
RETURNS room.case_transition LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    rules text := CASE WHEN EXISTS (SELECT 1 FROM case_transition WHERE profile = p_profile) THEN p_profile ELSE 'default' END;
    found_rule case_transition;
BEGIN
    SELECT t.* INTO found_rule FROM case_transition t JOIN case_state s ON s.state = p_state
    WHERE t.profile = rules AND t.action = p_action AND (t.from_state = p_state OR (t.from_state = '*' AND s.is_open))
    ORDER BY t.role = ANY (p_roles) DESC, t.position
    LIMIT 1;
    IF found_rule IS NULL THEN
        IF EXISTS (SELECT 1 FROM case_transition WHERE profile = rules AND action = p_action) THEN
            PERFORM refuse('wrong_state', jsonb_build_object('action', p_action, 'state', p_state));
        END IF;
        PERFORM refuse('unknown_action', jsonb_build_object('action', p_action));
    END IF;
    IF NOT found_rule.role = ANY (p_roles) THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', found_rule.role));
    END IF;
    RETURN found_rule;
END
$body$;

-- Strict: nobody on both axes in one shift. Joint room: allowed, but never to judge one's own work (see the guards).
CREATE FUNCTION desk.check_axes(p_person room.staff, p_axis text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    IF p_axis NOT IN ('supervision', 'command')
       OR setting_text(p_person.subdistrict, 'axes_profile', 'strict') <> 'strict' THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT 1 FROM case_log l
               WHERE l.subdistrict = p_person.subdistrict AND l.staff_number = p_person.staff_number
                 AND l.at >= shift_start(p_person.subdistrict, p_person.staff_number, p_at)
                 AND l.axis IN ('supervision', 'command') AND l.axis <> p_axis) THEN
        PERFORM refuse('wrong_axis', jsonb_build_object('axis', p_axis, 'staff', p_person.staff_number));
    END IF;
END
$body$;

-- Whoever dispatched, recorded or handled a case file may not judge it.
CREATE FUNCTION desk.check_not_own_work(p_case room.case_file, p_staff text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    IF p_staff IN (p_case.dispatched_by, p_case.handled_by, p_case.handler) OR EXISTS (
        SELECT 1 FROM case_log l WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id
        AND l.staff_number = p_staff AND l.axis IN ('command', 'handler')) THEN
        PERFORM refuse('own_work', jsonb_build_object('case_number', p_case.case_number, 'staff', p_staff));
    END IF;
END
$body$;

CREATE FUNCTION desk.check_condition(p_case room.case_file, p_number jsonb, p_side text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    IF p_number IS NULL OR jsonb_typeof(p_number) <> 'number' OR NOT EXISTS (
        SELECT 1 FROM class_condition
        WHERE profile = p_case.profile AND kind = p_case.kind AND class_code = p_case.class_code
          AND condition_no = (p_number #>> ARRAY[]::text[])::numeric) THEN
        PERFORM refuse('condition_required', jsonb_build_object('side', p_side, 'class_code', p_case.class_code));
    END IF;
END
$body$;

CREATE FUNCTION desk.check_department(p_subdistrict text, p_department text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM department WHERE subdistrict = p_subdistrict AND department_code = p_department
                   AND valid_from <= current_date AND (valid_to IS NULL OR valid_to >= current_date)) THEN
        PERFORM refuse('unknown_department', jsonb_build_object('department', p_department));
    END IF;
END
$body$;

-- Texts that a step cannot do without.
CREATE FUNCTION desk.require_text(p_payload jsonb, VARIADIC p_keys text[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    missing text;
BEGIN
    SELECT k INTO missing FROM unnest(p_keys) k WHERE coalesce(btrim(p_payload ->> k), '') = '' LIMIT 1;
    IF missing IS NOT NULL THEN
        PERFORM room.refuse('value_required', jsonb_build_object('field', missing));
    END IF;
END
$body$;

CREATE FUNCTION desk.check_closing(p_case room.case_file, p_person room.staff, p_payload jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM check_condition(p_case, p_payload -> 'closing_condition_no', 'closing');
    PERFORM check_not_own_work(p_case, p_person.staff_number);
    IF p_case.check_passed IS NOT TRUE OR p_case.checked_at < p_case.handled_at THEN
        PERFORM refuse('no_check', jsonb_build_object('case_number', p_case.case_number));
    END IF;
END
$body$;

-- A guard is named in the transition table; an unknown name refuses, so a rule can never be skipped by a misspelling.
CREATE FUNCTION desk.check_guard(p_guard text, p_case room.case_file, p_person room.staff, p_payload jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    CASE p_guard
    WHEN 'none' THEN NULL;
    WHEN 'finding' THEN PERFORM require_text(p_payload, 'finding');
    WHEN 'filing_condition' THEN PERFORM check_condition(p_case, p_payload -> 'condition_no', 'filing');
    WHEN 'duplicate' THEN
        IF NOT EXISTS (SELECT 1 FROM case_file d JOIN case_state s USING (state)
                       WHERE d.subdistrict = p_case.subdistrict AND d.case_number = p_payload ->> 'duplicate_of'
                         AND d.case_id <> p_case.case_id AND s.is_open) THEN
            PERFORM refuse('unknown_duplicate', jsonb_build_object('case_number', p_payload ->> 'duplicate_of'));
        END IF;
    WHEN 'department' THEN PERFORM check_department(p_case.subdistrict, p_payload ->> 'department_code');
    WHEN 'worker' THEN
        IF NOT EXISTS (SELECT 1 FROM staff s WHERE s.subdistrict = p_case.subdistrict
                       AND s.staff_number = coalesce(p_payload ->> 'handler', p_person.staff_number)
                       AND s.department_code = p_case.department_code) THEN
            PERFORM refuse('unknown_worker', jsonb_build_object('staff', p_payload ->> 'handler'));
        END IF;
    WHEN 'assigned_worker' THEN
        IF p_case.handler IS DISTINCT FROM p_person.staff_number THEN
            PERFORM refuse('not_assigned', jsonb_build_object('staff', p_case.handler));
        END IF;
    WHEN 'on_behalf' THEN PERFORM require_text(p_payload, 'said_by', 'channel', 'said_at');
    WHEN 'collector_differs' THEN
        IF p_payload ->> 'collector' IN (p_case.handled_by, p_case.handler, p_case.dispatched_by) THEN
            PERFORM refuse('own_work', jsonb_build_object('case_number', p_case.case_number, 'staff', p_payload ->> 'collector'));
        END IF;
    WHEN 'check_result' THEN
        PERFORM check_not_own_work(p_case, p_person.staff_number);
        IF jsonb_typeof(p_payload -> 'passed') IS DISTINCT FROM 'boolean' THEN
            PERFORM refuse('value_required', jsonb_build_object('field', 'passed'));
        END IF;
    WHEN 'not_own_work' THEN PERFORM check_not_own_work(p_case, p_person.staff_number);
    WHEN 'closing' THEN PERFORM check_closing(p_case, p_person, p_payload);
    ELSE PERFORM refuse('unknown_guard', jsonb_build_object('guard', p_guard));
    END CASE;
END
$body$;
