/* SPDX-License-Identifier: MIT */
/*
 * What was known when: a query on the data of an edition, and the figures of a query in all
 * editions side by side.
 */
#include "archive_internal.h"
#include "process.h"

#include "archive/disk.h"
#include "base/csv.h"
#include "table/reader.h"

#include <stdlib.h>

/* --- query --as-of-edition
 * ---------------------------------------------------------------- */

/* The briefing of today, with its texts, in the place of the edition's. */
static bool put_briefing(const struct cli_run *run, const struct archive_choice *choice,
                         str folder, str briefing, str *path)
{
    struct source source;
    *path = path_join(run->arena, folder, choice->edition->briefing_path);
    return file_read(run->arena, briefing, &source, run->error) &&
           file_write(*path, source.text, run->error);
}

/* The data are the edition's and nothing else, also where a path begins at the root. */
static bool check_data(const struct cli_run *run, const struct briefing *briefing,
                       const struct archive_choice *choice, str folder)
{
    for (size_t i = 0; i < briefing->source_count; i++) {
        const struct path_list *files = &briefing->sources[i].load.files;
        for (size_t j = 0; j < files->count; j++) {
            if (!str_starts(path_absolute(run->arena, files->at[j]),
                            path_absolute(run->arena, folder))) {
                return error_at(run->error, ERROR_CONFIG,
                                (struct place){.file = files->at[j]},
                                "%.*s does not keep these data", STR_ARG(choice->name));
            }
        }
    }
    return true;
}

static const struct table *query_in(const struct cli_run *run,
                                    const struct cli_input *input,
                                    const struct archive_choice *choice, str folder)
{
    struct briefing_options options = input->briefing;
    const struct briefing *briefing;
    str path;
    if (!date_is_set(options.as_of)) {
        date_parse(choice->edition->options.as_of, &options.as_of);
    }
    if (!period_is_set(options.period)) {
        period_parse(choice->edition->options.period, &options.period);
    }
    if (!archive_unpack_inputs(run->arena, choice, folder, run->error) ||
        !put_briefing(run, choice, folder, input->arguments[0], &path)) {
        return NULL;
    }
    if (choice->edition->root.length) {
        setenv(MOVED_FROM, str_c(run->arena, choice->edition->root), 1);
        setenv(MOVED_TO, str_c(run->arena, path_join(run->arena, folder, S("files"))), 1);
    }
    const struct facts *facts =
        pipeline_facts(run->arena, path, &options, &briefing, run->warnings, run->error);
    return facts && check_data(run, briefing, choice, folder)
               ? briefing_query(briefing, facts, input->arguments[1], run->error)
               : NULL;
}

const struct table *archive_query(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_choice choice;
    struct error left = {0};
    str folder;
    if (!archive_choose(run->arena, archive_option(input), input->archive.edition, &choice,
                        run->error) ||
        !temporary_folder(run->arena, &folder, run->error)) {
        return NULL;
    }
    const struct table *result = query_in(run, input, &choice, folder);
    return disk_remove(folder, result ? run->error : &left) ? result : NULL;
}

/* --- vintages
 * ------------------------------------------------------------------------------ */

/* Rows are what the query's cells are of, columns editions. */
struct vintages {
    struct arena *arena;
    str measure; /* the column of the results; empty: the first behind the period */
    struct words rows; /* "Japan,2025-10" as CSV has it */
    struct str_list heads; /* of the columns before the editions: "partner", "period" */
    struct str_list editions;
    struct vintage {
        str *texts; /* by row; as many as `count` */
        size_t count, capacity;
    } * at;
    size_t count, capacity;
};

struct vintage_reader {
    struct vintages *vintages;
    struct vintage *vintage;
    size_t period, figure; /* columns of the result */
    bool has_header;
};

