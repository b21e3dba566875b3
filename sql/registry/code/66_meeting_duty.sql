-- What meetings leave to be done, and seats; looked for in the meetings that are
-- open (16_open_meetings.sql).

create or replace view meeting_duty with (security_barrier) as
with undone as materialized (
	select * from open_meeting
), preparation as (
	-- a meeting to come that nobody says when it was called counts from a month before
	select m.id, m.body_id, m.day, r.rule, r.days, case when m.urgent and r.days > 0 then (
			-- the weekday before; Saturdays are weekdays (KL 5:14)
			select max(m.day - n) from generate_series(1, 7) n where not governance.is_holiday(m.day - n))
		else m.day - r.days end as due
	from undone m
	cross join this_registry g
	cross join lateral (
		select k.rule, coalesce(s.value, '0')::integer as days
		from unnest(array['meeting_announced', 'summons_sent', 'substitutes_told']) k(rule)
		cross join lateral governance.setting_on(g.name, m.body_id, m.day, k.rule) s
		where s.citation is not null) r
	where m.day >= governance.as_of() and coalesce(m.called_on, m.day - 30) <= governance.as_of()
		and coalesce(m.opened_at::date > governance.as_of(), true)
		and coalesce(m.cancelled_at::date > governance.as_of(), true)
), untold as (
	select p.id, p.body_id, p.day, p.rule, p.due, t.n
	from preparation p
	cross join lateral (
		select count(distinct s.person_id) as n from membership s
		where s.body_id = p.body_id and coalesce(upper(s.valid), 'infinity') > p.day and s.valid @> p.day
			and (p.rule = 'summons_sent' or s.role = 'substitute')
			and not exists (
				select from summons x
				where x.meeting_id = p.id and x.person_id = s.person_id and x.told_at::date <= governance.as_of())) t
	where p.rule <> 'meeting_announced'
), numbered_minutes as (
	-- What is not named here, such as the sections, is not computed; offset 0:
	-- the view is asked about one meeting at a time, by its keys.
	select m.id, m.body_id, m.day, s.*
	from undone m
	cross join lateral (
		select s.attested_on, s.attest_by, s.notice_by, s.posted_on, s.taken_down_on,
			s.taken_down_early, s.appeal_until,
			case when s.number > 1 then ', number ' || s.number end as numbered
		from minutes_status s
		where s.meeting_id = m.id
		offset 0) s
	where m.day <= governance.as_of()
)
select 'meeting_announced' as rule, p.body_id,
	pg_catalog.format('announce the meeting on %s', p.day) as what,
	'meeting' as object, p.id as object_id, p.due, p.day as ruled_on
from preparation p
where p.rule = 'meeting_announced' and not exists (
	select from meeting_document x
	where x.meeting_id = p.id and x.kind = 'announcement' and x.issued_at::date <= governance.as_of())
union all
select u.rule, u.body_id,
	pg_catalog.format(case when u.rule = 'summons_sent'
			then 'summon members and substitutes to the meeting on %s, %s left'
			else 'tell the substitutes of the meeting on %s, %s left' end, u.day, u.n),
	'meeting', u.id, u.due, u.day
from untold u
where u.n > 0
union all
select 'requests_needed', r.body_id,
	pg_catalog.format('hold the meeting that %s members requested on %s', r.asked, r.requested_on),
	'meeting_request', r.request_id, r.hold_by, r.requested_on
from open_meeting_request r
union all
select 'meeting_documents', d.body_id,
	pg_catalog.format('%s of the meeting on %s', d.document, d.day),
	'meeting', d.meeting_id, d.day, d.day
from missing_document d
union all
select 'item_area', u.body_id,
	pg_catalog.format('tag item %s of the meeting on %s with an area: %s', u.position, u.day, u.title),
	'meeting', u.meeting_id, null, u.day
from untagged_item u
where u.day <= governance.as_of()
union all
select 'attestation_days', s.body_id,
	pg_catalog.format('attest the minutes of the meeting on %s%s', s.day, s.numbered),
	'meeting', s.id, s.attest_by, s.day
from numbered_minutes s
where s.attested_on is null and s.attest_by is not null
union all
select 'notice_days', s.body_id,
	pg_catalog.format(case when s.taken_down_early
			then 'announce again the attestation of the minutes of the meeting on %s%s: the notice was taken down early'
			else 'announce the attestation of the minutes of the meeting on %s%s' end, s.day, s.numbered),
	'meeting', s.id, s.notice_by, s.day
from numbered_minutes s
where s.notice_by is not null and (s.posted_on is null or s.taken_down_early)
union all
select 'appeal_days', s.body_id,
	pg_catalog.format('keep the notice of the minutes of the meeting on %s%s on the board until %s has passed',
		s.day, s.numbered, s.appeal_until),
	'meeting', s.id, s.appeal_until, s.day
from numbered_minutes s
where s.appeal_until >= governance.as_of() and s.taken_down_on is null;
comment on view meeting_duty is
'What meetings leave to be done (att göra): to announce them and summon to them, to hold those that were requested; documents, areas of items, attestation (justering) and announcement (tillkännagivande) of the minutes.';
comment on column meeting_duty.rule is 'The rule''s code (governance.rules()).';
comment on column meeting_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column meeting_duty.what is 'What is to be done.';
comment on column meeting_duty.object is 'The table of what it is about: meeting or meeting_request.';
comment on column meeting_duty.object_id is 'Its id there.';
comment on column meeting_duty.due is 'The last day; null: no day is set.';
comment on column meeting_duty.ruled_on is 'The day whose rules are followed: that of the meeting, or of the request.';

create or replace view vacancy_duty with (security_barrier) as
select case v.role when 'member' then 'seats' else 'substitute_seats' end as rule, v.body_id,
	pg_catalog.format('%s %s missing, %s of %s seats are filled', v.missing,
		case v.role when 'member' then case v.missing when 1 then 'member is' else 'members are' end
			else case v.missing when 1 then 'substitute is' else 'substitutes are' end end,
		v.filled, v.seats) as what,
	'body' as object, v.body_id as object_id, null::date as due, governance.as_of() as ruled_on
from vacancy v;
comment on view vacancy_duty is
'By-elections to be held (fyllnadsval; KL 6:20): the seats of each body that are vacant.';
comment on column vacancy_duty.rule is 'The rule''s code: seats or substitute_seats.';
comment on column vacancy_duty.body_id is 'The body.';
comment on column vacancy_duty.what is 'How many are missing.';
comment on column vacancy_duty.object is 'The table of what it is about: body.';
comment on column vacancy_duty.object_id is 'Its id there.';
comment on column vacancy_duty.due is 'The last day; null: no day is set.';
comment on column vacancy_duty.ruled_on is 'The day whose rules are followed: the one that is asked about.';
