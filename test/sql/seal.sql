-- The seal of attested minutes, what it freezes, and corrections (rules.md A22,
-- I13, I15; KL 5:66-67).
\set registry seal
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

-- a meeting with something of everything
select pg_temp.meeting(1, '2025-03-12', 4) \g /dev/null
update agenda_item set section = 29 + handled;
update agenda_item set title = E'Yttrande över remiss\nom integration' where position = 2;
update agenda_item set kind = 'information' where position = 4;
update attendance set to_item = 1 where person_id = 7;
insert into attendance (meeting_id, person_id, capacity, serves_for, from_item) values (1, 8, 'serving_substitute', 7, 2);
insert into attendance (meeting_id, person_id, capacity) values
	(1, 9, 'non_serving_substitute'), (1, 15, 'secretary'), (1, 16, 'city_director');
insert into recusal (meeting_id, position, person_id, ground, self_declared, ruling) values
	(1, 3, 6, 'styrelseledamot i föreningen', true, 'upheld');
insert into statement (meeting_id, position, number, person_id, kind) values (1, 2, 1, 16, 'presentation');
insert into proposal (meeting_id, position, number, person_id, kind, text) values
	(1, 2, 1, 1, 'approve', 'enligt kansliets förslag'), (1, 2, 2, 4, 'reject', 'avslag på förslaget');
insert into vote_event (meeting_id, position, number, yes_proposal, no_proposal, called_at) values (1, 2, 1, 1, 2, '2025-03-12 09:12');
insert into vote (meeting_id, position, person_id, choice) values
	(1, 2, 1, 'yes'), (1, 2, 2, 'yes'), (1, 2, 3, 'yes'), (1, 2, 5, 'yes'), (1, 2, 4, 'no'), (1, 2, 6, 'no'), (1, 2, 8, 'abstain');
insert into election (meeting_id, position, purpose) values (1, 1, 'justerare');
insert into candidate (meeting_id, position, person_id) values (1, 1, 3);
insert into decision (meeting_id, position, point, kind, outcome, text, on_behalf_of, vote_number, proposal_number, decided_at) values
	(1, 1, 1, 'election', 'elected', 'Öberg väljs att justera protokollet.', null, null, null, null),
	(1, 2, 1, 'settling', 'approved', 'Yttrandet avges.', 1, 1, 1, '2025-03-12 09:14'),
	(1, 3, 1, 'settling', 'approved', 'Bidrag beviljas.', null, null, null, '2025-03-12 09:19'),
	(1, 4, 1, 'noting', 'noted', 'Informationen läggs till handlingarna.', null, null, null, '2025-03-12 09:24');
insert into reservation (meeting_id, position, person_id, announced_at, reasons, reasons_at) values
	(1, 2, 4, '2025-03-12 09:15', E'Förslaget saknar mål.\nBeslut 2: påhittat', '2025-03-12 10:00');
insert into statement (meeting_id, position, number, person_id, kind, text) values (1, 3, 1, 3, 'note', 'Målen följs upp i höst.');
update meeting set closed_at = '2025-03-12 10:00';
insert into minutes (meeting_id, responsible_id) values (1, 1);
insert into adjuster (meeting_id, person_id, position) values (1, 3, 1);

-- the draft
select minutes_text(1) is not null as draft, minutes_text(1, 2) is null as "no such minutes";
insert into attestation (meeting_id, person_id, role, signed_at) values (1, 1, 'chair', '2025-03-14 10:00');
select count(*) as "not yet" from seal;

-- what is signed in part is changed only after the signature is withdrawn
select pg_temp.try($$update decision set text = 'Yttrandet avges inte.' where position = 2$$) as "✗ under a signature";
delete from attestation;
select pg_temp.try($$update decision set text = 'Yttrandet avges i dag.' where position = 2$$) as "✓ withdrawn";

insert into attestation (meeting_id, person_id, role, signed_at) values
	(1, 1, 'chair', '2025-03-14 10:00'), (1, 3, 'adjuster', '2025-03-17 08:30');
\pset format unaligned
select content from seal;
\pset format aligned
select body_id, meeting_id, number, ordinal, format, attested_on, previous,
	hash = sha256(convert_to(content, 'UTF8')) as "hash of the text alone: the first of its series"
from seal;

-- the same text whatever the session's settings
select content as sealed from seal \gset
set timezone = 'Pacific/Kiritimati';
set datestyle = 'German, DMY';
set intervalstyle = 'iso_8601';
set lc_numeric = 'C';
set extra_float_digits = 0;
set bytea_output = 'escape';
set search_path = pg_catalog;
select seal.minutes_text(1) = :'sealed' as "settings do not matter";
reset timezone;
reset datestyle;
reset intervalstyle;
reset bytea_output;
set search_path = :registry, public;

