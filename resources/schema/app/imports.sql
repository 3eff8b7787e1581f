-- One import path: a batch is begun, its rows are staged, checked by the rules of import_rules.sql and applied or not at all.
CREATE TYPE desk.import_fault AS (feature_no bigint, source_id text, field text, code text, params jsonb);

-- Which subdistrict this login may bring data into: a planner's own; the owner of the database chooses.
CREATE FUNCTION desk.import_scope(p_wanted text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person staff := me();
    founded text[];
BEGIN
    PERFORM require_view();
    IF pg_has_role(session_user, 'room_owner', 'MEMBER') THEN
        IF p_wanted IS NOT NULL THEN
            RETURN p_wanted;
        END IF;
        SELECT coalesce(array_agg(d.code ORDER BY d.code), ARRAY[]::text[]) INTO founded FROM division d
        WHERE d.level = 'subdistrict' AND d.subdistrict = d.code AND d.valid_to IS NULL;
        IF cardinality(founded) = 0 THEN
            PERFORM refuse('import.none_founded');
        ELSIF cardinality(founded) > 1 THEN
            PERFORM refuse('import.which_subdistrict', jsonb_build_object('known', array_to_string(founded, ', ')));
        END IF;
        RETURN founded[1];
    END IF;
    IF person IS NULL OR NOT my_roles() && ARRAY['planner', 'admin'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'import', 'role', 'planner'));
    ELSIF p_wanted IS NOT NULL AND p_wanted <> person.subdistrict THEN
        PERFORM refuse('not_authorised', jsonb_build_object('action', 'import'));
    END IF;
    RETURN person.subdistrict;
END
$body$;

-- Begin an import. Options: subdistrict, outside (refuse or skip), end_missing, make_parents.
-- Divisions may come before any subdistrict is founded; such a batch belongs to '*'.
CREATE FUNCTION desk.import_begin(p_subject text, p_source text, p_options jsonb DEFAULT jsonb_build_object()) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    wanted text := nullif(p_options ->> 'subdistrict', '');
    scope text;
    answer uuid;
BEGIN
    PERFORM check_length(p_subject, p_source, p_options::text);
    IF p_subject = 'division' AND wanted IS NULL AND pg_has_role(session_user, 'room_owner', 'MEMBER') THEN
        scope := '*';
    ELSE
        scope := import_scope(wanted);
    END IF;
    IF coalesce(btrim(p_source), '') = '' THEN
        PERFORM refuse('value_required', jsonb_build_object('field', 'source'));
    ELSIF scope <> '*' AND NOT EXISTS (SELECT 1 FROM division WHERE code = scope AND level = 'subdistrict') THEN
        PERFORM refuse('import.no_subdistrict', jsonb_build_object('code', scope));
    ELSIF NOT pg_try_advisory_xact_lock(hashtextextended('import ' || scope, 0)) THEN
        PERFORM refuse('import.busy', jsonb_build_object('code', scope));
    END IF;
    INSERT INTO import_batch (subdistrict, subject, source, options, started_at, started_by)
    VALUES (scope, p_subject, btrim(p_source), coalesce(p_options, jsonb_build_object()), room_now(), session_user)
    RETURNING batch_id INTO answer;
    RETURN answer;
END
$body$;

-- A batch of this login that was not applied yet.
CREATE FUNCTION desk.import_open(p_batch uuid) RETURNS room.import_batch
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    b import_batch;
BEGIN
    PERFORM require_view();
    SELECT * INTO b FROM import_batch WHERE batch_id = p_batch AND started_by = session_user AND applied_at IS NULL;
    IF b IS NULL THEN
        PERFORM refuse('import.unknown_batch', jsonb_build_object('batch_id', p_batch));
    END IF;
    RETURN b;
END
$body$;

