/* SPDX-License-Identifier: MIT */
/*
 * What must hold of all operators on any data, tried on random worlds.
 *
 * A world is a group of members and their total, months from 2019 on. It is
 * known three times: as it was (in kilograms), as it was published (in tonnes
 * without decimals; January and February of some years taken together), and
 * as published with figures removed at random.
 */
#include "figures.h"

#include "series/record.h"

enum { MEMBERS = 5, MONTHS = 60, WORLDS = 60, FIRST_YEAR = 2019 };

struct world {
    struct series_group true_group, group;
    struct series *true_total, *total;
};

static struct observation exactly(struct period period, struct ratio value)
{
    return (struct observation){.period = period,
                                .state = OBSERVATION_VALUE,
                                .value = value,
                                .possible = interval_of(value),
                                .status = 'A'};
}

/* Rounded to tonnes, as customs offices print them. */
static struct observation published(struct observation known)
{
    struct ratio half = {1, 2};
    known.value = ratio_from_decimal(ratio_round(known.value, 0));
    known.possible = interval_around(known.value, half);
    return known;
}

static struct series *series_new(struct arena *arena, const char *name)
{
    struct series *series = arena_new(arena, struct series);
    series->name = str_from(name);
    series->unit = S("t");
    return series;
}

/* Kilograms, some months without any. */
static struct series *random_truth(struct arena *arena, struct random *random,
                                   const char *name)
{
    struct series *series = series_new(arena, name);
    int size = 1000 + random_below(random, 4000000);
    for (int i = 0; i < MONTHS; i++) {
        int kilograms = random_below(random, 6) ? random_below(random, size) : 0;
        struct period month = period_shift(period_month(FIRST_YEAR, 1), i);
        struct ratio tonnes = ratio_divide(ratio_from(kilograms), ratio_from(1000));
        series_add(arena, series, exactly(month, tonnes));
    }
    return series;
}

/* Adds each month, or for the years in the mask January and February together. */
static struct series *publish(struct arena *arena, const struct series *truth,
                              unsigned combined_years)
{
    struct series *series = series_new(arena, str_c(arena, truth->name));
    for (size_t i = 0; i < truth->count; i++) {
        struct observation month = truth->at[i];
        int year = period_year(month.period) - FIRST_YEAR;
        if (period_month_of_year(month.period) == 1 && combined_years >> year & 1) {
            month.period.months = 2;
            month.value = ratio_add(month.value, truth->at[++i].value);
        }
        series_add(arena, series, published(month));
    }
    return series;
}

/* Without about one in `in` of its observations. */
static struct series *with_holes(struct arena *arena, struct random *random,
                                 const struct series *series, int in)
{
    struct series *less = series_new(arena, str_c(arena, series->name));
    for (size_t i = 0; i < series->count; i++) {
        if (random_below(random, in)) {
            series_add(arena, less, series->at[i]);
        }
    }
    return less;
}

static struct world random_world(struct arena *arena, struct random *random)
{
    static const char *const names[MEMBERS] = {"A", "B", "C", "D", "E"};
    struct world world = {.true_total = series_new(arena, "World")};
    unsigned combined = (unsigned)random_below(random, 32);
    for (int i = 0; i < MEMBERS; i++) {
        struct series *truth = random_truth(arena, random, names[i]);
        *arena_push(arena, &world.true_group) = *truth;
        *arena_push(arena, &world.group) = *publish(arena, truth, combined);
    }
    for (int month = 0; month < MONTHS; month++) {
        struct observation sum = world.true_group.at[0].at[month];
        for (int i = 1; i < MEMBERS; i++) {
            sum.value = ratio_add(sum.value, world.true_group.at[i].at[month].value);
        }
        series_add(arena, world.true_total, exactly(sum.period, sum.value));
    }
    world.total = publish(arena, world.true_total, combined);
    world.true_group.name = world.group.name = S("partners");
    world.true_group.total = world.true_total;
    world.group.total = world.total;
    return world;
}

/* --- all operators of one series, its total and its group ----------------------- */

struct subject {
    const struct series *series, *total;
    const struct series_group *group;
};

typedef const struct series *operate(struct arena *, struct subject);

#define OPERATOR(name, ...) \
    static const struct series *name(struct arena *arena, struct subject of) \
    { \
        return __VA_ARGS__; \
    }

