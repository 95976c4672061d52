/* SPDX-License-Identifier: MIT */
#include "scene/theme.h"

#include "base/file.h"
#include "base/language.h"

static const str style_names[STYLE_COUNT] = {
    [STYLE_MASTHEAD] = S("masthead"),
    [STYLE_MASTHEAD_DETAIL] = S("masthead-detail"),
    [STYLE_HEADLINE] = S("headline"),
    [STYLE_DECK] = S("deck"),
    [STYLE_HEADING] = S("heading"),
    [STYLE_SUBHEADING] = S("subheading"),
    [STYLE_BODY] = S("body"),
    [STYLE_CODE] = S("code"),
    [STYLE_KPI_LABEL] = S("kpi-label"),
    [STYLE_KPI_NUMBER] = S("kpi-number"),
    [STYLE_KPI_UNIT] = S("kpi-unit"),
    [STYLE_KPI_CHANGE] = S("kpi-change"),
    [STYLE_CHART_TITLE] = S("chart-title"),
    [STYLE_CHART_TITLE_WIDE] = S("chart-title-wide"),
    [STYLE_CHART_SUBTITLE] = S("chart-subtitle"),
    [STYLE_AXIS] = S("axis"),
    [STYLE_LABEL] = S("label"),
    [STYLE_VALUE] = S("value"),
    [STYLE_EVENT] = S("event"),
    [STYLE_SOURCE] = S("source"),
    [STYLE_TABLE_HEAD] = S("table-head"),
    [STYLE_TABLE] = S("table"),
    [STYLE_TABLE_TOTAL] = S("table-total"),
    [STYLE_NOTE] = S("note"),
    [STYLE_RUNNING] = S("running"),
};

static const str color_names[COLOR_COUNT] = {
    [COLOR_INK] = S("ink"),
    [COLOR_SECONDARY] = S("secondary"),
    [COLOR_TERTIARY] = S("tertiary"),
    [COLOR_EVENT] = S("event"),
    [COLOR_CONTEXT] = S("context"),
    [COLOR_CONTEXT_LINE] = S("context-line"),
    [COLOR_GRID] = S("grid"),
    [COLOR_BASELINE] = S("baseline"),
    [COLOR_PANEL] = S("panel"),
    [COLOR_FOCUS] = S("focus"),
    [COLOR_COMPARE] = S("compare"),
    [COLOR_UP] = S("up"),
    [COLOR_DOWN] = S("down"),
    [COLOR_UP_TEXT] = S("up-text"),
    [COLOR_DOWN_TEXT] = S("down-text"),
    [COLOR_PAPER] = S("paper"),
};

/* --- parts ---------------------------------------------------------------------------- */

/* The value of a key that must be there. */
static const struct node *require(const struct node *map, str key, struct error *error)
{
    const struct node *value = node_find(map, key);
    if (!value) {
        node_error(map, error, "\"%.*s\" is missing here", STR_ARG(key));
    }
    return value;
}

/* Every name must be in the map, and nothing else. */
static bool has_exactly(const struct node *map, const str *names, size_t count,
                        struct error *error)
{
    if (!node_knows(map, names, count, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!require(map, names[i], error)) {
            return false;
        }
    }
    return true;
}

static bool read_number(const struct node *map, str key, double *number,
                        struct error *error)
{
    const struct node *node = require(map, key, error);
    struct decimal decimal;
    if (!node || !node_decimal(node, &decimal, error)) {
        return false;
    }
    *number = ratio_to_double(ratio_from_decimal(decimal));
    return true;
}

static bool read_length(const struct node *map, str key, double *length,
                        struct error *error)
{
    if (!read_number(map, key, length, error)) {
        return false;
    }
    return *length > 0 || node_error(node_find(map, key), error,
                                     "\"%.*s\" must be more than 0", STR_ARG(key));
}

static bool read_color(const struct node *node, color *out, struct error *error)
{
    str text;
    if (!node_text(node, &text, error)) {
        return false;
    }
    return color_parse(text, out) ||
           node_error(node, error, "\"%.*s\" is not a colour such as \"#0B5C94\"",
                      STR_ARG(text));
}

static bool read_colors(const struct node *node, struct theme *theme, struct error *error)
{
    if (!has_exactly(node, color_names, COLOR_COUNT, error)) {
        return false;
    }
    for (size_t i = 0; i < COLOR_COUNT; i++) {
        if (!read_color(node_find(node, color_names[i]), &theme->colors[i], error)) {
            return false;
        }
    }
    return true;
}

static bool read_palette(const struct node *node, color palette[PALETTE_MAX],
                         struct error *error)
{
    if (!node_expect(node, NODE_LIST, error)) {
        return false;
    }
    if (!node->count || node->count > PALETTE_MAX) {
        return node_error(node, error, "a palette has 1 to %d colours, this one %zu",
                          PALETTE_MAX, node->count);
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read_color(node->at[i], &palette[i], error)) {
            return false;
        }
    }
    return true;
}

