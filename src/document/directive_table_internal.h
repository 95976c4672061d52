/* SPDX-License-Identifier: MIT */
/*
 * What the files of the table directive share: the rows as series, the
 * columns as expressions, and the table that is made of both.
 */
#ifndef DOCUMENT_DIRECTIVE_TABLE_INTERNAL_H
#define DOCUMENT_DIRECTIVE_TABLE_INTERNAL_H

#include "directive_internal.h"

#include "document/figure.h"
#include "expression/expression.h"

/* A row while the table is made. */
struct table_source {
    struct value value; /* what `row` is: a VALUE_SERIES, or VALUE_NONE of a mere head */
    struct period issue; /* that it is taken at */
    str label;
    str note; /* about the row, or empty */
    bool is_total, is_rest, is_group, is_subtotal;
    int indent;
};

struct table_sources {
    struct table_source *at;
    size_t count, capacity;
};

/* `when: [{if: row.yoy > 10, bold: true, color: up}]` */
struct table_rule {
    struct expression_scalar condition;
    bool is_bold;
    bool has_ink;
    enum table_ink ink;
};

struct table_rules {
    struct table_rule *at;
    size_t count, capacity;
};

struct table_reader {
    const struct directive_input *input;
    struct arena *arena;
    const struct node *map;
    struct labels labels;
    struct table_sources rows;
    struct scope scope; /* of the row that is being looked at */
    struct table_rules rules; /* of whole rows */
    struct table_block *table;
    bool is_plain; /* `adjust: false` */
    bool has_drift; /* parts, each rounded by itself, do not add up */
    struct error *error;
};

/* A column while its cells are made: its values by row, and how they are printed. */
struct table_column_reader {
    const struct node *node;
    struct expression_scalar value;
    struct arena scratch; /* for what is not needed once the cells are there */
    struct value *values;
    bool *is_blank; /* by row: the column says nothing of such a row */
    struct ratio *shown; /* by row, where the numbers are not printed as they are */
    struct table_column *column;
    struct figure_format format;
    int64_t divisor; /* of all numbers */
    struct period window;
    struct table_rules rules;
};

/* The language of the issue. */
const struct language *table_language(const struct table_reader *reader);

/* --- directive_table_rows.c ------------------------------------------------------------
 */

NODISCARD bool table_rows_read(struct table_reader *reader);

/* Makes reader->scope that of a row: `row`, and `period` where rows are months. */
void table_rows_enter(struct table_reader *reader, size_t row);

/* --- directive_table_groups.c ----------------------------------------------------------
 */

/* `groups`: puts the rows, which are the members, into groups with heads and subtotals. */
NODISCARD bool table_groups_read(struct table_reader *reader, const struct node *node,
                                 const struct series_group *group);

/* --- directive_table_columns.c ---------------------------------------------------------
 */

NODISCARD bool table_column_read(struct table_reader *reader,
                                 struct table_column_reader *column);

/* Marks stand in reading order: those of heads are given before those of rows. */
NODISCARD bool table_column_read_note(struct table_reader *reader, const struct node *node,
                                      struct table_column *column);

/* --- directive_table_cells.c -----------------------------------------------------------
 */

NODISCARD bool table_cells_fill(struct table_reader *reader,
                                struct table_column_reader *column, size_t index);

/* --- directive_table_rules.c -----------------------------------------------------------
 */

NODISCARD bool table_rules_read(struct table_reader *reader, const struct node *map,
                                struct table_rules *rules);

/* What the rules say of the row that reader->scope is of; later ones win. */
NODISCARD bool table_rules_apply(struct table_reader *reader,
                                 const struct table_rules *rules, struct table_cell *cell);

/* --- directive_table_heat.c ------------------------------------------------------------
 */

/* `heat`: the classes of the column, and those of its cells. */
NODISCARD bool table_heat_read(struct table_reader *reader,
                               const struct table_column_reader *column, size_t index);

/* --- directive_table_notes.c -----------------------------------------------------------
 */

/* The mark of a note: the next one, or that of the same text. Empty for no note. */
str table_note_mark(struct table_reader *reader, str text);

/* --- directive_table_parts.c -----------------------------------------------------------
 */

/* A column of numbers, of which one is the total of the others. */
struct table_parts {
    const struct value *at; /* by row: VALUE_NUMBER, or VALUE_NONE */
    size_t count;
    size_t total; /* its row */
    int places; /* or FIGURE_USUAL_PLACES: those of the numbers */
};

/*
 * Whether parts in per cent or points that add up exactly to their total do not do so
 * once each is rounded by itself. shown[count] then has the numbers to print instead
 * (base/apportion.h).
 */
bool table_parts_drift(struct arena *arena, const struct table_parts *parts,
                       struct ratio *shown);

#endif
