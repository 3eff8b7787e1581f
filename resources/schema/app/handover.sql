-- What a shift leaves to the next. Times in the facts are written in UTC, so that their hash is the same for every session.

-- A case file as a line of the report.
CREATE FUNCTION desk.case_line(p_case room.case_file, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (
        SELECT jsonb_build_object('case_number', p_case.case_number, 'priority', p_case.priority, 'class_zh', k.name_zh, 'class_en', k.name_en,
            'address', coalesce(p_case.address, p_case.unit_grid_code), 'state_zh', s.name_zh, 'state_en', s.name_en,
            'department_zh', d.name_zh, 'department_en', d.name_en, 'due_at', p_case.due_at,
            'minutes_over', CASE WHEN p_case.due_at < p_at THEN floor(extract(epoch FROM p_at - p_case.due_at) / 60) END,
            'until', p_case.suspended_until)
        FROM class k JOIN case_state s ON s.state = p_case.state
        LEFT JOIN department d ON d.subdistrict = p_case.subdistrict AND d.department_code = p_case.department_code
        WHERE k.profile = p_case.profile AND k.kind = p_case.kind AND k.code = p_case.class_code);
END
$body$;

-- What came in and what was done between two moments, from the log, and of the seven actions on areas how many each.
CREATE FUNCTION desk.shift_flow(p_subdistrict text, p_from timestamptz, p_to timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp SET timezone = 'UTC'
AS $body$
    WITH came AS (
        SELECT c.case_id, c.priority, c.source, c.profile, c.kind, c.class_code FROM case_file c
        WHERE c.subdistrict = p_subdistrict AND c.first_found_at > p_from AND c.first_found_at <= p_to
    ), step AS (
        SELECT l.action, l.to_state, l.both_axes FROM case_log l WHERE l.subdistrict = p_subdistrict AND l.at > p_from AND l.at <= p_to
    )
    SELECT jsonb_build_object(
        'came_in', (SELECT count(*) FROM came),
        'by_source', (SELECT coalesce(jsonb_agg(jsonb_build_object('source', n.source, 'count', n.number) ORDER BY n.number DESC, n.source),
                                      jsonb_build_array())
                      FROM (SELECT c.source, count(*) AS number FROM came c GROUP BY 1) n),
        'by_class', (SELECT coalesce(jsonb_agg(jsonb_build_object('zh', n.name_zh, 'en', n.name_en, 'count', n.number)
                                               ORDER BY n.number DESC, n.name_zh), jsonb_build_array())
                     FROM (SELECT k.name_zh, k.name_en, count(*) AS number FROM came c JOIN class k ON k.profile = c.profile AND k.kind = c.kind
                           AND k.code = c.class_code GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 8) n),
        'urgent', (SELECT coalesce(jsonb_agg(case_line(c, p_to) ORDER BY c.case_id), jsonb_build_array())
                   FROM (SELECT n.case_id FROM came n WHERE n.priority = 1 ORDER BY n.case_id LIMIT 100) n
                   JOIN case_file c ON c.subdistrict = p_subdistrict AND c.case_id = n.case_id),
        'done', (SELECT coalesce(jsonb_agg(jsonb_build_object('action', n.action, 'zh', n.name_zh, 'en', n.name_en, 'count', n.number)
                                           ORDER BY n.number DESC, n.action), jsonb_build_array())
                 FROM (SELECT s.action, a.name_zh, a.name_en, count(*) AS number FROM step s JOIN case_action a USING (action)
                       WHERE s.action <> 'report' GROUP BY 1, 2, 3) n),
        'ended', (SELECT count(*) FROM step s JOIN case_state t ON t.state = s.to_state AND NOT t.is_open),
        'both_axes', (SELECT count(*) FROM step s WHERE s.both_axes),
        'area_actions', (SELECT coalesce(jsonb_agg(jsonb_build_object('action', n.action, 'zh', n.name_zh, 'en', n.name_en, 'count', n.number)
                                                   ORDER BY n.position), jsonb_build_array())
                         FROM (SELECT x.action, o.name_zh, o.name_en, o.position, count(*) AS number
                               FROM area_action x JOIN operating_action o USING (action)
                               WHERE x.subdistrict = p_subdistrict AND x.at > p_from AND x.at <= p_to GROUP BY 1, 2, 3, 4) n),
        'alarms', (SELECT count(*) FROM alarm a WHERE a.subdistrict = p_subdistrict AND a.raised_at > p_from AND a.raised_at <= p_to))
$body$;

-- What is open at a moment, what of it waits for a unit to be sent, and what is over its limit.
CREATE FUNCTION desk.shift_open(p_subdistrict text, p_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp SET timezone = 'UTC'
AS $body$
    -- Few columns of the many that are open; whole case files are looked up for the lines that are printed.
    WITH standing AS MATERIALIZED (
        SELECT c.case_id, c.state, c.due_at FROM case_file c
        WHERE c.subdistrict = p_subdistrict AND c.closed_at IS NULL
          AND c.state = ANY (ARRAY(SELECT s.state FROM case_state s WHERE s.is_open))
    )
    SELECT jsonb_build_object(
        'open', (SELECT count(*) FROM standing),
        'by_state', (SELECT coalesce(jsonb_agg(jsonb_build_object('state', n.state, 'zh', s.name_zh, 'en', s.name_en, 'count', n.number)
                                               ORDER BY n.number DESC, n.state), jsonb_build_array())
                     FROM (SELECT o.state, count(*) AS number FROM standing o GROUP BY 1) n JOIN case_state s USING (state)),
        'unassigned', (SELECT coalesce(jsonb_agg(case_line(c, p_at) ORDER BY c.due_at, c.case_id), jsonb_build_array())
                       FROM (SELECT o.case_id FROM standing o WHERE o.state IN ('pending_dispatch', 'returned_dispatcher')
                             ORDER BY o.due_at, o.case_id LIMIT 100) n
                       JOIN case_file c ON c.subdistrict = p_subdistrict AND c.case_id = n.case_id),
        'overdue', (SELECT count(*) FROM standing o WHERE o.due_at < p_at),
        'overdue_cases', (SELECT coalesce(jsonb_agg(case_line(c, p_at) ORDER BY c.due_at, c.case_id), jsonb_build_array())
                          FROM (SELECT o.case_id FROM standing o WHERE o.due_at < p_at ORDER BY o.due_at, o.case_id LIMIT 100) n
                          JOIN case_file c ON c.subdistrict = p_subdistrict AND c.case_id = n.case_id))
$body$;

-- What the room owes the next shift, which ends at `p_until`: answers to what was asked for, rulings on third returns, calls, orders that did not arrive, suspensions that end, shelved
-- alarms, areas out of the normal state and what of their lists is still to be done. No reporter's name or number is in it.
CREATE FUNCTION desk.shift_owed(p_subdistrict text, p_at timestamptz, p_until timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp SET timezone = 'UTC'
AS $body$
    SELECT jsonb_build_object(
        'requests', (SELECT coalesce(jsonb_agg(case_line(c, p_at) || jsonb_build_object('pending', c.pending, 'pending_zh', w.name_zh,
                                'pending_en', w.name_en, 'until', c.pending_until) ORDER BY c.due_at, c.case_id), jsonb_build_array())
                     FROM case_file c JOIN case_pending w ON w.pending = c.pending
                     WHERE c.subdistrict = p_subdistrict AND c.pending IN ('extend', 'suspend', 'appeal', 'appeal_endorsed')),
        'rulings', (SELECT coalesce(jsonb_agg(case_line(c, p_at) || jsonb_build_object('times', c.return_count) ORDER BY c.due_at, c.case_id),
                                    jsonb_build_array())
                    FROM case_file c WHERE c.subdistrict = p_subdistrict AND c.closed_at IS NULL
                      AND c.state IN ('returned_acceptor', 'returned_dispatcher') AND awaits_ruling(c)),
        'callbacks', (SELECT coalesce(jsonb_agg(case_line(c, p_at) || jsonb_build_object('until', r.expires_at) ORDER BY c.case_id), jsonb_build_array())
                      FROM reporter_contact r JOIN case_file c USING (subdistrict, case_id)
                      WHERE r.subdistrict = p_subdistrict AND r.callback_owed AND r.expires_at > p_at),
        'deliveries', (SELECT coalesce(jsonb_agg(jsonb_build_object('case_number', o.case_number, 'department_zh', o.department_zh,
                                  'department_en', o.department_en, 'phone', o.department_phone, 'channel', o.channel, 'level', o.level,
                                  'state', o.state, 'attempts', o.attempts, 'answer', o.answer) ORDER BY o.created_at, o.case_id), jsonb_build_array())
                       FROM (SELECT s.case_id, s.case_number, s.department_zh, s.department_en, s.department_phone, s.channel, NULL::smallint AS level,
                                    s.state, s.attempts, s.answer, s.created_at
                             FROM order_state s WHERE s.subdistrict = p_subdistrict AND s.state <> 'delivered'
                               -- Few orders did not arrive: the others are not looked at.
                               AND s.case_id = ANY (ARRAY(SELECT x.case_id FROM outbox x
                                   WHERE x.subdistrict = p_subdistrict AND x.level IS NULL AND x.delivered_at IS NULL))
                             UNION ALL
                             -- That nothing is done, or that an order is withdrawn, nobody may have been told yet.
                             SELECT c.case_id, c.case_number, d.name_zh, d.name_en, d.phone, x.channel, x.level,
                                    CASE WHEN x.state = 'failed' THEN 'failed' WHEN x.attempts > 0 THEN 'retrying' ELSE 'waiting' END,
                                    x.attempts, x.answer, x.created_at
                             FROM outbox x JOIN case_file c ON c.subdistrict = x.subdistrict AND c.case_id = x.case_id
                             JOIN department d ON d.subdistrict = x.subdistrict AND d.department_code = x.department_code
                             WHERE x.subdistrict = p_subdistrict AND x.level IS NOT NULL AND x.state IN ('pending', 'failed') AND x.delivered_at IS NULL
                               AND (x.level = 0 OR c.state = 'pending_handle')) o),
        'suspended', (SELECT coalesce(jsonb_agg(case_line(c, p_at) ORDER BY c.suspended_until, c.case_id), jsonb_build_array())
                      FROM case_file c WHERE c.subdistrict = p_subdistrict AND c.closed_at IS NULL AND c.suspended_until <= p_until),
        'shelved', (SELECT coalesce(jsonb_agg(jsonb_build_object('sensor', n.name, 'address', n.address, 'rule_zh', l.name_zh,
                               'rule_en', l.name_en, 'until', a.shelved_until, 'reason', a.shelve_reason) ORDER BY a.shelved_until, a.alarm_id),
                           jsonb_build_array())
                    FROM alarm a JOIN sensor n USING (subdistrict, sensor_code)
                    JOIN alarm_rule l ON l.subdistrict = a.subdistrict AND l.rule_code = a.rule_code AND l.version = a.rule_version
                    WHERE a.subdistrict = p_subdistrict AND a.shelved_until > p_at AND a.cleared_at IS NULL),
        'unseen_alarms', (SELECT count(*) FROM alarm a WHERE a.subdistrict = p_subdistrict AND a.acknowledged_at IS NULL),
        'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('area_kind', a.area_kind, 'area_code', a.area_code, 'area_zh', e.name_zh,
                             'area_en', e.name_en, 'state_zh', o.name_zh, 'state_en', o.name_en, 'since', lower(a.valid),
                             'until', upper(a.valid), 'reason', a.reason, 'set_by', coalesce(f.name, a.set_by)) ORDER BY lower(a.valid), a.area_code),
                         jsonb_build_array())
                  FROM area_state a JOIN operating_state o USING (state)
                  LEFT JOIN staff f ON f.subdistrict = a.subdistrict AND f.staff_number = a.set_by
                  LEFT JOIN LATERAL area_names(a.subdistrict, a.area_kind, a.area_code) e ON true
                  WHERE a.subdistrict = p_subdistrict AND a.valid @> p_at AND a.state <> 'normal'),
        'area_tasks', (SELECT coalesce(jsonb_agg(jsonb_build_object('area_code', t.area_code, 'area_zh', e.name_zh, 'area_en', e.name_en,
                                  'action_zh', o.name_zh, 'action_en', o.name_en, 'task_zh', k.name_zh, 'task_en', k.name_en,
                                  'last_at', t.last_at, 'outcome_zh', u.name_zh, 'outcome_en', u.name_en)), jsonb_build_array())
                       FROM open_tasks(p_subdistrict, p_at) t JOIN operating_task k USING (task) JOIN operating_action o ON o.action = k.action
                       LEFT JOIN operating_outcome u ON u.outcome = t.last_outcome
                       LEFT JOIN LATERAL area_names(p_subdistrict, t.area_kind, t.area_code) e ON true))
