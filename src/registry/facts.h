/*
 * facts.h
 *	  What the registry says about one body or one meeting: the rows that the
 *	  rules judge by.
 *
 * Facts are read whole (all rows of a table that belong to the root), once,
 * and kept as long as they are known to be current; see cache.c for how that
 * is known while a transaction writes.
 */
#ifndef GOVERNANCE_FACTS_H
#define GOVERNANCE_FACTS_H

#include "registry/registry.h"
#include "registry/tables.h"

struct InForce;

typedef struct FactRows
{
	char	   *data;			/* structs of the table's type, in key order */
	int			n;
	int			size;			/* room for so many */
	bool		loaded;
	bool		texts;			/* with the texts that are read late */
	uint64		epoch;			/* of the table, when they were read */
	uint64		version;		/* of the relation, which may be rewritten */
} FactRows;

typedef struct Ids
{
	int			n;
	int64		v[FLEXIBLE_ARRAY_MEMBER];
} Ids;

/* for qsort, in the order in which what they name is locked */
static inline int
ids_compare(const void *a, const void *b)
{
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;

	return x < y ? -1 : x > y;
}

/* an item of this meeting is tied to one of another meeting (see links.c) */
typedef struct Link
{
	int32		position;		/* of the item here */
	bool		from_here;		/* it continues the other; else the other it */
	int64		meeting;		/* where the other item is */
	int32		other;			/* its position */
	DateADT		day;			/* of the other meeting */
	Timestamp	starts_at;
	bool		same_body;		/* the later body is the earlier, or took its place */
	bool		settled;		/* the other item has a settling decision */
	bool		admitted;		/* of the other item, whatever is wrong with it */
} Link;

/*
 * How a matter was handled: an item of a meeting that is about it, and a
 * decision made there that stands (see matter.c).  An item without one stands
 * by itself.
 */
typedef struct Handling
{
	int64		meeting;
	int32		position;		/* of the item */
	Word		item_kind;
	bool		handled;		/* the item was taken up */
	bool		unprepared;		/* ... as urgent, without preparation (KL 5:33) */
	int64		body;			/* the meeting's */
	Word		body_kind;
	DateADT		day;			/* of the meeting */
	bool		cancelled;
	int32		point;			/* of the decision; INT_NULL: there is none */
	Word		kind;
	Word		outcome;
	int64		on_behalf_of;
	int64		delegation;
	Word		subject;
	int32		statement;		/* document of the matter that it refers to */
	Timestamp	decided_at;
	char	   *text;
} Handling;

/*
 * Who raised a motion, and whether that person had a seat in the council on the
 * day.
 */
typedef struct Mover
{
	int64		person;
	Word		seat;			/* member, substitute; W_NONE: none at all */
	bool		served;			/* as substitute, when it was raised */
} Mover;

/* a line of a report of delegated decisions: what it reports, and who else did */
typedef struct ReportLine
{
	int32		number;			/* of the report in the matter */
	int32		line;
	int64		from_body;		/* on whose behalf it was decided; 0: nobody's */
	int64		decided_in;		/* the body that decided, or in which the delegate did */
	DateADT		decided_on;
	int64		other_matter;	/* another line about the same decision, or 0 */
	int32		other_number;
	int32		other_line;
	DateADT		other_received_on;
	bool		other_admitted; /* of the other, that it tells the decision again */
} ReportLine;

/* another policy of the same domain */
typedef struct OtherPolicy
{
	int64		matter;
	Period		valid;
} OtherPolicy;

