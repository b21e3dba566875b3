-- quorum: how many of how many (beslutförhet; KL 6:27, I1, I6).
--
-- "4" is a number of people, ">1/2" and ">=2/3" are fractions of the seats, and
-- "4 and >1/2" asks for both.  Written in one way only: the number first, the
-- fraction in lowest terms.  Every number in it is at most 32767.
--
-- The operators are in this schema like everything else: a query whose
-- search_path lacks it writes operator(governance.=).  Sorting, grouping,
-- DISTINCT and indexes need no search_path.

create type governance.quorum;

create function governance.quorum_in(cstring)
returns governance.quorum
as 'MODULE_PATHNAME', 'quorum_in'
language c immutable strict parallel safe;
comment on function governance.quorum_in(cstring) is
  'input of quorum: text';

create function governance.quorum_out(governance.quorum)
returns cstring
as 'MODULE_PATHNAME', 'quorum_out'
language c immutable strict parallel safe;
comment on function governance.quorum_out(governance.quorum) is
  'output of quorum: its canonical text';

create function governance.quorum_recv(internal)
returns governance.quorum
as 'MODULE_PATHNAME', 'quorum_recv'
language c immutable strict parallel safe;
comment on function governance.quorum_recv(internal) is
  'input of quorum: binary';

create function governance.quorum_send(governance.quorum)
returns bytea
as 'MODULE_PATHNAME', 'quorum_send'
language c immutable strict parallel safe;
comment on function governance.quorum_send(governance.quorum) is
  'output of quorum: binary; number, numerator and denominator as int16, then 1 for > or 0 for >= as a byte (no number: 0; no fraction: 0, 1, 0)';

create type governance.quorum (
  input = governance.quorum_in,
  output = governance.quorum_out,
  receive = governance.quorum_recv,
  send = governance.quorum_send,
  like = pg_catalog.int8
);
comment on type governance.quorum is
  'how many of how many (beslutförhet): 4, >1/2, >=2/3, or 4 and >1/2';

create cast (text as governance.quorum) with inout as assignment;
comment on cast (text as governance.quorum) is
  'a text as a quorum; an error where it is none';

-- comparison

create function governance.quorum_lt(governance.quorum, governance.quorum)
returns boolean
as 'MODULE_PATHNAME', 'quorum_lt'
language c immutable strict parallel safe;
comment on function governance.quorum_lt(governance.quorum, governance.quorum) is
  'whether a quorum sorts before another';

create function governance.quorum_le(governance.quorum, governance.quorum)
returns boolean
as 'MODULE_PATHNAME', 'quorum_le'
language c immutable strict parallel safe;
comment on function governance.quorum_le(governance.quorum, governance.quorum) is
  'whether a quorum sorts before or is the same as another';

create function governance.quorum_eq(governance.quorum, governance.quorum)
returns boolean
as 'MODULE_PATHNAME', 'quorum_eq'
language c immutable strict parallel safe;
comment on function governance.quorum_eq(governance.quorum, governance.quorum) is
  'whether a quorum is the same as another';

create function governance.quorum_ne(governance.quorum, governance.quorum)
returns boolean
as 'MODULE_PATHNAME', 'quorum_ne'
language c immutable strict parallel safe;
comment on function governance.quorum_ne(governance.quorum, governance.quorum) is
  'whether a quorum is not the same as another';

create function governance.quorum_ge(governance.quorum, governance.quorum)
returns boolean
as 'MODULE_PATHNAME', 'quorum_ge'
language c immutable strict parallel safe;
comment on function governance.quorum_ge(governance.quorum, governance.quorum) is
  'whether a quorum sorts after or is the same as another';

create function governance.quorum_gt(governance.quorum, governance.quorum)
returns boolean
as 'MODULE_PATHNAME', 'quorum_gt'
language c immutable strict parallel safe;
comment on function governance.quorum_gt(governance.quorum, governance.quorum) is
  'whether a quorum sorts after another';

create operator governance.< (
  leftarg = governance.quorum, rightarg = governance.quorum,
  function = governance.quorum_lt,
  commutator = operator(governance.>), negator = operator(governance.>=),
  restrict = scalarltsel, join = scalarltjoinsel
);
comment on operator governance.< (governance.quorum, governance.quorum) is
  'sorts before';

create operator governance.<= (
  leftarg = governance.quorum, rightarg = governance.quorum,
  function = governance.quorum_le,
  commutator = operator(governance.>=), negator = operator(governance.>),
  restrict = scalarlesel, join = scalarlejoinsel
);
comment on operator governance.<= (governance.quorum, governance.quorum) is
  'sorts before or is the same';

