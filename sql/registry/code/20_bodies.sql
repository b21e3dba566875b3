-- Bodies and people: which seats are vacant, and what the tables hold.

-- The number of seats filled changes only on the first day of a seat and on
-- the day after the last; a vacancy lasts since the first such day after which
-- the seats were never all filled.
create or replace view vacancy with (security_barrier) as
with as_of(day) as (
	select governance.as_of()
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
	and s.value is not null and governance.may_read('registry'::regclass, b.id)
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
	-- by index: without the seats that have ended
	select count(*) as filled from membership m
	where m.body_id = s.body_id and coalesce(upper(m.valid), 'infinity') > s.day
		and m.role = s.role and m.valid @> s.day
) f
where f.filled < s.seats;

comment on table body is
'A body that meets or answers (organ): council, board, committee and so on.';
comment on column body.id is 'The body''s id.';
comment on column body.name is 'Its name.';
comment on column body.kind is 'What kind of body it is (organtyp); fixed once it has held a meeting.';
comment on column body.parent_id is 'The body it belongs to: a committee''s board (KL 3:5), a board''s council.';
comment on column body.valid is 'The days on which it exists; the upper bound is not one of them.';
comment on column body.founded_by is 'The decision that founded it (KL 3:5).';
comment on column body.section_series_id is 'The body whose series of section numbers (paragrafserie) it uses; null: its own.';
comment on column body.extended_on is 'The day of the decision that last prolonged a temporary body''s time.';
comment on column body.dissolved_on is 'The day of the decision that ended it before its time (upplösning); its report is there by its last day.';
comment on column body.secretariat_id is 'The unit that keeps its secretariat (sekretariat, kansli).';
comment on column body.report_matter_id is 'Matter of the final report of a temporary body (slutrapport).';
comment on column body.report_number is 'The document there.';
comment on column body.reported_on is 'Day of the report.';

comment on table body_succession is
'Which body took the place of which, and when (efterträdare).';
comment on column body_succession.predecessor_id is 'The former body, which does not meet from that day (KL 4:10).';
comment on column body_succession.successor_id is 'The body that takes its place.';
comment on column body_succession.day is 'The first day of the successor.';

comment on table term is
'Terms of office of a body (mandattid; KL 6:18, 6:19).';
comment on column term.body_id is 'The body.';
comment on column term.valid is 'The days of the term.';

comment on table person is
'People (personer): elected representatives, officials, guests.';
comment on column person.id is 'The person''s id.';
comment on column person.name is 'The name, as the minutes give it.';

comment on table party is
'Parties (partier).';
comment on column party.id is 'The party''s id.';
comment on column party.name is 'Its name.';
comment on column party.abbreviation is 'Its usual abbreviation (partibeteckning).';

comment on table membership is
'Who holds a seat in which body, and when (ledamöter och ersättare; KL 6:16, 6:42).';
comment on column membership.id is 'The seat''s id.';
comment on column membership.body_id is 'The body.';
comment on column membership.person_id is 'Who holds the seat.';
comment on column membership.role is 'member (ledamot) or substitute (ersättare).';
comment on column membership.party_id is 'The party for which the seat is held.';
comment on column membership.seat_category is 'Whom the seat is meant for in a body of mixed composition.';
comment on column membership.valid is 'The days on which the seat is held.';
comment on column membership.until_parent_term is 'The seat lasts until the parent''s term ends, and follows when that is moved.';
comment on column membership.decided_by is 'The body that decided it: the council for a board, the board for a committee.';

comment on table office is
'Who holds which office in a body, and when (uppdrag, befattningar; KL 5:11, 6:21).';
comment on column office.id is 'The office''s id.';
comment on column office.body_id is 'The body.';
comment on column office.person_id is 'Who holds it.';
comment on column office.kind is 'Which office: of the presidium (presidium), of conveners (sammankallande) or of officials (tjänstemän).';
comment on column office.appointed_by is 'The person who appointed, where it is no body: the chair appoints the presenter (föredragande).';
comment on column office.acting is 'Held in somebody''s place (tillförordnad).';
comment on column office.valid is 'The days on which it is held.';
comment on column office.decided_by is 'The body that appointed.';

comment on table hindrance is
'When somebody could not act, and why (förhinder).';
comment on column hindrance.id is 'The hindrance''s id.';
comment on column hindrance.body_id is 'The body.';
comment on column hindrance.person_id is 'Who was prevented.';
comment on column hindrance.valid is 'The days.';
comment on column hindrance.reason is 'Why.';

comment on table substitution_order is
'The order in which substitutes serve (ersättarnas tjänstgöringsordning; KL 6:16).';
comment on column substitution_order.id is 'The entry''s id.';
comment on column substitution_order.body_id is 'The body.';
comment on column substitution_order.member_id is 'The member whose substitutes are ranked; null: not by member.';
comment on column substitution_order.party_id is 'The party whose substitutes are ranked; null: not by party.';
comment on column substitution_order.substitute_id is 'The substitute.';
comment on column substitution_order.rank is 'The place in the order; 1 is first.';
comment on column substitution_order.valid is 'The days on which the order holds.';

comment on table attendance_right is
'Who may attend without a seat (närvarorätt; KL 4:28, 6:26).';
comment on column attendance_right.id is 'The right''s id.';
comment on column attendance_right.body_id is 'The body.';
comment on column attendance_right.person_id is 'Who may attend.';
comment on column attendance_right.ground is 'On what ground.';
comment on column attendance_right.may_deliberate is 'May the person take part in deliberations (överläggningar)?';
comment on column attendance_right.valid is 'The days on which the right holds.';

comment on view vacancy is
'Seats that nobody holds (vakanser; KL 6:20: by-elections, fyllnadsval) on the day of the setting governance.as_of, today where it is not set.';
comment on column vacancy.body_id is 'The body.';
comment on column vacancy.body is 'Its name.';
comment on column vacancy.role is 'member (ledamot) or substitute (ersättare).';
comment on column vacancy.since is 'The first day since which the seats have not all been filled; null: they never were.';
comment on column vacancy.seats is 'How many seats the regulation in force gives the body.';
comment on column vacancy.filled is 'How many are held.';
comment on column vacancy.missing is 'How many are vacant.';
comment on column vacancy.citation is 'The provision that says how many.';
comment on column vacancy.wording is 'Its wording.';
