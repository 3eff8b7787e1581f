-- Staged rows become rows of the room. A row is found again by its source id and written only where it differs.

CREATE FUNCTION desk.import_counts(p_total bigint, p_added bigint, p_changed bigint, p_ended bigint DEFAULT 0) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $body$
    SELECT jsonb_build_object('inserted', p_added, 'updated', p_changed, 'unchanged', p_total - p_added - p_changed, 'ended', p_ended)
$body$;

CREATE FUNCTION desk.import_streets(p_batch room.import_batch) RETURNS SETOF room.street
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT i.subdistrict, NULL::bigint, p_batch.source, i.source_id, import_text(i.fields, 'name'), import_text(i.fields, 'class'),
           import_one_way(import_text(i.fields, 'one_way')), import_number(import_text(i.fields, 'width')), import_text(i.fields, 'gate'), i.geom
    FROM import_row i
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    ORDER BY i.feature_no
$body$;

CREATE FUNCTION desk.import_apply_streets(p_batch room.import_batch) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    total bigint;
    added bigint;
    changed bigint;
    ended bigint := 0;
BEGIN
    SELECT count(*), count(*) FILTER (WHERE s.source_id IS NULL),
           count(*) FILTER (WHERE ROW(s.name, s.class, s.one_way, s.width, s.gate, s.geom)
                            IS DISTINCT FROM ROW(i.name, i.class, i.one_way, i.width, i.gate, i.geom) AND s.source_id IS NOT NULL)
    INTO total, added, changed
    FROM import_streets(p_batch) i
    LEFT JOIN street s ON (s.subdistrict, s.source, s.source_id) = (i.subdistrict, i.source, i.source_id);
    IF added + changed > 0 THEN
        INSERT INTO street AS s (subdistrict, source, source_id, name, class, one_way, width, gate, geom)
        SELECT i.subdistrict, i.source, i.source_id, i.name, i.class, i.one_way, i.width, i.gate, i.geom FROM import_streets(p_batch) i
        ON CONFLICT (subdistrict, source, source_id) DO UPDATE
        SET (name, class, one_way, width, gate, geom)
          = ROW(EXCLUDED.name, EXCLUDED.class, EXCLUDED.one_way, EXCLUDED.width, EXCLUDED.gate, EXCLUDED.geom)
        WHERE ROW(s.name, s.class, s.one_way, s.width, s.gate, s.geom) IS DISTINCT FROM
              ROW(EXCLUDED.name, EXCLUDED.class, EXCLUDED.one_way, EXCLUDED.width, EXCLUDED.gate, EXCLUDED.geom);
    END IF;
    IF (p_batch.options ->> 'end_missing')::boolean AND EXISTS (
        SELECT 1 FROM street s WHERE s.subdistrict = p_batch.subdistrict AND s.source = p_batch.source
        AND NOT EXISTS (SELECT 1 FROM import_streets(p_batch) i WHERE i.source_id = s.source_id)) THEN
        DELETE FROM street s WHERE s.subdistrict = p_batch.subdistrict AND s.source = p_batch.source
            AND s.source_id NOT IN (SELECT i.source_id FROM import_streets(p_batch) i);
        GET DIAGNOSTICS ended = ROW_COUNT;
    END IF;
    RETURN import_counts(total, added, changed, ended);
END
$body$;

CREATE FUNCTION desk.import_buildings(p_batch room.import_batch) RETURNS SETOF room.building
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT i.subdistrict, NULL::bigint, p_batch.source, i.source_id, import_text(i.fields, 'name'), import_text(i.fields, 'address'),
           import_text(i.fields, 'use'), import_number(import_text(i.fields, 'floors'))::smallint, i.geom
    FROM import_row i
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    ORDER BY i.feature_no
$body$;

CREATE FUNCTION desk.import_apply_buildings(p_batch room.import_batch) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    total bigint;
    added bigint;
    changed bigint;
    ended bigint := 0;
