/* SPDX-License-Identifier: MIT */
/*
 * Operators: series to series, by calendar period, exact.
 *
 * Each result has an observation for every period of its operand x, unless it
 * says otherwise. An operand that is missing, suppressed or absent makes the
 * result missing (status 'M'); the status of a result is the weakest of its
 * operands (status_weaker). Division by zero is missing. Results that do
 * not fit 128 bits are missing too, with status 'O', which callers report as
 * an error (operator_overflow). Results of a to-date series are to-date.
 *
 * x(t) is the figure of exactly the period t. Where none stands for a period of
 * several months, as January-February, but its months are there (or parts of
 * it), x(t) is their sum: so a combined period compares with the two months of
 * another year, and the other way round. Rates and sums to date are not added,
 * and a longer period is never taken apart: it says nothing of its months.
 *
 * `possible` of a result is what the rounded figures behind it allow
 * (base/interval.h): exact for sums, changes, rates, shares and means of
 * figures that were published one by one. A part and its total are taken to be
 * independent, as are two means that share months: that makes the interval of a
 * share, a contribution, an index to a year that holds t, or the change of a
 * rolling mean wider than it need be, but never wrong.
 *
 * What was computed from what is in series->derivation.
 */
#ifndef SERIES_OPERATOR_H
#define SERIES_OPERATOR_H

#include "series/series.h"

/*
 * The period just before, of the same length: x(t - 1). A combined period looks
 * back by its own length, to another combined one: months are not added for it.
 * January to October has no such period: everything on the previous period is
 * missing in a to-date series.
 */
const struct series *operator_previous(struct arena *arena, const struct series *series);

/* The same period a year before: x(t - 12 months), of the same length. */
const struct series *operator_year_ago(struct arena *arena, const struct series *series);

/*
 * x(t) - x(base). Unit: that of the operand, "pp" (percentage points) for per cent. On the
 * year there is a result too where t - 12 months is a period of several months and x(t)
 * the sum of single ones; so in rates and contributions.
 */
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

/* What operator_rate() has at one period, for those who look at a few only. */
struct observation operator_rate_at(struct arena *arena, const struct series *series,
                                    enum rate_base base, struct period period);

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

/*
 * Sums of calendar quarters, published or of what covers their months; rates on the
 * previous period are then q/q. Rates and sums to date have none: an empty series.
 */
const struct series *operator_quarterly(struct arena *arena, const struct series *series);

/*
 * x(t - n + 1) + ... + x(t), and that / n, for each month t of the span: of the fewest
 * observations that cover the n months exactly. A rate has no sum (an empty series); its
 * mean is that of n months, without longer periods. Sums to date and of quarters have
 * neither. n is at least 1.
 */
const struct series *operator_rolling_sum(struct arena *arena, const struct series *series,
                                          int months);
const struct series *operator_rolling_mean(struct arena *arena, const struct series *series,
                                           int months);

/*
 * What a year comes to at the pace of t. A level: x(t) * 12 / months of t. A rate on the
 * previous period, compounded: ((1 + x(t) / 100)^(12 / months of t) - 1) * 100, missing
 * where the year is no multiple of t; exact where it fits, else as power.h says, of which
 * every printed digit is right.
 */
const struct series *operator_annual_level(struct arena *arena,
                                           const struct series *series);
const struct series *operator_annual_rate(struct arena *arena, const struct series *series);

/*
 * x(t) / x(base) * 100, in points; missing where x(base) is not above zero. The base is any
 * period that x is known of: where x is a sum, both are taken by the month, so that a month
 * compares with the average of a year.
 */
const struct series *operator_index(struct arena *arena, const struct series *series,
                                    struct period base);

/*
 * x(t) / total(t) * 100, of the same period in both: a month is no part of a sum to date.
 * Missing where the total is not above zero. Callers ask mismatch_in_total() first.
 */
const struct series *operator_share(struct arena *arena, const struct series *part,
                                    const struct series *total);

/* x(t) / (x(January) + ... + x(t)) * 100: how much of the year so far the month is. Of a
 * rate and of a sum to date an empty series. */
const struct series *operator_share_of_year(struct arena *arena,
                                            const struct series *series);

/*
 * (x(t) - x(base)) / total(base) * 100, in percentage points. Over all parts and the rest
 * they add up to the computed rate of the total, exactly.
 */
const struct series *operator_contribution(struct arena *arena, const struct series *part,
                                           const struct series *total, enum rate_base base);

/*
 * value(t) / quantity(t), unit "USD/t"; missing where the quantity is not above zero.
 * Callers ask mismatch_of_rows() first.
 */
const struct series *operator_unit_value(struct arena *arena, const struct series *value,
                                         const struct series *quantity);

/*
 * The same period of the n years before: their mean, median (of an even number the mean of
 * the middle two), least and largest. Missing unless all n are known. The median is what
 * is called usual: one year that was shut down does not move it. There are results too at
 * longer periods that only earlier years have, where x(t) can be summed.
 */
enum years_statistic { YEARS_MEAN, YEARS_MEDIAN, YEARS_MINIMUM, YEARS_MAXIMUM };

enum { OPERATOR_YEARS_MAX = 50 };

const struct series *operator_years(struct arena *arena, const struct series *series,
                                    enum years_statistic statistic, int years);

/*
 * x(t) - the median of those years; "pp" for per cent. Of rates on the previous month it is
 * the seasonal comparison: how much more (or less) than usual it rose in this month.
 */
const struct series *operator_against_usual(struct arena *arena,
                                            const struct series *series, int years);

/*
 * Concentration (Herfindahl and Hirschman): the sum of the squares of the members' shares
 * in per cent, 0 to 10,000, of the group's total. What is left of it, the rest, is members
 * that are not known one by one: the value takes it for very many (its square is nothing)
 * with status 'E', and `possible` reaches up to that of a single one. Missing where a
 * member is below zero, or the parts are above the total by more than rounding. A group
 * without a total is all of it: missing where a member is.
 */
const struct series *operator_concentration(struct arena *arena,
                                            const struct series_group *group);

/* 10,000 / that: how many members of equal size would be as concentrated. */
const struct series *operator_equivalent(struct arena *arena,
                                         const struct series *concentration);

/*
 * An exact cover of a period by observations that do not overlap, in calendar
 * order. Among equally good ones the one with the longest first piece, then
 * the longest second, and so on. A piece is derived if its status is 'E'.
 */
struct cover {
    const struct observation **at;
    size_t count;
    struct ratio sum; /* of the pieces */
    struct interval possible; /* for the sum */
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
 * The ranks that it can have: members that are equal within their rounding may stand either
 * way, and of those without a figure as many may be above it as the total leaves room for.
 */
struct interval group_rank_possible(const struct series_group *group,
                                    const struct series *series, struct period period);

/*
 * The sum of the members at each period that one of them has; it has the name of the group,
 * which is not empty. A member that is absent at a period adds nothing to it, as no row of
 * it went into a query; one that is missing or suppressed makes the sum missing. Of rates
 * an empty series.
 */
const struct series *operator_subtotal(struct arena *arena,
                                       const struct series_group *members);

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
