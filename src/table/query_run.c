/* SPDX-License-Identifier: MIT */
/*
 * Running a query: one pass over the rows of its selection, in which each row
 * joins the sum of its group and period; then the sums, sorted, as a table.
 */
#include "table/keys.h"
#include "table/load.h"
#include "table/selection.h"
#include "table/status.h"

#include <stdlib.h>
#include <string.h>

struct sum {
    size_t row; /* the first that went into it */
    size_t row_count;
    uint32_t group; /* in order of first appearance */
    struct period period;
    int128 units;
    uint8_t places; /* the most decimals among the parts */
    int128 width; /* of its parts together: column_width() */
    enum cell_state state;
    char status;
};

struct sums {
    struct sum *at;
    size_t count, capacity;
};

static char row_status(const struct selection *selection, size_t row)
{
    const struct column *status = selection->status;
    bool is_said = status && status->states[row] == CELL_VALUE;
    return *(is_said ? column_text(status, row).at : "A");
}

static bool refuse_mixture(const struct selection *selection, const struct column *column,
                           str aggregate, str other, struct error *error)
{
    str name = column->name;
    error_at(error, ERROR_CONFIG, selection_place(selection, S("where")),
             "the aggregate \"%.*s\" and \"%.*s\" of \"%.*s\" would be added up",
             STR_ARG(aggregate), STR_ARG(other), STR_ARG(name));
    return error_hint(error, "choose with where: {%.*s: %.*s} or {%.*s: {not: %.*s}}",
                      STR_ARG(name), STR_ARG(aggregate), STR_ARG(name), STR_ARG(aggregate));
}

/* A sum never holds an aggregate of a dimension together with another word of it. */
static bool check_aggregates(const struct selection *selection, const struct sum *sum,
                             size_t row, struct error *error)
{
    for (size_t i = 0; i < selection->table->column_count; i++) {
        const struct column *column = &selection->table->columns[i];
        if (!column->aggregates.count || column->codes[row] == column->codes[sum->row]) {
            continue;
        }
        str word = column_text(column, row);
        str first = column_text(column, sum->row);
        if (column_is_aggregate(column, sum->row)) {
            return refuse_mixture(selection, column, first, word, error);
        }
        if (column_is_aggregate(column, row)) {
            return refuse_mixture(selection, column, word, first, error);
        }
    }
    return true;
}

static bool add_row(const struct selection *selection, struct sum *sum, size_t row,
                    struct error *error)
{
    const struct column *measure = selection->measure;
    char status = row_status(selection, row);
    if (!check_aggregates(selection, sum, row, error)) {
        return false;
    }
    if (__builtin_add_overflow(sum->units, measure->units[row], &sum->units)) {
        return error_at(error, ERROR_DATA, table_place(selection->table, row),
                        "the sum of \"%.*s\" is too large from this row on",
                        STR_ARG(measure->name));
    }
    sum->width += column_width(measure, row).units;
    if (measure->states[row] > sum->state) {
        sum->state = measure->states[row];
    }
    if (measure->cell_places[row] > sum->places) {
        sum->places = measure->cell_places[row];
    }
    sum->status = status_weaker(status, sum->status);
    sum->row_count++;
    return true;
}

static struct sum sum_of_row(const struct selection *selection, size_t row, uint32_t group)
{
    const struct column *measure = selection->measure;
    return (struct sum){
        .row = row,
        .row_count = 1,
        .group = group,
        .period = selection->period->periods[row],
        .units = measure->units[row],
        .places = measure->cell_places[row],
        .width = column_width(measure, row).units,
        .state = measure->states[row],
        .status = row_status(selection, row),
    };
}

/* Groups get their numbers as they come up: their words go into `groups`. */
static bool add_up(struct arena *arena, struct arena *scratch,
                   const struct selection *selection, struct words *groups,
                   struct sums *sums, struct error *error)
{
    const struct table *table = selection->table;
    struct keys keys = keys_create(scratch, table, table->row_count);
    uint32_t *sum_of_first = arena_array(scratch, uint32_t, table->row_count);
    keys_use(&keys, selection->by);
    keys_use(&keys, selection->period);
    for (size_t row = 0; row < table->row_count; row++) {
        if (!selection_has(selection, row)) {
            continue;
        }
        size_t first = keys_add(&keys, row);
        if (first == row) {
            uint32_t group = selection->by
                                 ? words_add(arena, groups, column_text(selection->by, row))
                                 : 0;
            sum_of_first[row] = (uint32_t)sums->count;
            *arena_push(scratch, sums) = sum_of_row(selection, row, group);
        } else if (!add_row(selection, &sums->at[sum_of_first[first]], row, error)) {
            return false;
        }
    }
    return true;
}

