-- The type citation: a place in a regulation or a law.
\set VERBOSITY default
\set SHOW_CONTEXT never
\pset null (null)
create schema test_citation;
set search_path = test_citation, governance, public;

\set type citation
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/type_values.sql

-- in a regulation: every way to write the same, and the edges
select written, given(written)
  from unnest(array[
    '5 §', '§ 5', '5§', '§5', ' 5  § ', e'5\u00a0§', e'§\u202f5', '005 §', '1 §', '9999 §',
    '5 a §', '5a §', '5a§', '5 A §', '§ 5 a', '§5a', '5 z §', '5 å §', '5 Ä §', '5 ö §', '5 p §',
    '7 § 2 st', '7 § 2 st.', '7 § 2 stycket', '7 § 2 Stycke', '7§2st', '§ 7 2 st', '7 § st 2', '7 § st. 2',
    '1 § 2 p', '1 § 2 p.', '1 § 2 punkten', '1 § 2 punkt', '1 § p. 2', '1 § p 2', '1 § punkt 2',
    '7 § 2 st 3 p', '7§2st3p', '7 § 2 stycket 3 punkten', e'7\u00a0§\u00a02\u00a0st\u00a03\u00a0p',
    '5 a § 2 st', '9999 ö § 999 st 999 p']) written;

-- in a chapter, in a law
select written, given(written)
  from unnest(array[
    '6:27', '6 : 27', '6:27 §', '6 kap. 27 §', '6 kap 27 §', '6 kapitlet 27 §', '6 Kapitel § 27', '6kap.27§',
    '6:27 a', '6:27a', '6 kap. 27 a §', '6:27 2 st', '8:10 p. 3', '8:10 3 p', '8:10 p', '8:10 p 3 p',
    'KL 6:27', 'kl 6:27', 'Kl6:27', 'KL 6 kap. 27 §', 'kl 6 KAP. 27 §', 'KL 6:27 §', e'KL\u00a06:27',
    'KL 6:27 2 st', 'KL 6 kap. 27 § 2 st', 'KL 6 kap. 27 § 2 st 3 p', 'KL 5:12 a', 'KL 5:12a', 'KL 5:12 a §',
    'FL 22 §', 'FL § 22', 'FL 22 § 1 st', 'BrB 3:5', 'ÄB 12:1', 'äb 12:1', 'Öå 1 §', 'SkolL 3:5',
    'Skollagen 3:5', 'TF 999:9999 ö 999 st 999 p', 'ÅÄÖÅÄÖÅÄÖÅÄÖ 1:1', 'ABCDEFGHIJKL 1 §', 'S 1 §']) written;

-- what is refused, and why
select given(written)
  from unnest(array[
    '', ' ', '§', 'KL', 'KL 6', 'KL 6:', 'KL :27', '6', '6 kap.', '27', '5 a', '27 2 st', 'KL 22',
    '0 §', '00 §', '0:5', '6:0', '0 kap. 5 §', '7 § 0 st', '7 § 0 p', '-5 §', '6:-27', '7 § -2 st',
    '10000 §', '99999999999999999999 §', '1000:1', '1:10000', '1000 kap. 1 §', 'SFS 2017:725', '7 § 1000 st',
    '5 § §', '§ 5 §', '§§ 5', '5–7 §§', '5 aa §', '5 a b §', '5 é §', '5 § a', '5.1 §', '5 § x', '5 §.', '5 §, 2 st',
    '7 § 2', '7 § st', '7 § p', '7 § 2 x', '7 § 2 stx', '7 § 2 st 3', '7 § 3 p 2 st', '7 § 2 st 3 st', '7 § 2 p 3 p',
    '7 § 2 st 3 p 4 p', '8:10 p 3', '6:27:1', '6 kap. 6:27', '6 kap 27', 'kap. 27 §', 'st 2', 'p 2', 'punkten 5 §',
    'KL KL 6:27', 'K L 6:27', 'KL. 6:27', 'K-L 6:27', 'Ké 5 §', '1KL 5 §', '6 kap. 27 § KL',
    'kommunallagen 6:27', 'ABCDEFGHIJKLM 1 §', '５ §', e'5 \u200b§', 'a' || e'\u030a' || 'b 5 §']) written;

