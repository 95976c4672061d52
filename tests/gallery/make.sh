#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A briefing of all charts in templates/gallery, each with its specification, as PDF.
#
#   tests/gallery/make.sh PROGRAM OUT_FOLDER
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1") out=$(realpath -m "$2")
mkdir -p "$out/templates/gallery"
# The specifications name their data by paths from their own folder.
ln -sfn "$PWD/data" "$out/data"
ln -sfn "$PWD/templates/maps" "$out/templates/maps"

# A specification as a block of a kind, without its first line, which is the licence.
specification() {
    printf '```%s\n' "$2"
    tail -n +2 "$1"
    printf '```\n'
}

# Lines that a listing takes in half the page's width.
lines() { awk '{ count += 1 + int(length($0) / 54) } END { print count }' "$1"; }

# Beside each other where the chart is half as wide as the page and a page has room for the
# listing, else below each other.
exhibit() {
    if grep -Eq '^size: (half|third)' "$1" && [ "$(lines "$1")" -le 48 ]; then
        printf '````row widths: [6, 6]\n'
        specification "$1" chart
        specification "$1" yaml
        printf '````\n'
    else
        specification "$1" chart
        specification "$1" yaml
    fi
}

{
    cat <<'EOF'
---
title: Every chart, with the specification that it was drawn from
organisation: Ytterby
cover: false
contents: false
---
EOF
    for spec in templates/gallery/[0-9]*.yaml; do
        printf '\n## %s\n\n' "$(basename "$spec" .yaml | tr - ' ')"
        exhibit "$spec"
    done
} >"$out/templates/gallery/gallery.md"
"$program" build "$out/templates/gallery/gallery.md" -o "$out"

# Beside Vega-Lite's rendering, where npm is there to fetch it.
packages=$out/packages
mkdir -p "$packages"
if ! command -v npm >/dev/null; then
    echo "npm is not installed: no comparison with Vega-Lite"
elif ! (cd "$packages" && npm install --silent --no-save --ignore-scripts vega@6.4.0 \
    vega-lite@6.4.3 js-yaml@4 @resvg/resvg-js@2.6.2) >/dev/null 2>&1; then
    echo "npm could not fetch the packages: no comparison with Vega-Lite"
else
    node tests/gallery/compare.mjs "$packages" "$program" "$out/compare" 2>/dev/null
fi
