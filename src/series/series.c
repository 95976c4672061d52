/* SPDX-License-Identifier: MIT */
#include "series/series.h"

#include <assert.h>
#include <string.h>

/* Index of the first observation whose period does not come before `period`. */
static size_t lower_bound(const struct series *series, struct period period)
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
    size_t index = lower_bound(series, period);
    bool is_found = index < series->count && period_equal(series->at[index].period, period);
    return is_found ? &series->at[index] : NULL;
}

struct observation series_at(const struct series *series, struct period period)
{
    if (series->is_to_date && period.months == 1) {
        period = period_to_date(period);
    }
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
    return is_rate && observation.places != 0;
}

void series_add(struct arena *arena, struct series *series, struct observation observation)
{
    size_t index = lower_bound(series, observation.period);
    assert(index == series->count ||
           !period_equal(series->at[index].period, observation.period));
    (void)arena_push(arena, series);
    struct observation *place = series->at + index;
    memmove(place + 1, place, (series->count - 1 - index) * sizeof *place);
    *place = observation;
}
