/* SPDX-License-Identifier: MIT */
/* What the fuzzer of claims starts from, and what it has found, as plain tests. */
#include "base/file.h"
#include "unit.h"

/* The fuzzer's own entry, so that both run the same code. */
#include "../../fuzz/fuzz_claims.c" /* NOLINT(bugprone-suspicious-include) */

static void test_the_corpus_gives_verdicts_or_errors(void **state)
{
    struct path_list paths = {0};
    struct error error = {0};
    assert_true(file_match(*state, S("tests/fuzz/corpus/claims/*"), &paths, &error));
    assert_true(paths.count >= 7);
    for (size_t i = 0; i < paths.count; i++) {
        struct source source;
        assert_true(file_read(*state, paths.at[i], &source, &error));
        const uint8_t *bytes = (const uint8_t *)source.text.at;
        assert_int_equal(LLVMFuzzerTestOneInput(bytes, source.text.length), 0);
    }
}

static void test_every_start_of_a_list_gives_verdicts_or_an_error(void **state)
{
    (void)state;
    static const char text[] = "- {id: a, says: x, of: total.mom, figure: -5.2%}\n"
                               "- {id: b, says: x, of: partners, top: [Germany, us]}\n";
    for (size_t length = 0; length < sizeof text; length++) {
        assert_int_equal(LLVMFuzzerTestOneInput((const uint8_t *)text, length), 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_corpus_gives_verdicts_or_errors),
        unit_case(test_every_start_of_a_list_gives_verdicts_or_an_error),
    };
    return unit_run(tests);
}
