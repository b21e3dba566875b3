"""What plpgsql_check says of every function in plpgsql, of trigger functions with
each of their tables."""
from lint import REGISTRY, CatalogLint, psql


def absent():
    there = psql("select row_to_json(x) from pg_available_extensions x where name = 'plpgsql_check'")
    return None if there else 'plpgsql_check is not installed for this server'


# It cannot see through dynamic SQL, and says so in "detail".  upgrade_registry runs
# statements that a query makes by format() of names in the catalogue; exports run
# conditions that stand in governance.export_kinds().  The reports as of a day set
# that day and take it back, which changes nothing that a stable function may not.
QUERY = """
    select format('%%s%%s: %%s%%s', c.functionid::regprocedure,
        ' on ' || nullif(f.relation, 0)::regclass::text, c.message, ' in line ' || c.lineno) as name
    from (
        select p.oid, coalesce(t.tgrelid, 0) as relation
        from pg_proc p
        left join (select distinct tgfoid, tgrelid from pg_trigger) t on t.tgfoid = p.oid
        where p.pronamespace in ('governance'::regnamespace, '%s'::regnamespace)
            and p.prolang = (select oid from pg_language where lanname = 'plpgsql')) f
    join pg_proc p on p.oid = f.oid
    cross join lateral public.plpgsql_check_function_tb(f.oid, f.relation, fatal_errors => false,
        other_warnings => true, extra_warnings => true, performance_warnings => true, security_warnings => true) c
    where coalesce(c.detail, '') not in ('attention: cannot to determine volatility of used dynamic SQL',
        'cannot to determine result of dynamic SQL')
        and not (c.functionid in ('governance.upgrade_registry(text)'::regprocedure,
                'governance.export_object(text,text,text,text)'::regprocedure,
                'governance.export_list(text,text,text,bigint,text)'::regprocedure)
            and c.message = 'text type variable is not sanitized')
        and not (p.proname like '%%\\_as\\_of' and c.message = 'routine is marked as STABLE, but expression is VOLATILE')
    order by 1""" % REGISTRY

LINTS = [
    CatalogLint(
        'plpgsql_check finds nothing', QUERY,
        ("""create function planted() returns void language plpgsql set search_path from current as
            $$begin delete from extra_day; perform b.mayor from body b; end$$""",
         '%s.planted(): column b.mayor does not exist in line 1' % REGISTRY),
        ("""create function planted() returns trigger language plpgsql as
            $$begin new.mayor := 1; return new; end$$;
            create trigger planted before insert on body for each row execute function planted()""",
         '{0}.planted() on {0}.body: record "new" has no field "mayor" in line 1'.format(REGISTRY)),
        prepare=['create extension plpgsql_check schema public'], needs=absent),
]
