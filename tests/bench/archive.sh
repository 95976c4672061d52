#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Times an archive of 200 editions of 20 briefings: adding (the first and the last), list,
# verify, site. Adding must not cost more the more editions there are.
#
#   tests/bench/archive.sh PROGRAM [EDITIONS]
set -eu
program=$(realpath "$1") editions=${2:-200}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

briefing() {
    mkdir -p "$1"
    cat >"$1/briefing.md" <<EOF
---
title: Briefing $1
organisation: Bench
data:
  trade: {files: ../trade.csv, schema: {period: period, tonnes: {role: measure, unit: t}}}
queries:
  total: {from: trade, measure: tonnes}
---
# Exports were {{ total | num(0) }} t

{{ total.headline }}
EOF
}

{
    echo period,tonnes
    for year in $(seq 2000 2024); do
        for month in $(seq -w 12); do
            echo "$year-$month,$((5000 + (10#$month * 7919 + year * 104729) % 1000))"
        done
    done
} >trade.csv

milliseconds() {
    local from=$(date +%s%N)
    "$@" >/dev/null 2>&1
    echo $((($(date +%s%N) - from) / 1000000))
}

for i in $(seq 20); do
    briefing "b$i"
done
first=0 last=0 n=0
for round in $(seq $((editions / 20))); do
    for i in $(seq 20); do
        n=$((n + 1))
        month=$(printf '%d-%02d' $((2020 + (round - 1) / 12)) $(((round - 1) % 12 + 1)))
        time=$(milliseconds "$program" archive add "b$i/briefing.md" --period "$month" --no-checks)
        [ $n -le 20 ] && first=$((first + time))
        [ $n -gt $((editions - 20)) ] && last=$((last + time))
    done
done
printf 'archive: %d editions\n' "$("$program" archive list | tail -n 1 | cut -d ' ' -f 1)"
printf '  add, the first 20     %5d ms each\n' $((first / 20))
printf '  add, the last 20      %5d ms each\n' $((last / 20))
printf '  list                  %5d ms\n' "$(milliseconds "$program" archive list)"
printf '  verify                %5d ms\n' "$(milliseconds "$program" archive verify)"
printf '  site                  %5d ms\n' "$(milliseconds "$program" archive site -o site)"
printf '  site, nothing changed %5d ms\n' "$(milliseconds "$program" archive site -o site)"
printf '  size                  %5s MB\n' "$(du -sm archive | cut -f 1)"
