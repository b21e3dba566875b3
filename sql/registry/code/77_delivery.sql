-- What leaves the house.  The transaction that causes an event writes it to the
-- outbox, once for each endpoint that wants to know; who delivers it claims rows
-- for a while, sends them without any transaction, and records how that ended
-- (governance.deliver_pending, or the worker).

-- ---- events ----

create or replace function tell(kind text, body bigint, matter bigint, subject text, data jsonb) returns void
language plpgsql volatile parallel unsafe
set search_path from current
as $$
#variable_conflict use_column
declare
	receiver record;
begin
	-- what was long ago is no news
	if governance.is_importing('registry'::regclass) then
		return;
	end if;
	for receiver in
		select e.id, e.name, (select count(*) from (select from outbox o
			where o.endpoint_id = e.id and o.due_at is not null
			limit governance.delivery_backlog()) w) >= governance.delivery_backlog() as too_many
		from endpoint e
		where tell.kind = any (e.kinds) and (e.body_id is null or e.body_id = body)
		order by e.id
	loop
		insert into outbox (endpoint_id, kind, body_id, matter_id, subject, data, state, due_at, ended_at)
		values (receiver.id, tell.kind, body, matter, tell.subject, tell.data,
			case when receiver.too_many then 'dead' else 'queued' end,
			case when not receiver.too_many then clock_timestamp() end,
			case when receiver.too_many then clock_timestamp() end)
		on conflict (endpoint_id, subject) where kind = 'duty_overdue' do nothing;
		if receiver.too_many then
			raise warning using
				message = pg_catalog.format(governance.translated('endpoint "%s" has %s events waiting: this one is kept, and not sent until it is requeued'),
					receiver.name, governance.delivery_backlog()),
				hint = governance.translated('See delivery_status; requeue_deliveries() when the receiver is there again.');
		end if;
	end loop;
end
$$;
revoke execute on function tell(text, bigint, bigint, text, jsonb) from public;
comment on function tell(text, bigint, bigint, text, jsonb) is
'Queues an event (händelse) for each endpoint that is to know of it.';

create or replace function told_meeting(meeting bigint) returns jsonb
language sql stable parallel restricted
set search_path from current
as $$
select jsonb_build_object('id', m.id, 'day', m.day, 'starts_at', m.starts_at, 'place', m.place,
	'body', jsonb_build_object('id', b.id, 'name', b.name))
from meeting m
join body b on b.id = m.body_id
where m.id = told_meeting.meeting
$$;
comment on function told_meeting(bigint) is
'What events tell of a meeting (sammanträde).';

create or replace function is_told(meeting bigint, item integer) returns boolean
language sql stable parallel restricted
set search_path from current
as $$
select not coalesce((select t.secret from agenda_item i join matter t on t.id = i.matter_id
	where i.meeting_id = meeting and i.position = item), false)
$$;
comment on function is_told(bigint, integer) is
'Whether events tell what an item is about: not where its matter is secret (sekretess).';

create or replace function tell_notice() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	perform tell('minutes_announced', m.body_id, null, format('public_notice/%s', new.id),
		jsonb_build_object('notice', new.id, 'meeting', told_meeting(m.id), 'minutes', new.number,
			'sections', (select jsonb_agg(i.section order by i.section) from agenda_item i
				join minutes n on n.meeting_id = i.meeting_id and n.number = new.number
				where i.meeting_id = m.id and i.section is not null and (n.items is null or i.handled = any (n.items))),
			'posted_on', new.posted_on, 'kept_at', new.kept_at))
	from meeting m where m.id = new.meeting_id;
	return null;
end
$$;
revoke execute on function tell_notice() from public;
comment on function tell_notice() is
'Trigger: that minutes were attested is announced (anslag, KL 8:12), and told of as minutes_announced.';

create or replace function tell_summons() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	perform tell('meeting_summoned', m.body_id, null, format('meeting/%s', m.id),
		jsonb_build_object('meeting', told_meeting(m.id), 'issued_at', new.issued_at,
			'agenda', (select jsonb_agg(jsonb_build_object('position', i.position, 'kind', i.kind,
				'title', case when is_told(m.id, i.position) then i.title end) order by i.position)
				from agenda_item i where i.meeting_id = m.id),
			'seats', (select jsonb_agg(jsonb_build_object('person', s.person_id, 'name', p.name, 'role', s.role)
				order by s.role, p.name, s.person_id)
				from membership s join person p on p.id = s.person_id
				where s.body_id = m.body_id and s.valid @> m.day)))
	from meeting m where m.id = new.meeting_id;
	return null;
