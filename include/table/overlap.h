/* SPDX-License-Identifier: MIT */
/*
 * Overlap: the same key in two rows of a table, and what the source says of it.
 *
 * The key of a row is its dimensions, its period and, where there is one, its
 * release date. Twice in one file it is an error always. In two files of one
 * source two downloads overlap: an error that names both places, or, with
 * `on-overlap: newest`, the row of the later file stands for both.
 */
#ifndef TABLE_OVERLAP_H
#define TABLE_OVERLAP_H

#include "table/table.h"

enum overlap_rule { OVERLAP_ERROR, OVERLAP_NEWEST };

/* What was replaced; all zero where nothing was. */
struct overlap {
    size_t count; /* rows that a later file has again */
    size_t same_count; /* of them, those with the same figures */
    struct place first, again; /* of the first of them: the row left out, the one kept */
};

/*
 * The table without the rows that were replaced: `table` itself where there are none.
 * NULL and ERROR_DATA at the second place of a key that may not be there twice, whose
 * row is *row. A table without periods has no keys and is returned as it is.
 */
const struct table *overlap_resolve(struct arena *arena, const struct table *table,
                                    enum overlap_rule rule, struct overlap *overlap,
                                    size_t *row, struct error *error);

/* "error" or "newest"; false for any other word. */
bool overlap_rule_parse(str word, enum overlap_rule *rule);

#endif
