"""Workload c: bulk loads, table by table, into meetings that are there: 500,000
attendances, 300,000 votes, 200,000 decisions, and four times as many.  Twenty
committees (for four times as many: eighty) over 35 years."""
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
LOADS = [('attendance', ''), ('vote', ''), ('vote', ' at random'), ('decision', ''), ('decision', ' at random')]


class Size:
    """The registries of one size, and the rows to load into them."""

    def __init__(self, bench, purpose, committees, attended, decided, voted):
        self.sizes = {'committees': committees, 'attended': attended, 'decided': decided, 'voted': voted}
        self.source = purpose + '_source'
        self.sessions = {}
        self.folder = bench.folder
        session.psql(*self.arguments('bulk_rows.sql'), '-v', 'source=' + self.source)
        self.schemas = bench.registries(purpose, committees)
        for variant, schema in self.schemas.items():
            session.psql(*self.arguments('bulk_meetings.sql'), schema=schema)
            session.psql('-c', 'vacuum analyze', schema=schema)
            self.sessions[variant] = session.Session(schema)

    def arguments(self, script):
        return [a for pair in self.sizes.items() for a in ('-v', '%s=%d' % pair)] + ['-f', os.path.join(HERE, script)]

    def file(self, rows):
        """The rows as a file for COPY, made when first asked for."""
        name = os.path.join(self.folder, '%s.%s' % (self.source, rows))
        if not os.path.exists(name):
            session.psql('-c', "\\copy %s.%s to '%s'" % (self.source, rows, name))
        return name

    def case(self, bench, name, table, rows, copy, targets):
        columns = session.psql('-c', "select string_agg(attname, ', ' order by attnum) from pg_attribute "
                               "where attrelid = '%s.%s'::regclass and attnum > 0" % (self.source, rows)).strip()
        if copy:
            load = "\\copy %s (%s) from '%s'" % (table, columns, self.file(rows))
        else:
            load = 'insert into %s (%s) select * from %s.%s' % (table, columns, self.source, rows)

        def run(side, number):
            here = self.sessions[side]
            # a replica's session is not asked by the triggers that keep the tables from it
            here.run('set session_replication_role = replica; truncate %s cascade; reset session_replication_role;'
                     % ', '.join(TABLES[TABLES.index(table):]))
            here.run(''.join('vacuum analyze %s;' % former for former in TABLES[:TABLES.index(table)]))
            return here.time(load)

        def loaded(side):
            count = session.psql('-c', 'select (select count(*) from %s) - (select count(*) from %s.%s)'
                                 % (table, self.source, rows), schema=self.schemas[side]).strip()
            if count != '0':
                raise Wrong('%s, %s: %s rows' % (name, side, count))
            if table == 'vote':
                self.refuses(side)
            if bench.short and side == 'governance':
                verified(self.schemas[side])
            return contents(self.schemas[side], [table])

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
