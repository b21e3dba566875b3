-- Bodies that end: what ends them, what they owe.
set search_path = floor, public;

-- bodies as they were before the act
create table body_was (like body);
create function keep_body() returns trigger language plpgsql set search_path from current as $$
begin
	insert into body_was select old.*;
	return null;
end
$$;
create trigger keep_body after update on body for each row execute function keep_body();

create view body_change as
select n.id, w.valid as was, n.valid, lower(n.valid) as day, n.dissolved_on, w.dissolved_on as dissolved_before, n.extended_on, w.extended_on as extended_before
from body n join body_was w on w.id = n.id;

-- I18: by another decision than last time, dated while it lived
create view body_extension as
select 'body' as root, id, null::integer as item, id as law_body, day as law_day
from body_change
where coalesce(upper(valid), 'infinity') > coalesce(upper(was), 'infinity')
	and (extended_on < upper(was) and extended_on is distinct from extended_before) is not true;

-- E5; one that had no end may be given one
create view body_dissolution as
select 'body' as root, c.id, null::integer as item, c.id as law_body, c.day as law_day
from body_change c
where upper(c.valid) < upper(c.was)
	and (c.dissolved_on < upper(c.was) and c.dissolved_on is distinct from c.dissolved_before) is not true;

-- E5: with its report by the last day
create view body_report as
select 'body' as root, b.id, null::integer as item, b.id as law_body, lower(b.valid) as law_day
from body b
where b.dissolved_on is not null and (b.report_number is not null and b.reported_on < coalesce(upper(b.valid), 'infinity')) is not true;
