-- Prints the reference (docs/reference.md): what the catalogues say of the extension
-- and of a registry, from their comments and from governance.rules(), so that it
-- cannot drift.  test/checks/reference makes it anew and compares.
--
--     psql -XAtq -f docs/reference.sql >docs/reference.md
\set ON_ERROR_STOP on
set client_min_messages = warning;
create extension if not exists governance cascade;
load 'governance_delivery';
select governance.create_registry('reference', '0180') \g /dev/null
set search_path = reference, public;
set governance.as_of = '2025-01-01';

-- a text in a cell of a table
create function pg_temp.cell(body text) returns text language sql
as $$select replace(replace(coalesce(body, ''), '|', '\|'), E'\n', ' ')$$;
create function pg_temp.code(body text) returns text language sql
as $$select '`' || replace(body, '|', '\|') || '`'$$;

\qecho # Reference
\qecho
\qecho 'Made by `docs/reference.sql` from the comments in the catalogues and from `governance.rules()`.'
\qecho
\qecho [Tables](#tables) · [Views](#views) · [Functions of a registry](#functions-of-a-registry) · [Functions of the extension](#functions-of-the-extension) · [Types](#types) · [Rules](#rules) · [Settings of the server](#settings-of-the-server) · [Errors](#errors)
\qecho
\qecho ## Tables
\qecho
\qecho By subject, and in the order in which things rest on each other. A column in **bold** is part of the key; *italics*: null is allowed.
\qecho
\qecho 'In the diagrams a line is a foreign key: from the one to the many, a circle where there may be none. What leads to `person` is left out, and so are lines from other subjects to `body`.'

-- A subject begins with its first table.
create temp table subject (first regclass, title text);
insert into subject values
	('registry', 'The registry (registret)'),
	('body', 'Bodies, seats and offices (organ, platser och uppdrag)'),
	('regulation', 'Regulations (reglementen)'),
	('meeting_request', 'Meetings (sammanträden)'),
	('vote_event', 'Votes and decisions (omröstningar och beslut)'),
	('minutes', 'Minutes (protokoll)'),
	('case_series', 'Matters and documents (ärenden och handlingar)'),
	('referral', 'Referrals (remisser)'),
	('motion', 'Motions and citizen proposals (motioner och medborgarförslag)'),
	('assignment', 'Assignments, dispatches and letters (uppdrag, expediering och skrivelser)'),
	('delegation', 'Delegation (delegation)'),
	('fee_rate', 'Fees (arvoden)'),
	('area_set', 'Policies (styrdokument)'),
	('access', 'Access and delivery (behörighet och utskick)');

create temp view table_of_subject as
select c.oid, c.relname, (select max(s.first::oid) from subject s where s.first <= c.oid) as subject
from pg_class c
where c.relnamespace = 'reference'::regnamespace and c.relkind = 'r';

-- A line of a diagram for each foreign key; "named": a column that is not called as
-- the key that it leads to.
create temp view line as
select many.subject, many.relname as many, one.relname as one,
	case when bool_and(a.attnotnull) then '||' else '|o' end
	|| '--'
	|| case when exists (
		select from pg_index i
		where i.indrelid = f.conrelid and i.indisunique and i.indpred is null
			and i.indkey::int2[] <@ f.conkey and i.indnatts <= cardinality(f.conkey)) then 'o|' else 'o{' end as foot,
	min(a.attname) filter (where a.attname <> p.attname and a.attname <> one.relname || '_' || p.attname) as named
from pg_constraint f
join table_of_subject many on many.oid = f.conrelid
join table_of_subject one on one.oid = f.confrelid
cross join unnest(f.conkey, f.confkey) k (attnum, key)
join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
join pg_attribute p on p.attrelid = f.confrelid and p.attnum = k.key
where f.contype = 'f' and one.relname <> 'person' and (one.relname <> 'body' or many.subject = one.subject)
group by f.oid, f.conrelid, f.conkey, many.subject, many.relname, one.relname;

create function pg_temp.diagram(subject oid) returns text language sql
as $$
select format(E'```mermaid\nerDiagram\n%s\n```', string_agg(what, E'\n' order by rank, what collate "C"))
from (
	select 1, format('    %s', t.relname) from table_of_subject t
	where t.subject = $1 and not exists (select from line l where l.subject = $1 and t.relname in (l.one, l.many))
	union
	select 2, format('    %s %s %s : "%s"', l.one, l.foot, l.many, l.named) from line l where l.subject = $1) e (rank, what)
$$;

select case when t.oid = t.subject then format(E'\n### %s\n\n%s\n', s.title, pg_temp.diagram(s.first)) else '' end
	|| format(E'\n#### %s\n\n%s\n\n| column | type | meaning |\n|---|---|---|\n%s', t.relname,
	obj_description(t.oid, 'pg_class'), (
	select string_agg(format('| %s | %s | %s |',
		case when a.attnum = any (k.conkey) then '**' || a.attname || '**'
			when a.attnotnull then a.attname::text else '*' || a.attname || '*' end,
		pg_temp.code(replace(format_type(a.atttypid, a.atttypmod), 'governance.', '')
			|| coalesce(' = ' || nullif(regexp_replace(pg_get_expr(d.adbin, d.adrelid), '^nextval.*|::[a-z ]+$', ''), ''), '')),
		pg_temp.cell(col_description(t.oid, a.attnum))), E'\n' order by a.attnum)
	from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
	where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped))
	|| coalesce(E'\n\nLeads to ' || (
	select string_agg(distinct format('`%s`', f.confrelid::regclass), ', ' order by format('`%s`', f.confrelid::regclass))
	from pg_constraint f where f.conrelid = t.oid and f.contype = 'f' and f.confrelid <> t.oid) || '.', '')
from table_of_subject t
join subject s on s.first = t.subject
left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
order by t.oid;

\qecho
\qecho ## Views
\qecho
\qecho 'All speak of the day of the setting `governance.as_of`, today where it is not set.'

select format(E'\n### %s\n\n%s\n\n| column | type | meaning |\n|---|---|---|\n%s', c.relname,
	obj_description(c.oid, 'pg_class'), (
	select string_agg(format('| %s | %s | %s |', a.attname,
		pg_temp.code(replace(format_type(a.atttypid, a.atttypmod), 'governance.', '')),
		pg_temp.cell(col_description(c.oid, a.attnum))), E'\n' order by a.attnum)
	from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
from pg_class c
where c.relnamespace = 'reference'::regnamespace and c.relkind = 'v'
order by c.relname collate "C";

\qecho
\qecho ## Functions of a registry
\qecho
\qecho | function | answers |
\qecho |---|---|

select format('| `%s(%s)` | %s |', p.proname, pg_get_function_identity_arguments(p.oid), pg_temp.cell(obj_description(p.oid, 'pg_proc')))
from pg_proc p
where p.pronamespace = 'reference'::regnamespace
order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C";

\qecho
\qecho ## Functions of the extension
\qecho
\qecho Operators and what types are made of are left out.
\qecho
\qecho | function | answers |
\qecho |---|---|

select format('| `governance.%s(%s)` | %s |', p.proname,
	-- from 14 on arguments of procedures have their mode
	regexp_replace(pg_get_function_identity_arguments(p.oid), 'governance\.|\mIN ', '', 'g'), pg_temp.cell(obj_description(p.oid, 'pg_proc')))
from pg_proc p
where p.pronamespace = 'governance'::regnamespace
	and not exists (select from pg_type t where p.oid in (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout))
	and not exists (select from pg_operator o where o.oprcode = p.oid)
	and not exists (select from pg_amproc m where m.amproc = p.oid)
	and not exists (select from pg_cast c where c.castfunc = p.oid)
	and not exists (select from pg_aggregate a where a.aggtransfn = p.oid)
	and p.prorettype <> 'trigger'::regtype
order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C";

\qecho
\qecho ## Types
\qecho
\qecho | type | holds |
\qecho |---|---|

select format('| `governance.%s` | %s |', typname, pg_temp.cell(obj_description(oid, 'pg_type')))
from pg_type
where typnamespace = 'governance'::regnamespace and typtype = 'b' and typelem = 0
order by typname collate "C";

\qecho
\qecho ## Rules
\qecho
\qecho 'A rule applies to a body where a setting in force names it: the law for its kind of body, or its own regulation. Where the law sets it, the provisions are named; a rule with a value has its type and default. `parameter`: a value that other rules, views and duties use, or the provision that a duty follows from.'

select format(E'\n### %s\n\n%s. %s\n\n| | |\n|---|---|\n%s', r.code, upper(left(r.description, 1)) || substr(r.description, 2),
	'Asked about: ' || r.subject || '.',
	concat_ws(E'\n',
		'| in Swedish | ' || governance.swedish(r.code) || ' |',
		'| value | ' || r.value_type || coalesce(', ' || pg_temp.code(r.default_value), '') || ' |',
		'| basis | ' || r.basis || ' |',
		'| clauses | ' || r.clauses || ' |',
		'| asked by | ' || nullif(r.asked_by, '') || ' |',
		'| in the law | ' || (
			select string_agg(format('%s: %s%s', s.kinds, s.citation, coalesce(' = ' || pg_temp.code(s.value), '')
				|| case when s.mode = 'enforce' then '' else ' (' || s.mode || ')' end), '; ' order by s.first)
			from (
				select string_agg(g.body_kind, ', ' order by g.ordinality) as kinds, g.citation::text, g.value, g.mode,
					min(g.ordinality) as first
				from governance.ground_layer() with ordinality g
				where g.rule = r.code group by g.citation::text, g.value, g.mode) s) || ' |'))
from governance.rules() with ordinality r
order by r.ordinality;

\qecho
\qecho ## Settings of the server
\qecho
\qecho | setting | meaning |
\qecho |---|---|

select format('| `%s` | %s |', name, pg_temp.cell(concat_ws(' ', short_desc, extra_desc)))
from pg_settings where name like 'governance.%'
order by name collate "C";

\qecho
\qecho ## Errors
\qecho
\qecho | SQLSTATE | when |
\qecho |---|---|
\qecho '| `23514` | a rule is broken: CONSTRAINT NAME is its code; or a check of the table, or one of the refusals that no setting turns off (docs/application.md) |'
\qecho '| `23503`, `23505`, `23502`, `23P01` | keys, foreign keys and periods, as PostgreSQL says them |'
\qecho '| `22P02`, `22023` | a value, a name or an argument that cannot be read or does not exist |'
\qecho '| `55000` | a table is not as the extension made it; TRUNCATE; a transaction that wrote without asking the rules |'
\qecho '| `40001`, `40P01` | somebody else wrote at the same time: retry |'
\qecho '| `42501` | a privilege of the database is missing |'
\qecho '| `P0002`, `42704`, `3F000` | there is no such meeting, item, matter, registry |'
\qecho '| `39P01` | a trigger function was called in another way than its trigger |'

select governance.drop_registry('reference', 'reference') \g /dev/null
