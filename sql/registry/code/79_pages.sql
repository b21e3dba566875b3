-- Pages over many meetings: the notice board, and what is due.  They speak of the
-- day that the setting governance.as_of names, or of today.

create or replace function notice_board_page(format text default 'html') returns text
language sql stable parallel unsafe
set search_path from current
as $$
with notice as materialized (
	select n.kind, jsonb_agg(case n.kind
		when 'meeting' then jsonb_build_array(n.body, governance.swedish_day(m.day) || to_char(m.starts_at, '" kl." HH24.MI'), m.place, n.posted_on)
		when 'minutes' then jsonb_build_array(n.body, pg_catalog.format('Protokoll från sammanträdet %s%s', m.day, ', ' || (
			select governance.section_ranges(array_agg(i.section)) from minutes_items(n.meeting_id, n.number) i)),
			n.posted_on, n.until, n.read_at)
		else jsonb_build_array(n.body, n.title, n.posted_on, n.until, n.read_at) end
		order by n.posted_on, n.body collate "C", n.meeting_id, n.matter_id, n.number) as notices
	from notice_board n
	left join meeting m on m.id = n.meeting_id
	group by n.kind
)
select governance.render_document(jsonb_build_object(
	'title', 'Anslagstavla ' || governance.as_of(),
	'heading', 'Anslagstavla',
	'lead', governance.swedish_day(governance.as_of()),
	'blocks', jsonb_build_array(
		jsonb_build_object('paragraph', case when not exists (select from notice) then 'Inget är anslaget.' end),
		jsonb_build_object('heading', 'Kungjorda sammanträden', 'level', 2, 'caption', 'Sammanträden som ska hållas',
			'head', jsonb_build_array('Organ', 'Tid', 'Plats', 'Anslaget'),
			'table', (select n.notices from notice n where n.kind = 'meeting')),
		jsonb_build_object('heading', 'Justerade protokoll', 'level', 2, 'caption', 'Protokoll vars justering tillkännages (KL 8:12)',
			'head', jsonb_build_array('Organ', 'Gäller', 'Anslaget', 'Till och med', 'Finns att läsa'),
			'table', (select n.notices from notice n where n.kind = 'minutes')),
		jsonb_build_object('heading', 'Delegationsbeslut', 'level', 2, 'caption', 'Beslut som inte anmäls och kan överklagas (KL 8:10)',
			'head', jsonb_build_array('Organ', 'Beslut', 'Anslaget', 'Till och med', 'Finns att läsa'),
			'table', (select n.notices from notice n where n.kind = 'delegated_decision')))), notice_board_page.format)
$$;
comment on function notice_board_page(text) is
'The notice board (anslagstavla, KL 8:9–8:12) as a page, in HTML (html) or plain text (text): what the view notice_board holds.';

create or replace function todo_page(format text default 'html') returns text
language sql stable parallel unsafe
set search_path from current
as $$
with duty as materialized (
	select t.body_id, t.body, count(*) as duties, count(*) filter (where t.status = 'late') as late,
		jsonb_agg(jsonb_build_array(coalesce(t.due::text, '–'),
			case t.status when 'missing' then 'ingen sista dag'
				when 'late' then pg_catalog.format('försenat %s %s', -t.days_left, case t.days_left when -1 then 'dag' else 'dagar' end)
				else case t.days_left when 0 then 'i dag' when 1 then '1 dag kvar' else t.days_left || ' dagar kvar' end end,
			governance.duty_in_swedish(t.what), t.citation)
			order by t.due nulls last, t.what collate "C", t.rule, t.object_id) as duties_said
	from todo t
	group by t.body_id, t.body
)
select governance.render_document(jsonb_build_object(
	'title', 'Att göra ' || governance.as_of(),
	'heading', 'Att göra',
	'lead', governance.swedish_day(governance.as_of()),
	'blocks', jsonb_build_array(
		jsonb_build_object('paragraph', case when not exists (select from duty) then 'Inget är att göra.' end))
		|| coalesce((
			select jsonb_agg(jsonb_build_object('heading', d.body, 'level', 2,
				'caption', pg_catalog.format('%s att göra, varav %s försenat', d.duties, d.late),
				'head', jsonb_build_array('Senast', 'Läge', 'Att göra', 'Bestämmelse'),
				'table', d.duties_said) order by d.body collate "C", d.body_id)
			from duty d), '[]')), todo_page.format)
$$;
comment on function todo_page(text) is
'What is due, late or missing (att göra) as a page, body by body, in HTML (html) or plain text (text): what the view todo holds.';
