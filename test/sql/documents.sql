-- Documents: their days, page marks, who signed them, what they say of costs; and
-- a law that is cited without its wording (B5, B6, B10, C6, C10, L26).
\set registry documents
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

-- ---- the laws of the ground layer ----
select law, title, valid, (select count(*) > 50 from provision p where p.regulation_id = r.id and p.wording ~ '\S') as has_wording,
	(select array_agg(citation order by ordinal) from provision p where p.regulation_id = r.id and p.wording is null) as cited_only
from regulation r where body_id is null order by 1;
select rule, body_kind, citation, mode from rule_setting where regulation_id = (select id from regulation where law = 'FL') order by 1, 2;
-- its provisions can be cited by further settings, of another law's they cannot
select pg_temp.try($$insert into rule_setting (regulation_id, rule, citation) select id, 'document_complete', 'FL 2 §' from regulation where law = 'FL'$$);
select pg_temp.try($$insert into rule_setting (regulation_id, rule, citation) select id, 'cost_section', 'KL 6:4' from regulation where law = 'FL'$$);

-- ---- L26: the day of arrival ----
insert into body (id, name, kind) values (3, 'Kommunfullmäktige', 'council'), (4, 'Stadsledningskontoret', 'unit'), (5, 'Utbildningskansliet', 'unit'), (6, 'Europaforum', 'external');
insert into matter (id, body_id, number, title, opened_on) values
	(1, 1, '106-555/2004', 'Integrationspolicy', '2025-01-07'), (2, 3, null, 'Fullmäktiges', '2025-01-07'), (3, 1, null, 'Gammalt', '2018-06-01');
select pg_temp.try($$insert into document (matter_id, number, direction, title) values (1, 1, 'received', 'Förfrågan')$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title, dated_on) values (1, 1, 'received', 'Förfrågan', '2025-01-06')$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title, arrived_on) values (1, 1, 'received', 'Förfrågan', '2025-01-07')$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title, arrived_on) values (1, 2, 'drawn_up', 'Svar', '2025-01-07')$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title, dated_on) values (1, 2, 'drawn_up', 'Svar', '2025-01-08')$$);
select pg_temp.try($$update document set direction = 'drawn_up' where matter_id = 1 and number = 1$$);
select pg_temp.try($$update document set arrived_on = null where matter_id = 1 and number = 1$$);
-- the law does not speak of the council, nor of days before it: ✓ 2018-06-30, ✗ 2018-07-01
select pg_temp.try($$insert into document (matter_id, number, direction, title) values (2, 1, 'received', 'Motion')$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title, dated_on) values (3, 1, 'received', 'Brev', '2018-06-30')$$);
select pg_temp.try($$insert into document (matter_id, number, direction, title, dated_on) values (3, 2, 'received', 'Brev', '2018-07-01')$$);
-- ✗ the council's matter is given to the board
select pg_temp.try($$update matter set body_id = 1 where id = 2$$);
select item, status, finding, citation, wording from explain_matter(1) where rule = 'document_arrival';

-- ---- B6: page marks ----
create temp table mark (n serial, mark text);
insert into mark (mark) values ('SID. 3 (7)'), ('3 (7)'), ('Sida 3 av 7'), ('7 (7)'), ('1 (1)'), ('3(7)'), ('sid 3 av 7'), ('s. 3 ( 7 )'), ('S.3(7)'),
	('Sid.' || chr(160) || '3' || chr(160) || '(7)'), ('  003 (07) '), ('999999 (999999)'), (null);
select mark, p.* from mark left join lateral governance.read_page_mark(mark) p on true order by n;
select pg_temp.try(format('select governance.read_page_mark(%L)', m)) from unnest(array[
	'8 (7)', '0 (7)', '0 (0)', '3 (0)', '-3 (7)', '3', '3 (7', '3 7', '(7)', '', ' ', 'sidan 3 (7)', 'Bilaga 3 (7)', '3 (7) x', '3 (7) (8)', '3/7', '3 of 7', 'Sida 3 av', '3 av (7)',
	'III (VII)', '1.5 (7)', '1000000 (1000000)', '99999999999999999999 (7)', 'x']) m;
select pg_temp.try($$update document set page_mark = 'SID. 3 (7)' where matter_id = 1 and number = 1$$);
select pg_temp.try($$update document set page_mark = '8 (7)' where matter_id = 1 and number = 1$$);
select number, case_number, page, pages from document_register where matter_id = 1 order by 1;

-- ---- B5, B10, C10: who drew it up and signed it, its appendices ----
insert into document (matter_id, number, kind, direction, title, dated_on, signatories, appendices, counterpart) values
	(1, 3, 'statement', 'drawn_up', 'Tjänsteutlåtande', '2025-01-20', 2, 2, 'Kommunstyrelsen'),
	(1, 4, 'appendix', 'drawn_up', 'Policyn', '2025-01-20', null, 0, null),
	(1, 5, 'letter', 'drawn_up', 'Inget sagt om antal', '2025-01-20', null, null, null);
