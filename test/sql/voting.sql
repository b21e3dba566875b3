-- Votes and the decisions that rest on them (rules.md A21, L7, L8, L23; the
-- votes of A8, A26, A28, L16; I21, I24).
\set registry voting
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset tuples_only on

-- an open vote: who votes yes, no, abstains
create function pg_temp.vote(meeting bigint, item integer, vote integer, yes bigint[],
	no bigint[], abstain bigint[] default '{}', matter text default 'settling') returns void
language sql
as $$
insert into vote_event (meeting_id, position, number, subject) values (meeting, item, vote, matter);
insert into vote (meeting_id, position, number, person_id, choice)
select meeting, item, vote, p, 'yes' from unnest(yes) p
union all select meeting, item, vote, p, 'no' from unnest(no) p
union all select meeting, item, vote, p, 'abstain' from unnest(abstain) p;
$$;

-- A21: so many must agree to settle a matter.  The same members, one by one
-- fewer of them: 1 to 7 in meeting 1, to 6 in meeting 2, ...
select pg_temp.meeting(m, '2025-03-11'::date + m, 6) from generate_series(1, 4) m;
delete from attendance where person_id > 8 - meeting_id;

select 'A21 ✓ 4-3: ' || pg_temp.try($$
	select pg_temp.vote(1, 1, 1, '{1,2,3,4}', '{5,6,7}');
	insert into decision (meeting_id, position, vote_number, text) values (1, 1, 1, 'Bifall')$$);
select 'A21 ✓ 4-0, 1 abstains: ' || pg_temp.try($$
	select pg_temp.vote(3, 1, 1, '{1,2,3,4}', '{}', '{5}');
	insert into decision (meeting_id, position, vote_number, text) values (3, 1, 1, 'Bifall')$$);
select 'A21 ✗ 3-1: ' || pg_temp.try($$
	select pg_temp.vote(4, 1, 1, '{1,2,3}', '{4}');
	insert into decision (meeting_id, position, vote_number, text) values (4, 1, 1, 'Bifall')$$);
select 'A21 ✗ 3-3, casting vote: ' || pg_temp.try($$
	select pg_temp.vote(2, 1, 1, '{1,2,3}', '{4,5,6}');
	insert into decision (meeting_id, position, vote_number, text) values (2, 1, 1, 'Bifall')$$);
select 'A21 ✗ 3-0, 4 abstain: ' || pg_temp.try($$
	select pg_temp.vote(1, 2, 1, '{1,2,3}', '{}', '{4,5,6,7}');
	insert into decision (meeting_id, position, vote_number, text) values (1, 2, 1, 'Bifall')$$);
select 'A21 ✓ tabling by 3-1: ' || pg_temp.try($$
	insert into proposal (meeting_id, position, number, person_id, kind, text) values (4, 1, 1, 2, 'table', 'Bordläggning');
	select pg_temp.vote(4, 1, 1, '{1,2,3}', '{4}', matter => 'procedural');
	update vote_event set yes_proposal = 1 where meeting_id = 4;
	insert into decision (meeting_id, position, kind, outcome, vote_number, proposal_number, text)
	values (4, 1, 'procedural', 'tabled', 1, 1, 'Ärendet bordläggs')$$);
select 'A21 ✗ one vote of four is taken away afterwards: ' ||
	pg_temp.try($$update vote set choice = 'abstain' where (meeting_id, person_id) = (1, 4)$$);
select 'A21 ✓ two votes change places in one statement: ' || pg_temp.try($$
	update vote set choice = case person_id when 4 then 'no' else 'yes' end
	where meeting_id = 1 and position = 1 and person_id in (4, 5)$$);
select 'A21, I20 3-1 admitted as a deviation: ' || pg_temp.try($$
	select pg_temp.vote(4, 2, 1, '{1,2,3}', '{4}');
	select admit_deviation(4, 2, 'decision_agreement', 'Klubbades vid sammanträdet');
	insert into decision (meeting_id, position, vote_number, text) values (4, 2, 1, 'Bifall')$$);

