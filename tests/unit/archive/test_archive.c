/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "archive/archive.h"
#include "archive/disk.h"
#include "base/file.h"

#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static str archive_create(struct arena *arena)
{
    char name[] = "/tmp/ytterby-[archive]-XXXXXX";
    assert_non_null(mkdtemp(name));
    return str_copy(arena, str_from(name));
}

static void destroy(str archive)
{
    struct error error = {0};
    assert_true(disk_remove(archive, &error));
}

/* An edition of a briefing with a data file that stays and a PDF that is given. */
static bool add(struct arena *arena, str archive, const char *period, str pdf,
                struct archive_added *added, struct error *error)
{
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
    const struct bag_label label = {S("Bagging-Date"), S("2025-11-20")};
    return archive_add(arena, archive, &edition, &files, &label, 1, added, error);
}

static void test_an_edition_is_a_valid_bag_with_its_place_in_the_chain(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct archive_added first;
    struct archive_added second;
    assert_true(add(arena, archive, "2025-10", S("one"), &first, &error));
    assert_true(add(arena, archive, "2025-11", S("two"), &second, &error));
    assert_str(second.link.edition, "magnets/2025-11/1");
    assert_int_equal(second.link.sequence, 2);

    struct bag_problems problems = {0};
    bag_verify(arena, archive_folder(arena, archive, second.link.edition), &problems);
    assert_int_equal(problems.count, 0);

    struct edition *edition = archive_read(arena, archive, second.link.edition, &error);
    assert_non_null(edition);
    assert_str(edition->previous.edition, "magnets/2025-10/1");
    assert_true(str_equal(edition->previous.seal, first.link.seal));
    assert_int_equal(edition->files.count, 2);
    destroy(archive);
}

static void test_a_file_that_is_kept_already_is_stored_once(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct archive_added added;
    struct stat one;
    struct stat other;
    assert_true(add(arena, archive, "2025-10", S("one"), &added, &error));
    assert_true(add(arena, archive, "2025-10", S("two"), &added, &error));
    assert_str(added.link.edition, "magnets/2025-10/2");
    str path =
        str_print(arena, "%.*s/magnets/2025-10/1/data/inputs/trade.csv", STR_ARG(archive));
    assert_int_equal(stat(path.at, &one), 0);
    path =
        str_print(arena, "%.*s/magnets/2025-10/2/data/inputs/trade.csv", STR_ARG(archive));
    assert_int_equal(stat(path.at, &other), 0);
    assert_int_equal(one.st_ino, other.st_ino);
    assert_int_equal(one.st_mode & 0777, 0444);
    destroy(archive);
}

static void test_the_same_again_is_no_new_edition(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct archive_added first;
    struct archive_added again;
    assert_true(add(arena, archive, "2025-10", S("one"), &first, &error));
    assert_true(add(arena, archive, "2025-10", S("one"), &again, &error));
    assert_true(again.is_known);
    assert_int_equal(again.bytes_new, 0);
    assert_true(str_equal(first.link.seal, again.link.seal));
    struct archive_entries entries = {0};
    assert_true(archive_list(arena, archive, (str){0}, &entries, &error));
    assert_int_equal(entries.count, 1);
    destroy(archive);
}

