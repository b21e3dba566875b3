# A server that delivers, and receivers to deliver to: for the tests of delivery.
#
#   my $node = deliverer('name', $conf);        a cluster with the worker, settings for
#                                               tests, a folder of secrets with "board"
#   registry($node, $database, $name, $owner)   a database with a committee, its
#                                               notices ready to be posted; they belong
#                                               to the role, or the superuser
#   my $receiver = receiver($log, %env);        a web server, see receiver.js; stopped
#                                               by $receiver->stop, or at the end
#   endpoint($node, $database, $name, $url, %column)   its id
#   post($node, $database, $n)                  so many notices, an event each
#   requests($log)                              what was received, as hashes
#   my %tls = certificates();                   files: the authority, and [ key, certificate ]
#                                               of 127.0.0.1: good, expired
#   my $front = nginx($log, $receiver, @pairs)  nginx with TLS before a receiver, a port
#                                               for each of those pairs: $front->port(0)
#   settled($node, $database)                   waits until nothing is queued
package Delivery;
use strict;
use warnings;
use Exporter 'import';
use IO::Socket::INET ();
use IPC::Run ();
use JSON::PP ();
use Test::More;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Time::HiRes qw(usleep);

our @EXPORT = qw(deliverer registry receiver endpoint post requests settled certificates nginx $secret);

our $secret = 'whsec_' . 'Z292ZXJuYW5jZSBkZWxpdmVyeSB0ZXN0IQ==';
my $source = $ENV{PWD};
my @receivers;

sub deliverer
{
	my ($name, $conf) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);
	my $secrets = PostgreSQL::Test::Utils::tempdir();
	PostgreSQL::Test::Utils::append_to_file("$secrets/board", "$secret\n");
	chmod 0640, "$secrets/board";
	$node->init(allows_streaming => 1, extra => [ '--encoding=UTF8', '--locale=C.UTF-8' ]);
	$node->append_conf('postgresql.conf', <<"CONF" . ($conf || ''));
fsync = off
jit = off
timezone = 'Europe/Stockholm'
shared_preload_libraries = 'governance_delivery'
governance.delivery_secrets = '$secrets'
governance.delivery_allow = '127.0.0.0/8'
governance.delivery_naptime = 1
governance.delivery_timeout = '2s'
governance.delivery_first_pause = '100ms'
CONF
	$node->start;
	return $node;
}

sub registry
{
	my ($node, $database, $name, $owner) = @_;
	$node->safe_psql('postgres', "create database $database" . ($owner ? " owner $owner" : ''));
	$node->safe_psql($database, 'create extension governance cascade');
	local $ENV{PG_ABS_SRCDIR} = "$source/test";
	local $ENV{PGOPTIONS} = "-c role=$owner" if $owner;
	my ($out, $err);
	IPC::Run::run([ 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr($database), '-v', "registry=$name",
			'-v', "srcdir=$source/test", '-c', 'set client_min_messages = warning',
			'-f', "$source/test/delivery/meeting.sql" ], '>', \$out, '2>', \$err)
	  or die $err;
}

sub receiver
{
	my ($log, %env) = @_;
	my $self = bless { out => '' }, 'Delivery::Receiver';
	local @ENV{ keys %env } = values %env;
	local $ENV{SECRET} = $secret;
	$self->{process} = IPC::Run::start([ 'node', "$source/test/delivery/receiver.js", $log ],
		'>', \$self->{out}, '2>&1', IPC::Run::timer(600));
	$self->{process}->pump until $self->{out} =~ /\n/;
	($self->{port}) = $self->{out} =~ /^(\d+)$/m or die $self->{out};
	push @receivers, $self;
	return $self;
}

sub certificates
{
	my $dir = PostgreSQL::Test::Utils::tempdir();
	my $openssl = sub { my ($out, $err); IPC::Run::run([ 'openssl', @_ ], '>', \$out, '2>', \$err) or die $err };
	my @new = qw(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes);
	my %made = (authority => "$dir/ca.crt");
	PostgreSQL::Test::Utils::append_to_file("$dir/san", "subjectAltName = IP:127.0.0.1\n");
	$openssl->(qw(req -x509 -days 2 -subj /CN=governance-test-ca), @new, '-keyout', "$dir/ca.key", '-out', "$dir/ca.crt");
	# from 3.4 on a certificate does not end before it begins, and when it does can be said
	my @past = `openssl x509 -help 2>&1` =~ /-not_after/ ? qw(-not_before 200101000000Z -not_after 200102000000Z) : qw(-days -1);
	for ([ good => qw(-days 2) ], [ expired => @past ])
	{
		my ($name, @days) = @$_;
		$openssl->(qw(req -subj /CN=receiver), @new, '-keyout', "$dir/$name.key", '-out', "$dir/$name.csr");
		$openssl->(qw(x509 -req -CAcreateserial), @days, '-in', "$dir/$name.csr", '-CA', "$dir/ca.crt", '-CAkey', "$dir/ca.key",
			'-extfile', "$dir/san", '-out', "$dir/$name.crt");
		$made{$name} = [ "$dir/$name.key", "$dir/$name.crt" ];
	}
	return %made;
}

