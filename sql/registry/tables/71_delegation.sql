-- Delegation: which body lets whom decide what, what they decided outside
-- meetings, and the reports of it to the body that let them.

create table delegation (
	id bigint not null default nextval('delegation_id_seq'),
	body_id bigint not null,
	from_body_id bigint not null,
	person_id bigint,
	office text,
	employee text,
	number text,
	subject text not null,
	subject_kind text not null default 'ordinary',
	urgent boolean not null default false,
	reported boolean,
	valid daterange not null,
	constraint delegation_pkey primary key (id),
	constraint delegation_id_check check (id > 0),
	constraint delegation_id_body_id_key unique (id, body_id),
	constraint delegation_body_id_fkey foreign key (body_id) references body,
	constraint delegation_from_body_id_fkey foreign key (from_body_id) references body,
	constraint delegation_person_id_fkey foreign key (person_id) references person,
	constraint delegation_office_check check (office in (
		'chair', 'vice_chair', 'second_vice_chair', 'presidium', 'automated')),
	constraint delegation_delegate_check check (num_nonnulls(person_id, office, employee) <= 1),
	constraint delegation_employee_check check (employee ~ '\S'),
	constraint delegation_subject_check check (subject ~ '\S'),
	constraint delegation_subject_kind_check check (subject_kind in (
		'ordinary', 'goals', 'council_answer', 'principle', 'citizen_proposal')),
	constraint delegation_valid_check check (not isempty(valid))
);
create index delegation_body_id_idx on delegation (body_id);
create index delegation_from_body_id_idx on delegation (from_body_id);
alter table decision add constraint decision_delegation_id_fkey foreign key (delegation_id) references delegation;
create index decision_delegation_id_idx on decision (delegation_id) where delegation_id is not null;
create index decision_unreported_idx on decision (done_on) where on_behalf_of is not null or delegation_id is not null;
create index decision_on_behalf_of_idx on decision (on_behalf_of) where on_behalf_of is not null;

create table delegated_decision (
	matter_id bigint not null,
	number integer not null,
	delegation_id bigint not null,
	body_id bigint not null,
	person_id bigint,
	decided_on date not null,
	text text not null,
	subject text not null default 'ordinary',
	appealable boolean,
	minuted_on date,
	posted_on date,
	taken_down_on date,
	done_on date not null default 'infinity',
	constraint delegated_decision_pkey primary key (matter_id, number),
	constraint delegated_decision_matter_id_fkey foreign key (matter_id) references matter,
	constraint delegated_decision_delegation_id_fkey foreign key (delegation_id, body_id) references delegation (id, body_id),
	constraint delegated_decision_person_id_fkey foreign key (person_id) references person,
	constraint delegated_decision_text_check check (text ~ '\S'),
	constraint delegated_decision_number_check check (number > 0),
	constraint delegated_decision_subject_check check (subject in (
		'ordinary', 'goals', 'council_answer', 'principle', 'citizen_proposal')),
	constraint delegated_decision_days_check check (posted_on >= minuted_on and taken_down_on >= posted_on)
);
create index delegated_decision_delegation_id_idx on delegated_decision (delegation_id);
create index delegated_decision_taken_down_on_idx on delegated_decision (taken_down_on, posted_on)
	where posted_on is not null;
create index delegated_decision_done_on_idx on delegated_decision (done_on);
create index delegated_decision_decided_on_idx on delegated_decision (decided_on);
create index delegated_decision_posted_on_idx on delegated_decision (posted_on) where posted_on is not null;

create table delegation_report (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	to_body_id bigint not null,
	period daterange not null,
	handed_over_on date,
	meeting_id bigint,
	position integer,
	received_on date,
	constraint delegation_report_pkey primary key (matter_id, number),
	constraint delegation_report_matter_id_fkey foreign key (matter_id) references matter,
	constraint delegation_report_body_id_fkey foreign key (body_id) references body,
	constraint delegation_report_to_body_id_fkey foreign key (to_body_id) references body,
	constraint delegation_report_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint delegation_report_number_check check (number > 0),
	constraint delegation_report_period_check check (
		not isempty(period) and not lower_inf(period) and not upper_inf(period)),
	constraint delegation_report_received_on_check check (received_on is null or meeting_id is not null),
	constraint delegation_report_item_check check ((meeting_id is null) = (position is null))
);
create index delegation_report_to_body_id_idx on delegation_report (to_body_id, body_id);

-- a line is about a decision made outside meetings, or about one of a meeting
create table delegation_report_item (
	matter_id bigint not null,
	number integer not null,
	line integer not null,
	decided_matter_id bigint,
	decided_number integer,
	meeting_id bigint,
	position integer,
	point integer,
	constraint delegation_report_item_pkey primary key (matter_id, number, line),
	constraint delegation_report_item_report_fkey foreign key (matter_id, number) references delegation_report,
	constraint delegation_report_item_delegated_fkey foreign key (decided_matter_id, decided_number)
		references delegated_decision (matter_id, number),
	constraint delegation_report_item_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint delegation_report_item_line_check check (line > 0),
	constraint delegation_report_item_decided_check check (
		num_nonnulls(decided_matter_id, decided_number) = 2 and num_nonnulls(meeting_id, position, point) = 0
		or num_nonnulls(decided_matter_id, decided_number) = 0 and num_nonnulls(meeting_id, position, point) = 3)
);
create index delegation_report_item_delegated_idx on delegation_report_item (decided_matter_id, decided_number)
	where decided_matter_id is not null;
create index delegation_report_item_decision_idx on delegation_report_item (meeting_id, position, point)
	where meeting_id is not null;
