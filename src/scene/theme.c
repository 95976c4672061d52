/* SPDX-License-Identifier: MIT */
#include "theme_internal.h"

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

str theme_style_name(enum theme_style style)
{
    return style_names[style];
}

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

const struct node *theme_require(const struct node *map, str key, struct error *error)
{
    const struct node *value = node_find(map, key);
    if (!value) {
        node_error(map, error, "\"%.*s\" is missing here", STR_ARG(key));
    }
    return value;
}

static bool has_all(const struct node *map, const str *names, size_t count,
                    struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!theme_require(map, names[i], error)) {
            return false;
        }
    }
    return true;
}

/* Every name must be in the map, and nothing else. */
static bool has_exactly(const struct node *map, const str *names, size_t count,
                        struct error *error)
{
    return node_knows(map, names, count, error) && has_all(map, names, count, error);
}

static bool read_number(const struct node *map, str key, double *number,
                        struct error *error)
{
    const struct node *node = theme_require(map, key, error);
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

/* --- styles -----------------------------------------------------------------------------
 */

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

/* Lines and letters that would lie on each other are a slip of the pen. */
static bool check_spacing(const struct node *node, const struct text_style *style,
                          struct error *error)
{
    enum { LEADING_MIN = 80, TRACKING_MIN = -20 }; /* percent of the size */
    if (style->line_height < style->size * LEADING_MIN / 100) {
        return node_error(node_find(node, S("leading")), error,
                          "the leading must be at least %d%% of the size", LEADING_MIN);
    }
    return style->tracking >= style->size * TRACKING_MIN / 100 ||
           node_error(node_find(node, S("tracking")), error,
                      "the tracking must be at least \u2212%d%% of the size",
                      -TRACKING_MIN);
}

static bool read_style(const struct node *node, const struct node *fonts,
                       const struct theme *theme, struct text_style *style,
                       struct error *error)
{
    static const str keys[] = {S("font"),  S("size"),   S("leading"), S("weight"),
                               S("color"), S("italic"), S("tracking")};
    if (!node_knows(node, keys, COUNT_OF(keys), error) ||
        !theme_read_family(theme_require(node, S("font"), error), fonts, &style->family,
                           error) ||
        !read_length(node, S("size"), &style->size, error) ||
        !read_length(node, S("leading"), &style->line_height, error) ||
        !read_weight(theme_require(node, S("weight"), error), &style->weight, error) ||
        !read_options(node, style, error) || !check_spacing(node, style, error)) {
        return false;
    }
    const struct node *named = theme_require(node, S("color"), error);
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

/* What is left of the page above the bottom margin is cut to whole lines. */
static bool set_paper(struct theme *theme, size_t paper)
{
    theme->page_width = papers[paper].width;
    theme->page_height = papers[paper].height;
    double room = theme->page_height - theme->margin_top - theme->margin_bottom;
    theme->lines = room > 0 ? (size_t)(room / theme->baseline) : 0;
    return theme->lines && theme->content_width <= theme->page_width &&
           theme_columns(theme, 1) > 0;
}

bool theme_set_paper(struct theme *theme, str paper, struct error *error)
{
    for (size_t i = 0; i < COUNT_OF(paper_names); i++) {
        if (str_equal(paper, paper_names[i])) {
            return set_paper(theme, i) ||
                   error_set(error, ERROR_CONFIG,
                             "the theme's grid does not fit %.*s paper", STR_ARG(paper));
        }
    }
    error_set(error, ERROR_USAGE, "there is no paper \"%.*s\"", STR_ARG(paper));
    return error_hint(error, "known are: " THEME_PAPERS);
}

static bool read_page(const struct node *node, struct theme *theme, struct error *error)
{
    static const str keys[] = {S("paper"),    S("content"), S("gutter"),
                               S("baseline"), S("top"),     S("bottom")};
    size_t paper;
    return has_exactly(node, keys, COUNT_OF(keys), error) &&
           node_choice(node_find(node, S("paper")), paper_names, COUNT_OF(paper_names),
                       &paper, error) &&
           read_length(node, S("content"), &theme->content_width, error) &&
           read_length(node, S("gutter"), &theme->gutter, error) &&
           read_length(node, S("baseline"), &theme->baseline, error) &&
           read_length(node, S("top"), &theme->margin_top, error) &&
           read_length(node, S("bottom"), &theme->margin_bottom, error) &&
           (set_paper(theme, paper) ||
            node_error(node, error, "the grid does not fit %.*s paper",
                       STR_ARG(paper_names[paper])));
}

/* How the rows of tables are told apart. */
static bool read_tables(const struct node *node, struct theme *theme, struct error *error)
{
    static const str names[] = {S("auto"), S("rules"), S("tint"), S("none")};
    size_t choice;
    if (!node) {
        return true;
    }
    if (!node_choice(node, names, COUNT_OF(names), &choice, error)) {
        return false;
    }
    theme->ruling = (enum theme_ruling)choice;
    return true;
}

/* --- the whole --------------------------------------------------------------------------
 */

bool theme_read(struct arena *arena, const struct node *node, struct theme *theme,
                struct error *error)
{
    static const str keys[] = {S("name"),   S("fonts"),       S("styles"),
                               S("colors"), S("palette"),     S("palette-text"),
                               S("page"),   S("hyphenation"), S("tables")};
    size_t required = COUNT_OF(keys) - 2; /* the last two need not be there */
    if (!node_knows(node, keys, COUNT_OF(keys), error) ||
        !has_all(node, keys, required, error)) {
        return false;
    }
    *theme = (struct theme){
        .styles_place = node_key_place(node_find(node, S("styles"))),
        .colors_place = node_key_place(node_find(node, S("colors"))),
        .palette_place = node_key_place(node_find(node, S("palette"))),
        .palette_text_place = node_key_place(node_find(node, S("palette-text"))),
    };
    const struct node *fonts = node_find(node, S("fonts"));
    return node_text(node_find(node, S("name")), &theme->name, error) &&
           theme_read_fonts(arena, fonts, theme, error) &&
           theme_read_hyphenation(arena, node_find(node, S("hyphenation")), theme, error) &&
           read_colors(node_find(node, S("colors")), theme, error) &&
           read_palettes(node_find(node, S("palette")), node_find(node, S("palette-text")),
                         theme, error) &&
           read_styles(node_find(node, S("styles")), fonts, theme, error) &&
           read_tables(node_find(node, S("tables")), theme, error) &&
           read_page(node_find(node, S("page")), theme, error);
}

double theme_columns(const struct theme *theme, int columns)
{
    double column =
        (theme->content_width - (THEME_COLUMNS - 1) * theme->gutter) / THEME_COLUMNS;
    return columns * column + (columns - 1) * theme->gutter;
}
