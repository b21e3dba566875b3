-- Elections (rules.md I24, L7, A21, L2): who is elected is derived from
-- candidates, seats, ballots and lots.
\set registry elections
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on

select pg_temp.meeting(1, '2025-03-12', 8);
select pg_temp.meeting(2, '2025-03-13', 8);
delete from attendance where meeting_id = 2 and person_id = 7;

-- a closed vote with so many ballots: persons or lists, and how many for each
create function pg_temp.ballots(meeting bigint, item integer, handed_in integer,
	whom bigint[], ballots integer[]) returns void
language sql
as $$
insert into vote_event (meeting_id, position, kind, subject) values (meeting, item, 'closed', 'election');
insert into vote (meeting_id, position, person_id, choice)
select meeting, item, p, 'ballot' from generate_series(1, handed_in) p;
insert into ballot_tally (meeting_id, position, line, choice, person_id, ballots)
select meeting, item, n, case when p is null then 'blank' else 'candidate' end, p, b
from rows from (unnest(whom), unnest(ballots)) with ordinality t(p, b, n);
$$;

create function pg_temp.election(meeting bigint, item integer, seats integer, method text,
	candidates bigint[]) returns void
language sql
as $$
insert into election (meeting_id, position, purpose, seats, method)
values (meeting, item, 'Justerare', seats, method);
insert into candidate (meeting_id, position, person_id)
select meeting, item, p from unnest(candidates) p;
$$;

-- By acclamation
select 'I24 ✗ a decision to elect without an election: ' || pg_temp.try($$
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'election', 'elected', 'Lind')$$);
select 'I24 ✗ an election without candidates: ' || pg_temp.try($$
	select pg_temp.election(1, 1, 1, 'acclamation', '{}');
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'election', 'elected', 'Lind')$$);
select 'I24 ✓ one candidate for one seat: ' || pg_temp.try($$
	select pg_temp.election(1, 1, 1, 'acclamation', '{2}');
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'election', 'elected', 'Lind')$$);
select 'I24 ✗ a second candidate afterwards: ' ||
	pg_temp.try($$insert into candidate (meeting_id, position, person_id) values (1, 1, 3)$$);
select 'I24 ✗ two candidates by acclamation: ' || pg_temp.try($$
	select pg_temp.election(1, 2, 1, 'acclamation', '{2,3}');
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 2, 'election', 'elected', 'Lind')$$);
select 'I24 ✓ two elections, one decided: ' || pg_temp.try($$
	select pg_temp.election(1, 2, 1, 'acclamation', '{2}');
	insert into election (meeting_id, position, number, purpose) values (1, 2, 2, 'Ersättare för justerare');
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 2, 'election', 'elected', 'Lind')$$);
select 'I24 ✗ the second without a candidate: ' || pg_temp.try($$
	insert into decision (meeting_id, position, point, kind, outcome, text) values (1, 2, 2, 'election', 'elected', 'Sand')$$);
select 'I24 ✗ three decisions on two elections: ' || pg_temp.try($$
	insert into candidate (meeting_id, position, number, person_id) values (1, 2, 2, 4);
	insert into decision (meeting_id, position, point, kind, outcome, text)
	values (1, 2, 2, 'election', 'elected', 'Sand'), (1, 2, 3, 'election', 'elected', 'Berg')$$);

-- By majority
select 'I24 ✗ no vote was held: ' || pg_temp.try($$
	select pg_temp.election(1, 3, 1, 'majority', '{2,3}');
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 3, 'election', 'elected', 'Lind')$$);
select 'I24 ✓ 4-2 and a blank: ' || pg_temp.try($$
	select pg_temp.election(1, 3, 1, 'majority', '{2,3}');
	select pg_temp.ballots(1, 3, 7, '{2,3,null}', '{4,2,1}');
	update election set vote_number = 1 where meeting_id = 1 and position = 3;
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (1, 3, 'election', 'elected', 1, 'Lind')$$);
select 'I24 ✗ a ballot is added to the tally of a decided election: ' ||
	pg_temp.try($$update ballot_tally set ballots = 3 where meeting_id = 1 and position = 3 and line = 2$$);
select 'I24 ✗ or taken from it: ' ||
	pg_temp.try($$update ballot_tally set ballots = 1 where meeting_id = 1 and position = 3 and line = 2$$);
select 'I24 ✗ ballots for somebody who is no candidate: ' || pg_temp.try($$
	select pg_temp.election(1, 4, 1, 'majority', '{2,3}');
	select pg_temp.ballots(1, 4, 7, '{2,5}', '{6,1}');
	update election set vote_number = 1 where meeting_id = 1 and position = 4$$);
