-- Fees (arvoden): what serving at a meeting is paid.

create table fee_rate (
	id bigint not null default nextval('fee_rate_id_seq'),
	body_id bigint,
	role text not null,
	unit text not null default 'meeting',
	amount numeric(12, 2) not null,
	valid daterange not null,
	constraint fee_rate_pkey primary key (id),
	constraint fee_rate_id_check check (id > 0),
	constraint fee_rate_body_id_fkey foreign key (body_id) references body,
	constraint fee_rate_role_check check (role in (
		'chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener', 'member', 'serving_substitute',
		'non_serving_substitute')),
	constraint fee_rate_unit_check check (unit in ('meeting', 'day', 'hour')),
	constraint fee_rate_amount_check check (amount >= 0),
	constraint fee_rate_valid_check check (not isempty(valid)),
	constraint fee_rate_overlap_excl exclude using gist (
		(coalesce(body_id, 0)) with =, role with =, unit with =, valid with &&)
);
