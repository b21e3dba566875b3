-- Part of ../plpgsql.sql: the meeting, its items and who presides.

-- ---- who presides ----

create function dba_presiding() returns trigger
language plpgsql
as $$
declare
	meetings bigint[] := array[old.meeting_id, new.meeting_id];
begin
	perform from meeting m where m.id = any (meetings) order by m.id for no key update;
	if tg_op <> 'DELETE' and exists (
		select from presiding p
		where p.meeting_id = new.meeting_id and p.from_item <> new.from_item
			and (new.to_item is null or p.from_item <= new.to_item)
			and (p.to_item is null or new.from_item <= p.to_item))
	then
		perform dba_refuse('presiding_single', format('%s presides where somebody else does', new.person_id));
	end if;
	if exists (
		select from dba_covered c
		join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
		cross join lateral (
			select old.meeting_id = c.meeting_id and old.from_item <= c.handled
					and (old.to_item is null or old.to_item >= c.handled) as before,
				new.meeting_id = c.meeting_id and new.from_item <= c.handled
					and (new.to_item is null or new.to_item >= c.handled) as after) o
		where c.meeting_id = any (meetings)
			and ((o.before is true) <> (o.after is true)
				or o.before and (old.person_id, old.ground) <> (new.person_id, new.ground)))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	perform dba_check_decided(d.meeting_id, d.position)
	from (
		select distinct d.meeting_id, d.position from decision d
		where d.meeting_id = any (meetings) and d.withdrawn_at is null) d;
	perform dba_check_vote(v.meeting_id, v.position, v.number)
	from vote_event v where v.meeting_id = any (meetings);
	perform dba_check_responsible(n.meeting_id, n.number, n.responsible_id)
	from minutes n where n.meeting_id = any (meetings);
	return null;
end
$$;

-- ---- items ----

-- The numbers of a meeting's sections lie between those of the numbered meetings
-- before and after it in the year; null: that side need not be looked at.  (The
-- committee has a series of its own.)  The index on body and day leads to the
-- nearest meetings, whatever the statistics were when the plan was made.
create function dba_check_series(p_body bigint, p_day date, p_starts_at timestamp, p_meeting bigint, p_first integer, p_last integer)
returns void
language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
	year integer := extract(year from p_day);
begin
	if p_first is not null and p_first <= (
			select (select max(i.section) from agenda_item i where i.meeting_id = m.id)
			from meeting m
			where m.body_id = p_body and m.day >= make_date(year, 1, 1) and m.day <= p_day
				and (m.day, m.starts_at, m.id) < (p_day, p_starts_at, p_meeting)
				and (select max(i.section) from agenda_item i where i.meeting_id = m.id) is not null
			order by m.day desc, m.starts_at desc, m.id desc
			limit 1)
		or p_last is not null and p_last >= (
			select (select min(i.section) from agenda_item i where i.meeting_id = m.id)
			from meeting m
			where m.body_id = p_body and m.day >= p_day and m.day <= make_date(year, 12, 31)
				and (m.day, m.starts_at, m.id) > (p_day, p_starts_at, p_meeting)
				and (select min(i.section) from agenda_item i where i.meeting_id = m.id) is not null
			order by m.day, m.starts_at, m.id
			limit 1)
	then
		perform dba_refuse('section_number', 'the numbers of sections rise from meeting to meeting');
	end if;
end
$$;

-- An item continues one of an earlier meeting of the body that was not settled.
create function dba_check_continues(p_meeting bigint, p_other_meeting bigint, p_other_position integer) returns void
language plpgsql
as $$
begin
	if exists (
		select from meeting m, meeting o
		where m.id = p_meeting and o.id = p_other_meeting
			and (m.id = o.id or m.body_id <> o.body_id
				or (o.day, o.starts_at, o.id) > (m.day, m.starts_at, m.id)
				or exists (
					select from decision d
					where d.meeting_id = o.id and d.position = p_other_position
						and d.kind = 'settling' and d.withdrawn_at is null)))
	then
		perform dba_refuse('item_continues', 'an item continues only an unsettled one of an earlier meeting');
	end if;
end
$$;

create function dba_agenda_item() returns trigger
language plpgsql
as $$
declare
	m record;
	f record;
