/* SPDX-License-Identifier: MIT */
/*
 * Pages for languages from right to left.
 *
 * A page is made as if it were read from left to right, and its scene is then mirrored:
 * columns, tables, side columns, markers, rules and running heads change sides at once,
 * and nothing that makes a part of a page need know. What is not mirrored is moved to the
 * mirrored place as it is: each line of text, each figure but its caption (time runs to the
 * right in charts of the Arab press too), and each group that has a frame, as the numbers
 * of a table have that of their column, so that they still stand one below the other.
 */
#ifndef PAGE_MIRROR_H
#define PAGE_MIRROR_H

#include "scene/scene.h"

void mirror_scene(struct scene *scene);

#endif
