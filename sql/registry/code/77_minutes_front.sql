-- Minutes as people read them (protokoll): a front page, the sections, the
-- signatures.  Rows are read with the rights of whoever asks, so what is secret is
-- left out for those who may not read it.  The text that is sealed is another
-- (minutes_text, src/minutes): this one is made for reading.

create or replace function person_at(meeting bigint, person bigint) returns text
language sql stable parallel unsafe
set search_path from current
as $$
select p.name || coalesce(' (' || nullif((
	select string_agg(distinct a.abbreviation, ', ')
	from meeting e
	join membership m on m.body_id = e.body_id and m.person_id = p.id and m.valid @> e.day
	join party a on a.id = m.party_id
	where e.id = person_at.meeting), '') || ')', '')
from person p
where p.id = person_at.person
$$;
comment on function person_at(bigint, bigint) is
'A person as minutes name them: with the party (parti) of their seat in the body on the day of the meeting.';

create or replace function meeting_times(meeting bigint, close boolean) returns setof text
language sql stable parallel unsafe
set search_path from current
as $$
select t.said from (
	select 0, governance.swedish_day(m.day) || coalesce(' kl. ' || to_char(m.opened_at, 'HH24.MI')
		|| case when meeting_times.close then '–' || coalesce(to_char(m.closed_at, 'HH24.MI'), '') else '' end, '')
	from meeting m
	where m.id = meeting_times.meeting
		and not (meeting_times.close and exists (select from sitting s where s.meeting_id = m.id))
	union all
	select s.number, pg_catalog.format('Sittning %s: %s kl. %s–%s', s.number, governance.swedish_day(s.opened_at::date),
		to_char(s.opened_at, 'HH24.MI'), to_char(s.closed_at, 'HH24.MI'))
	from sitting s
	where s.meeting_id = meeting_times.meeting and meeting_times.close) t(n, said)
order by t.n
$$;
comment on function meeting_times(bigint, boolean) is
'When a meeting was held, in words (tid): the day and the hours, of several sittings each. Without the close: minutes that are attested at once know nothing of it.';

-- The items of minutes, as far as they may be read.
create or replace function minutes_items(meeting bigint, number integer,
	out handled integer, out "position" integer, out section integer, out title text)
returns setof record
language sql stable parallel unsafe rows 20
set search_path from current
as $$
select distinct i.handled, i.position, i.section, pg_catalog.format('%s %s%s', coalesce('§ ' || i.section, 'Punkt ' || i.handled),
	i.title, case i.kind when 'information' then ' (information)' else '' end)
from minutes_section c
join agenda_item i on i.meeting_id = c.meeting_id and i.position = c.position
where c.meeting_id = minutes_items.meeting and c.number = minutes_items.number
$$;
comment on function minutes_items(bigint, integer) is
'The items (ärenden) that minutes are about, with the headings of their sections (paragrafer).';

-- Who was there.  Whoever presides is named as such, and as a member only if
-- another presided at some item at which they served.
create or replace function minutes_roll(meeting bigint, number integer,
	out part text, out ordinal integer, out says text)
returns setof record
language sql stable parallel unsafe rows 30
set search_path from current
as $$
with item as materialized (
	select * from minutes_items(minutes_roll.meeting, minutes_roll.number)
), presence as (
	select a.person_id, a.capacity, a.serves_for, a.mode,
		array_agg(distinct i.handled) as items, array_agg(i.section) as sections
	from attendance a
	-- the points of a meeting in their order: 1 opened, 1 decided, 2 opened, ...
	join item i on a.from_item * 2 + (a.from_point = 'decided')::integer <= i.handled * 2 + 1
		and i.handled * 2 <= coalesce(a.to_item * 2 + (a.to_point = 'decided')::integer, 2147483647)
	where a.meeting_id = minutes_roll.meeting
	group by a.person_id, a.capacity, a.serves_for, a.mode
), chair as (
	select p.person_id, p.ground, array_agg(i.handled) as items, array_agg(i.section) as sections
	from presiding p
	join item i on i.handled >= p.from_item and (p.to_item is null or i.handled <= p.to_item)
	where p.meeting_id = minutes_roll.meeting
	group by p.person_id, p.ground
), line as (
	select 'chair' as part, c.person_id, c.ground as capacity, null::bigint as serves_for,
		(select p.mode from presence p where p.person_id = c.person_id order by p.mode desc limit 1) as mode, c.items, c.sections
	from chair c
	union all
	select case p.capacity when 'serving_member' then 'member' when 'serving_substitute' then 'substitute' else 'other' end,
		p.person_id, p.capacity, p.serves_for, p.mode, p.items, p.sections
	from presence p
	where p.capacity not in ('serving_member', 'serving_substitute')
		or not p.items <@ (select coalesce(array_agg(h), '{}') from chair c, unnest(c.items) h where c.person_id = p.person_id)
)
select l.part,
	(row_number() over (order by array_position(array['chair', 'member', 'substitute', 'other'], l.part),
		case l.part when 'chair' then l.items[1]
			when 'other' then array_position(array['non_serving_substitute', 'commissioner', 'city_director', 'presenter',
				'secretary', 'official', 'guest'], l.capacity) end,
		person_at(minutes_roll.meeting, l.person_id) collate "C", l.items))::integer,
	concat_ws(', ', person_at(minutes_roll.meeting, l.person_id),
		case when l.part not in ('member', 'substitute') then governance.swedish(l.capacity) end,
		'för ' || person_at(minutes_roll.meeting, l.serves_for),
		case l.mode when 'remote' then 'på distans' end,
		case when cardinality(l.items) < (select count(*) from item)
			then coalesce(governance.section_ranges(l.sections), 'delvis') end,
		case when l.part <> 'other' then 'ej ' || (
			select governance.section_ranges(array_agg(i.section))
			from recusal r
			join item i on i.position = r.position
			where r.meeting_id = minutes_roll.meeting and r.person_id = l.person_id and i.handled = any (l.items)
				and (r.ruling = 'upheld' or r.self_declared and r.ruling is null)) || ' (jäv)' end)
