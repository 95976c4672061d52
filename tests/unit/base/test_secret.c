/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/file.h"
#include "base/secret.h"

#include <sys/stat.h>
#include <unistd.h>

static char path[] = "/tmp/ytterby-secret-XXXXXX";

static void write_file(const char *text, mode_t mode)
{
    struct error error = {0};
    assert_true(file_write(str_from(path), str_from(text), &error));
    assert_int_equal(chmod(path, mode), 0);
}

static void test_each_line_is_a_secret(void **state)
{
    struct str_list lines = {0};
    struct error error = {0};
    write_file("open sesame\r\nowner\n", 0600);
    assert_true(secret_read(*state, str_from(path), &lines, &error));
    assert_int_equal(lines.count, 2);
    assert_str(lines.at[0], "open sesame");
    assert_str(lines.at[1], "owner");
}

static void test_a_file_that_others_may_read_is_refused(void **state)
{
    static const mode_t modes[] = {0640, 0604, 0644};
    for (size_t i = 0; i < COUNT_OF(modes); i++) {
        struct str_list lines = {0};
        struct error error = {0};
        write_file("secret\n", modes[i]);
        assert_false(secret_read(*state, str_from(path), &lines, &error));
        assert_int_equal(error.kind, ERROR_CONFIG);
        assert_string_equal(error.message, "others may read this password");
    }
}

static void test_an_empty_first_line_is_refused(void **state)
{
    struct str_list lines = {0};
    struct error error = {0};
    write_file("\nsecret\n", 0600);
    assert_false(secret_read(*state, str_from(path), &lines, &error));
    assert_string_equal(error.message, "there is no password in its first line");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_each_line_is_a_secret),
        unit_case(test_a_file_that_others_may_read_is_refused),
        unit_case(test_an_empty_first_line_is_refused),
    };
    close(mkstemp(path));
    int failed = unit_run(tests);
    unlink(path);
    return failed;
}
