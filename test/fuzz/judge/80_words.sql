-- Words of opinions.
set search_path = floor, public;

-- what a reader says of the words that the acts use (matters_acts.py)
create table said (words text primary key, decides boolean not null, recommends boolean not null);
insert into said values
	('Nämnden avslår motionen.', true, false), ('Motionen bifalls.', true, false),
	('Nämnden föreslår att motionen avslås.', false, true), ('Nämnden tillstyrker motionen.', false, true),
	('Motionen bör bifallas.', false, true), ('Nämnden avstyrker motionen.', false, true),
	('Nämnden har tagit del av motionen.', false, false), ('Text', false, false);

-- E8, C2: the council, who asks, may decide; nobody who is asked
create view answer_recommends as
select 'matter' as root, a.matter_id as id, a.number as item, a.body_id as law_body, a.answered_on as law_day
from referral_answer a join said s on s.words = a.wording and s.decides;

-- E8: of a motion that another body decides; its outcome says it too, where no word recommends
create view opinion_recommends as
select 'meeting' as root, h.meeting_id as id, h.position as item, h.body_id as law_body, h.day as law_day
from handled h
join motion m on m.matter_id = h.matter_id and m.council_id <> h.body_id
	and not (m.kind = 'citizen_proposal' and m.decided_by_id is not distinct from h.body_id)
join decision d on (d.meeting_id, d.position, d.point) = (h.meeting_id, h.position, h.point)
join said s on s.words = d.text
where h.kind = 'opinion' and (s.decides or h.outcome = 'rejected' and not s.recommends);
