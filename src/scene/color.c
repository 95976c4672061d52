/* SPDX-License-Identifier: MIT */
#include "scene/geometry.h"

#include <math.h>

static bool parse_digit(char byte, unsigned *digit)
{
    if (byte >= '0' && byte <= '9') {
        *digit = (unsigned)(byte - '0');
    } else if (byte >= 'A' && byte <= 'F') {
        *digit = (unsigned)(byte - 'A') + 10;
    } else if (byte >= 'a' && byte <= 'f') {
        *digit = (unsigned)(byte - 'a') + 10;
    } else {
        return false;
    }
    return true;
}

bool color_parse(str text, color *parsed)
{
    if (text.length != 7 || text.at[0] != '#') {
        return false;
    }
    uint8_t channels[3];
    for (size_t i = 0; i < 3; i++) {
        unsigned high;
        unsigned low;
        if (!parse_digit(text.at[1 + 2 * i], &high) ||
            !parse_digit(text.at[2 + 2 * i], &low)) {
            return false;
        }
        channels[i] = (uint8_t)(high * 16 + low);
    }
    *parsed = (color){channels[0], channels[1], channels[2]};
    return true;
}

static uint8_t mix(uint8_t a, uint8_t b, double part_of_b)
{
    return (uint8_t)lround(a + (b - a) * part_of_b);
}

color color_mix(color a, color b, double part_of_b)
{
    return (color){
        mix(a.red, b.red, part_of_b),
        mix(a.green, b.green, part_of_b),
        mix(a.blue, b.blue, part_of_b),
    };
}

/* From sRGB to linear light (WCAG 2.2, "relative luminance"). */
static double linear(uint8_t channel)
{
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

double color_luminance(color c)
{
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

double color_contrast(color a, color b)
{
    double one = color_luminance(a);
    double other = color_luminance(b);
    return one > other ? (one + 0.05) / (other + 0.05) : (other + 0.05) / (one + 0.05);
}
