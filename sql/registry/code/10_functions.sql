-- Thin functions of the registry over those of schema governance.  Their
-- search_path, fixed when they are made, says which registry they belong to.

-- What a view calls functions of schema governance with; it follows a schema
-- that is renamed.
create or replace view this_registry with (security_barrier) as
select n.nspname::text as name
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.oid = 'registry'::regclass;
comment on view this_registry is
'The name of this registry (register), one row.';
comment on column this_registry.name is
'The name of its schema.';

create or replace function explain_item(meeting bigint, "position" integer,
	out rule text, out status text, out finding text, out detail text,
	out hint text, out citation text, out wording text)
returns setof record
language sql stable parallel unsafe
set search_path from current
as $$
select e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain(current_schema()::text, meeting, "position") e
$$;

create or replace function explain_meeting(meeting bigint,
	out "position" integer, out rule text, out status text, out finding text,
	out detail text, out hint text, out citation text, out wording text)
returns setof record
language sql stable parallel unsafe
set search_path from current
as $$
select e.item, e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain(current_schema()::text, meeting, null) e
$$;

create or replace function explain_body(body bigint,
	out rule text, out status text, out finding text,
	out detail text, out hint text, out citation text, out wording text)
returns setof record
language sql stable parallel unsafe
set search_path from current
as $$
select e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain_body(current_schema()::text, body) e
$$;
comment on function explain_body(bigint) is
'The judgement of a body (organ): what the rules say of its seats, offices and time, and of what is delegated in it, on all days.';

create or replace function explain_matter(matter bigint,
	out id bigint, out item integer, out rule text, out status text, out finding text,
	out detail text, out hint text, out citation text, out wording text)
returns setof record
language sql stable parallel unsafe
set search_path from current
as $$
select e.id, e.item, e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain_matter(current_schema()::text, matter) e
$$;
comment on function explain_matter(bigint) is
'The judgement of a matter (ärende): what the rules say of its documents, referrals, letters and reports (id: the matter, item: the number in it), and of how meetings handled it (id: the meeting, item: the position).';

create or replace function import_regulation(body bigint, title text, document text, valid daterange)
returns bigint
language sql volatile parallel unsafe
set search_path from current
as $$
select governance.import_regulation(current_schema()::text, body, title, document, valid)
$$;

create or replace function admit_deviation(meeting bigint, "position" integer, rule text, reason text)
returns bigint
language sql volatile parallel unsafe
set search_path from current
as $$
select governance.admit_deviation(current_schema()::text, meeting, "position", rule, reason)
$$;

create or replace function admit_matter_deviation(matter bigint, number integer, rule text, reason text)
returns bigint
language sql volatile parallel unsafe
set search_path from current
as $$
select governance.admit_matter_deviation(current_schema()::text, matter, number, rule, reason)
$$;
comment on function admit_matter_deviation(bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse) in a matter, of the thing with that number in it, with the reason; returns its id.';

create or replace function begin_import() returns void
language sql volatile parallel unsafe
set search_path from current
as $$
select governance.begin_import(current_schema()::text)
$$;

create or replace function grant_access(role name, level text, body bigint default null) returns void
language sql volatile parallel unsafe
set search_path from current
as $$
select governance.grant_access(current_schema()::text, role, level, body)
$$;
comment on function grant_access(name, text, bigint) is
'Gives a role a level of access (behörighet) at a body, or at all: reader, auditor, secretary, administrator. By the owner.';

create or replace function revoke_access(role name, body bigint default null) returns void
language sql volatile parallel unsafe
set search_path from current
as $$
select governance.revoke_access(current_schema()::text, role, body)
$$;
comment on function revoke_access(name, bigint) is
'Takes a level of access from a role again. By the owner.';
