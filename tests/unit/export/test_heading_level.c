/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/heading_level.h"

/* Digits: the levels as written, and as they become. */
static void assert_levels(const char *written, const char *expected)
{
    struct heading_levels levels = {0};
    for (size_t i = 0; written[i]; i++) {
        assert_int_equal(heading_level_next(&levels, written[i] - '0'), expected[i] - '0');
    }
}

static void test_levels_without_gaps_stay(void **state)
{
    (void)state;
    assert_levels("1223321", "1223321");
}

static void test_what_is_skipped_is_closed_up_and_brothers_stay_brothers(void **state)
{
    (void)state;
    assert_levels("1333", "1222");
    assert_levels("13524", "12323");
}

static void test_the_first_heading_is_of_level_one(void **state)
{
    (void)state;
    assert_levels("3321", "1111");
}

static void test_there_are_six_levels(void **state)
{
    (void)state;
    assert_levels("123456789", "123456666");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_levels_without_gaps_stay),
        unit_case(test_what_is_skipped_is_closed_up_and_brothers_stay_brothers),
        unit_case(test_the_first_heading_is_of_level_one),
        unit_case(test_there_are_six_levels),
    };
    return unit_run(tests);
}
