-- What desks read. Every view runs with the reader's rights: row security applies.
CREATE VIEW desk.case_queue WITH (security_invoker = true) AS
SELECT c.subdistrict, c.case_id, c.case_number, c.version, c.state, s.name_zh AS state_zh, s.name_en AS state_en,
       s.holder_axis, s.is_open, c.profile, c.kind, c.class_code, k.major_code || '-' || k.minor_code AS class_label,
       k.name_zh AS class_zh, k.name_en AS class_en, c.condition_no, c.component_identity, c.priority, c.source, c.alarm_id,
       c.unit_grid_code, c.community_code, m.name_zh AS community_zh, m.name_en AS community_en, c.address, c.description,
       c.first_found_at, c.claimed_found_at, c.filed_at, c.dispatched_at, c.handled_at, c.checked_at, c.check_passed, c.closed_at,
       c.department_code, d.name_zh AS department_zh, d.name_en AS department_en, d.phone AS department_phone, c.handler,
       c.on_behalf, c.clock, c.yellow_at, c.due_at, c.deadline_at, c.limit_state, c.original_deadline_at, c.rework_count, c.return_count,
       c.urge_count, c.duplicate_of, c.late, c.exempt, c.appealed, c.quick_closed, c.recheck_passed, c.pending,
       w.name_zh AS pending_zh, w.name_en AS pending_en, c.pending_by, c.pending_until, c.suspended_until, c.suspend_count,
       c.extend_count, c.ruled_count, c.claimed_by, c.claimed_role, c.claimed_until, c.reported_by, c.filed_by, c.dispatched_by, c.handled_by,
       c.checked_by, c.closed_by, ST_X(c.geom) AS x, ST_Y(c.geom) AS y, c.geom
FROM room.case_file c
JOIN room.case_state s ON s.state = c.state
JOIN room.class k ON k.profile = c.profile AND k.kind = c.kind AND k.code = c.class_code
LEFT JOIN room.case_pending w ON w.pending = c.pending
LEFT JOIN room.division m ON m.code = c.community_code
LEFT JOIN room.department d ON d.subdistrict = c.subdistrict AND d.department_code = c.department_code;

-- What a desk keeps live: open case files, those ended in the last twelve hours, and others as long as something asked of them waits.
CREATE VIEW desk.case_live WITH (security_invoker = true) AS
SELECT * FROM desk.case_queue q
-- Both ends, so that the planner sees a short span; the subtraction inside the sub-select, since outside it is not leakproof
-- and row security would keep the query from its index.
WHERE q.closed_at IS NULL OR (q.closed_at > (SELECT room.room_now() - interval '12 hours') AND q.closed_at < 'infinity')
   OR q.pending IS NOT NULL;

CREATE VIEW desk.case_log WITH (security_invoker = true) AS
SELECT l.subdistrict, l.case_id, l.version, l.at, l.action, a.name_zh AS action_zh, a.name_en AS action_en,
       l.from_state, l.to_state, s.name_zh AS to_state_zh, s.name_en AS to_state_en,
       l.staff_number, p.name AS staff_name, l.role, r.name_zh AS role_zh, r.name_en AS role_en, l.axis, l.both_axes, l.reason,
       l.payload,
       encode(l.hash, 'hex') AS hash
FROM room.case_log l
JOIN room.case_state s ON s.state = l.to_state
JOIN room.case_action a ON a.action = l.action
LEFT JOIN room.staff p ON p.subdistrict = l.subdistrict AND p.staff_number = l.staff_number
LEFT JOIN room.role r ON r.role = l.role;

-- What changed in which transaction, by the steps of case files and by everything else, as far as one sees it; a change may stand
-- here twice. Transactions this database has not begun yet are another's, whose dump it was restored from.
CREATE VIEW desk.news WITH (security_invoker = true) AS
SELECT c.subdistrict, c.xid, c.subject, c.key FROM room.change c WHERE c.xid < pg_snapshot_xmax(pg_current_snapshot())
UNION ALL
SELECT l.subdistrict, l.xid, 'case'::text, l.case_id::text FROM room.case_log l WHERE l.xid < pg_snapshot_xmax(pg_current_snapshot());

