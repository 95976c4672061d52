/* SPDX-License-Identifier: MIT */
/*
 * The value axis: a domain with its ticks and their labels, which stand at
 * the right, each 1 pt above its grid line, in a gutter that nothing else
 * enters.
 */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "canvas.h"
#include "scale.h"

#include "chart/figure.h"
#include "chart/ticks.h"

struct domain {
    double low, high; /* of the data, with zero where the mark needs it */
    bool is_broken; /* does not reach down to zero: the axis says so */
    bool is_diverging; /* changes: signs on the labels */
    struct figure_style figures;
};

struct axis {
    struct domain domain;
    struct ticks ticks;
    struct text_line *labels; /* one per tick */
    double gutter; /* widest label and 4 pt */
    struct scale scale; /* low and high are set; the panel puts it in place */
};

struct axis axis_create(const struct canvas *canvas, struct domain domain, double height);

/* Grid lines from `left` to `right`, with labels right-aligned at `right`. */
void axis_draw_grid(const struct canvas *canvas, const struct axis *axis, double left,
                    double right);

/* The line at zero, or the foot of a broken axis with its zigzag. */
void axis_draw_baseline(const struct canvas *canvas, const struct axis *axis, double left,
                        double right);

#endif