begin
	if tg_op <> 'INSERT' then
		perform from meeting e where e.id = old.meeting_id for no key update;
		perform dba_refuse_frozen(old.meeting_id, old.handled);
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	select e.body_id, e.day, e.starts_at, e.opened_at, e.closed_at, e.cancelled_at, c.areas into m
	from meeting e
	join dba_parameter c on c.body_id = e.body_id
	where e.id = new.meeting_id for no key update of e;
	if not found then
		return null;				-- left to the foreign key
	end if;
	if new.area < 1 or new.area > m.areas then
		perform dba_refuse('item_area', format('item %s is in area %s', new.position, new.area));
	elsif new.opened_at < m.opened_at or new.opened_at > m.closed_at
		or new.decided_at < m.opened_at or new.decided_at > m.closed_at
	then
		perform dba_refuse('times_in_meeting', format('item %s was not handled in the meeting', new.position));
	elsif m.cancelled_at is not null and new.handled is not null then
		perform dba_refuse('meeting_cancelled', 'the meeting was cancelled');
	end if;
	select bool_or(o.handled = new.handled) as twice,
		bool_or(case when o.handled < new.handled
			then coalesce(o.decided_at, o.opened_at) > coalesce(new.opened_at, new.decided_at)
			else coalesce(new.decided_at, new.opened_at) > coalesce(o.opened_at, o.decided_at) end)
			filter (where o.handled is not null and new.handled is not null) as untimely,
		bool_or(o.section = new.section or o.handled < new.handled and o.section > new.section
			or o.handled > new.handled and o.section < new.section) as disordered,
		bool_or(o.section < new.section) as follows,
		bool_or(o.section > new.section) as precedes,
		exists (select from attendance a
			where a.meeting_id = new.meeting_id and a.capacity = 'serving_substitute') as substitutes,
		exists (select from attestation s where s.meeting_id = new.meeting_id) as signed
	into f
	from agenda_item o
	where o.meeting_id = new.meeting_id and o.position <> new.position;
	if f.signed then
		perform dba_refuse_frozen(new.meeting_id, new.handled);
	end if;
	if f.twice then
		perform dba_refuse('handled_once', format('two items are number %s in the order of handling', new.handled));
	elsif f.untimely then
		perform dba_refuse('handling_times', format('the times of item %s do not follow the order of handling', new.position));
	elsif f.disordered then
		perform dba_refuse('section_number', format('section %s of item %s is out of order', new.section, new.position));
	end if;
	if new.section is not null
		and (tg_op = 'INSERT' or old.section is distinct from new.section or old.meeting_id <> new.meeting_id)
	then
		-- one numbering at a time; between two others of the meeting nothing can be wrong
		perform pg_advisory_xact_lock(m.body_id);
		if f.follows is not true or f.precedes is not true then
			perform dba_check_series(m.body_id, m.day, m.starts_at, new.meeting_id,
				case when f.follows then null else new.section end,
				case when f.precedes then null else new.section end);
		end if;
	end if;
	if new.continues_meeting_id is not null then
		perform from meeting e where e.id = new.continues_meeting_id for share;
		perform dba_check_continues(new.meeting_id, new.continues_meeting_id, new.continues_position);
	end if;
	if f.substitutes and new.handled is not null then
		perform dba_check_seats(new.meeting_id, new.position);
	end if;
	if tg_op = 'UPDATE' then
		if exists (
			select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position and new.handled is not null
				and (d.decided_at < new.opened_at or d.decided_at > new.decided_at))
		then
			perform dba_refuse('handling_times', format('a decision lies outside item %s', new.position));
		elsif new.kind = 'information' and exists (
			select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position and d.withdrawn_at is null
				and d.kind = 'settling')
		then
			perform dba_refuse('decision_kind', format('item %s is there for information', new.position));
		elsif new.handled is null and exists (
			select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position and d.withdrawn_at is null)
		then
			perform dba_refuse('decision_handled', format('item %s is decided but was not taken up', new.position));
		end if;
		if new.handled is distinct from old.handled then
			perform dba_check_roll(new.meeting_id, new.handled, new.handled);
		end if;
		perform dba_check_vote(v.meeting_id, v.position, v.number)
		from vote_event v where v.meeting_id = new.meeting_id and v.position = new.position;
	end if;
	return null;
end
$$;

-- ---- meeting ----

create function dba_check_called(m meeting) returns void
language plpgsql
as $$
declare
	called date := coalesce(m.called_on, m.day);
	chair bigint;
begin
	if m.ground = 'chair' then
		chair := dba_acting_chair(m.body_id, called);
		if m.called_by = chair or chair is null and exists (
			select from membership s where s.body_id = m.body_id and s.person_id = m.called_by and s.valid @> called)
		then
			return;
		end if;
	elsif m.ground = 'members' and exists (
		select from meeting_request r
		join dba_parameter c on c.body_id = r.body_id
		where r.id = m.request_id and r.requested_on <= called
			and c.requests <= (
				select count(*) from meeting_requester q
				where q.request_id = r.id and exists (
					select from membership s
					where s.body_id = m.body_id and s.person_id = q.person_id and s.role = 'member'
						and s.valid @> r.requested_on)))
	then
		return;
	end if;
	perform dba_refuse('meeting_called', 'the meeting was called by nobody who may');
end
$$;

