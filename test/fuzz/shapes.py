"""The shapes of statements: a list of rows, written in any of the ways that SQL has.

Both programs write through these, so that a rule is asked the same whether a
row came by INSERT, COPY or MERGE.  written() says which tables a statement
writes and how, for the table of what was tried.
"""
import json
import re

# how often each way is taken; without MERGE (servers before 15) an upsert stands in for it
INSERTS = ['values'] * 6 + ['select'] * 2 + ['copy'] * 2 + ['nothing', 'instead', 'merge', 'returning']
UPDATES = ['where'] * 6 + ['from'] * 2 + ['merge', 'returning']
DELETES = ['where'] * 4 + ['using', 'merge', 'returning']

# what written() knows, in the order of the table
KINDS = ['insert', 'insert of several', 'insert … select', 'copy', 'on conflict do nothing', 'on conflict do update', 'merge',
         'update', 'update … from', 'delete', 'delete … using', 'returning', 'writable CTE', 'undone', 'function']

WRITES = re.compile(r'\b(insert into|update|delete from|copy|merge into) (\w+)( r using| using)?(?= |$)')


def literal(value):
    if value is None:
        return 'null'
    if isinstance(value, (bool, int)):
        return str(value).lower()
    if isinstance(value, list):
        return "'{%s}'" % ','.join(map(str, value))
    return "'%s'" % value.replace("'", "''")


def field(value):
    """A value as a line of COPY has it."""
    if value is None:
        return '\\N'
    if isinstance(value, (bool, list)):
        return literal(value).strip("'")
    return str(value).replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n')


def values(rows):
    return 'values ' + ', '.join('(%s)' % ', '.join(literal(v) for v in row.values()) for row in rows)


def source(table, rows):
    """The rows as a table of their own, with the columns' types."""
    return 'jsonb_populate_recordset(null::%s, %s)' % (table, literal(json.dumps(rows)))


def same(keys, one, other):
    return ' and '.join('%s.%s = %s.%s' % (one, c, other, c) for c in keys)


def script(statement):
    """As psql reads it: the rows of COPY end it, and so does \\gset."""
    return statement if statement.endswith(('\\.', '\\gset')) else statement + ';'


def nests(statement):
    """Can it be part of a WITH, before another statement?  (MERGE not until 17.)"""
    return not statement.startswith(('copy', 'with', 'merge', 'select', 'do'))


class Shapes:
    def __init__(self, rng, merge):
        self.rng = rng
        self.merge = merge              # the server knows MERGE

    def choose(self, forms):
        """The same numbers on every server."""
        return self.rng.choice(forms)

    def insert(self, table, keys, rows, form=None):
        """Rows of the same columns; what is there already is refused, left, or (instead) changed."""
        form = form or self.choose(INSERTS)
        columns = list(rows[0])
        names = '%s (%s)' % (table, ', '.join(columns))
        if form == 'copy':
            return 'copy %s from stdin;\n%s\n\\.' % (names, '\n'.join('\t'.join(field(row[c]) for c in columns) for row in rows))
        if form == 'select':
            return 'insert into %s select %s from %s r' % (names, ', '.join('r.' + c for c in columns), source(table, rows))
        if form == 'merge' and self.merge:
            return 'merge into %s r using %s s on %s when not matched then insert (%s) values (%s)' % (
                table, source(table, rows), same(keys, 'r', 's'), ', '.join(columns), ', '.join('s.' + c for c in columns))
        statement = 'insert into %s %s' % (names, values(rows))
        if form in ('nothing', 'merge'):
            return '%s on conflict (%s) do nothing' % (statement, ', '.join(keys))
        if form == 'instead':
            others = [c for c in columns if c not in keys] or keys[:1]
            return '%s on conflict (%s) do update set %s' % (
                statement, ', '.join(keys), ', '.join('%s = excluded.%s' % (c, c) for c in others))
        if form == 'returning':
            return 'with w as (%s returning *) select count(*) from w' % statement
        return statement

    def update(self, table, condition, changes, keys=None, rows=None, form=None):
        """Sets the columns where the condition holds; keys and rows: on these rows, which it names."""
        form = form or self.choose(UPDATES)
        sets = ', '.join('%s = %s' % (c, literal(v)) for c, v in changes.items())
        if rows and form == 'from':
            return 'update %s r set %s from %s s where %s' % (table, sets, source(table, rows), same(keys, 'r', 's'))
        if rows and form == 'merge' and self.merge:
            return 'merge into %s r using %s s on %s when matched then update set %s' % (table, source(table, rows), same(keys, 'r', 's'), sets)
        statement = 'update %s set %s where %s' % (table, sets, condition)
        return 'with w as (%s returning *) select count(*) from w' % statement if form == 'returning' else statement

    def delete(self, table, condition, keys=None, rows=None, form=None):
        form = form or self.choose(DELETES)
        if rows and form == 'using':
            return 'delete from %s r using %s s where %s' % (table, source(table, rows), same(keys, 'r', 's'))
        if rows and form == 'merge' and self.merge:
            return 'merge into %s r using %s s on %s when matched then delete' % (table, source(table, rows), same(keys, 'r', 's'))
        statement = 'delete from %s where %s' % (table, condition)
        return 'with w as (%s returning *) select count(*) from w' % statement if form == 'returning' else statement


def written(statement):
    """Pairs of a table and a way in which the statement writes it."""
    if statement.startswith('select admit_'):
        return {('deviation', 'function')}
    plain = re.sub(r"'(?:[^']|'')*'", "''", statement)
    found = set()
    parts = [(m.group(1), m.group(2), plain[m.start():]) for m in WRITES.finditer(plain) if m.group(2) != 'set']
    for n, (verb, table, rest) in enumerate(parts):
        if n + 1 < len(parts):          # up to the next one
            rest = rest[:len(rest) - len(parts[n + 1][2])]
        if verb == 'insert into':
            if 'on conflict' in rest:
                found.add((table, 'on conflict do update' if 'do update' in rest else 'on conflict do nothing'))
            elif ' select ' in rest.split(' returning')[0]:
                found.add((table, 'insert … select'))
            else:
                found.add((table, 'insert of several' if '), (' in rest else 'insert'))
        elif verb == 'update':
            found.add((table, 'update … from' if ' from ' in rest and 'r set' in rest else 'update'))
        elif verb == 'delete from':
            found.add((table, 'delete … using' if ' using ' in rest else 'delete'))
        else:
            found.add((table, 'merge' if verb == 'merge into' else 'copy'))
    tables = {table for table, _ in found}
    if statement.startswith('with'):
        found |= {(table, 'writable CTE' if len(parts) > 1 else 'returning') for table in tables}
    if statement.startswith('do '):
        found |= {(table, 'undone') for table in tables}
    return found
