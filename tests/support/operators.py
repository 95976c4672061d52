#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Computes the operators a second time, and compares with what the program prints.

    operators.py YTTERBY comtrade FOLDER    China's monthly exports, from UN Comtrade
    operators.py YTTERBY random SEED        figures with holes and combined months

Nothing here is taken from the program: fractions, the calendar and the formulas
of include/series/operator.h, written down in the plainest way. A briefing with
every operator of every partner is built for one period after another, and its
text compared to the last digit.
"""

import csv
import pathlib
import random
import re
import subprocess
import sys
from fractions import Fraction

PLACES = 6
TOTAL = "World"


# --- the figures: {partner: {(first month, months): (value, margin)}} ---------------------


def month(year, number):
    return year * 12 + number - 1


def figure(text):
    """A number as it is printed, and half a unit of its last decimal."""
    decimals = len(text.partition(".")[2])
    return Fraction(text), Fraction(1, 2 * 10**decimals)


def comtrade(folder):
    """Kilograms and US dollars of eight destinations, and of the world as a sum of codes."""
    names = [
        "china_exports_partner_rare_earths_group_201701_202412.csv",
        "china_exports_world_hs6_201701_202412.csv",
    ]
    rows = []
    for name in names:
        with open(pathlib.Path(folder) / name, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                year, number = int(row["period"][:4]), int(row["period"][4:])
                period = f"{year}-{number:02}"
                product = row.get("hs6") or row["group"]
                rows.append([product, row["partner"], period, row["netweight_kg"], row["value_usd"]])
    return rows


def invented(seed):
    """Six partners, seven years; some Januaries and Februaries together; holes and zeros."""
    chance = random.Random(seed)
    rows = []
    combined = {year for year in range(2018, 2025) if chance.random() < 0.4}
    for partner in ["Chile", "Ghana", "Japan", "Nepal", "Spain", TOTAL]:
        size = 5000 if partner == TOTAL else chance.choice([8, 300, 1500])
        for year in range(2018, 2025):
            for number in range(1, 13):
                name = f"{year}-{number:02}"
                if year in combined and number == 1:
                    name = f"{year}-01..02"
                if year in combined and number == 2 or chance.random() < 0.03:
                    continue
                amount = chance.randrange(size // 2, size) + (size if partner == TOTAL else 0)
                amount = 0 if partner != TOTAL and chance.random() < 0.08 else amount
                value = f"{amount * chance.randrange(2, 9)}.{chance.randrange(10)}"
                rows.append(["magnets", partner, name, str(amount), value])
    return rows


def read_period(name):
    year, numbers = int(name[:4]), [int(part) for part in name[5:].split("..")]
    return month(year, numbers[0]), numbers[-1] - numbers[0] + 1


def series_of(rows, column):
    """Rows of one partner and period are added, and so are their margins."""
    result = {}
    for row in rows:
        value, margin = figure(row[column])
        own = result.setdefault(row[1], {})
        known = own.get(read_period(row[2]), (0, 0))
        own[read_period(row[2])] = known[0] + value, known[1] + margin
    return {
        partner: {period: (value, value - margin, value + margin) for period, (value, margin) in own.items()}
        for partner, own in result.items()
    }


# --- the operators, each at one period: (value, low, high), or None ------------------------


def exact(series, period):
    return series.get(period)


def at(series, period):
    """The figure, or the sum of those that lie end to end in the period."""
    if period in series or period[1] == 1:
        return series.get(period)
    first, end, total = period[0], period[0] + period[1], (Fraction(0),) * 3
    while first < end:
        piece = next((n for n in range(end - first, 0, -1) if (first, n) in series), None)
        if piece is None:
            return None
        total = tuple(map(sum, zip(total, series[first, piece])))
        first += piece
    return total


def back(period, months):
    return period[0] - months, period[1]


def to_date(period):
    last = period[0] + period[1] - 1
    return last // 12 * 12, last % 12 + 1


def minus(a, b):
    return a and b and (a[0] - b[0], a[1] - b[2], a[2] - b[1])


def times(a, factor):
    return a and tuple(number * factor for number in a)


def by(a, b):
    """a / b for b above zero; the bounds are None where b could be zero."""
    if not a or not b or b[0] <= 0:
        return None
    if b[1] <= 0 or a[1] is None:
        return a[0] / b[0], None, None
    corners = [x / y for x in a[1:] for y in b[1:]]
    return a[0] / b[0], min(corners), max(corners)


def per_cent(part, whole):
    return times_known(by(part, whole), 100)


def times_known(a, factor, offset=0):
    return a and tuple(None if number is None else number * factor + offset for number in a)


def growth(value, base):
    return times_known(per_cent(value, base), 1, -100)


def median(numbers):
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def years(get, period, count, choose):
    known = [get(back(period, 12 * n)) for n in range(1, count + 1)]
    return None if None in known else (choose([one[0] for one in known]),)


class World:
    """All that a partner is compared with."""

    def __init__(self, rows):
        self.kg, self.usd = series_of(rows, 3), series_of(rows, 4)
        self.total = self.kg[TOTAL]
        self.partners = [name for name in self.kg if name != TOTAL]

    def rank(self, name, period):
        own = exact(self.kg[name], period)
        known = [exact(self.kg[other], period) for other in self.partners]
        return own and (1 + sum(1 for other in known if other and other[0] > own[0]),)

    def concentration(self, period):
        parts = [at(self.kg[name], period) for name in self.partners]
        known, total = [part for part in parts if part], at(self.total, period)
        if not total or not known:
            return None
        rest = minus(total, tuple(map(sum, zip(*known))))
        squares = [sum(max(part[i], 0) ** 2 for part in known) for i in range(3)]
        if rest[2] < 0:
            return None
        whole = total[0] if rest[0] > 0 else sum(part[0] for part in known)
        high = min(Fraction(10000), 10000 * (squares[2] + rest[2] ** 2) / total[1] ** 2)
        return 10000 * squares[0] / whole**2, 10000 * squares[1] / total[2] ** 2, high


def since(series, period, sign):
    """How many earlier months were all below (above) it; none for one and less.

    Two months whose sum is below it were each below it.
    """
    own, count = exact(series, period), 0
    while own:
        first = period[0] - count - 1
        longer = [(first, 2), (first - 1, 2)] if sign > 0 else []
        known = next((series[one] for one in [(first, 1), *longer] if one in series), None)
        if not known or (own[0] - known[0]) * sign <= 0:
            break
        count += 1
    return (count,) if count > 1 else None


def streak(changes, period):
    def sign(one):
        return (one[0] > 0) - (one[0] < 0) if one else 0

    own, count = sign(changes(period)), 0
    while own and sign(changes(back(period, count))) == own:
        count += 1
    return (count,) if count else None


def zeros_before(series, period):
    own, count = exact(series, period), 0
    while own and own[0] > 0 and (other := exact(series, back(period, count + 1))) and other[0] == 0:
        count += 1
    return (count,) if count else None


def operators(world, name, period):
    """{expression about `x`, in which w is the total: what it must give}."""
    x, w, usd = world.kg[name], world.total, world.usd[name]
    is_month = period[1] == 1

    def value(when):
        return at(x, when)

    def change(when, months):
        return minus(value(when), value(back(when, months)))

    def mom(when):
        return growth(exact(x, when), exact(x, back(when, when[1])))

    def yoy(when):
        return growth(value(when), value(back(when, 12)))

    def ytd(when):
        return at(x, to_date(when))

    def share(when):
        return per_cent(value(when), at(w, when))

    def of_year(when):
        return per_cent(value(when), ytd(when))

    def quarter(when):
        return at(x, when) if when[0] % 3 == 0 else None

    def window(count):
        return at(x, (period[0] + 1 - count, count)) if is_month else None

    def usual(count, choose):
        return exact(x, period) and years(value, period, count, choose)

    def against(get, count):
        middle, own = years(get, period, count, median), get(period)
        return middle and own and (own[0] - middle[0],)

    def contribution(base):
        return per_cent(minus(value(period), exact_or_sum(base)), total_at(base))

    def exact_or_sum(base):
        return exact(x, base) if base == back(period, period[1]) else at(x, base)

    def total_at(base):
        return exact(w, base) if base == back(period, period[1]) else at(w, base)

    def compounded(rate):
        return rate and 12 % period[1] == 0 and (((1 + rate[0] / 100) ** (12 // period[1]) - 1) * 100,)

    def share_change():
        return minus_known(share(period), share(back(period, 12)))

    def minus_known(a, b):
        return a and b and (a[0] - b[0],)

    def index(base):
        monthly = [times(value(when), Fraction(1, when[1])) for when in (period, base)]
        return per_cent(*monthly)

    def rank_change(months):
        now, then = world.rank(name, period), world.rank(name, back(period, months))
        return now and then and (then[0] - now[0],)

    own_quarter = (period[0] - 2, 3)
    ends_quarter = is_month and (period[0] + 1) % 3 == 0
    concentration = world.concentration(period)
    found = {
        "x": exact(x, period),
        "x.at_least": (exact(x, period) or [None] * 3)[1:2],
        "x.previous": exact(x, period) and exact(x, back(period, period[1])),
        "x.year_ago": exact(x, period) and value(back(period, 12)),
        "x.change": exact(x, period) and minus(x[period], exact(x, back(period, period[1]))),
        "x.change_year": change(period, 12),
        "x.mom": mom(period),
        "x.yoy": yoy(period),
        "x.yoy.at_least": (yoy(period) or [None] * 3)[1:2],
        "x.yoy.at_most": (yoy(period) or [None] * 3)[2:3],
        "x.yoy.change": minus_known(yoy(period), yoy(back(period, 1))) if is_month else None,
        "x.ytd": ytd(period),
        "x.ytd.yoy": growth(ytd(period), at(x, back(to_date(period), 12))),
        "x.quarter": quarter(own_quarter) if ends_quarter else None,
        "x.qoq": growth(quarter(own_quarter), quarter(back(own_quarter, 3))) if ends_quarter else None,
        "x.quarter.yoy": growth(quarter(own_quarter), quarter(back(own_quarter, 12))) if ends_quarter else None,
        "x.sum(12)": window(12),
        "x.mean(3)": times(window(3), Fraction(1, 3)),
        "x.annualised": times(exact(x, period), Fraction(12, period[1])),
        "x.mom.annualised": compounded(mom(period)),
        "x.index('2021-06')": exact(x, period) and index((month(2021, 6), 1)),
        "x.index('2020')": exact(x, period) and index((month(2020, 1), 12)),
        "x.share(w)": share(period),
        "x.share(w).at_most": (share(period) or [None] * 3)[2:3],
        "x.share(w).change_year": share_change(),
        "x.share_of_year": exact(x, period) and of_year(period),
        "x.share_of_year.against_usual(3)": exact(x, period) and against(of_year, 3),
        "x.contribution(w)": contribution(back(period, period[1])) if period in x else None,
        "x.contribution_year(w)": contribution(back(period, 12)),
        "v.unit_value(x)": by(at(usd, period), at(x, period)),
        "x.usual(4)": usual(4, median),
        "x.usual_mean(3)": usual(3, lambda known: sum(known) / 3),
        "x.usual_min(3)": usual(3, min),
        "x.usual_max(2)": usual(2, max),
        "x.mom.against_usual(3)": against(mom, 3),
        "x.rank": world.rank(name, period),
        "x.rank_change": rank_change(period[1]),
        "x.rank_change_year": rank_change(12),
        "x.high.months": since(x, period, 1) if is_month else None,
        "x.low.months": since(x, period, -1) if is_month else None,
        "x.mom.streak.count": streak(mom, period) if is_month else None,
        "x.first_in": zeros_before(x, period) if is_month else None,
        "g.concentration": concentration,
        "g.concentration.at_least": (concentration or [None] * 3)[1:2],
        "g.concentration.at_most": (concentration or [None] * 3)[2:3],
        "g.equivalent": concentration and (10000 / concentration[0],),
    }
    return {text: None if not result else result[0] for text, result in found.items()}


# --- the briefing and its text --------------------------------------------------------------


def printed(number):
    """Half away from zero, thousands apart, with the minus of print."""
    if number is None:
        return "n.a."
    units = abs(Fraction(number)) * 10**PLACES + Fraction(1, 2)
    digits = units.numerator // units.denominator
    whole, rest = divmod(digits, 10**PLACES)
    return ("\u2212" if number < 0 and digits else "") + f"{whole:,}.{rest:0{PLACES}}"


HEAD = """---
title: Operators
data:
  trade:
    files: data.csv
    profile: tidy
    schema:
      product: dimension
      partner: {{role: dimension, aggregates: [World]}}
      period: period
      kg: {{role: measure, unit: kg}}
      usd: {{role: measure, unit: USD}}