typedef struct Facts
{
	Registry   *registry;
	Root		root;			/* ROOT_BODY, ROOT_MEETING or ROOT_MATTER */
	int64		id;
	bool		locked;			/* by this transaction, against others */
	bool		shared;			/* ... but only against changes */
	bool		kept;			/* since an earlier transaction (cache.c) */
	Tables		told;			/* of a body: others know that these are changed */
	bool		fresh;			/* inserted by this transaction: nobody else sees it */
	MemoryContext context;
	FactRows	rows[NUM_TABLES];
	uint64		version;		/* grows whenever rows are read anew */
	Tables		readable;		/* what the rule that is asked has said it needs */
	struct Facts *body;			/* a meeting's body */
	struct Facts *parent;		/* a body's parent, where it was asked for */
	uint64		beneath;		/* version of body or parent last looked at */
	const struct InForce *law;	/* the rules, by the body and the day */
	uint64		law_epoch;		/* of what was compiled, when they were looked up */
	DateADT		law_day;		/* ... for this day and kind of body */
	Word		law_kind;
	/* what a series of sections holds on other meetings of the year */
	int32		section_before; /* greatest number before this meeting, or 0 */
	int32		section_after;	/* least number after it, or INT_NULL */
	bool		section_loaded;
	DateADT		section_day;	/* ... as the meeting and its body were then */
	Timestamp	section_starts;
	int64		section_series;
	uint64		section_epoch;
	Ids		   *later_signers;	/* who may attest for a later meeting */
	bool		sealing;		/* a seal is being made (minutes/seal.c) */
	/* items that continue others, and are continued */
	Link	   *links;
	int			nlinks;
	bool		links_loaded;
	uint64		links_epoch;
	/* of a matter: the bodies that its rows name, by their ids */
	struct Facts **bodies;
	int			nbodies;
	struct KnownBodies *known;	/* where they are kept, if many matters are read */
	Handling   *handlings;
	int			nhandlings;
	uint64		handlings_epoch;	/* 0: they have not been read */
	Mover	   *movers;
	int			nmovers;
	uint64		movers_epoch;
	ReportLine *report_lines;
	int			nreport_lines;
	uint64		report_epoch;
	OtherPolicy *policies;
	int			npolicies;
	uint64		policy_epoch;
	/* of a body or matter: what has been judged of the facts as they stand */
	struct Judged
	{
		uint64		version;
		Tables		tables;
		Period		days;
	}			judged;
} Facts;

/*
 * Besides tables, a rule may need ... and, as the first says where it stands
 * among what a rule is asked for, may be broken by a change of the parent.
 */
#define NEED_HANDLINGS	(UINT64CONST(1) << 58)	/* items and decisions about a matter */
#define NEED_OTHERS		(UINT64CONST(1) << 59)	/* other matters: reports of the same
													 * decisions, policies of the domain */
#define NEED_LINKS		(UINT64CONST(1) << 60)	/* items of other meetings tied to these */
#define NEED_LATER		(UINT64CONST(1) << 61)	/* meetings that attest afterwards */
#define NEED_PARENT		(UINT64CONST(1) << 62)	/* the parent's seats and terms */
#define NEED_SERIES		(UINT64CONST(1) << 63)	/* the section series */

#define ALL_OF_RULES	((UINT64CONST(1) << NUM_TABLES) - 1)

#define BODY_TABLES \
	(TABLE(BODY) | TABLE(BODY_SUCCESSION) | TABLE(TERM) | TABLE(MEMBERSHIP) | TABLE(OFFICE) | \
	 TABLE(HINDRANCE) | TABLE(SUBSTITUTION_ORDER) | TABLE(ATTENDANCE_RIGHT) | TABLE(DELEGATION))

#define MATTER_TABLES \
	(TABLE(MATTER) | TABLE(DOCUMENT) | TABLE(REFERRAL) | TABLE(REFERRAL_RECIPIENT) | \
	 TABLE(REFERRAL_ANSWER) | TABLE(MOTION) | TABLE(MOTION_MOVER) | TABLE(CLAIM) | \
	 TABLE(LETTER) | TABLE(LETTER_SIGNATURE) | TABLE(DISPATCH) | TABLE(DELEGATED_DECISION) | \
	 TABLE(DELEGATION_REPORT) | TABLE(DELEGATION_REPORT_ITEM) | TABLE(POLICY_DOCUMENT) | \
	 TABLE(GOAL) | TABLE(INDICATOR) | TABLE(MEASUREMENT) | TABLE(ACTIVITY))

/*
 * for_each(row, facts, TABLE)
 *		Goes through the rows of a table in the order of its key.
 */
