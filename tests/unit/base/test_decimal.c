/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/decimal.h"

static struct decimal parse(const char *text)
{
    struct decimal decimal;
    assert_true(decimal_parse(str_from(text), &decimal));
    return decimal;
}

static struct ratio ratio_of(const char *text)
{
    return ratio_from_decimal(parse(text));
}

static void test_a_decimal_keeps_the_digits_of_the_file(void **state)
{
    static const char *const texts[] = {"0",    "46.4",     "1238.47", "-0.05",
                                        "5473", "6145.623", "0.00",    "-12"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_str(decimal_print(*state, parse(texts[i])), texts[i]);
    }
}

static void test_what_is_no_number_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",    "-",  ".", "1.", ".5", "1,5", "1e3", " 1", "1.2.3", "0.1234567890123456789",
        "--1", "12a"};
    struct decimal decimal;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_false(decimal_parse(str_from(texts[i]), &decimal));
    }
    assert_false(decimal_parse(S("999999999999999999999999999999999999999999"), &decimal));
}

static void test_sums_are_exact(void **state)
{
    struct ratio sum = ratio_from(0);
    for (int i = 0; i < 1000; i++) {
        sum = ratio_add(sum, ratio_of("0.1"));
    }
    assert_int_equal(ratio_compare(sum, ratio_from(100)), 0);
    assert_str(decimal_print(*state, ratio_round(sum, 1)), "100.0");
}

static void test_rounding_is_half_away_from_zero(void **state)
{
    static const struct {
        const char *number;
        int places;
        const char *rounded;
    } cases[] = {
        {"0.05", 1, "0.1"}, {"-0.05", 1, "-0.1"}, {"0.049", 1, "0.0"},   {"2.5", 0, "3"},
        {"-2.5", 0, "-3"},  {"1.25", 1, "1.3"},   {"99.95", 1, "100.0"}, {"7", 2, "7.00"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct decimal rounded = ratio_round(ratio_of(cases[i].number), cases[i].places);
        assert_str(decimal_print(*state, rounded), cases[i].rounded);
    }
}

static void test_a_percentage_is_rounded_once(void **state)
{
    struct ratio change =
        ratio_subtract(ratio_divide(ratio_of("5473"), ratio_of("5774")), ratio_from(1));
    struct ratio percent = ratio_multiply(change, ratio_from(100));
    assert_str(decimal_print(*state, ratio_round(percent, 1)), "-5.2");
    assert_str(decimal_print(*state, ratio_round(percent, 4)), "-5.2130");
}

static void test_overflow_and_division_by_zero_are_not_numbers(void **state)
{
    (void)state;
    struct ratio large = ratio_of("99999999999999999999999999999999999999");
    assert_true(ratio_is_overflow(ratio_multiply(large, large)));
    assert_true(ratio_is_overflow(ratio_add(large, large)));
    struct ratio undefined = ratio_divide(ratio_from(1), ratio_from(0));
    assert_false(ratio_is_valid(undefined));
    assert_false(ratio_is_overflow(undefined));
    assert_false(ratio_is_valid(ratio_add(undefined, ratio_from(1))));
    assert_true(ratio_is_overflow(ratio_subtract(ratio_add(large, large), undefined)));
}

static void test_comparison_is_exact_where_products_would_overflow(void **state)
{
    (void)state;
    struct ratio a = {((int128)1 << 125) + 1, ((int128)1 << 124) + 3};
    struct ratio b = {((int128)1 << 125) + 3, ((int128)1 << 124) + 3};
    assert_int_equal(ratio_compare(a, b), -1);
    assert_int_equal(ratio_compare(b, a), 1);
    assert_int_equal(ratio_compare(ratio_of("-3"), ratio_of("-2.5")), -1);
    assert_int_equal(ratio_compare(ratio_of("0.5"), ratio_of("0.50")), 0);
    assert_int_equal(ratio_compare(ratio_from(0), ratio_of("-1")), 1);
}

static uint128 plain_divisor(uint128 a, uint128 b)
{
    return b ? plain_divisor(b, a % b) : a;
}

static void test_ratios_are_in_lowest_terms_whatever_their_size(void **state)
{
    (void)state;
    uint64_t random = 88172645463325252U;
    for (int round = 0; round < 20000; round++) {
        int128 terms[2];
        for (size_t i = 0; i < COUNT_OF(terms); i++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            int bits = 1 + (int)(random % 120);
            uint64_t low = random * 2654435761U;
            uint128 wide = (uint128)random << 64 | low;
            terms[i] = (int128)(wide >> (128 - bits)) + (i == 1);
        }
        struct ratio ratio = ratio_add((struct ratio){terms[0], terms[1]}, ratio_from(0));
        int128 divisor = (int128)plain_divisor((uint128)terms[0], (uint128)terms[1]);
        assert_true(ratio.numerator == terms[0] / divisor);
        assert_true(ratio.denominator == terms[1] / divisor);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_decimal_keeps_the_digits_of_the_file),
        unit_case(test_what_is_no_number_is_refused),
        unit_case(test_sums_are_exact),
        unit_case(test_rounding_is_half_away_from_zero),
        unit_case(test_a_percentage_is_rounded_once),
        unit_case(test_overflow_and_division_by_zero_are_not_numbers),
        unit_case(test_comparison_is_exact_where_products_would_overflow),
        unit_case(test_ratios_are_in_lowest_terms_whatever_their_size),
    };
    return unit_run(tests);
}
