/* SPDX-License-Identifier: MIT */
/* Merging from the bottom up: runs of one row, two, four ..., between two lists. */
#include "grammar/order.h"

#include <string.h>

struct order_keys order_keys(struct arena *arena, const struct frame *frame,
                             const struct sort_key *sort, size_t count)
{
    struct order_keys keys = {arena_array(arena, struct order_key, count), count};
    for (size_t i = 0; i < count; i++) {
        keys.at[i] = (struct order_key){frame_column(arena, frame, sort[i].field),
                                        sort[i].is_descending};
    }
    return keys;
}

int order_compare(const struct order_keys *keys, size_t row, size_t other)
{
    for (size_t i = 0; i < keys->count; i++) {
        const struct order_key *key = &keys->at[i];
        int order = datum_compare(key->column[row], key->column[other]);
        if (order) {
            return key->is_descending ? -order : order;
        }
    }
    return 0;
}

static void merge(const struct order_keys *keys, const size_t *left, size_t left_count,
                  size_t right_count, size_t *out)
{
    const size_t *right = left + left_count;
    while (left_count && right_count) {
        bool is_right = order_compare(keys, *left, *right) > 0;
        *out++ = is_right ? *right++ : *left++;
        right_count -= is_right;
        left_count -= !is_right;
    }
    memcpy(out, left_count ? left : right, (left_count + right_count) * sizeof *out);
}

static bool is_ordered(const struct order_keys *keys, const size_t *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (order_compare(keys, rows[i - 1], rows[i]) > 0) {
            return false;
        }
    }
    return true;
}

void order_rows(struct arena *arena, const struct order_keys *keys, size_t *rows,
                size_t count)
{
    if (!keys->count || is_ordered(keys, rows, count)) {
        return;
    }
    size_t *from = rows;
    size_t *to = arena_array(arena, size_t, count);
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t at = 0; at < count; at += 2 * run) {
            size_t left = count - at < run ? count - at : run;
            size_t rest = count - at - left;
            merge(keys, from + at, left, rest < run ? rest : run, to + at);
        }
        size_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != rows) {
        memcpy(rows, from, count * sizeof *rows);
    }
}

const struct frame *frame_sort(struct arena *arena, const struct frame *frame,
                               const struct sort_key *sort, size_t sort_count)
{
    struct order_keys keys = order_keys(arena, frame, sort, sort_count);
    size_t *rows = arena_array(arena, size_t, frame->rows);
    for (size_t row = 0; row < frame->rows; row++) {
        rows[row] = row;
    }
    order_rows(arena, &keys, rows, frame->rows);
    struct frame *sorted = arena_new(arena, struct frame);
    *sorted = frame_select(arena, frame, rows, frame->rows);
    return sorted;
}
