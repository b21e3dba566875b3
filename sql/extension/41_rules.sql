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

create function governance.explain_matter(registry text, matter bigint,
	out id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_explain_matter';
comment on function governance.explain_matter(text, bigint) is
'The judgement of a matter (ärende), as rows: of its documents, referrals, letters and reports (id: the matter, item: the number in it), and of how meetings handled it (id: the meeting, item: the position).';

create function governance.explain_body(registry text, body bigint,
	out id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_explain_body';
comment on function governance.explain_body(text, bigint) is
'The judgement of a body (organ), as rows: of its seats, offices and time, and of what is delegated in it, on all days.';

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
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	subject text;
	setting record;
	found boolean;
	id bigint;
begin
	execute format('select exists (select from %I.meeting m where m.id = $1)', registry)
	into found using meeting;
	if not found then
		raise no_data_found using message = format(governance.translated('meeting %s does not exist'), meeting);
	end if;
	select r.subject into subject from governance.rules() r where r.code = admit_deviation.rule;
	setting := governance.setting(registry, meeting, rule);
	if subject is null and setting.citation is null then
		raise invalid_parameter_value using
			message = format(governance.translated('rule "%s" does not exist'), rule),
			hint = governance.translated('governance.rules() lists the rules.');
	elsif subject in ('parameter', 'body', 'act') then
		raise invalid_parameter_value using
			message = format(governance.translated('rule "%s" is not one about what happens at a meeting'), rule),
			detail = governance.translated('A deviation is admitted for an item, or for a meeting as a whole.');
	elsif setting.citation is null then
		raise invalid_parameter_value using
			message = format(governance.translated('rule "%s" is not in force for meeting %s'), rule, meeting),
			detail = governance.translated('There is nothing to deviate from.');
	elsif subject = 'meeting' and "position" is not null then
		raise invalid_parameter_value using
			message = format(governance.translated('rule "%s" is about the meeting as a whole'), rule),
			hint = governance.translated('Admit the deviation without an item (position null).');
	elsif subject is distinct from 'meeting' and "position" is null then
		raise invalid_parameter_value using
			message = format(governance.translated('rule "%s" is about one item'), rule),
			hint = governance.translated('A deviation is admitted for one item at a time: give its position.');
	end if;
	execute format('insert into %1$I.deviation (meeting_id, position, rule, reason, citation, wording, found)
		select $1, $2, $3, $4, $5, $6, (
			select string_agg(e.finding, ''; '') from governance.explain(%1$L, $1, $2) e
			where e.rule = $3 and e.status = ''broken'')
		returning id', registry)
	into id using meeting, "position", rule, reason, setting.citation, setting.wording;
	return id;
end
$$;
comment on function governance.admit_deviation(text, bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse): what was gavelled unlawfully is minuted all the same, and shown as what it is. One act is one rule, in force for the meeting, and one item; a rule about the meeting as a whole takes no item. Whoever may read the registry and insert into its table deviation may admit.';

create function governance.admit_matter_deviation(registry text, matter bigint,
	number integer, rule text, reason text)
returns bigint
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
	found boolean;
	id bigint;
begin
	execute format('select exists (select from %I.matter m where m.id = $1)', registry)
	into found using matter;
	if not found then
		raise no_data_found using message = format(governance.translated('matter %s does not exist'), matter);
	elsif not exists (select from governance.rules() r
		where r.code = admit_matter_deviation.rule and r.subject = 'matter') then
		raise invalid_parameter_value using
			message = format(governance.translated('rule "%s" is not one about matters'), rule),
			hint = governance.translated('governance.rules() lists the rules; what happens at a meeting is admitted there.');
	end if;
	-- the act need not be stored yet, so its citation is known where it is
	execute format('insert into %1$I.deviation (matter_id, position, rule, reason, citation, wording)
		select $1, $2, $3, $4, max(e.citation), max(e.wording)
		from governance.explain_matter(%1$L, $1) e
		where e.id = $1 and e.item is not distinct from $2 and e.rule = $3 and e.status in (''broken'', ''pending'')
		returning id', registry)
	into id using matter, number, rule, reason;
	return id;
end
$$;
comment on function governance.admit_matter_deviation(text, bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse) in a matter: of the thing with that number in it (a document, a letter, a referral, a report), or (number null) of the matter as a whole. What happens at a meeting is admitted there (admit_deviation).';

create function governance.setting(registry text, meeting bigint, rule text,
	out value text, out citation text, out wording text)
returns record
language c stable strict parallel restricted cost 1000
as 'MODULE_PATHNAME', 'governance_setting';
comment on function governance.setting(text, bigint, text) is
'The value of a rule that is in force for a meeting, with citation and wording; nulls where none is.';

create function governance.begin_import(registry text) returns void
language c volatile strict parallel unsafe
as 'MODULE_PATHNAME', 'governance_begin_import';
comment on function governance.begin_import(text) is
'Import of history (historikimport): to the end of the transaction, breaches of rules in the registry are recorded as deviations instead of refused; keys, foreign keys and checks hold. Only for the registry''s owner; leaves a row in history_import.';

create function governance.setting_on(registry text, body bigint, day date, rule text,
	out value text, out citation text, out wording text)
returns record
language c stable strict parallel restricted cost 1000
as 'MODULE_PATHNAME', 'governance_setting_on';
comment on function governance.setting_on(text, bigint, date, text) is
'The value of a rule that is in force for a body on a day, with citation and wording; nulls where none is.';