from line l
$$;
comment on function minutes_roll(bigint, integer) is
'Who was there, of minutes, as their front page names them: who presided (ordförande), members (beslutande), serving substitutes (tjänstgörande ersättare) and others, with the sections at which they were.';

-- Who is to sign, and has.
create or replace function minutes_signatures(meeting bigint, number integer) returns jsonb
language sql stable parallel unsafe
set search_path from current
as $$
with item as materialized (
	select * from minutes_items(minutes_signatures.meeting, minutes_signatures.number)
), signed as (
	select a.person_id, a.role, concat_ws(', ', 'undertecknat ' || to_char(a.signed_at, 'YYYY-MM-DD "kl." HH24.MI'),
		'förhinder: ' || a.hindrance) as remark
	from attestation a
	where a.meeting_id = minutes_signatures.meeting and a.number = minutes_signatures.number
), signer as (
	select 1 as part, a.person_id, null::integer[] as sections
	from attendance a
	where a.meeting_id = minutes_signatures.meeting and a.capacity = 'secretary'
	union
	select 1, o.person_id, null
	from meeting m
	join office o on o.body_id = m.body_id and o.kind = 'secretary' and o.valid @> m.day
	where m.id = minutes_signatures.meeting and not exists (
		select from attendance a where a.meeting_id = m.id and a.capacity = 'secretary')
	union all
	select 2, p.person_id, array_agg(i.section order by i.handled)
	from presiding p
	join item i on i.handled >= p.from_item and (p.to_item is null or i.handled <= p.to_item)
	where p.meeting_id = minutes_signatures.meeting
	group by p.person_id
	union all
	select 3, j.person_id, array_agg(i.section order by i.handled)
	from adjuster j
	join item i on i.handled >= j.from_item and (j.to_item is null or i.handled <= j.to_item)
	where j.meeting_id = minutes_signatures.meeting
		and (not j.alternate or exists (select from signed s where s.person_id = j.person_id and s.role = 'adjuster'))
	group by j.person_id
	union all
	select 4, s.person_id, null from signed s where s.role = 'later_meeting'
)
select jsonb_agg(jsonb_build_array(
	(array['Sekreterare', 'Ordförande', 'Justerande', 'Justerande för ett senare sammanträde'])[g.part]
		|| case when cardinality(g.sections) < (select count(*) from item)
			then coalesce(' ' || governance.section_ranges(g.sections), '') else '' end,
	person_at(minutes_signatures.meeting, g.person_id), s.remark)
	order by g.part, g.sections, person_at(minutes_signatures.meeting, g.person_id) collate "C")
from signer g
left join signed s on s.person_id = g.person_id
	and s.role = (array[null, 'chair', 'adjuster', 'later_meeting'])[g.part]
$$;
comment on function minutes_signatures(bigint, integer) is
'Whose signatures (underskrifter) minutes have and lack: the secretary''s, of whoever presided, and of the adjusters (justerare).';

-- The notice of their attestation that counts; before it is posted, what is to be
-- filled in.
create or replace function notice_facts(meeting bigint, number integer) returns jsonb
language sql stable parallel unsafe
set search_path from current
as $$
select jsonb_build_array(
	jsonb_build_array('Organ', jsonb_build_array(b.name)),
	jsonb_build_array('Sammanträdesdatum', jsonb_build_array(s.day)),
	jsonb_build_array('Paragrafer', jsonb_build_array((
		select governance.section_ranges(array_agg(i.section)) from minutes_items(notice_facts.meeting, notice_facts.number) i))),
	jsonb_build_array('Justeringsdatum', jsonb_build_array(s.attested_on)),
	jsonb_build_array('Anslaget sätts upp', jsonb_build_array(coalesce(s.posted_on::text,
		'____________________' || coalesce(' (senast ' || s.notice_by || ')', '')))),
	jsonb_build_array('Anslaget tas ned', jsonb_build_array(coalesce(s.taken_down_on || case when s.taken_down_early
			then ' (för tidigt: tiden för överklagande har inte löpt)' else '' end,
		case when s.posted_on is not null then '____________________' || coalesce(' (tidigast ' || s.appeal_until + 1 || ')', '') end))),
	jsonb_build_array('Sista dag för överklagande', jsonb_build_array(s.appeal_until)),
	jsonb_build_array('Protokollet förvaras', jsonb_build_array((
		select n.kept_at from notice_status n
		where n.meeting_id = s.meeting_id and n.number = s.number and n.posted_on = s.posted_on
		order by n.id limit 1))),
	jsonb_build_array('Tidigare anslag', (
		select jsonb_agg(pg_catalog.format('uppsatt %s, nedtaget %s', n.posted_on, n.taken_down_on) order by n.posted_on, n.id)
		from notice_status n
		where n.meeting_id = s.meeting_id and n.number = s.number and n.taken_down_early and not s.taken_down_early)))
from minutes_status s
join body b on b.id = s.body_id
where s.meeting_id = notice_facts.meeting and s.number = notice_facts.number and s.attested_on is not null
$$;
comment on function notice_facts(bigint, integer) is
'What the notice of minutes'' attestation says (anslag, KL 8:12); null where they are not attested.';

create or replace function notice_signature() returns jsonb
language sql stable parallel safe
set search_path from current
as $$
select jsonb_build_array(jsonb_build_array('Underskrift', null, 'den som satt upp anslaget'))
$$;
comment on function notice_signature() is
'The line for the signature beneath a notice (underskrift på anslag).';
