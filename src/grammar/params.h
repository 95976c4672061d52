/* SPDX-License-Identifier: MIT */
/*
 * Parameters: their static values, and the specification with them in place.
 *
 * A variable has its `value` or what its `expr` comes to. A selection is what its `value`
 * says at the start; without one nothing is selected. {expr: ...} and {signal: ...} become
 * the value. Those stay that need what only a row or the drawing knows: `datum`, `item`,
 * `width`, `height`, scale(), domain() ...
 */
#ifndef GRAMMAR_PARAMS_H
#define GRAMMAR_PARAMS_H

#include "grammar/environment.h"

struct error;

/*
 * The parameters of all views of the specification are added to the environment; what it
 * returns is the specification without expressions. NULL and an error.
 */
const struct node *params_apply(struct arena *arena, const struct node *specification,
                                struct environment *environment, struct error *error);

/* Or NULL. */
const struct parameter *params_find(const struct environment *environment, str name);

#endif
