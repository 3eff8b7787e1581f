-- The first log row whose hash does not follow from its contents and the row before it; no row when all is well.
CREATE FUNCTION desk.verify_log(p_subdistrict text, p_case bigint DEFAULT NULL)
RETURNS TABLE (case_id bigint, version integer, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
#variable_conflict use_column
BEGIN
    IF NOT (pg_has_role(session_user, 'room_service', 'MEMBER')
            OR (my_subdistrict() IS NOT DISTINCT FROM p_subdistrict AND sees_whole_subdistrict())) THEN
        PERFORM refuse('not_authorised', jsonb_build_object('action', 'verify_log'));
    END IF;
    RETURN QUERY
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
                k.to_state, k.login, k.staff_number, k.role, k.reason, k.payload, k.request_id) THEN 'contents' END AS fault
        FROM linked k
        UNION ALL
        SELECT c.case_id, c.version, 'head'
        FROM case_file c
        WHERE c.subdistrict = p_subdistrict AND (p_case IS NULL OR c.case_id = p_case) AND NOT EXISTS (
            SELECT 1 FROM case_log l WHERE l.subdistrict = c.subdistrict AND l.case_id = c.case_id
            AND l.version = c.version AND l.to_state = c.state)
    )
    SELECT j.case_id, j.version, j.fault FROM judged j
    WHERE j.fault IS NOT NULL
    ORDER BY j.case_id, j.version
    LIMIT 1;
END
$body$;

-- Seal the heads of the case files that moved since the last seal into the seals' own chain.
CREATE FUNCTION desk.seal_log(p_subdistrict text, p_reason text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    last log_seal;
    moment timestamptz := room_now();
    heads bytea;
    cases bigint;
BEGIN
    IF NOT (pg_has_role(session_user, 'room_service', 'MEMBER')
            OR (my_subdistrict() = p_subdistrict AND my_roles() && ARRAY['shift_leader', 'admin'])) THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'seal_log', 'role', 'shift_leader'));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('seal ' || p_subdistrict, 0));
    SELECT * INTO last FROM log_seal WHERE subdistrict = p_subdistrict ORDER BY seal_no DESC LIMIT 1;
    SELECT count(*), sha256(coalesce(string_agg(h.hash, ''::bytea ORDER BY h.case_id), ''::bytea)) INTO cases, heads
    FROM (SELECT DISTINCT ON (l.case_id) l.case_id, l.hash FROM case_log l
          WHERE l.subdistrict = p_subdistrict AND l.at > coalesce(last.at, '-infinity') AND l.at <= moment
          ORDER BY l.case_id, l.version DESC) h;
    IF cases = 0 THEN
        RETURN last.seal_no;
    END IF;
    INSERT INTO log_seal (subdistrict, seal_no, at, reason, case_count, heads_hash, previous_hash, hash)
    VALUES (p_subdistrict, coalesce(last.seal_no, 0) + 1, moment, p_reason, cases, heads, last.hash,
            sha256(coalesce(last.hash, ''::bytea) || heads || convert_to(
                to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || p_reason, 'UTF8')));
    RETURN coalesce(last.seal_no, 0) + 1;
END
$body$;
