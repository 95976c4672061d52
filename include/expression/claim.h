/* SPDX-License-Identifier: MIT */
/*
 * Claims: what a text says of the data, and whether it is so.
 *
 *   - id: oct-total
 *     says: China exported 5,473 tons of rare-earth magnets in October.
 *     source: News, 20 November 2025
 *     of: total                       # what computes it: an expression
 *     figure: 5,473 t                 # what the text says of it
 *     period: 2025-10
 *
 * `id`, `says` and one statement are needed; `period` unless there is one for all.
 * Statements, each about the number of `of` at the period:
 *   figure: -5.2%            rounded as its decimals say
 *   about: 50%               within a twentieth, or the rounding of its last digit but 0
 *   more-than: 400 t         at-least, less-than, at-most: the same form
 *   between: [5 t, 10 t]
 *   direction: fall          or rise, unchanged: of a change; of a series, its own on the
 *                            period before; an amount is unchanged to its last digit, a
 *                            rate as it is printed
 * about its history:
 *   highest-since: 2025-01   lowest-since: no month after that one was as high, and it was
 *   highest-in: 7            lowest-in: of so many months, this one among them
 *   falls-in-a-row: 2        rises-in-a-row: up to the period, and not one more
 *   first-fall-in: 3         first-rise-in: of so many periods, this one among them
 * about a group or its member:
 *   rank: 1                  of a member, 1 is the largest
 *   order: [Germany, Japan]  members, larger before smaller
 *   top: [Germany, Japan]    the same, and no other is among them
 * and about no data:
 *   weekday: Monday          of the `date`
 *   needs: world output      what would have to be known
 *
 * A figure is a number with grouping by commas or without, a scale (thousand, million,
 * billion) and a unit: that of the expression, or another of its kind (2.51 million kg).
 *
 * Also: `as-of: 2025-11-20`, the day whose data count; `each: month`, for each month of
 * the period; `series-candidates: [total, earths]`, where else a wrong figure may come
 * from (without it all queries, for figures of three digits and more); `expected: false`,
 * the verdict that a test of a fact checker wants (true, wrong-series, undecidable);
 * `allow: true` with a `reason`, for one that may be wrong.
 */
#ifndef EXPRESSION_CLAIM_H
#define EXPRESSION_CLAIM_H

#include "base/node.h"
#include "expression/value.h"

enum claim_kind {
    CLAIM_FIGURE,
    CLAIM_ABOUT,
    CLAIM_MORE_THAN,
    CLAIM_AT_LEAST,
    CLAIM_LESS_THAN,
    CLAIM_AT_MOST,
    CLAIM_BETWEEN,
    CLAIM_DIRECTION,
    CLAIM_HIGHEST_SINCE,
    CLAIM_LOWEST_SINCE,
    CLAIM_HIGHEST_IN,
    CLAIM_LOWEST_IN,
    CLAIM_FALLS_IN_A_ROW,
    CLAIM_RISES_IN_A_ROW,
    CLAIM_FIRST_FALL_IN,
    CLAIM_FIRST_RISE_IN,
    CLAIM_RANK,
    CLAIM_ORDER,
    CLAIM_TOP,
    CLAIM_WEEKDAY,
    CLAIM_NEEDS,
    CLAIM_KIND_COUNT,
};

enum verdict {
    VERDICT_TRUE,
    VERDICT_FALSE,
    VERDICT_WRONG_SERIES, /* false, and the figure is that of another series */
    VERDICT_UNDECIDABLE,
    VERDICT_COUNT,
};

/* A number as a text prints it. */
struct claim_figure {
    struct ratio number;
    struct interval stated; /* all numbers that are printed so */
    int places; /* decimals */
    int digits; /* without zeros on the left */
    str unit; /* as written */
};

struct claim {
    const struct node *node;
    str id, says, source;
    enum claim_kind kind;
    const struct node *statement; /* the value of the kind's key */
    const struct node *of; /* NULL for a kind without data */
    struct claim_figure figure;
    struct claim_figure upper; /* CLAIM_BETWEEN */
    int sign; /* CLAIM_DIRECTION: -1, 0, 1 */
    size_t count; /* kinds with a number of periods, and CLAIM_RANK */
    struct period month; /* CLAIM_HIGHEST_SINCE and its opposite */
    struct date date; /* CLAIM_WEEKDAY */
    struct period period;
    struct date as_of; /* unset: as of the day that all have */
    bool is_each_month;
    const struct node *candidates; /* or NULL */
    bool has_expected;
    enum verdict expected;
    str reason; /* why it may be wrong; empty: it may not */
};

struct claims {
    struct claim *at;
    size_t count, capacity;
};

/* What holds for all claims of a list that do not say otherwise. */
struct claim_defaults {
    struct period period;
    str source;
};

/* Reads a list of claims and adds them. */
NODISCARD bool claims_read(struct arena *arena, const struct node *list,
                           const struct claim_defaults *defaults, struct claims *claims,
                           struct error *error);

struct judgement {
    enum verdict verdict;
    str why; /* a sentence: what is so, or what is missing */
    struct value value; /* that was found; VALUE_NONE where it has none */
    str belongs_to; /* VERDICT_WRONG_SERIES: "earths", "Japan in December 2025" */
};

/* `scope` has the data as of the claim's day; its issue does not matter. */
NODISCARD bool claim_judge(struct arena *arena, const struct claim *claim,
                           const struct scope *scope, struct judgement *judgement,
                           struct error *error);

/* As it was expected or allowed, true, or not decidable and not expected to be anything. */
bool claim_is_good(const struct claim *claim, enum verdict verdict);

/* The error of one that is not good, at its id. Returns false. */
bool claim_refuse(const struct claim *claim, const struct judgement *judgement,
                  struct error *error);

str claim_statement(struct arena *arena, const struct claim *claim); /* "figure: 5,473 t" */
str verdict_name(enum verdict verdict); /* "not decidable" */
str verdict_key(enum verdict verdict); /* "undecidable", as in `expected` */

#endif
