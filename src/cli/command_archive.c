/* SPDX-License-Identifier: MIT */
/* What looks at an archive and does not change it: list, show, verify. */
#include "archive_internal.h"

#include "archive/verify.h"
#include "base/json.h"

str archive_option(const struct cli_input *input)
{
    return input->archive.folder.length ? input->archive.folder : S("archive");
}

bool archive_choose(struct arena *arena, str archive, str name,
                    struct archive_choice *choice, struct error *error)
{
    struct archive_entries entries = {0};
    if (!archive_list(arena, archive, str_slice(name, 0, str_find(name, '/')), &entries,
                      error)) {
        return false;
    }
    const struct archive_entry *entry = archive_find(&entries, name, error);
    if (!entry) {
        return false;
    }
    *choice = (struct archive_choice){
        .name = entry->edition,
        .folder = archive_folder(arena, archive, entry->edition),
        .edition = archive_read(arena, archive, entry->edition, error),
        .is_removed = entry->is_removed,
    };
    return choice->edition;
}

static size_t bytes_of(const struct edition *edition)
{
    size_t bytes = 0;
    for (size_t i = 0; i < edition->files.count; i++) {
        bytes += edition->files.at[i].bytes;
    }
    return bytes;
}

/* --- list ------------------------------------------------------------------------------
 */

/* An edition in a list; its seal says which it is. */
struct listed {
    const struct archive_entry *entry;
    const struct edition *edition;
    str seal;
};

struct listing {
    struct listed *at;
    size_t count, capacity;
};

static bool read_listing(const struct cli_run *run, str archive,
                         const struct archive_entries *entries, struct listing *listing)
{
    for (size_t i = 0; i < entries->count; i++) {
        const struct archive_entry *entry = &entries->at[i];
        struct listed listed = {.entry = entry};
        str folder = archive_folder(run->arena, archive, entry->edition);
        listed.edition = archive_read(run->arena, archive, entry->edition, run->error);
        if (!listed.edition || !bag_seal(run->arena, folder, &listed.seal, run->error)) {
            return false;
        }
        *arena_push(run->arena, listing) = listed;
    }
    return true;
}

static str listing_text(struct arena *arena, const struct listing *listing)
{
    struct buffer out = {.arena = arena};
    size_t width = 0;
    for (size_t i = 0; i < listing->count; i++) {
        size_t length = listing->at[i].entry->edition.length;
        width = length > width ? length : width;
    }
    for (size_t i = 0; i < listing->count; i++) {
        const struct listed *listed = &listing->at[i];
        buffer_print(&out, "%-*.*s  %.*s  %7zu kB  %.16s%s\n", (int)width,
                     STR_ARG(listed->entry->edition), STR_ARG(listed->edition->archived),
                     (bytes_of(listed->edition) + 500) / 1000, listed->seal.at,
                     listed->entry->is_removed ? "  removed" : "");
    }
    buffer_print(&out, "%zu edition%s\n", listing->count, listing->count == 1 ? "" : "s");
    return buffer_text(&out);
}

static str listing_json(struct arena *arena, const struct listing *listing)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out, .flat_depth = 3};
    json_object(&json);
    json_key(&json, "editions");
    json_array(&json);
    for (size_t i = 0; i < listing->count; i++) {
        const struct listed *listed = &listing->at[i];
        json_object(&json);
        json_member_text(&json, "edition", listed->entry->edition);
        json_member_text(&json, "archived", listed->edition->archived);
        json_member_count(&json, "bytes", bytes_of(listed->edition));
        json_member_text(&json, "seal", listed->seal);
        json_member_flag(&json, "removed", listed->entry->is_removed);
        json_end(&json);
    }
    json_end(&json);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

bool command_archive_list(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_entries entries = {0};
    struct listing listing = {0};
    str archive = archive_option(input);
    str briefing = input->argument_count ? input->arguments[0] : S("");
    if (!archive_list(run->arena, archive, briefing, &entries, run->error) ||
        !read_listing(run, archive, &entries, &listing)) {
        return false;
    }
    return cli_print(input->is_json ? listing_json(run->arena, &listing)
                                    : listing_text(run->arena, &listing),
                     run->error);
}

/* --- show ------------------------------------------------------------------------------
 */

static void add_line(struct buffer *out, const char *name, str value)
{
    if (value.length) {
        buffer_print(out, "%-12s%.*s\n", name, STR_ARG(value));
    }
}

static void add_inputs(struct buffer *out, const struct edition *edition)
{
    buffer_print(out, "\n%zu inputs\n", edition->inputs.count);
    for (size_t i = 0; i < edition->inputs.count; i++) {
        const struct edition_input *input = &edition->inputs.at[i];
        buffer_print(out, "  %-9.*s %9zu  %.16s  %.*s\n", STR_ARG(input->role),
                     input->bytes, input->sha256.at, STR_ARG(input->path));
    }
}

static void add_files(struct buffer *out, const struct edition *edition)
{
    buffer_print(out, "\n%zu files\n", edition->files.count);
    for (size_t i = 0; i < edition->files.count; i++) {
        const struct edition_file *file = &edition->files.at[i];
        buffer_print(out, "  %-9.*s %9zu  %.16s  %.*s\n", STR_ARG(file->role), file->bytes,
                     file->sha256.at, STR_ARG(file->path));
    }
}

