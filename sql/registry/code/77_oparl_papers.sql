-- OParl 1.1: matters and their documents (Paper), and where meetings deal with a
-- matter (Consultation).  Documents are registered without their files, so there is
-- no File.

create or replace function oparl_consultation(this agenda_item, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return (select jsonb_build_object(
		'id', base || '/consultation/' || this.meeting_id || '.' || this.position,
		'type', 'https://schema.oparl.org/1.1/Consultation',
		'paper', base || '/paper/' || this.matter_id,
		'agendaItem', base || '/agendaitem/' || this.meeting_id || '.' || this.position,
		'meeting', base || '/meeting/' || this.meeting_id,
		'organization', jsonb_build_array(base || '/organization/' || m.body_id),
		'authoritative', this.kind = 'decision',
		'role', this.kind)
	from meeting m
	where m.id = this.meeting_id);
end
$$;
comment on function oparl_consultation(agenda_item, text) is
'An item about a matter (ärende på föredragningslistan) as OParl''s Consultation of the matter.';

create or replace function oparl_document(this document, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/document/' || this.matter_id || '.' || this.number,
		'type', 'https://schema.oparl.org/1.1/Paper',
		'body', base || '/body/' || (select r.municipality from registry r),
		'name', this.title,
		'reference', (
			select m.number::text || '-' || this.number from matter m where m.id = this.matter_id),
		'date', governance.stated_date(coalesce(this.dated_on, this.arrived_on)),
		'paperType', this.kind,
		-- what it is appended to may be secret where it is not
		'superordinatedPaper', jsonb_build_array(coalesce(
			(select base || '/document/' || d.matter_id || '.' || d.number from document d
				where d.matter_id = this.matter_id and d.number = this.appendix_of),
			base || '/paper/' || this.matter_id)),
		'subordinatedPaper', (
			select jsonb_agg(base || '/document/' || d.matter_id || '.' || d.number order by d.number)
			from document d where d.matter_id = this.matter_id and d.appendix_of = this.number),
		'originatorPerson', (
			select jsonb_agg(base || '/person/' || s.person_id order by s.person_id)
			from document_signatory s where s.matter_id = this.matter_id and s.number = this.number),
		'originatorOrganization', (
			select jsonb_agg(base || '/organization/' || a.body_id order by a.lead desc, a.body_id)
			from document_author a where a.matter_id = this.matter_id and a.number = this.number),
		'created', governance.stated_time(least(this.dated_on, this.arrived_on)::timestamp),
		'modified', governance.stated_time(greatest(this.dated_on, this.arrived_on)::timestamp),
		'governance:direction', this.direction,
		'governance:datedOn', governance.stated_date(this.dated_on),
		'governance:arrivedOn', governance.stated_date(this.arrived_on),
		'governance:counterpart', this.counterpart,
		'governance:costs', this.costs,
		'governance:pageMark', this.page_mark,
		'governance:secret', this.secret));
end
$$;
comment on function oparl_document(document, text) is
'A document of a matter (handling) as OParl''s Paper, subordinate to the matter or to what it is appended to.';

create or replace function oparl_paper(this matter, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/paper/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Paper',
		'body', base || '/body/' || (select r.municipality from registry r),
		'name', this.title,
		'reference', this.number::text,
		'date', governance.stated_date(this.opened_on),
		'paperType', coalesce((select o.kind from motion o where o.matter_id = this.id), 'matter'),
		'underDirectionOf', jsonb_build_array(base || '/organization/' || this.body_id),
		'originatorPerson', (
			select jsonb_agg(base || '/person/' || v.person_id order by v.person_id)
			from motion_mover v where v.matter_id = this.id),
		'subordinatedPaper', (
			select jsonb_agg(base || '/document/' || d.matter_id || '.' || d.number order by d.number)
			from document d
			where d.matter_id = this.id and not exists (
				select from document o where o.matter_id = d.matter_id and o.number = d.appendix_of)),
		'consultation', (
			select jsonb_agg(oparl_consultation(i, base) - 'paper' order by i.meeting_id, i.position)
			from agenda_item i where i.matter_id = this.id),
		'created', governance.stated_time(this.opened_on::timestamp),
		'modified', governance.stated_time(greatest(this.opened_on, this.closed_on)::timestamp),
		'governance:closedOn', governance.stated_date(this.closed_on),
		'governance:secret', this.secret));
end
$$;
comment on function oparl_paper(matter, text) is
'A matter (ärende) with its documents and where it is dealt with as OParl''s Paper.';
