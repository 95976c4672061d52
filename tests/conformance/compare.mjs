// SPDX-License-Identifier: MIT
// Compares what ytterby makes of specifications with what Vega made of them (reference.mjs).
//
//   node compare.mjs PROGRAM DATA_FOLDER REFERENCE_FOLDER OUT_FOLDER [--verbose] SPEC...
import {readFileSync, mkdirSync} from 'node:fs';
import {basename, join} from 'node:path';
import {spawnSync} from 'node:child_process';

const verbose = process.argv.includes('--verbose');
const [program, dataFolder, referenceFolder, outFolder, ...specs] =
    process.argv.slice(2).filter((x) => x !== '--verbose');
mkdirSync(outFolder, {recursive: true});

const TOLERANCE = 0.5;

// What an item is compared by: its corners, its ends, its angles scaled to their arc.
function measures(type, d) {
    switch (type) {
    case 'rect':
        return [Math.min(d.x, d.x + d.width), Math.min(d.y, d.y + d.height),
                Math.max(d.x, d.x + d.width), Math.max(d.y, d.y + d.height)];
    case 'symbol':
        return [d.x, d.y, Math.sqrt(d.size)];
    case 'rule':
        return [Math.min(d.x, d.x2), Math.max(d.x, d.x2), Math.min(d.y, d.y2), Math.max(d.y, d.y2)];
    case 'area':
        return [Math.min(d.x, d.x2), Math.max(d.x, d.x2), Math.min(d.y, d.y2), Math.max(d.y, d.y2)];
    case 'arc':
        return [d.x, d.y, d.innerRadius, d.outerRadius,
                ...[d.startAngle, d.endAngle].map((a) => a * Math.max(d.outerRadius, 1))];
    case 'trail':
        return [d.x, d.y, d.size];
    case 'shape':
        return d.bounds;
    default:
        return [d.x, d.y];
    }
}

const isPresent = (d) => d.defined !== false &&
    (d.bounds ? d.bounds.every((b) => b !== null && Math.abs(b) < 1e6) : d.x !== null && d.y !== null);

function pool(view) {
    const pools = {};
    for (const mark of view.marks) {
        for (const d of mark.items) {
            if (isPresent(d)) {
                (pools[mark.type] ??= []).push({m: measures(mark.type, d), text: d.text ?? '', d});
            }
        }
    }
    return pools;
}

const near = (a, b) => a.text === b.text && a.m.every((v, i) => Math.abs(v - b.m[i]) <= TOLERANCE);

// The items of `a` without a partner in `b`, and the other way round.
function unmatched(a, b) {
    if (a.length === b.length) { // those that agree in their order; only the others are searched
        const rest = [...a.keys()].filter((i) => !near(a[i], b[i]));
        [a, b] = [rest.map((i) => a[i]), rest.map((i) => b[i])];
    }
    const cells = new Map();
    const key = (m) => Math.floor(m[0]) + ',' + Math.floor(m[1]);
    for (const item of b) {
        const k = key(item.m);
        (cells.get(k) ?? cells.set(k, []).get(k)).push(item);
    }
    const left = [];
    for (const item of a) {
        let found = false;
        for (let dx = -1; dx <= 1 && !found; dx++) {
            for (let dy = -1; dy <= 1 && !found; dy++) {
                const cell = cells.get(Math.floor(item.m[0]) + dx + ',' + (Math.floor(item.m[1]) + dy));
                const at = cell ? cell.findIndex((other) => near(item, other)) : -1;
                if (at >= 0) {
                    cell.splice(at, 1);
                    found = true;
                }
            }
        }
        if (!found) {
            left.push(item);
        }
    }
    return [left, [...cells.values()].flat()];
}

function compareViews(reference, ours) {
    if (reference.length !== ours.length) {
        return `${ours.length} views instead of ${reference.length}`;
    }
    for (let i = 0; i < reference.length; i++) {
        const a = pool(reference[i]);
        const b = pool(ours[i]);
        for (const type of new Set([...Object.keys(a), ...Object.keys(b)])) {
            const [missing, extra] = unmatched(a[type] ?? [], b[type] ?? []);
            if (missing.length || extra.length) {
                const say = (x) => x ? JSON.stringify(x.m.map((v) => Math.round(v * 100) / 100)) + (x.text ? ' "' + x.text + '"' : '') : 'none';
                return `view ${i}: ${type}: ${missing.length} of ${(a[type] ?? []).length} not there, ` +
                    `${extra.length} too many; Vega's ${say(missing[0])}, ours ${say(extra[0])}`;
            }
        }
    }
    return '';
}

function compareGuides(reference, ours) {
    const list = (r) => r.views.flatMap((v) => v.axes).concat((r.furniture ?? []).filter((f) => f.orient))
        .flatMap((axis) => axis.labels.map((l) => axis.orient + ':' + l.text)).sort().join('|');
    return list(reference) === list(ours);
}

const rows = {agrees: [], differs: [], refused: [], crashed: []};
let guides = 0;
for (const spec of specs) {
    const name = basename(spec).replace(/\.vl\.json$/, '');
    const text = readFileSync(spec, 'utf8');
    const reference = JSON.parse(readFileSync(join(referenceFolder, name + '.json'), 'utf8'));
    if (reference.error || /"select":|"bind":|"selection":/.test(text)) {
        continue;
    }
    const out = join(outFolder, name + '.json');
    const run = spawnSync(program, ['chart', spec, '--look', 'vega', '--data-folder', dataFolder, '-o', out],
                          {encoding: 'utf8', timeout: 60000});
    if (run.status === null || run.status > 128) {
        rows.crashed.push([name, (run.signal ?? run.error ?? '') + ' ' + run.stderr.slice(-300)]);
        continue;
    }
    if (run.status !== 0) {
        rows.refused.push([name, run.stderr.split('\n').find((l) => l.includes('error:')) ?? run.stderr.slice(0, 200)]);
        continue;
    }
    const ours = JSON.parse(readFileSync(out, 'utf8'));
    const difference = compareViews(reference.views, ours.views);
    const same = compareGuides(reference, ours);
    guides += same;
    if (difference) {
        rows.differs.push([name, difference]);
    } else {
        rows.agrees.push([name, same ? '' : 'other axis labels']);
    }
}

const total = Object.values(rows).reduce((sum, list) => sum + list.length, 0);
for (const kind of verbose ? ['crashed', 'refused', 'differs', 'agrees'] : ['crashed', 'refused', 'differs']) {
    for (const [name, reason] of rows[kind]) {
        console.log(`${kind}\t${name}\t${reason}`);
    }
}
const percent = (n) => (100 * n / total).toFixed(1) + '%';
console.log(`${total} static specifications: ${rows.agrees.length} agree (${percent(rows.agrees.length)}), ` +
            `${rows.differs.length} differ, ${rows.refused.length} refused, ${rows.crashed.length} crashed; ` +
            `axis labels the same in ${guides} (${percent(guides)})`);
