-- What the stories of documents have in common: a registry of the municipality
-- (psql variables "registry" and "municipality"), the rules of the years before
-- 2018, and tables that tell of a matter what is stored.
--
-- Every date, number and name in a story is in its document, in the document's
-- words, or it stands in the table "unsaid" with what the document lacks.
\ir show.sql

select governance.create_registry(:'registry', :'municipality') \g /dev/null
set search_path = :"registry", governance, public;

-- The ground layer of a registry is Kommunallag (2017:725), in force from 2018.
-- The law before it, (1991:900), is not among our sources, so it can be neither
-- cited nor quoted: for its years there is a layer without provisions, which
-- has those rules alone that the documents themselves rest on.  They are those of
-- 2017, so a year is a year.
insert into regulation (title, law, valid)
values ('Kommunallag (1991:900), not quoted', 'KL', '[1992-01-01,2018-01-01)');
insert into rule_setting (regulation_id, rule, body_kind, value, mode)
select former.id, n.rule, s.body_kind, s.value, coalesce(s.mode, 'enforce')
from unnest(array[
	-- "Kommunstyrelsen har till socialtjänstnämnden för yttrande remitterat";
	-- "Remisstiden går ut"; "hänvisar till tjänsteutlåtandet som svar"
	'referral_not_self', 'referral_recipient_exists', 'referral_chain', 'referral_dates', 'referral_answered',
	'answer_asked', 'answer_decided', 'answer_statement', 'answer_recommends',
	-- "med hänvisning till vad som framförs i tjänsteutlåtande daterat 2016-09-05"
	'decision_statement', 'statement_in_matter',
	-- "Kommunstyrelsen föreslår kommunfullmäktige besluta"; "lämna motionen till
	-- kommunstyrelsen för beredning"
	'motion_raised', 'mover_entitled', 'motion_prepared', 'motion_board_heard', 'motion_decided', 'opinion_recommends',
	'claim_decided', 'motion_concluded', 'motion_months', 'motion_report_months',
	-- "överlämnas till kommunstyrelsen"
	'dispatch_decided', 'dispatch_sent',
	-- "integrationsprogrammet ska ersättas med en integrationspolicy"
	'policy_in_force', 'policy_supersedes']) n(rule)
join regulation former on former.law = 'KL' and former.valid @> date '2017-12-31'
-- for which bodies, and with which value, as in the law of 2017
left join (
	select s.* from rule_setting s join regulation r on r.id = s.regulation_id
	where r.law = 'KL' and r.valid @> date '2018-01-01') s using (rule);
-- for bodies of all kinds: "ska redovisas till socialtjänstnämnden under 2005";
-- "lämnas kontinuerligt information"; "ett riktat uppdrag"; "ska riktlinjer och
-- nyckeltal … utarbetas"
insert into rule_setting (regulation_id, rule)
select r.id, n.rule
from unnest(array['assignment_done', 'assignment_reported', 'assignment_accountable', 'goal_indicator']) n(rule)
join regulation r on r.law = 'KL' and r.valid @> date '2017-12-31';

-- What the document does not say, and what stands in its place where a table
-- needs something there; "keys" are those of lines of "course".
create temp table unsaid (keys text[], what text not null, instead text);

-- What due.sql has printed.
create temp table told (body text, what text, status text, rule text);

-- The course of events of every matter: a line an event, ≈ where the day is not
-- in the document.
create temp view course as
select e.matter_id, e.day, e.rank, e.key, e.ordinal, e.what,
	exists (select from pg_temp.unsaid u where e.key = any (u.keys)) as assumed
from (
	select m.id as matter_id, m.opened_on as day, 1 as rank, format('matter %s', m.id) as key, 1 as ordinal,
		format('registered by %s: %s', b.name, m.title) || coalesce(', ' || m.number::text, '') as what
	from matter m join body b on b.id = m.body_id
	union all
	select d.matter_id, coalesce(d.dated_on, d.arrived_on), 2, format('document %s', d.number), 1,
		format('%s: %s', d.kind, d.title)
			|| coalesce((select ', signed ' || string_agg(concat_ws(', ', p.name, s.title), '; ' order by p.id)
				from document_signatory s join person p on p.id = s.person_id
				where s.matter_id = d.matter_id and s.number = d.number), '')
	from document d
	where d.appendix_of is null or d.direction = 'received'
	union all
	select o.matter_id, o.raised_on, 3, 'motion', 1,
		concat_ws(' ', o.kind, 'raised in', c.name, o.section, 'by', (select string_agg(p.name, ', ' order by p.id)
			from motion_mover v join person p on p.id = v.person_id where v.matter_id = o.matter_id))
	from motion o join body c on c.id = o.council_id
	union all
	select r.matter_id, r.sent_on, 5, format('referral %s', r.number), 1,
		format('%s asks %s', s.name, case when count(*) <= 2 then string_agg(b.name, ', ' order by b.name collate "C")
			else count(*) || ' bodies' end) || coalesce(', until ' || r.answer_by, '')
	from referral r
	join body s on s.id = r.sender_id
	join referral_recipient t on t.matter_id = r.matter_id and t.number = r.number
	join body b on b.id = t.body_id
	group by r.matter_id, r.number, s.id
	union all
	select i.matter_id, m.day, 4, format('meeting %s/%s', m.id, i.position), d.point,
		format('%s%s: %s', b.name, coalesce(' § ' || i.section, ''), d.text)
	from agenda_item i
	join meeting m on m.id = i.meeting_id
	join body b on b.id = m.body_id
	join decision d on d.meeting_id = i.meeting_id and d.position = i.position
	where i.matter_id is not null
	union all
	select a.matter_id, a.answered_on, 6, format('answer %s', a.number), 1,
		format('%s answers %s', b.name, s.name)
	from referral_answer a
	join body b on b.id = a.body_id
	join referral r on r.matter_id = a.matter_id and r.number = a.number
	join body s on s.id = r.sender_id
	union all
	select a.matter_id, a.given_on, 7, format('assignment %s/%s', a.matter_id, a.number), 1,
		format('%s to %s: %s', g.name, (select string_agg(b.name, ', ' order by b.name collate "C")
			from assignment_body t join body b on b.id = t.body_id
			where t.matter_id = a.matter_id and t.number = a.number), a.text)
			|| coalesce(' (until ' || a.due_on || ')', '')
	from assignment a join body g on g.id = a.given_by_id
	union all
	select d.matter_id, d.sent_on, 8, format('dispatch %s', d.number), 1,
		format('sent to %s', coalesce(b.name, d.recipient))
	from dispatch d left join body b on b.id = d.recipient_id
	where d.sent_on is not null
) e;
