-- What changed beside the steps of case files, which the log tells, with the transaction that changed it: a reader takes the rows
-- visible now and not before (desk.news).
CREATE TABLE room.change (
    subdistrict text NOT NULL,
    change_no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    subject text NOT NULL,
    key text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    departments text[],
    PRIMARY KEY (subdistrict, change_no)
);
CREATE INDEX change_xid ON room.change (xid);
CREATE INDEX change_at ON room.change USING brin (at);
-- A bulk load writes thousands of rows under one transaction; the planner must not take that for the rule.
ALTER TABLE room.change ALTER COLUMN xid SET (n_distinct = -0.5);
ALTER TABLE room.change SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
-- A desk whose last snapshot did not see every transaction up to this one may have missed trimmed rows: it loads everything again.
CREATE TABLE room.change_floor (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    xid xid8 NOT NULL
);
INSERT INTO room.change_floor (xid) VALUES ('0'::xid8);

-- `departments` are the handling units that may know of a change: for a case file the unit before and the unit after, for
-- people none, NULL for everybody. Those who see the whole subdistrict see every row.
CREATE FUNCTION room.record_case_change() RETURNS trigger
LANGUAGE plpgsql
AS $body$
BEGIN
    INSERT INTO room.change (subdistrict, subject, key, departments)
    VALUES (coalesce(NEW.subdistrict, OLD.subdistrict), 'case', coalesce(NEW.case_id, OLD.case_id),
            ARRAY[OLD.department_code, NEW.department_code]);
    RETURN NULL;
END
$body$;
CREATE FUNCTION room.record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
DECLARE
    row_key text;
    units text[];
BEGIN
    CASE TG_ARGV[0]
    WHEN 'alarm' THEN row_key := coalesce(NEW.alarm_id, OLD.alarm_id);
    WHEN 'staff' THEN
        row_key := coalesce(NEW.staff_number, OLD.staff_number);
        units := ARRAY[]::text[];
    WHEN 'area' THEN row_key := coalesce(NEW.area_code, OLD.area_code);
    END CASE;
    INSERT INTO change (subdistrict, subject, key, departments)
    VALUES (coalesce(NEW.subdistrict, OLD.subdistrict), TG_ARGV[0], row_key, units);
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

CREATE TRIGGER live AFTER INSERT OR DELETE ON room.case_file
    FOR EACH ROW EXECUTE FUNCTION room.record_case_change();
-- A step is told by its row in the log. What no step changes is told by this; whoever changes anything else without a row in the log
-- tells it himself (a WHEN that asks which it is would cost each step a thirtieth).
CREATE TRIGGER live_update AFTER UPDATE OF case_number, profile, kind, class_code, component_identity, source, alarm_id,
    unit_grid_code, community_code, address, description, geom, first_found_at, claimed_found_at, reported_by ON room.case_file
    FOR EACH ROW EXECUTE FUNCTION room.record_case_change();
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.alarm
    FOR EACH ROW EXECUTE FUNCTION room.record_change('alarm');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.staff_position
    FOR EACH ROW EXECUTE FUNCTION room.record_change('staff');
CREATE TRIGGER live AFTER INSERT OR UPDATE OR DELETE ON room.area_state
    FOR EACH ROW EXECUTE FUNCTION room.record_change('area');
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

-- What is written and taken back to find out whether the server keeps anything; never a row. Not compressed: it is to need
-- pages.
CREATE TABLE room.keeping_trial (payload text NOT NULL);
ALTER TABLE room.keeping_trial ALTER COLUMN payload SET STORAGE EXTERNAL;

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
