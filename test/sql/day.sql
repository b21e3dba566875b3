-- A day as it happens: one meeting told as data, and what the system says to
-- each step (rules.md I1-I4, I8, I9, I13, I20, I23 and what they rest on).
--
-- The agenda has six items; a seventh is added at the table and the second is
-- moved.  They are handled in the order 1, 3, 5, 4, 2, 7, 6.
-- The day itself is typed a week later from the secretary's notes: every time
-- is the stated time of the event.
\set registry day
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/committee.sql
\pset format unaligned
\pset footer off

-- ---- before the meeting ----

select 'called by the chair' as step, pg_temp.try($$
	insert into meeting (id, body_id, day, place, starts_at, ground, called_by, called_on)
	values (1, 2, '2025-03-12', 'Stadshuset', '2025-03-12 09:00', 'chair', 1, '2025-03-03')$$);
select 'summons and agenda' as step, pg_temp.try($$
	insert into meeting_document (meeting_id, kind, issued_at, responsible_id) values
		(1, 'summons', '2025-03-04 10:00', 1), (1, 'agenda', '2025-03-04 10:00', 1);
	insert into agenda_item (meeting_id, position, title, kind, area) values
		(1, 1, 'Val av justerare', 'decision', null),
		(1, 2, 'Information om etableringen', 'information', 4),
		(1, 3, 'Bidrag till språkkaféer', 'decision', 3),
		(1, 4, 'Samverkan med föreningslivet', 'decision', 1),
		(1, 5, 'Remiss om näringslivets roll', 'decision', 2),
		(1, 6, 'Lokaler i ytterstaden', 'decision', 3)$$);
select 'told of it' as step, summon(1, '2025-03-04 10:00');
select 'Dahl asks to take part at a distance, and the chair decides' as step, pg_temp.try($$
	insert into remote_notice (meeting_id, person_id, notified_on, reason, sound_and_picture, equal_terms,
		premises_secure, consulted_id, consulted_at, decided_by, decided_at, granted)
	values (1, 7, '2025-03-07', 'tjänsteresa', true, true, true, 2, '2025-03-07 13:00', 1, '2025-03-07 14:00', true)$$);

-- ---- a week later: the meeting is opened, who is there ----

select '✓ opened, item 1 taken up' as step, pg_temp.try($$
	update meeting set opened_at = '2025-03-12 09:00' where id = 1;
	update agenda_item set handled = 1, opened_at = '2025-03-12 09:02', decided_at = '2025-03-12 09:05' where meeting_id = 1 and position = 1$$);
select '✓ at the table; Öberg is late' as step, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, mode) values
		(1, 1, 'serving_member', 'on_site'), (1, 2, 'serving_member', 'on_site'), (1, 4, 'serving_member', 'on_site'),
		(1, 5, 'serving_member', 'on_site'), (1, 6, 'serving_member', 'on_site'), (1, 7, 'serving_member', 'remote'),
		(1, 15, 'secretary', 'on_site'), (1, 16, 'city_director', 'on_site');
	insert into presiding (meeting_id, person_id) values (1, 1)$$);
select '✗ the second in order serves for Öberg while the first is free' as step, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for) values
		(1, 8, 'non_serving_substitute', null), (1, 9, 'serving_substitute', 3)$$);
select '✓ Holm, the first in order, serves for Öberg' as step, pg_temp.try($$
	insert into attendance (meeting_id, person_id, capacity, serves_for) values (1, 8, 'serving_substitute', 3)$$);

-- ---- the adjuster is elected first ----

select '✗ Öberg, who is not there, is elected' as step, pg_temp.try($$insert into adjuster (meeting_id, person_id, position) values (1, 3, 1)$$);
select '✓ Ström is elected' as step, pg_temp.try($$
	insert into election (meeting_id, position, purpose) values (1, 1, 'Justerare');
	insert into candidate (meeting_id, position, person_id) values (1, 1, 6);
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 1, 'election', 'elected', 'Ström utses att justera protokollet.');
	insert into adjuster (meeting_id, person_id, position) values (1, 6, 1)$$);

-- ---- the agenda changes at the table ----

select '✓ an item is added' as step, pg_temp.try($$
	insert into agenda_item (meeting_id, position, title, area, announced) values (1, 7, 'Skrivelse om sommarjobb', 4, false)$$);
select '✓ a point on it: the agenda is settled with item 2 after item 4' as step, pg_temp.try($$
	insert into decision (meeting_id, position, point, kind, outcome, text)
	values (1, 1, 2, 'procedural', 'approved', 'Dagordningen fastställs; punkt 2 flyttas efter punkt 4.')$$);

