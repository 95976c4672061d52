#!/usr/bin/env bash
# Runs the scanner's tests as 64-bit ARM, whose vector instructions are NEON.
#
#   tests/cross.sh BUILD_FOLDER
#
# The libraries come as Debian packages for arm64, unpacked in the build folder: the
# system keeps its architecture.
set -eu
cd "$(dirname "$0")/.."
build=$(mkdir -p "$1" && realpath "$1")
root=$build/root
libraries=$root/usr/lib/aarch64-linux-gnu
tests="test_scan test_scan_corpus test_scan_split test_reader"

fetch_libraries() {
    local apt=$build/apt
    local options=(-q=2 -o APT::Architecture=arm64 -o APT::Architectures=arm64
        -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache"
        -o Dir::State::Status="$apt/status" -o Debug::NoLocking=1
        -o APT::Sandbox::User=root)
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/debs" "$root"
    touch "$apt/status"
    apt-get "${options[@]}" update
    (cd "$apt/debs" && apt-get "${options[@]}" download libcsv-dev libyaml-dev \
        libjansson-dev libjansson4 zlib1g-dev libzstd-dev libcmocka-dev libcmocka0)
    for package in "$apt/debs"/*.deb; do
        dpkg-deb -x "$package" "$root"
    done
    touch "$root/complete"
}

[ -e "$root/complete" ] || fetch_libraries
compile=(aarch64-linux-gnu-gcc -std=c11 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Werror
    -I"$PWD/include" -I"$PWD/tests/support"
    -isystem "$root/usr/include" -isystem "$root/usr/include/aarch64-linux-gnu")
source=$PWD
objects=()
for layer in base table; do
    rm -rf "$build/$layer" && mkdir "$build/$layer"
    (cd "$build/$layer" && "${compile[@]}" -c "$source/src/$layer"/*.c)
    objects+=("$build/$layer"/*.o)
done
for name in $tests; do
    "${compile[@]}" -o "$build/$name" "tests/unit/table/$name.c" "${objects[@]}" \
        -L"$libraries" -lcmocka -ljansson -l:libcsv.a -l:libyaml.a -l:libzstd.a -l:libz.a
    echo "$name: $(qemu-aarch64 -L /usr/aarch64-linux-gnu \
        -E LD_LIBRARY_PATH="$libraries" "$build/$name" 2>&1 | tee "$build/$name.log" |
        grep -E '^\[  (PASSED|FAILED)  \]' | tail -1)"
    grep -q '^\[  PASSED' "$build/$name.log" && ! grep -q 'FAILED' "$build/$name.log"
done
