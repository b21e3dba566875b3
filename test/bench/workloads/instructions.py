"""Workload i: workloads a and b in instructions of the server, counted by callgrind:
a figure that repeats.  postgres --single holds N meetings and 2 N; the difference
is N meetings, without start-up and without filling caches.

On a server of its own, with the binaries and in the folder of the one that
test/bench/run has started."""
import contextlib
import os
import re
import shutil
import subprocess

import session
from bench import Case, Wrong
from workloads import meeting

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARY = os.path.join(HERE, '..', '..', 'lib', 'server.sh')
SETTINGS = ['-c', 'fsync=off', '-c', 'autovacuum=off', '-c', 'jit=off']
PORT = '5433'
HISTORY = 20                    # meetings that there are before


def as_server_user(*command, **options):
    done = subprocess.run(['bash', '-c', '. "$0"; as_server_user "$@"', LIBRARY, *command],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', **options)
    if done.returncode:
        raise session.Refused('%s: %s' % (command[0], done.stderr[-2000:]))
    return done


def cases(bench):
    meetings = 2 if bench.short else 20
    data = os.path.join(os.environ['GOV_DIR'], 'instructions')
    with server(data):
        schemas = bench.registries('single', 1)
        for schema in schemas.values():
            script = meeting.write_script(os.path.join(bench.folder, 'history.sql'), False)
            meeting.hold(schema, script, 2, 1, HISTORY)
        session.psql('-c', 'checkpoint')

    def case(name, row_by_row, until, **targets):
        def run(side, number):
            longer, shorter = (count(data, schemas[side], row_by_row, until, many * meetings) for many in (2, 1))
            return (longer - shorter) / meetings / 1e6

        found = Case(name, bench.variants, run, unit='million', **targets)
        found.once = True
        return found

    return [case('as a, for a meeting', True, None, at_most=1.10),
            case('as b, for a meeting', False, None, at_most=1.10),
            case('as b, unsigned', False, 'attestation')]


@contextlib.contextmanager
def server(data):
    """A server over a new folder, for as long as the block."""
    binaries = os.environ['PGBIN']
    as_server_user(binaries + '/initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
    as_server_user(binaries + '/pg_ctl', '-D', data, '-w', '-s', '-l', data + '.log', 'start', '-o',
                   ' '.join(["-k", os.environ['GOV_DIR'], '-p', PORT, "-c listen_addresses=''", *SETTINGS]))
    former = {name: os.environ[name] for name in ('PGPORT', 'PGDATABASE')}
    os.environ.update(PGPORT=PORT, PGDATABASE='postgres')
    try:
        session.psql('-c', 'create extension governance cascade')
        yield
    finally:
        os.environ.update(former)
        as_server_user(binaries + '/pg_ctl', '-D', data, '-w', '-s', 'stop')


PARAMETERS = {'meeting': '$1', 'body': '$2', 'day': '$3', 'section': '$4'}


def count(data, schema, row_by_row, until, meetings):
    """The instructions of so many meetings, prepared, on a copy of the folder."""
    statements = list(meeting.statements(row_by_row, until))
    script = ['prepare s%d (bigint, bigint, integer, integer) as %s' % (i, meeting.literal(line, **PARAMETERS))
              for i, line in enumerate(statements)]
    for n in range(HISTORY + 1, HISTORY + 1 + meetings):
        script += ['begin;'] + ['execute s%d (%d, 2, %d, %d);' % (i, 20000 + n, 7 * n, 20 * n) for i in range(len(statements))]
        script.append('commit;')
    script.append('select count(*) from decision;')

    copy = data + '.copy'
    as_server_user('cp', '-a', data, copy)
    done = as_server_user(
        'valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', '--log-file=' + copy + '/callgrind',
        os.environ['PGBIN'] + '/postgres', '--single', '-D', copy, *SETTINGS, '-c', 'search_path=%s,public' % schema,
        '-c', 'timezone=Europe/Stockholm', 'postgres', input='\n'.join(script) + '\n')
    with open(copy + '/callgrind', encoding='utf-8') as log:
        instructions = int(re.search(r'Collected : (\d+)', log.read())[1])
    shutil.rmtree(copy)
    decisions = int(re.findall(r'count = "(\d+)"', done.stdout)[-1])
    if 'ERROR' in done.stderr or decisions != meeting.ITEMS * (HISTORY + meetings):
        raise Wrong('%s: %s decisions; %s' % (schema, decisions, done.stderr[-1000:]))
    return instructions
