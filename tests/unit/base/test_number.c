/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/number.h"

static str print(struct arena *arena, const char *number, struct number_style style)
{
    struct decimal decimal;
    assert_true(decimal_parse(str_from(number), &decimal));
    return number_print(arena, ratio_from_decimal(decimal), style);
}

static void test_thousands_are_grouped(void **state)
{
    assert_str(print(*state, "5473", (struct number_style){0}), "5,473");
    assert_str(print(*state, "999", (struct number_style){0}), "999");
    assert_str(print(*state, "1238.47", (struct number_style){.places = 2}), "1,238.47");
    assert_str(print(*state, "1000000", (struct number_style){0}), "1,000,000");
}

static void test_the_minus_is_a_true_one(void **state)
{
    assert_str(print(*state, "-12345.6", (struct number_style){.places = 1}),
               "\u221212,345.6");
}

static void test_zero_has_no_sign(void **state)
{
    struct number_style style = {.places = 1, .has_plus = true};
    assert_str(print(*state, "-0.04", style), "0.0");
    assert_str(print(*state, "0.04", style), "0.0");
    assert_str(print(*state, "0.05", style), "+0.1");
}

static void test_ordinals_and_words(void **state)
{
    assert_str(number_ordinal(*state, 2), "second");
    assert_str(number_ordinal(*state, 11), "11th");
    assert_str(number_ordinal(*state, 21), "21st");
    assert_str(number_ordinal(*state, 112), "112th");
    assert_str(number_in_words(*state, 9), "nine");
    assert_str(number_in_words(*state, 11), "11");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_thousands_are_grouped),
        unit_case(test_the_minus_is_a_true_one),
        unit_case(test_zero_has_no_sign),
        unit_case(test_ordinals_and_words),
    };
    return unit_run(tests);
}
