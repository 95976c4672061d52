/* SPDX-License-Identifier: MIT */
#include "archive_internal.h"

#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/buffer.h"
#include "base/secret.h"

#include <stdlib.h>

bool cli_print(str text, struct error *error)
{
    fwrite(text.at, 1, text.length, stdout);
    if (fflush(stdout) || ferror(stdout)) {
        return error_set(error, ERROR_WRITE, "standard output cannot be written");
    }
    return true;
}

static str timings(struct arena *arena, const struct pipeline_result *result)
{
    static const char *const names[STAGE_COUNT] = {
        [STAGE_START] = "start",   [STAGE_LOAD] = "load",   [STAGE_SERIES] = "series",
        [STAGE_LAYOUT] = "layout", [STAGE_TRACE] = "trace", [STAGE_DRAW] = "draw",
        [STAGE_BIND] = "bind",     [STAGE_HTML] = "html",
    };
    struct buffer out = {.arena = arena};
    double total = 0;
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        if (result->seconds[i] > 0) {
            buffer_print(&out, "%-8s%7.2f ms\n", names[i], result->seconds[i] * 1e3);
        }
        total += result->seconds[i];
    }
    buffer_print(&out, "%-8s%7.2f ms CPU\n", "total", total * 1e3);
    return buffer_text(&out);
}

/* Passwords come from a file or the environment: others can see the arguments. */
static bool read_passwords(const struct cli_run *run, const struct cli_input *input,
                           struct pdf_passwords *passwords)
{
    struct str_list lines = {0};
    if (!input->password_file.length) {
        passwords->user = str_from(getenv("YTTERBY_PASSWORD"));
        passwords->owner = str_from(getenv("YTTERBY_OWNER_PASSWORD"));
    } else if (secret_read(run->arena, input->password_file, &lines, run->error)) {
        passwords->user = lines.at[0];
        passwords->owner = lines.count > 1 ? lines.at[1] : S("");
    } else {
        return false;
    }
    if (!passwords->user.length) {
        error_set(run->error, ERROR_USAGE, "there is no password to encrypt with");
        return error_hint(run->error, "--password-file FILE, or set YTTERBY_PASSWORD");
    }
    return true;
}

/* What --format asks for; without it the PDF. */
static bool choose_formats(str text, struct output_options *output, struct error *error)
{
    static const str names[] = {S("pdf"), S("html")};
    for (str rest = text; rest.length;) {
        str name = str_trim(str_cut(rest, ',', &rest));
        if (str_equal(name, names[0])) {
            output->has_pdf = true;
        } else if (str_equal(name, names[1])) {
            output->has_html = true;
        } else {
            error_set(error, ERROR_USAGE, "\"%.*s\" is not a format", STR_ARG(name));
            return error_suggest(error, name, names, COUNT_OF(names));
        }
    }
    output->has_pdf |= !output->has_html;
    return true;
}

static bool encrypt(const struct cli_run *run, const struct cli_input *input,
                    struct pdf_passwords *passwords, struct output_options *output)
{
    if (!input->is_encrypted) {
        return !input->password_file.length ||
               error_set(run->error, ERROR_USAGE, "--password-file is for --encrypt");
    }
    if (output->has_html) {
        error_set(run->error, ERROR_USAGE, "HTML cannot be encrypted");
        return error_hint(run->error, "make it in a run of its own");
    }
    output->passwords = passwords;
    if (!read_passwords(run, input, passwords)) {
        return false;
    }
    warning_add(run->warnings, (struct place){0},
                "the PDF is encrypted: it is no PDF/A, and its bytes are others each time");
    return true;
}

/* What is to be written, with the trace beside a PDF that all may read. */
static size_t outputs_of(const struct cli_run *run, const struct cli_input *input,
                         const struct pipeline_result *result, struct file_output *files)
{
    bool is_encrypted = input->is_encrypted;
    const struct {
        str name, bytes;
    } made[] = {
        {result->name, result->pdf},
        {result->trace_name, is_encrypted ? S("") : result->trace_json},
        {result->html_name, result->html},
    };
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(made); i++) {
        if (made[i].bytes.length) {
            files[count++] = (struct file_output){
                path_join(run->arena, input->folder, made[i].name), made[i].bytes};
        }
    }
    return count;
}

static void report(struct buffer *out, const struct cli_input *input,
                   const struct pipeline_result *result)
{
    if (result->pdf.length) {
        str path = path_join(out->arena, input->folder, result->name);
        buffer_print(out, "%.*s: %zu page%s, %zu kB\n", STR_ARG(path), result->page_count,
                     result->page_count == 1 ? "" : "s", (result->pdf.length + 500) / 1000);
    }
    if (result->html.length) {
        str path = path_join(out->arena, input->folder, result->html_name);
        buffer_print(out, "%.*s: %zu kB\n", STR_ARG(path),
                     (result->html.length + 500) / 1000);
    }
    if (input->has_timings) {
        buffer_add(out, timings(out->arena, result));
    }
}

bool command_build(const struct cli_run *run, const struct cli_input *input)
{
    enum { FILES_MAX = 3 };
    struct trace_log log = {.arena = run->arena};
    struct briefing_options options = input->briefing;
    struct output_options output = input->output;
    struct pdf_passwords passwords = {0};
    struct pipeline_result result = {0};
    struct file_output files[FILES_MAX];
    struct buffer out = {.arena = run->arena};
    options.log = &log;
    if (!choose_formats(input->format, &output, run->error) ||
        !encrypt(run, input, &passwords, &output) ||
        !pipeline_run(run->arena, input->arguments[0], &options, &output, &result,
                      run->warnings, run->error)) {
        return false;
    }
    size_t count = outputs_of(run, input, &result, files);
    if (!file_make_folder(input->folder, run->error) ||
        !file_write_together(files, count, run->error)) {
        return false;
    }
    report(&out, input, &result);
    return cli_print(buffer_text(&out), run->error);
}

bool command_query(const struct cli_run *run, const struct cli_input *input)
{
    const struct briefing *briefing;
    if (input->archive.edition.length) {
        const struct table *known = archive_query(run, input);
        return known && cli_print(table_print(run->arena, known), run->error);
    }
    const struct facts *facts =
        pipeline_facts(run->arena, input->arguments[0], &input->briefing, &briefing,
                       run->warnings, run->error);
    const struct table *result =
        facts ? briefing_query(briefing, facts, input->arguments[1], run->error) : NULL;
    return result && cli_print(table_print(run->arena, result), run->error);
}
