#!/usr/bin/perl
#
# Stopped in the middle of a check by a cancel, a timeout, a full disk or for want
# of memory, a session goes on as if nothing had been tried: it answers as a fresh
# one does, and nothing is stored.
#
# FAULT_ROUNDS (test/faults/run) makes it longer; FAULT_SMALL_DISK names a folder on
# a small disk.
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

my $node = Faults::server('limits', "log_min_messages = fatal\n");
Faults::registry($node, 'limits');

# two meetings that are sealed, one decided, one opened, and many more decided
$node->safe_psql('faults', q{
	set search_path = limits, public;
	select act_open(m, '2023-01-01'::date + m, 3), act_decide(m, 'bifall') from generate_series(1, 3) m;
	select act_open(4, '2023-01-05', 3);
	select act_minutes(m), act_attest(m) from generate_series(1, 2) m;
	select act_open(m, '2024-01-01'::date + m, 3), act_decide(m, 'bifall'), act_minutes(m) from generate_series(101, 180) m;
	select act_open(m, '2025-01-01'::date + m, 3) from generate_series(201, 280) m;
});

# What is done in a transaction that is then taken back.
my %acts = (
	'decisions' => q{insert into decision (meeting_id, position, text) select m, p, 'bifall' from generate_series(201, 280) m, generate_series(1, 3) p;},
	'votes' => q{with e as (insert into vote_event (meeting_id, position, number) select m, 1, 1 from generate_series(201, 280) m)
		insert into vote (meeting_id, position, number, person_id, choice) select m, 1, 1, p, 'yes' from generate_series(201, 280) m, generate_series(1, 7) p;},
	'a seal' => 'select count(act_attest(m)) from generate_series(101, 120) m;',
	'a whole meeting' => q{select act_open(500, '2025-12-01', 9), act_decide(500, 'bifall'), act_minutes(500), act_attest(500);},
	'seats' => q{update membership set valid = '[2023-01-01,2026-12-01)' where body_id = 2;},
	'the rules' => q{update regulation set valid = '[2020-01-01,2030-01-01)' where body_id = 2; delete from attendance where meeting_id between 201 and 280 and person_id = 7;},
	'an import' => q{select begin_import(); delete from attendance where meeting_id between 101 and 180 and person_id > 3;},
	'explanations' => 'select count(*) from generate_series(101, 180) m, explain_meeting(m);',
	'verification' => q{select count(*) from governance.verify_registry('limits');},
	'duties' => q{set local governance.as_of = '2024-06-01'; select count(*) from todo;},
	'minutes' => 'select sum(length(minutes_text(m))) from generate_series(101, 180) m;',
	# by COPY, whose triggers fire at its end
	'a load' => "copy decision (meeting_id, position, text) from stdin;\n" . join('', map { my $m = $_; map { "$m\t$_\tbifall\n" } 1 .. 3 } 201 .. 280) . "\\.\n");
my @acts = sort keys %acts;

my $expected = Faults::fresh($node, 'limits');
my $contents = contents();
cmp_ok(length $expected, '>', 5000, 'there is something to compare');
is(Faults::objections($node, 'limits'), '', 'all is lawful at the beginning');

my %survived;
my %different;

# every row, whoever wrote it when
sub contents
{
	return $node->safe_psql('faults', q{set search_path = limits, public;
		select format('select %L, md5(coalesce(string_agg(t::text, chr(10) order by t::text), %L)) from limits.%I t', relname, '', relname)
		from pg_class where relnamespace = 'limits'::regnamespace and relkind = 'r' order by relname \gexec});
}

# Begins what is then disturbed.
sub begin
{
	my ($session) = @_;
	$session->ask('begin; savepoint s;');
}

# Was it stopped, and how; and does the session answer as a fresh one, within the
# same transaction, once what was stopped is rolled back?
sub settle
{
	my ($session, $kind, $act, $answer, $fault) = @_;
	my $stopped = $answer =~ /$fault/;
	my $other = join("\n", grep { /ERROR|FATAL|PANIC|GONE/ && !/$fault/ && !/25P02/ } split /\n/, $answer);
	return 'done' if $answer !~ /ERROR|FATAL|PANIC|GONE/ and $session->ask('rollback;') =~ /^$/;
	# psql takes the lines of a COPY that never began for a statement: forget it
	my $said = $session->ask("\\r\nrollback to s; select * from probe(); rollback;");
	# where not even the savepoint was set
	$said = $session->ask('rollback; select * from probe();') if $said =~ /3B001|25P01/;
	chomp $said;
	push @{ $different{$kind} }, "$act: $other" if $other;
	push @{ $different{$kind} }, "$act: " . first_difference($said) if $said ne $expected;
	$survived{$kind}{$act}++;
	return 'stopped';
}

