"""Every rule of the catalogue is seen at work: refused, and where it gives
verdicts also met.  A parameter gives none, but a test sets it."""
import re

from lint import FileLint, rows

# A refusal as psql shows it, as pg_temp.try in the tests, as another's companion; a
# verdict as a row of an explanation.
REFUSED = re.compile(r'CONSTRAINT NAME: +(\w+)$|\b23514 (\w+): |\((\w+), [^)]*\)', re.M)
VERDICT = {'broken': re.compile(r'[|│].*\b(broken|pending)\b|\b(broken|pending)\b.*[|│]'),
           'met': re.compile(r'[|│].*\bmet\b|\bmet\b.*[|│]')}


# Rules about these give verdicts; what an act may do is not asked afterwards, and a
# parameter is no rule of its own.
VERDICTS = {'meeting', 'item', 'body', 'matter'}

# These speak only of what they find broken.
SILENT = {'presidium_decided_by_parent', 'presidium_distinct', 'seat_decided_by_parent', 'seat_period',
          'seat_within_lifetime', 'single_office', 'single_seat', 'succession_day'}


def catalogue():
    return rows('select code, subject from governance.rules() order by code')


def part(files, folder):
    return '\n'.join(text for path, text in files.items() if path.startswith(folder))


def unwritten(files):
    sql = set(re.findall(r'\w+', part(files, 'test/sql/') + part(files, 'expected/')))
    return [rule['code'] + ' is in no test' for rule in catalogue() if rule['code'] not in sql]


def unseen(files, what, subjects, silent=frozenset()):
    expected = part(files, 'expected/')
    seen = set()
    if what == 'broken':
        seen.update(code for groups in REFUSED.findall(expected) for code in groups)
    for line in expected.splitlines():
        if VERDICT[what].search(line):
            seen.update(re.findall(r'\w+', line))
    return (['%s is never %s' % (rule['code'], what) for rule in catalogue()
             if rule['subject'] in subjects and rule['code'] not in seen | silent] +
            ['%s is said to be silent, and is seen %s' % (code, what) for code in sorted(silent & seen)])


PATHS = [('test/sql', '.sql'), ('expected', '.out')]

LINTS = [
    FileLint('every rule is in a test, or in what it prints', unwritten, PATHS,
             (('', r'\bquorum_present\b', 'quorum'), 'quorum_present is in no test')),
    FileLint('every rule is seen broken', lambda files: unseen(files, 'broken', VERDICTS | {'act'}), PATHS,
             (('expected/', r'\bbody_sunset\b', 'sunset'), 'body_sunset is never broken')),
    FileLint('every rule is seen met', lambda files: unseen(files, 'met', VERDICTS, SILENT), PATHS,
             (('expected/', r'(quorum_present.*)\bmet\b', r'\1MET'), 'quorum_present is never met'),
             (('expected/planted.out', r'\A', ' single_seat | met 1'), 'single_seat is said to be silent, and is seen met')),
]
