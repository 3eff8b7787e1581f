-- Patrol checks: a second, independent sweep of grids that are drawn by lot, each once before any comes again. The log of the room
-- keeps every draw, so nobody draws until he likes what he gets.

-- The grids that are drawn: patrol grids where there are some today, else unit grids.
CREATE FUNCTION desk.checked_kind(p_subdistrict text) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN CASE WHEN EXISTS (
        SELECT FROM grid_version v WHERE v.subdistrict = p_subdistrict AND v.kind = 'patrol_grid' AND v.valid @> room_today())
        THEN 'patrol_grid' ELSE 'unit_grid' END;
END
$body$;

-- Grids of a kind that were drawn in a round.
CREATE FUNCTION desk.drawn_in(p_subdistrict text, p_kind text, p_round integer) RETURNS text[]
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN ARRAY(
        SELECT g.code FROM room_log l CROSS JOIN LATERAL jsonb_array_elements_text(l.details -> 'grids') g(code)
        WHERE l.subdistrict = p_subdistrict AND l.subject = 'patrol' AND l.key = 'checks' AND l.details ->> 'grid_kind' = p_kind
          AND (l.details ->> 'round')::integer = p_round);
END
$body$;

-- Draw some grids: those whose hash with a number nobody knew before comes first, of all that the running round has not had; what
-- is short comes from the next round. Anybody who sees the log can work the draw out. The same request again draws nothing anew.
-- Returns how many were drawn.
CREATE FUNCTION desk.draw_grids(p_count integer, p_request uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    kind text := checked_kind(person.subdistrict);
    lot text := encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');
    moment timestamptz;
    round_no integer;
    chosen text[];
    drawn text[] := ARRAY[]::text[];
BEGIN
    IF NOT person.roles && ARRAY['shift_leader', 'evaluator'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'draw_grids', 'role', 'shift_leader'));
    ELSIF p_request IS NULL THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'request'));
    ELSIF (p_count BETWEEN 1 AND 1000) IS NOT TRUE THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'count', 'value', p_count));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('patrol checks ' || person.subdistrict, 0));
    moment := room_now();
    SELECT array_agg(g.code) INTO chosen
    FROM room_log l CROSS JOIN LATERAL jsonb_array_elements_text(l.details -> 'grids') g(code)
    WHERE l.subdistrict = person.subdistrict AND l.subject = 'patrol' AND l.key = 'checks' AND l.details ->> 'request' = p_request::text;
    IF chosen IS NOT NULL THEN
        RETURN cardinality(chosen);
    END IF;
    SELECT coalesce(max((l.details ->> 'round')::integer), 1) INTO round_no FROM room_log l
    WHERE l.subdistrict = person.subdistrict AND l.subject = 'patrol' AND l.key = 'checks' AND l.details ->> 'grid_kind' = kind;
    -- This round and the next: nobody is sent twice to one grid by one draw.
    FOR n IN round_no .. round_no + 1 LOOP
        chosen := ARRAY(
            SELECT v.code FROM grid_version v
            WHERE v.subdistrict = person.subdistrict AND v.kind = checked_kind(person.subdistrict) AND v.valid @> room_today()
              AND v.code <> ALL (drawn || drawn_in(person.subdistrict, v.kind, n))
            ORDER BY sha256(convert_to(lot || v.code, 'UTF8')) LIMIT p_count - cardinality(drawn));
        CONTINUE WHEN chosen = ARRAY[]::text[];
        PERFORM enter_log(person.subdistrict, 'patrol', 'checks', 'drawn', NULL, person.staff_number, jsonb_build_object(
            'round', n, 'grid_kind', kind, 'grids', to_jsonb(chosen), 'lot', lot, 'request', p_request), moment);
        drawn := drawn || chosen;
    END LOOP;
    RETURN cardinality(drawn);
END
$body$;

-- Every grid of every draw, with whoever answers for it, who is not the one to check it.
CREATE VIEW desk.patrol_check WITH (security_invoker = true) AS
SELECT l.subdistrict, l.entry_no, l.at, l.staff_number, l.staff_name, (l.details ->> 'round')::integer AS round_no,
       l.details ->> 'grid_kind' AS grid_kind, g.code AS grid_code, g.place::integer AS place, v.name_zh, v.name_en,
       v.responsible_staff, v.staff_name AS responsible_name
FROM desk.room_log l
CROSS JOIN LATERAL jsonb_array_elements_text(l.details -> 'grids') WITH ORDINALITY g(code, place)
LEFT JOIN desk.grid v ON v.subdistrict = l.subdistrict AND v.kind = l.details ->> 'grid_kind' AND v.code = g.code
WHERE l.subject = 'patrol' AND l.key = 'checks';
