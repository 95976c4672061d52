/* SPDX-License-Identifier: MIT */
/* Questions across editions: reindex, find. */
#include "archive_internal.h"

#include "archive/index.h"
#include "base/buffer.h"

bool command_archive_reindex(const struct cli_run *run, const struct cli_input *input)
{
    size_t count;
    return index_make(run->arena, archive_option(input), &count, run->error) &&
           cli_print(str_print(run->arena, "%zu edition%s\n", count, count == 1 ? "" : "s"),
                     run->error);
}

bool command_archive_find(const struct cli_run *run, const struct cli_input *input)
{
    struct str_list found = {0};
    struct buffer out = {.arena = run->arena};
    if (!index_find(run->arena, archive_option(input), input->arguments[0], &found,
                    run->error)) {
        return false;
    }
    for (size_t i = 0; i < found.count; i++) {
        buffer_print(&out, "%.*s\n", STR_ARG(found.at[i]));
    }
    return cli_print(buffer_text(&out), run->error);
}
