/* SPDX-License-Identifier: MIT */
/*
 * Marks: one row of the table and one file each.
 */
#ifndef CHART_MARK_H
#define CHART_MARK_H

#include "canvas.h"

struct mark {
    enum phrase name; /* "Column chart of": opens the alternative text */
    bool has_key;
    bool (*has_data)(const struct canvas *canvas);
    double (*height)(const struct canvas *canvas); /* of the panel */
    void (*draw)(const struct canvas *canvas, rect panel);
};

const struct mark *mark_of(const struct chart *chart);

/* Whether it shows lines: uncertain values are hollow, a gap is just not there. */
bool mark_is_line(const struct chart *chart);

/* Height of a plot, as the chart asks for or by its size. */
double mark_plot_height(const struct chart *chart);

bool bars_has_data(const struct canvas *canvas);
double bars_height(const struct canvas *canvas);
void bars_draw(const struct canvas *canvas, rect area);

double sparkline_height(const struct canvas *canvas);
void sparkline_draw(const struct canvas *canvas, rect area);

#endif
