// SPDX-License-Identifier: MIT
// Looks at HTML pages in a browser without a window: nothing in the console, nothing
// loaded, no script, no side scrolling at 375 and 1280 pixels and in print, and nothing
// that axe-core finds. Prints what is wrong, one line each.
//
//   html_check.mjs MODULES BROWSER FILE.html...     (pictures go to PICTURES, if it is set)
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, browserPath, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core');
const pictures = process.env.PICTURES;

const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu'],
});
let problems = 0;

function problem(file, text) {
    problems++;
    console.log(`${basename(file)}: ${text}`);
}

async function findOverflow(page) {
    return page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const found = [];
        if (document.documentElement.scrollWidth > width) {
            found.push('the page scrolls sideways');
        }
        for (const element of document.querySelectorAll('body *:not(.scroll *, svg *)')) {
            const box = element.getBoundingClientRect();
            if (box.width && (box.right > width + 1 || box.left < -1)) {
                found.push(`${element.tagName} ${element.className} leaves the page`);
            }
        }
        return found.slice(0, 3);
    });
}

async function check(file) {
    // axe-core is a script, which the page's own policy forbids
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    page.on('console', (message) => problem(file, `console: ${message.text()}`));
    page.on('pageerror', (error) => problem(file, `error: ${error.message}`));
    page.on('request', (request) => {
        if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) {
            problem(file, `asks for ${request.url()}`);
        }
    });
    for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(() => document.fonts.ready);
        for (const text of await findOverflow(page)) {
            problem(file, `${text} (${width} pixels)`);
        }
        if (pictures) {
            const path = `${pictures}/${basename(file)}-${width}.png`;
            await page.screenshot({ path, fullPage: true });
        }
        await page.evaluate(() => {
            document.querySelectorAll('details').forEach((each) => { each.open = true; });
        });
        await page.addScriptTag({ path: axe });
        const result = await page.evaluate(() => window.axe.run());
        for (const violation of result.violations) {
            const where = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3);
            problem(file, `axe: ${violation.id}: ${violation.help}: ${where.join('; ')} ` +
                `(${width} pixels)`);
        }
    }
    await page.goto(pathToFileURL(file).href);
    if (await page.evaluate(() => document.scripts.length)) {
        problem(file, 'has a script');
    }
    if (pictures) {
        await page.pdf({ path: `${pictures}/${basename(file)}.pdf`, format: 'A4' });
    }
    await context.close();
}

for (const file of files) {
    await check(file);
}
await browser.close();
console.log(`${files.length} pages, ${problems} problems`);
process.exit(problems ? 1 : 0);
