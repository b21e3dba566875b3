# What the tests of faults share: a server, sessions that are spoken to while
# something is done to them, and the questions that are asked afterwards.
package Faults;

use strict;
use warnings;
use IPC::Open2;
use POSIX ();
use Time::HiRes qw(usleep);
use Test::More;

my $source = $ENV{PWD};

# how often each fault is tried: as often as ./check has time for, times this
sub rounds { return $ENV{FAULT_ROUNDS} || 1 }

# how many seconds a server may take to come back
sub patience { return 300 }

# A server as it is installed for use: it writes to disk what it has committed,
# and comes back by itself when a backend is gone.  Small segments of the log
# leave a file that may be larger than they are to be a table's.  Before it comes
# back it asks for every file of its folder to be on the disk, which can take more
# than pg_ctl's minute where others write to that disk.
sub server
{
	my ($name, $conf) = @_;
	$ENV{PGCTLTIMEOUT} = patience();
	my $node = PostgreSQL::Test::Cluster->new($name);
	$node->init(extra => [ '--encoding=UTF8', '--locale=C.UTF-8', '--wal-segsize=1' ]);
	$node->append_conf('postgresql.conf', "fsync = on\nfull_page_writes = on\nsynchronous_commit = on\nrestart_after_crash = on\n"
		. "shared_buffers = 16MB\njit = off\nautovacuum_naptime = 1s\ntimezone = 'Europe/Stockholm'\n" . ($conf // ''));
	$node->start;
	$node->safe_psql('postgres', 'create database faults template template0');
	$node->safe_psql('faults', 'set client_min_messages = warning; create extension governance cascade');
	return $node;
}

sub registry
{
	my ($node, $name) = @_;
	local $ENV{PG_ABS_SRCDIR} = "$source/test";
	$node->safe_psql('faults', "\\set registry $name\n\\set srcdir '$source/test'\n\\i $source/test/faults/setup.sql\n");
}

# every row that one of the judges objects to, as one text
sub objections
{
	my ($node, $name) = @_;
	return $node->safe_psql('faults', "set search_path = $name, public; select 'judge', j from judge() j union all select 'extension', v from verdict() v");
}

# what a session of its own answers to the probe
sub fresh
{
	my ($node, $name) = @_;
	return $node->safe_psql('faults', "set search_path = $name, public; select * from probe()");
}

# ---- a session that lives as long as it is wanted ----

sub session
{
	my ($node, $name) = @_;
	my $self = bless { number => 0 }, 'Faults::Session';
	local $ENV{PGHOST} = $node->host;
	local $ENV{PGPORT} = $node->port;
	$self->{psql} = open2($self->{out}, $self->{in}, 'sh', '-c', 'exec psql -XAtq -v VERBOSITY=verbose -v SHOW_CONTEXT=never -d faults 2>&1');
	$self->{in}->autoflush(1);
	($self->{pid}) = $self->ask("set search_path = $name, public; set client_min_messages = error; select pg_backend_pid();") =~ /(\d+)/;
	return $self;
}

# copies index and heap of every table by each other, where the server can
sub torn
{
	my ($node, @names) = @_;
	return '' if $node->safe_psql('faults', q{select count(*) from pg_available_extensions where name = 'amcheck'}) eq '0';
	return $node->safe_psql('faults', sprintf(q{
		create extension if not exists amcheck;
		select c.oid::regclass, bt_index_check(c.oid, true)
		from pg_class c join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
		where a.amname = 'btree' and c.relnamespace in (%s)}, join(', ', map { "'$_'::regnamespace" } @names)), on_error_stop => 1) =~ s/^.*\|\n?//mgr;
}

package Faults::Session;

use strict;
use warnings;

# Lets a script run; its answer is to be taken before the next.
sub tell
{
	my ($self, $script) = @_;
	$self->{number}++;
	local $SIG{PIPE} = 'IGNORE';
	print { $self->{in} } "$script\n\\echo \@\@$self->{number}\n";
}

# What it printed, errors as well; a session that is gone says so at the end.
sub answer
{
	my ($self) = @_;
	my $text = '';
	my $out = $self->{out};
	while (my $line = <$out>)
	{
		return $text if $line eq "\@\@$self->{number}\n";
		$text .= $line;
	}
	$self->{gone} = 1;
	return $text . "GONE\n";
}

sub ask
{
	my ($self, $script) = @_;
	$self->tell($script);
	return $self->answer;
}

# A limit on the backend, of memory (as) or of the size of files (fsize), in
# bytes; none where it is not given.
sub limit
{
	my ($self, $what, $bytes) = @_;
	return system('prlimit', "--pid=$self->{pid}", "--$what=" . ($bytes // 'unlimited') . ':unlimited') == 0;
}

# how much memory the backend has mapped
sub mapped
{
	my ($self) = @_;
	open(my $status, '<', "/proc/$self->{pid}/status") or return;
	my ($kb) = map { /^VmSize:\s+(\d+) kB/ } <$status>;
	return $kb * 1024;
}

sub end
{
	my ($self) = @_;
	close $self->{in};
	waitpid $self->{psql}, 0;
}

1;
