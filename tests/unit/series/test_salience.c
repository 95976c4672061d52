/* SPDX-License-Identifier: MIT */
#include "findings.h"

static struct findings_wish all(size_t count)
{
    return (struct findings_wish){.count = count};
}

/* The names of the first findings, in order. */
static str first_names(struct arena *arena, const struct findings *findings, size_t count)
{
    str names[16];
    for (size_t i = 0; i < count; i++) {
        names[i] =
            i < findings->said ? finding_name(arena, &findings->at[i]) : S("nothing");
    }
    return str_join(arena, names, count, S(" "));
}

static const struct findings *make(struct arena *arena, const char *const *texts,
                                   size_t count, const struct finding_options *options)
{
    static const char *const queries[] = {"first", "second", "third"};
    struct finding_inputs inputs = {0};
    for (size_t i = 0; i < count; i++) {
        *arena_push(arena, &inputs) = (struct finding_input){
            .query = str_from(queries[i]), .series = figures(arena, texts[i])};
    }
    return findings_make(arena, &inputs, period_of("2025-10"), options, NULL);
}

static void test_a_large_rise_of_next_to_nothing_never_leads(void **state)
{
    static const char *const texts[] = {"2025-09 5000, 2025-10 5050",
                                        "2025-09 2, 2025-10 20"};
    const struct findings *findings = make(*state, texts, 2, NULL);
    assert_str(first_names(*state, findings, 2), "first.change_month second.change_month");
    assert_true(findings->at[1].salience.is_tiny);
    assert_str(finding_reason(*state, &findings->at[1]),
               "a change without a history to measure it by; weight 0.4%; on a tiny base");
}

static void test_a_rise_from_a_collapse_of_the_own_series_is_tiny_too(void **state)
{
    static const char *const texts[] = {
        "2025-04 500, 2025-05 510, 2025-06 490, 2025-07 500, 2025-08 505, 2025-09 2, "
        "2025-10 20"};
    const struct findings *findings = make(*state, texts, 1, NULL);
    const struct finding *change = finding_named(findings, "first.change_month");
    assert_true(change->salience.is_tiny);
    assert_true(change->salience.score < 10);
}

static void test_a_change_is_measured_by_what_is_usual_in_its_series(void **state)
{
    static const char *const texts[] = {
        "2025-01 100, 2025-02 150, 2025-03 100, 2025-04 150, 2025-05 100, 2025-06 150, "
        "2025-07 100, 2025-08 150, 2025-09 100, 2025-10 120",
        "2025-01 100, 2025-02 101, 2025-03 100, 2025-04 101, 2025-05 100, 2025-06 101, "
        "2025-07 100, 2025-08 101, 2025-09 100, 2025-10 120"};
    const struct findings *findings = make(*state, texts, 2, NULL);
    const struct finding *wild = finding_named(findings, "first.change_month");
    const struct finding *calm = finding_named(findings, "second.change_month");
    assert_true(calm->salience.news > wild->salience.news);
    assert_str(finding_reason(*state, wild), "0.5 times the usual change of 41.7%");
}

static void test_of_two_that_say_the_same_one_is_said_first_and_one_not_listed(void **state)
{
    static const char *const texts[] = {
        "2025-06 5, 2025-07 6, 2025-08 9, 2025-09 8, 2025-10 7"};
    const struct findings *findings = make(*state, texts, 1, NULL);
    const struct finding *change = finding_named(findings, "first.change_month");
    assert_true(change->salience.is_repeat);
    assert_int_equal(change->salience.repeats, FINDING_STREAK_MONTH);
    struct findings_wish wish = all(9);
    const struct findings listed = findings_choose(*state, findings, &wish);
    assert_non_null(finding_named(&listed, "first.streak_month"));
    assert_null(finding_named(&listed, "first.change_month"));
    const struct finding_selector kind = {.kind = S("change")};
    wish.kinds = &kind;
    wish.kind_count = 1;
    const struct findings changes = findings_choose(*state, findings, &wish);
    assert_non_null(finding_named(&changes, "first.change_month"));
}

