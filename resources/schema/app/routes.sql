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

-- The place of a corner: see room.corner_number().
CREATE FUNCTION desk.corner_point(p_number bigint, p_srid integer) RETURNS geometry
LANGUAGE sql IMMUTABLE
AS $body$
    SELECT ST_SetSRID(ST_MakePoint((p_number >> 30) / 100.0, (p_number & 1073741823) / 100.0), p_srid)
$body$;

-- The streets that some spots reach, in pieces from corner to corner; where a spot reaches its street, that is a corner too.
CREATE FUNCTION desk.reached_pieces(p_subdistrict text, p_spots geometry[])
RETURNS TABLE (street_id bigint, source bigint, target bigint, metres double precision)
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
        SELECT r.street_id, ST_LineSubstring(t.geom, part.starts, part.ends) AS geom
        FROM reached r JOIN street t ON t.subdistrict = p_subdistrict AND t.street_id = r.street_id
        CROSS JOIN LATERAL (
            SELECT lag(f) OVER (ORDER BY f) AS starts, f AS ends FROM unnest(r.fractions) f
        ) part
        WHERE part.ends > part.starts
    )
    SELECT l.street_id, c.source, c.target, c.metres FROM line l CROSS JOIN LATERAL room.cut_line(l.geom) c
$body$;

-- The way on foot from each place to a spot, along streets: number of the place, metres, line. A place that no street joins
-- to the spot, or that lies far from any, has no row; without pgRouting none has.
CREATE FUNCTION desk.walks(p_subdistrict text, p_spot geometry, p_places geometry[])
RETURNS TABLE (place integer, metres double precision, line geometry)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    room_srid integer := ST_SRID(p_spot);
    streets bigint[];
    sources bigint[];
    targets bigint[];
    lengths double precision[];
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pgrouting') THEN
        RETURN;
    END IF;
    SELECT array_agg(p.street_id), array_agg(p.source), array_agg(p.target), array_agg(p.metres)
    INTO streets, sources, targets, lengths FROM reached_pieces(p_subdistrict, p_spot || p_places) p;
    RETURN QUERY
    WITH corner AS MATERIALIZED (
        SELECT c.number, corner_point(c.number, room_srid) AS geom
        FROM (SELECT unnest(sources) UNION SELECT unnest(targets)) c(number)
    ), spot AS MATERIALIZED (
        SELECT s.n::integer - 1 AS place, s.geom, near.number, near.away FROM unnest(p_spot || p_places) WITH ORDINALITY s(geom, n)
        CROSS JOIN LATERAL (SELECT c.number, ST_Distance(c.geom, s.geom) AS away FROM corner c ORDER BY 2 LIMIT 1) near
        WHERE near.away <= 200
    ), way AS MATERIALIZED (
        -- From the spot to all places, which is one search; a street leads both ways. A detour may leave the box of the spots; a
        -- few blocks more are enough inside a subdistrict.
        SELECT d.* FROM pgr_dijkstra(
            format('SELECT row_number() OVER () AS id, e.* FROM (
                        SELECT p.source, p.target, p.metres AS cost FROM room.street t
                        JOIN room.street_piece p ON p.subdistrict = t.subdistrict AND p.street_id = t.street_id
                        WHERE t.subdistrict = %L AND t.geom && %L::public.geometry AND t.street_id <> ALL (%L::bigint[])
                        UNION ALL SELECT * FROM unnest(%L::bigint[], %L::bigint[], %L::float8[])) e',
                p_subdistrict, ST_Expand(ST_Collect(p_spot || p_places), 300), streets, sources, targets, lengths),
            (SELECT s.number FROM spot s WHERE s.place = 0), (SELECT array_agg(DISTINCT s.number) FROM spot s WHERE s.place > 0), false) d
    )
    SELECT s.place, s.away + h.away + coalesce(w.metres, 0),
           ST_RemoveRepeatedPoints(ST_MakeLine(s.geom || coalesce(w.corners, ARRAY[corner_point(s.number, room_srid)]) || h.geom))
    FROM spot s
    JOIN spot h ON h.place = 0
    LEFT JOIN LATERAL (
        SELECT max(d.agg_cost) AS metres, array_agg(corner_point(d.node, room_srid) ORDER BY d.path_seq DESC) AS corners
        FROM way d WHERE d.end_vid = s.number
    ) w ON true
    WHERE s.place > 0 AND (w.metres IS NOT NULL OR s.number = h.number);
END
$body$;
