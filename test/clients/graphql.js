'use strict';
// The example in demo/postgraphile: a client of its server reads the registry's
// own words in the schema, and the rule's in a refusal.

const { spawn } = require('node:child_process');
const http = require('node:http');
const path = require('node:path');
const readline = require('node:readline');
const { is, run } = require('./tap.js');

const server = spawn(process.execPath,
	[path.join(__dirname, '..', '..', 'demo', 'postgraphile', 'server.js'), 'stockholm', '0'],
	{ stdio: ['ignore', 'pipe', 'pipe'] });
process.on('exit', () => server.kill());

/** The address, as soon as the server says it. */
function address() {
	return new Promise((resolve, reject) => {
		readline.createInterface(server.stdout).once('line', resolve);
		server.once('exit', () => reject(new Error('the server ended')));
	});
}

/** What the server has complained of. */
let complaints = '';
server.stderr.on('data', (data) => { complaints += data; });

function ask(url, query) {
	return new Promise((resolve, reject) => {
		const request = http.request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (data) => { text += data; });
			answer.on('end', () => resolve(JSON.parse(text)));
		});
		request.on('error', reject);
		request.end(JSON.stringify({ query }));
	});
}

const quorum = '5 § Reglemente för integrationsutskottet';

run(async () => {
	const url = await address();

	const read = await ask(url, `{ meetingById(id: "1") { day agendaItemsByMeetingId(first: 2) { nodes { position title } } }
		explainItem(meeting: "1", position: 2) { nodes { rule status finding citation } } }`);
	is(read.data.meetingById, { day: '2025-03-12', agendaItemsByMeetingId: {
		nodes: [{ position: 1, title: 'Ärende 1' }, { position: 2, title: 'Ärende 2' }] } }, 'a query of tables');
	is(read.data.explainItem.nodes.filter(({ rule, status }) => rule === 'quorum_present' && status === 'pending'),
		[{ rule: 'quorum_present', status: 'pending',
			finding: 'item 2 is not decided; 3 members are present, 4 are needed', citation: quorum }], 'explain_item');

	const no = await ask(url, `mutation { createDecision(input: {decision: {meetingId: "1", position: 2, text: "Bifall"}}) {
		decision { text } } }`);
	is([no.data.createDecision, no.errors.length, no.errors[0].message],
		[null, 1, 'item 2 needs 4 members present, 3 were when it was decided'], 'an unlawful mutation is refused');
	is(no.errors[0].extensions.exception, {
		errcode: '23514',
		constraint: 'quorum_present',
		detail: `${quorum}: "Utskottet får handlägga ett ärende bara när minst fyra ledamöter är närvarande. `
			+ 'Utskottet får avgöra ett ärende bara när minst fyra ledamöter är ense om beslutet." Serving: Ek, Lind, Öberg.\n'
			+ `Also broken: item 2 point 1 needs 4 members who agree, 3 do (decision_agreement, ${quorum}).`,
		hint: 'No substitute who is present is free to serve; without them the item ends undecided.',
	}, 'with the rule, its provision and the way out');
	const yes = await ask(url, `mutation { createDecision(input: {decision: {meetingId: "2", position: 2, text: "Bifall"}}) {
		decision { kind outcome text } } }`);
	is(yes, { data: { createDecision: { decision: { kind: 'settling', outcome: 'approved', text: 'Bifall' } } } },
		'a lawful one is written');

	const told = await ask(url, `{ decision: __type(name: "Decision") { description fields { name description } }
		matter: __type(name: "Matter") { fields { name type { name } } }
		query: __type(name: "Query") { fields { name } } mutation: __type(name: "Mutation") { fields { name } } }`);
	is([told.data.decision.description, told.data.decision.fields.find(({ name }) => name === 'position').description],
		['Decisions (beslut): the gavel. What the rules ask of one is checked here.',
			'The item\'s number on the agenda (ärendenummer på föredragningslistan).'], 'descriptions are the registry\'s comments');
	is(told.data.matter.fields.find(({ name }) => name === 'number').type.name, 'String', 'a case number is read as text');
	const queries = new Set(told.data.query.fields.map(({ name }) => name));
	is(['allTodos', 'allDelegationDuties', 'allMinutesRecords', 'allSummonsRecords', 'allCaseNumberSeries', 'explainMeeting', 'delegationDuties']
		.filter((name) => queries.has(name)),
	['allTodos', 'allDelegationDuties', 'allMinutesRecords', 'allSummonsRecords', 'allCaseNumberSeries', 'explainMeeting'],
	'names are those of the registry');
	const mutations = new Set(told.data.mutation.fields.map(({ name }) => name));
	is(['createDecision', 'createMinutesRecord', 'summon', 'createMembership', 'createAccess', 'deleteSeal']
		.filter((name) => mutations.has(name)), ['createDecision', 'createMinutesRecord', 'summon'],
	'a secretary sees what a secretary may write');
	is(complaints, '', 'the server has nothing to complain of');
	server.kill();
});
