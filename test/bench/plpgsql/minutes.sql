-- Part of ../plpgsql.sql: minutes, and who attests them.

-- ---- minutes ----

create function dba_check_responsible(p_meeting bigint, p_number integer, p_person bigint) returns void
language plpgsql
as $$
begin
	if p_person is not null
		and exists (select from presiding p where p.meeting_id = p_meeting)
		and not exists (select from presiding p where p.meeting_id = p_meeting and p.person_id = p_person)
		and not exists (
			select from meeting m
			join office o on o.body_id = m.body_id and o.person_id = p_person and o.kind = 'chair' and o.valid @> m.day
			where m.id = p_meeting)
	then
		perform dba_refuse('minutes_responsible', format('%s cannot answer for minutes %s', p_person, p_number));
	end if;
end
$$;

create function dba_minutes() returns trigger
language plpgsql
as $$
begin
	perform from meeting m where m.id in (old.meeting_id, new.meeting_id) order by m.id for no key update;
	if tg_op <> 'DELETE' and (new.items is null and new.immediate or cardinality(new.items) = 0
		or cardinality(new.items) <> (select count(distinct i) from unnest(new.items) i)
		or exists (
			select from minutes n
			where n.meeting_id = new.meeting_id and n.number <> new.number
				and (n.items && new.items or n.items is null and new.items is null)))
	then
		perform dba_refuse('minutes_items', 'an item stands in two minutes, or minutes name none');
	end if;
	if exists (
		select from minutes n
		join attestation s on s.meeting_id = n.meeting_id and s.number = n.number
		where n.meeting_id in (old.meeting_id, new.meeting_id)
			and (n.items is null or n.number = old.number or n.number = new.number))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	if tg_op <> 'DELETE' then
		perform dba_check_responsible(new.meeting_id, new.number, new.responsible_id);
	end if;
	return null;
end
$$;

create function dba_adjuster() returns trigger
language plpgsql
as $$
begin
	perform from meeting m where m.id in (old.meeting_id, new.meeting_id) order by m.id for no key update;
	if tg_op <> 'DELETE' and exists (
			select from agenda_item i
			where i.meeting_id = new.meeting_id and i.position = new.position and i.handled is not null)
		and not exists (
			select from dba_serving s
			where s.meeting_id = new.meeting_id and s.position = new.position and s.person_id = new.person_id
				and s.point = 'decided')
	then
		perform dba_refuse('adjuster_elected', format('%s did not serve at item %s', new.person_id, new.position));
	end if;
	if exists (
		select from dba_covered c
		join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
		cross join lateral (
			select old.meeting_id = c.meeting_id and old.from_item <= c.handled
					and (old.to_item is null or old.to_item >= c.handled) as before,
				new.meeting_id = c.meeting_id and new.from_item <= c.handled
					and (new.to_item is null or new.to_item >= c.handled) as after) o
		where c.meeting_id in (old.meeting_id, new.meeting_id)
			and ((o.before is true) <> (o.after is true)
				or o.before and (old.person_id, old.position, old.alternate) <> (new.person_id, new.position, new.alternate)))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	return null;
end
$$;

-- Whose signature stands for which section, and how.
create view dba_signature as
select c.meeting_id, c.number, c.position, s.person_id, s.role
from dba_covered c
join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
where case s.role
	when 'later_meeting' then true
	when 'chair' then exists (
		select from presiding p
		where p.meeting_id = c.meeting_id and p.person_id = s.person_id
			and p.from_item <= c.handled and (p.to_item is null or p.to_item >= c.handled))
	else exists (
			select from adjuster j
			where j.meeting_id = c.meeting_id and j.person_id = s.person_id
				and j.from_item <= c.handled and (j.to_item is null or j.to_item >= c.handled))
		and exists (
			select from dba_serving v
			where v.meeting_id = c.meeting_id and v.position = c.position and v.point = 'decided'
				and v.person_id = s.person_id)
		and not exists (
			select from presiding p
			where p.meeting_id = c.meeting_id and p.person_id = s.person_id
				and p.from_item <= c.handled and (p.to_item is null or p.to_item >= c.handled))
	end;

create function dba_attestation() returns trigger
language plpgsql
as $$
declare
	n record;
	since timestamp;
begin
	perform from meeting m where m.id in (old.meeting_id, new.meeting_id) order by m.id for no key update;
	if exists (
		select from dba_attested t
		where t.meeting_id = old.meeting_id and t.number = old.number
			or t.meeting_id = new.meeting_id and t.number = new.number)
	then
		perform dba_refuse('attested_frozen', 'the signatures under attested minutes cannot be changed');
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	select i.items, i.immediate, m.closed_at, m.starts_at, m.body_id into n
	from minutes i join meeting m on m.id = i.meeting_id
	where i.meeting_id = new.meeting_id and i.number = new.number;
	if not found then
		return null;				-- left to the foreign key
	end if;
	since := case when n.immediate then (
			select max(greatest(c.opened_at, c.decided_at)) from dba_covered c
			where c.meeting_id = new.meeting_id and c.number = new.number)
		else n.closed_at end;
	if since is null and not n.immediate or new.signed_at < since then
		perform dba_refuse('attestation_time', format('minutes %s are signed too early', new.number));
	elsif exists (
		select from dba_covered c
		where c.meeting_id = new.meeting_id and c.number = new.number and c.section is null)
	then
		perform dba_refuse('section_given', format('minutes %s are over an item without a section', new.number));
	elsif exists (
		select from unnest(n.items) i(handled)
		where not exists (select from agenda_item a where a.meeting_id = new.meeting_id and a.handled = i.handled))
	then
		perform dba_refuse('minutes_items', format('minutes %s name an item of which there is none', new.number));
	elsif new.role <> 'later_meeting' then
		if not exists (
			select from dba_signature s
			where s.meeting_id = new.meeting_id and s.number = new.number
				and s.person_id = new.person_id and s.role = new.role)
		then
			perform dba_refuse('attestation_entitled', format('%s cannot attest minutes %s', new.person_id, new.number));
		end if;
		return null;
	end if;
	if (new.hindrance ~ '\S') is not true or not exists (
		select from meeting o
		join presiding p on p.meeting_id = o.id and p.person_id = new.person_id
		where o.id = new.later_meeting_id and o.body_id = n.body_id
			and o.starts_at > n.starts_at and o.opened_at <= new.signed_at)
	then
		perform dba_refuse('attestation_entitled', format('%s cannot attest minutes %s for a later meeting', new.person_id, new.number));
	end if;
	raise warning 'minutes % are attested by a later meeting', new.number;
	return null;
end
$$;

-- When the last signature is there, the minutes are attested for good.
create function dba_attest() returns trigger
language plpgsql
as $$
begin
	insert into dba_attested (meeting_id, number)
	select n.meeting_id, n.number
	from (select distinct s.meeting_id, s.number from signed s) n
	join meeting m on m.id = n.meeting_id
	join dba_parameter p on p.body_id = m.body_id
	where exists (
			select from dba_covered c where c.meeting_id = n.meeting_id and c.number = n.number)
		and not exists (
			select from dba_covered c
			cross join lateral (
				select count(*) filter (where s.role = 'chair') as chairs,
					count(*) filter (where s.role = 'adjuster') as adjusters,
					count(*) filter (where s.role = 'later_meeting') as later
				from dba_signature s
				where s.meeting_id = c.meeting_id and s.number = c.number and s.position = c.position) s
			where c.meeting_id = n.meeting_id and c.number = n.number
				and s.later = 0 and (s.chairs = 0 or s.adjusters < p.adjusters));
	return null;
end
$$;
