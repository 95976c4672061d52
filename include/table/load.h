/* SPDX-License-Identifier: MIT */
/*
 * Loading: CSV files to one table.
 *
 * The files are read with libcsv, strictly: RFC 4180 quoting, UTF-8 with or
 * without a byte order mark, LF or CRLF, a header of distinct names, the same
 * number of fields in every row. An empty cell is missing; so are "n.a.",
 * "NA" and ".." in a number; "c" or "x" there is suppressed. Spaces belong to
 * the text. Anything else that is not of the column's type is ERROR_DATA with
 * file, line and column. A blank line is not a row.
 *
 * Where there is a period column, it has a value in every row, and two rows
 * with the same key (all dimensions, the period, and the release date where
 * there is one) are an error that names both lines. A status is one capital
 * letter. A column that the schema names and the file lacks is ERROR_CONFIG.
 *
 * Memory: the whole of each file and the table, in `arena`.
 */
#ifndef TABLE_LOAD_H
#define TABLE_LOAD_H

#include "base/file.h"
#include "table/schema.h"

/* What was read, for the import report. */
struct load_file {
    str path;
    size_t bytes, lines, rows, fields;
    bool has_mark; /* UTF-8 byte order mark */
    bool has_crlf, has_lf; /* which line ends close a row; both is mixed */
};

struct load_report {
    struct load_file *at;
    size_t count, capacity;
};

/*
 * All files have the same columns (names and order of the first). `name` is
 * what the briefing calls the table. `report` may be NULL.
 */
const struct table *table_load(struct arena *arena, str name, const struct path_list *files,
                               const struct schema *schema, struct load_report *report,
                               struct warnings *warnings, struct error *error);

/*
 * The table as it was known at the end of that day: rows released later are
 * left out, and of several vintages of one key the latest remains. A row
 * without a date was always known. With no day set only the second applies,
 * and to a table that has been here only once. Without a column of release
 * dates the table is returned as it is.
 */
const struct table *table_as_of(struct arena *arena, const struct table *table,
                                struct date day);

#endif
