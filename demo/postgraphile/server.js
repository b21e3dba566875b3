'use strict';
// A registry over GraphQL, by PostGraphile:
//
//     npm ci
//     PGDATABASE=… PGUSER=… node server.js REGISTRY [PORT]
//
// The role that it connects as has a level of access in the registry (a
// secretary, a reader): the schema has what that role may do, its answers what
// that role may read.

const http = require('node:http');
const path = require('node:path');
const { Pool } = require('pg');
const { postgraphile } = require('postgraphile');
const { makePgSmartTagsFromFilePlugin } = require('postgraphile/plugins');

const [registry, port = '5000'] = process.argv.slice(2);
const handler = postgraphile(new Pool({ max: 5 }), registry, {
	appendPlugins: [makePgSmartTagsFromFilePlugin(path.join(__dirname, 'postgraphile.tags.json5'))],
	// only what the role may read and write is in the schema
	ignoreRBAC: false,
	// the rule's code, citation and hint reach the client
	extendedErrors: ['errcode', 'constraint', 'detail', 'hint'],
	dynamicJson: true,
	setofFunctionsContainNulls: false,
	retryOnInitFail: false,
	disableQueryLog: true,
});
const server = http.createServer(handler);
server.listen(Number(port), '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${server.address().port}/graphql`);
});
