"""What belongs to the extension, and what its types can do."""
from lint import REGISTRY, CatalogLint

LINTS = [
    CatalogLint(
        'nothing of a registry belongs to the extension',
        """select pg_describe_object(classid, objid, 0) as name from pg_depend
            where refclassid = 'pg_extension'::regclass and deptype = 'e'
                and refobjid = (select oid from pg_extension where extname = 'governance')
                and (classid = 'pg_namespace'::regclass and objid = '{r}'::regnamespace
                    or classid = 'pg_class'::regclass and objid in (select oid from pg_class where relnamespace = '{r}'::regnamespace)
                    or classid = 'pg_proc'::regclass and objid in (select oid from pg_proc where pronamespace = '{r}'::regnamespace))
            order by 1""".format(r=REGISTRY),
        ('create view planted as select 1 as a; alter extension governance add view planted', 'view %s.planted' % REGISTRY)),
    CatalogLint(
        'every base type has binary input and output, and is sorted and hashed',
        """select format_type(t.oid, null) as name from pg_type t
            where typnamespace = 'governance'::regnamespace and typtype = 'b' and typelem = 0
                and (typreceive = 0 or typsend = 0
                    or (select count(distinct amname) from pg_opclass join pg_am a on a.oid = opcmethod
                        where opcintype = t.oid and opcdefault and amname in ('btree', 'hash')) < 2)
            order by 1""",
        ("""alter extension governance drop operator class governance.quorum_ops using hash;
            drop operator class governance.quorum_ops using hash""", 'governance.quorum')),
]
