/* SPDX-License-Identifier: MIT */
/*
 * An edition built again from itself: its inputs in a temporary folder, this program as a
 * process of its own that sees nothing else of the user's, and its results beside those
 * that are kept.
 */
#include "archive_internal.h"
#include "process.h"

#include "archive/disk.h"
#include "archive/parts.h"
#include "base/buffer.h"
#include "base/hash.h"

struct rebuild {
    const struct cli_run *run;
    const struct archive_choice *choice;
    str folder; /* temporary: files/, share/, out/ */
    struct buffer report;
    size_t differences;
};

/* --- building ---------------------------------------------------------------------------
 */

static bool build(struct rebuild *rebuild)
{
    struct arena *arena = rebuild->run->arena;
    const struct edition *edition = rebuild->choice->edition;
    struct process process = process_self(arena, rebuild->folder, "build");
    process_issue(&process, edition, edition->options.as_of);
    process_option(&process, "format", S("pdf,html"));
    process_option(&process, "output", path_join(arena, rebuild->folder, S("out")));
    return process_finish(&process, rebuild->run->error) ||
           error_context(rebuild->run->error, "%.*s cannot be built again",
                         STR_ARG(rebuild->choice->name));
}

/* --- comparing --------------------------------------------------------------------------
 */

/* Pages as pictures, page-1.ppm ...; false where nothing can draw them. */
static bool draw_pages(struct rebuild *rebuild, str pdf, str folder)
{
    struct arena *arena = rebuild->run->arena;
    struct error error = {0};
    struct process process = process_of(arena, S("pdftoppm"));
    process_word(&process, S("-r"));
    process_word(&process, S("72"));
    process_word(&process, pdf);
    process_word(&process, path_join(arena, folder, S("page")));
    return file_make_folder(folder, &error) && process_finish(&process, &error);
}

/* The numbers of the pages that look different: "1, 3"; empty: none does. */
static bool compare_pictures(struct rebuild *rebuild, str then, str now, str *different)
{
    struct arena *arena = rebuild->run->arena;
    struct disk_entries pages = {0};
    struct disk_entries others = {0};
    struct str_list numbers = {0};
    struct error error = {0};
    if (!disk_list(arena, then, &pages, &error) ||
        !disk_list(arena, now, &others, &error)) {
        return false;
    }
    for (size_t i = 0; i < pages.count || i < others.count; i++) {
        str hashes[2] = {{0}};
        size_t bytes;
        bool is_there = i < pages.count && i < others.count &&
                        hash_file(arena, path_join(arena, then, pages.at[i].path),
                                  &hashes[0], &bytes, &error) &&
                        hash_file(arena, path_join(arena, now, others.at[i].path),
                                  &hashes[1], &bytes, &error);
        if (!is_there || !str_equal(hashes[0], hashes[1])) {
            *arena_push(arena, &numbers) = str_print(arena, "%zu", i + 1);
        }
    }
    *different = str_join(arena, numbers.at, numbers.count, S(", "));
    return true;
}

static void compare_looks(struct rebuild *rebuild, str name)
{
    struct arena *arena = rebuild->run->arena;
    str then = path_join(arena, rebuild->folder, S("then"));
    str now = path_join(arena, rebuild->folder, S("now"));
    str kept =
        str_print(arena, "%.*s/data/%.*s", STR_ARG(rebuild->choice->folder), STR_ARG(name));
    str made = str_print(arena, "%.*s/out/%.*s", STR_ARG(rebuild->folder), STR_ARG(name));
    str different;
    if (!draw_pages(rebuild, kept, then) || !draw_pages(rebuild, made, now) ||
        !compare_pictures(rebuild, then, now, &different)) {
        buffer_add(
            &rebuild->report,
            S("  whether its pages look the same cannot be said without pdftoppm\n"));
    } else if (different.length) {
        buffer_print(&rebuild->report, "  pages that look different: %.*s\n",
                     STR_ARG(different));
    } else {
        buffer_add(&rebuild->report, S("  all its pages look the same\n"));
    }
}

