-- A municipality to read the duties of, in schema :registry: 25 bodies that each
-- met :meetings times in ten years (200: 5,000 in all).  On 31 December 2029 all
-- that follows from the meetings is done, but for a number that does not depend
-- on :meetings.  Rows are written past the triggers, apart from signatures, which
-- make the seals, and notices: with these the database knows what is done.
--
-- Bodies: 1 council, 2 executive board, 3-14 boards, 15-25 committees of the
-- executive board under the reglemente of the tests, 26-30 offices.  Persons:
-- 1-7 members (1 chair, 2 vice chair), 8-14 substitutes, 15 secretary, the same
-- in all.
\set ON_ERROR_STOP on
\set valid '\'[2018-01-01,2031-01-01)\''
select governance.create_registry(:'registry', '0180') \g /dev/null
set search_path = :registry, public;
set session_replication_role = replica;

insert into body (id, name, kind, parent_id, founded_by)
select b, k.kind || ' ' || b, k.kind, k.parent, 'Kommunfullmäktige'
from generate_series(1, 30) b,
	lateral (select case when b = 1 then 'council' when b = 2 then 'executive_board' when b <= 14 then 'board'
			when b <= 25 then 'committee' else 'unit' end, case when b between 2 and 14 then 1 when b between 15 and 25 then 2 end) k(kind, parent);
insert into person (id, name) select p, 'Person ' || p from generate_series(1, 15) p;
insert into term (body_id, valid) select b, :valid from generate_series(1, 14) b;
-- seats of terms that have passed, too; one is vacant in body 20
insert into membership (body_id, person_id, role, valid)
select b, p, case when p <= 7 then 'member' else 'substitute' end, v::daterange
from generate_series(1, 25) b, generate_series(1, 14) p,
	unnest('{"[2018-01-01,2019-01-01)","[2019-01-01,2023-01-01)","[2023-01-01,2027-01-01)","[2027-01-01,2031-01-01)"}'::text[]) v
where not (b = 20 and p = 5 and v like '[2027%');
insert into office (body_id, person_id, kind, valid)
select b, o.person_id, o.kind, :valid from generate_series(1, 25) b, (values (1, 'chair'), (2, 'vice_chair'), (15, 'secretary')) o (person_id, kind);
select count(governance.apply_ready_settings(:'registry',
	governance.import_regulation(:'registry', b, 'Reglemente för utskott ' || b, :'document', '[2018-01-01,)'), 'integrationsutskottet'))
from generate_series(15, 25) b \g /dev/null

-- ---- meetings: number n of a body; the last five leave something to be done ----
create temp table held as
select b * 100000 + n as id, b as body, n, :meetings - n as later,
	date '2020-01-07' + case when n > :meetings - 5 then 3580 + (n - :meetings) * 10 else n * 3500 / :meetings end as day
from generate_series(1, 25) b, generate_series(1, :meetings) n;
insert into meeting (id, body_id, day, place, starts_at, called_by, opened_at, closed_at)
select id, body, day, 'Stadshuset', day + time '09:00', 1, day + time '09:00', day + time '11:00' from held order by day, id;
insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
select id, kind, day - 8 + time '12:00', 1
from held, unnest('{announcement,summons,agenda}'::text[]) kind where not (later = 4 and body in (1, 16, 17, 18) and kind = 'summons');
insert into agenda_item (meeting_id, position, title, area, handled, opened_at, decided_at, section)
select id, i, 'Ärende ' || i, case when body > 14 and not (later = 3 and body = 19 and i < 4) then 1 end, i,
	day + time '09:00' + i * interval '5 min', day + time '09:04' + i * interval '5 min', n * 10 + i
from held, generate_series(1, 8) i;
insert into attendance (meeting_id, person_id, capacity) select id, p, 'serving_member' from held, generate_series(1, 7) p;
insert into presiding (meeting_id, person_id) select id, 1 from held;
insert into decision (meeting_id, position, text, on_behalf_of)
select id, i, 'Beslut enligt förslaget.', case when body > 14 and i = 1 then 2 end from held, generate_series(1, 8) i;
insert into adjuster (meeting_id, person_id, position) select id, 3, 1 from held;
-- of the last meeting there are no minutes, those of the last but one are not signed
insert into minutes (meeting_id, responsible_id, drawn_up_on) select id, 1, day + 1 from held where later > 0;
-- to come
insert into meeting (id, body_id, day, place, starts_at)
select b * 100000, b, '2030-01-15', 'Stadshuset', '2030-01-15 09:00' from generate_series(1, 25) b;
-- asked for, and held but for two
insert into meeting_request (id, body_id, requested_on, subject, done_on)
select id, body, day - 20, 'Läget', day from held where n % 20 = 1
union all
select b, b, '2029-12-01', 'Läget', 'infinity' from generate_series(3, 4) b;
insert into meeting_requester (request_id, person_id) select r.id, p from meeting_request r, generate_series(3, 6) p;
update meeting set ground = 'members', request_id = id where id in (select id from held where n % 20 = 1);

-- ---- matters: of every meeting one, which is a motion, a referral, letters ----
insert into matter (id, body_id, number, title, opened_on, closed_on)
select id, body, format('%s 20%s/%s', 'KS', to_char(day, 'YY'), id)::governance.case_number, 'Ärende', day - 60,
	case when later > 2 then day + 30 end
