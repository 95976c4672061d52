/* SPDX-License-Identifier: MIT */
/*
 * Facts without files: a few figures of October 2025, for tests of what is
 * made from them. The Markdown under test is the whole source.
 */
#ifndef SUPPORT_FACTS_H
#define SUPPORT_FACTS_H

#include "document/markdown.h"

#include "document/inline.h"

/* "2025-10 5473, 2025-09 5774 E": periods with numbers and status, in order. */
static inline void facts_add(struct arena *arena, struct series *series,
                             const char *figures)
{
    str rest = str_from(figures);
    while (rest.length) {
        str number = str_trim(str_cut(rest, ',', &rest));
        str period = str_cut(number, ' ', &number);
        str status;
        number = str_cut(number, ' ', &status);
        struct decimal decimal = {0};
        struct observation observation = {.status = status.length ? status.at[0] : 'A'};
        if (period_parse(period, &observation.period) && decimal_parse(number, &decimal)) {
            observation.state = OBSERVATION_VALUE;
            observation.value = ratio_from_decimal(decimal);
            observation.places = decimal.places;
            decimal.units = 1;
            observation.possible =
                interval_around(observation.value,
                                ratio_divide(ratio_from_decimal(decimal), ratio_from(2)));
            series_add(arena, series, observation);
        }
    }
}

static inline struct series *facts_series(struct arena *arena, const char *name,
                                          const char *figures)
{
    struct series *series = arena_new(arena, struct series);
    series->name = str_from(name);
    series->unit = S("t");
    facts_add(arena, series, figures);
    return series;
}

static inline struct series_group *facts_group(struct arena *arena)
{
    static const struct {
        const char *name, *figures;
    } members[] = {
        {"Germany", "2024-10 717 E, 2025-09 1288, 2025-10 1118"},
        {"United States", "2024-10 628 E, 2025-09 420, 2025-10 656"},
        {"South Korea", "2024-10 433 E, 2025-09 854, 2025-10 569 P"},
        {"Vietnam", "2025-09 456"},
    };
    struct series_group *group = arena_new(arena, struct series_group);
    group->name = S("partners");
    group->total = facts_series(arena, "World", "2024-10 4725, 2025-09 5774, 2025-10 5473");
    group->top = 2;
    group->rest = S("Other destinations");
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        *arena_push(arena, group) =
            *facts_series(arena, members[i].name, members[i].figures);
    }
    return group;
}

/* Figures so coarse that the published rate, a whole one, says more. */
static inline struct series *facts_coarse(struct arena *arena)
{
    struct series *series = facts_series(arena, "coarse", "2024-10 8, 2025-10 10");
    struct series *rates = facts_series(arena, "coarse", "2025-10 25");
    rates->unit = S("%");
    rates->is_rate = true;
    series->rates[RATE_YEAR_AGO] = rates;
    return series;
}

/* A group without total and rest. */
static inline struct series_group *facts_bare_group(struct arena *arena)
{
    struct series_group *group = arena_new(arena, struct series_group);
    group->name = S("bare");
    *arena_push(arena, group) = *facts_coarse(arena);
    return group;
}

static inline struct facts *facts_create(struct arena *arena)
{
    struct facts *facts = arena_new(arena, struct facts);
    facts->issue = period_month(2025, 10);
    facts->as_of = (struct date){2025, 11, 20};
    struct scope *scope = &facts->scope;
    scope->issue = facts->issue;
    scope_add(
        arena, scope, S("total"),
        value_from_series(facts_series(
            arena, "total", "2024-10 4725, 2025-08 6146, 2025-09 5774, 2025-10 5473")));
    scope_add(arena, scope, S("us"),
              value_from_series(facts_series(arena, "us", "2025-10 656 E")));
    scope_add(arena, scope, S("partners"), value_from_group(facts_group(arena)));
    scope_add(arena, scope, S("coarse"), value_from_series(facts_coarse(arena)));
    scope_add(arena, scope, S("bare"), value_from_group(facts_bare_group(arena)));
    scope_add(arena, scope, S("period"), value_from_period(facts->issue));
    scope_add(arena, scope, S("focus"), value_from_text(S("Germany")));
    scope_add(arena, scope, S("markup"), value_from_text(S("*not* <b>markup</b>")));
    static const struct chart_event events[] = {
        {{2025, 4, 4}, {"control", 7}, {"Export licences", 15}},
        {{2025, 5, 12}, {"truce", 5}, {"Geneva truce", 12}},
        {{2025, 10, 9}, {"control", 7}, {"Wider controls", 14}},
    };
    for (size_t i = 0; i < COUNT_OF(events); i++) {
        *arena_push(arena, &facts->events) = events[i];
        words_add(arena, &facts->event_kinds, events[i].kind);
    }
    return facts;
}

/* Reads `text` as the body of briefing.md. */
static inline bool facts_read_document(struct arena *arena, str text,
                                       struct document *document, struct warnings *warnings,
                                       struct error *error)
{
    struct briefing *briefing = arena_new(arena, struct briefing);
    briefing->source = (struct source){.path = S("briefing.md"), .text = text};
    briefing->events = S("events.csv");
    warnings->arena = arena;
    struct markdown markdown = {.arena = arena,
                                .briefing = briefing,
                                .facts = facts_create(arena),
                                .warnings = warnings};
    return markdown_read_document(&markdown, 0, text.length, document, error);
}

static inline bool facts_read_markdown(struct arena *arena, str text, struct blocks *blocks,
                                       struct warnings *warnings, struct error *error)
{
    struct document document = {0};
    bool is_read = facts_read_document(arena, text, &document, warnings, error);
    *blocks = document.blocks;
    return is_read;
}

#endif
