/* SPDX-License-Identifier: MIT */
/*
 * The house's rules on a plot: what is lit, hatched, labelled and annotated.
 *
 * house_make() lays the specification out twice where labels or events need room that is
 * only known from the marks; what changes marks (colours, hatches) is put into the
 * plot's items; the rest is drawn below and above it.
 */
#ifndef CHART_HOUSE_H
#define CHART_HOUSE_H

#include "canvas.h"
#include "occupancy.h"

#include "plot/plot.h"

/* A view with marks; `at` is its corner in the plot. */
struct house_view {
    struct plot_view *view;
    point at;
};

struct house_views {
    struct house_view *at;
    size_t count, capacity;
};

struct house_label {
    struct item item; /* the last of the line, as it was before that was divided */
    struct text_block text; /* one line, or name and figure on two */
    color hue; /* of what it names */
    bool has_dot; /* at the tip */
    point tip; /* in the plot */
    double placed; /* y of its middle */
};

struct house_labels {
    struct house_label *at;
    size_t count, capacity;
};

struct house {
    const struct canvas *canvas;
    const struct specification *specification; /* without what the caption says */
    struct plot *plot;
    struct house_views views;
    struct house_labels labels; /* of lines */
    double top, label_column; /* room for events; for the labels */
    double padding; /* at the right, as the specification says */
    size_t texts_from; /* items of the scene from there on are of the plot */
};

/* In width by height, or (0) as high as it wants to be. `plot` is NULL after an error. */
struct house house_make(const struct canvas *canvas, double width, double height);
double house_height(const struct canvas *canvas);
double house_width(const struct canvas *canvas); /* at least that of the canvas */
void house_draw(const struct canvas *canvas, rect area);
bool house_has_data(const struct canvas *canvas);

/* Whether a chart may be as high as is asked for: single views without bands from above to
 * below. */
bool house_is_flexible(const struct canvas *canvas);

/* --- what a group of items shows ------------------------------------------------------ */

struct reading {
    const struct datum *value; /* of the axis with numbers, by row; or NULL */
    const struct datum *place; /* of the other one */
    const struct datum *name; /* of the colour, else of the place; or NULL */
    const struct datum *status; /* or NULL */
    const struct datum *months; /* that a row stands for, or NULL */
    bool is_along_x; /* the value is */
};

struct reading house_read(const struct house *house, const struct item_group *group);

/* Where a mark's value is: the end of a bar, the middle of a point. In its view. */
point house_tip(const struct item_group *group, const struct reading *reading,
                const struct item *item);

/* Where a datum of the annotation is along x; NaN where it is not in the view. */
double house_x(const struct house_view *view, struct datum at);
double house_y(const struct house_view *view, struct datum at);

/* A value as its axis would print it; exact where the datum is. */
str house_figure(const struct house *house, const struct item_group *group,
                 const struct reading *reading, struct datum value);

/* --- the rules ------------------------------------------------------------------------ */

void house_widen(struct house *house); /* marks of combined months */
void house_light(struct house *house); /* highlight, compare */
void house_hatch(struct house *house); /* status */

/* Whether the status of a row, which the reading has, is one of those that are hatched. */
bool house_is_uncertain(const struct house *house, const struct reading *reading,
                        size_t row);

void house_draw_gaps(const struct house *house, point at); /* "n.a." between columns */

/* Is that run of missing months wide enough for its "n.a."? Said before a chart is laid
 * out. */
bool house_gap_is_labelled(const struct canvas *canvas, size_t months);

void house_draw_frame(const struct house *house, point at); /* baseline, years, tears */

/* Whether the scale has no place for a value: its bar is cut at the end, and torn. */
bool house_is_cut(const struct house_view *view, const struct reading *reading,
                  const struct item *item);

struct datum house_month(struct period period); /* as rows of months have it */

/* Index of the item that is lit: of the month, else the latest; the count if that
 * has no mark. */
size_t house_lit_item(const struct house *house, const struct item_group *group,
                      const struct reading *reading);
/* The item of the month a year before the lit one; the count if there is none. */
size_t house_year_ago_item(const struct house *house, const struct item_group *group,
                           const struct reading *reading);

/* The series that a line shows, where the chart gives those their colours; or NULL. */
const struct chart_line *house_line(const struct house *house,
                                    const struct item_group *group);

/* Dark enough to be read on the paper: 4.5 to 1. */
color house_legible(const struct canvas *canvas, color hue);

/* Sets the labels of lines, areas and stacks at their right ends, and the width of their
 * column, 0 without any. */
void house_make_end_labels(struct house *house);
bool house_has_end_labels(const struct house *house);
void house_draw_end_labels(const struct house *house, point at);
void house_draw_values(const struct house *house, point at);

/* What is taken in a view whose corner is at a point of the scene. */
struct occupancy house_occupancy(const struct house *house, const struct house_view *view,
                                 point at);

double house_events_height(const struct house *house);
void house_draw_below(const struct house *house, point at);
void house_draw_above(const struct house *house, point at);

#endif
