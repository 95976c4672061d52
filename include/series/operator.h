/* SPDX-License-Identifier: MIT */
/*
 * Operators: series to series, by calendar period, exact.
 *
 * Each result has an observation for every period of its operand. An operand
 * that is missing, suppressed or absent makes the result missing (status
 * 'M'); the status of a result is the weakest of its operands
 * (status_weaker). Division by zero is missing. Results that do
 * not fit 128 bits are missing too, with status 'O', which callers report as
 * an error (operator_overflow). Results of a to-date series are to-date.
 */
#ifndef SERIES_OPERATOR_H
#define SERIES_OPERATOR_H

#include "series/series.h"

/*
 * The period just before, of the same length: x(t - 1). A combined period looks
 * back by its own length. January to October has no such period: everything
 * on the previous period is missing in a to-date series.
 */
const struct series *operator_previous(struct arena *arena, const struct series *series);

/* The same period a year before: x(t - 12 months), of the same length. */
const struct series *operator_year_ago(struct arena *arena, const struct series *series);

/* x(t) - x(base). Unit: that of the operand, "pp" for per cent. */
const struct series *operator_change(struct arena *arena, const struct series *series,
                                     enum rate_base base);

/*
 * (x(t) - x(base)) / x(base) * 100, in per cent; missing where x(base) is not above zero.
 *
 * A published figure stands for all numbers that round to it, and so the
 * computed rate for an interval. Where the source has published the rate of
 * the period too, and its own rounding interval is the narrower one, that
 * rate is the result: it was computed from finer figures (customs counts
 * kilograms). It comes with its own decimals and status: that of the row on
 * which it stands, whatever the base is here, because it was not computed
 * from that base. Two intervals that do not even touch belong to different
 * figures (one was revised): then the computed rate stands. A published rate
 * is no substitute for a figure that is missing. operator_rate_computed()
 * never takes the published one.
 */
const struct series *operator_rate(struct arena *arena, const struct series *series,
                                   enum rate_base base);
const struct series *operator_rate_computed(struct arena *arena,
                                            const struct series *series,
                                            enum rate_base base);

struct interval {
    struct ratio low, high;
};

/*
 * Whether a published rate cannot be that of these two figures: no rate that
 * rounds to it is one of numbers that round to them. *possible is then the
 * interval of those. False where one of the three has no value, or where the
 * base could be 0.
 */
bool operator_rate_disagrees(struct observation rate, struct observation value,
                             struct observation base, struct interval *possible);

/*
 * January to each month, from the first to the last that the series covers.
 * The published cumulative figure is taken where there is one; else the sum
 * of the fewest observations that cover the months exactly (fewest derived
 * ones first); missing if they cannot be covered. Published rates on the year
 * go along. Rates, shares and changes have no sum: an empty series. A to-date
 * series stays what it is.
 */
const struct series *operator_to_date(struct arena *arena, const struct series *series);

/* x(t) / total(t) * 100, of the same period in both: a month is no part of a sum to date.
 */
const struct series *operator_share(struct arena *arena, const struct series *part,
                                    const struct series *total);

/*
 * An exact cover of a period by observations that do not overlap, in calendar
 * order. Among equally good ones the one with the longest first piece, then
 * the longest second, and so on. A piece is derived if its status is 'E'.
 */
struct cover {
    struct observation *at;
    size_t count, capacity;
    struct ratio sum, rounding; /* of the pieces together */
    char status;
};

enum cover_grain {
    COVER_COARSE, /* fewest derived, then fewest pieces: the published figure if there is
                     one */
    COVER_FINE, /* without an observation of exactly the period; most pieces, then fewest
                   derived */
};

/* False if the observations do not cover the period. */
bool series_cover(struct arena *arena, const struct series *series, struct period period,
                  enum cover_grain grain, struct cover *cover);

/* Largest and smallest monthly value in a window of months, the earliest of equal ones;
 * absent if there is none. */
struct observation series_maximum(const struct series *series, struct period window);
struct observation series_minimum(const struct series *series, struct period window);

/*
 * Rank at a period among the series of a group that have a value there, 1 is
 * the largest; equal values share the better rank. 0 if it has no value.
 */
size_t group_rank(const struct series_group *group, const struct series *series,
                  struct period period);

/*
 * The series of a group that have a value at the period, largest first (ties
 * by name), cut at group->top; then, if the group has a rest, total less the
 * shown ones, as a series of its own with status 'E'. The rest has a value at
 * every period of the total at which all the shown ones have one too, and is
 * absent at others; members without a value of their own are in it. It is
 * NULL where nothing is shown, or where it would be empty.
 */
struct ranking {
    const struct series **at;
    size_t count, capacity; /* without the rest */
    const struct series *rest; /* or NULL */
};

struct ranking group_ranking(struct arena *arena, const struct series_group *group,
                             struct period period);

/* First observation of the series whose computation overflowed, or NULL. */
const struct observation *operator_overflow(const struct series *series);

#endif