create operator governance.= (
  leftarg = governance.quorum, rightarg = governance.quorum,
  function = governance.quorum_eq,
  commutator = operator(governance.=), negator = operator(governance.<>),
  restrict = eqsel, join = eqjoinsel,
  hashes, merges
);
comment on operator governance.= (governance.quorum, governance.quorum) is
  'is the same';

create operator governance.<> (
  leftarg = governance.quorum, rightarg = governance.quorum,
  function = governance.quorum_ne,
  commutator = operator(governance.<>), negator = operator(governance.=),
  restrict = neqsel, join = neqjoinsel
);
comment on operator governance.<> (governance.quorum, governance.quorum) is
  'is not the same';

create operator governance.>= (
  leftarg = governance.quorum, rightarg = governance.quorum,
  function = governance.quorum_ge,
  commutator = operator(governance.<=), negator = operator(governance.<),
  restrict = scalargesel, join = scalargejoinsel
);
comment on operator governance.>= (governance.quorum, governance.quorum) is
  'sorts after or is the same';

create operator governance.> (
  leftarg = governance.quorum, rightarg = governance.quorum,
  function = governance.quorum_gt,
  commutator = operator(governance.<), negator = operator(governance.<=),
  restrict = scalargtsel, join = scalargtjoinsel
);
comment on operator governance.> (governance.quorum, governance.quorum) is
  'sorts after';

create function governance.quorum_cmp(governance.quorum, governance.quorum)
returns integer
as 'MODULE_PATHNAME', 'quorum_cmp'
language c immutable strict parallel safe;
comment on function governance.quorum_cmp(governance.quorum, governance.quorum) is
  'less than, equal to or greater than 0 as a quorum sorts before another, is the same, or sorts after it';

create function governance.quorum_sortsupport(internal)
returns void
as 'MODULE_PATHNAME', 'quorum_sortsupport'
language c immutable strict parallel safe;
comment on function governance.quorum_sortsupport(internal) is
  'sort support of quorum';

create function governance.quorum_hash(governance.quorum)
returns integer
as 'MODULE_PATHNAME', 'quorum_hash'
language c immutable strict parallel safe;
comment on function governance.quorum_hash(governance.quorum) is
  'hash of a quorum';

create function governance.quorum_hash_extended(governance.quorum, bigint)
returns bigint
as 'MODULE_PATHNAME', 'quorum_hash_extended'
language c immutable strict parallel safe;
comment on function governance.quorum_hash_extended(governance.quorum, bigint) is
  'hash of a quorum, with a seed';

create operator class governance.quorum_ops
  default for type governance.quorum using btree as
    operator 1 governance.<,
    operator 2 governance.<=,
    operator 3 governance.=,
    operator 4 governance.>=,
    operator 5 governance.>,
    function 1 governance.quorum_cmp(governance.quorum, governance.quorum),
    function 2 governance.quorum_sortsupport(internal),
    function 4 pg_catalog.btequalimage(oid);
comment on operator class governance.quorum_ops using btree is
  'order of quorums: by fraction (none first), >= before >, then by number; an order to sort by, not of how much they ask for, which depends on the seats';
comment on operator family governance.quorum_ops using btree is
  'operators that order quorums';

create operator class governance.quorum_ops
  default for type governance.quorum using hash as
    operator 1 governance.=,
    function 1 governance.quorum_hash(governance.quorum),
    function 2 governance.quorum_hash_extended(governance.quorum, bigint);
comment on operator class governance.quorum_ops using hash is
  'a quorum by its hash';
comment on operator family governance.quorum_ops using hash is
  'equality of hashed quorums';

-- what a quorum asks for

create function governance.required(quorum governance.quorum, seats integer)
returns integer
as 'MODULE_PATHNAME', 'quorum_required_of'
language c immutable strict parallel safe;
comment on function governance.required(governance.quorum, integer) is
  'the smallest number of people that meets a quorum of so many seats, at least 1 (beslutförhet; KL 6:27: >1/2 of 7 is 4)';

create function governance.met(quorum governance.quorum, n integer, seats integer)
returns boolean
as 'MODULE_PATHNAME', 'quorum_met_by'
language c immutable strict parallel safe;
comment on function governance.met(governance.quorum, integer, integer) is
  'whether n people are a quorum of so many seats (beslutförhet; KL 6:27)';
