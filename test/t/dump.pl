#!/usr/bin/perl
#
# A registry is dumped, restored and survives a restart with nothing lost:
# tables, triggers, rights, and the answers of its functions.
use strict;
use warnings;
use Test::More;

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; require PostgreSQL::Test::Utils; 1 }
	  or plan skip_all => 'needs the TAP modules of PostgreSQL 15 or later';
}

my $source = $ENV{PWD};
my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
$node->append_conf('postgresql.conf', "fsync = off\ntimezone = 'Europe/Stockholm'\n");
$node->start;

# ---- a registry full of meetings ----
$node->safe_psql('postgres', 'create database full_registry template template0');
$node->safe_psql('full_registry', <<"SQL");
create extension governance cascade;
create role dump_reader;
\\set registry dump
\\set srcdir '$source/test'
\\i $source/test/data/committee.sql
select pg_temp.meeting(m, date '2025-01-08' + 14 * m::integer, 4) from generate_series(1, 12) m;
insert into decision (meeting_id, position, text) select m, p, 'bifall' from generate_series(1, 12) m, generate_series(1, 3) p;
insert into reservation (meeting_id, position, person_id, announced_at)
select meeting_id, 1, 7, decided_at from agenda_item where position = 1 and meeting_id <= 10;
delete from attendance where meeting_id = 12 and person_id > 4;
select admit_deviation(12, 4, 'quorum_present', 'en ledamot hade gått');
delete from attendance where meeting_id = 11 and person_id > 6;
-- ten of them attested, sealed and announced
insert into election (meeting_id, position, purpose) select m, 4, 'Justerare' from generate_series(1, 10) m;
insert into candidate (meeting_id, position, person_id) select m, 4, 2 from generate_series(1, 10) m;
insert into decision (meeting_id, position, kind, outcome, text)
select m, 4, 'election', 'elected', 'Lind utses.' from generate_series(1, 10) m;
update agenda_item set section = meeting_id * 4 + handled where meeting_id <= 10;
update meeting set closed_at = day + time '12:00' where id <= 10;
insert into adjuster (meeting_id, person_id, position) select m, 2, 4 from generate_series(1, 10) m;
insert into minutes (meeting_id, responsible_id) select m, 1 from generate_series(1, 10) m;
insert into attestation (meeting_id, person_id, role, signed_at)
select id, p, case p when 1 then 'chair' else 'adjuster' end, day + 5 + time '10:00'
from meeting, generate_series(1, 2) p where id <= 10;
insert into public_notice (meeting_id, posted_on, kept_at) select id, day + 6, 'Stadshuset' from meeting where id <= 10;
-- numbers of matters, and a table of one's own with their types
update registry set case_number_shape = 'code-serial-yy';
select next_case_number('KS', 2025) from generate_series(1, 3);
create table public.matter (number governance.case_number primary key, section governance.section_ref);
create index on public.matter using hash (section);
insert into public.matter select read_case_number(n), s::governance.section_ref from (values
	('KS 2016/36-01', 'KF § 251/2017'), ('Dnr 102-274-04', '2023-06-14, Ks § 183'), ('2018/ks  0290 10', '§§ 130–143'),
	('KS 2016/1950 (organ-year-serial)', null), (U&'S\\2013Dp\\00A02002-11922-54', 'den 29 november 2017, § 243')) v(n, s);
grant usage on schema dump to dump_reader;
grant select on meeting to dump_reader;
SQL

