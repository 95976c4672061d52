/* SPDX-License-Identifier: MIT */
#include "font_choice.h"

#include <assert.h>
#include <math.h>

#include "scale_make.h"

static const struct {
    str name;
    enum theme_style style;
} style_names[] = {
    {S("headline"), STYLE_HEADLINE},
    {S("body"), STYLE_BODY},
    {S("chart-title"), STYLE_CHART_TITLE},
    {S("chart-title-wide"), STYLE_CHART_TITLE_WIDE},
    {S("chart-subtitle"), STYLE_CHART_SUBTITLE},
    {S("axis"), STYLE_AXIS},
    {S("label"), STYLE_LABEL},
    {S("value"), STYLE_VALUE},
    {S("event"), STYLE_EVENT},
    {S("source"), STYLE_SOURCE},
    {S("table"), STYLE_TABLE},
    {S("note"), STYLE_NOTE},
};

static bool is_in_theme(const struct theme *theme, str family)
{
    for (size_t i = 0; i < theme->family_count; i++) {
        if (str_equal(theme->families[i], family)) {
            return true;
        }
    }
    return false;
}

/* The first of a list of families that the theme has. */
static str family_of(const struct theme *theme, str list)
{
    while (list.length) {
        str rest;
        str name = str_trim(str_cut(list, ',', &rest));
        if (is_in_theme(theme, name)) {
            return name;
        }
        if (str_equal(name, S("serif"))) {
            return theme->styles[STYLE_BODY].family;
        }
        if (str_equal(name, S("monospace"))) {
            return theme->styles[STYLE_CODE].family;
        }
        list = rest;
    }
    return theme->styles[STYLE_AXIS].family;
}

static const struct text_style *house_style(const struct theme *theme, str font)
{
    const str prefix = S("house:");
    str name = str_after(font, str_starts(font, prefix) ? prefix.length : font.length);
    for (size_t i = 0; i < COUNT_OF(style_names); i++) {
        if (str_equal(style_names[i].name, name)) {
            return &theme->styles[style_names[i].style];
        }
    }
    return NULL;
}

static int weight_of(const struct node *node, int otherwise)
{
    size_t number;
    if (!node || node->kind != NODE_SCALAR) {
        return otherwise;
    }
    if (str_to_size(node->text, &number) && number >= 100 && number <= 900) {
        return (int)number;
    }
    return str_equal(node->text, S("bold"))     ? WEIGHT_BOLD
           : str_equal(node->text, S("normal")) ? WEIGHT_REGULAR
                                                : otherwise;
}

const struct text_style *font_choose(const struct maker *maker, struct font_choice choice)
{
    const struct theme *theme = maker->options->theme;
    assert(theme);
    const struct text_style *house = house_style(theme, choice.font);
    struct text_style *style = arena_new(maker->arena, struct text_style);
    style->family = house ? house->family : family_of(theme, choice.font);
    style->weight = weight_of(choice.weight, house ? house->weight : WEIGHT_REGULAR);
    style->is_italic = choice.is_italic;
    style->size = fmax(choice.size, 0.1);
    style->line_height = choice.size + 2;
    style->color = choice.color;
    return style;
}

/* "titleFont" of "title" and "Font"; "font" where there is no prefix. */
static str prefixed(struct arena *arena, const char *prefix, const char *key)
{
    char first = key[0];
    if (!*prefix && first >= 'A' && first <= 'Z') {
        first = (char)(first + ('a' - 'A'));
    }
    return str_print(arena, "%s%c%s", prefix, first, key + 1);
}

const struct text_style *font_of_bag(const struct maker *maker, const struct bag *bag,
                                     const char *prefix, double size, color ink)
{
    struct arena *arena = maker->arena;
    struct font_choice choice = {.color = ink};
    choice.font = bag_text_or(bag, prefixed(arena, prefix, "Font"), S(""));
    choice.size = bag_number_or(bag, prefixed(arena, prefix, "FontSize"), size);
    choice.weight = bag_find(bag, prefixed(arena, prefix, "FontWeight"));
    choice.is_italic = str_equal(
        bag_text_or(bag, prefixed(arena, prefix, "FontStyle"), S("")), S("italic"));
    const struct node *given = bag_find(bag, prefixed(arena, prefix, "Color"));
    if (given && given->kind == NODE_SCALAR) {
        plot_color(maker, given->text, &choice.color);
    }
    return font_choose(maker, choice);
}

const struct text_style *font_override(const struct maker *maker,
                                       const struct text_style *usual,
                                       const struct bag *bag, const char *prefix)
{
    struct arena *arena = maker->arena;
    struct text_style *style = arena_new(arena, struct text_style);
    const struct text_style *given =
        font_of_bag(maker, bag, prefix, usual->size, usual->color);
    *style = *given;
    if (!bag_find(bag, prefixed(arena, prefix, "Font"))) {
        style->family = usual->family;
        style->weight = usual->weight;
    }
    style->weight =
        weight_of(bag_find(bag, prefixed(arena, prefix, "FontWeight")), style->weight);
    return style;
}
