-- What ./quickstart shows, demo/meeting.sql, whole: what it prints stands in docs/guide.
\set ECHO none
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\i demo/meeting.sql
drop schema stockholm cascade;
