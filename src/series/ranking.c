/* SPDX-License-Identifier: MIT */
#include "operator_internal.h"

#include <stdlib.h>

struct entry {
    const struct series *series;
    struct ratio value;
};

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int by_value = ratio_compare(b->value, a->value);
    return by_value ? by_value : str_compare(a->series->name, b->series->name);
}

size_t group_rank(const struct series_group *group, const struct series *series,
                  struct period period)
{
    struct observation own = series_at(series, period);
    if (!observation_has_value(own)) {
        return 0;
    }
    size_t rank = 1;
    for (size_t i = 0; i < group->count; i++) {
        struct observation other = series_at(&group->at[i], period);
        rank += observation_has_value(other) && ratio_compare(other.value, own.value) > 0;
    }
    return rank;
}

/* Total less the shown members; not valid where one of them has no value. */
static struct ratio rest_at(const struct ranking *ranking, const struct observation *total)
{
    struct ratio rest = operator_operand(*total);
    for (size_t i = 0; i < ranking->count; i++) {
        const struct observation *shown = series_find(ranking->at[i], total->period);
        struct ratio value = shown ? operator_operand(*shown) : (struct ratio){0};
        rest = ratio_subtract(rest, value);
    }
    return rest;
}

static const struct series *rest_of(struct arena *arena, const struct series_group *group,
                                    const struct ranking *ranking)
{
    if (!group->rest.length || !group->total || !ranking->count) {
        return NULL;
    }
    struct series *rest = operator_series(arena, group->total, group->total->unit);
    rest->name = group->rest;
    for (size_t i = 0; i < group->total->count; i++) {
        const struct observation *total = &group->total->at[i];
        struct ratio value = rest_at(ranking, total);
        if (ratio_is_valid(value) || ratio_is_overflow(value)) {
            series_add(arena, rest, operator_result(total->period, value, 'E'));
        }
    }
    return rest->count ? rest : NULL;
}

struct ranking group_ranking(struct arena *arena, const struct series_group *group,
                             struct period period)
{
    struct entry *entries = arena_array(arena, struct entry, group->count);
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        struct observation observation = series_at(&group->at[i], period);
        if (observation_has_value(observation)) {
            entries[count++] = (struct entry){&group->at[i], observation.value};
        }
    }
    qsort(entries, count, sizeof *entries, compare_entries);

    struct ranking ranking = {0};
    size_t shown = group->top && group->top < count ? group->top : count;
    for (size_t i = 0; i < shown; i++) {
        *arena_push(arena, &ranking) = entries[i].series;
    }
    ranking.rest = rest_of(arena, group, &ranking);
    return ranking;
}
