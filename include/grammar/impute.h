/* SPDX-License-Identifier: MIT */
/*
 * Imputing: rows for the values of a key that a group lacks, as Vega-Lite's impute. What
 * they have besides the key, the group and the field is nothing.
 */
#ifndef GRAMMAR_IMPUTE_H
#define GRAMMAR_IMPUTE_H

#include "grammar/environment.h"

/* `parameters` is the map of `impute`: method (value, mean, median, min, max), value,
 * frame, keyvals (a list, or {start, stop, step}). */
const struct frame *frame_impute(struct arena *arena, const struct frame *frame, str field,
                                 str key, const struct node *parameters, const str *groupby,
                                 size_t groupby_count, struct error *error);

#endif
