-- The rival of the benchmark: the rules of a committee's regulation as a
-- database administrator would write them, in plpgsql row triggers.
--
--     set search_path = REGISTRY, public;
--     \i test/bench/plpgsql.sql
--
-- For a registry from which all triggers named "GOVERNANCE_..." were dropped,
-- and whose body 2 is a committee under the regulation of
-- test/data/reglemente_integrationsutskottet.txt.  The triggers are on the
-- tables that a meeting is written to: meeting, attendance, presiding,
-- agenda_item, vote_event, vote, decision, minutes, adjuster, attestation; and
-- on recusal, which decides who serves.  For these they accept and refuse what
-- the extension does, and name the same rule in CONSTRAINT NAME;
-- test/checks/rival compares.
--
-- What is left out only makes it easier for the rival:
--   tables that stay empty in the benchmark (proposal, abstention, reservation,
--   statement, exclusion, sitting, candidate, body_succession beyond its day)
--   have no triggers and are not looked at;
--   rules about bodies, and a change of who sits in them while a meeting is
--   written, have no triggers and take no locks;
--   there are no citations, modes, admitted deviations or explanations;
--   attested minutes are marked as such, but have no canonical text and no seal,
--   and the marks can be written by hand;
--   TRUNCATE is not refused;
--   names are looked up by the session's search_path, and a user needs the
--   rights to read what the rules read.
--
-- Every trigger locks the meeting first, so one writer at a time sees all of a
-- meeting's rows; numbers of sections are given under a lock of their series.
-- That holds under READ COMMITTED: under REPEATABLE READ the rules are judged by
-- an old snapshot.  The triggers' names sort before those of the foreign keys,
-- as the extension's do.

-- what the regulation sets, the same for every committee
create table dba_parameter (
	body_id bigint not null primary key references body,
	areas integer not null,
	seats integer not null,
	present integer not null,
	agreeing integer not null,
	adjusters integer not null,
	requests integer not null,
	remote_notice integer not null
);
insert into dba_parameter (body_id, areas, seats, present, agreeing, adjusters, requests, remote_notice)
select id, 4, 7, 4, 4, 1, 2, 3 from body where kind = 'committee';

-- which minutes every section of which is attested
create table dba_attested (
	meeting_id bigint not null,
	number integer not null,
	primary key (meeting_id, number),
	foreign key (meeting_id, number) references minutes
);

create function dba_refuse(p_rule text, p_message text) returns void
language plpgsql
as $$
begin
	raise exception using errcode = 'check_violation', constraint = p_rule, message = p_message;
end
$$;

\ir plpgsql/roll.sql
\ir plpgsql/decisions.sql
\ir plpgsql/attendance.sql
\ir plpgsql/meeting.sql
\ir plpgsql/minutes.sql

-- ---- the triggers ----

do $$
declare
	tab name;
begin
	foreach tab in array array['attendance', 'recusal', 'presiding', 'agenda_item', 'vote_event', 'vote',
		'decision', 'minutes', 'adjuster', 'attestation']
	loop
		execute format('create trigger "DBA_check" after insert or update or delete on %I '
			'for each row execute function %I()', tab, 'dba_' || tab);
	end loop;
end
$$;
create trigger "DBA_check" after insert or update on meeting
for each row execute function dba_meeting();
create trigger "DBA_insert" after insert on attestation
referencing new table as signed
for each statement execute function dba_attest();
create trigger "DBA_update" after update on attestation
referencing new table as signed
for each statement execute function dba_attest();
