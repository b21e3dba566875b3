-- Popolo (popoloproject.com): votes, and those who vote.

create or replace function popolo_organization(this body, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/popolo/organization/' || this.id,
		'name', this.name,
		'classification', this.kind,
		'parent_id', base || '/popolo/organization/' || this.parent_id,
		'founding_date', governance.stated_date(lower(this.valid)),
		'dissolution_date', governance.stated_date(upper(this.valid) - 1)));
end
$$;
comment on function popolo_organization(body, text) is
'A body (organ) as Popolo''s Organization.';

create or replace function popolo_party(this party, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/popolo/party/' || this.id,
		'name', this.name,
		'other_names', case when this.abbreviation is not null then
			jsonb_build_array(jsonb_build_object('name', this.abbreviation)) end,
		'classification', 'party'));
end
$$;
comment on function popolo_party(party, text) is
'A party (parti) as Popolo''s Organization.';

create or replace function popolo_person(this person, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_build_object('id', base || '/popolo/person/' || this.id, 'name', this.name);
end
$$;
comment on function popolo_person(person, text) is
'A person as Popolo''s Person.';

create or replace function popolo_membership(this membership, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/popolo/membership/' || this.id,
		'role', this.role,
		'person_id', base || '/popolo/person/' || this.person_id,
		'organization_id', base || '/popolo/organization/' || this.body_id,
		'on_behalf_of_id', base || '/popolo/party/' || this.party_id,
		'start_date', governance.stated_date(lower(this.valid)),
		'end_date', governance.stated_date(upper(this.valid) - 1)));
end
$$;
comment on function popolo_membership(membership, text) is
'A seat (plats som ledamot eller ersättare) as Popolo''s Membership.';

create or replace function popolo_office(this office, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
begin
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/popolo/office/' || this.id,
		'role', this.kind,
		'person_id', base || '/popolo/person/' || this.person_id,
		'organization_id', base || '/popolo/organization/' || this.body_id,
		'start_date', governance.stated_date(lower(this.valid)),
		'end_date', governance.stated_date(upper(this.valid) - 1)));
end
$$;
comment on function popolo_office(office, text) is
'An office (uppdrag, befattning) as Popolo''s Membership.';

-- What each did: the votes that are stored, and of those who did not vote whether they
-- served.  How many did what: of an open vote these, of a closed one the tellers' tally.
create or replace function popolo_vote_event(this vote_event, base text) returns jsonb
language plpgsql stable parallel unsafe
set search_path from current
as $$
declare
	sits record;
	votes jsonb;
	counts jsonb;
begin
	select m.* into sits from meeting m where m.id = this.meeting_id;
	with cast_vote as (
		select v.person_id, v.choice as option from vote v
		where v.meeting_id = this.meeting_id and v.position = this.position and v.number = this.number
	), roll as (
		select coalesce(case when r.present_when_decided then r.served_by end, r.member_id) as person_id,
			case when r.present_when_decided then 'not voting' else 'absent' end as option
		from item_roll r
		where r.meeting_id = this.meeting_id and r.position = this.position
			-- who served in a closed vote may have voted without a row that says so
			and (this.kind = 'open' or not r.present_when_decided)
	), voter as (
		select c.person_id, c.option from cast_vote c
		union all
		select r.person_id, min(r.option) from roll r
		where r.person_id is not null and not exists (select from cast_vote c where c.person_id = r.person_id)
		group by r.person_id
	)
	select jsonb_agg(jsonb_build_object(
			'voter_id', base || '/popolo/person/' || w.person_id,
			'option', w.option,
			'group_id', base || '/popolo/party/' || (
				select s.party_id from membership s
				where s.body_id = sits.body_id and s.person_id = w.person_id and s.valid @> sits.day
				order by s.id limit 1)) order by w.person_id),
		(select jsonb_agg(jsonb_build_object('option', o.option, 'value', (
				select count(*) from voter x where x.option = o.option)) order by o.n)
			from unnest(array['yes', 'no', 'abstain', 'absent', 'not voting']) with ordinality o(option, n))
	into votes, counts
	from voter w;
	if this.kind = 'closed' then
		select jsonb_agg(jsonb_build_object(
			'option', t.choice,
			'value', t.ballots,
			'governance:candidate', base || '/popolo/person/' || t.person_id,
			'governance:list', t.list) order by t.line) into counts
		from ballot_tally t
		where t.meeting_id = this.meeting_id and t.position = this.position and t.number = this.number;
	end if;
	return jsonb_strip_nulls(jsonb_build_object(
		'id', base || '/popolo/voteevent/' || this.meeting_id || '.' || this.position || '.' || this.number,
		'identifier', this.number::text,
		'organization_id', base || '/popolo/organization/' || sits.body_id,
		'classification', this.subject,
		'start_date', governance.stated_time(this.called_at),
		'motion', (
			select jsonb_build_object(
				'organization_id', base || '/popolo/organization/' || sits.body_id,
				'creator_id', base || '/popolo/person/' || p.person_id,
				'text', p.text,
				'identifier', p.number::text,
				'classification', p.kind)
			from proposal p
			where p.meeting_id = this.meeting_id and p.position = this.position and p.number = this.yes_proposal),
		'result', (
			select case r.outcome when 'yes' then 'pass' when 'no' then 'fail' end from vote_result r
			where r.meeting_id = this.meeting_id and r.position = this.position and r.number = this.number),
		'counts', counts,
		'votes', votes,
		'governance:kind', this.kind,
		'governance:agendaItem', base || '/agendaitem/' || this.meeting_id || '.' || this.position,
		'governance:yesProposal', this.yes_proposal,
		'governance:noProposal', this.no_proposal,
		'governance:lot', this.lot,
		'governance:decidedBy', (
			select r.decided_by from vote_result r
			where r.meeting_id = this.meeting_id and r.position = this.position and r.number = this.number)));
end
$$;
comment on function popolo_vote_event(vote_event, text) is
'A vote (omröstning) with what each did and the counts as Popolo''s VoteEvent.';
