-- Exports: what a registry says as objects of OParl 1.1 and Popolo.  The objects are
-- made by functions of the registry (sql/registry/code/77_..., 78_...) out of what the
-- caller may read; here is which there are, and how an address leads to one or to a
-- list of them.

create function governance.stated_time(at timestamp) returns text
language plpgsql stable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
	return case when isfinite(at) then to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS')
		|| to_char(at - (at at time zone 'Europe/Stockholm' at time zone 'UTC'), '"+"HH24:MI') end;
end
$$;
comment on function governance.stated_time(timestamp) is
'A time that a registry states (klockslag), which is local, with its distance from UTC as OParl and RFC 3339 write it.';

create function governance.stated_date(day date) returns date
language plpgsql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
	return case when isfinite(day) then day end;
end
$$;
comment on function governance.stated_date(date) is
'A day (dag), where it is one; null for infinity, which JSON has no word for.';

-- An object's address is base_url/kind/key, the key the numbers of its columns with
-- dots between; its list is base_url/list, with the kinds in this order.  "t" is a row
-- of the table, %1$I the registry; of_body says which rows a list under an
-- organization has.
create function governance.export_kinds(
	out ordinal integer, out kind text, out list text, out tab name, out keys text[], out maker name,
	out condition text, out of_body text)
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
values
	(1, 'organization', 'organization', 'body', array['t.id'], 'oparl_organization', 'true', null),
	(2, 'party', 'organization', 'party', array['t.id'], 'oparl_party', 'true', null),
	(3, 'person', 'person', 'person', array['t.id'], 'oparl_person', 'true', null),
	(4, 'membership', 'membership', 'membership', array['t.id'], 'oparl_membership', 'true', null),
	(5, 'office', 'membership', 'office', array['t.id'], 'oparl_office', 'true', null),
	(6, 'legislativeterm', 'legislativeterm', 'term', array['t.body_id', $$to_char(lower(t.valid), 'YYYYMMDD')::bigint$$],
		'oparl_legislative_term', 'true', null),
	(7, 'meeting', 'meeting', 'meeting', array['t.id'], 'oparl_meeting', 'true', 't.body_id = $3'),
	(8, 'location', 'location', 'meeting', array['t.id'], 'oparl_location', 't.place is not null', null),
	(9, 'agendaitem', 'agendaitem', 'agenda_item', array['t.meeting_id', 't.position'], 'oparl_agenda_item', 'true', null),
	(10, 'paper', 'paper', 'matter', array['t.id'], 'oparl_paper', 'true', null),
	(11, 'document', 'paper', 'document', array['t.matter_id', 't.number'], 'oparl_document', 'true', null),
	(12, 'consultation', 'consultation', 'agenda_item', array['t.meeting_id', 't.position'], 'oparl_consultation',
		't.matter_id is not null', 'exists (select from %1$I.meeting m where m.id = t.meeting_id and m.body_id = $3)'),
	(13, 'popolo/organization', 'popolo/organization', 'body', array['t.id'], 'popolo_organization', 'true', null),
	(14, 'popolo/party', 'popolo/organization', 'party', array['t.id'], 'popolo_party', 'true', null),
	(15, 'popolo/person', 'popolo/person', 'person', array['t.id'], 'popolo_person', 'true', null),
	(16, 'popolo/membership', 'popolo/membership', 'membership', array['t.id'], 'popolo_membership', 'true', null),
	(17, 'popolo/office', 'popolo/membership', 'office', array['t.id'], 'popolo_office', 'true', null),
	(18, 'popolo/voteevent', 'popolo/voteevent', 'vote_event', array['t.meeting_id', 't.position', 't.number'],
		'popolo_vote_event', 'true', null)
$function$;
comment on function governance.export_kinds() is
'Which kinds of objects a registry exports (objekttyper): OParl 1.1 and, under popolo/, Popolo; the list that each is in, its table and key, and the registry''s function that makes it of a row.';

create function governance.export_object(registry text, base text, kind text, key text) returns jsonb
language plpgsql stable strict parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
	numbers bigint[] := string_to_array(key, '.')::bigint[];
	given record;
	object jsonb;
begin
	select * into given from governance.export_kinds() k where k.kind = export_object.kind;
	if cardinality(given.keys) = cardinality(numbers) then
		execute format('select %1$I.%2$I(t, $1) from %1$I.%3$I t where %4$s and %5$s',
			registry, given.maker, given.tab, given.condition, (
				select string_agg(format('%s = $2[%s]', k.key, k.n), ' and ')
				from unnest(given.keys) with ordinality k(key, n)))
		into object using base, numbers;
	end if;
	-- an object has one address: no other leads to it
	if object ->> 'id' = format('%s/%s/%s', base, kind, key) then
		return object;
	end if;
	raise no_data_found using
		message = format(governance.translated('registry "%s" has no %s %s'), registry, kind, key),
		hint = governance.translated('Or it is not for the current user.');
end
$$;
comment on function governance.export_object(text, text, text, text) is
'One object of an export; an error where there is none that the current user may read.';

create function governance.export_list(registry text, base text, list text, body bigint, after text) returns jsonb
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
	page constant integer := 100;
	-- with one more one knows whether another page follows
	wanted integer := page + 1;
	address text := format('%s/%s', base, concat_ws('/', case when body is not null then 'organization' end, body, list));
	last_read constant text[] := regexp_match(after, '^(.*)/([-0-9.]+)$');
	begun boolean := after is null;
	total integer := 0;
	data jsonb := jsonb_build_array();
	given record;
	rows_of text;
	found_now jsonb;
	n integer;
