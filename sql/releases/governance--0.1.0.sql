\echo Use "CREATE EXTENSION governance" to load this file. \quit

-- sql/extension/00_schema.sql
-- The schema is made here, so that it belongs to the extension: it goes when the
-- extension goes, and one that somebody else has made beforehand is refused.
create schema governance;
comment on schema governance is
'Code of the extension governance; the data is in registries, each a schema of its own.';

-- The texts of laws and regulations, and Swedish names, need UTF-8.
do $$
begin
	if getdatabaseencoding() <> 'UTF8' then
		raise feature_not_supported using
			message = format('governance needs a database in UTF8, not in %s', getdatabaseencoding()),
			hint = 'Create the database with ENCODING ''UTF8''.';
	end if;
end
$$;

-- Rights: the schema's functions are for everybody unless a file below says
-- otherwise; tables it has none.
grant usage on schema governance to public;

-- sql/extension/10_quorum.sql
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

create operator class governance.quorum_ops
  default for type governance.quorum using hash as
    operator 1 governance.=,
    function 1 governance.quorum_hash(governance.quorum),
    function 2 governance.quorum_hash_extended(governance.quorum, bigint);
comment on operator class governance.quorum_ops using hash is
  'a quorum by its hash';

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

-- sql/extension/11_citation.sql
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

create operator class governance.citation_ops
  default for type governance.citation using hash as
    operator 1 governance.=,
    function 1 governance.citation_hash(governance.citation),
    function 2 governance.citation_hash_extended(governance.citation, bigint);
comment on operator class governance.citation_ops using hash is
  'a citation by its hash';

-- sql/extension/12_case_number.sql
-- case_number: the number of a matter (diarienummer; N, B6).
--
-- Read in all the shapes in which municipalities write them, with "Dnr" before it
-- or not, no-break spaces and en dashes:
--
--     shape                    for example
--     organ-year-serial        KS 2016/36-01, KS/2020:248-003, KS2020-234
--     organ-serial-year        Ks 213/2013
--     organ-year-part-serial   T 2010-313-01743, S-Dp 2002-11922-54
--     year-organ-serial        2018/KS 0290 10, 2016KSM1221.042
--     year-serial              2018/1014, 2011/47-041, 2006-152-307
--     serial-year              2571-1999
--     code-serial-year         106-555/2004, 1.2.4-182-2013
--
-- The year is the part of four digits from 1900 to 2099.  Where two parts can be
-- it, or it has two digits, the shape must be named: by case_number(text, shape),
-- or in the text as in "102-274-04 (code-serial-yy)", with yy for a year of two
-- digits (50 is 1950, 49 is 2049).
--
-- A value keeps its text as written, without "Dnr" and space around it.  Two are
-- the same, and sort, by organ, year, serial number and code; neither case, leading
-- zeros nor the shape matter: KS 2016/36 and 2016/ks 0036.  So equal values can
-- differ in their text, as numeric's 1.0 and 1.00 do.  A part (of an organ, before
-- the serial number) counts as a code.
--
-- The organ has at most 12 letters, a to z and å, ä, ö, with hyphens between them;
-- a serial number has at most 8 digits, a code up to four numbers of at most 65534
-- with full stops between them; the whole at most 100 bytes.  For the operators
-- and search_path see quorum.

create type governance.case_number;

create function governance.case_number_in(cstring)
returns governance.case_number
as 'MODULE_PATHNAME', 'case_number_in'
language c immutable strict parallel safe;
comment on function governance.case_number_in(cstring) is
  'input of case_number: text';

create function governance.case_number_out(governance.case_number)
returns cstring
as 'MODULE_PATHNAME', 'case_number_out'
language c immutable strict parallel safe;
comment on function governance.case_number_out(governance.case_number) is
  'output of case_number: its text as written, with the name of its shape where the text alone would be refused or read otherwise';

create function governance.case_number_recv(internal)
returns governance.case_number
as 'MODULE_PATHNAME', 'case_number_recv'
language c immutable strict parallel safe;
comment on function governance.case_number_recv(internal) is
  'input of case_number: binary';

create function governance.case_number_send(governance.case_number)
returns bytea
as 'MODULE_PATHNAME', 'case_number_send'
language c immutable strict parallel safe;
comment on function governance.case_number_send(governance.case_number) is
  'output of case_number: binary; the text of the output function in UTF-8';

create type governance.case_number (
  input = governance.case_number_in,
  output = governance.case_number_out,
  receive = governance.case_number_recv,
  send = governance.case_number_send,
  internallength = variable,
  alignment = double,
  storage = plain
);
comment on type governance.case_number is
  'the number of a matter (diarienummer): KS 2016/36-01, 2018/KS 0290 10, 106-555/2004; keeps its text as written';

create cast (text as governance.case_number) with inout as assignment;
comment on cast (text as governance.case_number) is
  'a text as a case number; an error where it is none';

create function governance.case_number(written text, shape text)
returns governance.case_number
as 'MODULE_PATHNAME', 'case_number_of_shape'
language c immutable strict parallel safe;
comment on function governance.case_number(written text, shape text) is
  'a text as a case number of which the shape is known, in a register that says so: code-serial-year, organ-yy-serial; a text that does not fit it is read like any other';

-- parts

create function governance.written(governance.case_number)
returns text
as 'MODULE_PATHNAME', 'reference_written'
language c immutable strict parallel safe;
comment on function governance.written(governance.case_number) is
  'the text of a case number as written';

create function governance.organ(governance.case_number)
returns text
as 'MODULE_PATHNAME', 'reference_organ'
language c immutable strict parallel safe;
comment on function governance.organ(governance.case_number) is
  'the organ (myndighet, nämnd) of a case number, in upper case; null where it has none';

create function governance.year(governance.case_number)
returns integer
as 'MODULE_PATHNAME', 'reference_year_of'
language c immutable strict parallel safe;
comment on function governance.year(governance.case_number) is
  'the year of a case number';

create function governance.serial(governance.case_number)
returns integer
as 'MODULE_PATHNAME', 'reference_number_of'
language c immutable strict parallel safe;
comment on function governance.serial(governance.case_number) is
  'the serial number (löpnummer) of a case number';

create function governance.code(governance.case_number)
returns text
as 'MODULE_PATHNAME', 'case_number_code_of'
language c immutable strict parallel safe;
comment on function governance.code(governance.case_number) is
  'the code (diarieplanbeteckning) of a case number without leading zeros, or the part before its serial number; null where it has none';

-- comparison

create function governance.case_number_lt(governance.case_number, governance.case_number)
returns boolean
as 'MODULE_PATHNAME', 'reference_lt'
language c immutable strict parallel safe;
comment on function governance.case_number_lt(governance.case_number, governance.case_number) is
  'whether a case number sorts before another';

create function governance.case_number_le(governance.case_number, governance.case_number)
returns boolean
as 'MODULE_PATHNAME', 'reference_le'
language c immutable strict parallel safe;
comment on function governance.case_number_le(governance.case_number, governance.case_number) is
  'whether a case number sorts before or is the same as another';

create function governance.case_number_eq(governance.case_number, governance.case_number)
returns boolean
as 'MODULE_PATHNAME', 'reference_eq'
language c immutable strict parallel safe;
comment on function governance.case_number_eq(governance.case_number, governance.case_number) is
  'whether a case number is the same as another';

create function governance.case_number_ne(governance.case_number, governance.case_number)
returns boolean
as 'MODULE_PATHNAME', 'reference_ne'
language c immutable strict parallel safe;
comment on function governance.case_number_ne(governance.case_number, governance.case_number) is
  'whether a case number is not the same as another';

create function governance.case_number_ge(governance.case_number, governance.case_number)
returns boolean
as 'MODULE_PATHNAME', 'reference_ge'
language c immutable strict parallel safe;
comment on function governance.case_number_ge(governance.case_number, governance.case_number) is
  'whether a case number sorts after or is the same as another';

create function governance.case_number_gt(governance.case_number, governance.case_number)
returns boolean
as 'MODULE_PATHNAME', 'reference_gt'
language c immutable strict parallel safe;
comment on function governance.case_number_gt(governance.case_number, governance.case_number) is
  'whether a case number sorts after another';

create operator governance.< (
  leftarg = governance.case_number, rightarg = governance.case_number,
  function = governance.case_number_lt,
  commutator = operator(governance.>), negator = operator(governance.>=),
  restrict = scalarltsel, join = scalarltjoinsel
);
comment on operator governance.< (governance.case_number, governance.case_number) is
  'sorts before';

create operator governance.<= (
  leftarg = governance.case_number, rightarg = governance.case_number,
  function = governance.case_number_le,
  commutator = operator(governance.>=), negator = operator(governance.>),
  restrict = scalarlesel, join = scalarlejoinsel
);
comment on operator governance.<= (governance.case_number, governance.case_number) is
  'sorts before or is the same';

create operator governance.= (
  leftarg = governance.case_number, rightarg = governance.case_number,
  function = governance.case_number_eq,
  commutator = operator(governance.=), negator = operator(governance.<>),
  restrict = eqsel, join = eqjoinsel,
  hashes, merges
);
comment on operator governance.= (governance.case_number, governance.case_number) is
  'is the same';

create operator governance.<> (
  leftarg = governance.case_number, rightarg = governance.case_number,
  function = governance.case_number_ne,
  commutator = operator(governance.<>), negator = operator(governance.=),
  restrict = neqsel, join = neqjoinsel
);
comment on operator governance.<> (governance.case_number, governance.case_number) is
  'is not the same';

create operator governance.>= (
  leftarg = governance.case_number, rightarg = governance.case_number,
  function = governance.case_number_ge,
  commutator = operator(governance.<=), negator = operator(governance.<),
  restrict = scalargesel, join = scalargejoinsel
);
comment on operator governance.>= (governance.case_number, governance.case_number) is
  'sorts after or is the same';

create operator governance.> (
  leftarg = governance.case_number, rightarg = governance.case_number,
  function = governance.case_number_gt,
  commutator = operator(governance.<), negator = operator(governance.<=),
  restrict = scalargtsel, join = scalargtjoinsel
);
comment on operator governance.> (governance.case_number, governance.case_number) is
  'sorts after';

create function governance.case_number_cmp(governance.case_number, governance.case_number)
returns integer
as 'MODULE_PATHNAME', 'reference_cmp'
language c immutable strict parallel safe;
comment on function governance.case_number_cmp(governance.case_number, governance.case_number) is
  'less than, equal to or greater than 0 as a case number sorts before another, is the same, or sorts after it';

create function governance.case_number_sortsupport(internal)
returns void
as 'MODULE_PATHNAME', 'reference_sortsupport'
language c immutable strict parallel safe;
comment on function governance.case_number_sortsupport(internal) is
  'sort support of case_number';

create function governance.case_number_hash(governance.case_number)
returns integer
as 'MODULE_PATHNAME', 'reference_hash'
language c immutable strict parallel safe;
comment on function governance.case_number_hash(governance.case_number) is
  'hash of a case number';

create function governance.case_number_hash_extended(governance.case_number, bigint)
returns bigint
as 'MODULE_PATHNAME', 'reference_hash_extended'
language c immutable strict parallel safe;
comment on function governance.case_number_hash_extended(governance.case_number, bigint) is
  'hash of a case number, with a seed';

create operator class governance.case_number_ops
  default for type governance.case_number using btree as
    operator 1 governance.<,
    operator 2 governance.<=,
    operator 3 governance.=,
    operator 4 governance.>=,
    operator 5 governance.>,
    function 1 governance.case_number_cmp(governance.case_number, governance.case_number),
    function 2 governance.case_number_sortsupport(internal);
comment on operator class governance.case_number_ops using btree is
  'order of case numbers: by organ (none first, å ä ö last), year, serial number (36 before 213), code';

create operator class governance.case_number_ops
  default for type governance.case_number using hash as
    operator 1 governance.=,
    function 1 governance.case_number_hash(governance.case_number),
    function 2 governance.case_number_hash_extended(governance.case_number, bigint);
comment on operator class governance.case_number_ops using hash is
  'a case number by its hash';

-- sql/extension/13_section_ref.sql
-- section_ref: sections of minutes (paragraf i protokoll; N, E1, E9, A22).
--
-- "KF § 251/2017", "ksau 91/2018", "2023-06-14, Ks § 183", "den 29 november 2017,
-- § 243", "§§ 130–143": organ, date, section or range of sections, year or date.
-- The year has four digits, from 1900 to 2099, and is that of the date where only
-- that is written; a section without a sign has an organ and a year.  "§251",
-- no-break spaces and any hyphen or en dash are read as well.
--
-- A value keeps its text as written, without space around it.  Two are the same,
-- and sort, by organ, year, first and last section, since a section is one of a
-- year: "KS § 183/2023" is "2023-06-14, Ks § 183".  What is not named is not
-- assumed: "§ 243" is in no year.
--
-- The organ is as in case_number; a section is at most 999999, the whole at most
-- 100 bytes.  For the operators and search_path see quorum.

create type governance.section_ref;

create function governance.section_ref_in(cstring)
returns governance.section_ref
as 'MODULE_PATHNAME', 'section_ref_in'
language c immutable strict parallel safe;
comment on function governance.section_ref_in(cstring) is
  'input of section_ref: text';

create function governance.section_ref_out(governance.section_ref)
returns cstring
as 'MODULE_PATHNAME', 'section_ref_out'
language c immutable strict parallel safe;
comment on function governance.section_ref_out(governance.section_ref) is
  'output of section_ref: its text as written';

create function governance.section_ref_recv(internal)
returns governance.section_ref
as 'MODULE_PATHNAME', 'section_ref_recv'
language c immutable strict parallel safe;
comment on function governance.section_ref_recv(internal) is
  'input of section_ref: binary';

create function governance.section_ref_send(governance.section_ref)
returns bytea
as 'MODULE_PATHNAME', 'section_ref_send'
language c immutable strict parallel safe;
comment on function governance.section_ref_send(governance.section_ref) is
  'output of section_ref: binary; the text of the output function in UTF-8';

create type governance.section_ref (
  input = governance.section_ref_in,
  output = governance.section_ref_out,
  receive = governance.section_ref_recv,
  send = governance.section_ref_send,
  internallength = variable,
  alignment = double,
  storage = plain
);
comment on type governance.section_ref is
  'sections of minutes (paragraf): KF § 251/2017, § 243, §§ 130–143, 2023-06-14, Ks § 183; keeps its text as written';

create cast (text as governance.section_ref) with inout as assignment;
comment on cast (text as governance.section_ref) is
  'a text as a section reference; an error where it is none';

-- parts

create function governance.written(governance.section_ref)
returns text
as 'MODULE_PATHNAME', 'reference_written'
language c immutable strict parallel safe;
comment on function governance.written(governance.section_ref) is
  'the text of a section reference as written';

create function governance.organ(governance.section_ref)
returns text
as 'MODULE_PATHNAME', 'reference_organ'
language c immutable strict parallel safe;
comment on function governance.organ(governance.section_ref) is
  'the organ (nämnd) of a section reference, in upper case; null where it names none';

create function governance.year(governance.section_ref)
returns integer
as 'MODULE_PATHNAME', 'reference_year_of'
language c immutable strict parallel safe;
comment on function governance.year(governance.section_ref) is
  'the year of a section reference, or of its date; null where it names neither';

create function governance.day(governance.section_ref)
returns date
as 'MODULE_PATHNAME', 'section_ref_day'
language c immutable strict parallel safe;
comment on function governance.day(governance.section_ref) is
  'the date that is written in a section reference (sammanträdesdag); null where none is';

create function governance.first_section(governance.section_ref)
returns integer
as 'MODULE_PATHNAME', 'reference_number_of'
language c immutable strict parallel safe;
comment on function governance.first_section(governance.section_ref) is
  'the section (paragraf) that is referred to, or the first of a range';

create function governance.last_section(governance.section_ref)
returns integer
as 'MODULE_PATHNAME', 'section_ref_last_section'
language c immutable strict parallel safe;
comment on function governance.last_section(governance.section_ref) is
  'the last section of a range, or the only one';

create function governance.covers(range governance.section_ref, part governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'section_ref_covers_part'
language c immutable strict parallel safe;
comment on function governance.covers(range governance.section_ref, part governance.section_ref) is
  'whether all sections of a reference are among those of another; both name the same organ and year, or none';

-- comparison

create function governance.section_ref_lt(governance.section_ref, governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'reference_lt'
language c immutable strict parallel safe;
comment on function governance.section_ref_lt(governance.section_ref, governance.section_ref) is
  'whether a section reference sorts before another';

create function governance.section_ref_le(governance.section_ref, governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'reference_le'
language c immutable strict parallel safe;
comment on function governance.section_ref_le(governance.section_ref, governance.section_ref) is
  'whether a section reference sorts before or is the same as another';

create function governance.section_ref_eq(governance.section_ref, governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'reference_eq'
language c immutable strict parallel safe;
comment on function governance.section_ref_eq(governance.section_ref, governance.section_ref) is
  'whether a section reference is the same as another';

create function governance.section_ref_ne(governance.section_ref, governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'reference_ne'
language c immutable strict parallel safe;
comment on function governance.section_ref_ne(governance.section_ref, governance.section_ref) is
  'whether a section reference is not the same as another';

create function governance.section_ref_ge(governance.section_ref, governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'reference_ge'
language c immutable strict parallel safe;
comment on function governance.section_ref_ge(governance.section_ref, governance.section_ref) is
  'whether a section reference sorts after or is the same as another';

create function governance.section_ref_gt(governance.section_ref, governance.section_ref)
returns boolean
as 'MODULE_PATHNAME', 'reference_gt'
language c immutable strict parallel safe;
comment on function governance.section_ref_gt(governance.section_ref, governance.section_ref) is
  'whether a section reference sorts after another';

create operator governance.< (
  leftarg = governance.section_ref, rightarg = governance.section_ref,
  function = governance.section_ref_lt,
  commutator = operator(governance.>), negator = operator(governance.>=),
  restrict = scalarltsel, join = scalarltjoinsel
);
comment on operator governance.< (governance.section_ref, governance.section_ref) is
  'sorts before';

create operator governance.<= (
  leftarg = governance.section_ref, rightarg = governance.section_ref,
  function = governance.section_ref_le,
  commutator = operator(governance.>=), negator = operator(governance.>),
  restrict = scalarlesel, join = scalarlejoinsel
);
comment on operator governance.<= (governance.section_ref, governance.section_ref) is
  'sorts before or is the same';

create operator governance.= (
  leftarg = governance.section_ref, rightarg = governance.section_ref,
  function = governance.section_ref_eq,
  commutator = operator(governance.=), negator = operator(governance.<>),
  restrict = eqsel, join = eqjoinsel,
  hashes, merges
);
comment on operator governance.= (governance.section_ref, governance.section_ref) is
  'is the same';

create operator governance.<> (
  leftarg = governance.section_ref, rightarg = governance.section_ref,
  function = governance.section_ref_ne,
  commutator = operator(governance.<>), negator = operator(governance.=),
  restrict = neqsel, join = neqjoinsel
);
comment on operator governance.<> (governance.section_ref, governance.section_ref) is
  'is not the same';

create operator governance.>= (
  leftarg = governance.section_ref, rightarg = governance.section_ref,
  function = governance.section_ref_ge,
  commutator = operator(governance.<=), negator = operator(governance.<),
  restrict = scalargesel, join = scalargejoinsel
);
comment on operator governance.>= (governance.section_ref, governance.section_ref) is
  'sorts after or is the same';

create operator governance.> (
  leftarg = governance.section_ref, rightarg = governance.section_ref,
  function = governance.section_ref_gt,
  commutator = operator(governance.<), negator = operator(governance.<=),
  restrict = scalargtsel, join = scalargtjoinsel
);
comment on operator governance.> (governance.section_ref, governance.section_ref) is
  'sorts after';

create function governance.section_ref_cmp(governance.section_ref, governance.section_ref)
returns integer
as 'MODULE_PATHNAME', 'reference_cmp'
language c immutable strict parallel safe;
comment on function governance.section_ref_cmp(governance.section_ref, governance.section_ref) is
  'less than, equal to or greater than 0 as a section reference sorts before another, is the same, or sorts after it';

create function governance.section_ref_sortsupport(internal)
returns void
as 'MODULE_PATHNAME', 'reference_sortsupport'
language c immutable strict parallel safe;
comment on function governance.section_ref_sortsupport(internal) is
  'sort support of section_ref';

create function governance.section_ref_hash(governance.section_ref)
returns integer
as 'MODULE_PATHNAME', 'reference_hash'
language c immutable strict parallel safe;
comment on function governance.section_ref_hash(governance.section_ref) is
  'hash of a section reference';

create function governance.section_ref_hash_extended(governance.section_ref, bigint)
returns bigint
as 'MODULE_PATHNAME', 'reference_hash_extended'
language c immutable strict parallel safe;
comment on function governance.section_ref_hash_extended(governance.section_ref, bigint) is
  'hash of a section reference, with a seed';

create operator class governance.section_ref_ops
  default for type governance.section_ref using btree as
    operator 1 governance.<,
    operator 2 governance.<=,
    operator 3 governance.=,
    operator 4 governance.>=,
    operator 5 governance.>,
    function 1 governance.section_ref_cmp(governance.section_ref, governance.section_ref),
    function 2 governance.section_ref_sortsupport(internal);
comment on operator class governance.section_ref_ops using btree is
  'order of section references: by organ (none first, å ä ö last), year, first section (9 before 10), last section (a single one first)';

create operator class governance.section_ref_ops
  default for type governance.section_ref using hash as
    operator 1 governance.=,
    function 1 governance.section_ref_hash(governance.section_ref),
    function 2 governance.section_ref_hash_extended(governance.section_ref, bigint);
comment on operator class governance.section_ref_ops using hash is
  'a section reference by its hash';

-- sql/extension/14_page_mark.sql
-- The page marked on a document (B6).

create function governance.read_page_mark(mark text, out page integer, out pages integer)
returns record
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'governance_read_page_mark';
comment on function governance.read_page_mark(text) is
'The page and the number of pages that a page mark (sidmärkning) names: "SID. 3 (7)", "3 (7)", "Sida 3 av 7". An error where it is none, or the page is not one of them.';

-- sql/extension/20_calendar.sql
-- The Swedish calendar: Public Holidays Act (lag 1989:253), Act on computation
-- of time (lag 1930:173).  Years 1990-2199; any other day is error 22008.

create function governance.is_holiday(day date)
	returns boolean
	as 'MODULE_PATHNAME', 'governance_is_holiday'
	language c immutable strict parallel safe;
comment on function governance.is_holiday(date) is
	'whether the day is a public holiday (allmän helgdag), as every Sunday is; 1 § lag (1989:253) om allmänna helgdagar';

create function governance.holiday_name(day date)
	returns text
	as 'MODULE_PATHNAME', 'governance_holiday_name'
	language c immutable strict parallel safe;
comment on function governance.holiday_name(date) is
	'Swedish name of the public holiday (allmän helgdag), "söndag" for a Sunday without a name of its own, null for other days; 2 § lag (1989:253)';

create function governance.is_working_day(day date)
	returns boolean
	as 'MODULE_PATHNAME', 'governance_is_working_day'
	language c immutable strict parallel safe;
comment on function governance.is_working_day(date) is
	'whether the day is a working day (arbetsdag): Monday to Friday, no holiday, not Midsummer Eve, Christmas Eve or New Year''s Eve';

create function governance.add_working_days(day date, n integer)
	returns date
	as 'MODULE_PATHNAME', 'governance_add_working_days'
	language c immutable strict parallel safe;
comment on function governance.add_working_days(date, integer) is
	'the n-th working day (arbetsdag) after the day, or before it where n is negative; the day itself, working or not, where n is 0';

create function governance.working_days_between("from" date, "to" date)
	returns integer
	as 'MODULE_PATHNAME', 'governance_working_days_between'
	language c immutable strict parallel safe;
comment on function governance.working_days_between(date, date) is
	'number of working days (arbetsdagar) after the first day up to and including the second; in reverse order the same number, negative';

-- With a registry's further days off.  These are not strict: a null array, as
-- array_agg makes of an empty table, means that there are none.

create function governance.is_working_day(day date, extra date[])
	returns boolean
	as 'MODULE_PATHNAME', 'governance_is_working_day'
	language c immutable parallel safe;
comment on function governance.is_working_day(date, date[]) is
	'whether the day is a working day (arbetsdag) and none of the extra days off; a null array means no extra days';

create function governance.add_working_days(day date, n integer, extra date[])
	returns date
	as 'MODULE_PATHNAME', 'governance_add_working_days'
	language c immutable parallel safe;
comment on function governance.add_working_days(date, integer, date[]) is
	'the n-th working day (arbetsdag) after or before the day, the extra days off not counted; a null array means no extra days';

create function governance.working_days_between("from" date, "to" date, extra date[])
	returns integer
	as 'MODULE_PATHNAME', 'governance_working_days_between'
	language c immutable parallel safe;
comment on function governance.working_days_between(date, date, date[]) is
	'number of working days (arbetsdagar) after the first day up to and including the second, the extra days off not counted; a null array means no extra days';

create function governance.latest_notice(meeting date, working_days integer,
		clear_days boolean default false, extra date[] default null)
	returns date
	as 'MODULE_PATHNAME', 'governance_latest_notice'
	language c immutable parallel safe;
comment on function governance.latest_notice(date, integer, boolean, date[]) is
	'last day for a notice due at the latest so many working days (arbetsdagar) before the meeting; with clear_days so many whole working days lie between; never moved forward';

create function governance.statutory_deadline(start date, period interval)
	returns date
	as 'MODULE_PATHNAME', 'governance_statutory_deadline'
	language c immutable strict parallel safe;
comment on function governance.statutory_deadline(date, interval) is
	'last day of a statutory period (lagstadgad tid) of whole days, weeks, months or years; a missing day becomes the end of the month, a Saturday, Sunday, holiday or eve moves to the next weekday; 1 and 2 §§ lag (1930:173)';

-- sql/extension/21_as_of.sql
-- The day that reports are made for.

create function governance.as_of() returns date
language sql stable parallel safe
set search_path = pg_catalog
as $$
select coalesce(nullif(current_setting('governance.as_of', true), '')::date, current_date)
$$;
comment on function governance.as_of() is
'The day that the views of a registry speak of: the setting governance.as_of, today where it is not set. Any past day can be asked for.';

-- sql/extension/22_swedish_text.sql
-- Swedish words as the review of policies compares them: by their stems, and
-- without a list of stop words, since "kan", "ska" and "alla" are on it.

create text search dictionary governance.swedish_words (template = pg_catalog.snowball, language = swedish);
comment on text search dictionary governance.swedish_words is
'Swedish words by their stems (svenska ordstammar), without stop words.';

create text search configuration governance.swedish (copy = pg_catalog.swedish);
alter text search configuration governance.swedish
	alter mapping replace pg_catalog.swedish_stem with governance.swedish_words;
comment on text search configuration governance.swedish is
'Swedish text by the stems of all its words (svensk text), for the review of policies.';

-- sql/extension/30_kommunallagen.sql
-- The texts of regulations: how they are split into provisions, and the ground
-- layer, which every registry has, from kommunallagen.

create function governance.split_regulation(text,
	out ordinal int, out chapter int, out section text, out paragraph int,
	out point int, out wording text, out citation text, out heading text)
returns setof record
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'split_regulation';

comment on function governance.split_regulation(text) is
'The provisions (bestämmelser) in the text of a regulation or law, with their exact wording: a row for each section (paragraf), paragraph (stycke) and numbered point. heading is the subject heading (rubrik) over a section.';

create function governance.kommunallagen()
returns text
language sql immutable parallel safe
set search_path = pg_catalog
as $function$select substr($kl$
# Kommunallag (2017:725)

Utfärdad 2017-06-22, i kraft 2018-01-01. Lydelse enligt publicering 2025-05-26. Urval av paragrafer.

## 3 kap. Kommunernas och regionernas organisation och verksamhetsformer

### Fullmäktige

#### 1 §

I varje kommun och i varje region finns det en beslutande församling, ett fullmäktige. Lag (2019:835).

### Fullmäktigeberedningar

#### 2 §

Fullmäktige får inrätta fullmäktigeberedningar för beredning av ett visst ärende eller en viss grupp av ärenden som ska avgöras av fullmäktige.

### Styrelsen och övriga nämnder

#### 3 §

Fullmäktige ska tillsätta en styrelse.

#### 4 §

Fullmäktige ska tillsätta de nämnder som utöver styrelsen behövs för att fullgöra kommunens eller regionens uppgifter enligt lag eller annan författning och för övrig verksamhet. Lag (2019:835).

### Utskott och nämndberedningar

#### 5 §

Fullmäktige får bestämma att en nämnd ska ha ett eller flera utskott.

Om fullmäktige inte har bestämt något om utskott, får nämnden själv bestämma att utskott ska finnas.

En nämnd får tillsätta de nämndberedningar som behövs.

## 4 kap. Förtroendevalda

### Uppdragets upphörande

#### 6 §

Fullmäktige ska befria en förtroendevald från uppdraget när den förtroendevalde önskar avgå, om det inte finns särskilda skäl mot det.

#### 7 §

Om en förtroendevald upphör att vara valbar upphör uppdraget genast. För en förtroendevald som valts av fullmäktige upphör uppdraget vid nästa fullmäktigesammanträde om inte fullmäktige, efter ansökan, beslutar att den förtroendevalde får ha kvar sitt uppdrag under återstoden av mandattiden.

#### 9 §

Fullmäktige får återkalla uppdraget för en förtroendevald som har valts av fullmäktige, om den förtroendevalde

1. har vägrats ansvarsfrihet, eller

2. har dömts för ett brott på vilket fängelse i lägst två år kan följa och domen har fått laga kraft.

#### 10 §

Fullmäktige får återkalla uppdragen för samtliga förtroendevalda i en nämnd eller för samtliga förtroendevalda som anges i 2 § första stycket

1. när den politiska majoriteten i nämnden inte längre är densamma som i fullmäktige, eller

2. vid förändringar i nämndorganisationen.

Förtroendeuppdragen upphör att gälla när val av nya ledamöter och ersättare har hållits eller när en ny nämndorganisation träder i kraft.

### Initiativrätt

#### 19 §

Varje ledamot i fullmäktige får väcka motioner samt ställa interpellationer och frågor enligt 5 kap. 59–64 §§.

#### 20 §

Varje ledamot i en nämnd får väcka ärenden i nämnden.

#### 21 §

Varje revisor får väcka ärenden i en nämnd eller i en fullmäktigeberedning om ärendet rör granskningen av verksamheten i nämnden eller beredningen.

### Ersättare

#### 22 §

När ersättare tjänstgör har de samma rättigheter som ledamöter.

### Förtroendevalda med funktionsnedsättning

#### 23 §

Kommuner och regioner ska verka för att förtroendevalda med funktionsnedsättning kan delta i handläggningen av ärenden på samma villkor som andra förtroendevalda. Lag (2019:835).

### Omröstning och beslut

#### 24 §

Varje ledamot i fullmäktige eller i en nämnd har en röst.

#### 25 §

En ledamot i fullmäktige eller i en nämnd har rätt att avstå från att delta i en omröstning eller i ett beslut.

Ordföranden är dock alltid skyldig att rösta, när det behövs för att ärendet ska kunna avgöras.

#### 26 §

En ledamot i en nämnd som deltar i handläggningen av ett ärende ska delta i avgörandet av ärendet, om ärendet avser myndighetsutövning mot någon enskild. Detta innebär ingen skyldighet att rösta för fler än ett förslag.

### Reservation

#### 27 §

En förtroendevald som har deltagit i avgörandet av ett ärende får reservera sig mot beslutet. Reservationen ska anmälas innan sammanträdet avslutas.

### Närvarorätt

#### 28 §

Fullmäktige får besluta att en förtroendevald som inte är ledamot eller ersättare i en viss nämnd ska få närvara vid nämndens sammanträden och delta i överläggningar men inte i besluten.

Beslutet får även innefatta att den förtroendevalde ska ha rätt att få sin mening antecknad i protokollet.

## 5 kap. Fullmäktige

### Fullmäktiges uppgifter

#### 1 §

Fullmäktige beslutar i ärenden av principiell beskaffenhet eller annars av större vikt för kommunen eller regionen, främst

1. mål och riktlinjer för verksamheten,

2. budget, skatt och andra viktiga ekonomiska frågor,

3. nämndernas organisation och verksamhetsformer,

4. val av ledamöter och ersättare i nämnder och beredningar,

5. val av revisorer,

6. grunderna för ekonomiska förmåner till förtroendevalda,

7. årsredovisning och ansvarsfrihet,

8. folkomröstning i kommunen eller regionen, och

9. extra val till fullmäktige.

Fullmäktige beslutar också i andra ärenden som anges i denna lag eller i andra författningar. Lag (2019:835).

#### 2 §

Fullmäktige får uppdra åt en nämnd att i fullmäktiges ställe besluta i ett visst ärende eller en viss grupp av ärenden. Ärenden som anges i 1 § första stycket eller som enligt lag eller annan författning ska avgöras av fullmäktige får dock inte delegeras till nämnderna.

#### 4 §

I samband med att budgeten fastställs eller anslag annars beviljas får fullmäktige uppdra åt en nämnd att genomföra en viss verksamhet inom ramen för de riktlinjer om verksamheten som fullmäktige har fastställt, om inte något annat följer av lag eller annan författning.

### Ordförande och vice ordförande (fullmäktiges presidium)

#### 11 §

Fullmäktige väljer bland sina ledamöter en ordförande och en eller flera vice ordförande som tillsammans utgör fullmäktiges presidium. Fullmäktige bestämmer tiden för uppdragen.

### Tidpunkt för sammanträdena

#### 12 §

Fullmäktige bestämmer när ordinarie sammanträden ska hållas.

Sammanträde ska hållas också om styrelsen eller minst en tredjedel av fullmäktiges ledamöter begär det eller om ordföranden anser att det behövs.

### Hur sammanträdena tillkännages

#### 13 §

Ordföranden ska tillkännage tid och plats för varje sammanträde med fullmäktige och uppgifter om de ärenden som ska behandlas.

Fullmäktiges sammanträden ska tillkännages på kommunens eller regionens anslagstavla minst en vecka före sammanträdesdagen. Lag (2019:835).

#### 14 §

Om ett ärende är så brådskande att det inte hinner tillkännages enligt 13 §, ska uppgift om ärendet tillkännages på anslagstavlan senast vardagen närmast före sammanträdesdagen.

### Kallelse till sammanträde

#### 15 §

Varje ledamot och ersättare ska kallas till sammanträde minst en vecka före sammanträdesdagen. Kallelsen ska innehålla uppgift om tid och plats för sammanträdet och om de ärenden som ska behandlas.

Information om sådana ärenden som tillkännagetts enligt 14 § ska lämnas till varje ledamot och ersättare så att den kan antas nå dem senast vardagen närmast före sammanträdesdagen.

### Deltagande på distans

#### 16 §

Ledamöter får delta i fullmäktiges sammanträden på distans om fullmäktige har beslutat det. Deltagandet ska i sådant fall ske genom ljud- och bildöverföring i realtid samt på ett sådant sätt att samtliga deltagare kan se och höra varandra och delta på lika villkor.

En ledamot som deltar på distans ska anses vara närvarande vid fullmäktiges sammanträde.

### Ersättarnas tjänstgöring

#### 17 §

Om en ledamot är förhindrad att inställa sig till ett sammanträde eller att fortsätta delta i ett sammanträde, ska en ersättare tjänstgöra i ledamotens ställe.

#### 18 §

Ersättarna ska tjänstgöra enligt den ordning som är bestämd mellan dem. En ersättare som har börjat tjänstgöra har dock alltid företräde oberoende av turordningen. En ersättare som avbryter tjänstgöringen på grund av jäv i ett ärende får åter tjänstgöra, sedan ärendet har handlagts.

#### 19 §

En ledamot som inställer sig under ett pågående sammanträde eller till ett fortsatt sammanträde har rätt att tjänstgöra även om en ersättare har trätt in i ledamotens ställe.

#### 20 §

En ledamot som har avbrutit tjänstgöringen vid ett sammanträde på grund av något annat hinder än jäv får därefter under samma dag inte tjänstgöra vid sammanträdet.

#### 21 §

I kommunfullmäktige har ersättare från samma valkrets som ledamoten företräde till tjänstgöring.

Om samtliga ersättare för en ledamot i kommunfullmäktige är förhindrade att inställa sig eller att fortsätta delta i ett sammanträde, ska i ledamotens ställe den ersättare inträda som enligt den bestämda ordningen står i tur att tjänstgöra för den ledamot som har fått den första platsen för partiet i valkretsen. Om en sådan ersättare inte kan tjänstgöra, ska den ersättare inträda som står i tur att tjänstgöra för den ledamot som har fått den andra platsen för partiet i valkretsen och så vidare efter samma grund.

Om partiets samtliga ersättare i valkretsen är förhindrade att inställa sig eller att fortsätta delta i ett sammanträde, ska den ersättare inträda som har utsetts för partiet i någon annan valkrets efter den grund som anges i första och andra stycket. Den ersättare som har utsetts i den valkrets där partiets röstetal är högst har då företräde.

### Ärenden i fullmäktige

#### 22 §

Ärenden i fullmäktige får väckas av

1. en nämnd,

2. en ledamot genom motion,

3. en revisor, om ärendet gäller förvaltning som har samband med revisionsuppdraget eller om ärendet gäller granskningen,

4. en fullmäktigeberedning, om fullmäktige har beslutat det, eller

5. styrelsen i en sådan juridisk person som avses i 10 kap. 2–6 §§, om fullmäktige har beslutat det för särskilda fall.

Ärenden i fullmäktige får även väckas genom medborgarförslag och folkinitiativ enligt 8 kap. 1 och 2 §§.

#### 23 §

Fullmäktige ska besluta i ärenden som avses i 22 §.

Fullmäktige får dock överlåta till styrelsen eller en annan nämnd att besluta i ett ärende som har väckts genom medborgarförslag, utom i de fall som anges i 1 §.

### Ansvarsfrihet och anmärkning

#### 24 §

Fullmäktige ska vid ett sammanträde före utgången av juni månad året efter det år som revisionen avser, besluta om ansvarsfrihet ska beviljas eller vägras. Beslutet ska motiveras om det inte är uppenbart obehövligt.

Om revisorerna enligt 12 kap. 13 § riktat anmärkning mot en nämnd eller en fullmäktigeberedning eller mot enskilda förtroendevalda i sådana organ, ska fullmäktige besluta om även fullmäktige ska rikta anmärkningen. Fullmäktige får rikta anmärkning även om revisorerna inte gjort det. Beslut om anmärkning ska motiveras.

#### 25 §

Om ansvarsfrihet vägras, får fullmäktige besluta att skadeståndstalan ska väckas.

Talan som inte grundas på brott ska väckas inom ett år från det att beslutet om vägrad ansvarsfrihet fattades.

Bestämmelser om att fullmäktige får återkalla uppdraget vid vägrad ansvarsfrihet finns i 4 kap. 9 §.

### Hur ärendena bereds

#### 26 §

Innan ett ärende avgörs av fullmäktige, ska det ha beretts antingen av en nämnd vars verksamhetsområde ärendet berör eller av en fullmäktigeberedning.

#### 27 §

Om ett ärende har beretts bara av en fullmäktigeberedning, ska en nämnd vars verksamhetsområde ärendet berör alltid ges tillfälle att yttra sig.

#### 28 §

Styrelsen ska alltid ges tillfälle att yttra sig i ett ärende som har beretts av en annan nämnd eller av en fullmäktigeberedning.

Styrelsen ska lägga fram förslag till beslut i ett ärende, om inte någon annan nämnd eller en fullmäktigeberedning har gjort det.

#### 29 §

Fullmäktige får hålla val utan föregående beredning.

Ett ärende som avser avsägelse från ett uppdrag som förtroendevald behöver inte heller beredas.

#### 30 §

De år val av fullmäktige har hållits i hela landet får nyvalda fullmäktige besluta att ändra mandattiden för en nämnd eller att ändra antalet ledamöter eller ersättare i en nämnd utan föregående beredning.

#### 31 §

Fullmäktige får besluta om extra val till fullmäktige utan föregående beredning.

#### 32 §

Fullmäktige får behandla revisionsberättelsen utan föregående beredning. Fullmäktige ska dock från de ansvariga hämta in förklaring över

1. anmärkning som framställts i revisionsberättelsen, och

2. revisorernas uttalande att ansvarsfrihet inte tillstyrks.

Revisorerna och deras sakkunniga ska alltid ges tillfälle att yttra sig vid fullmäktiges behandling av revisionsberättelsen.

Om en förtroendevald har vägrats ansvarsfrihet, får fullmäktige också utan ytterligare beredning besluta att den förtroendevaldes uppdrag ska återkallas enligt 4 kap. 9 §.

#### 33 §

Ett brådskande ärende får avgöras trots att ärendet inte har beretts, om samtliga närvarande ledamöter är ense om beslutet.

#### 34 §

Fullmäktiges beslut att enligt 23 § andra stycket överlåta till styrelsen eller en annan nämnd att besluta i ett ärende som har väckts genom medborgarförslag får fattas utan föregående beredning.

#### 35 §

En motion eller ett medborgarförslag ska om möjligt beredas på sådant sätt att fullmäktige kan fatta beslut inom ett år från det att motionen eller medborgarförslaget väcktes.

Om beredningen inte kan avslutas inom denna tid, ska detta och vad som har kommit fram vid beredningen anmälas till fullmäktige inom samma tid. Fullmäktige får då avskriva motionen eller medborgarförslaget från vidare handläggning.

#### 36 §

Fullmäktige får besluta att det, som ett led i beredningen av ett ärende som fullmäktige ska handlägga, ska hämtas in synpunkter från medlemmarna.

Detta kan ske genom folkomröstning, opinionsundersökning eller något liknande förfarande. Vid opinionsundersökning eller liknande förfarande får valnämnden i kommunen anlitas, om nämndens verksamhet i övrigt inte hindras av det.

Ska synpunkter hämtas in genom en folkomröstning får fullmäktige besluta att röstlängd och röstkort ska framställas för omröstningen enligt 5 kap. vallagen (2005:837).

### Offentlighet och ordning vid fullmäktiges sammanträden

#### 42 §

Fullmäktiges sammanträden är offentliga.

Fullmäktige får dock besluta att överläggningen i ett visst ärende ska hållas inom stängda dörrar. Ersättarna får närvara vid en sådan överläggning, även när de inte tjänstgör.

#### 43 §

Ordföranden leder fullmäktiges sammanträden och ansvarar för ordningen vid sammanträdena.

Ordföranden får visa ut den som uppträder störande och inte rättar sig efter tillsägelse.

### Offentlighet vid fullmäktigeberednings sammanträden

#### 44 §

En fullmäktigeberednings sammanträden ska hållas inom stängda dörrar. En sådan beredning får dock besluta att dess sammanträden ska vara offentliga, om fullmäktige har medgett det.

### Beslutsförhet

#### 45 §

Fullmäktige får handlägga ett ärende bara om mer än hälften av ledamöterna är närvarande. Fullmäktige får dock bestämma att interpellationer och frågor får besvaras även om färre ledamöter är närvarande.

#### 46 §

Om en ledamot enligt 47 eller 48 § är jävig i ett ärende, får fullmäktige handlägga ärendet, även om antalet deltagande på grund av jävet inte uppgår till det antal som föreskrivs i 45 §.

### Jäv

#### 47 §

En ledamot får inte delta i handläggningen av ett ärende som personligen rör ledamoten själv, ledamotens make, sambo, förälder, barn eller syskon eller någon annan närstående.

I fråga om jäv för ledamöter ska 6 kap. 30 § andra och tredje styckena tillämpas. Vid fullmäktiges beslut i fråga om jäv gäller 6 kap. 32 §. Vad som sägs om nämnd i dessa bestämmelser ska i stället gälla fullmäktige.

#### 48 §

Den som är redovisningsskyldig till kommunen eller regionen får inte delta i

1. val av revisor för granskning av verksamhet som omfattas av redovisningsskyldigheten, eller

2. handläggningen av ärenden om ansvarsfrihet för verksamheten.

Detsamma gäller make, sambo, förälder, barn, syskon eller någon annan närstående till den redovisningsskyldige. Lag (2019:835).

#### 49 §

Enskilda förtroendevalda mot vilka anmärkning kan riktas enligt 12 kap. 13 § får, trots vad som anges i 48 §, delta i fullmäktiges överläggningar, när revisionsberättelsen över den verksamhet som de har ansvaret för behandlas.

Ordföranden och vice ordföranden i en nämnd får också delta i fullmäktiges överläggning när verksamhet inom den egna nämnden behandlas.

Första och andra styckena gäller även om de förtroendevalda inte är ledamöter i fullmäktige.

### Bordläggning och återremiss

#### 50 §

Ett ärende ska bordläggas eller återremitteras, om det begärs av minst en tredjedel av de närvarande ledamöterna. Enkel majoritet krävs dock om ärendet tidigare bordlagts eller återremitterats på begäran av en minoritet.

För bordläggning eller återremiss i fråga om val krävs enkel majoritet. Ett ärende om extra val ska dock alltid bordläggas första gången det tas upp till behandling.

Motiveringen till ett beslut om återremiss ska bestämmas av de ledamöter som begärt återremittering. Vid flera motiveringar får ordföranden pröva vilken motivering som biträds av minst en tredjedel av de närvarande ledamöterna.

#### 51 §

Ett bordlagt ärende ska behandlas på fullmäktiges nästa sammanträde, om fullmäktige inte beslutar något annat.

### Hur ärendena avgörs

#### 52 §

Ordföranden ska se till att bara sådana ärenden avgörs som har tillkännagetts enligt 13 eller 14 §.

Ett brådskande ärende får dock avgöras om samtliga närvarande ledamöter beslutar det.

#### 53 §

När överläggningen har avslutats, lägger ordföranden fram förslag till beslut.

Förslagen ska utformas så, att de kan besvaras med ja eller nej.

Ordföranden redovisar därefter sin uppfattning om vad som har beslutats och bekräftar beslutet med ett klubbslag, om inte omröstning begärs.

#### 54 §

Om omröstning begärs, ska den ske öppet utom i ärenden som avser val eller anställning av personal.

#### 55 §

Utgången bestäms genom enkel majoritet, om inte något annat anges i denna lag eller annan författning.

#### 56 §

Vid lika röstetal har ordföranden utslagsröst.

I ärenden som avser val eller anställning av personal fattas beslutet dock genom lottning.

#### 57 §

Ordföranden ska vägra att lägga fram ett förslag till beslut, om ordföranden anser att förslaget innebär att ett nytt ärende väcks.

Ordföranden får vägra att lägga fram ett förslag till beslut, om ordföranden anser att förslaget skulle leda till ett beslut som strider mot lag eller annan författning. Fullmäktige får dock besluta att förslaget ändå ska läggas fram.

### Proportionella val

#### 58 §

Under de förutsättningar som anges i lagen (2022:629) om proportionella val i kommuner och regioner ska följande val vara proportionella:

1. val av ledamöter och ersättare i nämnder och beredningar,

2. val av revisorer som avses i 12 kap. 4 och 5 §§,

3. val av ledamöter och suppleanter i styrelsen för aktiebolag,

4. val av ledamöter och suppleanter i styrelsen för ekonomiska föreningar eller stiftelser, och

5. val av revisorer, revisorssuppleanter och lekmannarevisorer som ska granska styrelsens förvaltning i aktiebolag, ekonomiska föreningar och stiftelser.

Första stycket 1 ska inte gälla vid val till en nämnd som avses i 6 kap. 2 § 2, om två tredjedelar av de närvarande ledamöterna i fullmäktige vid inrättandet av nämnden har röstat för att ledamöter i nämnden ska väljas på någon annan grund än partipolitisk. Lag (2022:638).

### Protokollet

#### 65 §

Vid sammanträden ska protokoll föras på ordförandens ansvar.

#### 66 §

Protokollet ska redovisa vilka ledamöter och ersättare som har tjänstgjort och vilka ärenden som har handlagts.

#### 67 §

Protokollet ska för varje ärende redovisa

1. vilka förslag och yrkanden som har lagts fram och inte tagits tillbaka,

2. i vilken ordning ordföranden har lagt fram förslag till beslut,

3. genomförda omröstningar och resultaten av dem,

4. vilka beslut som har fattats,

5. vilka ledamöter som har deltagit i besluten och hur de har röstat vid öppna omröstningar, och

6. vilka reservationer som har anmälts mot besluten.

#### 68 §

I protokollet ska det anges vilka interpellationer och frågor som har ställts och vilka som har besvarats.

#### 69 §

Ett protokoll ska justeras senast fjorton dagar efter sammanträdet på det sätt som fullmäktige har bestämt.

#### 70 §

Bestämmelser om att justering av protokollet ska tillkännages på anslagstavlan finns i 8 kap. 12 §.

### Arbetsordningen

#### 71 §

Fullmäktige ska anta en arbetsordning av vilken det ska framgå vad som i övrigt ska gälla för fullmäktiges sammanträden och handläggningen av ärenden.

#### 72 §

I arbetsordningen ska regleras

1. antalet ledamöter i fullmäktige,

2. när sammanträden ska hållas,

3. anmälan av hinder att delta i sammanträden,

4. inkallande av ersättare och deras tjänstgöring,

5. vem som ska föra ordet tills ordförande utsetts,

6. rätten att delta i fullmäktiges överläggningar,

7. förfarandet vid omröstningar,

8. handläggningen av motioner, interpellationer och frågor,

9. formerna för justeringen av protokollet, och

10. fullmäktigepresidiets arbetsuppgifter.

Om fullmäktige med stöd av 8 kap. 1 § har beslutat att medborgarförslag får väckas, ska arbetsordningen reglera hur sådana förslag ska handläggas.

Om fullmäktige har beslutat att ledamöter får delta i fullmäktiges sammanträden på distans, ska arbetsordningen reglera i vilken utsträckning sådant deltagande får ske.

## 6 kap. Styrelsen och övriga nämnder

### Uppgifter

#### 1 §

Styrelsen ska leda och samordna förvaltningen av kommunens eller regionens angelägenheter och ha uppsikt över övriga nämnders och eventuella gemensamma nämnders verksamhet. Styrelsen ska även ha uppsikt över sådan avtalssamverkan som sker enligt 9 kap. 37 § eller enligt annan lag eller författning.

Styrelsen ska också ha uppsikt över kommunal verksamhet som bedrivs i sådana juridiska personer som avses i 10 kap. 2-6 §§ och sådana kommunalförbund som kommunen eller regionen är medlem i. Lag (2019:835).

#### 2 §

Fullmäktige ska, om inte något annat anges i lag eller annan författning, bestämma nämndernas verksamhetsområden och inbördes förhållanden. Fullmäktige får besluta

1. att en nämnd ska ha hand om en eller flera verksamheter i hela kommunen eller regionen,

2. att en nämnd ska ha hand om en eller flera verksamheter för en del av kommunen eller regionen,

3. att en nämnd ska ha hand om verksamheten vid en eller flera anläggningar, och

4. att en nämnd ska tillhandahålla tjänster åt en annan nämnd. Lag (2019:835).

#### 3 §

Nämnderna beslutar i frågor som rör förvaltningen och i frågor som de enligt lag eller annan författning ska ha hand om.

Nämnderna beslutar också i frågor som fullmäktige har delegerat till dem.

#### 4 §

Nämnderna bereder fullmäktiges ärenden och ansvarar för att fullmäktiges beslut verkställs.

#### 5 §

Nämnderna ska redovisa till fullmäktige hur de har fullgjort sådana uppdrag som fullmäktige har lämnat till dem med stöd av 5 kap. 2 och 4 §§.

Fullmäktige ska besluta om omfattningen av redovisningen och formerna för den.

#### 6 §

Nämnderna ska var och en inom sitt område se till att verksamheten bedrivs i enlighet med de mål och riktlinjer som fullmäktige har bestämt samt de bestämmelser i lag eller annan författning som gäller för verksamheten.

De ska också se till att den interna kontrollen är tillräcklig för att förebygga fel och oegentligheter i verksamheten, och att verksamheten bedrivs på ett i övrigt tillfredsställande sätt.

Detsamma gäller när skötseln av en kommunal angelägenhet med stöd av 10 kap. 1 § har lämnats över till någon annan. Lag (2025:374).

### Särskilt om styrelsens uppgifter

#### 12 §

Styrelsen får från övriga nämnder, beredningar och anställda i kommunen eller regionen begära in de yttranden och upplysningar som behövs för att styrelsen ska kunna fullgöra sina uppgifter. Lag (2019:835).

#### 13 §

Styrelsen ska särskilt

1. bereda eller yttra sig i ärenden som ska handläggas av fullmäktige, med de begränsningar som framgår av 5 kap. 29–33 §§,

2. ha hand om den ekonomiska förvaltningen,

3. verkställa fullmäktiges beslut, och

4. i övrigt fullgöra de uppdrag som fullmäktige har lämnat över till styrelsen.

### Ledamöter och ersättare

#### 16 §

Ledamöter och ersättare i en nämnd väljs av fullmäktige till det antal som fullmäktige bestämmer. I styrelsen ska antalet ledamöter och antalet ersättare vara minst fem.

Om ersättarna inte väljs proportionellt, ska fullmäktige bestämma i vilken ordning de ska tjänstgöra.

#### 17 §

Fullmäktige ska besluta om ersättarnas tjänstgöring i nämnderna.

Ersättarna ska underrättas om tid och plats för sammanträdena. Även ersättare som inte tjänstgör får närvara vid sammanträdena.

Fullmäktige ska besluta i vilken utsträckning ersättarna ska ha rätt att delta i överläggningar och få sin mening antecknad i protokollet.

### Mandattider

#### 18 §

Ledamöterna och ersättarna i styrelsen väljs för fyra år, räknat från och med den 1 januari året efter det år då val av fullmäktige har hållits i hela landet.

Fullmäktige får dock bestämma att styrelsens mandattid ska räknas från och med det fullmäktigesammanträde då valet hålls intill det sammanträde då val av styrelse hålls nästa gång. I ett sådant fall ska nyvalda fullmäktige välja styrelsen vid fullmäktiges första sammanträde.

#### 19 §

Fullmäktige bestämmer mandattiderna för andra nämnder än styrelsen.

#### 20 §

Om en ledamot avgår under mandattiden, ska fyllnadsval hållas.

Om ledamoten har utsetts vid ett proportionellt val, ska fullmäktige, så långt som det är möjligt, säkerställa att representationen i nämnden inte förändras.

Om fullmäktige har återkallat uppdragen för de förtroendevalda enligt 4 kap. 10 §, ska val av nya ledamöter och ersättare hållas. Lag (2022:638).

### Ordförande och vice ordförande (nämndens presidium)

#### 21 §

Fullmäktige ska bland nämndens ledamöter välja en ordförande och en eller två vice ordförande. Dessa utgör tillsammans nämndens presidium. Fullmäktige bestämmer tiden för uppdragen.

Om den politiska majoriteten i fullmäktige har förändrats på ett sådant sätt att det parti som nämndens ordförande företräder inte längre ingår i den politiska majoriteten, får fullmäktige välja ett nytt presidium.

#### 22 §

Fullmäktige bestämmer vem som ska fullgöra ordförandens uppgifter när varken ordföranden eller en vice ordförande kan tjänstgöra.

### Tidpunkt för sammanträden

#### 23 §

Nämnderna bestämmer tid och plats för sina sammanträden.

Sammanträden ska hållas också om minst en tredjedel av nämndens ledamöter begär det eller om ordföranden anser att det behövs.

### Deltagande på distans

#### 24 §

Fullmäktige ska besluta i vilken utsträckning ledamöter får delta i en nämnds sammanträden på distans. Deltagande på distans ska ske på det sätt som anges i 5 kap. 16 §.

En ledamot som deltar på distans ska anses vara närvarande vid nämndens sammanträde.

### Offentlighet och närvarorätt vid nämndsammanträden

#### 25 §

En nämnds sammanträden ska hållas inom stängda dörrar. Nämnden får dock besluta att dess sammanträden ska vara offentliga, om fullmäktige har medgett det.

Om fullmäktige har medgett det, får nämnden besluta att den eller de som har väckt ett ärende genom medborgarförslag får närvara när nämnden behandlar ärendet och delta i överläggningar men inte i besluten.

En nämnds sammanträden ska dock alltid hållas inom stängda dörrar i ärenden

1. som avser myndighetsutövning, eller

2. i vilka det förekommer uppgifter som omfattas av sekretess hos nämnden.

#### 26 §

En nämnd får kalla en ledamot eller en ersättare i fullmäktige, en annan nämnd eller beredning, en revisor, en anställd hos kommunen eller regionen eller en särskild sakkunnig att närvara vid ett sammanträde med nämnden för att lämna upplysningar.

Den som har kallats till ett sammanträde får, om nämnden beslutar det, delta i överläggningarna men inte i besluten. Lag (2019:835).

### Beslutsförhet

#### 27 §

En nämnd får handlägga ärenden endast om fler än hälften av ledamöterna är närvarande.

### Jäv

#### 28 §

En förtroendevald är jävig, om

1. han eller hon eller någon närstående är part i ärendet eller annars kan antas bli påverkad av beslutet i en inte oväsentlig utsträckning,

2. han eller hon eller någon närstående är eller har varit ställföreträdare eller ombud för en part i ärendet eller för någon annan som kan antas bli påverkad av beslutet i en inte oväsentlig utsträckning,

3. ärendet rör tillsyn över sådan kommunal verksamhet som han eller hon själv är knuten till, eller

4. det finns någon annan särskild omständighet som gör att hans eller hennes opartiskhet i ärendet kan ifrågasättas. Lag (2022:638).

#### 29 §

Om det är uppenbart att frågan om opartiskhet saknar betydelse, ska nämnden bortse från jäv.

#### 30 §

En förtroendevald som är jävig i ett ärende hos en nämnd får inte delta eller närvara vid handläggningen av ärendet. Den förtroendevalde får dock vidta åtgärder som inte någon annan kan utföra utan att handläggningen försenas avsevärt.

Den som känner till en omständighet som kan antas utgöra jäv mot honom eller henne ska självmant uppge det.

Har det uppkommit en fråga om jäv mot en förtroendevald och har någon annan inte trätt i dennes ställe, ska nämnden snarast besluta i jävsfrågan. Den som jävet gäller får delta i prövningen av jävsfrågan endast om nämnden annars inte är beslutsför och någon annan inte kan tillkallas utan olägligt uppskov.

#### 31 §

Om ett ärende hos en nämnd berör ett aktiebolag där kommunen eller regionen äger minst hälften av aktierna eller en stiftelse där kommunen eller regionen utser minst hälften av styrelseledamöterna, ska den som handlägger ärendet inte anses jävig enligt 28 § 2 eller 4 enbart på grund av att han eller hon är ställföreträdare för bolaget eller stiftelsen eller på något annat sätt är knuten dit. Detta gäller inte när en nämnd handlägger ärenden som avser myndighetsutövning mot enskilda.

Den som handlägger ett ärende hos en nämnd ska inte heller anses jävig enligt 28 § 4 enbart på grund av att han eller hon tidigare har deltagit i handläggningen av ärendet hos en annan nämnd. Lag (2022:638).

#### 32 §

Ett beslut om jäv får överklagas endast i samband med överklagande av det beslut genom vilket nämnden avgör ärendet.

### Hur ärendena avgörs

#### 33 §

I fråga om förfarandet när en nämnd fattar beslut ska 5 kap. 53–56 §§ tillämpas.

För bordläggning av ett ärende i en nämnd krävs det enkel majoritet.

#### 34 §

Ett ärende som väckts genom medborgarförslag ska om möjligt handläggas så att ärendet kan avgöras inom ett år från det att det väcktes i fullmäktige.

En nämnd som handlägger sådana ärenden ska minst en gång om året informera fullmäktige om de beslut som fattats i ärendena. Nämnden ska även informera om de ärenden som inte har avgjorts inom den tid som anges i första stycket.

### Protokollet

#### 35 §

Vid ett sammanträde ska protokoll föras.

I fråga om hur protokollet ska föras, protokollets innehåll, justering av protokollet och hur justeringen ska tillkännages ska 5 kap. 65–67 och 69 §§ och 8 kap. 12 § tillämpas.

### Delgivning

#### 36 §

Delgivning med en nämnd sker med ordföranden eller med den som enligt ett reglemente eller ett särskilt beslut är behörig att ta emot delgivningar.

### Delegering av ärenden

#### 37 §

En nämnd får delegera beslutanderätten till presidiet, ett utskott, en ledamot, en ersättare eller en automatiserad beslutsfunktion i ett visst ärende eller en viss grupp av ärenden. En nämnd får även uppdra åt en anställd att besluta enligt 7 kap. 5-8 §§. Lag (2022:638).

#### 38 §

Beslutanderätten får inte delegeras när det gäller

1. ärenden som avser verksamhetens mål, inriktning, omfattning eller kvalitet,

2. framställningar eller yttranden till fullmäktige liksom yttranden med anledning av att beslut av nämnden i dess helhet eller av fullmäktige har överklagats,

3. ärenden som rör myndighetsutövning mot enskilda, om de är av principiell beskaffenhet eller annars av större vikt,

4. ärenden som väckts genom medborgarförslag och som lämnats över till nämnden, eller

5. ärenden som enligt lag eller annan författning inte får delegeras.

Beslutanderätten får inte heller delegeras till en automatiserad besluts-funktion när det gäller

1. ärenden där beslut överklagas enligt bestämmelserna i 13 kap.,

2. ärenden där beslut enligt lag eller annan författning inte får överklagas,

3. ärenden om upphandling, eller

4. ärenden om auktorisations- eller valfrihetssystem. Lag (2023:708).

#### 39 §

En nämnd får uppdra åt ordföranden, eller en annan ledamot som nämnden har utsett, att besluta på nämndens vägnar i ärenden som är så brådskande att nämndens avgörande inte kan avvaktas.

### Anmälan av beslut

#### 40 §

Nämnden ska besluta i vilken utsträckning beslut som har fattats med stöd av uppdrag enligt 37 § ska anmälas till den. Beslut som inte anmäls ska protokollföras särskilt, om beslutet får överklagas enligt bestämmelserna i 13 kap.

Sådana beslut som avses i 39 § ska anmälas vid nämndens nästa sammanträde.

### Utskott

#### 41 §

En nämnds beslutanderätt får enligt 37 § delegeras till ett utskott. Ett utskott kan också ha till uppgift att bereda nämndens ärenden.

#### 42 §

En nämnd ska välja utskott bland ledamöterna och ersättarna i nämnden. Bestämmelserna i lagen (2022:629) om proportionella val i kommuner och regioner ska då tillämpas. Lag (2022:638).

### Val till nämndberedningar

#### 43 §

Nämnden får till nämndberedning välja även andra än förtroendevalda.

### Reglementen

#### 44 §

Fullmäktige ska anta reglementen om nämndernas verksamhet och arbetsformer.

## 7 kap. Anställda

### Delegering av ärenden

#### 5 §

En nämnd får uppdra åt en anställd hos kommunen eller regionen att besluta på nämndens vägnar i ett visst ärende eller en viss grupp av ärenden, dock inte i de fall som avses i 6 kap. 38 §. Lag (2019:835).

#### 6 §

Om en nämnd med stöd av 5 § uppdrar åt en förvaltningschef inom nämndens verksamhetsområde att fatta beslut, får nämnden överlåta åt förvaltningschefen att i sin tur uppdra åt en annan anställd inom kommunen eller regionen att fatta beslutet. Lag (2019:835).

#### 7 §

Om en nämnd med stöd av 5 § uppdrar åt en anställd att besluta på nämndens vägnar, får nämnden ställa upp villkor som innebär att brukarna av nämndens tjänster ska ges tillfälle att lägga fram förslag eller att yttra sig, innan beslutet fattas.

Nämnden får också bestämma att en anställd får fatta beslut endast om företrädare för brukarna har tillstyrkt beslutet.

### Anmälan av beslut

#### 8 §

Nämnden ska besluta om i vilken utsträckning beslut som har fattats med stöd av uppdrag enligt 5 och 6 §§ ska anmälas till den. Beslut som inte anmäls ska protokollföras särskilt, om beslutet får överklagas enligt bestämmelserna i 13 kap.

## 8 kap. Delaktighet och insyn

### Medborgarförslag

#### 1 §

Den som är folkbokförd i kommunen eller i en kommun inom regionen får, om fullmäktige har beslutat det, väcka ärenden i fullmäktige (medborgarförslag). Detsamma gäller unionsmedborgare som avses i 1 kap. 5 § andra stycket. Lag (2019:835).

### Folkinitiativ

#### 2 §

Ärende om att hålla folkomröstning i en viss fråga får i fullmäktige väckas av minst tio procent av de röstberättigade kommun- eller regionmedlemmarna enligt lagen (1994:692) om kommunala folkomröstningar (folkinitiativ). Initiativet ska vara skriftligt, ange den aktuella frågan samt innehålla initiativtagarnas egenhändiga namnteckningar, uppgifter om när namnteckningarna gjorts, namnförtydliganden, personnummer och uppgift om deras adresser.

Vid beräkningen av antalet initiativtagare ska endast de räknas med som har skrivit under initiativet under den sexmånadersperiod som föregått inlämnandet. Lag (2019:835).

### Anslagstavlan

#### 9 §

Varje kommun och region ska på sin webbplats ha en anslagstavla. Anslagstavlan ska vara lättillgänglig och kunna särskiljas från övrigt innehåll på webbplatsen.

Kommuner och regioner ska i sina lokaler eller på annan plats ge allmänheten möjlighet att ta del av innehållet på anslagstavlan. Lag (2019:835).

#### 10 §

Anslagstavlan ska innehålla

1. tillkännagivanden om fullmäktiges sammanträden,

2. tillkännagivanden av justerade protokoll,

3. tillkännagivanden av delegationsbeslut som inte ska anmälas till en nämnd,

4. justerade protokoll i den utsträckning kommunen eller regionen bestämmer och det inte strider mot lag eller annan författning, och

5. upplysningar om hur beslut kan överklagas enligt 13 kap.

Anslagstavlan ska även innehålla kungörelser, tillkännagivanden eller annan information som med stöd av lag eller annan författning ska meddelas på anslagstavlan.

När en handling, som anslagits med stöd av andra stycket, varit anslagen under föreskriven tid ska den som begärt åtgärden få ett bevis om det. Lag (2019:835).

#### 11 §

Anslagstavlan får utöver det som anges i 10 § endast innehålla tillkännagivanden om styrelsens och övriga nämnders sammanträden samt beslutsunderlag inför fullmäktiges, styrelsens och övriga nämnders sammanträden.

### Tillkännagivande av protokoll

#### 12 §

Senast andra dagen efter det att protokollet har justerats ska justeringen tillkännages på anslagstavlan. Av tillkännagivandet ska det framgå var protokollet finns tillgängligt samt vilken dag det har tillkännagetts. Tillkännagivandet får inte tas bort från anslagstavlan före överklagandetidens utgång enligt 13 kap. 5 § första stycket.

## 11 kap. Ekonomisk förvaltning

### Utgiftsbeslut under budgetåret

#### 15 §

Om fullmäktige beslutar om en utgift under löpande budgetår, ska beslutet också innefatta en anvisning om hur utgiften ska finansieras.

## 13 kap. Laglighetsprövning

### Vem som får överklaga

#### 1 §

Varje medlem av en kommun eller en region har rätt att få lagligheten av kommunens eller regionens beslut prövad genom att överklaga beslutet till förvaltningsrätten.

Lagligheten av en gemensam nämnds beslut får överklagas på samma sätt av varje medlem av de samverkande kommunerna och regionerna.

Lagligheten av ett kommunalförbunds beslut får överklagas på samma sätt av varje medlem av de kommuner eller regioner som ingår i kommunalförbundet samt av förbundsmedlemmarna. Lag (2019:835).

### Vilka beslut som får överklagas

#### 2 §

Följande beslut får överklagas:

1. beslut av fullmäktige eller den beslutande församlingen i ett kommunalförbund,

2. beslut av en nämnd eller ett partssammansatt organ, om beslutet inte är av rent förberedande eller rent verkställande art,

3. beslut av förbundsstyrelsen eller en annan nämnd eller ett partssammansatt organ i ett kommunalförbund, om beslutet inte är av rent förberedande eller rent verkställande art, och

4. sådana beslut av revisorerna som avses i 12 kap. 11 §.

#### 3 §

Bestämmelserna i detta kapitel gäller inte om det i lag eller annan författning finns särskilda bestämmelser om överklagande.

### Hur besluten överklagas

#### 4 §

Ett beslut överklagas skriftligt.

I överklagandet ska klaganden ange vilket beslut som överklagas och de omständigheter som överklagandet grundas på.

Överklagandet ska ges in till förvaltningsrätten.

### Tiden för överklagande

#### 5 §

Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs på kommunens, regionens eller kommunalförbundets anslagstavla att protokollet över beslutet justerats. Tiden för överklagande av en gemensam nämnds beslut räknas från det att till- kännagivandet skett på anslagstavlorna i samtliga samverkande kommuner och regioner.

Tillkännagivandet av protokollsjusteringen måste finnas på anslagstavlan under hela överklagandetiden för att tiden ska löpa ut. Lag (2019:835).

#### 6 §

Om överklagandet före överklagandetidens utgång har kommit in till kommunen, regionen eller kommunalförbundet i stället för till förvaltningsrätten, ska överklagandet ändå prövas. Detsamma gäller när överklagandet av en gemensam nämnds beslut kommit in till någon av de samverkande kommunerna eller regionerna. Lag (2019:835).

### Grunder för upphävande av besluten

#### 7 §

Vid prövningen av överklagandet får domstolen inte beakta andra omständigheter än sådana som klaganden har hänvisat till före överklagandetidens utgång.

#### 8 §

Ett överklagat beslut ska upphävas, om

1. det inte har kommit till på lagligt sätt,

2. beslutet rör något som inte är en angelägenhet för kommunen eller regionen,

3. det organ som har fattat beslutet inte har haft rätt att göra det, eller

4. beslutet annars strider mot lag eller annan författning.

Första stycket 3 och 4 gäller inte beslut enligt 11 kap. 5 § andra och tredje styckena samt 12 och 13 §§ och beslut om att använda medel från en resultatreserv enligt 14 §.

Domstolen får inte ersätta det överklagade beslutet med något annat beslut. Lag (2023:642).

#### 9 §

Om ett fel har saknat betydelse för ärendets utgång, behöver beslutet inte upphävas. Detsamma gäller om beslutet har förlorat sin betydelse till följd av senare inträffade förhållanden.

### När beslut får verkställas

#### 14 §

Ett beslut som kan överklagas enligt detta kapitel får verkställas innan det fått laga kraft om inte särskilda skäl talar mot det. Vid bedömningen ska särskild hänsyn tas till om verkställigheten av beslutet kommer att kunna rättas.
$kl$, 2)$function$;

comment on function governance.kommunallagen() is
'Kommunallag (2017:725) as published 2025-05-26: the provisions that the rules of the ground layer rest on, in their exact wording. governance.split_regulation() splits it.';

-- sql/extension/31_ground_layer.sql
-- Rule settings that come with the extension, read from lines
--     rule | ... | value | provision | mode, where it is not "enforce"
-- in sql/regulation/*.settings.

create function governance.settings_lines(lines text) returns setof text[]
language sql immutable strict parallel safe
set search_path = pg_catalog
as $$
select regexp_split_to_array(btrim(line), '\s*\|\s*')
from unnest(string_to_array(lines, chr(10))) with ordinality l(line, n)
where line ~ '\S' and line !~ '^\s*#'
order by n
$$;
comment on function governance.settings_lines(text) is
'Settings as lines of fields: splits them, without blank lines and comments.';

create function governance.ground_laws(
	out law text, out title text, out valid daterange, out document text, out cited governance.citation[])
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog
as $function$
values ('KL', 'Kommunallag (2017:725)', daterange '[2018-01-01,)', governance.kommunallagen(), null),
	('FL', 'Förvaltningslag (2017:900)', '[2018-07-01,)', null, array['FL 2 §', 'FL 22 §']::governance.citation[])
$function$;
comment on function governance.ground_laws() is
'The laws of the ground layer (grundlagret): their abbreviation, the days they are in force, their text; or, where the extension does not have the text, the provisions that are cited without it.';

create function governance.ground_layer(
	out law text, out rule text, out body_kind text, out value text, out citation governance.citation, out mode text)
returns setof record
language sql immutable parallel safe
set search_path = pg_catalog
as $function$
select s.law, f[1], k.kind, nullif(f[3], ''), f[4]::governance.citation, coalesce(f[5], 'enforce')
from (values ('KL', $settings$
# Which rules follow from kommunallagen, for which kinds of body.
# rule | kinds of body | value | provision

quorum_present | council | >1/2 | KL 5:45
quorum_present | executive_board board committee | >1/2 | KL 6:27

capacity_held | council | | KL 5:17
capacity_held | executive_board board | | KL 6:16
capacity_held | committee | | KL 6:42
commissioner_right | executive_board board committee | | KL 4:28
attendance_once | council | | KL 5:66
attendance_once | executive_board board committee | | KL 6:35
seat_once | council | | KL 5:17
seat_once | executive_board board | | KL 6:16
seat_once | committee | | KL 6:42
substitutes_in_order | council | | KL 5:18
substitutes_in_order | executive_board board committee | | KL 6:17
incumbency_precedence | council | true | KL 5:18
swap_between_items | council | | KL 5:19
swap_between_items | executive_board board committee | | KL 6:17
no_return_same_day | council | | KL 5:20
recusal_ruled | council | | KL 5:47
recusal_ruled | executive_board board committee | | KL 6:30
recusal_in_room | executive_board board committee | | KL 6:30
section_number | council | | KL 5:66
section_number | executive_board board committee advisory_council working_group preparation | | KL 6:35
section_given | council | | KL 5:66
section_given | executive_board board committee advisory_council working_group preparation | | KL 6:35
minutes_items | council | | KL 5:66
minutes_items | executive_board board committee advisory_council working_group preparation | | KL 6:35
minutes_responsible | council | | KL 5:65
minutes_responsible | executive_board board committee advisory_council working_group preparation | | KL 6:35
adjusters | council | 1 | KL 5:69
adjusters | executive_board board committee advisory_council working_group preparation | 1 | KL 6:35
adjuster_elected | council | | KL 5:69
adjuster_elected | executive_board board committee advisory_council working_group preparation | | KL 6:35
attestation_entitled | council | | KL 5:69
attestation_entitled | executive_board board committee advisory_council working_group preparation | | KL 6:35
attestation_time | council | | KL 5:69
attestation_time | executive_board board committee advisory_council working_group preparation | | KL 6:35
attestation_later | council | | KL 5:69 | warn
attestation_later | executive_board board committee advisory_council working_group preparation | | KL 6:35 | warn
attested_frozen | council | | KL 5:69
attested_frozen | executive_board board committee advisory_council working_group preparation | | KL 6:35
correction_appended | council | | KL 5:69
correction_appended | executive_board board committee advisory_council working_group preparation | | KL 6:35
seal_kept | council | | KL 5:69
seal_kept | executive_board board committee advisory_council working_group preparation | | KL 6:35
attestation_days | council executive_board board committee | 14 | KL 5:69
notice_after_attestation | council executive_board board committee advisory_council working_group preparation | | KL 8:12
notice_days | council executive_board board committee | 2 | KL 8:12
appeal_days | council executive_board board committee | 21 | KL 13:5
# items and decisions (KL 6:35 has boards follow 5:65-67)
handled_once | council | | KL 5:66
handled_once | executive_board board committee advisory_council working_group preparation | | KL 6:35
handling_times | council | | KL 5:66
handling_times | executive_board board committee advisory_council working_group preparation | | KL 6:35
item_continues | council | | KL 5:51
item_continues | executive_board board committee advisory_council working_group preparation | | KL 6:33
decision_handled | council | | KL 5:66
decision_handled | executive_board board committee advisory_council working_group preparation | | KL 6:35
decision_kind | council | | KL 5:67
decision_kind | executive_board board committee advisory_council working_group preparation | | KL 6:35

# who may decide
mandate | council | | KL 5:1
mandate | executive_board board | | KL 6:3
mandate | committee | | KL 6:41
mandate | advisory_council working_group preparation | | KL 6:37
mandate | unit company external | | KL 6:3

# what each role may do
speaker_entitled | council | | KL 5:72
speaker_entitled | executive_board board committee | | KL 6:26
proposer_entitled | council executive_board board committee | | KL 4:22
abstention_entitled | council executive_board board committee | | KL 4:25
duty_to_decide | executive_board board committee | | KL 4:26

# reservations
reservation_entitled | council executive_board board committee | | KL 4:27
reservation_timely | council executive_board board committee | | KL 4:27
reservation_reasons | council | | KL 5:69
reservation_reasons | executive_board board committee | | KL 6:35
meeting_place | council | | KL 5:13 1 st
meeting_place | executive_board board | | KL 6:23 1 st
requests_needed | council | >=1/3 | KL 5:12 2 st
requests_needed | executive_board board | >=1/3 | KL 6:23 2 st
meeting_called | council | | KL 5:12 2 st
meeting_called | executive_board board | | KL 6:23 2 st
meeting_announced | council | 7 | KL 5:13 2 st
summons_sent | council | 7 | KL 5:15 1 st
substitutes_told | executive_board board | | KL 6:17 2 st
item_announced | council | | KL 5:52
meeting_documents | council | announcement summons minutes | KL 5:13 1 st
meeting_documents | executive_board board | minutes | KL 6:35
closed_doors | executive_board board committee | true | KL 6:25 1 st
remote_allowed | council | false | KL 5:16 1 st
remote_allowed | executive_board board committee | false | KL 6:24 1 st
remote_sound_and_picture | council | true | KL 5:16 1 st
remote_sound_and_picture | executive_board board committee | true | KL 6:24 1 st
remote_equal_terms | council | true | KL 5:16 1 st
remote_equal_terms | executive_board board committee | true | KL 6:24 1 st
sittings_in_order | council | | KL 5:12 1 st
sittings_in_order | executive_board board | | KL 6:23 1 st
meeting_cancelled | council | | KL 5:12 1 st
meeting_cancelled | executive_board board | | KL 6:23 1 st
times_in_meeting | council | | KL 5:12 1 st
times_in_meeting | executive_board board | | KL 6:23 1 st
presiding_named | council | | KL 5:11
presiding_named | executive_board board | | KL 6:21 1 st
presiding_single | council | | KL 5:11
presiding_single | executive_board board | | KL 6:21 1 st
presiding_present | council | | KL 5:11
presiding_present | executive_board board | | KL 6:21 1 st
presiding_order | council | | KL 5:11
presiding_order | executive_board board | | KL 6:22
# bodies, seats and offices
founding_decision | committee preparation | | KL 3:5
committee_parent | committee | | KL 3:5
body_lifetime | executive_board | | KL 3:3
body_lifetime | board | | KL 3:4
body_lifetime | committee preparation advisory_council | | KL 3:5
body_lifetime | working_group | | KL 3:2
body_extension | committee preparation advisory_council | | KL 3:5
body_extension | working_group | | KL 3:2
succession_day | executive_board board committee preparation advisory_council working_group | | KL 4:10
seat_within_lifetime | executive_board board committee preparation advisory_council working_group | | KL 4:10
seats_taken | council | | KL 5:72
seats_taken | executive_board board | | KL 6:16
seats_taken | committee | | KL 6:42
single_seat | council executive_board board | | KL 4:24
single_seat | committee | | KL 6:42
chosen_from_parent | committee | | KL 6:42
seat_period | executive_board | | KL 6:18
seat_period | board | | KL 6:19
seat_decided_by_parent | executive_board board | | KL 6:16
seat_decided_by_parent | committee | | KL 6:42
single_office | council | | KL 5:11
single_office | executive_board board | | KL 6:21
presidium_distinct | council | | KL 5:11
presidium_distinct | executive_board board | | KL 6:21
presidium_members | council | | KL 5:11
presidium_members | executive_board board | | KL 6:21
presidium_decided_by_parent | executive_board board | | KL 6:21
voter_serves | council executive_board board committee | | KL 4:24
vote_before_gavel | council executive_board board committee | | KL 5:53
vote_open | council executive_board board committee | | KL 5:54
vote_secrecy | council executive_board board committee | | KL 5:54
chair_votes | council executive_board board committee | | KL 4:25
ballots_add_up | council executive_board board committee | | KL 5:55
decision_follows_vote | council executive_board board committee | | KL 5:55
vote_subject | council executive_board board committee | | KL 5:54
lot_in_elections | council executive_board board committee | | KL 5:56
minority_tabling | council | >=1/3 | KL 5:50
majority_tabling | executive_board board committee | | KL 6:33
election_held | council executive_board board committee | | KL 5:55
ballots_for_candidates | council executive_board board committee | | KL 5:55
lot_distinct | council executive_board board committee | | KL 5:56

# delegation
delegate_mandate | council executive_board board committee advisory_council working_group preparation unit company external | | KL 6:37
delegation_source | council executive_board board committee advisory_council working_group preparation unit company external | | KL 6:37
delegate_seat | council executive_board board committee advisory_council working_group preparation unit company external | | KL 6:37
delegation_urgent | council executive_board board committee advisory_council working_group preparation unit company external | | KL 6:39
delegation_subject | council executive_board board committee advisory_council working_group preparation unit company external | | KL 6:38
decision_delegated | executive_board board | | KL 5:2
decision_delegated | committee | | KL 6:41
decision_delegable | executive_board board committee | | KL 6:38
delegated_in_force | executive_board board committee | | KL 6:37
delegated_by | executive_board board committee | | KL 6:37
delegated_subject | executive_board board committee | | KL 6:38
report_delegator | executive_board board committee | | KL 6:40
report_period | executive_board board committee | | KL 6:40
report_received | executive_board board committee | | KL 6:40
report_once | executive_board board committee | | KL 6:40
delegation_reported | executive_board board committee | true | KL 6:40
urgent_reported | executive_board board committee | | KL 6:40
unreported_minuted | executive_board board committee | | KL 6:40
unreported_announced | executive_board board committee | | KL 8:10

# policies
policy_in_force | council | | KL 5:1
policy_in_force | executive_board board committee | | KL 6:6 1 st
policy_supersedes | council | | KL 5:1
policy_supersedes | executive_board board committee | | KL 6:6 1 st
policy_adopted | council | | KL 5:1
policy_adopted | executive_board board committee | | KL 6:38
target_after_baseline | council | | KL 5:1
target_after_baseline | executive_board board committee | | KL 6:6 1 st
responsible_exists | council | | KL 5:1
responsible_exists | executive_board board committee | | KL 6:6 1 st
measurement_defined | council | | KL 5:1
measurement_defined | executive_board board committee | | KL 6:6 1 st
definition_kept | council | | KL 5:1
definition_kept | executive_board board committee | | KL 6:6 1 st
policy_follow_up | executive_board board | | KL 6:6 1 st
policy_activity | executive_board board | | KL 6:6 1 st
goal_indicator | executive_board board | | KL 6:6 1 st
indicator_measured | executive_board board | | KL 6:6 1 st
# what is sent after decisions, and assignments
dispatch_decided | council | | KL 5:67
dispatch_decided | executive_board board committee advisory_council working_group preparation | | KL 6:35
dispatch_sent | council executive_board board | | KL 6:4
dispatch_sent | committee | | KL 6:41
assignment_done | executive_board | | KL 6:13
assignment_done | board | | KL 6:4
assignment_reported | executive_board board | | KL 6:5
assignment_accountable | council | | KL 6:4
assignment_financed | council | | KL 11:15
# bodies with an end, and what they leave
body_dissolution | committee preparation advisory_council | | KL 3:5
body_dissolution | working_group | | KL 3:2
body_report | working_group | | KL 3:2
open_at_end | council | true | KL 3:4
open_at_end | executive_board board committee | true | KL 6:6
open_at_end | working_group | true | KL 3:2
open_at_end | preparation advisory_council | true | KL 3:5
# bodies of mixed composition
seat_categories | working_group preparation advisory_council | true | KL 6:43

# motions and citizen proposals
motion_raised | council executive_board board committee preparation advisory_council working_group unit company external | | KL 5:22
mover_entitled | council | | KL 4:19
citizen_proposals | council | false | KL 8:1
motion_prepared | council | | KL 5:26
motion_board_heard | council | | KL 5:28 1 st
unprepared_agreed | council | | KL 5:33
motion_decided | council executive_board board committee preparation advisory_council working_group | | KL 5:23
opinion_recommends | executive_board board committee preparation advisory_council working_group | | KL 5:23 1 st | warn
claim_decided | council executive_board board committee preparation advisory_council working_group | | KL 5:23
motion_concluded | council | | KL 5:23 1 st
motion_months | council executive_board board committee preparation | 12 | KL 5:35
motion_report_months | council executive_board board committee preparation | 12 | KL 5:35 2 st
proposal_months | executive_board board | 12 | KL 6:34 1 st
proposal_report_months | executive_board board | 12 | KL 6:34 2 st

# statements that decisions refer to
decision_statement | council | | KL 5:67
decision_statement | executive_board board committee preparation advisory_council working_group | | KL 6:35
statement_in_matter | council | | KL 5:67
statement_in_matter | executive_board board committee preparation advisory_council working_group | | KL 6:35
# referrals: who sends them
# referrals: who sends them (the council does in any matter)
referral_not_self | council | | KL 5:26
referral_not_self | executive_board | | KL 6:12
referral_not_self | board unit | | KL 6:4
referral_not_self | committee | | KL 6:41
referral_not_self | preparation working_group | | KL 3:2
referral_recipient_exists | council | | KL 5:26
referral_recipient_exists | executive_board | | KL 6:12
referral_recipient_exists | board unit | | KL 6:4
referral_recipient_exists | committee | | KL 6:41
referral_recipient_exists | preparation working_group | | KL 3:2
referral_chain | executive_board | | KL 6:12
referral_chain | board unit | | KL 6:4
referral_chain | committee | | KL 6:41
referral_chain | preparation working_group | | KL 3:2
referral_dates | council | | KL 5:26
referral_dates | executive_board | | KL 6:12
referral_dates | board unit | | KL 6:4
referral_dates | committee | | KL 6:41
referral_dates | preparation working_group | | KL 3:2
# ... and answers them: somebody outside the municipality, and a company, as it likes
answer_asked | executive_board | | KL 5:28 1 st
answer_asked | board committee preparation working_group advisory_council unit | | KL 6:12
answer_decided | executive_board | | KL 5:28 1 st
answer_decided | board committee preparation working_group advisory_council unit | | KL 6:12
answer_statement | executive_board | | KL 5:28 1 st
answer_statement | board committee preparation working_group advisory_council unit | | KL 6:12
answer_recommends | executive_board board committee preparation working_group advisory_council unit company | | KL 6:4 | warn
referral_answered | executive_board | | KL 5:28 1 st
referral_answered | board committee preparation working_group advisory_council unit | | KL 6:12
$settings$), ('FL', $settings$
# Which rules follow from förvaltningslagen, for which kinds of body: authorities,
# which the council is not.
# rule | kinds of body | value | provision

document_arrival | executive_board board committee unit | | FL 22 §
$settings$)) s(law, lines)
cross join lateral governance.settings_lines(s.lines) f
cross join lateral unnest(string_to_array(f[2], ' ')) k(kind)
$function$;
comment on function governance.ground_layer() is
'The rules that follow from the laws of the ground layer (grundlagret) for each kind of body, with their provisions.';

create function governance.ready_settings(regulation text,
	out rule text, out value text, out citation governance.citation)
returns setof record
language sql immutable strict parallel safe
set search_path = pg_catalog
as $function$
select f[1], nullif(f[2], ''), f[3]::governance.citation
from governance.settings_lines(case regulation when 'integrationsutskottet' then $settings$
# Which rules follow from Reglemente för integrationsutskottet (Stockholm), each
# with the section (§) and paragraph (st) it follows from.
# rule | value | provision

item_area | 4 | 1 §
policy_follow_up | | 1 §
policy_activity | | 1 §
goal_indicator | | 1 §
indicator_measured | | 1 §

seats | 7 | 2 § 1 st
capacity_held | | 2 § 1 st
seat_once | | 2 § 1 st
substitute_seats | 7 | 2 § 1 st
seats_taken | | 2 § 1 st
single_seat | | 2 § 1 st
chosen_from_parent | | 2 § 1 st
seat_period | | 2 § 1 st
seat_decided_by_parent | | 2 § 1 st
single_office | | 2 § 2 st
presidium_distinct | | 2 § 2 st
presidium_members | | 2 § 2 st
presidium_decided_by_parent | | 2 § 2 st
substitutes_in_order | | 2 § 3 st
swap_between_items | | 2 § 3 st
commissioner_right | | 2 § 4 st

meeting_place | | 3 § 1 st
requests_needed | 2 | 3 § 1 st
meeting_called | | 3 § 1 st
sittings_in_order | | 3 § 1 st
meeting_cancelled | | 3 § 1 st
times_in_meeting | | 3 § 1 st
remote_allowed | true | 3 § 2 st
remote_notice | 3 | 3 § 2 st
remote_reason | | 3 § 2 st
remote_sound_and_picture | true | 3 § 2 st
remote_equal_terms | true | 3 § 2 st
remote_premises | true | 3 § 2 st
remote_decision | | 3 § 2 st

minutes_responsible | | 4 § 1 st
meeting_documents | summons agenda minutes | 4 § 1 st
notice_after_attestation | | 4 § 2 st
notice_days | 2 | 4 § 2 st

quorum_present | 4 | 5 §
decision_agreement | 4 | 5 §
agreement_kept | | 5 §

section_given | | 6 §
adjusters | 1 | 6 §
adjuster_elected | | 6 §
attestation_entitled | | 6 §
presiding_named | | 6 §
presiding_single | | 6 §
presiding_present | | 6 §

letter_signed | | 7 § 1 st
letter_order | | 7 § 1 st
letter_distinct | | 7 § 1 st
letter_countersigner | | 7 § 1 st
letter_signer | | 7 § 2 st
presiding_order | | 7 § 2 st

city_director_right | | 8 § 1 st
excluded_absent | | 8 § 1 st
exclusion_particular | | 8 § 1 st
city_director_may_deliberate | true | 8 § 1 st
presenter_appointed | | 8 § 2 st
presenter_office | | 8 § 2 st

substitute_may_speak | true | 9 §

secretariat | juridiska avdelningen, kommunfullmäktiges och kommunstyrelsens kansli | 11 §
decision_delegated | | 10 §
report_delegator | | 10 §
report_period | | 10 §
report_received | | 10 §
report_once | | 10 §
delegation_reported | true | 10 §
delegation_reports_a_year | 4 | 10 §
delegation_report_reading | quarter | 10 §
$settings$ end) f
$function$;
comment on function governance.ready_settings(text) is
'The rules that follow from a regulation the extension knows (reglemente), each with its section: integrationsutskottet is the reglemente of Stockholm''s integration committee.';

-- sql/extension/40_triggers.sql
-- The trigger functions; sql/registry/code/90_triggers.sql attaches them.

create function governance.begin_statement() returns trigger
language c as 'MODULE_PATHNAME', 'governance_begin_statement';
comment on function governance.begin_statement() is
'Trigger before a statement on a table that rules look at: what was read from it is stale.';

create function governance.check_row() returns trigger
language c as 'MODULE_PATHNAME', 'governance_check_row';
comment on function governance.check_row() is
'Trigger after a row: notes that a meeting was written to; of a body''s tables, asks the rules in force that the change concerns, and refuses (23514), warns or records.';

create function governance.tell_change() returns trigger
language c as 'MODULE_PATHNAME', 'governance_tell_change';
comment on function governance.tell_change() is
'Trigger after a row of a body''s table: every session hears of the change.';

create function governance.judge_statement() returns trigger
language c as 'MODULE_PATHNAME', 'governance_judge_statement';
comment on function governance.judge_statement() is
'Trigger after a statement on a table of meetings: asks the rules in force about what was written, and refuses (23514), warns or records.';

create function governance.guard_truncate() returns trigger
language c as 'MODULE_PATHNAME', 'governance_guard_truncate';
comment on function governance.guard_truncate() is
'Trigger before TRUNCATE, which would ask no rule: refuses it.';

create function governance.keep_row() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
	raise object_not_in_prerequisite_state using
		message = format('rows of table "%s" are neither changed nor deleted', tg_table_name),
		detail = 'They are kept as they were written.';
end
$$;
comment on function governance.keep_row() is
'Trigger before UPDATE and DELETE on a table whose rows are kept for good: refuses both.';

create function governance.begin_regulation() returns trigger
language c as 'MODULE_PATHNAME', 'governance_begin_regulation';
comment on function governance.begin_regulation() is
'Trigger before a statement on the regulation tables: no decision passes while the rules change.';

create function governance.check_regulation() returns trigger
language c as 'MODULE_PATHNAME', 'governance_check_regulation';
comment on function governance.check_regulation() is
'Trigger after a row of the regulation tables: the setting must be one the catalogue knows, and every session hears of the change.';

create function governance.checked_tables() returns name[]
language c immutable parallel safe as 'MODULE_PATHNAME', 'governance_checked_tables';
comment on function governance.checked_tables() is
'The tables of a registry whose rows the rules look at.';

-- sql/extension/41_rules.sql
-- The catalogue of rules and the judgement as rows.

create function governance.rules(
	out code text, out subject text, out asked_by text, out value_type text,
	out default_value text, out basis text, out clauses text, out description text)
returns setof record
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'governance_rules';
comment on function governance.rules() is
'The catalogue (regelkatalogen): every rule the extension knows, what it is asked about and by which tables, the type and default of its value, the law it rests on.';

create function governance.explain(registry text, meeting bigint, "position" integer,
	out meeting_id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable parallel restricted
as 'MODULE_PATHNAME', 'governance_explain';
comment on function governance.explain(text, bigint, integer) is
'The judgement of an item, or (position null) of a whole meeting, as rows: each rule in force is met, broken, pending or not applicable, with the facts counted and the citation.';

create function governance.explain_matter(registry text, matter bigint,
	out id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_explain_matter';
comment on function governance.explain_matter(text, bigint) is
'The judgement of a matter (ärende), as rows: of its documents, referrals, letters and reports (id: the matter, item: the number in it), and of how meetings handled it (id: the meeting, item: the position).';

create function governance.explain_body(registry text, body bigint,
	out id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_explain_body';
comment on function governance.explain_body(text, bigint) is
'The judgement of a body (organ), as rows: of its seats, offices and time, and of what is delegated in it, on all days.';

create function governance.verify_registry(registry text,
	out id bigint, out item integer, out rule text, out status text,
	out finding text, out detail text, out hint text, out citation text,
	out wording text)
returns setof record
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_verify_registry';
comment on function governance.verify_registry(text) is
'Judges everything stored in a registry again and returns what is broken and not admitted as a deviation (avvikelse), whoever wrote it and however.';

create function governance.admit_deviation(registry text, meeting bigint,
	"position" integer, rule text, reason text)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	subject text;
	setting record;
	found boolean;
	id bigint;
begin
	execute format('select exists (select from %I.meeting m where m.id = $1)', registry)
	into found using meeting;
	if not found then
		raise no_data_found using message = format('meeting %s does not exist', meeting);
	end if;
	select r.subject into subject from governance.rules() r where r.code = admit_deviation.rule;
	setting := governance.setting(registry, meeting, rule);
	if subject is null and setting.citation is null then
		raise invalid_parameter_value using
			message = format('rule "%s" does not exist', rule),
			hint = 'governance.rules() lists the rules.';
	elsif subject in ('parameter', 'body', 'act') then
		raise invalid_parameter_value using
			message = format('rule "%s" is not one about what happens at a meeting', rule),
			detail = 'A deviation is admitted for an item, or for a meeting as a whole.';
	elsif setting.citation is null then
		raise invalid_parameter_value using
			message = format('rule "%s" is not in force for meeting %s', rule, meeting),
			detail = 'There is nothing to deviate from.';
	elsif subject = 'meeting' and "position" is not null then
		raise invalid_parameter_value using
			message = format('rule "%s" is about the meeting as a whole', rule),
			hint = 'Admit the deviation without an item (position null).';
	elsif subject is distinct from 'meeting' and "position" is null then
		raise invalid_parameter_value using
			message = format('rule "%s" is about one item', rule),
			hint = 'A deviation is admitted for one item at a time: give its position.';
	end if;
	execute format('insert into %1$I.deviation (meeting_id, position, rule, reason, citation, wording, found)
		select $1, $2, $3, $4, $5, $6, (
			select string_agg(e.finding, ''; '') from governance.explain(%1$L, $1, $2) e
			where e.rule = $3 and e.status = ''broken'')
		returning id', registry)
	into id using meeting, "position", rule, reason, setting.citation, setting.wording;
	return id;
end
$$;
comment on function governance.admit_deviation(text, bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse): what was gavelled unlawfully is minuted all the same, and shown as what it is. One act is one rule, in force for the meeting, and one item; a rule about the meeting as a whole takes no item. Whoever may read the registry and insert into its table deviation may admit.';

create function governance.admit_matter_deviation(registry text, matter bigint,
	number integer, rule text, reason text)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	found boolean;
	id bigint;
begin
	execute format('select exists (select from %I.matter m where m.id = $1)', registry)
	into found using matter;
	if not found then
		raise no_data_found using message = format('matter %s does not exist', matter);
	elsif not exists (select from governance.rules() r
		where r.code = admit_matter_deviation.rule and r.subject = 'matter') then
		raise invalid_parameter_value using
			message = format('rule "%s" is not one about matters', rule),
			hint = 'governance.rules() lists the rules; what happens at a meeting is admitted there.';
	end if;
	-- the act need not be stored yet, so its citation is known where it is
	execute format('insert into %1$I.deviation (matter_id, position, rule, reason, citation, wording)
		select $1, $2, $3, $4, max(e.citation), max(e.wording)
		from governance.explain_matter(%1$L, $1) e
		where e.id = $1 and e.item is not distinct from $2 and e.rule = $3 and e.status in (''broken'', ''pending'')
		returning id', registry)
	into id using matter, number, rule, reason;
	return id;
end
$$;
comment on function governance.admit_matter_deviation(text, bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse) in a matter: of the thing with that number in it (a document, a letter, a referral, a report), or (number null) of the matter as a whole. What happens at a meeting is admitted there (admit_deviation).';

create function governance.setting(registry text, meeting bigint, rule text,
	out value text, out citation text, out wording text)
returns record
language c stable strict parallel restricted cost 1000
as 'MODULE_PATHNAME', 'governance_setting';
comment on function governance.setting(text, bigint, text) is
'The value of a rule that is in force for a meeting, with citation and wording; nulls where none is.';

create function governance.begin_import(registry text) returns void
language c volatile strict parallel unsafe
as 'MODULE_PATHNAME', 'governance_begin_import';
comment on function governance.begin_import(text) is
'Import of history (historikimport): to the end of the transaction, breaches of rules in the registry are recorded as deviations instead of refused; keys, foreign keys and checks hold. Only for the registry''s owner; leaves a row in history_import.';

create function governance.setting_on(registry text, body bigint, day date, rule text,
	out value text, out citation text, out wording text)
returns record
language c stable strict parallel restricted cost 1000
as 'MODULE_PATHNAME', 'governance_setting_on';
comment on function governance.setting_on(text, bigint, date, text) is
'The value of a rule that is in force for a body on a day, with citation and wording; nulls where none is.';

-- sql/extension/50_registry.sql
-- Making, upgrading and dropping a registry: a schema with ordinary tables,
-- views and triggers that belong to the caller.

create function governance.registry_tables() returns text
language sql immutable parallel safe
set search_path = pg_catalog
as $function$select $ddl$
-- Ids are unique among all municipalities: every sequence starts at the
-- municipality's number times 10^12.

do $$
declare
	seq text;
	base bigint := '{municipality}'::bigint * 1000000000000;	-- see create_registry
begin
	foreach seq in array array['body', 'person', 'party', 'membership', 'office',
		'hindrance', 'substitution_order', 'attendance_right', 'regulation',
		'rule_setting', 'history_import', 'meeting_request', 'meeting', 'deviation', 'seal',
		'correction', 'public_notice', 'appeal', 'matter', 'delegation', 'fee_rate', 'area_set']
	loop
		execute format('create sequence %I minvalue %s start %s maxvalue %s',
			seq || '_id_seq', base + 1, base + 1, base + 999999999999);
	end loop;
end
$$;
-- The registry itself: which version of the extension made it and whose it is.

create table registry (
	version text not null,
	municipality text not null,
	case_number_shape text,
	singleton boolean not null default true,
	constraint registry_pkey primary key (singleton),
	constraint registry_singleton_check check (singleton),
	constraint registry_municipality_check check (municipality ~ '^[0-9]{4}$'),
	-- a name that there is not is an error, which lists them
	constraint registry_case_number_shape_check check (
		case_number_shape is null or governance.case_number('2000/1', case_number_shape) is not null)
);

create table extra_day (
	day date not null,
	name text not null,
	constraint extra_day_pkey primary key (day)
);

create table history_import (
	id bigint not null default nextval('history_import_id_seq'),
	begun_by text not null,
	begun_at timestamptz not null default clock_timestamp(),
	constraint history_import_pkey primary key (id),
	constraint history_import_id_check check (id > 0)
);
-- Bodies and people: who sits where, when, in which order they serve.

create table body (
	id bigint not null default nextval('body_id_seq'),
	name text not null,
	kind text not null,
	parent_id bigint,
	valid daterange not null default '(,)',
	founded_by text,
	section_series_id bigint,
	extended_on date,
	dissolved_on date,
	secretariat_id bigint,
	report_matter_id bigint,
	report_number integer,
	reported_on date,
	constraint body_pkey primary key (id),
	constraint body_id_check check (id > 0),
	constraint body_parent_id_fkey foreign key (parent_id) references body,
	constraint body_section_series_id_fkey foreign key (section_series_id) references body,
	constraint body_secretariat_id_fkey foreign key (secretariat_id) references body,
	constraint body_kind_check check (kind in (
		'council', 'executive_board', 'board', 'committee', 'advisory_council',
		'working_group', 'preparation', 'unit', 'company', 'external')),
	constraint body_name_check check (name ~ '\S'),
	constraint body_parent_id_check check (parent_id <> id),
	constraint body_valid_check check (not isempty(valid)),
	constraint body_report_check check ((report_matter_id is null) = (report_number is null)
		and (report_matter_id is null or reported_on is not null))
);
create index body_parent_id_idx on body (parent_id);
create index body_section_series_id_idx on body (section_series_id);

create table body_succession (
	predecessor_id bigint not null,
	successor_id bigint not null,
	day date not null,
	constraint body_succession_pkey primary key (predecessor_id, successor_id),
	constraint body_succession_predecessor_id_fkey foreign key (predecessor_id) references body,
	constraint body_succession_successor_id_fkey foreign key (successor_id) references body,
	constraint body_succession_distinct_check check (predecessor_id <> successor_id)
);
create index body_succession_successor_id_idx on body_succession (successor_id);

create table term (
	body_id bigint not null,
	valid daterange not null,
	constraint term_pkey primary key (body_id, valid),
	constraint term_body_id_fkey foreign key (body_id) references body,
	constraint term_valid_check check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
	constraint term_body_id_valid_excl exclude using gist (body_id with =, valid with &&)
		deferrable initially immediate
);

create table person (
	id bigint not null default nextval('person_id_seq'),
	name text not null,
	constraint person_pkey primary key (id),
	constraint person_id_check check (id > 0),
	constraint person_name_check check (name ~ '\S')
);

-- whom the seats of a body of mixed composition are meant for
create table seat_category (
	body_id bigint not null,
	name text not null,
	constraint seat_category_pkey primary key (body_id, name),
	constraint seat_category_body_id_fkey foreign key (body_id) references body,
	constraint seat_category_name_check check (name ~ '\S')
);

create table party (
	id bigint not null default nextval('party_id_seq'),
	name text not null,
	abbreviation text,
	constraint party_pkey primary key (id),
	constraint party_id_check check (id > 0),
	constraint party_name_key unique (name)
);

create table membership (
	id bigint not null default nextval('membership_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	role text not null default 'member',
	party_id bigint,
	seat_category text,
	valid daterange not null,
	until_parent_term boolean not null default false,
	decided_by bigint,
	constraint membership_pkey primary key (id),
	constraint membership_id_check check (id > 0),
	constraint membership_body_id_fkey foreign key (body_id) references body,
	constraint membership_person_id_fkey foreign key (person_id) references person,
	constraint membership_party_id_fkey foreign key (party_id) references party,
	constraint membership_decided_by_fkey foreign key (decided_by) references body,
	constraint membership_seat_category_fkey foreign key (body_id, seat_category) references seat_category (body_id, name),
	constraint membership_role_check check (role in ('member', 'substitute')),
	constraint membership_valid_check check (not isempty(valid))
);
create index membership_body_id_idx on membership (body_id);
create index membership_body_id_end_idx on membership (body_id, coalesce(upper(valid), 'infinity'));
create index membership_person_id_idx on membership (person_id);

create table office (
	id bigint not null default nextval('office_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	kind text not null,
	acting boolean not null default false,
	valid daterange not null,
	decided_by bigint,
	appointed_by bigint,
	constraint office_pkey primary key (id),
	constraint office_id_check check (id > 0),
	constraint office_body_id_fkey foreign key (body_id) references body,
	constraint office_person_id_fkey foreign key (person_id) references person,
	constraint office_decided_by_fkey foreign key (decided_by) references body,
	constraint office_appointed_by_fkey foreign key (appointed_by) references person,
	constraint office_kind_check check (kind in (
		'chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener',
		'secretary', 'presenter', 'city_director', 'deputy_city_director', 'signer')),
	constraint office_valid_check check (not isempty(valid))
);
create index office_body_id_idx on office (body_id);
create index office_person_id_idx on office (person_id);

create table hindrance (
	id bigint not null default nextval('hindrance_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	valid daterange not null,
	reason text not null,
	constraint hindrance_pkey primary key (id),
	constraint hindrance_id_check check (id > 0),
	constraint hindrance_body_id_fkey foreign key (body_id) references body,
	constraint hindrance_person_id_fkey foreign key (person_id) references person,
	constraint hindrance_valid_check check (not isempty(valid)),
	constraint hindrance_reason_check check (reason ~ '\S')
);
create index hindrance_body_id_idx on hindrance (body_id);

create table substitution_order (
	id bigint not null default nextval('substitution_order_id_seq'),
	body_id bigint not null,
	member_id bigint,
	party_id bigint,
	substitute_id bigint not null,
	rank integer not null,
	valid daterange not null default '(,)',
	constraint substitution_order_pkey primary key (id),
	constraint substitution_order_id_check check (id > 0),
	constraint substitution_order_body_id_fkey foreign key (body_id) references body,
	constraint substitution_order_member_id_fkey foreign key (member_id) references person,
	constraint substitution_order_party_id_fkey foreign key (party_id) references party,
	constraint substitution_order_substitute_id_fkey foreign key (substitute_id) references person,
	constraint substitution_order_key_check check (member_id is null or party_id is null),
	constraint substitution_order_rank_check check (rank > 0),
	constraint substitution_order_valid_check check (not isempty(valid))
);
create index substitution_order_body_id_idx on substitution_order (body_id);

create table attendance_right (
	id bigint not null default nextval('attendance_right_id_seq'),
	body_id bigint not null,
	person_id bigint not null,
	ground text not null,
	may_deliberate boolean not null default false,
	valid daterange not null,
	constraint attendance_right_pkey primary key (id),
	constraint attendance_right_id_check check (id > 0),
	constraint attendance_right_body_id_fkey foreign key (body_id) references body,
	constraint attendance_right_person_id_fkey foreign key (person_id) references person,
	constraint attendance_right_ground_check check (ground in (
		'commissioner', 'city_director', 'presenter', 'called', 'other')),
	constraint attendance_right_valid_check check (not isempty(valid))
);
create index attendance_right_body_id_idx on attendance_right (body_id);
-- Regulations: the documents, their sections, and the rules that follow from
-- them.  A regulation without a body is the ground layer (a law).

create table regulation (
	id bigint not null default nextval('regulation_id_seq'),
	body_id bigint,
	title text not null,
	law text,
	valid daterange not null,
	adopted_by bigint,
	constraint regulation_pkey primary key (id),
	constraint regulation_id_check check (id > 0),
	constraint regulation_body_id_fkey foreign key (body_id) references body,
	constraint regulation_adopted_by_fkey foreign key (adopted_by) references body,
	constraint regulation_title_check check (title ~ '\S'),
	constraint regulation_valid_check check (not isempty(valid)),
	constraint regulation_layer_check check ((body_id is null) = (law is not null)),
	constraint regulation_body_id_valid_excl exclude using gist (body_id with =, valid with &&),
	constraint regulation_law_valid_excl exclude using gist (law with =, valid with &&)
);

create table provision (
	regulation_id bigint not null,
	citation governance.citation not null,
	ordinal integer not null,
	wording text,
	constraint provision_pkey primary key (regulation_id, citation),
	constraint provision_regulation_id_fkey foreign key (regulation_id) references regulation on delete cascade
);

create table rule_setting (
	id bigint not null default nextval('rule_setting_id_seq'),
	regulation_id bigint not null,
	rule text not null,
	body_kind text,
	value text,
	citation governance.citation,
	mode text not null default 'enforce',
	procedure text,
	constraint rule_setting_pkey primary key (id),
	constraint rule_setting_id_check check (id > 0),
	constraint rule_setting_regulation_id_fkey foreign key (regulation_id) references regulation on delete cascade,
	constraint rule_setting_provision_fkey foreign key (regulation_id, citation) references provision (regulation_id, citation),
	constraint rule_setting_body_kind_check check (body_kind in (
		'council', 'executive_board', 'board', 'committee', 'advisory_council',
		'working_group', 'preparation', 'unit', 'company', 'external')),
	constraint rule_setting_mode_check check (mode in ('enforce', 'warn', 'record', 'off'))
);
create unique index rule_setting_key on rule_setting (regulation_id, rule, coalesce(body_kind, ''));
-- Meetings: from the request to the close.  Times are the stated times of the
-- events, as the minutes tell them (local time), never the time of writing.
--
-- "handled" is the order in which items were taken up; attendance, presiding
-- and minutes are ranges over it, with two points in each item: when it was
-- opened and when it was decided.

create table meeting_request (
	id bigint not null default nextval('meeting_request_id_seq'),
	body_id bigint not null,
	requested_on date not null,
	subject text not null,
	done_on date not null default 'infinity',
	constraint meeting_request_pkey primary key (id),
	constraint meeting_request_id_check check (id > 0),
	constraint meeting_request_id_body_id_key unique (id, body_id),
	constraint meeting_request_body_id_fkey foreign key (body_id) references body
);
create index meeting_request_body_id_idx on meeting_request (body_id);
create index meeting_request_done_on_idx on meeting_request (done_on);

create table meeting_requester (
	request_id bigint not null,
	person_id bigint not null,
	constraint meeting_requester_pkey primary key (request_id, person_id),
	constraint meeting_requester_request_id_fkey foreign key (request_id) references meeting_request on delete cascade,
	constraint meeting_requester_person_id_fkey foreign key (person_id) references person
);

create table meeting (
	id bigint not null default nextval('meeting_id_seq'),
	body_id bigint not null,
	day date not null,
	place text,
	starts_at timestamp(0) not null,
	ground text not null default 'plan',
	called_by bigint,
	called_on date,
	request_id bigint,
	urgent boolean not null default false,
	is_public boolean,
	opened_at timestamp(0),
	closed_at timestamp(0),
	cancelled_at timestamp(0),
	done_on date not null default 'infinity',
	constraint meeting_pkey primary key (id),
	constraint meeting_id_check check (id > 0),
	constraint meeting_body_id_fkey foreign key (body_id) references body,
	constraint meeting_called_by_fkey foreign key (called_by) references person,
	constraint meeting_request_id_fkey foreign key (request_id, body_id) references meeting_request (id, body_id),
	constraint meeting_ground_check check (ground in ('plan', 'chair', 'members', 'parent')),
	constraint meeting_day_check check (starts_at::date = day and isfinite(day)),
	constraint meeting_called_on_check check (called_on <= day),
	constraint meeting_times_check check (closed_at >= opened_at and not (opened_at is not null and cancelled_at is not null))
);
create index meeting_body_id_day_idx on meeting (body_id, day);
create index meeting_request_id_idx on meeting (request_id);
create index meeting_done_on_idx on meeting (done_on);

create table sitting (
	meeting_id bigint not null,
	number integer not null,
	opened_at timestamp(0) not null,
	closed_at timestamp(0),
	first_item integer,
	constraint sitting_pkey primary key (meeting_id, number),
	constraint sitting_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint sitting_times_check check (closed_at >= opened_at)
);

create table meeting_document (
	meeting_id bigint not null,
	kind text not null,
	issued_at timestamp(0) not null,
	responsible_id bigint not null,
	constraint meeting_document_pkey primary key (meeting_id, kind),
	constraint meeting_document_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint meeting_document_responsible_id_fkey foreign key (responsible_id) references person,
	constraint meeting_document_kind_check check (kind in ('announcement', 'summons', 'agenda'))
);

create table summons (
	meeting_id bigint not null,
	person_id bigint not null,
	told_at timestamp(0) not null,
	constraint summons_pkey primary key (meeting_id, person_id),
	constraint summons_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint summons_person_id_fkey foreign key (person_id) references person
);

create table agenda_item (
	meeting_id bigint not null,
	position integer not null,
	title text not null,
	kind text not null default 'decision',
	area integer,
	announced boolean not null default true,
	minority_tabled boolean not null default false,
	handled integer,
	opened_at timestamp(0),
	decided_at timestamp(0),
	section integer,
	exercise_of_authority boolean not null default false,
	continues_meeting_id bigint,
	continues_position integer,
	matter_id bigint,
	unprepared boolean not null default false,
	constraint agenda_item_pkey primary key (meeting_id, position),
	constraint agenda_item_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint agenda_item_continues_fkey foreign key (continues_meeting_id, continues_position)
		references agenda_item (meeting_id, position),
	constraint agenda_item_title_check check (title ~ '\S'),
	constraint agenda_item_kind_check check (kind in ('information', 'preparation', 'decision')),
	constraint agenda_item_position_check check (position > 0),
	constraint agenda_item_handled_check check (handled > 0),
	constraint agenda_item_section_check check (section > 0),
	constraint agenda_item_continues_check check ((continues_meeting_id is null) = (continues_position is null)),
	constraint agenda_item_times_check check (decided_at >= opened_at)
);
create index agenda_item_continues_idx on agenda_item (continues_meeting_id, continues_position);
create index agenda_item_matter_id_idx on agenda_item (matter_id) where matter_id is not null;

create table attendance (
	meeting_id bigint not null,
	person_id bigint not null,
	capacity text not null,
	serves_for bigint,
	mode text not null default 'on_site',
	from_item integer not null default 1,
	from_point text not null default 'opened',
	to_item integer,
	to_point text not null default 'decided',
	left_for text,
	constraint attendance_pkey primary key (meeting_id, person_id, from_item, from_point),
	constraint attendance_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint attendance_person_id_fkey foreign key (person_id) references person,
	constraint attendance_serves_for_fkey foreign key (serves_for) references person,
	constraint attendance_capacity_check check (capacity in (
		'serving_member', 'serving_substitute', 'non_serving_substitute',
		'commissioner', 'city_director', 'presenter', 'secretary', 'official', 'guest')),
	constraint attendance_serves_for_check check (serves_for is null or capacity = 'serving_substitute'),
	constraint attendance_mode_check check (mode in ('on_site', 'remote')),
	constraint attendance_points_check check (from_point in ('opened', 'decided') and to_point in ('opened', 'decided')),
	constraint attendance_range_check check (from_item > 0
		and (to_item is null or to_item > from_item
			or to_item = from_item and (from_point = 'opened' or to_point = 'decided'))),
	constraint attendance_left_for_check check (left_for in ('recusal', 'link_lost', 'other'))
);

create table remote_notice (
	meeting_id bigint not null,
	person_id bigint not null,
	notified_on date not null,
	reason text,
	sound_and_picture boolean not null default false,
	equal_terms boolean not null default false,
	premises_secure boolean not null default false,
	consulted_id bigint,
	consulted_at timestamp(0),
	decided_by bigint,
	decided_at timestamp(0),
	granted boolean,
	constraint remote_notice_pkey primary key (meeting_id, person_id),
	constraint remote_notice_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint remote_notice_person_id_fkey foreign key (person_id) references person,
	constraint remote_notice_consulted_id_fkey foreign key (consulted_id) references person,
	constraint remote_notice_decided_by_fkey foreign key (decided_by) references person
);

create table recusal (
	meeting_id bigint not null,
	position integer not null,
	person_id bigint not null,
	ground text not null,
	self_declared boolean not null default false,
	ruling text,
	in_room boolean not null default false,
	indispensable_act text,
	constraint recusal_pkey primary key (meeting_id, position, person_id),
	constraint recusal_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint recusal_person_id_fkey foreign key (person_id) references person,
	constraint recusal_ruling_check check (ruling in ('disregarded', 'rejected', 'upheld'))
);

create table exclusion (
	meeting_id bigint not null,
	position integer not null,
	person_id bigint not null,
	reason text not null,
	constraint exclusion_pkey primary key (meeting_id, position, person_id),
	constraint exclusion_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint exclusion_person_id_fkey foreign key (person_id) references person
);

create table presiding (
	meeting_id bigint not null,
	from_item integer not null default 1,
	to_item integer,
	person_id bigint not null,
	ground text not null default 'chair',
	constraint presiding_pkey primary key (meeting_id, from_item),
	constraint presiding_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint presiding_person_id_fkey foreign key (person_id) references person,
	constraint presiding_ground_check check (ground in ('chair', 'vice_chair', 'second_vice_chair', 'designated')),
	constraint presiding_range_check check (from_item > 0 and to_item >= from_item)
);

create table statement (
	meeting_id bigint not null,
	position integer not null,
	number integer not null,
	person_id bigint not null,
	kind text not null default 'speech',
	made_at timestamp(0),
	text text,
	constraint statement_pkey primary key (meeting_id, position, number),
	constraint statement_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint statement_person_id_fkey foreign key (person_id) references person,
	constraint statement_kind_check check (kind in ('speech', 'presentation', 'note', 'special_statement'))
);

create table proposal (
	meeting_id bigint not null,
	position integer not null,
	number integer not null,
	person_id bigint not null,
	kind text not null default 'approve',
	text text not null,
	constraint proposal_pkey primary key (meeting_id, position, number),
	constraint proposal_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint proposal_person_id_fkey foreign key (person_id) references person,
	constraint proposal_kind_check check (kind in ('approve', 'amend', 'reject', 'table', 'refer_back'))
);
create index proposal_person_id_idx on proposal (person_id);
-- Votes, elections and decisions.  Counts and outcomes are derived from rows;
-- only the tally of a closed ballot is entered, since rows would break secrecy.

create table vote_event (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	kind text not null default 'open',
	subject text not null default 'settling',
	yes_proposal integer,
	no_proposal integer,
	called_at timestamp(0),
	lot text,
	constraint vote_event_pkey primary key (meeting_id, position, number),
	constraint vote_event_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint vote_event_yes_proposal_fkey foreign key (meeting_id, position, yes_proposal) references proposal,
	constraint vote_event_no_proposal_fkey foreign key (meeting_id, position, no_proposal) references proposal,
	constraint vote_event_kind_check check (kind in ('open', 'closed')),
	constraint vote_event_subject_check check (subject in ('settling', 'procedural', 'election', 'employment')),
	constraint vote_event_lot_check check (lot in ('yes', 'no'))
);

create table vote (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	person_id bigint not null,
	choice text not null,
	constraint vote_pkey primary key (meeting_id, position, number, person_id),
	constraint vote_vote_event_fkey foreign key (meeting_id, position, number) references vote_event,
	constraint vote_person_id_fkey foreign key (person_id) references person,
	constraint vote_choice_check check (choice in ('yes', 'no', 'abstain', 'ballot'))
);

create table election (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	purpose text not null,
	seats integer not null default 1,
	method text not null default 'acclamation',
	vote_number integer,
	constraint election_pkey primary key (meeting_id, position, number),
	constraint election_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint election_vote_event_fkey foreign key (meeting_id, position, vote_number) references vote_event,
	constraint election_method_check check (method in ('acclamation', 'majority', 'proportional')),
	constraint election_seats_check check (seats > 0)
);

create table candidate (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	person_id bigint not null,
	list text,
	rank integer,
	lot integer,
	constraint candidate_pkey primary key (meeting_id, position, number, person_id),
	constraint candidate_election_fkey foreign key (meeting_id, position, number) references election,
	constraint candidate_person_id_fkey foreign key (person_id) references person,
	constraint candidate_rank_check check (rank > 0)
);

create table ballot_tally (
	meeting_id bigint not null,
	position integer not null,
	number integer not null default 1,
	line integer not null,
	choice text not null,
	person_id bigint,
	list text,
	ballots integer not null,
	constraint ballot_tally_pkey primary key (meeting_id, position, number, line),
	constraint ballot_tally_vote_event_fkey foreign key (meeting_id, position, number) references vote_event,
	constraint ballot_tally_person_id_fkey foreign key (person_id) references person,
	constraint ballot_tally_choice_check check (choice in ('yes', 'no', 'candidate', 'list', 'blank', 'invalid')),
	constraint ballot_tally_person_id_check check ((choice = 'candidate') = (person_id is not null)),
	constraint ballot_tally_list_check check ((choice = 'list') = (list is not null)),
	constraint ballot_tally_ballots_check check (ballots >= 0)
);

create table decision (
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	kind text not null default 'settling',
	outcome text not null default 'approved',
	text text not null,
	decided_at timestamp(0),
	vote_number integer,
	proposal_number integer,
	on_behalf_of bigint,
	appealable boolean,
	withdrawn_at timestamp(0),
	delegation_id bigint,
	subject text not null default 'ordinary',
	statement_number integer,
	done_on date not null default 'infinity',
	constraint decision_pkey primary key (meeting_id, position, point),
	constraint decision_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint decision_vote_event_fkey foreign key (meeting_id, position, vote_number) references vote_event,
	constraint decision_proposal_fkey foreign key (meeting_id, position, proposal_number) references proposal,
	constraint decision_on_behalf_of_fkey foreign key (on_behalf_of) references body,
	constraint decision_kind_check check (kind in ('settling', 'procedural', 'election', 'opinion', 'noting')),
	constraint decision_outcome_check check (outcome in (
		'approved', 'rejected', 'tabled', 'referred_back', 'adjourned', 'elected', 'noted', 'answered',
		'written_off', 'other')),
	constraint decision_subject_check check (subject in (
		'ordinary', 'goals', 'council_answer', 'principle', 'citizen_proposal')),
	constraint decision_point_check check (point > 0),
	constraint decision_text_check check (text ~ '\S')
);
create index decision_put_off_idx on decision (meeting_id, position)
	where outcome in ('tabled', 'referred_back', 'adjourned') and withdrawn_at is null;

create table reservation (
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	person_id bigint not null,
	announced_at timestamp(0) not null,
	reasons text,
	reasons_at timestamp(0),
	constraint reservation_pkey primary key (meeting_id, position, point, person_id),
	constraint reservation_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint reservation_person_id_fkey foreign key (person_id) references person
);

create table abstention (
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	person_id bigint not null,
	constraint abstention_pkey primary key (meeting_id, position, point, person_id),
	constraint abstention_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint abstention_person_id_fkey foreign key (person_id) references person
);

create table deviation (
	id bigint not null default nextval('deviation_id_seq'),
	body_id bigint,
	meeting_id bigint,
	matter_id bigint,
	position integer,
	rule text not null,
	reason text not null,
	citation text,
	wording text,
	found text,
	admitted_by text not null default session_user,
	admitted_at timestamptz not null default clock_timestamp(),
	constraint deviation_pkey primary key (id),
	constraint deviation_id_check check (id > 0),
	constraint deviation_body_id_fkey foreign key (body_id) references body,
	constraint deviation_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint deviation_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint deviation_root_check check (num_nonnulls(body_id, meeting_id, matter_id) = 1),
	constraint deviation_reason_check check (reason ~ '\S')
);
create index deviation_meeting_id_idx on deviation (meeting_id);
create index deviation_body_id_idx on deviation (body_id);
create index deviation_matter_id_idx on deviation (matter_id) where matter_id is not null;
-- Minutes: what they cover, who attests them, the seal, and what follows.

create table minutes (
	meeting_id bigint not null,
	number integer not null default 1,
	items integer[],
	immediate boolean not null default false,
	responsible_id bigint,
	drawn_up_on date,
	constraint minutes_pkey primary key (meeting_id, number),
	constraint minutes_meeting_id_fkey foreign key (meeting_id) references meeting,
	constraint minutes_responsible_id_fkey foreign key (responsible_id) references person
);

create table adjuster (
	meeting_id bigint not null,
	person_id bigint not null,
	position integer not null,
	alternate boolean not null default false,
	from_item integer not null default 1,
	to_item integer,
	constraint adjuster_pkey primary key (meeting_id, person_id, from_item),
	constraint adjuster_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint adjuster_person_id_fkey foreign key (person_id) references person,
	constraint adjuster_range_check check (from_item > 0 and to_item >= from_item)
);

create table attestation (
	meeting_id bigint not null,
	number integer not null default 1,
	person_id bigint not null,
	role text not null,
	signed_at timestamp(0) not null,
	hindrance text,
	later_meeting_id bigint,
	constraint attestation_pkey primary key (meeting_id, number, person_id, role),
	constraint attestation_minutes_fkey foreign key (meeting_id, number) references minutes,
	constraint attestation_person_id_fkey foreign key (person_id) references person,
	constraint attestation_later_meeting_id_fkey foreign key (later_meeting_id) references meeting,
	constraint attestation_role_check check (role in ('chair', 'adjuster', 'later_meeting')),
	constraint attestation_later_meeting_id_check check ((role = 'later_meeting') = (later_meeting_id is not null))
);

create table seal (
	id bigint not null default nextval('seal_id_seq'),
	body_id bigint not null,
	meeting_id bigint not null,
	number integer not null,
	ordinal integer not null,
	format integer not null,
	attested_on date not null,
	content text not null,
	previous bytea,
	hash bytea not null,
	constraint seal_pkey primary key (id),
	constraint seal_id_check check (id > 0),
	constraint seal_body_id_ordinal_key unique (body_id, ordinal),
	constraint seal_meeting_id_number_key unique (meeting_id, number),
	constraint seal_body_id_fkey foreign key (body_id) references body,
	constraint seal_minutes_fkey foreign key (meeting_id, number) references minutes
) with (toast_tuple_target = 8160);
-- to compress a text costs more than to write and to hash it
alter table seal alter content set storage external;

create table correction (
	id bigint not null default nextval('correction_id_seq'),
	meeting_id bigint not null,
	position integer not null,
	old_text text not null,
	new_text text not null,
	reason text not null,
	corrected_by bigint not null,
	corrected_at timestamp(0) not null,
	constraint correction_pkey primary key (id),
	constraint correction_id_check check (id > 0),
	constraint correction_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint correction_corrected_by_fkey foreign key (corrected_by) references person
);
create index correction_meeting_id_position_idx on correction (meeting_id, position);

create table public_notice (
	id bigint not null default nextval('public_notice_id_seq'),
	meeting_id bigint not null,
	number integer not null default 1,
	posted_on date not null,
	kept_at text not null,
	taken_down_on date,
	constraint public_notice_pkey primary key (id),
	constraint public_notice_id_check check (id > 0),
	constraint public_notice_minutes_fkey foreign key (meeting_id, number) references minutes,
	constraint public_notice_days_check check (taken_down_on >= posted_on)
);
create index public_notice_meeting_id_number_idx on public_notice (meeting_id, number);
-- what is on the notice board
create index public_notice_taken_down_on_idx on public_notice (taken_down_on, posted_on);

create table appeal (
	id bigint not null default nextval('appeal_id_seq'),
	meeting_id bigint not null,
	position integer not null,
	point integer not null default 1,
	filed_on date not null,
	court text not null,
	stay boolean not null default false,
	outcome text,
	concluded_on date,
	constraint appeal_pkey primary key (id),
	constraint appeal_id_check check (id > 0),
	constraint appeal_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint appeal_outcome_check check (outcome in ('rejected', 'dismissed', 'annulled', 'withdrawn')),
	constraint appeal_concluded_on_check check ((outcome is null) = (concluded_on is null) and concluded_on >= filed_on)
);
create index appeal_decision_idx on appeal (meeting_id, position, point);
-- Matters: so far the numbers that are given to them.

create table case_series (
	organ text not null,
	year integer not null,
	last_serial integer not null,
	constraint case_series_pkey primary key (organ, year),
	constraint case_series_organ_check check (
		-- an empty one is the organ of no number
		organ is not distinct from governance.organ(governance.case_number(organ || ' 2000/1', 'organ-year-serial'))),
	constraint case_series_year_check check (year between 1900 and 2099),
	constraint case_series_last_serial_check check (last_serial between 0 and 99999999)
);

-- What is handled: a matter has documents, goes to bodies for their opinion,
-- may be a motion, leads to letters and assignments.  Everything in it is
-- numbered within the matter, which is what a change of it locks.
create table matter (
	id bigint not null default nextval('matter_id_seq'),
	body_id bigint not null,
	number governance.case_number,
	title text not null,
	opened_on date not null,
	closed_on date,
	secret boolean not null default false,
	constraint matter_pkey primary key (id),
	constraint matter_id_check check (id > 0),
	constraint matter_body_id_fkey foreign key (body_id) references body,
	constraint matter_number_key unique (number),
	constraint matter_title_check check (title ~ '\S'),
	constraint matter_days_check check (closed_on >= opened_on)
);
-- what is open at a body, whenever it is asked for
create index matter_body_id_idx on matter (body_id, (coalesce(closed_on, 'infinity')));
-- ... and wherever
create index matter_open_idx on matter ((coalesce(closed_on, 'infinity'::date)));
alter table agenda_item add constraint agenda_item_matter_id_fkey foreign key (matter_id) references matter;
alter table deviation add constraint deviation_matter_id_fkey foreign key (matter_id) references matter;

create table document (
	matter_id bigint not null,
	number integer not null,
	kind text not null default 'other',
	direction text not null,
	title text not null,
	dated_on date,
	arrived_on date,
	counterpart text,
	secret boolean not null default false,
	appendix_of integer,
	appendices integer,
	signatories integer,
	costs text,
	page_mark text,
	constraint document_pkey primary key (matter_id, number),
	constraint document_matter_id_fkey foreign key (matter_id) references matter,
	constraint document_appendix_of_fkey foreign key (matter_id, appendix_of) references document (matter_id, number),
	constraint document_kind_check check (kind in (
		'motion', 'citizen_proposal', 'statement', 'answer', 'proposal', 'report', 'letter', 'appendix', 'other')),
	constraint document_direction_check check (direction in ('received', 'drawn_up')),
	constraint document_title_check check (title ~ '\S'),
	constraint document_number_check check (number > 0),
	constraint document_appendix_of_check check (appendix_of <> number),
	constraint document_counts_check check (appendices >= 0 and signatories >= 0),
	-- what is no page mark is an error that says why
	constraint document_page_mark_check check ((governance.read_page_mark(page_mark)).page > 0)
);
create index document_appendix_of_idx on document (matter_id, appendix_of) where appendix_of is not null;
alter table body add constraint body_report_fkey foreign key (report_matter_id, report_number) references document (matter_id, number);
create index body_report_idx on body (report_matter_id, report_number) where report_matter_id is not null;

create table document_signatory (
	matter_id bigint not null,
	number integer not null,
	person_id bigint not null,
	title text,
	acting boolean not null default false,
	constraint document_signatory_pkey primary key (matter_id, number, person_id),
	constraint document_signatory_document_fkey foreign key (matter_id, number) references document,
	constraint document_signatory_person_id_fkey foreign key (person_id) references person
);

create table document_author (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	lead boolean not null default false,
	constraint document_author_pkey primary key (matter_id, number, body_id),
	constraint document_author_document_fkey foreign key (matter_id, number) references document,
	constraint document_author_body_id_fkey foreign key (body_id) references body
);

create table referral (
	matter_id bigint not null,
	number integer not null,
	sender_id bigint not null,
	document_number integer,
	decided_on date,
	sent_on date not null,
	answer_by date,
	constraint referral_pkey primary key (matter_id, number),
	constraint referral_matter_id_fkey foreign key (matter_id) references matter,
	constraint referral_sender_id_fkey foreign key (sender_id) references body,
	constraint referral_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint referral_number_check check (number > 0),
	constraint referral_days_check check (sent_on >= decided_on and answer_by >= sent_on)
);
create index referral_sender_id_idx on referral (sender_id);

create table referral_recipient (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	received_on date,
	answer_by date,
	extended_on date,
	constraint referral_recipient_pkey primary key (matter_id, number, body_id),
	constraint referral_recipient_referral_fkey foreign key (matter_id, number) references referral,
	constraint referral_recipient_body_id_fkey foreign key (body_id) references body,
	constraint referral_recipient_extended_check check ((answer_by is null) = (extended_on is null))
);
create index referral_recipient_body_id_idx on referral_recipient (body_id);

create table referral_answer (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	kind text not null,
	answered_on date not null,
	document_number integer,
	statement_number integer,
	meeting_id bigint,
	position integer,
	recommendation text,
	wording text,
	constraint referral_answer_pkey primary key (matter_id, number, body_id),
	constraint referral_answer_referral_fkey foreign key (matter_id, number) references referral,
	constraint referral_answer_body_id_fkey foreign key (body_id) references body,
	constraint referral_answer_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint referral_answer_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint referral_answer_kind_check check (kind in ('decided', 'opinion', 'office', 'declined')),
	constraint referral_answer_recommendation_check check (recommendation in ('approve', 'reject', 'answered', 'none'))
);
create index referral_answer_agenda_item_idx on referral_answer (meeting_id, position) where meeting_id is not null;

create table motion (
	matter_id bigint not null,
	kind text not null default 'motion',
	council_id bigint not null,
	dated_on date,
	raised_on date not null,
	section governance.section_ref,
	decided_by_id bigint,
	informed_on date,
	withdrawn_on date,
	constraint motion_pkey primary key (matter_id),
	constraint motion_matter_id_fkey foreign key (matter_id) references matter,
	constraint motion_council_id_fkey foreign key (council_id) references body,
	constraint motion_decided_by_id_fkey foreign key (decided_by_id) references body,
	constraint motion_kind_check check (kind in ('motion', 'citizen_proposal')),
	constraint motion_raised_on_check check (isfinite(raised_on)),
	-- sections are numbered by the calendar year
	constraint motion_section_check check (
		coalesce(governance.day(section) = raised_on, true)
		and coalesce(governance.year(section) = extract(year from raised_on), true)),
	constraint motion_decided_by_check check (decided_by_id is null or kind = 'citizen_proposal'),
	constraint motion_informed_on_check check (
		informed_on is null or informed_on >= raised_on and decided_by_id is not null),
	constraint motion_withdrawn_on_check check (withdrawn_on >= raised_on)
);
create index motion_council_id_raised_on_idx on motion (council_id, raised_on);
-- handed over to a board, which has yet to tell the council what it decided
create index motion_uninformed_idx on motion (matter_id) where decided_by_id is not null and informed_on is null;
create index motion_informed_on_idx on motion (informed_on) where informed_on is not null;

create table motion_mover (
	matter_id bigint not null,
	person_id bigint not null,
	constraint motion_mover_pkey primary key (matter_id, person_id),
	constraint motion_mover_motion_fkey foreign key (matter_id) references motion,
	constraint motion_mover_person_id_fkey foreign key (person_id) references person
);

-- that the council was told of a motion it has not decided
create table motion_report (
	matter_id bigint not null,
	reported_on date not null,
	meeting_id bigint,
	position integer,
	constraint motion_report_pkey primary key (matter_id, reported_on),
	constraint motion_report_motion_fkey foreign key (matter_id) references motion,
	constraint motion_report_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint motion_report_reported_on_check check (isfinite(reported_on)),
	constraint motion_report_item_check check ((meeting_id is null) = (position is null))
);

create table claim (
	matter_id bigint not null,
	number integer not null,
	text text not null,
	expires_on date,
	outcome text,
	meeting_id bigint,
	position integer,
	point integer,
	constraint claim_pkey primary key (matter_id, number),
	constraint claim_motion_fkey foreign key (matter_id) references motion,
	constraint claim_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint claim_text_check check (text ~ '\S'),
	constraint claim_number_check check (number > 0),
	constraint claim_outcome_check check (outcome in ('approved', 'rejected', 'answered', 'written_off')),
	constraint claim_decided_check check (num_nonnulls(outcome, meeting_id, position, point) in (0, 4))
);
create index claim_decision_idx on claim (meeting_id, position, point) where meeting_id is not null;

create table assignment (
	matter_id bigint not null,
	number integer not null,
	text text not null,
	given_by_id bigint not null,
	given_on date not null,
	meeting_id bigint,
	position integer,
	due_on date,
	every_months integer,
	support_id bigint,
	financing text,
	done_on date,
	constraint assignment_pkey primary key (matter_id, number),
	constraint assignment_matter_id_fkey foreign key (matter_id) references matter,
	constraint assignment_given_by_id_fkey foreign key (given_by_id) references body,
	constraint assignment_support_id_fkey foreign key (support_id) references body,
	constraint assignment_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint assignment_text_check check (text ~ '\S'),
	constraint assignment_number_check check (number > 0),
	constraint assignment_every_months_check check (every_months > 0),
	constraint assignment_decided_check check ((meeting_id is null) = (position is null)),
	constraint assignment_days_check check (due_on >= given_on and done_on >= given_on and isfinite(given_on)
		and isfinite(due_on) and isfinite(done_on))
);
-- those that are open on a day, recent ones, are found without the others
create index assignment_open_idx on assignment (coalesce(done_on, 'infinity'));

create table assignment_body (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	constraint assignment_body_pkey primary key (matter_id, number, body_id),
	constraint assignment_body_assignment_fkey foreign key (matter_id, number) references assignment,
	constraint assignment_body_body_id_fkey foreign key (body_id) references body
);
create index assignment_body_body_id_idx on assignment_body (body_id);

create table assignment_report (
	matter_id bigint not null,
	number integer not null,
	reported_on date not null,
	document_number integer,
	constraint assignment_report_pkey primary key (matter_id, number, reported_on),
	constraint assignment_report_assignment_fkey foreign key (matter_id, number) references assignment,
	constraint assignment_report_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint assignment_report_reported_on_check check (isfinite(reported_on))
);

create table dispatch (
	matter_id bigint not null,
	number integer not null,
	meeting_id bigint not null,
	position integer not null,
	recipient_id bigint,
	recipient text,
	document_number integer,
	send_by date,
	responsible_id bigint,
	sent_on date,
	constraint dispatch_pkey primary key (matter_id, number),
	constraint dispatch_matter_id_fkey foreign key (matter_id) references matter,
	constraint dispatch_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint dispatch_recipient_id_fkey foreign key (recipient_id) references body,
	constraint dispatch_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint dispatch_responsible_id_fkey foreign key (responsible_id) references person,
	constraint dispatch_number_check check (number > 0),
	constraint dispatch_recipient_check check (recipient_id is not null or coalesce(recipient, '') ~ '\S'),
	constraint dispatch_days_check check (isfinite(send_by) and isfinite(sent_on))
);
create index dispatch_unsent_idx on dispatch (coalesce(sent_on, 'infinity'));
create index dispatch_agenda_item_idx on dispatch (meeting_id, position);

create table letter (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	title text not null,
	dated_on date not null,
	document_number integer,
	dispatched_on date,
	constraint letter_pkey primary key (matter_id, number),
	constraint letter_matter_id_fkey foreign key (matter_id) references matter,
	constraint letter_body_id_fkey foreign key (body_id) references body,
	constraint letter_document_fkey foreign key (matter_id, document_number) references document (matter_id, number),
	constraint letter_title_check check (title ~ '\S'),
	constraint letter_number_check check (number > 0),
	constraint letter_days_check check (isfinite(dated_on) and isfinite(dispatched_on))
);
create index letter_body_id_idx on letter (body_id);
create index letter_unsent_idx on letter (coalesce(dispatched_on, 'infinity'));

create table letter_signature (
	matter_id bigint not null,
	number integer not null,
	role text not null,
	person_id bigint not null,
	ground text not null,
	signed_at timestamp(0) not null,
	constraint letter_signature_pkey primary key (matter_id, number, role),
	constraint letter_signature_letter_fkey foreign key (matter_id, number) references letter,
	constraint letter_signature_person_id_fkey foreign key (person_id) references person,
	constraint letter_signature_role_check check (role in ('sign', 'countersign')),
	constraint letter_signature_ground_check check (ground in (
		'chair', 'vice_chair', 'second_vice_chair', 'designated', 'secretary')),
	constraint letter_signature_signed_at_check check (isfinite(signed_at))
);
-- Delegation: which body lets whom decide what, what they decided outside
-- meetings, and the reports of it to the body that let them.

create table delegation (
	id bigint not null default nextval('delegation_id_seq'),
	body_id bigint not null,
	from_body_id bigint not null,
	person_id bigint,
	office text,
	employee text,
	number text,
	subject text not null,
	subject_kind text not null default 'ordinary',
	urgent boolean not null default false,
	reported boolean,
	valid daterange not null,
	constraint delegation_pkey primary key (id),
	constraint delegation_id_check check (id > 0),
	constraint delegation_id_body_id_key unique (id, body_id),
	constraint delegation_body_id_fkey foreign key (body_id) references body,
	constraint delegation_from_body_id_fkey foreign key (from_body_id) references body,
	constraint delegation_person_id_fkey foreign key (person_id) references person,
	constraint delegation_office_check check (office in (
		'chair', 'vice_chair', 'second_vice_chair', 'presidium', 'automated')),
	constraint delegation_delegate_check check (num_nonnulls(person_id, office, employee) <= 1),
	constraint delegation_employee_check check (employee ~ '\S'),
	constraint delegation_subject_check check (subject ~ '\S'),
	constraint delegation_subject_kind_check check (subject_kind in (
		'ordinary', 'goals', 'council_answer', 'principle', 'citizen_proposal')),
	constraint delegation_valid_check check (not isempty(valid))
);
create index delegation_body_id_idx on delegation (body_id);
create index delegation_from_body_id_idx on delegation (from_body_id);
alter table decision add constraint decision_delegation_id_fkey foreign key (delegation_id) references delegation;
create index decision_delegation_id_idx on decision (delegation_id) where delegation_id is not null;
create index decision_unreported_idx on decision (done_on) where on_behalf_of is not null or delegation_id is not null;
create index decision_on_behalf_of_idx on decision (on_behalf_of) where on_behalf_of is not null;

create table delegated_decision (
	matter_id bigint not null,
	number integer not null,
	delegation_id bigint not null,
	body_id bigint not null,
	person_id bigint,
	decided_on date not null,
	text text not null,
	subject text not null default 'ordinary',
	appealable boolean,
	minuted_on date,
	posted_on date,
	taken_down_on date,
	done_on date not null default 'infinity',
	constraint delegated_decision_pkey primary key (matter_id, number),
	constraint delegated_decision_matter_id_fkey foreign key (matter_id) references matter,
	constraint delegated_decision_delegation_id_fkey foreign key (delegation_id, body_id) references delegation (id, body_id),
	constraint delegated_decision_person_id_fkey foreign key (person_id) references person,
	constraint delegated_decision_text_check check (text ~ '\S'),
	constraint delegated_decision_number_check check (number > 0),
	constraint delegated_decision_subject_check check (subject in (
		'ordinary', 'goals', 'council_answer', 'principle', 'citizen_proposal')),
	constraint delegated_decision_days_check check (posted_on >= minuted_on and taken_down_on >= posted_on)
);
create index delegated_decision_delegation_id_idx on delegated_decision (delegation_id);
create index delegated_decision_taken_down_on_idx on delegated_decision (taken_down_on, posted_on)
	where posted_on is not null;
create index delegated_decision_done_on_idx on delegated_decision (done_on);
create index delegated_decision_decided_on_idx on delegated_decision (decided_on);
create index delegated_decision_posted_on_idx on delegated_decision (posted_on) where posted_on is not null;

create table delegation_report (
	matter_id bigint not null,
	number integer not null,
	body_id bigint not null,
	to_body_id bigint not null,
	period daterange not null,
	handed_over_on date,
	meeting_id bigint,
	position integer,
	received_on date,
	constraint delegation_report_pkey primary key (matter_id, number),
	constraint delegation_report_matter_id_fkey foreign key (matter_id) references matter,
	constraint delegation_report_body_id_fkey foreign key (body_id) references body,
	constraint delegation_report_to_body_id_fkey foreign key (to_body_id) references body,
	constraint delegation_report_agenda_item_fkey foreign key (meeting_id, position) references agenda_item,
	constraint delegation_report_number_check check (number > 0),
	constraint delegation_report_period_check check (
		not isempty(period) and not lower_inf(period) and not upper_inf(period)),
	constraint delegation_report_received_on_check check (received_on is null or meeting_id is not null),
	constraint delegation_report_item_check check ((meeting_id is null) = (position is null))
);
create index delegation_report_to_body_id_idx on delegation_report (to_body_id, body_id);

-- a line is about a decision made outside meetings, or about one of a meeting
create table delegation_report_item (
	matter_id bigint not null,
	number integer not null,
	line integer not null,
	decided_matter_id bigint,
	decided_number integer,
	meeting_id bigint,
	position integer,
	point integer,
	constraint delegation_report_item_pkey primary key (matter_id, number, line),
	constraint delegation_report_item_report_fkey foreign key (matter_id, number) references delegation_report,
	constraint delegation_report_item_delegated_fkey foreign key (decided_matter_id, decided_number)
		references delegated_decision (matter_id, number),
	constraint delegation_report_item_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint delegation_report_item_line_check check (line > 0),
	constraint delegation_report_item_decided_check check (
		num_nonnulls(decided_matter_id, decided_number) = 2 and num_nonnulls(meeting_id, position, point) = 0
		or num_nonnulls(decided_matter_id, decided_number) = 0 and num_nonnulls(meeting_id, position, point) = 3)
);
create index delegation_report_item_delegated_idx on delegation_report_item (decided_matter_id, decided_number)
	where decided_matter_id is not null;
create index delegation_report_item_decision_idx on delegation_report_item (meeting_id, position, point)
	where meeting_id is not null;
-- Fees (arvoden): what serving at a meeting is paid.

create table fee_rate (
	id bigint not null default nextval('fee_rate_id_seq'),
	body_id bigint,
	role text not null,
	unit text not null default 'meeting',
	amount numeric(12, 2) not null,
	valid daterange not null,
	constraint fee_rate_pkey primary key (id),
	constraint fee_rate_id_check check (id > 0),
	constraint fee_rate_body_id_fkey foreign key (body_id) references body,
	constraint fee_rate_role_check check (role in (
		'chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener', 'member', 'serving_substitute',
		'non_serving_substitute')),
	constraint fee_rate_unit_check check (unit in ('meeting', 'day', 'hour')),
	constraint fee_rate_amount_check check (amount >= 0),
	constraint fee_rate_valid_check check (not isempty(valid)),
	constraint fee_rate_overlap_excl exclude using gist (
		(coalesce(body_id, 0)) with =, role with =, unit with =, valid with &&)
);
-- Policies: what a steering document wants, how it is measured, who does what for
-- it, and how it went.  A document is adopted in a matter, and everything in it is
-- numbered there.

create table area_set (
	id bigint not null default nextval('area_set_id_seq'),
	name text not null,
	constraint area_set_pkey primary key (id),
	constraint area_set_id_check check (id > 0),
	constraint area_set_name_key unique (name),
	constraint area_set_name_check check (name ~ '\S')
);

create table area (
	area_set_id bigint not null,
	code text not null,
	name text not null,
	constraint area_pkey primary key (area_set_id, code),
	constraint area_area_set_id_fkey foreign key (area_set_id) references area_set,
	constraint area_name_check check (name ~ '\S')
);

create table policy_document (
	matter_id bigint not null,
	domain text not null,
	title text not null,
	adopted_by_id bigint not null,
	meeting_id bigint,
	position integer,
	point integer,
	valid daterange not null,
	supersedes_id bigint,
	binding_scope text,
	followed_up_by_id bigint,
	constraint policy_document_pkey primary key (matter_id),
	constraint policy_document_matter_id_fkey foreign key (matter_id) references matter,
	constraint policy_document_adopted_by_id_fkey foreign key (adopted_by_id) references body,
	constraint policy_document_decision_fkey foreign key (meeting_id, position, point) references decision,
	constraint policy_document_supersedes_id_fkey foreign key (supersedes_id) references policy_document,
	constraint policy_document_followed_up_by_id_fkey foreign key (followed_up_by_id) references body,
	constraint policy_document_domain_check check (domain ~ '\S'),
	constraint policy_document_title_check check (title ~ '\S'),
	constraint policy_document_valid_check check (not isempty(valid) and not lower_inf(valid)),
	constraint policy_document_supersedes_id_check check (supersedes_id <> matter_id),
	constraint policy_document_adopted_check check (num_nonnulls(meeting_id, position, point) in (0, 3))
);
create index policy_document_domain_idx on policy_document (domain);
create index policy_document_supersedes_id_idx on policy_document (supersedes_id) where supersedes_id is not null;

create table goal (
	matter_id bigint not null,
	number integer not null,
	parent integer,
	kind text not null default 'direction',
	text text not null,
	place text,
	domain text,
	main_area integer,
	area_set_id bigint,
	area_code text,
	responsible_id bigint,
	due_on date,
	constraint goal_pkey primary key (matter_id, number),
	constraint goal_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint goal_parent_fkey foreign key (matter_id, parent) references goal (matter_id, number),
	constraint goal_area_fkey foreign key (area_set_id, area_code) references area match full,
	constraint goal_responsible_id_fkey foreign key (responsible_id) references body,
	constraint goal_kind_check check (kind in ('vision', 'direction', 'measurable')),
	constraint goal_number_check check (number > 0),
	constraint goal_parent_check check (parent <> number),
	constraint goal_text_check check (text ~ '\S')
);

create table indicator (
	matter_id bigint not null,
	number integer not null,
	goal integer not null,
	name text not null,
	unit text,
	direction text,
	population text,
	denominator text,
	least numeric,
	greatest numeric,
	area_set_id bigint,
	group_a text,
	group_b text,
	baseline numeric,
	baseline_on date,
	baseline_source text,
	target numeric,
	target_on date,
	every_months integer,
	constraint indicator_pkey primary key (matter_id, number),
	constraint indicator_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint indicator_area_set_id_fkey foreign key (area_set_id) references area_set,
	constraint indicator_name_check check (name ~ '\S'),
	constraint indicator_direction_check check (direction in ('up', 'down')),
	constraint indicator_number_check check (number > 0),
	constraint indicator_every_months_check check (every_months > 0),
	constraint indicator_groups_check check ((group_a is null) = (group_b is null) and group_a <> group_b),
	constraint indicator_range_check check (least < greatest)
);
create index indicator_goal_idx on indicator (matter_id, goal);

create table measurement (
	matter_id bigint not null,
	indicator integer not null,
	number integer not null,
	measured_on date not null,
	body_id bigint,
	area_set_id bigint,
	area_code text,
	group_name text,
	value numeric not null,
	source text,
	constraint measurement_pkey primary key (matter_id, indicator, number),
	constraint measurement_indicator_fkey foreign key (matter_id, indicator) references indicator,
	constraint measurement_body_id_fkey foreign key (body_id) references body,
	constraint measurement_area_fkey foreign key (area_set_id, area_code) references area match full,
	constraint measurement_measured_on_check check (isfinite(measured_on)),
	constraint measurement_value_check check (value <> 'NaN')
);
create unique index measurement_once_idx on measurement (matter_id, indicator, measured_on,
	coalesce(area_code, ''), coalesce(group_name, ''), coalesce(body_id, 0));

create table activity (
	matter_id bigint not null,
	number integer not null,
	goal integer not null,
	text text not null,
	responsible_id bigint,
	valid daterange not null,
	due_on date,
	done_on date,
	constraint activity_pkey primary key (matter_id, number),
	constraint activity_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint activity_responsible_id_fkey foreign key (responsible_id) references body,
	constraint activity_text_check check (text ~ '\S'),
	constraint activity_number_check check (number > 0),
	constraint activity_valid_check check (not isempty(valid) and not lower_inf(valid))
);
create index activity_goal_idx on activity (matter_id, goal);
create index activity_open_idx on activity (due_on) where done_on is null;
create index activity_responsible_id_idx on activity (responsible_id);

create table funding (
	matter_id bigint not null,
	number integer not null,
	goal integer,
	amount numeric(16, 2) not null,
	budget text,
	valid daterange,
	constraint funding_pkey primary key (matter_id, number),
	constraint funding_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint funding_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint funding_number_check check (number > 0),
	constraint funding_amount_check check (amount >= 0)
);

create table follow_up (
	matter_id bigint not null,
	number integer not null,
	goal integer,
	period daterange not null,
	due_on date not null,
	responsible_id bigint not null,
	done_on date,
	assessment text,
	evaluates_id bigint,
	constraint follow_up_pkey primary key (matter_id, number),
	constraint follow_up_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint follow_up_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint follow_up_responsible_id_fkey foreign key (responsible_id) references body,
	constraint follow_up_evaluates_id_fkey foreign key (evaluates_id) references policy_document,
	constraint follow_up_number_check check (number > 0),
	constraint follow_up_period_check check (not isempty(period)),
	constraint follow_up_done_check check (done_on is null or assessment ~ '\S')
);
create index follow_up_due_on_idx on follow_up (due_on) where done_on is null;
create index follow_up_done_on_idx on follow_up (done_on);

create table term_definition (
	matter_id bigint not null,
	term text not null,
	definition text not null,
	constraint term_definition_pkey primary key (matter_id, term),
	constraint term_definition_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint term_definition_term_check check (term ~ '\S'),
	constraint term_definition_definition_check check (definition ~ '\S')
);

create table goal_link (
	matter_id bigint not null,
	number integer not null,
	goal integer,
	level text not null,
	reference text not null,
	constraint goal_link_pkey primary key (matter_id, number),
	constraint goal_link_policy_document_fkey foreign key (matter_id) references policy_document,
	constraint goal_link_goal_fkey foreign key (matter_id, goal) references goal (matter_id, number),
	constraint goal_link_level_check check (level in ('national', 'european')),
	constraint goal_link_reference_check check (reference ~ '\S')
);

-- the words that a review of a policy looks for
create table policy_word (
	list text not null,
	phrase text not null,
	constraint policy_word_pkey primary key (list, phrase),
	constraint policy_word_list_check check (list in ('binding', 'not_binding', 'vague', 'universal', 'undefined', 'area')),
	constraint policy_word_phrase_check check (phrase ~ '\S')
);
insert into policy_word (list, phrase) values
	('binding', 'ska'), ('binding', 'skall'),
	('not_binding', 'kan'), ('not_binding', 'bör'), ('not_binding', 'får'),
	('vague', 'väsentligt'), ('vague', 'avsevärt'), ('vague', 'betydligt'), ('vague', 'kraftigt'),
	('vague', 'i större utsträckning'), ('vague', 'reella möjligheter'), ('vague', 'särskilt viktiga'), ('vague', 'ökad'),
	('vague', 'minska skillnaderna'), ('vague', 'snabbt och tydligt'),
	-- not "samtliga": its stem is that of "samt"
	('universal', 'alla'), ('universal', 'hela'),
	('area', 'vissa områden'), ('area', 'ytterstaden'), ('area', 'utanför tullarna'), ('area', 'problemområden'),
	('undefined', 'stadsdel'), ('undefined', 'boendeformer'), ('undefined', 'trygghet');
-- A sequence goes with the column it feeds.

do $$
declare
	seq name;
begin
	for seq in
		select relname from pg_class
		where relnamespace = quote_ident(current_schema())::regnamespace and relkind = 'S'
	loop
		execute format('alter sequence %I owned by %I.id', seq, left(seq, -length('_id_seq')));
	end loop;
end
$$;
$ddl$$function$;
comment on function governance.registry_tables() is
'The tables of a registry, as SQL.';

create function governance.registry_code() returns text
language sql immutable parallel safe
set search_path = pg_catalog
as $function$select $ddl$
-- Thin functions of the registry over those of schema governance.  Their
-- search_path, fixed when they are made, says which registry they belong to.

-- What a view calls functions of schema governance with; it follows a schema
-- that is renamed.
create or replace view this_registry with (security_barrier) as
select n.nspname::text as name
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.oid = 'registry'::regclass;
comment on view this_registry is
'The name of this registry (register), one row.';
comment on column this_registry.name is
'The name of its schema.';

create or replace function explain_item(meeting bigint, "position" integer,
	out rule text, out status text, out finding text, out detail text,
	out hint text, out citation text, out wording text)
returns setof record
language sql stable
set search_path from current
as $$
select e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain(current_schema()::text, meeting, "position") e
$$;

create or replace function explain_meeting(meeting bigint,
	out "position" integer, out rule text, out status text, out finding text,
	out detail text, out hint text, out citation text, out wording text)
returns setof record
language sql stable
set search_path from current
as $$
select e.item, e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain(current_schema()::text, meeting, null) e
$$;

create or replace function explain_body(body bigint,
	out rule text, out status text, out finding text,
	out detail text, out hint text, out citation text, out wording text)
returns setof record
language sql stable
set search_path from current
as $$
select e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain_body(current_schema()::text, body) e
$$;
comment on function explain_body(bigint) is
'The judgement of a body (organ): what the rules say of its seats, offices and time, and of what is delegated in it, on all days.';

create or replace function explain_matter(matter bigint,
	out id bigint, out item integer, out rule text, out status text, out finding text,
	out detail text, out hint text, out citation text, out wording text)
returns setof record
language sql stable
set search_path from current
as $$
select e.id, e.item, e.rule, e.status, e.finding, e.detail, e.hint, e.citation, e.wording
from governance.explain_matter(current_schema()::text, matter) e
$$;
comment on function explain_matter(bigint) is
'The judgement of a matter (ärende): what the rules say of its documents, referrals, letters and reports (id: the matter, item: the number in it), and of how meetings handled it (id: the meeting, item: the position).';

create or replace function import_regulation(body bigint, title text, document text, valid daterange)
returns bigint
language sql
set search_path from current
as $$
select governance.import_regulation(current_schema()::text, body, title, document, valid)
$$;

create or replace function admit_deviation(meeting bigint, "position" integer, rule text, reason text)
returns bigint
language sql
set search_path from current
as $$
select governance.admit_deviation(current_schema()::text, meeting, "position", rule, reason)
$$;

create or replace function admit_matter_deviation(matter bigint, number integer, rule text, reason text)
returns bigint
language sql
set search_path from current
as $$
select governance.admit_matter_deviation(current_schema()::text, matter, number, rule, reason)
$$;
comment on function admit_matter_deviation(bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse) in a matter, of the thing with that number in it, with the reason; returns its id.';

create or replace function begin_import() returns void
language sql
set search_path from current
as $$
select governance.begin_import(current_schema()::text)
$$;
-- Case numbers: how they are read here, and which comes next.

create or replace function read_case_number(written text)
returns governance.case_number
language sql stable strict
set search_path from current
as $$
select case when r.case_number_shape is null then written::governance.case_number
	else governance.case_number(written, r.case_number_shape) end
from registry r
$$;
comment on function read_case_number(text) is
'A text as a case number (diarienummer), of the shape that registry.case_number_shape names if it fits that.';

-- The row of the series stays locked to the end of the transaction: a number
-- that is not committed is given again, and only those who number for the same
-- organ and year wait for each other.
create or replace function next_case_number(organ text, year integer)
returns governance.case_number
language sql
set search_path from current
as $$
insert into case_series as s (organ, year, last_serial)
values (governance.organ(governance.case_number(
	format('%s %s/1', next_case_number.organ, next_case_number.year), 'organ-year-serial')),
	next_case_number.year, 1)
on conflict on constraint case_series_pkey do update set last_serial = s.last_serial + 1
returning governance.case_number(format('%s %s/%s', s.organ, s.year, s.last_serial), 'organ-year-serial')
$$;
comment on function next_case_number(text, integer) is
'The next case number (diarienummer) of an organ and year, as KS 2016/36: without gaps from what is committed. Others who ask for the same organ and year wait until the transaction ends; under REPEATABLE READ and SERIALIZABLE they are then refused (40001) if it was committed.';
-- Which meetings, and requests for one, leave something to be done.  What is due
-- is looked for in those only, and so does not take longer as those that are
-- done pile up.  From which day a meeting is done is derived by the library
-- (src/minutes/done.c), and for a request here.

create or replace view open_meeting with (security_barrier) as
select m.id, m.body_id, m.day, m.urgent, m.called_on, m.opened_at, m.cancelled_at
from meeting m
where m.done_on > governance.as_of();
comment on view open_meeting is
'Meetings that may leave something to be done on the day of the setting governance.as_of: of those that are done, none; of those to come, all.';
comment on column open_meeting.id is 'The meeting (sammanträde).';
comment on column open_meeting.body_id is 'The body.';
comment on column open_meeting.day is 'Its day.';
comment on column open_meeting.urgent is 'Is it called urgently?';
comment on column open_meeting.called_on is 'The day it was called, where that is told.';
comment on column open_meeting.opened_at is 'When it was opened.';
comment on column open_meeting.cancelled_at is 'When it was cancelled.';

comment on column meeting.done_on is
'The day from which the meeting leaves nothing to be done, derived by the database; infinity: something is left';
comment on column meeting_request.done_on is
'The day on which a meeting that was called on the request was opened, derived by the database; infinity: none was';

-- ---- from which day a request is done ----

create or replace function derive_request_done() returns trigger
language plpgsql
set search_path from current
as $$
begin
	new.done_on := coalesce((
		select min(m.opened_at)::date from meeting m where m.request_id = new.id), 'infinity');
	return new;
end
$$;
comment on function derive_request_done() is
'Trigger: a request for a meeting (begäran om sammanträde) is done on the day on which a meeting that was called on it is opened; what is typed in is overwritten.';

create or replace function touch_meeting_request() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	update meeting_request r set done_on = 'infinity'
	where r.id in (case when tg_op <> 'INSERT' then old.request_id end,
		case when tg_op <> 'DELETE' then new.request_id end);
	return null;
end
$$;
comment on function touch_meeting_request() is
'Trigger: a meeting that was called on request came, changed or went, so the day on which the request was done is derived anew.';

-- ---- settings that no decision holds fast ----

-- What is in force on the day of a meeting with decisions does not change; of
-- the others, done_on is made another, and so is derived.
create or replace function derive_done(body bigint, valid daterange) returns void
language sql
set search_path from current
as $$
update meeting m
set done_on = case when m.done_on = 'infinity' then '-infinity' else 'infinity' end::date
where (derive_done.body is null or m.body_id = derive_done.body) and derive_done.valid @> m.day
	and not exists (select from decision d where d.meeting_id = m.id)
$$;
comment on function derive_done(bigint, daterange) is
'Derives anew from which day the meetings of a body (null: of all) in a period are done, as far as settings may change what is to be done.';

create or replace function derive_done_by_regulation() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	perform derive_done(r.body_id, r.valid)
	from (values (old.body_id, old.valid), (new.body_id, new.valid)) r(body_id, valid);
	return null;
end
$$;
comment on function derive_done_by_regulation() is
'Trigger: what must be done of meetings may have changed with a regulation (reglemente).';

create or replace function derive_done_by_setting() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	perform derive_done(r.body_id, r.valid)
	from regulation r
	where r.id in (old.regulation_id, new.regulation_id) and exists (
		select from unnest(array['meeting_documents', 'item_area', 'attestation_days', 'notice_days', 'appeal_days']) k(rule)
		where k.rule in (old.rule, new.rule));
	return null;
end
$$;
comment on function derive_done_by_setting() is
'Trigger: what must be done of meetings may have changed with a setting.';

do $$
begin
	drop trigger if exists derive_done on meeting_request;
	create trigger derive_done before insert or update on meeting_request
		for each row execute function derive_request_done();
	drop trigger if exists touch_request_insert on meeting;
	create trigger touch_request_insert after insert on meeting
		for each row when (new.request_id is not null and new.opened_at is not null)
		execute function touch_meeting_request();
	drop trigger if exists touch_request_update on meeting;
	create trigger touch_request_update after update of request_id, opened_at on meeting
		for each row when (coalesce(old.request_id, new.request_id) is not null
			and coalesce(old.opened_at, new.opened_at) is not null)
		execute function touch_meeting_request();
	drop trigger if exists touch_request_delete on meeting;
	create trigger touch_request_delete after delete on meeting
		for each row when (old.request_id is not null and old.opened_at is not null)
		execute function touch_meeting_request();
	drop trigger if exists derive_done on regulation;
	create trigger derive_done after insert or update or delete on regulation
		for each row execute function derive_done_by_regulation();
	drop trigger if exists derive_done on rule_setting;
	create trigger derive_done after insert or update or delete on rule_setting
		for each row execute function derive_done_by_setting();
end
$$;
-- Which decisions by delegation are still to be reported.  From which day one is
-- done with is derived from the lines and reports that tell of it, so that what is
-- to be reported is found without those that have been.

create or replace function reported_on(meeting bigint, "position" integer, point integer) returns date
language sql stable
set search_path from current
as $$
select coalesce(min(r.received_on), 'infinity')
from delegation_report_item i
join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
where i.meeting_id = reported_on.meeting and i.position = reported_on.position and i.point = reported_on.point
$$;
comment on function reported_on(bigint, integer, integer) is
'The day on which a report (anmälan) of a decision at a meeting was received; infinity: none was.';

create or replace function reported_on(matter bigint, number integer) returns date
language sql stable
set search_path from current
as $$
select coalesce(min(r.received_on), 'infinity')
from delegation_report_item i
join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
where i.decided_matter_id = reported_on.matter and i.decided_number = reported_on.number
$$;
comment on function reported_on(bigint, integer) is
'The day on which a report (anmälan) of a decision outside meetings was received; infinity: none was.';

create or replace function derive_reported() returns trigger
language plpgsql security definer
set search_path from current
as $$
declare
	derived date;
begin
	if tg_table_name = 'decision' then
		derived := reported_on(new.meeting_id, new.position, new.point);
	else
		derived := reported_on(new.matter_id, new.number);
	end if;
	if tg_when = 'AFTER' then
		-- an insertion: a trigger before it would make COPY insert row by row
		if tg_table_name = 'decision' then
			update decision d set done_on = derived
			where d.meeting_id = new.meeting_id and d.position = new.position and d.point = new.point;
		else
			update delegated_decision d set done_on = derived
			where d.matter_id = new.matter_id and d.number = new.number;
		end if;
		return null;
	end if;
	new.done_on := derived;
	return new;
end
$$;
comment on function derive_reported() is
'Trigger: a decision by delegation is done with on the day on which a report of it was received; what is typed in is overwritten.';

create or replace function touch_reported(meeting bigint, "position" integer, point integer,
	matter bigint, number integer) returns void
language sql
set search_path from current
as $$
update decision d set done_on = r.day
from reported_on(touch_reported.meeting, touch_reported.position, touch_reported.point) r(day)
where d.meeting_id = touch_reported.meeting and d.position = touch_reported.position
	and d.point = touch_reported.point and d.done_on <> r.day;
update delegated_decision d set done_on = r.day
from reported_on(touch_reported.matter, touch_reported.number) r(day)
where d.matter_id = touch_reported.matter and d.number = touch_reported.number and d.done_on <> r.day;
$$;
comment on function touch_reported(bigint, integer, integer, bigint, integer) is
'Derives anew from which day a decision is done with: one of a meeting, or one of a matter.';

create or replace function touch_reported_line() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	if tg_op <> 'INSERT' then
		perform touch_reported(old.meeting_id, old.position, old.point, old.decided_matter_id, old.decided_number);
	end if;
	if tg_op <> 'DELETE' then
		perform touch_reported(new.meeting_id, new.position, new.point, new.decided_matter_id, new.decided_number);
	end if;
	return null;
end
$$;
comment on function touch_reported_line() is
'Trigger: a line of a report came, changed or went.';

create or replace function touch_reported_by() returns trigger
language plpgsql security definer
set search_path from current
as $$
begin
	perform touch_reported(i.meeting_id, i.position, i.point, i.decided_matter_id, i.decided_number)
	from delegation_report_item i
	where i.matter_id = new.matter_id and i.number = new.number;
	return null;
end
$$;
comment on function touch_reported_by() is
'Trigger: a report was received, or not after all.';

do $$
declare
	tab name;
begin
	foreach tab in array array['decision', 'delegated_decision']
	loop
		execute format('drop trigger if exists derive_done_insert on %I', tab);
		execute format('create trigger derive_done_insert after insert on %I '
			'for each row when (new.done_on <> ''infinity'') execute function derive_reported()', tab);
		execute format('drop trigger if exists derive_done_update on %I', tab);
		execute format('create trigger derive_done_update before update on %I '
			'for each row when (new.done_on <> old.done_on) execute function derive_reported()', tab);
	end loop;
	drop trigger if exists touch_reported on delegation_report_item;
	create trigger touch_reported after insert or update or delete on delegation_report_item
		for each row execute function touch_reported_line();
	drop trigger if exists touch_reported on delegation_report;
	create trigger touch_reported after update on delegation_report
		for each row when (old.received_on is distinct from new.received_on)
		execute function touch_reported_by();
end
$$;

comment on column decision.done_on is
'The day on which a report of the decision by delegation was received, derived by the database; infinity: none was';
comment on column delegated_decision.done_on is
'The day on which a report of the decision was received, derived by the database; infinity: none was';
-- Bodies and people: which seats are vacant, and what the tables hold.

-- The number of seats filled changes only on the first day of a seat and on
-- the day after the last; a vacancy lasts since the first such day after which
-- the seats were never all filled.
create or replace view vacancy with (security_barrier) as
with as_of(day) as (
	select governance.as_of()
), seats as (
	select b.id as body_id, b.name as body, b.valid, k.role, s.value::integer as seats,
		s.citation, s.wording, d.day
	from as_of d
	cross join body b
	cross join (values ('member', 'seats'), ('substitute', 'substitute_seats')) k(role, rule)
	join pg_catalog.pg_class c on c.oid = b.tableoid
	join pg_catalog.pg_namespace n on n.oid = c.relnamespace
	cross join lateral governance.setting_on(n.nspname::text, b.id, d.day, k.rule) s
	where b.valid @> d.day
	and not exists (select from body_succession u where u.predecessor_id = b.id and u.day <= d.day)
	and s.value is not null
), turns as (
	select s.body_id, s.role, t.day, (t.filled >= s.seats) as full
	from seats s
	cross join lateral (
		select c.day, (select count(*) from membership m
			where m.body_id = s.body_id and m.role = s.role and m.valid @> c.day) as filled
		from (
			select lower(m.valid) from membership m where m.body_id = s.body_id and m.role = s.role
			union
			select upper(m.valid) from membership m where m.body_id = s.body_id and m.role = s.role
			union
			select lower(s.valid)
		) c(day)
		where c.day <= s.day and isfinite(c.day)
	) t
)
select s.body_id, s.body, s.role,
	(select min(t.day) from turns t
		where t.body_id = s.body_id and t.role = s.role and not t.full
		and t.day > all (select f.day from turns f
			where f.body_id = s.body_id and f.role = s.role and f.full)) as since,
	s.seats, f.filled::integer as filled, s.seats - f.filled::integer as missing,
	s.citation, s.wording
from seats s
cross join lateral (
	-- by index: without the seats that have ended
	select count(*) as filled from membership m
	where m.body_id = s.body_id and coalesce(upper(m.valid), 'infinity') > s.day
		and m.role = s.role and m.valid @> s.day
) f
where f.filled < s.seats;

comment on table body is
'A body that meets or answers (organ): council, board, committee and so on.';
comment on column body.id is 'The body''s id.';
comment on column body.name is 'Its name.';
comment on column body.kind is 'What kind of body it is (organtyp); fixed once it has held a meeting.';
comment on column body.parent_id is 'The body it belongs to: a committee''s board (KL 3:5), a board''s council.';
comment on column body.valid is 'The days on which it exists; the upper bound is not one of them.';
comment on column body.founded_by is 'The decision that founded it (KL 3:5).';
comment on column body.section_series_id is 'The body whose series of section numbers (paragrafserie) it uses; null: its own.';
comment on column body.extended_on is 'The day of the decision that last prolonged a temporary body''s time.';
comment on column body.dissolved_on is 'The day of the decision that ended it before its time (upplösning); its report is there by its last day.';
comment on column body.secretariat_id is 'The unit that keeps its secretariat (sekretariat, kansli).';
comment on column body.report_matter_id is 'Matter of the final report of a temporary body (slutrapport).';
comment on column body.report_number is 'The document there.';
comment on column body.reported_on is 'Day of the report.';

comment on table body_succession is
'Which body took the place of which, and when (efterträdare).';
comment on column body_succession.predecessor_id is 'The former body, which does not meet from that day (KL 4:10).';
comment on column body_succession.successor_id is 'The body that takes its place.';
comment on column body_succession.day is 'The first day of the successor.';

comment on table term is
'Terms of office of a body (mandattid; KL 6:18, 6:19).';
comment on column term.body_id is 'The body.';
comment on column term.valid is 'The days of the term.';

comment on table person is
'People (personer): elected representatives, officials, guests.';
comment on column person.id is 'The person''s id.';
comment on column person.name is 'The name, as the minutes give it.';

comment on table party is
'Parties (partier).';
comment on column party.id is 'The party''s id.';
comment on column party.name is 'Its name.';
comment on column party.abbreviation is 'Its usual abbreviation (partibeteckning).';

comment on table membership is
'Who holds a seat in which body, and when (ledamöter och ersättare; KL 6:16, 6:42).';
comment on column membership.id is 'The seat''s id.';
comment on column membership.body_id is 'The body.';
comment on column membership.person_id is 'Who holds the seat.';
comment on column membership.role is 'member (ledamot) or substitute (ersättare).';
comment on column membership.party_id is 'The party for which the seat is held.';
comment on column membership.seat_category is 'Whom the seat is meant for in a body of mixed composition.';
comment on column membership.valid is 'The days on which the seat is held.';
comment on column membership.until_parent_term is 'The seat lasts until the parent''s term ends, and follows when that is moved.';
comment on column membership.decided_by is 'The body that decided it: the council for a board, the board for a committee.';

comment on table office is
'Who holds which office in a body, and when (uppdrag, befattningar; KL 5:11, 6:21).';
comment on column office.id is 'The office''s id.';
comment on column office.body_id is 'The body.';
comment on column office.person_id is 'Who holds it.';
comment on column office.kind is 'Which office: of the presidium (presidium), of conveners (sammankallande) or of officials (tjänstemän).';
comment on column office.appointed_by is 'The person who appointed, where it is no body: the chair appoints the presenter (föredragande).';
comment on column office.acting is 'Held in somebody''s place (tillförordnad).';
comment on column office.valid is 'The days on which it is held.';
comment on column office.decided_by is 'The body that appointed.';

comment on table hindrance is
'When somebody could not act, and why (förhinder).';
comment on column hindrance.id is 'The hindrance''s id.';
comment on column hindrance.body_id is 'The body.';
comment on column hindrance.person_id is 'Who was prevented.';
comment on column hindrance.valid is 'The days.';
comment on column hindrance.reason is 'Why.';

comment on table substitution_order is
'The order in which substitutes serve (ersättarnas tjänstgöringsordning; KL 6:16).';
comment on column substitution_order.id is 'The entry''s id.';
comment on column substitution_order.body_id is 'The body.';
comment on column substitution_order.member_id is 'The member whose substitutes are ranked; null: not by member.';
comment on column substitution_order.party_id is 'The party whose substitutes are ranked; null: not by party.';
comment on column substitution_order.substitute_id is 'The substitute.';
comment on column substitution_order.rank is 'The place in the order; 1 is first.';
comment on column substitution_order.valid is 'The days on which the order holds.';

comment on table attendance_right is
'Who may attend without a seat (närvarorätt; KL 4:28, 6:26).';
comment on column attendance_right.id is 'The right''s id.';
comment on column attendance_right.body_id is 'The body.';
comment on column attendance_right.person_id is 'Who may attend.';
comment on column attendance_right.ground is 'On what ground.';
comment on column attendance_right.may_deliberate is 'May the person take part in deliberations (överläggningar)?';
comment on column attendance_right.valid is 'The days on which the right holds.';

comment on view vacancy is
'Seats that nobody holds (vakanser; KL 6:20: by-elections, fyllnadsval) on the day of the setting governance.as_of, today where it is not set.';
comment on column vacancy.body_id is 'The body.';
comment on column vacancy.body is 'Its name.';
comment on column vacancy.role is 'member (ledamot) or substitute (ersättare).';
comment on column vacancy.since is 'The first day since which the seats have not all been filled; null: they never were.';
comment on column vacancy.seats is 'How many seats the regulation in force gives the body.';
comment on column vacancy.filled is 'How many are held.';
comment on column vacancy.missing is 'How many are vacant.';
comment on column vacancy.citation is 'The provision that says how many.';
comment on column vacancy.wording is 'Its wording.';
-- Calling a meeting: what is asked for, who is told, which documents lack.

create or replace function setting_on(body bigint, day date, rule text,
	out value text, out mode text, out citation text, out wording text)
returns setof record
language sql stable strict parallel safe rows 1 cost 1000
set search_path from current
as $$
select coalesce(s.value, (select c.default_value from governance.rules() c where c.code = s.rule)),
	s.mode, s.citation, s.wording
from (
	select s.rule, s.value, s.mode, concat_ws(' ', s.citation::text, r.title) as citation, p.wording
	from body b
	join regulation r on (r.body_id = b.id or r.body_id is null) and r.valid @> setting_on.day
	join rule_setting s on s.regulation_id = r.id and s.rule = setting_on.rule
		and (s.body_kind is null or s.body_kind = b.kind)
	left join provision p on p.regulation_id = s.regulation_id and p.citation = s.citation
	where b.id = setting_on.body
	order by r.body_id nulls last, s.body_kind nulls last, s.id desc
	limit 1) s
where s.mode <> 'off'
$$;
comment on function setting_on(bigint, date, text) is
'The setting of a rule that is in force for a body on a day, with the provision it follows from; no row where none is.';

create or replace function summon(meeting bigint, told_at timestamp)
returns bigint
language sql
set search_path from current
as $$
with told as (
	insert into summons (meeting_id, person_id, told_at)
	select distinct m.id, s.person_id, summon.told_at
	from meeting m join membership s on s.body_id = m.body_id and s.valid @> m.day
	where m.id = summon.meeting
	on conflict do nothing
	returning 1)
select count(*) from told
$$;
comment on function summon(bigint, timestamp) is
'Records that all members and substitutes of the day were told of time and place (kallelse) at the same time, but for those who were told before; returns how many. KL 5:15, 6:17.';

create or replace view open_meeting_request with (security_barrier) as
select r.id as request_id, r.body_id, b.name as body, r.requested_on, r.subject,
	a.asked, governance.required(n.value::governance.quorum, a.seats) as needed,
	r.requested_on + x.value::integer as hold_by,
	coalesce(r.requested_on + x.value::integer < d.as_of, false) as late,
	n.citation, n.wording
from (
	-- offset 0: those that are not done, by index
	select r.id, r.body_id, r.requested_on, r.subject
	from meeting_request r
	where r.done_on > governance.as_of() and r.requested_on <= governance.as_of()
	offset 0) r
join body b on b.id = r.body_id
cross join governance.as_of() d(as_of)
cross join lateral setting_on(r.body_id, r.requested_on, 'requests_needed') n
left join lateral setting_on(r.body_id, r.requested_on, 'request_max_days') x on true
cross join lateral (
	select count(distinct q.person_id)::integer as asked,
		coalesce((select s.value::integer from setting_on(r.body_id, r.requested_on, 'seats') s),
			count(distinct m.person_id)::integer) as seats
	from membership m
	left join meeting_requester q on q.request_id = r.id and q.person_id = m.person_id
	where m.body_id = r.body_id and m.role = 'member' and m.valid @> r.requested_on) a
where a.asked >= governance.required(n.value::governance.quorum, a.seats);
comment on view open_meeting_request is
'Meetings that enough members have asked for (begäran om sammanträde) and that have not been held: a duty until one is opened. KL 6:23.';
comment on column open_meeting_request.request_id is 'the request (begäran)';
comment on column open_meeting_request.body_id is 'the body (organ)';
comment on column open_meeting_request.body is 'name of the body';
comment on column open_meeting_request.requested_on is 'day of the request';
comment on column open_meeting_request.subject is 'what the meeting is wanted for';
comment on column open_meeting_request.asked is 'how many members of that day asked, substitutes not counted';
comment on column open_meeting_request.needed is 'how many must ask';
comment on column open_meeting_request.hold_by is 'last day for the meeting, where the regulation sets one (request_max_days)';
comment on column open_meeting_request.late is 'whether that day has passed';
comment on column open_meeting_request.citation is 'the provision (bestämmelse)';
comment on column open_meeting_request.wording is 'its wording';

create or replace view missing_document with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, k.document,
	o.person_id as responsible_id, p.name as responsible, s.citation, s.wording
from open_meeting m
join body b on b.id = m.body_id
cross join governance.as_of() d(as_of)
cross join this_registry g
cross join lateral governance.setting_on(g.name, m.body_id, m.day, 'meeting_documents') s
cross join lateral unnest(regexp_split_to_array(btrim(s.value), '\s+')) k(document)
left join lateral (
	select o.person_id from office o
	where o.body_id = m.body_id and o.kind = 'chair' and o.valid @> m.day
	order by o.id limit 1) o on true
left join person p on p.id = o.person_id
where m.day < d.as_of and m.cancelled_at is null
	and case k.document
		when 'minutes' then not exists (
			select from minutes x
			where x.meeting_id = m.id and coalesce(x.drawn_up_on, m.day) <= d.as_of)
		else not exists (
			select from meeting_document x
			where x.meeting_id = m.id and x.kind = k.document and x.issued_at::date <= d.as_of)
	end;
comment on view missing_document is
'Past meetings that lack a document the chair answers for: summons, agenda, minutes (kallelse, föredragningslista, protokoll).';
comment on column missing_document.meeting_id is 'the meeting (sammanträde)';
comment on column missing_document.body_id is 'the body (organ)';
comment on column missing_document.body is 'name of the body';
comment on column missing_document.day is 'day of the meeting';
comment on column missing_document.document is 'what lacks: announcement, summons, agenda or minutes';
comment on column missing_document.responsible_id is 'the chair (ordförande) on that day';
comment on column missing_document.responsible is 'the chair''s name';
comment on column missing_document.citation is 'the provision (bestämmelse)';
comment on column missing_document.wording is 'its wording';

create or replace view missing_summons with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, s.person_id,
	p.name as person, s.role, t.told_at, m.citation, m.wording
from (
	-- meetings with the first of the rules that is in force; distinct also by
	-- what a meeting has only one of, so that a condition on it is asked here
	select distinct on (m.id, m.body_id, m.day) m.id, m.body_id, m.day, m.starts_at, r.citation, r.wording
	from meeting m
	cross join governance.as_of() d(as_of)
	cross join unnest(array['summons_sent', 'substitutes_told', 'meeting_documents']) with ordinality c(rule, n)
	cross join lateral setting_on(m.body_id, m.day, c.rule) r
	where m.cancelled_at is null
		and (m.day <= d.as_of or exists (select from summons x where x.meeting_id = m.id))
	order by m.id, m.body_id, m.day, c.n) m
join body b on b.id = m.body_id
join membership s on s.body_id = m.body_id and s.valid @> m.day
join person p on p.id = s.person_id
left join summons t on t.meeting_id = m.id and t.person_id = s.person_id
where t.told_at is null or t.told_at >= m.starts_at;
comment on view missing_summons is
'Members and substitutes who have not been told of a meeting before it starts (kallelse, underrättelse): of meetings held, and of those to which others have been summoned. KL 6:17.';
comment on column missing_summons.meeting_id is 'the meeting (sammanträde)';
comment on column missing_summons.body_id is 'the body (organ)';
comment on column missing_summons.body is 'name of the body';
comment on column missing_summons.day is 'day of the meeting';
comment on column missing_summons.person_id is 'who has not been told in time';
comment on column missing_summons.person is 'the person''s name';
comment on column missing_summons.role is 'member or substitute (ledamot, ersättare)';
comment on column missing_summons.told_at is 'when the person was told, too late; null: not at all';
comment on column missing_summons.citation is 'the provision (bestämmelse)';
comment on column missing_summons.wording is 'its wording';

comment on column meeting.called_on is
'day on which the meeting was called, where it matters who served as chair then; null: judged by the day of the meeting';
comment on column meeting.is_public is
'whether the public is admitted (offentligt sammanträde); null: as the law says, the council''s meetings public, a board''s behind closed doors (KL 6:25)';
-- Who serves in which seat at each item: the roll that quorum is counted on
-- (src/rules/roll.c says the same), as rows.

create or replace view item_roll with (security_barrier) as
select i.meeting_id, i."position", i.handled, roll.member_id, roll.served_by,
	roll.capacity, roll.present_when_opened, roll.present_when_decided
from agenda_item i
join meeting m on m.id = i.meeting_id
cross join lateral (
	select coalesce(seat.person_id, serving.seat) as member_id,
		serving.person_id as served_by, serving.capacity,
		coalesce(serving.opened, false) as present_when_opened,
		coalesce(serving.decided, false) as present_when_decided
	from (
		select distinct s.person_id
		from membership s
		where s.body_id = m.body_id and s.role = 'member' and s.valid @> m.day
	) seat
	full join (
		-- the points of a meeting in their order: 1 opened, 1 decided, 2 opened, ...
		select case a.capacity when 'serving_member' then a.person_id else a.serves_for end as seat,
			a.person_id, a.capacity, bool_or(p.first <= i.handled * 2 and i.handled * 2 <= p.last) as opened,
			bool_or(p.first <= i.handled * 2 + 1 and i.handled * 2 + 1 <= p.last) as decided
		from attendance a
		cross join lateral (
			select a.from_item * 2 + (a.from_point = 'decided')::integer as first,
				coalesce(a.to_item * 2 + (a.to_point = 'decided')::integer, 2147483647) as last
		) p
		where a.meeting_id = i.meeting_id
			and a.capacity in ('serving_member', 'serving_substitute')
			and p.first <= i.handled * 2 + 1 and i.handled * 2 <= p.last
			and not exists (
				select from recusal r
				where r.meeting_id = i.meeting_id and r."position" = i."position"
					and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))
		group by 1, 2, 3
	) serving on serving.seat = seat.person_id
) roll
where i.handled is not null;

comment on view item_roll is
'The roll of every item that was handled (upprop): each seat, who serves in it, and whether present when the item was opened and when it was decided (KL 5:66). Recused persons do not serve at the item. A seat in which nobody serves has served_by null; a substitute in a vacant seat has member_id null.';
comment on column item_roll.meeting_id is 'The meeting (sammanträde).';
comment on column item_roll."position" is 'The item''s number on the agenda.';
comment on column item_roll.handled is 'The item''s number in the order of handling.';
comment on column item_roll.member_id is 'The member (ledamot) whose seat it is; null: a vacant seat.';
comment on column item_roll.served_by is 'Who serves in the seat; null: nobody.';
comment on column item_roll.capacity is 'serving_member or serving_substitute (tjänstgörande ersättare).';
comment on column item_roll.present_when_opened is 'Did that person serve when the item was opened?';
comment on column item_roll.present_when_decided is 'Did that person serve when the item was decided?';
-- How items ended, where they came from, and which are not in any area.

create or replace function rule_value(meeting bigint, rule text)
returns text
language sql stable cost 1000
set search_path from current
as $$
select value from governance.setting(current_schema()::text, meeting, rule)
$$;
comment on function rule_value(bigint, text) is
'The value of a rule that is in force for a meeting; null where none is.';

create or replace view item_outcome with (security_barrier) as
select i.meeting_id, i.position, i.handled,
	case
		when i.handled is null then 'not_handled'
		when d.settling then 'decided'
		when d.outcome is not null then d.outcome
		when d.other is not null then d.other
		when i.kind = 'information' then 'information'
		else 'undecided'
	end as outcome
from agenda_item i
left join lateral (
	select bool_or(d.kind = 'settling') as settling,
		(array_agg(d.outcome order by d.point desc)
			filter (where d.outcome in ('tabled', 'referred_back', 'adjourned')))[1] as outcome,
		(array_agg(case d.kind when 'election' then 'elected' when 'noting' then 'noted' else d.kind end
			order by d.point desc) filter (where d.kind <> 'procedural'))[1] as other
	from decision d
	where d.meeting_id = i.meeting_id and d.position = i.position and d.withdrawn_at is null
) d on true;
comment on view item_outcome is
'How each item (ärende) ended, from its decisions that stand: decided, tabled (bordlagt), referred_back (återremitterat), adjourned (ajournerat), elected, noted, opinion, information (for information, nothing to decide), undecided (oavgjort) or not_handled.';
comment on column item_outcome.meeting_id is 'The meeting (sammanträde).';
comment on column item_outcome.position is 'The item''s number on the agenda.';
comment on column item_outcome.handled is 'Its place in the order of handling; null: it was not taken up.';
comment on column item_outcome.outcome is 'How it ended.';

create or replace view item_chain with (security_barrier) as
with recursive chain as (
	select i.meeting_id as first_meeting_id, i.position as first_position, 1 as step,
		i.meeting_id, i.position, array[(i.meeting_id, i.position)::text] as path
	from agenda_item i
	where i.continues_meeting_id is null
	union all
	select c.first_meeting_id, c.first_position, c.step + 1,
		i.meeting_id, i.position, c.path || (i.meeting_id, i.position)::text
	from chain c
	join agenda_item i on i.continues_meeting_id = c.meeting_id and i.continues_position = c.position
	where (i.meeting_id, i.position)::text <> all (c.path)
)
select c.first_meeting_id, c.first_position, c.step, c.meeting_id, c.position, m.day, o.outcome
from chain c
join meeting m on m.id = c.meeting_id
join item_outcome o on o.meeting_id = c.meeting_id and o.position = c.position;
comment on view item_chain is
'Items followed from meeting to meeting: an item that was tabled, referred back or left undecided, and the later items that continue it.';
comment on column item_chain.first_meeting_id is 'The meeting at which the item first was on the agenda.';
comment on column item_chain.first_position is 'Its number on that agenda.';
comment on column item_chain.step is 'Counts from 1, the first time.';
comment on column item_chain.meeting_id is 'The meeting of this step.';
comment on column item_chain.position is 'The item''s number on that agenda.';
comment on column item_chain.day is 'The day of that meeting.';
comment on column item_chain.outcome is 'How the item ended there (see item_outcome).';

create or replace view untagged_item with (security_barrier) as
select i.meeting_id, i.position, i.title, m.body_id, m.day
from open_meeting m
-- offset 0: meeting by meeting, not from all items in no area
cross join lateral (
	select i.meeting_id, i.position, i.title
	from agenda_item i
	where i.meeting_id = m.id and i.area is null
	offset 0) i
where m.cancelled_at is null and rule_value(m.id, 'item_area') is not null;
comment on view untagged_item is
'Items in none of the body''s main areas (huvudområden), where the regulation in force has such areas.';
comment on column untagged_item.meeting_id is 'The meeting (sammanträde).';
comment on column untagged_item.position is 'The item''s number on the agenda.';
comment on column untagged_item.title is 'Its title (ärendemening).';
comment on column untagged_item.body_id is 'The body that meets.';
comment on column untagged_item.day is 'The day of the meeting.';
-- The result of every vote, counted as the rules count it (agreement.c): open
-- votes from their rows, closed ones from the tellers' tally.

create or replace view vote_result with (security_barrier) as
select e.meeting_id, e.position, e.number, e.kind, e.subject,
	c.yes, c.no, c.abstain, c.chair_vote,
	case
		when c.yes > c.no then 'yes'
		when c.no > c.yes then 'no'
		else c.tie_break
	end as outcome,
	case
		when c.yes <> c.no then 'majority'
		when c.tie_break is null then null
		when c.by_lot then 'lot'
		else 'casting vote'
	end as decided_by
from vote_event e
join agenda_item i on i.meeting_id = e.meeting_id and i.position = e.position
cross join lateral (
	select count(*) filter (where v.choice = 'yes') as yes,
		count(*) filter (where v.choice = 'no') as no,
		count(*) filter (where v.choice = 'abstain') as abstain,
		max(v.choice) filter (where v.choice <> 'ballot' and v.person_id = (
			select p.person_id from presiding p
			where p.meeting_id = e.meeting_id and p.from_item <= i.handled
				and (p.to_item is null or i.handled <= p.to_item)
			order by p.from_item limit 1)) as chair_vote
	from vote v
	where v.meeting_id = e.meeting_id and v.position = e.position and v.number = e.number
) o
cross join lateral (
	select coalesce(sum(t.ballots) filter (where t.choice = 'yes'), 0) as yes,
		coalesce(sum(t.ballots) filter (where t.choice = 'no'), 0) as no,
		coalesce(sum(t.ballots) filter (where t.choice in ('blank', 'invalid')), 0) as abstain
	from ballot_tally t
	where t.meeting_id = e.meeting_id and t.position = e.position and t.number = e.number
) b
cross join lateral (
	select case when e.kind = 'closed' then b.yes else o.yes end as yes,
		case when e.kind = 'closed' then b.no else o.no end as no,
		case when e.kind = 'closed' then b.abstain else o.abstain end as abstain,
		case when e.kind = 'open' then o.chair_vote end as chair_vote,
		e.subject in ('election', 'employment') as by_lot,
		case
			when e.subject in ('election', 'employment') then e.lot
			when e.kind = 'open' and o.chair_vote in ('yes', 'no') then o.chair_vote
		end as tie_break
) c;

comment on view vote_result is
'The result of each vote (omröstningsresultat, KL 5:55-56): counted from the votes, of a closed vote from the tellers'' tally.';
comment on column vote_result.meeting_id is 'The meeting (sammanträde).';
comment on column vote_result.position is 'The item (ärende) by its number on the agenda.';
comment on column vote_result.number is 'Which vote (omröstning) of the item.';
comment on column vote_result.kind is 'open or closed (öppen eller sluten omröstning).';
comment on column vote_result.subject is 'What kind of matter the vote is about.';
comment on column vote_result.yes is 'Votes for yes (ja-röster).';
comment on column vote_result.no is 'Votes for no (nej-röster).';
comment on column vote_result.abstain is 'Those who abstained (avstod); of a closed vote the blank and invalid ballots.';
comment on column vote_result.chair_vote is 'How the one who presides voted (ordförandens röst), if the vote is open.';
comment on column vote_result.outcome is 'The side that won: yes or no; null: undecided. In the council a minority may have an item tabled whatever the outcome (KL 5:50).';
comment on column vote_result.decided_by is 'majority, casting vote (utslagsröst) or lot (lottning); null: undecided.';
-- Who is elected, as the rules derive it (election.c).  A candidate's quotient
-- is the ballots for the candidate, or in a proportional election the ballots
-- for the list divided by the candidate's place on it.  It is kept as a whole
-- number, so that equal quotients are equal.

create or replace view election_result with (security_barrier) as
with quotient as (
	select e.meeting_id, e.position, e.number, e.purpose, e.method, e.seats,
		c.person_id, c.list, c.rank, c.lot,
		count(*) over election as candidates,
		t.counted,
		t.ballots,
		div(t.ballots * 1000000000000::numeric,
			case when e.method = 'proportional'
				then rank() over (partition by e.meeting_id, e.position, e.number, c.list order by c.rank)
				else 1 end) as quotient,
		e.method = 'proportional' and (c.list is null or c.rank is null or count(*) over (
			partition by e.meeting_id, e.position, e.number, c.list, c.rank) > 1) as unplaced
	from election e
	join candidate c on c.meeting_id = e.meeting_id and c.position = e.position and c.number = e.number
	cross join lateral (
		select count(*) > 0 as counted,
			coalesce(sum(b.ballots) filter (where case when e.method = 'proportional'
				then b.choice = 'list' and b.list = c.list
				else b.choice = 'candidate' and b.person_id = c.person_id end), 0) as ballots
		from ballot_tally b
		where b.meeting_id = e.meeting_id and b.position = e.position and b.number = e.vote_number
	) t
	window election as (partition by e.meeting_id, e.position, e.number)
), placed as (
	select q.*,
		bool_or(unplaced) over election as unclear,
		rank() over (election order by quotient desc) - 1 as above,
		count(*) over equals as equal,
		count(*) filter (where lot is null) over equals as without_lot,
		row_number() over (equals order by lot) as drawn
	from quotient q
	window election as (partition by meeting_id, position, number),
		equals as (partition by meeting_id, position, number, quotient)
)
select p.meeting_id, p.position, p.number, p.purpose, p.method, p.seats,
	p.person_id, p.list, p.lot,
	case when p.method <> 'acclamation' and p.counted then p.ballots end as ballots,
	case
		when p.method = 'acclamation' then case when p.candidates <= p.seats then true end
		when not p.counted or p.unclear then null
		when p.quotient = 0 then false
		when p.above + p.equal <= p.seats then true
		when p.above >= p.seats then false
		when p.without_lot > 0 then null
		else p.above + p.drawn <= p.seats
	end as elected,
	p.method <> 'acclamation' and p.counted and not p.unclear and p.quotient > 0
		and p.above < p.seats and p.above + p.equal > p.seats as by_lot
from placed p;

comment on view election_result is
'The result of each election (valresultat, KL 5:55-56), a row for each candidate: by acclamation, by ballots, by lot between equal numbers; proportional elections by whole-number quotients (heltalsmetoden).';
comment on column election_result.meeting_id is 'The meeting (sammanträde).';
comment on column election_result.position is 'The item (ärende) by its number on the agenda.';
comment on column election_result.number is 'Which election (val) of the item.';
comment on column election_result.purpose is 'What is elected to.';
comment on column election_result.method is 'acclamation, majority or proportional (acklamation, majoritetsval, proportionellt val).';
comment on column election_result.seats is 'How many are elected (antal platser).';
comment on column election_result.person_id is 'The candidate (kandidat).';
comment on column election_result.list is 'The list that the candidate stands on (valsedel, lista).';
comment on column election_result.lot is 'The lot drawn (lott): 1 comes first.';
comment on column election_result.ballots is 'Ballots (röster) for the candidate, in a proportional election for the list; null: not counted.';
comment on column election_result.elected is 'Whether the candidate is elected; null: not settled yet.';
comment on column election_result.by_lot is 'Whether the lot decides (lottning): the last seat falls between equal numbers.';
-- The review of a policy: what a board once found wanting in one (the answer of
-- Stockholm's socialtjänstnämnd to the referral of an integration policy, DNR
-- 106-555/2004), asked of any.

-- What can be found, in the order of the review, with the criticism that it
-- follows: the words of that answer, and the heading they stand under.
create or replace view policy_criticism (finding, ordinal, says, criticism, heading) as
values
	('no_measurable_goal', 1, 'no goal is measurable',
		'Det saknas emellertid tydliga mätbara mål', 'Sammanfattning'),
	('goal_not_measured', 2, 'the measurable goal has no indicator with unit, target and date',
		'Det saknas emellertid tydliga mätbara mål', 'Sammanfattning'),
	('vision_without_goal', 3, 'the vision has no goal of its own',
		'även om också är nödvändigt med övergripande inriktningsmål och visioner', 'Sammanfattning'),
	('no_activity', 4, 'nothing says how it is to be done, and by whom',
		'Hur ska detta göras?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_funding', 5, 'nothing says how it is paid for',
		'Förslaget till policy saknar också planering för hur en ökad ambitionsnivå i integrationsarbetet ska finansieras', 'Sammanfattning'),
	('no_evaluation', 6, 'the policy that it supersedes has not been evaluated',
		'Det saknas redovisning för hur stadens hittills bedrivna integrationsarbete har fungerat', 'Förvaltningens synpunkter'),
	('no_baseline', 7, 'nothing says how things stand today: value, date and source',
		'Utsagorna i förslaget till policy saknar ofta reell information om tillståndet i staden idag',
		'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('undefined_term', 8, 'a term that can mean many things is not defined',
		'Vad menar man med stadsdel?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('area_not_defined', 9, 'an area is described that is not one of a defined set',
		'Dokumentets beskrivning av problemstadsdelar är märklig', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_quantity', 10, 'it is about all or the whole, and does not say how much',
		'Hur omfattande är ambitionsnivån?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('not_binding', 11, 'it binds nobody',
		'Varför inte byta detta kan mot ett ”ska”?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('nobody_bound', 12, 'it says shall, and not who shall by when',
		'Hur tänker man sig att detta mål ska förverkligas?', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('vague', 13, 'it can be read in many ways',
		'begrepp och ambitioner som är otydliga och kan tolkas allt för brett', 'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('other_domain', 14, 'it belongs to a policy of another domain',
		'Detta mål hör snarare hemma i stadens arbetsmarknadspolicy än i integrationspolicyn',
		'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_population', 15, 'the indicator does not say whom it is about, or what it is a share of',
		'Avser det stadens befolkning som helhet eller stadsdelsnämndsområdet?',
		'Några konkreta kommentarer till förslaget till integrationspolicy'),
	('no_link', 16, 'there is no link to goals of the nation, or of Europe',
		'Det är en brist att förslaget till integrationspolicy saknar förbindelse med synen på integration i Sverige och i Europa',
		'Stockholm – en stad i Sverige och i Europa'),
	('no_binding_scope', 17, 'it does not say for whom it is binding',
		'Integrationsfrågan är av sådan vikt att den borde ingå i stadens integrerade ledningssystem', 'Förvaltningens synpunkter');
comment on view policy_criticism is
'What a review of a policy can find (review_policy), with the criticism it follows: the words of a board''s answer to a referral (remissvar, DNR 106-555/2004).';
comment on column policy_criticism.finding is 'Code of the finding.';
comment on column policy_criticism.ordinal is 'Its place in the review.';
comment on column policy_criticism.says is 'What is found.';
comment on column policy_criticism.criticism is 'The words of the criticism (kritik).';
comment on column policy_criticism.heading is 'The heading they stand under.';

-- Which phrases of a list stand in a text, by their stems.
create or replace function policy_words(document text, list text) returns text
language sql stable strict
set search_path from current
as $$
select string_agg(w.phrase, ', ' order by w.phrase collate "C")
from policy_word w
where w.list = policy_words.list
	and to_tsvector('governance.swedish', document) @@ phraseto_tsquery('governance.swedish', w.phrase)
$$;
comment on function policy_words(text, text) is
'Which words and phrases of a list (policy_word) stand in a text, in whatever form (svenska ordstammar); null: none.';

create or replace function review_policy(document bigint,
	out finding text, out goal integer, out indicator integer, out place text, out words text,
	out says text, out criticism text, out heading text)
returns setof record
language sql stable
set search_path from current
as $$
with policy as (
	select p.* from policy_document p where p.matter_id = review_policy.document
), goals as (
	select g.*, p.domain as policy_domain,
		-- what a quantity, an area or a baseline is looked for in
		exists (select from indicator i where i.matter_id = g.matter_id and i.goal = g.number
			and i.unit is not null and i.target is not null and i.target_on is not null) as measured,
		exists (select from indicator i where i.matter_id = g.matter_id and i.goal = g.number) as has_indicator
	from policy p join goal g on g.matter_id = p.matter_id
), found (finding, goal, indicator, place, words) as (
	select 'no_measurable_goal', null::integer, null::integer, null::text, null::text
	from policy p
	where not exists (select from goals g where g.kind = 'measurable')
	union all
	select 'goal_not_measured', g.number, null, g.place, null
	from goals g where g.kind = 'measurable' and not g.measured
	union all
	select 'vision_without_goal', g.number, null, g.place, null
	from goals g
	where g.kind = 'vision' and not exists (select from goals c where c.parent = g.number)
	union all
	select 'no_activity', g.number, null, g.place, null
	from goals g
	where g.kind <> 'vision' and not exists (
		select from activity a
		where a.matter_id = g.matter_id and a.goal = g.number and a.responsible_id is not null)
	union all
	select 'no_funding', null, null, null, null
	from policy p
	where not exists (select from funding f where f.matter_id = p.matter_id)
	union all
	select 'no_evaluation', null, null, null, null
	from policy p
	where p.supersedes_id is not null and not exists (
		select from follow_up f
		where f.evaluates_id = p.supersedes_id and f.done_on is not null
			and (f.matter_id in (p.matter_id, p.supersedes_id)))
	union all
	select 'no_baseline', g.number, i.number, g.place, null
	from goals g left join indicator i on i.matter_id = g.matter_id and i.goal = g.number
	where g.kind <> 'vision'
		and (i.baseline is null or i.baseline_on is null or i.baseline_source is null)
	union all
	select 'undefined_term', g.number, null, g.place, w.words
	from goals g
	cross join lateral (
		select string_agg(u.phrase, ', ' order by u.phrase collate "C") as words
		from policy_word u
		where u.list = 'undefined'
			and to_tsvector('governance.swedish', g.text) @@ phraseto_tsquery('governance.swedish', u.phrase)
			and not exists (
				select from term_definition t
				where t.matter_id = g.matter_id
					and to_tsvector('governance.swedish', t.term) @@ phraseto_tsquery('governance.swedish', u.phrase))) w
	where w.words is not null
	union all
	select 'area_not_defined', g.number, null, g.place, policy_words(g.text, 'area')
	from goals g
	where g.area_code is null and policy_words(g.text, 'area') is not null
	union all
	select 'no_quantity', g.number, null, g.place, policy_words(g.text, 'universal')
	from goals g
	where g.kind <> 'vision' and not g.measured and g.text !~ '[0-9]'
		and policy_words(g.text, 'universal') is not null
	union all
	select 'not_binding', g.number, null, g.place, policy_words(g.text, 'not_binding')
	from goals g
	where policy_words(g.text, 'not_binding') is not null
	union all
	select 'nobody_bound', g.number, null, g.place, policy_words(g.text, 'binding')
	from goals g
	where g.kind <> 'vision' and (g.responsible_id is null or g.due_on is null)
		and policy_words(g.text, 'binding') is not null
	union all
	select 'vague', g.number, null, g.place, policy_words(g.text, 'vague')
	from goals g
	where g.kind <> 'vision' and not g.measured and policy_words(g.text, 'vague') is not null
	union all
	select 'other_domain', g.number, null, g.place, g.domain
	from goals g
	where g.domain <> g.policy_domain
	union all
	select 'no_population', i.goal, i.number, null, null
	from policy p join indicator i on i.matter_id = p.matter_id
	where i.population is null or i.denominator is null
	union all
	select 'no_link', null, null, null, l.level
	from policy p
	cross join (values ('national'), ('european')) l(level)
	where not exists (select from goal_link k where k.matter_id = p.matter_id and k.level = l.level)
	union all
	select 'no_binding_scope', null, null, null, null
	from policy p
	where p.binding_scope is null or p.binding_scope !~ '\S'
)
select f.finding, f.goal, f.indicator, f.place, f.words, c.says, c.criticism, c.heading
from found f join policy_criticism c on c.finding = f.finding
order by c.ordinal, f.goal nulls first, f.indicator nulls first, f.words collate "C"
$$;
comment on function review_policy(bigint) is
'The review of a policy (granskning av styrdokument): one row for each thing that is wanting, with the goal, the words it concerns and the criticism it follows. Lists of words are in policy_word.';
-- Following up a policy: progress towards each target, gaps between areas and
-- between groups, who is late, which main areas are covered.

-- How far each indicator has come, and each area, group and body that it is
-- measured for.  The target is set for the whole; what its parts show is change.
create or replace view indicator_progress with (security_barrier) as
select i.matter_id, i.number as indicator, i.goal, i.name, i.unit,
	v.area_code, v.group_name, v.body_id, d.direction,
	s.baseline, s.baseline_on, v.value, v.measured_on,
	v.value - s.baseline as change,
	case when v.measured_on > s.baseline_on
		then round((v.value - s.baseline) * 365.25 / (v.measured_on - s.baseline_on), 4) end as change_a_year,
	t.target, t.target_on, e.expected,
	case d.direction when 'up' then v.value >= e.expected when 'down' then v.value <= e.expected end as on_course,
	case when e.expected is not null then
		format('%s + (%s - %s) * %s/%s days = %s by %s; %s is %s', s.baseline, t.target, s.baseline,
			least(v.measured_on, t.target_on) - s.baseline_on, t.target_on - s.baseline_on,
			round(e.expected, 2), v.measured_on, v.value,
			case when v.value > e.expected then 'more' when v.value < e.expected then 'less' else 'as much' end) end as arithmetic
from indicator i
left join lateral (
	-- the latest of each part
	select distinct on (m.area_code, m.group_name, m.body_id)
		m.area_code, m.group_name, m.body_id, m.value, m.measured_on
	from measurement m
	where m.matter_id = i.matter_id and m.indicator = i.number and m.measured_on <= governance.as_of()
	order by m.area_code, m.group_name, m.body_id, m.measured_on desc) v on true
cross join lateral (
	select coalesce(i.direction, case when i.target > i.baseline then 'up' when i.target < i.baseline then 'down' end)) d(direction)
cross join lateral (
	select num_nonnulls(v.area_code, v.group_name, v.body_id) = 0) w(whole)
left join lateral (
	select i.baseline, i.baseline_on where w.whole
	union all
	-- a part begins where it was first measured
	(select m.value, m.measured_on
	from measurement m
	where not w.whole and m.matter_id = i.matter_id and m.indicator = i.number
		and m.area_code is not distinct from v.area_code and m.group_name is not distinct from v.group_name
		and m.body_id is not distinct from v.body_id
	order by m.measured_on limit 1)) s(baseline, baseline_on) on true
left join lateral (
	select i.target, i.target_on where w.whole) t(target, target_on) on true
left join lateral (
	-- along a straight line from the baseline to the target
	select s.baseline + (t.target - s.baseline)
		* least(v.measured_on - s.baseline_on, t.target_on - s.baseline_on) / (t.target_on - s.baseline_on)
	where v.measured_on >= s.baseline_on and t.target_on > s.baseline_on) e(expected) on true;
comment on view indicator_progress is
'How far each indicator has come (måluppfyllelse), as a whole and for each area, group and body measured: the latest value on the day of governance.as_of, change since the baseline, and whether it is on course for its target, with the arithmetic.';
comment on column indicator_progress.matter_id is 'The policy''s matter.';
comment on column indicator_progress.indicator is 'The indicator (nyckeltal).';
comment on column indicator_progress.goal is 'The goal that it measures.';
comment on column indicator_progress.name is 'What is measured.';
comment on column indicator_progress.unit is 'Unit.';
comment on column indicator_progress.area_code is 'The area; null: all.';
comment on column indicator_progress.group_name is 'The group; null: all.';
comment on column indicator_progress.body_id is 'The board or company; null: all.';
comment on column indicator_progress.direction is 'Which is better: up or down, as it says or as the target lies.';
comment on column indicator_progress.baseline is 'Value at the start (utgångsvärde); of a part its first measurement.';
comment on column indicator_progress.baseline_on is 'Its day.';
comment on column indicator_progress.value is 'Latest value; null: none has been measured.';
comment on column indicator_progress.measured_on is 'Its day.';
comment on column indicator_progress.change is 'Change since the baseline.';
comment on column indicator_progress.change_a_year is 'The same for a year (trend).';
comment on column indicator_progress.target is 'Value to be reached (målvärde), of the whole.';
comment on column indicator_progress.target_on is 'Day by which it is to be reached.';
comment on column indicator_progress.expected is 'What it should be on the day measured, along a straight line from baseline to target.';
comment on column indicator_progress.on_course is 'Is it at least there? Null: nothing to compare.';
comment on column indicator_progress.arithmetic is 'How that was reckoned.';

-- Gaps, each time that something was measured: between the greatest and the
-- least of the areas, and between the two groups that an indicator compares.
create or replace view indicator_gap with (security_barrier) as
with value as (
	select m.matter_id, m.indicator, m.measured_on, m.area_code, m.group_name, m.value
	from measurement m
	where m.body_id is null and m.measured_on <= governance.as_of()
), gap (matter_id, indicator, between_what, part, measured_on, high, high_value, low, low_value) as (
	select v.matter_id, v.indicator, 'areas', v.group_name, v.measured_on,
		(array_agg(v.area_code order by v.value desc, v.area_code))[1], max(v.value),
		(array_agg(v.area_code order by v.value, v.area_code))[1], min(v.value)
	from value v
	where v.area_code is not null
	group by v.matter_id, v.indicator, v.group_name, v.measured_on
	having count(*) > 1
	union all
	select a.matter_id, a.indicator, 'groups', a.area_code, a.measured_on,
		a.group_name, a.value, b.group_name, b.value
	from indicator i
	join value a on a.matter_id = i.matter_id and a.indicator = i.number and a.group_name = i.group_a
	join value b on b.matter_id = i.matter_id and b.indicator = i.number and b.group_name = i.group_b
		and b.measured_on = a.measured_on and b.area_code is not distinct from a.area_code
)
select g.matter_id, g.indicator, g.between_what, g.part, g.measured_on,
	g.high, g.high_value, g.low, g.low_value,
	g.high_value - g.low_value as gap,
	round(g.high_value / nullif(g.low_value, 0), 4) as relative_gap,
	first_value(g.high_value - g.low_value) over since as first_gap,
	first_value(g.measured_on) over since as first_on,
	(g.high_value - g.low_value) - first_value(g.high_value - g.low_value) over since as change,
	abs(g.high_value - g.low_value) < abs(first_value(g.high_value - g.low_value) over since) as narrower
from gap g
window since as (partition by g.matter_id, g.indicator, g.between_what, g.part order by g.measured_on);
comment on view indicator_gap is
'Gaps (skillnader, klyftor) between areas, and between the two groups that an indicator compares, each day measured: absolute and relative, and the change since the first.';
comment on column indicator_gap.matter_id is 'The policy''s matter.';
comment on column indicator_gap.indicator is 'The indicator.';
comment on column indicator_gap.between_what is 'areas or groups.';
comment on column indicator_gap.part is 'Between areas: of which group; between groups: in which area; null: all.';
comment on column indicator_gap.measured_on is 'The day.';
comment on column indicator_gap.high is 'The area with the greatest value; between groups the first of the two.';
comment on column indicator_gap.high_value is 'Its value.';
comment on column indicator_gap.low is 'The area with the least value; between groups the second.';
comment on column indicator_gap.low_value is 'Its value.';
comment on column indicator_gap.gap is 'The difference (absolut skillnad).';
comment on column indicator_gap.relative_gap is 'How many times the one the other is (relativ skillnad).';
comment on column indicator_gap.first_gap is 'The difference when it was first measured.';
comment on column indicator_gap.first_on is 'When that was.';
comment on column indicator_gap.change is 'The difference now less the first.';
comment on column indicator_gap.narrower is 'Is it smaller than at first?';

-- Who answers for what, and what of it is late.
create or replace view policy_responsibility with (security_barrier) as
select p.matter_id, p.title, b.id as body_id, b.name as body,
	count(*) filter (where a.what = 'goal') as goals,
	count(*) filter (where a.what = 'goal' and a.due < d.as_of) as goals_past_due,
	count(*) filter (where a.what = 'activity') as activities,
	count(*) filter (where a.what = 'activity' and a.done) as activities_done,
	count(*) filter (where a.what = 'activity' and not a.done and a.due < d.as_of) as activities_late,
	count(*) filter (where a.what = 'follow_up' and not a.done and a.due < d.as_of) as follow_ups_late
from policy_document p
cross join governance.as_of() d(as_of)
cross join lateral (
	select 'goal', g.responsible_id, g.due_on, false from goal g where g.matter_id = p.matter_id
	union all
	select 'activity', c.responsible_id, c.due_on, coalesce(c.done_on <= d.as_of, false)
	from activity c where c.matter_id = p.matter_id and lower(c.valid) <= d.as_of
	union all
	select 'follow_up', f.responsible_id, f.due_on, coalesce(f.done_on <= d.as_of, false)
	from follow_up f where f.matter_id = p.matter_id and lower(f.period) <= d.as_of) a(what, responsible_id, due, done)
join body b on b.id = a.responsible_id
where p.valid @> d.as_of
group by p.matter_id, p.title, b.id, b.name;
comment on view policy_responsibility is
'Which boards and companies answer for a policy in force (ansvariga nämnder och bolag), and what of it is late.';
comment on column policy_responsibility.matter_id is 'The policy''s matter.';
comment on column policy_responsibility.title is 'Its title.';
comment on column policy_responsibility.body_id is 'The body.';
comment on column policy_responsibility.body is 'Its name.';
comment on column policy_responsibility.goals is 'Goals it answers for.';
comment on column policy_responsibility.goals_past_due is 'Those whose day has passed.';
comment on column policy_responsibility.activities is 'Activities it answers for, that have begun.';
comment on column policy_responsibility.activities_done is 'Those done.';
comment on column policy_responsibility.activities_late is 'Those not done whose day has passed.';
comment on column policy_responsibility.follow_ups_late is 'Follow-ups not done whose day has passed.';

create or replace view policy_status with (security_barrier) as
select p.matter_id, p.domain, p.title, p.adopted_by_id, p.valid, p.supersedes_id,
	p.valid @> d.as_of as in_force,
	g.goals, g.visions, g.measurable, i.indicators, i.measured, i.on_course, i.off_course,
	a.activities, a.activities_done, a.activities_late,
	f.follow_ups, f.follow_ups_done, f.follow_ups_late, f.last_follow_up, u.funded
from policy_document p
cross join governance.as_of() d(as_of)
left join lateral (
	select count(*) as goals, count(*) filter (where x.kind = 'vision') as visions,
		count(*) filter (where x.kind = 'measurable') as measurable
	from goal x where x.matter_id = p.matter_id) g on true
left join lateral (
	select (select count(*) from indicator x where x.matter_id = p.matter_id) as indicators,
		count(distinct x.indicator) filter (where x.value is not null) as measured,
		count(*) filter (where x.on_course) as on_course,
		count(*) filter (where not x.on_course) as off_course
	from indicator_progress x where x.matter_id = p.matter_id) i on true
left join lateral (
	select count(*) as activities, count(*) filter (where x.done_on <= d.as_of) as activities_done,
		count(*) filter (where x.due_on < d.as_of and coalesce(x.done_on > d.as_of, true)) as activities_late
	from activity x where x.matter_id = p.matter_id) a on true
left join lateral (
	select count(*) as follow_ups, count(*) filter (where x.done_on <= d.as_of) as follow_ups_done,
		count(*) filter (where x.due_on < d.as_of and coalesce(x.done_on > d.as_of, true)) as follow_ups_late,
		max(x.done_on) filter (where x.done_on <= d.as_of) as last_follow_up
	from follow_up x where x.matter_id = p.matter_id) f on true
left join lateral (
	select sum(x.amount) as funded from funding x where x.matter_id = p.matter_id) u on true
where lower(p.valid) <= d.as_of;
comment on view policy_status is
'How each policy stands (läget för varje styrdokument) on the day of governance.as_of: goals, indicators measured and on course, activities, follow-ups, funding.';
comment on column policy_status.matter_id is 'The policy''s matter.';
comment on column policy_status.domain is 'What it is about.';
comment on column policy_status.title is 'Its title.';
comment on column policy_status.adopted_by_id is 'The body that adopted it.';
comment on column policy_status.valid is 'When it is in force.';
comment on column policy_status.supersedes_id is 'The policy that it replaced.';
comment on column policy_status.in_force is 'Is it in force on the day?';
comment on column policy_status.goals is 'How many goals it has.';
comment on column policy_status.visions is 'Those that are visions.';
comment on column policy_status.measurable is 'Those that are measurable.';
comment on column policy_status.indicators is 'How many indicators it has.';
comment on column policy_status.measured is 'Those that have been measured.';
comment on column policy_status.on_course is 'Those on course for their target.';
comment on column policy_status.off_course is 'Those that are not.';
comment on column policy_status.activities is 'How many activities it has.';
comment on column policy_status.activities_done is 'Those done.';
comment on column policy_status.activities_late is 'Those not done whose day has passed.';
comment on column policy_status.follow_ups is 'How many follow-ups are planned.';
comment on column policy_status.follow_ups_done is 'Those done.';
comment on column policy_status.follow_ups_late is 'Those not done whose day has passed.';
comment on column policy_status.last_follow_up is 'When it was last followed up.';
comment on column policy_status.funded is 'What it is funded with, in kronor; null: nothing says.';

-- The main areas of a committee (its regulation says how many), and what is done
-- in each.
create or replace view area_status with (security_barrier) as
select b.id as body_id, b.name as body, n.area, w.citation,
	(select count(*) from meeting m join agenda_item i on i.meeting_id = m.id
		where m.body_id = b.id and m.day <= d.as_of and m.cancelled_at is null and i.area = n.area) as items,
	(select count(*) from meeting m join agenda_item i on i.meeting_id = m.id
		where m.body_id = b.id and m.day <= d.as_of and m.day > d.as_of - interval '1 year'
			and m.cancelled_at is null and i.area = n.area) as items_last_year,
	c.goals, c.activities, c.activities_done, c.indicators, c.indicators_with_baseline, c.indicators_measured,
	case when c.goals = 0 then 'no goal'
		when c.indicators_with_baseline = 0 then 'no baseline'
		when c.indicators_measured = 0 then 'not measured'
		when c.activities = 0 then 'no activity'
		else 'followed up' end as status
from body b
cross join governance.as_of() d(as_of)
cross join lateral setting_on(b.id, d.as_of, 'item_area') w
cross join lateral generate_series(1, w.value::integer) n(area)
left join lateral (
	select count(distinct g.number) as goals,
		count(distinct a.number) as activities,
		count(distinct a.number) filter (where a.done_on <= d.as_of) as activities_done,
		count(distinct i.number) as indicators,
		count(distinct i.number) filter (where i.baseline is not null and i.baseline_on <= d.as_of) as indicators_with_baseline,
		count(distinct i.number) filter (where exists (
			select from measurement m
			where m.matter_id = i.matter_id and m.indicator = i.number and m.measured_on <= d.as_of)) as indicators_measured
	from policy_document p
	join goal g on g.matter_id = p.matter_id and g.main_area = n.area
	left join activity a on a.matter_id = g.matter_id and a.goal = g.number and lower(a.valid) <= d.as_of
	left join indicator i on i.matter_id = g.matter_id and i.goal = g.number
	where p.followed_up_by_id = b.id and p.valid @> d.as_of) c on true
where b.valid @> d.as_of;
comment on view area_status is
'The main areas (huvudområden) of each body whose regulation has such, and what is done in each: items of meetings, goals, activities and indicators of the policies that it follows up.';
comment on column area_status.body_id is 'The body.';
comment on column area_status.body is 'Its name.';
comment on column area_status.area is 'The main area.';
comment on column area_status.citation is 'The provision that says how many.';
comment on column area_status.items is 'Items of its meetings that are about the area.';
comment on column area_status.items_last_year is 'Those of the last year.';
comment on column area_status.goals is 'Goals about it in the policies in force that the body follows up.';
comment on column area_status.activities is 'Activities towards those goals, that have begun.';
comment on column area_status.activities_done is 'Those done.';
comment on column area_status.indicators is 'Indicators of those goals.';
comment on column area_status.indicators_with_baseline is 'Those with a value to begin from.';
comment on column area_status.indicators_measured is 'Those that have been measured.';
comment on column area_status.status is 'no goal, no baseline, not measured, no activity, or followed up.';


create or replace view policy_duty with (security_barrier) as
with policy as (
	select p.matter_id, p.title, lower(p.valid) as since, coalesce(p.followed_up_by_id, p.adopted_by_id) as body_id
	from policy_document p
	where p.valid @> governance.as_of()
)
select 'policy_follow_up' as rule, f.responsible_id as body_id,
	format('follow up the policy "%s" for %s to %s', p.title, lower(f.period), upper(f.period) - 1) as what,
	'follow_up' as object, f.matter_id as object_id, f.due_on as due, f.due_on as ruled_on
from follow_up f join policy_document p on p.matter_id = f.matter_id
where lower(f.period) <= governance.as_of() and (f.done_on is null or f.done_on > governance.as_of())
union all
select 'policy_activity', coalesce(a.responsible_id, p.body_id),
	format(case when a.responsible_id is null then 'say who answers for activity %s of the policy "%s": %s'
		else 'do activity %s of the policy "%s": %s' end, a.number, p.title, a.text),
	'activity', a.matter_id, a.due_on, coalesce(a.due_on, governance.as_of())
from activity a join policy p on p.matter_id = a.matter_id
where lower(a.valid) <= governance.as_of() and (a.done_on is null or a.done_on > governance.as_of())
	and (a.due_on is not null or a.responsible_id is null)
union all
select 'goal_indicator', coalesce(g.responsible_id, p.body_id),
	format('draw up an indicator for goal %s of the policy "%s"', g.number, p.title),
	'goal', g.matter_id, null, governance.as_of()
from goal g join policy p on p.matter_id = g.matter_id
where g.kind <> 'vision' and not exists (
	select from indicator i where i.matter_id = g.matter_id and i.goal = g.number)
union all
select 'indicator_measured', p.body_id,
	format('measure indicator %s of the policy "%s": %s', i.number, p.title, i.name),
	'indicator', i.matter_id, (coalesce(m.last_on, i.baseline_on) + make_interval(months => i.every_months))::date,
	governance.as_of()
from indicator i join policy p on p.matter_id = i.matter_id
left join lateral (
	select max(x.measured_on) from measurement x
	where x.matter_id = i.matter_id and x.indicator = i.number and x.measured_on <= governance.as_of()) m(last_on) on true
where m.last_on is null
	or (i.every_months is not null and m.last_on + make_interval(months => i.every_months) <= governance.as_of());
comment on view policy_duty is
'What is due of the policies in force (uppföljning av styrdokument): follow-ups, activities, goals without an indicator, indicators not measured.';
comment on column policy_duty.rule is 'The rule''s code (governance.rules()).';
comment on column policy_duty.body_id is 'The body that answers for it.';
comment on column policy_duty.what is 'What is to be done.';
comment on column policy_duty.object is 'The table of what it is about.';
comment on column policy_duty.object_id is 'Its matter.';
comment on column policy_duty.due is 'The last day; null: none is set.';
comment on column policy_duty.ruled_on is 'The day whose rules apply.';
-- Minutes: which sections they cover and who attests them (for seals
-- src/rules/attestation.c says the same), their canonical text, and the seal.

create or replace function rule_number(meeting bigint, rule text) returns integer
language plpgsql stable cost 1000
set search_path from current
as $$
#variable_conflict use_column
begin
	return (
select value::integer from governance.setting(current_schema()::text, meeting, rule)
	);
end
$$;
comment on function rule_number(bigint, text) is
'The number that a rule in force for a meeting sets; null where none does.';

-- One row for each section of minutes, with those who are to attest it.
create or replace view minutes_section with (security_barrier) as
select m.meeting_id, m.number, i.handled, i.position, i.section, p.person_id as chair_id,
	s.chair_signed, s.adjusters_signed, s.later_meeting,
	s.later_meeting or s.chair_signed and cardinality(s.adjusters_signed) >= n.adjusters as attested
from minutes m
-- By HAVING the planner knows that this is one row, and leaves out the join if
-- a query does not ask for it; else it is computed once for all sections.
left join lateral (
	select coalesce(rule_number(m.meeting_id, 'adjusters'), 1) as adjusters
	having true) n on true
join agenda_item i on i.meeting_id = m.meeting_id and i.handled is not null
	and (i.handled = any (m.items)
		or m.items is null and not exists (
			select from minutes o where o.meeting_id = m.meeting_id and i.handled = any (o.items)))
left join presiding p on p.meeting_id = m.meeting_id
	and i.handled >= p.from_item and (p.to_item is null or i.handled <= p.to_item)
left join lateral (
	select coalesce(bool_or(a.role = 'chair' and a.person_id = p.person_id), false) as chair_signed,
		coalesce(bool_or(a.role = 'later_meeting'), false) as later_meeting,
		coalesce(array_agg(distinct a.person_id) filter (where a.role = 'adjuster'
			and a.person_id is distinct from p.person_id
			and exists (
				-- present when the item was decided
				select from attendance t
				where t.meeting_id = m.meeting_id and t.person_id = a.person_id
					and t.capacity in ('serving_member', 'serving_substitute')
					and t.from_item <= i.handled
					and (t.to_item is null or t.to_item > i.handled
						or t.to_item = i.handled and t.to_point = 'decided'))
			and not exists (
				select from recusal r
				where r.meeting_id = m.meeting_id and r.position = i.position and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))
			and exists (
				select from adjuster j
				where j.meeting_id = m.meeting_id and j.person_id = a.person_id
					and i.handled >= j.from_item and (j.to_item is null or i.handled <= j.to_item))), '{}')
			as adjusters_signed
	from attestation a
	where a.meeting_id = m.meeting_id and a.number = m.number) s on true;
comment on view minutes_section is
'The sections (paragrafer) of minutes, who presided over each, and whose signatures stand for it: the one who presided and an adjuster (justerare) who served at it, or a later meeting.';
comment on column minutes_section.meeting_id is 'the meeting (sammanträde)';
comment on column minutes_section.number is 'which of the meeting''s minutes (protokoll)';
comment on column minutes_section.handled is 'the item''s place in the order of handling';
comment on column minutes_section.position is 'the item''s number on the agenda';
comment on column minutes_section.section is 'the section (paragraf)';
comment on column minutes_section.chair_id is 'who presided over it (ordförande)';
comment on column minutes_section.chair_signed is 'that person has signed';
comment on column minutes_section.adjusters_signed is 'the adjusters (justerare) who have signed for it';
comment on column minutes_section.later_meeting is 'a later meeting has attested, for a recorded hindrance';
comment on column minutes_section.attested is 'every signature that is needed is there';

create or replace function minutes_text(meeting bigint, number integer default 1) returns text
language sql stable
set search_path from current
as $$
select governance.minutes_text(current_schema()::text, meeting, number)
$$;
comment on function minutes_text(bigint, integer) is
'Minutes (protokoll) in their canonical text, as it is sealed at attestation (KL 5:66–67): before that a draft. The same whatever the session''s settings. Null where there are no such minutes.';

create or replace function verify_seals(body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out status text, out finding text)
returns setof record
language sql stable
set search_path from current
as $$
select v.* from governance.verify_seals(current_schema()::text, body) v
$$;
comment on function verify_seals(bigint) is
'Recomputes the seals (sigill) of a body''s series, or of every one: see governance.verify_seals.';

create or replace function seal_drift(body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out line integer)
returns setof record
language sql stable
set search_path from current
as $$
select d.* from governance.seal_drift(current_schema()::text, body) d
$$;
comment on function seal_drift(bigint) is
'Sealed minutes of a body''s series, or of every one, that today''s rows would give another text: see governance.seal_drift.';

comment on column attestation.later_meeting_id is
'the later meeting of the body, or of its successor, that attests for those who are hindered';
-- The register of documents (diarium), and what lacks in them.

create or replace view document_register with (security_barrier) as
select d.matter_id, m.number as case_number, m.body_id, d.number, d.kind, d.direction,
	r.day, d.dated_on, d.counterpart, d.title, d.secret,
	k.page, k.pages, d.costs,
	s.signed_by, s.acting, s.found as signatories, d.signatories as signatories_stated,
	d.appendix_of, a.found as appendices, d.appendices as appendices_stated,
	coalesce(s.found = d.signatories, true) and coalesce(a.found = d.appendices, true) as complete,
	u.drawn_up_in, u.together_with
from document d
join matter m on m.id = d.matter_id
cross join governance.as_of() o(as_of)
cross join lateral (select case d.direction when 'received' then d.arrived_on else d.dated_on end) r(day)
left join lateral governance.read_page_mark(d.page_mark) k on true
left join lateral (
	select array_agg(concat_ws(', ', p.name, g.title)
			|| case when g.acting and coalesce(g.title, '') !~* '^\s*(tf|tillförordnad)\y' then ' (tf.)' else '' end
			order by g.person_id) as signed_by,
		coalesce(bool_or(g.acting), false) as acting, count(*)::integer as found
	from document_signatory g
	join person p on p.id = g.person_id
	where g.matter_id = d.matter_id and g.number = d.number) s on true
left join lateral (
	select count(*)::integer as found
	from document x
	where x.matter_id = d.matter_id and x.appendix_of = d.number
		and coalesce(case x.direction when 'received' then x.arrived_on else x.dated_on end, m.opened_on) <= o.as_of) a on true
left join lateral (
	select max(b.name) filter (where w.lead) as drawn_up_in,
		array_agg(b.name order by b.name) filter (where not w.lead) as together_with
	from document_author w
	join body b on b.id = w.body_id
	where w.matter_id = d.matter_id and w.number = d.number) u on true
where coalesce(r.day, m.opened_on) <= o.as_of;
comment on view document_register is
'The register of documents (diarium): every document that was received or drawn up (inkommen, upprättad handling), with the day of its arrival (FL 22), and whether as many people signed it, and as many appendices are there, as it says.';
comment on column document_register.matter_id is 'The matter (ärende).';
comment on column document_register.case_number is 'Its case number (diarienummer).';
comment on column document_register.body_id is 'The body that handles it.';
comment on column document_register.number is 'The document''s number in the matter.';
comment on column document_register.kind is 'What it is: a motion, a statement (tjänsteutlåtande), an answer, an appendix (bilaga).';
comment on column document_register.direction is 'Received (inkommen) or drawn_up (upprättad).';
comment on column document_register.day is 'The day it arrived (ankomstdag), or was drawn up; null: it is not registered.';
comment on column document_register.dated_on is 'The date on it.';
comment on column document_register.counterpart is 'From whom it came, or to whom it was sent (avsändare, mottagare).';
comment on column document_register.title is 'Its content in brief.';
comment on column document_register.secret is 'Whether it is secret (sekretess).';
comment on column document_register.page is 'The page that is marked on it.';
comment on column document_register.pages is 'Of so many.';
comment on column document_register.costs is 'What it says of costs (ekonomiska aspekter); null: nothing.';
comment on column document_register.signed_by is 'Who signed it (undertecknare), with title; tf.: in somebody''s place.';
comment on column document_register.acting is 'Whether somebody signed in another''s place (tillförordnad).';
comment on column document_register.signatories is 'How many signed it.';
comment on column document_register.signatories_stated is 'How many sign it, as it says.';
comment on column document_register.appendix_of is 'The document that it is an appendix of.';
comment on column document_register.appendices is 'How many appendices (bilagor) are registered.';
comment on column document_register.appendices_stated is 'How many it has, as it says.';
comment on column document_register.complete is 'Whether the numbers agree, as far as it states them.';
comment on column document_register.drawn_up_in is 'The unit that drew it up (utarbetad inom).';
comment on column document_register.together_with is 'Others that took part (i samarbete med).';

-- What lacks in the documents of matters that are open.  offset 0: by index for
-- each of these, however many the planner thinks they are.
create or replace view document_duty with (security_barrier) as
with open_document as (
	select m.body_id, m.opened_on, d.matter_id, d.number, d.kind, d.direction, d.title, d.costs,
		d.signatories, d.appendices, r.day, o.as_of
	from governance.as_of() o(as_of)
	join matter m on coalesce(m.closed_on, 'infinity') > governance.as_of() and m.opened_on <= o.as_of
	cross join lateral (select * from document d where d.matter_id = m.id offset 0) d
	cross join lateral (
		select coalesce(case d.direction when 'received' then d.arrived_on else d.dated_on end, m.opened_on)) r(day)
	where r.day <= o.as_of
)
select 'cost_section' as rule, d.body_id,
	pg_catalog.format('say in document %s what it costs: %s', d.number, d.title) as what,
	'document' as object, d.matter_id as object_id, null::date as due, d.day as ruled_on
from open_document d
where exists (select from rule_setting where rule = 'cost_section')
	and d.kind in ('statement', 'proposal') and d.direction = 'drawn_up' and coalesce(d.costs, '') !~ '\S'
	and exists (select from setting_on(d.body_id, d.day, 'cost_section'))
union all
select 'document_complete', d.body_id,
	pg_catalog.format('register who signed document %s: %s sign it, %s %s registered', d.number, d.signatories, s.found,
		case s.found when 1 then 'is' else 'are' end),
	'document', d.matter_id, null, d.day
from open_document d
cross join lateral (
	select count(*) as found from document_signatory g
	where g.matter_id = d.matter_id and g.number = d.number) s
where d.signatories is not null and s.found <> d.signatories
union all
select 'document_complete', d.body_id,
	pg_catalog.format('register the appendices of document %s: it has %s, %s %s registered', d.number, d.appendices, a.found,
		case a.found when 1 then 'is' else 'are' end),
	'document', d.matter_id, null, d.day
from open_document d
cross join lateral (
	select count(*) as found from document x
	where x.matter_id = d.matter_id and x.appendix_of = d.number
		and coalesce(case x.direction when 'received' then x.arrived_on else x.dated_on end, d.opened_on) <= d.as_of) a
where d.appendices is not null and a.found <> d.appendices;
comment on view document_duty is
'What lacks in the documents of open matters: a section on costs where the body wants one (cost_section), signatories and appendices that a document says it has (document_complete).';
comment on column document_duty.rule is 'The rule''s code (governance.rules()).';
comment on column document_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column document_duty.what is 'What is to be done.';
comment on column document_duty.object is 'The table of what it is about.';
comment on column document_duty.object_id is 'The matter.';
comment on column document_duty.due is 'The last day; null: no day is set.';
comment on column document_duty.ruled_on is 'The day whose rules it follows.';
-- What follows from attestation: announcement, appeal, legal force.  Days are
-- those of the setting governance.as_of, or today's.

-- Subqueries of one row have HAVING where what they compute is used more than
-- once: it keeps them apart, so that they are computed once, and is how the
-- planner knows that it can leave out those that a query does not ask for.

-- How each notice of attested minutes stands.
create or replace view notice_status with (security_barrier) as
select n.id, n.meeting_id, n.number, n.posted_on, n.kept_at, t.taken_down_on, u.appeal_until,
	coalesce(t.taken_down_on <= u.appeal_until, false) as taken_down_early
from public_notice n
cross join this_registry g
cross join governance.as_of() d(as_of)
cross join lateral (select case when n.taken_down_on <= d.as_of then n.taken_down_on end) t(taken_down_on)
left join lateral (select governance.statutory_deadline(n.posted_on,
	make_interval(days => (governance.setting(g.name, n.meeting_id, 'appeal_days')).value::integer)) having true) u(appeal_until) on true
where n.posted_on <= d.as_of;
comment on view notice_status is
'The notices of attestation (tillkännagivanden, KL 8:12): until when a decision can be appealed if the notice stays up (KL 13:5), and whether it was taken down before that.';
comment on column notice_status.id is 'the notice';
comment on column notice_status.meeting_id is 'the meeting (sammanträde)';
comment on column notice_status.number is 'which of the meeting''s minutes (protokoll)';
comment on column notice_status.posted_on is 'the day it was posted on the notice board (anslagstavla)';
comment on column notice_status.kept_at is 'where the minutes are kept';
comment on column notice_status.taken_down_on is 'the day it was taken down, if it has been';
comment on column notice_status.appeal_until is 'the last day for an appeal (överklagande), if the notice stays up';
comment on column notice_status.taken_down_early is 'it was taken down on or before that day, so the period has not run';

create or replace view minutes_status with (security_barrier) as
select m.meeting_id, m.number, e.body_id, e.day, m.immediate, m.responsible_id,
	s.sections, s.chairs, s.chairs_signed, s.adjusters, s.adjusters_signed, s.unsigned,
	l.attested_on, a.attest_by,
	coalesce(l.attested_on, d.as_of) > a.attest_by as attested_late,
	w.notice_by, n.posted_on, n.taken_down_on,
	coalesce(n.posted_on, case when l.attested_on is not null then d.as_of end) > w.notice_by as notice_late,
	case when not n.taken_down_early then n.appeal_until end as appeal_until,
	coalesce(n.taken_down_early, false) as taken_down_early,
	case when not n.taken_down_early and n.appeal_until < d.as_of then n.appeal_until + 1 end as appeal_over_on
from minutes m
join meeting e on e.id = m.meeting_id
join body b on b.id = e.body_id
cross join this_registry g
cross join governance.as_of() d(as_of)
left join lateral (
	select array_agg(c.section order by c.handled) as sections,
		array_agg(distinct c.chair_id) as chairs,
		array_agg(distinct c.chair_id) filter (where c.chair_signed) as chairs_signed,
		(select array_agg(distinct j.person_id) from adjuster j
			where j.meeting_id = m.meeting_id and exists (
				select from minutes_section k
				where k.meeting_id = m.meeting_id and k.number = m.number
					and k.handled >= j.from_item and (j.to_item is null or k.handled <= j.to_item))) as adjusters,
		(select array_agg(distinct t.person_id) from attestation t
			where t.meeting_id = m.meeting_id and t.number = m.number and t.role = 'adjuster') as adjusters_signed,
		array_agg(c.section order by c.handled) filter (where not c.attested) as unsigned
	from minutes_section c
	where c.meeting_id = m.meeting_id and c.number = m.number) s on true
left join seal l on l.meeting_id = m.meeting_id and l.number = m.number and l.attested_on <= d.as_of
left join lateral (
	-- from the last day of the meeting
	select governance.statutory_deadline(
		greatest(e.day, e.closed_at::date, (select max(i.opened_at)::date from sitting i where i.meeting_id = e.id)),
		make_interval(days => (governance.setting(g.name, m.meeting_id, 'attestation_days')).value::integer))
	having true) a(attest_by) on true
left join lateral (
	-- offset 0: first the decisions, which are few, then where each stands
	select case when b.kind in ('council', 'executive_board', 'board') or exists (
			select from (
				select o.meeting_id, o.position
				from (
					select o.meeting_id, o.position, o.on_behalf_of
					from decision o
					where o.meeting_id = m.meeting_id and o.withdrawn_at is null
					offset 0) o
				where o.on_behalf_of is not null
				offset 0) o
			where exists (
					select from minutes_section c
					where c.meeting_id = o.meeting_id and c.position = o.position and c.number = m.number
					offset 0))
		then governance.statutory_deadline(l.attested_on,
			make_interval(days => (governance.setting(g.name, m.meeting_id, 'notice_days')).value::integer)) end
	having true) w(notice_by) on true
left join lateral (
	-- the notice that counts: the first that was not taken down early
	select o.posted_on, o.taken_down_on, o.appeal_until, o.taken_down_early
	from notice_status o
	where o.meeting_id = m.meeting_id and o.number = m.number
	order by o.taken_down_early,
		case when o.taken_down_early then null else o.posted_on end, o.posted_on desc, o.id
	limit 1) n on true
where e.cancelled_at is null;
comment on view minutes_status is
'Each of the minutes (protokoll): whose signatures they have and need, when they were or must be attested (justerade, KL 5:69), and announced (tillkännagivna, KL 8:12) where they hold a decision on another body''s behalf, and until when decisions can be appealed (KL 13:5).';
comment on column minutes_status.meeting_id is 'the meeting (sammanträde)';
comment on column minutes_status.number is 'which of the meeting''s minutes';
comment on column minutes_status.body_id is 'the body (organ)';
comment on column minutes_status.day is 'the day of the meeting';
comment on column minutes_status.immediate is 'attested at once (omedelbar justering)';
comment on column minutes_status.responsible_id is 'who answers for the minutes; null: nobody is named';
comment on column minutes_status.sections is 'the sections (paragrafer) they cover';
comment on column minutes_status.chairs is 'who presided over them and is to sign';
comment on column minutes_status.chairs_signed is 'who of those has signed';
comment on column minutes_status.adjusters is 'the adjusters (justerare) elected for them, alternates too';
comment on column minutes_status.adjusters_signed is 'who has signed as adjuster';
comment on column minutes_status.unsigned is 'the sections that lack a signature';
comment on column minutes_status.attested_on is 'the day they were attested and sealed; null: not yet';
comment on column minutes_status.attest_by is 'the last day to attest them, fourteen days after the last sitting';
comment on column minutes_status.attested_late is 'they were attested later than that, or are not yet and it has passed';
comment on column minutes_status.notice_by is 'the last day to announce the attestation; null: no notice is due';
comment on column minutes_status.posted_on is 'the day of the notice that counts';
comment on column minutes_status.taken_down_on is 'the day it was taken down';
comment on column minutes_status.notice_late is 'it was posted later than it should, or is not yet and the day has passed';
comment on column minutes_status.appeal_until is 'the last day for an appeal (överklagande)';
comment on column minutes_status.taken_down_early is 'the notice was taken down too early and no other was posted: the period has not run';
comment on column minutes_status.appeal_over_on is 'the first day after the period for an appeal, once it has come';

create or replace view appeal_status with (security_barrier) as
select a.id, a.meeting_id, a.position, a.point, a.filed_on, a.court, a.stay,
	case when a.concluded_on <= d.as_of then a.outcome end as outcome,
	case when a.concluded_on <= d.as_of then a.concluded_on end as concluded_on,
	coalesce(a.filed_on > s.appeal_until, false) as late,
	coalesce(a.concluded_on > d.as_of, true) as pending
from appeal a
cross join governance.as_of() d(as_of)
left join minutes_section c on c.meeting_id = a.meeting_id and c.position = a.position
left join minutes_status s on s.meeting_id = c.meeting_id and s.number = c.number
where a.filed_on <= d.as_of;
comment on view appeal_status is
'Appeals (överklaganden): whether each came in within the period (KL 13:5) and is still pending.';
comment on column appeal_status.id is 'the appeal';
comment on column appeal_status.meeting_id is 'the meeting of the decision';
comment on column appeal_status.position is 'its item';
comment on column appeal_status.point is 'the decision''s point within the item';
comment on column appeal_status.filed_on is 'the day it came in';
comment on column appeal_status.court is 'the court (förvaltningsrätt)';
comment on column appeal_status.stay is 'the court has stayed the decision (inhibition)';
comment on column appeal_status.outcome is 'how it ended';
comment on column appeal_status.concluded_on is 'when it ended';
comment on column appeal_status.late is 'it came in after the period';
comment on column appeal_status.pending is 'it has not ended';

create or replace view decision_force with (security_barrier) as
select o.meeting_id, o.position, o.point, c.number, c.section, p.appealable,
	s.attested_on, s.appeal_until,
	coalesce(q.pending, false) as appeal_pending,
	case
		when not p.appealable then s.attested_on
		when q.annulled or q.pending then null
		else greatest(s.appeal_over_on, q.concluded_on)
	end as legal_force_on,
	s.posted_on
from decision o
join minutes_section c on c.meeting_id = o.meeting_id and c.position = o.position
join minutes_status s on s.meeting_id = c.meeting_id and s.number = c.number
-- purely preparatory or executing decisions cannot be appealed
cross join lateral (select coalesce(o.appealable, o.kind in ('settling', 'election'))) p(appealable)
left join lateral (
	select bool_or(a.pending) as pending, bool_or(a.outcome = 'annulled') as annulled,
		max(a.concluded_on) as concluded_on
	from appeal_status a
	where a.meeting_id = o.meeting_id and a.position = o.position and a.point = o.point and not a.late) q on true
where o.withdrawn_at is null;
comment on view decision_force is
'When each decision (beslut) gains legal force (laga kraft): after the period for an appeal, if no appeal is pending (KL 13:2, 13:5); a purely preparatory or executing one, which cannot be appealed, by its attestation.';
comment on column decision_force.meeting_id is 'the meeting';
comment on column decision_force.position is 'the item';
comment on column decision_force.point is 'the decision''s point within the item';
comment on column decision_force.number is 'the minutes it stands in';
comment on column decision_force.section is 'its section (paragraf)';
comment on column decision_force.appealable is 'it can be appealed: as said, or by its kind (KL 13:2)';
comment on column decision_force.attested_on is 'the day the minutes were attested';
comment on column decision_force.appeal_until is 'the last day for an appeal';
comment on column decision_force.appeal_pending is 'an appeal that came in time is pending';
comment on column decision_force.legal_force_on is 'the day it gained legal force; null: it has not';
comment on column decision_force.posted_on is 'the day of the notice that counts';
-- Decisions by delegation: which were made, in which report each stands, whether
-- reports come as often as they should, and what is due.  Days are those of the
-- setting governance.as_of, or today's.

-- A report is there from the day on which it was handed over or received.
create or replace view delegation_report_line with (security_barrier) as
select i.matter_id, i.number, i.line, r.body_id, r.to_body_id, r.period,
	r.handed_over_on, case when r.received_on <= a.as_of then r.received_on end as received_on,
	i.decided_matter_id, i.decided_number, i.meeting_id, i.position, i.point
from delegation_report_item i
join delegation_report r on r.matter_id = i.matter_id and r.number = i.number
cross join governance.as_of() a(as_of)
where least(r.handed_over_on, r.received_on) <= a.as_of;
comment on view delegation_report_line is
'The lines of reports of decisions by delegation (anmälan av delegationsbeslut) that have been handed over, and when they were received.';
comment on column delegation_report_line.matter_id is 'The matter of the report (ärende).';
comment on column delegation_report_line.number is 'The report''s number in it.';
comment on column delegation_report_line.line is 'The line.';
comment on column delegation_report_line.body_id is 'Who reports.';
comment on column delegation_report_line.to_body_id is 'To whom: the body that delegated.';
comment on column delegation_report_line.period is 'The days that the report is about.';
comment on column delegation_report_line.handed_over_on is 'The day it was handed over.';
comment on column delegation_report_line.received_on is 'The day it was received (anmäld); null: not yet, or it was tabled.';
comment on column delegation_report_line.decided_matter_id is 'The matter of a decision made outside meetings.';
comment on column delegation_report_line.decided_number is 'Its number there.';
comment on column delegation_report_line.meeting_id is 'The meeting of a decision made there.';
comment on column delegation_report_line.position is 'Its item.';
comment on column delegation_report_line.point is 'Its point.';

-- A delegation that the decision does not name is any that was in force; if one
-- of several has its decisions reported, so are all.
create or replace view delegated with (security_barrier) as
select d.body_id, d.to_body_id, g.id as delegation_id, d.decided_on, d.person_id, d.subject, d.text,
	d.appealable, coalesce(g.urgent, false) as urgent, w.to_report,
	d.meeting_id, d.position, d.point, d.matter_id, d.number,
	r.matter_id as report_matter_id, r.number as report_number, r.line as report_line,
	r.handed_over_on, r.received_on, u.next_meeting_on,
	coalesce(coalesce(r.received_on, governance.as_of()) > u.next_meeting_on, false) as skipped
from (
	select m.body_id, coalesce(o.on_behalf_of, g.from_body_id) as to_body_id, o.delegation_id, m.day as decided_on,
		null::bigint as person_id, o.subject, o.text, coalesce(o.appealable, o.kind in ('settling', 'election')) as appealable,
		o.meeting_id, o.position, o.point, null::bigint as matter_id, null::integer as number
	from decision o
	join meeting m on m.id = o.meeting_id
	left join delegation g on g.id = o.delegation_id
	where (o.on_behalf_of is not null or o.delegation_id is not null) and o.withdrawn_at is null
	union all
	select e.body_id, g.from_body_id, e.delegation_id, e.decided_on,
		e.person_id, e.subject, e.text, coalesce(e.appealable, true),
		null, null, null, e.matter_id, e.number
	from delegated_decision e
	join delegation g on g.id = e.delegation_id) d
left join lateral (
	select g.id, g.urgent, g.reported
	from delegation g
	where g.body_id = d.body_id
		and (g.id = d.delegation_id
			or d.delegation_id is null and g.from_body_id = d.to_body_id and g.valid @> d.decided_on
				and num_nonnulls(g.person_id, g.office, g.employee) = 0)
	order by g.reported is distinct from false desc, g.id
	limit 1) g on true
left join lateral (
	select case
		when g.urgent then true
		when g.reported is not null then g.reported
		-- where no regulation says otherwise, which is asked once
		when not (select exists (select from rule_setting s where s.rule = 'delegation_reported' and s.value <> 'true')) then true
		else coalesce((select s.value::boolean from setting_on(d.body_id, d.decided_on, 'delegation_reported') s), true)
	end as to_report
	having true) w on true
left join lateral (
	select l.matter_id, l.number, l.line, l.handed_over_on, l.received_on
	from delegation_report_line l
	where l.meeting_id = d.meeting_id and l.position = d.position and l.point = d.point
	union all
	select l.matter_id, l.number, l.line, l.handed_over_on, l.received_on
	from delegation_report_line l
	where l.decided_matter_id = d.matter_id and l.decided_number = d.number
	order by received_on, handed_over_on desc, matter_id, number
	limit 1) r on true
left join lateral (
	select min(m.day) filter (where g.urgent) as next_meeting_on
	from meeting m
	where g.urgent and m.body_id = d.to_body_id and m.day > d.decided_on and m.cancelled_at is null) u on true
where d.decided_on <= governance.as_of();
comment on view delegated is
'Every decision by delegation (delegationsbeslut, KL 6:37, 7:5), made at a meeting or outside: on what it rests, whether it is to be reported, and in which report it was received: in which it is, where it has not been.';
comment on column delegated.body_id is 'The body that decided, or in which the delegate acted.';
comment on column delegated.to_body_id is 'The body that delegated, to which it is reported.';
comment on column delegated.delegation_id is 'The delegation it rests on; where none is named, one that was in force.';
comment on column delegated.decided_on is 'The day of the decision.';
comment on column delegated.person_id is 'Who decided, outside meetings.';
comment on column delegated.subject is 'What it is about, in the words of KL 6:38.';
comment on column delegated.text is 'The decision''s wording.';
comment on column delegated.appealable is 'It can be appealed: as said; else as settling matters and elections can (KL 13:2).';
comment on column delegated.urgent is 'It could not wait for the body (KL 6:39).';
comment on column delegated.to_report is 'It is to be reported (KL 6:40): urgent, or as the delegation or the rule delegation_reported says.';
comment on column delegated.meeting_id is 'The meeting it was made at.';
comment on column delegated.position is 'The item.';
comment on column delegated.point is 'The point.';
comment on column delegated.matter_id is 'The matter in which it was made outside meetings.';
comment on column delegated.number is 'Its number there.';
comment on column delegated.report_matter_id is 'The matter of the report it is in; null: it is in none that has been handed over.';
comment on column delegated.report_number is 'That report''s number.';
comment on column delegated.report_line is 'The line there.';
comment on column delegated.handed_over_on is 'The day the report was handed over.';
comment on column delegated.received_on is 'The day the report was received (anmäld); null: it has not been.';
comment on column delegated.next_meeting_on is 'Of an urgent decision: the day of the next meeting of the body that delegated, at which it is to be reported (KL 6:40).';
comment on column delegated.skipped is 'That meeting has been held and the decision had not been received with it.';

-- ---- how often ----

-- So many equal parts of a year, in whole months.
create or replace function part_of_year(day date, parts integer) returns daterange
language sql immutable strict parallel safe
set search_path from current
as $$
select daterange(p.first, (p.first + make_interval(months => p.months))::date)
from (
	select m.months, (y.first + make_interval(months => m.months * ((extract(month from day)::integer - 1) / m.months)))::date as first
	from (select date_trunc('year', day::timestamp) as first) y,
		(select greatest(12 / greatest(parts, 1), 1) as months) m) p
$$;
comment on function part_of_year(date, integer) is
'The part of its year (4: the quarter, kvartal) that a day is in; parts are whole months.';

-- A year follows the rules of its first day on which there are any, and something
-- is delegated.
create or replace function delegation_reporting(body bigint, to_body bigint, day date,
	out ruled_on date, out reports integer, out reading text, out largest_gap integer,
	out nil_reports boolean, out citation text)
returns setof record
language sql stable strict rows 1 cost 4000
set search_path from current
as $$
select f.ruled_on, n.value::integer, coalesce(r.value, 'quarter'), g.value::integer,
	coalesce(z.value::boolean, false), n.citation
from (
	select min(greatest(lower(v.valid * y.year), lower(g.valid * y.year))) as ruled_on
	from (select part_of_year(delegation_reporting.day, 1) as year) y
	join delegation g on g.body_id = delegation_reporting.body and g.from_body_id = delegation_reporting.to_body
		and g.valid && y.year
	join regulation v on (v.body_id = g.body_id or v.body_id is null) and v.valid && y.year and v.valid && g.valid
	where exists (select from rule_setting s
		where s.regulation_id = v.id and s.rule = 'delegation_reports_a_year' and s.mode <> 'off')) f
cross join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_reports_a_year') n
left join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_report_reading') r on true
left join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_largest_gap') g on true
left join lateral setting_on(delegation_reporting.body, f.ruled_on, 'delegation_nil_reports') z on true
$$;
comment on function delegation_reporting(bigint, bigint, date) is
'How often a body is to report what it decides by delegation from another, in the year of a day: the rules delegation_reports_a_year, delegation_report_reading, delegation_largest_gap, delegation_nil_reports; no row where nobody has said.';

-- Functions, so that the planner takes them for what they are: few rows, for
-- whose plans compiling machine code would take longer than all the rest.
create or replace function delegation_periods(
	out body_id bigint, out to_body_id bigint, out reading text, out period daterange, out due date,
	out decided integer, out reported integer, out received integer, out received_in_time integer,
	out in_no_report integer, out left_behind integer, out required integer, out reports integer,
	out reports_in_time integer, out year integer, out reports_a_year integer, out required_in_year integer,
	out reports_in_year integer, out late boolean, out too_few boolean, out breach boolean, out citation text)
returns setof record
language sql stable rows 100 cost 10000
set search_path from current
set jit = off
as $$
with decided as (
	select d.body_id, d.to_body_id, d.decided_on, d.report_number is not null as reported, d.received_on
	from delegated d
	where d.to_report
), report as (
	select r.body_id, r.to_body_id, r.period, r.received_on
	from delegation_report r
	where r.received_on <= governance.as_of()
), pair as (
	select p.body_id, p.to_body_id, min(p.first_on) as first_on, max(p.end_on) as end_on,
		(select max(upper(r.period)) from report r
			where r.body_id = p.body_id and r.to_body_id = p.to_body_id) as reported_until
	from (
		select g.body_id, g.from_body_id, case when not lower_inf(g.valid) then lower(g.valid) end,
			coalesce(upper(g.valid), 'infinity')
		from delegation g
		where g.reported is distinct from false and coalesce(lower(g.valid), '-infinity') <= governance.as_of()
		union all
		select d.body_id, d.to_body_id, d.decided_on, d.decided_on + 1
		from decided d) p(body_id, to_body_id, first_on, end_on)
	group by p.body_id, p.to_body_id
), year as (
	select p.body_id, p.to_body_id, p.first_on, p.end_on, p.reported_until,
		y.first::date as first, (y.first + interval '1 year')::date as next,
		s.reports, s.reading, s.largest_gap, s.nil_reports, s.citation
	from pair p
	cross join lateral generate_series(date_trunc('year', p.first_on::timestamp),
		least(p.end_on - 1, governance.as_of())::timestamp, interval '1 year') y(first)
	left join lateral delegation_reporting(p.body_id, p.to_body_id, y.first::date) s on true
), stretch as (
	-- from the first day, or one report, to the next
	select b.body_id, b.to_body_id, b.day as first,
		lead(b.day) over (partition by b.body_id, b.to_body_id order by b.day) as next
	from (
		select p.body_id, p.to_body_id, p.first_on from pair p
		union
		select r.body_id, r.to_body_id, r.received_on from report r) b(body_id, to_body_id, day)
), part as (
	select y.*, q.part as period,
		case when y.reports > 0 then upper(part_of_year(upper(q.part), y.reports)) - 1 end as due
	from year y
	cross join lateral (
		select distinct part_of_year((y.first + make_interval(months => m))::date, coalesce(nullif(y.reports, 0), 4)) as part
		from generate_series(0, 11) m) q
	where coalesce(y.reading, 'quarter') = 'quarter' and q.part && daterange(y.first_on, y.end_on)
		and lower(q.part) <= governance.as_of()
	union all
	select y.*, daterange(y.first, y.next), y.next - 1
	from year y
	where y.reading = 'count'
	union all
	select y.*, daterange(s.first, s.next), s.first + y.largest_gap
	from year y
	join stretch s on s.body_id = y.body_id and s.to_body_id = y.to_body_id
		and s.first >= y.first and s.first < y.next and s.first < y.end_on
	where y.reading = 'gap'
), made as (
	select p.body_id, p.to_body_id, p.period, count(*)::integer as decided,
		count(*) filter (where d.reported)::integer as reported,
		count(d.received_on)::integer as received,
		count(*) filter (where d.received_on <= p.due)::integer as received_in_time,
		count(*) filter (where not d.reported and d.decided_on < p.reported_until)::integer as left_behind
	from part p
	join decided d on d.body_id = p.body_id and d.to_body_id = p.to_body_id and d.decided_on <@ p.period
	group by p.body_id, p.to_body_id, p.period
), told as (
	select t.body_id, t.to_body_id, t.period, count(*) filter (where t.counts)::integer as reports,
		count(*) filter (where t.counts and t.received_on <= t.due)::integer as reports_in_time,
		count(*) filter (where t.of_year)::integer as reports_in_year
	from (
		select p.body_id, p.to_body_id, p.period, p.due, r.received_on,
			case p.reading
				when 'count' then r.received_on <@ p.period
				when 'gap' then r.received_on = upper(p.period)
				else r.period && p.period
			end as counts,
			case when p.reading in ('count', 'gap') then r.received_on >= p.first and r.received_on < p.next
				else upper(r.period) > p.first and upper(r.period) <= p.next
			end as of_year
		from part p
		join report r on r.body_id = p.body_id and r.to_body_id = p.to_body_id) t
	group by t.body_id, t.to_body_id, t.period
), counted as (
	select p.body_id, p.to_body_id, p.first, p.reports as reports_a_year, p.reading, p.citation, p.period, p.due,
		n.decided, coalesce(d.reported, 0) as reported, coalesce(d.received, 0) as received,
		coalesce(d.received_in_time, 0) as received_in_time, coalesce(d.left_behind, 0) as left_behind,
		coalesce(t.reports, 0) as reports, coalesce(t.reports_in_time, 0) as reports_in_time,
		coalesce(t.reports_in_year, 0) as reports_in_year,
		case
			when p.reports is null then 0
			when p.reading <> 'count' then (n.decided > 0 or p.nil_reports)::integer
			when p.nil_reports then n.share
			else least(n.share, n.decided)
		end as required
	from part p
	left join made d on d.body_id = p.body_id and d.to_body_id = p.to_body_id and d.period = p.period
	left join told t on t.body_id = p.body_id and t.to_body_id = p.to_body_id and t.period = p.period
	cross join lateral (
		-- what falls on a year of which it is in force only in part
		select coalesce(d.decided, 0) as decided,
			round(p.reports * (least(p.next, p.end_on) - greatest(p.first, p.first_on)) / (p.next - p.first)::numeric)::integer as share) n
), judged as (
	select c.*,
		sum(case when c.reading = 'gap' then null else c.required end) over w::integer as required_in_year,
		max(c.due) over w < governance.as_of() as year_over
	from counted c
	window w as (partition by c.body_id, c.to_body_id, c.first)
)
select j.body_id, j.to_body_id, j.reading, j.period, j.due,
	j.decided, j.reported, j.received, j.received_in_time, j.decided - j.reported as in_no_report, j.left_behind,
	j.required, j.reports, j.reports_in_time, extract(year from j.first)::integer as year, j.reports_a_year,
	j.required_in_year, j.reports_in_year,
	b.late, b.too_few, b.late or b.too_few or j.left_behind > 0 as breach, j.citation
from judged j
cross join lateral (
	select coalesce(j.due < governance.as_of() and (j.reports_in_time < j.required
			or j.reading = 'quarter' and j.received_in_time < j.decided), false) as late,
		coalesce(j.year_over and j.reports_in_year < j.required_in_year, false) as too_few) b
where j.reading is not null or j.decided > 0
$$;
comment on function delegation_periods() is
'The rows of the view delegation_status.';

create or replace view delegation_status with (security_barrier) as
select body_id, to_body_id, reading, period, due, decided, reported, received, received_in_time, in_no_report,
	left_behind, required, reports, reports_in_time, year, reports_a_year, required_in_year, reports_in_year,
	late, too_few, breach, citation
from delegation_periods();
comment on view delegation_status is
'How decisions by delegation are reported (anmälan av delegationsbeslut, reglemente 10 §): for each body, the body that delegated, and each period in the reading that the rules prescribe, how many were decided, reported and received, and whether reports came as often as they should.';
comment on column delegation_status.body_id is 'The body that decides, or whose delegates do.';
comment on column delegation_status.to_body_id is 'The body that delegated.';
comment on column delegation_status.reading is 'How the times a year are counted: quarter (each equal part of the year), count, gap; null: no rule says how often, and the periods are quarters.';
comment on column delegation_status.period is 'The period: a quarter, a year, or from one report to the next.';
comment on column delegation_status.due is 'The last day: for a quarter the last of the next; for a year its last; for a gap the largest number of days after the report before. Null: no rule says how often.';
comment on column delegation_status.decided is 'Decisions by delegation in the period that are to be reported.';
comment on column delegation_status.reported is 'How many of them stand in a report that has been handed over.';
comment on column delegation_status.received is 'How many stand in one that has been received.';
comment on column delegation_status.received_in_time is 'How many in one that was received by the last day.';
comment on column delegation_status.in_no_report is 'How many stand in no report: decided less reported.';
comment on column delegation_status.left_behind is 'How many of those are older than what later reports, received since, are about.';
comment on column delegation_status.required is 'How many reports the period needs: none where nothing was decided and nil reports are not prescribed.';
comment on column delegation_status.reports is 'How many were received: about the quarter, in the year, or at the end of the gap.';
comment on column delegation_status.reports_in_time is 'How many of those by the last day.';
comment on column delegation_status.year is 'The calendar year.';
comment on column delegation_status.reports_a_year is 'How many reports a year the rules prescribe.';
comment on column delegation_status.required_in_year is 'How many the year''s periods need together; null in the reading gap.';
comment on column delegation_status.reports_in_year is 'How many were received about the year (in the readings count and gap: in it).';
comment on column delegation_status.late is 'The last day has passed and a report, or in the reading quarter a decision, had not been received by then.';
comment on column delegation_status.too_few is 'The last day of the whole year has passed, and reports_in_year is less than required_in_year.';
comment on column delegation_status.breach is 'Late, too few, or decisions were left behind.';
comment on column delegation_status.citation is 'The provision that says how often.';

-- ---- what is not reported ----

create or replace view unreported_decision with (security_barrier) as
select d.matter_id, d.number, d.body_id, d.to_body_id, d.person_id, d.decided_on, d.text,
	case when e.minuted_on <= a.as_of then e.minuted_on end as minuted_on,
	n.posted_on, n.taken_down_on, u.appeal_until,
	coalesce(n.taken_down_on <= u.appeal_until, false) as taken_down_early,
	case when not coalesce(n.taken_down_on <= u.appeal_until, false) and u.appeal_until < a.as_of
		then u.appeal_until + 1 end as appeal_over_on
from delegated d
join delegated_decision e on e.matter_id = d.matter_id and e.number = d.number
cross join governance.as_of() a(as_of)
cross join lateral (
	select case when e.posted_on <= a.as_of then e.posted_on end as posted_on,
		case when e.taken_down_on <= a.as_of then e.taken_down_on end as taken_down_on) n
left join lateral (
	select governance.statutory_deadline(n.posted_on, make_interval(days => (
		select s.value::integer from setting_on(d.body_id, n.posted_on, 'appeal_days') s)))
	having true) u(appeal_until) on true
where d.appealable and not d.to_report;
comment on view unreported_decision is
'Decisions by delegation outside meetings that are not reported and can be appealed: minuted by themselves (särskilt protokollförda, KL 6:40), announced (KL 8:10), and until when they can be appealed (KL 13:5).';
comment on column unreported_decision.matter_id is 'The matter (ärende).';
comment on column unreported_decision.number is 'The decision''s number in it.';
comment on column unreported_decision.body_id is 'The body in which the delegate acted.';
comment on column unreported_decision.to_body_id is 'The body that delegated.';
comment on column unreported_decision.person_id is 'Who decided.';
comment on column unreported_decision.decided_on is 'The day of the decision.';
comment on column unreported_decision.text is 'Its wording.';
comment on column unreported_decision.minuted_on is 'The day it was minuted by itself; null: it has not been.';
comment on column unreported_decision.posted_on is 'The day that was announced on the notice board (anslagstavla).';
comment on column unreported_decision.taken_down_on is 'The day the notice was taken down.';
comment on column unreported_decision.appeal_until is 'The last day for an appeal, if the notice stays up.';
comment on column unreported_decision.taken_down_early is 'It was taken down on or before that day, so the period has not run.';
comment on column unreported_decision.appeal_over_on is 'The first day after the period, once it has come.';

-- ---- what is due ----

-- It begins from the decisions that no received report tells of (done_on); only of these is asked what else there is to know (offset 0: one
-- by one).
create or replace function delegation_duties(
	out rule text, out body_id bigint, out what text, out object text, out object_id bigint, out due date, out ruled_on date)
returns setof record
language sql stable rows 100 cost 10000
set search_path from current
set jit = off
as $$
with open as (
	select o.meeting_id, o.position, o.point, null::bigint as matter_id, null::integer as number
	from decision o
	where (o.on_behalf_of is not null or o.delegation_id is not null) and o.withdrawn_at is null
		and o.done_on > governance.as_of()
	union all
	select null, null, null, e.matter_id, e.number
	from delegated_decision e
	where coalesce(e.posted_on > governance.as_of(), true) and e.done_on > governance.as_of()
), undone as (
	select d.*
	from open k
	cross join lateral (
		select d.* from delegated d
		where d.meeting_id = k.meeting_id and d.position = k.position and d.point = k.point
		union all
		select d.* from delegated d
		where d.matter_id = k.matter_id and d.number = k.number) d
), unreported as (
	select u.*
	from undone d
	cross join lateral (
		select u.* from unreported_decision u
		where u.matter_id = d.matter_id and u.number = d.number
		offset 0) u
	where d.appealable and not d.to_report
	union all
	select u.*
	from delegated_decision e
	cross join lateral (
		select u.* from unreported_decision u
		where u.matter_id = e.matter_id and u.number = e.number
		offset 0) u
	where e.posted_on is not null and e.posted_on <= governance.as_of()
), ruled as materialized (
	-- what the rules prescribe, asked once a year and body
	select p.body_id, p.to_body_id, p.year, r.ruled_on, r.reading, r.reports,
		r.largest_gap + coalesce(
			(select max(o.received_on) from delegation_report o
				where o.body_id = p.body_id and o.to_body_id = p.to_body_id and o.received_on <= governance.as_of()),
			(select min(lower(g.valid)) from delegation g
				where g.body_id = p.body_id and g.from_body_id = p.to_body_id)) as gap_until
	from (
		select distinct d.body_id, d.to_body_id, part_of_year(d.decided_on, 1) as year
		from undone d
		where d.to_report and not d.urgent) p
	cross join lateral delegation_reporting(p.body_id, p.to_body_id, lower(p.year)) r
	where r.reports > 0
), told as (
	-- by whom, to whom, about what days, by when
	select d.body_id, d.to_body_id, s.ruled_on, q.period,
		case s.reading
			when 'quarter' then upper(part_of_year(upper(q.period), s.reports)) - 1
			when 'count' then upper(part_of_year(governance.as_of(), 1)) - 1
			else s.gap_until
		end as due
	from undone d
	join ruled s on s.body_id = d.body_id and s.to_body_id = d.to_body_id and s.year @> d.decided_on
	cross join lateral (
		select case s.reading when 'quarter' then part_of_year(d.decided_on, s.reports) end as period) q
	where d.to_report and not d.urgent
)
select 'delegation_reports_a_year' as rule, t.body_id,
	pg_catalog.format('report to %s what was decided by delegation%s: %s %s', b.name,
		case when t.period is not null
			then pg_catalog.format(' from %s to %s', lower(t.period), upper(t.period) - 1) end,
		count(*), case count(*) when 1 then 'decision' else 'decisions' end) as what,
	'body' as object, t.body_id as object_id, t.due, min(t.ruled_on) as ruled_on
from told t
join body b on b.id = t.to_body_id
group by t.body_id, t.to_body_id, b.name, t.period, t.due
union all
select 'delegation_nil_reports', s.body_id,
	pg_catalog.format('report to %s that nothing was decided by delegation from %s to %s', b.name,
		lower(s.period), upper(s.period) - 1),
	'body', s.body_id, s.due, upper(s.period) - 1
from delegation_status s
join body b on b.id = s.to_body_id
where (select exists (select from rule_setting n where n.rule = 'delegation_nil_reports'))
	and s.decided = 0 and s.reports < s.required and upper(s.period) <= governance.as_of()
union all
select 'urgent_reported', d.body_id,
	pg_catalog.format('report to the next meeting of %s what was decided as urgent on %s: %s', b.name, d.decided_on, d.text),
	'delegated_decision', d.matter_id, d.next_meeting_on, d.decided_on
from undone d
join body b on b.id = d.to_body_id
where d.urgent and d.matter_id is not null
union all
select 'unreported_minuted', u.body_id,
	pg_catalog.format('minute by itself the decision by delegation of %s, which is not reported: %s', u.decided_on, u.text),
	'delegated_decision', u.matter_id, null, u.decided_on
from unreported u
where u.minuted_on is null
union all
select 'unreported_announced', u.body_id,
	pg_catalog.format(case when u.taken_down_early
			then 'announce again the decision by delegation of %s: the notice was taken down early: %s'
			else 'announce the decision by delegation of %s, which is not reported: %s' end, u.decided_on, u.text),
	'delegated_decision', u.matter_id, null, u.decided_on
from unreported u
where u.minuted_on is not null and (u.posted_on is null or u.taken_down_early)
union all
select 'appeal_days', u.body_id,
	pg_catalog.format('keep the notice of the decision by delegation of %s on the board until %s has passed: %s',
		u.decided_on, u.appeal_until, u.text),
	'delegated_decision', u.matter_id, u.appeal_until, u.posted_on
from unreported u
where u.appeal_until >= governance.as_of() and u.taken_down_on is null
$$;
comment on function delegation_duties() is
'The rows of the view delegation_duty.';

create or replace view delegation_duty with (security_barrier) as
select rule, body_id, what, object, object_id, due, ruled_on
from delegation_duties();
comment on view delegation_duty is
'What is due about decisions by delegation: reports (reglemente 10 §), urgent ones at the next meeting (KL 6:40), minutes and notice of those that are not reported (KL 6:40, 8:10).';
comment on column delegation_duty.rule is 'The rule''s code (governance.rules()).';
comment on column delegation_duty.body_id is 'The body responsible.';
comment on column delegation_duty.what is 'What is to be done.';
comment on column delegation_duty.object is 'The table of what it is about.';
comment on column delegation_duty.object_id is 'Its id there; of a decision outside meetings, the matter''s.';
comment on column delegation_duty.due is 'The last day; null: no day is set.';
comment on column delegation_duty.ruled_on is 'The day whose rules it follows.';
-- What meetings leave to be done, and seats; looked for in the meetings that are
-- open (16_open_meetings.sql).

create or replace view meeting_duty with (security_barrier) as
with undone as materialized (
	select * from open_meeting
), preparation as (
	-- a meeting to come that nobody says when it was called counts from a month before
	select m.id, m.body_id, m.day, r.rule, r.days, case when m.urgent and r.days > 0 then (
			-- the weekday before; Saturdays are weekdays (KL 5:14)
			select max(m.day - n) from generate_series(1, 7) n where not governance.is_holiday(m.day - n))
		else m.day - r.days end as due
	from undone m
	cross join this_registry g
	cross join lateral (
		select k.rule, coalesce(s.value, '0')::integer as days
		from unnest(array['meeting_announced', 'summons_sent', 'substitutes_told']) k(rule)
		cross join lateral governance.setting_on(g.name, m.body_id, m.day, k.rule) s
		where s.citation is not null) r
	where m.day >= governance.as_of() and coalesce(m.called_on, m.day - 30) <= governance.as_of()
		and coalesce(m.opened_at::date > governance.as_of(), true)
		and coalesce(m.cancelled_at::date > governance.as_of(), true)
), untold as (
	select p.id, p.body_id, p.day, p.rule, p.due, t.n
	from preparation p
	cross join lateral (
		select count(distinct s.person_id) as n from membership s
		where s.body_id = p.body_id and coalesce(upper(s.valid), 'infinity') > p.day and s.valid @> p.day
			and (p.rule = 'summons_sent' or s.role = 'substitute')
			and not exists (
				select from summons x
				where x.meeting_id = p.id and x.person_id = s.person_id and x.told_at::date <= governance.as_of())) t
	where p.rule <> 'meeting_announced'
), numbered_minutes as (
	-- What is not named here, such as the sections, is not computed; offset 0:
	-- the view is asked about one meeting at a time, by its keys.
	select m.id, m.body_id, m.day, s.*
	from undone m
	cross join lateral (
		select s.attested_on, s.attest_by, s.notice_by, s.posted_on, s.taken_down_on,
			s.taken_down_early, s.appeal_until,
			case when s.number > 1 then ', number ' || s.number end as numbered
		from minutes_status s
		where s.meeting_id = m.id
		offset 0) s
	where m.day <= governance.as_of()
)
select 'meeting_announced' as rule, p.body_id,
	pg_catalog.format('announce the meeting on %s', p.day) as what,
	'meeting' as object, p.id as object_id, p.due, p.day as ruled_on
from preparation p
where p.rule = 'meeting_announced' and not exists (
	select from meeting_document x
	where x.meeting_id = p.id and x.kind = 'announcement' and x.issued_at::date <= governance.as_of())
union all
select u.rule, u.body_id,
	pg_catalog.format(case when u.rule = 'summons_sent'
			then 'summon members and substitutes to the meeting on %s, %s left'
			else 'tell the substitutes of the meeting on %s, %s left' end, u.day, u.n),
	'meeting', u.id, u.due, u.day
from untold u
where u.n > 0
union all
select 'requests_needed', r.body_id,
	pg_catalog.format('hold the meeting that %s members requested on %s', r.asked, r.requested_on),
	'meeting_request', r.request_id, r.hold_by, r.requested_on
from open_meeting_request r
union all
select 'meeting_documents', d.body_id,
	pg_catalog.format('%s of the meeting on %s', d.document, d.day),
	'meeting', d.meeting_id, d.day, d.day
from missing_document d
union all
select 'item_area', u.body_id,
	pg_catalog.format('tag item %s of the meeting on %s with an area: %s', u.position, u.day, u.title),
	'meeting', u.meeting_id, null, u.day
from untagged_item u
where u.day <= governance.as_of()
union all
select 'attestation_days', s.body_id,
	pg_catalog.format('attest the minutes of the meeting on %s%s', s.day, s.numbered),
	'meeting', s.id, s.attest_by, s.day
from numbered_minutes s
where s.attested_on is null and s.attest_by is not null
union all
select 'notice_days', s.body_id,
	pg_catalog.format(case when s.taken_down_early
			then 'announce again the attestation of the minutes of the meeting on %s%s: the notice was taken down early'
			else 'announce the attestation of the minutes of the meeting on %s%s' end, s.day, s.numbered),
	'meeting', s.id, s.notice_by, s.day
from numbered_minutes s
where s.notice_by is not null and (s.posted_on is null or s.taken_down_early)
union all
select 'appeal_days', s.body_id,
	pg_catalog.format('keep the notice of the minutes of the meeting on %s%s on the board until %s has passed',
		s.day, s.numbered, s.appeal_until),
	'meeting', s.id, s.appeal_until, s.day
from numbered_minutes s
where s.appeal_until >= governance.as_of() and s.taken_down_on is null;
comment on view meeting_duty is
'What meetings leave to be done (att göra): to announce them and summon to them, to hold those that were requested; documents, areas of items, attestation (justering) and announcement (tillkännagivande) of the minutes.';
comment on column meeting_duty.rule is 'The rule''s code (governance.rules()).';
comment on column meeting_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column meeting_duty.what is 'What is to be done.';
comment on column meeting_duty.object is 'The table of what it is about: meeting or meeting_request.';
comment on column meeting_duty.object_id is 'Its id there.';
comment on column meeting_duty.due is 'The last day; null: no day is set.';
comment on column meeting_duty.ruled_on is 'The day whose rules are followed: that of the meeting, or of the request.';

create or replace view vacancy_duty with (security_barrier) as
select case v.role when 'member' then 'seats' else 'substitute_seats' end as rule, v.body_id,
	pg_catalog.format('%s %s missing, %s of %s seats are filled', v.missing,
		case v.role when 'member' then case v.missing when 1 then 'member is' else 'members are' end
			else case v.missing when 1 then 'substitute is' else 'substitutes are' end end,
		v.filled, v.seats) as what,
	'body' as object, v.body_id as object_id, null::date as due, governance.as_of() as ruled_on
from vacancy v;
comment on view vacancy_duty is
'By-elections to be held (fyllnadsval; KL 6:20): the seats of each body that are vacant.';
comment on column vacancy_duty.rule is 'The rule''s code: seats or substitute_seats.';
comment on column vacancy_duty.body_id is 'The body.';
comment on column vacancy_duty.what is 'How many are missing.';
comment on column vacancy_duty.object is 'The table of what it is about: body.';
comment on column vacancy_duty.object_id is 'Its id there.';
comment on column vacancy_duty.due is 'The last day; null: no day is set.';
comment on column vacancy_duty.ruled_on is 'The day whose rules are followed: the one that is asked about.';
-- Motions and citizen proposals: how each stands, what becomes of its claims,
-- and what is to be done.  Days are those of the setting governance.as_of, or
-- today's.

create or replace function months_after(day date, months integer) returns date
language sql immutable strict parallel safe
set search_path from current
as $$
-- of days that the calendar does not know, no holiday is known
select case when day between '1990-01-01' and '2150-12-31'
	then governance.statutory_deadline(day, make_interval(months => months))
	else (day + make_interval(months => months))::date end
$$;
comment on function months_after(date, integer) is
'The last day of a period of so many months after a day (lag 1930:173); a Saturday, Sunday, holiday or eve moves to the next weekday.';

create or replace function ruled_on(day date) returns date
language sql stable strict parallel safe
set search_path from current
as $$
select case when exists (select from regulation r where r.body_id is null and r.valid @> ruled_on.day)
	then ruled_on.day
	else coalesce((select min(lower(r.valid)) from regulation r
		where r.body_id is null and lower(r.valid) > ruled_on.day), ruled_on.day) end
$$;
comment on function ruled_on(date) is
'The day whose rules are asked for what runs from a day: the day itself, or where the registry knows no law of that time, the first day of the first law after it.';

create or replace view claim_status with (security_barrier) as
select c.matter_id, c.number, c.text, c.expires_on, o.outcome, o.decided_on,
	coalesce(c.expires_on < coalesce(o.decided_on, m.withdrawn_on, d.as_of), false) as obsolete
from claim c
cross join governance.as_of() d(as_of)
join lateral (
	select case when n.withdrawn_on <= d.as_of then n.withdrawn_on end as withdrawn_on
	from motion n
	where n.matter_id = c.matter_id and n.raised_on <= d.as_of) m on true
left join lateral (
	select c.outcome, coalesce(o.decided_at, i.decided_at, e.day)::date as decided_on
	from decision o
	join agenda_item i on i.meeting_id = o.meeting_id and i.position = o.position
	join meeting e on e.id = o.meeting_id
	where o.meeting_id = c.meeting_id and o.position = c.position and o.point = c.point
		and coalesce(o.decided_at, i.decided_at, e.day)::date <= d.as_of
		and coalesce(o.withdrawn_at::date > d.as_of, true)) o on true;
comment on view claim_status is
'What became of each claim (att-sats, yrkande) of a motion: its outcome, and whether it had expired before it was decided.';
comment on column claim_status.matter_id is 'The matter of the motion (ärende).';
comment on column claim_status.number is 'The claim''s number in the motion.';
comment on column claim_status.text is 'Its wording.';
comment on column claim_status.expires_on is 'Last day on which it can be done as it asks; null: any day.';
comment on column claim_status.outcome is 'approved (bifall), rejected (avslag), answered (besvarad), written_off (avskriven); null: not decided.';
comment on column claim_status.decided_on is 'Day of the decision.';
comment on column claim_status.obsolete is 'That day had passed when it was decided, or the motion withdrawn, or has passed while it is not (överspelad).';

create or replace view motion_status with (security_barrier) as
select m.matter_id, m.kind, t.number, t.body_id, m.council_id, m.decided_by_id, t.closed_on,
	m.dated_on, m.raised_on, m.section, x.decide_by,
	b.prepared_by, h.board_heard_on, r.referred_to, r.answered as referrals_answered,
	s.decided_on, case when s.decided_on is not null then s.decided_in end as decided_in,
	w.withdrawn_on, w.informed_on,
	c.claims, c.approved, c.rejected, c.answered, c.written_off, c.undecided, c.obsolete,
	n.reports, n.first_reported_on, n.reported_on,
	case when s.decided_on is null and w.withdrawn_on is null then y.report_by end as report_by,
	least(s.decided_on, w.withdrawn_on, n.first_reported_on, d.as_of) > x.decide_by
		or s.decided_on is null and w.withdrawn_on is null and d.as_of > y.report_by as late
from motion m
join matter t on t.id = m.matter_id
cross join governance.as_of() d(as_of)
cross join lateral (
	select case when m.withdrawn_on <= d.as_of then m.withdrawn_on end as withdrawn_on,
		case when m.informed_on <= d.as_of then m.informed_on end as informed_on) w
left join lateral (
	select count(*)::integer as claims,
		count(*) filter (where c.outcome = 'approved')::integer as approved,
		count(*) filter (where c.outcome = 'rejected')::integer as rejected,
		count(*) filter (where c.outcome = 'answered')::integer as answered,
		count(*) filter (where c.outcome = 'written_off')::integer as written_off,
		count(*) filter (where c.outcome is null)::integer as undecided,
		coalesce(array_agg(c.number order by c.number) filter (where c.obsolete), '{}') as obsolete
	from claim_status c
	where c.matter_id = m.matter_id
	having true) c on true
left join lateral (
	-- some claims have an outcome and others none: it is not decided yet
	select case when c.undecided > 0 and c.undecided < c.claims then null
		else max(coalesce(o.decided_at, i.decided_at, e.day)::date) end as decided_on,
		(array_agg(e.body_id order by coalesce(o.decided_at, i.decided_at, e.day) desc))[1] as decided_in
	from agenda_item i
	join meeting e on e.id = i.meeting_id and e.cancelled_at is null
		and (e.body_id = m.council_id or e.body_id = m.decided_by_id)
	join decision o on o.meeting_id = i.meeting_id and o.position = i.position and o.kind = 'settling'
	where i.matter_id = m.matter_id
		and coalesce(o.decided_at, i.decided_at, e.day)::date <= d.as_of
		and coalesce(o.withdrawn_at::date > d.as_of, true)
	having true) s on true
left join lateral (
	select array_agg(distinct p.body_id) as prepared_by
	from (
		select e.body_id
		from agenda_item i
		join meeting e on e.id = i.meeting_id and e.cancelled_at is null and e.day <= d.as_of
		where i.matter_id = m.matter_id and i.handled is not null and i.kind <> 'information'
			and e.body_id <> m.council_id
		union all
		select a.body_id from referral_answer a
		where a.matter_id = m.matter_id and a.kind <> 'declined' and a.answered_on <= d.as_of) p
	having true) b on true
left join lateral (
	select min(h.heard_on) as board_heard_on
	from (
		select e.body_id, coalesce(o.decided_at, i.decided_at, e.day)::date as heard_on
		from agenda_item i
		join meeting e on e.id = i.meeting_id and e.cancelled_at is null
		join decision o on o.meeting_id = i.meeting_id and o.position = i.position
			and o.kind in ('opinion', 'settling') and coalesce(o.withdrawn_at::date > d.as_of, true)
		where i.matter_id = m.matter_id
		union all
		select a.body_id, a.answered_on from referral_answer a where a.matter_id = m.matter_id) h
	join body k on k.id = h.body_id and k.kind = 'executive_board'
	where h.heard_on <= d.as_of
	having true) h on true
left join lateral (
	select count(*)::integer as referred_to, count(a.answered_on)::integer as answered
	from referral f
	join referral_recipient q on q.matter_id = f.matter_id and q.number = f.number
	left join referral_answer a on a.matter_id = q.matter_id and a.number = q.number
		and a.body_id = q.body_id and a.answered_on <= d.as_of
	where f.matter_id = m.matter_id and f.sent_on <= d.as_of
	having true) r on true
left join lateral (
	-- what the council was told, and not another body
	select count(*)::integer as reports, min(n.reported_on) as first_reported_on, max(n.reported_on) as reported_on
	from motion_report n
	left join meeting e on e.id = n.meeting_id
	where n.matter_id = m.matter_id and n.reported_on between m.raised_on and d.as_of
		and (e.id is null or e.body_id = m.council_id)
	having true) n on true
left join lateral (
	select case when m.decided_by_id is null
		then months_after(m.raised_on,
			(select v.value::integer from setting_on(m.council_id, ruled_on(m.raised_on), 'motion_months') v))
		else months_after(m.raised_on,
			(select v.value::integer from setting_on(m.decided_by_id, ruled_on(m.raised_on), 'proposal_months') v)) end
	having true) x(decide_by) on true
left join lateral (
	select greatest(x.decide_by, months_after(n.reported_on,
		(select v.value::integer from setting_on(m.council_id, ruled_on(n.reported_on), 'motion_report_months') v)))
	having true) y(report_by) on true
where m.raised_on <= d.as_of;
comment on view motion_status is
'How each motion (motion) and citizen proposal (medborgarförslag) stands: by when it is to be decided (KL 5:35, 6:34), who prepared it, whether the executive board was heard (KL 5:28), what was decided on its claims, and what the council was told.';
comment on column motion_status.matter_id is 'The matter (ärende).';
comment on column motion_status.kind is 'motion or citizen_proposal (medborgarförslag).';
comment on column motion_status.number is 'Its case number (diarienummer).';
comment on column motion_status.body_id is 'The body that handles the matter (handläggande organ).';
comment on column motion_status.council_id is 'The council it was raised in.';
comment on column motion_status.decided_by_id is 'The board that the council lets decide it (KL 5:23); null: the council decides.';
comment on column motion_status.closed_on is 'Day the matter was concluded.';
comment on column motion_status.dated_on is 'Date on the paper.';
comment on column motion_status.raised_on is 'Day it was raised (väckt), from which the time runs.';
comment on column motion_status.section is 'Section of the council''s minutes.';
comment on column motion_status.decide_by is 'Last day to decide it, or to tell the council what its preparation has shown.';
comment on column motion_status.prepared_by is 'The bodies that prepared it: at a meeting, or by answering a referral; null: none yet.';
comment on column motion_status.board_heard_on is 'Day the executive board (styrelsen) gave its opinion.';
comment on column motion_status.referred_to is 'How many it was referred to (remissinstanser).';
comment on column motion_status.referrals_answered is 'How many of those have answered, or declined.';
comment on column motion_status.decided_on is 'Day it was decided; null: not yet, or not in every claim.';
comment on column motion_status.decided_in is 'The body that decided it.';
comment on column motion_status.withdrawn_on is 'Day it was withdrawn.';
comment on column motion_status.informed_on is 'Day the board told the council what it decided (KL 6:34).';
comment on column motion_status.claims is 'How many claims (att-satser) it has.';
comment on column motion_status.approved is 'How many were approved (bifallna).';
comment on column motion_status.rejected is 'How many were rejected (avslagna).';
comment on column motion_status.answered is 'How many were answered (besvarade).';
comment on column motion_status.written_off is 'How many were written off (avskrivna).';
comment on column motion_status.undecided is 'How many have no outcome.';
comment on column motion_status.obsolete is 'Which claims had expired before they were decided, or have while they are not (överspelade).';
comment on column motion_status.reports is 'How often the council was told that it is not decided.';
comment on column motion_status.first_reported_on is 'When it was told first.';
comment on column motion_status.reported_on is 'When it was told last.';
comment on column motion_status.report_by is 'Last day to decide it, or to tell the council (again); null: it is decided or withdrawn.';
comment on column motion_status.late is 'It was neither decided nor reported to the council in time, or the time to report it again has passed.';

-- What is to be done about motions; the columns are those that todo unites.
-- Matters that are open lead to what is not decided: a motion's matter is not
-- concluded before (rule motion_concluded).  Conditions that an index answers
-- stand apart, and lateral subqueries (offset 0 keeps them so) ask for one motion
-- at a time: so what is concluded costs nothing.
create or replace view motion_duty with (security_barrier) as
with unconcluded as (
	select m.matter_id
	from matter t
	join motion m on m.matter_id = t.id
	where coalesce(t.closed_on, 'infinity') > governance.as_of()
), uninformed as (
	select m.matter_id
	from motion m
	where m.decided_by_id is not null and m.informed_on is null
	union all
	select m.matter_id
	from motion m
	where m.informed_on > governance.as_of()
), duty (rule, body_id, what, matter_id, due, ruled_on) as (
	select case when s.reported_on is not null then 'motion_report_months'
			when s.decided_by_id is not null then 'proposal_months'
			else 'motion_months' end,
		s.body_id,
		pg_catalog.format(case when s.reported_on is null
				then 'decide the %s raised on %s, or tell the council what its preparation has shown'
				else 'decide the %s raised on %s, or tell the council again' end,
			replace(s.kind, '_', ' '), s.raised_on),
		s.matter_id, s.report_by, ruled_on(coalesce(s.reported_on, s.raised_on))
	from unconcluded u
	cross join lateral (
		select s.matter_id, s.kind, s.decided_by_id, s.raised_on, s.report_by, s.reported_on,
			coalesce(s.decided_by_id, s.body_id) as body_id
		from motion_status s
		where s.matter_id = u.matter_id and s.decided_on is null and s.withdrawn_on is null
		offset 0) s
	union all
	select 'proposal_report_months', s.decided_by_id,
		pg_catalog.format('tell the council what was decided on %s on the citizen proposal raised on %s',
			s.decided_on, s.raised_on),
		s.matter_id,
		months_after(s.decided_on,
			(select v.value::integer from setting_on(s.decided_by_id, ruled_on(s.decided_on), 'proposal_report_months') v)),
		ruled_on(s.decided_on)
	from uninformed u
	cross join lateral (
		select s.matter_id, s.decided_by_id, s.raised_on, s.decided_on
		from motion_status s
		where s.matter_id = u.matter_id and s.decided_in = s.decided_by_id
		offset 0) s
)
select d.rule, d.body_id,
	d.what || case when t.secret then '' else ': ' || t.title end as what,
	'matter'::text as object, d.matter_id as object_id, d.due, d.ruled_on
from duty d
join matter t on t.id = d.matter_id;
comment on view motion_duty is
'What is to be done about motions and citizen proposals: to decide them or tell the council within a year, then again each year (KL 5:35), and to tell the council what a board decided (KL 6:34).';
comment on column motion_duty.rule is 'The rule''s code (governance.rules()).';
comment on column motion_duty.body_id is 'The body responsible: which handles the matter, or may decide it.';
comment on column motion_duty.what is 'What is to be done.';
comment on column motion_duty.object is 'The table of what it is about.';
comment on column motion_duty.object_id is 'Its id there.';
comment on column motion_duty.due is 'The last day.';
comment on column motion_duty.ruled_on is 'The day whose rules it follows.';
-- Referrals (remisser): who was asked by whom, and who has answered.

-- By which referral each sender was asked itself: the last one before its own,
-- and rather one to itself than one to the body that it works for.  Who refers
-- the matter of its own accord was asked by others who do: the executive board by
-- the council, and not by a board that it has asked.  Compare the rule
-- referral_chain.
create or replace view referral_link with (security_barrier) as
with sender as not materialized (
	select r.matter_id, r.number, r.sender_id, r.sent_on, a.acts_for_id,
		s.kind in ('council', 'company', 'external') or s.id = h.id
			or a.acts_for_id is not distinct from h.id or h.parent_id is not distinct from s.id
			-- hands it over to the body that handles it
			or exists (
				select from referral l
				join referral_recipient t on t.matter_id = l.matter_id and t.number = l.number
				where l.matter_id = r.matter_id and l.sender_id = r.sender_id and l.sent_on >= r.sent_on
					and t.body_id = h.id)
			and not exists (
				select from referral l
				join referral_recipient t on t.matter_id = l.matter_id and t.number = l.number
				where l.matter_id = r.matter_id and l.number <> r.number
					and (t.body_id = r.sender_id or t.body_id = a.acts_for_id)
					and coalesce(t.received_on, l.sent_on) <= r.sent_on) as own
	from referral r
	join matter m on m.id = r.matter_id
	join body h on h.id = m.body_id
	join body s on s.id = r.sender_id
	cross join lateral (
		select case when s.kind in ('committee', 'preparation', 'working_group', 'unit') then s.parent_id end) a(acts_for_id)
)
select r.matter_id, r.number, r.sender_id, r.sent_on, r.own, (
	select p.number
	from sender p
	join referral_recipient t on t.matter_id = p.matter_id and t.number = p.number
	where p.matter_id = r.matter_id and p.number <> r.number and (p.own or not r.own)
		and (t.body_id = r.sender_id or t.body_id = r.acts_for_id)
		and coalesce(t.received_on, p.sent_on) <= r.sent_on
	order by t.body_id <> r.sender_id, p.sent_on desc, p.number desc
	limit 1) as asked_by
from sender r;
comment on view referral_link is
'How referrals (remisser) of a matter follow each other: from the council to the executive board, to its committee, to two boards.';
comment on column referral_link.matter_id is 'The matter (ärende).';
comment on column referral_link.number is 'The referral''s number in it.';
comment on column referral_link.sender_id is 'Who asks.';
comment on column referral_link.sent_on is 'The day it was sent.';
comment on column referral_link.own is 'Whether the sender refers it of its own accord: it handles the matter, or did until it referred it to the body that does; the council and those outside ask as they like.';
comment on column referral_link.asked_by is 'The referral by which the sender was asked itself; null: by none.';

create or replace view referral_status with (security_barrier) as
select t.matter_id, t.number, r.sender_id, t.body_id, b.name as body, b.kind = 'external' as outside,
	r.decided_on, r.sent_on,
	case when t.received_on <= o.as_of then t.received_on end as received_on,
	l.due, l.extended,
	a.kind as answer, a.answered_on, a.recommendation,
	case
		when a.kind = 'declined' then 'declined'
		when a.answered_on > l.due then 'late'
		when a.answered_on is not null then 'in time'
		when l.due < o.as_of then 'missing'
		else 'waiting'
	end as status,
	c.depth, c.asked_by
from referral_recipient t
join referral r on r.matter_id = t.matter_id and r.number = t.number
join body b on b.id = t.body_id
cross join governance.as_of() o(as_of)
cross join lateral (
	select coalesce(t.extended_on <= o.as_of, false),
		case when t.extended_on <= o.as_of then t.answer_by else r.answer_by end) l(extended, due)
left join referral_answer a on a.matter_id = t.matter_id and a.number = t.number and a.body_id = t.body_id
	and a.answered_on <= o.as_of
left join lateral (
	-- up the chain to one who had the matter
	with recursive up (number, own, asked_by, depth, path) as (
		select k.number, k.own, k.asked_by, 1, array[k.number]
		from referral_link k where k.matter_id = r.matter_id and k.number = r.number
		union all
		select k.number, k.own, k.asked_by, u.depth + 1, u.path || k.number
		from up u
		join referral_link k on k.number = u.asked_by
		where k.matter_id = r.matter_id and k.number <> all (u.path)
	)
	select case when bool_or(u.own) then max(u.depth) end as depth, max(u.asked_by) filter (where u.depth = 1) as asked_by
	from up u) c on true
where r.sent_on <= o.as_of;
comment on view referral_status is
'Who was asked (remissinstanser), and how each answered: in time, late, declined (avstår), not yet, or not at all.';
comment on column referral_status.matter_id is 'The matter (ärende).';
comment on column referral_status.number is 'The referral''s number in it.';
comment on column referral_status.sender_id is 'Who asked.';
comment on column referral_status.body_id is 'Who was asked.';
comment on column referral_status.body is 'Its name.';
comment on column referral_status.outside is 'Whether it is outside the municipality.';
comment on column referral_status.decided_on is 'The day the referral was decided.';
comment on column referral_status.sent_on is 'The day it was sent.';
comment on column referral_status.received_on is 'The day it was received.';
comment on column referral_status.due is 'The last day to answer (remisstid), with an extension; null: none was set.';
comment on column referral_status.extended is 'Whether an extension (anstånd) was granted.';
comment on column referral_status.answer is 'How it answered: decided (by a decision of the body), opinion, office (by letter), declined; null: not yet.';
comment on column referral_status.answered_on is 'The day of the answer.';
comment on column referral_status.recommendation is 'What it recommends: approve (tillstyrka), reject (avstyrka), answered, none.';
comment on column referral_status.status is 'in time, late, declined, waiting, or missing: the last day has passed.';
comment on column referral_status.depth is 'How far down the chain: the council 1, the executive board that it asked 2, its committee 3; null: nobody in the chain asked of its own accord.';
comment on column referral_status.asked_by is 'The referral by which the sender was asked itself.';

create or replace view referral_summary with (security_barrier) as
select r.matter_id, r.number, r.sender_id, r.decided_on, r.sent_on, r.answer_by, s.*
from referral r
cross join lateral (
	select max(s.due) as last_day,
		count(s.body_id)::integer as asked,
		count(*) filter (where s.outside)::integer as outside,
		count(s.answered_on)::integer as answered,
		count(*) filter (where s.status = 'in time')::integer as in_time,
		count(*) filter (where s.status = 'late')::integer as late,
		count(*) filter (where s.status = 'declined')::integer as declined,
		count(*) filter (where s.status = 'waiting')::integer as waiting,
		count(*) filter (where s.status = 'missing')::integer as missing
	from referral_status s
	where s.matter_id = r.matter_id and s.number = r.number) s
where r.sent_on <= governance.as_of();
comment on view referral_summary is
'Each referral (remiss): how many were asked, also outside the municipality, how many answered, in time, late, declined, and how many have not.';
comment on column referral_summary.matter_id is 'The matter (ärende).';
comment on column referral_summary.number is 'The referral''s number in it.';
comment on column referral_summary.sender_id is 'Who asked.';
comment on column referral_summary.decided_on is 'The day it was decided.';
comment on column referral_summary.sent_on is 'The day it was sent.';
comment on column referral_summary.answer_by is 'The last day to answer that it sets (remisstid).';
comment on column referral_summary.last_day is 'The last day that anybody has, with extensions (anstånd).';
comment on column referral_summary.asked is 'How many were asked.';
comment on column referral_summary.outside is 'How many of them are outside the municipality; 0 is worth a thought.';
comment on column referral_summary.answered is 'How many answered, those who declined too.';
comment on column referral_summary.in_time is 'How many answered in time.';
comment on column referral_summary.late is 'How many answered late.';
comment on column referral_summary.declined is 'How many declined to answer (avstår).';
comment on column referral_summary.waiting is 'How many still have time.';
comment on column referral_summary.missing is 'How many have not answered though their time has passed.';

-- What is due from those who were asked, in matters that are open.  offset 0: by
-- index for each of these, however many the planner thinks they are.
create or replace view referral_duty with (security_barrier) as
with open_referral as (
	select r.matter_id, r.number, r.sender_id, r.sent_on, r.answer_by, m.title, o.as_of
	from governance.as_of() o(as_of)
	join matter m on coalesce(m.closed_on, 'infinity') > governance.as_of() and m.opened_on <= o.as_of
	cross join lateral (select * from referral r where r.matter_id = m.id and r.sent_on <= o.as_of offset 0) r
)
select 'referral_answered' as rule, t.body_id,
	pg_catalog.format('answer referral %s of %s, sent on %s: %s', r.number, s.name, r.sent_on, r.title) as what,
	'referral_recipient' as object, r.matter_id as object_id,
	case when t.extended_on <= r.as_of then t.answer_by else r.answer_by end as due, r.sent_on as ruled_on
from open_referral r
join body s on s.id = r.sender_id
join referral_recipient t on t.matter_id = r.matter_id and t.number = r.number
join body b on b.id = t.body_id
-- nobody outside the municipality has to answer
where b.kind <> 'external'
	and not exists (
		select from referral_answer a
		where a.matter_id = t.matter_id and a.number = t.number and a.body_id = t.body_id
			and a.answered_on <= r.as_of)
union all
select 'referral_outside', r.sender_id,
	pg_catalog.format('ask somebody outside the municipality too by referral %s: %s', r.number, r.title),
	'referral', r.matter_id, r.answer_by, r.sent_on
from open_referral r
where exists (select from rule_setting where rule = 'referral_outside')
	and coalesce(r.answer_by, r.as_of) >= r.as_of
	and not exists (
		select from referral_recipient t join body b on b.id = t.body_id
		where t.matter_id = r.matter_id and t.number = r.number and b.kind = 'external')
	and exists (select from setting_on(r.sender_id, r.sent_on, 'referral_outside'));
comment on view referral_duty is
'Referrals (remisser) of open matters that are to be answered (referral_answered), and where the body''s regulation wants it those that nobody outside the municipality was asked by (referral_outside).';
comment on column referral_duty.rule is 'The rule''s code (governance.rules()).';
comment on column referral_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column referral_duty.what is 'What is to be done.';
comment on column referral_duty.object is 'The table of what it is about.';
comment on column referral_duty.object_id is 'The matter.';
comment on column referral_duty.due is 'The last day; null: no day is set.';
comment on column referral_duty.ruled_on is 'The day whose rules it follows.';
-- Assignments: whether they are done, and reported as often as they say.  Days
-- are those of the setting governance.as_of, or today's.

create or replace view assignment_status with (security_barrier) as
select a.matter_id, a.number, a.text, a.given_by_id, a.given_on, a.meeting_id, a.position,
	b.bodies, a.support_id, nullif(btrim(a.financing), '') as financing, a.due_on, a.every_months,
	r.reports, r.last_reported_on, n.report_by, d.done_on,
	coalesce(coalesce(d.done_on, governance.as_of()) > a.due_on, false) as late,
	coalesce(n.report_by < governance.as_of(), false) as report_late,
	coalesce(a.done_on, 'infinity') > governance.as_of() as open
from assignment a
left join lateral (select case when a.done_on <= governance.as_of() then a.done_on end
	having true) d(done_on) on true
left join lateral (
	select array_agg(b.body_id order by b.body_id)
	from assignment_body b
	where b.matter_id = a.matter_id and b.number = a.number) b(bodies) on true
left join lateral (
	select count(*)::integer, max(r.reported_on)
	from assignment_report r
	where r.matter_id = a.matter_id and r.number = a.number
		and r.reported_on <= governance.as_of()) r(reports, last_reported_on) on true
left join lateral (
	select case when d.done_on is null
		then (greatest(a.given_on, r.last_reported_on) + make_interval(months => a.every_months))::date end
	having true) n(report_by) on true
where a.given_on <= governance.as_of();
comment on view assignment_status is
'Assignments (uppdrag): who answers for each, by when it must be done or reported again, what it does not say of support (tjänstemannastöd) and financing (finansiering).';
comment on column assignment_status.matter_id is 'the matter (ärende)';
comment on column assignment_status.number is 'number within the matter';
comment on column assignment_status.text is 'what is to be done';
comment on column assignment_status.given_by_id is 'the body that gave it';
comment on column assignment_status.given_on is 'the day';
comment on column assignment_status.meeting_id is 'the meeting where it was decided';
comment on column assignment_status.position is 'the item there';
comment on column assignment_status.bodies is 'the bodies that answer for it (ansvariga organ); null: none is named';
comment on column assignment_status.support_id is 'the office whose officials support it; null: it does not say';
comment on column assignment_status.financing is 'how it is paid for; null: it does not say';
comment on column assignment_status.due_on is 'the last day to have it done; null: none is set';
comment on column assignment_status.every_months is 'how often it is reported (återrapportering), in months; null: not regularly';
comment on column assignment_status.reports is 'how many reports there are';
comment on column assignment_status.last_reported_on is 'the day of the last one';
comment on column assignment_status.report_by is 'the last day for the next one: so many months from the last, or from when it was given; null: none is due';
comment on column assignment_status.done_on is 'the day it was done; null: it is not';
comment on column assignment_status.late is 'it was done after the last day, or is not done and the day has passed';
comment on column assignment_status.report_late is 'the next report should have been there';
comment on column assignment_status.open is 'it is not done';

-- An assignment that is only reported regularly goes on until it is said to be
-- done; so nothing but the reports is due.
create or replace view assignment_duty with (security_barrier) as
with open_assignment as (
	select s.*, pg_catalog.format('assignment %s of matter %s: %s',
		s.number, coalesce(m.number::text, m.id::text), s.text) as assignment
	from assignment_status s
	join matter m on m.id = s.matter_id
	where s.open
), accountable as (
	-- where nobody is named, who gave it
	select s.*, b.body_id
	from open_assignment s
	cross join lateral unnest(coalesce(s.bodies, array[s.given_by_id])) b(body_id)
)
select d.rule, d.body_id, d.what, 'matter' as object, d.matter_id as object_id, d.due, d.given_on as ruled_on
from (
	select 'assignment_done', s.body_id, 'carry out ' || s.assignment, s.matter_id, s.due_on, s.given_on
	from accountable s
	where s.due_on is not null or s.every_months is null
	union all
	select 'assignment_reported', s.body_id, 'report on ' || s.assignment, s.matter_id, s.report_by, s.given_on
	from accountable s
	where s.every_months is not null
	union all
	select 'assignment_accountable', s.given_by_id, 'say who answers for ' || s.assignment, s.matter_id, null, s.given_on
	from open_assignment s
	where s.bodies is null
	union all
	select 'assignment_supported', s.given_by_id, 'say whose officials support ' || s.assignment, s.matter_id, null, s.given_on
	from open_assignment s
	where s.support_id is null
	union all
	select 'assignment_financed', s.given_by_id, 'say how to pay for ' || s.assignment, s.matter_id, null, s.given_on
	from open_assignment s
	where s.financing is null) d(rule, body_id, what, matter_id, due, given_on);
comment on view assignment_duty is
'What assignments (uppdrag) leave to be done: that they are done, and reported regularly, by the bodies that answer for them; and by who gave them, to say who answers for them, whose officials support them and how they are paid for.';
comment on column assignment_duty.rule is 'the rule''s code';
comment on column assignment_duty.body_id is 'the body responsible';
comment on column assignment_duty.what is 'what is to be done';
comment on column assignment_duty.object is 'the table of what it is about';
comment on column assignment_duty.object_id is 'its id there';
comment on column assignment_duty.due is 'the last day; null: none is set';
comment on column assignment_duty.ruled_on is 'the day it was given';
-- What is sent after decisions, and what is yet to be.  Days are those of the
-- setting governance.as_of, or today's.

create or replace view dispatch_status with (security_barrier) as
select d.matter_id, d.number, e.body_id, d.meeting_id, e.day, d.position, i.section, o.decided_on,
	d.recipient_id, concat_ws(', ', b.name, d.recipient) as recipient, d.document_number,
	d.responsible_id, d.send_by, s.sent_on,
	case when s.sent_on is not null then 'sent'
		when o.decided_on is not null then 'unsent'
		else 'undecided' end as state,
	coalesce(coalesce(s.sent_on, case when o.decided_on is not null then governance.as_of() end) > d.send_by,
		false) as late,
	coalesce(d.sent_on, 'infinity') > governance.as_of() as unsent
from dispatch d
join agenda_item i on i.meeting_id = d.meeting_id and i.position = d.position
join meeting e on e.id = d.meeting_id
left join body b on b.id = d.recipient_id
left join lateral (select case when d.sent_on <= governance.as_of() then d.sent_on end
	having true) s(sent_on) on true
left join lateral (
	-- the first decision of the item that stands
	select min(coalesce(o.decided_at, i.decided_at, e.day)::date)
	from decision o
	where o.meeting_id = d.meeting_id and o.position = d.position and i.matter_id = d.matter_id
		and coalesce(o.decided_at, i.decided_at, e.day) < governance.as_of() + 1
		and (o.withdrawn_at is null or o.withdrawn_at >= governance.as_of() + 1)) o(decided_on) on true
where e.day <= governance.as_of();
comment on view dispatch_status is
'To whom decisions are sent (expediering), by whom, and when they were.';
comment on column dispatch_status.matter_id is 'the matter (ärende)';
comment on column dispatch_status.number is 'number within the matter';
comment on column dispatch_status.body_id is 'the body that decided, which sends it';
comment on column dispatch_status.meeting_id is 'the meeting (sammanträde)';
comment on column dispatch_status.day is 'its day';
comment on column dispatch_status.position is 'the item (ärende på föredragningslistan)';
comment on column dispatch_status.section is 'its section (paragraf)';
comment on column dispatch_status.decided_on is 'the day of its first decision that stands; null: nothing is decided';
comment on column dispatch_status.recipient_id is 'the body it is sent to';
comment on column dispatch_status.recipient is 'name of the body, and who else it is sent to';
comment on column dispatch_status.document_number is 'the document that goes with it, such as the officials'' statement (tjänsteutlåtande)';
comment on column dispatch_status.responsible_id is 'who is to send it, and did; null: nobody is named';
comment on column dispatch_status.send_by is 'last day to send it; null: none is set';
comment on column dispatch_status.sent_on is 'the day it was sent; null: it has not been';
comment on column dispatch_status.state is 'undecided, unsent or sent';
comment on column dispatch_status.late is 'it was sent after the last day, or is decided and unsent and the day has passed';
comment on column dispatch_status.unsent is 'it has not been sent, be it decided or not';

create or replace view dispatch_duty with (security_barrier) as
select 'dispatch_sent' as rule, s.body_id,
	pg_catalog.format('send the decision in item %s of the meeting on %s to %s', s.position, s.day, s.recipient) as what,
	'matter' as object, s.matter_id as object_id, s.send_by as due, s.day as ruled_on
from dispatch_status s
where s.unsent and s.decided_on is not null;
comment on view dispatch_duty is
'Decisions that are yet to be sent to whom they are meant for (expediering).';
comment on column dispatch_duty.rule is 'the rule''s code';
comment on column dispatch_duty.body_id is 'the body that decided';
comment on column dispatch_duty.what is 'what is to be done';
comment on column dispatch_duty.object is 'the table of what it is about';
comment on column dispatch_duty.object_id is 'its id there';
comment on column dispatch_duty.due is 'the last day; null: none is set';
comment on column dispatch_duty.ruled_on is 'the day of the meeting';
-- Letters: how far each has come, and what is to be done about it.  Days are
-- those of the setting governance.as_of, or today's.

-- A condition on "unsent" reaches the table's index of it, also through the
-- view: it compares days, which tells nothing of rows that are kept back.
create or replace view letter_status with (security_barrier) as
select l.matter_id, l.number, l.body_id, l.title, l.dated_on, l.document_number,
	s.person_id as signed_by_id, s.ground as signed_as, s.signed_at,
	c.person_id as countersigned_by_id, c.signed_at as countersigned_at,
	case when l.dispatched_on <= governance.as_of() then l.dispatched_on end as dispatched_on,
	case when l.dispatched_on <= governance.as_of() then 'sent'
		when s.signed_at is null then 'unsigned'
		when c.signed_at is null then 'signed'
		else 'ready' end as state,
	coalesce(l.dispatched_on, 'infinity') > governance.as_of() as unsent
from letter l
left join letter_signature s on s.matter_id = l.matter_id and s.number = l.number
	and s.role = 'sign' and s.signed_at < governance.as_of() + 1
left join letter_signature c on c.matter_id = l.matter_id and c.number = l.number
	and c.role = 'countersign' and c.signed_at < governance.as_of() + 1
where l.dated_on <= governance.as_of();
comment on view letter_status is
'How far each letter (skrivelse) has come: signed (undertecknad), countersigned (kontrasignerad), sent. Reglemente 7 §.';
comment on column letter_status.matter_id is 'the matter (ärende)';
comment on column letter_status.number is 'the letter''s number there';
comment on column letter_status.body_id is 'the body (organ) whose letter it is';
comment on column letter_status.title is 'what it is about';
comment on column letter_status.dated_on is 'its date';
comment on column letter_status.document_number is 'the document of the matter that holds its text';
comment on column letter_status.signed_by_id is 'who has signed it';
comment on column letter_status.signed_as is 'as chair, vice_chair, second_vice_chair or designated (ordförande, vice ordförande, därtill utsedd)';
comment on column letter_status.signed_at is 'when';
comment on column letter_status.countersigned_by_id is 'who has countersigned it';
comment on column letter_status.countersigned_at is 'when';
comment on column letter_status.dispatched_on is 'the day it was sent; null: it has not been';
comment on column letter_status.state is 'unsigned, signed (and not countersigned), ready to be sent, sent';
comment on column letter_status.unsent is 'it has not been sent';

create or replace view letter_duty with (security_barrier) as
select 'letter_signed' as rule, s.body_id,
	pg_catalog.format(case s.state
			when 'unsigned' then 'sign letter %s of matter %s: %s'
			when 'signed' then 'countersign letter %s of matter %s: %s'
			else 'send letter %s of matter %s: %s' end,
		s.number, coalesce(m.number::text, m.id::text), s.title) as what,
	'matter' as object, s.matter_id as object_id, null::date as due, s.dated_on as ruled_on
from letter_status s
join matter m on m.id = s.matter_id
where s.unsent;
comment on view letter_duty is
'Letters (skrivelser) that are yet to be signed, countersigned or sent. Reglemente 7 §.';
comment on column letter_duty.rule is 'the rule''s code';
comment on column letter_duty.body_id is 'the body whose letter it is';
comment on column letter_duty.what is 'what is to be done';
comment on column letter_duty.object is 'the table of what it is about';
comment on column letter_duty.object_id is 'its id there';
comment on column letter_duty.due is 'always null: no day is set';
comment on column letter_duty.ruled_on is 'the date of the letter';
-- Fees (arvoden): what the roll of a meeting gives a right to.

-- A person is on the roll in several rows where they came and went, served for
-- another or were recused.  A row lasts until the next one where they were gone
-- only for a recusal, or where nothing happened between the two.  Points of a
-- meeting in their order: 1 opened (2), 1 decided (3), 2 opened (4), ...
create or replace view fee_basis with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, a.person_id, p.name as person,
	r.role, t.days, a.attended, f.id as fee_rate_id, f.unit, f.amount as rate,
	case f.unit
		when 'meeting' then f.amount
		when 'day' then f.amount * t.days
		when 'hour' then round(f.amount * extract(epoch from a.attended)::bigint / 3600, 2)
	end as amount
from meeting m
join body b on b.id = m.body_id
cross join lateral (select case when m.closed_at < governance.as_of() + 1 then m.closed_at end) z(closed_at)
cross join lateral (
	select w.person_id, bool_or(w.capacity = 'serving_member') as member,
		bool_or(w.capacity = 'serving_substitute') as substitute,
		array_agg(int4range(w.from_item, w.to_item, '[]')) as items,
		-- all of it, or unknown
		case when bool_and(w.since is not null and w.until is not null) and z.closed_at is not null then
			sum((
				select coalesce(sum(greatest(least(w.until, s.until) - greatest(w.since, s.since), interval '0')), interval '0')
				from (
					select n.opened_at as since, coalesce(n.closed_at, z.closed_at) as until
					from sitting n where n.meeting_id = m.id
					union all
					select m.opened_at, z.closed_at
					where not exists (select from sitting n where n.meeting_id = m.id)) s))
		end as attended
	from (
		select v.person_id, v.capacity, v.from_item, v.to_item, v.since,
			case when v.next_first is null then v.until
				when v.left_for = 'recusal' or not exists (
					select from agenda_item i
					where i.meeting_id = m.id
						and (i.handled * 2 > v.last and i.handled * 2 < v.next_first
							or i.handled * 2 + 1 > v.last and i.handled * 2 + 1 < v.next_first)) then v.next_since
				else v.until end as until
		from (
			select x.*, lead(x.first) over w as next_first, lead(x.since) over w as next_since
			from (
				select a.person_id, a.capacity, a.left_for, a.from_item, a.to_item, o.first, o.last,
					-- before the first item there is the opening
					case when o.first <= 2
							or not exists (select from agenda_item i where i.meeting_id = m.id and i.handled * 2 < o.first)
						then m.opened_at
						else (select min(c.at) from agenda_item i
							cross join lateral (values (i.handled * 2, i.opened_at), (i.handled * 2 + 1, i.decided_at)) c(point, at)
							where i.meeting_id = m.id and c.point >= o.first) end as since,
					case when a.to_item is null then z.closed_at
						else (select max(c.at) from agenda_item i
							cross join lateral (values (i.handled * 2, i.opened_at), (i.handled * 2 + 1, i.decided_at)) c(point, at)
							where i.meeting_id = m.id and c.point <= o.last) end as until
				from attendance a
				cross join lateral (
					select a.from_item * 2 + (a.from_point = 'decided')::integer as first,
						a.to_item * 2 + (a.to_point = 'decided')::integer as last) o
				where a.meeting_id = m.id
					and a.capacity in ('serving_member', 'serving_substitute', 'non_serving_substitute')) x
			window w as (partition by x.person_id order by x.first)) v) w
	group by w.person_id) a
join person p on p.id = a.person_id
left join lateral (
	-- the first of the offices in their order
	select o.kind
	from office o
	join unnest(array['chair', 'vice_chair', 'second_vice_chair', 'convener', 'vice_convener'])
		with ordinality k(kind, n) on k.kind = o.kind
	where a.member and o.body_id = m.body_id and o.person_id = a.person_id and o.valid @> m.day
	order by k.n limit 1) o on true
cross join lateral (
	select coalesce(o.kind, case when a.member then 'member' when a.substitute then 'serving_substitute'
		else 'non_serving_substitute' end)) r(role)
left join lateral (
	-- on how many days: a sitting lasts until the first item of the next
	select greatest(count(distinct s.day), 1)::integer as days
	from (
		select n.opened_at::date as day, coalesce(n.first_item, 1) as first,
			lead(n.first_item) over (order by n.number) as next
		from sitting n where n.meeting_id = m.id and n.opened_at < governance.as_of() + 1) s
	where int4range(s.first, greatest(s.next, s.first + 1)) && any (a.items)
	having true) t on true
left join lateral (
	-- the body's own rates before those for all; an office without one is paid as a member
	select c.id, c.unit, c.amount
	from (
		select g.id, g.unit, g.amount, rank() over (order by g.role <> r.role, g.body_id is null) as place
		from fee_rate g
		where coalesce(g.body_id, m.body_id) = m.body_id and g.valid @> m.day
			and g.role in (r.role, case when a.member then 'member' end)) c
	where c.place = 1) f on true
where m.opened_at < governance.as_of() + 1 and m.cancelled_at is null;
comment on view fee_basis is
'What is to be paid for each meeting (arvodesunderlag, KL 4:16), derived from the roll: who attended as what, for how long, and what the rates of the day give. A row for each unit that a rate is set in; without a rate the unit is null. Whoever was recused attended all the same.';
comment on column fee_basis.meeting_id is 'The meeting (sammanträde).';
comment on column fee_basis.body_id is 'The body (organ).';
comment on column fee_basis.body is 'Its name.';
comment on column fee_basis.day is 'The day of the meeting.';
comment on column fee_basis.person_id is 'Who is to be paid.';
comment on column fee_basis.person is 'The name.';
comment on column fee_basis.role is 'The office held that day by a member who served (ordförande, vice ordförande, sammankallande, ...), else member (ledamot), serving_substitute (tjänstgörande ersättare) or non_serving_substitute (icke tjänstgörande ersättare), whichever comes first of what the person was.';
comment on column fee_basis.days is 'On how many days of the meeting the person attended.';
comment on column fee_basis.attended is 'How long: from the opening to the close, or the person''s items, without the time between sittings; null: times are not stated, or the meeting is not closed.';
comment on column fee_basis.fee_rate_id is 'The rate; null: none is set.';
comment on column fee_basis.unit is 'What it is paid for: a meeting, a day, an hour.';
comment on column fee_basis.rate is 'Kronor for each.';
comment on column fee_basis.amount is 'Kronor to be paid (belopp); of hours, to the second.';
-- Overviews: how each meeting stands, who attends, what bodies deal with, and
-- what is on the notice board.

create or replace view meeting_overview with (security_barrier) as
select m.id as meeting_id, m.body_id, b.name as body, m.day, m.starts_at, m.place, s.state,
	a.present, a.serving, i.items, i.information, i.preparation, i.decision,
	d.decisions, v.votes, x.deviations, n.minutes
from meeting m
join body b on b.id = m.body_id
-- from here on times are before the next midnight, or not yet
cross join lateral (select (governance.as_of() + 1)::timestamp) t(night)
cross join lateral (
	select case
		when m.cancelled_at < t.night then 'cancelled'
		when m.closed_at < t.night then 'closed'
		when m.opened_at < t.night then case
			-- the last sitting so far is over
			when (select coalesce(g.closed_at < t.night, false) from sitting g
				where g.meeting_id = m.id and g.opened_at < t.night
				order by g.number desc limit 1) then 'adjourned'
			else 'open' end
		when exists (select from summons g where g.meeting_id = m.id and g.told_at < t.night)
			or exists (select from meeting_document g
				where g.meeting_id = m.id and g.kind = 'summons' and g.issued_at < t.night) then 'summoned'
		else 'planned' end) s(state)
left join lateral (
	select count(distinct g.person_id)::integer as present,
		count(distinct g.person_id) filter (where g.capacity in ('serving_member', 'serving_substitute'))::integer as serving
	from attendance g
	where g.meeting_id = m.id and m.opened_at < t.night
	having true) a on true
left join lateral (
	select count(*)::integer as items,
		count(*) filter (where g.kind = 'information')::integer as information,
		count(*) filter (where g.kind = 'preparation')::integer as preparation,
		count(*) filter (where g.kind = 'decision')::integer as decision
	from agenda_item g where g.meeting_id = m.id
	having true) i on true
left join lateral (
	select count(*)::integer as decisions
	from decision g
	where g.meeting_id = m.id and m.opened_at < t.night and g.withdrawn_at is null
		and coalesce(g.decided_at < t.night, true)
	having true) d on true
left join lateral (
	select count(*)::integer as votes
	from vote_event g
	where g.meeting_id = m.id and m.opened_at < t.night and coalesce(g.called_at < t.night, true)
	having true) v on true
left join lateral (
	select count(*)::integer as deviations from deviation g where g.meeting_id = m.id
	having true) x on true
left join lateral (
	select case
		when not coalesce(m.opened_at < t.night, false) or m.cancelled_at < t.night then null
		when count(*) = 0 then 'missing'
		when bool_or(l.meeting_id is null)
			-- what was attested at once leaves the others to minutes of their own
			or not bool_or(g.items is null) and exists (
				select from agenda_item c
				where c.meeting_id = m.id and c.handled is not null and not exists (
					select from minutes o where o.meeting_id = m.id and c.handled = any (o.items)))
			then 'drawn_up'
		when bool_and(exists (
				select from public_notice o
				where o.meeting_id = m.id and o.number = g.number and o.posted_on <= governance.as_of()))
			then 'announced'
		else 'attested' end as minutes
	from minutes g
	left join seal l on l.meeting_id = g.meeting_id and l.number = g.number and l.attested_on <= governance.as_of()
	where g.meeting_id = m.id and coalesce(g.drawn_up_on <= governance.as_of(), true)
	having true) n on true
where coalesce(m.called_on <= governance.as_of(), true);
comment on view meeting_overview is
'The meetings (sammanträden) of all bodies, those that are planned too: how each stands, who was there, what was dealt with, and how far its minutes have come.';
comment on column meeting_overview.meeting_id is 'The meeting.';
comment on column meeting_overview.body_id is 'The body (organ).';
comment on column meeting_overview.body is 'Its name.';
comment on column meeting_overview.day is 'The day; of several, the first.';
comment on column meeting_overview.starts_at is 'When it begins.';
comment on column meeting_overview.place is 'Where.';
comment on column meeting_overview.state is 'planned (planerat), summoned (kallat), open (öppnat), adjourned (ajournerat: a sitting is over, and another follows), closed (avslutat) or cancelled (inställt).';
comment on column meeting_overview.present is 'How many were entered on the roll, officials and guests too (närvarande).';
comment on column meeting_overview.serving is 'How many of them served at some item (tjänstgörande).';
comment on column meeting_overview.items is 'Items on the agenda (ärenden).';
comment on column meeting_overview.information is 'Of these, items for information (information).';
comment on column meeting_overview.preparation is 'Items to be prepared (beredning).';
comment on column meeting_overview.decision is 'Items to be decided (beslut).';
comment on column meeting_overview.decisions is 'Decisions that stand (beslut).';
comment on column meeting_overview.votes is 'Votes that were held (omröstningar).';
comment on column meeting_overview.deviations is 'Breaches that were admitted or recorded (avvikelser).';
comment on column meeting_overview.minutes is 'The minutes (protokoll): missing, drawn_up (upprättat, not all of it attested), attested (justerat) or announced (tillkännagivet); null: the meeting has not been opened.';

-- Bodies, and of each the years in which it may have met: so a body and a year
-- that are asked for are a range of the index.
create or replace view attendance_statistics with (security_barrier) as
select b.id as body_id, b.name as body, s.person_id, p.name as person, y.year,
	count(*)::integer as meetings,
	count(*) filter (where a.attended)::integer as attended,
	count(*) filter (where a.served)::integer as served,
	count(*) filter (where a.remote)::integer as remote,
	round(count(*) filter (where a.attended)::numeric / count(*), 4) as share
from body b
cross join lateral generate_series(
	(select extract(year from min(m.day))::integer from meeting m where m.body_id = b.id),
	extract(year from governance.as_of())::integer) y(year)
join meeting m on m.body_id = b.id and m.day between make_date(y.year, 1, 1) and make_date(y.year, 12, 31)
	and m.opened_at < governance.as_of() + 1 and m.cancelled_at is null
cross join lateral (
	select distinct c.person_id from membership c
	where c.body_id = b.id and c.valid @> m.day) s
join person p on p.id = s.person_id
left join lateral (
	select count(*) > 0 as attended, bool_or(c.capacity <> 'non_serving_substitute') as served,
		bool_or(c.mode = 'remote') as remote
	from attendance c
	where c.meeting_id = m.id and c.person_id = s.person_id
		and c.capacity in ('serving_member', 'serving_substitute', 'non_serving_substitute')) a on true
group by b.id, s.person_id, p.id, y.year;
comment on view attendance_statistics is
'How often those who hold a seat attend (närvarostatistik), by body and year: of the meetings that were held on days on which they held it.';
comment on column attendance_statistics.body_id is 'The body (organ).';
comment on column attendance_statistics.body is 'Its name.';
comment on column attendance_statistics.person_id is 'Who held a seat as member or substitute.';
comment on column attendance_statistics.person is 'The name.';
comment on column attendance_statistics.year is 'The calendar year.';
comment on column attendance_statistics.meetings is 'Meetings (sammanträden) in the time of the seat.';
comment on column attendance_statistics.attended is 'Of these, those that the person attended, if only in part.';
comment on column attendance_statistics.served is 'Those at which the person served at some item (tjänstgjorde).';
comment on column attendance_statistics.remote is 'Those attended at a distance, if only in part (på distans).';
comment on column attendance_statistics.share is 'The share that was attended, of 1.';

create or replace view item_kind_share with (security_barrier) as
select b.id as body_id, b.name as body, b.kind as body_kind, y.year,
	count(*)::integer as items,
	count(*) filter (where i.kind = 'information')::integer as information,
	count(*) filter (where i.kind = 'preparation')::integer as preparation,
	count(*) filter (where i.kind = 'decision')::integer as decision,
	round(count(*) filter (where i.kind = 'information')::numeric / count(*), 4) as information_share,
	round(count(*) filter (where i.kind = 'preparation')::numeric / count(*), 4) as preparation_share,
	round(count(*) filter (where i.kind = 'decision')::numeric / count(*), 4) as decision_share
from body b
cross join lateral generate_series(
	(select extract(year from min(m.day))::integer from meeting m where m.body_id = b.id),
	extract(year from governance.as_of())::integer) y(year)
join meeting m on m.body_id = b.id and m.day between make_date(y.year, 1, 1) and make_date(y.year, 12, 31)
	and m.opened_at < governance.as_of() + 1 and m.cancelled_at is null
join agenda_item i on i.meeting_id = m.id and i.handled is not null
	and coalesce(i.opened_at < governance.as_of() + 1, true)
group by b.id, y.year;
comment on view item_kind_share is
'What bodies deal with: items taken up, by kind and year, and their shares.';
comment on column item_kind_share.body_id is 'The body (organ).';
comment on column item_kind_share.body is 'Its name.';
comment on column item_kind_share.body_kind is 'What kind of body it is.';
comment on column item_kind_share.year is 'The calendar year.';
comment on column item_kind_share.items is 'Items that were taken up (behandlade ärenden).';
comment on column item_kind_share.information is 'Of these, items for information.';
comment on column item_kind_share.preparation is 'Items to be prepared (beredning).';
comment on column item_kind_share.decision is 'Items to be decided (beslut).';
comment on column item_kind_share.information_share is 'The share of items for information, of 1.';
comment on column item_kind_share.preparation_share is 'The share of items to be prepared.';
comment on column item_kind_share.decision_share is 'The share of items to be decided.';

-- A notice whose taking down is not recorded is on the board as long as it must
-- be: through the period for an appeal, or where none is set as long as if the
-- law's were.  No period is longer than the longest that is set, and no last day
-- moves more than ten days, so older notices need not be looked at.
create or replace view notice_board with (security_barrier) as
with first_posted(day) as (
	select governance.as_of() - 10 - greatest(21, max(coalesce(r.value, '21')::integer))
	from rule_setting r where r.rule = 'appeal_days'
)
select n.kind, n.body_id, b.name as body, n.meeting_id, n.number, n.matter_id, n.title,
	n.posted_on, n.until, n.read_at
from (
	select 'meeting' as kind, m.body_id, m.id as meeting_id, null::integer as number, null::bigint as matter_id,
		pg_catalog.format('meeting of %s on %s at %s', k.name, m.day, to_char(m.starts_at, 'HH24:MI')) as title,
		d.issued_at::date as posted_on, m.day as until, null::text as read_at
	from body k
	join meeting m on m.body_id = k.id and m.day >= governance.as_of()
	join meeting_document d on d.meeting_id = m.id and d.kind = 'announcement' and d.issued_at < governance.as_of() + 1
	where coalesce(m.cancelled_at >= governance.as_of() + 1, true)
	union all
	select 'minutes', m.body_id, m.id, n.number, null,
		pg_catalog.format('the minutes of %s of %s are attested', k.name, m.day),
		n.posted_on, u.until, n.kept_at
	from public_notice n
	join meeting m on m.id = n.meeting_id
	join body k on k.id = m.body_id
	cross join lateral (select governance.statutory_deadline(n.posted_on,
		make_interval(days => coalesce(rule_number(n.meeting_id, 'appeal_days'), 21))) offset 0) u(until)
	where n.posted_on <= governance.as_of()
		and (n.taken_down_on > governance.as_of() or n.taken_down_on is null and n.posted_on >= (select day from first_posted))
		and (n.taken_down_on is not null or u.until >= governance.as_of())
	union all
	select 'delegated_decision', e.body_id, null, e.number, e.matter_id, e.text,
		e.posted_on, u.until, coalesce(c.name, k.name)
	from delegated_decision e
	join body k on k.id = e.body_id
	left join body c on c.id = k.secretariat_id
	left join lateral setting_on(e.body_id, e.decided_on, 'appeal_days') s on true
	cross join lateral (select governance.statutory_deadline(e.posted_on,
		make_interval(days => coalesce(s.value::integer, 21))) offset 0) u(until)
	where e.posted_on <= governance.as_of()
		and (e.taken_down_on > governance.as_of() or e.taken_down_on is null and e.posted_on >= (select day from first_posted))
		and (e.taken_down_on is not null or u.until >= governance.as_of())) n
join body b on b.id = n.body_id;
comment on view notice_board is
'What is on the notice board (anslagstavlan, KL 8:9–8:12): announced meetings, notices of attested minutes, and decisions by delegation that are announced by themselves.';
comment on column notice_board.kind is 'meeting (sammanträde), minutes (justerat protokoll) or delegated_decision (delegationsbeslut).';
comment on column notice_board.body_id is 'The body (organ).';
comment on column notice_board.body is 'Its name.';
comment on column notice_board.meeting_id is 'The meeting; null: a decision by delegation.';
comment on column notice_board.number is 'Which of the meeting''s minutes, or the number of the decision in its matter.';
comment on column notice_board.matter_id is 'The matter of a decision by delegation.';
comment on column notice_board.title is 'What the notice says.';
comment on column notice_board.posted_on is 'The day it was posted (anslaget).';
comment on column notice_board.until is 'The last day on which it must stay: that of the meeting, or of the period for an appeal (KL 8:12, 13:5).';
comment on column notice_board.read_at is 'Where the minutes can be read; of a decision by delegation, at whose secretariat.';
-- Bodies that end, bodies of mixed composition, and who keeps their secretariat:
-- what they still owe on the day of the setting governance.as_of.

-- Which bodies end: with their own time, or when another takes their place.
create or replace view body_end with (security_barrier) as
select b.id as body_id, b.name as body, b.kind, nullif(lower(b.valid), '-infinity') as first_day, e.ends_on - 1 as last_day,
	e.ends_on <= governance.as_of() as ended,
	case when b.extended_on <= governance.as_of() then b.extended_on end as extended_on,
	case when b.dissolved_on <= governance.as_of() then b.dissolved_on end as dissolved_on,
	r.reported_on, r.report_matter_id, r.report_number,
	u.successor_id, coalesce(u.successor_id, b.parent_id) as heir_id
from body b
left join lateral (
	-- the first of those that take its place
	select s.successor_id, s.day from body_succession s
	where s.predecessor_id = b.id
	order by s.day, s.successor_id limit 1) u on true
cross join lateral (select least(nullif(upper(b.valid), 'infinity'), u.day)) e(ends_on)
left join lateral (
	select b.reported_on, b.report_matter_id, b.report_number
	where b.report_matter_id is not null and b.reported_on <= governance.as_of()) r on true
where e.ends_on is not null;
comment on view body_end is
'Bodies with an end (tillfälliga och ersatta organ): their last day, whether it has passed, the report that they return with (slutrapport), and who takes over what they leave open.';
comment on column body_end.body_id is 'The body (organ).';
comment on column body_end.body is 'Its name.';
comment on column body_end.kind is 'What kind of body it is.';
comment on column body_end.first_day is 'Its first day; null: none is set.';
comment on column body_end.last_day is 'Its last day: that of its own time, or the day before another takes its place.';
comment on column body_end.ended is 'Has that day passed?';
comment on column body_end.extended_on is 'The day of the decision that last prolonged its time (förlängning).';
comment on column body_end.dissolved_on is 'The day of the decision that ended it before its time (upplösning).';
comment on column body_end.reported_on is 'The day of its report; null: it has not reported.';
comment on column body_end.report_matter_id is 'The matter of the report.';
comment on column body_end.report_number is 'The document there.';
comment on column body_end.successor_id is 'The body that takes its place (efterträdare).';
comment on column body_end.heir_id is 'Who takes over what it leaves open: the successor, else the parent; null: nobody is named.';

-- A matter belongs to one body at a time, so what is handed over is seen by the
-- body that it is with now.
create or replace view left_open with (security_barrier) as
with ended as materialized (
	select e.body_id, e.body, e.last_day, e.heir_id, s.citation, s.wording
	from body_end e
	left join lateral setting_on(coalesce(e.heir_id, e.body_id), e.last_day, 'open_at_end') s on s.value = 'true'
	where e.ended
)
select e.body_id, e.body, e.last_day, o.kind, o.title, o.matter_id, o.meeting_id, o.number, e.heir_id,
	e.citation, e.wording
from ended e
cross join lateral (
	select 'matter' as kind, t.title, t.id as matter_id, null::bigint as meeting_id, null::integer as number
	from matter t
	where t.body_id = e.body_id and coalesce(t.closed_on, 'infinity') > governance.as_of()
		and t.opened_on <= governance.as_of()
	union all
	-- put off, and never taken up again; while its matter is with the body, it is
	-- the matter that is open
	select 'item', i.title, i.matter_id, i.meeting_id, i.position
	from meeting m
	cross join lateral (
		select distinct d.position from decision d
		where d.meeting_id = m.id and d.outcome in ('tabled', 'referred_back', 'adjourned')
			and d.withdrawn_at is null
			and not exists (
				select from decision s
				where s.meeting_id = d.meeting_id and s.position = d.position
					and s.kind = 'settling' and s.withdrawn_at is null)) d
	join agenda_item i on i.meeting_id = m.id and i.position = d.position
	left join matter t on t.id = i.matter_id
	where m.body_id = e.body_id and m.day <= governance.as_of() and m.cancelled_at is null
		and (t.id is null or t.body_id <> e.body_id and coalesce(t.closed_on, 'infinity') > governance.as_of())
		and not exists (
			select from agenda_item c
			join meeting n on n.id = c.meeting_id
			where c.continues_meeting_id = i.meeting_id and c.continues_position = i.position
				and n.day <= governance.as_of() and n.cancelled_at is null)
		and not exists (
			select from agenda_item c
			join meeting n on n.id = c.meeting_id
			where c.matter_id = i.matter_id and n.starts_at > m.starts_at
				and n.day <= governance.as_of() and n.cancelled_at is null)
	union all
	select 'assignment', a.text, a.matter_id, null, a.number
	from assignment_body r
	join assignment a on a.matter_id = r.matter_id and a.number = r.number
	where r.body_id = e.body_id and a.given_on <= governance.as_of()
		and coalesce(a.done_on, 'infinity') > governance.as_of()
	union all
	select 'referral', t.title, f.matter_id, null, f.number
	from referral_recipient r
	join referral f on f.matter_id = r.matter_id and f.number = r.number
	join matter t on t.id = f.matter_id
	where r.body_id = e.body_id and f.sent_on <= governance.as_of()
		and not exists (
			select from referral_answer w
			where w.matter_id = r.matter_id and w.number = r.number and w.body_id = r.body_id
				and w.answered_on <= governance.as_of())) o;
comment on view left_open is
'What bodies that have ended left open (oavslutade ärenden): matters with them, items put off and not taken up again, assignments not done, referrals not answered. To be given to the successor or the parent.';
comment on column left_open.body_id is 'The body that has ended.';
comment on column left_open.body is 'Its name.';
comment on column left_open.last_day is 'Its last day.';
comment on column left_open.kind is 'matter (ärende), item (bordlagt, återremitterat eller ajournerat), assignment (uppdrag) or referral (remiss).';
comment on column left_open.title is 'What it is called.';
comment on column left_open.matter_id is 'The matter; null: an item about none.';
comment on column left_open.meeting_id is 'Of an item: the meeting that put it off.';
comment on column left_open.number is 'The item''s number on that agenda, or the number of the assignment or referral in the matter.';
comment on column left_open.heir_id is 'The successor, else the parent.';
comment on column left_open.citation is 'The provision (bestämmelse) by which that body takes it over; null: none is in force.';
comment on column left_open.wording is 'Its wording.';

create or replace view empty_seat_category with (security_barrier) as
select c.body_id, b.name as body, c.name as seat_category, s.citation, s.wording
from seat_category c
join body b on b.id = c.body_id
left join lateral setting_on(c.body_id, governance.as_of(), 'seat_categories') s on s.value = 'true'
where b.valid @> governance.as_of()
	and not exists (
		select from body_succession u
		where u.predecessor_id = c.body_id and u.day <= governance.as_of())
	and not exists (
		select from membership m
		where m.body_id = c.body_id and m.seat_category = c.name and m.valid @> governance.as_of());
comment on view empty_seat_category is
'Categories of seats that nobody holds in a body of mixed composition (representation utan företrädare).';
comment on column empty_seat_category.body_id is 'The body (råd).';
comment on column empty_seat_category.body is 'Its name.';
comment on column empty_seat_category.seat_category is 'The category: elected representatives, officials, associations, business.';
comment on column empty_seat_category.citation is 'The provision (bestämmelse) by which somebody is to sit for each; null: none does.';
comment on column empty_seat_category.wording is 'Its wording.';

-- From the few settings that name a unit; setting_on says which is in force.
create or replace view wrong_secretariat with (security_barrier) as
select b.id as body_id, b.name as body, s.value as prescribed, u.name as kept_by, s.citation, s.wording
from body b
left join body u on u.id = b.secretariat_id
cross join lateral setting_on(b.id, governance.as_of(), 'secretariat') s
where b.id in (
		select k.id
		from rule_setting t
		join regulation r on r.id = t.regulation_id
		join body k on k.id = r.body_id or r.body_id is null and k.kind = coalesce(t.body_kind, k.kind)
		where t.rule = 'secretariat' and r.valid @> governance.as_of())
	and b.valid @> governance.as_of()
	and not exists (
		select from body_succession u
		where u.predecessor_id = b.id and u.day <= governance.as_of())
	and lower(btrim(u.name)) is distinct from lower(btrim(s.value));
comment on view wrong_secretariat is
'Bodies whose secretariat (sekretariat, kansli) is kept by another unit than the regulation in force names, or by none.';
comment on column wrong_secretariat.body_id is 'The body.';
comment on column wrong_secretariat.body is 'Its name.';
comment on column wrong_secretariat.prescribed is 'The unit that is to keep it.';
comment on column wrong_secretariat.kept_by is 'The unit that does; null: none is named.';
comment on column wrong_secretariat.citation is 'The provision (bestämmelse).';
comment on column wrong_secretariat.wording is 'Its wording.';

create or replace view body_duty with (security_barrier) as
select 'seat_categories' as rule, c.body_id,
	pg_catalog.format('choose somebody for the seats of "%s" in %s', c.seat_category, c.body) as what,
	'body' as object, c.body_id as object_id, null::date as due, governance.as_of() as ruled_on
from empty_seat_category c
where c.citation is not null
union all
select 'secretariat', s.body_id,
	pg_catalog.format('let "%s" keep the secretariat of %s%s', s.prescribed, s.body, ', not "' || s.kept_by || '"'),
	'body', s.body_id, null, governance.as_of()
from wrong_secretariat s
union all
select 'body_report', e.body_id, pg_catalog.format('hand in the report of %s', e.body),
	'body', e.body_id, e.last_day, least(e.last_day, governance.as_of())
from body_end e
cross join lateral setting_on(e.body_id, least(e.last_day, governance.as_of()), 'body_report') s
where e.reported_on is null and coalesce(e.first_day, '-infinity') <= governance.as_of()
union all
select 'open_at_end', coalesce(o.heir_id, o.body_id),
	pg_catalog.format(case o.kind
			when 'matter' then 'take over the matter "%s" from %s, which ended on %s'
			when 'item' then 'take up the item "%s", which %s had put off when it ended on %s'
			when 'assignment' then 'give the assignment "%s" of %s, which ended on %s, to another body'
			else 'let another body answer the referral "%s" to %s, which ended on %s' end,
		o.title, o.body, o.last_day),
	case o.kind when 'item' then 'meeting' else 'matter' end,
	case o.kind when 'item' then o.meeting_id else o.matter_id end,
	null, o.last_day
from left_open o
where o.citation is not null;
comment on view body_duty is
'What bodies have to do (att göra) about their composition, their secretariat, their report, and what others left open.';
comment on column body_duty.rule is 'The rule''s code (governance.rules()).';
comment on column body_duty.body_id is 'The body responsible (ansvarigt organ).';
comment on column body_duty.what is 'What is to be done.';
comment on column body_duty.object is 'The table of what it is about.';
comment on column body_duty.object_id is 'Its id there.';
comment on column body_duty.due is 'The last day; null: no day is set.';
comment on column body_duty.ruled_on is 'The day whose rules apply.';
-- What is decided.

create or replace view decision_register with (security_barrier) as
select m.body_id, b.name as body, o.meeting_id, m.day, o.position, o.point, i.section,
	i.title, o.kind, o.outcome, o.text,
	r.present, v.yes, v.no, v.abstain,
	o.on_behalf_of,
	-- those of the item, and those of the meeting as a whole
	(select array_agg(distinct d.rule order by d.rule) from deviation d
		where d.meeting_id = o.meeting_id and coalesce(d.position, o.position) = o.position) as deviations,
	f.attested_on, f.posted_on, f.appealable, f.appeal_until, f.appeal_pending,
	case when f.legal_force_on <= governance.as_of() then f.legal_force_on end as legal_force_on
from decision o
join agenda_item i on i.meeting_id = o.meeting_id and i.position = o.position
join meeting m on m.id = o.meeting_id
join body b on b.id = m.body_id
left join lateral (
	-- those of item_roll, without looking for the seats of others
	select count(*) as present
	from (
		select distinct a.person_id, a.capacity, a.serves_for
		from attendance a
		where a.meeting_id = o.meeting_id and a.capacity in ('serving_member', 'serving_substitute')
			and a.from_item <= i.handled
			and (a.to_item is null or a.to_item > i.handled
				or a.to_item = i.handled and a.to_point = 'decided')
			and not exists (
				select from recusal r
				where r.meeting_id = o.meeting_id and r.position = o.position and r.person_id = a.person_id
					and (r.ruling = 'upheld' or r.self_declared and r.ruling is null))) a) r on true
left join vote_result v on v.meeting_id = o.meeting_id and v.position = o.position
	and v.number = o.vote_number
left join decision_force f on f.meeting_id = o.meeting_id and f.position = o.position
	and f.point = o.point
where o.withdrawn_at is null and m.day <= governance.as_of();

comment on view decision_register is
'Every decision that stands (beslutsregister): where and how it was made, what was admitted as a deviation, when it was attested and announced, until when it can be appealed and when it gained legal force.';
comment on column decision_register.body_id is 'The body that decided.';
comment on column decision_register.body is 'Its name.';
comment on column decision_register.meeting_id is 'The meeting (sammanträde).';
comment on column decision_register.day is 'Its day.';
comment on column decision_register.position is 'The item''s number on the agenda.';
comment on column decision_register.point is 'The point of the decision within the section (beslutspunkt).';
comment on column decision_register.section is 'The section of the minutes (paragraf).';
comment on column decision_register.title is 'The item''s title (ärendemening).';
comment on column decision_register.kind is 'Settling (avgörande), procedural, election (val), opinion (yttrande) or noting.';
comment on column decision_register.outcome is 'What was decided, in a word.';
comment on column decision_register.text is 'The decision''s wording.';
comment on column decision_register.present is 'How many served when it was decided.';
comment on column decision_register.yes is 'Votes for, where a vote was held (omröstning).';
comment on column decision_register.no is 'Votes against.';
comment on column decision_register.abstain is 'Votes that abstained.';
comment on column decision_register.on_behalf_of is 'The body on whose behalf it was made (på delegation).';
comment on column decision_register.deviations is 'The rules whose breach was admitted (avvikelser).';
comment on column decision_register.attested_on is 'When the minutes were attested (justerade).';
comment on column decision_register.posted_on is 'When that was announced (tillkännagivet).';
comment on column decision_register.appealable is 'Whether it can be appealed at all (KL 13:2).';
comment on column decision_register.appeal_until is 'The last day for an appeal (överklagande, KL 13:5).';
comment on column decision_register.appeal_pending is 'Whether an appeal is pending.';
comment on column decision_register.legal_force_on is 'The day it gained legal force (laga kraft); null: it has not.';
-- Everything due, late or missing, of all subjects: a line for each.  Their views
-- have the same columns: which rule, whose duty, what, about what, by when, and
-- the day whose rules it follows (a meeting's, for what it leaves to be done).
create or replace view todo with (security_barrier) as
select d.rule, d.body_id, b.name as body, d.what, d.due,
	d.due - governance.as_of() as days_left,
	case when d.due is null then 'missing'
		when d.due < governance.as_of() then 'late'
		else 'due' end as status,
	s.citation, s.wording, d.object, d.object_id
from (
	select * from meeting_duty
	union all select * from vacancy_duty
	union all select * from policy_duty
	union all select * from motion_duty
	union all select * from letter_duty
	union all select * from dispatch_duty
	union all select * from assignment_duty
	union all select * from body_duty
	union all select * from referral_duty
	union all select * from document_duty
	union all select * from delegation_duty
) d
join body b on b.id = d.body_id
cross join this_registry g
left join lateral governance.setting_on(g.name, d.body_id, d.ruled_on, d.rule) s on true;

comment on view todo is
'Everything due, late or missing (att göra), in one list, of all views that are called ..._duty. One row a duty, with the rule and the provision it follows from.';
comment on column todo.rule is 'The rule''s code (governance.rules()).';
comment on column todo.body_id is 'The body responsible (ansvarigt organ).';
comment on column todo.body is 'Its name.';
comment on column todo.what is 'What is to be done.';
comment on column todo.due is 'The last day; null: no day is set.';
comment on column todo.days_left is 'Days until then, negative when it has passed.';
comment on column todo.status is 'Due, late, or missing (where no day is set).';
comment on column todo.citation is 'The provision (bestämmelse).';
comment on column todo.wording is 'Its wording.';
comment on column todo.object is 'The table of what it is about.';
comment on column todo.object_id is 'Its id there.';
-- The reports as of any day in a single query: todo_as_of(day) and its like give
-- what the view gives where the setting governance.as_of is that day.  Compiling
-- them (jit) costs seconds, and running them some milliseconds.

do $do$
declare
	report text;
begin
	foreach report in array array['todo', 'decision_register', 'delegation_status', 'motion_status',
		'referral_status', 'meeting_overview', 'notice_board', 'policy_status', 'area_status']
	loop
		execute format($report$
create or replace function %I(day date) returns setof %I
language plpgsql stable
set search_path from current
set jit = off
as $$
declare
	former text := coalesce(current_setting('governance.as_of', true), '');
begin
	perform set_config('governance.as_of', day::text, true);
	return query select * from %2$I;
	perform set_config('governance.as_of', former, true);
end
$$;
$report$, report || '_as_of', report);
		execute format('comment on function %I(date) is %L', report || '_as_of',
			format('The view %s as it stood on a day (per en viss dag).', report));
	end loop;
end
$do$;
-- What every table and column means, with the Swedish term and the section of
-- law (KL: kommunallagen 2017:725) or of the reglemente it comes from.
--
--     table | text            table.column | text
--     .column | text          of that column in every table named here
--
-- Later files comment what they make themselves.

do $$
declare
	line text[];
	common jsonb := '{}';
	tab name;
	col name;
begin
	for line in select governance.settings_lines($comments$
.id | Number (id); starts at the municipality's code times 10^12, so that ids stay unique when registries are read together.
.body_id | The body (organ).
.person_id | The person.
.meeting_id | The meeting (sammanträde).
.position | The item's number on the agenda (ärendenummer på föredragningslistan).
.valid | From the first day to the day before the upper bound; without a bound for ever.
.decided_by | The body that decided it.
.matter_id | The matter (ärende).
.number | Number within the matter (löpnummer).
.document_number | The document (handling) of the matter.

registry | The registry itself: one row (registret).
registry.version | Version of the extension that made or last upgraded it; governance.upgrade_registry changes it.
registry.municipality | The municipality's code of four digits (kommunkod): 0180 is Stockholm.
registry.case_number_shape | Shape of the case numbers (diarienummer) here, where their texts could be read in two ways or have a year of two digits: code-serial-yy and the like, see governance.case_number(text, text); null: none is named.
registry.singleton | Always true: there is one row.

extra_day | Days that are no working days here, besides holidays and their eves (klämdag, lokal fridag).
extra_day.day | The day.
extra_day.name | What it is called.

history_import | Imports of history (historikimport): transactions in which breaches were recorded instead of refused; see governance.begin_import.
history_import.begun_by | Database role of the session.
history_import.begun_at | When it was begun.

regulation | Regulations (reglemente) and laws, as versions with the days they are in force; what was in force on the day of a meeting decides over it.
regulation.body_id | The body it is for; null: a law, the ground layer for all.
regulation.title | Its title.
regulation.law | Short name of a law: KL; null for a body's own regulation.
regulation.adopted_by | The body that adopted it (antagande organ).

provision | The sections of a regulation (bestämmelser) in their exact wording.
provision.regulation_id | The regulation.
provision.citation | The place: 5 §, KL 6:27.
provision.ordinal | Order in the text.
provision.wording | Wording (lydelse), the document's own; null: it is cited without.

rule_setting | Which rule applies, with which value, from which provision, and how strictly (regelinställning). governance.rules() lists the rules.
rule_setting.regulation_id | The regulation that it is a setting of.
rule_setting.rule | Code of the rule; for a rule of the registry's own a name of its own.
rule_setting.body_kind | In a law: the kind of body it is for; null: all.
rule_setting.value | The rule's value, of the type that governance.rules() gives; null: its default.
rule_setting.citation | The provision that it follows from.
rule_setting.mode | enforce (refuse), warn, record (store a deviation), off.
rule_setting.procedure | For a rule of the registry's own: its function (bigint, integer) returns text, with its schema.

meeting_request | Requests for a meeting (begäran om sammanträde; KL 6:23, reglemente 3 §).
meeting_request.requested_on | Day of the request.
meeting_request.subject | What it is to be about.

meeting_requester | Who asks for a meeting.
meeting_requester.request_id | The request.

meeting | Meetings (sammanträden). Times are those of the events, as the minutes state them.
meeting.day | Day of the meeting; the rules in force on it decide.
meeting.place | Place (plats; reglemente 3 §).
meeting.starts_at | Time it is called to.
meeting.ground | Why it is held: plan (sammanträdesplan), chair (ordföranden finner det behövligt), members (på begäran), parent (KL 6:23).
meeting.called_by | Who called it (kallat av).
meeting.request_id | The request it is held on.
meeting.urgent | Called with shorter notice (brådskande; KL 5:15).
meeting.opened_at | When it was opened (öppnat).
meeting.closed_at | When it was closed (avslutat).
meeting.cancelled_at | When it was cancelled (inställt).

sitting | The parts of a meeting that runs over several days or with adjournments (förhandlingar, ajournering).
sitting.number | Which sitting, from 1.
sitting.opened_at | When it was opened.
sitting.closed_at | When it ended.
sitting.first_item | The first item in it, in the order of handling.

meeting_document | Documents of a meeting: announcement, summons, agenda (reglemente 4 §).
meeting_document.kind | announcement (kungörelse; KL 5:13), summons (kallelse), agenda (föredragningslista).
meeting_document.issued_at | When it was issued.
meeting_document.responsible_id | Who answers for it: the chair.

summons | Who was told of time and place (kallelse; KL 6:16).
summons.told_at | When.

agenda_item | Items of a meeting (ärenden).
agenda_item.title | Heading (ärendemening).
agenda_item.kind | information, preparation (beredning) or decision (beslut).
agenda_item.exercise_of_authority | Exercises authority against an individual (myndighetsutövning mot enskild; KL 4:25).
agenda_item.area | Which of the committee's main areas it is about (reglemente 1 §).
agenda_item.minority_tabled | Tabled or referred back on the demand of a third of those present (minoritetsbordläggning, minoritetsåterremiss; KL 5:50).
agenda_item.unprepared | Settled as urgent though it was not prepared (brådskande, utan beredning; KL 5:33).
agenda_item.announced | Stood in the announcement or summons (kungjort; KL 5:13).
agenda_item.handled | Place in the order of handling, from 1; null: not taken up. Attendance and presiding are ranges over it.
agenda_item.opened_at | When it was taken up.
agenda_item.decided_at | When it was concluded.
agenda_item.section | Section number (paragraf, §) in the series of the year (KL 5:66).
agenda_item.continues_meeting_id | Meeting of the item that this one continues (bordlagt, återremitterat).
agenda_item.continues_position | Number of that item.
agenda_item.matter_id | The matter that it is about (ärende, diarienummer); null: none is registered.

attendance | Who was present, in which capacity, at which items (närvaro; KL 5:66). A row for each stretch of presence.
attendance.capacity | serving_member (tjänstgörande ledamot), serving_substitute (tjänstgörande ersättare), non_serving_substitute (ej tjänstgörande ersättare), commissioner (borgarråd), city_director (stadsdirektör), presenter (föredragande), secretary (sekreterare), official (tjänsteperson), guest.
attendance.serves_for | The member whose seat a serving substitute takes.
attendance.mode | on_site or remote (på distans; KL 6:24).
attendance.from_item | First item, in the order of handling.
attendance.from_point | Present from when that item was opened, or only when it was decided.
attendance.to_item | Last item, in the order of handling; null: to the close.
attendance.to_point | Left when that item was opened, or after it was decided.
attendance.left_for | Why: recusal (jäv), link_lost (bruten förbindelse), other.

remote_notice | Who asks to take part at a distance, and what was decided (distansdeltagande; KL 6:24, reglemente 3 §).
remote_notice.notified_on | Day the secretariat was told.
remote_notice.reason | The special reason (särskilda skäl).
remote_notice.sound_and_picture | Sound and picture in real time are confirmed.
remote_notice.equal_terms | All see and hear each other on equal terms (på lika villkor).
remote_notice.premises_secure | Nobody unauthorised can follow (lokalens utformning).
remote_notice.consulted_id | The vice chair who was consulted (samråd).
remote_notice.consulted_at | When.
remote_notice.decided_by | The person who decided: the chair.
remote_notice.decided_at | When.
remote_notice.granted | Whether it was granted; null: not decided.

recusal | Questions of impartiality (jäv; KL 6:28-32, the council 5:47).
recusal.ground | Ground (jävsgrund).
recusal.self_declared | Declared by the person.
recusal.ruling | disregarded (bortses från; KL 6:29), rejected (avslagen), upheld (jäv föreligger); null: no ruling.
recusal.in_room | Stayed in the room (KL 6:30).
recusal.indispensable_act | May stay for an act that cannot wait and nobody else can do in time (KL 6:30).

exclusion | Who is kept from an item by decision (reglemente 8 §).
exclusion.reason | Why.

presiding | Who presides over which items (ordförande för sammanträdet; reglemente 7 §).
presiding.from_item | First item, in the order of handling.
presiding.to_item | Last item; null: to the close.
presiding.ground | chair, vice_chair, designated (särskilt utsedd) and the like: why this person.

statement | What somebody said or handed in (yttrande).
statement.number | Which, within the item.
statement.kind | speech (inlägg), presentation (föredragning), note (protokollsanteckning), special_statement (särskilt uttalande).
statement.made_at | When.
statement.text | Its text.

proposal | Proposals put at the meeting (yrkanden).
proposal.number | Which, within the item.
proposal.kind | approve (bifall), amend (ändring), reject (avslag), table (bordläggning), refer_back (återremiss).
proposal.text | Its text.

vote_event | Votes held (omröstning, votering; KL 5:53-56).
vote_event.number | Which, within the item.
vote_event.kind | open (öppen) or closed (sluten; KL 5:55).
vote_event.subject | settling (i sak), procedural (i formfråga), election (val), employment (anställning).
vote_event.yes_proposal | The proposal that yes stands for (ja-proposition).
vote_event.no_proposal | The proposal that no stands for (nej-proposition).
vote_event.called_at | When it was called.
vote_event.lot | The side that a lot decided for, yes or no (lottning).

vote | How each voted (röst). In a closed vote only that a ballot was handed in.
vote.number | Which vote of the item.
vote.choice | yes (ja), no (nej), abstain (avstår), ballot (röstsedel lämnad).

election | Elections (val).
election.number | Which, within the item.
election.purpose | What is elected to: adjuster (justerare), chair and so on.
election.seats | How many are elected.
election.method | acclamation (acklamation), majority (majoritetsval), proportional (proportionellt val; KL 5:54).
election.vote_number | The vote it was held by.

candidate | Candidates of an election (kandidater).
candidate.number | Which election of the item.
candidate.list | Name of the list (valsedel) in a proportional election.
candidate.rank | Place on the list.
candidate.lot | Place drawn by lot (lottning); lower goes first.

ballot_tally | What the tellers counted in a closed ballot (rösträkning): the one place where counts are entered, since rows would break secrecy.
ballot_tally.number | Which vote of the item.
ballot_tally.line | Line of the tally.
ballot_tally.choice | yes, no, candidate, blank (blank) or invalid (ogiltig).
ballot_tally.list | The list, on a line for one (valsedel med partibeteckning).
ballot_tally.person_id | The candidate, on a line for one.
ballot_tally.ballots | How many ballots (röstsedlar).

decision | Decisions (beslut): the gavel. What the rules ask of one is checked here.
decision.point | Point within the item (beslutspunkt, att-sats).
decision.kind | settling (avgör ärendet), procedural (formellt), election (val), opinion (yttrande), noting (antecknas).
decision.outcome | approved (bifall), rejected (avslag), tabled (bordläggning), referred_back (återremiss), adjourned (ajournering), elected (vald), noted (antecknat), answered (besvarad), written_off (avskriven; KL 5:35), other.
decision.text | Text (beslutsmening).
decision.decided_at | When.
decision.vote_number | The vote it was decided by; null: by acclamation.
decision.proposal_number | The proposal that was carried.
decision.on_behalf_of | The body in whose place it is decided (på delegation; KL 6:37).
decision.appealable | Whether it can be appealed (överklagbart; KL 13:2); null: not stated.
decision.delegation_id | The delegation it rests on (delegation); null: any from the body it is made on behalf of.
decision.subject | What it is about, in the words of KL 6:38: see delegation.subject_kind.
decision.statement_number | The officials' statement (tjänsteutlåtande) of the item's matter that it refers to.
decision.withdrawn_at | When it was withdrawn before the meeting closed.

reservation | Reservations (KL 4:27): who disagrees and says so.
reservation.point | Point of the decision.
reservation.announced_at | When it was announced; before the meeting closes.
reservation.reasons | Written reasons (skriftlig reservation).
reservation.reasons_at | When they were handed in; before attestation.

abstention | Who declared, where no vote was held, that they take no part in a decision (deltar ej i beslutet; KL 4:25).
abstention.point | Point of the decision.

deviation | Breaches that were admitted or recorded (avvikelser): what was done unlawfully is stored as what it is.
deviation.body_id | The body, where it is not about a meeting.
deviation.matter_id | The matter, where it is about something done in one and not at a meeting.
deviation.position | The item, or the number within the matter; null: the whole meeting, matter or body.
deviation.rule | Code of the rule that was broken.
deviation.reason | Why it is admitted.
deviation.citation | The provision, as it was cited then.
deviation.wording | Its wording then.
deviation.found | What was found.
deviation.admitted_by | Database role of the session.
deviation.admitted_at | When it was stored.

minutes | Minutes (protokoll; KL 5:65, reglemente 6 §): a set of sections that are attested together.
minutes.number | Which minutes of the meeting.
minutes.items | The items they cover, by agenda number; null: all that remain.
minutes.immediate | Attested at the meeting (omedelbar justering; KL 5:69).
minutes.responsible_id | Who keeps them (protokollförare).
minutes.drawn_up_on | When they were drawn up.

adjuster | Who was elected to attest the minutes (justerare; KL 5:69, reglemente 6 §).
adjuster.position | The item of the election.
adjuster.alternate | Elected as an alternate (ersättare för justerare).
adjuster.from_item | First item, in the order of handling.
adjuster.to_item | Last item; null: to the close.

attestation | Signatures under the minutes (justering; KL 5:69).
attestation.number | Which minutes of the meeting.
attestation.role | chair (ordförande), adjuster (justerare), later_meeting (ett senare sammanträde).
attestation.signed_at | When.
attestation.hindrance | Why somebody else signs (förhinder).
attestation.later_meeting_id | The later meeting that attests in place of those who cannot (ett senare sammanträde).

seal | Seals of attested minutes (sigill): the stored text and its place in the body's chain.
seal.number | Which minutes of the meeting.
seal.ordinal | Place in the body's chain, from 1.
seal.format | Version of the canonical form.
seal.attested_on | Day of the last signature (justeringsdag).
seal.content | The minutes in canonical form.
seal.previous | Hash of the seal before.
seal.hash | SHA-256 over the former hash and the content.

correction | Corrections of attested minutes (rättelser): appended, nothing is replaced.
correction.old_text | What stands in the minutes.
correction.new_text | What it should say.
correction.reason | Why.
correction.corrected_by | The person who corrects.
correction.corrected_at | When.

public_notice | Announcements of attested minutes on the notice board (anslag, tillkännagivande; KL 8:9-12).
public_notice.number | Which minutes of the meeting.
public_notice.posted_on | Day it was put up.
public_notice.kept_at | Where the minutes are kept (förvaringsställe).
public_notice.taken_down_on | Day it was taken down; null: still up.

appeal | Appeals against decisions (överklagande; KL 13 kap.).
appeal.point | Point of the decision.
appeal.filed_on | Day it was filed.
appeal.court | The court (domstol).
appeal.stay | The decision may not be carried out meanwhile (inhibition).
appeal.outcome | rejected (avslag), dismissed (avvisning), annulled (upphävt), withdrawn (återkallat).
appeal.concluded_on | Day it was concluded.

case_series | Series of case numbers (diarieserier), one for each organ and year; see next_case_number.
case_series.organ | Abbreviation of the organ (nämnd), in upper case.
case_series.year | Year.
case_series.last_serial | The last serial number (löpnummer) that was given.

matter | Matters (ärenden) in the register (diarium).
matter.body_id | The body that handles it (handläggande organ).
matter.number | Case number (diarienummer); null: none has been given yet.
matter.title | What it is about (ärendemening).
matter.opened_on | Day it was registered.
matter.closed_on | Day it was concluded (avslutat).
matter.secret | Hidden from those who may only read (sekretess).

document | Documents received or drawn up in a matter (inkomna och upprättade handlingar; förvaltningslagen 22 §).
document.kind | motion, citizen_proposal (medborgarförslag), statement (tjänsteutlåtande), answer (svar), proposal (förslag), report (rapport), letter (skrivelse), appendix (bilaga), other.
document.direction | received (inkommen) or drawn_up (upprättad).
document.title | Content in brief.
document.dated_on | Date on the document.
document.arrived_on | Day it was received (ankomstdag; förvaltningslagen 22 §).
document.counterpart | From whom it came, or to whom it was sent.
document.secret | Hidden from those who may only read (sekretess).
document.appendix_of | Document that it is an appendix (bilaga) of.
document.appendices | How many appendices it says it has.
document.signatories | How many people it says sign it.
document.costs | What it says of costs (ekonomiska aspekter); null: nothing.
document.page_mark | Its page as marked on it: SID. 3 (7).

document_signatory | Who signed a document (undertecknare).
document_signatory.title | Title beside the name.
document_signatory.acting | In somebody's place (tf., tillförordnad).

document_author | The units that drew up a document (utarbetad inom, i samarbete med).
document_author.lead | The unit that answered for it.

referral | Referrals for an opinion or for preparation (remisser).
referral.sender_id | The body that asks.
referral.document_number | The document that is referred.
referral.decided_on | Day it was decided.
referral.sent_on | Day it was sent.
referral.answer_by | Last day to answer (remisstid); null: none was set.

referral_recipient | Who is asked: a body of the registry, also an office, a company, somebody outside the municipality (remissinstans).
referral_recipient.received_on | Day it was received.
referral_recipient.answer_by | A later last day that this recipient was given (anstånd).
referral_recipient.extended_on | Day that was granted.

referral_answer | Answers to referrals (remissvar).
referral_answer.kind | decided (by the body at a meeting), opinion (yttrande), office (svar från förvaltningen), declined (avstår).
referral_answer.answered_on | Day of the answer.
referral_answer.statement_number | The officials' statement (tjänsteutlåtande) that the answer refers to.
referral_answer.meeting_id | Where the body decided it.
referral_answer.position | The item there.
referral_answer.recommendation | What it recommends: approve (tillstyrka), reject (avstyrka), answered (anses besvarad), none.
referral_answer.wording | Its wording, as it was written.

motion | Motions (motioner; KL 4:20) and citizen proposals (medborgarförslag; KL 8:1).
motion.kind | motion or citizen_proposal.
motion.council_id | The council it was raised in.
motion.dated_on | Date on the paper.
motion.raised_on | Day it was raised in the council (väckt), from which the year runs (KL 5:35).
motion.section | Section of the council's minutes: KF § 243/2017.
motion.decided_by_id | For a citizen proposal: the board that the council lets decide it (KL 5:23).
motion.informed_on | Day that board told the council what it decided (KL 6:34).
motion.withdrawn_on | Day it was withdrawn.

motion_mover | Who raised it (motionär, förslagsställare).

motion_report | That the council was told of a motion it has not decided (anmälan av ej färdigberedd motion; KL 5:35).
motion_report.reported_on | Day.
motion_report.meeting_id | The council's meeting.

claim | What a motion asks for (att-satser, yrkanden).
claim.text | Wording.
claim.expires_on | Last day on which it can still be done as it asks; null: any day.
claim.outcome | approved (bifall), rejected (avslag), answered (besvarad), written_off (avskriven).
claim.meeting_id | Where that was decided.
claim.position | The item there.
claim.point | The point of the decision.

assignment | Assignments to bodies (uppdrag).
assignment.text | What is to be done.
assignment.given_by_id | Who gave it.
assignment.given_on | Day.
assignment.meeting_id | Where it was decided.
assignment.position | The item there.
assignment.due_on | Last day; null: none was set.
assignment.every_months | How it goes is reported at least once in so many months until it is done; null: no such reports.
assignment.support_id | The office whose officials support it (tjänstemannastöd).
assignment.financing | How it is paid for; null: it does not say.
assignment.done_on | Day it was done.

assignment_body | Who answers for it (ansvarigt organ).

assignment_report | What was reported of it (återrapportering).
assignment_report.reported_on | Day.

dispatch | To whom decisions are sent (expediering).
dispatch.meeting_id | The meeting of the decision.
dispatch.recipient_id | The body it is sent to.
dispatch.recipient | Somebody else that it is sent to.
dispatch.send_by | Last day; null: none was set.
dispatch.responsible_id | Who is to send it, and does.
dispatch.sent_on | Day it was sent.

letter | Letters of a body (skrivelser; reglemente 7 §).
letter.title | What it is about.
letter.dated_on | Its date.
letter.dispatched_on | Day it was sent; null: not yet.

letter_signature | Signatures of letters (underskrift, kontrasignering).
letter_signature.role | sign or countersign.
letter_signature.ground | As chair, vice_chair, second_vice_chair, designated (därtill utsedd; an office of kind signer) or secretary.
letter_signature.signed_at | When it was signed; the day says who could sign, and by which rules.

delegation | Which body lets whom decide what (delegationsordning; KL 6:37, 7:5).
delegation.body_id | The body that may decide by it, or in which its delegate sits or works.
delegation.from_body_id | The body that delegates.
delegation.person_id | The person who may decide; null: the body, or who holds the office or post.
delegation.office | The office whose holder may decide; presidium; automated (automatiserat beslutsfattande).
delegation.employee | The post whose holder may decide (KL 7:5).
delegation.number | Number in the order of delegation.
delegation.subject | What may be decided.
delegation.subject_kind | ordinary; goals (mål, inriktning, omfattning, kvalitet), council_answer (framställning eller yttrande till fullmäktige), principle (myndighetsutövning av principiell betydelse), citizen_proposal: KL 6:38.
delegation.urgent | For matters so urgent that the body cannot be waited for (KL 6:39).
delegation.reported | Whether decisions by it are reported; null: as the rule delegation_reported says.

delegated_decision | Decisions by delegation outside meetings (delegationsbeslut).
delegated_decision.delegation_id | What it rests on.
delegated_decision.body_id | The body in which its delegate acts.
delegated_decision.person_id | Who decided; null: an automated decision.
delegated_decision.decided_on | Day.
delegated_decision.text | What was decided.
delegated_decision.subject | What it is about, in the words of KL 6:38; see delegation.subject_kind.
delegated_decision.appealable | Whether it can be appealed.
delegated_decision.minuted_on | Day it was minuted by itself, where it is not reported (KL 6:40).
delegated_decision.posted_on | Day that was announced (KL 8:10).
delegated_decision.taken_down_on | Day the notice was taken down.

delegation_report | Reports of decisions by delegation to the body that delegated (anmälan av delegationsbeslut).
delegation_report.body_id | Who reports.
delegation_report.to_body_id | To whom.
delegation_report.period | The days whose decisions it reports.
delegation_report.handed_over_on | Day it was handed over.
delegation_report.meeting_id | The meeting that took it up.
delegation_report.received_on | Day it was received there; null: not yet, or it was tabled.

delegation_report_item | The decisions that a report reports, one a line.
delegation_report_item.number | The report.
delegation_report_item.line | Line.
delegation_report_item.decided_matter_id | Matter of a decision made outside meetings.
delegation_report_item.decided_number | Its number there.
delegation_report_item.meeting_id | Meeting of a decision made there.
delegation_report_item.point | The point of the decision.

fee_rate | Fees (arvoden) by role and period.
fee_rate.body_id | The body it is for; null: all.
fee_rate.role | chair, vice_chair, second_vice_chair, convener, vice_convener, member, serving_substitute, non_serving_substitute.
fee_rate.unit | What it is paid for: a meeting, a day, an hour.
fee_rate.amount | Amount in kronor.

area_set | Sets of areas (områdesindelningar): districts, boards' areas.
area_set.name | What the areas are: stadsdelsområden.

area | The areas (områden) of a set.
area.area_set_id | The set.
area.code | Short code.
area.name | Name.

policy_document | Policies and programmes (styrdokument), one for each matter that adopted one; versions of a domain follow each other.
policy_document.domain | What it is about: integration, arbetsmarknad.
policy_document.title | Title.
policy_document.adopted_by_id | The body that adopts it (antagande organ).
policy_document.meeting_id | Where it was adopted.
policy_document.position | The item there.
policy_document.point | The point of the decision.
policy_document.valid | From when it is in force; the upper bound, if there is one, is the day it is replaced.
policy_document.supersedes_id | The policy that it replaces (ersätter).
policy_document.binding_scope | For whom it is binding (styrande för): all boards and companies; null: it does not say.
policy_document.followed_up_by_id | The body that follows it up (uppföljande organ).

goal | Goals (mål) of a policy, and what it says beside them.
goal.parent | The goal that it is part of.
goal.kind | vision, direction (inriktningsmål) or measurable (mätbart mål).
goal.text | Wording.
goal.place | Where it stands in the document: sid. 3 första stycket.
goal.domain | What it is about, if not what the policy is about.
goal.main_area | Which main area (huvudområde) of the body that follows it up it belongs to.
goal.area_set_id | Set of the area that it is about.
goal.area_code | The area; null: the whole municipality.
goal.responsible_id | The body that answers for it.
goal.due_on | Day by which it is to be reached.

indicator | Indicators (nyckeltal, indikatorer).
indicator.goal | The goal that it measures.
indicator.name | What is measured.
indicator.unit | Unit (enhet): percent, persons.
indicator.direction | up or down: which is better.
indicator.population | Whom it is about (population).
indicator.denominator | What it is a share of (nämnare).
indicator.least | The least value that there can be.
indicator.greatest | The greatest value that there can be.
indicator.area_set_id | Set of the areas that it is measured for.
indicator.group_a | The one of two groups that are compared: inrikes födda.
indicator.group_b | The other: utrikes födda.
indicator.baseline | Value at the start (utgångsvärde).
indicator.baseline_on | Its day.
indicator.baseline_source | Where it comes from (källa).
indicator.target | Value to be reached (målvärde).
indicator.target_on | Day by which it is to be reached.
indicator.every_months | To be measured again within so many months; null: not said.

measurement | What was measured (mätningar).
measurement.indicator | The indicator.
measurement.number | Number of the measurement of the indicator.
measurement.measured_on | Day that the value is of.
measurement.body_id | The board or company that it is of; null: all.
measurement.area_set_id | Set of the area.
measurement.area_code | The area that it is of; null: all.
measurement.group_name | The group that it is of; null: all.
measurement.value | Value.
measurement.source | Where it comes from (källa).

activity | Activities (aktiviteter, åtgärder) towards a goal.
activity.goal | The goal.
activity.text | What is done.
activity.responsible_id | The body that answers for it (ansvarigt organ).
activity.due_on | Day by which it is to be done.
activity.done_on | Day it was done.

funding | How it is paid for (finansiering); 0 says that it costs nothing.
funding.goal | The goal; null: the policy as a whole.
funding.amount | Amount in kronor.
funding.budget | Where it stands in the budget.
funding.valid | The days that it is for.

follow_up | Following up and evaluating (uppföljning, utvärdering).
follow_up.goal | The goal; null: the policy as a whole.
follow_up.period | The days that it is about.
follow_up.due_on | Day by which it is due.
follow_up.responsible_id | The body that answers for it.
follow_up.done_on | Day it was done.
follow_up.assessment | What was found (bedömning).
follow_up.evaluates_id | The policy that it evaluates, if it is a former one.

term_definition | Definitions of terms (begrepp) in a policy.
term_definition.term | The term.
term_definition.definition | What is meant.

goal_link | Links to national and European goals.
goal_link.goal | The goal; null: the policy as a whole.
goal_link.level | national or european.
goal_link.reference | Which goal.

policy_word | The words that a review of a policy looks for (review_policy); a registry can add its own.
policy_word.list | binding (bindande), not_binding, vague, universal (alla, hela), area (words for areas that are no names of any), undefined (terms that need a definition).
policy_word.phrase | Word or phrase.

seat_category | Whom the seats of a body of mixed composition are for (representation).
seat_category.name | Elected representatives, officials, associations, business.
$comments$)
	loop
		if line[1] ~ '^\.' then
			common := common || jsonb_build_object(substr(line[1], 2), line[2]);
		elsif line[1] !~ '\.' then
			execute format('comment on table %I is %L', line[1], line[2]);
			for col in
				select attname from pg_attribute
				where attrelid = to_regclass(quote_ident(line[1])) and attnum > 0 and common ? attname
			loop
				execute format('comment on column %I.%I is %L', line[1], col, common ->> col);
			end loop;
		else
			tab := split_part(line[1], '.', 1);
			col := split_part(line[1], '.', 2);
			execute format('comment on column %I.%I is %L', tab, col, line[2]);
		end if;
	end loop;
end
$$;

comment on function explain_item(bigint, integer) is
'The judgement of an item (ärende): each rule in force is met, broken, pending or not applicable, with the facts counted and the citation.';
comment on function explain_meeting(bigint) is
'The judgement of a meeting (sammanträde), rule by rule and item by item.';
comment on function import_regulation(bigint, text, text, daterange) is
'Reads a regulation''s text (reglemente) into provisions, as a version in force for a body in a period; returns its id.';
comment on function admit_deviation(bigint, integer, text, text) is
'Admits one breach of one rule (avvikelse) at an item, with the reason; returns its id.';
comment on function begin_import() is
'Import of history (historikimport): to the end of the transaction breaches are recorded instead of refused. Only for the owner.';
-- The rules are asked by triggers; their upper-case names let them fire before
-- those of the foreign keys.

do $$
declare
	tab name;
begin
	for tab in
		select relname from pg_class
		where relnamespace = quote_ident(current_schema())::regnamespace and relkind = 'r'
	loop
		execute format('drop trigger if exists "GOVERNANCE_truncate" on %I', tab);
		execute format('create trigger "GOVERNANCE_truncate" before truncate on %I '
			'for each statement execute function governance.guard_truncate()', tab);
		continue when not tab = any (governance.checked_tables());
		execute format('drop trigger if exists "GOVERNANCE_begin" on %I', tab);
		execute format('create trigger "GOVERNANCE_begin" before insert or update or delete on %I '
			'for each statement execute function governance.begin_statement()', tab);
		execute format('drop trigger if exists "GOVERNANCE_check" on %I', tab);
		execute format('create trigger "GOVERNANCE_check" after insert or update or delete on %I '
			'for each row execute function governance.check_row()', tab);
		execute format('drop trigger if exists "GOVERNANCE_judge" on %I', tab);
		execute format('create trigger "GOVERNANCE_judge" after insert or update or delete on %I '
			'for each statement execute function governance.judge_statement()', tab);
	end loop;
	-- sessions keep what they have read of a body from one transaction to another
	foreach tab in array array['body', 'body_succession', 'term', 'membership', 'office', 'hindrance', 'substitution_order', 'attendance_right', 'delegation']
	loop
		execute format('drop trigger if exists "GOVERNANCE_tell" on %I', tab);
		execute format('create trigger "GOVERNANCE_tell" after insert or update or delete on %I '
			'for each row execute function governance.tell_change()', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_tell"', tab);
	end loop;
	-- what was admitted stays admitted, of a body as of a meeting
	foreach tab in array array['deviation']
	loop
		execute format('drop trigger if exists "GOVERNANCE_keep" on %I', tab);
		execute format('create trigger "GOVERNANCE_keep" before update or delete on %I '
			'for each row execute function governance.keep_row()', tab);
	end loop;
	foreach tab in array array['regulation', 'provision', 'rule_setting', 'extra_day']
	loop
		execute format('drop trigger if exists "GOVERNANCE_begin" on %I', tab);
		execute format('create trigger "GOVERNANCE_begin" before insert or update or delete on %I '
			'for each statement execute function governance.begin_regulation()', tab);
		execute format('drop trigger if exists "GOVERNANCE_check" on %I', tab);
		execute format('create trigger "GOVERNANCE_check" after insert or update or delete on %I '
			'for each row execute function governance.check_regulation()', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_truncate"', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_begin"', tab);
		execute format('alter table %I enable always trigger "GOVERNANCE_check"', tab);
	end loop;
end
$$;
$ddl$$function$;
comment on function governance.registry_code() is
'The functions, views, triggers and comments of a registry, as SQL that can be run again.';

create function governance.create_registry(name text, municipality text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
set client_min_messages = warning
as $$
declare
	law record;
	ground bigint;
begin
	if name is null or name !~ '\S' then
		raise invalid_parameter_value using message = 'a registry needs a name';
	elsif octet_length(name) > 63 then
		raise name_too_long using
			message = format('registry name "%s" is too long', name),
			hint = 'A schema''s name has at most 63 bytes.';
	elsif name ~ '^pg_' or name in ('governance', 'information_schema') then
		raise reserved_name using message = format('"%s" cannot be the name of a registry', name);
	elsif municipality is null or municipality !~ '^[0-8][0-9]{3}$' or municipality = '0000' then
		raise invalid_parameter_value using
			message = case when municipality is null then 'a registry needs a municipality code'
				else format('invalid municipality code "%s"', municipality) end,
			hint = 'A municipality has a code of four digits: 0180 is Stockholm.';
	end if;

	execute format('create schema %I', name);
	perform governance.checked_tables();	-- loads the library, which defines the settings
	perform set_config('search_path', format('%I, governance, pg_temp', name), true);
	execute replace(governance.registry_tables(), '{municipality}', municipality);
	execute governance.registry_code();
	execute format('insert into %I.registry (version, municipality) values (%L, %L)',
		name, governance.version(), municipality);

	-- the ground layer
	for law in select * from governance.ground_laws() loop
		execute format('insert into %I.regulation (title, law, valid) values ($1, $2, $3) returning id', name)
		into ground using law.title, law.law, law.valid;
		execute format('insert into %I.provision (regulation_id, citation, ordinal, wording)
			select $1, (%L || s.citation)::governance.citation, s.ordinal, s.wording
			from governance.split_regulation($2) s', name, law.law || ' ')
		using ground, law.document;
		-- those whose wording is not known here
		execute format('insert into %I.provision (regulation_id, citation, ordinal)
			select $1, c.citation, c.ordinal from unnest($2) with ordinality c(citation, ordinal)', name)
		using ground, law.cited;
		execute format('insert into %I.rule_setting (regulation_id, rule, body_kind, value, citation, mode)
			select $1, g.rule, g.body_kind, g.value, g.citation, g.mode
			from governance.ground_layer() g where g.law = $2', name)
		using ground, law.law;
	end loop;
end
$$;
comment on function governance.create_registry(text, text) is
'Makes a registry (register): a schema with the tables, views and triggers, owned by the caller, with the ground layer of kommunallagen and förvaltningslagen. Ids start at the municipality''s code times 10^12.';

create function governance.require_registry(name text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	if name is null then
		raise invalid_parameter_value using message = 'a registry has a name';
	elsif to_regclass(format('%I.registry', name)) is null
		or to_regclass(format('%I.agenda_item', name)) is null then
		raise undefined_object using
			message = format('schema "%s" is not a registry', name),
			hint = 'A registry is made with governance.create_registry.';
	end if;
end
$$;
comment on function governance.require_registry(text) is
'An error unless the schema is a registry.';

create function governance.upgrade_registry(name text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
set client_min_messages = warning
as $$
declare
	owner name;
	other text;
begin
	perform governance.require_registry(name);
	-- What the upgrade makes belongs to whoever runs it, and the registry's
	-- tables may have triggers of their owner's, which would run with our rights.
	select pg_get_userbyid(relowner) into owner
	from pg_class where oid = format('%I.registry', name)::regclass;
	if owner <> current_user then
		raise insufficient_privilege using
			message = format('registry "%s" belongs to role "%s"', name, owner),
			hint = format('Upgrade it as that role: set role %I.', owner);
	end if;
	select format('%s %s', case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
		quote_ident(relname)) into other
	from pg_class
	where relnamespace = quote_ident(name)::regnamespace and relkind in ('r', 'v', 'S')
		and pg_get_userbyid(relowner) <> owner
	order by relname limit 1;
	if other is not null then
		raise object_not_in_prerequisite_state using
			message = format('%s of registry "%s" does not belong to role "%s"', other, name, owner),
			hint = 'Everything in a registry belongs to one role.';
	end if;
	perform governance.checked_tables();	-- loads the library, which defines the settings
	perform set_config('search_path', format('%I, governance, pg_temp', name), true);
	execute governance.registry_code();
	execute format('update %I.registry set version = %L where version <> %2$L', name, governance.version());
end
$$;
comment on function governance.upgrade_registry(text) is
'Brings a registry to the installed version, and mends what carries its name after the schema was renamed. Run by the registry''s owner.';

create function governance.drop_registry(name text, confirm text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
set client_min_messages = warning
as $$
begin
	perform governance.require_registry(name);
	if confirm is distinct from name then
		raise invalid_parameter_value using
			message = format('registry "%s" is not dropped', name),
			detail = 'Everything in it would be lost.',
			hint = format('Confirm by giving its name twice: governance.drop_registry(%L, %L).', name, name);
	end if;
	execute format('drop schema %I cascade', name);
end
$$;
comment on function governance.drop_registry(text, text) is
'Drops a registry with everything in it. The name is given twice.';

create function governance.version() returns text
language sql immutable parallel safe
set search_path = pg_catalog
as $$select '0.1.0'$$;
comment on function governance.version() is
'The version of the extension''s SQL, which a registry is made or upgraded to.';

create function governance.import_regulation(registry text, body bigint,
	title text, document text, valid daterange)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	id bigint;
	known boolean;
	former daterange;
begin
	perform governance.require_registry(registry);
	if body is null or title is null or document is null or valid is null then
		raise invalid_parameter_value using
			message = 'a regulation needs a body, a title, a text and a period';
	end if;
	execute format('select exists (select from %I.body where id = $1)', registry)
	into known using body;
	if not known then
		raise foreign_key_violation using
			message = format('body %s does not exist', body),
			constraint = 'regulation_body_id_fkey';
	end if;
	execute format('select valid from %I.regulation where body_id = $1 and valid && $2 order by 1 limit 1', registry)
	into former using body, valid;
	if former is not null then
		raise exclusion_violation using
			message = format('body %s has a regulation that is in force in %s', body, former),
			detail = format('The new version would be in force in %s; versions do not overlap.', valid),
			hint = 'End the version in force on the day that the new one begins: update regulation set valid = ...',
			constraint = 'regulation_body_id_valid_excl';
	end if;
	execute format('insert into %I.regulation (body_id, title, valid) values ($1, $2, $3) returning id', registry)
	into id using body, title, valid;
	execute format('insert into %I.provision (regulation_id, citation, ordinal, wording)
		select $1, s.citation::governance.citation, s.ordinal, s.wording
		from governance.split_regulation($2) s', registry)
	using id, document;
	return id;
end
$$;
comment on function governance.import_regulation(text, bigint, text, text, daterange) is
'Reads a regulation''s text (reglemente) into provisions with their exact wording, as a version in force for a body in a period; returns its id.';

create function governance.apply_ready_settings(registry text, regulation bigint, known text)
returns integer
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	n integer;
begin
	perform governance.require_registry(registry);
	execute format('insert into %I.rule_setting (regulation_id, rule, value, citation)
		select $1, s.rule, s.value, s.citation from governance.ready_settings($2) s', registry)
	using regulation, known;
	get diagnostics n = row_count;
	if n = 0 then
		raise invalid_parameter_value using
			message = format('there are no ready settings called "%s"', known);
	end if;
	return n;
end
$$;
comment on function governance.apply_ready_settings(text, bigint, text) is
'Gives an imported regulation the rule settings that come with the extension; returns how many.';

-- sql/extension/60_minutes.sql
-- The text of minutes, and the seal of those that are attested.

create function governance.minutes_text(registry text, meeting bigint, number integer) returns text
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_minutes_text';
comment on function governance.minutes_text(text, bigint, integer) is
'Minutes (protokoll) of a meeting in their canonical text (KL 5:66–67), from the rows of today; null where there are no such minutes. For those who may read all tables that the text is made of.';

create function governance.seal_hash(previous bytea, content text) returns bytea
language c immutable parallel safe
as 'MODULE_PATHNAME', 'governance_seal_hash';
comment on function governance.seal_hash(bytea, text) is
'The seal (sigill) of attested minutes: SHA-256 over the 32 bytes of the former seal of the series (nothing for the first), followed by the minutes'' canonical text in UTF-8.';

create function governance.verify_seals(registry text, body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out status text, out finding text)
returns setof record
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
	perform governance.require_registry(registry);
	return query execute format('
		with series as (
			select b.id from %1$I.body b
			where $1 is null or b.id = (select coalesce(o.section_series_id, o.id) from %1$I.body o where o.id = $1)),
		link as (
			select s.body_id, s.ordinal, s.meeting_id, s.number, case
				when s.ordinal <> coalesce(lag(s.ordinal) over w, 0) + 1
					then format(''seal %%s of the series is missing'', coalesce(lag(s.ordinal) over w, 0) + 1)
				when s.previous is distinct from lag(s.hash) over w
					then ''it does not follow the former seal''
				when s.hash <> governance.seal_hash(s.previous, s.content)
					then ''the stored text is not the one that was sealed''
				end as finding
			from %1$I.seal s
			where s.body_id in (select id from series)
			window w as (partition by s.body_id order by s.ordinal))
		select * from (
			-- the first of each series: what comes after it rests on it
			select distinct on (l.body_id) l.body_id, l.ordinal, l.meeting_id, l.number, ''broken'', l.finding
			from link l
			where l.finding is not null
			order by l.body_id, l.ordinal) broken
		union all
		select * from (
			select coalesce(b.section_series_id, b.id), null::integer, u.meeting_id, u.number, ''missing'',
				''every section is attested, and there is no seal''
			from (
				select distinct a.meeting_id, a.number from %1$I.attestation a
				where not exists (select from %1$I.seal s where s.meeting_id = a.meeting_id and s.number = a.number)) u
			join %1$I.meeting e on e.id = u.meeting_id
			join %1$I.body b on b.id = e.body_id
			cross join lateral (
				select bool_and(c.attested) as attested from %1$I.minutes_section c
				where c.meeting_id = u.meeting_id and c.number = u.number) c
			where coalesce(b.section_series_id, b.id) in (select id from series) and c.attested
			order by 1, 3, 4) missing', registry)
	using body;
end
$$;
comment on function governance.verify_seals(text, bigint) is
'Recomputes the seals (sigill) of a body''s series, or of every one, over the stored texts: the first of a series that does not agree (broken), and attested minutes without a seal (missing). No row: all is well. What today''s rows would say is no matter here: see seal_drift.';

create function governance.seal_drift(registry text, body bigint default null,
	out body_id bigint, out ordinal integer, out meeting_id bigint,
	out number integer, out line integer)
returns setof record
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
	perform governance.require_registry(registry);
	return query execute format('
		select s.body_id, s.ordinal, s.meeting_id, s.number, (
			select min(coalesce(a.n, b.n))::integer
			from unnest(string_to_array(s.content, chr(10))) with ordinality a(line, n)
			full join unnest(string_to_array(t.today, chr(10))) with ordinality b(line, n) on a.n = b.n
			where a.line is distinct from b.line)
		from %1$I.seal s
		cross join lateral (select governance.minutes_text($2, s.meeting_id, s.number) offset 0) t(today)
		where ($1 is null or s.body_id = (select coalesce(b.section_series_id, b.id) from %1$I.body b where b.id = $1))
			and s.content is distinct from t.today
		order by s.body_id, s.ordinal', registry)
	using body, registry;
end
$$;
comment on function governance.seal_drift(text, bigint) is
'Sealed minutes of a body''s series, or of every one, that today''s rows would give another text (a person''s later name, say, or a deviation recorded afterwards), from which line on. That is no tampering: the sealed text is what stands.';
