-- The text of a regulation, split into provisions with their exact wording.
\set VERBOSITY default
\set SHOW_CONTEXT never
\set reglemente `cat "${PG_ABS_SRCDIR:-test}/data/reglemente_integrationsutskottet.txt"`
\set law `cat "${PG_ABS_SRCDIR:-test}/../sql/regulation/kommunallagen.txt"`

create function pg_temp.words(text) returns text[]
language sql immutable
as $$select regexp_split_to_array(regexp_replace($1, '^\s+|\s+$', '', 'g'), '\s+')$$;

-- what an error says, or how many rows there are
create function pg_temp.attempt(document text) returns text
language plpgsql
as $$
declare
	state text;
	message text;
	hint text;
begin
	return (select count(*) || ' rows' from governance.split_regulation(document));
exception when others then
	get stacked diagnostics state = returned_sqlstate,
		message = message_text, hint = pg_exception_hint;
	return format('%s %s', state, concat_ws(E'\n', message, nullif(hint, '')));
end
$$;

-- The reglemente of a committee, as it came out of a PDF
create temp table seed as select * from governance.split_regulation(:'reglemente');
\pset format unaligned
select ordinal, chapter, section, paragraph, point, citation, heading, wording
  from seed order by ordinal;
\pset format aligned
select count(*) filter (where paragraph is null) as sections,
       count(*) filter (where paragraph is not null and point is null) as paragraphs,
       count(*) filter (where point is not null) as points
  from seed;
select wording = 'Utskottet får handlägga ett ärende bara när minst fyra ledamöter är närvarande. '
       'Utskottet får avgöra ett ärende bara när minst fyra ledamöter är ense om beslutet.' as exact
  from seed where citation = '5 §';

-- not a word lost, added or moved
select pg_temp.words(string_agg(wording, ' ' order by ordinal))
       = pg_temp.words(regexp_replace(:'reglemente', '^ *\d+ § *$', '', 'gn')) as same_words
  from seed where paragraph is null;
select cardinality(pg_temp.words(string_agg(wording, ' '))) as words
  from seed where paragraph is null;

-- The ground layer: the script of the extension carries it byte for byte
select governance.kommunallagen() = :'law' || E'\n' as same_bytes;
create temp table law as select * from governance.split_regulation(governance.kommunallagen());
select chapter, count(*) as sections, string_agg(section, ' ' order by ordinal) as section
  from law where paragraph is null group by chapter order by chapter;
select pg_temp.words(string_agg(concat_ws(' ', heading, wording), ' ' order by ordinal))
       = pg_temp.words(regexp_replace(
			regexp_replace(:'law', '^(# .*|Utfärdad .*|## .*|#### \d+ §)$', '', 'gn'),
			'^### ', '', 'gn')) as same_words
  from law where paragraph is null;
select count(*) as links_left from law where wording ~ '[][#]|https?:|\(kap';

-- the wordings that rules are cited with
select section.citation, section.wording = expected.wording as exact
  from (values
	('4:24', 'Varje ledamot i fullmäktige eller i en nämnd har en röst.'),
	('4:25', E'En ledamot i fullmäktige eller i en nämnd har rätt att avstå från att delta i en omröstning eller i ett beslut.\n'
		'Ordföranden är dock alltid skyldig att rösta, när det behövs för att ärendet ska kunna avgöras.'),
	-- the rubrik "Närvarorätt" of 4:28 is not its last word
	('4:27', 'En förtroendevald som har deltagit i avgörandet av ett ärende får reservera sig mot beslutet. '
		'Reservationen ska anmälas innan sammanträdet avslutas.'),
	('5:69', 'Ett protokoll ska justeras senast fjorton dagar efter sammanträdet på det sätt som fullmäktige har bestämt.'),
	('6:27', 'En nämnd får handlägga ärenden endast om fler än hälften av ledamöterna är närvarande.'),
	('6:35', E'Vid ett sammanträde ska protokoll föras.\n'
		'I fråga om hur protokollet ska föras, protokollets innehåll, justering av protokollet och hur justeringen '
		'ska tillkännages ska 5 kap. 65–67 och 69 §§ och 8 kap. 12 § tillämpas.')
  ) as expected (citation, wording)
  left join law section on section.citation = expected.citation
 order by section.ordinal;
\pset format unaligned
select citation, heading, wording from law
 where citation in ('4:28', '6:38 3 p', '6:38 2 st', '6:38 2 st 3 p', '8:10 3 p', '13:5 2 st')
 order by ordinal;
