# SPDX-License-Identifier: MIT
"""scan.py FOLDER PROGRAM RUNS: times the scanner and its peers in turn, on FOLDER/trade.csv.

A command that says "seconds N" on standard error is believed (a peer's query without its
start); of all others the whole process counts. Compares the digits too.
"""
import csv
import os
import statistics
import subprocess
import sys
import time
from decimal import Decimal

folder, program, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
data = f"{folder}/trade.csv"
CODES = [850000 + 13 * code for code in (1, 10, 102, 154, 300)]
NAMES = {"filter": ",".join(map(str, CODES)), "all": "all"}
SCHEMA = ("{period: period, reporter: dimension, partner: dimension, product: dimension, "
          "flow: dimension, quantity: measure, value: measure, regime: note, place: note}")


def briefing(name, file, products):
    """A briefing with two queries, so that one pass makes both sums."""
    where = f"where: {{product: [{products}]}}, " if products != "all" else ""
    path = f"{folder}/{name}.md"
    with open(path, "w") as out:
        out.write(f"---\ntitle: x\ndata:\n  trade: {{files: {file}, profile: tidy, "
                  f"schema: {SCHEMA}}}\nqueries:\n")
        for measure in ("quantity", "value"):
            out.write(f"  {measure}: {{from: trade, {where}by: partner, measure: {measure}}}\n")
        out.write("---\n")
    return path


def run(command, threads):
    """Seconds, peak memory in MB, and what the command prints."""
    environment = dict(os.environ, YTTERBY_THREADS=str(threads))
    with open(f"{folder}/out", "wb") as out, open(f"{folder}/err", "wb") as err:
        started = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=err, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = status
    said = [line.split()[1] for line in open(f"{folder}/err") if line.startswith("seconds ")]
    if status:
        return None
    return float(said[0]) if said else wall, usage.ru_maxrss / 1024, open(f"{folder}/out").read()


def ours(path, threads):
    """The sums of both queries as {(partner, period): (quantity, value)}."""
    sums = {}
    for index, measure in enumerate(("quantity", "value")):
        _, _, text = run([program, "query", path, measure], threads)
        for row in csv.DictReader(text.splitlines()):
            sums.setdefault((row["partner"], row["period"]), [None, None])[index] = Decimal(row[measure])
    return sums


def exact(file, products):
    """The same by Python's decimals."""
    sums = {}
    for row in csv.DictReader(open(file, newline="")):
        if products == "all" or row["product"] in products.split(","):
            pair = sums.setdefault((row["partner"], row["period"]), [Decimal(0), Decimal(0)])
            pair[0] += Decimal(row["quantity"])
            pair[1] += Decimal(row["value"])
    return sums


def peer_sums(text):
    rows = (line.split(",") for line in text.splitlines())
    return {(row[0], row[1]): [Decimal(row[2]), Decimal(row[3])] for row in rows}


def near(left, right):
    """Equal, but for what floating point loses."""
    return left.keys() == right.keys() and all(
        abs(a - b) <= abs(b) * Decimal("1e-12") for key in left for a, b in zip(left[key], right[key]))


commands = {"limit, 1 thread": (f"{folder}/scan_limit {data} 1", 1),
            "limit, 2 threads": (f"{folder}/scan_limit {data} 2", 2),
            "libcsv, fields only": (f"{folder}/scan_libcsv {data}", 1)}
for kind, products in NAMES.items():
    path = briefing(kind, data, products)
    for threads in (1, 2):
        commands[f"ytterby, {kind}, {threads}"] = (f"{program} query {path} value", threads)
    commands[f"through libcsv, {kind}, 1"] = (f"{folder}/scan_parsed {data} {products}", 1)
    for engine in ("duckdb", "polars"):
        peer = f"{os.path.dirname(os.path.abspath(__file__))}/scan_peer.mjs"
        for threads in (1, 2) if engine == "duckdb" else (2,):
            commands[f"{engine}, {kind}, {threads}"] = (
                f"node {peer} {engine} {data} {threads} {products}", threads)

measured = {name: [] for name in commands}
for turn in range(runs + 1):
    for name, (command, threads) in commands.items():
        figures = run(command.split(), threads)
        if turn and figures:  # the first turn brings the file into the page cache
            measured[name].append(figures)

print(f"{os.path.getsize(data) / 1e9:.2f} GB, median of {runs}, in turn\n"
      f"{'':24}{'s':>8}{'least':>8}{'MB':>8}")
medians = {}
for name, figures in measured.items():
    if not figures:
        print(f"{name:24}{'failed':>8}")
        continue
    seconds = [row[0] for row in figures]
    medians[name] = statistics.median(seconds)
    print(f"{name:24}{medians[name]:8.3f}{min(seconds):8.3f}{max(row[1] for row in figures):8.1f}")

print()
for kind, wanted in (("filter", 10), ("all", 6)):
    mine = medians.get(f"ytterby, {kind}, 2")
    peers = [medians[f"{engine}, {kind}, 2"] for engine in ("duckdb", "polars")
             if f"{engine}, {kind}, 2" in medians]
    if mine and peers:
        print(f"{kind}: {min(peers) / mine:.1f} times faster than the faster peer (wanted: {wanted}), "
              f"{mine / medians['limit, 2 threads']:.1f} times the limit")
    parsed, peer = medians.get(f"through libcsv, {kind}, 1"), medians.get(f"duckdb, {kind}, 1")
    if parsed and peer:
        print(f"{kind}: through libcsv on one thread {parsed / peer:.2f} times DuckDB on one (wanted: at most 1)")

good = True
for kind, products in NAMES.items():
    path = briefing(kind, data, products)
    sums = ours(path, 1)
    checks = {f"{threads} threads": ours(path, threads) == sums for threads in (2, 7)}
    checks["libcsv"] = peer_sums(run(commands[f"through libcsv, {kind}, 1"][0].split(), 1)[2]) == sums
    for engine in ("duckdb", "polars"):
        figures = run(f"{commands[f'{engine}, {kind}, 2'][0]} exact".split(), 2)
        if figures:
            same = near(sums, peer_sums(figures[2])) if engine == "polars" else sums == peer_sums(figures[2])
            checks[engine + (", but for rounding" if engine == "polars" else "")] = same
    sample = f"{folder}/sample.csv"
    checks["Python's decimals on a sample"] = \
        ours(briefing("sample", sample, products), 2) == exact(sample, products)
    good &= all(checks.values())
    print(f"{kind}: same digits:", ", ".join(f"{name} {'yes' if same else 'NO'}"
                                              for name, same in checks.items()))
sys.exit(0 if good else 1)
