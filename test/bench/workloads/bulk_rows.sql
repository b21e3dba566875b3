-- The rows to load, in tables of schema :source: as the meetings follow each
-- other, and (…_random) in an order that has nothing to do with them.
create schema :source;
set search_path = :source;

create unlogged table attendance as
select body * 10000 + week as meeting_id, p as person_id,
	case when p <= 7 then 'serving_member' else 'non_serving_substitute' end as capacity
from generate_series(2, 1 + :committees) body, generate_series(1, :attended) week, generate_series(1, 14) p
order by 1, 2;
create unlogged table vote as
select body * 10000 + week as meeting_id, i as position, p as person_id, case when p <= 5 then 'yes' else 'no' end as choice
from generate_series(2, 1 + :committees) body, generate_series(1, :voted) week,
	generate_series(1, 5) i, generate_series(1, 7) p
order by 1, 2, 3;
create unlogged table decision as
select body * 10000 + week as meeting_id, i as position,
	'Utskottet beslutar i ärende ' || i || ' enligt förslaget.' as text,
	case when week <= :voted and i <= 5 then 1 end as vote_number
from generate_series(2, 1 + :committees) body, generate_series(1, :decided) week, generate_series(1, 20) i
order by 1, 2;
create unlogged table vote_random as select * from vote order by hashtext(vote::text), vote;
create unlogged table decision_random as select * from decision order by hashtext(decision::text), decision;
analyze attendance, vote, decision, vote_random, decision_random;
