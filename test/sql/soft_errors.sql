-- Bad input reported softly, for COPY ... ON_ERROR and pg_input_is_valid: from
-- PostgreSQL 16.  Earlier servers have the other of the expected outputs.
\set VERBOSITY default
set search_path = governance, public;
select current_setting('server_version_num')::int >= 160000 as soft_errors \gset
\if :soft_errors
select type, written, pg_input_is_valid(written, type), (pg_input_error_info(written, type)).*
  from (values
    ('governance.quorum', '4 and >1/2'), ('governance.quorum', '0'), ('governance.quorum', '>1/1'),
    ('governance.quorum', '32768'), ('governance.quorum', ''),
    ('governance.citation', 'KL 6 kap. 27 §'), ('governance.citation', '0 §'), ('governance.citation', '10000 §'),
    ('governance.citation', 'KL'), ('governance.citation', ''),
    ('governance.case_number', 'KS 2016/36-01'), ('governance.case_number', 'KS 2016/'), ('governance.case_number', '1-100000000/2016'),
    ('governance.section_ref', 'KF § 251/2017'), ('governance.section_ref', 'KF § 251/17'), ('governance.section_ref', '§ 1000000')) t(type, written);
\else
\echo this server has no soft errors
\endif