update document set appendix_of = 3 where matter_id = 1 and number = 4;
insert into document_signatory values (1, 3, 15, 'Tf. Kommundirektör', true), (1, 3, 16, 'Planeringschef', false),
	(1, 5, 16, null, true), (1, 5, 17, 'Chef', true), (1, 5, 18, 'Tfnansvarig', true);
insert into document_author values (1, 3, 5, true), (1, 3, 4, false), (1, 3, 6, false);
set governance.as_of = '2025-02-01';
select number, signed_by, acting, signatories, signatories_stated, appendix_of, appendices, appendices_stated, complete, drawn_up_in, together_with
from document_register where matter_id = 1 order by number;
select * from document_duty;
-- ✓ as many as it says
insert into document (matter_id, number, kind, direction, title, dated_on, appendix_of) values (1, 6, 'motion', 'drawn_up', 'Motionen', '2025-01-21', 3);
select * from document_duty;
-- one too many is a mismatch too; none where one is stated; the day counts
update document set appendices = 1, signatories = 3 where matter_id = 1 and number = 3;
select what from document_duty order by 1;
set governance.as_of = '2025-01-20';
select what from document_duty order by 1;
select appendices, complete from document_register where matter_id = 1 and number = 3;
set governance.as_of = '2025-01-19';
select what from document_duty order by 1;
set governance.as_of = '2025-02-01';
delete from document_signatory where number = 3;
select what from document_duty order by 1;
-- a matter that is concluded asks for nothing any more; the register still shows it
update matter set closed_on = '2025-02-01' where id = 1;
select what from document_duty order by 1;
select number, complete from document_register where matter_id = 1 and not complete;
update matter set closed_on = '2025-02-02' where id = 1;
select count(*) from document_duty;
update matter set closed_on = null where id = 1;
update document set appendices = null, signatories = null where matter_id = 1;
select pg_temp.try($$update document set appendices = -1 where matter_id = 1 and number = 3$$);

-- ---- C6: costs ----
-- no law asks for them
select what from document_duty;
-- a duty where the body's own regulation wants it ...
insert into regulation (id, body_id, title, valid) values (99, 1, 'Reglemente för kommunstyrelsen', '[2025-01-20,)');
insert into provision (regulation_id, citation, ordinal, wording) values (99, '1 §', 1, 'I tjänsteutlåtanden redovisas ekonomiska aspekter.');
insert into rule_setting (regulation_id, rule, citation) values (99, 'cost_section', '1 §');
insert into document (matter_id, number, kind, direction, title, dated_on, arrived_on, costs) values
	(1, 7, 'proposal', 'drawn_up', 'Förslag', '2025-01-20', null, null),
	(1, 8, 'proposal', 'drawn_up', 'Äldre förslag', '2025-01-19', null, null),
	(1, 9, 'proposal', 'received', 'Inkommet förslag', null, '2025-01-21', null),
	(1, 10, 'proposal', 'drawn_up', 'Tomt', '2025-01-22', null, ' '),
	(1, 11, 'proposal', 'drawn_up', 'Inga', '2025-01-22', null, 'Inga kostnader');
select rule, body_id, what, object, object_id, due, ruled_on from document_duty order by what;
-- ✓ "no costs" is stated
update document set costs = 'Förslaget medför inga kostnader' where matter_id = 1 and number in (3, 7);
select what from document_duty;
update document set costs = 'Arvoden' where matter_id = 1 and number = 10;
select count(*) from document_duty;
-- ... or a warning when it is written
insert into rule_setting (regulation_id, rule, citation, mode) values (99, 'costs_stated', '1 §', 'warn');
insert into document (matter_id, number, kind, direction, title, dated_on) values (1, 12, 'statement', 'drawn_up', 'Utlåtande', '2025-01-23');
update document set costs = 'Inga' where matter_id = 1 and number = 12;
select item, status, finding, citation from explain_matter(1) where rule = 'costs_stated' order by 1;
-- or refused
update rule_setting set mode = 'enforce' where rule = 'costs_stated';
select pg_temp.try($$update document set costs = null where matter_id = 1 and number = 12$$);
select pg_temp.try($$update document set kind = 'statement' where matter_id = 1 and number = 5$$);

-- ---- the register ----
select number, kind, direction, day, dated_on, counterpart, title, secret, costs from document_register where matter_id = 1 order by number;
set governance.as_of = '2025-01-07';
select matter_id, number, day, title from document_register order by 1, 2;
reset governance.as_of;
select id, item, rule, finding from governance.verify_registry('documents');
-- what was written past the rules
set session_replication_role = replica;
insert into document (matter_id, number, direction, title) values (1, 20, 'received', 'Brev');
set session_replication_role = origin;
select id, item, rule, finding, citation, wording from governance.verify_registry('documents');
-- what the rules say of what is stored in the end
\set rules 'costs_stated document_arrival'
\i :srcdir/data/verdicts.sql
drop schema documents cascade;