end
$$;
revoke execute on function tell_summons() from public;
comment on function tell_summons() is
'Trigger: a meeting is summoned (kallelse), and told of as meeting_summoned.';

create or replace function tell_dispatch() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	if tg_op = 'UPDATE' and old.sent_on is not null then
		return null;
	end if;
	perform tell('decision_dispatched', m.body_id, new.matter_id, format('dispatch/%s/%s', new.matter_id, new.number),
		jsonb_build_object('meeting', told_meeting(m.id), 'position', new.position, 'section', i.section,
			'matter', new.matter_id, 'title', case when is_told(m.id, i.position) then i.title end,
			'recipient', new.recipient, 'recipient_body', new.recipient_id, 'sent_on', new.sent_on,
			'decisions', (select jsonb_agg(jsonb_build_object('point', d.point, 'kind', d.kind, 'outcome', d.outcome,
				'text', case when is_told(m.id, i.position) then d.text end) order by d.point)
				from decision d
				where d.meeting_id = m.id and d.position = new.position and d.withdrawn_at is null)))
	from meeting m
	join agenda_item i on i.meeting_id = m.id and i.position = new.position
	where m.id = new.meeting_id;
	return null;
end
$$;
revoke execute on function tell_dispatch() from public;
comment on function tell_dispatch() is
'Trigger: a decision is sent to whom it is for (expediering), and told of as decision_dispatched.';

create or replace function tell_report() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	if tg_op = 'UPDATE' and old.handed_over_on is not null then
		return null;
	end if;
	perform tell('report_handed_over', new.body_id, new.matter_id,
		format('delegation_report/%s/%s', new.matter_id, new.number),
		jsonb_build_object('matter', new.matter_id, 'number', new.number, 'handed_over_on', new.handed_over_on,
			'from', lower(new.period), 'until', upper(new.period) - 1,
			'body', (select jsonb_build_object('id', b.id, 'name', b.name) from body b where b.id = new.body_id),
			'to_body', (select jsonb_build_object('id', b.id, 'name', b.name) from body b where b.id = new.to_body_id)));
	return null;
end
$$;
revoke execute on function tell_report() from public;
comment on function tell_report() is
'Trigger: a report of decisions under delegation is handed over (anmälan av delegationsbeslut, KL 6:40), and told of as report_handed_over.';

create or replace function tell_duties() returns bigint
language plpgsql volatile parallel unsafe
set search_path from current
as $$
declare
	duty record;
	told bigint := 0::bigint;
begin
	for duty in
		select t.*, coalesce(m.secret, false) as secret
		from todo t
		left join matter m on t.object = 'matter' and m.id = t.object_id
		where t.status = 'late'
	loop
		perform tell('duty_overdue', duty.body_id, case when duty.object = 'matter' then duty.object_id end,
			format('%s/%s/%s/%s/%s', duty.object, duty.object_id, duty.rule, duty.due,
				case when not duty.secret then md5(duty.what) end),
			jsonb_build_object('rule', duty.rule, 'body', jsonb_build_object('id', duty.body_id, 'name', duty.body),
				'what', case when not duty.secret then duty.what end, 'due', duty.due,
				'citation', duty.citation, 'object', duty.object, 'object_id', duty.object_id));
		told := told + 1::bigint;
	end loop;
	update registry set duties_told_on = current_date where duties_told_on is distinct from current_date;
	return told;
end
$$;
revoke execute on function tell_duties() from public;
comment on function tell_duties() is
'Tells of each duty that is overdue (försenat) once, as duty_overdue; returns how many there are. Done once a day by who delivers.';

do $$
declare
	spec record;
begin
	for spec in
		select * from (values
			('public_notice', 'tell_notice', 'after insert', ''),
			('meeting_document', 'tell_summons', 'after insert', 'when (new.kind = ''summons'')'),
			('dispatch', 'tell_dispatch', 'after insert or update of sent_on', 'when (new.sent_on is not null)'),
			('delegation_report', 'tell_report', 'after insert or update of handed_over_on', 'when (new.handed_over_on is not null)')
			) t(tab, function, event, condition)
	loop
		execute format('drop trigger if exists event on %I', spec.tab);
		execute format('create trigger event %s on %I for each row %s execute function %I()',
			spec.event, spec.tab, spec.condition, spec.function);
	end loop;
