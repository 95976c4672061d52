// SPDX-License-Identifier: MIT
// Draws Vega-Lite specifications as SVG with Vega itself, all in one process.
//
//   node charts_peer.mjs FOLDER_OF_NODE_MODULES OUT SPECIFICATION...
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, out, ...paths] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "node_modules", "at.js"));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const vega = await load("vega");
const lite = await load("vega-lite");

mkdirSync(out, { recursive: true });
for (const path of paths) {
    const loader = vega.loader({ baseURL: dirname(path), mode: "file" });
    const { spec } = lite.compile(JSON.parse(readFileSync(path, "utf8")));
    const view = new vega.View(vega.parse(spec), { loader, renderer: "none" });
    writeFileSync(join(out, basename(path) + ".svg"), await view.toSVG());
    view.finalize();
}