$body$;

-- The facts of a handover draft, taken now. The shift that follows is the next planned one, or eight hours.
CREATE FUNCTION desk.take_facts(p_handover room.handover, p_at timestamptz) RETURNS room.handover
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    h room.handover := p_handover;
    until timestamptz := coalesce(
        (SELECT min(s.ends_at) FROM shift s WHERE s.subdistrict = h.subdistrict AND s.starts_at > p_at - interval '1 hour'
         AND s.ends_at > p_at + interval '1 hour'), p_at + interval '8 hours');
BEGIN
    h.ends_at := p_at;
    h.prepared_at := p_at;
    h.facts := shift_flow(h.subdistrict, h.starts_at, p_at) || shift_open(h.subdistrict, p_at) || shift_owed(h.subdistrict, p_at, until);
    RETURN h;
END
$body$;

CREATE FUNCTION desk.store_handover(p_handover room.handover, p_action text, p_staff text, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    h room.handover := p_handover;
BEGIN
    h.version := h.version + 1;
    UPDATE handover SET (version, state, shift_id, ends_at, from_staff, to_staff, facts, notes, prepared_at, handed_over_at, acknowledged_at,
                         acknowledged_by, remark, seal_no, seal_hash, hash)
        = ROW(h.version, h.state, h.shift_id, h.ends_at, h.from_staff, h.to_staff, h.facts, h.notes, h.prepared_at, h.handed_over_at,
              h.acknowledged_at, h.acknowledged_by, h.remark, h.seal_no, h.seal_hash, h.hash)
    WHERE subdistrict = h.subdistrict AND handover_id = h.handover_id;
    PERFORM enter_log(h.subdistrict, 'handover', h.handover_id::text, p_action, NULL, p_staff,
        jsonb_build_object('version', h.version, 'hash', encode(h.hash, 'hex'), 'seal_no', h.seal_no), p_at);
    RETURN jsonb_build_object('handover_id', h.handover_id, 'version', h.version, 'state', h.state, 'repeated', false);
END
$body$;

-- A shift leader, or a refusal.
CREATE FUNCTION desk.require_leader(p_action text) RETURNS room.person
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    person room.person := require_staff();
BEGIN
    IF NOT 'shift_leader' = ANY (person.roles) THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', p_action, 'role', 'shift_leader'));
    END IF;
    RETURN person;
END
$body$;

-- The handover, locked, on the version the person saw. NULL where this very act was already taken: a retry after a lost
-- connection answers what was answered.
CREATE FUNCTION desk.lock_handover(p_person room.person, p_handover bigint, p_expected integer, p_action text, p_state text)
RETURNS room.handover LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    h room.handover;
    last room.room_log;
BEGIN
    SELECT * INTO h FROM handover x WHERE x.subdistrict = p_person.subdistrict AND x.handover_id = p_handover FOR UPDATE;
    IF h.handover_id IS NULL THEN
        PERFORM refuse('unknown_handover', jsonb_build_object('handover', p_handover));
    END IF;
    SELECT * INTO last FROM room_log l WHERE l.subdistrict = h.subdistrict AND l.subject = 'handover' AND l.key = p_handover::text
    ORDER BY l.entry_no DESC LIMIT 1;
    IF h.version - 1 = p_expected AND last.action = p_action AND last.staff_number = p_person.staff_number THEN
        RETURN NULL;
    ELSIF h.version IS DISTINCT FROM p_expected THEN
        PERFORM refuse('stale_handover', jsonb_build_object('expected', p_expected, 'version', h.version));
    ELSIF h.state <> p_state THEN
        PERFORM refuse('handover_state', jsonb_build_object('handover', p_handover, 'handover_state', h.state));
    END IF;
    RETURN h;
END
$body$;

CREATE FUNCTION desk.repeated_handover(p_subdistrict text, p_handover bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT jsonb_build_object('handover_id', h.handover_id, 'version', h.version, 'state', h.state, 'repeated', true)
            FROM handover h WHERE h.subdistrict = p_subdistrict AND h.handover_id = p_handover);
END
$body$;

-- The room's open handover with its facts taken anew, or a new one that begins where the last ended. A draft that another
-- leader left behind is taken over; what was handed over and waits for the next leader stays as it is.
CREATE FUNCTION desk.handover_prepare() RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('handover_prepare');
    moment timestamptz;
    h handover;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('handover ' || person.subdistrict, 0));
    moment := room_now();
    SELECT * INTO h FROM handover x WHERE x.subdistrict = person.subdistrict AND x.state <> 'acknowledged' FOR UPDATE;
    IF h.state = 'handed_over' THEN
        RETURN jsonb_build_object('handover_id', h.handover_id, 'version', h.version, 'state', h.state, 'repeated', true);
    ELSIF h.handover_id IS NULL THEN
        INSERT INTO handover (subdistrict, version, state, starts_at, ends_at, from_staff, facts, prepared_at)
        VALUES (person.subdistrict, 0, 'draft', coalesce(
                    (SELECT max(p.ends_at) FROM handover p WHERE p.subdistrict = person.subdistrict),
                    shift_start(person.subdistrict, person.staff_number, moment)),
                moment, person.staff_number, jsonb_build_object(), moment)
        RETURNING * INTO h;
    END IF;
    h.from_staff := person.staff_number;
    h.shift_id := (SELECT s.shift_id FROM shift s JOIN roster r USING (subdistrict, shift_id)
                   WHERE s.subdistrict = person.subdistrict AND r.staff_number = person.staff_number AND s.starts_at <= moment
                   ORDER BY s.starts_at DESC LIMIT 1);
    RETURN store_handover(take_facts(h, moment), 'prepared', person.staff_number, moment);
