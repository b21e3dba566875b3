-- A registry, exported whole: whatever an address in it leads to, from the first on.
--
--     set search_path = taby, public;
--     \i :srcdir/data/exported.sql
--     select pg_temp.export_all('https://taby.example/oparl');
--     table dangling;        -- addresses that lead nowhere
--     select * from pg_temp.round_trip();
create temp table exported (url text primary key, object jsonb not null);
create temp table dangling (url text primary key, answer text not null);

-- every string in an object
create function pg_temp.strings(object jsonb) returns setof text
language sql
as $$select distinct v #>> '{}' from jsonb_path_query(object, 'lax $.**') v where jsonb_typeof(v) = 'string'$$;

create function pg_temp.export_all(base text) returns void
language plpgsql
as $$
declare
	found_now text[] := array[base];
	address text;
	object jsonb;
begin
	truncate exported, dangling;
	while cardinality(found_now) > 0 loop
		foreach address in array found_now loop
			begin
				object := oparl(base, address);
				insert into exported values (address, object);
			exception when no_data_found or invalid_parameter_value then
				insert into dangling values (address, sqlerrm);
			end;
		end loop;
		found_now := array(
			select distinct s from exported e, pg_temp.strings(e.object) s
			where e.url = any (found_now) and starts_with(s, base)
				and not exists (select from exported x where x.url = s)
				and not exists (select from dangling x where x.url = s));
	end loop;
end
$$;

-- Objects that stand within another, or in a list, as they do not stand by themselves:
-- within another they may lack what leads back to it.
create function pg_temp.unlike() returns table (url text, within text)
language sql
as $$
select v ->> 'id', e.url
from exported e, jsonb_path_query(e.object, 'lax $.*[*] ? (exists(@.id))') v
left join exported x on x.url = v ->> 'id'
where v ? 'type' and (x.object @> v) is not true
union all
select v ->> 'id', e.url
from exported e, jsonb_array_elements(e.object -> 'data') v
left join exported x on x.url = v ->> 'id'
where x.object is distinct from v
$$;

-- the numbers in an address, and a time without its distance from UTC
create function pg_temp.key(url text, n integer default 1) returns bigint language sql
as $$select (string_to_array(regexp_replace(url, '^.*/', ''), '.'))[n]::bigint$$;
create function pg_temp.local(stated text) returns timestamp language sql
as $$select left(stated, 19)::timestamp$$;
create function pg_temp.days(o jsonb) returns daterange language sql
as $$select daterange((o ->> 'startDate')::date, (o ->> 'endDate')::date + 1)$$;
create function pg_temp.objects(kind text) returns setof jsonb language sql
as $$select e.object from exported e where e.url ~ ('/' || kind || '/[-0-9.]+$')$$;

-- What is stored, made again of what was exported: how many rows there are, and how
-- many differ.
create function pg_temp.round_trip() returns table (tab text, stored bigint, differ bigint)
language plpgsql
as $$
declare
	given record;
