"""The model: what the rules forbid, reckoned from rows.

Written from the catalogue of rules (governance.rules() and the clauses it
names), not from the extension's code.  A rule is one function below, or in
rules_*.py, registered under its code.  It looks at one meeting, one item of it,
or one body, and says whether the rule is broken.
"""
import collections
import re

RULES = {}                              # code -> (subject, function)
ACTS = {}                               # code -> function, for rules about acts of writing
ASKED = {}                              # code -> tables, for rules that are not asked of every state

Setting = collections.namedtuple('Setting', 'rule value mode')


def rule(code, subject, asked=None):
    """Registers a rule: subject is item, meeting or body.

    Asked of every state, but where the catalogue says that it is not: then
    only when one of these tables is written, about the items that are written.
    """
    def register(function):
        RULES[code] = (subject, function)
        if asked:
            ASKED[code] = asked
        return function
    return register


def act_rule(code):
    """Registers a rule about what is written to a meeting: the views of it before and after (or None), and the row."""
    def register(function):
        ACTS[code] = function
        return function
    return register


def period(text):
    """A daterange as two days, the upper excluded."""
    low, high = text.strip('[]()').split(',')
    return low or '0000', high or '9999'


def covers(text, day):
    low, high = period(text)
    return low <= day < high


def instant(number, point):
    """The points of a meeting on one line: each item is opened, then decided."""
    return 2 * number + (1 if point == 'decided' else 0)


def filled(text):
    return text is not None and text.strip() != ''


class Law:
    """Which rules are in force: a body's own regulation before the law for its kind."""

    def __init__(self, state):
        self.regulations = {r['id']: r for r in state.every('regulation')}
        self.settings = sorted(state.every('rule_setting'), key=lambda s: s['id'])
        self.kept = {}

    def in_force(self, body, day):
        place = (body['id'], body['kind'], day)
        if place not in self.kept:
            found = {}
            for own in (False, True):
                for setting in self.settings:
                    regulation = self.regulations[setting['regulation_id']]
                    if regulation['body_id'] != (body['id'] if own else None) or not covers(regulation['valid'], day) or \
                            setting['body_kind'] not in (None, body['kind']):
                        continue
                    found[setting['rule']] = Setting(setting['rule'], setting['value'], setting['mode'])
            self.kept[place] = found
        return self.kept[place]


class BodyView:
    def __init__(self, state, law, bid):
        self.state = state
        self.id = bid
        self.row = state.rows('body', bid)[0] if state.rows('body', bid) else \
            next((b for b in state.every('body') if b['id'] == bid), None)
        self.law = law

    def rows(self, table):
        return self.state.rows(table, self.id)

    @property
    def parent(self):
        return BodyView(self.state, self.law, self.row['parent_id']) if self.row['parent_id'] else None

    def seats_of(self, person, day, *roles):
        return [m for m in self.rows('membership') if m['person_id'] == person and covers(m['valid'], day) and
                (not roles or m['role'] in roles)]

    def officers(self, kind, day):
        return [o['person_id'] for o in self.rows('office') if o['kind'] == kind and covers(o['valid'], day)]

    def hindered(self, person, day):
        return any(h['person_id'] == person and covers(h['valid'], day) for h in self.rows('hindrance'))


