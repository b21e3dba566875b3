"""What the catalogue says of bodies, seats and offices."""
from model import act_rule, period, rule

SINGLE = ('chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener')
PRESIDIUM = ('chair', 'vice_chair', 'second_vice_chair')


def together(a, b):
    """Do two rows have a day in common?"""
    (a_from, a_to), (b_from, b_to) = period(a['valid']), period(b['valid'])
    return a_from < b_to and b_from < a_to


def pairs(rows):
    return [(a, b) for n, a in enumerate(rows) for b in rows[n + 1:] if together(a, b)]


def filled_by(rows, low, high):
    """Do the rows' periods cover every day from low to high?"""
    for start, end in sorted(period(r['valid']) for r in rows):
        if start <= low < end:
            low = end
    return low >= high


@rule('founding_decision', 'body')
def founding_decision(b, value):
    return not (b.row['founded_by'] or '').strip()


@rule('committee_parent', 'body')
def committee_parent(b, value):
    return b.row['kind'] == 'committee' and (b.parent is None or b.parent.row['kind'] not in ('executive_board', 'board'))


@rule('body_sunset', 'body')
def body_sunset(b, value):
    return period(b.row['valid'])[1] == '9999'


@rule('seats_taken', 'body')
def seats_taken(b, value):
    """A3: at no instant more than the seats."""
    settings = b.law.in_force(b.row, '9998')
    for role, code in (('member', 'seats'), ('substitute', 'substitute_seats')):
        setting = settings.get(code)
        if setting is None or setting.mode == 'off':
            continue
        rows = [m for m in b.rows('membership') if m['role'] == role]
        for m in rows:
            day = period(m['valid'])[0]
            if sum(period(o['valid'])[0] <= day < period(o['valid'])[1] for o in rows) > int(setting.value):
                return True
    return False


@rule('single_seat', 'body')
def single_seat(b, value):
    return any(x['person_id'] == y['person_id'] for x, y in pairs(b.rows('membership')))


@rule('seat_period', 'body')
def seat_period(b, value):
    return any('0000' in period(m['valid']) or '9999' in period(m['valid']) for m in b.rows('membership'))


@rule('chosen_from_parent', 'body')
def chosen_from_parent(b, value):
    """A4: the seat lies within seats in the board."""
    if b.parent is None:
        return bool(b.rows('membership'))
    board = b.parent.rows('membership')
    return any(not filled_by([p for p in board if p['person_id'] == m['person_id']], *period(m['valid']))
               for m in b.rows('membership'))


@rule('seat_decided_by_parent', 'body')
def seat_decided_by_parent(b, value):
    return b.row['parent_id'] is not None and any(m['decided_by'] != b.row['parent_id'] for m in b.rows('membership'))


@rule('seat_within_lifetime', 'body')
def seat_within_lifetime(b, value):
    """I18, E10: or the day on which another takes its place."""
    low, high = period(b.row['valid'])
    high = min([high] + [s['day'] for s in b.state.every('body_succession') if s['predecessor_id'] == b.id])
    return any(period(r['valid'])[0] < low or period(r['valid'])[1] > high for r in b.rows('membership') + b.rows('office'))


@rule('single_office', 'body')
def single_office(b, value):
    return any(x['kind'] == y['kind'] and x['kind'] in SINGLE for x, y in pairs(b.rows('office')))


def presidium(b):
    return [o for o in b.rows('office') if o['kind'] in PRESIDIUM]


@rule('presidium_distinct', 'body')
def presidium_distinct(b, value):
    return any(x['person_id'] == y['person_id'] and x['kind'] != y['kind'] for x, y in pairs(presidium(b)))


@rule('presidium_members', 'body')
def presidium_members(b, value):
    members = [m for m in b.rows('membership') if m['role'] == 'member']
    return any(not filled_by([m for m in members if m['person_id'] == o['person_id']], *period(o['valid'])) for o in presidium(b))


@rule('presidium_decided_by_parent', 'body')
def presidium_decided_by_parent(b, value):
    return b.parent is not None and any(o['decided_by'] != b.row['parent_id'] for o in presidium(b))


@rule('presenter_appointed', 'body')
def presenter_appointed(b, value):
    for o in b.rows('office'):
        if o['kind'] == 'presenter':
            day = period(o['valid'])[0]
            acting = [p for kind in PRESIDIUM for p in b.officers(kind, day) if not b.hindered(p, day)]
            if o['appointed_by'] is None or o['appointed_by'] != (acting or [None])[0]:
                return True
    return False


@rule('delegation_source', 'body')
def delegation_source(b, value):
    """L3: here only a board lets its committee decide; the judge of matters knows the others."""
    return any(d['from_body_id'] != b.row['parent_id'] for d in b.rows('delegation'))


def ends(old, new):
    """When a body was to end before a change, and after it."""
    return period(old['valid'])[1], period(new['valid'])[1]


def decided(old, new, column, end):
    """A decision of its own, made while the body lived."""
    return new[column] is not None and new[column] < end and new[column] != old[column]


@act_rule('body_extension')
def body_extension(before, after, table, old, new):
    """I18: it lives longer only by a decision."""
    if table != 'body' or not old or not new:
        return False
    was, will = ends(old, new)
    return will > was and not decided(old, new, 'extended_on', was)


@act_rule('body_dissolution')
def body_dissolution(before, after, table, old, new):
    """E5: and ends earlier only by one; to be given an end is no dissolution."""
    if table != 'body' or not old or not new:
        return False
    was, will = ends(old, new)
    return will < was != '9999' and not decided(old, new, 'dissolved_on', was)
