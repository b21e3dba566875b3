-- For the tests of faults: the registry :registry with the committee of
-- test/data/committee.sql, the acts that meetings are made of, a judge in plain
-- SQL that asks no rule, and a probe of what a session answers.
\i :srcdir/data/committee.sql
\set ECHO none
set client_min_messages = warning;

-- ---- acts, each a transaction of whoever calls it ----

create function act_open(m bigint, day date, items integer) returns void
language sql set search_path from current as $$
insert into meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)
values (m, 2, day, 'Stadshuset', day + time '09:00', 'plan', 1, day + time '09:00');
insert into agenda_item (meeting_id, position, title, handled, opened_at, decided_at)
select m, i, 'Ärende ' || i, i, day + time '09:00' + i * interval '5 min', day + time '09:04' + i * interval '5 min'
from generate_series(1, items + 1) i;
insert into presiding (meeting_id, person_id) values (m, 1);
insert into attendance (meeting_id, person_id, capacity) select m, p, 'serving_member' from generate_series(1, 7) p;
$$;

create function act_decide(m bigint, said text) returns void
language sql set search_path from current as $$
insert into vote_event (meeting_id, position, number) values (m, 1, 1);
insert into vote (meeting_id, position, number, person_id, choice) select m, 1, 1, p, case when p < 6 then 'yes' else 'no' end from generate_series(1, 7) p;
insert into decision (meeting_id, position, text)
select m, i.position, format('%s i ärende %s', said, i.position) from agenda_item i
where i.meeting_id = m and i.position < (select max(position) from agenda_item where meeting_id = m);
$$;

-- the last item elects who attests
create function act_minutes(m bigint) returns void
language sql set search_path from current as $$
insert into election (meeting_id, position, purpose) select m, max(position), 'Justerare' from agenda_item where meeting_id = m;
insert into candidate (meeting_id, position, person_id) select m, max(position), 2 from agenda_item where meeting_id = m;
insert into decision (meeting_id, position, kind, outcome, text)
select m, max(position), 'election', 'elected', 'Lind utses.' from agenda_item where meeting_id = m;
update agenda_item i set section = i.handled + (
	select coalesce(max(o.section), 0) from agenda_item o join meeting e on e.id = o.meeting_id
	where e.body_id = 2 and date_trunc('year', e.day) = (select date_trunc('year', day) from meeting where id = m))
where i.meeting_id = m;
update meeting set closed_at = day + time '12:00' where id = m;
insert into adjuster (meeting_id, person_id, position) select m, 2, max(position) from agenda_item where meeting_id = m;
insert into minutes (meeting_id, responsible_id) values (m, 1);
$$;

create function act_attest(m bigint) returns void
language sql set search_path from current as $$
insert into attestation (meeting_id, person_id, role, signed_at)
select id, p, case p when 1 then 'chair' else 'adjuster' end, day + 5 + time '10:00' from meeting, generate_series(1, 2) p where id = m;
$$;

create function act_notice(m bigint) returns void
language sql set search_path from current as $$
insert into public_notice (meeting_id, posted_on, kept_at) select id, day + 6, 'Stadshuset' from meeting where id = m;
$$;

-- ---- a judge in plain SQL ----

create function judge(out finding text) returns setof text
language sql stable set search_path from current as $$
select format('decision %s/%s with %s present', d.meeting_id, d.position, count(a.person_id))
from decision d left join attendance a on a.meeting_id = d.meeting_id and a.capacity = 'serving_member'
group by d.meeting_id, d.position, d.point having count(a.person_id) < 4
union all
select format('decision %s/%s without its item, or at no meeting', d.meeting_id, d.position) from decision d
where not exists (select from agenda_item i join meeting m on m.id = i.meeting_id
	where i.meeting_id = d.meeting_id and i.position = d.position and m.opened_at is not null)
union all
select format('meeting %s was opened with %s of %s items, %s attending', m.id, count(i.position), max(i.position),
	(select count(*) from attendance a where a.meeting_id = m.id))
from meeting m left join agenda_item i on i.meeting_id = m.id
group by m.id having count(i.position) <> coalesce(max(i.position), 0) or count(i.position) = 0
	or (select count(*) from attendance a where a.meeting_id = m.id) <> 7
