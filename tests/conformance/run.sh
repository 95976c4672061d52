#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Compares the positions of marks with Vega's on Vega-Lite's public examples.
#
#   tests/conformance/run.sh PROGRAM WORK_FOLDER [--verbose]
#
# Needs node, npm and git, and a network the first time. EXAMPLES=FOLDER uses specifications that are
# there already. Static ones are compared: those without selections and bound
# parameters.
set -eu
cd "$(dirname "$0")/../.."

program=$(realpath "$1") work=$2
shift 2

for tool in node npm git; do
    command -v $tool >/dev/null || {
        echo "conformance: skipped: $tool is not installed"
        exit 77
    }
done

mkdir -p "$work"
if [ ! -d "$work/node_modules/vega-lite" ]; then
    npm install --silent --ignore-scripts --no-save --prefix "$work" vega@6.4.0 \
        vega-lite@6.4.3 vega-datasets@3.2.1 canvas@npm:@napi-rs/canvas@1.1.1
fi

examples=${EXAMPLES:-$work/vega-lite/examples/specs}
if [ ! -d "$examples" ]; then
    git clone --quiet --depth 1 --branch v6.4.3 --filter=blob:none --sparse \
        https://github.com/vega/vega-lite "$work/vega-lite"
    git -C "$work/vega-lite" sparse-checkout set examples/specs
fi

# Modules are found from the folder of a script.
cp tests/conformance/*.mjs "$work"
data=$work/node_modules/vega-datasets/data
if [ ! -d "$work/reference" ]; then
    mkdir -p "$work/reference.part"
    TZ=UTC node "$work/reference.mjs" "$data" "$work/reference.part" "$examples"/*.vl.json
    mv "$work/reference.part" "$work/reference"
fi
node "$work/compare.mjs" "$program" "$data" "$work/reference" "$work/ours" "$@" \
    "$examples"/*.vl.json
