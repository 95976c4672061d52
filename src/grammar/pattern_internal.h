/* SPDX-License-Identifier: MIT */
/*
 * A pattern is a program of steps (pattern.c); a machine runs it and goes back to the last
 * choice where a step fails (pattern_find.c). After R. Cox, "Regular Expression Matching:
 * the Virtual Machine Approach".
 */
#ifndef GRAMMAR_PATTERN_INTERNAL_H
#define GRAMMAR_PATTERN_INTERNAL_H

#include "pattern.h"

enum step_kind {
    STEP_CHARACTER, /* `from` */
    STEP_ANY,
    STEP_SET, /* `set`, `is_negated` */
    STEP_CHOICE, /* first `x`, then `y` */
    STEP_JUMP, /* x */
    STEP_SAVE, /* the place in slot `x` */
    STEP_START,
    STEP_END,
    STEP_BORDER, /* `is_negated` */
    STEP_REFERENCE, /* group `x` */
    STEP_AHEAD, /* the program up to STEP_DONE matches (or not), then on at `x` */
    STEP_MOVED, /* fails if no character was taken since STEP_SAVE of slot `x` */
    STEP_DONE,
};

struct range {
    uint32_t from, to;
};

struct range_list {
    struct range *at;
    size_t count, capacity;
};

struct step {
    enum step_kind kind;
    bool is_negated;
    uint32_t from;
    size_t x, y;
    struct range_list set;
};

struct pattern {
    struct step *at;
    size_t count, capacity;
    size_t group_count;
    size_t slot_count; /* two for each group, then one for each repeat */
    bool is_global, is_any_case, is_multiline, has_dot_all;
};

#endif
