-- The catalogue of rules and the judgement as rows.

create function governance.rules(
	out code text, out subject text, out asked_by text, out value_type text,
	out default_value text, out basis text, out clauses text, out description text)
returns setof record
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'governance_rules';
comment on function governance.rules() is
'The catalogue (regelkatalogen): every rule the extension knows, what it is asked about and by which tables, the type and default of its value, the law it rests on.';

create function governance.explain(registry text, meeting bigint, "position" integer,
	out meeting_id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable parallel restricted
as 'MODULE_PATHNAME', 'governance_explain';
comment on function governance.explain(text, bigint, integer) is
'The judgement of an item, or (position null) of a whole meeting, as rows: each rule in force is met, broken, pending or not applicable, with the facts counted and the citation.';

create function governance.verify_registry(registry text,
	out id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_verify_registry';
comment on function governance.verify_registry(text) is
'Judges everything stored in a registry again and returns what is broken and not admitted as a deviation (avvikelse), whoever wrote it and however.';

create function governance.admit_deviation(registry text, meeting bigint,
	"position" integer, rule text, reason text)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	id bigint;
begin
	if not exists (select from governance.rules() r where r.code = admit_deviation.rule) then
		raise invalid_parameter_value using
			message = format('rule "%s" does not exist', rule),
			hint = 'governance.rules() lists the rules.';
	end if;
	execute format('insert into %1$I.deviation (meeting_id, position, rule, reason, citation, wording)
		select $1, $2, $3, $4, e.citation, e.wording
		from (values (true)) v left join lateral (
			select citation, wording from governance.setting(%1$L, $1, $3)) e on true
		returning id', registry)
	into id using meeting, "position", rule, reason;
	return id;
end
$$;
comment on function governance.admit_deviation(text, bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse): what was gavelled unlawfully is minuted all the same, and shown as what it is. Whoever may insert into the registry''s table deviation may admit.';

create function governance.setting(registry text, meeting bigint, rule text,
	out value text, out citation text, out wording text)
returns record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_setting';
comment on function governance.setting(text, bigint, text) is
'The value of a rule that is in force for a meeting, with citation and wording; nulls where none is.';

create function governance.begin_import(registry text) returns void
language c volatile strict parallel unsafe
as 'MODULE_PATHNAME', 'governance_begin_import';
comment on function governance.begin_import(text) is
'Import of history (historikimport): to the end of the transaction, breaches of rules in the registry are recorded as deviations instead of refused; keys, foreign keys and checks hold. Only for the registry''s owner; leaves a row in history_import.';
