-- Letters: signed by the chair, or by who serves in the chair's place, and
-- countersigned by the secretary, before they are sent (rules.md A24, A25, I8).
\set registry letters
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

insert into matter (id, body_id, number, title, opened_on) values (1, 2, 'KS 2025/10', 'Skrivelser', '2025-01-07');
\set ECHO none
-- a letter of 3 February 2025 with one signature, or both, which is not sent
create function pg_temp.letter(number integer, signer bigint, ground text, signed timestamp,
	countersigner bigint default null, countersigned timestamp default null) returns void
language sql
as $$
insert into letter (matter_id, number, body_id, title, dated_on)
values (1, number, 2, 'Till länsstyrelsen', '2025-02-03');
insert into letter_signature (matter_id, number, role, person_id, ground, signed_at)
values (1, number, 'sign', signer, ground, signed);
insert into letter_signature (matter_id, number, role, person_id, ground, signed_at)
select 1, number, 'countersign', countersigner, 'secretary', countersigned
where countersigner is not null;
$$;
create function pg_temp.send(number integer, day date default '2025-02-04') returns text
language sql
as $$
select pg_temp.try(format('update letter set dispatched_on = %L where matter_id = 1 and number = %s', day, number));
$$;
\set ECHO all

-- A24: signed by the chair, countersigned by the secretary, sent on the day of
-- the last signature; at the same stated time is not before
select pg_temp.letter(1, 1, 'chair', '2025-02-04 09:00', 15, '2025-02-04 09:00');
select pg_temp.send(1);
select item, rule, status, finding, citation from explain_matter(1) order by 1, 2;

-- A24: one is missing, or both are
select pg_temp.letter(2, 1, 'chair', '2025-02-04 09:00');
select item, rule, status, finding, hint from explain_matter(1) where item = 2;
select pg_temp.send(2);
insert into letter_signature values (1, 2, 'countersign', 15, 'secretary', '2025-02-04 10:00');
delete from letter_signature where number = 2 and role = 'sign';
select pg_temp.send(2);
delete from letter_signature where number = 2;
select pg_temp.send(2);
-- a letter that is stored as sent, with its signatures by the same statement
with l as (
	insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on)
	values (1, 3, 2, 'Till regeringen', '2025-02-03', '2025-02-04'))
insert into letter_signature values
	(1, 3, 'countersign', 15, 'secretary', '2025-02-03 15:00'), (1, 3, 'sign', 1, 'chair', '2025-02-03 14:00');
-- and what was signed is not unsigned when it has been sent
select pg_temp.try($$delete from letter_signature where number = 3 and role = 'countersign'$$);
select pg_temp.try($$update letter_signature set number = 2 where number = 3 and role = 'sign'$$);

-- A24: not signed before it is sent: on that day, and the day after
select pg_temp.letter(4, 1, 'chair', '2025-02-05 09:00', 15, '2025-02-05 10:00');
select pg_temp.send(4, '2025-02-04');
select pg_temp.send(4, '2025-02-05');
select pg_temp.try($$update letter set dispatched_on = '2025-02-04' where number = 4$$);
select pg_temp.try($$update letter_signature set signed_at = '2025-02-05 23:59' where number = 4 and role = 'countersign'$$);
select pg_temp.try($$update letter_signature set signed_at = '2025-02-06 00:00' where number = 4 and role = 'countersign'$$);

-- A24: countersigned first
select pg_temp.letter(5, 1, 'chair', '2025-02-04 09:00', 15, '2025-02-04 08:59');
select item, rule, status, finding from explain_matter(1) where item = 5 and status <> 'met';
select pg_temp.send(5);
-- and admitted, for this letter
select admit_matter_deviation(1, 5, 'letter_order', 'Kontrasignerades först') is not null as admitted;
select pg_temp.send(5);

-- A24: the same person twice, who is chair and secretary
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 1, 'secretary', '[2025-02-06,2025-02-07)', 1);
select pg_temp.letter(6, 1, 'chair', '2025-02-06 09:00', 1, '2025-02-06 09:00');
select pg_temp.send(6, '2025-02-06');

