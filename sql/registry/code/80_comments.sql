-- What every table and column means, with the Swedish term and the section of
-- law (KL: kommunallagen 2017:725) or of the reglemente it comes from.
--
--     table | text            table.column | text
--     .column | text          of that column in every table named here
--
-- Later files comment what they make themselves.

do $$
declare
	line text[];
	common jsonb := '{}';
	tab name;
	col name;
begin
	for line in select governance.settings_lines($comments$
.id | Number (id); starts at the municipality's code times 10^12, so that ids stay unique when registries are read together.
.body_id | The body (organ).
.person_id | The person.
.meeting_id | The meeting (sammanträde).
.position | The item's number on the agenda (ärendenummer på föredragningslistan).
.valid | From the first day to the day before the upper bound; without a bound for ever.
.decided_by | The body that decided it.

registry | The registry itself: one row (registret).
registry.version | Version of the extension that made or last upgraded it; governance.upgrade_registry changes it.
registry.municipality | The municipality's code of four digits (kommunkod): 0180 is Stockholm.
registry.case_number_shape | Shape of the case numbers (diarienummer) here, where their texts could be read in two ways or have a year of two digits: code-serial-yy and the like, see governance.case_number(text, text); null: none is named.
registry.singleton | Always true: there is one row.

extra_day | Days that are no working days here, besides holidays and their eves (klämdag, lokal fridag).
extra_day.day | The day.
extra_day.name | What it is called.

history_import | Imports of history (historikimport): transactions in which breaches were recorded instead of refused; see governance.begin_import.
history_import.begun_by | Database role of the session.
history_import.begun_at | When it was begun.

regulation | Regulations (reglemente) and laws, as versions with the days they are in force; what was in force on the day of a meeting decides over it.
regulation.body_id | The body it is for; null: a law, the ground layer for all.
regulation.title | Its title.
regulation.law | Short name of a law: KL; null for a body's own regulation.
regulation.adopted_by | The body that adopted it (antagande organ).

provision | The sections of a regulation (bestämmelser) in their exact wording.
provision.regulation_id | The regulation.
provision.citation | The place: 5 §, KL 6:27.
provision.ordinal | Order in the text.
provision.wording | Wording (lydelse), the document's own.

rule_setting | Which rule applies, with which value, from which provision, and how strictly (regelinställning). governance.rules() lists the rules.
rule_setting.regulation_id | The regulation that it is a setting of.
rule_setting.rule | Code of the rule; for a rule of the registry's own a name of its own.
rule_setting.body_kind | In a law: the kind of body it is for; null: all.
rule_setting.value | The rule's value, of the type that governance.rules() gives; null: its default.
rule_setting.citation | The provision that it follows from.
rule_setting.mode | enforce (refuse), warn, record (store a deviation), off.
rule_setting.procedure | For a rule of the registry's own: its function (bigint, integer) returns text, with its schema.

meeting_request | Requests for a meeting (begäran om sammanträde; KL 6:23, reglemente 3 §).
meeting_request.requested_on | Day of the request.
meeting_request.subject | What it is to be about.

meeting_requester | Who asks for a meeting.
meeting_requester.request_id | The request.

meeting | Meetings (sammanträden). Times are those of the events, as the minutes state them.
meeting.day | Day of the meeting; the rules in force on it decide.
meeting.place | Place (plats; reglemente 3 §).
meeting.starts_at | Time it is called to.
meeting.ground | Why it is held: plan (sammanträdesplan), chair (ordföranden finner det behövligt), members (på begäran), parent (KL 6:23).
meeting.called_by | Who called it (kallat av).
meeting.request_id | The request it is held on.
meeting.urgent | Called with shorter notice (brådskande; KL 5:15).
meeting.opened_at | When it was opened (öppnat).
meeting.closed_at | When it was closed (avslutat).
meeting.cancelled_at | When it was cancelled (inställt).

sitting | The parts of a meeting that runs over several days or with adjournments (förhandlingar, ajournering).
sitting.number | Which sitting, from 1.
sitting.opened_at | When it was opened.
sitting.closed_at | When it ended.
sitting.first_item | The first item in it, in the order of handling.

meeting_document | Documents of a meeting: announcement, summons, agenda (reglemente 4 §).
meeting_document.kind | announcement (kungörelse; KL 5:13), summons (kallelse), agenda (föredragningslista).
meeting_document.issued_at | When it was issued.
meeting_document.responsible_id | Who answers for it: the chair.

summons | Who was told of time and place (kallelse; KL 6:16).
summons.told_at | When.

agenda_item | Items of a meeting (ärenden).
agenda_item.title | Heading (ärendemening).
agenda_item.kind | information, preparation (beredning) or decision (beslut).
agenda_item.exercise_of_authority | Exercises authority against an individual (myndighetsutövning mot enskild; KL 4:25).
agenda_item.area | Which of the committee's main areas it is about (reglemente 1 §).
agenda_item.minority_tabled | Tabled or referred back on the demand of a third of those present (minoritetsbordläggning, minoritetsåterremiss; KL 5:50).
agenda_item.announced | Stood in the announcement or summons (kungjort; KL 5:13).
agenda_item.handled | Place in the order of handling, from 1; null: not taken up. Attendance and presiding are ranges over it.
agenda_item.opened_at | When it was taken up.
agenda_item.decided_at | When it was concluded.
agenda_item.section | Section number (paragraf, §) in the series of the year (KL 5:66).
agenda_item.continues_meeting_id | Meeting of the item that this one continues (bordlagt, återremitterat).
agenda_item.continues_position | Number of that item.

attendance | Who was present, in which capacity, at which items (närvaro; KL 5:66). A row for each stretch of presence.
attendance.capacity | serving_member (tjänstgörande ledamot), serving_substitute (tjänstgörande ersättare), non_serving_substitute (ej tjänstgörande ersättare), commissioner (borgarråd), city_director (stadsdirektör), presenter (föredragande), secretary (sekreterare), official (tjänsteperson), guest.
attendance.serves_for | The member whose seat a serving substitute takes.
attendance.mode | on_site or remote (på distans; KL 6:24).
attendance.from_item | First item, in the order of handling.
attendance.from_point | Present from when that item was opened, or only when it was decided.
attendance.to_item | Last item, in the order of handling; null: to the close.
attendance.to_point | Left when that item was opened, or after it was decided.
attendance.left_for | Why: recusal (jäv), link_lost (bruten förbindelse), other.

remote_notice | Who asks to take part at a distance, and what was decided (distansdeltagande; KL 6:24, reglemente 3 §).
remote_notice.notified_on | Day the secretariat was told.
remote_notice.reason | The special reason (särskilda skäl).
remote_notice.sound_and_picture | Sound and picture in real time are confirmed.
remote_notice.equal_terms | All see and hear each other on equal terms (på lika villkor).
remote_notice.premises_secure | Nobody unauthorised can follow (lokalens utformning).
remote_notice.consulted_id | The vice chair who was consulted (samråd).
remote_notice.consulted_at | When.
remote_notice.decided_by | The person who decided: the chair.
remote_notice.decided_at | When.
remote_notice.granted | Whether it was granted; null: not decided.

recusal | Questions of impartiality (jäv; KL 6:28-32, the council 5:47).
recusal.ground | Ground (jävsgrund).
recusal.self_declared | Declared by the person.
recusal.ruling | disregarded (bortses från; KL 6:29), rejected (avslagen), upheld (jäv föreligger); null: no ruling.
recusal.in_room | Stayed in the room (KL 6:30).
recusal.indispensable_act | May stay for an act that cannot wait and nobody else can do in time (KL 6:30).

exclusion | Who is kept from an item by decision (reglemente 8 §).
exclusion.reason | Why.

presiding | Who presides over which items (ordförande för sammanträdet; reglemente 7 §).
presiding.from_item | First item, in the order of handling.
presiding.to_item | Last item; null: to the close.
presiding.ground | chair, vice_chair, designated (särskilt utsedd) and the like: why this person.

statement | What somebody said or handed in (yttrande).
statement.number | Which, within the item.
statement.kind | speech (inlägg), presentation (föredragning), note (protokollsanteckning), special_statement (särskilt uttalande).
statement.made_at | When.
statement.text | Its text.

proposal | Proposals put at the meeting (yrkanden).
proposal.number | Which, within the item.
proposal.kind | approve (bifall), amend (ändring), reject (avslag), table (bordläggning), refer_back (återremiss).
proposal.text | Its text.

vote_event | Votes held (omröstning, votering; KL 5:53-56).
vote_event.number | Which, within the item.
vote_event.kind | open (öppen) or closed (sluten; KL 5:55).
vote_event.subject | settling (i sak), procedural (i formfråga), election (val), employment (anställning).
vote_event.yes_proposal | The proposal that yes stands for (ja-proposition).
vote_event.no_proposal | The proposal that no stands for (nej-proposition).
vote_event.called_at | When it was called.
vote_event.lot | The side that a lot decided for, yes or no (lottning).

vote | How each voted (röst). In a closed vote only that a ballot was handed in.
vote.number | Which vote of the item.
vote.choice | yes (ja), no (nej), abstain (avstår), ballot (röstsedel lämnad).

election | Elections (val).
election.number | Which, within the item.
election.purpose | What is elected to: adjuster (justerare), chair and so on.
election.seats | How many are elected.
election.method | acclamation (acklamation), majority (majoritetsval), proportional (proportionellt val; KL 5:54).
election.vote_number | The vote it was held by.

candidate | Candidates of an election (kandidater).
candidate.number | Which election of the item.
candidate.list | Name of the list (valsedel) in a proportional election.
candidate.rank | Place on the list.
candidate.lot | Place drawn by lot (lottning); lower goes first.

ballot_tally | What the tellers counted in a closed ballot (rösträkning): the one place where counts are entered, since rows would break secrecy.
ballot_tally.number | Which vote of the item.
ballot_tally.line | Line of the tally.
ballot_tally.choice | yes, no, candidate, blank (blank) or invalid (ogiltig).
ballot_tally.list | The list, on a line for one (valsedel med partibeteckning).
ballot_tally.person_id | The candidate, on a line for one.
ballot_tally.ballots | How many ballots (röstsedlar).

decision | Decisions (beslut): the gavel. What the rules ask of one is checked here.
decision.point | Point within the item (beslutspunkt, att-sats).
decision.kind | settling (avgör ärendet), procedural (formellt), election (val), opinion (yttrande), noting (antecknas).
decision.outcome | approved (bifall), rejected (avslag), tabled (bordläggning), referred_back (återremiss), adjourned (ajournering), elected (vald), noted (antecknat), answered (besvarad), other.
decision.text | Text (beslutsmening).
decision.decided_at | When.
decision.vote_number | The vote it was decided by; null: by acclamation.
decision.proposal_number | The proposal that was carried.
decision.on_behalf_of | The body in whose place it is decided (på delegation; KL 6:37).
decision.appealable | Whether it can be appealed (överklagbart; KL 13:2); null: not stated.
decision.withdrawn_at | When it was withdrawn before the meeting closed.

reservation | Reservations (KL 4:27): who disagrees and says so.
reservation.point | Point of the decision.
reservation.announced_at | When it was announced; before the meeting closes.
reservation.reasons | Written reasons (skriftlig reservation).
reservation.reasons_at | When they were handed in; before attestation.

abstention | Who declared, where no vote was held, that they take no part in a decision (deltar ej i beslutet; KL 4:25).
abstention.point | Point of the decision.

deviation | Breaches that were admitted or recorded (avvikelser): what was done unlawfully is stored as what it is.
deviation.body_id | The body, where it is not about a meeting.
deviation.position | The item; null: the whole meeting.
deviation.rule | Code of the rule that was broken.
deviation.reason | Why it is admitted.
deviation.citation | The provision, as it was cited then.
deviation.wording | Its wording then.
deviation.found | What was found.
deviation.admitted_by | Database role of the session.
deviation.admitted_at | When it was stored.

minutes | Minutes (protokoll; KL 5:65, reglemente 6 §): a set of sections that are attested together.
minutes.number | Which minutes of the meeting.
minutes.items | The items they cover, by agenda number; null: all that remain.
minutes.immediate | Attested at the meeting (omedelbar justering; KL 5:69).
minutes.responsible_id | Who keeps them (protokollförare).
minutes.drawn_up_on | When they were drawn up.

adjuster | Who was elected to attest the minutes (justerare; KL 5:69, reglemente 6 §).
adjuster.position | The item of the election.
adjuster.alternate | Elected as an alternate (ersättare för justerare).
adjuster.from_item | First item, in the order of handling.
adjuster.to_item | Last item; null: to the close.

attestation | Signatures under the minutes (justering; KL 5:69).
attestation.number | Which minutes of the meeting.
attestation.role | chair (ordförande), adjuster (justerare), later_meeting (ett senare sammanträde).
attestation.signed_at | When.
attestation.hindrance | Why somebody else signs (förhinder).
attestation.later_meeting_id | The later meeting that attests in place of those who cannot (ett senare sammanträde).

seal | Seals of attested minutes (sigill): the stored text and its place in the body's chain.
seal.number | Which minutes of the meeting.
seal.ordinal | Place in the body's chain, from 1.
seal.format | Version of the canonical form.
seal.attested_on | Day of the last signature (justeringsdag).
seal.content | The minutes in canonical form.
seal.previous | Hash of the seal before.
seal.hash | SHA-256 over the former hash and the content.

correction | Corrections of attested minutes (rättelser): appended, nothing is replaced.
correction.old_text | What stands in the minutes.
correction.new_text | What it should say.
correction.reason | Why.
correction.corrected_by | The person who corrects.
correction.corrected_at | When.

public_notice | Announcements of attested minutes on the notice board (anslag, tillkännagivande; KL 8:9-12).
public_notice.number | Which minutes of the meeting.
public_notice.posted_on | Day it was put up.
public_notice.kept_at | Where the minutes are kept (förvaringsställe).
public_notice.taken_down_on | Day it was taken down; null: still up.

appeal | Appeals against decisions (överklagande; KL 13 kap.).
appeal.point | Point of the decision.
appeal.filed_on | Day it was filed.
appeal.court | The court (domstol).
appeal.stay | The decision may not be carried out meanwhile (inhibition).
appeal.outcome | rejected (avslag), dismissed (avvisning), annulled (upphävt), withdrawn (återkallat).
appeal.concluded_on | Day it was concluded.

case_series | Series of case numbers (diarieserier), one for each organ and year; see next_case_number.
case_series.organ | Abbreviation of the organ (nämnd), in upper case.
case_series.year | Year.
case_series.last_serial | The last serial number (löpnummer) that was given.
$comments$)
	loop
		if line[1] ~ '^\.' then
			common := common || jsonb_build_object(substr(line[1], 2), line[2]);
		elsif line[1] !~ '\.' then
			execute format('comment on table %I is %L', line[1], line[2]);
			for col in
				select attname from pg_attribute
				where attrelid = to_regclass(quote_ident(line[1])) and attnum > 0 and common ? attname
			loop
				execute format('comment on column %I.%I is %L', line[1], col, common ->> col);
			end loop;
		else
			tab := split_part(line[1], '.', 1);
			col := split_part(line[1], '.', 2);
			execute format('comment on column %I.%I is %L', tab, col, line[2]);
		end if;
	end loop;
end
$$;

comment on function explain_item(bigint, integer) is
'The judgement of an item (ärende): each rule in force is met, broken, pending or not applicable, with the facts counted and the citation.';
comment on function explain_meeting(bigint) is
'The judgement of a meeting (sammanträde), rule by rule and item by item.';
comment on function import_regulation(bigint, text, text, daterange) is
'Reads a regulation''s text (reglemente) into provisions, as a version in force for a body in a period; returns its id.';
comment on function admit_deviation(bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse) at an item, with the reason; returns its id.';
comment on function begin_import() is
'Import of history (historikimport): to the end of the transaction breaches are recorded instead of refused. Only for the owner.';
