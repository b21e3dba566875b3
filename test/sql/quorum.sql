-- The type quorum: how many of how many (KL 6:27, I1, I6).
\set VERBOSITY default
\set SHOW_CONTEXT never
\pset null (null)
create schema test_quorum;
set search_path = test_quorum, governance, public;

\set type quorum
\set srcdir `echo "$PG_ABS_SRCDIR"`
\i :srcdir/data/type_values.sql

-- every way to write the same, and the edges
select written, given(written)
  from unnest(array[
    '4', ' 4 ', '004', '1', '32767',
    '>1/2', '> 1 / 2', '>2/4', '>16383/32766', '>1/32767', '>32766/32767',
    '>=2/3', '≥2/3', ' ≥ 4/6', '>=1/1', '>=7/7', '>=32767/32767',
    '4 and >1/2', '>1/2 and 4', '4 AND >=1/2', '4and>1/2', e'4\tand\n>2/4',
    e'4\u00a0and\u00a0>1/2', e'\u20094\u202fand ≥\u00a01/2']) written;

-- what is refused, and why
select given(written)
  from unnest(array[
    '', ' ', '0', '000', '-4', '+4', '4.5', '4 5', 'four', '4x',
    '32768', '99999999999999999999', '>1/32768', '>=32768/32768',
    '1/2', '4/7', '=1/2', '<1/2', '=>1/2', '> =1/2', '>', '>=', '>1', '>50%', '>1/', '>/2', '>0.5',
    '>0/2', '>1/0', '>0/0', '>-1/2', '>1/-2', '>1/1', '>7/7', '>=3/2', '>2/1',
    '4 and', 'and 4', 'and', '4 and 5', '4 and 4', '>1/2 and >=2/3', '>1/2 and 4 and >1/2',
    '4 and >1/2 and 5', '4 or >1/2', '4, >1/2', '4 andx', '4 och >1/2', '٤', '４']) written;

-- an error of plain SQL, and of a cast from text
select quorum '0';
select '>1/1'::text::quorum;

-- required: KL 6:27 is more than half of the seats
select seats, required('>1/2', seats) as "KL 6:27", seats / 2 + 1 as "n/2 + 1",
       required('>=1/2', seats) as half, required('>=2/3', seats) as "two thirds",
       required('>2/3', seats) as "more than two thirds", required('>=1/1', seats) as "all",
       required('4', seats) as "4", required('4 and >1/2', seats) as "4 and more than half"
  from unnest(array[0, 1, 2, 3, 6, 7, 8, 13, 14, 101]) seats;
select required('>32766/32767', 2147483647), required('>=1/1', 2147483647),
       required('>1/32767', 2147483647), required('32767', 2147483647);
-- it is the smallest number that meets the definition of each quorum
select count(*) as wrong
  from generate_series(1, 40) seats, generate_series(1, 12) a, generate_series(1, 12) b,
       generate_series(1, 9) n
 where a < b
   and (required(format('%s and >%s/%s', n, a, b)::quorum, seats) <>
          (select min(k) from generate_series(0, 41) k where k >= n and k * b > a * seats)
        or required(format('>=%s/%s', a, b)::quorum, seats) <>
          (select min(k) from generate_series(0, 40) k where k * b >= a * seats));

-- met: A20 asks for 4 of 7
select n, met('4', n, 7) as "4", met('>1/2', n, 7) as ">1/2", met('4 and >=2/3', n, 7) as "4 and >=2/3"
  from generate_series(0, 8) n;
select met('>=2/3', 0, 0) as "nobody of none", met('>=1/1', 1, 1) as "one of one";
select required('>1/2', -1);
select met('>1/2', -1, 7);
select met('>1/2', 4, -7);
select required(null, 7), required('4', null), met('4', null, 7);

-- the order: by fraction (none first), >= before >, then by number
create table ordered (place int, q quorum);
insert into ordered
select place, written::quorum
  from unnest(array['1', '2', '10', '32767', '>1/32767', '>=1/3', '>1/3', '>=1/2', '4 and >=1/2',
                    '>1/2', '2 and >1/2', '10 and >1/2', '>=10000/19999', '>=5000/9999', '>=2/3',
                    '>2/3', '>32765/32766', '>32766/32767', '>=1/1', '7 and >=1/1']) with ordinality as u(written, place)
 order by md5(written);
analyze ordered;
select place, q from ordered order by q;
select q from ordered order by q desc limit 3;
-- all six operators and the comparison agree with it, for every pair
select count(*) as pairs, count(*) filter (where
         (a.q < b.q) <> (a.place < b.place) or (a.q <= b.q) <> (a.place <= b.place) or
         (a.q = b.q) <> (a.place = b.place) or (a.q <> b.q) <> (a.place <> b.place) or
         (a.q >= b.q) <> (a.place >= b.place) or (a.q > b.q) <> (a.place > b.place) or
         sign(quorum_cmp(a.q, b.q)) <> sign(a.place - b.place) or
         (a.q = b.q and (quorum_hash(a.q) <> quorum_hash(b.q) or
            quorum_hash_extended(a.q, 7) <> quorum_hash_extended(b.q, 7)))) as wrong
  from ordered a, ordered b;
