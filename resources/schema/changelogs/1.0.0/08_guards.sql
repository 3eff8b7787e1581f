-- Who is asking: the person behind the session's login, with the posts held today. Never a variable that a client can set.
-- `both_axes`: has held posts on both axes within a week, so that one shift may have seen him on either.
CREATE TYPE room.person AS (
    subdistrict text,
    staff_number text,
    name text,
    department_code text,
    roles text[],
    sees_all boolean,
    both_axes boolean
);
-- Handling units see their own case files; everybody else of the subdistrict sees all of them.
CREATE FUNCTION room.person_on(p_login name, p_day date) RETURNS room.person
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    answer room.person;
BEGIN
    SELECT s.subdistrict, s.staff_number, s.name, s.department_code, h.roles, h.sees_all, h.both_axes INTO answer
    FROM room.staff s CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(r.role) FILTER (WHERE n.is_now), ARRAY[]::text[]) AS roles,
               coalesce(bool_or(n.is_now AND k.axis <> 'handler'), false) AS sees_all,
               coalesce(bool_or(k.axis = 'supervision') AND bool_or(k.axis = 'command'), false) AS both_axes
        FROM room.staff_role r JOIN room.role k ON k.role = r.role
        CROSS JOIN LATERAL (SELECT r.valid_to IS NULL OR r.valid_to >= p_day AS is_now) n
        WHERE r.subdistrict = s.subdistrict AND r.staff_number = s.staff_number
          AND r.valid_from <= p_day AND (r.valid_to IS NULL OR r.valid_to >= p_day - 7)) h
    WHERE s.login = p_login AND s.valid_from <= p_day AND (s.valid_to IS NULL OR s.valid_to >= p_day);
    RETURN answer;
END
$body$;

-- What person_on() answers for each login, and on which days it does: working it out for every step cost more than the step's
-- writing. Triggers keep it with every change of staff and posts, the service when a day begins on which it is no longer so;
-- who is not kept for today is worked out.
CREATE TABLE room.known_login (
    login name PRIMARY KEY,
    days daterange NOT NULL,
    person room.person NOT NULL
);
ALTER TABLE room.known_login ENABLE ROW LEVEL SECURITY;

