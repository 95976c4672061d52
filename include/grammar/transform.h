/* SPDX-License-Identifier: MIT */
/*
 * Transforms: frame to frame, in Vega-Lite's words. Each has two doors: the
 * node of a `transform` array, and a function with plain parameters that encodings use
 * (aggregate.h, bin.h, stack.h, window.h, impute.h).
 */
#ifndef GRAMMAR_TRANSFORM_H
#define GRAMMAR_TRANSFORM_H

#include "grammar/environment.h"

/* One element of a `transform` list. NULL and an error with its place. */
const struct frame *transform_apply(struct arena *arena, const struct node *transform,
                                    const struct frame *frame,
                                    const struct environment *environment,
                                    struct error *error);

/*
 * The parameter that an {extent: field, param: name} gives: the least and greatest number
 * of the field. False for any other transform. Whoever applies the transforms adds it to
 * the environment of those that follow.
 */
bool transform_parameter(struct arena *arena, const struct node *transform,
                         const struct frame *frame, struct parameter *parameter);

#endif
