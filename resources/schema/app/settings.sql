-- Settings of the room that its leaders may change while it runs. Each change says who, when, and what stood before.

-- Hosts that orders may be sent to, as they are compared: in small letters, with a port where it is not the usual one.
CREATE FUNCTION desk.check_hosts(p_value jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    host text;
BEGIN
    IF jsonb_typeof(p_value) IS DISTINCT FROM 'array' OR jsonb_array_length(p_value) > 100 THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'webhook_hosts', 'value', left(p_value::text, 40)));
    END IF;
    FOR host IN SELECT lower(h) FROM jsonb_array_elements_text(p_value) h LOOP
        IF host IS NULL OR length(host) > 253 OR host !~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:[0-9]+)?$'
           OR NOT coalesce(nullif(split_part(host, ':', 2), ''), '80')::numeric BETWEEN 1 AND 65535 THEN
            PERFORM refuse('bad_value', jsonb_build_object('field', 'webhook_hosts', 'value', left(host, 40)));
        END IF;
    END LOOP;
    RETURN (SELECT coalesce(jsonb_agg(DISTINCT lower(h) ORDER BY lower(h)), jsonb_build_array()) FROM jsonb_array_elements_text(p_value) h);
END
$body$;

-- The value of a setting as it is kept, or a refusal.
CREATE FUNCTION desk.check_setting(p_key text, p_value jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    most integer := CASE p_key WHEN 'webhook_attempts' THEN 100 WHEN 'contact_days' THEN 3650 WHEN 'track_days' THEN 366
                    WHEN 'duplicate_metres' THEN 1000 WHEN 'duplicate_hours' THEN 8760 WHEN 'reports_per_hour' THEN 100000
                    WHEN 'result_megabytes' THEN 1000000 WHEN 'track_megabytes' THEN 1000000 END;
BEGIN
    IF p_key = 'webhook_hosts' THEN
        RETURN check_hosts(p_value);
    ELSIF p_key = 'axes_profile' AND p_value IN ('"strict"', '"joint_room"') THEN
        RETURN p_value;
    ELSIF most IS NULL THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'setting', 'value', left(p_key, 40)));
    ELSIF jsonb_typeof(p_value) IS DISTINCT FROM 'number' OR p_value::text !~ '^[0-9]+$' OR NOT p_value::numeric BETWEEN 1 AND most THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', p_key, 'value', left(p_value::text, 40)));
    END IF;
    RETURN p_value;
END
$body$;

-- Change a setting; one that stays as it is leaves no trace. Returns whether it was changed.
CREATE FUNCTION desk.set_setting(p_key text, p_value jsonb) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    wanted jsonb;
    before jsonb;
BEGIN
    IF NOT person.roles && ARRAY['shift_leader', 'admin'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'set_setting', 'role', 'shift_leader'));
    ELSIF p_key = 'axes_profile' AND NOT person.roles && ARRAY['admin'] THEN
        -- Whoever works on an axis does not say how far apart the two are kept.
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'set_setting', 'role', 'admin'));
    END IF;
    wanted := check_setting(p_key, p_value);
    PERFORM pg_advisory_xact_lock(hashtextextended('setting ' || person.subdistrict || p_key, 0));
    SELECT s.value INTO before FROM setting s WHERE s.subdistrict = person.subdistrict AND s.key = p_key;
    IF before = wanted THEN
        RETURN false;
    END IF;
    INSERT INTO setting (subdistrict, key, value) VALUES (person.subdistrict, p_key, wanted)
    ON CONFLICT (subdistrict, key) DO UPDATE SET value = EXCLUDED.value;
    PERFORM enter_log(person.subdistrict, 'setting', p_key, 'set', NULL, person.staff_number,
        jsonb_build_object('before', before, 'value', wanted), room_now());
    RETURN true;
END
$body$;
