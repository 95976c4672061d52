/* SPDX-License-Identifier: MIT */
/* The fuzzer's corpus, run as a plain test, each input also cut off in many places. */
#include "unit.h"

#include "../../fuzz/fuzz_chart.c"

#include "base/file.h"

enum { CUT_EVERY = 7 };

static void test_no_input_of_the_corpus_crashes(void **state)
{
    struct path_list files = {0};
    struct error error = {0};
    assert_true(file_match(*state, S("tests/fuzz/corpus/chart/*"), &files, &error));
    assert_true(files.count >= 10);
    for (size_t i = 0; i < files.count; i++) {
        struct source source;
        assert_true(file_read(*state, files.at[i], &source, &error));
        for (size_t length = source.text.length % CUT_EVERY; length <= source.text.length;
             length += CUT_EVERY) {
            LLVMFuzzerTestOneInput((const uint8_t *)source.text.at, length);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_no_input_of_the_corpus_crashes),
    };
    return unit_run(tests);
}