static bool read_palettes(const struct node *fills, const struct node *texts,
                          struct theme *theme, struct error *error)
{
    if (!read_palette(fills, theme->palette, error) ||
        !read_palette(texts, theme->palette_text, error)) {
        return false;
    }
    theme->palette_count = fills->count;
    return fills->count == texts->count ||
           node_error(texts, error, "\"palette-text\" has %zu colours, \"palette\" %zu",
                      texts->count, fills->count);
}

/* --- fonts and styles -------------------------------------------------------------------
 */

static bool read_folders(struct arena *arena, const struct node *node, str *folders,
                         size_t *count, struct error *error)
{
    if (!node || !node_expect(node, NODE_LIST, error)) {
        return false;
    }
    if (!node->count || node->count > FONT_FOLDERS_MAX) {
        return node_error(node, error, "there must be 1 to %d font folders, not %zu",
                          FONT_FOLDERS_MAX, node->count);
    }
    str base = path_folder(node->source->path);
    for (size_t i = 0; i < node->count; i++) {
        str path;
        if (!node_text(node->at[i], &path, error)) {
            return false;
        }
        folders[(*count)++] = path_join(arena, base, path);
    }
    return true;
}

static bool is_family(const struct node *font)
{
    return !str_equal(font->key, S("folders")) && !str_equal(font->key, S("fallback"));
}

static bool read_families(const struct node *fonts, struct theme *theme,
                          struct error *error)
{
    for (size_t i = 0; i < fonts->count; i++) {
        if (!is_family(fonts->at[i])) {
            continue;
        }
        if (theme->family_count == FONT_FAMILIES_MAX) {
            return node_error(fonts->at[i], error, "there are more than %d font families",
                              FONT_FAMILIES_MAX);
        }
        if (!node_text(fonts->at[i], &theme->families[theme->family_count++], error)) {
            return false;
        }
    }
    return true;
}

/* The families of one language, by the names of those that they help out. */
static bool read_fallback(const struct node *map, const struct node *fonts,
                          struct theme_fallback *fallback, struct error *error)
{
    str names[FONT_FAMILIES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < fonts->count; i++) {
        if (is_family(fonts->at[i])) {
            names[count++] = fonts->at[i]->key;
        }
    }
    if (!str_equal(map->key, S("other")) && !language_find(map->key)) {
        error_at(error, ERROR_CONFIG, node_key_place(map), "no language is called \"%.*s\"",
                 STR_ARG(map->key));
        return error_hint(error, "known are: " LANGUAGE_TAGS ", other");
    }
    if (!node_expect(map, NODE_MAP, error) || !node_knows(map, names, count, error)) {
        return false;
    }
    fallback->tag = map->key;
    for (size_t i = 0; i < count; i++) {
        const struct node *family = node_find(map, names[i]);
        if (family && !node_text(family, &fallback->families[i], error)) {
            return false;
        }
    }
    return true;
}

static bool read_fallbacks(struct arena *arena, const struct node *fonts,
                           struct theme *theme, struct error *error)
{
    const struct node *map = node_find(fonts, S("fallback"));
    if (!map) {
        return true;
    }
    if (!node_expect(map, NODE_MAP, error) ||
        !read_folders(arena, require(map, S("folders"), error), theme->fallback_folders,
                      &theme->fallback_folder_count, error)) {
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        const struct node *language = map->at[i];
        if (!is_family(language)) {
            continue;
        }
        if (theme->fallback_count == FONT_FALLBACKS_MAX) {
            return node_error(language, error, "there are more than %d languages",
                              FONT_FALLBACKS_MAX);
        }
        if (!read_fallback(language, fonts, &theme->fallbacks[theme->fallback_count++],
                           error)) {
            return false;
        }
    }
    return true;
}

static bool read_fonts(struct arena *arena, const struct node *fonts, struct theme *theme,
                       struct error *error)
{
    return node_expect(fonts, NODE_MAP, error) &&
           read_folders(arena, require(fonts, S("folders"), error), theme->folders,
                        &theme->folder_count, error) &&
           read_families(fonts, theme, error) && read_fallbacks(arena, fonts, theme, error);
}

/* The family that a style's `font: serif` means. */
static bool read_family(const struct node *font, const struct node *fonts, str *family,
                        struct error *error)
{
    str names[FONT_FAMILIES_MAX];
    str families[FONT_FAMILIES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < fonts->count; i++) {
        if (is_family(fonts->at[i])) {
            names[count] = fonts->at[i]->key;
            families[count++] = fonts->at[i]->text;
        }
    }
    size_t choice;
    if (!font || !node_choice(font, names, count, &choice, error)) {
        return false;
    }
    *family = families[choice];
    return true;
}

static bool read_weight(const struct node *node, int *weight, struct error *error)
{
    size_t number;
    if (!node || !node_count(node, &number, error)) {
        return false;
    }
    if (number < 100 || number > 900) {
        return node_error(node, error, "a weight is 100 to 900, as 400 for regular");
    }
    *weight = (int)number;
    return true;
}

static bool read_options(const struct node *node, struct text_style *style,
                         struct error *error)
{
    const struct node *italic = node_find(node, S("italic"));
    return (!node_find(node, S("tracking")) ||
            read_number(node, S("tracking"), &style->tracking, error)) &&
           (!italic || node_flag(italic, &style->is_italic, error));
}

