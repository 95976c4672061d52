/* SPDX-License-Identifier: MIT */
#include "series_internal.h"

#include <assert.h>
#include <string.h>

size_t series_index(const struct series *series, struct period period)
{
    size_t low = 0;
    size_t high = series->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (period_compare(series->at[middle].period, period) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct observation *series_find(const struct series *series, struct period period)
{
    size_t index = series_index(series, period);
    bool is_found = index < series->count && period_equal(series->at[index].period, period);
    return is_found ? &series->at[index] : NULL;
}

struct period series_period(const struct series *series, struct period period)
{
    if (period.months != 1) {
        return period;
    }
    if (series->is_to_date) {
        return period_to_date(period);
    }
    bool ends_quarter = period_end(period) % 3 == 0;
    return series->is_quarterly && ends_quarter ? (struct period){period.first - 2, 3}
                                                : period;
}

struct observation series_at(const struct series *series, struct period period)
{
    period = series_period(series, period);
    const struct observation *found = series_find(series, period);
    return found ? *found : (struct observation){.period = period, .status = 'M'};
}

bool observation_has_value(struct observation observation)
{
    return observation.state == OBSERVATION_VALUE;
}

int observation_places(struct observation observation, str unit)
{
    bool is_rate = str_equal(unit, S("%")) || str_equal(unit, S("pp"));
    bool is_index = str_equal(unit, S("points"));
    return (is_rate || is_index) && observation.places != 0;
}

void series_add(struct arena *arena, struct series *series, struct observation observation)
{
    bool is_last = !series->count || period_compare(series->at[series->count - 1].period,
                                                    observation.period) < 0;
    size_t index = is_last ? series->count : series_index(series, observation.period);
    assert(index == series->count ||
           !period_equal(series->at[index].period, observation.period));
    (void)arena_push(arena, series);
    struct observation *place = series->at + index;
    memmove(place + 1, place, (series->count - 1 - index) * sizeof *place);
    *place = observation;
}

/* Amounts: where none is below zero, none is above a sum that it is part of. */
static bool has_amounts(const struct series *series)
{
    bool is_amount = !series->is_rate;
    for (size_t i = 0; i < series->count && is_amount; i++) {
        is_amount =
            !observation_has_value(series->at[i]) || ratio_sign(series->at[i].value) >= 0;
    }
    return is_amount;
}

bool series_is_below(const struct series *series, struct period period, struct ratio value)
{
    for (size_t i = 0; i < series->count; i++) {
        const struct observation *longer = &series->at[i];
        if (period_contains(longer->period, period) && observation_has_value(*longer) &&
            ratio_compare(longer->value, value) < 0) {
            return has_amounts(series);
        }
    }
    return false;
}
