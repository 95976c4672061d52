/* SPDX-License-Identifier: MIT */
/*
 * Views: a Vega-Lite specification (version 5 and 6) as plain data, checked and in its
 * normal form. YAML and JSON alike.
 *
 * Checked: every key, its type and its words are known, else the error has the path
 * ("$.layer[0].encoding.x.axis") and the place. What Vega-Lite knows and a
 * static chart has no use for (interaction) is ignored with a warning;
 * what we cannot draw is refused. The table of words is vocabulary.c's, from which
 * the JSON Schema for editors is written too.
 *
 * Normal form, as Vega-Lite normalises: repeat is concat or layer; row, column and
 * facet channels are a VIEW_FACET; errorband, errorbar and boxplot are layers of plain
 * marks; `point` and `line` overlays are layers; encodings shared by layers are
 * in each; `datum`/`value`/`field` of each channel is settled, and so is its type.
 *
 * Keys of our own, which Vega-Lite ignores: title as a claim, subtitle, source, notes,
 * alt, number, annotations, highlight, labels, status, size, last, compare, since, height
 * in points of the plot. They stand on the outermost view (`house`).
 */
#ifndef GRAMMAR_VIEW_H
#define GRAMMAR_VIEW_H

#include "grammar/aggregate.h"
#include "grammar/bag.h"
#include "grammar/environment.h"
#include "grammar/predicate.h"
#include "grammar/stack.h"
#include "grammar/time_unit.h"

enum view_kind { VIEW_UNIT, VIEW_LAYER, VIEW_FACET, VIEW_CONCAT };

enum mark_type {
    MARK_ARC,
    MARK_AREA,
    MARK_BAR,
    MARK_CIRCLE,
    MARK_GEOSHAPE,
    MARK_IMAGE, /* refused */
    MARK_LINE,
    MARK_POINT,
    MARK_RECT,
    MARK_RULE,
    MARK_SQUARE,
    MARK_TEXT,
    MARK_TICK,
    MARK_TRAIL,
    MARK_TYPE_COUNT,
};

enum channel_name {
    CHANNEL_X,
    CHANNEL_Y,
    CHANNEL_X2,
    CHANNEL_Y2,
    CHANNEL_X_OFFSET,
    CHANNEL_Y_OFFSET,
    CHANNEL_THETA,
    CHANNEL_THETA2,
    CHANNEL_RADIUS,
    CHANNEL_RADIUS2,
    CHANNEL_LONGITUDE,
    CHANNEL_LATITUDE,
    CHANNEL_LONGITUDE2,
    CHANNEL_LATITUDE2,
    CHANNEL_COLOR,
    CHANNEL_FILL,
    CHANNEL_STROKE,
    CHANNEL_OPACITY,
    CHANNEL_FILL_OPACITY,
    CHANNEL_STROKE_OPACITY,
    CHANNEL_STROKE_WIDTH,
    CHANNEL_STROKE_DASH,
    CHANNEL_SIZE,
    CHANNEL_ANGLE,
    CHANNEL_SHAPE,
    CHANNEL_TEXT,
    CHANNEL_ORDER,
    CHANNEL_DETAIL,
    CHANNEL_X_ERROR, /* gone in the normal form, as the three after it */
    CHANNEL_X_ERROR2,
    CHANNEL_Y_ERROR,
    CHANNEL_Y_ERROR2,
    CHANNEL_COUNT,
};

enum channel_type {
    TYPE_NONE,
    TYPE_QUANTITATIVE,
    TYPE_TEMPORAL,
    TYPE_ORDINAL,
    TYPE_NOMINAL,
    TYPE_GEOJSON
};

enum channel_source {
    CHANNEL_ABSENT, /* with rules: only they give it */
    CHANNEL_FIELD, /* `field`, or an aggregate that needs none */
    CHANNEL_DATUM,
    CHANNEL_VALUE,
    CHANNEL_NULL, /* given as null */
};

enum sort_kind {
    SORT_DEFAULT, /* ascending, or the order of `scale.domain` */
    SORT_ASCENDING,
    SORT_DESCENDING,
    SORT_NONE, /* null: the order of the data */
    SORT_LIST, /* `sort_list` first */
    SORT_FIELD, /* by `sort_op` of `sort_field` */
    SORT_CHANNEL, /* "-x": by the field of another channel */
};

/* One rule of a `condition`: the first whose test holds gives the value. */
struct channel_rule {
    const struct predicate *test; /* predicate.h; NULL: it is decided already: */
    bool is_always, is_never; /* a selection that is empty; see environment.h */
    const struct channel *channel; /* its field, datum or value */
};

struct channel_rules {
    struct channel_rule *at;
    size_t count, capacity;
};

