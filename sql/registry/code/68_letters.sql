-- Letters: how far each has come, and what is to be done about it.  Days are
-- those of the setting governance.as_of, or today's.

-- A condition on "unsent" reaches the table's index of it, also through the
-- view: it compares days, which tells nothing of rows that are kept back.
create or replace view letter_status with (security_barrier) as
select l.matter_id, l.number, l.body_id, l.title, l.dated_on, l.document_number,
	s.person_id as signed_by_id, s.ground as signed_as, s.signed_at,
	c.person_id as countersigned_by_id, c.signed_at as countersigned_at,
	case when l.dispatched_on <= governance.as_of() then l.dispatched_on end as dispatched_on,
	case when l.dispatched_on <= governance.as_of() then 'sent'
		when s.signed_at is null then 'unsigned'
		when c.signed_at is null then 'signed'
		else 'ready' end as state,
	coalesce(l.dispatched_on, 'infinity') > governance.as_of() as unsent
from letter l
left join letter_signature s on s.matter_id = l.matter_id and s.number = l.number
	and s.role = 'sign' and s.signed_at < governance.as_of() + 1
left join letter_signature c on c.matter_id = l.matter_id and c.number = l.number
	and c.role = 'countersign' and c.signed_at < governance.as_of() + 1
where l.dated_on <= governance.as_of() and governance.may_read_matter('registry'::regclass, l.matter_id);
comment on view letter_status is
'How far each letter (skrivelse) has come: signed (undertecknad), countersigned (kontrasignerad), sent. Reglemente 7 §.';
comment on column letter_status.matter_id is 'the matter (ärende)';
comment on column letter_status.number is 'the letter''s number there';
comment on column letter_status.body_id is 'the body (organ) whose letter it is';
comment on column letter_status.title is 'what it is about';
comment on column letter_status.dated_on is 'its date';
comment on column letter_status.document_number is 'the document of the matter that holds its text';
comment on column letter_status.signed_by_id is 'who has signed it';
comment on column letter_status.signed_as is 'as chair, vice_chair, second_vice_chair or designated (ordförande, vice ordförande, därtill utsedd)';
comment on column letter_status.signed_at is 'when';
comment on column letter_status.countersigned_by_id is 'who has countersigned it';
comment on column letter_status.countersigned_at is 'when';
comment on column letter_status.dispatched_on is 'the day it was sent; null: it has not been';
comment on column letter_status.state is 'unsigned, signed (and not countersigned), ready to be sent, sent';
comment on column letter_status.unsent is 'it has not been sent';

create or replace view letter_duty with (security_barrier) as
select 'letter_signed' as rule, s.body_id,
	pg_catalog.format(case s.state
			when 'unsigned' then 'sign letter %s of matter %s: %s'
			when 'signed' then 'countersign letter %s of matter %s: %s'
			else 'send letter %s of matter %s: %s' end,
		s.number, coalesce(m.number::text, m.id::text), s.title) as what,
	'matter' as object, s.matter_id as object_id, null::date as due, s.dated_on as ruled_on
from letter_status s
join matter m on m.id = s.matter_id
where s.unsent;
comment on view letter_duty is
'Letters (skrivelser) that are yet to be signed, countersigned or sent. Reglemente 7 §.';
comment on column letter_duty.rule is 'the rule''s code';
comment on column letter_duty.body_id is 'the body whose letter it is';
comment on column letter_duty.what is 'what is to be done';
comment on column letter_duty.object is 'the table of what it is about';
comment on column letter_duty.object_id is 'its id there';
comment on column letter_duty.due is 'always null: no day is set';
comment on column letter_duty.ruled_on is 'the date of the letter';
