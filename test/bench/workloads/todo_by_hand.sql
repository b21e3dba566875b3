-- What somebody would write by hand for the same duties, as simply as what is
-- stored here allows: one of the minutes a meeting, the same days for all bodies,
-- documents and areas by the kind of body.  Deadlines by the extension's calendar.
create view by_hand_todo as
with last_notice as (
	select distinct on (meeting_id) meeting_id, taken_down_on,
		governance.statutory_deadline(posted_on, interval '21 days') as appeal_until
	from public_notice where posted_on <= governance.as_of() order by meeting_id, posted_on desc
)
select 'meeting_documents' as rule, m.body_id, m.id as object_id, m.day as due
from meeting m
join body b on b.id = m.body_id
join (values ('council', 'announcement'), ('council', 'summons'), ('committee', 'summons'), ('committee', 'agenda')) k (body_kind, kind)
	on k.body_kind = b.kind
where m.day < governance.as_of() and not exists (select from meeting_document d where d.meeting_id = m.id and d.kind = k.kind)
union all
select 'meeting_documents', m.body_id, m.id, m.day
from meeting m
where m.day < governance.as_of() and not exists (select from minutes x where x.meeting_id = m.id)
union all
select 'item_area', m.body_id, m.id, null
from agenda_item i
join meeting m on m.id = i.meeting_id
join body b on b.id = m.body_id
where i.area is null and m.day <= governance.as_of() and b.kind = 'committee'
union all
select 'attestation_days', m.body_id, m.id, governance.statutory_deadline(m.day, interval '14 days')
from minutes w join meeting m on m.id = w.meeting_id
where not exists (select from seal s where s.meeting_id = w.meeting_id and s.number = w.number)
union all
select 'notice_days', m.body_id, m.id, governance.statutory_deadline(s.attested_on, interval '2 days')
from seal s
join meeting m on m.id = s.meeting_id
join body b on b.id = m.body_id
left join last_notice n on n.meeting_id = m.id
where (b.kind <> 'committee' or exists (select from decision o where o.meeting_id = m.id and o.on_behalf_of is not null))
	and (n.meeting_id is null or n.taken_down_on <= n.appeal_until)
union all
select 'appeal_days', m.body_id, m.id, n.appeal_until
from last_notice n join meeting m on m.id = n.meeting_id
where n.appeal_until >= governance.as_of() and n.taken_down_on is null
union all
select 'requests_needed', r.body_id, r.id, null
from meeting_request r
where not exists (select from meeting m where m.request_id = r.id and m.opened_at <= governance.as_of())
union all
select case k.kind when 'announced' then 'meeting_announced' else 'summons_sent' end, m.body_id, m.id, m.day - 7
from meeting m join body b on b.id = m.body_id, (values ('announced'), ('summoned')) k (kind)
where m.day >= governance.as_of() and b.kind = 'council'
union all
select 'substitutes_told', m.body_id, m.id, m.day
from meeting m join body b on b.id = m.body_id
where m.day >= governance.as_of() and b.kind in ('executive_board', 'board')
union all
select 'seats', b.id, b.id, null
from body b
where b.kind = 'committee' and (select count(*) from membership s
	where s.body_id = b.id and s.role = 'member' and s.valid @> governance.as_of()) < 7;
