-- Part of ../plpgsql.sql: who serves at an item and in whose seat, and what is
-- signed.

-- ---- who serves ----

-- Does a range of attendance cover a point of the item handled as the n-th?
create function dba_attends(p_from_item integer, p_from_point text, p_to_item integer, p_to_point text, p_handled integer, p_point text)
returns boolean
language sql immutable
as $$
select (p_from_item < p_handled or p_from_item = p_handled and (p_from_point = 'opened' or p_point = 'decided'))
	and (p_to_item is null or p_to_item > p_handled or p_to_item = p_handled and (p_to_point = 'decided' or p_point = 'opened'))
$$;

-- Who serves in which seat (0: a vacant one) at an item's two points.
create view dba_serving as
select i.meeting_id, i.position, i.handled, p.point, a.person_id, a.capacity,
	case a.capacity when 'serving_member' then a.person_id else coalesce(a.serves_for, 0) end as seat
from agenda_item i
cross join (values ('opened'), ('decided')) p(point)
join attendance a on a.meeting_id = i.meeting_id
	and a.capacity in ('serving_member', 'serving_substitute')
	and dba_attends(a.from_item, a.from_point, a.to_item, a.to_point, i.handled, p.point)
where not exists (
	select from recusal r
	where r.meeting_id = i.meeting_id and r.position = i.position and r.person_id = a.person_id
		and (r.ruling = 'upheld' or r.self_declared and r.ruling is null));

-- The places that the order for a seat gives to substitutes: a list for the
-- member goes before one for the party, and that before the general one.
create function dba_places(p_body bigint, p_day date, p_seat bigint) returns table (substitute_id bigint, place bigint)
language sql stable
as $$
select l.substitute_id, l.rank + case when l.member_id is not null then 0::bigint
	when l.party_id is not null then 4294967296 else 8589934592 end
from substitution_order l
where l.body_id = p_body and l.valid @> p_day
	and (l.member_id is null or l.member_id = p_seat)
	and (l.party_id is null or exists (
		select from membership s
		where s.body_id = p_body and s.person_id = p_seat and s.role = 'member'
			and s.valid @> p_day and s.party_id = l.party_id))
$$;

-- Does one substitute go before another in the order for a seat?
create function dba_goes_before(p_body bigint, p_day date, p_seat bigint, p_person bigint, p_other bigint) returns boolean
language plpgsql stable
as $$
begin
	return exists (
		select from dba_places(p_body, p_day, p_seat) l
		where l.substitute_id = p_person and not exists (
			select from dba_places(p_body, p_day, p_seat) o
			where o.substitute_id = p_other and o.place <= l.place));
end
$$;

-- One person in a seat, in the prescribed order, at both points of an item.
-- Asked where substitutes serve at the meeting.
create function dba_check_seats(p_meeting bigint, p_position integer) returns void
language plpgsql
as $$
declare
	f record;
	vacant bigint;
begin
	select m.body_id, m.day, t.*,
		exists (
			select from attendance a
			where a.meeting_id = p_meeting and a.capacity = 'serving_substitute' and a.serves_for is null) as in_vacant,
		exists (
			select from attendance a
			where a.meeting_id = p_meeting
				and (a.from_item = i.handled and a.from_point = 'decided'
					or a.to_item = i.handled and a.to_point = 'opened')) as moves
	into f
	from agenda_item i
	join meeting m on m.id = i.meeting_id
	cross join lateral (
		select bool_or(o.capacity <> 'non_serving_substitute') as twice,
			bool_or(o.capacity = 'non_serving_substitute' and exists (
				select from dba_places(m.body_id, m.day, coalesce(s.serves_for, 0)) l
				where l.substitute_id = o.person_id and not exists (
					select from dba_places(m.body_id, m.day, coalesce(s.serves_for, 0)) b
					where b.substitute_id = s.person_id and b.place <= l.place))) as overtakes
		from attendance s
		join attendance o on o.meeting_id = s.meeting_id and o.person_id <> s.person_id
			and (o.capacity = 'non_serving_substitute'
				or o.capacity = 'serving_member' and o.person_id = s.serves_for
				or o.capacity = 'serving_substitute' and o.serves_for = s.serves_for)
		cross join (values ('opened'), ('decided')) p(point)
		where s.meeting_id = p_meeting and s.capacity = 'serving_substitute'
			and dba_attends(s.from_item, s.from_point, s.to_item, s.to_point, i.handled, p.point)
			and dba_attends(o.from_item, o.from_point, o.to_item, o.to_point, i.handled, p.point)
			and not exists (
				select from recusal r
				where r.meeting_id = p_meeting and r.position = p_position
					and r.person_id in (s.person_id, o.person_id)
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) t
	where i.meeting_id = p_meeting and i.position = p_position;
	if f.in_vacant then
		select greatest(0, c.seats - count(s.id)) into vacant
		from dba_parameter c
		left join membership s on s.body_id = c.body_id and s.role = 'member' and s.valid @> f.day
		where c.body_id = f.body_id
		group by c.seats;
		f.twice := f.twice or exists (
			select from dba_serving s
			where s.meeting_id = p_meeting and s.position = p_position and s.seat = 0
			group by s.point having count(*) > vacant);
	end if;
	if f.twice then
		perform dba_refuse('seat_once', format('two serve in one seat at item %s', p_position));
	elsif f.overtakes then
		perform dba_refuse('substitutes_in_order', format('a substitute serves at item %s before one who goes before', p_position));
	elsif f.moves and exists (
		select from dba_serving a
		join dba_serving b on b.meeting_id = a.meeting_id and b.position = a.position
			and b.seat = a.seat and b.point = 'decided'
		where a.meeting_id = p_meeting and a.position = p_position and a.point = 'opened'
			and not exists (
				select from dba_serving o where o.meeting_id = a.meeting_id and o.position = a.position
					and o.point = 'decided' and o.person_id = a.person_id and o.seat = a.seat)
			and not exists (
				select from dba_serving o where o.meeting_id = a.meeting_id and o.position = a.position
					and o.point = 'opened' and o.person_id = b.person_id and o.seat = b.seat)
			and (a.seat <> 0 or vacant <= (
				select count(*) from dba_serving o where o.meeting_id = a.meeting_id
					and o.position = a.position and o.point = 'opened' and o.seat = 0)))
	then
		perform dba_refuse('swap_between_items', format('a seat passes on within item %s', p_position));
	end if;
end
$$;

-- ---- what is signed ----

-- Which items minutes cover: those they name, or the rest.
create view dba_covered as
select n.meeting_id, n.number, n.immediate, i.position, i.handled, i.section, i.opened_at, i.decided_at
from minutes n
join agenda_item i on i.meeting_id = n.meeting_id and i.handled is not null
	and (i.handled = any (n.items)
		or n.items is null and not exists (
			select from minutes o where o.meeting_id = n.meeting_id and i.handled = any (o.items)));

-- Refuses a change of an item that signed minutes cover.
create function dba_refuse_frozen(p_meeting bigint, p_position integer) returns void
language plpgsql
as $$
begin
	if exists (
		select from minutes n
		join attestation t on t.meeting_id = n.meeting_id and t.number = n.number
		where n.meeting_id = p_meeting
			and (p_position = any (n.items)
				or n.items is null and p_position is not null and not exists (
					select from minutes o where o.meeting_id = p_meeting and p_position = any (o.items))))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
end
$$;