select 'I24 ✗ nor beside a vote that belongs to no election yet: ' || pg_temp.try($$
	select pg_temp.ballots(1, 4, 7, '{2}', '{7}');
	insert into vote_event (meeting_id, position, number, kind, subject) values (1, 4, 2, 'closed', 'election');
	insert into vote (meeting_id, position, number, person_id, choice) select 1, 4, 2, p, 'ballot' from generate_series(1, 7) p;
	insert into election (meeting_id, position, purpose, method, vote_number) values (1, 4, 'Justerare', 'majority', 2);
	insert into candidate (meeting_id, position, person_id) values (1, 4, 2), (1, 4, 3);
	insert into ballot_tally (meeting_id, position, number, line, choice, person_id, ballots) values (1, 4, 2, 1, 'candidate', 5, 7)$$);
select 'I24 ✗ fewer ballots counted than handed in: ' || pg_temp.try($$
	select pg_temp.election(1, 4, 1, 'majority', '{2,3}');
	select pg_temp.ballots(1, 4, 7, '{2,3}', '{4,2}');
	update election set vote_number = 1 where meeting_id = 1 and position = 4;
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 4, 'election', 'elected', 'Lind')$$);
select 'I24 ✗ the same of ballots that two rest on, of which one is decided: ' || pg_temp.try($$
	select pg_temp.election(1, 4, 1, 'majority', '{2,3}');
	select pg_temp.ballots(1, 4, 7, '{2,3}', '{4,2}');
	update election set vote_number = 1 where meeting_id = 1 and position = 4;
	insert into election (meeting_id, position, number, purpose, method, vote_number) values (1, 4, 2, 'Ersättare', 'majority', 1);
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 4, 'election', 'elected', 'Lind')$$);

-- By lot: A21, L7.  Six are present.
select 'L7 ✗ 3-3 without a lot: ' || pg_temp.try($$
	select pg_temp.election(2, 1, 1, 'majority', '{2,3}');
	select pg_temp.ballots(2, 1, 6, '{2,3}', '{3,3}');
	update election set vote_number = 1 where meeting_id = 2 and position = 1;
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 1, 'election', 'elected', 1, 'Öberg')$$);
select 'A21 ✓ adjuster by lot at 3-3: ' || pg_temp.try($$
	select pg_temp.election(2, 1, 1, 'majority', '{2,3}');
	select pg_temp.ballots(2, 1, 6, '{2,3}', '{3,3}');
	update election set vote_number = 1 where meeting_id = 2 and position = 1;
	update candidate set lot = case person_id when 3 then 1 else 2 end where meeting_id = 2 and position = 1;
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 1, 'election', 'elected', 1, 'Öberg')$$);
select 'I24 ✗ the same lot twice: ' ||
	pg_temp.try($$update candidate set lot = 1 where meeting_id = 2 and position = 1$$);
select 'I24 ✗ a lot is taken away: ' ||
	pg_temp.try($$update candidate set lot = null where meeting_id = 2 and position = 1 and person_id = 2$$);
select 'A21 ✓ a vote of yes and no about one candidate, by lot: ' || pg_temp.try($$
	insert into vote_event (meeting_id, position, kind, subject, lot) values (2, 2, 'closed', 'election', 'yes');
	insert into vote (meeting_id, position, person_id, choice) select 2, 2, p, 'ballot' from generate_series(1, 6) p;
	insert into ballot_tally (meeting_id, position, line, choice, ballots) values (2, 2, 1, 'yes', 3), (2, 2, 2, 'no', 3);
	select pg_temp.election(2, 2, 1, 'acclamation', '{2}');
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 2, 'election', 'elected', 1, 'Lind')$$);
select 'L7 ✗ elected though the lot fell on no: ' ||
	pg_temp.try($$update vote_event set lot = 'no' where meeting_id = 2 and position = 2$$);
select 'L7 ✓ two with equal numbers for two seats need no lot: ' || pg_temp.try($$
	select pg_temp.election(2, 3, 2, 'majority', '{2,3,4}');
	select pg_temp.ballots(2, 3, 6, '{2,3}', '{3,3}');
	update election set vote_number = 1 where meeting_id = 2 and position = 3;
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 3, 'election', 'elected', 1, 'Lind, Öberg')$$);
select 'L7 ✗ a tie for the last of two seats: ' || pg_temp.try($$
	select pg_temp.election(2, 4, 2, 'majority', '{2,3,4}');
	select pg_temp.ballots(2, 4, 6, '{2,3,4}', '{4,1,1}');
	update election set vote_number = 1 where meeting_id = 2 and position = 4;
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 4, 'election', 'elected', 1, 'Lind')$$);

-- Proportional: L2.  Three seats; 4 ballots for list A and 3 for list B make
-- quotients 4, 2 and 3, 1.5: A, B, A.
select 'L2 ✗ ballots for persons in a proportional election: ' || pg_temp.try($$
	select pg_temp.election(1, 5, 3, 'proportional', '{2,3,4}');
	update candidate set list = 'A', rank = person_id - 1 where meeting_id = 1 and position = 5;
	select pg_temp.ballots(1, 5, 7, '{2}', '{7}');
	update election set vote_number = 1 where meeting_id = 1 and position = 5$$);
