/* SPDX-License-Identifier: MIT */
/*
 * Spots: where marks stand along x, y, theta and radius, by Vega-Lite's rules: in the
 * middle of their band or bin, at the end of their stack, from zero, across a bin.
 */
#ifndef PLOT_SPOT_H
#define PLOT_SPOT_H

#include "model.h"
#include "visual.h"

/* The unit whose items are being made, with its view's room. */
struct unit_view {
    struct maker *maker;
    const struct model *unit;
    const struct frame *frame; /* the cell's rows */
    double width, height;
    const struct scale *scales[CHANNEL_COUNT]; /* or NULL */
};

/* One end of a mark, in points. */
struct spot {
    enum {
        SPOT_NONE,
        SPOT_FIXED, /* at `fixed` */
        SPOT_VALUE, /* the datum or column `start` through the scale, without: in points */
        SPOT_BETWEEN /* `part` of the way from `start` to `end` */
    } kind;
    double fixed;
    const struct scale *scale;
    const struct datum *start, *end;
    struct datum literal; /* where `start` is NULL */
    double part;
    double shift; /* added: of the mark, and in bands */
    const struct spot *offset; /* added: of xOffset and yOffset; or NULL */
    bool shows_invalid; /* a missing value stands at zero, or where the domain starts */
};

double spot_at(const struct spot *spot, size_t row); /* NaN: nowhere */

enum default_spot { DEFAULT_NOWHERE, DEFAULT_MIDDLE, DEFAULT_ZERO, DEFAULT_FAR };

/* Where a mark stands that has no extent along the channel. */
struct spot spot_point(const struct unit_view *view, enum channel_name name,
                       enum default_spot otherwise);

/* Both ends of a mark along a channel: two places, or one and a size. */
struct span {
    struct spot from, to;
    bool has_size; /* then `to` is not used: */
    struct visual size;
    double size_fixed; /* where `size` is not set */
    double size_least;
    enum { SPAN_START, SPAN_CENTER, SPAN_END } anchor; /* what `from` is of it */
    double least; /* a shorter span of a bin is widened to it, about its middle */
    double gap; /* between neighbouring bins */
    bool is_reversed;
};

struct span span_range(const struct unit_view *view, enum channel_name name,
                       enum default_spot otherwise, enum default_spot second);
struct span span_rect(const struct unit_view *view, enum channel_name name);

/* What `from` is of the span: as align or baseline of the mark say, else its middle or
 * start.
 */
void span_set_anchor(const struct unit_view *view, enum channel_name name, bool is_centered,
                     struct span *span);

/* The ends, not in order. */
void span_at(const struct span *span, size_t row, double *from, double *to);

/* Zero on the scale if it is there, else the domain's first or last end. */
double spot_zero(const struct unit_view *view, enum channel_name name, bool is_far);

#endif
