-- Calling a meeting: what is asked for, who is told, which documents lack.

create or replace function setting_on(body bigint, day date, rule text,
	out value text, out mode text, out citation text, out wording text)
returns setof record
language sql stable strict parallel restricted rows 1 cost 1000
set search_path from current
as $$
select coalesce(s.value, (select c.default_value from governance.rules() c where c.code = s.rule)),
	s.mode, s.citation, s.wording
from (
	select s.rule, s.value, s.mode, concat_ws(' ', s.citation::text, r.title) as citation, p.wording
	from body b
	join regulation r on (r.body_id = b.id or r.body_id is null) and r.valid @> setting_on.day
	join rule_setting s on s.regulation_id = r.id and s.rule = setting_on.rule
		and (s.body_kind is null or s.body_kind = b.kind)
	left join provision p on p.regulation_id = s.regulation_id and p.citation = s.citation
	where b.id = setting_on.body
	order by r.body_id nulls last, s.body_kind nulls last, s.id desc
	limit 1) s
where s.mode <> 'off'
$$;
comment on function setting_on(bigint, date, text) is
'The setting of a rule that is in force for a body on a day, with the provision it follows from; no row where none is.';

create or replace function summon(meeting bigint, told_at timestamp)
returns bigint
language sql volatile parallel unsafe
set search_path from current
as $$
with told as (
	insert into summons (meeting_id, person_id, told_at)
	select distinct m.id, s.person_id, summon.told_at
	from meeting m join membership s on s.body_id = m.body_id and s.valid @> m.day
	where m.id = summon.meeting
	on conflict do nothing
	returning 1)
select count(*) from told
$$;
comment on function summon(bigint, timestamp) is
'Records that all members and substitutes of the day were told of time and place (kallelse) at the same time, but for those who were told before; returns how many. KL 5:15, 6:17.';

create or replace view open_meeting_request with (security_barrier) as
select r.id as request_id, r.body_id, b.name as body, r.requested_on, r.subject,
	a.asked, governance.required(n.value::governance.quorum, a.seats) as needed,
	r.requested_on + x.value::integer as hold_by,
	coalesce(r.requested_on + x.value::integer < d.as_of, false) as late,
	n.citation, n.wording
from (
	-- offset 0: those that are not done, by index
	select r.id, r.body_id, r.requested_on, r.subject
	from meeting_request r
	where r.done_on > governance.as_of() and r.requested_on <= governance.as_of()
	offset 0) r
join body b on b.id = r.body_id
cross join governance.as_of() d(as_of)
cross join lateral setting_on(r.body_id, r.requested_on, 'requests_needed') n
left join lateral setting_on(r.body_id, r.requested_on, 'request_max_days') x on true
cross join lateral (
	select count(distinct q.person_id)::integer as asked,
		coalesce((select s.value::integer from setting_on(r.body_id, r.requested_on, 'seats') s),
			count(distinct m.person_id)::integer) as seats
	from membership m
	left join meeting_requester q on q.request_id = r.id and q.person_id = m.person_id
	where m.body_id = r.body_id and m.role = 'member' and m.valid @> r.requested_on) a
where a.asked >= governance.required(n.value::governance.quorum, a.seats) and governance.may_read('registry'::regclass, r.body_id);
comment on view open_meeting_request is
'Meetings that enough members have asked for (begäran om sammanträde) and that have not been held: a duty until one is opened. KL 6:23.';
comment on column open_meeting_request.request_id is 'the request (begäran)';
comment on column open_meeting_request.body_id is 'the body (organ)';
comment on column open_meeting_request.body is 'name of the body';
comment on column open_meeting_request.requested_on is 'day of the request';
comment on column open_meeting_request.subject is 'what the meeting is wanted for';
comment on column open_meeting_request.asked is 'how many members of that day asked, substitutes not counted';
comment on column open_meeting_request.needed is 'how many must ask';
comment on column open_meeting_request.hold_by is 'last day for the meeting, where the regulation sets one (request_max_days)';
comment on column open_meeting_request.late is 'whether that day has passed';
comment on column open_meeting_request.citation is 'the provision (bestämmelse)';
comment on column open_meeting_request.wording is 'its wording';

