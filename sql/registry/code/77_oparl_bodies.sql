-- OParl 1.1: the system, the municipality (Body), its bodies and parties
-- (Organization), people and seats.  Each function makes an object of a row, of what
-- the caller may read; what OParl has no name for is called governance:...
-- A row's object says what the tables say: created and modified are the first and the
-- last of the dated events that they tell of (docs/reporting.md).

create or replace function oparl_system(base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return (select jsonb_build_object(
		'id', base,
		'type', 'https://schema.oparl.org/1.1/System',
		'oparlVersion', 'https://schema.oparl.org/1.1/',
		'name', r.name,
		'body', base || '/body',
		'governance:version', governance.version(),
		'governance:popolo', (
			select jsonb_agg(distinct base || '/' || k.list) from governance.export_kinds() k where k.list like 'popolo/%'))
	from this_registry r);
end
$$;
comment on function oparl_system(text) is
'The registry as OParl''s System, the address where an export begins.';

create or replace function oparl_legislative_term(this term, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return (select jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/legislativeterm/' || this.body_id || '.' || to_char(lower(this.valid), 'YYYYMMDD'),
		'type', 'https://schema.oparl.org/1.1/LegislativeTerm',
		'body', base || '/body/' || r.municipality,
		'name', b.name,
		'startDate', governance.stated_date(lower(this.valid)),
		'endDate', governance.stated_date(upper(this.valid) - 1),
		'governance:organization', base || '/organization/' || this.body_id))
	from registry r, body b
	where b.id = this.body_id);
end
$$;
comment on function oparl_legislative_term(term, text) is
'A term of office of a body (mandattid) as OParl''s LegislativeTerm.';

create or replace function oparl_body(base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return (select jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/body/' || r.municipality,
		'type', 'https://schema.oparl.org/1.1/Body',
		'system', base,
		'name', n.name,
		'organization', base || '/organization',
		'person', base || '/person',
		'meeting', base || '/meeting',
		'paper', base || '/paper',
		'legislativeTerm', (
			select coalesce(jsonb_agg(oparl_legislative_term(t, base) - 'body' order by t.body_id, t.valid), '[]') from term t),
		'legislativeTermList', base || '/legislativeterm',
		'membership', base || '/membership',
		'agendaItem', base || '/agendaitem',
		'consultation', base || '/consultation',
		'locationList', base || '/location',
		'mainOrganization', (
			select base || '/organization/' || b.id from body b
			where b.kind = 'council' and b.valid @> governance.as_of()
			order by b.id limit 1),
		'governance:municipality', r.municipality))
	from registry r, this_registry n);
end
$$;
comment on function oparl_body(text) is
'The municipality (kommun) as OParl''s Body; its name is the registry''s.';

create or replace function oparl_organization(this body, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/organization/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Organization',
		'body', base || '/body/' || (select r.municipality from registry r),
		'name', this.name,
		'organizationType', case this.kind
			when 'unit' then 'Verwaltungsbereich'
			when 'company' then 'Institution'
			when 'external' then 'externes Gremium'
			else 'Gremium' end,
		-- the one word that OParl prescribes
		'classification', case this.kind when 'council' then 'Parlament' else this.kind end,
		'subOrganizationOf', base || '/organization/' || this.parent_id,
		'startDate', governance.stated_date(lower(this.valid)),
		'endDate', governance.stated_date(upper(this.valid) - 1),
		'membership', (
			select jsonb_agg(base || s.place || s.id order by s.place, s.id)
			from (
				select '/membership/', m.id from membership m where m.body_id = this.id
				union all
				select '/office/', o.id from office o where o.body_id = this.id) s(place, id)),
		'post', (select jsonb_agg(distinct o.kind order by o.kind) from office o where o.body_id = this.id),
		'meeting', base || '/organization/' || this.id || '/meeting',
		'consultation', base || '/organization/' || this.id || '/consultation',
		'created', governance.stated_time(lower(this.valid)::timestamp),
		'modified', governance.stated_time(
			greatest(lower(this.valid), this.extended_on, this.dissolved_on, this.reported_on)::timestamp),
		'governance:kind', this.kind,
		'governance:foundedBy', this.founded_by,
		'governance:sectionSeries', base || '/organization/' || this.section_series_id,
		'governance:secretariat', base || '/organization/' || this.secretariat_id,
		'governance:extendedOn', governance.stated_date(this.extended_on),
		'governance:dissolvedOn', governance.stated_date(this.dissolved_on),
		'governance:reportedOn', governance.stated_date(this.reported_on),
		'governance:report', (
			select base || '/document/' || d.matter_id || '.' || d.number from document d
			where d.matter_id = this.report_matter_id and d.number = this.report_number),
		'governance:successor', (
			select jsonb_agg(jsonb_build_object(
				'organization', base || '/organization/' || s.successor_id,
				'day', governance.stated_date(s.day)) order by s.successor_id)
			from body_succession s where s.predecessor_id = this.id)));
end
$$;
comment on function oparl_organization(body, text) is
'A body (organ) as OParl''s Organization.';

create or replace function oparl_party(this party, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/party/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Organization',
		'body', base || '/body/' || (select r.municipality from registry r),
		'name', this.name,
		'shortName', this.abbreviation,
		'organizationType', 'Partei',
		'classification', 'Partei'));
end
$$;
comment on function oparl_party(party, text) is
'A party (parti) as OParl''s Organization, on whose behalf seats are held.';

create or replace function oparl_membership(this membership, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/membership/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Membership',
		'person', base || '/person/' || this.person_id,
		'organization', base || '/organization/' || this.body_id,
		'role', this.role,
		'votingRight', this.role = 'member',
		'startDate', governance.stated_date(lower(this.valid)),
		'endDate', governance.stated_date(upper(this.valid) - 1),
		'onBehalfOf', base || '/party/' || this.party_id,
		'governance:seatCategory', this.seat_category,
		'governance:untilParentTerm', this.until_parent_term,
		'governance:decidedBy', base || '/organization/' || this.decided_by));
end
$$;
comment on function oparl_membership(membership, text) is
'A seat (plats som ledamot eller ersättare) as OParl''s Membership; a substitute has no right to vote of their own.';

create or replace function oparl_office(this office, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/office/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Membership',
		'person', base || '/person/' || this.person_id,
		'organization', base || '/organization/' || this.body_id,
		'role', this.kind,
		'startDate', governance.stated_date(lower(this.valid)),
		'endDate', governance.stated_date(upper(this.valid) - 1),
		'governance:acting', this.acting,
		'governance:decidedBy', base || '/organization/' || this.decided_by,
		'governance:appointedBy', base || '/person/' || this.appointed_by));
end
$$;
comment on function oparl_office(office, text) is
'An office (uppdrag, befattning) as OParl''s Membership, its kind as the role.';

create or replace function oparl_person(this person, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/person/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Person',
		'body', base || '/body/' || (select r.municipality from registry r),
		'name', this.name,
		'membership', (
			select jsonb_agg(s.object - 'person' order by s.n, s.id)
			from (
				select 1, m.id, oparl_membership(m, base) from membership m where m.person_id = this.id
				union all
				select 2, o.id, oparl_office(o, base) from office o where o.person_id = this.id) s(n, id, object))));
end
$$;
comment on function oparl_person(person, text) is
'A person with their seats and offices as OParl''s Person.';
