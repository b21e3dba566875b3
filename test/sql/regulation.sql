-- Regulations: imported, in force by the day of the meeting, kept under the
-- decisions that rest on them, and never looser than the law (A17, I19).
\set registry regulation
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql

-- ---- import ----
select citation, left(wording, 60) as wording from provision where regulation_id = (select id from regulation where body_id = 2) order by ordinal limit 3;
select pg_temp.try($$select import_regulation(1, 'Utan paragrafer', 'Det här är ingen text med paragrafer.', '[2020-01-01,)')$$);
select pg_temp.try($$select import_regulation(1, 'Tom', '', '[2020-01-01,)')$$);
select pg_temp.try($$select import_regulation(77, 'Okänt organ', E'1 §\nNämnden har sju ledamöter.', '[2020-01-01,)')$$);
select pg_temp.try($$select import_regulation(2, 'Överlappande', E'1 §\nUtskottet har nio ledamöter.', '[2025-01-01,)')$$);
select split_part(pg_temp.try($$select import_regulation(2, ' ', E'1 §\nUtskottet har nio ledamöter.', '[2010-01-01,2011-01-01)')$$), E'\n', 1) as title;
select split_part(pg_temp.try($$select import_regulation(2, 'Aldrig', E'1 §\nUtskottet har nio ledamöter.', 'empty')$$), E'\n', 1) as period;
select pg_temp.try($$select import_regulation(2, null, E'1 §\nUtskottet har nio ledamöter.', '[2010-01-01,2011-01-01)')$$);
select pg_temp.try($$select governance.import_regulation('public', 2, 'x', E'1 §\nx', '[2010-01-01,2011-01-01)')$$);
select pg_temp.try($$select governance.apply_ready_settings('regulation', 1, 'trafiknämnden')$$);
select count(*) from regulation;

-- ---- settings ----
create function pg_temp.set_rule(body bigint, rule text, value text, mode text default 'enforce', citation text default null) returns text
language sql
as $$
select pg_temp.try(format('insert into rule_setting (regulation_id, rule, value, mode, citation) select id, %L, %L, %L, %L from regulation where body_id = %s order by valid desc limit 1',
	rule, value, mode, citation, body))
$$;
begin;
delete from rule_setting where regulation_id = (select id from regulation where body_id = 2);
select pg_temp.set_rule(2, 'no_such_rule', '4');
select pg_temp.set_rule(2, 'quorum_present', 'fyra');
select pg_temp.set_rule(2, 'quorum_present', '');
select pg_temp.set_rule(2, 'seats', '-1');
select pg_temp.set_rule(2, 'seats', '7.5');
select pg_temp.set_rule(2, 'seats', '99999999999');
select pg_temp.set_rule(2, 'decision_agreement', null) as "value missing";
select pg_temp.set_rule(2, 'quorum_present', null) as "has a default";
select pg_temp.set_rule(2, 'decision_agreement', null, 'off') as "off needs none";
select pg_temp.set_rule(2, 'quorum_present', '4') as "twice";
select split_part(pg_temp.set_rule(2, 'seats', '7', 'sometimes'), E'\n', 1) as "mode";
select pg_temp.set_rule(2, 'seats', '7', citation => 'KL 6:27') as "provision of another regulation";
select pg_temp.set_rule(2, 'seats', '7', citation => '99 §') as "no such provision";
select split_part(pg_temp.try($$insert into rule_setting (regulation_id, rule, value, body_kind) select id, 'seats', '7', 'utskott' from regulation where law = 'KL'$$), E'\n', 1) as "kind";
select pg_temp.try($$insert into rule_setting (regulation_id, rule, value) values (77, 'seats', '7')$$);
rollback;

-- ---- the version in force on the day of the meeting ----
select pg_temp.meeting(1, '2025-03-12', 2);
delete from attendance where person_id > 4;
-- the old version ends on the day the new one begins
update regulation set valid = '[2020-01-01,2026-01-01)' where body_id = 2;
select governance.apply_ready_settings('regulation', import_regulation(2, 'Nytt reglemente', :'document', '[2026-01-01,)'), 'integrationsutskottet') \g /dev/null
update rule_setting set value = '5' where rule = 'quorum_present' and regulation_id = (select id from regulation where title = 'Nytt reglemente');
select pg_temp.meeting(2, '2025-12-31', 1);
select pg_temp.meeting(3, '2026-01-01', 1);
delete from attendance where meeting_id in (2, 3) and person_id > 4;
select pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 1, 'I19 ✓ före: fyra av sju')$$);
select pg_temp.try($$insert into decision (meeting_id, position, text) values (2, 1, 'I19 ✓ sista dagen: fyra av sju')$$);
select pg_temp.try($$insert into decision (meeting_id, position, text) values (3, 1, 'I19 ✗ första dagen: fyra, fem behövs')$$);
insert into attendance (meeting_id, person_id, capacity) values (3, 5, 'serving_member');
select pg_temp.try($$insert into decision (meeting_id, position, text) values (3, 1, 'I19 ✓ fem')$$);
select rule, finding, citation from explain_item(3, 1) where rule = 'quorum_present';
select id, item, rule, finding from governance.verify_registry('regulation');

