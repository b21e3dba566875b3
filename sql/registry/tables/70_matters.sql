-- Matters: so far the numbers that are given to them.

create table case_series (
	organ text not null,
	year integer not null,
	last_serial integer not null,
	constraint case_series_pkey primary key (organ, year),
	constraint case_series_organ_check check (
		-- an empty one is the organ of no number
		organ is not distinct from governance.organ(governance.case_number(organ || ' 2000/1', 'organ-year-serial'))),
	constraint case_series_year_check check (year between 1900 and 2099),
	constraint case_series_last_serial_check check (last_serial between 0 and 99999999)
);
