/* SPDX-License-Identifier: MIT */
/* Dashes of any pattern, as pieces of the path itself: scenes know on and off only. Private
 * to the layer. */
#ifndef PLOT_DASH_H
#define PLOT_DASH_H

#include "scene/scene.h"

/* The pieces of the path that are on. Lengths are not negative; their sum is above 0. An
 * odd count of lengths goes round twice. */
struct path dash_path(struct arena *arena, const struct path *path, const double *lengths,
                      size_t count, double offset);

#endif
