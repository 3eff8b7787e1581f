-- What a client must know about itself before it shows anything.
CREATE FUNCTION desk.whoami() RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person staff := me();
    info room_info;
BEGIN
    IF person IS NULL THEN
        PERFORM refuse('not_staff', jsonb_build_object('login', session_user));
    END IF;
    SELECT * INTO info FROM room_info;
    RETURN jsonb_build_object(
        'login', session_user, 'staff_number', person.staff_number, 'name', person.name,
        'subdistrict', person.subdistrict, 'department_code', person.department_code, 'roles', to_jsonb(my_roles()),
        'subdistrict_name', (SELECT name_zh FROM division WHERE code = person.subdistrict),
        'profile', desk.class_profile(person.subdistrict), 'axes_profile', desk.setting_text(person.subdistrict, 'axes_profile', 'strict'),
        'srid', info.srid, 'is_demo', info.is_demo, 'demo_rate', info.demo_rate,
        'room_now', room_now(), 'server_version', current_setting('server_version'));
END
$body$;

CREATE FUNCTION desk.setting_text(p_subdistrict text, p_key text, p_default text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
    SELECT coalesce((SELECT value #>> ARRAY[]::text[] FROM setting WHERE subdistrict = p_subdistrict AND key = p_key), p_default)
$body$;

CREATE FUNCTION desk.class_profile(p_subdistrict text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
    SELECT coalesce((SELECT value #>> ARRAY[]::text[] FROM setting WHERE subdistrict = p_subdistrict AND key = 'class_profile'),
                    (SELECT profile FROM class_profile WHERE is_default))
$body$;

-- When the shift that is running now began; where no shift is planned, the calendar day.
CREATE FUNCTION desk.shift_start(p_subdistrict text, p_staff text, p_at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT coalesce(
        (SELECT max(s.starts_at) FROM roster r JOIN shift s USING (subdistrict, shift_id)
         WHERE r.subdistrict = p_subdistrict AND r.staff_number = p_staff AND p_at >= s.starts_at AND p_at < s.ends_at),
        date_trunc('day', p_at, 'Asia/Shanghai'))
$body$;

CREATE FUNCTION desk.move_staff(p_staff_number text, p_longitude double precision, p_latitude double precision, p_observed_at timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person staff := me();
BEGIN
    IF person IS NULL OR NOT (person.staff_number = p_staff_number OR my_roles() && ARRAY['shift_leader', 'dispatcher']) THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'move_staff', 'role', 'dispatcher'));
    END IF;
    INSERT INTO staff_position (subdistrict, staff_number, observed_at, geom)
    SELECT person.subdistrict, p_staff_number, p_observed_at,
           ST_Transform(ST_SetSRID(ST_MakePoint(p_longitude, p_latitude), 4490), i.srid)
    FROM room_info i
    ON CONFLICT (subdistrict, staff_number) DO UPDATE
    SET observed_at = EXCLUDED.observed_at, geom = EXCLUDED.geom
    WHERE staff_position.observed_at < EXCLUDED.observed_at;
END
$body$;

CREATE FUNCTION desk.set_area_state(p_area_kind text, p_area_code text, p_state text, p_reason text)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person staff := me();
    moment timestamptz := room_now();
BEGIN
    IF person IS NULL OR NOT my_roles() && ARRAY['shift_leader', 'admin'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'set_area_state', 'role', 'shift_leader'));
    END IF;
    IF coalesce(btrim(p_reason), '') = '' THEN
        PERFORM refuse('reason_required', jsonb_build_object('action', 'set_area_state'));
    END IF;
    UPDATE area_state SET valid = tstzrange(lower(valid), moment)
    WHERE subdistrict = person.subdistrict AND area_kind = p_area_kind AND area_code = p_area_code AND upper_inf(valid);
    INSERT INTO area_state (subdistrict, area_kind, area_code, state, valid, reason, set_by)
    VALUES (person.subdistrict, p_area_kind, p_area_code, p_state, tstzrange(moment, NULL), p_reason, person.staff_number);
END
$body$;
