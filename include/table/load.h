/* SPDX-License-Identifier: MIT */
/*
 * Loading: the files of a customs office to one table of canonical columns.
 *
 * The bytes of each file are unpacked (.gz, .zst), decoded (table/decode.h)
 * and read as the dialect that is found (table/dialect.h); a profile
 * (table/profile.h) then says which of its fields are which columns. Without
 * a profile the file is tidy: a header of distinct names, one column each,
 * whose roles the schema says or the cells suggest (table/schema.h). In every
 * profile numbers and periods may be spelled in all the ways of
 * table/numeral.h and table/calendar.h. Anything that is not of its column's type is
 * ERROR_DATA with file, line and column. A blank line is not a row.
 *
 * Where there is a period column, it has a value in every row, and two rows
 * with the same key (all dimensions, the period, and the release date where
 * there is one) are an error that names both lines. A column that the schema
 * names and the file lacks is ERROR_CONFIG.
 *
 * No row is dropped silently: what a profile leaves out is counted per reason
 * in the report. Memory: the whole of each file and the table, in `arena`.
 */
#ifndef TABLE_LOAD_H
#define TABLE_LOAD_H

#include "base/file.h"
#include "table/overlap.h"
#include "table/schema.h"

/* Rows of a file that are not in the table, and why. */
struct load_exclusion {
    str reason; /* "footnote", "partner2Code is not 0" */
    size_t count;
    size_t line; /* of the first */
};

/* What was read, for the import report. */
struct load_file {
    str path;
    size_t bytes; /* on disk */
    size_t lines;
    size_t rows_read; /* below the header */
    size_t rows; /* of the table that were made from them: more where months stand side by
                    side, fewer where rows are left out or merged */
    size_t fields; /* of the header */

    str compression; /* "gzip", "zstd" or empty */
    str encoding; /* "UTF-8", "GB18030" ... */
    str encoding_reason; /* "byte order mark", "every byte fits", ... */
    bool has_mark; /* byte order mark */
    bool has_crlf, has_lf, has_cr; /* which line ends close a row; several are mixed */

    char separator;
    size_t header_line;
    size_t preamble_rows; /* above the header */
    bool is_header_trailing, is_row_trailing; /* ends in a separator with nothing behind */

    str profile; /* "tidy", "gacc" ... */
    str profile_reason; /* "the header has \"typeCode\" and ...", "named in the briefing" */

    struct {
        struct load_exclusion *at;
        size_t count, capacity;
    } exclusions; /* rows that are not in the table, by first appearance */
};

struct load_report {
    struct load_file *at;
    size_t count, capacity;
    struct overlap overlap; /* rows for which a later file stands: overlap_resolve() */
};

/* What the file does not say: the text of a whole column. */
struct load_assumption {
    str column, text;
    struct place place;
};

/* Where a table comes from, and what the briefing or the command line says about it. */
struct load_source {
    str name; /* of the table */
    struct path_list files;
    struct schema schema;
    str profile; /* a name, the path of a YAML file, or empty: found out from the header */
    struct place profile_place;
    str profile_folder; /* where profiles are looked up; empty: beside the program */
    str encoding; /* empty: found out */
    str decimal; /* "." or ","; empty: as the profile says, or found out */
    struct {
        struct load_assumption *at;
        size_t count, capacity;
    } assumptions;
    enum overlap_rule on_overlap; /* of keys that are in two files */
    bool is_inspection; /* what the user would have to say is a warning, not an error */
};

/*
 * Reads `profile`, `encoding`, `decimal`, `assume` and `schema` of an entry of `data:`;
 * paths are relative to `folder`. The name and the files are left to the caller.
 */
NODISCARD bool load_source_read(struct arena *arena, const struct node *node, str folder,
                                struct load_source *source, struct error *error);

/* `report` may be NULL. The same file twice, by content, is an error. */
const struct table *table_load_source(struct arena *arena, const struct load_source *source,
                                      struct load_report *report, struct warnings *warnings,
                                      struct error *error);

/* Tidy files: all have the same columns (names and order of the first). */
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
