/* SPDX-License-Identifier: MIT */
/*
 * Caption: the words around a chart. Above it a tab in the focus colour, the
 * claim and what is measured; below it the key of what is not simply
 * reported, notes and source.
 */
#ifndef CHART_CAPTION_H
#define CHART_CAPTION_H

#include "canvas.h"

struct caption {
    struct text_line number;
    struct text_block title, subtitle, notes, source;
    bool has_key; /* a swatch stands before the notes */
    double head, foot; /* heights, with the space to the panel */
};

struct caption caption_create(const struct canvas *canvas);

/* The head begins at the top of the scene, the foot at `foot_top`. */
void caption_draw(const struct canvas *canvas, const struct caption *caption,
                  double foot_top);

/*
 * What the foot says before the author's notes: which values are derived or
 * provisional, which are averages of combined months, what a gap is, and the
 * key of numbered events. `has_key` tells whether it opens with the first.
 */
str caption_key(const struct canvas *canvas, bool *has_key);

#endif
