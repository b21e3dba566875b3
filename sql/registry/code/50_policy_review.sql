-- The review of a policy: what a board once found wanting in one (the answer of
-- Stockholm's socialtjänstnämnd to the referral of an integration policy, DNR
-- 106-555/2004), asked of any.

-- What can be found, in the order of the review, with the criticism that it
-- follows: the words of that answer, and the heading they stand under.
create or replace view policy_criticism (finding, ordinal, says, criticism, heading) as
values
	('no_measurable_goal', 1, 'no goal is measurable',
		'Det saknas emellertid tydliga mätbara mål', 'Sammanfattning'),
	('goal_not_measured', 2, 'the measurable goal has no indicator with unit, target and date',
		'Det saknas emellertid tydliga mätbara mål', 'Sammanfattning'),
	('vision_without_goal', 3, 'the vision has no goal of its own',
		'även om också är nödvändigt med övergripande inriktningsmål och visioner', 'Sammanfattning'),
	('no_activity', 4, 'nothing says how it is to be done, and by whom',
		'Hur ska detta göras?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_funding', 5, 'nothing says how it is paid for',
		'Förslaget till policy saknar också planering för hur en ökad ambitionsnivå i integrationsarbetet ska finansieras', 'Sammanfattning'),
	('no_evaluation', 6, 'the policy that it supersedes has not been evaluated',
		'Det saknas redovisning för hur stadens hittills bedrivna integrationsarbete har fungerat', 'Förvaltningens synpunkter'),
	('no_baseline', 7, 'nothing says how things stand today: value, date and source',
		'Utsagorna i förslaget till policy saknar ofta reell information om tillståndet i staden idag',
		'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('undefined_term', 8, 'a term that can mean many things is not defined',
		'Vad menar man med stadsdel?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('area_not_defined', 9, 'an area is described that is not one of a defined set',
		'Dokumentets beskrivning av problemstadsdelar är märklig', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_quantity', 10, 'it is about all or the whole, and does not say how much',
		'Hur omfattande är ambitionsnivån?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('not_binding', 11, 'it binds nobody',
		'Varför inte byta detta kan mot ett ”ska”?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('nobody_bound', 12, 'it says shall, and not who shall by when',
		'Hur tänker man sig att detta mål ska förverkligas?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('vague', 13, 'it can be read in many ways',
		'begrepp och ambitioner som är otydliga och kan tolkas allt för brett', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('other_domain', 14, 'it belongs to a policy of another domain',
		'Detta mål hör snarare hemma i stadens arbetsmarknadspolicy än i integrationspolicyn',
		'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_population', 15, 'the indicator does not say whom it is about, or what it is a share of',
		'Avser det stadens befolkning som helhet eller stadsdelsnämndsområdet?',
		'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_link', 16, 'there is no link to goals of the nation, or of Europe',
		'Det är en brist att förslaget till integrationspolicy saknar förbindelse med synen på integration i Sverige och i Europa',
		'Stockholm – en stad i Sverige och i Europa'),
	('no_binding_scope', 17, 'it does not say for whom it is binding',
		'Integrationsfrågan är av sådan vikt att den borde ingå i stadens integrerade ledningssystem', 'Förvaltningens synpunkter');
comment on view policy_criticism is
'What a review of a policy can find (review_policy), with the criticism it follows: the words of a board''s answer to a referral (remissvar, DNR 106-555/2004).';
comment on column policy_criticism.finding is 'Code of the finding.';
comment on column policy_criticism.ordinal is 'Its place in the review.';
comment on column policy_criticism.says is 'What is found.';
comment on column policy_criticism.criticism is 'The words of the criticism (kritik).';
comment on column policy_criticism.heading is 'The heading they stand under.';

-- Which phrases of a list stand in a text, by their stems.
create or replace function policy_words(document text, list text) returns text
language sql stable strict parallel restricted
set search_path from current
as $$
select string_agg(w.phrase, ', ' order by w.phrase collate "C")
from policy_word w
where w.list = policy_words.list
	and to_tsvector('governance.swedish', document) @@ phraseto_tsquery('governance.swedish', w.phrase)
$$;
comment on function policy_words(text, text) is
'Which words and phrases of a list (policy_word) stand in a text, in whatever form (svenska ordstammar); null: none.';

create or replace function review_policy(document bigint,
	out finding text, out goal integer, out indicator integer, out place text, out words text,
	out says text, out criticism text, out heading text)
returns setof record
language sql stable parallel restricted
set search_path from current
as $$
with policy as (
	select p.* from policy_document p where p.matter_id = review_policy.document
), goals as (
	select g.*, p.domain as policy_domain,
		-- what a quantity, an area or a baseline is looked for in
		exists (select from indicator i where i.matter_id = g.matter_id and i.goal = g.number
			and i.unit is not null and i.target is not null and i.target_on is not null) as measured,
		exists (select from indicator i where i.matter_id = g.matter_id and i.goal = g.number) as has_indicator
	from policy p join goal g on g.matter_id = p.matter_id
), found (finding, goal, indicator, place, words) as (
	select 'no_measurable_goal', null::integer, null::integer, null::text, null::text
	from policy p
	where not exists (select from goals g where g.kind = 'measurable')
	union all
	select 'goal_not_measured', g.number, null, g.place, null
	from goals g where g.kind = 'measurable' and not g.measured
	union all
	select 'vision_without_goal', g.number, null, g.place, null
	from goals g
	where g.kind = 'vision' and not exists (select from goals c where c.parent = g.number)
	union all
	select 'no_activity', g.number, null, g.place, null
	from goals g
	where g.kind <> 'vision' and not exists (
		select from activity a
		where a.matter_id = g.matter_id and a.goal = g.number and a.responsible_id is not null)
	union all
	select 'no_funding', null, null, null, null
	from policy p
	where not exists (select from funding f where f.matter_id = p.matter_id)
	union all
	select 'no_evaluation', null, null, null, null
	from policy p
	where p.supersedes_id is not null and not exists (
		select from follow_up f
		where f.evaluates_id = p.supersedes_id and f.done_on is not null
			and (f.matter_id in (p.matter_id, p.supersedes_id)))
	union all
	select 'no_baseline', g.number, i.number, g.place, null
	from goals g left join indicator i on i.matter_id = g.matter_id and i.goal = g.number
	where g.kind <> 'vision'
		and (i.baseline is null or i.baseline_on is null or i.baseline_source is null)
	union all
	select 'undefined_term', g.number, null, g.place, w.words
	from goals g
	cross join lateral (
		select string_agg(u.phrase, ', ' order by u.phrase collate "C") as words
		from policy_word u
		where u.list = 'undefined'
			and to_tsvector('governance.swedish', g.text) @@ phraseto_tsquery('governance.swedish', u.phrase)
			and not exists (
				select from term_definition t
				where t.matter_id = g.matter_id
					and to_tsvector('governance.swedish', t.term) @@ phraseto_tsquery('governance.swedish', u.phrase))) w
	where w.words is not null
	union all
	select 'area_not_defined', g.number, null, g.place, policy_words(g.text, 'area')
	from goals g
	where g.area_code is null and policy_words(g.text, 'area') is not null
	union all
	select 'no_quantity', g.number, null, g.place, policy_words(g.text, 'universal')
	from goals g
	where g.kind <> 'vision' and not g.measured and g.text !~ '[0-9]'
		and policy_words(g.text, 'universal') is not null
	union all
	select 'not_binding', g.number, null, g.place, policy_words(g.text, 'not_binding')
	from goals g
	where policy_words(g.text, 'not_binding') is not null
	union all
	select 'nobody_bound', g.number, null, g.place, policy_words(g.text, 'binding')
	from goals g
	where g.kind <> 'vision' and (g.responsible_id is null or g.due_on is null)
		and policy_words(g.text, 'binding') is not null
	union all
	select 'vague', g.number, null, g.place, policy_words(g.text, 'vague')
	from goals g
	where g.kind <> 'vision' and not g.measured and policy_words(g.text, 'vague') is not null
	union all
	select 'other_domain', g.number, null, g.place, g.domain
	from goals g
	where g.domain <> g.policy_domain
	union all
	select 'no_population', i.goal, i.number, null, null
	from policy p join indicator i on i.matter_id = p.matter_id
	where i.population is null or i.denominator is null
	union all
	select 'no_link', null, null, null, l.level
	from policy p
	cross join (values ('national'), ('european')) l(level)
	where not exists (select from goal_link k where k.matter_id = p.matter_id and k.level = l.level)
	union all
	select 'no_binding_scope', null, null, null, null
	from policy p
	where p.binding_scope is null or p.binding_scope !~ '\S'
)
select f.finding, f.goal, f.indicator, f.place, f.words, c.says, c.criticism, c.heading
from found f join policy_criticism c on c.finding = f.finding
order by c.ordinal, f.goal nulls first, f.indicator nulls first, f.words collate "C"
$$;
comment on function review_policy(bigint) is
'The review of a policy (granskning av styrdokument): one row for each thing that is wanting, with the goal, the words it concerns and the criticism it follows. Lists of words are in policy_word.';