static bool take_heads(struct vintage_reader *reader, const struct reader_row *row,
                       struct error *error)
{
    struct vintages *vintages = reader->vintages;
    reader->has_header = true;
    reader->period = row->count;
    reader->figure = row->count;
    for (size_t i = 0; i < row->count; i++) {
        if (str_equal(row->fields[i], S("period"))) {
            reader->period = i;
        }
    }
    for (size_t i = reader->period + 1; i < row->count; i++) {
        bool is_wanted =
            !vintages->measure.length || str_equal(row->fields[i], vintages->measure);
        if (is_wanted && reader->figure == row->count) {
            reader->figure = i;
        }
    }
    for (size_t i = 0; !vintages->count && i <= reader->period && i < row->count; i++) {
        *arena_push(vintages->arena, &vintages->heads) =
            str_copy(vintages->arena, row->fields[i]);
    }
    return reader->figure < row->count ||
           error_set(error, ERROR_USAGE, "the results have no column \"%.*s\"",
                     STR_ARG(vintages->measure));
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct vintage_reader *reader = context;
    struct vintages *vintages = reader->vintages;
    if (!reader->has_header) {
        return take_heads(reader, row, error);
    }
    struct buffer name = {.arena = vintages->arena};
    for (size_t i = 0; i <= reader->period; i++) {
        buffer_add(&name, i ? S(",") : S(""));
        csv_add_field(&name, row->fields[i]);
    }
    uint32_t code = words_add(vintages->arena, &vintages->rows, buffer_text(&name));
    struct vintage *vintage = reader->vintage;
    while (vintage->count <= code) {
        struct {
            str *at;
            size_t count, capacity;
        } texts = {vintage->texts, vintage->count, vintage->capacity};
        *arena_push(vintages->arena, &texts) = (str){0};
        *vintage = (struct vintage){texts.at, texts.count, texts.capacity};
    }
    vintage->texts[code] = str_copy(vintages->arena, row->fields[reader->figure]);
    return true;
}

static bool read_vintage(const struct cli_run *run, struct vintages *vintages,
                         const struct archive_choice *choice, str query)
{
    struct source source;
    struct reader_facts facts = {0};
    struct vintage_reader reader = {.vintages = vintages};
    str path = str_print(run->arena, "%.*s/data/results/%.*s.csv", STR_ARG(choice->folder),
                         STR_ARG(query));
    if (!file_exists(path)) {
        return true; /* an edition of the time before the query */
    }
    struct vintage vintage = {0};
    reader.vintage = &vintage;
    if (!file_read(run->arena, path, &source, run->error) ||
        !reader_run(run->arena, &source, ',', take_row, &reader, &facts, run->error)) {
        return false;
    }
    *arena_push(run->arena, vintages) = vintage;
    *arena_push(run->arena, &vintages->editions) = choice->name;
    return true;
}

static int by_period(const void *a, const void *b)
{
    return str_compare(*(const str *)a, *(const str *)b);
}

static str vintages_text(struct vintages *vintages)
{
    struct buffer out = {.arena = vintages->arena};
    size_t count = vintages->rows.count;
    str *sorted = arena_array(vintages->arena, str, count + 1);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = vintages->rows.at[i];
    }
    qsort(sorted, count, sizeof *sorted, by_period);
    buffer_add(
        &out, str_join(vintages->arena, vintages->heads.at, vintages->heads.count, S(",")));
    for (size_t i = 0; i < vintages->count; i++) {
        buffer_print(&out, ",%.*s", STR_ARG(vintages->editions.at[i]));
    }
    buffer_add(&out, S("\n"));
    for (size_t row = 0; row < count; row++) {
        uint32_t code = words_find(&vintages->rows, sorted[row]);
        buffer_add(&out, sorted[row]);
        for (size_t i = 0; i < vintages->count; i++) {
            const struct vintage *vintage = &vintages->at[i];
            buffer_add(&out, S(","));
            csv_add_field(&out, code < vintage->count ? vintage->texts[code] : S(""));
        }
        buffer_add(&out, S("\n"));
    }
    return buffer_text(&out);
}

bool command_archive_vintages(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_entries entries = {0};
    struct vintages vintages = {.arena = run->arena};
    str archive = archive_option(input);
    str query = input->arguments[1];
    vintages.measure = input->argument_count > 2 ? input->arguments[2] : S("");
    if (!archive_list(run->arena, archive, input->arguments[0], &entries, run->error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        struct archive_choice choice;
        if (entries.at[i].is_removed) {
            continue;
        }
        if (!archive_choose(run->arena, archive, entries.at[i].edition, &choice,
                            run->error) ||
            !read_vintage(run, &vintages, &choice, query)) {
            return false;
        }
    }
    if (!vintages.count) {
        return error_set(run->error, ERROR_NO_INPUT,
                         "no edition of \"%.*s\" has results of a query \"%.*s\"",
                         STR_ARG(input->arguments[0]), STR_ARG(query));
    }
    return cli_print(vintages_text(&vintages), run->error);
}
