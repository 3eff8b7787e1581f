-- Tracks of patrols. Those who check patrols keep and read them, nobody else, and until they expire.

CREATE VIEW desk.patrol_track WITH (security_invoker = true) AS
SELECT t.subdistrict, t.officer, (t.begins_at AT TIME ZONE 'Asia/Shanghai')::date AS day, t.begins_at, t.ends_at, t.geom, t.kept_at,
       t.expires_at, s.name AS kept_by_name
FROM room.patrol_track t JOIN room.staff s ON s.subdistrict = t.subdistrict AND s.staff_number = t.kept_by;

-- A line in CGCS2000 degrees that no handheld of a Chinese room can have sent is refused: far away, back in time, from the future, or
-- longer than a day, since it takes the place of whatever was kept of that time.
CREATE FUNCTION desk.check_track(p_officer text, p_path geometry, p_now timestamptz) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    first double precision;
    last double precision;
BEGIN
    IF coalesce(btrim(p_officer), '') = '' OR length(btrim(p_officer)) > 80 THEN
        PERFORM refuse('bad_value', jsonb_build_object('field', 'officer', 'value', left(p_officer, 40)));
    ELSIF p_path IS NULL OR GeometryType(p_path) <> 'LINESTRINGM' OR ST_SRID(p_path) <> 4490 OR ST_NPoints(p_path) > 200000 THEN
        PERFORM refuse('bad_track', jsonb_build_object('officer', btrim(p_officer)));
    ELSIF NOT (ST_XMin(p_path) >= 70 AND ST_XMax(p_path) <= 140 AND ST_YMin(p_path) >= 0 AND ST_YMax(p_path) <= 60) THEN
        PERFORM refuse('bad_track', jsonb_build_object('officer', btrim(p_officer)));
    END IF;
    first := ST_M(ST_StartPoint(p_path));
    last := ST_M(ST_EndPoint(p_path));
    IF NOT coalesce(ST_IsValidTrajectory(p_path) AND first >= 0 AND last - first <= 86400 AND last <= extract(epoch FROM p_now + interval '1 hour'), false) THEN
        PERFORM refuse('bad_track', jsonb_build_object('officer', btrim(p_officer)));
    END IF;
END
$body$;

-- Keep the track of one walk; the same walk, or part of it, kept before is replaced. Returns when it expires: so many days
-- after the walk, not after its keeping.
CREATE FUNCTION desk.keep_track(p_officer text, p_path geometry) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, public, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    moment timestamptz := room_now();
    days integer := setting_text(person.subdistrict, 'track_days', '30')::integer;
    most integer := setting_text(person.subdistrict, 'track_megabytes', '2048')::integer;
    walker text := btrim(p_officer);
    path geometry;
    replaced record;
    began timestamptz;
    ended timestamptz;
BEGIN
    IF NOT person.roles && ARRAY['evaluator', 'shift_leader'] THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'keep_track', 'role', 'evaluator'));
    END IF;
    PERFORM check_track(p_officer, p_path, moment);
    began := to_timestamp(ST_M(ST_StartPoint(p_path)));
    ended := to_timestamp(ST_M(ST_EndPoint(p_path)));
    IF ended + make_interval(days => days) <= moment THEN
        PERFORM refuse('track_expired', jsonb_build_object('officer', walker, 'days', days));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('track ' || person.subdistrict || walker, 0));
    path := ST_Transform(p_path, (SELECT srid FROM room_info));
    WITH gone AS (
        DELETE FROM patrol_track t
        WHERE t.subdistrict = person.subdistrict AND t.officer = walker AND t.begins_at >= began AND t.ends_at <= ended
        RETURNING t.begins_at, t.kept_by, ST_OrderingEquals(t.geom, path) AND ST_AsEWKB(t.geom) = ST_AsEWKB(path) AS is_same)
    SELECT count(*) AS tracks, min(g.begins_at) AS first, array_agg(DISTINCT g.kept_by) AS kept_by INTO replaced FROM gone g WHERE NOT g.is_same;
    -- What is to be compared with a plan is evidence: whoever puts another in its place is named.
    IF replaced.tracks > 0 THEN
        PERFORM enter_log(person.subdistrict, 'track', walker, 'replaced', NULL, person.staff_number,
            jsonb_build_object('tracks', replaced.tracks, 'begins_at', replaced.first, 'kept_by', replaced.kept_by), moment);
    END IF;
    IF (SELECT sum(greatest(pg_column_size(t.geom), 4096)) > most::numeric * 1024 * 1024 FROM patrol_track t
        WHERE t.subdistrict = person.subdistrict) THEN
        PERFORM refuse('tracks_full', jsonb_build_object('megabytes', most, 'days', days));
    END IF;
    INSERT INTO patrol_track (subdistrict, officer, begins_at, ends_at, geom, kept_at, kept_by, expires_at)
    VALUES (person.subdistrict, walker, began, ended, path, moment, person.staff_number, ended + make_interval(days => days))
    ON CONFLICT (subdistrict, officer, begins_at) DO NOTHING;
    RETURN ended + make_interval(days => days);
END
$body$;

-- Forget tracks whose time is over.
CREATE FUNCTION desk.expire_tracks() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    removed bigint;
    moment timestamptz := room_now();
BEGIN
    PERFORM require_service();
    DELETE FROM patrol_track WHERE expires_at <= moment;
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END
$body$;
