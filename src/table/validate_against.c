/* SPDX-License-Identifier: MIT */
/*
 * Revisions against an older table of the same data: what changed, came, went.
 *
 * The rows of both are put under one set of keys, the older ones first, with
 * the words of the older table in the codes of the newer one. What only one
 * table has counts as come or gone within the periods of the other; outside
 * them it is a new month, or one that was not asked for.
 */
#include "validate_internal.h"

#include "table/keys.h"

#include <stdlib.h>

/* --- columns of both ---------------------------------------------------------------- */

static bool is_key(const struct column *column)
{
    return column->role == ROLE_DIMENSION;
}

/* Each dimension of the one is also one of the other. */
static bool check_dimensions(const struct table *one, const struct table *other,
                             struct error *error)
{
    for (size_t i = 0; i < one->column_count; i++) {
        const struct column *column = &one->columns[i];
        const struct column *twin = table_column(other, column->name);
        if (is_key(column) && (!twin || !is_key(twin))) {
            return error_at(error, ERROR_DATA, (struct place){.file = other->files[0]},
                            "there is no dimension \"%.*s\", which %.*s has",
                            STR_ARG(column->name), STR_ARG(one->files[0]));
        }
    }
    return true;
}

/* The measure of the older table that goes with a column, or NULL. */
static const struct column *older_measure(const struct table *older,
                                          const struct column *column)
{
    const struct column *twin =
        column->role == ROLE_MEASURE ? table_column(older, column->name) : NULL;
    return twin && twin->role == ROLE_MEASURE ? twin : NULL;
}

bool validation_can_compare(const struct table *table, const struct table *older,
                            struct error *error)
{
    if (!table_role(table, ROLE_PERIOD) || !table_role(older, ROLE_PERIOD)) {
        return error_at(error, ERROR_DATA, (struct place){.file = table->files[0]},
                        "only tables with periods can be compared");
    }
    if (!check_dimensions(table, older, error) || !check_dimensions(older, table, error)) {
        return false;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        if (older_measure(older, &table->columns[i])) {
            return true;
        }
    }
    return error_at(error, ERROR_DATA, (struct place){.file = older->files[0]},
                    "it has no measure that %.*s has too", STR_ARG(table->files[0]));
}

/* --- rows of both ------------------------------------------------------------------- */

/* Cells of the older column, then those of the newer, in one dictionary. */
static struct column join_codes(struct arena *arena, const struct column *older,
                                size_t older_count, const struct column *column,
                                size_t count)
{
    struct column joined = {.type = COLUMN_TEXT};
    uint32_t *codes = arena_array(arena, uint32_t, older->words.count);
    for (size_t i = 0; i < older->words.count; i++) {
        uint32_t code = words_find(&column->words, older->words.at[i]);
        codes[i] = code != UINT32_MAX ? code : (uint32_t)(column->words.count + i);
    }
    joined.codes = arena_array(arena, uint32_t, older_count + count);
    for (size_t row = 0; row < older_count; row++) {
        joined.codes[row] = codes[older->codes[row]];
    }
    for (size_t row = 0; row < count; row++) {
        joined.codes[older_count + row] = column->codes[row];
    }
    return joined;
}

static struct column join_periods(struct arena *arena, const struct column *older,
                                  size_t older_count, const struct column *column,
                                  size_t count)
{
    struct column joined = {.type = COLUMN_PERIOD};
    joined.periods = arena_array(arena, struct period, older_count + count);
    for (size_t row = 0; row < older_count + count; row++) {
        joined.periods[row] =
            row < older_count ? older->periods[row] : column->periods[row - older_count];
    }
    return joined;
}

