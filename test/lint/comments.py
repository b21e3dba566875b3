"""Every object has a comment."""
from lint import REGISTRY, CatalogLint

# Indexes and constraints are said by their table's columns and their names, which
# errors give.  From 17 on an array type is a member too, beside the type that made it.
LINTS = [
    CatalogLint(
        'every object of the extension has a comment',
        """select pg_describe_object(classid, objid, 0) as name from pg_depend m
            where refclassid = 'pg_extension'::regclass and deptype = 'e'
                and refobjid = (select oid from pg_extension where extname = 'governance')
                and coalesce(obj_description(objid, classid::regclass::name), '') = ''
                and not (classid = 'pg_type'::regclass and exists (select from pg_type t where t.typarray = objid))
            order by 1""",
        ('comment on operator family governance.quorum_ops using hash is null',
         'operator family governance.quorum_ops for access method hash'),
        ('comment on operator governance.< (governance.quorum, governance.quorum) is null',
         'operator governance.<(governance.quorum,governance.quorum)')),
    CatalogLint(
        'the schema of a registry has a comment, every table, view, sequence and function',
        """with object(class, id) as (
                select 'pg_namespace', '{r}'::regnamespace::oid
                union all select 'pg_class', oid from pg_class
                    where relnamespace = '{r}'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                union all select 'pg_proc', oid from pg_proc where pronamespace = '{r}'::regnamespace
                union all select 'pg_type', oid from pg_type
                    where typnamespace = '{r}'::regnamespace and typrelid = 0 and typelem = 0)
            select pg_describe_object(class::regclass, id, 0) as name from object
            where coalesce(obj_description(id, class), '') = '' order by 1""".format(r=REGISTRY),
        ('create sequence planted', 'sequence %s.planted' % REGISTRY),
        ('comment on schema {0} is null'.format(REGISTRY), 'schema ' + REGISTRY)),
    CatalogLint(
        'so has every trigger and every policy of its tables',
        """select pg_describe_object(o.class, o.id, 0) as name
            from (select 'pg_trigger'::regclass, oid, tgrelid from pg_trigger where not tgisinternal
                union all select 'pg_policy'::regclass, oid, polrelid from pg_policy) o(class, id, relation)
            join pg_class c on c.oid = o.relation and c.relnamespace = '%s'::regnamespace
            where coalesce(obj_description(o.id, o.class::name), '') = '' order by 1""" % REGISTRY,
        ('create policy planted on body', 'policy planted on table %s.body' % REGISTRY),
        ('comment on trigger "GOVERNANCE_check" on body is null', 'trigger GOVERNANCE_check on table %s.body' % REGISTRY)),
    CatalogLint(
        'so has every column',
        """select c.oid::regclass || '.' || attname as name from pg_class c join pg_attribute on attrelid = c.oid
            where relnamespace = '%s'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
                and attnum > 0 and not attisdropped and coalesce(col_description(c.oid, attnum), '') = ''
            order by 1""" % REGISTRY,
        ('alter table body add planted text', REGISTRY + '.body.planted')),
]
