-- Bodies that end, bodies of mixed composition, and who keeps their secretariat:
-- what they still owe on the day of the setting governance.as_of.

-- Which bodies end: with their own time, or when another takes their place.
create or replace view body_end with (security_barrier) as
select b.id as body_id, b.name as body, b.kind, nullif(lower(b.valid), '-infinity') as first_day, e.ends_on - 1 as last_day,
	e.ends_on <= governance.as_of() as ended,
	case when b.extended_on <= governance.as_of() then b.extended_on end as extended_on,
	case when b.dissolved_on <= governance.as_of() then b.dissolved_on end as dissolved_on,
	r.reported_on, r.report_matter_id, r.report_number,
	u.successor_id, coalesce(u.successor_id, b.parent_id) as heir_id
from body b
left join lateral (
	-- the first of those that take its place
	select s.successor_id, s.day from body_succession s
	where s.predecessor_id = b.id
	order by s.day, s.successor_id limit 1) u on true
cross join lateral (select least(nullif(upper(b.valid), 'infinity'), u.day)) e(ends_on)
left join lateral (
	select b.reported_on, b.report_matter_id, b.report_number
	where b.report_matter_id is not null and b.reported_on <= governance.as_of()) r on true
where e.ends_on is not null
	and (governance.may_read('registry'::regclass, b.id) or governance.may_read('registry'::regclass, coalesce(u.successor_id, b.parent_id)));
comment on view body_end is
'Bodies with an end (tillfälliga och ersatta organ): their last day, whether it has passed, the report that they return with (slutrapport), and who takes over what they leave open.';
comment on column body_end.body_id is 'The body (organ).';
comment on column body_end.body is 'Its name.';
comment on column body_end.kind is 'What kind of body it is.';
comment on column body_end.first_day is 'Its first day; null: none is set.';
comment on column body_end.last_day is 'Its last day: that of its own time, or the day before another takes its place.';
comment on column body_end.ended is 'Has that day passed?';
comment on column body_end.extended_on is 'The day of the decision that last prolonged its time (förlängning).';
comment on column body_end.dissolved_on is 'The day of the decision that ended it before its time (upplösning).';
comment on column body_end.reported_on is 'The day of its report; null: it has not reported.';
comment on column body_end.report_matter_id is 'The matter of the report.';
comment on column body_end.report_number is 'The document there.';
comment on column body_end.successor_id is 'The body that takes its place (efterträdare).';
comment on column body_end.heir_id is 'Who takes over what it leaves open: the successor, else the parent; null: nobody is named.';

-- A matter belongs to one body at a time, so what is handed over is seen by the
-- body that it is with now.
create or replace view left_open with (security_barrier) as
with ended as materialized (
	select e.body_id, e.body, e.last_day, e.heir_id, s.citation, s.wording
	from body_end e
	left join lateral setting_on(coalesce(e.heir_id, e.body_id), e.last_day, 'open_at_end') s on s.value = 'true'
	where e.ended
)
select e.body_id, e.body, e.last_day, o.kind, o.title, o.matter_id, o.meeting_id, o.number, e.heir_id,
	e.citation, e.wording
