// Checks pages with axe-core and prints each as PDF beside itself, in Debian's
// Chromium: node draw.mjs PAGE.html...  (docs/guide/draw).  Prints TAP; the status
// is 1 where a page is not as it should be.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const axe = await readFile(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let number = 0;
let bad = false;

function report(what, wrong) {
	number += 1;
	bad ||= wrong.length > 0;
	console.log(`${wrong.length > 0 ? 'not ok' : 'ok'} ${number} - ${what}`);
	for (const line of wrong)
		console.log(`#   ${line}`);
}

// What axe says of a page, on the screen or on paper.
async function violations(page, media) {
	await page.emulateMediaType(media);
	await page.evaluate(axe);
	const found = await page.evaluate(() => globalThis.axe.run(document));
	// what axe cannot tell of contrast is for us to make plain
	const unclear = found.incomplete.filter((rule) => rule.id === 'color-contrast');
	return [...found.violations, ...unclear].flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html}`));
}

// A page with faults: a check that does not find them checks nothing.
async function planted(page) {
	await page.setContent('<html><head><title></title></head><body><main><h1>A</h1><h3>B</h3>' +
		'<p style="color: #bbb; background: #fff">Blek text</p><table><tr><td>D</td></tr></table></main></body></html>');
	const found = await violations(page, 'screen');
	return ['document-title', 'html-has-lang', 'heading-order', 'color-contrast']
		.filter((rule) => !found.some((text) => text.startsWith(`${rule}:`)))
		.map((rule) => `does not find ${rule}`);
}

try {
	const page = await browser.newPage();
	report('faults that are planted are found', await planted(page));
	for (const file of process.argv.slice(2)) {
		const name = file.replace(/^.*\//, '');
		await page.goto(pathToFileURL(file).href);
		for (const [media, where] of [['screen', 'on the screen'], ['print', 'on paper']])
			report(`${name} ${where}`, await violations(page, media));
		await page.pdf({ path: file.replace(/html$/, 'pdf'), preferCSSPageSize: true, tagged: true });
	}
} finally {
	await browser.close();
}
console.log(`1..${number}`);
process.exit(bad || number < 2 ? 1 : 0);