-- ---- item 3, while Öberg arrives ----

select '✗ decided before it is taken up' as step, pg_temp.try($$
	insert into decision (meeting_id, position, text) values (1, 3, 'Bidrag beviljas.')$$);
select '✓ item 3, second in the order of handling' as step, pg_temp.try($$
	update agenda_item set handled = 2, opened_at = '2025-03-12 09:06', decided_at = '2025-03-12 09:20' where meeting_id = 1 and position = 3$$);
select '✗ Öberg comes during it and takes the seat at once' as step, pg_temp.try($$
	update attendance set to_item = 2, to_point = 'opened' where meeting_id = 1 and person_id = 8;
	insert into attendance (meeting_id, person_id, capacity, from_item, from_point) values (1, 3, 'serving_member', 2, 'decided')$$);
select '✓ Öberg takes the seat when the item is through' as step, pg_temp.try($$
	update attendance set to_item = 2 where meeting_id = 1 and person_id = 8;
	insert into attendance (meeting_id, person_id, capacity, from_item) values
		(1, 3, 'serving_member', 3), (1, 8, 'non_serving_substitute', 3)$$);
select '✓ decided on the board''s behalf' as step, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at, on_behalf_of) values (1, 3, 'Bidrag beviljas.', '2025-03-12 09:19', 1)$$);
select '✗ Öberg reserves against it' as step, pg_temp.try($$
	insert into reservation (meeting_id, position, person_id, announced_at) values (1, 3, 3, '2025-03-12 09:25')$$);

-- ---- item 5, decided without a vote, and four reserve ----

select '✗ opened before the item before it was through' as step, pg_temp.try($$
	update agenda_item set handled = 3, opened_at = '2025-03-12 09:19', decided_at = '2025-03-12 09:35' where meeting_id = 1 and position = 5$$);
select '✓ item 5, third' as step, pg_temp.try($$
	update agenda_item set handled = 3, opened_at = '2025-03-12 09:20', decided_at = '2025-03-12 09:35' where meeting_id = 1 and position = 5$$);
select rule, status, finding from explain_item(1, 5) where rule in ('quorum_present', 'decision_agreement', 'agreement_kept');
select '✓ decided, all seven agree' as step, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at) values (1, 5, 'Remissen besvaras enligt förslaget.', '2025-03-12 09:34')$$);
select rule, status, finding from explain_item(1, 5) where rule in ('quorum_present', 'decision_agreement', 'agreement_kept');
select '✓ four reserve, one after another' as step, pg_temp.try(format($$
	insert into reservation (meeting_id, position, person_id, announced_at) values (1, 5, %s, '2025-03-12 09:36')$$, p))
from unnest(array[3, 4, 5, 6]) p;
select rule, status, finding, detail, hint from explain_item(1, 5) where rule = 'agreement_kept';

-- ---- item 4: the chair is recused, the vice chair presides ----

select '✓ item 4, fourth; Ek declares an interest' as step, pg_temp.try($$
	update agenda_item set handled = 4, opened_at = '2025-03-12 09:36', decided_at = '2025-03-12 09:50' where meeting_id = 1 and position = 4;
	insert into recusal (meeting_id, position, person_id, ground, self_declared) values (1, 4, 1, 'styrelseledamot i en av föreningarna', true)$$);
select '✗ decided while Ek presides' as step, pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 4, 'Avtalet godkänns.')$$);
select '✗ Sand presides while the vice chair is there' as step, pg_temp.try($$
	update presiding set to_item = 3 where meeting_id = 1;
	insert into presiding (meeting_id, from_item, to_item, person_id, ground) values (1, 4, 4, 4, 'designated');
	insert into decision (meeting_id, position, text) values (1, 4, 'Avtalet godkänns.')$$);
select '✓ Lind presides, Holm serves for Ek and goes home' as step, pg_temp.try($$
	update presiding set to_item = 3 where meeting_id = 1;
	insert into presiding (meeting_id, from_item, to_item, person_id, ground) values (1, 4, 4, 2, 'vice_chair'), (1, 5, null, 1, 'chair');
	update attendance set to_item = 3 where meeting_id = 1 and person_id = 8 and from_item = 3;
	insert into attendance (meeting_id, person_id, capacity, serves_for, from_item, to_item) values (1, 8, 'serving_substitute', 1, 4, 4)$$);
