/* SPDX-License-Identifier: MIT */
/*
 * Arguments: the members of a map of a specification, read by type.
 *
 * Each is true where the member is not given (or null) and leaves *out as it is; what has
 * the wrong type is an error at its place.
 */
#ifndef GRAMMAR_ARGUMENT_H
#define GRAMMAR_ARGUMENT_H

#include "base/node.h"
#include "grammar/datum.h"

/* The member, or NULL where there is none or it is null. */
const struct node *argument_find(const struct node *map, str key);
bool argument_is_null(const struct node *node);

NODISCARD bool argument_number(const struct node *map, str key, double *out,
                               struct error *error);
NODISCARD bool argument_flag(const struct node *map, str key, bool *out,
                             struct error *error);
NODISCARD bool argument_text(const struct node *map, str key, str *out,
                             struct error *error);

/* A text, or a list of texts. */
NODISCARD bool argument_texts(struct arena *arena, const struct node *map, str key,
                              struct str_list *out, struct error *error);

struct number_list {
    double *at;
    size_t count, capacity;
};

NODISCARD bool argument_numbers(struct arena *arena, const struct node *map, str key,
                                struct number_list *out, struct error *error);

/* Two numbers; *is_given says whether they are there. */
NODISCARD bool argument_range(struct arena *arena, const struct node *map, str key,
                              double *low, double *high, bool *is_given,
                              struct error *error);

/* A text that must be there. */
NODISCARD bool argument_required(const struct node *map, str key, str *out,
                                 struct error *error);

/* Names of results: one, or two of which the second is `first` and `suffix` if not given.
 */
NODISCARD bool argument_pair(struct arena *arena, const struct node *map, str key,
                             str suffix, str *first, str *second, struct error *error);

#endif
