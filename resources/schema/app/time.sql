CREATE SCHEMA desk;

-- Working spans of a calendar from a day on: weekdays and make-up workdays, less holidays.
CREATE FUNCTION desk.working_spans(p_calendar text, p_from date, p_days integer)
RETURNS TABLE (starts_at timestamptz, ends_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
BEGIN
    RETURN QUERY
    SELECT (d.day + h.starts) AT TIME ZONE c.timezone, (d.day + h.ends) AT TIME ZONE c.timezone
    FROM calendar c
    CROSS JOIN LATERAL (SELECT p_from + n AS day FROM generate_series(0, p_days - 1) n) d
    JOIN calendar_hours h ON h.calendar = c.calendar
    LEFT JOIN calendar_day s ON s.calendar = c.calendar AND s.day = d.day
    WHERE c.calendar = p_calendar
      AND coalesce(s.kind = 'workday', extract(isodow FROM d.day) < 6)
    ORDER BY 1;
END
$body$;

-- The moment by which `p_needed` of working time has passed since p_start; NULL when `p_days` days do not hold so much.
CREATE FUNCTION desk.working_end(p_start timestamptz, p_needed interval, p_calendar text, p_days integer)
RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    zone text := (SELECT timezone FROM calendar WHERE calendar = p_calendar);
BEGIN
    RETURN (
        SELECT s.ends_at - (s.total - p_needed)
        FROM (SELECT w.ends_at, sum(w.ends_at - greatest(w.starts_at, p_start)) OVER (ORDER BY w.starts_at) AS total
              FROM working_spans(p_calendar, (p_start AT TIME ZONE zone)::date, p_days) w
              WHERE w.ends_at > p_start) s
        WHERE s.total >= p_needed
        ORDER BY s.ends_at
        LIMIT 1);
END
$body$;

-- The moment by which `p_needed` of working time has passed since p_start.
CREATE FUNCTION desk.after_work(p_start timestamptz, p_needed interval, p_calendar text) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    -- Eight hours a day on five days of seven, and the longest holiday; a calendar with shorter days is looked through further.
    days integer := 14 + ceil(extract(epoch FROM p_needed) / 3600 * 0.3);
    answer timestamptz;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM calendar_hours WHERE calendar = p_calendar) THEN
        PERFORM refuse('unknown_calendar', jsonb_build_object('calendar', p_calendar));
    END IF;
    WHILE answer IS NULL AND days < 100000 LOOP
        answer := working_end(p_start, p_needed, p_calendar, days);
        days := days * 4;
    END LOOP;
    RETURN answer;
END
$body$;

-- When a limit that starts at p_start runs out. A working day is 8 working hours.
CREATE FUNCTION desk.deadline(p_start timestamptz, p_amount numeric, p_unit text, p_calendar text DEFAULT 'cn')
RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    hours numeric := p_amount * CASE p_unit WHEN 'working_day' THEN 8 ELSE 1 END;
    needed interval := make_interval(secs => (hours * 3600)::double precision);
BEGIN
    RETURN CASE p_unit WHEN 'clock_hour' THEN p_start + needed ELSE after_work(p_start, needed, p_calendar) END;
END
$body$;

-- The working time between two moments.
CREATE FUNCTION desk.work_between(p_start timestamptz, p_end timestamptz, p_calendar text) RETURNS interval
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    zone text := (SELECT timezone FROM calendar WHERE calendar = p_calendar);
    first_day date := (p_start AT TIME ZONE zone)::date;
BEGIN
    RETURN (SELECT coalesce(sum(least(w.ends_at, p_end) - greatest(w.starts_at, p_start)), interval '0')
            FROM working_spans(p_calendar, first_day, (p_end AT TIME ZONE zone)::date - first_day + 1) w
            WHERE w.ends_at > p_start AND w.starts_at < p_end);
END
$body$;

-- What becomes of the end of a limit when its clock stood still in between: as much time is left as there was. What had
-- run out before stays where it was.
CREATE FUNCTION desk.carry_over(p_end timestamptz, p_stopped timestamptz, p_resumed timestamptz, p_unit text,
                                p_calendar text DEFAULT 'cn')
RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    RETURN CASE
        WHEN p_end <= p_stopped THEN p_end
        WHEN p_unit = 'clock_hour' THEN p_resumed + (p_end - p_stopped)
        ELSE after_work(p_resumed, work_between(p_stopped, p_end, p_calendar), p_calendar) END;
END
$body$;
