#!/usr/bin/perl
#
# Killed in the middle of meetings and loads, the server comes back with nothing
# unlawful, nothing torn, and all that it had said was committed.
#
# FAULT_ROUNDS (test/faults/run) makes it longer.
use strict;
use warnings;
use Test::More;
use Time::HiRes qw(usleep time);

# while this is compiled, since the module has an INIT block
BEGIN
{
	eval { require PostgreSQL::Test::Cluster; require PostgreSQL::Test::Utils; 1 }
	  or plan skip_all => 'needs the TAP modules of PostgreSQL 15 or later';
}
use lib "$ENV{PWD}/test/faults";
use Faults;

my @words = ('bifall', 'avslag', 'enligt förslaget', 'åter till nämnden', 'godkänns med tillägg');
my $of_a_load = 40;						# meetings
my $dir = PostgreSQL::Test::Utils::tempdir();
my $node = Faults::server('crashes', "max_wal_size = 8MB\ncheckpoint_timeout = 30s\nlog_min_messages = warning\n");
my @names = ('first', 'second');
Faults::registry($node, $_) for @names;

# ---- what clients do: a script, each transaction followed by a line that says
# ---- that it was committed

# Meetings from their opening to the notice, in one transaction or in several.
# A year has meetings in the order of their days, and a round begins later.
sub meetings
{
	my ($name, $round) = @_;
	my $script = "set search_path = $name, public; set client_min_messages = error;\n";
	for my $n (1 .. 300)
	{
		my $m = $round * 1000 + $n;
		my $items = 1 + int rand 8;
		my @acts = (
			[ 'open', "act_open($m, date '2023-01-02' + @{[ int($m / 40) % 1400 ]}, $items)", $items ],
			[ 'decide', "act_decide($m, '$words[rand @words]')", $items ],
			[ 'minutes', "act_minutes($m)", 1 ],
			[ 'attest', "act_attest($m)", 1 ],
			[ 'notice', "act_notice($m)", 1 ]);
		my $whole = rand() < 0.3;
		$script .= "begin;\n" if $whole;
		for my $act (@acts)
		{
			$script .= ($whole ? '' : "begin;\n") . "select $act->[1] \\g /dev/null\n" . ($whole ? '' : "commit;\n\\echo committed $act->[0] $m $act->[2]\n");
		}
		$script .= "commit;\n" . join('', map { "\\echo committed $_->[0] $m $_->[2]\n" } @acts) if $whole;
	}
	return $script;
}