OPERATOR(previous, operator_previous(arena, of.series))
OPERATOR(year_ago, operator_year_ago(arena, of.series))
OPERATOR(change, operator_change(arena, of.series, RATE_PREVIOUS))
OPERATOR(change_year, operator_change(arena, of.series, RATE_YEAR_AGO))
OPERATOR(mom, operator_rate(arena, of.series, RATE_PREVIOUS))
OPERATOR(yoy, operator_rate(arena, of.series, RATE_YEAR_AGO))
OPERATOR(to_date, operator_to_date(arena, of.series))
OPERATOR(to_date_yoy, operator_rate(arena, to_date(arena, of), RATE_YEAR_AGO))
OPERATOR(quarterly, operator_quarterly(arena, of.series))
OPERATOR(qoq, operator_rate(arena, quarterly(arena, of), RATE_PREVIOUS))
OPERATOR(sum_of_3, operator_rolling_sum(arena, of.series, 3))
OPERATOR(mean_of_12, operator_rolling_mean(arena, of.series, 12))
OPERATOR(mean_of_changes, operator_rolling_mean(arena, change(arena, of), 3))
OPERATOR(annual_level, operator_annual_level(arena, of.series))
OPERATOR(annual_rate, operator_annual_rate(arena, mom(arena, of)))
OPERATOR(indexed, operator_index(arena, of.series, period_month(FIRST_YEAR + 1, 6)))
OPERATOR(indexed_to_year,
         operator_index(arena, of.series, period_of_months(FIRST_YEAR, 1, 12)))
OPERATOR(share, operator_share(arena, of.series, of.total))
OPERATOR(share_change, operator_change(arena, share(arena, of), RATE_YEAR_AGO))
OPERATOR(share_of_year, operator_share_of_year(arena, of.series))
OPERATOR(contribution, operator_contribution(arena, of.series, of.total, RATE_PREVIOUS))
OPERATOR(contribution_year,
         operator_contribution(arena, of.series, of.total, RATE_YEAR_AGO))
OPERATOR(usual_mean, operator_years(arena, of.series, YEARS_MEAN, 3))
OPERATOR(usual, operator_years(arena, of.series, YEARS_MEDIAN, 4))
OPERATOR(usual_minimum, operator_years(arena, of.series, YEARS_MINIMUM, 2))
OPERATOR(usual_maximum, operator_years(arena, of.series, YEARS_MAXIMUM, 2))
OPERATOR(against_usual, operator_against_usual(arena, mom(arena, of), 3))
OPERATOR(ratio_to_total, operator_unit_value(arena, of.series, of.total))
OPERATOR(concentration, operator_concentration(arena, of.group))
OPERATOR(equivalent, operator_equivalent(arena, concentration(arena, of)))

static const struct {
    const char *name;
    operate *apply;
} operators[] = {
    {"previous", previous},
    {"year_ago", year_ago},
    {"change", change},
    {"change_year", change_year},
    {"mom", mom},
    {"yoy", yoy},
    {"to_date", to_date},
    {"to_date_yoy", to_date_yoy},
    {"quarterly", quarterly},
    {"qoq", qoq},
    {"sum_of_3", sum_of_3},
    {"mean_of_12", mean_of_12},
    {"mean_of_changes", mean_of_changes},
    {"annual_level", annual_level},
    {"annual_rate", annual_rate},
    {"indexed", indexed},
    {"indexed_to_year", indexed_to_year},
    {"share", share},
    {"share_change", share_change},
    {"share_of_year", share_of_year},
    {"contribution", contribution},
    {"contribution_year", contribution_year},
    {"usual_mean", usual_mean},
    {"usual", usual},
    {"usual_minimum", usual_minimum},
    {"usual_maximum", usual_maximum},
    {"against_usual", against_usual},
    {"ratio_to_total", ratio_to_total},
    {"concentration", concentration},
    {"equivalent", equivalent},
};

static struct subject subject_of(const struct world *world, int member)
{
    return (struct subject){&world->group.at[member], world->total, &world->group};
}

static struct subject true_subject_of(const struct world *world, int member)
{
    return (struct subject){&world->true_group.at[member], world->true_total,
                            &world->true_group};
}

/* --- properties ----------------------------------------------------------------- */

static struct observation found_at(const struct series *series, struct period period)
{
    const struct observation *found = series_find(series, period);
    return found ? *found : (struct observation){.period = period};
}

static void fail_at(struct arena *arena, const char *name, struct observation a,
                    struct observation b)
{
    str left = shown(arena, a, 9);
    str right = shown(arena, b, 9);
    fail_msg("%s: %.*s, but %.*s", name, STR_ARG(left), STR_ARG(right));
}

