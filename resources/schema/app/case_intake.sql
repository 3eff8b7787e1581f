-- Where a point lies: its unit grid of today and its community.
CREATE FUNCTION desk.locate(p_subdistrict text, p_point geometry)
RETURNS TABLE (unit_grid_code text, community_code text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, public, pg_temp
AS $body$
DECLARE
    today date := room_today();
BEGIN
    RETURN QUERY
    SELECT g.code, coalesce(g.community_code, d.code)
    FROM (SELECT 1) one
    LEFT JOIN LATERAL (
        SELECT v.code, i.community_code FROM grid_version v JOIN grid i USING (subdistrict, kind, code)
        WHERE v.subdistrict = p_subdistrict AND v.kind = 'unit_grid' AND v.valid @> today
          AND ST_Covers(v.geom, p_point) ORDER BY v.code LIMIT 1) g ON true
    LEFT JOIN LATERAL (
        SELECT c.code FROM division c
        WHERE c.level = 'community' AND c.subdistrict = p_subdistrict AND c.valid_to IS NULL
          AND ST_Covers(c.geom, p_point) ORDER BY c.code LIMIT 1) d ON true;
END
$body$;

-- A position in CGCS2000 degrees as a point of the room's metric system; far from China there is none.
CREATE FUNCTION desk.point_of_degrees(p_longitude double precision, p_latitude double precision) RETURNS geometry
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
BEGIN
    IF p_longitude IS NULL OR p_latitude IS NULL OR NOT (p_longitude BETWEEN 70 AND 140 AND p_latitude BETWEEN 0 AND 60) THEN
        PERFORM refuse('outside_area', jsonb_build_object('x', p_longitude, 'y', p_latitude));
    END IF;
    RETURN ST_Transform(ST_SetSRID(ST_MakePoint(p_longitude, p_latitude), 4490), (SELECT srid FROM room_info));
END
$body$;

-- The point a report names: a component's, or a position in CGCS2000 degrees or in the room's metres.
CREATE FUNCTION desk.report_point(p_subdistrict text, p_payload jsonb) RETURNS geometry
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    room_srid integer := (SELECT srid FROM room_info);
    point geometry;
BEGIN
    IF p_payload ? 'component_identity' THEN
        SELECT c.geom INTO point FROM component c
        WHERE c.subdistrict = p_subdistrict AND c.identity_code = p_payload ->> 'component_identity';
    ELSIF p_payload ? 'longitude' AND p_payload ? 'latitude' THEN
        point := point_of_degrees(read_number(p_payload, 'longitude'), read_number(p_payload, 'latitude'));
    ELSIF p_payload ? 'x' AND p_payload ? 'y' THEN
        point := ST_SetSRID(ST_MakePoint(read_number(p_payload, 'x'), read_number(p_payload, 'y')), room_srid);
    END IF;
    IF point IS NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'place'));
    END IF;
    IF NOT EXISTS (SELECT 1 FROM division d WHERE d.code = p_subdistrict AND ST_Covers(d.geom, point)) THEN
        PERFORM refuse('outside_area', jsonb_build_object('x', round(ST_X(point)::numeric, 1), 'y', round(ST_Y(point)::numeric, 1)));
    END IF;
    RETURN point;
END
$body$;

-- The class a report names; for a component it is the component's own.
CREATE FUNCTION desk.report_class(p_subdistrict text, p_payload jsonb) RETURNS room.class
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    answer class;
BEGIN
    IF p_payload ? 'component_identity' THEN
        SELECT k.* INTO answer FROM component c JOIN class k ON (k.profile, k.kind, k.code) = (c.profile, c.kind, c.class_code)
        WHERE c.subdistrict = p_subdistrict AND c.identity_code = p_payload ->> 'component_identity';
    ELSE
        SELECT k.* INTO answer FROM class k
        WHERE k.profile = class_profile(p_subdistrict) AND k.kind = coalesce(p_payload ->> 'kind', 'event')
          AND k.code = p_payload ->> 'class_code';
    END IF;
    IF answer.code IS NULL AND p_payload ? 'component_identity' THEN
        PERFORM refuse('unknown_component', jsonb_build_object('identity_code', left(p_payload ->> 'component_identity', 40)));
    ELSIF answer.code IS NULL THEN
        PERFORM refuse('unknown_class', jsonb_build_object('class_code', left(p_payload ->> 'class_code', 40)));
    END IF;
    RETURN answer;
