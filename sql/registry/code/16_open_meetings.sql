-- Which meetings, and requests for one, leave something to be done.  What is due
-- is looked for in those only, and so does not take longer as those that are
-- done pile up.  From which day a meeting is done is derived by the library
-- (src/minutes/done.c), and for a request here.

create or replace view open_meeting with (security_barrier) as
select m.id, m.body_id, m.day, m.urgent, m.called_on, m.opened_at, m.cancelled_at
from meeting m
where m.done_on > governance.as_of();
comment on view open_meeting is
'Meetings that may leave something to be done on the day of the setting governance.as_of: of those that are done, none; of those to come, all.';
comment on column open_meeting.id is 'The meeting (sammanträde).';
comment on column open_meeting.body_id is 'The body.';
comment on column open_meeting.day is 'Its day.';
comment on column open_meeting.urgent is 'Is it called urgently?';
comment on column open_meeting.called_on is 'The day it was called, where that is told.';
comment on column open_meeting.opened_at is 'When it was opened.';
comment on column open_meeting.cancelled_at is 'When it was cancelled.';

comment on column meeting.done_on is
'The day from which the meeting leaves nothing to be done, derived by the database; infinity: something is left';
comment on column meeting_request.done_on is
'The day on which a meeting that was called on the request was opened, derived by the database; infinity: none was';

-- ---- from which day a request is done ----

create or replace function derive_request_done() returns trigger
language plpgsql
set search_path from current
as $$
begin
	new.done_on := coalesce((
		select min(m.opened_at)::date from meeting m where m.request_id = new.id), 'infinity');
	return new;
end
$$;
comment on function derive_request_done() is
'Trigger: a request for a meeting (begäran om sammanträde) is done on the day on which a meeting that was called on it is opened; what is typed in is overwritten.';

create or replace function touch_meeting_request() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	update meeting_request r set done_on = 'infinity'
	where r.id in (case when tg_op <> 'INSERT' then old.request_id end,
		case when tg_op <> 'DELETE' then new.request_id end);
	return null;
end
$$;
comment on function touch_meeting_request() is
'Trigger: a meeting that was called on request came, changed or went, so the day on which the request was done is derived anew.';

-- ---- settings that no decision holds fast ----

-- What is in force on the day of a meeting with decisions does not change.
create or replace function derive_done_anew() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	update meeting m set done_on = 'infinity'
	where m.done_on < 'infinity'
		and not exists (select from decision d where d.meeting_id = m.id);
	return null;
end
$$;
comment on function derive_done_anew() is
'Trigger: what must be done of meetings may have changed with the settings, so the days on which they were done are derived anew.';

do $$
declare
	tab name;
begin
	drop trigger if exists "GOVERNANCE_done" on meeting_request;
	create trigger "GOVERNANCE_done" before insert or update on meeting_request
		for each row execute function derive_request_done();
	drop trigger if exists "GOVERNANCE_request_insert" on meeting;
	create trigger "GOVERNANCE_request_insert" after insert on meeting
		for each row when (new.request_id is not null) execute function touch_meeting_request();
	drop trigger if exists "GOVERNANCE_request_update" on meeting;
	create trigger "GOVERNANCE_request_update" after update of request_id, opened_at on meeting
		for each row when (coalesce(old.request_id, new.request_id) is not null)
		execute function touch_meeting_request();
	drop trigger if exists "GOVERNANCE_request_delete" on meeting;
	create trigger "GOVERNANCE_request_delete" after delete on meeting
		for each row when (old.request_id is not null) execute function touch_meeting_request();
	foreach tab in array array['regulation', 'rule_setting']
	loop
		execute format('drop trigger if exists "GOVERNANCE_done" on %I', tab);
		execute format('create trigger "GOVERNANCE_done" after insert or update or delete on %I '
			'for each statement execute function derive_done_anew()', tab);
	end loop;
end
$$;
