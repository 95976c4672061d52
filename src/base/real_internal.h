/* SPDX-License-Identifier: MIT */
/* The parts of a number that is read: between real.c and real_long.c. */
#ifndef BASE_REAL_INTERNAL_H
#define BASE_REAL_INTERNAL_H

#include "base/compiler.h"
#include "base/str.h"

/* The digits, from the first that is not 0, with a point somewhere among them that does not
 * count, times 10^exponent. */
struct real_text {
    str digits;
    int exponent;
};

/* bits * 2^exponent, rounded half to even; `has_more`: and a little more than that. */
double real_round(uint128 bits, int exponent, bool has_more);

/* Any number of digits and any exponent. */
double real_long(struct real_text parts);

#endif
