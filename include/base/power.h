/* SPDX-License-Identifier: MIT */
/*
 * Whole powers of ratios, for rates that are compounded.
 *
 * (5473/5774)^12 fits no ratio: its terms have 45 digits. A power whose terms
 * have more than 96 bits, so that little could be computed with it, is worked
 * out in full and cut to 12 decimals, of which the last is never 0 or 5 unless
 * nothing was cut. Rounded to fewer decimals it is therefore what the power
 * itself is when rounded to them.
 */
#ifndef BASE_POWER_H
#define BASE_POWER_H

#include "base/interval.h"

enum { POWER_EXPONENT_MAX = 12, POWER_PLACES = 12 };

/*
 * Exponents from 0 to POWER_EXPONENT_MAX. An overflow where the terms of the base do not
 * fit 64 bits or the power is too large.
 */
struct ratio power_of(struct ratio base, int exponent);

/*
 * What power_of() gives for all numbers of an interval that does not reach below zero: its
 * ends are cut to the decimals, outwards.
 */
struct interval power_possible(struct interval base, int exponent);

#endif