-- A24: countersigned by another than the secretary, or as something else
select pg_temp.letter(7, 1, 'chair', '2025-02-04 09:00', 3, '2025-02-04 10:00');
select pg_temp.send(7);
update letter_signature set person_id = 15, ground = 'chair' where number = 7 and role = 'countersign';
select pg_temp.send(7);
-- one who stands in holds the office, from and to those days
insert into office (body_id, person_id, kind, acting, valid, decided_by) values (2, 18, 'secretary', true, '[2025-02-04,2025-02-05)', 1);
update letter_signature set person_id = 18, ground = 'secretary' where number = 7 and role = 'countersign';
update letter_signature set signed_at = '2025-02-03 23:59' where number = 7;
select pg_temp.send(7);
update letter_signature set signed_at = '2025-02-04 00:00' where number = 7;
select pg_temp.send(7);
select pg_temp.try($$update letter_signature set signed_at = '2025-02-05 00:00' where number = 7 and role = 'countersign'; update letter set dispatched_on = '2025-02-05' where number = 7$$);

-- A25, I8: the vice chair signs while the chair is not prevented
select pg_temp.letter(10, 2, 'vice_chair', '2025-03-03 09:00', 15, '2025-03-03 10:00');
select item, rule, status, finding, hint from explain_matter(1) where item = 10 and status <> 'met';
select pg_temp.send(10, '2025-03-03');
-- the chair is prevented the days before and after
insert into hindrance (body_id, person_id, valid, reason) values
	(2, 1, '[2025-03-01,2025-03-03)', 'sjuk'), (2, 1, '[2025-03-04,2025-03-05)', 'sjuk');
select pg_temp.send(10, '2025-03-03');
-- on that day in another body
insert into hindrance (body_id, person_id, valid, reason) values (1, 1, '[2025-03-03,2025-03-04)', 'sjuk');
select pg_temp.send(10, '2025-03-03');
-- on that day; as what the vice chair signs is said
insert into hindrance (id, body_id, person_id, valid, reason) values (7, 2, 1, '[2025-03-03,2025-03-04)', 'sjuk');
update letter_signature set ground = 'chair' where number = 10 and role = 'sign';
select pg_temp.send(10, '2025-03-03');
update letter_signature set ground = 'vice_chair' where number = 10 and role = 'sign';
select pg_temp.send(10, '2025-03-03');
-- nobody else signs for the vice chair who has stepped in, designated or not
select pg_temp.letter(11, 3, 'designated', '2025-03-03 09:00', 15, '2025-03-03 10:00');
select pg_temp.send(11, '2025-03-03');
insert into office (id, body_id, person_id, kind, valid, decided_by) values (31, 2, 3, 'signer', '[2025-03-01,2025-03-08)', 1);
select pg_temp.send(11, '2025-03-03');
-- the chair was prevented on that day, and signed all the same
select pg_temp.letter(12, 1, 'chair', '2025-03-03 09:00', 15, '2025-03-03 10:00');
select pg_temp.send(12, '2025-03-03');

-- A25: both are prevented: a member who is designated, and who is not
insert into hindrance (id, body_id, person_id, valid, reason) values (8, 2, 2, '[2025-03-03,2025-03-04)', 'resa');
select pg_temp.send(11, '2025-03-03');
select pg_temp.letter(13, 4, 'designated', '2025-03-03 09:00', 15, '2025-03-03 10:00');
select pg_temp.send(13, '2025-03-03');
-- a designation that ends the day before, begins the day after, lasts that day
insert into office (id, body_id, person_id, kind, valid, decided_by) values (32, 2, 4, 'signer', '[2025-03-01,2025-03-03)', 1);
select pg_temp.send(13, '2025-03-03');
update office set valid = '[2025-03-04,2025-03-05)' where id = 32;
select pg_temp.send(13, '2025-03-03');
update office set valid = '[2025-03-03,2025-03-04)' where id = 32;
select pg_temp.send(13, '2025-03-03');
-- a substitute will do; somebody without a seat, or a seat on that day, will not
insert into office (body_id, person_id, kind, valid, decided_by) values
	(2, 14, 'signer', '[2025-03-03,2025-03-04)', 1), (2, 18, 'signer', '[2025-03-03,2025-03-04)', 1);
