-- The text of minutes, and the seal of those that are attested.

create function governance.minutes_text(registry text, meeting bigint, number integer) returns text
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_minutes_text';
comment on function governance.minutes_text(text, bigint, integer) is
'Minutes (protokoll) of a meeting in their canonical text (KL 5:66–67), from the rows of today; null where there are no such minutes. For those who may read all tables that the text is made of.';

create function governance.seal_hash(previous bytea, content text) returns bytea
language c immutable parallel safe
as 'MODULE_PATHNAME', 'governance_seal_hash';
comment on function governance.seal_hash(bytea, text) is
'The seal (sigill) of attested minutes: SHA-256 over the 32 bytes of the former seal of the series (nothing for the first), followed by the minutes'' canonical text in UTF-8.';

-- A chain of which some links are kept back would look broken.
create function governance.require_read_all(registry text, body bigint) returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
	able boolean;
begin
	perform governance.require_registry(registry);
	execute format('select governance.may_read_all(%1$L, null) or bool_and(governance.may_read_all(%1$L, b.id))
		from %2$I.body b
		where coalesce(b.section_series_id, b.id) = (
			select coalesce(o.section_series_id, o.id) from %2$I.body o where o.id = $1)',
		format('%I.registry', registry), registry)
	into able using body;
	if able is not true then
		raise insufficient_privilege using
			message = case when body is null then format(governance.translated('permission denied for all of registry "%s"'), registry)
				else format(governance.translated('permission denied for all seals of body %s'), body) end,
			hint = governance.translated('They are looked at as a whole, with what is secret.');
	end if;
end
$$;
comment on function governance.require_read_all(text, bigint) is
'An error unless the current user may read everything, secret matters (sekretess) included, of the bodies that share a body''s series of sections, or (body null) of all.';

create function governance.verify_seals(registry text, body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out status text, out finding text)
returns setof record
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
	perform governance.require_read_all(registry, body);
	perform governance.progress('seals', 0, 0);
	return query execute format('
		with series as (
			select b.id from %1$I.body b
			where $1 is null or b.id = (select coalesce(o.section_series_id, o.id) from %1$I.body o where o.id = $1)),
		link as materialized (
			select s.body_id, s.ordinal, s.meeting_id, s.number,
				governance.progress(''seals'', row_number() over (),
					(select count(*) from %1$I.seal s where s.body_id in (select id from series))),
				case
				when s.ordinal <> coalesce(lag(s.ordinal) over w, 0) + 1
					then format(''seal %%s of the series is missing'', coalesce(lag(s.ordinal) over w, 0) + 1)
				when s.previous is distinct from lag(s.hash) over w
					then ''it does not follow the former seal''
				when s.hash <> governance.seal_hash(s.previous, s.content)
					then ''the stored text is not the one that was sealed''
				end as finding
			from %1$I.seal s
			where s.body_id in (select id from series)
			window w as (partition by s.body_id order by s.ordinal))
		select * from (
			-- the first of each series: what comes after it rests on it
			select distinct on (l.body_id) l.body_id, l.ordinal, l.meeting_id, l.number, ''broken'', l.finding
			from link l
			where l.finding is not null
			order by l.body_id, l.ordinal) broken
		union all
		select * from (
			select coalesce(b.section_series_id, b.id), null::integer, u.meeting_id, u.number, ''missing'',
				''every section is attested, and there is no seal''
			from (
				select distinct a.meeting_id, a.number from %1$I.attestation a
				where not exists (select from %1$I.seal s where s.meeting_id = a.meeting_id and s.number = a.number)) u
			join %1$I.meeting e on e.id = u.meeting_id
			join %1$I.body b on b.id = e.body_id
			cross join lateral (
				select bool_and(c.attested) as attested from %1$I.minutes_section c
				where c.meeting_id = u.meeting_id and c.number = u.number) c
			where coalesce(b.section_series_id, b.id) in (select id from series) and c.attested
			order by 1, 3, 4) missing', registry)
	using body;
end
$$;
comment on function governance.verify_seals(text, bigint) is
'Recomputes the seals (sigill) of a body''s series, or of every one, over the stored texts: the first of a series that does not agree (broken), and attested minutes without a seal (missing). No row: all is well. What today''s rows would say is no matter here: see seal_drift.';

create function governance.seal_drift(registry text, body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out line integer)
returns setof record
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
	perform governance.require_read_all(registry, body);
	return query execute format('
		select s.body_id, s.ordinal, s.meeting_id, s.number, (
			select min(coalesce(a.n, b.n))::integer
			from unnest(string_to_array(s.content, chr(10))) with ordinality a(line, n)
			full join unnest(string_to_array(t.today, chr(10))) with ordinality b(line, n) on a.n = b.n
			where a.line is distinct from b.line)
		from %1$I.seal s
		cross join lateral (select governance.minutes_text($2, s.meeting_id, s.number) offset 0) t(today)
		where ($1 is null or s.body_id = (select coalesce(b.section_series_id, b.id) from %1$I.body b where b.id = $1))
			and s.content is distinct from t.today
		order by s.body_id, s.ordinal', registry)
	using body, registry;
end
$$;
comment on function governance.seal_drift(text, bigint) is
'Sealed minutes of a body''s series, or of every one, that today''s rows would give another text (a person''s later name, say, or a deviation recorded afterwards), from which line on. That is no tampering: the sealed text is what stands.';
