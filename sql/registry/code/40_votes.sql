-- The result of every vote, counted as the rules count it (agreement.c): open
-- votes from their rows, closed ones from the tellers' tally.

create or replace view vote_result with (security_barrier) as
select e.meeting_id, e.position, e.number, e.kind, e.subject,
	c.yes, c.no, c.abstain, c.chair_vote,
	case
		when c.yes > c.no then 'yes'
		when c.no > c.yes then 'no'
		else c.tie_break
	end as outcome,
	case
		when c.yes <> c.no then 'majority'
		when c.tie_break is null then null
		when c.by_lot then 'lot'
		else 'casting vote'
	end as decided_by
from vote_event e
join agenda_item i on i.meeting_id = e.meeting_id and i.position = e.position
cross join lateral (
	select count(*) filter (where v.choice = 'yes') as yes,
		count(*) filter (where v.choice = 'no') as no,
		count(*) filter (where v.choice = 'abstain') as abstain,
		max(v.choice) filter (where v.choice <> 'ballot' and v.person_id = (
			select p.person_id from presiding p
			where p.meeting_id = e.meeting_id and p.from_item <= i.handled
				and (p.to_item is null or i.handled <= p.to_item)
			order by p.from_item limit 1)) as chair_vote
	from vote v
	where v.meeting_id = e.meeting_id and v.position = e.position and v.number = e.number
) o
cross join lateral (
	select coalesce(sum(t.ballots) filter (where t.choice = 'yes'), 0) as yes,
		coalesce(sum(t.ballots) filter (where t.choice = 'no'), 0) as no,
		coalesce(sum(t.ballots) filter (where t.choice in ('blank', 'invalid')), 0) as abstain
	from ballot_tally t
	where t.meeting_id = e.meeting_id and t.position = e.position and t.number = e.number
) b
cross join lateral (
	select case when e.kind = 'closed' then b.yes else o.yes end as yes,
		case when e.kind = 'closed' then b.no else o.no end as no,
		case when e.kind = 'closed' then b.abstain else o.abstain end as abstain,
		case when e.kind = 'open' then o.chair_vote end as chair_vote,
		e.subject in ('election', 'employment') as by_lot,
		case
			when e.subject in ('election', 'employment') then e.lot
			when e.kind = 'open' and o.chair_vote in ('yes', 'no') then o.chair_vote
		end as tie_break
) c
where governance.may_read_item('registry'::regclass, e.meeting_id, e.position);

comment on view vote_result is
'The result of each vote (omröstningsresultat, KL 5:55-56): counted from the votes, of a closed vote from the tellers'' tally.';
comment on column vote_result.meeting_id is 'The meeting (sammanträde).';
comment on column vote_result.position is 'The item (ärende) by its number on the agenda.';
comment on column vote_result.number is 'Which vote (omröstning) of the item.';
comment on column vote_result.kind is 'open or closed (öppen eller sluten omröstning).';
comment on column vote_result.subject is 'What kind of matter the vote is about.';
comment on column vote_result.yes is 'Votes for yes (ja-röster).';
comment on column vote_result.no is 'Votes for no (nej-röster).';
comment on column vote_result.abstain is 'Those who abstained (avstod); of a closed vote the blank and invalid ballots.';
comment on column vote_result.chair_vote is 'How the one who presides voted (ordförandens röst), if the vote is open.';
comment on column vote_result.outcome is 'The side that won: yes or no; null: undecided. In the council a minority may have an item tabled whatever the outcome (KL 5:50).';
comment on column vote_result.decided_by is 'majority, casting vote (utslagsröst) or lot (lottning); null: undecided.';
