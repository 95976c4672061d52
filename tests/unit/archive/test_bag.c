/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "archive/bag.h"
#include "archive/disk.h"
#include "base/file.h"
#include "base/hash.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder that is made anew for each test, below the temporary one. */
static str folder_create(struct arena *arena)
{
    char name[] = "/tmp/ytterby-bag-XXXXXX";
    assert_non_null(mkdtemp(name));
    return str_copy(arena, str_from(name));
}

static str inside(struct arena *arena, str folder, const char *path)
{
    return str_print(arena, "%.*s/%s", STR_ARG(folder), path);
}

static void add(struct arena *arena, str folder, struct bag_files *files, const char *path,
                str bytes)
{
    struct error error = {0};
    str whole = inside(arena, folder, path);
    assert_true(file_make_folder(path_folder(whole), &error));
    assert_true(disk_put(whole, bytes, &error));
    *arena_push(arena, files) =
        (struct bag_file){str_from(path), hash_sha256(arena, bytes), bytes.length};
}

static str bag_create(struct arena *arena, str *seal)
{
    struct error error = {0};
    struct bag_files files = {0};
    str folder = folder_create(arena);
    add(arena, folder, &files, "data/inputs/trade.csv", S("period,tonnes\n2025-10,5473\n"));
    add(arena, folder, &files, "data/briefing.pdf", S("%PDF"));
    add(arena, folder, &files, "data/50% \nodd", S(""));
    const struct bag_label labels[] = {
        {S("External-Identifier"), S("rare-earths/2025-10/1")},
        {S("Internal-Sender-Description"), S("An issue of a briefing with all that it was "
                                             "made from, so that it can be proved "
                                             "and made again")},
    };
    assert_true(bag_write(arena, folder, &files, labels, 2, seal, &error));
    return folder;
}

static str text_of(struct arena *arena, str folder, const char *path)
{
    struct error error = {0};
    struct source source;
    assert_true(file_read(arena, inside(arena, folder, path), &source, &error));
    return source.text;
}

static void destroy(str folder)
{
    struct error error = {0};
    assert_true(disk_remove(folder, &error));
}

static void test_a_bag_has_the_tag_files_of_the_standard(void **state)
{
    str seal;
    str folder = bag_create(*state, &seal);
    assert_str(text_of(*state, folder, "bagit.txt"),
               "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    assert_str(
        text_of(*state, folder, "bag-info.txt"),
        "External-Identifier: rare-earths/2025-10/1\n"
        "Internal-Sender-Description: An issue of a briefing with all that it was made\n"
        " from, so that it can be proved and made again\n"
        "Payload-Oxum: 31.3\n");
    assert_str(text_of(*state, folder, "manifest-sha256.txt"),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  "
               "data/50%25 %0Aodd\n"
               "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027  "
               "data/briefing.pdf\n"
               "119d500afe35fc69309efc73bf729474abd033bf59d1a730b4a4ba178eed7a13  "
               "data/inputs/trade.csv\n");
    destroy(folder);
}

static void test_a_bag_that_nobody_touched_has_no_problems(void **state)
{
    str seal;
    str again;
    struct error error = {0};
    str folder = bag_create(*state, &seal);
    struct bag_problems problems = {0};
    bag_verify(*state, folder, &problems);
    assert_int_equal(problems.count, 0);
    assert_true(bag_seal(*state, folder, &again, &error));
    assert_true(str_equal(seal, again));
    destroy(folder);
}

/* Replaces a file of the bag, whose files are read-only. */
static void put(struct arena *arena, str folder, str path, str bytes)
{
    struct error error = {0};
    str whole = inside(arena, folder, str_c(arena, path));
    assert_true(disk_remove(whole, &error));
    assert_true(disk_put(whole, bytes, &error));
}

static size_t problem_count(struct arena *arena, str folder)
{
    struct bag_problems problems = {0};
    bag_verify(arena, folder, &problems);
    return problems.count;
}

static bool seal_is_kept(struct arena *arena, str folder, str seal)
{
    struct error error = {0};
    str now;
    return bag_seal(arena, folder, &now, &error) && str_equal(now, seal);
}

static void test_every_flipped_bit_is_found(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str seal;
    str folder = bag_create(arena, &seal);
    struct disk_entries entries = {0};
    assert_true(disk_list(arena, folder, &entries, &error));
    size_t flips = 0;
    for (size_t i = 0; i < entries.count; i++) {
        if (entries.at[i].kind != DISK_FILE) {
            continue;
        }
        str bytes = text_of(arena, folder, str_c(arena, entries.at[i].path));
        for (size_t at = 0; at < bytes.length * 8; at += 5) {
            str copy = str_copy(arena, bytes);
            char *changed = arena_array(arena, char, copy.length + 1);
            for (size_t j = 0; j < copy.length; j++) {
                changed[j] = (char)(copy.at[j] ^ (j == at / 8 ? 1 << at % 8 : 0));
            }
            put(arena, folder, entries.at[i].path, (str){changed, copy.length});
            assert_true(problem_count(arena, folder) > 0 ||
                        !seal_is_kept(arena, folder, seal));
            flips++;
        }
        put(arena, folder, entries.at[i].path, bytes);
    }
    assert_true(flips > 500);
    assert_int_equal(problem_count(arena, folder), 0);
    assert_true(seal_is_kept(arena, folder, seal));
    destroy(folder);
}

static void test_missing_and_added_files_are_named(void **state)
{
    struct arena *arena = *state;
    struct error error = {0};
    str seal;
    str folder = bag_create(arena, &seal);
    assert_true(disk_remove(inside(arena, folder, "data/briefing.pdf"), &error));
    assert_true(disk_put(inside(arena, folder, "data/inputs/more.csv"), S(""), &error));
    assert_true(file_make_folder(inside(arena, folder, "data/nothing"), &error));
    assert_int_equal(symlink("bagit.txt", inside(arena, folder, "link").at), 0);
    struct bag_problems problems = {0};
    bag_verify(arena, folder, &problems);
    assert_int_equal(problems.count, 4);
    assert_int_equal(problems.at[0].kind, BAG_MISSING);
    assert_str(problems.at[0].path, "data/briefing.pdf");
    assert_int_equal(problems.at[1].kind, BAG_ADDED);
    assert_str(problems.at[1].path, "data/inputs/more.csv");
    assert_str(problems.at[2].path, "data/nothing");
    assert_str(problems.at[3].path, "link");
    destroy(folder);
}

static void test_a_manifest_that_leads_out_of_the_bag_is_malformed(void **state)
{
    struct arena *arena = *state;
    str seal;
    str folder = bag_create(arena, &seal);
    put(arena, folder, S("manifest-sha256.txt"),
        S("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  "
          "data/../../x\n"));
    struct bag_problems problems = {0};
    bag_verify(arena, folder, &problems);
    assert_int_equal(problems.count, 2);
    assert_int_equal(problems.at[0].kind, BAG_DAMAGED);
    assert_int_equal(problems.at[1].kind, BAG_MALFORMED);
    assert_str(problems.at[1].detail, "a line is not a hash, two spaces and a path");
    destroy(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_bag_has_the_tag_files_of_the_standard),
        unit_case(test_a_bag_that_nobody_touched_has_no_problems),
        unit_case(test_every_flipped_bit_is_found),
        unit_case(test_missing_and_added_files_are_named),
        unit_case(test_a_manifest_that_leads_out_of_the_bag_is_malformed),
    };
    return unit_run(tests);
}
