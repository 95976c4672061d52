/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "archive/disk.h"
#include "archive/verify.h"
#include "base/file.h"

#include <stdio.h>
#include <unistd.h>

static void add(struct arena *arena, str archive, const char *period, str pdf)
{
    struct error error = {0};
    struct archive_added added;
    struct edition edition = {
        .briefing = S("magnets"),
        .period = str_from(period),
        .archived = S("2025-11-20"),
        .program = S("ytterby 0.1.0"),
        .briefing_path = S("magnets.md"),
    };
    struct archive_files files = {0};
    *arena_push(arena, &files) =
        (struct archive_file){S("inputs/trade.csv"), S("input"), S("period,tonnes\n")};
    *arena_push(arena, &files) = (struct archive_file){S("magnets.pdf"), S("pdf"), pdf};
    assert_true(archive_add(arena, archive, &edition, &files, NULL, 0, &added, &error));
}

static str archive_create(struct arena *arena)
{
    char name[] = "/tmp/ytterby-verify-XXXXXX";
    assert_non_null(mkdtemp(name));
    str archive = str_copy(arena, str_from(name));
    add(arena, archive, "2025-09", S("one"));
    add(arena, archive, "2025-10", S("two"));
    add(arena, archive, "2025-10", S("three"));
    return archive;
}

static void destroy(str archive)
{
    struct error error = {0};
    assert_true(disk_remove(archive, &error));
}

/* All problems, a line each. */
static str problems_of(struct arena *arena, str archive, const char *name)
{
    struct error error = {0};
    struct verify_report report = {0};
    struct str_list lines = {0};
    assert_true(archive_verify(arena, archive, str_from(name), &report, &error));
    for (size_t i = 0; i < report.problems.count; i++) {
        *arena_push(arena, &lines) =
            str_print(arena, "%.*s: %.*s", STR_ARG(report.problems.at[i].edition),
                      STR_ARG(report.problems.at[i].text));
    }
    return str_join(arena, lines.at, lines.count, S("\n"));
}

/* Puts other bytes in the place of a file, of all its names or of this one only. */
static void overwrite(struct arena *arena, str archive, const char *path, str bytes)
{
    struct error error = {0};
    str whole = str_print(arena, "%.*s/%s", STR_ARG(archive), path);
    assert_true(disk_remove(whole, &error));
    assert_true(disk_put(whole, bytes, &error));
}

static void test_an_archive_that_nobody_touched_is_whole(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct verify_report report = {0};
    assert_true(archive_verify(arena, archive, S(""), &report, &error));
    assert_int_equal(report.problems.count, 0);
    assert_int_equal(report.editions, 3);
    assert_int_equal(report.files, 9);
    assert_int_equal(report.heads.count, 1);
    assert_str(report.heads.at[0].edition, "magnets/2025-10/2");
    destroy(archive);
}

static void test_every_changed_byte_of_the_archive_is_found(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct disk_entries entries = {0};
    assert_true(disk_list(arena, archive, &entries, &error));
    size_t changes = 0;
    for (size_t i = 0; i < entries.count; i++) {
        str path = entries.at[i].path;
        if (entries.at[i].kind != DISK_FILE || str_ends(path, S(".lock"))) {
            continue;
        }
        struct source source;
        str whole = str_print(arena, "%.*s/%.*s", STR_ARG(archive), STR_ARG(path));
        assert_true(file_read(arena, whole, &source, &error));
        for (size_t at = 0; at < source.text.length; at += 7) {
            char *changed = arena_array(arena, char, source.text.length + 1);
            for (size_t j = 0; j < source.text.length; j++) {
                changed[j] = (char)(source.text.at[j] ^ (j == at ? 1 : 0));
            }
            overwrite(arena, archive, str_c(arena, path),
                      (str){changed, source.text.length});
            struct verify_report report = {0};
            bool is_read = archive_verify(arena, archive, S(""), &report, &error);
            if (is_read && !report.problems.count) {
                print_message("not found: %.*s byte %zu\n", STR_ARG(path), at);
            }
            assert_true(!is_read || report.problems.count > 0);
            changes++;
        }
        overwrite(arena, archive, str_c(arena, path), source.text);
    }
    assert_true(changes > 300);
    assert_str(problems_of(arena, archive, ""), "");
    destroy(archive);
}

static void test_a_damaged_file_is_named(void **state)
{
    struct arena *arena = *state;
    str archive = archive_create(arena);
    overwrite(arena, archive, "magnets/2025-09/1/data/magnets.pdf", S("One"));
    assert_str(problems_of(arena, archive, "magnets/2025-09"),
               "magnets/2025-09/1: data/magnets.pdf is damaged");
    assert_str(problems_of(arena, archive, "magnets/2025-10"), "");
    destroy(archive);
}

static void test_an_edition_that_is_gone_breaks_the_chain(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    str folder = str_print(arena, "%.*s/magnets/2025-10/1", STR_ARG(archive));
    assert_true(disk_remove(folder, &error));
    assert_str(problems_of(arena, archive, "magnets"),
               "magnets/2025-10/2: magnets/2025-10/1, to which it leads, is "
               "missing\n"
               "magnets/2025-09/1: no other edition and no head knows it: it stands beside "
               "the chain, or the chain is broken");
    destroy(archive);
}

/* Whoever makes an edition anew, manifests and all, does not have its seal. */
static void test_an_edition_that_was_made_anew_is_found(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    char name[] = "/tmp/ytterby-forged-XXXXXX";
    assert_non_null(mkdtemp(name));
    str forged = str_from(name);
    add(arena, forged, "2025-09", S("forged"));
    str from = str_print(arena, "%.*s/magnets/2025-09/1", STR_ARG(forged));
    str to = str_print(arena, "%.*s/magnets/2025-09/1", STR_ARG(archive));
    assert_true(disk_remove(to, &error));
    assert_true(disk_rename(from, to, &error));
    str found = problems_of(arena, archive, "magnets");
    assert_true(str_starts(found, S("magnets/2025-09/1: its seal is ")));
    destroy(forged);
    destroy(archive);
}

static void test_a_briefing_without_any_edition_left_is_found(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    assert_true(
        disk_remove(str_print(arena, "%.*s/magnets/2025-09", STR_ARG(archive)), &error));
    assert_true(
        disk_remove(str_print(arena, "%.*s/magnets/2025-10", STR_ARG(archive)), &error));
    assert_str(problems_of(arena, archive, ""),
               "magnets/head: magnets/2025-10/2, to which it leads, is missing");
    destroy(archive);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_an_archive_that_nobody_touched_is_whole),
        unit_case(test_every_changed_byte_of_the_archive_is_found),
        unit_case(test_a_damaged_file_is_named),
        unit_case(test_an_edition_that_is_gone_breaks_the_chain),
        unit_case(test_an_edition_that_was_made_anew_is_found),
        unit_case(test_a_briefing_without_any_edition_left_is_found),
    };
    return unit_run(tests);
}
