/* SPDX-License-Identifier: MIT */
/* The types of d3-format: each makes the digits of a number that is not negative. */
#include "grammar/format.h"

#include "base/buffer.h"
#include "base/real.h"
#include "format_internal.h"

#include <math.h>
#include <string.h>

enum {
    PRECISION_USUAL = 6,
    PRECISION_OF_NONE = 12,
    SIGNIFICANT_MOST = 21,
    PLACES_MOST = 20
};

static str all_digits(const struct real_digits *digits)
{
    return (str){digits->at, (size_t)digits->count};
}

static void add_zeros(struct buffer *out, int count)
{
    for (int i = 0; i < count; i++) {
        buffer_add_byte(out, '0');
    }
}

/* The digits around their point, without exponent. */
static str plain(struct arena *arena, const struct real_digits *digits)
{
    struct buffer out = {.arena = arena};
    str all = all_digits(digits);
    if (digits->point <= 0) {
        buffer_add(&out, all.length ? S("0.") : S("0"));
        add_zeros(&out, all.length ? -digits->point : 0);
        buffer_add(&out, all);
    } else if (digits->point >= digits->count) {
        buffer_add(&out, all);
        add_zeros(&out, digits->point - digits->count);
    } else {
        buffer_add(&out, str_slice(all, 0, (size_t)digits->point));
        buffer_add_byte(&out, '.');
        buffer_add(&out, str_after(all, (size_t)digits->point));
    }
    return buffer_text(&out);
}

static str exponential(struct arena *arena, const struct real_digits *digits)
{
    str all = all_digits(digits);
    return str_print(arena, "%.*s%s%.*se%+d", STR_ARG(str_slice(all, 0, 1)),
                     all.length > 1 ? "." : "", STR_ARG(str_after(all, 1)),
                     digits->point - 1);
}

/* toFixed(): all decimals are there, also of what rounds to nothing. */
static str fixed(struct arena *arena, double number, int places)
{
    if (!isfinite(number) || number >= 1e21) {
        return real_print(arena, number);
    }
    struct real_digits digits = real_fixed(number, places);
    if (digits.count) {
        return plain(arena, &digits);
    }
    struct buffer out = {.arena = arena};
    buffer_add(&out, places ? S("0.") : S("0"));
    add_zeros(&out, places);
    return buffer_text(&out);
}

/* toPrecision(): with an exponent where the number is small or does not fit. */
static str general(struct arena *arena, double number, int significant)
{
    if (!isfinite(number)) {
        return real_print(arena, number);
    }
    struct real_digits digits = real_significant(number, significant);
    bool is_plain = digits.point >= -5 && digits.point <= significant;
    return is_plain ? plain(arena, &digits) : exponential(arena, &digits);
}

static str rounded(struct arena *arena, double number, int significant)
{
    if (!isfinite(number) || number == 0.0) {
        return real_print(arena, number);
    }
    struct real_digits digits = real_significant(number, significant);
    return plain(arena, &digits);
}

/* With a prefix of SI: 1.50M, 200m. */
static str prefixed(struct arena *arena, double number, int significant, str *suffix)
{
    static const char *const prefixes[] = {"y", "z", "a", "f", "p", "n", "\u00B5", "m", "",
                                           "k", "M", "G", "T", "P", "E", "Z",      "Y"};
    if (!isfinite(number)) {
        return real_print(arena, number);
    }
    struct real_digits digits = real_significant(number, significant);
    int exponent = digits.point - 1;
    int third = exponent >= 0 ? exponent / 3 : -((2 - exponent) / 3);
    third = third < -8 ? -8 : third > 8 ? 8 : third;
    digits.point -= 3 * third;
    if (digits.point <= 0) { /* below the least prefix: decimals are counted from there */
        int left = significant + digits.point - 1;
        int place = digits.point;
        digits = real_significant(number, left > 0 ? left : 1);
        digits.point = place;
    }
    *suffix = str_from(prefixes[third + 8]);
    return plain(arena, &digits);
}

static str radix(struct arena *arena, double number, unsigned base, bool is_upper)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    char text[1100];
    size_t at = sizeof text;
    double left = floor(number + 0.5);
    if (!isfinite(left)) {
        return real_print(arena, left);
    }
    do {
        text[--at] = digits[(size_t)fmod(left, base) + (is_upper ? 16 : 0)];
        left = floor(left / base);
    } while (left > 0.0 && at);
    return str_copy(arena, (str){text + at, sizeof text - at});
}

/* An integer without exponent, however large. */
static str whole(struct arena *arena, double number)
{
    if (!isfinite(number)) {
        return real_print(arena, number);
    }
    struct real_digits digits = real_shortest(floor(number + 0.5));
    return plain(arena, &digits);
}