select pg_temp.letter(14, 14, 'designated', '2025-03-03 09:00', 15, '2025-03-03 10:00');
select pg_temp.send(14, '2025-03-03');
select pg_temp.letter(15, 18, 'designated', '2025-03-03 09:00', 15, '2025-03-03 10:00');
select pg_temp.send(15, '2025-03-03');
update letter_signature set person_id = 14, ground = 'vice_chair' where number = 15 and role = 'sign';
select pg_temp.send(15, '2025-03-03');

-- what is learned later of a letter that was sent is recorded: the chair was not
-- prevented after all, so that others signed letters 10, 11, 13 and 14
update hindrance set valid = '[2025-03-04,2025-03-05)' where id = 7;
select position, rule, found, reason from deviation where matter_id = 1 order by id;
-- the designation of another letter's signer did not hold on that day
insert into hindrance (id, body_id, person_id, valid, reason) values
	(9, 2, 1, '[2025-03-07,2025-03-08)', 'sjuk'), (10, 2, 2, '[2025-03-07,2025-03-08)', 'resa');
select pg_temp.letter(16, 3, 'designated', '2025-03-07 09:00', 15, '2025-03-07 10:00');
select pg_temp.send(16, '2025-03-10');
update office set valid = '[2025-03-01,2025-03-07)' where id = 31;
select position, rule, found from deviation where matter_id = 1 and position = 16;
-- the seat of a signer, the secretary's office, the hindrance of the second
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 13, 'signer', '[2025-03-07,2025-03-08)', 1);
select pg_temp.letter(17, 13, 'designated', '2025-03-07 09:00', 15, '2025-03-07 10:00');
select pg_temp.send(17, '2025-03-07');
update membership set valid = '[2023-01-01,2025-03-07)' where body_id = 2 and person_id = 13;
select position, rule, found from deviation where matter_id = 1 and position = 17;
select pg_temp.letter(18, 11, 'designated', '2025-03-07 09:00', 15, '2025-03-07 10:00');
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 11, 'signer', '[2025-03-07,2025-03-08)', 1);
select pg_temp.send(18, '2025-03-07');
delete from hindrance where id = 10;
select position, rule, found from deviation where matter_id = 1 and position = 18;
update office set valid = '[2023-01-01,2025-03-03)' where body_id = 2 and kind = 'secretary' and person_id = 15;
select position, rule, found from deviation where matter_id = 1 and rule = 'letter_countersigner' order by 1;
-- what was recorded is told as such, and verified as admitted; what is not sent
-- was never broken
select item, rule, status, finding, hint from explain_matter(1) where item in (10, 16) and status = 'broken';
select id, item, rule, finding from governance.verify_registry('letters') order by 1, 2, 3;

-- what was written past the rules is found
alter table letter_signature disable trigger user;
delete from letter_signature where number = 1 and role = 'countersign';
alter table letter_signature enable trigger user;
select id, item, rule, status, finding, citation from governance.verify_registry('letters');
insert into letter_signature values (1, 1, 'countersign', 15, 'secretary', '2025-02-04 09:00');
-- and history is recorded as it was
begin;
select begin_import();
insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on) values (1, 30, 2, 'Osignerad', '2023-02-03', '2023-02-04');
commit;
select position, rule, found, reason from deviation where position = 30;
select count(*) from governance.verify_registry('letters');

