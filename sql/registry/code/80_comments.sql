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
.matter_id | The matter (ärende).
.number | Number within the matter (löpnummer).
.document_number | The document (handling) of the matter.

registry | The registry itself: one row (registret).
registry.version | Version of the extension that made or last upgraded it; governance.upgrade_registry changes it.
registry.municipality | The municipality's code of four digits (kommunkod): 0180 is Stockholm.
registry.case_number_shape | Shape of the case numbers (diarienummer) here, where their texts could be read in two ways or have a year of two digits: code-serial-yy and the like, see governance.case_number(text, text); null: none is named.
registry.singleton | Always true: there is one row.
registry.delivers_at | The server and database that deliver what the registry sends (governance.enable_delivery): a copy elsewhere sends nothing. Null: none does.
registry.duties_told_on | The day on which duties that are overdue were last told of (governance.tell_duties).

extra_day | Days that are no working days here, besides holidays and their eves (klämdag, lokal fridag).
extra_day.day | The day.
extra_day.name | What it is called.

access | Who may do what (behörighet): levels of access that roles of the cluster have, written by grant_access and revoke_access.
access.role | The role (databasroll); who has its privileges has the level.
access.body_id | The body; null: all of them.
access.level | reader (läsare: what is not secret), auditor (revisor: everything), secretary (sekreterare: writes about meetings and matters), administrator (administratör: seats, regulations, admitted deviations).
access.granted_by | Database role of the session that gave it.
access.granted_at | When.

endpoint | Who is told of what happens (mottagare): a web address that events are delivered to.
endpoint.name | What it is called here.
endpoint.url | Its address: https, or http on this machine where governance.delivery_allow lets it.
endpoint.kinds | Which kinds of events it is told of: minutes_announced (anslag), meeting_summoned (kallelse), decision_dispatched (expediering), report_handed_over (anmälan av delegationsbeslut), duty_overdue (försenat).
endpoint.body_id | Only of this body; null: of all.
endpoint.secret | Name of the file in governance.delivery_secrets with the secret that messages are signed by.
endpoint.in_order | Events of one matter are delivered one after the other, in the order in which they came.
endpoint.at_once | So many requests are under way to it at the same time, at most.
endpoint.state | active, or paused: events are queued for it and not sent.

outbox | What is to be delivered to whom (utkorg): an event for an endpoint, written by the transaction that caused it.
outbox.endpoint_id | To whom.
outbox.event | The event's id, the same in each attempt: whoever gets it twice can tell.
outbox.kind | What happened, see endpoint.kinds.
outbox.body_id | The body that it happened in.
outbox.matter_id | The matter (ärende), if it is about one.
outbox.subject | What it is about: table and key.
outbox.occurred_at | When it was written.
outbox.data | What is told of it.
outbox.state | queued, delivered, or dead: given up.
outbox.queued_at | Since when it is to be delivered; requeued, since then.
outbox.attempts | How many attempts have begun.
outbox.failures | How many of them have failed since it was queued.
outbox.due_at | When the next attempt may begin; of one that is claimed, when the claim lapses.
outbox.claimed_at | Since when somebody is delivering it; null: nobody is.
outbox.ended_at | When it was delivered or given up.

delivery_attempt | An attempt to deliver something (leveransförsök).
delivery_attempt.outbox_id | Of what.
delivery_attempt.number | The first, the second, and so on.
delivery_attempt.began_at | When the request was sent.
delivery_attempt.took | How long it took.
delivery_attempt.status | The answer's HTTP status; null: there was no answer.
delivery_attempt.problem | Why it failed; null: it did not.

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
provision.wording | Wording (lydelse), the document's own; null: it is cited without.

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
agenda_item.unprepared | Settled as urgent though it was not prepared (brådskande, utan beredning; KL 5:33).
agenda_item.announced | Stood in the announcement or summons (kungjort; KL 5:13).
agenda_item.handled | Place in the order of handling, from 1; null: not taken up. Attendance and presiding are ranges over it.
agenda_item.opened_at | When it was taken up.
agenda_item.decided_at | When it was concluded.
agenda_item.section | Section number (paragraf, §) in the series of the year (KL 5:66).
agenda_item.continues_meeting_id | Meeting of the item that this one continues (bordlagt, återremitterat).
agenda_item.continues_position | Number of that item.
agenda_item.matter_id | The matter that it is about (ärende, diarienummer); null: none is registered.

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
decision.outcome | approved (bifall), rejected (avslag), tabled (bordläggning), referred_back (återremiss), adjourned (ajournering), elected (vald), noted (antecknat), answered (besvarad), written_off (avskriven; KL 5:35), other.
decision.text | Text (beslutsmening).
decision.decided_at | When.
decision.vote_number | The vote it was decided by; null: by acclamation.
decision.proposal_number | The proposal that was carried.
decision.on_behalf_of | The body in whose place it is decided (på delegation; KL 6:37).
decision.appealable | Whether it can be appealed (överklagbart; KL 13:2); null: not stated.
decision.delegation_id | The delegation it rests on (delegation); null: any from the body it is made on behalf of.
decision.subject | What it is about, in the words of KL 6:38: see delegation.subject_kind.
decision.statement_number | The officials' statement (tjänsteutlåtande) of the item's matter that it refers to.
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
deviation.matter_id | The matter, where it is about something done in one and not at a meeting.
deviation.position | The item, or the number within the matter; null: the whole meeting, matter or body.
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

