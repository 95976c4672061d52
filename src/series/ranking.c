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

static bool is_above(struct ratio a, struct ratio b)
{
    return ratio_is_valid(a) && ratio_is_valid(b) && ratio_compare(a, b) > 0;
}

/* What the total leaves at most for members whose figures are not known; not valid where
 * it does not say. */
static struct ratio left_for_unknown(const struct series_group *group, struct period period)
{
    const struct ratio unlimited = {1, 0};
    struct observation total = {0};
    if (group->total) {
        total = series_at(group->total, period);
    }
    struct ratio left = operand_from(total).possible.high;
    for (size_t i = 0; i < group->count; i++) {
        struct operand part = operand_from(series_at(&group->at[i], period));
        if (ratio_sign(part.value) < 0) {
            return unlimited; /* so might others be */
        }
        if (ratio_is_valid(part.value)) {
            left = ratio_subtract(left, part.possible.low);
        }
    }
    return left;
}

/* How many of `unknown` members can have more than `own` each, with so much for all. */
static int64_t count_above(int64_t unknown, struct ratio left, struct ratio own)
{
    struct ratio times = ratio_divide(left, own);
    if (!ratio_is_valid(times) || ratio_sign(own) <= 0) {
        return unknown;
    }
    int128 fit = ratio_sign(times) < 0 ? 0 : times.numerator / times.denominator;
    return fit < unknown ? (int64_t)fit : unknown;
}

struct interval group_rank_possible(const struct series_group *group,
                                    const struct series *series, struct period period)
{
    struct interval own = operand_from(series_at(series, period)).possible;
    int64_t surely = 0;
    int64_t maybe = 0;
    int64_t unknown = 0;
    if (!interval_is_valid(own)) {
        return (struct interval){0};
    }
    for (size_t i = 0; i < group->count; i++) {
        struct observation one = series_at(&group->at[i], period);
        struct interval other = operand_from(one).possible;
        bool is_own = str_equal(group->at[i].name, series->name);
        unknown += !is_own && !interval_is_valid(other);
        surely += !is_own && is_above(other.low, own.high);
        maybe += !is_own && is_above(other.high, own.low);
    }
    maybe += count_above(unknown, left_for_unknown(group, period), own.low);
    return (struct interval){ratio_from(1 + surely), ratio_from(1 + maybe)};
}

/* Total less the shown members, which are those of the derivation's group. */
static struct observation rest_at(struct arena *arena, const struct derivation *how,
                                  struct period period, struct precedents *used)
{
    struct operand rest = operand_at(arena, how->of, period, used);
    for (size_t i = 0; i < how->group->count; i++) {
        struct operand shown = operand_at(arena, &how->group->at[i], period, used);
        rest = operand_subtract(rest, shown);
    }
    struct observation result = operator_result(period, rest);
    if (observation_has_value(result)) {
        result.status = 'E';
    }
    return result;
}

static const struct series *rest_of(struct arena *arena, const struct series_group *group,
                                    const struct ranking *ranking)
{
    if (!group->rest.length || !group->total || !ranking->count) {
        return NULL;
    }
    struct series_group *shown = arena_new(arena, struct series_group);
    shown->name = group->name;
    for (size_t i = 0; i < ranking->count; i++) {
        *arena_push(arena, shown) = *ranking->at[i];
    }
    const struct derivation how = {.formula = "y(t) - the shown members at t",
                                   .of = group->total,
                                   .group = shown,
                                   .at = rest_at};
    struct series *rest = operator_create(arena, group->total, group->total->unit, &how);
    rest->name = group->rest;
    rest->member = S("");
    for (size_t i = 0; i < group->total->count; i++) {
        struct observation value = rest_at(arena, &how, group->total->at[i].period, NULL);
        if (observation_has_value(value) || ratio_is_overflow(value.value)) {
            series_add(arena, rest, value);
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
