/* SPDX-License-Identifier: MIT */
/*
 * Fonts: text shaped to glyphs and broken into lines; the only users of
 * Pango, HarfBuzz and fontconfig are behind this interface.
 *
 * Only the font folders of the theme are seen (a private configuration, no
 * system fallback, no hinting, unrounded positions), so that the same text
 * has the same glyphs on any machine. A family that is missing is
 * ERROR_CONFIG when the fonts are opened. Characters that a style's family
 * has no glyph for are set in the first of the families that help it out which has
 * one; these are looked for only then, and need not all be there. A character that none
 * of them has is an error that names it. Ligatures are off, but those that a script cannot
 * do without: text extraction of tagged PDF stumbles over them. Figures all have the
 * same width, and a text that is nothing but a number is not kerned, so that
 * numbers align in columns.
 *
 * In a language from right to left a text that has a letter of such a script is set from
 * right to left; one that has none, a number or a Latin name, is not. A line is laid out
 * from its left end all the same: mirroring the page is left to who makes it.
 *
 * Results are plain data in the arena: glyphs of a face, with positions.
 */
#ifndef SCENE_FONT_H
#define SCENE_FONT_H

#include "base/error.h"
#include "scene/geometry.h"

struct fonts;
struct path;

enum { FALLBACK_FAMILIES_MAX = 6 };

/* The families that help out one family, in the order in which they are asked. */
struct font_fallbacks {
    str at[FALLBACK_FAMILIES_MAX];
    size_t count;
};

struct font_options {
    const str *families; /* every family that styles name */
    const struct place *family_places; /* where they are named, or NULL */
    size_t family_count;
    const str *folders; /* where their files are */
    size_t folder_count;
    str language; /* of the text, BCP 47: "ja"; empty is "en" */
    const struct font_fallbacks *fallbacks; /* by family; NULL: none */
    const str *fallback_folders;
    size_t fallback_folder_count;
    str hyphenation; /* the dictionary of the language, or empty */
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
size_t fonts_count(const struct fonts *fonts); /* of faces that were used so far */
struct face fonts_face(const struct fonts *fonts, size_t face);

struct glyph {
    uint32_t id;
    double x,
        y; /* of its origin, from the start of the line; downwards from the baseline */
    uint32_t text_start; /* byte of the run's text that its cluster starts at */
};

/* Glyphs of one face, size and colour, from left to right. */
struct text_run {
    size_t face;
    double size;
    color color;
    str text; /* what the glyphs spell */
    str origin; /* the same where it stands in the span that it was given in */
    struct glyph *glyphs;
    size_t glyph_count;
    str link; /* target, or empty */
    bool is_right_to_left;
    double x, width; /* in the line; the width with its spaces */
};

struct text_line {
    struct text_run *runs; /* from left to right */
    size_t run_count;
    const size_t *reading; /* their numbers as they are read; NULL: as they stand */
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
    bool is_whole; /* its words are not divided: code */
    struct place place; /* where the author wrote it: for a missing glyph */
};

struct text_layout {
    double width; /* lines are broken to fit; 0 is one line */
    bool is_balanced; /* the fewest lines, then the smallest width that gives as many */
    bool is_hyphenated; /* words may be divided: at U+00AD, and as the dictionary has it */
    double indent; /* of the first line */
};

/* One line, one style: chart labels, table cells. An error leaves an empty line. */
struct text_line font_line(struct arena *arena, struct fonts *fonts, str text,
                           const struct text_style *style, struct error *error);

/*
 * Paragraphs: Unicode line breaking, between words; a word that is wider than
 * the width is broken where it must be, without a hyphen. Where text is hyphenated, a
 * word is divided only if the line would be short by an eighth without it, never in two
 * lines in a row, and never the last one. The line height is that of the first span; no
 * text is no line. An error leaves an empty block.
 */
struct text_block font_block(struct arena *arena, struct fonts *fonts,
                             const struct text_span *spans, size_t span_count,
                             struct text_layout layout, struct error *error);

/* Says what the text of a block was made from, where it is a copy of that. */
void text_block_set_origin(struct text_block *block, str origin);

/* Adds the outline of a glyph to a path, its origin at `at`. A space has none. */
void font_outline(struct arena *arena, const struct fonts *fonts, size_t face,
                  uint32_t glyph, double size, point at, struct path *path);

/* Height of a capital H as a part of the size (0.7); for optical alignment. */
double font_cap_height(struct fonts *fonts, const struct text_style *style);

#endif