-- an error of plain SQL, and of a cast from text
select citation '0 §';
select '7 §§'::text::citation;

-- the order: law (none first, å ä ö last), chapter, number, letter, paragraph, point
create table ordered (place int, c citation);
insert into ordered
select place, written::citation
  from unnest(array[
    '1 §', '1 § 2 p', '1 § 1 st', '1 § 1 st 2 p', '1 § 2 st', '2 §', '5 §', '5 § 1 st', '5 a §', '5 a § 9 st', '5 b §',
    '5 z §', '5 å §', '5 ä §', '5 ö §', '6 §', '10 §', '9999 ö § 999 st 999 p', '1:1', '1:10', '2:1', '6:27', '10:1',
    '999:9999 ö 999 st 999 p', 'A 1 §', 'AB 1 §', 'FL 22 §', 'FL 1:1', 'KL 1 §', 'KL 2:1', 'KL 6:2', 'KL 6:10', 'KL 6:27',
    'KL 6:27 2 st', 'KL 6:27 a', 'KL 6:28', 'KL 10:1', 'OSL 1 §', 'OSL 999:9999 ö 999 st 999 p', 'OSLA 1 §', 'OSLA 2:1',
    'OSLAB 1 §', 'OSLB 1 §', 'OSM 1 §', 'Z 1 §', 'ZZZZZZZZZZZZ 1 §', 'Å 1 §', 'ÄB 1 §', 'ÄB 12:1', 'Ö 1 §',
    'ÖÖÖÖÖÖÖÖÖÖÖÖ 1 §']) with ordinality as u(written, place)
 order by md5(written);
analyze ordered;
select place, c from ordered order by c;
select c from ordered order by c desc limit 3;
-- all six operators and the comparison agree with it, for every pair
select count(*) as pairs, count(*) filter (where
         (a.c < b.c) <> (a.place < b.place) or (a.c <= b.c) <> (a.place <= b.place) or
         (a.c = b.c) <> (a.place = b.place) or (a.c <> b.c) <> (a.place <> b.place) or
         (a.c >= b.c) <> (a.place >= b.place) or (a.c > b.c) <> (a.place > b.place) or
         sign(citation_cmp(a.c, b.c)) <> sign(a.place - b.place) or
         (a.c = b.c and (citation_hash(a.c) <> citation_hash(b.c) or
            citation_hash_extended(a.c, 7) <> citation_hash_extended(b.c, 7)))) as wrong
  from ordered a, ordered b;
-- many rows of the same few, sorted by the abbreviated key and told apart by the comparison
create table many as
select i, (a.c::text)::citation as c, md5(i::text) as mixed
  from generate_series(1, 60) i, ordered a;
create index many_btree on many using btree (c);
analyze many;
select count(*) filter (where c < previous) as wrong, count(*)
  from (select c, lag(c) over (order by n) as previous
          from (select c, row_number() over (order by c, mixed) as n from many) s) s;
select citation 'KL 6:27' = 'kl 6 kap. 27 §' as equal, citation '1 § 2 p' = '1 § 1 st 2 p' as assumed,
       citation_hash('KL 6:27') = citation_hash('kl 6 kap. 27 §') as hash,
       citation_hash_extended('KL 6:27', 1) = citation_hash_extended('kl 6 kap. 27 §', 1) as extended,
       citation_hash_extended('KL 6:27', 1) = citation_hash_extended('KL 6:27', 2) as seed;

-- operators and operator classes are whole
select o.oprname, o.oprcom::regoperator, o.oprnegate::regoperator, o.oprrest, o.oprjoin, o.oprcanmerge, o.oprcanhash
  from pg_operator o where o.oprleft = 'citation'::regtype order by o.oprname collate "C";
select a.amname, c.opcname, c.opcdefault, amvalidate(c.oid),
       array_agg(p.amprocnum order by p.amprocnum) as support
  from pg_opclass c join pg_am a on a.oid = c.opcmethod
       join pg_amproc p on p.amprocfamily = c.opcfamily
 where c.opcintype = 'citation'::regtype group by 1, 2, 3, 4 order by 1;

