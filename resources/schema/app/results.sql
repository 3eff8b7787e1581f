-- Results of analyses under a name. They show the whole subdistrict, so handling units neither save nor see them.

CREATE VIEW desk.saved_result WITH (security_invoker = true) AS
SELECT r.subdistrict, r.name, r.kind, r.parameters, length(r.content) AS size_bytes, r.saved_at, r.saved_by, s.name AS saved_by_name
FROM room.analysis_result r JOIN room.staff s ON s.subdistrict = r.subdistrict AND s.staff_number = r.saved_by;

-- The one who asks, if he sees the whole subdistrict.
CREATE FUNCTION desk.require_overview(p_action text) RETURNS room.person
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    person room.person := require_staff();
BEGIN
    IF NOT person.sees_all THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', 'analyst'));
    END IF;
    RETURN person;
END
$body$;

-- A name belongs to whom saved it first: another may not put his own result in its place, but for the shift leader.
CREATE FUNCTION desk.check_result_owner(p_person room.person, p_saved_by text, p_name text) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_saved_by <> p_person.staff_number AND NOT p_person.roles && ARRAY['shift_leader', 'admin'] THEN
        PERFORM refuse('foreign_result', jsonb_build_object('name', p_name,
            'staff', (SELECT s.name FROM staff s WHERE s.subdistrict = p_person.subdistrict AND s.staff_number = p_saved_by)));
    END IF;
END
$body$;

-- What it was before somebody put another in its place or took it away: nobody's work goes without a word.
CREATE FUNCTION desk.log_result(p_person room.person, p_action text, p_gone room.analysis_result, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    PERFORM enter_log(p_person.subdistrict, 'result', p_gone.name, p_action, NULL, p_person.staff_number, jsonb_build_object(
        'kind', p_gone.kind, 'saved_by', p_gone.saved_by, 'saved_at', p_gone.saved_at, 'size', length(p_gone.content)), p_at);
END
$body$;

CREATE FUNCTION desk.save_result(
    p_name text, p_kind text, p_parameters jsonb, p_style text, p_content bytea, p_replace boolean DEFAULT false) RETURNS bytea
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_overview('save_result');
    wanted text := btrim(p_name);
    gone analysis_result;
    kept numeric;
    most integer := setting_text(person.subdistrict, 'result_megabytes', '2048')::integer;
    moment timestamptz := room_now();
    fingerprint bytea := sha256(p_content);
BEGIN
    IF coalesce(wanted, '') = '' OR length(wanted) > 80 THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'name', 'value', left(wanted, 40)));
    ELSIF p_kind IS NULL OR p_kind NOT IN ('vector', 'raster') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'kind', 'value', left(p_kind, 40)));
    ELSIF coalesce(length(p_content), 0) = 0 THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'content'));
    ELSIF length(p_content) > 64 * 1024 * 1024 OR coalesce(length(p_style), 0) > 4 * 1024 * 1024
        OR coalesce(pg_column_size(p_parameters), 0) > 1024 * 1024 THEN
        PERFORM refuse('result_too_large', jsonb_build_object('megabytes', 64));
    ELSIF jsonb_typeof(coalesce(p_parameters, jsonb_build_object())) <> 'object' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'parameters', 'value', left(p_parameters::text, 40)));
    END IF;
    -- Two who save under one name at once come one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended('result ' || person.subdistrict, 0));
    SELECT * INTO gone FROM analysis_result r WHERE r.subdistrict = person.subdistrict AND r.name = wanted
        AND NOT (r.saved_by = person.staff_number AND r.sha256 = fingerprint);
    IF FOUND THEN
        IF NOT coalesce(p_replace, false) THEN
            PERFORM refuse('result_name_taken', jsonb_build_object('name', wanted));
        END IF;
        PERFORM check_result_owner(person, gone.saved_by, wanted);
        PERFORM log_result(person, 'replaced', gone, moment);
    END IF;
    -- A small one counts for as much as a file takes, so that there is an end to their number, too.
    SELECT coalesce(sum(greatest(length(r.content)::numeric + octet_length(r.style) + pg_column_size(r.parameters), 65536)), 0) INTO kept
    FROM analysis_result r WHERE r.subdistrict = person.subdistrict AND r.name <> wanted;
    IF kept + greatest(length(p_content)::numeric + coalesce(octet_length(p_style), 0), 65536) > most::numeric * 1024 * 1024 THEN
        PERFORM refuse('results_full', jsonb_build_object('megabytes', most));
    END IF;
    INSERT INTO analysis_result AS r (subdistrict, name, kind, parameters, style, content, sha256, saved_at, saved_by)
    VALUES (person.subdistrict, wanted, p_kind, coalesce(p_parameters, jsonb_build_object()), coalesce(p_style, ''), p_content,
            fingerprint, moment, person.staff_number)
    ON CONFLICT (subdistrict, name) DO UPDATE SET kind = EXCLUDED.kind, parameters = EXCLUDED.parameters, style = EXCLUDED.style,
        content = EXCLUDED.content, sha256 = EXCLUDED.sha256, saved_at = EXCLUDED.saved_at, saved_by = EXCLUDED.saved_by;
    RETURN fingerprint;
END
$body$;

-- Gone for good; once it is gone, asking again changes nothing.
CREATE FUNCTION desk.delete_result(p_name text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_overview('delete_result');
    gone analysis_result;
BEGIN
    SELECT * INTO gone FROM analysis_result r WHERE r.subdistrict = person.subdistrict AND r.name = btrim(p_name) FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM check_result_owner(person, gone.saved_by, btrim(p_name));
    PERFORM log_result(person, 'deleted', gone, room_now());
    DELETE FROM analysis_result WHERE subdistrict = person.subdistrict AND name = btrim(p_name);
    RETURN true;
END
$body$;
