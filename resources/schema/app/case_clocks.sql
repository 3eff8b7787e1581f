-- The clocks of a case file: each stage has one, a suspension stops it, and what was late stays late.

-- The share of a limit that has passed when it turns yellow, so that as many percent of it are left as the rules say.
CREATE FUNCTION desk.yellow_share(p_profile text) RETURNS numeric
LANGUAGE plpgsql STABLE
AS $body$ BEGIN RETURN 1 - coalesce(limit_of(p_profile, 'yellow_percent'), 25) / 100.0; END $body$;

-- Start a clock, by the limits of the operating state the case file's place is in at that moment. Deadlines once given are kept, so
-- lateness is never lost, and a state that changes later changes none that runs.
CREATE FUNCTION desk.start_clock(p_case room.case_file, p_clock text, p_at timestamptz) RETURNS room.case_file
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
    limits room.class_condition;
    ends timestamptz[];
    unusual text;
BEGIN
    c.clock := p_clock;
    c.clock_started_at := p_at;
    -- One cheap look says that nothing is out of the normal, as nearly always.
    IF EXISTS (SELECT FROM area_state a WHERE a.subdistrict = c.subdistrict AND a.state <> 'normal' AND a.valid @> p_at) THEN
        unusual := nullif(operating_state_of(c, p_at), 'normal');
    END IF;
    IF p_clock <> 'handle' THEN
        SELECT p_at + make_interval(mins => l.minutes), p_at + make_interval(secs => floor(l.minutes * 60 * yellow_share(c.profile))::double precision)
        INTO c.due_at, c.yellow_at
        FROM stage_limit l WHERE l.profile IN (c.profile, 'default') AND l.stage = p_clock ORDER BY l.profile = 'default' LIMIT 1;
        RETURN CASE WHEN unusual IS NULL THEN c ELSE state_stage_limit(c, unusual) END;
    END IF;
    -- A second dispatch of the same order gains no time; a rework or another condition has cleared the deadline.
    IF c.deadline_at IS NULL THEN
        c.limit_state := CASE WHEN unusual IS NOT NULL THEN state_with_limit(c, unusual) END;
        limits := condition_of(c);
        ends := limit_ends(p_at, limits.limit_amount, limits.limit_unit, ARRAY[yellow_share(c.profile), 1], calendar_of(c.profile));
        c.yellow_at := ends[1];
        c.deadline_at := ends[2];
        c.original_deadline_at := coalesce(c.original_deadline_at, c.deadline_at);
    ELSIF p_case.clock <> 'handle' THEN
        c.yellow_at := last_part(condition_of(c), c.deadline_at, p_at);
    END IF;
    c.due_at := c.deadline_at;
    RETURN c;
END
$body$;

-- The condition a case file was filed by, with the limit of the operating state its deadline goes by.
CREATE FUNCTION desk.condition_of(p_case room.case_file) RETURNS room.class_condition
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    answer room.class_condition;
BEGIN
    SELECT * INTO answer FROM class_condition
    WHERE profile = p_case.profile AND kind = p_case.kind AND class_code = p_case.class_code AND condition_no = p_case.condition_no;
    RETURN CASE WHEN p_case.limit_state IS NULL THEN answer ELSE state_class_limit(answer, p_case.limit_state) END;
END
$body$;

-- When a limit that begins now ends and turns yellow, and until when that can be told of other limits like it: at the same
-- moments of those that begin outside working time as this one, so long after the start of those that begin within, until the first of
-- the three moments comes to the end of its span.
CREATE FUNCTION desk.limit_course(p_limit room.class_condition, p_at timestamptz, OUT until timestamptz, OUT yellow_at timestamptz,
    OUT deadline_at timestamptz, OUT yellow_after interval, OUT deadline_after interval)
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    by_calendar text := calendar_of(p_limit.profile);
    ends timestamptz[] := limit_ends(p_at, p_limit.limit_amount, p_limit.limit_unit, ARRAY[yellow_share(p_limit.profile), 1], by_calendar);
    runs boolean := true;
    rest interval;
BEGIN
    IF p_limit.limit_unit <> 'clock_hour' THEN
        SELECT bool_or(m = p_at), min(s.ends_at - m) INTO runs, rest
        FROM unnest(p_at || ends) m JOIN work_spans(p_at, ends[2], by_calendar) s ON m BETWEEN s.starts_at AND s.ends_at;
    END IF;
    IF NOT runs THEN
        until := (SELECT min(s.starts_at) FROM work_spans(p_at, ends[2], by_calendar) s WHERE s.starts_at > p_at);
        yellow_at := ends[1]; deadline_at := ends[2];
        RETURN;
    END IF;
    -- In seconds: days would be counted in the time zone of whoever dispatches.
    until := p_at + make_interval(secs => extract(epoch FROM rest)::double precision);
    yellow_after := make_interval(secs => extract(epoch FROM ends[1] - p_at)::double precision);
    deadline_after := make_interval(secs => extract(epoch FROM ends[2] - p_at)::double precision);
