-- The reports as of any day in a single query: todo_as_of(day) and its like give
-- what the view gives where the setting governance.as_of is that day.  Compiling
-- them (jit) costs seconds, and running them some milliseconds.

do $do$
declare
	report text;
begin
	foreach report in array array['todo', 'decision_register', 'delegation_status', 'motion_status',
		'referral_status', 'meeting_overview', 'notice_board', 'policy_status', 'area_status']
	loop
		execute format($report$
create or replace function %I(day date) returns setof %I
language plpgsql stable parallel unsafe
set search_path from current
set jit = off
as $$
declare
	former text := coalesce(current_setting('governance.as_of', true), '');
begin
	perform set_config('governance.as_of', day::text, true);
	return query select * from %2$I;
	perform set_config('governance.as_of', former, true);
end
$$;
$report$, report || '_as_of', report);
		execute format('comment on function %I(date) is %L', report || '_as_of',
			format('The view %s as it stood on a day (per en viss dag).', report));
	end loop;
end
$do$;
