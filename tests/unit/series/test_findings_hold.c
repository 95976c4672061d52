/* SPDX-License-Identifier: MIT */
/*
 * Months are taken away from series at random, findings are made of what is left, and each
 * is held against the full series: none may say what those contradict.
 */
#include "findings.h"

#include <string.h>

/* Of the world and the United States, in tonnes: as published up to April 2026. */
static const char world[] =
    "2024-04 4775.8, 2024-05 4811.5, 2024-06 5150.2, 2024-07 5278, 2024-08 5325, 2024-09 "
    "4915, "
    "2024-10 4725, 2024-11 4793.8, 2024-12 5580.2, 2025-01 6357, 2025-02 3585.7, "
    "2025-03 5323.2, 2025-04 2627, 2025-05 1238.47, 2025-06 3188, 2025-07 5577, "
    "2025-08 6145.623, 2025-09 5774, 2025-10 5473, 2025-11 6149.95, 2025-12 5952, "
    "2026-01 6023, 2026-02 4740, 2026-03 5238";

static struct ratio full_at(const struct series *full, struct period month)
{
    struct observation observation = series_at(full, month);
    assert_true(observation_has_value(observation));
    return observation.value;
}

/* The sign of the change over `step` months, as the full series has it. */
static int change_at(const struct series *full, struct period month, int step)
{
    struct ratio now = full_at(full, month);
    struct ratio before = full_at(full, period_shift(month, -step));
    return ratio_sign(before) > 0 ? ratio_compare(now, before) : 0;
}

static void check_change(const struct finding *finding, const struct series *full, int step)
{
    struct period period = finding->period;
    struct ratio now = full_at(full, period);
    struct ratio before = full_at(full, period_shift(period, -step));
    assert_int_equal(ratio_compare(finding->value.value, now), 0);
    assert_int_equal(ratio_compare(finding->comparator.value, before), 0);
    assert_int_equal(finding->sign, ratio_compare(now, before));
}

static void check_streak(const struct finding *finding, const struct series *full, int step)
{
    struct period month = finding->period;
    for (size_t i = 0; i < finding->streak.count; i++) {
        assert_int_equal(change_at(full, month, step), finding->sign);
        month = period_shift(month, -1);
    }
    if (finding->is_complete) {
        assert_true(change_at(full, month, step) != finding->sign);
    }
}

static void check_first(const struct finding *finding, const struct series *full, int step)
{
    struct period month = finding->period;
    assert_int_equal(change_at(full, month, step), finding->sign);
    for (size_t i = 1; i < finding->count; i++) {
        month = period_shift(month, -1);
        assert_int_equal(change_at(full, month, step), -finding->sign);
    }
    if (finding->is_complete) {
        month = period_shift(month, -1);
        assert_int_equal(change_at(full, month, step), finding->sign);
    }
}

static void check_window(const struct finding *finding, const struct series *full)
{
    for (size_t i = 1; i < finding->count; i++) {
        struct period month = period_shift(finding->period, -(int)i);
        assert_int_equal(ratio_compare(finding->value.value, full_at(full, month)),
                         finding->sign);
    }
    if (period_is_set(finding->since.month)) {
        struct ratio end = full_at(full, finding->since.month);
        assert_true(ratio_compare(finding->value.value, end) != finding->sign);
    }
}

static void check_to_date(const struct finding *finding, const struct series *full)
{
    struct ratio sums[2] = {ratio_from(0), ratio_from(0)};
    for (int year = 0; year < 2; year++) {
        struct period months = period_to_date(period_shift(finding->period, -12 * year));
        for (int i = 0; i < months.months; i++) {
            struct period month = {months.first + i, 1};
            sums[year] = ratio_add(sums[year], full_at(full, month));
        }
    }
    assert_int_equal(ratio_compare(finding->value.value, sums[0]), 0);
    assert_int_equal(ratio_compare(finding->comparator.value, sums[1]), 0);
}

static void check_range(const struct finding *finding, const struct series *full)
{
    for (size_t year = 1; year <= finding->count; year++) {
        struct period month = period_shift(finding->period, -12 * (int)year);
        assert_int_equal(ratio_compare(finding->value.value, full_at(full, month)),
                         finding->sign);
    }
}

static int level_at(const struct series *full, struct period month)
{
    struct ratio before = full_at(full, period_shift(month, -12));
    struct ratio hundredfold = ratio_multiply(full_at(full, month), ratio_from(100));
    if (ratio_sign(before) <= 0) {
        return 0;
    }
    return (ratio_compare(hundredfold, ratio_multiply(before, ratio_from(125))) >= 0) -
           (ratio_compare(hundredfold, ratio_multiply(before, ratio_from(75))) <= 0);
}

