-- OParl 1.1: meetings and their items (Meeting, AgendaItem, Location).

create or replace function oparl_location(this meeting, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_build_object(
		'id', base || '/location/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Location',
		'description', this.place,
		'meetings', jsonb_build_array(base || '/meeting/' || this.id));
end
$$;
comment on function oparl_location(meeting, text) is
'The place of a meeting (sammanträdesplats) as OParl''s Location.';

-- The decisions of an item, those that were withdrawn too.
create or replace function oparl_decisions(this agenda_item, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return (select jsonb_agg(jsonb_build_object(
		'point', d.point,
		'kind', d.kind,
		'outcome', d.outcome,
		'text', d.text,
		'decidedAt', governance.stated_time(d.decided_at),
		'withdrawnAt', governance.stated_time(d.withdrawn_at),
		'voteEvent', base || '/popolo/voteevent/' || d.meeting_id || '.' || d.position || '.' || d.vote_number,
		'proposal', d.proposal_number,
		'onBehalfOf', base || '/organization/' || d.on_behalf_of,
		'appealable', d.appealable,
		'subject', d.subject,
		'reservation', (
			select jsonb_agg(jsonb_build_object(
				'person', base || '/person/' || r.person_id,
				'announcedAt', governance.stated_time(r.announced_at),
				'reasons', r.reasons,
				'reasonsAt', governance.stated_time(r.reasons_at)) order by r.person_id)
			from reservation r
			where r.meeting_id = d.meeting_id and r.position = d.position and r.point = d.point),
		'abstention', (
			select jsonb_agg(base || '/person/' || a.person_id order by a.person_id)
			from abstention a
			where a.meeting_id = d.meeting_id and a.position = d.position and a.point = d.point)) order by d.point)
	from decision d
	where d.meeting_id = this.meeting_id and d.position = this.position);
end
$$;
comment on function oparl_decisions(agenda_item, text) is
'The decisions of an item (beslut) with reservations and who abstained, for an export.';

create or replace function oparl_agenda_item(this agenda_item, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/agendaitem/' || this.meeting_id || '.' || this.position,
		'type', 'https://schema.oparl.org/1.1/AgendaItem',
		'meeting', base || '/meeting/' || this.meeting_id,
		'number', this.position::text,
		-- its place in the meeting's list, of the items that the reader sees
		'order', (
			select count(*) from agenda_item o
			where o.meeting_id = this.meeting_id and o.position < this.position),
		'name', this.title,
		'public', (select m.is_public from meeting m where m.id = this.meeting_id),
		'consultation', case when this.matter_id is not null then
			base || '/consultation/' || this.meeting_id || '.' || this.position end,
		'result', (
			select o.outcome from item_outcome o
			where o.meeting_id = this.meeting_id and o.position = this.position),
		'resolutionText', (
			select string_agg(d.text, e'\n' order by d.point) from decision d
			where d.meeting_id = this.meeting_id and d.position = this.position and d.withdrawn_at is null),
		'start', governance.stated_time(this.opened_at),
		'end', governance.stated_time(this.decided_at),
		'modified', governance.stated_time(greatest(this.opened_at, this.decided_at,
			(select max(greatest(d.decided_at, d.withdrawn_at)) from decision d
				where d.meeting_id = this.meeting_id and d.position = this.position),
			(select max(greatest(r.announced_at, r.reasons_at)) from reservation r
				where r.meeting_id = this.meeting_id and r.position = this.position),
			(select max(c.corrected_at) from correction c
				where c.meeting_id = this.meeting_id and c.position = this.position))),
		'governance:handled', this.handled,
		'governance:section', this.section,
		'governance:kind', this.kind,
		'governance:area', this.area,
		'governance:announced', this.announced,
		'governance:minorityTabled', this.minority_tabled,
		'governance:exerciseOfAuthority', this.exercise_of_authority,
		'governance:unprepared', this.unprepared,
		'governance:continues', (
			select base || '/agendaitem/' || o.meeting_id || '.' || o.position from agenda_item o
			where o.meeting_id = this.continues_meeting_id and o.position = this.continues_position),
		'governance:proposal', (
			select jsonb_agg(jsonb_build_object(
				'number', p.number,
				'person', base || '/person/' || p.person_id,
				'kind', p.kind,
				'text', p.text) order by p.number)
			from proposal p where p.meeting_id = this.meeting_id and p.position = this.position),
		'governance:voteEvent', (
			select jsonb_agg(base || '/popolo/voteevent/' || v.meeting_id || '.' || v.position || '.' || v.number
				order by v.number)
			from vote_event v where v.meeting_id = this.meeting_id and v.position = this.position),
		'governance:decision', oparl_decisions(this, base),
		'governance:recusal', (
			select jsonb_agg(jsonb_build_object(
				'person', base || '/person/' || r.person_id,
				'ground', r.ground,
				'selfDeclared', r.self_declared,
				'ruling', r.ruling) order by r.person_id)
			from recusal r where r.meeting_id = this.meeting_id and r.position = this.position),
		'governance:statement', (
			select jsonb_agg(jsonb_build_object(
				'number', s.number,
				'person', base || '/person/' || s.person_id,
				'kind', s.kind,
				'madeAt', governance.stated_time(s.made_at),
				'text', s.text) order by s.number)
			from statement s where s.meeting_id = this.meeting_id and s.position = this.position),
		'governance:correction', (
			select jsonb_agg(jsonb_build_object(
				'oldText', c.old_text,
				'newText', c.new_text,
				'reason', c.reason,
				'correctedAt', governance.stated_time(c.corrected_at)) order by c.id)
			from correction c where c.meeting_id = this.meeting_id and c.position = this.position),
		'governance:deviation', (
			select jsonb_agg(jsonb_build_object(
				'rule', d.rule,
				'reason', d.reason,
				'citation', d.citation) order by d.id)
			from deviation d where d.meeting_id = this.meeting_id and d.position = this.position)));
end
$$;
comment on function oparl_agenda_item(agenda_item, text) is
'An item (ärende på föredragningslistan) with its decisions as OParl''s AgendaItem.';

create or replace function oparl_meeting(this meeting, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
declare
	items jsonb;
	latest timestamp;
begin
	select jsonb_agg(oparl_agenda_item(i, base) - 'meeting' order by i.position) into items
	from agenda_item i where i.meeting_id = this.id;
	latest := greatest(this.called_on::timestamp, this.opened_at, this.closed_at, this.cancelled_at,
		-- stated times are local: without the distance from UTC they are what the tables say
		(select max(left(i ->> 'modified', 19)::timestamp) from jsonb_array_elements(items) i),
		(select max(d.issued_at) from meeting_document d where d.meeting_id = this.id),
		(select max(a.signed_at) from attestation a where a.meeting_id = this.id),
		(select max(n.posted_on)::timestamp from public_notice n where n.meeting_id = this.id));
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/meeting/' || this.id,
		'type', 'https://schema.oparl.org/1.1/Meeting',
		'name', (select b.name from body b where b.id = this.body_id)
			|| to_char(this.day, ' YYYY-MM-DD'),
		'meetingState', (select o.state from meeting_overview o where o.meeting_id = this.id),
		'cancelled', this.cancelled_at is not null,
		'start', governance.stated_time(coalesce(this.opened_at, this.starts_at)),
		'end', governance.stated_time(this.closed_at),
		'location', case when this.place is not null then oparl_location(this, base) - 'meetings' end,
		'organization', jsonb_build_array(base || '/organization/' || this.body_id),
		'participant', (
			select jsonb_agg(distinct base || '/person/' || a.person_id) from attendance a where a.meeting_id = this.id),
		'agendaItem', items,
		'created', governance.stated_time(this.called_on::timestamp),
		'modified', governance.stated_time(latest),
		'governance:day', this.day,
		'governance:startsAt', governance.stated_time(this.starts_at),
		'governance:openedAt', governance.stated_time(this.opened_at),
		'governance:cancelledAt', governance.stated_time(this.cancelled_at),
		'governance:ground', this.ground,
		'governance:calledBy', base || '/person/' || this.called_by,
		'governance:calledOn', governance.stated_date(this.called_on),
		'governance:urgent', this.urgent,
		'governance:public', this.is_public,
		'governance:presiding', (
			select jsonb_agg(jsonb_build_object(
				'person', base || '/person/' || p.person_id,
				'ground', p.ground,
				'fromItem', p.from_item,
				'toItem', p.to_item) order by p.from_item)
			from presiding p where p.meeting_id = this.id),
		'governance:attendance', (
			select jsonb_agg(jsonb_build_object(
				'person', base || '/person/' || a.person_id,
				'capacity', a.capacity,
				'servesFor', base || '/person/' || a.serves_for,
				'mode', a.mode,
				'fromItem', a.from_item,
				'fromPoint', a.from_point,
				'toItem', a.to_item,
				'toPoint', a.to_point,
				'leftFor', a.left_for) order by a.person_id, a.from_item, a.from_point)
			from attendance a where a.meeting_id = this.id),
		'governance:minutes', (
			select jsonb_agg(jsonb_build_object(
				'number', u.number,
				'items', to_jsonb(u.items),
				'immediate', u.immediate,
				'attestedOn', l.attested_on,
				'seal', encode(l.hash, 'hex')) order by u.number)
			from minutes u
			left join seal l on l.meeting_id = u.meeting_id and l.number = u.number
			where u.meeting_id = this.id),
		'governance:deviation', (
			select jsonb_agg(jsonb_build_object(
				'rule', d.rule,
				'reason', d.reason,
				'citation', d.citation) order by d.id)
			from deviation d where d.meeting_id = this.id and d.position is null)));
end
$$;
comment on function oparl_meeting(meeting, text) is
'A meeting (sammanträde) with its items, roll and minutes as OParl''s Meeting.';