sub first_difference
{
	my @said = split /\n/, $_[0];
	my @wanted = split /\n/, $expected;
	for my $i (0 .. $#wanted)
	{
		return "says '" . ($said[$i] // 'nothing') . "' for '$wanted[$i]'" if ($said[$i] // '') ne $wanted[$i];
	}
	return "says more: $said[@wanted]";
}

sub report
{
	my ($kind, @wanted) = @_;
	my $times = 0;
	$times += $_ for values %{ $survived{$kind} // {} };
	is(join("\n", map { $_ // '' } @{ $different{$kind} // [] }[0 .. 4]) =~ s/\n+$//r, '', "$kind: the session goes on, and answers as a fresh one");
	is(join(', ', grep { !$survived{$kind}{$_} } @wanted), '', "$kind: every act was stopped at least once");
	is(contents(), $contents, "$kind: nothing was stored");
	note("faults survived: $kind, $times (" . join(', ', map { "$_ $survived{$kind}{$_}" } sort keys %{ $survived{$kind} // {} }) . ')');
}

# ---- a cancel at any moment ----
# At so many moments that are spread over the time that the act takes, each act in
# a session that has done it before (and keeps what it read), and in one that has not.
for my $warm (0, 1)
{
	for my $act (@acts)
	{
		my $session = Faults::session($node, 'limits');
		my $took = 0;
		for (0 .. $warm)
		{
			begin($session);
			my $from = time();
			$session->ask($acts{$act});
			$took = time() - $from;
			$session->ask('rollback;');
		}
		my $moments = 4 * Faults::rounds();
		for my $i (1 .. $moments)
		{
			if (!$warm)
			{
				$session->end;
				$session = Faults::session($node, 'limits');
			}
			begin($session);
			$session->tell($acts{$act});
			usleep(int($took * 1_000_000 * ($i - rand) / $moments));
			kill 'INT', $session->{pid};
			settle($session, 'cancel', $act, $session->answer, '57014');
		}
		$session->end;
	}
}
report('cancel', @acts);

# ---- a timeout, of whole milliseconds ----
for my $act (@acts)
{
	my $session = Faults::session($node, 'limits');
	for my $round (1 .. Faults::rounds())
	{
		my $ms = 1;
		while ($ms < 10_000)
		{
			begin($session);
			$session->ask("set local statement_timeout = $ms;");
			last if settle($session, 'timeout', $act, $session->ask("$acts{$act}\nset local statement_timeout = 0;"), '57014') eq 'done';
			$ms = int($ms * 1.5) + 1;
		}
	}
	$session->end;
}
report('timeout', grep { !/^(a seal|minutes)$/ } @acts);

# ---- memory: so much more than the backend has mapped ----
# from nothing on, until it is enough, for sessions that have read nothing and for
# those that have
for my $act (@acts, @acts)
{
	my $warm = $survived{memory}{$act};
	for (my $more = 0; $more < 256 * 1024 * 1024; $more = 16 * 1024 + $more * 2 ** (1 / Faults::rounds()))
	{
		my $session = Faults::session($node, 'limits');
		$session->ask('select count(*) from probe();') if $warm;
		begin($session);
		$session->limit('as', int($session->mapped + $more)) or die 'no limit on memory can be set';
		my $answer = $session->ask($acts{$act});
		if ($session->{gone})
		{
			# a session may end, but not the server
			push @{ $different{memory} }, "$act: $answer" if $answer !~ /FATAL:  53200/;
			$survived{'memory, ended'}{$act}++;
			next;
		}
		$session->limit('as');
		my $end = settle($session, 'memory', $act, $answer, '53200|could not load library|cannot allocate memory');
		$session->end;
		last if $end eq 'done';
	}
}
report('memory', @acts);
note('sessions that ended for want of memory: ' . (%{ $survived{'memory, ended'} // {} } ? '' : 'none') . join(', ', map { "$_ $survived{'memory, ended'}{$_}" } sort keys %{ $survived{'memory, ended'} // {} }));

# ---- disk: no room for temporary files ----
# many findings, more than memory may hold
my $unlawful = 'set local session_replication_role = replica; delete from attendance where person_id > 3; update decision set text = repeat(text, 100);
	set local session_replication_role = origin; set local work_mem = 64;';
my %long = (
	'verification' => q{select count(*) from governance.verify_registry('limits')},
	'explanations' => 'create temp table x on commit drop as select * from generate_series(101, 180) m, explain_meeting(m) e order by e.finding',
	'duties' => q{set local governance.as_of = '2026-06-01'; select count(*) from (select * from todo, generate_series(1, 200) order by 1, 2, 3, 4, 5) t},
	'drift' => 'select count(*) from (select a.* from seal_drift() a, generate_series(1, 20000) order by 1, 2, 3, 4, 5) s');
for my $act (sort keys %long)
{
	my $session = Faults::session($node, 'limits');
	for my $kb (map { 64 * $_ } 0 .. 3 * Faults::rounds())
	{
		begin($session);
		settle($session, 'temporary files', $act, $session->ask("$unlawful set local temp_file_limit = $kb; $long{$act};"), '53400');
	}
	$session->end;
}
report('temporary files', sort keys %long);

# ---- disk: no room for a table ----
# a file may not grow beyond 1.5 MB, more than a segment of the log
my %large = (
	'a load of seats' => 'copy attendance (meeting_id, person_id, capacity) from stdin;' . "\n"
	  . join('', map { my $m = $_; map { "$m\t$_\tserving_member\n" } 1 .. 7 } 1000 .. 6000) . "\\.\n",
	'a load of meetings' => q{select act_open(m, '2026-01-01', 2) from generate_series(1000, 6000) m;});
for my $act (sort keys %large)
{
	my $session = Faults::session($node, 'limits');
	for my $round (1 .. Faults::rounds())
	{
		begin($session);
		# the meetings are there already, but no trigger has seen them
		$session->ask(q{set local session_replication_role = replica;
			insert into meeting (id, body_id, day, place, starts_at, opened_at) select m, 2, '2026-01-01', 'Stadshuset', '2026-01-01 09:00', '2026-01-01 09:00' from generate_series(1000, 6000) m;
			set local session_replication_role = origin;}) if $act =~ /seats/;
		$session->limit('fsize', 1_500_000) or die 'no limit on files can be set';
		my $answer = $session->ask($large{$act});
		$session->limit('fsize');
		settle($session, 'a table', $act, $answer, '53100|could not extend file|File too large');
	}
	$session->end;
}
report('a table', sort keys %large);

# ---- disk: a small one, if there is one ----
if (my $folder = $ENV{FAULT_SMALL_DISK})
{
	mkdir "$folder/space";
	$node->safe_psql('faults', "create tablespace small location '$folder/space'");
	for my $act ('verification', 'explanations')
	{
		my $session = Faults::session($node, 'limits');
		begin($session);
		settle($session, 'a small disk', $act, $session->ask("$unlawful set local temp_tablespaces = small;
			create temp table fill on commit drop as select repeat('x', 1000) from generate_series(1, 100); $long{$act};
			create temp table full_disk on commit drop as select repeat(md5(g::text), 100) from generate_series(1, 20000) g order by 1;"), '53100|No space left');
		$session->end;
	}
	# without what was taken back: it would fill the disk
	$node->safe_psql('faults', 'vacuum full limits.attendance, limits.decision');
	$node->safe_psql('faults', 'alter table limits.attendance set tablespace small; alter table limits.decision set tablespace small');
	for my $act (sort keys %large)
	{
		my $session = Faults::session($node, 'limits');
		begin($session);
		$session->ask(q{set local session_replication_role = replica;
			insert into meeting (id, body_id, day, place, starts_at, opened_at) select m, 2, '2026-01-01', 'Stadshuset', '2026-01-01 09:00', '2026-01-01 09:00' from generate_series(1000, 6000) m;
			set local session_replication_role = origin;}) if $act =~ /seats/;
		# what is then made room for, as who runs the server would
		open(my $ballast, '>', "$folder/ballast") or die;
		print $ballast 'x' x 300_000;
		close $ballast;
		my $answer = $session->ask($large{$act});
		unlink "$folder/ballast";
		settle($session, 'a small disk', $act, $answer, '53100|No space left');
		$session->end;
		$node->safe_psql('faults', 'vacuum limits.attendance, limits.decision');
	}
	report('a small disk', 'verification', 'explanations', sort keys %large);
}

is(Faults::objections($node, 'limits'), '', 'all is lawful at the end');
is(Faults::torn($node, 'limits'), '', 'indexes and tables agree');
my $log = PostgreSQL::Test::Utils::slurp_file($node->logfile);
is(join("\n", $log =~ /^.*(?:terminated by signal|PANIC|TRAP: ).*$/mg), '', 'no process of the server was lost');
done_testing();
