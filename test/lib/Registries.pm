# Clusters, filled registries and what can be compared of them: for test/t.
#
#   my $node = cluster('name', %init);       started, in UTF8
#   my $node = cluster('name', superuser => 'chief');
#   my $node = cluster('name', bin => '...');   the server of that folder
#   copied_server($place, @without)          the server's files once more, as links, but
#                                            for these; returns its folder of programs
#   from_config('--bindir')                  what pg_config says
#   fill($node, $database, $registry);       a registry with rows in every table
#   access($node, $database, $registry)      gives levels to the roles reader (at body 2,
#                                            or at the body given) and auditor
#   rows($node, $database, $registry)        {relation => "count md5"}: tables, views
#                                            and what its functions answer
#   rows($node, $database, $registry, $role) the same as that role sees it, without
#                                            functions
#   catalogue($node, $database, $registry)   {line => 1}: what the catalogues say of it
#   command($node, 'pg_dump', ...)          runs a program against a cluster, or dies
#   extension($node, $database)              the same of the extension
#   reparsed($catalogue)                     the same, blind to how views are printed
#   same($was, $is, $what)                   a test that two of those are equal
#   lawful($node, $database, $registry, $what)   tests that the rules hold there
package Registries;
use strict;
use warnings;
use Exporter 'import';
use Test::More;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;

our @EXPORT = qw(cluster copied_server from_config database fill access rows catalogue reparsed extension same lawful refused run_as command);

my $source = $ENV{PWD};

# The day that views are asked for, so that a test is the same on every day.
my $day = '2025-10-20';

sub cluster
{
	my ($name, %args) = @_;
	my $superuser = delete $args{superuser};
	my $conf = delete $args{conf} || '';
	# not as an installation path, which is known from 14 on only
	my $bin = delete $args{bin};
	local $ENV{PATH} = $bin ? "$bin:$ENV{PATH}" : $ENV{PATH};
	my $node = PostgreSQL::Test::Cluster->new($name);
	$node->init(%args, extra => [ '--encoding=UTF8', '--locale=C.UTF-8',
		$superuser ? "--username=$superuser" : () ]);
	$node->append_conf('postgresql.conf', "fsync = off\njit = off\ntimezone = 'Europe/Stockholm'\n$conf");
	$node->start;
	return $node;
}

sub from_config
{
	chomp(my $answer = `$ENV{PG_CONFIG} $_[0]`);
	return $answer;
}

sub copied_server
{
	my ($place, @without) = @_;
	my $bin = from_config('--bindir');
	my ($tree) = $ENV{PGBIN} =~ /^(.*)\Q$bin\E$/ or die "$ENV{PGBIN} is no copy of $bin";
	# a server finds its files from where its program is, so that is no link
	my $command = join(' && ', "cp -as '$tree' '$place'", "rm -r '$place$bin'", "cp -a '$tree$bin' '$place$bin'", map { "rm '$place$_'" } @without);
	system('sh', '-c', $command) == 0 or die $command;
	return "$place$bin";
}

# The roles that filled registries belong to and are granted to, and a database
# where their owner may make schemas.
sub database
{
	my ($node, $database, @user) = @_;
	$node->safe_psql('postgres', <<"SQL", extra_params => [ '-q', @user ]);
select format('create role %I', name) from unnest(array['municipality', 'clerk', 'reporter', 'reader', 'auditor']) name
where not exists (select from pg_roles where rolname = name) \\gexec
create database $database template template0;
grant create on database $database to municipality;
alter role municipality login;
alter role reader login;
alter role auditor login;
SQL
}

# Runs SQL as a role of the cluster.
sub run_as
{
	my ($node, $database, $role, $sql) = @_;
	return $node->safe_psql($database, $sql, extra_params => [ '-U', $role ]);
}

sub fill
{
	my ($node, $database, $registry) = @_;
	run_as($node, $database, 'municipality', <<"SQL");
\\set registry $registry
\\set srcdir '$source/test'
\\i $source/test/data/every_table.sql
SQL
}