queries:
  w: {{from: trade, where: {{partner: World}}, measure: kg}}
  g: {{from: trade, by: partner, total: World, measure: kg}}
  v: {{from: trade, by: partner, total: World, measure: usd}}
---
"""


def briefing(world, texts):
    body = [HEAD.format()]
    for k, name in enumerate(world.partners):
        for i, text in enumerate(texts):
            own = re.sub(r"\bx\b", f"g['{name}']", re.sub(r"\bv\b", f"v['{name}']", text))
            body.append(f'k{k}x{i}={{{{ {own} | num({PLACES}) ?? "n.a." }}}};')
        body.append("")
    return "\n".join(body)


def build(program, period):
    folder = pathlib.Path("out", period)
    run = subprocess.run([program, "build", "briefing.md", "--period", period, "-o", folder],
                         capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{period}: {run.stderr}")
    text = subprocess.run(["pdftotext", "-layout", *folder.glob("*.pdf"), "-"],
                          capture_output=True, text=True, check=True).stdout
    return dict(re.findall(r"(k\d+x\d+)=([^;]*);", re.sub(r"\s", "", text)))


def check(program, rows, periods):
    with open("data.csv", "w", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["product", "partner", "period", "kg", "usd"])
        writer.writerows(rows)
    world = World(rows)
    texts = list(operators(world, world.partners[0], read_period(periods[0])))
    pathlib.Path("briefing.md").write_text(briefing(world, texts), encoding="utf-8")
    counts, wrong = {"figures": 0, "missing": 0}, 0
    for name in periods:
        found = build(program, name)
        for k, partner in enumerate(world.partners):
            for i, (text, number) in enumerate(operators(world, partner, read_period(name)).items()):
                expected = printed(number)
                counts["missing" if number is None else "figures"] += 1
                if found.get(f"k{k}x{i}") != expected:
                    wrong += 1
                    print(f"{partner}, {name}, {text}: {found.get(f'k{k}x{i}')}, not {expected}")
    print(f"{len(texts)} operators, {len(world.partners)} partners, {len(periods)} periods: "
          f"{counts['figures']} figures and {counts['missing']} missing, {wrong} differ")
    return wrong == 0


def main():
    program, kind, argument = sys.argv[1:]
    rows = comtrade(argument) if kind == "comtrade" else invented(int(argument))
    names = sorted({row[2] for row in rows if row[1] == TOTAL and ".." not in row[2]})
    periods = names[5::7] if kind == "comtrade" else names[24::3]
    sys.exit(0 if check(program, rows, periods) else 1)


main()