-- Stage rows [feature_no, source_id, fields, geom as hexadecimal EWKB in the room's system]; returns how many.
CREATE FUNCTION desk.import_rows(p_batch uuid, p_rows jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    b import_batch := import_open(p_batch);
    room_srid integer := (SELECT srid FROM room_info);
    other integer;
    staged integer;
BEGIN
    INSERT INTO import_row (subdistrict, batch_id, feature_no, source_id, fields, geom)
    SELECT b.subdistrict, b.batch_id, r.feature_no, nullif(btrim(r.source_id), ''), r.fields, ST_GeomFromEWKB(decode(r.geom, 'hex'))
    FROM jsonb_to_recordset(p_rows) AS r(feature_no bigint, source_id text, fields jsonb, geom text);
    GET DIAGNOSTICS staged = ROW_COUNT;
    UPDATE import_batch SET result = result - 'checked_in'
    WHERE subdistrict = b.subdistrict AND batch_id = b.batch_id AND result ? 'checked_in';
    SELECT ST_SRID(r.geom) INTO other FROM import_row r
    WHERE r.subdistrict = b.subdistrict AND r.batch_id = b.batch_id AND ST_SRID(r.geom) <> room_srid LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('import.wrong_srid', jsonb_build_object('srid', other, 'expected', room_srid));
    END IF;
    RETURN staged;
END
$body$;

-- Leave out what does not touch the subdistrict, where that was asked for; returns how many rows that were.
CREATE FUNCTION desk.import_skip_outside(p_batch room.import_batch) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    skipped bigint := 0;
BEGIN
    IF p_batch.options ->> 'outside' IS NOT DISTINCT FROM 'skip' THEN
        DELETE FROM import_row r USING division d
        WHERE r.subdistrict = p_batch.subdistrict AND r.batch_id = p_batch.batch_id AND d.code = p_batch.subdistrict
          AND ST_IsValid(r.geom) AND NOT import_is_inside(p_batch.subject, d.geom, r.geom);
        GET DIAGNOSTICS skipped = ROW_COUNT;
        UPDATE import_batch SET result = coalesce(result, jsonb_build_object()) || jsonb_build_object('skipped', coalesce((result ->> 'skipped')::bigint, 0) + skipped)
        WHERE subdistrict = p_batch.subdistrict AND batch_id = p_batch.batch_id;
    END IF;
    RETURN skipped;
END
$body$;

-- Every fault of a batch: feature, field, code and parameters of the message. No row when it may be applied.
CREATE FUNCTION desk.import_check(p_batch uuid) RETURNS SETOF desk.import_fault
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    b import_batch := import_open(p_batch);
BEGIN
    ANALYZE room.import_row;
    PERFORM import_skip_outside(b);
    IF b.subject = 'component' THEN
        PERFORM import_read_classes(b);
    END IF;
    RETURN QUERY
    SELECT (f).* FROM (
        SELECT import_common_faults(b) AS f
        UNION ALL SELECT import_street_faults(b) WHERE b.subject = 'street'
        UNION ALL SELECT import_building_faults(b) WHERE b.subject = 'building'
        UNION ALL SELECT import_component_faults(b) WHERE b.subject = 'component'
        UNION ALL SELECT import_division_faults(b) WHERE b.subject = 'division'
        UNION ALL SELECT import_grid_faults(b) WHERE b.subject = 'unit_grid') found
    ORDER BY (f).feature_no NULLS FIRST, (f).field;
    IF NOT FOUND THEN
        UPDATE import_batch SET result = coalesce(result, jsonb_build_object()) || jsonb_build_object('checked_in', pg_current_xact_id()::text)
        WHERE subdistrict = b.subdistrict AND batch_id = b.batch_id;
    END IF;
END
$body$;

-- Apply a batch that has no fault: what is new is added, what differs is changed, what is the same is not touched.
-- Answers inserted, updated, unchanged, ended, skipped.
CREATE FUNCTION desk.import_apply(p_batch uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    b import_batch := import_open(p_batch);
    faulty bigint := 0;
    total bigint;
    answer jsonb;
BEGIN
    -- What this very transaction has checked need not be checked again.
    IF b.result ->> 'checked_in' IS DISTINCT FROM pg_current_xact_id()::text THEN
        SELECT count(DISTINCT f.feature_no) + count(*) FILTER (WHERE f.feature_no IS NULL) INTO faulty FROM import_check(p_batch) f;
    END IF;
    SELECT count(*) INTO total FROM import_row r WHERE r.subdistrict = b.subdistrict AND r.batch_id = b.batch_id;
    IF faulty > 0 THEN
        PERFORM refuse('import.refused', jsonb_build_object('errors', faulty, 'count', total));
    END IF;
    SELECT * INTO b FROM import_batch WHERE subdistrict = b.subdistrict AND batch_id = b.batch_id;
    CASE b.subject
        WHEN 'street' THEN answer := import_apply_streets(b);
        WHEN 'building' THEN answer := import_apply_buildings(b);
        WHEN 'component' THEN answer := import_apply_components(b);
        WHEN 'division' THEN answer := import_apply_divisions(b);
        WHEN 'unit_grid' THEN answer := import_apply_grids(b);
    END CASE;
    answer := jsonb_build_object('ended', 0, 'skipped', coalesce((b.result ->> 'skipped')::bigint, 0)) || answer;
    UPDATE import_batch SET applied_at = room_now(), result = answer WHERE subdistrict = b.subdistrict AND batch_id = b.batch_id;
    DELETE FROM import_row WHERE subdistrict = b.subdistrict AND batch_id = b.batch_id;
    RETURN answer;
END
$body$;
