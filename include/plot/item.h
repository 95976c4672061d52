/* SPDX-License-Identifier: MIT */
/*
 * Items: marks with all their visual values settled, in points from the top left
 * corner of their view. Between them and the scene there is only drawing.
 *
 * What a kind of mark uses:
 *   rect (bar, rect, image): x, y to x2, y2 (x <= x2, y <= y2), corner_radius
 *   rule, tick as rule or rect: x, y to x2, y2
 *   symbol (point, circle, square): x, y, size (area), shape, angle
 *   text: x, y, dx, dy, text, align, baseline, angle (degrees clockwise), limit, font
 *   arc: x, y, start_angle, end_angle (radians from 12 o'clock), inner_, outer_radius,
 *        pad_angle, corner_radius
 *   line, trail: x, y, (size), is_defined: points of one path; area: x, y to x2, y2
 *   shape: geometry through a projection
 */
#ifndef PLOT_ITEM_H
#define PLOT_ITEM_H

#include "grammar/geography.h"
#include "grammar/view.h"
#include "scene/scene.h"

enum item_kind {
    ITEM_RECT,
    ITEM_RULE,
    ITEM_SYMBOL,
    ITEM_TEXT,
    ITEM_ARC,
    ITEM_LINE,
    ITEM_AREA,
    ITEM_TRAIL,
    ITEM_SHAPE,
};

struct item_paint {
    bool has_fill, has_stroke;
    color fill, stroke;
    double opacity, fill_opacity, stroke_opacity; /* multiplied when drawn */
    double stroke_width;
    const double *dash; /* or NULL */
    size_t dash_count;
    double dash_offset;
    bool has_round_cap, has_square_cap, has_round_join;
    bool is_hatched; /* provisional, estimated: tinted and hatched, hollow symbols */
};

struct item {
    double x, y, x2, y2;
    double size, angle;
    double start_angle, end_angle, inner_radius, outer_radius, pad_angle;
    double corner_radius[4]; /* top left, top right, bottom right, bottom left */
    struct item_paint paint;
    str shape; /* "circle" ..., or an SVG path */
    struct str_list text; /* lines */
    enum text_align align;
    enum {
        BASELINE_ALPHABETIC,
        BASELINE_TOP,
        BASELINE_MIDDLE,
        BASELINE_BOTTOM,
        BASELINE_LINE_TOP,
        BASELINE_LINE_BOTTOM
    } baseline;
    double dx, dy, limit;
    const struct text_style *font;
    double line_height;
    const struct shape *geometry;
    bool is_defined; /* false: the path has a gap here */
    size_t row; /* of the frame that it was made from */
};

struct items {
    struct item *at;
    size_t count, capacity;
};

/* Items that are drawn as one: all of a mark, or the points of one line. */
struct item_group {
    enum item_kind kind;
    enum mark_type mark;
    struct items items;
    str interpolate; /* line, area: "linear", "monotone", "step-after" ... */
    double tension; /* NaN: the curve's own */
    bool is_horizontal; /* area, trail, line: along y; bars: lying */
    bool is_clipped; /* to the view */
    const struct projection *projection; /* ITEM_SHAPE */
    const struct frame *frame; /* that `row` counts in */
    const struct view *unit; /* that it belongs to */
    str columns[CHANNEL_COUNT]; /* of the frame, by what they show; or empty */
    str description; /* for the alternative text, or empty */
};

struct item_groups {
    struct item_group *at;
    size_t count, capacity;
};

/* Draws into the scene with the view's corner at `at`. A line of a million points is
 * thinned out to what can be seen (least and greatest of each column of half a point). */
void item_draw(struct scene *scene, struct fonts *fonts, const struct item_group *group,
               point at, rect view, struct error *error);

#endif
