-- Bodies and people: who sits where, when, in which order they serve.

create table body (
	id bigint not null default nextval('body_id_seq'),
	name text not null,
	kind text not null,
	parent_id bigint,
	valid daterange not null default '(,)',
	founded_by text,
	section_series_id bigint,
	extended_on date,
	dissolved_on date,
	secretariat_id bigint,
	report_matter_id bigint,
	report_number integer,
	reported_on date,
	constraint body_pkey primary key (id),
	constraint body_id_check check (id > 0),
	constraint body_parent_id_fkey foreign key (parent_id) references body,
	constraint body_section_series_id_fkey foreign key (section_series_id) references body,
	constraint body_secretariat_id_fkey foreign key (secretariat_id) references body,
	constraint body_kind_check check (kind in (
		'council', 'executive_board', 'board', 'committee', 'advisory_council',
		'working_group', 'preparation', 'unit', 'company', 'external')),
	constraint body_name_check check (name ~ '\S'),
	constraint body_parent_id_check check (parent_id <> id),
	constraint body_valid_check check (not isempty(valid)),
	constraint body_report_check check ((report_matter_id is null) = (report_number is null)
		and (report_matter_id is null or reported_on is not null))
);
create index body_parent_id_idx on body (parent_id);
create index body_section_series_id_idx on body (section_series_id);

create table body_succession (
	predecessor_id bigint not null,
	successor_id bigint not null,
	day date not null,
	constraint body_succession_pkey primary key (predecessor_id, successor_id),
	constraint body_succession_predecessor_id_fkey foreign key (predecessor_id) references body,
	constraint body_succession_successor_id_fkey foreign key (successor_id) references body,
	constraint body_succession_distinct_check check (predecessor_id <> successor_id)
);
create index body_succession_successor_id_idx on body_succession (successor_id);

create table term (
	body_id bigint not null,
	valid daterange not null,
	constraint term_pkey primary key (body_id, valid),
	constraint term_body_id_fkey foreign key (body_id) references body,
	constraint term_valid_check check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
	constraint term_body_id_valid_excl exclude using gist (body_id with =, valid with &&)
		deferrable initially immediate
);

create table person (
	id bigint not null default nextval('person_id_seq'),
	name text not null,
	constraint person_pkey primary key (id),
	constraint person_id_check check (id > 0),
	constraint person_name_check check (name ~ '\S')
);

-- whom the seats of a body of mixed composition are meant for
create table seat_category (
	body_id bigint not null,
	name text not null,
	constraint seat_category_pkey primary key (body_id, name),
	constraint seat_category_body_id_fkey foreign key (body_id) references body,
	constraint seat_category_name_check check (name ~ '\S')
);

create table party (
	id bigint not null default nextval('party_id_seq'),
	name text not null,
	abbreviation text,
	constraint party_pkey primary key (id),
	constraint party_id_check check (id > 0),
	constraint party_name_key unique (name)
);

create table membership (
	id bigint not null default nextval('membership_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	role text not null default 'member',
	party_id bigint,
	seat_category text,
	valid daterange not null,
	until_parent_term boolean not null default false,
	decided_by bigint,
	constraint membership_pkey primary key (id),
	constraint membership_id_check check (id > 0),
	constraint membership_body_id_fkey foreign key (body_id) references body,
	constraint membership_person_id_fkey foreign key (person_id) references person,
	constraint membership_party_id_fkey foreign key (party_id) references party,
	constraint membership_decided_by_fkey foreign key (decided_by) references body,
	constraint membership_seat_category_fkey foreign key (body_id, seat_category) references seat_category (body_id, name),
	constraint membership_role_check check (role in ('member', 'substitute')),
	constraint membership_valid_check check (not isempty(valid))
);
create index membership_body_id_idx on membership (body_id);
create index membership_body_id_end_idx on membership (body_id, coalesce(upper(valid), 'infinity'));
create index membership_person_id_idx on membership (person_id);

create table office (
	id bigint not null default nextval('office_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	kind text not null,
	acting boolean not null default false,
	valid daterange not null,
	decided_by bigint,
	appointed_by bigint,
	constraint office_pkey primary key (id),
	constraint office_id_check check (id > 0),
	constraint office_body_id_fkey foreign key (body_id) references body,
	constraint office_person_id_fkey foreign key (person_id) references person,
	constraint office_decided_by_fkey foreign key (decided_by) references body,
	constraint office_appointed_by_fkey foreign key (appointed_by) references person,
	constraint office_kind_check check (kind in (
		'chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener',
		'secretary', 'presenter', 'city_director', 'deputy_city_director', 'signer')),
	constraint office_valid_check check (not isempty(valid))
);
create index office_body_id_idx on office (body_id);
create index office_person_id_idx on office (person_id);

create table hindrance (
	id bigint not null default nextval('hindrance_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	valid daterange not null,
	reason text not null,
	constraint hindrance_pkey primary key (id),
	constraint hindrance_id_check check (id > 0),
	constraint hindrance_body_id_fkey foreign key (body_id) references body,
	constraint hindrance_person_id_fkey foreign key (person_id) references person,
	constraint hindrance_valid_check check (not isempty(valid)),
	constraint hindrance_reason_check check (reason ~ '\S')
);
create index hindrance_body_id_idx on hindrance (body_id);

create table substitution_order (
	id bigint not null default nextval('substitution_order_id_seq'),
	body_id bigint not null,
	member_id bigint,
	party_id bigint,
	substitute_id bigint not null,
	rank integer not null,
	valid daterange not null default '(,)',
	constraint substitution_order_pkey primary key (id),
	constraint substitution_order_id_check check (id > 0),
	constraint substitution_order_body_id_fkey foreign key (body_id) references body,
	constraint substitution_order_member_id_fkey foreign key (member_id) references person,
	constraint substitution_order_party_id_fkey foreign key (party_id) references party,
	constraint substitution_order_substitute_id_fkey foreign key (substitute_id) references person,
	constraint substitution_order_key_check check (member_id is null or party_id is null),
	constraint substitution_order_rank_check check (rank > 0),
	constraint substitution_order_valid_check check (not isempty(valid))
);
create index substitution_order_body_id_idx on substitution_order (body_id);

create table attendance_right (
	id bigint not null default nextval('attendance_right_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	ground text not null,
	may_deliberate boolean not null default false,
	valid daterange not null,
	constraint attendance_right_pkey primary key (id),
	constraint attendance_right_id_check check (id > 0),
	constraint attendance_right_body_id_fkey foreign key (body_id) references body,
	constraint attendance_right_person_id_fkey foreign key (person_id) references person,
	constraint attendance_right_ground_check check (ground in (
		'commissioner', 'city_director', 'presenter', 'called', 'other')),
	constraint attendance_right_valid_check check (not isempty(valid))
);
create index attendance_right_body_id_idx on attendance_right (body_id);
