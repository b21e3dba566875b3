-- Documents as people read them.  A registry says what a document holds, as
-- blocks in jsonb (headings, facts, tables, ...); what is here makes HTML or plain
-- text of it.  No function that knows what a document says writes markup, so every
-- text in it has passed governance.html_text.
--
--     {"title": ..., "organ": ..., "heading": ..., "lead": ..., "blocks": [
--         {"heading": text, "level": 2},
--         {"paragraph": text},
--         {"notice": text},                       a paragraph that is not to be missed
--         {"list": [text, ...]},                  null members are left out; one is a paragraph
--         {"numbered": [[number, text], ...]},    one is not numbered
--         {"facts": [[term, [text, ...]], ...]},  a term without text is left out
--         {"table": [[cell, ...], ...], "head": [text, ...], "caption": text},
--         {"signatures": [[role, name, remark], ...]}]}
--
-- A block that holds nothing is left out, and with it a heading that it has
-- ({"heading": text, "level": 3, "list": []}).

create function governance.swedish(word text) returns text
language c stable strict parallel safe
as 'MODULE_PATHNAME', 'governance_swedish';
comment on function governance.swedish(text) is
'The Swedish name of a rule, or of a word that a code column or a view holds (roll, befattning, slag, tillstånd), as minutes (protokoll) write it: quorum_present is beslutsförhet, serving_member is ledamot.';

create function governance.swedish(word text, "column" text) returns text
language c stable strict parallel safe
as 'MODULE_PATHNAME', 'governance_swedish_in_column';
comment on function governance.swedish(text, text) is
'The same for a word in a column, given as table.column: closed is sluten, and avslutat in meeting_overview.state.';

create function governance.section_ranges(sections integer[]) returns text
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'governance_section_ranges';
comment on function governance.section_ranges(integer[]) is
'Sections (paragrafer) as minutes write them: § 12, or §§ 12–14, 16. Null where there is none.';

create function governance.swedish_day(day date) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select format('%s den %s %s %s',
	(array['måndagen', 'tisdagen', 'onsdagen', 'torsdagen', 'fredagen', 'lördagen', 'söndagen'])[extract(isodow from day)::integer],
	extract(day from day),
	(array['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september',
		'oktober', 'november', 'december'])[extract(month from day)::integer],
	extract(year from day))
$$;
comment on function governance.swedish_day(date) is
'A day in Swedish words: onsdagen den 12 mars 2025 (datum i löpande text).';

-- ---- texts ----

