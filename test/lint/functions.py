"""Functions: where they look for names, who may run them, what they say of
themselves in the source."""
import re

from lint import REGISTRY, CatalogLint, FileLint
import source

OURS = "('governance'::regnamespace, '%s'::regnamespace)" % REGISTRY

# In schema governance only pg_catalog is looked in, so all else has its schema's
# name or does not run.  Functions of a registry look in it, then in governance
# (pg_catalog is before both where it is not named).
PATHS = {'governance': 'search_path=pg_catalog, pg_temp',
         REGISTRY: 'search_path=%s, governance, pg_temp' % REGISTRY}

# SQL functions without a fixed search_path, since the planner inlines only those;
# none has needed it.
INLINED = {}

# Who runs a function acts with their own rights unless it has its owner's, so
# PUBLIC may run it; but each that may write is thought about, and stands here.
TRIGGER = 'a trigger function, which does nothing when called; a registry is made without a superuser, so its maker must be able to attach it'
CALLER = "writes with the caller's rights to the registry's tables, and nothing else"
PUBLIC_MAY = {
    'governance.begin_statement()': TRIGGER,
    'governance.check_row()': TRIGGER,
    'governance.tell_change()': TRIGGER,
    'governance.judge_statement()': TRIGGER,
    'governance.guard_truncate()': TRIGGER,
    'governance.keep_row()': TRIGGER,
    'governance.begin_regulation()': TRIGGER,
    'governance.check_regulation()': TRIGGER,
    'governance.create_registry(text,text)': 'makes a schema, for which the caller needs CREATE on the database',
    'governance.upgrade_registry(text)': "refuses all but the registry's owner, whose objects it replaces",
    'governance.drop_registry(text,text)': 'drops a schema, which must be the caller\'s',
    'governance.begin_import(text)': "refuses all but the registry's owner",
    'governance.tell_access()': TRIGGER,
    'governance.grant_access(text,name,text,bigint)': "refuses all but the registry's owner",
    'governance.revoke_access(text,name,bigint)': "refuses all but the registry's owner",
    'governance.apply_access(text,name)': "refuses all but the registry's owner",
    'governance.enable_delivery(text)': "refuses all but the registry's owner",
    'governance.disable_delivery(text)': "refuses all but the registry's owner",
    'governance.deliver_pending(integer)': 'delivers only what belongs to registries of the caller',
    'governance.control_file_number()': 'only reads: volatile since a standby has another',
    'governance.delivery_place()': 'only reads: volatile as what it calls',
    'governance.delivers_here(regclass)': "only reads, with the caller's rights",
    'governance.set_delivery_setting(text[])': 'alters the database, which must be the caller\'s',
    'governance.import_regulation(text,bigint,text,text,daterange)': CALLER,
    'governance.apply_ready_settings(text,bigint,text)': CALLER,
    'governance.admit_deviation(text,bigint,integer,text,text)': CALLER,
    'governance.admit_matter_deviation(text,bigint,integer,text,text)': CALLER,
    REGISTRY + '.import_regulation(bigint,text,text,daterange)': CALLER,
    REGISTRY + '.admit_deviation(bigint,integer,text,text)': CALLER,
    REGISTRY + '.admit_matter_deviation(bigint,integer,text,text)': CALLER,
    REGISTRY + '.begin_import()': "refuses all but the registry's owner",
    REGISTRY + '.grant_access(name,text,bigint)': "refuses all but the registry's owner",
    REGISTRY + '.revoke_access(name,bigint)': "refuses all but the registry's owner",
    REGISTRY + '.next_case_number(text,integer)': CALLER,
    REGISTRY + '.summon(bigint,timestamp without time zone)': CALLER,
    REGISTRY + '.derive_request_done()': 'a trigger function; it only reads, with the rights of who writes the row',
    REGISTRY + '.derive_done(bigint,daterange)': CALLER,
    REGISTRY + '.touch_reported(bigint,integer,integer,bigint,integer)': CALLER,
}


