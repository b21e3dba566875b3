#!/usr/bin/perl
#
# Delivery: what is written to the outbox arrives, signed, whatever receivers do;
# nothing is sent from where it is not enabled, nor to where it must not be; and
# nobody who wants the database, or the server to stop, waits for it.
use strict;
use warnings;
use Test::More;
use Time::HiRes qw(time usleep);

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; require PostgreSQL::Test::Utils; 1 }
	  or plan skip_all => 'needs the TAP modules of PostgreSQL 15 or later';
}
use Delivery;

my $dir = PostgreSQL::Test::Utils::tempdir();
my $log = "$dir/received";
my $node = deliverer('delivery');
registry($node, 'town', 'outdoors');
my $receiver = receiver($log);

sub row { $node->safe_psql('town', "select $_[0] from outdoors.outbox o where o.endpoint_id = $_[1]") }
sub problem { $node->safe_psql('town', "select status, problem from outdoors.delivery_attempt t join outdoors.outbox o on o.id = t.outbox_id where o.endpoint_id = $_[0] order by t.number limit 1") }

# ---- off until it is enabled ----
my %to = map { $_ => endpoint($node, 'town', 'outdoors', $receiver->url("/$_")) } 'ok';
post($node, 'town', 1);
$node->safe_psql('town', q(call governance.deliver_pending()));
usleep(2_500_000);
is(scalar requests($log), 0, 'nothing is sent before delivery is enabled');
$node->safe_psql('town', q(select governance.enable_delivery('outdoors')));
ok(settled($node, 'town'), 'what was queued is delivered when it is');
my ($request) = requests($log);
is($request->{problem}, undef, 'the receiver finds it signed by the secret');
is($request->{type}, 'application/cloudevents+json; charset=utf-8', 'it is a CloudEvent in structured mode');
is(join(' ', @{ $request->{event} }{ 'specversion', 'type', 'source' }), '1.0 se.governance.minutes_announced urn:governance:0180', 'of version 1.0, with type and source');
is($request->{event}{id}, $request->{id}, 'its id is the key of idempotency');
is($request->{event}{data}{kept_at}, 'Anslag 1', 'its data are those of the notice');

# ---- good and bad receivers, all at once ----
my %expected = (
	'status/200' => [ 'delivered', 1 ], 'status/202' => [ 'delivered', 1 ],
	'status/301' => [ 'dead', 1, '301|HTTP status 301: redirects are not followed' ],
	'redirect' => [ 'dead', 1, '302|HTTP status 302: redirects are not followed' ],
	(map { ("status/$_" => [ 'dead', 1, "$_|HTTP status $_" ]) } 400, 401, 403, 404, 410, 422),
	(map { ("once/$_" => [ 'delivered', 2, "$_|HTTP status $_" ]) } 408, 425, 429, 500, 502, 503, 504),
	'once/429/2' => [ 'delivered', 2, '429|HTTP status 429' ],
	'twice/503' => [ 'delivered', 3, '503|HTTP status 503' ],
	'slow/500' => [ 'delivered', 1 ],
	'endless' => [ 'delivered', 1 ],
);
my %fails = (reset => qr/^\|Empty reply|^\|Recv failure/, half => qr/^200\|transfer closed|^200\|Recv failure|^200\|end of response/, 'slow/5000' => qr/^\|Operation timed out/);
$to{$_} = endpoint($node, 'town', 'outdoors', $receiver->url("/$_")) for keys %expected, keys %fails;
post($node, 'town', 1);
ok(settled($node, 'town', 'endpoint_id not in (' . join(',', @to{ keys %fails }) . ')'), 'one bad receiver does not stop the others');
for my $path (sort keys %expected)
{
	my ($state, $attempts, $problem) = @{ $expected{$path} };
	is(row('state, attempts', $to{$path}), "$state|$attempts", "$path: $state after $attempts");
	is(problem($to{$path}), $problem, "$path: what was wrong") if $problem;
}
for my $path (sort keys %fails)
{
	$node->poll_query_until('town', "select failures > 0 from outdoors.outbox where endpoint_id = $to{$path}");
	like(problem($to{$path}), $fails{$path}, "$path: tried again");
}
my ($first, $second) = grep { $_->{path} eq '/once/429/2' } requests($log);
cmp_ok($second->{at} - $first->{at}, '>=', 1900, 'Retry-After is honoured');
is($first->{id}, $second->{id}, 'an event has the same id in each attempt');
is(scalar(grep { defined $_->{problem} } requests($log)), 0, 'each request was signed');
is($node->safe_psql('town', "select outdoors.requeue_deliveries(endpoint => $to{'status/404'})"), 1, 'what was given up is requeued by hand');
ok($node->poll_query_until('town', "select state = 'dead' and attempts = 2 from outdoors.outbox where endpoint_id = $to{'status/404'}"), 'and tried again');
$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");