static int precision_of(const struct format_specifier *specifier)
{
    int precision = specifier->precision < 0
                        ? (specifier->type ? PRECISION_USUAL : PRECISION_OF_NONE)
                        : specifier->precision;
    bool is_significant = !specifier->type || strchr("gprs", specifier->type);
    int least = is_significant;
    int most = is_significant ? SIGNIFICANT_MOST : PLACES_MOST;
    return precision < least ? least : precision > most ? most : precision;
}

static str digits_of(struct arena *arena, const struct format_specifier *specifier,
                     double number, str *suffix)
{
    int precision = precision_of(specifier);
    switch (specifier->type) {
    case '%':
        return fixed(arena, number * 100.0, precision);
    case 'b':
        return radix(arena, number, 2, false);
    case 'd':
        return whole(arena, number);
    case 'e': {
        struct real_digits digits = real_significant(number, precision + 1);
        return isfinite(number) ? exponential(arena, &digits) : real_print(arena, number);
    }
    case 'f':
        return fixed(arena, number, precision);
    case 'o':
        return radix(arena, number, 8, false);
    case 'p':
        return rounded(arena, number * 100.0, precision);
    case 'r':
        return rounded(arena, number, precision);
    case 's':
        return prefixed(arena, number, precision, suffix);
    case 'x':
    case 'X':
        return radix(arena, number, 16, specifier->type == 'X');
    default:
        return general(arena, number, precision);
    }
}

bool format_number_is_valid(str specifier)
{
    struct format_specifier read;
    return format_specifier_read(specifier, &read);
}

static bool is_zero(str digits)
{
    for (size_t i = 0; i < digits.length && digits.at[i] != 'e'; i++) {
        if (digits.at[i] != '0' && digits.at[i] != '.') {
            return false;
        }
    }
    return true;
}

static str compose(struct arena *arena, const struct language *language,
                   const struct format_specifier *specifier, struct format_body body)
{
    if (specifier->is_trimmed || !specifier->type) {
        body.digits = format_trim(arena, body.digits);
    }
    if (specifier->sign != '+' && is_zero(body.digits)) {
        body.is_negative = false;
    }
    return format_compose(arena, language, specifier, &body);
}

str format_number(struct arena *arena, const struct language *language, str specifier,
                  double number)
{
    struct format_specifier read;
    if (!format_specifier_read(specifier, &read)) {
        return format_plain(arena, number);
    }
    if (read.type == 'c') {
        return format_compose(arena, language, &read,
                              &(struct format_body){.digits = real_print(arena, number)});
    }
    struct format_body body = {.is_negative = signbit(number) && !isnan(number),
                               .suffix = S("")};
    body.digits =
        isnan(number) ? S("NaN") : digits_of(arena, &read, fabs(number), &body.suffix);
    return compose(arena, language, &read, body);
}

/* Decimals that leave the significant digits of a type without name. */
static int places_for(struct ratio value, int significant)
{
    int places = significant;
    struct ratio left = ratio_absolute(value);
    for (int128 whole = left.numerator / left.denominator; whole > 0; whole /= 10) {
        places--;
    }
    while (left.numerator &&
           ratio_compare(left, ratio_divide(ratio_from(1), ratio_from(10))) < 0 &&
           places < DECIMAL_PLACES_MAX) {
        left = ratio_multiply(left, ratio_from(10));
        places++;
    }
    return places < 0 ? 0 : places > DECIMAL_PLACES_MAX ? DECIMAL_PLACES_MAX : places;
}

bool format_exact(struct arena *arena, const struct language *language, str specifier,
                  struct ratio value, str *text)
{
    struct format_specifier read;
    if (!format_specifier_read(specifier, &read) || !ratio_is_valid(value) ||
        (read.type && !strchr("%df", read.type))) {
        return false;
    }
    if (read.type == '%') {
        value = ratio_multiply(value, ratio_from(100));
    }
    int places = !read.type         ? places_for(value, precision_of(&read))
                 : read.type == 'd' ? 0
                                    : precision_of(&read);
    if (!ratio_is_valid(value) || places > DECIMAL_PLACES_MAX) {
        return false;
    }
    struct decimal decimal = ratio_round(ratio_absolute(value), places);
    struct format_body body = {.is_negative = ratio_sign(value) < 0,
                               .digits = decimal_print(arena, decimal),
                               .suffix = S("")};
    *text = compose(arena, language, &read, body);
    return true;
}

str format_plain(struct arena *arena, double number)
{
    str text = real_print(arena, number);
    return text.at[0] == '-' ? str_print(arena, "\u2212%.*s", STR_ARG(str_after(text, 1)))
                             : text;
}