begin
	for given in values
		('body', 'id, name, kind, parent_id, valid, founded_by, section_series_id, secretariat_id, extended_on, dissolved_on,
				reported_on, report_matter_id, report_number',
			$q$select pg_temp.key(o ->> 'id'), o ->> 'name', o ->> 'governance:kind', pg_temp.key(o ->> 'subOrganizationOf'),
				pg_temp.days(o), o ->> 'governance:foundedBy', pg_temp.key(o ->> 'governance:sectionSeries'),
				pg_temp.key(o ->> 'governance:secretariat'), (o ->> 'governance:extendedOn')::date,
				(o ->> 'governance:dissolvedOn')::date, (o ->> 'governance:reportedOn')::date,
				pg_temp.key(o ->> 'governance:report'), pg_temp.key(o ->> 'governance:report', 2)
			from pg_temp.objects('oparl/organization') o$q$),
		('body_succession', 'predecessor_id, successor_id, day',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(s ->> 'organization'), (s ->> 'day')::date
			from pg_temp.objects('oparl/organization') o, jsonb_array_elements(o -> 'governance:successor') s$q$),
		('term', 'body_id, valid',
			$q$select pg_temp.key(o ->> 'governance:organization'), pg_temp.days(o) from pg_temp.objects('legislativeterm') o$q$),
		('party', 'id, name, abbreviation',
			$q$select pg_temp.key(o ->> 'id'), o ->> 'name', o ->> 'shortName' from pg_temp.objects('oparl/party') o$q$),
		('person', 'id, name',
			$q$select pg_temp.key(o ->> 'id'), o ->> 'name' from pg_temp.objects('oparl/person') o$q$),
		('membership', 'id, body_id, person_id, role, party_id, seat_category, valid, until_parent_term, decided_by',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'organization'), pg_temp.key(p ->> 'id'), o ->> 'role',
				pg_temp.key(o ->> 'onBehalfOf'), o ->> 'governance:seatCategory', pg_temp.days(o),
				(o ->> 'governance:untilParentTerm')::boolean, pg_temp.key(o ->> 'governance:decidedBy')
			from pg_temp.objects('oparl/person') p, jsonb_array_elements(p -> 'membership') o where o ->> 'id' ~ '/membership/'$q$),
		('office', 'id, body_id, person_id, kind, acting, valid, decided_by, appointed_by',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'organization'), pg_temp.key(o ->> 'person'), o ->> 'role',
				(o ->> 'governance:acting')::boolean, pg_temp.days(o), pg_temp.key(o ->> 'governance:decidedBy'),
				pg_temp.key(o ->> 'governance:appointedBy')
			from pg_temp.objects('oparl/office') o$q$),
		('meeting', 'id, body_id, day, place, starts_at, ground, called_by, called_on, urgent, is_public, opened_at, closed_at,
				cancelled_at',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o -> 'organization' ->> 0), (o ->> 'governance:day')::date,
				o -> 'location' ->> 'description', pg_temp.local(o ->> 'governance:startsAt'), o ->> 'governance:ground',
				pg_temp.key(o ->> 'governance:calledBy'), (o ->> 'governance:calledOn')::date,
				(o ->> 'governance:urgent')::boolean, (o ->> 'governance:public')::boolean,
				pg_temp.local(o ->> 'governance:openedAt'), pg_temp.local(o ->> 'end'),
				pg_temp.local(o ->> 'governance:cancelledAt')
			from pg_temp.objects('oparl/meeting') o$q$),
		('attendance', 'meeting_id, person_id, capacity, serves_for, mode, from_item, from_point, to_item, to_point, left_for',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(a ->> 'person'), a ->> 'capacity', pg_temp.key(a ->> 'servesFor'),
				a ->> 'mode', (a ->> 'fromItem')::integer, a ->> 'fromPoint', (a ->> 'toItem')::integer, a ->> 'toPoint',
				a ->> 'leftFor'
			from pg_temp.objects('oparl/meeting') o, jsonb_array_elements(o -> 'governance:attendance') a$q$),
		('presiding', 'meeting_id, from_item, to_item, person_id, ground',
			$q$select pg_temp.key(o ->> 'id'), (p ->> 'fromItem')::integer, (p ->> 'toItem')::integer,
				pg_temp.key(p ->> 'person'), p ->> 'ground'
			from pg_temp.objects('oparl/meeting') o, jsonb_array_elements(o -> 'governance:presiding') p$q$),
		('agenda_item', 'meeting_id, position, title, kind, area, announced, minority_tabled, handled, opened_at, decided_at,
				section, exercise_of_authority, continues_meeting_id, continues_position, matter_id, unprepared',
			$q$select pg_temp.key(m ->> 'id'), (o ->> 'number')::integer, o ->> 'name', o ->> 'governance:kind',
				(o ->> 'governance:area')::integer, (o ->> 'governance:announced')::boolean,
				(o ->> 'governance:minorityTabled')::boolean, (o ->> 'governance:handled')::integer,
				pg_temp.local(o ->> 'start'), pg_temp.local(o ->> 'end'), (o ->> 'governance:section')::integer,
				(o ->> 'governance:exerciseOfAuthority')::boolean, pg_temp.key(o ->> 'governance:continues'),
				pg_temp.key(o ->> 'governance:continues', 2), pg_temp.key(c.object ->> 'paper'),
				(o ->> 'governance:unprepared')::boolean
			from pg_temp.objects('oparl/meeting') m, jsonb_array_elements(m -> 'agendaItem') o
			left join exported c on c.url = o ->> 'consultation'$q$),
		('item_outcome', 'meeting_id, position, outcome',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), o ->> 'result' from pg_temp.objects('agendaitem') o$q$),
		('decision', 'meeting_id, position, point, kind, outcome, text, decided_at, vote_number, proposal_number, on_behalf_of,
				appealable, withdrawn_at, subject',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), (d ->> 'point')::integer, d ->> 'kind', d ->> 'outcome',
				d ->> 'text', pg_temp.local(d ->> 'decidedAt'), pg_temp.key(d ->> 'voteEvent', 3), (d ->> 'proposal')::integer,
				pg_temp.key(d ->> 'onBehalfOf'), (d ->> 'appealable')::boolean, pg_temp.local(d ->> 'withdrawnAt'), d ->> 'subject'
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:decision') d$q$),
		('reservation', 'meeting_id, position, point, person_id, announced_at, reasons, reasons_at',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), (d ->> 'point')::integer, pg_temp.key(r ->> 'person'),
				pg_temp.local(r ->> 'announcedAt'), r ->> 'reasons', pg_temp.local(r ->> 'reasonsAt')
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:decision') d,
				jsonb_array_elements(d -> 'reservation') r$q$),
		('abstention', 'meeting_id, position, point, person_id',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), (d ->> 'point')::integer, pg_temp.key(a)
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:decision') d,
				jsonb_array_elements_text(d -> 'abstention') a$q$),
		('proposal', 'meeting_id, position, number, person_id, kind, text',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), (p ->> 'number')::integer, pg_temp.key(p ->> 'person'),
				p ->> 'kind', p ->> 'text'
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:proposal') p$q$),
		('recusal', 'meeting_id, position, person_id, ground, self_declared, ruling',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), pg_temp.key(r ->> 'person'), r ->> 'ground',
				(r ->> 'selfDeclared')::boolean, r ->> 'ruling'
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:recusal') r$q$),
		('statement', 'meeting_id, position, number, person_id, kind, made_at, text',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), (s ->> 'number')::integer, pg_temp.key(s ->> 'person'),
				s ->> 'kind', pg_temp.local(s ->> 'madeAt'), s ->> 'text'
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:statement') s$q$),
		('vote_event', 'meeting_id, position, number, kind, subject, yes_proposal, no_proposal, called_at, lot',
			$q$select pg_temp.key(o ->> 'governance:agendaItem'), pg_temp.key(o ->> 'governance:agendaItem', 2),
				(o ->> 'identifier')::integer, o ->> 'governance:kind', o ->> 'classification',
				(o ->> 'governance:yesProposal')::integer, (o ->> 'governance:noProposal')::integer,
				pg_temp.local(o ->> 'start_date'), o ->> 'governance:lot'
			from pg_temp.objects('voteevent') o$q$),
		('vote', 'meeting_id, position, number, person_id, choice',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), pg_temp.key(o ->> 'id', 3), pg_temp.key(v ->> 'voter_id'),
				v ->> 'option'
			from pg_temp.objects('voteevent') o, jsonb_array_elements(o -> 'votes') v
			where v ->> 'option' not in ('absent', 'not voting')$q$),
		('correction', 'meeting_id, position, old_text, new_text, reason, corrected_at',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), c ->> 'oldText', c ->> 'newText', c ->> 'reason',
				pg_temp.local(c ->> 'correctedAt')
			from pg_temp.objects('agendaitem') o, jsonb_array_elements(o -> 'governance:correction') c$q$),
		('deviation where meeting_id is not null', 'meeting_id, position, rule, reason, citation',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), d ->> 'rule', d ->> 'reason', d ->> 'citation'
			from pg_temp.objects('(agendaitem|meeting)') o, jsonb_array_elements(o -> 'governance:deviation') d$q$),
		('minutes', 'meeting_id, number, items, immediate',
			$q$select pg_temp.key(o ->> 'id'), (u ->> 'number')::integer,
				case when u ? 'items' then array(select i::integer from jsonb_array_elements_text(u -> 'items') i) end,
				(u ->> 'immediate')::boolean
			from pg_temp.objects('meeting') o, jsonb_array_elements(o -> 'governance:minutes') u$q$),
		('seal', $q$meeting_id, number, attested_on, encode(hash, 'hex')$q$,
			$q$select pg_temp.key(o ->> 'id'), (u ->> 'number')::integer, (u ->> 'attestedOn')::date, u ->> 'seal'
			from pg_temp.objects('meeting') o, jsonb_array_elements(o -> 'governance:minutes') u where u ? 'seal'$q$),
		('matter', 'id, body_id, number::text, title, opened_on, closed_on, secret',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o -> 'underDirectionOf' ->> 0), o ->> 'reference', o ->> 'name',
				(o ->> 'date')::date, (o ->> 'governance:closedOn')::date, (o ->> 'governance:secret')::boolean
			from pg_temp.objects('paper') o$q$),
		('document', 'matter_id, number, kind, direction, title, dated_on, arrived_on, counterpart, secret, appendix_of, costs, page_mark',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), o ->> 'paperType', o ->> 'governance:direction', o ->> 'name',
				(o ->> 'governance:datedOn')::date, (o ->> 'governance:arrivedOn')::date, o ->> 'governance:counterpart',
				(o ->> 'governance:secret')::boolean, pg_temp.key(o -> 'superordinatedPaper' ->> 0, 2), o ->> 'governance:costs',
				o ->> 'governance:pageMark'
			from pg_temp.objects('document') o$q$),
		('document_signatory', 'matter_id, number, person_id',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), pg_temp.key(p)
			from pg_temp.objects('document') o, jsonb_array_elements_text(o -> 'originatorPerson') p$q$),
		('document_author', 'matter_id, number, body_id',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(o ->> 'id', 2), pg_temp.key(b)
			from pg_temp.objects('document') o, jsonb_array_elements_text(o -> 'originatorOrganization') b$q$),
		('motion_mover', 'matter_id, person_id',
			$q$select pg_temp.key(o ->> 'id'), pg_temp.key(p)
			from pg_temp.objects('paper') o, jsonb_array_elements_text(o -> 'originatorPerson') p$q$)
	loop
		tab := split_part(given.column1, ' ', 1);
		execute format('with t as (select %s from %s), x as (%s)
			select (select count(*) from t), (select count(*) from (
				(table t except all table x) union all (table x except all table t)) d)',
			given.column2, given.column1, given.column3) into stored, differ;
		return next;
	end loop;
end
$$;
