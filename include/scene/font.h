/* SPDX-License-Identifier: MIT */
/*
 * Fonts: text shaped to glyphs and broken into lines; the only users of
 * Pango, HarfBuzz and fontconfig are behind this interface.
 *
 * Only the font folders of the theme are seen (a private configuration, no
 * system fallback, no hinting, unrounded positions), so that the same text
 * has the same glyphs on any machine. A family that is missing is
 * ERROR_CONFIG when the fonts are opened. Characters that a style's family
 * has no glyph for are set in the family that helps it out, which is looked for
 * only then; one that neither has is an error that names it. Ligatures are off:
 * text extraction of tagged PDF stumbles over them. Figures all have the
 * same width, and a text that is nothing but a number is not kerned, so that
 * numbers align in columns.
 *
 * Results are plain data in the arena: glyphs of a face, with positions.
 */
#ifndef SCENE_FONT_H
#define SCENE_FONT_H

#include "base/error.h"
#include "scene/geometry.h"

struct fonts;

struct font_options {
    const str *families; /* every family that styles name */
    size_t family_count;
    const str *folders; /* where their files are */
    size_t folder_count;
    str language; /* of the text, BCP 47: "ja"; empty is "en" */
    const str *fallbacks; /* by family: the one that helps it out, or empty; NULL: none */
    const str *fallback_folders;
    size_t fallback_folder_count;
};

struct fonts *fonts_create(const struct font_options *options, struct error *error);
void fonts_destroy(struct fonts *fonts);

enum { WEIGHT_REGULAR = 400, WEIGHT_MEDIUM = 500, WEIGHT_BOLD = 700 };

struct text_style {
    str family;
    double size;
    int weight; /* 100 to 900, as CSS */
    bool is_italic;
    double line_height; /* baseline to baseline */
    double tracking; /* extra space after each character, in points */
    color color;
};

/* A face is a font file; faces count from 0 as they are first used. */
struct face {
    str path;
    int index; /* in a collection */
};
struct face fonts_face(const struct fonts *fonts, size_t face);

struct glyph {
    uint32_t id;
    double x,
        y; /* of its origin, from the start of the line; downwards from the baseline */
    uint32_t text_start; /* byte of the run's text that its cluster starts at */
};

/* Glyphs of one face, size and colour, in visual order. */
struct text_run {
    size_t face;
    double size;
    color color;
    str text; /* what the glyphs spell */
    str origin; /* the same where it stands in the span that it was given in */
    struct glyph *glyphs;
    size_t glyph_count;
    str link; /* target, or empty */
    double x, width; /* in the line; the width with its spaces */
};

struct text_line {
    struct text_run *runs;
    size_t run_count;
    double width; /* with the indent, without the space that its last run may end with */
    double ascent, descent; /* of its fonts, both above 0 */
    str text; /* without trailing space */
    struct place place; /* of its first span, or unset */
};

struct text_block {
    struct text_line *lines;
    size_t line_count;
    double width; /* of the widest line */
    double height; /* line_count lines of the line height */
    double line_height;
};

/* A stretch of text in one style. `rise` lifts it (superscripts), in points. */
struct text_span {
    str text;
    struct text_style style;
    double rise;
    str link;
    struct place place; /* where the author wrote it: for a missing glyph */
};

struct text_layout {
    double width; /* lines are broken to fit; 0 is one line */
    bool is_balanced; /* the fewest lines, then the smallest width that gives as many */
    double indent; /* of the first line */
};

/* One line, one style: chart labels, table cells. An error leaves an empty line. */
struct text_line font_line(struct arena *arena, struct fonts *fonts, str text,
                           const struct text_style *style, struct error *error);

/*
 * Paragraphs: Unicode line breaking, between words; a word that is wider than
 * the width is broken where it must be, without a hyphen. The line height is
 * that of the first span; no text is no line. An error leaves an empty block.
 */
struct text_block font_block(struct arena *arena, struct fonts *fonts,
                             const struct text_span *spans, size_t span_count,
                             struct text_layout layout, struct error *error);

/* Says what the text of a block was made from, where it is a copy of that. */
void text_block_set_origin(struct text_block *block, str origin);

/* Height of a capital H as a part of the size (0.7); for optical alignment. */
double font_cap_height(struct fonts *fonts, const struct text_style *style);

#endif
