"""What workloads are made of.

A workload is a module in workloads/ with one function:

    cases(bench)        makes what its measurements need, once, and returns
                        them as a list of Case

A Case is one line of the table: something that can be done by several sides,
of which the first is what is compared with (the floor) and the last is ours.

    Case(name, sides, run, contents, at_most, at_least)

    name        what is printed, without the workload's letter
    sides       names, 2 or 3: the reference, another (may be missing), ours
    run         run(side, round) does it and returns the seconds it took;
                bench.rounds rounds, in each every side once, in turns
    contents    contents(side), after the sides of a round have run: what must be
                the same for every side, else the benchmark fails; None: nothing
    at_most     ours ÷ reference should be no more than this; None: no target
    at_least    other ÷ ours should be at least this; None: no target
    unit        of what run returns: 's' unless it says otherwise

Its attributes, where they are set:

    once        what it returns is always the same: the first round is enough
    plan        lines of EXPLAIN, of what ours asks
    grows       (case, factor), where this one is another with so many times the
                rows: how much longer each side takes is told as well

A workload that finds a wrong result by itself raises bench.Wrong.  See class
Bench and session.py for what a workload may use.
"""
import session
import variants


class Wrong(Exception):
    """A result that is not as it should be."""


class Case:
    def __init__(self, name, sides, run, contents=None, at_most=None, at_least=None, unit='s'):
        self.name = name
        self.sides = list(sides)
        self.run = run
        self.contents = contents
        self.at_most = at_most
        self.at_least = at_least
        self.unit = unit
        self.grows = None
        self.plan = None
        self.once = False
        self.workload = None                    # its letter
        self.took = {side: [] for side in sides}    # side -> a figure for each round

    def round(self, number):
        """Every side once; who begins changes from round to round."""
        begin = number % len(self.sides)
        for side in self.sides[begin:] + self.sides[:begin]:
            self.took[side].append(self.run(side, number))
        if self.contents:
            found = {side: self.contents(side) for side in self.sides}
            for side in self.sides[1:]:
                if found[side] != found[self.sides[0]]:
                    raise Wrong('%s: %s has %s, %s has %s' % (
                        self.name, self.sides[0], found[self.sides[0]], side, found[side]))


class Bench:
    """What a workload may use: a database of its own, which goes with the workload.

    short, rounds       how much is measured
    variants            the sides that are registries: floor, plpgsql (if there
                        is one), governance
    folder              for files
    """

    def __init__(self, rounds, short, folder):
        self.rounds = rounds
        self.short = short
        self.folder = folder
        self.variants = variants.VARIANTS

    def registries(self, purpose, committees, names=None):
        """Makes a registry for each variant; returns their schemas by variant."""
        schemas = {variant: '%s_%s' % (purpose, variant) for variant in names or self.variants}
        for variant, schema in schemas.items():
            variants.make(schema, variant, committees)
        return schemas


def contents(schema, tables, where='true'):
    """What a registry's tables hold, in a form that can be compared."""
    return session.psql('-c', ' union all '.join(
        "select '{0}', count(*), md5(string_agg(md5(t::text), '' order by t::text collate \"C\")) from {0} t where {1}".format(table, where)
        for table in tables) + ' order by 1', schema=schema).splitlines()


def verified(schema):
    """Nothing of a registry breaks a rule."""
    broken = session.psql('-c', "select * from governance.verify_registry('%s') limit 3" % schema)
    if broken:
        raise Wrong('%s: %s' % (schema, broken))
