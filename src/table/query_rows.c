/* SPDX-License-Identifier: MIT */
/*
 * One pass: a row of the selection is looked up among the cells, sorted by
 * code and period. Which rows of a cell are superseded is known at the end of it.
 */
#include "table/query_rows.h"

#include "table/keys.h"
#include "table/selection.h"

#include "vintage_internal.h"

#include <stdlib.h>

struct wanted {
    uint32_t code; /* of the group in `by` */
    struct period period;
    struct query_cell *cell;
};

struct search {
    struct arena *arena;
    struct selection selection;
    struct wanted *wanted;
    size_t count;
    const struct column *released; /* or NULL: there is one vintage */
    struct keys keys;
    uint32_t *latest; /* for the first row of each key its latest vintage */
    uint32_t *first; /* for each row of a cell the first row of its key */
};

static int compare_wanted(const void *left, const void *right)
{
    const struct wanted *a = left;
    const struct wanted *b = right;
    return a->code != b->code ? (a->code > b->code) - (a->code < b->code)
                              : period_compare(a->period, b->period);
}

/* Cells of groups that the table does not have have no rows. */
static void sort_cells(struct search *search, struct query_cell *cells, size_t cell_count)
{
    const struct column *by = search->selection.by;
    search->wanted = arena_array(search->arena, struct wanted, cell_count);
    for (size_t i = 0; i < cell_count; i++) {
        uint32_t code = by ? words_find(&by->words, cells[i].group) : 0;
        if (code != UINT32_MAX) {
            search->wanted[search->count++] =
                (struct wanted){code, cells[i].period, &cells[i]};
        }
    }
    if (search->count) {
        qsort(search->wanted, search->count, sizeof *search->wanted, compare_wanted);
    }
}

static struct query_cell *cell_of(const struct search *search, size_t row)
{
    const struct selection *selection = &search->selection;
    struct wanted key = {.code = selection->by ? selection->by->codes[row] : 0,
                         .period = selection->period->periods[row]};
    const struct wanted *found =
        search->count
            ? bsearch(&key, search->wanted, search->count, sizeof key, compare_wanted)
            : NULL;
    return found ? found->cell : NULL;
}

static void note_vintage(struct search *search, size_t row)
{
    size_t first = keys_add(&search->keys, row);
    search->first[row] = (uint32_t)first;
    if (first == row || vintage_is_later(search->released, row, search->latest[first])) {
        search->latest[first] = (uint32_t)row;
    }
}

static void find_rows(struct search *search, struct date day)
{
    const struct table *table = search->selection.table;
    for (size_t row = 0; row < table->row_count; row++) {
        bool is_known = !search->released || vintage_is_known(search->released, row, day);
        struct query_cell *cell = is_known && selection_has(&search->selection, row)
                                      ? cell_of(search, row)
                                      : NULL;
        if (cell) {
            arena_push(search->arena, cell)->row = row;
            if (search->released) {
                note_vintage(search, row);
            }
        }
    }
}

static void mark_superseded(const struct search *search, struct query_cell *cell)
{
    for (size_t i = 0; i < cell->count; i++) {
        size_t row = cell->at[i].row;
        cell->at[i].is_superseded = search->latest[search->first[row]] != row;
    }
}

bool query_rows(struct arena *arena, const struct query *query, const struct table *table,
                struct date day, struct query_cell *cells, size_t cell_count,
                struct error *error)
{
    struct search search = {.arena = arena, .released = table_role(table, ROLE_RELEASED)};
    if (!selection_create(arena, query, table, &search.selection, error)) {
        return false;
    }
    sort_cells(&search, cells, cell_count);
    if (search.released) {
        search.keys = keys_create(arena, table, table->row_count);
        keys_use_role(&search.keys, table, ROLE_DIMENSION);
        keys_use_role(&search.keys, table, ROLE_PERIOD);
        search.latest = arena_array(arena, uint32_t, table->row_count);
        search.first = arena_array(arena, uint32_t, table->row_count);
    }
    find_rows(&search, day);
    for (size_t i = 0; search.released && i < cell_count; i++) {
        mark_superseded(&search, &cells[i]);
    }
    return true;
}