from held;
-- the last two motions have not come up yet
update agenda_item i set matter_id = meeting_id from held h where h.id = i.meeting_id and i.position = 8 and not (h.body = 1 and h.later < 2);
insert into document (matter_id, number, kind, direction, title, dated_on, arrived_on, costs)
select id, k.number, k.kind, k.direction, 'Handling', day - 50, day - 50, 'inga kostnader'
from held, (values (1, 'motion', 'received'), (2, 'statement', 'drawn_up'), (3, 'answer', 'received')) k (number, kind, direction);
insert into motion (matter_id, council_id, dated_on, raised_on)
select id, 1, day - 50, day - 50 from held where body = 1;
insert into claim (matter_id, number, text, outcome, meeting_id, position, point)
select id, c, 'att', case when later > 1 then 'rejected' end, case when later > 1 then id end, case when later > 1 then 8 end, case when later > 1 then 1 end
from held, generate_series(1, 2) c where body = 1;
insert into referral (matter_id, number, sender_id, document_number, sent_on, answer_by)
select id, 1, body, 2, day - 45, day - 10 from held where body = 2;
insert into referral_recipient (matter_id, number, body_id, received_on)
select id, 1, r, day - 44 from held, generate_series(3, 6) r where body = 2;
insert into referral_answer (matter_id, number, body_id, kind, answered_on, document_number)
select id, 1, r, 'opinion', day - 15, 3 from held, generate_series(3, 6) r where body = 2 and not (later < 2 and r = 3);
insert into dispatch (matter_id, number, meeting_id, position, recipient_id, send_by, sent_on)
select id, 1, id, 8, 26, day + 14, case when later > 1 then day + 7 end from held where not (body = 1 and later < 2);
insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on)
select id, 1, body, 'Skrivelse', day, case when later > 1 then day + 1 end from held where body <= 14;
insert into letter_signature (matter_id, number, role, person_id, ground, signed_at)
select l.matter_id, 1, s.role, s.person, s.ground, l.dispatched_on + s.at
from letter l, (values ('sign', 1, 'chair', time '09:00'), ('countersign', 15, 'secretary', time '10:00')) s (role, person, ground, at)
where l.dispatched_on is not null;
insert into assignment (matter_id, number, text, given_by_id, given_on, due_on, done_on)
select id, 1, 'att återkomma', body, day, day + 60, case when later > 3 then day + 50 end from held where body in (1, 2);
insert into assignment_body (matter_id, number, body_id) select matter_id, 1, 3 from assignment;

-- ---- what committees and officials decide for the executive board, reported each quarter ----
insert into delegation (id, body_id, from_body_id, employee, subject, reported, valid)
select b, b, 2, case when b > 14 then null else 'Direktören' end, 'ärenden', true, :valid from generate_series(2, 25) b;
insert into delegated_decision (matter_id, number, delegation_id, body_id, decided_on, text)
select id, 1, body, body, day, 'Beslut på delegation.' from held where body between 2 and 14;
create temp table quarter as
select row_number() over (order by q) as k, q::date as from_day, (q + interval '3 months')::date as to_day
from generate_series(timestamp '2020-01-01', '2029-07-01', interval '3 months') q;
insert into matter (id, body_id, title, opened_on)
select 90000000 + b, b, 'Anmälan av delegationsbeslut', '2020-01-01' from generate_series(2, 25) b;
insert into delegation_report (matter_id, number, body_id, to_body_id, period, handed_over_on, meeting_id, position, received_on)
select 90000000 + b, k, b, 2, daterange(from_day, to_day), to_day + 20, m.id, 8, m.day
from quarter, generate_series(2, 25) b, lateral (
	select id, day from held where body = 2 and day > to_day + 20 order by day limit 1) m;
insert into delegation_report_item (matter_id, number, line, decided_matter_id, decided_number)
select 90000000 + h.body, q.k, row_number() over (partition by h.body, q.k order by h.id), h.id, 1
from held h join quarter q on h.day >= q.from_day and h.day < q.to_day where h.body between 2 and 14;
insert into delegation_report_item (matter_id, number, line, meeting_id, position, point)
select 90000000 + h.body, q.k, row_number() over (partition by h.body, q.k order by h.id), h.id, 1, 1
from held h join quarter q on h.day >= q.from_day and h.day < q.to_day where h.body > 14;
-- as the triggers would have derived it
update decision d set done_on = r.received_on
from delegation_report_item i join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
where i.meeting_id = d.meeting_id and i.position = d.position and i.point = d.point;
update delegated_decision d set done_on = r.received_on
from delegation_report_item i join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
where i.decided_matter_id = d.matter_id and i.decided_number = d.number;
reset session_replication_role;
vacuum analyze;

-- ---- signed: all but the last two; announced: all but the last three ----
insert into attestation (meeting_id, person_id, role, signed_at)
select id, person, role, day + 2 + time '10:00'
from held, (values (1, 'chair'), (3, 'adjuster')) s (person, role)
where later > 1 order by day, id;
insert into public_notice (meeting_id, posted_on, kept_at)
select id, case when later = 3 then date '2029-12-20' else day + 3 end, 'Kansliet' from held where later > 2 order by day, id;
-- the last of these is still up; some of those before it were taken down early
update public_notice n set taken_down_on = posted_on + case when later = 4 and body in (1, 3, 20) then 10 else 30 end
from held h where h.id = n.meeting_id and later > 3;
vacuum analyze;
