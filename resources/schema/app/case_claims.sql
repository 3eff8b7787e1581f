-- Claims: who is working on a case file. A lease, not a lock: it ends by itself, and with the step that moves the case file on.

CREATE FUNCTION desk.claim_answer(p_case room.case_file) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    RETURN jsonb_build_object('case_id', p_case.case_id, 'version', p_case.version, 'claimed_by', p_case.claimed_by,
        'claimed_role', p_case.claimed_role, 'claimed_until', p_case.claimed_until);
END
$body$;

-- While somebody's claim lasts, nobody else of the same post acts on the case file.
CREATE FUNCTION desk.check_claim(p_case room.case_file, p_role text, p_staff text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $body$
BEGIN
    IF p_case.claimed_until > p_at AND p_case.claimed_role = p_role AND p_case.claimed_by <> p_staff THEN
        PERFORM refuse('claimed', jsonb_build_object('case_number', p_case.case_number, 'staff', p_case.claimed_by,
            'until', local_text(p_case.claimed_until)));
    END IF;
    RETURN true;
END
$body$;

-- The post in which a person may lead a case file on from where it stands; refused when there is none.
CREATE FUNCTION desk.claiming_role(p_case room.case_file, p_roles text[]) RETURNS text
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    rules text := transition_profile(p_case.profile);
    answer text;
BEGIN
    SELECT t.role INTO answer FROM case_transition t
    WHERE t.profile = rules AND t.from_state = p_case.state AND t.role = ANY (p_roles)
    ORDER BY t.to_state = '=', t.position LIMIT 1;
    IF answer IS NULL THEN
        PERFORM refuse('not_authorised', jsonb_build_object('action', 'claim'));
    END IF;
    RETURN answer;
END
$body$;

-- Tell every desk that sees a case file of something that is no step.
CREATE FUNCTION desk.tell_case(p_case room.case_file) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $body$
BEGIN
    INSERT INTO change (subdistrict, subject, key, departments)
    VALUES (p_case.subdistrict, 'case', p_case.case_id, ARRAY[p_case.department_code]);
END
$body$;

-- Whoever claims all there is keeps his colleagues from their work, by name and without a step: so many at once, and no more.
CREATE FUNCTION desk.check_claims(p_case room.case_file, p_staff text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE
AS $body$
DECLARE
    most integer := limit_of(p_case.profile, 'claims_at_once');
BEGIN
    IF (SELECT count(*) >= most FROM case_file f
        WHERE f.subdistrict = p_case.subdistrict AND f.closed_at IS NULL AND f.claimed_by = p_staff AND f.claimed_until > p_at
          AND f.case_id <> p_case.case_id) THEN
        PERFORM refuse('too_many_claims', jsonb_build_object('claims', most));
    END IF;
END
$body$;

-- Claim a case file, or hold one's claim longer. No step: version and log stay, and the lease ends by itself.
CREATE FUNCTION desk.claim_case(p_subdistrict text, p_case bigint) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    c case_file := lock_case(person, p_subdistrict, p_case);
    moment timestamptz := room_now();
    claim_role text;
BEGIN
    IF c.case_id IS NULL THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case));
    END IF;
    claim_role := claiming_role(c, person.roles);
    PERFORM check_claim(c, claim_role, person.staff_number, moment);
    PERFORM check_claims(c, person.staff_number, moment);
    UPDATE case_file f
    SET claimed_by = person.staff_number, claimed_role = claim_role,
        claimed_until = moment + make_interval(mins => limit_of(c.profile, 'claim_minutes'))
    WHERE f.subdistrict = c.subdistrict AND f.case_id = c.case_id RETURNING * INTO c;
    PERFORM tell_case(c);
    RETURN claim_answer(c);
END
$body$;

-- Give one's claim back; one that is somebody else's, or over, stays as it is.
CREATE FUNCTION desk.release_case(p_subdistrict text, p_case bigint) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    person person := require_staff();
    c case_file := lock_case(person, p_subdistrict, p_case);
BEGIN
    IF c.case_id IS NULL THEN
        PERFORM refuse('unknown_case', jsonb_build_object('case_id', p_case));
    ELSIF c.claimed_by = person.staff_number THEN
        UPDATE case_file f SET claimed_by = NULL, claimed_role = NULL, claimed_until = NULL
        WHERE f.subdistrict = c.subdistrict AND f.case_id = c.case_id RETURNING * INTO c;
        PERFORM tell_case(c);
    END IF;
    RETURN claim_answer(c);
END
$body$;
