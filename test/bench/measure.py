#!/usr/bin/env python3
"""Measures workloads on the server that PGHOST names, in a database of its own.

What a workload is: see bench.py.  test/bench/run starts a server and this.
"""
import argparse
import importlib
import os
import sys
import tempfile

import report
import session
from bench import Bench, Wrong

WORKLOADS = {
    'a': ('meeting_rows', 'a meeting in one transaction, a statement a row'),
    'b': ('meeting_statements', 'a meeting in one transaction, a statement a table'),
    'c': ('bulk', 'bulk loads, table by table (plpgsql: a tenth of the rows, times ten)'),
    'd': ('reading', 'reading'),
    'e': ('types', 'types'),
    'f': ('seals', 'seals'),
    'g': ('todo', 'what is due, of ever more that is stored'),
    'i': ('instructions', 'instructions, not time'),
}


def run(bench, letter):
    """Every round of a workload; returns its cases."""
    with session.database('governance_bench_%d' % os.getpid()):
        cases = importlib.import_module('workloads.' + WORKLOADS[letter][0]).cases(bench)
        for number in range(bench.rounds):
            for case in cases:
                case.workload = letter
                if number == 0 or not case.once:
                    case.round(number)
                    report.progress(case, number)
    return cases


def main():
    parser = argparse.ArgumentParser(
        description='workloads:\n' + ''.join('  %s  %s\n' % (letter, title) for letter, (_, title) in WORKLOADS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('workload', nargs='*', help='which (all but i)')
    parser.add_argument('--rounds', type=int, help='how many rounds (7; 1 if short)')
    parser.add_argument('--short', action='store_true', help='small sizes: are the results right?')
    parser.add_argument('--instructions', action='store_true', help='the same as workload i')
    parser.add_argument('--json', metavar='FILE', help='write every figure to FILE, and plans beside it')
    options = parser.parse_args()
    letters = options.workload + ['i'] * options.instructions or [
        letter for letter in WORKLOADS if letter != 'i']
    for letter in letters:
        if letter not in WORKLOADS:
            parser.error('no workload %s' % letter)

    done = []
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.rounds or (1 if options.short else 7), options.short, folder)
        about = session.server()
        report.head(about, bench)
        for letter in letters:
            try:
                cases = run(bench, letter)
            except (Wrong, session.Refused) as error:
                wrong.append('%s: %s' % (letter, error))
            else:
                done += cases
                report.table(WORKLOADS[letter][1], cases)
    if options.json:
        report.json_file(options.json, about, bench, done, wrong)
        report.plans(options.json, done)
    for line in wrong:
        print('WRONG %s' % line)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
