-- The notice of attested minutes (anslag), which is their evidence too (bevis).

create or replace function notice_document(meeting bigint, format text default 'html', number integer default 1) returns text
language sql stable parallel unsafe
set search_path from current
as $$
select governance.render_document((
	select jsonb_build_object(
		'title', pg_catalog.format('Anslag: justerat protokoll %s, %s', s.day, b.name),
		'organ', b.name,
		'heading', 'Anslag om justerat protokoll',
		'lead', governance.swedish_day(s.day),
		'blocks', jsonb_build_array(
			jsonb_build_object('paragraph', pg_catalog.format('Protokollet från sammanträdet %s är justerat. '
				'Justeringen tillkännages genom detta anslag (KL 8:12).', governance.swedish_day(s.day))),
			jsonb_build_object('facts', notice_facts(s.meeting_id, s.number)),
			jsonb_build_object('heading', 'Paragrafer', 'level', 2, 'list', (
				select jsonb_agg(i.title order by i.handled) from minutes_items(s.meeting_id, s.number) i)),
			jsonb_build_object('heading', 'Överklagande', 'level', 2, 'paragraph', (
				select pg_catalog.format('Beslut i protokollet kan överklagas hos förvaltningsrätten inom %s från den dag då justeringen '
					'tillkännages på anslagstavlan (KL 13:5)%s.',
					case a.days when 21 then 'tre veckor' else a.days || ' dagar' end, ': till och med ' || s.appeal_until)
				from rule_number(s.meeting_id, 'appeal_days') a(days)
				where a.days is not null and exists (
					select from decision_force f
					where f.meeting_id = s.meeting_id and f.number = s.number and f.appealable))),
			jsonb_build_object('heading', 'Bevis', 'level', 2, 'signatures', notice_signature())))
	from minutes_status s
	join body b on b.id = s.body_id
	where s.meeting_id = notice_document.meeting and s.number = notice_document.number and s.attested_on is not null),
	notice_document.format)
$$;
comment on function notice_document(bigint, text, integer) is
'The notice that minutes are attested (anslag, bevis; KL 8:9–8:12), in HTML (html) or plain text (text), to be posted or as it was. Null where they are not attested, or may not be read.';
