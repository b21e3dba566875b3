-- What the stress is written to, in the registry :registry after
-- test/data/committee.sql: four meetings that everybody works on, and many that
-- only wait to be signed.
set search_path = :registry, public;

select pg_temp.meeting(m, date '2023-02-01' + 7 * m, 4) from generate_series(1, 4) m;
select pg_temp.meeting(m, date '2024-01-01' + m, 2) from generate_series(101, 160) m;

insert into meeting_document (meeting_id, kind, issued_at, responsible_id)
select id, kind, starts_at - interval '10 days', 1
from meeting, unnest('{announcement,summons,agenda}'::text[]) kind;
insert into summons (meeting_id, person_id, told_at)
select id, p, starts_at - interval '10 days' from meeting, generate_series(1, 14) p;

update agenda_item set section = (meeting_id % 1000) * 40 + handled;
insert into decision (meeting_id, position, text, decided_at)
select meeting_id, position, 'Bifall', decided_at from agenda_item where meeting_id > 100;
update meeting set closed_at = opened_at + interval '3 hours' where id > 100;
insert into minutes (meeting_id) select id from meeting where id > 100;
insert into adjuster (meeting_id, person_id, position) select id, 3, 1 from meeting where id > 100;
