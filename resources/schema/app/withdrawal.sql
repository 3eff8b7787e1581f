-- Orders that no longer say what is so: the case file has left the unit, or another order has followed. A step does not look for
-- them; whoever delivers does, and the resident service takes back what was not delivered.

-- Whether a message still says what is so: an order, while the unit has the case file by it; a notice of an escalation, while that unit
-- does nothing; that an order is withdrawn (level 0), until the same unit is sent again.
CREATE FUNCTION desk.order_stands(p_case room.case_file, p_order room.outbox) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_order.level = 0 THEN
        RETURN NOT EXISTS (SELECT FROM outbox x WHERE x.subdistrict = p_order.subdistrict AND x.case_id = p_order.case_id
                           AND x.level IS NULL AND x.department_code = p_order.department_code AND x.case_version > p_order.case_version);
    ELSIF p_order.level IS NOT NULL THEN
        RETURN is_untouched(p_case, p_order.case_version);
    END IF;
    RETURN p_case.department_code IS NOT DISTINCT FROM p_order.department_code
        AND EXISTS (SELECT FROM case_state s WHERE s.state = CASE p_case.state WHEN 'suspended' THEN p_case.state_before ELSE p_case.state END
                    AND s.holder_axis = 'handler')
        AND NOT EXISTS (SELECT FROM outbox x WHERE x.subdistrict = p_order.subdistrict AND x.case_id = p_order.case_id
                        AND x.level IS NULL AND x.case_version > p_order.case_version);
END
$body$;

-- Refuse to deliver what no longer says what is so.
CREATE FUNCTION desk.require_standing(p_order room.outbox) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file;
BEGIN
    SELECT f.* INTO c FROM case_file f WHERE f.subdistrict = p_order.subdistrict AND f.case_id = p_order.case_id;
    IF NOT order_stands(c, p_order) THEN
        PERFORM refuse('order_over', jsonb_build_object('case_number', c.case_number, 'state', c.state));
    END IF;
END
$body$;

-- The step that took a case file from the unit that had it by this order; NULL where none did, or where it was the unit's own doing: it
-- returned it, handed it in, or said by voice that it is done. Whoever was only told of the order does not know that it was returned.
CREATE FUNCTION desk.taken_away(p_order room.outbox) RETURNS room.case_log
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    l room.case_log;
BEGIN
    SELECT x.* INTO l FROM case_log x JOIN case_state t ON t.state = x.to_state
    WHERE x.subdistrict = p_order.subdistrict AND x.case_id = p_order.case_id AND x.version > p_order.case_version
      AND t.holder_axis <> 'handler' AND x.to_state <> 'suspended'
    ORDER BY x.version LIMIT 1;
    RETURN CASE WHEN (l.axis <> 'handler' AND l.action <> 'handled_on_behalf')
                  OR (p_order.level > 0 AND l.action = 'return_to_dispatcher') THEN l END;
END
$body$;

-- Tell a unit that an order it has, delivered or answered by voice, is withdrawn: once, by the channel of the order, in the words of
-- whoever took it away. So is a unit that an escalation told of the order: it may be on its way to look after it. What never reached a
-- unit is only withdrawn. The case file is locked by whoever asks.
CREATE FUNCTION desk.tell_withdrawn(p_order room.outbox, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    l room.case_log := taken_away(p_order);
BEGIN
    IF l.case_id IS NULL OR p_order.level = 0 OR EXISTS (
        SELECT FROM outbox x WHERE x.subdistrict = p_order.subdistrict AND x.case_id = p_order.case_id AND x.level = 0
        AND x.case_version = p_order.case_version AND x.channel = p_order.channel AND x.department_code = p_order.department_code)
       OR (p_order.delivered_at IS NULL AND NOT EXISTS (
        SELECT FROM room_log a WHERE a.subdistrict = p_order.subdistrict AND a.subject = 'delivery' AND a.key = p_order.outbox_id::text
        AND a.action = 'answered')) THEN
        RETURN;
    END IF;
    INSERT INTO outbox (subdistrict, case_id, case_version, level, channel, department_code, recipient, body, created_at, next_attempt_at)
    SELECT p_order.subdistrict, p_order.case_id, p_order.case_version, 0, p_order.channel, p_order.department_code, p_order.recipient,
           p_order.body || jsonb_build_object('withdrawal', jsonb_build_object('message_id', p_order.outbox_id, 'at', l.at,
               'action', l.action, 'action_zh', a.name_zh, 'action_en', a.name_en, 'reason', l.reason)), p_at, clock_timestamp()
    FROM case_action a WHERE a.action = l.action;
END
$body$;

-- Tell whoever had the case file by an order, or was told of the order, after a step that may have taken it away.
CREATE FUNCTION desk.tell_former_units(p_case room.case_file, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    PERFORM tell_withdrawn(o, p_at) FROM outbox o
    WHERE o.subdistrict = p_case.subdistrict AND o.case_id = p_case.case_id AND o.level IS DISTINCT FROM 0
    ORDER BY o.case_version, o.level NULLS FIRST, o.channel;
END
$body$;

-- Take back what was not delivered and no longer says what is so, at most `p_most` at once: it has a state of its own, is logged with
-- where the case file was, and is never sent. One that another session holds is left for the next time. Returns how many.
CREATE FUNCTION desk.withdraw_orders(p_most integer DEFAULT 200) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    moment timestamptz := room_now();
    o record;
    withdrawn integer := 0;
BEGIN
    PERFORM require_service();
    FOR o IN
        SELECT x.*, c.state AS case_state, c.version AS now_version
        FROM outbox x JOIN case_file c ON c.subdistrict = x.subdistrict AND c.case_id = x.case_id
        -- Most pending orders are of case files that have not moved since: not one of them is looked at closely.
        WHERE x.state = 'pending' AND c.version > x.case_version AND NOT order_stands(c, x)
        LIMIT greatest(p_most, 0) FOR UPDATE OF x SKIP LOCKED
    LOOP
        UPDATE outbox SET state = 'withdrawn', withdrawn_at = moment WHERE subdistrict = o.subdistrict AND outbox_id = o.outbox_id;
        PERFORM enter_log(o.subdistrict, 'delivery', o.outbox_id::text, 'withdrawn', o.case_id, NULL,
            jsonb_build_object('channel', o.channel, 'department_code', o.department_code, 'level', o.level, 'attempts', o.attempts,
                'state', o.case_state, 'case_version', o.now_version), moment);
        withdrawn := withdrawn + 1;
    END LOOP;
    RETURN withdrawn;
END
$body$;
