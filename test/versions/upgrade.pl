#!/usr/bin/perl
#
# What comes through pg_upgrade, from the server in OLD_BIN to that in NEW_BIN:
# run by test/versions/upgrade.
use strict;
use warnings;
use Test::More;
use Registries;

my $source = $ENV{PWD};
my ($old_bin, $new_bin) = @ENV{qw(OLD_BIN NEW_BIN)};
# ---- before ----
my $old = cluster('old', bin => $old_bin);
database($old, 'filled');
$old->safe_psql('filled', 'create extension governance cascade');
fill($old, 'filled', 'every_table');
run_as($old, 'filled', 'municipality', <<"SQL");
\\set registry own
\\set srcdir '$source/test'
\\i $source/test/data/committee.sql
select pg_temp.meeting(1, '2025-03-12', 4);
create schema own_rules;
create function own_rules.says_beslut(meeting_id bigint, "position" integer) returns text
language sql stable
as \$\$
select 'item ' || \$2 || ' does not say what is decided'
where exists (select from own.decision d where d.meeting_id = \$1 and d.position = \$2 and d.text !~ 'beslut')
\$\$;
insert into rule_setting (regulation_id, rule, procedure, mode, citation)
select id, 'says_beslut', 'own_rules.says_beslut', 'enforce', '11 §' from regulation where body_id = 2;
insert into decision (meeting_id, position, text) values (1, 1, 'ett beslut');
SQL

sub as_expected
{
	my ($node, $what) = @_;
	lawful($node, 'filled', 'every_table', $what);
	refused($node, 'filled', 'municipality', q{insert into own.decision (meeting_id, position, text) values (1, 2, 'något annat')},
		qr/item 2 does not say what is decided/, "$what, an own rule");
	is($node->safe_psql('filled', 'select (select count(*) from every_table.seal), (select count(*) from every_table.deviation) > 0'),
		'4|t', "$what, there are seals and deviations");
}

as_expected($old, 'before');
my %before = map { $_ => rows($old, 'filled', $_) } 'every_table', 'own';
my $delivers = q{select count(delivers_at), bool_or(governance.delivers_here('every_table.registry')) from every_table.registry};
$old->safe_psql('filled', q{select governance.enable_delivery('every_table')});
is($old->safe_psql('filled', $delivers), '1|t', 'delivery is enabled');
my $was = $old->safe_psql('filled', 'show server_version');
$old->stop;

# ---- pg_upgrade ----
my $new = cluster('new');
$new->stop;
# it writes to the folder that it is run in
chdir $new->basedir or die;
my ($out, $err);
ok(IPC::Run::run([ "$new_bin/pg_upgrade", '-b', $old_bin, '-B', $new_bin, '-d', $old->data_dir, '-D', $new->data_dir,
	'-p', $old->port, '-P', $new->port, '-s', $new->host ], '>', \$out, '2>', \$err), 'pg_upgrade') or diag("$out$err");
chdir $source or die;
$new->start;
diag("from $was to " . $new->safe_psql('filled', 'show server_version'));

# ---- after ----
is($new->safe_psql('filled', $delivers), '1|f', 'after: nothing is sent until it is enabled again');
$new->safe_psql('filled', q{select governance.disable_delivery('every_table')});
as_expected($new, 'after');
same($before{$_}, rows($new, 'filled', $_), "registry $_: rows, views, explanations, texts of minutes") for sort keys %before;
database($new, 'fresh');
$new->safe_psql('fresh', 'create extension governance cascade');
fill($new, 'fresh', 'every_table');
same(reparsed(catalogue($new, 'fresh', 'every_table')), reparsed(catalogue($new, 'filled', 'every_table')),
	'the registry is one made by the new version');
same(extension($new, 'fresh'), extension($new, 'filled'), 'and so is the extension');

done_testing();
