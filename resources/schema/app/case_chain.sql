-- Whoever sees the whole subdistrict may have its log verified; the service any.
CREATE FUNCTION desk.check_log_reader(p_subdistrict text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := who();
BEGIN
    IF NOT is_service() AND NOT (coalesce(person.subdistrict = p_subdistrict, false) AND person.sees_all) THEN
        PERFORM refuse('not_authorised', jsonb_build_object('action', 'verify_log'));
    END IF;
END
$body$;

-- Log rows that do not follow from their contents and the row before them, and case files that are not where their log ends.
CREATE FUNCTION desk.log_faults(p_subdistrict text, p_case bigint)
RETURNS TABLE (case_id bigint, version integer, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    WITH linked AS (
        SELECT l.*, lag(l.hash) OVER w AS hash_before, lag(l.version) OVER w AS version_before
        FROM case_log l
        WHERE l.subdistrict = p_subdistrict AND (p_case IS NULL OR l.case_id = p_case)
        WINDOW w AS (PARTITION BY l.case_id ORDER BY l.version)
    ), judged AS (
        SELECT k.case_id, k.version, CASE
            WHEN k.version <> coalesce(k.version_before, 0) + 1 THEN 'gap'
            WHEN k.previous_hash IS DISTINCT FROM k.hash_before THEN 'link'
            WHEN k.hash <> log_digest(k.previous_hash, k.subdistrict, k.case_id, k.version, k.at, k.action, k.from_state,
                k.to_state, k.login, k.staff_number, k.role, k.axis, k.both_axes, k.reason, k.payload, k.request_id)
            THEN 'contents' END AS fault
        FROM linked k
        UNION ALL
        SELECT c.case_id, c.version, 'head'
        FROM case_file c
        WHERE c.subdistrict = p_subdistrict AND (p_case IS NULL OR c.case_id = p_case) AND NOT EXISTS (
            SELECT 1 FROM case_log l WHERE l.subdistrict = c.subdistrict AND l.case_id = c.case_id
            AND l.version = c.version AND l.to_state = c.state AND l.hash = coalesce(c.log_hash, l.hash))
    )
    SELECT j.case_id, j.version, j.fault FROM judged j WHERE j.fault IS NOT NULL
$body$;

-- The hash over the heads a seal covers.
CREATE FUNCTION desk.seal_heads(p_subdistrict text, p_seal bigint) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    RETURN (SELECT sha256(coalesce(string_agg(h.hash, ''::bytea ORDER BY h.case_id), ''::bytea))
            FROM log_seal_head h WHERE h.subdistrict = p_subdistrict AND h.seal_no = p_seal);
END
$body$;

-- Sealed heads that the log no longer has (`sealed`: a chain cut short or written anew), and seals that do not follow from
-- their heads and the seal before them (`seal`, with the number of the seal as version).
CREATE FUNCTION desk.seal_faults(p_subdistrict text, p_case bigint)
RETURNS TABLE (case_id bigint, version integer, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
    SELECT h.case_id, h.version, 'sealed'
    FROM log_seal_head h
    LEFT JOIN case_log l ON l.subdistrict = h.subdistrict AND l.case_id = h.case_id AND l.version = h.version
    WHERE h.subdistrict = p_subdistrict AND (p_case IS NULL OR h.case_id = p_case) AND l.hash IS DISTINCT FROM h.hash
    UNION ALL
    SELECT NULL, s.seal_no::integer, 'seal'
    FROM (SELECT z.*, lag(z.hash) OVER w AS hash_before, lag(z.seal_no) OVER w AS no_before
          FROM log_seal z WHERE z.subdistrict = p_subdistrict WINDOW w AS (ORDER BY z.seal_no)) s
    WHERE p_case IS NULL AND (
        s.seal_no <> coalesce(s.no_before, 0) + 1 OR s.previous_hash IS DISTINCT FROM s.hash_before
        OR s.heads_hash <> seal_heads(s.subdistrict, s.seal_no)
        OR s.hash <> seal_digest(s.previous_hash, s.seal_no, s.at, s.reason, s.heads_hash))
$body$;

-- The first fault in the log of a case file, or of the subdistrict and its seals; no row when all is well.
CREATE FUNCTION desk.verify_log(p_subdistrict text, p_case bigint DEFAULT NULL)
RETURNS TABLE (case_id bigint, version integer, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM check_log_reader(p_subdistrict);
    RETURN QUERY
    SELECT f.* FROM (SELECT * FROM log_faults(p_subdistrict, p_case)
                     UNION ALL SELECT * FROM seal_faults(p_subdistrict, p_case)) f
    ORDER BY f.case_id NULLS LAST, f.version, f.fault
    LIMIT 1;
END
$body$;

-- Of the quick closes a seal covers, draw some for somebody else to look at again. The seal's hash decides: nobody can know it
-- beforehand, and anybody can work it out afterwards.
CREATE FUNCTION desk.draw_rechecks(p_subdistrict text, p_seal bigint, p_hash bytea, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
DECLARE
    c room.case_file;
BEGIN
    FOR c IN
        SELECT f.* FROM log_seal_head h
        JOIN case_log l ON l.subdistrict = h.subdistrict AND l.case_id = h.case_id AND l.version = h.version
        JOIN case_file f ON f.subdistrict = h.subdistrict AND f.case_id = h.case_id AND f.version = h.version
        JOIN case_quick_class q ON q.profile = f.profile AND q.kind = f.kind AND q.class_code = f.class_code
        WHERE h.subdistrict = p_subdistrict AND h.seal_no = p_seal AND l.action = 'quick_close'
          AND is_drawn(p_hash, f.case_id, q.recheck_percent)
        ORDER BY f.case_id FOR UPDATE OF f
    LOOP
        PERFORM serve_step(c, 'draw_recheck', jsonb_build_object('seal_no', p_seal), p_at);
    END LOOP;
END
$body$;

-- Whether a case file is among the drawn ones of a seal: the first four bytes of a hash over both, as a share of all.
CREATE FUNCTION desk.is_drawn(p_hash bytea, p_case_id bigint, p_percent integer) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $body$
DECLARE
    digest bytea := sha256(p_hash || convert_to(p_case_id::text, 'UTF8'));
BEGIN
    RETURN get_byte(digest, 0) * 16777216::bigint + get_byte(digest, 1) * 65536 + get_byte(digest, 2) * 256 + get_byte(digest, 3)
           < 4294967296 * p_percent / 100;
END
$body$;

-- Seal the heads that no seal covers yet into the seals' own chain. By version, not by time: a step that began before the
-- last seal and was committed after it is sealed by the next one.
CREATE FUNCTION desk.seal_log(p_subdistrict text, p_reason text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := who();
    last log_seal;
    next_no bigint;
    moment timestamptz;
    heads bytea;
    cases bigint;
BEGIN
    PERFORM check_length(p_reason);
    PERFORM require_view();
    IF NOT is_service() AND NOT (coalesce(person.subdistrict = p_subdistrict, false) AND person.roles && ARRAY['shift_leader', 'admin']) THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'seal_log', 'role', 'shift_leader'));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('seal ' || p_subdistrict, 0));
    SELECT * INTO last FROM log_seal WHERE subdistrict = p_subdistrict ORDER BY seal_no DESC LIMIT 1;
    next_no := coalesce(last.seal_no, 0) + 1;
    INSERT INTO log_seal_head (subdistrict, case_id, version, seal_no, hash)
    SELECT l.subdistrict, l.case_id, l.version, next_no, l.hash
    FROM case_file c JOIN case_log l ON l.subdistrict = c.subdistrict AND l.case_id = c.case_id AND l.version = c.version
    WHERE c.subdistrict = p_subdistrict AND NOT EXISTS (
        SELECT 1 FROM log_seal_head h WHERE h.subdistrict = c.subdistrict AND h.case_id = c.case_id AND h.version = c.version)
    -- All are found before the first is entered: else those just entered would be gone through for each that follows. By something that
    -- no index has in order: by the key alone they could be found one by one.
    ORDER BY l.case_id + 0;
    GET DIAGNOSTICS cases = ROW_COUNT;
    IF cases = 0 THEN
        RETURN last.seal_no;
    END IF;
    heads := seal_heads(p_subdistrict, next_no);
    moment := room_now();
    INSERT INTO log_seal (subdistrict, seal_no, at, reason, case_count, heads_hash, previous_hash, hash)
    VALUES (p_subdistrict, next_no, moment, coalesce(p_reason, ''), cases, heads, last.hash,
            seal_digest(last.hash, next_no, moment, coalesce(p_reason, ''), heads))
    RETURNING * INTO last;
    PERFORM draw_rechecks(p_subdistrict, next_no, last.hash, moment);
    RETURN next_no;
END
$body$;