\pset format aligned

-- A section is its paragraphs, a paragraph holds its points
select count(*) as sections,
       count(*) filter (where s.wording is distinct from p.wording) as differing
  from (select * from seed union all select * from law) s,
       lateral (select string_agg(p.wording, E'\n' order by p.ordinal) as wording
				  from (select * from seed union all select * from law) p
				 where p.chapter is not distinct from s.chapter and p.section = s.section
				   and p.paragraph is not null and p.point is null) p
 where s.paragraph is null;
select count(*) as points,
       count(*) filter (where strpos(E'\n' || p.wording || E'\n', E'\n' || t.wording || E'\n') = 0) as elsewhere,
       count(*) filter (where t.wording not like t.point || '. %') as misnumbered
  from law t
  join law p on p.chapter = t.chapter and p.section = t.section
			and p.paragraph = t.paragraph and p.point is null
 where t.point is not null;

-- Headings, paragraphs and points in the shapes in which they occur
create temp table document (id int generated always as identity, title text, content text);
insert into document (title, content) values
('shapes of a section''s heading',
 E'§ 1\nEtt.\n2§\nTvå.\n  3 §  \nTre.\n3 a §\nTre a.\n3b§\nTre b.\n§ 4 a\nFyra a.\n§ 5 Fem.\n6 § Sex.\n#### 7 §\nSju.\n'),
('subject headings',
 E'Reglemente för nämnden\nAntaget 2020-01-01\n\n1 § Uppgifter\nNämnden ska bereda ärenden.\n\nSammanträden\n\n2 §\nNämnden bestämmer tid.\n\n3 § Nämnden bestämmer plats och\nlokal.\n\n4 §\nNämnden utser\n\n5 §\nSlut'),
('chapters',
 E'1 kap. Inledande bestämmelser\n\nSyfte\n\n1 §\nEtt.\n\nBegrepp\n\n2 §\nTvå.\nTvå till.\n\n2 kap.\n1 § Ett igen:\n1. punkt,\n2. punkt.\n'),
('markdown',
 E'# Lag\n\n## 6 kap. Nämnder\n\n### Jäv\n\n#### 27 §\n\nEtt.\n\n### Protokoll\n\n#### 27 a §\n\nTvå.\n\n## 7 KAP Anställda\n\n#### 1 §\n\nTre.\n'),
('foreign line ends, byte order mark, no-break spaces, page breaks',
 E'\uFEFF1\u00A0§\u00A0\r\nEtt ord\r\noch \u00A0ett till.\r\n\r\n2\u202F§\rTvå ord\r\foch tre.\u2003\n\fTre ord.\u3000'),
('references at the start of a wrapped line are no headings',
 E'1 §\nNämnden beslutar i de ärenden som avses i\n5 § andra stycket och enligt bestämmelserna i\n13 kap. 2 § kommunallagen, se även avsnittet\n7 § Kommunallagen och det som sägs i\n2 §\ni denna lag och vidare enligt bestämmelser i\n13 kap.\n8 och 9 §§ gäller inte, ej heller 10 kap.\n§ 251/2017 och §§ 3–4.\n\n2 §\nHär glömdes punkten\n3 §\nTre.\n'),
('a blank line in the middle of a sentence',
 E'1 §\nErsättare tjänstgör i den ordning styrelsen \n\nföreskrivit för\n\nStockholm.\n'),
('wrapped lines: what would have fitted starts a paragraph',
 E'1 §\nNämnden sammanträder en gång i månaden eller\nnär det behövs. Den som vill lämna ett ärende.\nOrdföranden bestämmer tid.\nSekreteraren kallar.\n'),
('wrapping leaves a blank, the end of a paragraph does not',
 E'1 §\nNämnden sammanträder en gång i månaden eller \nnär det behövs. \nOrdföranden bestämmer.\nSekreteraren kallar.\n'),
('points',
 E'1 §\n1) ett\n2) två\n\nslut.\n\nAndra stycket:\n1. ett. Sedan\n3. tre är ingen punkt här\n2. två.\nTredje stycket hör inte dit.\n\n1. en ny punkt\n');
\pset format unaligned
select d.title, p.citation, p.heading, p.wording
  from document d, governance.split_regulation(d.content) p
 order by d.id, p.ordinal;
\pset format aligned

