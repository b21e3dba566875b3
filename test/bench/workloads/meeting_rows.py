"""Workload a."""
from workloads import meeting_held


def cases(bench):
    return meeting_held.cases(bench, 'rows', row_by_row=True, at_least=1.5)