-- U+FFFD stands for what is in no document: control characters, and those that
-- Unicode keeps for no use.
create function governance.printable(content text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select regexp_replace(replace(content, E'\r\n', E'\n'),
	'[\u0001-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]', chr(65533), 'g')
$$;
comment on function governance.printable(text) is
'A text without control characters (styrtecken) but tab and line feed: U+FFFD stands in their place.';

create function governance.html_text(content text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select replace(replace(replace(replace(replace(governance.printable(content),
	'&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;')
$$;
comment on function governance.html_text(text) is
'A text for HTML, in an element or a quoted attribute: nothing in it is markup.';

-- A line is not broken within a day.
create function governance.html_lines(content text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select regexp_replace(replace(governance.html_text(content), E'\n', '<br>'),
	'\y(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\y', '<time>\1</time>', 'g')
$$;
comment on function governance.html_lines(text) is
'A text for HTML that keeps its line feeds (radbrytningar), and marks what is a day.';

-- Further lines of a text stand beneath its first; a word that is longer than a
-- line is left whole.
create function governance.fold(content text, width integer, indent integer default 0) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select string_agg(rtrim(l.line), E'\n' || repeat(' ', indent) order by p.n, l.n)
from regexp_split_to_table(governance.printable(content), E'\n') with ordinality p(line, n)
cross join lateral regexp_split_to_table(
	regexp_replace(p.line, format('(\S.{0,%s})(\s+|$)', width - 1), E'\\1\n', 'g'), E'\n') with ordinality l(line, n)
where l.line <> '' or p.line = ''
$$;
comment on function governance.fold(text, integer, integer) is
'A text in lines of so many characters, those after the first indented (radbruten text).';

-- ---- HTML ----

create function governance.document_style() returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $style$
select $css$
@page { size: A4; margin: 22mm 20mm 20mm 25mm; @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 9pt "Liberation Sans", Arial, sans-serif; } }
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 11pt/1.45 "Liberation Serif", Georgia, serif; overflow-wrap: break-word; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; }
header { display: grid; grid-template-columns: 1fr auto; column-gap: 2rem; align-items: end; border-bottom: 2px solid #1f3f66; padding-bottom: .6rem; margin-bottom: 1.2rem; }
header p { margin: 0; }
h1, h2, h3, header p, dt, th, caption, .notice, .role { font-family: "Liberation Sans", Arial, sans-serif; }
h1 { grid-column: 1; margin: .2rem 0 0; font-size: 17pt; line-height: 1.2; color: #1f3f66; }
.organ { grid-column: 1 / 3; font-size: 11pt; font-weight: bold; }
.lead { grid-column: 2; font-size: 10.5pt; }
h2 { margin: 1.6rem 0 .4rem; padding-top: .6rem; border-top: 1px solid #767676; font-size: 13pt; line-height: 1.25; break-after: avoid; }
header + h2 { margin-top: 0; padding-top: 0; border-top: 0; }
h3 { margin: 1.1rem 0 .2rem; font-size: 10.5pt; line-height: 1.3; color: #1f3f66; break-after: avoid; }
p { margin: .25rem 0 .5rem; orphans: 2; widows: 2; }
.notice { border-left: 5px solid #8a4b00; background: #fdf3e4; padding: .5rem .8rem; font-size: 10.5pt; print-color-adjust: exact; }
dl { display: grid; grid-template-columns: 12.5rem 1fr; margin: .4rem 0 1rem; break-after: avoid; }
dt, dd { margin: 0; padding: .2rem 0; break-inside: avoid; }
dt { grid-column: 1; font-size: 10pt; font-weight: bold; padding-top: .25rem; }
dd { grid-column: 2; line-height: 1.3; }
dd + dd { padding-top: 0; }
ul, ol { margin: .25rem 0 .6rem; padding-left: 1.3rem; }
li { margin: .15rem 0; }
table { width: 100%; border-collapse: collapse; margin: .6rem 0 1rem; font-size: 10.5pt; }
table:not(:has(tr:nth-child(11))) { break-inside: avoid; }
caption { text-align: left; font-weight: bold; font-size: 10.5pt; padding-bottom: .3rem; break-after: avoid; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #b9b9b9; }
th:last-child, td:last-child { padding-right: 0; }
thead { display: table-header-group; }
thead th { font-size: 9.5pt; border-bottom: 2px solid #1f3f66; }
tbody th { font-family: inherit; font-weight: normal; }
tr { break-inside: avoid; }
tbody tr:first-child { break-before: avoid; }
time { white-space: nowrap; }
ul.signatures { list-style: none; padding: 0; margin: .4rem 0 1rem; }
ul.signatures li { display: grid; grid-template-columns: 12.5rem 1fr; align-items: end; margin: 0 0 .4rem; break-inside: avoid; }
.role { font-size: 10pt; font-weight: bold; padding-bottom: 1.5rem; }
.line { border-top: 1px solid #1b1b1b; padding-top: .2rem; margin-top: 1.7rem; display: flex; justify-content: space-between; gap: 1rem; }
@media (max-width: 36rem) { dl, ul.signatures li { display: block; } header { display: block; } dd { padding-top: 0; } .role { padding: 0; } }
@media print { main { max-width: none; padding: 0; } }
$css$
$style$;
comment on function governance.document_style() is
'How documents look, on the screen and on paper (A4): one style sheet (formatmall) for all of them.';

create function governance.holds_more_than_heading(block jsonb) returns boolean
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select block - 'heading' - 'level' <> '{}'
$$;
comment on function governance.holds_more_than_heading(jsonb) is
'Whether a block of a document (stycke) is more than a heading (rubrik): one that is not may hold nothing else.';

create function governance.html_block(block jsonb) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select case when not governance.holds_more_than_heading(block) or p.content is not null
	then nullif(concat_ws(E'\n', p.heading, p.content), '') end
from (select
	case when block ? 'heading'
		then format('<h%1$s>%2$s</h%1$s>', (block->>'level')::integer, governance.html_text(block->>'heading')) end as heading,
	case
		when block ? 'paragraph' then '<p>' || governance.html_lines(nullif(block->>'paragraph', '')) || '</p>'
		when block ? 'notice' then '<p class="notice">' || governance.html_lines(nullif(block->>'notice', '')) || '</p>'
		when block ? 'list' then (
			select case count(*) when 1 then min('<p>' || governance.html_lines(i.entry) || '</p>')
				else format(E'<ul>\n%s\n</ul>', string_agg(format('<li>%s</li>', governance.html_lines(i.entry)), E'\n' order by i.n)) end
			from jsonb_array_elements_text(nullif(block->'list', 'null')) with ordinality i(entry, n)
			where i.entry is not null
			having count(*) > 0)
		when block ? 'numbered' then (
			select case count(*) when 1 then min('<p>' || e.said || '</p>')
				else format(E'<ol>\n%s\n</ol>', string_agg(format('<li value="%s">%s</li>', e.number, e.said), E'\n' order by e.n)) end
			from (
				select i.n, (i.entry->>0)::integer, governance.html_lines(i.entry->>1)
				from jsonb_array_elements(nullif(block->'numbered', 'null')) with ordinality i(entry, n)) e(n, number, said)
			having count(*) > 0)
		when block ? 'facts' then (
			select format(E'<dl>\n%s\n</dl>', string_agg(format('<dt>%s</dt>%s', governance.html_text(f.fact->>0), d.said), E'\n' order by f.n))
			from jsonb_array_elements(nullif(block->'facts', 'null')) with ordinality f(fact, n)
			cross join lateral (
				select string_agg(format('<dd>%s</dd>', governance.html_lines(t.said)), '' order by t.n) as said
				from jsonb_array_elements_text(nullif(f.fact->1, 'null')) with ordinality t(said, n)
				where t.said is not null) d
			where d.said is not null
			having count(*) > 0)
		when block ? 'table' then (
			select format(E'<table>\n<caption>%s</caption>\n<thead>\n<tr>%s</tr>\n</thead>\n<tbody>\n%s\n</tbody>\n</table>',
				governance.html_text(block->>'caption'),
				(select string_agg(format('<th scope="col">%s</th>', governance.html_text(h.name)), '' order by h.n)
					from jsonb_array_elements_text(block->'head') with ordinality h(name, n)),
				string_agg(format('<tr>%s</tr>', c.cells), E'\n' order by r.n))
			from jsonb_array_elements(nullif(block->'table', 'null')) with ordinality r(cells, n)
			cross join lateral (
				select string_agg(case c.n
					when 1 then format('<th scope="row">%s</th>', governance.html_lines(c.said))
					else format('<td>%s</td>', governance.html_lines(c.said)) end, '' order by c.n) as cells
				from jsonb_array_elements_text(r.cells) with ordinality c(said, n)) c
			having count(*) > 0)
		when block ? 'signatures' then (
			select format(E'<ul class="signatures">\n%s\n</ul>', string_agg(format(
				'<li><span class="role">%s</span> <span class="line"><span>%s</span> <span>%s</span></span></li>',
				governance.html_text(s.signature->>0), governance.html_text(s.signature->>1),
				governance.html_text(s.signature->>2)), E'\n' order by s.n))
			from jsonb_array_elements(nullif(block->'signatures', 'null')) with ordinality s(signature, n)
			having count(*) > 0)
	end as content) p
$$;
comment on function governance.html_block(jsonb) is
'A block of a document (stycke) as HTML; null where it holds nothing.';

create function governance.document_html(document jsonb) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select format(E'<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
	'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>%s</title>\n<style>%s</style>\n</head>\n'
	'<body>\n<main>\n<header>\n%s<h1>%s</h1>\n%s</header>\n%s\n</main>\n</body>\n</html>\n',
	governance.html_text(document->>'title'), governance.document_style(),
	'<p class="organ">' || nullif(governance.html_text(document->>'organ'), '') || E'</p>\n',
	governance.html_text(document->>'heading'),
	'<p class="lead">' || nullif(governance.html_text(document->>'lead'), '') || E'</p>\n',
	(select string_agg(governance.html_block(b.block), E'\n' order by b.n)
		from jsonb_array_elements(document->'blocks') with ordinality b(block, n)
		where jsonb_typeof(b.block) = 'object'))
$$;
comment on function governance.document_html(jsonb) is
'A document (handling) as a page of HTML: without scripts, to be read aloud, on a screen and on paper.';

-- ---- plain text ----

-- Names of facts and roles stand in a column of their own.
create function governance.text_fact(term text, width integer, said text) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select rtrim(rpad(t.term, greatest(width, length(t.term))) || governance.fold(said, 80 - width, width))
from (select governance.printable(text_fact.term)) t(term)
$$;
comment on function governance.text_fact(text, integer, text) is
'A term and what is said of it, in two columns (text i två spalter).';

create function governance.underlined(heading text, mark text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select h.heading || E'\n' || repeat(mark, length(h.heading))
from (select replace(governance.printable(underlined.heading), E'\n', ' ')) h(heading)
$$;
comment on function governance.underlined(text, text) is
'A heading of plain text (rubrik), underlined with a mark.';

-- A table that is too wide for a line is told row by row, as facts.
create function governance.text_table(block jsonb) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
with line as (
	select 0 as r, block->'head' as cells
	union all
	select r.n, r.cells from jsonb_array_elements(nullif(block->'table', 'null')) with ordinality r(cells, n)
), cell as (
	select l.r, c.n, replace(governance.printable(coalesce(c.said, '')), E'\n', ' ') as said,
		block->'head'->>(c.n - 1)::integer as head,
		max(length(governance.printable(c.said))) over (partition by c.n) as width
	from line l
	cross join lateral jsonb_array_elements_text(l.cells) with ordinality c(said, n)
), said as (
	select r, rtrim(string_agg(rpad(said, width), '  ' order by n)) as beside,
		string_agg(governance.text_fact(head, (select max(length(head)) + 2 from cell)::integer, said), E'\n' order by n)
			filter (where said <> '') as beneath,
		sum(width) + 2 * (count(*) - 1) as width
	from cell
	group by r
)
select governance.printable(block->>'caption') || E'\n' || case
	when max(s.width) <= 100
		then string_agg(s.beside || case s.r when 0 then E'\n' || repeat('-', s.width::integer) else '' end, E'\n' order by s.r)
	else string_agg(s.beneath, E'\n\n' order by s.r) filter (where s.r > 0) end
from said s
having count(*) > 1
$$;
comment on function governance.text_table(jsonb) is
'A table of a document (tabell) as plain text.';

create function governance.text_block(block jsonb) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select case when not governance.holds_more_than_heading(block) or p.content is not null
	then nullif(concat_ws(E'\n', p.heading, p.content), '') end
from (select
	governance.underlined(block->>'heading', case block->>'level' when '2' then '=' else '-' end) as heading,
	case
		when block ? 'paragraph' then governance.fold(nullif(block->>'paragraph', ''), 80)
		when block ? 'notice' then '*** ' || governance.fold(nullif(block->>'notice', ''), 76, 4)
		when block ? 'list' then (
			select case count(*) when 1 then governance.fold(min(i.entry), 80)
				else string_agg('- ' || governance.fold(i.entry, 78, 2), E'\n' order by i.n) end
			from jsonb_array_elements_text(nullif(block->'list', 'null')) with ordinality i(entry, n)
			where i.entry is not null
			having count(*) > 0)
		when block ? 'numbered' then (
			select case count(*) when 1 then governance.fold(min(i.entry->>1), 80)
				else string_agg(governance.text_fact((i.entry->>0) || '.', 4, i.entry->>1), E'\n' order by i.n) end
			from jsonb_array_elements(nullif(block->'numbered', 'null')) with ordinality i(entry, n)
			having count(*) > 0)
		when block ? 'facts' then (
			select string_agg(governance.text_fact(case f.m when 1 then f.term else '' end, f.width + 2, f.said), E'\n' order by f.n, f.m)
			from (
				select f.n, row_number() over (partition by f.n order by t.n), f.fact->>0, t.said, max(length(f.fact->>0)) over ()
				from jsonb_array_elements(nullif(block->'facts', 'null')) with ordinality f(fact, n)
				cross join lateral jsonb_array_elements_text(nullif(f.fact->1, 'null')) with ordinality t(said, n)
				where t.said is not null) f(n, m, term, said, width))
		when block ? 'table' then governance.text_table(block)
		when block ? 'signatures' then (
			select string_agg(governance.text_fact(s.signature->>0, s.width + 2, concat_ws(E'\n', repeat('_', 40),
				nullif(concat_ws(', ', s.signature->>1, s.signature->>2), ''))), E'\n\n' order by s.n)
			from (
				select s.n, s.signature, max(length(s.signature->>0)) over ()
				from jsonb_array_elements(nullif(block->'signatures', 'null')) with ordinality s(signature, n)) s(n, signature, width))
	end as content) p
$$;
comment on function governance.text_block(jsonb) is
'A block of a document (stycke) as plain text; null where it holds nothing.';

create function governance.document_text(document jsonb) returns text
language sql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select concat_ws(E'\n', nullif(governance.printable(document->>'organ'), ''), governance.underlined(document->>'heading', '='),
	nullif(governance.printable(document->>'lead'), ''), '', (
	select string_agg(b.said, E'\n\n' order by b.n) || E'\n'
	from (
		select b.n, governance.text_block(b.block) as said
		from jsonb_array_elements(document->'blocks') with ordinality b(block, n)
		where jsonb_typeof(b.block) = 'object') b))
$$;
comment on function governance.document_text(jsonb) is
'A document (handling) as plain text, in lines of 80 characters where they can be broken.';

create function governance.render_document(document jsonb, format text) returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
	case format
		when 'html' then return governance.document_html(document);
		when 'text' then return governance.document_text(document);
		else
			raise invalid_parameter_value using
				message = pg_catalog.format(governance.translated('a document has no format "%s"'), format),
				hint = governance.translated('Formats are html and text.');
	end case;
end
$$;
comment on function governance.render_document(jsonb, text) is
'A document (handling) in a format: html or text; null where there is none.';