-- I15: everything of it is frozen
create temp table act (n serial, what text, statement text);
insert into act (what, statement) values
	('agenda_item', $$update agenda_item set title = 'x' where position = 2$$),
	('agenda_item, taken up later', $$insert into agenda_item (meeting_id, position, title, handled, section) values (1, 5, 'x', 5, 34)$$),
	('agenda_item, not taken up', $$insert into agenda_item (meeting_id, position, title) values (1, 5, 'x')$$),
	('attendance', $$update attendance set capacity = 'guest' where person_id = 16$$),
	('attendance, after the last item', $$update attendance set to_item = 4 where person_id = 16$$),
	('attendance, earlier', $$update attendance set to_item = 3 where person_id = 16$$),
	('recusal', $$update recusal set ground = 'x'$$),
	('exclusion', $$insert into exclusion (meeting_id, position, person_id, reason) values (1, 4, 17, 'x')$$),
	('presiding, after the last item', $$update presiding set to_item = 4$$),
	('statement', $$update statement set text = 'x' where kind = 'note'$$),
	('proposal', $$update proposal set text = 'x' where number = 1$$),
	('vote_event', $$insert into vote_event (meeting_id, position, number) values (1, 3, 1)$$),
	('vote', $$delete from vote where person_id = 8$$),
	('vote, several', $$update vote set choice = 'yes' where choice = 'no'$$),
	('election', $$insert into election (meeting_id, position, number, purpose) values (1, 1, 2, 'x')$$),
	('decision', $$update decision set text = 'x' where position = 2$$),
	('decision, withdrawn', $$update decision set withdrawn_at = '2025-03-12 09:30' where position = 3$$),
	('reservation', $$update reservation set reasons = 'x'$$),
	('reservation, late', $$insert into reservation (meeting_id, position, person_id, announced_at) values (1, 3, 5, '2025-03-12 09:20')$$),
	('abstention', $$insert into abstention (meeting_id, position, person_id) values (1, 3, 5)$$),
	('adjuster', $$update adjuster set alternate = true$$),
	('adjuster, another', $$insert into adjuster (meeting_id, person_id, position) values (1, 5, 1)$$),
	('minutes', $$update minutes set responsible_id = 2$$),
	('minutes, others', $$insert into minutes (meeting_id, number, items) values (1, 2, '{3}')$$),
	('attestation', $$delete from attestation where role = 'chair'$$),
	('attestation, another', $$insert into attestation (meeting_id, person_id, role, signed_at) values (1, 3, 'chair', '2025-03-18 10:00')$$),
	('sitting', $$insert into sitting (meeting_id, number, opened_at) values (1, 1, '2025-03-12 09:00')$$),
	('meeting', $$update meeting set place = 'Rotundan'$$),
	('meeting, nothing of the minutes', $$update meeting set urgent = true$$),
	('summons', $$insert into summons (meeting_id, person_id, told_at) values (1, 1, '2025-03-01 09:00')$$),
	('seal, changed', $$update seal set content = 'x'$$),
	('seal, removed', $$delete from seal$$),
	('appeal', $$insert into appeal (meeting_id, position, filed_on, court) values (1, 2, '2025-04-01', 'Förvaltningsrätten')$$),
	('notice', $$insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-03-18', 'Kansliet')$$);
create function pg_temp.undone(statement text) returns text
language plpgsql
as $$
declare
	answer text;
begin
	begin
		answer := split_part(pg_temp.try(statement), E'\n', 1);
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return answer;
	end;
end
$$;
select what, pg_temp.undone(statement) as answer from act order by n;
select pg_temp.try($$update presiding set to_item = 3$$) ~ 'attested_frozen' as "presiding, beside other rules";
select pg_temp.try($$truncate seal$$) as "✗ truncate";

-- I15: a correction is appended, and stays
select pg_temp.try($$insert into correction (meeting_id, position, old_text, new_text, reason, corrected_by, corrected_at)
	values (1, 2, 'i dag', 'den 12 mars 2025', 'otydligt', 15, '2025-04-01 09:00')$$) as "I15 ✓ appended";
select pg_temp.try($$update correction set new_text = 'x'$$) as "I15 ✗ changed";
select pg_temp.try($$delete from correction$$) as "I15 ✗ removed";
select pg_temp.meeting(2, '2025-04-09', 1) \g /dev/null
update agenda_item set section = 41 where meeting_id = 2;
select pg_temp.try($$insert into correction (meeting_id, position, old_text, new_text, reason, corrected_by, corrected_at)
	values (2, 1, 'a', 'b', 'c', 15, '2025-04-10 09:00')$$) as "I15 ✗ nothing attested to correct";

-- the chain: also over another body of the series
insert into body (id, name, kind, parent_id, founded_by, section_series_id) values
	(3, 'Personalutskottet', 'committee', 1, 'Kommunstyrelsen', 2);
update meeting set closed_at = '2025-04-09 10:00' where id = 2;
insert into minutes (meeting_id) values (2);
select pg_temp.try($$insert into seal (body_id, meeting_id, number, ordinal, format, attested_on, content, hash)
	values (2, 2, 1, 2, 1, '2025-04-10', 'x', '\x00')$$) as "I15 ✗ a seal by hand";
insert into adjuster (meeting_id, person_id, position) values (2, 3, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values (2, 1, 'chair', '2025-04-10 10:00'), (2, 3, 'adjuster', '2025-04-10 10:00');
select pg_temp.meeting(3, '2025-05-14', 1) \g /dev/null
update agenda_item set section = 51 where meeting_id = 3;
update meeting set closed_at = '2025-05-14 10:00' where id = 3;
insert into minutes (meeting_id) values (3);
insert into adjuster (meeting_id, person_id, position) values (3, 3, 1);
insert into attestation (meeting_id, person_id, role, signed_at) values (3, 1, 'chair', '2025-05-15 10:00');
update attestation set person_id = 1 where meeting_id = 3;
insert into attestation (meeting_id, person_id, role, signed_at) values (3, 3, 'adjuster', '2025-05-15 10:00');
select s.ordinal, s.meeting_id, s.previous = l.hash as follows, s.hash = governance.seal_hash(l.hash, s.content) as agrees
from seal s left join seal l on l.body_id = s.body_id and l.ordinal = s.ordinal - 1 order by s.ordinal;

-- a name changes later: drift, told apart, and no tampering
select * from verify_seals();
select * from seal_drift();
update person set name = 'Öberg Sand' where id = 3;
select * from governance.verify_seals('seal', 2);
select * from governance.seal_drift('seal', 2);
select * from seal_drift(3);
select * from seal_drift(1);
update person set name = 'Öberg' where id = 3;
select * from governance.seal_drift('seal', 3);

-- tampering by somebody who may disable triggers: found
begin;
alter table seal disable trigger user;
update seal set content = replace(content, 'Ärende 1', 'Ärende X') where ordinal = 2;
select * from verify_seals();
select * from seal_drift();
update seal set hash = governance.seal_hash(previous, content) where ordinal = 2;
select * from verify_seals();
update seal set previous = (select l.hash from seal l where l.ordinal = 2) where ordinal = 3;
select * from verify_seals();
rollback;
begin;
alter table seal disable trigger user;
update seal set hash = '\x00' where ordinal > 1;
select * from verify_seals(2);
select * from verify_seals(1);
rollback;
begin;
alter table seal disable trigger user;
delete from seal where ordinal = 2;
select * from verify_seals();
rollback;
begin;
alter table seal disable trigger user;
delete from seal where ordinal = 3;
select * from verify_seals();
rollback;
begin;
alter table decision disable trigger user;
update decision set text = 'Bidrag avslås.' where position = 3;
select * from verify_seals();
select * from seal_drift();
rollback;
select * from verify_seals();

-- the hash: over the bytes of both, whatever the text
select governance.seal_hash(null, '') = sha256('') as "nothing of nothing", governance.seal_hash('\xff', null) is null as "no text",
	governance.seal_hash(sha256('a'), E'Åäö –\n😀') = sha256(sha256('a') || convert_to(E'Åäö –\n😀', 'UTF8')) as "both",
	governance.seal_hash(previous, repeat('protokoll ', 100000)) = sha256(previous || convert_to(repeat('protokoll ', 100000), 'UTF8')) as "long"
from seal where ordinal = 2;

-- who may read the seals may verify them; what drifted takes the rows too
create role regress_seal_reader;
select grant_access('regress_seal_reader', 'auditor');
revoke select on vote from regress_seal_reader;
set role regress_seal_reader;
select pg_temp.try('select * from verify_seals()');
select pg_temp.try('select * from seal_drift()');
reset role;
drop owned by regress_seal_reader;
drop role regress_seal_reader;

-- the chain is read by its own index, no other
begin;
alter table seal drop constraint seal_body_id_ordinal_key;
create index seal_other on seal (body_id, ordinal desc);
select pg_temp.meeting(4, '2025-06-11', 1) \g /dev/null
update agenda_item set section = 61 where meeting_id = 4;
update meeting set closed_at = '2025-06-11 10:00' where id = 4;
insert into minutes (meeting_id) values (4);
insert into adjuster (meeting_id, person_id, position) values (4, 3, 1);
select pg_temp.try($$insert into attestation (meeting_id, person_id, role, signed_at) values
	(4, 1, 'chair', '2025-06-12 10:00'), (4, 3, 'adjuster', '2025-06-12 10:00')$$);
-- rows that have moved since they were read are read again
drop index seal_other;
alter table seal add constraint seal_body_id_ordinal_key unique (body_id, ordinal);
insert into attestation (meeting_id, person_id, role, signed_at) values (4, 1, 'chair', '2025-06-12 10:00');
cluster agenda_item using agenda_item_pkey;
insert into attestation (meeting_id, person_id, role, signed_at) values (4, 3, 'adjuster', '2025-06-12 10:00');
select ordinal, content = minutes_text(meeting_id) as agrees from seal where meeting_id = 4;
rollback;
