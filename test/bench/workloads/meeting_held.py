"""Workloads a and b: a full meeting in one transaction of prepared statements,
a statement for each row or one for each table; by one client, and by two who
write for different committees.  A meeting without its signatures shows what the
seal costs."""
import os

import session
from bench import Case, Wrong, contents, verified
from workloads import meeting


def cases(bench, purpose, row_by_row, at_least):
    meetings = 20 if bench.short else 200
    whole = meeting.write_script(os.path.join(bench.folder, purpose + '.sql'), row_by_row)
    unsigned = meeting.write_script(os.path.join(bench.folder, purpose + '_unsigned.sql'), row_by_row, 'attestation')
    # body 2 is for the history that there is when the measuring begins; every
    # client of every round has a body of its own
    schemas = bench.registries(purpose, 1 + 4 * bench.rounds)
    for schema in schemas.values():
        meeting.hold(schema, whole, 2, 1, meetings)
        session.psql('-c', 'vacuum analyze')

    def case(name, body, script, clients, **targets):
        def run(side, number):
            return meeting.hold(schemas[side], script, body + 4 * number, clients, meetings)

        def held(side):
            if side == 'governance':
                sealed(schemas[side])
                verified(schemas[side])
            return contents(schemas[side], meeting.TABLES)

        return Case(name, bench.variants, run, held, **targets)

    return [case('1 client', 3, whole, 1, at_most=1.10, at_least=at_least),
            case('2 clients', 4, whole, 2, at_most=1.10, at_least=at_least),
            case('1 client, unsigned', 6, unsigned, 1)]


def sealed(schema):
    """What is signed is sealed."""
    missing = session.psql('-c', """select count(*) from attestation a where role = 'chair'
        and not exists (select from seal s where s.meeting_id = a.meeting_id and s.number = a.number)""", schema=schema).strip()
    if missing != '0':
        raise Wrong('%s: %s signed minutes without a seal' % (schema, missing))