static bool read_style(const struct node *node, const struct node *fonts,
                       const struct theme *theme, struct text_style *style,
                       struct error *error)
{
    static const str keys[] = {S("font"),  S("size"),   S("leading"), S("weight"),
                               S("color"), S("italic"), S("tracking")};
    if (!node_knows(node, keys, COUNT_OF(keys), error) ||
        !read_family(require(node, S("font"), error), fonts, &style->family, error) ||
        !read_length(node, S("size"), &style->size, error) ||
        !read_length(node, S("leading"), &style->line_height, error) ||
        !read_weight(require(node, S("weight"), error), &style->weight, error) ||
        !read_options(node, style, error)) {
        return false;
    }
    const struct node *named = require(node, S("color"), error);
    size_t choice;
    if (!named || !node_choice(named, color_names, COLOR_COUNT, &choice, error)) {
        return false;
    }
    style->color = theme->colors[choice];
    return true;
}

static bool read_styles(const struct node *node, const struct node *fonts,
                        struct theme *theme, struct error *error)
{
    if (!has_exactly(node, style_names, STYLE_COUNT, error)) {
        return false;
    }
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        if (!read_style(node_find(node, style_names[i]), fonts, theme, &theme->styles[i],
                        error)) {
            return false;
        }
    }
    return true;
}

/* --- page -------------------------------------------------------------------------------
 */

static const str paper_names[] = {S("A4"), S("Letter")};
static const struct {
    double width, height;
} papers[] = {{595.28, 841.89}, {612, 792}};

/* What is left of the page above `bottom` is cut to whole lines. */
static bool read_page(const struct node *node, struct theme *theme, struct error *error)
{
    static const str keys[] = {S("paper"),    S("content"), S("gutter"),
                               S("baseline"), S("top"),     S("bottom")};
    size_t paper;
    double bottom;
    if (!has_exactly(node, keys, COUNT_OF(keys), error) ||
        !node_choice(node_find(node, S("paper")), paper_names, COUNT_OF(paper_names),
                     &paper, error) ||
        !read_length(node, S("content"), &theme->content_width, error) ||
        !read_length(node, S("gutter"), &theme->gutter, error) ||
        !read_length(node, S("baseline"), &theme->baseline, error) ||
        !read_length(node, S("top"), &theme->margin_top, error) ||
        !read_length(node, S("bottom"), &bottom, error)) {
        return false;
    }
    theme->page_width = papers[paper].width;
    theme->page_height = papers[paper].height;
    double room = theme->page_height - theme->margin_top - bottom;
    theme->lines = room > 0 ? (size_t)(room / theme->baseline) : 0;
    if (!theme->lines || theme->content_width > theme->page_width ||
        theme_columns(theme, 1) <= 0) {
        return node_error(node, error, "the grid does not fit %.*s paper",
                          STR_ARG(paper_names[paper]));
    }
    return true;
}

/* --- the whole --------------------------------------------------------------------------
 */

bool theme_read(struct arena *arena, const struct node *node, struct theme *theme,
                struct error *error)
{
    static const str keys[] = {S("name"),    S("fonts"),        S("styles"), S("colors"),
                               S("palette"), S("palette-text"), S("page")};
    if (!has_exactly(node, keys, COUNT_OF(keys), error)) {
        return false;
    }
    *theme = (struct theme){0};
    const struct node *fonts = node_find(node, S("fonts"));
    return node_text(node_find(node, S("name")), &theme->name, error) &&
           read_fonts(arena, fonts, theme, error) &&
           read_colors(node_find(node, S("colors")), theme, error) &&
           read_palettes(node_find(node, S("palette")), node_find(node, S("palette-text")),
                         theme, error) &&
           read_styles(node_find(node, S("styles")), fonts, theme, error) &&
           read_page(node_find(node, S("page")), theme, error);
}

/* The families that help out in the language, or those of all others; NULL for none. */
static const str *fallbacks_for(const struct theme *theme, str language)
{
    const str *others = NULL;
    for (size_t i = 0; i < theme->fallback_count; i++) {
        const struct theme_fallback *fallback = &theme->fallbacks[i];
        if (str_equal(fallback->tag, language)) {
            return fallback->families;
        }
        others = str_equal(fallback->tag, S("other")) ? fallback->families : others;
    }
    return others;
}

struct fonts *theme_fonts(const struct theme *theme, str language, struct error *error)
{
    struct font_options options = {
        .families = theme->families,
        .family_count = theme->family_count,
        .folders = theme->folders,
        .folder_count = theme->folder_count,
        .language = language,
        .fallbacks = fallbacks_for(theme, language),
        .fallback_folders = theme->fallback_folders,
        .fallback_folder_count = theme->fallback_folder_count,
    };
    return fonts_create(&options, error);
}

double theme_columns(const struct theme *theme, int columns)
{
    double column =
        (theme->content_width - (THEME_COLUMNS - 1) * theme->gutter) / THEME_COLUMNS;
    return columns * column + (columns - 1) * theme->gutter;
}
