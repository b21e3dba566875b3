-- Ids are unique among all municipalities: every sequence starts at the
-- municipality's number times 10^12.  An upgrade runs this too, for the tables
-- that are new.

do $$
declare
	seq text;
	base bigint := {municipality}::bigint * 1000000000000;	-- see create_registry
begin
	foreach seq in array array['body', 'person', 'party', 'membership', 'office',
		'hindrance', 'substitution_order', 'attendance_right', 'regulation',
		'rule_setting', 'history_import', 'meeting_request', 'meeting', 'deviation', 'seal',
		'correction', 'public_notice', 'appeal', 'matter', 'delegation', 'fee_rate', 'area_set', 'access',
		'endpoint', 'outbox']
	loop
		execute format('create sequence if not exists %I minvalue %s start %s maxvalue %s',
			seq || '_id_seq', base + 1, base + 1, base + 999999999999);
	end loop;
end
$$;