# every row of every table, in an order of its own; what the catalogues say;
# and what the functions answer
my $content = <<'SQL';
set search_path = dump, pg_catalog;
select format('select %L || '' '' || t::text from dump.%I t order by t::text', relname, relname)
from pg_class where relnamespace = 'dump'::regnamespace and relkind = 'r' order by relname \gexec
select format('%s %s %s', tgrelid::regclass, tgenabled, pg_get_triggerdef(oid)) from pg_trigger
where not tgisinternal order by 1;
select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
where connamespace = 'dump'::regnamespace order by 1;
select format('%s %s', relname, relacl) from pg_class where relnamespace = 'dump'::regnamespace and relkind in ('r', 'v') order by 1;
select format('%s %s', objsubid, description) from pg_description d join pg_class c on c.oid = objoid
where relnamespace = 'dump'::regnamespace order by 1;
select format('%s', pg_get_functiondef(oid)) from pg_proc where pronamespace = 'dump'::regnamespace order by 1;
select format('%s %s', schemaname, s) from pg_sequences s where schemaname = 'dump' order by 1;
select format('%s', e) from generate_series(1, 12) m, dump.explain_meeting(m) e order by m, 1;
select format('%s', v) from governance.verify_registry('dump') v order by 1;
select format('%s', v) from verify_seals() v order by 1;
select format('%s', d) from seal_drift() d order by 1;
select format('%s %s %s', number, section, governance.day(section)) from public.matter order by number;
select format('%s', r) from decision_register_as_of('2026-01-01') r order by 1;
SQL

my $before = $node->safe_psql('full_registry', $content);
is($node->safe_psql('full_registry', 'select count(*) from dump.seal'), '10', 'ten minutes are sealed');
cmp_ok(length($before), '>', 100_000, 'there is something to compare');

sub restored_as
{
	my ($database, $what) = @_;
	my $after = $node->safe_psql($database, $content);
	ok($after eq $before, "$what: identical content");
	if ($after ne $before)
	{
		my %was = map { $_ => 1 } split /\n/, $before;
		my %is = map { $_ => 1 } split /\n/, $after;
		diag("- $_") for (sort grep { !$is{$_} } keys %was)[0 .. 9];
		diag("+ $_") for (sort grep { !$was{$_} } keys %is)[0 .. 9];
	}
	my ($rc, $out, $err) = $node->psql($database,
		q{delete from dump.attendance where meeting_id = 11 and person_id > 3});
	like($err, qr/item 1 needs 4 members present, 3 were/, "$what: the rules hold");
	($rc, $out, $err) = $node->psql($database, q{update dump.decision set text = 'avslag' where meeting_id = 1});
	like($err, qr/cannot be changed/, "$what: what is attested is frozen");
}

my $dir = PostgreSQL::Test::Utils::tempdir();
my @port = ('-p', $node->port, '-h', $node->host);

for my $format ('plain', 'custom')
{
	my $database = "restored_$format";
	PostgreSQL::Test::Utils::run_log([ 'pg_dump', @port, "--format=$format", '-f', "$dir/$format", 'full_registry' ])
	  or die "pg_dump --format=$format";
	$node->safe_psql('postgres', "create database $database template template0");
	my @restore = $format eq 'plain'
	  ? ('psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', @port, '-d', $database, '-f', "$dir/plain")
	  : ('pg_restore', '--exit-on-error', '--jobs=2', @port, '-d', $database, "$dir/custom");
	ok(PostgreSQL::Test::Utils::run_log(\@restore), "$format: restored without an error");
	restored_as($database, $format);
}

# ---- only the data, into an empty registry ----
$node->safe_psql('postgres', 'create database only_data template template0');
PostgreSQL::Test::Utils::run_log([ 'pg_dump', @port, '--schema-only', '-f', "$dir/schema", 'full_registry' ]);
PostgreSQL::Test::Utils::run_log([ 'pg_dump', @port, '--data-only', '--disable-triggers', '-f', "$dir/data", 'full_registry' ]);
for my $part ('schema', 'data')
{
	ok(PostgreSQL::Test::Utils::run_log([ 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', @port, '-d', 'only_data', '-f', "$dir/$part" ]),
		"$part alone: restored without an error");
}
# enabling all triggers again, as such a dump does, makes ordinary ones of those
# that are always enabled; an upgrade mends that
$node->safe_psql('only_data', q{select governance.upgrade_registry('dump')});
restored_as('only_data', 'schema and data');

# ---- a restart, and one without a shutdown ----
$node->restart;
restored_as('full_registry', 'after a restart');
$node->stop('immediate');
$node->start;
restored_as('full_registry', 'after a crash');

done_testing();
