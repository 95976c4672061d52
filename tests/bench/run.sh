#!/usr/bin/env bash
# Times the making of an issue as whole, cold processes, in turn with a peer.
#
#   tests/bench/run.sh PROGRAM
#
# The peer is ReportLab (python3-reportlab, installed if it is missing), which
# draws two pages with as many charts and table rows from values that it is
# given; it loads no data and computes nothing.
set -eu
cd "$(dirname "$0")/../.."
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if ! /usr/bin/python3 -c 'import reportlab.graphics.utils' 2>/dev/null; then
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    $root apt-get install -y -qq --no-install-recommends python3-reportlab \
        python3-renderpm >/dev/null ||
        echo "the peer, python3-reportlab, is not there: timed alone" >&2
fi

python3 tests/bench/time.py 21 \
    "ytterby, October 2025" "$program build templates/rare-earths/briefing.md \
        --period 2025-10 --as-of 2025-11-20 -o $folder" \
    "reportlab, two pages" "/usr/bin/python3 tests/bench/peer_reportlab.py $folder/peer.pdf"

echo
echo "where the time of one run goes:"
"$program" build templates/rare-earths/briefing.md --period 2025-10 --as-of 2025-11-20 \
    -o "$folder" --timings | sed 1d
