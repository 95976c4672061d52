/* SPDX-License-Identifier: MIT */
/*
 * Axes: values and their labels along a side of a view, with Vega's rules for which labels
 * are left out, and the house's, where the look asks for them: ticks.h's search, months by
 * name, values above their grid lines in a gutter beside the plot.
 */
#ifndef PLOT_AXIS_H
#define PLOT_AXIS_H

#include "guide.h"
#include "label_format.h"
#include "scale_plan.h"

struct axis_request {
    const struct scale_plan *plan;
    const struct models *units; /* whose axis it is */
    const struct scale *scale;
    double width, height; /* of the view */
    const struct scale *cross; /* of the view's other direction, or NULL */
    bool is_second; /* of two: without a grid */
    bool is_opposite; /* its side is taken */
};

/* NULL: it is disabled; or an error. */
struct guide *axis_make(struct maker *maker, const struct axis_request *request,
                        struct error *error);

/* Where it would stand. */
enum guide_side axis_side(struct maker *maker, const struct axis_request *request,
                          enum guide_side otherwise);

/* --- parts: axis_ticks.c, axis_months.c, axis_labels.c
 * ------------------------------------------------------ */

struct axis_tick {
    struct datum value;
    double at; /* along the axis: its middle */
    str text;
    bool is_major; /* has a label */
};

struct axis_ticks {
    struct axis_tick *at;
    size_t count, capacity;
    bool are_months; /* placed and named by the house's rule */
};

struct axis {
    struct maker *maker;
    const struct axis_request *request;
    const struct channel *def; /* of the first unit */
    struct bag bag;
    enum guide_side side;
    bool is_x, is_band;
    double length; /* along it */
    double shift; /* half a point, as Vega draws lines */
    struct axis_ticks ticks;
};

bool axis_find_ticks(struct axis *axis, struct error *error);

/* Months by the house's rule, where the look asks for them and the axis shows such. */
bool axis_find_months(struct axis *axis);

/* Numbers with the language's words and their unit, where `formatType` asks for them. */
bool axis_shows_figures(const struct axis *axis);
void axis_print_figures(struct axis *axis);

bool axis_add_labels(struct axis *axis, struct guide *guide, struct error *error);
bool axis_add_title(struct axis *axis, struct guide *guide, struct error *error);

/* Values above their grid lines: the labels, and the grid through their gutter. */
bool axis_is_above_grid(const struct axis *axis);
bool axis_add_above_grid(struct axis *axis, struct guide *guide, struct error *error);

/* A point `across` the axis, outwards from the view, at a position along it. */
point axis_point(const struct axis *axis, double along, double across);

#endif
