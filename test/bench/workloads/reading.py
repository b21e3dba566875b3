"""Workload d: what is asked of a registry with 100,000 decisions, against what
one would write by hand.

The views are compared with SQL that gives the same rows.  An explanation and a
verification say more than a query by hand could: there the query answers two of
the rules (enough present, enough agree), ours all of them, in words.
"""
import os

import session
from bench import Case, Wrong

HERE = os.path.dirname(os.path.abspath(__file__))
TWO = "rule in ('quorum_present', 'decision_agreement')"

# What is read, by hand and by ours, and what must be the same of the two results.
READINGS = [
    ('explain_item, {calls} items',
     'select i.meeting_id, i.position, i.quorum_present, i.decision_agreement from some_item s '
     'cross join lateral (select * from by_hand.item i where i.meeting_id = s.meeting_id and i.position = s.position offset 0) i',
     'select s.meeting_id, s.position, e.* from some_item s cross join lateral explain_item(s.meeting_id, s.position) e',
     'select * from result',
     "select meeting_id, position, bool_and(status = 'met') filter (where rule = 'quorum_present'), "
     "bool_and(status = 'met') filter (where rule = 'decision_agreement') from result group by 1, 2"),
    ('explain_meeting, {calls} meetings',
     'select i.meeting_id, i.position, i.quorum_present, i.decision_agreement from some_meeting s '
     'cross join lateral (select * from by_hand.item i where i.meeting_id = s.id offset 0) i',
     'select s.id as meeting_id, e.* from some_meeting s cross join lateral explain_meeting(s.id) e',
     'select * from result',
     "select meeting_id, position, bool_and(status = 'met') filter (where rule = 'quorum_present'), "
     "bool_and(status = 'met') filter (where rule = 'decision_agreement') from result where position is not null group by 1, 2"),
    ('verify_registry',
     'select * from by_hand.broken',
     "select id as meeting_id, item as position, rule from governance.verify_registry('reading_governance')",
     'select * from result',
     'select distinct * from result where ' + TWO),
    ('decision_register',
     'select * from by_hand.decision_register', 'select * from decision_register',
     'select * from result', 'select * from result'),
    ('meeting_duty',
     'select * from by_hand.meeting_duty', 'select * from meeting_duty',
     'select * from result', 'select rule, body_id, object_id, due from result'),
]


def cases(bench):
    committees, weeks, calls = (2, 60, 20) if bench.short else (20, 250, 300)
    schema = bench.registries('reading', committees, ['governance'])['governance']
    for script in ('reading_meetings.sql', 'reading_by_hand.sql'):
        session.psql('-v', 'committees=%d' % committees, '-v', 'weeks=%d' % weeks,
                     '-f', os.path.join(HERE, script), schema=schema)
    here = session.Session(schema)
    here.run("""
        set governance.as_of to {day};
        create temp table some_meeting as select id from meeting order by hashint8(id), id limit {calls};
        create temp table some_item as select meeting_id, position from agenda_item
            order by hashint8(meeting_id + position), meeting_id, position limit {calls};
        analyze some_meeting, some_item;""".format(
            calls=calls, day=session.quote(here.value("select max(day) + 1 from meeting"))))
    return [reading(here, name.format(calls=calls), *queries) for name, *queries in READINGS]


def reading(here, name, by_hand, ours, same_by_hand, same_ours):
    query = {'by hand': by_hand, 'governance': ours}
    same = {'by hand': same_by_hand, 'governance': same_ours}
    results = {}

    def run(side, number):
        here.run('drop table if exists result')
        took = here.time('create temp table result as ' + query[side])
        results[side] = here.value("select count(*) || ' rows, ' || md5(string_agg(t::text, ' ' order by t::text collate \"C\"))"
                                   ' from (%s) t' % same[side])
        if not results[side]:
            raise Wrong('%s: %s gives no rows' % (name, side))
        return took

    return Case(name, ['by hand', 'governance'], run, results.get)
