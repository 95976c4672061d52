/* SPDX-License-Identifier: MIT */
/* Files out of an edition: extract, export. */
#include "archive_internal.h"

#include "archive/package.h"
#include "base/buffer.h"
#include "base/deflate.h"
#include "base/hash.h"

bool archive_has_content(const struct archive_choice *choice, struct error *error)
{
    return !choice->is_removed ||
           error_set(error, ERROR_NO_INPUT, "%.*s was removed: only its manifests are kept",
                     STR_ARG(choice->name));
}

/* The bytes of a file below data/, which must be those that the edition lists. */
static bool read_file(struct arena *arena, const struct archive_choice *choice, str path,
                      str sha256, str *bytes, struct error *error)
{
    struct source source;
    str whole = str_print(arena, "%.*s/data/%.*s", STR_ARG(choice->folder), STR_ARG(path));
    if (!file_read(arena, whole, &source, error)) {
        return false;
    }
    *bytes = source.text;
    if (!str_equal(hash_sha256(arena, source.text), sha256)) {
        error_at(error, ERROR_DATA, (struct place){.file = whole},
                 "it is not what was archived");
        return error_hint(error, "ytterby archive verify %.*s names all that is damaged",
                          STR_ARG(choice->name));
    }
    return true;
}

static bool write_below(struct arena *arena, str folder, str path, str bytes,
                        struct error *error)
{
    str whole = str_print(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
    return file_make_folder(path_folder(whole), error) && file_write(whole, bytes, error);
}

static const struct edition_file *file_of(const struct edition *edition, str path)
{
    for (size_t i = 0; i < edition->files.count; i++) {
        if (str_equal(edition->files.at[i].path, path)) {
            return &edition->files.at[i];
        }
    }
    return NULL;
}

/* As it was read: unpacked where it is kept packed. */
static bool read_input(struct arena *arena, const struct archive_choice *choice,
                       const struct edition_input *input, str *bytes, struct error *error)
{
    const struct edition_file *file = file_of(choice->edition, input->file);
    if (!file) {
        return error_set(error, ERROR_DATA, "%.*s does not keep its input %.*s",
                         STR_ARG(choice->name), STR_ARG(input->path));
    }
    if (!read_file(arena, choice, file->path, file->sha256, bytes, error)) {
        return false;
    }
    if (str_equal(file->sha256, input->sha256)) {
        return true;
    }
    struct buffer unpacked = {.arena = arena};
    const char *why = deflate_unpack_gzip(*bytes, &unpacked);
    *bytes = buffer_text(&unpacked);
    return (!why && str_equal(hash_sha256(arena, *bytes), input->sha256)) ||
           error_set(error, ERROR_DATA, "%.*s in %.*s cannot be unpacked: %s",
                     STR_ARG(file->path), STR_ARG(choice->name),
                     why ? why : "it has another hash");
}

bool archive_unpack_inputs(struct arena *arena, const struct archive_choice *choice,
                           str folder, struct error *error)
{
    if (!archive_has_content(choice, error)) {
        return false;
    }
    for (size_t i = 0; i < choice->edition->inputs.count; i++) {
        const struct edition_input *input = &choice->edition->inputs.at[i];
        str bytes;
        if (!read_input(arena, choice, input, &bytes, error) ||
            !write_below(arena, folder, input->path, bytes, error)) {
            return false;
        }
    }
    return true;
}

/* --- extract ----------------------------------------------------------------------------
 */

struct extraction {
    const struct cli_run *run;
    const struct archive_choice *choice;
    str folder;
    size_t count, bytes;
};

/* Whether a path is one that was asked for, or in a folder that was. */
static bool is_wanted(str path, const str *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        str name = wanted[i];
        while (str_ends(name, S("/"))) {
            name = str_slice(name, 0, name.length - 1);
        }
        if (str_equal(path, name) ||
            (str_starts(path, name) && path.at[name.length] == '/')) {
            return true;
        }
    }
    return !count;
}

