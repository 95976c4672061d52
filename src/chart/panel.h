/* SPDX-License-Identifier: MIT */
/*
 * Panel: what charts over time have around their marks: the value axis with
 * its grid, the months, the events.
 *
 * From the top: rows of event labels, room for a label above the highest
 * mark, the plot, the labels of the months. From the left: the plot, a
 * column for the labels of lines, the gutter of the value axis.
 */
#ifndef CHART_PANEL_H
#define CHART_PANEL_H

#include "axis.h"
#include "event.h"

struct panel {
    const struct canvas *canvas;
    rect area, plot;
    double step; /* width of a month */
    struct axis axis;
    struct events events;
};

/* Height around a plot of the given height. */
double panel_height(const struct canvas *canvas, double plot_height);

struct panel panel_create(const struct canvas *canvas, rect area, struct domain domain,
                          double label_column);

double panel_x(const struct panel *panel, double slot); /* left edge of a month */
double panel_y(const struct panel *panel, double value);
double panel_y_of(const struct panel *panel, struct ratio value);

/* Below the marks: the grid, and the rules of the events. */
void panel_draw_ground(const struct panel *panel);

/* Above them: baseline and months, with a tick for each month, and the events' labels. */
void panel_draw_frame(const struct panel *panel, bool has_ticks);

#endif
