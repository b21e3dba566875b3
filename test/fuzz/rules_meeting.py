"""What the catalogue says of calling, remote participation, presiding, items and times."""
import datetime

from model import MeetingView, covers, filled, instant, rule

PRESIDIUM = ('chair', 'vice_chair', 'second_vice_chair')
SEATED = ('serving_member', 'serving_substitute')


# ---------------------------------------------------------------- the calendar

def easter(year):
    """Gauss's reckoning as Meeus gives it."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return datetime.date(year, f // 31, f % 31 + 1)


def works(day):
    """D: Monday to Friday, less holidays and the three eves."""
    since = (day - easter(day.year)).days
    saturdays_eve = day.weekday() == 4 and (day.month, day.day) >= (6, 19) and (day.month, day.day) <= (6, 25)
    return not (day.weekday() > 4 or since in (-2, 1, 39) or saturdays_eve or
                (day.month, day.day) in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)))


def latest_notice(text, days):
    day = datetime.date.fromisoformat(text)
    while days:
        day -= datetime.timedelta(days=1)
        days -= works(day)
    return day.isoformat()


# ----------------------------------------------------------------- the meeting

@rule('meeting_place', 'meeting')
def meeting_place(m, value):
    called = m.row['opened_at'] or m.rows('summons') or m.rows('meeting_document', kind='summons')
    return bool(called) and not filled(m.row['place'])


@rule('meeting_called', 'meeting')
def meeting_called(m, value):
    """A10, A11: planned, called by whoever acts for the chair, or asked for by enough members; if it is held."""
    row = m.row
    if row['cancelled_at'] is not None:
        return False
    if row['ground'] == 'chair':
        day = row['called_on'] or m.day
        chairs = in_office(m.body, day)
        return row['called_by'] is None or (row['called_by'] != chairs[0] if chairs else not m.body.seats_of(row['called_by'], day))
    if row['ground'] == 'members':
        request = next((r for r in m.state.every('meeting_request') if r['id'] == row['request_id']), None)
        if request is None or request['requested_on'] > m.day:
            return True
        asked = {r['person_id'] for r in m.state.every('meeting_requester') if r['request_id'] == request['id']}
        members = [p for p in asked if m.body.seats_of(p, request['requested_on'], 'member')]
        return len(members) < m.required(m.value('requests_needed'))
    return row['ground'] == 'parent'


@rule('closed_doors', 'meeting')
def closed_doors(m, value):
    return bool(m.row['is_public']) and value == 'true'


@rule('sittings_in_order', 'meeting')
def sittings_in_order(m, value):
    """I26: one after the other, the first on the day, between opening and close."""
    low, high = m.row['opened_at'], m.row['closed_at']
    if high is not None and low is None:
        return True
    last = low or ''
    for n, s in enumerate(sorted(m.rows('sitting'), key=lambda s: s['number'])):
        if n == 0 and s['opened_at'][:10] != m.day or s['opened_at'] < last or high is not None and (s['closed_at'] or s['opened_at']) > high:
            return True
        last = s['closed_at'] or s['opened_at']
    return False


@rule('meeting_cancelled', 'meeting')
def meeting_cancelled(m, value):
    return m.row['cancelled_at'] is not None and any(i['handled'] or m.standing(i) for i in m.items)


@rule('body_lifetime', 'meeting')
def body_lifetime(m, value):
    return m.row['cancelled_at'] is None and not covers(m.body.row['valid'], m.day)


@rule('succession_day', 'meeting')
def succession_day(m, value):
    return any(s['predecessor_id'] == m.body.id and s['day'] <= m.day for s in m.state.every('body_succession'))


# ------------------------------------------------------ taking part at a distance

def remote(m, seated):
    """Who takes part at a distance, and what they have told."""
    if m.row['opened_at'] is None:
        return []
    capacities = SEATED if seated else SEATED + ('non_serving_substitute',)
    people = {a['person_id'] for a in m.rows('attendance') if a['mode'] == 'remote' and a['capacity'] in capacities}
    return [(m.rows('remote_notice', person_id=p) or [None])[0] for p in people]


@rule('remote_allowed', 'meeting')
def remote_allowed(m, value):
    return value == 'false' and bool(remote(m, True))


@rule('remote_notice', 'meeting')
def remote_notice(m, value):
    return any(n is None or n['notified_on'] > latest_notice(m.day, int(value)) for n in remote(m, True))


@rule('remote_reason', 'meeting')
def remote_reason(m, value):
    return any(n is None or not filled(n['reason']) for n in remote(m, True))


def confirmed(code, column):
    @rule(code, 'meeting')
    def check(m, value):
        return value == 'true' and any(n is None or not n[column] for n in remote(m, False))


confirmed('remote_sound_and_picture', 'sound_and_picture')
confirmed('remote_equal_terms', 'equal_terms')
confirmed('remote_premises', 'premises_secure')


def in_office(body, day, kinds=PRESIDIUM):
    """Those of the presidium who can act on a day, in their order."""
    return [p for kind in kinds for p in body.officers(kind, day)[:1] if not body.hindered(p, day)]


@rule('remote_decision', 'meeting')
def remote_decision(m, value):
    """A16: consultation, then decision, then meeting."""
    for n in remote(m, True):
        if n is None or n['granted'] is not True or n['decided_by'] is None or n['decided_at'] is None:
            return True
        day = n['decided_at'][:10]
        chairs = in_office(m.body, day)
        if chairs and n['decided_by'] != chairs[0]:
            return True
        if not chairs and not m.body.seats_of(n['decided_by'], day):
            return True
        if n['decided_at'] > m.row['opened_at']:
            return True
        deputies = [p for p in in_office(m.body, day, PRESIDIUM[1:]) if p != n['decided_by']]
        if deputies and (n['consulted_id'] != deputies[0] or n['consulted_at'] is None or n['consulted_at'] > n['decided_at']):
            return True
    return False


# ------------------------------------------------------------------- presiding

def entry(m, item):
    """The entry of who presides over a decided item."""
    if item['handled'] is None or not m.standing(item):
        return None
    found = [p for p in m.rows('presiding') if p['person_id'] == m.chair(item) and p['from_item'] <= item['handled'] and
             (p['to_item'] is None or item['handled'] <= p['to_item'])]
    return max(found, key=lambda p: p['from_item']) if found else None


@rule('presiding_named', 'item')
def presiding_named(m, item, value):
    return item['handled'] is not None and bool(m.standing(item)) and m.chair(item) is None


@rule('presiding_single', 'meeting')
def presiding_single(m, value):
    rows = sorted(m.rows('presiding'), key=lambda p: p['from_item'])
    return any(a['to_item'] is None or a['to_item'] >= b['from_item'] for a, b in zip(rows, rows[1:]))


@rule('presiding_present', 'item')
def presiding_present(m, item, value):
    p = entry(m, item)
    return p is not None and p['person_id'] not in m.serving(item, 'decided')


@rule('presiding_order', 'item')
def presiding_order(m, item, value):
    """A25: chair, vice chair, and only then one who is designated."""
    p = entry(m, item)
    if p is None:
        return False
    for office in PRESIDIUM:
        holders = m.body.officers(office, m.day)
        if p['ground'] == office:
            return p['person_id'] not in holders
        for holder in holders:
            there = all(holder in m.serving(item, point) for point in ('opened', 'decided'))
            if holder != p['person_id'] and there and not m.body.hindered(holder, m.day):
                return True
    return not m.body.seats_of(p['person_id'], m.day)


# ------------------------------------------------------------- items and times

def times(m, item):
    return [item['opened_at'], item['decided_at']] + [d['decided_at'] for d in m.standing(item)]


@rule('times_in_meeting', 'item')
def times_in_meeting(m, item, value):
    low, high = m.row['opened_at'] or '', m.row['closed_at'] or '9'
    sat = [(s['opened_at'], s['closed_at'] or '9') for s in m.rows('sitting')] or [(low, high)]
    return any(t is not None and not (low <= t <= high and any(a <= t <= b for a, b in sat)) for t in times(m, item))


@rule('handled_once', 'item')
def handled_once(m, item, value):
    return item['handled'] is not None and any(
        i['handled'] == item['handled'] and i['position'] < item['position'] for i in m.items)


@rule('handling_times', 'item')
def handling_times(m, item, value):
    """I23: the points follow each other, within the meeting, and decisions lie within their items."""
    if item['handled'] is None:
        return False
    low, high = m.row['opened_at'] or '', m.row['closed_at'] or '9'
    if any(t is not None and not low <= t <= high for t in (item['opened_at'], item['decided_at'])):
        return True
    begin = item['opened_at'] or item['decided_at']
    if begin and any(
            i['handled'] is not None and i['handled'] < item['handled'] and (i['decided_at'] or i['opened_at'] or '') > begin
            for i in m.items):
        return True
    low, high = item['opened_at'] or low, item['decided_at'] or high
    return any(d['decided_at'] is not None and not low <= d['decided_at'] <= high for d in m.rows('decision', item))


@rule('item_area', 'item')
def item_area(m, item, value):
    return item['area'] is not None and not 1 <= item['area'] <= int(value)


def place(row):
    return row['day'], row['starts_at'], row['id']


@rule('item_continues', 'item')
def item_continues(m, item, value):
    """I27, from both ends, at either of which it may have been admitted."""
    def admitted(meeting, position):
        return any(d['rule'] == 'item_continues' and d['position'] == position for d in m.state.rows('deviation', meeting))
    back = item['continues_meeting_id'], item['continues_position']
    return back[0] is not None and not admitted(*back) and not may_continue(m, item) or any(
        not admitted(other['id'], i['position']) and not may_continue(MeetingView(m.state, m.law, other['id']), i)
        for other in m.state.every('meeting') if other['id'] != m.id
        for i in m.state.rows('agenda_item', other['id'])
        if (i['continues_meeting_id'], i['continues_position']) == (m.id, item['position']))


def may_continue(m, item):
    """An item of an earlier meeting of the body, that was not settled there."""
    if not m.state.rows('meeting', item['continues_meeting_id']):
        return True                     # the key says so
    other = MeetingView(m.state, m.law, item['continues_meeting_id'])
    before = other.item(item['continues_position'])
    return other.body.id == m.body.id and place(other.row) < place(m.row) and \
        not (before and any(d['kind'] == 'settling' for d in other.standing(before)))


@rule('decision_handled', 'item')
def decision_handled(m, item, value):
    return bool(m.standing(item)) and item['handled'] is None


# ---------------------------------------------------------------- who is there

def entries(m, *capacities):
    return [a for a in m.rows('attendance') if a['capacity'] in capacities]


@rule('capacity_held', 'meeting')
def capacity_held(m, value):
    """A3, A28: members and substitutes hold their seats on the day."""
    return any(not m.body.seats_of(a['person_id'], m.day, 'member') for a in entries(m, 'serving_member')) or \
        any(not m.body.seats_of(a['person_id'], m.day, 'substitute') or
            (a['serves_for'] is not None and not m.body.seats_of(a['serves_for'], m.day, 'member'))
            for a in entries(m, 'serving_substitute', 'non_serving_substitute'))


def has_right(m, person, ground):
    return any(r['person_id'] == person and r['ground'] == ground and covers(r['valid'], m.day)
               for r in m.body.rows('attendance_right'))


@rule('commissioner_right', 'meeting')
def commissioner_right(m, value):
    return any(not has_right(m, a['person_id'], 'commissioner') for a in entries(m, 'commissioner'))


@rule('city_director_right', 'meeting')
def city_director_right(m, value):
    return any(a['person_id'] not in m.body.officers('city_director', m.day) and not has_right(m, a['person_id'], 'city_director')
               for a in entries(m, 'city_director'))


@rule('presenter_office', 'meeting')
def presenter_office(m, value):
    return any(a['person_id'] not in m.body.officers('deputy_city_director', m.day) + m.body.officers('presenter', m.day)
               for a in entries(m, 'presenter'))


def span(a):
    return (instant(a['from_item'], a['from_point']),
            10 ** 9 if a['to_item'] is None else instant(a['to_item'], a['to_point']))


@rule('attendance_once', 'meeting')
def attendance_once(m, value):
    rows = m.rows('attendance')
    return any(a is not b and a['person_id'] == b['person_id'] and span(a)[0] <= span(b)[0] <= span(a)[1]
               for a in rows for b in rows)


@rule('excluded_absent', 'item')
def excluded_absent(m, item, value):
    excluded = {e['person_id'] for e in m.rows('exclusion', item)}
    return any(a['person_id'] in excluded for point in ('opened', 'decided') for a in m.there(item, point))


# --------------------------------------------------------- who serves in a seat

def at_table(m, item, point):
    """Entries of those who serve, without the recused, once for each person."""
    gone = m.recused(item)
    return [a for a in m.there(item, point) if a['capacity'] in SEATED and a['person_id'] not in gone]


def seat(a):
    """Whose seat: a member's own, that of another, or None, a vacant one."""
    return a['person_id'] if a['capacity'] == 'serving_member' else a['serves_for']


