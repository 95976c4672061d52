/* SPDX-License-Identifier: MIT */
#include "cell.h"

static void narrow(struct arena *arena, const struct frame *frame, const struct cell *cell,
                   size_t *rows, size_t *count)
{
    const struct datum *column = frame_column(arena, frame, cell->field);
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (datum_is_same(column[rows[i]], cell->value)) {
            rows[kept++] = rows[i];
        }
    }
    *count = kept;
}

const struct frame *cell_select(struct arena *arena, const struct frame *frame,
                                const struct cell *cell)
{
    if (!cell) {
        return frame;
    }
    size_t count = frame->rows;
    size_t *rows = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        rows[i] = i;
    }
    for (const struct cell *at = cell; at; at = at->outer) {
        if (frame_find(frame, at->field) < frame->count) {
            narrow(arena, frame, at, rows, &count);
        }
    }
    struct frame *selected = arena_new(arena, struct frame);
    *selected = frame_select(arena, frame, rows, count);
    return selected;
}
