"""What the catalogue says of sections, minutes, signatures and what they freeze."""
from model import act_rule, filled, instant, rule


@rule('section_number', 'item')
def section_number(m, item, value):
    """A22, I25: a § once in its series and year, rising by handling and from meeting to meeting."""
    mine = item['section']
    if mine is None:
        return False
    for other in m.items:
        theirs = other['section']
        if other is item or theirs is None:
            continue
        if theirs == mine and other['position'] < item['position']:
            return True                 # said of the second of them
        if None not in (item['handled'], other['handled']) and other['handled'] < item['handled'] and theirs > mine:
            return True
    series = m.body.row['section_series_id'] or m.body.id
    bodies = {b['id'] for b in m.state.every('body') if (b['section_series_id'] or b['id']) == series}

    def place(meeting):
        return meeting['day'], meeting['starts_at'], meeting['id']

    for meeting in m.state.every('meeting'):
        if meeting['id'] == m.id or meeting['body_id'] not in bodies or meeting['day'][:4] != m.day[:4]:
            continue
        before = place(meeting) < place(m.row)
        for other in m.state.rows('agenda_item', meeting['id']):
            if other['section'] is not None and (other['section'] >= mine if before else other['section'] <= mine):
                return True
    return False


@rule('adjuster_elected', 'meeting')
def adjuster_elected(m, value):
    """A23: an adjuster serves at the item at which they are elected."""
    for a in m.rows('adjuster'):
        item = m.item(a['position'])
        if item is not None and item['handled'] is not None and a['person_id'] not in m.serving(item, 'decided'):
            return True
    return False


# ------------------------------------------------------------ what minutes cover

def covered(m, minutes):
    """The items of minutes: those they name by their order of handling, or else all that no others name."""
    if minutes['items'] is not None:
        return [i for i in m.items if i['handled'] is not None and i['handled'] in minutes['items']]
    return [i for i in m.items if i['handled'] is not None and i['handled'] not in named(m, minutes)]


def is_signed(m, item):
    return any(item in covered(m, n) for n in signed(m))


def named(m, minutes):
    """What the meeting's other minutes name."""
    return {n for o in m.rows('minutes') if o['number'] != minutes['number'] for n in o['items'] or ()} if m else set()


def signatures(m, minutes, until=None):
    return [a for a in m.rows('attestation', number=minutes['number']) if until is None or a['signed_at'] <= until]


def signed(m):
    """The minutes that somebody has signed."""
    return [n for n in m.rows('minutes') if signatures(m, n)]


def adjusts(m, person, item):
    """I9: elected for the item, served at it, and did not preside over it."""
    return m.chair(item) != person and person in m.serving(item, 'decided') and any(
        a['person_id'] == person and a['from_item'] <= item['handled'] and (a['to_item'] is None or item['handled'] <= a['to_item'])
        for a in m.rows('adjuster'))


def complete(m, minutes, until=None):
    """Every section has both signatures, or a later meeting has attested."""
    given = signatures(m, minutes, until)
    items = covered(m, minutes)
    if not given or not items:
        return False
    if any(a['role'] == 'later_meeting' for a in given):
        return True
    chairs = {a['person_id'] for a in given if a['role'] == 'chair'}
    others = {a['person_id'] for a in given if a['role'] == 'adjuster'}
    return all(m.chair(i) in chairs and sum(adjusts(m, p, i) for p in others) >= int(m.value('adjusters') or 1) for i in items)


def attested_on(m, minutes):
    """The day of the last signature that was needed, or None."""
    days = [a['signed_at'] for a in signatures(m, minutes) if complete(m, minutes, a['signed_at'])]
    return min(days)[:10] if days else None


def sealed(m, minutes):
    return bool(m.rows('seal', number=minutes['number']))


# ----------------------------------------------------------------------- the rules

@rule('section_given', 'item')
def section_given(m, item, value):
    """A22: before the minutes are attested."""
    return item['handled'] is not None and item['section'] is None and is_signed(m, item)


@rule('minutes_items', 'meeting')
def minutes_items(m, value):
    """I9, I13: an item in one of them; those that are signed name items that there are."""
    rows, handled = m.rows('minutes'), {i['handled'] for i in m.items}
    if any(n not in handled for r in signed(m) for n in r['items'] or ()):
        return True
    names = [n for r in rows for n in set(r['items'] or ())]
    return len(names) != len(set(names)) or sum(r['items'] is None for r in rows) > 1 or \
        any(r['immediate'] and r['items'] is None for r in rows)


@rule('minutes_responsible', 'meeting')
def minutes_responsible(m, value):
    """A18; as long as it is not written who presided, nobody can tell."""
    presided = {p['person_id'] for p in m.rows('presiding')} | set(m.body.officers('chair', m.day))
    return bool(m.rows('presiding')) and any(r['responsible_id'] is not None and r['responsible_id'] not in presided for r in m.rows('minutes'))


