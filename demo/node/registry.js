'use strict';
// How an application writes to a registry: what it asks first, what it does
// when somebody else wrote at the same time, and what it tells its user when a
// rule says no.

// What the user is told, by the rule's code; the rest is told in the registry's own words.
const messages = {
	quorum_present: 'Ärendet kan inte avgöras: för få ledamöter är närvarande.',
	decision_agreement: 'Ärendet kan inte avgöras: för få ledamöter är ense.',
	voter_serves: 'Den som röstar tjänstgör inte.',
};

// serialization_failure and deadlock_detected: somebody else wrote at the same time
const passing = new Set(['40001', '40P01']);

/**
 * What a refusal says to the user, in lines; null where the error is none.
 * A rule's refusal has SQLSTATE 23514, and the rule's code as constraint name.
 */
function refusal(error) {
	if (error.code !== '23514') {
		return null;
	}
	const lines = [messages[error.constraint] ?? error.message];
	if (messages[error.constraint]) {
		lines.push(error.message);
	}
	if (error.detail) {
		lines.push(error.detail);
	}
	if (error.hint) {
		lines.push(error.hint);
	}
	return lines;
}

/**
 * Runs work(client) in a transaction, anew where somebody else wrote at the same
 * time: the whole transaction, since what it has read may be different now.
 */
async function transaction(client, work, { isolation = 'read committed', attempts = 5 } = {}) {
	for (let attempt = 1; ; attempt++) {
		try {
			await client.query(`begin isolation level ${isolation}`);
			const result = await work(client, attempt);
			await client.query('commit');
			return result;
		} catch (error) {
			await client.query('rollback');
			if (!passing.has(error.code) || attempt === attempts) {
				throw error;
			}
			// not at once, and not all at the same time
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
		}
	}
}

/**
 * What is missing or broken at an item as it is stored, of the rules that this
 * application has words for: asked before writing.
 */
async function foreseen(client, meeting, position) {
	const { rows } = await client.query({
		name: 'explain_item',
		text: `select rule, finding, citation from explain_item($1, $2)
			where status in ('broken', 'pending') and rule = any ($3)`,
		values: [meeting, position, Object.keys(messages)],
	});
	return rows;
}

/** Writes the decision of an item. */
async function decide(client, meeting, position, text) {
	// a statement with a name is prepared once in each connection
	await client.query({
		name: 'decide',
		text: 'insert into decision (meeting_id, position, text) values ($1, $2, $3)',
		values: [meeting, position, text],
	});
}

module.exports = { decide, foreseen, refusal, transaction };