# ---- where nothing may be sent ----
my %denied = (
	'https://10.1.2.3/' => 'an address inside', 'https://169.254.169.254/latest/meta-data' => 'an address inside',
	'https://192.168.1.1/' => 'an address inside', 'https://[::1]/' => 'an address inside', 'https://[fd00::1]/' => 'an address inside',
	'https://[::ffff:10.0.0.1]/' => 'an address inside', 'https://0.0.0.0/' => 'an address inside', 'https://0x0a000001/' => 'an address inside',
	'http://192.0.2.1/' => 'http is for this machine', 'http://[::1]:' . $receiver->port . '/' => 'http is for this machine');
$to{$_} = endpoint($node, 'town', 'outdoors', $_) for keys %denied;
post($node, 'town', 1);
for my $url (sort keys %denied)
{
	$node->poll_query_until('town', "select failures > 0 from outdoors.outbox where endpoint_id = $to{$url}");
	like(problem($to{$url}), qr/^\|\Q$denied{$url}\E/, "$url is not called");
}
$to{secretless} = endpoint($node, 'town', 'outdoors', $receiver->url('/status/200?secretless'));
$node->safe_psql('town', qq(update outdoors.endpoint set state = 'paused' where id <> $to{secretless}; update outdoors.endpoint set secret = 'nobody' where id = $to{secretless}));
post($node, 'town', 1);
$node->poll_query_until('town', "select failures > 0 from outdoors.outbox where endpoint_id = $to{secretless}");
like(problem($to{secretless}), qr/could not open secret "nobody"/, 'nothing is sent unsigned');
$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");

# ---- encrypted ----
my ($key, $certificate, $authority) = certificate();
my $safe = receiver("$dir/encrypted", tls => [ $key, $certificate ]);
my $https = endpoint($node, 'town', 'outdoors', 'https://127.0.0.1:' . $safe->port . '/ok');
post($node, 'town', 1);
$node->poll_query_until('town', "select failures > 0 from outdoors.outbox where endpoint_id = $https");
like(problem($https), qr/^\|SSL certificate problem|unable to get local issuer/, 'a certificate that nobody known has signed is not trusted');
is(scalar requests("$dir/encrypted"), 0, 'and nothing is said to who shows it');
my $other = endpoint($node, 'town', 'outdoors', 'https://localhost:' . $safe->port . '/ok');
$node->safe_psql('postgres', "alter system set governance.delivery_ca_file = '$authority'");
$node->reload;
post($node, 'town', 1);
ok(settled($node, 'town', "endpoint_id = $https"), 'one that is signed by a private authority is, where that is named');
is((requests("$dir/encrypted"))[0]{http}, '2.0', 'by HTTP/2');
$node->poll_query_until('town', "select failures > 0 from outdoors.outbox where endpoint_id = $other");
like(problem($other), qr/no alternative certificate subject name matches|SSL: /, 'a certificate of another name is not');
SKIP:
{
	skip 'nginx is not here', 3 unless $ENV{NGINX};
	my $proxy = proxy($receiver, "$dir/proxied", $key, $certificate);
	my $behind = endpoint($node, 'town', 'outdoors', 'https://127.0.0.1:' . $proxy->port . '/once/503?nginx');
	post($node, 'town', 20);
	ok(settled($node, 'town', "endpoint_id = $behind"), 'nginx with a certificate of the private authority: delivered');
	my @said = grep { $_->{path} eq '/once/503?nginx' } requests($log);
	is(scalar(@said) . ' ' . scalar(grep { defined $_->{problem} } @said), '40 0', 'behind it all arrived twice, as was asked for, and signed');
	my %versions = map { $_ => 1 } split /\n/, PostgreSQL::Test::Utils::slurp_file("$dir/proxied");
	is(join(', ', sort keys %versions), 'HTTP/2.0 TLSv1.3 204, HTTP/2.0 TLSv1.3 503', 'by HTTP/2 and TLS 1.3');
}
$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");

