-- The canonical text of minutes: written by the library as the same text in SQL
-- says (test/data/minutes_text.sql), for every kind of row, and to those only who
-- may read what it is made of.
\set registry minutes_text
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\i :srcdir/data/minutes_text.sql
\set seed 0.25
\set meetings 60
\i :srcdir/data/random_meetings.sql
select count(*) > 60 as "minutes were compared", count(*) filter (where minutes_text(meeting_id, number) is distinct from pg_temp.minutes_text(meeting_id, number)) as different
from minutes;
-- every heading and every kind of line was among them
select what, count(*) > 0 as written
from minutes m, regexp_split_to_table(minutes_text(m.meeting_id, m.number), '\n') line
right join unnest(array['Protokoll \d+, .*, omedelbar justering', 'Öppnat –', 'avslutat –', 'Sittning \d', '§§ \d+–\d+, \d', 'Utan paragrafer', 'Övriga närvarande',
	'tjänstgörande ersättare för', 'på distans', ', delvis$', ', ersättare, vald vid', 'vald vid ärende', 'Ansvarig', 'Punkt \d', '\(information\)',
	'Jäv: .*, anmält', 'jävet bortses från', 'jäv förelåg inte', 'Inte närvarande', 'Föredragning', 'Yrkande \d: .*återremiss', 'Omröstning \d \(sluten\)',
	'ja för yrkande', '  avstår 0$', '  ja \d+: ', '  blanka', 'Val \d: .*platser', ', lott \d', 'Beslut \d: .*på vägnar av Kommunstyrelsen',
	'– återtaget 20', 'Deltar inte', 'Reservation', 'Protokollsanteckning', 'Särskilt uttalande', 'Avvikelse', 'för ett senare sammanträde', 'förhinder']) what
on line ~ what
group by what having count(line) = 0;

-- no such meeting, no such minutes, nothing to say
select minutes_text(77, 1), minutes_text(1001, 77), governance.minutes_text('minutes_text', null, 1), governance.minutes_text('minutes_text', 1001, 1) = minutes_text(1001);
select governance.minutes_text('public', 1, 1);
-- what is written and not committed is in it, and what another query began with is not
begin;
select pg_temp.meeting(1, '2025-03-12', 1) \g /dev/null
insert into minutes (meeting_id) values (1);
with t as (update agenda_item set title = 'Sedan' where meeting_id = 1 returning minutes_text(1) as text)
select t.text ~ 'Ärende 1' as "as the statement saw it" from t;
select minutes_text(1) ~ 'Sedan' as "as the next one does";
rollback;

-- only for those who may read all of it
create role regress_minutes_reader;
grant usage on schema minutes_text to regress_minutes_reader;
set role regress_minutes_reader;
select pg_temp.try('select minutes_text(1001)');
reset role;
select grant_access('regress_minutes_reader', 'reader');
revoke select on person from regress_minutes_reader;
set role regress_minutes_reader;
select pg_temp.try('select minutes_text(1001)');
select pg_temp.try($$select governance.minutes_text('minutes_text', 1001, 1)$$);
reset role;
grant select on person to regress_minutes_reader;
set role regress_minutes_reader;
select pg_temp.try('select minutes_text(1001)');
reset role;
drop owned by regress_minutes_reader;
drop role regress_minutes_reader;

-- a table that is not as it was made
begin;
alter table agenda_item rename column title to heading;
select pg_temp.try('select minutes_text(1001)');
rollback;
begin;
alter table person rename to people;
select pg_temp.try('select minutes_text(1001)');
rollback;
begin;
alter table election drop constraint election_method_check;
set session_replication_role = replica;
update election set method = 'dice';
select pg_temp.try('select count(minutes_text(meeting_id, number)) from minutes');
rollback;
