-- Guards of what is asked for and granted: more time, a suspension, an appeal; of the finder's quick close; of third returns.

-- A moment as a refusal names it: the room's own time, to the minute.
CREATE FUNCTION desk.local_text(p_at timestamptz) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$ BEGIN RETURN to_char(p_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'); END $body$;

-- A number of the rules, by the profile of the case file or else the default one.
CREATE FUNCTION desk.limit_of(p_profile text, p_rule text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT amount FROM case_limit WHERE profile IN (p_profile, 'default') AND rule = p_rule
            ORDER BY profile = 'default' LIMIT 1);
END
$body$;

CREATE FUNCTION desk.check_times(p_case room.case_file, p_rule text, p_times integer) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_times >= limit_of(p_case.profile, p_rule) THEN
        PERFORM refuse('used_up', jsonb_build_object('case_number', p_case.case_number, 'times', p_times));
    END IF;
    RETURN true;
END
$body$;

-- More time is given only while there is some left: what is late stays late.
CREATE FUNCTION desk.check_before_deadline(p_case room.case_file, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_case.clock <> 'handle' OR p_at >= p_case.deadline_at THEN
        PERFORM refuse('deadline_passed', jsonb_build_object('case_number', p_case.case_number, 'deadline', local_text(p_case.deadline_at)));
    END IF;
    RETURN true;
END
$body$;

-- A suspension ends on a day that is named beforehand, and not too far away.
CREATE FUNCTION desk.check_until(p_case room.case_file, p_payload jsonb, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    days integer := limit_of(p_case.profile, 'suspend_days');
    until timestamptz := read_time(p_payload, 'until');
BEGIN
    IF until IS NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'until'));
    ELSIF until <= p_at OR until > p_at + make_interval(days => days) THEN
        PERFORM refuse('bad_until', jsonb_build_object('days', days));
    END IF;
    RETURN true;
END
$body$;

-- Who asked does not grant, even where he holds both posts.
CREATE FUNCTION desk.check_second_person(p_case room.case_file, p_staff text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    IF p_case.pending_by = p_staff THEN
        PERFORM refuse('same_person', jsonb_build_object('staff', p_staff));
    END IF;
    RETURN true;
END
$body$;

-- Whether the day a case file was closed on lies in a span whose figures are final.
CREATE FUNCTION desk.is_period_locked(p_case room.case_file) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN EXISTS (SELECT 1 FROM evaluation_period e WHERE e.subdistrict = p_case.subdistrict
                   AND e.days @> (p_case.closed_at AT TIME ZONE 'Asia/Shanghai')::date);
END
$body$;

-- From the third return on the shift leader rules who must take the case file, before anybody passes it on.
CREATE FUNCTION desk.awaits_ruling(p_case room.case_file) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN p_case.return_count > p_case.ruled_count AND p_case.return_count >= limit_of(p_case.profile, 'return_times');
END
$body$;

-- The finder may put a small thing right himself and show it by two pictures.
CREATE FUNCTION desk.check_photos(p_case room.case_file) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    missing text;
BEGIN
    SELECT s INTO missing FROM unnest(ARRAY['before', 'after']) s WHERE NOT EXISTS (
        SELECT 1 FROM case_attachment a WHERE a.subdistrict = p_case.subdistrict AND a.case_id = p_case.case_id
        AND a.stage = s AND a.media_type LIKE 'image/%') LIMIT 1;
    IF missing IS NOT NULL THEN
        PERFORM refuse('photo_required', jsonb_build_object('picture', missing));
    END IF;
    RETURN true;
END
$body$;

-- So many pictures of the result as the rules demand (none where the number is 0), taken since the order went out or, at a check and
-- of work that is done again, since the work was handed in. Whether the thing is put right a sensor may show as well: its readings
-- since then count.
CREATE FUNCTION desk.check_result_photos(p_case room.case_file, p_rule text, p_stage text, p_since timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    wanted integer := limit_of(p_case.profile, p_rule);
BEGIN
    IF wanted > 0 AND wanted > (
        SELECT count(*) FROM case_attachment a WHERE a.subdistrict = p_case.subdistrict AND a.case_id = p_case.case_id
        AND a.stage = p_stage AND a.media_type LIKE 'image/%' AND a.added_at >= p_since)
       AND NOT (p_stage = 'check' AND EXISTS (
        SELECT FROM alarm m JOIN reading r ON r.subdistrict = m.subdistrict AND r.sensor_code = m.sensor_code
        WHERE m.subdistrict = p_case.subdistrict AND m.alarm_id = p_case.alarm_id AND r.observed_at >= p_since)) THEN
        PERFORM refuse('photo_required', jsonb_build_object('picture', p_stage));
    END IF;
    RETURN true;
END
$body$;

CREATE FUNCTION desk.check_quick_class(p_case room.case_file) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM case_quick_class q
                   WHERE q.profile = p_case.profile AND q.kind = p_case.kind AND q.class_code = p_case.class_code) THEN
        PERFORM refuse('not_quick', jsonb_build_object('class_code', p_case.class_code));
    END IF;
    RETURN true;
END
$body$;

-- The guards of the side steps.
CREATE FUNCTION desk.check_side_guard(p_guard text, p_case room.case_file, p_person room.person, p_payload jsonb, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    kept boolean;
BEGIN
    CASE p_guard
    WHEN 'before_deadline' THEN kept := check_before_deadline(p_case, p_at);
    WHEN 'extend_times' THEN kept := check_times(p_case, p_guard, p_case.extend_count);
    WHEN 'suspend_times' THEN kept := check_times(p_case, p_guard, p_case.suspend_count);
    WHEN 'appeal_times' THEN kept := check_times(p_case, p_guard, p_case.appealed::integer);
    WHEN 'until' THEN kept := check_until(p_case, p_payload, p_at);
    WHEN 'until_ahead' THEN
        kept := check_until(p_case, jsonb_build_object('until', p_case.pending_until), p_at);
    WHEN 'date_reached' THEN
        IF p_at < p_case.suspended_until THEN
            PERFORM refuse('too_early', jsonb_build_object('until', local_text(p_case.suspended_until)));
        END IF;
    WHEN 'second_person' THEN kept := check_second_person(p_case, p_person.staff_number);
    WHEN 'third_return', 'ruling' THEN
        IF awaits_ruling(p_case) <> (p_guard = 'ruling') THEN
            PERFORM refuse(CASE p_guard WHEN 'ruling' THEN 'no_ruling' ELSE 'ruling_required' END,
                           jsonb_build_object('case_number', p_case.case_number, 'times', p_case.return_count));
        END IF;
    WHEN 'late' THEN
        IF NOT p_case.late THEN
            PERFORM refuse('not_late', jsonb_build_object('case_number', p_case.case_number));
        END IF;
    WHEN 'period_open', 'period_locked' THEN
        IF is_period_locked(p_case) <> (p_guard = 'period_locked') THEN
            PERFORM refuse(CASE p_guard WHEN 'period_open' THEN 'period_final' ELSE 'period_not_final' END,
                           jsonb_build_object('case_number', p_case.case_number));
        END IF;
    WHEN 'finder' THEN
        IF p_case.reported_by IS DISTINCT FROM p_person.staff_number THEN
            PERFORM refuse('not_finder', jsonb_build_object('staff', p_case.reported_by));
        END IF;
    WHEN 'quick_class' THEN kept := check_quick_class(p_case);
    WHEN 'photos' THEN kept := check_photos(p_case);
    ELSE PERFORM refuse('unknown_guard', jsonb_build_object('guard', p_guard));
    END CASE;
    RETURN kept IS NOT false;
END
$body$;

-- Lock the figures of a span of days that is over; what was closed in it can be evaluated from then on.
CREATE FUNCTION desk.lock_period(p_first date, p_last date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    IF NOT person.roles && ARRAY['evaluator'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'lock_period', 'role', 'evaluator'));
    ELSIF p_first IS NULL OR p_last IS NULL OR p_last < p_first OR p_last >= room_today() THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'period', 'value', concat_ws(' – ', p_first, p_last)));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('period ' || person.subdistrict, 0));
    IF EXISTS (SELECT 1 FROM evaluation_period e
               WHERE e.subdistrict = person.subdistrict AND e.days && daterange(p_first, p_last, '[]')) THEN
        PERFORM refuse('period_locked', jsonb_build_object('first', p_first, 'last', p_last));
    END IF;
    INSERT INTO evaluation_period VALUES (person.subdistrict, daterange(p_first, p_last, '[]'), room_now(), person.staff_number);
END
$body$;
