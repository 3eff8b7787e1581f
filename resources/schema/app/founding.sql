-- Founding a room: a subdistrict of the division tree gets its handling units, staff and responsibility table.

-- Rows [department_code, name_zh, name_en, kind, contact_name, phone, channel, address]; returns how many differed.
CREATE FUNCTION desk.put_departments(p_subdistrict text, p_rows jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    changed bigint;
BEGIN
    PERFORM require_rows(p_rows, 'departments', 'department_code', 'name_zh', 'kind');
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'departments', 'row', r.n, 'field', 'kind', 'value', r.item ->> 'kind'))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    WHERE NOT EXISTS (SELECT 1 FROM department_kind k WHERE k.kind = r.item ->> 'kind') ORDER BY r.n LIMIT 1;
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'departments', 'row', r.n, 'field', 'channel', 'value', r.item ->> 'channel'))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    WHERE import_text(r.item, 'channel') NOT IN ('slip', 'text', 'webhook') ORDER BY r.n LIMIT 1;
    INSERT INTO department AS d (subdistrict, department_code, name_zh, name_en, kind, contact_name, phone, channel, address, valid_from)
    SELECT p_subdistrict, import_text(r, 'department_code'), import_text(r, 'name_zh'), import_text(r, 'name_en'), import_text(r, 'kind'),
           import_text(r, 'contact_name'), import_text(r, 'phone'), coalesce(import_text(r, 'channel'), 'slip'), import_text(r, 'address'),
           (SELECT room_today())
    FROM jsonb_array_elements(p_rows) r
    ON CONFLICT (subdistrict, department_code) DO UPDATE
    SET (name_zh, name_en, kind, contact_name, phone, channel, address, valid_to)
      = ROW(EXCLUDED.name_zh, EXCLUDED.name_en, EXCLUDED.kind, EXCLUDED.contact_name, EXCLUDED.phone, EXCLUDED.channel, EXCLUDED.address,
            NULL::date)
    WHERE ROW(d.name_zh, d.name_en, d.kind, d.contact_name, d.phone, d.channel, d.address, d.valid_to) IS DISTINCT FROM
          ROW(EXCLUDED.name_zh, EXCLUDED.name_en, EXCLUDED.kind, EXCLUDED.contact_name, EXCLUDED.phone, EXCLUDED.channel, EXCLUDED.address,
              NULL::date);
    GET DIAGNOSTICS changed = ROW_COUNT;
    RETURN changed;
END
$body$;

-- Rows [staff_number, name, department_code, login, phone, roles as words]; a role that is no longer named ends today.
CREATE FUNCTION desk.put_staff(p_subdistrict text, p_rows jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    changed bigint;
    more bigint;
BEGIN
    PERFORM require_rows(p_rows, 'staff', 'staff_number', 'name', 'login', 'roles');
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'staff', 'row', r.n, 'field', 'department_code',
        'value', r.item ->> 'department_code'))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    WHERE import_text(r.item, 'department_code') IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM department d WHERE d.subdistrict = p_subdistrict AND d.department_code = import_text(r.item, 'department_code'))
    ORDER BY r.n LIMIT 1;
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'staff', 'row', r.n, 'field', 'roles', 'value', w.word))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n), regexp_split_to_table(import_text(r.item, 'roles'), '[[:space:]]+') w(word)
    WHERE NOT EXISTS (SELECT 1 FROM role l WHERE l.role = w.word) ORDER BY r.n LIMIT 1;
    PERFORM refuse('import.bad_row', jsonb_build_object('table', 'staff', 'row', r.n, 'field', 'login', 'value', r.item ->> 'login'))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    JOIN staff s ON s.login = import_text(r.item, 'login')
    WHERE (s.subdistrict, s.staff_number) <> (p_subdistrict, import_text(r.item, 'staff_number')) ORDER BY r.n LIMIT 1;
    INSERT INTO staff AS s (subdistrict, staff_number, name, department_code, login, phone, valid_from)
    SELECT p_subdistrict, import_text(r, 'staff_number'), import_text(r, 'name'), import_text(r, 'department_code'),
           import_text(r, 'login'), import_text(r, 'phone'), (SELECT room_today())
    FROM jsonb_array_elements(p_rows) r
    ON CONFLICT (subdistrict, staff_number) DO UPDATE
    SET (name, department_code, login, phone, valid_to)
      = ROW(EXCLUDED.name, EXCLUDED.department_code, EXCLUDED.login, EXCLUDED.phone, NULL::date)
    WHERE ROW(s.name, s.department_code, s.login, s.phone, s.valid_to) IS DISTINCT FROM
          ROW(EXCLUDED.name, EXCLUDED.department_code, EXCLUDED.login, EXCLUDED.phone, NULL::date);
    GET DIAGNOSTICS changed = ROW_COUNT;
    more := put_staff_roles(p_subdistrict, p_rows);
    RETURN changed + more;
