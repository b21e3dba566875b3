-- Who was asked and who has answered: referral_status, referral_summary and
-- referral_duty on any day (B3, B4, B11, E2).
\set registry referral_status
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\i :srcdir/data/referrals.sql

-- ---- B3, B4: seventeen are asked, until 22 December 2004 ----
insert into body (id, name, kind) select 100 + n, 'Nämnd ' || n, 'board' from generate_series(1, 13) n;
insert into matter (id, body_id, title, opened_on) values (1, 1, 'Integrationspolicy', '2004-10-01');
insert into document (matter_id, number, kind, direction, title, dated_on) values
	(1, 1, 'proposal', 'drawn_up', 'Förslag till integrationspolicy', '2004-10-01');
insert into referral (matter_id, number, sender_id, document_number, decided_on, sent_on, answer_by)
values (1, 1, 1, 1, '2004-10-11', '2004-10-12', '2004-12-22');
insert into referral_recipient (matter_id, number, body_id, received_on)
select 1, 1, b, date '2004-10-13' from unnest(array[4, 6, 7, 8]) b union all select 1, 1, 100 + n, null from generate_series(1, 13) n;
insert into referral_answer (matter_id, number, body_id, kind, answered_on, recommendation) values
	(1, 1, 4, 'opinion', '2004-12-22', 'none'),
	(1, 1, 101, 'opinion', '2004-12-23', 'approve'),
	(1, 1, 6, 'office', '2004-12-01', 'approve'),
	(1, 1, 8, 'declined', '2004-12-10', null),
	(1, 1, 103, 'opinion', '2005-01-14', 'reject'),
	(1, 1, 104, 'opinion', '2005-01-15', 'reject');
-- extended to January, before the last day and after it
update referral_recipient set answer_by = '2005-01-14', extended_on = '2004-12-20' where body_id in (103, 104);
update referral_recipient set answer_by = '2005-01-31', extended_on = '2004-12-27' where body_id = 105;
set governance.as_of = '2005-01-20';
-- ✓ answered the 22nd; the 23rd late; none: missing; ✓ extended to January
select body, due, extended, received_on, answer, answered_on, recommendation, status, depth, asked_by
from referral_status where matter_id = 1 and body_id in (4, 6, 7, 8, 101, 102, 103, 104, 105) order by body_id;
select asked, outside, answered, in_time, late, declined, waiting, missing, answer_by, last_day from referral_summary where matter_id = 1;
-- every day stands by itself
create function pg_temp.on_day(day date) returns table (status text, bodies text)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', day::text, false);
	return query select s.status, string_agg(s.body, ', ' order by s.body_id)
		from referral_status s where s.matter_id = 1 and s.body_id in (4, 101, 102, 103, 104, 105, 8) group by 1 order by 1;
end
$$;
select d::date as day, s.* from unnest('{2004-10-11,2004-10-12,2004-12-10,2004-12-19,2004-12-20,2004-12-21,2004-12-22,2004-12-23,2004-12-27,2005-01-14,2005-01-15,2005-01-31,2005-02-01}'::date[]) d
left join lateral pg_temp.on_day(d) s on true;

-- ---- the duty: from the day it is sent until it is answered ----
create function pg_temp.duty(day date) returns table (rule text, body text, what text, object text, object_id bigint, due date, ruled_on date)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', day::text, false);
	return query select d.rule, b.name, d.what, d.object, d.object_id, d.due, d.ruled_on from referral_duty d join body b on b.id = d.body_id;
end
$$;
select * from pg_temp.duty('2004-12-22') where body in ('Socialnämnden', 'Nämnd 1', 'Nämnd 2', 'Nämnd 3') order by body;
select d::date as day, count(*) as open, count(*) filter (where s.due < d) as late
from unnest('{2004-10-11,2004-10-12,2004-12-21,2004-12-22,2004-12-23,2005-01-14,2005-01-15}'::date[]) d, lateral pg_temp.duty(d) s group by d order by d;
-- a matter that is concluded asks for nothing any more: from the day on
update matter set closed_on = '2005-03-01' where id = 1;
select count(*) from pg_temp.duty('2005-02-28') where object_id = 1;
select count(*) from pg_temp.duty('2005-03-01') where object_id = 1;

