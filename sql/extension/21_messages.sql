-- What functions in SQL say is in the catalogue of messages too (po/).  Only what
-- CREATE EXTENSION and ALTER EXTENSION themselves say of a wrong encoding or library
-- is in English, as it is said before this is there.

create function governance.translated(message text) returns text
language c stable strict parallel safe
as 'MODULE_PATHNAME', 'governance_translated';
comment on function governance.translated(text) is
'A message of the extension in the language of lc_messages (felmeddelanden på svenska); as it is where there is no other.';
