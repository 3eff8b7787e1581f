-- Desks read; nobody writes but through the functions. The owner of everything cannot log in.
DO $owner$
DECLARE
    item record;
BEGIN
    ALTER SCHEMA desk OWNER TO room_owner;
    FOR item IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind = 'v' LOOP
        EXECUTE format('ALTER VIEW desk.%I OWNER TO room_owner', item.relname);
    END LOOP;
    FOR item IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind = 'c' LOOP
        EXECUTE format('ALTER TYPE desk.%I OWNER TO room_owner', item.relname);
    END LOOP;
    FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO room_owner', item.signature);
    END LOOP;
END
$owner$;

REVOKE ALL ON ALL TABLES IN SCHEMA room, desk FROM PUBLIC, room_desk;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
GRANT USAGE ON SCHEMA room, desk TO room_desk;
DO $read$
DECLARE
    item record;
BEGIN
    -- Partitions are read through their table alone: row security of the table does not hold for them. The import stage is
    -- nobody's business, nor is who each login is; neither are logins, webhook addresses (they hold keys) and requests.
    FOR item IN
        SELECT n.nspname, c.relname, CASE WHEN bool_or(hidden) THEN
            '(' || string_agg(quote_ident(a.attname), ', ') FILTER (WHERE NOT hidden) || ')' ELSE '' END AS columns
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        CROSS JOIN LATERAL (SELECT a.attname IN ('login', 'webhook_url', 'request_id') AS hidden) h
        WHERE n.nspname IN ('room', 'desk') AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
          AND c.relname NOT IN ('import_batch', 'import_row', 'known_login', 'known_step', 'known_unit', 'known_way')
        GROUP BY n.nspname, c.relname
    LOOP
        EXECUTE format('GRANT SELECT %s ON %I.%I TO room_desk', item.columns, item.nspname, item.relname);
    END LOOP;
END
$read$;
GRANT EXECUTE ON FUNCTION room.me(), room.my_subdistrict(), room.my_department(), room.my_roles(), room.sees_whole_subdistrict(),
    room.sees_case(bigint), room.sees_entry(text, bigint), room.room_now(), room.room_today() TO room_desk;

GRANT EXECUTE ON FUNCTION desk.whoami(), desk.deadline(timestamptz, numeric, text, text), desk.locate(text, geometry),
    desk.case_step(text, bigint, text, jsonb, integer, uuid),
    desk.claim_case(text, bigint), desk.release_case(text, bigint), desk.lock_period(date, date),
    desk.report_case(jsonb, uuid), desk.attach(bigint, text, text, text, bytea), desk.recommend(bigint),
    desk.escalation_of(bigint), desk.stage_limit_of(bigint), desk.deadline_if_extended(bigint), desk.notice_hand(uuid, text), desk.response_scene(integer),
    desk.route_to_unit(bigint, text), desk.newest_step(), desk.cases_by_number(text, integer),
    desk.nearby_duplicates(text, text, double precision, double precision, double precision, integer),
    desk.indicator_units(timestamptz, timestamptz), desk.indicator_flow(timestamptz, timestamptz, text),
    desk.indicator_ages(double precision[]), desk.indicator_figures(timestamptz, timestamptz),
    desk.indicator_cases(text, timestamptz, timestamptz, text, integer, text, text),
    desk.indicator_collectors(timestamptz, timestamptz), desk.indicator_grids(timestamptz, timestamptz),
    desk.indicator_areas(timestamptz, timestamptz), desk.duty_board(),
    desk.verify_log(text, bigint), desk.seal_log(text, text), desk.alarm_step(bigint, text, jsonb, integer, uuid),
    desk.move_staff(text, double precision, double precision, timestamptz), desk.set_area_state(text, text, text, text, timestamptz),
    desk.take_area_action(text, text, text, jsonb, uuid), desk.holds_now(bigint, text, text),
    desk.outbox_answer(uuid, text, text, text), desk.outbox_hand(bigint, text, text), desk.outbox_again(uuid),
    desk.set_setting(text, jsonb), desk.try_keeping(), desk.reporter_of(bigint), desk.called_back(bigint, boolean, text), desk.verify_room_log(text), desk.left_open(),
    desk.handover_prepare(), desk.handover_write(bigint, jsonb, integer), desk.hand_over(bigint, jsonb, text, integer),
    desk.handover_withdraw(bigint, integer), desk.handover_acknowledge(bigint, text, integer),
    desk.save_result(text, text, jsonb, text, bytea, boolean), desk.delete_result(text), desk.keep_track(text, geometry),
    desk.save_patrol(jsonb, uuid), desk.publish_patrol(bigint, integer), desk.withdraw_patrol(bigint, integer),
    desk.assign_patrol(bigint, integer, text, integer), desk.delete_patrol(bigint, integer), desk.compare_patrols(bigint, bigint),
    desk.draw_grids(integer, uuid)
    TO room_desk;
GRANT EXECUTE ON FUNCTION desk.ingest_readings(text, jsonb), desk.heartbeat(text, boolean, text), desk.roll_partitions(),
    desk.trim_changes(interval), desk.has_news(pg_snapshot), desk.resume_due(), desk.keep_logins(), desk.expire_contacts(), desk.expire_tracks(), desk.subdistricts(),
    desk.end_open(interval, interval), desk.due_webhooks(integer), desk.escalate_due(integer), desk.withdraw_orders(integer),
    desk.webhook_result(uuid, text, text) TO room_service;
GRANT EXECUTE ON FUNCTION desk.import_begin(text, text, jsonb), desk.import_rows(uuid, jsonb), desk.import_check(uuid),
    desk.import_apply(uuid), desk.import_scope(text) TO room_planner, room_admin;

-- What every login of the server has unless it is taken back. Who is neither the server's administrator nor the database's owner
-- cannot take it: then PostgreSQL warns, and `community-brain verify` says what to do. The room's own functions keep what they need,
-- as their owner has it; the resident service keeps the lock of the one that leads.
DO $shut$
DECLARE
    item record;
BEGIN
    BEGIN
        -- For desk.end_open(), whose owner is no administrator.
        GRANT pg_read_all_stats, pg_signal_backend TO room_owner;
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'sessions that leave a transaction open cannot be ended: room_owner needs pg_read_all_stats and pg_signal_backend';
    END;
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO room_owner', current_database());
    FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.proname ~ '^pg_(try_)?advisory_(xact_)?lock' LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO room_owner', item.signature);
    END LOOP;
    GRANT EXECUTE ON FUNCTION pg_try_advisory_lock(bigint) TO room_service;
    FOR item IN SELECT * FROM desk.left_open() o WHERE o.kind NOT IN ('idle', 'prepared') LOOP
        EXECUTE CASE item.kind
            WHEN 'temporary' THEN format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', item.name)
            WHEN 'create' THEN format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', item.name)
            ELSE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', item.name) END;
    END LOOP;
END
$shut$;

-- With row security a GiST index is used only through leakproof operators (1M points: 122 ms without, 2 ms with).
-- Marking a function leakproof needs a superuser; elsewhere the layers work, slower, and the notice says why. It is here because no
-- dump carries the mark: whoever restores a room makes this layer again.
DO $leakproof$
BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        ALTER FUNCTION public.geometry_overlaps(geometry, geometry) LEAKPROOF;
    ELSE
        RAISE NOTICE 'geometry_overlaps stays without LEAKPROOF: only a superuser may mark it; case layers will not use their spatial index';
    END IF;
END
$leakproof$;
