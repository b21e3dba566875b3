-- One section (paragraf) of minutes as people read them.

-- How the decision came about, from the votes and what was put to them.
create or replace function minutes_course(meeting bigint, "position" integer) returns jsonb
language sql stable parallel unsafe
set search_path from current
as $$
select jsonb_agg(c.said order by c.part, c.number)
from (
	select 1 as part, r.number, concat_ws(' ',
		pg_catalog.format('Omröstning %s begärs och genomförs %s.', r.number, case r.kind when 'open' then 'öppet' else 'slutet' end),
		'Ja-röst för yrkande ' || e.yes_proposal || coalesce(', nej-röst för yrkande ' || e.no_proposal, '') || '.',
		case when r.yes + r.no > 0 then pg_catalog.format('Den utfaller med %s ja och %s nej%s.', r.yes, r.no,
			case when r.abstain > 0 then case r.kind when 'open' then '; ' || r.abstain || ' avstår'
				else '; ' || r.abstain || ' blanka och ogiltiga' end else '' end) end,
		case r.decided_by when 'casting vote' then 'Ordförandens röst avgör.' when 'lot' then 'Lotten avgör.' end)
	from vote_result r
	join vote_event e on e.meeting_id = r.meeting_id and e.position = r.position and e.number = r.number
	where r.meeting_id = minutes_course.meeting and r.position = minutes_course.position
	union all
	select 2, d.point, pg_catalog.format('Ordföranden ställer proposition och finner att beslutet blir enligt yrkande %s.', d.proposal_number)
	from decision d
	where d.meeting_id = minutes_course.meeting and d.position = minutes_course.position
		and d.proposal_number is not null and d.vote_number is null and d.withdrawn_at is null) c(part, number, said)
$$;
comment on function minutes_course(bigint, integer) is
'How the decision of an item came about (beslutsgång): what was put to the vote, and how that ended.';

-- Who voted how; of a closed vote what the tellers counted.
create or replace function minutes_votes(meeting bigint, "position" integer) returns setof jsonb
language sql stable parallel unsafe rows 2
set search_path from current
as $$
select b.block
from (
	select r.number, jsonb_build_object('caption', pg_catalog.format('Omröstning %s (%s)', r.number, governance.swedish(r.kind)),
		'head', jsonb_build_array('Namn', 'Ja', 'Nej', 'Avstår'),
		'table', (
			select jsonb_agg(jsonb_build_array(person_at(v.meeting_id, v.person_id), case v.choice when 'yes' then 'X' end,
				case v.choice when 'no' then 'X' end, case v.choice when 'abstain' then 'X' end)
				order by person_at(v.meeting_id, v.person_id) collate "C", v.person_id)
			from vote v
			where v.meeting_id = r.meeting_id and v.position = r.position and v.number = r.number)
			|| jsonb_build_array(jsonb_build_array('Summa', r.yes, r.no, r.abstain)))
	from vote_result r
	where r.meeting_id = minutes_votes.meeting and r.position = minutes_votes.position and r.kind = 'open'
	union all
	select t.number, jsonb_build_object('caption', pg_catalog.format('Omröstning %s (%s)', t.number, governance.swedish('closed')),
		'head', jsonb_build_array('Röst', 'Antal'),
		'table', jsonb_agg(jsonb_build_array(coalesce(person_at(t.meeting_id, t.person_id), t.list, governance.swedish(t.choice)), t.ballots)
			order by t.line) || jsonb_build_array(jsonb_build_array('Summa', sum(t.ballots))))
	from ballot_tally t
	where t.meeting_id = minutes_votes.meeting and t.position = minutes_votes.position
	group by t.number) b(number, block)
order by b.number
$$;
comment on function minutes_votes(bigint, integer) is
'The votes of an item as tables (omröstning): open ones with the names, closed ones as they were counted.';

create or replace function minutes_elections(meeting bigint, "position" integer) returns setof jsonb
language sql stable parallel unsafe rows 2
set search_path from current
as $$
select jsonb_build_object('caption', pg_catalog.format('Val %s: %s (%s, %s)', r.number, r.purpose,
		case r.seats when 1 then '1 plats' else r.seats || ' platser' end, governance.swedish(r.method)),
	'head', case r.method when 'acclamation' then jsonb_build_array('Namn', 'Vald')
		else jsonb_build_array('Namn', 'Lista', 'Röster', 'Lott', 'Vald') end,
	'table', jsonb_agg(case r.method
		when 'acclamation' then jsonb_build_array(person_at(r.meeting_id, r.person_id),
			case when r.elected then 'ja' when not r.elected then 'nej' end)
		else jsonb_build_array(person_at(r.meeting_id, r.person_id), r.list, r.ballots, r.lot,
			case when r.elected then 'ja' when not r.elected then 'nej' end) end
		order by r.ballots desc nulls last, r.lot, person_at(r.meeting_id, r.person_id) collate "C", r.person_id))