BEGIN
    SELECT count(*), count(*) FILTER (WHERE s.source_id IS NULL),
           count(*) FILTER (WHERE ROW(s.name, s.address, s.use, s.floors, s.geom)
                            IS DISTINCT FROM ROW(i.name, i.address, i.use, i.floors, i.geom) AND s.source_id IS NOT NULL)
    INTO total, added, changed
    FROM import_buildings(p_batch) i
    LEFT JOIN building s ON (s.subdistrict, s.source, s.source_id) = (i.subdistrict, i.source, i.source_id);
    IF added + changed > 0 THEN
        INSERT INTO building AS s (subdistrict, source, source_id, name, address, use, floors, geom)
        SELECT i.subdistrict, i.source, i.source_id, i.name, i.address, i.use, i.floors, i.geom FROM import_buildings(p_batch) i
        ON CONFLICT (subdistrict, source, source_id) DO UPDATE
        SET (name, address, use, floors, geom) = ROW(EXCLUDED.name, EXCLUDED.address, EXCLUDED.use, EXCLUDED.floors, EXCLUDED.geom)
        WHERE ROW(s.name, s.address, s.use, s.floors, s.geom) IS DISTINCT FROM
              ROW(EXCLUDED.name, EXCLUDED.address, EXCLUDED.use, EXCLUDED.floors, EXCLUDED.geom);
    END IF;
    IF (p_batch.options ->> 'end_missing')::boolean AND EXISTS (
        SELECT 1 FROM building s WHERE s.subdistrict = p_batch.subdistrict AND s.source = p_batch.source
        AND NOT EXISTS (SELECT 1 FROM import_buildings(p_batch) i WHERE i.source_id = s.source_id)) THEN
        DELETE FROM building s WHERE s.subdistrict = p_batch.subdistrict AND s.source = p_batch.source
            AND s.source_id NOT IN (SELECT i.source_id FROM import_buildings(p_batch) i);
        GET DIAGNOSTICS ended = ROW_COUNT;
    END IF;
    RETURN import_counts(total, added, changed, ended);
END
$body$;

