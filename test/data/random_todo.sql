-- Random changes of random meetings (random_meetings.sql), and after each round
-- of them the comparison of todo with todo_plain.sql as of random days.  Prints
-- what differs, or at last "all alike".
\set ECHO none
set client_min_messages = error;

set session_replication_role = replica;
-- a council, a board, bodies without rules about documents, and one with a
-- regulation without decisions that hold it fast
insert into body (id, name, kind, parent_id, founded_by) values
	(3, 'Kommunfullmäktige', 'council', null, null), (4, 'Nämnden', 'board', 3, null),
	(5, 'Rådet', 'advisory_council', 1, 'Kommunstyrelsen'), (6, 'Ett annat utskott', 'committee', 1, 'Kommunstyrelsen');
insert into membership (body_id, person_id, role, valid)
select b, p, case when p % 2 = 0 then 'substitute' else 'member' end, '[2023-01-01,2025-08-01)'
from generate_series(3, 4) b, generate_series(1, 6) p;

-- spread them over the bodies; days that the calendar does not know are no
-- matter here
update meeting set body_id = 2 + case when id % 2 = 0 then id % 5 else 0 end,
	urgent = pg_temp.chance(0.1), called_on = case when pg_temp.chance(0.5) then day - pg_temp.number(0, 60) end,
	opened_at = day + time '09:00', closed_at = day + time '11:00' + pg_temp.number(0, 1) * interval '1 day';
delete from sitting where not (opened_at between '2025-01-01' and '2026-01-01' and coalesce(closed_at, opened_at) < '2026-12-31');
update agenda_item set area = 1 where pg_temp.chance(0.95);
reset session_replication_role;

create function pg_temp.some_day() returns date
language sql volatile
as $$select '2025-01-01'::date + pg_temp.number(0, 400)$$;

-- one change: what comes, goes, or was something else
create function pg_temp.change() returns void
language plpgsql
as $$
declare
	m bigint := 1000 + pg_temp.number(1, 120);
	n integer := (select number from minutes where meeting_id = m order by random() limit 1);
	notice bigint := (select id from public_notice where meeting_id = m order by random() limit 1);
	posted date := pg_temp.some_day();
begin
	case pg_temp.number(1, 26)
	when 1, 2, 3, 4 then	-- attested: as the seal says
		insert into seal (body_id, meeting_id, number, ordinal, format, attested_on, content, hash)
		select body_id, id, s.number, (select count(*) + 1 from seal), 1, day + pg_temp.number(0, 40), '', ''
		from meeting, minutes s
		where id = m and s.meeting_id = m and (s.number = n or pg_temp.chance(0.7))
		on conflict do nothing;
	when 5 then
		delete from seal where meeting_id = m and number = n;
	when 6, 7, 8, 9 then
		insert into public_notice (meeting_id, number, posted_on, kept_at, taken_down_on)
		select m, s.number, posted, 'kansliet', case when pg_temp.chance(0.4) then posted + pg_temp.number(0, 40) end
		from minutes s where s.meeting_id = m and (s.number = n or pg_temp.chance(0.7));
	when 10, 11 then
		update public_notice set taken_down_on = case when pg_temp.chance(0.8) then posted_on + pg_temp.number(15, 40) end where id = notice;
	when 12 then
		update public_notice set posted_on = posted, taken_down_on = null where id = notice;
	when 13 then
		delete from public_notice where id = notice;
	when 14, 15, 16, 17 then
		insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
		select m, k, day + time '08:00' - pg_temp.number(-3, 20) * interval '1 day', 1
		from meeting, unnest('{announcement,summons,agenda}'::text[]) k where id = m and pg_temp.chance(0.9)
		on conflict do nothing;
	when 18 then
		delete from meeting_document where meeting_id = m and pg_temp.chance(0.3);
	when 19, 20 then
		update agenda_item set area = case when pg_temp.chance(0.95) then 1 end where meeting_id = m;
	when 21 then
		update decision set on_behalf_of = case when pg_temp.chance(0.5) then 1 end,
			withdrawn_at = case when pg_temp.chance(0.3) then '2025-06-01' end::timestamp
		where meeting_id = m and pg_temp.chance(0.2);
	when 22 then
		update minutes set drawn_up_on = case when pg_temp.chance(0.7) then pg_temp.some_day() end,
			items = case when pg_temp.chance(0.8) then items else array[1, 2] end
		where meeting_id = m;
	when 23 then
		update meeting set opened_at = case when cancelled_at is not null then day + time '09:00' end, closed_at = null,
			cancelled_at = case when cancelled_at is null and pg_temp.chance(0.7) then day - pg_temp.number(-3, 9) end
		where id = m and (cancelled_at is not null or pg_temp.chance(0.3));
	when 24 then
		update meeting set day = posted, starts_at = posted, called_on = null, opened_at = null, closed_at = null, cancelled_at = null where id = m;
	when 25 then			-- forged
		if pg_temp.chance(0.5) then
			update meeting set done_on = pg_temp.some_day() where id between m and m + 10;
			update meeting_request set done_on = pg_temp.some_day();
		else
			insert into meeting (id, body_id, day, place, starts_at, opened_at, done_on)
			select max(id) + 1, 2 + pg_temp.number(0, 4), posted, 'Stadshuset', posted, posted, pg_temp.some_day() from meeting;
		end if;
	when 26 then
		insert into summons (meeting_id, person_id, told_at)
		select m, p, day - pg_temp.number(0, 20) * interval '1 day' from meeting, generate_series(1, 6) p where id = m and pg_temp.chance(0.9)
		on conflict do nothing;
	end case;
