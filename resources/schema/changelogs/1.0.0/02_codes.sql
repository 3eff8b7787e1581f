-- Rules and words as data. Each table is filled from the CSV file of the same name.
CREATE TABLE room.axis (axis text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL);

CREATE TABLE room.role (
    role text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    axis text NOT NULL REFERENCES room.axis
);

CREATE TABLE room.class_profile (
    profile text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    component_code_length smallint NOT NULL,
    event_code_length smallint NOT NULL,
    class_minor_length smallint NOT NULL,
    unit_grid_length smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    is_default boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX class_profile_one_default ON room.class_profile (is_default) WHERE is_default;

-- Components and events share the number space, so the kind is part of every key.
CREATE TABLE room.class (
    profile text NOT NULL REFERENCES room.class_profile,
    kind text NOT NULL CHECK (kind IN ('component', 'event')),
    code text NOT NULL CHECK (code ~ '^[0-9]+$'),
    major_code text NOT NULL,
    minor_code text NOT NULL,
    major_zh text NOT NULL,
    major_en text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    is_local boolean NOT NULL DEFAULT false,
    PRIMARY KEY (profile, kind, code),
    CHECK (code = major_code || minor_code)
);

-- Which class of a later standard a class of an earlier one has become, where it has; what has none is a person's to decide.
CREATE TABLE room.class_twin (
    profile text NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    twin_profile text NOT NULL,
    twin_code text NOT NULL,
    PRIMARY KEY (profile, kind, code, twin_profile),
    FOREIGN KEY (profile, kind, code) REFERENCES room.class,
    FOREIGN KEY (twin_profile, kind, twin_code) REFERENCES room.class
);

CREATE TABLE room.class_condition (
    profile text NOT NULL,
    kind text NOT NULL,
    class_code text NOT NULL,
    condition_no smallint NOT NULL,
    filing_zh text NOT NULL,
    filing_en text NOT NULL,
    closing_zh text NOT NULL,
    closing_en text NOT NULL,
    limit_amount numeric NOT NULL CHECK (limit_amount > 0),
    limit_unit text NOT NULL CHECK (limit_unit IN ('clock_hour', 'working_hour', 'working_day')),
    priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
    PRIMARY KEY (profile, kind, class_code, condition_no),
    FOREIGN KEY (profile, kind, class_code) REFERENCES room.class
);

CREATE TABLE room.case_state (
    state text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    holder_axis text NOT NULL REFERENCES room.axis,
    is_open boolean NOT NULL,
    position smallint NOT NULL
);

-- What a step of this name does lies in the program: whether it ends the case file, and the guards it cannot do without. The rest
-- (from where, where to, by whom, when) is the transition table's.
CREATE TABLE room.case_action (
    action text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, ends boolean NOT NULL, needs text);

-- The guards a transition may name.
CREATE TABLE room.case_guard (guard text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL);

-- What somebody has asked for and another has not yet answered.
CREATE TABLE room.case_pending (pending text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL);

-- from_state '*' means any open state; to_state '=' means the state does not change, 'previous' the one before a suspension.
-- What is pending is a second, smaller state: pending_from '*' means anything, 'none' nothing; pending_to '=' no change.
-- Guards are words with blanks between them; all must hold.
CREATE TABLE room.case_transition (
    profile text NOT NULL,
    action text NOT NULL REFERENCES room.case_action,
    from_state text NOT NULL,
    to_state text NOT NULL,
    axis text NOT NULL REFERENCES room.axis,
    role text NOT NULL REFERENCES room.role,
    reason_required boolean NOT NULL,
    guard text NOT NULL,
    clock_effect text NOT NULL,
    pending_from text NOT NULL DEFAULT '*',
    pending_to text NOT NULL DEFAULT '=',
    position smallint NOT NULL,
    PRIMARY KEY (profile, action, from_state, role)
);
-- Whoever changes a transition, by whatever way, makes none that the program does not know or that case files would break on.
-- States and what is pending are kept here, for the case files that get them by a transition. A step on one of the two axes is
-- a post's of that axis: whoever holds posts on one axis alone cannot have crossed over. Only supervision closes, what is closed
-- is not opened again, and nobody takes away what keeps people from judging their own work.
CREATE FUNCTION room.transition_fault(p_rule room.case_transition) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = room, pg_temp
AS $body$
DECLARE
    act case_action := (SELECT a FROM case_action a WHERE a.action = p_rule.action);
    begins boolean := p_rule.from_state = '*' OR (SELECT is_open FROM case_state WHERE state = p_rule.from_state);
    stays boolean := CASE WHEN p_rule.to_state IN ('=', 'previous') THEN begins
                          ELSE (SELECT is_open FROM case_state WHERE state = p_rule.to_state) END;
    guards text[] := string_to_array(p_rule.guard, ' ');
    needs text[] := string_to_array(act.needs, ' ');
BEGIN
    RETURN CASE
        WHEN p_rule.profile <> 'default' AND NOT EXISTS (SELECT FROM class_profile WHERE profile = p_rule.profile) THEN 'profile'
        WHEN act.action IS NULL THEN 'action'
        WHEN begins IS NULL THEN 'from_state'
        WHEN stays IS NULL OR (CASE WHEN begins THEN stays = act.ends ELSE stays OR act.ends END)
             OR (p_rule.to_state = 'previous' AND p_rule.from_state <> 'suspended')
             OR (p_rule.to_state = 'suspended' AND p_rule.action <> 'suspend') THEN 'to_state'
        WHEN NOT EXISTS (SELECT FROM axis WHERE axis = p_rule.axis)
             OR (p_rule.to_state = 'closed' AND p_rule.axis <> 'supervision') THEN 'axis'
        WHEN NOT EXISTS (SELECT FROM role WHERE role = p_rule.role
                         AND (axis = p_rule.axis OR p_rule.axis NOT IN ('supervision', 'command'))) THEN 'role'
        WHEN NOT guards <@ ARRAY(SELECT guard FROM case_guard) OR NOT needs <@ guards THEN 'guard'
        WHEN p_rule.clock_effect NOT IN ('none', 'stop', 'pause', 'continue', 'extend', 'restart_handle', 'start_accept', 'start_verify',
                                         'start_dispatch', 'start_handle', 'start_check')
             OR (p_rule.to_state = 'suspended' AND p_rule.clock_effect <> 'pause')
             OR (p_rule.to_state = 'previous' AND p_rule.clock_effect <> 'continue') THEN 'clock_effect'
        WHEN p_rule.pending_from NOT IN ('*', 'none') AND NOT EXISTS (SELECT FROM case_pending WHERE pending = p_rule.pending_from)
            THEN 'pending_from'
        WHEN p_rule.pending_to NOT IN ('=', 'none') AND NOT EXISTS (SELECT FROM case_pending WHERE pending = p_rule.pending_to)
            THEN 'pending_to'
    END;
END
$body$;
CREATE FUNCTION room.check_transition() RETURNS trigger
LANGUAGE plpgsql SET search_path = room, pg_temp
AS $body$
DECLARE
    fault text := transition_fault(NEW);
BEGIN
    IF fault IS NOT NULL THEN
        PERFORM refuse('bad_rule', jsonb_build_object('action', NEW.action, 'state', NEW.from_state, 'role', NEW.role, 'field', fault,
            'value', to_jsonb(NEW) ->> fault));
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER codes BEFORE INSERT OR UPDATE ON room.case_transition FOR EACH ROW EXECUTE FUNCTION room.check_transition();
CREATE TRIGGER append_only BEFORE DELETE ON room.case_state FOR EACH ROW EXECUTE FUNCTION room.forbid_change();
CREATE TRIGGER append_only BEFORE DELETE ON room.case_pending FOR EACH ROW EXECUTE FUNCTION room.forbid_change();
CREATE TRIGGER append_only BEFORE DELETE ON room.case_action FOR EACH ROW EXECUTE FUNCTION room.forbid_change();

-- Numbers in the rules of a case file: how often, how long, from which time on.
CREATE TABLE room.case_limit (
    profile text NOT NULL,
    rule text NOT NULL,
    amount integer NOT NULL CHECK (amount >= 0),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    PRIMARY KEY (profile, rule),
    CHECK (rule <> 'yellow_percent' OR amount <= 100)
);

-- Small things whose finder puts them right on the spot; of so many in a hundred somebody else looks again.
CREATE TABLE room.case_quick_class (
    profile text NOT NULL,
    kind text NOT NULL,
    class_code text NOT NULL,
    recheck_percent smallint NOT NULL CHECK (recheck_percent BETWEEN 0 AND 100),
    PRIMARY KEY (profile, kind, class_code),
    FOREIGN KEY (profile, kind, class_code) REFERENCES room.class
);

CREATE TABLE room.stage_limit (
    profile text NOT NULL,
    stage text NOT NULL CHECK (stage IN ('accept', 'verify', 'dispatch', 'check')),
    minutes integer NOT NULL CHECK (minutes > 0),
    PRIMARY KEY (profile, stage)
);

CREATE TABLE room.grid_kind (
    kind text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    position smallint NOT NULL,
    code_length smallint,
    parent_kind text REFERENCES room.grid_kind DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE room.component_state (
    state text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, position smallint NOT NULL);
-- `after_end` follows by itself when a state was set until a moment; a state without one is set for good. Where areas lie one in
-- the other, the state of the highest gravity counts.
CREATE TABLE room.operating_state (
    state text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    position smallint NOT NULL,
    gravity smallint NOT NULL,
    after_end text REFERENCES room.operating_state
);
CREATE TABLE room.department_kind (kind text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL);
CREATE TABLE room.sensor_kind (
    kind text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    unit text NOT NULL,
    normal_low double precision,
    normal_high double precision,
    class_code text
);

CREATE TABLE room.calendar (
    calendar text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, timezone text NOT NULL);
-- By which calendar the limits of a class profile run, and so in which time zone; `default` where it has none of its own.
CREATE TABLE room.profile_calendar (
    profile text PRIMARY KEY, calendar text NOT NULL REFERENCES room.calendar DEFERRABLE);
CREATE TABLE room.calendar_hours (
    calendar text NOT NULL REFERENCES room.calendar DEFERRABLE,
    starts time NOT NULL,
    ends time NOT NULL,
    PRIMARY KEY (calendar, starts),
    CHECK (ends > starts)
);
CREATE TABLE room.calendar_day (
    calendar text NOT NULL REFERENCES room.calendar DEFERRABLE,
    day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('holiday', 'workday')),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    PRIMARY KEY (calendar, day)
);
