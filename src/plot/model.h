/* SPDX-License-Identifier: MIT */
/*
 * Models: the views of a specification with their data, before anything has a place.
 *
 * A model is made once for each view of the specification; a facet's child is one model,
 * whose cells are told apart by the rows that they take (instance.h). The steps are those
 * of Vega-Lite: transforms of the view, what its encodings imply (encode.h), then scales
 * (scale_plan.h).
 */
#ifndef PLOT_MODEL_H
#define PLOT_MODEL_H

#include "grammar/bin.h"
#include "maker.h"

struct scale_plan;

enum orient { ORIENT_NONE, ORIENT_VERTICAL, ORIENT_HORIZONTAL };

/* What a channel shows, once its bins, time units and aggregates are columns of the frame.
 */
struct encoding {
    const struct channel *def; /* with the field or datum, also of a condition; or NULL */
    str field; /* column of the values: the starts of bins and units; empty for a datum */
    str end; /* column of the ends of bins and units; or empty */
    str range; /* column of texts as "0 - 10", where bins are shown as words; or empty */
    str middle; /* column of the middles of bins, where gaps of a stack are filled */
    str rect_start, rect_end; /* columns that bars span, where not those of the unit */
    str stack_start, stack_end; /* columns, or empty */
    bool has_bin;
    struct bin bin;
    struct scale_plan *plan; /* NULL: the channel has no scale */
};

/* How marks of a unit are stacked. */
struct stacking {
    bool is_stacked, fills_gaps; /* areas and lines: what is not there is 0 */
    enum channel_name channel; /* along which */
    enum stack_offset offset;
    struct str_list groupby; /* of each stack */
    struct str_list by; /* what lies on each other */
};

struct sort_keys {
    struct sort_key *at;
    size_t count, capacity;
};

struct models {
    struct model **at;
    size_t count, capacity;
};

struct model {
    const struct view *view;
    struct model *parent;
    struct models children;
    struct str_list facet_fields; /* of all facets around it, outermost first */
    const struct frame *frame; /* with its transforms; of a unit: what marks are made of */

    /* units only */
    const struct frame *raw; /* before aggregates: what domains are sorted by */
    const struct frame *shown; /* what domains are taken from */
    struct bag mark;
    const struct node *invalid; /* the config's scale.invalid: what a channel shows for what
                                   is missing; or NULL */
    enum orient orient;
    struct stacking stacking;
    struct encoding encodings[CHANNEL_COUNT];
    struct str_list details; /* columns that tell marks apart but show nothing */
    struct str_list unseen; /* columns of tooltips: they only part an aggregate */
    struct sort_keys order; /* of marks, or of what is stacked */
    const struct projection *projection; /* of the view being made; or NULL */

    /* facets only */
    struct encoding row, column, facet;
};

/* The tree below the outermost view, with its data. NULL and an error. */
struct model *model_make(struct maker *maker, struct error *error);

/* Model of each unit below, in drawing order. */
void model_units(struct arena *arena, struct model *model, struct models *units);

bool model_is_path(const struct model *unit); /* line, area, trail */
bool model_is_rect(const struct model *unit); /* bar, rect, tick, arc: what fills bands */

/* A channel's own definition, and whether it shows a field. */
const struct channel *model_channel(const struct model *unit, enum channel_name name);
bool model_has_field(const struct model *unit, enum channel_name name);
bool model_has(const struct model *unit, enum channel_name name); /* a field or a datum */

/* How a mark is positioned in its bin or time unit: 0 to 1, NaN if it is not in one. */
double model_band_position(const struct model *unit, enum channel_name name);

/* x2 of x, theta2 of theta, latitude2 ...; CHANNEL_COUNT if there is none. */
enum channel_name channel_second(enum channel_name name);
enum channel_name channel_offset(enum channel_name name); /* xOffset of x; or COUNT */
bool channel_is_position(enum channel_name name); /* x, y */
bool channel_is_color(enum channel_name name);

#endif
