-- Which decisions by delegation are still to be reported.  From which day one is
-- done with is derived from the lines and reports that tell of it, so that what is
-- to be reported is found without those that have been.

create or replace function reported_on(meeting bigint, "position" integer, point integer) returns date
language sql stable parallel restricted
set search_path from current
as $$
select coalesce(min(r.received_on), 'infinity')
from delegation_report_item i
join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
where i.meeting_id = reported_on.meeting and i.position = reported_on.position and i.point = reported_on.point
$$;
comment on function reported_on(bigint, integer, integer) is
'The day on which a report (anmälan) of a decision at a meeting was received; infinity: none was.';

create or replace function reported_on(matter bigint, number integer) returns date
language sql stable parallel restricted
set search_path from current
as $$
select coalesce(min(r.received_on), 'infinity')
from delegation_report_item i
join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
where i.decided_matter_id = reported_on.matter and i.decided_number = reported_on.number
$$;
comment on function reported_on(bigint, integer) is
'The day on which a report (anmälan) of a decision outside meetings was received; infinity: none was.';

-- A new row with a day that is typed in is written again, so that this finds it: for
-- a decision at a meeting by the library (src/enforcement/trigger.c).
create or replace function derive_reported() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	new.done_on := reported_on(new.meeting_id, new.position, new.point);
	return new;
end
$$;
revoke execute on function derive_reported() from public;
comment on function derive_reported() is
'Trigger: a decision by delegation at a meeting is done with on the day on which a report of it was received; what is typed in is overwritten.';

-- A trigger before an insertion would make COPY insert row by row.
create or replace function derive_reported_outside() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
declare
	derived date := reported_on(new.matter_id, new.number);
begin
	if tg_when = 'AFTER' then
		update delegated_decision d set done_on = derived
		where d.matter_id = new.matter_id and d.number = new.number;
		return null;
	end if;
	new.done_on := derived;
	return new;
end
$$;
revoke execute on function derive_reported_outside() from public;
comment on function derive_reported_outside() is
'Trigger: the same for a decision outside meetings.';

create or replace function touch_reported(meeting bigint, "position" integer, point integer,
	matter bigint, number integer) returns void
language sql volatile parallel unsafe
set search_path from current
as $$
update decision d set done_on = r.day
from reported_on(touch_reported.meeting, touch_reported.position, touch_reported.point) r(day)
where d.meeting_id = touch_reported.meeting and d.position = touch_reported.position
	and d.point = touch_reported.point and d.done_on <> r.day;
update delegated_decision d set done_on = r.day
from reported_on(touch_reported.matter, touch_reported.number) r(day)
where d.matter_id = touch_reported.matter and d.number = touch_reported.number and d.done_on <> r.day;
$$;
comment on function touch_reported(bigint, integer, integer, bigint, integer) is
'Derives anew from which day a decision is done with: one of a meeting, or one of a matter.';

create or replace function touch_reported_line() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	if tg_op <> 'INSERT' then
		perform touch_reported(old.meeting_id, old.position, old.point, old.decided_matter_id, old.decided_number);
	end if;
	if tg_op <> 'DELETE' then
		perform touch_reported(new.meeting_id, new.position, new.point, new.decided_matter_id, new.decided_number);
	end if;
	return null;
end
$$;
revoke execute on function touch_reported_line() from public;
comment on function touch_reported_line() is
'Trigger: a line of a report came, changed or went.';

create or replace function touch_reported_by() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	perform touch_reported(i.meeting_id, i.position, i.point, i.decided_matter_id, i.decided_number)
	from delegation_report_item i
	where i.matter_id = new.matter_id and i.number = new.number;
	return null;
end
$$;
revoke execute on function touch_reported_by() from public;
comment on function touch_reported_by() is
'Trigger: a report was received, or not after all.';

do $$
declare
	tab name;
	derive name;
begin
	for tab, derive in values ('decision', 'derive_reported'), ('delegated_decision', 'derive_reported_outside')
	loop
		execute format('drop trigger if exists derive_done_insert on %I', tab);
		execute format('drop trigger if exists derive_done_update on %I', tab);
		execute format('create trigger derive_done_update before update on %I '
			'for each row when (new.done_on <> old.done_on) execute function %I()', tab, derive);
	end loop;
	create trigger derive_done_insert after insert on delegated_decision
		for each row when (new.done_on <> 'infinity') execute function derive_reported_outside();
	drop trigger if exists touch_reported on delegation_report_item;
	create trigger touch_reported after insert or update or delete on delegation_report_item
		for each row execute function touch_reported_line();
	drop trigger if exists touch_reported on delegation_report;
	create trigger touch_reported after update on delegation_report
		for each row when (old.received_on is distinct from new.received_on)
		execute function touch_reported_by();
end
$$;

comment on column decision.done_on is
'The day on which a report of the decision by delegation was received, derived by the database; infinity: none was';
comment on column delegated_decision.done_on is
'The day on which a report of the decision was received, derived by the database; infinity: none was';
