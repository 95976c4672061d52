/* SPDX-License-Identifier: MIT */
#include "table/unit.h"

#include <strings.h>

#define ONE \
    { \
        1, 0 \
    }
#define THOUSAND \
    { \
        1000, 0 \
    }
#define THOUSANDTH \
    { \
        1, 3 \
    }

static const struct unit units[] = {
    {S("kg"), S("kg"), ONE},
    {S("kgs"), S("kg"), ONE},
    {S("kilogram"), S("kg"), ONE},
    {S("kilograms"), S("kg"), ONE},
    {S("千克"), S("kg"), ONE},
    {S("公斤"), S("kg"), ONE},
    {S("g"), S("kg"), THOUSANDTH},
    {S("gram"), S("kg"), THOUSANDTH},
    {S("克"), S("kg"), THOUSANDTH},
    {S("100kg"), S("kg"), {100, 0}},
    {S("t"), S("kg"), THOUSAND},
    {S("mt"), S("kg"), THOUSAND},
    {S("ton"), S("kg"), THOUSAND},
    {S("tons"), S("kg"), THOUSAND},
    {S("tonne"), S("kg"), THOUSAND},
    {S("吨"), S("kg"), THOUSAND},
    {S("万吨"), S("kg"), {10000000, 0}},
    {S("no"), S("pieces"), ONE},
    {S("u"), S("pieces"), ONE},
    {S("p/st"), S("pieces"), ONE},
    {S("piece"), S("pieces"), ONE},
    {S("pieces"), S("pieces"), ONE},
    {S("unit"), S("pieces"), ONE},
    {S("number"), S("pieces"), ONE},
    {S("个"), S("pieces"), ONE},
    {S("件"), S("pieces"), ONE},
    {S("只"), S("pieces"), ONE},
    {S("台"), S("sets"), ONE},
    {S("set"), S("sets"), ONE},
    {S("辆"), S("vehicles"), ONE},
    {S("头"), S("head"), ONE},
    {S("head"), S("head"), ONE},
    {S("双"), S("pairs"), ONE},
    {S("pair"), S("pairs"), ONE},
    {S("pairs"), S("pairs"), ONE},
    {S("2u"), S("pairs"), ONE},
    {S("pr"), S("pairs"), ONE},
    {S("dz"), S("pieces"), {12, 0}},
    {S("l"), S("litres"), ONE},
    {S("litre"), S("litres"), ONE},
    {S("liter"), S("litres"), ONE},
    {S("升"), S("litres"), ONE},
    {S("kl"), S("litres"), THOUSAND},
    {S("m"), S("m"), ONE},
    {S("metre"), S("m"), ONE},
    {S("米"), S("m"), ONE},
    {S("m2"), S("m2"), ONE},
    {S("m²"), S("m2"), ONE},
    {S("square metre"), S("m2"), ONE},
    {S("平方米"), S("m2"), ONE},
    {S("m3"), S("m3"), ONE},
    {S("m³"), S("m3"), ONE},
    {S("立方米"), S("m3"), ONE},
    {S("carat"), S("carats"), ONE},
    {S("克拉"), S("carats"), ONE},
};

const struct unit *unit_find(str word)
{
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        if (word.length == units[i].word.length &&
            !strncasecmp(word.at, units[i].word.at, word.length)) {
            return &units[i];
        }
    }
    return NULL;
}

bool unit_convert(struct decimal *number, struct decimal factor)
{
    struct decimal product = *number;
    while (product.places && factor.units % 10 == 0) {
        product.places--;
        factor.units /= 10;
    }
    if (__builtin_mul_overflow(product.units, factor.units, &product.units)) {
        return false;
    }
    product.places += factor.places;
    while (product.places > DECIMAL_PLACES_MAX && product.units % 10 == 0) {
        product.units /= 10;
        product.places--;
    }
    *number = product;
    return product.places <= DECIMAL_PLACES_MAX;
}
