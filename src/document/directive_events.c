/* SPDX-License-Identifier: MIT */
/* The briefing's events: a list of dates in the text, and the rules of charts over time. */
#include "directive_internal.h"

#include "expression/value.h"

static bool check_kinds(const struct directive_input *input, const struct node *kinds,
                        struct error *error)
{
    const struct words *known = &input->markdown->facts->event_kinds;
    if (!node_expect(kinds, NODE_LIST, error)) {
        return false;
    }
    for (size_t i = 0; i < kinds->count; i++) {
        str kind;
        if (!node_text(kinds->at[i], &kind, error)) {
            return false;
        }
        if (words_find(known, kind) == UINT32_MAX) {
            node_error(kinds->at[i], error, "there is no event of kind \"%.*s\"",
                       STR_ARG(kind));
            return error_suggest(error, kind, known->at, known->count);
        }
    }
    return true;
}

static bool is_wanted(const struct node *kinds, str kind)
{
    bool is_listed = !kinds;
    for (size_t i = 0; kinds && i < kinds->count; i++) {
        is_listed |= str_equal(kinds->at[i]->text, kind);
    }
    return is_listed;
}

bool directive_event_list(const struct directive_input *input, const struct node *node,
                          const struct node *kinds, struct period window,
                          struct chart_events *events, struct error *error)
{
    const struct markdown *markdown = input->markdown;
    if (!markdown->briefing->events.length) {
        return node_error(node, error, "the briefing names no file of events");
    }
    if (kinds && !check_kinds(input, kinds, error)) {
        return false;
    }
    const struct chart_events *all = &markdown->facts->events;
    for (size_t i = 0; i < all->count; i++) {
        struct date date = all->at[i].date;
        if (is_wanted(kinds, all->at[i].kind) &&
            period_contains(window, period_month(date.year, date.month))) {
            *arena_push(markdown->arena, events) = all->at[i];
        }
    }
    return true;
}

/* "**4 April 2025** Export licences" */
static void add_item(const struct directive_input *input, const struct chart_event *event,
                     struct blocks *items)
{
    struct arena *arena = input->markdown->arena;
    struct block *item = directive_block(input, BLOCK_ITEM, items);
    *arena_push(arena, &item->spans) = (struct inline_span){
        .text = language_date(arena, input->markdown->language, event->date),
        .is_strong = true,
        .place = input->place,
    };
    *arena_push(arena, &item->spans) = (struct inline_span){
        .text = str_print(arena, " %.*s", STR_ARG(event->label)),
        .place = input->place,
    };
}

/* Those of the last months, and those known since: what the next issues will be about. */
static bool read_window(const struct directive_input *input, const struct node *map,
                        struct period *window, struct error *error)
{
    const struct facts *facts = input->markdown->facts;
    if (!directive_window(input, node_find(map, S("last")), DIRECTIVE_MONTHS, window,
                          error)) {
        return false;
    }
    for (size_t i = 0; i < facts->events.count; i++) {
        struct date date = facts->events.at[i].date;
        int months = period_month(date.year, date.month).first + 1 - window->first;
        window->months = months > window->months ? months : window->months;
    }
    return true;
}

bool directive_events(const struct directive_input *input, struct blocks *blocks,
                      struct error *error)
{
    static const str keys[] = {S("kinds"), S("last")};
    const struct node *map = directive_node(input, error);
    struct period window;
    struct chart_events events = {0};
    if (!map || !node_knows(map, keys, COUNT_OF(keys), error) ||
        !read_window(input, map, &window, error) ||
        !directive_event_list(input, map, node_find(map, S("kinds")), window, &events,
                              error)) {
        return false;
    }
    if (events.count) {
        struct block *list = directive_block(input, BLOCK_LIST, blocks);
        for (size_t i = 0; i < events.count; i++) {
            add_item(input, &events.at[i], &list->children);
        }
    }
    return true;
}
