-- Meetings: from the request to the close.  Times are the stated times of the
-- events, as the minutes tell them (local time), never the time of writing.
--
-- "handled" is the order in which items were taken up; attendance, presiding
-- and minutes are ranges over it, with two points in each item: when it was
-- opened and when it was decided.

create table meeting_request (
	id bigint not null default nextval('meeting_request_id_seq'),
	body_id bigint not null,
	requested_on date not null,
	subject text not null,
	done_on date not null default 'infinity',
	constraint meeting_request_pkey primary key (id),
	constraint meeting_request_id_check check (id > 0),
	constraint meeting_request_id_body_id_key unique (id, body_id),
	constraint meeting_request_body_id_fkey foreign key (body_id) references body
);
create index meeting_request_body_id_idx on meeting_request (body_id);
create index meeting_request_done_on_idx on meeting_request (done_on);

create table meeting_requester (
	request_id bigint not null,
	person_id bigint not null,
	constraint meeting_requester_pkey primary key (request_id, person_id),
	constraint meeting_requester_request_id_fkey foreign key (request_id) references meeting_request on delete cascade,
	constraint meeting_requester_person_id_fkey foreign key (person_id) references person
);

create table meeting (
	id bigint not null default nextval('meeting_id_seq'),
	body_id bigint not null,
	day date not null,
	place text,
	starts_at timestamp(0) not null,
	ground text not null default 'plan',
	called_by bigint,
	called_on date,
	request_id bigint,
	urgent boolean not null default false,
	is_public boolean,
	opened_at timestamp(0),
	closed_at timestamp(0),
	cancelled_at timestamp(0),
	done_on date not null default 'infinity',
	constraint meeting_pkey primary key (id),
	constraint meeting_id_check check (id > 0),
	constraint meeting_body_id_fkey foreign key (body_id) references body,
	constraint meeting_called_by_fkey foreign key (called_by) references person,
	constraint meeting_request_id_fkey foreign key (request_id, body_id) references meeting_request (id, body_id),
	constraint meeting_ground_check check (ground in ('plan', 'chair', 'members', 'parent')),
	constraint meeting_day_check check (starts_at::date = day and isfinite(day)),
	constraint meeting_called_on_check check (called_on <= day),
	constraint meeting_times_check check (closed_at >= opened_at and not (opened_at is not null and cancelled_at is not null))
);
create index meeting_body_id_day_idx on meeting (body_id, day);
create index meeting_request_id_idx on meeting (request_id);
create index meeting_done_on_idx on meeting (done_on);

create table sitting (
	meeting_id bigint not null,
	number integer not null,
	opened_at timestamp(0) not null,
	closed_at timestamp(0),
	first_item integer,
	constraint sitting_pkey primary key (meeting_id, number),
	constraint sitting_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint sitting_times_check check (closed_at >= opened_at)
);

create table meeting_document (
	meeting_id bigint not null,
	kind text not null,
	issued_at timestamp(0) not null,
	responsible_id bigint not null,
	constraint meeting_document_pkey primary key (meeting_id, kind),
	constraint meeting_document_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint meeting_document_responsible_id_fkey foreign key (responsible_id) references person,
	constraint meeting_document_kind_check check (kind in ('announcement', 'summons', 'agenda'))
);

create table summons (
	meeting_id bigint not null,
	person_id bigint not null,
	told_at timestamp(0) not null,
	constraint summons_pkey primary key (meeting_id, person_id),
	constraint summons_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint summons_person_id_fkey foreign key (person_id) references person
);

create table agenda_item (
	meeting_id bigint not null,
	position integer not null,
	title text not null,
	kind text not null default 'decision',
	area integer,
	announced boolean not null default true,
	minority_tabled boolean not null default false,
	handled integer,
	opened_at timestamp(0),
	decided_at timestamp(0),
	section integer,
	exercise_of_authority boolean not null default false,
	continues_meeting_id bigint,
	continues_position integer,
	matter_id bigint,
	unprepared boolean not null default false,
	constraint agenda_item_pkey primary key (meeting_id, position),
	constraint agenda_item_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint agenda_item_continues_fkey foreign key (continues_meeting_id, continues_position)
		references agenda_item (meeting_id, position),
	constraint agenda_item_title_check check (title ~ '\S'),
	constraint agenda_item_kind_check check (kind in ('information', 'preparation', 'decision')),
	constraint agenda_item_position_check check (position > 0),
	constraint agenda_item_handled_check check (handled > 0),
	constraint agenda_item_section_check check (section > 0),
	constraint agenda_item_continues_check check ((continues_meeting_id is null) = (continues_position is null)),
	constraint agenda_item_times_check check (decided_at >= opened_at)
);
create index agenda_item_continues_idx on agenda_item (continues_meeting_id, continues_position);
create index agenda_item_matter_id_idx on agenda_item (matter_id) where matter_id is not null;

