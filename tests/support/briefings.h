/* SPDX-License-Identifier: MIT */
/*
 * What tests of briefings share: a folder of its own for each test with
 * briefing.md, trade.csv and events.csv, gone when the test ends.
 */
#ifndef SUPPORT_BRIEFINGS_H
#define SUPPORT_BRIEFINGS_H

#include "base/file.h"
#include "document/briefing.h"
#include "unit.h"

#include <unistd.h>

struct folder {
    struct arena arena;
    char path[32];
    struct briefing_options options;
    struct warnings warnings;
    struct error error;
    const struct briefing *briefing;
    const struct facts *facts;
};

#define BRIEFING_DATA \
    "data:\n" \
    "  trade: {files: trade.csv, schema: {partner: {role: dimension," \
    " aggregates: [World]}, tonnes: {role: measure, unit: t}," \
    " yoy: {role: rate, base: year-ago}, released: released}}\n"

#define BRIEFING_TRADE \
    "partner,period,tonnes,yoy,released\n" \
    "World,2024-10,4725,,2025-11-20\n" \
    "World,2025-08,6146,,2025-09-20\n" \
    "World,2025-09,5774,,2025-10-20\n" \
    "World,2025-10,5473,15.8,2025-11-20\n" \
    "World,2025-11,6150,,2025-12-20\n" \
    "Germany,2025-10,1118,,2025-11-20\n" \
    "Germany,2025-11,1200,,2025-12-20\n" \
    "Japan,2025-10,226.1,,2025-11-21\n"

static inline const char *folder_file(struct folder *folder, const char *name)
{
    return str_print(&folder->arena, "%s/%s", folder->path, name).at;
}

static inline void folder_write(struct folder *folder, const char *name, const char *text)
{
    struct error error = {0};
    assert_true(file_write(str_from(folder_file(folder, name)), str_from(text), &error));
}

static inline int folder_setup(void **state)
{
    setenv("YTTERBY_SHARE", "templates", 0); /* wherever the test was built */
    struct folder *folder = calloc(1, sizeof *folder);
    if (!folder) {
        return -1;
    }
    snprintf(folder->path, sizeof folder->path, "/tmp/ytterby-XXXXXX");
    folder->warnings.arena = &folder->arena;
    *state = folder;
    if (!mkdtemp(folder->path)) {
        return -1;
    }
    folder_write(folder, "trade.csv", BRIEFING_TRADE);
    return 0;
}

static inline int folder_teardown(void **state)
{
    static const char *const names[] = {"briefing.md", "trade.csv", "events.csv"};
    struct folder *folder = *state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        unlink(folder_file(folder, names[i]));
    }
    rmdir(folder->path);
    arena_finish(&folder->arena);
    free(folder);
    return 0;
}

#define folder_case(function) \
    cmocka_unit_test_setup_teardown(function, folder_setup, folder_teardown)

/* Reads a briefing with that front matter and body. */
static inline bool folder_read(struct folder *folder, const char *front, const char *body)
{
    str text = str_print(&folder->arena, "---\n%s---\n%s", front, body);
    folder_write(folder, "briefing.md", text.at);
    folder->error = (struct error){0};
    folder->briefing = briefing_read(
        &folder->arena, str_from(folder_file(folder, "briefing.md")), &folder->error);
    return folder->briefing;
}

static inline bool folder_load(struct folder *folder, const char *front, const char *body)
{
    folder->facts = folder_read(folder, front, body)
                        ? briefing_load(&folder->arena, folder->briefing, &folder->options,
                                        &folder->warnings, &folder->error)
                        : NULL;
    return folder->facts;
}

/* "exit file:line:column+width message | hint" of the error that is set. */
static inline str folder_error(struct folder *folder)
{
    const struct error *error = &folder->error;
    str file = path_name(error->place.file);
    return str_print(&folder->arena, "%d %.*s:%zu:%zu+%zu %s%s%s", error_exit_status(error),
                     STR_ARG(file), error->place.line, error->place.column,
                     error->place.width, error->message, error->hint[0] ? " | " : "",
                     error->hint);
}

#endif
