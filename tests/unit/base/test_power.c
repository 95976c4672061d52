/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/power.h"

static struct ratio ratio(int64_t numerator, int64_t denominator)
{
    return ratio_divide(ratio_from(numerator), ratio_from(denominator));
}

static void assert_equal(struct ratio a, struct ratio b)
{
    assert_true(ratio_is_valid(a) && ratio_is_valid(b));
    assert_int_equal(ratio_compare(a, b), 0);
}

static str decimals(struct arena *arena, struct ratio number)
{
    return decimal_print(arena, ratio_round(number, POWER_PLACES));
}

static void test_a_power_that_fits_is_exact(void **state)
{
    (void)state;
    assert_equal(power_of(ratio(3, 2), 4), ratio(81, 16));
    assert_equal(power_of(ratio(-3, 2), 3), ratio(-27, 8));
    assert_equal(power_of(ratio(7, 9), 0), ratio_from(1));
    assert_equal(power_of(ratio(0, 1), 12), ratio_from(0));
}

/* As an independent tool with whole numbers of any size has them. */
static void test_a_power_that_does_not_fit_is_cut_to_twelve_decimals(void **state)
{
    assert_str(decimals(*state, power_of(ratio(5473, 5774), 12)), "0.525997915622");
    assert_str(decimals(*state, power_of(ratio(5577, 3188), 12)), "821.462951412226");
    assert_str(decimals(*state, power_of(ratio(123456789012, 98765432101), 12)),
               "14.551913652321");
    assert_str(decimals(*state, power_of(ratio(-5473, 5774), 11)), "-0.554926359364");
}

/* What ends in 0 or 5 is said to go on: 0.5 and a bit more rounds up. */
static void test_a_cut_power_never_ends_in_0_or_5(void **state)
{
    (void)state;
    for (int64_t base = 1000001; base < 1000400; base++) {
        struct ratio power = power_of(ratio(base, 1000003), 12);
        if (base != 1000003) {
            struct decimal cut = ratio_round(power, POWER_PLACES);
            assert_int_equal(ratio_compare(ratio_from_decimal(cut), power), 0);
            assert_true(cut.units % 5 != 0);
        }
    }
}

static void test_the_powers_of_an_interval_are_cut_outwards(void **state)
{
    struct interval base = {ratio(5472, 5774), ratio(5474, 5774)};
    struct interval powers = power_possible(base, 12);
    assert_str(decimals(*state, powers.low), "0.524845780461");
    assert_str(decimals(*state, powers.high), "0.527152368750");
    assert_true(interval_contains(powers, power_of(base.low, 12)));
    assert_true(interval_contains(powers, power_of(base.high, 12)));
    struct interval negative = {ratio(-1, 2), ratio(1, 2)};
    assert_false(interval_is_valid(power_possible(negative, 2)));
    assert_false(interval_is_valid(power_possible((struct interval){0}, 2)));
}

static void test_what_is_too_large_is_an_overflow(void **state)
{
    (void)state;
    const struct ratio overflow = {1, 0};
    const struct ratio undefined = {0};
    assert_true(ratio_is_overflow(power_of(ratio_from(1000000000), 12)));
    struct ratio wide = ratio_multiply(ratio_from(INT64_MAX), ratio_from(3));
    assert_true(ratio_is_overflow(power_of(wide, 12)));
    assert_true(ratio_is_overflow(power_of(overflow, 12)));
    struct ratio power = power_of(undefined, 12);
    assert_false(ratio_is_valid(power) || ratio_is_overflow(power));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_power_that_fits_is_exact),
        unit_case(test_a_power_that_does_not_fit_is_cut_to_twelve_decimals),
        unit_case(test_a_cut_power_never_ends_in_0_or_5),
        unit_case(test_the_powers_of_an_interval_are_cut_outwards),
        unit_case(test_what_is_too_large_is_an_overflow),
    };
    return unit_run(tests);
}