sub access
{
	my ($node, $database, $registry, $body) = @_;
	$body //= 2;
	run_as($node, $database, 'municipality', "select governance.grant_access('$registry', 'reader', 'reader', $body),
		governance.grant_access('$registry', 'auditor', 'auditor')");
}

# Runs a program against a cluster; dies where it fails.
sub command
{
	my ($node, @command) = @_;
	my $program = shift @command;
	my ($out, $err);
	my @full = ($program, '-p', $node->port, '-h', $node->host, @command);
	IPC::Run::run(\@full, '>', \$out, '2>', \$err) or die "@full: $err";
	return $err;
}

# The lines that a query prints, of the registry put in for REGISTRY; its name is
# left out of them.
sub lines
{
	my ($node, $database, $registry, $sql, @user) = @_;
	my $quoted = $registry =~ /^[a-z_][a-z0-9_]*$/ ? $registry : "\"$registry\"";
	my $out = $node->safe_psql($database, <<"SQL", extra_params => [ '-v', "registry=$registry", @user ]);
select governance.checked_tables() \\g /dev/null
set governance.as_of = '$day';
set search_path = pg_catalog;
$sql
SQL
	$out =~ s/\Q$quoted\E|\Q$registry\E/REGISTRY/g;
	return split /\n/, $out;
}

sub rows
{
	my ($node, $database, $registry, $role) = @_;
	my $relations = <<'SQL';
select format($$select %L, count(*), coalesce(md5(string_agg(replace(t::text, %L, ''), chr(10) order by t::text collate "C")), '-') from %I.%I t$$,
	relname, nspname, nspname, relname)
from pg_class c join pg_namespace n on n.oid = relnamespace
where nspname = :'registry' and relkind in ('r', 'v') order by relname \gexec
SQL
	my $functions = <<'SQL';
select format($$select %L, count(*), coalesce(md5(string_agg(e::text, chr(10) order by e::text collate "C")), '-') from %s$$, title, source)
from unnest(array['explain_meeting', 'explain_matter', 'explain_body', 'verify_registry', 'verify_seals', 'seal_drift', 'minutes_text'],
	array[
		format('%1$I.meeting m, %1$I.explain_meeting(m.id) e', :'registry'),
		format('%1$I.matter m, %1$I.explain_matter(m.id) e', :'registry'),
		format('%1$I.body m, %1$I.explain_body(m.id) e', :'registry'),
		format('governance.verify_registry(%L) e', :'registry'),
		format('governance.verify_seals(%L) e', :'registry'),
		format('governance.seal_drift(%L) e', :'registry'),
		format('%1$I.minutes m, governance.minutes_text(%1$L, m.meeting_id, m.number) e', :'registry')]) a(title, source) \gexec
SQL
	my %rows;
	for (lines($node, $database, $registry, $role ? ($relations, '-U', $role) : $relations . $functions))
	{
		my ($relation, $count, $sum) = split /\|/;
		$rows{$relation} = "$count $sum";
	}
	return \%rows;
}

# What is granted, with that which is granted where nothing is said.
my $acl = q{(select string_agg(format('%s=%s%s', case grantee when 0 then 'public' else grantee::regrole::text end,
	privilege_type, case when is_grantable then '*' end), ' ' order by grantee::regrole::text, privilege_type)
	from aclexplode(coalesce(%s, acldefault('%s', %s))))};

sub acl
{
	my ($column, $kind, $owner) = @_;
	my $sql = $acl;
	$sql =~ s/coalesce\(%s, acldefault\('%s', %s\)\)/coalesce($column, acldefault('$kind', $owner))/;
	return $sql;
}

sub catalogue
{
	my ($node, $database, $registry) = @_;
	my ($of_relation, $of_sequence, $of_function, $of_schema) = (acl('relacl', 'r', 'relowner'),
		acl('relacl', 's', 'relowner'), acl('proacl', 'f', 'proowner'), acl('nspacl', 'n', 'nspowner'));
	return { map { $_ => 1 } lines($node, $database, $registry, <<"SQL") };
create temp view s as select * from pg_namespace where nspname = :'registry';
create temp view c as select c.* from pg_class c join s on relnamespace = s.oid;
select replace(line, chr(10), ' ') from (
select format('schema owner %s, granted %s comment %s', nspowner::regrole, $of_schema, obj_description(oid, 'pg_namespace')) from s
union all select format('relation %s %s owner %s rls %s %s options %s access %s replica identity %s comment %s granted %s',
	relname, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, reloptions, relam, relreplident,
	obj_description(oid, 'pg_class'), case when relkind in ('r', 'v') then $of_relation end) from c where relkind <> 'S'
union all select format('column %s.%s place %s type %s not null %s default %s storage %s identity %s statistics %s comment %s granted %s',
	relname, attname, row_number() over (partition by attrelid order by attnum), format_type(atttypid, atttypmod),
	attnotnull, pg_get_expr(adbin, adrelid), attstorage, attidentity, attstattarget, col_description(c.oid, attnum), attacl)
	from c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped and relkind in ('r', 'v')
	left join pg_attrdef on adrelid = attrelid and adnum = attnum
union all select format('constraint %s on %s %s valid %s comment %s', conname, relname,
	-- before 14 extract() is date_part(), for which the dump of a later server has a cast
	replace(pg_get_constraintdef(p.oid), '((governance.year(section))::numeric)::double precision', '(governance.year(section))::double precision'), convalidated,
	obj_description(p.oid, 'pg_constraint')) from pg_constraint p join c on c.oid = conrelid
union all select format('index %s valid %s', pg_get_indexdef(indexrelid), indisvalid) from pg_index join c on c.oid = indrelid
union all select format('view %s %s', relname, pg_get_viewdef(oid)) from c where relkind = 'v'
union all select format('rule %s on %s', rulename, relname) from pg_rewrite join c on c.oid = ev_class
union all select format('sequence %s %s start %s min %s max %s by %s cache %s cycle %s comment %s granted %s owned by %s', c.relname, seqtypid::regtype, seqstart,
	seqmin, seqmax, seqincrement, seqcache, seqcycle, obj_description(c.oid, 'pg_class'), $of_sequence, (select format('%s.%s', refobjid::regclass, refobjsubid) from pg_depend
		where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'a')) from c join pg_sequence on seqrelid = c.oid
union all select format('trigger %s %s comment %s', tgenabled, pg_get_triggerdef(t.oid), obj_description(t.oid, 'pg_trigger')) from pg_trigger t join c on c.oid = tgrelid where not tgisinternal
union all select format('policy %s on %s for %s permissive %s to %s using %s check %s comment %s', polname, relname, polcmd, polpermissive, polroles::regrole[],
	pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid), obj_description(p.oid, 'pg_policy')) from pg_policy p join c on c.oid = polrelid
union all select format('function %s owner %s comment %s granted %s', pg_get_functiondef(p.oid), proowner::regrole,
	obj_description(p.oid, 'pg_proc'), $of_function) from pg_proc p join s on pronamespace = s.oid
union all select format('type %s', typname) from pg_type t join s on typnamespace = s.oid
union all select format('default privileges %s %s', defaclobjtype, defaclacl) from pg_default_acl join s on defaclnamespace = s.oid
) v(line);
SQL
}

