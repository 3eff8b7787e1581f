-- Where a point lies: its unit grid of today and its community.
CREATE FUNCTION desk.locate(p_subdistrict text, p_point geometry)
RETURNS TABLE (unit_grid_code text, community_code text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, public, pg_temp
AS $body$
    SELECT coalesce(g.code, NULL), coalesce(g.community_code, d.code)
    FROM (SELECT 1) one
    LEFT JOIN LATERAL (
        SELECT v.code, i.community_code FROM grid_version v JOIN grid i USING (subdistrict, kind, code)
        WHERE v.subdistrict = p_subdistrict AND v.kind = 'unit_grid' AND v.valid @> current_date
          AND ST_Covers(v.geom, p_point) ORDER BY v.code LIMIT 1) g ON true
    LEFT JOIN LATERAL (
        SELECT c.code FROM division c
        WHERE c.level = 'community' AND c.subdistrict = p_subdistrict AND c.valid_to IS NULL
          AND ST_Covers(c.geom, p_point) ORDER BY c.code LIMIT 1) d ON true
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
        IF point IS NULL THEN
            PERFORM refuse('unknown_component', jsonb_build_object('identity_code', p_payload ->> 'component_identity'));
        END IF;
    ELSIF p_payload ? 'longitude' AND p_payload ? 'latitude' THEN
        point := ST_Transform(ST_SetSRID(ST_MakePoint((p_payload ->> 'longitude')::double precision,
                                                      (p_payload ->> 'latitude')::double precision), 4490), room_srid);
    ELSIF p_payload ? 'x' AND p_payload ? 'y' THEN
        point := ST_SetSRID(ST_MakePoint((p_payload ->> 'x')::double precision, (p_payload ->> 'y')::double precision), room_srid);
    ELSE
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
    IF answer IS NULL THEN
        PERFORM refuse('unknown_class', jsonb_build_object('class_code',
            coalesce(p_payload ->> 'class_code', p_payload ->> 'component_identity')));
    END IF;
    RETURN answer;
END
$body$;

CREATE FUNCTION desk.keep_contact(p_subdistrict text, p_case bigint, p_contact jsonb, p_at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    INSERT INTO reporter_contact (subdistrict, case_id, name, phone, callback_owed, expires_at)
    SELECT p_subdistrict, p_case, p_contact ->> 'name', p_contact ->> 'phone',
           coalesce((p_contact ->> 'callback_owed')::boolean, false),
           p_at + make_interval(days => setting_text(p_subdistrict, 'contact_days', '90')::integer)
    WHERE p_contact IS NOT NULL AND jsonb_typeof(p_contact) = 'object'
$body$;

-- Store a new case file in state "reported". First-found time is the server's; the client's is kept as a claim.
CREATE FUNCTION desk.insert_case(p_subdistrict text, p_payload jsonb, p_source text, p_by text, p_at timestamptz)
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
    c := set_clock(c, 'start_accept', p_at);
    INSERT INTO case_file (subdistrict, case_id, case_number, version, state, profile, kind, class_code, component_identity,
        source, alarm_id, unit_grid_code, community_code, address, description, geom, first_found_at, claimed_found_at,
        reported_by, clock, clock_started_at, yellow_at, due_at)
    VALUES (p_subdistrict, c.case_id,
        to_char(p_at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(c.case_id::text, 6, '0'), 1, 'reported',
        k.profile, k.kind, k.code, p_payload ->> 'component_identity', p_source, (p_payload ->> 'alarm_id')::bigint,
        place.unit_grid_code, place.community_code, p_payload ->> 'address', coalesce(p_payload ->> 'description', k.name_zh),
        c.geom, p_at, (p_payload ->> 'claimed_found_at')::timestamptz, p_by, c.clock, c.clock_started_at, c.yellow_at, c.due_at)
    RETURNING * INTO c;
    PERFORM keep_contact(p_subdistrict, c.case_id, p_payload -> 'contact', p_at);
    RETURN c;
END
$body$;

CREATE FUNCTION desk.report_case(p_payload jsonb, p_request uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person staff := me();
    reporting_role text;
    moment timestamptz;
    c case_file;
    answer jsonb;
BEGIN
    IF person IS NULL THEN
        PERFORM refuse('not_staff', jsonb_build_object('login', session_user));
    END IF;
    SELECT r INTO reporting_role FROM unnest(ARRAY['acceptor', 'collector', 'shift_leader']) r WHERE r = ANY (my_roles()) LIMIT 1;
    IF reporting_role IS NULL THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'report', 'role', 'acceptor'));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(p_request::text, 0));
    answer := earlier_answer(person.subdistrict, p_request, 'report', NULL);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    moment := room_now();
    PERFORM check_axes(person, 'supervision', moment);
    c := insert_case(person.subdistrict, p_payload, coalesce(p_payload ->> 'source', 'desk'), person.staff_number, moment);
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis,
                          payload, request_id)
    VALUES (c.subdistrict, c.case_id, 1, moment, 'report', NULL, 'reported', session_user, person.staff_number,
            reporting_role, 'supervision', p_payload - 'contact', p_request);
    RETURN jsonb_build_object('case_id', c.case_id, 'case_number', c.case_number, 'version', 1, 'state', c.state,
        'at', moment, 'repeated', false);
