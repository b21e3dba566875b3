-- A rule of a registry's own, demo/own_rule.sql, whole: what it prints stands in docs/guide.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\i demo/own_rule.sql
drop schema stockholm_rules cascade;
drop schema stockholm cascade;