-- The newest step that a handling unit's login may see, if it is among the newest there are: of older ones none can be lost without all
-- of these. Row security would ask of each of its case files whether it may see it: this asks once who is asking.
CREATE FUNCTION desk.newest_step() RETURNS TABLE (xid xid8, case_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := owner_who();
    next_xid xid8 := pg_snapshot_xmax(pg_current_snapshot());
BEGIN
    RETURN QUERY
    SELECT l.xid, l.case_id
    FROM (SELECT r.* FROM case_log r WHERE r.xid < next_xid ORDER BY r.xid DESC LIMIT 10000) l
    JOIN case_file c ON c.subdistrict = l.subdistrict AND c.case_id = l.case_id
    WHERE c.subdistrict = person.subdistrict AND c.department_code = person.department_code
    ORDER BY l.xid DESC LIMIT 1;
END
$body$;

CREATE VIEW desk.alarm_live WITH (security_invoker = true) AS
SELECT a.subdistrict, a.alarm_id, a.version, a.sensor_code, n.kind AS sensor_kind, k.name_zh AS sensor_kind_zh,
       k.name_en AS sensor_kind_en, n.name AS sensor_name, n.address, n.unit_grid_code, a.rule_code, l.name_zh AS rule_zh,
       l.name_en AS rule_en, l.event_class_code, a.priority, a.condition_since, a.raised_at, a.raised_value, k.unit, a.cleared_at,
       a.acknowledged_at, a.acknowledged_by, a.shelved_until, a.shelve_reason, a.case_id,
       ST_X(n.geom) AS x, ST_Y(n.geom) AS y, n.geom
FROM room.alarm a
JOIN room.sensor n ON n.subdistrict = a.subdistrict AND n.sensor_code = a.sensor_code
JOIN room.sensor_kind k ON k.kind = n.kind
JOIN room.alarm_rule l ON l.subdistrict = a.subdistrict AND l.rule_code = a.rule_code AND l.version = a.rule_version
-- Over is not the same as seen: an alarm stays until it is both.
WHERE a.cleared_at IS NULL OR a.acknowledged_at IS NULL;

CREATE VIEW desk.staff_live WITH (security_invoker = true) AS
SELECT p.subdistrict, p.staff_number, f.name, f.department_code, f.phone, p.observed_at, ST_X(p.geom) AS x, ST_Y(p.geom) AS y,
       p.geom, coalesce(o.role, '') AS role, r.name_zh AS role_zh, r.name_en AS role_en
FROM room.staff_position p
JOIN room.staff f ON f.subdistrict = p.subdistrict AND f.staff_number = p.staff_number
LEFT JOIN LATERAL (SELECT s.role FROM room.staff_role s WHERE s.subdistrict = p.subdistrict AND s.staff_number = p.staff_number
                   ORDER BY s.role LIMIT 1) o ON true
LEFT JOIN room.role r ON r.role = o.role;

-- Grids of every kind as they are today; one id per code for map layers.
CREATE VIEW desk.grid WITH (security_invoker = true) AS
SELECT v.kind || ':' || v.code AS grid_id, v.subdistrict, v.kind, v.code, v.version, v.name_zh, v.name_en, g.community_code,
       v.responsible_department, d.name_zh AS department_zh, v.responsible_staff, f.name AS staff_name, f.phone AS staff_phone,
       lower(v.valid) AS valid_from, v.geom
FROM room.grid_version v
JOIN room.grid g ON g.subdistrict = v.subdistrict AND g.kind = v.kind AND g.code = v.code
LEFT JOIN room.department d ON d.subdistrict = v.subdistrict AND d.department_code = v.responsible_department
LEFT JOIN room.staff f ON f.subdistrict = v.subdistrict AND f.staff_number = v.responsible_staff
WHERE v.valid @> (SELECT room.room_today());

CREATE VIEW desk.grid_parent WITH (security_invoker = true) AS
SELECT p.subdistrict, p.kind, p.code, p.parent_kind, p.parent_code FROM room.grid_parent p WHERE p.valid @> (SELECT room.room_today());

-- Outer joins on unique keys: where a layer asks for the shape alone, the planner leaves them out.
CREATE VIEW desk.component WITH (security_invoker = true) AS
SELECT c.identity_code, c.subdistrict, c.profile, c.class_code, k.name_zh AS class_zh, k.name_en AS class_en, k.major_code, c.name,
       c.department_code, d.name_zh AS department_zh, d.name_en AS department_en, d.contact_name, d.phone, c.unit_grid_code,
       c.state, s.name_zh AS state_zh, s.name_en AS state_en, c.initial_on, c.changed_on, c.address, c.geom
FROM room.component c
LEFT JOIN room.class k ON k.profile = c.profile AND k.kind = c.kind AND k.code = c.class_code
LEFT JOIN room.department d ON d.subdistrict = c.subdistrict AND d.department_code = c.department_code
LEFT JOIN room.component_state s ON s.state = c.state;

CREATE VIEW desk.sensor WITH (security_invoker = true) AS
SELECT n.sensor_code, n.subdistrict, n.kind, k.name_zh AS kind_zh, k.name_en AS kind_en, k.unit, n.name, n.department_code,
       d.name_zh AS department_zh, d.phone, n.unit_grid_code, n.address, n.component_identity, n.installed_on, n.geom
FROM room.sensor n
LEFT JOIN room.sensor_kind k ON k.kind = n.kind
LEFT JOIN room.department d ON d.subdistrict = n.subdistrict AND d.department_code = n.department_code
WHERE n.removed_on IS NULL;

CREATE VIEW desk.street WITH (security_invoker = true) AS
SELECT t.street_id, t.subdistrict, t.name, t.class, t.one_way, t.width, t.gate, t.geom FROM room.street t;
CREATE VIEW desk.building WITH (security_invoker = true) AS
SELECT b.building_id, b.subdistrict, b.name, b.address, b.use, b.floors, b.geom FROM room.building b;
CREATE VIEW desk.division WITH (security_invoker = true) AS
SELECT v.code, v.level, v.parent_code, v.subdistrict, v.name_zh, v.name_en, v.geom FROM room.division v WHERE v.valid_to IS NULL;
CREATE VIEW desk.department WITH (security_invoker = true) AS
SELECT d.subdistrict, d.department_code, d.name_zh, d.name_en, d.kind, k.name_zh AS kind_zh, k.name_en AS kind_en, d.contact_name,
       d.phone, d.channel, d.address, d.geom
FROM room.department d JOIN room.department_kind k ON k.kind = d.kind WHERE d.valid_to IS NULL OR d.valid_to >= (SELECT room.room_today());
CREATE VIEW desk.outbox WITH (security_invoker = true) AS
SELECT o.subdistrict, o.outbox_id, o.case_id, o.case_version, o.level, o.channel, o.department_code, o.recipient, o.body,
       CASE WHEN o.state = 'pending' AND NOT v.is_valid THEN 'withdrawn' ELSE o.state END AS state, o.attempts, o.created_at, o.delivered_at,
       o.delivered_by, f.name AS delivered_by_name, o.withdrawn_at, o.answer, v.is_valid
FROM room.outbox o
LEFT JOIN room.staff f ON f.subdistrict = o.subdistrict AND f.staff_number = o.delivered_by
LEFT JOIN room.case_file c ON c.subdistrict = o.subdistrict AND c.case_id = o.case_id
-- As desk.order_stands has it; of a notice only that nobody took the order, which is what the case file itself says. That an order is
-- withdrawn holds until its unit is sent again.
CROSS JOIN LATERAL (
    SELECT coalesce(o.state <> 'withdrawn' AND (o.level = 0 OR EXISTS (
               SELECT 1 FROM room.case_state s WHERE s.state = CASE c.state WHEN 'suspended' THEN c.state_before ELSE c.state END
               AND CASE WHEN o.level IS NULL THEN s.holder_axis = 'handler' AND c.department_code = o.department_code
                   ELSE s.state = 'pending_handle' END))
           AND NOT EXISTS (SELECT 1 FROM room.outbox x WHERE x.subdistrict = o.subdistrict AND x.case_id = o.case_id AND x.level IS NULL
                           AND x.case_version > o.case_version
                           AND (o.level = 0 AND x.department_code <> o.department_code) IS NOT TRUE), false) AS is_valid) v;
-- How the latest order of every case file that a unit holds went: by any channel delivered, or still waiting, or failed.
CREATE VIEW desk.order_state WITH (security_invoker = true) AS
SELECT c.subdistrict, c.case_id, c.case_number, c.department_code, d.name_zh AS department_zh, d.name_en AS department_en,
       d.phone AS department_phone, o.outbox_id, o.channel, o.attempts, o.created_at, o.answer,
       CASE WHEN o.delivered_at IS NOT NULL THEN 'delivered' WHEN o.state = 'failed' THEN 'failed'
            WHEN o.state = 'withdrawn' THEN 'withdrawn' WHEN o.attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state,
       o.delivered_at, o.delivered_by, CASE WHEN o.state = 'pending' AND o.channel = 'webhook' THEN o.next_attempt_at END AS next_attempt_at
FROM room.case_file c
JOIN room.case_state s ON s.state = c.state AND s.holder_axis = 'handler'
JOIN room.department d ON d.subdistrict = c.subdistrict AND d.department_code = c.department_code
CROSS JOIN LATERAL (
    SELECT x.* FROM room.outbox x WHERE x.subdistrict = c.subdistrict AND x.case_id = c.case_id AND x.level IS NULL
    ORDER BY x.case_version DESC, (x.state = 'delivered') DESC, (x.state = 'pending') DESC, x.created_at LIMIT 1) o
WHERE c.closed_at IS NULL;
-- Whom supervision still owes a call; empty for everybody else, since nobody else reads contacts.
CREATE VIEW desk.callback_owed WITH (security_invoker = true) AS
SELECT r.subdistrict, r.case_id, c.case_number, r.name, r.phone, r.expires_at, c.first_found_at, c.closed_at, s.name_zh AS state_zh,
       s.name_en AS state_en, k.name_zh AS class_zh, k.name_en AS class_en
FROM room.reporter_contact r
JOIN room.case_file c ON c.subdistrict = r.subdistrict AND c.case_id = r.case_id
JOIN room.case_state s ON s.state = c.state
JOIN room.class k ON k.profile = c.profile AND k.kind = c.kind AND k.code = c.class_code
WHERE r.callback_owed;
-- Handovers, the newest last; hashes as they are printed.
CREATE VIEW desk.handover WITH (security_invoker = true) AS
SELECT h.subdistrict, v.name_zh AS subdistrict_zh, v.name_en AS subdistrict_en, h.handover_id, h.version, h.state, h.shift_id,
       s.name_zh AS shift_zh, s.name_en AS shift_en, h.starts_at, h.ends_at, h.from_staff, f.name AS from_name, h.to_staff, t.name AS to_name,
       h.facts, h.notes, h.prepared_at, h.handed_over_at, h.acknowledged_at, h.acknowledged_by, a.name AS acknowledged_name, h.remark,
       h.seal_no, z.at AS sealed_at, z.case_count AS sealed_cases, encode(h.seal_hash, 'hex') AS seal_hash, encode(h.hash, 'hex') AS hash
FROM room.handover h
JOIN room.division v ON v.code = h.subdistrict
JOIN room.staff f ON f.subdistrict = h.subdistrict AND f.staff_number = h.from_staff
LEFT JOIN room.staff t ON t.subdistrict = h.subdistrict AND t.staff_number = h.to_staff
LEFT JOIN room.staff a ON a.subdistrict = h.subdistrict AND a.staff_number = h.acknowledged_by
LEFT JOIN room.shift s ON s.subdistrict = h.subdistrict AND s.shift_id = h.shift_id
LEFT JOIN room.log_seal z ON z.subdistrict = h.subdistrict AND z.seal_no = h.seal_no;
CREATE VIEW desk.room_log WITH (security_invoker = true) AS
SELECT l.subdistrict, l.subject, l.key, l.entry_no, l.at, l.action, l.case_id, l.staff_number, f.name AS staff_name, l.details,
       encode(l.hash, 'hex') AS hash
FROM room.room_log l
LEFT JOIN room.staff f ON f.subdistrict = l.subdistrict AND f.staff_number = l.staff_number;
CREATE VIEW desk.on_duty WITH (security_invoker = true) AS
SELECT r.subdistrict, r.staff_number, f.name, f.phone, f.department_code, r.role, o.name_zh AS role_zh, o.name_en AS role_en,
       r.grid_kind, r.grid_code, s.shift_id, s.name_zh AS shift_zh, s.name_en AS shift_en, s.starts_at, s.ends_at
FROM room.roster r
JOIN room.shift s ON s.subdistrict = r.subdistrict AND s.shift_id = r.shift_id
JOIN room.staff f ON f.subdistrict = r.subdistrict AND f.staff_number = r.staff_number
JOIN room.role o ON o.role = r.role
WHERE s.starts_at <= (SELECT room.room_now()) AND s.ends_at > (SELECT room.room_now())
  AND (r.operating_states IS NULL OR desk.holds_now(r.shift_id, r.staff_number, r.role));
CREATE VIEW desk.heartbeat_state WITH (security_invoker = true) AS
SELECT h.node, h.at, h.leads, h.version, clock_timestamp() - h.at AS age FROM room.service_heartbeat h;
