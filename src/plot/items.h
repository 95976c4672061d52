/* SPDX-License-Identifier: MIT */
/* Items of a unit: its rows with all visual values settled. */
#ifndef PLOT_ITEMS_H
#define PLOT_ITEMS_H

#include "plot/projection.h"
#include "spot.h"

/* Adds the unit's groups: one of all marks, or one for each line. */
void items_make(const struct unit_view *view, struct item_groups *groups);

/* --- parts (items_paint.c, items_path.c, items_text.c) -------------------------------- */

/* How the unit's marks are painted. */
struct painter {
    const struct unit_view *view;
    bool is_filled;
    struct visual color, fill, stroke, opacity, fill_opacity, stroke_opacity, stroke_width,
        stroke_dash, size;
    struct item_paint usual; /* of a mark without channels */
};

struct painter painter_make(const struct unit_view *view);
struct item_paint painter_paint(const struct painter *painter, size_t row);

/* Lines, areas and trails: a group for each combination of the fields that tell them
 * apart, its points in order. */
void items_make_paths(const struct unit_view *view, const struct painter *painter,
                      struct item_groups *groups);

/* What the text channel or the mark's `text` says. */
struct texts;
struct texts *texts_make(const struct unit_view *view);
struct str_list texts_lines(const struct texts *texts, size_t row);

/* Font, alignment and turn of a text mark. */
void texts_style(const struct texts *texts, size_t row, struct item *item);

/* Rounds the outer end of a stack only. */
void items_round_stacks(const struct unit_view *view, struct item_group *group);

/* As order or `order` of the mark say; NULL is the order of the frame. */
size_t *items_order(const struct unit_view *view);

/* Whether each row has a value for every continuous scale. */
bool *items_defined(const struct unit_view *view);

#endif