-- Who votes: A8, A26, A28, L8, L10, L16
insert into attendance (meeting_id, person_id, capacity) values
	(1, 8, 'non_serving_substitute'), (1, 16, 'city_director'), (1, 17, 'commissioner'),
	(1, 18, 'guest');
insert into vote_event (meeting_id, position) values (1, 3);
select 'A28 ✗ a substitute who does not serve: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 8, 'yes')$$);
select 'A8 ✗ a commissioner: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 17, 'yes')$$);
select 'A26 ✗ the city director: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 16, 'yes')$$);
select 'L16 ✗ a guest: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 18, 'yes')$$);
select 'L8 ✗ somebody absent, by an abstention too: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 9, 'abstain')$$);
select 'L8 ✗ two votes: ' || pg_temp.try($$
	insert into vote (meeting_id, position, person_id, choice) values (1, 3, 3, 'yes'), (1, 3, 3, 'no')$$);
select 'L17 ✗ somebody recused: ' || pg_temp.try($$
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 3, 3, 'jäv', true);
	insert into vote (meeting_id, position, person_id, choice) values (1, 3, 3, 'yes')$$);
select 'L17 ✗ recused after having voted: ' || pg_temp.try($$
	insert into vote (meeting_id, position, person_id, choice) values (1, 3, 3, 'yes');
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 3, 3, 'jäv', true)$$);
select 'L17 ✓ a recusal that was rejected: ' || pg_temp.try($$
	insert into vote (meeting_id, position, person_id, choice) values (1, 3, 3, 'yes');
	insert into recusal (meeting_id, position, person_id, ground, ruling) values (1, 3, 3, 'jäv', 'rejected')$$);
select 'L10 ✓ a serving substitute: ' || pg_temp.try($$
	update attendance set to_item = 2, left_for = 'other' where meeting_id = 1 and person_id = 7;
	update attendance set to_item = 2 where meeting_id = 1 and person_id = 8;
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item)
	values (1, 8, 'serving_substitute', 7, 3);
	insert into vote (meeting_id, position, person_id, choice) values (1, 3, 8, 'yes')$$);
select 'I3 ✗ the member who had left before the decision: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 7, 'yes')$$);
select 'I3 ✗ the substitute''s service is moved to a later item: ' || pg_temp.try($$
	update attendance set from_item = 4, from_point = 'opened' where capacity = 'serving_substitute'$$);

-- When: L7
select 'L7 ✓ a vote called when the gavel falls: ' ||
	pg_temp.try($$update vote_event set called_at = '2025-03-12 09:19' where meeting_id = 1 and position = 3$$);
select 'L7 ✗ a vote after the gavel: ' ||
	pg_temp.try($$update vote_event set called_at = '2025-03-12 09:20' where meeting_id = 1 and position = 3$$);
select 'L7 ✗ the gavel is moved before the vote: ' ||
	pg_temp.try($$update agenda_item set decided_at = '2025-03-12 09:18' where meeting_id = 1 and position = 3$$);
select 'L7 ✗ a vote after the decision that rests on it, before the end of the item: ' || pg_temp.try($$
	update vote_event set called_at = '2025-03-12 09:09' where meeting_id = 1 and position = 1;
	update decision set decided_at = '2025-03-12 09:08' where meeting_id = 1 and position = 1$$);

-- How: L7, I24
select 'L7 ✗ a closed vote on settling a matter: ' ||
	pg_temp.try($$insert into vote_event (meeting_id, position, kind) values (1, 4, 'closed')$$);
select 'L7 ✓ a closed vote about employment: ' ||
	pg_temp.try($$insert into vote_event (meeting_id, position, kind, subject) values (1, 4, 'closed', 'employment')$$);
select 'L7 ✗ what it was about is changed: ' ||
	pg_temp.try($$update vote_event set subject = 'procedural' where meeting_id = 1 and position = 4$$);
select 'I24 ✗ a closed vote with a vote in it: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 4, 1, 'yes')$$);
select 'I24 ✗ a ballot of somebody who does not serve: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 4, 16, 'ballot')$$);
select 'I24 ✓ six ballots: ' || pg_temp.try($$
	insert into vote (meeting_id, position, person_id, choice)
	select 1, 4, p, 'ballot' from generate_series(1, 6) p$$);