begin
	if after is not null and not exists (
		select from governance.export_kinds() k
		where k.list = export_list.list and k.kind = last_read[1]
			and cardinality(k.keys) = cardinality(string_to_array(last_read[2], '.'))) then
		raise invalid_parameter_value using message = format(governance.translated('list %s has no page after "%s"'), list, after);
	end if;
	for given in
		select k.*, k.kind = last_read[1] as entered from governance.export_kinds() k
		where k.list = export_list.list order by k.ordinal
	loop
		rows_of := format('from %1$I.%2$I t where %3$s', registry, given.tab,
			given.condition || case when body is null then '' else ' and ' || format(given.of_body, registry) end);
		-- counted once: with a count on each page, reading them all would take time by the square
		if after is null then
			execute format('select count(*)::integer %s', rows_of) into n using base, wanted, body;
			total := total + n;
		end if;
		continue when wanted = 0 or not begun and not given.entered;
		execute format('select coalesce(jsonb_agg(o.object), ''[]'')
			from (select %1$I.%2$I(t, $1) as object %3$s %4$s order by %5$s limit $2) o',
			registry, given.maker, rows_of,
			case when given.entered then (
				select format('and (%s) > (%s)', array_to_string(given.keys, ', '), string_agg(format('$4[%s]', k.n), ', '))
				from generate_subscripts(given.keys, 1) k(n)) end,
			array_to_string(given.keys, ', '))
		into found_now
		using base, wanted, body, case when given.entered then string_to_array(last_read[2], '.')::bigint[] end;
		begun := true;
		data := data || found_now;
		wanted := page + 1 - jsonb_array_length(data);
	end loop;
	if wanted = 0 then
		data := data - page;
	end if;
	return jsonb_strip_nulls(jsonb_build_object(
		'data', data,
		'pagination', jsonb_build_object('elementsPerPage', page,
			'totalElements', case when after is null then total end),
		'links', jsonb_build_object(
			'first', address,
			'self', address || coalesce('?after=' || after, ''),
			'next', case when wanted = 0
				then address || '?after=' || substr(data -> -1 ->> 'id', length(base) + 2) end)));
end
$$;
comment on function governance.export_list(text, text, text, bigint, text) is
'A page of a list of an export (objektlista), of an organization''s objects where a body is given: what follows after the object named, in the order of keys.';

create function governance.oparl(registry text, base_url text, path text default '') returns jsonb
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
	base constant text := rtrim(base_url, '/');
	place constant text := ltrim(case when starts_with(path, base) then substr(path, length(base) + 1) else path end, '/');
	parts constant text[] := regexp_match(place,
		'^((?:popolo/)?[a-z]+)(?:/([0-9]{1,18}(?:[.]-?[0-9]{1,18})*))?(?:/([a-z]+))?(?:[?]after=([a-z/]+/[0-9]{1,18}(?:[.]-?[0-9]{1,18})*))?$');
	what constant text := parts[1];
	key constant text := parts[2];
	under constant text := parts[3];
	after constant text := parts[4];
	object jsonb;
begin
	perform governance.require_registry(registry);
	if coalesce(base !~ '^https?://[^/?#[:space:]"]+(/[^?#[:space:]"]*)?$', true) then
		raise invalid_parameter_value using
			message = format(governance.translated('invalid base URL "%s"'), base_url),
			hint = format(governance.translated('It is where the export is served: %s.'), 'https://example.org/oparl');
	elsif place = '' then
		execute format('select %I.oparl_system($1)', registry) into object using base;
		return object;
	elsif what = 'body' and under is null and after is null then
		execute format('select %I.oparl_body($1)', registry) into object using base;
		if object is not null and key is null then
			return jsonb_build_object('data', jsonb_build_array(object),
				'pagination', jsonb_build_object('elementsPerPage', 100, 'totalElements', 1),
				'links', jsonb_build_object('first', base || '/body', 'self', base || '/body'));
		elsif object ->> 'id' = base || '/body/' || key then
			return object;
		end if;
		raise no_data_found using
			message = format(governance.translated('registry "%s" has no %s'), registry, concat_ws(' ', what, key)),
			hint = governance.translated('Or it is not for the current user.');
	elsif key is null and under is null
		and exists (select from governance.export_kinds() k where k.list = what) then
		return governance.export_list(registry, base, what, null, after);
	elsif key is not null and what = 'organization'
		and exists (select from governance.export_kinds() k where k.list = under and k.of_body is not null) then
		perform governance.export_object(registry, base, what, key);
		return governance.export_list(registry, base, under, key::bigint, after);
	elsif key is not null and under is null and after is null
		and exists (select from governance.export_kinds() k where k.kind = what) then
		return governance.export_object(registry, base, what, key);
	end if;
	raise invalid_parameter_value using
		message = format(governance.translated('"%s" is the address of no object and no list'), path),
		hint = governance.translated('What there is can be found from the base URL itself.');
end
$$;
comment on function governance.oparl(text, text, text) is
'What an address of a registry''s export leads to: base_url itself to the OParl 1.1 System, below it every object and every page of a list that an object names. The path may be given whole or without base_url. Only what the current user may read.';