static void test_what_is_true_lies_in_the_interval_of_what_was_published(void **state)
{
    struct random random = {2025};
    size_t checked[COUNT_OF(operators)] = {0};
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        int member = random_below(&random, MEMBERS);
        for (size_t i = 0; i < COUNT_OF(operators); i++) {
            const struct series *result =
                operators[i].apply(*state, subject_of(&world, member));
            const struct series *truth =
                operators[i].apply(*state, true_subject_of(&world, member));
            for (size_t k = 0; k < result->count; k++) {
                struct observation true_one = found_at(truth, result->at[k].period);
                bool is_known = observation_has_value(true_one) &&
                                interval_is_valid(result->at[k].possible);
                if (is_known &&
                    !interval_contains(result->at[k].possible, true_one.value)) {
                    fail_at(*state, operators[i].name, result->at[k], true_one);
                }
                checked[i] += is_known;
            }
        }
    }
    for (size_t i = 0; i < COUNT_OF(operators); i++) {
        if (checked[i] < WORLDS) {
            fail_msg("%s: only %zu intervals", operators[i].name, checked[i]);
        }
    }
}

static void test_a_value_lies_in_its_own_interval(void **state)
{
    struct random random = {8};
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        for (size_t i = 0; i < COUNT_OF(operators); i++) {
            const struct series *result = operators[i].apply(*state, subject_of(&world, 0));
            for (size_t k = 0; k < result->count; k++) {
                struct observation one = result->at[k];
                if (observation_has_value(one) && interval_is_valid(one.possible)) {
                    assert_true(interval_contains(one.possible, one.value));
                }
            }
        }
    }
}

/* Sums can be taken from other parts then: only what is published decides. */
static struct world without_some(struct arena *arena, struct random *random,
                                 const struct world *world)
{
    struct world less = *world;
    less.group.at = NULL;
    less.group.count = less.group.capacity = 0;
    for (int i = 0; i < MEMBERS; i++) {
        *arena_push(arena, &less.group) =
            *with_holes(arena, random, &world->group.at[i], 8);
    }
    less.total = with_holes(arena, random, world->total, 20);
    less.group.total = less.total;
    return less;
}

static void test_with_months_removed_a_result_is_the_same_or_missing(void **state)
{
    struct random random = {77};
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        struct world less = without_some(*state, &random, &world);
        size_t missing = 0;
        for (size_t i = 0; i < COUNT_OF(operators); i++) {
            bool has_bounds =
                operators[i].apply == concentration || operators[i].apply == equivalent;
            const struct series *all = operators[i].apply(*state, subject_of(&world, 1));
            const struct series *some = operators[i].apply(*state, subject_of(&less, 1));
            for (size_t k = 0; k < some->count; k++) {
                struct observation full = found_at(all, some->at[k].period);
                if (!observation_has_value(some->at[k])) {
                    missing++;
                    continue;
                }
                bool agrees =
                    observation_has_value(full) &&
                    (has_bounds ? interval_contains(some->at[k].possible, full.value)
                                : ratio_compare(full.value, some->at[k].value) == 0);
                if (!agrees) {
                    fail_at(*state, operators[i].name, some->at[k], full);
                }
            }
        }
        assert_true(missing > 0);
    }
}

static void test_the_order_of_the_rows_does_not_matter(void **state)
{
    struct random random = {4};
    for (int round = 0; round < 20; round++) {
        struct world world = random_world(*state, &random);
        struct world other = world;
        const struct series *series = &world.group.at[2];
        struct series *shuffled = series_new(*state, "C");
        struct series left = *with_holes(*state, &random, series, MONTHS * 1000);
        while (left.count) {
            size_t taken = (size_t)random_below(&random, (int)left.count);
            series_add(*state, shuffled, left.at[taken]);
            left.at[taken] = left.at[--left.count];
        }
        for (size_t i = 0; i < COUNT_OF(operators); i++) {
            struct subject of = subject_of(&other, 2);
            const struct series *a = operators[i].apply(*state, of);
            of.series = shuffled;
            const struct series *b = operators[i].apply(*state, of);
            assert_int_equal(a->count, b->count);
            for (size_t k = 0; k < a->count; k++) {
                assert_str(shown(*state, a->at[k], 12),
                           str_c(*state, shown(*state, b->at[k], 12)));
            }
        }
    }
}

/* The published parts less the total: a rest that can be below zero by rounding. */
static const struct series *rest_of(struct arena *arena, const struct world *world)
{
    struct series_group group = world->group;
    group.top = 3;
    group.rest = S("Other");
    return group_ranking(arena, &group, period_month(FIRST_YEAR + 3, 6)).rest;
}

