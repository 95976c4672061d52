/* SPDX-License-Identifier: MIT */
/* Which guides a view has: an axis for each scale of x and y, a legend for each other. */
#ifndef PLOT_GUIDES_H
#define PLOT_GUIDES_H

#include "guide.h"
#include "scale_plan.h"

/* Axes of a view with marks. */
bool guides_make_axes(struct maker *maker, const struct model *root,
                      const struct models *units, struct plot_view *view,
                      struct error *error);

/* Legends of the scales that the model owns. */
bool guides_make_legends(struct maker *maker, const struct model *model,
                         const struct scale_plans *plans, struct plot_view *view,
                         struct error *error);

/* What the units of a plan say about its guide: the property bag without the config. */
struct bag guides_bag(const struct scale_plan *plan, const struct models *units);

/* Titles that units give, else the names of their fields, each once. */
struct str_list guides_title(struct maker *maker, const struct scale_plan *plan,
                             const struct models *units, bool *is_given);

/* `axis: null`, `legend: null` or the config's `disable`. */
bool guides_are_disabled(const struct scale_plan *plan, const struct models *units,
                         const struct bag *config);

#endif
