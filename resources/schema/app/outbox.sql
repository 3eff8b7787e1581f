-- Orders on their way to handling units: a slip to print, a text to copy, a webhook to call. Every attempt and answer is logged.

-- What was wrong with the work that is to be done again: the words of whoever sent it back, when, and for which time.
CREATE FUNCTION desk.rework_told(p_case room.case_file) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT jsonb_build_object('reason', l.reason, 'at', l.at, 'times', p_case.rework_count) FROM case_log l
            WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id AND l.action IN ('rework', 'return_for_rework')
            ORDER BY l.version DESC LIMIT 1);
END
$body$;

-- What an order says; of work to be done again, what was wrong with it. Who reported it is not in it.
CREATE FUNCTION desk.order_body(p_case room.case_file) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    -- Inside the query it would be worked out, and the query planned, anew each time.
    degrees public.geometry := public.ST_Transform(p_case.geom, 4490);
BEGIN
    RETURN (
        SELECT jsonb_build_object('case_number', p_case.case_number, 'priority', p_case.priority, 'class_code', p_case.class_code,
            'class_zh', k.name_zh, 'class_en', k.name_en, 'address', p_case.address, 'description', p_case.description,
            'unit_grid_code', p_case.unit_grid_code, 'longitude', round(public.ST_X(degrees)::numeric, 6),
            'latitude', round(public.ST_Y(degrees)::numeric, 6), 'dispatched_at', p_case.dispatched_at, 'deadline_at', p_case.deadline_at,
            'department_code', d.department_code, 'department_zh', d.name_zh, 'phone', d.phone)
            || CASE WHEN p_case.rework_count > 0 THEN jsonb_build_object('rework', rework_told(p_case)) ELSE jsonb_build_object() END
        FROM department d JOIN class k ON k.profile = p_case.profile AND k.kind = p_case.kind AND k.code = p_case.class_code
        WHERE d.subdistrict = p_case.subdistrict AND d.department_code = p_case.department_code);
END
$body$;

