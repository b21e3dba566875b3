"""What the catalogue says of votes, decisions, rights and reservations."""
from model import covers, rule
from rules_election import rests
from rules_minutes import is_signed

FITTING = {
    'settling': ('approved', 'rejected', 'answered', 'written_off', 'other'),
    'procedural': ('approved', 'rejected', 'tabled', 'referred_back', 'adjourned', 'other'),
    'election': ('elected', 'other'),
    'opinion': ('approved', 'rejected', 'answered', 'other'),
    'noting': ('noted', 'other'),
}


def events(m, item):
    return m.rows('vote_event', item)


def open_events(m, item):
    return [e for e in events(m, item) if e['kind'] == 'open']


ADOPTED = {
    'approve': ('approved', 'elected', 'answered', 'noted', 'other'),
    'amend': ('approved', 'elected', 'answered', 'noted', 'other'),
    'reject': ('rejected', 'other'),
    'table': ('tabled', 'other'),
    'refer_back': ('referred_back', 'other'),
}


def proposed(m, item, number):
    """The kind of a proposal."""
    return next((p['kind'] for p in m.rows('proposal', item, number=number)), None)


def tabling(m, item, number):
    """Is it a proposal to put the item off?"""
    return proposed(m, item, number) in ('table', 'refer_back')


def electing(m, item):
    """Is somebody elected in the item, or to be?"""
    return bool(m.rows('election', item)) or any(d['kind'] == 'election' and d['outcome'] not in ('tabled', 'referred_back', 'adjourned') for d in m.standing(item))


def by_lot(event):
    return event['subject'] in ('election', 'employment')


def winner(m, item, event):
    """yes, no or None."""
    yes, no, chair = m.count(item, event['number'])
    share = m.value('minority_tabling')
    if share is not None and tabling(m, item, event['yes_proposal']) and not item['minority_tabled'] and not electing(m, item):
        # L23: so many of those present are enough; of nobody, none are
        present = len(m.serving(item, 'decided'))
        if present and yes >= m.share(share, present):
            return 'yes'
    if yes != no:
        return 'yes' if yes > no else 'no'
    if by_lot(event):
        return event.get('lot')
    return chair if chair in ('yes', 'no') else None


@rule('voter_serves', 'item')
def voter_serves(m, item, value):
    """L10, L16: only those with a seat at the table vote; an item not taken up has nobody there yet."""
    return item['handled'] is not None and any(v['person_id'] not in m.serving(item, 'decided') for v in m.rows('vote', item))


@rule('vote_before_gavel', 'item')
def vote_before_gavel(m, item, value):
    """L7: called before the gavel of its item, and of the decision that rests on it."""
    gavels = {e['number']: [item['decided_at']] + [d['decided_at'] for d in m.standing(item) if d['vote_number'] == e['number']]
              for e in events(m, item)}
    return any(e['called_at'] is not None and any(g is not None and g < e['called_at'] for g in gavels[e['number']]) for e in events(m, item))


@rule('vote_open', 'item')
def vote_open(m, item, value):
    return any(e['kind'] == 'closed' and not by_lot(e) for e in events(m, item))


@rule('vote_secrecy', 'item')
def vote_secrecy(m, item, value):
    for e in events(m, item):
        ballots = [v['choice'] == 'ballot' for v in m.rows('vote', item, number=e['number'])]
        if e['kind'] == 'open' and m.rows('ballot_tally', item, number=e['number']):
            return True
        if (e['kind'] == 'closed' and not all(ballots)) or (e['kind'] == 'open' and any(ballots)):
            return True
    return False


@rule('chair_votes', 'item')
def chair_votes(m, item, value):
    """L8: the chair votes where a complete vote stands even."""
    for e in open_events(m, item):
        votes = m.rows('vote', item, number=e['number'])
        complete = votes and (rests(m, item, e) or (item['handled'] is not None and len(votes) >= len(m.serving(item, 'decided'))))
        if complete and not by_lot(e) and winner(m, item, e) is None and m.chair(item) is not None:
            return True
    return False


@rule('decision_follows_vote', 'item')
def decision_follows_vote(m, item, value):
    """L7: the side that won is what is decided."""
    for d in m.standing(item):
        event = [e for e in events(m, item) if e['number'] == d['vote_number']]
        if not event or d['kind'] == 'election' and any(e['vote_number'] == d['vote_number'] for e in m.rows('election', item)):
            continue                    # ballots for candidates have no sides
        won = winner(m, item, event[0])
        if won is None:
            return True
        proposal = event[0][won + '_proposal']
        if proposal is not None:
            # what won is adopted, and the outcome agrees with its kind
            kind = proposed(m, item, proposal)
            if d['proposal_number'] != proposal or kind is not None and d['outcome'] not in ADOPTED[kind]:
                return True
            continue
        against = {'yes': ('rejected',), 'no': ('approved', 'tabled', 'referred_back', 'adjourned', 'elected')}
        if d['outcome'] in against[won]:
            return True
    return False


