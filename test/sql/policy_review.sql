-- The review of a policy (rules.md F): every criticism that the answer to the
-- referral of 2004 makes is found in the policy as it tells of it, and nothing in
-- one that is well made.
\set srcdir `echo "${PG_ABS_SRCDIR:-test}"`
\set ECHO none
\pset null '-'
set client_min_messages = warning;
select governance.create_registry('policy_review', '0180') \g /dev/null
set search_path = policy_review, public;
\i :srcdir/../demo/policy.sql
\set ECHO all

-- what is found, goal by goal
select finding, goal, indicator, place, words from review_policy(1);

-- side by side: the criticism of the document, and what is found of it
select c.heading, c.criticism, c.finding, count(r.finding) as found, string_agg(distinct r.goal::text, ' ') as goals
from policy_criticism c left join review_policy(1) r on r.finding = c.finding
group by c.ordinal, c.heading, c.criticism, c.finding order by c.ordinal;

-- each sentence that the document quotes, and what it says of it
with said (goal, criticism, finding) as (values
	(1, 'tydliga mätbara mål saknas', 'no_measurable_goal'),
	(4, 'Vad menar man med stadsdel?', 'undefined_term'),
	(5, 'Hur omfattande är ambitionsnivån?', 'no_quantity'),
	(6, 'Är begreppet boendeformer liktydigt med upplåtelseformer?', 'undefined_term'),
	(7, 'Varför står ”utanför Stockholms tullar” med i meningen?', 'area_not_defined'),
	(8, 'I vilka andra former ska medborgarna ges inflytande?', 'vague'),
	(9, 'Här hade det varit relevant med information om detta', 'no_baseline'),
	(10, 'Hur ska detta göras?', 'no_activity'),
	(11, 'Hur ska detta göras?', 'no_activity'),
	(12, 'hör snarare hemma i stadens arbetsmarknadspolicy', 'other_domain'),
	(13, 'Varför inte byta detta kan mot ett ”ska”?', 'not_binding'),
	(14, 'Vad ska dessa insatser bestå av?', 'no_activity'),
	(15, 'Hur tänker man sig att detta mål ska förverkligas?', 'nobody_bound'),
	(15, 'Avser det stadens befolkning som helhet?', 'no_population'),
	(2, '”trygghet” … har många bottnar', 'undefined_term'))
select s.goal, s.criticism, s.finding, r.words,
	r.finding is not null or exists (select from review_policy(1) d where d.finding = s.finding and d.goal is null) as found
from said s left join review_policy(1) r on r.finding = s.finding and r.goal = s.goal
order by s.goal, s.finding;

-- a policy that is well made: nothing to find
insert into matter (id, body_id, title, opened_on) values (3, 1, 'Policy för arbetsmarknad', '2025-01-07'), (4, 1, 'Äldre policy', '2020-01-07');
insert into area_set (id, name) values (1, 'Stadsdelsområden');
insert into area values (1, 'RI', 'Rinkeby');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid) values (4, 'arbetsmarknad', 'Äldre policy', 1, '[2020-01-01,2025-01-01)');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid, supersedes_id, binding_scope)
values (3, 'arbetsmarknad', 'Policy', 1, '[2025-01-01,)', 4, 'Alla nämnder och bolag');
insert into goal (matter_id, number, parent, kind, text, area_set_id, area_code, responsible_id, due_on) values
	(3, 1, null, 'vision', 'Alla ska kunna försörja sig i hela staden', null, null, null, null),
	(3, 2, 1, 'measurable', 'Sysselsättningen i stadsdelen Rinkeby ska öka till 60 procent', 1, 'RI', 2, '2030-12-31');
insert into term_definition values (3, 'Stadsdel', 'En stadsdelsnämnds område');
insert into indicator (matter_id, number, goal, name, unit, direction, population, denominator, least, greatest, area_set_id,
	baseline, baseline_on, baseline_source, target, target_on)
values (3, 1, 2, 'Sysselsatta', 'procent', 'up', 'Invånare 20–64 år', 'Alla invånare 20–64 år', 0, 100, 1,
	48.2, '2024-12-31', 'SCB', 60, '2030-12-31');
insert into activity (matter_id, number, goal, text, responsible_id, valid) values (3, 1, 2, 'Jobbtorg', 2, '[2025-01-01,2031-01-01)');
insert into funding (matter_id, number, amount, budget) values (3, 1, 0, 'Inom ram');
insert into follow_up (matter_id, number, period, due_on, responsible_id, done_on, assessment, evaluates_id)
values (3, 1, '[2020-01-01,2025-01-01)', '2024-12-31', 1, '2024-12-01', 'Målen nåddes till hälften', 4);
insert into goal_link (matter_id, number, level, reference) values (3, 1, 'national', 'Integrationspolitikens mål'), (3, 2, 'european', 'Europa 2030');
select * from review_policy(3);

-- each thing taken away is found, and nothing else
create function pg_temp.without(statement text) returns text language plpgsql as $$
declare found text;
begin
	execute statement;
	select string_agg(concat_ws(' ', finding, goal, words), ', ') into found from review_policy(3);
	raise exception using errcode = 'UE001', message = coalesce(found, 'nothing');
exception when sqlstate 'UE001' then
	return sqlerrm;
end
$$;
select s as statement, pg_temp.without(s) as found from unnest(array[
	$$delete from activity$$,
	$$update activity set responsible_id = null$$,
	$$delete from funding$$,
	$$update follow_up set done_on = null$$,
	$$update indicator set target_on = null$$,
	$$update indicator set unit = null$$,
	$$update indicator set baseline_source = null$$,
	$$update indicator set population = null$$,
	$$update indicator set denominator = null$$,
	$$delete from term_definition$$,
	$$update goal set parent = null$$,
	$$update goal set area_set_id = null, area_code = null, text = 'Sysselsättningen i vissa områden ska öka till 60 procent'$$,
	$$update goal set text = 'Sysselsättningen bör öka till 60 procent' where number = 2$$,
	$$update goal set due_on = null where number = 2$$,
	$$update goal set domain = 'integration' where number = 2$$,
	$$update goal set kind = 'direction' where number = 2$$,
	$$update indicator set target = null; update goal set text = 'Sysselsättningen ska väsentligt öka hos alla' where number = 2$$,
	$$delete from goal_link where level = 'european'$$,
	$$update policy_document set binding_scope = ' ' where matter_id = 3$$]) s;

-- lists are data
insert into policy_word values ('vague', 'försörja sig');
select finding, goal, words from review_policy(3);
insert into policy_word values ('undefined', 'sysselsättning');
select finding, goal, words from review_policy(3);

-- the same whatever the search path, and in whatever form the words stand
set search_path = pg_catalog;
select count(*) from policy_review.review_policy(1);
select policy_review.policy_words('STADSDELARNAS boendeform är TRYGG, alla kunde', l) from unnest(array['undefined', 'universal', 'not_binding']) l;
drop schema policy_review cascade;
