"""What a lint is: something that no object or file may be, and a fault to plant
that shows that the lint would find one."""
import json
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REGISTRY = 'check_lint'                 # the registry's name; the database is called so too


def psql(*commands):
    """The rows of the last command, each a JSON object, by one session."""
    arguments = ['psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1']
    for command in commands:
        arguments += ['-c', command]
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{')]


def rows(query, *before):
    """The rows of a query, after commands that are undone."""
    return psql('set client_min_messages = error', 'begin', *before,
                'set local search_path = pg_catalog, pg_temp',
                'select row_to_json(q) from (%s) q' % query)


class CatalogLint:
    """A query over the catalogues, whose rows (or what "judge" makes of them) are
    the offenders.  "plants" are faults, each as SQL and the offender it makes."""

    def __init__(self, what, query, *plants, judge=None, prepare=(), needs=None):
        self.what = what
        self.query = query
        self.plants = plants
        self.judge = judge or (lambda rows: [row['name'] for row in rows])
        self.prepare = prepare
        self.needs = needs or (lambda: None)

    def offenders(self, fault=None):
        before = ['set local search_path = %s, governance, pg_temp' % REGISTRY, fault] if fault else []
        return self.judge(rows(self.query, *before, *self.prepare))


class FileLint:
    """A function from files (a dict from path to text) to offenders.  A fault says
    in which files, by a pattern or the name of a new one, what is made another."""

    def __init__(self, what, judge, paths, *plants):
        self.what = what
        self.judge = judge
        self.paths = paths
        self.plants = plants
        self.needs = lambda: None

    def offenders(self, fault=None):
        files = read(self.paths)
        if fault:
            pattern, old, new = fault
            paths = [path for path in files if re.search(pattern, path)] or [pattern]
            for path in paths:
                files[path] = re.sub(old, new, files.get(path, ''), flags=re.M)
        return self.judge(files)


def read(paths):
    """The files in these folders, or of these names, with these suffixes."""
    files = {}
    for folder, suffix in paths:
        for where, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in sorted(names):
                if name.endswith(suffix):
                    path = os.path.join(where, name)
                    with open(path, encoding='utf-8') as file:
                        files[os.path.relpath(path, ROOT)] = file.read()
    return files
