/* SPDX-License-Identifier: MIT */
#include "figures.h"

static const struct series *sum(struct arena *arena, const char *const *members,
                                size_t count)
{
    struct series_group *group = arena_new(arena, struct series_group);
    group->name = S("Asia");
    for (size_t i = 0; i < count; i++) {
        *arena_push(arena, group) = *figures(arena, members[i]);
    }
    return operator_subtotal(arena, group);
}

static void test_members_are_added_up_exactly(void **state)
{
    static const char *const members[] = {"2025-09 0.1, 2025-10 0.2", "2025-10 0.05P"};
    const struct series *series = sum(*state, members, COUNT_OF(members));
    struct observation october = series_at(series, period_of("2025-10"));
    assert_str(series->name, "Asia");
    assert_int_equal(ratio_compare(october.value, number("0.25")), 0);
    assert_int_equal(october.status, 'P');
    /* 0.15 to 0.25 and 0.045 to 0.055 */
    assert_int_equal(ratio_compare(october.possible.low, number("0.195")), 0);
    assert_int_equal(ratio_compare(october.possible.high, number("0.305")), 0);
}

static void test_a_member_without_a_row_adds_nothing(void **state)
{
    static const char *const members[] = {"2025-09 1, 2025-10 2", "2025-10 3", "2025-08 5"};
    const struct series *series = sum(*state, members, COUNT_OF(members));
    assert_int_equal(series->count, 3);
    assert_int_equal(
        ratio_compare(series_at(series, period_of("2025-09")).value, number("1")), 0);
    assert_int_equal(
        ratio_compare(series_at(series, period_of("2025-08")).value, number("5")), 0);
    assert_int_equal(series_at(series, period_of("2025-07")).state, OBSERVATION_ABSENT);
}

static void test_a_member_that_is_missing_or_suppressed_leaves_no_sum(void **state)
{
    static const char *const members[] = {"2025-09 1, 2025-10 2", "2025-09 -, 2025-10 c"};
    const struct series *series = sum(*state, members, COUNT_OF(members));
    assert_int_equal(series_at(series, period_of("2025-09")).state, OBSERVATION_MISSING);
    assert_int_equal(series_at(series, period_of("2025-10")).state, OBSERVATION_MISSING);
}

static void test_its_precedents_are_the_members_that_have_rows(void **state)
{
    static const char *const members[] = {"2025-10 2", "2025-10 3", "2025-09 5"};
    const struct series *series = sum(*state, members, COUNT_OF(members));
    struct precedents precedents = {0};
    series->derivation->precedents(*state, series, period_of("2025-10"), &precedents);
    assert_int_equal(precedents.count, 2);
}

static void test_rates_are_not_added(void **state)
{
    struct series_group *group = arena_new((struct arena *)*state, struct series_group);
    group->name = S("Asia");
    *arena_push((struct arena *)*state, group) = *figures(*state, "2025-10 2");
    group->at[0].is_rate = true;
    assert_int_equal(operator_subtotal(*state, group)->count, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_members_are_added_up_exactly),
        unit_case(test_a_member_without_a_row_adds_nothing),
        unit_case(test_a_member_that_is_missing_or_suppressed_leaves_no_sum),
        unit_case(test_its_precedents_are_the_members_that_have_rows),
        unit_case(test_rates_are_not_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
