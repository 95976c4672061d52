/* SPDX-License-Identifier: MIT */
/*
 * Symbols of points and legends, as Vega names them: circle, square, cross, diamond,
 * triangle (and -up, -down, -left, -right), wedge, arrow, stroke; or an SVG path that lies
 * in the square from -1 to 1. The area that `size` says is that of the square around it.
 * Private to the layer.
 */
#ifndef PLOT_SYMBOL_H
#define PLOT_SYMBOL_H

#include "scene/scene.h"

/* The outline at the size of 4: from -1 to 1; empty if the word is neither a name nor a
 * path. */
struct path symbol_path(struct arena *arena, str shape);

/* It moved, scaled and turned clockwise by degrees. */
struct path symbol_place(struct arena *arena, const struct path *symbol, point at,
                         double size, double angle);

#endif
