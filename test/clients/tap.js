'use strict';
// TAP, for the scripts that run a client.

let count = 0;

/** A test that two values are the same. */
function is(found, expected, what) {
	count++;
	const [was, wanted] = [found, expected].map((value) => JSON.stringify(value, null, 1));
	if (was === wanted) {
		console.log(`ok ${count} - ${what}`);
		return;
	}
	console.log(`not ok ${count} - ${what}`);
	console.log(`found ${was}\nexpected ${wanted}`.replace(/^/gm, '#   '));
	process.exitCode = 1;
}

/** Runs the tests, and says how many there were. */
function run(tests) {
	tests().then(() => console.log(`1..${count}`), (error) => {
		console.log(`Bail out!  ${error.stack}`);
		process.exit(1);	// connections that are open would keep it
	});
}

module.exports = { is, run };
