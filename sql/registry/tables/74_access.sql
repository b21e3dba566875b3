-- Who may do what: written by grant_access and revoke_access.

create table access (
	id bigint not null default nextval('access_id_seq'),
	role name not null,
	body_id bigint,
	level text not null,
	granted_by text not null default session_user,
	granted_at timestamptz not null default clock_timestamp(),
	constraint access_pkey primary key (id),
	constraint access_id_check check (id > 0),
	constraint access_body_id_fkey foreign key (body_id) references body,
	constraint access_level_check check (level in ('reader', 'auditor', 'secretary', 'administrator'))
);
create unique index access_key on access (role, coalesce(body_id, 0));
