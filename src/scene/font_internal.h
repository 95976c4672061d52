/* SPDX-License-Identifier: MIT */
/*
 * The parts of fonts, each with one library behind it:
 *
 *   font_files.c  which file a family, weight and slant is     (fontconfig)
 *   font_shape.c  text to glyphs                               (HarfBuzz)
 *   font_break.c  where lines may end, what runs right to left (Pango)
 *   font_lines.c  pieces to lines                              (none)
 *   font.c        the interface                                (none)
 *
 * Pango's own layout would do all of this, at two and a half times the cost
 * and with the font configuration of the whole system read at start.
 */
#ifndef SCENE_FONT_INTERNAL_H
#define SCENE_FONT_INTERNAL_H

#include "scene/font.h"

/* --- font_files.c --- */

struct font_file {
    str family;
    str path;
    int index; /* in a collection */
    int weight; /* as CSS */
    bool is_italic;
    int width; /* 100 is normal; condensed faces are less */
};

struct font_files {
    struct font_file *at;
    size_t count, capacity;
};

/* The files of the families asked for; an error if a family has none. */
NODISCARD bool font_files_find(struct arena *arena, const struct font_options *options,
                               struct font_files *files, struct error *error);

/* The nearest to what is asked, or NULL if the family has no file. */
const struct font_file *font_files_nearest(const struct font_files *files, str family,
                                           int weight, bool is_italic);

/* --- font_shape.c --- */

struct shaper; /* a font file, opened */

/* What a face measures, as parts of its size. */
struct font_metrics {
    double unit; /* the grid that its glyphs are drawn on */
    double ascent, descent;
    double cap_height;
};

struct shaper *shaper_create(str path, int index, str language, struct error *error);
void shaper_destroy(struct shaper *shaper);
struct font_metrics shaper_metrics(const struct shaper *shaper);

/* In units of the face; `y` upwards. */
struct shaped_glyph {
    uint32_t id;
    uint32_t cluster; /* byte of the whole text */
    int32_t advance;
    int32_t x, y; /* from the pen */
};

struct shaped {
    struct shaped_glyph *at;
    size_t count;
    size_t missing_at; /* byte of the first character without glyph, or SIZE_MAX */
};

/* Glyphs of text[from, to) in visual order; the rest of the text is context. */
struct shaped shaper_shape(struct arena *arena, struct shaper *shaper, str text,
                           size_t from, size_t to, bool is_right_to_left);

/* Whether a character can be set: it has a glyph, or is a space of some width. */
bool shaper_has(const struct shaper *shaper, uint32_t character);

/*
 * Whether the mark at `at` is wide here: Chinese and Japanese share their quotation marks
 * and dashes with Latin, and want them as wide as their own characters.
 */
bool shaper_is_wide_mark(str text, size_t at, str language);

/* End of the stretch of one script that starts at `from`, at most `to`. */
size_t shaper_script_end(str text, size_t from, size_t to);

/* --- font_break.c --- */

enum {
    BREAK_MAY = 1, /* a line may start at this byte */
    BREAK_MUST = 2, /* a line must */
    BREAK_SPACE = 4, /* this byte starts white space: nothing at the end of a line */
    BREAK_CHARACTER = 8, /* this byte starts what a reader sees as one character */
};

/* Flags for each byte of the text and for its end. */
const unsigned char *break_find(struct arena *arena, str text, str language);

/* The bidirectional level of each byte: odd is right to left. NULL if all is 0. */
const unsigned char *break_levels(struct arena *arena, str text);

/* --- font_lines.c --- */

/* A piece of a paragraph: one span, script, direction and face. */
struct text_piece {
    const struct text_span *span;
    size_t from, to; /* bytes of the paragraph */
    size_t span_from; /* where the span begins there */
    size_t face;
    unsigned char level;
    struct shaped shaped;
    struct font_metrics metrics;
};

struct paragraph {
    str text, language;
    struct text_piece *at;
    size_t count, capacity;
};

/* The bytes [from, to) of the paragraph as a line that starts at `indent`. */
struct text_line lines_make(struct arena *arena, const struct paragraph *paragraph,
                            size_t from, size_t to, double indent);

/* The whole paragraph, broken. */
struct text_block lines_break(struct arena *arena, const struct paragraph *paragraph,
                              struct text_layout layout);

#endif
