/* SPDX-License-Identifier: MIT */
/*
 * The same period of earlier years: what is usual for it.
 *
 * Whatever is taken of sorted numbers does not fall where one of them rises, so
 * its interval runs from what is taken of the lower ends to that of the upper.
 */
#include "operator_internal.h"

#include "table/status.h"

#include <assert.h>
#include <stdlib.h>

struct years {
    struct ratio values[OPERATOR_YEARS_MAX], lows[OPERATOR_YEARS_MAX],
        highs[OPERATOR_YEARS_MAX];
    size_t count;
    char status;
    bool has_values, has_intervals;
    struct ratio invalid; /* one that is not valid, where there is one */
};

static struct years gather(struct arena *arena, const struct derivation *how,
                           struct period period, struct precedents *used)
{
    struct years years = {.status = 'A', .has_values = true, .has_intervals = true};
    for (int months = 12; months <= how->months; months += 12) {
        struct operand year =
            operand_at(arena, how->of, period_shift(period, -months), used);
        years.values[years.count] = year.value;
        years.lows[years.count] = year.possible.low;
        years.highs[years.count++] = year.possible.high;
        years.status = status_weaker(years.status, year.status);
        years.has_intervals = years.has_intervals && interval_is_valid(year.possible);
        if (!ratio_is_valid(year.value)) {
            years.has_values = false;
            years.invalid = year.value;
        }
    }
    return years;
}

static int compare(const void *left, const void *right)
{
    const struct ratio *a = left;
    const struct ratio *b = right;
    return ratio_compare(*a, *b);
}

/* The mean of two that stand at these places by size: of one, where they are the same. */
static struct ratio middle(struct ratio *numbers, size_t count, size_t low, size_t high)
{
    qsort(numbers, count, sizeof *numbers, compare);
    return low == high
               ? numbers[low]
               : ratio_divide(ratio_add(numbers[low], numbers[high]), ratio_from(2));
}

static struct operand taken(struct years *years, size_t low, size_t high)
{
    struct operand result = {.status = years->status};
    if (!years->has_values) {
        result.value = years->invalid;
        return result;
    }
    result.value = middle(years->values, years->count, low, high);
    if (years->has_intervals) {
        result.possible = interval_between(middle(years->lows, years->count, low, high),
                                           middle(years->highs, years->count, low, high));
    }
    return result;
}

static struct observation minimum_at(struct arena *arena, const struct derivation *how,
                                     struct period period, struct precedents *used)
{
    struct years years = gather(arena, how, period, used);
    return operator_result(period, taken(&years, 0, 0));
}

static struct observation maximum_at(struct arena *arena, const struct derivation *how,
                                     struct period period, struct precedents *used)
{
    struct years years = gather(arena, how, period, used);
    return operator_result(period, taken(&years, years.count - 1, years.count - 1));
}

static struct operand median(struct arena *arena, const struct derivation *how,
                             struct period period, struct precedents *used)
{
    struct years years = gather(arena, how, period, used);
    return taken(&years, (years.count - 1) / 2, years.count / 2);
}

static struct observation median_at(struct arena *arena, const struct derivation *how,
                                    struct period period, struct precedents *used)
{
    return operator_result(period, median(arena, how, period, used));
}

static struct observation against_median_at(struct arena *arena,
                                            const struct derivation *how,
                                            struct period period, struct precedents *used)
{
    struct operand value = operand_at(arena, how->of, period, used);
    struct operand usual = median(arena, how, period, used);
    return operator_result(period, operand_subtract(value, usual));
}

static struct observation mean_at(struct arena *arena, const struct derivation *how,
                                  struct period period, struct precedents *used)
{
    struct operand sum = {.value = ratio_from(0), .status = 'A'};
    sum.possible = interval_of(sum.value);
    for (int months = 12; months <= how->months; months += 12) {
        struct period earlier = period_shift(period, -months);
        sum = operand_add(sum, operand_at(arena, how->of, earlier, used));
    }
    struct ratio part = {1, how->months / 12};
    return operator_result(period, operand_scale(sum, part));
}

static const struct series *years_of(struct arena *arena, const struct series *series,
                                     str unit, int years, struct derivation how)
{
    assert(years >= 1 && years <= OPERATOR_YEARS_MAX);
    how.of = series;
    how.months = years * 12;
    struct series *result = operator_create(arena, series, unit, &how);
    operator_fill(arena, result, series);
    for (int months = 12; months <= how.months; months += 12) {
        operator_fill_longer(arena, result, series, months);
    }
    return result;
}

const struct series *operator_years(struct arena *arena, const struct series *series,
                                    enum years_statistic statistic, int years)
{
    static const struct derivation statistics[] = {
        [YEARS_MEAN] = {.formula = "mean of x(t - 1 year), ..., x(t - n years)",
                        .at = mean_at},
        [YEARS_MEDIAN] = {.formula = "median of x(t - 1 year), ..., x(t - n years)",
                          .at = median_at},
        [YEARS_MINIMUM] = {.formula = "least of x(t - 1 year), ..., x(t - n years)",
                           .at = minimum_at},
        [YEARS_MAXIMUM] = {.formula = "largest of x(t - 1 year), ..., x(t - n years)",
                           .at = maximum_at},
    };
    return years_of(arena, series, series->unit, years, statistics[statistic]);
}

const struct series *operator_against_usual(struct arena *arena,
                                            const struct series *series, int years)
{
    const struct derivation how = {
        .formula = "x(t) - median of x(t - 1 year), ..., x(t - n years)",
        .at = against_median_at};
    bool is_per_cent = str_equal(series->unit, S("%"));
    return years_of(arena, series, is_per_cent ? S("pp") : series->unit, years, how);
}
