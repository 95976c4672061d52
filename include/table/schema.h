/* SPDX-License-Identifier: MIT */
/*
 * Schema: what the columns of a tidy file are, as the briefing's front matter says.
 *
 *   schema:
 *     series:   dimension
 *     partner:  {role: dimension, aggregates: [World, EU27]}
 *     period:   period
 *     tonnes:   {role: measure, unit: t}
 *     mom:      {role: rate, base: previous}
 *     yoy:      {role: rate, base: year-ago}
 *     status:   status
 *     released: released
 *     source:   note
 *
 * A column of the file that the schema does not name gets the role that its
 * name suggests, in any case of letters, where all its cells allow it:
 * `period`, `date`, `time_period` are periods, `status` and `obs_status` a
 * status, `released` the vintage, `mom` and `yoy` rates, `source` and `note`
 * notes. Otherwise a column of numbers is a measure, one of codes with
 * leading zeros or of text a dimension, and an empty one a note. A column
 * that is nearly one of numbers or periods is a warning that shows the cell.
 */
#ifndef TABLE_SCHEMA_H
#define TABLE_SCHEMA_H

#include "base/node.h"
#include "table/table.h"

struct schema_column {
    str name;
    struct place place; /* where the front matter names it */
    enum column_role role;
    enum rate_base rate;
    str unit;
    struct words aggregates;
};

struct schema {
    struct schema_column *at;
    size_t count, capacity;
};

/* `node` may be NULL: an empty schema. */
NODISCARD bool schema_read(struct arena *arena, const struct node *node,
                           struct schema *schema, struct error *error);

/* NULL if the schema does not name the column. */
const struct schema_column *schema_find(const struct schema *schema, str name);

/* Gives a text column that the schema does not name its role, and the type of that role. */
void schema_guess(struct arena *arena, const struct table *table, struct column *column,
                  struct warnings *warnings);

#endif