static void test_names_that_lead_elsewhere_are_refused(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct archive_added added;
    assert_false(add(arena, archive, "../x", S("one"), &added, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message, "\"magnets/../x\" cannot be the name of an edition");
    destroy(archive);
}

static void test_editions_are_found_by_briefing_period_and_number(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct archive_added added;
    struct archive_entries entries = {0};
    for (int i = 0; i < 11; i++) {
        str pdf = str_print(arena, "%d", i);
        assert_true(add(arena, archive, "2025-10", pdf, &added, &error));
    }
    assert_true(add(arena, archive, "2025-09", S("late"), &added, &error));
    assert_true(archive_list(arena, archive, S("magnets"), &entries, &error));
    assert_int_equal(entries.count, 12);
    assert_str(entries.at[0].edition, "magnets/2025-09/1");
    assert_str(entries.at[2].edition, "magnets/2025-10/2");
    assert_str(archive_find(&entries, S("magnets"), &error)->edition, "magnets/2025-10/11");
    assert_str(archive_find(&entries, S("magnets/2025-09"), &error)->edition,
               "magnets/2025-09/1");
    assert_null(archive_find(&entries, S("magnets/2025-1"), &error));
    assert_string_equal(error.message, "the archive has no edition \"magnets/2025-1\"");
    destroy(archive);
}

/* A process adds editions until it is killed. */
static void add_for_ever(str archive, unsigned seed)
{
    struct arena arena = {0};
    struct error error = {0};
    struct archive_added added;
    for (unsigned i = 0;; i++) {
        str pdf = str_print(&arena, "%u-%u", seed, i);
        if (!add(&arena, archive, i % 3 ? "2025-10" : "2025-11", pdf, &added, &error)) {
            _exit(1);
        }
    }
}

/* Every edition is whole, and the chain leads through all of them. */
static size_t check_chain(struct arena *arena, str archive)
{
    struct error error = {0};
    struct edition_link link;
    struct archive_entries entries = {0};
    size_t count = 0;
    assert_true(archive_head(arena, archive, S("magnets"), &link, &error));
    for (size_t sequence = link.sequence; link.sequence; sequence--, count++) {
        struct bag_problems problems = {0};
        str seal;
        bag_verify(arena, archive_folder(arena, archive, link.edition), &problems);
        assert_int_equal(problems.count, 0);
        assert_true(
            bag_seal(arena, archive_folder(arena, archive, link.edition), &seal, &error));
        assert_true(str_equal(seal, link.seal));
        struct edition *edition = archive_read(arena, archive, link.edition, &error);
        assert_int_equal(edition->sequence, sequence);
        link = edition->previous;
    }
    assert_true(archive_list(arena, archive, (str){0}, &entries, &error));
    assert_int_equal(entries.count, count);
    return count;
}

enum { KILLS = 25, KILLS_MAX = 250, EDITIONS_WANTED = 25 };

/* Two writers, killed after some microseconds. */
static void kill_writers(str archive, unsigned round, unsigned microseconds)
{
    pid_t writers[2];
    for (unsigned j = 0; j < COUNT_OF(writers); j++) {
        writers[j] = fork();
        assert_true(writers[j] >= 0);
        if (!writers[j]) {
            add_for_ever(archive, 2 * round + j);
        }
    }
    usleep(microseconds);
    for (unsigned j = 0; j < COUNT_OF(writers); j++) {
        int status;
        kill(writers[j], SIGKILL);
        assert_int_equal(waitpid(writers[j], &status, 0), writers[j]);
        assert_true(WIFSIGNALED(status));
    }
}

/* A busy machine makes fewer editions between two kills: then there are more kills, and
 * more time for each. */
static void test_no_edition_is_half_there_however_two_writers_are_killed(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str archive = archive_create(arena);
    struct archive_added added;
    assert_true(add(arena, archive, "2025-10", S("first"), &added, &error));
    size_t editions = 1;
    unsigned kills = 0;
    while (kills < KILLS || (editions <= EDITIONS_WANTED && kills < KILLS_MAX)) {
        kill_writers(archive, kills, 2000 + 701 * kills);
        editions = check_chain(arena, archive);
        kills++;
    }
    assert_true(editions > EDITIONS_WANTED);
    destroy(archive);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_an_edition_is_a_valid_bag_with_its_place_in_the_chain),
        unit_case(test_a_file_that_is_kept_already_is_stored_once),
        unit_case(test_the_same_again_is_no_new_edition),
        unit_case(test_names_that_lead_elsewhere_are_refused),
        unit_case(test_editions_are_found_by_briefing_period_and_number),
        unit_case(test_no_edition_is_half_there_however_two_writers_are_killed),
    };
    return unit_run(tests);
}
