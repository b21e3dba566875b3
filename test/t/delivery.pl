#!/usr/bin/perl
#
# Delivery: what is written to the outbox arrives, signed, whatever receivers do;
# nothing is sent from where it is not enabled, nor to where it must not be; and
# nobody who wants the database, or the server to stop, waits for it.
use strict;
use warnings;
use Test::More;
use IO::Socket::INET;
use Time::HiRes qw(usleep);

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; require PostgreSQL::Test::Utils; 1 }
	  or plan skip_all => 'needs the TAP modules of PostgreSQL 15 or later';
}
use Delivery;
use Registries qw(copied_server from_config);

my $dir = PostgreSQL::Test::Utils::tempdir();
# a server of our own files, beside which the script of a later version can be put
$ENV{PATH} = copied_server("$dir/server") . ":$ENV{PATH}";
PostgreSQL::Test::Utils::append_to_file("$dir/server" . from_config('--sharedir') . '/extension/governance--0.2.0--next.sql',
	"create or replace function governance.delivery_backlog() returns bigint language sql immutable parallel safe as 'select 100000::bigint';\n");
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
like($node->safe_psql('town', "select count(distinct t.number) from outdoors.delivery_attempt t join outdoors.outbox o on o.id = t.outbox_id where o.endpoint_id = $to{'twice/503'}"),
	qr/^3$/, 'each attempt is recorded');
my $said = PostgreSQL::Test::Utils::slurp_file($node->logfile);
like($said, qr/could not deliver event [0-9a-f-]{36} of registry "outdoors" to endpoint $to{'status\/404'}, attempt 1: HTTP status 404/, 'the log says what was not delivered, and why');
ok($node->poll_query_until('town', "select count(*) = 0 from pg_stat_activity where datname = 'town' and backend_type = 'governance delivery worker'"),
	'a worker leaves when nothing is due');
like(PostgreSQL::Test::Utils::slurp_file($node->logfile), qr/delivered \d+ events, \d+ are to be tried again, \d+ were given up/, 'and says what it has done');

# ---- so many at a time, over connections that are kept ----
for my $case ([ 'few', 3, 32 ], [ 'all', 20, 5 ])
{
	my ($path, $at_once, $concurrency) = @$case;
	$node->append_conf('postgresql.conf', "governance.delivery_concurrency = $concurrency\n");
	$node->reload;
	my $few = endpoint($node, 'town', 'outdoors', $receiver->url("/slow/50?$path"), at_once => $at_once);
	post($node, 'town', 40);
	ok(settled($node, 'town', "endpoint_id = $few"), "$path: all arrive");
	my @got = grep { $_->{path} eq "/slow/50?$path" } requests($log);
	my ($most) = sort { $b <=> $a } map { $_->{toAll} } @got;
	my $limit = $at_once < $concurrency ? $at_once : $concurrency;
	is($most, $limit, "$path: $limit at a time") or diag(join ' ', map { $_->{toAll} } @got);
	my %from = map { $_->{from} => 1 } @got;
	cmp_ok(scalar keys %from, '<=', 20, "$path: connections are used again");
	note(sprintf('%s: %d requests over %d connections', $path, scalar @got, scalar keys %from));
	$node->safe_psql('town', "update outdoors.endpoint set state = 'paused' where id = $few");
}
$node->append_conf('postgresql.conf', "governance.delivery_concurrency = 32\n");
$node->reload;

# ---- once a day ----
$node->safe_psql('town', "update outdoors.outbox set ended_at = ended_at - interval '91 days' where endpoint_id = $to{'status/200'}; update outdoors.registry set duties_told_on = null");
ok($node->poll_query_until('town', "select not exists (select from outdoors.outbox where endpoint_id = $to{'status/200'} and state = 'delivered')"), 'what was delivered long ago is deleted');

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

# ---- encrypted, by nginx ----
my %tls = certificates();
my $front = nginx("$dir/encrypted", $receiver, @tls{ 'good', 'expired' });
my %https = map { $_->[0] => endpoint($node, 'town', 'outdoors', "https://$_->[1]:" . $front->port($_->[2]) . "/ok?$_->[0]") }
  [ trusted => '127.0.0.1', 0 ], [ name => 'localhost', 0 ], [ expired => '127.0.0.1', 1 ];
