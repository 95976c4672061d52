/* SPDX-License-Identifier: MIT */
/*
 * Cells: the field of a row as a value of its column.
 *
 * What is not of the column's type is ERROR_DATA with a hint at the accepted
 * spellings and without a place: the caller knows where the field stands.
 */
#ifndef TABLE_CELL_H
#define TABLE_CELL_H

#include "table/table.h"

/*
 * Reads `text` into the column, which has room for `row`. A number keeps its
 * own decimals in units and cell_places; column->places becomes the most of
 * any, and cells_align() then gives all cells that many.
 */
NODISCARD bool cell_read(struct arena *arena, struct column *column, size_t row, str text,
                         struct error *error);

/* False, *row and an error at the first number that has no room for the decimals. */
NODISCARD bool cells_align(struct column *column, size_t row_count, size_t *row,
                           struct error *error);

/* The type that cells have in a column of that role. */
enum column_type cell_type(enum column_role role);

/* Whether the text could stand in a column of that role; an empty one in any but a period.
 */
bool cell_suits(enum column_role role, str text);

/* The marks of table/numeral.h: "" and "n.a.", "NA", ".." are missing in a number, "c" and
 * "x" suppressed. */
enum cell_state cell_state_of_number(str text);

/* "A": one capital letter, as in SDMX OBS_STATUS. */
bool cell_is_status(str text);

#endif
