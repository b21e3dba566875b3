"""What the catalogue says of announcing and summoning, and of items that nobody was told of.

Kommunallagen asks some of this of the council alone; a committee's regulation
may ask it too, and does in some histories.
"""
import datetime

from model import rule
from rules_decision import tabling, winner
from rules_meeting import easter

WHOLE = ('meeting', 'agenda_item', 'attendance', 'recusal', 'vote_event', 'vote', 'decision', 'abstention')


def rest_day(day):
    """A Sunday or a holiday; a Saturday is a weekday (D)."""
    midsummer = day.month == 6 and day.weekday() == 5 and 20 <= day.day <= 26
    all_saints = day.weekday() == 5 and (day.month, day.day) >= (10, 31) and (day.month, day.day) <= (11, 6)
    return day.weekday() == 6 or midsummer or all_saints or (day - easter(day.year)).days in (-2, 1, 39) or \
        (day.month, day.day) in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))


def last_day(m, days):
    """L22: so many days ahead; the weekday before, where it is urgent."""
    day = datetime.date.fromisoformat(m.day)
    if not m.row['urgent']:
        return (day - datetime.timedelta(days=days)).isoformat()
    day -= datetime.timedelta(days=1)
    while rest_day(day):
        day -= datetime.timedelta(days=1)
    return day.isoformat()


def has_decided(m):
    return any(m.standing(i) for i in m.items)


@rule('meeting_announced', 'meeting')
def meeting_announced(m, value):
    return has_decided(m) and not any(d['issued_at'][:10] <= last_day(m, int(value or 7)) for d in m.rows('meeting_document', kind='announcement'))


def told(m, role):
    """When those with seats were told, or None."""
    said = {s['person_id']: s['told_at'] for s in m.rows('summons')}
    return [said.get(p) for p in {s['person_id'] for s in m.body.rows('membership') if m.body.seats_of(s['person_id'], m.day, *role)}]


@rule('summons_sent', 'meeting')
def summons_sent(m, value):
    """A18, L22; with no days ahead: before the start."""
    days = int(value or 0)
    return has_decided(m) and any(
        t is None or t >= m.row['starts_at'] or (days > 0 or m.row['urgent']) and t[:10] > last_day(m, days) for t in told(m, ('member', 'substitute')))


@rule('substitutes_told', 'meeting')
def substitutes_told(m, value):
    """L11: before the meeting starts."""
    return has_decided(m) and any(t is None or t >= m.row['starts_at'] for t in told(m, ('substitute',)))


def of_all(m, item, decision):
    """Is it the decision of all who are present?  At an item that was not taken up, nobody is."""
    if item['handled'] is None:
        return True
    if decision['vote_number'] is None:
        return not any(m.rows(table, item, point=decision['point']) for table in ('reservation', 'abstention'))
    votes = {v['person_id']: v['choice'] for v in m.rows('vote', item, number=decision['vote_number'])}
    sides = {votes.get(p) for p in m.serving(item, 'decided')} | set(votes.values())
    return len(sides) == 1 and sides <= {'yes', 'no'}


@rule('item_announced', 'item', asked=WHOLE)
def item_announced(m, item, value):
    """L22, KL 5:52: the first decision is that of all, to take it up."""
    standing = sorted(m.standing(item), key=lambda d: d['point'])
    if item['announced'] or not any(d['kind'] in ('settling', 'election', 'opinion') for d in standing):
        return False
    first = standing[0]
    return not (first['kind'] == 'procedural' and first['outcome'] == 'approved' and of_all(m, item, first))


@rule('unprepared_agreed', 'item', asked=WHOLE)
def unprepared_agreed(m, item, value):
    """L20, KL 5:33: all agree on what settles it."""
    return item['unprepared'] and any(d['kind'] == 'settling' and not of_all(m, item, d) for d in m.standing(item))


@rule('minority_tabling', 'item')
def minority_tabling(m, item, value):
    """L23, KL 5:50: a third of those present put it off, once."""
    won = [winner(m, item, e) for e in m.rows('vote_event', item) if tabling(m, item, e['yes_proposal'])]
    put_off = any(d['outcome'] in ('tabled', 'referred_back') for d in m.standing(item))
    settled = any(d['kind'] in ('settling', 'opinion', 'election') for d in m.standing(item))
    return settled and 'yes' in won or put_off and bool(won) and 'yes' not in won
