"""Workload c: bulk loads, table by table, into meetings that are there: 500,000
attendances, 300,000 votes, 200,000 decisions, and four times as many.  Twenty
committees (for four times as many: eighty) over 35 years.

The rules in plpgsql take minutes for what takes seconds, so that variant loads
the meetings of a tenth of the committees, and its time is multiplied.
"""
import os

import session
from bench import Case, Wrong, contents, verified

HERE = os.path.dirname(os.path.abspath(__file__))

# At most, and at least, for rows in the order of meetings and at random.
TARGETS = {'attendance': (1.30, 2.5), 'vote': (1.15, 2.5), 'decision': (1.30, 3)}
RANDOM = (2.0, 2)

# What is loaded, in this order: a load begins with its table and the following
# ones empty, and the former ones as if they had been there for long.
TABLES = ['attendance', 'vote', 'decision']
PARTS = {'plpgsql': 10}
LOADS = [('attendance', ''), ('vote', ''), ('vote', ' at random'), ('decision', ''), ('decision', ' at random')]


class Size:
    """The registries of one size, and the rows to load into them."""

    def __init__(self, bench, purpose, committees, attended, decided, voted):
        self.sizes = {'committees': committees, 'attended': attended, 'decided': decided, 'voted': voted}
        self.source = purpose + '_source'
        self.sessions = {}
        self.folder = bench.folder
        self.parts = {} if bench.short else PARTS
        session.psql(*self.arguments('bulk_rows.sql'), '-v', 'source=' + self.source)
        self.schemas = bench.registries(purpose, committees)
        for variant, schema in self.schemas.items():
            session.psql(*self.arguments('bulk_meetings.sql'), schema=schema)
            session.psql('-c', 'vacuum analyze', schema=schema)
            self.sessions[variant] = session.Session(schema)

    def arguments(self, script):
        return [a for pair in self.sizes.items() for a in ('-v', '%s=%d' % pair)] + ['-f', os.path.join(HERE, script)]

    def part(self, side):
        """One of how many committees this side loads."""
        return self.parts.get(side, 1)

    def until(self, part):
        """The first meeting's id after those committees."""
        return 10000 * (2 + self.sizes['committees'] // part)

    def rows(self, side, rows):
        """What a side loads, as something to select from."""
        return '(select * from %s.%s where meeting_id < %d) r' % (self.source, rows, self.until(self.part(side)))

    def file(self, side, rows):
        """The same as a file for COPY, made when first asked for."""
        name = os.path.join(self.folder, '%s.%s.%d' % (self.source, rows, self.part(side)))
        if not os.path.exists(name):
            session.psql('-c', "\\copy (select * from %s) to '%s'" % (self.rows(side, rows), name))
        return name

    def case(self, bench, name, table, rows, copy, targets):
        columns = session.psql('-c', "select string_agg(attname, ', ' order by attnum) from pg_attribute "
                               "where attrelid = '%s.%s'::regclass and attnum > 0" % (self.source, rows)).strip()
        into = '%s (%s)' % (table, columns)
        loads = {side: "\\copy %s from '%s'" % (into, self.file(side, rows)) if copy else
                 'insert into %s select * from %s' % (into, self.rows(side, rows)) for side in bench.variants}

        def run(side, number):
            here = self.sessions[side]
            # a replica's session is not asked by the triggers that keep the tables from it
            here.run('set session_replication_role = replica; truncate %s cascade; reset session_replication_role;'
                     % ', '.join(TABLES[TABLES.index(table):]))
            here.run(''.join('vacuum analyze %s;' % former for former in TABLES[:TABLES.index(table)]))
            return here.time(loads[side]) * self.part(side)

        def loaded(side):
            missing = session.psql('-c', 'select (select count(*) from %s) - (select count(*) from %s)'
                                   % (self.rows(side, rows), table), schema=self.schemas[side]).strip()
            if missing != '0':
                raise Wrong('%s, %s: %s rows are missing' % (name, side, missing))
            if table == 'vote':
                self.refuses(side)
            if bench.short and side == 'governance':
                verified(self.schemas[side])
            common = max(self.part(variant) for variant in bench.variants)
            return contents(self.schemas[side], [table], 'meeting_id < %d' % self.until(common))

        return Case(name, bench.variants, run, loaded, *targets)

    def refuses(self, side):
        """Only the floor lets somebody vote who does not serve: are the rules there?"""
        meeting = 10000 * (1 + self.sizes['committees']) + 1
        try:
            session.psql('-c', 'begin', '-c', "insert into vote (meeting_id, position, person_id, choice) values (%d, 1, 8, 'yes')"
                         % meeting, '-c', 'rollback', schema=self.schemas[side])
            refused = False
        except session.Refused:
            refused = True
        if refused != (side != 'floor'):
            raise Wrong('%s: an unlawful vote is %s' % (side, 'refused' if refused else 'accepted'))


def cases(bench):
    small = (2, 30, 15, 10) if bench.short else (20, 1786, 500, 429)
    once = Size(bench, 'bulk', *small)
    four = Size(bench, 'bulk4', 4 * small[0], *small[1:])
    found = []
    for table, order in LOADS:
        rows, targets = (table + '_random', RANDOM) if order else (table, TARGETS[table])
        for copy, how in ((True, 'COPY'), (False, 'INSERT … SELECT')):
            found.append(once.case(bench, '%ss%s, %s' % (table, order, how), table, rows, copy, targets))
            if copy and not order:
                again = four.case(bench, '%ss × 4, COPY' % table, table, rows, copy, targets)
                again.grows = found[-1], 4
                found.append(again)
    return found
