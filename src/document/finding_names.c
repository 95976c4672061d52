/* SPDX-License-Identifier: MIT */
#include "finding_names.h"

const struct value *finding_names_value(const struct finding_names *names, str query)
{
    const struct scope *scope = &names->facts->scope;
    for (size_t i = 0; i < scope->count; i++) {
        if (str_equal(scope->at[i].name, query)) {
            return &scope->at[i].value;
        }
    }
    return NULL;
}

static bool is_query(const struct finding_names *names, str query)
{
    for (size_t i = 0; i < names->briefing->query_count; i++) {
        if (str_equal(names->briefing->queries[i].name, query)) {
            return true;
        }
    }
    return false;
}

static bool refuse_query(const struct finding_names *names, struct place place, str query,
                         struct error *error)
{
    const struct briefing *briefing = names->briefing;
    str *known = arena_array(names->arena, str, briefing->query_count);
    for (size_t i = 0; i < briefing->query_count; i++) {
        known[i] = briefing->queries[i].name;
    }
    error_at(error, ERROR_CONFIG, place, "there is no query \"%.*s\"", STR_ARG(query));
    return error_suggest(error, query, known, briefing->query_count);
}

/* A member of this issue, or a word of the data that is one in another. */
static bool is_member(const struct series_group *group, str member)
{
    for (size_t i = 0; i < group->count; i++) {
        if (str_equal(group->at[i].name, member)) {
            return true;
        }
    }
    return group->words && words_find(group->words, member) != UINT32_MAX;
}

static bool refuse_member(const struct finding_names *names, struct place place,
                          const struct series_group *group, str member, struct error *error)
{
    str *known = arena_array(names->arena, str, group->count);
    for (size_t i = 0; i < group->count; i++) {
        known[i] = group->at[i].name;
    }
    error_at(error, ERROR_CONFIG, place, "\"%.*s\" has no member \"%.*s\"",
             STR_ARG(group->name), STR_ARG(member));
    return error_suggest(error, member, known, group->count);
}

bool finding_names_member(const struct finding_names *names, struct place place, str query,
                          str member, struct error *error)
{
    if (!is_query(names, query)) {
        return refuse_query(names, place, query, error);
    }
    if (!member.length || str_equal(member, S("*"))) {
        return true;
    }
    const struct value *value = finding_names_value(names, query);
    if (value->kind != VALUE_GROUP) {
        return error_at(error, ERROR_CONFIG, place, "\"%.*s\" has no members",
                        STR_ARG(query));
    }
    return is_member(value->group, member) ||
           refuse_member(names, place, value->group, member, error);
}

bool finding_names_kind(const struct finding_names *names, struct place place, str kind,
                        struct error *error)
{
    str *known = arena_array(names->arena, str, (size_t)2 * FINDING_KIND_COUNT);
    size_t count = finding_kind_names(known);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(known[i], kind)) {
            return true;
        }
    }
    error_at(error, ERROR_CONFIG, place, "there is no kind of finding \"%.*s\"",
             STR_ARG(kind));
    return error_suggest(error, kind, known, count);
}
