"""How the figures are told: medians with quartiles, as a table and as JSON."""
import json
import os
import statistics
import sys


def quartiles(figures):
    """The median, and the quartiles around it."""
    if len(figures) < 2:
        return figures[0], figures[0], figures[0]
    low, middle, high = statistics.quantiles(figures, n=4, method='inclusive')
    return middle, low, high


def ratios(case, above, below):
    """Of each round, since what disturbs a round disturbs both."""
    return [a / b for a, b in zip(case.took[above], case.took[below])]


def ours(case):
    return quartiles(ratios(case, case.sides[-1], case.sides[0]))


def other(case):
    """What the other side takes for one of ours, if there is another side."""
    return quartiles(ratios(case, case.sides[1], case.sides[-1])) if len(case.sides) == 3 else None


def growth(case):
    """By side: how many times as long as the smaller case."""
    return {side: quartiles([a / b for a, b in zip(case.took[side], case.grows[0].took[side])]) for side in case.sides}


def amount(figure, unit):
    if unit != 's':
        return '%.4g %s' % (figure, unit)
    return '%.2f s' % figure if figure >= 1 else '%.1f ms' % (figure * 1e3) if figure >= 1e-3 else '%.1f µs' % (figure * 1e6)


def spread(three):
    return '%.2f [%.2f, %.2f]' % three


def verdict(reached):
    return '' if reached is None else ' ✓' if reached else ' ✗'


def reached(case):
    """Whether the targets were reached; None where there is none."""
    most = None if case.at_most is None else ours(case)[0] <= case.at_most
    least = None if case.at_least is None or not other(case) else other(case)[0] >= case.at_least
    return most, least


def head(about, bench):
    print('%s\n%d × %s; %s' % (about['version'], about['cpus'], about['cpu'] or 'CPU', ', '.join(
        '%s=%s' % pair for pair in about.items() if pair[0] not in ('version', 'cpus', 'cpu'))))
    print('variants: %s; rounds: %d%s' % (', '.join(bench.variants), bench.rounds, '; short' if bench.short else ''), flush=True)


def progress(case, number):
    print('  round %d, %s %s: %s' % (number + 1, case.workload, case.name, ', '.join(
        '%s %s' % (side, amount(case.took[side][-1], case.unit)) for side in case.sides)), file=sys.stderr, flush=True)


def table(title, cases):
    lines = [('workload', 'reference', 'ours', 'ours ÷ reference', 'at most', 'other ÷ ours', 'at least')]
    for case in cases:
        most, least = reached(case)
        third = other(case)
        lines.append((
            '%s %s' % (case.workload, case.name),
            '%s %s' % (case.sides[0], amount(statistics.median(case.took[case.sides[0]]), case.unit)),
            '%s %s' % (case.sides[-1], amount(statistics.median(case.took[case.sides[-1]]), case.unit)),
            spread(ours(case)),
            ('%.2f' % case.at_most if case.at_most is not None else '') + verdict(most),
            '%s %s' % (case.sides[1], spread(third)) if third else '',
            ('%.2f' % case.at_least if case.at_least is not None else '') + verdict(least)))
    show(title, lines)
    growing = [case for case in cases if case.grows]
    if growing:
        show('growth: the time for × rows ÷ the time for 1', [('workload', *growing[0].sides)] + [
            ('%s %s' % (case.workload, case.name), *(spread(three) for three in growth(case).values())) for case in growing])


def plans(name, cases):
    """The plans beside the figures: FILE.json has them in FILE.plans."""
    cases = [case for case in cases if case.plan]
    if cases:
        with open(os.path.splitext(name)[0] + '.plans', 'w', encoding='utf-8') as out:
            for case in cases:
                out.write('%s %s\n%s\n\n' % (case.workload, case.name, '\n'.join(case.plan)))


def show(title, lines):
    """A table with columns as wide as their widest cell."""
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    print('\n' + title)
    for line in lines:
        print('  ' + ' | '.join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip(), flush=True)


def json_file(name, about, bench, cases, wrong):
    def figures(three):
        return dict(zip(('median', 'q1', 'q3'), three)) if three else None

    with open(name, 'w', encoding='utf-8') as out:
        json.dump({
            'server': about, 'rounds': bench.rounds, 'short': bench.short, 'variants': bench.variants, 'wrong': wrong,
            'cases': [{
                'workload': case.workload, 'name': case.name, 'unit': case.unit, 'sides': case.sides, 'took': case.took,
                'ours_to_reference': figures(ours(case)), 'at_most': case.at_most,
                'other_to_ours': figures(other(case)), 'at_least': case.at_least,
                'reached': reached(case),
                'growth': {side: figures(three) for side, three in growth(case).items()} if case.grows else None,
            } for case in cases]}, out, ensure_ascii=False, indent=1)
        out.write('\n')