create or replace view missing_document with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, k.document,
	o.person_id as responsible_id, p.name as responsible, s.citation, s.wording
from open_meeting m
join body b on b.id = m.body_id
cross join governance.as_of() d(as_of)
cross join this_registry g
cross join lateral governance.setting_on(g.name, m.body_id, m.day, 'meeting_documents') s
cross join lateral unnest(regexp_split_to_array(btrim(s.value), '\s+')) k(document)
left join lateral (
	select o.person_id from office o
	where o.body_id = m.body_id and o.kind = 'chair' and o.valid @> m.day
	order by o.id limit 1) o on true
left join person p on p.id = o.person_id
where m.day < d.as_of and m.cancelled_at is null
	and case k.document
		when 'minutes' then not exists (
			select from minutes x
			where x.meeting_id = m.id and coalesce(x.drawn_up_on, m.day) <= d.as_of)
		else not exists (
			select from meeting_document x
			where x.meeting_id = m.id and x.kind = k.document and x.issued_at::date <= d.as_of)
	end;
comment on view missing_document is
'Past meetings that lack a document the chair answers for: summons, agenda, minutes (kallelse, föredragningslista, protokoll).';
comment on column missing_document.meeting_id is 'the meeting (sammanträde)';
comment on column missing_document.body_id is 'the body (organ)';
comment on column missing_document.body is 'name of the body';
comment on column missing_document.day is 'day of the meeting';
comment on column missing_document.document is 'what lacks: announcement, summons, agenda or minutes';
comment on column missing_document.responsible_id is 'the chair (ordförande) on that day';
comment on column missing_document.responsible is 'the chair''s name';
comment on column missing_document.citation is 'the provision (bestämmelse)';
comment on column missing_document.wording is 'its wording';

create or replace view missing_summons with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, s.person_id,
	p.name as person, s.role, t.told_at, m.citation, m.wording
from (
	-- meetings with the first of the rules that is in force; distinct also by
	-- what a meeting has only one of, so that a condition on it is asked here
	select distinct on (m.id, m.body_id, m.day) m.id, m.body_id, m.day, m.starts_at, r.citation, r.wording
	from meeting m
	cross join governance.as_of() d(as_of)
	cross join unnest(array['summons_sent', 'substitutes_told', 'meeting_documents']) with ordinality c(rule, n)
	cross join lateral setting_on(m.body_id, m.day, c.rule) r
	where m.cancelled_at is null
		and (m.day <= d.as_of or exists (select from summons x where x.meeting_id = m.id))
	order by m.id, m.body_id, m.day, c.n) m
join body b on b.id = m.body_id
join membership s on s.body_id = m.body_id and s.valid @> m.day
join person p on p.id = s.person_id
left join summons t on t.meeting_id = m.id and t.person_id = s.person_id
where (t.told_at is null or t.told_at >= m.starts_at) and governance.may_read('registry'::regclass, m.body_id);
comment on view missing_summons is
'Members and substitutes who have not been told of a meeting before it starts (kallelse, underrättelse): of meetings held, and of those to which others have been summoned. KL 6:17.';
comment on column missing_summons.meeting_id is 'the meeting (sammanträde)';
comment on column missing_summons.body_id is 'the body (organ)';
comment on column missing_summons.body is 'name of the body';
comment on column missing_summons.day is 'day of the meeting';
comment on column missing_summons.person_id is 'who has not been told in time';
comment on column missing_summons.person is 'the person''s name';
comment on column missing_summons.role is 'member or substitute (ledamot, ersättare)';
comment on column missing_summons.told_at is 'when the person was told, too late; null: not at all';
comment on column missing_summons.citation is 'the provision (bestämmelse)';
comment on column missing_summons.wording is 'its wording';

comment on column meeting.called_on is
'day on which the meeting was called, where it matters who served as chair then; null: judged by the day of the meeting';
comment on column meeting.is_public is
'whether the public is admitted (offentligt sammanträde); null: as the law says, the council''s meetings public, a board''s behind closed doors (KL 6:25)';