post($node, 'town', 1);
$node->poll_query_until('town', "select failures > 0 from outdoors.outbox where endpoint_id = $https{trusted} limit 1");
like(problem($https{trusted}), qr/^\|SSL certificate problem|unable to get local issuer/, 'a certificate that nobody known has signed is not trusted');
is(scalar requests("$dir/encrypted"), 0, 'and nothing is said to who shows it');
$node->safe_psql('postgres', "alter system set governance.delivery_ca_file = '$tls{authority}'");
$node->reload;
ok(settled($node, 'town', "endpoint_id = $https{trusted}"), 'one that is signed by a private authority is, where that is named');
post($node, 'town', 40);
ok(settled($node, 'town', "endpoint_id = $https{trusted}"), 'and goes on being');
my (undef, @encrypted) = requests("$dir/encrypted");
is(scalar(grep { $_->{status} != 204 } @encrypted), 0, 'all that nginx got was signed');
is(join(' ', sort keys %{ { map { ("$_->{http} $_->{tls}" => 1) } @encrypted } }), 'HTTP/2.0 TLSv1.3', 'by HTTP/2 and TLS 1.3');
is(scalar(grep { $_->{path} eq '/ok?trusted' && !defined $_->{problem} } requests($log)), 41, 'and the receiver behind it got each once');
my %connection = map { $_->{connection} => 1 } @encrypted;
cmp_ok(scalar keys %connection, '<=', 20, 'over connections that are kept');
note(sprintf('%d requests over %d connections of nginx', scalar @encrypted, scalar keys %connection));
$node->poll_query_until('town', "select failures > 1 from outdoors.outbox where endpoint_id = $https{$_} order by failures desc limit 1") for 'name', 'expired';
like($node->safe_psql('town', "select string_agg(distinct problem, '|') from outdoors.delivery_attempt t join outdoors.outbox o on o.id = t.outbox_id where o.endpoint_id = $https{name}"),
	qr/no alternative certificate subject name matches|SSL: /, 'a certificate of another name is not');
like($node->safe_psql('town', "select string_agg(distinct problem, '|') from outdoors.delivery_attempt t join outdoors.outbox o on o.id = t.outbox_id where o.endpoint_id = $https{expired}"),
	qr/certificate has expired/, 'nor is one that has expired');
is(scalar(grep { $_->{path} =~ /name|expired/ } requests($log)), 0, 'and nothing is said to them');
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
(undef, undef, $said) = $node->psql('town', 'call governance.deliver_pending(20)');
like($said, qr/delivered 20, failing 0, given up 0/, 'without the worker a session delivers so many');
(undef, undef, $said) = $node->psql('town', 'call governance.deliver_pending()');
like($said, qr/delivered [1-9]\d*,/, 'and the rest');
ok(!row('1', "$to{ok} and o.state = 'queued'"), 'so that none is left');
# somebody else has locked one of ten
post($node, 'town', 10);
my ($asks, $answer) = ("begin; select 'locked' from outdoors.outbox where endpoint_id = $to{ok} and state = 'queued' order by id limit 1 for update;\n", '');
my $holds = IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('town') ], '<', \$asks, '>', \$answer, IPC::Run::timer(180));
$holds->pump until $answer =~ /locked/;
like(($node->psql('town', "set lock_timeout = '60s'; call governance.deliver_pending()"))[2], qr/delivered 9,/, 'a row that is locked is passed over');
$asks .= "rollback;\n\\q\n";
$holds->finish;
like(($node->psql('town', 'call governance.deliver_pending()'))[2], qr/delivered 1,/, 'and delivered when it no longer is');
my $waits = endpoint($node, 'town', 'outdoors', $receiver->url('/slow/600000?session'));
post($node, 'town', 1);
(undef, undef, $said) = $node->psql('town', "set governance.delivery_timeout = '600s'; set statement_timeout = '1s'; call governance.deliver_pending()");
like($said, qr/canceling statement due to statement timeout/, 'a session that waits for an answer can be interrupted');
$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");
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
(undef, undef, $theirs) = $node->psql('theirs', "set governance.delivery_allow = '0.0.0.0/0'", @theirs);
like($theirs, qr/permission denied to set parameter "governance.delivery_allow"/, 'and may not say where to');

