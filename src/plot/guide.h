/* SPDX-License-Identifier: MIT */
/*
 * Guides: axes, legends, titles and headers as items that are drawn like marks. Points are
 * counted from the corner of the view that a guide stands at.
 */
#ifndef PLOT_GUIDE_H
#define PLOT_GUIDE_H

#include "maker.h"

enum guide_kind { GUIDE_AXIS, GUIDE_LEGEND, GUIDE_TITLE, GUIDE_HEADER };

enum guide_side { SIDE_LEFT, SIDE_RIGHT, SIDE_TOP, SIDE_BOTTOM, SIDE_INSIDE };

/* A label as comparisons want it: its text, and where it stands along the axis. */
struct guide_label {
    str text;
    double at;
    bool is_hidden; /* it would overlap another */
};

struct guide_labels {
    struct guide_label *at;
    size_t count, capacity;
};

struct guide {
    enum guide_kind kind;
    enum guide_side side;
    enum channel_name channel; /* of an axis */
    struct item_groups grid; /* below the marks */
    struct item_groups parts; /* the rest */
    bool is_above; /* parts are drawn above the marks */
    bool is_lifted; /* its parts stand at the edge of a facet, not here */
    rect bounds; /* of the parts */
    point at; /* where it was moved to by the layout */
    struct guide_labels labels;
    str title;
    double offset; /* of a legend: from the view */
    str corner; /* of a legend within the view: "top-left" ... */
};

/* Names of sides: "left" ... "bottom"; others are inside. */
enum guide_side guide_side_named(str word);
str guide_side_word(enum guide_side side);

/* Groups of one kind of item, and an item in it. */
struct item_group *guide_group(struct arena *arena, struct item_groups *groups,
                               enum item_kind kind, str description);
struct item *guide_item(struct arena *arena, struct item_group *group);

/* A line from one point to another. */
struct item *guide_rule(struct arena *arena, struct item_group *group, point from, point to,
                        struct item_paint paint);

/* Paint with one colour: all else opaque and solid. */
struct item_paint guide_fill(color ink, double opacity);
struct item_paint guide_stroke(color ink, double width, double opacity);

/* `titleColor` and the like; what was there where nothing is given. */
color guide_color(const struct maker *maker, const struct bag *bag, str key,
                  color otherwise);
bool guide_paint(const struct maker *maker, const struct bag *bag, str key, color *out);

/* Where parts reach: text is measured. */
rect guide_bounds(struct maker *maker, const struct item_groups *groups,
                  struct error *error);
rect guide_item_bounds(struct maker *maker, const struct item_group *group,
                       const struct item *item, struct error *error);
rect rect_union(rect a, rect b); /* an empty one adds nothing */
rect rect_moved(rect rectangle, point by);

double guide_text_width(struct maker *maker, const struct text_style *style, str text,
                        struct error *error);

#endif
