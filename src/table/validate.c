/* SPDX-License-Identifier: MIT */
/* The order of the checks, and what they share. */
#include "validate_internal.h"

#include "table/keys.h"

#include <stdlib.h>

/* Those that need a series of periods come last. */
static const struct {
    validate_check *run;
    bool needs_periods;
} checks[] = {
    {validate_files, false}, {validate_totals, true}, {validate_unit_values, true},
    {validate_breaks, true}, {validate_months, true}, {validate_vintages, true},
};

struct notice *validate_add(struct validation *validation, enum notice_kind kind)
{
    if (validation->counts[kind]++ >= VALIDATION_NOTICES_MAX) {
        return NULL;
    }
    struct notice *notice = arena_push(validation->arena, &validation->notices);
    notice->kind = kind;
    return notice;
}

struct notice *validate_add_row(struct validation *validation, enum notice_kind kind,
                                size_t row)
{
    struct notice *notice = validate_add(validation, kind);
    if (notice) {
        const struct column *period = table_role(validation->latest, ROLE_PERIOD);
        notice->series = history_name(validation->arena, validation->latest, row);
        notice->place = table_place(validation->latest, row);
        notice->period = period ? period->periods[row] : (struct period){0};
    }
    return notice;
}

static struct cell_counts count_cells(const struct column *column, size_t row_count)
{
    struct cell_counts counts = {0};
    for (size_t row = 0; row < row_count; row++) {
        bool is_value = column->states[row] == CELL_VALUE;
        bool is_zero = is_value && column->type == COLUMN_NUMBER && column->units[row] == 0;
        counts.values += is_value && !is_zero;
        counts.zeros += is_zero;
        counts.missing += column->states[row] == CELL_MISSING;
        counts.suppressed += column->states[row] == CELL_SUPPRESSED;
    }
    return counts;
}

static void count_all_cells(struct validation *validation)
{
    const struct table *table = validation->table;
    validation->cells =
        arena_array(validation->arena, struct cell_counts, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        validation->cells[i] = count_cells(&table->columns[i], table->row_count);
    }
}

/* Notices of a kind were added in one go, or few at a time: a stable sort by kind. */
static void sort_by_kind(struct validation *validation)
{
    const struct notices *found = &validation->notices;
    struct notices sorted = {0};
    for (size_t kind = 0; kind < NOTICE_KIND_COUNT; kind++) {
        for (size_t i = 0; i < found->count; i++) {
            if (found->at[i].kind == kind) {
                *arena_push(validation->arena, &sorted) = found->at[i];
            }
        }
    }
    validation->notices = sorted;
}

const struct validation *validation_run(struct arena *arena, const struct table *table,
                                        const struct load_report *report,
                                        const struct warnings *warnings,
                                        const struct table *older)
{
    struct validation *validation = arena_new(arena, struct validation);
    bool has_periods = table_role(table, ROLE_PERIOD);
    *validation = (struct validation){
        .arena = arena,
        .table = table,
        .latest = table_as_of(arena, table, (struct date){0}),
        .report = report,
        .warnings = warnings,
    };
    count_all_cells(validation);
    if (has_periods) {
        validation->histories = histories_create(arena, validation->latest);
        validation->coverages =
            coverage_list(arena, validation->latest, &validation->histories);
    }
    for (size_t i = 0; i < COUNT_OF(checks); i++) {
        if (has_periods || !checks[i].needs_periods) {
            checks[i].run(validation);
        }
    }
    if (older) {
        validate_against(validation, older);
    }
    sort_by_kind(validation);
    return validation;
}

struct notice_range validation_notices(const struct validation *validation,
                                       enum notice_kind kind)
{
    struct notice_range range = {validation->notices.at, 0};
    for (size_t i = 0; i < validation->notices.count; i++) {
        if (validation->notices.at[i].kind == kind) {
            range.first = range.count++ ? range.first : &validation->notices.at[i];
        }
    }
    return range;
}
