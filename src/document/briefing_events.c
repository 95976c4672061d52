/* SPDX-License-Identifier: MIT */
/*
 * Policy events: a CSV file with the columns date, kind, label and others.
 *
 * The date is read as a release date: the day on which something became
 * known is what an event is, and the loader then checks its spelling.
 */
#include "briefing_internal.h"

#include "expression/translation.h"

#include <stdlib.h>

static struct schema event_schema(struct arena *arena, str path)
{
    static const struct {
        const char *name;
        enum column_role role;
    } columns[] = {
        {"date", ROLE_RELEASED},
        {"kind", ROLE_DIMENSION},
        {"label", ROLE_DIMENSION},
    };
    struct schema schema = {0};
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        *arena_push(arena, &schema) = (struct schema_column){
            .name = str_from(columns[i].name),
            .place = {.file = path},
            .role = columns[i].role,
        };
    }
    return schema;
}

static int compare_events(const void *left, const void *right)
{
    const struct chart_event *a = left;
    const struct chart_event *b = right;
    int order = date_compare(a->date, b->date);
    return order ? order : str_compare(a->label, b->label);
}

/* An event that is later than the day leaves only its kind. */
static void add_event(struct arena *arena, struct facts *facts, struct chart_event event)
{
    words_add(arena, &facts->event_kinds, event.kind);
    if (!date_is_set(facts->as_of) || date_compare(event.date, facts->as_of) <= 0) {
        *arena_push(arena, &facts->events) = event;
    }
}

static bool add_events(struct arena *arena, const struct table *table, str path,
                       struct facts *facts, struct error *error)
{
    const struct column *dates = table_role(table, ROLE_RELEASED);
    const struct column *kinds = table_column(table, S("kind"));
    const struct column *labels = table_column(table, S("label"));
    if (!dates || !kinds || !labels) {
        return error_at(error, ERROR_DATA, (struct place){.file = path},
                        "events need the columns date, kind and label");
    }
    for (size_t row = 0; row < table->row_count; row++) {
        if (dates->states[row] != CELL_VALUE) {
            return error_at(error, ERROR_DATA, table_place(table, row),
                            "the event has no date");
        }
        add_event(arena, facts,
                  (struct chart_event){
                      .date = dates->dates[row],
                      .kind = column_text(kinds, row),
                      .label = translation_name(&facts->scope, column_text(labels, row))});
    }
    return true;
}

bool briefing_events(struct arena *arena, str path, struct facts *facts,
                     struct warnings *warnings, struct error *error)
{
    struct path_list files = {0};
    *arena_push(arena, &files) = path;
    struct schema schema = event_schema(arena, path);
    const struct table *table =
        table_load(arena, S("events"), &files, &schema, NULL, warnings, error);
    if (!table || !add_events(arena, table, path, facts, error)) {
        return false;
    }
    if (facts->events.count) {
        qsort(facts->events.at, facts->events.count, sizeof *facts->events.at,
              compare_events);
    }
    return true;
}