-- The messages of a dispatch or of a rework, one a channel, written with the step that sends it. The next attempt is a matter of the server's
-- own clock, which no demo speeds up.
CREATE FUNCTION desk.write_outbox(p_case room.case_file, p_payload jsonb, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    INSERT INTO outbox (subdistrict, case_id, case_version, channel, department_code, recipient, body, created_at, next_attempt_at)
    SELECT p_case.subdistrict, p_case.case_id, p_case.version, way, d.department_code, d.contact_name, order_body(p_case), p_at,
           clock_timestamp()
    FROM jsonb_array_elements_text(p_payload -> 'channels') way
    JOIN department d ON d.subdistrict = p_case.subdistrict AND d.department_code = p_case.department_code;
    IF p_payload ? 'escalation' THEN
        PERFORM plan_escalation(p_case, p_payload -> 'escalation', p_at);
    END IF;
END
$body$;

-- Webhooks that are due, each lent to the service that asked for a minute: nobody else tries it meanwhile, and no transaction
-- stays open while it is being called. `hosts` are the only ones that may be called (setting `webhook_hosts`). Orders that no longer
-- say what is so are not among them, nor those of a case file that is suspended: they wait for its resumption.
CREATE FUNCTION desk.due_webhooks(p_limit integer DEFAULT 20)
RETURNS TABLE (outbox_id uuid, url text, hosts jsonb, body jsonb, attempt integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM require_service();
    RETURN QUERY
    WITH due AS (
        SELECT o.subdistrict, o.outbox_id FROM outbox o JOIN case_file c ON c.subdistrict = o.subdistrict AND c.case_id = o.case_id
        WHERE o.state = 'pending' AND o.channel = 'webhook' AND o.next_attempt_at <= clock_timestamp()
          AND c.state <> 'suspended' AND (c.version = o.case_version OR order_stands(c, o))
        ORDER BY o.next_attempt_at LIMIT greatest(p_limit, 0) FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE outbox o SET attempts = o.attempts + 1, next_attempt_at = clock_timestamp() + interval '1 minute'
    FROM due JOIN department d ON d.subdistrict = due.subdistrict
    WHERE o.subdistrict = due.subdistrict AND o.outbox_id = due.outbox_id AND d.department_code = o.department_code
    RETURNING o.outbox_id, d.webhook_url,
        coalesce((SELECT s.value FROM setting s WHERE s.subdistrict = o.subdistrict AND s.key = 'webhook_hosts'), jsonb_build_array()),
        o.body || jsonb_build_object('message_id', o.outbox_id), o.attempts;
END
$body$;

-- What became of an attempt: delivered (also where it was withdrawn while it was under way: that is what happened), to be tried again
-- (5 s later, then twice as long each time, at most an hour), or refused for good. After `webhook_attempts` (10 where none is set) it has failed, and is the dispatcher's.
CREATE FUNCTION desk.webhook_result(p_outbox uuid, p_outcome text, p_answer text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    o outbox;
BEGIN
    PERFORM require_service();
    -- By the key, which begins with the subdistrict; the service, which works for all, does not say it. A step that takes the case file
    -- from the unit meanwhile comes before this or after it, so one of the two tells the unit.
    PERFORM FROM division v JOIN outbox x ON x.subdistrict = v.code AND x.outbox_id = p_outbox
    JOIN case_file c ON c.subdistrict = x.subdistrict AND c.case_id = x.case_id WHERE v.level = 'subdistrict' FOR SHARE OF c;
    SELECT x.* INTO o FROM division v JOIN outbox x ON x.subdistrict = v.code AND x.outbox_id = p_outbox
    WHERE v.level = 'subdistrict' FOR UPDATE OF x;
    IF o.outbox_id IS NULL OR p_outcome NOT IN ('delivered', 'again', 'refused') THEN
        PERFORM refuse('unknown_outbox', jsonb_build_object('outbox', p_outbox));
    END IF;
    o.answer := left(p_answer, 500);
    IF p_outcome = 'delivered' THEN
        o.state := 'delivered';
        o.delivered_at := coalesce(o.delivered_at, room_now());
    ELSIF o.state = 'pending' THEN
        o.state := CASE WHEN p_outcome = 'refused' OR o.attempts >= setting_text(o.subdistrict, 'webhook_attempts', '10')::integer
                        THEN 'failed' ELSE 'pending' END;
        o.next_attempt_at := clock_timestamp() + make_interval(secs => least(3600, 5 * power(2, least(o.attempts, 20) - 1)));
    END IF;
    UPDATE outbox SET (state, delivered_at, answer, next_attempt_at) = ROW(o.state, o.delivered_at, o.answer, o.next_attempt_at)
    WHERE subdistrict = o.subdistrict AND outbox_id = p_outbox;
    PERFORM enter_log(o.subdistrict, 'delivery', p_outbox::text, CASE p_outcome WHEN 'delivered' THEN 'delivered' ELSE 'attempt_failed' END,
        o.case_id, NULL, jsonb_build_object('channel', o.channel, 'attempt', o.attempts, 'state', o.state, 'answer', o.answer), room_now());
    IF p_outcome = 'delivered' THEN
        PERFORM tell_withdrawn(o, room_now());
    END IF;
END
$body$;

-- The case file of an order, locked, for somebody who may deliver it or take its answer; with a unit, unless it was taken away from it.
CREATE FUNCTION desk.case_of_order(p_person room.person, p_case bigint, p_action text, p_level smallint) RETURNS room.case_file
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    c room.case_file;
BEGIN
    IF NOT p_person.roles && ARRAY['dispatcher', 'shift_leader'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', 'dispatcher'));
    END IF;
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = p_person.subdistrict AND f.case_id = p_case FOR NO KEY UPDATE;
    IF c.case_id IS NULL THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case));
    ELSIF c.department_code IS NULL AND p_level IS DISTINCT FROM 0 THEN
        PERFORM refuse('no_unit', jsonb_build_object('case_number', c.case_number, 'state', c.state));
    END IF;
    RETURN c;
END
$body$;

-- A slip was printed or a text copied: the latest order of the unit that has the case file counts as delivered by that channel, by whom and when.
-- Also where it was to go another way, as when a webhook has failed.
CREATE FUNCTION desk.outbox_hand(p_case bigint, p_channel text, p_note text DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    c case_file := case_of_order(person, p_case, 'outbox_hand', NULL);
    moment timestamptz := room_now();
    latest outbox;
    message uuid;
BEGIN
    IF p_channel IS NULL OR p_channel NOT IN ('slip', 'text') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'channel', 'value', left(p_channel, 40)));
    END IF;
    SELECT o.* INTO latest FROM outbox o WHERE o.subdistrict = c.subdistrict AND o.case_id = c.case_id AND o.level IS NULL
    ORDER BY o.case_version DESC LIMIT 1;
    latest.subdistrict := c.subdistrict; latest.case_id := c.case_id;
    latest.department_code := coalesce(latest.department_code, c.department_code);
    PERFORM require_standing(latest);
    SELECT o.outbox_id INTO message FROM outbox o
    WHERE o.subdistrict = c.subdistrict AND o.case_id = c.case_id AND o.case_version = latest.case_version AND o.channel = p_channel
      AND o.level IS NULL;
    IF message IS NULL THEN
        INSERT INTO outbox (subdistrict, case_id, case_version, channel, department_code, body, created_at)
        VALUES (c.subdistrict, c.case_id, coalesce(latest.case_version, c.version), p_channel, c.department_code, order_body(c), moment)
        RETURNING outbox_id INTO message;
    END IF;
    UPDATE outbox SET state = 'delivered', attempts = attempts + 1, delivered_at = coalesce(delivered_at, moment),
        delivered_by = coalesce(delivered_by, person.staff_number)
    WHERE subdistrict = c.subdistrict AND outbox_id = message;
    PERFORM enter_log(c.subdistrict, 'delivery', message::text, 'handed', c.case_id, person.staff_number,
        jsonb_build_object('channel', p_channel, 'department_code', c.department_code, 'note', left(p_note, 500)), moment);
    RETURN message;
END
$body$;

-- A notice, of an escalation or that an order is withdrawn, was printed, copied or read out by phone: delivered, by whom and when. The
-- order itself stays as it is.
CREATE FUNCTION desk.notice_hand(p_outbox uuid, p_note text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    o outbox := lock_order(person, p_outbox, 'notice_hand');
    moment timestamptz := room_now();
BEGIN
    IF o.level IS NULL THEN
        PERFORM refuse('unknown_outbox', jsonb_build_object('outbox', p_outbox));
    END IF;
    PERFORM require_standing(o);
    UPDATE outbox SET state = 'delivered', delivered_at = coalesce(delivered_at, moment),
        delivered_by = coalesce(delivered_by, person.staff_number)
    WHERE subdistrict = o.subdistrict AND outbox_id = o.outbox_id;
    PERFORM enter_log(o.subdistrict, 'delivery', p_outbox::text, 'handed', o.case_id, person.staff_number,
        jsonb_build_object('channel', o.channel, 'department_code', o.department_code, 'level', o.level, 'note', left(p_note, 500)), moment);
END
$body$;

-- The order a dispatcher means, locked behind the case file it belongs to, which is in his sight.
CREATE FUNCTION desk.lock_order(p_person room.person, p_outbox uuid, p_action text) RETURNS room.outbox
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    o room.outbox;
BEGIN
    SELECT * INTO o FROM outbox x WHERE x.subdistrict = p_person.subdistrict AND x.outbox_id = p_outbox;
    IF o.outbox_id IS NULL THEN
        PERFORM refuse('unknown_outbox', jsonb_build_object('outbox', p_outbox));
    END IF;
    PERFORM case_of_order(p_person, o.case_id, p_action, o.level);
    SELECT * INTO o FROM outbox x WHERE x.subdistrict = p_person.subdistrict AND x.outbox_id = p_outbox FOR UPDATE;
    RETURN o;
END
$body$;

-- What the unit said to an order, as by voice: who said so, by which way (phone, radio, face). The same words sent again, as after
-- a lost connection, are kept once.
CREATE FUNCTION desk.outbox_answer(p_outbox uuid, p_answer text, p_said_by text, p_channel text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    o outbox := lock_order(person, p_outbox, 'outbox_answer');
    details jsonb := jsonb_build_object('answer', left(p_answer, 500), 'said_by', left(p_said_by, 100), 'channel', left(p_channel, 40));
    last room_log;
BEGIN
    PERFORM require_text(jsonb_build_object('answer', p_answer, 'said_by', p_said_by, 'channel', p_channel), 'answer', 'said_by', 'channel');
    SELECT * INTO last FROM room_log l
    WHERE l.subdistrict = o.subdistrict AND l.subject = 'delivery' AND l.key = p_outbox::text ORDER BY l.entry_no DESC LIMIT 1;
    IF last.action = 'answered' AND last.staff_number = person.staff_number AND last.details = details THEN
        RETURN;
    END IF;
    UPDATE outbox SET answer = left(p_answer, 500) WHERE subdistrict = o.subdistrict AND outbox_id = o.outbox_id;
    PERFORM enter_log(o.subdistrict, 'delivery', p_outbox::text, 'answered', o.case_id, person.staff_number, details, room_now());
END
$body$;

-- Try a webhook that has failed once more, from the first attempt on; not an order that another has followed, nor one of a case file
-- that has left the unit.
CREATE FUNCTION desk.outbox_again(p_outbox uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    o outbox := lock_order(person, p_outbox, 'outbox_again');
    newer outbox;
BEGIN
    SELECT * INTO newer FROM outbox x WHERE x.subdistrict = o.subdistrict AND x.case_id = o.case_id AND x.case_version > o.case_version
    ORDER BY x.case_version DESC LIMIT 1;
    IF newer.outbox_id IS NOT NULL THEN
        PERFORM refuse('order_superseded', jsonb_build_object('at', local_text(newer.created_at), 'department',
            (SELECT d.name_zh FROM department d WHERE d.subdistrict = o.subdistrict AND d.department_code = newer.department_code)));
    END IF;
    PERFORM require_standing(o);
    IF o.state <> 'failed' THEN
        RETURN;
    END IF;
    UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = clock_timestamp()
    WHERE subdistrict = o.subdistrict AND outbox_id = o.outbox_id;
    PERFORM enter_log(o.subdistrict, 'delivery', p_outbox::text, 'again', o.case_id, person.staff_number, jsonb_build_object(), room_now());
END
$body$;
