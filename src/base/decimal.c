/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include <assert.h>

static const struct ratio undefined = {0, 0}; /* divided by zero */
static const struct ratio overflow = {1, 0};

static int128 power_of_ten(int exponent)
{
    int128 power = 1;
    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

static bool add_digit(int128 *units, char byte)
{
    return byte >= '0' && byte <= '9' &&
           !__builtin_mul_overflow(*units, (int128)10, units) &&
           !__builtin_add_overflow(*units, (int128)(byte - '0'), units);
}

bool decimal_parse(str text, struct decimal *decimal)
{
    bool is_negative = str_starts(text, S("-"));
    str digits = str_after(text, is_negative || str_starts(text, S("+")));
    size_t point = str_find(digits, '.');
    struct decimal parsed = {0};
    if (point == 0 || point + 1 == digits.length || !digits.length) {
        return false;
    }
    for (size_t i = 0; i < digits.length; i++) {
        if (i != point && !add_digit(&parsed.units, digits.at[i])) {
            return false;
        }
    }
    size_t places = point < digits.length ? digits.length - point - 1 : 0;
    if (places > DECIMAL_PLACES_MAX) {
        return false;
    }
    parsed.units = is_negative ? -parsed.units : parsed.units;
    parsed.places = (int)places;
    *decimal = parsed;
    return true;
}

str decimal_print(struct arena *arena, struct decimal decimal)
{
    char text[64];
    char *start = text + sizeof text;
    uint128 rest = decimal.units < 0 ? -(uint128)decimal.units : (uint128)decimal.units;
    for (int digit = 0; rest || digit <= decimal.places; digit++) {
        if (digit && digit == decimal.places) {
            *--start = '.';
        }
        *--start = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    if (decimal.units < 0) {
        *--start = '-';
    }
    return str_copy(arena, (str){start, (size_t)(text + sizeof text - start)});
}

bool decimal_widen(struct decimal *decimal, int places)
{
    assert(places >= decimal->places && places <= DECIMAL_PLACES_MAX);
    int128 factor = power_of_ten(places - decimal->places);
    if (__builtin_mul_overflow(decimal->units, factor, &decimal->units)) {
        return false;
    }
    decimal->places = places;
    return true;
}

static uint128 magnitude(int128 value)
{
    return value < 0 ? -(uint128)value : (uint128)value;
}

/* By halving and subtracting (Stein): a division costs more than the steps it saves. */
static uint64_t common_divisor_of_words(uint64_t a, uint64_t b)
{
    if (!a || !b) {
        return a | b;
    }
    int twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    do {
        b >>= __builtin_ctzll(b);
        uint64_t less = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = less;
    } while (b);
    return a << twos;
}

/* Most numbers fit a word, and most denominators are 1. */
static uint128 greatest_common_divisor(uint128 a, uint128 b)
{
    while (b > 1) {
        if (!(a >> 64) && !(b >> 64)) {
            return common_divisor_of_words((uint64_t)a, (uint64_t)b);
        }
        uint128 rest = a % b;
        a = b;
        b = rest;
    }
    return b ? b : a;
}

/* The divisor is never above the denominator, so it fits whatever the numerator is. */
static struct ratio reduce(int128 numerator, int128 denominator)
{
    assert(denominator > 0);
    int128 divisor =
        (int128)greatest_common_divisor(magnitude(numerator), magnitude(denominator));
    if (divisor == 1) {
        return (struct ratio){numerator, denominator};
    }
    return (struct ratio){numerator / divisor, denominator / divisor};
}

struct ratio ratio_from(int64_t integer)
{
    return (struct ratio){integer, 1};
}

struct ratio ratio_from_decimal(struct decimal decimal)
{
    return reduce(decimal.units, power_of_ten(decimal.places));
}

bool ratio_is_valid(struct ratio ratio)
{
    return ratio.denominator > 0;
}

bool ratio_is_overflow(struct ratio ratio)
{
    return ratio.denominator == 0 && ratio.numerator != 0;
}

/* The worse of two operands, where one is not valid: overflow outlives undefined. */
static struct ratio invalid_of(struct ratio a, struct ratio b)
{
    return ratio_is_overflow(a) || ratio_is_overflow(b) ? overflow : undefined;
}

static bool both_valid(struct ratio a, struct ratio b)
{
    return ratio_is_valid(a) && ratio_is_valid(b);
}

/* Over the least common denominator, so that sums of decimals stay as short as they are. */
struct ratio ratio_add(struct ratio a, struct ratio b)
{
    if (!both_valid(a, b)) {
        return invalid_of(a, b);
    }
    int128 common =
        (int128)greatest_common_divisor((uint128)a.denominator, (uint128)b.denominator);
    int128 left;
    int128 right;
    int128 sum;
    int128 denominator;
    if (__builtin_mul_overflow(a.numerator, b.denominator / common, &left) ||
        __builtin_mul_overflow(b.numerator, a.denominator / common, &right) ||
        __builtin_add_overflow(left, right, &sum) ||
        __builtin_mul_overflow(a.denominator, b.denominator / common, &denominator)) {
        return overflow;
    }
    return reduce(sum, denominator);
}

static struct ratio negate(struct ratio ratio)
{
    int128 negated;
    if (__builtin_sub_overflow((int128)0, ratio.numerator, &negated)) {
        return overflow;
    }
    return ratio_is_valid(ratio) ? (struct ratio){negated, ratio.denominator} : ratio;
}

struct ratio ratio_subtract(struct ratio a, struct ratio b)
{
    return ratio_add(a, negate(b));
}

struct ratio ratio_multiply(struct ratio a, struct ratio b)
{
    if (!both_valid(a, b)) {
        return invalid_of(a, b);
    }
    struct ratio cross_a = reduce(a.numerator, b.denominator);
    struct ratio cross_b = reduce(b.numerator, a.denominator);
    struct ratio product;
    if (!both_valid(cross_a, cross_b) ||
        __builtin_mul_overflow(cross_a.numerator, cross_b.numerator, &product.numerator) ||
        __builtin_mul_overflow(cross_a.denominator, cross_b.denominator,
                               &product.denominator)) {
        return overflow;
    }
    return product;
}

struct ratio ratio_divide(struct ratio a, struct ratio b)
{
    if (!both_valid(a, b)) {
        return invalid_of(a, b);
    }
    if (!b.numerator) {
        return undefined;
    }
    struct ratio positive = ratio_absolute(b);
    struct ratio inverse = {positive.denominator, positive.numerator};
    struct ratio quotient =
        ratio_is_valid(positive) ? ratio_multiply(a, inverse) : overflow;
    return b.numerator < 0 ? negate(quotient) : quotient;
}

int ratio_sign(struct ratio ratio)
{
    return (ratio.numerator > 0) - (ratio.numerator < 0);
}

struct ratio ratio_absolute(struct ratio ratio)
{
    return ratio.numerator < 0 ? negate(ratio) : ratio;
}

/*
 * Compares two fractions above zero by their continued fractions: whole parts
 * first, then the inverses of the rests. Nothing is multiplied, so nothing
 * can overflow.
 */
static int compare_magnitudes(uint128 an, uint128 ad, uint128 bn, uint128 bd)
{
    for (int sign = 1;; sign = -sign) {
        uint128 a_whole = an / ad;
        uint128 b_whole = bn / bd;
        if (a_whole != b_whole) {
            return a_whole > b_whole ? sign : -sign;
        }
        uint128 a_rest = an % ad;
        uint128 b_rest = bn % bd;
        if (!a_rest || !b_rest) {
            return sign * ((a_rest != 0) - (b_rest != 0));
        }
        an = ad;
        ad = a_rest;
        bn = bd;
        bd = b_rest;
    }
}

int ratio_compare(struct ratio a, struct ratio b)
{
    assert(both_valid(a, b));
    int sign = ratio_sign(a);
    if (sign != ratio_sign(b)) {
        return sign < ratio_sign(b) ? -1 : 1;
    }
    return sign * compare_magnitudes(magnitude(a.numerator), (uint128)a.denominator,
                                     magnitude(b.numerator), (uint128)b.denominator);
}

/* The next digit of rest / denominator; *rest becomes what is left of it. */
static unsigned next_digit(uint128 *rest, uint128 denominator)
{
    unsigned digit = 0;
    uint128 scaled = 0;
    for (int i = 0; i < 10; i++) { /* rest * 10 might not fit: add it up, modulo */
        if (scaled >= denominator - *rest) {
            scaled -= denominator - *rest;
            digit++;
        } else {
            scaled += *rest;
        }
    }
    *rest = scaled;
    return digit;
}

/* Digit by digit, as on paper: the scaled numerator might not fit 128 bits. */
struct decimal ratio_round(struct ratio ratio, int places)
{
    assert(ratio_is_valid(ratio) && places >= 0 && places <= DECIMAL_PLACES_MAX);
    const uint128 greatest = ~(uint128)0 >> 1;
    uint128 denominator = (uint128)ratio.denominator;
    uint128 whole = magnitude(ratio.numerator) / denominator;
    uint128 rest = magnitude(ratio.numerator) % denominator;
    for (int place = 0; place < places; place++) {
        unsigned digit = next_digit(&rest, denominator);
        whole = whole > (greatest - 9) / 10 ? greatest : whole * 10 + digit;
    }
    whole += rest >= denominator - rest;
    int128 units = (int128)(whole > greatest ? greatest : whole);
    return (struct decimal){ratio.numerator < 0 ? -units : units, places};
}

double ratio_to_double(struct ratio ratio)
{
    return (double)ratio.numerator / (double)ratio.denominator;
}
