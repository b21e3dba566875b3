// Receivers of events, good and bad: a web server that answers as the path says, and
// writes a line of JSON for each request that it got whole, with the port that it came
// from and how many requests (to its path, to all) had not been answered then.
//
//   node receiver.js LOG     prints the port on its first line
//
//   /ok                 204
//   /status/N           N
//   /once/N[/SECONDS]   N, with Retry-After if it is said, the first time an event comes; then 204
//   /twice/N            N the first and the second time
//   /slow/MS            204 after so long
//   /endless            200, and an answer that never ends
//   /reset              the connection is broken off
//   /half               the connection is broken off within the answer
//   /redirect           302, to /ok
//
// The signature is looked at by WEBHOOK_VERIFIER=standardwebhooks where that
// package is (NODE_PATH), otherwise by node's own crypto; SECRET is whsec_…
'use strict';
const fs = require('fs');
const crypto = require('crypto');

const [logName] = process.argv.slice(2);
const log = fs.createWriteStream(logName, { flags: 'a' });
const secret = process.env.SECRET;
const seen = new Map();
const underWay = new Map();

function verifier() {
	if (process.env.WEBHOOK_VERIFIER === 'standardwebhooks') {
		const { Webhook } = require('standardwebhooks');
		const webhook = new Webhook(secret);
		return (body, headers) => webhook.verify(body, headers);
	}
	const bytes = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	return (body, headers) => {
		const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
		const right = 'v1,' + crypto.createHmac('sha256', bytes).update(signed).digest('base64');
		if (!headers['webhook-signature'].split(' ').includes(right)) throw new Error('signature');
		if (Math.abs(Date.now() / 1000 - headers['webhook-timestamp']) > 300) throw new Error('timestamp');
		return JSON.parse(body);
	};
}
const verify = verifier();

function answer(path, request, response) {
	const [, kind, number, seconds] = path.split('?')[0].split('/');
	const times = (seen.get(request.headers['webhook-id'] + path) || 0) + 1;
	seen.set(request.headers['webhook-id'] + path, times);
	const say = (status, headers = {}) => response.writeHead(status, headers).end();
	switch (kind) {
	case 'status': return say(Number(number), number === '301' ? { location: '/ok' } : {});
	case 'once': return times > 1 ? say(204) : say(Number(number), seconds ? { 'retry-after': seconds } : {});
	case 'twice': return say(times > 2 ? 204 : Number(number));
	case 'slow': return setTimeout(() => say(204), Number(number));
	case 'reset': return request.socket.destroy();
	case 'redirect': return say(302, { location: '/ok' });
	case 'half':
		response.writeHead(200, { 'content-length': 100 });
		response.write('x');
		return setTimeout(() => request.socket.destroy(), 20);
	case 'endless': {
		response.writeHead(200);
		const more = () => { while (!response.destroyed && response.write(Buffer.alloc(65536))); };
		response.on('drain', more);
		return more();
	}
	default: return say(204);
	}
}

function count(name, change) {
	underWay.set(name, (underWay.get(name) || 0) + change);
	return underWay.get(name);
}

function serve(request, response) {
	const parts = [];
	response.on('close', () => { count(request.url, -1); count('', -1); });
	const toPath = count(request.url, 1), toAll = count('', 1);
	response.on('error', () => {});
	request.on('error', () => {});
	request.on('data', (part) => parts.push(part));
	request.on('end', () => {
		const body = Buffer.concat(parts).toString();
		let event = null, problem = null;
		try {
			event = verify(body, request.headers);
		} catch (error) {
			problem = error.message;
		}
		log.write(JSON.stringify({ at: Date.now(), path: request.url, method: request.method, http: request.httpVersion,
			from: request.socket.remotePort, toPath, toAll,
			id: request.headers['webhook-id'], type: request.headers['content-type'], problem, event }) + '\n');
		answer(request.url, request, response);
	});
}

const server = require('http').createServer({ keepAlive: true }, serve);
server.listen(Number(process.env.RECEIVER_PORT || 0), '127.0.0.1', () => console.log(server.address().port));