end
$$;

-- ---- delivering ----

create or replace function claim_deliveries(most integer, lease interval,
	out id bigint, out attempt integer, out event uuid, out endpoint bigint, out at_once integer,
	out url text, out secret text, out message text)
returns setof record
language sql volatile parallel unsafe
set search_path from current
as $$
with room as (
	-- some wait behind those that are under way; at_once is kept by who sends
	select e.id, e.in_order, least(most, 4 * e.at_once - (select count(*) from outbox o
		where o.endpoint_id = e.id and o.claimed_at is not null and o.due_at > clock_timestamp())) as rows
	from endpoint e
	where e.state = 'active'
),
due as (
	select d.id
	from room r
	cross join lateral (
		select o.id
		from outbox o
		where o.endpoint_id = r.id and o.due_at <= clock_timestamp()
			and not (r.in_order and exists (select from outbox p
				where p.endpoint_id = o.endpoint_id and p.matter_id = o.matter_id and p.id < o.id and p.due_at is not null))
		order by o.due_at
		limit greatest(r.rows, 0)
		for update skip locked) d
	limit most
)
update outbox o
set attempts = o.attempts + 1, claimed_at = clock_timestamp(), due_at = clock_timestamp() + lease
from endpoint e
where o.id = any (array(select d.id from due d)) and e.id = o.endpoint_id
returning o.id, o.attempts, o.event, e.id, e.at_once, e.url, e.secret,
	jsonb_build_object('specversion', '1.0', 'id', o.event,
		'source', format('urn:governance:%s', (select g.municipality from registry g)),
		'type', format('se.governance.%s', o.kind), 'subject', o.subject,
		'time', to_char(o.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
		'datacontenttype', 'application/json', 'data', o.data)::text
$$;
revoke execute on function claim_deliveries(integer, interval) from public;
comment on function claim_deliveries(integer, interval) is
'Claims what is due to be delivered, at most so many, for so long: nobody else gets it meanwhile. The message is a CloudEvent (1.0, structured mode).';

create or replace function record_deliveries(ids bigint[], numbers integer[], began timestamptz[],
	took double precision[], statuses integer[], problems text[], ends text[], pauses double precision[],
	first_pause interval, give_up interval,
	out delivered bigint, out failing bigint, out dead bigint)
language sql volatile parallel unsafe
set search_path from current
as $$
with ended as (
	select *
	from rows from (unnest(ids), unnest(numbers), unnest(began), unnest(took), unnest(statuses),
		unnest(problems), unnest(ends), unnest(pauses)) e(id, number, began_at, took, status, problem, result, pause)
),
written as (
	insert into delivery_attempt (outbox_id, number, began_at, took, status, problem)
	select e.id, e.number, e.began_at, make_interval(secs => e.took), e.status, e.problem
	from ended e
	join outbox o on o.id = e.id
	on conflict do nothing
),
verdict as (
	select o.id,
		case when e.result = 'failing' and o.queued_at + give_up <= clock_timestamp() then 'dead' else e.result end as result,
		-- twice as long each time, up to an hour, and not all at once
		clock_timestamp() + greatest(make_interval(secs => e.pause),
			(0.5 + random() / 2) * least(first_pause * 2 ^ least(o.failures, 20), interval '1 hour')) as due_at
	from ended e
	join outbox o on o.id = e.id
	-- a claim that lapsed is another's now, but what has arrived has arrived
	where o.state = 'queued' and (o.attempts = e.number or e.result = 'delivered')
),
result as (
	update outbox o
	set state = case when v.result = 'failing' then 'queued' else v.result end,
		failures = o.failures + (v.result <> 'delivered')::integer,
		due_at = case when v.result = 'failing' then v.due_at end,
		claimed_at = null,
		ended_at = case when v.result <> 'failing' then clock_timestamp() end
	from verdict v
	where o.id = v.id
	returning v.result
)
select count(*) filter (where result = 'delivered'), count(*) filter (where result = 'failing'),
	count(*) filter (where result = 'dead')
from result
$$;
revoke execute on function record_deliveries(bigint[], integer[], timestamptz[], double precision[], integer[],
	text[], text[], double precision[], interval, interval) from public;
comment on function record_deliveries(bigint[], integer[], timestamptz[], double precision[], integer[],
	text[], text[], double precision[], interval, interval) is
'Records how attempts to deliver ended: delivered, failing (tried again, after a pause in seconds where the receiver asked for one) or dead (given up).';

create or replace function requeue_deliveries(endpoint bigint default null, delivery bigint default null) returns bigint
language plpgsql volatile parallel unsafe
set search_path from current
as $$
declare
	n bigint;
begin
	update outbox o
	set state = 'queued', queued_at = clock_timestamp(), failures = 0, due_at = clock_timestamp(), ended_at = null
	where o.state = 'dead'
		and (requeue_deliveries.endpoint is null or o.endpoint_id = requeue_deliveries.endpoint)
		and (delivery is null or o.id = delivery);
	get diagnostics n = row_count;
	return n;
end
$$;
revoke execute on function requeue_deliveries(bigint, bigint) from public;
comment on function requeue_deliveries(bigint, bigint) is
'Puts what was given up into the queue again: of an endpoint, or a single row of the outbox; returns how many.';

create or replace function purge_deliveries(older interval) returns bigint
language plpgsql volatile parallel unsafe
set search_path from current
as $$
declare
	n bigint;
begin
	delete from outbox o
	where o.ended_at < clock_timestamp() - older and o.state = 'delivered';
	get diagnostics n = row_count;
	return n;
end
$$;
revoke execute on function purge_deliveries(interval) from public;
comment on function purge_deliveries(interval) is
'Deletes what was delivered longer ago (gallring), with its attempts; what was given up stays until it is requeued or deleted. Returns how many.';

create or replace view delivery_status with (security_barrier) as
select e.id as endpoint_id, e.name, e.body_id, e.state,
	governance.delivers_here('registry'::regclass) as delivers,
	q.queued, q.in_flight, q.failing, q.delivered, q.dead, q.oldest,
	q.queued + q.in_flight + q.failing >= governance.delivery_backlog() as too_many,
	a.problem as last_problem, q.last_delivered_at
from endpoint e
cross join lateral (
	select count(*) filter (where o.state = 'queued' and o.claimed_at is null and o.failures = 0) as queued,
		count(*) filter (where o.claimed_at is not null) as in_flight,
		count(*) filter (where o.state = 'queued' and o.claimed_at is null and o.failures > 0) as failing,
		count(*) filter (where o.state = 'delivered') as delivered,
		count(*) filter (where o.state = 'dead') as dead,
		min(o.queued_at) filter (where o.state = 'queued') as oldest,
		max(o.ended_at) filter (where o.state = 'delivered') as last_delivered_at
	from outbox o
	where o.endpoint_id = e.id) q
left join lateral (
	select t.problem
	from outbox o
	join delivery_attempt t on t.outbox_id = o.id and t.number = o.attempts
	where o.endpoint_id = e.id and o.state <> 'delivered' and t.problem is not null
	order by t.began_at desc
	limit 1) a on true
where governance.may_administer('registry'::regclass, e.body_id);
comment on view delivery_status is
'How delivering goes (leveranser), endpoint by endpoint.';
comment on column delivery_status.endpoint_id is 'the endpoint (mottagare)';
comment on column delivery_status.name is 'what it is called';
comment on column delivery_status.body_id is 'only of this body; null: of all';
comment on column delivery_status.state is 'active or paused';
comment on column delivery_status.delivers is 'this server and database deliver what the registry sends (governance.enable_delivery)';
comment on column delivery_status.queued is 'so many wait and have not been tried';
comment on column delivery_status.in_flight is 'so many are claimed by somebody who delivers them';
comment on column delivery_status.failing is 'so many have failed and are tried again';
comment on column delivery_status.delivered is 'so many were delivered and are still kept';
comment on column delivery_status.dead is 'so many were given up';
comment on column delivery_status.oldest is 'since when the oldest is to be delivered';
comment on column delivery_status.too_many is 'more wait than governance.delivery_backlog: new events are kept as given up until fewer do';
comment on column delivery_status.last_problem is 'why the last attempt failed, of those that have not been delivered since';
comment on column delivery_status.last_delivered_at is 'when something was last delivered';