select '✓ decided' as step, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at) values (1, 4, 'Avtalet godkänns.', '2025-03-12 09:49')$$);
select member_id, served_by, capacity, present_when_opened as opened, present_when_decided as decided
from item_roll where meeting_id = 1 and position = 4 order by member_id;

-- ---- item 2, for information: Dahl's link is lost ----

select '✓ item 2, fifth; the link is lost' as step, pg_temp.try($$
	update agenda_item set handled = 5, opened_at = '2025-03-12 09:50', decided_at = '2025-03-12 10:05' where meeting_id = 1 and position = 2;
	update attendance set to_item = 5, to_point = 'opened', left_for = 'link_lost' where meeting_id = 1 and person_id = 7$$);
select '✗ a matter is settled there' as step, pg_temp.try($$insert into decision (meeting_id, position, text) values (1, 2, 'Projektet förlängs.')$$);
select '✓ noted' as step, pg_temp.try($$
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 2, 'noting', 'noted', 'Informationen antecknas.')$$);

-- ---- item 7, the added one: Berg leaves during it ----

select '✓ item 7, sixth' as step, pg_temp.try($$
	update agenda_item set handled = 6, opened_at = '2025-03-12 10:05', decided_at = '2025-03-12 10:20' where meeting_id = 1 and position = 7$$);
select '✓ Berg leaves during it, Ström after it' as step, pg_temp.try($$
	update attendance set to_item = 6, to_point = 'opened', left_for = 'other' where meeting_id = 1 and person_id = 5;
	update attendance set to_item = 6, left_for = 'other' where meeting_id = 1 and person_id = 6$$);
select '✗ ' || name || ' votes' as step, pg_temp.try(format($$
	insert into vote_event (meeting_id, position) values (1, 7);
	insert into vote (meeting_id, position, person_id, choice) values (1, 7, %s, 'yes')$$, id))
from person where id in (5, 7) order by id;
select '✓ decided, by the five who remain' as step, pg_temp.try($$
	insert into decision (meeting_id, position, text, decided_at) values (1, 7, 'Skrivelsen överlämnas till nämnden.', '2025-03-12 10:18')$$);
select rule, status, finding from explain_item(1, 7) where rule in ('quorum_present', 'decision_agreement');
select '✗ the notes say that two more had left by then' as step, pg_temp.try($$
	update attendance set to_item = 6, to_point = 'opened' where meeting_id = 1 and person_id in (3, 6)$$);

-- ---- item 6: gavelled at 3-1, which must be minuted ----

select '✓ item 6, seventh: another adjuster for it, now that Ström has left' as step, pg_temp.try($$
	update agenda_item set handled = 7, opened_at = '2025-03-12 10:20', decided_at = '2025-03-12 10:40' where meeting_id = 1 and position = 6;
	insert into election (meeting_id, position, purpose) values (1, 6, 'Justerare');
	insert into candidate (meeting_id, position, person_id) values (1, 6, 4);
	insert into decision (meeting_id, position, kind, outcome, text) values (1, 6, 'election', 'elected', 'Sand utses att justera paragrafen.');
	insert into adjuster (meeting_id, person_id, position, from_item) values (1, 4, 6, 7)$$);
select '✓ a vote, 3-1' as step, pg_temp.try($$
	insert into proposal (meeting_id, position, number, person_id, kind, text) values
		(1, 6, 1, 1, 'approve', 'bifall'), (1, 6, 2, 4, 'reject', 'avslag');
	insert into vote_event (meeting_id, position, yes_proposal, no_proposal, called_at) values (1, 6, 1, 2, '2025-03-12 10:35');
	insert into vote (meeting_id, position, person_id, choice) values
		(1, 6, 1, 'yes'), (1, 6, 2, 'yes'), (1, 6, 3, 'yes'), (1, 6, 4, 'no')$$);
select rule, status, finding from explain_item(1, 6) where rule in ('quorum_present', 'decision_agreement', 'decision_follows_vote');
\set decide 'insert into decision (meeting_id, position, point, text, decided_at, vote_number, proposal_number) values (1, 6, 2, ''Lokalerna hyrs.'', ''2025-03-12 10:38'', 1, 1)'
select '✗ the gavel' as step, pg_temp.try(:'decide');
select '✓ minuted as what it was' as step, pg_temp.try('select admit_deviation(1, 6, ''decision_agreement'', ''ordföranden klubbade vid 3-1''); ' || :'decide');
select rule, status, finding, hint from explain_item(1, 6) where rule in ('quorum_present', 'decision_agreement', 'decision_follows_vote');
select position, rule, reason, citation from deviation;

-- ---- the close: what was lost in item 5 ----

