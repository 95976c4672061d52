/* SPDX-License-Identifier: MIT */
/*
 * CIELAB with the white of D50, as d3-color and CSS have it (matrices after Bruce
 * Lindbloom); cubehelix after D. A. Green (2011).
 */
#include "color_space.h"

#include <math.h>

/* Three coordinates; of polar spaces the first is the hue in degrees, NaN of a grey. */
struct coordinates {
    double at[3];
};

struct space {
    str name;
    bool is_polar, is_long; /* the long way round the hues */
    struct coordinates (*from_color)(color from);
    color (*to_color)(struct coordinates to);
};

static const double degree = 3.14159265358979323846 / 180;

static uint8_t channel(double value)
{
    return (uint8_t)fmin(fmax(round(value), 0), 255);
}

static struct coordinates rgb_from(color from)
{
    return (struct coordinates){{from.red, from.green, from.blue}};
}

static color rgb_to(struct coordinates to)
{
    return (color){channel(to.at[0]), channel(to.at[1]), channel(to.at[2])};
}

static double linear_from(uint8_t value)
{
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double linear_to(double part)
{
    return 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055);
}

static const double white_x = 0.96422, white_z = 0.82521;

static double lab_curve(double t)
{
    const double bend = 6.0 / 29;
    return t > bend * bend * bend ? cbrt(t) : t / (3 * bend * bend) + 4.0 / 29;
}

static double lab_uncurve(double t)
{
    const double bend = 6.0 / 29;
    return t > bend ? t * t * t : 3 * bend * bend * (t - 4.0 / 29);
}