create table attendance (
	meeting_id bigint not null,
	person_id bigint not null,
	capacity text not null,
	serves_for bigint,
	mode text not null default 'on_site',
	from_item integer not null default 1,
	from_point text not null default 'opened',
	to_item integer,
	to_point text not null default 'decided',
	left_for text,
	constraint attendance_pkey primary key (meeting_id, person_id, from_item, from_point),
	constraint attendance_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint attendance_person_id_fkey foreign key (person_id) references person,
	constraint attendance_serves_for_fkey foreign key (serves_for) references person,
	constraint attendance_capacity_check check (capacity in (
		'serving_member', 'serving_substitute', 'non_serving_substitute',
		'commissioner', 'city_director', 'presenter', 'secretary', 'official', 'guest')),
	constraint attendance_serves_for_check check (serves_for is null or capacity = 'serving_substitute'),
	constraint attendance_mode_check check (mode in ('on_site', 'remote')),
	constraint attendance_points_check check (from_point in ('opened', 'decided') and to_point in ('opened', 'decided')),
	constraint attendance_range_check check (from_item > 0
		and (to_item is null or to_item > from_item
			or to_item = from_item and (from_point = 'opened' or to_point = 'decided'))),
	constraint attendance_left_for_check check (left_for in ('recusal', 'link_lost', 'other'))
);

create table remote_notice (
	meeting_id bigint not null,
	person_id bigint not null,
	notified_on date not null,
	reason text,
	sound_and_picture boolean not null default false,
	equal_terms boolean not null default false,
	premises_secure boolean not null default false,
	consulted_id bigint,
	consulted_at timestamp(0),
	decided_by bigint,
	decided_at timestamp(0),
	granted boolean,
	constraint remote_notice_pkey primary key (meeting_id, person_id),
	constraint remote_notice_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint remote_notice_person_id_fkey foreign key (person_id) references person,
	constraint remote_notice_consulted_id_fkey foreign key (consulted_id) references person,
	constraint remote_notice_decided_by_fkey foreign key (decided_by) references person
);

create table recusal (
	meeting_id bigint not null,
	position integer not null,
	person_id bigint not null,
	ground text not null,
	self_declared boolean not null default false,
	ruling text,
	in_room boolean not null default false,
	indispensable_act text,
	constraint recusal_pkey primary key (meeting_id, position, person_id),
	constraint recusal_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint recusal_person_id_fkey foreign key (person_id) references person,
	constraint recusal_ruling_check check (ruling in ('disregarded', 'rejected', 'upheld'))
);

create table exclusion (
	meeting_id bigint not null,
	position integer not null,
	person_id bigint not null,
	reason text not null,
	constraint exclusion_pkey primary key (meeting_id, position, person_id),
	constraint exclusion_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint exclusion_person_id_fkey foreign key (person_id) references person
);

create table presiding (
	meeting_id bigint not null,
	from_item integer not null default 1,
	to_item integer,
	person_id bigint not null,
	ground text not null default 'chair',
	constraint presiding_pkey primary key (meeting_id, from_item),
	constraint presiding_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint presiding_person_id_fkey foreign key (person_id) references person,
	constraint presiding_ground_check check (ground in ('chair', 'vice_chair', 'second_vice_chair', 'designated')),
	constraint presiding_range_check check (from_item > 0 and to_item >= from_item)
);

create table statement (
	meeting_id bigint not null,
	position integer not null,
	number integer not null,
	person_id bigint not null,
	kind text not null default 'speech',
	made_at timestamp(0),
	text text,
	constraint statement_pkey primary key (meeting_id, position, number),
	constraint statement_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint statement_person_id_fkey foreign key (person_id) references person,
	constraint statement_kind_check check (kind in ('speech', 'presentation', 'note', 'special_statement'))
);

create table proposal (
	meeting_id bigint not null,
	position integer not null,
	number integer not null,
	person_id bigint not null,
	kind text not null default 'approve',
	text text not null,
	constraint proposal_pkey primary key (meeting_id, position, number),
	constraint proposal_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint proposal_person_id_fkey foreign key (person_id) references person,
	constraint proposal_kind_check check (kind in ('approve', 'amend', 'reject', 'table', 'refer_back'))
);
create index proposal_person_id_idx on proposal (person_id);