select '✗ closed' as step, pg_temp.try($$update meeting set closed_at = '2025-03-12 10:45' where id = 1$$);
select '✓ the decision is withdrawn, and the meeting closed' as step, pg_temp.try($$
	update decision set withdrawn_at = '2025-03-12 10:42' where meeting_id = 1 and position = 5;
	update meeting set closed_at = '2025-03-12 10:45' where id = 1$$);
select position, outcome from item_outcome where meeting_id = 1 order by position;
select '✗ the last item was through after the close' as step, pg_temp.try($$
	update agenda_item set decided_at = '2025-03-12 10:46' where meeting_id = 1 and position = 6$$);
-- what is told of the time before the close is written after it
select '✓ Sand reserved in time' as step, pg_temp.try($$
	insert into reservation (meeting_id, position, point, person_id, announced_at, reasons, reasons_at)
	values (1, 6, 2, 4, '2025-03-12 10:39', 'Kostnaden är inte utredd.', '2025-03-18 15:00')$$);
select '✗ Sand reserved an hour later' as step, pg_temp.try($$
	update reservation set announced_at = '2025-03-12 11:39' where meeting_id = 1 and position = 6$$);
select '✓ what the city director said' as step, pg_temp.try($$
	insert into statement (meeting_id, position, number, person_id, kind, made_at) values (1, 2, 1, 16, 'presentation', '2025-03-12 09:52')$$);
select '✗ that Ek took part in item 4' as step, pg_temp.try($$
	insert into statement (meeting_id, position, number, person_id, made_at) values (1, 4, 1, 1, '2025-03-12 09:40')$$);

-- ---- the minutes: sections, signatures, notice ----

select '✓ drawn up' as step, pg_temp.try($$insert into minutes (meeting_id, responsible_id, drawn_up_on) values (1, 1, '2025-03-19')$$);
select '✗ signed without sections' as step, pg_temp.try($$
	insert into attestation (meeting_id, person_id, role, signed_at) values (1, 1, 'chair', '2025-03-20 09:00')$$);
select '✗ sections by the agenda, not as handled' as step, pg_temp.try($$update agenda_item set section = 20 + position where meeting_id = 1$$);
select '✓ sections as handled' as step, pg_temp.try($$update agenda_item set section = 20 + handled where meeting_id = 1$$);
select '✓ Ek and Ström sign' as step, pg_temp.try($$
	insert into attestation (meeting_id, person_id, role, signed_at) values
		(1, 1, 'chair', '2025-03-20 09:00'), (1, 6, 'adjuster', '2025-03-20 15:00')$$);
select sections, unsigned, attested_on from minutes_status where meeting_id = 1;
select '✗ announced already' as step, pg_temp.try($$
	insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-03-20', 'Stadshuset, rum 214')$$);
select '✗ Öberg signs as adjuster' as step, pg_temp.try($$
	insert into attestation (meeting_id, person_id, role, signed_at) values (1, 3, 'adjuster', '2025-03-21 09:00')$$);
select '✓ Lind for item 4, Sand for item 6' as step, pg_temp.try($$
	insert into attestation (meeting_id, person_id, role, signed_at) values
		(1, 2, 'chair', '2025-03-21 09:00'), (1, 4, 'adjuster', '2025-03-21 10:00')$$);
select sections, unsigned, attested_on, attest_by from minutes_status where meeting_id = 1;
select '✓ announced' as step, pg_temp.try($$
	insert into public_notice (meeting_id, posted_on, kept_at) values (1, '2025-03-21', 'Stadshuset, rum 214')$$);
select '✗ the roll changed under the signatures' as step, pg_temp.try($$
	update attendance set to_item = 6 where meeting_id = 1 and person_id = 16$$);
select content from seal;
select section, point, kind, outcome, present, yes, no, deviations, posted_on, appeal_until
from decision_register_as_of('2025-04-01') where meeting_id = 1 order by section, point;

-- ---- item 5 comes back ----

select pg_temp.meeting(2, '2025-04-09', 1) \g /dev/null
select '✗ item 3 comes back' as step, pg_temp.try($$
	update agenda_item set continues_meeting_id = 1, continues_position = 3 where meeting_id = 2 and position = 1$$);
select '✓ item 5 comes back' as step, pg_temp.try($$
	update agenda_item set continues_meeting_id = 1, continues_position = 5 where meeting_id = 2 and position = 1$$);
select rule, status, finding from explain_meeting(1) where status not in ('met', 'not applicable', 'pending') order by position, rule;
select item, rule, finding from governance.verify_registry('day');
