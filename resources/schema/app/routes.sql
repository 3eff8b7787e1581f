-- Ways on foot along the room's streets, by pgRouting where the server has it. Without it everything works, and distances are
-- straight lines that say so.
DO $routing$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pgrouting') THEN
        CREATE EXTENSION IF NOT EXISTS pgrouting SCHEMA public;
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'pgrouting was not added: only a superuser may; walking distances will be straight lines';
END
$routing$;

-- A street corner as a number that says where it is, to the centimetre: lines that share a corner meet there, whether they
-- end at it or not, and nothing has to be looked up.
CREATE FUNCTION desk.corner_number(p_point geometry) RETURNS bigint
LANGUAGE sql IMMUTABLE
AS $body$
    SELECT (round(ST_X(p_point) * 100)::bigint << 30) + round(ST_Y(p_point) * 100)::bigint
$body$;
CREATE FUNCTION desk.corner_point(p_number bigint, p_srid integer) RETURNS geometry
LANGUAGE sql IMMUTABLE
AS $body$
    SELECT ST_SetSRID(ST_MakePoint((p_number >> 30) / 100.0, (p_number & 1073741823) / 100.0), p_srid)
$body$;

-- The streets about some spots in pieces from corner to corner. Where a spot reaches its street, that is a corner too.
CREATE FUNCTION desk.street_pieces(p_subdistrict text, p_spots geometry[])
RETURNS TABLE (source bigint, target bigint, metres double precision, is_reached boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH reached AS (
        SELECT near.street_id, array_agg(near.fraction) || ARRAY[0, 1]::double precision[] AS fractions
        FROM unnest(p_spots) spot
        CROSS JOIN LATERAL (
            SELECT t.street_id, ST_LineLocatePoint(t.geom, spot) AS fraction FROM street t
            WHERE t.subdistrict = p_subdistrict ORDER BY t.geom <-> spot LIMIT 1) near
        GROUP BY near.street_id
    ), line AS (
        SELECT t.street_id * 100 AS line_no, t.geom, false AS is_reached
        FROM street t
        -- A detour may leave the box of the spots; a few blocks more are enough inside a subdistrict.
        WHERE t.subdistrict = p_subdistrict AND t.geom && ST_Expand((SELECT ST_Collect(spot) FROM unnest(p_spots) spot), 300)
          AND t.street_id NOT IN (SELECT r.street_id FROM reached r)
        UNION ALL
        SELECT t.street_id * 100 + part.n, ST_LineSubstring(t.geom, part.starts, part.ends), true
        FROM reached r JOIN street t ON t.subdistrict = p_subdistrict AND t.street_id = r.street_id
        CROSS JOIN LATERAL (
            SELECT row_number() OVER (ORDER BY f) AS n, lag(f) OVER (ORDER BY f) AS starts, f AS ends FROM unnest(r.fractions) f
        ) part
        WHERE part.ends > part.starts
    ), corner AS (
        SELECT l.is_reached, l.line_no, d.path[1] AS n, corner_number(d.geom) AS number FROM line l CROSS JOIN LATERAL ST_DumpPoints(l.geom) d
    ), piece AS (
        SELECT lag(c.number) OVER (PARTITION BY c.line_no ORDER BY c.n) AS source, c.number AS target, c.is_reached FROM corner c
    )
    SELECT p.source, p.target,
           sqrt(((p.target >> 30) - (p.source >> 30))::float8 ^ 2 + ((p.target & 1073741823) - (p.source & 1073741823))::float8 ^ 2) / 100,
           p.is_reached
    FROM piece p WHERE p.source <> p.target
$body$;

-- The way on foot from each place to a spot, along streets: number of the place, metres, line. A place that no street joins
-- to the spot, or that lies far from any, has no row; without pgRouting none has.
CREATE FUNCTION desk.walks(p_subdistrict text, p_spot geometry, p_places geometry[])
RETURNS TABLE (place integer, metres double precision, line geometry)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    room_srid integer := ST_SRID(p_spot);
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pgrouting') THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH piece AS MATERIALIZED (
        SELECT * FROM street_pieces(p_subdistrict, p_spot || p_places)
    ), corner AS MATERIALIZED (
        SELECT c.number, corner_point(c.number, room_srid) AS geom
        FROM (SELECT source FROM piece WHERE is_reached UNION SELECT target FROM piece WHERE is_reached) c(number)
    ), spot AS MATERIALIZED (
        SELECT s.n::integer - 1 AS place, s.geom, near.number, near.away FROM unnest(p_spot || p_places) WITH ORDINALITY s(geom, n)
        CROSS JOIN LATERAL (SELECT c.number, ST_Distance(c.geom, s.geom) AS away FROM corner c ORDER BY 2 LIMIT 1) near
        WHERE near.away <= 200
    ), way AS MATERIALIZED (
        SELECT d.* FROM pgr_dijkstra(
            (SELECT format('SELECT * FROM unnest(%L::bigint[], %L::bigint[], %L::bigint[], %L::float8[]) t(id, source, target, cost)',
                array_agg(p.n), array_agg(p.source), array_agg(p.target), array_agg(p.metres))
             FROM (SELECT row_number() OVER () AS n, * FROM piece) p),
            (SELECT array_agg(DISTINCT s.number) FROM spot s WHERE s.place > 0), (SELECT s.number FROM spot s WHERE s.place = 0), false) d
    )
    SELECT s.place, s.away + h.away + coalesce(w.metres, 0),
           ST_RemoveRepeatedPoints(ST_MakeLine(s.geom || coalesce(w.corners, ARRAY[corner_point(s.number, room_srid)]) || h.geom))
    FROM spot s
    JOIN spot h ON h.place = 0
    LEFT JOIN LATERAL (
        SELECT max(d.agg_cost) AS metres, array_agg(corner_point(d.node, room_srid) ORDER BY d.path_seq) AS corners
        FROM way d WHERE d.start_vid = s.number
    ) w ON true
    WHERE s.place > 0 AND (w.metres IS NOT NULL OR s.number = h.number);
END
$body$;
