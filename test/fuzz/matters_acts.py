"""Random acts on matters: what a registrar, or a program with a bug, might write.

An act is a statement that is made without looking at what is stored: keys are
few, so most of them meet rows of others, and values are mostly the right ones.
"""
import datetime

import shapes
from shapes import literal

DAYS = ['2025-03-01', '2025-03-13', '2025-03-14', '2025-03-15', '2025-03-20', '2025-04-10', '2025-04-12', '2025-05-08', '2025-06-01']
BODIES = [1, 1, 2, 2, 3, 4, 5, 6, 7, 8]
MATTERS = [1, 2, 3]
# test/fuzz/judge/80_words.sql says which of them decide
WORDS = ['Nämnden avslår motionen.', 'Nämnden föreslår att motionen avslås.', 'Motionen bifalls.', 'Nämnden tillstyrker motionen.',
         'Nämnden har tagit del av motionen.', 'Motionen bör bifallas.', 'Nämnden avstyrker motionen.']
DELEGATES = {1: 2, 2: 1, 3: 2, 4: 1, 5: 4}          # in which body each delegation mostly is


class Acts:
    def __init__(self, rng, merge, codes):
        self.rng = rng
        self.shapes = shapes.Shapes(rng, merge)
        self.codes = codes              # rules that may be admitted

    # ---- values ----

    def pick(self, *items):
        return self.rng.choice(items)

    def chance(self, p):
        return self.rng.random() < p

    def day(self):
        return self.rng.choice(DAYS)

    def perhaps(self, value, p=0.6):
        return value if self.chance(p) else None

    def body(self):
        return self.rng.choice(BODIES)

    def meeting(self):
        return 10 * self.pick(1, 1, 2, 2, 3, 3, 4, 5, 8) + self.pick(1, 2, 3)

    @staticmethod
    def day_of(meeting):
        """The day of a meeting that was not moved."""
        return str(datetime.date(2025, 2, 12) + datetime.timedelta(28 * (meeting % 10) + meeting // 10))

    def time(self):
        return '%sT%02d:00:00' % (self.day(), self.pick(8, 12, 16))

    def period(self):
        return '[%s,%s)' % (self.pick('2023-01-01', '2025-03-14'), self.pick('2027-01-01', '2025-04-10', '2025-05-08'))

    def number(self, most=3):
        return self.rng.randint(1, most)

    def row(self, table):
        """A row as it might be, key first."""
        return getattr(self, 'row_' + table)()

    def row_matter(self):
        return dict(id=self.pick(*MATTERS), body_id=self.pick(1, 2, 4, 4), title='Ärende', opened_on='2025-03-01',
                    closed_on=self.perhaps(self.day(), 0.3))

    def row_document(self):
        kind = self.pick('statement', 'statement', 'motion', 'proposal', 'other')
        direction = self.pick('received', 'drawn_up')
        return dict(matter_id=self.pick(*MATTERS), number=self.number(), kind=kind, direction=direction, title='Handling',
                    costs=self.perhaps(self.pick('Inga', 'Inga', ' '), 0.4), dated_on=self.perhaps(self.day(), 0.85), arrived_on=self.perhaps(self.day(), 0.85) if direction == 'received' else None)

    def row_referral(self):
        sent = self.day()
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), sender_id=self.pick(1, 1, 2, 3, 4, 6), sent_on=sent,
                    answer_by=self.perhaps(max(sent, self.pick('2025-03-14', '2025-04-10', '2025-06-01'))))

    def row_referral_recipient(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), body_id=self.body(), received_on=self.perhaps(self.day()),
                    **self.pick({}, {}, dict(extended_on=self.day(), answer_by=self.pick('2025-05-08', '2025-06-01', '2025-07-01'))))

    def row_referral_answer(self):
        kind = self.pick('decided', 'opinion', 'office', 'declined')
        meeting = self.meeting() if kind == 'decided' and self.chance(0.9) else None
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), body_id=self.body(), kind=kind, answered_on=self.day(),
                    statement_number=self.perhaps(self.number(), 0.3), meeting_id=meeting,
                    position=self.number(4) if meeting else None, wording=self.perhaps(self.pick(*WORDS), 0.3))

    def row_motion(self):
        raised = self.pick('2025-03-01', '2025-03-01', '2025-03-15')
        return dict(matter_id=self.pick(*MATTERS), kind=self.pick('motion', 'motion', 'citizen_proposal'),
                    council_id=self.pick(3, 3, 3, 3, 3, 3, 3, 1), dated_on=self.perhaps(self.pick('2025-03-01', '2025-03-01', '2025-03-14')),
                    raised_on=raised, decided_by_id=self.perhaps(self.pick(4, 4, 1), 0.3),
                    withdrawn_on=self.perhaps(self.pick('2025-03-15', '2025-05-08'), 0.15))

    def row_motion_mover(self):
        return dict(matter_id=self.pick(*MATTERS), person_id=self.number(9))

    def row_claim(self):
        decided = self.chance(0.5)
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), text='att',
                    outcome=self.pick('approved', 'rejected', 'answered', 'written_off') if decided else None,
                    meeting_id=30 + self.number() if decided else None, position=self.number(4) if decided else None,
                    point=1 if decided else None)

    def row_abstention(self):
        return dict(meeting_id=self.pick(31, 32, 33), position=self.number(4), point=1, person_id=self.pick(3, 4))

    def row_membership(self):
        body = self.pick(3, 3, 4)
        return dict(id=self.pick(901, 902, 903), body_id=body, decided_by=3 if body == 4 else None, person_id=self.pick(8, 9, 18), role=self.pick('member', 'member', 'substitute'),
                    valid=self.pick('[2023-01-01,2027-01-01)', '[2025-03-10,2027-01-01)', '[2025-03-10,2025-03-15)', '[2025-04-01,2027-01-01)'))

    def row_attendance(self):
        return dict(meeting_id=31, person_id=8, from_item=self.pick(3, 3, 4), from_point=self.pick('opened', 'opened', 'decided'),
                    capacity=self.pick('serving_substitute', 'serving_substitute', 'non_serving_substitute'),
                    serves_for=7, to_item=self.pick(4, 4, 3))

    def row_body_succession(self):
        return dict(predecessor_id=self.pick(6, 6, 7, 4, 9), successor_id=self.pick(1, 7), day=self.pick('2025-03-14', '2025-06-01', '2026-01-01'))

    def row_policy_document(self):
        adopted = self.chance(0.5)
        body = self.pick(3, 3, 3, 1, 2, 7)
        return dict(matter_id=self.pick(*MATTERS), domain=self.pick('integration', 'integration', 'arbetsmarknad'), title='Program',
                    adopted_by_id=body, meeting_id=10 * body + self.number() if adopted else None,
                    position=self.number(4) if adopted else None, point=1 if adopted else None,
                    valid=self.pick('[2024-01-01,2025-03-15)', '[2025-03-15,2026-01-01)', '[2025-04-12,)', '[2025-05-08,2027-01-01)'),
                    supersedes_id=self.perhaps(self.pick(*MATTERS), 0.3))

    def row_goal(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), kind=self.pick('vision', 'direction', 'measurable'), text='Mål')

    def row_indicator(self):
        baseline, target = self.pick(('2024-12-31', '2027-12-31'), ('2024-12-31', '2027-12-31'), ('2025-03-14', '2025-03-14'),
                                     ('2025-03-15', '2025-03-14'), (None, '2025-01-01'))
        one, other = self.pick(('inrikes', 'utrikes'), ('inrikes', 'utrikes'), (None, None))
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), goal=self.number(2), name='Andel', baseline=self.perhaps(40),
                    baseline_on=baseline, target=60, target_on=target, group_a=one, group_b=other,
                    least=self.perhaps(0), greatest=self.perhaps(self.pick(100, 100, 50)), area_set_id=self.perhaps(self.pick(1, 1, 2)))

    def row_measurement(self):
        area = self.pick((None, None), (1, 'a'), (1, 'b'), (2, 'a'))
        return dict(matter_id=self.pick(*MATTERS), indicator=self.number(2), number=self.number(9), measured_on=self.day(),
                    area_set_id=area[0], area_code=area[1], group_name=self.perhaps(self.pick('inrikes', 'utrikes', 'alla'), 0.4),
                    value=self.pick(0, 45, 45, 50, 75, 100, -1, 101))

    def row_activity(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), goal=self.number(2), text='Språkstöd',
                    responsible_id=self.perhaps(self.pick(4, 6, 6, 1, 7), 0.8), valid=self.pick('[2025-01-01,2025-06-01)', '[2025-06-01,2026-01-01)', '[2025-03-01,)'),
                    done_on=self.perhaps(self.day(), 0.2))

    def row_letter(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), body_id=self.pick(2, 2, 1), title='Skrivelse',
                    dated_on='2025-03-13', dispatched_on=self.perhaps(self.pick('2025-03-20', '2025-04-10'), 0.4))

    def row_letter_signature(self):
        role, ground, person = self.pick(('sign', 'chair', 1), ('countersign', 'secretary', 15), ('sign', 'chair', 1), ('countersign', 'secretary', 15),
                                         ('sign', 'vice_chair', 2), ('sign', 'designated', 5), ('sign', 'designated', 6),
                                         ('countersign', 'secretary', 1), ('sign', 'vice_chair', 3), ('sign', 'vice_chair', 1), ('sign', 'designated', 18),
                                         ('countersign', 'secretary', 6), ('countersign', 'chair', 15))
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), role=role, person_id=person, ground=ground,
                    signed_at='%sT%02d:00:00' % (self.pick('2025-03-14', '2025-03-14', '2025-03-14', '2025-03-20', '2025-04-11'), self.pick(8, 9, 10)))

    def row_hindrance(self):
        return dict(id=self.number(4), body_id=self.pick(2, 2, 2, 1), person_id=self.pick(1, 1, 2, 5), reason='Förhinder',
                    valid=self.pick('[2025-03-14,2025-03-15)', '[2025-03-01,2025-03-14)', '[2025-03-14,2025-03-21)', '[2025-04-11,)'))

    def row_office(self):
        person, kind = self.pick((6, 'signer'), (18, 'signer'), (5, 'signer'), (6, 'secretary'), (1, 'secretary'))
        return dict(id=100 + self.number(4), body_id=2, person_id=person, kind=kind, decided_by=1,
                    valid=self.pick('[2025-03-14,2025-03-15)', '[2025-03-15,2025-04-11)', '[2025-01-01,)'))

    def row_dispatch(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), meeting_id=self.meeting(), position=self.number(4),
                    recipient_id=self.body(), sent_on=self.perhaps(self.day(), 0.5))

    def row_delegation(self):
        number = self.number(5)
        body = DELEGATES[number] if self.chance(0.6) else self.pick(2, 1, 4, 5, 5)
        row = dict(id=number, body_id=body, from_body_id=3 if body == 4 and self.chance(0.4) else self.pick(1, 1, 1, body, body, 3), person_id=None, office=None, employee=None,
                   subject='Ärenden', subject_kind=self.pick('ordinary', 'ordinary', 'ordinary', 'ordinary', 'goals', 'principle'),
                   urgent=self.chance(0.15), valid=self.period())
        row.update(self.pick({}, {}, dict(person_id=self.pick(1, 2, 8, 18)), dict(employee='handläggaren'),
                             dict(office=self.pick('chair', 'vice_chair', 'presidium', 'automated'))))
        return row

    def row_delegated_decision(self):
        delegation = self.number(5)
        return dict(matter_id=self.pick(*MATTERS), number=self.number(3), delegation_id=delegation, body_id=DELEGATES[delegation],
                    person_id=self.perhaps(self.pick(1, 2, 8), 0.8), decided_on=self.day(), text='Beslut',
                    subject=self.pick('ordinary', 'ordinary', 'ordinary', 'ordinary', 'council_answer'),
                    appealable=self.pick(True, False, None))

    def row_delegation_report(self):
        taken_up = self.chance(0.5)
        meeting = self.pick(1, 1, 1, 4)
        n = self.number()
        day = self.day_of(10 * meeting + n)
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), body_id=self.pick(2, 2, 1), to_body_id=self.pick(1, 1, 1, 4),
                    period=self.pick('[2025-01-01,2025-04-01)', '[2025-01-01,2025-04-01)', '[2025-04-01,2025-07-01)', '[2025-01-01,2026-01-01)'),
                    handed_over_on=self.perhaps(self.day(), 0.4), meeting_id=10 * meeting + n if taken_up else None,
                    position=self.number(2) if taken_up else None,
                    received_on=self.pick(day, day, day, self.day()) if taken_up and self.chance(0.8) else None)

    def row_delegation_report_item(self):
        outside = self.chance(0.7)
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), line=self.number(),
                    decided_matter_id=self.pick(*MATTERS) if outside else None, decided_number=self.number(3) if outside else None,
                    meeting_id=None if outside else self.pick(21, 22, 23), position=None if outside else self.number(4),
                    point=None if outside else 1)

    # ---- rows that no rule looks at, or only for their keys ----

    def row_document_signatory(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(), person_id=self.number(4), title='Handläggare')

    def row_document_author(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(), body_id=self.body(), lead=self.chance(0.5))

    def row_motion_report(self):
        meeting = self.perhaps(self.pick(31, 32, 33))
        return dict(matter_id=self.pick(*MATTERS), reported_on=self.day(), meeting_id=meeting, position=self.number(4) if meeting else None)

    def row_assignment(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), text='Uppdrag', given_by_id=self.body(), given_on='2025-03-01',
                    done_on=self.perhaps('2025-05-08', 0.3))

    def row_assignment_body(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), body_id=self.body())

    def row_assignment_report(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), reported_on=self.day(), document_number=self.perhaps(self.number()))

    def row_funding(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), amount=self.pick(0, 1000), budget=self.perhaps('Budget 2025'))

    def row_follow_up(self):
        done = self.perhaps(self.day(), 0.4)
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), period='[2025-01-01,2025-07-01)', due_on=self.day(), responsible_id=self.body(),
                    done_on=done, assessment='Bra' if done else None)

    def row_term_definition(self):
        return dict(matter_id=self.pick(*MATTERS), term=self.pick('stadsdel', 'trygghet'), definition=self.pick('Ett område', ' '))

    def row_goal_link(self):
        return dict(matter_id=self.pick(*MATTERS), number=self.number(2), level=self.pick('national', 'european'), reference='Prop.')

    def row_fee_rate(self):
        return dict(id=self.number(4), body_id=self.perhaps(self.body()), role=self.pick('chair', 'member'), unit='meeting', amount=self.pick(0, 750),
                    valid=self.period())

    def row_person(self):
        return dict(id=30 + self.number(), name=self.pick('Ny', 'Annan', ' '))

    def row_party(self):
        return dict(id=self.number(), name=self.pick('S', 'M', 'V'))

    def row_seat_category(self):
        return dict(body_id=self.pick(5, 8), name=self.pick('Föreningar', 'Näringsliv'))

    def row_term(self):
        return dict(body_id=self.pick(1, 4, 8), valid=self.pick('[2023-01-01,2027-01-01)', '[2027-01-01,2031-01-01)', '[2026-01-01,2028-01-01)'))

    def row_area_set(self):
        return dict(id=self.number(), name=self.pick('Stadsdelar', 'Kommundelar', 'Valkretsar'))

    def row_area(self):
        return dict(area_set_id=self.number(), code=self.pick('a', 'b', 'c'), name='Område')

    def row_policy_word(self):
        return dict(list=self.pick('vague', 'area'), phrase=self.pick('ibland', 'ytterstaden'))

    def row_case_series(self):
        return dict(organ=self.pick('KS', 'UN'), year=self.pick(2024, 2025), last_serial=self.number(99))

    def row_decision(self):
        kind, outcome = self.pick(('settling', 'approved'), ('settling', 'rejected'), ('opinion', 'approved'), ('opinion', 'rejected'),
                                  ('noting', 'noted'), ('procedural', 'tabled'))
        behalf = self.perhaps(self.pick(1, 1, 1, 3, 3), 0.25)
        return dict(meeting_id=self.meeting(), position=self.number(4), point=1, kind=kind, outcome=outcome, text='Text',
                    statement_number=self.perhaps(self.number(), 0.2), on_behalf_of=behalf,
                    delegation_id=self.perhaps(self.number(5), 0.3 if behalf else 0.03),
                    subject=self.pick('ordinary', 'ordinary', 'ordinary', 'ordinary', 'goals', 'council_answer'))

    # ---- statements ----

    def keys(self, table, row):
        return list(row)[:KEYS[table]]

    def insert(self, table):
        rows = [self.row(table) for _ in range(self.pick(1, 1, 1, 2, 3))]
        rows = [r for r in rows if list(r) == list(rows[0])]
        if self.chance(0.2):
            return self.shapes.insert(table, None, rows, 'values') + self.instead(table, rows[0])
        return self.shapes.insert(table, self.keys(table, rows[0]), rows)

    def instead(self, table, row):
        """Some of what there is already is changed."""
        keys = self.keys(table, row)
        some = self.rng.sample(list(row), min(len(row), 3))
        return ' on conflict (%s) do update set %s' % (', '.join(keys), ', '.join('%s = excluded.%s' % (c, c) for c in some if c not in keys)
                                                       or '%s = excluded.%s' % (keys[0], keys[0]))

    def where(self, table):
        """A condition; and the keys and the rows that it names, where it names whole keys."""
        row = self.row(table)
        keys = self.keys(table, row)
        if self.chance(0.02):           # everything
            return 'true', None, None
        if self.chance(0.3):            # several at once
            return '%s = %s' % (keys[0], literal(row[keys[0]])), keys[:1], [{keys[0]: row[keys[0]]}]
        return ' and '.join('%s = %s' % (c, literal(row[c])) for c in keys), keys, [{c: row[c] for c in keys}]

    def update(self, table):
        row = self.row(table)
        columns = [c for c in row if c not in self.keys(table, row) or self.chance(0.15)]
        some = self.rng.sample(columns, min(len(columns), self.pick(1, 1, 2, 3))) or list(row)[:1]
        condition, keys, rows = self.where(table)
        return self.shapes.update(table, condition, {c: row[c] for c in some}, keys, rows)

    def delete(self, table):
        condition, keys, rows = self.where(table)
        return self.shapes.delete(table, condition, keys, rows)

    def admit(self):
        """A breach is admitted, before or after it is written."""
        code = self.pick(*self.codes)
        if self.chance(0.5):
            return "select admit_deviation(%d, %s, '%s', 'Klubbat')" % (self.meeting(), self.pick(self.number(4), self.number(4), 'null'), code)
        return "select admit_matter_deviation(%d, %s, '%s', 'Skickat')" % (self.pick(*MATTERS), self.pick(self.number(), self.number(), 'null'), code)

    def about(self):
        """An item is about a matter, or about another one than before."""
        return 'update agenda_item set matter_id = %s where meeting_id = %d%s' % (
            literal(self.perhaps(self.pick(*MATTERS), 0.85)), self.meeting(),
            '' if self.chance(0.1) else ' and position = %d' % self.number(4))

    def unprepared(self):
        return 'update agenda_item set unprepared = %s where meeting_id = %d%s' % (
            literal(self.chance(0.6)), self.pick(31, 32, 33), self.pick('', ' and position = %d' % self.number(4)))

    def move(self):
        """A meeting was on another day than was written first, and so were its items."""
        meeting, days = self.meeting(), "interval '%d days'" % self.pick(-28, -7, -1, 1, 7, 28)
        return ('with items as (update agenda_item set opened_at = opened_at + %s, decided_at = decided_at + %s where meeting_id = %d) '
                'update meeting set day = day + %s, starts_at = starts_at + %s, opened_at = opened_at + %s, closed_at = closed_at + %s where id = %d') % (
                    days, days, meeting, days, days, days, days, meeting)

    def existing(self):
        """A body begins or ends on another day."""
        return "update body set valid = '%s' where id = %d" % (
            self.pick('[2020-01-01,2025-03-14)', '[2025-03-14,)', '(,)', '(,)', '[2020-01-01,2025-06-02)'), self.pick(6, 6, 7, 4))

    def lifetime(self):
        """A body that was to end lives longer, is dissolved, or returns with its report."""
        changes = dict(
            valid='[2025-01-01,%s)' % self.pick('2025-04-01', '2025-05-01', '2025-06-01', '2025-06-01', '2025-07-01', ''),
            extended_on=self.perhaps(self.pick('2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30', '2025-07-01')),
            dissolved_on=self.perhaps(self.pick('2025-03-14', '2025-04-30', '2025-05-31', '2025-06-01')))
        if self.chance(0.6):
            there = self.chance(0.7)
            changes.update(report_matter_id=self.pick(*MATTERS) if there else None, report_number=self.number(2) if there else None,
                           reported_on=self.pick('2025-03-14', '2025-03-31', '2025-04-01', '2025-05-31') if there or self.chance(0.3) else None)
        some = [c for c in changes if self.chance(0.6) or c.startswith('report')] or ['valid']
        body = self.pick(9, 9, 9, 10)
        return self.shapes.update('body', 'id = %d' % body, {c: changes[c] for c in some}, ['id'], [dict(id=body)])

    def words(self):
        """An opinion, or an answer, in words that recommend or decide."""
        if self.chance(0.5):
            row = dict(self.row_referral_answer(), wording=self.pick(*WORDS))
            return self.shapes.insert('referral_answer', self.keys('referral_answer', row), [row], self.pick('instead', 'instead', 'values', 'merge'))
        row = dict(self.row_decision(), kind='opinion', outcome=self.pick('approved', 'approved', 'rejected'), on_behalf_of=None, delegation_id=None, text=self.pick(*WORDS))
        return self.shapes.insert('decision', self.keys('decision', row), [row], self.pick('instead', 'instead', 'values', 'merge'))

    def taken_up(self, meeting, position, matter, **decided):
        """The beginning of a statement: an item about the matter, with a decision."""
        decision = dict(self.row_decision(), meeting_id=meeting, position=position, **decided)
        return 'with about as (update agenda_item set matter_id = %d where meeting_id = %d and position = %d), decided as (%s)' % (
            matter, meeting, position, self.written('decision', decision, self.pick(
                '', ' on conflict (meeting_id, position, point) do update set kind = excluded.kind, outcome = excluded.outcome')))

    def handle(self):
        """A matter is taken up, decided and sent, or is what an answer rests on."""
        body, matter, position = self.pick(1, 1, 2, 3, 3, 4, 8), self.pick(*MATTERS), self.number(4)
        meeting = 10 * body + self.number()
        table = self.pick('dispatch', 'referral_answer', 'claim', 'delegation_report', 'policy_document')
        row = dict(self.row(table), matter_id=matter, meeting_id=meeting, position=position)
        row.update(dict(referral_answer=dict(kind='decided', body_id=body, answered_on='2025-06-01'), policy_document=dict(adopted_by_id=body, point=1),
                        claim=dict(outcome=self.pick('approved', 'rejected', 'written_off'), point=1)).get(table, {}))
        return '%s insert into %s (%s) %s' % (self.taken_up(meeting, position, matter), table, ', '.join(row), shapes.values([row]))

    def written(self, table, row, otherwise=' on conflict do nothing'):
        return 'insert into %s (%s) %s%s' % (table, ', '.join(row), shapes.values([row]), otherwise)

    def ask(self):
        """A referral, somebody who is asked, and an answer."""
        referral = dict(self.row_referral(), sender_id=self.pick(1, 1, 2, 3))
        recipient = dict(self.row_referral_recipient(), matter_id=referral['matter_id'], number=referral['number'])
        answer = dict(self.row_referral_answer(), matter_id=referral['matter_id'], number=referral['number'], answered_on='2025-05-08')
        answer['body_id'] = recipient['body_id']
        return 'with sent as (%s), asked as (%s) %s' % (
            self.written('referral', referral), self.written('referral_recipient', recipient), self.written('referral_answer', answer, ''))

    def report(self):
        """A decision by delegation, and a report that tells of it."""
        decision = self.row_delegated_decision()
        if self.chance(0.7):
            delegation, person = self.pick((2, 1), (4, 8))
            decision.update(delegation_id=delegation, body_id=1, person_id=person, subject='ordinary', appealable=None)
        report = dict(self.row_delegation_report(), body_id=decision['body_id'], to_body_id=self.pick(1, 1, decision['body_id']))
        if self.chance(0.5):
            report['period'] = '[2025-01-01,2026-01-01)'
        line = dict(matter_id=report['matter_id'], number=report['number'], line=self.number(),
                    decided_matter_id=decision['matter_id'], decided_number=decision['number'])
        begin = 'with '
        if self.chance(0.6):            # it is received
            meeting = 10 * report['to_body_id'] + self.number()
            report.update(meeting_id=meeting, position=self.number(4), received_on=self.day_of(meeting), handed_over_on=None)
            begin = self.taken_up(meeting, report['position'], report['matter_id'], kind='noting', outcome='noted') + ', '
        return '%s made as (%s), told as (%s) %s' % (
            begin, self.written('delegated_decision', decision), self.written(
                'delegation_report', report, ' on conflict (matter_id, number) do update set body_id = excluded.body_id, to_body_id = excluded.to_body_id, '
                'meeting_id = excluded.meeting_id, position = excluded.position, received_on = excluded.received_on'),
            self.written('delegation_report_item', line))

    def settle(self):
        """The council decides a motion: after preparation, without, or as urgent."""
        motion, meeting, position = dict(self.row_motion(), council_id=3, raised_on='2025-03-01'), 30 + self.number(), self.number(4)
        if self.chance(0.3):
            return 'with decided as (%s) %s' % (
                self.written('decision', dict(self.row_decision(), meeting_id=meeting, position=position, kind='settling')),
                self.written('abstention', dict(self.row_abstention(), meeting_id=meeting, position=position)))
        return '%s %s' % (self.taken_up(meeting, position, motion['matter_id'], kind='settling', outcome='approved', on_behalf_of=None, delegation_id=None),
                          self.written('motion', motion))

    def report_again(self):
        """A report tells of what stands in another; or both have been received."""
        return 'insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number, meeting_id, position, point) ' \
            'select r.matter_id, r.number, %d, i.decided_matter_id, i.decided_number, i.meeting_id, i.position, i.point ' \
            'from delegation_report_item i join delegation_report r on (r.matter_id, r.number) <> (i.matter_id, i.number) ' \
            'where r.received_on is not null order by 1, 2, i.matter_id, i.number, i.line limit 1 on conflict do nothing' % self.number(9)

    def raise_motion(self):
        motion = self.row_motion()
        return 'with raised as (insert into motion (%s) %s) insert into motion_mover (matter_id, person_id) values (%d, %d)' % (
            ', '.join(motion), shapes.values([motion]), motion['matter_id'], self.number(9))

    def measure(self):
        """A goal with an indicator, and what was measured by it."""
        matter, number = self.pick(*MATTERS), self.number(2)
        policy = dict(self.row_policy_document(), matter_id=matter, meeting_id=None, position=None, point=None)
        goal = dict(self.row_goal(), matter_id=matter, number=number)
        indicator = dict(self.row_indicator(), matter_id=matter, number=number, goal=number)
        measurement = dict(self.row_measurement(), matter_id=matter, indicator=number)
        return 'with adopted as (%s), wanted as (%s), defined as (%s) %s' % (
            self.written('policy_document', policy), self.written('goal', goal), self.written('indicator', indicator),
            self.written('measurement', measurement))

    def undone(self, statement):
        """Something else is written first and taken back, and then this."""
        other = self.act()
        if any(s.startswith(('copy', 'select', 'with w ')) for s in (other, statement)):
            return statement            # PL/pgSQL knows no COPY, and no result that nobody takes
        return "do $act$\nbegin\n\tbegin\n\t\t%s;\n\t\traise exception 'undone';\n\texception when others then\n\t\tnull;\n\tend;\n\t%s;\nend\n$act$" % (
            other, statement)

    def withdraw(self):
        return 'update decision set withdrawn_at = %s where meeting_id = %d and position = %d' % (
            literal(self.perhaps('2025-06-01T10:00:00', 0.6)), self.meeting(), self.number(4))

    def post(self):
        """A letter with two signatures, most of them of different roles."""
        letter = dict(self.row_letter(), number=self.number(4), body_id=2, dispatched_on=self.perhaps('2025-04-10', 0.9))
        signatures = [dict(self.row_letter_signature(), matter_id=letter['matter_id'], number=letter['number']) for _ in range(9)]
        other = next((s for s in signatures if s['role'] != signatures[0]['role']), signatures[1])
        return 'with sent as (insert into letter (%s) %s) insert into letter_signature (%s) %s' % (
            ', '.join(letter), shapes.values([letter]), ', '.join(other), shapes.values([signatures[0], other]))

    def act(self):
        """A statement of SQL."""
        if self.chance(0.3):
            return self.pick(self.post, self.about, self.about, self.withdraw, self.unprepared, self.existing, self.move,
                             self.lifetime, self.lifetime, self.words, self.admit, self.handle, self.handle, self.ask, self.report, self.report_again, self.settle, self.raise_motion, self.measure, self.measure)()
        table = self.rng.choice(WEIGHED)
        act = self.pick(self.insert, self.insert, self.insert, self.update, self.update, self.delete)
        return act(table)

    def next(self):
        """A statement, now and then of one that is taken back and another."""
        statement = self.act()
        if self.chance(0.05):
            statement = self.undone(statement)
        return statement


