-- Extensions and schemas. `room` holds what must never be lost; `desk` holds what can be dropped and made again.
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA room;

-- Group roles belong to the whole cluster, so a second database finds them already there.
DO $roles$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY[
        'room_owner', 'room_desk', 'room_acceptor', 'room_shift_leader', 'room_collector', 'room_evaluator',
        'room_dispatcher', 'room_department', 'room_worker', 'room_analyst', 'room_planner', 'room_service', 'room_admin']
    LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    BEGIN
        CREATE ROLE community_brain_service LOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
    END;
    GRANT room_desk TO room_acceptor, room_shift_leader, room_collector, room_evaluator, room_dispatcher,
        room_department, room_worker, room_analyst, room_planner, room_admin, room_service;
    GRANT room_service TO community_brain_service;
END
$roles$;

-- One row: what this database is.
CREATE TABLE room.room_info (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    srid integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    is_demo boolean NOT NULL DEFAULT false,
    demo_room_time timestamptz,
    demo_server_time timestamptz,
    demo_rate numeric NOT NULL DEFAULT 1 CHECK (demo_rate > 0),
    demo_seed bigint,
    demo_anchor date,
    CHECK (is_demo OR (demo_room_time IS NULL AND demo_rate = 1)),
    CHECK ((demo_room_time IS NULL) = (demo_server_time IS NULL))
);
INSERT INTO room.room_info (srid) VALUES ({srid});

-- Settings of a subdistrict: axes profile, yellow light, contact expiry and the like.
CREATE TABLE room.setting (
    subdistrict text NOT NULL,
    key text NOT NULL,
    value jsonb NOT NULL,
    PRIMARY KEY (subdistrict, key)
);

-- The one clock of the rules: the server's, moved and sped up only in databases made as demo. Whoever has read the room's row
-- asks it what time it is without another query.
CREATE FUNCTION room.clock_of(p_info room.room_info) RETURNS timestamptz
LANGUAGE sql VOLATILE
AS $body$
    SELECT CASE WHEN p_info.is_demo AND p_info.demo_room_time IS NOT NULL
                THEN p_info.demo_room_time + make_interval(
                    secs => (extract(epoch FROM clock_timestamp() - p_info.demo_server_time) * p_info.demo_rate)::double precision)
                ELSE clock_timestamp() END
$body$;
-- Functions that already run in the owner's rights read the clock here; everybody else through room_now().
CREATE FUNCTION room.owner_now() RETURNS timestamptz
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    RETURN (SELECT room.clock_of(i) FROM room.room_info i);
END
$body$;
CREATE FUNCTION room.room_now() RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$ BEGIN RETURN owner_now(); END $body$;

-- The room's day. Never current_date: that one moves with a time zone which any client may set.
CREATE FUNCTION room.room_today() RETURNS date
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    RETURN (room_now() AT TIME ZONE 'Asia/Shanghai')::date;
END
$body$;

-- Refuse with a code of the message catalogue and parameters: the client words them in its language.
CREATE FUNCTION room.refuse(p_code text, p_params jsonb DEFAULT jsonb_build_object()) RETURNS void
LANGUAGE plpgsql SET search_path = room, pg_temp
AS $body$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'CB001', DETAIL = p_params::text,
        MESSAGE = CASE WHEN p_code LIKE '%.%' THEN p_code ELSE 'room.' || p_code END;
END
$body$;

CREATE FUNCTION room.forbid_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = room, pg_temp
AS $body$
BEGIN
    PERFORM refuse('append_only', jsonb_build_object('table', TG_TABLE_NAME, 'operation', lower(TG_OP)));
    RETURN NULL;
END
$body$;
