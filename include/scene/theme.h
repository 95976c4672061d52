/* SPDX-License-Identifier: MIT */
/*
 * Theme: the look, read from a YAML file of named styles, colours and
 * measures. Nothing else in the program decides how anything looks. Every
 * name below must be in the file; an unknown one is an error.
 *
 *   name: House
 *   fonts:
 *     folders: [/usr/share/fonts/truetype/paratype, ...]   # or relative to the file
 *     serif: PT Serif                      # any names; styles refer to them
 *     ...
 *     fallback:                            # where a family has no glyph, by language
 *       folders: [/usr/share/fonts/opentype/noto]
 *       ja: {serif: Noto Serif CJK JP, ...}     # one, or a list in order
 *       other: {serif: [Noto Serif, ...], ...}  # of all languages, after their own
 *   hyphenation: {de: /usr/share/hyphen/hyph_de_DE.dic, ...}   # may be missing
 *   tables: auto                           # or rules, tint, none; may be missing
 *   styles:                                # COLOR_INK is `ink`, STYLE_CHART_TITLE
 *     headline: {font: serif, size: 22, leading: 26, weight: 700, color: ink}
 *     chart-title: {...}                   # `chart-title`; italic and tracking if wanted
 *     # leading is at least 80% of the size, tracking at least -20%
 *   colors: {ink: "#1A1A1A", ...}
 *   palette: ["#0B5C94", "#D9541E", ...]   # entities, in order of appearance
 *   palette-text: [...]                    # as many
 *   page: {paper: A4, content: 504, gutter: 12, baseline: 13, top: 54, bottom: 72}
 */
#ifndef SCENE_THEME_H
#define SCENE_THEME_H

#include "base/node.h"
#include "scene/font.h"

enum theme_style {
    STYLE_MASTHEAD, /* series name, issue line on page 1 */
    STYLE_MASTHEAD_DETAIL,
    STYLE_HEADLINE,
    STYLE_DECK,
    STYLE_HEADING, /* H2 */
    STYLE_SUBHEADING, /* H3 */
    STYLE_BODY,
    STYLE_CODE,
    STYLE_KPI_LABEL,
    STYLE_KPI_NUMBER,
    STYLE_KPI_UNIT,
    STYLE_KPI_CHANGE,
    STYLE_CHART_TITLE,
    STYLE_CHART_TITLE_WIDE, /* charts wider than half the page */
    STYLE_CHART_SUBTITLE,
    STYLE_AXIS,
    STYLE_LABEL, /* direct labels, panel heads */
    STYLE_VALUE, /* figures at marks */
    STYLE_EVENT, /* annotations */
    STYLE_SOURCE, /* notes and source below exhibits */
    STYLE_TABLE_HEAD,
    STYLE_TABLE,
    STYLE_TABLE_TOTAL,
    STYLE_NOTE, /* method, revision and definition notes */
    STYLE_RUNNING, /* header and footer */
    STYLE_COUNT,
};

enum theme_color {
    COLOR_INK,
    COLOR_SECONDARY,
    COLOR_TERTIARY,
    COLOR_EVENT,
    COLOR_CONTEXT, /* fills that are not the story */
    COLOR_CONTEXT_LINE,
    COLOR_GRID,
    COLOR_BASELINE,
    COLOR_PANEL,
    COLOR_FOCUS,
    COLOR_COMPARE, /* the year-ago mark */
    COLOR_UP,
    COLOR_DOWN,
    COLOR_UP_TEXT, /* at least 4.5:1 on white */
    COLOR_DOWN_TEXT,
    COLOR_PAPER,
    COLOR_COUNT,
};

/* What tells the rows of a table apart; by itself, a tint from eight columns on. */
enum theme_ruling { RULING_AUTO, RULING_RULES, RULING_TINT, RULING_NONE };

enum { THEME_COLUMNS = 12 }; /* of the grid */
enum { PALETTE_MAX = 12, FONT_FOLDERS_MAX = 8, FONT_FAMILIES_MAX = 8 };
enum { FONT_FALLBACKS_MAX = 16, DICTIONARIES_MAX = 16 }; /* languages */

/* What helps out the families of a theme in one language. */
struct theme_fallback {
    str tag; /* "ja", or "other" */
    struct font_fallbacks families[FONT_FAMILIES_MAX]; /* by the family helped out */
};

/* Where words may be divided in a language: a file of the package hyphen-TAG. */
struct theme_dictionary {
    str tag, path;
};

struct theme {
    str name;
    str path; /* of its file; empty where it is not from one */
    struct text_style styles[STYLE_COUNT];
    color colors[COLOR_COUNT];
    color palette[PALETTE_MAX]; /* fills and lines of entities */
    color palette_text[PALETTE_MAX]; /* the same hues, dark enough for text */
    size_t palette_count;
    struct place styles_place, colors_place, palette_place, palette_text_place;
    str folders[FONT_FOLDERS_MAX];
    size_t folder_count;
    str families[FONT_FAMILIES_MAX];
    struct place family_places[FONT_FAMILIES_MAX]; /* where the file names them */
    size_t family_count;
    struct theme_fallback fallbacks[FONT_FALLBACKS_MAX];
    size_t fallback_count;
    str fallback_folders[FONT_FOLDERS_MAX];
    size_t fallback_folder_count;
    enum theme_ruling ruling; /* of tables */
    struct theme_dictionary dictionaries[DICTIONARIES_MAX];
    size_t dictionary_count;
    double page_width, page_height; /* of the paper */
    double content_width; /* 504 */
    double margin_top, margin_bottom; /* the latter at least */
    double baseline; /* 13: the vertical grid */
    size_t lines; /* lines of the grid on a page */
    double gutter; /* 12: between columns */
};

/* `theme` is complete on success. */
NODISCARD bool theme_read(struct arena *arena, const struct node *node, struct theme *theme,
                          struct error *error);

/*
 * Warns of what is hard to read: text of little contrast; colours of the palette that look
 * alike, also to the colour-blind, and the first four of them in grey.
 */
void theme_check(const struct theme *theme, struct warnings *warnings);

/* The names of papers, for messages. */
#define THEME_PAPERS "A4, Letter"

/* Another paper than the theme's: ERROR_USAGE if there is none of that name, ERROR_CONFIG
 * if the grid does not fit it. */
NODISCARD bool theme_set_paper(struct theme *theme, str paper, struct error *error);

/* The fonts that the theme's styles name, for text in the language of the BCP 47 tag. NULL
 * and an error if one is missing. */
struct fonts *theme_fonts(const struct theme *theme, str language, struct error *error);

str theme_style_name(enum theme_style style); /* as in the file: "chart-title" */

/* Width of a block that spans `columns` of the grid's twelve: 3 is 117, 4 160, 6 246, 8
 * 332, 12 504. */
double theme_columns(const struct theme *theme, int columns);

#endif
