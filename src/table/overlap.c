/* SPDX-License-Identifier: MIT */
#include "table/overlap.h"

#include "table/keys.h"

bool overlap_rule_parse(str word, enum overlap_rule *rule)
{
    *rule = str_equal(word, S("newest")) ? OVERLAP_NEWEST : OVERLAP_ERROR;
    return *rule == OVERLAP_NEWEST || str_equal(word, S("error"));
}

static bool is_same_cell(const struct column *column, size_t a, size_t b)
{
    if (column->states[a] != column->states[b]) {
        return false;
    }
    return column->type != COLUMN_NUMBER || column->units[a] == column->units[b];
}

/* The keys are the same: do the figures say the same too? */
static bool has_same_figures(const struct table *table, size_t a, size_t b)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_MEASURE && !is_same_cell(column, a, b)) {
            return false;
        }
    }
    return true;
}

/* A key that may not be there twice: the first such pair, and how many rows there are. */
struct twin {
    size_t first, row, count;
};

static bool refuse(struct arena *arena, const struct table *table, const struct keys *keys,
                   const struct twin *twin, struct error *error)
{
    struct place before = table_place(table, twin->first);
    struct place place = table_place(table, twin->row);
    str key = keys_print(arena, keys, twin->row);
    bool is_same_file = str_equal(before.file, place.file);
    str more = twin->count > 1 ? str_print(arena, "; so it is with %zu more row%s",
                                           twin->count - 1, twin->count == 2 ? "" : "s")
                               : (str){0};
    error_at(error, ERROR_DATA, place, "%.*s is here twice: first in line %zu%s%.*s%.*s",
             STR_ARG(key), before.line, is_same_file ? "" : " of ",
             is_same_file ? 0 : (int)before.file.length, before.file.at, STR_ARG(more));
    if (!is_same_file) {
        return error_hint(error, "two downloads overlap: with on-overlap: newest the later "
                                 "file counts");
    }
    return table_role(table, ROLE_RELEASED)
               ? false
               : error_hint(error, "a column \"released\" would keep vintages apart");
}

static void note(const struct table *table, size_t replaced, size_t row,
                 struct overlap *overlap)
{
    if (!overlap->count++) {
        overlap->first = table_place(table, replaced);
        overlap->again = table_place(table, row);
    }
    overlap->same_count += has_same_figures(table, replaced, row);
}

/* The rows that stay: all that have no later row to stand for them. */
static const struct table *pick(struct arena *arena, const struct table *table,
                                const bool *is_replaced)
{
    size_t count = 0;
    size_t *rows = arena_array(arena, size_t, table->row_count);
    for (size_t row = 0; row < table->row_count; row++) {
        if (!is_replaced[row]) {
            rows[count++] = row;
        }
    }
    return table_pick(arena, table, rows, count);
}

/* `latest` is by the first row of each key: the row that stands for the key so far. */
static bool find_twins(struct arena *arena, const struct table *table,
                       enum overlap_rule rule, bool *is_replaced, struct overlap *overlap,
                       struct twin *refused, struct error *error)
{
    struct keys keys = keys_create(arena, table, table->row_count);
    uint32_t *latest = arena_array(arena, uint32_t, table->row_count);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    keys_use_role(&keys, table, ROLE_RELEASED);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        size_t before = first == row ? first : latest[first];
        latest[first] = (uint32_t)row;
        bool is_other_file = table->origins[before].file != table->origins[row].file;
        if (first == row) {
            continue;
        }
        if (rule == OVERLAP_NEWEST && is_other_file) {
            is_replaced[before] = true;
            note(table, before, row, overlap);
        } else if (!refused->count++) {
            refused->first = before;
            refused->row = row;
        }
    }
    return !refused->count || refuse(arena, table, &keys, refused, error);
}

const struct table *overlap_resolve(struct arena *arena, const struct table *table,
                                    enum overlap_rule rule, struct overlap *overlap,
                                    size_t *row, struct error *error)
{
    *overlap = (struct overlap){0};
    if (!table_role(table, ROLE_PERIOD)) {
        return table;
    }
    struct twin refused = {0};
    bool *is_replaced = arena_array(arena, bool, table->row_count);
    if (!find_twins(arena, table, rule, is_replaced, overlap, &refused, error)) {
        *row = refused.row;
        return NULL;
    }
    return overlap->count ? pick(arena, table, is_replaced) : table;
}
