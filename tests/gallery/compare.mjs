// SPDX-License-Identifier: MIT
// Charts of the gallery beside Vega-Lite's rendering of the same specifications, tuned as far
// as its config goes. Packages: vega, vega-lite, js-yaml, @resvg/resvg-js.
//
//   node tests/gallery/compare.mjs PACKAGES_FOLDER PROGRAM OUT_FOLDER
//
// Writes NAME-ours.png and NAME-vega.png of the same scale, and index.html, which shows them
// side by side.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, program, out] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(packages, "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const vega = await load("vega");
const vegaLite = await load("vega-lite");
const yaml = require("js-yaml");
const { Resvg } = require("@resvg/resvg-js");

const folder = "templates/gallery";
const scale = 2;
const colours = {
    focus: "#0B5C94", down: "#D9541E", context: "#B9C1C8", "context-line": "#A7B0B8",
    compare: "#8DBBE8", ink: "#1A1A1A", secondary: "#4A5560", tertiary: "#5B6670",
    "palette-1": "#0B5C94", "palette-2": "#D9541E", "palette-3": "#4E9890",
};

// Sizes and colours as ours, a value axis at the right, no box around the view.
const config = {
    font: "Roboto Condensed",
    background: "white",
    padding: 8,
    view: { stroke: null, continuousWidth: 222, continuousHeight: 112, step: 14 },
    mark: { color: colours.focus },
    axis: { gridColor: "#C9D0D6", gridWidth: 0.4, domain: false, ticks: false, labelFontSize: 7,
            labelColor: colours.secondary, titleFontSize: 7, titleFontWeight: "normal" },
    axisX: { grid: false, domain: true, labelAngle: 0, title: null },
    axisYQuantitative: { orient: "right", tickCount: 4, title: null },
    axisYDiscrete: { title: null },
    legend: { orient: "top", title: null, labelFontSize: 7.5 },
    title: { anchor: "start", frame: "group", fontSize: 10, subtitleFontSize: 8,
             subtitleColor: colours.secondary },
    text: { fontSize: 7.5 },
    range: { category: ["#0B5C94", "#D9541E", "#4E9890", "#5E1740", "#DDB84E", "#8DBBE8"] },
};

// "house:focus" is a colour of ours; a subtitle beside the title belongs into it; a month of a
// CSV file must be parsed.
function tuned(node, key) {
    if (typeof node === "string") {
        return node.startsWith("house:") ? (colours[node.slice(6)] ?? node) : node;
    }
    if (Array.isArray(node)) {
        return node.map((member) => tuned(member));
    }
    if (!node || typeof node !== "object") {
        return node;
    }
    const copy = Object.fromEntries(
        Object.entries(node).map(([name, value]) => [name, tuned(value, name)]));
    if (key === "data" && /\.csv$/.test(copy.url ?? "") && !copy.format) {
        copy.format = { parse: { month: "date" } };
    }
    return copy;
}

// Vega-Lite breaks no lines; a list of them is what an author would write.
function lines(text, most) {
    const broken = [""];
    for (const word of text.split(" ")) {
        const last = broken.length - 1;
        if (broken[last] && broken[last].length + word.length >= most) {
            broken.push(word);
        } else {
            broken[last] += (broken[last] && " ") + word;
        }
    }
    return broken;
}

function specification(path) {
    const spec = tuned(yaml.load(readFileSync(path, "utf8"), { schema: yaml.CORE_SCHEMA }));
    const most = spec.size === "full" ? 110 : spec.size === "twothirds" ? 72 : 50;
    spec.title = { text: lines(spec.title, most),
                   subtitle: lines(spec.subtitle, Math.round(most * 1.2)) };
    if (spec.mark || spec.layer) {
        spec.width ??= config.view.continuousWidth;
    }
    return spec;
}

const loader = vega.loader({ baseURL: `${folder}/`, mode: "file" });

async function theirs(path) {
    const { spec } = vegaLite.compile(specification(path), { config });
    const view = new vega.View(vega.parse(spec), { renderer: "none", loader });
    const svg = await view.toSVG();
    return new Resvg(svg, { fitTo: { mode: "zoom", value: scale } }).render().asPng();
}

mkdirSync(out, { recursive: true });
const rows = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort()) {
    const name = file.slice(0, -".yaml".length);
    const path = join(folder, file);
    execFileSync(program, ["chart", path, "-o", join(out, `${name}-ours.png`), "--scale", scale]);
    let peer;
    try {
        writeFileSync(join(out, `${name}-vega.png`), await theirs(path));
        peer = `<img src="${name}-vega.png">`;
    } catch (error) {
        peer = `<p>refused: ${String(error.message).replace(/</g, "&lt;")}</p>`;
    }
    rows.push(`<h2>${name}</h2><div><img src="${name}-ours.png">${peer}</div>`);
}
writeFileSync(join(out, "index.html"),
    "<!doctype html><meta charset=utf-8><title>Gallery beside Vega-Lite</title>" +
    "<style>img{vertical-align:top;margin:8px;width:45%}body{background:#eee}</style>" +
    rows.join("\n"));
console.log(`${join(out, "index.html")}: ${rows.length} charts`);
