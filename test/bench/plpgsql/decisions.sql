-- Part of ../plpgsql.sql: decisions and votes.

-- ---- an item that is decided ----

-- Whoever presides not as the chair, does so only while those before are prevented.
create function dba_check_presiding_order(p_meeting bigint, p_position integer, p_body bigint, p_day date, p_person bigint, p_ground text)
returns void
language plpgsql
as $$
begin
	if p_ground = 'designated' and not exists (
			select from membership s where s.body_id = p_body and s.person_id = p_person and s.valid @> p_day)
		or p_ground <> 'designated' and not exists (
			select from office o
			where o.body_id = p_body and o.person_id = p_person and o.kind = p_ground and o.valid @> p_day)
		or p_ground <> 'chair' and exists (
			select from office o
			where o.body_id = p_body and o.person_id <> p_person and o.valid @> p_day
				and o.kind = any (case p_ground
					when 'vice_chair' then '{chair}'
					when 'second_vice_chair' then '{chair,vice_chair}'
					else '{chair,vice_chair,second_vice_chair}' end::text[])
				and not exists (
					select from hindrance h
					where h.body_id = p_body and h.person_id = o.person_id and h.valid @> p_day)
				and (select count(distinct s.point) from dba_serving s
					where s.meeting_id = p_meeting and s.position = p_position and s.person_id = o.person_id) = 2)
	then
		perform dba_refuse('presiding_order', format('item %s: %s cannot preside as %s', p_position, p_person, p_ground));
	end if;
end
$$;

-- Enough are present and agree, and somebody presides who may.
create function dba_check_decided(p_meeting bigint, p_position integer) returns void
language plpgsql
as $$
declare
	f record;
