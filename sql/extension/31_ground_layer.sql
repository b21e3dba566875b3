-- Rule settings that come with the extension, read from lines
--     rule | ... | value | provision | mode, where it is not "enforce"
-- in sql/regulation/*.settings.

create function governance.settings_lines(lines text) returns setof text[]
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select regexp_split_to_array(btrim(line), '\s*\|\s*')
from unnest(string_to_array(lines, chr(10))) with ordinality l(line, n)
where line ~ '\S' and line !~ '^\s*#'
order by n
$$;
comment on function governance.settings_lines(text) is
'Settings as lines of fields: splits them, without blank lines and comments.';

create function governance.ground_laws(
	out law text, out title text, out valid daterange, out document text, out cited governance.citation[])
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
values ('KL', 'Kommunallag (2017:725)', daterange '[2018-01-01,)', governance.kommunallagen(), null),
	('FL', 'Förvaltningslag (2017:900)', '[2018-07-01,)', null, array['FL 2 §', 'FL 22 §']::governance.citation[])
$function$;
comment on function governance.ground_laws() is
'The laws of the ground layer (grundlagret): their abbreviation, the days they are in force, their text; or, where the extension does not have the text, the provisions that are cited without it.';

create function governance.ground_layer(
	out law text, out rule text, out body_kind text, out value text, out citation governance.citation, out mode text)
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
select s.law, f[1], k.kind, nullif(f[3], ''), f[4]::governance.citation, coalesce(f[5], 'enforce')
from (values ('KL', $settings$
--@embed regulation/kommunallagen.settings
$settings$), ('FL', $settings$
--@embed regulation/forvaltningslagen.settings
$settings$)) s(law, lines)
cross join lateral governance.settings_lines(s.lines) f
cross join lateral unnest(string_to_array(f[2], ' ')) k(kind)
$function$;
comment on function governance.ground_layer() is
'The rules that follow from the laws of the ground layer (grundlagret) for each kind of body, with their provisions.';

create function governance.ready_settings(regulation text,
	out rule text, out value text, out citation governance.citation)
returns setof record
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $function$
select f[1], nullif(f[2], ''), f[3]::governance.citation
from governance.settings_lines(case regulation when 'integrationsutskottet' then $settings$
--@embed regulation/integrationsutskottet.settings
$settings$ end) f
$function$;
comment on function governance.ready_settings(text) is
'The rules that follow from a regulation the extension knows (reglemente), each with its section: integrationsutskottet is the reglemente of Stockholm''s integration committee.';