# ---- in order ----
my $ordered = endpoint($node, 'town', 'outdoors', $receiver->url('/once/503?in-order'), in_order => 't');
$node->safe_psql('town', "insert into outdoors.outbox (endpoint_id, kind, matter_id, subject, data) select $ordered, 'minutes_announced', n % 3, n, '{}' from generate_series(1, 30) n");
ok(settled($node, 'town', "endpoint_id = $ordered"), 'in order');
my (%last, $disorder);
for (grep { $_->{path} eq '/once/503?in-order' && $_->{event}{subject} =~ /^\d+$/ } requests($log))
{
	my $n = $_->{event}{subject};
	$disorder++ if ($last{ $n % 3 } || 0) > $n;
	$last{ $n % 3 } = $n;
}
is($disorder, undef, 'events of a matter arrive in the order in which they came, failures or not');

# ---- from a session ----
$node->safe_psql('town', q(select governance.disable_delivery('outdoors'); update outdoors.endpoint set state = 'paused'; update outdoors.endpoint set state = 'active' where id = ) . $to{ok});
post($node, 'town', 50);
my $before = requests($log);
$node->safe_psql('town', q(call governance.deliver_pending()));
is(scalar requests($log), $before, 'a session delivers nothing either where it is not enabled');
$node->append_conf('postgresql.conf', "shared_preload_libraries = ''\n");
$node->restart;
$node->safe_psql('town', q(select governance.enable_delivery('outdoors')));
my (undef, undef, $said) = $node->psql('town', 'call governance.deliver_pending(20)');
like($said, qr/delivered 20, failing 0, given up 0/, 'without the worker a session delivers so many');
(undef, undef, $said) = $node->psql('town', 'call governance.deliver_pending()');
like($said, qr/delivered \d\d,/, 'and the rest');
ok(!row('1', "$to{ok} and o.state = 'queued'"), 'so that none is left');
$node->append_conf('postgresql.conf', "shared_preload_libraries = 'governance_delivery'\n");
$node->restart;

# ---- nothing of a registry runs as the worker ----
$node->safe_psql('postgres', 'create role municipality login');
registry($node, 'theirs', 'outdoors', 'municipality');
my @theirs = (extra_params => [ '-U', 'municipality' ]);
endpoint($node, 'theirs', 'outdoors', $receiver->url('/ok?theirs'));
$node->safe_psql('theirs', <<'SQL', @theirs);
create table outdoors.spied (who text, tried text);
create function outdoors.spy() returns trigger language plpgsql as $$
begin
	set role postgres;
	insert into outdoors.spied values (current_user, 'became postgres');
	return null;
exception when others then
	insert into outdoors.spied values (current_user, sqlerrm);
	return null;
end
$$;
create trigger spy after update on outdoors.outbox for each row execute function outdoors.spy();
select governance.enable_delivery('outdoors');
SQL
post($node, 'theirs', 1);
ok(settled($node, 'theirs'), 'what belongs to a role is delivered');
is($node->safe_psql('theirs', 'select distinct who, tried from outdoors.spied'),
	'municipality|cannot set parameter "role" within security-definer function', "a trigger on the outbox has its owner's rights, and no more");
$node->safe_psql('theirs', 'create constraint trigger spy_later after update on outdoors.outbox deferrable initially deferred for each row execute function outdoors.spy()', @theirs);
post($node, 'theirs', 1);
usleep(2_500_000);
is($node->safe_psql('theirs', q(select count(*) from outdoors.spied where who <> 'municipality')), 0, 'nor has one that waits for the end of the transaction');
$node->safe_psql('theirs', 'drop trigger spy_later on outdoors.outbox; drop trigger spy on outdoors.outbox', @theirs);
my (undef, undef, $theirs) = $node->psql('theirs', 'call governance.deliver_pending()', @theirs);
like($theirs, qr/delivered \d/, 'its owner delivers from a session');

