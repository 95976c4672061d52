/* SPDX-License-Identifier: MIT */
#include "table/keys.h"

#include "base/buffer.h"

#include <assert.h>

struct keys keys_create(struct arena *arena, const struct table *table, size_t row_count)
{
    struct keys keys = {.slot_count = 16};
    while (keys.slot_count < 2 * row_count) {
        keys.slot_count *= 2;
    }
    keys.slots = arena_array(arena, uint32_t, keys.slot_count);
    keys.columns = arena_array(arena, const struct column *, table->column_count);
    return keys;
}

void keys_use(struct keys *keys, const struct column *column)
{
    if (column) {
        assert(column->type != COLUMN_NUMBER);
        keys->columns[keys->column_count++] = column;
    }
}

void keys_use_role(struct keys *keys, const struct table *table, enum column_role role)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].role == role) {
            keys_use(keys, &table->columns[i]);
        }
    }
}

static uint64_t cell_bits(const struct column *column, size_t row)
{
    switch (column->type) {
    case COLUMN_PERIOD:
        return (uint64_t)column->periods[row].first << 32 |
               (uint64_t)column->periods[row].months;
    case COLUMN_DATE:
        return (uint64_t)column->dates[row].year << 16 |
               (uint64_t)column->dates[row].month << 8 | (uint64_t)column->dates[row].day;
    default:
        return column->codes[row];
    }
}

/* Cells are few and small: multiply and fold, so that every bit reaches the low ones. */
static size_t hash_row(const struct keys *keys, size_t row)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < keys->column_count; i++) {
        hash = (hash ^ cell_bits(keys->columns[i], row)) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

static bool is_same(const struct keys *keys, size_t a, size_t b)
{
    size_t i = 0;
    while (i < keys->column_count &&
           cell_bits(keys->columns[i], a) == cell_bits(keys->columns[i], b)) {
        i++;
    }
    return i == keys->column_count;
}

size_t keys_add(struct keys *keys, size_t row)
{
    size_t mask = keys->slot_count - 1;
    size_t slot = hash_row(keys, row) & mask;
    while (keys->slots[slot] && !is_same(keys, keys->slots[slot] - 1, row)) {
        slot = (slot + 1) & mask;
    }
    if (!keys->slots[slot]) {
        keys->slots[slot] = (uint32_t)row + 1;
    }
    return keys->slots[slot] - 1;
}

static str cell_print(struct arena *arena, const struct column *column, size_t row)
{
    switch (column->type) {
    case COLUMN_PERIOD:
        return period_print(arena, column->periods[row]);
    case COLUMN_DATE:
        return column->states[row] == CELL_VALUE ? date_print(arena, column->dates[row])
                                                 : S("");
    default:
        return column_text(column, row);
    }
}

str keys_print(struct arena *arena, const struct keys *keys, size_t row)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < keys->column_count; i++) {
        str cell = cell_print(arena, keys->columns[i], row);
        if (cell.length) {
            buffer_print(&text, "%s%.*s", text.count ? " / " : "", STR_ARG(cell));
        }
    }
    return buffer_text(&text);
}
