/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/file.h"
#include "base/hash.h"

#include <unistd.h>

/* FIPS 180-4's own examples. */
static void test_sha256_is_that_of_the_standard(void **state)
{
    assert_str(hash_sha256(*state, S("abc")),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_str(hash_sha256(*state, S("")),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void test_md5_is_that_of_the_standard(void **state)
{
    (void)state;
    static const unsigned char expected[] = {0x90, 0x01, 0x50, 0x98, 0x3C, 0xD2,
                                             0x4F, 0xB0, 0xD6, 0x96, 0x3F, 0x7D,
                                             0x28, 0xE1, 0x7F, 0x72};
    unsigned char digest[HASH_MD5_BYTES];
    hash_md5(S("abc"), digest);
    assert_memory_equal(digest, expected, sizeof digest);
}

/* Larger than the pieces in which it is read. */
static void test_a_file_has_the_hash_of_its_bytes(void **state)
{
    enum { LENGTH = 200001 };
    struct error error = {0};
    char *bytes = arena_array(*state, char, LENGTH);
    for (size_t i = 0; i < LENGTH; i++) {
        bytes[i] = (char)(i * 7);
    }
    str text = {bytes, LENGTH};
    str path = str_print(*state, "/tmp/ytterby-hash-%d", (int)getpid());
    assert_true(file_write(path, text, &error));
    str sha256;
    size_t size;
    assert_true(hash_file(*state, path, &sha256, &size, &error));
    unlink(path.at);
    assert_int_equal(size, LENGTH);
    assert_true(str_equal(sha256, hash_sha256(*state, text)));
}

static void test_a_file_that_cannot_be_read_is_no_input(void **state)
{
    struct error error = {0};
    str sha256;
    size_t size;
    assert_false(hash_file(*state, S("no/such/file"), &sha256, &size, &error));
    assert_int_equal(error.kind, ERROR_NO_INPUT);
    assert_string_equal(error.message, "cannot be read: No such file or directory");
    error = (struct error){0};
    assert_false(hash_file(*state, S("/tmp"), &sha256, &size, &error));
    assert_string_equal(error.message, "cannot be read: it is not a file");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_sha256_is_that_of_the_standard),
        unit_case(test_md5_is_that_of_the_standard),
        unit_case(test_a_file_has_the_hash_of_its_bytes),
        unit_case(test_a_file_that_cannot_be_read_is_no_input),
    };
    return unit_run(tests);
}
