-- Case numbers: how they are read here, and which comes next.

create or replace function read_case_number(written text)
returns governance.case_number
language plpgsql stable strict parallel restricted
set search_path from current
as $$
declare
	-- not by CASE in SQL: from 18 on a cast of an argument is computed when the
	-- query is planned, and its error comes from a branch that is not taken
	shape text := (select r.case_number_shape from registry r);
begin
	if shape is null then
		return written::governance.case_number;
	end if;
	return governance.case_number(written, shape);
end
$$;
comment on function read_case_number(text) is
'A text as a case number (diarienummer), of the shape that registry.case_number_shape names if it fits that.';

-- The row of the series stays locked to the end of the transaction: a number
-- that is not committed is given again, and only those who number for the same
-- organ and year wait for each other.
create or replace function next_case_number(organ text, year integer)
returns governance.case_number
language sql volatile parallel unsafe
set search_path from current
as $$
insert into case_series as s (organ, year, last_serial)
values (governance.organ(governance.case_number(
	format('%s %s/1', next_case_number.organ, next_case_number.year), 'organ-year-serial')),
	next_case_number.year, 1)
on conflict on constraint case_series_pkey do update set last_serial = s.last_serial + 1
returning governance.case_number(format('%s %s/%s', s.organ, s.year, s.last_serial), 'organ-year-serial')
$$;
comment on function next_case_number(text, integer) is
'The next case number (diarienummer) of an organ and year, as KS 2016/36: without gaps from what is committed. Others who ask for the same organ and year wait until the transaction ends; under REPEATABLE READ and SERIALIZABLE they are then refused (40001) if it was committed.';