static void check_level(const struct finding *finding, const struct series *full)
{
    struct period month = finding->period;
    for (size_t i = 0; i < finding->streak.count; i++) {
        assert_int_equal(level_at(full, month), finding->sign);
        month = period_shift(month, -1);
    }
    if (finding->is_complete) {
        assert_true(level_at(full, month) != finding->sign);
    }
}

static void check_shipment(const struct finding *finding, const struct series *full)
{
    struct period month = finding->period;
    assert_true(ratio_sign(full_at(full, month)) > 0);
    for (size_t i = 1; i < finding->count; i++) {
        month = period_shift(month, -1);
        assert_int_equal(ratio_sign(full_at(full, month)), 0);
    }
    if (finding->is_complete) {
        assert_true(ratio_sign(full_at(full, period_shift(month, -1))) != 0);
    }
}

/* Whether it is one of the kinds about a single series; those are checked. */
static bool check_series(const struct finding *finding, const struct series *full)
{
    switch (finding->kind) {
    case FINDING_CHANGE_MONTH:
        check_change(finding, full, 1);
        return true;
    case FINDING_CHANGE_YEAR:
        check_change(finding, full, 12);
        return true;
    case FINDING_TO_DATE:
        check_to_date(finding, full);
        return true;
    case FINDING_RECORD_HIGH:
    case FINDING_RECORD_LOW:
    case FINDING_SINCE_HIGH:
    case FINDING_SINCE_LOW:
        check_window(finding, full);
        return true;
    case FINDING_STREAK_MONTH:
        check_streak(finding, full, 1);
        return true;
    case FINDING_STREAK_YEAR:
        check_streak(finding, full, 12);
        return true;
    case FINDING_FIRST_MONTH:
        check_first(finding, full, 1);
        return true;
    case FINDING_FIRST_YEAR:
        check_first(finding, full, 12);
        return true;
    case FINDING_FIRST_SHIPMENT:
        check_shipment(finding, full);
        return true;
    case FINDING_USUAL_RANGE:
        check_range(finding, full);
        return true;
    case FINDING_LEVEL_SHIFT:
        check_level(finding, full);
        return true;
    default:
        return false;
    }
}

/* --- groups --------------------------------------------------------------------- */

static const struct series *member_of(const struct series_group *group, str name)
{
    for (size_t i = 0; i < group->count; i++) {
        if (str_equal(group->at[i].name, name)) {
            return &group->at[i];
        }
    }
    return NULL;
}

static void check_share(const struct finding *finding, const struct series_group *full,
                        struct observation share, struct period month)
{
    struct ratio part = full_at(member_of(full, finding->member), month);
    struct ratio whole = full_at(full->total, month);
    struct ratio exact = ratio_multiply(ratio_from(100), ratio_divide(part, whole));
    assert_int_equal(ratio_compare(share.value, exact), 0);
}

static void check_concentration(const struct finding *finding,
                                const struct series_group *full)
{
    struct ratio sum = ratio_from(0);
    for (size_t i = 0; i < full->count; i++) {
        if (group_rank(full, &full->at[i], finding->period) <= 3) {
            sum = ratio_add(sum, full_at(&full->at[i], finding->period));
        }
    }
    struct ratio whole = full_at(full->total, finding->period);
    struct ratio share = ratio_multiply(ratio_from(100), ratio_divide(sum, whole));
    assert_true(ratio_compare(finding->rate.value, share) <= 0); /* ties of the third */
}

static void check_contribution(const struct finding *finding,
                               const struct series_group *full)
{
    const struct series *member = member_of(full, finding->member);
    struct period before = period_shift(finding->period, -1);
    struct ratio own =
        ratio_subtract(full_at(member, finding->period), full_at(member, before));
    struct ratio whole =
        ratio_subtract(full_at(full->total, finding->period), full_at(full->total, before));
    struct ratio part = ratio_multiply(ratio_from(100), ratio_divide(own, whole));
    assert_int_equal(ratio_compare(finding->rate.value, part), 0);
    assert_int_equal(finding->sign, ratio_sign(whole));
}

static void check_overtaking(const struct finding *finding, const struct series_group *full)
{
    const struct series *member = member_of(full, finding->member);
    const struct series *other = member_of(full, finding->other->name);
    struct period before = period_shift(finding->period, -1);
    assert_true(ratio_compare(full_at(member, finding->period),
                              full_at(other, finding->period)) > 0);
    assert_true(ratio_compare(full_at(member, before), full_at(other, before)) < 0);
}

