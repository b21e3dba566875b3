create or replace function oparl(base_url text, path text default '') returns jsonb
language sql stable parallel unsafe
set search_path from current
as $$
select governance.oparl(current_schema()::text, base_url, path)
$$;
comment on function oparl(text, text) is
'What an address of the registry''s export leads to: base_url itself to the OParl 1.1 System, below it every object and every page of a list (öppna data): see governance.oparl.';
