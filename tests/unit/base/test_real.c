/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/compiler.h"
#include "base/real.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

static double parsed(const char *text)
{
    double number = NAN;
    assert_true(real_parse(str_from(text), &number));
    return number;
}

static void test_a_number_is_read_as_the_compiler_reads_it(void **state)
{
    (void)state;
    assert_true(parsed("0") == 0.0);
    assert_true(parsed("1") == 1.0);
    assert_true(parsed("-12.5") == -12.5);
    assert_true(parsed(".5") == 0.5);
    assert_true(parsed("2.") == 2.0);
    assert_true(parsed("0.1") == 0.1);
    assert_true(parsed("1e3") == 1000.0);
    assert_true(parsed("1E+22") == 1e22);
    assert_true(parsed("123456789012345678") == 123456789012345678.0);
    assert_true(parsed("0.30000000000000004") == 0.30000000000000004);
    assert_true(parsed("1.7976931348623157e308") == DBL_MAX);
    assert_true(parsed("2.2250738585072014e-308") == DBL_MIN);
    assert_true(parsed("4.9406564584124654e-324") == 4.9406564584124654e-324);
    assert_true(parsed("6.02214076e23") == 6.02214076e23);
    assert_true(parsed("8.9e-45") == 8.9e-45);
}

static void test_zero_keeps_its_sign(void **state)
{
    (void)state;
    assert_true(signbit(parsed("-0")) != 0);
    assert_true(parsed("0e999999999999") == 0.0);
}

static void test_halves_are_rounded_to_even_and_what_is_above_them_up(void **state)
{
    (void)state;
    assert_true(parsed("9007199254740993") == 9007199254740992.0);
    assert_true(parsed("9007199254740993.00000000000000000000000000000000001") ==
                9007199254740994.0);
    assert_true(parsed("9007199254740995") == 9007199254740996.0);
    assert_true(parsed("2.2250738585072011e-308") == 2.2250738585072011e-308);
    assert_true(parsed("2.4703282292062327208e-324") ==
                0.0); /* just below half the least */
    assert_true(parsed("2.4703282292062328e-324") == 4.9406564584124654e-324);
    assert_true(parsed("1.7976931348623158e308") == DBL_MAX);
    assert_true(parsed("1.7976931348623159e308") == HUGE_VAL);
}

static void test_extreme_exponents_are_infinite_or_nothing(void **state)
{
    (void)state;
    assert_true(parsed("1e400") == HUGE_VAL);
    assert_true(parsed("-1e99999999999") == -HUGE_VAL);
    assert_true(parsed("1e-400") == 0.0);
    assert_true(
        parsed("0.00000000000000000000000000000000000000000000000000000000001e59") == 1.0);
}

static void test_what_is_no_number_is_not_read(void **state)
{
    (void)state;
    double number = 7.0;
    static const char *const texts[] = {"",   "-",  ".",   "e5",    "1e",   "1e+", "1x",
                                        " 1", "1 ", "--1", "1.2.3", "0x10", "inf", "NaN"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_false(real_parse(str_from(texts[i]), &number));
    }
    assert_int_equal(real_prefix(S("12.5e+x"), &number), 4);
    assert_true(number == 12.5);
}

/* A fixed sequence of bits: SplitMix64. */
static uint64_t next_bits(uint64_t *state)
{
    uint64_t bits = (*state += 0x9E3779B97F4A7C15U);
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBU;
    return bits ^ bits >> 31;
}

static void
test_any_double_is_read_back_from_its_print_and_from_that_of_printf(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < 20000; i++) {
        union {
            uint64_t bits;
            double number;
        } any = {.bits = next_bits(&seed)};
        if (!isfinite(any.number)) {
            continue;
        }
        struct arena arena = {0};
        assert_true(parsed(str_c(&arena, real_print(&arena, any.number))) == any.number);
        char text[1200];
        snprintf(text, sizeof text, "%.*e", 16 + i % 60, any.number);
        assert_true(parsed(text) == any.number);
        snprintf(text, sizeof text, "%.3f", any.number);
        double plain = parsed(text);
        assert_true(fabs(plain - any.number) <= 0.0005 || plain == any.number);
        arena_finish(&arena);
    }
}

static void test_doubles_print_as_javascript_prints_them(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {1.0, "1"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {123456789.0, "123456789"},
        {1e20, "100000000000000000000"},
        {1e21, "1e+21"},
        {1.5e300, "1.5e+300"},
        {0.000001, "0.000001"},
        {0.0000001, "1e-7"},
        {1.25e-9, "1.25e-9"},
        {5e-324, "5e-324"},
        {5.684341886080802e-14, "5.684341886080802e-14"},
        {9007199254740992.0, "9007199254740992"},
        {DBL_MAX, "1.7976931348623157e+308"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(real_print(*state, cases[i].number), cases[i].text);
    }
    assert_str(real_print(*state, NAN), "NaN");
    assert_str(real_print(*state, -INFINITY), "-Infinity");
}

static void test_digits_are_rounded_half_away_from_zero(void **state)
{
    (void)state;
    assert_string_equal(real_fixed(2.5, 0).at, "3");
    assert_string_equal(real_fixed(0.5, 0).at, "1");
    assert_int_equal(real_fixed(0.4, 0).count, 0);
    assert_string_equal(real_fixed(1.005, 2).at, "100"); /* it is a little less */
    assert_string_equal(real_fixed(9.96, 1).at, "100");
    assert_int_equal(real_fixed(9.96, 1).point, 2);
    assert_int_equal(real_fixed(0.04, 1).count, 0);
    assert_string_equal(real_fixed(0.06, 1).at, "1");
    assert_string_equal(real_significant(0.00123456, 3).at, "123");
    assert_int_equal(real_significant(0.00123456, 3).point, -2);
    assert_string_equal(real_significant(99.5, 2).at, "10");
    assert_int_equal(real_significant(99.5, 2).point, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_number_is_read_as_the_compiler_reads_it),
        unit_case(test_zero_keeps_its_sign),
        unit_case(test_halves_are_rounded_to_even_and_what_is_above_them_up),
        unit_case(test_extreme_exponents_are_infinite_or_nothing),
        unit_case(test_what_is_no_number_is_not_read),
        unit_case(test_any_double_is_read_back_from_its_print_and_from_that_of_printf),
        unit_case(test_doubles_print_as_javascript_prints_them),
        unit_case(test_digits_are_rounded_half_away_from_zero),
    };
    return unit_run(tests);
}
