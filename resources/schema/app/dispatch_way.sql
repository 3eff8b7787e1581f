-- A dispatch of the usual way: of a case file that no unit has held yet and that concerns no component, where what is kept of the
-- responsibility table and the calendar (room.known_unit) says who comes first and when the limit ends. What it
-- must keep is asked in the statement that changes the case file; settle_dispatch() and check_guard() say what is wrong where it
-- finds nothing.

-- Dispatch a case file so; NULL, and nothing done, where anything is not as usual. One statement changes the case file and writes what
-- follows from it.
CREATE FUNCTION desk.send_out(w room.known_way, p_case bigint, p_payload jsonb, p_expected integer, p_request uuid, p_at timestamptz)
RETURNS json LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    began timestamptz := clock_timestamp();
    unit text := p_payload ->> 'department_code';
    said jsonb := p_payload - ARRAY['escalation', 'reason'];
    -- As log_words() has them: what is always the same ends with the reason, which is none there, and need not be quoted anew.
    entry text := CASE WHEN p_payload ? 'reason' THEN left(w.words, -5) || substr(ARRAY[p_payload ->> 'reason']::text, 2) ELSE w.words END;
    levels jsonb;
    answer json;
    c room.case_file;
BEGIN
    WITH moved AS (
        UPDATE case_file f
        SET version = p_expected + 1, state = w.to_state, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
            dispatched_at = p_at, dispatched_by = w.staff_number, department_code = unit, handler = NULL,
            clock = 'handle', clock_started_at = p_at, yellow_at = coalesce(k.yellow_at, p_at + k.yellow_after),
            deadline_at = coalesce(k.deadline_at, p_at + k.deadline_after), due_at = coalesce(k.deadline_at, p_at + k.deadline_after),
            original_deadline_at = coalesce(f.original_deadline_at, k.deadline_at, p_at + k.deadline_after),
            previous_log_hash = f.log_hash,
            log_hash = log_link(f.log_hash, log_contents(entry, p_case, p_expected + 1::bigint, p_at, p_request, (said || k.settled)::text))
        FROM known_unit k
        WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case AND f.version = p_expected AND f.state = w.state
          AND f.profile = ANY (w.profiles) AND w.unit IS NULL AND f.pending IS NULL AND f.log_hash IS NOT NULL
          -- Whoever filed it holds it still, in a post of the other axis.
          AND (f.claimed_until > p_at AND f.claimed_role = w.role AND f.claimed_by <> w.staff_number) IS NOT TRUE
          AND f.clock <> 'handle' AND f.department_code IS NULL AND f.return_count = 0 AND f.rework_count = 0
          AND f.component_identity IS NULL AND f.dispatched_at IS NULL AND f.deadline_at IS NULL
          -- By way of deadline_at, which is empty: the planner must not begin with what is kept of all case files.
          AND k.subdistrict = w.subdistrict AND k.asked = ARRAY[f.profile, f.kind, f.class_code, f.condition_no::text, f.unit_grid_code,
              f.community_code, unit] AND k.during @> coalesce(f.deadline_at, p_at)
          AND (NOT k.overrules OR btrim(p_payload ->> 'reason') <> '')
        RETURNING f.case_number, f.priority, f.address, f.description, public.ST_Transform(f.geom, 4490) AS degrees,
                  f.deadline_at, f.previous_log_hash, f.log_hash, k.settled, k.channel, k.recipient, k.words
    ), logged AS (
        INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis, reason,
                              payload, request_id, previous_hash, hash)
        SELECT w.subdistrict, p_case, p_expected + 1, p_at, w.action, w.state, w.to_state, session_user, w.staff_number, w.role, w.axis,
               p_payload ->> 'reason', said || m.settled, p_request, m.previous_log_hash, m.log_hash FROM moved m
    ), sent AS (
        INSERT INTO outbox (subdistrict, case_id, case_version, channel, department_code, recipient, body, created_at, next_attempt_at)
        SELECT w.subdistrict, p_case, p_expected + 1, m.channel, unit, m.recipient,
               m.words || jsonb_build_object('case_number', m.case_number, 'priority', m.priority, 'address', m.address,
                   'description', m.description, 'longitude', round(public.ST_X(m.degrees)::numeric, 6),
                   'latitude', round(public.ST_Y(m.degrees)::numeric, 6), 'dispatched_at', p_at, 'deadline_at', m.deadline_at),
               p_at, began FROM moved m
    )
    SELECT json_build_object('case_id', p_case, 'case_number', m.case_number, 'version', p_expected + 1, 'state', w.to_state,
               'at', p_at, 'repeated', false), m.settled -> 'escalation'
    INTO answer, levels FROM moved m;
    IF levels IS NOT NULL THEN
        SELECT * INTO c FROM case_file f WHERE f.subdistrict = w.subdistrict AND f.case_id = p_case;
        PERFORM plan_escalation(c, levels, p_at);
    END IF;
    -- As in case_step(): the moment of a step is none that has passed.
    IF clock_timestamp() > began + interval '10 seconds' THEN
        RAISE EXCEPTION USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN answer;
END
$body$;
