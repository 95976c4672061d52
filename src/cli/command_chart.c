/* SPDX-License-Identifier: MIT */
/* Charts of their own: a specification to a file, or several to files of a folder. */
#include "chart_internal.h"
#include "cli/cli.h"

#include "base/buffer.h"
#include "base/file.h"
#include "grammar/schema.h"

#include <stdio.h>

/* --- reading ----------------------------------------------------------------------------
 */

static bool read_standard_input(struct arena *arena, struct source *source,
                                struct error *error)
{
    struct buffer text = {.arena = arena};
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, stdin)) > 0) {
        buffer_add(&text, (str){block, length});
    }
    *source = (struct source){.path = S("<stdin>"), .text = buffer_text(&text)};
    return !ferror(stdin) ||
           error_set(error, ERROR_NO_INPUT, "standard input cannot be read");
}

static const struct node *read_specification(struct arena *arena, str path,
                                             struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    bool is_read = str_equal(path, S("-")) ? read_standard_input(arena, source, error)
                                           : file_read(arena, path, source, error);
    return is_read ? node_load_any(arena, source, error) : NULL;
}

/* --- where it goes ----------------------------------------------------------------------
 */

static const struct {
    str ending;
    enum chart_format format;
} endings[] = {
    {S(".pdf"), CHART_PDF},
    {S(".svg"), CHART_SVG},
    {S(".png"), CHART_PNG},
    {S(".json"), CHART_JSON},
};

static bool format_of(str path, enum chart_format *format)
{
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (str_ends(path, endings[i].ending)) {
            *format = endings[i].format;
            return true;
        }
    }
    return false;
}

/* share.vl.json is called share. */
static str stem_of(str path)
{
    static const str ends[] = {S(".json"), S(".yaml"), S(".yml"), S(".vl"), S(".vg")};
    str name = str_equal(path, S("-")) ? S("chart") : path_name(path);
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (str_ends(name, ends[i]) && name.length > ends[i].length) {
            name = str_slice(name, 0, name.length - ends[i].length);
        }
    }
    return name;
}

/* The output names a file by its ending, else a folder in which PDFs are called after
 * their specifications; `--format` may say another kind. */
static bool output_path(const struct cli_run *run, const struct cli_input *input, str path,
                        str *output, enum chart_format *format)
{
    str wanted = input->format;
    if (!wanted.length && format_of(input->folder, format)) {
        *output = input->folder;
        return input->argument_count == 1 ||
               error_set(run->error, ERROR_USAGE,
                         "several charts do not go into one file: --output names a folder");
    }
    str ending = str_print(run->arena, ".%.*s", STR_ARG(wanted.length ? wanted : S("pdf")));
    *output = path_join(
        run->arena, input->folder,
        str_print(run->arena, "%.*s%.*s", STR_ARG(stem_of(path)), STR_ARG(ending)));
    return format_of(ending, format) ||
           error_set(run->error, ERROR_USAGE, "\"%.*s\" is not pdf, svg, png or json",
                     STR_ARG(wanted));
}

/* --- drawing ----------------------------------------------------------------------------
 */

static bool make_chart(const struct cli_run *run, const struct cli_input *input,
                       const struct chart_maker *maker, str path)
{
    str output, bytes;
    enum chart_format format = CHART_PDF;
    const struct node *node = read_specification(maker->arena, path, run->error);
    if (!node || !output_path(run, input, path, &output, &format)) {
        return false;
    }
    return chart_make(maker, node, path, format, &bytes, run->error) &&
           file_make_folder(path_folder(output), run->error) &&
           file_write(output, bytes, run->error);
}

/* The place of an error outlives the chart that it is in. */
static void keep_place(struct arena *arena, struct place *place)
{
    place->file = str_copy(arena, place->file);
    place->text = str_copy(arena, place->text);
}

/* Each chart has memory of its own, and its warnings follow it. */
static bool make_one(const struct cli_run *run, const struct cli_input *input,
                     const struct chart_maker *maker, str path)
{
    struct arena arena = {0};
    struct warnings warnings = {.arena = &arena};
    struct chart_maker own = *maker;
    own.arena = &arena;
    own.environment.warnings = &warnings;
    bool is_made = make_chart(run, input, &own, path);
    warnings_print(stderr, &warnings);
    keep_place(run->arena, &run->error->place);
    arena_finish(&arena);
    return is_made;
}

static bool make_charts(const struct cli_run *run, const struct cli_input *input,
                        const struct chart_maker *maker)
{
    for (size_t i = 0; i < input->argument_count; i++) {
        if (!make_one(run, input, maker, input->arguments[i])) {
            return false;
        }
    }
    return true;
}

bool command_chart(const struct cli_run *run, const struct cli_input *input)
{
    struct chart_maker maker;
    if (input->chart.wants_schema) {
        return cli_print(schema_json(run->arena), run->error);
    }
    if (!input->argument_count) {
        error_set(run->error, ERROR_USAGE, "chart wants a SPEC");
        return error_hint(run->error, "ytterby chart --help says more");
    }
    bool is_made = chart_maker_open(&maker, run, input) && make_charts(run, input, &maker);
    chart_maker_finish(&maker);
    return is_made;
}
