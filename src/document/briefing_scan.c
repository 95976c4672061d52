/* SPDX-License-Identifier: MIT */
/* The queries of a large source, scanned together. */
#include "briefing_internal.h"

#include "table/scan.h"

struct batch {
    struct query *at;
    size_t *owners; /* whose result that is */
    size_t count;
};

/* What else a source may say (an encoding, an overlap) is for the loader to read. */
static bool is_tidy(const struct briefing_source *source)
{
    static const str known[] = {S("files"), S("profile"), S("schema")};
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        count += node_find(source->node, known[i]) != NULL;
    }
    str profile = source->load.profile;
    return count == source->node->count && source->load.schema.count &&
           (!profile.length || str_equal(profile, S("tidy")));
}

/* The import report counts cells, so it needs all of them. */
static bool has_report(const struct briefing *briefing)
{
    str body = str_after(briefing->source.text, briefing->body);
    str fence = S("```import-report");
    while (body.length && !str_starts(body, fence)) {
        body = str_after(body, str_find(body, '\n') + 1);
    }
    return body.length;
}

bool briefing_scan_suits(const struct briefing *briefing,
                         const struct briefing_source *source)
{
    return is_tidy(source) && scan_is_worthwhile(&source->load.files) &&
           !has_report(briefing);
}

/* An expression may need what is not known yet: such a query waits for its turn. */
static struct batch collect(struct arena *arena, const struct briefing *briefing,
                            const struct scope *scope, size_t index)
{
    struct batch batch = {
        .at = arena_array(arena, struct query, briefing->query_count),
        .owners = arena_array(arena, size_t, briefing->query_count),
    };
    for (size_t i = index; i < briefing->query_count; i++) {
        struct query query;
        struct error unknown = {0};
        const struct query *said = &briefing->queries[i];
        if (!str_equal(said->from, briefing->queries[index].from) ||
            !briefing_fill_query(arena, said, scope, &query, &unknown)) {
            continue;
        }
        batch.owners[batch.count] = i;
        batch.at[batch.count++] = query;
    }
    return batch;
}

/* What the loader would say of the files. A scan leaves no row out. */
static void report(struct arena *arena, const struct briefing_source *source,
                   const struct scan *scan, struct load_report *report)
{
    for (size_t i = 0; i < scan->file_count; i++) {
        const struct scan_file *file = &scan->files[i];
        *(struct load_file *)arena_push(arena, report) = (struct load_file){
            .path = file->path,
            .bytes = file->bytes,
            .lines = file->lines,
            .rows_read = file->rows,
            .rows = file->rows,
            .fields = file->fields,
            .encoding = S("UTF-8"),
            .encoding_reason = file->has_mark ? S("byte order mark") : S("every byte fits"),
            .has_mark = file->has_mark,
            .has_crlf = file->has_crlf,
            .has_lf = file->has_lf,
            .separator = ',',
            .header_line = 1,
            .profile = S("tidy"),
            .profile_reason = source->load.profile.length ? S("named by the user")
                                                          : S("the briefing has a schema"),
        };
    }
}

const struct table *briefing_scan(struct arena *arena, const struct briefing *briefing,
                                  struct facts *facts, size_t index,
                                  struct warnings *warnings)
{
    size_t at = briefing_source_index(briefing, briefing->queries[index].from);
    const struct briefing_source *source = &briefing->sources[at];
    struct briefing_import *import = &facts->imports[at];
    struct batch batch = collect(arena, briefing, &facts->scope, index);
    struct scan scan;
    if (!scan_query(arena, source->name, &source->load.files, &source->load.schema,
                    batch.at, batch.count, NULL, &scan)) {
        return NULL;
    }
    for (size_t i = 0; i < batch.count; i++) {
        facts->results[batch.owners[i]] = scan.results[i];
    }
    if (!import->report.count) {
        report(arena, source, &scan, &import->report);
    }
    if (!scan.are_keys_checked) {
        warning_add(warnings, (struct place){.file = scan.files[0].path},
                    "the queries of \"%.*s\" were answered in one pass, in which rows "
                    "that are there twice are not found among so many",
                    STR_ARG(source->name));
    }
    return scan.columns;
}
