#!/usr/bin/env bash
# Runs the unit tests and the cases, and closes with `N passed, N failed`.
#
#   tests/run.sh PROGRAM [UNIT_TEST...]
#
# A unit test is a cmocka program. A case is a folder tests/cases/TOPIC/CASE with
# `cmd`, a shell script that finds the program in $YTTERBY and the repository in
# $ROOT and runs in an empty folder, and what it must print: `out`, `err` and
# `status` (each may be missing: nothing, nothing, 0). A case that needs what is not
# there says so and exits with 77: it is skipped. UPDATE=1 writes those files anew;
# look at the difference before you commit it.
set -u
cd "$(dirname "$0")/.."

ROOT=$PWD
YTTERBY=$(realpath "$1")
shift
passed=0 failed=0 skipped=0
export ROOT YTTERBY TZ=UTC LC_ALL=C.UTF-8
# Where a library that was loaded late has threads, the leak checker of gcc 12 looks at storage of
# theirs that is gone, and dies of it.
export ASAN_OPTIONS=${ASAN_OPTIONS:-intercept_tls_get_addr=0}

# Counts one line of cmocka's report, as "[  PASSED  ] 7 test(s)."
count() {
    sed -n "s/^\[ *$1 *\] \([0-9]*\) test(s).*/\1/p" "$2" | head -n 1
}

run_unit() {
    local log=$1.log
    "$1" >"$log" 2>&1
    local status=$?
    local good=$(count PASSED "$log") bad=$(count FAILED "$log") left=$(count SKIPPED "$log")
    if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then
        bad=1 # it crashed
    fi
    passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-0})) skipped=$((skipped + ${left:-0}))
    if [ "${bad:-0}" -gt 0 ]; then
        echo "FAILED $1"
        grep -v '^\[ RUN\|^\[       OK' "$log" | head -n 60
    elif [ "${left:-0}" -gt 0 ]; then
        sed -n "s/^\[  SKIPPED \] \(test_.*\)/skipped \1/p" "$log" | sort -u
    fi
}

run_case() {
    local folder=$ROOT/$1 scratch
    scratch=$(mktemp -d)
    (cd "$scratch" && bash "$folder/cmd" >"$scratch.out" 2>"$scratch.err" </dev/null)
    local code=$?
    if [ $code = 77 ]; then
        skipped=$((skipped + 1))
        echo "skipped $1: $(cat "$scratch.err")"
        rm -rf "$scratch" "$scratch".{out,err,status}
        return
    fi
    echo $code >"$scratch.status"
    [ "$(cat "$scratch.status")" = 0 ] && : >"$scratch.status"
    local name same=yes
    for name in out err status; do
        if [ "${UPDATE:-}" ]; then
            rm -f "$folder/$name"
            [ -s "$scratch.$name" ] && cp "$scratch.$name" "$folder/$name"
        fi
        local expected=/dev/null
        [ -f "$folder/$name" ] && expected=$folder/$name
        if ! diff -u --label "$1/$name" --label found "$expected" "$scratch.$name"; then
            same=no
        fi
    done
    rm -rf "$scratch" "$scratch".{out,err,status}
    if [ $same = yes ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $1"
    fi
}

for unit in "$@"; do
    run_unit "$unit"
done
for cmd in tests/cases/*/*/cmd; do
    [ -f "$cmd" ] && run_case "$(dirname "$cmd")"
done

[ "$skipped" -gt 0 ] && echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