#define for_each(row, facts, NAME) \
	for (const Row_##NAME *row = (AssertMacro((facts)->readable & TABLE(NAME)), \
								  (const Row_##NAME *) (facts)->rows[T_##NAME].data), \
		 *row##_end = row + (facts)->rows[T_##NAME].n; \
		 row < row##_end; row++)

/* goes through what else is known of a matter */
#define for_each_handling(h, facts) \
	for (const Handling *h = (AssertMacro((facts)->readable & NEED_HANDLINGS), (facts)->handlings), \
		 *h##_end = h + (facts)->nhandlings; h < h##_end; h++)
#define for_each_mover(m, facts) \
	for (const Mover *m = (AssertMacro((facts)->readable & TABLE(MOTION_MOVER)), (facts)->movers), \
		 *m##_end = m + (facts)->nmovers; m < m##_end; m++)
#define for_each_report_line(l, facts) \
	for (const ReportLine *l = (AssertMacro((facts)->readable & NEED_OTHERS), (facts)->report_lines), \
		 *l##_end = l + (facts)->nreport_lines; l < l##_end; l++)

#define for_each_policy(p, facts) \
	for (const OtherPolicy *p = (AssertMacro((facts)->readable & NEED_OTHERS), (facts)->policies), \
		 *p##_end = p + (facts)->npolicies; p < p##_end; p++)

/* the one row of a root's own table, or null where the root does not exist */
#define the_meeting(facts) \
	((facts)->rows[T_MEETING].n ? (const Meeting *) (facts)->rows[T_MEETING].data : NULL)
#define the_body(facts) \
	((facts)->rows[T_BODY].n ? (const Body *) (facts)->rows[T_BODY].data : NULL)
#define the_matter(facts) \
	((facts)->rows[T_MATTER].n ? (const Matter *) (facts)->rows[T_MATTER].data : NULL)
#define the_policy(facts) \
	((facts)->rows[T_POLICY_DOCUMENT].n ? (const PolicyDocument *) (facts)->rows[T_POLICY_DOCUMENT].data : NULL)
#define the_motion(facts) \
	((facts)->rows[T_MOTION].n ? (const Motion *) (facts)->rows[T_MOTION].data : NULL)

extern Facts *facts_create(MemoryContext parent, Registry *registry, Root root,
						   int64 id);
extern void facts_read(Facts *facts, TableId id, int64 key, Reader *reader);
extern void facts_read_texts(Facts *facts, Reader *reader);
extern bool texts_keep(const RegistryRelation *where, const Table *table,
					   TupleTableSlot *slot, char *row);
extern void facts_decode(const RegistryRelation *where, TableId id,
						 TupleTableSlot *slot, void *row);
extern bool facts_have(const Facts *facts, TableId id, ItemPointer tid);
extern void facts_put(Facts *facts, TableId id, const RegistryRelation *where,
					  TupleTableSlot *slot);
extern void facts_take(Facts *facts, TableId id, ItemPointer tid);
extern void facts_none(Facts *facts, TableId id);
extern void facts_read_links(Facts *facts, Snapshot snapshot);
extern void facts_read_series(Facts *facts, Snapshot snapshot);
extern void facts_read_later(Facts *facts);
extern Ids *facts_bodies_named(const Facts *matter);
extern Facts *facts_body_named(const Facts *matter, int64 body);
extern void facts_read_handlings(Facts *matter);
extern void facts_read_movers(Facts *matter);
extern void facts_read_report_lines(Facts *matter);
extern void facts_read_policies(Facts *matter);
extern void reports_lock(const Registry *registry, int64 to_body, bool shared);
extern void policies_lock(const Registry *registry, const char *domain);
extern int64 series_of(const Facts *facts);
extern void series_lock(const Facts *facts);

static inline bool
period_has(Period period, DateADT day)
{
	return period.from <= day && day < period.to;
}

static inline bool
periods_overlap(Period a, Period b)
{
	return a.from < b.to && b.from < a.to;
}

/* the days of both; none: from is not before to */
static inline Period
period_common(Period a, Period b)
{
	return (Period) {Max(a.from, b.from), Min(a.to, b.to)};
}

#define ALL_DAYS	((Period) {PG_INT32_MIN, PG_INT32_MAX})

#endif							/* GOVERNANCE_FACTS_H */
