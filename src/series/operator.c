/* SPDX-License-Identifier: MIT */
#include "operator_internal.h"

#include "table/status.h"

#include <assert.h>

struct ratio operator_operand(struct observation observation)
{
    bool is_usable =
        observation_has_value(observation) || ratio_is_overflow(observation.value);
    return is_usable ? observation.value : (struct ratio){0};
}

struct observation operator_result(struct period period, struct ratio value, char status)
{
    struct observation result = {
        .period = period,
        .state = OBSERVATION_VALUE,
        .value = value,
        .places = -1,
        .rounding = ratio_from(0),
        .status = status,
    };
    if (!ratio_is_valid(value)) {
        result.state = OBSERVATION_MISSING;
        result.status = ratio_is_overflow(value) ? 'O' : 'M';
    }
    return result;
}

struct observation operator_base(const struct series *series, struct period period,
                                 enum rate_base base)
{
    assert(base == RATE_PREVIOUS || base == RATE_YEAR_AGO);
    struct period earlier =
        period_shift(period, base == RATE_YEAR_AGO ? -12 : -period.months);
    bool is_comparable = base == RATE_YEAR_AGO || !series->is_to_date;
    const struct observation *found = is_comparable ? series_find(series, earlier) : NULL;
    return found ? *found : (struct observation){.period = earlier, .status = 'M'};
}

struct series *operator_series(struct arena *arena, const struct series *like, str unit)
{
    struct series *series = arena_new(arena, struct series);
    series->name = like->name;
    series->unit = unit;
    series->is_to_date = like->is_to_date;
    series->is_rate = like->is_rate;
    return series;
}

/* The base itself in the place of each observation: a figure as it was published. */
static const struct series *shift(struct arena *arena, const struct series *series,
                                  enum rate_base base)
{
    struct series *result = operator_series(arena, series, series->unit);
    for (size_t i = 0; i < series->count; i++) {
        struct period period = series->at[i].period;
        struct observation earlier = operator_base(series, period, base);
        if (observation_has_value(earlier)) {
            earlier.period = period;
        } else {
            earlier = operator_result(period, operator_operand(earlier), 'M');
        }
        series_add(arena, result, earlier);
    }
    return result;
}

const struct series *operator_previous(struct arena *arena, const struct series *series)
{
    return shift(arena, series, RATE_PREVIOUS);
}

const struct series *operator_year_ago(struct arena *arena, const struct series *series)
{
    return shift(arena, series, RATE_YEAR_AGO);
}

const struct series *operator_change(struct arena *arena, const struct series *series,
                                     enum rate_base base)
{
    bool is_per_cent = str_equal(series->unit, S("%"));
    struct series *result =
        operator_series(arena, series, is_per_cent ? S("pp") : series->unit);
    result->is_rate = true;
    for (size_t i = 0; i < series->count; i++) {
        struct observation value = series->at[i];
        struct observation earlier = operator_base(series, value.period, base);
        struct ratio change =
            ratio_subtract(operator_operand(value), operator_operand(earlier));
        char status = status_weaker(value.status, earlier.status);
        series_add(arena, result, operator_result(value.period, change, status));
    }
    return result;
}

const struct series *operator_share(struct arena *arena, const struct series *part,
                                    const struct series *total)
{
    struct series *result = operator_series(arena, part, S("%"));
    result->is_rate = true;
    for (size_t i = 0; i < part->count; i++) {
        struct observation value = part->at[i];
        const struct observation *found = series_find(total, value.period);
        struct observation whole = found ? *found : (struct observation){.status = 'M'};
        struct ratio share =
            ratio_multiply(ratio_from(100),
                           ratio_divide(operator_operand(value), operator_operand(whole)));
        char status = status_weaker(value.status, whole.status);
        series_add(arena, result, operator_result(value.period, share, status));
    }
    return result;
}

/* The monthly value of the window that is farthest in the direction of `sign`. */
static struct observation extreme(const struct series *series, struct period window,
                                  int sign)
{
    struct observation best = {.period = window, .status = 'M'};
    for (int i = 0; i < window.months; i++) {
        struct period month = {window.first + i, 1};
        struct observation candidate = series_at(series, month);
        if (observation_has_value(candidate) &&
            (!observation_has_value(best) ||
             ratio_compare(candidate.value, best.value) == sign)) {
            best = candidate;
        }
    }
    return best;
}

struct observation series_maximum(const struct series *series, struct period window)
{
    return extreme(series, window, 1);
}

struct observation series_minimum(const struct series *series, struct period window)
{
    return extreme(series, window, -1);
}

const struct observation *operator_overflow(const struct series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        if (ratio_is_overflow(series->at[i].value)) {
            return &series->at[i];
        }
    }
    return NULL;
}
