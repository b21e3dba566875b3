-- A letter (skrivelse) as it is signed and sent.

create or replace function letter_document(matter bigint, number integer, format text default 'html') returns text
language sql stable parallel unsafe
set search_path from current
as $$
select governance.render_document((
	select jsonb_build_object(
		'title', pg_catalog.format('Skrivelse %s, %s', l.dated_on, b.name),
		'organ', b.name,
		'heading', 'Skrivelse',
		'lead', l.dated_on,
		'blocks', jsonb_build_array(
			jsonb_build_object('notice', case when l.dispatched_on is null then 'Skrivelsen är inte avsänd.' end),
			jsonb_build_object('facts', jsonb_build_array(
				jsonb_build_array('Ärendenummer', jsonb_build_array(m.number)),
				jsonb_build_array('Ärende', jsonb_build_array(m.title)),
				jsonb_build_array('Avsänd', jsonb_build_array(l.dispatched_on)))),
			jsonb_build_object('heading', l.title, 'level', 2),
			jsonb_build_object('facts', jsonb_build_array(
				jsonb_build_array('Texten finns i', jsonb_build_array((
					select concat_ws(', ', 'handling ' || d.number, d.title, d.dated_on)
					from document d
					where d.matter_id = l.matter_id and d.number = l.document_number))),
				jsonb_build_array('Bilagor', (
					select jsonb_agg(concat_ws(', ', d.title, d.dated_on) order by d.number)
					from document d
					where d.matter_id = l.matter_id and d.appendix_of = l.document_number)))),
			jsonb_build_object('heading', 'Underskrifter', 'level', 2, 'signatures', jsonb_build_array(
				jsonb_build_array('Undertecknas', (select name from person p where p.id = l.signed_by_id),
					concat_ws(', ', governance.swedish(l.signed_as), to_char(l.signed_at, 'YYYY-MM-DD "kl." HH24.MI'))),
				jsonb_build_array('Kontrasigneras', (select name from person p where p.id = l.countersigned_by_id),
					concat_ws(', ', governance.swedish('secretary'), to_char(l.countersigned_at, 'YYYY-MM-DD "kl." HH24.MI')))))))
	from letter_status l
	join matter m on m.id = l.matter_id
	join body b on b.id = l.body_id
	where l.matter_id = letter_document.matter and l.number = letter_document.number), letter_document.format)
$$;
comment on function letter_document(bigint, integer, text) is
'A letter of a body (skrivelse, reglemente 7 §) with the lines for its signatures, in HTML (html) or plain text (text). Null where there is no such letter, or it may not be read.';
