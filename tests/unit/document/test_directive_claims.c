/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static const char *claims_of(struct arena *arena, const char *yaml)
{
    return str_print(arena, "```claims\n%s\n```\n", yaml).at;
}

static void test_claims_that_hold_are_a_table(void **state)
{
    struct blocks blocks = blocks_of(
        *state, claims_of(*state, "- {id: a, says: it fell, of: total.mom, figure: -5.2%}\n"
                                  "- {id: b, says: to 656, of: us, figure: 656 t}"));
    assert_int_equal(blocks.count, 1);
    const struct table_block *table = blocks.at[0]->table;
    assert_str(table->number, "Table 1");
    assert_str(table->title, "What is claimed, and what the data say");
    assert_int_equal(table->column_count, 3);
    assert_int_equal(table->count, 2);
    assert_str(table->columns[1].head, "Verdict");
    assert_str(table->at[0].cells[0].text, "it fell");
    assert_str(table->at[0].cells[1].text, "true");
    assert_str(table->at[0].cells[2].text, "total.mom was −5.2% in October 2025");
    assert_str(table->at[1].cells[2].text, "us was 656 t in October 2025");
}

static void test_sources_are_a_column_where_there_are_some(void **state)
{
    struct blocks blocks = blocks_of(
        *state,
        claims_of(*state, "title: Checked\nnotes: n\nsource: s\nclaims:\n"
                          "  - {id: a, says: up, of: us, figure: 656 t, source: News}"));
    const struct table_block *table = blocks.at[0]->table;
    assert_str(table->title, "Checked");
    assert_str(table->notes, "n");
    assert_str(table->source, "s");
    assert_int_equal(table->column_count, 4);
    assert_str(table->at[0].cells[3].text, "News");
}

static void test_claims_may_be_checked_only(void **state)
{
    struct blocks blocks = blocks_of(
        *state, claims_of(*state, "show: none\nclaims:\n"
                                  "  - {id: a, says: up, of: us, figure: 656 t}"));
    assert_int_equal(blocks.count, 0);
}

static void test_a_claim_that_is_false_stops_the_issue(void **state)
{
    assert_error(*state,
                 claims_of(*state, "- {id: a, says: x, of: us, figure: 656 t}\n"
                                   "- {id: b, says: x, of: total, figure: \"5,474 t\"}"),
                 "1 3:8+1 the claim \"b\" is false: total was 5,473 t in October 2025 | "
                 "change the text, or add \"allow: true\" with a reason");
    assert_error(*state, claims_of(*state, "- {id: b, says: x, of: total, figure: 656 t}"),
                 "1 2:8+1 the claim \"b\" is of the wrong series: total was 5,473 t in "
                 "October 2025; 656 t is us in October 2025 | change the text, or add "
                 "\"allow: true\" with a reason");
    assert_error(
        *state,
        claims_of(*state, "- {id: b, says: x, of: us, figure: 656 t,"
                          " expected: false}"),
        "1 2:8+1 the claim \"b\" is true: us was 656 t in October 2025 | expected is "
        "false");
}

static void test_a_false_claim_may_be_allowed(void **state)
{
    struct blocks blocks = blocks_of(
        *state, claims_of(*state, "- {id: b, says: x, of: total, figure: 1 t, allow: true,"
                                  " reason: quoted as it was}"));
    assert_str(blocks.at[0]->table->at[0].cells[1].text, "false");
}

static void test_what_cannot_be_decided_is_a_warning(void **state)
{
    assert_str(
        warning_of(*state, claims_of(*state, "- {id: a, says: x, of: us.mom,"
                                             " figure: 5%}")),
        "2:8+1 the claim \"a\" cannot be decided: \"us.mom\": September 2025 is not in "
        "the data");
    assert_str(warning_of(*state, claims_of(*state, "- {id: a, says: x, of: us.mom,"
                                                    " figure: 5%, expected: undecidable}")),
               "0 warnings");
}

static void test_mistakes_are_errors(void **state)
{
    assert_error(*state, "```claims\n```\n", "78 1:1+9 the directive has no claims");
    assert_error(*state,
                 claims_of(*state, "show: some\nclaims:\n"
                                   "  - {id: a, says: x, needs: y}"),
                 "78 2:7+4 \"some\" is not a known show | did you mean \"none\"?");
    assert_error(*state, claims_of(*state, "claim: []"),
                 "78 2:1+5 unknown key \"claim\" | did you mean \"claims\"?");
    assert_error(
        *state,
        claims_of(*state, "- {id: a, says: x, of: us, figure: 1 t,"
                          " as-of: 2025-11-20}"),
        "78 2:41+5 the claims of a briefing are about its own data | a claims file "
        "may have days of its own");
    assert_error(*state, claims_of(*state, "- {id: a, says: x, of: uss, figure: 1 t}"),
                 "78 2:24+3 nothing is named \"uss\" | did you mean \"us\"?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_claims_that_hold_are_a_table),
        unit_case(test_sources_are_a_column_where_there_are_some),
        unit_case(test_claims_may_be_checked_only),
        unit_case(test_a_claim_that_is_false_stops_the_issue),
        unit_case(test_a_false_claim_may_be_allowed),
        unit_case(test_what_cannot_be_decided_is_a_warning),
        unit_case(test_mistakes_are_errors),
    };
    return unit_run(tests);
}
