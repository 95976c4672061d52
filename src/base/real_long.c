/* SPDX-License-Identifier: MIT */
/*
 * Numbers of many digits or of large exponents, with integers as long as they need to be:
 * digits * 10^e, or digits / 10^-e by long division in binary, of which 64 bits and whether
 * anything is left decide what the double is.
 */
#include "real_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    /* No double lies between two decimals of that many digits that are equal so far:
     * what follows only says that there is more. */
    DIGITS_KEPT = 800,
    LIMBS = 160, /* of 32 bits: 5120 bits, for 800 digits (2660) or 10^1150 (3821) */
};

struct big {
    uint32_t at[LIMBS]; /* the lowest first */
    int count; /* without zeros at the top */
};

static void multiply_add(struct big *big, uint32_t factor, uint32_t addend)
{
    uint64_t carry = addend;
    for (int i = 0; i < big->count; i++) {
        carry += (uint64_t)big->at[i] * factor;
        big->at[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) {
        big->at[big->count++] = (uint32_t)carry;
    }
}

static void multiply_by_ten(struct big *big, int times)
{
    for (; times >= 9; times -= 9) {
        multiply_add(big, 1000000000U, 0);
    }
    for (; times > 0; times--) {
        multiply_add(big, 10, 0);
    }
}

static int bit_length(const struct big *big)
{
    return big->count ? 32 * big->count - __builtin_clz(big->at[big->count - 1]) : 0;
}

static void shift_left(struct big *big, int bits)
{
    int limbs = bits / 32;
    if (!big->count) {
        return;
    }
    multiply_add(big, 1U << (bits % 32), 0);
    memmove(big->at + limbs, big->at, (size_t)big->count * sizeof big->at[0]);
    memset(big->at, 0, (size_t)limbs * sizeof big->at[0]);
    big->count += limbs;
}

static int compare(const struct big *a, const struct big *b)
{
    if (a->count != b->count) {
        return a->count < b->count ? -1 : 1;
    }
    for (int i = a->count - 1; i >= 0; i--) {
        if (a->at[i] != b->at[i]) {
            return a->at[i] < b->at[i] ? -1 : 1;
        }
    }
    return 0;
}

/* a is not less than b. */
static void subtract(struct big *a, const struct big *b)
{
    uint64_t borrow = 0;
    for (int i = 0; i < a->count; i++) {
        uint64_t taken = (i < b->count ? b->at[i] : 0) + borrow;
        borrow = a->at[i] < taken;
        a->at[i] = (uint32_t)((uint64_t)a->at[i] - taken);
    }
    while (a->count && !a->at[a->count - 1]) {
        a->count--;
    }
}

/* The highest 64 bits. */
static double big_to_double(const struct big *big)
{
    int drop = bit_length(big) > 64 ? bit_length(big) - 64 : 0;
    uint64_t top = 0;
    bool has_more = false;
    for (int bit = 0; bit < drop; bit++) {
        has_more = has_more || (big->at[bit / 32] >> (bit % 32) & 1U);
    }
    for (int bit = bit_length(big) - 1; bit >= drop; bit--) {
        top = top << 1 | (big->at[bit / 32] >> (bit % 32) & 1U);
    }
    return real_round((uint128)top << 1 | has_more, drop - 1, has_more);
}

/* dividend / divisor, bit by bit; both are brought to the same length first. */
static double divide(struct big *dividend, struct big *divisor)
{
    int shift = bit_length(divisor) - bit_length(dividend);
    shift_left(shift > 0 ? dividend : divisor, abs(shift));
    uint64_t quotient = 0;
    for (int bit = 0; bit < 64; bit++) {
        quotient <<= 1;
        if (compare(dividend, divisor) >= 0) {
            subtract(dividend, divisor);
            quotient |= 1;
        }
        multiply_add(dividend, 2, 0);
    }
    return real_round((uint128)quotient << 1 | (dividend->count != 0), -shift - 64,
                      dividend->count != 0);
}

double real_long(struct real_text parts)
{
    struct big number = {.count = 0};
    int kept = 0;
    int dropped = 0;
    bool has_more = false;
    for (size_t i = 0; i < parts.digits.length; i++) {
        if (parts.digits.at[i] == '.') {
            continue;
        }
        if (kept < DIGITS_KEPT) {
            multiply_add(&number, 10, (uint32_t)(parts.digits.at[i] - '0'));
            kept++;
        } else {
            has_more = has_more || parts.digits.at[i] != '0';
            dropped++;
        }
    }
    int exponent = parts.exponent + dropped;
    if (!number.count || exponent + kept < -330) {
        return 0.0;
    }
    if (exponent + kept > 310) {
        return INFINITY;
    }
    if (has_more) { /* one more digit that is not 0 says so */
        multiply_add(&number, 10, 1);
        exponent--;
    }
    if (exponent >= 0) {
        multiply_by_ten(&number, exponent);
        return big_to_double(&number);
    }
    struct big power = {.at = {1}, .count = 1};
    multiply_by_ten(&power, -exponent);
    return divide(&number, &power);
}
