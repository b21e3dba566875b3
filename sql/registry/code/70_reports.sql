-- What is decided, and what is due.

create or replace view decision_register with (security_barrier) as
select m.body_id, b.name as body, o.meeting_id, m.day, o.position, o.point, i.section,
	i.title, o.kind, o.outcome, o.text,
	r.present, v.yes, v.no, v.abstain,
	o.on_behalf_of,
	-- those of the item, and those of the meeting as a whole
	(select array_agg(distinct d.rule order by d.rule) from deviation d
		where d.meeting_id = o.meeting_id and coalesce(d.position, o.position) = o.position) as deviations,
	f.attested_on, f.posted_on, f.appealable, f.appeal_until, f.appeal_pending,
	case when f.legal_force_on <= governance.as_of() then f.legal_force_on end as legal_force_on
from decision o
join agenda_item i on i.meeting_id = o.meeting_id and i.position = o.position
join meeting m on m.id = o.meeting_id
join body b on b.id = m.body_id
left join lateral (
	-- those of item_roll, without looking for the seats of others
	select count(*) as present
	from (
		select distinct a.person_id, a.capacity, a.serves_for
		from attendance a
		where a.meeting_id = o.meeting_id and a.capacity in ('serving_member', 'serving_substitute')
			and a.from_item <= i.handled
			and (a.to_item is null or a.to_item > i.handled
				or a.to_item = i.handled and a.to_point = 'decided')
			and not exists (
				select from recusal r
				where r.meeting_id = o.meeting_id and r.position = o.position and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) a) r on true
left join vote_result v on v.meeting_id = o.meeting_id and v.position = o.position
	and v.number = o.vote_number
left join decision_force f on f.meeting_id = o.meeting_id and f.position = o.position
	and f.point = o.point
where o.withdrawn_at is null and m.day <= governance.as_of();

comment on view decision_register is
'Every decision that stands (beslutsregister): where and how it was made, what was admitted as a deviation, when it was attested and announced, until when it can be appealed and when it gained legal force.';
comment on column decision_register.body_id is 'The body that decided.';
comment on column decision_register.body is 'Its name.';
comment on column decision_register.meeting_id is 'The meeting (sammanträde).';
comment on column decision_register.day is 'Its day.';
comment on column decision_register.position is 'The item''s number on the agenda.';
comment on column decision_register.point is 'The point of the decision within the section (beslutspunkt).';
comment on column decision_register.section is 'The section of the minutes (paragraf).';
comment on column decision_register.title is 'The item''s title (ärendemening).';
comment on column decision_register.kind is 'Settling (avgörande), procedural, election (val), opinion (yttrande) or noting.';
comment on column decision_register.outcome is 'What was decided, in a word.';
comment on column decision_register.text is 'The decision''s wording.';
comment on column decision_register.present is 'How many served when it was decided.';
comment on column decision_register.yes is 'Votes for, where a vote was held (omröstning).';
comment on column decision_register.no is 'Votes against.';
comment on column decision_register.abstain is 'Votes that abstained.';
comment on column decision_register.on_behalf_of is 'The body on whose behalf it was made (på delegation).';
comment on column decision_register.deviations is 'The rules whose breach was admitted (avvikelser).';
comment on column decision_register.attested_on is 'When the minutes were attested (justerade).';
comment on column decision_register.posted_on is 'When that was announced (tillkännagivet).';
comment on column decision_register.appealable is 'Whether it can be appealed at all (KL 13:2).';
comment on column decision_register.appeal_until is 'The last day for an appeal (överklagande, KL 13:5).';
comment on column decision_register.appeal_pending is 'Whether an appeal is pending.';
comment on column decision_register.legal_force_on is 'The day it gained legal force (laga kraft); null: it has not.';

-- Everything due, late or missing.  One branch a duty: which rule, whose, about
-- what, by when it must be done, and the day whose rules it follows: what a
-- meeting leaves to be done, from those in force on its day.
create or replace view todo with (security_barrier) as
with numbered_minutes as (
	-- what is not named here, such as the sections, is not computed
	select s.body_id, s.meeting_id, s.day, s.attested_on, s.attest_by,
		s.notice_by, s.posted_on, s.taken_down_on, s.taken_down_early, s.appeal_until,
		case when s.number > 1 then ', number ' || s.number end as numbered
	from minutes_status s
), duty (rule, body_id, what, object, object_id, due, ruled_on) as (
	select case v.role when 'member' then 'seats' else 'substitute_seats' end, v.body_id,
		pg_catalog.format('%s %s missing, %s of %s seats are filled', v.missing,
			case v.role when 'member' then case v.missing when 1 then 'member is' else 'members are' end
				else case v.missing when 1 then 'substitute is' else 'substitutes are' end end,
			v.filled, v.seats),
		'body', v.body_id, null::date, governance.as_of()
	from vacancy v
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
		'meeting', s.meeting_id, s.attest_by, s.day
	from numbered_minutes s
	where s.attested_on is null and s.day <= governance.as_of()
	union all
	select 'notice_days', s.body_id,
		pg_catalog.format(case when s.taken_down_early
				then 'announce again the attestation of the minutes of the meeting on %s%s: the notice was taken down early'
				else 'announce the attestation of the minutes of the meeting on %s%s' end, s.day, s.numbered),
		'meeting', s.meeting_id, s.notice_by, s.day
	from numbered_minutes s
	where s.notice_by is not null and (s.posted_on is null or s.taken_down_early)
	union all
	select 'appeal_days', s.body_id,
		pg_catalog.format('keep the notice of the minutes of the meeting on %s%s on the board until %s has passed',
			s.day, s.numbered, s.appeal_until),
		'meeting', s.meeting_id, s.appeal_until, s.day
	from numbered_minutes s
	where s.appeal_until >= governance.as_of() and s.taken_down_on is null
)
select d.rule, d.body_id, b.name as body, d.what, d.due,
	d.due - governance.as_of() as days_left,
	case when d.due is null then 'missing'
		when d.due < governance.as_of() then 'late'
		else 'due' end as status,
	s.citation, s.wording, d.object, d.object_id
from duty d
join body b on b.id = d.body_id
left join lateral setting_on(d.body_id, d.ruled_on, d.rule) s on true;

comment on view todo is
'Everything due, late or missing (att göra), in one list: vacancies, requested meetings, documents, attestation, announcement. One row a duty, with the rule and the provision it follows from.';
comment on column todo.rule is 'The rule''s code (governance.rules()).';
comment on column todo.body_id is 'The body responsible (ansvarigt organ).';
comment on column todo.body is 'Its name.';
comment on column todo.what is 'What is to be done.';
comment on column todo.due is 'The last day; null: no day is set.';
comment on column todo.days_left is 'Days until then, negative when it has passed.';
comment on column todo.status is 'Due, late, or missing (where no day is set).';
comment on column todo.citation is 'The provision (bestämmelse).';
comment on column todo.wording is 'Its wording.';
comment on column todo.object is 'The table of what it is about.';
comment on column todo.object_id is 'Its id there.';

-- The same as of any day.
create or replace function decision_register_as_of(day date) returns setof decision_register
language plpgsql stable
set search_path from current
as $$
declare
	former text := coalesce(current_setting('governance.as_of', true), '');
begin
	perform set_config('governance.as_of', day::text, true);
	return query select * from decision_register;
	perform set_config('governance.as_of', former, true);
end
$$;
comment on function decision_register_as_of(date) is
'The register of decisions (beslutsregister) as it stood on a day.';

create or replace function todo_as_of(day date) returns setof todo
language plpgsql stable
set search_path from current
as $$
declare
	former text := coalesce(current_setting('governance.as_of', true), '');
begin
	perform set_config('governance.as_of', day::text, true);
	return query select * from todo;
	perform set_config('governance.as_of', former, true);
end
$$;
comment on function todo_as_of(date) is
'What was due, late or missing (att göra) on a day.';