struct channel {
    enum channel_source source;
    const struct node *node; /* of the definition */
    str path; /* "$.encoding.x" */
    enum channel_type type;
    str field; /* path in the frame; empty for count */
    struct datum datum; /* CHANNEL_DATUM, CHANNEL_VALUE */
    const struct node *value; /* CHANNEL_VALUE as written: lists, gradients */
    enum aggregate_op aggregate;
    str aggregate_by; /* argmin, argmax: the field whose extreme is taken */
    struct time_unit time_unit;
    bool is_binned; /* `bin: binned` */
    const struct node *bin; /* true (a scalar) or the map; NULL: none */
    bool has_stack; /* `stack` was given: */
    enum stack_offset stack;
    double band_position; /* 0 to 1; NaN: not given */
    enum sort_kind sort;
    bool sort_is_descending;
    const struct node *sort_list;
    str sort_field; /* SORT_FIELD; SORT_CHANNEL: the channel's word */
    enum aggregate_op sort_op;
    const struct node *scale; /* map, or NULL */
    bool has_no_scale; /* scale: null */
    const struct node *guide; /* `axis`, `legend` or `header`: map, or NULL */
    bool has_no_guide; /* null */
    const struct node *impute; /* or NULL */
    bool has_title, has_no_title; /* of its guide, else its own; title: null */
    struct str_list title; /* lines */
    str format; /* of the text channel; guides have theirs in `guide` */
    str format_type; /* "number", "time", or empty */
    struct channel_rules rules;
};

/* `detail`, `order` may be several. */
struct channel_list {
    struct channel *at;
    size_t count, capacity;
};

struct extent {
    enum { EXTENT_UNSET, EXTENT_POINTS, EXTENT_STEP, EXTENT_CONTAINER } kind;
    double points; /* EXTENT_POINTS, EXTENT_STEP */
    bool step_is_for_offset; /* {step, for: position | offset}; offset is the default */
};

enum resolve_mode { RESOLVE_DEFAULT, RESOLVE_SHARED, RESOLVE_INDEPENDENT };

struct resolve {
    enum resolve_mode scale[CHANNEL_COUNT];
    enum resolve_mode guide[CHANNEL_COUNT]; /* axis of x and y, legend of others */
};

struct views {
    struct view **at;
    size_t count, capacity;
};

struct view {
    enum view_kind kind;
    const struct node *node; /* that it was made from */
    str path; /* "$.layer[0]" */
    str name;
    const struct view *parent; /* NULL for the outermost */
    const struct node *data; /* the `data` map; NULL: the parent's */
    bool has_no_data; /* data: null */
    struct {
        const struct node **at;
        size_t count, capacity;
    } transforms; /* in order; those of its normal form included */
    struct extent width, height;
    const struct node *title; /* text, list of lines, or map; NULL */
    const struct node *projection;
    const struct node *view_style; /* `view` */
    struct resolve resolve;

    /* VIEW_UNIT */
    enum mark_type mark;
    const struct node *mark_node; /* map, or NULL where only the word is given */
    str role; /* what it is a part of: "errorband", "boxplot-box", "overlay-point"; empty */
    struct channel channels[CHANNEL_COUNT];
    struct channel_list details, orders;
    struct channel_list unseen; /* tooltips and links: fields that only part an aggregate */

    /* others */
    struct views views; /* VIEW_FACET: the one that is repeated */
    struct channel row, column, facet; /* VIEW_FACET */
    size_t columns; /* VIEW_CONCAT, wrapped facets; 0: one row */
    const struct node *align, *bounds, *spacing, *center; /* or NULL */
};

/* The whole of a specification. */
struct specification {
    const struct view *view;
    const struct node *house; /* the outermost map, for the keys of our own */
    const struct node *config; /* of the file, merged over the look; NULL: neither */
    str description;
    const struct node *background, *padding, *autosize; /* or NULL */
    struct environment environment; /* with its params and datasets */
};

/*
 * Reads a specification. `environment` has the data sets of the program and the folder;
 * `look` is the config that stands below the file's own (templates/looks), or NULL. NULL
 * and an error.
 */
const struct specification *view_read(struct arena *arena, const struct node *node,
                                      const struct environment *environment,
                                      const struct node *look, struct error *error);

/* The properties of parts of a view, config chains and styles included. */
struct bag view_mark_bag(const struct specification *specification,
                         const struct view *unit);
struct bag view_scale_bag(const struct specification *specification,
                          const struct channel *channel);
struct bag view_axis_bag(const struct specification *specification,
                         const struct channel *channel, enum channel_name name, str orient,
                         bool is_band);
struct bag view_legend_bag(const struct specification *specification,
                           const struct channel *channel);
enum header_name { HEADER_ROW, HEADER_COLUMN, HEADER_FACET };
struct bag view_header_bag(const struct specification *specification,
                           const struct channel *channel, enum header_name name);
struct bag view_title_bag(const struct specification *specification,
                          const struct view *view);
/* The frame of a unit or layer: its `view`, the config's, the style "cell". */
struct bag view_frame_bag(const struct specification *specification,
                          const struct view *view);
struct bag view_style_bag(const struct specification *specification,
                          str style); /* "guide-label" */
/* A section of the config, as "view"; its outermost keys where that is empty. */
struct bag view_config_bag(const struct specification *specification, str section);

/* "Mean of price": what Vega-Lite calls a field that has no title of its own; empty for a
 * datum or a value. */
str view_channel_title(struct arena *arena, const struct specification *specification,
                       const struct channel *channel);

str channel_word(enum channel_name name);
str mark_word(enum mark_type mark);

#endif
