-- Part of ../plpgsql.sql: who attends, and what follows when the roll changes.

-- ---- attendance and recusal ----

-- Who of the presidium acts on a day, after somebody else if that is said.
create function dba_acting_chair(p_body bigint, p_day date, p_besides bigint default null) returns bigint
language plpgsql stable
as $$
begin
	return (
		select o.person_id from office o
		where o.body_id = p_body and o.kind in ('chair', 'vice_chair', 'second_vice_chair') and o.valid @> p_day
			and (p_besides is null or o.person_id <> p_besides and o.kind <> 'chair')
			and not exists (
				select from hindrance h
				where h.body_id = p_body and h.person_id = o.person_id and h.valid @> p_day)
		order by array_position(array['chair', 'vice_chair', 'second_vice_chair'], o.kind)
		limit 1);
end
$$;

-- Somebody takes part at a distance in a meeting that is opened.
create function dba_check_remote(p_meeting bigint, p_person bigint, p_capacity text) returns void
language plpgsql
as $$
declare
	n record;
	chair bigint;
	deputy bigint;
begin
	select m.body_id, m.day, m.opened_at, r.*, c.remote_notice as days into n
	from meeting m
	join dba_parameter c on c.body_id = m.body_id
	left join remote_notice r on r.meeting_id = m.id and r.person_id = p_person
	where m.id = p_meeting;
	if n.opened_at is null or p_capacity not in ('serving_member', 'serving_substitute', 'non_serving_substitute') then
		return;
	elsif n.sound_and_picture is not true then
		perform dba_refuse('remote_sound_and_picture', format('%s: sound and picture are not confirmed', p_person));
	elsif n.equal_terms is not true then
		perform dba_refuse('remote_equal_terms', format('%s: equal terms are not confirmed', p_person));
	elsif n.premises_secure is not true then
		perform dba_refuse('remote_premises', format('%s: the premises are not confirmed', p_person));
	elsif p_capacity = 'non_serving_substitute' then
		return;
	elsif n.notified_on > governance.latest_notice(n.day, n.days, false, (select array_agg(x.day) from extra_day x)) then
		perform dba_refuse('remote_notice', format('%s gave notice too late', p_person));
	elsif (n.reason ~ '\S') is not true then
		perform dba_refuse('remote_reason', format('%s gave no reason', p_person));
	end if;
	chair := dba_acting_chair(n.body_id, n.decided_at::date);
	deputy := dba_acting_chair(n.body_id, n.decided_at::date, n.decided_by);
	if n.granted is not true or n.decided_by is null or n.decided_at is null
		or chair is not null and n.decided_by <> chair
		or chair is null and not exists (
			select from membership s
			where s.body_id = n.body_id and s.person_id = n.decided_by and s.valid @> n.decided_at::date)
		or n.decided_at > n.opened_at
		or deputy is not null
			and (n.consulted_id is distinct from deputy or n.consulted_at is null or n.consulted_at > n.decided_at)
	then
		perform dba_refuse('remote_decision', format('the chair has not decided on %s after consulting', p_person));
	end if;
end
$$;

-- Who is entered holds the seat, the right or the office.
create function dba_check_capacity(p_body bigint, p_day date, p_person bigint, p_capacity text, p_serves_for bigint) returns void
language plpgsql
as $$
begin
	if p_capacity in ('serving_member', 'serving_substitute', 'non_serving_substitute') then
		if not exists (
				select from membership s
				where s.body_id = p_body and s.person_id = p_person and s.valid @> p_day
					and s.role = case p_capacity when 'serving_member' then 'member' else 'substitute' end)
			or p_serves_for is not null and not exists (
				select from membership s
				where s.body_id = p_body and s.person_id = p_serves_for and s.valid @> p_day and s.role = 'member')
		then
			perform dba_refuse('capacity_held', format('%s is entered as %s and does not hold the seat', p_person, p_capacity));
		end if;
	elsif p_capacity = 'commissioner' then
		if not exists (
			select from attendance_right r
			where r.body_id = p_body and r.person_id = p_person and r.ground = 'commissioner' and r.valid @> p_day)
		then
			perform dba_refuse('commissioner_right', format('%s has no right to attend as commissioner', p_person));
		end if;
	elsif p_capacity = 'city_director' then
		if not exists (
				select from attendance_right r
				where r.body_id = p_body and r.person_id = p_person and r.ground = 'city_director' and r.valid @> p_day)
			and not exists (
				select from office o
				where o.body_id = p_body and o.person_id = p_person and o.kind = 'city_director' and o.valid @> p_day)
		then
			perform dba_refuse('city_director_right', format('%s is not the city director', p_person));
		end if;
	elsif p_capacity = 'presenter' then
		if not exists (
			select from office o
			where o.body_id = p_body and o.person_id = p_person and o.kind in ('presenter', 'deputy_city_director')
				and o.valid @> p_day)
		then
			perform dba_refuse('presenter_office', format('%s is no presenter', p_person));
		end if;
	end if;
