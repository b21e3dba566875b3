-- What was found by reading the code again: nulls and values that no constraint
-- keeps out any more, facts that are stale or not read, rows kept from a reader.
\set registry review
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

-- ---- facts that are read anew ----
-- a meeting that moves within its day: its sections are compared with those of
-- the meetings that are then before and after it (I25)
select pg_temp.meeting(1, '2025-03-12', 1);
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at) values
	(2, 2, '2025-03-12', 'Stadshuset', '2025-03-12 15:00', 1, '2025-03-12 15:00');
insert into agenda_item (meeting_id, position, title, handled) values (2, 1, 'Ärende', 1);
begin;
update agenda_item set section = 1 where meeting_id = 1;
update agenda_item set section = 2 where meeting_id = 2;
select pg_temp.try($$update meeting set starts_at = '2025-03-12 08:00', opened_at = '2025-03-12 08:00' where id = 2$$);
select pg_temp.try($$update meeting set starts_at = '2025-03-12 16:00', opened_at = '2025-03-12 16:00' where id = 2$$);
rollback;

-- agreement where no number of seats is set is counted on those who hold one,
-- also by a statement that asks for nothing else about them (A21)
begin;
delete from rule_setting where rule in ('seats', 'decision_follows_vote');
update rule_setting set value = '>1/2' where rule = 'decision_agreement';
commit;
insert into summons (meeting_id, person_id, told_at) select 1, p, '2025-03-05' from generate_series(1, 14) p;
insert into vote_event (meeting_id, position, number, called_at) values (1, 1, 1, '2025-03-12 09:06');
insert into vote (meeting_id, position, number, person_id, choice)
	select 1, 1, 1, p, case when p <= 4 then 'yes' else 'no' end from generate_series(1, 7) p;
insert into decision (meeting_id, position, text, vote_number) values (1, 1, 'beslut', 1);
select pg_temp.try($$update vote set choice = 'abstain' where person_id in (4, 5)$$) as "3 of 7 agree";
-- and one who takes a seat afterwards adds to the number: 4 of 8 are no more than half
select pg_temp.try($$insert into membership (body_id, person_id, role, valid) values (1, 18, 'member', '[2023-01-01,2027-01-01)')$$);
select pg_temp.try($$insert into membership (body_id, person_id, role, valid, decided_by) values (2, 18, 'member', '[2023-01-01,2027-01-01)', 1)$$) as "4 of 8 agree";

-- ---- a term without an end ends no seat ----
insert into term (body_id, valid) values (1, '[2027-01-01,infinity)');
insert into membership (body_id, person_id, role, valid) values (1, 14, 'substitute', '[2027-01-01,2031-01-01)');
select pg_temp.try($$insert into membership (body_id, person_id, role, valid, decided_by, until_parent_term) values (2, 14, 'substitute', '[2027-01-01,)', 1, true)$$);

-- ---- a meeting is on a day on which some law is in force, or none could be asked ----
select pg_temp.try($$insert into meeting (id, body_id, day, place, starts_at, called_by) values (3, 2, 'infinity', 'Stadshuset', 'infinity', 1)$$);
select pg_temp.try($$update meeting set day = '-infinity', starts_at = '-infinity' where id = 2$$);

-- ---- nulls ----
select count(*) from governance.explain(null, 1, null);
select count(*) from governance.explain('review', null, null);
select count(*) from explain_item(null, 1);
-- constraints that somebody has dropped
begin;
alter table deviation alter rule drop not null;
alter table person alter name drop not null;
update person set name = null where id = 18;
insert into deviation (meeting_id, position, rule, reason) values (1, null, null, 'null');
select pg_temp.try($$insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'city_director')$$);
rollback;
begin;
alter table rule_setting alter mode drop not null;
alter table regulation alter title drop not null, alter valid drop not null;
delete from decision;
update rule_setting set mode = null where rule = 'city_director_right';
update regulation set valid = null, title = null where body_id = 2;
select pg_temp.try($$insert into attendance (meeting_id, person_id, capacity) values (1, 18, 'city_director')$$);
rollback;
begin;
alter table election drop constraint election_seats_check;
insert into agenda_item (meeting_id, position, title, handled) values (1, 2, 'Val', 2);
insert into vote_event (meeting_id, position, number, kind, subject) values (1, 2, 1, 'closed', 'election');
insert into election (meeting_id, position, number, purpose, seats, method, vote_number) values (1, 2, 1, 'ordförande', '-2147483648', 'majority', 1);
insert into candidate (meeting_id, position, number, person_id) values (1, 2, 1, 8);
insert into vote (meeting_id, position, number, person_id, choice) values (1, 2, 1, 1, 'ballot');
select pg_temp.try($$insert into ballot_tally (meeting_id, position, number, line, choice, person_id, ballots) values (1, 2, 1, 1, 'candidate', 8, 1)$$);
select status, finding from explain_item(1, 2) where rule = 'election_held';
rollback;
-- a body that is gone from under its meeting
begin;
do $$
declare
	c record;
begin
	for c in select conrelid::regclass as tab, conname from pg_constraint
		where confrelid = 'review.body'::regclass and contype = 'f' loop
		execute format('alter table %s drop constraint %I', c.tab, c.conname);
	end loop;
end
$$;
update agenda_item set section = 1 where meeting_id = 1;
delete from body where id = 2;
update agenda_item set section = 2 where meeting_id = 1;
select finding from governance.verify_registry('review') where rule like '%fkey';
rollback;

-- ---- rows kept from a reader ----
create role regress_review_reader;
grant usage on schema review to regress_review_reader;
grant select on all tables in schema review to regress_review_reader;
set role regress_review_reader;
select count(*) from meeting;
select pg_temp.try('select governance.explain(''review'', 1, 1)');
select pg_temp.try('select governance.verify_registry(''review'')');
reset role;
select grant_access('regress_review_reader', 'reader');
set role regress_review_reader;
select pg_temp.try('select governance.explain(''review'', 1, 1)');
select pg_temp.try('select governance.verify_registry(''review'')');
reset role;

drop owned by regress_review_reader;
drop role regress_review_reader;
set client_min_messages = warning;
select governance.drop_registry('review', 'review') \g /dev/null
