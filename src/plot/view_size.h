/* SPDX-License-Identifier: MIT */
/* Width and height of a view with marks: given, or by its bands, or the config's. */
#ifndef PLOT_VIEW_SIZE_H
#define PLOT_VIEW_SIZE_H

#include "scale_make.h"

/* Of a unit or a layer; the domains of its scales are known. */
double view_width(struct maker *maker, struct model *root);
double view_height(struct maker *maker, struct model *root);

/* Whether the width or height follows from its count of bands: it cannot be fitted. */
bool view_is_stepped(struct maker *maker, struct model *root, enum channel_name channel);

/* The plan of a channel that the units of a view use, or one above them. */
struct scale_plan *view_plan(struct arena *arena, struct model *root,
                             enum channel_name channel);

#endif
