'use strict';
// Decides an item, or says why it cannot be decided:
//
//     npm ci
//     PGDATABASE=… PGOPTIONS='-c search_path=stockholm,public' node decide.js MEETING POSITION TEXT
//
// The connection is named by the usual variables (PGHOST, PGUSER, …).  The status
// is 0 where the decision is written, 1 where a rule refuses it.

const { Client } = require('pg');
const { decide, foreseen, refusal, transaction } = require('./registry.js');

async function main([meeting, position, text]) {
	if (text === undefined) {
		throw new Error('usage: node decide.js MEETING POSITION TEXT');
	}
	const client = new Client();
	await client.connect();
	try {
		for (const { rule, finding, citation } of await foreseen(client, meeting, position)) {
			console.log(`Före beslut (${rule}): ${finding}. ${citation}`);
		}
		await transaction(client, () => decide(client, meeting, position, text));
		console.log(`Ärende ${position}: ${text}`);
	} catch (error) {
		const lines = refusal(error);
		if (!lines) {
			throw error;
		}
		console.log(`Nej (${error.constraint}): ${lines.join('\n  ')}`);
		process.exitCode = 1;
	} finally {
		await client.end();
	}
}

main(process.argv.slice(2)).catch((error) => {
	console.error(error.message);
	process.exitCode = 2;
});
