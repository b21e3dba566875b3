-- The rival of the benchmark: the rules of a committee's regulation as a
-- database administrator would write them, in plpgsql row triggers.
--
--     set search_path = REGISTRY, public;
--     \i test/bench/plpgsql.sql
--
-- For a registry from which all triggers named "GOVERNANCE_..." were dropped,
-- and whose body 2 is a committee under the regulation of
-- test/data/reglemente_integrationsutskottet.txt.  The triggers are on the
-- tables that a meeting is written to: meeting, attendance, presiding,
-- agenda_item, vote_event, vote, decision, minutes, adjuster, attestation; and
-- on recusal, which decides who serves.  For these they accept and refuse what
-- the extension does, and name the same rule in CONSTRAINT NAME;
-- test/checks/rival compares.
--
-- What is left out only makes it easier for the rival:
--   tables that stay empty in the benchmark (proposal, abstention, reservation,
--   statement, exclusion, sitting, candidate) are not looked at;
--   rules about bodies, and a change of who sits in them while a meeting is
--   written, have no triggers and take no locks;
--   there are no citations, modes, admitted deviations or explanations;
--   attested minutes are marked as such, but have no canonical text and no seal;
--   names are looked up by the session's search_path.
--
-- Every trigger locks the meeting first, so one writer at a time sees all of a
-- meeting's rows; numbers of sections are given under a lock of their series.
-- Their names sort before those of the foreign keys, as the extension's do.

create table dba_parameter (
	body_id bigint not null primary key references body,
	areas integer not null,
	seats integer not null,
	present integer not null,
	agreeing integer not null,
	adjusters integer not null,
	requests integer not null,
	remote_notice integer not null
);
insert into dba_parameter values (2, 4, 7, 4, 4, 1, 2, 3);

-- which minutes every section of which is attested
create table dba_attested (
	meeting_id bigint not null,
	number integer not null,
	primary key (meeting_id, number),
	foreign key (meeting_id, number) references minutes
);

create function dba_refuse(p_rule text, p_message text) returns void
language plpgsql
as $$
begin
	raise exception using errcode = 'check_violation', constraint = p_rule, message = p_message;
end
$$;

-- ---- who serves ----

-- Does a range of attendance cover a point of the item handled as the n-th?
create function dba_attends(p_from_item integer, p_from_point text, p_to_item integer, p_to_point text, p_handled integer, p_point text)
returns boolean
language sql immutable
as $$
select (p_from_item < p_handled or p_from_item = p_handled and (p_from_point = 'opened' or p_point = 'decided'))
	and (p_to_item is null or p_to_item > p_handled or p_to_item = p_handled and (p_to_point = 'decided' or p_point = 'opened'))
$$;

-- Who serves in which seat (0: a vacant one) at an item's two points.
create view dba_serving as
select i.meeting_id, i.position, i.handled, p.point, a.person_id, a.capacity,
	case a.capacity when 'serving_member' then a.person_id else coalesce(a.serves_for, 0) end as seat
from agenda_item i
cross join (values ('opened'), ('decided')) p(point)
join attendance a on a.meeting_id = i.meeting_id
	and a.capacity in ('serving_member', 'serving_substitute')
	and dba_attends(a.from_item, a.from_point, a.to_item, a.to_point, i.handled, p.point)
where not exists (
	select from recusal r
	where r.meeting_id = i.meeting_id and r.position = i.position and r.person_id = a.person_id
		and (r.ruling = 'upheld' or r.self_declared and r.ruling is null));

-- The places that the order for a seat gives to substitutes: a list for the
-- member goes before one for the party, and that before the general one.
create function dba_places(p_body bigint, p_day date, p_seat bigint) returns table (substitute_id bigint, place bigint)
language sql stable
as $$
select l.substitute_id, l.rank + case when l.member_id is not null then 0::bigint
	when l.party_id is not null then 4294967296 else 8589934592 end
from substitution_order l
where l.body_id = p_body and l.valid @> p_day
	and (l.member_id is null or l.member_id = p_seat)
	and (l.party_id is null or exists (
		select from membership s
		where s.body_id = p_body and s.person_id = p_seat and s.role = 'member'
			and s.valid @> p_day and s.party_id = l.party_id))
$$;

-- Does one substitute go before another in the order for a seat?
create function dba_goes_before(p_body bigint, p_day date, p_seat bigint, p_person bigint, p_other bigint) returns boolean
language plpgsql stable
as $$
begin
	return exists (
		select from dba_places(p_body, p_day, p_seat) l
		where l.substitute_id = p_person and not exists (
			select from dba_places(p_body, p_day, p_seat) o
			where o.substitute_id = p_other and o.place <= l.place));
end
$$;

-- One person in a seat, in the prescribed order, at both points of an item.
-- Asked where substitutes serve at the meeting.
create function dba_check_seats(p_meeting bigint, p_position integer) returns void
language plpgsql
as $$
declare
	f record;
	vacant bigint;
