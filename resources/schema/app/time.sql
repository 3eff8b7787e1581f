CREATE SCHEMA desk;

-- The first moment a working day can start and the last it can be looked for: two years cover every limit in use.
-- Working spans of a calendar from a day on: weekdays and make-up workdays, less holidays.
CREATE FUNCTION desk.working_spans(p_calendar text, p_from date, p_days integer)
RETURNS TABLE (starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, pg_temp
AS $body$
    SELECT (d.day + h.starts) AT TIME ZONE c.timezone, (d.day + h.ends) AT TIME ZONE c.timezone
    FROM calendar c
    CROSS JOIN LATERAL (SELECT p_from + n AS day FROM generate_series(0, p_days - 1) n) d
    JOIN calendar_hours h ON h.calendar = c.calendar
    LEFT JOIN calendar_day s ON s.calendar = c.calendar AND s.day = d.day
    WHERE c.calendar = p_calendar
      AND coalesce(s.kind = 'workday', extract(isodow FROM d.day) < 6)
    ORDER BY 1
$body$;

-- When a limit that starts at p_start runs out. A working day is 8 working hours.
CREATE FUNCTION desk.deadline(p_start timestamptz, p_amount numeric, p_unit text, p_calendar text DEFAULT 'cn')
RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    needed interval := make_interval(secs => (p_amount * CASE p_unit WHEN 'working_day' THEN 8 ELSE 1 END * 3600)::double precision);
    zone text := (SELECT timezone FROM calendar WHERE calendar = p_calendar);
    days integer := 30 + ceil(p_amount * CASE p_unit WHEN 'working_day' THEN 2 ELSE 0.3 END);
    answer timestamptz;
BEGIN
    IF p_unit = 'clock_hour' THEN
        RETURN p_start + needed;
    END IF;
    IF zone IS NULL THEN
        PERFORM refuse('unknown_calendar', jsonb_build_object('calendar', p_calendar));
    END IF;
    SELECT s.ends_at - (s.total - needed) INTO answer
    FROM (SELECT w.ends_at, sum(w.ends_at - greatest(w.starts_at, p_start)) OVER (ORDER BY w.starts_at) AS total
          FROM working_spans(p_calendar, (p_start AT TIME ZONE zone)::date, days) w
          WHERE w.ends_at > p_start) s
    WHERE s.total >= needed
    ORDER BY s.ends_at
    LIMIT 1;
    RETURN answer;
END
$body$;
