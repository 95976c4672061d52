/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

static bool is_at_least(struct ratio number, int64_t bound)
{
    return ratio_compare(ratio_absolute(number), ratio_from(bound)) >= 0;
}

struct figure_style figure_style_for(const struct language *language, str unit,
                                     struct ratio largest, int published)
{
    struct language_scale scale = language_scale_for(language, largest);
    struct figure_style style = {
        .language = language,
        .is_rate = str_equal(unit, S("%")),
        .places = 1,
        .divisor = scale.divisor,
        .scale_word = scale.word,
    };
    if (style.divisor > 1) {
        style.places = is_at_least(largest, 100 * style.divisor) ? 0 : 1;
    } else if (!style.is_rate) {
        style.places = is_at_least(largest, 100) ? 0 : is_at_least(largest, 10) ? 1 : 2;
        style.places =
            published >= 0 && published < style.places ? published : style.places;
    }
    return style;
}

struct figure_style figure_style_of(const struct chart *chart, const struct slots *slots,
                                    size_t count)
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
    return figure_style_for(chart->language, chart->unit,
                            ratio_compare(low, high) > 0 ? low : high, published);
}

static struct number_style number_style_for(struct ratio value, struct figure_style style)
{
    bool is_large_rate = style.is_rate && is_at_least(value, 100);
    return (struct number_style){
        .places = is_large_rate ? 0 : style.places,
        .has_plus = style.has_plus,
    };
}

str figure_print(struct arena *arena, struct ratio value, struct figure_style style)
{
    struct ratio scaled = ratio_divide(value, ratio_from(style.divisor));
    str digits =
        language_number(arena, style.language, scaled, number_style_for(value, style));
    return style.is_rate
               ? language_with_unit(arena, style.language, digits, S("%"))
               : language_with_scale(arena, style.language, digits, style.scale_word);
}

str figure_print_unit(struct arena *arena, struct ratio value, struct figure_style style,
                      str unit)
{
    if (style.is_rate || !unit.length) {
        return figure_print(arena, value, style);
    }
    if (style.divisor == 1) {
        return language_amount(arena, style.language, value, number_style_for(value, style),
                               unit);
    }
    return language_with_unit(arena, style.language, figure_print(arena, value, style),
                              unit);
}
