-- What PostgreSQL and PostGIS let every login do and nobody in a room needs: writing past all functions (temporary tables, large
-- objects, messages into the server's log of changes, tables in `public`), holding the very locks that the room's own functions
-- take, and learning where the rows lie that row security hides. access.sql takes it back where it may; `community-brain verify`
-- names what is left, and a server that takes prepared transactions: one holds what it has locked when its session is gone, and none but
-- its owner or a superuser ends it.
CREATE FUNCTION desk.left_open() RETURNS TABLE (kind text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $body$
    SELECT 'temporary', current_database()::text WHERE has_database_privilege('public', current_database(), 'TEMPORARY')
    UNION ALL
    SELECT 'idle', r.name FROM unnest(ARRAY['pg_read_all_stats', 'pg_signal_backend']) r(name) WHERE NOT pg_has_role('room_owner', r.name, 'USAGE')
    UNION ALL
    SELECT 'prepared', 'max_prepared_transactions = ' || current_setting('max_prepared_transactions')
    WHERE current_setting('max_prepared_transactions')::integer > 0
    UNION ALL
    SELECT 'create', n.nspname::text FROM pg_namespace n WHERE n.nspname = 'public' AND has_schema_privilege('public', n.oid, 'CREATE')
    UNION ALL
    SELECT CASE WHEN p.proname ~ 'advisory' THEN 'lock' WHEN p.proname ~ '^(lo|pg)_|^lowrite$' THEN 'write' ELSE 'tell' END,
           p.oid::regprocedure::text
    FROM pg_proc p
    WHERE (p.proname ~ '^pg_(try_)?advisory_(xact_)?lock' OR p.proname ~ '^lo_(creat|create|from_bytea|import|put|truncate|truncate64)$'
           OR p.proname ~ '^_postgis_(stats|selectivity|join_selectivity|index_extent)$'
           OR p.proname IN ('lowrite', 'pg_logical_emit_message', 'st_estimatedextent'))
      AND has_function_privilege('public', p.oid, 'EXECUTE')
$body$;
