/* SPDX-License-Identifier: MIT */
/*
 * Scanning: the queries of a source straight from its CSV files, in one pass.
 *
 * For large files. No table is made: the files are read in blocks, each
 * thread takes ranges of them, and only the cells that a query needs are
 * looked at. The results are those of table_load() and query_run(), digit for
 * digit, with the same order, states, statuses and origins, for any number of
 * threads. Memory is a few blocks per thread, the sums, and the keys that are
 * kept (see below), whatever the size of the files.
 *
 * Only what is regular is scanned; of anything else scan_query() says why it
 * is not, and table_load() reads it and reports what is wrong with it. Files
 * are regular if
 *   - the schema says the role of each column (those called `source` or
 *     `note` need not be said), and none is a rate or a release date;
 *   - all rows have the fields of the header, in UTF-8, with commas between;
 *   - in the rows that a query takes, numbers are plain (-1234.5, at most 19
 *     digits and 9 decimals) or marks of nothing, periods are periods, and
 *     statuses are among those that query_run() ranks;
 *   - all words of `where` and `total` occur.
 *
 * Rows are split by vector instructions (table/scan_split.h) where they are
 * quoted as RFC 4180 has it, ended by LF or CRLF, none is longer than 64 KiB
 * and no line is blank. Else all rows are read by table/reader.h, that is by
 * libcsv where they are not plain, by one thread for each file.
 *
 * What is given up for speed: in rows that no query takes, and in columns
 * that none needs, numbers, periods and statuses are not looked at, so that
 * an error there goes unnoticed (it cannot change a result); only the shape of
 * the row and its encoding are. And a repeated key is found only where the
 * query tells all keys apart, since each dimension is `by` or held to one word,
 * or where it takes few rows: a million, with those of the other queries.
 * `are_keys_checked` says whether that was so for all queries; a caller shows
 * it where it was not.
 */
#ifndef TABLE_SCAN_H
#define TABLE_SCAN_H

#include "table/query.h"
#include "table/scan_split.h"
#include "table/schema.h"

#include "base/file.h"

enum { SCAN_BYTES_MIN = 16 * 1024 * 1024 };

/* Whether the files have SCAN_BYTES_MIN together: smaller ones are loaded as fast. */
bool scan_is_worthwhile(const struct path_list *files);

/* A cell of the first query whose rows are wanted too. */
struct scan_watch {
    str group; /* a word of `by`; empty without it */
    struct period period;
};

/* A row that went into a watched cell. */
struct scan_row {
    size_t watch; /* index of the cell */
    uint32_t file;
    size_t line;
    str text; /* of the measure, as in the file */
    char status; /* 'A' where the file says none */
};

/* Zeroed: what is best here. */
struct scan_options {
    const struct scan_watch *watches;
    size_t watch_count;
    size_t threads;
    size_t block_bytes; /* read at once */
    size_t range_bytes; /* of a file that a thread takes at once */
    size_t row_bytes_max; /* a longer row, or header, is not regular */
    size_t keys_max; /* rows whose keys are kept to find those that are repeated */
    enum split_kind kind;
    bool is_parsed; /* through libcsv from the start, on one thread per file */
};

struct scan_file {
    str path;
    size_t bytes, rows, lines, fields;
    bool has_mark; /* a byte order mark */
    bool has_crlf, has_lf; /* which line ends close a row */
};

struct scan {
    bool is_parsed; /* through libcsv, since the splitters would not do */
    const struct table **results; /* by query */
    const struct table *columns; /* of the files, without rows */
    struct scan_file *files;
    size_t file_count;
    struct {
        struct scan_row *at;
        size_t count, capacity;
    } rows; /* of the watched cells, in the order of the files */
    bool are_keys_checked;
    const char *reason; /* why the files are not regular, or NULL */
};

/* False and scan->reason if the files are not regular. `name` is the table's. */
NODISCARD bool scan_query(struct arena *arena, str name, const struct path_list *files,
                          const struct schema *schema, const struct query *queries,
                          size_t query_count, const struct scan_options *options,
                          struct scan *scan);

#endif
