#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Times charts: a thousand small ones in one process, a line of a million points, a scatter
# of a hundred thousand; and beside them Vega, which draws the same specifications.
#
#   [CHARTS=1000] [VEGA=FOLDER] tests/bench/charts.sh PROGRAM
#
# VEGA is a folder whose node_modules have vega and vega-lite; without it they come from npm
# into a scratch folder, and where that cannot be done, or node is not there, the rest is
# timed. Files go to memory: what a disk needs to be sure of a file is not the chart's.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
memory=/tmp
[ -w /dev/shm ] && memory=/dev/shm
folder=$(mktemp -d "${TMPDIR:-$memory}/ytterby-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

python3 - "$folder" "${CHARTS:-1000}" <<'PYTHON'
import json, os, random, sys
folder, count = sys.argv[1], int(sys.argv[2])
random.seed(57)
os.mkdir(folder + "/small")
months = [f"2024-{month:02d}" for month in range(1, 13)]
for i in range(count):
    lines = ("Japan", "Korea") if i % 2 else ("Japan",)
    values = [{"month": month, "tonnes": random.randint(3000, 6000), "partner": line}
              for month in months for line in lines]
    encoding = {"x": {"field": "month", "type": "temporal", "timeUnit": "yearmonth"},
                "y": {"field": "tonnes", "type": "quantitative"}}
    if i % 2:
        encoding["color"] = {"field": "partner", "type": "nominal"}
    chart = {"title": "Exports rose in spring", "data": {"values": values},
             "mark": "line" if i % 2 else "bar", "encoding": encoding}
    with open(f"{folder}/small/{i:05d}.vl.json", "w") as file:
        json.dump(chart, file)

def large(name, mark, rows):
    with open(f"{folder}/{name}.csv", "w") as file:
        file.write("x,y\n")
        file.writelines(f"{x:.4f},{y:.4f}\n" for x, y in rows)
    chart = {"data": {"url": name + ".csv"}, "mark": mark,
             "encoding": {axis: {"field": axis, "type": "quantitative"} for axis in "xy"}}
    with open(f"{folder}/{name}.vl.json", "w") as file:
        json.dump(chart, file)

def walk(steps):
    y = 0.0
    for x in range(steps):
        y += random.random() - 0.5
        yield x, y

large("line", "line", walk(1000000))
large("scatter", "point", ((random.gauss(0, 1), random.gauss(0, 1)) for _ in range(100000)))
PYTHON

vega=${VEGA:-$folder}
if command -v node >/dev/null && [ ! -d "$vega/node_modules/vega-lite" ]; then
    npm install --silent --ignore-scripts --prefix "$vega" vega@6.4.0 vega-lite@6.4.3 \
        >/dev/null 2>&1 || true
fi

# Seconds and the most memory in MB of a command.
measure() {
    /usr/bin/time -f '%e %M' -o "$folder/time" "$@" >/dev/null
    read -r seconds kilobytes <"$folder/time"
    megabytes=$((kilobytes / 1024))
}

report() { # what, count, size in bytes
    awk -v what="$1" -v count="$2" -v size="$3" -v time="$seconds" -v memory="$megabytes" \
        'BEGIN { printf "  %-34s %7.2f s %8.0f a second %6d MB of memory %9d kB\n",
                 what, time, count / time, memory, size / 1000 }'
}

time_charts() { # what, out, specification...
    local what=$1 out=$2 count=$(($# - 2))
    shift 2
    for format in svg pdf; do
        rm -rf "${folder:?}/$out"
        measure "$program" chart "$@" --output "$folder/$out" --format $format
        report "ytterby, $what, $format" $count "$(du -sb "$folder/$out" | cut -f 1)"
    done
    [ -d "$vega/node_modules/vega-lite" ] || return 0
    rm -rf "${folder:?}/$out"
    measure node tests/bench/charts_peer.mjs "$vega" "$folder/$out" "$@"
    report "vega, $what, svg" $count "$(du -sb "$folder/$out" | cut -f 1)"
}

echo "charts, with the start of the program"
time_charts "small" out "$folder"/small/*.vl.json
time_charts "line of 1,000,000" out "$folder/line.vl.json"
time_charts "scatter of 100,000" out "$folder/scatter.vl.json"
[ -d "$vega/node_modules/vega-lite" ] || echo "  vega is not there: timed alone"
