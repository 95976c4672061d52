/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/words.h"

static void test_many_words_keep_their_codes(void **state)
{
    enum { WORDS = 5000 };
    struct words words = {0};
    assert_int_equal(words_find(&words, S("1")), UINT32_MAX);
    for (uint32_t i = 0; i < WORDS; i++) {
        assert_int_equal(words_add(*state, &words, str_print(*state, "%u", i)), i);
    }
    for (uint32_t i = 0; i < WORDS; i++) {
        assert_int_equal(words_add(*state, &words, str_print(*state, "%u", i)), i);
        assert_int_equal(words_find(&words, str_print(*state, "%u", i)), i);
    }
    assert_int_equal(words.count, WORDS);
    assert_int_equal(words_find(&words, S("x")), UINT32_MAX);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_many_words_keep_their_codes),
    };
    return unit_run(tests);
}
