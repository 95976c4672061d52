/* SPDX-License-Identifier: MIT */
/*
 * Plans of scales: which units share a scale, and what they say about it. The domain is
 * taken from the data when a view is made (domain.h), since cells of a facet may
 * each have their own; then the range, once the view has its size (scale_make.h).
 */
#ifndef PLOT_SCALE_PLAN_H
#define PLOT_SCALE_PLAN_H

#include "model.h"

struct domain;

struct scale_plan {
    enum channel_name channel;
    enum scale_type type;
    bool is_type_given;
    struct model *owner; /* the view whose scale it is: all units are at or below it */
    struct models units; /* that use it, in drawing order */
    struct domain *domain; /* of the instance of the owner that is being made */
    struct scale *scale; /* of the view that is being made, or was made last */
};

struct scale_plans {
    struct scale_plan **at;
    size_t count, capacity;
};

/* Makes the plans of all units below and shares them as views resolve. */
bool scale_plans_make(struct maker *maker, struct model *root, struct scale_plans *plans,
                      struct error *error);

/* Whether the children of a view share what a channel has. */
bool scale_is_resolved_shared(const struct view *view, enum channel_name channel);

/* The definition that a unit gives the plan. */
const struct channel *plan_def(const struct scale_plan *plan, size_t unit);

/* What the units say about the scale: a property that one gives in its `scale`, the first
 * that has it. */
const struct node *plan_find(const struct scale_plan *plan, str key);
bool plan_number(const struct scale_plan *plan, str key, double *out);
bool plan_flag(const struct scale_plan *plan, str key, bool *out);
bool plan_text(const struct scale_plan *plan, str key, str *out);

bool scale_type_is_discrete(enum scale_type type);
bool scale_type_is_continuous(enum scale_type type); /* the domain: quantize ... too */

/* Whether marks of the channel lie in bands that an offset divides. */
bool plan_has_offset(const struct scale_plan *plan);

#endif
