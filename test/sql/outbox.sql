-- What leaves the house: which events are written to the outbox, by whom and for
-- whom, and how it is claimed and recorded what became of them.  How it is sent is
-- test/t/delivery.pl.
\set registry outbox_a
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

-- ---- endpoints ----
create function pg_temp.endpoint(url text, kinds text default '{duty_overdue}', secret text default 'k') returns text
language plpgsql set search_path from current as $$
declare
	problem text;
begin
	insert into endpoint (name, url, kinds, secret) values (url, url, kinds::text[], secret);
	delete from endpoint e where e.name = $1;
	return 'done';
exception when check_violation then
	get stacked diagnostics problem = constraint_name;
	return problem;
end
$$;
select url, pg_temp.endpoint(url) from unnest(array['https://a.example', 'https://a.example:8443/x?y=1', 'http://[::1]:80/',
	'ftp://a.example', 'https://', 'https:///x', 'https://user:password@a.example/', 'https://a.example/#x', 'https://a.example/a b', 'a.example']) url;
select kinds, pg_temp.endpoint('https://a.example', kinds) from unnest(array['{}', '{minutes_announced,meeting_summoned}', '{other}', '{null}']) kinds;
select secret, pg_temp.endpoint('https://a.example', secret => secret) from unnest(array['board', '../board', '.board', 'a/b', '', 'Åsa', 'a-b.c']) secret;

insert into endpoint (id, name, url, kinds, body_id, secret, in_order, state) values
	(1, 'everything', 'https://a.example/', '{minutes_announced,meeting_summoned,decision_dispatched,report_handed_over,duty_overdue}', null, 'k', true, 'active'),
	(2, 'notices of the committee', 'https://b.example/', '{minutes_announced}', 2, 'k', false, 'active'),
	(3, 'notices of another body', 'https://c.example/', '{minutes_announced}', 1, 'k', false, 'active'),
	(4, 'paused', 'https://d.example/', '{meeting_summoned}', null, 'k', false, 'paused');

-- ---- events ----
-- a meeting, with a secret matter at item 2
insert into matter (id, body_id, title, opened_on, secret) values (1, 2, 'Öppet', '2025-01-07', false), (2, 2, 'Hemligt', '2025-01-07', true);
select pg_temp.meeting(1, '2025-03-12', 3) \g /dev/null
delete from meeting_document;
update agenda_item set matter_id = position where position < 3;
update agenda_item set title = 'Hemligt ärende' where position = 2;
insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
	(1, 'announcement', '2025-03-01 09:00', 1), (1, 'summons', '2025-03-01 09:00', 1);
