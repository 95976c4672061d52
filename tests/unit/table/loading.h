/* SPDX-License-Identifier: MIT */
/* Tables for tests: CSV texts written into a folder of their own and loaded from there. */
#ifndef LOADING_H
#define LOADING_H

#include "unit.h"

#include "base/file.h"
#include "table/load.h"

#include <stdio.h>
#include <unistd.h>

struct loading {
    struct arena *arena;
    struct schema schema;
    struct path_list files;
    struct load_report report;
    struct warnings warnings;
    struct error error;
    char folder[64];
};

/* A node of a YAML text that must be right. */
static inline const struct node *loading_node(struct arena *arena, const char *yaml,
                                              struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("briefing.md"), str_from(yaml)};
    const struct node *node = node_load(arena, source, 0, source->text.length, error);
    assert_non_null(node);
    return node;
}

/* `schema` is YAML, or NULL for none. */
static inline struct loading loading_create(void **state, const char *schema)
{
    struct loading loading = {.arena = *state};
    loading.warnings.arena = *state;
    snprintf(loading.folder, sizeof loading.folder, "/tmp/ytterby-test-XXXXXX");
    assert_non_null(mkdtemp(loading.folder));
    const struct node *node = schema ? loading_node(*state, schema, &loading.error) : NULL;
    assert_true(schema_read(*state, node, &loading.schema, &loading.error));
    return loading;
}

static inline void loading_add_bytes(struct loading *loading, const char *name, str text)
{
    str path = str_print(loading->arena, "%s/%s", loading->folder, name);
    assert_true(file_write(path, text, &loading->error));
    *arena_push(loading->arena, &loading->files) = path;
}

static inline void loading_add(struct loading *loading, const char *name, const char *text)
{
    loading_add_bytes(loading, name, str_from(text));
}

/* Removes the files. */
static inline void loading_finish(struct loading *loading)
{
    for (size_t i = 0; i < loading->files.count; i++) {
        unlink(str_c(loading->arena, loading->files.at[i]));
    }
    rmdir(loading->folder);
}

/* Loads the files as the table "trade" and removes them. */
static inline const struct table *loading_run(struct loading *loading)
{
    const struct table *table =
        table_load(loading->arena, S("trade"), &loading->files, &loading->schema,
                   &loading->report, &loading->warnings, &loading->error);
    loading_finish(loading);
    return table;
}

static inline struct loading loading_of(void **state, const char *schema, const char *csv,
                                        const struct table **table)
{
    struct loading loading = loading_create(state, schema);
    loading_add(&loading, "trade.csv", csv);
    *table = loading_run(&loading);
    return loading;
}

/* The table of a text that must load. */
static inline const struct table *loading_table(void **state, const char *schema,
                                                const char *csv)
{
    const struct table *table;
    struct loading loading = loading_of(state, schema, csv, &table);
    assert_string_equal(loading.error.message, "");
    assert_non_null(table);
    return table;
}

static inline void assert_error(const struct error *error, enum error_kind kind,
                                size_t line, size_t column, const char *message,
                                const char *hint)
{
    assert_string_equal(error->message, message);
    assert_string_equal(error->hint, hint);
    assert_int_equal(error->kind, kind);
    assert_int_equal(error->place.line, line);
    assert_int_equal(error->place.column, column);
}

#endif
