# SPDX-License-Identifier: MIT
# What the cases of the archive share: a briefing with data that are revised. Seals and sizes depend on
# the program, and are taken out of what is printed.

export SOURCE_DATE_EPOCH=1763596800 # 20 November 2025

cat >briefing.md <<'EOF'
---
title: Magnets monthly
organisation: Test desk
period: latest
data:
  trade:
    files: trade.csv
    schema: {period: period, tonnes: {role: measure, unit: t}, released: released}
queries:
  total: {from: trade, measure: tonnes}
calendar: {day: 20}
---
# Exports were {{ total | num(0) }} t

In {{ period | month }} exports were {{ total.mom | delta }} on the month. {{ total.headline }}
EOF

cat >trade.csv <<'EOF'
period,tonnes,released
2025-08,6146,2025-09-20
2025-09,5774,2025-10-20
2025-10,5473,2025-11-20
EOF

# The next month, and September revised.
revise() {
    cat >>trade.csv <<'EOF'
2025-09,5770,2025-12-20
2025-11,6150,2025-12-20
EOF
}

plain() {
    sed -E 's/[0-9a-f]{64}/SEAL/; s/ [0-9a-f]{16}( |$)/ SEAL\1/; s/ *[0-9]+ kB/ N kB/; s/[0-9]+ files/N files/'
}
