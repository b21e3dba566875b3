#!/usr/bin/env python3
"""Measures workloads on the server that PGHOST names, in a database of its own.

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

A workload that finds a wrong result by itself raises bench.Wrong.  See class
Bench for what a workload may use: sizes (bench.short), sessions, variants.
"""
import argparse
import importlib
import os
import random
import sys

import report
import session
import variants

WORKLOADS = {
    'a': ('meeting_rows', 'a meeting in one transaction, a statement a row'),
    'b': ('meeting_statements', 'a meeting in one transaction, a statement a table'),
    'c': ('bulk', 'bulk loads, table by table'),
    'd': ('reading', 'reading'),
    'e': ('types', 'types'),
    'f': ('seals', 'seals'),
    'i': ('instructions', 'instructions, not time'),
}


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
    """What a workload may use.

    short, rounds       how much is measured
    variants            the sides that are registries: floor, plpgsql, governance
    session(variant)    a psql that stays (see session.py), with the variant's
                        registry in its search_path; without one: no registry
    registry(variant)   the schema's name
    folder              where the server can write, and this process can read
    """

    def __init__(self, database, rounds, short):
        self.database = database
        self.rounds = rounds
        self.short = short
        self.folder = session.folder()
        self.variants = variants.available()
        self.random = random.Random(1)
        self.made = set()

    def session(self, variant=None):
        return session.Session(self.registry(variant) if variant else 'public')

    registry = staticmethod(variants.registry)


def main():
    parser = argparse.ArgumentParser(
        description='workloads:\n' + ''.join('  %s  %s\n' % (letter, title) for letter, (_, title) in WORKLOADS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('workload', nargs='*', help='which (all but i)')
    parser.add_argument('--rounds', type=int, help='how many rounds (7; 1 if short)')
    parser.add_argument('--short', action='store_true', help='small sizes: are the results right?')
    parser.add_argument('--instructions', action='store_true', help='the same as workload i')
    parser.add_argument('--json', metavar='FILE', help='write every figure to FILE')
    options = parser.parse_args()
    letters = options.workload + ['i'] * options.instructions or [letter for letter in WORKLOADS if letter != 'i']
    for letter in letters:
        if letter not in WORKLOADS:
            parser.error('no workload %s' % letter)

    rounds = options.rounds or (1 if options.short else 7)
    done = []
    wrong = []
    with session.database('governance_bench_%d' % os.getpid()) as database:
        bench = Bench(database, rounds, options.short)
        about = session.server()
        report.head(about, bench)
        for letter in letters:
            module, title = WORKLOADS[letter]
            try:
                cases = importlib.import_module('workloads.' + module).cases(bench)
                for number in range(rounds):
                    for case in cases:
                        case.workload = letter
                        case.round(number)
                        report.progress(case, number)
            except (Wrong, session.Refused) as error:
                wrong.append('%s: %s' % (letter, error))
                print('WRONG %s' % wrong[-1], file=sys.stderr)
                continue
            done += cases
            report.table(title, cases)
    if options.json:
        report.json_file(options.json, about, bench, done, wrong)
    for line in wrong:
        print('WRONG %s' % line)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.modules['bench'] = sys.modules['__main__']      # the workloads import Case and Wrong from here
    sys.exit(main())
