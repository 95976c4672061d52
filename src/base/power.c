/* SPDX-License-Identifier: MIT */
#include "base/power.h"

#include <assert.h>

enum { LIMBS = POWER_EXPONENT_MAX + 2 }; /* a power, times 10^12, and a bit to spare */

/* A whole number of many words, the lowest first. */
struct large {
    uint64_t limbs[LIMBS];
};

/* How what does not fit is cut. */
enum cut {
    CUT_DOWN,
    CUT_ODD, /* down, but never to a last digit of 0 or 5 */
    CUT_UP,
};

static void multiply(struct large *number, uint64_t factor)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < LIMBS; i++) {
        uint128 product = (uint128)number->limbs[i] * factor + carry;
        number->limbs[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    assert(!carry);
}

static struct large power(uint64_t base, int exponent)
{
    struct large result = {{1}};
    for (int i = 0; i < exponent; i++) {
        multiply(&result, base);
    }
    return result;
}

static bool bit_of(const struct large *number, size_t bit)
{
    return number->limbs[bit / 64] >> bit % 64 & 1;
}

/* number * 2 + bit */
static void shift_in(struct large *number, bool bit)
{
    uint64_t carry = bit;
    for (size_t i = 0; i < LIMBS; i++) {
        uint64_t high = number->limbs[i] >> 63;
        number->limbs[i] = number->limbs[i] << 1 | carry;
        carry = high;
    }
}

static bool is_less(const struct large *a, const struct large *b)
{
    for (size_t i = LIMBS; i > 0; i--) {
        if (a->limbs[i - 1] != b->limbs[i - 1]) {
            return a->limbs[i - 1] < b->limbs[i - 1];
        }
    }
    return false;
}

static void subtract(struct large *number, const struct large *less)
{
    bool borrow = false;
    for (size_t i = 0; i < LIMBS; i++) {
        uint64_t difference;
        bool first = __builtin_sub_overflow(number->limbs[i], less->limbs[i], &difference);
        bool second =
            __builtin_sub_overflow(difference, (uint64_t)borrow, &number->limbs[i]);
        borrow = first || second;
    }
}

/* As on paper, in binary. False where the quotient does not fit. */
static bool divide(const struct large *dividend, const struct large *divisor,
                   int128 *quotient, bool *has_rest)
{
    static const struct large zero = {{0}};
    struct large rest = zero;
    *quotient = 0;
    for (size_t bit = (size_t)LIMBS * 64; bit > 0; bit--) {
        shift_in(&rest, bit_of(dividend, bit - 1));
        bool fits = !is_less(&rest, divisor);
        if (fits) {
            subtract(&rest, divisor);
        }
        if (__builtin_mul_overflow(*quotient, (int128)2, quotient) ||
            __builtin_add_overflow(*quotient, (int128)fits, quotient)) {
            return false;
        }
    }
    *has_rest = is_less(&zero, &rest);
    return true;
}

/* Of a base from zero on that is not a ratio any more when raised. */
static struct ratio power_cut(struct ratio base, int exponent, enum cut cut)
{
    const struct ratio overflow = {1, 0};
    uint64_t scale = 1;
    for (int place = 0; place < POWER_PLACES; place++) {
        scale *= 10;
    }
    if (base.numerator >> 64 || base.denominator >> 64) {
        return overflow;
    }
    struct large dividend = power((uint64_t)base.numerator, exponent);
    struct large divisor = power((uint64_t)base.denominator, exponent);
    multiply(&dividend, scale);
    int128 units;
    bool has_rest;
    if (!divide(&dividend, &divisor, &units, &has_rest)) {
        return overflow;
    }
    bool is_next = cut == CUT_UP || (cut == CUT_ODD && units % 5 == 0);
    units += has_rest && is_next;
    return ratio_from_decimal((struct decimal){units, POWER_PLACES});
}

static struct ratio power_of_size(struct ratio base, int exponent, enum cut cut)
{
    struct ratio size = power_cut(ratio_absolute(base), exponent, cut);
    bool is_negative = ratio_sign(base) < 0 && exponent % 2;
    return is_negative ? ratio_subtract(ratio_from(0), size) : size;
}

/* Whether it fits so well that something can be computed from it. */
static bool has_room(struct ratio ratio)
{
    int128 size = ratio_absolute(ratio).numerator;
    return ratio_is_valid(ratio) && !(size >> 96) && !(ratio.denominator >> 96);
}

struct ratio power_of(struct ratio base, int exponent)
{
    assert(exponent >= 0 && exponent <= POWER_EXPONENT_MAX);
    struct ratio exact = ratio_from(1);
    for (int i = 0; i < exponent; i++) {
        exact = ratio_multiply(exact, base);
    }
    bool is_cut = ratio_is_valid(base) && !has_room(exact);
    return is_cut ? power_of_size(base, exponent, CUT_ODD) : exact;
}

struct interval power_possible(struct interval base, int exponent)
{
    if (!interval_is_valid(base) || ratio_sign(base.low) < 0) {
        return (struct interval){0};
    }
    return interval_between(power_cut(base.low, exponent, CUT_DOWN),
                            power_cut(base.high, exponent, CUT_UP));
}
