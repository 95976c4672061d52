/* SPDX-License-Identifier: MIT */
/* The table as it was known on a day. */
#include "table/keys.h"
#include "table/load.h"

#include "vintage_internal.h"

bool vintage_is_known(const struct column *released, size_t row, struct date day)
{
    return !date_is_set(day) || released->states[row] != CELL_VALUE ||
           date_compare(released->dates[row], day) <= 0;
}

bool vintage_is_later(const struct column *released, size_t row, size_t other)
{
    return released->states[row] == CELL_VALUE &&
           (released->states[other] != CELL_VALUE ||
            date_compare(released->dates[row], released->dates[other]) > 0);
}

/* For the first known row of each key its latest vintage + 1; 0 for all other rows. */
static uint32_t *latest_vintages(struct arena *arena, const struct table *table,
                                 const struct column *released, struct date day)
{
    uint32_t *latest = arena_array(arena, uint32_t, table->row_count);
    struct keys keys = keys_create(arena, table, table->row_count);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    for (size_t row = 0; row < table->row_count; row++) {
        if (!vintage_is_known(released, row, day)) {
            continue;
        }
        size_t first = keys_add(&keys, row);
        if (first == row || vintage_is_later(released, row, latest[first] - 1)) {
            latest[first] = (uint32_t)row + 1;
        }
    }
    return latest;
}

const struct table *table_as_of(struct arena *arena, const struct table *table,
                                struct date day)
{
    const struct column *released = table_role(table, ROLE_RELEASED);
    bool is_done = table->has_one_vintage && !date_is_set(day);
    if (is_done || !released || !table_role(table, ROLE_PERIOD)) {
        return table;
    }
    const uint32_t *latest = latest_vintages(arena, table, released, day);
    bool *is_kept = arena_array(arena, bool, table->row_count);
    for (size_t row = 0; row < table->row_count; row++) {
        if (latest[row]) {
            is_kept[latest[row] - 1] = true;
        }
    }
    size_t count = 0;
    size_t *rows = arena_array(arena, size_t, table->row_count);
    for (size_t row = 0; row < table->row_count; row++) {
        if (is_kept[row]) {
            rows[count++] = row;
        }
    }
    struct table *latest_only = arena_new(arena, struct table);
    *latest_only =
        count == table->row_count ? *table : *table_pick(arena, table, rows, count);
    latest_only->has_one_vintage = true;
    return latest_only;
}