END
$body$;

CREATE FUNCTION desk.attach(p_case bigint, p_stage text, p_file_name text, p_media_type text, p_content bytea) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person staff := me();
    answer uuid;
BEGIN
    IF person IS NULL OR NOT EXISTS (
        SELECT 1 FROM case_file c WHERE c.subdistrict = person.subdistrict AND c.case_id = p_case
        AND (sees_whole_subdistrict() OR c.department_code = person.department_code)) THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case));
    END IF;
    IF length(p_content) > 20 * 1024 * 1024 THEN
        PERFORM refuse('too_large', jsonb_build_object('file_name', p_file_name, 'megabytes', 20));
    END IF;
    INSERT INTO case_attachment (subdistrict, case_id, stage, file_name, media_type, content, added_at, added_by)
    VALUES (person.subdistrict, p_case, p_stage, p_file_name, p_media_type, p_content, room_now(), person.staff_number)
    RETURNING attachment_id INTO answer;
    RETURN answer;
END
$body$;

-- Open case files of the same class near a place and a moment: a hint at intake, never a merge.
CREATE FUNCTION desk.nearby_duplicates(p_class_code text, p_x double precision, p_y double precision,
                                       p_metres double precision DEFAULT 50, p_hours integer DEFAULT 72)
RETURNS TABLE (case_id bigint, case_number text, state text, metres double precision, hours double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT c.case_id, c.case_number, c.state, ST_Distance(c.geom, here.point),
           extract(epoch FROM room_now() - c.first_found_at) / 3600
    FROM case_file c JOIN case_state s USING (state),
         (SELECT ST_SetSRID(ST_MakePoint(p_x, p_y), srid) AS point FROM room_info) here
    WHERE c.subdistrict = my_subdistrict() AND s.is_open AND c.class_code = p_class_code AND sees_whole_subdistrict()
      AND c.first_found_at > room_now() - make_interval(hours => p_hours) AND ST_DWithin(c.geom, here.point, p_metres)
    ORDER BY 4
    LIMIT 10
$body$;

-- Whom the responsibility table would send: owner first for components, territory for events, most specific row first.
CREATE FUNCTION desk.recommend(p_case bigint)
RETURNS TABLE (department_code text, department_zh text, department_en text, phone text, channel text, reason text,
               open_cases bigint, metres double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH c AS (
        SELECT f.* FROM case_file f
        WHERE f.subdistrict = my_subdistrict() AND f.case_id = p_case AND sees_whole_subdistrict()
    ), candidates AS (
        SELECT p.department_code, 'owner' AS reason, 0 AS rank FROM c
        JOIN component p ON (p.subdistrict, p.identity_code) = (c.subdistrict, c.component_identity)
        WHERE p.department_code IS NOT NULL
        UNION ALL
        SELECT r.department_code, CASE WHEN r.grid_code IS NOT NULL THEN 'territory' ELSE 'class' END,
               r.priority + CASE WHEN r.grid_code IS NULL THEN 20 ELSE 10 END + CASE WHEN r.class_code IS NULL THEN 5 ELSE 0 END
        FROM c JOIN class k ON (k.profile, k.kind, k.code) = (c.profile, c.kind, c.class_code)
        JOIN responsibility r ON r.subdistrict = c.subdistrict AND r.profile = c.profile AND r.kind = c.kind
        WHERE (r.class_code IS NULL OR r.class_code = c.class_code) AND (r.major_code IS NULL OR r.major_code = k.major_code)
          AND (r.grid_code IS NULL OR r.grid_code = c.unit_grid_code OR r.grid_code = c.community_code OR EXISTS (
               SELECT 1 FROM grid_parent g WHERE g.subdistrict = c.subdistrict AND g.kind = 'unit_grid'
               AND g.code = c.unit_grid_code AND g.parent_kind = r.grid_kind AND g.parent_code = r.grid_code
               AND g.valid @> current_date))
          AND (r.hour_from IS NULL OR (room_now() AT TIME ZONE 'Asia/Shanghai')::time >= r.hour_from)
          AND (r.hour_to IS NULL OR (room_now() AT TIME ZONE 'Asia/Shanghai')::time < r.hour_to)
          AND r.valid_from <= current_date AND (r.valid_to IS NULL OR r.valid_to >= current_date)
    ), best AS (
        SELECT DISTINCT ON (b.department_code) b.* FROM candidates b ORDER BY b.department_code, b.rank
    )
    SELECT d.department_code, d.name_zh, d.name_en, d.phone, d.channel, b.reason,
           (SELECT count(*) FROM case_file o JOIN case_state s USING (state)
            WHERE o.subdistrict = d.subdistrict AND o.department_code = d.department_code AND s.holder_axis = 'handler'),
           ST_Distance(d.geom, c.geom)
    FROM best b CROSS JOIN c JOIN department d ON (d.subdistrict, d.department_code) = (c.subdistrict, b.department_code)
    ORDER BY b.rank, 7, 8
    LIMIT 5
$body$;