select pg_temp.election(1, 5, 3, 'proportional', '{2,3,4,5,6}');
select pg_temp.ballots(1, 5, 7, '{}', '{}');
update election set vote_number = 1 where meeting_id = 1 and position = 5;
update candidate set list = case when person_id <= 4 then 'A' else 'B' end where meeting_id = 1 and position = 5;
select 'L2 ✗ ballots for a list without candidates: ' || pg_temp.try($$
	insert into ballot_tally (meeting_id, position, line, choice, list, ballots) values (1, 5, 1, 'list', 'C', 1)$$);
select 'L2 ✗ candidates without a place on the list: ' || pg_temp.try($$
	insert into ballot_tally (meeting_id, position, line, choice, list, ballots) values (1, 5, 1, 'list', 'A', 4), (1, 5, 2, 'list', 'B', 3);
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (1, 5, 'election', 'elected', 1, 'Lind, Berg, Öberg')$$);
select 'L2 ✓ lists with an order: ' || pg_temp.try($$
	update candidate set rank = person_id - case list when 'A' then 1 else 4 end where meeting_id = 1 and position = 5;
	insert into ballot_tally (meeting_id, position, line, choice, list, ballots) values (1, 5, 1, 'list', 'A', 4), (1, 5, 2, 'list', 'B', 3);
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (1, 5, 'election', 'elected', 1, 'Lind, Berg, Öberg')$$);
-- Two seats, 4 ballots for A and 2 for B: 4, and then 4/2 = 2/1.
select 'I24 ✗ more ballots than handed in: ' || pg_temp.try($$
	select pg_temp.election(2, 5, 2, 'proportional', '{2,3,5}');
	select pg_temp.ballots(2, 5, 6, '{}', '{}');
	update election set vote_number = 1 where meeting_id = 2 and position = 5;
	update candidate set list = case when person_id = 5 then 'B' else 'A' end, rank = case person_id when 3 then 2 else 1 end
	where meeting_id = 2 and position = 5;
	insert into ballot_tally (meeting_id, position, line, choice, list, ballots) values (2, 5, 1, 'list', 'A', 6), (2, 5, 2, 'list', 'B', 3)$$);
select 'L2 ✗ equal quotients for the last seat without a lot: ' || pg_temp.try($$
	select pg_temp.election(2, 5, 2, 'proportional', '{2,3,5}');
	select pg_temp.ballots(2, 5, 6, '{}', '{}');
	update election set vote_number = 1 where meeting_id = 2 and position = 5;
	update candidate set list = case when person_id = 5 then 'B' else 'A' end, rank = case person_id when 3 then 2 else 1 end
	where meeting_id = 2 and position = 5;
	insert into ballot_tally (meeting_id, position, line, choice, list, ballots) values (2, 5, 1, 'list', 'A', 4), (2, 5, 2, 'list', 'B', 2);
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 5, 'election', 'elected', 1, 'Lind, Berg')$$);
select 'L2 ✓ with a lot: ' || pg_temp.try($$
	select pg_temp.election(2, 5, 2, 'proportional', '{2,3,5}');
	select pg_temp.ballots(2, 5, 6, '{}', '{}');
	update election set vote_number = 1 where meeting_id = 2 and position = 5;
	update candidate set list = case when person_id = 5 then 'B' else 'A' end, rank = case person_id when 3 then 2 else 1 end,
		lot = case person_id when 5 then 1 when 3 then 2 end
	where meeting_id = 2 and position = 5;
	insert into ballot_tally (meeting_id, position, line, choice, list, ballots) values (2, 5, 1, 'list', 'A', 4), (2, 5, 2, 'list', 'B', 2);
	insert into decision (meeting_id, position, kind, outcome, vote_number, text) values (2, 5, 'election', 'elected', 1, 'Lind, Berg')$$);
-- not decided yet: the result is open where a lot is missing
select pg_temp.election(2, 6, 1, 'majority', '{2,3,4}');
select pg_temp.ballots(2, 6, 6, '{2,3,null}', '{2,2,2}');
update election set vote_number = 1 where meeting_id = 2 and position = 6;
select rule, status, finding from explain_item(2, 6)
where rule in ('election_held', 'ballots_add_up', 'ballots_for_candidates', 'lot_distinct') order by 1;

\pset format aligned
\pset tuples_only off
select meeting_id as meeting, position as item, number, method, seats, p.name, list, ballots, lot, elected, by_lot
from election_result r join person p on p.id = r.person_id
order by 1, 2, 3, ballots desc, p.id;
-- the view and the rules agree on which elections are settled
select r.meeting_id as meeting, r.position as item, r.number, bool_and(r.elected is not null) as settled,
	(select string_agg(e.status, ', ') from explain_item(r.meeting_id, r.position) e
	 where e.rule = 'election_held' and e.finding like 'election ' || r.number || ' %') as rule
from election_result r group by 1, 2, 3 order by 1, 2, 3;
select * from governance.verify_registry('elections');

-- what the rules say of what is stored in the end
\set rules 'election_held lot_distinct lot_in_elections decision_handled decision_kind handled_once handling_times times_in_meeting'
\i :srcdir/data/verdicts.sql
