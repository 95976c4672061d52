/* SPDX-License-Identifier: MIT */
/* Gaps filled and marks stacked, as encodings ask for it. */
#ifndef PLOT_ENCODE_STACK_H
#define PLOT_ENCODE_STACK_H

#include "model.h"

/* `impute` of x or y. */
bool encode_impute(struct maker *maker, struct model *unit, struct error *error);

/* The stack that unit->stacking decides on: adds its columns, or takes the decision back.
 */
bool encode_stack(struct maker *maker, struct model *unit, struct error *error);

/* Columns that tell the lines or areas of a unit apart. */
struct str_list encode_path_fields(struct arena *arena, const struct model *unit);

#endif