-- The meeting takes place on another day: who sits in the body then?
create function dba_check_day(m meeting) returns void
language plpgsql
as $$
declare
	s record;
begin
	perform dba_check_capacity(m.body_id, m.day, a.person_id, a.capacity, a.serves_for)
	from attendance a where a.meeting_id = m.id;
	perform dba_check_remote(m.id, a.person_id, a.capacity)
	from attendance a where a.meeting_id = m.id and a.mode = 'remote';
	perform dba_check_roll(m.id, 1, 2147483647);
	perform dba_check_responsible(n.meeting_id, n.number, n.responsible_id)
	from minutes n where n.meeting_id = m.id;
	select min(i.section) as first, max(i.section) as last into s
	from agenda_item i where i.meeting_id = m.id;
	if s.first is not null then
		perform pg_advisory_xact_lock(m.body_id);
		perform dba_check_series(m.body_id, m.day, m.starts_at, m.id, s.first, s.last);
	end if;
	perform dba_check_continues(i.meeting_id, i.continues_meeting_id, i.continues_position)
	from agenda_item i
	where i.meeting_id = m.id and i.continues_meeting_id is not null or i.continues_meeting_id = m.id;
end
$$;

create function dba_meeting() returns trigger
language plpgsql
as $$
begin
	if tg_op = 'UPDATE' and old.body_id <> new.body_id then
		perform dba_refuse('meeting_body_fixed', 'a meeting cannot move to another body');
	end if;
	if (new.place ~ '\S') is not true and (new.opened_at is not null
		or exists (select from summons s where s.meeting_id = new.id)
		or exists (select from meeting_document d where d.meeting_id = new.id and d.kind = 'summons'))
	then
		perform dba_refuse('meeting_place', 'the meeting is opened or summoned without a place');
	elsif new.is_public then
		perform dba_refuse('closed_doors', 'the meeting is public');
	elsif new.closed_at is not null and new.opened_at is null then
		perform dba_refuse('sittings_in_order', 'the meeting was closed and never opened');
	end if;
	if new.cancelled_at is null then
		if new.ground <> 'plan' then
			perform dba_check_called(new);
		end if;
		if not exists (select from body b where b.id = new.body_id and b.valid @> new.day) then
			perform dba_refuse('body_lifetime', 'the body does not exist on the day of the meeting');
		elsif exists (
			select from body_succession s where s.predecessor_id = new.body_id and s.day <= new.day)
		then
			perform dba_refuse('succession_day', 'another body has taken the place of this one');
		end if;
	end if;
	if tg_op = 'INSERT' then
		return null;
	end if;

	if new.cancelled_at is not null and exists (
		select from agenda_item i
		where i.meeting_id = new.id and (i.handled is not null or exists (
			select from decision d
			where d.meeting_id = new.id and d.position = i.position and d.withdrawn_at is null)))
	then
		perform dba_refuse('meeting_cancelled', 'the meeting was cancelled, and has handled items');
	end if;
	if (new.opened_at, new.closed_at) is distinct from (old.opened_at, old.closed_at) then
		if exists (
				select from agenda_item i
				where i.meeting_id = new.id
					and (i.opened_at < new.opened_at or i.opened_at > new.closed_at
						or i.decided_at < new.opened_at or i.decided_at > new.closed_at))
			or exists (
				select from decision d
				where d.meeting_id = new.id and d.withdrawn_at is null
					and (d.decided_at < new.opened_at or d.decided_at > new.closed_at))
		then
			perform dba_refuse('times_in_meeting', 'an item or decision lies outside the meeting');
		elsif exists (
			select from attestation s
			join minutes n on n.meeting_id = s.meeting_id and n.number = s.number and not n.immediate
			where s.meeting_id = new.id and (s.signed_at >= new.closed_at) is not true)
		then
			perform dba_refuse('attestation_time', 'minutes are attested before the meeting was closed');
		end if;
	end if;
	if (new.opened_at is distinct from old.opened_at) and new.day = old.day then
		perform dba_check_remote(a.meeting_id, a.person_id, a.capacity)
		from attendance a where a.meeting_id = new.id and a.mode = 'remote';
	end if;
	if (new.day, new.starts_at) <> (old.day, old.starts_at) then
		perform dba_check_day(new);
	end if;
	if ((new.day, new.starts_at) <> (old.day, old.starts_at)
			or (new.opened_at, new.cancelled_at, new.place) is distinct from (old.opened_at, old.cancelled_at, old.place)
			or new.closed_at is distinct from old.closed_at and (old.closed_at is not null or exists (
				select from minutes n
				join attestation s on s.meeting_id = n.meeting_id and s.number = n.number
				where n.meeting_id = new.id and not n.immediate)))
		and exists (select from attestation s where s.meeting_id = new.id)
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	return null;
end
$$;
