"""The three variants of a registry: same tables, keys, foreign keys, indexes.

    floor       without our triggers
    plpgsql     the same rules as row triggers in plpgsql (plpgsql.sql)
    governance  as create_registry makes it
"""
import os

import session

HERE = os.path.dirname(os.path.abspath(__file__))
PLPGSQL = os.path.join(HERE, 'plpgsql.sql')


def available():
    return ['floor'] + ['plpgsql'] * os.path.exists(PLPGSQL) + ['governance']


def registry(variant):
    """The schema's name."""
    return 'bench_' + variant