static struct coordinates lab_from(color from)
{
    double r = linear_from(from.red);
    double g = linear_from(from.green);
    double b = linear_from(from.blue);
    double y = lab_curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
    double x = y, z = y;
    if (from.red != from.green || from.green != from.blue) {
        x = lab_curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white_x);
        z = lab_curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white_z);
    }
    return (struct coordinates){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static color lab_to(struct coordinates to)
{
    double y = (to.at[0] + 16) / 116;
    double x = white_x * lab_uncurve(y + to.at[1] / 500);
    double z = white_z * lab_uncurve(y - to.at[2] / 200);
    y = lab_uncurve(y);
    return (color){
        channel(linear_to(3.1338561 * x - 1.6168667 * y - 0.4906146 * z)),
        channel(linear_to(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z)),
        channel(linear_to(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)),
    };
}

static double positive_angle(double degrees)
{
    return degrees < 0 ? degrees + 360 : degrees;
}

static struct coordinates hcl_from(color from)
{
    struct coordinates lab = lab_from(from);
    double a = lab.at[1], b = lab.at[2];
    if (a == 0 && b == 0) {
        bool has_no_chroma = lab.at[0] > 0 && lab.at[0] < 100;
        return (struct coordinates){
            {(double)NAN, has_no_chroma ? 0 : (double)NAN, lab.at[0]}};
    }
    return (struct coordinates){
        {positive_angle(atan2(b, a) / degree), sqrt(a * a + b * b), lab.at[0]}};
}

static color hcl_to(struct coordinates to)
{
    double hue = isnan(to.at[0]) ? 0 : to.at[0] * degree;
    double chroma = isnan(to.at[1]) ? 0 : to.at[1];
    return lab_to((struct coordinates){{to.at[2], chroma * cos(hue), chroma * sin(hue)}});
}

static struct coordinates hsl_from(color from)
{
    double r = from.red / 255.0, g = from.green / 255.0, b = from.blue / 255.0;
    double high = fmax(r, fmax(g, b)), low = fmin(r, fmin(g, b));
    double span = high - low, light = (high + low) / 2;
    if (span == 0) {
        bool is_grey = light > 0 && light < 1;
        return (struct coordinates){{(double)NAN, is_grey ? 0 : (double)NAN, light}};
    }
    double hue = r == high   ? (g - b) / span + (g < b) * 6
                 : g == high ? (b - r) / span + 2
                             : (r - g) / span + 4;
    double saturation = span / (light < 0.5 ? high + low : 2 - high - low);
    return (struct coordinates){{hue * 60, saturation, light}};
}

static double hsl_part(double hue, double low, double high)
{
    hue = fmod(fmod(hue, 360) + 360, 360);
    return 255 * (hue < 60    ? low + (high - low) * hue / 60
                  : hue < 180 ? high
                  : hue < 240 ? low + (high - low) * (240 - hue) / 60
                              : low);
}

static color hsl_to(struct coordinates to)
{
    double hue = isnan(to.at[0]) ? 0 : to.at[0];
    double saturation = isnan(to.at[1]) ? 0 : to.at[1], light = to.at[2];
    double high = light + (light < 0.5 ? light : 1 - light) * saturation;
    double low = 2 * light - high;
    return (color){channel(hsl_part(hue + 120, low, high)),
                   channel(hsl_part(hue, low, high)),
                   channel(hsl_part(hue - 120, low, high))};
}

static const double helix_a = -0.14861, helix_b = 1.78277, helix_c = -0.29227,
                    helix_d = -0.90649, helix_e = 1.97294;

static struct coordinates cubehelix_from(color from)
{
    const double ed = helix_e * helix_d, eb = helix_e * helix_b,
                 bc_da = helix_b * helix_c - helix_d * helix_a;
    double r = from.red / 255.0, g = from.green / 255.0, b = from.blue / 255.0;
    double light = (bc_da * b + ed * r - eb * g) / (bc_da + ed - eb);
    double bl = b - light, k = (helix_e * (g - light) - helix_c * bl) / helix_d;
    double saturation = sqrt(k * k + bl * bl) / (helix_e * light * (1 - light));
    double hue = saturation > 0 ? positive_angle(atan2(k, bl) / degree - 120) : (double)NAN;
    return (struct coordinates){{hue, saturation, light}};
}

static color cubehelix_to(struct coordinates to)
{
    double hue = isnan(to.at[0]) ? 0 : (to.at[0] + 120) * degree, light = to.at[2];
    double a = isnan(to.at[1]) ? 0 : to.at[1] * light * (1 - light);
    double x = cos(hue), y = sin(hue);
    return (color){channel(255 * (light + a * (helix_a * x + helix_b * y))),
                   channel(255 * (light + a * (helix_c * x + helix_d * y))),
                   channel(255 * (light + a * (helix_e * x)))};
}

static const struct space spaces[] = {
    {S("rgb"), false, false, rgb_from, rgb_to},
    {S("lab"), false, false, lab_from, lab_to},
    {S("hcl"), true, false, hcl_from, hcl_to},
    {S("hcl-long"), true, true, hcl_from, hcl_to},
    {S("hsl"), true, false, hsl_from, hsl_to},
    {S("hsl-long"), true, true, hsl_from, hsl_to},
    {S("cubehelix"), true, false, cubehelix_from, cubehelix_to},
    {S("cubehelix-long"), true, true, cubehelix_from, cubehelix_to},
};

static const struct space *find_space(str name)
{
    for (size_t i = 0; i < COUNT_OF(spaces); i++) {
        if (str_equal(spaces[i].name, name)) {
            return &spaces[i];
        }
    }
    return NULL;
}

bool color_space_is_known(str name)
{
    return find_space(name) != NULL;
}

/* What is not there (the hue of a grey) is taken from the other colour. */
static double between(double a, double b, double part)
{
    return isnan(a) ? b : isnan(b) ? a : a + (b - a) * part;
}

static double hue_between(double a, double b, double part, bool is_long)
{
    if (isnan(a) || isnan(b)) {
        return between(a, b, part);
    }
    double turn = b - a;
    if (!is_long && fabs(turn) > 180) {
        turn -= 360 * round(turn / 360);
    }
    return a + turn * part;
}

/* rgb with a gamma: the mean of the channels' powers. */
static double gamma_between(double a, double b, double part, double gamma)
{
    double low = pow(a, gamma), high = pow(b, gamma);
    return pow(low + (high - low) * part, 1 / gamma);
}

color color_between(color a, color b, double part, str name, double gamma)
{
    const struct space *space = find_space(name);
    if (!space) {
        space = &spaces[0];
    }
    struct coordinates from = space->from_color(a), to = space->from_color(b), mixed;
    bool has_gamma = gamma > 0 && gamma != 1;
    if (has_gamma && space == &spaces[0]) {
        for (size_t i = 0; i < 3; i++) {
            mixed.at[i] = gamma_between(from.at[i], to.at[i], part, gamma);
        }
        return space->to_color(mixed);
    }
    mixed.at[0] = space->is_polar ? hue_between(from.at[0], to.at[0], part, space->is_long)
                                  : between(from.at[0], to.at[0], part);
    mixed.at[1] = between(from.at[1], to.at[1], part);
    bool is_helix = has_gamma && space->from_color == cubehelix_from;
    mixed.at[2] = between(from.at[2], to.at[2], is_helix ? pow(part, gamma) : part);
    return space->to_color(mixed);
}

color color_along(const color *colors, size_t count, double part, str space, double gamma)
{
    if (count == 1) {
        return colors[0];
    }
    double at = fmin(fmax(part, 0), 1) * (double)(count - 1);
    size_t index = (size_t)fmin(floor(at), (double)(count - 2));
    return color_between(colors[index], colors[index + 1], at - (double)index, space,
                         gamma);
}
