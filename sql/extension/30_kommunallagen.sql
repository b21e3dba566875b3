-- The texts of regulations: how they are split into provisions, and the ground
-- layer, which every registry has, from kommunallagen.

create function governance.split_regulation(text,
	out ordinal int, out chapter int, out section text, out paragraph int,
	out point int, out wording text, out citation text, out heading text)
returns setof record
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'split_regulation';

comment on function governance.split_regulation(text) is
'The provisions (bestämmelser) in the text of a regulation or law, with their exact wording: a row for each section (paragraf), paragraph (stycke) and numbered point. heading is the subject heading (rubrik) over a section.';

create function governance.kommunallagen()
returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$select substr($kl$
--@embed regulation/kommunallagen.txt
$kl$, 2)$function$;

comment on function governance.kommunallagen() is
'Kommunallag (2017:725) as published 2025-05-26: the provisions that the rules of the ground layer rest on, in their exact wording. governance.split_regulation() splits it.';
