/* SPDX-License-Identifier: MIT */
#include "series/record.h"

#include "operator_internal.h"
#include "series_internal.h"

/* Compares `now` with one earlier period; false where it does not hold or is not known. */
static bool beats(struct record *record, const struct series *series,
                  struct observation now, struct observation earlier)
{
    if (!observation_has_value(earlier)) {
        return record->sign > 0 && series_is_below(series, earlier.period, now.value);
    }
    struct interval apart = record->sign > 0
                                ? interval_subtract(now.possible, earlier.possible)
                                : interval_subtract(earlier.possible, now.possible);
    bool is_apart = interval_is_valid(apart) && ratio_sign(apart.low) > 0;
    bool is_best = !observation_has_value(record->before) ||
                   ratio_compare(earlier.value, record->before.value) == record->sign;
    record->before = is_best ? earlier : record->before;
    record->is_certain = record->is_certain && is_apart;
    return ratio_compare(now.value, earlier.value) == record->sign;
}

static struct observation known_at(struct arena *arena, const struct series *series,
                                   struct period period)
{
    const struct observation *found = series_find(series, period);
    return found ? *found
                 : operator_result(period, operand_at(arena, series, period, NULL));
}

/* The month with which the known figures begin: rates have none in their first year. */
static struct period first_known(const struct series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        if (observation_has_value(series->at[i])) {
            return (struct period){series->at[i].period.first, 1};
        }
    }
    return (struct period){0};
}

static int step_of(struct period period)
{
    switch (period_kind(period)) {
    case PERIOD_MONTH:
        return 1;
    case PERIOD_QUARTER:
        return 3;
    default:
        return 12;
    }
}

struct record record_at(struct arena *arena, const struct series *series,
                        struct period period)
{
    period = series_period(series, period);
    struct observation now = known_at(arena, series, period);
    int step = step_of(period);
    struct record none = {.first = first_known(series)};
    if (!observation_has_value(now) || series->is_to_date) {
        return none;
    }
    for (int sign = 1; sign >= -1; sign -= 2) {
        struct record record = {.sign = sign, .first = none.first, .is_certain = true};
        bool holds = true;
        for (struct period earlier = period_shift(period, -step);
             holds && earlier.first >= none.first.first;
             earlier = period_shift(earlier, -step)) {
            holds = beats(&record, series, now, known_at(arena, series, earlier));
            record.count++;
        }
        if (holds && record.count) {
            return record;
        }
    }
    return none;
}

static bool has_sign(const struct series *series, struct period month, int sign)
{
    struct observation observation = series_at(series, month);
    return observation_has_value(observation) && ratio_sign(observation.value) == sign;
}

struct first_in record_first_in(const struct series *series, struct period month)
{
    struct first_in first = {0};
    if (month.months != 1 || series->is_to_date || !has_sign(series, month, 1)) {
        return first;
    }
    month = period_shift(month, -1);
    while (has_sign(series, month, 0)) {
        first.count++;
        month = period_shift(month, -1);
    }
    first.is_exact = first.count && has_sign(series, month, 1);
    return first;
}
