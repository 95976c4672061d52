/* SPDX-License-Identifier: MIT */
/* Paths in the words of SVG ("M0,-1 L1,0 a1,1 0 0 1 2,0 Z"). Private to the layer. */
#ifndef PLOT_SVG_PATH_H
#define PLOT_SVG_PATH_H

#include "scene/scene.h"

/* False if the text is no path. All of SVG 1.1's commands; arcs and quadratic curves become
 * cubic ones. */
NODISCARD bool svg_path_read(struct arena *arena, str text, struct path *path);

#endif
