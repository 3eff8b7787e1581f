-- Unit grids drawn anew: numbered west to east in rows taken north to south, old ones end, lineage and places follow.

-- Reserve a block of sequence numbers in a community; the first of the block. A number is never given again.
CREATE FUNCTION desk.take_grid_numbers(p_community text, p_count integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    digits integer := (SELECT unit_grid_length FROM class_profile WHERE profile = desk.class_profile(left(p_community, 9))) - 12;
    last integer;
BEGIN
    INSERT INTO grid_counter AS n (community_code, last_number)
    VALUES (p_community, p_count + coalesce((SELECT max(right(g.code, digits)::integer) FROM grid g
                                             WHERE g.kind = 'unit_grid' AND g.community_code = p_community), 0))
    ON CONFLICT (community_code) DO UPDATE SET last_number = n.last_number + p_count
    RETURNING last_number INTO last;
    IF length(last::text) > digits THEN
        PERFORM refuse('component.number_range', jsonb_build_object('number', last, 'largest', repeat('9', digits)));
    END IF;
    RETURN last - p_count + 1;
END
$body$;

-- Staged grids with their community (the given one, else that which holds most of the shape) and, where the very same
-- shape stands there today, its code.
CREATE FUNCTION desk.import_grids(p_batch room.import_batch)
RETURNS TABLE (feature_no bigint, source_id text, given text, community_code text, community_zh text, community_en text,
               name_zh text, code text, geom geometry)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT i.feature_no, i.source_id, import_text(i.fields, 'community_code'), d.code, d.name_zh, d.name_en,
           import_text(i.fields, 'name_zh'), same.code, i.geom
    FROM import_row i
    LEFT JOIN LATERAL (
        SELECT c.code, c.name_zh, c.name_en FROM division c
        WHERE c.level = 'community' AND c.subdistrict = p_batch.subdistrict AND c.valid_to IS NULL
          AND CASE WHEN import_text(i.fields, 'community_code') IS NOT NULL THEN c.code = import_text(i.fields, 'community_code')
                   ELSE ST_IsValid(i.geom) AND ST_Intersects(c.geom, i.geom) END
        ORDER BY ST_Area(ST_Intersection(c.geom, i.geom)) DESC, c.code LIMIT 1) d ON true
    LEFT JOIN LATERAL (
        SELECT v.code FROM grid_version v JOIN grid g USING (subdistrict, kind, code)
        WHERE v.subdistrict = p_batch.subdistrict AND v.kind = 'unit_grid' AND v.valid @> (SELECT room_today())
          AND g.community_code = d.code AND v.geom = i.geom LIMIT 1) same ON true
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    ORDER BY i.feature_no
$body$;

-- In one community, no overlap, nothing beyond the community, no gap. Below 10 m² or 0.1 % it is rounding.
CREATE FUNCTION desk.import_grid_faults(p_batch room.import_batch) RETURNS SETOF desk.import_fault
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH r AS (SELECT * FROM import_grids(p_batch)),
    sound AS (SELECT * FROM r WHERE r.community_code IS NOT NULL AND NOT ST_IsEmpty(r.geom) AND ST_IsValid(r.geom))
    SELECT r.feature_no, r.source_id, 'community_code',
           CASE WHEN r.given IS NULL THEN 'import.no_community' ELSE 'import.unknown_community' END,
           jsonb_build_object('field', 'community_code', 'value', r.given)
    FROM r WHERE r.community_code IS NULL
    UNION ALL
    SELECT a.feature_no, a.source_id, 'geometry', 'import.overlaps', jsonb_build_object('other', b.source_id, 'area', round(shared.area::numeric))
    FROM sound a JOIN sound b ON a.feature_no <> b.feature_no AND a.geom && b.geom
    CROSS JOIN LATERAL (SELECT ST_Area(ST_Intersection(a.geom, b.geom)) AS area) shared
    WHERE shared.area > 10
    UNION ALL
    SELECT a.feature_no, a.source_id, 'geometry', 'import.outside_parent',
           jsonb_build_object('parent', d.code, 'area', round(beyond.area::numeric))
    FROM sound a JOIN division d ON d.code = a.community_code
    CROSS JOIN LATERAL (SELECT ST_Area(ST_Difference(a.geom, d.geom)) AS area) beyond
    WHERE beyond.area > greatest(10, ST_Area(a.geom) / 1000)
    UNION ALL
    SELECT NULL, NULL, 'geometry', 'import.gap', jsonb_build_object('code', d.code, 'area', round(gap.area::numeric))
    FROM (SELECT s.community_code, ST_Union(s.geom) AS geom FROM sound s GROUP BY s.community_code) whole
    JOIN division d ON d.code = whole.community_code
    CROSS JOIN LATERAL (SELECT ST_Area(ST_Difference(d.geom, whole.geom)) AS area) gap
    WHERE gap.area > greatest(10, ST_Area(d.geom) / 1000)
$body$;

-- The order of numbering inside a community: rows of 100 m taken north to south, each west to east.
CREATE FUNCTION desk.reading_order(p_points geometry[]) RETURNS integer[]
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $body$
    SELECT coalesce(array_agg(o.position::integer ORDER BY o.row_no, o.x, o.y DESC, o.position), ARRAY[]::integer[])
    FROM (SELECT p.position, ST_X(p.point) AS x, ST_Y(p.point) AS y, floor((max(ST_Y(p.point)) OVER () - ST_Y(p.point)) / 100) AS row_no
          FROM unnest(p_points) WITH ORDINALITY AS p(point, position)) o
$body$;

-- Give the new grids of one community their numbers and store them; returns their codes.
CREATE FUNCTION desk.import_new_grids(p_batch room.import_batch, p_community text) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    digits integer := (SELECT unit_grid_length FROM class_profile WHERE profile = desk.class_profile(p_batch.subdistrict)) - 12;
    community division;
    shapes geometry[];
    names text[];
    places integer[];
    codes text[];
    first integer;
BEGIN
    SELECT * INTO community FROM division WHERE code = p_community;
    SELECT array_agg(i.geom ORDER BY i.feature_no), array_agg(i.name_zh ORDER BY i.feature_no),
           reading_order(array_agg(ST_PointOnSurface(i.geom) ORDER BY i.feature_no))
    INTO shapes, names, places
    FROM import_grids(p_batch) i WHERE i.community_code = p_community AND i.code IS NULL;
    IF shapes IS NULL THEN
        RETURN ARRAY[]::text[];
    END IF;
    first := take_grid_numbers(p_community, cardinality(shapes));
    SELECT array_agg(p_community || lpad(n::text, digits, '0') ORDER BY n) INTO codes
    FROM generate_series(first, first + cardinality(shapes) - 1) n;
    INSERT INTO grid (subdistrict, kind, code, community_code, started_on)
    SELECT p_batch.subdistrict, 'unit_grid', c.code, p_community, room_today() FROM unnest(codes) c(code);
    INSERT INTO grid_version (subdistrict, kind, code, version, valid, name_zh, name_en, geom)
    SELECT p_batch.subdistrict, 'unit_grid', c.code, 1, daterange(room_today(), NULL),
           coalesce(names[c.place], regexp_replace(community.name_zh, '(社区|居委会|村委会)$', '') || right(c.code, digits) || '网格'),
           community.name_en || ' ' || right(c.code, digits), shapes[c.place]
    FROM unnest(codes, places) c(code, place);
    RETURN codes;
END
$body$;

-- End grids of today: their last version and their parents end with them.
CREATE FUNCTION desk.end_grids(p_subdistrict text, p_kind text, p_codes text[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    UPDATE grid_parent SET valid = daterange(lower(valid), greatest(lower(valid), (SELECT room_today())))
    WHERE subdistrict = p_subdistrict AND kind = p_kind AND code = ANY (p_codes) AND valid @> (SELECT room_today());
    UPDATE grid_version SET valid = daterange(lower(valid), greatest(lower(valid), (SELECT room_today())))
    WHERE subdistrict = p_subdistrict AND kind = p_kind AND code = ANY (p_codes) AND valid @> (SELECT room_today());
    UPDATE grid SET ended_on = (SELECT room_today()) WHERE subdistrict = p_subdistrict AND kind = p_kind AND code = ANY (p_codes);
$body$;

-- What the last shapes of ended grids share with new ones, in square metres.
CREATE FUNCTION desk.grid_shares(p_subdistrict text, p_old text[], p_new text[])
RETURNS TABLE (old_code text, new_code text, area double precision, smaller double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT o.code, n.code, ST_Area(ST_Intersection(o.geom, n.geom)), least(ST_Area(o.geom), ST_Area(n.geom))
    FROM grid_version o JOIN grid_version n ON n.subdistrict = o.subdistrict AND n.kind = o.kind AND n.geom && o.geom
    WHERE o.subdistrict = p_subdistrict AND o.kind = 'unit_grid' AND o.code = ANY (p_old) AND n.code = ANY (p_new)
      AND o.version = (SELECT max(l.version) FROM grid_version l WHERE (l.subdistrict, l.kind, l.code) = (o.subdistrict, o.kind, o.code))
$body$;

-- Who became whom: every pair that shares at least 1 % of the smaller of the two. The largest share hands on the parents
-- and who answers for the grid.
CREATE FUNCTION desk.link_grids(p_subdistrict text, p_old text[], p_new text[], p_reason text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    WITH pairs AS MATERIALIZED (SELECT * FROM grid_shares(p_subdistrict, p_old, p_new)), linked AS (
        INSERT INTO grid_lineage (subdistrict, kind, predecessor_code, successor_code, changed_on, reason)
        SELECT p_subdistrict, 'unit_grid', p.old_code, p.new_code, (SELECT room_today()), p_reason FROM pairs p WHERE p.area >= p.smaller / 100
    ), nearest AS (
        SELECT DISTINCT ON (p.new_code) p.new_code, p.old_code FROM pairs p WHERE p.area > 0 ORDER BY p.new_code, p.area DESC, p.old_code
    ), answering AS (
        UPDATE grid_version v SET responsible_department = o.responsible_department, responsible_staff = o.responsible_staff
        FROM nearest n JOIN grid_version o ON o.subdistrict = p_subdistrict AND o.kind = 'unit_grid' AND o.code = n.old_code
        WHERE v.subdistrict = p_subdistrict AND v.kind = 'unit_grid' AND v.code = n.new_code
          AND o.version = (SELECT max(l.version) FROM grid_version l WHERE (l.subdistrict, l.kind, l.code) = (o.subdistrict, o.kind, o.code))
    )
    INSERT INTO grid_parent (subdistrict, kind, code, parent_kind, parent_code, valid)
    SELECT DISTINCT ON (n.new_code, g.parent_kind) p_subdistrict, 'unit_grid', n.new_code, g.parent_kind, g.parent_code, daterange((SELECT room_today()), NULL)
    FROM nearest n JOIN grid_parent g ON g.subdistrict = p_subdistrict AND g.kind = 'unit_grid' AND g.code = n.old_code
    JOIN grid parent ON parent.subdistrict = p_subdistrict AND parent.kind = g.parent_kind AND parent.code = g.parent_code
    WHERE parent.ended_on IS NULL AND (isempty(g.valid) OR upper(g.valid) = (SELECT room_today()))
    ORDER BY n.new_code, g.parent_kind
$body$;

-- Rows of the responsibility table and turns of duty that name ended grids name their heirs from today on; returns how
-- many there were. A new grid inherits from the old one it has most of, and an old one at least to whoever has most of it.
CREATE FUNCTION desk.hand_on_duties(p_subdistrict text, p_old text[], p_new text[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    today date := room_today();
    named bigint;
    turns bigint;
BEGIN
    INSERT INTO responsibility (subdistrict, profile, kind, class_code, major_code, grid_kind, grid_code, hour_from, hour_to,
                                operating_state, department_code, channel, escalation, priority, valid_from, valid_to)
    WITH pairs AS MATERIALIZED (SELECT * FROM grid_shares(p_subdistrict, p_old, p_new) s WHERE s.area > 0), heirs AS (
        (SELECT DISTINCT ON (p.new_code) p.old_code, p.new_code FROM pairs p ORDER BY p.new_code, p.area DESC, p.old_code)
        UNION
        (SELECT DISTINCT ON (p.old_code) p.old_code, p.new_code FROM pairs p ORDER BY p.old_code, p.area DESC, p.new_code)
    )
    SELECT DISTINCT r.subdistrict, r.profile, r.kind, r.class_code, r.major_code, r.grid_kind, h.new_code, r.hour_from, r.hour_to,
           r.operating_state, r.department_code, r.channel, r.escalation, r.priority, greatest(r.valid_from, today), r.valid_to
    FROM responsibility r JOIN heirs h ON h.old_code = r.grid_code
    WHERE r.subdistrict = p_subdistrict AND r.grid_kind = 'unit_grid' AND (r.valid_to IS NULL OR r.valid_to >= today);
    UPDATE responsibility SET valid_to = today - 1
    WHERE subdistrict = p_subdistrict AND grid_kind = 'unit_grid' AND grid_code = ANY (p_old) AND (valid_to IS NULL OR valid_to >= today);
    GET DIAGNOSTICS named = ROW_COUNT;
    UPDATE roster r SET grid_code = h.new_code
    FROM (SELECT DISTINCT ON (s.old_code) s.old_code, s.new_code FROM grid_shares(p_subdistrict, p_old, p_new) s
          ORDER BY s.old_code, s.area DESC, s.new_code) h, shift t
    WHERE r.subdistrict = p_subdistrict AND r.grid_kind = 'unit_grid' AND r.grid_code = h.old_code
      AND t.subdistrict = r.subdistrict AND t.shift_id = r.shift_id AND t.ends_at > room_now();
    GET DIAGNOSTICS turns = ROW_COUNT;
    RETURN named + turns;
END
$body$;

-- Components, sensors and open case files of ended or new grids go to the grid of today that covers them.
CREATE FUNCTION desk.reassign_to_grids(p_subdistrict text, p_old text[], p_new text[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    moved bigint;
BEGIN
    UPDATE component c SET unit_grid_code = place.code
    FROM component s LEFT JOIN LATERAL (SELECT l.unit_grid_code AS code FROM locate(p_subdistrict, s.geom) l) place ON true
    WHERE s.subdistrict = p_subdistrict AND (s.unit_grid_code IS NULL OR s.unit_grid_code = ANY (p_old))
      AND c.subdistrict = s.subdistrict AND c.identity_code = s.identity_code AND c.unit_grid_code IS DISTINCT FROM place.code;
    GET DIAGNOSTICS moved = ROW_COUNT;
    UPDATE sensor n SET unit_grid_code = place.code
    FROM sensor s LEFT JOIN LATERAL (SELECT l.unit_grid_code AS code FROM locate(p_subdistrict, s.geom) l) place ON true
    WHERE s.subdistrict = p_subdistrict AND (s.unit_grid_code IS NULL OR s.unit_grid_code = ANY (p_old))
      AND n.subdistrict = s.subdistrict AND n.sensor_code = s.sensor_code AND n.unit_grid_code IS DISTINCT FROM place.code;
    UPDATE case_file c SET unit_grid_code = place.unit_grid_code, community_code = place.community_code
    FROM case_file s JOIN case_state t USING (state) CROSS JOIN LATERAL locate(p_subdistrict, s.geom) place
    WHERE s.subdistrict = p_subdistrict AND t.is_open AND (s.unit_grid_code IS NULL OR s.unit_grid_code = ANY (p_old))
      AND c.subdistrict = s.subdistrict AND c.case_id = s.case_id
      AND ROW(c.unit_grid_code, c.community_code) IS DISTINCT FROM ROW(place.unit_grid_code, place.community_code);
    RETURN moved;
END
$body$;

-- The communities named in the batch get these grids and no others; what stands there unchanged keeps its code.
CREATE FUNCTION desk.import_apply_grids(p_batch room.import_batch) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    community text;
    old_codes text[];
    new_codes text[];
    total bigint := (SELECT count(*) FROM import_row i WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id);
    all_old text[] := ARRAY[]::text[];
    all_new text[] := ARRAY[]::text[];
    handed_on bigint := 0;
BEGIN
    FOR community IN SELECT DISTINCT i.community_code FROM import_grids(p_batch) i ORDER BY 1 LOOP
        SELECT coalesce(array_agg(g.code ORDER BY g.code), ARRAY[]::text[]) INTO old_codes FROM grid g
        WHERE g.subdistrict = p_batch.subdistrict AND g.kind = 'unit_grid' AND g.community_code = community AND g.ended_on IS NULL
          AND NOT EXISTS (SELECT 1 FROM import_grids(p_batch) i WHERE i.code = g.code);
        new_codes := import_new_grids(p_batch, community);
        IF cardinality(old_codes) > 0 THEN
            PERFORM end_grids(p_batch.subdistrict, 'unit_grid', old_codes);
            PERFORM link_grids(p_batch.subdistrict, old_codes, new_codes, coalesce(p_batch.options ->> 'reason', 'redrawn'));
            handed_on := handed_on + hand_on_duties(p_batch.subdistrict, old_codes, new_codes);
        END IF;
        all_old := all_old || old_codes;
        all_new := all_new || new_codes;
    END LOOP;
    IF cardinality(all_old) + cardinality(all_new) > 0 THEN
        PERFORM reassign_to_grids(p_batch.subdistrict, all_old, all_new);
    END IF;
    RETURN import_counts(total, cardinality(all_new), 0, cardinality(all_old)) || jsonb_build_object('handed_on', handed_on);
END
$body$;
