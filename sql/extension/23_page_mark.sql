-- The page marked on a document (B6).

create function governance.read_page_mark(mark text, out page integer, out pages integer)
returns record
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'governance_read_page_mark';
comment on function governance.read_page_mark(text) is
'The page and the number of pages that a page mark (sidmärkning) names: "SID. 3 (7)", "3 (7)", "Sida 3 av 7". An error where it is none, or the page is not one of them.';
