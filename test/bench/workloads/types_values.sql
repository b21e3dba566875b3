-- Random values of the types quorum and citation as people write them, in random
-- order, each with its place in the order of its type (rank), which is found by
-- its parts and not by the type's comparison.
--
-- Variables: values, how many of each.
select setseed(0.42);

create function one_of(most integer) returns integer
language sql volatile as $$ select 1 + floor(random() * most)::integer $$;

create unlogged table quorum_written as
select concat(number, case when number is not null and above is not null then ' and ' end, sign || above || '/' || below) as written,
	dense_rank() over (order by coalesce(above::numeric / below, 0), above is not null and sign = '>', coalesce(number, 0)) as rank
from (select case when random() < 0.5 or below is null then one_of(101) end as number,
		one_of(below - 1) as above, below, (array['>', '>='])[one_of(2)] as sign
	from (select case when random() < 0.8 then 1 + one_of(100) end as below from generate_series(1, :values)) f
	offset 0) v
order by random();

create unlogged table citation_written as
select law || case when law <> '' then ' ' else '' end
	|| case when chapter = 0 and form = 1 then '§ ' || section || letter
		when chapter = 0 then section || letter || ' §'
		when form = 1 then chapter || ' kap. ' || section || letter || ' §'
		else chapter || ':' || section || letter end
	|| case when paragraph = 0 then '' when form = 2 then ' ' || paragraph || ' stycket' else ' ' || paragraph || ' st' end
	|| case when point = 0 then '' else ' ' || point || ' p' end as written,
	dense_rank() over (order by upper(law) collate "C", chapter, section, letter collate "C", paragraph, point) as rank
from (select (array['', '', '', 'KL', 'KL', 'FL', 'OSL', 'SoL', 'PBL', 'SkolL', 'BrB'])[one_of(11)] as law,
		case when random() < 0.5 then one_of(40) else 0 end as chapter,
		one_of(60) as section, case when random() < 0.15 then ' ' || chr(96 + one_of(6)) else '' end as letter,
		case when random() < 0.4 then one_of(4) else 0 end as paragraph,
		case when random() < 0.25 then one_of(12) else 0 end as point, one_of(4) as form
	from generate_series(1, :values) offset 0) v
order by random();