END
$body$;

CREATE FUNCTION desk.keep_contact(p_subdistrict text, p_case bigint, p_contact jsonb, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    IF jsonb_typeof(p_contact) = 'object' THEN
        INSERT INTO reporter_contact (subdistrict, case_id, name, phone, callback_owed, expires_at)
        VALUES (p_subdistrict, p_case, p_contact ->> 'name', p_contact ->> 'phone',
                p_contact -> 'callback_owed' IS NOT DISTINCT FROM 'true'::jsonb,
                p_at + make_interval(days => setting_text(p_subdistrict, 'contact_days', '90')::integer));
    END IF;
END
$body$;

-- The alarm a report comes from now has its case file: reading, alarm and case stay traceable both ways.
CREATE FUNCTION desk.link_alarm(p_case room.case_file, p_person room.person, p_request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    next_version integer;
BEGIN
    IF p_case.alarm_id IS NULL THEN
        RETURN;
    END IF;
    UPDATE alarm SET case_id = coalesce(case_id, p_case.case_id), version = version + 1
    WHERE subdistrict = p_case.subdistrict AND alarm_id = p_case.alarm_id
    RETURNING version INTO next_version;
    IF next_version IS NULL THEN
        PERFORM refuse('unknown_alarm', jsonb_build_object('alarm_id', p_case.alarm_id));
    END IF;
    INSERT INTO alarm_log (subdistrict, alarm_id, version, at, action, login, staff_number, payload, request_id)
    VALUES (p_case.subdistrict, p_case.alarm_id, next_version, p_case.first_found_at, 'report', session_user, p_person.staff_number,
            jsonb_build_object('case_id', p_case.case_id, 'case_number', p_case.case_number), p_request);
END
$body$;

-- Store a new case file in state "reported", with the hash of the row its log begins with. First-found time is the server's; the
-- client's is kept as a claim.
CREATE FUNCTION desk.insert_case(p_subdistrict text, p_payload jsonb, p_source text, p_by text, p_at timestamptz, p_role text,
                                 p_both_axes boolean, p_request uuid)
RETURNS room.case_file LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    c case_file;
    k class := report_class(p_subdistrict, p_payload);
    place record;
BEGIN
    c.geom := report_point(p_subdistrict, p_payload);
    SELECT * INTO place FROM locate(p_subdistrict, c.geom);
    c.case_id := nextval(pg_get_serial_sequence('room.case_file', 'case_id'));
    -- What the limit of the first stage goes by: the profile, and the operating state of the place.
    c.subdistrict := p_subdistrict; c.profile := k.profile; c.unit_grid_code := place.unit_grid_code; c.community_code := place.community_code;
    c := set_clock(c, 'start_accept', p_at);
    INSERT INTO case_file (subdistrict, case_id, case_number, version, state, profile, kind, class_code, component_identity,
        source, alarm_id, unit_grid_code, community_code, address, description, geom, first_found_at, claimed_found_at,
        reported_by, clock, clock_started_at, yellow_at, due_at, worked_by, log_hash)
    VALUES (p_subdistrict, c.case_id,
        to_char(p_at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(c.case_id::text, greatest(6, length(c.case_id::text)), '0'),
        1, 'reported', k.profile, k.kind, k.code, p_payload ->> 'component_identity', p_source, read_integer(p_payload, 'alarm_id'),
        place.unit_grid_code, place.community_code, p_payload ->> 'address', coalesce(p_payload ->> 'description', k.name_zh),
        c.geom, p_at, read_time(p_payload, 'claimed_found_at'), p_by, c.clock, c.clock_started_at, c.yellow_at, c.due_at, ',',
        log_digest(NULL, p_subdistrict, c.case_id, 1, p_at, 'report', NULL, 'reported', session_user, p_by, p_role, 'supervision', p_both_axes,
            NULL, p_payload - 'contact', p_request))
    RETURNING * INTO c;
    PERFORM keep_contact(p_subdistrict, c.case_id, p_payload -> 'contact', p_at);
    RETURN c;
END
$body$;

-- Where a report came from, by the reporter's word; one that names an alarm came from a sensor.
CREATE FUNCTION desk.report_source(p_payload jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    source text := coalesce(p_payload ->> 'source', CASE WHEN p_payload ->> 'alarm_id' IS NULL THEN 'desk' ELSE 'sensor' END);
BEGIN
    IF source NOT IN ('collector', 'hotline', 'sensor', 'desk', 'higher_level') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'source', 'value', left(source, 40)));
    END IF;
    RETURN source;
END
$body$;

-- Nobody reports without end, as a program may in his name: so many in an hour, a long file of them at most (setting
-- `reports_per_hour`). In a room where all together reported less, which the numbers of the case files tell, nobody is counted.
CREATE FUNCTION desk.check_report_rate(p_person room.person, p_at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    most integer := setting_text(p_person.subdistrict, 'reports_per_hour', '12000')::integer;
    since timestamptz := p_at - interval '1 hour';
    first bigint := (SELECT c.case_id FROM case_file c WHERE c.subdistrict = p_person.subdistrict AND c.first_found_at > since
                     ORDER BY c.first_found_at LIMIT 1);
    last bigint := (SELECT c.case_id FROM case_file c WHERE c.subdistrict = p_person.subdistrict ORDER BY c.case_id DESC LIMIT 1);
BEGIN
    IF last - first + 1 >= most AND (
        SELECT count(*) >= most FROM case_file c
        WHERE c.subdistrict = p_person.subdistrict AND c.first_found_at > since AND c.reported_by = p_person.staff_number) THEN
        PERFORM refuse('too_many_reports', jsonb_build_object('reports', most));
    END IF;
END
$body$;

CREATE FUNCTION desk.report_case(p_payload jsonb, p_request uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    reporting_role text;
    crossed boolean;
    moment timestamptz;
    c case_file;
    answer jsonb;
BEGIN
    PERFORM check_request(p_payload, p_request);
    SELECT r INTO reporting_role FROM unnest(ARRAY['acceptor', 'collector', 'shift_leader']) r WHERE r = ANY (person.roles) LIMIT 1;
    IF reporting_role IS NULL THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'report', 'role', 'acceptor'));
    END IF;
    answer := earlier_answer(person.subdistrict, p_request, 'report', NULL);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    moment := room_now();
    PERFORM check_report_rate(person, moment);
    crossed := crosses_axes(person, 'supervision', moment);
    c := insert_case(person.subdistrict, p_payload, report_source(p_payload), person.staff_number, moment, reporting_role,
        crossed, p_request);
    PERFORM link_alarm(c, person, p_request);
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis,
                          both_axes, payload, request_id, hash)
    VALUES (c.subdistrict, c.case_id, 1, moment, 'report', NULL, 'reported', session_user, person.staff_number,
            reporting_role, 'supervision', crossed, p_payload - 'contact', p_request, c.log_hash);
    RETURN jsonb_build_object('case_id', c.case_id, 'case_number', c.case_number, 'version', 1, 'state', c.state,
        'at', moment, 'repeated', false);
-- The same request was under way elsewhere: the log's key has waited for it, and its answer is there now. A lock for each request
-- would fill the server's table of locks where a file of thousands is reported in one transaction.
EXCEPTION WHEN unique_violation THEN
    answer := earlier_answer(person.subdistrict, p_request, 'report', NULL);
    IF answer IS NULL THEN
        RAISE;
    END IF;
    RETURN answer;
END
$body$;

-- What a file is by its first bytes, since anybody may call it anything; NULL for what a case file does not take.
CREATE FUNCTION desk.media_type_of(p_content bytea) RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    RETURN CASE
        WHEN substr(p_content, 1, 3) = E'\\xffd8ff'::bytea THEN 'image/jpeg'
        WHEN substr(p_content, 1, 8) = E'\\x89504e470d0a1a0a'::bytea THEN 'image/png'
        WHEN substr(p_content, 1, 4) = convert_to('GIF8', 'UTF8') THEN 'image/gif'
        WHEN substr(p_content, 1, 4) = convert_to('RIFF', 'UTF8') AND substr(p_content, 9, 4) = convert_to('WEBP', 'UTF8')
            THEN 'image/webp'
        WHEN substr(p_content, 1, 5) = convert_to('%PDF-', 'UTF8') THEN 'application/pdf'
        WHEN substr(p_content, 5, 4) = convert_to('ftyp', 'UTF8') THEN 'video/mp4'
    END;
END
$body$;

-- Keep a file with a case file, for good. The same file sent again, as after a lost connection, is kept once.
CREATE FUNCTION desk.attach(p_case bigint, p_stage text, p_file_name text, p_media_type text, p_content bytea) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    answer uuid;
BEGIN
    PERFORM check_length(p_file_name);
    IF NOT person.roles && ARRAY['acceptor', 'shift_leader', 'collector', 'dispatcher', 'department', 'worker'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'attach', 'role', 'collector'));
    ELSIF p_stage IS NULL OR p_stage NOT IN ('before', 'after', 'check', 'other') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'stage', 'value', left(p_stage, 40)));
    ELSIF p_stage = 'check' AND NOT person.roles && ARRAY['acceptor', 'shift_leader', 'collector'] THEN
        -- Whoever did the work does not bring the evidence that it was checked.
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'attach', 'role', 'collector'));
    END IF;
    PERFORM require_text(jsonb_build_object('file_name', p_file_name, 'media_type', p_media_type), 'file_name', 'media_type');
    -- Locked, so that the same file sent twice at once finds the first.
    PERFORM 1 FROM case_file c WHERE c.subdistrict = person.subdistrict AND c.case_id = p_case
        AND (person.sees_all OR c.department_code = person.department_code) FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case));
    END IF;
    IF length(p_content) > 20 * 1024 * 1024 THEN
        PERFORM refuse('too_large', jsonb_build_object('file_name', p_file_name, 'megabytes', 20));
    ELSIF coalesce(length(p_content), 0) = 0 THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'content'));
    ELSIF media_type_of(p_content) IS DISTINCT FROM p_media_type THEN
        PERFORM refuse('file_type', jsonb_build_object('file_name', left(p_file_name, 80)));
    END IF;
    SELECT a.attachment_id INTO answer FROM case_attachment a
    WHERE a.subdistrict = person.subdistrict AND a.case_id = p_case AND a.stage = p_stage AND a.file_name = p_file_name
      AND a.added_by = person.staff_number AND a.sha256 = sha256(p_content);
    IF FOUND THEN
        RETURN answer;
    END IF;
    -- What is kept is kept for good, so nobody may go on for ever. The case file's row is locked: two at once are counted one by one.
    IF (SELECT count(*) >= 200 OR sum(length(a.content)) > 500 * 1024 * 1024 FROM case_attachment a
        WHERE a.subdistrict = person.subdistrict AND a.case_id = p_case) THEN
        PERFORM refuse('too_many_files', jsonb_build_object('files', 200, 'megabytes', 500));
    END IF;
    INSERT INTO case_attachment (subdistrict, case_id, stage, file_name, media_type, content, added_at, added_by)
    VALUES (person.subdistrict, p_case, p_stage, p_file_name, p_media_type, p_content, room_now(), person.staff_number)
    RETURNING attachment_id INTO answer;
    RETURN answer;
END
$body$;