select quorum '>2/4' = '>1/2' as equal, quorum '>=1/2' = '>1/2' as strictness, quorum '4' = '4 and >1/2' as both,
       quorum_hash('>2/4') = quorum_hash('>1/2') as hash,
       quorum_hash_extended('>2/4', 1) = quorum_hash_extended('>1/2', 1) as extended,
       quorum_hash_extended('4', 1) = quorum_hash_extended('4', 2) as seed;

-- operators and operator classes are whole
select o.oprname, o.oprcom::regoperator, o.oprnegate::regoperator, o.oprrest, o.oprjoin, o.oprcanmerge, o.oprcanhash
  from pg_operator o where o.oprleft = 'quorum'::regtype order by o.oprname collate "C";
select a.amname, c.opcname, c.opcdefault, amvalidate(c.oid),
       array_agg(p.amprocnum order by p.amprocnum) as support
  from pg_opclass c join pg_am a on a.oid = c.opcmethod
       join pg_amproc p on p.amprocfamily = c.opcfamily
 where c.opcintype = 'quorum'::regtype group by 1, 2, 3, 4 order by 1;

-- indexes of both kinds find what there is
create table many as
select i, format('%s and >%s/%s', i % 50 + 1, i % 7 + 1, i % 7 + 1 + i % 11 + 1)::quorum as q
  from generate_series(1, 5000) i;
create index many_btree on many using btree (q);
analyze many;
set enable_seqscan = off;
set enable_bitmapscan = off;
explain (costs off) select i from many where q = '3 and >1/2';
explain (costs off) select i from many where q < '3 and >1/2' order by q;
select count(*) from many where q = '3 and >1/2';
select (select count(*) from many where q < '3 and >1/2') as indexed,
       (select count(*) from many where quorum_cmp(q, '3 and >1/2') < 0) as filtered;
drop index many_btree;
create index many_hash on many using hash (q);
explain (costs off) select i from many where q = '3 and >1/2';
select count(*) from many where q = '3 and >1/2';
reset enable_seqscan;
reset enable_bitmapscan;

-- hash and merge joins, grouping and distinct rows
set enable_nestloop = off;
set enable_mergejoin = off;
explain (costs off) select count(*) from many a join ordered b using (q);
select count(*) from many a join ordered b using (q);
reset enable_mergejoin;
set enable_hashjoin = off;
explain (costs off) select count(*) from many a join ordered b using (q);
select count(*) from many a join ordered b using (q);
reset enable_hashjoin;
reset enable_nestloop;
set enable_hashagg = off;
create table sorted as select q, count(*) from many group by q;
set enable_hashagg = on;
set enable_sort = off;
create table hashed as select q, count(*) from many group by q;
reset enable_sort;
reset enable_hashagg;
select count(*) from sorted;
(table sorted except all table hashed) union all (table hashed except all table sorted);
create table parted (q quorum) partition by hash (q);
create table parted_0 partition of parted for values with (modulus 2, remainder 0);
create table parted_1 partition of parted for values with (modulus 2, remainder 1);
insert into parted select q from ordered;
select count(*) from parted;

-- casts: from text in an assignment, to text; an array, a default
create table cast_from (q quorum default '>1/2', qs quorum[] default '{4,>=2/3}');
insert into cast_from default values;
insert into cast_from (q) select text '>=4/6';
insert into cast_from (q) values (text '0');
select q, q::text, qs, pg_typeof(q) from cast_from;

-- the binary form: what is sent is frozen, and comes back the same (through a
-- file in the data directory, for want of a caller of the receive function)
select q, quorum_send(q) from ordered order by q;
create table back (like ordered);
select copied('table test_quorum.ordered', 'test_quorum.back');
(table ordered except all table back) union all (table back except all table ordered);

-- what is received is checked: an image that no text gives is refused
select image, received(image)
  from unnest(array[
    '\x00040000000100', '\x7fff0000000100', '\x00000001000201', '\x00047ffe7fff01', '\x00000001000100',
    -- nothing asked for; > without a fraction; a denominator of 0 or alone
    '\x00000000000100', '\x00040000000101', '\x00040000000000', '\x00040000000200',
    -- not in lowest terms; more than 1; more than all; too large; no flag
    '\x00000002000400', '\x00000003000200', '\x00000001000101', '\x80000000000100', '\x00007fff800000',
    '\x0000fffeffff00', '\x00000001000202', '\x000000010002ff',
    -- too short, too long, empty
    '\x000400000001', '\x0004000000010000', '\x']::bytea[]) image;

-- eight bytes like bigint
select typlen, typbyval = (select typbyval from pg_type where typname = 'int8') as like_bigint, typalign
  from pg_type where oid = 'quorum'::regtype;

set client_min_messages = warning;
drop schema test_quorum cascade;
