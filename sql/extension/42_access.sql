-- Who may do what: asked by the policies and views of registries, of the table
-- access there.  Their first argument is a table of the registry, as a constant.

create function governance.may_support(internal) returns internal
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'governance_may_support';
comment on function governance.may_support(internal) is
'For the planner: that the functions governance.may_... are true of about every row.';

create function governance.may_read(registry regclass, body bigint) returns boolean
language c stable parallel restricted support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_read';
comment on function governance.may_read(regclass, bigint) is
'May the current user read what belongs to a body (läsa)? Null: what belongs to none, as persons and the law do.';

create function governance.may_read_all(registry regclass, body bigint) returns boolean
language c stable parallel restricted support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_read_all';
comment on function governance.may_read_all(regclass, bigint) is
'May the current user read what is secret (sekretess) at a body, too? Null: at all bodies.';

create function governance.may_read_item(registry regclass, meeting bigint, "position" integer) returns boolean
language c stable parallel restricted cost 10 support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_read_item';
comment on function governance.may_read_item(regclass, bigint, integer) is
'May the current user read what happened at an item (ärende) of a meeting? Null: at the meeting as a whole. An item about a secret matter is kept from readers.';

create function governance.may_read_minutes(registry regclass, meeting bigint) returns boolean
language c stable strict parallel restricted cost 10 support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_read_minutes';
comment on function governance.may_read_minutes(regclass, bigint) is
'May the current user read the minutes (protokoll) of a meeting, which tell of all its items?';

create function governance.may_read_matter(registry regclass, matter bigint) returns boolean
language c stable strict parallel restricted cost 10 support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_read_matter';
comment on function governance.may_read_matter(regclass, bigint) is
'May the current user read a matter (ärende): at one of the bodies that it is with: that handles it, that refers it or is asked by referral, that has it on an agenda or an assignment in it, in which it was raised as a motion, whose letter, decision or report it holds? A secret one is kept from readers.';

create function governance.may_read_document(registry regclass, matter bigint, number integer) returns boolean
language c stable strict parallel restricted cost 10 support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_read_document';
comment on function governance.may_read_document(regclass, bigint, integer) is
'May the current user read a document (handling) of a matter, which may be secret in a matter that is not?';

create function governance.may_write(registry regclass, body bigint) returns boolean
language c stable parallel restricted support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_write';
comment on function governance.may_write(regclass, bigint) is
'May the current user write for a body, as its secretary (sekreterare)? Null: what belongs to no body, as the secretary of any.';

create function governance.may_write_meeting(registry regclass, meeting bigint) returns boolean
language c stable strict parallel restricted cost 10 support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_write_meeting';
comment on function governance.may_write_meeting(regclass, bigint) is
'May the current user write about a meeting (sammanträde)?';

create function governance.may_write_matter(registry regclass, matter bigint) returns boolean
language c stable strict parallel restricted cost 10 support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_write_matter';
comment on function governance.may_write_matter(regclass, bigint) is
'May the current user write in a matter (ärende), for one of the bodies that it is with?';

create function governance.may_administer(registry regclass, body bigint) returns boolean
language c stable parallel restricted support governance.may_support
as 'MODULE_PATHNAME', 'governance_may_administer';
comment on function governance.may_administer(regclass, bigint) is
'May the current user change who sits in a body, its regulation, and admit deviations? Null: what holds for all bodies.';

create function governance.tell_access() returns trigger
language c volatile parallel unsafe as 'MODULE_PATHNAME', 'governance_tell_access';
comment on function governance.tell_access() is
'Trigger after a row of the table access: every session looks at it again.';
