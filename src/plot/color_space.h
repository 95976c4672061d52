/* SPDX-License-Identifier: MIT */
/*
 * Colours between colours, in the spaces that Vega's scales name: "rgb", "lab", "hcl",
 * "hcl-long", "hsl", "hsl-long", "cubehelix", "cubehelix-long".
 */
#ifndef PLOT_COLOR_SPACE_H
#define PLOT_COLOR_SPACE_H

#include "scene/geometry.h"

/* False if the name is no space. */
bool color_space_is_known(str name);

/* `part` 0 is a, 1 is b; an empty name is rgb. `gamma` is of rgb and cubehelix; 1 is plain.
 */
color color_between(color a, color b, double part, str name, double gamma);

/* At `part` of a row of colours with equal distances. */
color color_along(const color *colors, size_t count, double part, str space, double gamma);

#endif
