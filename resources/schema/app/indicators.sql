-- Indicators of a period, each with its denominator. What is due, closed and on time is said here, once; nobody else counts.

-- The case files that are due in a period: their deadline lies in it, or it lay before and they were still open when the period
-- began (carried over). Void and suspended ones are not due, and a granted appeal takes a case file out of the statistics. The
-- outcome is as it stood at the end of the period: lateness is judged at the handling unit's confirmation, and what was ended by
-- force without one, or after its work was sent back, at its end; whatever was late once is late, though a rework gave it a new
-- deadline.
-- Taken over by whoever asks as a part of his own query: what is only counted need not be listed first.
CREATE FUNCTION desk.due_cases(p_person room.person, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (case_id bigint, department_code text, carried_over boolean, outcome text)
LANGUAGE sql STABLE
AS $body$
    SELECT c.case_id, c.department_code, d.at < p_from,
           CASE WHEN c.closed_at IS NULL OR c.closed_at >= p_until THEN 'open'
                WHEN NOT c.late AND coalesce(CASE WHEN NOT (
                    c.rework_count > 0 AND c.closing_condition_no IS NULL AND EXISTS (
                        SELECT FROM room.case_log l WHERE l.subdistrict = c.subdistrict AND l.case_id = c.case_id
                        AND l.action IN ('rework', 'return_for_rework') AND l.at > c.feedback_at)) THEN c.feedback_at END, c.closed_at) <= d.at
                    THEN 'on_time'
                ELSE 'late' END
    FROM room.case_file c
    -- One that waits to be sent out again after a rework has no deadline but its first.
    CROSS JOIN LATERAL (SELECT coalesce(c.deadline_at, c.original_deadline_at) AS at) d
    WHERE c.subdistrict = p_person.subdistrict AND (p_person.sees_all OR c.department_code = p_person.department_code)
      AND c.filed_at < p_until AND c.state NOT IN ('void', 'suspended') AND NOT c.exempt
      AND d.at < p_until AND (d.at >= p_from OR c.closed_at IS NULL OR c.closed_at >= p_from)
$body$;

-- Closing and on-time share of a period by handling unit; what was never dispatched has no unit and no deadline.
CREATE FUNCTION desk.indicator_units(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (department_code text, department_zh text, department_en text, due bigint, carried_over bigint, closed bigint,
               on_time bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    RETURN QUERY
    SELECT x.department_code, d.name_zh, d.name_en, count(*), count(*) FILTER (WHERE x.carried_over),
           count(*) FILTER (WHERE x.outcome <> 'open'), count(*) FILTER (WHERE x.outcome = 'on_time')
    FROM due_cases(person, p_from, p_until) x
    LEFT JOIN department d ON d.subdistrict = person.subdistrict AND d.department_code = x.department_code
    GROUP BY 1, 2, 3
    ORDER BY 4 DESC, 1;
END
$body$;

-- How many case files were found and how many closed in each hour, day or month of a period, in the room's zone. Those without
-- any are not listed.
CREATE FUNCTION desk.indicator_flow(p_from timestamptz, p_until timestamptz, p_step text)
RETURNS TABLE (starts_at timestamptz, found bigint, closed bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    IF p_step IS NULL OR p_step NOT IN ('hour', 'day', 'month') THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'step', 'value', left(p_step, 40)));
    END IF;
    RETURN QUERY
    SELECT date_trunc(p_step, x.at, 'Asia/Shanghai'), sum(x.found)::bigint, sum(x.closed)::bigint
    FROM (SELECT c.first_found_at AS at, 1 AS found, 0 AS closed FROM case_file c
          WHERE c.subdistrict = person.subdistrict AND (person.sees_all OR c.department_code = person.department_code)
            AND c.first_found_at >= p_from AND c.first_found_at < p_until
          UNION ALL
          SELECT c.closed_at, 0, 1 FROM case_file c
          WHERE c.subdistrict = person.subdistrict AND (person.sees_all OR c.department_code = person.department_code)
            AND c.closed_at >= p_from AND c.closed_at < p_until AND c.state <> 'void') x
    GROUP BY 1
    ORDER BY 1;
END
$body$;

-- Open case files by age and by how their running limit stands now. Band n counts those found at least p_hours[n] hours ago and
-- less than p_hours[n + 1]; band 0 is younger than the first.
CREATE FUNCTION desk.indicator_ages(p_hours double precision[])
RETURNS TABLE (band integer, urgency text, cases bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
BEGIN
    RETURN QUERY
    SELECT width_bucket(date_part('epoch', moment - c.first_found_at) / 3600, p_hours),
           limit_state(c.yellow_at, c.due_at, moment), count(*)
    FROM case_file c
    WHERE c.subdistrict = person.subdistrict AND (person.sees_all OR c.department_code = person.department_code)
      AND c.closed_at IS NULL
    GROUP BY 1, 2
    ORDER BY 1, 2;
END
$body$;

-- How a running limit stands at a moment.
CREATE FUNCTION desk.limit_state(p_yellow timestamptz, p_due timestamptz, p_at timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE
AS $body$
    SELECT CASE WHEN p_due IS NULL THEN 'no_limit' WHEN p_at >= p_due THEN 'overdue' WHEN p_at >= p_yellow THEN 'yellow'
                ELSE 'in_time' END
$body$;

-- The minutes a dispatch may take, by class profile and operating state: a state's own limit goes before the normal one, and a
-- profile's own before the default.
CREATE FUNCTION desk.dispatch_minutes() RETURNS TABLE (profile text, state text, minutes integer)
LANGUAGE sql STABLE
AS $body$
    SELECT p.profile, s.state, coalesce(
        (SELECT l.minutes FROM room.operating_stage_limit l
         WHERE l.profile IN (p.profile, 'default') AND l.state = s.state AND l.stage = 'dispatch' ORDER BY l.profile = 'default' LIMIT 1),
        (SELECT l.minutes FROM room.stage_limit l
         WHERE l.profile IN (p.profile, 'default') AND l.stage = 'dispatch' ORDER BY l.profile = 'default' LIMIT 1))
    FROM room.class_profile p CROSS JOIN room.operating_state s
$body$;

-- Every time a case file was given to the dispatchers and the limit for it (stage `dispatch`, of its profile and of the operating
-- state its place was in then) ran out in a period: whether it was sent out in time, at all, and right. What they gave back, or
-- what was suspended or ended before the limit, was not to be sent. A dispatch is right unless the work had to be done again.
CREATE FUNCTION desk.dispatch_occasions(p_person room.person, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (case_id bigint, dispatched boolean, on_time boolean, accurate boolean)
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    longest interval := (SELECT make_interval(mins => max(m.minutes)) FROM dispatch_minutes() m);
    -- When anything was out of the normal; at all other times nobody need ask what a place was in.
    unusual tstzmultirange := (
        SELECT range_agg(a.valid) FROM area_state a WHERE a.subdistrict = p_person.subdistrict AND a.state <> 'normal');
BEGIN
    RETURN QUERY
    -- The log is gone through once, by its time: to ask for each case file what followed took seconds in a large room.
    WITH allowed AS MATERIALIZED (SELECT * FROM dispatch_minutes()),
    told AS MATERIALIZED (
        SELECT l.case_id, l.version, l.at, l.action, l.action IN ('file', 'refile', 'return_for_rework') AS gives,
               l.from_state = 'pending_dispatch' AND l.to_state <> 'pending_dispatch' AS takes
        FROM case_log l
        WHERE l.subdistrict = p_person.subdistrict AND l.at >= p_from - longest AND l.at < p_until
          AND (l.action IN ('file', 'refile', 'return_for_rework', 'rework')
               OR l.from_state = 'pending_dispatch' AND l.to_state <> 'pending_dispatch')),
    -- Steps of a case file follow each other in version and time alike.
    followed AS (
        SELECT t.case_id, t.at, t.gives, min(t.version) FILTER (WHERE t.takes) OVER later AS taken,
               min(t.at) FILTER (WHERE t.takes) OVER later AS taken_at,
               min(t.version) FILTER (WHERE t.takes AND t.action = 'dispatch') OVER later AS sent,
               max(t.version) FILTER (WHERE t.action IN ('rework', 'return_for_rework')) OVER later AS last_rework
        FROM told t
        WINDOW later AS (PARTITION BY t.case_id ORDER BY t.version DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
    given AS MATERIALIZED (
        SELECT f.case_id, f.at, f.taken_at, f.taken IS NULL AS stays, coalesce(f.sent = f.taken, false) AS dispatched,
               coalesce(f.last_rework > f.taken, false) AS reworked, c.profile,
               -- Looked up by itself: as a part of this join each case file would be carried along whole.
               CASE WHEN f.at <@ unusual THEN (
                   SELECT operating_state_of(w, f.at) FROM case_file w WHERE w.subdistrict = p_person.subdistrict AND w.case_id = f.case_id)
                   ELSE 'normal' END AS state
        FROM followed f JOIN case_file c ON c.subdistrict = p_person.subdistrict AND c.case_id = f.case_id
        WHERE f.gives AND (p_person.sees_all OR c.department_code = p_person.department_code)),
    limited AS (
        SELECT g.*, g.at + make_interval(mins => m.minutes) AS due
        FROM given g JOIN allowed m ON m.profile = g.profile AND m.state = g.state)
    SELECT g.case_id, g.dispatched, g.dispatched AND g.taken_at <= g.due, g.dispatched AND NOT g.reworked
    FROM limited g
    WHERE g.due >= p_from AND g.due < p_until AND (g.dispatched OR g.stays OR g.taken_at > g.due);
END
$body$;

-- What was found in a period, and what of it was filed by its end; what its finder put right and closed at once is counted apart. It
-- came from whoever told of it first, though that report may be the one that was linked: a later report of the street's own, which the
-- district's or a caller's was linked to, found nothing beforehand.
CREATE FUNCTION desk.found_cases(p_person room.person, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (case_id bigint, unit_grid_code text, community_code text, source text, filed boolean)
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN QUERY
    WITH RECURSIVE link AS (
        -- A case file that is linked has ended, and none is linked to it any more: nothing goes round.
        SELECT d.duplicate_of AS leads_to, d.source, d.first_found_at, d.case_id FROM case_file d
        WHERE d.subdistrict = p_person.subdistrict AND d.duplicate_of IS NOT NULL
        UNION ALL
        SELECT d.duplicate_of, l.source, l.first_found_at, l.case_id
        FROM link l JOIN case_file d ON d.subdistrict = p_person.subdistrict AND d.case_id = l.leads_to
        WHERE d.duplicate_of IS NOT NULL),
    earliest AS (
        SELECT DISTINCT ON (l.leads_to) l.* FROM link l ORDER BY l.leads_to, l.first_found_at, l.case_id)
    SELECT c.case_id, c.unit_grid_code, c.community_code,
           CASE WHEN e.first_found_at < c.first_found_at THEN e.source ELSE c.source END::text, coalesce(c.filed_at < p_until, false)
    FROM case_file c LEFT JOIN earliest e ON e.leads_to = c.case_id
    WHERE c.subdistrict = p_person.subdistrict AND (p_person.sees_all OR c.department_code = p_person.department_code)
      AND c.first_found_at >= p_from AND c.first_found_at < p_until AND NOT c.quick_closed;
END
$body$;

-- The shares of a period, a row each: `part` of `whole`. The last four are what is to be counted apart: handling recorded on
-- somebody's behalf, case files that were ended by force (without a closing condition) or on the spot by their finder, and steps of
-- somebody who worked on both axes in one shift.
CREATE FUNCTION desk.indicator_figures(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (indicator text, part bigint, whole bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    RETURN QUERY
    -- Each counts by itself: a list of all that is counted would be kept first, and no part of it counted beside another.
    WITH sent AS (
        SELECT count(*) AS whole, count(*) FILTER (WHERE s.on_time) AS on_time, count(*) FILTER (WHERE s.accurate) AS accurate
        FROM dispatch_occasions(person, p_from, p_until) s),
    due AS (
        SELECT count(*) AS whole, count(*) FILTER (WHERE d.outcome <> 'open') AS closed, count(*) FILTER (WHERE d.outcome = 'on_time') AS on_time
        FROM due_cases(person, p_from, p_until) d),
    mine AS (
        SELECT count(*) AS whole, count(*) FILTER (WHERE f.filed) AS filed,
               count(*) FILTER (WHERE f.filed AND f.source IN ('collector', 'sensor', 'desk')) AS street,
               count(*) FILTER (WHERE f.filed AND f.source <> 'hotline') AS official,
               count(*) FILTER (WHERE f.filed AND f.source = 'hotline') AS hotline
        FROM found_cases(person, p_from, p_until) f),
    handled AS (
        SELECT count(*) AS whole, count(*) FILTER (WHERE c.rework_count > 0) AS reworked, count(*) FILTER (WHERE c.on_behalf) AS on_behalf
        FROM case_file c
        WHERE c.subdistrict = person.subdistrict AND (person.sees_all OR c.department_code = person.department_code)
          AND c.feedback_at >= p_from AND c.feedback_at < p_until
          -- Nothing is confirmed once it is closed; that is said for the index.
          AND (c.closed_at IS NULL OR c.closed_at >= p_from)),
    ended AS (
        SELECT count(*) AS whole, count(*) FILTER (WHERE c.closing_condition_no IS NULL AND NOT c.quick_closed) AS forced,
               count(*) FILTER (WHERE c.quick_closed) AS on_the_spot
        FROM case_file c
        WHERE c.subdistrict = person.subdistrict AND (person.sees_all OR c.department_code = person.department_code)
          AND c.closed_at >= p_from AND c.closed_at < p_until AND c.state <> 'void'),
    taken AS (
        SELECT count(*) AS whole, count(*) FILTER (WHERE l.both_axes) AS both_axes FROM case_log l
        WHERE l.subdistrict = person.subdistrict AND person.sees_all AND l.at >= p_from AND l.at < p_until
          AND l.axis IN ('supervision', 'command'))
    SELECT 'dispatch_on_time', o.on_time, o.whole FROM sent o
    UNION ALL SELECT 'dispatch_accurate', o.accurate, o.whole FROM sent o
    UNION ALL SELECT 'closing', d.closed, d.whole FROM due d
    UNION ALL SELECT 'on_time', d.on_time, d.whole FROM due d
    UNION ALL SELECT 'filing', m.filed, m.whole FROM mine m
    UNION ALL SELECT 'advance', m.street, m.official FROM mine m
    UNION ALL SELECT 'missed', m.hotline, m.filed FROM mine m
    UNION ALL SELECT 'rework', h.reworked, h.whole FROM handled h
    UNION ALL SELECT 'on_behalf', h.on_behalf, h.whole FROM handled h
    UNION ALL SELECT 'forced', e.forced, e.whole FROM ended e
    UNION ALL SELECT 'on_the_spot', e.on_the_spot, e.whole FROM ended e
    UNION ALL SELECT 'both_axes', t.both_axes, t.whole FROM taken t;
END
$body$;

-- The case files a share of indicator_figures is counted of, and whether each is among those that are counted.
CREATE FUNCTION desk.share_cases(p_person room.person, p_indicator text, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (case_id bigint, counted boolean)
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    IF p_indicator IN ('dispatch_on_time', 'dispatch_accurate') THEN
        RETURN QUERY SELECT o.case_id, CASE p_indicator WHEN 'dispatch_on_time' THEN o.on_time ELSE o.accurate END
        FROM dispatch_occasions(p_person, p_from, p_until) o;
    ELSIF p_indicator IN ('closing', 'on_time') THEN
        RETURN QUERY SELECT d.case_id, CASE p_indicator WHEN 'closing' THEN d.outcome <> 'open' ELSE d.outcome = 'on_time' END
        FROM due_cases(p_person, p_from, p_until) d;
    ELSIF p_indicator IN ('rework', 'on_behalf') THEN
        RETURN QUERY SELECT c.case_id, CASE p_indicator WHEN 'rework' THEN c.rework_count > 0 ELSE c.on_behalf END FROM case_file c
        WHERE c.subdistrict = p_person.subdistrict AND (p_person.sees_all OR c.department_code = p_person.department_code)
          AND c.feedback_at >= p_from AND c.feedback_at < p_until AND (c.closed_at IS NULL OR c.closed_at >= p_from);
    ELSIF p_indicator IN ('forced', 'on_the_spot') THEN
        RETURN QUERY SELECT c.case_id, c.quick_closed = (p_indicator = 'on_the_spot') AND (c.quick_closed OR c.closing_condition_no IS NULL)
        FROM case_file c
        WHERE c.subdistrict = p_person.subdistrict AND (p_person.sees_all OR c.department_code = p_person.department_code)
          AND c.closed_at >= p_from AND c.closed_at < p_until AND c.state <> 'void';
    ELSIF p_indicator = 'both_axes' THEN
        RETURN QUERY SELECT l.case_id, bool_or(l.both_axes) FROM case_log l
        WHERE l.subdistrict = p_person.subdistrict AND p_person.sees_all AND l.at >= p_from AND l.at < p_until
          AND l.axis IN ('supervision', 'command') GROUP BY 1;
    ELSIF p_indicator IN ('filing', 'advance', 'missed') THEN
        RETURN QUERY SELECT f.case_id, CASE p_indicator WHEN 'filing' THEN f.filed
            WHEN 'advance' THEN f.source IN ('collector', 'sensor', 'desk') ELSE f.source = 'hotline' END
        FROM found_cases(p_person, p_from, p_until) f
        WHERE (p_indicator = 'filing' OR f.filed) AND (p_indicator <> 'advance' OR f.source <> 'hotline');
    ELSE
        PERFORM refuse('bad_value', jsonb_build_object('field', 'question', 'value', left(p_indicator, 40)));
    END IF;
END
$body$;

-- What each collector reported in a period, and how much of it was filed by its end. What he put right himself and closed at
-- once is counted apart. Only who sees the whole subdistrict sees people's figures.
CREATE FUNCTION desk.indicator_collectors(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (staff_number text, name text, reported bigint, filed bigint, quick_closed bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    RETURN QUERY
    SELECT c.reported_by, s.name, count(*) FILTER (WHERE NOT c.quick_closed),
           count(*) FILTER (WHERE c.filed_at < p_until AND NOT c.quick_closed), count(*) FILTER (WHERE c.quick_closed)
    FROM case_file c
    JOIN case_log l ON l.subdistrict = c.subdistrict AND l.case_id = c.case_id AND l.version = 1 AND l.role = 'collector'
    LEFT JOIN staff s ON s.subdistrict = c.subdistrict AND s.staff_number = c.reported_by
    WHERE c.subdistrict = person.subdistrict AND person.sees_all
      AND c.first_found_at >= p_from AND c.first_found_at < p_until
    GROUP BY 1, 2
    ORDER BY 3 DESC, 1;
END
$body$;

-- What was found in each unit grid and filed, and how much of it the public had to report: what the patrols missed there.
CREATE FUNCTION desk.indicator_grids(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (unit_grid_code text, community_zh text, community_en text, missed bigint, filed bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    RETURN QUERY
    SELECT f.unit_grid_code, d.name_zh, d.name_en, count(*) FILTER (WHERE f.source = 'hotline'), count(*)
    FROM found_cases(person, p_from, p_until) f LEFT JOIN division d ON d.code = f.community_code
    WHERE person.sees_all AND f.unit_grid_code IS NOT NULL AND f.filed
    GROUP BY 1, 2, 3
    ORDER BY 4 DESC, 5, 1;
END
$body$;

-- What became of the lists of the areas that were out of the normal in a period, as it stood at its end: a row for each stay in a
-- state. Of its tasks `on_time` were settled, and again as often as the list asks; `late` ones were settled, but not as often; the
-- rest never. Only who sees the whole subdistrict sees them.
CREATE FUNCTION desk.indicator_areas(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (area_kind text, area_code text, area_zh text, area_en text, state text, state_zh text, state_en text,
               starts_at timestamptz, ends_at timestamptz, tasks bigint, on_time bigint, late bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := least(p_until, room_now());
BEGIN
    RETURN QUERY
    WITH stay AS (
        -- A state that was set again, for longer or with another reason, is one stay.
        SELECT a.area_kind AS kind, a.area_code AS code, a.state AS held, lower(r.span) AS begins, upper(r.span) AS ends,
               least(coalesce(upper(r.span), 'infinity'), moment) AS seen
        FROM (SELECT b.area_kind, b.area_code, b.state, range_agg(b.valid) AS spans FROM area_state b
              WHERE b.subdistrict = person.subdistrict AND person.sees_all AND b.state <> 'normal' GROUP BY 1, 2, 3) a
        CROSS JOIN LATERAL unnest(a.spans) r(span)
        WHERE lower(r.span) < moment AND coalesce(upper(r.span), 'infinity') > p_from),
    asked AS (
        SELECT s.*, t.task, d.settled > 0 AND (t.repeat_minutes IS NULL OR d.longest <= make_interval(mins => t.repeat_minutes)) AS kept,
               d.settled > 0 AS settled
        FROM stay s
        LEFT JOIN operating_task t ON t.state = s.held AND coalesce(t.area_kind, s.kind) = s.kind
            AND (t.valid_to IS NULL OR t.valid_to >= (s.begins AT TIME ZONE 'Asia/Shanghai')::date)
        CROSS JOIN LATERAL (
            SELECT count(*) - 1 AS settled, max(g.gap) AS longest
            FROM (SELECT m.at - lag(m.at, 1, s.begins) OVER (ORDER BY m.at) AS gap
                  FROM (SELECT x.at FROM area_action x JOIN operating_outcome o ON o.outcome = x.outcome AND o.settles
                        WHERE x.subdistrict = person.subdistrict AND x.area_kind = s.kind AND x.area_code = s.code
                          AND x.task = t.task AND x.at >= s.begins AND x.at < s.seen
                        UNION ALL SELECT s.seen) m) g) d)
    SELECT a.kind, a.code, n.name_zh, n.name_en, a.held, o.name_zh, o.name_en, a.begins, a.ends, count(a.task),
           count(a.task) FILTER (WHERE a.kept), count(a.task) FILTER (WHERE a.settled AND NOT a.kept)
    FROM asked a
    JOIN operating_state o ON o.state = a.held
    LEFT JOIN LATERAL area_names(person.subdistrict, a.kind, a.code) n ON true
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ORDER BY 8 DESC, 1, 2;
END
$body$;

-- The case files behind a figure; see indicator_cases.
CREATE FUNCTION desk.cases_behind(p_person room.person, p_question text, p_from timestamptz, p_until timestamptz, p_staff text)
RETURNS SETOF bigint
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    share text := regexp_replace(p_question, '_(part|rest)$', '');
    moment timestamptz := room_now();
BEGIN
    IF p_question IN ('due', 'on_time', 'late', 'open') THEN
        RETURN QUERY SELECT x.case_id FROM due_cases(p_person, p_from, p_until) x WHERE p_question IN ('due', x.outcome);
    ELSIF share <> p_question THEN
        RETURN QUERY SELECT DISTINCT x.case_id FROM share_cases(p_person, share, p_from, p_until) x
        WHERE x.counted = (right(p_question, 5) = '_part');
    ELSIF p_question IN ('found', 'closed', 'reported', 'overdue', 'yellow', 'in_time', 'no_limit') THEN
        RETURN QUERY SELECT c.case_id FROM case_file c
        WHERE c.subdistrict = p_person.subdistrict AND CASE p_question
            WHEN 'found' THEN c.first_found_at >= p_from AND c.first_found_at < p_until
            WHEN 'closed' THEN c.closed_at >= p_from AND c.closed_at < p_until AND c.state <> 'void'
            WHEN 'reported' THEN c.first_found_at >= p_from AND c.first_found_at < p_until AND c.reported_by = p_staff
                AND p_person.sees_all AND EXISTS (SELECT FROM case_log l WHERE l.subdistrict = c.subdistrict
                    AND l.case_id = c.case_id AND l.version = 1 AND l.role = 'collector')
            ELSE c.closed_at IS NULL AND c.first_found_at >= p_from AND c.first_found_at < p_until
                AND p_question = limit_state(c.yellow_at, c.due_at, moment) END;
    ELSE
        PERFORM refuse('bad_value', jsonb_build_object('field', 'question', 'value', left(p_question, 40)));
    END IF;
END
$body$;

-- The case files behind a figure, the oldest first: due ones of a period by outcome ('due' is all of them) and unit, those found
-- or closed in it, what a collector reported in it, the open ones found in it by how their limit stands, or those a share is
-- counted of: '<indicator>_part' are the counted ones, '<indicator>_rest' the others. With a unit grid, those in it.
CREATE FUNCTION desk.indicator_cases(p_question text, p_from timestamptz, p_until timestamptz, p_department text DEFAULT NULL,
                                     p_most integer DEFAULT 500, p_staff text DEFAULT NULL, p_grid text DEFAULT NULL)
RETURNS TABLE (case_id bigint, case_number text, class_label text, class_zh text, class_en text, state_zh text, state_en text,
               department_zh text, department_en text, first_found_at timestamptz, deadline_at timestamptz, closed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
BEGIN
    RETURN QUERY
    -- Chosen first and named afterwards: a year's are many.
    WITH behind AS MATERIALIZED (
        SELECT c.subdistrict AS place, c.case_id AS number FROM case_file c
        WHERE c.subdistrict = person.subdistrict AND (person.sees_all OR c.department_code = person.department_code)
          AND (p_department IS NULL OR c.department_code = p_department) AND (p_grid IS NULL OR c.unit_grid_code = p_grid)
          AND c.case_id IN (SELECT x FROM cases_behind(person, p_question, p_from, p_until, p_staff) x)
        ORDER BY c.first_found_at
        LIMIT greatest(p_most, 0))
    SELECT c.case_id, c.case_number, k.major_code || '-' || k.minor_code, k.name_zh, k.name_en, s.name_zh, s.name_en, d.name_zh,
           d.name_en, c.first_found_at, c.deadline_at, c.closed_at
    FROM behind b
    JOIN case_file c ON c.subdistrict = b.place AND c.case_id = b.number
    JOIN class k ON (k.profile, k.kind, k.code) = (c.profile, c.kind, c.class_code)
    JOIN case_state s ON s.state = c.state
    LEFT JOIN department d ON d.subdistrict = c.subdistrict AND d.department_code = c.department_code
    ORDER BY c.first_found_at;
END
$body$;

-- Who is on duty now, and what waits for each: the case files assigned to a worker, all that lie with a unit for its officers,
-- and those somebody of the room has claimed. A handling unit sees its own people and no positions.
CREATE FUNCTION desk.duty_board()
RETURNS TABLE (staff_number text, name text, phone text, role text, role_zh text, role_en text, department_code text,
               department_zh text, department_en text, shift_zh text, shift_en text, ends_at timestamptz, grid_code text,
               open_cases bigint, late_cases bigint, observed_at timestamptz, x double precision, y double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    with_unit text[] := ARRAY(SELECT s.state FROM case_state s WHERE s.holder_axis = 'handler');
BEGIN
    RETURN QUERY
    WITH duty AS (
        SELECT r.staff_number, r.role, r.grid_code, h.name_zh, h.name_en, h.ends_at, f.name, f.phone, f.department_code
        FROM shift h
        JOIN roster r ON r.subdistrict = h.subdistrict AND r.shift_id = h.shift_id
        JOIN staff f ON f.subdistrict = r.subdistrict AND f.staff_number = r.staff_number
        WHERE h.subdistrict = person.subdistrict AND h.starts_at <= moment AND h.ends_at > moment AND turn_holds(r, moment)
          AND (person.sees_all OR f.department_code = person.department_code)),
    -- Once for all of them: a room has many open case files and many people on duty.
    held AS MATERIALIZED (
        SELECT c.handler, c.department_code, c.state = ANY (with_unit) AS is_with_unit,
               CASE WHEN c.claimed_until > moment THEN c.claimed_by END AS claimed_by, coalesce(c.due_at <= moment, false) AS late,
               count(*) AS cases
        FROM case_file c
        WHERE c.subdistrict = person.subdistrict AND c.closed_at IS NULL
          AND (person.sees_all OR c.department_code = person.department_code)
          AND (c.state = ANY (with_unit) OR c.claimed_until > moment)
        GROUP BY 1, 2, 3, 4, 5)
    SELECT d.staff_number, d.name, d.phone, d.role, o.name_zh, o.name_en, d.department_code, u.name_zh, u.name_en, d.name_zh,
           d.name_en, d.ends_at, d.grid_code, coalesce(l.cases, 0)::bigint, coalesce(l.late, 0)::bigint,
           p.observed_at, ST_X(p.geom), ST_Y(p.geom)
    FROM duty d
    JOIN role o ON o.role = d.role
    LEFT JOIN department u ON u.subdistrict = person.subdistrict AND u.department_code = d.department_code
    LEFT JOIN staff_position p ON p.subdistrict = person.subdistrict AND p.staff_number = d.staff_number AND person.sees_all
    LEFT JOIN LATERAL (
        SELECT sum(h.cases) AS cases, sum(h.cases) FILTER (WHERE h.late) AS late FROM held h
        WHERE h.is_with_unit AND CASE d.role WHEN 'department' THEN h.department_code = d.department_code
                                                        ELSE h.handler = d.staff_number END
           OR h.claimed_by = d.staff_number) l ON true
    ORDER BY d.department_code NULLS FIRST, d.name, d.staff_number, d.role;
END
$body$;
