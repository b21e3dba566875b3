-- The type section_ref: sections of minutes (rules.md N, E1, E9, A22).
\set VERBOSITY default
\set SHOW_CONTEXT never
\pset null (null)
create schema test_section_ref;
set search_path = test_section_ref, governance, public;
\set type section_ref
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/type_values.sql
\pset format unaligned

-- N, E1, E9: every shape, with its parts; the text stays as it is written
select s, organ(s), year(s), day(s), first_section(s) as first, last_section(s) as last, s::text = written as kept
  from unnest(array[
    'KF § 251/2017', 'KF § 87/2018', 'UN § 39/2018', '§ 243', '§§ 130–143', 'ksau 91/2018', '2023-06-14, Ks § 183',
    'den 29 november 2017, § 243', '29 november 2017, § 243', '2017-11-29 § 243', 'KF 2017-11-29 § 243', 'KF den 29 november 2017 § 243',
    'KF § 243, 2017-11-29', 'KF § 243, den 29 november 2017', 'KF § 243/2017, 2017-11-29', 'KF §§ 130-143/2017', 'ksau 91-93/2018', '§ 251/2017', '§ 130-143']) written,
       cast(written as section_ref) s;

-- N: §251, no-break spaces, dashes, either case, å ä ö; the limits
select written, given(written), organ(written::section_ref) as organ
  from unnest(array[
    '§251', 'KF§251/2017', 'kf§§1-2', '  KF  §  251 / 2017  ', e'KF\u00a0§\u202f251/2017\u00a0', e'\u00a7\u00a7 130\u2010143', e'§§ 130 \u2013 143', 'KF § 0251/2017',
    'ks-au 91/2018', e'Ks\u2011Au § 1', 'ÄN § 1', 'än § 1', 'ABCDEFGHIJKL § 1', '§ 1', '§ 999999', '§§ 999998-999999', 'KF § 1/1900', 'KF § 1/2099',
    '1900-01-01 § 1', '2099-12-31 § 1', '2016-02-29 § 1', '29 februari 2000 § 1', '2023-06-14,Ks§183', 'Den 1 JANUARI 2017 § 1', e'den\u00a01\u00a0maj\u00a02017 § 1', '01 maj 2017 § 1',
    'den § 5', 'denna § 5', e'2023\u201306\u201314 § 1']) written;
select month, day(concat('den 1 ', month, ' 2017, § 1')::section_ref)
  from unnest(array['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']) month;

-- what is refused, and why
select given(written)
  from unnest(array[
    '', ' ', '§', '§§', 'KF', 'KF §', 'KF § 251/', 'KF § /2017', '§ 0/2017', '§ 0', '§ 000', 'KF § 251/17', 'KF § 251/02017', 'KF § 251/20177', 'KF § 251/1899', 'KF § 251/2100', 'KF § 251/x',
    '251', '251/2017', 'KF 251', '2017-11-29 243', '2017-11-29, KF 243', '2017-11-29', 'den 29 november 2017', '§ -5', '§ 1000000', '§ 99999999999999999999', '§ 1-1000000',
    '§§ 5', '§§ 143-130', '§§ 130-130', '§ 130-', '§ 130--143', '§§ 1-2-3', '§§ 1, 3', '§§ 1 och 3', '§ §', '§ § 5', '§§§ 1-2', '5 §', 'KF 251 §', '§ 251 a', '§ 251/2017 p 2', '§ 251 KF', '§ 251/2017/3',
    'KF KS § 5', 'KF, § 5', 'KF 2017 § 5', 'KF: § 5', 'K.F. § 5', 'Ké § 5', 'KF1 § 5', 'ABCDEFGHIJKLM § 1', '§ ５', e'§\u200b5', e'§ 1\u2014' || '2',
    '2017-02-29 § 1', '2017-13-01 § 1', '2017-00-01 § 1', '2017-01-00 § 1', '2017-04-31 § 1', '1899-12-31 § 1', '2100-01-01 § 1', '31 april 2017 § 1', '0 maj 2017 § 1', '1 maj 17 § 1', '1 maj § 1', '1 may 2017 § 1',
    '2017-1-1 § 1', '17-01-01 § 1', '2017/01/01 § 1', 'den 2017 § 1', '2017-11-29, 2017-11-29 § 1', '2017-11-29 § 1, 2017-11-29', 'KF § 251/2017, 2018-01-01', '2018-01-01 § 251/2017',
    'KF § 243,', 'KF § 243, 5', 'KF § 243, KF', 'KF § 243 2017-11-29', '2017-11-29,, § 1', ', § 1', rpad('KF ', 98) || '§ 36']) written;
select section_ref 'KF § 251/17';
select '§ 0/2017'::text::section_ref;

