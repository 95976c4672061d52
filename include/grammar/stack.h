/* SPDX-License-Identifier: MIT */
/* Stacks: running sums within groups, as Vega's stack transform. */
#ifndef GRAMMAR_STACK_H
#define GRAMMAR_STACK_H

#include "grammar/order.h"

enum stack_offset { STACK_NONE, STACK_ZERO, STACK_CENTER, STACK_NORMALIZE };

/* Within groups in the order of `sort`. Numbers below zero stack downwards (STACK_ZERO).
 * As Vega's: rows keep their order, and groups that share a total of nothing give NaN. */
const struct frame *frame_stack(struct arena *arena, const struct frame *frame, str field,
                                enum stack_offset offset, const str *groupby,
                                size_t groupby_count, const struct sort_key *sort,
                                size_t sort_count, str as_start, str as_end);

#endif
