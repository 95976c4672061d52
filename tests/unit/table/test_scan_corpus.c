/* SPDX-License-Identifier: MIT */
/* The fuzzer's corpus, run as a plain test, each input also cut off everywhere. */
#include "unit.h"

#include "../../fuzz/fuzz_scan.c"

static void test_both_ways_agree_on_all_of_the_corpus(void **state)
{
    struct path_list files = {0};
    struct error error = {0};
    assert_true(file_match(*state, S("tests/fuzz/corpus/scan/*"), &files, &error));
    assert_true(files.count >= 20);
    for (size_t i = 0; i < files.count; i++) {
        struct source source;
        assert_true(file_read(*state, files.at[i], &source, &error));
        size_t step = 1 + source.text.length / 100;
        for (size_t length = source.text.length; length > step; length -= step) {
            LLVMFuzzerTestOneInput((const uint8_t *)source.text.at, length);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_both_ways_agree_on_all_of_the_corpus),
    };
    return unit_run(tests);
}
