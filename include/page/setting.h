/* SPDX-License-Identifier: MIT */
/*
 * Setting: what every step of making pages works with, and text set in the
 * theme's styles.
 *
 * The error is sticky: the first failure (a missing glyph) is kept and text
 * after it is empty, so that a step checks setting_failed() once, at its end.
 */
#ifndef PAGE_SETTING_H
#define PAGE_SETTING_H

#include "document/block.h"
#include "scene/scene.h"
#include "scene/theme.h"

struct contents_list;
struct notes;

struct setting {
    struct arena *arena;
    const struct theme *theme;
    struct fonts *fonts;
    struct error *error;
    const struct language *language; /* NULL is English */
    const struct blocks *blocks; /* of the whole document: for its table of contents */
    const struct notes *notes; /* its footnotes; NULL: none */
    struct contents_list *contents; /* tables of contents that are set; NULL: not kept */
};

bool setting_failed(const struct setting *setting);

const struct text_style *setting_style(const struct setting *setting,
                                       enum theme_style style);
struct text_style setting_style_in(const struct setting *setting, enum theme_style style,
                                   enum theme_color ink);
struct paint setting_rule(const struct setting *setting, double width,
                          enum theme_color ink);

/* One line. `place` is where the author wrote it. */
struct text_line setting_line(const struct setting *setting, str text,
                              const struct text_style *style, struct place place);

/* A paragraph of one style; empty text has no lines. */
struct text_block setting_block(const struct setting *setting, str text,
                                const struct text_style *style, struct text_layout layout,
                                struct place place);

/* A paragraph of the author's spans: strong, emphasis, code and links on top of `style`. */
struct text_block setting_spans(const struct setting *setting,
                                const struct inline_spans *spans,
                                const struct text_style *style, struct text_layout layout);

/* The text of a heading that leads to it, in `style`. */
struct text_block setting_heading_link(const struct setting *setting,
                                       const struct block *heading,
                                       const struct text_style *style,
                                       struct text_layout layout);

/* One line that leads to `link` and looks like any other. */
struct text_block setting_link(const struct setting *setting, str text,
                               const struct text_style *style, str link,
                               struct place place);

/* Draws one line of `line_height` with its links; `at` is its top left corner. */
void setting_draw_line(struct scene *scene, const struct text_line *line,
                       double line_height, point at);

#endif
