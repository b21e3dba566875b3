"""Workload f: seals, against sha256(bytea) of the same bytes, as stored.

Texts of 6 to 100 kB in one chain, whose hashes SQL has made by itself: nothing
that verify_seals finds broken there is, and a text that is changed must be.
"""
import os

import session
from bench import Case, Wrong

HERE = os.path.dirname(os.path.abspath(__file__))

# no slower than the hash at 0.9 of its rate
AT_MOST = 1 / 0.9


def cases(bench):
    seals = 100 if bench.short else 4000
    schema = bench.registries('seals', 1, ['governance'])['governance']
    session.psql('-v', 'seals=%d' % seals, '-f', os.path.join(HERE, 'seals_rows.sql'), schema=schema)
    here = session.Session(schema)
    if not here.run("""
            begin;
            set local session_replication_role = replica;
            update seal set content = overlay(content placing 'x' from 6000) where ordinal = 50;
            select ordinal from verify_seals() where status = 'broken';
            rollback;""") == ['50']:
        raise Wrong('verify_seals does not find a changed text')
    size = '%d texts, %s MB' % (seals, here.value('select round(sum(octet_length(content)) / 1e6) from seal'))
    reference = 'select count(sha256(bytes)) from bytes'
    return [
        against(here, 'seal_hash, ' + size, reference, 'select count(governance.seal_hash(previous, content)) from seal', seals),
        against(here, 'verify_seals, ' + size, reference, 'select count(*) from verify_seals()', 0),
    ]


def against(here, name, reference, ours, answer):
    query = {'sha256': reference, 'governance': ours}

    def run(side, number):
        took = here.time('create temp table result as ' + query[side])
        found = int(here.value('select * from result'))
        here.run('drop table result')
        if side == 'governance' and found != answer:
            raise Wrong('%s: %d rows, not %d' % (name, found, answer))
        return took

    return Case(name, ['sha256', 'governance'], run, at_most=AT_MOST)
