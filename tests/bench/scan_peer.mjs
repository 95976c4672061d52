// SPDX-License-Identifier: MIT
// scan_peer.mjs ENGINE FILE THREADS PRODUCTS [exact]: two sums by partner and period.
// Prints the sums; how long the query took goes to standard error, without the start.
import { createRequire } from "node:module";
const require = createRequire(process.env.PEERS + "/");
const [engine, file, threads, products, exact] = process.argv.slice(2);
const codes = products === "all" ? [] : products.split(",");
process.env.POLARS_MAX_THREADS = threads;

const columns = ["period", "reporter", "partner", "product", "flow", "quantity", "value",
                 "regime", "place"];

async function duckdb() {
    const { DuckDBInstance } = require("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:", { threads });
    const connection = await instance.connect();
    const quantity = exact ? "DECIMAL(18,3)" : "DOUBLE";
    const types = columns.map((name) =>
        `'${name}': '${name === "quantity" ? quantity : name === "value" ? "BIGINT" : "VARCHAR"}'`);
    const where = codes.length ? `WHERE product IN (${codes.map((c) => `'${c}'`)})` : "";
    const started = performance.now();
    const result = await connection.runAndReadAll(
        `SELECT partner, period, sum(quantity)::VARCHAR, sum(value)::VARCHAR
         FROM read_csv('${file}', header = true, columns = {${types}}) ${where}
         GROUP BY partner, period ORDER BY partner, period`);
    return [performance.now() - started, result.getRows()];
}

async function polars() {
    const pl = require("nodejs-polars").default;
    const started = performance.now();
    let frame = pl.scanCSV(file, { schema: Object.fromEntries(columns.map((name) => [name,
        name === "quantity" ? pl.Float64 : name === "value" ? pl.Int64 : pl.Utf8])) });
    if (codes.length) {
        frame = frame.filter(pl.col("product").isIn(codes));
    }
    const sums = await frame.groupBy(["partner", "period"])
        .agg(pl.col("quantity").sum(), pl.col("value").sum())
        .sort(["partner", "period"]).collect();
    return [performance.now() - started, sums.rows()];
}

const [milliseconds, rows] = await (engine === "duckdb" ? duckdb() : polars());
console.error(`seconds ${milliseconds / 1e3}`);
for (const row of rows) {
    console.log(row.join(","));
}
