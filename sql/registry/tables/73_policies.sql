-- Policies: what a steering document wants, how it is measured, who does what for
-- it, and how it went.  A document is adopted in a matter, and everything in it is
-- numbered there.

create table area_set (
	id bigint not null default nextval('area_set_id_seq'),
	name text not null,
	constraint area_set_pkey primary key (id),
	constraint area_set_id_check check (id > 0),
	constraint area_set_name_key unique (name),
	constraint area_set_name_check check (name ~ '\S')
);

create table area (
	area_set_id bigint not null,
	code text not null,
	name text not null,
	constraint area_pkey primary key (area_set_id, code),
	constraint area_area_set_id_fkey foreign key (area_set_id) references area_set,
	constraint area_name_check check (name ~ '\S')
);

create table policy_document (
	matter_id bigint not null,
	domain text not null,
	title text not null,
	adopted_by_id bigint not null,
	meeting_id bigint,
	position integer,
	point integer,
	valid daterange not null,
	supersedes_id bigint,
	binding_scope text,
	followed_up_by_id bigint,
	constraint policy_document_pkey primary key (matter_id),
	constraint policy_document_matter_id_fkey foreign key (matter_id) references matter,
	constraint policy_document_adopted_by_id_fkey foreign key (adopted_by_id) references body,
	constraint policy_document_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint policy_document_supersedes_id_fkey foreign key (supersedes_id) references policy_document,
	constraint policy_document_followed_up_by_id_fkey foreign key (followed_up_by_id) references body,
	constraint policy_document_domain_check check (domain ~ '\S'),
	constraint policy_document_title_check check (title ~ '\S'),
	constraint policy_document_valid_check check (not isempty(valid) and not lower_inf(valid)),
	constraint policy_document_supersedes_id_check check (supersedes_id <> matter_id),
	constraint policy_document_adopted_check check (num_nonnulls(meeting_id, position, point) in (0, 3))
);
create index policy_document_domain_idx on policy_document (domain);
create index policy_document_supersedes_id_idx on policy_document (supersedes_id) where supersedes_id is not null;

create table goal (
	matter_id bigint not null,
	number integer not null,
	parent integer,
	kind text not null default 'direction',
	text text not null,
	place text,
	domain text,
	main_area integer,
	area_set_id bigint,
	area_code text,
	responsible_id bigint,
	due_on date,
	constraint goal_pkey primary key (matter_id, number),
	constraint goal_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint goal_parent_fkey foreign key (matter_id, parent) references goal (matter_id, number),
	constraint goal_area_fkey foreign key (area_set_id, area_code) references area match full,
	constraint goal_responsible_id_fkey foreign key (responsible_id) references body,
	constraint goal_kind_check check (kind in ('vision', 'direction', 'measurable')),
	constraint goal_number_check check (number > 0),
	constraint goal_parent_check check (parent <> number),
	constraint goal_text_check check (text ~ '\S')
);

create table indicator (
	matter_id bigint not null,
	number integer not null,
	goal integer not null,
	name text not null,
	unit text,
	direction text,
	population text,
	denominator text,
	least numeric,
	greatest numeric,
	area_set_id bigint,
	group_a text,
	group_b text,
	baseline numeric,
	baseline_on date,
	baseline_source text,
	target numeric,
	target_on date,
	every_months integer,
	constraint indicator_pkey primary key (matter_id, number),
	constraint indicator_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint indicator_area_set_id_fkey foreign key (area_set_id) references area_set,
	constraint indicator_name_check check (name ~ '\S'),
	constraint indicator_direction_check check (direction in ('up', 'down')),
	constraint indicator_number_check check (number > 0),
	constraint indicator_every_months_check check (every_months > 0),
	constraint indicator_groups_check check ((group_a is null) = (group_b is null) and group_a <> group_b),
	constraint indicator_range_check check (least < greatest)
);
create index indicator_goal_idx on indicator (matter_id, goal);

