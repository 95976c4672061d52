/* SPDX-License-Identifier: MIT */
/*
 * Patterns: JavaScript's regular expressions, on UTF-8. Alternatives, groups, counted and
 * lazy repeats, classes, anchors, word borders, lookahead and back references; flags g, i,
 * m and s. Matching gives up, as if there were no match, where it takes too long.
 */
#ifndef GRAMMAR_PATTERN_H
#define GRAMMAR_PATTERN_H

#include "base/str.h"

enum { PATTERN_GROUPS_MAX = 20 };

struct pattern_match {
    size_t count; /* of groups, the whole (0) among them */
    size_t starts[PATTERN_GROUPS_MAX], ends[PATTERN_GROUPS_MAX]; /* bytes; both 0: unused */
};

/* NULL where the text is no pattern. */
const struct pattern *pattern_make(struct arena *arena, str text, str flags);
bool pattern_is_global(const struct pattern *pattern);

/* The first match that starts at `from` or later. */
bool pattern_find(const struct pattern *pattern, str text, size_t from,
                  struct pattern_match *match);

#endif
