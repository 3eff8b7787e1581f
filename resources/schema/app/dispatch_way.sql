-- A dispatch of the usual way: of a case file that no unit has held yet and that concerns no component, where what is kept of the
-- responsibility table (room.known_unit) says who comes first. What it must keep is asked in the statements that find and change the
-- case file; settle_dispatch() and check_guard() say what is wrong where these find nothing.

-- What there is to know of a dispatch: what the log says of it, what the order says but for its moment, and the limit that begins.
CREATE FUNCTION desk.look_at_dispatch(w room.known_way, p_case bigint, p_payload jsonb, p_expected integer, p_at timestamptz,
    OUT settled jsonb, OUT contact text, OUT words jsonb, OUT amount numeric, OUT unit text)
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    day date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    SELECT CASE WHEN k.recommended = 'null' OR k.recommended ? d.department_code OR btrim(p_payload ->> 'reason') <> ''
                THEN p_payload - 'escalation' || jsonb_build_object('recommended', k.recommended)
                     || coalesce(k.orders -> d.department_code, jsonb_build_object('channels', jsonb_build_array(d.channel))) END,
           d.contact_name, jsonb_build_object('case_number', f.case_number, 'priority', f.priority, 'class_code', f.class_code,
               'class_zh', k.class_zh, 'class_en', k.class_en, 'address', f.address, 'description', f.description,
               'unit_grid_code', f.unit_grid_code, 'longitude', round(public.ST_X(f.degrees)::numeric, 6),
               'latitude', round(public.ST_Y(f.degrees)::numeric, 6), 'department_code', d.department_code, 'department_zh', d.name_zh,
               'phone', d.phone, 'dispatched_at', p_at),
           (k.limits -> f.condition_no::text ->> 'amount')::numeric, k.limits -> f.condition_no::text ->> 'unit'
    INTO settled, contact, words, amount, unit
    FROM (SELECT e.case_number, e.profile, e.kind, e.class_code, e.condition_no, e.priority, e.address, e.description, e.unit_grid_code,
                 e.community_code, public.ST_Transform(e.geom, 4490) AS degrees
          FROM case_file e WHERE e.subdistrict = w.subdistrict AND e.case_id = p_case AND e.version = p_expected
          AND e.component_identity IS NULL AND e.deadline_at IS NULL OFFSET 0) f
    CROSS JOIN (SELECT u.department_code, u.name_zh, u.phone, u.channel, u.contact_name FROM department u
                WHERE u.subdistrict = w.subdistrict AND u.department_code = p_payload ->> 'department_code' AND u.valid_from <= day
                AND (u.valid_to IS NULL OR u.valid_to >= day) OFFSET 0) d
    JOIN known_unit k ON k.subdistrict = w.subdistrict AND k.profile = f.profile AND k.kind = f.kind AND k.class_code = f.class_code
        AND k.unit_grid_code = coalesce(f.unit_grid_code, '') AND k.community_code = coalesce(f.community_code, '') AND k.during @> p_at;
END
$body$;

-- Dispatch a case file so; NULL, and nothing done, where anything is not as usual.
CREATE FUNCTION desk.send_out(w room.known_way, p_case bigint, p_payload jsonb, p_expected integer, p_request uuid, p_at timestamptz)
RETURNS jsonb LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    began timestamptz := clock_timestamp();
    look record;
    ends timestamptz[];
    contents bytea;
    moved record;
    c room.case_file;
BEGIN
    look := look_at_dispatch(w, p_case, p_payload, p_expected, p_at);
    IF look.settled IS NULL OR look.amount IS NULL THEN
        RETURN NULL;
    END IF;
    ends := limit_ends(p_at, look.amount, look.unit, ARRAY[0.75, 1]);
    contents := log_contents(
        CASE WHEN p_payload ? 'reason' THEN log_words(w.subdistrict, w.action, w.state, w.to_state, session_user, w.staff_number, w.role,
            w.axis, false, p_payload ->> 'reason') ELSE w.words END,
        p_case, p_expected + 1, p_at, p_request, look.settled - 'reason');
    UPDATE case_file f
    SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
        dispatched_at = p_at, dispatched_by = w.staff_number, department_code = p_payload ->> 'department_code', handler = NULL,
        clock = 'handle', clock_started_at = p_at, yellow_at = ends[1], deadline_at = ends[2], due_at = ends[2],
        original_deadline_at = coalesce(f.original_deadline_at, ends[2]),
        previous_log_hash = f.log_hash, log_hash = log_link(f.log_hash, contents)
    WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND stands(f.state, w.state, f.profile, w.profiles,
          f.department_code, w.unit, f.pending, NULL, w.staff_number, f.log_hash, f.clock, f.late, f.deadline_at, p_at)
      -- Whoever filed it holds it still, in a post of the other axis.
      AND (f.claimed_until > p_at AND f.claimed_role = w.role AND f.claimed_by <> w.staff_number) IS NOT TRUE
      AND f.clock <> 'handle' AND f.department_code IS NULL AND f.return_count = 0 AND f.rework_count = 0
    RETURNING f.case_number, f.previous_log_hash, f.log_hash INTO moved;
    IF moved.log_hash IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis, reason,
                          payload, request_id, previous_hash, hash)
    VALUES (w.subdistrict, p_case, p_expected + 1, p_at, w.action, w.state, w.to_state, session_user, w.staff_number, w.role, w.axis,
            p_payload ->> 'reason', look.settled - 'reason', p_request, moved.previous_log_hash, moved.log_hash);
    INSERT INTO outbox (subdistrict, case_id, case_version, channel, department_code, recipient, body, created_at, next_attempt_at)
    VALUES (w.subdistrict, p_case, p_expected + 1, look.settled -> 'channels' ->> 0, p_payload ->> 'department_code', look.contact,
            look.words || jsonb_build_object('deadline_at', ends[2]), p_at, clock_timestamp());
    IF look.settled ? 'escalation' THEN
        SELECT * INTO c FROM case_file f WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case;
        PERFORM plan_escalation(c, look.settled -> 'escalation', p_at);
    END IF;
    -- As in case_step(): the moment of a step is none that has passed.
    IF clock_timestamp() > began + interval '10 seconds' THEN
        RAISE EXCEPTION USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN jsonb_build_object('case_id', p_case, 'case_number', moved.case_number, 'version', p_expected + 1, 'state', w.to_state,
        'at', p_at, 'repeated', false);
END
$body$;