from ended e
cross join lateral (
	select 'matter' as kind, t.title, t.id as matter_id, null::bigint as meeting_id, null::integer as number
	from matter t
	where t.body_id = e.body_id and coalesce(t.closed_on, 'infinity') > governance.as_of()
		and t.opened_on <= governance.as_of()
	union all
	-- put off, and never taken up again; while its matter is with the body, it is
	-- the matter that is open
	select 'item', i.title, i.matter_id, i.meeting_id, i.position
	from meeting m
	cross join lateral (
		select distinct d.position from decision d
		where d.meeting_id = m.id and d.outcome in ('tabled', 'referred_back', 'adjourned')
			and d.withdrawn_at is null
			and not exists (
				select from decision s
				where s.meeting_id = d.meeting_id and s.position = d.position
					and s.kind = 'settling' and s.withdrawn_at is null)) d
	join agenda_item i on i.meeting_id = m.id and i.position = d.position
	left join matter t on t.id = i.matter_id
	where m.body_id = e.body_id and m.day <= governance.as_of() and m.cancelled_at is null
		and (t.id is null or t.body_id <> e.body_id and coalesce(t.closed_on, 'infinity') > governance.as_of())
		and not exists (
			select from agenda_item c
			join meeting n on n.id = c.meeting_id
			where c.continues_meeting_id = i.meeting_id and c.continues_position = i.position
				and n.day <= governance.as_of() and n.cancelled_at is null)
		and not exists (
			select from agenda_item c
			join meeting n on n.id = c.meeting_id
			where c.matter_id = i.matter_id and n.starts_at > m.starts_at
				and n.day <= governance.as_of() and n.cancelled_at is null)
	union all
	select 'assignment', a.text, a.matter_id, null, a.number
	from assignment_body r
	join assignment a on a.matter_id = r.matter_id and a.number = r.number
	where r.body_id = e.body_id and a.given_on <= governance.as_of()
		and coalesce(a.done_on, 'infinity') > governance.as_of()
	union all
	select 'referral', t.title, f.matter_id, null, f.number
	from referral_recipient r
	join referral f on f.matter_id = r.matter_id and f.number = r.number
	join matter t on t.id = f.matter_id
	where r.body_id = e.body_id and f.sent_on <= governance.as_of()
		and not exists (
			select from referral_answer w
			where w.matter_id = r.matter_id and w.number = r.number and w.body_id = r.body_id
				and w.answered_on <= governance.as_of())) o
where (o.matter_id is null or governance.may_read_matter('registry'::regclass, o.matter_id))
	and (o.meeting_id is null or governance.may_read_item('registry'::regclass, o.meeting_id, o.number));
comment on view left_open is
'What bodies that have ended left open (oavslutade ärenden): matters with them, items put off and not taken up again, assignments not done, referrals not answered. To be given to the successor or the parent.';
comment on column left_open.body_id is 'The body that has ended.';
comment on column left_open.body is 'Its name.';
comment on column left_open.last_day is 'Its last day.';
comment on column left_open.kind is 'matter (ärende), item (bordlagt, återremitterat eller ajournerat), assignment (uppdrag) or referral (remiss).';
comment on column left_open.title is 'What it is called.';
comment on column left_open.matter_id is 'The matter; null: an item about none.';
comment on column left_open.meeting_id is 'Of an item: the meeting that put it off.';
comment on column left_open.number is 'The item''s number on that agenda, or the number of the assignment or referral in the matter.';
comment on column left_open.heir_id is 'The successor, else the parent.';
comment on column left_open.citation is 'The provision (bestämmelse) by which that body takes it over; null: none is in force.';
comment on column left_open.wording is 'Its wording.';

create or replace view empty_seat_category with (security_barrier) as
select c.body_id, b.name as body, c.name as seat_category, s.citation, s.wording
from seat_category c
join body b on b.id = c.body_id
left join lateral setting_on(c.body_id, governance.as_of(), 'seat_categories') s on s.value = 'true'
where b.valid @> governance.as_of()
	and not exists (
		select from body_succession u
		where u.predecessor_id = c.body_id and u.day <= governance.as_of())
	and not exists (
		select from membership m
		where m.body_id = c.body_id and m.seat_category = c.name and m.valid @> governance.as_of())
	and governance.may_read('registry'::regclass, c.body_id);
comment on view empty_seat_category is
'Categories of seats that nobody holds in a body of mixed composition (representation utan företrädare).';
comment on column empty_seat_category.body_id is 'The body (råd).';
comment on column empty_seat_category.body is 'Its name.';
comment on column empty_seat_category.seat_category is 'The category: elected representatives, officials, associations, business.';
comment on column empty_seat_category.citation is 'The provision (bestämmelse) by which somebody is to sit for each; null: none does.';
comment on column empty_seat_category.wording is 'Its wording.';