@rule('vote_subject', 'item')
def vote_subject(m, item, value):
    fits = {'settling': ('settling', 'employment'), 'opinion': ('settling',), 'noting': ('settling', 'procedural'),
            'procedural': ('procedural',), 'election': ('election',)}
    return any(e['number'] == d['vote_number'] and e['subject'] not in fits[d['kind']]
               for d in m.standing(item) for e in events(m, item))


@rule('lot_in_elections', 'item')
def lot_in_elections(m, item, value):
    return any(e.get('lot') is not None and not by_lot(e) for e in events(m, item))


@rule('majority_tabling', 'item')
def majority_tabling(m, item, value):
    """L23: put off where the majority votes for it, and only then."""
    votes = [winner(m, item, e) for e in events(m, item) if tabling(m, item, e['yes_proposal'])]
    put_off = any(d['outcome'] in ('tabled', 'referred_back') for d in m.standing(item))
    settled = any(d['kind'] in ('settling', 'opinion', 'election') for d in m.standing(item))
    return settled and 'yes' in votes or put_off and bool(votes) and 'yes' not in votes


@rule('decision_kind', 'item')
def decision_kind(m, item, value):
    return any(d['outcome'] not in FITTING[d['kind']] or (item['kind'] == 'information' and d['kind'] == 'settling')
               for d in m.standing(item))


@rule('mandate', 'item')
def mandate(m, item, value):
    """A committee decides, on its own behalf or its parent's."""
    return any(d['on_behalf_of'] not in (None, m.body.row['parent_id']) for d in m.standing(item))


def by_delegation(m, item):
    return [d for d in m.standing(item) if d['on_behalf_of'] is not None or d.get('delegation_id') is not None]


@rule('decision_delegated', 'item')
def decision_delegated(m, item, value):
    """A29: what is decided on another body's behalf rests on a delegation to this one, in force on the day."""
    def rests_on(d, g):
        return (g['from_body_id'] == d['on_behalf_of'] and d.get('delegation_id') in (None, g['id']) and covers(g['valid'], m.day) and
                g['person_id'] is None and g['office'] is None and g['employee'] is None)
    return any(not any(rests_on(d, g) for g in m.body.rows('delegation')) for d in by_delegation(m, item))


@rule('decision_delegable', 'item')
def decision_delegable(m, item, value):
    """L3: what the law keeps for the board is not decided in its place."""
    return any(d.get('subject') not in (None, 'ordinary') and d['kind'] not in ('procedural', 'noting') for d in by_delegation(m, item))


@rule('abstention_entitled', 'item')
def abstention_entitled(m, item, value):
    return item['handled'] is not None and any(
        a['person_id'] not in m.serving(item, 'decided') for a in m.rows('abstention', item))


@rule('duty_to_decide', 'item')
def duty_to_decide(m, item, value):
    """L8: who handles a matter of authority takes part in deciding it."""
    if not item['exercise_of_authority']:
        return False
    for d in m.standing(item):
        if d['kind'] != 'settling':
            continue
        elections = {e['number'] for e in m.rows('vote_event', item) if e['subject'] == 'election'}
        voted = {v['person_id'] for v in m.rows('vote', item) if v['choice'] != 'abstain' and v['number'] not in elections}
        if m.rows('abstention', item, point=d['point']) or any(
                v['choice'] == 'abstain' and v['person_id'] not in voted for v in m.rows('vote', item, number=d['vote_number'])):
            return True
    return False


@rule('reservation_entitled', 'item')
def reservation_entitled(m, item, value):
    """L9: one who took part in the decision."""
    if item['handled'] is None:
        return False
    for r in m.rows('reservation', item):
        decision = next(iter(m.rows('decision', item, point=r['point'])), None)
        if decision is None:
            continue
        abstained = any(v['person_id'] == r['person_id'] and v['choice'] == 'abstain'
                        for v in m.rows('vote', item, number=decision['vote_number']))
        if r['person_id'] not in m.serving(item, 'decided') or abstained or \
                m.rows('abstention', item, point=r['point'], person_id=r['person_id']):
            return True
    return False


@rule('reservation_timely', 'item')
def reservation_timely(m, item, value):
    closed = m.row['closed_at']
    return closed is not None and any(r['announced_at'] > closed for r in m.rows('reservation', item))


@rule('agreement_kept', 'item', asked=('meeting', 'attestation', 'decision'))
def agreement_kept(m, item, value):
    """I2: no meeting is closed over an agreement that reservations have taken away."""
    needed = m.value('decision_agreement')
    if needed is None or item['handled'] is None or m.row['closed_at'] is None and not is_signed(m, item):
        return False
    needed = m.required(needed)
    return any(d['kind'] == 'settling' and m.agreeing(item, d, True) < needed <= m.agreeing(item, d) for d in m.standing(item))
