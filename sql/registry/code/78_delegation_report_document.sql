-- A report of decisions by delegation (anmälan av delegationsbeslut).

create or replace function delegation_report_document(matter bigint, number integer, format text default 'html') returns text
language sql stable parallel unsafe
set search_path from current
as $$
select governance.render_document((
	select jsonb_build_object(
		'title', pg_catalog.format('Anmälan av delegationsbeslut %s till %s, %s', lower(r.period), upper(r.period) - 1, b.name),
		'organ', b.name,
		'heading', 'Anmälan av delegationsbeslut',
		'lead', pg_catalog.format('%s till %s', lower(r.period), upper(r.period) - 1),
		'blocks', jsonb_build_array(
			jsonb_build_object('notice', case when r.received_on is null then 'Anmälan är inte mottagen.' end),
			jsonb_build_object('facts', jsonb_build_array(
				jsonb_build_array('Till', jsonb_build_array(t.name)),
				jsonb_build_array('Ärendenummer', jsonb_build_array(m.number)),
				jsonb_build_array('Avser beslut', jsonb_build_array(pg_catalog.format('%s till %s', lower(r.period), upper(r.period) - 1))),
				jsonb_build_array('Överlämnad', jsonb_build_array(r.handed_over_on)),
				jsonb_build_array('Anmäld', jsonb_build_array(r.received_on || coalesce((
					select ', ' || t.name || ' § ' || i.section from agenda_item i
					where i.meeting_id = r.meeting_id and i.position = r.position), ''))),
				jsonb_build_array('Antal beslut', jsonb_build_array((
					select count(*) from delegation_report_item i where i.matter_id = r.matter_id and i.number = r.number))))),
			jsonb_build_object('caption', 'Beslut',
				'head', jsonb_build_array('Nr', 'Datum', 'Beslut', 'Delegat', 'Delegation', 'Ärendenummer'),
				'table', (
					select jsonb_agg(jsonb_build_array(i.line, d.decided_on, d.text,
						coalesce((select p.name from person p where p.id = d.person_id), (
							select k.name || coalesce(' § ' || a.section, '')
							from body k
							left join agenda_item a on a.meeting_id = d.meeting_id and a.position = d.position
							where k.id = d.body_id)),
						(select concat_ws(' ', g.number, g.subject) from delegation g where g.id = d.delegation_id),
						(select a.number from matter a where a.id = coalesce(d.matter_id, (
							select o.matter_id from agenda_item o where o.meeting_id = d.meeting_id and o.position = d.position))))
						order by i.line)
					from delegation_report_item i
					-- each line is about one of these, whose rows say who may read it
					join delegated d on d.matter_id = i.decided_matter_id and d.number = i.decided_number
						or d.meeting_id = i.meeting_id and d.position = i.position and d.point = i.point
					where i.matter_id = r.matter_id and i.number = r.number)),
			jsonb_build_object('paragraph', case when not exists (
				select from delegation_report_item i where i.matter_id = r.matter_id and i.number = r.number)
				then 'Inga beslut har fattats med stöd av delegation under tiden.' end)))
	from delegation_report r
	join matter m on m.id = r.matter_id
	join body b on b.id = r.body_id
	join body t on t.id = r.to_body_id
	where r.matter_id = delegation_report_document.matter and r.number = delegation_report_document.number
		and governance.may_read_matter('registry'::regclass, r.matter_id)), delegation_report_document.format)
$$;
comment on function delegation_report_document(bigint, integer, text) is
'A report of decisions by delegation (anmälan av delegationsbeslut, KL 6:40) with each decision, in HTML (html) or plain text (text); decisions that may not be read are left out. Null where there is no such report, or it may not be read.';
