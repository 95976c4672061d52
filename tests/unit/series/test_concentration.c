/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void add_member(struct arena *arena, struct series_group *group, const char *text)
{
    *arena_push(arena, group) = *figures(arena, text);
    group->name = S("partners");
}

static void test_the_index_runs_from_equal_parts_to_one(void **state)
{
    struct series_group group = {0};
    add_member(*state, &group, "2025-01 25, 2025-02 100, 2025-03 60, 2025-04 0");
    add_member(*state, &group, "2025-01 25, 2025-02 0, 2025-03 40, 2025-04 0");
    add_member(*state, &group, "2025-01 25, 2025-02 0, 2025-03 0, 2025-04 0");
    add_member(*state, &group, "2025-01 25, 2025-02 0, 2025-03 0, 2025-04 0");
    const struct series *index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 2500 A");
    assert_at(*state, index, "2025-02", 0, "2025-02 10000 A");
    assert_at(*state, index, "2025-03", 0, "2025-03 5200 A");
    assert_at(*state, index, "2025-04", 0, "2025-04 missing M");
    assert_str(index->name, "partners");
    const struct series *members = operator_equivalent(*state, index);
    assert_at(*state, members, "2025-01", 2, "2025-01 4.00 A");
    assert_at(*state, members, "2025-02", 2, "2025-02 1.00 A");
    assert_at(*state, members, "2025-03", 2, "2025-03 1.92 A");
    assert_precedents(*state, index, "2025-03",
                      "2025-03 60 A, 2025-03 40 A, 2025-03 0 A, 2025-03 0 A");
}

/* 40 and 30 of 100: what the 30 left are, one member or many, is not known. */
static void test_the_rest_is_one_member_at_most(void **state)
{
    struct series_group group = {0};
    add_member(*state, &group, "2025-01 40.000000");
    add_member(*state, &group, "2025-01 30.000000");
    group.total = figures(*state, "2025-01 100.000000");
    const struct series *index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 2500 E");
    assert_possible(*state, index, "2025-01", 0, "2500 to 3400");
    assert_possible(*state, operator_equivalent(*state, index), "2025-01", 2,
                    "2.94 to 4.00");
}

static void test_a_member_without_a_figure_is_in_the_rest(void **state)
{
    struct series_group group = {0};
    add_member(*state, &group, "2025-01 40.000, 2025-02 10");
    add_member(*state, &group, "2025-01 c, 2025-02 10");
    group.total = figures(*state, "2025-01 100.000, 2025-02 20");
    const struct series *index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 1600 E");
    assert_possible(*state, index, "2025-01", 0, "1600 to 5200");
    assert_at(*state, index, "2025-02", 0, "2025-02 5000 A");
    group.total = NULL;
    index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 missing M");
}

static void test_parts_above_their_total_by_more_than_rounding_have_no_index(void **state)
{
    struct series_group group = {0};
    add_member(*state, &group, "2025-01 60, 2025-02 60");
    add_member(*state, &group, "2025-01 41, 2025-02 45");
    group.total = figures(*state, "2025-01 100, 2025-02 100");
    const struct series *index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 5177 A");
    assert_at(*state, index, "2025-02", 0, "2025-02 missing M");
}

static void test_what_is_below_zero_has_no_part_in_anything(void **state)
{
    struct series_group group = {0};
    add_member(*state, &group, "2025-01 60");
    add_member(*state, &group, "2025-01 -5");
    const struct series *index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 missing M");
    group.total = figures(*state, "2025-01 100");
    index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 missing M");
}

static void test_a_group_of_nothing_known_has_no_index(void **state)
{
    struct series_group group = {0};
    add_member(*state, &group, "2025-01 -");
    group.total = figures(*state, "2025-01 100");
    const struct series *index = operator_concentration(*state, &group);
    assert_at(*state, index, "2025-01", 0, "2025-01 missing M");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_index_runs_from_equal_parts_to_one),
        unit_case(test_the_rest_is_one_member_at_most),
        unit_case(test_a_member_without_a_figure_is_in_the_rest),
        unit_case(test_parts_above_their_total_by_more_than_rounding_have_no_index),
        unit_case(test_what_is_below_zero_has_no_part_in_anything),
        unit_case(test_a_group_of_nothing_known_has_no_index),
    };
    return unit_run(tests);
}
