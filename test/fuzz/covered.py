"""What the random histories judge and write: kept by each program, compared by test/fuzz/coverage."""
import collections
import json


def write(path, program, judged, spoken, written):
    """judged: codes; spoken: how often a rule refused or warned; written: (table, way, accepted) -> how often."""
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(dict(program=program, judged=sorted(judged), spoken=spoken,
                       written=[[table, how, accepted, n] for (table, how, accepted), n in sorted(written.items())]), file)


class Coverage:
    def __init__(self, paths):
        self.judged = collections.defaultdict(set)      # code -> programs
        self.spoken = collections.Counter()             # code -> how often it refused or warned
        self.written = collections.Counter()            # table, way, accepted -> how often
        for path in paths:
            with open(path, encoding='utf-8') as file:
                kept = json.load(file)
            for code in kept['judged']:
                self.judged[code].add(kept['program'])
            self.spoken.update(kept['spoken'])
            for table, how, accepted, n in kept['written']:
                self.written[table, how, accepted] += n
