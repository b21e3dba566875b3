-- Access: which level lets whom read and write which table of a registry, and the
-- grants that follow from it.

-- Policies are made of this table by the registry's code; "@" stands there for the
-- registry itself.  A table without conditions for writing is its owner's alone.
create function governance.table_access(
	out tab name, out reads text, out writes text, out writer text)
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
select t.tab, g.reads, g.writes, g.writer
from (values
	-- of no body
	(array['person', 'party', 'case_series'],
		'governance.may_read(@, null)', 'governance.may_write(@, null)', 'secretary'),
	(array['area_set', 'area', 'policy_word', 'extra_day'],
		'governance.may_read(@, null)', 'governance.may_administer(@, null)', 'administrator'),
	(array['registry', 'history_import'],
		'governance.may_read(@, null)', null, null),
	-- of a body: that there is one is for all to know, as is what rules it
	(array['body'],
		'governance.may_read(@, null)', 'governance.may_administer(@, id)', 'administrator'),
	(array['body_succession'],
		'governance.may_read(@, null)', 'governance.may_administer(@, predecessor_id)', 'administrator'),
	(array['term', 'seat_category', 'regulation'],
		'governance.may_read(@, null)', 'governance.may_administer(@, body_id)', 'administrator'),
	(array['provision', 'rule_setting'],
		'governance.may_read(@, null)',
		'exists (select from regulation r where r.id = regulation_id and governance.may_administer(@, r.body_id))', 'administrator'),
	(array['membership', 'office', 'substitution_order', 'attendance_right', 'fee_rate'],
		'governance.may_read(@, body_id)', 'governance.may_administer(@, body_id)', 'administrator'),
	(array['delegation'],
		'governance.may_read(@, body_id) or governance.may_read(@, from_body_id)',
		'governance.may_administer(@, from_body_id)', 'administrator'),
	(array['hindrance', 'meeting_request'],
		'governance.may_read(@, body_id)', 'governance.may_write(@, body_id)', 'secretary'),
	(array['meeting_requester'],
		'exists (select from meeting_request r where r.id = request_id)',
		'exists (select from meeting_request r where r.id = request_id and governance.may_write(@, r.body_id))', 'secretary'),
	-- of a meeting
	(array['meeting'],
		'governance.may_read(@, body_id)', 'governance.may_write(@, body_id)', 'secretary'),
	(array['sitting', 'meeting_document', 'summons', 'attendance', 'remote_notice', 'presiding',
			'minutes', 'adjuster', 'attestation', 'public_notice'],
		'governance.may_read_item(@, meeting_id, null)', 'governance.may_write_meeting(@, meeting_id)', 'secretary'),
	-- who could put any matter on an agenda could read it
	(array['agenda_item'],
		'governance.may_read_item(@, meeting_id, position)',
		'governance.may_write_meeting(@, meeting_id) and (matter_id is null or governance.may_read_matter(@, matter_id))', 'secretary'),
	(array['recusal', 'exclusion', 'statement', 'proposal', 'vote_event', 'vote', 'election',
			'candidate', 'ballot_tally', 'decision', 'abstention', 'reservation', 'correction', 'appeal'],
		'governance.may_read_item(@, meeting_id, position)', 'governance.may_write_meeting(@, meeting_id)', 'secretary'),
	(array['seal'],
		'governance.may_read_minutes(@, meeting_id)', null, null),
	-- of a matter; its own row need not be there yet when it is asked about
	(array['matter'],
		'case when secret then governance.may_read_all(@, body_id) else governance.may_read(@, body_id) end '
		'or governance.may_read_matter(@, id)', 'governance.may_write(@, body_id)', 'secretary'),
	(array['document', 'document_signatory', 'document_author'],
		'governance.may_read_document(@, matter_id, number)', 'governance.may_write_matter(@, matter_id)', 'secretary'),
	(array['referral', 'referral_recipient', 'referral_answer', 'motion', 'motion_mover', 'motion_report', 'claim',
			'assignment', 'assignment_body', 'assignment_report', 'dispatch', 'letter', 'letter_signature',
			'delegated_decision', 'delegation_report', 'delegation_report_item',
			'policy_document', 'goal', 'indicator', 'measurement', 'activity', 'funding', 'follow_up',
			'term_definition', 'goal_link'],
		'governance.may_read_matter(@, matter_id)', 'governance.may_write_matter(@, matter_id)', 'secretary'),
	-- of any of these
	(array['deviation'],
		'case when meeting_id is not null then governance.may_read_item(@, meeting_id, position) '
		'when matter_id is not null then governance.may_read_matter(@, matter_id) '
		'else governance.may_read(@, body_id) end',
		'governance.may_administer(@, coalesce(body_id, (select m.body_id from meeting m where m.id = meeting_id), '
		'(select t.body_id from matter t where t.id = matter_id)))', 'administrator'),
	-- what is told to others, secret or not
	(array['endpoint'],
		'governance.may_administer(@, body_id)', 'governance.may_administer(@, body_id)', 'administrator'),
	(array['outbox'],
		'governance.may_administer(@, body_id)', null, null),
	(array['delivery_attempt'],
		'exists (select from outbox o where o.id = outbox_id)', null, null),
	(array['access'],
		'role = current_user or governance.may_read_all(@, body_id)', null, null)
	) g(tabs, reads, writes, writer)