select 'I24 ✗ a ballot in an open vote: ' ||
	pg_temp.try($$insert into vote (meeting_id, position, person_id, choice) values (1, 3, 1, 'ballot')$$);
select 'I24 ✗ a tally of an open vote: ' ||
	pg_temp.try($$insert into ballot_tally (meeting_id, position, line, choice, ballots) values (1, 3, 1, 'yes', 1)$$);
select 'I24 ✓ three of six ballots are counted: ' ||
	pg_temp.try($$insert into ballot_tally (meeting_id, position, line, choice, ballots) values (1, 4, 1, 'yes', 3)$$);
select 'I24 ✗ a decision before all are counted: ' ||
	pg_temp.try($$insert into decision (meeting_id, position, vote_number, text) values (1, 4, 1, 'Anställs')$$);
select 'I24 ✗ four more: ' ||
	pg_temp.try($$insert into ballot_tally (meeting_id, position, line, choice, ballots) values (1, 4, 2, 'no', 4)$$);
select 'I24 ✓ three more: ' ||
	pg_temp.try($$insert into ballot_tally (meeting_id, position, line, choice, ballots) values (1, 4, 2, 'no', 3)$$);
select 'L7 ✗ a decision at equal numbers without a lot: ' ||
	pg_temp.try($$insert into decision (meeting_id, position, kind, vote_number, text) values (1, 4, 'settling', 1, 'Anställs')$$);
select 'L7, A21 ✗ decided by lot, but only three agree: ' || pg_temp.try($$
	update vote_event set lot = 'yes' where meeting_id = 1 and position = 4;
	insert into decision (meeting_id, position, kind, vote_number, text) values (1, 4, 'settling', 1, 'Anställs')$$);
select 'L7 ✗ a lot on a matter that is no election: ' ||
	pg_temp.try($$update vote_event set lot = 'yes' where meeting_id = 1 and position = 3$$);
select 'I24 ✗ a ballot is taken away after the count: ' ||
	pg_temp.try($$delete from vote where meeting_id = 1 and position = 4 and person_id = 6$$);

-- The chair: L8.  In item 5 three against three, and the chair abstains.
select 'L8 ✓ the chair abstains at 4-2: ' ||
	pg_temp.try($$select pg_temp.vote(1, 5, 1, '{2,3,4,5}', '{6,8}', '{1}')$$);
select 'L8 ✗ the chair abstains at 3-3: ' ||
	pg_temp.try($$update vote set choice = 'no' where meeting_id = 1 and position = 5 and person_id = 5$$);
select 'L8 ✓ the chair need not have voted while votes are missing: ' ||
	pg_temp.try($$select pg_temp.vote(1, 6, 1, '{2,3,4}', '{5,6,8}')$$);
select 'L8 ✗ but when it is decided: ' ||
	pg_temp.try($$insert into decision (meeting_id, position, kind, outcome, vote_number, text)
	values (1, 6, 'settling', 'approved', 1, 'Bifall')$$);
select rule, status, finding from explain_item(1, 6)
where rule in ('voter_serves', 'chair_votes', 'decision_follows_vote', 'ballots_add_up') order by 1, 3;
select 'L8 ✓ the chair''s vote makes four: ' || pg_temp.try($$
	insert into vote (meeting_id, position, person_id, choice) values (1, 6, 1, 'yes');
	insert into decision (meeting_id, position, kind, outcome, vote_number, text)
	values (1, 6, 'settling', 'approved', 1, 'Bifall')$$);
select 'L8 ✗ and is taken back: ' ||
	pg_temp.try($$delete from vote where meeting_id = 1 and position = 6 and person_id = 1$$);

-- A decision follows its vote: L7
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(3, 2, 1, 1, 'approve', 'Bifall till förslaget'), (3, 2, 2, 2, 'reject', 'Avslag'),
	(3, 2, 3, 3, 'amend', 'Bifall med ändring');
