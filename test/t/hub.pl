#!/usr/bin/perl
#
# A hub: two municipalities publish their registries by logical replication, and
# what both have is read there together.  Nothing is judged or derived again on
# the way; when an original is gone, its copy takes over under the same rules.
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

my $stockholm = cluster('stockholm', allows_streaming => 'logical');
my $taby = cluster('taby', allows_streaming => 'logical');
# two registries of many tables: more workers than there are by default copy them
my $hub = cluster('hub', conf => "max_logical_replication_workers = 8\nmax_worker_processes = 16\n");
database($_, 'registries') for $stockholm, $taby, $hub;
$_->safe_psql('registries', 'create extension governance cascade') for $stockholm, $hub;
# one of them is of the first release still
$taby->safe_psql('registries', q{create extension governance version '0.1.0' cascade});

# ---- the originals ----
fill($stockholm, 'registries', 'stockholm');
access($stockholm, 'registries', 'stockholm');
run_as($taby, 'registries', 'municipality', <<'SQL');
select governance.create_registry('taby', '0160');
set search_path = taby, public;
insert into body (name, kind, founded_by) values ('Nämnden', 'board', 'Kommunfullmäktige');
insert into term (body_id, valid) select id, '[2023-01-01,2027-01-01)' from body;
insert into person (name) select 'Person ' || p from generate_series(1, 5) p;
insert into membership (body_id, person_id, valid) select b.id, p.id, '[2023-01-01,2027-01-01)' from body b, person p;
insert into office (body_id, person_id, kind, valid) select body_id, min(person_id), 'chair', '[2023-01-01,2027-01-01)' from membership group by 1;
SQL

# A meeting with one item and the first so many members at it, by ids of the registry's own.
sub meeting
{
	my ($node, $day, $present) = @_;
	return run_as($node, 'registries', 'municipality', <<"SQL");
set search_path = taby, public;
insert into meeting (body_id, day, place, starts_at, called_by, opened_at)
select body_id, '$day', 'Kommunhuset', '$day 09:00', person_id, '$day 09:00' from office returning id \\gset
insert into agenda_item (meeting_id, position, title, handled) values (:id, 1, 'Ärende', 1);
insert into presiding (meeting_id, person_id) select :id, person_id from office;
insert into attendance (meeting_id, person_id, capacity)
select :id, p.id, 'serving_member' from (select id from person order by id limit $present) p;
insert into decision (meeting_id, position, text) values (:id, 1, 'beslut');
select :id;
SQL
}
my $first = meeting($taby, '2025-03-12', 3);
is($first, '160000000000001', 'ids begin at the municipality');
is($stockholm->safe_psql('registries', q{
	select count(*) from pg_class c where relnamespace = 'stockholm'::regnamespace and relkind = 'r'
	and not exists (select from pg_index where indrelid = c.oid and indisprimary)}), '0', 'every table has a key to replicate by');

# ---- the hub: the tables as they are, then the rows ----
my $dir = PostgreSQL::Test::Utils::tempdir();

# Before 15 a publication has no schemas, but the tables that are there.
sub published
{
	my ($node, $registry) = @_;
	return "tables in schema $registry" if $node->safe_psql('registries', 'show server_version_num') >= 150000;
	return 'table ' . $node->safe_psql('registries',
		"select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables where schemaname = '$registry'");
}