cross join unnest(g.tabs) t(tab)
$function$;
comment on function governance.table_access() is
'Who may read and write the rows of a registry''s tables (behörighet): the conditions of its policies, and the least level that may write at all.';

create function governance.access_levels(out level text, out writes_as text[], out says text)
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
values
	('reader', array[]::text[], 'reads what is not secret'),
	('auditor', array[]::text[], 'reads everything'),
	('secretary', array['secretary'], 'reads everything and writes about meetings and matters'),
	('administrator', array['secretary', 'administrator'], 'also changes who sits where and which rules apply, and admits deviations')
$$;
comment on function governance.access_levels() is
'The levels of access (behörighetsnivåer): läsare, revisor, sekreterare, administratör.';

create function governance.require_owner(registry text) returns name
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
	owner name;
begin
	perform governance.require_registry(registry);
	select pg_get_userbyid(relowner) into owner
	from pg_class where oid = format('%I.registry', registry)::regclass;
	if not pg_has_role(owner, 'usage') then
		raise insufficient_privilege using
			message = format(governance.translated('registry "%s" belongs to role "%s"'), registry, owner);
	end if;
	return owner;
end
$$;
comment on function governance.require_owner(text) is
'The role that a registry belongs to; an error unless the current user has its rights.';

create function governance.apply_access(registry text, role name) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	kinds text[];
	given record;
begin
	perform governance.require_owner(registry);
	if not exists (select from pg_roles r where r.rolname = role) then
		return;	-- dropped, and its privileges with it
	end if;
	-- the levels are nested: the greatest holds what the others do
	execute format('select l.writes_as
		from %I.access a
		join governance.access_levels() l on l.level = a.level
		where a.role = $1
		order by cardinality(l.writes_as) desc
		limit 1', registry)
	into kinds using role;
	execute format('revoke all on all tables in schema %I from %I', registry, role);
	execute format('revoke all on all sequences in schema %I from %I', registry, role);
	if kinds is null then
		execute format('revoke usage on schema %I from %I', registry, role);
		return;
	end if;
	execute format('grant usage on schema %I to %I', registry, role);
	execute format('grant select on all tables in schema %I to %I', registry, role);
	for given in
		select t.tab from governance.table_access() t
		where t.writer = any (kinds) and t.tab <> 'deviation'
	loop
		execute format('grant insert, update, delete on %I.%I to %I', registry, given.tab, role);
	end loop;
	if kinds <> '{}' then
		execute format('grant usage on all sequences in schema %I to %I', registry, role);
	end if;
	-- not by whom and when: that is the database's to say
	if 'administrator' = any (kinds) then
		execute format('grant insert (id, body_id, meeting_id, matter_id, position, rule, reason,
			citation, wording, found) on %I.deviation to %I', registry, role);
	end if;
end
$$;
comment on function governance.apply_access(text, name) is
'Gives a role the privileges on a registry''s tables that its rows in access are for, and takes all others. Done by grant_access, revoke_access and upgrade_registry.';

create function governance.grant_access(registry text, role name, level text, body bigint default null) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	known boolean;
begin
	perform governance.require_owner(registry);
	if role is null or level is null then
		raise invalid_parameter_value using message = governance.translated('access needs a role and a level');
	elsif not exists (select from pg_roles r where r.rolname = role) then
		raise undefined_object using
			message = format(governance.translated('role "%s" does not exist'), role),
			hint = governance.translated('Roles belong to the cluster, and are made with CREATE ROLE.');
	elsif not exists (select from governance.access_levels() l where l.level = grant_access.level) then
		raise invalid_parameter_value using
			message = format(governance.translated('there is no level of access "%s"'), level),
			hint = (select format(governance.translated('Levels are %s.'), string_agg(l.level, ', ')) from governance.access_levels() l);
	end if;
	execute format('select exists (select from %I.body b where b.id = $1)', registry) into known using body;
	if body is not null and not known then
		raise foreign_key_violation using
			message = format(governance.translated('body %s does not exist'), body),
			constraint = 'access_body_id_fkey';
	end if;
	execute format('insert into %I.access as a (role, body_id, level) values ($1, $2, $3)
		on conflict (role, coalesce(body_id, 0)) do update
		set level = excluded.level, granted_by = excluded.granted_by, granted_at = excluded.granted_at
		where a.level <> excluded.level', registry)
	using role, body, level;
	perform governance.apply_access(registry, role);
end
$$;
comment on function governance.grant_access(text, name, text, bigint) is
'Gives a role of the cluster a level of access (behörighet) at a body, or (body null) at all bodies: reader, auditor, secretary, administrator. Grants the privileges that go with it; makes no role. By the registry''s owner.';

create function governance.revoke_access(registry text, role name, body bigint default null) returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	n integer;
begin
	perform governance.require_owner(registry);
	execute format('delete from %I.access a where a.role = $1 and a.body_id is not distinct from $2', registry)
	using role, body;
	get diagnostics n = row_count;
	if n = 0 then
		raise undefined_object using
			message = case when body is null
				then format(governance.translated('role "%s" has no access of its own to all bodies'), role)
				else format(governance.translated('role "%s" has no access of its own to body %s'), role, body) end;
	end if;
	perform governance.apply_access(registry, role);
end
$$;
comment on function governance.revoke_access(text, name, bigint) is
'Takes from a role the level of access (behörighet) that it was given at a body, or (body null) at all bodies. By the registry''s owner.';
