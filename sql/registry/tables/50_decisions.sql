-- Votes, elections and decisions.  Counts and outcomes are derived from rows;
-- only the tally of a closed ballot is entered, since rows would break secrecy.

create table vote_event (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	kind text not null default 'open',
	subject text not null default 'settling',
	yes_proposal integer,
	no_proposal integer,
	called_at timestamp(0),
	lot text,
	constraint vote_event_pkey primary key (meeting_id, position, number),
	constraint vote_event_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint vote_event_yes_proposal_fkey foreign key (meeting_id, position, yes_proposal) references proposal,
	constraint vote_event_no_proposal_fkey foreign key (meeting_id, position, no_proposal) references proposal,
	constraint vote_event_kind_check check (kind in ('open', 'closed')),
	constraint vote_event_subject_check check (subject in ('settling', 'procedural', 'election', 'employment')),
	constraint vote_event_lot_check check (lot in ('yes', 'no'))
);

create table vote (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	person_id bigint not null,
	choice text not null,
	constraint vote_pkey primary key (meeting_id, position, number, person_id),
	constraint vote_vote_event_fkey foreign key (meeting_id, position, number) references vote_event,
	constraint vote_person_id_fkey foreign key (person_id) references person,
	constraint vote_choice_check check (choice in ('yes', 'no', 'abstain', 'ballot'))
);

create table election (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	purpose text not null,
	seats integer not null default 1,
	method text not null default 'acclamation',
	vote_number integer,
	constraint election_pkey primary key (meeting_id, position, number),
	constraint election_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint election_vote_event_fkey foreign key (meeting_id, position, vote_number) references vote_event,
	constraint election_method_check check (method in ('acclamation', 'majority', 'proportional')),
	constraint election_seats_check check (seats > 0)
);

create table candidate (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	person_id bigint not null,
	list text,
	rank integer,
	lot integer,
	constraint candidate_pkey primary key (meeting_id, position, number, person_id),
	constraint candidate_election_fkey foreign key (meeting_id, position, number) references election,
	constraint candidate_person_id_fkey foreign key (person_id) references person,
	constraint candidate_rank_check check (rank > 0)
);

create table ballot_tally (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	line integer not null,
	choice text not null,
	person_id bigint,
	list text,
	ballots integer not null,
	constraint ballot_tally_pkey primary key (meeting_id, position, number, line),
	constraint ballot_tally_vote_event_fkey foreign key (meeting_id, position, number) references vote_event,
	constraint ballot_tally_person_id_fkey foreign key (person_id) references person,
	constraint ballot_tally_choice_check check (choice in ('yes', 'no', 'candidate', 'list', 'blank', 'invalid')),
	constraint ballot_tally_person_id_check check ((choice = 'candidate') = (person_id is not null)),
	constraint ballot_tally_list_check check ((choice = 'list') = (list is not null)),
	constraint ballot_tally_ballots_check check (ballots >= 0)
);

create table decision (
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	kind text not null default 'settling',
	outcome text not null default 'approved',
	text text not null,
	decided_at timestamp(0),
	vote_number integer,
	proposal_number integer,
	on_behalf_of bigint,
	appealable boolean,
	withdrawn_at timestamp(0),
	delegation_id bigint,
	subject text not null default 'ordinary',
	statement_number integer,
	done_on date not null default 'infinity',
	constraint decision_pkey primary key (meeting_id, position, point),
	constraint decision_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint decision_vote_event_fkey foreign key (meeting_id, position, vote_number) references vote_event,
	constraint decision_proposal_fkey foreign key (meeting_id, position, proposal_number) references proposal,
	constraint decision_on_behalf_of_fkey foreign key (on_behalf_of) references body,
	constraint decision_kind_check check (kind in ('settling', 'procedural', 'election', 'opinion', 'noting')),
	constraint decision_outcome_check check (outcome in (
		'approved', 'rejected', 'tabled', 'referred_back', 'adjourned', 'elected', 'noted', 'answered',
		'written_off', 'other')),
	constraint decision_subject_check check (subject in (
		'ordinary', 'goals', 'council_answer', 'principle', 'citizen_proposal')),
	constraint decision_point_check check (point > 0),
	constraint decision_text_check check (text ~ '\S')
);
create index decision_put_off_idx on decision (meeting_id, position)
	where outcome in ('tabled', 'referred_back', 'adjourned') and withdrawn_at is null;

create table reservation (
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	person_id bigint not null,
	announced_at timestamp(0) not null,
	reasons text,
	reasons_at timestamp(0),
	constraint reservation_pkey primary key (meeting_id, position, point, person_id),
	constraint reservation_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint reservation_person_id_fkey foreign key (person_id) references person
);

create table abstention (
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	person_id bigint not null,
	constraint abstention_pkey primary key (meeting_id, position, point, person_id),
	constraint abstention_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint abstention_person_id_fkey foreign key (person_id) references person
);

create table deviation (
	id bigint not null default nextval('deviation_id_seq'),
	body_id bigint,
	meeting_id bigint,
	matter_id bigint,
	position integer,
	rule text not null,
	reason text not null,
	citation text,
	wording text,
	found text,
	admitted_by text not null default session_user,
	admitted_at timestamptz not null default clock_timestamp(),
	constraint deviation_pkey primary key (id),
	constraint deviation_id_check check (id > 0),
	constraint deviation_body_id_fkey foreign key (body_id) references body,
	constraint deviation_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint deviation_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint deviation_root_check check (num_nonnulls(body_id, meeting_id, matter_id) = 1),
	constraint deviation_reason_check check (reason ~ '\S')
);
create index deviation_meeting_id_idx on deviation (meeting_id);
create index deviation_body_id_idx on deviation (body_id);
create index deviation_matter_id_idx on deviation (matter_id) where matter_id is not null;