class MeetingView:
    def __init__(self, state, law, mid):
        self.state = state
        self.law = law
        self.id = mid
        self.row = state.rows('meeting', mid)[0]
        self.day = self.row['day']
        self.body = BodyView(state, law, self.row['body_id'])
        self.settings = law.in_force(self.body.row, self.day)
        self.items = sorted(self.rows('agenda_item'), key=lambda i: i['position'])

    def rows(self, table, item=None, **values):
        rows = self.state.rows(table, self.id)
        if item is not None:
            rows = [r for r in rows if r['position'] == item['position']]
        return [r for r in rows if all(r[c] == v for c, v in values.items())] if values else rows

    def value(self, code):
        setting = self.settings.get(code)
        return None if setting is None or setting.mode == 'off' else setting.value

    def flag(self, code):
        return self.value(code) in ('true', 't', 'yes', 'on', '1')

    def item(self, position):
        return next((i for i in self.items if i['position'] == position), None)

    # ---- who is there ----

    def there(self, item, point):
        """The entries of those who are in the meeting at a point of an item."""
        if item['handled'] is None:
            return []
        now = instant(item['handled'], point)
        return [a for a in self.rows('attendance')
                if instant(a['from_item'], a['from_point']) <= now and
                (a['to_item'] is None or now <= instant(a['to_item'], a['to_point']))]

    def recused(self, item):
        return {r['person_id'] for r in self.rows('recusal', item)
                if r['ruling'] == 'upheld' or (r['ruling'] is None and r['self_declared'])}

    def serving(self, item, point):
        """Those with a seat at the table, without the recused."""
        return {a['person_id'] for a in self.there(item, point)
                if a['capacity'] in ('serving_member', 'serving_substitute')} - self.recused(item)

    def chair(self, item):
        """Who presides over an item."""
        if item['handled'] is None:
            return None
        rows = [p for p in self.rows('presiding') if p['from_item'] <= item['handled'] and
                (p['to_item'] is None or item['handled'] <= p['to_item'])]
        return max(rows, key=lambda p: p['from_item'])['person_id'] if rows else None

    def standing(self, item):
        return [d for d in self.rows('decision', item) if d['withdrawn_at'] is None]

    # ---- how many ----

    def required(self, text):
        seats = int(self.value('seats') or 0) or sum(
            m['role'] == 'member' and covers(m['valid'], self.day) for m in self.body.rows('membership'))
        return self.share(text, seats)

    @staticmethod
    def share(text, seats):
        """So many of these."""
        needed = 0
        for part in text.split(' and '):
            share = re.fullmatch(r'(>=?)(\d+)/(\d+)', part)
            if not share:
                needed = max(needed, int(part))
            elif share[1] == '>':
                needed = max(needed, seats * int(share[2]) // int(share[3]) + 1)
            else:
                needed = max(needed, -(-seats * int(share[2]) // int(share[3])))
        return needed

    def count(self, item, number):
        """A vote's yes, no, and how its chair voted."""
        event = self.rows('vote_event', item, number=number)
        if event and event[0]['kind'] == 'closed':
            tally = self.rows('ballot_tally', item, number=number)
            return (sum(t['ballots'] for t in tally if t['choice'] == 'yes'),
                    sum(t['ballots'] for t in tally if t['choice'] == 'no'), None)
        votes = self.rows('vote', item, number=number)
        chair = [v['choice'] for v in votes if v['person_id'] == self.chair(item)]
        return (sum(v['choice'] == 'yes' for v in votes), sum(v['choice'] == 'no' for v in votes),
                chair[0] if chair else None)

    def agreeing(self, item, decision, less_reservations=False):
        if decision['vote_number'] is not None:
            return max(self.count(item, decision['vote_number'])[:2])
        agree = self.serving(item, 'decided')
        agree -= {a['person_id'] for a in self.rows('abstention', item, point=decision['point'])}
        if less_reservations:
            agree -= {r['person_id'] for r in self.rows('reservation', item, point=decision['point'])}
        return len(agree)


class Verdicts:
    """What is broken and not admitted, in the meetings and bodies that an act touches."""

    def __init__(self, state, law, known, modes=('enforce',)):
        self.state = state
        self.law = law
        self.known = known              # codes that the registry's version has
        self.modes = modes              # those of rules in these modes

    def admitted(self, mid):
        return {(d['rule'], d['position']) for d in self.state.rows('deviation', mid)}

    def ask(self, settings, subjects):
        for code, (subject, function) in RULES.items():
            setting = settings.get(code)
            if subject in subjects and code in self.known and setting is not None and setting.mode in self.modes:
                yield code, subject, function, setting.value

    def meeting(self, mid, also=()):
        """What is broken in a meeting and not admitted; "also": nor among these."""
        view = MeetingView(self.state, self.law, mid)
        admitted = self.admitted(mid) | set(also)
        broken = set()
        for code, subject, function, value in self.ask(view.settings, ('item', 'meeting')):
            if subject == 'meeting':
                positions = function(view, value)
                if positions is True:
                    positions = [None]
                found = {(code, p) for p in positions or ()}
            else:
                found = {(code, item['position']) for item in view.items if function(view, item, value)}
            broken |= {f for f in found if f not in admitted and (code, None) not in admitted}
        return broken

    def body(self, bid):
        view = BodyView(self.state, self.law, bid)
        if view.row is None:
            return set()
        settings = self.law.in_force(view.row, '9998')
        return {(code, None) for code, _, function, value in self.ask(settings, ('body',)) if function(view, value)}


# ---------------------------------------------------- enough to handle and decide

@rule('quorum_present', 'item')
def quorum_present(m, item, value):
    """A20: whenever an item is handled and decided, enough of the seats are filled."""
    if item['handled'] is None or not m.standing(item):
        return False
    return any(len(m.serving(item, point)) < m.required(value) for point in ('opened', 'decided'))


@rule('decision_agreement', 'item')
def decision_agreement(m, item, value):
    """A21, I2: a matter is settled only when enough members agree.

    That an item was decided without having been taken up is for
    decision_handled, here and in the other rules about who was there.
    """
    return item['handled'] is not None and any(d['kind'] == 'settling' and m.agreeing(item, d) < m.required(value) for d in m.standing(item))
