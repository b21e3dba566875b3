'use strict';
// The example in demo/node, against a registry: what it prints, and that it
// tries again where somebody else wrote at the same time.

const { execFile } = require('node:child_process');
const path = require('node:path');
const { Client } = require('pg');
const { is, run } = require('./tap.js');

const demo = path.join(__dirname, '..', '..', 'demo', 'node');
const { decide, foreseen, refusal, transaction } = require(path.join(demo, 'registry.js'));
const search = '-c search_path=stockholm,public';

/** What the program prints, and its status. */
function program(...args) {
	return new Promise((resolve) => {
		execFile(process.execPath, [path.join(demo, 'decide.js'), ...args],
			{ env: { ...process.env, PGOPTIONS: search } },
			(error, stdout, stderr) => resolve([error ? error.code : 0, (stdout + stderr).trim().split('\n')]));
	});
}

async function connect(user) {
	const client = new Client({ user, options: search });
	await client.connect();
	return client;
}

const quorum = '5 § Reglemente för integrationsutskottet';
const wording = '"Utskottet får handlägga ett ärende bara när minst fyra ledamöter är närvarande. '
	+ 'Utskottet får avgöra ett ärende bara när minst fyra ledamöter är ense om beslutet."';

async function printed() {
	is(await program('1', '1', 'Bifall'),
		[0, [`Före beslut (quorum_present): item 1 is not decided; 7 members are present, 4 are needed. ${quorum}`,
			`Före beslut (decision_agreement): item 1 has no settling decision; 4 members must agree to one. ${quorum}`,
			'Ärende 1: Bifall']], 'a lawful decision');
	is(await program('1', '2', 'Bifall'),
		[1, [`Före beslut (quorum_present): item 2 is not decided; 3 members are present, 4 are needed. ${quorum}`,
			`Före beslut (decision_agreement): item 2 has no settling decision; 4 members must agree to one. ${quorum}`,
			'Nej (quorum_present): Ärendet kan inte avgöras: för få ledamöter är närvarande.',
			'  item 2 needs 4 members present, 3 were when it was decided',
			`  ${quorum}: ${wording} Serving: Ek, Lind, Öberg.`,
			`Also broken: item 2 point 1 needs 4 members who agree, 3 do (decision_agreement, ${quorum}).`,
			'  No substitute who is present is free to serve; without them the item ends undecided.']],
		'an unlawful one: foreseen, refused, told');
	is((await program('1'))[0], 2, 'what is no decision is no refusal');
}

async function conflicts(client, other) {
	const owner = await connect(process.env.OWNER);
	const tried = [];
	await transaction(client, async (c, attempt) => {
		// the snapshot is taken here; what is written after it cannot be seen
		await foreseen(c, 2, 1);
		if (attempt === 1) {
			await other.query(`update agenda_item set title = 'Ändrat' where (meeting_id, position) = (2, 1)`);
		}
		tried.push(attempt);
		await c.query(`update agenda_item set title = title || ' igen' where (meeting_id, position) = (2, 1)`);
		await decide(c, 2, 1, 'Bifall');
	}, { isolation: 'repeatable read' });
	is(tried, [1, 2], '40001: the transaction is tried again');
	is((await client.query('select title from agenda_item where (meeting_id, position) = (2, 1)')).rows,
		[{ title: 'Ändrat igen' }], 'and has seen what the other wrote');

	// the other waits longer than any test, so that it is this one that gives way
	await owner.query(`set deadlock_timeout = '10min'`);
	const attempts = [];
	let waiting;
	await transaction(client, async (c, attempt) => {
		attempts.push(attempt);
		await c.query('update agenda_item set title = title where (meeting_id, position) = (1, 3)');
		if (attempt === 1) {
			await owner.query('begin');
			await owner.query('update agenda_item set title = title where (meeting_id, position) = (2, 2)');
			waiting = owner.query('update agenda_item set title = title where (meeting_id, position) = (1, 3)')
				.then(() => owner.query('commit'));
			// until it waits
			while ((await other.query('select from unnest(pg_blocking_pids($1))', [owner.processID])).rowCount === 0);
		}
		await c.query('update agenda_item set title = title where (meeting_id, position) = (2, 2)');
	});
	await waiting;
	is(attempts, [1, 2], '40P01: the transaction is tried again');
	await owner.end();

	let code;
	let calls = 0;
	await transaction(client, async (c) => {
		calls++;
		await decide(c, 1, 3, 'Bifall');
	}).catch((error) => { code = [error.code, error.constraint, refusal(error)?.[0]]; });
	is([calls, code], [1, ['23514', 'quorum_present', 'Ärendet kan inte avgöras: för få ledamöter är närvarande.']],
		'a refusal is not tried again');
}

async function prepared(client) {
	for (const position of [2, 3, 4]) {
		await decide(client, 2, position, 'Bifall');
		await foreseen(client, 2, position);
	}
	is((await client.query(`select name from pg_prepared_statements
		where name in ('decide', 'explain_item') order by name`)).rows.map(({ name }) => name),
		['decide', 'explain_item'], 'its statements are prepared');
}

run(async () => {
	const [client, other] = [await connect(), await connect()];
	await printed();
	await conflicts(client, other);
	await prepared(client);
	await client.end();
	await other.end();
});
