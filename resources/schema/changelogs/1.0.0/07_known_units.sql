-- Which units the responsibility table names for a class in a unit grid, as candidate_units() (app/advice.sql) answers for a case file
-- that no unit has held yet and that concerns no component, and until when: a dispatch records who came first, and working that out
-- cost three times as much as the step. With what else an order says of the class: its names, and the limits of its conditions. The first dispatch that asks keeps it; whatever it is worked out from empties the table
-- with its own change.
CREATE TABLE room.known_unit (
    subdistrict text NOT NULL,
    profile text NOT NULL,
    kind text NOT NULL,
    class_code text NOT NULL,
    -- Empty where the case file lies in none.
    unit_grid_code text NOT NULL,
    community_code text NOT NULL,
    during tstzrange NOT NULL,
    -- The units that come first, as a dispatch records them; null where there is none.
    recommended jsonb NOT NULL,
    -- What an order to each unit that is named carries: its channels, and whom to turn to when the unit does nothing.
    orders jsonb NOT NULL,
    class_zh text NOT NULL,
    class_en text NOT NULL,
    -- By the number of the condition: {"amount": 2, "unit": "working_hour"}.
    limits jsonb NOT NULL,
    PRIMARY KEY (subdistrict, profile, kind, class_code, unit_grid_code, community_code)
);
ALTER TABLE room.known_unit ENABLE ROW LEVEL SECURITY;

-- Whoever keeps a row holds this lock alone (desk.keep_units), and does without where it is taken: so a change waits for no more than
-- the dispatch that is being kept, and sees its row, and nobody keeps what a change that is under way may make wrong. A transaction
-- that looks at an older state leaves nothing of what it does not see.
CREATE FUNCTION room.forget_units() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('known units', 0));
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        TRUNCATE known_unit;
    ELSE
        DELETE FROM known_unit;
    END IF;
    RETURN NULL;
END
$body$;
DO $forget$
DECLARE
    table_name text;
BEGIN
    FOREACH table_name IN ARRAY ARRAY['responsibility', 'area_state', 'grid_version', 'grid_parent', 'class', 'class_condition', 'department'] LOOP
        EXECUTE format('CREATE TRIGGER forget AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.%I
            FOR EACH STATEMENT EXECUTE FUNCTION room.forget_units()', table_name);
    END LOOP;
END
$forget$;