def elsewhere(found):
    return ['%s looks in %s' % (row['name'], row['path'] or 'the search_path of its caller') for row in found
            if row['path'] != PATHS[row['schema']] and row['name'] not in INLINED]


def public_writers(found):
    names = [row['name'] for row in found]
    return ([name + ' may write, and PUBLIC may run it' for name in names if name not in PUBLIC_MAY] +
            [name + ' is listed, and there is none' for name in PUBLIC_MAY if name not in names])


def unqualified(found):
    own = {row['proname'] for row in found}
    return sorted({'%s calls %s' % (row['name'], name) for row in found if row['prosrc']
                   for schema, name in source.calls(row['prosrc']) if not schema and name in own})


def unlabelled(files):
    return ['%s: %s has no %s' % (path, name, label)
            for path, text in sorted(files.items())
            for name, head in source.functions(text)
            for label, words in (('volatility', r'\b(immutable|stable|volatile)\b'),
                                 ('parallel label', r'\bparallel (safe|restricted|unsafe)\b'))
            if not re.search(words, head)]


LINTS = [
    CatalogLint(
        'every function in SQL or plpgsql has the search_path of its schema',
        """select p.oid::regprocedure::text as name, pronamespace::regnamespace::text as schema,
                (select c from unnest(proconfig) c where c like 'search\\_path=%%') as path
            from pg_proc p where pronamespace in %s
                and prolang in (select oid from pg_language where lanname in ('sql', 'plpgsql'))
            order by 1""" % OURS,
        ("create function governance.planted() returns int language sql as 'select 1'",
         'governance.planted() looks in the search_path of its caller'),
        ("create function planted() returns int language sql set search_path = %s as 'select 1'" % REGISTRY,
         '{0}.planted() looks in search_path={0}'.format(REGISTRY)),
        judge=elsewhere),
    CatalogLint(
        'functions of schema governance call each other by qualified names, also in dynamic SQL',
        """select p.oid::regprocedure::text as name, proname,
                case when lanname in ('sql', 'plpgsql') and proname not in ('registry_tables', 'registry_code') then prosrc end as prosrc
            from pg_proc p join pg_language l on l.oid = prolang
            where pronamespace = 'governance'::regnamespace""",
        ("""create function governance.planted() returns int language plpgsql as
            $$begin /* met() */ execute 'select governance.rules(); select version ()'; end$$""",
         'governance.planted() calls version'),
        judge=unqualified),
    CatalogLint(
        "a function with its owner's rights is not run by everybody",
        """select p.oid::regprocedure::text as name from pg_proc p
            where pronamespace in %s and prosecdef and has_function_privilege('public', p.oid, 'execute')
            order by 1""" % OURS,
        ("create function planted() returns int language sql security definer as 'select 1'", REGISTRY + '.planted()')),
    CatalogLint(
        'that PUBLIC may run a function that may write is decided for each',
        """select p.oid::regprocedure::text as name from pg_proc p
            where pronamespace in %s and provolatile = 'v' and has_function_privilege('public', p.oid, 'execute')
            order by 1""" % OURS,
        ("create function planted() returns int language sql volatile as 'select 1'",
         REGISTRY + '.planted() may write, and PUBLIC may run it'),
        ('drop function derive_request_done() cascade', REGISTRY + '.derive_request_done() is listed, and there is none'),
        judge=public_writers),
    FileLint(
        'every function says its volatility and its parallel label in the source',
        unlabelled, [('sql/extension', '.sql'), ('sql/registry', '.sql')],
        (('sql/planted.sql', r'\A', 'create function planted(a text) returns int\nlanguage sql parallel safe -- stable\nas $$select 1$$;'),
         'sql/planted.sql: planted has no volatility'),
        (('sql/planted.sql', r'\A', "do $do$ begin execute $x$\ncreate function %I() returns int\nlanguage sql as $$select 'parallel safe'$$ stable;$x$; end $do$"),
         'sql/planted.sql: %I has no parallel label')),
]