# The same with views as they are after a dump: PostgreSQL prints a view that it
# has read from its own print with other spaces, parentheses and names of columns
# that nobody asks for.
sub reparsed
{
	my ($catalogue) = @_;
	return { map { (/^view / ? s/ AS ("[^"]+"|\w+)|[\s()]//gr : $_) => 1 } keys %$catalogue };
}

sub extension
{
	my ($node, $database) = @_;
	my $of_function = acl('proacl', 'f', 'proowner');
	my $out = $node->safe_psql($database, <<"SQL");
set search_path = pg_catalog;
create temp view m as
select classid, objid from pg_depend
where refclassid = 'pg_extension'::regclass and deptype = 'e'
	and refobjid = (select oid from pg_extension where extname = 'governance');
select replace(line, chr(10), ' ') from (
select format('member %s %s: %s', i.type, i.identity, obj_description(objid, classid::regclass::name))
	from m, pg_identify_object(classid, objid, 0) i
union all select format('function %s granted %s', pg_get_functiondef(p.oid), $of_function)
	from pg_proc p join m on m.objid = p.oid and classid = 'pg_proc'::regclass
union all select format('type %s length %s by value %s align %s storage %s in %s out %s receive %s send %s', typname, typlen, typbyval, typalign,
	typstorage, typinput, typoutput, typreceive, typsend) from pg_type t join m on m.objid = t.oid and classid = 'pg_type'::regclass
union all select format('operator %s by %s, restrict %s join %s hashes %s merges %s commutator %s negator %s', o.oid::regoperator, oprcode,
	oprrest, oprjoin, oprcanhash, oprcanmerge, oprcom::regoperator, oprnegate::regoperator)
	from pg_operator o join m on m.objid = o.oid and classid = 'pg_operator'::regclass
union all select format('operator %s %s %s', opfname, amopstrategy, amopopr::regoperator) from pg_amop
	join pg_opfamily f on f.oid = amopfamily join m on m.objid = f.oid and classid = 'pg_opfamily'::regclass
union all select format('support %s %s %s', opfname, amprocnum, amproc::regprocedure) from pg_amproc
	join pg_opfamily f on f.oid = amprocfamily join m on m.objid = f.oid and classid = 'pg_opfamily'::regclass
union all select format('cast %s %s %s %s', castsource::regtype, casttarget::regtype, castcontext, castmethod)
	from pg_cast k join m on m.objid = k.oid and classid = 'pg_cast'::regclass
union all select format('words %s %s %s', cfgname, maptokentype, mapdict::regdictionary) from pg_ts_config_map
	join pg_ts_config f on f.oid = mapcfg join m on m.objid = f.oid and classid = 'pg_ts_config'::regclass
union all select format('schema granted %s', nspacl) from pg_namespace where nspname = 'governance'
) v(line);
SQL
	return { map { $_ => 1 } split /\n/, $out };
}

# The line that begins most as another does.
sub nearest
{
	my ($line, @others) = @_;
	my $common = sub { ($line ^ $_[0]) =~ /^\0*/; $+[0] };
	my ($best) = sort { $common->($b) <=> $common->($a) } @others;
	return $best // '';
}

# Equal, or what differs.
sub same
{
	my ($was, $is, $what) = @_;
	my @missing = grep { !exists $is->{$_} || $is->{$_} ne $was->{$_} } sort keys %$was;
	my @new = grep { !exists $was->{$_} || $is->{$_} ne $was->{$_} } sort keys %$is;
	ok(!@missing && !@new, sprintf '%s (%d compared)', $what, scalar keys %$was);
	for (grep { defined } @missing[ 0 .. 4 ])
	{
		my ($here, $there) = ("$_ $was->{$_}", nearest($_, @new));
		# from where they differ on
		($here ^ $there) =~ /^\0*/;
		my $from = $+[0] > 100 ? $+[0] - 100 : 0;
		diag('- ', substr($here, 0, 60), ' ... ', substr $here, $from, 300);
		diag('+ ', substr($there, 0, 60), ' ... ', substr $there, $from, 300) if $there;
	}
	diag('+ ', substr $_, 0, 300) for grep { defined } @new[ 0 .. 4 ];
}

# A statement is refused with that message.
sub refused
{
	my ($node, $database, $role, $sql, $message, $what) = @_;
	my ($rc, $out, $err) = $node->psql($database, $sql, extra_params => [ '-U', $role ]);
	isnt($rc, 0, "$what: refused");
	like($err, $message, "$what: what is said");
}

# The rules hold in a filled registry, sequences go on, nothing is amiss.
sub lawful
{
	my ($node, $database, $registry, $what) = @_;
	my @where = ($node, $database, 'municipality');
	my $set = "set search_path = \"$registry\", public;";
	refused(@where, "$set delete from attendance where meeting_id = 5 and person_id > 3",
		qr/item 1 needs 4 members present, 3 were/, "$what, quorum");
	refused(@where, "$set update decision set text = 'avslag' where meeting_id = 1",
		qr/cannot be changed/, "$what, attested minutes");
	refused(@where, "$set update rule_setting set value = '2' where rule = 'quorum_present'",
		qr/has decisions under the regulation as it is/, "$what, what decisions rest on");
	refused(@where, "$set update referral_recipient set body_id = 1 where body_id = 4",
		qr/referral 1 is sent to its own sender/, "$what, matters");
	refused(@where, "$set update measurement set area_code = null, area_set_id = 2",
		qr/has an area of another set/, "$what, policies");
	refused(@where, "$set delete from deviation", qr/neither changed nor deleted/, "$what, deviations");
	refused(@where, "$set truncate vote", qr/cannot be truncated/, "$what, truncate");
	is(run_as(@where, "$set select count(*) from governance.verify_registry('$registry')"), '0', "$what: verify_registry finds nothing");
	is(run_as(@where, "$set select count(*) from governance.verify_seals('$registry')"), '0', "$what: verify_seals finds nothing");
	# no id is given again, none from another municipality's range
	is(run_as(@where, <<"SQL"), "180000000|180000000\n0", "$what: sequences go on");
$set
begin;
insert into party (name) values ('Nya'), ('Nyare');
select min(id) / 1000000, max(id) / 1000000 from party where name like 'Ny%';
rollback;
select count(*) from pg_sequences s where schemaname = '$registry' and last_value is not null
and last_value < coalesce((xpath('//row/m/text()', query_to_xml(format('select max(id) m from %I.%I where id between %s and %s',
	schemaname, left(sequencename, -length('_id_seq')), min_value, max_value), true, false, '')))[1]::text::bigint, 0);
SQL
}

1;
