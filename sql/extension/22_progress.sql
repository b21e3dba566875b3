-- How far a function has come that looks at everything (src/registry/progress.c).

create function governance.progress(what text, done bigint, total bigint) returns void
language c stable strict parallel restricted
as 'MODULE_PATHNAME', 'governance_progress';
comment on function governance.progress(text, bigint, bigint) is
'Tells how far create_registry, upgrade_registry or verify_seals has come, when nothing was told for governance.progress_interval; done 0: it begins.';
