/* SPDX-License-Identifier: MIT */
/*
 * `formatType: figures`: numbers of an axis as the text of a page has them. Large ones are
 * told in the language's words for them, by the greatest; the last has the word and the
 * unit, which `format` names. A "+" before the unit asks for signs.
 */
#include <math.h>

#include "axis.h"
#include "base/language.h"

/* Of a number of at most nine decimals. */
static struct ratio ratio_at(double number, int places)
{
    double units = round(number * pow(10, places));
    return ratio_from_decimal((struct decimal){(int128)units, places});
}

/* Decimals that tell the numbers of even steps apart: none of 1,000, one of 2.5. */
static int places_for(double step)
{
    enum { PLACES_MOST = 9 };
    int places = 0;
    double units = step;
    while (places < PLACES_MOST &&
           fabs(units - round(units)) > 1e-6 * fmax(1, fabs(units))) {
        units *= 10;
        places++;
    }
    return places;
}

bool axis_shows_figures(const struct axis *axis)
{
    const struct scale *scale = axis->request->scale;
    return scale->type == SCALE_LINEAR && axis->ticks.count &&
           str_equal(bag_text_or(&axis->bag, S("formatType"), S("")), S("figures"));
}

void axis_print_figures(struct axis *axis)
{
    struct arena *arena = axis->maker->arena;
    const struct language *language = axis->maker->specification->environment.language;
    const struct scale *scale = axis->request->scale;
    str unit = bag_text_or(&axis->bag, S("format"), S(""));
    bool has_plus = str_starts(unit, S("+"));
    unit = str_after(unit, has_plus);
    double largest = fmin(fmax(fabs(scale->low), fabs(scale->high)), 1e18);
    struct language_scale words = language_scale_for(language, ratio_at(largest, 0));
    size_t last = axis->ticks.count - 1;
    double first = datum_to_number(axis->ticks.at[0].value);
    double second = datum_to_number(axis->ticks.at[last ? 1 : 0].value);
    double divisor = (double)words.divisor;
    int places = last ? places_for((second - first) / divisor) : 0;
    struct number_style style = {.places = places, .has_plus = has_plus};
    for (size_t i = 0; i <= last; i++) {
        double number = datum_to_number(axis->ticks.at[i].value) / divisor;
        str text = language_number(arena, language, ratio_at(number, places), style);
        if (i == last) {
            text = language_with_scale(arena, language, text, words.word);
            text = unit.length ? language_with_unit(arena, language, text, unit) : text;
        }
        axis->ticks.at[i].text = text;
    }
}
