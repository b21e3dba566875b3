-- Prints how the motion of a story and its claims stand on a day (psql variable
-- "day").
\pset format aligned
\pset tuples_only off
\echo '   On' :day 'the motion stood like this:'
\echo
set governance.as_of = :'day';
select raised_on as raised, decide_by as "decide by", board_heard_on as "executive board heard",
	referrals_answered || ' of ' || referred_to as "referrals answered", decided_on as decided,
	reports as "reports to the council", array_to_string(obsolete, ', ') as "obsolete claims", late
from motion_status;
reset governance.as_of;
