-- The seal of attested minutes.

create function governance.seal_minutes() returns trigger
language c as 'MODULE_PATHNAME', 'governance_seal_minutes';
comment on function governance.seal_minutes() is
'Trigger after a statement on attestation: minutes (protokoll) of which every section is attested are sealed.';

create function governance.seal_hash(previous bytea, content text) returns bytea
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
select sha256(coalesce(previous, '') || convert_to(content, 'UTF8'))
$$;
comment on function governance.seal_hash(bytea, text) is
'The seal (sigill) of attested minutes: SHA-256 over the 32 bytes of the former seal of the series (nothing for the first), followed by the minutes'' canonical text in UTF-8.';

create function governance.section_ranges(sections integer[]) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select case when count(*) = 1 and max(r.first) = max(r.last) then '§ ' else '§§ ' end
	|| string_agg(case when r.first = r.last then r.first::text else r.first || '–' || r.last end,
		', ' order by r.first)
from (
	select min(s.section) as first, max(s.section) as last
	from (
		select u.section, u.section - row_number() over (order by u.section) as run
		from (select distinct section from unnest(sections) section where section is not null) u) s
	group by s.run) r
having count(*) > 0
$$;
comment on function governance.section_ranges(integer[]) is
'Sections as they are written in minutes: § 12, or §§ 12–14, 16; null for none.';

create function governance.indented(line text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
select replace(replace(line, chr(13) || chr(10), chr(10)), chr(10), chr(10) || '    ')
$$;
comment on function governance.indented(text) is
'A text of several lines with the further lines indented, so that what somebody wrote cannot be taken for a heading of the minutes.';

create function governance.verify_seals(registry text, body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out status text, out finding text)
returns setof record
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
	seal record;
	series bigint;
	expected integer;
	former bytea;
	broken boolean;
begin
	perform governance.require_registry(registry);
	for seal in execute format('select s.*, %1$I.minutes_text(s.meeting_id, s.number) as today
		from %1$I.seal s
		where $1 is null or s.body_id = (select coalesce(b.section_series_id, b.id) from %1$I.body b where b.id = $1)
		order by s.body_id, s.ordinal', registry) using body
	loop
		if series is distinct from seal.body_id then
			series := seal.body_id;
			expected := 1;
			former := null;
			broken := false;
		end if;
		body_id := seal.body_id;
		ordinal := seal.ordinal;
		meeting_id := seal.meeting_id;
		number := seal.number;
		if not broken then
			status := 'broken';
			finding := case
				when seal.ordinal <> expected
					then format('seal %s of the series is missing', expected)
				when seal.previous is distinct from former
					then 'it does not follow the former seal'
				when seal.hash <> governance.seal_hash(seal.previous, seal.content)
					then 'the stored text is not the one that was sealed'
				end;
			broken := finding is not null;
			if broken then
				return next;
			end if;
		end if;
		if seal.content is distinct from seal.today then
			status := 'drift';
			finding := format('today''s rows say otherwise than the sealed text, from line %s on', (
				select min(n) from (
					select coalesce(a.n, b.n) as n
					from unnest(string_to_array(seal.content, chr(10))) with ordinality a(line, n)
					full join unnest(string_to_array(seal.today, chr(10))) with ordinality b(line, n) on a.n = b.n
					where a.line is distinct from b.line) d));
			return next;
		end if;
		expected := seal.ordinal + 1;
		former := seal.hash;
	end loop;

	for body_id, meeting_id, number in execute format('select coalesce(b.section_series_id, b.id), m.meeting_id, m.number
		from %1$I.minutes m
		join %1$I.meeting e on e.id = m.meeting_id
		join %1$I.body b on b.id = e.body_id
		where ($1 is null or coalesce(b.section_series_id, b.id)
				= (select coalesce(o.section_series_id, o.id) from %1$I.body o where o.id = $1))
			and exists (select from %1$I.attestation a where a.meeting_id = m.meeting_id and a.number = m.number)
			and not exists (select from %1$I.seal s where s.meeting_id = m.meeting_id and s.number = m.number)
			and not exists (select from %1$I.minutes_section s
				where s.meeting_id = m.meeting_id and s.number = m.number and not s.attested)
		order by 1, 2, 3', registry) using body
	loop
		ordinal := null;
		status := 'missing';
		finding := 'every section is attested, and there is no seal';
		return next;
	end loop;
end
$$;
comment on function governance.verify_seals(text, bigint) is
'Recomputes the seals (sigill) of a body''s series, or of every one, over the stored texts: the first that does not agree (broken), attested minutes without a seal (missing), and apart from them where today''s rows have come to say otherwise than the sealed text (drift: a person''s later name, say), which is no tampering. No row: all is well.';
