-- The rules are asked by triggers; their upper-case names let them fire before
-- those of the foreign keys.

do $$
declare
	tab name;
begin
	for tab in
		select relname from pg_class
		where relnamespace = quote_ident(current_schema())::regnamespace and relkind = 'r'
	loop
		execute format('drop trigger if exists "GOVERNANCE_truncate" on %I', tab);
		execute format('create trigger "GOVERNANCE_truncate" before truncate on %I '
			'for each statement execute function governance.guard_truncate()', tab);
		continue when not tab = any (governance.checked_tables());
		execute format('drop trigger if exists "GOVERNANCE_begin" on %I', tab);
		execute format('create trigger "GOVERNANCE_begin" before insert or update or delete on %I '
			'for each statement execute function governance.begin_statement()', tab);
		execute format('drop trigger if exists "GOVERNANCE_check" on %I', tab);
		execute format('create trigger "GOVERNANCE_check" after insert or update or delete on %I '
			'for each row execute function governance.check_row()', tab);
		execute format('drop trigger if exists "GOVERNANCE_judge" on %I', tab);
		execute format('create trigger "GOVERNANCE_judge" after insert or update or delete on %I '
			'for each statement execute function governance.judge_statement()', tab);
	end loop;
	-- sessions keep what they have read of a body from one transaction to another
	foreach tab in array array['body', 'body_succession', 'term', 'membership', 'office', 'hindrance', 'substitution_order', 'attendance_right', 'delegation']
	loop
		execute format('drop trigger if exists "GOVERNANCE_tell" on %I', tab);
		execute format('create trigger "GOVERNANCE_tell" after insert or update or delete on %I '
			'for each row execute function governance.tell_change()', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_tell"', tab);
	end loop;
	-- what was admitted stays admitted, of a body as of a meeting
	foreach tab in array array['deviation']
	loop
		execute format('drop trigger if exists "GOVERNANCE_keep" on %I', tab);
		execute format('create trigger "GOVERNANCE_keep" before update or delete on %I '
			'for each row execute function governance.keep_row()', tab);
	end loop;
	foreach tab in array array['regulation', 'provision', 'rule_setting', 'extra_day']
	loop
		execute format('drop trigger if exists "GOVERNANCE_begin" on %I', tab);
		execute format('create trigger "GOVERNANCE_begin" before insert or update or delete on %I '
			'for each statement execute function governance.begin_regulation()', tab);
		execute format('drop trigger if exists "GOVERNANCE_check" on %I', tab);
		execute format('create trigger "GOVERNANCE_check" after insert or update or delete on %I '
			'for each row execute function governance.check_regulation()', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_truncate"', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_begin"', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_check"', tab);
	end loop;
end
$$;
