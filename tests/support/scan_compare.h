/* SPDX-License-Identifier: MIT */
/* One text read in two ways: by table_load() with query_run(), and by scan_query(). */
#ifndef SUPPORT_SCAN_COMPARE_H
#define SUPPORT_SCAN_COMPARE_H

#include "base/buffer.h"
#include "table/load.h"
#include "table/scan.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { COMPARE_QUERIES_MAX = 8, COMPARE_FILES_MAX = 3 };

struct compare {
    struct arena *arena;
    struct schema schema;
    struct query queries[COMPARE_QUERIES_MAX];
    size_t query_count;
    struct scan_options options;
    struct scan scan; /* of the last text */
    struct error error; /* of the other way */
};

static inline const struct node *compare_node(struct arena *arena, const char *yaml)
{
    struct error error = {0};
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("briefing.md"), str_from(yaml)};
    return node_load(arena, source, 0, source->text.length, &error);
}

/* `queries` is a YAML map. False if the YAML is wrong. */
static inline bool compare_create(struct arena *arena, const char *schema,
                                  const char *queries, struct compare *compare)
{
    *compare = (struct compare){.arena = arena};
    const struct node *map = compare_node(arena, queries);
    if (!map || !schema_read(arena, compare_node(arena, schema), &compare->schema,
                             &compare->error)) {
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        struct query *query = &compare->queries[compare->query_count++];
        if (!query_read(arena, map->at[i], query, &compare->error)) {
            return false;
        }
    }
    return true;
}

/* A file in memory, as a path; its descriptor must stay open as long as it is used. */
static inline str compare_file(struct arena *arena, str text, int *descriptor)
{
    *descriptor = memfd_create("scan", MFD_CLOEXEC);
    ssize_t put = write(*descriptor, text.at, text.length);
    return put == (ssize_t)text.length ? str_print(arena, "/proc/self/fd/%d", *descriptor)
                                       : S("");
}

static inline void compare_print_column(struct buffer *out, const struct column *column)
{
    buffer_print(out, "%.*s %s %.*s %zu aggregates\n", STR_ARG(column->name),
                 column_role_name(column->role), STR_ARG(column->unit),
                 column->aggregates.count);
}

/* How far the numbers of a column reach, without zeros that only widen them. */
static inline void compare_print_width(struct buffer *out, const struct column *column,
                                       size_t row)
{
    struct decimal width = column_width(column, row);
    while (width.places && width.units % 10 == 0) {
        width.units /= 10;
        width.places--;
    }
    buffer_print(out, " %.*s", STR_ARG(decimal_print(out->arena, width)));
}

/* All that a result says, as text. */
static inline str compare_print(struct arena *arena, const struct table *table)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < table->column_count; i++) {
        compare_print_column(&out, &table->columns[i]);
    }
    buffer_add(&out, table_print(arena, table));
    for (size_t row = 0; row < table->row_count; row++) {
        buffer_print(&out, "%u:%u", table->origins[row].file, table->origins[row].line);
        for (size_t i = 0; i < table->column_count; i++) {
            const struct column *column = &table->columns[i];
            buffer_print(&out, " %u", column->states[row]);
            if (column->type == COLUMN_NUMBER) {
                compare_print_width(&out, column, row);
            }
        }
        buffer_add_byte(&out, '\n');
    }
    return buffer_text(&out);
}

enum compare_verdict {
    COMPARE_SAME, /* both answer all queries, alike */
    COMPARE_NOT_REGULAR, /* nothing was scanned */
    COMPARE_ONLY_SCANNED, /* the other way has compare->error */
    COMPARE_DIFFERENT,
};

static inline enum compare_verdict compare_results(struct compare *compare,
                                                   const struct table *table)
{
    for (size_t i = 0; i < compare->query_count; i++) {
        const struct table *run =
            query_run(compare->arena, &compare->queries[i], table, &compare->error);
        if (!run) {
            return COMPARE_ONLY_SCANNED;
        }
        if (!str_equal(compare_print(compare->arena, run),
                       compare_print(compare->arena, compare->scan.results[i]))) {
            return COMPARE_DIFFERENT;
        }
    }
    return COMPARE_SAME;
}

static inline enum compare_verdict compare_run(struct compare *compare, const str *texts,
                                               size_t count)
{
    struct arena *arena = compare->arena;
    struct warnings warnings = {.arena = arena};
    struct path_list files = {0};
    int descriptors[COMPARE_FILES_MAX];
    compare->error = (struct error){0};
    for (size_t i = 0; i < count; i++) {
        *arena_push(arena, &files) = compare_file(arena, texts[i], &descriptors[i]);
    }
    enum compare_verdict verdict = COMPARE_NOT_REGULAR;
    if (scan_query(arena, S("trade"), &files, &compare->schema, compare->queries,
                   compare->query_count, &compare->options, &compare->scan)) {
        const struct table *table = table_load(arena, S("trade"), &files, &compare->schema,
                                               NULL, &warnings, &compare->error);
        verdict = table ? compare_results(compare, table) : COMPARE_ONLY_SCANNED;
    }
    for (size_t i = 0; i < count; i++) {
        close(descriptors[i]);
    }
    return verdict;
}

#endif
