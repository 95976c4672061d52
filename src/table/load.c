/* SPDX-License-Identifier: MIT */
#include "table/load.h"

#include "load_internal.h"

#include <assert.h>

struct place loader_place(const struct loader *loader, size_t line, size_t field)
{
    const struct load_input *input = loader_input(loader);
    return reader_place(&input->text, input->separator, line, field);
}

void loader_exclude(struct loader *loader, size_t file, str reason, size_t line)
{
    struct load_file *facts = &loader->files[file];
    for (size_t i = 0; i < facts->exclusions.count; i++) {
        if (str_equal(facts->exclusions.at[i].reason, reason)) {
            facts->exclusions.at[i].count++;
            return;
        }
    }
    *arena_push(loader->arena, &facts->exclusions) =
        (struct load_exclusion){reason, 1, line};
}

/* --- files -------------------------------------------------------------------------- */

/* A download that was saved under two names would count twice. */
static bool check_twice(const struct loader *loader, size_t file, struct error *error)
{
    const struct source *text = &loader->inputs[file].text;
    for (size_t i = 0; i < file; i++) {
        if (str_equal(loader->inputs[i].text.text, text->text)) {
            error_at(error, ERROR_DATA, (struct place){.file = text->path},
                     "this is the same file as %.*s", STR_ARG(loader->files[i].path));
            return error_hint(error, "its figures would count twice: name it once");
        }
    }
    return true;
}

/* Profiles are only looked up where the source does not say that its files are tidy. */
static bool list_profiles(const struct loader *loader, struct profile_list *profiles,
                          struct error *error)
{
    const struct load_source *source = loader->source;
    bool is_tidy = str_equal(source->profile, S("tidy")) ||
                   (!source->profile.length && source->schema.count);
    return is_tidy || profile_list(loader->arena, source->profile_folder, profiles, error);
}

static bool open_files(struct loader *loader, struct error *error)
{
    struct profile_list profiles = {0};
    size_t count = loader->source->files.count;
    str *paths = arena_array(loader->arena, str, count);
    if (!list_profiles(loader, &profiles, error)) {
        return false;
    }
    for (loader->file = 0; loader->file < count; loader->file++) {
        if (!load_open(loader, loader->file, &profiles, error) ||
            !check_twice(loader, loader->file, error)) {
            return false;
        }
        paths[loader->file] = loader_file(loader)->path;
    }
    loader->table->files = paths;
    return true;
}

static bool plan_files(struct loader *loader, struct error *error)
{
    for (loader->file = 0; loader->file < loader->table->file_count; loader->file++) {
        if (!load_plan(loader, error)) {
            return false;
        }
    }
    return load_create_columns(loader, error);
}

static bool read_files(struct loader *loader, struct error *error)
{
    for (loader->file = 0; loader->file < loader->table->file_count; loader->file++) {
        if (!load_rows(loader, error)) {
            return false;
        }
    }
    return load_finish(loader, error);
}

/* --- the whole ---------------------------------------------------------------------- */

static void fill_report(const struct loader *loader, struct load_report *report)
{
    if (report) {
        report->overlap = loader->overlap;
    }
    for (size_t file = 0; report && file < loader->table->file_count; file++) {
        *arena_push(loader->arena, report) = loader->files[file];
    }
}

const struct table *table_load_source(struct arena *arena, const struct load_source *source,
                                      struct load_report *report, struct warnings *warnings,
                                      struct error *error)
{
    size_t file_count = source->files.count;
    assert(file_count);
    struct loader loader = {
        .arena = arena,
        .source = source,
        .warnings = warnings,
        .table = arena_new(arena, struct table),
        .inputs = arena_array(arena, struct load_input, file_count),
        .files = arena_array(arena, struct load_file, file_count),
    };
    loader.table->name = str_copy(arena, source->name);
    loader.table->file_count = file_count;
    if (!open_files(&loader, error) || !plan_files(&loader, error) ||
        !read_files(&loader, error)) {
        return NULL;
    }
    fill_report(&loader, report);
    return loader.table;
}

const struct table *table_load(struct arena *arena, str name, const struct path_list *files,
                               const struct schema *schema, struct load_report *report,
                               struct warnings *warnings, struct error *error)
{
    struct load_source source = {
        .name = name,
        .files = *files,
        .schema = *schema,
        .profile = S("tidy"),
    };
    return table_load_source(arena, &source, report, warnings, error);
}