static void compare_file(struct rebuild *rebuild, const struct edition_file *file)
{
    struct arena *arena = rebuild->run->arena;
    struct error error = {0};
    str sha256;
    size_t bytes;
    str path =
        str_print(arena, "%.*s/out/%.*s", STR_ARG(rebuild->folder), STR_ARG(file->path));
    bool is_there = hash_file(arena, path, &sha256, &bytes, &error);
    if (is_there && str_equal(sha256, file->sha256)) {
        buffer_print(&rebuild->report, "%.*s: the same %zu bytes\n", STR_ARG(file->path),
                     bytes);
        return;
    }
    rebuild->differences++;
    buffer_print(&rebuild->report, "%.*s: %s\n", STR_ARG(file->path),
                 is_there ? "other bytes" : "it was not built");
    if (is_there && str_equal(file->role, S("pdf"))) {
        compare_looks(rebuild, file->path);
    }
}

/* The same as an edition of today, in an archive of its own: it says what made it. */
static const struct edition *edition_now(struct rebuild *rebuild)
{
    struct arena *arena = rebuild->run->arena;
    str archive = path_join(arena, rebuild->folder, S("archive"));
    struct process process = process_self(arena, rebuild->folder, "archive add");
    struct archive_entries entries = {0};
    process_issue(&process, rebuild->choice->edition,
                  rebuild->choice->edition->options.as_of);
    process_option(&process, "archive", archive);
    return process_finish(&process, rebuild->run->error) &&
                   archive_list(arena, archive, S(""), &entries, rebuild->run->error)
               ? archive_read(arena, archive, entries.at[0].edition, rebuild->run->error)
               : NULL;
}

/* What may be to blame. */
static bool compare_parts(struct rebuild *rebuild)
{
    struct arena *arena = rebuild->run->arena;
    const struct edition *then = rebuild->choice->edition;
    const struct edition *now = edition_now(rebuild);
    if (!now) {
        return false;
    }
    if (!str_equal(then->program, now->program)) {
        buffer_print(&rebuild->report, "made by %.*s, now by %.*s\n",
                     STR_ARG(then->program), STR_ARG(now->program));
    }
    buffer_add(&rebuild->report, parts_compare(arena, &then->libraries, &now->libraries));
    buffer_add(&rebuild->report, parts_compare(arena, &then->fonts, &now->fonts));
    return true;
}

static bool compare(struct rebuild *rebuild)
{
    const struct edition *edition = rebuild->choice->edition;
    for (size_t i = 0; i < edition->files.count; i++) {
        str role = edition->files.at[i].role;
        if (str_equal(role, S("pdf")) || str_equal(role, S("trace")) ||
            str_equal(role, S("html"))) {
            compare_file(rebuild, &edition->files.at[i]);
        }
    }
    return !rebuild->differences || compare_parts(rebuild);
}

/* --- the command ------------------------------------------------------------------------
 */

static bool rebuild_edition(struct rebuild *rebuild)
{
    const struct cli_run *run = rebuild->run;
    if (!archive_unpack_inputs(run->arena, rebuild->choice, rebuild->folder, run->error) ||
        !build(rebuild) || !compare(rebuild) ||
        !cli_print(buffer_text(&rebuild->report), run->error)) {
        return false;
    }
    return !rebuild->differences ||
           error_set(run->error, ERROR_CHECK, "%.*s is not the same when built again",
                     STR_ARG(rebuild->choice->name));
}

bool command_archive_rebuild(const struct cli_run *run, const struct cli_input *input)
{
    struct archive_choice choice;
    struct rebuild rebuild = {
        .run = run, .choice = &choice, .report = {.arena = run->arena}};
    struct error left = {0};
    if (!archive_choose(run->arena, archive_option(input), input->arguments[0], &choice,
                        run->error) ||
        !temporary_folder(run->arena, &rebuild.folder, run->error)) {
        return false;
    }
    bool is_same = rebuild_edition(&rebuild);
    return disk_remove(rebuild.folder, is_same ? run->error : &left) && is_same;
}
