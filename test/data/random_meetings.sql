-- Meetings with random rows of every kind, lawful or not, in the registry that
-- is first in the search path and has the committee of committee.sql: for
-- comparing texts made of them.  Rules and foreign keys are asleep meanwhile.
--
--     \set seed 0.5
--     \set meetings 20
--     \i :srcdir/data/random_meetings.sql
\set ECHO none
set session_replication_role = replica;
select setseed(:seed) \g /dev/null

create function pg_temp.one_of(choices text[]) returns text
language sql volatile
as $$select choices[1 + floor(random() * cardinality(choices))::integer]$$;

create function pg_temp.chance(p double precision) returns boolean
language sql volatile
as $$select random() < p$$;

create function pg_temp.number(low integer, high integer) returns integer
language sql volatile
as $$select low + floor(random() * (high - low + 1))::integer$$;

-- what people write: several lines in every form, what looks like a heading or
-- a format, letters of one, two, three and four bytes
create function pg_temp.prose() returns text
language sql volatile
as $$
select string_agg(pg_temp.one_of(array['Bidrag beviljas.', E'rad ett\nrad två', E'rad ett\r\nrad två\r\n', E'slut\n', E'\n\nbörjan',
	E'a\rb', E'a\r\r\nb', '§ 12 Beslut 1: påhittat', '100 % av %s och %d', 'ÅÄÖ åäö é ß', '漢字 と 😀', E'tab\there', '  inryckt', '–', 'Ek',
	repeat('lång text ', 40)]), ' ')
from generate_series(1, pg_temp.number(1, 3))
$$;

create function pg_temp.moment() returns timestamp
language sql volatile
as $$
select case when random() < 0.03 then pg_temp.one_of('{infinity,-infinity,0044-03-15 12:00 BC,12025-01-01 00:00}')::timestamp
	else date_trunc('second', timestamp '2025-01-01' + random() * interval '300 days') end
$$;

create function pg_temp.random_meeting(id bigint, people bigint[]) returns void
language plpgsql
as $$
declare
	items integer := pg_temp.number(0, 12);
	item record;
	n integer;
	handled integer[];
