/* SPDX-License-Identifier: MIT */
#include "expression/group.h"

static struct value value_from_member(const struct series_group *group,
                                      const struct series *series)
{
    struct value value = value_from_series(series);
    value.group = group;
    return value;
}

static bool refuse_member(struct arena *arena, const struct series_group *group, str name,
                          struct place place, struct error *error)
{
    str *names = arena_array(arena, str, group->count);
    for (size_t i = 0; i < group->count; i++) {
        names[i] = group->at[i].name;
    }
    error_at(error, ERROR_CONFIG, place, "\"%.*s\" has no member \"%.*s\"",
             STR_ARG(group->name), STR_ARG(name));
    if (group->total && str_equal(group->total->name, name)) {
        return error_hint(error, "it is the total: %.*s.total", STR_ARG(group->name));
    }
    return error_suggest(error, name, names, group->count);
}

bool group_member(struct arena *arena, const struct series_group *group, str name,
                  struct place place, struct value *member, struct error *error)
{
    for (size_t i = 0; i < group->count; i++) {
        if (str_equal(group->at[i].name, name)) {
            *member = value_from_member(group, &group->at[i]);
            return true;
        }
    }
    bool is_total = group->total && str_equal(group->total->name, name);
    if (is_total || !group->words || words_find(group->words, name) == UINT32_MAX) {
        return refuse_member(arena, group, name, place, error);
    }
    *member = value_none(arena, "\"%.*s\" has no figures of \"%.*s\"", STR_ARG(group->name),
                         STR_ARG(name));
    return true;
}

struct value group_top(struct arena *arena, const struct series_group *group,
                       struct period period, uint128 nth)
{
    struct series_group all = *group;
    all.top = 0;
    struct ranking ranking = group_ranking(arena, &all, period);
    if (nth > ranking.count) {
        str month = period_name(arena, period);
        return value_none(arena, "\"%.*s\" has only %zu members with a value for %.*s",
                          STR_ARG(group->name), ranking.count, STR_ARG(month));
    }
    return value_from_member(group, ranking.at[nth - 1]);
}

size_t group_count(const struct series_group *group, struct period period)
{
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        count += observation_has_value(series_at(&group->at[i], period));
    }
    return count;
}
