-- Who is elected, as the rules derive it (election.c).  A candidate's quotient
-- is the ballots for the candidate, or in a proportional election the ballots
-- for the list divided by the candidate's place on it.  It is kept as a whole
-- number, so that equal quotients are equal.

create or replace view election_result with (security_barrier) as
with quotient as (
	select e.meeting_id, e.position, e.number, e.purpose, e.method, e.seats,
		c.person_id, c.list, c.rank, c.lot,
		count(*) over election as candidates,
		t.counted,
		t.ballots,
		div(t.ballots * 1000000000000::numeric,
			case when e.method = 'proportional'
				then rank() over (partition by e.meeting_id, e.position, e.number, c.list order by c.rank)
				else 1 end) as quotient,
		e.method = 'proportional' and (c.list is null or c.rank is null or count(*) over (
			partition by e.meeting_id, e.position, e.number, c.list, c.rank) > 1) as unplaced
	from election e
	join candidate c on c.meeting_id = e.meeting_id and c.position = e.position and c.number = e.number
	cross join lateral (
		select count(*) > 0 as counted,
			coalesce(sum(b.ballots) filter (where case when e.method = 'proportional'
				then b.choice = 'list' and b.list = c.list
				else b.choice = 'candidate' and b.person_id = c.person_id end), 0) as ballots
		from ballot_tally b
		where b.meeting_id = e.meeting_id and b.position = e.position and b.number = e.vote_number
	) t
	where governance.may_read_item('registry'::regclass, e.meeting_id, e.position)
	window election as (partition by e.meeting_id, e.position, e.number)
), placed as (
	select q.*,
		bool_or(unplaced) over election as unclear,
		rank() over (election order by quotient desc) - 1 as above,
		count(*) over equals as equal,
		count(*) filter (where lot is null) over equals as without_lot,
		row_number() over (equals order by lot) as drawn
	from quotient q
	window election as (partition by meeting_id, position, number),
		equals as (partition by meeting_id, position, number, quotient)
)
select p.meeting_id, p.position, p.number, p.purpose, p.method, p.seats,
	p.person_id, p.list, p.lot,
	case when p.method <> 'acclamation' and p.counted then p.ballots end as ballots,
	case
		when p.method = 'acclamation' then case when p.candidates <= p.seats then true end
		when not p.counted or p.unclear then null
		when p.quotient = 0 then false
		when p.above + p.equal <= p.seats then true
		when p.above >= p.seats then false
		when p.without_lot > 0 then null
		else p.above + p.drawn <= p.seats
	end as elected,
	p.method <> 'acclamation' and p.counted and not p.unclear and p.quotient > 0
		and p.above < p.seats and p.above + p.equal > p.seats as by_lot
from placed p;

comment on view election_result is
'The result of each election (valresultat, KL 5:55-56), a row for each candidate: by acclamation, by ballots, by lot between equal numbers; proportional elections by whole-number quotients (heltalsmetoden).';
comment on column election_result.meeting_id is 'The meeting (sammanträde).';
comment on column election_result.position is 'The item (ärende) by its number on the agenda.';
comment on column election_result.number is 'Which election (val) of the item.';
comment on column election_result.purpose is 'What is elected to.';
comment on column election_result.method is 'acclamation, majority or proportional (acklamation, majoritetsval, proportionellt val).';
comment on column election_result.seats is 'How many are elected (antal platser).';
comment on column election_result.person_id is 'The candidate (kandidat).';
comment on column election_result.list is 'The list that the candidate stands on (valsedel, lista).';
comment on column election_result.lot is 'The lot drawn (lott): 1 comes first.';
comment on column election_result.ballots is 'Ballots (röster) for the candidate, in a proportional election for the list; null: not counted.';
comment on column election_result.elected is 'Whether the candidate is elected; null: not settled yet.';
comment on column election_result.by_lot is 'Whether the lot decides (lottning): the last seat falls between equal numbers.';
