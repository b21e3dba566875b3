-- Sorting by abbreviated keys orders exactly as the comparison functions do:
-- every type.
create schema test_sort_keys;
set search_path = test_sort_keys, governance, public;
select setseed(0.26);

create function one_of(most integer) returns integer
language sql volatile as $$ select 1 + floor(random() * most)::integer $$;
-- small numbers, the limits of the parts and of the bits they have in a key,
-- and anything between
create function pick(most integer) returns integer
language sql volatile as $$
  select case when random() < 0.4 then (array[1, 2, 3, 7])[one_of(4)]
              when random() < 0.6 then least(most, edge)
              else one_of(most) end
    from (select (array[29, 30, 31, 32, 126, 127, 128, 4094, 4095, 4096, 9999, 32766, 32767])[one_of(13)] as edge) e
$$;
create table quorums (q quorum, place serial);
insert into quorums
select case when random() < 0.2 then number::text
            else concat(case when random() < 0.4 then number || ' and ' end,
                        case when above < below then (array['>', '>='])[one_of(2)] else '>=' end,
                        least(above, below), '/', below) end::quorum
  from (select pick(32767) as number, pick(32767) as above, pick(32767) as below from generate_series(1, 20000)) r;
create table citations (c citation, place serial);
insert into citations
select concat(law, case when random() < 0.7 then chapter || ':' || section || letter else section || letter || ' §' end,
              case when random() < 0.6 then ' ' || paragraph || ' st' end, case when random() < 0.6 then ' ' || point || ' p' end)::citation
  from (select (array['', 'KL ', 'KLA ', 'OSL ', 'SkolL ', 'SkolLA ', 'SkolLag ', 'SkolLagen ', 'SkolLagÖ ', 'ÖÖÖÖÖÖ ', 'ÖÖÖÖÖÖÖÖÖÖÖÖ '])[one_of(11)] as law,
               pick(999) as chapter, pick(9999) as section, (array['', ' a', ' ö'])[one_of(3)] as letter,
               pick(999) as paragraph, pick(999) as point from generate_series(1, 40000)) r;
create table case_numbers (n case_number, place serial);
insert into case_numbers
select case_number(concat(organ, year, '/', serial, case when random() < 0.5 then '-' || code end),
                   case organ when '' then 'year-serial' else 'organ-year-serial' end)
  from (select (array['', 'KS ', 'KSA ', 'KSAU ', 'KSAUX ', 'KSAUXY ', 'KS-AU ', 'ÖÖÖÖ ', 'ÖÖÖÖÖÖÖÖÖÖÖÖ '])[one_of(9)] as organ,
               (array[1900, 1901, 2026, 2099])[one_of(4)] as year, pick(99999999) as serial, pick(65534) as code from generate_series(1, 20000)) r;
create table section_refs (s section_ref, place serial);
insert into section_refs
select concat(organ, '§ ', section, case when random() < 0.3 then '-' || section + pick(1000) end, case when random() < 0.8 then '/' || year end)::section_ref
  from (select (array['', 'KS ', 'KSA ', 'KSAU ', 'KSAUX ', 'ÖÖÖÖ ', 'ÖÖÖÖÖÖÖÖÖÖÖÖ '])[one_of(7)] as organ,
               (array[1900, 1901, 2026, 2099])[one_of(4)] as year, pick(990000) as section from generate_series(1, 20000)) r;
select count(distinct q) > 5000 as many_quorums, count(*) > count(distinct q) as some_twice from quorums;
select count(distinct c) > 20000 as many_citations, count(*) > count(distinct c) as some_twice from citations;
select count(distinct n) > 10000 as many_case_numbers, count(*) > count(distinct n) as some_twice from case_numbers;
select count(distinct s) > 5000 as many_section_refs, count(*) > count(distinct s) as some_twice from section_refs;

-- neighbours in a sorted list; with a second column, since a list of one column
-- that is passed by value is sorted without a key
select count(*) as rows, count(*) filter (where quorum_cmp(before, q) > 0 or quorum_cmp(before, q) = 0 and place_before > place) as wrong
  from (select q, place, lag(q) over w as before, lag(place) over w as place_before from quorums window w as (order by q, place)) s;