from election_result r
where r.meeting_id = minutes_elections.meeting and r.position = minutes_elections.position
group by r.number, r.purpose, r.seats, r.method
order by r.number
$$;
comment on function minutes_elections(bigint, integer) is
'The elections of an item as tables (val): the candidates, and who was elected.';

-- What came after the decisions: when they gained legal force, appeals, corrections.
create or replace function minutes_aftermath(meeting bigint, "position" integer) returns setof jsonb
language sql stable parallel unsafe rows 2
set search_path from current
as $$
select jsonb_build_object('heading', 'Rättelse', 'level', 3, 'list', (
	select jsonb_agg(concat_ws(' ', pg_catalog.format('%s av %s: ”%s” ändras till ”%s”.', c.corrected_at::date,
		person_at(c.meeting_id, c.corrected_by), c.old_text, c.new_text), 'Skäl: ' || c.reason) order by c.corrected_at, c.id)
	from correction c
	where c.meeting_id = minutes_aftermath.meeting and c.position = minutes_aftermath.position))
union all
select jsonb_build_object('heading', 'Överklagande', 'level', 3, 'list', (
	select jsonb_agg(s.said order by s.n, s.said)
	from (
		select distinct 0, case when f.legal_force_on is not null then 'Beslutet vann laga kraft ' || f.legal_force_on || '.'
			else pg_catalog.format('Beslutet kan överklagas till och med %s (KL 13:5).', f.appeal_until) end
		from decision_force f
		where f.meeting_id = minutes_aftermath.meeting and f.position = minutes_aftermath.position and f.appealable
			and f.appeal_until is not null
		union all
		select 1, concat_ws(', ', pg_catalog.format('Överklagat %s till %s', a.filed_on, a.court), case when a.late then 'för sent' end,
			case when a.stay then 'inhibition' end,
			case a.outcome when 'rejected' then 'avslaget' when 'dismissed' then 'avvisat' when 'annulled' then 'upphävt'
				when 'withdrawn' then 'återkallat' end || ' ' || a.concluded_on) || '.'
		from appeal_status a
		where a.meeting_id = minutes_aftermath.meeting and a.position = minutes_aftermath.position) s(n, said)))
$$;
comment on function minutes_aftermath(bigint, integer) is
'What followed after an item (rättelse, överklagande): corrections of attested minutes, until when decisions can be appealed, appeals.';

create or replace function deviation_said(rule text, citation text, wording text, reason text) returns text
language sql stable parallel safe
set search_path from current
as $$
select pg_catalog.format('Avvikelse från %s%s Skäl: %s', coalesce(citation, rule), coalesce(': ”' || wording || '”', '.'), reason)
$$;
comment on function deviation_said(text, text, text, text) is
'A deviation (avvikelse) in words: from which provision, and why it was admitted.';

