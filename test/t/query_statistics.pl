#!/usr/bin/perl
#
# pg_stat_statements has as many entries when many meetings are written as when few
# are.  It does not tell parameters from constants in a query that it can parse: this
# is about the number of entries.
use strict;
use warnings;
use Test::More;

BEGIN
{
	eval { require PostgreSQL::Test::Cluster; 1 }
	  or plan skip_all => q(needs PostgreSQL's TAP modules);
}
use Registries;

my $source = $ENV{PWD};
my $node = cluster('query_statistics', conf => <<'CONF');
shared_preload_libraries = 'pg_stat_statements'
pg_stat_statements.track = all
pg_stat_statements.max = 10000
CONF
$node->safe_psql('postgres', 'create database statistics template template0');

# Meetings from the first act to their seal, with what is refused and explained on
# the way.
my $acts = <<'SQL';
create procedure pg_temp.acts(first bigint, last bigint) language plpgsql as $$
begin
	for m in first .. last loop
		perform pg_temp.meeting(m, date '2025-01-08' + m::integer, 4);
		insert into vote_event (meeting_id, position) values (m, 2);
		insert into vote (meeting_id, position, person_id, choice) select m, 2, p, 'yes' from generate_series(1, 7) p;
		insert into decision (meeting_id, position, text) values (m, 1, 'bifall'), (m, 3, 'bifall');
		begin
			delete from attendance where meeting_id = m and person_id > 3;
		exception when check_violation then null;
		end;
		perform from explain_item(m, 3);
		perform from explain_meeting(m);
		insert into decision (meeting_id, position, text, vote_number) values (m, 2, 'bifall', 1);
		insert into decision (meeting_id, position, kind, outcome, text) values (m, 4, 'noting', 'noted', 'noteras');
		update agenda_item set section = m * 4 + handled where meeting_id = m;
		update meeting set closed_at = day + time '12:00' where id = m;
		insert into adjuster (meeting_id, person_id, position) values (m, 3, 1);
		insert into minutes (meeting_id, responsible_id) values (m, 1);
		insert into attestation (meeting_id, person_id, role, signed_at)
		select m, p, case p when 1 then 'chair' else 'adjuster' end, day + 1 + time '10:00'
		from meeting, unnest(array[1, 3]) p where id = m;
		insert into matter (body_id, number, title, opened_on) values (2, ('IU 2025/' || m)::governance.case_number, 'Ärende', '2025-01-02');
		perform from minutes_text(m);
		perform minutes_document(m);
		perform from oparl('https://example.se/oparl', 'meeting/' || m);
	end loop;
end
$$;
SQL
my $output = $node->safe_psql('statistics', <<"SQL", extra_params => ['-q']);
create extension governance cascade;
create extension pg_stat_statements;
\\set registry statistics
\\set srcdir '$source/test'
\\i $source/test/data/committee.sql
\\set ECHO none
$acts
create temp table seen (round integer, queryid bigint, query text, calls bigint);
create procedure pg_temp.note(r integer) language sql as \$\$
insert into seen select r, queryid, min(query), sum(calls) from pg_stat_statements
where dbid = (select oid from pg_database where datname = current_database()) group by queryid
\$\$;
-- what made the extension and the registry is not counted
select pg_stat_statements_reset() \\g /dev/null
call pg_temp.acts(1, 5);
call pg_temp.note(0);
call pg_temp.acts(6, 10);
call pg_temp.note(1);
call pg_temp.acts(11, 60);
call pg_temp.note(2);
-- the calls and notes themselves are statements of this script
delete from seen where query ~* '^\\s*(call|insert into seen)';
select format('entries %s %s', round, count(*)) from seen group by round order by round;
select 'calls ' || round || ' ' || sum(calls) from seen group by round order by round;
select 'new: ' || query from seen s where round = 2
	and not exists (select from seen b where b.round = 1 and b.queryid = s.queryid);
SQL
my %entries = $output =~ /^entries (\d) (\d+)$/mg;
my %calls = $output =~ /^calls (\d) (\d+)$/mg;
my @new = $output =~ /^new: (.*)$/mg;
note("entries: $entries{0}, $entries{1}, $entries{2}; calls $calls{0}, $calls{1}, $calls{2}");
cmp_ok($entries{1}, '>', 50, 'what the library asks is counted');
is("@new", '', 'fifty meetings more make no entry that ten did not make');
cmp_ok($calls{2}, '>', 3 * $calls{1}, 'they are calls of the same entries');
$node->stop;
done_testing();