select pg_temp.vote(3, 2, 1, '{1,2,3,4}', '{5}');
update vote_event set yes_proposal = 1, no_proposal = 2 where meeting_id = 3 and position = 2;
select 'L7 ✗ the losing side: ' || pg_temp.try($$
	insert into decision (meeting_id, position, vote_number, proposal_number, outcome, text) values (3, 2, 1, 2, 'rejected', 'Avslag')$$);
select 'L7 ✗ a third proposal: ' || pg_temp.try($$
	insert into decision (meeting_id, position, vote_number, proposal_number, text) values (3, 2, 1, 3, 'Bifall')$$);
select 'L7 ✗ no proposal: ' || pg_temp.try($$
	insert into decision (meeting_id, position, vote_number, text) values (3, 2, 1, 'Bifall')$$);
select 'L7 ✗ the winning side, with the other outcome: ' || pg_temp.try($$
	insert into decision (meeting_id, position, vote_number, proposal_number, outcome, text) values (3, 2, 1, 1, 'rejected', 'Avslag')$$);
select 'L7 ✓ the winning side: ' || pg_temp.try($$
	insert into decision (meeting_id, position, vote_number, proposal_number, text) values (3, 2, 1, 1, 'Bifall')$$);
select 'L7 ✗ the sides are exchanged afterwards: ' || pg_temp.try($$
	update vote_event set yes_proposal = 2, no_proposal = 1 where meeting_id = 3 and position = 2$$);
select 'L7 ✗ the decision no longer names it: ' || pg_temp.try($$
	update decision set proposal_number = null where meeting_id = 3 and position = 2$$);
select 'L7 ✗ approved where no won, without proposals: ' || pg_temp.try($$
	select pg_temp.vote(3, 3, 1, '{1}', '{2,3,4,5}');
	insert into decision (meeting_id, position, vote_number, text) values (3, 3, 1, 'Bifall')$$);
select 'L7 ✓ rejected where no won: ' || pg_temp.try($$
	select pg_temp.vote(3, 3, 1, '{1}', '{2,3,4,5}');
	insert into decision (meeting_id, position, vote_number, outcome, text) values (3, 3, 1, 'rejected', 'Avslag')$$);
select 'L7 ✗ on a vote without votes: ' || pg_temp.try($$
	insert into vote_event (meeting_id, position) values (3, 4);
	insert into decision (meeting_id, position, vote_number, text) values (3, 4, 1, 'Bifall')$$);
select 'I21 ✗ a matter settled by a vote on procedure: ' || pg_temp.try($$
	select pg_temp.vote(3, 4, 1, '{1,2,3,4}', '{5}', matter => 'procedural');
	insert into decision (meeting_id, position, vote_number, text) values (3, 4, 1, 'Bifall')$$);

-- L23 in a committee: the majority tables
select 'L23 ✗ settled though tabling carried: ' || pg_temp.try($$
	insert into proposal (meeting_id, position, number, person_id, kind, text) values (3, 5, 1, 2, 'table', 'Bordläggning');
	select pg_temp.vote(3, 5, 1, '{1,2,3}', '{4,5}', matter => 'procedural');
	update vote_event set yes_proposal = 1 where meeting_id = 3 and position = 5;
	insert into decision (meeting_id, position, text) values (3, 5, 'Bifall')$$);
select 'L23 ✗ tabled though a minority asked for it: ' || pg_temp.try($$
	insert into proposal (meeting_id, position, number, person_id, kind, text) values (3, 5, 1, 2, 'table', 'Bordläggning');
	select pg_temp.vote(3, 5, 1, '{1,2}', '{3,4,5}', matter => 'procedural');
	update vote_event set yes_proposal = 1 where meeting_id = 3 and position = 5;
	insert into decision (meeting_id, position, kind, outcome, text) values (3, 5, 'procedural', 'tabled', 'Bordläggs')$$);