@rule('attestation_entitled', 'meeting')
def attestation_entitled(m, value):
    """A23, I9, I22: a signature stands for a section, or is one of a later meeting."""
    for n in m.rows('minutes'):
        items = covered(m, n)
        for a in signatures(m, n):
            if a['role'] == 'chair':
                good = any(m.chair(i) == a['person_id'] for i in items)
            elif a['role'] == 'adjuster':
                good = any(adjusts(m, a['person_id'], i) for i in items)
            else:
                later = m.state.rows('meeting', a['later_meeting_id'])
                good = filled(a['hindrance']) and later and a['signed_at'][:10] >= later[0]['day'] and later[0]['body_id'] == m.body.id and \
                    (later[0]['day'], later[0]['starts_at']) > (m.day, m.row['starts_at']) and \
                    any(p['person_id'] == a['person_id'] for p in m.state.rows('presiding', a['later_meeting_id']))
            if not good:
                return True
    return False


@rule('attestation_time', 'meeting')
def attestation_time(m, value):
    """A23: after the close; at once: after the sections were decided."""
    for n in m.rows('minutes'):
        done = m.row['closed_at']
        if n['immediate']:
            done = max([i['decided_at'] or i['opened_at'] or '' for i in covered(m, n)] + [''])
        if any(done is None or a['signed_at'] < done for a in signatures(m, n)):
            return True
    return False


@rule('attestation_later', 'meeting')
def attestation_later(m, value):
    return any(a['role'] == 'later_meeting' for a in m.rows('attestation'))


@rule('notice_after_attestation', 'meeting')
def notice_after_attestation(m, value):
    for p in m.rows('public_notice'):
        day = next((attested_on(m, n) for n in m.rows('minutes', number=p['number'])), None)
        if not filled(p['kept_at']) or day is None or p['posted_on'] < day:
            return True
    return False


@rule('reservation_reasons', 'item')
def reservation_reasons(m, item, value):
    """L9: written reasons come before the first signature; those without a time were there when it was given."""
    times = [a['signed_at'] for n in signed(m) if item in covered(m, n) for a in signatures(m, n)]
    return bool(times) and any(r['reasons_at'] is not None and r['reasons_at'] > min(times) for r in m.rows('reservation', item))


# --------------------------------------------------------------- what is not changed

ITEMS = ('agenda_item', 'recusal', 'exclusion', 'statement', 'proposal', 'vote_event', 'vote', 'election', 'candidate', 'ballot_tally',
         'decision', 'reservation', 'abstention')
PLACE = ('day', 'place', 'starts_at', 'opened_at')


def roll(row, handled):
    """What an entry says of a section."""
    if row is None:
        return None
    points = [point for point in ('opened', 'decided')
              if instant(row['from_item'], row['from_point']) <= instant(handled, point) and
              (row['to_item'] is None or instant(handled, point) <= instant(row['to_item'], row['to_point']))]
    return (row['person_id'], row['capacity'], row['serves_for'], row['mode'], points) if points else None


def span(row, handled, *columns):
    """What a range says of a section."""
    if row is None or row['from_item'] > handled or row['to_item'] is not None and handled > row['to_item']:
        return None
    return tuple(row[c] for c in columns)


@act_rule('attested_frozen')
def attested_frozen(before, after, table, old, new):
    """I13, I15: what was signed stays until the signature is withdrawn, what is attested for good."""
    held = signed(after) if after else []
    was = signed(before) if before else []
    if table == 'attestation':
        return any(n['number'] == row['number'] and sealed(before, n) for n in before.rows('minutes') for row in (old, new) if row)
    frozen = [n for n in held if any(n['number'] == o['number'] for o in was)]
    frozen += [n for n in (before.rows('minutes') if before else []) if sealed(before, n) and n not in frozen]
    if not frozen:
        return False
    if table == 'minutes':
        if any(row['number'] == n['number'] for n in frozen for row in (old, new) if row):
            return True
        # what the others name is not what these cover
        return any(n['items'] is None for n in frozen) and any(row and row['items'] is not None for row in (old, new))
    # the meeting that goes on after sections are attested at once has yet to be closed
    ended = any(not n['immediate'] for n in frozen)
    if table == 'sitting':
        return ended or old is not None and (
            new is None or any(old[c] != new[c] for c in ('number', 'opened_at', 'first_item')) or old['closed_at'] not in (None, new['closed_at']))
    if table == 'meeting':
        return new is None or any(old[c] != new[c] for c in PLACE) or \
            old['closed_at'] != new['closed_at'] and (ended or old['closed_at'] is not None)
    view = after or before
    numbers = {i['handled'] for n in frozen for v in (before, after) if v for i in covered(v, n)}
    if table == 'attendance':
        return any(roll(old, h) != roll(new, h) for h in numbers)
    if table == 'presiding':
        return any(span(old, h, 'person_id', 'ground') != span(new, h, 'person_id', 'ground') for h in numbers)
    if table == 'adjuster':
        return any(span(old, h, 'person_id', 'position', 'alternate') != span(new, h, 'person_id', 'position', 'alternate') for h in numbers)
    if table == 'agenda_item':
        return any(row and row['handled'] in numbers for row in (old, new))
    if table in ITEMS:
        positions = {i['position'] for v in (before, after) if v for i in v.items if i['handled'] in numbers}
        return any(row and row['position'] in positions for row in (old, new))
    return False


@act_rule('correction_appended')
def correction_appended(before, after, table, old, new):
    """I15: appended to what is attested, and never changed."""
    if table != 'correction':
        return False
    if old is not None or after is None:
        return True
    item = after.item(new['position'])
    return item is None or not any(sealed(after, n) and item in covered(after, n) for n in after.rows('minutes'))


@act_rule('seal_kept')
def seal_kept(before, after, table, old, new):
    return table == 'seal'