create or replace function minutes_section_blocks(meeting bigint, "position" integer) returns setof jsonb
language sql stable parallel unsafe rows 10
set search_path from current
as $$
with item as materialized (
	select i.*, (select count(*) from decision d where d.meeting_id = i.meeting_id and d.position = i.position) as points
	from agenda_item i
	where i.meeting_id = minutes_section_blocks.meeting and i.position = minutes_section_blocks.position
), block (part, number, block) as (
	select 1, 0, jsonb_build_object('facts', jsonb_build_array(
		jsonb_build_array('Ärendenummer', jsonb_build_array(m.number)),
		jsonb_build_array('Ärendet', jsonb_build_array(case when m.title <> i.title then m.title end,
			(select pg_catalog.format('Fortsätter från sammanträdet %s%s.', governance.swedish_day(f.day), ', § ' || c.section)
				from agenda_item c
				join meeting f on f.id = c.meeting_id
				where c.meeting_id = i.continues_meeting_id and c.position = i.continues_position))),
		jsonb_build_array('Föredragande', (
			select jsonb_agg(person_at(s.meeting_id, s.person_id) order by s.number)
			from statement s
			where s.meeting_id = i.meeting_id and s.position = i.position and s.kind = 'presentation')),
		jsonb_build_array('Beslutsunderlag', (
			select jsonb_agg(distinct concat_ws(', ', d.title, d.dated_on))
			from decision o
			join document d on d.matter_id = i.matter_id and d.number = o.statement_number
			where o.meeting_id = i.meeting_id and o.position = i.position and o.withdrawn_at is null))))
	from item i
	left join matter m on m.id = i.matter_id
	union all
	select 2, 0, jsonb_build_object('heading', 'Beslut', 'level', 3, 'numbered', (
		select jsonb_agg(jsonb_build_array(d.point, d.text || coalesce(' (på vägnar av ' || b.name || ')', '')
			|| coalesce(' (återtaget ' || to_char(d.withdrawn_at, 'YYYY-MM-DD "kl." HH24.MI') || ')', '')) order by d.point)
		from item i
		join decision d on d.meeting_id = i.meeting_id and d.position = i.position
		left join body b on b.id = d.on_behalf_of))
	union all
	select 3, 0, jsonb_build_object('heading', 'Jäv', 'level', 3, 'list', (
		select jsonb_agg(pg_catalog.format('%s %s: %s%s', person_at(r.meeting_id, r.person_id),
			case when r.self_declared then 'anmäler jäv' else '(fråga om jäv)' end, r.ground,
			'; ' || case r.ruling when 'rejected' then 'jäv förelåg inte' else governance.swedish(r.ruling) end)
			order by person_at(r.meeting_id, r.person_id) collate "C", r.person_id)
		from item i
		join recusal r on r.meeting_id = i.meeting_id and r.position = i.position))
	union all
	select 4, 0, jsonb_build_object('heading', 'Inte närvarande', 'level', 3, 'list', (
		select jsonb_agg(concat_ws(', ', person_at(x.meeting_id, x.person_id), x.reason)
			order by person_at(x.meeting_id, x.person_id) collate "C", x.person_id)
		from item i
		join exclusion x on x.meeting_id = i.meeting_id and x.position = i.position))
	union all
	select 5, 0, jsonb_build_object('heading', 'Yrkanden', 'level', 3, 'list', (
		select jsonb_agg(pg_catalog.format('Yrkande %s: %s, %s: %s', p.number, person_at(p.meeting_id, p.person_id),
			governance.swedish(p.kind), p.text) order by p.number)
		from item i
		join proposal p on p.meeting_id = i.meeting_id and p.position = i.position))
	union all
	select 6, 0, jsonb_build_object('heading', 'Beslutsgång', 'level', 3, 'list', minutes_course(i.meeting_id, i.position))
	from item i
	union all
	select 7, v.n, v.block from item i cross join lateral minutes_votes(i.meeting_id, i.position) with ordinality v(block, n)
	union all
	select 8, v.n, v.block from item i cross join lateral minutes_elections(i.meeting_id, i.position) with ordinality v(block, n)
	union all
	select 9, 0, jsonb_build_object('heading', 'Deltar inte i beslutet', 'level', 3, 'list', (
		select jsonb_agg(person_at(a.meeting_id, a.person_id) || case when i.points > 1 then ', beslut ' || a.point else '' end
			order by a.point, person_at(a.meeting_id, a.person_id) collate "C", a.person_id)
		from abstention a
		where a.meeting_id = i.meeting_id and a.position = i.position))
	from item i
	union all
	select 10, 0, jsonb_build_object('heading', 'Reservation', 'level', 3, 'list', (
		select jsonb_agg(person_at(r.meeting_id, r.person_id) || case when i.points > 1 then ', mot beslut ' || r.point else '' end
			|| coalesce(': ' || r.reasons, '') order by r.point, person_at(r.meeting_id, r.person_id) collate "C", r.person_id)
		from reservation r
		where r.meeting_id = i.meeting_id and r.position = i.position))
	from item i
	union all
	select 11, k.n, jsonb_build_object('heading', governance.swedish(k.kind), 'level', 3, 'list', (
		select jsonb_agg(concat_ws(': ', person_at(s.meeting_id, s.person_id), s.text) order by s.number)
		from statement s
		where s.meeting_id = i.meeting_id and s.position = i.position and s.kind = k.kind))
	from item i
	cross join unnest(array['special_statement', 'note']) with ordinality k(kind, n)
	union all
	select 12, 0, jsonb_build_object('heading', 'Avvikelse', 'level', 3, 'list', (
		select jsonb_agg(deviation_said(d.rule, d.citation, d.wording, d.reason) order by d.id)
		from deviation d
		where d.meeting_id = i.meeting_id and d.position = i.position))
	from item i
	union all
	select 13, a.n, a.block from item i cross join lateral minutes_aftermath(i.meeting_id, i.position) with ordinality a(block, n)
	union all
	select 14, 0, jsonb_build_object('heading', 'Beslutet skickas till', 'level', 3, 'list', (
		select jsonb_agg(s.recipient order by s.number)
		from dispatch_status s
		where s.meeting_id = i.meeting_id and s.position = i.position))
	from item i
)
select b.block from block b order by b.part, b.number
$$;
comment on function minutes_section_blocks(bigint, integer) is
'What a section of minutes says beneath its heading (paragraf, KL 5:66–67), as blocks of a document.';
