-- Overviews: how each meeting stands, who attends, what bodies deal with, and
-- what is on the notice board.

create or replace view meeting_overview with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, m.starts_at, m.place, s.state,
	a.present, a.serving, i.items, i.information, i.preparation, i.decision,
	d.decisions, v.votes, x.deviations, n.minutes
from meeting m
join body b on b.id = m.body_id
-- from here on times are before the next midnight, or not yet
cross join lateral (select (governance.as_of() + 1)::timestamp) t(night)
cross join lateral (
	select case
		when m.cancelled_at < t.night then 'cancelled'
		when m.closed_at < t.night then 'closed'
		when m.opened_at < t.night then case
			-- the last sitting so far is over
			when (select coalesce(g.closed_at < t.night, false) from sitting g
				where g.meeting_id = m.id and g.opened_at < t.night
				order by g.number desc limit 1) then 'adjourned'
			else 'open' end
		when exists (select from summons g where g.meeting_id = m.id and g.told_at < t.night)
			or exists (select from meeting_document g
				where g.meeting_id = m.id and g.kind = 'summons' and g.issued_at < t.night) then 'summoned'
		else 'planned' end) s(state)
left join lateral (
	select count(distinct g.person_id)::integer as present,
		count(distinct g.person_id) filter (where g.capacity in ('serving_member', 'serving_substitute'))::integer as serving
	from attendance g
	where g.meeting_id = m.id and m.opened_at < t.night
	having true) a on true
left join lateral (
	select count(*)::integer as items,
		count(*) filter (where g.kind = 'information')::integer as information,
		count(*) filter (where g.kind = 'preparation')::integer as preparation,
		count(*) filter (where g.kind = 'decision')::integer as decision
	from agenda_item g where g.meeting_id = m.id
	having true) i on true
left join lateral (
	select count(*)::integer as decisions
	from decision g
	where g.meeting_id = m.id and m.opened_at < t.night and g.withdrawn_at is null
		and coalesce(g.decided_at < t.night, true)
	having true) d on true
left join lateral (
	select count(*)::integer as votes
	from vote_event g
	where g.meeting_id = m.id and m.opened_at < t.night and coalesce(g.called_at < t.night, true)
	having true) v on true
left join lateral (
	select count(*)::integer as deviations from deviation g where g.meeting_id = m.id
	having true) x on true
left join lateral (
	select case
		when not coalesce(m.opened_at < t.night, false) or m.cancelled_at < t.night then null
		when count(*) = 0 then 'missing'
		when bool_or(l.meeting_id is null)
			-- what was attested at once leaves the others to minutes of their own
			or not bool_or(g.items is null) and exists (
				select from agenda_item c
				where c.meeting_id = m.id and c.handled is not null and not exists (
					select from minutes o where o.meeting_id = m.id and c.handled = any (o.items)))
			then 'drawn_up'
		when bool_and(exists (
				select from public_notice o
				where o.meeting_id = m.id and o.number = g.number and o.posted_on <= governance.as_of()))
			then 'announced'
		else 'attested' end as minutes
	from minutes g
	left join seal l on l.meeting_id = g.meeting_id and l.number = g.number and l.attested_on <= governance.as_of()
	where g.meeting_id = m.id and coalesce(g.drawn_up_on <= governance.as_of(), true)
	having true) n on true
where coalesce(m.called_on <= governance.as_of(), true) and governance.may_read('registry'::regclass, m.body_id);
comment on view meeting_overview is
'The meetings (sammanträden) of all bodies, those that are planned too: how each stands, who was there, what was dealt with, and how far its minutes have come.';
comment on column meeting_overview.meeting_id is 'The meeting.';
comment on column meeting_overview.body_id is 'The body (organ).';
comment on column meeting_overview.body is 'Its name.';
comment on column meeting_overview.day is 'The day; of several, the first.';
comment on column meeting_overview.starts_at is 'When it begins.';
comment on column meeting_overview.place is 'Where.';
comment on column meeting_overview.state is 'planned (planerat), summoned (kallat), open (öppnat), adjourned (ajournerat: a sitting is over, and another follows), closed (avslutat) or cancelled (inställt).';
comment on column meeting_overview.present is 'How many were entered on the roll, officials and guests too (närvarande).';
comment on column meeting_overview.serving is 'How many of them served at some item (tjänstgörande).';
comment on column meeting_overview.items is 'Items on the agenda (ärenden).';
comment on column meeting_overview.information is 'Of these, items for information (information).';
comment on column meeting_overview.preparation is 'Items to be prepared (beredning).';
comment on column meeting_overview.decision is 'Items to be decided (beslut).';
comment on column meeting_overview.decisions is 'Decisions that stand (beslut).';
comment on column meeting_overview.votes is 'Votes that were held (omröstningar).';
comment on column meeting_overview.deviations is 'Breaches that were admitted or recorded (avvikelser).';
comment on column meeting_overview.minutes is 'The minutes (protokoll): missing, drawn_up (upprättat, not all of it attested), attested (justerat) or announced (tillkännagivet); null: the meeting has not been opened.';

