#!/usr/bin/env bash
# Times the scanner of large files beside DuckDB and polars, and beside the limit; and
# what is done instead with files that only libcsv takes beside DuckDB on one thread.
#
#   [ROWS=20000000] [RUNS=5] tests/bench/scan.sh PROGRAM BUILD_FOLDER
#
# TMPDIR=/dev/shm keeps the file in memory where the page cache is not left alone.
# The peers come from npm into a scratch folder; without them the rest is timed.
# ROWS=20000000 is the 1.48 GB of the promise.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
build=$2
folder=$(mktemp -d "${TMPDIR:-/tmp}/ytterby-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

compile() {
    ${CC:-cc} -O2 -std=c11 -D_GNU_SOURCE -Iinclude -Itests/support -o "$folder/$1" \
        "tests/bench/$1.c" "$build/libtable.a" "$build/libbase.a" -lcsv -lyaml -ljansson \
        -lzstd -lz -lpthread
}
compile scan_data
compile scan_limit
compile scan_libcsv
compile scan_parsed
"$folder/scan_data" "${ROWS:-2000000}" >"$folder/trade.csv"
head -n 300001 "$folder/trade.csv" >"$folder/sample.csv"

machine=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
if ! npm install --silent --prefix "$folder" @duckdb/node-api nodejs-polars \
    "nodejs-polars-linux-$machine-gnu" >/dev/null 2>&1; then
    echo "the peers cannot be installed from npm: timed alone" >&2
fi
PEERS=$folder python3 tests/bench/scan.py "$folder" "$program" "${RUNS:-5}"
