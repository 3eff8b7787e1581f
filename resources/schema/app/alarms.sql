-- Since when the condition and the normal state hold by the stored readings up to a moment: the same as judging them one by one.
CREATE FUNCTION desk.derive_rule_state(p_sensor room.sensor, p_rule room.alarm_rule, p_until timestamptz,
                                       OUT condition_since timestamptz, OUT normal_since timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    last_normal timestamptz;
    last_other timestamptz;
BEGIN
    SELECT max(r.observed_at) INTO last_normal FROM reading r
    WHERE r.subdistrict = p_sensor.subdistrict AND r.sensor_code = p_sensor.sensor_code AND r.observed_at <= p_until
      AND is_normal(p_rule, r.value);
    SELECT max(r.observed_at) INTO last_other FROM reading r
    WHERE r.subdistrict = p_sensor.subdistrict AND r.sensor_code = p_sensor.sensor_code AND r.observed_at <= p_until
      AND NOT is_normal(p_rule, r.value);
    SELECT min(r.observed_at) INTO condition_since FROM reading r
    WHERE r.subdistrict = p_sensor.subdistrict AND r.sensor_code = p_sensor.sensor_code
      AND r.observed_at > coalesce(last_normal, '-infinity') AND r.observed_at <= p_until AND is_beyond(p_rule, r.value);
    SELECT min(r.observed_at) INTO normal_since FROM reading r
    WHERE r.subdistrict = p_sensor.subdistrict AND r.sensor_code = p_sensor.sensor_code
      AND r.observed_at > coalesce(last_other, '-infinity') AND r.observed_at <= p_until;
END
$body$;

CREATE FUNCTION desk.is_beyond(p_rule room.alarm_rule, p_value double precision) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = room, desk, pg_temp
AS $body$ BEGIN RETURN coalesce(p_value > p_rule.raise_above, p_value < p_rule.raise_below); END $body$;

-- Normal only beyond the deadband; between the two, what was goes on.
CREATE FUNCTION desk.is_normal(p_rule room.alarm_rule, p_value double precision) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    RETURN coalesce(p_value <= p_rule.raise_above - p_rule.deadband, p_value >= p_rule.raise_below + p_rule.deadband);
END
$body$;

-- Raise or clear, with the reading that caused it in the alarm's log.
CREATE FUNCTION desk.raise_alarm(p_sensor room.sensor, p_rule room.alarm_rule, p_since timestamptz, p_observed_at timestamptz,
                                 p_value double precision) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    raised alarm;
BEGIN
    INSERT INTO alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since, raised_at, raised_value)
    VALUES (p_sensor.subdistrict, p_sensor.sensor_code, p_rule.rule_code, p_rule.version, p_rule.priority, p_since, room_now(), p_value)
    RETURNING * INTO raised;
    PERFORM log_alarm(raised, 'raise', p_observed_at, p_value);
END
$body$;

CREATE FUNCTION desk.clear_alarm(p_alarm room.alarm, p_observed_at timestamptz, p_value double precision) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    cleared alarm;
BEGIN
    UPDATE alarm SET cleared_at = room_now(), version = version + 1
    WHERE subdistrict = p_alarm.subdistrict AND alarm_id = p_alarm.alarm_id
    RETURNING * INTO cleared;
    PERFORM log_alarm(cleared, 'clear', p_observed_at, p_value);
END
$body$;

CREATE FUNCTION desk.log_alarm(p_alarm room.alarm, p_action text, p_observed_at timestamptz, p_value double precision) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    INSERT INTO alarm_log (subdistrict, alarm_id, version, at, action, login, payload)
    VALUES (p_alarm.subdistrict, p_alarm.alarm_id, p_alarm.version, room_now(), p_action, session_user,
            jsonb_build_object('rule_code', p_alarm.rule_code, 'rule_version', p_alarm.rule_version,
                'condition_since', p_alarm.condition_since, 'observed_at', p_observed_at, 'value', p_value));
END
$body$;

-- One stored reading against one rule: on-delay, off-delay and deadband by the readings' own time.
CREATE FUNCTION desk.judge_reading(p_sensor room.sensor, p_rule room.alarm_rule, p_observed_at timestamptz, p_value double precision)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    s rule_state;
    standing alarm;
    late boolean;
    beyond boolean := is_beyond(p_rule, p_value);
    normal boolean := is_normal(p_rule, p_value);
