/* SPDX-License-Identifier: MIT */
#include "operand_internal.h"

#include "table/status.h"

struct operand operand_from(struct observation observation)
{
    struct operand operand = {.status = observation.status};
    if (observation_has_value(observation)) {
        operand.value = observation.value;
        operand.possible = observation.possible;
    } else if (ratio_is_overflow(observation.value)) {
        operand.value = observation.value;
    }
    return operand;
}

static void note(struct arena *arena, const struct series *series,
                 struct observation observation, struct precedents *used)
{
    if (used) {
        *arena_push(arena, used) = (struct precedent){series, observation};
    }
}

/* Whether a figure that lies within the period has the month. */
static bool has_month(const struct series *series, struct period period,
                      struct period month)
{
    for (size_t i = 0; i < series->count; i++) {
        const struct observation *piece = &series->at[i];
        if (observation_has_value(*piece) && period_contains(period, piece->period) &&
            period_contains(piece->period, month)) {
            return true;
        }
    }
    return false;
}

/* What a cover fails for: the first month that nothing has, or all of them. */
static struct period gap_in(const struct series *series, struct period period)
{
    int missing = 0;
    struct period first = {0};
    for (int i = period.months - 1; i >= 0; i--) {
        struct period month = {period.first + i, 1};
        if (!has_month(series, period, month)) {
            first = month;
            missing++;
        }
    }
    return missing && missing < period.months ? first : period;
}

static void note_gap(struct arena *arena, const struct series *series, struct period period,
                     struct precedents *used)
{
    if (!used) {
        return;
    }
    struct period gap = gap_in(series, period);
    const struct observation *found = series_find(series, gap);
    note(arena, series, found ? *found : (struct observation){.period = gap, .status = 'M'},
         used);
}

struct operand operand_cover(struct arena *arena, const struct series *series,
                             struct period period, struct precedents *used)
{
    struct cover cover;
    if (!series_cover(arena, series, period, COVER_COARSE, &cover)) {
        note_gap(arena, series, period, used);
        return (struct operand){.status = 'M'};
    }
    for (size_t i = 0; i < cover.count; i++) {
        note(arena, series, *cover.at[i], used);
    }
    return (struct operand){cover.sum, cover.possible, cover.status};
}

/* The observation of exactly that period. */
static struct operand operand_found(struct arena *arena, const struct series *series,
                                    struct period period, struct precedents *used)
{
    const struct observation *found = series_find(series, period);
    struct observation observation =
        found ? *found : (struct observation){.period = period, .status = 'M'};
    note(arena, series, observation, used);
    return operand_from(observation);
}

struct operand operand_at(struct arena *arena, const struct series *series,
                          struct period period, struct precedents *used)
{
    bool can_be_sum = period.months > 1 && !series->is_to_date && !series->is_rate;
    return can_be_sum && !series_find(series, period)
               ? operand_cover(arena, series, period, used)
               : operand_found(arena, series, period, used);
}

struct operand operand_base(struct arena *arena, const struct derivation *how,
                            const struct series *series, struct period period,
                            struct precedents *used)
{
    struct period base = operand_base_period(how, period);
    if (how->rate == RATE_YEAR_AGO) {
        return operand_at(arena, series, base, used);
    }
    return series->is_to_date ? (struct operand){.status = 'M'}
                              : operand_found(arena, series, base, used);
}

struct period operand_base_period(const struct derivation *how, struct period period)
{
    return period_shift(period, how->rate == RATE_YEAR_AGO ? -12 : -period.months);
}

struct operand operand_add(struct operand a, struct operand b)
{
    return (struct operand){ratio_add(a.value, b.value),
                            interval_add(a.possible, b.possible),
                            status_weaker(a.status, b.status)};
}

struct operand operand_subtract(struct operand a, struct operand b)
{
    return (struct operand){ratio_subtract(a.value, b.value),
                            interval_subtract(a.possible, b.possible),
                            status_weaker(a.status, b.status)};
}

struct operand operand_divide(struct operand a, struct operand b)
{
    return (struct operand){ratio_divide(a.value, b.value),
                            interval_divide(a.possible, b.possible),
                            status_weaker(a.status, b.status)};
}

struct operand operand_scale(struct operand operand, struct ratio factor)
{
    operand.value = ratio_multiply(operand.value, factor);
    operand.possible = interval_scale(operand.possible, factor);
    return operand;
}

/* Of what is not above zero there is no part, and no growth: from -10 to 20 is no 300%. */
static struct operand above_zero(struct operand operand)
{
    if (ratio_is_valid(operand.value) && ratio_sign(operand.value) <= 0) {
        operand.value = (struct ratio){0};
    }
    if (ratio_sign(operand.possible.low) <= 0) {
        operand.possible = (struct interval){0};
    }
    return operand;
}

struct operand operand_per_cent(struct operand part, struct operand whole)
{
    return operand_scale(operand_divide(part, above_zero(whole)), ratio_from(100));
}

/* As 100 x / b - 100, in which the base stands once: its interval is the sharpest. */
struct operand operand_growth(struct operand value, struct operand base)
{
    struct ratio all = ratio_from(100);
    struct operand growth = operand_per_cent(value, base);
    growth.value = ratio_subtract(growth.value, all);
    growth.possible = interval_subtract(growth.possible, interval_of(all));
    return growth;
}
