-- The registry itself: which version of the extension made it and whose it is.

create table registry (
	version text not null,
	municipality text not null,
	case_number_shape text,
	singleton boolean not null default true,
	delivers_at text,
	duties_told_on date,
	constraint registry_pkey primary key (singleton),
	constraint registry_singleton_check check (singleton),
	constraint registry_municipality_check check (municipality ~ '^[0-9]{4}$'),
	-- a name that there is not is an error, which lists them
	constraint registry_case_number_shape_check check (
		case_number_shape is null or governance.case_number('2000/1', case_number_shape) is not null)
);

create table extra_day (
	day date not null,
	name text not null,
	constraint extra_day_pkey primary key (day)
);

create table history_import (
	id bigint not null default nextval('history_import_id_seq'),
	begun_by text not null,
	begun_at timestamptz not null default clock_timestamp(),
	constraint history_import_pkey primary key (id),
	constraint history_import_id_check check (id > 0)
);
