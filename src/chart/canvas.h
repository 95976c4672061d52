/* SPDX-License-Identifier: MIT */
/*
 * Canvas: what every part of a chart needs while it is measured and drawn,
 * and the few drawing words that all marks share.
 *
 * While a chart is measured, `scene` is NULL and nothing is drawn.
 */
#ifndef CHART_CANVAS_H
#define CHART_CANVAS_H

#include "chart/chart.h"
#include "chart/figure.h"

struct canvas {
    struct arena *arena;
    const struct chart *chart;
    const struct theme *theme;
    struct fonts *fonts;
    struct error *error;
    struct scene *scene;
    double width;
};

color canvas_color(const struct canvas *canvas, enum theme_color name);
/* The colour of an entity's marks (0 or above): dark enough to be seen as a line. */
color canvas_entity(const struct canvas *canvas, int entity);

struct paint canvas_stroke(const struct canvas *canvas, enum theme_color name,
                           double width);

/* A figure as it is printed, noted in the chart's log. */
str canvas_figure(const struct canvas *canvas, const struct series *series,
                  struct observation observation, struct figure_style style);

/* One line in a style of the theme, in the style's colour or another one. */
struct text_line canvas_line(const struct canvas *canvas, enum theme_style style, str text);
struct text_line canvas_line_in(const struct canvas *canvas, enum theme_style style,
                                color ink, str text);

/* The text, or as many of its characters as fit before an ellipsis. */
struct text_line canvas_fit(const struct canvas *canvas, enum theme_style style, str text,
                            double width);

/* Lines broken to a width; `indent` is that of the first. Places in errors are the chart's.
 */
struct text_block canvas_block(const struct canvas *canvas, enum theme_style style,
                               str text, struct text_layout layout);

/* How far below its middle a line of capitals has its baseline. */
double canvas_half_cap(const struct canvas *canvas, enum theme_style style);

/* Text that may cross marks: with a white halo. */
void canvas_text(const struct canvas *canvas, const struct text_line *line, point at,
                 enum text_align align);

/* A bar: full, or tinted and hatched where its value is not a reported one. */
void canvas_bar(const struct canvas *canvas, rect bar, color hue, bool is_hatched);

/* A triangle of 5 x 4.5 pt with its middle at `center`: up for 1, down for -1. */
void canvas_arrow(const struct canvas *canvas, point center, int sign, color hue);

#endif
