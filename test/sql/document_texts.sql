-- How documents are written: every kind of block, and texts that are meant to break
-- them.
\set ECHO none
\set SHOW_CONTEXT never
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\cd :srcdir/..
\set registry document_texts
\i demo/documents.sql
\set ON_ERROR_STOP 0
\set ECHO all
\pset format unaligned
\pset tuples_only on
\pset null '-'

-- ---- texts ----
select governance.html_text($$<script>alert("1")</script> & 'x' &amp;$$);
select governance.html_text(''), governance.html_text(null), governance.html_text(E'a\tb\r\nc');
select governance.html_lines(E'a\r\nb\n<c>'), governance.html_lines('2025-03-12, 2025-13-12, 12025-03-12, 106-555-2004');
-- control characters, and what Unicode keeps for no use, are replaced, each once
select n, governance.printable('a' || chr(n) || 'b') = 'a' || chr(65533) || 'b' as replaced
from unnest(array[1, 8, 9, 10, 11, 12, 13, 31, 32, 126, 127, 133, 159, 160, 64976, 65007, 65008, 65533, 65534, 65535, 65536]) n;
select governance.fold('ett två tre fyra fem', 8), governance.fold('ett två tre fyra fem', 8, 2);
select governance.fold('ettlångtordsomärlängreänraden och ett till', 10), governance.fold(E'rad\n\nrad', 10), governance.fold('', 10), governance.fold('   ', 10);
select governance.swedish_day(d::date) from unnest(array['2025-03-12', '2024-02-29', '2025-12-28', '1999-07-05']) d;
select governance.section_ranges('{14,12,13,16,null,12}'), governance.section_ranges('{7}'), governance.section_ranges('{}'), governance.section_ranges('{null}'), governance.section_ranges(null);
select governance.swedish('serving_member'), governance.swedish('council'), governance.swedish(null);
select governance.swedish('nothing of ours');
select governance.swedish('');

-- ---- blocks ----
create function pg_temp.both(block jsonb) returns table (format text, said text) language sql
	as $$select 'html', governance.html_block(block) union all select 'text', governance.text_block(block)$$;
select * from pg_temp.both('{"heading": "Beslut <b>", "level": 2}');
select * from pg_temp.both('{"paragraph": "a\nb & c"}');
select * from pg_temp.both('{"paragraph": ""}');
select * from pg_temp.both('{"paragraph": null}');
select * from pg_temp.both('{"notice": "Utkast"}');
select * from pg_temp.both('{"list": ["a", null, "<b>"]}');
select * from pg_temp.both('{"list": [null, "en"]}');
select * from pg_temp.both('{"list": [], "heading": "Yrkanden", "level": 3}');
select * from pg_temp.both('{"list": null, "heading": "Yrkanden", "level": 3}');
select * from pg_temp.both('{"list": ["a"], "heading": "Yrkanden", "level": 3}');
select * from pg_temp.both('{"numbered": [[1, "a"], [3, "b"]]}');
select * from pg_temp.both('{"numbered": [[2, "a"]]}');
select * from pg_temp.both('{"numbered": []}');
select * from pg_temp.both('{"facts": [["Plats", ["a", null, "b"]], ["Inget", [null]], ["Tid", ["c"]], ["Intet", null]]}');
select * from pg_temp.both('{"facts": [["Plats", []]]}');
select * from pg_temp.both('{"table": [["a", "", "<i>"], ["b", null, 3]], "head": ["Namn", "&", "n"], "caption": "Val"}');
select * from pg_temp.both('{"table": null, "head": ["Namn"], "caption": "Val"}');
select * from pg_temp.both('{"signatures": [["Ordförande", "Ek", "undertecknat"], ["Justerande", null, null]]}');
select * from pg_temp.both('{"signatures": null}');
select * from pg_temp.both('{}');
-- the whole
select governance.render_document('{"title": "T", "heading": "H", "blocks": [null, {"paragraph": "a"}, []]}', 'text');
select governance.document_html('{"title": "", "organ": "", "heading": "", "lead": "", "blocks": []}')
	~ '<title></title>.*<header>\n<h1></h1>\n</header>\n\n</main>' as "empty elements have their end";
