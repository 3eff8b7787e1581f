-- The log beside the case files' own: deliveries, call-backs, handovers.
CREATE FUNCTION desk.enter_log(p_subdistrict text, p_subject text, p_key text, p_action text, p_case bigint, p_staff text, p_details jsonb,
                               p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    INSERT INTO room_log (subdistrict, subject, key, at, action, case_id, login, staff_number, details)
    VALUES (p_subdistrict, p_subject, p_key, p_at, p_action, p_case, session_user, p_staff, jsonb_strip_nulls(p_details));
END
$body$;

-- What was handed over, as one hash: facts, notes, times and the seal of that moment.
CREATE FUNCTION desk.handover_digest(p_handover room.handover) RETURNS bytea
LANGUAGE plpgsql STABLE
AS $body$
BEGIN
    RETURN sha256(convert_to(jsonb_build_array(
        p_handover.subdistrict, p_handover.handover_id, to_char(p_handover.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        to_char(p_handover.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_handover.from_staff, p_handover.facts,
        p_handover.notes, p_handover.seal_no, encode(p_handover.seal_hash, 'hex'))::text, 'UTF8'));
END
$body$;

-- The first entry that does not follow from its contents and the entry before it, or the first handover that is not what was
-- handed over or names a seal that is not there; no row when all is well.
CREATE FUNCTION desk.verify_room_log(p_subdistrict text)
RETURNS TABLE (subject text, key text, entry_no integer, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM check_log_reader(p_subdistrict);
    RETURN QUERY
    SELECT f.* FROM (
        SELECT k.subject, k.key, k.entry_no, CASE
            WHEN k.entry_no <> coalesce(k.entry_before, 0) + 1 THEN 'gap'
            WHEN k.previous_hash IS DISTINCT FROM k.hash_before THEN 'link'
            WHEN k.hash <> room_log_digest(k.previous_hash, k.subdistrict, k.subject, k.key, k.entry_no, k.at, k.action, k.case_id, k.login,
                k.staff_number, k.details) THEN 'contents' END AS fault
        FROM (SELECT l.*, lag(l.hash) OVER w AS hash_before, lag(l.entry_no) OVER w AS entry_before FROM room_log l
              WHERE l.subdistrict = p_subdistrict WINDOW w AS (PARTITION BY l.subject, l.key ORDER BY l.entry_no)) k
        UNION ALL
        SELECT 'handover', h.handover_id::text, NULL, CASE
            WHEN h.hash <> handover_digest(h) THEN 'contents'
            WHEN h.seal_no IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM log_seal s WHERE s.subdistrict = h.subdistrict AND s.seal_no = h.seal_no AND s.hash = h.seal_hash)
            THEN 'seal' END
        FROM handover h WHERE h.subdistrict = p_subdistrict AND h.state <> 'draft') f
    WHERE f.fault IS NOT NULL
    ORDER BY 1, 2, 3 NULLS LAST
    LIMIT 1;
END
$body$;
