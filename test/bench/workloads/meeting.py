"""A meeting of a committee, from its call to the attested minutes: 1 meeting, 14
attendances, 20 items and decisions, 5 votes of 7, minutes and two signatures.

Told once, as rows; from that come scripts of a statement a row and of a
statement a table.  :meeting, :body, :day (since the first) and :section (the
last one used in that year) are the script's variables.
"""
import os
import re
import tempfile

import session

DAY = "date '2020-01-06' + :day::integer"
ITEMS = 20
VOTES = 5                       # the first so many items are voted on


def at(minutes):
    return "%s + time '%02d:%02d'" % (DAY, 9 + minutes // 60, minutes % 60)


def tables():
    """In the order of writing: the table, its columns, its rows."""
    items = range(1, ITEMS + 1)
    yield 'meeting', 'id, body_id, day, place, starts_at, called_by, opened_at, closed_at', [
        ":meeting, :body, %s, 'Stadshuset', %s, 1, %s, %s" % (DAY, at(0), at(0), at(120))]
    yield 'agenda_item', 'meeting_id, position, title, handled, opened_at, decided_at, section', [
        ":meeting, {0}, 'Ärende {0}', {0}, {1}, {2}, :section::integer + {0}".format(i, at(5 * i), at(5 * i + 4)) for i in items]
    yield 'attendance', 'meeting_id, person_id, capacity', [
        ":meeting, %d, '%s'" % (p, 'serving_member' if p <= 7 else 'non_serving_substitute') for p in range(1, 15)]
    yield 'presiding', 'meeting_id, person_id', [':meeting, 1']
    yield 'vote_event', 'meeting_id, position', [':meeting, %d' % i for i in items[:VOTES]]
    yield 'vote', 'meeting_id, position, person_id, choice', [
        ":meeting, %d, %d, '%s'" % (i, p, 'yes' if p <= 5 else 'no') for i in items[:VOTES] for p in range(1, 8)]
    yield 'decision', 'meeting_id, position, text, vote_number', [
        ":meeting, {0}, 'Utskottet beslutar i ärende {0} enligt förslaget.', {1}".format(i, 1 if i <= VOTES else 'null') for i in items]
    yield 'adjuster', 'meeting_id, person_id, position', [':meeting, 3, 1']
    yield 'minutes', 'meeting_id, responsible_id', [':meeting, 1']
    yield 'attestation', 'meeting_id, person_id, role, signed_at', [
        ":meeting, %d, '%s', %s" % (person, role, at(180)) for person, role in ((1, 'chair'), (3, 'adjuster'))]


TABLES = [table for table, _, _ in tables()]


def statements(row_by_row, until=None):
    """The statements of a meeting, up to a table."""
    for table, columns, rows in tables():
        if table == until:
            return
        for some in [[row] for row in rows] if row_by_row else [rows]:
            yield 'insert into %s (%s) values %s;' % (table, columns, ', '.join('(%s)' % row for row in some))


# What pgbench does before each meeting: once a week, sections from 1 each year.
NEXT = '''\\set n :n + 1
\\set body :first + :client_id
\\set meeting :body * 10000 + :n
\\set day :n * 7
\\set section :n * 20
'''


def write_script(name, *which):
    with open(name, 'w', encoding='utf-8') as out:
        out.write(NEXT + 'begin;\n' + '\n'.join(statements(*which)) + '\ncommit;\n')
    return name


def literal(statement, **values):
    """The statement with its variables replaced by values."""
    return re.sub(r'(?<!:):([a-z]\w*)', lambda found: str(values[found[1]]), statement)


# A session's first meetings fill its caches (PostgreSQL's and ours); an
# application that keeps its connections pays for them once a day.
WARM_UP = 0.1


def hold(schema, script, body, clients, meetings):
    """So many meetings by each client, each in a committee of its own from body
    on, by pgbench; returns the seconds for one of them all, the first tenth of
    each session left out."""
    with tempfile.TemporaryDirectory() as folder:
        session.call('pgbench', '-n', '-M', 'prepared', '-c', str(clients), '-j', str(clients), '-t', str(meetings),
                     '-D', 'n=0', '-D', 'first=%d' % body, '-l', '--log-prefix', os.path.join(folder, 'log'),
                     '-f', script, schema=schema)
        took = []
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), encoding='ascii') as log:
                for line in log:
                    _, number, microseconds = line.split()[:3]
                    if int(number) > meetings * WARM_UP:
                        took.append(int(microseconds) / 1e6)
    return sum(took) / len(took) / clients
