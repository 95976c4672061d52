/* SPDX-License-Identifier: MIT */
/* The parts of reading a theme: theme.c has the whole, theme_fonts.c the fonts. */
#ifndef SCENE_THEME_INTERNAL_H
#define SCENE_THEME_INTERNAL_H

#include "scene/theme.h"

/* The value of a key that must be there. */
const struct node *theme_require(const struct node *map, str key, struct error *error);

/* Families, folders, and what helps out. */
NODISCARD bool theme_read_fonts(struct arena *arena, const struct node *fonts,
                                struct theme *theme, struct error *error);

/* The family that a style's `font: serif` means. */
NODISCARD bool theme_read_family(const struct node *font, const struct node *fonts,
                                 str *family, struct error *error);

/* Dictionaries of hyphenation, by language; `node` may be NULL. */
NODISCARD bool theme_read_hyphenation(struct arena *arena, const struct node *node,
                                      struct theme *theme, struct error *error);

#endif
