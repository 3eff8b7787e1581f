-- What is known of a dispatch: what it says of the unit, as candidate_units() (app/advice.sql) answers for a case file that no unit has
-- held yet and that concerns no component, when the limit ends that begins with it, and until when that is so. A dispatch records who
-- came first, and working that out cost three times as much as the step. The first dispatch that asks keeps it; whatever it is worked
-- out from empties the table with its own change.
CREATE TABLE room.known_unit (
    subdistrict text NOT NULL,
    -- Class profile, kind, class, condition, unit grid, community and unit. One column, since a look-up costs by the column.
    asked text[] NOT NULL,
    during tstzrange NOT NULL,
    -- Others come first: to send it takes a reason.
    overrules boolean NOT NULL,
    -- What the log gets beside the payload: the units that come first (null where there is none), the order's channels, and whom to
    -- turn to when the unit does nothing.
    settled jsonb NOT NULL,
    channel room.outbox_channel NOT NULL,
    recipient text,
    -- What the order says of the class, the unit and the unit grid.
    words jsonb NOT NULL,
    -- When the limit ends and its last quarter begins: at these moments for each dispatch outside working time, else so long after it.
    yellow_at timestamptz,
    deadline_at timestamptz,
    yellow_after interval,
    deadline_after interval,
    PRIMARY KEY (subdistrict, asked)
);
ALTER TABLE room.known_unit ENABLE ROW LEVEL SECURITY;

-- Whoever keeps a row holds this lock alone (desk.keep_unit), and does without where it is taken: so a change waits for no more than
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
    FOREACH table_name IN ARRAY ARRAY['responsibility', 'area_state', 'grid_version', 'grid_parent', 'class', 'class_condition', 'department',
                                      'case_limit', 'profile_calendar', 'calendar', 'calendar_hours', 'calendar_day'] LOOP
        EXECUTE format('CREATE TRIGGER forget AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON room.%I
            FOR EACH STATEMENT EXECUTE FUNCTION room.forget_units()', table_name);
    END LOOP;
END
$forget$;