END
$body$;

CREATE FUNCTION desk.put_staff_roles(p_subdistrict text, p_rows jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    ended bigint;
    added bigint;
BEGIN
    UPDATE staff_role k SET valid_to = greatest(k.valid_from, room_today() - 1)
    FROM jsonb_array_elements(p_rows) r
    WHERE k.subdistrict = p_subdistrict AND k.staff_number = import_text(r, 'staff_number')
      AND (k.valid_to IS NULL OR k.valid_to >= (SELECT room_today()))
      AND k.role <> ALL (regexp_split_to_array(import_text(r, 'roles'), '[[:space:]]+'));
    GET DIAGNOSTICS ended = ROW_COUNT;
    INSERT INTO staff_role (subdistrict, staff_number, role, valid_from)
    SELECT DISTINCT p_subdistrict, import_text(r, 'staff_number'), w.word, (SELECT room_today())
    FROM jsonb_array_elements(p_rows) r, regexp_split_to_table(import_text(r, 'roles'), '[[:space:]]+') w(word)
    WHERE NOT EXISTS (
        SELECT 1 FROM staff_role k WHERE k.subdistrict = p_subdistrict AND k.staff_number = import_text(r, 'staff_number')
        AND k.role = w.word AND (k.valid_to IS NULL OR k.valid_to >= (SELECT room_today())));
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN ended + added;
END
$body$;

-- Refuse the first row that lacks one of the fields, or a key that comes twice (the first field named is the key).
CREATE FUNCTION desk.require_rows(p_rows jsonb, p_table text, VARIADIC p_fields text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = room, desk, pg_temp
AS $body$
BEGIN
    PERFORM room.refuse('import.bad_row', jsonb_build_object('table', p_table, 'row', r.n, 'field', f.name, 'value', ''))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n), unnest(p_fields) f(name)
    WHERE import_text(r.item, f.name) IS NULL ORDER BY r.n LIMIT 1;
    PERFORM room.refuse('import.bad_row', jsonb_build_object('table', p_table, 'row', max(r.n), 'field', p_fields[1],
        'value', r.item ->> p_fields[1]))
    FROM jsonb_array_elements(p_rows) WITH ORDINALITY r(item, n)
    WHERE p_table <> 'responsibilities' GROUP BY r.item ->> p_fields[1] HAVING count(*) > 1 LIMIT 1;
END
$body$;

-- Make a subdistrict of the division tree a room, or bring its people up to date. Answers what differed; the owner alone may.
CREATE FUNCTION desk.found_subdistrict(p_code text, p_departments jsonb, p_staff jsonb, p_responsibilities jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = room, desk, pg_temp
AS $body$
DECLARE
    founded boolean;
    answer jsonb := jsonb_build_object('departments', 0, 'staff', 0, 'responsibilities', 0);
BEGIN
    IF NOT pg_has_role(session_user, 'room_owner', 'MEMBER') THEN
        PERFORM refuse('wrong_role', jsonb_build_object('action', 'found_subdistrict', 'role', 'admin'));
    END IF;
    IF NOT EXISTS (SELECT 1 FROM division WHERE code = p_code AND level = 'subdistrict' AND valid_to IS NULL) THEN
        PERFORM refuse('import.no_subdistrict', jsonb_build_object('code', p_code));
    END IF;
    founded := EXISTS (SELECT 1 FROM division WHERE code = p_code AND subdistrict IS DISTINCT FROM code);
    IF founded THEN
        UPDATE division SET subdistrict = code WHERE code = p_code;
    END IF;
    IF p_departments IS NOT NULL THEN
        answer := answer || jsonb_build_object('departments', put_departments(p_code, p_departments));
    END IF;
    IF p_staff IS NOT NULL THEN
        answer := answer || jsonb_build_object('staff', put_staff(p_code, p_staff));
    END IF;
    IF p_responsibilities IS NOT NULL THEN
        answer := answer || jsonb_build_object('responsibilities', put_responsibilities(p_code, p_responsibilities));
    END IF;
    RETURN answer || jsonb_build_object('founded', founded);
END
$body$;
