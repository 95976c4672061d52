/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

static str folder_create(struct arena *arena)
{
    str path = str_copy(arena, S("/tmp/ytterby-test-XXXXXX"));
    char *name = arena_array(arena, char, path.length + 1);
    for (size_t i = 0; i < path.length; i++) {
        name[i] = path.at[i];
    }
    assert_non_null(mkdtemp(name));
    return str_from(name);
}

static void test_what_is_written_is_read_back(void **state)
{
    struct error error = {0};
    str folder = folder_create(*state);
    str path = path_join(*state, folder, S("a.txt"));
    assert_true(file_write(path, S("one\0two"), &error));
    struct source source;
    assert_true(file_read(*state, path, &source, &error));
    assert_int_equal(source.text.length, 7);
    assert_true(file_write(path, S("three"), &error));
    assert_true(file_read(*state, path, &source, &error));
    assert_str(source.text, "three");
    unlink(path.at);
    assert_int_equal(rmdir(folder.at), 0); /* no draft is left */
}

static void test_a_missing_file_and_a_folder_are_no_input(void **state)
{
    struct error error = {0};
    struct source source;
    assert_false(file_read(*state, S("no/such/file"), &source, &error));
    assert_int_equal(error.kind, ERROR_NO_INPUT);
    assert_string_equal(error.message, "cannot be read: No such file or directory");
    error = (struct error){0};
    assert_false(file_read(*state, S("/tmp"), &source, &error));
    assert_string_equal(error.message, "cannot be read: it is not a file");
}

/* The kernel's files have a size of 0 and more in them. */
static void test_a_file_that_grows_while_it_is_read_is_refused(void **state)
{
    struct error error = {0};
    struct source source;
    assert_false(file_read(*state, S("/proc/version"), &source, &error));
    assert_int_equal(error.kind, ERROR_NO_INPUT);
    assert_string_equal(error.message, "cannot be read: it changed while it was read");
}

static void test_an_unwritable_place_is_an_error(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(file_write(S("/proc/none/a.pdf"), S("x"), &error));
    assert_int_equal(error.kind, ERROR_CREATE);
    error = (struct error){0};
    assert_false(file_make_folder(S("/proc/none"), &error));
    assert_int_equal(error.kind, ERROR_CREATE);
}

static void test_a_name_that_is_a_folder_is_not_replaced(void **state)
{
    struct error error = {0};
    str folder = folder_create(*state);
    str inner = path_join(*state, folder, S("a/b"));
    assert_true(file_make_folder(inner, &error));
    assert_true(file_make_folder(inner, &error));
    assert_false(file_write(path_join(*state, folder, S("a")), S("x"), &error));
    assert_int_equal(error.kind, ERROR_WRITE);
    rmdir(inner.at);
    rmdir(path_join(*state, folder, S("a")).at);
    assert_int_equal(rmdir(folder.at), 0);
}

static void test_of_files_written_together_none_is_new_if_one_cannot_be(void **state)
{
    struct error error = {0};
    str folder = folder_create(*state);
    str path = path_join(*state, folder, S("a.pdf"));
    struct file_output files[] = {{path, S("new")},
                                  {path_join(*state, folder, S("no/a.json")), S("{}")}};
    struct source source;
    assert_true(file_write(path, S("old"), &error));
    assert_false(file_write_together(files, COUNT_OF(files), &error));
    assert_int_equal(error.kind, ERROR_CREATE);
    assert_str(error.place.file, files[1].path.at);
    error = (struct error){0};
    assert_true(file_read(*state, path, &source, &error));
    assert_str(source.text, "old");
    files[1].path = path_join(*state, folder, S("a.json"));
    assert_true(file_write_together(files, COUNT_OF(files), &error));
    assert_true(file_read(*state, path, &source, &error));
    assert_str(source.text, "new");
    unlink(files[1].path.at);
    unlink(path.at);
    assert_int_equal(rmdir(folder.at), 0); /* no draft is left */
}

static void test_matches_come_in_byte_order(void **state)
{
    struct error error = {0};
    struct path_list list = {0};
    assert_true(file_match(*state, S("src/base/str.[ch]"), &list, &error));
    assert_true(file_match(*state, S("src/base/none*"), &list, &error));
    assert_int_equal(list.count, 1);
    assert_str(list.at[0], "src/base/str.c");
}

