/* SPDX-License-Identifier: MIT */
/*
 * From the sums of all threads to results. Each sum is a row of a small table
 * in the order of the files, with the group, the period, the measure and the
 * status as its cells, which query_run() is asked: so the order and the
 * columns of a result are its work alone.
 */
#include "scan_internal.h"

struct partial {
    struct arena *arena, *scratch;
    const struct scan_plan *plan;
    const struct scan_task *task;
    const struct scan_origin *ranges;
    const struct scan_sums *sums; /* of all threads, in the order of the files */
};

/* --- the small table ------------------------------------------------------------------ */

static struct column *add_column(const struct partial *partial, struct table *table,
                                 uint32_t like)
{
    struct column *column = &table->columns[table->column_count++];
    *column = partial->plan->columns->columns[like];
    column_reserve(partial->scratch, column, partial->sums->count);
    return column;
}

/* The aggregates of `by` have been left out where they had to be. */
static void add_groups(const struct partial *partial, struct table *table)
{
    const struct scan_words *groups = &partial->sums->groups;
    struct column *column = add_column(partial, table, partial->task->by);
    column->aggregates = (struct words){0};
    for (size_t i = 0; i < groups->count; i++) {
        words_add(partial->scratch, &column->words, groups->at[i].text);
    }
    for (size_t row = 0; row < partial->sums->count; row++) {
        uint32_t by = partial->sums->at[row].by;
        column->states[row] = groups->at[by].text.length ? CELL_VALUE : CELL_MISSING;
        column->codes[row] = by;
    }
}

static void add_periods(const struct partial *partial, struct table *table)
{
    struct column *column = add_column(partial, table, partial->plan->period);
    for (size_t row = 0; row < partial->sums->count; row++) {
        column->periods[row] = partial->sums->periods.at[partial->sums->at[row].period];
    }
}

/* What fits in 19 digits with 9 decimals has room for the decimals of all. */
static void add_measure(const struct partial *partial, struct table *table, size_t measure)
{
    const struct scan_sums *sums = partial->sums;
    struct column *column = add_column(partial, table, partial->task->measures[measure]);
    column->widths = arena_array(partial->scratch, int128, sums->count);
    for (size_t row = 0; row < sums->count; row++) {
        int places = scan_sums_parts(sums, row)[measure].places;
        column->places = places > column->places ? places : column->places;
    }
    for (size_t row = 0; row < sums->count; row++) {
        struct scan_part part = scan_sums_parts(sums, row)[measure];
        column->units[row] = part.units;
        column->widths[row] = (int128)part.width;
        for (int places = part.places; places < column->places; places++) {
            column->units[row] *= 10;
            column->widths[row] *= 10;
        }
        column->states[row] = part.state;
        column->cell_places[row] = part.places;
    }
}

static void add_statuses(const struct partial *partial, struct table *table)
{
    struct column *column = add_column(partial, table, partial->plan->status);
    for (size_t row = 0; row < partial->sums->count; row++) {
        str status = {&partial->sums->at[row].status, 1};
        column->codes[row] = words_add(partial->scratch, &column->words, status);
    }
}

static void add_origins(const struct partial *partial, struct table *table)
{
    table->origins = arena_array(partial->scratch, struct origin, partial->sums->count);
    for (size_t row = 0; row < partial->sums->count; row++) {
        const struct scan_sum *sum = &partial->sums->at[row];
        const struct scan_origin *range = &partial->ranges[sum->range];
        table->origins[row] =
            (struct origin){range->file, (uint32_t)(range->first_line + sum->line)};
    }
}

static const struct table *small_table(const struct partial *partial, size_t measure)
{
    enum { COLUMNS_MAX = 4 };
    struct table *table = arena_new(partial->scratch, struct table);
    *table = *partial->plan->columns;
    table->columns = arena_array(partial->scratch, struct column, COLUMNS_MAX);
    table->column_count = 0;
    table->row_count = partial->sums->count;
    if (partial->task->by != SCAN_NO_COLUMN) {
        add_groups(partial, table);
    }
    add_periods(partial, table);
    add_measure(partial, table, measure);
    if (partial->plan->status != SCAN_NO_COLUMN) {
        add_statuses(partial, table);
    }
    add_origins(partial, table);
    return table;
}

/* --- the result ----------------------------------------------------------------------- */

/* Gives `by` its aggregates back. */
static const struct table *restore(const struct partial *partial,
                                   const struct table *result)
{
    if (partial->task->by == SCAN_NO_COLUMN) {
        return result;
    }
    struct table *restored = arena_new(partial->arena, struct table);
    *restored = *result;
    restored->columns = arena_array(partial->arena, struct column, result->column_count);
    memcpy(restored->columns, result->columns,
           result->column_count * sizeof *result->columns);
    restored->columns[0].aggregates =
        partial->plan->columns->columns[partial->task->by].aggregates;
    return restored;
}

static bool answer(const struct partial *partial, const struct query *query, size_t measure,
                   const struct table **result)
{
    const struct column *columns = partial->plan->columns->columns;
    struct error error = {0};
    struct query of_sums = *query;
    of_sums.filter_count = 0;
    of_sums.total = (str){0};
    of_sums.measure = columns[partial->task->measures[measure]].name;
    *result = query_run(partial->arena, &of_sums, small_table(partial, measure), &error);
    if (*result) {
        *result = restore(partial, *result);
    }
    return *result;
}

static bool has_occurred(const struct scan_total *total, size_t seen)
{
    for (size_t i = 0; i < total->worker_count; i++) {
        if (total->workers[i].seen[seen]) {
            return true;
        }
    }
    return false;
}

static const char *check_words(const struct scan_total *total, const struct scan_task *task)
{
    for (size_t i = 0; i < task->filter_count; i++) {
        const struct scan_filter *filter = &task->filters[i];
        for (size_t k = 0; k < filter->words.count; k++) {
            if (filter->words.at[k].is_asked && !has_occurred(total, filter->seen + k)) {
                return "a word of \"where\" or \"total\" is in no row";
            }
        }
    }
    return NULL;
}

const char *scan_result(struct arena *arena, const struct scan_total *total,
                        const struct query *queries, size_t query_count,
                        const struct table **results)
{
    const struct scan_plan *plan = total->plan;
    struct arena scratch = {0};
    struct scan_sums *sums = arena_array(&scratch, struct scan_sums, plan->task_count);
    const char *reason = NULL;
    for (size_t i = 0; i < plan->task_count && !reason; i++) {
        reason = check_words(total, &plan->tasks[i]);
        reason = reason ? reason : scan_merge(&scratch, total, i, &sums[i]);
    }
    for (size_t i = 0; i < query_count && !reason; i++) {
        size_t task = plan->queries[i].task;
        const struct partial partial = {
            .arena = arena,
            .scratch = &scratch,
            .plan = plan,
            .task = &plan->tasks[task],
            .ranges = total->ranges,
            .sums = &sums[task],
        };
        if (!answer(&partial, &queries[i], plan->queries[i].measure, &results[i])) {
            reason = "the sums cannot be added up";
        }
    }
    arena_finish(&scratch);
    return reason;
}