static struct series_group shown_of(struct arena *arena, const struct world *world)
{
    struct series_group group = world->group;
    group.top = 3;
    struct ranking ranking = group_ranking(arena, &group, period_month(FIRST_YEAR + 3, 6));
    struct series_group result = {0};
    for (size_t i = 0; i < ranking.count; i++) {
        *arena_push(arena, &result) = *ranking.at[i];
    }
    return result;
}

static void test_shares_of_all_parts_and_the_rest_are_100(void **state)
{
    struct random random = {100};
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        struct series_group parts = shown_of(*state, &world);
        *arena_push(*state, &parts) = *rest_of(*state, &world);
        for (size_t k = 0; k < world.total->count; k++) {
            struct ratio sum = ratio_from(0);
            for (size_t i = 0; i < parts.count; i++) {
                const struct series *shares =
                    operator_share(*state, &parts.at[i], world.total);
                sum = ratio_add(sum, found_at(shares, world.total->at[k].period).value);
            }
            assert_true(!ratio_sign(world.total->at[k].value) ||
                        ratio_compare(sum, ratio_from(100)) == 0);
        }
    }
}

static void test_contributions_are_the_change_of_the_total(void **state)
{
    static const enum rate_base bases[] = {RATE_PREVIOUS, RATE_YEAR_AGO};
    struct random random = {15};
    size_t checked = 0;
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        struct series_group parts = shown_of(*state, &world);
        *arena_push(*state, &parts) = *rest_of(*state, &world);
        enum rate_base base = bases[round % 2];
        const struct series *rate = operator_rate_computed(*state, world.total, base);
        for (size_t k = 0; k < rate->count; k++) {
            struct ratio sum = ratio_from(0);
            for (size_t i = 0; i < parts.count; i++) {
                const struct series *points =
                    operator_contribution(*state, &parts.at[i], world.total, base);
                sum = ratio_add(sum, found_at(points, rate->at[k].period).value);
            }
            if (observation_has_value(rate->at[k])) {
                assert_int_equal(ratio_compare(sum, rate->at[k].value), 0);
                checked++;
            }
        }
    }
    assert_true(checked > 1000);
}

static void test_concentration_is_between_its_bounds(void **state)
{
    struct random random = {10000};
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        const struct series *index = operator_concentration(*state, &world.true_group);
        const struct series *count = operator_equivalent(*state, index);
        for (size_t k = 0; k < index->count; k++) {
            struct observation one = index->at[k];
            if (observation_has_value(one)) { /* five members: from 2,000 on */
                struct ratio equal = ratio_divide(ratio_from(10000), ratio_from(MEMBERS));
                assert_true(ratio_compare(one.value, equal) >= 0);
                assert_true(ratio_compare(one.value, ratio_from(10000)) <= 0);
                assert_true(ratio_compare(count->at[k].value, ratio_from(1)) >= 0);
                assert_true(ratio_compare(count->at[k].value, ratio_from(MEMBERS)) <= 0);
            }
        }
    }
}

static void test_the_rank_is_among_the_possible_ones(void **state)
{
    struct random random = {3};
    size_t apart = 0;
    for (int round = 0; round < WORLDS; round++) {
        struct world world = random_world(*state, &random);
        struct world less = without_some(*state, &random, &world);
        for (int i = 0; i < MONTHS; i++) {
            struct period month = period_shift(period_month(FIRST_YEAR, 1), i);
            for (int member = 0; member < MEMBERS; member++) {
                const struct series *series = &less.group.at[member];
                struct interval ranks = group_rank_possible(&less.group, series, month);
                size_t truth =
                    group_rank(&world.true_group, &world.true_group.at[member], month);
                size_t known = group_rank(&less.group, series, month);
                if (!known) {
                    assert_false(interval_is_valid(ranks));
                    continue;
                }
                assert_true(interval_contains(ranks, ratio_from((int64_t)truth)));
                assert_true(interval_contains(ranks, ratio_from((int64_t)known)));
                apart += truth != known;
            }
        }
    }
    assert_true(apart > 0);
}

/* --- records, firsts, sinces and streaks against plain references --------------- */

