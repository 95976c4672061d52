/* SPDX-License-Identifier: MIT */
#include "calendar_step.h"

#include "grammar/clock.h"

#include <math.h>

static const double milliseconds[] = {
    [CALENDAR_MILLISECOND] = 1,      [CALENDAR_SECOND] = 1e3,
    [CALENDAR_MINUTE] = 60e3,        [CALENDAR_HOUR] = 3600e3,
    [CALENDAR_DAY] = 86400e3,        [CALENDAR_WEEK] = 7 * 86400e3,
    [CALENDAR_MONTH] = 30 * 86400e3, /* nominal, to choose by */
    [CALENDAR_YEAR] = 365 * 86400e3,
};

static const struct calendar_step ladder[] = {
    {CALENDAR_SECOND, 1},  {CALENDAR_SECOND, 5},  {CALENDAR_SECOND, 15},
    {CALENDAR_SECOND, 30}, {CALENDAR_MINUTE, 1},  {CALENDAR_MINUTE, 5},
    {CALENDAR_MINUTE, 15}, {CALENDAR_MINUTE, 30}, {CALENDAR_HOUR, 1},
    {CALENDAR_HOUR, 3},    {CALENDAR_HOUR, 6},    {CALENDAR_HOUR, 12},
    {CALENDAR_DAY, 1},     {CALENDAR_DAY, 2},     {CALENDAR_WEEK, 1},
    {CALENDAR_MONTH, 1},   {CALENDAR_MONTH, 3},   {CALENDAR_YEAR, 1},
};

bool calendar_step_named(str word, struct calendar_step *step)
{
    static const struct {
        str word;
        struct calendar_step step;
    } names[] = {
        {S("millisecond"), {CALENDAR_MILLISECOND, 1}},
        {S("second"), {CALENDAR_SECOND, 1}},
        {S("minute"), {CALENDAR_MINUTE, 1}},
        {S("hour"), {CALENDAR_HOUR, 1}},
        {S("day"), {CALENDAR_DAY, 1}},
        {S("week"), {CALENDAR_WEEK, 1}},
        {S("month"), {CALENDAR_MONTH, 1}},
        {S("quarter"), {CALENDAR_MONTH, 3}},
        {S("year"), {CALENDAR_YEAR, 1}},
    };
    str singular = str_ends(word, S("s")) ? str_slice(word, 0, word.length - 1) : word;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (str_equal(singular, names[i].word)) {
            *step = names[i].step;
            return true;
        }
    }
    return false;
}

static double span_of(struct calendar_step step)
{
    return step.every * milliseconds[step.unit];
}

struct calendar_step calendar_step_for(double low, double high, double count)
{
    double target = fabs(high - low) / count;
    size_t above = 0;
    while (above < COUNT_OF(ladder) && span_of(ladder[above]) <= target) {
        above++;
    }
    if (above == COUNT_OF(ladder)) {
        double year = milliseconds[CALENDAR_YEAR];
        return (struct calendar_step){CALENDAR_YEAR,
                                      fabs(steps_distance(low / year, high / year, count))};
    }
    if (above == 0) {
        return (struct calendar_step){CALENDAR_MILLISECOND,
                                      fmax(fabs(steps_distance(low, high, count)), 1)};
    }
    bool is_nearer_below =
        target / span_of(ladder[above - 1]) < span_of(ladder[above]) / target;
    return ladder[is_nearer_below ? above - 1 : above];
}

/* In whole multiples of `every`, counted from `origin`. */
static double floor_part(double part, double origin, double every)
{
    return floor((part - origin) / every) * every + origin;
}

double calendar_step_floor(struct calendar_step step, double time)
{
    struct clock clock = clock_at(time);
    double year = (double)clock.year;
    switch (step.unit) {
    case CALENDAR_DAY:
        return clock_of(year, clock.month, floor_part(clock.date, 1, step.every), 0, 0, 0,
                        0);
    case CALENDAR_WEEK:
        return clock_of(year, clock.month, clock.date - clock.day, 0, 0, 0, 0);
    case CALENDAR_MONTH:
        return clock_of(year, floor_part(clock.month, 0, step.every), 1, 0, 0, 0, 0);
    case CALENDAR_YEAR:
        return clock_of(floor_part(year, 0, step.every), 0, 1, 0, 0, 0, 0);
    default:
        return floor(time / span_of(step)) * span_of(step);
    }
}

/* Every second day begins anew with each month. */
static double day_after(double start, double every)
{
    struct clock clock = clock_at(start);
    double next = clock_of((double)clock.year, clock.month, clock.date + every, 0, 0, 0, 0);
    double month = clock_of((double)clock.year, clock.month + 1, 1, 0, 0, 0, 0);
    return fmin(next, month);
}

double calendar_step_after(struct calendar_step step, double time)
{
    double start = calendar_step_floor(step, time);
    struct clock clock = clock_at(start);
    double year = (double)clock.year;
    switch (step.unit) {
    case CALENDAR_DAY:
        return day_after(start, step.every);
    case CALENDAR_MONTH:
        return clock_of(year, fmin(clock.month + step.every, 12), 1, 0, 0, 0, 0);
    case CALENDAR_YEAR:
        return clock_of(year + step.every, 0, 1, 0, 0, 0, 0);
    default:
        return start + span_of(step);
    }
}

struct doubles calendar_steps(struct arena *arena, struct calendar_step step, double low,
                              double high)
{
    struct doubles list = {0};
    double time = calendar_step_floor(step, low);
    if (time < low) {
        time = calendar_step_after(step, time);
    }
    while (time <= high && list.count < 10000) {
        *arena_push(arena, &list) = time;
        time = calendar_step_after(step, time);
    }
    return list;
}