begin
	insert into meeting (id, body_id, day, place, starts_at, opened_at, closed_at)
	select id, 2, d, case when pg_temp.chance(0.8) then pg_temp.prose() end, d,
		case when pg_temp.chance(0.9) then least(o, c) end, case when pg_temp.chance(0.8) then greatest(o, c) end
	from (select '2025-01-01'::date + pg_temp.number(0, 300), pg_temp.moment(), pg_temp.moment()) v(d, o, c);
	insert into sitting (meeting_id, number, opened_at, closed_at)
	select id, s, least(o, c), case when pg_temp.chance(0.7) then greatest(o, c) end
	from (select s, pg_temp.moment() as o, pg_temp.moment() as c from generate_series(1, pg_temp.number(-2, 2)) s) v;
	insert into agenda_item (meeting_id, position, title, kind, handled, section)
	select id, p, pg_temp.prose(), pg_temp.one_of('{information,preparation,decision}'),
		case when pg_temp.chance(0.9) then rank() over (order by r) end::integer, case when pg_temp.chance(0.8) then pg_temp.number(1, 15) end
	from (select p, random() as r from generate_series(1, items) p) i;
	select array_agg(i.handled) into handled from agenda_item i where i.meeting_id = id and i.handled is not null;

	-- minutes over all, over the rest, or over named items; now and then twice
	n := pg_temp.number(1, 3);
	insert into minutes (meeting_id, number, items, immediate, responsible_id)
	select id, m, case when m < n or pg_temp.chance(0.2) then (
			select array_agg(case when pg_temp.chance(0.95) then h end) from unnest(handled) h where h % n + 1 = m or pg_temp.chance(0.05)) end,
		pg_temp.chance(0.3), case when pg_temp.chance(0.7) then people[pg_temp.number(1, cardinality(people))] end
	from generate_series(1, n) m;

	-- who was there: several ranges and capacities a person, now and then
	insert into presiding (meeting_id, from_item, to_item, person_id, ground)
	select id, f, case when f < 9 then f + pg_temp.number(0, 2) end, people[pg_temp.number(1, 3)],
		pg_temp.one_of('{chair,chair,vice_chair,second_vice_chair,designated}')
	from generate_series(1, 9, 4) f where pg_temp.chance(0.8);
	for item in select p, k from unnest(people) p, generate_series(1, 3) k where pg_temp.chance(0.6) loop
		n := pg_temp.number(1, 5);
		insert into attendance (meeting_id, person_id, capacity, serves_for, mode, from_item, from_point, to_item, to_point)
		select id, item.p, c, case when c = 'serving_substitute' and pg_temp.chance(0.8) then people[pg_temp.number(1, cardinality(people))] end,
			pg_temp.one_of('{on_site,on_site,on_site,remote}'), item.k * 3 + n - 5, 'opened',
			case when pg_temp.chance(0.6) then item.k * 3 + n end, pg_temp.one_of('{opened,decided}')
		from pg_temp.one_of('{serving_member,serving_member,serving_substitute,non_serving_substitute,commissioner,city_director,presenter,secretary,official,guest}') c
		where item.k * 3 + n > 5
		on conflict do nothing;
	end loop;
	insert into adjuster (meeting_id, person_id, position, alternate, from_item, to_item)
	select id, people[pg_temp.number(1, cardinality(people))], pg_temp.number(1, items), pg_temp.chance(0.3), f, case when pg_temp.chance(0.5) then f + 2 end
	from generate_series(1, 4) f where items > 0 and pg_temp.chance(0.6);
	insert into attestation (meeting_id, number, person_id, role, signed_at, hindrance, later_meeting_id)
	select id, m.number, p, r, pg_temp.moment(), case when pg_temp.chance(0.3) then pg_temp.prose() end, case r when 'later_meeting' then 1 end
	from minutes m, unnest(people) p, pg_temp.one_of('{chair,adjuster,adjuster,adjuster,later_meeting}') r
	where m.meeting_id = id and pg_temp.chance(0.2);

	for item in select i.position as p, pg_temp.number(1, cardinality(people)) as who from agenda_item i where i.meeting_id = id loop
		insert into recusal (meeting_id, position, person_id, ground, self_declared, ruling)
		select id, item.p, p, pg_temp.prose(), pg_temp.chance(0.5), case when pg_temp.chance(0.7) then pg_temp.one_of('{disregarded,rejected,upheld}') end
		from unnest(people) p where pg_temp.chance(0.08);
		insert into exclusion (meeting_id, position, person_id, reason)
		select id, item.p, p, pg_temp.prose() from unnest(people) p where pg_temp.chance(0.04);
		insert into statement (meeting_id, position, number, person_id, kind, text)
		select id, item.p, s, people[pg_temp.number(1, cardinality(people))], pg_temp.one_of('{speech,presentation,note,special_statement}'),
			case when pg_temp.chance(0.8) then pg_temp.prose() end
		from generate_series(1, pg_temp.number(-1, 4)) s;
		n := pg_temp.number(0, 3);
		insert into proposal (meeting_id, position, number, person_id, kind, text)
		select id, item.p, s, people[pg_temp.number(1, cardinality(people))], pg_temp.one_of('{approve,amend,reject,table,refer_back}'), pg_temp.prose()
		from generate_series(1, n) s;
		insert into vote_event (meeting_id, position, number, kind, yes_proposal, no_proposal)
		select id, item.p, v, pg_temp.one_of('{open,open,closed}'), case when pg_temp.chance(0.7) then pg_temp.number(1, 3) end,
			case when pg_temp.chance(0.7) then pg_temp.number(1, 3) end
		from generate_series(1, pg_temp.number(-1, 2)) v;
		insert into vote (meeting_id, position, number, person_id, choice)
		select id, item.p, v.number, p, pg_temp.one_of('{yes,yes,no,abstain,ballot}')
		from vote_event v, unnest(people) p where v.meeting_id = id and v.position = item.p and pg_temp.chance(0.7);
		insert into ballot_tally (meeting_id, position, number, line, choice, person_id, list, ballots)
		select id, item.p, v.number, l, c, case c when 'candidate' then people[pg_temp.number(1, cardinality(people))] end,
			case c when 'list' then pg_temp.prose() end, pg_temp.number(0, 9)
		from vote_event v, generate_series(1, 5) l, pg_temp.one_of('{yes,no,candidate,list,blank,invalid}') c
		where v.meeting_id = id and v.position = item.p and pg_temp.chance(0.4);
		insert into election (meeting_id, position, number, purpose, seats, method)
		select id, item.p, e, pg_temp.prose(), pg_temp.number(1, 3), pg_temp.one_of('{acclamation,majority,proportional}')
		from generate_series(1, pg_temp.number(-1, 2)) e;
		insert into candidate (meeting_id, position, number, person_id, list, lot)
		select id, item.p, e.number, p, case when pg_temp.chance(0.4) then pg_temp.prose() end, case when pg_temp.chance(0.3) then pg_temp.number(1, 9) end
		from election e, unnest(people) p where e.meeting_id = id and e.position = item.p and pg_temp.chance(0.3);
		insert into decision (meeting_id, position, point, outcome, text, on_behalf_of, withdrawn_at)
		select id, item.p, d, pg_temp.one_of('{approved,rejected,tabled,referred_back,adjourned,elected,noted,answered,other}'), pg_temp.prose(),
			case when pg_temp.chance(0.4) then pg_temp.number(1, 2) end, case when pg_temp.chance(0.2) then pg_temp.moment() end
		from generate_series(1, pg_temp.number(0, 3)) d;
		insert into reservation (meeting_id, position, point, person_id, announced_at, reasons)
		select id, item.p, d.point, p, pg_temp.moment(), case when pg_temp.chance(0.7) then pg_temp.prose() end
		from decision d, unnest(people) p where d.meeting_id = id and d.position = item.p and pg_temp.chance(0.06);
		insert into abstention (meeting_id, position, point, person_id)
		select id, item.p, d.point, p from decision d, unnest(people) p where d.meeting_id = id and d.position = item.p and pg_temp.chance(0.06);
	end loop;
	insert into deviation (id, meeting_id, position, rule, reason, citation, found)
	select id * 100 + d, id, case when items > 0 and pg_temp.chance(0.7) then pg_temp.number(1, items) end,
		pg_temp.one_of('{quorum_present,presiding_named}'), pg_temp.prose(), case when pg_temp.chance(0.6) then 'KL 5:45 Kommunallag' end,
		case when pg_temp.chance(0.6) then pg_temp.prose() end
	from generate_series(1, pg_temp.number(-1, 3)) d;
end
$$;

-- people whose names are sorted by their bytes, two of them alike
insert into person (id, name) values (101, 'Ek'), (102, 'ek'), (103, 'Öberg-Ek'), (104, 'Ångström'), (105, 'van Ek'), (106, E'Ek\nLind'), (107, '漢 字'), (108, 'Zz');
select pg_temp.random_meeting(m, array[1, 2, 3, 4, 8, 9, 15, 16, 101, 102, 103, 104, 105, 106, 107, 108]) from generate_series(1001, 1000 + :meetings) m \g /dev/null
reset session_replication_role;
\set ECHO all
