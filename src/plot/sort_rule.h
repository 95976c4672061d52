/* SPDX-License-Identifier: MIT */
/* The order of distinct values: by themselves, by a list, or by an aggregate of a field. */
#ifndef PLOT_SORT_RULE_H
#define PLOT_SORT_RULE_H

#include "model.h"

struct sort_rule {
    enum {
        RULE_NONE, /* as in the data */
        RULE_VALUE,
        RULE_LIST,
        RULE_AGGREGATE
    } kind;
    bool is_descending;
    const struct node *list;
    enum aggregate_op op;
    str field;
};

/* Of a definition; `unit` is NULL for facets. */
struct sort_rule sort_rule_for(const struct model *unit, const struct channel *def);

bool sort_rule_equal(const struct sort_rule *a, const struct sort_rule *b);

/* Puts the values in order; `rows` has them in `column`, and what the rule aggregates. */
void sort_rule_apply(struct arena *arena, const struct sort_rule *rule,
                     const struct channel *def, struct datum_list *values,
                     const struct frame *rows, str column);

#endif
