-- What is sent after decisions, and what is yet to be.  Days are those of the
-- setting governance.as_of, or today's.

create or replace view dispatch_status with (security_barrier) as
select d.matter_id, d.number, e.body_id, d.meeting_id, e.day, d.position, i.section, o.decided_on,
	d.recipient_id, concat_ws(', ', b.name, d.recipient) as recipient, d.document_number,
	d.responsible_id, d.send_by, s.sent_on,
	case when s.sent_on is not null then 'sent'
		when o.decided_on is not null then 'unsent'
		else 'undecided' end as state,
	coalesce(coalesce(s.sent_on, case when o.decided_on is not null then governance.as_of() end) > d.send_by,
		false) as late,
	coalesce(d.sent_on, 'infinity') > governance.as_of() as unsent
from dispatch d
join agenda_item i on i.meeting_id = d.meeting_id and i.position = d.position
join meeting e on e.id = d.meeting_id
left join body b on b.id = d.recipient_id
left join lateral (select case when d.sent_on <= governance.as_of() then d.sent_on end
	having true) s(sent_on) on true
left join lateral (
	-- the first decision of the item that stands
	select min(coalesce(o.decided_at, i.decided_at, e.day)::date)
	from decision o
	where o.meeting_id = d.meeting_id and o.position = d.position and i.matter_id = d.matter_id
		and coalesce(o.decided_at, i.decided_at, e.day) < governance.as_of() + 1
		and (o.withdrawn_at is null or o.withdrawn_at >= governance.as_of() + 1)) o(decided_on) on true
where e.day <= governance.as_of() and governance.may_read_matter('registry'::regclass, d.matter_id)
	and governance.may_read_item('registry'::regclass, d.meeting_id, d.position);
comment on view dispatch_status is
'To whom decisions are sent (expediering), by whom, and when they were.';
comment on column dispatch_status.matter_id is 'the matter (ärende)';
comment on column dispatch_status.number is 'number within the matter';
comment on column dispatch_status.body_id is 'the body that decided, which sends it';
comment on column dispatch_status.meeting_id is 'the meeting (sammanträde)';
comment on column dispatch_status.day is 'its day';
comment on column dispatch_status.position is 'the item (ärende på föredragningslistan)';
comment on column dispatch_status.section is 'its section (paragraf)';
comment on column dispatch_status.decided_on is 'the day of its first decision that stands; null: nothing is decided';
comment on column dispatch_status.recipient_id is 'the body it is sent to';
comment on column dispatch_status.recipient is 'name of the body, and who else it is sent to';
comment on column dispatch_status.document_number is 'the document that goes with it, such as the officials'' statement (tjänsteutlåtande)';
comment on column dispatch_status.responsible_id is 'who is to send it, and did; null: nobody is named';
comment on column dispatch_status.send_by is 'last day to send it; null: none is set';
comment on column dispatch_status.sent_on is 'the day it was sent; null: it has not been';
comment on column dispatch_status.state is 'undecided, unsent or sent';
comment on column dispatch_status.late is 'it was sent after the last day, or is decided and unsent and the day has passed';
comment on column dispatch_status.unsent is 'it has not been sent, be it decided or not';

create or replace view dispatch_duty with (security_barrier) as
select 'dispatch_sent' as rule, s.body_id,
	pg_catalog.format('send the decision in item %s of the meeting on %s to %s', s.position, s.day, s.recipient) as what,
	'matter' as object, s.matter_id as object_id, s.send_by as due, s.day as ruled_on
from dispatch_status s
where s.unsent and s.decided_on is not null;
comment on view dispatch_duty is
'Decisions that are yet to be sent to whom they are meant for (expediering).';
comment on column dispatch_duty.rule is 'the rule''s code';
comment on column dispatch_duty.body_id is 'the body that decided';
comment on column dispatch_duty.what is 'what is to be done';
comment on column dispatch_duty.object is 'the table of what it is about';
comment on column dispatch_duty.object_id is 'its id there';
comment on column dispatch_duty.due is 'the last day; null: none is set';
comment on column dispatch_duty.ruled_on is 'the day of the meeting';
