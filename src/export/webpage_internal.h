/* SPDX-License-Identifier: MIT */
/*
 * The parts of an HTML page:
 *
 *   webpage.c         the page around the blocks: head, contents, footnotes
 *   webpage_text.c    text and the author's spans; what of each font is used
 *   webpage_block.c   blocks of text, rows, boxes
 *   webpage_figure.c  charts, sparklines and key figures
 *   webpage_table.c   tables
 *   webpage_style.c   the style sheet
 */
#ifndef EXPORT_WEBPAGE_INTERNAL_H
#define EXPORT_WEBPAGE_INTERNAL_H

#include "document/block.h"
#include "export/characters.h"
#include "export/heading_level.h"
#include "export/markup.h"
#include "export/webfont.h"
#include "export/webpage.h"
#include "page/setting.h"

/* Text of a style is set in one of these ways; they are bits. */
enum webpage_way { WAY_STRONG = 1, WAY_EMPHASIS = 2, WAY_CODE = 4, WAY_COUNT = 8 };

struct webpage {
    struct arena *arena;
    const struct document *document;
    const struct theme *theme;
    struct fonts *fonts;
    struct error *error; /* sticky */
    struct webpage_options options;
    struct setting setting; /* the same, for what the pages say too */
    struct buffer out;
    struct characters *used[STYLE_COUNT][WAY_COUNT]; /* NULL: none */
    struct webfonts webfonts;
    size_t figure_count; /* pictures so far: they have names of their own */
    size_t exhibit_count; /* charts and tables so far: their captions have names */
    struct heading_levels levels;
    int columns; /* of the grid that the blocks have where they stand */
    size_t *references; /* by footnote: how often it was referred to */
};

/* --- webpage_text.c ---------------------------------------------------------- */

/* Markup as it is. */
void webpage_add(struct webpage *page, const char *markup);

/* Text in a style; a line feed is a hard line break. */
void webpage_text(struct webpage *page, enum theme_style style, str text);
void webpage_spans(struct webpage *page, enum theme_style style,
                   const struct inline_spans *spans);

/* <tag class="STYLE">text</tag>; nothing for an empty text. */
void webpage_element(struct webpage *page, const char *tag, enum theme_style style,
                     str text);

/* --- webpage.c --------------------------------------------------------------- */

/* Links to the sections. */
void webpage_contents(struct webpage *page, const struct block *block);

/* --- webpage_block.c --------------------------------------------------------- */

void webpage_blocks(struct webpage *page, const struct blocks *blocks);

/* --- webpage_figure.c -------------------------------------------------------- */

/* Columns of the grid that a chart of a size spans, where it has them. */
int webpage_columns(enum chart_size size);

void webpage_chart(struct webpage *page, const struct block *block);
void webpage_image(struct webpage *page, const struct block *block);
void webpage_kpis(struct webpage *page, const struct block *block);

/* A sparkline of `width` by `height` points. */
void webpage_sparkline(struct webpage *page, const struct series *series,
                       struct period window, str label, double width, double height);

/* The letter of a figure that is not normal. */
void webpage_flag(struct webpage *page, str flag);

/* An arrow up or down before a change, and the class of its colour. */
void webpage_change(struct webpage *page, enum theme_style style, int sign, str text);

/* --- webpage_table.c --------------------------------------------------------- */

void webpage_table(struct webpage *page, const struct block *block);

/* --- webpage_style.c --------------------------------------------------------- */

/* The style sheet with its fonts, once all text is known. */
NODISCARD bool webpage_style(struct webpage *page, struct buffer *css);

#endif
