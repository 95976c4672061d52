/* SPDX-License-Identifier: MIT */
/* Query results to series: rows in, observations out. */
#include "series/operator.h"

#include <assert.h>

/* A query, and the columns of its result that observations are made of. */
struct layout {
    const struct query *query;
    const struct table *table;
    const struct column *period, *measure, *status; /* status may be NULL */
};

/* Rows [from, to) of a result: those of one group. */
struct rows {
    size_t from, to;
};

static struct layout layout_of(struct arena *arena, const struct query *query,
                               const struct table *table)
{
    struct query *kept = arena_new(arena, struct query);
    *kept = *query;
    struct layout layout = {
        .query = kept,
        .table = table,
        .period = table_role(table, ROLE_PERIOD),
        .measure = table_role(table, ROLE_MEASURE),
        .status = table_role(table, ROLE_STATUS),
    };
    assert(layout.period && layout.measure);
    return layout;
}

static char status_of(const struct layout *layout, size_t row)
{
    str text = layout->status ? column_text(layout->status, row) : S("");
    if (!text.length) {
        return 'A';
    }
    return text.at[0];
}

/* The number that `column` has in the row, which is one of the measure or a rate. */
static struct observation observe(const struct layout *layout, const struct column *column,
                                  size_t row)
{
    static const enum observation_state states[] = {
        [CELL_VALUE] = OBSERVATION_VALUE,
        [CELL_MISSING] = OBSERVATION_MISSING,
        [CELL_SUPPRESSED] = OBSERVATION_SUPPRESSED,
    };
    struct observation observation = {
        .period = layout->period->periods[row],
        .state = states[column->states[row]],
        .status = status_of(layout, row),
        .place = table_place(layout->table, row),
    };
    if (observation_has_value(observation)) {
        struct decimal number = column_number(column, row);
        observation.value = ratio_from_decimal(number);
        observation.places = number.places;
        struct ratio width = ratio_from_decimal(column_width(column, row));
        observation.possible =
            interval_around(observation.value, ratio_divide(width, ratio_from(2)));
    }
    return observation;
}

/* What was published as the rate on that base, or NULL where no row has one. */
static const struct series *published_rates(struct arena *arena,
                                            const struct layout *layout, struct rows rows,
                                            str name, enum rate_base base)
{
    const struct column *column = NULL;
    for (size_t i = 0; i < layout->table->column_count && !column; i++) {
        const struct column *candidate = &layout->table->columns[i];
        bool is_wanted = candidate->role == ROLE_RATE && candidate->rate == base;
        column = is_wanted ? candidate : NULL;
    }
    if (!column) {
        return NULL;
    }
    struct series *rates = arena_new(arena, struct series);
    *rates = (struct series){.name = name, .unit = S("%"), .is_rate = true};
    for (size_t row = rows.from; row < rows.to; row++) {
        struct observation rate = observe(layout, column, row);
        if (observation_has_value(rate)) {
            series_add(arena, rates, rate);
        }
    }
    return rates->count ? rates : NULL;
}

static struct series series_of_rows(struct arena *arena, const struct layout *layout,
                                    struct rows rows, str name)
{
    struct series series = {.name = name,
                            .unit = layout->measure->unit,
                            .query = layout->query,
                            .measure = layout->measure->name};
    series.is_rate = str_equal(series.unit, S("%"));
    series.capacity = rows.to - rows.from;
    series.at = arena_array(arena, struct observation, series.capacity);
    for (size_t row = rows.from; row < rows.to; row++) {
        series_add(arena, &series, observe(layout, layout->measure, row));
    }
    for (enum rate_base base = RATE_PREVIOUS; base <= RATE_YEAR_AGO; base++) {
        series.rates[base] = published_rates(arena, layout, rows, name, base);
    }
    return series;
}

const struct series *series_from_table(struct arena *arena, const struct query *query,
                                       const struct table *result)
{
    struct layout layout = layout_of(arena, query, result);
    struct series *series = arena_new(arena, struct series);
    *series =
        series_of_rows(arena, &layout, (struct rows){0, result->row_count}, query->name);
    return series;
}

/* The rows from `from` on that have the same word as it; the result is sorted by group. */
static struct rows group_from(const struct column *by, size_t from, size_t row_count)
{
    struct rows rows = {from, from + 1};
    while (rows.to < row_count && by->codes[rows.to] == by->codes[from]) {
        rows.to++;
    }
    return rows;
}

/* The series of the aggregate, empty where it has no rows. */
static const struct series *total_from_table(struct arena *arena, const struct query *query,
                                             const struct layout *layout)
{
    const struct column *by = table_column(layout->table, query->by);
    struct rows rows = {0, 0};
    while (rows.to < layout->table->row_count) {
        rows = group_from(by, rows.to, layout->table->row_count);
        if (str_equal(column_text(by, rows.from), query->total)) {
            break;
        }
        rows.from = rows.to;
    }
    struct series *total = arena_new(arena, struct series);
    *total = series_of_rows(arena, layout, rows, query->total);
    total->member = query->total;
    return total;
}

/* Groups of several dimensions have no aggregate: the total is what they add up to. */
static const struct series *sum_of_all(struct arena *arena,
                                       const struct series_group *group, str name)
{
    struct series_group *members = arena_new(arena, struct series_group);
    *members = *group;
    members->name = name;
    return operator_subtotal(arena, members);
}

const struct series_group *series_group_from_table(struct arena *arena,
                                                   const struct query *query,
                                                   const struct table *result,
                                                   const struct words *words)
{
    const struct column *by = table_column(result, query->by);
    assert(by);
    struct layout layout = layout_of(arena, query, result);
    struct series_group *group = arena_new(arena, struct series_group);
    group->name = query->name;
    group->top = query->top;
    group->rest = query->rest;
    group->words = words;
    bool has_row_of_total = query->total.length && query->part_count < 2;
    if (has_row_of_total) {
        group->total = total_from_table(arena, query, &layout);
    }
    struct rows rows = {0, 0};
    while (rows.to < result->row_count) {
        rows = group_from(by, rows.to, result->row_count);
        str word = column_text(by, rows.from);
        if (!has_row_of_total || !str_equal(word, query->total)) {
            struct series *part = arena_push(arena, group);
            *part = series_of_rows(arena, &layout, rows, word);
            part->member = word;
        }
    }
    if (query->total.length && !has_row_of_total && group->count) {
        group->total = sum_of_all(arena, group, query->total);
    }
    return group;
}
