/* SPDX-License-Identifier: MIT */
/*
 * The parts of fonts, each with one library behind it:
 *
 *   font_files.c      which file a family, weight and slant is     (fontconfig)
 *   font_shape.c      text to glyphs                               (HarfBuzz)
 *   font_break.c      where lines may end, what runs right to left (Pango)
 *   font_hyphens.c    where words may be divided                   (none)
 *   font_face.c       which face sets a character                  (none)
 *   font_paragraph.c  spans to shaped pieces                       (none)
 *   font_line.c       pieces to one line                           (none)
 *   font_lines.c      where the lines of a paragraph end           (none)
 *   font.c            the interface                                (none)
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

/* Those of the families that are there; a folder that cannot be read has none. */
void font_files_find_some(struct arena *arena, const struct font_options *options,
                          struct font_files *files);

/* The package of Debian that has a family, or NULL if that is not known. */
const char *font_files_package(str family);

/* The nearest to what is asked, or NULL if the family has no file. */
const struct font_file *font_files_nearest(const struct font_files *files, str family,
                                           int weight, bool is_italic);

/* --- font_shape.c --- */

struct shaper;
struct path; /* a font file, opened */

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

/* Adds what font_outline() says. */
void shaper_outline(struct arena *arena, struct shaper *shaper, uint32_t glyph, double size,
                    point at, struct path *path);

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

/* Whether it has a letter of a script that is written from right to left. */
bool break_has_right_to_left(str text);

/* The bidirectional level of each byte: odd is right to left. NULL if all is 0, as it is in
 * a text from left to right that has no letter of the other kind. */
const unsigned char *break_levels(struct arena *arena, str text, bool is_right_to_left);

/* --- font_hyphens.c --- */

/* A dictionary of patterns, as Liang's algorithm uses them. */
struct hyphens *hyphens_read(struct arena *arena, str bytes, struct error *error);

/* Marks in `may[1..word.length)` the bytes before which a hyphen may stand; `may` has a
 * flag for each byte of the word, and is cleared. No dictionary divides nothing. */
void hyphens_find(struct arena *arena, const struct hyphens *hyphens, str word, bool *may);

/* --- font.c, font_face.c --- */

struct open_face {
    const struct font_file *file;
    struct shaper *shaper;
    struct font_metrics metrics;
};

struct fonts {
    struct arena arena;
    struct font_options options; /* with texts of its own */
    bool is_right_to_left; /* the language */
    struct font_files files;
    struct font_files fallback_files; /* once one was needed: */
    bool has_fallback_files;
    struct hyphens *hyphens; /* once a word was divided */
    struct {
        struct open_face *at;
        size_t count, capacity;
    } faces;
};

enum { NO_FACE = -1 };

/* The face of a style itself. NO_FACE is an error. */
long face_of_style(struct fonts *fonts, const struct text_style *style,
                   struct error *error);

/* That of the first family which helps out the style and has the character, or NO_FACE. */
long face_with(struct fonts *fonts, const struct text_style *style, uint32_t character);

/* Adds to an error what to do about a character that no face has. Returns false. */
bool face_hint(struct fonts *fonts, const struct text_style *style, uint32_t character,
               struct error *error);

/* The dictionary of the options, read at the first call; NULL if there is none, or it
 * cannot be read, which is an error. */
const struct hyphens *hyphens_of(struct fonts *fonts, struct error *error);

/* --- font_paragraph.c --- */

/* A piece of a paragraph: one span, script, direction and face. */
struct text_piece {
    const struct text_span *span;
    size_t from, to; /* bytes of the paragraph */
    size_t span_from; /* where the span begins there */
    size_t face;
    struct shaper *shaper; /* of the face */
    unsigned char level;
    struct shaped shaped;
    struct font_metrics metrics;
};

struct paragraph {
    str text, language;
    bool is_right_to_left;
    struct fonts *fonts;
    struct text_piece *at;
    size_t count, capacity;
};

NODISCARD bool paragraph_shape(struct arena *arena, struct fonts *fonts,
                               const struct text_span *spans, size_t span_count,
                               struct paragraph *paragraph, struct error *error);

/* --- font_line.c --- */

/* What tagged PDF tells a hyphen by that only the end of a line needs. */
#define SOFT_HYPHEN S("\u00ad")

/* The piece that holds the byte. */
const struct text_piece *piece_at(const struct paragraph *paragraph, size_t byte);

/* What its glyph `i` moves the pen, in points, with the tracking of its cluster. */
double piece_advance(const struct text_piece *piece, size_t i);

/* A hyphen as the piece would set it. */
struct text_run piece_hyphen(struct arena *arena, const struct text_piece *piece);

/* The bytes [from, to) of the paragraph as a line that starts at `indent`. */
struct text_line line_make(struct arena *arena, const struct paragraph *paragraph,
                           size_t from, size_t to, double indent);

/*
 * The space between two lines stays in the run that comes last in reading order: who reads
 * the text and not the page needs it between the words. It has no part in the line's width.
 */
void line_end_in_space(struct arena *arena, const struct paragraph *paragraph, size_t from,
                       size_t to, struct text_line *line);

/* The line, which ends before `to`, is given a hyphen. */
void line_end_in_hyphen(struct arena *arena, const struct paragraph *paragraph, size_t to,
                        struct text_line *line);

/* --- font_lines.c --- */

/* The whole paragraph, broken. */
struct text_block lines_break(struct arena *arena, const struct paragraph *paragraph,
                              struct text_layout layout, struct error *error);

/* Adds what font_outline() says. */
void shaper_outline(struct arena *arena, struct shaper *shaper, uint32_t glyph, double size,
                    point at, struct path *path);

#endif
