-- What changed, with the transaction that changed it: a reader takes the rows visible now and not before.
CREATE TABLE room.change (
    subdistrict text NOT NULL,
    change_no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    subject text NOT NULL CHECK (subject IN
        ('case', 'alarm', 'staff', 'area', 'component', 'grid', 'street', 'building', 'division', 'sensor')),
    key text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (subdistrict, change_no)
);
CREATE INDEX change_xid ON room.change (xid);
CREATE INDEX change_at ON room.change (at);
-- A desk whose last position is older than this must load everything again.
CREATE TABLE room.change_floor (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    xid xid8 NOT NULL
);
INSERT INTO room.change_floor (xid) VALUES ('0'::xid8);

CREATE FUNCTION room.record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
DECLARE
    changed jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
    INSERT INTO change (subdistrict, subject, key)
    VALUES (changed ->> 'subdistrict', TG_ARGV[0], changed ->> TG_ARGV[1]);
    RETURN NULL;
END
$body$;
-- Static subjects change in bulk: one row a statement says that the layer must be drawn again.
CREATE FUNCTION room.record_bulk_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    INSERT INTO change (subdistrict, subject, key)
    SELECT d.code, TG_ARGV[0], '*' FROM division d WHERE d.level = 'subdistrict' AND d.subdistrict IS NOT NULL;
    RETURN NULL;
END
$body$;

CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.case_file
    FOR EACH ROW EXECUTE FUNCTION room.record_change('case', 'case_id');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.alarm
    FOR EACH ROW EXECUTE FUNCTION room.record_change('alarm', 'alarm_id');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.staff_position
    FOR EACH ROW EXECUTE FUNCTION room.record_change('staff', 'staff_number');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.area_state
    FOR EACH ROW EXECUTE FUNCTION room.record_change('area', 'area_code');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.component
    FOR EACH STATEMENT EXECUTE FUNCTION room.record_bulk_change('component');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.grid_version
    FOR EACH STATEMENT EXECUTE FUNCTION room.record_bulk_change('grid');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.street
    FOR EACH STATEMENT EXECUTE FUNCTION room.record_bulk_change('street');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.building
    FOR EACH STATEMENT EXECUTE FUNCTION room.record_bulk_change('building');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.division
    FOR EACH STATEMENT EXECUTE FUNCTION room.record_bulk_change('division');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.sensor
    FOR EACH STATEMENT EXECUTE FUNCTION room.record_bulk_change('sensor');

CREATE TABLE room.service_heartbeat (
    node text PRIMARY KEY,
    started_at timestamptz NOT NULL,
    at timestamptz NOT NULL,
    leads boolean NOT NULL,
    version text NOT NULL,
    note text
);

-- Staged rows of an import: checked by the database before anything is changed.
CREATE TABLE room.import_batch (
    subdistrict text NOT NULL,
    batch_id uuid NOT NULL DEFAULT gen_random_uuid(),
    subject text NOT NULL CHECK (subject IN ('street', 'building', 'division', 'component', 'unit_grid')),
    source text NOT NULL,
    options jsonb NOT NULL DEFAULT jsonb_build_object(),
    started_at timestamptz NOT NULL,
    started_by text NOT NULL,
    applied_at timestamptz,
    result jsonb,
    PRIMARY KEY (subdistrict, batch_id)
);
CREATE TABLE room.import_row (
    subdistrict text NOT NULL,
    batch_id uuid NOT NULL,
    feature_no bigint NOT NULL,
    source_id text,
    fields jsonb NOT NULL,
    geom geometry,
    PRIMARY KEY (subdistrict, batch_id, feature_no),
    FOREIGN KEY (subdistrict, batch_id) REFERENCES room.import_batch ON DELETE CASCADE
);
