/* SPDX-License-Identifier: MIT */
#include "table/coverage.h"

#include "table/keys.h"

#include <assert.h>
#include <stdlib.h>

struct entry {
    uint32_t coverage;
    struct period period;
};

/* Each row's combination of dimensions; combinations are added as they come up. */
static struct entry *assign_rows(struct arena *arena, const struct table *table,
                                 struct coverages *coverages)
{
    const struct column *period = table_role(table, ROLE_PERIOD);
    struct entry *entries = arena_array(arena, struct entry, table->row_count);
    struct keys keys = keys_create(arena, table, table->row_count);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        if (first == row) {
            entries[row].coverage = (uint32_t)coverages->count;
            arena_push(arena, coverages)->row = row;
        }
        entries[row].coverage = entries[first].coverage;
        entries[row].period = period->periods[row];
    }
    return entries;
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    return a->coverage != b->coverage
               ? (a->coverage > b->coverage) - (a->coverage < b->coverage)
               : period_compare(a->period, b->period);
}

/* The next month of a combination: a gap if it does not follow the last one. */
static void add_month(struct arena *arena, struct coverage *coverage, struct period month)
{
    if (!coverage->month_count++) {
        coverage->first = month;
    } else if (month.first > period_end(coverage->last)) {
        int end = period_end(coverage->last);
        *arena_push(arena, &coverage->gaps) = (struct period){end, month.first - end};
    }
    coverage->last = month;
}

struct coverages coverage_list(struct arena *arena, const struct table *table)
{
    struct coverages coverages = {0};
    struct entry *entries = assign_rows(arena, table, &coverages);
    if (table->row_count) {
        qsort(entries, table->row_count, sizeof *entries, compare_entries);
    }
    for (size_t i = 0; i < table->row_count; i++) {
        assert(entries[i].coverage < coverages.count && coverages.at);
        const struct entry *entry = &entries[i];
        struct coverage *coverage = &coverages.at[entry->coverage];
        if (i && !compare_entries(&entries[i - 1], entry)) {
            continue; /* another vintage */
        }
        if (entry->period.months == 1) {
            add_month(arena, coverage, entry->period);
        } else {
            coverage->other_count++;
        }
    }
    return coverages;
}

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
