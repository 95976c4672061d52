/* SPDX-License-Identifier: MIT */
/* Which way a mark stands, and how it is stacked: Vega-Lite's rules. */
#ifndef PLOT_ORIENT_H
#define PLOT_ORIENT_H

#include "model.h"

enum orient orient_of(const struct model *unit);

/* Along which channel the marks of a unit are stacked, with which offset. Fields are not
 * known yet: encode.c adds them. */
void stacking_decide(const struct model *unit, struct stacking *stacking);

/* Whether any of the unit's channels is an aggregate. */
bool unit_is_aggregate(const struct model *unit);

#endif
