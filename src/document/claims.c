/* SPDX-License-Identifier: MIT */
#include "document/claims.h"

#include "base/file.h"

/* --- reading ---------------------------------------------------------------------------
 */

struct reader {
    struct arena *arena;
    const struct claims_options *options;
    struct claims_file *file;
    struct error *error;
};

static bool refuse_data(const struct reader *reader, str option, const char *why)
{
    const struct briefing *briefing = reader->file->briefing;
    const str *names = briefing_source_names(reader->arena, briefing);
    error_set(reader->error, ERROR_USAGE, "--data %.*s: %s", STR_ARG(option), why);
    if (!briefing->source_count) {
        return error_hint(reader->error, "%.*s names no data",
                          STR_ARG(briefing->source.path));
    }
    str list = str_join(reader->arena, names, briefing->source_count, S(", "));
    return error_hint(reader->error, "its data are %.*s", STR_ARG(list));
}

/* "NAME=FILE" for a source, "FILE" for the only one. */
static bool find_replaced(const struct reader *reader, str option, size_t *source,
                          str *path)
{
    const struct briefing *briefing = reader->file->briefing;
    str name = str_cut(option, '=', path);
    *source = briefing_source_index(briefing, name);
    if (name.length < option.length && *source < briefing->source_count) {
        return true;
    }
    *path = option;
    *source = 0;
    return briefing->source_count == 1 ||
           refuse_data(reader, option, "it is not clear which data these are");
}

/* A file, or those that a pattern matches. What is not there fails when it is loaded. */
static bool add_files(const struct reader *reader, str path, struct path_list *files)
{
    size_t before = files->count;
    if (!file_exists(path) && !file_match(reader->arena, path, files, reader->error)) {
        return false;
    }
    if (files->count == before) {
        *arena_push(reader->arena, files) = path;
    }
    return true;
}

/* Several files for one source are read together. */
static bool replace_data(const struct reader *reader)
{
    const struct claims_options *options = reader->options;
    struct briefing *briefing = arena_new(reader->arena, struct briefing);
    *briefing = *reader->file->briefing;
    size_t count = briefing->source_count;
    briefing->sources = arena_array(reader->arena, struct briefing_source, count);
    bool *is_replaced = arena_array(reader->arena, bool, count);
    for (size_t i = 0; i < count; i++) {
        briefing->sources[i] = reader->file->briefing->sources[i];
    }
    for (size_t i = 0; i < options->data_count; i++) {
        size_t source;
        str path;
        if (!find_replaced(reader, options->data[i], &source, &path)) {
            return false;
        }
        if (!path.length) {
            return refuse_data(reader, options->data[i], "it names no file");
        }
        struct path_list *files = &briefing->sources[source].load.files;
        if (!is_replaced[source]) {
            *files = (struct path_list){0};
            is_replaced[source] = true;
        }
        if (!add_files(reader, path, files)) {
            return false;
        }
    }
    reader->file->briefing = briefing;
    return true;
}

/* The data and queries: of the file itself, or of the briefing that the options name. */
static bool find_data(const struct reader *reader, const struct source *source,
                      const struct node *map)
{
    str path = reader->options->briefing;
    bool is_replaced = reader->options->data_count > 0;
    reader->file->briefing = path.length ? briefing_read(reader->arena, path, reader->error)
                                         : briefing_from_node(reader->arena, source, map,
                                                              is_replaced, reader->error);
    return reader->file->briefing && (!is_replaced || replace_data(reader));
}

static bool read_defaults(const struct reader *reader, const struct node *map,
                          struct claim_defaults *defaults)
{
    const struct node *period = node_find(map, S("period"));
    const struct node *source = node_find(map, S("source"));
    const struct node *as_of = node_find(map, S("as-of"));
    bool is_read = (!period || node_period(period, &defaults->period, reader->error)) &&
                   (!source || node_text(source, &defaults->source, reader->error)) &&
                   (!as_of || node_date(as_of, &reader->file->as_of, reader->error));
    if (period_is_set(reader->options->load.period)) {
        defaults->period = reader->options->load.period;
    }
    return is_read;
}

