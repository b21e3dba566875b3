-- What the rules say of a body: its seats, offices and time, and what is
-- delegated in it; also where something is broken, or was admitted.
\set registry explain_body
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql

select rule, status, finding, citation from explain_body(2) order by rule collate "C", finding collate "C";

-- written past the rules: broken, with the way out
set session_replication_role = replica;
insert into office (id, body_id, person_id, kind, valid, decided_by) values (99, 2, 3, 'chair', '[2025-01-01,2026-01-01)', 1);
update delegation set subject_kind = 'goals' where body_id = 2;
reset session_replication_role;
select rule, finding, hint from explain_body(2) where status = 'broken' order by rule collate "C";
select id, rule from governance.verify_registry('explain_body') order by rule collate "C";
insert into deviation (body_id, rule, reason) values (2, 'single_office', 'Två valdes av misstag');
select rule, status, hint from explain_body(2) where rule = 'single_office' and status = 'broken';

select pg_temp.try($$select * from explain_body(9)$$);
select count(*) from explain_body(null);
drop schema explain_body cascade;
