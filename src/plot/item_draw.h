/* SPDX-License-Identifier: MIT */
/* What drawing the kinds of items shares. Private to the layer. */
#ifndef PLOT_ITEM_DRAW_H
#define PLOT_ITEM_DRAW_H

#include "plot/item.h"

struct item_brush {
    struct arena *arena;
    struct scene *scene;
    struct fonts *fonts;
    const struct item_group *group;
    point at; /* where the corner of the view is in the scene */
    rect view; /* from that corner */
    struct error *error;
};

/* Where an item's coordinate pair is in the scene. */
point brush_point(const struct item_brush *brush, double x, double y);

/* A path in the coordinates of the scene. Hatched ones are tinted, with lines across. */
void brush_path(const struct item_brush *brush, const struct path *path,
                const struct item_paint *paint);

void item_draw_paths(const struct item_brush *brush); /* line, area, trail */
void item_draw_symbols(const struct item_brush *brush);
void item_draw_texts(const struct item_brush *brush);

#endif