-- Keep who a member of staff is from the day of today on which his posts last changed to the next. His row is locked first, so
-- that of two changes at once the second sees the first; a transaction that looks at an older state keeps nothing.
CREATE FUNCTION room.keep_login(p_subdistrict text, p_staff text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
DECLARE
    today date := room_today();
    s staff;
    held daterange;
    person person;
BEGIN
    SELECT * INTO s FROM staff f WHERE f.subdistrict = p_subdistrict AND f.staff_number = p_staff FOR NO KEY UPDATE;
    DELETE FROM known_login k WHERE k.login = s.login;
    person := person_on(s.login, today);
    IF person.staff_number IS NULL OR current_setting('transaction_isolation') <> 'read committed' THEN
        RETURN;
    END IF;
    SELECT daterange(max(b.day) FILTER (WHERE b.day <= today), min(b.day) FILTER (WHERE b.day > today)) INTO held
    FROM (SELECT unnest(ARRAY[s.valid_from, s.valid_to + 1]) AS day
          UNION ALL
          SELECT unnest(ARRAY[r.valid_from, r.valid_to + 1, r.valid_to + 8]) FROM staff_role r
          WHERE r.subdistrict = p_subdistrict AND r.staff_number = p_staff) b;
    INSERT INTO known_login VALUES (s.login, held, person);
END
$body$;

CREATE FUNCTION room.keep_logins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    IF TG_TABLE_NAME = 'role' THEN
        LOCK TABLE known_login IN SHARE ROW EXCLUSIVE MODE;
        DELETE FROM known_login;
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        IF TG_TABLE_NAME = 'staff' THEN
            DELETE FROM known_login k WHERE k.login = OLD.login;
        END IF;
        PERFORM keep_login(OLD.subdistrict, OLD.staff_number);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM keep_login(NEW.subdistrict, NEW.staff_number);
    END IF;
    RETURN NULL;
END
$body$;
CREATE TRIGGER known AFTER INSERT OR UPDATE OR DELETE ON room.staff FOR EACH ROW EXECUTE FUNCTION room.keep_logins();
CREATE TRIGGER known AFTER INSERT OR UPDATE OR DELETE ON room.staff_role FOR EACH ROW EXECUTE FUNCTION room.keep_logins();
CREATE TRIGGER known AFTER UPDATE ON room.role FOR EACH ROW WHEN (OLD.axis <> NEW.axis) EXECUTE FUNCTION room.keep_logins();

-- What a login may do, as a step asks it: by class profile, action and state the transition that is open to it, with who that is and
-- what the clock is read by, so that one look-up finds all. Worked out from known_login, the transitions of the profile (its own
-- where a city has made some, else the default ones) and the room's row; triggers keep it with every change of these. Where what
-- is pending decides which of several transitions it is, nothing is kept, and a step works it out.
CREATE TABLE room.known_step (
    login name NOT NULL,
    profile text NOT NULL,
    action text NOT NULL,
    state text NOT NULL,
    pending text NOT NULL,
    days daterange NOT NULL,
    person room.person NOT NULL,
    rule room.case_transition NOT NULL,
    info room.room_info NOT NULL,
    PRIMARY KEY (login, profile, action, state)
);
ALTER TABLE room.known_step ENABLE ROW LEVEL SECURITY;

-- The usual way of a case file, as a step of it asks for it: by action, from which state to which a login leads case files on, of
-- which class profiles and, on the handling axis, of which unit, what the log says of it, and what its rules demand: of a step that
-- begins a stage the minutes this has, after how many seconds it turns yellow and, of filing, those a filed case file is held for whoever filed it, of a result the number of
-- pictures. Only what the step can do in one statement is kept: a transition that is shipped so, of somebody with posts on one axis,
-- where no operating state moves a limit and the room's clock goes as fast as the server's. Everything else is found in known_step or
-- worked out.
CREATE TABLE room.known_way (
    login name NOT NULL,
    action text NOT NULL,
    -- The days on which it is so, as moments of the server's clock, to which the room's adds `ahead`.
    during tstzrange NOT NULL,
    ahead interval NOT NULL,
    subdistrict text NOT NULL,
    profiles text[] NOT NULL,
    unit text,
    state text NOT NULL,
    to_state text NOT NULL,
    staff_number text NOT NULL,
    role text NOT NULL,
    axis text NOT NULL,
    demands integer[],
    words text NOT NULL,
    PRIMARY KEY (login, action)
);
CREATE INDEX known_way_staff ON room.known_way (staff_number, action);
ALTER TABLE room.known_way ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION room.keep_ways(p_login name) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
DECLARE
    moment timestamptz := owner_now();
BEGIN
    INSERT INTO known_way
    SELECT DISTINCT ON (k.login, k.action)
           k.login, k.action, tstzrange((lower(k.days)::timestamp AT TIME ZONE 'Asia/Shanghai') - clock.ahead,
                                        (upper(k.days)::timestamp AT TIME ZONE 'Asia/Shanghai') - clock.ahead), clock.ahead,
           (k.person).subdistrict, array_agg(k.profile ORDER BY k.profile), CASE WHEN w.axis = 'handler' THEN (k.person).department_code END,
           k.state, (k.rule).to_state, (k.person).staff_number, (k.rule).role, w.axis,
           CASE WHEN w.pictures IS NULL THEN ARRAY[stage.minutes, stage.minutes * 60 * (100 - coalesce(yellow.percent, 25)) / 100, claim.minutes] ELSE ARRAY[demand.pictures] END,
           log_words((k.person).subdistrict, k.action, k.state, (k.rule).to_state, k.login, (k.person).staff_number, (k.rule).role,
                     w.axis, false, NULL)
    FROM known_step k JOIN class_profile p USING (profile)
    JOIN (VALUES ('file', 'supervision', 'filing_condition', 'start_dispatch', NULL),
                 ('dispatch', 'command', 'department', 'start_handle', NULL),
                 ('assign', 'handler', 'worker', 'none', NULL),
                 ('submit_handling', 'handler', 'assigned_worker photo_after', 'none', 'handling_photos'),
                 ('confirm_handling', 'handler', 'none', 'stop', NULL),
                 ('forward_to_supervision', 'command', 'none', 'stop', NULL),
                 ('send_check', 'supervision', 'collector_differs', 'start_check', NULL),
                 ('check_result', 'supervision', 'check_result check_evidence', 'stop', 'check_photos'),
                 ('close', 'supervision', 'closing', 'stop', NULL))
        AS w (action, axis, guard, clock_effect, pictures)
        ON w.action = k.action AND w.axis = (k.rule).axis AND w.guard = (k.rule).guard AND w.clock_effect = (k.rule).clock_effect
    -- Seconds, and no days, which are as long as the time zone of a session makes them.
    CROSS JOIN LATERAL (SELECT make_interval(secs => coalesce(
        extract(epoch FROM (k.info).demo_room_time - (k.info).demo_server_time), 0)::double precision) AS ahead) clock
    LEFT JOIN LATERAL (
        SELECT l.minutes FROM stage_limit l WHERE l.profile IN (k.profile, 'default') AND 'start_' || l.stage = w.clock_effect
        ORDER BY l.profile = 'default' LIMIT 1) stage ON true
    LEFT JOIN LATERAL (
        SELECT l.amount AS percent FROM case_limit l WHERE l.profile IN (k.profile, 'default') AND l.rule = 'yellow_percent'
        ORDER BY l.profile = 'default' LIMIT 1) yellow ON true
    LEFT JOIN LATERAL (
        SELECT l.amount AS minutes FROM case_limit l WHERE l.profile IN (k.profile, 'default') AND l.rule = 'claim_minutes' AND w.action = 'file'
        ORDER BY l.profile = 'default' LIMIT 1) claim ON true
    LEFT JOIN LATERAL (
        SELECT l.amount AS pictures FROM case_limit l WHERE l.profile IN (k.profile, 'default') AND l.rule = w.pictures
        ORDER BY l.profile = 'default' LIMIT 1) demand ON true
    WHERE k.login = coalesce(p_login, k.login) AND (k.rule).from_state = k.state AND (k.rule).to_state NOT IN ('=', 'previous', k.state)
      AND NOT (k.rule).reason_required AND k.pending IN ('*', 'none') AND (k.rule).pending_to IN ('=', 'none')
      AND NOT (k.person).both_axes AND (k.info).demo_rate = 1
      AND CASE w.axis WHEN 'handler' THEN (k.person).department_code IS NOT NULL ELSE (k.person).sees_all END
      AND (w.clock_effect NOT LIKE 'start%' OR NOT EXISTS (
          SELECT FROM area_state a WHERE a.subdistrict = (k.person).subdistrict AND a.state <> 'normal'
          AND (upper_inf(a.valid) OR upper(a.valid) > moment)))
    GROUP BY k.login, k.action, k.state, k.days, k.person, k.rule, clock.ahead, w.axis, w.pictures, stage.minutes, claim.minutes, demand.pictures,
             yellow.percent
    ORDER BY k.login, k.action, bool_or(p.is_default) DESC, k.state;
END
$body$;

-- The lock is asked for by itself: whoever waits for it sees what the other has changed.
CREATE FUNCTION room.keep_steps(p_login name DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    LOCK TABLE known_step IN ROW EXCLUSIVE MODE;
    INSERT INTO known_step
    SELECT DISTINCT ON (k.login, p.profile, t.action, s.state)
           k.login, p.profile, t.action, s.state, t.pending_from, k.days, k.person, t, i
    FROM known_login k CROSS JOIN room_info i CROSS JOIN class_profile p
    JOIN case_transition t ON t.role = ANY ((k.person).roles)
        AND t.profile = coalesce((SELECT min(o.profile) FROM case_transition o WHERE o.profile = p.profile), 'default')
    JOIN case_state s ON s.state = t.from_state OR (t.from_state = '*' AND s.is_open)
    WHERE k.login = coalesce(p_login, k.login) AND NOT EXISTS (
        SELECT FROM case_transition o
        WHERE o.profile = t.profile AND o.action = t.action AND o.role = ANY ((k.person).roles)
          AND (o.from_state = s.state OR (o.from_state = '*' AND s.is_open)) AND o.pending_from <> t.pending_from)
    ORDER BY k.login, p.profile, t.action, s.state, t.position;
    PERFORM keep_ways(p_login);
END
$body$;
CREATE FUNCTION room.keep_login_steps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM known_step WHERE login = OLD.login;
        DELETE FROM known_way WHERE login = OLD.login;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM keep_steps(NEW.login);
    END IF;
    RETURN NULL;
END
$body$;
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE ON room.known_login FOR EACH ROW EXECUTE FUNCTION room.keep_login_steps();
-- A transaction that looks at an older state keeps nothing, and leaves nothing of what it does not see.
CREATE FUNCTION room.keep_all_steps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        TRUNCATE known_step, known_way;
        RETURN NULL;
    END IF;
    LOCK TABLE known_step IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM known_step;
    DELETE FROM known_way;
    PERFORM keep_steps();
    RETURN NULL;
END
$body$;
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.case_transition
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.class_profile
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.case_state
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.case_limit
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.stage_limit
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();
CREATE TRIGGER steps AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.area_state
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();
CREATE TRIGGER steps AFTER UPDATE ON room.room_info
    FOR EACH STATEMENT EXECUTE FUNCTION room.keep_all_steps();

CREATE FUNCTION room.owner_who() RETURNS room.person
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    answer room.person := (
        SELECT k.person FROM room.known_login k CROSS JOIN room.room_info i
        WHERE k.login = session_user AND k.days @> (room.clock_of(i) AT TIME ZONE 'Asia/Shanghai')::date);
BEGIN
    IF answer.staff_number IS NULL THEN
        answer := room.person_on(session_user, (room.owner_now() AT TIME ZONE 'Asia/Shanghai')::date);
    END IF;
    IF answer.staff_number IS NULL THEN
        answer.roles := ARRAY[]::text[]; answer.sees_all := false; answer.both_axes := false;
    END IF;
    RETURN answer;
END
$body$;
CREATE FUNCTION room.who() RETURNS room.person
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN owner_who(); END $body$;

CREATE FUNCTION room.me() RETURNS room.staff
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
DECLARE
    today date := room_today();
    answer staff;
BEGIN
    SELECT * INTO answer FROM staff s
    WHERE s.login = session_user AND s.valid_from <= today AND (s.valid_to IS NULL OR s.valid_to >= today);
    RETURN answer;
END
$body$;

CREATE FUNCTION room.my_subdistrict() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN (me()).subdistrict; END $body$;

CREATE FUNCTION room.my_department() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN (me()).department_code; END $body$;

CREATE FUNCTION room.my_roles() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN coalesce((who()).roles, ARRAY[]::text[]); END $body$;

CREATE FUNCTION room.sees_whole_subdistrict() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN coalesce((who()).sees_all, false); END $body$;

-- The resident service, and the superuser of a private room.
CREATE FUNCTION room.is_service() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN pg_has_role(session_user, 'room_service', 'MEMBER'); END $body$;

-- A database is made as demo before its first case file; from then on its clock cannot be turned into a demo clock or back.
CREATE FUNCTION room.keep_room_info() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    IF TG_OP <> 'UPDATE' OR NEW.srid <> OLD.srid OR NEW.created_at <> OLD.created_at
       OR (NEW.is_demo <> OLD.is_demo AND EXISTS (SELECT 1 FROM case_file)) THEN
        PERFORM refuse('append_only', jsonb_build_object('table', TG_TABLE_NAME, 'operation', lower(TG_OP)));
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON room.room_info FOR EACH ROW EXECUTE FUNCTION room.keep_room_info();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON room.room_info FOR EACH STATEMENT EXECUTE FUNCTION room.keep_room_info();

-- True where a login sees a case file, or an entry of the room's log: asked by policies, row by row.
CREATE FUNCTION room.sees_case(p_case bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER COST 0.01 SET search_path = room, pg_temp
AS $body$
DECLARE
    person person := owner_who();
BEGIN
    RETURN (SELECT true FROM case_file c WHERE c.subdistrict = person.subdistrict AND c.case_id = p_case
            AND (person.sees_all OR c.department_code = person.department_code));
END
$body$;
CREATE FUNCTION room.sees_entry(p_subject text, p_case bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER COST 0.01 SET search_path = room, pg_temp
AS $body$ BEGIN RETURN CASE WHEN p_subject = 'delivery' THEN sees_case(p_case) END; END $body$;

-- A row's conditions are asked in the order of what the planner takes them to cost, and those of the query's own that run nobody's code
-- (text_lt, starts_with, =) may come before the policy's: then EXPLAIN (ANALYZE) tells by "never executed" whether a row that nobody may
-- see begins with an A, an AB, an ABC. So whatever hides a row costs less than any comparison: half of one, as the planner has it, is an
-- = ANY of one value, and next to nothing a function that says so of itself; of what costs the same the policy's is asked first. IS TRUE
-- keeps the planner from taking the two for one. Every helper sits in a sub-select, so that it runs once a query and not once a row.
DO $policies$
DECLARE
    here constant text := 'subdistrict = (SELECT room.my_subdistrict())
        AND (subdistrict = ANY (ARRAY[(SELECT room.my_subdistrict())])) IS TRUE';
    all_of_it constant text := ' AND (SELECT room.sees_whole_subdistrict())';
    unit constant text := ' AND ((SELECT room.sees_whole_subdistrict()) OR department_code = ANY (ARRAY[(SELECT room.my_department())]))';
    of_case constant text := ' AND ((SELECT room.sees_whole_subdistrict()) OR room.sees_case(case_id))';
    fresh constant text := ' AND expires_at > ANY (ARRAY[(SELECT room.room_now())])';
    item record;
BEGIN
    FOR item IN
        -- Rows that concern everybody in the subdistrict.
        SELECT unnest(ARRAY['setting', 'staff', 'staff_role', 'roster', 'responsibility', 'area_state', 'reading', 'rule_state', 'alarm',
                            'alarm_log', 'log_seal', 'log_seal_head', 'evaluation_period', 'import_batch', 'import_row']) AS name, '' AS more
        UNION ALL
        SELECT unnest(ARRAY['staff_position', 'handover', 'analysis_result', 'patrol_plan', 'patrol_route', 'patrol_leg', 'patrol_stop',
                            'patrol_left_out']), all_of_it
        UNION ALL
        SELECT unnest(ARRAY['case_file', 'outbox', 'area_action']), unit
        UNION ALL
        SELECT unnest(ARRAY['case_log', 'case_attachment', 'escalation']), of_case
        UNION ALL
        VALUES ('reporter_contact', fresh || ' AND (SELECT room.my_roles() && ARRAY[''acceptor'', ''shift_leader''])'),
               ('patrol_track', fresh || ' AND (SELECT room.my_roles() && ARRAY[''evaluator'', ''shift_leader''])'),
               -- Says of a case file no more than that something changed; desks search it backwards, so nothing is called for a row.
               ('change', ' AND (departments IS NULL OR (SELECT room.sees_whole_subdistrict())
                   OR (SELECT room.my_department()) = ANY (departments))'),
               ('room_log', ' AND ((SELECT room.my_roles() && ARRAY[''acceptor'', ''shift_leader'']) OR subject <> ALL (ARRAY[''callback'']))
                   AND ((SELECT room.my_roles() && ARRAY[''evaluator'', ''shift_leader'']) OR subject <> ALL (ARRAY[''track'']))
                   AND ((SELECT room.sees_whole_subdistrict()) OR room.sees_entry(subject, case_id))')
    LOOP
        EXECUTE format('ALTER TABLE room.%I ENABLE ROW LEVEL SECURITY', item.name);
        EXECUTE format('CREATE POLICY scope ON room.%I FOR SELECT TO room_desk USING (', item.name) || here || item.more || ')';
    END LOOP;
END
$policies$;

-- EXPLAIN estimates by what is known of all rows, those included that row security hides: asked often enough it would spell out
-- names and telephone numbers. So nothing is known of what people are called, where they are reached and what they wrote.
DO $untold$
DECLARE
    item record;
BEGIN
    FOR item IN
        SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'room'::regnamespace AND c.relrowsecurity AND a.attname IN (
            'name', 'phone', 'recipient', 'address', 'description', 'reason', 'shelve_reason', 'remark', 'answer', 'file_name')
    LOOP
        EXECUTE format('ALTER TABLE room.%I ALTER COLUMN %I SET STATISTICS 0', item.relname, item.attname);
    END LOOP;
END
$untold$;

-- One owner for everything that must survive; it cannot log in.
DO $owner$
DECLARE
    item record;
BEGIN
    IF NOT pg_has_role(current_user, 'room_owner', 'MEMBER') THEN
        EXECUTE format('GRANT room_owner TO %I', current_user);
    END IF;
    ALTER SCHEMA room OWNER TO room_owner;
    FOR item IN SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'room'::regnamespace AND c.relkind IN ('r', 'p', 'v')
    LOOP
        EXECUTE format('ALTER TABLE room.%I OWNER TO room_owner', item.relname);
    END LOOP;
    FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.pronamespace = 'room'::regnamespace
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO room_owner', item.signature);
    END LOOP;
END
$owner$;
ALTER TYPE room.person OWNER TO room_owner;
REVOKE ALL ON SCHEMA room FROM PUBLIC;
-- The functions look into public for PostGIS, so nobody else may put anything there.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA room FROM PUBLIC;
