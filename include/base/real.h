/* SPDX-License-Identifier: MIT */
/*
 * Reals: doubles as texts have them, independent of any locale.
 *
 * Reading is correctly rounded (half to even), whatever the count of digits; printing has
 * the fewest digits that read as the same double, as JavaScript prints it. Printed figures
 * of a briefing are never doubles (base/decimal.h): these serve drawing and charts' data.
 */
#ifndef BASE_REAL_H
#define BASE_REAL_H

#include "base/str.h"

/* All of the text is a number: a sign, digits, a point, an exponent. "1e3", ".5", "-2.". */
bool real_parse(str text, double *number);

/* How many bytes at the start of the text are such a number; 0: none. */
size_t real_prefix(str text, double *number);

enum { REAL_DIGITS_MAX = 120 };

/* A number above zero as digits: 0.d1d2d3... times 10^point. */
struct real_digits {
    char at[REAL_DIGITS_MAX + 1];
    int count;
    int point; /* where the point stands: 1 behind the first digit */
};

/* The shortest that reads the same; of zero one digit 0 with its point behind it. The
 * number is finite and not below zero. */
struct real_digits real_shortest(double number);

/* Rounded, half away from zero on its exact binary value, to so many significant digits
 * (from 1).
 */
struct real_digits real_significant(double number, int count);

/* The same to decimals (from 0): of 0.04 to one decimal no digit is left. */
struct real_digits real_fixed(double number, int places);

/* 12.5, -0.001, 1e+21, NaN, Infinity: as JavaScript's String(). */
str real_print(struct arena *arena, double number);

#endif
