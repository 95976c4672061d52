#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints a briefing of ten pages with all that arranges its pages."""
SENTENCE = "Shipments rose to most of the large buyers in the month, and fell to three. "

print("""---
title: Rare earths monthly
organisation: Ytterby
provisional: destination detail due 20 January
data:
  trade:
    files: data.csv
    schema:
      partner: {role: dimension, aggregates: [World]}
      tonnes: {role: measure, unit: t}
queries:
  total: {from: trade, where: {partner: World}}
  partners: {from: trade, by: partner, total: World}
---
# Exports fell again in October[^series]

> It is the second fall in a row, as {@fig:total} shows.

[^series]: The headline counts permanent magnets only.

`````row widths: [8, 4]
````column
```chart
{mark: bar, data: total, last: 13 months, title: Shipments fell, id: total}
```
````

````column
### In brief

- One thing[^side]
- Another, see {@sec:buyers}

```pull
{figure: "{{ total | amount }}", text: were shipped in the month}
```
````
`````

[^side]: A note from a side column.
""")
for number in range(1, 9):
    anchor = " {#buyers}" if number == 3 else ""
    print(f"## Claim {number} is about buyers{anchor}\n")
    print(SENTENCE * 22 + f"[^n{number}]\n\n[^n{number}]: Note {number}, see {{@tab:buyers}}.\n")
    print(f"```box Box {number}\n{SENTENCE * 8}\n\n3. three\n4. four\n```\n")
    print("```pagebreak\n```\n")
print("""## The figures

```table
data: partners
columns: [{title: Buyer, value: row.name}, {title: Month, value: row, unit: t}]
title: Who bought
id: buyers
```""")
