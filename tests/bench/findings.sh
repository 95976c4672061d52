#!/usr/bin/env bash
# Times all findings about 10,000 series of twenty years.
#
#   [SERIES=10000] [MONTHS=240] tests/bench/findings.sh BUILD_FOLDER
set -eu
cd "$(dirname "$0")/../.."
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
${CC:-cc} -O2 -std=c11 -D_GNU_SOURCE -Iinclude -o "$folder/findings" tests/bench/findings.c \
    "$build/libseries.a" "$build/libtable.a" "$build/libbase.a" -lcsv -lyaml -ljansson -lz \
    -lzstd -lpthread -lm
"$folder/findings" "${SERIES:-10000}" "${MONTHS:-240}"
