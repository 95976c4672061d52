/* SPDX-License-Identifier: MIT */
/*
 * Ticks: round positions for a value axis, months for a time axis.
 *
 * Values: the extended Wilkinson search of Talbot, Lin and Hanrahan ("An
 * Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes",
 * InfoVis 2010), flexible mode, weights 0.25, 0.2, 0.5, 0.05. The house set
 * of steps leaves out 3 (0, 30, 60 reads oddly), and its ticks are whole
 * multiples of a step; ticks_search() takes the set and skips as published,
 * so that the published results can be checked.
 */
#ifndef PLOT_TICKS_H
#define PLOT_TICKS_H

#include "base/language.h"
#include "base/str.h"

struct ticks {
    double first, step; /* tick i is first + i * step */
    size_t count;
    int places; /* decimals that the labels need */
};

/* `wanted` at least 2; low < high, both finite. */
struct ticks ticks_search(double low, double high, size_t wanted, const double *steps,
                          size_t step_count);

/* With the house's steps, `wanted` from the height of the plot: one per 28 pt, 3 to 6;
 * never more than 6. */
struct ticks ticks_for_range(double low, double high, double height);

double ticks_at(const struct ticks *ticks, size_t index);

/* The same ticks in another unit: for labels in millions. */
struct ticks ticks_divide(const struct ticks *ticks, double divisor);

/* A label of the time axis: "Jan 2025" at the first and at each January, else "Feb". */
struct month_tick {
    struct period month;
    str text;
    bool has_year;
};

struct month_ticks {
    struct month_tick *at;
    size_t count, capacity;
};

/*
 * Months of a window with `step_pt` between neighbours: every 1, 2, 3, 6 or 12
 * months, at least 26 pt apart (40 where a year stands), the last month always
 * labelled, none rotated. The year stands at the first label and where it
 * changes, which is at January wherever that has room.
 */
struct month_ticks ticks_for_months(struct arena *arena, const struct language *language,
                                    struct period window, double step_pt);

#endif
