"""Random acts: what a secretary, or a program with a bug, might write.

An act is a statement and the changes of rows that it makes if it is accepted.
Most are made to be nearly right; how often they are lawful is printed.
"""
import contextlib
import datetime
import itertools

import shapes
from shapes import literal

MEMBERS = range(1, 8)
SUBSTITUTES = range(8, 15)
OFFICIALS = range(15, 19)           # secretary, city director, commissioner, guest
BOARD_ONLY = range(19, 23)          # sit in the board but not in the committee
OUTSIDERS = range(23, 25)
PEOPLE = range(1, 25)

NEWCOMERS = '''
insert into person (id, name) select p, 'Person ' || p from generate_series(19, 24) p;
insert into membership (body_id, person_id, role, valid) select 1, p, 'member', '[2023-01-01,2027-01-01)' from generate_series(19, 22) p;
'''

CAPACITIES = ['serving_member', 'serving_substitute', 'non_serving_substitute', 'commissioner',
              'city_director', 'presenter', 'secretary', 'official', 'guest']


class Act:
    def __init__(self, statement, changes):
        self.statement = statement
        self.changes = changes          # of (table, old row or None, new row or None)
        self.invalid = False            # what it asks for does not exist
        self.admits = False             # the id of the deviation comes from the database
        self.foreign = False            # the model does not know the row that it writes

    @property
    def script(self):
        return shapes.script(self.statement)

    def meetings(self):
        return {row.get('meeting_id', row['id'] if table == 'meeting' else None)
                for table, old, new in self.changes for row in (old, new) if row} - {None}


def day(text, add):
    return (datetime.date.fromisoformat(text) + datetime.timedelta(days=add)).isoformat()