static void check_group(const struct finding *finding, const struct series_group *full)
{
    const struct series *member = member_of(full, finding->member);
    struct period month_before = period_shift(finding->period, -1);
    struct period year_before = period_shift(finding->period, -12);
    switch (finding->kind) {
    case FINDING_LEADER:
        assert_int_equal(group_rank(full, member, finding->period), 1);
        assert_true(!finding->count ||
                    group_rank(full, member, month_before) == finding->count);
        break;
    case FINDING_OVERTAKES:
        check_overtaking(finding, full);
        break;
    case FINDING_RANK:
        assert_int_equal(group_rank(full, member, finding->period), finding->count);
        assert_int_equal(group_rank(full, member, year_before), finding->before);
        break;
    case FINDING_SHARE:
        check_share(finding, full, finding->rate, finding->period);
        check_share(finding, full, finding->comparator, year_before);
        break;
    case FINDING_CONTRIBUTION:
        check_contribution(finding, full);
        break;
    case FINDING_CONCENTRATION:
        check_concentration(finding, full);
        break;
    default:
        fail_msg("a kind that is not checked");
    }
}

/* --- what is taken away --------------------------------------------------------- */

/* Some months left out or without a value; of some neighbours only the sum is left. */
static struct series *with_holes(struct arena *arena, struct random *random,
                                 const struct series *full, int one_in)
{
    struct series *seen = arena_new(arena, struct series);
    *seen = *full;
    seen->at = NULL;
    seen->count = seen->capacity = 0;
    for (size_t i = 0; i < full->count; i++) {
        struct observation observation = full->at[i];
        int fate = random_below(random, one_in * 3);
        if (fate == 0) {
            continue;
        }
        if (fate == 1) {
            observation.state = OBSERVATION_MISSING;
        } else if (fate == 2 && i + 1 < full->count) {
            observation.period.months = 2;
            observation.value = ratio_add(observation.value, full->at[++i].value);
        }
        series_add(arena, seen, observation);
    }
    return seen;
}

/* "at least" stands in a sentence if and only if its finding is not exact. */
static void check_words(struct arena *arena, const struct finding *finding)
{
    static const struct {
        const char *tag, *words;
    } languages[] = {{"en", "at least"},   {"de", "indestens"}, {"fr", "au moins"},
                     {"ja", "少なくとも"}, {"zh", "至少"},      {"ko", "최소"},
                     {"ar", "على الأقل"},  {"he", "לפחות"}};
    for (size_t i = 0; i < COUNT_OF(languages); i++) {
        const struct sentence_speaker speaker = {
            .language = language_find(str_from(languages[i].tag))};
        for (enum sentence_start start = 0; start < SENTENCE_STARTS; start++) {
            str sentence = sentence_of(arena, &speaker, finding, start);
            bool has_words = strstr(str_c(arena, sentence), languages[i].words);
            assert_int_equal(has_words, !finding->is_complete);
        }
    }
}

/* Values from 0 to limit - 1; every so often none at all for some months. */
static struct series *random_series(struct arena *arena, struct random *random, int months,
                                    int limit)
{
    struct series *series = random_months(arena, random, months, limit);
    series->unit = S("t");
    size_t empty = 0;
    for (size_t i = 0; i < series->count; i++) {
        empty = empty ? empty - 1 : (random_below(random, 16) ? 0 : 4);
        if (empty) {
            series->at[i].value = ratio_from(0);
        }
    }
    return series;
}

static void check_series_at(struct arena *arena, const struct series *full,
                            const struct series *seen, struct period period, size_t *counts)
{
    struct finding_inputs inputs = {0};
    *arena_push(arena, &inputs) =
        (struct finding_input){.query = S("total"), .series = seen};
    const struct findings *findings = findings_make(arena, &inputs, period, NULL, NULL);
    for (size_t i = 0; i < findings->said; i++) {
        const struct finding *finding = &findings->at[i];
        assert_true(check_series(finding, full));
        counts[finding->kind]++;
        if (counts[finding->kind] % 16 == 0) {
            check_words(arena, finding);
        }
    }
}