sub subscribe
{
	my ($node, $registry) = @_;
	command($node, 'pg_dump', '--schema-only', "--schema=$registry", '-f', "$dir/$registry", 'registries');
	command($hub, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', 'registries', '-f', "$dir/$registry");
	$node->safe_psql('registries', "create publication $registry for " . published($node, $registry));
	$hub->safe_psql('registries', "create subscription $registry connection '" . $node->connstr . " dbname=registries' publication $registry");
}

# All that is committed has arrived.
sub arrived
{
	$hub->poll_query_until('registries', q{select count(*) = 0 from pg_subscription_rel where srsubstate not in ('r', 's')}) or die;
	for ([ $stockholm, 'stockholm' ], [ $taby, 'taby' ])
	{
		my ($node, $name) = @$_;
		next unless $node->safe_psql('registries', 'select count(*) from pg_replication_slots');
		$node->wait_for_catchup($name);
	}
}

sub equal
{
	my ($what) = @_;
	same(rows($stockholm, 'registries', 'stockholm'), rows($hub, 'registries', 'stockholm'), "$what: Stockholm's tables, views and functions");
	same(rows($taby, 'registries', 'taby'), rows($hub, 'registries', 'taby'), "$what: Täby's");
	for ('stockholm', 'taby')
	{
		is($hub->safe_psql('registries', "select count(*) from governance.verify_registry('$_')"), '0', "$what: verify_registry finds nothing in $_");
		is($hub->safe_psql('registries', "select count(*) from governance.verify_seals('$_')"), '0', "$what: nor verify_seals");
	}
}
subscribe($stockholm, 'stockholm');
subscribe($taby, 'taby');
arrived();
equal('copied');

# ---- an original is upgraded, the hub before it ----
run_as($hub, 'registries', 'municipality', q{select governance.upgrade_registry('taby')});
my $between = meeting($taby, '2025-03-05', 3);
arrived();
is($hub->safe_psql('registries', "select count(*) from taby.decision where meeting_id = $between"), '1', 'upgraded at the hub alone: rows flow');
$taby->safe_psql('registries', 'alter extension governance update');
run_as($taby, 'registries', 'municipality', q{select governance.upgrade_registry('taby')});
access($taby, 'registries', 'taby', '160000000000001');
$taby->safe_psql('registries', 'alter publication taby set ' . published($taby, 'taby'));
$hub->safe_psql('registries', 'alter subscription taby refresh publication');
arrived();
equal('upgraded at the original');

# ---- together ----
$hub->safe_psql('registries', q{
create schema hub;
do $$
declare
	report text;
begin
	foreach report in array array['todo', 'decision_register', 'meeting_overview', 'meeting', 'body'] loop
		execute format('create view hub.%1$I as
			select %2$L as municipality, s.* from stockholm.%1$I s union all
			select %3$L, t.* from taby.%1$I t', report, '0180', '0160');
	end loop;
end
$$});
my $sums = join ' union all ', map {
	"select '$_', (select count(*) from hub.$_) = (select count(*) from stockholm.$_) + (select count(*) from taby.$_) and exists (select from hub.$_ where municipality = '0160') and exists (select from hub.$_ where municipality = '0180')"
} 'todo', 'decision_register', 'meeting_overview', 'meeting', 'body';
is($hub->safe_psql('registries', "set governance.as_of = '2025-10-20'; $sums"),
	join("\n", map { "$_|t" } 'todo', 'decision_register', 'meeting_overview', 'meeting', 'body'), 'views over both');

# ---- changes flow, and a session that has read before sees them ----
my ($in, $out) = ('', '');
my $timer = IPC::Run::timeout($PostgreSQL::Test::Utils::timeout_default);
my $session = IPC::Run::start([ 'psql', '-XAtq', '-d', $hub->connstr('registries') ], '<', \$in, '>', \$out, $timer);

sub ask
{
	my ($sql) = @_;
	$out = '';
	$in .= "$sql;\n\\echo answered\n";
	$timer->start;	# for each question anew
	$session->pump until $out =~ /answered/;
	return $out =~ s/\n?answered\n//r;
}
my $quorum = "select string_agg(distinct status, ' ') from taby.explain_item($first, 1) where rule = 'quorum_present'";
my $chair = "select count(*) from taby.explain_body((select body_id from taby.meeting where id = $first)) where status = 'broken'";
is(ask($quorum), 'met', 'three of five are a quorum');
is(ask($chair), '0', 'the body is as it should be');
run_as($stockholm, 'registries', 'municipality', <<'SQL');
set search_path = stockholm, public;
begin;
insert into decision (meeting_id, position, text) values (5, 4, 'bifall') on conflict do nothing;
delete from reservation where meeting_id = 5;
update person set name = 'Ek-Lund' where id = 1;
insert into regulation (body_id, title, valid) values (1, 'Reglemente', '[2026-01-01,)');
insert into rule_setting (regulation_id, rule, mode) select max(id), 'costs_stated', 'warn' from regulation;
update matter set closed_on = '2025-12-01' where id = 3;
delete from goal_link;
commit;
SQL
run_as($taby, 'registries', 'municipality', <<'SQL');
set search_path = taby, public;
-- a rule that binds from another day on, and seats that change
insert into regulation (body_id, title, valid) select id, 'Reglemente', '[2025-03-13,)' from body;
insert into rule_setting (regulation_id, rule, value) select max(id), v.rule, v.value from regulation, (values ('seats', '5'), ('quorum_present', '4')) v(rule, value) group by 2, 3;
insert into hindrance (body_id, person_id, valid, reason) select body_id, person_id, '[2025-03-20,2025-03-21)', 'sjuk' from office;
SQL
# what is delivered there is not delivered here
$taby->safe_psql('registries', q{select governance.enable_delivery('taby')});
my $second = meeting($taby, '2025-04-09', 4);
arrived();
equal('changed');
my $delivers = q{select count(delivers_at), bool_or(governance.delivers_here('taby.registry')) from taby.registry};
is($taby->safe_psql('registries', $delivers), '1|t', 'delivery is enabled at the original');
is($hub->safe_psql('registries', $delivers), '1|f', 'and nothing is sent from the hub');
my $second_quorum = $quorum =~ s/$first/$second/r;
is(ask($second_quorum), 'met', 'four, where a later rule asks for four');
is(ask("select finding from taby.explain_item($second, 1) where rule = 'quorum_present'") =~ /4/ ? 1 : 0, 1, 'the session knows the later rule');
run_as($taby, 'registries', 'municipality', q{
	set search_path = taby, public;
	insert into membership (body_id, person_id, valid) select body_id, person_id, '[2027-01-01,2031-01-01)' from membership where person_id = (select max(id) from person)});
arrived();
is(ask("select count(*) from taby.membership"), '6', 'and the seats that came');
equal('seats changed');

# ---- taking over while the original is there ----
$hub->safe_psql('registries', 'drop subscription stockholm');
is($hub->safe_psql('registries', q{select count(*) from pg_sequences where schemaname = 'stockholm' and last_value is not null}), '0',
	'sequences have not come');
run_as($hub, 'registries', 'municipality', q{select governance.upgrade_registry('stockholm')});
lawful($hub, 'registries', 'stockholm', 'taken over');

# ---- and when it is gone ----
$taby->stop('immediate');
$hub->safe_psql('registries', $_)
  for 'alter subscription taby disable', 'alter subscription taby set (slot_name = none)', 'drop subscription taby';
run_as($hub, 'registries', 'municipality', q{select governance.upgrade_registry('taby')});
is(meeting($hub, '2025-05-14', 4), $second + 1, 'ids go on');
my ($rc, $said, $err) = $hub->psql('registries', "delete from taby.attendance where meeting_id = $second and person_id = (select max(person_id) from taby.attendance where meeting_id = $second)");
like($err, qr/item 1 needs 4 members present, 3 were/, 'the rules hold where the copy has taken over');
is(ask("select count(*) from taby.meeting"), '4', 'and the session sees what is written there');
$in .= "\\q\n";
$session->finish;
is($hub->safe_psql('registries', "select count(*) from governance.verify_registry('taby')"), '0', 'verify_registry finds nothing');

$_->stop for $hub, $stockholm;
for ($stockholm, $taby, $hub)
{
	unlike(PostgreSQL::Test::Utils::slurp_file($_->logfile), qr/terminated by signal 11|PANIC|TRAP:/, $_->name . ': nothing crashed');
}
done_testing();