begin
	select e.body_id, e.day, c.present, c.agreeing, p.person_id, p.ground, s.*,
		exists (select from decision d
			where d.meeting_id = p_meeting and d.position = p_position and d.kind = 'settling'
				and d.withdrawn_at is null and d.vote_number is null) as acclaimed,
		exists (select from recusal r
			where r.meeting_id = p_meeting and r.position = p_position
				and r.ruling is null and not r.self_declared) as raised,
		p.ground = 'chair' and exists (select from office o
			where o.body_id = e.body_id and o.person_id = p.person_id and o.kind = 'chair' and o.valid @> e.day) as by_chair
	into f
	from agenda_item i
	join meeting e on e.id = i.meeting_id
	join dba_parameter c on c.body_id = e.body_id
	left join presiding p on p.meeting_id = i.meeting_id
		and p.from_item <= i.handled and (p.to_item is null or p.to_item >= i.handled)
	cross join lateral (
		select count(*) filter (where dba_attends(a.from_item, a.from_point, a.to_item, a.to_point, i.handled, 'opened')) as opening,
			count(*) filter (where dba_attends(a.from_item, a.from_point, a.to_item, a.to_point, i.handled, 'decided')) as deciding,
			coalesce(bool_or(a.person_id = p.person_id
				and dba_attends(a.from_item, a.from_point, a.to_item, a.to_point, i.handled, 'decided')), false) as presides
		from attendance a
		where a.meeting_id = i.meeting_id
			and a.capacity in ('serving_member', 'serving_substitute')
			and not exists (
				select from recusal r
				where r.meeting_id = i.meeting_id and r.position = i.position and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) s
	where i.meeting_id = p_meeting and i.position = p_position;

	if not found then
		return;
	elsif f.opening < f.present or f.deciding < f.present then
		perform dba_refuse('quorum_present', format('item %s needs %s members present', p_position, f.present));
	elsif f.acclaimed and f.deciding < f.agreeing then
		perform dba_refuse('decision_agreement', format('item %s needs %s members who agree', p_position, f.agreeing));
	elsif f.person_id is null then
		perform dba_refuse('presiding_named', format('nobody presides over item %s', p_position));
	elsif not f.presides then
		perform dba_refuse('presiding_present', format('%s presides over item %s and does not serve', f.person_id, p_position));
	elsif not f.by_chair then
		perform dba_check_presiding_order(p_meeting, p_position, f.body_id, f.day, f.person_id, f.ground);
	end if;
	if f.raised and exists (
		select from recusal r
		join dba_serving s on s.meeting_id = r.meeting_id and s.position = r.position
			and s.person_id = r.person_id and s.point = 'decided'
		where r.meeting_id = p_meeting and r.position = p_position and r.ruling is null and not r.self_declared)
	then
		perform dba_refuse('recusal_ruled', format('a recusal at item %s is not ruled on', p_position));
	end if;
end
$$;

-- ---- a vote ----

-- What follows from a vote: for the one who presides, and for the decisions
-- that rest on it.
create function dba_check_vote(p_meeting bigint, p_position integer, p_number integer) returns void
language plpgsql
as $$
declare
	e record;
	d record;
	yes bigint;
	no bigint;
	ballots bigint;
	outcome text;
	rests boolean := false;
	gavel timestamp;
begin
	select v.kind, v.subject, v.lot, v.called_at, i.handled, i.decided_at, i.exercise_of_authority,
		p.person_id as chair, t.*
	into e
	from vote_event v
	join agenda_item i on i.meeting_id = v.meeting_id and i.position = v.position
	left join presiding p on p.meeting_id = i.meeting_id
		and p.from_item <= i.handled and (p.to_item is null or p.to_item >= i.handled)
	cross join lateral (
		select count(*) filter (where o.choice = 'yes') as yes, count(*) filter (where o.choice = 'no') as no,
			count(*) as handed_in, max(o.choice) filter (where o.person_id = p.person_id) as chair_choice
		from vote o
		where o.meeting_id = v.meeting_id and o.position = v.position and o.number = v.number) t
	where v.meeting_id = p_meeting and v.position = p_position and v.number = p_number;
	if not found then
		return;
	end if;
	yes := e.yes;
	no := e.no;
	if e.kind = 'closed' then
		select coalesce(sum(t.ballots) filter (where t.choice = 'yes'), 0),
			coalesce(sum(t.ballots) filter (where t.choice = 'no'), 0), sum(t.ballots)
		into yes, no, ballots
		from ballot_tally t
		where t.meeting_id = p_meeting and t.position = p_position and t.number = p_number;
	end if;
	if yes <> no then
		outcome := case when yes > no then 'yes' else 'no' end;
	elsif e.subject in ('election', 'employment') then
		outcome := e.lot;
	elsif e.kind = 'open' and e.chair_choice in ('yes', 'no') then
		outcome := e.chair_choice;
	end if;
	gavel := e.decided_at;

	for d in
		select o.point, o.kind, o.outcome, o.decided_at, c.agreeing
		from decision o
		join meeting m on m.id = o.meeting_id
		join dba_parameter c on c.body_id = m.body_id
		where o.meeting_id = p_meeting and o.position = p_position and o.vote_number = p_number and o.withdrawn_at is null
		order by o.point
	loop
		rests := true;
		gavel := coalesce(d.decided_at, gavel);
		if not (case d.kind
			when 'settling' then e.subject in ('settling', 'employment')
			when 'opinion' then e.subject = 'settling'
			when 'noting' then e.subject in ('settling', 'procedural')
			else e.subject = d.kind end)
		then
			perform dba_refuse('vote_subject', format('item %s point %s rests on a vote of another kind', p_position, d.point));
		elsif outcome is null
			or outcome = 'yes' and d.outcome = 'rejected'
			or outcome = 'no' and d.outcome in ('approved', 'tabled', 'referred_back', 'adjourned', 'elected')
		then
			perform dba_refuse('decision_follows_vote', format('item %s point %s does not follow its vote', p_position, d.point));
		elsif d.kind = 'settling' and greatest(yes, no) < d.agreeing then
			perform dba_refuse('decision_agreement', format('item %s needs %s members who agree', p_position, d.agreeing));
		elsif d.kind = 'settling' and e.exercise_of_authority and exists (
			select from vote o
			where o.meeting_id = p_meeting and o.position = p_position and o.number = p_number and o.choice = 'abstain'
				and not exists (
					select from vote b where b.meeting_id = p_meeting and b.position = p_position
						and b.person_id = o.person_id and b.choice <> 'abstain'))
		then
			perform dba_refuse('duty_to_decide', format('somebody abstains from item %s, which exercises authority', p_position));
		end if;
	end loop;

	if e.called_at > gavel then
		perform dba_refuse('vote_before_gavel', format('vote %s of item %s was called after the gavel', p_number, p_position));
	elsif e.kind = 'closed' and (rests and ballots is distinct from e.handed_in or e.handed_in > 0 and ballots > e.handed_in) then
		perform dba_refuse('ballots_add_up', format('vote %s of item %s has another number of ballots', p_number, p_position));
	elsif e.kind = 'open' and e.subject not in ('election', 'employment') and outcome is null
		and e.chair is not null and e.handed_in > 0
		and (rests or e.handed_in >= (
			select count(*) from dba_serving s
			where s.meeting_id = p_meeting and s.position = p_position and s.point = 'decided'))
	then
		perform dba_refuse('chair_votes', format('vote %s of item %s needs a casting vote', p_number, p_position));
	end if;
end
$$;

create function dba_vote() returns trigger
language plpgsql
as $$
declare
	f record;
begin
	if tg_op <> 'INSERT' then
		perform from meeting m where m.id = old.meeting_id for no key update;
		perform dba_refuse_frozen(old.meeting_id, i.handled)
		from agenda_item i where i.meeting_id = old.meeting_id and i.position = old.position;
		if tg_op = 'DELETE'
			or (old.meeting_id, old.position, old.number) <> (new.meeting_id, new.position, new.number)
		then
			perform dba_check_vote(old.meeting_id, old.position, old.number);
		end if;
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	perform from meeting m where m.id = new.meeting_id for no key update;
	select i.handled, e.kind, p.person_id as chair, t.*,
		exists (select from attestation s where s.meeting_id = new.meeting_id) as signed,
		exists (select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position
				and d.vote_number = new.number and d.withdrawn_at is null) as rests,
		exists (select from attendance a
			where a.meeting_id = new.meeting_id and a.person_id = new.person_id
				and a.capacity in ('serving_member', 'serving_substitute')
				and dba_attends(a.from_item, a.from_point, a.to_item, a.to_point, i.handled, 'decided')
				and not exists (
					select from recusal r
					where r.meeting_id = new.meeting_id and r.position = new.position
						and r.person_id = new.person_id
						and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) as serves
	into f
	from agenda_item i
	join vote_event e on e.meeting_id = i.meeting_id and e.position = i.position and e.number = new.number
	left join presiding p on p.meeting_id = i.meeting_id
		and p.from_item <= i.handled and (p.to_item is null or p.to_item >= i.handled)
	cross join lateral (
		select count(*) filter (where v.choice = 'yes') as yes, count(*) filter (where v.choice = 'no') as no,
			bool_or(v.person_id = p.person_id and v.choice in ('yes', 'no')) as chair_chose
		from vote v
		where v.meeting_id = new.meeting_id and v.position = new.position and v.number = new.number) t
	where i.meeting_id = new.meeting_id and i.position = new.position;
	if not found then
		return null;				-- left to the foreign key
	end if;
	if f.handled is not null and not f.serves then
		perform dba_refuse('voter_serves', format('%s has no vote in item %s', new.person_id, new.position));
	elsif (new.choice = 'ballot') <> (f.kind = 'closed') then
		perform dba_refuse('vote_secrecy', format('vote %s of item %s is %s', new.number, new.position, f.kind));
	elsif f.signed then
		perform dba_refuse_frozen(new.meeting_id, f.handled);
	end if;
	if f.rests or f.kind = 'closed' or f.yes = f.no and f.chair_chose is not true then
		perform dba_check_vote(new.meeting_id, new.position, new.number);
	end if;
	return null;
end
$$;

create function dba_vote_event() returns trigger
language plpgsql
as $$
declare
	f record;
begin
	if tg_op <> 'INSERT' then
		perform from meeting m where m.id = old.meeting_id for no key update;
		perform dba_refuse_frozen(old.meeting_id, i.handled)
		from agenda_item i where i.meeting_id = old.meeting_id and i.position = old.position;
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	perform from meeting m where m.id = new.meeting_id for no key update;
	if new.subject not in ('election', 'employment') then
		if new.kind = 'closed' then
			perform dba_refuse('vote_open', format('vote %s of item %s must be open', new.number, new.position));
		elsif new.lot is not null then
			perform dba_refuse('lot_in_elections', format('vote %s of item %s cannot be decided by lot', new.number, new.position));
		end if;
	end if;
	select i.handled, i.decided_at, exists (select from attestation s where s.meeting_id = new.meeting_id) as signed
	into f
	from agenda_item i
	where i.meeting_id = new.meeting_id and i.position = new.position;
	if f.signed then
		perform dba_refuse_frozen(new.meeting_id, f.handled);
	end if;
	if tg_op = 'UPDATE' then
		if exists (
				select from vote v
				where v.meeting_id = new.meeting_id and v.position = new.position and v.number = new.number
					and (v.choice = 'ballot') <> (new.kind = 'closed'))
			or new.kind = 'open' and exists (
				select from ballot_tally t
				where t.meeting_id = new.meeting_id and t.position = new.position and t.number = new.number)
		then
			perform dba_refuse('vote_secrecy', format('vote %s of item %s is %s', new.number, new.position, new.kind));
		end if;
		perform dba_check_vote(new.meeting_id, new.position, new.number);
	elsif new.called_at > f.decided_at then
		perform dba_refuse('vote_before_gavel', format('vote %s of item %s was called after the gavel', new.number, new.position));
	end if;
	return null;
end
$$;

-- ---- decision ----

create function dba_decision() returns trigger
language plpgsql
as $$
declare
	m record;
	i record;
begin
	if tg_op <> 'INSERT' then
		perform from meeting e where e.id = old.meeting_id for no key update;
		perform dba_refuse_frozen(old.meeting_id, t.handled)
		from agenda_item t where t.meeting_id = old.meeting_id and t.position = old.position;
		if old.vote_number is not null and (tg_op = 'DELETE' or (old.meeting_id, old.position, old.vote_number)
			is distinct from (new.meeting_id, new.position, new.vote_number) or new.withdrawn_at is not null)
		then
			perform dba_check_vote(old.meeting_id, old.position, old.vote_number);
		end if;
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	select e.opened_at, e.closed_at, e.cancelled_at, b.parent_id into m
	from meeting e join body b on b.id = e.body_id
	where e.id = new.meeting_id for no key update of e;
	select t.handled, t.kind, t.opened_at, t.decided_at,
		exists (select from attestation s where s.meeting_id = new.meeting_id) as signed,
		exists (select from agenda_item o
			where o.continues_meeting_id = new.meeting_id and o.continues_position = new.position) as continued
	into i
	from agenda_item t
	where t.meeting_id = new.meeting_id and t.position = new.position;
	if not found then
		return null;				-- left to the foreign key
	end if;
	if i.signed then
		perform dba_refuse_frozen(new.meeting_id, i.handled);
	end if;
	if i.handled is not null and (new.decided_at < i.opened_at or new.decided_at > i.decided_at) then
		perform dba_refuse('handling_times', format('item %s point %s was not decided within the item', new.position, new.point));
	end if;
	if new.withdrawn_at is not null then
		return null;
	end if;

	if i.handled is null then
		perform dba_refuse('decision_handled', format('item %s is decided but was not taken up', new.position));
	elsif new.outcome <> all (case new.kind
			when 'settling' then '{approved,rejected,answered,written_off,other}'
			when 'opinion' then '{approved,rejected,answered,other}'
			when 'procedural' then '{approved,rejected,tabled,referred_back,adjourned,other}'
			when 'election' then '{elected,other}'
			else '{noted,other}' end::text[])
		or new.kind = 'settling' and i.kind = 'information'
	then
		perform dba_refuse('decision_kind', format('item %s point %s is of kind %s', new.position, new.point, new.kind));
	elsif new.on_behalf_of <> m.parent_id then
		perform dba_refuse('mandate', format('item %s point %s is decided on behalf of another body', new.position, new.point));
	elsif new.decided_at < m.opened_at or new.decided_at > m.closed_at then
		perform dba_refuse('times_in_meeting', format('item %s point %s was not decided in the meeting', new.position, new.point));
	elsif m.cancelled_at is not null then
		perform dba_refuse('meeting_cancelled', 'the meeting was cancelled');
	elsif i.continued and new.kind = 'settling' then
		perform dba_refuse('item_continues', format('item %s is settled and continued later', new.position));
	elsif new.kind = 'election' and (
		select count(*) from decision d
		where d.meeting_id = new.meeting_id and d.position = new.position and d.kind = 'election'
			and d.withdrawn_at is null) > (
		select count(*) from election e
		where e.meeting_id = new.meeting_id and e.position = new.position)
	then
		perform dba_refuse('election_held', format('item %s elects without an election', new.position));
	end if;
	perform dba_check_decided(new.meeting_id, new.position);
	if new.vote_number is not null then
		perform dba_check_vote(new.meeting_id, new.position, new.vote_number);
	end if;
	return null;
end
$$;