def vacant(m):
    seats = int(m.value('seats') or 0)
    held = sum(s['role'] == 'member' and covers(s['valid'], m.day) for s in m.body.rows('membership'))
    return max(seats - held, 0) if seats else 0


@rule('seat_once', 'item')
def seat_once(m, item, value):
    """A7: one person serves in a seat, and in one seat."""
    for point in ('opened', 'decided'):
        places = {(a['person_id'], seat(a)) for a in at_table(m, item, point)}
        taken = [s for _, s in places if s is not None]
        if len(taken) != len(set(taken)) or len(places) != len({p for p, _ in places}) or \
                sum(s is None for _, s in places) > vacant(m):
            return True
    return False


def begun(m, person, now):
    """L12: who has begun to serve has precedence, where that is in force."""
    return m.flag('incumbency_precedence') and any(
        a['person_id'] == person and a['capacity'] == 'serving_substitute' and span(a)[0] < now for a in m.rows('attendance'))


@rule('substitutes_in_order', 'item')
def substitutes_in_order(m, item, value):
    """A7: nobody serves while somebody ahead is there, free and not recused."""
    lines = [o for o in m.body.rows('substitution_order') if covers(o['valid'], m.day) and
             o['member_id'] is None and o['party_id'] is None]
    rank = {}
    for o in lines:
        rank[o['substitute_id']] = min(o['rank'], rank.get(o['substitute_id'], o['rank']))
    for point in ('opened', 'decided'):
        if item['handled'] is None:
            return False
        now = instant(item['handled'], point)
        free = {a['person_id'] for a in m.there(item, point) if a['capacity'] == 'non_serving_substitute'} - m.recused(item)
        for a in at_table(m, item, point):
            if a['capacity'] != 'serving_substitute' or begun(m, a['person_id'], now):
                continue
            mine = rank.get(a['person_id'], 10 ** 9)
            if any(p != a['person_id'] and p in rank and (rank[p] < mine or begun(m, p, now)) for p in free):
                return True
    return False