static void test_a_longer_window_weighs_more(void **state)
{
    static const char *const texts[] = {
        "2025-01 9, 2025-02 1, 2025-03 1, 2025-04 1, 2025-05 1, 2025-06 1, 2025-07 1, "
        "2025-08 1, 2025-09 1, 2025-10 8",
        "2025-05 9, 2025-06 9, 2025-07 1, 2025-08 1, 2025-09 1, 2025-10 8"};
    const struct findings *findings = make(*state, texts, 2, NULL);
    const struct finding *longer = finding_named(findings, "first.since_high");
    const struct finding *shorter = finding_named(findings, "second.since_high");
    assert_true(longer->salience.news > shorter->salience.news);
    assert_str(finding_reason(*state, longer),
               "a window of 9 months; after 1 better about it");
}

static void test_authors_pin_drop_and_limit(void **state)
{
    static const char *const texts[] = {
        "2025-06 5, 2025-07 6, 2025-08 9, 2025-09 8, 2025-10 7",
        "2025-06 5, 2025-07 3, 2025-08 4, 2025-09 9, 2025-10 10"};
    struct finding_options options = {0};
    *arena_push(*state, &options.pins) = finding_selector_parse(S("second.change_month"));
    *arena_push(*state, &options.drops) = finding_selector_parse(S("first.*"));
    *arena_push(*state, &options.limits) = (struct finding_limit){S("since"), 0};
    const struct findings *findings = make(*state, texts, 2, &options);
    assert_str(first_names(*state, findings, 2), "second.change_month second.streak_month");
    assert_str(finding_named(findings, "first.streak_month")->withheld,
               "dropped by the briefing");
    assert_str(finding_named(findings, "second.since_high")->withheld,
               "the briefing limits since to 0");
}

static void test_selectors_name_queries_members_and_kinds_or_any(void **state)
{
    (void)state;
    const struct finding finding = {
        .kind = FINDING_SHARE, .query = S("partners"), .member = S("U.S. Virgin Islands")};
    static const struct {
        const char *selector;
        bool takes;
    } cases[] = {
        {"partners.share", true},
        {"partners", true},
        {"partners.*", true},
        {"*.share", true},
        {"*.*", true},
        {"partners.U.S. Virgin Islands.share", true},
        {"partners.U.S. Virgin Islands.*", true},
        {"partners.*.share", true},
        {"partners.Japan.share", false},
        {"total.share", false},
        {"partners.since", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct finding_selector selector =
            finding_selector_parse(str_from(cases[i].selector));
        assert_int_equal(finding_selector_takes(&selector, &finding), cases[i].takes);
    }
}

static void test_what_is_asked_about_one_series_has_the_scores_of_all(void **state)
{
    struct finding_inputs inputs = {0};
    const struct series *small = figures(*state, "2025-09 20, 2025-10 30");
    *arena_push(*state, &inputs) = (struct finding_input){
        .query = S("large"), .series = figures(*state, "2025-09 100, 2025-10 100")};
    *arena_push(*state, &inputs) =
        (struct finding_input){.query = S("small"), .series = small};
    const struct findings *both =
        findings_make(*state, &inputs, period_of("2025-10"), NULL, NULL);
    const struct findings *one =
        findings_make(*state, &inputs, period_of("2025-10"), NULL, small);
    const struct finding *seen = finding_named(one, "small.change_month");
    assert_null(finding_named(one, "large.change_month"));
    assert_true(seen->salience.weight > 0.29 && seen->salience.weight < 0.31);
    double difference =
        seen->salience.score - finding_named(both, "small.change_month")->salience.score;
    assert_true(difference < 1e-9 && difference > -1e-9);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_large_rise_of_next_to_nothing_never_leads),
        unit_case(test_a_rise_from_a_collapse_of_the_own_series_is_tiny_too),
        unit_case(test_a_change_is_measured_by_what_is_usual_in_its_series),
        unit_case(test_of_two_that_say_the_same_one_is_said_first_and_one_not_listed),
        unit_case(test_a_longer_window_weighs_more),
        unit_case(test_authors_pin_drop_and_limit),
        unit_case(test_selectors_name_queries_members_and_kinds_or_any),
        unit_case(test_what_is_asked_about_one_series_has_the_scores_of_all),
    };
    return unit_run(tests);
}
