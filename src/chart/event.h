/* SPDX-License-Identifier: MIT */
/*
 * Policy events: a rule at the day, its label beside the top of the rule, in
 * rows above the plot.
 *
 * Up to three events have their labels there, each to the right or left of
 * its rule and in one of three rows, so that no label meets another or the
 * rule of another. More events, or a label wider than half of the chart, are
 * numbered discs, with a key in the notes. Events outside the window are not
 * shown.
 */
#ifndef CHART_EVENT_H
#define CHART_EVENT_H

#include "canvas.h"

/* Where days are on the time axis, and how far labels may reach. */
struct event_space {
    double (*x)(const void *axis, struct date date); /* NaN: not on it */
    const void *axis;
    double low, high; /* labels stay between them */
};

struct event {
    double x; /* of the rule */
    double label_x; /* of the middle of its disc */
    struct text_line label;
    size_t row; /* from the plot up */
    bool is_left; /* of the rule */
};

struct events {
    struct event *at;
    size_t count, capacity;
    bool is_numbered;
    double height; /* of the rows */
};

struct events event_place(const struct canvas *canvas, struct event_space space);

/* From `foot` up to the rows, whose lower edge is at `rows_foot`. */
void event_draw_rules(const struct canvas *canvas, const struct events *events,
                      double rows_foot, double foot);
void event_draw_labels(const struct canvas *canvas, const struct events *events,
                       double rows_foot);

/* "1 Export licences (4 Apr 2025). 2 ...", or empty where labels stand in the plot. */
str event_key(const struct canvas *canvas);

#endif
