/* SPDX-License-Identifier: MIT */
/*
 * Exact numbers. No floating point stands between a file and a printed digit.
 *
 * A decimal is what a file says: an integer and the place of its point. A
 * ratio is what is computed from decimals: a fraction in lowest terms. It is
 * rounded once, when it is printed, half away from zero. Arithmetic that
 * does not fit 128 bits, or divides by zero, gives a ratio that is not valid
 * and stays so through whatever is computed from it; it never wraps.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/compiler.h"
#include "base/str.h"

enum { DECIMAL_PLACES_MAX = 18 };

struct decimal {
    int128 units; /* the number times 10^places */
    int places; /* 0 to DECIMAL_PLACES_MAX */
};

/* -1234.50: an optional sign, digits, and a point with digits. No grouping, no exponent. */
bool decimal_parse(str text, struct decimal *decimal);
str decimal_print(struct arena *arena, struct decimal decimal); /* the same spelling */

/* The same number with more places; false if it does not fit. */
bool decimal_widen(struct decimal *decimal, int places);

struct ratio {
    int128 numerator;
    int128 denominator; /* above 0; 0 in a ratio that is not valid */
};

struct ratio ratio_from(int64_t integer);
struct ratio ratio_from_decimal(struct decimal decimal);
struct ratio ratio_add(struct ratio a, struct ratio b);
struct ratio ratio_subtract(struct ratio a, struct ratio b);
struct ratio ratio_multiply(struct ratio a, struct ratio b);
struct ratio ratio_divide(struct ratio a, struct ratio b);

bool ratio_is_valid(struct ratio ratio);
bool ratio_is_overflow(struct ratio ratio); /* not valid because it did not fit */
int ratio_compare(struct ratio a, struct ratio b); /* both valid; exact for any two */
int ratio_sign(struct ratio ratio); /* -1, 0, 1 */
struct ratio ratio_absolute(struct ratio ratio);

/* Half away from zero. `ratio` is valid; a result that does not fit is clamped. */
struct decimal ratio_round(struct ratio ratio, int places);

/* For drawing only. */
double ratio_to_double(struct ratio ratio);

#endif