static int compare_sums(const void *left, const void *right)
{
    const struct sum *a = left;
    const struct sum *b = right;
    return a->group != b->group ? (a->group > b->group) - (a->group < b->group)
                                : period_compare(a->period, b->period);
}

/* --- the result --------------------------------------------------------------------- */

/* The next column of the result: as `like`, but without its cells. */
static struct column *add_column(struct arena *arena, struct table *result,
                                 const struct column *like)
{
    struct column *column = &result->columns[result->column_count++];
    *column = *like;
    column_reserve(arena, column, result->row_count);
    return column;
}

static void add_groups(struct arena *arena, struct table *result, const struct column *by,
                       const struct words *groups, const struct sums *sums)
{
    struct column *column = add_column(arena, result, by);
    column->words = *groups;
    for (size_t i = 0; i < sums->count; i++) {
        column->codes[i] = sums->at[i].group;
        column->states[i] = by->states[sums->at[i].row];
    }
}

static void add_periods(struct arena *arena, struct table *result,
                        const struct column *period, const struct sums *sums)
{
    struct column *column = add_column(arena, result, period);
    for (size_t i = 0; i < sums->count; i++) {
        column->periods[i] = sums->at[i].period;
    }
}

static void add_measure(struct arena *arena, struct table *result,
                        const struct column *measure, const struct sums *sums)
{
    struct column *column = add_column(arena, result, measure);
    column->widths = arena_array(arena, int128, sums->count);
    for (size_t i = 0; i < sums->count; i++) {
        const struct sum *sum = &sums->at[i];
        column->states[i] = (uint8_t)sum->state;
        column->units[i] = sum->state == CELL_VALUE ? sum->units : 0;
        column->cell_places[i] = sum->places;
        column->widths[i] = sum->width;
    }
}

static void add_rate(struct arena *arena, struct table *result, const struct column *rate,
                     const struct sums *sums)
{
    struct column *column = add_column(arena, result, rate);
    for (size_t i = 0; i < sums->count; i++) {
        if (sums->at[i].row_count == 1) {
            column_copy(column, i, rate, sums->at[i].row);
        } else {
            column->states[i] = CELL_MISSING;
        }
    }
}

static void add_statuses(struct arena *arena, struct table *result,
                         const struct column *status, const struct sums *sums)
{
    struct column plain = {
        .name = status ? status->name : S("status"),
        .type = COLUMN_TEXT,
        .role = ROLE_STATUS,
    };
    struct column *column = add_column(arena, result, &plain);
    for (size_t i = 0; i < sums->count; i++) {
        str text = {&sums->at[i].status, 1};
        column->codes[i] = words_add(arena, &column->words, text);
    }
}

static const struct table *result_of(struct arena *arena, const struct selection *selection,
                                     const struct words *groups, const struct sums *sums)
{
    enum { EXTRA_COLUMNS = 1 }; /* the status, where the table has none */
    const struct table *table = selection->table;
    struct table *result = arena_new(arena, struct table);
    result->name = selection->query->name;
    result->files = table->files;
    result->file_count = table->file_count;
    result->row_count = sums->count;
    result->columns =
        arena_array(arena, struct column, table->column_count + EXTRA_COLUMNS);
    result->origins = arena_array(arena, struct origin, sums->count);
    for (size_t i = 0; i < sums->count; i++) {
        result->origins[i] = table->origins[sums->at[i].row];
    }
    if (selection->by) {
        add_groups(arena, result, selection->by, groups, sums);
    }
    add_periods(arena, result, selection->period, sums);
    add_measure(arena, result, selection->measure, sums);
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].role == ROLE_RATE) {
            add_rate(arena, result, &table->columns[i], sums);
        }
    }
    add_statuses(arena, result, selection->status, sums);
    return result;
}

const struct table *query_run(struct arena *arena, const struct query *query,
                              const struct table *table, struct error *error)
{
    struct selection selection;
    struct arena scratch = {0};
    struct words groups = {0};
    struct sums sums = {0};
    const struct table *latest = table_as_of(arena, table, (struct date){0});
    const struct table *result = NULL;
    if (selection_create(arena, query, latest, &selection, error) &&
        add_up(arena, &scratch, &selection, &groups, &sums, error)) {
        if (sums.count) {
            qsort(sums.at, sums.count, sizeof *sums.at, compare_sums);
        }
        result = result_of(arena, &selection, &groups, &sums);
    }
    arena_finish(&scratch);
    return result;
}
