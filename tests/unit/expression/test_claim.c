/* SPDX-License-Identifier: MIT */
#include "claims.h"

/* The error of a list of claims. */
static str refused(struct arena *arena, const char *yaml)
{
    struct error error = {0};
    struct claims claims = {0};
    assert_false(claims_parse(arena, yaml, &claims, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    return claims_error(arena, &error);
}

static const struct claim *read_one(struct arena *arena, const char *yaml)
{
    struct error error = {0};
    struct claims *claims = arena_new(arena, struct claims);
    if (!claims_parse(arena, yaml, claims, &error)) {
        fail_msg("%s", str_c(arena, claims_error(arena, &error)));
    }
    assert_int_equal(claims->count, 1);
    return &claims->at[0];
}

static void test_a_claim_has_all_of_its_keys(void **state)
{
    const struct claim *claim = read_one(
        *state, "- id: oct\n  says: up\n  source: News\n  of: total\n  figure: -5.20%\n"
                "  period: 2025-10\n  as-of: 2025-11-20\n  series-candidates: [us]\n"
                "  expected: wrong-series\n  allow: true\n  reason: because\n");
    assert_str(claim->id, "oct");
    assert_str(claim->says, "up");
    assert_str(claim->source, "News");
    assert_str(claim->of->text, "total");
    assert_str(claim->reason, "because");
    assert_int_equal(claim->kind, CLAIM_FIGURE);
    assert_int_equal(claim->figure.places, 2);
    assert_int_equal(claim->figure.digits, 3);
    assert_true(period_equal(claim->period, period_month(2025, 10)));
    assert_int_equal(claim->as_of.day, 20);
    assert_true(claim->has_expected);
    assert_int_equal(claim->expected, VERDICT_WRONG_SERIES);
    assert_int_equal(claim->candidates->count, 1);
    assert_str(claim_statement(*state, claim), "figure: -5.20%");
}

static void test_a_list_is_said_as_one_statement(void **state)
{
    const struct claim *claim =
        read_one(*state, "- {id: o, says: o, of: p, order: [A, B], period: 2025-10}\n");
    assert_str(claim_statement(*state, claim), "order: A, B");
}

static void test_every_kind_of_statement_is_known(void **state)
{
    static const char *const statements[] = {
        "figure: 5 t",
        "about: 5 t",
        "more-than: 5 t",
        "at-least: 5 t",
        "less-than: 5 t",
        "at-most: 5 t",
        "between: [5 t, 6 t]",
        "direction: fall",
        "highest-since: 2025-01",
        "lowest-since: 2025-01",
        "highest-in: 3",
        "lowest-in: 3",
        "falls-in-a-row: 2",
        "rises-in-a-row: 2",
        "first-fall-in: 3",
        "first-rise-in: 3",
        "rank: 1",
        "order: [A, B]",
        "top: [A]",
    };
    for (size_t i = 0; i < COUNT_OF(statements); i++) {
        const struct claim *claim = read_one(
            *state, str_print(*state, "- {id: a, says: b, of: c, period: 2025-10, %s}",
                              statements[i])
                        .at);
        assert_int_equal(claim->kind, i);
    }
    assert_int_equal(
        read_one(*state, "- {id: a, says: b, weekday: Monday, date: 2026-01-12}")->kind,
        CLAIM_WEEKDAY);
    assert_int_equal(read_one(*state, "- {id: a, says: b, needs: c}")->kind, CLAIM_NEEDS);
}

static void test_what_a_claim_lacks_is_an_error_at_it(void **state)
{
    assert_str(refused(*state, "- {says: x}\n"),
               "1:3+1 the claim has no id | as in id: october-total");
    assert_str(refused(*state, "- {id: a}\n"),
               "1:3+1 the claim \"a\" does not say anything | give the words of the text: "
               "says: exports fell 5.2%");
    assert_str(refused(*state, "- {id: a, says: x}\n"),
               "1:3+1 the claim \"a\" states nothing | as in figure: 5,473 t, direction: "
               "fall, or highest-since: 2025-01");
    assert_str(refused(*state, "- {id: a, says: x, figure: 5 t}\n"),
               "1:3+1 the claim \"a\" is of nothing | say what computes it, as in of: "
               "total.mom");
    assert_str(refused(*state, "- {id: a, says: x, figure: 5 t, of: total}\n"),
               "1:3+1 the claim \"a\" has no period | as in period: 2025-10");
}

static void test_what_is_wrong_is_pointed_at(void **state)
{
    assert_str(refused(*state, "- {id: a, say: x}\n"),
               "1:11+3 unknown key \"say\" | did you mean \"says\"?");
    assert_str(refused(*state, "- {id: a, says: to 5,473 t}\n"),
               "1:22+5 unknown key \"473 t\" | within { } a text with a comma stands in "
               "quotes");
    assert_str(refused(*state, "- {id: a, says: x, figure: 5 t, direction: fall}\n"),
               "1:33+9 the claim \"a\" has two statements, figure and direction");
    assert_str(refused(*state, "- {id: a, says: x, needs: y}\n"
                               "- {id: a, says: x, needs: y}\n"),
               "2:8+1 there are two claims \"a\"");
    assert_str(refused(*state, "- {id: a, says: x, needs: y, of: total}\n"),
               "1:30+2 needs is about no data");
    assert_str(refused(*state, "- {id: a, says: x, needs: \"\"}\n"),
               "1:27+2 needs wants to know what is missing");
    assert_str(refused(*state, "[]\n"), "1:1+1 the list of claims is empty");
    assert_str(refused(*state, "a: b\n"),
               "1:1+1 this is a map of keys and values, expected a list");
    assert_str(refused(*state, "- a\n"),
               "1:3+1 this is a single value, expected a map of keys and values");
}

/* The error of a claim with a subject and these keys. */
static str refused_statement(struct arena *arena, const char *keys)
{
    return refused(arena, str_print(arena, "- {id: a, says: x, of: total, %s}", keys).at);
}

static void test_statements_are_typed(void **state)
{
    assert_str(refused_statement(*state, "period: 2025-10, figure: many"),
               "1:56+4 \"many\" is not a figure | figures are such as 5,473 t, -5.2%, 2.51 "
               "million kg");
    assert_str(refused_statement(*state, "period: 2025-10, between: [1 t]"),
               "1:57+1 between has two figures, not 1");
    assert_str(refused_statement(*state, "period: 2025-10, between: [2 t, 1 t]"),
               "1:57+1 between has the smaller figure first, in the same unit");
    assert_str(
        refused_statement(*state, "period: 2025-10, direction: down"),
        "1:59+4 \"down\" is not a known direction | known are: fall, unchanged, rise");
    assert_str(refused_statement(*state, "period: 2025-10, rank: 0"),
               "1:54+1 rank wants a whole number from 1 to 1200");
    assert_str(refused_statement(*state, "period: 2025-10, highest-since: 2025-12"),
               "1:63+7 highest-since wants a month before the period");
    assert_str(refused_statement(*state, "period: 2025, highest-since: 2024-12"),
               "1:39+4 highest-since is about a month, and this period is none");
    assert_str(refused_statement(*state, "period: 2025-10, order: [A]"),
               "1:55+1 order wants 2 members or more");
    assert_str(refused_statement(*state, "period: 2025-10, order: A"),
               "1:55+1 \"order\" is a single value, expected a list");
    assert_str(refused_statement(*state, "period: 2025-10, rank: 1, each: month"),
               "1:63+5 rank is not said of each month");
    assert_str(refused_statement(*state, "period: 2025-13, rank: 1"),
               "1:39+7 \"2025-13\" is not a period such as 2025-10 or 2025-01..03");
}

static void test_what_may_be_wrong_says_why(void **state)
{
    assert_str(refused_statement(*state, "period: 2025-10, rank: 1, allow: true"),
               "1:64+4 what is allowed has a reason | as in reason: revised after we went "
               "to print");
    assert_str(refused_statement(*state, "period: 2025-10, rank: 1, reason: x"),
               "1:57+6 only a claim with \"allow: true\" has a reason");
    assert_str(refused_statement(*state, "period: 2025-10, rank: 1, expected: maybe"),
               "1:67+5 \"maybe\" is not a known expected | known are: true, false, "
               "wrong-series, undecidable");
    assert_str(refused(*state, "- {id: a, says: x, weekday: Monday}\n"),
               "1:29+6 a weekday is that of a date");
    assert_str(refused_statement(*state, "period: 2025-10, rank: 1, date: 2025-10-10"),
               "1:57+4 only a weekday has a date");
}

static void test_a_claim_is_good_if_true_open_allowed_or_as_expected(void **state)
{
    (void)state;
    struct claim claim = {0};
    assert_true(claim_is_good(&claim, VERDICT_TRUE));
    assert_true(claim_is_good(&claim, VERDICT_UNDECIDABLE));
    assert_false(claim_is_good(&claim, VERDICT_FALSE));
    assert_false(claim_is_good(&claim, VERDICT_WRONG_SERIES));
    claim.reason = S("because");
    assert_true(claim_is_good(&claim, VERDICT_FALSE));
    claim.has_expected = true;
    claim.expected = VERDICT_WRONG_SERIES;
    assert_true(claim_is_good(&claim, VERDICT_WRONG_SERIES));
    assert_false(claim_is_good(&claim, VERDICT_FALSE));
    assert_false(claim_is_good(&claim, VERDICT_TRUE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_claim_has_all_of_its_keys),
        unit_case(test_a_list_is_said_as_one_statement),
        unit_case(test_every_kind_of_statement_is_known),
        unit_case(test_what_a_claim_lacks_is_an_error_at_it),
        unit_case(test_what_is_wrong_is_pointed_at),
        unit_case(test_statements_are_typed),
        unit_case(test_what_may_be_wrong_says_why),
        unit_case(test_a_claim_is_good_if_true_open_allowed_or_as_expected),
    };
    return unit_run(tests);
}
