-- The story demo/motion_taby.sql, whole: what it prints stands in docs/guide.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\i demo/motion_taby.sql
drop schema taby cascade;
