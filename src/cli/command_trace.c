/* SPDX-License-Identifier: MIT */
/* Where a number comes from: of a briefing, or of a PDF by itself. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/buffer.h"
#include "document/trace.h"
#include "export/pdf_read.h"
#include "expression/expression.h"

#define TRACE_ENDING S(".trace.json")

/* "p2" and "p2#7"; *page is 0 and false for anything else. */
static bool is_id(str text, size_t *page, bool *has_number)
{
    str number = {0};
    size_t value = 0;
    str digits = str_cut(str_after(text, 1), '#', &number);
    *has_number = str_find(text, '#') < text.length;
    return str_starts(text, S("p")) && str_to_size(digits, page) && *page &&
           (!*has_number || str_to_size(number, &value));
}

/* A file may come from anywhere: what it says must not steer the terminal. */
static str without_controls(struct arena *arena, str text)
{
    struct buffer plain = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        bool is_second = byte == 0xC2 && i + 1 < text.length; /* U+0080 to U+009F */
        bool is_control = (byte < ' ' && byte != '\n') || byte == 0x7F ||
                          (is_second && (unsigned char)text.at[i + 1] < 0xA0);
        buffer_add(&plain, is_control ? S("?") : str_slice(text, i, i + 1));
        i += is_control && is_second;
    }
    return buffer_text(&plain);
}

static bool print(const struct cli_run *run, str text)
{
    return cli_print(without_controls(run->arena, text), run->error);
}

/* Pages up to the last that has a number. */
static size_t pages_of(const struct trace *trace)
{
    size_t count = trace->numbers.count;
    return count ? trace->numbers.at[count - 1].page : 0;
}

/* The numbers that an argument names, or all of them. */
static bool print_ids(const struct cli_run *run, const struct cli_input *input,
                      const struct trace *trace)
{
    size_t page = 0;
    bool has_number = false;
    str id = input->argument_count > 1 ? input->arguments[1] : S("");
    if (id.length && !is_id(id, &page, &has_number)) {
        error_set(run->error, ERROR_USAGE, "\"%.*s\" is not an id such as p2#7",
                  STR_ARG(id));
        return error_hint(run->error, "an expression is traced in its briefing");
    }
    if (page > pages_of(trace)) {
        return error_at(run->error, ERROR_USAGE,
                        (struct place){.file = input->arguments[0]},
                        "no number is printed on page %zu or after it", page);
    }
    if (!has_number) {
        return print(run, input->is_json ? trace_json(run->arena, trace)
                                         : trace_list(run->arena, trace, page));
    }
    const struct trace_number *number = trace_find(run->arena, trace, id, run->error);
    if (!number) {
        run->error->place.file = input->arguments[0];
        return false;
    }
    return print(run, input->is_json
                          ? trace_json(run->arena, trace_pick(run->arena, trace, number, 1))
                          : trace_tree(run->arena, trace, number, input->wants_all));
}

/* --- a briefing ------------------------------------------------------------------------
 */

/* Its files are where it says. */
static void set_paths(struct arena *arena, str briefing, struct trace *trace)
{
    for (size_t i = 0; i < trace->files.count; i++) {
        struct trace_file *file = &trace->files.at[i];
        file->found = path_join(arena, path_folder(briefing), file->path);
    }
}

static bool trace_expression(const struct cli_run *run, const struct cli_input *input,
                             struct briefing_options *briefing_options)
{
    struct arena *arena = run->arena;
    const struct briefing *briefing;
    const struct facts *facts = pipeline_facts(arena, input->arguments[0], briefing_options,
                                               &briefing, run->warnings, run->error);
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("expression"), input->arguments[1]};
    const struct expression *expression =
        facts ? expression_parse(arena, source, 0, source->text.length, run->error) : NULL;
    struct value value = {0};
    if (!expression ||
        !expression_evaluate(arena, expression, &facts->scope, &value, run->error)) {
        return false;
    }
    struct trace_options options = {
        .rows_max = input->wants_all ? 0 : TRACE_ROWS_MAX,
        .hashes_all = true,
        .finds_rows = true,
    };
    struct trace *trace =
        trace_build_value(arena, briefing, facts, &value, &options, run->error);
    if (!trace) {
        return false;
    }
    set_paths(arena, input->arguments[0], trace);
    return print(run, input->is_json
                          ? trace_json(arena, trace)
                          : trace_tree(arena, trace, trace->numbers.at, input->wants_all));
}

