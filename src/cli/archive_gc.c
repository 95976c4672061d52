/* SPDX-License-Identifier: MIT */
/* What may leave the archive: gc, hold, release. */
#include "archive_internal.h"

#include "archive/collect.h"
#include "base/json.h"

#include <stdlib.h>
#include <time.h>

struct date archive_today(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    size_t seconds = 0;
    time_t now =
        epoch && str_to_size(str_from(epoch), &seconds) ? (time_t)seconds : time(NULL);
    struct tm day;
    gmtime_r(&now, &day);
    return (struct date){day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

static void add_names(struct buffer *out, const char *what, const struct str_list *names)
{
    for (size_t i = 0; i < names->count; i++) {
        buffer_print(out, "%s %.*s\n", what, STR_ARG(names->at[i]));
    }
}

static str collection_text(struct arena *arena, const struct collection *collection,
                           bool is_removed)
{
    struct buffer out = {.arena = arena};
    add_names(&out, is_removed ? "removed" : "would remove", &collection->editions);
    add_names(&out, "held   ", &collection->held);
    buffer_print(&out, "%zu edition%s, %zu file%s, %zu kB%s\n", collection->editions.count,
                 collection->editions.count == 1 ? "" : "s", collection->objects.count,
                 collection->objects.count == 1 ? "" : "s",
                 (collection->bytes + 500) / 1000,
                 is_removed ? " removed" : ": --remove does it");
    return buffer_text(&out);
}

static void write_names(struct json *json, const char *key, const struct str_list *names)
{
    json_key(json, key);
    json_array(json);
    for (size_t i = 0; i < names->count; i++) {
        json_text(json, names->at[i]);
    }
    json_end(json);
}

static str collection_json(struct arena *arena, const struct collection *collection,
                           bool is_removed)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out, .flat_depth = 2};
    json_object(&json);
    json_member_flag(&json, "removed", is_removed);
    write_names(&json, "editions", &collection->editions);
    write_names(&json, "held", &collection->held);
    json_member_count(&json, "files", collection->objects.count);
    json_member_count(&json, "bytes", collection->bytes);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

bool command_archive_gc(const struct cli_run *run, const struct cli_input *input)
{
    struct collection collection;
    bool is_removing = input->archive.is_removing;
    bool is_done = is_removing
                       ? archive_remove(run->arena, archive_option(input), archive_today(),
                                        input->arguments, input->argument_count,
                                        &collection, run->error)
                       : archive_collect(run->arena, archive_option(input), archive_today(),
                                         input->arguments, input->argument_count,
                                         &collection, run->error);
    return is_done &&
           cli_print(input->is_json ? collection_json(run->arena, &collection, is_removing)
                                    : collection_text(run->arena, &collection, is_removing),
                     run->error);
}

/* A hold may be on what is not there yet: the next editions of a briefing. */
bool command_archive_hold(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_hold hold = {
        .name = input->arguments[0],
        .date = date_print(run->arena, archive_today()),
        .reason = input->arguments[1],
    };
    struct str_list briefings = {0};
    return archive_briefings(run->arena, archive_option(input), &briefings, run->error) &&
           archive_hold(run->arena, archive_option(input), hold, run->error);
}

bool command_archive_release(const struct cli_run *run, const struct cli_input *input)
{
    return archive_release(run->arena, archive_option(input), input->arguments[0],
                           run->error);
}
