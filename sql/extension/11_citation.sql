-- citation: a place in a regulation or a law (lagrum, hänvisning).
--
-- "7 § 2 st 3 p" is a place in the regulation at hand: section (paragraf),
-- paragraph (stycke), point (punkt).  "KL 6:27 2 st" has a law, by its
-- abbreviation, and a chapter (kapitel).  Read in all the ways people write:
-- "§ 7", "7§", "KL 6 kap. 27 § 2 stycket", "8:10 p. 3", no-break spaces, either
-- case.  Written in one way only: law in upper case; chapter and section as
-- 6:27 where there is a chapter, else with §.  A part that is not named is not
-- assumed: "1 § 2 p" is not "1 § 1 st 2 p".
--
-- The abbreviation has at most 12 letters, a to z and å, ä, ö; a chapter is at
-- most 999, a section 9999, a paragraph or point 999.  For the operators and
-- search_path see quorum.

create type governance.citation;

create function governance.citation_in(cstring)
returns governance.citation
as 'MODULE_PATHNAME', 'citation_in'
language c immutable strict parallel safe;
comment on function governance.citation_in(cstring) is
  'input of citation: text';

create function governance.citation_out(governance.citation)
returns cstring
as 'MODULE_PATHNAME', 'citation_out'
language c immutable strict parallel safe;
comment on function governance.citation_out(governance.citation) is
  'output of citation: its canonical text';

create function governance.citation_recv(internal)
returns governance.citation
as 'MODULE_PATHNAME', 'citation_recv'
language c immutable strict parallel safe;
comment on function governance.citation_recv(internal) is
  'input of citation: binary';

create function governance.citation_send(governance.citation)
returns bytea
as 'MODULE_PATHNAME', 'citation_send'
language c immutable strict parallel safe;
comment on function governance.citation_send(governance.citation) is
  'output of citation: binary; chapter and section as int16, letter as a byte (a is 1, ö 29), paragraph and point as int16, and the law in upper case and UTF-8 up to the end (0 or empty: not named)';

create type governance.citation (
  input = governance.citation_in,
  output = governance.citation_out,
  receive = governance.citation_recv,
  send = governance.citation_send,
  internallength = 16,
  alignment = double
);
comment on type governance.citation is
  'a place in a regulation or a law (lagrum): 5 §, 5 a §, 7 § 2 st 3 p, KL 6:27, FL 22 §';

create cast (text as governance.citation) with inout as assignment;
comment on cast (text as governance.citation) is
  'a text as a citation; an error where it is none';

-- comparison

create function governance.citation_lt(governance.citation, governance.citation)
returns boolean
as 'MODULE_PATHNAME', 'citation_lt'
language c immutable strict parallel safe;
comment on function governance.citation_lt(governance.citation, governance.citation) is
  'whether a citation sorts before another';

create function governance.citation_le(governance.citation, governance.citation)
returns boolean
as 'MODULE_PATHNAME', 'citation_le'
language c immutable strict parallel safe;
comment on function governance.citation_le(governance.citation, governance.citation) is
  'whether a citation sorts before or is the same as another';

create function governance.citation_eq(governance.citation, governance.citation)
returns boolean
as 'MODULE_PATHNAME', 'citation_eq'
language c immutable strict parallel safe;
comment on function governance.citation_eq(governance.citation, governance.citation) is
  'whether a citation is the same as another';

create function governance.citation_ne(governance.citation, governance.citation)
returns boolean
as 'MODULE_PATHNAME', 'citation_ne'
language c immutable strict parallel safe;
comment on function governance.citation_ne(governance.citation, governance.citation) is
  'whether a citation is not the same as another';

create function governance.citation_ge(governance.citation, governance.citation)
returns boolean
as 'MODULE_PATHNAME', 'citation_ge'
language c immutable strict parallel safe;
comment on function governance.citation_ge(governance.citation, governance.citation) is
  'whether a citation sorts after or is the same as another';

create function governance.citation_gt(governance.citation, governance.citation)
returns boolean
as 'MODULE_PATHNAME', 'citation_gt'
language c immutable strict parallel safe;
comment on function governance.citation_gt(governance.citation, governance.citation) is
  'whether a citation sorts after another';

