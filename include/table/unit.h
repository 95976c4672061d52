/* SPDX-License-Identifier: MIT */
/*
 * Units: what customs offices count in, by the words that they write.
 *
 * 吨 is 1000 kg, MT too. Units of one kind become one, so that a column never
 * holds two; pieces, pairs and heads are kinds of their own.
 */
#ifndef TABLE_UNIT_H
#define TABLE_UNIT_H

#include "base/decimal.h"

struct unit {
    str word; /* as in the file */
    str name; /* "kg", "pieces" */
    struct decimal factor; /* of one such unit in that one */
};

/* NULL for a word that is not known. Letters in any case. */
const struct unit *unit_find(str word);

/* The number times the factor, exactly, with no more decimals than needed; false if it
 * does not fit. */
bool unit_convert(struct decimal *number, struct decimal factor);

#endif
