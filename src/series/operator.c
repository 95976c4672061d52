/* SPDX-License-Identifier: MIT */
#include "operator_internal.h"

static void add_precedents(struct arena *arena, const struct series *result,
                           struct period period, struct precedents *precedents)
{
    (void)result->derivation->at(arena, result->derivation, period, precedents);
}

struct series *operator_create(struct arena *arena, const struct series *like, str unit,
                               const struct derivation *how)
{
    struct derivation *derivation = arena_new(arena, struct derivation);
    *derivation = *how;
    derivation->precedents = add_precedents;
    struct series *series = arena_new(arena, struct series);
    *series = (struct series){
        .name = like->name,
        .unit = unit,
        .is_to_date = like->is_to_date,
        .is_quarterly = like->is_quarterly,
        .is_rate = like->is_rate,
        .derivation = derivation,
        .query = like->query,
        .measure = like->measure,
        .member = like->member,
    };
    return series;
}

struct observation operator_result(struct period period, struct operand result)
{
    struct observation observation = {
        .period = period,
        .state = OBSERVATION_VALUE,
        .value = result.value,
        .places = -1,
        .possible = result.possible,
        .status = result.status,
    };
    if (!ratio_is_valid(result.value)) {
        observation.state = OBSERVATION_MISSING;
        observation.possible = (struct interval){0};
        observation.status = ratio_is_overflow(result.value) ? 'O' : 'M';
    }
    return observation;
}

static struct observation compute(struct arena *arena, const struct series *result,
                                  struct period period)
{
    return result->derivation->at(arena, result->derivation, period, NULL);
}

void operator_fill(struct arena *arena, struct series *result, const struct series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        series_add(arena, result, compute(arena, result, series->at[i].period));
    }
}

void operator_fill_longer(struct arena *arena, struct series *result,
                          const struct series *series, int shift)
{
    for (size_t i = 0; i < series->count; i++) {
        struct period period = period_shift(series->at[i].period, shift);
        if (period.months == 1 || series_find(result, period)) {
            continue;
        }
        struct observation longer = compute(arena, result, period);
        if (observation_has_value(longer)) {
            series_add(arena, result, longer);
        }
    }
}

struct period operator_span(const struct series *series)
{
    struct period span = {0};
    for (size_t i = 0; i < series->count; i++) {
        struct period period = series->at[i].period;
        int first = i ? span.first : period.first;
        int end =
            period_end(period) > period_end(span) ? period_end(period) : period_end(span);
        span = (struct period){first, end - first};
    }
    return span;
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

/* --- previous, year ago, change --------------------------------------------------------
 */

/* A figure that was published stays one, in the place of the later one. */
static struct observation base_at(struct arena *arena, const struct derivation *how,
                                  struct period period, struct precedents *used)
{
    struct operand base = operand_base(arena, how, how->of, period, used);
    const struct observation *found =
        series_find(how->of, operand_base_period(how, period));
    struct observation result = operator_result(period, base);
    if (found && observation_has_value(result)) {
        result = *found;
        result.period = period;
    }
    return result;
}

static const struct series *shift(struct arena *arena, const struct series *series,
                                  enum rate_base rate)
{
    const struct derivation how = {
        .formula = rate == RATE_YEAR_AGO ? "x(t - 12 months)" : "x(t - 1)",
        .of = series,
        .rate = rate,
        .at = base_at,
    };
    struct series *result = operator_create(arena, series, series->unit, &how);
    operator_fill(arena, result, series);
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

static struct observation change_at(struct arena *arena, const struct derivation *how,
                                    struct period period, struct precedents *used)
{
    struct operand value = operand_at(arena, how->of, period, used);
    struct operand base = operand_base(arena, how, how->of, period, used);
    return operator_result(period, operand_subtract(value, base));
}

/* Periods at which a series has something to compare with the base. */
void operator_fill_compared(struct arena *arena, struct series *result,
                            const struct series *series)
{
    operator_fill(arena, result, series);
    if (result->derivation->rate == RATE_YEAR_AGO) {
        operator_fill_longer(arena, result, series, 12);
    }
}

const struct series *operator_change(struct arena *arena, const struct series *series,
                                     enum rate_base base)
{
    bool is_year = base == RATE_YEAR_AGO;
    bool is_per_cent = str_equal(series->unit, S("%"));
    const struct derivation how = {
        .formula = is_year ? "x(t) - x(t - 12 months)" : "x(t) - x(t - 1)",
        .of = series,
        .rate = base,
        .at = change_at,
    };
    str unit = is_per_cent ? S("pp") : series->unit;
    struct series *result = operator_create(arena, series, unit, &how);
    result->is_rate = true;
    operator_fill_compared(arena, result, series);
    return result;
}
