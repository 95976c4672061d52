/* SPDX-License-Identifier: MIT */
#include "source_internal.h"

/* The field of that name, which is most often where it stood in the row before. */
static size_t find_field(struct arena *arena, struct frame *frame, size_t guess, str name)
{
    if (guess < frame->count && str_equal(frame->at[guess].name, name)) {
        return guess;
    }
    size_t field = frame_find(frame, name);
    if (field == frame->count) { /* rows above do not have it */
        struct datum *column = frame_add(arena, frame, name);
        for (size_t row = 0; row < frame->rows; row++) {
            column[row] = datum_undefined();
        }
    }
    return field;
}

static void set_row(struct arena *arena, struct frame *frame, size_t row,
                    struct datum datum)
{
    if (datum.kind != DATUM_MAP) {
        size_t field = find_field(arena, frame, 0, S("data"));
        frame->at[field].at[row] = datum;
        return;
    }
    for (size_t i = 0; i < datum.map->count; i++) {
        size_t field = find_field(arena, frame, i, datum.map->at[i].name);
        frame->at[field].at[row] = datum.map->at[i].value;
    }
}

struct frame *source_rows(struct arena *arena, struct datum datum)
{
    bool is_list = datum.kind == DATUM_LIST;
    struct frame *frame = frame_new(arena, is_list ? datum.list->count : 1);
    for (size_t row = 0; row < frame->rows; row++) {
        set_row(arena, frame, row, is_list ? datum.list->at[row] : datum);
    }
    return frame;
}
