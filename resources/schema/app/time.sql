CREATE SCHEMA desk;

-- Whether a day is worked: weekdays and make-up workdays, less holidays.
CREATE FUNCTION desk.is_workday(p_calendar text, p_day date) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN coalesce((SELECT d.kind = 'workday' FROM calendar_day d WHERE d.calendar = p_calendar AND d.day = p_day),
                    extract(isodow FROM p_day) < 6);
END
$body$;

-- The moments by which each of `p_needed`, the shortest first, of working time has passed since p_start. Day by day: most limits
-- end within two or three. The days from the first on that are not as their weekday says are looked up at once.
CREATE FUNCTION desk.after_works(p_start timestamptz, p_needed interval[], p_calendar text) RETURNS timestamptz[]
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    zone text;
    begins time[];
    ends time[];
    turned date[];
    day date;
    span_start timestamptz;
    span_end timestamptz;
    passed interval := '0';
    found timestamptz[];
    wanted integer := 1;
BEGIN
    SELECT c.timezone, ARRAY(SELECT h.starts FROM calendar_hours h WHERE h.calendar = p_calendar ORDER BY h.starts),
           ARRAY(SELECT h.ends FROM calendar_hours h WHERE h.calendar = p_calendar ORDER BY h.starts),
           ARRAY(SELECT d.day FROM calendar_day d WHERE d.calendar = p_calendar AND d.day >= first.day
                 AND (d.kind = 'workday') <> (extract(isodow FROM d.day) < 6)), first.day
    INTO zone, begins, ends, turned, day
    FROM calendar c CROSS JOIN LATERAL (SELECT (p_start AT TIME ZONE c.timezone)::date AS day OFFSET 0) first
    WHERE c.calendar = p_calendar;
    IF zone IS NULL OR cardinality(begins) = 0 THEN
        PERFORM refuse('unknown_calendar', jsonb_build_object('calendar', p_calendar));
    END IF;
    FOR days IN 1 .. 100000 LOOP
        IF (extract(isodow FROM day) < 6) <> (day = ANY (turned)) THEN
            FOR n IN 1 .. cardinality(begins) LOOP
                span_start := greatest((day + begins[n]) AT TIME ZONE zone, p_start);
                span_end := (day + ends[n]) AT TIME ZONE zone;
                CONTINUE WHEN span_end <= span_start;
                WHILE span_end - span_start >= p_needed[wanted] - passed LOOP
                    found[wanted] := span_start + (p_needed[wanted] - passed);
                    IF wanted = cardinality(p_needed) THEN
                        RETURN found;
                    END IF;
                    wanted := wanted + 1;
                END LOOP;
                passed := passed + (span_end - span_start);
            END LOOP;
        END IF;
        day := day + 1;
    END LOOP;
    RETURN found;
END
$body$;
CREATE FUNCTION desk.after_work(p_start timestamptz, p_needed interval, p_calendar text) RETURNS timestamptz
LANGUAGE plpgsql STABLE
AS $body$ BEGIN RETURN (after_works(p_start, ARRAY[p_needed], p_calendar))[1]; END $body$;

-- The calendar by which limits of a class profile run.
CREATE FUNCTION desk.calendar_of(p_profile text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT c.calendar FROM profile_calendar c WHERE c.profile IN (p_profile, 'default') ORDER BY c.profile = 'default' LIMIT 1);
END
$body$;

-- When limits that start at p_start run out: shares of an amount, the smallest first. A working day is 8 working hours.
CREATE FUNCTION desk.limit_ends(p_start timestamptz, p_amount numeric, p_unit text, p_shares numeric[], p_calendar text)
RETURNS timestamptz[] LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    seconds numeric := p_amount * CASE p_unit WHEN 'working_day' THEN 8 ELSE 1 END * 3600;
    needed interval[];
BEGIN
    FOR n IN 1 .. cardinality(p_shares) LOOP
        needed[n] := make_interval(secs => (seconds * p_shares[n])::double precision);
    END LOOP;
    IF p_unit <> 'clock_hour' THEN
        RETURN after_works(p_start, needed, p_calendar);
    END IF;
    RETURN (SELECT array_agg(p_start + n ORDER BY n) FROM unnest(needed) n);
END
$body$;
CREATE FUNCTION desk.limit_end(p_start timestamptz, p_amount numeric, p_unit text, p_calendar text)
RETURNS timestamptz LANGUAGE plpgsql STABLE
AS $body$ BEGIN RETURN (limit_ends(p_start, p_amount, p_unit, ARRAY[1.0], p_calendar))[1]; END $body$;
-- The same for anybody who asks, by the calendar of the profile in force unless he names one, within the time of people now alive:
-- beyond it days would be counted without an end.
CREATE FUNCTION desk.deadline(p_start timestamptz, p_amount numeric, p_unit text, p_calendar text DEFAULT NULL)
RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    IF p_start IS NULL OR p_amount IS NULL THEN
        RETURN NULL;
    ELSIF NOT p_start BETWEEN '1900-01-01 00:00+00' AND '2200-01-01 00:00+00' THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'start', 'value', p_start));
    ELSIF NOT p_amount BETWEEN 0 AND 10000 THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'amount', 'value', left(p_amount::text, 40)));
    END IF;
    RETURN limit_end(p_start, p_amount, p_unit, coalesce(p_calendar, calendar_of(class_profile(my_subdistrict()))));
END
$body$;

-- The spans of working time on the days from one moment to another.
CREATE FUNCTION desk.work_spans(p_start timestamptz, p_end timestamptz, p_calendar text)
RETURNS TABLE (starts_at timestamptz, ends_at timestamptz) LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN QUERY
    SELECT (d::date + h.starts) AT TIME ZONE c.timezone, (d::date + h.ends) AT TIME ZONE c.timezone
    FROM calendar c
    CROSS JOIN LATERAL generate_series((p_start AT TIME ZONE c.timezone)::date, (p_end AT TIME ZONE c.timezone)::date, '1 day') d
    JOIN calendar_hours h ON h.calendar = c.calendar
    WHERE c.calendar = p_calendar AND is_workday(p_calendar, d::date);
END
$body$;

-- The working time between two moments.
CREATE FUNCTION desk.work_between(p_start timestamptz, p_end timestamptz, p_calendar text) RETURNS interval
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT coalesce(sum(least(s.ends_at, p_end) - greatest(s.starts_at, p_start)), interval '0')
            FROM work_spans(p_start, p_end, p_calendar) s WHERE s.ends_at > p_start AND s.starts_at < p_end);
END
$body$;

-- What becomes of the end of a limit when its clock stood still in between: as much time is left as there was. What had
-- run out before stays where it was.
CREATE FUNCTION desk.carry_over(p_end timestamptz, p_stopped timestamptz, p_resumed timestamptz, p_unit text, p_calendar text)
RETURNS timestamptz LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN CASE
        WHEN p_end <= p_stopped THEN p_end
        WHEN p_unit = 'clock_hour' THEN p_resumed + (p_end - p_stopped)
        ELSE after_work(p_resumed, work_between(p_stopped, p_end, p_calendar), p_calendar) END;
END
$body$;
