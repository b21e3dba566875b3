-- The register of documents (diarium), and what lacks in them.

create or replace view document_register with (security_barrier) as
select d.matter_id, m.number as case_number, m.body_id, d.number, d.kind, d.direction,
	r.day, d.dated_on, d.counterpart, d.title, d.secret,
	k.page, k.pages, d.costs,
	s.signed_by, s.acting, s.found as signatories, d.signatories as signatories_stated,
	d.appendix_of, a.found as appendices, d.appendices as appendices_stated,
	coalesce(s.found = d.signatories, true) and coalesce(a.found = d.appendices, true) as complete,
	u.drawn_up_in, u.together_with
from document d
join matter m on m.id = d.matter_id
cross join governance.as_of() o(as_of)
cross join lateral (select case d.direction when 'received' then d.arrived_on else d.dated_on end) r(day)
left join lateral governance.read_page_mark(d.page_mark) k on true
left join lateral (
	select array_agg(concat_ws(', ', p.name, g.title)
			|| case when g.acting and coalesce(g.title, '') !~* '^\s*(tf|tillförordnad)\y' then ' (tf.)' else '' end
			order by g.person_id) as signed_by,
		coalesce(bool_or(g.acting), false) as acting, count(*)::integer as found
	from document_signatory g
	join person p on p.id = g.person_id
	where g.matter_id = d.matter_id and g.number = d.number) s on true
left join lateral (
	select count(*)::integer as found
	from document x
	where x.matter_id = d.matter_id and x.appendix_of = d.number
		and coalesce(case x.direction when 'received' then x.arrived_on else x.dated_on end, m.opened_on) <= o.as_of) a on true
left join lateral (
	select max(b.name) filter (where w.lead) as drawn_up_in,
		array_agg(b.name order by b.name) filter (where not w.lead) as together_with
	from document_author w
	join body b on b.id = w.body_id
	where w.matter_id = d.matter_id and w.number = d.number) u on true
where coalesce(r.day, m.opened_on) <= o.as_of and governance.may_read_document('registry'::regclass, d.matter_id, d.number);
comment on view document_register is
'The register of documents (diarium): every document that was received or drawn up (inkommen, upprättad handling), with the day of its arrival (FL 22), and whether as many people signed it, and as many appendices are there, as it says.';
comment on column document_register.matter_id is 'The matter (ärende).';
comment on column document_register.case_number is 'Its case number (diarienummer).';
comment on column document_register.body_id is 'The body that handles it.';
comment on column document_register.number is 'The document''s number in the matter.';
comment on column document_register.kind is 'What it is: a motion, a statement (tjänsteutlåtande), an answer, an appendix (bilaga).';
comment on column document_register.direction is 'Received (inkommen) or drawn_up (upprättad).';
comment on column document_register.day is 'The day it arrived (ankomstdag), or was drawn up; null: it is not registered.';
comment on column document_register.dated_on is 'The date on it.';
comment on column document_register.counterpart is 'From whom it came, or to whom it was sent (avsändare, mottagare).';
comment on column document_register.title is 'Its content in brief.';
comment on column document_register.secret is 'Whether it is secret (sekretess).';
comment on column document_register.page is 'The page that is marked on it.';
comment on column document_register.pages is 'Of so many.';
comment on column document_register.costs is 'What it says of costs (ekonomiska aspekter); null: nothing.';
comment on column document_register.signed_by is 'Who signed it (undertecknare), with title; tf.: in somebody''s place.';
comment on column document_register.acting is 'Whether somebody signed in another''s place (tillförordnad).';
comment on column document_register.signatories is 'How many signed it.';
comment on column document_register.signatories_stated is 'How many sign it, as it says.';
comment on column document_register.appendix_of is 'The document that it is an appendix of.';
comment on column document_register.appendices is 'How many appendices (bilagor) are registered.';
comment on column document_register.appendices_stated is 'How many it has, as it says.';
comment on column document_register.complete is 'Whether the numbers agree, as far as it states them.';
comment on column document_register.drawn_up_in is 'The unit that drew it up (utarbetad inom).';
comment on column document_register.together_with is 'Others that took part (i samarbete med).';

-- What lacks in the documents of matters that are open.  offset 0: by index for
-- each of these, however many the planner thinks they are.
create or replace view document_duty with (security_barrier) as
with open_document as (
	select m.body_id, m.opened_on, d.matter_id, d.number, d.kind, d.direction, d.title, d.costs,
		d.signatories, d.appendices, r.day, o.as_of
	from governance.as_of() o(as_of)
	join matter m on coalesce(m.closed_on, 'infinity') > governance.as_of() and m.opened_on <= o.as_of
	cross join lateral (select * from document d where d.matter_id = m.id offset 0) d
	cross join lateral (
		select coalesce(case d.direction when 'received' then d.arrived_on else d.dated_on end, m.opened_on)) r(day)
	where r.day <= o.as_of and governance.may_read_document('registry'::regclass, d.matter_id, d.number)
)
select 'cost_section' as rule, d.body_id,
	pg_catalog.format('say in document %s what it costs: %s', d.number, d.title) as what,
	'document' as object, d.matter_id as object_id, null::date as due, d.day as ruled_on
from open_document d
where exists (select from rule_setting where rule = 'cost_section')
	and d.kind in ('statement', 'proposal') and d.direction = 'drawn_up' and coalesce(d.costs, '') !~ '\S'
	and exists (select from setting_on(d.body_id, d.day, 'cost_section'))
union all
select 'document_complete', d.body_id,
	pg_catalog.format('register who signed document %s: %s sign it, %s %s registered', d.number, d.signatories, s.found,
		case s.found when 1 then 'is' else 'are' end),
	'document', d.matter_id, null, d.day
from open_document d
cross join lateral (
	select count(*) as found from document_signatory g
	where g.matter_id = d.matter_id and g.number = d.number) s
where d.signatories is not null and s.found <> d.signatories
union all
select 'document_complete', d.body_id,
	pg_catalog.format('register the appendices of document %s: it has %s, %s %s registered', d.number, d.appendices, a.found,
		case a.found when 1 then 'is' else 'are' end),
	'document', d.matter_id, null, d.day
from open_document d
cross join lateral (
	select count(*) as found from document x
	where x.matter_id = d.matter_id and x.appendix_of = d.number
		and coalesce(case x.direction when 'received' then x.arrived_on else x.dated_on end, d.opened_on) <= d.as_of) a
where d.appendices is not null and a.found <> d.appendices;
comment on view document_duty is
'What lacks in the documents of open matters: a section on costs where the body wants one (cost_section), signatories and appendices that a document says it has (document_complete).';
comment on column document_duty.rule is 'The rule''s code (governance.rules()).';
comment on column document_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column document_duty.what is 'What is to be done.';
comment on column document_duty.object is 'The table of what it is about.';
comment on column document_duty.object_id is 'The matter.';
comment on column document_duty.due is 'The last day; null: no day is set.';
comment on column document_duty.ruled_on is 'The day whose rules it follows.';
