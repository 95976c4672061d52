/* SPDX-License-Identifier: MIT */
/* The type of a scale: as given, if it suits the channel, else Vega-Lite's default. */
#ifndef PLOT_SCALE_TYPE_H
#define PLOT_SCALE_TYPE_H

#include "model.h"

bool scale_type_for(const struct model *unit, enum channel_name name, enum scale_type *type,
                    bool *is_given, struct error *error);

#endif
