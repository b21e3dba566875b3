#!/usr/bin/perl
#
# From each release to this version.  Its dump, of a registry with rows in every
# table, is restored and upgraded; its SQL works with this library, and is
# upgraded; what was upgraded is in no way different from what is fresh.  What
# does not fit together says so, and leaves nothing half done.
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

my $source = $ENV{PWD};
my $dir = PostgreSQL::Test::Utils::tempdir();
my $node = cluster('main');
my @releases = sort map { /governance--(.+)\.sql$/ } glob("$source/sql/releases/governance--*.sql");
ok(@releases > 0, "releases: @releases");

# ---- what is fresh: for comparison ----
database($node, 'fresh');
$node->safe_psql('fresh', 'create extension governance cascade');
fill($node, 'fresh', 'every_table');
run_as($node, 'fresh', 'municipality', q{select governance.create_registry('made', '0180')});
my $fresh_extension = extension($node, 'fresh');
my $fresh = catalogue($node, 'fresh', 'made');
my $fresh_filled = catalogue($node, 'fresh', 'every_table');
my ($version) = map { /'(.+)'/ } grep { /^default_version/ } split /\n/, PostgreSQL::Test::Utils::slurp_file("$source/governance.control");
is($node->safe_psql('fresh', 'select governance.version()'), $version, 'the version is the one of the control file');
is($node->safe_psql('fresh', 'select governance.library_version()'), $version, 'the library is of that version');

# The law and what follows from it, which come with a registry.
my $law = q{select regexp_replace(l::text, '^\((\d+),', '(') from (
	select r.id, r.title, r.law, r.valid, null, null, null, null, null, null from %1$s.regulation r where r.law is not null
	union all select r.id, r.law, p.citation::text, null, p.ordinal::text, p.wording, null, null, null, null
	from %1$s.provision p join %1$s.regulation r on r.id = p.regulation_id where r.law is not null
	union all select r.id, r.law, s.rule, null, s.body_kind, s.value, s.citation::text, s.mode, s.procedure, null
	from %1$s.rule_setting s join %1$s.regulation r on r.id = s.regulation_id where r.law is not null) l order by 1};
my $fresh_law = { map { $_ => 1 } split /\n/, $node->safe_psql('fresh', sprintf($law =~ s/%1\$s/made/gr)) };

sub is_fresh
{
	my ($database, $registry, $filled, $what) = @_;
	same($filled ? $fresh_filled : $fresh, catalogue($node, $database, $registry), "$what: a registry upgraded is one made fresh");
	same($fresh_law, { map { $_ => 1 } split /\n/, $node->safe_psql($database, $law =~ s/%1\$s/$registry/gr) },
		"$what: the same law");
	is($node->safe_psql($database, "select version from $registry.registry"), $version, "$what: it is of this version");
}

# Rows of the tables that there were are kept; views may tell more than they did.
sub tables
{
	my ($tables, $rows) = @_;
	return { map { $_ ne 'registry' ? ($_ => $rows->{$_}) : () } split /\n/, $tables };
}

