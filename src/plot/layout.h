/* SPDX-License-Identifier: MIT */
/*
 * Layout: where views and guides stand. Measured from the inside out: what a view with its
 * axes, legends and title takes, then rows and columns of such.
 */
#ifndef PLOT_LAYOUT_H
#define PLOT_LAYOUT_H

#include "guide.h"

/* Gives all views below their areas and bounds, in points from the corner of the outermost
 * view's area; adds headers and titles. */
bool layout_make(struct maker *maker, struct plot_view *root, struct error *error);

/* Moves a view with all that is in it. */
void layout_move(struct plot_view *view, point by);

/* --- parts: header.c, title.c
 * --------------------------------------------------------------- */

/* Labels and titles of rows and columns around the cells; widens *bounds. */
bool header_add(struct maker *maker, struct plot_view *facet, rect *bounds,
                struct error *error);

/* The label of a wrapped facet's cell, above it. */
bool header_add_cell(struct maker *maker, const struct view *facet, struct plot_view *cell,
                     rect *bounds, struct error *error);

bool title_add(struct maker *maker, struct plot_view *view, rect *bounds,
               struct error *error);

/* Finds places for the view's legends about its bounds. */
void legends_place(struct plot_view *view, rect *bounds);

#endif
