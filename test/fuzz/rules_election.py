"""What the catalogue says of elections, their ballots and lots."""
from fractions import Fraction

from model import rule


def tally(m, item, number):
    return m.rows('ballot_tally', item, number=number)


def chosen(d):
    return d['kind'] == 'election' and d['outcome'] == 'elected'


def elections(m, item):
    return sorted(m.rows('election', item), key=lambda e: e['number'])


def rests(m, item, event):
    """Does a decision rest on the vote?

    One to elect does where there are not elections enough without it.
    """
    others = [e for e in elections(m, item) if e['vote_number'] != event['number']]
    needed = sum(chosen(d) for d in m.standing(item))
    return any(d['vote_number'] == event['number'] for d in m.standing(item)) or \
        len(others) < min(needed, len(elections(m, item)))


@rule('ballots_add_up', 'item')
def ballots_add_up(m, item, value):
    """I24: never more than were handed in, once that is written; all of them, and some, when something rests on the vote."""
    for event in m.rows('vote_event', item, kind='closed'):
        counted = sum(t['ballots'] for t in tally(m, item, event['number']))
        handed_in = len(m.rows('vote', item, number=event['number']))
        if counted > handed_in > 0 or rests(m, item, event) and not 0 < counted == handed_in:
            return True
    return False


@rule('ballots_for_candidates', 'item')
def ballots_for_candidates(m, item, value):
    for e in elections(m, item):
        if e['vote_number'] is None:
            continue
        candidates = m.rows('candidate', item, number=e['number'])
        for t in tally(m, item, e['vote_number']):
            if t['choice'] == 'candidate' and (e['method'] == 'proportional' or t['person_id'] not in {c['person_id'] for c in candidates}):
                return True
            if t['choice'] == 'list' and (e['method'] != 'proportional' or t['list'] not in {c['list'] for c in candidates}):
                return True
    return False


@rule('lot_distinct', 'item')
def lot_distinct(m, item, value):
    for e in elections(m, item):
        lots = [c['lot'] for c in m.rows('candidate', item, number=e['number']) if c['lot'] is not None]
        if len(lots) != len(set(lots)):
            return True
    return False


def settled(m, item, e):
    """Is it clear who is elected?"""
    candidates = m.rows('candidate', item, number=e['number'])
    if e['method'] == 'acclamation':
        return 0 < len(candidates) <= e['seats']
    lines = tally(m, item, e['vote_number']) if e['vote_number'] is not None else []
    if not candidates or not lines:
        return False
    quotient = {}
    for c in candidates:
        person = c['person_id']
        if e['method'] == 'majority':
            quotient[person] = Fraction(sum(t['ballots'] for t in lines if t['choice'] == 'candidate' and t['person_id'] == person))
            continue
        beside = [o for o in candidates if o['list'] == c['list'] and o is not c]
        if c['list'] is None or c['rank'] is None or any(o['rank'] == c['rank'] for o in beside):
            return False
        place = 1 + sum(o['rank'] is not None and o['rank'] < c['rank'] for o in beside)
        quotient[person] = Fraction(sum(t['ballots'] for t in lines if t['choice'] == 'list' and t['list'] == c['list']), place)
    lot = {c['person_id']: c['lot'] for c in candidates}
    for q in {q for q in quotient.values() if q}:
        above = sum(x > q for x in quotient.values())
        equal = [p for p, x in quotient.items() if x == q]
        if above < e['seats'] < above + len(equal) and any(lot[p] is None for p in equal):
            return False                # lots decide, and have not been drawn
    return True


@rule('election_held', 'item')
def election_held(m, item, value):
    """I24: each decision to elect has an election that is settled."""
    needed = sum(chosen(d) for d in m.standing(item))
    return needed > sum(settled(m, item, e) for e in elections(m, item))