select count(*) as rows, count(*) filter (where quorum_cmp(before, q) < 0 or quorum_cmp(before, q) = 0 and place_before > place) as wrong
  from (select q, place, lag(q) over w as before, lag(place) over w as place_before from quorums window w as (order by q desc, place)) s;
select count(*) as rows, count(*) filter (where citation_cmp(before, c) > 0 or citation_cmp(before, c) = 0 and place_before > place) as wrong
  from (select c, place, lag(c) over w as before, lag(place) over w as place_before from citations window w as (order by c, place)) s;
select count(*) as rows, count(*) filter (where citation_cmp(before, c) < 0 or citation_cmp(before, c) = 0 and place_before > place) as wrong
  from (select c, place, lag(c) over w as before, lag(place) over w as place_before from citations window w as (order by c desc, place)) s;
select count(*) as rows, count(*) filter (where case_number_cmp(before, n) > 0 or case_number_cmp(before, n) = 0 and place_before > place) as wrong
  from (select n, place, lag(n) over w as before, lag(place) over w as place_before from case_numbers window w as (order by n, place)) s;
select count(*) as rows, count(*) filter (where case_number_cmp(before, n) < 0 or case_number_cmp(before, n) = 0 and place_before > place) as wrong
  from (select n, place, lag(n) over w as before, lag(place) over w as place_before from case_numbers window w as (order by n desc, place)) s;
select count(*) as rows, count(*) filter (where section_ref_cmp(before, s.s) > 0 or section_ref_cmp(before, s.s) = 0 and place_before > place) as wrong
  from (select s, place, lag(s) over w as before, lag(place) over w as place_before from section_refs window w as (order by s, place)) s;
select count(*) as rows, count(*) filter (where section_ref_cmp(before, s.s) < 0 or section_ref_cmp(before, s.s) = 0 and place_before > place) as wrong
  from (select s, place, lag(s) over w as before, lag(place) over w as place_before from section_refs window w as (order by s desc, place)) s;

-- an index that is built by sorting is in the order of one that was filled row
-- by row, where values are compared and no key is made
create table quorums_filled (q quorum primary key);
insert into quorums_filled select q from quorums on conflict do nothing;
create table citations_filled (c citation primary key);
insert into citations_filled select c from citations on conflict do nothing;
create table quorums_built as select q from quorums_filled order by random();
create unique index on quorums_built (q);
create table citations_built as select c from citations_filled order by random();
create unique index on citations_built (c);
create table case_numbers_filled (n case_number primary key);
insert into case_numbers_filled select n from case_numbers on conflict do nothing;
create table case_numbers_built as select n from case_numbers_filled order by random();
create unique index on case_numbers_built (n);
vacuum analyze quorums_filled, quorums_built, citations_filled, citations_built, case_numbers_filled, case_numbers_built;
set enable_seqscan = off;
set enable_sort = off;
explain (costs off) select q from quorums_built order by q;
select (select string_agg(q::text, ',') from (select q from quorums_built order by q) s) =
       (select string_agg(q::text, ',') from (select q from quorums_filled order by q) s) as the_same;
select (select string_agg(c::text, ',') from (select c from citations_built order by c) s) =
       (select string_agg(c::text, ',') from (select c from citations_filled order by c) s) as the_same;
select (select string_agg(n::text, ',') from (select n from case_numbers_built order by n) s) =
       (select string_agg(n::text, ',') from (select n from case_numbers_filled order by n) s) as the_same;
-- and each value is found in it
select count(*) filter (where not exists (select from quorums_built b where b.q = f.q)) as missing from quorums_filled f;
select count(*) filter (where not exists (select from citations_built b where b.c = f.c)) as missing from citations_filled f;
select count(*) filter (where not exists (select from case_numbers_built b where b.n = f.n)) as missing from case_numbers_filled f;

set client_min_messages = warning;
drop schema test_sort_keys cascade;
