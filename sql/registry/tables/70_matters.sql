-- Matters: so far the numbers that are given to them.

create table case_series (
	organ text not null,
	year integer not null,
	last_serial integer not null,
	constraint case_series_pkey primary key (organ, year),
	constraint case_series_organ_check check (
		-- an empty one is the organ of no number
		organ is not distinct from governance.organ(governance.case_number(organ || ' 2000/1', 'organ-year-serial'))),
	constraint case_series_year_check check (year between 1900 and 2099),
	constraint case_series_last_serial_check check (last_serial between 0 and 99999999)
);

-- What is handled: a matter has documents, goes to bodies for their opinion,
-- may be a motion, leads to letters and assignments.  Everything in it is
-- numbered within the matter, which is what a change of it locks.
create table matter (
	id bigint not null default nextval('matter_id_seq'),
	body_id bigint not null,
	number governance.case_number,
	title text not null,
	opened_on date not null,
	closed_on date,
	secret boolean not null default false,
	constraint matter_pkey primary key (id),
	constraint matter_id_check check (id > 0),
	constraint matter_body_id_fkey foreign key (body_id) references body,
	constraint matter_number_key unique (number),
	constraint matter_title_check check (title ~ '\S'),
	constraint matter_days_check check (closed_on >= opened_on)
);
-- what is open at a body, whenever it is asked for
create index matter_body_id_idx on matter (body_id, (coalesce(closed_on, 'infinity')));
-- ... and wherever
create index matter_open_idx on matter ((coalesce(closed_on, 'infinity'::date)));
alter table agenda_item add constraint agenda_item_matter_id_fkey foreign key (matter_id) references matter;
alter table deviation add constraint deviation_matter_id_fkey foreign key (matter_id) references matter;

create table document (
	matter_id bigint not null,
	number integer not null,
	kind text not null default 'other',
	direction text not null,
	title text not null,
	dated_on date,
	arrived_on date,
	counterpart text,
	secret boolean not null default false,
	appendix_of integer,
	appendices integer,
	signatories integer,
	costs text,
	page_mark text,
	constraint document_pkey primary key (matter_id, number),
	constraint document_matter_id_fkey foreign key (matter_id) references matter,
	constraint document_appendix_of_fkey foreign key (matter_id, appendix_of) references document (matter_id, number),
	constraint document_kind_check check (kind in (
		'motion', 'citizen_proposal', 'statement', 'answer', 'proposal', 'report', 'letter', 'appendix', 'other')),
	constraint document_direction_check check (direction in ('received', 'drawn_up')),
	constraint document_title_check check (title ~ '\S'),
	constraint document_number_check check (number > 0),
	constraint document_appendix_of_check check (appendix_of <> number),
	constraint document_counts_check check (appendices >= 0 and signatories >= 0),
	-- what is no page mark is an error that says why
	constraint document_page_mark_check check ((governance.read_page_mark(page_mark)).page > 0)
);
create index document_appendix_of_idx on document (matter_id, appendix_of) where appendix_of is not null;
alter table body add constraint body_report_fkey foreign key (report_matter_id, report_number) references document (matter_id, number);
create index body_report_idx on body (report_matter_id, report_number) where report_matter_id is not null;

create table document_signatory (
	matter_id bigint not null,
	number integer not null,
	person_id bigint not null,
	title text,
	acting boolean not null default false,
	constraint document_signatory_pkey primary key (matter_id, number, person_id),
	constraint document_signatory_document_fkey foreign key (matter_id, number) references document,
	constraint document_signatory_person_id_fkey foreign key (person_id) references person
);

create table document_author (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	lead boolean not null default false,
	constraint document_author_pkey primary key (matter_id, number, body_id),
	constraint document_author_document_fkey foreign key (matter_id, number) references document,
	constraint document_author_body_id_fkey foreign key (body_id) references body
);

create table referral (
	matter_id bigint not null,
	number integer not null,
	sender_id bigint not null,
	document_number integer,
	decided_on date,
	sent_on date not null,
	answer_by date,
	constraint referral_pkey primary key (matter_id, number),
	constraint referral_matter_id_fkey foreign key (matter_id) references matter,
	constraint referral_sender_id_fkey foreign key (sender_id) references body,
	constraint referral_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint referral_number_check check (number > 0),
	constraint referral_days_check check (sent_on >= decided_on and answer_by >= sent_on)
);
create index referral_sender_id_idx on referral (sender_id);

