/* SPDX-License-Identifier: MIT */
#include "grammar/css.h"

#include "base/real.h"

#include <math.h>

static const struct {
    str name;
    uint32_t rgb;
} names[] = {
    {S("aliceblue"), 0xf0f8ff},
    {S("antiquewhite"), 0xfaebd7},
    {S("aqua"), 0x00ffff},
    {S("aquamarine"), 0x7fffd4},
    {S("azure"), 0xf0ffff},
    {S("beige"), 0xf5f5dc},
    {S("bisque"), 0xffe4c4},
    {S("black"), 0x000000},
    {S("blanchedalmond"), 0xffebcd},
    {S("blue"), 0x0000ff},
    {S("blueviolet"), 0x8a2be2},
    {S("brown"), 0xa52a2a},
    {S("burlywood"), 0xdeb887},
    {S("cadetblue"), 0x5f9ea0},
    {S("chartreuse"), 0x7fff00},
    {S("chocolate"), 0xd2691e},
    {S("coral"), 0xff7f50},
    {S("cornflowerblue"), 0x6495ed},
    {S("cornsilk"), 0xfff8dc},
    {S("crimson"), 0xdc143c},
    {S("cyan"), 0x00ffff},
    {S("darkblue"), 0x00008b},
    {S("darkcyan"), 0x008b8b},
    {S("darkgoldenrod"), 0xb8860b},
    {S("darkgray"), 0xa9a9a9},
    {S("darkgreen"), 0x006400},
    {S("darkgrey"), 0xa9a9a9},
    {S("darkkhaki"), 0xbdb76b},
    {S("darkmagenta"), 0x8b008b},
    {S("darkolivegreen"), 0x556b2f},
    {S("darkorange"), 0xff8c00},
    {S("darkorchid"), 0x9932cc},
    {S("darkred"), 0x8b0000},
    {S("darksalmon"), 0xe9967a},
    {S("darkseagreen"), 0x8fbc8f},
    {S("darkslateblue"), 0x483d8b},
    {S("darkslategray"), 0x2f4f4f},
    {S("darkslategrey"), 0x2f4f4f},
    {S("darkturquoise"), 0x00ced1},
    {S("darkviolet"), 0x9400d3},
    {S("deeppink"), 0xff1493},
    {S("deepskyblue"), 0x00bfff},
    {S("dimgray"), 0x696969},
    {S("dimgrey"), 0x696969},
    {S("dodgerblue"), 0x1e90ff},
    {S("firebrick"), 0xb22222},
    {S("floralwhite"), 0xfffaf0},
    {S("forestgreen"), 0x228b22},
    {S("fuchsia"), 0xff00ff},
    {S("gainsboro"), 0xdcdcdc},
    {S("ghostwhite"), 0xf8f8ff},
    {S("gold"), 0xffd700},
    {S("goldenrod"), 0xdaa520},
    {S("gray"), 0x808080},
    {S("green"), 0x008000},
    {S("greenyellow"), 0xadff2f},
    {S("grey"), 0x808080},
    {S("honeydew"), 0xf0fff0},
    {S("hotpink"), 0xff69b4},
    {S("indianred"), 0xcd5c5c},
    {S("indigo"), 0x4b0082},
    {S("ivory"), 0xfffff0},
    {S("khaki"), 0xf0e68c},
    {S("lavender"), 0xe6e6fa},
    {S("lavenderblush"), 0xfff0f5},
    {S("lawngreen"), 0x7cfc00},
    {S("lemonchiffon"), 0xfffacd},
    {S("lightblue"), 0xadd8e6},
    {S("lightcoral"), 0xf08080},
    {S("lightcyan"), 0xe0ffff},
    {S("lightgoldenrodyellow"), 0xfafad2},
    {S("lightgray"), 0xd3d3d3},
    {S("lightgreen"), 0x90ee90},
    {S("lightgrey"), 0xd3d3d3},
    {S("lightpink"), 0xffb6c1},
    {S("lightsalmon"), 0xffa07a},
    {S("lightseagreen"), 0x20b2aa},
    {S("lightskyblue"), 0x87cefa},
    {S("lightslategray"), 0x778899},
    {S("lightslategrey"), 0x778899},
    {S("lightsteelblue"), 0xb0c4de},
    {S("lightyellow"), 0xffffe0},
    {S("lime"), 0x00ff00},
    {S("limegreen"), 0x32cd32},
    {S("linen"), 0xfaf0e6},
    {S("magenta"), 0xff00ff},
    {S("maroon"), 0x800000},
    {S("mediumaquamarine"), 0x66cdaa},
    {S("mediumblue"), 0x0000cd},
    {S("mediumorchid"), 0xba55d3},
    {S("mediumpurple"), 0x9370db},
    {S("mediumseagreen"), 0x3cb371},
    {S("mediumslateblue"), 0x7b68ee},
    {S("mediumspringgreen"), 0x00fa9a},
    {S("mediumturquoise"), 0x48d1cc},
    {S("mediumvioletred"), 0xc71585},
    {S("midnightblue"), 0x191970},
    {S("mintcream"), 0xf5fffa},
    {S("mistyrose"), 0xffe4e1},
    {S("moccasin"), 0xffe4b5},
    {S("navajowhite"), 0xffdead},
    {S("navy"), 0x000080},
    {S("oldlace"), 0xfdf5e6},
    {S("olive"), 0x808000},
    {S("olivedrab"), 0x6b8e23},
    {S("orange"), 0xffa500},
    {S("orangered"), 0xff4500},
    {S("orchid"), 0xda70d6},
    {S("palegoldenrod"), 0xeee8aa},
    {S("palegreen"), 0x98fb98},
    {S("paleturquoise"), 0xafeeee},
    {S("palevioletred"), 0xdb7093},
    {S("papayawhip"), 0xffefd5},
    {S("peachpuff"), 0xffdab9},
    {S("peru"), 0xcd853f},
    {S("pink"), 0xffc0cb},
    {S("plum"), 0xdda0dd},
    {S("powderblue"), 0xb0e0e6},
    {S("purple"), 0x800080},
    {S("rebeccapurple"), 0x663399},
    {S("red"), 0xff0000},
    {S("rosybrown"), 0xbc8f8f},
    {S("royalblue"), 0x4169e1},
    {S("saddlebrown"), 0x8b4513},
    {S("salmon"), 0xfa8072},
    {S("sandybrown"), 0xf4a460},
    {S("seagreen"), 0x2e8b57},
    {S("seashell"), 0xfff5ee},
    {S("sienna"), 0xa0522d},
    {S("silver"), 0xc0c0c0},
    {S("skyblue"), 0x87ceeb},
    {S("slateblue"), 0x6a5acd},
    {S("slategray"), 0x708090},
    {S("slategrey"), 0x708090},
    {S("snow"), 0xfffafa},
    {S("springgreen"), 0x00ff7f},
    {S("steelblue"), 0x4682b4},
    {S("tan"), 0xd2b48c},
    {S("teal"), 0x008080},
    {S("thistle"), 0xd8bfd8},
    {S("tomato"), 0xff6347},
    {S("turquoise"), 0x40e0d0},
    {S("violet"), 0xee82ee},
    {S("wheat"), 0xf5deb3},
    {S("white"), 0xffffff},
    {S("whitesmoke"), 0xf5f5f5},
    {S("yellow"), 0xffff00},
    {S("yellowgreen"), 0x9acd32},
};

