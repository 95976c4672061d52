/* SPDX-License-Identifier: MIT */
/*
 * All findings about the queries of a briefing at a period, the most salient
 * first.
 *
 * Of each series, by itself or as a member of a group, whatever holds is made;
 * what a hole in the data leaves open is withheld with its reason. A member
 * whose figures are those of a query that stands by itself has findings only
 * as a member: rank, share, contribution. Ranks count only where no member
 * without a figure could stand above: what is left of the total is too small.
 */
#ifndef SERIES_FINDINGS_H
#define SERIES_FINDINGS_H

#include "series/finding.h"

/* A query of the briefing: its series, or its group. */
struct finding_input {
    str query;
    const struct series *series;
    const struct series_group *group;
    const struct series *unit_value; /* value by quantity, where there is such a pair */
};

struct finding_inputs {
    struct finding_input *at;
    size_t count, capacity;
};

struct finding_selectors {
    struct finding_selector *at;
    size_t count, capacity;
};

/* What the author wants of them. */
struct finding_options {
    struct finding_selectors pins, drops;
    struct {
        struct finding_limit {
            str kind; /* a kind's name or a family's */
            size_t count;
        } * at;
        size_t count, capacity;
    } limits;
    size_t count; /* how many a list has where it does not say; 0 is FINDINGS_COUNT */
};

enum { FINDINGS_COUNT = 5 };

struct findings {
    struct finding *at; /* first those that are said, then those withheld */
    size_t count, capacity;
    size_t said;
};

/*
 * `options` may be NULL. Where `about` is not NULL, only the findings about that
 * series are made; their scores are the same.
 */
const struct findings *findings_make(struct arena *arena,
                                     const struct finding_inputs *inputs,
                                     struct period period,
                                     const struct finding_options *options,
                                     const struct series *about);

/* The first that a selector takes, said ones before those withheld; NULL if there is none.
 */
const struct finding *findings_first(const struct findings *findings,
                                     const struct finding_selector *selector);

/* What a list wants: any of the sources, any of the kinds; none of them is all. */
struct findings_wish {
    const struct finding_selector *sources, *kinds;
    size_t source_count, kind_count;
    size_t count; /* at most so many */
};

/*
 * The first ones that are wanted and said. What repeats another one is left out, unless its
 * kind is asked for, or the author has pinned it.
 */
struct findings findings_choose(struct arena *arena, const struct findings *findings,
                                const struct findings_wish *wish);

/* Why it has its score, in English: "a window of 10 months; weight 12.0%". */
str finding_reason(struct arena *arena, const struct finding *finding);

#endif