create table referral_recipient (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	received_on date,
	answer_by date,
	extended_on date,
	constraint referral_recipient_pkey primary key (matter_id, number, body_id),
	constraint referral_recipient_referral_fkey foreign key (matter_id, number) references referral,
	constraint referral_recipient_body_id_fkey foreign key (body_id) references body,
	constraint referral_recipient_extended_check check ((answer_by is null) = (extended_on is null))
);
create index referral_recipient_body_id_idx on referral_recipient (body_id);

create table referral_answer (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	kind text not null,
	answered_on date not null,
	document_number integer,
	statement_number integer,
	meeting_id bigint,
	position integer,
	recommendation text,
	wording text,
	constraint referral_answer_pkey primary key (matter_id, number, body_id),
	constraint referral_answer_referral_fkey foreign key (matter_id, number) references referral,
	constraint referral_answer_body_id_fkey foreign key (body_id) references body,
	constraint referral_answer_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint referral_answer_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint referral_answer_kind_check check (kind in ('decided', 'opinion', 'office', 'declined')),
	constraint referral_answer_recommendation_check check (recommendation in ('approve', 'reject', 'answered', 'none'))
);
create index referral_answer_agenda_item_idx on referral_answer (meeting_id, position) where meeting_id is not null;

create table motion (
	matter_id bigint not null,
	kind text not null default 'motion',
	council_id bigint not null,
	dated_on date,
	raised_on date not null,
	section governance.section_ref,
	decided_by_id bigint,
	informed_on date,
	withdrawn_on date,
	constraint motion_pkey primary key (matter_id),
	constraint motion_matter_id_fkey foreign key (matter_id) references matter,
	constraint motion_council_id_fkey foreign key (council_id) references body,
	constraint motion_decided_by_id_fkey foreign key (decided_by_id) references body,
	constraint motion_kind_check check (kind in ('motion', 'citizen_proposal')),
	constraint motion_raised_on_check check (isfinite(raised_on)),
	-- sections are numbered by the calendar year
	constraint motion_section_check check (
		coalesce(governance.day(section) = raised_on, true)
		and coalesce(governance.year(section) = extract(year from raised_on), true)),
	constraint motion_decided_by_check check (decided_by_id is null or kind = 'citizen_proposal'),
	constraint motion_informed_on_check check (
		informed_on is null or informed_on >= raised_on and decided_by_id is not null),
	constraint motion_withdrawn_on_check check (withdrawn_on >= raised_on)
);
create index motion_council_id_raised_on_idx on motion (council_id, raised_on);
-- handed over to a board, which has yet to tell the council what it decided
create index motion_uninformed_idx on motion (matter_id) where decided_by_id is not null and informed_on is null;
create index motion_informed_on_idx on motion (informed_on) where informed_on is not null;

create table motion_mover (
	matter_id bigint not null,
	person_id bigint not null,
	constraint motion_mover_pkey primary key (matter_id, person_id),
	constraint motion_mover_motion_fkey foreign key (matter_id) references motion,
	constraint motion_mover_person_id_fkey foreign key (person_id) references person
);

-- that the council was told of a motion it has not decided
create table motion_report (
	matter_id bigint not null,
	reported_on date not null,
	meeting_id bigint,
	position integer,
	constraint motion_report_pkey primary key (matter_id, reported_on),
	constraint motion_report_motion_fkey foreign key (matter_id) references motion,
	constraint motion_report_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint motion_report_reported_on_check check (isfinite(reported_on)),
	constraint motion_report_item_check check ((meeting_id is null) = (position is null))
);

create table claim (
	matter_id bigint not null,
	number integer not null,
	text text not null,
	expires_on date,
	outcome text,
	meeting_id bigint,
	position integer,
	point integer,
	constraint claim_pkey primary key (matter_id, number),
	constraint claim_motion_fkey foreign key (matter_id) references motion,
	constraint claim_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint claim_text_check check (text ~ '\S'),
	constraint claim_number_check check (number > 0),
	constraint claim_outcome_check check (outcome in ('approved', 'rejected', 'answered', 'written_off')),
	constraint claim_decided_check check (num_nonnulls(outcome, meeting_id, position, point) in (0, 4))
);
create index claim_decision_idx on claim (meeting_id, position, point) where meeting_id is not null;