-- L7 in a board, where no number of members must agree: 3-3 decided by the chair
insert into office (body_id, person_id, kind, valid) values (1, 1, 'chair', '[2023-01-01,2027-01-01)');
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (11, 1, '2025-03-19', 'Stadshuset', '2025-03-19 09:00', 'plan', 1, '2025-03-19 09:00');
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at)
values (11, 1, 'Ärende 1', 1, '2025-03-19 09:05', '2025-03-19 09:09');
insert into presiding (meeting_id, person_id) values (11, 1);
select from summon(11, '2025-03-10 09:00') \g /dev/null
insert into attendance (meeting_id, person_id, capacity)
select 11, p, 'serving_member' from generate_series(1, 6) p;
select 'L7 ✗ the side that the chair voted against: ' || pg_temp.try($$
	select pg_temp.vote(11, 1, 1, '{1,2,3}', '{4,5,6}');
	insert into decision (meeting_id, position, vote_number, outcome, text) values (11, 1, 1, 'rejected', 'Avslag')$$);
select 'L7 ✓ 3-3 decided by the chair: ' || pg_temp.try($$
	select pg_temp.vote(11, 1, 1, '{1,2,3}', '{4,5,6}');
	insert into decision (meeting_id, position, vote_number, text) values (11, 1, 1, 'Bifall')$$);
insert into hindrance (body_id, person_id, valid, reason) values (1, 1, '[2025-03-19,2025-03-20)', 'Hes');
select 'L7 ✗ somebody else had presided: ' ||
	pg_temp.try($$update presiding set person_id = 4, ground = 'designated' where meeting_id = 11$$);

-- L23 in the council: 49 present
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council');
insert into person (id, name) select 100 + n, 'Fullmäktig ' || n from generate_series(1, 49) n;
insert into membership (body_id, person_id, role, valid)
select 3, 100 + n, 'member', '[2022-10-15,2026-10-15)' from generate_series(1, 49) n;
insert into office (body_id, person_id, kind, valid) values (3, 101, 'chair', '[2022-10-15,2026-10-15)');
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (21, 3, '2025-04-07', 'Rådssalen', '2025-04-07 16:00', 'plan', 101, '2025-04-07 16:00');
insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
select 21, k, '2025-03-24 09:00', 101 from unnest('{announcement,summons,agenda}'::text[]) k;
insert into summons (meeting_id, person_id, told_at)
select 21, 100 + n, '2025-03-24 09:00' from generate_series(1, 49) n;
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at)
select 21, i, 'Ärende ' || i, i, '2025-04-07 16:00'::timestamp + i * interval '10 min',
	'2025-04-07 16:08'::timestamp + i * interval '10 min'
from generate_series(1, 4) i;
insert into presiding (meeting_id, person_id) values (21, 101);
insert into attendance (meeting_id, person_id, capacity)
select 21, 100 + n, 'serving_member' from generate_series(1, 49) n;
insert into proposal (meeting_id, position, number, person_id, kind, text)
select 21, i, 1, 149, 'refer_back', 'Återremiss' from generate_series(1, 4) i;

-- so many vote for referring back, all others for settling it today
create function pg_temp.refer_back(item integer, asking integer) returns void
language sql
as $$
select pg_temp.vote(21, item, 1, array(select 100 + n from generate_series(50 - asking, 49) n),
	array(select 100 + n from generate_series(1, 49 - asking) n), matter => 'procedural');
update vote_event set yes_proposal = 1 where meeting_id = 21 and position = item;
$$;
\set referred 'insert into decision (meeting_id, position, kind, outcome, vote_number, proposal_number, text) select 21, i, ''procedural'', ''referred_back'', 1, 1, ''Återremitteras'' from unnest(array[1]) i'
\set settled 'insert into decision (meeting_id, position, text) values (21, 1, ''Bifall'')'
select 'L23 ✓ 17 of 49 have it referred back: ' || pg_temp.try('select pg_temp.refer_back(1, 17);' || :'referred');
delete from decision where meeting_id = 21;
select 'L23 ✗ settled though 17 of 49 ask: ' || pg_temp.try(:'settled');
select 'L23 ✓ withdrawn again: ' || pg_temp.try(:'referred' || '; update decision set withdrawn_at = ''2025-04-07 16:17'' where meeting_id = 21');
select pg_temp.try($$delete from decision where meeting_id = 21; update vote set choice = 'no' where meeting_id = 21 and person_id = 133$$);
select 'L23 ✗ 16 of 49: ' || pg_temp.try(:'referred');
select 'L23 ✗ nor without naming the vote: ' || pg_temp.try($$
	insert into decision (meeting_id, position, kind, outcome, text) values (21, 1, 'procedural', 'referred_back', 'Återremitteras')$$);