union all
select format('meeting %s has %s of its votes', m.id, v.n) from meeting m
cross join lateral (select count(*) as n from vote v where v.meeting_id = m.id) v where v.n not in (0, 7)
union all
select format('meeting %s has %s decisions on %s items', m.id, d.n, i.n) from meeting m
cross join lateral (select count(*) as n from agenda_item i where i.meeting_id = m.id) i
cross join lateral (select count(*) as n from decision d where d.meeting_id = m.id) d
where d.n not in (0, i.n - 1, i.n)
union all
select format('minutes of %s are attested by %s', t.meeting_id, string_agg(t.role, ', ')) from attestation t
group by t.meeting_id having count(*) <> 2
union all
select format('meeting %s is attested and not sealed', m.meeting_id) from minutes m
where exists (select from attestation a where a.meeting_id = m.meeting_id)
	and not exists (select from seal s where s.meeting_id = m.meeting_id)
union all
select format('meeting %s is sealed and not attested', s.meeting_id) from seal s
where not exists (select from attestation a where a.meeting_id = s.meeting_id)
union all
select format('meeting %s is sealed with %s decisions on %s items', s.meeting_id, d.n, i.n) from seal s
cross join lateral (select count(*) as n from agenda_item i where i.meeting_id = s.meeting_id) i
cross join lateral (select count(*) as n from decision d where d.meeting_id = s.meeting_id) d
where d.n <> i.n
union all
select format('the seal of meeting %s lacks a decision', s.meeting_id) from seal s join decision d on d.meeting_id = s.meeting_id
where strpos(s.content, d.text) = 0
union all
select format('seal %s does not follow the one before', s.ordinal)
from (select s.*, row_number() over w as n, lag(s.hash) over w as before from seal s window w as (partition by body_id order by ordinal)) s
where s.n <> s.ordinal or s.previous is distinct from s.before
	or s.hash <> sha256(coalesce(s.previous, '') || convert_to(s.content, 'UTF8'))
union all
select format('section %s of %s is given %s times', i.section, extract(year from m.day), count(*))
from agenda_item i join meeting m on m.id = i.meeting_id
where i.section is not null
group by i.section, extract(year from m.day) having count(*) > 1
$$;

-- what of minutes lacks a seal, is torn, or breaks a rule, as the extension sees it
create function verdict(out finding text) returns setof text
language sql stable set search_path from current as $$
select format('%s %s: %s', v.id, v.rule, v.finding) from governance.verify_registry(current_schema()::text) v
union all
select v.finding from verify_seals() v
$$;

-- ---- a probe ----

-- What a session says of acts that are tried, and taken back.
create function probe(out act text, out answer text) returns setof record
language plpgsql set search_path from current as $$
declare
	name text;
begin
	for act in select unnest(array[
		'delete from attendance where meeting_id = 1 and person_id > 3',
		'update attendance set to_item = 1 where meeting_id = 2 and person_id > 3',
		'insert into decision (meeting_id, position, text) select id, 2, ''nytt'' from meeting where id = 3',
		'insert into vote (meeting_id, position, number, person_id, choice) values (4, 1, 1, 15, ''yes'')',
		'update decision set text = ''avslag'' where meeting_id = 1',
		'update agenda_item set section = 1 where meeting_id = 2',
		'update membership set valid = ''[2023-01-01,2023-01-02)'' where body_id = 2 and person_id in (1, 2, 3, 4)',
		'update office set valid = ''[2023-01-01,2023-01-02)'' where body_id = 2 and kind = ''chair''',
		'update rule_setting set value = ''8'' where rule = ''quorum_present'' and body_kind is null',
		'with r as (update rule_setting set value = ''2'' where rule = ''quorum_present'' and body_kind is null)
			delete from attendance where meeting_id = 3 and person_id > 2',
		'select from explain_meeting(2)'])
	loop
		begin
			execute act;
			answer := 'done';
			raise exception using errcode = 'ZZ000';
		exception
			when sqlstate 'ZZ000' then null;
			when query_canceled then raise;
			when others then
				get stacked diagnostics name = constraint_name;
				answer := format('%s %s: %s', sqlstate, name, sqlerrm);
		end;
		return next;
	end loop;
	for act, answer in select format('explain_meeting(%s) %s/%s', m, e."position", e.rule), format('%s: %s', e.status, e.finding)
		from generate_series(1, 4) m, explain_meeting(m) e
	loop
		return next;
	end loop;
	-- in an order of their own: the view's leaves ties to the plan
	return query select 'todo', format('%s', t) from todo_as_of('2023-06-01') t order by 2;
end
$$;
