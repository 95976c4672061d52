/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/buffer.h"

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
        [STAGE_BIND] = "bind",
    };
    struct buffer out = {.arena = arena};
    double total = 0;
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        buffer_print(&out, "%-8s%7.2f ms\n", names[i], result->seconds[i] * 1e3);
        total += result->seconds[i];
    }
    buffer_print(&out, "%-8s%7.2f ms CPU\n", "total", total * 1e3);
    return buffer_text(&out);
}

bool command_build(const struct cli_run *run, const struct cli_input *input)
{
    struct trace_log log = {.arena = run->arena};
    struct briefing_options options = input->briefing;
    struct pipeline_result result = {0};
    options.log = &log;
    if (!pipeline_run(run->arena, input->arguments[0], &options, &result, run->warnings,
                      run->error)) {
        return false;
    }
    str path = path_join(run->arena, input->folder, result.name);
    const struct file_output files[] = {
        {path, result.pdf},
        {path_join(run->arena, input->folder, result.trace_name), result.trace_json},
    };
    if (!file_make_folder(input->folder, run->error) ||
        !file_write_together(files, COUNT_OF(files), run->error)) {
        return false;
    }
    struct buffer out = {.arena = run->arena};
    buffer_print(&out, "%.*s: %zu page%s, %zu kB\n", STR_ARG(path), result.page_count,
                 result.page_count == 1 ? "" : "s", (result.pdf.length + 500) / 1000);
    if (input->has_timings) {
        buffer_add(&out, timings(run->arena, &result));
    }
    return cli_print(buffer_text(&out), run->error);
}

bool command_query(const struct cli_run *run, const struct cli_input *input)
{
    const struct briefing *briefing;
    const struct facts *facts =
        pipeline_facts(run->arena, input->arguments[0], &input->briefing, &briefing,
                       run->warnings, run->error);
    const struct table *result =
        facts ? briefing_query(briefing, facts, input->arguments[1], run->error) : NULL;
    return result && cli_print(table_print(run->arena, result), run->error);
}