create operator governance.< (
  leftarg = governance.citation, rightarg = governance.citation,
  function = governance.citation_lt,
  commutator = operator(governance.>), negator = operator(governance.>=),
  restrict = scalarltsel, join = scalarltjoinsel
);
comment on operator governance.< (governance.citation, governance.citation) is
  'sorts before';

create operator governance.<= (
  leftarg = governance.citation, rightarg = governance.citation,
  function = governance.citation_le,
  commutator = operator(governance.>=), negator = operator(governance.>),
  restrict = scalarlesel, join = scalarlejoinsel
);
comment on operator governance.<= (governance.citation, governance.citation) is
  'sorts before or is the same';

create operator governance.= (
  leftarg = governance.citation, rightarg = governance.citation,
  function = governance.citation_eq,
  commutator = operator(governance.=), negator = operator(governance.<>),
  restrict = eqsel, join = eqjoinsel,
  hashes, merges
);
comment on operator governance.= (governance.citation, governance.citation) is
  'is the same';

create operator governance.<> (
  leftarg = governance.citation, rightarg = governance.citation,
  function = governance.citation_ne,
  commutator = operator(governance.<>), negator = operator(governance.=),
  restrict = neqsel, join = neqjoinsel
);
comment on operator governance.<> (governance.citation, governance.citation) is
  'is not the same';

create operator governance.>= (
  leftarg = governance.citation, rightarg = governance.citation,
  function = governance.citation_ge,
  commutator = operator(governance.<=), negator = operator(governance.<),
  restrict = scalargesel, join = scalargejoinsel
);
comment on operator governance.>= (governance.citation, governance.citation) is
  'sorts after or is the same';

create operator governance.> (
  leftarg = governance.citation, rightarg = governance.citation,
  function = governance.citation_gt,
  commutator = operator(governance.<), negator = operator(governance.<=),
  restrict = scalargtsel, join = scalargtjoinsel
);
comment on operator governance.> (governance.citation, governance.citation) is
  'sorts after';

create function governance.citation_cmp(governance.citation, governance.citation)
returns integer
as 'MODULE_PATHNAME', 'citation_cmp'
language c immutable strict parallel safe;
comment on function governance.citation_cmp(governance.citation, governance.citation) is
  'less than, equal to or greater than 0 as a citation sorts before another, is the same, or sorts after it';

create function governance.citation_sortsupport(internal)
returns void
as 'MODULE_PATHNAME', 'citation_sortsupport'
language c immutable strict parallel safe;
comment on function governance.citation_sortsupport(internal) is
  'sort support of citation';

create function governance.citation_hash(governance.citation)
returns integer
as 'MODULE_PATHNAME', 'citation_hash'
language c immutable strict parallel safe;
comment on function governance.citation_hash(governance.citation) is
  'hash of a citation';

create function governance.citation_hash_extended(governance.citation, bigint)
returns bigint
as 'MODULE_PATHNAME', 'citation_hash_extended'
language c immutable strict parallel safe;
comment on function governance.citation_hash_extended(governance.citation, bigint) is
  'hash of a citation, with a seed';

create operator class governance.citation_ops
  default for type governance.citation using btree as
    operator 1 governance.<,
    operator 2 governance.<=,
    operator 3 governance.=,
    operator 4 governance.>=,
    operator 5 governance.>,
    function 1 governance.citation_cmp(governance.citation, governance.citation),
    function 2 governance.citation_sortsupport(internal),
    function 4 pg_catalog.btequalimage(oid);
comment on operator class governance.citation_ops using btree is
  'order of citations: by law (none first, å ä ö last), chapter, number of the section (10 § after 2 §), its letter, paragraph, point';
comment on operator family governance.citation_ops using btree is
  'operators that order citations';

create operator class governance.citation_ops
  default for type governance.citation using hash as
    operator 1 governance.=,
    function 1 governance.citation_hash(governance.citation),
    function 2 governance.citation_hash_extended(governance.citation, bigint);
comment on operator class governance.citation_ops using hash is
  'a citation by its hash';
comment on operator family governance.citation_ops using hash is
  'equality of hashed citations';
