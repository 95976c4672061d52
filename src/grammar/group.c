/* SPDX-License-Identifier: MIT */
#include "grammar/group.h"

/* An open-addressed table of groups, by the data of their first rows. */
struct group_table {
    const struct datum *const *columns;
    size_t column_count;
    uint32_t *slots; /* group + 1, 0 is free */
    uint64_t *hashes; /* of each group */
    size_t *first; /* row of each group */
    size_t slot_count, count;
};

static uint64_t hash_row(const struct group_table *table, size_t row)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        hash = hash * 31 + datum_hash(table->columns[i][row]);
    }
    return hash;
}

static bool is_same_row(const struct group_table *table, size_t a, size_t b)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (!datum_is_same(table->columns[i][a], table->columns[i][b])) {
            return false;
        }
    }
    return true;
}

static uint32_t *find_slot(const struct group_table *table, uint64_t hash, size_t row)
{
    size_t mask = table->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    while (table->slots[slot]) {
        size_t group = table->slots[slot] - 1;
        if (table->hashes[group] == hash && is_same_row(table, table->first[group], row)) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return &table->slots[slot];
}

static void grow(struct arena *arena, struct group_table *table)
{
    size_t slot_count = table->slot_count ? table->slot_count * 4 : 64;
    uint64_t *hashes = arena_array(arena, uint64_t, slot_count / 2);
    size_t *first = arena_array(arena, size_t, slot_count / 2);
    table->slots = arena_array(arena, uint32_t, slot_count);
    table->slot_count = slot_count;
    for (size_t group = 0; group < table->count; group++) {
        hashes[group] = table->hashes[group];
        first[group] = table->first[group];
        size_t slot = (size_t)hashes[group] & (slot_count - 1);
        while (table->slots[slot]) {
            slot = (slot + 1) & (slot_count - 1);
        }
        table->slots[slot] = (uint32_t)group + 1;
    }
    table->hashes = hashes;
    table->first = first;
}

static uint32_t add_row(struct arena *arena, struct group_table *table, size_t row)
{
    if (2 * table->count >= table->slot_count) {
        grow(arena, table);
    }
    uint64_t hash = hash_row(table, row);
    uint32_t *slot = find_slot(table, hash, row);
    if (!*slot) {
        table->hashes[table->count] = hash;
        table->first[table->count] = row;
        *slot = (uint32_t)++table->count;
    }
    return *slot - 1;
}

/* Lists the rows by group: a counting sort, which keeps their order. */
static void list_rows(struct arena *arena, struct groups *groups, size_t rows)
{
    groups->starts = arena_array(arena, size_t, groups->count + 2);
    groups->rows = arena_array(arena, size_t, rows);
    for (size_t row = 0; row < rows; row++) {
        groups->starts[groups->of[row] + 2]++;
    }
    for (size_t group = 0; group < groups->count; group++) {
        groups->starts[group + 2] += groups->starts[group + 1];
    }
    for (size_t row = 0; row < rows; row++) {
        groups->rows[groups->starts[groups->of[row] + 1]++] = row;
    }
}

struct groups group_rows(struct arena *arena, const struct frame *frame, const str *by,
                         size_t by_count)
{
    const struct datum **columns = arena_array(arena, const struct datum *, by_count);
    struct groups groups = {.of = arena_array(arena, uint32_t, frame->rows)};
    for (size_t i = 0; i < by_count; i++) {
        columns[i] = frame_column(arena, frame, by[i]);
    }
    struct group_table table = {.columns = columns, .column_count = by_count};
    for (size_t row = 0; by_count && row < frame->rows; row++) {
        groups.of[row] = add_row(arena, &table, row);
    }
    groups.count = by_count ? table.count : 1;
    list_rows(arena, &groups, frame->rows);
    return groups;
}

void group_keys(struct arena *arena, const struct groups *groups, const struct frame *frame,
                const str *by, size_t by_count, struct frame *out)
{
    for (size_t i = 0; i < by_count; i++) {
        const struct datum *column = frame_column(arena, frame, by[i]);
        struct datum *keys = frame_add(arena, out, by[i]);
        for (size_t group = 0; group < groups->count; group++) {
            keys[group] = column[group_row(groups, group, 0)];
        }
    }
}

size_t group_row(const struct groups *groups, size_t group, size_t index)
{
    return groups->rows[groups->starts[group] + index];
}

size_t group_size(const struct groups *groups, size_t group)
{
    return groups->starts[group + 1] - groups->starts[group];
}