-- ---- B11: nobody outside the municipality was asked ----
insert into matter (id, body_id, title, opened_on) values (2, 1, 'Handlingsplan', '2025-01-07');
insert into referral (matter_id, number, sender_id, sent_on, answer_by) values (2, 1, 1, '2025-02-03', '2025-03-03'), (2, 2, 1, '2025-02-03', null);
insert into referral_recipient (matter_id, number, body_id) values (2, 1, 4), (2, 2, 4), (2, 2, 9);
set governance.as_of = '2025-02-10';
select number, asked, outside from referral_summary where matter_id = 2 order by 1;
-- a duty where the body's own regulation wants it, as long as there is time
insert into regulation (id, body_id, title, valid) values (99, 1, 'Reglemente för kommunstyrelsen', '[2025-01-01,)');
insert into provision (regulation_id, citation, ordinal, wording) values (99, '1 §', 1, 'Remiss sänds även till berörda organisationer.');
select rule, what from pg_temp.duty('2025-02-03') where object_id = 2 order by 1, 2;
insert into rule_setting (regulation_id, rule, citation) values (99, 'referral_outside', '1 §');
select rule, body, what, object, object_id, due, ruled_on from pg_temp.duty('2025-02-03') where rule = 'referral_outside';
select d::date as day, (select count(*) from pg_temp.duty(d) where rule = 'referral_outside') as open from unnest('{2025-02-02,2025-03-03,2025-03-04}'::date[]) d;
-- nobody outside has to answer
select body, what from pg_temp.duty('2025-03-04') where object_id = 2 and rule = 'referral_answered' order by 1, 2;
insert into referral_recipient (matter_id, number, body_id) values (2, 1, 9);
select count(*) from pg_temp.duty('2025-02-03') where rule = 'referral_outside';

-- ---- E2: how far down the chain ----
insert into matter (id, body_id, title, opened_on) values (3, 1, 'Motion', '2025-01-07');
insert into referral (matter_id, number, sender_id, sent_on) values
	(3, 1, 3, '2025-01-28'), (3, 2, 1, '2025-02-03'), (3, 9, 2, '2025-02-10'), (3, 4, 4, '2025-02-10'), (3, 3, 6, '2025-02-11'), (3, 8, 1, '2025-02-20');
insert into referral_recipient (matter_id, number, body_id) values
	(3, 1, 1), (3, 2, 2), (3, 9, 5), (3, 9, 4), (3, 4, 6), (3, 4, 1), (3, 3, 7), (3, 8, 9);
set governance.as_of = '2025-06-01';
select number, sender_id, body, depth, asked_by from referral_status where matter_id = 3 order by 1, body_id;
-- what is in no chain: written past the rules, and in a ring
set session_replication_role = replica;
insert into referral (matter_id, number, sender_id, sent_on) values (3, 5, 10, '2025-02-12'), (3, 6, 101, '2025-02-12'), (3, 7, 102, '2025-02-12');
insert into referral_recipient (matter_id, number, body_id) values (3, 5, 6), (3, 6, 102), (3, 7, 101);
set session_replication_role = origin;
select number, sender_id, body, depth, asked_by from referral_status where matter_id = 3 and number in (5, 6, 7) order by 1;
-- the view and the rule say the same of every referral
select c.matter_id, c.number, c.own, c.asked_by, e.status, e.finding
from referral_link c
left join lateral explain_matter(c.matter_id) e on e.rule = 'referral_chain' and e.item = c.number
where c.matter_id = 3 order by 1, 2;
reset governance.as_of;
drop schema referral_status cascade;
