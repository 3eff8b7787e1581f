-- The rules a step must keep. Each answers true or refuses; a step that passes them all may be taken. (True and not void: an
-- assignment evaluates a function ten times as fast as PERFORM, which runs a query.)
-- Functions without SECURITY DEFINER are internal: nobody may call them but the functions a desk calls, in whose rights and
-- search_path they run. Setting both anew for each of the twenty would cost more than the rules.

-- What a request must be before anything is looked up: an id, and an object of bounded size.
CREATE FUNCTION desk.check_request(p_payload jsonb, p_request uuid) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    IF p_request IS NOT NULL AND jsonb_typeof(p_payload) IS NOT DISTINCT FROM 'object' AND pg_column_size(p_payload) <= 65536 THEN
        RETURN true;
    ELSIF p_request IS NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'request'));
    ELSIF jsonb_typeof(p_payload) IS DISTINCT FROM 'object' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'payload', 'value', left(p_payload::text, 40)));
    END IF;
    PERFORM refuse('too_long', jsonb_build_object('kilobytes', 64));
    RETURN false;
END
$body$;

-- The same bound for a text that is kept as it is.
CREATE FUNCTION desk.check_length(VARIADIC p_texts text[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    IF EXISTS (SELECT FROM unnest(p_texts) t WHERE octet_length(t) > 65536) THEN
        PERFORM refuse('too_long', jsonb_build_object('kilobytes', 64));
    END IF;
END
$body$;

-- A finite number of a payload; NULL when it is not there.
CREATE FUNCTION desk.read_number(p_payload jsonb, p_key text) RETURNS double precision
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    words text := btrim(p_payload ->> p_key);
BEGIN
    IF words !~ '^[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9][0-9]?)?$' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', p_key, 'value', left(words, 40)));
    END IF;
    RETURN words::double precision;
END
$body$;

-- A whole number of a payload, such as the number of a condition or of a case file.
CREATE FUNCTION desk.read_integer(p_payload jsonb, p_key text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    words text := btrim(p_payload ->> p_key);
BEGIN
    IF words !~ '^[0-9]+$' OR length(words) > 18 THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', p_key, 'value', left(words, 40)));
    END IF;
    RETURN words::bigint;
END
$body$;

-- A moment of a payload; without a zone it is the room's, whatever the session's is.
CREATE FUNCTION desk.read_time(p_payload jsonb, p_key text) RETURNS timestamptz
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp SET timezone = 'Asia/Shanghai' SET datestyle = 'ISO, YMD'
AS $body$
DECLARE
    words text := btrim(p_payload ->> p_key);
    moment timestamptz;
BEGIN
    BEGIN
        moment := words::timestamptz;
    EXCEPTION WHEN data_exception THEN
        moment := 'infinity';
    END;
    IF NOT isfinite(moment) THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', p_key, 'value', left(words, 40)));
    END IF;
    RETURN moment;
END
$body$;

-- Texts that a step cannot do without.
CREATE FUNCTION desk.require_text(p_payload jsonb, VARIADIC p_keys text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    missing text;
BEGIN
    SELECT k INTO missing FROM unnest(p_keys) k WHERE coalesce(btrim(p_payload ->> k), '') = '' LIMIT 1;
    IF missing IS NOT NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', missing));
    END IF;
    RETURN true;
END
$body$;

-- Whose transitions hold for a class profile: its own where a city has made some, else the default ones.
CREATE FUNCTION desk.transition_profile(p_profile text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN CASE WHEN EXISTS (SELECT 1 FROM case_transition WHERE profile = p_profile) THEN p_profile ELSE 'default' END;
END
$body$;

-- Whether this step puts a person on both axes in one shift. Strict: refused. Joint room: allowed, logged and counted, but
-- nobody ever judges his own work (see the guards). Whoever holds posts on both axes takes one step at a time; the others need no
-- look into the log.
CREATE FUNCTION desk.crosses_axes(p_person room.person, p_axis text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    began timestamptz;
BEGIN
    IF NOT p_person.both_axes OR p_axis NOT IN ('supervision', 'command') THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('axes ' || p_person.subdistrict || p_person.staff_number, 0));
    began := shift_start(p_person.subdistrict, p_person.staff_number, p_at);
    IF NOT EXISTS (
        -- Both ends, so that the planner sees a short span.
        SELECT FROM case_log l WHERE l.at >= began AND l.at < 'infinity' AND l.subdistrict = p_person.subdistrict AND l.staff_number = p_person.staff_number
        AND l.axis = CASE p_axis WHEN 'command' THEN 'supervision' ELSE 'command' END) THEN
        RETURN false;
    END IF;
    IF setting_text(p_person.subdistrict, 'axes_profile', 'strict') <> 'joint_room' THEN
        PERFORM refuse('wrong_axis', jsonb_build_object('axis', p_axis, 'staff', p_person.staff_number));
    END IF;
    RETURN true;
END
$body$;

-- Whoever dispatched, recorded or handled a case file may not judge it.
CREATE FUNCTION desk.check_not_own_work(p_case room.case_file, p_staff text) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_staff IN (p_case.dispatched_by, p_case.handled_by, p_case.handler) OR EXISTS (
        SELECT 1 FROM case_log l WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id
        AND l.staff_number = p_staff AND l.axis IN ('command', 'handler')) THEN
        PERFORM refuse('own_work', jsonb_build_object('case_number', p_case.case_number, 'staff', p_staff));
    END IF;
    RETURN true;
END
$body$;

-- Whoever reported a case file or took a step of command on it, also before it was sent out anew, does not handle it.
CREATE FUNCTION desk.check_handler(p_case room.case_file, p_staff text) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_staff IN (p_case.dispatched_by, p_case.reported_by) OR (strpos(p_case.worked_by, ',' || p_staff || ',') <> 0) IS NOT FALSE AND EXISTS (
        SELECT FROM case_log l WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id
        AND l.staff_number = p_staff AND l.axis = 'command') THEN
        PERFORM refuse('own_report', jsonb_build_object('case_number', p_case.case_number, 'staff', p_staff));
    END IF;
    RETURN true;
END
$body$;

CREATE FUNCTION desk.check_condition(p_case room.case_file, p_payload jsonb, p_key text, p_side text) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_payload ->> p_key IS NULL OR NOT EXISTS (
        SELECT 1 FROM class_condition
        WHERE profile = p_case.profile AND kind = p_case.kind AND class_code = p_case.class_code
          AND condition_no = read_integer(p_payload, p_key)) THEN
        PERFORM refuse('condition_required', jsonb_build_object('side', p_side, 'class_code', p_case.class_code));
    END IF;
    RETURN true;
END
$body$;

-- A unit of today; work to be done again goes to the unit that did it, as long as it exists.
CREATE FUNCTION desk.check_department(p_case room.case_file, p_department text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    today date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
    units text[] := ARRAY(SELECT d.department_code FROM department d
        WHERE d.subdistrict = p_case.subdistrict AND d.department_code IN (p_department, p_case.department_code)
          AND d.valid_from <= today AND (d.valid_to IS NULL OR d.valid_to >= today));
BEGIN
    IF p_department IS NULL OR p_department <> ALL (units) THEN
        PERFORM refuse('unknown_department', jsonb_build_object('department', p_department));
    ELSIF p_case.department_code = ANY (units) AND p_case.department_code <> p_department THEN
        PERFORM refuse('same_department', jsonb_build_object('case_number', p_case.case_number, 'department', p_case.department_code));
    END IF;
    RETURN true;
END
$body$;

-- Somebody who holds a post today, in a department where one is named.
CREATE FUNCTION desk.check_post(p_subdistrict text, p_staff text, p_role text, p_department text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    today date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM staff s JOIN staff_role r USING (subdistrict, staff_number)
        WHERE s.subdistrict = p_subdistrict AND s.staff_number = p_staff AND r.role = p_role
          AND (p_department IS NULL OR s.department_code = p_department)
          AND s.valid_from <= today AND (s.valid_to IS NULL OR s.valid_to >= today)
          AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)) THEN
        PERFORM refuse(CASE p_role WHEN 'worker' THEN 'unknown_worker' ELSE 'unknown_collector' END,
                       jsonb_build_object('staff', p_staff));
    END IF;
    RETURN true;
END
$body$;

-- A duplicate is linked to another open case file, which must not be closed in the same moment.
CREATE FUNCTION desk.check_duplicate(p_case room.case_file, p_number text) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    PERFORM 1 FROM case_file d JOIN case_state s USING (state)
    WHERE d.subdistrict = p_case.subdistrict AND d.case_number = p_number AND d.case_id <> p_case.case_id AND s.is_open
    FOR SHARE OF d;
    IF NOT FOUND THEN
        PERFORM refuse('unknown_duplicate', jsonb_build_object('case_number', p_number));
    END IF;
    RETURN true;
END
$body$;

-- Who told of the work, by which way and when: a moment, and none that is still to come, clocks being a little apart. Whoever records it
-- tells what somebody else said.
CREATE FUNCTION desk.check_said(p_case room.case_file, p_person room.person, p_payload jsonb, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF require_text(p_payload, 'said_by', 'channel', 'said_at') AND read_time(p_payload, 'said_at') > p_at + interval '5 minutes' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'said_at', 'value', left(p_payload ->> 'said_at', 40)));
    ELSIF btrim(p_payload ->> 'said_by') IN (p_person.staff_number, p_person.name) THEN
        PERFORM refuse('own_report', jsonb_build_object('case_number', p_case.case_number, 'staff', p_person.staff_number));
    END IF;
    RETURN true;
END
$body$;

-- A condition of the class, nobody's own work, and a check that was passed since the work was handed in. Most that close keep all
-- of it, which one query finds; it is looked at piece by piece where something is wrong.
CREATE FUNCTION desk.check_closing(p_case room.case_file, p_person room.person, p_payload jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    PERFORM 1 FROM class_condition k
    WHERE k.profile = p_case.profile AND k.kind = p_case.kind AND k.class_code = p_case.class_code
      AND k.condition_no = read_integer(p_payload, 'closing_condition_no') AND NOT EXISTS (
        SELECT FROM case_log l WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id
        AND l.staff_number = p_person.staff_number AND l.axis IN ('command', 'handler'));
    IF NOT FOUND OR p_person.staff_number IN (p_case.dispatched_by, p_case.handled_by, p_case.handler) THEN
        PERFORM check_condition(p_case, p_payload, 'closing_condition_no', 'closing');
        PERFORM check_not_own_work(p_case, p_person.staff_number);
    END IF;
    IF (p_case.check_passed AND p_case.checked_at >= p_case.handled_at) IS NOT TRUE THEN
        PERFORM refuse('no_check', jsonb_build_object('case_number', p_case.case_number));
    END IF;
    RETURN true;
END
$body$;

-- The guards of the main way. Guards are named in the transition table; an unknown name refuses, so that no rule is skipped
-- by a misspelling. In the order of how often they are asked: each name that is passed over costs as much as a rule. The usual way
-- (case_way.sql) asks the same in its statements: test_usual_way_at_random holds the two against each other.
CREATE FUNCTION desk.check_guard(p_guard text, p_case room.case_file, p_person room.person, p_payload jsonb, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    kept boolean;
BEGIN
    CASE p_guard
    WHEN 'department' THEN kept := check_department(p_case, p_payload ->> 'department_code', p_at);
    WHEN 'photo_after' THEN
        kept := check_result_photos(p_case, 'handling_photos', 'after', greatest(p_case.dispatched_at, p_case.handled_at));
    WHEN 'check_evidence' THEN kept := check_result_photos(p_case, 'check_photos', 'check', p_case.handled_at);
    WHEN 'assigned_worker' THEN
        IF p_case.handler IS DISTINCT FROM p_person.staff_number THEN
            PERFORM refuse('not_assigned', jsonb_build_object('staff', p_case.handler));
        END IF;
        kept := check_handler(p_case, p_case.handler);
    WHEN 'check_result' THEN
        kept := check_not_own_work(p_case, p_person.staff_number);
        IF jsonb_typeof(p_payload -> 'passed') IS DISTINCT FROM 'boolean' THEN
            PERFORM refuse('value_required', jsonb_build_object('field', 'passed'));
        END IF;
    WHEN 'filing_condition' THEN kept := check_condition(p_case, p_payload, 'condition_no', 'filing');
    WHEN 'closing' THEN kept := check_closing(p_case, p_person, p_payload);
    WHEN 'collector_differs' THEN
        IF p_payload ? 'collector' THEN
            kept := check_post(p_case.subdistrict, p_payload ->> 'collector', 'collector', NULL, p_at);
            kept := check_not_own_work(p_case, p_payload ->> 'collector');
        END IF;
    WHEN 'worker' THEN
        kept := check_post(p_case.subdistrict, coalesce(p_payload ->> 'handler', p_person.staff_number), 'worker', p_case.department_code, p_at);
        kept := check_handler(p_case, coalesce(p_payload ->> 'handler', p_person.staff_number));
    WHEN 'finding' THEN kept := require_text(p_payload, 'finding');
    WHEN 'duplicate' THEN kept := check_duplicate(p_case, p_payload ->> 'duplicate_of');
    WHEN 'on_behalf' THEN kept := check_said(p_case, p_person, p_payload, p_at);
    WHEN 'not_own_work' THEN kept := check_not_own_work(p_case, p_person.staff_number);
    ELSE kept := check_side_guard(p_guard, p_case, p_person, p_payload, p_at);
    END CASE;
    RETURN kept IS NOT false;
END
$body$;