static int naive_record(const struct series *series, struct period month)
{
    bool is_high = true;
    bool is_low = true;
    struct observation now = series_at(series, month);
    if (!observation_has_value(now) || month.first == series->at[0].period.first) {
        return 0;
    }
    struct period earlier = series->at[0].period;
    for (; earlier.first < month.first; earlier = period_shift(earlier, 1)) {
        struct observation one = series_at(series, earlier);
        is_high = is_high && observation_has_value(one) &&
                  ratio_compare(one.value, now.value) < 0;
        is_low =
            is_low && observation_has_value(one) && ratio_compare(one.value, now.value) > 0;
    }
    return is_high - is_low;
}

static size_t naive_zeros(const struct series *series, struct period month)
{
    size_t count = 0;
    struct observation now = series_at(series, month);
    if (!observation_has_value(now) || ratio_sign(now.value) <= 0) {
        return 0;
    }
    for (;;) {
        month = period_shift(month, -1);
        struct observation one = series_at(series, month);
        if (!observation_has_value(one) || ratio_sign(one.value) != 0) {
            return count;
        }
        count++;
    }
}

static void test_records_and_firsts_agree_with_plain_references(void **state)
{
    struct random random = {12};
    size_t highs = 0;
    size_t lows = 0;
    size_t firsts = 0;
    for (int round = 0; round < 2000; round++) {
        struct series *series =
            random_months(*state, &random, 2 + random_below(&random, 12), 4);
        const struct series *some = with_holes(*state, &random, series, 12);
        for (int i = 0; some->count && i < 14; i++) {
            struct period month = period_shift(period_month(2020, 1), i);
            struct record record = record_at(*state, some, month);
            assert_int_equal(record.sign, naive_record(some, month));
            assert_int_equal(record_first_in(some, month).count, naive_zeros(some, month));
            highs += record.sign > 0;
            lows += record.sign < 0;
            firsts += record_first_in(some, month).count > 0;
        }
    }
    assert_true(highs > 100 && lows > 100 && firsts > 100);
}

static void test_with_months_removed_nothing_stronger_is_said(void **state)
{
    struct random random = {19};
    for (int round = 0; round < 3000; round++) {
        struct series *all = random_months(*state, &random, 12, 5);
        const struct series *some = with_holes(*state, &random, all, 6);
        for (int i = 0; i < 12; i++) {
            struct period month = period_shift(period_month(2020, 1), i);
            if (!observation_has_value(series_at(some, month))) {
                continue;
            }
            struct since since = finding_high_since(some, month);
            struct since full = finding_high_since(all, month);
            assert_true(since.months <= full.months);
            assert_true(!period_is_set(since.month) ||
                        period_equal(since.month, full.month));
            struct first_in first = record_first_in(some, month);
            struct first_in full_first = record_first_in(all, month);
            assert_true(first.count <= full_first.count);
            assert_true(!first.is_exact || first.count == full_first.count);
            const struct series *changes = operator_change(*state, some, RATE_PREVIOUS);
            struct streak streak = finding_streak(changes, month);
            struct streak full_streak =
                finding_streak(operator_change(*state, all, RATE_PREVIOUS), month);
            assert_true(streak.count <= full_streak.count);
            assert_true(!streak.is_exact || streak.count == full_streak.count);
        }
    }
}

static void test_a_record_of_all_data_is_not_taken_back_by_what_was_removed(void **state)
{
    struct random random = {21};
    size_t records = 0;
    for (int round = 0; round < 3000; round++) {
        struct series *all = random_months(*state, &random, 10, 50);
        struct series *some = with_holes(*state, &random, all, 10);
        for (int i = 0; some->count && i < 10; i++) {
            struct period month = period_shift(period_month(2020, 1), i);
            struct record record = record_at(*state, some, month);
            bool has_all_before = period_equal(some->at[0].period, all->at[0].period);
            if (record.sign && has_all_before) {
                assert_int_equal(record_at(*state, all, month).sign, record.sign);
                records++;
            }
        }
    }
    assert_true(records > 1000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_is_true_lies_in_the_interval_of_what_was_published),
        unit_case(test_a_value_lies_in_its_own_interval),
        unit_case(test_with_months_removed_a_result_is_the_same_or_missing),
        unit_case(test_the_order_of_the_rows_does_not_matter),
        unit_case(test_shares_of_all_parts_and_the_rest_are_100),
        unit_case(test_contributions_are_the_change_of_the_total),
        unit_case(test_concentration_is_between_its_bounds),
        unit_case(test_the_rank_is_among_the_possible_ones),
        unit_case(test_records_and_firsts_agree_with_plain_references),
        unit_case(test_with_months_removed_nothing_stronger_is_said),
        unit_case(test_a_record_of_all_data_is_not_taken_back_by_what_was_removed),
    };
    return unit_run(tests);
}
