/* SPDX-License-Identifier: MIT */
/*
 * Operations: arithmetic and comparison of two values, exact and with units.
 * Both sides are what value_number() made of them, and neither is none.
 */
#ifndef EXPRESSION_OPERATION_H
#define EXPRESSION_OPERATION_H

#include "expression/syntax.h"
#include "expression/value.h"

struct operands {
    const struct expression *expression; /* of kind EXPRESSION_BINARY */
    struct value left, right;
};

/* + - * / ; dividing by zero gives VALUE_NONE. */
NODISCARD bool operation_compute(struct arena *arena, const struct operands *operands,
                                 struct value *result, struct error *error);

/* == != < <= > >= */
NODISCARD bool operation_compare(const struct operands *operands, bool *result,
                                 struct error *error);

#endif