BEGIN
    SELECT * INTO s FROM rule_state WHERE subdistrict = p_sensor.subdistrict AND sensor_code = p_sensor.sensor_code
        AND rule_code = p_rule.rule_code FOR UPDATE;
    late := coalesce(s.observed_at >= p_observed_at, false);
    IF late THEN
        -- It changes since when a state holds; whether to raise or clear is for the next reading to say.
        SELECT d.* INTO s.condition_since, s.normal_since FROM derive_rule_state(p_sensor, p_rule, s.observed_at) d;
    ELSE
        s.observed_at := p_observed_at;
        s.condition_since := CASE WHEN beyond THEN coalesce(s.condition_since, p_observed_at) WHEN NOT normal THEN s.condition_since END;
        s.normal_since := CASE WHEN normal THEN coalesce(s.normal_since, p_observed_at) END;
    END IF;
    INSERT INTO rule_state (subdistrict, sensor_code, rule_code, observed_at, condition_since, normal_since)
    VALUES (p_sensor.subdistrict, p_sensor.sensor_code, p_rule.rule_code, s.observed_at, s.condition_since, s.normal_since)
    ON CONFLICT (subdistrict, sensor_code, rule_code) DO UPDATE
    SET observed_at = EXCLUDED.observed_at, condition_since = EXCLUDED.condition_since, normal_since = EXCLUDED.normal_since;
    IF late THEN
        RETURN;
    END IF;
    SELECT * INTO standing FROM alarm WHERE subdistrict = p_sensor.subdistrict AND sensor_code = p_sensor.sensor_code
        AND rule_code = p_rule.rule_code AND cleared_at IS NULL;
    IF standing.alarm_id IS NULL AND beyond AND p_observed_at - s.condition_since >= p_rule.on_delay THEN
        PERFORM raise_alarm(p_sensor, p_rule, s.condition_since, p_observed_at, p_value);
    ELSIF standing.alarm_id IS NOT NULL AND normal AND p_observed_at - s.normal_since >= p_rule.off_delay THEN
        PERFORM clear_alarm(standing, p_observed_at, p_value);
    END IF;
END
$body$;