-- ---- what a decision rests on is kept ----
select pg_temp.try($$update rule_setting set value = '3' where rule = 'quorum_present' and body_kind is null$$);
select pg_temp.try($$update rule_setting set mode = 'off' where rule = 'decision_agreement'$$);
select pg_temp.try($$delete from rule_setting where rule = 'seats'$$);
select pg_temp.try($$insert into rule_setting (regulation_id, rule, value, body_kind) select id, 'seats', '9', 'committee' from regulation where title = 'Nytt reglemente'$$) as "a further setting";
select pg_temp.try($$update provision set wording = 'Tre räcker.' where wording like 'Utskottet får handlägga%'$$);
select pg_temp.try($$update regulation set title = 'Annat namn' where title = 'Nytt reglemente'$$);
select pg_temp.try($$update regulation set valid = '[2020-01-01,2025-12-31)' where title like 'Reglemente%'$$) as "ends under a meeting";
select pg_temp.try($$update regulation set valid = '[2026-01-02,)' where title = 'Nytt reglemente'$$) as "begins after it";
select pg_temp.try($$delete from regulation where title = 'Nytt reglemente'$$);
select pg_temp.try($$select import_regulation(1, 'Styrelsens reglemente', E'1 §\nStyrelsen har sju ledamöter.', '[2020-01-01,)')$$) as "another body's";
-- the ground layer, for the kinds of body that have decided
select pg_temp.try($$update rule_setting set value = '>=2/3' where rule = 'quorum_present' and body_kind = 'committee'$$);
select pg_temp.try($$update rule_setting set value = '>=2/3' where rule = 'quorum_present' and body_kind = 'council'$$);
select pg_temp.try($$insert into rule_setting (regulation_id, rule, value) select id, 'decision_agreement', '2' from regulation where law = 'KL'$$);
select pg_temp.try($$insert into rule_setting (regulation_id, rule, value, body_kind) select id, 'decision_agreement', '2', 'board' from regulation where law = 'KL'$$);
select pg_temp.try($$update regulation set valid = '[2018-01-01,2025-01-01)' where law = 'KL'$$);
-- what no decision rests on may change: after the last, and who adopted it
select pg_temp.try($$update regulation set adopted_by = 1 where body_id = 2$$);
select pg_temp.try($$update regulation set valid = '[2026-01-01,2026-01-02)' where title = 'Nytt reglemente'$$);
select pg_temp.try($$update regulation set valid = '[2019-01-01,2026-01-01)' where title like 'Reglemente%'$$);
select governance.apply_ready_settings('regulation', import_regulation(2, 'Tredje reglementet', :'document', '[2026-01-02,)'), 'integrationsutskottet') \g /dev/null
update rule_setting set value = '3' where rule = 'quorum_present' and regulation_id = (select id from regulation where title = 'Tredje reglementet');
-- and where the decisions are gone
begin;
delete from decision;
select pg_temp.try($$update rule_setting set value = '5' where rule = 'quorum_present' and body_kind is null$$);
rollback;
select id, item, rule, finding from governance.verify_registry('regulation');

-- ---- never looser than the law (A17) ----
-- KL 6:27 is a floor for boards and not for committees
select pg_temp.set_rule(1, 'seats', '7') as "seven seats";
select pg_temp.set_rule(1, 'quorum_present', '3') as "A17 ✗ three of seven";
select pg_temp.set_rule(1, 'quorum_present', '>=1/2') as "A17 ✓ half of seven is four";
select pg_temp.try($$update rule_setting set value = '8' where rule = 'seats' and regulation_id = (select id from regulation where body_id = 1)$$) as "A17 ✗ half of eight is no majority";
select pg_temp.try($$update rule_setting set value = '4' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 1)$$) as "A17 ✓ four of seven";
select pg_temp.try($$update rule_setting set value = '>1/2' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 1)$$) as "A17 ✓ the law's own";
select pg_temp.try($$update rule_setting set value = '>=2/3' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 1)$$) as "A17 ✓ stricter";
select m.mode, pg_temp.try(format($$update rule_setting set mode = %L where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 1)$$, m.mode)) as "A17 ✗ in a lesser mode"
from unnest(array['warn', 'record', 'off']) m(mode);
select pg_temp.try($$update rule_setting set value = '5' where rule = 'quorum_present' and regulation_id = (select id from regulation where body_id = 1)$$);
select pg_temp.try($$delete from rule_setting where rule = 'seats' and regulation_id = (select id from regulation where body_id = 1)$$) as "A17 ✗ five of any number";
delete from rule_setting where regulation_id = (select id from regulation where body_id = 1);
select pg_temp.set_rule(1, 'quorum_present', '4') as "A17 ✗ four of any number";
select pg_temp.set_rule(1, 'quorum_present', '4 and >1/2') as "A17 ✓ of any number";
select value from rule_setting where rule = 'quorum_present' and regulation_id = (select id from regulation where title = 'Tredje reglementet');
-- of remote participation the law's conditions bind a committee, too
select pg_temp.try($$update rule_setting set value = 'false' where rule = 'remote_sound_and_picture' and regulation_id = (select id from regulation where title = 'Tredje reglementet')$$) as "A17 ✗ sound only";
select pg_temp.try($$update rule_setting set mode = 'warn' where rule = 'remote_equal_terms' and regulation_id = (select id from regulation where title = 'Tredje reglementet')$$) as "A17 ✗ a warning only";
select pg_temp.try($$update rule_setting set value = '5' where rule = 'remote_notice' and regulation_id = (select id from regulation where title = 'Tredje reglementet')$$) as "A17 ✓ earlier notice";
-- a time limit: a shorter one is stricter; a mode: no less
select pg_temp.set_rule(1, 'attestation_days', '15') as "L18 ✗ later than the law";
select pg_temp.set_rule(1, 'attestation_days', '10') as "L18 ✓ earlier";
select pg_temp.set_rule(1, 'recusal_ruled', null, 'off') as "L17 ✗ switched off";
select pg_temp.set_rule(1, 'recusal_ruled', null) as "L17 ✓ said again";
