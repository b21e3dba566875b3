"""Workload g: what is due in a municipality of 25 bodies, with the same number of
duties open among 5,000 meetings stored, twice and four times as many.

By hand: the simplest SQL that gives the same rows, which looks at everything.
Its time grows with what is stored; that of ours should not.
"""
import os
import re

import session
import variants
from bench import Case, Wrong

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = '2029-12-31'
SAME = 'rule, body_id, object_id, due'
ASKED = 10                      # how often a figure asks: one time is a few milliseconds


def cases(bench):
    base = 0.1 if bench.short else 1
    municipalities = [municipality(bench, base, scale) for scale in (1, 2, 4)]
    for one, scale in zip(municipalities, (1, 2, 4)):
        one.at_most = None if bench.short else 1
        if scale > 1:
            one.grows = (municipalities[0], scale)
    return municipalities


def municipality(bench, base, scale):
    schema = 'todo_%d' % scale
    with open(variants.REGLEMENTE, encoding='utf-8') as document:
        session.psql('-v', 'registry=' + schema, '-v', 'meetings=%d' % (200 * base * scale), '-v', 'document=' + document.read(),
                     '-f', os.path.join(HERE, 'todo_municipality.sql'))
    session.psql('-f', os.path.join(HERE, 'todo_by_hand.sql'), schema=schema)
    here = session.Session(schema)
    here.run("set governance.as_of to '%s'" % DAY)
    stored = int(here.value('select count(*) from meeting where day < governance.as_of()'))
    ours = 'select * from todo'
    # the duties that the query by hand knows
    query = {'by hand': 'select * from by_hand_todo', 'governance': ours}
    same = {'by hand': 'by_hand_todo', 'governance': "todo where rule in (select rule from by_hand_todo)"}

    def run(side, number):
        here.run(query[side])   # plans, and the rules in force, are at hand
        return here.time(';'.join([query[side]] * ASKED)) / ASKED

    def contents(side):
        found = here.value("select count(*) || ' rows, ' || md5(string_agg(t::text, ' ' order by t::text collate \"C\"))"
                           ' from (select %s from %s) t' % (SAME, same[side]))
        if not found:
            raise Wrong('%s gives no rows' % side)
        return found

    case = Case('todo, %s meetings stored' % format(stored, ','), ['by hand', 'governance'], run, contents)
    case.plan = here.run('explain (analyze, buffers) ' + ours)
    return case
