-- What leaves the house: who is told (endpoint), what is on its way (outbox), and how
-- each attempt ended.

create table endpoint (
	id bigint not null default nextval('endpoint_id_seq'),
	name text not null,
	url text not null,
	kinds text[] not null,
	body_id bigint,
	secret text not null,
	in_order boolean not null default false,
	at_once integer not null default 4,
	state text not null default 'active',
	constraint endpoint_pkey primary key (id),
	constraint endpoint_id_check check (id > 0),
	constraint endpoint_name_key unique (name),
	constraint endpoint_name_check check (name ~ '\S'),
	-- who may sign in does not stand in an address
	constraint endpoint_url_check check (url ~ '^https?://[^\s/@?#]+([/?][^\s#]*)?$'),
	constraint endpoint_kinds_check check (kinds <> '{}' and kinds <@ array[
		'minutes_announced', 'meeting_summoned', 'decision_dispatched', 'report_handed_over', 'duty_overdue']),
	constraint endpoint_body_id_fkey foreign key (body_id) references body,
	constraint endpoint_secret_check check (secret ~ '^[A-Za-z0-9_][A-Za-z0-9_.-]*$'),
	constraint endpoint_at_once_check check (at_once between 1 and 100),
	constraint endpoint_state_check check (state in ('active', 'paused'))
);

create table outbox (
	id bigint not null default nextval('outbox_id_seq'),
	endpoint_id bigint not null,
	event uuid not null default gen_random_uuid(),
	kind text not null,
	body_id bigint,
	matter_id bigint,
	subject text not null,
	occurred_at timestamptz not null default clock_timestamp(),
	data jsonb not null,
	state text not null default 'queued',
	queued_at timestamptz not null default clock_timestamp(),
	attempts integer not null default 0,
	failures integer not null default 0,
	due_at timestamptz default clock_timestamp(),
	claimed_at timestamptz,
	ended_at timestamptz,
	constraint outbox_pkey primary key (id),
	constraint outbox_id_check check (id > 0),
	constraint outbox_event_key unique (event),
	constraint outbox_endpoint_id_fkey foreign key (endpoint_id) references endpoint,
	constraint outbox_body_id_fkey foreign key (body_id) references body,
	constraint outbox_state_check check (state in ('queued', 'delivered', 'dead')),
	constraint outbox_due_at_check check ((state = 'queued') = (due_at is not null)),
	constraint outbox_claimed_at_check check (state = 'queued' or claimed_at is null),
	constraint outbox_ended_at_check check ((state = 'queued') = (ended_at is null))
);
-- what is queued is found by when it is due, and what is before it by its matter
create index outbox_due_idx on outbox (endpoint_id, due_at) where due_at is not null;
create index outbox_claimed_idx on outbox (endpoint_id) where claimed_at is not null;
create index outbox_matter_idx on outbox (endpoint_id, matter_id, id) where due_at is not null;
create index outbox_ended_idx on outbox (ended_at) where ended_at is not null;
-- a duty is told of once
create unique index outbox_duty_idx on outbox (endpoint_id, subject) where kind = 'duty_overdue';

create table delivery_attempt (
	outbox_id bigint not null,
	number integer not null,
	began_at timestamptz not null,
	took interval not null,
	status integer,
	problem text,
	constraint delivery_attempt_pkey primary key (outbox_id, number),
	constraint delivery_attempt_outbox_id_fkey foreign key (outbox_id) references outbox on delete cascade
);