-- From the few settings that name a unit; setting_on says which is in force.
create or replace view wrong_secretariat with (security_barrier) as
select b.id as body_id, b.name as body, s.value as prescribed, u.name as kept_by, s.citation, s.wording
from body b
left join body u on u.id = b.secretariat_id
cross join lateral setting_on(b.id, governance.as_of(), 'secretariat') s
where b.id in (
		select k.id
		from rule_setting t
		join regulation r on r.id = t.regulation_id
		join body k on k.id = r.body_id or r.body_id is null and k.kind = coalesce(t.body_kind, k.kind)
		where t.rule = 'secretariat' and r.valid @> governance.as_of())
	and b.valid @> governance.as_of()
	and not exists (
		select from body_succession u
		where u.predecessor_id = b.id and u.day <= governance.as_of())
	and lower(btrim(u.name)) is distinct from lower(btrim(s.value))
	and governance.may_read('registry'::regclass, b.id);
comment on view wrong_secretariat is
'Bodies whose secretariat (sekretariat, kansli) is kept by another unit than the regulation in force names, or by none.';
comment on column wrong_secretariat.body_id is 'The body.';
comment on column wrong_secretariat.body is 'Its name.';
comment on column wrong_secretariat.prescribed is 'The unit that is to keep it.';
comment on column wrong_secretariat.kept_by is 'The unit that does; null: none is named.';
comment on column wrong_secretariat.citation is 'The provision (bestämmelse).';
comment on column wrong_secretariat.wording is 'Its wording.';

create or replace view body_duty with (security_barrier) as
select 'seat_categories' as rule, c.body_id,
	pg_catalog.format('choose somebody for the seats of "%s" in %s', c.seat_category, c.body) as what,
	'body' as object, c.body_id as object_id, null::date as due, governance.as_of() as ruled_on
from empty_seat_category c
where c.citation is not null
union all
select 'secretariat', s.body_id,
	pg_catalog.format('let "%s" keep the secretariat of %s%s', s.prescribed, s.body, ', not "' || s.kept_by || '"'),
	'body', s.body_id, null, governance.as_of()
from wrong_secretariat s
union all
select 'body_report', e.body_id, pg_catalog.format('hand in the report of %s', e.body),
	'body', e.body_id, e.last_day, least(e.last_day, governance.as_of())
from body_end e
cross join lateral setting_on(e.body_id, least(e.last_day, governance.as_of()), 'body_report') s
where e.reported_on is null and coalesce(e.first_day, '-infinity') <= governance.as_of()
union all
select 'open_at_end', coalesce(o.heir_id, o.body_id),
	pg_catalog.format(case o.kind
			when 'matter' then 'take over the matter "%s" from %s, which ended on %s'
			when 'item' then 'take up the item "%s", which %s had put off when it ended on %s'
			when 'assignment' then 'give the assignment "%s" of %s, which ended on %s, to another body'
			else 'let another body answer the referral "%s" to %s, which ended on %s' end,
		o.title, o.body, o.last_day),
	case o.kind when 'item' then 'meeting' else 'matter' end,
	case o.kind when 'item' then o.meeting_id else o.matter_id end,
	null, o.last_day
from left_open o
where o.citation is not null;
comment on view body_duty is
'What bodies have to do (att göra) about their composition, their secretariat, their report, and what others left open.';
comment on column body_duty.rule is 'The rule''s code (governance.rules()).';
comment on column body_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column body_duty.what is 'What is to be done.';
comment on column body_duty.object is 'The table of what it is about.';
comment on column body_duty.object_id is 'Its id there.';
comment on column body_duty.due is 'The last day; null: no day is set.';
comment on column body_duty.ruled_on is 'The day whose rules apply.';
