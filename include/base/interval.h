/* SPDX-License-Identifier: MIT */
/*
 * Intervals: all numbers that a rounded one can stand for.
 *
 * A figure published as 5,473 is some number in [5472.5, 5473.5], and what is
 * computed from it lies between what is computed from the ends. Arithmetic
 * takes its operands to be independent of each other: the result holds every
 * number that two of theirs give, and its ends are such numbers. Where both
 * operands stem from one figure, it is wider than it need be, but never
 * wrong. Ends that do not fit a ratio give an interval that is not valid:
 * nothing is known of the number. The zeroed struct is that one.
 */
#ifndef BASE_INTERVAL_H
#define BASE_INTERVAL_H

#include "base/decimal.h"

struct interval {
    struct ratio low, high; /* closed: both ends belong to it */
};

/* The number and nothing else. */
struct interval interval_of(struct ratio number);

/* All numbers that are no farther from it than the margin, which is not below zero. */
struct interval interval_around(struct ratio number, struct ratio margin);

/* Of two numbers in either order; not valid where one of them is not. */
struct interval interval_between(struct ratio a, struct ratio b);

struct interval interval_add(struct interval a, struct interval b);
struct interval interval_subtract(struct interval a, struct interval b);
struct interval interval_multiply(struct interval a, struct interval b);
struct interval interval_divide(struct interval a, struct interval b); /* b without 0 */
struct interval interval_scale(struct interval interval, struct ratio factor);
struct interval interval_absolute(struct interval interval);

/* Its ends with so many decimals, away from each other, so that it holds all it held. */
struct interval interval_round(struct interval interval, int places);

bool interval_is_valid(struct interval interval);

/* The rest are false where an interval is not valid. */
bool interval_contains(struct interval interval, struct ratio number);
bool interval_touches(struct interval a, struct interval b); /* a number is in both */
bool interval_is_narrower(struct interval a, struct interval b);

#endif
