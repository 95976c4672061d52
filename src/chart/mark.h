/* SPDX-License-Identifier: MIT */
/*
 * Marks: one row of the table and one file each.
 */
#ifndef CHART_MARK_H
#define CHART_MARK_H

#include "canvas.h"

#include "chart/slots.h"

struct mark {
    enum phrase name; /* "Column chart of": opens the alternative text */
    enum phrase uncertain; /* "Hatched": how values that are not reported look */
    bool has_key;
    bool (*has_data)(const struct canvas *canvas);
    double (*height)(const struct canvas *canvas); /* of the panel */
    void (*draw)(const struct canvas *canvas, rect panel);
};

const struct mark *mark_of(const struct chart *chart);

/* Height of a plot, as the chart asks for or by its size. */
double mark_plot_height(const struct chart *chart);

/* Columns: is this run of missing months wide enough for its "n.a."? */
bool columns_gap_is_labelled(const struct canvas *canvas, size_t months);

double columns_height(const struct canvas *canvas);
void columns_draw(const struct canvas *canvas, rect area);

bool bars_has_data(const struct canvas *canvas);
double bars_height(const struct canvas *canvas);
void bars_draw(const struct canvas *canvas, rect area);

double lines_height(const struct canvas *canvas);
void lines_draw(const struct canvas *canvas, rect area);

double sparkline_height(const struct canvas *canvas);
void sparkline_draw(const struct canvas *canvas, rect area);

#endif
