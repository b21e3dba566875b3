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
select governance.duty_in_swedish(what) from unnest(array[
	$$1 substitute is missing, 6 of 7 seats are filled$$,
	$$2 members are missing, 5 of 7 seats are filled$$,
	$$agenda of the meeting on 2025-10-01$$,
	$$announce again the attestation of the minutes of the meeting on 2025-03-12, number 2: the notice was taken down early$$,
	$$announce again the attestation of the minutes of the meeting on 2026-01-14: the notice was taken down early$$,
	$$announce again the decision by delegation of 2025-11-26: the notice was taken down early: Bidrag beviljas$$,
	$$announce the attestation of the minutes of the meeting on 2025-05-14, number 2$$,
	$$announce the attestation of the minutes of the meeting on 2025-12-10$$,
	$$announce the decision by delegation of 2025-11-26, which is not reported: Bidrag beviljas$$,
	$$announce the meeting on 2026-06-17$$,
	$$announcement of the meeting on 2026-06-17$$,
	$$answer referral 1 of Kommunstyrelsen, sent on 2004-10-12: Integrationspolicy$$,
	$$ask somebody outside the municipality too by referral 1: Handlingsplan$$,
	$$attest the minutes of the meeting on 2025-03-12, number 2$$,
	$$attest the minutes of the meeting on 2025-05-14, number 2$$,
	$$attest the minutes of the meeting on 2025-11-05$$,
	$$carry out assignment 1 of matter KS 2017/243: ta fram förslag till reglemente, inklusive arvodering$$,
	$$choose somebody for the seats of "förtroendevalda" in Integrationsrådet$$,
	$$countersign letter 1 of matter 2: Till regionen$$,
	$$decide the citizen proposal raised on 2017-03-01, or tell the council what its preparation has shown: Förslag 2$$,
	$$decide the citizen proposal raised on 2017-11-29, or tell the council again: Arbetsgrupp$$,
	$$decide the motion raised on 2017-11-29, or tell the council what its preparation has shown: Arbetsgrupp$$,
	$$decide the motion raised on 2018-02-17, or tell the council what its preparation has shown: Lördag$$,
	$$do activity 2 of the policy "Integrationspolicy": Trygghetsvandring$$,
	$$draw up an indicator for goal 4 of the policy "Integrationspolicy"$$,
	$$follow up the policy "Integrationspolicy" for 2025-07-01 to 2025-12-31$$,
	$$follow up the policy "Riktlinjer" for 2005-01-01 to 2005-12-31$$,
	$$give the assignment "Bjuda in" of Arbetsgruppen, which ended on 2018-08-31, to another body$$,
	$$give the assignment "Återkomma med rapport" of Arbetsgruppen, which ended on 2018-08-31, to another body$$,
	$$hand in the report of Arbetsgruppen$$,
	$$hold the meeting that 2 members requested on 2026-04-01$$,
	$$keep the notice of the decision by delegation of 2025-11-26 on the board until 2025-12-29 has passed: Bidrag beviljas$$,
	$$keep the notice of the minutes of the meeting on 2025-03-12, number 2 on the board until 2025-04-10 has passed$$,
	$$keep the notice of the minutes of the meeting on 2025-12-10 on the board until 2026-02-04 has passed$$,
	$$let "juridiska avdelningen, kommunfullmäktiges och kommunstyrelsens kansli" keep the secretariat of Integrationsutskottet$$,
	$$let "juridiska avdelningen, kommunfullmäktiges och kommunstyrelsens kansli" keep the secretariat of Integrationsutskottet, not "Stadsbyggnadskontoret"$$,
	$$let another body answer the referral "Arbetsgrupp för integration" to Arbetsgruppen, which ended on 2018-08-31$$,
	$$measure indicator 1 of the policy "Integrationspolicy": Jobb genom samverkan$$,
	$$minute by itself the decision by delegation of 2025-11-26, which is not reported: Bidrag beviljas$$,
	$$minutes of the meeting on 2025-11-05$$,
	$$register the appendices of document 3: it has 1, 2 are registered$$,
	$$register who signed document 3: 3 sign it, 2 are registered$$,
	$$report on assignment 2 of matter KS 2016/36: löpande information till styrelsen$$,
	$$report to Kommunstyrelsen that nothing was decided by delegation from 2025-01-01 to 2025-03-31$$,
	$$report to Kommunstyrelsen what was decided by delegation from 2025-01-01 to 2025-03-31: 1 decision$$,
	$$report to Kommunstyrelsen what was decided by delegation: 1 decision$$,
	$$report to Nämnd 5 what was decided by delegation: 3 decisions$$,
	$$report to Nämnd 6 that nothing was decided by delegation from 2025-04-01 to 2025-06-30$$,
	$$report to the next meeting of Kommunstyrelsen what was decided as urgent on 2025-02-20: Elavbrott$$,
	$$say how to pay for assignment 3 of matter KS 2017/243: bistå arbetsgruppen$$,
	$$say in document 10 what it costs: Tomt$$,
	$$say who answers for activity 3 of the policy "Integrationspolicy": Språkkaféer$$,
	$$say who answers for assignment 2 of matter KS 2017/243: öka andelen i arbete genom samverkan$$,
	$$say whose officials support assignment 3 of matter KS 2017/243: bistå arbetsgruppen$$,
	$$send letter 6 of matter KS 2025/10: Till länsstyrelsen$$,
	$$send the decision in item 1 of the meeting on 2025-04-09 to Kommunstyrelsen, registrator$$,
	$$sign letter 2 of matter KS 2025/10: Till länsstyrelsen$$,
	$$summon members and substitutes to the meeting on 2026-03-18, 7 left$$,
	$$summons of the meeting on 2025-12-10$$,
	$$tag item 1 of the meeting on 2026-05-13 with an area: Språkvän$$,
	$$take over the matter "Avslutas sedan" from Arbetsgruppen, which ended on 2018-08-31$$,
	$$take over the matter "Boendefrågan" from Arbetsgruppen, which ended on 2018-08-31$$,
	$$take over the matter "Lokaler" from Samrådet, which ended on 2018-02-28$$,
	$$take up the item "Ajournerat", which Arbetsgruppen had put off when it ended on 2018-08-31$$,
	$$take up the item "Bordlagt", which Arbetsgruppen had put off when it ended on 2018-08-31$$,
	$$take up the item "Gruppens eget", which Arbetsgruppen had put off when it ended on 2018-08-31$$,
	$$take up the item "Återremitterat", which Arbetsgruppen had put off when it ended on 2018-08-31$$,
	$$tell the council what was decided on 2018-02-14 on the citizen proposal raised on 2017-03-01: Förslag 2$$,
	$$tell the substitutes of the meeting on 2026-03-25, 1 left$$]) what;
select governance.duty_in_swedish('something that nobody has told of');
select governance.duty_in_swedish('send letter 3 of matter KS 2025/1: sign letter 1 of matter x: y');
select governance.duty_in_swedish(null);
select what from todo where governance.duty_in_swedish(what) = what;

select governance.drop_registry('document_texts', 'document_texts');
