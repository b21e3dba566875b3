"""What the catalogue says of who speaks, proposes, and is kept out."""
from model import covers, filled, rule

SEATED = ('serving_member', 'serving_substitute')


def present(m, item, person):
    """What a person is there as, at either point of an item, without the recused and excluded."""
    gone = m.recused(item) | {e['person_id'] for e in m.rows('exclusion', item)}
    return set() if person in gone else {
        a['capacity'] for point in ('opened', 'decided') for a in m.there(item, point) if a['person_id'] == person}


def rights(m, person):
    return [r for r in m.body.rows('attendance_right') if r['person_id'] == person and covers(r['valid'], m.day)]


def may(m, person, capacity, kind):
    """A8, A26, A28, L16: what those of a capacity may do."""
    if capacity in SEATED:
        return True
    if kind in ('note', 'special_statement'):
        return capacity == 'non_serving_substitute' and m.flag('substitute_may_note')
    if capacity == 'presenter' or any(r['may_deliberate'] for r in rights(m, person)):
        return True
    if capacity == 'non_serving_substitute':
        return m.flag('substitute_may_speak')
    if capacity == 'city_director':
        return m.flag('city_director_may_deliberate')
    if kind == 'presentation':
        # information from those who are there to give it
        return capacity == 'official' or capacity == 'guest' and any(r['ground'] == 'called' for r in rights(m, person))
    return False


@rule('speaker_entitled', 'item')
def speaker_entitled(m, item, value):
    return item['handled'] is not None and any(
        not any(may(m, s['person_id'], capacity, s['kind']) for capacity in present(m, item, s['person_id']))
        for s in m.rows('statement', item))


@rule('proposer_entitled', 'item')
def proposer_entitled(m, item, value):
    """L10: those who serve."""
    return item['handled'] is not None and any(
        not present(m, item, p['person_id']) & set(SEATED) for p in m.rows('proposal', item))


@rule('exclusion_particular', 'meeting')
def exclusion_particular(m, value):
    """A26: for a particular case and a stated reason; nobody who has a seat."""
    rows = m.rows('exclusion')
    everywhere = {e['person_id'] for e in rows
                  if len(m.items) > 1 and {x['position'] for x in rows if x['person_id'] == e['person_id']} >= {i['position'] for i in m.items}}
    return any(not filled(e['reason']) or e['person_id'] in everywhere or m.body.seats_of(e['person_id'], m.day) for e in rows)