end
$$;

-- requests, and the meetings that answer them or do so no more
create function pg_temp.change_request() returns void
language plpgsql
as $$
declare
	r bigint := (select coalesce(max(id), 0) + 1 from meeting_request);
	m bigint := (select id from meeting where body_id in (2, 4) and cancelled_at is null order by random() limit 1);
begin
	if r < 12 then
		insert into meeting_request (id, body_id, requested_on, subject) values (r, 2 + r % 2 * 2, pg_temp.some_day() - 100, 'Läget');
		insert into meeting_requester (request_id, person_id) select r, p from unnest('{1,3,5}'::bigint[]) p where pg_temp.chance(0.8);
	end if;
	update meeting set ground = 'members', request_id = (
			select id from meeting_request q where q.body_id = meeting.body_id and id is not null order by random() limit 1)
	where id = m;
	update meeting set request_id = null
	where id = (select id from meeting where request_id is not null and pg_temp.chance(0.2) limit 1);
end
$$;

-- settings that no decision holds fast: of a body that decides nothing
create function pg_temp.change_setting() returns void
language plpgsql
as $$
declare
	r bigint := (select id from regulation where body_id = 6);
begin
	if r is null then
		insert into regulation (id, body_id, title, valid) values (9000, 6, 'Reglemente', '[2025-01-01,)') returning id into r;
	end if;
	delete from rule_setting where regulation_id = r and pg_temp.chance(0.5);
	insert into rule_setting (regulation_id, rule, value)
	select r, k.rule, k.value
	from (values ('meeting_documents', pg_temp.one_of('{agenda,summons agenda,minutes}')), ('item_area', '3'),
		('notice_days', '2'), ('appeal_days', pg_temp.number(10, 60)::text), ('attestation_days', '10')) k(rule, value)
	where pg_temp.chance(0.4)
	on conflict do nothing;
end
$$;

-- nothing is decided in body 6, so its settings may change
set session_replication_role = replica;
delete from decision where meeting_id in (select id from meeting where body_id = 6);
reset session_replication_role;

create function pg_temp.rounds(n integer) returns setof text
language plpgsql
as $$
declare
	d date;
	found text;
begin
	-- as if all had been written with the rules awake
	perform begin_import();
	update meeting set done_on = '2020-01-01';
	for i in 1..n loop
		for c in 1..40 loop
			perform pg_temp.change();
		end loop;
		perform pg_temp.change_request();
		perform pg_temp.change_setting();
		for k in 1..5 loop
			d := pg_temp.some_day();
			select string_agg(format('as of %s: todo %s', d, x), E'\n') into found
			from (select x::text from pg_temp.todo_differs(d) x limit 5) x;
			if found is not null then
				return next found;
				return;
			end if;
		end loop;
	end loop;
	-- nothing that is done counts as open: what has no duty left when all has
	-- passed, but for meetings whose minutes are still waited for
	select string_agg(format('meeting %s is not done', m.id), E'\n') into found
	from meeting m
	where m.done_on = 'infinity' and m.cancelled_at is null
		and not exists (select from todo_as_of('2100-01-01') t where t.object = 'meeting' and t.object_id = m.id)
		and (not exists (select from setting_on(m.body_id, m.day, 'attestation_days'))
			or exists (select from minutes n where n.meeting_id = m.id));
	return next coalesce(found, case when exists (select from meeting where done_on < 'infinity' and cancelled_at is null)
		then 'all alike' else 'nothing is done' end);
end
$$;
select pg_temp.rounds(:rounds);
