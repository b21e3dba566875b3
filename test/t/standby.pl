#!/usr/bin/perl
#
# A physical standby serves everything that is read: every view, and every
# function that is stable or immutable answers there as on its primary.
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

my $primary = cluster('primary', allows_streaming => 1);
database($primary, 'registries');
$primary->safe_psql('registries', 'create extension governance cascade');
fill($primary, 'registries', 'every_table');
access($primary, 'registries', 'every_table');
$primary->backup('copy');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($primary, 'copy', has_streaming => 1);
$standby->start;
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('insert'));
is($standby->safe_psql('registries', 'select pg_is_in_recovery()'), 't', 'the standby is one');

# ---- views, reports, judgements ----
same(rows($primary, 'registries', 'every_table'), rows($standby, 'registries', 'every_table'), 'rows of tables, views and functions');

same(rows($primary, 'registries', 'every_table', $_), rows($standby, 'registries', 'every_table', $_), "what the $_ sees") for 'reader', 'auditor';

# ---- every function that promises to change nothing ----
# Called with arguments by their names and types, else by their types; a function
# whose arguments are not known here, or are refused, fails the test.
my %of_name = (
	'registry text' => q{'every_table'}, 'name text' => q{'every_table'}, 'meeting bigint' => '1', 'body bigint' => '1',
	'to_body bigint' => '1', 'matter bigint' => '1', 'person bigint' => '1', 'position integer' => '2', 'number integer' => '1',
	'rule text' => q{'quorum_present'}, 'written text' => q{'KS 2016/36'}, 'shape text' => q{'organ-year-serial'}, 'mark text' => q{'SID. 1 (2)'},
	'version text' => q{'0.1.0'}, 'base text' => q{'https://town.example'}, 'base_url text' => q{'https://town.example'},
	'path text' => q{'meeting/1'}, 'kind text' => q{'meeting'}, 'key text' => q{'1'}, 'list text' => q{'meeting'}, 'after text' => 'null',
	'format text' => q{'html'}, 'what text' => q{'seals'}, 'word text' => q{'member'}, 'block jsonb' => q{'{"text": "x"}'},
	'document jsonb' => q{'{"title": "x", "blocks": [{"text": "x"}]}'});
my %of_type = (
	text => q{'5 § Ordföranden leder.'}, integer => '4', bigint => '2', date => q{date '2025-10-20'}, 'timestamp without time zone' => q{timestamp '2025-10-20 09:00'},
	interval => q{interval '1 month'}, boolean => 'true', daterange => q{daterange '[2025-01-01,2026-01-01)'}, bytea => q{'\\x00'},
	regclass => q{'every_table.registry'}, name => q{'every_table'}, 'integer[]' => q{'{1,2}'}, 'bigint[]' => q{'{1,2}'},
	'date[]' => q{'{2025-10-20}'}, 'text[]' => q{'{a}'}, numeric => '1.5', 'governance.quorum' => q{'4'}, 'governance.citation' => q{'KL 6:27'},
	'governance.case_number' => q{'KS 2016/36'}, 'governance.section_ref' => q{'KF § 251/2017'});
my $functions = $primary->safe_psql('registries', <<'SQL');
select p.oid::regprocedure, format('%I.%I', n.nspname, p.proname), coalesce(a.names, ''), coalesce(a.types, ''), p.provolatile, p.proretset
from pg_proc p
join pg_namespace n on n.oid = pronamespace
left join lateral (
	select string_agg(coalesce((p.proargnames)[i], ''), ',' order by i) as names,
		string_agg(format_type(t, null), ',' order by i) as types
	from unnest(p.proargtypes) with ordinality u(t, i)) a on true
where nspname in ('governance', 'every_table') and provolatile <> 'v' and prokind = 'f'
	-- what only PostgreSQL itself can call
	and not proargtypes::oid[] && array['internal', 'cstring']::regtype[]::oid[] and prorettype not in ('trigger'::regtype, 'cstring'::regtype)
order by 1
SQL
my (@unknown, @differ, @failed);
my $called = 0;
for (split /\n/, $functions)
{
	my ($signature, $name, $names, $types, $volatility, $set) = split /\|/;
	my @names = split /,/, $names, -1;
	my @types = split /,/, $types, -1;
	my @arguments;
	for my $i (0 .. $#types)
	{
		my $argument = $of_name{($names[$i] // '') . " $types[$i]"} // $of_type{$types[$i]};
		# of a table, its first row
		$argument //= "(select t from $types[$i] t order by t::text collate \"C\" limit 1)" if $types[$i] =~ /^every_table\./;
		push(@unknown, "$signature: $names[$i] $types[$i]"), next unless defined $argument;
		push @arguments, "${argument}::$types[$i]";
	}
	next if @arguments < @types;
	my $call = "set search_path = every_table, governance, public; set governance.as_of = '2025-10-20';
		select count(*), md5(string_agg(x::text, chr(10) order by x::text collate \"C\")) from "
	  . ($set eq 't' ? "$name(" : '(select ') . ($set eq 't' ? '' : "$name(") . join(', ', @arguments) . ($set eq 't' ? ') x' : ') as x) x');
	my ($rc, $here, $err) = $primary->psql('registries', $call);
	my ($rc2, $there, $err2) = $standby->psql('registries', $call);
	$called++;
	push @failed, "$signature: $err" if $rc;
	push @differ, "$signature: $here / $there $err2" if $rc2 || $here ne $there;
}
cmp_ok($called, '>', 110, "$called functions were called");
is(join("\n", @unknown), '', 'arguments are known for every function');
is(join("\n", @failed), '', 'each answers on the primary');
is(join("\n", @differ), '', 'each answers the same on the standby');

# ---- nothing is written, and what would be says so ----
my ($rc, $out, $err) = $standby->psql('registries', q{update every_table.meeting set place = 'Annexet'});
like($err, qr/cannot execute UPDATE in a read-only transaction/, 'a standby is only read');
is($standby->safe_psql('registries', q{
begin;
select count(*) from every_table.todo \g /dev/null
select count(*) from every_table.explain_meeting(1) \g /dev/null
select count(*) from governance.verify_registry('every_table') \g /dev/null
select pg_current_xact_id_if_assigned() is null}), 't', 'no transaction id is assigned');

# ---- changes arrive, and sessions there see them ----
$primary->safe_psql('registries', q{set search_path = every_table, public;
insert into person (name) values ('Ny');
insert into regulation (body_id, title, valid) values (1, 'Reglemente för kommunstyrelsen', '[2026-01-01,)')});
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('insert'));
same(rows($primary, 'registries', 'every_table'), rows($standby, 'registries', 'every_table'), 'after a change');

# ---- and it takes over ----
$standby->promote;
lawful($standby, 'registries', 'every_table', 'promoted');
$primary->stop;
$standby->stop;
unlike(PostgreSQL::Test::Utils::slurp_file($standby->logfile), qr/terminated by signal|PANIC|TRAP:/, 'nothing crashed');
done_testing();