for my $release (@releases)
{
	# ---- a dump of the release, restored under this version ----
	my $restored = "restored_$release" =~ tr/./_/r;
	database($node, $restored);
	my $dump = "$dir/$release.sql";
	system("gzip -dc '$source/test/data/registry_$release.sql.gz' >'$dump'") == 0 or die;
	command($node, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', $restored, '-f', $dump);
	is($node->safe_psql($restored, 'select version from every_table.registry'), $release, "a dump of $release is restored");
	is($node->safe_psql($restored, q{select count(*) from pg_extension where extname = 'governance' and extversion = } . "'$version'"),
		'1', "$release: beside this version");
	my $tables = $node->safe_psql($restored,
		q{select relname from pg_class where relkind = 'r' and relnamespace = 'every_table'::regnamespace});
	my $before = rows($node, $restored, 'every_table');
	lawful($node, $restored, 'every_table', "a registry of $release under this version");
	# until then it is read by the privileges on its tables
	my $reading = 'begin; grant usage on schema every_table to auditor; grant select on %s to auditor; set local role auditor; '
	  . 'select count(*) > 10 from every_table.explain_meeting(1); rollback';
	is($node->safe_psql($restored, sprintf($reading, 'all tables in schema every_table')), 't',
		"a registry of $release: who may read its tables has answers");
	my ($rc, $out, $err) = $node->psql($restored, sprintf($reading, 'every_table.meeting, every_table.body'));
	like($err, qr/permission denied for table/, "a registry of $release: who may read some of them has none");
	# what is somebody's own in the schema is not in the way, and left alone
	is(run_as($node, $restored, 'municipality', <<'SQL'), 'own.2', "a registry of $release: tables of one's own");
begin;
set search_path = every_table, public;
create table own (id text, n serial);
create sequence own_id_seq;
create table other (n integer);
create sequence other_id_seq;
insert into own values ('a');
select governance.upgrade_registry('every_table') \g /dev/null
select string_agg(format('%s.%s', refobjid::regclass, refobjsubid), ' ') from pg_depend
where deptype = 'a' and objid in ('own_n_seq'::regclass, 'other_id_seq'::regclass);
rollback;
SQL
	run_as($node, $restored, 'municipality', q{select governance.upgrade_registry('every_table')});
	my $after = rows($node, $restored, 'every_table');
	same(tables($tables, $before), tables($tables, $after), "$release: rows of tables are as they were");
	lawful($node, $restored, 'every_table', "upgraded from $release");
	is_fresh($restored, 'every_table', 1, "restored from $release");
	# once more changes nothing
	run_as($node, $restored, 'municipality', q{select governance.upgrade_registry('every_table')});
	is_fresh($restored, 'every_table', 1, "upgraded twice from $release");

	# ---- the SQL of the release with this library, then upgraded ----
	my $upgraded = "upgraded_$release" =~ tr/./_/r;
	database($node, $upgraded);
	$node->safe_psql($upgraded, "create extension governance version '$release' cascade");
	fill($node, $upgraded, 'every_table');
	run_as($node, $upgraded, 'municipality', q{select governance.create_registry('made', '0180')});
	$before = rows($node, $upgraded, 'every_table');
	lawful($node, $upgraded, 'every_table', "the SQL of $release with this library");
	$node->safe_psql($upgraded, 'alter extension governance update');
	same($fresh_extension, extension($node, $upgraded), "$release: the extension upgraded is the one made fresh");
	lawful($node, $upgraded, 'every_table', "the extension upgraded from $release, the registry not yet");
	run_as($node, $upgraded, 'municipality', q{select governance.upgrade_registry('every_table'), governance.upgrade_registry('made')});
	$after = rows($node, $upgraded, 'every_table');
	same(tables($tables, $before), tables($tables, $after), "$release: rows of tables are as they were");
	is_fresh($upgraded, 'every_table', 1, "upgraded from $release");
	is_fresh($upgraded, 'made', 0, "an empty one upgraded from $release");
	lawful($node, $upgraded, 'every_table', "all upgraded from $release");
}

# ---- views that an upgrade makes anew: those of others are in the way, grants stay ----
# A step that drops what another version will have to drop, since this one may
# not have any.
database($node, 'anew');
$node->safe_psql('anew', 'create extension governance cascade');
fill($node, 'anew', 'every_table');
my $as_made = catalogue($node, 'anew', 'every_table');
my $grants = q{select object, privilege, grantee, grantable from governance.registry_grants('every_table') order by 1, 2, 3};
my $granted = $node->safe_psql('anew', $grants);
like($granted, qr/todo\|SELECT\|reporter/, 'the report is granted to somebody');
$node->safe_psql('anew', <<'SQL');
create or replace function governance.registry_steps(version text) returns text language sql as $$
select 'drop function if exists begin_import(), todo_as_of(date); drop view if exists todo' where $1 = '0.0.9' $$;
update every_table.registry set version = '0.0.9';
grant create on schema public to municipality;
SQL
run_as($node, 'anew', 'municipality', 'create view public.mine as select * from every_table.todo');
refused($node, 'anew', 'municipality', q{select governance.upgrade_registry('every_table')},
	qr/registry "every_table" is not upgraded: cannot drop view .*todo because other objects depend on it\n.*view public.mine depends on view .*todo\n.*Drop what is your own/s,
	'a view of somebody on one that is made anew');
same($as_made, catalogue($node, 'anew', 'every_table'), 'a refused upgrade has changed nothing');
run_as($node, 'anew', 'municipality', q{drop view public.mine; select governance.upgrade_registry('every_table')});
same($as_made, catalogue($node, 'anew', 'every_table'), 'made anew, it is as before, with its grants');
is($node->safe_psql('anew', $grants), $granted, 'and what is granted is the same');

# ---- a table of the registry that is not as this version needs it ----
$node->safe_psql('anew', q{alter table every_table.attendance drop column left_for cascade});
my $change = q{update every_table.attendance set mode = mode where meeting_id = 5};
refused($node, 'anew', 'municipality', $change, qr/"left_for" is missing\nHINT:  Undo the change/, 'a column is missing');
$node->safe_psql('anew', q{update every_table.registry set version = '0.0.9'});
refused($node, 'anew', 'municipality', $change,
	qr/"left_for" is missing\nHINT:  The registry is of version 0\.0\.9, the library of version \Q$version\E: bring it there with governance\.upgrade_registry\./,
	'a column is missing in a registry of an earlier version');
$node->safe_psql('anew', q{update every_table.registry set version = '99.0.0'});
refused($node, 'anew', 'municipality', $change, qr/of version 99\.0\.0, the library of version \Q$version\E: install the library of that version/,
	'a column is missing in a registry of a later version');
refused($node, 'anew', 'municipality', q{select governance.upgrade_registry('every_table')},
	qr/is of version 99\.0\.0, from which nothing leads to \Q$version\E/, 'a registry of a later version');

# ---- a library that is older than the SQL ----
# The server's files once more, with the library linked anew: without the
# function that this version has added, as that of 0.1.0 is, and as one that says
# to be of an earlier version.
my ($lib, $cc, $include) = map { from_config($_) } '--pkglibdir', '--cc', '--includedir-server';

sub with_library
{
	my ($name, $define) = @_;
	my $place = "$dir/$name";
	my $bin = copied_server($place, "$lib/governance.so");
	my @objects = grep { !m{registry/version\.o$} } glob("$source/src/*.o $source/src/*/*.o");
	# flags that the objects were made with, too (sanitizers)
	run_command("$cc @{[ $ENV{COPT} // '' ]} -fPIC -shared -I'$include' -I'$source/src' $define -o '$place$lib/governance.so' @objects '$source/src/registry/version.c'");
	return cluster($name, bin => $bin);
}

sub run_command
{
	system('sh', '-c', $_[0]) == 0 or die $_[0];
}

my $lacking = with_library('lacking', qq{-DGOVERNANCE_VERSION='"$version"' -Dgovernance_library_version=under_another_name});
my $older = with_library('older', q{-DGOVERNANCE_VERSION='"0.0.9"'});

for my $case ([ $lacking, qr/could not find function "governance_library_version" in file/, 'a library without a function of the SQL' ],
	[ $older, qr/the library of governance is of version 0\.0\.9, its SQL of version \Q$version\E/, 'a library of an earlier version' ])
{
	my ($where, $message, $what) = @$case;
	database($where, 'old');
	my $nothing = $where->safe_psql('old', q{select count(*) from pg_proc; select count(*) from pg_namespace});
	my ($rc, $out, $err) = $where->psql('old', 'create extension governance cascade');
	like($err, $message, "$what: CREATE EXTENSION says so");
	is($where->safe_psql('old', q{select count(*) from pg_proc; select count(*) from pg_namespace}), $nothing, "$what: and leaves nothing");
	# what it is made for, it can; the SQL is not upgraded past it
	$where->safe_psql('old', "create extension governance version '$releases[0]' cascade");
	fill($where, 'old', 'every_table');
	($rc, $out, $err) = $where->psql('old', 'alter extension governance update');
	like($err, $message, "$what: ALTER EXTENSION says so");
	is($where->safe_psql('old', q{select extversion from pg_extension where extname = 'governance'}), $releases[0], "$what: the SQL stays as it was");
	lawful($where, 'old', 'every_table', $what);
}

for ($node, $lacking, $older)
{
	$_->stop;
	unlike(PostgreSQL::Test::Utils::slurp_file($_->logfile), qr/terminated by signal|PANIC|TRAP:/, $_->name . ': nothing crashed');
}
done_testing();
