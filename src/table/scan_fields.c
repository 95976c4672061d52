/* SPDX-License-Identifier: MIT */
/* Fields: cells without their quotes. */
#include "scan_internal.h"

enum { MARGIN = 16 };

void scan_scratch_create(struct arena *arena, struct scan_worker *worker,
                         size_t row_bytes_max)
{
    worker->scratch_bytes = 2 * row_bytes_max;
    worker->scratch = arena_array(arena, char, worker->scratch_bytes + (size_t)2 * MARGIN);
}

/* Doubled quotes are made single in the scratch. */
str scan_unquote(struct scan_worker *worker, str field)
{
    str inner = str_slice(field, 1, field.length - 1);
    if (!memchr(inner.at, '"', inner.length)) {
        return inner;
    }
    if (inner.length > worker->scratch_bytes - worker->scratch_used) {
        worker->scratch_used = 0; /* what is there is of rows that are done */
    }
    char *to = worker->scratch + MARGIN + worker->scratch_used;
    str plain = {to, 0};
    for (size_t i = 0; i < inner.length; i++) {
        *to++ = inner.at[i];
        i += inner.at[i] == '"';
    }
    plain.length = (size_t)(to - plain.at);
    worker->scratch_used += plain.length;
    return plain;
}

struct scan_cells scan_cells_of(const struct scan_worker *worker,
                                const struct scan_rows *rows, size_t column)
{
    return (struct scan_cells){
        .text = rows->text,
        .ends = rows->ends + column,
        .rows = worker->batch->rows,
        .count = worker->batch->count,
        .has_returns =
            rows->has_returns && column + 1 == worker->plan->columns->column_count,
    };
}

str scan_field(struct scan_worker *worker, const struct scan_rows *rows, uint32_t end)
{
    const struct scan_cells cells = {rows->text, rows->ends, &end, 1, rows->has_returns};
    return scan_text(worker, scan_cell(&cells, 0));
}
