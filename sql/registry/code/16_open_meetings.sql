-- Which meetings, and requests for one, leave something to be done.  What is due
-- is looked for in those only, and so does not take longer as those that are
-- done pile up.  From which day a meeting is done is derived by the library
-- (src/minutes/done.c), and for a request here.

create or replace view open_meeting with (security_barrier) as
select m.id, m.body_id, m.day, m.urgent, m.called_on, m.opened_at, m.cancelled_at
from meeting m
where m.done_on > governance.as_of() and governance.may_read('registry'::regclass, m.body_id);
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
language plpgsql volatile parallel unsafe
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
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	update meeting_request r set done_on = 'infinity'
	where r.id in (case when tg_op <> 'INSERT' then old.request_id end,
		case when tg_op <> 'DELETE' then new.request_id end);
	return null;
end
$$;
revoke execute on function touch_meeting_request() from public;
comment on function touch_meeting_request() is
'Trigger: a meeting that was called on request came, changed or went, so the day on which the request was done is derived anew.';

-- ---- settings that no decision holds fast ----

-- What is in force on the day of a meeting with decisions does not change; of
-- the others, done_on is made another, and so is derived.
create or replace function derive_done(body bigint, valid daterange) returns void
language sql volatile parallel unsafe
set search_path from current
as $$
update meeting m
set done_on = case when m.done_on = 'infinity' then '-infinity' else 'infinity' end::date
where (derive_done.body is null or m.body_id = derive_done.body) and derive_done.valid @> m.day
	and not exists (select from decision d where d.meeting_id = m.id)
$$;
comment on function derive_done(bigint, daterange) is
'Derives anew from which day the meetings of a body (null: of all) in a period are done, as far as settings may change what is to be done.';

create or replace function derive_done_by_regulation() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	perform derive_done(r.body_id, r.valid)
	from (values (old.body_id, old.valid), (new.body_id, new.valid)) r(body_id, valid);
	return null;
end
$$;
revoke execute on function derive_done_by_regulation() from public;
comment on function derive_done_by_regulation() is
'Trigger: what must be done of meetings may have changed with a regulation (reglemente).';

create or replace function derive_done_by_setting() returns trigger
language plpgsql volatile parallel unsafe security definer
set search_path from current
as $$
begin
	perform derive_done(r.body_id, r.valid)
	from regulation r
	where r.id in (old.regulation_id, new.regulation_id) and exists (
		select from unnest(array['meeting_documents', 'item_area', 'attestation_days', 'notice_days', 'appeal_days']) k(rule)
		where k.rule in (old.rule, new.rule));
	return null;
end
$$;
revoke execute on function derive_done_by_setting() from public;
comment on function derive_done_by_setting() is
'Trigger: what must be done of meetings may have changed with a setting.';

do $$
begin
	drop trigger if exists derive_done on meeting_request;
	create trigger derive_done before insert or update on meeting_request
		for each row execute function derive_request_done();
	drop trigger if exists touch_request_insert on meeting;
	create trigger touch_request_insert after insert on meeting
		for each row when (new.request_id is not null and new.opened_at is not null)
		execute function touch_meeting_request();
	drop trigger if exists touch_request_update on meeting;
	create trigger touch_request_update after update of request_id, opened_at on meeting
		for each row when (coalesce(old.request_id, new.request_id) is not null
			and coalesce(old.opened_at, new.opened_at) is not null)
		execute function touch_meeting_request();
	drop trigger if exists touch_request_delete on meeting;
	create trigger touch_request_delete after delete on meeting
		for each row when (old.request_id is not null and old.opened_at is not null)
		execute function touch_meeting_request();
	drop trigger if exists derive_done on regulation;
	create trigger derive_done after insert or update or delete on regulation
		for each row execute function derive_done_by_regulation();
	drop trigger if exists derive_done on rule_setting;
	create trigger derive_done after insert or update or delete on rule_setting
		for each row execute function derive_done_by_setting();
end
$$;
