-- What meetings leave to be done on a day, said as plainly as it can be: for each
-- duty every meeting that is stored is looked at.  The view todo must say the same.
create function pg_temp.todo_plain(as_of date,
	out rule text, out body_id bigint, out object text, out object_id bigint, out due date)
returns setof record
language sql
as $$
-- ---- before a meeting ----
select r.rule, m.body_id, 'meeting', m.id, l.last
from meeting m
cross join (values ('meeting_announced'), ('summons_sent'), ('substitutes_told')) r(rule)
cross join lateral setting_on(m.body_id, m.day, r.rule) s
cross join lateral (
	select max(d)::date as last
	from generate_series(m.day - 30, m.day, interval '1 day') d
	where case when m.urgent and s.value is not null and s.value <> '0'
		then d < m.day and not governance.is_holiday(d::date)
		else d <= m.day - coalesce(s.value, '0')::integer end) l
where m.day >= as_of and (m.opened_at is null or m.opened_at::date > as_of)
	and (m.cancelled_at is null or m.cancelled_at::date > as_of)
	and as_of >= coalesce(m.called_on, m.day - 30)
	and case r.rule
		when 'meeting_announced' then not exists (
			select from meeting_document d
			where d.meeting_id = m.id and d.kind = 'announcement' and d.issued_at::date <= as_of)
		else exists (
			select from membership p
			where p.body_id = m.body_id and p.valid @> m.day and (p.role = 'substitute' or r.rule = 'summons_sent')
				and p.person_id not in (
					select x.person_id from summons x where x.meeting_id = m.id and x.told_at::date <= as_of))
	end
union all
-- ---- meetings that were asked for ----
select 'requests_needed', q.body_id, 'meeting_request', q.id,
	q.requested_on + (select s.value::integer from setting_on(q.body_id, q.requested_on, 'request_max_days') s)
from meeting_request q
cross join lateral setting_on(q.body_id, q.requested_on, 'requests_needed') s
where q.requested_on <= as_of
	and (select count(distinct p.person_id) from membership p join meeting_requester a on a.person_id = p.person_id
			where a.request_id = q.id and p.body_id = q.body_id and p.role = 'member' and p.valid @> q.requested_on)
		>= governance.required(s.value::governance.quorum, coalesce(
			(select t.value::integer from setting_on(q.body_id, q.requested_on, 'seats') t),
			(select count(distinct p.person_id)::integer from membership p
				where p.body_id = q.body_id and p.role = 'member' and p.valid @> q.requested_on)))
	and not exists (select from meeting m where m.request_id = q.id and m.opened_at::date <= as_of)
union all
-- ---- documents and areas ----
select 'meeting_documents', m.body_id, 'meeting', m.id, m.day
from meeting m
cross join lateral setting_on(m.body_id, m.day, 'meeting_documents') s
cross join lateral unnest(string_to_array(s.value, ' ')) k(kind)
where m.day < as_of and m.cancelled_at is null and not exists (
	select from meeting_document d where d.meeting_id = m.id and d.kind = k.kind and d.issued_at::date <= as_of)
	and not (k.kind = 'minutes' and exists (
		select from minutes n where n.meeting_id = m.id and coalesce(n.drawn_up_on, m.day) <= as_of))
union all
select 'item_area', m.body_id, 'meeting', m.id, null
from agenda_item i
join meeting m on m.id = i.meeting_id
cross join lateral setting_on(m.body_id, m.day, 'item_area') s
where m.day <= as_of and m.cancelled_at is null and i.area is null
union all
-- ---- minutes ----
select 'attestation_days', m.body_id, 'meeting', m.id, governance.statutory_deadline(
	greatest(m.day, m.closed_at::date, (select max(t.opened_at::date) from sitting t where t.meeting_id = m.id)),
	make_interval(days => s.value::integer))