static bool is_input(const struct edition *edition, str path)
{
    for (size_t i = 0; i < edition->inputs.count; i++) {
        if (str_equal(edition->inputs.at[i].file, path)) {
            return true;
        }
    }
    return false;
}

static bool extract(struct extraction *extraction, str path, str bytes)
{
    extraction->count++;
    extraction->bytes += bytes.length;
    return write_below(extraction->run->arena, extraction->folder, path, bytes,
                       extraction->run->error);
}

static bool extract_inputs(struct extraction *extraction, const str *wanted, size_t count)
{
    const struct cli_run *run = extraction->run;
    const struct edition *edition = extraction->choice->edition;
    for (size_t i = 0; i < edition->inputs.count; i++) {
        const struct edition_input *input = &edition->inputs.at[i];
        str path = str_print(run->arena, "inputs/%.*s", STR_ARG(input->path));
        str bytes = {0};
        bool is_asked = is_wanted(path, wanted, count) ||
                        (count && is_wanted(input->file, wanted, count));
        if (is_asked &&
            (!read_input(run->arena, extraction->choice, input, &bytes, run->error) ||
             !extract(extraction, path, bytes))) {
            return false;
        }
    }
    return true;
}

static bool extract_files(struct extraction *extraction, const str *wanted, size_t count)
{
    const struct cli_run *run = extraction->run;
    const struct edition *edition = extraction->choice->edition;
    for (size_t i = 0; i < edition->files.count; i++) {
        const struct edition_file *file = &edition->files.at[i];
        str bytes = {0};
        bool is_asked =
            !is_input(edition, file->path) && is_wanted(file->path, wanted, count);
        if (is_asked && (!read_file(run->arena, extraction->choice, file->path,
                                    file->sha256, &bytes, run->error) ||
                         !extract(extraction, file->path, bytes))) {
            return false;
        }
    }
    return true;
}

bool command_archive_extract(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_choice choice;
    const str *wanted = input->arguments + 1;
    size_t count = input->argument_count - 1;
    if (!archive_choose(run->arena, archive_option(input), input->arguments[0], &choice,
                        run->error) ||
        !archive_has_content(&choice, run->error)) {
        return false;
    }
    struct extraction extraction = {run, &choice, input->folder, 0, 0};
    if (!extract_inputs(&extraction, wanted, count) ||
        !extract_files(&extraction, wanted, count)) {
        return false;
    }
    if (!extraction.count) {
        error_set(run->error, ERROR_NO_INPUT, "%.*s keeps nothing of that name",
                  STR_ARG(choice.name));
        return error_hint(run->error, "ytterby archive show %.*s lists what it keeps",
                          STR_ARG(choice.name));
    }
    return cli_print(str_print(run->arena, "%zu file%s, %zu kB\n", extraction.count,
                               extraction.count == 1 ? "" : "s",
                               (extraction.bytes + 500) / 1000),
                     run->error);
}

/* --- export -----------------------------------------------------------------------------
 */

/* The folder in the package: "rare-earths-2025-10-1". */
static str package_name(struct arena *arena, str edition)
{
    struct buffer name = {.arena = arena};
    for (size_t i = 0; i < edition.length; i++) {
        buffer_add(&name, edition.at[i] == '/' ? S("-") : str_slice(edition, i, i + 1));
    }
    return buffer_text(&name);
}

bool command_archive_export(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_choice choice;
    enum package_kind kind;
    struct date date = {0};
    str path = input->arguments[1];
    if (!package_kind_of(path, &kind)) {
        error_set(run->error, ERROR_USAGE, "\"%.*s\" is no package", STR_ARG(path));
        return error_hint(run->error, "its name ends in .zip, .tar, .tar.gz or .tgz");
    }
    if (!archive_choose(run->arena, archive_option(input), input->arguments[0], &choice,
                        run->error) ||
        !archive_has_content(&choice, run->error)) {
        return false;
    }
    date_parse(choice.edition->archived, &date);
    return package_write(run->arena, choice.folder, package_name(run->arena, choice.name),
                         date, kind, path, run->error) &&
           cli_print(str_print(run->arena, "%.*s\n", STR_ARG(path)), run->error);
}
