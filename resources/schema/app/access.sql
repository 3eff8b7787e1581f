-- Desks read; nobody writes but through the functions. The owner of everything cannot log in.
DO $owner$
DECLARE
    item record;
BEGIN
    ALTER SCHEMA desk OWNER TO room_owner;
    FOR item IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind = 'v' LOOP
        EXECUTE format('ALTER VIEW desk.%I OWNER TO room_owner', item.relname);
    END LOOP;
    FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO room_owner', item.signature);
    END LOOP;
END
$owner$;

REVOKE ALL ON ALL TABLES IN SCHEMA room, desk FROM PUBLIC, room_desk;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
GRANT USAGE ON SCHEMA room, desk TO room_desk;
GRANT SELECT ON ALL TABLES IN SCHEMA room, desk TO room_desk;
-- Logins and the import stage are nobody's business.
REVOKE SELECT ON room.import_batch, room.import_row, room.staff FROM room_desk;
GRANT SELECT (subdistrict, staff_number, name, department_code, phone, valid_from, valid_to) ON room.staff TO room_desk;
GRANT EXECUTE ON FUNCTION room.me(), room.my_subdistrict(), room.my_department(), room.my_roles(), room.sees_whole_subdistrict(),
    room.room_now() TO room_desk;

GRANT EXECUTE ON FUNCTION desk.whoami(), desk.deadline(timestamptz, numeric, text, text), desk.setting_text(text, text, text),
    desk.class_profile(text), desk.locate(text, geometry), desk.case_step(text, bigint, text, jsonb, integer, uuid),
    desk.report_case(jsonb, uuid), desk.attach(bigint, text, text, text, bytea), desk.recommend(bigint),
    desk.nearby_duplicates(text, double precision, double precision, double precision, integer),
    desk.verify_log(text, bigint), desk.seal_log(text, text), desk.alarm_step(bigint, text, jsonb, integer, uuid),
    desk.move_staff(text, double precision, double precision, timestamptz), desk.set_area_state(text, text, text, text),
    desk.outbox_answer(uuid, boolean, text)
    TO room_desk;
GRANT EXECUTE ON FUNCTION desk.ingest_readings(text, jsonb), desk.heartbeat(text, boolean, text), desk.roll_partitions(),
    desk.trim_changes(interval), desk.expire_contacts(), desk.subdistricts(), desk.due_webhooks(integer) TO room_service;