end
$$;

-- The roll has changed over a range of items: what was decided, voted and
-- elected there must still be right.
create function dba_check_roll(p_meeting bigint, p_first integer, p_last integer) returns void
language plpgsql
as $$
declare
	bad record;
begin
	if exists (
		select from attendance a where a.meeting_id = p_meeting and a.capacity = 'serving_substitute')
	then
		perform dba_check_seats(i.meeting_id, i.position)
		from agenda_item i
		where i.meeting_id = p_meeting and i.handled between p_first and p_last;
	end if;
	perform dba_check_decided(i.meeting_id, i.position)
	from agenda_item i
	where i.meeting_id = p_meeting and i.handled between p_first and p_last
		and exists (
			select from decision d
			where d.meeting_id = i.meeting_id and d.position = i.position and d.withdrawn_at is null);
	select v.person_id, v.position into bad
	from agenda_item i
	join vote v on v.meeting_id = i.meeting_id and v.position = i.position
	where i.meeting_id = p_meeting and i.handled between p_first and p_last
		and not exists (
			select from dba_serving s
			where s.meeting_id = v.meeting_id and s.position = v.position and s.point = 'decided'
				and s.person_id = v.person_id)
	limit 1;
	if found then
		perform dba_refuse('voter_serves', format('%s has no vote in item %s', bad.person_id, bad.position));
	end if;
	select j.person_id, j.position into bad
	from agenda_item i
	join adjuster j on j.meeting_id = i.meeting_id and j.position = i.position
	where i.meeting_id = p_meeting and i.handled between p_first and p_last
		and not exists (
			select from dba_serving s
			where s.meeting_id = j.meeting_id and s.position = j.position and s.point = 'decided'
				and s.person_id = j.person_id)
	limit 1;
	if found then
		perform dba_refuse('adjuster_elected', format('%s did not serve at item %s', bad.person_id, bad.position));
	end if;
	perform dba_check_vote(v.meeting_id, v.position, v.number)
	from agenda_item i
	join vote_event v on v.meeting_id = i.meeting_id and v.position = i.position
	where i.meeting_id = p_meeting and i.handled between p_first and p_last;
end
$$;

create function dba_attendance() returns trigger
language plpgsql
as $$
declare
	m record;
	f record;
	seat bigint;
