-- The type case_number: the number of a matter (rules.md N, B6).
\set VERBOSITY default
\set SHOW_CONTEXT never
\pset null (null)
create schema test_case_number;
set search_path = test_case_number, governance, public;
\set type case_number
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/type_values.sql
\pset format unaligned

-- N: every shape, with its parts; the text stays as it is written
select c, organ(c), year(c), serial(c), code(c), c::text = written as kept
  from unnest(array[
    'KS 2016/36-01', 'KS 2023/425', 'KS/2020:248-003', 'KS2020-234', 'KS 2020:248', 'KS/2020/248', 'KS 2016/36-1.2.4',
    'Ks 213/2013', 'T 2010-313-01743', 'S-Dp 2002-11922-54',
    '2018/KS 0290 10', '2015/KSM 0167 042', '2016KSM1221.042', '2016 ksm 1221', '2016KSM1221.1.2.4', '2018/KS/0290 10',
    '2018/1014', '2011/47-041', '2006-152-307', '2011-875-1.2.4', '2571-1999',
    '106-555/2004', '111-47/2016', '1.2.4-182-2013', '7-742-2011', '1.2.4-182/2013']) written, cast(written as case_number) c;

-- N: Dnr before it, no-break spaces, dashes, either case, å ä ö; B6
select written, given(written), organ(written::case_number) as organ
  from unnest(array[
    'Dnr KS 2016/36-01', 'DNR 106-555/2004', 'DNR:106-555/2004', 'dnr: KS2020-234', 'Dnr2018/1014', '  Dnr  KS 2016/36  ', 'Dnr Dnr2018/1014', 'Dnr: DNR:KS 2016/36',
    e'KS\u00a02016/36', e'Dnr\u00a0KS\u202f2016/36\u00a0', e'2006\u2013152\u2013307', e'KS 2016/36\u201001', e'S\u2011Dp 2002\u201211922\u201354',
    'KS 2016 / 36 - 01', e'KS\t2016/36', 'ks 2016/36', 'Öä-Å 2016/36', 'öÄ-å 2016/36', 'ABCDEFGHIJKL 2016/1', 'A-B-C-D-E-FG 1900/1',
    'Dnrs 2016/1', 'ÖÖÖÖÖÖÖÖÖÖÖÖ 2099/00099999999-65534.0.0.00', 'KS 2016/01950', 'KS 2016/36-0']) written;

-- N: what can be read in two ways is refused, unless its shape is named
select given(written)
  from unnest(array[
    'KS 2016/2017', 'KS 2016/1950', 'KS 1950/2016', 'KS 2016/36-2001', 'KS 2020:1999', 'T 2010-2011-5', 'T 2010-5-2011', '2018/KS 1999', '2018/KS 1 2001',
    '2016/2017', '2011-1999', '2006-1999-307', '2006-152-2007', '2006-152/2007', '102-274-04', 'KS 16/36', '36/16', '16/36',
    'KS 2016/1950 (organ-year-serial)', 'KS 1950/2016 (organ-serial-year)', 'KS 2016/36-2001 (organ-year-serial)',
    'T 2010-2011-5 (organ-year-part-serial)', '2018/KS 1999 (year-organ-serial)', '2006-1999-307 (year-serial)', '2011-1999 (serial-year)',
    '2006-152-2007 (code-serial-year)', '2006-152-2007 (year-serial)', '102-274-04 (code-serial-yy)', '102-274-99(code-serial-yy)',
    'Dnr 102-274-04 (code-serial-yy) ', 'KS 16/36 (organ-yy-serial)', 'KS 16/36 (organ-serial-yy)', 'KS 49/1 (organ-yy-serial)', 'KS 50/1 (organ-yy-serial)',
    '2004-12-04 (code-serial-yy)', '16 KS 2016.1 (yy-organ-serial)', 'T 10-313-01743 (organ-yy-part-serial)', '18/1014 (yy-serial)', '2571-99 (serial-yy)',
    -- a name that says what is clear without it is left out
    'KS 2016/36 (organ-year-serial)', '2018/1014 (year-serial)',
    -- and one that does not fit is refused
    'KS 2016/36 (organ-serial-year)', 'KS 2016/36 (organ-yy-serial)', 'KS 2016/36 (code-serial-year)', 'KS 2016/36 (organ-year-part-serial)', '102-274-4 (code-serial-yy)',
    'KS 2016/36 (', 'KS 2016/36 ()', 'KS 2016/36 (organ)', 'KS 2016/36 (Organ-Year-Serial)', 'KS 2016/36 (organ-year-serial', 'KS 2016/36 (organ-year-serial) x',
    'KS 2016/36 organ-year-serial', '(organ-year-serial)']) written;

-- a register that says which shape it uses: a text that fits it is of that shape,
-- any other is read as always
select written, c, year(c), serial(c), code(c)
  from unnest(array['102-274-04', '102-274-49', '102-274-50', '102-274-2004', '2004-12-04', 'KS 2016/36', 'Dnr 1-2-03', '01-2-03 (yy-serial)']) written,
       case_number(written, 'code-serial-yy') c;