@rule('swap_between_items', 'item')
def swap_between_items(m, item, value):
    """L12: within an item no seat passes from one person to another."""
    before = {(a['person_id'], seat(a)) for a in at_table(m, item, 'opened')}
    after = {(a['person_id'], seat(a)) for a in at_table(m, item, 'decided')}
    for place in {s for _, s in after - before}:
        came = [p for p, s in after - before if s == place]
        left = [p for p, s in before - after if s == place]
        if came and left and (place is not None or sum(s is None for _, s in before) >= vacant(m)):
            return True
    return False


@rule('no_return_same_day', 'meeting')
def no_return_same_day(m, value):
    rows = entries(m, *SEATED)
    return any(a['person_id'] == b['person_id'] and a['left_for'] in ('link_lost', 'other') and span(a)[1] < span(b)[0]
               for a in rows for b in rows)


@rule('recusal_ruled', 'item')
def recusal_ruled(m, item, value):
    return bool(m.standing(item)) and any(
        r['ruling'] is None and not r['self_declared'] and r['person_id'] in m.serving(item, 'decided')
        for r in m.rows('recusal', item))


@rule('recusal_in_room', 'item')
def recusal_in_room(m, item, value):
    gone = m.recused(item)
    return any(r['in_room'] and r['person_id'] in gone and not filled(r.get('indispensable_act')) for r in m.rows('recusal', item))
