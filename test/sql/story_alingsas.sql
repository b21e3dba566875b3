-- The story demo/motion_alingsas.sql, whole: what it prints stands in docs/guide.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\i demo/motion_alingsas.sql
drop schema alingsas cascade;