END
$body$;

-- From when on, not before p_at, no more of a limit that ends at p_end is left than it is yellow for.
CREATE FUNCTION desk.last_part(p_limit room.class_condition, p_end timestamptz, p_at timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    part interval := make_interval(secs => (p_limit.limit_amount * CASE p_limit.limit_unit WHEN 'working_day' THEN 8 ELSE 1 END * 3600
        * (1 - yellow_share(p_limit.profile)))::double precision);
    by_calendar text := calendar_of(p_limit.profile);
    rest interval;
BEGIN
    IF p_end <= p_at OR p_limit.limit_unit = 'clock_hour' THEN
        RETURN least(p_end, greatest(p_end - part, p_at));
    END IF;
    rest := work_between(p_at, p_end, by_calendar);
    RETURN CASE WHEN rest <= part THEN p_at ELSE after_work(p_at, rest - part, by_calendar) END;
END
$body$;

-- Let the clock that stood still go on: what is left of each limit is what was left when it stopped.
CREATE FUNCTION desk.continue_clock(p_case room.case_file, p_at timestamptz) RETURNS room.case_file
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
    unit text := (condition_of(p_case)).limit_unit;
    by_calendar text := calendar_of(p_case.profile);
    stage_unit text := CASE p_case.paused_clock WHEN 'handle' THEN unit ELSE 'clock_hour' END;
BEGIN
    c.deadline_at := carry_over(c.deadline_at, c.clock_started_at, p_at, unit, by_calendar);
    c.due_at := carry_over(c.paused_due_at, c.clock_started_at, p_at, stage_unit, by_calendar);
    c.yellow_at := carry_over(c.paused_yellow_at, c.clock_started_at, p_at, stage_unit, by_calendar);
    c.clock := c.paused_clock; c.clock_started_at := p_at;
    c.paused_clock := NULL; c.paused_due_at := NULL; c.paused_yellow_at := NULL;
    RETURN c;
END
$body$;

-- What a clock effect does to the clock of a case file.
CREATE FUNCTION desk.set_clock(p_case room.case_file, p_effect text, p_at timestamptz) RETURNS room.case_file
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
    limits room.class_condition;
    ends timestamptz[];
BEGIN
    CASE p_effect
    WHEN 'stop' THEN
        -- Where none runs and none is paused, the rest is empty already.
        IF c.clock = 'none' AND c.clock_started_at IS NULL THEN
            RETURN c;
        END IF;
        c.clock := 'none'; c.clock_started_at := NULL; c.yellow_at := NULL; c.due_at := NULL;
        c.paused_clock := NULL; c.paused_due_at := NULL; c.paused_yellow_at := NULL;
    WHEN 'pause' THEN
        c.paused_clock := c.clock; c.paused_due_at := c.due_at; c.paused_yellow_at := c.yellow_at;
        c.clock := 'paused'; c.clock_started_at := p_at; c.yellow_at := NULL; c.due_at := NULL;
    WHEN 'continue' THEN c := continue_clock(c, p_at);
    WHEN 'extend' THEN
        limits := condition_of(c);
        ends := limit_ends(c.deadline_at, limits.limit_amount, limits.limit_unit, ARRAY[yellow_share(c.profile), 1], calendar_of(c.profile));
        c.yellow_at := ends[1]; c.deadline_at := ends[2];
        c.due_at := c.deadline_at;
    WHEN 'restart_handle' THEN c := start_clock(c, 'handle', p_at);
    ELSE c := start_clock(c, substr(p_effect, 7), p_at);
    END CASE;
    RETURN c;
END
$body$;

-- When a case file would be due if it were extended now; empty where no unit's time runs, or to those whose case file it is not.
CREATE FUNCTION desk.deadline_if_extended(p_case bigint) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    c case_file;
BEGIN
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = person.subdistrict AND f.case_id = p_case
        AND (person.sees_all OR f.department_code = person.department_code);
    RETURN CASE WHEN c.clock = 'handle' THEN (set_clock(c, 'extend', room_now())).deadline_at END;
END
$body$;
