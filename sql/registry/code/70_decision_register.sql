-- What is decided.

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
where o.withdrawn_at is null and m.day <= governance.as_of()
	and governance.may_read_item('registry'::regclass, o.meeting_id, o.position);

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
