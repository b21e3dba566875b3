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
comment on operator family governance.case_number_ops using btree is
  'operators that order case numbers';

create operator class governance.case_number_ops
  default for type governance.case_number using hash as
    operator 1 governance.=,
    function 1 governance.case_number_hash(governance.case_number),
    function 2 governance.case_number_hash_extended(governance.case_number, bigint);
comment on operator class governance.case_number_ops using hash is
  'a case number by its hash';
comment on operator family governance.case_number_ops using hash is
  'equality of hashed case numbers';
