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
comment on operator family governance.section_ref_ops using btree is
  'operators that order section references';

create operator class governance.section_ref_ops
  default for type governance.section_ref using hash as
    operator 1 governance.=,
    function 1 governance.section_ref_hash(governance.section_ref),
    function 2 governance.section_ref_hash_extended(governance.section_ref, bigint);
comment on operator class governance.section_ref_ops using hash is
  'a section reference by its hash';
comment on operator family governance.section_ref_ops using hash is
  'equality of hashed section references';
