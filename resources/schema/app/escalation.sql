-- Whom the room turns to when a unit does nothing with an order, of a dispatch or of a rework: the responsibility table's levels as
-- they stood when it was sent, each told once by the resident service. A notice, not a dispatch: who holds the case file stays the same until somebody decides.

-- What a rework puts into the log beside its payload: as a dispatch does, but to the unit that did the work, whoever is named.
CREATE FUNCTION desk.settle_rework(p_case room.case_file, p_payload jsonb, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    RETURN settle_dispatch(p_case, p_payload || jsonb_build_object('department_code', p_case.department_code), p_at);
END
$body$;

-- The levels of an order, soonest first; the unit itself is not one, and nobody is named twice for the same moment.
CREATE FUNCTION desk.plan_escalation(p_case room.case_file, p_levels jsonb, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    INSERT INTO escalation (subdistrict, case_id, case_version, level, minutes, department_code, ordered_at, due_at)
    SELECT p_case.subdistrict, p_case.case_id, p_case.version, row_number() OVER (ORDER BY e.minutes, e.department_code), e.minutes,
           e.department_code, p_at, escalation_due(p_case, p_at, e.minutes)
    FROM (SELECT DISTINCT l.minutes, l.department_code FROM jsonb_to_recordset(p_levels) l(minutes numeric, department_code text)) e
    JOIN department d ON d.subdistrict = p_case.subdistrict AND d.department_code = e.department_code
    WHERE e.department_code <> p_case.department_code;
END
$body$;

-- When a level of an order sent at a moment falls due. Its minutes run as the limit of the case file does: by the clock where that
-- is in clock hours, else in working time; a suspension stops them.
CREATE FUNCTION desk.escalation_due(p_case room.case_file, p_ordered timestamptz, p_minutes numeric) RETURNS timestamptz
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    unit text := CASE (condition_of(p_case)).limit_unit WHEN 'clock_hour' THEN 'clock_hour' ELSE 'working_hour' END;
    by_calendar text := calendar_of(p_case.profile);
    due timestamptz := limit_end(p_ordered, p_minutes / 60, unit, by_calendar);
    pause record;
BEGIN
    IF p_case.suspend_count > 0 THEN
        FOR pause IN
            SELECT l.at AS stopped, (SELECT min(r.at) FROM case_log r WHERE r.subdistrict = l.subdistrict AND r.case_id = l.case_id
                                     AND r.version > l.version AND r.action = 'resume') AS resumed
            FROM case_log l WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id AND l.action = 'suspend'
              AND l.at >= p_ordered ORDER BY l.version
        LOOP
            due := carry_over(due, pause.stopped, coalesce(pause.resumed, pause.stopped), unit, by_calendar);
        END LOOP;
    END IF;
    RETURN due;
END
$body$;

-- Whether a unit has done nothing with the order of this version: no step of its own, none that took the order from it, and no
-- answer that somebody recorded, since most units only answer by voice.
CREATE FUNCTION desk.is_untouched(p_case room.case_file, p_version integer) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN p_case.state IN ('pending_handle', 'suspended')
        AND NOT EXISTS (SELECT FROM case_log l WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id
            AND l.version > p_version AND (l.axis = 'handler' OR l.to_state NOT IN ('pending_handle', 'suspended')))
        AND NOT EXISTS (SELECT FROM outbox o JOIN room_log a ON a.subdistrict = o.subdistrict AND a.subject = 'delivery'
            AND a.key = o.outbox_id::text AND a.action = 'answered'
            WHERE o.subdistrict = p_case.subdistrict AND o.case_id = p_case.case_id AND o.case_version = p_version AND o.level IS NULL);
END
$body$;

-- Tell the unit of a level: a message by its own channel, and a step in the log, taken by nobody but the service.
CREATE FUNCTION desk.tell_level(p_case room.case_file, p_level room.escalation, p_unit room.department, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    notice jsonb := jsonb_build_object('level', p_level.level, 'minutes', p_level.minutes, 'department_code', p_unit.department_code,
        'department_zh', p_unit.name_zh);
BEGIN
    INSERT INTO outbox (subdistrict, case_id, case_version, level, channel, department_code, recipient, body, created_at, next_attempt_at)
    VALUES (p_case.subdistrict, p_case.case_id, p_level.case_version, p_level.level, p_unit.channel, p_unit.department_code,
            p_unit.contact_name, order_body(p_case) || jsonb_build_object('escalation', notice), p_at, clock_timestamp());
    PERFORM serve_step(p_case, 'escalate', jsonb_build_object('level', p_level.level, 'after_minutes', p_level.minutes,
        'escalated_to', p_unit.department_code, 'channel', p_unit.channel), p_at);
END
$body$;

-- What becomes of a level that is due, the case file being locked: told, or over because the case file moved on, the unit is gone,
-- or the rules of a city know no such step; NULL while it has to wait.
CREATE FUNCTION desk.settle_level(p_case room.case_file, p_level room.escalation, p_at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    today date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
    due timestamptz;
    unit room.department;
BEGIN
    IF NOT is_untouched(p_case, p_level.case_version) THEN
        RETURN 'over';
    ELSIF p_case.state = 'suspended' OR EXISTS (
        -- In their order, also where another service has the one before in hand.
        SELECT FROM escalation e WHERE e.subdistrict = p_level.subdistrict AND e.case_id = p_level.case_id
        AND e.case_version = p_level.case_version AND e.level < p_level.level AND e.outcome IS NULL) THEN
        RETURN NULL;
    END IF;
    due := escalation_due(p_case, p_level.ordered_at, p_level.minutes);
    IF due > p_at THEN
        UPDATE escalation e SET due_at = due
        WHERE e.subdistrict = p_level.subdistrict AND e.case_id = p_level.case_id AND e.case_version = p_level.case_version
          AND e.level = p_level.level;
        RETURN NULL;
    END IF;
    SELECT d.* INTO unit FROM department d
    WHERE d.subdistrict = p_level.subdistrict AND d.department_code = p_level.department_code
      AND d.valid_from <= today AND (d.valid_to IS NULL OR d.valid_to >= today);
    IF unit.department_code IS NULL OR (find_rule(p_case, ARRAY['service'], 'escalate')).action IS NULL THEN
        RETURN 'over';
    END IF;
    PERFORM tell_level(p_case, p_level, unit, p_at);
    RETURN 'told';
END
$body$;

-- Tell whoever is next of each order nobody touched, at most `p_most` at once, soonest due first. A level or a case file that
-- another session holds is left for the next time. Returns how many were told.
CREATE FUNCTION desk.escalate_due(p_most integer DEFAULT 200) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    e escalation;
    c case_file;
    moment timestamptz := room_now();
    became text;
    told integer := 0;
BEGIN
    PERFORM require_service();
    FOR e IN
        SELECT x.* FROM escalation x JOIN case_file f ON f.subdistrict = x.subdistrict AND f.case_id = x.case_id
        WHERE x.outcome IS NULL AND x.due_at <= moment AND f.state <> 'suspended'
        ORDER BY x.due_at, x.level LIMIT greatest(p_most, 0) FOR UPDATE OF x SKIP LOCKED
    LOOP
        -- Anew for each: another level of the same case file may have moved its version on.
        SELECT f.* INTO c FROM case_file f WHERE f.subdistrict = e.subdistrict AND f.case_id = e.case_id FOR NO KEY UPDATE SKIP LOCKED;
        CONTINUE WHEN NOT FOUND;
        became := settle_level(c, e, moment);
        UPDATE escalation x SET outcome = became, settled_at = moment
        WHERE x.subdistrict = e.subdistrict AND x.case_id = e.case_id AND x.case_version = e.case_version AND x.level = e.level
          AND became IS NOT NULL;
        told := told + (became IS NOT DISTINCT FROM 'told')::integer;
    END LOOP;
    RETURN told;
END
$body$;

-- The levels of the latest order of a case file: told and when, due and when, paused by a suspension, or over.
CREATE FUNCTION desk.escalation_of(p_case bigint)
RETURNS TABLE (level integer, minutes numeric, department_code text, department_zh text, department_en text, phone text,
               due_at timestamptz, told_at timestamptz, standing text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    c case_file;
    ordered integer;
    waits text;
BEGIN
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = person.subdistrict AND f.case_id = p_case
        AND (person.sees_all OR f.department_code = person.department_code);
    SELECT max(o.case_version) INTO ordered FROM outbox o
    WHERE o.subdistrict = c.subdistrict AND o.case_id = c.case_id AND o.level IS NULL;
    waits := CASE WHEN NOT is_untouched(c, ordered) THEN 'over' WHEN c.state = 'suspended' THEN 'paused' ELSE 'waiting' END;
    RETURN QUERY
    SELECT e.level::integer, e.minutes, e.department_code, d.name_zh, d.name_en, d.phone, e.due_at,
           CASE e.outcome WHEN 'told' THEN e.settled_at END, coalesce(e.outcome, waits)
    FROM escalation e JOIN department d ON d.subdistrict = e.subdistrict AND d.department_code = e.department_code
    WHERE e.subdistrict = c.subdistrict AND e.case_id = c.case_id AND e.case_version = ordered ORDER BY e.level;
END
$body$;
