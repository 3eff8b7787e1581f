-- A dispatch of the usual way: of a case file that no unit has held yet and that concerns no component, where what is kept of the
-- responsibility table and the calendar (room.known_unit) says who comes first and when the limit ends. What it must keep is asked in
-- the statement that changes the case file; settle_dispatch() and check_guard() say what is wrong where it finds nothing.

-- Dispatch a case file so, as case_step() found it for whoever asks (me, his post and axis, from where to where, of which profiles, what
-- the log says first); NULL, and nothing done, where anything is not as usual.
CREATE FUNCTION desk.send_out(p_subdistrict text, p_case bigint, p_payload jsonb, p_expected integer, p_request uuid, moment timestamptz,
    me text, post text, side text, own_unit text, here text, there text, ways text[], phrase text)
RETURNS json LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    began timestamptz := clock_timestamp();
    chosen text := p_payload ->> 'department_code';
    why text := p_payload ->> 'reason';
    rest jsonb := p_payload - ARRAY['escalation', 'reason'];
    c room.case_file;
    number text;
    priority integer;
    place text;
    told text;
    degrees public.geometry;
    ends timestamptz;
    before bytea;
    after bytea;
    settled jsonb;
    way room.outbox_channel;
    contact text;
    words jsonb;
BEGIN
    -- As log_words() has them: what is always the same ends with the reason, which is none there, and need not be quoted anew.
    IF p_payload ? 'reason' THEN
        phrase := left(phrase, -5) || substr(ARRAY[why]::text, 2);
    END IF;
    UPDATE case_file f
    SET version = p_expected + 1, state = there, claimed_by = NULL, claimed_role = NULL, claimed_until = NULL,
        dispatched_at = moment, dispatched_by = me, department_code = chosen, handler = NULL,
        clock = 'handle', clock_started_at = moment, yellow_at = coalesce(k.yellow_at, moment + k.yellow_after),
        deadline_at = coalesce(k.deadline_at, moment + k.deadline_after), due_at = coalesce(k.deadline_at, moment + k.deadline_after),
        original_deadline_at = coalesce(f.original_deadline_at, k.deadline_at, moment + k.deadline_after),
        worked_by = f.worked_by || me || ',', previous_log_hash = f.log_hash,
        log_hash = log_link(f.log_hash, log_contents(phrase, p_case, p_expected + 1::bigint, moment, p_request, (rest || k.settled)::text))
    FROM known_unit k
    WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case AND f.version = p_expected AND f.state = here AND f.profile = ANY (ways)
      AND own_unit IS NULL AND f.pending IS NULL AND f.log_hash IS NOT NULL
      -- Whoever filed it holds it still, in a post of the other axis.
      AND (f.claimed_until > moment AND f.claimed_role = post AND f.claimed_by <> me) IS NOT TRUE
      AND f.clock <> 'handle' AND f.department_code IS NULL AND f.return_count = 0 AND f.rework_count = 0
      AND f.component_identity IS NULL AND f.dispatched_at IS NULL AND f.deadline_at IS NULL
      -- By way of deadline_at, which is empty: the planner must not begin with what is kept of all case files.
      AND k.subdistrict = p_subdistrict AND k.asked = ARRAY[f.profile, f.kind, f.class_code, f.condition_no::text, f.unit_grid_code,
          f.community_code, chosen] AND k.during @> coalesce(f.deadline_at, moment)
      AND (NOT k.overrules OR btrim(why) <> '') AND NOT p_payload ? 'channels' AND pg_column_size(p_payload) <= 65536
    RETURNING f.case_number, f.priority, f.address, f.description, public.ST_Transform(f.geom, 4490), f.deadline_at, f.previous_log_hash,
              f.log_hash, k.settled, k.channel, k.recipient, k.words
    INTO number, priority, place, told, degrees, ends, before, after, settled, way, contact, words;
    IF after IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, staff_number, role, axis, reason,
                          payload, request_id, previous_hash, hash)
    VALUES (p_subdistrict, p_case, p_expected + 1, moment, 'dispatch', here, there, session_user, me, post, side, why, rest || settled,
            p_request, before, after);
    INSERT INTO outbox (subdistrict, case_id, case_version, channel, department_code, recipient, body, created_at, next_attempt_at)
    VALUES (p_subdistrict, p_case, p_expected + 1, way, chosen, contact, words || jsonb_build_object('case_number', number,
                'priority', priority, 'address', place, 'description', told, 'longitude', round(public.ST_X(degrees)::numeric, 6),
                'latitude', round(public.ST_Y(degrees)::numeric, 6), 'dispatched_at', moment, 'deadline_at', ends), moment, began);
    IF settled ? 'escalation' THEN
        SELECT * INTO c FROM case_file f WHERE f.subdistrict = p_subdistrict AND f.case_id = p_case;
        PERFORM plan_escalation(c, settled -> 'escalation', moment);
    END IF;
    -- As in case_step(): the moment of a step is none that has passed.
    IF clock_timestamp() > began + interval '10 seconds' OR current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM require_view();
        RAISE EXCEPTION USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN json_build_object('case_id', p_case, 'case_number', number, 'version', p_expected + 1, 'state', there,
        'at', moment, 'repeated', false);
END
$body$;
