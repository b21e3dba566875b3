#!/usr/bin/perl
#
# A registry with rows in every table is dumped and restored with nothing lost:
# tables, views, what functions answer, triggers, rights; in each format, into
# clusters of the same and of another superuser, whole, alone, renamed, and as
# data only.  And it survives a restart.
use strict;
use warnings;
use Test::More;

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; 1 }
	  or plan skip_all => q(needs PostgreSQL's TAP modules);
}
use Registries;

my $dir = PostgreSQL::Test::Utils::tempdir();
my $node = cluster('main');
database($node, 'origin');
$node->safe_psql('origin', 'create extension governance cascade');
fill($node, 'origin', 'every_table');
access($node, 'origin', 'every_table');

my $rows = rows($node, 'origin', 'every_table');
my %seen = map { $_ => rows($node, 'origin', 'every_table', $_) } 'reader', 'auditor';
my $catalogue = catalogue($node, 'origin', 'every_table');
is(join(' ', grep { $rows->{$_} =~ /^0 / } map { s/\n//r } split /\n/,
	$node->safe_psql('origin', q{select relname from pg_class where relkind = 'r' and relnamespace = 'every_table'::regnamespace})),
	'', 'every table has rows');
is($node->safe_psql('origin', 'select count(*) from every_table.seal'), '4', 'minutes are sealed');
isnt($seen{reader}{matter}, $seen{auditor}{matter}, 'who reads does not see what is secret');
is($seen{auditor}{matter}, $rows->{matter}, 'who audits sees it');
lawful($node, 'origin', 'every_table', 'before');

sub restored
{
	my ($where, $database, $registry, $what) = @_;
	same($rows, rows($where, $database, $registry), "$what: rows of tables, views and functions");
	same($seen{$_}, rows($where, $database, $registry, $_), "$what: what the $_ sees") for 'reader', 'auditor';
	same(reparsed($catalogue), reparsed(catalogue($where, $database, $registry)), "$what: the catalogues");
	lawful($where, $database, $registry, $what);
}

# ---- whole, in each format, and with another superuser ----
command($node, 'pg_dump', '--format=plain', '-f', "$dir/plain", 'origin');
command($node, 'pg_dump', '--format=custom', '-f', "$dir/custom", 'origin');
command($node, 'pg_dump', '--format=directory', '--jobs=2', '-f', "$dir/directory", 'origin');

my $same = cluster('same');
my $other = cluster('other', superuser => 'chief');
{
	database($same, 'plain');
	command($same, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', 'plain', '-f', "$dir/plain");
	restored($same, 'plain', 'every_table', 'plain');
	database($same, 'custom');
	command($same, 'pg_restore', '--exit-on-error', '--jobs=2', '-d', 'custom', "$dir/custom");
	restored($same, 'custom', 'every_table', 'custom, two jobs');

	local $ENV{PGUSER} = 'chief';
	database($other, 'directory');
	command($other, 'pg_restore', '--exit-on-error', '--jobs=2', '-d', 'directory', "$dir/directory");
	restored($other, 'directory', 'every_table', 'directory, two jobs, another superuser');
}

# ---- who sees some rows does not dump those for all ----
my ($out, $err);
ok(!IPC::Run::run([ 'pg_dump', '-h', $node->host, '-p', $node->port, '-U', 'auditor', '--schema=every_table', '-f', '/dev/null', 'origin' ],
	'2>', \$err), 'dumped by another than its owner: refused');
like($err, qr/row-level security|permission denied|lack SELECT privilege/, 'dumped by another than its owner: what is said');

# ---- the registry alone, by its owner, into a database that has the extension ----
{
	command($node, 'pg_dump', '-U', 'municipality', '--schema=every_table', '--format=custom', '-f', "$dir/alone", 'origin');
	local $ENV{PGUSER} = 'chief';
	database($other, 'alone');
	$other->safe_psql('alone', 'create extension governance cascade');
	command($other, 'pg_restore', '-U', 'municipality', '--exit-on-error', '-d', 'alone', "$dir/alone");
	restored($other, 'alone', 'every_table', 'the registry alone, by its owner');

	# and beside another of the same name, renamed
	run_as($other, 'alone', 'municipality', q{alter schema every_table rename to "Kommunen"});
	run_as($other, 'alone', 'municipality', q{select governance.upgrade_registry('Kommunen')});
	restored($other, 'alone', 'Kommunen', 'renamed');
	command($other, 'pg_restore', '-U', 'municipality', '--exit-on-error', '-d', 'alone', "$dir/alone");
	restored($other, 'alone', 'every_table', 'beside it');
	same($rows, rows($other, 'alone', 'Kommunen'), 'the renamed one is as it was');
}

# ---- only the data, into empty tables ----
command($node, 'pg_dump', '--schema-only', '-f', "$dir/schema", 'origin');
command($node, 'pg_dump', '--data-only', '--disable-triggers', '-f', "$dir/data", 'origin');
command($node, 'pg_dump', '--data-only', '-f', "$dir/data_judged", 'origin');
database($same, 'only_data');
command($same, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', 'only_data', '-f', "$dir/schema");
# with the rules asked about half of it, it is refused
ok(!IPC::Run::run([ 'psql', '-XAtq1', '-v', 'ON_ERROR_STOP=1', '-h', $same->host, '-p', $same->port, '-d', 'only_data',
	'-f', "$dir/data_judged" ], '>', \$out, '2>', \$err), 'data alone without --disable-triggers: refused');
like($err, qr/ERROR/, 'data alone without --disable-triggers: what is said');
note($err);
command($same, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', 'only_data', '-f', "$dir/data");
# enabling all triggers again, as such a dump does, makes ordinary ones of those
# that are always enabled; an upgrade mends that
my $loaded = catalogue($same, 'only_data', 'every_table');
my @lost = grep { /^trigger A / && !exists $loaded->{$_} } keys %$catalogue;
cmp_ok(scalar @lost, '>', 10, 'data alone: triggers are no longer always enabled');
run_as($same, 'only_data', 'municipality', q{select governance.upgrade_registry('every_table')});
restored($same, 'only_data', 'every_table', 'data alone, and upgrade_registry');

# ---- a restart, and one without a shutdown ----
$node->restart;
same($rows, rows($node, 'origin', 'every_table'), 'after a restart');
$node->stop('immediate');
$node->start;
restored($node, 'origin', 'every_table', 'after a crash');

done_testing();
