/* SPDX-License-Identifier: MIT */
/*
 * Fonts of texts: "house:label" is the family of the theme's style of that name; names of
 * CSS (sans-serif, serif, monospace) and families that the theme lacks become the theme's
 * nearest.
 */
#ifndef PLOT_FONT_CHOICE_H
#define PLOT_FONT_CHOICE_H

#include "maker.h"

struct font_choice {
    str font; /* as the specification has it; empty is sans-serif */
    double size;
    const struct node *weight; /* "bold", 700; NULL is what the style has */
    bool is_italic;
    color color;
};

const struct text_style *font_choose(const struct maker *maker, struct font_choice choice);

/* Of properties with the given prefix: "title" has titleFont, titleFontSize ...; of marks
 * it is empty: font, fontSize. The colour is `ink` where none is given. */
const struct text_style *font_of_bag(const struct maker *maker, const struct bag *bag,
                                     const char *prefix, double size, color ink);

/* The same, where what is not given is as in another style. */
const struct text_style *font_override(const struct maker *maker,
                                       const struct text_style *usual,
                                       const struct bag *bag, const char *prefix);

#endif
