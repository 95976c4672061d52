/* SPDX-License-Identifier: MIT */
/* The rows of some cells: where a sum of a large file comes from. */
#include "scan_internal.h"

#include <stdlib.h>

/* Which watch is of the group and period of a sum, or SCAN_NO_WORD. */
static uint32_t find_watch(const struct scan_worker *worker, const struct scan_sums *sums,
                           uint32_t sum)
{
    const struct scan_options *options = worker->options;
    str group = sums->groups.at[sums->at[sum].by].text;
    struct period period = sums->periods.at[sums->at[sum].period];
    for (size_t i = 0; i < options->watch_count; i++) {
        if (str_equal(options->watches[i].group, group) &&
            period_equal(options->watches[i].period, period)) {
            return (uint32_t)i;
        }
    }
    return SCAN_NO_WORD;
}

void scan_watch_row(struct scan_worker *worker, const struct scan_rows *rows, uint32_t row,
                    uint32_t sum)
{
    const struct scan_plan *plan = worker->plan;
    while (worker->watches.count <= sum) {
        uint32_t next = (uint32_t)worker->watches.count;
        *arena_push(&worker->arena, &worker->watches) =
            find_watch(worker, worker->sums, next);
    }
    uint32_t watch = worker->watches.at[sum];
    if (watch == SCAN_NO_WORD) {
        return;
    }
    str text = scan_field(worker, rows, row + plan->tasks->measures[0]);
    str status = plan->status == SCAN_NO_COLUMN
                     ? S("A")
                     : scan_field(worker, rows, row + plan->status);
    *arena_push(&worker->arena, &worker->watched) = (struct scan_watched){
        .watch = watch,
        .range = rows->range,
        .line = scan_rows_line(worker, rows, row),
        .text = str_copy(&worker->arena, text),
        .status = *(status.length ? status : S("A")).at,
    };
}

static int compare_rows(const void *left, const void *right)
{
    const struct scan_row *a = left;
    const struct scan_row *b = right;
    return a->file != b->file ? (a->file > b->file) - (a->file < b->file)
                              : (a->line > b->line) - (a->line < b->line);
}

void scan_watch_collect(struct arena *arena, const struct scan_total *total,
                        struct scan *scan)
{
    for (size_t i = 0; i < total->worker_count; i++) {
        const struct scan_worker *worker = &total->workers[i];
        for (size_t k = 0; k < worker->watched.count; k++) {
            const struct scan_watched *row = &worker->watched.at[k];
            const struct scan_origin *range = &total->ranges[row->range];
            *arena_push(arena, &scan->rows) = (struct scan_row){
                .watch = row->watch,
                .file = range->file,
                .line = range->first_line + row->line,
                .text = str_copy(arena, row->text),
                .status = row->status,
            };
        }
    }
    if (scan->rows.count) {
        qsort(scan->rows.at, scan->rows.count, sizeof *scan->rows.at, compare_rows);
    }
}
