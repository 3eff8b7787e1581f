-- What the operating state of a place changes: the time limits of its case files when a clock starts, and the turns of duty that hold.

-- The operating state of the place a case file lies in: the gravest of the areas around it.
CREATE FUNCTION desk.operating_state_of(p_case room.case_file, p_at timestamptz) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN coalesce((
        SELECT a.state FROM area_state a JOIN operating_state o USING (state)
        WHERE a.subdistrict = p_case.subdistrict AND a.state <> 'normal' AND a.valid @> p_at AND (
            a.area_kind = 'subdistrict' OR (a.area_kind = 'community' AND a.area_code = p_case.community_code) OR EXISTS (
                SELECT FROM grid_parent g
                WHERE g.subdistrict = a.subdistrict AND g.kind = 'unit_grid' AND g.code = p_case.unit_grid_code
                  AND g.parent_kind = a.area_kind AND g.parent_code = a.area_code
                  AND g.valid @> (p_at AT TIME ZONE 'Asia/Shanghai')::date))
        ORDER BY o.gravity DESC LIMIT 1), 'normal');
END
$body$;

-- Whether a turn of duty holds at a moment: in any state, or while its ground, or any area in it where it is the whole subdistrict's,
-- is in one of the states named.
CREATE FUNCTION desk.turn_holds(p_turn room.roster, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    grounds text[];
    held text[];
BEGIN
    IF p_turn.operating_states IS NULL THEN
        RETURN true;
    END IF;
    grounds := ARRAY[coalesce(p_turn.grid_kind, 'community') || ':' || p_turn.grid_code] || ARRAY(
        SELECT 'community:' || g.community_code FROM grid g
        WHERE g.subdistrict = p_turn.subdistrict AND g.kind = p_turn.grid_kind AND g.code = p_turn.grid_code
        UNION ALL
        SELECT g.parent_kind || ':' || g.parent_code FROM grid_parent g
        WHERE g.subdistrict = p_turn.subdistrict AND g.kind = p_turn.grid_kind AND g.code = p_turn.grid_code
          AND g.valid @> (p_at AT TIME ZONE 'Asia/Shanghai')::date);
    SELECT array_agg(a.state ORDER BY o.gravity DESC) INTO held FROM area_state a JOIN operating_state o USING (state)
    WHERE a.subdistrict = p_turn.subdistrict AND a.state <> 'normal' AND a.valid @> p_at
      AND (p_turn.grid_code IS NULL OR a.area_kind = 'subdistrict' OR a.area_kind || ':' || a.area_code = ANY (grounds));
    RETURN CASE WHEN held IS NULL THEN 'normal' = ANY (p_turn.operating_states)
                WHEN p_turn.grid_code IS NULL THEN held && p_turn.operating_states
                ELSE held[1] = ANY (p_turn.operating_states) END;
END
$body$;

-- The same now, for whoever reads the roster of his own subdistrict.
CREATE FUNCTION desk.holds_now(p_shift bigint, p_staff_number text, p_role text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    RETURN (SELECT turn_holds(r, room_now()) FROM roster r
            WHERE r.subdistrict = my_subdistrict() AND r.shift_id = p_shift AND r.staff_number = p_staff_number AND r.role = p_role);
END
$body$;

-- The case file with the limit of the stage that has just begun, where the state has one of its own.
CREATE FUNCTION desk.state_stage_limit(p_case room.case_file, p_state text) RETURNS room.case_file
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    c room.case_file := p_case;
    own integer := (
        SELECT l.minutes FROM operating_stage_limit l
        WHERE l.profile IN (c.profile, 'default') AND l.state = p_state AND l.stage = c.clock ORDER BY l.profile = 'default' LIMIT 1);
BEGIN
    IF own IS NOT NULL THEN
        c.due_at := c.clock_started_at + make_interval(mins => own);
        c.yellow_at := c.clock_started_at + make_interval(secs => floor(own * 60 * yellow_share(c.profile))::double precision);
    END IF;
    RETURN c;
END
$body$;

-- By which state's limit the stage of a case file runs, and what would be normal; nothing where it runs by the normal one. It is not
-- kept, since every step would pay for it: it is told from the state there was when the stage began. After a suspension a stage has
-- another length, and nothing is said.
CREATE FUNCTION desk.stage_limit_of(p_case bigint) RETURNS TABLE (state text, minutes integer, normal_minutes integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    c case_file;
    held text;
BEGIN
    SELECT * INTO c FROM case_file f WHERE f.subdistrict = person.subdistrict AND f.case_id = p_case
        AND (person.sees_all OR f.department_code = person.department_code);
    held := operating_state_of(c, c.clock_started_at);
    RETURN QUERY
    SELECT own.state, own.minutes, (
               SELECT l.minutes FROM stage_limit l
               WHERE l.profile IN (c.profile, 'default') AND l.stage = c.clock ORDER BY l.profile = 'default' LIMIT 1)
    FROM (SELECT l.state, l.minutes FROM operating_stage_limit l
          WHERE l.profile IN (c.profile, 'default') AND l.state = held AND l.stage = c.clock ORDER BY l.profile = 'default' LIMIT 1) own
    WHERE c.due_at = c.clock_started_at + make_interval(mins => own.minutes);
END
$body$;

-- The state, where it has a limit of its own for a case file's class and condition; else nothing, which means the normal one.
CREATE FUNCTION desk.state_with_limit(p_case room.case_file, p_state text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN (SELECT l.state FROM operating_class_limit l
            WHERE l.profile = p_case.profile AND l.kind = p_case.kind AND l.class_code = p_case.class_code
              AND l.condition_no = p_case.condition_no AND l.state = p_state);
END
$body$;

-- A condition with the limit that a state has for it; one that the table no longer has is the normal one again.
CREATE FUNCTION desk.state_class_limit(p_condition room.class_condition, p_state text) RETURNS room.class_condition
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    answer room.class_condition := p_condition;
    own room.operating_class_limit;
BEGIN
    SELECT * INTO own FROM operating_class_limit l
    WHERE l.profile = answer.profile AND l.kind = answer.kind AND l.class_code = answer.class_code
      AND l.condition_no = answer.condition_no AND l.state = p_state;
    IF own.state IS NOT NULL THEN
        answer.limit_amount := own.limit_amount;
        answer.limit_unit := own.limit_unit;
    END IF;
    RETURN answer;
END
$body$;
