-- Documents, and statements that decisions refer to.
set search_path = floor, public;

create view registered as
select d.*, m.body_id, coalesce(d.dated_on, d.arrived_on, m.opened_on) as day
from document d join matter m on m.id = d.matter_id;

-- L26
create view document_arrival as
select 'matter' as root, d.matter_id as id, d.number as item, d.body_id as law_body, d.day as law_day
from registered d
where case d.direction when 'received' then d.arrived_on else d.dated_on end is null;

-- C6
create view costs_stated as
select 'matter' as root, d.matter_id as id, d.number as item, d.body_id as law_body, d.day as law_day
from registered d
where d.direction = 'drawn_up' and d.kind in ('statement', 'proposal') and coalesce(d.costs, '') !~ '\S';

-- B1, C3
create view decision_statement as
select 'meeting' as root, h.meeting_id as id, h.position as item, h.body_id as law_body, h.day as law_day
from handled h
where h.statement_number is not null and not exists (
	select from document d where (d.matter_id, d.number) = (h.matter_id, h.statement_number)
		and d.kind = 'statement' and (d.dated_on <= h.day) is not false);

-- B1
create view statement_in_matter as
select 'meeting' as root, d.meeting_id as id, d.position as item, m.body_id as law_body, m.day as law_day
from decision d join agenda_item i using (meeting_id, position) join meeting m on m.id = d.meeting_id
where d.withdrawn_at is null and d.statement_number is not null and i.matter_id is null;
