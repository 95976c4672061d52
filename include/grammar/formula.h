/* SPDX-License-Identifier: MIT */
/*
 * Formula: Vega's expression language, for `calculate`, `filter`, `labelExpr`,
 * `test` and {expr: ...}. A pure subset of JavaScript; parsed once. Nothing in
 * it reads a clock or a random source: now() and random() are refused.
 */
#ifndef GRAMMAR_FORMULA_H
#define GRAMMAR_FORMULA_H

#include "grammar/environment.h"

struct formula;

/* `node` is the scalar that has the text: errors point into it. NULL and an error. */
const struct formula *formula_read(struct arena *arena, const struct node *node,
                                   struct error *error);

/* What a formula is evaluated with: a row of a frame as `datum`, and more names
 * (`label`, `value`, `index`) where a guide offers them. */
struct formula_scope {
    const struct environment *environment;
    const struct frame *frame; /* or NULL */
    size_t row;
    const struct parameter *names; /* besides the environment's parameters */
    size_t name_count;
};

/* Never fails: what JavaScript would not compute is DATUM_NONE or NaN. */
struct datum formula_evaluate(struct arena *arena, const struct formula *formula,
                              const struct formula_scope *scope);

#endif