# ---- one registry does not stop the others ----
$node->safe_psql('theirs', <<'SQL', @theirs);
select governance.create_registry('broken', '0180');
insert into broken.endpoint (name, url, kinds, secret) values ('any', 'https://192.0.2.1/', '{minutes_announced}', 'board');
create function broken.refuse() returns trigger language plpgsql as $$ begin raise 'no row is changed'; end $$;
create trigger refuse before update on broken.outbox for each row execute function broken.refuse();
insert into broken.outbox (endpoint_id, kind, subject, data) select id, 'minutes_announced', 'x', '{}' from broken.endpoint;
SQL
$node->safe_psql('theirs', q(select governance.enable_delivery('broken')));
post($node, 'theirs', 1);
ok(settled($node, 'theirs'), 'a registry that refuses to be delivered does not stop another');
ok($node->poll_query_until('theirs', q(select attempts = 0 from broken.outbox)), 'nothing of it is claimed');
like(PostgreSQL::Test::Utils::slurp_file($node->logfile), qr/ERROR:  no row is changed\n.*CONTEXT:  .*delivering what registry "broken" sends/s, 'and the log says which');

# ---- more databases than workers ----
$node->append_conf('postgresql.conf', "governance.delivery_workers = 1\n");
$node->reload;
$node->safe_psql('town', "update outdoors.endpoint set state = 'active' where id = $to{ok}");
for (1 .. 3)
{
	$node->safe_psql('postgres', "create database town_$_ template town");
	$node->safe_psql("town_$_", "select governance.enable_delivery('outdoors')");
	post($node, "town_$_", 5);
}
ok(settled($node, "town_$_", "endpoint_id = $to{ok}"), "one worker serves several databases: town_$_") for 1 .. 3;
$node->safe_psql('postgres', "drop database town_$_") for 1 .. 3;
$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");
$node->append_conf('postgresql.conf', "governance.delivery_workers = 2\n");
$node->reload;

# ---- nobody waits for it ----
# The requests take as long as requests may, ten minutes, and nobody here waits for a
# lock longer than one; for a database that is in use PostgreSQL itself waits five
# seconds.  What succeeds has not waited for them.
$node->append_conf('postgresql.conf', "governance.delivery_timeout = '600s'\n");
$node->reload;
my $slow = endpoint($node, 'town', 'outdoors', $receiver->url('/slow/600000'), at_once => 20);

my $waits_for = $node->safe_psql('postgres', 'show server_version_num') >= 170000 ? 'GovernanceDelivery' : 'Extension';

# sends them (again), and waits until they are under way: no transaction is open then
sub send_slow
{
	my ($database) = @_;
	# who is there now may have had its turn, and only wait
	my $pids = $node->safe_psql($database, q(select coalesce(string_agg(case when pg_terminate_backend(pid) then pid::text end, ', '), '0')
		from pg_stat_activity where datname = current_database() and backend_type = 'governance delivery worker'));
	ok($node->poll_query_until($database, "select not exists (select from pg_stat_activity where pid in ($pids))"), "$database: who waits for answers can be ended");
	$node->safe_psql($database, "update outdoors.outbox set claimed_at = null, due_at = now() where endpoint_id = $slow");
	ok($node->poll_query_until($database, "select exists (select from pg_stat_activity where datname = current_database()
			and backend_type = 'governance delivery worker' and wait_event = '$waits_for' and xact_start is null and backend_xmin is null)
		and count(*) >= 20 from outdoors.outbox where endpoint_id = $slow and claimed_at is not null"),
		"$database: requests are under way, and no transaction is");
}

sub impatient { my ($database, $sql) = @_; return $node->psql($database, "set lock_timeout = '60s'; $sql") }

# one takes the connection and says nothing; those that wait for the slow one do not
# hold it up
my $silent = IO::Socket::INET->new(Listen => 20, LocalAddr => '127.0.0.1') or die $!;
my $mute = endpoint($node, 'town', 'outdoors', 'https://127.0.0.1:' . $silent->sockport . '/', at_once => 1);
post($node, 'town', 40);
send_slow('town');
ok($node->poll_query_until('town', "select exists (select from outdoors.outbox where endpoint_id = $mute and failures > 0)"), 'a connection has a time limit of its own');
like($node->safe_psql('town', "select min(t.problem) from outdoors.delivery_attempt t join outdoors.outbox o on o.id = t.outbox_id where o.endpoint_id = $mute"),
	qr/timed out|timeout/i, 'and it is said');
$node->safe_psql('town', "update outdoors.endpoint set state = 'paused' where id = $mute");