/* The keys of all rows of both tables, the older ones first. */
static struct keys join_keys(struct arena *arena, const struct table *table,
                             const struct table *older)
{
    size_t count = older->row_count + table->row_count;
    struct column *joined = arena_array(arena, struct column, table->column_count);
    struct keys keys = keys_create(arena, table, count);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        const struct column *twin = column->role == ROLE_PERIOD
                                        ? table_role(older, ROLE_PERIOD)
                                        : table_column(older, column->name);
        if (is_key(column)) {
            joined[i] = join_codes(arena, twin, older->row_count, column, table->row_count);
            keys_use(&keys, &joined[i]);
        } else if (column->role == ROLE_PERIOD) {
            joined[i] =
                join_periods(arena, twin, older->row_count, column, table->row_count);
            keys_use(&keys, &joined[i]);
        }
    }
    return keys;
}

/* --- what is different -------------------------------------------------------------- */

struct change {
    uint32_t row, older_row;
    uint32_t measure; /* its column */
    uint32_t rank; /* among those of the measure, by size */
    uint128 size; /* of the difference, or of the figure that came or went */
};

struct changes {
    struct change *at;
    size_t count, capacity;
};

struct against {
    struct validation *validation;
    struct arena *arena;
    const struct table *table, *older;
    struct period span, older_span; /* from the first month to the last */
    bool *is_matched; /* by row of the older table */
    struct changes revised, added, gone;
};

static uint128 magnitude(int128 value)
{
    return value < 0 ? -(uint128)value : (uint128)value;
}

static uint128 cell_size(const struct column *column, size_t row)
{
    return column->states[row] == CELL_VALUE ? magnitude(column->units[row]) : 0;
}

/* How far two cells are apart, in units of the newer one. */
static uint128 distance(const struct column *older, size_t older_row,
                        const struct column *column, size_t row)
{
    struct notice notice = {0};
    notice_compare(&notice, older, older_row, column, row);
    if (notice.figures[2].is_set) {
        struct decimal number = notice.figures[2].number;
        int places = number.places > column->places ? number.places : column->places;
        return decimal_widen(&number, places) ? magnitude(number.units) : ~(uint128)0;
    }
    uint128 before = cell_size(older, older_row);
    uint128 after = cell_size(column, row);
    return before > after ? before : after;
}

static bool is_same(const struct column *older, size_t older_row,
                    const struct column *column, size_t row)
{
    enum cell_state state = (enum cell_state)column->states[row];
    return older->states[older_row] == state &&
           (state != CELL_VALUE ||
            (older->places == column->places ? older->units[older_row] == column->units[row]
                                             : !distance(older, older_row, column, row)));
}

static void compare_rows(struct against *against, size_t older_row, size_t row)
{
    for (size_t i = 0; i < against->table->column_count; i++) {
        const struct column *column = &against->table->columns[i];
        const struct column *older = older_measure(against->older, column);
        if (older && !is_same(older, older_row, column, row)) {
            *arena_push(against->arena, &against->revised) = (struct change){
                .row = (uint32_t)row,
                .older_row = (uint32_t)older_row,
                .measure = (uint32_t)i,
                .size = distance(older, older_row, column, row),
            };
        }
    }
}

static struct period span_of(const struct table *table)
{
    const struct column *period = table_role(table, ROLE_PERIOD);
    struct period span = {0};
    for (size_t row = 0; row < table->row_count; row++) {
        struct period at = period->periods[row];
        int first = !span.months || at.first < span.first ? at.first : span.first;
        int end = !span.months || period_end(at) > period_end(span) ? period_end(at)
                                                                    : period_end(span);
        span = (struct period){first, end - first};
    }
    return span;
}

/* A row without a twin, in a period that the other table reaches. */
static void add_single(struct against *against, const struct table *table, size_t row,
                       struct period other_span, struct changes *changes)
{
    const struct column *measure = table_role(table, ROLE_MEASURE);
    if (period_contains(other_span, table_role(table, ROLE_PERIOD)->periods[row])) {
        *arena_push(against->arena, changes) = (struct change){
            .row = (uint32_t)row,
            .measure = (uint32_t)(measure - table->columns),
            .size = cell_size(measure, row),
        };
    } else if (table == against->table) {
        against->validation->comparison.later_count++;
    } else {
        against->validation->comparison.earlier_count++;
    }
}