# Its log has a line of JSON for each request too; one process, which is killed as
# a receiver is.
sub nginx
{
	my ($log, $receiver, @pairs) = @_;
	my $dir = PostgreSQL::Test::Utils::tempdir();
	my $self = bless { out => '', ports => [ map { PostgreSQL::Test::Cluster::get_free_port() } @pairs ] }, 'Delivery::Nginx';
	my $temporary = join('', map { "\t${_}_temp_path $dir/$_;\n" } qw(client_body proxy fastcgi uwsgi scgi));
	my $servers = '';
	for my $i (0 .. $#pairs)
	{
		my ($key, $certificate) = @{ $pairs[$i] };
		$servers .= "\tserver {\n\t\tlisten 127.0.0.1:$self->{ports}[$i] ssl http2;\n\t\tssl_certificate_key $key;\n"
		  . "\t\tssl_certificate $certificate;\n\t\tlocation / { proxy_pass " . $receiver->url('') . "; }\n\t}\n";
	}
	PostgreSQL::Test::Utils::append_to_file("$dir/nginx.conf", <<"CONF");
daemon off;
master_process off;
pid $dir/nginx.pid;
error_log stderr;
events {}
http {
	ssl_protocols TLSv1.3;
$temporary	log_format line escape=json '{"http":"\$server_protocol","tls":"\$ssl_protocol","connection":\$connection,"status":\$status}';
	access_log $log line;
$servers}
CONF
	$self->{process} = IPC::Run::start([ $ENV{NGINX} || 'nginx', '-p', $dir, '-c', "$dir/nginx.conf" ],
		'>', \$self->{out}, '2>&1', IPC::Run::timer(600));
	push @receivers, $self;
	for (1 .. 1000)
	{
		return $self if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $self->{ports}[-1]);
		$self->{process}->pump_nb;
		$self->{process}->pumpable or last;
		usleep(100_000);
	}
	die "nginx: $self->{out}";
}

sub endpoint
{
	my ($node, $database, $name, $url, %column) = @_;
	my @columns = sort keys %column;
	return $node->safe_psql($database, sprintf('insert into %s.endpoint (name, url, kinds, secret%s) values (%s, %s, \'{minutes_announced}\', \'board\'%s) returning id',
			$name, join('', map { ", $_" } @columns), quote($url), quote($url), join('', map { ', ' . quote($column{$_}) } @columns)),
		extra_params => ['-q']);
}

sub quote { my ($text) = @_; $text =~ s/'/''/g; return "'$text'" }

sub post
{
	my ($node, $database, $n) = @_;
	$node->safe_psql($database, "insert into outdoors.public_notice (meeting_id, posted_on, kept_at) select 1, '2025-03-14', 'Anslag ' || n from generate_series(1, $n) n");
}

sub requests
{
	my ($log) = @_;
	return () unless -e $log;
	return map { JSON::PP::decode_json($_) } grep { /\}$/ } split /\n/, PostgreSQL::Test::Utils::slurp_file($log);
}

sub settled
{
	my ($node, $database, $condition) = @_;
	return $node->poll_query_until($database, 'select not exists (select from outdoors.outbox where state = \'queued\''
		  . ($condition ? " and $condition" : '') . ')');
}

END { local $?; $_->stop for @receivers }

package Delivery::Receiver;

sub port { $_[0]{port} }

sub url { "http://127.0.0.1:$_[0]{port}$_[1]" }

sub stop
{
	my ($self) = @_;
	return unless $self->{process};
	$self->{process}->kill_kill(grace => 0);
	delete $self->{process};
}

package Delivery::Nginx;

our @ISA = ('Delivery::Receiver');

sub port { $_[0]{ports}[ $_[1] ] }

1;