matter | Matters (ärenden) in the register (diarium).
matter.body_id | The body that handles it (handläggande organ).
matter.number | Case number (diarienummer); null: none has been given yet.
matter.title | What it is about (ärendemening).
matter.opened_on | Day it was registered.
matter.closed_on | Day it was concluded (avslutat).
matter.secret | Hidden from those who may only read (sekretess).

document | Documents received or drawn up in a matter (inkomna och upprättade handlingar; förvaltningslagen 22 §).
document.kind | motion, citizen_proposal (medborgarförslag), statement (tjänsteutlåtande), answer (svar), proposal (förslag), report (rapport), letter (skrivelse), appendix (bilaga), other.
document.direction | received (inkommen) or drawn_up (upprättad).
document.title | Content in brief.
document.dated_on | Date on the document.
document.arrived_on | Day it was received (ankomstdag; förvaltningslagen 22 §).
document.counterpart | From whom it came, or to whom it was sent.
document.secret | Hidden from those who may only read (sekretess).
document.appendix_of | Document that it is an appendix (bilaga) of.
document.appendices | How many appendices it says it has.
document.signatories | How many people it says sign it.
document.costs | What it says of costs (ekonomiska aspekter); null: nothing.
document.page_mark | Its page as marked on it: SID. 3 (7).

document_signatory | Who signed a document (undertecknare).
document_signatory.title | Title beside the name.
document_signatory.acting | In somebody's place (tf., tillförordnad).

document_author | The units that drew up a document (utarbetad inom, i samarbete med).
document_author.lead | The unit that answered for it.

referral | Referrals for an opinion or for preparation (remisser).
referral.sender_id | The body that asks.
referral.document_number | The document that is referred.
referral.decided_on | Day it was decided.
referral.sent_on | Day it was sent.
referral.answer_by | Last day to answer (remisstid); null: none was set.

referral_recipient | Who is asked: a body of the registry, also an office, a company, somebody outside the municipality (remissinstans).
referral_recipient.received_on | Day it was received.
referral_recipient.answer_by | A later last day that this recipient was given (anstånd).
referral_recipient.extended_on | Day that was granted.

referral_answer | Answers to referrals (remissvar).
referral_answer.kind | decided (by the body at a meeting), opinion (yttrande), office (svar från förvaltningen), declined (avstår).
referral_answer.answered_on | Day of the answer.
referral_answer.statement_number | The officials' statement (tjänsteutlåtande) that the answer refers to.
referral_answer.meeting_id | Where the body decided it.
referral_answer.position | The item there.
referral_answer.recommendation | What it recommends: approve (tillstyrka), reject (avstyrka), answered (anses besvarad), none.
referral_answer.wording | Its wording, as it was written.

motion | Motions (motioner; KL 4:20) and citizen proposals (medborgarförslag; KL 8:1).
motion.kind | motion or citizen_proposal.
motion.council_id | The council it was raised in.
motion.dated_on | Date on the paper.
motion.raised_on | Day it was raised in the council (väckt), from which the year runs (KL 5:35).
motion.section | Section of the council's minutes: KF § 243/2017.
motion.decided_by_id | For a citizen proposal: the board that the council lets decide it (KL 5:23).
motion.informed_on | Day that board told the council what it decided (KL 6:34).
motion.withdrawn_on | Day it was withdrawn.

motion_mover | Who raised it (motionär, förslagsställare).

motion_report | That the council was told of a motion it has not decided (anmälan av ej färdigberedd motion; KL 5:35).
motion_report.reported_on | Day.
motion_report.meeting_id | The council's meeting.

