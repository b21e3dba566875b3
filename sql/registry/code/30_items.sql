-- How items ended, where they came from, and which are not in any area.

create or replace function rule_value(meeting bigint, rule text)
returns text
language sql stable parallel unsafe cost 1000
set search_path from current
as $$
select value from governance.setting(current_schema()::text, meeting, rule)
$$;
comment on function rule_value(bigint, text) is
'The value of a rule that is in force for a meeting; null where none is.';

create or replace view item_outcome with (security_barrier) as
select i.meeting_id, i.position, i.handled,
	case
		when i.handled is null then 'not_handled'
		when d.settling then 'decided'
		when d.outcome is not null then d.outcome
		when d.other is not null then d.other
		when i.kind = 'information' then 'information'
		else 'undecided'
	end as outcome
from agenda_item i
left join lateral (
	select bool_or(d.kind = 'settling') as settling,
		(array_agg(d.outcome order by d.point desc)
			filter (where d.outcome in ('tabled', 'referred_back', 'adjourned')))[1] as outcome,
		(array_agg(case d.kind when 'election' then 'elected' when 'noting' then 'noted' else d.kind end
			order by d.point desc) filter (where d.kind <> 'procedural'))[1] as other
	from decision d
	where d.meeting_id = i.meeting_id and d.position = i.position and d.withdrawn_at is null
) d on true
where governance.may_read_item('registry'::regclass, i.meeting_id, i.position);
comment on view item_outcome is
'How each item (ärende) ended, from its decisions that stand: decided, tabled (bordlagt), referred_back (återremitterat), adjourned (ajournerat), elected, noted, opinion, information (for information, nothing to decide), undecided (oavgjort) or not_handled.';
comment on column item_outcome.meeting_id is 'The meeting (sammanträde).';
comment on column item_outcome.position is 'The item''s number on the agenda.';
comment on column item_outcome.handled is 'Its place in the order of handling; null: it was not taken up.';
comment on column item_outcome.outcome is 'How it ended.';

create or replace view item_chain with (security_barrier) as
with recursive chain as (
	select i.meeting_id as first_meeting_id, i.position as first_position, 1 as step,
		i.meeting_id, i.position, array[(i.meeting_id, i.position)::text] as path
	from agenda_item i
	where i.continues_meeting_id is null
	union all
	select c.first_meeting_id, c.first_position, c.step + 1,
		i.meeting_id, i.position, c.path || (i.meeting_id, i.position)::text
	from chain c
	join agenda_item i on i.continues_meeting_id = c.meeting_id and i.continues_position = c.position
	where (i.meeting_id, i.position)::text <> all (c.path)
)
select c.first_meeting_id, c.first_position, c.step, c.meeting_id, c.position, m.day, o.outcome
from chain c
join meeting m on m.id = c.meeting_id
join item_outcome o on o.meeting_id = c.meeting_id and o.position = c.position;
comment on view item_chain is
'Items followed from meeting to meeting: an item that was tabled, referred back or left undecided, and the later items that continue it.';
comment on column item_chain.first_meeting_id is 'The meeting at which the item first was on the agenda.';
comment on column item_chain.first_position is 'Its number on that agenda.';
comment on column item_chain.step is 'Counts from 1, the first time.';
comment on column item_chain.meeting_id is 'The meeting of this step.';
comment on column item_chain.position is 'The item''s number on that agenda.';
comment on column item_chain.day is 'The day of that meeting.';
comment on column item_chain.outcome is 'How the item ended there (see item_outcome).';

create or replace view untagged_item with (security_barrier) as
select i.meeting_id, i.position, i.title, m.body_id, m.day
from open_meeting m
-- offset 0: meeting by meeting, not from all items in no area
cross join lateral (
	select i.meeting_id, i.position, i.title
	from agenda_item i
	where i.meeting_id = m.id and i.area is null
	offset 0) i
where m.cancelled_at is null and rule_value(m.id, 'item_area') is not null
	and governance.may_read_item('registry'::regclass, i.meeting_id, i.position);
comment on view untagged_item is
'Items in none of the body''s main areas (huvudområden), where the regulation in force has such areas.';
comment on column untagged_item.meeting_id is 'The meeting (sammanträde).';
comment on column untagged_item.position is 'The item''s number on the agenda.';
comment on column untagged_item.title is 'Its title (ärendemening).';
comment on column untagged_item.body_id is 'The body that meets.';
comment on column untagged_item.day is 'The day of the meeting.';