-- A25: nobody holds the office: as if the chair were prevented
update office set valid = '[2023-01-01,2025-04-01)' where body_id = 2 and kind = 'chair';
insert into office (body_id, person_id, kind, valid, decided_by) values (2, 15, 'secretary', '[2025-03-03,2027-01-01)', 1);
select pg_temp.letter(20, 2, 'vice_chair', '2025-03-31 09:00', 15, '2025-03-31 10:00');
select pg_temp.send(20, '2025-04-01');
update letter_signature set signed_at = signed_at + interval '1 day' where number = 20;
select pg_temp.send(20, '2025-04-01');
-- a second vice chair serves after the first, before anybody is designated
insert into office (body_id, person_id, kind, valid, decided_by) values
	(2, 5, 'second_vice_chair', '[2025-04-01,2027-01-01)', 1), (2, 6, 'signer', '[2025-04-01,2027-01-01)', 1);
select pg_temp.letter(21, 6, 'designated', '2025-04-02 09:00', 15, '2025-04-02 10:00');
insert into hindrance (body_id, person_id, valid, reason) values (2, 2, '[2025-04-02,2025-04-03)', 'resa');
select pg_temp.send(21, '2025-04-02');
update letter_signature set person_id = 5, ground = 'second_vice_chair' where number = 21 and role = 'sign';
select pg_temp.send(21, '2025-04-02');

-- a regulation that says nothing of letters asks nothing
insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on) values (1, 22, 1, 'Styrelsens', '2025-02-03', '2025-02-04');
select count(*) from explain_matter(1) where item = 22;

-- structure
select pg_temp.try($$insert into letter_signature values (1, 22, 'witness', 1, 'chair', '2025-02-03 09:00')$$);
select pg_temp.try($$insert into letter_signature values (1, 22, 'sign', 1, 'mayor', '2025-02-03 09:00')$$);
select pg_temp.try($$insert into letter_signature values (1, 22, 'sign', 1, 'chair', '-infinity')$$);
select pg_temp.try($$insert into letter_signature values (1, 99, 'sign', 1, 'chair', '2025-02-03 09:00')$$);
select pg_temp.try($$update letter set dispatched_on = '-infinity' where number = 22$$);

-- as the reporting side sees it, day by day
insert into matter (id, body_id, title, opened_on) values (2, 2, 'Utan nummer', '2025-01-07');
insert into letter (matter_id, number, body_id, title, dated_on) values (2, 1, 2, 'Till regionen', '2025-05-05');
insert into letter_signature values (2, 1, 'sign', 2, 'vice_chair', '2025-05-06 23:59:59'), (2, 1, 'countersign', 15, 'secretary', '2025-05-08 00:00');
update letter set dispatched_on = '2025-05-09' where matter_id = 2;
create function pg_temp.on_day(as_of date) returns table (day date, state text, unsent boolean, signed_as text, countersigned_at timestamp, dispatched_on date, duty text)
language plpgsql
as $$
begin
	perform set_config('governance.as_of', as_of::text, true);
	return query select as_of, s.state, s.unsent, s.signed_as, s.countersigned_at::timestamp, s.dispatched_on,
		(select concat_ws('|', d.rule, d.body_id, d.what, d.object, d.object_id, d.due, d.ruled_on) from letter_duty d where d.object_id = 2)
	from (select) x left join letter_status s on s.matter_id = 2;
end
$$;
select o.* from generate_series(date '2025-05-04', '2025-05-09', '1 day') d, pg_temp.on_day(d::date) o;
select what from letter_duty where object_id = 1 order by 1;
-- and finds what is open without the others
insert into letter (matter_id, number, body_id, title, dated_on, dispatched_on)
select 2, n, 1, 'Äldre', '2024-01-01', date '2024-01-02' + n % 300 from generate_series(10, 3000) n;
analyze letter;
set governance.as_of = '2025-05-05';
\i :srcdir/data/reads_all.sql
select pg_temp.reads_all('select * from letter_duty', 'letter'), pg_temp.reads_all('select * from letter_status', 'letter') as status_does;
-- what the rules say of what is stored in the end
\set rules 'letter_distinct letter_signer'
\i :srcdir/data/verdicts.sql
drop schema letters cascade;