static bool read_map(const struct reader *reader, const struct source *source,
                     const struct node *map)
{
    static const str keys[] = {S("data"),   S("parameters"), S("queries"), S("as-of"),
                               S("period"), S("source"),     S("claims")};
    struct claim_defaults defaults = {0};
    if (!node_knows(map, keys, COUNT_OF(keys), reader->error) ||
        !read_defaults(reader, map, &defaults)) {
        return false;
    }
    const struct node *list = node_find(map, S("claims"));
    if (!list) {
        return node_error(map, reader->error, "the file has no claims");
    }
    return claims_read(reader->arena, list, &defaults, &reader->file->claims,
                       reader->error) &&
           find_data(reader, source, map);
}

const struct claims_file *claims_file_read(struct arena *arena, str path,
                                           const struct claims_options *options,
                                           struct error *error)
{
    struct claims_file *file = arena_new(arena, struct claims_file);
    struct source *source = arena_new(arena, struct source);
    struct reader reader = {arena, options, file, error};
    if (!file_read(arena, path, source, error)) {
        return NULL;
    }
    size_t start = str_starts(source->text, S("\xEF\xBB\xBF")) ? 3 : 0;
    const struct node *map =
        node_load(arena, source, start, source->text.length - start, error);
    return map && read_map(&reader, source, map) ? file : NULL;
}

/* --- judging ---------------------------------------------------------------------------
 */

/* The data as of the days that claims ask for, each loaded once. */
struct day {
    struct date as_of;
    const struct facts *facts;
};

struct court {
    struct arena *arena;
    const struct claims_file *file;
    const struct claims_options *options;
    struct {
        struct day *at;
        size_t count, capacity;
    } days;
    struct warnings *warnings;
    struct error *error;
};

static struct date day_of(const struct court *court, const struct claim *claim)
{
    if (date_is_set(claim->as_of)) {
        return claim->as_of;
    }
    return date_is_set(court->options->load.as_of) ? court->options->load.as_of
                                                   : court->file->as_of;
}

/* The warnings of the loader are said once, not for each day. */
static const struct facts *load_day(struct court *court, struct date as_of)
{
    for (size_t i = 0; i < court->days.count; i++) {
        if (date_compare(court->days.at[i].as_of, as_of) == 0) {
            return court->days.at[i].facts;
        }
    }
    struct warnings repeated = {.arena = court->arena};
    struct briefing_options load = court->options->load;
    load.as_of = as_of;
    load.period = (struct period){0}; /* each claim has its own */
    load.can_lack_issue = true;
    const struct facts *facts =
        briefing_load(court->arena, court->file->briefing, &load,
                      court->days.count ? &repeated : court->warnings, court->error);
    if (facts) {
        *arena_push(court->arena, &court->days) = (struct day){as_of, facts};
    }
    return facts;
}

const struct judgement *claims_file_judge(struct arena *arena,
                                          const struct claims_file *file,
                                          const struct claims_options *options,
                                          struct warnings *warnings, struct error *error)
{
    struct court court = {arena, file, options, {0}, warnings, error};
    struct judgement *judgements = arena_array(arena, struct judgement, file->claims.count);
    for (size_t i = 0; i < file->claims.count; i++) {
        const struct claim *claim = &file->claims.at[i];
        const struct facts *facts = load_day(&court, day_of(&court, claim));
        if (!facts || !claim_judge(arena, claim, &facts->scope, &judgements[i], error)) {
            return NULL;
        }
    }
    return judgements;
}

bool claims_hold(const struct claims *claims, const struct judgement *judgements,
                 struct error *error)
{
    size_t first = claims->count;
    size_t bad = 0;
    for (size_t i = claims->count; i > 0; i--) {
        if (!claim_is_good(&claims->at[i - 1], judgements[i - 1].verdict)) {
            first = i - 1;
            bad++;
        }
    }
    return !bad || claim_refuse(&claims->at[first], &judgements[first], error) ||
           (bad > 1 && error_hint(error, "%zu of %zu claims are not as they should be", bad,
                                  claims->count));
}
