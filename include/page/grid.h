/* SPDX-License-Identifier: MIT */
/*
 * Grid: the content box of a page and its lines.
 *
 * Heights count from the top of the content box. Blocks begin on a line of
 * the grid; that is what keeps the baselines of body text in step across
 * columns and pages.
 */
#ifndef PAGE_GRID_H
#define PAGE_GRID_H

#include "scene/theme.h"

/* Lengths nearer than this are the same: sums of doubles. */
#define GRID_TOLERANCE 0.01

rect grid_content(const struct theme *theme);
double grid_snap(const struct theme *theme, double y); /* the next line at or below */

/* The narrowest of 6, 8 and 12 columns that holds `width`; the content width if none. */
double grid_module(const struct theme *theme, double width);

/* How many columns of the grid a block of that width spans. */
int grid_columns(const struct theme *theme, double width);

#endif
