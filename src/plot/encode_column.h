/* SPDX-License-Identifier: MIT */
/* The column that a channel's field, bin or time unit is found in. */
#ifndef PLOT_ENCODE_COLUMN_H
#define PLOT_ENCODE_COLUMN_H

#include "model.h"

/* Adds the columns of a definition to the frame and says their names. An aggregate gets
 * its name only; encode.c makes it. Bins are those of the values in `all`: in a layer the
 * rows before a unit's own transforms, so that its parts agree. False and an error where
 * the field does not exist. */
bool encode_column(struct maker *maker, struct frame *frame, const struct frame *all,
                   const struct channel *def, enum channel_name name,
                   struct encoding *encoding, struct error *error);

/* The column under its exact name, or by path, or of nothing. */
const struct datum *encode_find(struct arena *arena, const struct frame *frame, str name);

#endif