static void test_no_finding_about_a_series_with_holes_contradicts_the_full_one(void **state)
{
    (void)state;
    static const enum finding_kind kinds[] = {
        FINDING_CHANGE_MONTH, FINDING_CHANGE_YEAR,  FINDING_TO_DATE,
        FINDING_RECORD_HIGH,  FINDING_RECORD_LOW,   FINDING_SINCE_HIGH,
        FINDING_SINCE_LOW,    FINDING_STREAK_MONTH, FINDING_STREAK_YEAR,
        FINDING_FIRST_MONTH,  FINDING_FIRST_YEAR,   FINDING_FIRST_SHIPMENT,
        FINDING_USUAL_RANGE,  FINDING_LEVEL_SHIFT,
    };
    struct random random = {52};
    size_t counts[FINDING_KIND_COUNT] = {0};
    for (int round = 0; round < 400; round++) {
        struct arena arena = {0};
        const struct series *full =
            random_series(&arena, &random, 50 + round % 20, 2 + round % 60);
        const struct series *seen = with_holes(&arena, &random, full, 2 + round % 90);
        for (size_t i = 12; i < full->count; i += 3) {
            check_series_at(&arena, full, seen, full->at[i].period, counts);
        }
        arena_finish(&arena);
    }
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        assert_true(counts[kinds[i]] > 20); /* each kind was met */
    }
}

static void test_no_finding_about_real_exports_with_holes_contradicts_them(void **state)
{
    struct random random = {5473};
    size_t counts[FINDING_KIND_COUNT] = {0};
    const struct series *full = figures(*state, world);
    for (int round = 0; round < 300; round++) {
        struct arena arena = {0};
        const struct series *seen = with_holes(&arena, &random, full, 2 + round % 12);
        for (size_t i = 6; i < full->count; i++) {
            check_series_at(&arena, full, seen, full->at[i].period, counts);
        }
        arena_finish(&arena);
    }
    assert_true(counts[FINDING_SINCE_HIGH] > 100 && counts[FINDING_STREAK_YEAR] > 100);
}

/* Members, and their sums as the total. */
static struct series_group *random_group(struct arena *arena, struct random *random,
                                         int months, int limit)
{
    enum { MEMBERS = 5 };
    struct series_group *group = arena_new(arena, struct series_group);
    struct series *total = random_months(arena, random, months, 1);
    for (size_t i = 0; i < MEMBERS; i++) {
        struct series *member = random_months(arena, random, months, limit);
        member->name = str_print(arena, "member %zu", i);
        for (size_t k = 0; k < member->count; k++) {
            total->at[k].value = ratio_add(total->at[k].value, member->at[k].value);
        }
        *arena_push(arena, group) = *member;
    }
    group->total = total;
    return group;
}

static struct series_group *group_with_holes(struct arena *arena, struct random *random,
                                             const struct series_group *full, int one_in)
{
    struct series_group *seen = arena_new(arena, struct series_group);
    bool has_total = random_below(random, 4);
    seen->total = has_total ? with_holes(arena, random, full->total, 4 * one_in) : NULL;
    for (size_t i = 0; i < full->count; i++) {
        *arena_push(arena, seen) = *with_holes(arena, random, &full->at[i], one_in);
    }
    return seen;
}

static void check_group_at(struct arena *arena, const struct series_group *full,
                           const struct series_group *seen, struct period period,
                           size_t *counts)
{
    struct finding_inputs inputs = {0};
    *arena_push(arena, &inputs) =
        (struct finding_input){.query = S("partners"), .group = seen};
    const struct findings *findings = findings_make(arena, &inputs, period, NULL, NULL);
    for (size_t i = 0; i < findings->said; i++) {
        const struct finding *finding = &findings->at[i];
        const struct series *member = member_of(full, finding->member);
        counts[finding->kind]++;
        if (!member || !check_series(finding, member)) {
            check_group(finding, full);
        }
    }
}

static void test_no_finding_about_a_group_with_holes_contradicts_the_full_one(void **state)
{
    (void)state;
    struct random random = {1118};
    size_t counts[FINDING_KIND_COUNT] = {0};
    for (int round = 0; round < 300; round++) {
        struct arena arena = {0};
        const struct series_group *full = random_group(&arena, &random, 30, 4 + round);
        const struct series_group *seen =
            group_with_holes(&arena, &random, full, 4 + round % 30);
        for (int i = 14; i < 30; i++) {
            struct period period = full->total->at[i].period;
            check_group_at(&arena, full, seen, period, counts);
        }
        arena_finish(&arena);
    }
    for (enum finding_kind kind = FINDING_LEADER; kind <= FINDING_CONCENTRATION; kind++) {
        assert_true(counts[kind] > 100);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_no_finding_about_a_series_with_holes_contradicts_the_full_one),
        unit_case(test_no_finding_about_real_exports_with_holes_contradicts_them),
        unit_case(test_no_finding_about_a_group_with_holes_contradicts_the_full_one),
    };
    return unit_run(tests);
}