static void test_paths_fall_into_folder_and_name(void **state)
{
    assert_str(path_folder(S("a/b/c.md")), "a/b");
    assert_str(path_folder(S("c.md")), ".");
    assert_str(path_folder(S("/c.md")), "/");
    assert_str(path_name(S("a/b/c.md")), "c.md");
    assert_str(path_join(*state, S("a"), S("b.csv")), "a/b.csv");
    assert_str(path_join(*state, S("a"), S("/b.csv")), "/b.csv");
    assert_str(path_join(*state, S("src/base"), S("../table/x")), "src/table/x");
    assert_str(path_join(*state, S("src/base"), S("../../data/x")), "data/x");
    assert_str(path_join(*state, S("src"), S("../../data/x")), "../data/x");
    assert_str(path_join(*state, S("none/such"), S("../x")), "none/such/../x");
    assert_str(path_join(*state, S(".."), S("../x")), "../../x");
}

static void test_the_way_from_a_folder_to_a_file(void **state)
{
    static const struct {
        const char *folder, *path, *way;
    } cases[] = {
        {".", "data.csv", "data.csv"},
        {"a", "a/data.csv", "data.csv"},
        {"a/b", "a/c/data.csv", "../c/data.csv"},
        {"templates/rare-earths", "data/x.csv", "../../data/x.csv"},
        {"..", "../data.csv", "data.csv"},
        {"../a", "../b/data.csv", "../b/data.csv"},
        {"/a/b", "/a/b.csv", "../b.csv"},
        {"/", "/a.csv", "a.csv"},
        {"a", "/a/data.csv", "/a/data.csv"},
        {"/a", "a/data.csv", "a/data.csv"},
        {"../a", "data.csv", "data.csv"},
        {"a/b", "a/bc/x.csv", "../bc/x.csv"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        str way = path_from(*state, str_from(cases[i].folder), str_from(cases[i].path));
        assert_str(way, cases[i].way);
    }
}

static void test_the_way_back_joins_to_the_path(void **state)
{
    str way = path_from(*state, S("templates/x"), S("data/trade.csv"));
    assert_str(path_join(*state, S("templates/x"), way),
               "templates/x/../../data/trade.csv");
    way = path_from(*state, S("src/base"), S("include/base/file.h"));
    assert_str(path_join(*state, S("src/base"), way), "include/base/file.h");
}

static void test_a_size_is_that_on_disk(void **state)
{
    struct error error = {0};
    size_t bytes = 0;
    str folder = folder_create(*state);
    str path = path_join(*state, folder, S("a.txt"));
    assert_true(file_write(path, S("12345"), &error));
    assert_true(file_size(path, &bytes, &error));
    assert_int_equal(bytes, 5);
    unlink(path.at);
    rmdir(folder.at);
    assert_false(file_size(path, &bytes, &error));
    assert_int_equal(error.kind, ERROR_NO_INPUT);
    assert_string_equal(error.message, "cannot be read: No such file or directory");
}

static void test_an_absolute_path_keeps_the_names_of_links(void **state)
{
    struct arena *arena = *state;
    assert_str(path_absolute(arena, S("/a/./b//../c")), "/a/c");
    assert_str(path_absolute(arena, S("/../..")), "/");
    str here = file_absolute(arena, S("."));
    str expected = str_print(arena, "%.*s/x", STR_ARG(here));
    assert_true(str_equal(path_absolute(arena, S("y/../x")), expected));
}

static void test_what_was_moved_is_found_where_it_is_now(void **state)
{
    struct arena *arena = *state;
    setenv(MOVED_FROM, "/nowhere/", 1);
    setenv(MOVED_TO, "tests/cases", 1);
    str found = path_join(arena, S("a"), S("/nowhere/archive/x.csv"));
    str missing = path_join(arena, S("a"), S("/nowhere/no-folder/x.csv"));
    str other = path_join(arena, S("a"), S("/nowhere2/archive/x.csv"));
    unsetenv(MOVED_FROM);
    unsetenv(MOVED_TO);
    assert_str(found, "tests/cases/archive/x.csv");
    assert_str(missing, "/nowhere/no-folder/x.csv");
    assert_str(other, "/nowhere2/archive/x.csv");
    assert_str(path_join(arena, S("a"), S("/nowhere/archive/x.csv")),
               "/nowhere/archive/x.csv");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_is_written_is_read_back),
        unit_case(test_a_missing_file_and_a_folder_are_no_input),
        unit_case(test_a_file_that_grows_while_it_is_read_is_refused),
        unit_case(test_an_unwritable_place_is_an_error),
        unit_case(test_a_name_that_is_a_folder_is_not_replaced),
        unit_case(test_of_files_written_together_none_is_new_if_one_cannot_be),
        unit_case(test_matches_come_in_byte_order),
        unit_case(test_paths_fall_into_folder_and_name),
        unit_case(test_the_way_from_a_folder_to_a_file),
        unit_case(test_the_way_back_joins_to_the_path),
        unit_case(test_an_absolute_path_keeps_the_names_of_links),
        unit_case(test_what_was_moved_is_found_where_it_is_now),
        unit_case(test_a_size_is_that_on_disk),
    };
    return unit_run(tests);
}
