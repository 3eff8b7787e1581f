-- Who called, and the call that is owed. Supervision alone reads it, until it expires.

-- What a person may know of a reporter: `none` (nobody left a contact, or it expired), `withheld` (there is one, but it is
-- supervision's), `shown`.
CREATE FUNCTION desk.reporter_of(p_case bigint)
RETURNS TABLE (standing text, name text, phone text, callback_owed boolean, called_back_at timestamptz, called_back_by text,
               expires_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    RETURN QUERY
    SELECT CASE WHEN r.case_id IS NULL THEN 'none' WHEN s.may THEN 'shown' ELSE 'withheld' END,
           CASE WHEN s.may THEN r.name END, CASE WHEN s.may THEN r.phone END, CASE WHEN s.may THEN r.callback_owed END,
           CASE WHEN s.may THEN r.called_back_at END, CASE WHEN s.may THEN r.called_back_by END, CASE WHEN s.may THEN r.expires_at END
    FROM case_file c
    LEFT JOIN reporter_contact r ON r.subdistrict = c.subdistrict AND r.case_id = c.case_id AND r.expires_at > room_now()
    CROSS JOIN (SELECT person.roles && ARRAY['acceptor', 'shift_leader'] AS may) s
    WHERE c.subdistrict = person.subdistrict AND c.case_id = p_case AND (person.sees_all OR c.department_code = person.department_code);
END
$body$;

-- The reporter was called back, or nobody answered: then the call is still owed. A call that is no longer owed is not logged
-- twice, so that a retry after a lost connection is safe.
CREATE FUNCTION desk.called_back(p_case bigint, p_reached boolean, p_note text DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    r reporter_contact;
BEGIN
    IF NOT person.roles && ARRAY['acceptor', 'shift_leader'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'called_back', 'role', 'acceptor'));
    ELSIF p_reached IS NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'reached'));
    END IF;
    SELECT * INTO r FROM reporter_contact x
    WHERE x.subdistrict = person.subdistrict AND x.case_id = p_case AND x.expires_at > moment FOR UPDATE;
    IF r.case_id IS NULL THEN
        PERFORM refuse('no_contact', jsonb_build_object('case_id', p_case));
    ELSIF NOT r.callback_owed AND r.called_back_at IS NOT NULL THEN
        RETURN false;
    END IF;
    UPDATE reporter_contact SET callback_owed = NOT p_reached AND callback_owed,
        called_back_at = CASE WHEN p_reached THEN moment END, called_back_by = CASE WHEN p_reached THEN person.staff_number END
    WHERE subdistrict = r.subdistrict AND case_id = r.case_id;
    PERFORM enter_log(r.subdistrict, 'callback', r.case_id::text, CASE WHEN p_reached THEN 'called_back' ELSE 'not_reached' END, r.case_id,
        person.staff_number, jsonb_build_object('note', left(p_note, 500)), moment);
    RETURN true;
END
$body$;

-- Forget contacts whose time is over. Who was still owed a call is noted, without name or number.
CREATE FUNCTION desk.expire_contacts() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    removed bigint;
    moment timestamptz := room_now();
BEGIN
    PERFORM require_service();
    PERFORM enter_log(r.subdistrict, 'callback', r.case_id::text, 'expired_owed', r.case_id, NULL, jsonb_build_object(), moment)
    FROM reporter_contact r WHERE r.expires_at <= moment AND r.callback_owed;
    DELETE FROM reporter_contact WHERE expires_at <= moment;
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END
$body$;