claim | What a motion asks for (att-satser, yrkanden).
claim.text | Wording.
claim.expires_on | Last day on which it can still be done as it asks; null: any day.
claim.outcome | approved (bifall), rejected (avslag), answered (besvarad), written_off (avskriven).
claim.meeting_id | Where that was decided.
claim.position | The item there.
claim.point | The point of the decision.

assignment | Assignments to bodies (uppdrag).
assignment.text | What is to be done.
assignment.given_by_id | Who gave it.
assignment.given_on | Day.
assignment.meeting_id | Where it was decided.
assignment.position | The item there.
assignment.due_on | Last day; null: none was set.
assignment.every_months | How it goes is reported at least once in so many months until it is done; null: no such reports.
assignment.support_id | The office whose officials support it (tjänstemannastöd).
assignment.financing | How it is paid for; null: it does not say.
assignment.done_on | Day it was done.

assignment_body | Who answers for it (ansvarigt organ).

assignment_report | What was reported of it (återrapportering).
assignment_report.reported_on | Day.

dispatch | To whom decisions are sent (expediering).
dispatch.meeting_id | The meeting of the decision.
dispatch.recipient_id | The body it is sent to.
dispatch.recipient | Somebody else that it is sent to.
dispatch.send_by | Last day; null: none was set.
dispatch.responsible_id | Who is to send it, and does.
dispatch.sent_on | Day it was sent.

letter | Letters of a body (skrivelser; reglemente 7 §).
letter.title | What it is about.
letter.dated_on | Its date.
letter.dispatched_on | Day it was sent; null: not yet.

letter_signature | Signatures of letters (underskrift, kontrasignering).
letter_signature.role | sign or countersign.
letter_signature.ground | As chair, vice_chair, second_vice_chair, designated (därtill utsedd; an office of kind signer) or secretary.
letter_signature.signed_at | When it was signed; the day says who could sign, and by which rules.

delegation | Which body lets whom decide what (delegationsordning; KL 6:37, 7:5).
delegation.body_id | The body that may decide by it, or in which its delegate sits or works.
delegation.from_body_id | The body that delegates.
delegation.person_id | The person who may decide; null: the body, or who holds the office or post.
delegation.office | The office whose holder may decide; presidium; automated (automatiserat beslutsfattande).
delegation.employee | The post whose holder may decide (KL 7:5).
delegation.number | Number in the order of delegation.
delegation.subject | What may be decided.
delegation.subject_kind | ordinary; goals (mål, inriktning, omfattning, kvalitet), council_answer (framställning eller yttrande till fullmäktige), principle (myndighetsutövning av principiell betydelse), citizen_proposal: KL 6:38.
delegation.urgent | For matters so urgent that the body cannot be waited for (KL 6:39).
delegation.reported | Whether decisions by it are reported; null: as the rule delegation_reported says.

delegated_decision | Decisions by delegation outside meetings (delegationsbeslut).
delegated_decision.delegation_id | What it rests on.
delegated_decision.body_id | The body in which its delegate acts.
delegated_decision.person_id | Who decided; null: an automated decision.
delegated_decision.decided_on | Day.
delegated_decision.text | What was decided.
delegated_decision.subject | What it is about, in the words of KL 6:38; see delegation.subject_kind.
delegated_decision.appealable | Whether it can be appealed.
delegated_decision.minuted_on | Day it was minuted by itself, where it is not reported (KL 6:40).
delegated_decision.posted_on | Day that was announced (KL 8:10).
delegated_decision.taken_down_on | Day the notice was taken down.

delegation_report | Reports of decisions by delegation to the body that delegated (anmälan av delegationsbeslut).
delegation_report.body_id | Who reports.
delegation_report.to_body_id | To whom.
delegation_report.period | The days whose decisions it reports.
delegation_report.handed_over_on | Day it was handed over.
delegation_report.meeting_id | The meeting that took it up.
delegation_report.received_on | Day it was received there; null: not yet, or it was tabled.

delegation_report_item | The decisions that a report reports, one a line.
delegation_report_item.number | The report.
delegation_report_item.line | Line.
delegation_report_item.decided_matter_id | Matter of a decision made outside meetings.
delegation_report_item.decided_number | Its number there.
delegation_report_item.meeting_id | Meeting of a decision made there.
delegation_report_item.point | The point of the decision.

fee_rate | Fees (arvoden) by role and period.
fee_rate.body_id | The body it is for; null: all.
fee_rate.role | chair, vice_chair, second_vice_chair, convener, vice_convener, member, serving_substitute, non_serving_substitute.
fee_rate.unit | What it is paid for: a meeting, a day, an hour.
fee_rate.amount | Amount in kronor.

