-- The canonical text of minutes once more, in SQL: what src/minutes writes is
-- compared with it.  It shares nothing with the library but the view
-- minutes_section.  Loaded where the registry is first in the search path:
--
--     \i :srcdir/data/minutes_text.sql
--     select pg_temp.minutes_text(1, 1);
\set ECHO none

create function pg_temp.section_ranges(sections integer[]) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select case when count(*) = 1 and max(r.first) = max(r.last) then '§ ' else '§§ ' end
	|| string_agg(case when r.first = r.last then r.first::text else r.first || '–' || r.last end,
		', ' order by r.first)
from (
	select min(s.section) as first, max(s.section) as last
	from (
		select u.section, u.section - row_number() over (order by u.section) as run
		from (select distinct section from unnest(sections) section where section is not null) u) s
	group by s.run) r
having count(*) > 0
$$;

create function pg_temp.indented(line text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select replace(replace(line, chr(13) || chr(10), chr(10)), chr(10), chr(10) || '    ')
$$;

create function pg_temp.swedish(word text) returns text
language plpgsql immutable
set search_path from current
as $$
#variable_conflict use_column
begin
	return (
select case word
	when 'serving_member' then 'ledamot'
	when 'serving_substitute' then 'tjänstgörande ersättare'
	when 'non_serving_substitute' then 'ersättare'
	when 'commissioner' then 'borgarråd'
	when 'city_director' then 'stadsdirektör'
	when 'presenter' then 'föredragande'
	when 'secretary' then 'sekreterare'
	when 'official' then 'tjänsteperson'
	when 'guest' then 'gäst'
	when 'chair' then 'ordförande'
	when 'vice_chair' then 'vice ordförande'
	when 'second_vice_chair' then 'andre vice ordförande'
	when 'designated' then 'utsedd ordförande'
	when 'adjuster' then 'justerare'
	when 'later_meeting' then 'för ett senare sammanträde'
	when 'approve' then 'bifall'
	when 'amend' then 'ändring'
	when 'reject' then 'avslag'
	when 'table' then 'bordläggning'
	when 'refer_back' then 'återremiss'
	when 'open' then 'öppen'
	when 'closed' then 'sluten'
	when 'yes' then 'ja'
	when 'no' then 'nej'
	when 'abstain' then 'avstår'
	when 'blank' then 'blanka'
	when 'invalid' then 'ogiltiga'
	when 'acclamation' then 'acklamation'
	when 'majority' then 'majoritetsval'
	when 'proportional' then 'proportionellt val'
	when 'approved' then 'bifall'
	when 'rejected' then 'avslag'
	when 'tabled' then 'bordläggs'
	when 'referred_back' then 'återremitteras'
	when 'adjourned' then 'ajourneras'
	when 'elected' then 'val'
	when 'noted' then 'läggs till protokollet'
	when 'answered' then 'besvaras'
	when 'written_off' then 'avskrivs'
	when 'note' then 'Protokollsanteckning'
	when 'special_statement' then 'Särskilt uttalande'
	when 'upheld' then 'jäv förelåg'
	when 'disregarded' then 'jävet bortses från'
	else word end
	);
end
$$;

create function pg_temp.person_names(people bigint[]) returns text
language plpgsql stable
set search_path from current
as $$
#variable_conflict use_column
begin
	return (
select coalesce(string_agg(p.name, ', ' order by p.name collate "C", p.id), '')
from person p
where p.id = any (people)
	);
end
$$;

create function pg_temp.section_text(meeting bigint, "position" integer) returns text
language plpgsql stable
set search_path from current
as $$
#variable_conflict use_column
begin
	return (
with item as (
	select i.* from agenda_item i where i.meeting_id = section_text.meeting and i.position = section_text.position
),
line (part, a, b, c, text) as (
	select 0, 0, 0, ''::text, format('%s %s%s', coalesce('§ ' || section, 'Punkt ' || handled, 'Ärende'),
		pg_temp.indented(title), case kind when 'information' then ' (information)' else '' end)
	from item
	union all
	select 1, 0, 0, person.name collate "C", format('Jäv: %s, %s%s%s', person.name,
		pg_temp.indented(r.ground),
		case when r.self_declared then ', anmält' else '' end,
		coalesce(', ' || case r.ruling when 'rejected' then 'jäv förelåg inte' else pg_temp.swedish(r.ruling) end, ''))
	from item i join recusal r using (meeting_id, position) join person on person.id = r.person_id
	union all
	select 2, 0, 0, person.name collate "C", format('Inte närvarande: %s, %s', person.name, pg_temp.indented(e.reason))
	from item i join exclusion e using (meeting_id, position) join person on person.id = e.person_id
	union all
	select 3, s.number, 0, '', format('Föredragning: %s', person.name)
	from item i join statement s using (meeting_id, position) join person on person.id = s.person_id
	where s.kind = 'presentation'
	union all
	select 4, s.number, 0, '', format('Yrkande %s: %s, %s: %s', s.number, person.name,
		pg_temp.swedish(s.kind), pg_temp.indented(s.text))
	from item i join proposal s using (meeting_id, position) join person on person.id = s.person_id
	union all
	select 5, v.number, 0, '', format('Omröstning %s (%s)%s', v.number, pg_temp.swedish(v.kind),
		coalesce(': ja för yrkande ' || v.yes_proposal, '') || coalesce(', nej för yrkande ' || v.no_proposal, ''))
	from item i join vote_event v using (meeting_id, position)
	union all
	select 5, v.number, w.n::integer, '', format('  %s %s%s', pg_temp.swedish(w.choice), count(o.person_id),
		': ' || nullif(pg_temp.person_names(array_agg(o.person_id)), ''))
	from item i join vote_event v using (meeting_id, position)
	cross join unnest(array['yes', 'no', 'abstain']) with ordinality w(choice, n)
	left join vote o on o.meeting_id = v.meeting_id and o.position = v.position and o.number = v.number and o.choice = w.choice
	where v.kind = 'open'
	group by v.number, w.n, w.choice
	union all
	select 5, t.number, t.line, '', format('  %s %s', coalesce(person.name, pg_temp.swedish(t.choice)), t.ballots)
	from item i join ballot_tally t using (meeting_id, position) left join person on person.id = t.person_id
	union all
	select 6, e.number, 0, '', format('Val %s: %s, %s %s, %s', e.number, pg_temp.indented(e.purpose), e.seats,
		case when e.seats = 1 then 'plats' else 'platser' end, pg_temp.swedish(e.method))
	from item i join election e using (meeting_id, position)
	union all
	select 6, c.number, 1, person.name collate "C", format('  %s%s%s', person.name,
		coalesce(', ' || c.list, ''), coalesce(', lott ' || c.lot, ''))
	from item i join candidate c using (meeting_id, position) join person on person.id = c.person_id
	union all
	select 7, d.point, 0, '', format('Beslut %s: %s%s%s%s', d.point, pg_temp.indented(d.text),
		case when d.outcome = 'other' then '' else ' (' || pg_temp.swedish(d.outcome) || ')' end,
		coalesce(' på vägnar av ' || body.name, ''),
		coalesce(' – återtaget ' || to_char(d.withdrawn_at, 'YYYY-MM-DD HH24:MI'), ''))
	from item i join decision d using (meeting_id, position) left join body on body.id = d.on_behalf_of
	union all
	select 8, a.point, 0, person.name collate "C", format('Deltar inte i beslut %s: %s', a.point, person.name)
	from item i join abstention a using (meeting_id, position) join person on person.id = a.person_id
	union all
	select 9, r.point, 0, person.name collate "C", format('Reservation mot beslut %s: %s%s', r.point, person.name,
		coalesce(': ' || pg_temp.indented(r.reasons), ''))
	from item i join reservation r using (meeting_id, position) join person on person.id = r.person_id
	union all
	select 10, s.number, 0, '', format('%s: %s%s', pg_temp.swedish(s.kind), person.name, coalesce(': ' || pg_temp.indented(s.text), ''))
	from item i join statement s using (meeting_id, position) join person on person.id = s.person_id
	where s.kind in ('note', 'special_statement')
	union all
	select 11, 0, 0, to_char(d.id, 'FM0000000000000000000'), format('Avvikelse (%s): %s%s%s', d.rule,
		pg_temp.indented(coalesce(d.found || ' – ', '')), pg_temp.indented(d.reason), coalesce(', ' || d.citation, ''))
	from item i join deviation d using (meeting_id, position)
)
select string_agg(text, chr(10) order by part, a, b, c collate "C", text collate "C") from line
	);
end
$$;

create function pg_temp.minutes_text(meeting bigint, number integer default 1) returns text
language plpgsql stable
set search_path from current
as $$
#variable_conflict use_column
begin
	return (
with minutes_row as (
	select m.* from minutes m where m.meeting_id = minutes_text.meeting and m.number = minutes_text.number
),
covered as (
	select s.handled, s.position, s.section, s.chair_id
	from minutes_section s where s.meeting_id = minutes_text.meeting and s.number = minutes_text.number
),
point as (
	select c.handled, c.section, c.handled * 2 + d as at
	from covered c cross join generate_series(0, 1) d
),
presence as (
	select a.person_id, a.capacity, a.serves_for, a.mode, p.handled, p.section
	from attendance a
	join point p on a.from_item * 2 + (a.from_point = 'decided')::integer <= p.at
		and (a.to_item is null or p.at <= a.to_item * 2 + (a.to_point = 'decided')::integer)
	where a.meeting_id = minutes_text.meeting
),
present as (
	select p.person_id, p.capacity, p.serves_for, p.mode,
		case when count(distinct p.handled) < (select count(*) from covered)
			then coalesce(pg_temp.section_ranges(array_agg(p.section)), 'delvis') end as sections
	from presence p
	group by p.person_id, p.capacity, p.serves_for, p.mode
),
line (part, a, c, text) as (
	select 0, 0, ''::text, 'governance-protokoll format 1'
	from minutes_row
	union all
	select 1, 0, '', body.name from minutes_row join meeting e on e.id = meeting_id join body on body.id = e.body_id
	union all
	select 2, 0, '', format('Protokoll %s, sammanträde %s%s', r.number, r.meeting_id,
		case when r.immediate then ', omedelbar justering' else '' end)
	from minutes_row r
	union all
	select 3, 0, '', format('Sammanträdesdag %s, %s', to_char(e.day, 'YYYY-MM-DD'), coalesce(pg_temp.indented(e.place), 'utan plats'))
	from minutes_row join meeting e on e.id = meeting_id
	union all
	select 4, 0, '', format('Öppnat %s%s', coalesce(to_char(e.opened_at, 'YYYY-MM-DD HH24:MI'), '–'),
		-- what is attested at once knows nothing of the close
		case when r.immediate then '' else ', avslutat ' || coalesce(to_char(e.closed_at, 'YYYY-MM-DD HH24:MI'), '–') end)
	from minutes_row r join meeting e on e.id = meeting_id
	union all
	select 4, s.number, '', format('Sittning %s: %s–%s', s.number, to_char(s.opened_at, 'YYYY-MM-DD HH24:MI'),
		coalesce(to_char(s.closed_at, 'YYYY-MM-DD HH24:MI'), ''))
	from minutes_row r join sitting s on s.meeting_id = r.meeting_id
	where not r.immediate
	union all
	select 5, 0, '', coalesce(pg_temp.section_ranges((select array_agg(section) from covered)), 'Utan paragrafer')
	from minutes_row
	union all
	select 10, 0, '', chr(10) || 'Beslutande' from minutes_row
	union all
	select 11, 0, '', format('%s, %s%s', person.name, pg_temp.swedish(p.ground), coalesce(', ' ||
		case when count(*) < (select count(*) from covered) then pg_temp.section_ranges(array_agg(c.section)) end, ''))
	from covered c
	join presiding p on p.meeting_id = minutes_text.meeting
		and c.handled >= p.from_item and (p.to_item is null or c.handled <= p.to_item)
	join person on person.id = p.person_id
	group by person.id, person.name, p.ground
	union all
	select case p.capacity when 'serving_member' then 12 when 'serving_substitute' then 13 else 21 end,
		0, person.name collate "C",
		format('%s, %s%s%s%s', person.name, pg_temp.swedish(p.capacity), coalesce(' för ' || absent.name, ''),
			case p.mode when 'remote' then ', på distans' else '' end, coalesce(', ' || p.sections, ''))
	from present p
	join person on person.id = p.person_id
	left join person absent on absent.id = p.serves_for
	-- who presides is named above, and serves besides only where another does
	where p.capacity not in ('serving_member', 'serving_substitute')
		or exists (
			select from covered c
			where c.chair_id is distinct from p.person_id
				and not exists (
					select from recusal r
					where r.meeting_id = minutes_text.meeting and r.position = c.position and r.person_id = p.person_id
						and (r.ruling = 'upheld' or r.self_declared and r.ruling is null)))
	union all
	select 20, 0, '', chr(10) || 'Övriga närvarande' from minutes_row
	where exists (select from present p where p.capacity not in ('serving_member', 'serving_substitute'))
	union all
	select 30, 0, '', chr(10) || 'Justerare' from minutes_row
	union all
	select 31, j.alternate::integer, person.name collate "C", format('%s%s, %s', person.name,
		case when j.alternate then ', ersättare' else '' end,
		'vald vid ' || coalesce('§ ' || i.section, 'ärende ' || i.position))
	from adjuster j
	join person on person.id = j.person_id
	join agenda_item i on i.meeting_id = j.meeting_id and i.position = j.position
	where j.meeting_id = minutes_text.meeting
		and exists (select from covered c where c.handled >= j.from_item and (j.to_item is null or c.handled <= j.to_item))
	union all
	select 32, 0, '', chr(10) || 'Ansvarig för protokollet: ' || person.name
	from minutes_row r join person on person.id = r.responsible_id
	union all
	select 40, c.handled, '', chr(10) || pg_temp.section_text(minutes_text.meeting, c.position) from covered c
	union all
	select 50, 0, to_char(d.id, 'FM0000000000000000000'), chr(10) || format('Avvikelse (%s): %s%s%s', d.rule,
		pg_temp.indented(coalesce(d.found || ' – ', '')), pg_temp.indented(d.reason), coalesce(', ' || d.citation, ''))
	from minutes_row r join deviation d on d.meeting_id = r.meeting_id
	where d.position is null
	union all
	select 60, 0, '', chr(10) || 'Underskrifter' from minutes_row
	union all
	select 61, case a.role when 'chair' then 1 when 'adjuster' then 2 else 3 end, person.name collate "C",
		format('%s, %s, %s%s', person.name, pg_temp.swedish(a.role), to_char(a.signed_at, 'YYYY-MM-DD HH24:MI'),
			coalesce(', förhinder: ' || pg_temp.indented(a.hindrance), ''))
	from minutes_row r
	join attestation a on a.meeting_id = r.meeting_id and a.number = r.number
	join person on person.id = a.person_id
)
select string_agg(text, chr(10) order by part, a, c collate "C", text collate "C") || chr(10) from line
	);
end
$$;
\set ECHO all
