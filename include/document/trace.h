/* SPDX-License-Identifier: MIT */
/*
 * Trace: where the numbers of a document come from, as plain data.
 *
 * A number is printed on a page and has a step that made it. A step is
 * computed from other steps, or is a cell of a query: then it has the rows of
 * the data files that were added up. A step is there once, however many
 * numbers need it. Values are exact texts: "5473", "15.8", or a fraction in
 * lowest terms, "74800/4725".
 *
 * trace_build() makes it from what was noted while the document was made
 * (expression/trace_log.h); trace_json() writes it, as the file beside a PDF
 * and in it; trace_read() reads that; trace_tree() prints a number of it.
 *
 * The JSON is one object; each file, query, step and number in it is one line, so that
 * grep finds them. Members are only ever added; one that has nothing
 * to say is missing:
 *
 *   format     "ytterby-trace-1"
 *   program    "ytterby 0.1.0"
 *   briefing   {name, sha256}
 *   period, as_of, release
 *   files      [{path, bytes, sha256, state}]: relative to the briefing's folder; a file
 *              that was scanned has no sha256, since reading it twice takes too long; the
 *              state is what `trace` found: same, same size, changed, absent
 *   queries    [{name, from, where, by, measure, total}]
 *   steps      [{name, period, value, unit, status, possible: [low, high], formula,
 *              operands: [steps by index], query (by index), group, row_count,
 *              rows: [{file (by index), line, text, released, status, note, superseded}]}]
 *   numbers    [{id, page, text, expression, file (if it is not the briefing), line,
 *              column, step, value, unit, status, possible}]
 *
 * An id is the page and the number of the value on it, in reading order:
 * "p2#7". `text` is what is printed; a sentence that is made from figures has
 * one id. Of a cell with many rows at most TRACE_ROWS_MAX are in the file.
 * Dates, axis labels and what the author wrote have no id; nor has a running header,
 * which repeats a heading.
 */
#ifndef DOCUMENT_TRACE_H
#define DOCUMENT_TRACE_H

#include "document/briefing.h"
#include "expression/trace_log.h"

#define TRACE_FORMAT "ytterby-trace-1"
#define TRACE_NONE SIZE_MAX

enum { TRACE_ROWS_MAX = 50 };

enum trace_file_state {
    TRACE_FILE_UNKNOWN, /* nobody has looked */
    TRACE_FILE_SAME,
    TRACE_FILE_SAME_SIZE, /* its hash is not in the trace */
    TRACE_FILE_CHANGED,
    TRACE_FILE_ABSENT,
};

struct trace_file {
    str path; /* relative to the folder of the briefing */
    str sha256; /* empty: not known */
    size_t bytes;
    str found; /* where it is now, as trace_check() has found it */
    enum trace_file_state state;
};

struct trace_query {
    str name, from;
    str where; /* "series: magnets, partner: World" */
    str by, measure, total;
};

struct trace_row {
    size_t file; /* in trace.files */
    size_t line;
    str text; /* the number as the file has it; "missing", "suppressed" */
    str released, status, note;
    bool is_superseded;
};

struct trace_step {
    str name; /* "total.yoy", "partners[\"Germany\"]" */
    str period; /* "2025-10", or empty */
    str value; /* empty: there is none */
    str unit, status;
    str low, high; /* of all numbers that it can stand for; empty: exact, or not known */
    str formula; /* empty: a cell of a query */
    struct {
        size_t *at;
        size_t count, capacity;
    } operands; /* steps */
    size_t query; /* in trace.queries, or TRACE_NONE */
    str group; /* word of the query's `by` */
    struct {
        struct trace_row *at;
        size_t count, capacity;
    } rows;
    size_t row_count; /* those that count, also where `rows` is cut */
};

struct trace_number {
    str id; /* empty: it is on no page */
    size_t page; /* from 1 */
    str text, expression;
    str file; /* where the expression stands; empty: in the briefing */
    size_t line, column; /* in the briefing; 0: not known */
    size_t step;
};

struct trace {
    str program;
    str briefing, briefing_sha256;
    str period, as_of, release; /* empty where not set */
    struct {
        struct trace_file *at;
        size_t count, capacity;
    } files;
    struct {
        struct trace_query *at;
        size_t count, capacity;
    } queries;
    struct {
        struct trace_step *at;
        size_t count, capacity;
    } steps;
    struct {
        struct trace_number *at;
        size_t count, capacity;
    } numbers;
};

/* A text of the document on a page: a view of the very bytes that were noted. */
struct trace_text {
    size_t page; /* from 1 */
    str text;
};

struct trace_texts {
    struct trace_text *at;
    size_t count, capacity;
};

struct trace_options {
    size_t rows_max; /* rows of a cell; 0 is all */
    bool hashes_all; /* also files that were scanned */
    bool finds_rows; /* also those of files that were scanned */
};

/* All numbers on the pages, in reading order. */
struct trace *trace_build(struct arena *arena, const struct briefing *briefing,
                          const struct facts *facts, const struct trace_log *log,
                          const struct trace_texts *texts,
                          const struct trace_options *options, struct error *error);

/* One number, the value of an expression, which is on no page. */
struct trace *trace_build_value(struct arena *arena, const struct briefing *briefing,
                                const struct facts *facts, const struct value *value,
                                const struct trace_options *options, struct error *error);

str trace_json(struct arena *arena, const struct trace *trace);

/* From trace_json(); ERROR_DATA where it is none. */
struct trace *trace_read(struct arena *arena, const struct source *source,
                         struct error *error);

/* Only these numbers, and what they need. */
const struct trace *trace_pick(struct arena *arena, const struct trace *trace,
                               const struct trace_number *numbers, size_t count);

/*
 * Looks for the files of the trace and sets their states: below `folder`, the
 * briefing's, if it is not empty; else as their paths end, below the folders of the
 * file `origin` and of the process, and all those above them.
 */
void trace_check(struct arena *arena, struct trace *trace, str folder, str origin);

/* A number as a tree of at most 100 columns. Of long lists of rows and operands the start
 * and a count are shown, unless `all`. */
str trace_tree(struct arena *arena, const struct trace *trace,
               const struct trace_number *number, bool all);

/* Ids with what they print, a line each; of one page, or of all (0). */
str trace_list(struct arena *arena, const struct trace *trace, size_t page);

/* NULL and an error with the nearest id. */
const struct trace_number *trace_find(struct arena *arena, const struct trace *trace,
                                      str id, struct error *error);

#endif
