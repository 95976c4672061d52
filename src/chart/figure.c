/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/number.h"

static const struct {
    int64_t from, divisor;
    const char *word;
} scales[] = {
    {INT64_C(10000000000000), INT64_C(1000000000000), "trn"},
    {INT64_C(10000000000), INT64_C(1000000000), "bn"},
    {INT64_C(10000000), INT64_C(1000000), "m"},
    {0, 1, ""},
};

static bool is_at_least(struct ratio number, int64_t bound)
{
    return ratio_compare(ratio_absolute(number), ratio_from(bound)) >= 0;
}

struct figure_style figure_style_for(str unit, struct ratio largest, int published)
{
    struct figure_style style = {.is_rate = str_equal(unit, S("%")), .places = 1};
    size_t scale = 0;
    while (!is_at_least(largest, scales[scale].from)) {
        scale++;
    }
    style.divisor = scales[scale].divisor;
    style.scale_word = str_from(scales[scale].word);
    if (style.divisor > 1) {
        style.places = is_at_least(largest, 100 * style.divisor) ? 0 : 1;
    } else if (!style.is_rate) {
        style.places = is_at_least(largest, 100) ? 0 : is_at_least(largest, 10) ? 1 : 2;
        style.places =
            published >= 0 && published < style.places ? published : style.places;
    }
    return style;
}

struct figure_style figure_style_of(str unit, const struct slots *slots, size_t count)
{
    struct ratio low = {0, 1};
    struct ratio high = {0, 1};
    bool has_any = false;
    int published = -1;
    for (size_t i = 0; i < count; i++) {
        slots_range(&slots[i], &low, &high, &has_any);
        for (size_t month = 0; month < slots[i].count; month++) {
            int places = slots[i].at[month].places;
            if (slots_has_value(&slots[i], month) && places > published) {
                published = places;
            }
        }
    }
    low = ratio_absolute(low);
    high = ratio_absolute(high);
    return figure_style_for(unit, ratio_compare(low, high) > 0 ? low : high, published);
}

str figure_print(struct arena *arena, struct ratio value, struct figure_style style)
{
    struct number_style number = {.places = style.places, .has_plus = style.has_plus};
    if (style.is_rate && is_at_least(value, 100)) {
        number.places = 0;
    }
    struct ratio scaled = ratio_divide(value, ratio_from(style.divisor));
    str digits = number_print(arena, scaled, number);
    if (style.is_rate) {
        return str_print(arena, "%.*s%%", STR_ARG(digits));
    }
    return style.scale_word.length ? str_print(arena, "%.*s\u00A0%.*s", STR_ARG(digits),
                                               STR_ARG(style.scale_word))
                                   : digits;
}

str figure_print_unit(struct arena *arena, struct ratio value, struct figure_style style,
                      str unit)
{
    str digits = figure_print(arena, value, style);
    return style.is_rate || !unit.length
               ? digits
               : str_print(arena, "%.*s\u00A0%.*s", STR_ARG(digits), STR_ARG(unit));
}
