/* SPDX-License-Identifier: MIT */
/* The import report of files, or of the sources of a briefing. */
#include "cli/cli.h"

#include "table/inspect.h"

struct inspector {
    const struct cli_run *run;
    const struct inspect_options *options;
    struct {
        const struct validation **at;
        size_t count, capacity;
    } validations;
};

/* The older file as the same kind of source; what it warns of is in its own report. */
static const struct table *load_older(const struct inspector *inspector,
                                      const struct load_source *source)
{
    struct arena *arena = inspector->run->arena;
    struct warnings warnings = {.arena = arena};
    struct load_source older = *source;
    older.files = (struct path_list){0};
    *arena_push(arena, &older.files) = inspector->options->against;
    return table_load_source(arena, &older, NULL, &warnings, inspector->run->error);
}

/*
 * Warnings of the loader are part of the report. Only where it fails are they printed
 * beside its error.
 */
static bool inspect(struct inspector *inspector, const struct load_source *source)
{
    const struct cli_run *run = inspector->run;
    struct load_report *report = arena_new(run->arena, struct load_report);
    struct warnings *warnings = arena_new(run->arena, struct warnings);
    warnings->arena = run->arena;
    const struct table *table =
        table_load_source(run->arena, source, report, warnings, run->error);
    if (!table) {
        *run->warnings = *warnings;
        return false;
    }
    const struct table *older = NULL;
    if (inspector->options->against.length) {
        older = load_older(inspector, source);
        if (!older || !validation_can_compare(table, older, run->error)) {
            return false;
        }
    }
    *arena_push(run->arena, &inspector->validations) =
        validation_run(run->arena, table, report, warnings, older);
    return true;
}

/* What the options say goes before what the briefing says. */
static void apply_options(struct arena *arena, const struct inspect_options *options,
                          struct load_source *source)
{
    source->profile = options->profile.length ? options->profile : source->profile;
    source->encoding = options->encoding.length ? options->encoding : source->encoding;
    source->decimal = options->decimal.length ? options->decimal : source->decimal;
    for (size_t i = 0; i < options->assumptions.count; i++) {
        *arena_push(arena, &source->assumptions) = options->assumptions.at[i];
    }
    if (options->on_overlap != OVERLAP_ERROR) {
        source->on_overlap = options->on_overlap;
    }
}

static bool inspect_files(struct inspector *inspector, const struct cli_input *input)
{
    struct load_source source = {.is_inspection = true};
    if (!input->argument_count) {
        error_set(inspector->run->error, ERROR_USAGE, "inspect wants a FILE");
        return error_hint(inspector->run->error, "ytterby inspect --help says more");
    }
    source.name = path_name(input->arguments[0]);
    apply_options(inspector->run->arena, &input->inspect, &source);
    for (size_t i = 0; i < input->argument_count; i++) {
        *arena_push(inspector->run->arena, &source.files) = input->arguments[i];
    }
    return inspect(inspector, &source);
}

/* --- sources of a briefing ------------------------------------------------------------ */

static bool refuse_source(const struct inspector *inspector,
                          const struct briefing *briefing, str name)
{
    struct error *error = inspector->run->error;
    const str *names = briefing_source_names(inspector->run->arena, briefing);
    error_at(error, ERROR_USAGE, (struct place){.file = briefing->source.path},
             "there are no data \"%.*s\"", STR_ARG(name));
    return error_suggest(error, name, names, briefing->source_count);
}

static bool inspect_source(struct inspector *inspector, const struct briefing *briefing,
                           str name)
{
    size_t index = briefing_source_index(briefing, name);
    if (index == briefing->source_count) {
        return refuse_source(inspector, briefing, name);
    }
    struct load_source source = briefing->sources[index].load;
    apply_options(inspector->run->arena, inspector->options, &source);
    return inspect(inspector, &source);
}

static bool inspect_briefing(struct inspector *inspector, const struct cli_input *input)
{
    const struct cli_run *run = inspector->run;
    const struct briefing *briefing =
        briefing_read(run->arena, input->inspect.briefing, run->error);
    if (!briefing) {
        return false;
    }
    bool is_all = !input->argument_count;
    size_t count = is_all ? briefing->source_count : input->argument_count;
    if (inspector->options->against.length && count != 1) {
        return error_set(run->error, ERROR_USAGE,
                         "--against compares one source: name it after the options");
    }
    for (size_t i = 0; i < count; i++) {
        if (!inspect_source(inspector, briefing,
                            is_all ? briefing->sources[i].name : input->arguments[i])) {
            return false;
        }
    }
    return true;
}

bool command_inspect(const struct cli_run *run, const struct cli_input *input)
{
    struct inspector inspector = {.run = run, .options = &input->inspect};
    bool is_done = input->inspect.briefing.length ? inspect_briefing(&inspector, input)
                                                  : inspect_files(&inspector, input);
    if (!is_done) {
        return false;
    }
    if (input->is_json) {
        return cli_print(
            inspect_json(run->arena, inspector.validations.at, inspector.validations.count),
            run->error);
    }
    for (size_t i = 0; i < inspector.validations.count; i++) {
        str text = inspect_print(run->arena, inspector.validations.at[i]);
        if ((i && !cli_print(S("\n"), run->error)) || !cli_print(text, run->error)) {
            return false;
        }
    }
    return true;
}
