#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times briefings that are one long table, and one of hundreds of pages, as whole processes.

    table.py PROGRAM [ROWS...]

The peer is ReportLab, where it is installed, which draws a table with as many rows from values
that it is given: it loads no data, computes nothing, and makes neither a structure tree nor a
trace. A row takes as long and as much memory in a table ten times as long where both columns of
"per row" stay the same.
"""
import os
import resource
import subprocess
import sys
import tempfile

PYTHON = "/usr/bin/python3"  # that of the package python3-reportlab

BRIEFING = """---
title: Large
data:
  trade: {files: d.csv, profile: tidy}
queries:
  total: {from: trade, measure: tonnes}
  products: {from: trade, by: product, measure: tonnes}
---
# A large table

```table
data: products
title: Everything
columns:
  - {title: Product, value: row.name}
  - {title: "{{ period | month_year }}", value: row, format: num(1)}
  - {title: On month, value: row.mom}
```
"""
SECTION = """
## Section {i} says something about the trade

{prose}

```table
id: t{i}
data: products
columns:
  - {{title: Product, value: row.name}}
  - {{title: Tonnes, value: row, format: num(0)}}
  - {{title: On month, value: row.mom}}
```

As {{@tab:t{other}}} shows, as [another section](#section-{other}-says-something-about-the-trade)
says at length[^{i}].

[^{i}]: The text of the footnote.
"""
PROSE = ("Shipments of **{{ total | amount(0) }}** were {{ total.mom | delta }} on the month, and so "
         "on in words that fill the lines of the page. ") * 4
PEER = """
import sys
from reportlab.lib.pagesizes import A4
from reportlab.platypus import LongTable, SimpleDocTemplate
rows = [["Product", "Tonnes", "On month"]] + [
    [f"product {i:06d}", f"{i * 7919 % 100003:,}.0", f"+{i % 90}.0"] for i in range(int(sys.argv[2]))]
SimpleDocTemplate(sys.argv[1], pagesize=A4).build([LongTable(rows, repeatRows=1)])
"""


def write_data(folder, products):
    with open(os.path.join(folder, "d.csv"), "w", encoding="ascii") as file:
        file.write("period,product,tonnes\n")
        for month in ("2025-11", "2025-12"):
            for i in range(products):
                tonnes = (i * 7919 + (month == "2025-12") * 3) % 100003
                file.write(f"{month},product {i:06d},{tonnes}.{i % 10}\n")


def run(command):
    """Processor seconds and peak megabytes of a process; None if it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, count, unit, measured):
    if not measured:
        print(f"{name:<28} {count:>7} {unit:<8} failed")
        return
    seconds, megabytes = measured
    print(f"{name:<28} {count:>7} {unit:<8} {seconds:7.2f} s {megabytes:7.0f} MB"
          f"   per {unit.rstrip('s'):<7} {seconds / count * 1e6:6.0f} us"
          f" {megabytes / count * 1024:6.1f} kB", flush=True)


def main():
    program = os.path.abspath(sys.argv[1])
    counts = [int(count) for count in sys.argv[2:]] or [12500, 25000, 50000, 100000]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    has_peer = not subprocess.run([PYTHON, "-c", "import reportlab"],
                                  stderr=subprocess.DEVNULL, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        briefing = os.path.join(folder, "briefing.md")
        build = [program, "build", briefing, "-o", folder]
        for count in counts:
            write_data(folder, count)
            with open(briefing, "w", encoding="utf-8") as file:
                file.write(BRIEFING)
            report("ytterby, one table", count, "rows", run(build))
        if has_peer:
            for count in counts[:2]:  # it is slow
                peer = [PYTHON, "-c", PEER, os.path.join(folder, "peer.pdf"), str(count)]
                report("reportlab, one table", count, "rows", run(peer))
        write_data(folder, 12)
        for sections in (100, 200, 400):
            with open(briefing, "w", encoding="utf-8") as file:
                file.write(BRIEFING.split("```table")[0])
                for i in range(sections):
                    file.write(SECTION.format(i=i, other=i * 3 % sections, prose=PROSE))
            report("ytterby, a long document", sections, "sections", run(build))


main()
