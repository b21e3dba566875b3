"""No function is labelled safer than what it calls.

What a function in SQL calls is read from its parsed body, operators and all: for
the time of the question it is made anew with BEGIN ATOMIC, whose tree the
catalogues keep; views and policies are looked into.  Of plpgsql, and of what it
executes, names are read.  What a function in C does its label alone says.
"""
import re

from lint import REGISTRY, CatalogLint, psql
import source

VOLATILITY = 'isv'                      # from the safest on
PARALLEL = 'sru'
WORD = {'i': 'immutable', 's': 'stable', 'v': 'volatile'}
WORD_PARALLEL = {'s': 'parallel safe', 'r': 'parallel restricted', 'u': 'parallel unsafe'}

# What is labelled safer than what it calls, and why that is so all the same.
EXEMPT = {(REGISTRY + '.%s_as_of' % view, 'set_config'): 'the setting holds for the one query, and is put back'
          for view in ('todo', 'decision_register', 'delegation_status', 'motion_status', 'referral_status',
                       'meeting_overview', 'notice_board', 'policy_status', 'area_status')}

ATOMIC = """
do $do$
declare
    f record;
    definition text;
begin
    for f in
        select p.oid, prosrc,
            (select substr(c, 13) from unnest(proconfig) c where c like 'search\\_path=%%') as path
        from pg_catalog.pg_proc p
        where pronamespace in ('governance'::regnamespace, '%s'::regnamespace)
            and prolang = (select oid from pg_catalog.pg_language where lanname = 'sql')
            and prorettype <> 'trigger'::regtype and proname not in ('registry_tables', 'registry_code')
    loop
        perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
        definition := pg_get_functiondef(f.oid);
        perform pg_catalog.set_config('search_path', f.path, true);
        execute substr(definition, 1, strpos(definition, 'AS $function') - 1)
            || 'begin atomic ' || rtrim(f.prosrc, E'; \\n\\t') || E';\\nend';
    end loop;
end
$do$
""" % REGISTRY

QUERY = """
    select 'function' as kind, p.oid::bigint, n.nspname as schema, p.proname as name, p.oid::regprocedure::text as signature,
        p.provolatile as volatility, p.proparallel as parallel, l.lanname as language,
        p.prosqlbody::text as tree, case when l.lanname = 'plpgsql' then p.prosrc end as source
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    union all
    select 'relation', c.oid::bigint, n.nspname, c.relname, null, null, null, null, concat(
        (select string_agg(ev_action::text, ' ') from pg_rewrite where ev_class = c.oid and ev_type = '1'),
        (select string_agg(concat(polqual::text, ' ', polwithcheck::text), ' ') from pg_policy where polrelid = c.oid)), null
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = '%s'""" % REGISTRY

CALLED = re.compile(r':(?:funcid|opfuncid|aggfnoid|winfnoid) (\d+)')
RELATION = re.compile(r':relid (\d+)')
WRITES = re.compile(r':commandType [2-5]|:hasForUpdate true|\{NEXTVALUEEXPR')


class Judge:
    def __init__(self, found):
        self.functions = {row['oid']: row for row in found if row['kind'] == 'function'}
        self.relations = {row['oid']: row for row in found if row['kind'] == 'relation'}
        self.views = {row['name']: row for row in self.relations.values() if row['tree']}
        self.named = {}
        for row in self.functions.values():
            self.named.setdefault(row['name'], []).append(row)

    def called(self, tree, seen):
        """What is called by a tree, and by the views in it: name, volatility and
        parallel label of each."""
        if WRITES.search(tree):
            yield 'what it writes', 'v', 'u'
        for oid in CALLED.findall(tree):
            if int(oid) in self.functions:
                row = self.functions[int(oid)]
                yield row['name'], row['volatility'], row['parallel']
        for oid in RELATION.findall(tree):
            yield from self.behind(self.relations.get(int(oid)), seen)

    def behind(self, relation, seen):
        if relation and relation['oid'] not in seen:
            seen.add(relation['oid'])
            yield from self.called(relation['tree'], seen)

    def by_name(self, text, schema, seen):
        for qualifier, name in source.calls(text):
            functions = [row for row in self.named.get(name, []) if row['schema'] in (qualifier or schema, 'pg_catalog', 'governance')]
            if functions:               # which of several is not known: the safest
                yield (name, min((row['volatility'] for row in functions), key=VOLATILITY.index),
                       min((row['parallel'] for row in functions), key=PARALLEL.index))
        if re.search(r'\b(insert into|update \w+ set|delete from)\b', text):
            yield 'what it writes', 'v', 'u'
        for name in set(re.findall(r'\w+', text)) & set(self.views) if schema == REGISTRY else ():
            yield from self.behind(self.views[name], seen)

    def offenders(self):
        found = set()
        for row in self.functions.values():
            if row['schema'] not in ('governance', REGISTRY):
                continue
            called = (self.called(row['tree'], set()) if row['tree'] else
                      self.by_name(source.COMMENT.sub('', row['source']), row['schema'], set()) if row['source'] else ())
            for name, volatility, parallel in called:
                if (VOLATILITY.index(row['volatility']) < VOLATILITY.index(volatility)
                        and ('%s.%s' % (row['schema'], row['name']), name) not in EXEMPT):
                    found.add('%s is %s and calls %s, %s' % (
                        row['signature'], WORD[row['volatility']], name, WORD[volatility]))
                if PARALLEL.index(row['parallel']) < PARALLEL.index(parallel):
                    found.add('%s is %s and calls %s, %s' % (
                        row['signature'], WORD_PARALLEL[row['parallel']], name, WORD_PARALLEL[parallel]))
        return sorted(found)


def older():
    found = psql("select json_build_object('version', current_setting('server_version_num')::int)")
    return None if found[0]['version'] >= 140000 else 'bodies are parsed from PostgreSQL 14 on'


LINTS = [
    CatalogLint(
        'no function is labelled safer than what it calls', QUERY,
        # by a view
        ("""create view behind as select pg_catalog.nextval('body_id_seq') as n;
            create function planted() returns bigint language sql stable parallel unsafe set search_path from current as
            'select n from behind'""",
         '%s.planted() is stable and calls nextval, volatile' % REGISTRY),
        # by an operator
        ("""create function meddle(int, int) returns int language sql immutable parallel restricted
            set search_path = pg_catalog, pg_temp as 'select 1';
            create operator @+@ (leftarg = int, rightarg = int, function = meddle);
            create function planted() returns int language sql immutable parallel safe set search_path from current as
            'select 1 @+@ 2'""",
         '%s.planted() is parallel safe and calls meddle, parallel restricted' % REGISTRY),
        # by a policy of a table
        ("""create policy planted on extra_day using (day > pg_catalog.clock_timestamp());
            create function planted() returns bigint language sql stable parallel restricted set search_path from current as
            'select count(*) from extra_day'""",
         '%s.planted() is stable and calls clock_timestamp, volatile' % REGISTRY),
        # by writing
        ("""create function planted() returns void language sql stable parallel unsafe set search_path from current as
            'delete from extra_day'""",
         '%s.planted() is stable and calls what it writes, volatile' % REGISTRY),
        # in plpgsql, by what it executes
        ("""create function planted() returns void language plpgsql stable parallel safe set search_path from current as
            $$begin execute 'select 1; select governance.verify_registry(''x'')'; end$$""",
         '%s.planted() is parallel safe and calls verify_registry, parallel restricted' % REGISTRY),
        judge=lambda rows: Judge(rows).offenders(), prepare=[ATOMIC], needs=older),
]
