-- What the room advises. Each asks who is asking once, and answers from the rows that person may see.
-- Open case files of the same class near a place and a moment: a hint at intake, never a merge. Components and events share their
-- numbers, so a class is a kind and a code. How near and how recent is a setting of the room (`duplicate_metres`, 50 where none is
-- set, and `duplicate_hours`, 72), unless the question says so itself.
CREATE FUNCTION desk.nearby_duplicates(p_kind text, p_class_code text, p_x double precision, p_y double precision,
                                       p_metres double precision DEFAULT NULL, p_hours integer DEFAULT NULL)
RETURNS TABLE (case_id bigint, case_number text, state text, metres double precision, hours double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    here geometry := ST_SetSRID(ST_MakePoint(p_x, p_y), (SELECT srid FROM room_info));
    near double precision := coalesce(p_metres, setting_text(person.subdistrict, 'duplicate_metres', '50')::double precision);
    recent integer := coalesce(p_hours, setting_text(person.subdistrict, 'duplicate_hours', '72')::integer);
BEGIN
    RETURN QUERY
    SELECT c.case_id, c.case_number, c.state, ST_Distance(c.geom, here), extract(epoch FROM moment - c.first_found_at)::double precision / 3600
    FROM case_file c JOIN case_state s USING (state)
    WHERE c.subdistrict = person.subdistrict AND person.sees_all AND s.is_open AND c.kind = p_kind AND c.class_code = p_class_code
      AND c.first_found_at > moment - make_interval(hours => least(greatest(recent, 0), 87600))
      AND ST_DWithin(c.geom, here, least(greatest(near, 0), 100000))
    ORDER BY 4
    LIMIT 10;
END
$body$;

-- The case files in whose number something stands, by number, the highest first. Whoever sees the whole subdistrict has them from the
-- index alone, a unit from its rows besides: in a large room to go through all rows by row security takes several times as long.
CREATE FUNCTION desk.cases_by_number(p_part text, p_most integer) RETURNS TABLE (case_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp ROWS 8
AS $body$
DECLARE
    person person := owner_who();
    most integer := least(greatest(p_most, 0), 100);
BEGIN
    IF person.sees_all THEN
        RETURN QUERY
        SELECT c.case_id
        FROM (SELECT n.case_number FROM case_file n
              WHERE n.subdistrict = person.subdistrict AND strpos(n.case_number, p_part) > 0
              ORDER BY n.case_number DESC LIMIT most) found
        JOIN case_file c ON c.subdistrict = person.subdistrict AND c.case_number = found.case_number
        ORDER BY c.case_number DESC;
    ELSE
        RETURN QUERY
        SELECT c.case_id FROM case_file c
        WHERE c.subdistrict = person.subdistrict AND c.department_code = person.department_code AND strpos(c.case_number, p_part) > 0
        ORDER BY c.case_number DESC LIMIT most;
    END IF;
END
$body$;

-- Units the responsibility table names for a case file at a moment, with their rank: the more a row asks for, the better it fits.
CREATE FUNCTION desk.responsible_units(p_case room.case_file, p_at timestamptz)
RETURNS TABLE (department_code text, channel text, reason text, rank integer, escalation jsonb)
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    today date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
    hour time := (p_at AT TIME ZONE 'Asia/Shanghai')::time;
    major text;
    -- Every ground the case file lies in, as kind:code. (By both ends of its span: the index over spans costs several times the key.)
    grounds text[];
BEGIN
    SELECT k.major_code, ARRAY(
        SELECT g.parent_kind || ':' || g.parent_code FROM grid_parent g
        WHERE g.subdistrict = p_case.subdistrict AND g.kind = 'unit_grid' AND g.code = p_case.unit_grid_code
          AND lower(g.valid) <= today AND (upper_inf(g.valid) OR upper(g.valid) > today))
        || ARRAY['unit_grid:' || p_case.unit_grid_code, 'community:' || p_case.community_code] INTO major, grounds
    FROM class k WHERE k.profile = p_case.profile AND k.kind = p_case.kind AND k.code = p_case.class_code;
    RETURN QUERY
    SELECT r.department_code, r.channel, CASE WHEN r.grid_code IS NOT NULL THEN 'territory' ELSE 'class' END,
           r.priority + CASE WHEN r.grid_code IS NULL THEN 20 ELSE 10 END + CASE WHEN r.class_code IS NULL THEN 5 ELSE 0 END
               - CASE WHEN r.operating_state IS NULL THEN 0 ELSE 2 END - CASE WHEN r.hour_from IS NULL THEN 0 ELSE 1 END,
           nullif(r.escalation, jsonb_build_array())
    FROM responsibility r
    WHERE r.subdistrict = p_case.subdistrict AND r.profile = p_case.profile AND r.kind = p_case.kind
      AND (r.class_code IS NULL OR r.class_code = p_case.class_code) AND (r.major_code IS NULL OR r.major_code = major)
      AND (r.grid_code IS NULL OR r.grid_code = p_case.community_code OR r.grid_kind || ':' || r.grid_code = ANY (grounds))
      -- Where nobody has set a state all is normal; where areas lie one in the other, the gravest state counts.
      AND (r.operating_state IS NULL OR r.operating_state = operating_state_of(p_case, p_at))
      -- From 22:00 to 06:00 is a span too.
      AND (r.hour_from IS NULL OR r.hour_to IS NULL OR CASE WHEN r.hour_from < r.hour_to
           THEN hour >= r.hour_from AND hour < r.hour_to ELSE hour >= r.hour_from OR hour < r.hour_to END)
      AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)
    UNION ALL
    -- What the table leaves open falls to whoever answers for the ground, the smallest grid first.
    SELECT v.responsible_department, NULL, 'territory', 10000 + CASE v.kind WHEN 'unit_grid' THEN 0 WHEN 'patrol_grid' THEN 1 ELSE 2 END, NULL
    FROM unnest(grounds) ground
    JOIN grid_version v ON v.subdistrict = p_case.subdistrict AND v.kind = split_part(ground, ':', 1) AND v.code = split_part(ground, ':', 2)
    WHERE v.responsible_department IS NOT NULL AND lower(v.valid) <= today AND (upper_inf(v.valid) OR upper(v.valid) > today);
END
$body$;

-- Every unit that may be sent, each once at its best rank: whoever has to do its work again, the owner of a component, then
-- the responsibility table, and from rank 20000 on those that sent this very case file back: 'not ours' is not asked twice.
CREATE FUNCTION desk.candidate_units(p_case room.case_file, p_at timestamptz)
RETURNS TABLE (department_code text, channel text, reason text, rank integer, escalation jsonb)
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    today date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
    returned text[];
BEGIN
    IF p_case.return_count > 0 THEN
        SELECT array_agg(sent.unit) INTO returned FROM case_log l
        CROSS JOIN LATERAL (
            SELECT d.payload ->> 'department_code' AS unit FROM case_log d
            WHERE d.subdistrict = l.subdistrict AND d.case_id = l.case_id AND d.version < l.version AND d.payload ? 'department_code'
            ORDER BY d.version DESC LIMIT 1) sent
        WHERE l.subdistrict = p_case.subdistrict AND l.case_id = p_case.case_id AND l.action = 'return_to_dispatcher';
    END IF;
    RETURN QUERY
    SELECT DISTINCT ON (d.department_code) d.department_code,
           coalesce(first_value(u.channel) OVER (PARTITION BY d.department_code ORDER BY u.channel IS NULL, u.rank), d.channel),
           CASE WHEN d.department_code = ANY (returned) THEN 'returned' ELSE u.reason END,
           u.rank + CASE WHEN d.department_code = ANY (returned) THEN 20000 ELSE 0 END,
           first_value(u.escalation) OVER (PARTITION BY d.department_code ORDER BY u.escalation IS NULL, u.rank)
    FROM (SELECT p_case.department_code, NULL AS channel, 'rework' AS reason, -1 AS rank, NULL::jsonb AS escalation
          WHERE p_case.state = 'pending_dispatch' AND p_case.rework_count > 0
          UNION ALL
          SELECT p.department_code, NULL, 'owner', 0, NULL FROM component p
          WHERE p.subdistrict = p_case.subdistrict AND p.identity_code = p_case.component_identity
          UNION ALL
          SELECT r.* FROM responsible_units(p_case, p_at) r) u
    JOIN department d ON d.subdistrict = p_case.subdistrict AND d.department_code = u.department_code
    WHERE d.valid_from <= today AND (d.valid_to IS NULL OR d.valid_to >= today)
    ORDER BY d.department_code, u.rank;
END
$body$;

-- How many people of a unit are on shift, and where the nearest of them set out from: NULL where the unit keeps no roster.
-- A position counts for half an hour.
CREATE FUNCTION desk.unit_on_duty(p_subdistrict text, p_department text, p_at timestamptz, p_spot geometry,
                                  OUT on_duty integer, OUT staff_number text, OUT geom geometry)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH unit AS (
        SELECT f.staff_number, bool_or(s.starts_at <= p_at AND turn_holds(r, p_at)) AS is_here
        FROM staff f
        JOIN roster r ON r.subdistrict = f.subdistrict AND r.staff_number = f.staff_number
        JOIN shift s ON s.subdistrict = r.subdistrict AND s.shift_id = r.shift_id
        WHERE f.subdistrict = p_subdistrict AND f.department_code = p_department
          AND s.ends_at > p_at AND s.starts_at <= p_at + interval '7 days'
        GROUP BY f.staff_number
    ), nearest AS (
        SELECT p.staff_number, p.geom FROM unit u
        JOIN staff_position p ON p.subdistrict = p_subdistrict AND p.staff_number = u.staff_number
        WHERE u.is_here AND p.observed_at > p_at - interval '30 minutes'
        ORDER BY p.geom <-> p_spot LIMIT 1
    )
    SELECT (SELECT count(*) FILTER (WHERE u.is_here)::integer FROM unit u HAVING count(*) > 0), n.staff_number, n.geom
    FROM (SELECT 1) one LEFT JOIN nearest n ON true
$body$;

-- Whom to turn to when a unit does nothing, soonest first, with name and telephone; units that ended are left out.
CREATE FUNCTION desk.escalation_named(p_subdistrict text, p_escalation jsonb, p_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE
AS $body$
    SELECT jsonb_agg(jsonb_build_object('minutes', e.minutes, 'department_code', d.department_code, 'department_zh', d.name_zh,
                                        'department_en', d.name_en, 'phone', d.phone) ORDER BY e.minutes, d.department_code)
    FROM jsonb_to_recordset(p_escalation) e(minutes numeric, department_code text)
    JOIN room.department d ON d.subdistrict = p_subdistrict AND d.department_code = e.department_code
    CROSS JOIN (SELECT (p_at AT TIME ZONE 'Asia/Shanghai')::date AS day) today
    WHERE d.valid_from <= today.day AND (d.valid_to IS NULL OR d.valid_to >= today.day)
$body$;

-- Whom to send, best first: by the responsibility table, then units with somebody on duty, less loaded, nearer. The walk
-- starts at the nearest person on duty or, where nobody's position is known, at the unit's address.
CREATE FUNCTION desk.recommend(p_case bigint)
RETURNS TABLE (department_code text, department_zh text, department_en text, phone text, channel text, reason text,
               open_cases bigint, metres double precision, on_duty integer, metres_along text, walks_from text, is_first boolean,
               escalation jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    c case_file;
BEGIN
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = person.subdistrict AND f.case_id = p_case AND person.sees_all;
    RETURN QUERY
    WITH unit AS MATERIALIZED (
        SELECT row_number() OVER (ORDER BY u.rank)::integer AS n, u.rank, u.reason, u.channel AS by_way_of, u.escalation, d.*,
               o.on_duty AS here, o.staff_number AS walker, coalesce(o.geom, d.geom) AS origin, first_value(u.rank) OVER (ORDER BY u.rank) AS best
        FROM (SELECT * FROM candidate_units(c, moment) k ORDER BY k.rank LIMIT 5) u
        JOIN department d ON d.subdistrict = c.subdistrict AND d.department_code = u.department_code
        CROSS JOIN LATERAL unit_on_duty(c.subdistrict, d.department_code, moment, c.geom) o
    ), place AS (
        SELECT array_agg(u.n ORDER BY u.n) AS numbers, array_agg(u.origin ORDER BY u.n) AS origins FROM unit u WHERE u.origin IS NOT NULL
    ), walk AS MATERIALIZED (
        SELECT p.numbers[w.place] AS n, w.metres FROM place p CROSS JOIN LATERAL walks(c.subdistrict, c.geom, p.origins) w
        WHERE p.origins IS NOT NULL
    ), load AS MATERIALIZED (
        -- By arrays: all open case files are looked at, and two joins of them cost a third more.
        SELECT o.department_code AS code, count(*) AS held FROM case_file o
        WHERE o.subdistrict = c.subdistrict AND o.closed_at IS NULL
          AND o.state = ANY (ARRAY(SELECT s.state FROM case_state s WHERE s.holder_axis = 'handler'))
          AND o.department_code = ANY (ARRAY(SELECT u.department_code FROM unit u))
        GROUP BY 1
    )
    SELECT u.department_code, u.name_zh, u.name_en, u.phone, u.by_way_of, u.reason, coalesce(l.held, 0),
           coalesce(w.metres, ST_Distance(u.origin, c.geom)), u.here,
           CASE WHEN w.n IS NOT NULL THEN 'street' WHEN u.origin IS NOT NULL THEN 'straight' END, u.walker, u.rank = u.best AND u.rank < 20000,
           escalation_named(c.subdistrict, u.escalation, moment)
    FROM unit u LEFT JOIN walk w USING (n) LEFT JOIN load l ON l.code = u.department_code
    ORDER BY u.rank, u.here IS NOT DISTINCT FROM 0, 7, 8;
END
$body$;

-- The walk from a case file to a unit, by default the one that holds it or else the first recommended, for the map: the line
-- and its corners in the room's metres. Straight where no street leads there.
CREATE FUNCTION desk.route_to_unit(p_case bigint, p_department text DEFAULT NULL)
RETURNS TABLE (department_code text, metres double precision, metres_along text, xs double precision[], ys double precision[], line geometry)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    c case_file;
    unit department;
    origin geometry;
    walk record;
BEGIN
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = person.subdistrict AND f.case_id = p_case AND person.sees_all;
    SELECT d.* INTO unit FROM department d WHERE d.subdistrict = c.subdistrict AND d.department_code = coalesce(
        p_department, c.department_code, (SELECT k.department_code FROM candidate_units(c, moment) k ORDER BY k.rank LIMIT 1));
    origin := coalesce((unit_on_duty(c.subdistrict, unit.department_code, moment, c.geom)).geom, unit.geom);
    IF origin IS NULL OR c.geom IS NULL THEN
        RETURN;
    END IF;
    SELECT w.metres, ST_Reverse(w.line) AS line INTO walk FROM walks(c.subdistrict, c.geom, ARRAY[origin]) w;
    line := coalesce(walk.line, ST_MakeLine(c.geom, origin));
    RETURN QUERY SELECT unit.department_code, coalesce(walk.metres, ST_Length(line)),
        CASE WHEN walk.line IS NULL THEN 'straight' ELSE 'street' END,
        array_agg(ST_X(p.geom) ORDER BY p.path), array_agg(ST_Y(p.geom) ORDER BY p.path), line
    FROM ST_DumpPoints(line) p;
END
$body$;

-- The channels a dispatcher names for an order, each once; NULL where he leaves them open.
CREATE FUNCTION desk.named_channels(p_payload jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    wrong text;
BEGIN
    IF jsonb_typeof(p_payload -> 'channels') IS DISTINCT FROM 'array' OR p_payload -> 'channels' = jsonb_build_array() THEN
        RETURN NULL;
    END IF;
    SELECT c INTO wrong FROM jsonb_array_elements_text(p_payload -> 'channels') c WHERE c NOT IN ('slip', 'text', 'webhook') LIMIT 1;
    IF wrong IS NOT NULL THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'channel', 'value', left(wrong, 40)));
    END IF;
    RETURN (SELECT jsonb_agg(DISTINCT c) FROM jsonb_array_elements_text(p_payload -> 'channels') c);
END
$body$;

-- What an earlier version of these functions worked out is worked out again.
DELETE FROM room.known_unit;

-- Keep what candidate_units() answers of a unit for the class and the place of a case file, and when its limit ends (room.known_unit),
-- until any of the rows it is worked out from begins or ends. Not where somebody else is keeping or changing something.
CREATE FUNCTION desk.keep_unit(p_case room.case_file, p_department text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    today date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
    course record;
BEGIN
    IF p_case.condition_no IS NULL OR p_case.limit_state IS NOT NULL OR NOT pg_try_advisory_xact_lock(hashtextextended('known units', 0)) THEN
        RETURN false;
    END IF;
    course := limit_course(condition_of(p_case), p_at);
    INSERT INTO known_unit
    SELECT p_case.subdistrict, ARRAY[p_case.profile, p_case.kind, p_case.class_code, p_case.condition_no::text, p_case.unit_grid_code,
               p_case.community_code, d.department_code], (
               SELECT tstzrange(greatest(max(b.at) FILTER (WHERE b.at <= p_at), p_at), least(min(b.at) FILTER (WHERE b.at > p_at), course.until))
               FROM answer_bounds(p_case, today) b),
           (d.department_code <> ALL (u.firsts)) IS TRUE,
           jsonb_build_object('recommended', u.firsts, 'channels', jsonb_build_array(coalesce(u.channel, d.channel)))
               || CASE WHEN u.escalation IS NULL THEN jsonb_build_object() ELSE jsonb_build_object('escalation', u.escalation) END,
           coalesce(u.channel, d.channel), d.contact_name, jsonb_build_object('class_code', c.code, 'class_zh', c.name_zh,
               'class_en', c.name_en, 'unit_grid_code', p_case.unit_grid_code, 'department_code', d.department_code,
               'department_zh', d.name_zh, 'phone', d.phone),
           course.yellow_at, course.deadline_at, course.yellow_after, course.deadline_after
    FROM class c JOIN department d ON d.subdistrict = p_case.subdistrict AND d.department_code = p_department
    CROSS JOIN (
        SELECT array_agg(k.department_code ORDER BY k.department_code) FILTER (WHERE k.rank = k.best) AS firsts,
               max(k.channel) FILTER (WHERE k.department_code = p_department) AS channel,
               (array_agg(k.escalation) FILTER (WHERE k.department_code = p_department))[1] AS escalation
        FROM (SELECT x.*, min(x.rank) OVER () AS best FROM candidate_units(p_case, p_at) x) k) u
    WHERE c.profile = p_case.profile AND c.kind = p_case.kind AND c.code = p_case.class_code
      AND d.valid_from <= today AND (d.valid_to IS NULL OR d.valid_to >= today)
    ON CONFLICT (subdistrict, asked) DO UPDATE
    SET (during, overrules, settled, channel, recipient, words, yellow_at, deadline_at, yellow_after, deadline_after) =
        ROW(EXCLUDED.during, EXCLUDED.overrules, EXCLUDED.settled, EXCLUDED.channel, EXCLUDED.recipient, EXCLUDED.words,
            EXCLUDED.yellow_at, EXCLUDED.deadline_at, EXCLUDED.yellow_after, EXCLUDED.deadline_after);
    RETURN true;
END
$body$;

-- The moments at which what candidate_units() answers for a case file may change: validity, hours of yesterday to tomorrow, states.
CREATE FUNCTION desk.answer_bounds(p_case room.case_file, p_day date) RETURNS TABLE (at timestamptz)
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN QUERY
    WITH rule AS MATERIALIZED (
        SELECT r.valid_from, r.valid_to, r.hour_from, r.hour_to FROM responsibility r
        WHERE r.subdistrict = p_case.subdistrict AND r.profile = p_case.profile AND r.kind = p_case.kind
    ), parent AS MATERIALIZED (
        SELECT g.parent_kind, g.parent_code, g.valid FROM grid_parent g
        WHERE g.subdistrict = p_case.subdistrict AND g.kind = 'unit_grid' AND g.code = p_case.unit_grid_code
    ), day AS (
        SELECT unnest(ARRAY[r.valid_from, r.valid_to + 1]) AS starts FROM rule r
        UNION ALL SELECT unnest(ARRAY[lower(g.valid), upper(g.valid)]) FROM parent g
        UNION ALL SELECT unnest(ARRAY[lower(v.valid), upper(v.valid)]) FROM grid_version v
            WHERE v.subdistrict = p_case.subdistrict AND (v.kind, v.code) IN (
                SELECT 'unit_grid', p_case.unit_grid_code UNION ALL SELECT g.parent_kind, g.parent_code FROM parent g)
        UNION ALL SELECT unnest(ARRAY[d.valid_from, d.valid_to + 1]) FROM department d WHERE d.subdistrict = p_case.subdistrict
    )
    SELECT day.starts::timestamp AT TIME ZONE 'Asia/Shanghai' FROM day WHERE day.starts IS NOT NULL
    UNION ALL
    SELECT (p_day + days.n + unnest(ARRAY[r.hour_from, r.hour_to])) AT TIME ZONE 'Asia/Shanghai'
    FROM rule r CROSS JOIN generate_series(-1, 1) AS days(n) WHERE r.hour_from IS NOT NULL AND r.hour_to IS NOT NULL
    UNION ALL
    SELECT unnest(ARRAY[lower(a.valid), upper(a.valid)]) FROM area_state a WHERE a.subdistrict = p_case.subdistrict;
END
$body$;

-- What a dispatch puts into the log beside its payload, where what is kept of the responsibility table says all of it; NULL elsewhere.
CREATE FUNCTION desk.known_settlement(p_case room.case_file, p_payload jsonb, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    settled jsonb;
BEGIN
    FOR look IN 1 .. 2 LOOP
        SELECT CASE WHEN NOT k.overrules OR btrim(p_payload ->> 'reason') <> '' THEN p_payload - 'escalation' || k.settled END INTO settled
        FROM known_unit k
        WHERE k.subdistrict = p_case.subdistrict AND k.asked = ARRAY[p_case.profile, p_case.kind, p_case.class_code,
              p_case.condition_no::text, p_case.unit_grid_code, p_case.community_code, p_payload ->> 'department_code'] AND k.during @> p_at;
        IF FOUND OR look = 2 OR NOT keep_unit(p_case, p_payload ->> 'department_code', p_at) THEN
            RETURN settled;
        END IF;
    END LOOP;
END
$body$;

-- What a dispatch puts into the log beside its payload: the units that came first at that moment, whom to turn to when the unit
-- does nothing, and the channels the order takes: those the dispatcher named, else the responsibility table's, else the unit's
-- own. Sending another unit is allowed and needs a reason; load and distance only advise among units that rank alike.
CREATE FUNCTION desk.settle_dispatch(p_case room.case_file, p_payload jsonb, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    unit text := p_payload ->> 'department_code';
    channels jsonb := CASE WHEN p_payload ? 'channels' THEN named_channels(p_payload) END;
    settled jsonb;
    best integer;
    firsts text[];
    by_way_of text;
    nexts jsonb;
    u record;
BEGIN
    IF p_case.department_code IS NULL AND p_case.return_count = 0 AND p_case.rework_count = 0 AND p_case.component_identity IS NULL THEN
        settled := known_settlement(p_case, p_payload, p_at);
        IF settled IS NOT NULL THEN
            RETURN CASE WHEN channels IS NULL THEN settled ELSE settled || jsonb_build_object('channels', channels) END;
        END IF;
    END IF;
    FOR u IN SELECT k.* FROM candidate_units(p_case, p_at) k ORDER BY k.rank, k.department_code LOOP
        best := coalesce(best, u.rank);
        IF u.rank = best AND u.rank < 20000 THEN
            firsts := firsts || u.department_code;
        END IF;
        IF u.department_code = unit THEN
            by_way_of := u.channel; nexts := u.escalation;
        END IF;
    END LOOP;
    IF channels IS NULL THEN
        channels := jsonb_build_array(coalesce(by_way_of, (
            SELECT d.channel FROM department d WHERE d.subdistrict = p_case.subdistrict AND d.department_code = unit)));
    END IF;
    p_payload := p_payload - 'escalation' || CASE WHEN nexts IS NULL THEN jsonb_build_object() ELSE jsonb_build_object('escalation', nexts) END;
    -- Work to be done again goes to the unit that did it, so there is nothing to overrule.
    IF p_case.department_code IS NOT NULL THEN
        RETURN p_payload - 'recommended' || jsonb_build_object('channels', channels);
    END IF;
    IF unit <> ALL (firsts) AND coalesce(btrim(p_payload ->> 'reason'), '') = '' THEN
        PERFORM refuse('overruled_without_reason', jsonb_build_object('department', (
                SELECT d.name_zh FROM department d WHERE d.subdistrict = p_case.subdistrict AND d.department_code = unit),
            'recommended', (SELECT string_agg(d.name_zh, '、' ORDER BY d.name_zh) FROM department d
                            WHERE d.subdistrict = p_case.subdistrict AND d.department_code = ANY (firsts))));
    END IF;
    RETURN p_payload || jsonb_build_object('recommended', to_jsonb(firsts), 'channels', channels);
END
$body$;
