/* SPDX-License-Identifier: MIT */
/* What reading parameters and putting them in place share. */
#ifndef GRAMMAR_PARAMS_INTERNAL_H
#define GRAMMAR_PARAMS_INTERNAL_H

#include "base/error.h"
#include "params.h"

/* What is selected at the start, where a selection has a value. */
struct selected {
    str name;
    const struct node *test; /* a predicate */
    const struct node *extent; /* of an interval over one axis: [low, high]; or NULL */
};

struct params {
    struct arena *arena;
    struct environment *environment;
    struct {
        struct selected *at;
        size_t count, capacity;
    } selected;
    struct error *error;
};

/* The value of a formula, where it is static; DATUM_NONE and *is_static false, or an error,
 * where it is not. */
struct datum params_evaluate(struct arena *arena, const struct node *text,
                             const struct environment *environment, bool *is_static,
                             struct error *error);

/* A selection's `value` as a predicate over the fields of its view. */
void params_read_selected(struct params *params, const struct node *parameter,
                          const struct node *view);

const struct node *params_put(const struct params *params, const struct node *node);

#endif