static str edition_text(struct arena *arena, const struct archive_choice *choice, str seal)
{
    const struct edition *edition = choice->edition;
    struct buffer out = {.arena = arena};
    add_line(&out, "edition", choice->name);
    add_line(&out, "seal", seal);
    add_line(&out, "archived", edition->archived);
    add_line(&out, "previous", edition->previous.edition);
    add_line(&out, "program", edition->program);
    add_line(&out, "period", edition->options.period);
    add_line(&out, "as of", edition->options.as_of);
    add_line(&out, "language", edition->options.language);
    add_line(&out, "parameters",
             str_join(arena, edition->options.parameters.at,
                      edition->options.parameters.count, S(", ")));
    add_line(&out, "libraries", str_print(arena, "%zu", edition->libraries.count));
    add_line(&out, "fonts", str_print(arena, "%zu", edition->fonts.count));
    add_inputs(&out, edition);
    add_files(&out, edition);
    return buffer_text(&out);
}

bool command_archive_show(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_choice choice;
    str seal;
    if (!archive_choose(run->arena, archive_option(input), input->arguments[0], &choice,
                        run->error)) {
        return false;
    }
    if (input->is_json) {
        return cli_print(edition_json(run->arena, choice.edition), run->error);
    }
    return bag_seal(run->arena, choice.folder, &seal, run->error) &&
           cli_print(edition_text(run->arena, &choice, seal), run->error);
}

/* --- verify ----------------------------------------------------------------------------
 */

static str verify_text(struct arena *arena, const struct verify_report *report)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < report->problems.count; i++) {
        const struct verify_problem *problem = &report->problems.at[i];
        buffer_print(&out, "%.*s%s%.*s\n", STR_ARG(problem->edition),
                     problem->edition.length ? ": " : "", STR_ARG(problem->text));
    }
    buffer_print(&out, "%zu edition%s, %zu files: ", report->editions,
                 report->editions == 1 ? "" : "s", report->files);
    if (report->problems.count) {
        buffer_print(&out, "%zu problem%s\n", report->problems.count,
                     report->problems.count == 1 ? "" : "s");
    } else {
        buffer_add(&out, S("every byte is as it was archived\n"));
    }
    for (size_t i = 0; i < report->heads.count; i++) {
        buffer_print(&out, "head %.*s %.*s\n", STR_ARG(report->heads.at[i].edition),
                     STR_ARG(report->heads.at[i].seal));
    }
    return buffer_text(&out);
}

static str verify_json(struct arena *arena, const struct verify_report *report)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out, .flat_depth = 3};
    json_object(&json);
    json_member_count(&json, "editions", report->editions);
    json_member_count(&json, "removed", report->removed);
    json_member_count(&json, "files", report->files);
    json_key(&json, "problems");
    json_array(&json);
    for (size_t i = 0; i < report->problems.count; i++) {
        json_object(&json);
        json_member_text(&json, "edition", report->problems.at[i].edition);
        json_member_text(&json, "problem", report->problems.at[i].text);
        json_end(&json);
    }
    json_end(&json);
    json_key(&json, "heads");
    json_array(&json);
    for (size_t i = 0; i < report->heads.count; i++) {
        json_object(&json);
        json_member_text(&json, "edition", report->heads.at[i].edition);
        json_member_text(&json, "seal", report->heads.at[i].seal);
        json_end(&json);
    }
    json_end(&json);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

/* Editions that the owner of the key has not signed are problems too. */
static bool verify_signatures(const struct cli_run *run, const struct cli_input *input,
                              str name, struct verify_report *report)
{
    struct archive_entries entries = {0};
    str archive = archive_option(input);
    if (!archive_list(run->arena, archive, str_slice(name, 0, str_find(name, '/')),
                      &entries, run->error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        str edition = entries.at[i].edition;
        bool is_good = true;
        if (str_starts(edition, name) &&
            !archive_check_signature(run, archive, edition, input->archive.signed_by,
                                     &is_good)) {
            return false;
        }
        if (!is_good) {
            *arena_push(run->arena, &report->problems) =
                (struct verify_problem){edition, S("it is not signed by that key")};
        }
    }
    return true;
}

bool command_archive_verify(const struct cli_run *run, const struct cli_input *input)
{
    struct verify_report report = {0};
    str name = input->argument_count ? input->arguments[0] : S("");
    if (!archive_verify(run->arena, archive_option(input), name, &report, run->error) ||
        (input->archive.signed_by.length &&
         !verify_signatures(run, input, name, &report)) ||
        !cli_print(input->is_json ? verify_json(run->arena, &report)
                                  : verify_text(run->arena, &report),
                   run->error)) {
        return false;
    }
    return !report.problems.count ||
           error_at(run->error, ERROR_CHECK, (struct place){.file = archive_option(input)},
                    "the archive is not as it was: %zu problem%s", report.problems.count,
                    report.problems.count == 1 ? "" : "s");
}
