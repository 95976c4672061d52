/* SPDX-License-Identifier: MIT */
#include "table/history.h"

#include "table/keys.h"

#include <stdlib.h>

/* Each row's series, numbered by first appearance; returns how many there are. */
static size_t number_series(struct arena *arena, const struct table *table,
                            uint32_t *series)
{
    size_t count = 0;
    struct keys keys = keys_create(arena, table, table->row_count);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        series[row] = first == row ? (uint32_t)count++ : series[first];
    }
    return count;
}

static int compare_entries(const void *left, const void *right)
{
    const struct history_entry *a = left;
    const struct history_entry *b = right;
    int order = period_compare(a->period, b->period);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static void sort(struct history_entry *entries, size_t count)
{
    size_t i = 1;
    while (i < count && compare_entries(&entries[i - 1], &entries[i]) < 0) {
        i++;
    }
    if (i < count) {
        qsort(entries, count, sizeof *entries, compare_entries);
    }
}

/* Where each series starts among all entries, and where the last one ends. */
static size_t *starts_of(struct arena *arena, const uint32_t *series, size_t row_count,
                         size_t count)
{
    size_t *starts = arena_array(arena, size_t, count + 2);
    for (size_t row = 0; row < row_count; row++) {
        starts[series[row] + 2]++;
    }
    for (size_t i = 2; i < count + 2; i++) {
        starts[i] += starts[i - 1];
    }
    return starts + 1; /* one early: filling moves each start to its end */
}

struct histories histories_create(struct arena *arena, const struct table *table)
{
    const struct column *period = table_role(table, ROLE_PERIOD);
    uint32_t *series = arena_array(arena, uint32_t, table->row_count);
    struct histories histories = {.count = number_series(arena, table, series)};
    histories.at = arena_array(arena, struct history, histories.count);
    struct history_entry *entries =
        arena_array(arena, struct history_entry, table->row_count);
    size_t *ends = starts_of(arena, series, table->row_count, histories.count);
    for (size_t row = 0; row < table->row_count; row++) {
        entries[ends[series[row]]++] =
            (struct history_entry){period->periods[row], (uint32_t)row};
    }
    for (size_t i = 0; i < histories.count; i++) {
        size_t start = i ? ends[i - 1] : 0;
        histories.at[i] = (struct history){entries + start, ends[i] - start};
        sort(entries + start, ends[i] - start);
    }
    return histories;
}

str history_name(struct arena *arena, const struct table *table, size_t row)
{
    struct keys keys = keys_create(arena, table, 0);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_DIMENSION && column->words.count > 1) {
            keys_use(&keys, column);
        }
    }
    return keys_print(arena, &keys, row);
}
