"""What the catalogue says of sections and adjusters."""
from model import rule


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


@rule('section_given', 'item')
def section_given(m, item, value):
    return False                        # nothing is attested here


@rule('minutes_items', 'meeting')
def minutes_items(m, value):
    return False                        # no minutes are written here


@rule('adjuster_elected', 'meeting')
def adjuster_elected(m, value):
    """A23: an adjuster serves at the item at which they are elected."""
    for a in m.rows('adjuster'):
        item = m.item(a['position'])
        if item is not None and item['handled'] is not None and a['person_id'] not in m.serving(item, 'decided'):
            return True
    return False
