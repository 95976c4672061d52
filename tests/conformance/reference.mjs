// SPDX-License-Identifier: MIT
// What Vega makes of a specification, in the form that `ytterby chart -o FILE.json` writes.
//
//   node reference.mjs DATA_FOLDER OUT_FOLDER SPEC...
import {readFileSync, writeFileSync} from 'node:fs';
import {basename, join, dirname} from 'node:path';
import * as vega from 'vega';
import {Bounds, Marks} from 'vega-scenegraph';
import * as vl from 'vega-lite';

const [dataFolder, outFolder, ...specs] = process.argv.slice(2);
const round = (x) => (Number.isFinite(x) ? Math.round(x * 1000) / 1000 : null);

const loader = vega.loader();
loader.sanitize = async (uri) => ({href: uri});
loader.load = async (uri) => {
    const name = uri.replace(/^.*\/data\//, '').replace(/^data\//, '');
    return readFileSync(join(dataFolder, name), 'utf8');
};
loader.http = loader.file = loader.load;

function color(value) {
    if (value == null || value === 'transparent' || typeof value !== 'string') {
        return undefined;
    }
    return value;
}

// Of the outline, without what its stroke adds.
function outline(d) {
    const {stroke} = d;
    d.stroke = null;
    const b = Marks.shape.bound(new Bounds(), d);
    d.stroke = stroke;
    return [b.x1, b.y1, b.x2, b.y2].map(round);
}

// `origin` is where the group stands in its view that the item is in.
function item(type, d, origin) {
    const x = round((d.x ?? 0) + origin.x);
    const y = round((d.y ?? 0) + origin.y);
    const out = {x, y};
    switch (type) {
    case 'rect':
        out.width = round(d.width ?? 0), out.height = round(d.height ?? 0);
        break;
    case 'symbol':
        out.size = round(d.size ?? 64), out.shape = d.shape ?? 'circle';
        break;
    case 'rule':
        out.x2 = round((d.x2 ?? d.x ?? 0) + origin.x), out.y2 = round((d.y2 ?? d.y ?? 0) + origin.y);
        break;
    case 'area':
        if (d.orient === 'horizontal') {
            out.x2 = round(x + (d.width ?? 0)), out.y2 = y;
        } else {
            out.x2 = x, out.y2 = round(y + (d.height ?? 0));
        }
        break;
    case 'text':
        // Around a centre, theta and radius say where.
        out.x = round(x + (d.dx ?? 0) + (d.radius ?? 0) * Math.sin(d.theta ?? 0));
        out.y = round(y + (d.dy ?? 0) - (d.radius ?? 0) * Math.cos(d.theta ?? 0));
        out.text = String(Array.isArray(d.text) ? d.text.join('\n') : d.text ?? '');
        break;
    case 'arc':
        for (const key of ['startAngle', 'endAngle', 'innerRadius', 'outerRadius']) {
            out[key] = round(d[key] ?? 0);
        }
        break;
    case 'trail':
        out.size = round(d.size ?? 0);
        break;
    case 'shape':
        return {bounds: outline(d), fill: color(d.fill)};
    }
    // A position that is not on the map has neither.
    if (d.defined === false || (type === 'symbol' && d.x === undefined && d.y === undefined)) {
        return {defined: false};
    }
    out.fill = color(d.fill);
    out.stroke = color(d.stroke);
    return out;
}

function walk(group, views) {
    const view = {width: round(group.width ?? 0), height: round(group.height ?? 0), marks: [],
                  axes: [], legends: []};
    const children = [];
    const collect = (node, origin = {x: 0, y: 0}) => {
        for (const mark of node.items ?? []) {
            if (mark.role === 'axis') {
                for (const axis of mark.items) {
                    if (axis.orient === undefined && !axis.items) {
                        continue;
                    }
                    const orient = axis.orient ?? axis.datum?.orient;
                    const vertical = orient === 'left' || orient === 'right';
                    const labels = [];
                    let title;
                    for (const part of axis.items ?? []) {
                        if (part.role === 'axis-label') {
                            for (const d of part.items) {
                                if (d.opacity !== 0) {
                                    labels.push({text: String(Array.isArray(d.text) ? d.text.join('\n') : d.text), at: round(vertical ? d.y : d.x)});
                                }
                            }
                        } else if (part.role === 'axis-title' && part.items.length) {
                            title = String([].concat(part.items[0].text).join('\n'));
                        }
                    }
                    if (labels.length || title) {
                        view.axes.push({orient, labels, title});
                    }
                }
            } else if (mark.role === 'legend') {
                for (const legend of mark.items) {
                    const out = {labels: []};
                    const dig = (n) => {
                        for (const part of n.items ?? []) {
                            if (part.role === 'legend-label') {
                                out.labels.push(...part.items.filter((d) => d.opacity !== 0).map((d) => String(d.text)));
                            } else if (part.role === 'legend-title') {
                                out.title = part.items.length ? String([].concat(part.items[0].text).join('\n')) : undefined;
                            } else if (part.items) {
                                dig(part);
                            }
                        }
                    };
                    dig(legend);
                    view.legends.push(out);
                }
            } else if (mark.marktype === 'group' && (mark.role === 'scope' || mark.role === 'frame')) {
                // Groups of lines, and of stacked bars whose corners are rounded together.
                const isPart = !mark.name || /pathgroup$/.test(mark.name);
                for (const child of mark.items) {
                    if (isPart) {
                        collect(child, {x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0)});
                    } else {
                        children.push(child);
                    }
                }
            } else if (mark.role === 'mark' || mark.role === undefined) {
                if (mark.marktype === 'group') {
                    for (const child of mark.items) {
                        collect(child, {x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0)});
                    }
                } else {
                    view.marks.push({type: mark.marktype, name: mark.name,
                                     items: mark.items.map((d) => item(mark.marktype, d, origin))});
                }
            }
        }
    };
    collect(group);
    if (view.marks.some((mark) => mark.items.length)) {
        views.push(view);
    } else if (view.axes.length || view.legends.length) {
        views.furniture.push(...view.axes, ...view.legends);
    }
    for (const child of children) {
        walk(child, views);
    }
}

for (const path of specs) {
    const name = basename(path).replace(/\.vl\.json$/, '');
    const result = {name};
    try {
        const spec = JSON.parse(readFileSync(path, 'utf8'));
        const compiled = vl.compile(spec, {logger: {warn() {}, info() {}, debug() {}, error() {}, level() { return this; }}}).spec;
        const view = new vega.View(vega.parse(compiled), {renderer: 'none', loader, logLevel: vega.Error});
        await view.runAsync();
        const views = [];
        views.furniture = [];
        const root = view.scenegraph().root;
        walk(root.items[0], views);
        result.views = views;
        result.furniture = views.furniture;
        view.finalize();
    } catch (problem) {
        result.error = String(problem.message ?? problem);
    }
    writeFileSync(join(outFolder, name + '.json'), JSON.stringify(result));
}
