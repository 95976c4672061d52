/* SPDX-License-Identifier: MIT */
/* Sources for tests: files with what a briefing says about them, and the table as CSV. */
#ifndef SOURCING_H
#define SOURCING_H

#include "loading.h"

#include "table/query.h"

/* Loads the files of `loading` as `yaml` says and removes them; the profiles are ours. */
static inline const struct table *sourcing_run(struct loading *loading, const char *yaml)
{
    struct load_source source = {.name = S("trade"),
                                 .files = loading->files,
                                 .profile_folder = S("templates/profiles")};
    const struct node *node = loading_node(loading->arena, yaml, &loading->error);
    const struct table *table = NULL;
    if (load_source_read(loading->arena, node, str_from(loading->folder), &source,
                         &loading->error)) {
        table = table_load_source(loading->arena, &source, &loading->report,
                                  &loading->warnings, &loading->error);
    }
    loading_finish(loading);
    return table;
}

static inline struct loading sourcing_of(void **state, const char *yaml, str bytes,
                                         const struct table **table)
{
    struct loading loading = loading_create(state, NULL);
    loading_add_bytes(&loading, "trade.csv", bytes);
    *table = sourcing_run(&loading, yaml);
    return loading;
}

/* The table of the bytes as CSV; its profile is found out or named in the YAML. */
static inline struct loading assert_source(void **state, const char *yaml, str bytes,
                                           const char *profile, const char *csv)
{
    const struct table *table;
    struct loading loading = sourcing_of(state, yaml, bytes, &table);
    assert_string_equal(loading.error.message, "");
    assert_non_null(table);
    assert_str(loading.report.at[0].profile, profile);
    assert_str(table_print(*state, table), csv);
    return loading;
}

static inline void assert_source_refused(void **state, const char *yaml, str bytes,
                                         enum error_kind kind, size_t line, size_t column,
                                         const char *message, const char *hint)
{
    const struct table *table;
    struct loading loading = sourcing_of(state, yaml, bytes, &table);
    assert_null(table);
    assert_error(&loading.error, kind, line, column, message, hint);
}

static inline void assert_exclusion(const struct loading *loading, size_t index,
                                    const char *reason, size_t count, size_t line)
{
    const struct load_file *file = &loading->report.at[0];
    assert_true(index < file->exclusions.count);
    assert_str(file->exclusions.at[index].reason, reason);
    assert_int_equal(file->exclusions.at[index].count, count);
    assert_int_equal(file->exclusions.at[index].line, line);
}

#endif
