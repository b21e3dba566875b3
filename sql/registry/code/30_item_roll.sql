-- Who serves in which seat at each item: the roll that quorum is counted on
-- (src/rules/roll.c says the same), as rows.

create or replace view item_roll with (security_barrier) as
select i.meeting_id, i."position", i.handled, roll.member_id, roll.served_by,
	roll.capacity, roll.present_when_opened, roll.present_when_decided
from agenda_item i
join meeting m on m.id = i.meeting_id
cross join lateral (
	select coalesce(seat.person_id, serving.seat) as member_id,
		serving.person_id as served_by, serving.capacity,
		coalesce(serving.opened, false) as present_when_opened,
		coalesce(serving.decided, false) as present_when_decided
	from (
		select distinct s.person_id
		from membership s
		where s.body_id = m.body_id and s.role = 'member' and s.valid @> m.day
	) seat
	full join (
		-- the points of a meeting in their order: 1 opened, 1 decided, 2 opened, ...
		select case a.capacity when 'serving_member' then a.person_id else a.serves_for end as seat,
			a.person_id, a.capacity, bool_or(p.first <= i.handled * 2 and i.handled * 2 <= p.last) as opened,
			bool_or(p.first <= i.handled * 2 + 1 and i.handled * 2 + 1 <= p.last) as decided
		from attendance a
		cross join lateral (
			select a.from_item * 2 + (a.from_point = 'decided')::integer as first,
				coalesce(a.to_item * 2 + (a.to_point = 'decided')::integer, 2147483647) as last
		) p
		where a.meeting_id = i.meeting_id
			and a.capacity in ('serving_member', 'serving_substitute')
			and p.first <= i.handled * 2 + 1 and i.handled * 2 <= p.last
			and not exists (
				select from recusal r
				where r.meeting_id = i.meeting_id and r."position" = i."position"
					and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))
		group by 1, 2, 3
	) serving on serving.seat = seat.person_id
) roll
where i.handled is not null and governance.may_read_item('registry'::regclass, i.meeting_id, i.position);

comment on view item_roll is
'The roll of every item that was handled (upprop): each seat, who serves in it, and whether present when the item was opened and when it was decided (KL 5:66). Recused persons do not serve at the item. A seat in which nobody serves has served_by null; a substitute in a vacant seat has member_id null.';
comment on column item_roll.meeting_id is 'The meeting (sammanträde).';
comment on column item_roll."position" is 'The item''s number on the agenda.';
comment on column item_roll.handled is 'The item''s number in the order of handling.';
comment on column item_roll.member_id is 'The member (ledamot) whose seat it is; null: a vacant seat.';
comment on column item_roll.served_by is 'Who serves in the seat; null: nobody.';
comment on column item_roll.capacity is 'serving_member or serving_substitute (tjänstgörande ersättare).';
comment on column item_roll.present_when_opened is 'Did that person serve when the item was opened?';
comment on column item_roll.present_when_decided is 'Did that person serve when the item was decided?';