# how many of the first columns are the key
KEYS = dict(
    abstention=4, activity=2, area=2, area_set=1, assignment=2, assignment_body=3, assignment_report=3, attendance=4, body_succession=2, case_series=2,
    claim=2, decision=3, delegated_decision=2, delegation=1, delegation_report=2, delegation_report_item=3, dispatch=2, document=2, document_author=3,
    document_signatory=3, fee_rate=1, follow_up=2, funding=2, goal=2, goal_link=2, hindrance=1, indicator=2, letter=2, letter_signature=3, matter=1,
    measurement=3, membership=1, motion=1, motion_mover=2, motion_report=2, office=1, party=1, person=1, policy_document=1, policy_word=2,
    referral=2, referral_answer=3, referral_recipient=3, seat_category=2, term=2, term_definition=2)
TABLES = sorted(KEYS) + ['agenda_item', 'body', 'meeting']
# tables that no rule looks at
PLAIN = ['area', 'area_set', 'assignment', 'assignment_body', 'assignment_report', 'case_series', 'document_author', 'document_signatory', 'fee_rate',
         'follow_up', 'funding', 'goal_link', 'motion_report', 'party', 'person', 'policy_word', 'seat_category', 'term', 'term_definition']
OFTEN = dict(dict.fromkeys(PLAIN, 0.5), decision=8, letter=7, letter_signature=7, attendance=1, body_succession=1, hindrance=1, matter=2, membership=1, indicator=6)
WEIGHED = [t for t in sorted(KEYS) for _ in range(int(2 * OFTEN.get(t, 3)))]