-- Bodies, and of each the years in which it may have met: so a body and a year
-- that are asked for are a range of the index.
create or replace view attendance_statistics with (security_barrier) as
select b.id as body_id, b.name as body, s.person_id, p.name as person, y.year,
	count(*)::integer as meetings,
	count(*) filter (where a.attended)::integer as attended,
	count(*) filter (where a.served)::integer as served,
	count(*) filter (where a.remote)::integer as remote,
	round(count(*) filter (where a.attended)::numeric / count(*), 4) as share
from body b
cross join lateral generate_series(
	(select extract(year from min(m.day))::integer from meeting m where m.body_id = b.id),
	extract(year from governance.as_of())::integer) y(year)
join meeting m on m.body_id = b.id and m.day between make_date(y.year, 1, 1) and make_date(y.year, 12, 31)
	and m.opened_at < governance.as_of() + 1 and m.cancelled_at is null
cross join lateral (
	select distinct c.person_id from membership c
	where c.body_id = b.id and c.valid @> m.day) s
join person p on p.id = s.person_id
left join lateral (
	select count(*) > 0 as attended, bool_or(c.capacity <> 'non_serving_substitute') as served,
		bool_or(c.mode = 'remote') as remote
	from attendance c
	where c.meeting_id = m.id and c.person_id = s.person_id
		and c.capacity in ('serving_member', 'serving_substitute', 'non_serving_substitute')) a on true
where governance.may_read('registry'::regclass, b.id)
group by b.id, s.person_id, p.id, y.year;
comment on view attendance_statistics is
'How often those who hold a seat attend (närvarostatistik), by body and year: of the meetings that were held on days on which they held it.';
comment on column attendance_statistics.body_id is 'The body (organ).';
comment on column attendance_statistics.body is 'Its name.';
comment on column attendance_statistics.person_id is 'Who held a seat as member or substitute.';
comment on column attendance_statistics.person is 'The name.';
comment on column attendance_statistics.year is 'The calendar year.';
comment on column attendance_statistics.meetings is 'Meetings (sammanträden) in the time of the seat.';
comment on column attendance_statistics.attended is 'Of these, those that the person attended, if only in part.';
comment on column attendance_statistics.served is 'Those at which the person served at some item (tjänstgjorde).';
comment on column attendance_statistics.remote is 'Those attended at a distance, if only in part (på distans).';
comment on column attendance_statistics.share is 'The share that was attended, of 1.';

create or replace view item_kind_share with (security_barrier) as
select b.id as body_id, b.name as body, b.kind as body_kind, y.year,
	count(*)::integer as items,
	count(*) filter (where i.kind = 'information')::integer as information,
	count(*) filter (where i.kind = 'preparation')::integer as preparation,
	count(*) filter (where i.kind = 'decision')::integer as decision,
	round(count(*) filter (where i.kind = 'information')::numeric / count(*), 4) as information_share,
	round(count(*) filter (where i.kind = 'preparation')::numeric / count(*), 4) as preparation_share,
	round(count(*) filter (where i.kind = 'decision')::numeric / count(*), 4) as decision_share
from body b
cross join lateral generate_series(
	(select extract(year from min(m.day))::integer from meeting m where m.body_id = b.id),
	extract(year from governance.as_of())::integer) y(year)
join meeting m on m.body_id = b.id and m.day between make_date(y.year, 1, 1) and make_date(y.year, 12, 31)
	and m.opened_at < governance.as_of() + 1 and m.cancelled_at is null
join agenda_item i on i.meeting_id = m.id and i.handled is not null
	and coalesce(i.opened_at < governance.as_of() + 1, true)
