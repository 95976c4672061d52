/* SPDX-License-Identifier: MIT */
/*
 * Legends: what colours, sizes, shapes and patterns stand for. Scales of several channels
 * with the same domain are told by one.
 */
#ifndef PLOT_LEGEND_H
#define PLOT_LEGEND_H

#include "guide.h"
#include "label_format.h"
#include "scale_plan.h"

enum { LEGEND_CHANNELS_MAX = 6 };

struct legend_request {
    const struct scale_plan *plans[LEGEND_CHANNELS_MAX];
    size_t count;
};

struct legend_requests {
    struct legend_request *at;
    size_t count, capacity;
};

/* Adds the plan to the request that it can share, or a new one; nothing if it is disabled.
 */
void legend_request_add(struct maker *maker, struct legend_requests *requests,
                        const struct scale_plan *plan);

/* Its parts are counted from its own corner: the layout finds its place. */
struct guide *legend_make(struct maker *maker, const struct legend_request *request,
                          const struct plot_view *view, struct error *error);

/* --- parts: legend_entries.c, legend_symbol.c, legend_gradient.c
 * ------------------------------ */

struct legend {
    struct maker *maker;
    const struct legend_request *request;
    const struct scale_plan *plan; /* the first */
    const struct channel *def;
    const struct scale *scale;
    const struct model *unit;
    const struct plot_view *view;
    struct bag bag;
    bool is_gradient, is_horizontal;
    str orient;
};

struct legend_entry {
    struct datum value; /* that the symbol shows */
    str text;
};

struct legend_entries {
    struct legend_entry *at;
    size_t count, capacity;
};

struct legend_entries legend_entries_find(const struct legend *legend);

/* Symbols with labels from `top` on. */
bool legend_add_symbols(const struct legend *legend, struct guide *guide, double left,
                        double top, struct error *error);
bool legend_add_gradient(const struct legend *legend, struct guide *guide, double left,
                         double top, struct error *error);

/* The symbol of an entry, about the point (0, 0). */
struct item legend_symbol(const struct legend *legend, struct datum value);

const struct text_style *legend_font(const struct legend *legend);

#endif
