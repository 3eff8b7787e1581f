-- What the resident service may do, and nothing else.
CREATE FUNCTION desk.require_service() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    IF NOT is_service() THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'service', 'role', 'service'));
    END IF;
END
$body$;

CREATE FUNCTION desk.heartbeat(p_node text, p_leads boolean, p_version text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM require_service();
    INSERT INTO service_heartbeat (node, started_at, at, leads, version)
    VALUES (p_node, clock_timestamp(), clock_timestamp(), p_leads, p_version)
    ON CONFLICT (node) DO UPDATE SET at = EXCLUDED.at, leads = EXCLUDED.leads, version = EXCLUDED.version;
    DELETE FROM service_heartbeat WHERE at < clock_timestamp() - interval '1 day';
END
$body$;

-- Write something and take it back. A server that keeps nothing (a full disk, a standby) shows it in writing only, and a
-- small row may still find room in a page that is there: so it is one that needs pages of its own. Fails as any writing
-- would.
CREATE FUNCTION desk.try_keeping() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    INSERT INTO keeping_trial (payload) VALUES (repeat('x', 65536));
    RAISE EXCEPTION USING ERRCODE = 'CB002';
EXCEPTION WHEN SQLSTATE 'CB002' THEN
    RETURN;
END
$body$;

-- The partition a moment belongs to: months are cut in UTC, so no session's time zone moves the cuts.
CREATE FUNCTION desk.reading_partition(p_at timestamptz) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = room, desk, pg_temp
AS $body$ BEGIN RETURN 'reading_' || to_char(p_at AT TIME ZONE 'UTC', 'YYYYMM'); END $body$;

-- Monthly partitions of readings from a moment on to two months ahead. Returns how many were made. The cuts are written as text:
-- in another style of dates a zone has letters, and China's (CST) are read back as America's.
CREATE FUNCTION desk.make_partitions(p_from timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp SET datestyle = 'ISO, YMD'
AS $body$
DECLARE
    month timestamp := date_trunc('month', p_from AT TIME ZONE 'UTC');
    part_name text;
    made integer := 0;
BEGIN
    WHILE month <= (room_now() AT TIME ZONE 'UTC') + interval '2 months' LOOP
        part_name := reading_partition(month AT TIME ZONE 'UTC');
        IF to_regclass('room.' || part_name) IS NULL THEN
            EXECUTE format('CREATE TABLE room.%I PARTITION OF room.reading FOR VALUES FROM (%L) TO (%L)',
                part_name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
            made := made + 1;
        END IF;
        month := month + interval '1 month';
    END LOOP;
    RETURN made;
END
$body$;

-- Make the partitions that will be needed and drop those past the retention (setting `reading_months`, 12 where none is
-- set; the longest of all subdistricts counts). Returns how many were made or dropped. It needs the table for itself, and whoever comes
-- after it waits with it: where a session holds the readings it gives up soon, and is called again within the hour.
CREATE FUNCTION desk.roll_partitions() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp SET lock_timeout = '1s'
AS $body$
DECLARE
    keep_months integer := coalesce((SELECT max((value #>> ARRAY[]::text[])::integer) FROM setting WHERE key = 'reading_months'), 12);
    changed integer;
    old record;
BEGIN
    PERFORM require_service();
    changed := make_partitions(room_now() - interval '1 month');
    FOR old IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'room.reading'::regclass
          AND c.relname < reading_partition((room_now() AT TIME ZONE 'UTC' - make_interval(months => keep_months)) AT TIME ZONE 'UTC')
    LOOP
        EXECUTE format('DROP TABLE room.%I', old.relname);
        changed := changed + 1;
    END LOOP;
    RETURN changed;
END
$body$;

-- Whether anything changed that a snapshot had not seen: begun since, or running then and committed now.
CREATE FUNCTION desk.has_news(p_since pg_snapshot) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    running xid8[] := ARRAY(SELECT pg_snapshot_xip(p_since));
BEGIN
    PERFORM require_service();
    RETURN EXISTS (SELECT FROM news n WHERE n.xid >= pg_snapshot_xmax(p_since))
        OR (cardinality(running) > 0 AND EXISTS (SELECT FROM news n WHERE n.xid = ANY (running)));
END
$body$;

-- Forget changes every desk has long seen. The floor is the newest transaction of which something was forgotten: a desk
-- whose last snapshot did not see all transactions up to it loads everything again.
CREATE FUNCTION desk.trim_changes(p_keep interval DEFAULT interval '6 hours') RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    removed bigint;
    newest xid8;
BEGIN
    PERFORM require_service();
    IF NOT p_keep BETWEEN interval '0' AND interval '10 years' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'keep', 'value', p_keep));
    END IF;
    WITH gone AS (DELETE FROM change WHERE at < clock_timestamp() - p_keep RETURNING xid)
    SELECT count(*), max(xid) FILTER (WHERE xid < pg_snapshot_xmax(pg_current_snapshot())) INTO removed, newest FROM gone;
    -- A floor that no transaction has reached yet came with the dump of another database.
    UPDATE change_floor SET xid = coalesce(newest, '0') WHERE xid < newest OR xid >= pg_snapshot_xmax(pg_current_snapshot());
    RETURN removed;
END
$body$;

-- End the sessions that leave open what they have written: until they end it nobody else can take a step of that case file, and what
-- they enter would bear a moment long past. They may be silent for a minute, and so may those that listen to what the service says and
-- do not take it; whoever goes on, and whoever only reads (no migration gets past a reader, and nothing that changed since is cleared
-- away), has an hour. What is said waits on the server's disk for the slowest of those that listen, whoever says it: once far more waits
-- than the service ever says, all of them have less. Returns how many were ended; the server's log names them. Where room_owner may not
-- end sessions nobody is ended, and `community-brain verify` says so.
CREATE FUNCTION desk.end_open(p_silent interval DEFAULT interval '1 minute', p_whole interval DEFAULT interval '1 hour') RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    waiting double precision := pg_notification_queue_usage();
    silent interval := CASE WHEN waiting > 0.01 THEN p_silent / 6 ELSE p_silent END;
    whole interval := CASE WHEN waiting > 0.25 THEN p_silent / 6 WHEN waiting > 0.01 THEN p_silent ELSE p_whole END;
BEGIN
    PERFORM require_service();
    IF (p_silent BETWEEN interval '0' AND interval '1 day' AND p_whole BETWEEN interval '0' AND interval '1 day') IS NOT TRUE THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'silent', 'value', p_silent));
    ELSIF NOT pg_has_role('pg_signal_backend', 'USAGE') THEN
        RETURN 0;
    END IF;
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))
            FROM pg_stat_activity a JOIN staff s ON s.login = a.usename JOIN pg_roles r ON r.oid = a.usesysid AND NOT r.rolsuper
            WHERE a.datname = current_database() AND (
                (a.state LIKE 'idle in transaction%' AND (a.backend_xid IS NOT NULL OR waiting > 0.01)
                 AND a.state_change <= clock_timestamp() - silent)
                -- Idle, and yet amid a transaction: it is being told, and does not listen.
                OR (a.state = 'idle' AND a.xact_start <= clock_timestamp() - silent)
                OR a.xact_start <= clock_timestamp() - whole));
END
$body$;

CREATE FUNCTION desk.subdistricts() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT code FROM division WHERE level = 'subdistrict' AND subdistrict = code AND valid_to IS NULL
$body$;

-- Keep again who has logins whose posts changed with the day. Returns how many were kept.
CREATE FUNCTION desk.keep_logins() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    today date := room_today();
    s record;
    kept bigint := 0;
BEGIN
    PERFORM require_service();
    FOR s IN
        SELECT f.subdistrict, f.staff_number FROM staff f
        WHERE f.login IS NOT NULL AND f.valid_from <= today AND (f.valid_to IS NULL OR f.valid_to >= today)
          AND NOT EXISTS (SELECT 1 FROM known_login k WHERE k.login = f.login AND k.days @> today)
        ORDER BY f.subdistrict, f.staff_number
    LOOP
        PERFORM keep_login(s.subdistrict, s.staff_number);
        kept := kept + 1;
    END LOOP;
    RETURN kept;
END
$body$;
