-- What becomes of each claim of a motion (rules.md L20): claim_decided, and the
-- view claim_status; claims that expire before the council decides (E3, E4).
\set registry claims
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\i :srcdir/data/committee.sql
\i :srcdir/data/council.sql
set client_min_messages = error;
insert into matter (id, body_id, title, opened_on) select n, 1, 'Ärende ' || n, '2017-11-20' from generate_series(1, 9) n;

-- the motion of Alingsås: five of its claims, three of which expire (E3, E4)
insert into motion (matter_id, council_id, raised_on) select n, 3, '2017-11-29' from generate_series(1, 5) n;
insert into claim (matter_id, number, text, expires_on) values
	(1, 1, 'en tillfällig parlamentarisk arbetsgrupp inrättas', '2018-08-31'),
	(1, 2, 'arbetsgruppen ska återkomma med rapport', null),
	(1, 3, 'arbetsgruppen upphör vid utgången av augusti 2018', '2018-08-31'),
	(1, 4, 'förslag till reglemente senast under januari 2018', '2018-01-31'),
	(1, 5, 'tjänstemannastöd', null);
select pg_temp.hold(1, 1, '2018-08-20', 1, 2, 3, 4);
insert into decision (meeting_id, position, kind, outcome, text)
select 1, i, 'opinion', 'answered', 'Kommunstyrelsen tillstyrker.' from generate_series(1, 4) i;
select pg_temp.hold(2, 3, '2018-08-31', 1, 2, 3, 9);
insert into decision (meeting_id, position, point, outcome, text) values
	(2, 1, 1, 'rejected', 'Att-satserna 1 och 3 avslås.'),
	(2, 1, 2, 'answered', 'Att-sats 2 anses besvarad.'),
	(2, 1, 3, 'written_off', 'Att-sats 4 avskrivs.'),
	(2, 1, 4, 'other', 'Att-sats 5 hanteras enligt förslaget.'),
	(2, 2, 1, 'approved', 'Motionen bifalls.'),
	(2, 4, 1, 'rejected', 'Något annat avslås.');
insert into decision (meeting_id, position, point, kind, outcome, text) values
	(2, 3, 1, 'procedural', 'rejected', 'Yrkandet om återremiss avslås.');

\set decide 'update claim set (outcome, meeting_id, position, point) = (''%s'', %s, %s, %s) where matter_id = 1 and number = %s'
-- L20: outcome and decision agree, as far as the decision says
create table tried (claim integer, outcome text, point integer, answer text);
insert into tried
select 5, o, p, pg_temp.try(format(:'decide', o, 2, 1, p, 5))
from unnest(array['approved', 'rejected', 'answered', 'written_off']) o, generate_series(1, 4) p;
select d.outcome as decision, string_agg(t.outcome, ' ' order by t.outcome) filter (where answer = 'done') as "L20 ✓",
	string_agg(t.outcome, ' ' order by t.outcome) filter (where answer like '23514 claim_decided%') as "L20 ✗"
from tried t join decision d on d.meeting_id = 2 and d.position = 1 and d.point = t.point
group by d.point, d.outcome order by d.point;
drop table tried;
update claim set (outcome, meeting_id, position, point) = (null, null, null, null) where number = 5;
select 'L20 ✗ approved by a decision that rejects' as test, pg_temp.try(format(:'decide', 'approved', 2, 1, 1, 1));
select 'L20 ✗ an outcome without a decision' as test, pg_temp.try($$update claim set outcome = 'rejected' where number = 1$$);
select 'L20 ✗ a decision without an outcome' as test, pg_temp.try($$update claim set meeting_id = 2, position = 1, point = 1 where number = 1$$);
select 'L20 ✗ by an opinion of the board' as test, pg_temp.try(format(:'decide', 'answered', 1, 1, 1, 1));
select 'L20 ✗ by a procedural decision' as test, pg_temp.try($$
	insert into claim (matter_id, number, text, outcome, meeting_id, position, point) values (3, 1, 'något', 'rejected', 2, 3, 1)$$);
select 'L20 ✗ by a decision about another motion' as test, pg_temp.try(format(:'decide', 'approved', 2, 2, 1, 1));
select 'L20 ✗ by a decision about another matter' as test, pg_temp.try(format(:'decide', 'rejected', 2, 4, 1, 1));
select 'L20 ✓ each by a point of its own' as test, concat_ws(', ',
	pg_temp.try(format(:'decide', 'rejected', 2, 1, 1, 1)), pg_temp.try(format(:'decide', 'answered', 2, 1, 2, 2)),
	pg_temp.try(format(:'decide', 'rejected', 2, 1, 1, 3)), pg_temp.try(format(:'decide', 'written_off', 2, 1, 3, 4)));

-- E3, E4: obsolete when the council decided on 2018-08-31: the last day counts
select number, expires_on, outcome, decided_on, obsolete from claim_status where matter_id = 1 order by number;
select item, rule, status, finding from explain_matter(1) where rule = 'claim_decided' order by item, finding;
select finding from explain_item(2, 1) where rule = 'claim_decided' order by finding;
set governance.as_of = '2018-01-31';
select number, obsolete, outcome from claim_status where matter_id = 1 order by number;
set governance.as_of = '2018-02-01';
select number, obsolete, outcome from claim_status where matter_id = 1 order by number;
set governance.as_of = '2017-11-28';
select count(*) from claim_status;
reset governance.as_of;

