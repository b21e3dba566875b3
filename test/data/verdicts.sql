\set ECHO none
-- What the rules :rules (a list, with spaces) say of all that is stored in :registry:
-- each verdict that is given, and how often.
--
--     \set rules 'seats single_seat'
--     \i :srcdir/data/verdicts.sql
select v.rule, string_agg(v.status || ' ' || v.times, ', ' order by v.status) as verdicts
from (
	select e.rule, e.status, count(*) as times
	from (
		select m.rule, m.status from meeting t, governance.explain(:'registry', t.id, null) m
		union all
		select b.rule, b.status from body t, governance.explain_body(:'registry', t.id) b
		union all
		select a.rule, a.status from matter t, governance.explain_matter(:'registry', t.id) a) e
	where e.rule = any (string_to_array(:'rules', ' '))
	group by e.rule, e.status) v
group by v.rule order by v.rule collate "C";
\set ECHO all
