"""The variants of a registry: same tables, keys, foreign keys and indexes.

    floor       without our triggers
    plpgsql     the same rules as row triggers in plpgsql (plpgsql.sql)
    governance  as create_registry makes it
"""
import os

import session

HERE = os.path.dirname(os.path.abspath(__file__))
PLPGSQL = os.path.join(HERE, 'plpgsql.sql')
REGLEMENTE = os.path.join(HERE, '..', 'data', 'reglemente_integrationsutskottet.txt')

VARIANTS = ['floor', 'plpgsql', 'governance']

FLOOR = '''
do $$
declare
	t record;
begin
	for t in select tgrelid::regclass as tab, tgname from pg_trigger
		where tgrelid in (select oid from pg_class where relnamespace = '%s'::regnamespace) and not tgisinternal
	loop
		execute format('drop trigger %%I on %%s', t.tgname, t.tab);
	end loop;
end
$$'''


def make(schema, variant, committees):
    """A registry with so many committees (registry.sql), as the variant has it."""
    with open(REGLEMENTE, encoding='utf-8') as document:
        session.psql('-v', 'registry=' + schema, '-v', 'committees=%d' % committees, '-v', 'document=' + document.read(),
                     '-f', os.path.join(HERE, 'registry.sql'))
    if variant != 'governance':
        session.psql('-c', FLOOR % schema)
    if variant == 'plpgsql':
        session.psql('-f', PLPGSQL, schema=schema)
