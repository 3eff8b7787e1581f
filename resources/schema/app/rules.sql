-- A city's own rules: tables of them are read from files, checked as a whole, and put in or not at all.

-- Whether a text is a value of a type.
CREATE FUNCTION desk.is_value(p_text text, p_type regtype) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    -- A day begins with its year: of 01/02/2027 nobody knows which day it is.
    IF p_type = 'date'::regtype AND p_text !~ '^[0-9][0-9][0-9][0-9][-/]' THEN
        RETURN false;
    ELSIF p_type <> 'text'::regtype THEN
        EXECUTE format('SELECT %L::%s', p_text, p_type);
    END IF;
    RETURN true;
EXCEPTION WHEN data_exception THEN
    RETURN false;
END
$body$;

-- What the rows of a file replace as a whole: a profile's rows, a calendar, its hours, one year of a calendar, all that is said of the
-- course, the actions and the lists of operating states.
CREATE FUNCTION desk.rule_scope(p_table text, p_row jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$
    SELECT CASE p_table WHEN 'calendar_day' THEN (p_row ->> 'calendar') || ' ' || left(p_row ->> 'day', 4)
                        WHEN 'calendar_hours' THEN p_row ->> 'calendar' WHEN 'calendar' THEN p_row ->> 'calendar'
                        WHEN 'operating_task' THEN 'all' WHEN 'operating_transition' THEN 'all'
                        WHEN 'operating_action' THEN 'all' WHEN 'operating_state_action' THEN 'all' ELSE p_row ->> 'profile' END
$body$;

-- Refuse the first field that is missing, unknown or no value of its column, and rows of the program's own profile: a city has its
-- own, which no later version of the program touches.
CREATE FUNCTION desk.check_rule_rows(p_table text, p_rows jsonb) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM refuse('import.bad_row', jsonb_build_object('table', p_table, 'row', coalesce(r.n, 1), 'field', coalesce(a.attname, k.key),
        'value', r.item ->> coalesce(a.attname, k.key)))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    CROSS JOIN jsonb_object_keys(p_rows -> 0) k(key)
    FULL JOIN (SELECT c.attname::text, c.attnotnull, c.atttypid FROM pg_attribute c
               WHERE c.attrelid = format('room.%I', p_table)::regclass AND c.attnum > 0) a ON a.attname = k.key
    WHERE a.attname IS NULL OR k.key IS NULL
       OR CASE WHEN r.item ->> k.key IS NULL THEN a.attnotnull ELSE NOT is_value(r.item ->> k.key, a.atttypid::regtype) END
       OR (k.key = 'profile' AND r.item ->> k.key = 'default')
    ORDER BY r.n NULLS FIRST LIMIT 1;
END
$body$;

-- What no single row shows: from where a case file may come, and from where one stands now, a way must lead to closing, beside
-- force and the finder's quick close; and what the resident service does by itself must be there.
CREATE FUNCTION desk.check_ways(p_profile text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    reached text[];
    ending text[];
    missing record;
BEGIN
    WITH RECURSIVE way(state) AS (
        SELECT 'reported' UNION
        SELECT t.to_state FROM way w JOIN case_transition t ON t.profile = p_profile AND t.from_state = w.state
        WHERE t.to_state NOT IN ('=', 'previous'))
    SELECT array_agg(w.state) INTO reached FROM way w;
    -- A suspension leads back to where it began, which has to lead on itself.
    WITH RECURSIVE way(state) AS (
        SELECT unnest(ARRAY['closed', 'previous']) UNION
        SELECT t.from_state FROM way w JOIN case_transition t ON t.profile = p_profile AND t.to_state = w.state
        WHERE t.action <> 'quick_close' AND t.from_state <> '*' AND t.to_state <> 'suspended')
    SELECT array_agg(w.state) INTO ending FROM way w;
    SELECT s.state, count(f.case_id) AS cases INTO missing
    FROM case_state s LEFT JOIN case_file f ON f.state = s.state AND f.profile = p_profile AND f.closed_at IS NULL
    WHERE s.is_open AND s.state <> ALL (ending) AND (s.state = ANY (reached) OR f.case_id IS NOT NULL)
    GROUP BY s.state, s.position ORDER BY s.position LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('no_way_on', jsonb_build_object('profile', p_profile, 'state', missing.state, 'cases', missing.cases));
    END IF;
    SELECT d.action, d.from_state INTO missing FROM case_transition d
    WHERE d.profile = 'default' AND d.role = 'service' AND d.from_state = ANY (reached)
      AND (d.action = 'resume' OR (d.action = 'draw_recheck' AND EXISTS (
            SELECT FROM case_transition q WHERE q.profile = p_profile AND q.action = 'quick_close')))
      AND NOT EXISTS (SELECT FROM case_transition t WHERE t.profile = p_profile AND t.role = 'service' AND t.action = d.action
                      AND t.from_state = d.from_state)
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('no_service_step', jsonb_build_object('profile', p_profile, 'action', missing.action, 'state', missing.from_state));
    END IF;
END
$body$;

-- Refuse the first row that says what cannot be, though each of its values could: a make-up workday that is none, office hours twice,
-- a calendar in no time zone, one without hours for a profile (no limit would ever end), an action that is none of the seven, for a post there is none of, or in a state that does not ask for it.
CREATE FUNCTION desk.check_rule_sense(p_table text, p_rows jsonb[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    wrong record;
BEGIN
    SELECT r.n, f.fields, (SELECT string_agg(r.item ->> u.name, ', ') FROM unnest(f.fields) u(name)) AS value INTO wrong
    FROM unnest(p_rows) WITH ORDINALITY r(item, n)
    CROSS JOIN LATERAL (SELECT CASE p_table
        WHEN 'calendar_day' THEN CASE
            WHEN r.item ->> 'kind' = 'workday' AND extract(isodow FROM (r.item ->> 'day')::date) < 6 THEN ARRAY['day', 'kind'] END
        WHEN 'calendar_hours' THEN CASE WHEN EXISTS (
            SELECT FROM unnest(p_rows) WITH ORDINALITY o(item, n)
            WHERE o.n < r.n AND o.item ->> 'calendar' = r.item ->> 'calendar'
              AND (o.item ->> 'starts')::time < (r.item ->> 'ends')::time
              AND (r.item ->> 'starts')::time < (o.item ->> 'ends')::time) THEN ARRAY['starts', 'ends'] END
        WHEN 'calendar' THEN CASE
            WHEN r.item ->> 'timezone' NOT IN (SELECT z.name FROM pg_timezone_names z) THEN ARRAY['timezone'] END
        WHEN 'profile_calendar' THEN CASE
            WHEN r.item ->> 'profile' NOT IN (SELECT p.profile FROM class_profile p) THEN ARRAY['profile']
            WHEN r.item ->> 'calendar' NOT IN (SELECT h.calendar FROM calendar_hours h) THEN ARRAY['calendar'] END
        WHEN 'operating_action' THEN CASE
            WHEN r.item ->> 'action' NOT IN (SELECT a.action FROM operating_action a) THEN ARRAY['action']
            WHEN string_to_array(r.item ->> 'roles', ' ') <@ ARRAY(SELECT k.role FROM role k) THEN NULL ELSE ARRAY['roles'] END
        WHEN 'operating_state_action' THEN CASE
            WHEN r.item ->> 'action' NOT IN (SELECT a.action FROM operating_action a) THEN ARRAY['action'] END
        WHEN 'operating_task' THEN CASE WHEN (r.item ->> 'state', r.item ->> 'action') NOT IN (
            SELECT a.state, a.action FROM operating_state_action a) THEN ARRAY['state', 'action'] END END AS fields) f
    WHERE f.fields IS NOT NULL ORDER BY r.n LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('import.bad_row', jsonb_build_object('table', p_table, 'row', wrong.n, 'field', array_to_string(wrong.fields, ', '),
            'value', wrong.value));
    END IF;
END
$body$;

-- What the tables of operating states must hold together, once all that a city brings is in: an action that a state asks for, or
-- that was recorded, is there, and no state's list has a task of an action that the state does not ask for.
CREATE FUNCTION desk.check_operating_rules() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM refuse('action_missing', jsonb_build_object('operating_action', x.action))
    FROM (SELECT s.action FROM operating_state_action s UNION ALL SELECT d.action FROM area_action d) x
    WHERE x.action NOT IN (SELECT a.action FROM operating_action a) LIMIT 1;
    PERFORM refuse('state_action_in_use', jsonb_build_object('task', t.task, 'operating_action', t.action, 'operating_state', t.state))
    FROM operating_task t WHERE (t.state, t.action) NOT IN (SELECT a.state, a.action FROM operating_state_action a)
    ORDER BY t.position LIMIT 1;
END
$body$;

-- Put in some rows of a file, all at once, since what each login may do is worked out anew by each statement. The first that the
-- database does not take is named.
CREATE FUNCTION desk.insert_rules(p_table text, p_rows jsonb[], p_file jsonb[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    broken text;
    fields text[];
    place bigint;
BEGIN
    EXECUTE format('INSERT INTO room.%1$I SELECT (jsonb_populate_record(NULL::room.%1$I, w)).* FROM unnest($1) w', p_table) USING p_rows;
EXCEPTION WHEN integrity_constraint_violation THEN
    GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
    IF SQLSTATE <> '23505' AND cardinality(p_rows) > 1 THEN
        FOR n IN 1 .. cardinality(p_rows) LOOP
            PERFORM insert_rules(p_table, p_rows[n:n], p_file);
        END LOOP;
    END IF;
    SELECT array_agg(a.attname::text ORDER BY a.attnum) INTO fields
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
    WHERE k.conrelid = format('room.%I', p_table)::regclass AND k.conname = broken;
    SELECT max(n) INTO place FROM unnest(p_file) WITH ORDINALITY u(w, n)
    GROUP BY CASE SQLSTATE WHEN '23505' THEN ARRAY(SELECT w ->> f FROM unnest(fields) f) ELSE ARRAY[w::text] END
    HAVING CASE SQLSTATE WHEN '23505' THEN count(*) > 1 ELSE bool_or(w = p_rows[1]) END LIMIT 1;
    PERFORM refuse('import.bad_row', jsonb_build_object('table', p_table, 'row', place, 'field', array_to_string(fields, ', '),
        'value', (SELECT string_agg(p_file[place] ->> f, ', ' ORDER BY n) FROM unnest(fields) WITH ORDINALITY u(f, n))));
END
$body$;

-- Replace the rules of a profile, a calendar's hours or the named days of its years by the rows of a file: what differs is put in,
-- what is no longer there is taken out, limits that run already stay as they are. Answers how many rows were added and removed;
-- the log of every room says so. The owner of the database alone may.
CREATE FUNCTION desk.put_rules(p_table text, p_rows jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    wanted jsonb[];
    scopes text[];
    fresh jsonb[];
    removed bigint;
    added bigint;
BEGIN
    IF NOT pg_has_role(session_user, 'room_owner', 'MEMBER') THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'put_rules', 'role', 'admin'));
    ELSIF (p_table IN ('case_transition', 'case_limit', 'stage_limit', 'case_quick_class', 'class_condition', 'calendar', 'calendar_hours', 'calendar_day', 'profile_calendar',
                       'operating_stage_limit', 'operating_class_limit', 'operating_action', 'operating_state_action', 'operating_task',
                       'operating_transition')
           AND jsonb_typeof(p_rows) = 'array' AND jsonb_array_length(p_rows) BETWEEN 1 AND 20000) IS NOT TRUE THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'table', 'value', left(p_table, 40)));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('rules', 0));
    PERFORM check_rule_rows(p_table, p_rows);
    EXECUTE format('SELECT array_agg(to_jsonb(jsonb_populate_record(NULL::room.%I, r)) ORDER BY n)
        FROM jsonb_array_elements($1) WITH ORDINALITY e(r, n)', p_table) INTO wanted USING p_rows;
    PERFORM check_rule_sense(p_table, wanted);
    SELECT array_agg(DISTINCT rule_scope(p_table, w)) INTO scopes FROM unnest(wanted) w;
    IF p_table = 'calendar' THEN
        -- One that is written anew takes nothing along of what belongs to it.
        SET CONSTRAINTS calendar_hours_calendar_fkey, calendar_day_calendar_fkey, profile_calendar_calendar_fkey DEFERRED;
    END IF;
    EXECUTE format('DELETE FROM room.%I k WHERE desk.rule_scope(%L, to_jsonb(k)) = ANY ($1) AND to_jsonb(k) NOT IN (SELECT unnest($2))',
        p_table, p_table) USING scopes, wanted;
    GET DIAGNOSTICS removed = ROW_COUNT;
    EXECUTE format('SELECT array_agg(w ORDER BY n) FROM unnest($1) WITH ORDINALITY u(w, n)
        WHERE w NOT IN (SELECT to_jsonb(k) FROM room.%I k)', p_table) INTO fresh USING wanted;
    PERFORM insert_rules(p_table, fresh, wanted);
    IF p_table = 'calendar' THEN
        SET CONSTRAINTS calendar_hours_calendar_fkey, calendar_day_calendar_fkey, profile_calendar_calendar_fkey IMMEDIATE;
    END IF;
    added := coalesce(cardinality(fresh), 0);
    IF p_table = 'case_transition' THEN
        PERFORM check_ways(s) FROM unnest(scopes) s;
    ELSIF p_table = 'class_condition' THEN
        PERFORM refuse('condition_in_use', jsonb_build_object('case_number', f.case_number, 'class_code', f.class_code, 'condition', f.condition_no))
        FROM case_file f WHERE f.closed_at IS NULL AND f.profile = ANY (scopes) AND f.condition_no IS NOT NULL AND NOT EXISTS (
            SELECT FROM class_condition c WHERE c.profile = f.profile AND c.kind = f.kind AND c.class_code = f.class_code
            AND c.condition_no = f.condition_no) LIMIT 1;
    END IF;
    IF p_table = 'operating_task' THEN
        -- What was done stays readable: a task that was recorded ends by its last day, and is never taken out.
        PERFORM refuse('task_in_use', jsonb_build_object('task', x.task)) FROM area_action x
        WHERE x.task IS NOT NULL AND NOT EXISTS (SELECT FROM operating_task t WHERE t.task = x.task) LIMIT 1;
    END IF;
    IF removed + added > 0 THEN
        PERFORM enter_log(d.code, 'rules', p_table, 'set', NULL, NULL,
            jsonb_build_object('scopes', to_jsonb(scopes), 'removed', removed, 'added', added), room_now())
        FROM division d WHERE d.level = 'subdistrict' AND d.subdistrict = d.code;
    END IF;
    RETURN jsonb_build_object('removed', removed, 'added', added);
END
$body$;
