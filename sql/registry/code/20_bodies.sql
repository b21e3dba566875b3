-- Bodies and people: what is missing.

-- The number of seats filled changes only on the first day of a seat and on
-- the day after the last; a vacancy lasts since the first such day after which
-- the seats were never all filled.
create or replace view vacancy with (security_barrier) as
with as_of(day) as (
	select coalesce(nullif(pg_catalog.current_setting('governance.as_of', true), '')::date, current_date)
), seats as (
	select b.id as body_id, b.name as body, b.valid, k.role, s.value::integer as seats,
		s.citation, s.wording, d.day
	from as_of d
	cross join body b
	cross join (values ('member', 'seats'), ('substitute', 'substitute_seats')) k(role, rule)
	join pg_catalog.pg_class c on c.oid = b.tableoid
	join pg_catalog.pg_namespace n on n.oid = c.relnamespace
	cross join lateral governance.setting_on(n.nspname::text, b.id, d.day, k.rule) s
	where b.valid @> d.day
	and not exists (select from body_succession u where u.predecessor_id = b.id and u.day <= d.day)
	and s.value is not null
), turns as (
	select s.body_id, s.role, t.day, (t.filled >= s.seats) as full
	from seats s
	cross join lateral (
		select c.day, (select count(*) from membership m
			where m.body_id = s.body_id and m.role = s.role and m.valid @> c.day) as filled
		from (
			select lower(m.valid) from membership m where m.body_id = s.body_id and m.role = s.role
			union
			select upper(m.valid) from membership m where m.body_id = s.body_id and m.role = s.role
			union
			select lower(s.valid)
		) c(day)
		where c.day <= s.day and isfinite(c.day)
	) t
)
select s.body_id, s.body, s.role,
	(select min(t.day) from turns t
		where t.body_id = s.body_id and t.role = s.role and not t.full
		and t.day > all (select f.day from turns f
			where f.body_id = s.body_id and f.role = s.role and f.full)) as since,
	s.seats, f.filled::integer as filled, s.seats - f.filled::integer as missing,
	s.citation, s.wording
from seats s
cross join lateral (
	select count(*) as filled from membership m
	where m.body_id = s.body_id and m.role = s.role and m.valid @> s.day
) f
where f.filled < s.seats;