static bool trace_pages(const struct cli_run *run, const struct cli_input *input,
                        const struct briefing_options *options)
{
    struct pipeline_result result = {0};
    if (!pipeline_run(run->arena, input->arguments[0], options, NULL, &result,
                      run->warnings, run->error)) {
        return false;
    }
    struct source source = {.path = result.trace_name, .text = result.trace_json};
    struct trace *trace = trace_read(run->arena, &source, run->error);
    if (!trace) {
        return false;
    }
    set_paths(run->arena, input->arguments[0], trace);
    return print_ids(run, input, trace);
}

static bool trace_briefing(const struct cli_run *run, const struct cli_input *input)
{
    struct trace_log log = {.arena = run->arena};
    struct briefing_options options = input->briefing;
    size_t page;
    bool has_number;
    bool has_pages =
        input->argument_count < 2 || is_id(input->arguments[1], &page, &has_number);
    options.log = &log;
    return has_pages ? trace_pages(run, input, &options)
                     : trace_expression(run, input, &options);
}

/* --- a PDF, or the file beside it ------------------------------------------------------
 */

static bool read_attached(const struct cli_run *run, str path, struct source *json)
{
    struct source pdf;
    if (!file_read(run->arena, path, &pdf, run->error) ||
        !pdf_read_attachment(run->arena, &pdf, TRACE_ENDING, json, run->error)) {
        return false;
    }
    if (!json->path.length) {
        error_at(run->error, ERROR_DATA, (struct place){.file = path},
                 "this PDF has no trace in it");
        return error_hint(run->error, "ytterby build attaches one; was it printed anew?");
    }
    return true;
}

/* The PDF beside a file may have been made by another build. */
static bool read_beside(const struct cli_run *run, str path, struct source *json)
{
    if (!file_read(run->arena, path, json, run->error)) {
        return false;
    }
    str stem = str_slice(path, 0, path.length - TRACE_ENDING.length);
    str pdf = str_print(run->arena, "%.*s.pdf", STR_ARG(stem));
    struct error ignored = {0};
    struct source attached = {0};
    struct cli_run trial = {run->arena, run->warnings, &ignored};
    if (str_ends(path, TRACE_ENDING) && file_exists(pdf) &&
        read_attached(&trial, pdf, &attached) && !str_equal(attached.text, json->text)) {
        warning_add(run->warnings, (struct place){.file = path},
                    "this is not the trace of %.*s: it was made by another build",
                    STR_ARG(pdf));
    }
    return true;
}

static bool trace_file(const struct cli_run *run, const struct cli_input *input,
                       bool is_pdf)
{
    str path = input->arguments[0];
    struct source *json = arena_new(run->arena, struct source);
    if (is_pdf ? !read_attached(run, path, json) : !read_beside(run, path, json)) {
        return false;
    }
    struct trace *trace = trace_read(run->arena, json, run->error);
    if (!trace) {
        return false;
    }
    str briefing = input->inspect.briefing;
    trace_check(run->arena, trace, briefing.length ? path_folder(briefing) : S(""), path);
    for (size_t i = 0; i < trace->files.count; i++) {
        if (trace->files.at[i].state == TRACE_FILE_CHANGED) {
            warning_add(run->warnings, (struct place){.file = trace->files.at[i].found},
                        "this file is not what it was when %.*s was made", STR_ARG(path));
        }
    }
    return print_ids(run, input, trace);
}

bool command_trace(const struct cli_run *run, const struct cli_input *input)
{
    str path = input->arguments[0];
    if (str_ends(path, S(".pdf")) || str_ends(path, S(".json"))) {
        return trace_file(run, input, str_ends(path, S(".pdf")));
    }
    return trace_briefing(run, input);
}
