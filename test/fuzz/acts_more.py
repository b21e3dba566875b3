"""More random acts: words, elections, minutes, and what bodies decide about people."""
import acts
from acts import MEMBERS, PEOPLE, at, day


class Generator(acts.Generator):
    def place(self, mid):
        """An item by its key."""
        item = self.pick(self.rows('agenda_item', mid))
        return item and dict(meeting_id=mid, position=item['position'])

    def following(self, table, mid, place):
        """The next number in an item."""
        return max([r['number'] for r in self.rows(table, mid) if r['position'] == place['position']] + [0]) + 1

    def somebody(self, mid, item=None, good=0.8):
        people = [a['person_id'] for a in self.present(mid, item and item['handled'])]
        return self.pick(people, 1) if self.chance(good) else self.pick(PEOPLE)

    # ---- words, and who is kept out ----

    def act_say(self, mid):
        rows, place = self.rows('statement', mid), self.place(mid)
        if place is None:
            return None
        kind = self.pick(['speech', 'speech', 'presentation', 'note', 'special_statement'])
        if rows and self.chance(0.35):
            row = self.pick(rows)
            return self.pick([lambda: self.delete('statement', self.some(rows, 3)), lambda: self.update('statement', [row], kind=kind),
                              lambda: self.update('statement', [row], person_id=self.pick(PEOPLE))])()
        people = [a['person_id'] for a in self.rows('attendance', mid)]
        first = self.following('statement', mid, place)
        return self.insert('statement', [dict(
            place, number=first + n, person_id=self.pick(people, 1) if self.chance(0.85) else self.pick(PEOPLE), kind=kind, text='Ord\tskiljt')
            for n in range(self.pick([1, 1, 2]))])

    def act_propose(self, mid):
        rows, place = self.rows('proposal', mid), self.place(mid)
        if place is None:
            return None
        if rows and self.chance(0.3):
            row = self.pick(rows)
            return self.pick([lambda: self.delete('proposal', [row]), lambda: self.update('proposal', [row], person_id=self.pick(PEOPLE)),
                              lambda: self.update('proposal', [row], kind=self.pick(['approve', 'amend', 'reject', 'table', 'refer_back']))])()
        return self.insert('proposal', [dict(place, number=self.following('proposal', mid, place), person_id=self.somebody(mid),
                                             kind=self.pick(['approve', 'amend', 'reject', 'table', 'refer_back']), text='Förslag')])

    def act_exclude(self, mid):
        rows, place = self.rows('exclusion', mid), self.place(mid)
        if place is None:
            return None
        if rows and self.chance(0.4):
            return self.pick([lambda: self.delete('exclusion', self.some(rows, 2)), lambda: self.update('exclusion', [self.pick(rows)], reason=self.pick(['Skäl', ' ']))])()
        person = self.pick([16, 16, 16, 17, 18, 24, 3, 9])
        items = self.some(self.rows('agenda_item', mid), 3) if self.chance(0.7) else self.rows('agenda_item', mid)
        return self.insert('exclusion', [dict(meeting_id=mid, position=i['position'], person_id=person, reason='Personalärende') for i in items])

    # ---- votes about putting off, and votes on proposals ----

    def script_proposals(self, mid):
        """A vote between proposals, or about putting the item off, and a decision."""
        item = self.pick(self.undecided(mid))
        if item is None:
            return
        place = dict(meeting_id=mid, position=item['position'])
        yes, no = self.following('proposal', mid, place), None
        kind = self.pick(['table', 'refer_back', 'approve', 'amend'])
        proposals = [dict(place, number=yes, person_id=self.somebody(mid, item), kind=kind, text='Ja')]
        if self.chance(0.5):
            no = yes + 1
            proposals.append(dict(place, number=no, person_id=self.somebody(mid, item), kind=self.pick(['reject', 'reject', 'amend']), text='Nej'))
        yield self.insert('proposal', proposals)
        number = self.following('vote_event', mid, place)
        subject = 'procedural' if kind in ('table', 'refer_back') else 'settling'
        yield self.insert('vote_event', [dict(place, number=number, kind='open', subject=subject, yes_proposal=yes, no_proposal=no,
                                              called_at=self.pick([None, item['decided_at'], item['opened_at'], at(self.day(mid), 300)]))])
        lean = self.pick([0.8, 0.5, 0.3])
        votes = [dict(place, number=number, person_id=a['person_id'], choice='yes' if self.chance(lean) else 'no')
                 for a in self.present(mid, item['handled'])]
        if not votes:
            return
        yield self.insert('vote', list({v['person_id']: v for v in votes}.values()))
        won = self.pick(['yes', 'yes', 'no']) if self.chance(0.1) else \
            'yes' if 2 * sum(v['choice'] == 'yes' for v in votes) > len(votes) else 'no'
        adopted = {'yes': yes, 'no': no}[won]
        outcome = {'table': 'tabled', 'refer_back': 'referred_back'}.get(kind, 'approved') if won == 'yes' else \
            'rejected' if no is None or proposals[-1]['kind'] == 'reject' else 'approved'
        put_off = outcome in ('tabled', 'referred_back')
        rests = self.chance(0.8) and (won == 'yes' or subject == 'settling')
        yield self.insert('decision', [self.decision(
            mid, item['position'], kind='procedural' if put_off else 'settling', outcome=outcome if self.chance(0.9) else self.pick(['approved', 'rejected', 'tabled']),
            vote_number=number if rests else None, proposal_number=adopted if rests and self.chance(0.9) else None)])

    def day(self, mid):
        return self.meeting(mid)['day']

    # ---- elections ----

    def script_elect(self, mid):
        item = self.pick(self.undecided(mid))
        if item is None:
            return
        place = dict(meeting_id=mid, position=item['position'])
        number = self.following('election', mid, place)
        method = self.pick(['acclamation', 'majority', 'majority', 'proportional'])
        seats = self.pick([1, 1, 2, 3])
        people = self.rng.sample(list(MEMBERS), self.rng.randint(1, 4) if method != 'acclamation' or self.chance(0.1) else min(seats, self.pick([1, 2])))
        vote = None
        if method != 'acclamation':
            vote = self.following('vote_event', mid, place)
            yield self.insert('vote_event', [dict(place, number=vote, kind='closed', subject='election')])
            voters = sorted({a['person_id'] for a in self.present(mid, item['handled'])})
            if voters:
                yield self.insert('vote', [dict(place, number=vote, person_id=p, choice='ballot') for p in voters])
        yield self.insert('election', [dict(place, number=number, purpose='Justerare', seats=seats, method=method, vote_number=vote)])
        lists = {p: self.pick(['A', 'A', 'B']) for p in people}
        ranks = {p: 1 + sum(lists[q] == lists[p] for q in people[:n]) for n, p in enumerate(people)}
        yield self.insert('candidate', [dict(place, number=number, person_id=p, list=lists[p] if method == 'proportional' else None,
                                             rank=ranks[p] if method == 'proportional' else None, lot=n + 1 if self.chance(0.7) else None)
                                        for n, p in enumerate(people)])
        if vote is not None and voters:
            left, lines = len(voters), []
            for n, one in enumerate(sorted(set(lists.values())) if method == 'proportional' else people):
                ballots = left if self.chance(0.1) else self.rng.randint(0, left)
                left -= ballots
                lines.append(dict(place, number=vote, line=n + 1, choice='list' if method == 'proportional' else 'candidate',
                                  person_id=None if method == 'proportional' else one, list=one if method == 'proportional' else None, ballots=ballots))
            if self.chance(0.9):
                lines.append(dict(place, number=vote, line=9, choice='blank', person_id=None, list=None, ballots=left))
            yield self.insert('ballot_tally', lines)
        yield self.insert('decision', [self.decision(mid, item['position'], kind='election', outcome='elected',
                                                     vote_number=vote if self.chance(0.5) else None)])

    def act_election(self, mid):
        """Something about an election is corrected."""
        elections, candidates, lines = self.rows('election', mid), self.rows('candidate', mid), self.rows('ballot_tally', mid)
        event = self.pick(e for e in self.rows('vote_event', mid) if e['kind'] == 'closed')
        if not elections or not candidates:
            return None
        row, candidate, line = self.pick(elections), self.pick(candidates), self.pick(lines)
        ways = [lambda: self.update('candidate', [candidate], lot=self.pick([None, 1, 2, 3])),
                lambda: self.delete('candidate', [candidate]),
                lambda: self.update('candidate', [candidate], rank=self.pick([None, 1, 2]), list=self.pick(['A', 'B', None])),
                lambda: self.update('election', [row], seats=self.rng.randint(1, 3)),
                lambda: self.update('election', [row], method=self.pick(['acclamation', 'majority', 'proportional'])),
                lambda: self.delete('election', [row]),
                lambda: self.insert('candidate', [dict({c: row[c] for c in ('meeting_id', 'position', 'number')}, person_id=self.pick(PEOPLE), list=None, rank=None, lot=None)])]
        if line:
            ways += [lambda: self.update('ballot_tally', [line], ballots=self.rng.randint(0, 4)), lambda: self.delete('ballot_tally', self.some(lines, 2))]
        if event:
            ways += [lambda: self.update('vote_event', [event], subject=self.pick(['election', 'employment', 'settling'])),
                     lambda: self.update('vote_event', [event], kind='open'),
                     lambda: self.insert('ballot_tally', [dict({c: event[c] for c in ('meeting_id', 'position', 'number')}, line=self.rng.randint(1, 9),
                                                               choice=self.pick(['blank', 'invalid', 'yes', 'no']), person_id=None, list=None, ballots=self.rng.randint(0, 3))])]
        return self.pick(ways)()

    # ---- items that come back, sittings ----

    def act_continue(self, mid):
        row = self.pick(self.rows('agenda_item', mid))
        others = [i for m in self.state.every('meeting') for i in self.rows('agenda_item', m['id'])]
        other = self.pick(others)
        if row is None or other is None:
            return None
        if self.chance(0.3):
            return self.update('agenda_item', [row], continues_meeting_id=None, continues_position=None)
        return self.update('agenda_item', [row], continues_meeting_id=other['meeting_id'], continues_position=other['position'])

    def act_sit(self, mid):
        rows, date = self.rows('sitting', mid), self.day(mid)
        if rows and self.chance(0.5):
            return self.delete('sitting', [self.pick(rows)]) if self.chance(0.5) else \
                self.update('sitting', [self.pick(rows)], closed_at=self.pick([None, at(date, 200), at(date, 400)]))
        number = len(rows) + 1
        if number > 2:
            return None
        start = at(date, self.pick([0, 0, 0, 60])) if number == 1 else at(self.pick([date, date, day(date, -1)]), self.pick([100, 250, 320]))
        return self.insert('sitting', [dict(meeting_id=mid, number=number, opened_at=start, closed_at=self.pick([None, at(date, 450)]), first_item=None)])

    def act_document(self, mid):
        rows, date = self.rows('meeting_document', mid), self.day(mid)
        if rows and self.chance(0.5):
            return self.pick([lambda: self.delete('meeting_document', self.some(rows, 2)),
                              lambda: self.update('meeting_document', [self.pick(rows)], issued_at=at(day(date, -self.rng.randint(0, 12)), 0))])()
        return self.insert('meeting_document', [dict(meeting_id=mid, kind=self.pick(['announcement', 'summons', 'agenda']), issued_at=at(date, 0), responsible_id=1)])

    def act_summon(self, mid):
        rows, date = self.rows('summons', mid), self.day(mid)
        if rows and self.chance(0.5):
            return self.pick([lambda: self.delete('summons', self.some(rows, 3)), lambda: self.update('summons', self.some(rows, 3), told_at=at(day(date, -1), 0))])()
        return self.insert('summons', [dict(meeting_id=mid, person_id=p, told_at=at(day(date, -2), 0)) for p in self.some(PEOPLE, 4)])

    # ---- minutes ----

    def script_minutes(self, mid):
        """The meeting is closed, its minutes are written and signed."""
        row = self.meeting(mid)
        handled = sorted(i['handled'] for i in self.handled(mid))
        if row is None or not handled:
            return
        immediate = self.chance(0.2)
        yield self.insert('adjuster', [dict(meeting_id=mid, person_id=self.somebody(mid, None, 0.95), position=self.rows('agenda_item', mid)[0]['position'],
                                            alternate=False, from_item=1, to_item=None)])
        if immediate:
            items = sorted(self.some(handled, 2))
            yield self.insert('minutes', [dict(meeting_id=mid, number=1, items=items, immediate=True, responsible_id=self.pick([1, 1, None, 2])),
                                          dict(meeting_id=mid, number=2, items=None, immediate=False, responsible_id=self.pick([1, 1, None, 3]))])
        else:
            yield self.insert('minutes', [dict(meeting_id=mid, number=1, items=None, immediate=False, responsible_id=self.pick([1, 1, 1, 4]))])
            row = self.meeting(mid)
            if row and row['closed_at'] is None:
                yield self.update('meeting', [row], closed_at=at(row['day'], 300))
        date = self.meeting(mid) and self.day(mid)
        if date is None:
            return
        signed = at(date, self.pick([310, 310, 310, 20, 60])) if not immediate else at(date, self.pick([60, 60, 15]))
        chairs = sorted({p['person_id'] for p in self.rows('presiding', mid)}) or [1]
        adjusters = sorted({a['person_id'] for a in self.rows('adjuster', mid)}) or [3]
        signatures = [dict(meeting_id=mid, number=1, person_id=p, role='chair', signed_at=signed) for p in chairs] + \
            [dict(meeting_id=mid, number=1, person_id=p, role='adjuster', signed_at=signed) for p in adjusters]
        if self.chance(0.5):
            yield self.insert('attestation', signatures)
        else:
            for one in signatures:
                yield self.insert('attestation', [one])
        if self.chance(0.7):
            yield self.insert('public_notice', [dict(id=next(self.ids), meeting_id=mid, number=1, posted_on=self.pick([date, day(date, 1), day(date, -1)]),
                                                     kept_at=self.pick(['Kansliet', 'Kansliet', ' ']), taken_down_on=None)])
        item = self.pick(self.rows('agenda_item', mid))
        if item and self.chance(0.5):
            yield self.correction(mid, item)
        if immediate:
            row = self.meeting(mid)
            if row and row['closed_at'] is None:
                yield self.update('meeting', [row], closed_at=at(date, 300))
            yield self.insert('attestation', [dict(one, number=2, signed_at=at(date, 310)) for one in signatures])

    def act_minutes(self, mid):
        """What is written about minutes that are there, or a signature that should not be."""
        rows, given = self.rows('minutes', mid), self.rows('attestation', mid)
        date, item = self.day(mid), self.pick(self.rows('agenda_item', mid))
        if not rows:
            return None
        row = self.pick(rows)
        ways = [
            lambda: self.insert('attestation', [dict(meeting_id=mid, number=row['number'], person_id=self.pick([1, 1, 2, 3, 4, 9, 18]),
                                                     role=self.pick(['chair', 'adjuster']), signed_at=at(date, self.pick([310, 20])))]),
            lambda: self.update('minutes', [row], responsible_id=self.pick([1, 2, 3, None])),
            lambda: self.update('minutes', [row], items=self.pick([None, [1], [1, 2], [2]])),
            lambda: self.delete('minutes', [row]),
            lambda: self.insert('minutes', [dict(meeting_id=mid, number=len(rows) + 1, items=self.pick([None, [1], [3], [2, 3]]), immediate=self.chance(0.3), responsible_id=1)]),
            lambda: self.insert('public_notice', [dict(id=next(self.ids), meeting_id=mid, number=row['number'], posted_on=day(date, self.pick([0, 1, 2])),
                                                       kept_at='Kansliet', taken_down_on=None)])]
        if given:
            ways += [lambda: self.delete('attestation', self.some(given, 2)),
                     lambda: self.update('attestation', [self.pick(given)], signed_at=at(date, self.pick([310, 320, 20]))),
                     lambda: self.insert('attestation', [self.later(mid, row)])]
        if item:
            ways += [lambda: self.correction(mid, item)] * 2
        for table, columns in (('public_notice', dict(kept_at=self.pick(['Arkivet', ' ']))), ('correction', dict(new_text='c')), ('seal', dict(content='x'))):
            there = self.rows(table, mid)
            if there and table == 'seal':
                ways.append(lambda: self.seal(mid))
            elif there:
                ways += [lambda t=table, r=there: self.delete(t, [self.pick(r)]), lambda t=table, r=there, c=columns: self.update(t, [self.pick(r)], **c)]
        return self.pick(ways)()

    def correction(self, mid, item):
        return self.insert('correction', [dict(id=next(self.ids), meeting_id=mid, position=item['position'], old_text='a', new_text='b', reason='Fel',
                                               corrected_by=15, corrected_at=at(day(self.day(mid), 20), 0))])

    def seal(self, mid):
        """A seal by hand: its id is the database's."""
        row = self.pick(self.rows('seal', mid))
        statement = self.pick(['delete from seal where meeting_id = %d and number = %d', "update seal set content = 'x' where meeting_id = %d and number = %d",
                               "insert into seal (body_id, meeting_id, number, ordinal, format, attested_on, content, hash) "
                               "select body_id, meeting_id, number + 1, ordinal + 1000, format, attested_on, content, hash from seal where meeting_id = %d and number = %d"])
        act = acts.Act(statement % (mid, row['number']), [('seal', row, dict(row, content='x'))])
        act.foreign = True              # the model does not know the row
        return act

    def later(self, mid, row):
        other = self.pick(m for m in self.state.every('meeting') if m['id'] != mid)
        return dict(meeting_id=mid, number=row['number'], person_id=self.pick([1, 1, 2]), role='later_meeting', signed_at=at(self.pick([other['day'], other['day'], self.day(mid)]), 310),
                    hindrance=self.pick(['Avlidit', 'Avlidit', ' ']), later_meeting_id=other['id']) if other else \
            dict(meeting_id=mid, number=row['number'], person_id=1, role='chair', signed_at=at(self.day(mid), 310), hindrance=None, later_meeting_id=None)

    def act_appeal(self, mid):
        rows, decision = self.rows('appeal', mid), self.pick(self.rows('decision', mid))
        if rows and self.chance(0.4):
            return self.delete('appeal', [self.pick(rows)]) if self.chance(0.5) else self.update('appeal', [self.pick(rows)], stay=True)
        return decision and self.insert('appeal', [dict(
            id=next(self.ids), meeting_id=mid, position=decision['position'], point=decision['point'], filed_on=day(self.day(mid), 20), court='Förvaltningsrätten')])

    def act_reason(self, mid):
        row = self.pick(self.rows('reservation', mid))
        when = at(self.day(mid), self.pick([50, 305, 330]))
        return row and self.update('reservation', [row], **self.pick([dict(reasons='Därför', reasons_at=when)] * 4 + [dict(reasons=None, reasons_at=None), dict(reasons='Därför', reasons_at=None)]))

    # ---- bodies, and what they decide about people ----

    def act_body(self, mid):
        row = next(b for b in self.state.every('body') if b['id'] == 2)
        if row['valid'] != '(,)' and self.chance(0.5):
            return self.update('body', [row], valid='(,)', extended_on=self.pick(['2026-01-01', '2026-06-01', None]))
        return self.pick([
            lambda: self.update('body', [row], founded_by=self.pick(['KS § 1/2020', 'KS § 1/2020', ' ', None])),
            lambda: self.update('body', [row], parent_id=self.pick([1, None])),
            lambda: self.update('body', [row], valid=self.pick(['[2020-01-01,)', '[2020-01-01,2027-01-01)', '[2023-03-01,)', '[2020-01-01,2028-01-01)']),
                                **self.pick([{}, dict(extended_on=self.pick(['2026-02-01', '2027-03-01'])), dict(dissolved_on=self.pick(['2026-02-01', '2027-03-01']))]))])()

    def act_succeed(self, mid):
        rows = [s for s in self.state.every('body_succession')]
        if rows:
            return self.delete('body_succession', rows) if self.chance(0.5) else self.update('body_succession', rows, day=self.pick(['2027-01-01', '2028-01-01', self.day(mid)]))
        return self.insert('body_succession', [dict(predecessor_id=2, successor_id=1, day=self.pick(['2027-01-01', '2027-06-01', self.day(mid)]))])

    def act_move(self, mid):
        """A meeting was on another day; the times of its items are not known any more."""
        row, items, decisions = self.meeting(mid), self.rows('agenda_item', mid), self.rows('decision', mid)
        date = day(row['day'], self.pick([-3, -2, -1, 1, 2, 3]))
        with self.plainly():
            moved = [self.update('agenda_item', items, opened_at=None, decided_at=None)] if items else []
            moved += [self.update('decision', decisions, decided_at=None)] if decisions else []
            moved.append(self.update('meeting', [row], day=date, starts_at=at(date, 0), opened_at=at(date, 0), closed_at=None, cancelled_at=None,
                                     **({'called_on': None} if row['called_on'] else {})))
            return self.together(moved)

    def act_cancel(self, mid):
        row = self.meeting(mid)
        if row['cancelled_at']:
            return self.update('meeting', [row], cancelled_at=None, opened_at=at(row['day'], 0))
        return self.update('meeting', [row], cancelled_at=at(day(row['day'], -1), 0), opened_at=None, closed_at=None)

    def act_right(self, mid):
        rows = self.state.rows('attendance_right', 2)
        row = self.pick(rows)
        if row is None or self.chance(0.4):
            return self.insert('attendance_right', [dict(id=next(self.ids), body_id=2, person_id=self.pick(range(15, 25)), valid=self.period(),
                                                         ground=self.pick(['called', 'called', 'other', 'commissioner', 'city_director']), may_deliberate=self.chance(0.5))])
        return self.pick([lambda: self.delete('attendance_right', [row]), lambda: self.update('attendance_right', [row], may_deliberate=not row['may_deliberate']),
                          lambda: self.update('attendance_right', [row], valid=self.period())])()

    def act_hinder(self, mid):
        rows, date = self.state.rows('hindrance', 2), self.day(mid)
        row = self.pick(rows)
        if row is None or self.chance(0.5):
            return self.insert('hindrance', [dict(id=next(self.ids), body_id=2, person_id=self.pick([1, 1, 2, 3]), reason='Sjuk',
                                                  valid=self.pick(['[%s,%s)' % (day(date, -9), day(date, 1)), '[%s,%s)' % (date, day(date, 1))]))])
        return self.pick([lambda: self.delete('hindrance', self.some(rows, 2)), lambda: self.update('hindrance', [row], person_id=self.pick([1, 2, 3]))])()

    def act_request(self, mid):
        rows, asked = self.state.rows('meeting_request', 2), self.state.every('meeting_requester')
        row = self.pick(rows)
        if row is None or len(rows) < 4 and self.chance(0.3):
            return self.insert('meeting_request', [dict(id=next(self.ids), body_id=2, requested_on=day(self.day(mid), self.pick([-7, 0, 1, 20])), subject='Läget')])
        if self.chance(0.6):
            return self.insert('meeting_requester', [dict(request_id=row['id'], person_id=p) for p in self.some(range(1, 12), 3)])
        if asked and self.chance(0.6):
            return self.delete('meeting_requester', self.some(asked, 2))
        return self.update('meeting_request', [row], requested_on=day(self.day(mid), self.pick([-7, 0, 30])))

    WEIGHTS = dict(acts.Generator.WEIGHTS, act_say=4, act_propose=2, act_exclude=2, script_proposals=3, script_elect=3, act_election=3, act_continue=1,
                   act_sit=1, act_document=1, act_summon=1, script_minutes=4, act_minutes=6, act_appeal=0.5, act_reason=1, act_right=0.7, act_hinder=0.7, act_request=1,
                   act_body=0.7, act_succeed=0.4, act_cancel=0.4, act_move=0.5)
