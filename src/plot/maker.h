/* SPDX-License-Identifier: MIT */
/* What every step of making a plot needs at hand. */
#ifndef PLOT_MAKER_H
#define PLOT_MAKER_H

#include "grammar/view.h"
#include "plot/plot.h"

struct maker {
    struct arena *arena;
    const struct specification *specification;
    const struct plot_options *options;
    struct fonts *fonts;
    struct bag scale_config, view_config; /* of the look and the specification */
    double width, height; /* that a single view is given, or NaN: autosize "fit" */
    bool is_trial; /* only to see what room guides take: marks are not made */
};

#endif
