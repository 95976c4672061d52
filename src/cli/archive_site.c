/* SPDX-License-Identifier: MIT */
#include "archive_internal.h"

#include "archive/site.h"

bool command_archive_site(const struct cli_run *run, const struct cli_input *input)
{
    const struct site_options options = {
        .folder = input->folder, .url = input->archive.url, .title = input->archive.title};
    struct site_counts counts;
    if (str_equal(input->folder, S("."))) {
        error_set(run->error, ERROR_USAGE, "a site wants a folder of its own");
        return error_hint(run->error, "-o FOLDER says which");
    }
    return archive_site(run->arena, archive_option(input), &options, &counts, run->error) &&
           cli_print(str_print(run->arena, "%zu pages; %zu files written, %zu removed\n",
                               counts.pages, counts.written, counts.removed),
                     run->error);
}