static color from_rgb(uint32_t rgb)
{
    return (color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb};
}

static bool same_word(str a, str b)
{
    bool is_same = a.length == b.length;
    for (size_t i = 0; is_same && i < a.length; i++) {
        char c = a.at[i];
        is_same = (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) == b.at[i];
    }
    return is_same;
}

static bool parse_name(str text, color *parsed)
{
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (same_word(text, names[i].name)) {
            *parsed = from_rgb(names[i].rgb);
            return true;
        }
    }
    return false;
}

/* --- #rgb -------------------------------------------------------------------------------
 */

/* Value of a hexadecimal digit; 16 where it is none. */
static uint32_t digit(char c)
{
    if (c >= '0' && c <= '9') {
        return (uint32_t)(c - '0');
    }
    char low = (char)(c | 32);
    return low >= 'a' && low <= 'f' ? (uint32_t)(low - 'a' + 10) : 16;
}

/* Digits behind the mark: one or two for each of red, green, blue and, maybe, opacity. */
static bool parse_hex(str text, color *parsed, double *opacity)
{
    bool is_short = text.length <= 4;
    size_t parts = is_short ? text.length : text.length / 2;
    uint32_t values[4] = {0, 0, 0, 255};
    bool is_hex = parts == 3 || parts == 4;
    is_hex = is_hex && (is_short || text.length == 2 * parts);
    for (size_t i = 0; is_hex && i < parts; i++) {
        uint32_t high = digit(text.at[is_short ? i : 2 * i]);
        uint32_t low = is_short ? high : digit(text.at[2 * i + 1]);
        is_hex = high < 16 && low < 16;
        values[i] = high * 16 + low;
    }
    if (is_hex) {
        *parsed = (color){(uint8_t)values[0], (uint8_t)values[1], (uint8_t)values[2]};
        *opacity = (double)values[3] / 255;
    }
    return is_hex;
}