-- N: the order is organ (none first, å ä ö last), year (none first), first section
-- as a number, last section; what is the same has the same place
create table ordered (place int, s section_ref);
insert into ordered
select place, written::section_ref
  from (values
    (1, '§ 9'), (1, '§009'), (2, '§ 10'), (3, '§§ 10-11'), (4, '§ 10–20'), (5, '§ 243'), (6, '§ 243/2016'), (7, '2017-11-29 § 243'), (7, '§ 243/2017'), (8, '§ 244/2017'), (9, '§ 1/2018'), (10, '§ 1/2099'),
    (11, 'KF § 251'), (12, 'KF § 1/1900'), (13, 'KF § 36/2017'), (14, 'KF § 213/2017'), (15, 'KF § 251/2017'), (15, 'kf 251/2017'), (15, 'KF § 00251/2017'), (15, '2017-12-01, Kf § 251'), (15, 'den 1 mars 2017, kf § 251'),
    (16, 'KF §§ 251-252/2017'), (16, 'kf 251–252/2017'), (17, 'KF § 999999/2017'), (18, 'KF § 1/2018'), (19, 'KS § 1/2018'), (20, 'KSAU § 91/2018'), (20, 'ksau 91/2018'), (21, 'KSAUX § 91/2017'), (22, 'KSAUX § 90/2018'), (23, 'KS-AU § 1/2018'),
    (24, 'UN § 39/2018'), (25, 'ÅN § 1'), (26, 'ÄN § 1'), (26, 'än §1'), (27, 'ÖN § 1'), (28, 'ÖÖÖÖÖÖÖÖÖÖÖÖ § 1')) v(place, written)
 order by md5(written);
analyze ordered;
select place, s from ordered order by s, s::text;
-- all six operators, the comparison and the hashes agree with it, for every pair
select count(*) as pairs, count(*) filter (where
         (a.s < b.s) <> (a.place < b.place) or (a.s <= b.s) <> (a.place <= b.place) or
         (a.s = b.s) <> (a.place = b.place) or (a.s <> b.s) <> (a.place <> b.place) or
         (a.s >= b.s) <> (a.place >= b.place) or (a.s > b.s) <> (a.place > b.place) or
         sign(section_ref_cmp(a.s, b.s)) <> sign(a.place - b.place) or
         (a.s = b.s) <> (section_ref_hash(a.s) = section_ref_hash(b.s)) or
         (a.s = b.s) <> (section_ref_hash_extended(a.s, 7) = section_ref_hash_extended(b.s, 7))) as wrong
  from ordered a, ordered b;

-- what a range covers: of the same organ and year, or where neither is named
select range, part, covers(range::section_ref, part::section_ref)
  from (values
    ('§§ 130–143', '§ 130'), ('§§ 130–143', '§ 143'), ('§§ 130–143', '§ 129'), ('§§ 130–143', '§ 144'), ('§§ 130–143', '§§ 135-140'), ('§§ 130–143', '§§ 130–143'), ('§§ 130–143', '§§ 135-144'),
    ('§ 130', '§ 130'), ('§ 130', '§§ 130–131'), ('KF §§ 1-9/2017', 'kf 5/2017'), ('KF §§ 1-9/2017', '2017-03-01, KF § 5'), ('KF §§ 1-9/2017', 'KF § 5/2018'), ('KF §§ 1-9/2017', 'KS § 5/2017'),
    ('KF §§ 1-9/2017', '§ 5'), ('§§ 1-9', 'KF § 5/2017')) v(range, part);

-- operators and operator classes are whole; equal values may differ in their text,
-- so an index does not keep only one of them (no btequalimage)
select o.oprname, o.oprcom::regoperator, o.oprnegate::regoperator, o.oprrest, o.oprjoin, o.oprcanmerge, o.oprcanhash
  from pg_operator o where o.oprleft = 'section_ref'::regtype order by o.oprname collate "C";
select a.amname, c.opcname, c.opcdefault, amvalidate(c.oid),
       array_agg(p.amprocnum order by p.amprocnum) as support
  from pg_opclass c join pg_am a on a.oid = c.opcmethod
       join pg_amproc p on p.amprocfamily = c.opcfamily
 where c.opcintype = 'section_ref'::regtype group by 1, 2, 3, 4 order by 1;

-- unique, however it is written; found by indexes of both kinds
create table reference (s section_ref primary key);
insert into reference select format('KF § %s/%s', i % 300 + 1, 2000 + i / 300)::section_ref from generate_series(0, 2999) i;
insert into reference values ('2003-05-05, kf §007');
analyze reference;
set enable_seqscan = off;
set enable_bitmapscan = off;
explain (costs off) select * from reference where s = 'kf 7/2003';
select * from reference where s = 'kf 7/2003';
create table hashed (s section_ref);
insert into hashed table reference;
create index on hashed using hash (s);
select * from hashed where s = 'kf 7/2003';
reset enable_seqscan;
reset enable_bitmapscan;
-- as text it goes in and comes out
insert into reference select text 'KF § 251/17';
insert into reference select text ' ksau 91/2018 ' returning s::text, written(s), array[s];

-- the binary form is the text; it comes back the same
select convert_from(section_ref_send('2023-06-14, Ks § 183'), 'UTF8');
create table back (like ordered);
select copied('table test_section_ref.ordered', 'test_section_ref.back');
select count(*), count(*) filter (where a.s = b.s and day(a.s) is not distinct from day(b.s)) as same from ordered a join back b using (place) where a.s::text = b.s::text;
select image, received(convert_to(image, 'UTF8'))
  from unnest(array['KF § 251/2017', '2023-06-14, Ks § 183', e'§§\u00a0130–143',
    -- not as they would be sent; no section at all
    ' § 5', '§ 5 ', '§ 0', 'KF § 251/17', '§ 1000000', '']) image;
select received(image) from unnest(array['\x00', '\xc2a735', '\xc2a73500', '\xc2a70035', '\xc2', '\xa735', '\xff']::bytea[]) image;

select typlen, typbyval, typalign, typstorage from pg_type where oid = 'section_ref'::regtype;

set client_min_messages = warning;
drop schema test_section_ref cascade;