for ([ 'the tables are locked', 'begin; lock table outdoors.outbox, outdoors.endpoint, outdoors.delivery_attempt in access exclusive mode; commit' ],
	[ 'attempts are truncated, by who may', 'set session_replication_role = replica; truncate outdoors.delivery_attempt' ],
	[ 'the registry is brought to its version', q(select governance.upgrade_registry('outdoors')) ],
	[ 'the extension is updated', q(alter extension governance update to 'next') ])
{
	my ($what, $sql) = @$_;
	is((impatient('town', $sql))[0], 0, "$what while requests are under way");
}
like((impatient('town', "truncate outdoors.$_ cascade"))[2], qr/cannot be truncated/, "TRUNCATE of $_ is refused at once") for qw(endpoint outbox delivery_attempt);
send_slow('town');
PostgreSQL::Test::Utils::system_or_bail('pg_dump', '--lock-wait-timeout=60s', '-d', $node->connstr('town'), '-f', "$dir/dump.sql");
ok(1, 'the database is dumped while requests are under way');
is((impatient('postgres', 'create database copy template town'))[0], 0, 'the database is copied while requests are under way');

# ---- copies send nothing ----
$node->safe_psql('postgres', q(alter database copy set governance.delivery = 'outdoors'));
is($node->safe_psql('copy', q(select governance.delivers_here('outdoors.registry'))), 'f', 'a copy of the database does not deliver, whatever its settings');
$node->safe_psql('postgres', 'create database restored template template0');
PostgreSQL::Test::Utils::system_or_bail('psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('restored'), '-c', 'set client_min_messages = warning', '-f', "$dir/dump.sql", '-o', '/dev/null');
$node->safe_psql('postgres', q(alter database restored set governance.delivery = 'outdoors'));
is($node->safe_psql('restored', q(select governance.delivers_here('outdoors.registry'))), 'f', 'nor does one that was restored from a dump');
# what was claimed when they were copied is due again now
$node->safe_psql($_, 'update outdoors.outbox set claimed_at = null, due_at = now() where claimed_at is not null') for 'copy', 'restored';
like(($node->psql($_, 'call governance.deliver_pending()'))[2], qr/delivered 0, failing 0, given up 0/, "$_: from a session neither") for 'copy', 'restored';
usleep(2_500_000);
is($node->safe_psql($_, "select count(*) from outdoors.outbox where endpoint_id = $slow and claimed_at is not null"), '0', "$_: nothing is claimed") for 'copy', 'restored';
$node->safe_psql('postgres', 'drop database restored');

# ---- nor does anybody wait who ends it ----
$node->safe_psql('copy', q(select governance.enable_delivery('outdoors')));
send_slow('copy');
is((impatient('postgres', 'drop database copy'))[0], 0, 'a database is dropped while requests are under way');
send_slow('town');
# pg_ctl gives up long before the requests do
is($node->stop('fast'), 1, 'the server stops while requests are under way');
$node->start;
send_slow('town');
is((impatient('town', 'drop extension governance cascade'))[0], 0, 'the extension is dropped while requests are under way');
is((impatient('postgres', 'drop database town'))[0], 0, 'and the database');
unlike(PostgreSQL::Test::Utils::slurp_file($node->logfile), qr/terminated by signal|PANIC|TRAP:/, 'nothing has crashed');
$node->append_conf('postgresql.conf', "governance.delivery_timeout = '2s'\n");
$node->reload;

# ---- a base backup, and a standby that was promoted ----
registry($node, 'town', 'outdoors');
$node->safe_psql('town', q(select governance.enable_delivery('outdoors')));
endpoint($node, 'town', 'outdoors', $receiver->url('/ok?promoted'));
$node->safe_psql('town', q(update outdoors.endpoint set state = 'paused'));
post($node, 'town', 3);
$node->backup('copy');
my $other = PostgreSQL::Test::Cluster->new('other');
$other->init_from_backup($node, 'copy');
$other->start;
is($other->safe_psql('town', q(update outdoors.endpoint set state = 'active'; select governance.delivers_here('outdoors.registry')), extra_params => ['-q']), 'f', 'a base backup that is started does not deliver');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'copy', has_streaming => 1);
$standby->start;
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
$standby->promote;
$standby->safe_psql('town', q(update outdoors.endpoint set state = 'active'));
is($standby->safe_psql('town', q(select governance.delivers_here('outdoors.registry'))), 'f', 'a standby that was promoted does not deliver');
usleep(2_500_000);
is(scalar(grep { $_->{path} eq '/ok?promoted' } requests($log)), 0, 'and they have sent nothing');
$other->stop;
$node->restart;
is($node->safe_psql('town', q(select governance.delivers_here('outdoors.registry'))), 't', 'the server that was copied delivers after a restart');
$standby->safe_psql('town', q(select governance.enable_delivery('outdoors')));
ok(settled($standby, 'town'), 'the standby when it is enabled there');

done_testing();
