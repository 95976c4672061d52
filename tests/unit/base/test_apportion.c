/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/apportion.h"

enum { PARTS_MAX = 12 };

/* "20.25 19.75 60" with `places` as it is apportioned: "20 20 60". */
static str apportioned(struct arena *arena, const char *parts, int places)
{
    struct ratio ratios[PARTS_MAX];
    struct decimal rounded[PARTS_MAX];
    str printed[PARTS_MAX];
    size_t count = 0;
    for (str rest = str_from(parts); rest.length; count++) {
        struct decimal decimal;
        assert_true(decimal_parse(str_cut(rest, ' ', &rest), &decimal));
        ratios[count] = ratio_from_decimal(decimal);
    }
    if (!apportion(arena, ratios, count, places, rounded)) {
        return S("no");
    }
    for (size_t i = 0; i < count; i++) {
        printed[i] = decimal_print(arena, rounded[i]);
    }
    return str_join(arena, printed, count, S(" "));
}

static void test_the_largest_remainders_get_what_is_missing(void **state)
{
    assert_str(apportioned(*state, "33.4 33.3 33.3", 0), "34 33 33");
    assert_str(apportioned(*state, "20.44 12.03 10.46 57.07", 1), "20.4 12.0 10.5 57.1");
    assert_str(apportioned(*state, "0.26 0.26 0.26 0.22", 1), "0.3 0.3 0.2 0.2");
}

static void test_parts_that_need_no_rounding_stay(void **state)
{
    assert_str(apportioned(*state, "12.4 40.0 47.6", 1), "12.4 40.0 47.6");
    assert_str(apportioned(*state, "30 69.5 0.5", 0), "30 70 0");
    assert_str(apportioned(*state, "0 0 0", 1), "0.0 0.0 0.0");
    assert_str(apportioned(*state, "", 1), "");
}

static void test_of_equal_remainders_the_larger_part_counts_then_the_earlier(void **state)
{
    assert_str(apportioned(*state, "10.5 30.5 59", 0), "10 31 59");
    assert_str(apportioned(*state, "25.5 25.5 49", 0), "26 25 49");
}

static void test_signed_parts_add_up_to_a_signed_total(void **state)
{
    assert_str(apportioned(*state, "-3.4 -1.4 -0.4", 0), "-4 -1 0");
    assert_str(apportioned(*state, "3.4 1.4 0.4", 0), "4 1 0");
    assert_str(apportioned(*state, "2.6 -1.3 -1.3", 0), "2 -1 -1");
}

static void test_a_total_is_rounded_half_away_from_zero(void **state)
{
    assert_str(apportioned(*state, "0.25 0.25", 0), "1 0");
    assert_str(apportioned(*state, "-0.25 -0.25", 0), "0 -1");
}

static void test_what_does_not_fit_is_refused(void **state)
{
    struct ratio parts[] = {ratio_from(1), {0, 0}};
    struct ratio large = ratio_multiply(ratio_from(INT64_MAX), ratio_from(1000));
    struct decimal rounded[2];
    assert_false(apportion(*state, parts, 2, 1, rounded));
    assert_false(apportion(*state, &large, 1, 0, rounded));
}

/* --- random parts --------------------------------------------------------------------- */

/* The same numbers in every run. */
static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

static struct ratio random_part(uint64_t *seed)
{
    int64_t size = (int64_t)(next_random(seed) % 200001) - 100000;
    int64_t divisor = (int64_t)(next_random(seed) % 700) + 1;
    return ratio_divide(ratio_from(size), ratio_from(divisor));
}

static void check_sum(const struct ratio *parts, const struct decimal *rounded,
                      size_t count, int places)
{
    struct ratio exact = ratio_from(0);
    int128 sum = 0;
    for (size_t i = 0; i < count; i++) {
        exact = ratio_add(exact, parts[i]);
        sum += rounded[i].units;
    }
    assert_true(ratio_is_valid(exact));
    assert_true(sum == ratio_round(exact, places).units);
}

static void check_nearness(const struct ratio *parts, const struct decimal *rounded,
                           size_t count, int places)
{
    struct ratio unit = ratio_from_decimal((struct decimal){1, places});
    for (size_t i = 0; i < count; i++) {
        struct ratio move = ratio_subtract(ratio_from_decimal(rounded[i]), parts[i]);
        assert_true(ratio_compare(ratio_absolute(move), unit) < 0);
    }
}

/* No exchange of a unit between two parts comes nearer to both. */
static void check_fairness(const struct ratio *parts, const struct decimal *rounded,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++) {
            struct ratio up = ratio_subtract(ratio_from_decimal(rounded[i]), parts[i]);
            struct ratio down = ratio_subtract(ratio_from_decimal(rounded[k]), parts[k]);
            struct ratio unit = ratio_from_decimal((struct decimal){1, rounded[0].places});
            if (ratio_sign(up) > 0 && ratio_sign(down) < 0) {
                assert_true(ratio_compare(ratio_subtract(up, down), unit) <= 0);
            }
        }
    }
}

static void test_random_parts_add_up_and_hardly_move(void **state)
{
    uint64_t seed = 20251120;
    struct ratio parts[PARTS_MAX];
    struct decimal rounded[PARTS_MAX];
    for (int round = 0; round < 4000; round++) {
        size_t count = 1 + next_random(&seed) % 6;
        int places = (int)(next_random(&seed) % 4);
        for (size_t i = 0; i < count; i++) {
            parts[i] = random_part(&seed);
        }
        assert_true(apportion(*state, parts, count, places, rounded));
        check_sum(parts, rounded, count, places);
        check_nearness(parts, rounded, count, places);
        check_fairness(parts, rounded, count);
    }
}

static void test_without_ties_the_order_of_the_parts_does_not_matter(void **state)
{
    assert_str(apportioned(*state, "20.44 12.03 10.46 57.07", 1), "20.4 12.0 10.5 57.1");
    assert_str(apportioned(*state, "57.07 10.46 12.03 20.44", 1), "57.1 10.5 12.0 20.4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_largest_remainders_get_what_is_missing),
        unit_case(test_parts_that_need_no_rounding_stay),
        unit_case(test_of_equal_remainders_the_larger_part_counts_then_the_earlier),
        unit_case(test_signed_parts_add_up_to_a_signed_total),
        unit_case(test_a_total_is_rounded_half_away_from_zero),
        unit_case(test_what_does_not_fit_is_refused),
        unit_case(test_random_parts_add_up_and_hardly_move),
        unit_case(test_without_ties_the_order_of_the_parts_does_not_matter),
    };
    return unit_run(tests);
}
