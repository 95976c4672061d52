/* SPDX-License-Identifier: MIT */
/*
 * Composite marks: what errorbar, errorband and boxplot have in common. One axis is
 * continuous and summarised; what the other channels compute is done before, in transforms,
 * and the parts are layers of plain marks over the summaries.
 */
#ifndef GRAMMAR_COMPOSITE_H
#define GRAMMAR_COMPOSITE_H

#include "normal.h"

struct composite {
    const struct normal *normal;
    struct arena *arena;
    const struct node *unit;
    const struct node *mark; /* its map */
    str word; /* of the mark: its config and its styles have that name */
    bool is_vertical;
    str axis; /* "x" or "y": the continuous one */
    const struct node *definition; /* of that channel */
    str field, alias; /* of it; the alias is a name without a path */
    const struct node *encoding; /* the other channels, computed columns in place */
    struct node *transforms; /* bins and time units of the other channels */
    struct node *aggregates; /* of the other channels, then the mark's own */
    struct node *groupby;
};

/* False and an error where no axis is continuous. `encoding` is the unit's. */
NODISCARD bool composite_read(struct composite *composite, const struct normal *normal,
                              const struct node *unit);

/* {op, field, as: PREFIX_FIELD} onto a list. */
void composite_aggregate(struct composite *composite, struct node *list, str op, str field,
                         str prefix);
struct node *composite_calculate(const struct composite *composite, str formula,
                                 str prefix);
/* {aggregate: `aggregates`, groupby}, where there are any. */
void composite_add_summary(const struct composite *composite, struct node *transforms);

/* "datum[\"upper_price\"]"; of a field of the data, its path. */
str composite_column(const struct composite *composite, str prefix);
str composite_access(struct arena *arena, str field);

/* Own property of the mark, of the config of its name; or NULL. */
const struct node *composite_property(const struct composite *composite, str key);

/* A layer of a part that is wanted: its mark from `mark` and what the author says of
 * the part; its position the columns with the prefixes (`end` may be empty). */
struct composite_part {
    str name; /* "rule", "ticks", "box" */
    const struct node *mark;
    str start, end;
    const struct node *encoding; /* of its other channels */
};
void composite_add_part(const struct composite *composite, struct node *layers,
                        const struct composite_part *part);
bool composite_wants(const struct composite *composite, str part);
/* The mark of a part with its style and the author's properties. */
const struct node *composite_part_mark(const struct composite *composite, str part,
                                       const struct node *mark);

/* {type: WORD} at the mark's place. */
struct node *composite_new_mark(const struct composite *composite, str word);

/* What stays of the unit around its layers. */
struct node *composite_outer(const struct composite *composite);
/* Title, scale and axis of the continuous channel for a column that stands for it. */
struct node *composite_position(const struct composite *composite, str column);

#endif
