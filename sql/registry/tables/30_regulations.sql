-- Regulations: the documents, their sections, and the rules that follow from
-- them.  A regulation without a body is the ground layer (a law).

create table regulation (
	id bigint not null default nextval('regulation_id_seq'),
	body_id bigint,
	title text not null,
	law text,
	valid daterange not null,
	adopted_by bigint,
	constraint regulation_pkey primary key (id),
	constraint regulation_id_check check (id > 0),
	constraint regulation_body_id_fkey foreign key (body_id) references body,
	constraint regulation_adopted_by_fkey foreign key (adopted_by) references body,
	constraint regulation_title_check check (title ~ '\S'),
	constraint regulation_valid_check check (not isempty(valid)),
	constraint regulation_layer_check check ((body_id is null) = (law is not null)),
	constraint regulation_body_id_valid_excl exclude using gist (body_id with =, valid with &&),
	constraint regulation_law_valid_excl exclude using gist (law with =, valid with &&)
);

create table provision (
	regulation_id bigint not null,
	citation governance.citation not null,
	ordinal integer not null,
	wording text,
	constraint provision_pkey primary key (regulation_id, citation),
	constraint provision_regulation_id_fkey foreign key (regulation_id) references regulation on delete cascade
);

create table rule_setting (
	id bigint not null default nextval('rule_setting_id_seq'),
	regulation_id bigint not null,
	rule text not null,
	body_kind text,
	value text,
	citation governance.citation,
	mode text not null default 'enforce',
	procedure text,
	constraint rule_setting_pkey primary key (id),
	constraint rule_setting_id_check check (id > 0),
	constraint rule_setting_regulation_id_fkey foreign key (regulation_id) references regulation on delete cascade,
	constraint rule_setting_provision_fkey foreign key (regulation_id, citation) references provision (regulation_id, citation),
	constraint rule_setting_body_kind_check check (body_kind in (
		'council', 'executive_board', 'board', 'committee', 'advisory_council',
		'working_group', 'preparation', 'unit', 'company', 'external')),
	constraint rule_setting_mode_check check (mode in ('enforce', 'warn', 'record', 'off'))
);
create unique index rule_setting_key on rule_setting (regulation_id, rule, coalesce(body_kind, ''));