END
$body$;

-- What the leaving leader adds: one text a section (came_in, done, open, overdue, owed, general).
CREATE FUNCTION desk.check_notes(p_notes jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    IF jsonb_typeof(coalesce(p_notes, jsonb_build_object())) <> 'object' OR pg_column_size(p_notes) > 65536 OR EXISTS (
        SELECT 1 FROM jsonb_each(p_notes) n
        WHERE n.key NOT IN ('came_in', 'done', 'open', 'overdue', 'owed', 'general') OR jsonb_typeof(n.value) <> 'string') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'notes', 'value', left(p_notes::text, 40)));
    END IF;
    RETURN coalesce(p_notes, jsonb_build_object());
END
$body$;

CREATE FUNCTION desk.handover_write(p_handover bigint, p_notes jsonb, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('handover_write');
    h handover := lock_handover(person, p_handover, p_expected, 'written', 'draft');
BEGIN
    IF h.handover_id IS NULL THEN
        RETURN repeated_handover(person.subdistrict, p_handover);
    END IF;
    h.notes := check_notes(p_notes);
    RETURN store_handover(h, 'written', person.staff_number, room_now());
END
$body$;

-- Hand over: the facts are taken anew, the heads of all case logs are sealed, and what stands now is hashed.
CREATE FUNCTION desk.hand_over(p_handover bigint, p_notes jsonb, p_to_staff text, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('hand_over');
    h handover := lock_handover(person, p_handover, p_expected, 'handed_over', 'draft');
    moment timestamptz := room_now();
BEGIN
    IF h.handover_id IS NULL THEN
        RETURN repeated_handover(person.subdistrict, p_handover);
    ELSIF p_to_staff = person.staff_number THEN
        PERFORM refuse('same_person', jsonb_build_object('staff', p_to_staff));
    ELSIF p_to_staff IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM staff_role k WHERE k.subdistrict = person.subdistrict AND k.staff_number = p_to_staff AND k.role = 'shift_leader'
        AND k.valid_from <= room_today() AND (k.valid_to IS NULL OR k.valid_to >= room_today())) THEN
        PERFORM refuse('unknown_leader', jsonb_build_object('staff', p_to_staff));
    END IF;
    h.notes := check_notes(p_notes);
    h.from_staff := person.staff_number;
    h.to_staff := p_to_staff;
    h := take_facts(h, moment);
    PERFORM seal_log(person.subdistrict, 'shift report ' || h.handover_id);
    SELECT s.seal_no, s.hash INTO h.seal_no, h.seal_hash FROM log_seal s WHERE s.subdistrict = person.subdistrict ORDER BY s.seal_no DESC LIMIT 1;
    h.state := 'handed_over';
    h.handed_over_at := moment;
    h.hash := handover_digest(h);
    RETURN store_handover(h, 'handed_over', person.staff_number, moment);
END
$body$;

-- Take a handover back that nobody has acknowledged: it is a draft again, with its notes.
CREATE FUNCTION desk.handover_withdraw(p_handover bigint, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('handover_withdraw');
    h handover := lock_handover(person, p_handover, p_expected, 'withdrawn', 'handed_over');
BEGIN
    IF h.handover_id IS NULL THEN
        RETURN repeated_handover(person.subdistrict, p_handover);
    ELSIF h.from_staff <> person.staff_number THEN
        PERFORM refuse('not_assigned', jsonb_build_object('staff', h.from_staff));
    END IF;
    h.state := 'draft';
    h.handed_over_at := NULL; h.seal_no := NULL; h.seal_hash := NULL; h.hash := NULL;
    RETURN store_handover(h, 'withdrawn', person.staff_number, room_now());
END
$body$;

-- The next leader takes over; nobody acknowledges his own shift. From now on nothing of it changes.
CREATE FUNCTION desk.handover_acknowledge(p_handover bigint, p_remark text, p_expected integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_leader('handover_acknowledge');
    h handover := lock_handover(person, p_handover, p_expected, 'acknowledged', 'handed_over');
BEGIN
    IF h.handover_id IS NULL THEN
        RETURN repeated_handover(person.subdistrict, p_handover);
    ELSIF h.from_staff = person.staff_number THEN
        PERFORM refuse('same_person', jsonb_build_object('staff', person.staff_number));
    END IF;
    h.state := 'acknowledged';
    h.acknowledged_at := room_now();
    h.acknowledged_by := person.staff_number;
    h.remark := left(nullif(btrim(p_remark), ''), 2000);
    RETURN store_handover(h, 'acknowledged', person.staff_number, h.acknowledged_at);
END
$body$;