select written, c, year(c), serial(c)
  from unnest(array['KS 2016/1950', 'KS 1950/2016', 'KS 2016/36', 'Ks 213/2013', '106-555/2004']) written, case_number(written, 'organ-year-serial') c;
select case_number('KS 2016/36', null), case_number(null, 'organ-year-serial');
select case_number('KS 2016/36', 'organ-year');
select case_number('KS 16/36', 'organ-year-serial');
select case_number('01-2-03 (year-serial)', 'code-serial-yy');

-- what is refused, and why
select given(written)
  from unnest(array[
    '', ' ', 'Dnr', 'Dnr:', 'KS', 'KS 2016', 'KS 2016/', 'KS 2016/36-', 'KS 2016/-36', '/2016', '2016', '2016/', '36', '2018/KS', '2018/KS 0290 10 5', 'KS 36',
    'KS 2016/0', 'KS 2016/000', '0-0-2016', '106-0/2004', 'KS 1899/1', 'KS 2100/1', 'KS 02016/1', 'KS 216/1', 'KS 12-2004', '213/2013', '1.2.4-182', '1.2.4/2016',
    'KS-2016/36', 'KS: 2016/36', 'KS 2016 36', 'KS 2016//36', 'KS 2016/36/01', 'KS 2016/36:01', 'KS 2016-36:01', 'KS 2016.36', 'KS 20.16/36', 'KS 2016/36.01', 'K.S 2016/36', 'KS KF 2016/36',
    'KS 2016/36-01-02', 'KS 2016/36-A', 'KS 2016/36 KF', 'KS 2016/36a', 'KS 2016/36-1.', 'KS 2016/36-1..2', 'KS 2016/36-1.2.3.4.5', '2016KSM1221.1.2.3.4',
    'KS 2016/100000000', 'KS 2016/18446744073709551617', 'KS 2016/1-65535', '100000-1/2016', 'ABCDEFGHIJKLM 2016/1', 'ABCDEF-GHIJKL 2016/1', 'A-B-C-D-E-F-G 2016/1', 'Ké 2016/1', 'KS_2016/1', 'KS 2016\1',
    'KS ２０１６/1', e'KS 2016\u2014' || '36', e'KS\u200b2016/1', 'K-- S 2016/1', 'K--S 2016/1', '-KS 2016/1', 'KS- 2016/1', '-36', 'KS 2016/36,', rpad('KS 2016', 98) || '/36']) written;
select case_number 'KS 2016/';
select 'KS 2016/2017'::text::case_number;

-- N: the order is organ (none first, å ä ö last), year, serial number, code, all
-- as numbers; what is the same has the same place
create table ordered (place int, c case_number);
insert into ordered
select place, written::case_number
  from (values
    (1, '2571-1999'), (2, '102-274-04 (code-serial-yy)'), (2, '102-274-2004'), (2, '2004-0274-0102'), (3, '106-555/2004'), (4, '2018/36'), (4, '2018/0036'), (5, '2018/36-0'),
    (6, '2018/36-1'), (6, '1-36-2018'), (7, '1.0-36-2018'), (8, '1.2-36-2018'), (9, '1.2.4-36-2018'), (10, '1.10-36-2018'), (11, '2018/36-2'), (11, '2018/36-002'), (12, '2018/36-10'),
    (13, '2018/36-65534.65534.65534.65534'), (14, '2018/213'), (15, '2018/1950 (year-serial)'), (16, '2018/99999999'), (17, '2099/1'),
    (18, 'BUN 2016/1'), (19, 'KF 2016/1'), (20, 'KS 1999/5'), (21, 'KS 2016/36'), (21, 'ks 36/2016'), (21, '2016/Ks 0036'), (21, 'KS2016-36'), (22, 'KS 2016/36-01'), (22, '2016KS36.1'),
    (22, '2016/KS 36 01'), (23, 'KS 2016/213'), (24, 'KS 2016/16777216'), (25, 'KS 2016/16777217'), (26, 'KS 2017/1'), (27, 'KSAU 2016/1'), (28, 'KSAU 2016/2'), (29, 'KSAUX 2015/2'), (30, 'KSAUX 2016/1'),
    (31, 'KSAUXY 2010/1'), (32, 'KSAV 2010/1'), (33, 'KSM 2015/167-42'), (34, 'S 2002-11922-54'), (35, 'SDP 2002-11922-54'), (36, 'S-Dp 2002-11922-54'), (37, 'T 2010-313-1743'), (37, 'T 2010-0313-01743'),
    (38, 'Z 2010/1'), (39, 'Å 2010/1'), (40, 'ÄN 2010/1'), (40, 'än 2010/01'), (41, 'Ö 2010/1'), (42, 'ÖÖÖÖÖÖÖÖÖÖÖÖ 2010/1')) v(place, written)
 order by md5(written);