select governance.render_document(null, 'html'), governance.render_document(null, 'text');
select governance.render_document('{}', 'pdf');
select governance.render_document('{}', null);

-- ---- texts that are meant to break documents, in every column that holds a text ----
set governance.as_of = '2025-04-02';
begin;
set local session_replication_role = replica;
do $$
declare
	c record;
begin
	for c in
		select k.relname, a.attname
		from pg_class k
		join pg_attribute a on a.attrelid = k.oid and a.attnum > 0 and not a.attisdropped
		where k.relnamespace = 'document_texts'::regnamespace and k.relkind = 'r' and a.atttypid = 'text'::regtype
			-- what the rules are, and what is sealed
			and k.relname not in ('registry', 'regulation', 'provision', 'rule_setting', 'access', 'seal')
			and (k.relname, a.attname) <> ('deviation', 'rule')
	loop
		begin
			execute format('update %I set %2$I = %2$I || $1', c.relname, c.attname)
			using E'<script>alert(1)</script></td></title></style>"\'&lt;\r\n\x01<b x=''"';
		exception when check_violation or unique_violation or invalid_text_representation then
			null;	-- a word of a code
		end;
	end loop;
end
$$;
create temp table page as
select * from (values
	('minutes', minutes_document(2)), ('minutes at once', minutes_document(2, 'html', 2)), ('draft', minutes_document(1)),
	('notice', notice_document(2)), ('summons', summons_document(3)), ('letter', letter_document(1, 1)),
	('report', delegation_report_document(4, 1)), ('board', notice_board_page()), ('todo', todo_page())) p(name, html);
-- they are in every page
select name, html ~ '&lt;script&gt;alert\(1\)&lt;/script&gt;' as told, html ~ '<script|<b x|</style>.*</style>|[\u0001-\u0008\u000b-\u001f]' as broken
from page;
-- nothing is markup but what the renderer writes, each element has its end, in order
select string_agg(distinct t.tag[1] collate "C", ' ') from page, regexp_matches(html, '<([^ />]*)', 'g') t(tag);
create function pg_temp.unbalanced(html text) returns text language plpgsql as $$
declare
	tag text;
	open text[] := '{}';
begin
	for tag in select (regexp_matches(html, '<(/?[a-z][a-z0-9]*)[^>]*>', 'g'))[1] loop
		if tag in ('meta', 'br') then
			continue;
		elsif left(tag, 1) <> '/' then
			open := open || tag;
		elsif open[cardinality(open)] is distinct from substr(tag, 2) then
			return tag;
		else
			open := open[:cardinality(open) - 1];
		end if;
	end loop;
	return nullif(array_to_string(open, ' '), '');
end
$$;
select pg_temp.unbalanced('<html><p>a<br></p></html>'), pg_temp.unbalanced('<p><b></p>'), pg_temp.unbalanced('<p>');
select name, pg_temp.unbalanced(html) from page;
-- attributes hold nothing of a user's
select distinct t.attributes[1] collate "C" from page, regexp_matches(html, '<[a-z0-9]+ ([^>]*)>', 'g') t(attributes) order by 1;
-- as plain text they are harmless too
select count(*) filter (where t ~ '[\u0001-\u0008\u000b-\u001f]') as control, count(*) as documents
from unnest(array[minutes_document(2, 'text'), minutes_document(2, 'text', 2), minutes_document(1, 'text'), notice_document(2, 'text'),
	summons_document(3, 'text'), letter_document(1, 1, 'text'), delegation_report_document(4, 1, 'text'),
	notice_board_page('text'), todo_page('text')]) t;
rollback;

-- ---- what is due is told in Swedish ----
select governance.duty_in_swedish('something that nobody has told of');
select governance.duty_in_swedish('send letter 3 of matter KS 2025/1: sign letter 1 of matter x: y');
select governance.duty_in_swedish(null);
select what from todo where governance.duty_in_swedish(what) = what;

select governance.drop_registry('document_texts', 'document_texts');