area_set | Sets of areas (områdesindelningar): districts, boards' areas.
area_set.name | What the areas are: stadsdelsområden.

area | The areas (områden) of a set.
area.area_set_id | The set.
area.code | Short code.
area.name | Name.

policy_document | Policies and programmes (styrdokument), one for each matter that adopted one; versions of a domain follow each other.
policy_document.domain | What it is about: integration, arbetsmarknad.
policy_document.title | Title.
policy_document.adopted_by_id | The body that adopts it (antagande organ).
policy_document.meeting_id | Where it was adopted.
policy_document.position | The item there.
policy_document.point | The point of the decision.
policy_document.valid | From when it is in force; the upper bound, if there is one, is the day it is replaced.
policy_document.supersedes_id | The policy that it replaces (ersätter).
policy_document.binding_scope | For whom it is binding (styrande för): all boards and companies; null: it does not say.
policy_document.followed_up_by_id | The body that follows it up (uppföljande organ).

goal | Goals (mål) of a policy, and what it says beside them.
goal.parent | The goal that it is part of.
goal.kind | vision, direction (inriktningsmål) or measurable (mätbart mål).
goal.text | Wording.
goal.place | Where it stands in the document: sid. 3 första stycket.
goal.domain | What it is about, if not what the policy is about.
goal.main_area | Which main area (huvudområde) of the body that follows it up it belongs to.
goal.area_set_id | Set of the area that it is about.
goal.area_code | The area; null: the whole municipality.
goal.responsible_id | The body that answers for it.
goal.due_on | Day by which it is to be reached.

indicator | Indicators (nyckeltal, indikatorer).
indicator.goal | The goal that it measures.
indicator.name | What is measured.
indicator.unit | Unit (enhet): percent, persons.
indicator.direction | up or down: which is better.
indicator.population | Whom it is about (population).
indicator.denominator | What it is a share of (nämnare).
indicator.least | The least value that there can be.
indicator.greatest | The greatest value that there can be.
indicator.area_set_id | Set of the areas that it is measured for.
indicator.group_a | The one of two groups that are compared: inrikes födda.
indicator.group_b | The other: utrikes födda.
indicator.baseline | Value at the start (utgångsvärde).
indicator.baseline_on | Its day.
indicator.baseline_source | Where it comes from (källa).
indicator.target | Value to be reached (målvärde).
indicator.target_on | Day by which it is to be reached.
indicator.every_months | To be measured again within so many months; null: not said.

measurement | What was measured (mätningar).
measurement.indicator | The indicator.
measurement.number | Number of the measurement of the indicator.
measurement.measured_on | Day that the value is of.
measurement.body_id | The board or company that it is of; null: all.
measurement.area_set_id | Set of the area.
measurement.area_code | The area that it is of; null: all.
measurement.group_name | The group that it is of; null: all.
measurement.value | Value.
measurement.source | Where it comes from (källa).

activity | Activities (aktiviteter, åtgärder) towards a goal.
activity.goal | The goal.
activity.text | What is done.
activity.responsible_id | The body that answers for it (ansvarigt organ).
activity.due_on | Day by which it is to be done.
activity.done_on | Day it was done.

funding | How it is paid for (finansiering); 0 says that it costs nothing.
funding.goal | The goal; null: the policy as a whole.
funding.amount | Amount in kronor.
funding.budget | Where it stands in the budget.
funding.valid | The days that it is for.

follow_up | Following up and evaluating (uppföljning, utvärdering).
follow_up.goal | The goal; null: the policy as a whole.
follow_up.period | The days that it is about.
follow_up.due_on | Day by which it is due.
follow_up.responsible_id | The body that answers for it.
follow_up.done_on | Day it was done.
follow_up.assessment | What was found (bedömning).
follow_up.evaluates_id | The policy that it evaluates, if it is a former one.

term_definition | Definitions of terms (begrepp) in a policy.
term_definition.term | The term.
term_definition.definition | What is meant.

goal_link | Links to national and European goals.
goal_link.goal | The goal; null: the policy as a whole.
goal_link.level | national or european.
goal_link.reference | Which goal.

policy_word | The words that a review of a policy looks for (review_policy); a registry can add its own.
policy_word.list | binding (bindande), not_binding, vague, universal (alla, hela), area (words for areas that are no names of any), undefined (terms that need a definition).
policy_word.phrase | Word or phrase.

seat_category | Whom the seats of a body of mixed composition are for (representation).
seat_category.name | Elected representatives, officials, associations, business.
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
