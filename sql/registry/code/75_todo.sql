-- Everything due, late or missing, of all subjects: a line for each.  Their views
-- have the same columns: which rule, whose duty, what, about what, by when, and
-- the day whose rules it follows (a meeting's, for what it leaves to be done).
create or replace view todo with (security_barrier) as
select d.rule, d.body_id, b.name as body, d.what, d.due,
	d.due - governance.as_of() as days_left,
	case when d.due is null then 'missing'
		when d.due < governance.as_of() then 'late'
		else 'due' end as status,
	s.citation, s.wording, d.object, d.object_id
from (
	select * from meeting_duty
	union all select * from vacancy_duty
	union all select * from policy_duty
	union all select * from motion_duty
	union all select * from letter_duty
	union all select * from dispatch_duty
	union all select * from assignment_duty
	union all select * from body_duty
	union all select * from referral_duty
	union all select * from document_duty
	union all select * from delegation_duty
) d
join body b on b.id = d.body_id
cross join this_registry g
left join lateral governance.setting_on(g.name, d.body_id, d.ruled_on, d.rule) s on true
where governance.may_read('registry'::regclass, d.body_id);

comment on view todo is
'Everything due, late or missing (att göra), in one list, of all views that are called ..._duty. One row a duty, with the rule and the provision it follows from.';
comment on column todo.rule is 'The rule''s code (governance.rules()).';
comment on column todo.body_id is 'The body responsible (ansvarigt organ).';
comment on column todo.body is 'Its name.';
comment on column todo.what is 'What is to be done.';
comment on column todo.due is 'The last day; null: no day is set.';
comment on column todo.days_left is 'Days until then, negative when it has passed.';
comment on column todo.status is 'Due, late, or missing (where no day is set).';
comment on column todo.citation is 'The provision (bestämmelse).';
comment on column todo.wording is 'Its wording.';
comment on column todo.object is 'The table of what it is about.';
comment on column todo.object_id is 'Its id there.';
