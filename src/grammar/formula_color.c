/* SPDX-License-Identifier: MIT */
/* Colours are texts that CSS knows. */
#include "formula_internal.h"

#include "base/compiler.h"
#include "grammar/css.h"

#include <math.h>

static double luminance_of(const struct call *call, size_t index)
{
    color parsed = {0, 0, 0};
    double opacity;
    return css_color(call_text(call, index), &parsed, &opacity) ? color_luminance(parsed)
                                                                : (double)NAN;
}

static struct datum luminance(const struct call *call)
{
    return datum_number(luminance_of(call, 0));
}

static struct datum contrast(const struct call *call)
{
    double a = luminance_of(call, 0);
    double b = luminance_of(call, 1);
    return datum_number((fmax(a, b) + 0.05) / (fmin(a, b) + 0.05));
}

static unsigned to_byte(double part)
{
    return part > 0.0 ? (part < 255.0 ? (unsigned)(part + 0.5) : 255U) : 0U;
}

static struct datum from_rgb(const struct call *call, double red, double green, double blue)
{
    return datum_text(str_print(call->arena, "rgb(%u, %u, %u)", to_byte(red),
                                to_byte(green), to_byte(blue)));
}

static struct datum rgb(const struct call *call)
{
    return call->count < 3 ? call_at(call, 0)
                           : from_rgb(call, call_number(call, 0), call_number(call, 1),
                                      call_number(call, 2));
}

/* One channel of HSL (CSS Color 4, 7.1). */
static double hsl_channel(double hue, double saturation, double lightness, double n)
{
    double k = fmod(n + hue / 30.0, 12.0);
    double range = saturation * fmin(lightness, 1.0 - lightness);
    return 255.0 * (lightness - range * fmax(-1.0, fmin(fmin(k - 3.0, 9.0 - k), 1.0)));
}

static struct datum hsl(const struct call *call)
{
    if (call->count < 3) {
        return call_at(call, 0);
    }
    double hue = fmod(fmod(call_number(call, 0), 360.0) + 360.0, 360.0);
    double saturation = call_number(call, 1);
    double lightness = call_number(call, 2);
    return from_rgb(call, hsl_channel(hue, saturation, lightness, 0.0),
                    hsl_channel(hue, saturation, lightness, 8.0),
                    hsl_channel(hue, saturation, lightness, 4.0));
}

static double lab_to_xyz(double t)
{
    return t > 6.0 / 29.0 ? t * t * t
                          : 3.0 * (6.0 / 29.0) * (6.0 / 29.0) * (t - 4.0 / 29.0);
}

static double linear_to_srgb(double part)
{
    return 255.0 *
           (part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1.0 / 2.4) - 0.055);
}

/* CIE L*a*b* of D50 (CSS Color 4, 9). */
static struct datum from_lab(const struct call *call, double lightness, double a, double b)
{
    double fy = (lightness + 16.0) / 116.0;
    double x = 0.96422 * lab_to_xyz(fy + a / 500.0);
    double y = lab_to_xyz(fy);
    double z = 0.82521 * lab_to_xyz(fy - b / 200.0);
    return from_rgb(call, linear_to_srgb(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                    linear_to_srgb(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                    linear_to_srgb(0.0719453 * x - 0.2289914 * y + 1.4052427 * z));
}

static struct datum lab(const struct call *call)
{
    return call->count < 3 ? call_at(call, 0)
                           : from_lab(call, call_number(call, 0), call_number(call, 1),
                                      call_number(call, 2));
}

static struct datum hcl(const struct call *call)
{
    double hue = call_number(call, 0) * M_PI / 180.0;
    double chroma = call_number(call, 1);
    return call->count < 3
               ? call_at(call, 0)
               : from_lab(call, call_number(call, 2), chroma * cos(hue), chroma * sin(hue));
}

struct functions formula_color(void)
{
    static const struct function functions[] = {
        {.name = "contrast", .least = 2, .most = 2, .of = contrast},
        {.name = "hcl", .least = 1, .most = 4, .of = hcl},
        {.name = "hsl", .least = 1, .most = 4, .of = hsl},
        {.name = "lab", .least = 1, .most = 4, .of = lab},
        {.name = "luminance", .least = 1, .most = 1, .of = luminance},
        {.name = "rgb", .least = 1, .most = 4, .of = rgb},
    };
    return (struct functions){functions, COUNT_OF(functions)};
}
