-- Seed of a review: the integration policy that was referred to Stockholm's
-- socialtjänstnämnd in 2004, as far as its answer (DNR 106-555/2004) tells of it:
-- the three goals, and the sentences that it quotes, each with its place.  In the
-- registry that is first in the search path; matter 1 is the policy, matter 2 the
-- programme that it replaces.  The answer gives no day on which the programme
-- began ("sedan 1997"), and the policy had not been adopted: from 2005 stands for
-- the day that was planned (rules.md B9 has the year).
insert into body (id, name, kind, founded_by) values
	(1, 'Kommunstyrelsen', 'executive_board', 'Kommunfullmäktige'),
	(2, 'Socialtjänstnämnden', 'board', 'Kommunfullmäktige');
insert into matter (id, body_id, title, opened_on) values
	(1, 1, 'Integrationspolicy för Stockholms stad', '2004-09-01'),
	(2, 1, 'Integrationsprogram för Stockholms stad', '1997-01-01');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid) values
	(2, 'integration', 'Integrationsprogram', 1, '[1997-01-01,2005-01-01)');
insert into policy_document (matter_id, domain, title, adopted_by_id, valid, supersedes_id) values
	(1, 'integration', 'Integrationspolicy', 1, '[2005-01-01,)', 2);

insert into goal (matter_id, number, kind, place, domain, text) values
	(1, 1, 'direction', 'mål 1', null, 'Skapa förutsättningar för ökad hållbar tillväxt och ekonomisk utveckling i hela staden genom insatser i ytterstaden som rör boende och bostadsförsörjning, nya arbetsplatser och goda näringslivsvillkor samt fysisk och elektronisk infrastruktur.'),
	(1, 2, 'direction', 'mål 2', null, 'Minska skillnaderna mellan olika delar av staden avseende sysselsättnings- och utbildningsnivåer, hälsa, trygghet och trivsel samt tillgång till service, kultur och fritidsaktiviteter.'),
	(1, 3, 'direction', 'mål 3', null, 'Utveckla metoder i syfte att synliggöra, motverka och bryta fördomar, rasism och diskriminerande strukturer.'),
	(1, 4, 'direction', 'sid. 3 första stycket', null, 'Alla stadsdelar ska vara lika levande och attraktiva. Institutioner och anläggningar bör därför finnas i alla delar av staden'),
	(1, 5, 'direction', 'sid. 3 andra stycket', null, 'Kommunal och privat service ska finnas i alla delar av staden'),
	(1, 6, 'direction', 'sid. 3 andra stycket', null, 'Levande stadsdelar förutsätter en mångfald av boendeformer'),
	(1, 7, 'direction', 'sid. 3 första stycket', null, 'När vissa områden utanför Stockholms tullar ensidigt beskrivs som eftersatta eller svaga så påverkar det stadsdelarna och dess invånares möjligheter att styra utvecklingen i positiv riktning'),
	(1, 8, 'direction', 'sid. 3 femte stycket', null, 'Medborgarna ska ha reella möjligheter att delta i planerings- och beslutsprocesser'),
	(1, 9, 'direction', 'sid. 5 andra stycket', null, 'Livslängd och ohälsa är ojämnt fördelade i Stockholm'),
	(1, 10, 'direction', 'sid. 5 femte stycket', null, 'umgås, diskutera och förhandla om hur vi ska definiera vår gemenskap som medborgare i staden'),
	(1, 11, 'direction', 'sid. 6 andra stycket', null, 'staden ska reagera snabbt och tydligt när rasism, främlingsfientlighet och fördomar leder till att människor stängs ute från arbetsmarknaden etc.'),
	(1, 12, 'direction', 'sid. 4 tredje stycket', 'arbetsmarknad', 'särskilt ska verka för att stödja ungdomar och unga vuxna som inte studerar eller saknar arbete'),
	(1, 13, 'direction', 'sid. 3 fjärde stycket', null, 'i samband med utarbetandet av planer och byggprojekt kan s.k. integrationskonsekvensanalyser göras'),
	(1, 14, 'direction', 'sid. 5 andra stycket', null, 'särskilt viktiga är folkhälsoinsatser för barn och ungdomar från familjer med begränsade resurser'),
	(1, 15, 'direction', 'sid. 6 femte stycket', null, 'stadens anställda ska på alla nivåer i organisationen avspegla befolkningens sammansättning');
-- a measure of goal 15, as far as the text has one
insert into indicator (matter_id, number, goal, name) values
	(1, 1, 15, 'Andel anställda efter födelseland, på alla nivåer');