-- The readings of a delivery that can be kept: a number, not further ahead than a clock may be wrong, not older than the
-- oldest partition. A delivery naming an unknown sensor is refused whole.
CREATE FUNCTION desk.usable_readings(p_subdistrict text, p_readings jsonb)
RETURNS TABLE (sensor_code text, observed_at timestamptz, value double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    moment timestamptz := room_now();
    stranger text;
BEGIN
    SELECT r.sensor_code INTO stranger FROM jsonb_to_recordset(p_readings) AS r(sensor_code text)
    WHERE NOT EXISTS (SELECT 1 FROM sensor s WHERE s.subdistrict = p_subdistrict AND s.sensor_code = r.sensor_code) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('unknown_sensor', jsonb_build_object('sensor_code', stranger));
    END IF;
    RETURN QUERY
    SELECT r.sensor_code, r.observed_at, r.value
    FROM jsonb_to_recordset(p_readings) AS r(sensor_code text, observed_at timestamptz, value double precision)
    WHERE r.value NOT IN ('NaN', 'Infinity', '-Infinity') AND r.observed_at <= moment + interval '10 minutes'
      AND to_regclass('room.' || reading_partition(r.observed_at)) IS NOT NULL;
EXCEPTION WHEN invalid_datetime_format OR datetime_field_overflow OR invalid_text_representation OR numeric_value_out_of_range THEN
    PERFORM refuse('bad_value', jsonb_build_object('field', 'readings', 'value', left(SQLERRM, 100)));
END
$body$;

-- Store readings [(sensor_code, observed_at, value)] once each and judge them in the order they were observed. Returns how
-- many were new and usable.
CREATE FUNCTION desk.ingest_readings(p_subdistrict text, p_readings jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    stored integer := 0;
    last_reading record;
    item record;
BEGIN
    PERFORM require_service();
    FOR item IN
        WITH added AS (
            INSERT INTO reading (subdistrict, sensor_code, observed_at, received_at, value)
            SELECT p_subdistrict, u.sensor_code, u.observed_at, room_now(), u.value FROM usable_readings(p_subdistrict, p_readings) u
            ON CONFLICT DO NOTHING
            RETURNING sensor_code, observed_at, value)
        SELECT a.sensor_code, a.observed_at, a.value, s AS sensor, l AS rule
        FROM added a JOIN sensor s ON s.subdistrict = p_subdistrict AND s.sensor_code = a.sensor_code
        LEFT JOIN alarm_rule l ON l.subdistrict = s.subdistrict AND l.sensor_kind = s.kind AND l.valid @> a.observed_at
        ORDER BY a.observed_at, a.sensor_code
    LOOP
        IF last_reading IS DISTINCT FROM (item.sensor_code, item.observed_at) THEN
            stored := stored + 1;
        END IF;
        last_reading := (item.sensor_code, item.observed_at);
        IF (item.rule).rule_code IS NOT NULL THEN
            PERFORM judge_reading(item.sensor, item.rule, item.observed_at, item.value);
        END IF;
    END LOOP;
    RETURN stored;
END
$body$;

-- The answer an alarm request got before, if it was answered.
CREATE FUNCTION desk.earlier_alarm_answer(p_subdistrict text, p_request uuid, p_action text, p_alarm bigint) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    entry alarm_log;
BEGIN
    SELECT * INTO entry FROM alarm_log WHERE subdistrict = p_subdistrict AND request_id = p_request;
    IF entry.login <> session_user OR entry.action <> p_action OR entry.alarm_id <> p_alarm THEN
        PERFORM refuse('request_reused', jsonb_build_object('request_id', p_request));
    END IF;
    RETURN entry.version;
END
$body$;

CREATE FUNCTION desk.lock_alarm(p_person room.person, p_alarm bigint, p_expected integer) RETURNS room.alarm
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    a alarm;
BEGIN
    SELECT * INTO a FROM alarm WHERE subdistrict = p_person.subdistrict AND alarm_id = p_alarm FOR UPDATE;
    IF a.alarm_id IS NULL THEN
        PERFORM refuse('unknown_alarm', jsonb_build_object('alarm_id', p_alarm));
    ELSIF a.version IS DISTINCT FROM p_expected THEN
        PERFORM refuse('stale_version', jsonb_build_object('alarm_id', p_alarm, 'expected', p_expected, 'version', a.version));
    END IF;
    RETURN a;
END
$body$;

-- Acknowledge or shelve: seen is not the same as over. Returns the new version.
CREATE FUNCTION desk.alarm_step(p_alarm bigint, p_action text, p_payload jsonb, p_expected integer, p_request uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    payload jsonb := coalesce(p_payload, jsonb_build_object());
    a alarm;
    moment timestamptz;
    answer integer;
BEGIN
    PERFORM check_request(payload, p_request);
    IF NOT person.roles && ARRAY['acceptor', 'dispatcher', 'shift_leader'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', 'acceptor'));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(p_request::text, 0));
    answer := earlier_alarm_answer(person.subdistrict, p_request, p_action, p_alarm);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    a := lock_alarm(person, p_alarm, p_expected);
    moment := room_now();
    IF p_action = 'acknowledge' THEN
        a.acknowledged_at := coalesce(a.acknowledged_at, moment);
        a.acknowledged_by := coalesce(a.acknowledged_by, person.staff_number);
    ELSIF p_action = 'shelve' THEN
        PERFORM require_text(payload, 'reason', 'until');
        a.shelved_until := read_time(payload, 'until');
        a.shelved_by := person.staff_number;
        a.shelve_reason := payload ->> 'reason';
        IF a.shelved_until <= moment THEN
            PERFORM refuse('bad_value', jsonb_build_object('field', 'until', 'value', payload ->> 'until'));
        END IF;
    ELSE
        PERFORM refuse('unknown_action', jsonb_build_object('action', left(p_action, 40)));
    END IF;
    UPDATE alarm SET (version, acknowledged_at, acknowledged_by, shelved_until, shelved_by, shelve_reason)
        = ROW(a.version + 1, a.acknowledged_at, a.acknowledged_by, a.shelved_until, a.shelved_by, a.shelve_reason)
    WHERE subdistrict = a.subdistrict AND alarm_id = a.alarm_id;
    INSERT INTO alarm_log (subdistrict, alarm_id, version, at, action, login, staff_number, payload, request_id)
    VALUES (a.subdistrict, a.alarm_id, a.version + 1, moment, p_action, session_user, person.staff_number, payload, p_request);
    RETURN a.version + 1;
END
$body$;
