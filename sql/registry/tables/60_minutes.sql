-- Minutes: what they cover, who attests them, the seal, and what follows.

create table minutes (
	meeting_id bigint not null,
	number integer not null default 1,
	items integer[],
	immediate boolean not null default false,
	responsible_id bigint,
	drawn_up_on date,
	constraint minutes_pkey primary key (meeting_id, number),
	constraint minutes_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint minutes_responsible_id_fkey foreign key (responsible_id) references person
);

create table adjuster (
	meeting_id bigint not null,
	person_id bigint not null,
	position integer not null,
	alternate boolean not null default false,
	from_item integer not null default 1,
	to_item integer,
	constraint adjuster_pkey primary key (meeting_id, person_id, from_item),
	constraint adjuster_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint adjuster_person_id_fkey foreign key (person_id) references person,
	constraint adjuster_range_check check (from_item > 0 and to_item >= from_item)
);

create table attestation (
	meeting_id bigint not null,
	number integer not null default 1,
	person_id bigint not null,
	role text not null,
	signed_at timestamp(0) not null,
	hindrance text,
	later_meeting_id bigint,
	constraint attestation_pkey primary key (meeting_id, number, person_id, role),
	constraint attestation_minutes_fkey foreign key (meeting_id, number) references minutes,
	constraint attestation_person_id_fkey foreign key (person_id) references person,
	constraint attestation_later_meeting_id_fkey foreign key (later_meeting_id) references meeting,
	constraint attestation_role_check check (role in ('chair', 'adjuster', 'later_meeting')),
	constraint attestation_later_meeting_id_check check ((role = 'later_meeting') = (later_meeting_id is not null))
);
create index attestation_later_meeting_id_idx on attestation (later_meeting_id) where later_meeting_id is not null;

create table seal (
	id bigint not null default nextval('seal_id_seq'),
	body_id bigint not null,
	meeting_id bigint not null,
	number integer not null,
	ordinal integer not null,
	format integer not null,
	attested_on date not null,
	content text not null,
	previous bytea,
	hash bytea not null,
	constraint seal_pkey primary key (id),
	constraint seal_id_check check (id > 0),
	constraint seal_body_id_ordinal_key unique (body_id, ordinal),
	constraint seal_meeting_id_number_key unique (meeting_id, number),
	constraint seal_body_id_fkey foreign key (body_id) references body,
	constraint seal_minutes_fkey foreign key (meeting_id, number) references minutes
) with (toast_tuple_target = 8160);
-- to compress a text costs more than to write and to hash it
alter table seal alter content set storage external;

create table correction (
	id bigint not null default nextval('correction_id_seq'),
	meeting_id bigint not null,
	position integer not null,
	old_text text not null,
	new_text text not null,
	reason text not null,
	corrected_by bigint not null,
	corrected_at timestamp(0) not null,
	constraint correction_pkey primary key (id),
	constraint correction_id_check check (id > 0),
	constraint correction_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint correction_corrected_by_fkey foreign key (corrected_by) references person
);
create index correction_meeting_id_position_idx on correction (meeting_id, position);

create table public_notice (
	id bigint not null default nextval('public_notice_id_seq'),
	meeting_id bigint not null,
	number integer not null default 1,
	posted_on date not null,
	kept_at text not null,
	taken_down_on date,
	constraint public_notice_pkey primary key (id),
	constraint public_notice_id_check check (id > 0),
	constraint public_notice_minutes_fkey foreign key (meeting_id, number) references minutes,
	constraint public_notice_days_check check (taken_down_on >= posted_on)
);
create index public_notice_meeting_id_number_idx on public_notice (meeting_id, number);
-- what is on the notice board
create index public_notice_taken_down_on_idx on public_notice (taken_down_on, posted_on);

create table appeal (
	id bigint not null default nextval('appeal_id_seq'),
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	filed_on date not null,
	court text not null,
	stay boolean not null default false,
	outcome text,
	concluded_on date,
	constraint appeal_pkey primary key (id),
	constraint appeal_id_check check (id > 0),
	constraint appeal_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint appeal_outcome_check check (outcome in ('rejected', 'dismissed', 'annulled', 'withdrawn')),
	constraint appeal_concluded_on_check check ((outcome is null) = (concluded_on is null) and concluded_on >= filed_on)
);
create index appeal_decision_idx on appeal (meeting_id, position, point);