select 'L23 ✓ with 16 of 49 it is settled: ' || pg_temp.try(:'settled');
select 'L23 ✗ one more asks for it afterwards: ' ||
	pg_temp.try($$update vote set choice = 'yes' where meeting_id = 21 and person_id = 133$$);
select 'L23 ✓ 16 of 48: ' || pg_temp.try($$
	select pg_temp.refer_back(2, 16);
	delete from vote where meeting_id = 21 and position = 2 and person_id = 102;
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (21, 2, 102, 'jäv', true);
	insert into decision (meeting_id, position, kind, outcome, vote_number, proposal_number, text)
	values (21, 2, 'procedural', 'referred_back', 1, 1, 'Återremitteras')$$);
select 'L23 ✗ a second time a majority is needed: ' || pg_temp.try($$
	update agenda_item set minority_tabled = true where meeting_id = 21 and position = 3;
	select pg_temp.refer_back(3, 17);
	insert into decision (meeting_id, position, kind, outcome, vote_number, proposal_number, text)
	values (21, 3, 'procedural', 'referred_back', 1, 1, 'Återremitteras')$$);
select 'L23 ✗ and about elections: ' || pg_temp.try($$
	insert into election (meeting_id, position, purpose) values (21, 3, 'Revisor');
	select pg_temp.refer_back(3, 24);
	insert into decision (meeting_id, position, kind, outcome, vote_number, proposal_number, text)
	values (21, 3, 'procedural', 'referred_back', 1, 1, 'Återremitteras')$$);
select 'L23 ✓ 25 are the majority: ' || pg_temp.try($$
	insert into election (meeting_id, position, purpose) values (21, 3, 'Revisor');
	select pg_temp.refer_back(3, 25);
	insert into decision (meeting_id, position, kind, outcome, vote_number, proposal_number, text)
	values (21, 3, 'procedural', 'referred_back', 1, 1, 'Återremitteras')$$);

-- The view counts as the rules do.  They have nothing to say about the casting
-- vote in a closed vote, and in item 2 of meeting 21 a minority had its way.
\pset format aligned
\pset tuples_only off
select r.meeting_id as meeting, r.position as item, r.number as vote, r.kind, r.subject, r.yes, r.no, r.abstain,
	r.chair_vote as chair, r.outcome, r.decided_by,
	exists (select from explain_item(r.meeting_id, r.position) e
		where e.rule = 'chair_votes' and e.status = 'met' and e.finding = format(
			'vote %s of item %s: %s to %s, the outcome is %s', r.number, r.position,
			greatest(r.yes, r.no), least(r.yes, r.no), r.outcome)) as rules_agree
from vote_result r
order by 1, 2, 3;
select * from governance.verify_registry('voting');

-- what is said of items that break nothing
select m.id as meeting, e.rule, e.status, count(*)
from meeting m cross join lateral explain_meeting(m.id) e
where m.id in (1, 21) and e.rule in ('voter_serves', 'vote_before_gavel', 'vote_open', 'vote_secrecy',
	'chair_votes', 'ballots_add_up', 'decision_follows_vote', 'vote_subject', 'lot_in_elections',
	'minority_tabling', 'majority_tabling')
group by 1, 2, 3 order by 1, 2, 3;
select e."position" as item, e.rule, e.status, e.finding from explain_meeting(21) e
where e.rule in ('minority_tabling', 'decision_follows_vote') order by 1, 2;

-- what the rules say of what is stored in the end
\set rules 'majority_tabling commissioner_right closed_doors meeting_announced no_return_same_day proposer_entitled substitutes_told summons_sent'
\i :srcdir/data/verdicts.sql
