"""The state of a registry as plain rows, and what its structure forbids.

Rows are dicts in the form that row_to_json gives: days and times are texts that
compare as they should.  A state never changes: an act makes a new one, which
shares what the act does not touch, so that going back to a savepoint is going
back to the state that was.
"""
import server

# what the database fills in by itself
UNCOMPARED = {
    'deviation': {'id', 'citation', 'wording', 'found', 'admitted_by', 'admitted_at', 'reason'},
    'seal': {'id', 'ordinal', 'format', 'attested_on', 'content', 'previous', 'hash'},
    'meeting': {'done_on'}, 'decision': {'done_on'}, 'meeting_request': {'done_on'},
}


class Structure:
    """Keys of the tables, as the server's catalogue tells them."""

    def __init__(self, schema):
        self.schema = schema
        self.columns = {}
        self.primary = {}
        self.foreign = []               # name, child, columns, parent, columns
        for row in server.rows(
                "select c.relname as tab, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid "
                "where c.relnamespace = '%s'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not attisdropped "
                "order by a.attnum" % schema):
            self.columns.setdefault(row['tab'], []).append(row['col'])
        for row in server.rows(
                "select conname, contype, c.relname as child, p.relname as parent, "
                "(select array_agg(attname order by n) from unnest(conkey) with ordinality k(k, n) "
                "join pg_attribute on attrelid = conrelid and attnum = k) as cols, "
                "(select array_agg(attname order by n) from unnest(confkey) with ordinality k(k, n) "
                "join pg_attribute on attrelid = confrelid and attnum = k) as pcols "
                "from pg_constraint join pg_class c on c.oid = conrelid left join pg_class p on p.oid = confrelid "
                "where connamespace = '%s'::regnamespace and contype in ('p', 'f')" % schema):
            if row['contype'] == 'p':
                self.primary[row['child']] = row['cols']
            else:
                self.foreign.append((row['conname'], row['child'], row['cols'], row['parent'], row['pcols']))

        self.defaults = {}
        for row in server.rows(
                "select c.relname as tab, attname as col, pg_get_expr(adbin, adrelid) as expr from pg_attrdef "
                "join pg_class c on c.oid = adrelid join pg_attribute a on attrelid = adrelid and attnum = adnum "
                "where c.relnamespace = '%s'::regnamespace and c.relkind = 'r' and attgenerated = ''" % schema):
            if '(' not in row['expr'] and row['expr'] not in ('SESSION_USER', 'CURRENT_USER'):
                value = server.rows('select %s as v' % row['expr'])[0]['v']
                self.defaults.setdefault(row['tab'], {})[row['col']] = value

    def complete(self, table, row):
        """The row with the columns that a statement leaves out."""
        return dict(dict.fromkeys(self.columns[table]), **{**self.defaults.get(table, {}), **row})

    def key(self, table, row):
        return tuple(row[c] for c in self.primary[table])

    def root(self, table, row):
        """What the row belongs to: a meeting, a body, or nothing."""
        if table == 'meeting':
            return row['id']
        if row.get('meeting_id') is not None:
            return row['meeting_id']
        return row.get('body_id') if 'meeting_id' not in row or table == 'deviation' else None

    def load(self):
        """The rows as they are, all at one moment."""
        parts = {}
        for found in server.rows(' union all '.join(
                "select '%s' as tab, to_json(r) as row from %s.%s r" % (table, self.schema, table) for table in self.primary)):
            table, row = found['tab'], found['row']
            parts.setdefault((table, self.root(table, row)), {})[self.key(table, row)] = row
        return State(self, parts)


class Impossible(Exception):
    """The act breaks the structure: the name of the constraint."""


class State:
    def __init__(self, structure, parts):
        self.structure = structure
        self.parts = parts              # (table, root) -> key -> row

    def part(self, table, root):
        return self.parts.get((table, root), {})

    def rows(self, table, root=None):
        return list(self.part(table, root).values())

    def every(self, table):
        return [row for (tab, _), part in self.parts.items() if tab == table for row in part.values()]

    def apply(self, changes):
        """The state after these changes (table, old row or None, new row or None)."""
        structure = self.structure
        parts = dict(self.parts)
        copied = set()

        def part(table, row):
            place = (table, structure.root(table, row))
            if place not in copied:
                copied.add(place)
                parts[place] = dict(parts.get(place, {}))
            return parts[place]

        for table, old, new in changes:
            if old is not None:
                del part(table, old)[structure.key(table, old)]
            if new is not None:
                home = part(table, new)
                key = structure.key(table, new)
                if key in home:
                    raise Impossible(table + '_pkey')
                home[key] = new
        return State(structure, parts)

    def dangling(self, changes):
        """Names of the foreign keys that do not hold after the changes."""
        names = set()
        for name, child, columns, parent, pcolumns in self.structure.foreign:
            for table, old, new in changes:
                if table == child and new is not None:
                    wanted = [new[c] for c in columns]
                    if None not in wanted and not self.find(parent, pcolumns, wanted):
                        names.add(name)
                if table == parent and old is not None:
                    gone = [old[c] for c in pcolumns]
                    if (new is None or [new[c] for c in pcolumns] != gone) and \
                            self.find(child, columns, gone) and not self.find(parent, pcolumns, gone):
                        names.add(name)
        return names

    def find(self, table, columns, values):
        roots = None
        if 'meeting_id' in columns:
            roots = [values[columns.index('meeting_id')]]
        elif table == 'meeting' and 'id' in columns:
            roots = [values[columns.index('id')]]
        elif 'body_id' in columns and table != 'meeting' and 'meeting_id' not in self.structure.columns[table]:
            roots = [values[columns.index('body_id')]]
        parts = [self.part(table, root) for root in roots] if roots else \
            [part for (tab, _), part in self.parts.items() if tab == table]
        return any(all(row[c] == v for c, v in zip(columns, values)) for part in parts for row in part.values())

    def difference(self, other):
        """Where two states differ, in words."""
        found = []
        for table in sorted(self.structure.primary):
            hidden = UNCOMPARED.get(table, set())

            def shown(state):
                return sorted(repr(sorted((c, v) for c, v in row.items() if c not in hidden))
                              for row in state.every(table))
            mine, theirs = shown(self), shown(other)
            found += ['%s, model only: %s' % (table, row) for row in mine if row not in theirs]
            found += ['%s, database only: %s' % (table, row) for row in theirs if row not in mine]
        return found