-- Reserve a block of identity numbers of a class in a district; the first of the block. Numbers are never given again.
CREATE FUNCTION desk.take_component_numbers(p_district text, p_profile text, p_class_code text, p_count integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    digits integer := (SELECT component_code_length FROM class_profile WHERE profile = p_profile) - 6 - length(p_class_code);
    last integer;
BEGIN
    -- Identities that came in otherwise count too.
    IF NOT EXISTS (SELECT 1 FROM component_counter WHERE (division_code, profile, class_code) = (p_district, p_profile, p_class_code)) THEN
        INSERT INTO component_counter (division_code, profile, class_code, last_number)
        SELECT p_district, p_profile, p_class_code, coalesce(max(right(c.identity_code, digits)::integer), 0)
        FROM component c WHERE c.profile = p_profile AND c.class_code = p_class_code AND left(c.identity_code, 6) = p_district
        ON CONFLICT DO NOTHING;
    END IF;
    INSERT INTO component_counter AS n (division_code, profile, class_code, last_number)
    VALUES (p_district, p_profile, p_class_code, p_count)
    ON CONFLICT (division_code, profile, class_code) DO UPDATE SET last_number = n.last_number + p_count
    RETURNING last_number INTO last;
    IF length(last::text) > digits THEN
        PERFORM refuse('component.number_range', jsonb_build_object('number', last, 'largest', repeat('9', digits)));
    END IF;
    RETURN last - p_count + 1;
END
$body$;

-- Staged components with all they must have; what the room gives (identity, unit grid) is filled in where it is known.
CREATE FUNCTION desk.import_components(p_batch room.import_batch) RETURNS SETOF room.component
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    SELECT i.subdistrict, c.identity_code, k.profile, k.kind, k.code, coalesce(import_text(i.fields, 'name'), c.name, k.name_zh),
           import_text(i.fields, 'department_code'), import_text(i.fields, 'unit_grid_code'),
           coalesce(CASE WHEN i.fields ? 'state' THEN import_state(import_text(i.fields, 'state')) END, c.state, 'intact'),
           coalesce(import_date(import_text(i.fields, 'initial_on')), c.initial_on, (SELECT room_today())), c.changed_on,
           coalesce(import_text(i.fields, 'address'), c.address), p_batch.source, i.source_id,
           coalesce(i.fields -> 'attributes', c.attributes, jsonb_build_object()), i.geom
    FROM import_row i
    LEFT JOIN component c ON (c.subdistrict, c.source, c.source_id) = (p_batch.subdistrict, p_batch.source, i.source_id)
    JOIN class k ON k.profile = coalesce(c.profile, (SELECT desk.class_profile(p_batch.subdistrict))) AND k.kind = 'component'
                AND k.code = import_text(i.fields, 'class_code')
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
    ORDER BY i.feature_no
$body$;

-- Write into every staged component the grid that covers it: looked up once, since it is what takes the time.
CREATE FUNCTION desk.import_place_components(p_batch room.import_batch) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
    UPDATE import_row r SET fields = r.fields || jsonb_build_object('unit_grid_code', g.code)
    FROM import_row i
    LEFT JOIN LATERAL (
        SELECT v.code FROM grid_version v
        WHERE v.subdistrict = p_batch.subdistrict AND v.kind = 'unit_grid' AND v.valid @> (SELECT room_today())
          AND v.geom && i.geom AND ST_Covers(v.geom, i.geom) ORDER BY v.code LIMIT 1) g ON true
    WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id
      AND (r.subdistrict, r.batch_id, r.feature_no) = (i.subdistrict, i.batch_id, i.feature_no)
$body$;

-- New components of one class get the next numbers, in the order of the file.
CREATE FUNCTION desk.import_new_components(p_batch room.import_batch) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    district text := left(p_batch.subdistrict, 6);
    added bigint := 0;
    block record;
    first integer;
BEGIN
    FOR block IN
        SELECT i.profile, i.class_code, count(*)::integer AS amount, p.component_code_length - 6 - length(i.class_code) AS digits
        FROM import_components(p_batch) i JOIN class_profile p USING (profile)
        WHERE i.identity_code IS NULL GROUP BY i.profile, i.class_code, p.component_code_length ORDER BY i.class_code
    LOOP
        first := take_component_numbers(district, block.profile, block.class_code, block.amount);
        INSERT INTO component (subdistrict, identity_code, profile, class_code, name, department_code, unit_grid_code, state,
                               initial_on, address, source, source_id, attributes, geom)
        SELECT n.subdistrict, district || n.class_code || lpad((first + n.place - 1)::text, block.digits, '0'), n.profile, n.class_code,
               n.name, n.department_code, n.unit_grid_code, n.state, n.initial_on, n.address, n.source, n.source_id, n.attributes, n.geom
        FROM (SELECT i.*, row_number() OVER () AS place FROM import_components(p_batch) i
              WHERE i.identity_code IS NULL AND i.profile = block.profile AND i.class_code = block.class_code) n;
        added := added + block.amount;
    END LOOP;
    RETURN added;
END
$body$;

CREATE FUNCTION desk.import_apply_components(p_batch room.import_batch) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    total bigint := (SELECT count(*) FROM import_row i WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id);
    differing text[];
    added bigint;
    ended bigint := 0;
BEGIN
    PERFORM import_place_components(p_batch);
    SELECT coalesce(array_agg(c.identity_code), ARRAY[]::text[]) INTO differing
    FROM import_components(p_batch) i JOIN component c USING (subdistrict, identity_code)
    WHERE ROW(c.name, c.department_code, c.unit_grid_code, c.state, c.initial_on, c.address, c.attributes, c.geom) IS DISTINCT FROM
          ROW(i.name, i.department_code, i.unit_grid_code, i.state, i.initial_on, i.address, i.attributes, i.geom);
    IF cardinality(differing) > 0 THEN
        UPDATE component c
        SET (name, department_code, unit_grid_code, state, initial_on, address, attributes, geom, changed_on)
          = ROW(i.name, i.department_code, i.unit_grid_code, i.state, i.initial_on, i.address, i.attributes, i.geom, (SELECT room_today()))
        FROM import_components(p_batch) i
        WHERE c.subdistrict = i.subdistrict AND c.identity_code = i.identity_code AND c.identity_code = ANY (differing);
    END IF;
    added := import_new_components(p_batch);
    IF (p_batch.options ->> 'end_missing')::boolean THEN
        ended := import_end_components(p_batch);
    END IF;
    RETURN import_counts(total, added, cardinality(differing), ended);
END
$body$;

-- A component that its source no longer has is kept as removed: its identity and its case files stay.
CREATE FUNCTION desk.import_end_components(p_batch room.import_batch) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    gone text[];
BEGIN
    SELECT coalesce(array_agg(c.identity_code), ARRAY[]::text[]) INTO gone FROM component c
    WHERE c.subdistrict = p_batch.subdistrict AND c.source = p_batch.source AND c.state <> 'removed' AND NOT EXISTS (
        SELECT 1 FROM import_row i WHERE i.subdistrict = p_batch.subdistrict AND i.batch_id = p_batch.batch_id AND i.source_id = c.source_id);
    IF cardinality(gone) > 0 THEN
        UPDATE component SET state = 'removed', changed_on = (SELECT room_today())
        WHERE subdistrict = p_batch.subdistrict AND identity_code = ANY (gone);
    END IF;
    RETURN cardinality(gone);
END
$body$;
