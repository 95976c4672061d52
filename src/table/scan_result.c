/* SPDX-License-Identifier: MIT */
/*
 * From the sums of all threads to results. Each sum is a row of a small table
 * in the order of the files, with the group, the period, the measure and the
 * status as its cells, and query_run() adds them up once more: so sums that
 * meet, their order and their columns are its work alone.
 */
#include "scan_internal.h"

#include <stdlib.h>

struct entry {
    const struct scan_sums *sums; /* of its thread */
    const struct scan_sum *sum;
    const struct scan_part *part;
};

struct partial {
    struct arena *arena;
    const struct scan_total *total;
    const struct scan_plan *plan;
    const struct scan_task *task;
    struct entry *entries; /* in the order of the files */
    size_t count;
};

static int compare_entries(const void *left, const void *right)
{
    const struct scan_sum *a = ((const struct entry *)left)->sum;
    const struct scan_sum *b = ((const struct entry *)right)->sum;
    return a->range != b->range ? (a->range > b->range) - (a->range < b->range)
                                : (a->line > b->line) - (a->line < b->line);
}

static void collect(struct partial *partial, size_t task, size_t measure)
{
    const struct scan_total *total = partial->total;
    size_t count = 0;
    for (size_t i = 0; i < total->worker_count; i++) {
        count += total->workers[i].sums[task].count;
    }
    partial->entries = arena_array(partial->arena, struct entry, count);
    for (size_t i = 0; i < total->worker_count; i++) {
        const struct scan_sums *sums = &total->workers[i].sums[task];
        for (size_t k = 0; k < sums->count; k++) {
            const struct scan_sum *sum = &sums->at[k];
            partial->entries[partial->count++] =
                (struct entry){sums, sum, &scan_sums_parts(sums, k)[measure]};
        }
    }
    if (count) {
        qsort(partial->entries, count, sizeof *partial->entries, compare_entries);
    }
}

/* --- the small table ------------------------------------------------------------------ */

static struct column *add_column(const struct partial *partial, struct table *table,
                                 uint32_t like)
{
    struct column *column = &table->columns[table->column_count++];
    *column = partial->plan->columns->columns[like];
    column_reserve(partial->arena, column, partial->count);
    return column;
}

static void add_word(const struct partial *partial, struct column *column, size_t row,
                     str word)
{
    column->states[row] = word.length ? CELL_VALUE : CELL_MISSING;
    column->codes[row] = words_add(partial->arena, &column->words, word);
}

/* The aggregates of `by` have been left out where they had to be. */
static void add_groups(const struct partial *partial, struct table *table)
{
    struct column *column = add_column(partial, table, partial->task->by);
    column->aggregates = (struct words){0};
    for (size_t row = 0; row < partial->count; row++) {
        const struct entry *entry = &partial->entries[row];
        add_word(partial, column, row, entry->sums->groups.at[entry->sum->by].text);
    }
}

static void add_periods(const struct partial *partial, struct table *table)
{
    struct column *column = add_column(partial, table, partial->plan->period);
    for (size_t row = 0; row < partial->count; row++) {
        const struct entry *entry = &partial->entries[row];
        column->periods[row] = entry->sums->periods.at[entry->sum->period];
    }
}

/* What fits in 19 digits with 9 decimals has room for the decimals of all. */
static void add_measure(const struct partial *partial, struct table *table,
                        uint32_t measure)
{
    struct column *column = add_column(partial, table, measure);
    for (size_t row = 0; row < partial->count; row++) {
        int places = partial->entries[row].part->places;
        column->places = places > column->places ? places : column->places;
    }
    for (size_t row = 0; row < partial->count; row++) {
        const struct scan_part *part = partial->entries[row].part;
        column->units[row] = part->units;
        for (int places = part->places; places < column->places; places++) {
            column->units[row] *= 10;
        }
        column->states[row] = part->state;
        column->cell_places[row] = part->places;
    }
}

static void add_statuses(const struct partial *partial, struct table *table)
{
    struct column *column = add_column(partial, table, partial->plan->status);
    for (size_t row = 0; row < partial->count; row++) {
        str status = {&partial->entries[row].sum->status, 1};
        add_word(partial, column, row, status);
    }
}

/* Words of another dimension: its aggregates, and nothing for all others. */
static void add_class(const struct partial *partial, struct table *table, size_t index)
{
    const struct scan_class *class = &partial->task->classes[index];
    struct column *column = add_column(partial, table, class->column);
    for (size_t row = 0; row < partial->count; row++) {
        uint32_t word = partial->entries[row].sum->classes[index];
        add_word(partial, column, row,
                 word == SCAN_NO_WORD ? S("") : class->aggregates.at[word].text);
    }
}

static void add_origins(const struct partial *partial, struct table *table)
{
    table->origins = arena_array(partial->arena, struct origin, partial->count);
    for (size_t row = 0; row < partial->count; row++) {
        const struct scan_sum *sum = partial->entries[row].sum;
        const struct scan_origin *range = &partial->total->ranges[sum->range];
        table->origins[row] =
            (struct origin){range->file, (uint32_t)(range->first_line + sum->line)};
    }
}

static const struct table *small_table(const struct partial *partial, uint32_t measure)
{
    enum { COLUMNS_MAX = 4 + SCAN_CLASSES_MAX };
    struct table *table = arena_new(partial->arena, struct table);
    *table = *partial->plan->columns;
    table->columns = arena_array(partial->arena, struct column, COLUMNS_MAX);
    table->column_count = 0;
    table->row_count = partial->count;
    if (partial->task->by != SCAN_NO_COLUMN) {
        add_groups(partial, table);
    }
    add_periods(partial, table);
    add_measure(partial, table, measure);
    if (partial->plan->status != SCAN_NO_COLUMN) {
        add_statuses(partial, table);
    }
    for (size_t i = 0; i < partial->task->class_count; i++) {
        add_class(partial, table, i);
    }
    add_origins(partial, table);
    return table;
}

/* --- the result ----------------------------------------------------------------------- */

static bool has_twins(const struct partial *partial, const struct table *result)
{
    size_t row_count = 0;
    for (size_t i = 0; i < partial->count; i++) {
        row_count += partial->entries[i].part->cell_count;
    }
    return row_count > result->row_count;
}

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

static const char *answer(struct partial *partial, const struct query *query,
                          size_t measure, const struct table **result)
{
    uint32_t column = partial->task->measures[measure];
    struct error error = {0};
    struct query of_sums = *query;
    of_sums.filter_count = 0;
    of_sums.total = (str){0};
    of_sums.measure = partial->plan->columns->columns[column].name;
    const struct table *table = small_table(partial, column);
    *result = query_run(partial->arena, &of_sums, table, &error);
    if (!*result) {
        return "an aggregate and its parts would be added up";
    }
    if (partial->task->is_key_whole && has_twins(partial, *result)) {
        return "two rows have the same key";
    }
    *result = restore(partial, *result);
    return NULL;
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
    const char *reason = NULL;
    for (size_t i = 0; i < plan->task_count && !reason; i++) {
        reason = check_words(total, &plan->tasks[i]);
    }
    for (size_t i = 0; i < query_count && !reason; i++) {
        struct partial partial = {.arena = arena, .total = total, .plan = plan};
        partial.task = &plan->tasks[plan->queries[i].task];
        collect(&partial, plan->queries[i].task, plan->queries[i].measure);
        reason = answer(&partial, &queries[i], plan->queries[i].measure, &results[i]);
    }
    return reason;
}
