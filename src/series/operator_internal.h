/* SPDX-License-Identifier: MIT */
/*
 * What the operators have in common.
 *
 * An operator is one function from a period to an observation, the `at` of its
 * derivation. It looks its operands up, which notes them for those who trace,
 * computes with them, and makes an observation of the result.
 */
#ifndef SERIES_OPERATOR_INTERNAL_H
#define SERIES_OPERATOR_INTERNAL_H

#include "operand_internal.h"

/* A computed observation; missing where the value is not valid. */
struct observation operator_result(struct period period, struct operand result);

/* Empty, computed so, with the name and nature of `like` but without published rates. */
struct series *operator_create(struct arena *arena, const struct series *like, str unit,
                               const struct derivation *how);

/* Computes an observation for each period of `series`. */
void operator_fill(struct arena *arena, struct series *result, const struct series *series);

/*
 * The same for each period of more than one month in `series`, shifted by that many
 * months, that the result lacks: those at which it has a value, as its operands cover them.
 */
void operator_fill_longer(struct arena *arena, struct series *result,
                          const struct series *series, int shift);

/* Both, for what compares with how->rate: the longer ones are those of a year before. */
void operator_fill_compared(struct arena *arena, struct series *result,
                            const struct series *series);

/* The months from the first to the last that the series has an observation of or within. */
struct period operator_span(const struct series *series);

#endif