create table assignment (
	matter_id bigint not null,
	number integer not null,
	text text not null,
	given_by_id bigint not null,
	given_on date not null,
	meeting_id bigint,
	position integer,
	due_on date,
	every_months integer,
	support_id bigint,
	financing text,
	done_on date,
	constraint assignment_pkey primary key (matter_id, number),
	constraint assignment_matter_id_fkey foreign key (matter_id) references matter,
	constraint assignment_given_by_id_fkey foreign key (given_by_id) references body,
	constraint assignment_support_id_fkey foreign key (support_id) references body,
	constraint assignment_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint assignment_text_check check (text ~ '\S'),
	constraint assignment_number_check check (number > 0),
	constraint assignment_every_months_check check (every_months > 0),
	constraint assignment_decided_check check ((meeting_id is null) = (position is null)),
	constraint assignment_days_check check (due_on >= given_on and done_on >= given_on and isfinite(given_on)
		and isfinite(due_on) and isfinite(done_on))
);
-- those that are open on a day, recent ones, are found without the others
create index assignment_open_idx on assignment (coalesce(done_on, 'infinity'));

create table assignment_body (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	constraint assignment_body_pkey primary key (matter_id, number, body_id),
	constraint assignment_body_assignment_fkey foreign key (matter_id, number) references assignment,
	constraint assignment_body_body_id_fkey foreign key (body_id) references body
);
create index assignment_body_body_id_idx on assignment_body (body_id);

create table assignment_report (
	matter_id bigint not null,
	number integer not null,
	reported_on date not null,
	document_number integer,
	constraint assignment_report_pkey primary key (matter_id, number, reported_on),
	constraint assignment_report_assignment_fkey foreign key (matter_id, number) references assignment,
	constraint assignment_report_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint assignment_report_reported_on_check check (isfinite(reported_on))
);

create table dispatch (
	matter_id bigint not null,
	number integer not null,
	meeting_id bigint not null,
	position integer not null,
	recipient_id bigint,
	recipient text,
	document_number integer,
	send_by date,
	responsible_id bigint,
	sent_on date,
	constraint dispatch_pkey primary key (matter_id, number),
	constraint dispatch_matter_id_fkey foreign key (matter_id) references matter,
	constraint dispatch_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint dispatch_recipient_id_fkey foreign key (recipient_id) references body,
	constraint dispatch_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint dispatch_responsible_id_fkey foreign key (responsible_id) references person,
	constraint dispatch_number_check check (number > 0),
	constraint dispatch_recipient_check check (recipient_id is not null or coalesce(recipient, '') ~ '\S'),
	constraint dispatch_days_check check (isfinite(send_by) and isfinite(sent_on))
);
create index dispatch_unsent_idx on dispatch (coalesce(sent_on, 'infinity'));
create index dispatch_agenda_item_idx on dispatch (meeting_id, position);

create table letter (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	title text not null,
	dated_on date not null,
	document_number integer,
	dispatched_on date,
	constraint letter_pkey primary key (matter_id, number),
	constraint letter_matter_id_fkey foreign key (matter_id) references matter,
	constraint letter_body_id_fkey foreign key (body_id) references body,
	constraint letter_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint letter_title_check check (title ~ '\S'),
	constraint letter_number_check check (number > 0),
	constraint letter_days_check check (isfinite(dated_on) and isfinite(dispatched_on))
);
create index letter_body_id_idx on letter (body_id);
create index letter_unsent_idx on letter (coalesce(dispatched_on, 'infinity'));

create table letter_signature (
	matter_id bigint not null,
	number integer not null,
	role text not null,
	person_id bigint not null,
	ground text not null,
	signed_at timestamp(0) not null,
	constraint letter_signature_pkey primary key (matter_id, number, role),
	constraint letter_signature_letter_fkey foreign key (matter_id, number) references letter,
	constraint letter_signature_person_id_fkey foreign key (person_id) references person,
	constraint letter_signature_role_check check (role in ('sign', 'countersign')),
	constraint letter_signature_ground_check check (ground in (
		'chair', 'vice_chair', 'second_vice_chair', 'designated', 'secretary')),
	constraint letter_signature_signed_at_check check (isfinite(signed_at))
);
