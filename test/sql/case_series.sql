-- Case numbers of a registry: how they are read there, and which comes next
-- (rules.md N).
\set SHOW_CONTEXT never
\pset null '-'
\pset format unaligned
set client_min_messages = warning;
select governance.create_registry('case_series', '0180') \g /dev/null
set search_path = case_series, public;
create function pg_temp.try(statement text) returns text
language plpgsql
as $$
declare
	answer text;
	detail text;
	hint text;
begin
	execute statement into answer;
	return answer;
exception when others then
	get stacked diagnostics detail = pg_exception_detail, hint = pg_exception_hint;
	return concat_ws(E'\n', sqlstate || ': ' || sqlerrm, nullif(detail, ''), nullif(hint, ''));
end
$$;

-- ---- a registry that names no shape reads what is clear ----
select written, pg_temp.try(format('select read_case_number(%L)', written)) as given
from unnest(array['KS 2016/36-01', 'Dnr 106-555/2004', '102-274-04', 'KS 2016/1950', 'KS 2016/', null]) written;
-- one that does reads its own as well
select pg_temp.try($$update registry set case_number_shape = 'code-serial'$$);
update registry set case_number_shape = 'code-serial-yy';
select written, pg_temp.try(format('select read_case_number(%L)', written)) as given
from unnest(array['KS 2016/36-01', 'Dnr 106-555/2004', '102-274-04', 'KS 2016/1950', 'KS 2016/', null]) written;
update registry set case_number_shape = 'organ-year-serial';
select written, pg_temp.try(format('select read_case_number(%L)', written)) as given
from unnest(array['102-274-04', 'KS 2016/1950', 'KS 1950/2016', 'KS 36/2016']) written;
update registry set case_number_shape = null;

-- ---- the next number: by organ and year, whatever the case ----
select next_case_number('KS', 2016), next_case_number('ks', 2016), next_case_number('UN', 2016), next_case_number('KS', 2017), next_case_number('S-Dp', 2017), next_case_number('äN', 2017);
select * from case_series order by organ, year;
-- many at once; one that is taken back by its savepoint or transaction leaves no gap
select count(distinct n), count(*) filter (where governance.serial(n) between 2 and 501) from (select next_case_number('UN', 2016) as n from generate_series(1, 500)) s;
begin;
select next_case_number('KS', 2016);
savepoint s;
select next_case_number('KS', 2016);
rollback to s;
select next_case_number('KS', 2016);
rollback;
select next_case_number('KS', 2016);
-- a statement that fails takes its number with it
insert into body (id, name, kind) values (1, 'Kommunstyrelsen', 'executive_board');
alter table matter alter body_id set default 1, alter opened_on set default '2016-02-15';
insert into matter (number, title) values (next_case_number('KS', 2016), 'Motion om integrationsråd');
select pg_temp.try($$insert into matter (number, title) values (next_case_number('KS', 2016), null)$$);
insert into matter (number, title) values (next_case_number('KS', 2016), 'Remiss av policy') returning number;
-- a number that was given by hand is not given twice, however it was written
insert into matter (number, title) values ('2016/ks 0006', 'för hand');
select pg_temp.try($$insert into matter (number, title) values (next_case_number('KS', 2016), 'av serien')$$);
-- a series that began elsewhere goes on
insert into case_series values ('KF', 2016, 1898);
select next_case_number('KF', 2016), next_case_number('KF', 2016);
select governance.serial(next_case_number('KF', 2016));
-- ---- what is no organ, no year, and the end of a series ----
select organ, year, pg_temp.try(format('select next_case_number(%L, %L)', organ, year)) as given
from (values ('', 2016), ('KS 2', 2016), ('2016/KS', 2016), ('KS-', 2016), ('KS, UN', 2016), ('ABCDEFGHIJKLM', 2016), ('Dnr', 2016), (null, 2016),
	('KS', 16), ('KS', 1899), ('KS', 2100), ('KS', -2016), ('KS', null)) v(organ, year);
insert into case_series values ('BUN', 2016, 99999998);
select pg_temp.try($$select next_case_number('BUN', 2016)$$);
select pg_temp.try($$select next_case_number('BUN', 2016)$$);
select pg_temp.try(format('insert into case_series values %s', r))
from unnest(array['(''ks'', 2018, 1)', '(''KS 1'', 2018, 1)', '('''', 2018, 1)', '(''KS'', 1899, 1)', '(''KS'', 2018, -1)', '(''KS'', 2016, 1)']) r;
-- ---- who may number: whoever may write the series ----
create role regress_case_series_registrar;
grant usage on schema case_series to regress_case_series_registrar;
set role regress_case_series_registrar;
select pg_temp.try($$select next_case_number('KS', 2016)$$);
reset role;
select grant_access('regress_case_series_registrar', 'secretary');
set role regress_case_series_registrar;
select next_case_number('KS', 2018);
reset role;

drop owned by regress_case_series_registrar;
drop role regress_case_series_registrar;
select governance.drop_registry('case_series', 'case_series') \g /dev/null
