/* SPDX-License-Identifier: MIT */
#include "scene/vision.h"

#include <math.h>

struct triple {
    double at[3];
};

struct matrix {
    double at[3][3];
};

static struct triple multiply(const struct matrix *matrix, struct triple v)
{
    struct triple product;
    for (size_t i = 0; i < COUNT_OF(product.at); i++) {
        const double *row = matrix->at[i];
        product.at[i] = row[0] * v.at[0] + row[1] * v.at[1] + row[2] * v.at[2];
    }
    return product;
}

static double to_linear(uint8_t channel)
{
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static struct triple linear_light(color c)
{
    return (struct triple){{to_linear(c.red), to_linear(c.green), to_linear(c.blue)}};
}

/* Tables 1 to 3 of the paper, severity 1.0. */
static const struct matrix blindness[VISION_COUNT] = {
    [VISION_PROTANOPIA] = {{{0.152286, 1.052583, -0.204868},
                            {0.114503, 0.786281, 0.099216},
                            {-0.003882, -0.048116, 1.051998}}},
    [VISION_DEUTERANOPIA] = {{{0.367322, 0.860646, -0.227968},
                              {0.280085, 0.672501, 0.047413},
                              {-0.011820, 0.042940, 0.968881}}},
    [VISION_TRITANOPIA] = {{{1.255528, -0.076749, -0.178779},
                            {-0.078411, 0.930809, 0.147602},
                            {0.004733, 0.691367, 0.303900}}},
};

static struct triple seen(color c, enum vision vision)
{
    struct triple light = linear_light(c);
    if (vision == VISION_NORMAL || vision == VISION_GREY) {
        return light;
    }
    struct triple seen = multiply(&blindness[vision], light);
    for (size_t i = 0; i < COUNT_OF(seen.at); i++) {
        seen.at[i] = fmin(fmax(seen.at[i], 0), 1);
    }
    return seen;
}

static struct triple oklab(struct triple light)
{
    static const struct matrix to_cones = {{{0.4122214708, 0.5363325363, 0.0514459929},
                                            {0.2119034982, 0.6806995451, 0.1073969566},
                                            {0.0883024619, 0.2817188376, 0.6299787005}}};
    static const struct matrix to_lab = {{{0.2104542553, 0.7936177850, -0.0040720468},
                                          {1.9779984951, -2.4285922050, 0.4505937099},
                                          {0.0259040371, 0.7827717662, -0.8086757660}}};
    struct triple cones = multiply(&to_cones, light);
    for (size_t i = 0; i < COUNT_OF(cones.at); i++) {
        cones.at[i] = cbrt(cones.at[i]);
    }
    return multiply(&to_lab, cones);
}

str vision_name(enum vision vision)
{
    static const str names[VISION_COUNT] = {
        [VISION_NORMAL] = S(""),
        [VISION_PROTANOPIA] = S(" to readers with protanopia"),
        [VISION_DEUTERANOPIA] = S(" to readers with deuteranopia"),
        [VISION_TRITANOPIA] = S(" to readers with tritanopia"),
        [VISION_GREY] = S(" in grey"),
    };
    return names[vision];
}

double vision_distance(color a, color b, enum vision vision)
{
    struct triple one = oklab(seen(a, vision));
    struct triple other = oklab(seen(b, vision));
    double lightness = one.at[0] - other.at[0];
    double red = vision == VISION_GREY ? 0 : one.at[1] - other.at[1];
    double yellow = vision == VISION_GREY ? 0 : one.at[2] - other.at[2];
    return 100 * sqrt(lightness * lightness + red * red + yellow * yellow);
}