where governance.may_read('registry'::regclass, b.id)
group by b.id, y.year;
comment on view item_kind_share is
'What bodies deal with: items taken up, by kind and year, and their shares.';
comment on column item_kind_share.body_id is 'The body (organ).';
comment on column item_kind_share.body is 'Its name.';
comment on column item_kind_share.body_kind is 'What kind of body it is.';
comment on column item_kind_share.year is 'The calendar year.';
comment on column item_kind_share.items is 'Items that were taken up (behandlade ärenden).';
comment on column item_kind_share.information is 'Of these, items for information.';
comment on column item_kind_share.preparation is 'Items to be prepared (beredning).';
comment on column item_kind_share.decision is 'Items to be decided (beslut).';
comment on column item_kind_share.information_share is 'The share of items for information, of 1.';
comment on column item_kind_share.preparation_share is 'The share of items to be prepared.';
comment on column item_kind_share.decision_share is 'The share of items to be decided.';

-- A notice whose taking down is not recorded is on the board as long as it must
-- be: through the period for an appeal, or where none is set as long as if the
-- law's were.  No period is longer than the longest that is set, and no last day
-- moves more than ten days, so older notices need not be looked at.
create or replace view notice_board with (security_barrier) as
with first_posted(day) as (
	select governance.as_of() - 10 - greatest(21, max(coalesce(r.value, '21')::integer))
	from rule_setting r where r.rule = 'appeal_days'
)
select n.kind, n.body_id, b.name as body, n.meeting_id, n.number, n.matter_id, n.title,
	n.posted_on, n.until, n.read_at
from (
	select 'meeting' as kind, m.body_id, m.id as meeting_id, null::integer as number, null::bigint as matter_id,
		pg_catalog.format('meeting of %s on %s at %s', k.name, m.day, to_char(m.starts_at, 'HH24:MI')) as title,
		d.issued_at::date as posted_on, m.day as until, null::text as read_at
	from body k
	join meeting m on m.body_id = k.id and m.day >= governance.as_of()
	join meeting_document d on d.meeting_id = m.id and d.kind = 'announcement' and d.issued_at < governance.as_of() + 1
	where coalesce(m.cancelled_at >= governance.as_of() + 1, true)
	union all
	select 'minutes', m.body_id, m.id, n.number, null,
		pg_catalog.format('the minutes of %s of %s are attested', k.name, m.day),
		n.posted_on, u.until, n.kept_at
	from public_notice n
	join meeting m on m.id = n.meeting_id
	join body k on k.id = m.body_id
	cross join lateral (select governance.statutory_deadline(n.posted_on,
		make_interval(days => coalesce(rule_number(n.meeting_id, 'appeal_days'), 21))) offset 0) u(until)
	where n.posted_on <= governance.as_of()
		and (n.taken_down_on > governance.as_of() or n.taken_down_on is null and n.posted_on >= (select day from first_posted))
		and (n.taken_down_on is not null or u.until >= governance.as_of())
	union all
	select 'delegated_decision', e.body_id, null, e.number, e.matter_id, e.text,
		e.posted_on, u.until, coalesce(c.name, k.name)
	from delegated_decision e
	join body k on k.id = e.body_id
	left join body c on c.id = k.secretariat_id
	left join lateral setting_on(e.body_id, e.decided_on, 'appeal_days') s on true
	cross join lateral (select governance.statutory_deadline(e.posted_on,
		make_interval(days => coalesce(s.value::integer, 21))) offset 0) u(until)
	where e.posted_on <= governance.as_of()
		and (e.taken_down_on > governance.as_of() or e.taken_down_on is null and e.posted_on >= (select day from first_posted))
		and (e.taken_down_on is not null or u.until >= governance.as_of())) n
join body b on b.id = n.body_id
where governance.may_read('registry'::regclass, n.body_id) and (n.matter_id is null or governance.may_read_matter('registry'::regclass, n.matter_id));
comment on view notice_board is
'What is on the notice board (anslagstavlan, KL 8:9–8:12): announced meetings, notices of attested minutes, and decisions by delegation that are announced by themselves.';
comment on column notice_board.kind is 'meeting (sammanträde), minutes (justerat protokoll) or delegated_decision (delegationsbeslut).';
comment on column notice_board.body_id is 'The body (organ).';
comment on column notice_board.body is 'Its name.';
comment on column notice_board.meeting_id is 'The meeting; null: a decision by delegation.';
comment on column notice_board.number is 'Which of the meeting''s minutes, or the number of the decision in its matter.';
comment on column notice_board.matter_id is 'The matter of a decision by delegation.';
comment on column notice_board.title is 'What the notice says.';
comment on column notice_board.posted_on is 'The day it was posted (anslaget).';
comment on column notice_board.until is 'The last day on which it must stay: that of the meeting, or of the period for an appeal (KL 8:12, 13:5).';
comment on column notice_board.read_at is 'Where the minutes can be read; of a decision by delegation, at whose secretariat.';
