-- The day that reports are made for.

create function governance.as_of() returns date
language sql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
select coalesce(nullif(current_setting('governance.as_of', true), '')::date, current_date)
$$;
comment on function governance.as_of() is
'The day that the views of a registry speak of: the setting governance.as_of, today where it is not set. Any past day can be asked for.';
