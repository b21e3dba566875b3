-- Swedish words as the review of policies compares them: by their stems, and
-- without a list of stop words, since "kan", "ska" and "alla" are on it.

create text search dictionary governance.swedish_words (template = pg_catalog.snowball, language = swedish);
comment on text search dictionary governance.swedish_words is
'Swedish words by their stems (svenska ordstammar), without stop words.';

create text search configuration governance.swedish (copy = pg_catalog.swedish);
alter text search configuration governance.swedish
	alter mapping replace pg_catalog.swedish_stem with governance.swedish_words;
comment on text search configuration governance.swedish is
'Swedish text by the stems of all its words (svensk text), for the review of policies.';