# ---- nobody waits for it ----
# The requests take four minutes; PostgreSQL itself gives up on a database that is in
# use after five seconds, and who waits for a lock here after ten: what succeeds has
# not waited for them.
$node->append_conf('postgresql.conf', "governance.delivery_timeout = '300s'\n");
$node->reload;
my $slow = endpoint($node, 'town', 'outdoors', $receiver->url('/slow/240000'), at_once => 20);
my $under_way = "select count(*) >= 20 from outdoors.outbox where endpoint_id = $slow and claimed_at is not null";
my $again = "update outdoors.outbox set claimed_at = null, due_at = now() where endpoint_id = $slow and state = 'queued'";
post($node, 'town', 40);
$node->poll_query_until('town', $under_way);
for (
	[ 'tables are locked', 'begin; lock table outdoors.outbox, outdoors.endpoint in access exclusive mode; commit' ],
	[ 'the extension is altered', <<'SQL' ],
alter extension governance drop function governance.delivery_backlog();
create or replace function governance.delivery_backlog() returns bigint language sql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$select 100000::bigint$$;
alter extension governance add function governance.delivery_backlog();
alter extension governance update;
SQL
	[ 'the extension is dropped', 'begin; drop extension governance cascade; rollback' ])
{
	my ($what, $sql) = @$_;
	my (undef, undef, $error) = $node->psql('town', "set lock_timeout = '10s'; set client_min_messages = error; $sql");
	is($error, '', "$what while requests are under way");
}
for my $table (qw(outbox delivery_attempt endpoint))
{
	my (undef, undef, $error) = $node->psql('town', "set lock_timeout = '10s'; truncate outdoors.$table cascade");
	like($error, qr/cannot be truncated/, "$table is not truncated, and nobody waits to hear it");
}
my $waits = $node->safe_psql('postgres', 'show server_version_num') >= 170000 ? 'GovernanceDelivery' : 'Extension';
ok($node->poll_query_until('postgres', "select (wait_event_type, wait_event) = ('Extension', '$waits') from pg_stat_activity where backend_type = 'governance delivery worker' and datname = 'town'"),
	'it is seen what the worker waits for');
$node->safe_psql('postgres', 'create database restored');
$node->command_ok([ 'bash', '-c', 'pg_dump -Fc -h "$0" -p "$1" town | pg_restore --exit-on-error -h "$0" -p "$1" -d restored', $node->host, $node->port ],
	'the database is dumped and restored while requests are under way');
is($node->safe_psql('restored', q(select governance.delivers_here('outdoors.registry'))), 'f', 'what was restored sends nothing');
is($node->safe_psql('town', $under_way), 't', 'all the while they were');
$node->safe_psql('postgres', 'create database copy template town');
ok(1, 'the database is copied while requests are under way');
is($node->safe_psql('copy', q(select governance.delivers_here('outdoors.registry'))), 'f', 'the copy sends nothing');
$node->safe_psql('town', $again);
$node->poll_query_until('town', $under_way);
my $began = time;
$node->stop('fast');
my $took = time - $began;
cmp_ok($took, '<', 60, 'the server stops with requests under way');
note(sprintf('it took %.1f seconds', $took));
$node->start;
$node->safe_psql('town', $again);
$node->poll_query_until('town', $under_way);
$node->safe_psql('postgres', 'drop database town');
ok(1, 'the database is dropped while requests are under way');
$node->append_conf('postgresql.conf', "governance.delivery_timeout = '2s'\n");
$node->reload;

# ---- a standby that was promoted ----
registry($node, 'town', 'outdoors');
$node->safe_psql('town', q(select governance.enable_delivery('outdoors')));
endpoint($node, 'town', 'outdoors', $receiver->url('/ok?promoted'));
$node->safe_psql('town', q(update outdoors.endpoint set state = 'paused'));
post($node, 'town', 3);
$node->backup('copy');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'copy', has_streaming => 1);
$standby->start;
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
$standby->promote;
$standby->safe_psql('town', q(update outdoors.endpoint set state = 'active'));
is($standby->safe_psql('town', q(select governance.delivers_here('outdoors.registry'))), 'f', 'a standby that was promoted does not deliver');
usleep(2_500_000);
is(scalar(grep { $_->{path} eq '/ok?promoted' } requests($log)), 0, 'and has sent nothing');
$standby->safe_psql('town', q(select governance.enable_delivery('outdoors')));
ok(settled($standby, 'town'), 'until it is enabled there');

done_testing();
