"""Workload e: the types quorum and citation against numeric and text; the
calendar against tables of holidays and working days.

The numbers are as many as the values of a type, as often the same, in the same
order and about as long when written, so that what is sorted and compared is the
same.  The texts are the values' own.
"""
import os

import session
from bench import Case, Wrong

HERE = os.path.dirname(os.path.abspath(__file__))

# The type, and what makes the numbers as long as its values.
TYPES = [('quorum', 0), ('citation', 10 ** 10)]

# b is another value, chosen at random.
VALUES = '''
create unlogged table {type}_numbers as
select ((rank + {shift}) / 100.0)::numeric(12, 2)::text as written from {type}_written;
create unlogged table {type}_values as
select a, lag(a, 1, a) over () as b, rank, lag(rank, 1, rank) over () as rank_b
from (select written::governance.{type} as a, rank from {type}_written) v;
create unlogged table {type}_ours as select a, b from {type}_values;
create unlogged table {type}_text as select a::text collate "C" as a, b::text collate "C" as b from {type}_values;
create unlogged table {type}_numeric as
select ((rank + {shift}) / 100.0)::numeric(12, 2) as a, ((rank_b + {shift}) / 100.0)::numeric(12, 2) as b from {type}_values;
vacuum analyze;'''

# What must give 0.  Values sort as their ranks do, and are the same where those
# are; what is written for a value is read as that value.
CHECKS = ['''select count(*) from (select a, rank, lag(a) over w as before, lag(rank) over w as rank_before
        from {type}_values window w as (order by a)) v
    where rank < rank_before or (rank = rank_before) <> (a = before)''',
          'select count(*) from {type}_values where (a::text)::governance.{type} <> a',
          'select count(*) from {type}_values where (a < b) <> (rank < rank_b) or (a = b) <> (rank = rank_b)']

SORT = 'count(*) from (select a from {table} order by a{collation} offset 0) s'
COMPARE = 'count(*) from {table} where a < b{collation}'

# What is asked about each day: by looking it up, by joining days whose working
# days are numbered, and of ours.
CALENDAR = [
    ('whether a working day',
     'count(*) from question q where extract(isodow from day) < 6 and not exists (select from holiday h where h.day = q.day)',
     'count(*) from question q join workday w on w.day = q.day',
     'count(*) from question where is_working_day(day)'),
    ('some working days later',
     "sum((select w.day from workday w where w.day > q.day order by w.day limit 1 offset days - 1) - date '2000-01-01') from question q",
     "sum(w.day - date '2000-01-01') from question q join numbered n on n.day = q.day join workday w on w.number = n.number + days",
     "sum(add_working_days(day, days) - date '2000-01-01') from question"),
    ('working days between',
     'sum((select count(*) from workday w where w.day > q.day and w.day <= q.later)) from question q',
     'sum(t.number - f.number) from question q join numbered f on f.day = q.day join numbered t on t.day = q.later',
     'sum(working_days_between(day, later)) from question'),
    ('statutory deadline',
     "sum((select min(w.day) from workday w where w.day >= q.day + interval '3 weeks') - date '2000-01-01') from question q",
     "sum(w.day - date '2000-01-01') from question q join numbered n on n.day = q.day + 20 join workday w on w.number = n.number + 1",
     "sum(statutory_deadline(day, '3 weeks') - date '2000-01-01') from question"),
    ('latest notice',
     "sum((select w.day from workday w where w.day < q.day order by w.day desc limit 1 offset days - 1) - date '2000-01-01') from question q",
     "sum(w.day - date '2000-01-01') from question q join numbered n on n.day = q.day - 1 join workday w on w.number = n.number + 1 - days",
     "sum(latest_notice(day, days) - date '2000-01-01') from question"),
]


def cases(bench):
    here = session.Session('governance')
    # everything in memory, and by one process
    here.run("set work_mem = '1GB'; set max_parallel_workers_per_gather = 0")
    values, questions = (20000, 10000) if bench.short else (1000000, 100000)
    session.psql('-v', 'values=%d' % values, '-f', os.path.join(HERE, 'types_values.sql'))
    session.psql('-v', 'questions=%d' % questions, '-f', os.path.join(HERE, 'calendar_days.sql'))
    locale = here.run("select format(' collate %I', collname) from pg_collation where collname in ('sv-x-icu', 'sv_SE.utf8')"
                      " and collencoding in (-1, pg_char_to_encoding(getdatabaseencoding())) order by collname = 'sv-x-icu' desc limit 1")
    found = []
    for name, shift in TYPES:
        here.run(VALUES.format(type=name, shift=shift))
        for check in CHECKS:
            if here.value(check.format(type=name)) != '0':
                raise Wrong('%s: %s' % (name, check.format(type=name)))
        found += type_cases(here, name, locale)
    for name, by_look_up, by_join, ours in CALENDAR:
        found.append(case(here, 'calendar, ' + name, {'look-up': by_look_up, 'join': by_join, 'governance': ours}, True, 1, 1))
    return found


def type_cases(here, name, locale):
    def queries(pattern, sides):
        return {side: pattern.format(**values) for side, values in sides.items()}

    numeric, text, ours = ({'table': '%s_%s' % (name, side), 'collation': ''} for side in ('numeric', 'text', 'ours'))
    by_locale = {'text, sv': dict(text, collation=locale[0])} if locale else {}
    written = {
        'numeric': {'written': name + '_numbers', 'input': 'numeric_in', 'typmod': ', 0, -1', 'output': 'numeric_out', **numeric},
        'text': {'written': name + '_written', 'input': 'textin', 'typmod': '', 'output': 'textout', **text},
        name: {'written': name + '_written', 'input': name + '_in', 'typmod': '', 'output': name + '_out', **ours}}
    ordered = {'numeric': numeric, **by_locale, name: ours}
    by_bytes = {'text, C': text, name: ours}
    return [
        case(here, name + ' input', queries('count({input}(textout(written){typmod})) from {written}', written), True, 1),
        case(here, name + ' output', queries('count({output}(a)) from {table}', written), True),
        case(here, name + ' comparison', queries(COMPARE, ordered), False, None, 1),
        case(here, name + ' comparison, C', queries(COMPARE, by_bytes), False),
        case(here, name + ' sort', queries(SORT, ordered), True, 1, 1),
        case(here, name + ' sort, C', queries(SORT, by_bytes), True)]


def case(here, name, queries, same, at_most=None, at_least=None):
    """What the queries of several sides take; where their answers must be the same."""
    answers = {}

    def run(side, number):
        clock = 'select extract(epoch from clock_timestamp());\n'
        begun, answers[side], ended = here.run('%sselect %s;\n%s' % (clock, queries[side], clock))
        return float(ended) - float(begun)

    return Case(name, queries, run, answers.get if same else None, at_most, at_least)
