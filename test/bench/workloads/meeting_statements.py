"""Workload b."""
from workloads import meeting_held


def cases(bench):
    return meeting_held.cases(bench, 'statements', row_by_row=False, at_least=2)