create table measurement (
	matter_id bigint not null,
	indicator integer not null,
	number integer not null,
	measured_on date not null,
	body_id bigint,
	area_set_id bigint,
	area_code text,
	group_name text,
	value numeric not null,
	source text,
	constraint measurement_pkey primary key (matter_id, indicator, number),
	constraint measurement_indicator_fkey foreign key (matter_id, indicator) references indicator,
	constraint measurement_body_id_fkey foreign key (body_id) references body,
	constraint measurement_area_fkey foreign key (area_set_id, area_code) references area match full,
	constraint measurement_measured_on_check check (isfinite(measured_on)),
	constraint measurement_value_check check (value <> 'NaN')
);
create unique index measurement_once_idx on measurement (matter_id, indicator, measured_on,
	coalesce(area_code, ''), coalesce(group_name, ''), coalesce(body_id, 0));

create table activity (
	matter_id bigint not null,
	number integer not null,
	goal integer not null,
	text text not null,
	responsible_id bigint,
	valid daterange not null,
	due_on date,
	done_on date,
	constraint activity_pkey primary key (matter_id, number),
	constraint activity_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint activity_responsible_id_fkey foreign key (responsible_id) references body,
	constraint activity_text_check check (text ~ '\S'),
	constraint activity_number_check check (number > 0),
	constraint activity_valid_check check (not isempty(valid) and not lower_inf(valid))
);
create index activity_goal_idx on activity (matter_id, goal);
create index activity_open_idx on activity (due_on) where done_on is null;
create index activity_responsible_id_idx on activity (responsible_id);

create table funding (
	matter_id bigint not null,
	number integer not null,
	goal integer,
	amount numeric(16, 2) not null,
	budget text,
	valid daterange,
	constraint funding_pkey primary key (matter_id, number),
	constraint funding_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint funding_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint funding_number_check check (number > 0),
	constraint funding_amount_check check (amount >= 0)
);

create table follow_up (
	matter_id bigint not null,
	number integer not null,
	goal integer,
	period daterange not null,
	due_on date not null,
	responsible_id bigint not null,
	done_on date,
	assessment text,
	evaluates_id bigint,
	constraint follow_up_pkey primary key (matter_id, number),
	constraint follow_up_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint follow_up_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint follow_up_responsible_id_fkey foreign key (responsible_id) references body,
	constraint follow_up_evaluates_id_fkey foreign key (evaluates_id) references policy_document,
	constraint follow_up_number_check check (number > 0),
	constraint follow_up_period_check check (not isempty(period)),
	constraint follow_up_done_check check (done_on is null or assessment ~ '\S')
);
create index follow_up_due_on_idx on follow_up (due_on) where done_on is null;
create index follow_up_done_on_idx on follow_up (done_on);

create table term_definition (
	matter_id bigint not null,
	term text not null,
	definition text not null,
	constraint term_definition_pkey primary key (matter_id, term),
	constraint term_definition_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint term_definition_term_check check (term ~ '\S'),
	constraint term_definition_definition_check check (definition ~ '\S')
);

create table goal_link (
	matter_id bigint not null,
	number integer not null,
	goal integer,
	level text not null,
	reference text not null,
	constraint goal_link_pkey primary key (matter_id, number),
	constraint goal_link_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint goal_link_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint goal_link_level_check check (level in ('national', 'european')),
	constraint goal_link_reference_check check (reference ~ '\S')
);

-- the words that a review of a policy looks for
create table policy_word (
	list text not null,
	phrase text not null,
	constraint policy_word_pkey primary key (list, phrase),
	constraint policy_word_list_check check (list in ('binding', 'not_binding', 'vague', 'universal', 'undefined', 'area')),
	constraint policy_word_phrase_check check (phrase ~ '\S')
);
insert into policy_word (list, phrase) values
	('binding', 'ska'), ('binding', 'skall'),
	('not_binding', 'kan'), ('not_binding', 'bör'), ('not_binding', 'får'),
	('vague', 'väsentligt'), ('vague', 'avsevärt'), ('vague', 'betydligt'), ('vague', 'kraftigt'),
	('vague', 'i större utsträckning'), ('vague', 'reella möjligheter'), ('vague', 'särskilt viktiga'), ('vague', 'ökad'),
	('vague', 'minska skillnaderna'), ('vague', 'snabbt och tydligt'),
	-- not "samtliga": its stem is that of "samt"
	('universal', 'alla'), ('universal', 'hela'),
	('area', 'vissa områden'), ('area', 'ytterstaden'), ('area', 'utanför tullarna'), ('area', 'problemområden'),
	('undefined', 'stadsdel'), ('undefined', 'boendeformer'), ('undefined', 'trygghet');
