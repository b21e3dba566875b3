"""A session of psql that lives as long as the run, spoken to through pipes."""
import json
import re
import select
import subprocess

CONSTRAINT = re.compile(r'^CONSTRAINT NAME:  (\w+)$', re.M)
ERROR = re.compile(r'ERROR:  (\w{5}): ')
SAID = re.compile(r'^(?:psql:\S+ )?(?=(?:ERROR|WARNING):  )', re.M)
ALSO = re.compile(r'Also broken: .*? \((\w+), ')
MARK = '@@done'


class Answer:
    """What became of a statement."""

    def __init__(self, text, dev):
        # psql's SQLSTATE says nothing about COPY
        self.state = (ERROR.findall(text) or ['00000'])[-1]     # 00000: accepted
        self.text = text                        # the refusal as psql shows it
        self.dev = dev                          # id of an admitted deviation
        said = SAID.split(text)
        self.warned = {name for part in said if part.startswith('WARNING') for name in CONSTRAINT.findall(part)}
        refusal = ''.join(part for part in said if part.startswith('ERROR'))
        found = CONSTRAINT.findall(refusal)
        self.name = found[-1] if found else None
        self.names = set(found) | set(ALSO.findall(refusal))

    @property
    def accepted(self):
        return self.state == '00000'

    def __str__(self):
        return 'accepted' if self.accepted else 'refused (%s)\n%s' % (self.state, self.text.strip())


class Session:
    def __init__(self):
        self.psql = subprocess.Popen(
            ['psql', '-X', '-q', '-At', '-v', 'VERBOSITY=verbose', '-v', 'SHOW_CONTEXT=never', '-v', 'dev=0'],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            encoding='utf-8')
        self.run('set client_min_messages = warning;')

    def run(self, script):
        """Runs a script and returns the answer to its last statement."""
        self.send(script)
        return self.answer()

    def send(self, script):
        """Lets a script run; its answer is to be taken before the next."""
        self.psql.stdin.write('%s\n\\warn %s :dev\n' % (script, MARK))
        self.psql.stdin.flush()

    def answered(self, seconds=0.01):
        """Is there an answer, within so many seconds?  One at a time."""
        return bool(select.select([self.psql.stderr], [], [], seconds)[0])

    def answer(self):
        """The answer to the last statement of what was sent."""
        text = []
        for line in self.psql.stderr:
            if line.startswith(MARK):
                return Answer(''.join(text), int(line.split()[1]))
            text.append(line)
        raise RuntimeError('the server is gone:\n' + ''.join(text))

    def close(self):
        self.psql.stdin.close()
        self.psql.wait()


def rows(query):
    """The rows of a query, each as a dict, by a session of its own."""
    done = subprocess.run(
        ['psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-c', 'set timezone = UTC',
         '-c', 'select row_to_json(q) from (%s) q' % query],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def version():
    """The server's major version."""
    return rows("select current_setting('server_version_num')::integer / 10000 as v")[0]['v']


def script(*args):
    """Runs psql with these arguments; what it prints matters only if it fails."""
    done = subprocess.run(['psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1'] + list(args),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