static void compare_tables(struct against *against)
{
    const struct table *table = against->table;
    size_t older_count = against->older->row_count;
    struct keys keys = join_keys(against->arena, table, against->older);
    for (size_t row = 0; row < older_count; row++) {
        (void)keys_add(&keys, row);
    }
    for (size_t row = 0; row < table->row_count; row++) {
        size_t twin = keys_add(&keys, older_count + row);
        if (twin < older_count) {
            against->is_matched[twin] = true;
            against->validation->comparison.matched_count++;
            compare_rows(against, twin, row);
        } else {
            add_single(against, table, row, against->older_span, &against->added);
        }
    }
    for (size_t row = 0; row < older_count; row++) {
        if (!against->is_matched[row]) {
            add_single(against, against->older, row, against->span, &against->gone);
        }
    }
}

/* --- what is said ------------------------------------------------------------------- */

/* By measure, and the largest first. */
static int compare_changes(const void *left, const void *right)
{
    const struct change *a = left;
    const struct change *b = right;
    int order = (a->measure > b->measure) - (a->measure < b->measure);
    if (!order) {
        order = (a->size < b->size) - (a->size > b->size);
    }
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static void sort_changes(struct changes *changes)
{
    if (changes->count) {
        qsort(changes->at, changes->count, sizeof *changes->at, compare_changes);
    }
}

static void add_revised(const struct against *against, const struct change *change)
{
    struct notice *notice =
        validate_add_row(against->validation, NOTICE_REVISED, change->row);
    if (notice) {
        const struct column *column = &against->table->columns[change->measure];
        notice->other = table_place(against->older, change->older_row);
        notice_compare(notice, older_measure(against->older, column), change->older_row,
                       column, change->row);
    }
}

static int compare_ranks(const void *left, const void *right)
{
    const struct change *a = left;
    const struct change *b = right;
    int order = (a->rank > b->rank) - (a->rank < b->rank);
    return order ? order : (a->measure > b->measure) - (a->measure < b->measure);
}

/* The largest of each measure, then the second of each, and so on: all have their turn. */
static void mix_measures(struct changes *changes)
{
    for (size_t i = 1; i < changes->count; i++) {
        bool is_next = changes->at[i].measure == changes->at[i - 1].measure;
        changes->at[i].rank = is_next ? changes->at[i - 1].rank + 1 : 0;
    }
    if (changes->count) {
        qsort(changes->at, changes->count, sizeof *changes->at, compare_ranks);
    }
}

static void add_singles(const struct against *against, enum notice_kind kind,
                        const struct table *table, const struct changes *changes)
{
    struct validation *validation = against->validation;
    for (size_t i = 0; i < changes->count; i++) {
        size_t row = changes->at[i].row;
        const struct column *measure = &table->columns[changes->at[i].measure];
        struct notice *notice = validate_add(validation, kind);
        if (notice) {
            notice->series = history_name(validation->arena, table, row);
            notice->place = table_place(table, row);
            notice->period = table_role(table, ROLE_PERIOD)->periods[row];
            notice->measure = measure->name;
            notice->unit = measure->unit;
            notice->figures[0] = notice_cell(measure, row);
        }
    }
}

void validate_against(struct validation *validation, const struct table *older)
{
    struct arena scratch = {0};
    const struct table *latest = table_as_of(validation->arena, older, (struct date){0});
    struct against against = {
        .validation = validation,
        .arena = &scratch,
        .table = validation->latest,
        .older = latest,
        .span = span_of(validation->latest),
        .older_span = span_of(latest),
        .is_matched = arena_array(&scratch, bool, latest->row_count),
    };
    validation->comparison.file = older->files[0];
    compare_tables(&against);
    sort_changes(&against.revised);
    mix_measures(&against.revised);
    sort_changes(&against.added);
    sort_changes(&against.gone);
    add_singles(&against, NOTICE_GONE, latest, &against.gone);
    for (size_t i = 0; i < against.revised.count; i++) {
        add_revised(&against, &against.revised.at[i]);
    }
    add_singles(&against, NOTICE_ADDED, validation->latest, &against.added);
    arena_finish(&scratch);
}
