/* SPDX-License-Identifier: MIT */
/*
 * Comparing: what differs between two editions of the same briefing: cells of query
 * results, and numbers and sentences as they are printed.
 *
 * Cells are compared as texts, so that 5473 and 5473.0 differ; a number on the pages is the
 * same one where the same expression stands at the same place of the briefing, counted from
 * the first page on. Both editions must have been made from the same briefing text for
 * that: see cli/archive_diff.c, which makes one so.
 */
#ifndef ARCHIVE_COMPARE_H
#define ARCHIVE_COMPARE_H

#include "base/decimal.h"
#include "document/trace.h"

struct cell_change {
    str query, member; /* member: the word of the query's `by`; or empty */
    str period, measure; /* "2025-08", the column of the result */
    str before, after; /* as the results have them; empty: no figure */
    struct ratio size; /* after - before; not valid where one of them is no number */
    struct ratio share; /* the size of the query's total in that period, in per cent; not
                           valid where there is none */
    bool is_status; /* the figure is the same: its status changed, which `before`, `after`
                       are */
};

struct number_change {
    struct trace_number before, after; /* `text` empty: it is not printed there */
    bool is_sentence;
};

struct comparison {
    struct {
        struct cell_change *at;
        size_t count, capacity;
    } cells;
    size_t cell_count; /* that both have */
    struct {
        struct number_change *at;
        size_t count, capacity;
    } numbers;
    size_t number_count; /* that both have */
};

/*
 * Adds what differs between two results of a query, CSV as table_print() writes it. `total`
 * is the word in the column of members whose figures shares are of; or empty.
 */
NODISCARD bool compare_results(struct arena *arena, str query, str total,
                               const struct source *before, const struct source *after,
                               struct comparison *comparison, struct error *error);

/* Adds what is printed otherwise. */
void compare_numbers(struct arena *arena, const struct trace *before,
                     const struct trace *after, struct comparison *comparison);

#endif
