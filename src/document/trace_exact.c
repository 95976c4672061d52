/* SPDX-License-Identifier: MIT */
/* Exact numbers as texts, and back. */
#include "trace_internal.h"

/* Decimals that the fraction has; -1 if they do not end, or are too many. */
static int decimals_of(int128 denominator)
{
    int twos = 0;
    int fives = 0;
    for (; denominator % 2 == 0; denominator /= 2) {
        twos++;
    }
    for (; denominator % 5 == 0; denominator /= 5) {
        fives++;
    }
    int places = twos > fives ? twos : fives;
    return denominator == 1 && places <= DECIMAL_PLACES_MAX ? places : -1;
}

str trace_exact(struct arena *arena, struct ratio number)
{
    if (!ratio_is_valid(number)) {
        return S("");
    }
    int places = decimals_of(number.denominator);
    struct decimal decimal = places < 0 ? (struct decimal){0} : ratio_round(number, places);
    if (places >= 0 && ratio_compare(ratio_from_decimal(decimal), number) == 0) {
        return decimal_print(arena, decimal);
    }
    str numerator = decimal_print(arena, (struct decimal){number.numerator, 0});
    str denominator = decimal_print(arena, (struct decimal){number.denominator, 0});
    return str_print(arena, "%.*s/%.*s", STR_ARG(numerator), STR_ARG(denominator));
}

bool trace_exact_parse(str text, struct ratio *number)
{
    struct decimal numerator;
    struct decimal denominator = {1, 0};
    str below = {0};
    str above = str_cut(text, '/', &below);
    if (!decimal_parse(above, &numerator) ||
        (below.length && !decimal_parse(below, &denominator))) {
        return false;
    }
    *number = ratio_divide(ratio_from_decimal(numerator), ratio_from_decimal(denominator));
    return ratio_is_valid(*number);
}
