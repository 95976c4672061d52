/* SPDX-License-Identifier: MIT */
#include "series/finding.h"

#include "series_internal.h"

/* Whether the month is known to be below the value (above it, for a low). */
static bool is_beyond(const struct series *series, struct period month, struct ratio value,
                      bool is_high)
{
    struct observation observation = series_at(series, month);
    if (observation_has_value(observation)) {
        return ratio_compare(observation.value, value) == (is_high ? -1 : 1);
    }
    return is_high && series_is_below(series, month, value);
}

static struct since look_back(const struct series *series, struct period period,
                              bool is_high)
{
    struct since since = {.is_high = is_high};
    struct observation now = series_at(series, period);
    bool is_sum_to_date = series->is_to_date && !series->is_rate;
    if (period.months != 1 || is_sum_to_date || !observation_has_value(now)) {
        return since;
    }
    struct period month = period_shift(period, -1);
    while (is_beyond(series, month, now.value, is_high)) {
        since.months++;
        month = period_shift(month, -1);
    }
    if (observation_has_value(series_at(series, month))) {
        since.month = month;
    }
    return since;
}

struct since finding_high_since(const struct series *series, struct period period)
{
    return look_back(series, period, true);
}

struct since finding_low_since(const struct series *series, struct period period)
{
    return look_back(series, period, false);
}

/* A period of a to-date series goes by its last month, so that the steps are months. */
static struct period step_of(const struct series *changes, struct period period)
{
    return changes->is_to_date ? period_last_month(period) : period;
}

/* 0 where the change is not known, too. */
static int sign_at(const struct series *changes, struct period period)
{
    struct observation change = series_at(changes, period);
    return observation_has_value(change) ? ratio_sign(change.value) : 0;
}

/* How many periods in a row have the sign, from `*period` back; it becomes the one before
 * them. */
static size_t run_of(const struct series *changes, int sign, struct period *period)
{
    size_t count = 0;
    while (sign && sign_at(changes, *period) == sign) {
        count++;
        *period = period_shift(*period, -period->months);
    }
    return count;
}

struct streak finding_streak(const struct series *changes, struct period period)
{
    struct period before = step_of(changes, period);
    struct streak streak = {.sign = sign_at(changes, before)};
    streak.count = run_of(changes, streak.sign, &before);
    streak.is_exact = streak.sign && observation_has_value(series_at(changes, before));
    return streak;
}

size_t finding_first_after(const struct series *changes, struct period period)
{
    period = step_of(changes, period);
    struct period before = period_shift(period, -period.months);
    return run_of(changes, -sign_at(changes, period), &before);
}
