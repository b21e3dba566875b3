-- The summons to a meeting (kallelse) with its agenda.

create or replace function summons_document(meeting bigint, format text default 'html') returns text
language sql stable parallel unsafe
set search_path from current
as $$
select governance.render_document((
	select jsonb_build_object(
		'title', pg_catalog.format('Kallelse %s, %s', m.day, b.name),
		'organ', b.name,
		'heading', case when m.urgent then 'Kallelse till brådskande sammanträde' else 'Kallelse till sammanträde' end,
		'lead', governance.swedish_day(m.day),
		'blocks', jsonb_build_array(
			jsonb_build_object('notice', case when m.cancelled_at is not null
				then pg_catalog.format('Sammanträdet är inställt (%s).', to_char(m.cancelled_at, 'YYYY-MM-DD')) end),
			jsonb_build_object('notice', case when not governance.may_read_minutes('registry'::regclass, m.id)
				then 'Ärenden med sekretess är inte med.' end),
			jsonb_build_object('facts', jsonb_build_array(
				jsonb_build_array('Tid', jsonb_build_array(governance.swedish_day(m.day) || to_char(m.starts_at, '" kl." HH24.MI'))),
				jsonb_build_array('Plats', jsonb_build_array(m.place)),
				jsonb_build_array('Öppet för allmänheten', jsonb_build_array(
					case when m.is_public then 'ja' when not m.is_public then 'nej' end)),
				jsonb_build_array('Kallas av', jsonb_build_array(person_at(m.id, m.called_by))),
				jsonb_build_array('På begäran', jsonb_build_array((
					select pg_catalog.format('%s, %s', q.requested_on, q.subject) from meeting_request q where q.id = m.request_id))),
				jsonb_build_array('Kallelsen utfärdad', jsonb_build_array((
					select d.issued_at::date from meeting_document d where d.meeting_id = m.id and d.kind = 'summons'))),
				jsonb_build_array('Sekreterare', (
					select jsonb_agg(p.name order by p.name collate "C", p.id)
					from office o
					join person p on p.id = o.person_id
					where o.body_id = m.body_id and o.kind = 'secretary' and o.valid @> m.day)))),
			jsonb_build_object('caption', 'Föredragningslista',
				'head', jsonb_build_array('Nr', 'Ärende', 'Ärendenummer', 'Behandling'),
				'table', (
					select jsonb_agg(jsonb_build_array(i.position, concat_ws(E'\n', i.title,
							(select pg_catalog.format('Fortsätter från %s%s', f.day, ', § ' || c.section)
								from agenda_item c
								join meeting f on f.id = c.meeting_id
								where c.meeting_id = i.continues_meeting_id and c.position = i.continues_position)),
						a.number, case i.kind when 'decision' then 'Beslut' when 'preparation' then 'Beredning' else 'Information' end)
						order by i.position)
					from agenda_item i
					left join matter a on a.id = i.matter_id
					where i.meeting_id = m.id)),
			jsonb_build_object('heading', 'Ledamöter och ersättare', 'level', 2, 'paragraph',
				'Den som har förhinder anmäler det till sekreteraren, som kallar ersättare i den ordning som gäller.'),
			jsonb_build_object('caption', 'Kallade',
				'head', jsonb_build_array('Namn', 'Uppdrag', 'Kallad'),
				'table', (
					select jsonb_agg(jsonb_build_array(person_at(m.id, k.person_id), k.role, to_char(s.told_at, 'YYYY-MM-DD'))
						order by k.rank, k.place, person_at(m.id, k.person_id) collate "C", k.person_id)
					from (
						select case s.role when 'member' then coalesce(array_position(array['chair', 'vice_chair', 'second_vice_chair'], o.kind), 4)
								else 5 end as rank,
							case s.role when 'substitute' then (
								select min(r.rank) from substitution_order r
								where r.body_id = m.body_id and r.substitute_id = s.person_id and r.valid @> m.day) end as place,
							s.person_id, initcap(left(w.word, 1)) || substr(w.word, 2) as role
						from membership s
						left join office o on o.body_id = s.body_id and o.person_id = s.person_id and o.valid @> m.day
							and o.kind in ('chair', 'vice_chair', 'second_vice_chair')
						cross join lateral (select case when o.kind is not null then governance.swedish(o.kind)
							when s.role = 'member' then governance.swedish('serving_member')
							else governance.swedish('non_serving_substitute') end) w(word)
						where s.body_id = m.body_id and s.valid @> m.day) k
					left join summons s on s.meeting_id = m.id and s.person_id = k.person_id))))
	from meeting m
	join body b on b.id = m.body_id
	where m.id = summons_document.meeting and governance.may_read('registry'::regclass, m.body_id)), summons_document.format)
$$;
comment on function summons_document(bigint, text) is
'The summons to a meeting (kallelse) with its agenda (föredragningslista) and those who are called, in HTML (html) or plain text (text); what is secret is left out for those who may not read it. Null where there is no such meeting, or it may not be read.';
