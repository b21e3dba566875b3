"""Sessions of psql that stay open, spoken to through pipes."""
import contextlib
import os
import subprocess
import tempfile

MARK = '@@done'
PSQL = ['psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-v', 'SHOW_CONTEXT=never']


class Refused(Exception):
    """The server refused what it should accept."""


class Session:
    every = []                                  # that is open

    def __init__(self, schema='public'):
        self.every.append(self)
        self.errors = tempfile.TemporaryFile('w+', encoding='utf-8')
        self.psql = subprocess.Popen(PSQL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
                                     encoding='utf-8', env=dict(os.environ, PGOPTIONS=options(schema)))

    def run(self, script):
        """Runs a script and returns the lines that it prints."""
        lines = []
        try:
            self.psql.stdin.write('%s\n;\\echo %s\n' % (script, MARK))
            self.psql.stdin.flush()
            for line in self.psql.stdout:
                if line == MARK + '\n':
                    return lines
                lines.append(line.rstrip('\n'))
        except BrokenPipeError:
            pass
        self.errors.seek(0)
        raise Refused('%s\n%s' % (self.errors.read().strip()[:1000], script.strip()[:300]))

    def value(self, query):
        """The only line that a query prints."""
        line, = self.run(query)
        return line

    def time(self, script):
        """Runs a script and returns how many seconds the server took."""
        clock = 'select extract(epoch from clock_timestamp());\n'
        lines = self.run('%s%s\n;\n%s' % (clock, script, clock))
        return float(lines[-1]) - float(lines[0])

    def close(self):
        self.every.remove(self)
        self.psql.stdin.close()
        self.psql.wait()
        self.psql.stdout.close()
        self.errors.close()


def quote(text):
    """As a literal of SQL."""
    return "'%s'" % text.replace("'", "''")


def options(schema):
    return '-c search_path=%s,public -c client_min_messages=warning -c timezone=Europe/Stockholm' % schema


def call(*command, schema='public'):
    """Runs a client's program and returns what it prints."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8',
                          env=dict(os.environ, PGOPTIONS=options(schema)))
    if done.returncode:
        raise Refused(done.stderr.strip()[:1000])
    return done.stdout


def psql(*arguments, schema='public'):
    return call(*PSQL, *arguments, schema=schema)


@contextlib.contextmanager
def database(name):
    """A database that lives as long as the block, with the extension in it."""
    psql('-d', 'postgres', '-c', 'create database %s template template0' % name)
    os.environ['PGDATABASE'] = name
    try:
        psql('-c', 'create extension governance cascade')
        yield name
    finally:
        for open_session in list(Session.every):
            open_session.close()
        del os.environ['PGDATABASE']
        psql('-d', 'postgres', '-c', 'drop database %s with (force)' % name)


def server():
    """What the figures were taken on."""
    about = {'version': psql('-c', 'select version()').strip(), 'cpus': os.cpu_count()}
    with open('/proc/cpuinfo') as cpuinfo:
        about['cpu'] = next((line.split(':')[1].strip() for line in cpuinfo if line.startswith('model name')), None)
    for name in ('fsync', 'autovacuum', 'synchronous_commit', 'shared_buffers', 'work_mem', 'max_wal_size', 'jit', 'debug_assertions'):
        about[name] = psql('-c', 'show ' + name).strip()
    return about