select endpoint_id, kind, body_id, subject, state, data - 'seats' as data, jsonb_array_length(data -> 'seats') as seats, data -> 'seats' -> 0 as seat from outbox order by id;
-- decisions are sent
insert into decision (meeting_id, position, text) values (1, 1, 'bifall'), (1, 2, 'hemligt beslut'), (1, 3, 'bifall');
insert into dispatch (matter_id, number, meeting_id, position, recipient, sent_on) values (1, 1, 1, 1, 'Länsstyrelsen', null), (2, 1, 1, 2, 'Socialnämnden', '2025-03-13');
update dispatch set sent_on = '2025-03-14' where matter_id = 1;
update dispatch set sent_on = '2025-03-15' where matter_id = 1;
select endpoint_id, matter_id, subject, data - 'meeting' as data from outbox where kind = 'decision_dispatched' order by id;
-- minutes are announced
update agenda_item set section = 10 + handled;
update meeting set closed_at = '2025-03-12 12:00';
insert into adjuster (meeting_id, person_id, position) values (1, 2, 3);
insert into minutes (meeting_id, responsible_id) values (1, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values (1, 1, 'chair', '2025-03-14 10:00'), (1, 2, 'adjuster', '2025-03-14 10:00');
insert into public_notice (id, meeting_id, posted_on, kept_at) values (1, 1, '2025-03-14', 'Stadshuset');
select endpoint_id, body_id, subject, data - 'meeting' as data from outbox where kind = 'minutes_announced' order by id;
-- a report is handed over
insert into delegation_report (matter_id, number, body_id, to_body_id, period) values (1, 1, 2, 1, '[2025-01-01,2025-04-01)');
update delegation_report set handed_over_on = '2025-04-02';
update delegation_report set handed_over_on = '2025-04-03';
select endpoint_id, matter_id, subject, data from outbox where kind = 'report_handed_over' order by id;
-- duties that are late are told of once; of what is secret no more than that there is one
set governance.as_of = '2025-06-30';
insert into assignment (matter_id, number, meeting_id, position, text, due_on, given_by_id, given_on) values (2, 1, 1, 2, 'utred det hemliga', '2025-05-01', 2, '2025-03-12');
insert into assignment_body (matter_id, number, body_id) values (2, 1, 2);
select tell_duties() > 0 as told;
select count(*) from outbox where kind = 'duty_overdue' \gset before_
select tell_duties() > 0 as told;
select count(*) = :before_count as once from outbox where kind = 'duty_overdue';
select data -> 'rule' as rule, data -> 'what' as what, data -> 'due' as due, matter_id from outbox where kind = 'duty_overdue' and matter_id = 2;
select count(*) as secrets from outbox where data::text ~* 'hemlig';
reset governance.as_of;
-- what is imported was long ago
begin;
select begin_import() \g /dev/null
insert into public_notice (id, meeting_id, posted_on, kept_at) values (2, 1, '2025-03-15', 'Stadshuset');
rollback;
begin;
savepoint s;
select begin_import() \g /dev/null
rollback to s;
insert into public_notice (id, meeting_id, posted_on, kept_at) values (3, 1, '2025-03-15', 'Stadshuset');
select count(*) from outbox where subject = 'public_notice/3';
rollback;

-- ---- claiming ----
delete from outbox where kind = 'duty_overdue';
update outbox set event = format('00000000-0000-0000-0000-%s', lpad((id - 180000000000000)::text, 12, '0'))::uuid, occurred_at = '2025-03-14 10:00:00+01';
-- in order: one of each matter, and what is of none; nothing for who is paused
create temp table claimed as select * from claim_deliveries(100, '1 minute');
select c.endpoint, o.kind, o.matter_id, c.attempt, c.at_once, c.url, c.secret, o.state, o.attempts, o.claimed_at is not null as claimed,
	o.due_at - o.claimed_at > '59 s' as leased
from claimed c join outbox o using (id) order by id;
select jsonb_pretty(message::jsonb - 'data') as message from claimed order by id limit 1;
select message::jsonb ->> 'id' = event::text as same_id, message::jsonb -> 'data' = o.data as same_data from claimed c join outbox o using (id, event) limit 1;
select count(*) as again from claim_deliveries(100, '1 minute');
select endpoint_id, name, state, delivers, queued, in_flight, failing, delivered, dead, too_many, last_problem from delivery_status order by 1;

-- ---- recording ----
select delivered, failing, dead
from (select array_agg(id order by id) as ids, array_agg(attempt order by id) as attempts, count(*)::integer as n from claimed) c,
	record_deliveries(c.ids, c.attempts, array_fill(timestamptz '2025-03-14 10:01+01', array[n]), array_fill(0.25::float8, array[n]),
		array[200, 503] || array_fill(404, array[n - 2]), array[null, 'HTTP status 503'] || array_fill('HTTP status 404'::text, array[n - 2]),
		array['delivered', 'failing'] || array_fill('dead'::text, array[n - 2]), array[0::float8, 100] || array_fill(0::float8, array[n - 2]),
		'5 s', '3 days');
select endpoint_id, kind, state, attempts, failures, claimed_at, due_at - clock_timestamp() between '95 s' and '100 s' as asked_for, ended_at is not null as ended
from outbox where attempts > 0 order by id;
select number, began_at at time zone 'Europe/Stockholm' as began_at, took, status, problem from delivery_attempt order by outbox_id;
-- the next of the matters may go now
select o.endpoint_id, o.kind, o.matter_id from claim_deliveries(100, '-1 minute') c join outbox o using (id) order by id;
-- a claim that has lapsed: its failure is another's business, its success is not
create temp table lapsed as select * from claim_deliveries(1, '-1 minute');
select c.* from lapsed l, record_deliveries(array[l.id], array[l.attempt - 1], array[now()], array[1::float8], array[500], array['x'], array['failing'], array[0::float8], '5 s', '3 days') c;
select c.* from lapsed l, record_deliveries(array[l.id], array[l.attempt - 1], array[now()], array[1::float8], array[200], array[null], array['delivered'], array[0::float8], '5 s', '3 days') c;
select c.* from lapsed l, record_deliveries(array[l.id], array[l.attempt], array[now()], array[1::float8], array[500], array['x'], array['failing'], array[0::float8], '5 s', '3 days') c;
-- pauses double, up to an hour, and no two are alike
create function pg_temp.pauses(failed integer) returns table(pause interval)
language plpgsql set search_path from current as $$
begin
	for i in 1..20 loop
		update outbox set failures = failed, attempts = 1, state = 'queued', due_at = now(), ended_at = null where id = (select min(id) from outbox);
		perform record_deliveries(array[min(id)], array[1], array[now()], array[1::float8], array[500], array['x'], array['failing'], array[0::float8], '1 s', '3 days') from outbox;
		return query select due_at - clock_timestamp() from outbox where id = (select min(id) from outbox);
	end loop;
end
$$;
select failed, min(pause) >= '0.49 s'::interval * least(2 ^ failed, 3600) as no_shorter, max(pause) <= '1 s'::interval * least(2 ^ failed, 3600) as no_longer,
	max(pause) - min(pause) > '0.1 s'::interval * least(2 ^ failed, 3600) as scattered
from unnest(array[0, 3, 11, 12, 40]) failed, pg_temp.pauses(failed) group by 1 order by 1;
-- what fails for too long is given up
update outbox set queued_at = now() - interval '3 days', attempts = 1 where id = (select min(id) from outbox);
select c.* from (select min(id) as id from outbox) o, record_deliveries(array[o.id], array[1], array[now()], array[1::float8], array[500], array['x'], array['failing'], array[0::float8], '5 s', '3 days') c;

-- ---- requeued, deleted ----
select state, count(*) from outbox group by 1 order by 1;
select requeue_deliveries(endpoint => 2), requeue_deliveries(delivery => (select min(id) from outbox)), requeue_deliveries(), requeue_deliveries();
select state, count(*), min(failures) as failures, bool_and(now() - queued_at < '1 hour') as anew from outbox group by 1 order by 1;
update outbox set ended_at = ended_at - interval '91 days' where state = 'delivered';
select purge_deliveries('90 days') > 0 as purged, (select count(*) from outbox where state = 'delivered') as before;
select count(*) as left from outbox where state = 'delivered';
-- an endpoint that something is kept for stays
delete from endpoint where id = 1;

-- ---- too many wait ----
begin;
insert into outbox (endpoint_id, kind, subject, data) select 2, 'minutes_announced', 'x', '{}' from generate_series(1, 100000);
select name, queued, too_many from delivery_status where endpoint_id = 2;
insert into public_notice (id, meeting_id, posted_on, kept_at) values (2, 1, '2025-03-15', 'Stadshuset');
select endpoint_id, state, due_at is null as waits_for_requeue from outbox where subject = 'public_notice/2' order by id;
rollback;

-- ---- enabled for one place ----
select governance.delivers_here('registry') as off;
update registry set delivers_at = governance.delivery_place();
select governance.delivers_here('registry') as not_by_the_databases_owner;
select governance.delivery_place() ~ '^\d+/[0-9A-F]{8}/\d+/\d+$' as place;
select governance.disable_delivery('outbox_a');
select delivers_at from registry;
call governance.deliver_pending(0);
begin;
call governance.deliver_pending();
rollback;

-- ---- who may ----
create role outbox_secretary;
create role outbox_administrator;
select grant_access('outbox_secretary', 'secretary'), grant_access('outbox_administrator', 'administrator', 2);
set role outbox_secretary;
select count(*) from endpoint;
select count(*) from outbox;
insert into endpoint (name, url, kinds, secret) values ('mine', 'https://x.example', '{minutes_announced}', 'k');
insert into outbox (endpoint_id, kind, subject, data) values (1, 'minutes_announced', 'forged', '{}');
update outbox set data = '{}';
select tell('minutes_announced', 2, null, 'forged', '{}');
select * from claim_deliveries(1, '1 minute');
select requeue_deliveries();
select governance.enable_delivery('outbox_a');
call governance.deliver_pending();
create trigger mine after insert on outbox execute function suppress_redundant_updates_trigger();
-- but what it does is told of
insert into public_notice (id, meeting_id, posted_on, kept_at) values (4, 1, '2025-03-16', 'Stadshuset');
reset role;
select endpoint_id, state from outbox where subject = 'public_notice/4' order by id;
set role outbox_administrator;
select name, body_id from endpoint order by id;
select count(*) > 0 as of_the_committee, count(*) filter (where body_id <> 2) as of_others from outbox;
insert into endpoint (name, url, kinds, secret, body_id) values ('all', 'https://x.example', '{minutes_announced}', 'k', null);
insert into endpoint (name, url, kinds, secret, body_id) values ('ours', 'https://x.example', '{minutes_announced}', 'k', 2);
reset role;
drop owned by outbox_secretary, outbox_administrator;
drop role outbox_secretary, outbox_administrator;