begin
	if tg_op <> 'INSERT' then
		perform from meeting e where e.id = old.meeting_id for no key update;
		if exists (
			select from dba_covered c
			join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
			cross join (values ('opened'), ('decided')) p(point)
			cross join lateral (
				select dba_attends(old.from_item, old.from_point, old.to_item, old.to_point, c.handled, p.point) as before,
					new.meeting_id = old.meeting_id
					and dba_attends(new.from_item, new.from_point, new.to_item, new.to_point, c.handled, p.point) as after) o
			where c.meeting_id = old.meeting_id
				and (o.before is distinct from (o.after is true)
					or o.before and (old.person_id, old.capacity, coalesce(old.serves_for, 0), old.mode)
						<> (new.person_id, new.capacity, coalesce(new.serves_for, 0), new.mode)))
		then
			perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
		end if;
	end if;
	if tg_op = 'DELETE' then
		perform dba_check_roll(old.meeting_id, old.from_item, coalesce(old.to_item, 2147483647));
		return null;
	end if;

	select e.body_id, e.day into m
	from meeting e where e.id = new.meeting_id for no key update;
	if not found then
		return null;				-- left to the foreign key
	end if;
	perform dba_check_capacity(m.body_id, m.day, new.person_id, new.capacity, new.serves_for);
	if new.mode = 'remote' then
		perform dba_check_remote(new.meeting_id, new.person_id, new.capacity);
	end if;
	seat := case new.capacity when 'serving_member' then new.person_id
		when 'serving_substitute' then coalesce(new.serves_for, 0) end;
	select bool_or(o.person_id = new.person_id) as twice,
		bool_or(case
			when o.person_id = new.person_id then false
			when seat is null then o.capacity = 'serving_substitute' and new.capacity = 'non_serving_substitute'
				and dba_goes_before(m.body_id, m.day, coalesce(o.serves_for, 0), new.person_id, o.person_id)
			when o.capacity = 'non_serving_substitute' then new.capacity = 'serving_substitute'
				and dba_goes_before(m.body_id, m.day, seat, o.person_id, new.person_id)
			when o.capacity = 'serving_member' then o.person_id = seat
			when o.capacity = 'serving_substitute' then o.serves_for = seat
			end) as conflict,
		exists (select from decision d where d.meeting_id = new.meeting_id) as decided,
		exists (select from attestation s where s.meeting_id = new.meeting_id) as signed
	into f
	from attendance o
	where o.meeting_id = new.meeting_id
		and (o.person_id, o.from_item, o.from_point) <> (new.person_id, new.from_item, new.from_point)
		and (new.to_item is null or dba_attends(o.from_item, o.from_point, null, null, new.to_item, new.to_point))
		and (o.to_item is null or dba_attends(new.from_item, new.from_point, null, null, o.to_item, o.to_point));
	if f.twice then
		perform dba_refuse('attendance_once', format('%s is entered twice', new.person_id));
	end if;
	if tg_op = 'UPDATE' then
		perform dba_check_roll(new.meeting_id, least(old.from_item, new.from_item),
			greatest(coalesce(old.to_item, 2147483647), coalesce(new.to_item, 2147483647)));
		if old.meeting_id <> new.meeting_id then
			perform dba_check_roll(old.meeting_id, old.from_item, coalesce(old.to_item, 2147483647));
		end if;
	elsif f.decided then
		perform dba_check_roll(new.meeting_id, new.from_item, coalesce(new.to_item, 2147483647));
	elsif f.conflict or seat = 0 or new.from_point = 'decided' or new.to_point = 'opened' then
		perform dba_check_seats(i.meeting_id, i.position)
		from agenda_item i
		where i.meeting_id = new.meeting_id and i.handled between new.from_item and coalesce(new.to_item, 2147483647);
	end if;
	if f.signed and (tg_op = 'INSERT' or old.meeting_id <> new.meeting_id) and exists (
		select from dba_covered c
		join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
		where c.meeting_id = new.meeting_id
			and (dba_attends(new.from_item, new.from_point, new.to_item, new.to_point, c.handled, 'opened')
				or dba_attends(new.from_item, new.from_point, new.to_item, new.to_point, c.handled, 'decided')))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	return null;
end
$$;

create function dba_recusal() returns trigger
language plpgsql
as $$
declare
	r recusal;
	place integer;
begin
	foreach r in array array[old, new]
	loop
		continue when r.meeting_id is null;
		perform from meeting m where m.id = r.meeting_id for no key update;
		select i.handled into place
		from agenda_item i where i.meeting_id = r.meeting_id and i.position = r.position;
		perform dba_refuse_frozen(r.meeting_id, place);
		perform dba_check_roll(r.meeting_id, place, place);
	end loop;
	if tg_op <> 'DELETE' and new.in_room and (new.indispensable_act ~ '\S') is not true
		and (new.ruling = 'upheld' or new.self_declared and new.ruling is null)
	then
		perform dba_refuse('recusal_in_room', format('%s is recused and stays in the room', new.person_id));
	end if;
	return null;
end
$$;