from minutes n
join meeting m on m.id = n.meeting_id
cross join lateral setting_on(m.body_id, m.day, 'attestation_days') s
where m.day <= as_of and m.cancelled_at is null
	and not exists (select from seal l where l.meeting_id = n.meeting_id and l.number = n.number and l.attested_on <= as_of)
union all
select 'notice_days', m.body_id, 'meeting', m.id,
	governance.statutory_deadline(l.attested_on, make_interval(days => s.value::integer))
from minutes n
join seal l on l.meeting_id = n.meeting_id and l.number = n.number
join meeting m on m.id = n.meeting_id
join body b on b.id = m.body_id
cross join lateral setting_on(m.body_id, m.day, 'notice_days') s
left join lateral setting_on(m.body_id, m.day, 'appeal_days') p on true
where m.day <= as_of and m.cancelled_at is null and l.attested_on <= as_of
	and (b.kind in ('council', 'executive_board', 'board') or exists (
		select from decision o
		join agenda_item i on i.meeting_id = o.meeting_id and i.position = o.position
		where o.meeting_id = m.id and o.on_behalf_of is not null and o.withdrawn_at is null
			and i.handled is not null
			and (i.handled = any (n.items) or n.items is null and i.handled not in (
				select h from minutes r, unnest(r.items) h where r.meeting_id = m.id and h is not null))))
	-- no notice that is up, or stayed up long enough
	and not exists (
		select from public_notice u
		where u.meeting_id = n.meeting_id and u.number = n.number and u.posted_on <= as_of
			and not coalesce(u.taken_down_on <= as_of and u.taken_down_on <=
				governance.statutory_deadline(u.posted_on, make_interval(days => p.value::integer)), false))
union all
-- of those the one that counts is the first
select 'appeal_days', u.body_id, 'meeting', u.meeting_id, u.until
from (
	select distinct on (n.meeting_id, n.number) m.body_id, n.meeting_id, n.taken_down_on, e.until
	from public_notice n
	join meeting m on m.id = n.meeting_id
	cross join lateral setting_on(m.body_id, m.day, 'appeal_days') s
	cross join lateral (
		select governance.statutory_deadline(n.posted_on, make_interval(days => s.value::integer))) e(until)
	where m.day <= as_of and m.cancelled_at is null and n.posted_on <= as_of
		and not coalesce(n.taken_down_on <= as_of and n.taken_down_on <= e.until, false)
	order by n.meeting_id, n.number, n.posted_on, n.id) u
where u.until >= as_of and (u.taken_down_on is null or u.taken_down_on > as_of)
union all
-- ---- seats ----
select k.rule, b.id, 'body', b.id, null
from body b
cross join (values ('seats', 'member'), ('substitute_seats', 'substitute')) k(rule, role)
cross join lateral setting_on(b.id, as_of, k.rule) s
where b.valid @> as_of and not exists (select from body_succession c where c.predecessor_id = b.id and c.day <= as_of)
	and (select count(*) from membership p where p.body_id = b.id and p.role = k.role and p.valid @> as_of) < s.value::integer
$$;

-- how the two differ on a day; no row: they do not
create function pg_temp.todo_differs(as_of date, out sign text,
	out rule text, out body_id bigint, out object text, out object_id bigint, out due date)
returns setof record
language plpgsql
as $$
begin
	return query
	with plain as (
		select p.rule, p.body_id, p.object, p.object_id, p.due from pg_temp.todo_plain(as_of) p
	), ours as (
		select t.rule, t.body_id, t.object, t.object_id, t.due from todo_as_of(as_of) t
		where t.rule in ('meeting_announced', 'summons_sent', 'substitutes_told', 'requests_needed', 'meeting_documents',
			'item_area', 'attestation_days', 'notice_days', 'appeal_days', 'seats', 'substitute_seats')
	)
	select 'lacks', x.* from (select * from plain except all select * from ours) x
	union all
	select 'has', x.* from (select * from ours except all select * from plain) x;
end
$$;
