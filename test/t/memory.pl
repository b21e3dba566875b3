#!/usr/bin/perl
#
# What a session keeps does not grow with the number of its statements.
use strict;
use warnings;
use List::Util qw(min);
use Test::More;

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; 1 }
	  or plan skip_all => q(needs PostgreSQL's TAP modules);
}

my $source = $ENV{PWD};
my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->append_conf('postgresql.conf', "fsync = off\n");
$node->start;
plan skip_all => 'PostgreSQL 13 does not tell what memory is used for'
  if $node->safe_psql('postgres', q{select to_regclass('pg_backend_memory_contexts') is null}) eq 't';

# Each round: statements that are met, that are refused, whose subtransaction is
# undone, and that change the rules.
my $report = $node->safe_psql('postgres', <<"SQL");
create extension governance cascade;
\\set registry memory
\\set srcdir '$source/test'
\\i $source/test/data/committee.sql
select pg_temp.meeting(1, '2025-03-12', 2);
select pg_temp.meeting(2, '2026-03-11', 1);
create procedure pg_temp.rounds(n integer) language plpgsql as \$\$
begin
	for i in 1 .. n loop
		insert into decision (meeting_id, position, text) values (1, 1, 'bifall');
		begin
			delete from attendance where meeting_id = 1 and person_id > 3;
		exception when check_violation then null;
		end;
		update decision set text = 'bifall ' || i;
		perform from explain_item(1, 1);
		delete from decision;
		if i % 100 = 0 then
			update rule_setting set value = case value when '4' then '5' else '4' end
			where rule = 'quorum_present' and body_kind is null;
		end if;
		commit;
	end loop;
end
\$\$;
create temp table kept (round integer, bytes bigint, governance bigint);
create procedure pg_temp.note(r integer) language sql as \$\$
insert into kept select r, sum(used_bytes), sum(used_bytes) filter (where name ~ 'governance') from pg_backend_memory_contexts
\$\$;
call pg_temp.rounds(200);
call pg_temp.note(0);
call pg_temp.rounds(10000);
call pg_temp.note(1);
call pg_temp.rounds(10000);
call pg_temp.note(2);
select bytes || ' ' || coalesce(governance, 0) from kept order by round;
SQL

# The same within one transaction, whose facts are read again and again; an item
# that continues another has links to follow.  What the server itself keeps of a
# transaction (its trigger events, its command ids) is not counted.
my $long = $node->safe_psql('postgres', <<"SQL");
set search_path = memory, governance, public;
update agenda_item set continues_meeting_id = 1, continues_position = 2 where meeting_id = 2 and position = 1;
create procedure pg_temp.acts(n integer) language plpgsql as \$\$
begin
	for i in 1 .. n loop
		insert into decision (meeting_id, position, text) values (2, 1, 'bifall');
		update attendance set mode = 'on_site' where meeting_id = 2 and person_id = 7;
		update agenda_item set title = 'Ärende ' || i where meeting_id = 2 and position = 1;
		delete from decision where meeting_id = 2;
	end loop;
end
\$\$;
begin;
call pg_temp.acts(500);
select sum(used_bytes) from pg_backend_memory_contexts where name ~ 'governance';
call pg_temp.acts(2500);
select sum(used_bytes) from pg_backend_memory_contexts where name ~ 'governance';
rollback;
SQL
my @long = grep { /^\d+$/ } split /\n/, $long;
is(scalar @long, 2, 'two measurements in one transaction');
diag("bytes kept by the extension in one transaction: after 2,000 statements $long[0], after 12,000 $long[1]");
cmp_ok($long[1] - $long[0], '<', 16_384, 'a transaction keeps no more for more statements');

my @kept = map { [ split / / ] } grep { /^\d+ \d+$/ } split /\n/, $report;
is(scalar @kept, 3, 'three measurements');
diag(sprintf('bytes kept by the session (of them by the extension): after 1,000 statements %d (%d), after 51,000 %d (%d), after 101,000 %d (%d)',
	map { @$_ } @kept));
cmp_ok($kept[2][0] - $kept[1][0], '<', 65_536, 'the session does not grow');
# less than a byte in ten statements.  What is kept of the law is read again whenever
# the server says so, and need not be of the same size; what is lost is lost in each
# half.
cmp_ok(min($kept[1][1] - $kept[0][1], $kept[2][1] - $kept[1][1]), '<', 4_096, 'the extension keeps no more');

done_testing();
