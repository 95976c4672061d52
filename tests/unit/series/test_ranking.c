/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void add_member(struct arena *arena, struct series_group *group, str name,
                       const char *text)
{
    struct series *member = arena_push(arena, group);
    *member = *figures(arena, text);
    member->name = name;
}

/* Out of order, with a tie, a hole, and the total. */
static struct series_group *partners(struct arena *arena)
{
    struct series_group *group = arena_new(arena, struct series_group);
    add_member(arena, group, S("South Korea"), "2025-09 854, 2025-10 569");
    add_member(arena, group, S("United States"), "2025-09 420.5, 2025-10 656");
    add_member(arena, group, S("Vietnam"), "2025-09 456, 2025-10 -");
    add_member(arena, group, S("Germany"), "2025-10 1118");
    add_member(arena, group, S("Brazil"), "2025-09 1, 2025-10 569.0");
    group->total = figures(arena, "2025-08 6145.623, 2025-09 5774P, 2025-10 5473");
    group->rest = S("Other destinations");
    return group;
}

/* "Germany, United States" */
static str names(struct arena *arena, const struct ranking *ranking)
{
    str *each = arena_array(arena, str, ranking->count);
    for (size_t i = 0; i < ranking->count; i++) {
        each[i] = ranking->at[i]->name;
    }
    return str_join(arena, each, ranking->count, S(", "));
}

static void test_a_ranking_is_largest_first_and_ties_go_by_name(void **state)
{
    struct ranking ranking = group_ranking(*state, partners(*state), period_of("2025-10"));
    assert_str(names(*state, &ranking), "Germany, United States, Brazil, South Korea");
}

static void test_a_rank_is_shared_by_equal_values(void **state)
{
    const struct series_group *group = partners(*state);
    static const size_t ranks[] = {3, 2, 0, 1, 3};
    for (size_t i = 0; i < group->count; i++) {
        assert_int_equal(group_rank(group, &group->at[i], period_of("2025-10")), ranks[i]);
    }
    assert_int_equal(group_rank(group, &group->at[3], period_of("2025-09")), 0);
    assert_int_equal(group_rank(group, &group->at[2], period_of("2025-09")), 2);
}

static str ranks_of(struct arena *arena, const struct series_group *group, size_t member,
                    const char *period)
{
    struct interval ranks =
        group_rank_possible(group, &group->at[member], period_of(period));
    return shown_possible(arena, (struct observation){.possible = ranks}, 0);
}

/* 569.0 is above 569 or below it; Vietnam may have up to 2,562.6 t. */
static void test_a_rank_is_open_where_figures_are_rounded_or_not_known(void **state)
{
    struct series_group *group = partners(*state);
    assert_str(ranks_of(*state, group, 3, "2025-10"), "1 to 2");
    assert_str(ranks_of(*state, group, 1, "2025-10"), "2 to 3");
    assert_str(ranks_of(*state, group, 0, "2025-10"), "3 to 5");
    assert_str(ranks_of(*state, group, 4, "2025-10"), "3 to 5");
    assert_str(ranks_of(*state, group, 2, "2025-10"), "unknown");
    group->total = figures(*state, "2025-10 3200"); /* leaves 290.05 t at most */
    assert_str(ranks_of(*state, group, 3, "2025-10"), "1 to 1");
    assert_str(ranks_of(*state, group, 0, "2025-10"), "3 to 4");
    group->total = NULL;
    assert_str(ranks_of(*state, group, 3, "2025-10"), "1 to 2");
    add_member(*state, group, S("Corrections"), "2025-10 -5");
    group->total = figures(*state, "2025-10 3200");
    assert_str(ranks_of(*state, group, 3, "2025-10"), "1 to 2");
}

