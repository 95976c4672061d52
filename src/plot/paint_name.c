/* SPDX-License-Identifier: MIT */
#include "grammar/css.h"
#include "scale_make.h"

/* Names of the theme's colours behind "house:", as themes spell them. */
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

/* "palette-1" is the first colour of entities, "palette-text-1" the same for text. */
static bool palette_color(const struct theme *theme, str name, color *out)
{
    const str dark = S("palette-text-"), light = S("palette-");
    bool is_text = str_starts(name, dark);
    size_t number;
    if (!str_starts(name, light) ||
        !str_to_size(str_after(name, is_text ? dark.length : light.length), &number) ||
        number < 1 || !theme->palette_count) {
        return false;
    }
    size_t index = (number - 1) % theme->palette_count;
    *out = is_text ? theme->palette_text[index] : theme->palette[index];
    return true;
}

static bool theme_color_named(const struct theme *theme, str name, color *out)
{
    for (size_t i = 0; i < COLOR_COUNT; i++) {
        if (str_equal(color_names[i], name)) {
            *out = theme->colors[i];
            return true;
        }
    }
    return palette_color(theme, name, out);
}

bool plot_color(const struct maker *maker, str text, color *out)
{
    const str prefix = S("house:");
    if (str_starts(text, prefix)) {
        return theme_color_named(maker->options->theme, str_after(text, prefix.length),
                                 out);
    }
    double opacity;
    return css_color(text, out, &opacity) && opacity > 0;
}
