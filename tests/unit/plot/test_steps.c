/* SPDX-License-Identifier: MIT */
/* Positions as d3-array and d3-scale document them. */
#include "unit.h"

#include "../../../src/plot/steps.h"

#include "base/buffer.h"
#include "base/real.h"

static str listed(struct arena *arena, struct doubles list)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < list.count; i++) {
        buffer_print(&out, "%s%s", i ? " " : "",
                     str_c(arena, real_print(arena, list.at[i])));
    }
    return buffer_text(&out);
}

static void test_steps_are_one_two_or_five_times_a_power_of_ten(void **state)
{
    assert_str(listed(*state, steps_linear(*state, 0, 1, 5)), "0 0.2 0.4 0.6 0.8 1");
    assert_str(listed(*state, steps_linear(*state, 0, 6958, 5)),
               "0 1000 2000 3000 4000 5000 6000");
    assert_str(listed(*state, steps_linear(*state, -10, 10, 3)), "-10 -5 0 5 10");
    assert_str(listed(*state, steps_linear(*state, 0.1, 0.35, 3)), "0.1 0.2 0.3");
}

static void test_steps_of_a_reversed_range_run_downwards(void **state)
{
    assert_str(listed(*state, steps_linear(*state, 1, 0, 2)), "1 0.5 0");
}

static void test_a_range_of_one_value_has_one_step(void **state)
{
    assert_str(listed(*state, steps_linear(*state, 7, 7, 5)), "7");
}

static void test_what_is_not_finite_has_no_steps(void **state)
{
    assert_int_equal(steps_linear(*state, 0, 1.0 / 0.0, 5).count, 0);
    assert_int_equal(steps_linear(*state, 0, 1, 0).count, 0);
}

static void test_few_powers_are_divided_and_many_are_not(void **state)
{
    assert_str(listed(*state, steps_log(*state, 1, 10, 10, 10)), "1 2 3 4 5 6 7 8 9 10");
    assert_str(listed(*state, steps_log(*state, 1, 1e12, 10, 5)),
               "1 100 10000 1000000 100000000 "
               "10000000000 1000000000000");
    assert_str(listed(*state, steps_log(*state, 0.01, 0.1, 10, 10)),
               "0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09 0.1");
}

static void test_a_negative_log_scale_is_a_mirror(void **state)
{
    assert_str(listed(*state, steps_log(*state, -10, -1, 10, 10)),
               "-10 -9 -8 -7 -6 -5 -4 -3 -2 -1");
}

static void test_ends_move_outwards_to_whole_steps(void **state)
{
    (void)state;
    double low = 0.201479, high = 0.996679;
    steps_extend(&low, &high, 10);
    assert_true(low == 0.2 && high == 1);
    low = 1.1;
    high = 10.9;
    steps_extend(&low, &high, 10);
    assert_true(low == 1 && high == 11);
    low = 3;
    high = 400;
    steps_extend_log(&low, &high, 10);
    assert_true(low == 1 && high == 1000);
}

static void test_a_sequence_leaves_out_its_stop(void **state)
{
    assert_str(listed(*state, steps_sequence(*state, 0, 10, 2.5)), "0 2.5 5 7.5");
}

static void test_decimals_tell_steps_apart(void **state)
{
    (void)state;
    assert_int_equal(steps_decimals(0.25), 1);
    assert_int_equal(steps_decimals(0.01), 2);
    assert_int_equal(steps_decimals(5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_steps_are_one_two_or_five_times_a_power_of_ten),
        unit_case(test_steps_of_a_reversed_range_run_downwards),
        unit_case(test_a_range_of_one_value_has_one_step),
        unit_case(test_what_is_not_finite_has_no_steps),
        unit_case(test_few_powers_are_divided_and_many_are_not),
        unit_case(test_a_negative_log_scale_is_a_mirror),
        unit_case(test_ends_move_outwards_to_whole_steps),
        unit_case(test_a_sequence_leaves_out_its_stop),
        unit_case(test_decimals_tell_steps_apart),
    };
    return unit_run(tests);
}
