/* SPDX-License-Identifier: MIT */
/*
 * Apportionment: rounded parts that add up to their rounded total.
 *
 * The method of the largest remainder (Hamilton's): each part is rounded down,
 * and the units of the last place that are then missing go to the parts that
 * lost most. Of equal remainders that of the larger part counts, and of equal
 * parts that of the earlier one. Signed parts, as contributions are, go the
 * same way, down being towards minus infinity: parts with all signs turned
 * become the same digits, with all signs turned.
 *
 * No part moves by a unit of the last place or more: one that needs no
 * rounding stays as it is, any other becomes one of its two neighbours.
 */
#ifndef BASE_APPORTION_H
#define BASE_APPORTION_H

#include "base/decimal.h"

/*
 * Fills rounded[count], each with `places` decimals; their sum is the sum of the
 * parts, rounded half away from zero. False where a part is not valid, or a
 * number does not fit: then nothing is said of `rounded`.
 */
NODISCARD bool apportion(struct arena *arena, const struct ratio *parts, size_t count,
                         int places, struct decimal *rounded);

#endif