static void test_the_rest_is_computed_from_the_total_and_those_shown(void **state)
{
    struct series_group *group = partners(*state);
    group->top = 2;
    struct ranking ranking = group_ranking(*state, group, period_of("2025-10"));
    assert_precedents(*state, ranking.rest, "2025-10",
                      "2025-10 5473 A, 2025-10 1118 A, 2025-10 656 A");
    assert_possible(*state, ranking.rest, "2025-10", 1, "3697.5 to 3700.5");
}

static void test_the_rest_is_the_total_less_those_shown(void **state)
{
    struct series_group *group = partners(*state);
    group->top = 2;
    struct ranking ranking = group_ranking(*state, group, period_of("2025-10"));
    assert_str(names(*state, &ranking), "Germany, United States");
    assert_str(ranking.rest->name, "Other destinations");
    assert_str(ranking.rest->unit, "t");
    assert_at(*state, ranking.rest, "2025-10", 0, "2025-10 3699 E");
    assert_at(*state, ranking.rest, "2025-09", 0, "2025-09 absent M");
    assert_int_equal(ranking.rest->count, 1);
}

static void test_the_rest_has_every_period_that_all_shown_have(void **state)
{
    struct series_group *group = partners(*state);
    group->top = 2;
    struct ranking ranking = group_ranking(*state, group, period_of("2025-09"));
    assert_str(names(*state, &ranking), "South Korea, Vietnam");
    assert_at(*state, ranking.rest, "2025-09", 0, "2025-09 4464 E");
    assert_at(*state, ranking.rest, "2025-10", 0, "2025-10 absent M");
}

static void test_there_is_no_rest_without_a_total_a_name_or_something_shown(void **state)
{
    struct series_group *group = partners(*state);
    assert_null(group_ranking(*state, group, period_of("2025-08")).rest);
    group->rest = S("");
    assert_null(group_ranking(*state, group, period_of("2025-10")).rest);
    group = partners(*state);
    group->total = NULL;
    assert_null(group_ranking(*state, group, period_of("2025-10")).rest);
}

static void test_an_empty_group_has_an_empty_ranking(void **state)
{
    struct series_group group = {.rest = S("Other")};
    struct ranking ranking = group_ranking(*state, &group, period_of("2025-10"));
    assert_int_equal(ranking.count, 0);
    assert_null(ranking.rest);
}

static void test_shown_and_rest_add_up_to_the_total(void **state)
{
    struct random random = {17};
    for (int round = 0; round < 100; round++) {
        struct series_group group = {.rest = S("Other"), .top = 1 + (size_t)(round % 5)};
        for (int i = 0; i < 8; i++) {
            struct series *member = arena_push((struct arena *)*state, &group);
            *member = *random_months(*state, &random, 3, 20);
            member->name =
                str_print(*state, "partner %d", random_below(&random, 10) + i * 10);
        }
        group.total = random_months(*state, &random, 3, 1000);
        struct period period = period_of("2020-02");
        struct ranking ranking = group_ranking(*state, &group, period);
        struct ratio sum = series_at(ranking.rest, period).value;
        for (size_t i = 0; i < ranking.count; i++) {
            sum = ratio_add(sum, series_at(ranking.at[i], period).value);
            assert_true(group_rank(&group, ranking.at[i], period) <= i + 1);
        }
        assert_int_equal(ratio_compare(sum, series_at(group.total, period).value), 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_ranking_is_largest_first_and_ties_go_by_name),
        unit_case(test_a_rank_is_shared_by_equal_values),
        unit_case(test_a_rank_is_open_where_figures_are_rounded_or_not_known),
        unit_case(test_the_rest_is_computed_from_the_total_and_those_shown),
        unit_case(test_the_rest_is_the_total_less_those_shown),
        unit_case(test_the_rest_has_every_period_that_all_shown_have),
        unit_case(test_there_is_no_rest_without_a_total_a_name_or_something_shown),
        unit_case(test_an_empty_group_has_an_empty_ranking),
        unit_case(test_shown_and_rest_add_up_to_the_total),
    };
    return unit_run(tests);
}
