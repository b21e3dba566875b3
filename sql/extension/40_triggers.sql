-- The trigger functions; sql/registry/code/90_triggers.sql attaches them.

create function governance.begin_statement() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_begin_statement';
comment on function governance.begin_statement() is
'Trigger before a statement on a table that rules look at: what was read from it is stale.';

create function governance.check_row() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_check_row';
comment on function governance.check_row() is
'Trigger after a row: notes that a meeting was written to; of a body''s tables, asks the rules in force that the change concerns, and refuses (23514), warns or records.';

create function governance.tell_change() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_tell_change';
comment on function governance.tell_change() is
'Trigger after a row of a body''s table: every session hears of the change.';

create function governance.judge_statement() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_judge_statement';
comment on function governance.judge_statement() is
'Trigger after a statement on a table of meetings: asks the rules in force about what was written, and refuses (23514), warns or records.';

create function governance.guard_truncate() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_guard_truncate';
comment on function governance.guard_truncate() is
'Trigger before TRUNCATE, which would ask no rule: refuses it.';

create function governance.keep_row() returns trigger
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
	raise object_not_in_prerequisite_state using
		message = format(governance.translated('rows of table "%s" are neither changed nor deleted'), tg_table_name),
		detail = governance.translated('They are kept as they were written.');
end
$$;
comment on function governance.keep_row() is
'Trigger before UPDATE and DELETE on a table whose rows are kept for good: refuses both.';

create function governance.begin_regulation() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_begin_regulation';
comment on function governance.begin_regulation() is
'Trigger before a statement on the regulation tables: no decision passes while the rules change.';

create function governance.check_regulation() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_check_regulation';
comment on function governance.check_regulation() is
'Trigger after a row of the regulation tables: the setting must be one the catalogue knows, and every session hears of the change.';

create function governance.checked_tables() returns name[]
language c immutable parallel safe as 'MODULE_PATHNAME', 'governance_checked_tables';
comment on function governance.checked_tables() is
'The tables of a registry whose rows the rules look at.';
