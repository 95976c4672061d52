/* SPDX-License-Identifier: MIT */
#include "table/coverage.h"

#include "table/keys.h"

/* What was covered up to now: gaps start where it ends. */
struct reach {
    int end; /* the month after the last one that is covered; 0 for none yet */
    size_t row; /* of that month */
};

/* Takes in a period: what lies between it and those before is a gap. */
static void extend(struct arena *arena, struct coverage *coverage, struct reach *reach,
                   struct period period, size_t row)
{
    if (reach->end && period.first > reach->end) {
        struct period gap = {reach->end, period.first - reach->end};
        *arena_push(arena, &coverage->gaps) = (struct coverage_gap){gap, reach->row};
        coverage->missing_count += (size_t)gap.months;
    }
    if (period_end(period) > reach->end) {
        *reach = (struct reach){period_end(period), row};
    }
}

static void add_month(struct coverage *coverage, struct period month)
{
    coverage->first = coverage->month_count++ ? coverage->first : month;
    coverage->last = month;
}

/* China publishes January and February in one figure: neither month is missing then. */
static bool is_two_months(struct period period)
{
    return period.months == 2;
}

static struct coverage cover_history(struct arena *arena, const struct history *history)
{
    struct coverage coverage = {.row = history->at[0].row};
    struct reach reach = {0};
    for (size_t i = 0; i < history->count; i++) {
        const struct history_entry *entry = &history->at[i];
        coverage.row = entry->row < coverage.row ? entry->row : coverage.row;
        if (i && period_equal(entry[-1].period, entry->period)) {
            continue; /* another vintage */
        }
        if (entry->period.months == 1) {
            add_month(&coverage, entry->period);
        } else {
            coverage.other_count++;
        }
        if (entry->period.months == 1 || is_two_months(entry->period)) {
            extend(arena, &coverage, &reach, entry->period, entry->row);
        }
    }
    return coverage;
}

/* --- the whole table ---------------------------------------------------------------- */

struct calendar_month {
    uint32_t row; /* + 1: the first of the month, or else of two that it is one of */
    bool is_single; /* some row is of this month alone */
};

/* All months from the first one that a row is about to the last. */
struct calendar {
    int first;
    size_t count;
    struct calendar_month *months;
};

static bool is_short(struct period period)
{
    return period.months == 1 || is_two_months(period);
}

static struct calendar calendar_create(struct arena *arena, const struct column *period,
                                       size_t row_count)
{
    int first = 0;
    int end = 0;
    for (size_t row = 0; row < row_count; row++) {
        struct period at = period->periods[row];
        if (is_short(at)) {
            first = !end || at.first < first ? at.first : first;
            end = period_end(at) > end ? period_end(at) : end;
        }
    }
    struct calendar calendar = {.first = first, .count = (size_t)(end - first)};
    calendar.months = arena_array(arena, struct calendar_month, calendar.count);
    return calendar;
}

static void fill_calendar(struct calendar *calendar, const struct column *period,
                          size_t row_count)
{
    for (size_t row = 0; row < row_count; row++) {
        struct period at = period->periods[row];
        for (int i = 0; is_short(at) && i < at.months; i++) {
            struct calendar_month *month =
                &calendar->months[at.first + i - calendar->first];
            bool is_better = at.months == 1 && !month->is_single;
            month->row = !month->row || is_better ? (uint32_t)row + 1 : month->row;
            month->is_single |= at.months == 1;
        }
    }
}

static struct coverage cover_table(struct arena *arena, const struct table *table)
{
    const struct column *period = table_role(table, ROLE_PERIOD);
    struct calendar calendar = calendar_create(arena, period, table->row_count);
    struct coverage coverage = {0};
    struct reach reach = {0};
    fill_calendar(&calendar, period, table->row_count);
    for (size_t i = 0; i < calendar.count; i++) {
        struct period month = {calendar.first + (int)i, 1};
        if (calendar.months[i].is_single) {
            add_month(&coverage, month);
        }
        if (calendar.months[i].row) {
            extend(arena, &coverage, &reach, month, calendar.months[i].row - 1);
        }
    }
    return coverage;
}

struct coverages coverage_list(struct arena *arena, const struct table *table,
                               const struct histories *histories)
{
    struct coverages coverages = {
        .at = arena_array(arena, struct coverage, histories->count),
        .count = histories->count,
        .whole = cover_table(arena, table),
    };
    for (size_t i = 0; i < histories->count; i++) {
        coverages.at[i] = cover_history(arena, &histories->at[i]);
        if (coverages.at[i].month_count) {
            coverages.absent_count +=
                coverages.whole.month_count - coverages.at[i].month_count;
        }
    }
    return coverages;
}

/* --- vintages ----------------------------------------------------------------------- */

struct revisions coverage_revisions(struct arena *arena, const struct table *table)
{
    struct revisions revisions = {0};
    struct keys keys = keys_create(arena, table, table->row_count);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        if (first != row) {
            *arena_push(arena, &revisions) =
                (struct revision){.row = row, .first_row = first};
        }
    }
    return revisions;
}
