-- Fees (arvoden): what the roll of a meeting gives a right to.

-- A person is on the roll in several rows where they came and went, served for
-- another or were recused.  A row lasts until the next one where they were gone
-- only for a recusal, or where nothing happened between the two.  Points of a
-- meeting in their order: 1 opened (2), 1 decided (3), 2 opened (4), ...
create or replace view fee_basis with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, a.person_id, p.name as person,
	r.role, t.days, a.attended, f.id as fee_rate_id, f.unit, f.amount as rate,
	case f.unit
		when 'meeting' then f.amount
		when 'day' then f.amount * t.days
		when 'hour' then round(f.amount * extract(epoch from a.attended)::bigint / 3600, 2)
	end as amount
from meeting m
join body b on b.id = m.body_id
cross join lateral (select case when m.closed_at < governance.as_of() + 1 then m.closed_at end) z(closed_at)
cross join lateral (
	select w.person_id, bool_or(w.capacity = 'serving_member') as member,
		bool_or(w.capacity = 'serving_substitute') as substitute,
		array_agg(int4range(w.from_item, w.to_item, '[]')) as items,
		-- all of it, or unknown
		case when bool_and(w.since is not null and w.until is not null) and z.closed_at is not null then
			sum((
				select coalesce(sum(greatest(least(w.until, s.until) - greatest(w.since, s.since), interval '0')), interval '0')
				from (
					select n.opened_at as since, coalesce(n.closed_at, z.closed_at) as until
					from sitting n where n.meeting_id = m.id
					union all
					select m.opened_at, z.closed_at
					where not exists (select from sitting n where n.meeting_id = m.id)) s))
		end as attended
	from (
		select v.person_id, v.capacity, v.from_item, v.to_item, v.since,
			case when v.next_first is null then v.until
				when v.left_for = 'recusal' or not exists (
					select from agenda_item i
					where i.meeting_id = m.id
						and (i.handled * 2 > v.last and i.handled * 2 < v.next_first
							or i.handled * 2 + 1 > v.last and i.handled * 2 + 1 < v.next_first)) then v.next_since
				else v.until end as until
		from (
			select x.*, lead(x.first) over w as next_first, lead(x.since) over w as next_since
			from (
				select a.person_id, a.capacity, a.left_for, a.from_item, a.to_item, o.first, o.last,
					-- before the first item there is the opening
					case when o.first <= 2
							or not exists (select from agenda_item i where i.meeting_id = m.id and i.handled * 2 < o.first)
						then m.opened_at
						else (select min(c.at) from agenda_item i
							cross join lateral (values (i.handled * 2, i.opened_at), (i.handled * 2 + 1, i.decided_at)) c(point, at)
							where i.meeting_id = m.id and c.point >= o.first) end as since,
					case when a.to_item is null then z.closed_at
						else (select max(c.at) from agenda_item i
							cross join lateral (values (i.handled * 2, i.opened_at), (i.handled * 2 + 1, i.decided_at)) c(point, at)
							where i.meeting_id = m.id and c.point <= o.last) end as until
				from attendance a
				cross join lateral (
					select a.from_item * 2 + (a.from_point = 'decided')::integer as first,
						a.to_item * 2 + (a.to_point = 'decided')::integer as last) o
				where a.meeting_id = m.id
					and a.capacity in ('serving_member', 'serving_substitute', 'non_serving_substitute')) x
			window w as (partition by x.person_id order by x.first)) v) w
	group by w.person_id) a
join person p on p.id = a.person_id
left join lateral (
	-- the first of the offices in their order
	select o.kind
	from office o
	join unnest(array['chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener'])
		with ordinality k(kind, n) on k.kind = o.kind
	where a.member and o.body_id = m.body_id and o.person_id = a.person_id and o.valid @> m.day
	order by k.n limit 1) o on true
cross join lateral (
	select coalesce(o.kind, case when a.member then 'member' when a.substitute then 'serving_substitute'
		else 'non_serving_substitute' end)) r(role)
left join lateral (
	-- on how many days: a sitting lasts until the first item of the next
	select greatest(count(distinct s.day), 1)::integer as days
	from (
		select n.opened_at::date as day, coalesce(n.first_item, 1) as first,
			lead(n.first_item) over (order by n.number) as next
		from sitting n where n.meeting_id = m.id and n.opened_at < governance.as_of() + 1) s
	where int4range(s.first, greatest(s.next, s.first + 1)) && any (a.items)
	having true) t on true
left join lateral (
	-- the body's own rates before those for all; an office without one is paid as a member
	select c.id, c.unit, c.amount
	from (
		select g.id, g.unit, g.amount, rank() over (order by g.role <> r.role, g.body_id is null) as place
		from fee_rate g
		where coalesce(g.body_id, m.body_id) = m.body_id and g.valid @> m.day
			and g.role in (r.role, case when a.member then 'member' end)) c
	where c.place = 1) f on true
where m.opened_at < governance.as_of() + 1 and m.cancelled_at is null
	and governance.may_read('registry'::regclass, m.body_id);
comment on view fee_basis is
'What is to be paid for each meeting (arvodesunderlag, KL 4:16), derived from the roll: who attended as what, for how long, and what the rates of the day give. A row for each unit that a rate is set in; without a rate the unit is null. Whoever was recused attended all the same.';
comment on column fee_basis.meeting_id is 'The meeting (sammanträde).';
comment on column fee_basis.body_id is 'The body (organ).';
comment on column fee_basis.body is 'Its name.';
comment on column fee_basis.day is 'The day of the meeting.';
comment on column fee_basis.person_id is 'Who is to be paid.';
comment on column fee_basis.person is 'The name.';
comment on column fee_basis.role is 'The office held that day by a member who served (ordförande, vice ordförande, sammankallande, ...), else member (ledamot), serving_substitute (tjänstgörande ersättare) or non_serving_substitute (icke tjänstgörande ersättare), whichever comes first of what the person was.';
comment on column fee_basis.days is 'On how many days of the meeting the person attended.';
comment on column fee_basis.attended is 'How long: from the opening to the close, or the person''s items, without the time between sittings; null: times are not stated, or the meeting is not closed.';
comment on column fee_basis.fee_rate_id is 'The rate; null: none is set.';
comment on column fee_basis.unit is 'What it is paid for: a meeting, a day, an hour.';
comment on column fee_basis.rate is 'Kronor for each.';
comment on column fee_basis.amount is 'Kronor to be paid (belopp); of hours, to the second.';
