/* SPDX-License-Identifier: MIT */
/* Months without a row, and vintages that say something else. */
#include "validate_internal.h"

#include <stdlib.h>

/* --- months ------------------------------------------------------------------------- */

static void add_gaps(struct validation *validation, enum notice_kind kind,
                     const struct coverage *coverage)
{
    if (!coverage->gaps.count) {
        return;
    }
    struct notice *notice = validate_add_row(validation, kind, coverage->gaps.at[0].row);
    if (notice) {
        notice->period = coverage->gaps.at[0].months;
        notice->count = coverage->missing_count;
        notice->series = kind == NOTICE_MONTH ? (str){0} : notice->series;
        notice->coverage = coverage;
    }
}

/* First what is nearly whole: there a missing month says most. */
static int compare_coverages(const void *left, const void *right)
{
    const struct coverage *a = *(const struct coverage *const *)left;
    const struct coverage *b = *(const struct coverage *const *)right;
    int order = (a->month_count < b->month_count) - (a->month_count > b->month_count);
    if (!order) {
        order =
            (a->missing_count > b->missing_count) - (a->missing_count < b->missing_count);
    }
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

void validate_months(struct validation *validation)
{
    const struct coverages *coverages = &validation->coverages;
    const struct coverage **holed =
        arena_array(validation->arena, const struct coverage *, coverages->count);
    size_t count = 0;
    for (size_t i = 0; i < coverages->count; i++) {
        if (coverages->at[i].gaps.count) {
            holed[count++] = &coverages->at[i];
        }
    }
    if (count) {
        qsort(holed, count, sizeof *holed, compare_coverages);
    }
    add_gaps(validation, NOTICE_MONTH, &coverages->whole);
    for (size_t i = 0; i < count; i++) {
        add_gaps(validation, NOTICE_GAP, holed[i]);
    }
}

/* --- vintages ----------------------------------------------------------------------- */

/* The first measure that the two rows give different figures for, or NULL. */
static const struct column *revised_measure(const struct table *table,
                                            const struct revision *revision)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_MEASURE &&
            (column->states[revision->row] != column->states[revision->first_row] ||
             column->units[revision->row] != column->units[revision->first_row])) {
            return column;
        }
    }
    return NULL;
}

static void add_vintage(struct validation *validation, const struct revision *revision)
{
    const struct table *table = validation->table;
    const struct column *measure = revised_measure(table, revision);
    struct notice *notice = measure ? validate_add(validation, NOTICE_VINTAGE) : NULL;
    if (!notice) {
        return;
    }
    notice->series = history_name(validation->arena, table, revision->row);
    notice->place = table_place(table, revision->row);
    notice->other = table_place(table, revision->first_row);
    notice->period = table_role(table, ROLE_PERIOD)->periods[revision->row];
    const struct column *released = table_role(table, ROLE_RELEASED);
    notice->day = released->dates[revision->row];
    notice->other_day = released->dates[revision->first_row];
    notice_compare(notice, measure, revision->first_row, measure, revision->row);
}

void validate_vintages(struct validation *validation)
{
    const struct table *table = validation->table;
    if (!table_role(table, ROLE_RELEASED)) {
        return;
    }
    struct revisions revisions = coverage_revisions(validation->arena, table);
    for (size_t i = 0; i < revisions.count; i++) {
        add_vintage(validation, &revisions.at[i]);
    }
}
