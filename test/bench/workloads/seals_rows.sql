-- :seals sealed minutes in one chain, written past the triggers; and table bytes,
-- which holds the same texts as bytea.
set session_replication_role = replica;

insert into meeting (id, body_id, day, starts_at)
select n, 2, date '2020-01-06' + n, date '2020-01-06' + n + time '09:00' from generate_series(1, :seals) n;
insert into minutes (meeting_id) select id from meeting;
insert into attestation (meeting_id, person_id, role, signed_at)
select id, person, role, starts_at + interval '1 day' from meeting, (values (1, 'chair'), (3, 'adjuster')) s (person, role);
create table bytes (n integer, bytes bytea);
alter table bytes alter bytes set storage external;
insert into bytes
select n, convert_to(substr(long.text, 1 + n % 1000, 6000 + n * 7919 % 95 * 1000), 'UTF8')
from generate_series(1, :seals) n, (
	select string_agg(md5(i::text) || ' Utskottet beslutar att ärende ' || i || E' bordläggs.\n', '' order by i) from generate_series(1, 2000) i) long (text);
with recursive chain as (
	select 1 as n, bytes, null::bytea as previous, sha256(bytes) as hash from bytes where n = 1
	union all
	select b.n, b.bytes, c.hash, sha256(c.hash || b.bytes) from chain c join bytes b on b.n = c.n + 1)
insert into seal (body_id, meeting_id, number, ordinal, format, attested_on, content, previous, hash)
select 2, n, 1, n, 1, date '2020-01-07' + n, convert_from(bytes, 'UTF8'), previous, hash from chain order by n;
reset session_replication_role;
vacuum analyze;