def at(day_text, minutes):
    return '%sT%02d:%02d:00' % (day_text, 9 + minutes // 60, minutes % 60)


class Writer:
    """Statements over a registry's tables."""

    def __init__(self, rng, structure, merge):
        self.rng = rng
        self.structure = structure
        self.shapes = shapes.Shapes(rng, merge)
        self.plain = False              # statements that can be part of others
        self.state = None

    @contextlib.contextmanager
    def plainly(self):
        self.plain = True
        yield
        self.plain = False

    def there(self, table, row):
        """The row of the same key, if there is one."""
        return self.state.part(table, self.structure.root(table, row)).get(self.structure.key(table, row))

    def insert(self, table, rows, form=None):
        form = form or ('values' if self.plain else self.shapes.choose(shapes.INSERTS))
        whole = [self.structure.complete(table, row) for row in rows]
        if len({self.structure.key(table, row) for row in whole}) < len(rows):
            form = 'values'             # ON CONFLICT and MERGE would refuse to change a row twice
        there = [self.there(table, row) for row in whole]
        if form in ('nothing', 'merge'):
            changes = [(table, None, new) for old, new in zip(there, whole) if old is None]
        elif form == 'instead':
            changes = [(table, old, dict(old, **row) if old else new) for old, row, new in zip(there, rows, whole)]
        else:
            changes = [(table, None, new) for new in whole]
        return Act(self.shapes.insert(table, self.structure.primary[table], rows, form), changes)

    def where(self, table, rows):
        """A condition that these rows and no others meet."""
        key = self.structure.primary[table]
        return '(%s) in (%s)' % (', '.join(key), ', '.join(
            '(%s)' % ', '.join(literal(row[c]) for c in key) for row in rows))

    def keys(self, table, rows):
        return [{c: row[c] for c in self.structure.primary[table]} for row in rows]

    def update(self, table, rows, **values):
        new = [dict(row, **values) for row in rows]
        return Act(self.shapes.update(table, self.where(table, rows), values, self.structure.primary[table], self.keys(table, rows),
                                      'where' if self.plain else None),
                   [(table, o, n) for o, n in zip(rows, new)])

    def delete(self, table, rows):
        return Act(self.shapes.delete(table, self.where(table, rows), self.structure.primary[table], self.keys(table, rows),
                                      'where' if self.plain else None),
                   [(table, row, None) for row in rows])

    def on_conflict(self, table, old, values):
        """An insertion of what is there already: nothing, or an update."""
        act = self.insert(table, [old], 'values')
        if not values:
            return Act(act.statement + ' on conflict do nothing', [])
        return Act('%s on conflict (%s) do update set %s' % (
            act.statement, ', '.join(self.structure.primary[table]),
            ', '.join('%s = %s' % (c, literal(v)) for c, v in values.items())),
            [(table, old, dict(old, **values))])

    @staticmethod
    def together(acts):
        """Several acts as one statement, each a writable CTE but the last."""
        if len(acts) == 1:
            return acts[0]
        parts = ['a%d as (%s)' % (n, act.statement) for n, act in enumerate(acts[:-1])]
        return Act('with %s %s' % (', '.join(parts), acts[-1].statement),
                   [change for act in acts for change in act.changes])


class Generator(Writer):
    def __init__(self, rng, structure, merge):
        super().__init__(rng, structure, merge)
        self.meetings = []              # at work on these
        self.made = 0
        self.scripts = []               # sequences begun but not done
        self.ids = itertools.count(1000)
        self.codes = []                 # of the rules in force

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items, default=None):
        items = list(items)
        return self.rng.choice(items) if items else default

    def some(self, items, most=3):
        items = list(items)
        return self.rng.sample(items, min(len(items), self.rng.randint(1, most)))

    # ---- what is there ----

    def rows(self, table, meeting):
        return self.state.rows(table, meeting)

    def meeting(self, mid):
        rows = self.rows('meeting', mid)
        return rows[0] if rows else None

    def handled(self, mid):
        return [i for i in self.rows('agenda_item', mid) if i['handled'] is not None]

    def undecided(self, mid):
        decided = {d['position'] for d in self.rows('decision', mid)}
        return [i for i in self.handled(mid) if i['position'] not in decided]

    def present(self, mid, handled=None, capacities=('serving_member', 'serving_substitute')):
        return [a for a in self.rows('attendance', mid) if a['capacity'] in capacities and
                (handled is None or a['from_item'] <= handled and (a['to_item'] or 10 ** 6) >= handled)]

    # ---- rows ----

    def attendance(self, mid, person, capacity, **values):
        return dict(dict(meeting_id=mid, person_id=person, capacity=capacity, serves_for=None, mode='on_site', from_item=1,
                         from_point='opened', to_item=None, to_point='decided', left_for=None), **values)

    def item(self, mid, position, handled, **values):
        day_text = self.meeting(mid)['day']
        n = handled or position
        row = dict(meeting_id=mid, position=position, title='Item %d' % position, kind='decision', area=None, announced=True,
                   handled=handled, opened_at=at(day_text, 5 * n) if handled else None,
                   decided_at=at(day_text, 5 * n + 4) if handled else None, section=self.section(mid, handled),
                   continues_meeting_id=None, continues_position=None)
        row.update(values)
        return row

    def section(self, mid, handled):
        """Numbers that rise through the meetings and the year."""
        return (mid % 1000) * 40 + handled if handled else None

    def decision(self, mid, position, **values):
        item = [i for i in self.rows('agenda_item', mid) if i['position'] == position]
        return dict(dict(meeting_id=mid, position=position, point=1, kind='settling', outcome='approved', text='Text',
                         decided_at=item[0]['decided_at'] if item else None, vote_number=None, proposal_number=None, on_behalf_of=None,
                         appealable=None, withdrawn_at=None, delegation_id=None, subject='ordinary'), **values)

    # ---- scripts: several acts that make sense together ----

    def script_meeting(self):
        """A new meeting with its items and the people around the table."""
        self.made += 1
        mid = self.made
        date = day('2023-02-01', 7 * mid)
        yield self.insert('meeting', [dict(dict(
            id=mid, body_id=2, day=date, place='Stadshuset', starts_at=at(date, 0), ground='plan', called_by=1, called_on=None,
            request_id=None, urgent=False, opened_at=at(date, 0), closed_at=None, cancelled_at=None), **self.ground(date))])
        if self.meeting(mid) is None:
            return
        self.meetings.append(mid)
        for act in self.call(mid, date), self.agenda(mid), self.arrivals(mid):
            while self.meeting(mid):            # it may have been undone
                one = next(act, None)
                if one is None:
                    break
                yield one

    def ground(self, date):
        """On what a meeting is called, when it is not planned."""
        request = self.pick(self.state.rows('meeting_request', 2))
        way = self.rng.randrange(8)
        if way == 0:
            return dict(ground='chair', called_by=self.pick([1, 1, 1, 2, 3, None]), called_on=self.pick([day(date, -5), None]))
        if way == 1 and request:
            return dict(ground='members', called_by=None, request_id=request['id'])
        return {}

    def call(self, mid, date):
        yield self.insert('meeting_document', [
            dict(meeting_id=mid, kind=kind, issued_at=at(day(date, -10), 0), responsible_id=1)
            for kind in ('announcement', 'summons', 'agenda')])
        seated = {s['person_id'] for s in self.state.rows('membership', 2)} | set(range(1, 15))
        yield self.insert('summons', [dict(meeting_id=mid, person_id=p, told_at=at(day(date, -10), 0)) for p in sorted(seated)])

    def agenda(self, mid):
        n = self.rng.randint(2, 6)
        yield self.insert('agenda_item', [self.item(mid, p, p if p < n or self.chance(0.5) else None) for p in range(1, n + 1)])
        yield self.insert('presiding', [dict(meeting_id=mid, from_item=1, to_item=None, person_id=1, ground='chair')])

    def arrivals(self, mid):
        away = sorted(self.rng.sample(range(2, 8), self.rng.choice([0, 0, 1, 1, 2, 3, 4, 5])))
        rows = [self.attendance(mid, p, 'serving_member') for p in MEMBERS if p not in away]
        here = sorted(self.rng.sample(SUBSTITUTES, self.rng.choice([0, 1, 2, 3, 5])))
        serving = dict(zip(here, away))
        for p in here:
            if p in serving:
                rows.append(self.attendance(mid, p, 'serving_substitute', serves_for=serving[p]))
            else:
                rows.append(self.attendance(mid, p, 'non_serving_substitute'))
        rows.append(self.attendance(mid, 15, 'secretary'))
        if self.chance(0.3):
            rows.append(self.attendance(mid, 16, 'city_director'))
        if self.chance(0.3):
            rows.append(self.attendance(mid, 17, 'commissioner'))
        if self.chance(0.6):
            yield self.insert('attendance', rows)
        else:
            for row in rows:
                yield self.insert('attendance', [row])

    def script_vote(self, mid):
        """A vote and the decision that follows from it."""
        item = self.pick(self.undecided(mid))
        if item is None:
            return
        position = item['position']
        number = max([e['number'] for e in self.rows('vote_event', mid) if e['position'] == position] + [0]) + 1
        yield self.insert('vote_event', [dict(
            meeting_id=mid, position=position, number=number, kind='open', subject='settling', yes_proposal=None,
            no_proposal=None, called_at=None)])
        lean = self.rng.choice([0.9, 0.7, 0.5])
        votes = []
        for a in self.present(mid, item['handled']):
            choice = 'abstain' if self.chance(0.08) else 'yes' if self.chance(lean) else 'no'
            votes.append(dict(meeting_id=mid, position=position, number=number, person_id=a['person_id'], choice=choice))
        if self.chance(0.1):
            votes.append(dict(meeting_id=mid, position=position, number=number, person_id=self.rng.choice(PEOPLE), choice='yes'))
        votes = list({v['person_id']: v for v in votes}.values())
        if votes and self.chance(0.7):
            yield self.insert('vote', votes)
        else:
            for vote in votes:
                yield self.insert('vote', [vote])
        yes = sum(v['choice'] == 'yes' for v in votes)
        no = sum(v['choice'] == 'no' for v in votes)
        chair = [v['choice'] for v in votes if v['person_id'] == 1]
        won = yes > no or (yes == no and chair == ['yes'])
        if self.chance(0.1):
            won = not won
        kind = self.rng.choice(['settling'] * 4 + ['procedural'])
        outcome = 'approved' if won else 'rejected'
        if kind == 'procedural' and won:
            outcome = self.pick(['tabled', 'referred_back', 'approved'])
        yield self.insert('decision', [self.decision(mid, position, vote_number=number, kind=kind, outcome=outcome)])

    def script_leave(self, mid):
        """Somebody leaves during an item, and a substitute takes the seat."""
        left = self.pick([a for a in self.present(mid) if a['to_item'] is None])
        item = self.pick(self.handled(mid))
        if left is None or item is None or left['from_item'] > item['handled']:
            return
        h = item['handled']
        point = self.pick(['opened', 'decided', 'decided'])
        if left['from_item'] == h and left['from_point'] == 'decided':
            point = 'decided'
        with self.plainly():
            leave = self.update('attendance', [left], to_item=h, to_point=point,
                                left_for=self.pick([None, 'other', 'recusal', 'link_lost']))
        seat = left['serves_for'] or left['person_id']
        come = None
        free = sorted((a for a in self.present(mid, None, ('non_serving_substitute',)) if a['to_item'] is None and
                       a['from_item'] <= h), key=lambda a: a['person_id'])
        if free and self.chance(0.8):
            other = free[0] if self.chance(0.7) else self.pick(free)
            if other['from_item'] == h and other['from_point'] == 'decided':
                point = 'decided'
            start = dict(from_item=h + 1, from_point='opened') if point == 'decided' else dict(from_item=h, from_point='decided')
            with self.plainly():
                come = [
                    self.update('attendance', [other], to_item=h, to_point=point),
                    self.insert('attendance', [self.attendance(mid, other['person_id'], 'serving_substitute', serves_for=seat, **start)])]
        if come and self.chance(0.5):
            yield Writer.together([leave] + come)
        else:
            yield leave
            # other acts may have come between
            if come and self.there('attendance', other) == other:
                yield Writer.together(come)

    # ---- single acts; None: not possible now ----

    def act_decide(self, mid):
        items = self.undecided(mid) if self.chance(0.9) else self.rows('agenda_item', mid)
        items = self.some(items, 3) if self.chance(0.3) else self.some(items, 1)
        rows = []
        for item in items:
            values = {}
            kind = self.pick(['settling'] * 6 + ['procedural', 'procedural', 'election', 'opinion', 'noting'])
            values['kind'] = kind
            values['outcome'] = {'settling': self.pick(['approved', 'rejected']), 'procedural': self.pick(['tabled', 'referred_back']),
                                 'election': 'elected', 'opinion': 'answered', 'noting': 'noted'}[kind]
            if self.chance(0.1):
                values['on_behalf_of'] = self.pick([1, 1, 1, 2])
            values.update(delegation_id=self.pick([None, 1]) if self.chance(0.1) else None,
                          subject=self.pick(['goals', 'principle']) if self.chance(0.05) else 'ordinary')
            if self.chance(0.05):
                values['point'] = 2
            if values['kind'] == 'procedural' and self.chance(0.4):
                values['outcome'] = 'approved'      # to take it up, say; another point follows
                rows.append(self.decision(mid, item['position'], point=2))
            rows.append(self.decision(mid, item['position'], **values))
        return self.insert('decision', rows) if rows else None

    def act_redecide(self, mid):
        row = self.pick(self.rows('decision', mid))
        if row is None:
            return None
        way = self.rng.randrange(6)
        if way == 0:
            return self.update('decision', [row], withdrawn_at=None if row['withdrawn_at'] else at(self.meeting(mid)['day'], 100))
        if way == 1:
            events = [e['number'] for e in self.rows('vote_event', mid) if e['position'] == row['position']]
            return self.update('decision', [row], vote_number=self.pick([None] + events))
        if way == 2:
            return self.update('decision', [row], kind=self.pick(['settling', 'procedural', 'noting']))
        if way == 3:
            return self.update('decision', [row], position=self.pick(self.rows('agenda_item', mid))['position'], vote_number=None)
        if way == 4:
            return self.update('decision', [row], meeting_id=self.pick(self.meetings), vote_number=None)
        return self.on_conflict('decision', row, self.pick([{}, {'kind': 'settling'}, {'withdrawn_at': None}]))

    def act_attend(self, mid):
        """Somebody more comes, as anything."""
        person = self.pick(PEOPLE)
        if self.chance(0.6):
            person = self.pick(set(PEOPLE) - {a['person_id'] for a in self.rows('attendance', mid)}, person)
        if self.chance(0.75):
            capacity = 'serving_member' if person in MEMBERS else self.pick(['non_serving_substitute', 'serving_substitute']) \
                if person in SUBSTITUTES else {15: 'secretary', 16: 'city_director', 17: 'commissioner'}.get(person, 'guest')
        else:
            capacity = self.pick(CAPACITIES)
        values = {}
        if capacity == 'serving_substitute':
            absent = set(MEMBERS) - {a['person_id'] for a in self.present(mid)} - {a['serves_for'] for a in self.present(mid)}
            values['serves_for'] = self.pick(absent, 3) if self.chance(0.85) else self.pick([None, 1, 2, 5])
        start = self.pick([1, 1, 1, 2, 3])
        values.update(from_item=start, from_point=self.pick(['opened', 'opened', 'decided']))
        if self.chance(0.2):
            values.update(to_item=start + self.rng.randint(1, 3), to_point=self.pick(['opened', 'decided']),
                          left_for=self.pick([None, 'recusal', 'other']))
        if self.chance(0.07):
            values['mode'] = 'remote'
        return self.insert('attendance', [self.attendance(mid, person, capacity, **values)])

    def act_reattend(self, mid):
        """An entry of attendance is corrected or struck."""
        rows = self.rows('attendance', mid)
        row = self.pick(rows)
        if row is None:
            return None
        way = self.rng.randrange(9)
        if way == 0:
            return self.delete('attendance', self.some(rows, 1 if self.chance(0.8) else 3))
        if way == 1:
            to = self.pick([None, None, row['from_item'] + 1, row['from_item'] + 2])
            return self.update('attendance', [row], to_item=to, to_point=self.pick(['opened', 'decided']),
                               left_for=None if to is None else self.pick([None, 'other', 'recusal']))
        if way == 2:
            capacity = self.pick(CAPACITIES)
            return self.update('attendance', [row], capacity=capacity, serves_for=row['serves_for'] if capacity == 'serving_substitute' else None)
        if way == 3 and row['capacity'] == 'serving_substitute':
            return self.update('attendance', [row], serves_for=self.pick([None] + list(MEMBERS)))
        if way == 4:
            return self.update('attendance', [row], person_id=self.pick(PEOPLE))
        if way == 5:
            return self.update('attendance', [row], mode='remote' if row['mode'] == 'on_site' else 'on_site')
        if way == 6:
            return self.update('attendance', [row], meeting_id=self.pick(self.meetings))
        if way == 7:
            return self.on_conflict('attendance', row, self.pick([{}, {'mode': 'on_site'}, {'to_item': None}]))
        # one goes, another comes in the same statement
        other = self.pick(PEOPLE)
        with self.plainly():
            acts = [self.delete('attendance', [row]), self.insert('attendance', [dict(row, person_id=other)])]
        if other == row['person_id']:
            return None
        self.rng.shuffle(acts)
        return Writer.together(acts)

    def act_recuse(self, mid):
        rows = self.rows('recusal', mid)
        row = self.pick(rows)
        if row is None or self.chance(0.6):
            item = self.pick(self.rows('agenda_item', mid))
            if item is None:
                return None
            people = [a['person_id'] for a in self.present(mid)] if self.chance(0.8) else PEOPLE
            ruling = self.pick([None, 'upheld', 'rejected', 'disregarded'])
            return self.insert('recusal', [dict(
                meeting_id=mid, position=item['position'], person_id=self.pick(people, 1), ground='kin',
                self_declared=self.chance(0.5), ruling=ruling, in_room=self.chance(0.05))])
        if self.chance(0.3):
            return self.delete('recusal', self.some(rows, 2))
        if self.chance(0.2):
            return self.update('recusal', [row], position=self.pick(self.rows('agenda_item', mid))['position'])
        return self.update('recusal', [row], ruling=self.pick([None, 'upheld', 'rejected', 'disregarded']), self_declared=self.chance(0.5))

    def act_item(self, mid):
        rows = self.rows('agenda_item', mid)
        way = self.rng.randrange(6)
        if way < 2 or not rows:
            if len(rows) > 9:
                return None
            position = max([r['position'] for r in rows] + [0]) + 1
            handled = max([r['handled'] or 0 for r in rows] + [0]) + 1
            return self.insert('agenda_item', [self.item(mid, position, self.pick([None, handled, handled]))])
        row = self.pick(rows)
        if way == 2:
            return self.delete('agenda_item', [row])
        if way == 3:
            handled = max([r['handled'] or 0 for r in rows] + [0]) + 1
            if row['handled'] is not None and self.chance(0.5):
                new = self.item(mid, row['position'], None)
            else:
                new = self.item(mid, row['position'], handled if self.chance(0.7) else self.rng.randint(1, 8))
            return self.update('agenda_item', [row], **{c: new[c] for c in ('handled', 'opened_at', 'decided_at', 'section')})
        if way == 4:
            way = self.rng.randrange(5)
            if way > 2:
                column = self.pick(['announced', 'unprepared', 'minority_tabled'])
                return self.update('agenda_item', [row], **{column: not row[column]})
            if way == 0:
                return self.update('agenda_item', [row], exercise_of_authority=not row['exercise_of_authority'])
            if way == 1:
                near = (row['section'] or mid * 40) + self.pick([-41, -1, 0, 1, 45])
                return self.update('agenda_item', [row], section=self.pick([None, self.section(mid, row['handled']), max(near, 1)]))
            return self.update('agenda_item', [row], area=self.pick([None, 1, 2, 3, 4, 5]))
        return self.update('agenda_item', [row], kind=self.pick(['information', 'preparation', 'decision', 'decision']))

    def act_vote(self, mid):
        votes = self.rows('vote', mid)
        row = self.pick(votes)
        event = self.pick(self.rows('vote_event', mid))
        if event is None:
            return None
        way = self.rng.randrange(5)
        if row is None or way == 0:
            return self.insert('vote', [dict(meeting_id=mid, position=event['position'], number=event['number'],
                                             person_id=self.pick(PEOPLE), choice=self.pick(['yes', 'no', 'abstain']))])
        if way == 1:
            return self.delete('vote', self.some(votes, 2))
        if way == 2:
            return self.update('vote', [row], person_id=self.pick(PEOPLE))
        if way == 3 and self.chance(0.5):
            return self.update('vote_event', [event], **self.pick([dict(lot=self.pick([None, 'yes', 'no'])), dict(kind='closed'), dict(subject='procedural')]))
        if way == 3:
            return self.delete('vote_event', [event])
        return self.update('vote', self.some(votes, 2), choice=self.pick(['yes', 'no', 'abstain']))

    def act_object(self, mid):
        """Reservations and those who take no part."""
        table = self.pick(['reservation', 'abstention'])
        rows = self.rows(table, mid)
        if rows and self.chance(0.3):
            return self.delete(table, self.some(rows, 2))
        decision = self.pick(self.rows('decision', mid))
        if decision is None:
            return None
        item = next(i for i in self.rows('agenda_item', mid) if i['position'] == decision['position'])
        people = [a['person_id'] for a in self.present(mid, item['handled'])] if self.chance(0.8) else PEOPLE
        row = dict(meeting_id=mid, position=decision['position'], point=decision['point'], person_id=self.pick(people, 1))
        if table == 'reservation':
            date = self.meeting(mid)['day']
            row.update(announced_at=at(date, 200) if self.chance(0.85) else at(date, 900 // 2), reasons=None, reasons_at=None)
        return self.insert(table, [row])

    def act_adjust(self, mid):
        rows = self.rows('adjuster', mid)
        item = self.pick(self.rows('agenda_item', mid))
        if item is None:
            return None
        if rows and self.chance(0.4):
            return self.delete('adjuster', self.some(rows, 1)) if self.chance(0.5) else \
                self.update('adjuster', [self.pick(rows)], position=item['position'])
        people = [a['person_id'] for a in self.present(mid, item['handled'])] if self.chance(0.7) else PEOPLE
        return self.insert('adjuster', [dict(meeting_id=mid, person_id=self.pick(people, 1), position=item['position'],
                                             alternate=self.chance(0.2), from_item=1, to_item=None)])

    def act_preside(self, mid):
        rows = self.rows('presiding', mid)
        row = self.pick(rows)
        way = self.rng.randrange(4)
        if row is None or way == 0:
            start = self.rng.randint(1, 5)
            return self.insert('presiding', [dict(meeting_id=mid, from_item=start, to_item=self.pick([None, start, start + 2]),
                                                  person_id=self.pick([1, 1, 2, 2, 3, 8]), ground=self.pick(['chair', 'vice_chair', 'designated']))])
        if way == 1:
            return self.delete('presiding', [row])
        if way == 2:
            return self.update('presiding', [row], to_item=self.pick([None, row['from_item'], row['from_item'] + 2]))
        person, ground = self.pick([(1, 'chair'), (1, 'chair'), (2, 'vice_chair'), (3, 'designated'), (2, 'chair'), (9, 'designated')])
        return self.update('presiding', [row], person_id=person, ground=ground)

    def act_remote(self, mid):
        rows = self.rows('remote_notice', mid)
        row = self.pick(rows)
        date = self.meeting(mid)['day']
        if row is None or self.chance(0.6):
            good = self.chance(0.6)
            consulted = at(day(date, -4), 0)
            return self.insert('remote_notice', [dict(
                meeting_id=mid, person_id=self.pick(range(1, 15)), notified_on=day(date, -self.pick([7, 7, 5, 3, 2, 1])),
                reason='ill' if good or self.chance(0.7) else self.pick([None, ' ']), sound_and_picture=good or self.chance(0.7),
                equal_terms=good or self.chance(0.7), premises_secure=good or self.chance(0.7),
                consulted_id=2 if good else self.pick([2, 3, None]), consulted_at=consulted if good else self.pick([consulted, None]),
                decided_by=1 if good else self.pick([1, 2, None]),
                decided_at=at(day(date, -3), 0) if good else self.pick([at(day(date, -5), 0), None, at(date, 100)]),
                granted=self.pick([True, True, False, None]))])
        if self.chance(0.3):
            return self.delete('remote_notice', [row])
        return self.update('remote_notice', [row], granted=self.pick([True, False, None]))

    def act_deviate(self, mid):
        item = self.pick(self.rows('agenda_item', mid))
        # where these are admitted, nobody can say who is there as what, who presides, or which minutes an item stands in
        code, subject = self.pick(c for c in self.codes if c[0] not in ('attendance_once', 'presiding_single', 'minutes_items'))
        position = item['position'] if item and subject in ('item', 'matter') else None
        if item is None or subject in ('body', 'act'):
            return None
        if self.chance(0.1):
            position = item['position']
        act = Act("select admit_deviation(%d, %s, '%s', 'gavelled') as dev \\gset" % (mid, literal(position), code),
                  [('deviation', None, self.structure.complete('deviation', dict(id=0, meeting_id=mid, position=position, rule=code)))])
        act.admits = True
        act.invalid = subject == 'meeting' and position is not None
        return act

    def act_meeting(self, mid):
        row = self.meeting(mid)
        way = self.rng.randrange(6)
        if way == 4:
            return self.update('meeting', [row], is_public=self.pick([None, False, True]))
        if way == 5:
            changes = self.pick([self.ground(row['day']), dict(urgent=not row['urgent']), dict(ground='parent', request_id=None), dict(ground='plan', request_id=None)])
            return self.update('meeting', [row], **changes) if changes else None
        if way == 0:
            return self.update('meeting', [row], place=self.pick([None, 'Stadshuset', 'Rådhuset', ' ']))
        if way == 1:
            date = row['day']
            return self.update('meeting', [row], closed_at=None if row['closed_at'] else at(date, 300))
        if way == 2:
            return self.delete('meeting', [row])
        return self.update('meeting', [row], called_by=self.pick([1, 1, 2, None]))

    # ---- acts on the bodies ----

    def period(self):
        among = [m['day'] for m in map(self.meeting, self.meetings) if m]
        start = self.pick(['2023-01-01', '2023-01-01', '2024-01-01', '2023-06-01', '2026-06-01', '2022-06-01'] + [day(d, n) for d in among[:2] for n in (0, 1)])
        end = self.pick(e for e in ['2027-01-01', '2027-01-01', '2025-01-01', '2026-12-31', '2027-06-01'] if e > start)
        return '[%s,%s)' % (start, end)

    def act_seat(self, mid):
        body = 2
        rows = self.state.rows('membership', body)
        way = self.rng.randrange(5)
        # with a seat an office ends, and a seat beneath it: not written here
        rows = [r for r in rows if not any(o['person_id'] == r['person_id'] for o in self.state.rows('office', 2))]
        row = self.pick(rows)
        if way == 0 or row is None:
            return self.insert('membership', [dict(
                id=next(self.ids), body_id=body, person_id=self.pick(PEOPLE), role=self.pick(['member', 'substitute']), party_id=None,
                seat_category=None, valid=self.period(), until_parent_term=False, decided_by=self.pick([1, 1, 1, 2, None]))])
        if way == 1:
            return self.delete('membership', self.some(rows, 1))
        if way == 2:
            return self.update('membership', [row], valid=self.period() if self.chance(0.9) else '[2023-01-01,)')
        if way == 3:
            return self.update('membership', [row], role=self.pick(['member', 'substitute']))
        # a successor takes over in one statement
        middle = self.pick(['2024-03-01', '2025-01-01', '2026-09-01'])
        if not row['valid'].startswith('[2023-01-01') or not row['valid'].endswith('2027-01-01)'):
            return None
        with self.plainly():
            return Writer.together([
                self.update('membership', [row], valid='[2023-01-01,%s)' % middle),
                self.insert('membership', [dict(row, id=next(self.ids), person_id=self.pick(PEOPLE), valid='[%s,2027-01-01)' % middle)])])

    def act_office(self, mid):
        rows = self.state.rows('office', 2)
        row = self.pick(rows)
        way = self.rng.randrange(4)
        if way == 0 or row is None:
            return self.insert('office', [dict(
                id=next(self.ids), body_id=2, person_id=self.pick(PEOPLE), kind=self.pick(['chair', 'vice_chair', 'presenter', 'deputy_city_director']),
                acting=False, valid=self.period(), decided_by=self.pick([1, 1, 1, 2, None]))])
        if way == 1:
            return self.delete('office', [row])
        if way == 2:
            return self.update('office', [row], valid=self.period())
        return self.update('office', [row], person_id=self.pick(range(1, 9)))

    def act_order(self, mid):
        rows = self.state.rows('substitution_order', 2)
        row = self.pick(rows)
        way = self.rng.randrange(3)
        if way == 0:
            return self.insert('substitution_order', [dict(
                id=next(self.ids), body_id=2, member_id=None, party_id=None, substitute_id=self.pick(PEOPLE), rank=self.rng.randint(1, 9),
                valid=self.period())])
        if row is None:
            return None
        if way == 1:
            return self.delete('substitution_order', [row])
        return self.update('substitution_order', [row], rank=self.rng.randint(1, 9))

    def act_board(self, mid):
        """Repairs what the acts on the bodies have worn down."""
        missing = [p for p in range(1, 15) if not any(m['person_id'] == p for m in self.state.rows('membership', 2))]
        if not missing:
            return None
        p = self.pick(missing)
        return self.insert('membership', [dict(
            id=next(self.ids), body_id=2, person_id=p, role='member' if p < 8 else 'substitute', party_id=None, seat_category=None,
            valid='[2023-01-01,2027-01-01)', until_parent_term=False, decided_by=1)])

    WEIGHTS = dict(act_decide=10, act_redecide=8, act_attend=10, act_reattend=12, act_recuse=7, act_item=7, act_vote=5,
                   act_object=5, act_preside=3, act_adjust=2, act_remote=4, act_deviate=3, act_meeting=3, act_seat=2, act_office=1,
                   act_order=1, act_board=1, script_vote=4, script_leave=5)

    def next(self, state):
        """One more act, or several to be sent as one statement."""
        self.state = state
        self.meetings = [m for m in self.meetings if self.meeting(m)]
        if len(self.meetings) > 4 or (len(self.meetings) > 2 and self.chance(0.004)):
            self.meetings.pop(0)
        # little can be done to what is attested
        self.meetings = [m for m in self.meetings if not (self.rows('seal', m) and self.chance(0.05))]
        while True:
            if len(self.meetings) + len(self.scripts) < 2 or (len(self.meetings) < 4 and not self.scripts and self.chance(0.02)):
                self.scripts.append((None, self.script_meeting()))
            if self.scripts and self.chance(0.7):
                script = self.pick(self.scripts)
                mid, acts = script
                act = next(acts, None) if mid is None or self.meeting(mid) else None
                if act is None:
                    self.scripts.remove(script)
                    continue
                return act
            if not self.meetings:
                continue
            name = self.rng.choices(list(self.WEIGHTS), list(self.WEIGHTS.values()))[0]
            mid = self.pick(self.meetings)
            made = getattr(self, name)(mid)
            if name.startswith('script'):
                self.scripts.append((mid, made))
                continue
            if made is not None:
                return made
