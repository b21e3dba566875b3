#!/usr/bin/perl
#
# The worker, the server and the receiver are killed at random moments while events
# are delivered: each arrives, and what arrives twice has the same id.
#
# DELIVERY_EVENTS (test/delivery/run) makes it longer, and has it tell how fast it
# goes; with NODE_PATH the signatures are verified by the package standardwebhooks.
use strict;
use warnings;
use JSON::PP ();
use Test::More;
use Time::HiRes qw(time usleep);

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; require PostgreSQL::Test::Utils; 1 }
	  or plan skip_all => 'needs the TAP modules of PostgreSQL 15 or later';
}
use Delivery;

my $long = $ENV{DELIVERY_EVENTS};
my $events = $long || 300;
my $dir = PostgreSQL::Test::Utils::tempdir();
my $node = deliverer('kills', <<'CONF');
governance.delivery_timeout = '500ms'
max_connections = 20
restart_after_crash = on
CONF
registry($node, 'town', 'outdoors');
my %verifier = $ENV{NODE_PATH} ? (WEBHOOK_VERIFIER => 'standardwebhooks') : ();

sub queue
{
	my ($endpoint, $n) = @_;
	$node->safe_psql('town', "insert into outdoors.outbox (endpoint_id, kind, subject, data) select $endpoint, 'minutes_announced', n, jsonb_build_object('n', n) from generate_series(1, $n) n");
}

sub asked { my ($sql) = @_; my $answer = ''; $node->psql('town', $sql, stdout => \$answer, timeout => 30); return $answer }

sub worker { asked(q(select coalesce(min(pid), 0) from pg_stat_activity where backend_type = 'governance delivery worker')) || 0 }

# ---- killed ----
{
	my $log = "$dir/killed";
	my $receiver = receiver($log, %verifier);
	my $port = $receiver->port;
	my $endpoint = endpoint($node, 'town', 'outdoors', $receiver->url('/slow/50'), at_once => 4);
	queue($endpoint, $events);
	$node->safe_psql('town', q(select governance.enable_delivery('outdoors')));
	my %kills = (worker => 0, server => 0, receiver => 0);
	my $most = $long ? 12 : 1;
	my $turn = 0;
	my $until = time + ($long ? 1800 : 120);
	while (time < $until && asked(q(select exists (select from outdoors.outbox where state = 'queued'))) ne 'f')
	{
		my $what = (sort keys %kills)[ $turn++ % 3 ];
		usleep(200_000 + rand 500_000);
		next if $kills{$what} >= $most;
		if ($what eq 'worker')
		{
			my $pid = worker() or next;
			$kills{worker}++ if kill 'KILL', $pid;
			# one process that is killed takes the others with it, and they come again
			$node->poll_query_until('postgres', 'select true');
		}
		elsif ($what eq 'server')
		{
			$kills{server}++;
			# its processes go one by one, and the next server waits for the last of them
			my @processes = split /\n/, asked('select pid from pg_stat_activity where pid <> pg_backend_pid()');
			$node->kill9;
			usleep(20_000) while grep { kill 0, $_ } @processes;
			usleep(100_000) until $node->start(fail_ok => 1);
		}
		else
		{
			$kills{receiver}++;
			$receiver->stop;
			usleep(rand 300_000);
			$receiver = receiver($log, %verifier, RECEIVER_PORT => $port);
		}
	}
	is(asked(q(select count(*), count(*) filter (where state = 'delivered') from outdoors.outbox)), "$events|$events", "$events events are delivered in the end");
	my %arrived;
	my $bad = 0;
	for (requests($log))
	{
		$bad++ if defined $_->{problem};
		push @{ $arrived{ $_->{id} } }, $_->{event}{data}{n};
	}
	is(scalar keys %arrived, $events, 'each has arrived');
	is(scalar(grep { my %n = map { $_ => 1 } @$_; keys %n != 1 } values %arrived), 0, 'each id is of one event');
	is($bad, 0, 'each was signed');
	my $twice = 0;
	$twice += @$_ - 1 for values %arrived;
	note("$events events, killed: " . join(', ', map { "$_ $kills{$_} times" } sort keys %kills) . "; $twice arrived more than once" . (%verifier ? '; signatures verified by standardwebhooks' : ''));
	cmp_ok($kills{worker} + $kills{server} + $kills{receiver}, '>', 0, 'something was killed');
	$receiver->stop;
	$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");
}

