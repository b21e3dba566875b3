-- Minutes: which sections they cover and who attests them (for seals
-- src/rules/attestation.c says the same), their canonical text, and the seal.

create or replace function rule_number(meeting bigint, rule text) returns integer
language plpgsql stable parallel unsafe cost 1000
set search_path from current
as $$
#variable_conflict use_column
begin
	return (
select value::integer from governance.setting(current_schema()::text, meeting, rule)
	);
end
$$;
comment on function rule_number(bigint, text) is
'The number that a rule in force for a meeting sets; null where none does.';

-- One row for each section of minutes, with those who are to attest it.
create or replace view minutes_section with (security_barrier) as
select m.meeting_id, m.number, i.handled, i.position, i.section, p.person_id as chair_id,
	s.chair_signed, s.adjusters_signed, s.later_meeting,
	s.later_meeting or s.chair_signed and cardinality(s.adjusters_signed) >= n.adjusters as attested
from minutes m
-- By HAVING the planner knows that this is one row, and leaves out the join if
-- a query does not ask for it; else it is computed once for all sections.
left join lateral (
	select coalesce(rule_number(m.meeting_id, 'adjusters'), 1) as adjusters
	having true) n on true
join agenda_item i on i.meeting_id = m.meeting_id and i.handled is not null
	and (i.handled = any (m.items)
		or m.items is null and not exists (
			select from minutes o where o.meeting_id = m.meeting_id and i.handled = any (o.items)))
left join presiding p on p.meeting_id = m.meeting_id
	and i.handled >= p.from_item and (p.to_item is null or i.handled <= p.to_item)
left join lateral (
	select coalesce(bool_or(a.role = 'chair' and a.person_id = p.person_id), false) as chair_signed,
		coalesce(bool_or(a.role = 'later_meeting'), false) as later_meeting,
		coalesce(array_agg(distinct a.person_id) filter (where a.role = 'adjuster'
			and a.person_id is distinct from p.person_id
			and exists (
				-- present when the item was decided
				select from attendance t
				where t.meeting_id = m.meeting_id and t.person_id = a.person_id
					and t.capacity in ('serving_member', 'serving_substitute')
					and t.from_item <= i.handled
					and (t.to_item is null or t.to_item > i.handled
						or t.to_item = i.handled and t.to_point = 'decided'))
			and not exists (
				select from recusal r
				where r.meeting_id = m.meeting_id and r.position = i.position and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))
			and exists (
				select from adjuster j
				where j.meeting_id = m.meeting_id and j.person_id = a.person_id
					and i.handled >= j.from_item and (j.to_item is null or i.handled <= j.to_item))), '{}')
			as adjusters_signed
	from attestation a
	where a.meeting_id = m.meeting_id and a.number = m.number) s on true
where governance.may_read_item('registry'::regclass, m.meeting_id, null);
comment on view minutes_section is
'The sections (paragrafer) of minutes, who presided over each, and whose signatures stand for it: the one who presided and an adjuster (justerare) who served at it, or a later meeting.';
comment on column minutes_section.meeting_id is 'the meeting (sammanträde)';
comment on column minutes_section.number is 'which of the meeting''s minutes (protokoll)';
comment on column minutes_section.handled is 'the item''s place in the order of handling';
comment on column minutes_section.position is 'the item''s number on the agenda';
comment on column minutes_section.section is 'the section (paragraf)';
comment on column minutes_section.chair_id is 'who presided over it (ordförande)';
comment on column minutes_section.chair_signed is 'that person has signed';
comment on column minutes_section.adjusters_signed is 'the adjusters (justerare) who have signed for it';
comment on column minutes_section.later_meeting is 'a later meeting has attested, for a recorded hindrance';
comment on column minutes_section.attested is 'every signature that is needed is there';

create or replace function minutes_text(meeting bigint, number integer default 1) returns text
language sql stable parallel unsafe
set search_path from current
as $$
select governance.minutes_text(current_schema()::text, meeting, number)
$$;
comment on function minutes_text(bigint, integer) is
'Minutes (protokoll) in their canonical text, as it is sealed at attestation (KL 5:66–67): before that a draft. The same whatever the session''s settings. Null where there are no such minutes.';

create or replace function verify_seals(body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out status text, out finding text)
returns setof record
language sql stable parallel unsafe
set search_path from current
as $$
select v.* from governance.verify_seals(current_schema()::text, body) v
$$;
comment on function verify_seals(bigint) is
'Recomputes the seals (sigill) of a body''s series, or of every one: see governance.verify_seals.';

create or replace function seal_drift(body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out line integer)
returns setof record
language sql stable parallel unsafe
set search_path from current
as $$
select d.* from governance.seal_drift(current_schema()::text, body) d
$$;
comment on function seal_drift(bigint) is
'Sealed minutes of a body''s series, or of every one, that today''s rows would give another text: see governance.seal_drift.';

comment on column attestation.later_meeting_id is
'the later meeting of the body, or of its successor, that attests for those who are hindered';
