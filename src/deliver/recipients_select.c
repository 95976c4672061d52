/* SPDX-License-Identifier: MIT */
/* Which recipients a briefing goes to. */
#include "deliver/recipients.h"

#include "base/language.h"

#include <stdlib.h>

static bool has(const struct str_list *list, str text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(list->at[i], text)) {
            return true;
        }
    }
    return false;
}

static bool shares(const struct str_list *a, const struct str_list *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (has(b, a->at[i])) {
            return true;
        }
    }
    return false;
}

static struct str_list list_copy(struct arena *arena, const struct str_list *list)
{
    struct str_list copy = {0};
    for (size_t i = 0; i < list->count; i++) {
        *arena_push(arena, &copy) = list->at[i];
    }
    return copy;
}

static const struct briefing_parameter *parameter_of(const struct briefing *briefing,
                                                     str name)
{
    for (size_t i = 0; i < briefing->parameters.count; i++) {
        if (str_equal(briefing->parameters.at[i].name, name)) {
            return &briefing->parameters.at[i];
        }
    }
    return NULL;
}

static bool is_meant(const struct recipient_selection *selection,
                     const struct recipient *recipient)
{
    bool is_for_briefing =
        !recipient->briefings.count || has(&recipient->briefings, selection->briefing);
    return is_for_briefing &&
           (!selection->groups.count || shares(&selection->groups, &recipient->groups));
}

/* A group of nobody is most likely misspelt, and its members would get nothing. */
static bool check_groups(struct arena *arena, const struct recipients *all,
                         const struct recipient_selection *selection, struct error *error)
{
    struct words groups = {0};
    for (size_t i = 0; i < all->count; i++) {
        for (size_t j = 0; j < all->at[i].groups.count; j++) {
            words_add(arena, &groups, all->at[i].groups.at[j]);
        }
    }
    for (size_t i = 0; i < selection->groups.count; i++) {
        if (words_find(&groups, selection->groups.at[i]) == UINT32_MAX) {
            error_set(error, ERROR_CONFIG, "no recipient is in the group \"%.*s\"",
                      STR_ARG(selection->groups.at[i]));
            return error_suggest(error, selection->groups.at[i], groups.at, groups.count);
        }
    }
    return true;
}

static bool check_parameters(struct arena *arena, const struct recipients *all,
                             const struct recipient_selection *selection,
                             struct error *error)
{
    if (!selection->has_own_issues) {
        return true;
    }
    const struct briefing *briefing = selection->of;
    struct words names = {0};
    for (size_t i = 0; i < briefing->parameters.count; i++) {
        words_add(arena, &names, briefing->parameters.at[i].name);
    }
    for (size_t i = 0; i < all->parameters.count; i++) {
        const struct recipient_parameter *parameter = &all->parameters.at[i];
        if (words_find(&names, parameter->name) == UINT32_MAX) {
            error_at(error, ERROR_DATA, parameter->place,
                     "the briefing has no parameter \"%.*s\"", STR_ARG(parameter->name));
            return error_suggest(error, parameter->name, names.at, names.count);
        }
    }
    return true;
}

static void refuse_language(struct arena *arena, const struct recipient *recipient,
                            struct recipients *selected)
{
    *arena_push(arena, &selected->refusals) = (struct recipient_refusal){
        .place = recipient->place,
        .address = recipient->address,
        .message =
            str_print(arena, "no issue is made in \"%.*s\": known are " LANGUAGE_TAGS,
                      STR_ARG(recipient->language)),
    };
}

/* Another language than the briefing's makes another issue, as a parameter does. False
 * where the program has none such. */
static bool add_language(struct arena *arena, const struct recipient_selection *selection,
                         struct recipient *recipient)
{
    if (!selection->has_own_issues || !recipient->language.length) {
        return true;
    }
    const struct language *language = language_find(recipient->language);
    if (language && language != selection->of->language) {
        recipient->parameters = list_copy(arena, &recipient->parameters);
        *arena_push(arena, &recipient->parameters) =
            str_print(arena, "language=%.*s", STR_ARG(language_tag(language)));
    }
    return language;
}

static bool is_usual(const struct briefing *briefing, str parameter)
{
    str value;
    str name = str_cut(parameter, '=', &value);
    const struct briefing_parameter *known = parameter_of(briefing, name);
    return known && str_equal(known->text, value);
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const str *)a, *(const str *)b);
}

/* What must not be there twice: the address, and the issue if each has one. Parameters as
 * the briefing has them, and their order, make no other issue. */
static str key_of(struct arena *arena, const struct recipient_selection *selection,
                  const struct recipient *recipient)
{
    str key = address_key(arena, recipient->address);
    struct str_list parameters = list_copy(arena, &recipient->parameters);
    if (selection->has_own_issues && parameters.count) {
        qsort(parameters.at, parameters.count, sizeof *parameters.at, by_bytes);
    }
    for (size_t i = 0; i < parameters.count && selection->has_own_issues; i++) {
        if (!is_usual(selection->of, parameters.at[i])) {
            key = str_print(arena, "%.*s\n%.*s", STR_ARG(key), STR_ARG(parameters.at[i]));
        }
    }
    return key;
}

static bool refuse_second(const struct recipient_selection *selection,
                          const struct recipient *first, const struct recipient *second,
                          struct error *error)
{
    error_at(error, ERROR_DATA, second->place,
             "the address \"%.*s\" is here twice: it is also in line %zu",
             STR_ARG(second->address), first->place.line);
    return selection->has_own_issues
               ? error_hint(error, "both would get the same issue: their parameters are "
                                   "equal")
               : false;
}

bool recipients_select(struct arena *arena, const struct recipients *all,
                       const struct recipient_selection *selection,
                       struct recipients *selected, struct error *error)
{
    if (!check_groups(arena, all, selection, error) ||
        !check_parameters(arena, all, selection, error)) {
        return false;
    }
    struct words keys = {0};
    for (size_t i = 0; i < all->refusals.count; i++) {
        *arena_push(arena, &selected->refusals) = all->refusals.at[i];
    }
    for (size_t i = 0; i < all->count; i++) {
        struct recipient recipient = all->at[i];
        if (!is_meant(selection, &recipient)) {
            continue;
        }
        if (!add_language(arena, selection, &recipient)) {
            refuse_language(arena, &recipient, selected);
            continue;
        }
        uint32_t key = words_add(arena, &keys, key_of(arena, selection, &recipient));
        if (key < selected->count) {
            return refuse_second(selection, &selected->at[key], &recipient, error);
        }
        *arena_push(arena, selected) = recipient;
    }
    return true;
}
