/* SPDX-License-Identifier: MIT */
/*
 * Predicates: what `filter` and the `test` of a condition say of a row. A formula's text;
 * {field, equal | lt | lte | gt | gte | oneOf | range | valid, timeUnit}; {param}; and
 * {and: [...]}, {or: [...]}, {not: ...} of these. Read once, tested column by column.
 */
#ifndef GRAMMAR_PREDICATE_H
#define GRAMMAR_PREDICATE_H

#include "grammar/environment.h"
#include "grammar/formula.h"

struct predicate;

/* NULL and an error with its place. */
const struct predicate *predicate_read(struct arena *arena, const struct node *node,
                                       const struct environment *environment,
                                       struct error *error);

/* Whether it holds for each row of the frame. */
const bool *predicate_rows(struct arena *arena, const struct predicate *predicate,
                           const struct frame *frame,
                           const struct environment *environment);

/* For one row, with the names that a guide offers. */
bool predicate_holds(struct arena *arena, const struct predicate *predicate,
                     const struct formula_scope *scope);

#endif
