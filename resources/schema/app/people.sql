-- What a client must know about itself before it shows anything.
CREATE FUNCTION desk.whoami() RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    info room_info;
BEGIN
    SELECT * INTO info FROM room_info;
    RETURN jsonb_build_object(
        'login', session_user, 'staff_number', person.staff_number, 'name', person.name,
        'subdistrict', person.subdistrict, 'department_code', person.department_code, 'roles', to_jsonb(person.roles),
        'subdistrict_name', (SELECT name_zh FROM division WHERE code = person.subdistrict),
        'profile', desk.class_profile(person.subdistrict),
        'axes_profile', desk.setting_text(person.subdistrict, 'axes_profile', 'strict'),
        'srid', info.srid, 'is_demo', info.is_demo, 'demo_rate', info.demo_rate,
        'room_now', room_now(), 'server_version', current_setting('server_version'));
END
$body$;

-- Refuse what would be judged by an older state: in a transaction that keeps the view it began with, somebody who has lost his post
-- still holds it, and of two steps at once neither sees the other. Whoever only reads may keep his view, as the feed does.
CREATE FUNCTION desk.require_view() RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' AND current_setting('transaction_read_only') = 'off' THEN
        PERFORM refuse('old_view', jsonb_build_object('isolation', current_setting('transaction_isolation')));
    END IF;
END
$body$;

-- The person behind the session; a login that belongs to nobody is refused.
CREATE FUNCTION desk.require_staff() RETURNS room.person
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    person room.person := owner_who();
BEGIN
    IF person.staff_number IS NULL THEN
        PERFORM refuse('not_staff', jsonb_build_object('login', session_user));
    END IF;
    PERFORM require_view();
    RETURN person;
END
$body$;

CREATE FUNCTION desk.setting_text(p_subdistrict text, p_key text, p_default text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN coalesce((SELECT value #>> ARRAY[]::text[] FROM setting WHERE subdistrict = p_subdistrict AND key = p_key), p_default);
END
$body$;

CREATE FUNCTION desk.class_profile(p_subdistrict text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN setting_text(p_subdistrict, 'class_profile', (SELECT profile FROM class_profile WHERE is_default));
END
$body$;

-- When the shift that is running now began; where no shift is planned, the calendar day.
CREATE FUNCTION desk.shift_start(p_subdistrict text, p_staff text, p_at timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN coalesce(
        (SELECT min(s.starts_at) FROM shift s JOIN roster r USING (subdistrict, shift_id)
         WHERE s.subdistrict = p_subdistrict AND r.staff_number = p_staff AND s.starts_at <= p_at AND s.ends_at > p_at),
        date_trunc('day', p_at, 'Asia/Shanghai'));
END
$body$;

-- Where somebody is, in degrees of CGCS2000. A device's time is a claim: one that lies ahead counts as now.
CREATE FUNCTION desk.move_staff(p_staff_number text, p_longitude double precision, p_latitude double precision, p_observed_at timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    IF person.staff_number IS DISTINCT FROM p_staff_number AND NOT person.roles && ARRAY['shift_leader', 'dispatcher'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'move_staff', 'role', 'dispatcher'));
    END IF;
    IF NOT EXISTS (SELECT 1 FROM staff WHERE subdistrict = person.subdistrict AND staff_number = p_staff_number) THEN
        PERFORM refuse('unknown_worker', jsonb_build_object('staff', p_staff_number));
    END IF;
    INSERT INTO staff_position (subdistrict, staff_number, observed_at, geom)
    VALUES (person.subdistrict, p_staff_number, least(p_observed_at, room_now()), point_of_degrees(p_longitude, p_latitude))
    ON CONFLICT (subdistrict, staff_number) DO UPDATE
    SET observed_at = EXCLUDED.observed_at, geom = EXCLUDED.geom
    WHERE staff_position.observed_at < EXCLUDED.observed_at;
END
$body$;
