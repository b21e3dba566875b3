-- The story demo/remiss.sql, whole: what it prints stands in docs/guide.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\i demo/remiss.sql
drop schema stockholm_2004 cascade;