-- What cannot be split is refused by name
select replace(content, E'\n', '|') as content, pg_temp.attempt(content)
  from (values
	(1, ''), (2, E'\n \n'), (3, 'Utskottet beslutar enligt 5 §.'),
	(4, E'0 §\nText.'), (5, E'10000 §\nText.'),
	(6, E'1 §\nEtt.\n2 §\n\n3 §\nTre.'), (7, E'2 kap.\n1 §\nEtt.\n2 a §'),
	(8, E'1 §\nEtt.\n1 §\nEtt.'), (9, E'5 kap.\n18 a §\nEtt.\n\n18 a § Två.'),
	(10, E'1 §\nEtt.\n\n3 §\nTre.\n\n2 §\nTvå.'),
	(11, E'2 kap.\n1 §\nEtt.\n\n2 kap.\n1 §\nEtt.'),
	(12, E'2 kap.\n1 §\nEtt.\n\n1 kap.\n1 §\nEtt.'),
	(13, E'2 a kap.\n1 §\nEtt.')) v (n, content)
 order by n;
select count(*) as rows_for_null from governance.split_regulation(null);

-- What no citation can name (chapter 1000, the 1000th paragraph or point) starts
-- nothing: whatever is split can be cited
select count(*) as rows, max(chapter) as chapter, max(paragraph) as paragraph, max(point) as point, count(citation::governance.citation) as cited,
       sum(length(wording)) filter (where paragraph is null) as length
  from (values
    (E'999 kap.\n9999 §\nEtt.\n1000 kap.\nEtt.\n10000 §\nEtt.'),
    (E'1 §\nDetta:\n' || (select string_agg(n || '. ett', E'\n' order by n) from generate_series(1, 1001) n)),
    (E'1 §\n' || repeat(E'Ett.\n\n', 1001))) document(content),
  governance.split_regulation(content)
 group by content order by content;

-- Linear in the length of the text: many sections, many paragraphs, one line
begin;
set local statement_timeout = '30s';
select count(*), max(length(wording))
  from governance.split_regulation((select string_agg(format(E'%s §\n%s\n', n, repeat('Nämnden beslutar. ', 20)), E'\n')
									  from generate_series(1, 5000) n));
select count(*), max(length(wording))
  from governance.split_regulation((select string_agg(format(E'%s §\n', n) || repeat(E'Nämnden beslutar.\n\n', 900), '' order by n)
									  from generate_series(1, 100) n));
select count(*), max(length(wording))
  from governance.split_regulation(E'1 §\n' || repeat(E'Nämnden beslutar ', 100000));
select pg_temp.attempt(repeat(E'# ', 500000) || E'\n' || repeat(E'\n', 500000));
commit;

-- Damaged texts: either refused with 22023 or split, and never a word that the
-- text has not
create function pg_temp.parts(text) returns text[]
language sql immutable
as $$select regexp_split_to_array(replace($1, '§', ' § '), '[\s\u0085\u00A0\u2000-\u200B\uFEFF]+')$$;
create function pg_temp.damaged(content text) returns text
language plpgsql
as $$
declare
	place int;
	grown text[] := array[' ', E'\n', E'\n\n', E'\r', E'\f', E'\u00A0', E'\uFEFF', '§', '# ', '1',
		'.', ':', ')', 'Å', 'å', E'\n1. ', E'\n7 §\n', E'\n5 § andra ', E'\n6 kap.\n', E'\n3 a kap. Å ', '𝔘'];
begin
	for i in 1 .. 1 + (random() * 8)::int loop
		place := 1 + (random() * length(content))::int;
		content := case (random() * 3)::int
			when 0 then overlay(content placing '' from place for (random() * 40)::int)
			when 1 then overlay(content placing substr(content, place, (random() * 40)::int) from place for 0)
			else overlay(content placing grown[1 + (random() * 20)::int] from place for 0)
		end;
	end loop;
	return content;
end
$$;
create function pg_temp.verdict(content text) returns text
language plpgsql
as $$
begin
	if exists (select unnest(pg_temp.parts(string_agg(wording, ' '))) from governance.split_regulation(content)
			   except select unnest(pg_temp.parts(content || ' ')))
	then
		return 'invented: ' || content;
	end if;
	return 'split';
exception when invalid_parameter_value then
	return 'refused';
end
$$;
select setseed(0.5);
select every(verdict in ('split', 'refused')) as sound, count(distinct verdict) as kinds,
       min(verdict) filter (where verdict not in ('split', 'refused')) as counterexample
  from (select pg_temp.verdict(pg_temp.damaged(case when n % 20 = 0 then :'law' else :'reglemente' end)) as verdict
		  from generate_series(1, 400) n) v;
