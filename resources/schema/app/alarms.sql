-- One reading against one rule: on-delay, off-delay and deadband by the readings' own time.
CREATE FUNCTION desk.judge_reading(p_sensor room.sensor, p_rule room.alarm_rule, p_observed_at timestamptz, p_value double precision)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    s rule_state;
    standing alarm;
    beyond boolean := coalesce(p_value > p_rule.raise_above, p_value < p_rule.raise_below);
    normal boolean := coalesce(p_value <= p_rule.raise_above - p_rule.deadband, p_value >= p_rule.raise_below + p_rule.deadband);
BEGIN
    SELECT * INTO s FROM rule_state WHERE subdistrict = p_sensor.subdistrict AND sensor_code = p_sensor.sensor_code
        AND rule_code = p_rule.rule_code FOR UPDATE;
    IF s.observed_at >= p_observed_at THEN
        RETURN;
    END IF;
    SELECT * INTO standing FROM alarm WHERE subdistrict = p_sensor.subdistrict AND sensor_code = p_sensor.sensor_code
        AND rule_code = p_rule.rule_code AND cleared_at IS NULL;
    s.condition_since := CASE WHEN beyond THEN coalesce(s.condition_since, p_observed_at) WHEN normal THEN NULL ELSE s.condition_since END;
    s.normal_since := CASE WHEN normal THEN coalesce(s.normal_since, p_observed_at) ELSE NULL END;
    IF standing IS NULL AND beyond AND p_observed_at - s.condition_since >= p_rule.on_delay THEN
        INSERT INTO alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since, raised_at, raised_value)
        VALUES (p_sensor.subdistrict, p_sensor.sensor_code, p_rule.rule_code, p_rule.version, p_rule.priority,
                s.condition_since, room_now(), p_value);
    ELSIF standing.alarm_id IS NOT NULL AND normal AND p_observed_at - s.normal_since >= p_rule.off_delay THEN
        UPDATE alarm SET cleared_at = room_now(), version = version + 1
        WHERE subdistrict = standing.subdistrict AND alarm_id = standing.alarm_id;
    END IF;
    INSERT INTO rule_state (subdistrict, sensor_code, rule_code, observed_at, condition_since, normal_since)
    VALUES (p_sensor.subdistrict, p_sensor.sensor_code, p_rule.rule_code, p_observed_at, s.condition_since, s.normal_since)
    ON CONFLICT (subdistrict, sensor_code, rule_code) DO UPDATE
    SET observed_at = EXCLUDED.observed_at, condition_since = EXCLUDED.condition_since, normal_since = EXCLUDED.normal_since;
END
$body$;

-- Store readings [(sensor_code, observed_at, value)] once each and judge them in the order they were observed.
CREATE FUNCTION desk.ingest_readings(p_subdistrict text, p_readings jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    stored integer := 0;
    item record;
BEGIN
    IF NOT pg_has_role(session_user, 'room_service', 'MEMBER') THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'ingest_readings', 'role', 'service'));
    END IF;
    SELECT r.sensor_code INTO item FROM jsonb_to_recordset(p_readings) AS r(sensor_code text)
    WHERE NOT EXISTS (SELECT 1 FROM sensor s WHERE s.subdistrict = p_subdistrict AND s.sensor_code = r.sensor_code) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('unknown_sensor', jsonb_build_object('sensor_code', item.sensor_code));
    END IF;
    FOR item IN
        WITH added AS (
            INSERT INTO reading (subdistrict, sensor_code, observed_at, received_at, value)
            SELECT p_subdistrict, r.sensor_code, r.observed_at, room_now(), r.value
            FROM jsonb_to_recordset(p_readings) AS r(sensor_code text, observed_at timestamptz, value double precision)
            ON CONFLICT DO NOTHING
            RETURNING sensor_code, observed_at, value)
        SELECT s AS sensor, l AS rule, a.observed_at, a.value
        FROM added a JOIN sensor s ON s.subdistrict = p_subdistrict AND s.sensor_code = a.sensor_code
        LEFT JOIN alarm_rule l ON l.subdistrict = s.subdistrict AND l.sensor_kind = s.kind AND l.valid @> a.observed_at
        ORDER BY a.observed_at, a.sensor_code
    LOOP
        stored := stored + 1;
        IF item.rule IS NOT NULL THEN
            PERFORM judge_reading(item.sensor, item.rule, item.observed_at, item.value);
        END IF;
    END LOOP;
    RETURN stored;
END
$body$;

-- Acknowledge or shelve: seen is not the same as over.
CREATE FUNCTION desk.alarm_step(p_alarm bigint, p_action text, p_payload jsonb, p_expected integer, p_request uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person staff := me();
    a alarm;
    moment timestamptz := room_now();
    answer integer;
BEGIN
    IF person IS NULL OR NOT my_roles() && ARRAY['acceptor', 'dispatcher', 'shift_leader'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', 'acceptor'));
    END IF;
    SELECT version INTO answer FROM alarm_log WHERE subdistrict = person.subdistrict AND request_id = p_request AND login = session_user;
    IF FOUND THEN
        RETURN answer;
    END IF;
    SELECT * INTO a FROM alarm WHERE subdistrict = person.subdistrict AND alarm_id = p_alarm FOR UPDATE;
    IF a IS NULL THEN
        PERFORM refuse('unknown_alarm', jsonb_build_object('alarm_id', p_alarm));
    ELSIF a.version IS DISTINCT FROM p_expected THEN
        PERFORM refuse('stale_version', jsonb_build_object('alarm_id', p_alarm, 'expected', p_expected, 'version', a.version));
    END IF;
    IF p_action = 'acknowledge' THEN
        UPDATE alarm SET acknowledged_at = coalesce(acknowledged_at, moment), acknowledged_by = coalesce(acknowledged_by, person.staff_number),
            version = version + 1 WHERE subdistrict = a.subdistrict AND alarm_id = a.alarm_id;
    ELSIF p_action = 'shelve' THEN
        PERFORM require_text(p_payload, 'reason', 'until');
        UPDATE alarm SET shelved_until = (p_payload ->> 'until')::timestamptz, shelved_by = person.staff_number,
            shelve_reason = p_payload ->> 'reason', version = version + 1 WHERE subdistrict = a.subdistrict AND alarm_id = a.alarm_id;
    ELSE
        PERFORM refuse('unknown_action', jsonb_build_object('action', p_action));
    END IF;
    INSERT INTO alarm_log (subdistrict, alarm_id, version, at, action, login, staff_number, payload, request_id)
    VALUES (a.subdistrict, a.alarm_id, a.version + 1, moment, p_action, session_user, person.staff_number,
            coalesce(p_payload, jsonb_build_object()), p_request);
    RETURN a.version + 1;
END
$body$;