analyze ordered;
select place, c from ordered order by c, c::text;
select distinct place from (select place, lag(place) over (order by c desc) as before from ordered) s where place > before;
-- all six operators, the comparison and the hashes agree with it, for every pair
select count(*) as pairs, count(*) filter (where
         (a.c < b.c) <> (a.place < b.place) or (a.c <= b.c) <> (a.place <= b.place) or
         (a.c = b.c) <> (a.place = b.place) or (a.c <> b.c) <> (a.place <> b.place) or
         (a.c >= b.c) <> (a.place >= b.place) or (a.c > b.c) <> (a.place > b.place) or
         sign(case_number_cmp(a.c, b.c)) <> sign(a.place - b.place) or
         (a.c = b.c) <> (case_number_hash(a.c) = case_number_hash(b.c)) or
         (a.c = b.c) <> (case_number_hash_extended(a.c, 7) = case_number_hash_extended(b.c, 7))) as wrong
  from ordered a, ordered b;
-- equal values have equal parts
select count(*) from (select from ordered group by place having count(distinct (organ(c), year(c), serial(c), code(c))) > 1) s;

-- operators and operator classes are whole; equal values may differ in their text,
-- so an index does not keep only one of them (no btequalimage)
select o.oprname, o.oprcom::regoperator, o.oprnegate::regoperator, o.oprrest, o.oprjoin, o.oprcanmerge, o.oprcanhash
  from pg_operator o where o.oprleft = 'case_number'::regtype order by o.oprname collate "C";
select a.amname, c.opcname, c.opcdefault, amvalidate(c.oid),
       array_agg(p.amprocnum order by p.amprocnum) as support
  from pg_opclass c join pg_am a on a.oid = c.opcmethod
       join pg_amproc p on p.amprocfamily = c.opcfamily
 where c.opcintype = 'case_number'::regtype group by 1, 2, 3, 4 order by 1;

-- indexes of both kinds, joins and groups find what is the same
create table many as select format('KS %s/%s', 2000 + i % 20, lpad((i / 20 + 1)::text, 4, '0'))::case_number as c from generate_series(0, 1999) i;
create index many_btree on many using btree (c);
analyze many;
set enable_seqscan = off;
set enable_bitmapscan = off;
explain (costs off) select * from many where c = '2010/Ks 7';
select * from many where c = '2010/Ks 7';
select count(*) from many where c >= 'KS 2010/1' and c < 'KS 2011/1';
explain (costs off) select * from many order by c desc limit 2;
select * from many order by c desc limit 2;
drop index many_btree;
create index many_hash on many using hash (c);
select * from many where c = '2010/Ks 7';
reset enable_seqscan;
reset enable_bitmapscan;
set enable_nestloop = off;
set enable_mergejoin = off;
select count(*) from ordered a join ordered b using (c);
set enable_mergejoin = on;
set enable_hashjoin = off;
select count(*) from ordered a join ordered b using (c);
reset enable_mergejoin;
reset enable_hashjoin;
reset enable_nestloop;
select count(*), count(distinct c), count(distinct c::text) from ordered;

-- a number is unique, however it is written
create table matter (number case_number, title text);
create unique index matter_number_key on matter (number);
insert into matter values ('KS 2017/123', 'Motion om integrationsråd');
insert into matter values ('2017/00123', 'utan organ');
insert into matter values ('KS 2017/00123', 'samma nummer');
insert into matter values ('ks 123/2017', 'samma nummer');
insert into matter values ('2017/123', 'samma nummer');
insert into matter values ('KS 2017/123-01', 'med kod') returning number;
-- as text it goes in and comes out
insert into matter select text 'Dnr KS 2016/36-01', 'ur en text' returning number::text, written(number), pg_typeof(number);
insert into matter select text 'KS 2016/', 'ur en text';
select number, array[number], (number, title) from matter order by number;

-- the binary form is the text; it comes back the same
select c, convert_from(case_number_send(c), 'UTF8') from ordered where c in ('KS 2016/36', '102-274-2004') order by c, c::text;
create table back (like ordered);
select copied('table test_case_number.ordered', 'test_case_number.back');
select count(*), count(*) filter (where a.c::text = b.c::text and a.c = b.c) as same from ordered a join back b using (place) where a.c::text = b.c::text;
select image, received(convert_to(image, 'UTF8'))
  from unnest(array['KS 2016/36-01', 'Öä-Å 2016/36', '102-274-04 (code-serial-yy)', e'KS\u00a02016\u2013' || '36',
    -- not as they would be sent; no number at all
    ' KS 2016/36', 'KS 2016/36 ', 'Dnr KS 2016/36', '102-274-04(code-serial-yy)', 'KS 2016/36 (organ-year-serial)', 'KS 2016/', 'KS 2016/2017', 'KS 2016/100000000', '']) image;
select received(image) from unnest(array['\x00', '\x4b5320323031362f3336', '\x4b5320323031362f333600', '\x4b53002032', '\xc3', '\x4bc35320323031362f33', '\xff', '\xe28020']::bytea[]) image;

-- it is stored as it is, and read where it lies
select typlen, typbyval, typalign, typstorage from pg_type where oid = 'case_number'::regtype;
alter table matter alter number set storage extended;
update matter set title = repeat(title, 1000);
select count(*) from matter where number = 'ks 2017/123' and length(title) > 10000;

set client_min_messages = warning;
drop schema test_case_number cascade;