-- L20 ✗ the decision is changed after the claim was decided, from every side
select 'another outcome' as test, pg_temp.try($$update decision set outcome = 'approved' where meeting_id = 2 and position = 1 and point = 1$$);
select 'withdrawn' as test, pg_temp.try($$update decision set withdrawn_at = '2018-08-31 18:10' where meeting_id = 2 and position = 1 and point = 2$$);
select 'only an opinion' as test, pg_temp.try($$update decision set kind = 'opinion' where meeting_id = 2 and position = 1 and point = 2$$);
select 'moved to another item' as test, pg_temp.try($$update decision set position = 3, point = 9 where meeting_id = 2 and position = 1 and point = 2$$);
select 'deleted' as test, pg_temp.try($$delete from decision where meeting_id = 2 and position = 1 and point = 3$$);
select 'the item is about another motion' as test, pg_temp.try($$update agenda_item set matter_id = 3 where meeting_id = 2 and position = 1$$);
select 'the item is about nothing' as test, pg_temp.try($$update agenda_item set matter_id = null where meeting_id = 2 and position = 1$$);
select 'the claims move to another motion' as test, pg_temp.try($$update claim set matter_id = 5 where matter_id = 1 and number = 2$$);
select 'two claims at once, one of them wrong' as test, pg_temp.try($$
	update claim set outcome = case number when 1 then 'rejected' else 'approved' end where matter_id = 1 and number in (1, 3)$$);
select 'L20 ✓ claim and decision corrected together' as test, pg_temp.try($$
	update claim set (outcome, meeting_id, position, point) = (null, null, null, null) where matter_id = 1 and number = 2;
	update decision set outcome = 'rejected' where meeting_id = 2 and position = 1 and point = 2;
	update claim set (outcome, meeting_id, position, point) = ('rejected', 2, 1, 2) where matter_id = 1 and number = 2$$);

-- L20, KL 5:35: only the council writes off; it may do so without preparation
select pg_temp.hold(3, 3, '2018-11-28', 5);
select 'L20 ✗ settled unprepared' as test, split_part(pg_temp.try($$
	insert into decision (meeting_id, position, outcome, text) values (3, 1, 'answered', 'Besvarad.')$$), E'\n', 1);
select 'L20 ✓ written off' as test, pg_temp.try($$
	insert into decision (meeting_id, position, outcome, text) values (3, 1, 'written_off', 'Motionen avskrivs från vidare handläggning.');
	insert into claim (matter_id, number, text, outcome, meeting_id, position, point) values (5, 1, 'något', 'written_off', 3, 1, 1)$$);
select 'L20 ✗ ... after all approved' as test, split_part(pg_temp.try($$update decision set outcome = 'approved' where meeting_id = 3$$), E'\n', 1);
select 'I21 ✗ an opinion that writes off' as test, split_part(pg_temp.try($$
	insert into decision (meeting_id, position, point, kind, outcome, text) values (1, 4, 2, 'opinion', 'written_off', 'Avskrivs.')$$), E'\n', 1);

-- L20: a motion is concluded in all its claims or in none
select 'L20 ✗ claim 5 has no outcome' as test, pg_temp.try($$update matter set closed_on = '2018-09-30' where id = 1$$);
select 'L20 ✓ all have' as test, pg_temp.try(format(:'decide', 'answered', 2, 1, 4, 5)), pg_temp.try($$update matter set closed_on = '2018-09-30' where id = 1$$);
select 'L20 ✗ a claim is added' as test, split_part(pg_temp.try($$insert into claim (matter_id, number, text) values (1, 6, 'mer')$$), E'\n', 1);
select 'L20 ✓ no claims, decided as a whole' as test, pg_temp.try($$update matter set closed_on = '2018-09-30' where id = 2$$);

-- a mode of the council's own: recorded
insert into regulation (id, body_id, title, valid) values (90, 3, 'Arbetsordning för kommunfullmäktige', '[2019-01-01,)');
insert into provision values (90, '9 §', 1, 'Beslut om motioner.');
insert into rule_setting (regulation_id, rule, mode, citation) values (90, 'claim_decided', 'record', '9 §');
select pg_temp.hold(4, 1, '2019-02-04', 4);
select pg_temp.hold(5, 3, '2019-02-25', 4);
insert into decision (meeting_id, position, outcome, text) values (5, 1, 'rejected', 'Motionen avslås.');
insert into claim (matter_id, number, text, outcome, meeting_id, position, point) values (4, 1, 'något', 'approved', 5, 1, 1);
select meeting_id, position, rule, citation, found from deviation;

-- whatever was written past the rules
set session_replication_role = replica;
update decision set withdrawn_at = '2018-08-31 18:10' where meeting_id = 2 and position = 1 and point = 4;
update claim set outcome = 'approved' where matter_id = 1 and number = 1;
reset session_replication_role;
select id, item, finding from governance.verify_registry('claims') where rule = 'claim_decided' order by id, item;
-- what the rules say of what is stored in the end
\set rules 'motion_concluded'
\i :srcdir/data/verdicts.sql
drop schema claims cascade;