# Meetings by COPY, all of a load in a transaction; of each third load one
# meeting has too few members, so it is refused as a whole.
sub loads
{
	my ($name, $round) = @_;
	my $script = "set search_path = $name, public; set client_min_messages = error;\n";
	for my $n (1 .. 100)
	{
		my $first = 1_000_000 + ($round * 100 + $n) * $of_a_load;
		my @ids = $first .. $first + $of_a_load - 1;
		my $unlawful = $n % 3 == 0 ? $ids[rand @ids] : 0;
		my $day = '2025-05-05';
		my $copy = sub { "copy $_[0] from stdin;\n" . join('', map { "$_\n" } @_[1 .. $#_]) . "\\.\n" };
		$script .= "begin;\n"
		  . $copy->('meeting (id, body_id, day, place, starts_at, ground, called_by, opened_at)',
			map { "$_\t2\t$day\tStadshuset\t$day 09:00\tplan\t1\t$day 09:00" } @ids)
		  . $copy->('agenda_item (meeting_id, position, title, handled)', map { my $m = $_; map { "$m\t$_\tÄrende\t$_" } 1 .. 3 } @ids)
		  . $copy->('presiding (meeting_id, person_id)', map { "$_\t1" } @ids)
		  . $copy->('attendance (meeting_id, person_id, capacity)',
			map { my $m = $_; map { "$m\t$_\tserving_member" } 1 .. ($m == $unlawful ? 3 : 7) } @ids)
		  . $copy->('decision (meeting_id, position, text)', map { my $m = $_; map { "$m\t$_\tbifall" } 1 .. 2 } @ids)
		  . "commit;\n";
		# the refusal is no end of the script
		$script = ($script =~ s/(.*)begin;\n/$1\\set ON_ERROR_STOP off\nbegin;\n/sr) . "\\set ON_ERROR_STOP on\n\\echo refused load $first 0\n" if $unlawful;
		$script .= "\\echo committed load $first $of_a_load\n" if !$unlawful;
	}
	return $script;
}

sub client
{
	my ($number, $script) = @_;
	open(my $file, '>', "$dir/script$number") or die;
	print $file $script;
	close $file;
	my $pid = fork // die;
	return $pid if $pid;
	open(STDIN, '<', "$dir/script$number");
	open(STDOUT, '>', "$dir/out$number");
	open(STDERR, '>', "$dir/err$number");
	exec 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-h', $node->host, '-p', $node->port, '-d', 'faults';
}

sub lines
{
	open(my $file, '<', $_[0]) or die;
	return grep { chomp; 1 } <$file>;
}

# a query about a registry, with the acts and the size of a load put in
sub asked
{
	my ($name, $query, @acts) = @_;
	my $acts = join(', ', @acts);
	return $node->safe_psql('faults', "set search_path = $name, public;" . $query =~ s/:acts/$acts/r =~ s/:load/$of_a_load/gr);
}

# ---- what was committed is there: act, meeting, how many ----
my $stored = q{
	select format('%s of %s: %s', act, m, n) from (values :acts) v(act, m, n)
	where case act
		when 'open' then (select count(*) from agenda_item where meeting_id = m) <> n + 1
		when 'decide' then (select count(*) from decision where meeting_id = m and kind <> 'election') <> n
		when 'minutes' then not exists (select from minutes t join meeting e on e.id = t.meeting_id where e.id = m and e.closed_at is not null)
		when 'attest' then not exists (select from seal where meeting_id = m)
		when 'notice' then not exists (select from public_notice where meeting_id = m)
		when 'load' then (select count(*) from decision where meeting_id >= m and meeting_id < m + :load) <> 2 * n
		else true end};

# a load is there as a whole or not at all
my $in_part = q{
	select format('%s meetings, %s decisions of load %s', count(*), sum(d.n), m.id / :load)
	from meeting m cross join lateral (select count(*) as n from decision d where d.meeting_id = m.id) d
	where m.id >= 1000000 group by m.id / :load having count(*) <> :load or sum(d.n) <> 2 * :load};

my %faults;
my %committed;
my $rounds = 4 * Faults::rounds();
my @kinds = ('backend', 'postmaster', 'everything');

for my $round (1 .. $rounds)
{
	my $kind = $kinds[$round % @kinds];
	my @clients = (client(0, meetings('first', $round)), client(1, loads('first', $round)), client(2, meetings('second', $round)));
	usleep(200_000 + int rand 1_200_000);
	my $postmaster = (PostgreSQL::Test::Utils::slurp_file($node->data_dir . '/postmaster.pid') =~ /^(\d+)/)[0];
	my @children = split ' ', `ps -o pid= --ppid $postmaster`;
	if ($kind eq 'backend')
	{
		my @backends = split /\n/, $node->safe_psql('postgres', q{select pid from pg_stat_activity where datname = 'faults' and backend_type = 'client backend'});
		kill 'KILL', $backends[rand @backends];
	}
	else
	{
		# the processes that it leaves behind finish as they can, or are killed too
		$node->kill9;
		kill 'KILL', @children if $kind eq 'everything';
	}
	$faults{$kind}++;
	waitpid $_, 0 for @clients;
	my $until = time() + Faults::patience();
	if ($kind eq 'backend')
	{
		# not by a query: it is refused before it is written, and the pipe breaks
		usleep(10_000) while system('pg_isready', '-q', '-h', $node->host, '-p', $node->port) != 0 and time() < $until;
	}
	else
	{
		usleep(10_000) while kill(0, @children) and time() < $until;
		# a process that was just being started may still have the shared memory
		usleep(100_000) until $node->start(fail_ok => 1) or time() > $until;
	}

	my @reported = map { [ lines("$dir/out$_") ] } 0 .. 2;
	my @wrong = grep { /ERROR/ && !/needs 4 members present|current transaction is aborted/ } map { lines("$dir/err$_") } 0 .. 2;
	is(join("\n", @wrong), '', "round $round: clients met nothing but the end");
	for my $i (0 .. 2)
	{
		my $name = $names[$i == 2];
		my @acts = map { /^committed (\w+) (\d+) (\d+)$/ ? "('$1', $2::bigint, $3)" : () } @{ $reported[$i] };
		my @refused = map { /^refused load (\d+)/ ? $1 : () } @{ $reported[$i] };
		$committed{$i == 1 ? 'loads' : 'acts of meetings'} += @acts;
		$committed{'loads refused'} += @refused;
		is(asked($name, $stored, @acts), '',
			"round $round, $kind killed: " . @acts . ($i == 1 ? ' loads' : ' acts') . ' that were committed are there') if @acts;
		is($node->safe_psql('faults', "select count(*) from $name.meeting where id in (@{[ join ', ', -1, @refused ]})"), '0', "round $round: no unlawful load is") if $i == 1;
	}
	is(asked('first', $in_part), '', "round $round: no load is there in part");
	is(Faults::objections($node, $_), '', "round $round: nothing unlawful, every seal whole in registry $_") for @names;
}

# ---- the judges would have found it ----
my %planted = (
	'a member less' => 'delete from attendance where meeting_id = :m and person_id > 3',
	'a seal less' => 'delete from seal where meeting_id = :m',
	'a signature less' => 'delete from attestation where meeting_id = :m and person_id = 2',
	'a decision less' => 'delete from decision where meeting_id = :m and position = 1',
	'another text in a seal' => q{update seal set content = content || 'x' where meeting_id = :m},
	'another decision than was sealed' => q{update decision set text = 'annat' where meeting_id = :m and position = 1},
	'a section twice' => 'update agenda_item set section = (select section from agenda_item where meeting_id = :m and position = 2) where meeting_id = :m and position = 1',
	'a vote less' => 'delete from vote where meeting_id = :m and person_id = 7',
	'half a meeting' => 'delete from agenda_item where meeting_id = :m and position = 1');
my $sealed = $node->safe_psql('faults', 'select max(meeting_id) from first.seal');
for my $what (sort keys %planted)
{
	cmp_ok(asked('first', 'begin; set local session_replication_role = replica; ' . $planted{$what} =~ s/:m/$sealed/gr . '; select count(*) from judge(); rollback'),
		'>', 0, "planted: $what");
}

is(Faults::torn($node, @names), '', 'indexes and tables agree');
like($node->safe_psql('faults', "select count(*) from first.seal"), qr/^[1-9]/, 'there are seals');
note(sprintf('faults survived: %s; committed before them: %s', join(', ', map { "$_ killed $faults{$_} times" } sort keys %faults),
	join(', ', map { "$committed{$_} $_" } sort keys %committed)));
done_testing();
