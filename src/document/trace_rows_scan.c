/* SPDX-License-Identifier: MIT */
/* The rows of cells in files that are too large to load. */
#include "trace_rows_internal.h"

#include "table/scan.h"

static void add_row(const struct lookup *lookup, const struct scan *scan,
                    const struct scan_row *row)
{
    struct arena *arena = lookup->tracer->arena;
    for (size_t i = 0; i < lookup->step_count; i++) {
        if (lookup->steps[i].index == row->watch) {
            trace_rows_add(lookup, lookup->steps[i].cell,
                           (struct trace_row){
                               .file = trace_rows_file(lookup, scan->files[row->file].path),
                               .line = row->line,
                               .text = row->text,
                               .status = str_print(arena, "%c", row->status),
                           });
        }
    }
}

void trace_rows_scan(const struct lookup *lookup)
{
    struct tracer *tracer = lookup->tracer;
    const struct briefing_source *source = &tracer->briefing->sources[lookup->source];
    struct scan_watch *watches =
        arena_array(tracer->arena, struct scan_watch, lookup->cell_count);
    for (size_t i = 0; i < lookup->cell_count; i++) {
        watches[i] = (struct scan_watch){lookup->cells[i].group, lookup->cells[i].period};
    }
    struct scan_options options = {.watches = watches, .watch_count = lookup->cell_count};
    struct scan scan;
    bool is_scanned = scan_query(tracer->arena, source->name, &source->load.files,
                                 &source->load.schema, lookup->query, 1, &options, &scan);
    for (size_t i = 0; is_scanned && i < scan.rows.count; i++) {
        add_row(lookup, &scan, &scan.rows.at[i]);
    }
}