# ---- how fast ----
# On one core and on two: the server, the receiver and whoever asks share them.
sub measured
{
	my ($cores) = @_;
	my $log = "$dir/fast$cores";
	PostgreSQL::Test::Utils::system_or_bail('taskset', '-p', '-c', '0-' . ($cores - 1), $$);
	$node->restart;
	my $receiver = receiver($log);
	my $endpoint = endpoint($node, 'town', 'outdoors', $receiver->url("/ok?fast$cores"), at_once => 32);
	$node->append_conf('postgresql.conf', "governance.delivery_timeout = '5s'\n");
	$node->reload;
	my $on = $cores == 1 ? 'one core' : "$cores cores";
	for my $n ($events, 10 * $events)
	{
		$node->safe_psql('town', q(update outdoors.endpoint set state = 'paused'));
		queue($endpoint, $n);
		$node->safe_psql('town', 'vacuum analyze outdoors.outbox');
		my $began = time;
		$node->safe_psql('town', "update outdoors.endpoint set state = 'active' where id = $endpoint");
		my @memory;
		while (asked(q(select exists (select from outdoors.outbox where state = 'queued' and attempts = 0))) ne 'f')
		{
			my $pid = worker();
			push @memory, PostgreSQL::Test::Utils::slurp_file("/proc/$pid/status") =~ /VmRSS:\s+(\d+)/ if $pid && -e "/proc/$pid/status";
			usleep(250_000);
		}
		my $took = time - $began;
		note(sprintf('%s, %d events queued: %.0f a second; memory of the worker %d to %d kB', $on, $n, $n / $took, (sort { $a <=> $b } @memory)[0, -1]));
		ok(settled($node, 'town', "endpoint_id = $endpoint"), "$on: $n events are delivered");
	}
	# libcurl alone, with what it was sent
	open my $config, '>', "$dir/requests" or die $!;
	open my $received, '<', $log or die $!;
	my $body = JSON::PP->new->encode(JSON::PP::decode_json(scalar <$received>)->{event});
	$body =~ s/(["\\])/\\$1/g;
	my $url = $receiver->url('/ok?curl');
	print $config join("next\n", map { qq(url = "$url"\nrequest = "POST"\nheader = "Content-Type: application/cloudevents+json"\nheader = "webhook-id: x$_"\nheader = "webhook-signature: v1,x"\ndata = "$body"\noutput = "/dev/null"\n) } 1 .. $events);
	close $config;
	my $began = time;
	PostgreSQL::Test::Utils::system_or_bail('curl', '--silent', '--parallel', '--parallel-max', '32', '--config', "$dir/requests");
	note(sprintf('%s, libcurl alone: %.0f a second', $on, $events / (time - $began)));
	$receiver->stop;
	$node->safe_psql('town', "update outdoors.endpoint set state = 'paused'");
}

if ($long)
{
	measured($_) for 1, 2;

	# ---- how long the server takes to stop ----
	my $receiver = receiver("$dir/slow");
	my $endpoint = endpoint($node, 'town', 'outdoors', $receiver->url('/slow/60000'), at_once => 32);
	$node->append_conf('postgresql.conf', "governance.delivery_timeout = '60s'\n");
	$node->reload;
	queue($endpoint, 32);
	usleep(100_000) until requests("$dir/slow") >= 32;
	my $began = time;
	$node->stop('fast');
	note(sprintf('32 requests of a minute under way: the server stops in %.1f seconds', time - $began));
}

done_testing();