/* --- rgb(), hsl()
 * ------------------------------------------------------------------------- */

struct argument {
    double number;
    bool is_percent;
};

/* Numbers between commas, spaces and a slash; how many, or 0 where one is none. */
static size_t parse_arguments(str text, struct argument arguments[4])
{
    size_t count = 0, at = 0;
    while (at < text.length) {
        char c = text.at[at];
        if (c == ' ' || c == ',' || c == '/') {
            at++;
            continue;
        }
        size_t length =
            count < 4 ? real_prefix(str_after(text, at), &arguments[count].number) : 0;
        if (!length) {
            return 0;
        }
        at += length;
        arguments[count].is_percent = at < text.length && text.at[at] == '%';
        at += arguments[count].is_percent;
        at += str_starts(str_after(text, at), S("deg")) ? 3 : 0;
        count++;
    }
    return count;
}

static uint8_t channel(double value)
{
    return (uint8_t)lround(fmin(fmax(value, 0), 255));
}

static double part(struct argument argument)
{
    double value = argument.is_percent ? argument.number / 100 : argument.number;
    return fmin(fmax(value, 0), 1);
}

/* Red is a third of the way round from green, and green from blue. */
static double hue_part(double low, double high, double hue)
{
    hue = hue - floor(hue);
    if (hue < 1.0 / 6) {
        return low + (high - low) * 6 * hue;
    }
    if (hue < 0.5) {
        return high;
    }
    return hue < 2.0 / 3 ? low + (high - low) * (2.0 / 3 - hue) * 6 : low;
}

static color from_hsl(const struct argument arguments[3])
{
    double hue = arguments[0].number / 360;
    double saturation = part(arguments[1]), lightness = part(arguments[2]);
    double high = lightness <= 0.5 ? lightness * (1 + saturation)
                                   : lightness + saturation - lightness * saturation;
    double low = 2 * lightness - high;
    return (color){channel(255 * hue_part(low, high, hue + 1.0 / 3)),
                   channel(255 * hue_part(low, high, hue)),
                   channel(255 * hue_part(low, high, hue - 1.0 / 3))};
}

static double level(struct argument argument)
{
    return argument.is_percent ? argument.number * 255 / 100 : argument.number;
}

static bool parse_function(str text, color *parsed, double *opacity)
{
    struct argument arguments[4];
    str rest;
    str name = str_cut(text, '(', &rest);
    if (!str_ends(rest, S(")"))) {
        return false;
    }
    size_t count = parse_arguments(str_slice(rest, 0, rest.length - 1), arguments);
    bool is_rgb = same_word(name, S("rgb")) || same_word(name, S("rgba"));
    bool is_hsl = same_word(name, S("hsl")) || same_word(name, S("hsla"));
    if (count < 3 || (!is_rgb && !is_hsl)) {
        return false;
    }
    *parsed = is_hsl ? from_hsl(arguments)
                     : (color){channel(level(arguments[0])), channel(level(arguments[1])),
                               channel(level(arguments[2]))};
    *opacity = count == 4 ? part(arguments[3]) : 1;
    return true;
}

bool css_color(str text, color *parsed, double *opacity)
{
    *opacity = 1;
    if (same_word(text, S("transparent")) || same_word(text, S("none"))) {
        *parsed = from_rgb(0);
        *opacity = 0;
        return true;
    }
    if (str_starts(text, S("#"))) {
        return parse_hex(str_after(text, 1), parsed, opacity);
    }
    return parse_name(text, parsed) || parse_function(text, parsed, opacity);
}
