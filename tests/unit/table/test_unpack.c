/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "table/unpack.h"

#define GZIP \
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\x4B\xD4\x49\xE2\x32\xD4\x31\xE2\x02\x00\x7B" \
    "\x07\x97\x0A\x08\x00\x00\x00"
#define ZSTD \
    "\x28\xB5\x2F\xFD\x04\x58\x41\x00\x00\x61\x2C\x62\x0A\x31\x2C\x32\x0A\x35\xE7\xCA\xCE"

static str unpacked(void **state, str bytes, str *name, struct error *error)
{
    struct source source = {S("in.csv"), bytes};
    return unpack(*state, &source, name, error) ? source.text : S("no");
}

static void assert_unpacked(void **state, str bytes, const char *text, const char *packer)
{
    str name;
    struct error error = {0};
    assert_str(unpacked(state, bytes, &name, &error), text);
    assert_string_equal(error.message, "");
    assert_str(name, packer);
}

static void test_packed_files_are_known_by_their_first_bytes(void **state)
{
    assert_unpacked(state, S(GZIP), "a,b\n1,2\n", "gzip");
    assert_unpacked(state, S(ZSTD), "a,b\n1,2\n", "zstd");
    assert_unpacked(state, S("a,b\n1,2\n"), "a,b\n1,2\n", "");
}

static void test_streams_that_follow_each_other_are_one_file(void **state)
{
    assert_unpacked(state, S(GZIP GZIP), "a,b\n1,2\na,b\n1,2\n", "gzip");
    assert_unpacked(state, S(ZSTD ZSTD), "a,b\n1,2\na,b\n1,2\n", "zstd");
}

static void assert_damaged(void **state, str bytes, const char *message)
{
    str name;
    struct error error = {0};
    assert_str(unpacked(state, bytes, &name, &error), "no");
    assert_error(&error, ERROR_DATA, 0, 0, message, "");
    assert_str(error.place.file, "in.csv");
}

static void test_a_truncated_file_is_refused(void **state)
{
    str gzip = S(GZIP);
    str zstd = S(ZSTD);
    for (size_t length = 2; length < gzip.length; length++) {
        assert_damaged(state, str_slice(gzip, 0, length),
                       "this gzip file cannot be unpacked: it ends too early");
    }
    for (size_t length = 4; length < zstd.length; length++) {
        assert_damaged(state, str_slice(zstd, 0, length),
                       "this zstd file cannot be unpacked: it ends too early");
    }
}

static void test_damaged_bytes_are_refused(void **state)
{
    assert_damaged(state, S("\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\xFF\xFF\xFF\xFF\xFF"),
                   "this gzip file cannot be unpacked: the bytes are damaged");
    assert_damaged(state,
                   S("\x28\xB5\x2F\xFD\x04\x58\x41\x00\x00\x61\x2C\x62\x0A\x31\x2C\x33\x0A"
                     "\x35\xE7\xCA\xCE"),
                   "this zstd file cannot be unpacked: Restored data doesn't match "
                   "checksum");
}

static void test_a_packed_file_loads_as_the_plain_one(void **state)
{
    struct loading loading = loading_create(state, NULL);
    loading_add_bytes(&loading, "trade.csv.gz", S(GZIP));
    const struct table *table = loading_run(&loading);
    assert_int_equal(table->row_count, 1);
    assert_str(loading.report.at[0].compression, "gzip");
    assert_int_equal(loading.report.at[0].bytes, S(GZIP).length);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_packed_files_are_known_by_their_first_bytes),
        unit_case(test_streams_that_follow_each_other_are_one_file),
        unit_case(test_a_truncated_file_is_refused),
        unit_case(test_damaged_bytes_are_refused),
        unit_case(test_a_packed_file_loads_as_the_plain_one),
    };
    return unit_run(tests);
}