begin
	select m.body_id, m.day, t.*,
		exists (
			select from attendance a
			where a.meeting_id = p_meeting and a.capacity = 'serving_substitute' and a.serves_for is null) as in_vacant,
		exists (
			select from attendance a
			where a.meeting_id = p_meeting
				and (a.from_item = i.handled and a.from_point = 'decided'
					or a.to_item = i.handled and a.to_point = 'opened')) as moves
	into f
	from agenda_item i
	join meeting m on m.id = i.meeting_id
	cross join lateral (
		select bool_or(o.capacity <> 'non_serving_substitute') as twice,
			bool_or(o.capacity = 'non_serving_substitute' and exists (
				select from dba_places(m.body_id, m.day, coalesce(s.serves_for, 0)) l
				where l.substitute_id = o.person_id and not exists (
					select from dba_places(m.body_id, m.day, coalesce(s.serves_for, 0)) b
					where b.substitute_id = s.person_id and b.place <= l.place))) as overtakes
		from attendance s
		join attendance o on o.meeting_id = s.meeting_id and o.person_id <> s.person_id
			and (o.capacity = 'non_serving_substitute'
				or o.capacity = 'serving_member' and o.person_id = s.serves_for
				or o.capacity = 'serving_substitute' and o.serves_for = s.serves_for)
		cross join (values ('opened'), ('decided')) p(point)
		where s.meeting_id = p_meeting and s.capacity = 'serving_substitute'
			and dba_attends(s.from_item, s.from_point, s.to_item, s.to_point, i.handled, p.point)
			and dba_attends(o.from_item, o.from_point, o.to_item, o.to_point, i.handled, p.point)
			and not exists (
				select from recusal r
				where r.meeting_id = p_meeting and r.position = p_position
					and r.person_id in (s.person_id, o.person_id)
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) t
	where i.meeting_id = p_meeting and i.position = p_position;
	if f.in_vacant then
		select greatest(0, c.seats - count(s.id)) into vacant
		from dba_parameter c
		left join membership s on s.body_id = c.body_id and s.role = 'member' and s.valid @> f.day
		where c.body_id = f.body_id
		group by c.seats;
		f.twice := f.twice or exists (
			select from dba_serving s
			where s.meeting_id = p_meeting and s.position = p_position and s.seat = 0
			group by s.point having count(*) > vacant);
	end if;
	if f.twice then
		perform dba_refuse('seat_once', format('two serve in one seat at item %s', p_position));
	elsif f.overtakes then
		perform dba_refuse('substitutes_in_order', format('a substitute serves at item %s before one who goes before', p_position));
	elsif f.moves and exists (
		select from dba_serving a
		join dba_serving b on b.meeting_id = a.meeting_id and b.position = a.position
			and b.seat = a.seat and b.point = 'decided'
		where a.meeting_id = p_meeting and a.position = p_position and a.point = 'opened'
			and not exists (
				select from dba_serving o where o.meeting_id = a.meeting_id and o.position = a.position
					and o.point = 'decided' and o.person_id = a.person_id and o.seat = a.seat)
			and not exists (
				select from dba_serving o where o.meeting_id = a.meeting_id and o.position = a.position
					and o.point = 'opened' and o.person_id = b.person_id and o.seat = b.seat)
			and (a.seat <> 0 or vacant <= (
				select count(*) from dba_serving o where o.meeting_id = a.meeting_id
					and o.position = a.position and o.point = 'opened' and o.seat = 0)))
	then
		perform dba_refuse('swap_between_items', format('a seat passes on within item %s', p_position));
	end if;
end
$$;

-- ---- what is signed ----

-- Which items minutes cover: those they name, or the rest.
create view dba_covered as
select n.meeting_id, n.number, n.immediate, i.position, i.handled, i.section, i.opened_at, i.decided_at
from minutes n
join agenda_item i on i.meeting_id = n.meeting_id and i.handled is not null
	and (i.handled = any (n.items)
		or n.items is null and not exists (
			select from minutes o where o.meeting_id = n.meeting_id and i.handled = any (o.items)));

-- Refuses a change of an item that signed minutes cover.
create function dba_refuse_frozen(p_meeting bigint, p_position integer) returns void
language plpgsql
as $$
begin
	if exists (
		select from minutes n
		join attestation t on t.meeting_id = n.meeting_id and t.number = n.number
		where n.meeting_id = p_meeting
			and (p_position = any (n.items)
				or n.items is null and p_position is not null and not exists (
					select from minutes o where o.meeting_id = p_meeting and p_position = any (o.items))))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
end
$$;

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
		if old.vote_number is not null then
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
			when 'settling' then '{approved,rejected,answered,other}'
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

-- ---- attendance and recusal ----

-- Who of the presidium acts on a day, after somebody else if that is said.
create function dba_acting_chair(p_body bigint, p_day date, p_besides bigint default null) returns bigint
language plpgsql stable
as $$
begin
	return (
		select o.person_id from office o
		where o.body_id = p_body and o.kind in ('chair', 'vice_chair', 'second_vice_chair') and o.valid @> p_day
			and (p_besides is null or o.person_id <> p_besides and o.kind <> 'chair')
			and not exists (
				select from hindrance h
				where h.body_id = p_body and h.person_id = o.person_id and h.valid @> p_day)
		order by array_position(array['chair', 'vice_chair', 'second_vice_chair'], o.kind)
		limit 1);
end
$$;

-- Somebody takes part at a distance in a meeting that is opened.
create function dba_check_remote(p_meeting bigint, p_person bigint, p_capacity text) returns void
language plpgsql
as $$
declare
	n record;
	chair bigint;
	deputy bigint;
begin
	select m.body_id, m.day, m.opened_at, r.*, c.remote_notice as days into n
	from meeting m
	join dba_parameter c on c.body_id = m.body_id
	left join remote_notice r on r.meeting_id = m.id and r.person_id = p_person
	where m.id = p_meeting;
	if n.opened_at is null or p_capacity not in ('serving_member', 'serving_substitute', 'non_serving_substitute') then
		return;
	elsif n.sound_and_picture is not true then
		perform dba_refuse('remote_sound_and_picture', format('%s: sound and picture are not confirmed', p_person));
	elsif n.equal_terms is not true then
		perform dba_refuse('remote_equal_terms', format('%s: equal terms are not confirmed', p_person));
	elsif n.premises_secure is not true then
		perform dba_refuse('remote_premises', format('%s: the premises are not confirmed', p_person));
	elsif p_capacity = 'non_serving_substitute' then
		return;
	elsif n.notified_on > governance.latest_notice(n.day, n.days, false, (select array_agg(x.day) from extra_day x)) then
		perform dba_refuse('remote_notice', format('%s gave notice too late', p_person));
	elsif (n.reason ~ '\S') is not true then
		perform dba_refuse('remote_reason', format('%s gave no reason', p_person));
	end if;
	chair := dba_acting_chair(n.body_id, n.decided_at::date);
	deputy := dba_acting_chair(n.body_id, n.decided_at::date, n.decided_by);
	if n.granted is not true or n.decided_by is null or n.decided_at is null
		or chair is not null and n.decided_by <> chair
		or chair is null and not exists (
			select from membership s
			where s.body_id = n.body_id and s.person_id = n.decided_by and s.valid @> n.decided_at::date)
		or n.decided_at > n.opened_at
		or deputy is not null
			and (n.consulted_id is distinct from deputy or n.consulted_at is null or n.consulted_at > n.decided_at)
	then
		perform dba_refuse('remote_decision', format('the chair has not decided on %s after consulting', p_person));
	end if;
end
$$;

-- Who is entered holds the seat, the right or the office.
create function dba_check_capacity(p_body bigint, p_day date, p_person bigint, p_capacity text, p_serves_for bigint) returns void
language plpgsql
as $$
begin
	if p_capacity in ('serving_member', 'serving_substitute', 'non_serving_substitute') then
		if not exists (
				select from membership s
				where s.body_id = p_body and s.person_id = p_person and s.valid @> p_day
					and s.role = case p_capacity when 'serving_member' then 'member' else 'substitute' end)
			or p_serves_for is not null and not exists (
				select from membership s
				where s.body_id = p_body and s.person_id = p_serves_for and s.valid @> p_day and s.role = 'member')
		then
			perform dba_refuse('capacity_held', format('%s is entered as %s and does not hold the seat', p_person, p_capacity));
		end if;
	elsif p_capacity = 'commissioner' then
		if not exists (
			select from attendance_right r
			where r.body_id = p_body and r.person_id = p_person and r.ground = 'commissioner' and r.valid @> p_day)
		then
			perform dba_refuse('commissioner_right', format('%s has no right to attend as commissioner', p_person));
		end if;
	elsif p_capacity = 'city_director' then
		if not exists (
				select from attendance_right r
				where r.body_id = p_body and r.person_id = p_person and r.ground = 'city_director' and r.valid @> p_day)
			and not exists (
				select from office o
				where o.body_id = p_body and o.person_id = p_person and o.kind = 'city_director' and o.valid @> p_day)
		then
			perform dba_refuse('city_director_right', format('%s is not the city director', p_person));
		end if;
	elsif p_capacity = 'presenter' then
		if not exists (
			select from office o
			where o.body_id = p_body and o.person_id = p_person and o.kind in ('presenter', 'deputy_city_director')
				and o.valid @> p_day)
		then
			perform dba_refuse('presenter_office', format('%s is no presenter', p_person));
		end if;
	end if;
end
$$;

-- The roll has changed over a range of items: what was decided, voted and
-- elected there must still be right.
create function dba_check_roll(p_meeting bigint, p_first integer, p_last integer) returns void
language plpgsql
as $$
declare
	bad record;
begin
	if exists (
		select from attendance a where a.meeting_id = p_meeting and a.capacity = 'serving_substitute')
	then
		perform dba_check_seats(i.meeting_id, i.position)
		from agenda_item i
		where i.meeting_id = p_meeting and i.handled between p_first and p_last;
	end if;
	perform dba_check_decided(i.meeting_id, i.position)
	from agenda_item i
	where i.meeting_id = p_meeting and i.handled between p_first and p_last
		and exists (
			select from decision d
			where d.meeting_id = i.meeting_id and d.position = i.position and d.withdrawn_at is null);
	select v.person_id, v.position into bad
	from agenda_item i
	join vote v on v.meeting_id = i.meeting_id and v.position = i.position
	where i.meeting_id = p_meeting and i.handled between p_first and p_last
		and not exists (
			select from dba_serving s
			where s.meeting_id = v.meeting_id and s.position = v.position and s.point = 'decided'
				and s.person_id = v.person_id)
	limit 1;
	if found then
		perform dba_refuse('voter_serves', format('%s has no vote in item %s', bad.person_id, bad.position));
	end if;
	select j.person_id, j.position into bad
	from agenda_item i
	join adjuster j on j.meeting_id = i.meeting_id and j.position = i.position
	where i.meeting_id = p_meeting and i.handled between p_first and p_last
		and not exists (
			select from dba_serving s
			where s.meeting_id = j.meeting_id and s.position = j.position and s.point = 'decided'
				and s.person_id = j.person_id)
	limit 1;
	if found then
		perform dba_refuse('adjuster_elected', format('%s did not serve at item %s', bad.person_id, bad.position));
	end if;
	perform dba_check_vote(v.meeting_id, v.position, v.number)
	from agenda_item i
	join vote_event v on v.meeting_id = i.meeting_id and v.position = i.position
	where i.meeting_id = p_meeting and i.handled between p_first and p_last;
end
$$;

create function dba_attendance() returns trigger
language plpgsql
as $$
declare
	m record;
	f record;
	seat bigint;
begin
	if tg_op <> 'INSERT' then
		perform from meeting e where e.id = old.meeting_id for no key update;
		if exists (
			select from dba_covered c
			join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
			cross join (values ('opened'), ('decided')) p(point)
			cross join lateral (
				select dba_attends(old.from_item, old.from_point, old.to_item, old.to_point, c.handled, p.point) as before,
					new.meeting_id = old.meeting_id
					and dba_attends(new.from_item, new.from_point, new.to_item, new.to_point, c.handled, p.point) as after) o
			where c.meeting_id = old.meeting_id
				and (o.before is distinct from (o.after is true)
					or o.before and (old.person_id, old.capacity, coalesce(old.serves_for, 0), old.mode)
						<> (new.person_id, new.capacity, coalesce(new.serves_for, 0), new.mode)))
		then
			perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
		end if;
	end if;
	if tg_op = 'DELETE' then
		perform dba_check_roll(old.meeting_id, old.from_item, coalesce(old.to_item, 2147483647));
		return null;
	end if;

	select e.body_id, e.day into m
	from meeting e where e.id = new.meeting_id for no key update;
	if not found then
		return null;				-- left to the foreign key
	end if;
	perform dba_check_capacity(m.body_id, m.day, new.person_id, new.capacity, new.serves_for);
	if new.mode = 'remote' then
		perform dba_check_remote(new.meeting_id, new.person_id, new.capacity);
	end if;
	seat := case new.capacity when 'serving_member' then new.person_id
		when 'serving_substitute' then coalesce(new.serves_for, 0) end;
	select bool_or(o.person_id = new.person_id) as twice,
		bool_or(case
			when o.person_id = new.person_id then false
			when seat is null then o.capacity = 'serving_substitute' and new.capacity = 'non_serving_substitute'
				and dba_goes_before(m.body_id, m.day, coalesce(o.serves_for, 0), new.person_id, o.person_id)
			when o.capacity = 'non_serving_substitute' then new.capacity = 'serving_substitute'
				and dba_goes_before(m.body_id, m.day, seat, o.person_id, new.person_id)
			when o.capacity = 'serving_member' then o.person_id = seat
			when o.capacity = 'serving_substitute' then o.serves_for = seat
			end) as conflict,
		exists (select from decision d where d.meeting_id = new.meeting_id) as decided,
		exists (select from attestation s where s.meeting_id = new.meeting_id) as signed
	into f
	from attendance o
	where o.meeting_id = new.meeting_id
		and (o.person_id, o.from_item, o.from_point) <> (new.person_id, new.from_item, new.from_point)
		and (new.to_item is null or dba_attends(o.from_item, o.from_point, null, null, new.to_item, new.to_point))
		and (o.to_item is null or dba_attends(new.from_item, new.from_point, null, null, o.to_item, o.to_point));
	if f.twice then
		perform dba_refuse('attendance_once', format('%s is entered twice', new.person_id));
	end if;
	if tg_op = 'UPDATE' then
		perform dba_check_roll(new.meeting_id, least(old.from_item, new.from_item),
			greatest(coalesce(old.to_item, 2147483647), coalesce(new.to_item, 2147483647)));
		if old.meeting_id <> new.meeting_id then
			perform dba_check_roll(old.meeting_id, old.from_item, coalesce(old.to_item, 2147483647));
		end if;
	elsif f.decided then
		perform dba_check_roll(new.meeting_id, new.from_item, coalesce(new.to_item, 2147483647));
	elsif f.conflict or seat = 0 or new.from_point = 'decided' or new.to_point = 'opened' then
		perform dba_check_seats(i.meeting_id, i.position)
		from agenda_item i
		where i.meeting_id = new.meeting_id and i.handled between new.from_item and coalesce(new.to_item, 2147483647);
	end if;
	if f.signed and (tg_op = 'INSERT' or old.meeting_id <> new.meeting_id) and exists (
		select from dba_covered c
		join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
		where c.meeting_id = new.meeting_id
			and (dba_attends(new.from_item, new.from_point, new.to_item, new.to_point, c.handled, 'opened')
				or dba_attends(new.from_item, new.from_point, new.to_item, new.to_point, c.handled, 'decided')))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	return null;
end
$$;

create function dba_recusal() returns trigger
language plpgsql
as $$
declare
	r recusal;
	place integer;
begin
	foreach r in array array[old, new]
	loop
		continue when r.meeting_id is null;
		perform from meeting m where m.id = r.meeting_id for no key update;
		select i.handled into place
		from agenda_item i where i.meeting_id = r.meeting_id and i.position = r.position;
		perform dba_refuse_frozen(r.meeting_id, place);
		perform dba_check_roll(r.meeting_id, place, place);
	end loop;
	if tg_op <> 'DELETE' and new.in_room and (new.indispensable_act ~ '\S') is not true
		and (new.ruling = 'upheld' or new.self_declared and new.ruling is null)
	then
		perform dba_refuse('recusal_in_room', format('%s is recused and stays in the room', new.person_id));
	end if;
	return null;
end
$$;

-- ---- who presides ----

create function dba_presiding() returns trigger
language plpgsql
as $$
declare
	meetings bigint[] := array[old.meeting_id, new.meeting_id];
begin
	perform from meeting m where m.id = any (meetings) order by m.id for no key update;
	if tg_op <> 'DELETE' and exists (
		select from presiding p
		where p.meeting_id = new.meeting_id and p.from_item <> new.from_item
			and (new.to_item is null or p.from_item <= new.to_item)
			and (p.to_item is null or new.from_item <= p.to_item))
	then
		perform dba_refuse('presiding_single', format('%s presides where somebody else does', new.person_id));
	end if;
	if exists (
		select from dba_covered c
		join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
		cross join lateral (
			select old.meeting_id = c.meeting_id and old.from_item <= c.handled
					and (old.to_item is null or old.to_item >= c.handled) as before,
				new.meeting_id = c.meeting_id and new.from_item <= c.handled
					and (new.to_item is null or new.to_item >= c.handled) as after) o
		where c.meeting_id = any (meetings)
			and ((o.before is true) <> (o.after is true)
				or o.before and (old.person_id, old.ground) <> (new.person_id, new.ground)))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	perform dba_check_decided(d.meeting_id, d.position)
	from (
		select distinct d.meeting_id, d.position from decision d
		where d.meeting_id = any (meetings) and d.withdrawn_at is null) d;
	perform dba_check_vote(v.meeting_id, v.position, v.number)
	from vote_event v where v.meeting_id = any (meetings);
	perform dba_check_responsible(n.meeting_id, n.number, n.responsible_id)
	from minutes n where n.meeting_id = any (meetings);
	return null;
end
$$;

-- ---- items ----

-- The numbers of a meeting's sections lie between those of the numbered meetings
-- before and after it in the year; null: that side need not be looked at.  (The
-- committee has a series of its own.)
create function dba_check_series(p_body bigint, p_day date, p_starts_at timestamp, p_meeting bigint, p_first integer, p_last integer)
returns void
language plpgsql
as $$
declare
	year integer := extract(year from p_day);
	other bigint;
	section integer;
begin
	if p_first is not null then
		for other in
			select m.id from meeting m
			where m.body_id = p_body and m.day >= make_date(year, 1, 1) and m.day <= p_day
				and (m.day, m.starts_at, m.id) < (p_day, p_starts_at, p_meeting)
			order by m.day desc, m.starts_at desc, m.id desc
		loop
			section := (select max(i.section) from agenda_item i where i.meeting_id = other);
			if section >= p_first then
				perform dba_refuse('section_number', format('section %s is not after those of the meetings before', p_first));
			end if;
			exit when section is not null;
		end loop;
	end if;
	if p_last is not null then
		for other in
			select m.id from meeting m
			where m.body_id = p_body and m.day >= p_day and m.day <= make_date(year, 12, 31)
				and (m.day, m.starts_at, m.id) > (p_day, p_starts_at, p_meeting)
			order by m.day, m.starts_at, m.id
		loop
			section := (select min(i.section) from agenda_item i where i.meeting_id = other);
			if section <= p_last then
				perform dba_refuse('section_number', format('section %s is not before those of the meetings after', p_last));
			end if;
			exit when section is not null;
		end loop;
	end if;
end
$$;

-- An item continues one of an earlier meeting of the body that was not settled.
create function dba_check_continues(p_meeting bigint, p_other_meeting bigint, p_other_position integer) returns void
language plpgsql
as $$
begin
	if exists (
		select from meeting m, meeting o
		where m.id = p_meeting and o.id = p_other_meeting
			and (m.id = o.id or m.body_id <> o.body_id
				or (o.day, o.starts_at, o.id) > (m.day, m.starts_at, m.id)
				or exists (
					select from decision d
					where d.meeting_id = o.id and d.position = p_other_position
						and d.kind = 'settling' and d.withdrawn_at is null)))
	then
		perform dba_refuse('item_continues', 'an item continues only an unsettled one of an earlier meeting');
	end if;
end
$$;

create function dba_agenda_item() returns trigger
language plpgsql
as $$
declare
	m record;
	f record;
begin
	if tg_op <> 'INSERT' then
		perform from meeting e where e.id = old.meeting_id for no key update;
		perform dba_refuse_frozen(old.meeting_id, old.handled);
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	select e.body_id, e.day, e.starts_at, e.opened_at, e.closed_at, e.cancelled_at, c.areas into m
	from meeting e
	join dba_parameter c on c.body_id = e.body_id
	where e.id = new.meeting_id for no key update of e;
	if not found then
		return null;				-- left to the foreign key
	end if;
	if new.area < 1 or new.area > m.areas then
		perform dba_refuse('item_area', format('item %s is in area %s', new.position, new.area));
	elsif new.opened_at < m.opened_at or new.opened_at > m.closed_at
		or new.decided_at < m.opened_at or new.decided_at > m.closed_at
	then
		perform dba_refuse('times_in_meeting', format('item %s was not handled in the meeting', new.position));
	elsif m.cancelled_at is not null and new.handled is not null then
		perform dba_refuse('meeting_cancelled', 'the meeting was cancelled');
	end if;
	select bool_or(o.handled = new.handled) as twice,
		bool_or(case when o.handled < new.handled
			then coalesce(o.decided_at, o.opened_at) > coalesce(new.opened_at, new.decided_at)
			else coalesce(new.decided_at, new.opened_at) > coalesce(o.opened_at, o.decided_at) end)
			filter (where o.handled is not null and new.handled is not null) as untimely,
		bool_or(o.section = new.section or o.handled < new.handled and o.section > new.section
			or o.handled > new.handled and o.section < new.section) as disordered,
		bool_or(o.section < new.section) as follows,
		bool_or(o.section > new.section) as precedes,
		exists (select from attendance a
			where a.meeting_id = new.meeting_id and a.capacity = 'serving_substitute') as substitutes,
		exists (select from attestation s where s.meeting_id = new.meeting_id) as signed
	into f
	from agenda_item o
	where o.meeting_id = new.meeting_id and o.position <> new.position;
	if f.signed then
		perform dba_refuse_frozen(new.meeting_id, new.handled);
	end if;
	if f.twice then
		perform dba_refuse('handled_once', format('two items are number %s in the order of handling', new.handled));
	elsif f.untimely then
		perform dba_refuse('handling_times', format('the times of item %s do not follow the order of handling', new.position));
	elsif f.disordered then
		perform dba_refuse('section_number', format('section %s of item %s is out of order', new.section, new.position));
	end if;
	if new.section is not null
		and (tg_op = 'INSERT' or old.section is distinct from new.section or old.meeting_id <> new.meeting_id)
	then
		-- one numbering at a time; between two others of the meeting nothing can be wrong
		perform pg_advisory_xact_lock(m.body_id);
		if f.follows is not true or f.precedes is not true then
			perform dba_check_series(m.body_id, m.day, m.starts_at, new.meeting_id,
				case when f.follows then null else new.section end,
				case when f.precedes then null else new.section end);
		end if;
	end if;
	if new.continues_meeting_id is not null then
		perform from meeting e where e.id = new.continues_meeting_id for share;
		perform dba_check_continues(new.meeting_id, new.continues_meeting_id, new.continues_position);
	end if;
	if f.substitutes and new.handled is not null then
		perform dba_check_seats(new.meeting_id, new.position);
	end if;
	if tg_op = 'UPDATE' then
		if exists (
			select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position and new.handled is not null
				and (d.decided_at < new.opened_at or d.decided_at > new.decided_at))
		then
			perform dba_refuse('handling_times', format('a decision lies outside item %s', new.position));
		elsif new.kind = 'information' and exists (
			select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position and d.withdrawn_at is null
				and d.kind = 'settling')
		then
			perform dba_refuse('decision_kind', format('item %s is there for information', new.position));
		elsif new.handled is null and exists (
			select from decision d
			where d.meeting_id = new.meeting_id and d.position = new.position and d.withdrawn_at is null)
		then
			perform dba_refuse('decision_handled', format('item %s is decided but was not taken up', new.position));
		end if;
		if new.handled is distinct from old.handled then
			perform dba_check_roll(new.meeting_id, new.handled, new.handled);
		end if;
		perform dba_check_vote(v.meeting_id, v.position, v.number)
		from vote_event v where v.meeting_id = new.meeting_id and v.position = new.position;
	end if;
	return null;
end
$$;

-- ---- meeting ----

create function dba_check_called(m meeting) returns void
language plpgsql
as $$
declare
	called date := coalesce(m.called_on, m.day);
	chair bigint;
begin
	if m.ground = 'chair' then
		chair := dba_acting_chair(m.body_id, called);
		if m.called_by = chair or chair is null and exists (
			select from membership s where s.body_id = m.body_id and s.person_id = m.called_by and s.valid @> called)
		then
			return;
		end if;
	elsif m.ground = 'members' and exists (
		select from meeting_request r
		join dba_parameter c on c.body_id = r.body_id
		where r.id = m.request_id and r.requested_on <= called
			and c.requests <= (
				select count(*) from meeting_requester q
				where q.request_id = r.id and exists (
					select from membership s
					where s.body_id = m.body_id and s.person_id = q.person_id and s.role = 'member'
						and s.valid @> r.requested_on)))
	then
		return;
	end if;
	perform dba_refuse('meeting_called', 'the meeting was called by nobody who may');
end
$$;

-- The meeting takes place on another day: who sits in the body then?
create function dba_check_day(m meeting) returns void
language plpgsql
as $$
declare
	s record;
begin
	perform dba_check_capacity(m.body_id, m.day, a.person_id, a.capacity, a.serves_for)
	from attendance a where a.meeting_id = m.id;
	perform dba_check_remote(m.id, a.person_id, a.capacity)
	from attendance a where a.meeting_id = m.id and a.mode = 'remote';
	perform dba_check_roll(m.id, 1, 2147483647);
	perform dba_check_responsible(n.meeting_id, n.number, n.responsible_id)
	from minutes n where n.meeting_id = m.id;
	select min(i.section) as first, max(i.section) as last into s
	from agenda_item i where i.meeting_id = m.id;
	if s.first is not null then
		perform pg_advisory_xact_lock(m.body_id);
		perform dba_check_series(m.body_id, m.day, m.starts_at, m.id, s.first, s.last);
	end if;
	perform dba_check_continues(i.meeting_id, i.continues_meeting_id, i.continues_position)
	from agenda_item i
	where i.meeting_id = m.id and i.continues_meeting_id is not null or i.continues_meeting_id = m.id;
end
$$;

create function dba_meeting() returns trigger
language plpgsql
as $$
begin
	if tg_op = 'UPDATE' and old.body_id <> new.body_id then
		perform dba_refuse('meeting_body_fixed', 'a meeting cannot move to another body');
	end if;
	if (new.place ~ '\S') is not true and (new.opened_at is not null
		or exists (select from summons s where s.meeting_id = new.id)
		or exists (select from meeting_document d where d.meeting_id = new.id and d.kind = 'summons'))
	then
		perform dba_refuse('meeting_place', 'the meeting is opened or summoned without a place');
	elsif new.is_public then
		perform dba_refuse('closed_doors', 'the meeting is public');
	elsif new.closed_at is not null and new.opened_at is null then
		perform dba_refuse('sittings_in_order', 'the meeting was closed and never opened');
	end if;
	if new.cancelled_at is null then
		if new.ground <> 'plan' then
			perform dba_check_called(new);
		end if;
		if not exists (select from body b where b.id = new.body_id and b.valid @> new.day) then
			perform dba_refuse('body_lifetime', 'the body does not exist on the day of the meeting');
		elsif exists (
			select from body_succession s where s.predecessor_id = new.body_id and s.day <= new.day)
		then
			perform dba_refuse('succession_day', 'another body has taken the place of this one');
		end if;
	end if;
	if tg_op = 'INSERT' then
		return null;
	end if;

	if new.cancelled_at is not null and exists (
		select from agenda_item i
		where i.meeting_id = new.id and (i.handled is not null or exists (
			select from decision d
			where d.meeting_id = new.id and d.position = i.position and d.withdrawn_at is null)))
	then
		perform dba_refuse('meeting_cancelled', 'the meeting was cancelled, and has handled items');
	end if;
	if (new.opened_at, new.closed_at) is distinct from (old.opened_at, old.closed_at) then
		if exists (
				select from agenda_item i
				where i.meeting_id = new.id
					and (i.opened_at < new.opened_at or i.opened_at > new.closed_at
						or i.decided_at < new.opened_at or i.decided_at > new.closed_at))
			or exists (
				select from decision d
				where d.meeting_id = new.id and d.withdrawn_at is null
					and (d.decided_at < new.opened_at or d.decided_at > new.closed_at))
		then
			perform dba_refuse('times_in_meeting', 'an item or decision lies outside the meeting');
		elsif exists (
			select from attestation s
			join minutes n on n.meeting_id = s.meeting_id and n.number = s.number and not n.immediate
			where s.meeting_id = new.id and (s.signed_at >= new.closed_at) is not true)
		then
			perform dba_refuse('attestation_time', 'minutes are attested before the meeting was closed');
		end if;
	end if;
	if (new.opened_at is distinct from old.opened_at) and new.day = old.day then
		perform dba_check_remote(a.meeting_id, a.person_id, a.capacity)
		from attendance a where a.meeting_id = new.id and a.mode = 'remote';
	end if;
	if (new.day, new.starts_at) <> (old.day, old.starts_at) then
		perform dba_check_day(new);
	end if;
	if ((new.day, new.starts_at) <> (old.day, old.starts_at)
			or (new.opened_at, new.cancelled_at, new.place) is distinct from (old.opened_at, old.cancelled_at, old.place)
			or new.closed_at is distinct from old.closed_at and (old.closed_at is not null or exists (
				select from minutes n
				join attestation s on s.meeting_id = n.meeting_id and s.number = n.number
				where n.meeting_id = new.id and not n.immediate)))
		and exists (select from attestation s where s.meeting_id = new.id)
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	return null;
end
$$;

-- ---- minutes ----

create function dba_check_responsible(p_meeting bigint, p_number integer, p_person bigint) returns void
language plpgsql
as $$
begin
	if p_person is not null
		and exists (select from presiding p where p.meeting_id = p_meeting)
		and not exists (select from presiding p where p.meeting_id = p_meeting and p.person_id = p_person)
		and not exists (
			select from meeting m
			join office o on o.body_id = m.body_id and o.person_id = p_person and o.kind = 'chair' and o.valid @> m.day
			where m.id = p_meeting)
	then
		perform dba_refuse('minutes_responsible', format('%s cannot answer for minutes %s', p_person, p_number));
	end if;
end
$$;

create function dba_minutes() returns trigger
language plpgsql
as $$
begin
	perform from meeting m where m.id in (old.meeting_id, new.meeting_id) order by m.id for no key update;
	if tg_op <> 'DELETE' and (new.items is null and new.immediate or cardinality(new.items) = 0
		or cardinality(new.items) <> (select count(distinct i) from unnest(new.items) i)
		or exists (
			select from minutes n
			where n.meeting_id = new.meeting_id and n.number <> new.number
				and (n.items && new.items or n.items is null and new.items is null)))
	then
		perform dba_refuse('minutes_items', 'an item stands in two minutes, or minutes name none');
	end if;
	if exists (
		select from minutes n
		join attestation s on s.meeting_id = n.meeting_id and s.number = n.number
		where n.meeting_id in (old.meeting_id, new.meeting_id)
			and (n.items is null or n.number = old.number or n.number = new.number))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	if tg_op <> 'DELETE' then
		perform dba_check_responsible(new.meeting_id, new.number, new.responsible_id);
	end if;
	return null;
end
$$;

create function dba_adjuster() returns trigger
language plpgsql
as $$
begin
	perform from meeting m where m.id in (old.meeting_id, new.meeting_id) order by m.id for no key update;
	if tg_op <> 'DELETE' and exists (
			select from agenda_item i
			where i.meeting_id = new.meeting_id and i.position = new.position and i.handled is not null)
		and not exists (
			select from dba_serving s
			where s.meeting_id = new.meeting_id and s.position = new.position and s.person_id = new.person_id
				and s.point = 'decided')
	then
		perform dba_refuse('adjuster_elected', format('%s did not serve at item %s', new.person_id, new.position));
	end if;
	if exists (
		select from dba_covered c
		join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
		cross join lateral (
			select old.meeting_id = c.meeting_id and old.from_item <= c.handled
					and (old.to_item is null or old.to_item >= c.handled) as before,
				new.meeting_id = c.meeting_id and new.from_item <= c.handled
					and (new.to_item is null or new.to_item >= c.handled) as after) o
		where c.meeting_id in (old.meeting_id, new.meeting_id)
			and ((o.before is true) <> (o.after is true)
				or o.before and (old.person_id, old.position, old.alternate) <> (new.person_id, new.position, new.alternate)))
	then
		perform dba_refuse('attested_frozen', 'what is signed cannot be changed');
	end if;
	return null;
end
$$;

-- Whose signature stands for which section, and how.
create view dba_signature as
select c.meeting_id, c.number, c.position, s.person_id, s.role
from dba_covered c
join attestation s on s.meeting_id = c.meeting_id and s.number = c.number
where case s.role
	when 'later_meeting' then true
	when 'chair' then exists (
		select from presiding p
		where p.meeting_id = c.meeting_id and p.person_id = s.person_id
			and p.from_item <= c.handled and (p.to_item is null or p.to_item >= c.handled))
	else exists (
			select from adjuster j
			where j.meeting_id = c.meeting_id and j.person_id = s.person_id
				and j.from_item <= c.handled and (j.to_item is null or j.to_item >= c.handled))
		and exists (
			select from dba_serving v
			where v.meeting_id = c.meeting_id and v.position = c.position and v.point = 'decided'
				and v.person_id = s.person_id)
		and not exists (
			select from presiding p
			where p.meeting_id = c.meeting_id and p.person_id = s.person_id
				and p.from_item <= c.handled and (p.to_item is null or p.to_item >= c.handled))
	end;

create function dba_attestation() returns trigger
language plpgsql
as $$
declare
	n record;
	since timestamp;
begin
	perform from meeting m where m.id in (old.meeting_id, new.meeting_id) order by m.id for no key update;
	if exists (
		select from dba_attested t
		where t.meeting_id = old.meeting_id and t.number = old.number
			or t.meeting_id = new.meeting_id and t.number = new.number)
	then
		perform dba_refuse('attested_frozen', 'the signatures under attested minutes cannot be changed');
	end if;
	if tg_op = 'DELETE' then
		return null;
	end if;
	select i.items, i.immediate, m.closed_at, m.starts_at, m.body_id into n
	from minutes i join meeting m on m.id = i.meeting_id
	where i.meeting_id = new.meeting_id and i.number = new.number;
	if not found then
		return null;				-- left to the foreign key
	end if;
	since := case when n.immediate then (
			select max(greatest(c.opened_at, c.decided_at)) from dba_covered c
			where c.meeting_id = new.meeting_id and c.number = new.number)
		else n.closed_at end;
	if since is null and not n.immediate or new.signed_at < since then
		perform dba_refuse('attestation_time', format('minutes %s are signed too early', new.number));
	elsif exists (
		select from dba_covered c
		where c.meeting_id = new.meeting_id and c.number = new.number and c.section is null)
	then
		perform dba_refuse('section_given', format('minutes %s are over an item without a section', new.number));
	elsif exists (
		select from unnest(n.items) i(handled)
		where not exists (select from agenda_item a where a.meeting_id = new.meeting_id and a.handled = i.handled))
	then
		perform dba_refuse('minutes_items', format('minutes %s name an item of which there is none', new.number));
	elsif new.role <> 'later_meeting' then
		if not exists (
			select from dba_signature s
			where s.meeting_id = new.meeting_id and s.number = new.number
				and s.person_id = new.person_id and s.role = new.role)
		then
			perform dba_refuse('attestation_entitled', format('%s cannot attest minutes %s', new.person_id, new.number));
		end if;
		return null;
	end if;
	if (new.hindrance ~ '\S') is not true or not exists (
		select from meeting o
		join presiding p on p.meeting_id = o.id and p.person_id = new.person_id
		where o.id = new.later_meeting_id and o.body_id = n.body_id
			and o.starts_at > n.starts_at and o.opened_at <= new.signed_at)
	then
		perform dba_refuse('attestation_entitled', format('%s cannot attest minutes %s for a later meeting', new.person_id, new.number));
	end if;
	raise warning 'minutes % are attested by a later meeting', new.number;
	return null;
end
$$;

-- When the last signature is there, the minutes are attested for good.
create function dba_attest() returns trigger
language plpgsql
as $$
begin
	insert into dba_attested (meeting_id, number)
	select n.meeting_id, n.number
	from (select distinct s.meeting_id, s.number from signed s) n
	join meeting m on m.id = n.meeting_id
	join dba_parameter p on p.body_id = m.body_id
	where exists (
			select from dba_covered c where c.meeting_id = n.meeting_id and c.number = n.number)
		and not exists (
			select from dba_covered c
			cross join lateral (
				select count(*) filter (where s.role = 'chair') as chairs,
					count(*) filter (where s.role = 'adjuster') as adjusters,
					count(*) filter (where s.role = 'later_meeting') as later
				from dba_signature s
				where s.meeting_id = c.meeting_id and s.number = c.number and s.position = c.position) s
			where c.meeting_id = n.meeting_id and c.number = n.number
				and s.later = 0 and (s.chairs = 0 or s.adjusters < p.adjusters));
	return null;
end
$$;

-- ---- the triggers ----

do $$
declare
	tab name;
begin
	foreach tab in array array['attendance', 'recusal', 'presiding', 'agenda_item', 'vote_event', 'vote',
		'decision', 'minutes', 'adjuster', 'attestation']
	loop
		execute format('create trigger "DBA_check" after insert or update or delete on %I '
			'for each row execute function %I()', tab, 'dba_' || tab);
	end loop;
end
$$;
create trigger "DBA_check" after insert or update on meeting
for each row execute function dba_meeting();
create trigger "DBA_insert" after insert on attestation
referencing new table as signed
for each statement execute function dba_attest();
create trigger "DBA_update" after update on attestation
referencing new table as signed
for each statement execute function dba_attest();
