-- The minutes as a whole.

create or replace function minutes_document(meeting bigint, format text default 'html', number integer default 1) returns text
language sql stable parallel unsafe
set search_path from current
as $$
select governance.render_document((
	select jsonb_build_object(
		'title', pg_catalog.format('Sammanträdesprotokoll %s, %s', m.day, b.name),
		'organ', b.name,
		'heading', 'Sammanträdesprotokoll',
		'lead', concat_ws(', ', governance.swedish_day(m.day), case when s.immediate then 'omedelbar justering' end),
		'blocks', jsonb_build_array(
			jsonb_build_object('notice', case when s.attested_on is null
				then concat_ws(' ', 'Utkast: protokollet är inte justerat.',
					'Underskrift saknas för ' || governance.section_ranges(s.unsigned) || '.') end),
			jsonb_build_object('notice', case when not governance.may_read_minutes('registry'::regclass, m.id)
				then 'Paragrafer om ärenden med sekretess är inte med.' end),
			jsonb_build_object('facts', jsonb_build_array(
				jsonb_build_array('Plats och tid', jsonb_build_array(m.place) || (
					select coalesce(jsonb_agg(t.said), '[]') from meeting_times(m.id, not s.immediate) t(said))),
				jsonb_build_array('Beslutande', r.deciding),
				jsonb_build_array('Tjänstgörande ersättare', r.substitutes),
				jsonb_build_array('Övriga närvarande', r.others),
				jsonb_build_array('Justerare', (
					select jsonb_agg(concat_ws(', ', person_at(m.id, j.person_id), case when j.alternate then 'ersättare' end,
						coalesce('vald vid § ' || i.section, 'vald vid ärende ' || i.position))
						order by j.alternate, person_at(m.id, j.person_id) collate "C", j.from_item)
					from adjuster j
					join agenda_item i on i.meeting_id = j.meeting_id and i.position = j.position
					where j.meeting_id = m.id and exists (
						select from minutes_items(m.id, minutes_document.number) c
						where c.handled >= j.from_item and (j.to_item is null or c.handled <= j.to_item)))),
				jsonb_build_array('Justeringsdatum', jsonb_build_array(s.attested_on)),
				jsonb_build_array('Ansvarig för protokollet', jsonb_build_array(person_at(m.id, s.responsible_id))),
				jsonb_build_array('Paragrafer', jsonb_build_array(c.sections)))),
			jsonb_build_object('heading', 'Underskrifter', 'level', 2, 'signatures', minutes_signatures(m.id, minutes_document.number)),
			jsonb_build_object('heading', 'Bevis om anslag', 'level', 2, 'facts', notice_facts(m.id, minutes_document.number)),
			jsonb_build_object('signatures', case when s.attested_on is not null then notice_signature() end),
			jsonb_build_object('heading', 'Innehåll', 'level', 2, 'list', c.titles))
			|| coalesce(c.blocks, '[]')
			|| jsonb_build_array(
				jsonb_build_object('heading', 'Avvikelser', 'level', 2, 'list', (
					select jsonb_agg(deviation_said(d.rule, d.citation, d.wording, d.reason) order by d.id)
					from deviation d
					where d.meeting_id = m.id and d.position is null)),
				jsonb_build_object('heading', 'Sigill', 'level', 2, 'list', (
					select jsonb_build_array(
						pg_catalog.format('Nummer %s i organets serie, SHA-256 %s.', l.ordinal, encode(l.hash, 'hex')),
						case when l.content is distinct from governance.minutes_text(current_schema()::text, m.id, l.number)
							then 'Uppgifter har ändrats sedan justeringen. Den förseglade texten gäller.' end)
					from seal l
					where l.meeting_id = m.id and l.number = minutes_document.number))))
	from minutes_status s
	join meeting m on m.id = s.meeting_id
	join body b on b.id = m.body_id
	cross join lateral (
		select governance.section_ranges(array_agg(i.section)) as sections, jsonb_agg(i.title order by i.handled) as titles,
			jsonb_path_query_array(jsonb_agg(jsonb_build_array(jsonb_build_object('heading', i.title, 'level', 2))
				|| (select jsonb_agg(k.block order by k.n)
					from minutes_section_blocks(m.id, i.position) with ordinality k(block, n)) order by i.handled), '$[*][*]') as blocks
		from minutes_items(m.id, minutes_document.number) i) c
	cross join lateral (
		select jsonb_agg(p.says order by p.ordinal) filter (where p.part in ('chair', 'member')) as deciding,
			jsonb_agg(p.says order by p.ordinal) filter (where p.part = 'substitute') as substitutes,
			jsonb_agg(p.says order by p.ordinal) filter (where p.part = 'other') as others
		from minutes_roll(m.id, minutes_document.number) p) r
	where s.meeting_id = minutes_document.meeting and s.number = minutes_document.number), minutes_document.format)
$$;
comment on function minutes_document(bigint, text, integer) is
'Minutes (sammanträdesprotokoll, KL 5:65–69) as people read them, in HTML (html) or plain text (text); what is secret is left out for those who may not read it. Null where there are no such minutes, or none that may be read.';
