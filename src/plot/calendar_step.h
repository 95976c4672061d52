/* SPDX-License-Identifier: MIT */
/*
 * Steps of the calendar, as d3-time has them: every third month, every second day. Times
 * are milliseconds since 1970 in UTC.
 */
#ifndef PLOT_CALENDAR_STEP_H
#define PLOT_CALENDAR_STEP_H

#include "base/str.h"
#include "steps.h"

enum calendar_unit {
    CALENDAR_MILLISECOND,
    CALENDAR_SECOND,
    CALENDAR_MINUTE,
    CALENDAR_HOUR,
    CALENDAR_DAY,
    CALENDAR_WEEK, /* from Sunday */
    CALENDAR_MONTH,
    CALENDAR_YEAR,
};

struct calendar_step {
    enum calendar_unit unit;
    double every;
};

/* "month", "week" ...; false if the word is no unit. A quarter is every third month. */
bool calendar_step_named(str word, struct calendar_step *step);

/* The step that makes about `count` of the span. */
struct calendar_step calendar_step_for(double low, double high, double count);

double calendar_step_floor(struct calendar_step step, double time);
double calendar_step_after(struct calendar_step step, double time); /* the first beyond */

/* All from low to high, both included. */
struct doubles calendar_steps(struct arena *arena, struct calendar_step step, double low,
                              double high);

#endif
