/* SPDX-License-Identifier: MIT */
/*
 * Instances: models with their rows as views that have scales, items and guides. A model of
 * a facet's child has an instance for each cell.
 */
#ifndef PLOT_INSTANCE_H
#define PLOT_INSTANCE_H

#include "cell.h"
#include "scale_plan.h"

/* The view of a model, and all below. Areas are sized but not placed: layout.h. NULL and an
 * error. */
struct plot_view *instance_make(struct maker *maker, struct model *model,
                                const struct scale_plans *plans, struct plot_view *parent,
                                const struct cell *cell, struct error *error);

#endif