-- indexes of both kinds find what there is
set enable_seqscan = off;
set enable_bitmapscan = off;
explain (costs off) select i from many where c = 'KL 6 kap. 27 §';
explain (costs off) select i from many where c >= 'KL 6:1' and c < 'KL 7:1' order by c;
select count(*) from many where c = 'KL 6 kap. 27 §';
select (select count(*) from many where c >= 'KL 6:1' and c < 'KL 7:1') as indexed,
       (select count(*) from many where citation_cmp(c, 'KL 6:1') >= 0 and citation_cmp(c, 'KL 7:1') < 0) as filtered;
drop index many_btree;
create index many_hash on many using hash (c);
explain (costs off) select i from many where c = 'KL 6:27';
select count(*) from many where c = 'KL 6:27';
reset enable_seqscan;
reset enable_bitmapscan;

-- hash and merge joins, grouping and distinct rows
set enable_nestloop = off;
set enable_mergejoin = off;
explain (costs off) select count(*) from many a join ordered b using (c);
select count(*) from many a join ordered b using (c);
reset enable_mergejoin;
set enable_hashjoin = off;
explain (costs off) select count(*) from many a join ordered b using (c);
select count(*) from many a join ordered b using (c);
reset enable_hashjoin;
reset enable_nestloop;
set enable_hashagg = off;
create table sorted as select c, count(*) from many group by c;
set enable_hashagg = on;
set enable_sort = off;
create table hashed as select c, count(*) from many group by c;
reset enable_sort;
reset enable_hashagg;
select count(*) from sorted;
(table sorted except all table hashed) union all (table hashed except all table sorted);
create table parted (c citation) partition by hash (c);
create table parted_0 partition of parted for values with (modulus 2, remainder 0);
create table parted_1 partition of parted for values with (modulus 2, remainder 1);
insert into parted select c from ordered;
select count(*) from parted;

-- unique, whatever the writing
create table provision (c citation primary key);
insert into provision values ('KL 6:27'), ('5 a §');
insert into provision values ('kl 6 kap. 27 §');
insert into provision values (text '§ 5 a');

-- casts: from text in an assignment, to text
insert into provision select text '7 § andra stycket';
insert into provision select text '7 § 2 st';
select c, c::text as written, array[c], pg_typeof(c) from provision p order by p.c;

-- the binary form: what is sent is frozen, and comes back the same (through a
-- file in the data directory, for want of a caller of the receive function)
select c, citation_send(c) from ordered order by c;
create table back (like ordered);
select copied('table test_citation.ordered', 'test_citation.back');
(table ordered except all table back) union all (table back except all table ordered);

-- what is received is checked: an image that no text gives is refused
-- chapter, section, letter, paragraph, point, law
select place, received(place)
  from unnest(array[
    '\x000000010000000000', '\x0006001b0000000000', '\x03e7270f1d03e703e7',
    '\x000000000000000001', '\x000600000000000000', '\x03e800010000000000', '\x000127100000000000',
    '\x000000011e00000000', '\x00000001ff00000000', '\x000000010003e80000', '\x0000000100000003e8',
    '\xffff00010000000000', '\x0001ffff0000000000', '\x00000001000000ffff', '\x0000000100000000', '\x']::bytea[]) place;
select law, received('\x0006001b0000000000'::bytea || law)
  from unnest(array[
    '\x4b4c', '\xc38442', '\xc396c396c396c396c396c396c396c396c396c396c396c396', '\x4142434445464748494a4b4c',
    -- not upper case; too long; not letters; reserved words; broken UTF-8; a zero byte
    '\x6b4c', '\xc3a442', '\x4142434445464748494a4b4c4d', '\xc396c396c396c396c396c396c396c396c396c396c396c396c396',
    '\x4b31', '\x4b2042', '\xc38942', '\x4b4150', '\x50', '\x5354', '\xc3', '\x4bc3', '\xc44b', '\xff',
    '\x00', '\x4b4c00', '\x4b004c']::bytea[]) law;

-- sixteen bytes
select typlen, typbyval, typalign from pg_type where oid = 'citation'::regtype;

set client_min_messages = warning;
drop schema test_citation cascade;
