/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/interval.h"

static struct ratio number(const char *text)
{
    struct decimal decimal;
    assert_true(decimal_parse(str_from(text), &decimal));
    return ratio_from_decimal(decimal);
}

static struct interval from_to(const char *low, const char *high)
{
    return interval_between(number(low), number(high));
}

/* "2 to 3.5", with up to four decimals; "unknown". */
static str shown(struct arena *arena, struct interval interval)
{
    if (!interval_is_valid(interval)) {
        return S("unknown");
    }
    str ends[2];
    const struct ratio of[] = {interval.low, interval.high};
    for (size_t i = 0; i < COUNT_OF(of); i++) {
        struct decimal decimal = {0};
        for (int places = 0; places <= 4; places++) {
            decimal = ratio_round(of[i], places);
            if (ratio_compare(ratio_from_decimal(decimal), of[i]) == 0) {
                break;
            }
        }
        ends[i] = decimal_print(arena, decimal);
    }
    return str_print(arena, "%.*s to %.*s", STR_ARG(ends[0]), STR_ARG(ends[1]));
}

static const struct ratio too_large = {1, 0};

static void test_a_rounded_number_is_known_to_half_a_unit(void **state)
{
    assert_str(shown(*state, interval_around(number("5473"), number("0.5"))),
               "5472.5 to 5473.5");
    assert_str(shown(*state, interval_around(number("46.4"), number("0.05"))),
               "46.35 to 46.45");
    assert_str(shown(*state, interval_of(number("-3"))), "-3 to -3");
}

static void test_ends_stand_in_order_whatever_the_signs_are(void **state)
{
    static const struct {
        const char *a[2], *b[2];
        const char *sum, *difference, *product, *quotient;
    } cases[] = {
        {{"1", "2"}, {"4", "5"}, "5 to 7", "-4 to -2", "4 to 10", "0.2 to 0.5"},
        {{"-1", "2"}, {"4", "5"}, "3 to 7", "-6 to -2", "-5 to 10", "-0.25 to 0.5"},
        {{"-2", "-1"}, {"4", "5"}, "2 to 4", "-7 to -5", "-10 to -4", "-0.5 to -0.2"},
        {{"1", "2"}, {"-5", "-4"}, "-4 to -2", "5 to 7", "-10 to -4", "-0.5 to -0.2"},
        {{"-1", "2"}, {"-5", "-4"}, "-6 to -2", "3 to 7", "-10 to 5", "-0.5 to 0.25"},
        {{"1", "2"}, {"-1", "1"}, "0 to 3", "0 to 3", "-2 to 2", "unknown"},
        {{"1", "2"}, {"0", "1"}, "1 to 3", "0 to 2", "0 to 2", "unknown"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct interval a = from_to(cases[i].a[0], cases[i].a[1]);
        struct interval b = from_to(cases[i].b[0], cases[i].b[1]);
        assert_str(shown(*state, interval_add(a, b)), cases[i].sum);
        assert_str(shown(*state, interval_subtract(a, b)), cases[i].difference);
        assert_str(shown(*state, interval_multiply(a, b)), cases[i].product);
        assert_str(shown(*state, interval_divide(a, b)), cases[i].quotient);
    }
}

static void test_a_negative_factor_turns_an_interval_round(void **state)
{
    assert_str(shown(*state, interval_scale(from_to("1", "2"), number("-3"))), "-6 to -3");
    assert_str(shown(*state, interval_scale(from_to("1", "2"), number("0"))), "0 to 0");
}

static void test_the_size_of_what_may_be_zero_begins_at_zero(void **state)
{
    assert_str(shown(*state, interval_absolute(from_to("-3", "2"))), "0 to 3");
    assert_str(shown(*state, interval_absolute(from_to("-3", "-2"))), "2 to 3");
    assert_str(shown(*state, interval_absolute(from_to("2", "3"))), "2 to 3");
}

static void test_what_does_not_fit_is_unknown_and_stays_so(void **state)
{
    struct interval one = from_to("1", "2");
    struct interval unknown = interval_around(number("1"), too_large);
    assert_false(interval_is_valid(unknown));
    assert_false(interval_is_valid((struct interval){0}));
    assert_str(shown(*state, interval_add(one, unknown)), "unknown");
    assert_str(shown(*state, interval_multiply(unknown, one)), "unknown");
    assert_str(shown(*state, interval_divide(one, unknown)), "unknown");
    assert_str(shown(*state, interval_divide(unknown, one)), "unknown");
    assert_str(shown(*state, interval_absolute(unknown)), "unknown");
    assert_str(shown(*state, interval_between(too_large, number("1"))), "unknown");
    assert_false(interval_contains(unknown, number("1")));
    assert_false(interval_contains(one, too_large));
    assert_false(interval_touches(one, unknown));
    assert_false(interval_is_narrower(unknown, one));
}

static void test_ends_belong_to_an_interval(void **state)
{
    (void)state;
    struct interval interval = from_to("1.5", "2.5");
    assert_true(interval_contains(interval, number("1.5")));
    assert_true(interval_contains(interval, number("2.5")));
    assert_false(interval_contains(interval, number("2.51")));
    assert_true(interval_touches(interval, from_to("2.5", "9")));
    assert_true(interval_touches(from_to("0", "9"), interval));
    assert_false(interval_touches(interval, from_to("2.6", "9")));
    assert_true(interval_is_narrower(interval, from_to("0", "1.1")));
    assert_false(interval_is_narrower(interval, from_to("0", "1")));
}

static void test_ends_are_rounded_away_from_each_other(void **state)
{
    assert_str(shown(*state, interval_round(from_to("1.26", "1.32"), 1)), "1.2 to 1.4");
    assert_str(shown(*state, interval_round(from_to("-1.32", "-1.26"), 1)), "-1.4 to -1.2");
    assert_str(shown(*state, interval_round(from_to("1.2", "1.3"), 1)), "1.2 to 1.3");
    assert_str(shown(*state, interval_round((struct interval){0}, 1)), "unknown");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_rounded_number_is_known_to_half_a_unit),
        unit_case(test_ends_stand_in_order_whatever_the_signs_are),
        unit_case(test_a_negative_factor_turns_an_interval_round),
        unit_case(test_the_size_of_what_may_be_zero_begins_at_zero),
        unit_case(test_what_does_not_fit_is_unknown_and_stays_so),
        unit_case(test_ends_are_rounded_away_from_each_other),
        unit_case(test_ends_belong_to_an_interval),
    };
    return unit_run(tests);
}
