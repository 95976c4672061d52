/* SPDX-License-Identifier: MIT */
/*
 * A text is split into an integer of up to 19 digits and a power of ten. Where both are
 * small their product or quotient is exact in 128 bits, and is rounded once. All others,
 * which are rare in files, take the way of long numbers in real_long.c.
 */
#include "base/real.h"

#include "base/buffer.h"
#include "base/compiler.h"
#include "real_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DIGITS_EXACT = 19, POWER_EXACT = 19, EXPONENT_LIMIT = 100000 };

static bool is_digit(str text, size_t at)
{
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

/* Digits and a point; false if there is no digit. */
static bool read_mantissa(str text, size_t *at, struct real_text *parts)
{
    bool has_point = false;
    bool has_digit = false;
    for (;; ++*at) {
        if (is_digit(text, *at)) {
            has_digit = true;
            parts->exponent -= has_point;
            if (parts->digits.length || text.at[*at] != '0') {
                parts->digits.at = parts->digits.length ? parts->digits.at : text.at + *at;
                parts->digits.length = (size_t)(text.at + *at + 1 - parts->digits.at);
            }
        } else if (*at < text.length && text.at[*at] == '.' && !has_point) {
            has_point = true;
        } else {
            return has_digit;
        }
    }
}

/* e+12; what only looks like an exponent stays unread. */
static void read_exponent(str text, size_t *at, struct real_text *parts)
{
    size_t digit = *at + 1;
    if (*at >= text.length || (text.at[*at] | 0x20) != 'e') {
        return;
    }
    bool has_sign = digit < text.length && (text.at[digit] == '-' || text.at[digit] == '+');
    bool is_negative = has_sign && text.at[digit] == '-';
    digit += has_sign;
    if (!is_digit(text, digit)) {
        return;
    }
    int exponent = 0;
    for (; is_digit(text, digit); digit++) {
        exponent =
            exponent < EXPONENT_LIMIT ? exponent * 10 + (text.at[digit] - '0') : exponent;
    }
    parts->exponent += is_negative ? -exponent : exponent;
    *at = digit;
}

double real_round(uint128 bits, int exponent, bool has_more)
{
    uint64_t high = (uint64_t)(bits >> 64);
    uint64_t low = (uint64_t)bits;
    if (!bits) {
        return 0.0;
    }
    int length = high ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll(low);
    int precision = 53;
    if (length + exponent < -1021) { /* subnormal: fewer bits are left */
        precision = 53 - (-1021 - (length + exponent));
    }
    int dropped = length - precision;
    if (dropped <= 0) {
        return ldexp((double)low, exponent);
    }
    if (dropped > length) { /* less than half of the least number */
        return 0.0;
    }
    uint128 kept = dropped < 128 ? bits >> dropped : 0;
    uint128 rest = bits - (dropped < 128 ? kept << dropped : 0);
    uint128 half = (uint128)1 << (dropped - 1);
    bool is_up = rest > half || (rest == half && (has_more || (kept & 1)));
    return ldexp((double)(uint64_t)(kept + is_up), exponent + dropped);
}

static uint64_t power_of_ten(int exponent)
{
    uint64_t power = 1;
    for (int i = 0; i < exponent; i++) {
        power *= 10;
    }
    return power;
}

/* integer / 10^places, with 64 bits of the quotient or more. */
static double divide(uint64_t integer, int places)
{
    if (!integer) {
        return 0.0;
    }
    uint64_t divisor = power_of_ten(places);
    int shift = 64 + __builtin_clzll(integer);
    uint128 dividend = (uint128)integer << shift;
    return real_round(dividend / divisor, -shift, dividend % divisor != 0);
}

static double to_double(struct real_text parts)
{
    uint64_t integer = 0;
    int count = 0;
    for (size_t i = 0; i < parts.digits.length && count <= DIGITS_EXACT; i++) {
        if (parts.digits.at[i] != '.') {
            integer = integer * 10 + (uint64_t)(parts.digits.at[i] - '0');
            count++;
        }
    }
    if (count > DIGITS_EXACT || parts.exponent < -POWER_EXACT ||
        parts.exponent > POWER_EXACT) {
        return real_long(parts);
    }
    return parts.exponent < 0
               ? divide(integer, -parts.exponent)
               : real_round((uint128)integer * power_of_ten(parts.exponent), 0, false);
}

size_t real_prefix(str text, double *number)
{
    struct real_text parts = {.digits = {"", 0}};
    bool has_sign = text.length && (text.at[0] == '-' || text.at[0] == '+');
    size_t at = has_sign;
    if (!read_mantissa(text, &at, &parts)) {
        return 0;
    }
    read_exponent(text, &at, &parts);
    double value = to_double(parts);
    *number = has_sign && text.at[0] == '-' ? -value : value;
    return at;
}

bool real_parse(str text, double *number)
{
    return text.length && real_prefix(text, number) == text.length;
}

/* From the form of "%e": d.ddde+XX. */
static struct real_digits from_exponential(const char *text)
{
    struct real_digits digits = {.count = 0};
    const char *at = text;
    for (; *at && *at != 'e'; at++) {
        if (*at != '.' && digits.count < REAL_DIGITS_MAX) {
            digits.at[digits.count++] = *at;
        }
    }
    int exponent = 0;
    bool is_negative = at[1] == '-';
    for (at += 2; *at; at++) {
        exponent = exponent * 10 + (*at - '0');
    }
    digits.point = (is_negative ? -exponent : exponent) + 1;
    return digits;
}

static double digits_value(const struct real_digits *digits)
{
    struct real_text parts = {{digits->at, (size_t)digits->count},
                              digits->point - digits->count};
    return to_double(parts);
}

static void strip_zeros(struct real_digits *digits)
{
    while (digits->count > 1 && digits->at[digits->count - 1] == '0') {
        digits->count--;
    }
    digits->at[digits->count] = '\0';
}

/* One more in the last place; 999 becomes 100 with its point one further. */
static void increment(struct real_digits *digits)
{
    int at = digits->count - 1;
    while (at >= 0 && digits->at[at] == '9') {
        digits->at[at--] = '0';
    }
    if (at >= 0) {
        digits->at[at]++;
    } else if (digits->count) {
        digits->at[0] = '1';
        digits->point++;
    } else {
        digits->at[digits->count++] = '1';
        digits->point++;
    }
}

/* %e rounds to nearest, so that its digits are those sought; but at a power of two, where
 * the numbers below stand closer, the next digit up may read the same where it does not. */
static bool read_the_same(double number, int count, struct real_digits *digits)
{
    char text[40];
    snprintf(text, sizeof text, "%.*e", count - 1, number);
    *digits = from_exponential(text);
    if (digits_value(digits) == number) {
        return true;
    }
    increment(digits);
    return digits_value(digits) == number;
}

struct real_digits real_shortest(double number)
{
    enum { SURE = 15, MOST = 17 };
    struct real_digits digits;
    if (number == 0.0) {
        return (struct real_digits){.at = "0", .count = 1, .point = 1};
    }
    /* Every decimal of 15 digits survives, so that zeros at its end are all that is too
     * much. Subnormal numbers have fewer digits. */
    int count = number < 1e-300 ? 1 : SURE;
    while (!read_the_same(number, count, &digits) && count < MOST) {
        count++;
    }
    strip_zeros(&digits);
    return digits;
}

/* All digits of the exact binary value up to there are printed, and rounded here: printf
 * rounds halves to even. */
static struct real_digits round_at(double number, int keep_from_point, int significant)
{
    char text[1100];
    snprintf(text, sizeof text, "%.*e", 800, number); /* exact: a double has 767 digits */
    struct real_digits digits = from_exponential(text);
    int keep = significant ? significant : digits.point + keep_from_point;
    keep = keep < REAL_DIGITS_MAX ? keep : REAL_DIGITS_MAX;
    if (keep < 0) {
        return (struct real_digits){.count = 0, .point = -keep_from_point};
    }
    const char next = text[keep ? keep + 1 : 0]; /* behind the point, but for the first */
    digits.count = keep;
    if (next >= '5' && next <= '9') {
        increment(&digits);
    }
    if (!significant && digits.point + keep_from_point > digits.count) {
        digits.at[digits.count++] = '0';
    }
    digits.at[digits.count] = '\0';
    return digits;
}

struct real_digits real_significant(double number, int count)
{
    if (number == 0.0) {
        struct real_digits zeros = {.count = count, .point = 1};
        memset(zeros.at, '0', (size_t)count);
        return zeros;
    }
    return round_at(number, 0, count);
}

struct real_digits real_fixed(double number, int places)
{
    return number == 0.0 ? (struct real_digits){.count = 0, .point = -places}
                         : round_at(number, places, 0);
}

static void add_zeros(struct buffer *out, int count)
{
    for (int i = 0; i < count; i++) {
        buffer_add_byte(out, '0');
    }
}

static void add_plain(struct buffer *out, const struct real_digits *digits)
{
    str all = {digits->at, (size_t)digits->count};
    if (digits->point <= 0) {
        buffer_add(out, S("0."));
        add_zeros(out, -digits->point);
        buffer_add(out, all);
    } else if (digits->point >= digits->count) {
        buffer_add(out, all);
        add_zeros(out, digits->point - digits->count);
    } else {
        buffer_add(out, str_slice(all, 0, (size_t)digits->point));
        buffer_add_byte(out, '.');
        buffer_add(out, str_after(all, (size_t)digits->point));
    }
}

static void add_exponential(struct buffer *out, const struct real_digits *digits)
{
    str all = {digits->at, (size_t)digits->count};
    buffer_add(out, str_slice(all, 0, 1));
    if (all.length > 1) {
        buffer_add_byte(out, '.');
        buffer_add(out, str_after(all, 1));
    }
    buffer_print(out, "e%+d", digits->point - 1);
}

str real_print(struct arena *arena, double number)
{
    if (isnan(number)) {
        return S("NaN");
    }
    if (isinf(number)) {
        return number < 0.0 ? S("-Infinity") : S("Infinity");
    }
    struct buffer out = {.arena = arena};
    if (number < 0.0) {
        buffer_add_byte(&out, '-');
    }
    struct real_digits digits = real_shortest(fabs(number));
    if (digits.point > 21 || digits.point < -5) {
        add_exponential(&out, &digits);
    } else {
        add_plain(&out, &digits);
    }
    return buffer_text(&out);
}
