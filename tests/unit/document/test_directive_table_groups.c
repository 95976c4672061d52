/* SPDX-License-Identifier: MIT */
#include "tables.h"

static void test_groups_of_a_dimension_have_their_subtotals_in_their_heads(void **state)
{
    const struct table_block *table =
        tables_made(*state, "{data: cross, groups: region, total: true, columns: [{value:"
                            " 'row.word(\"partner\")'}, {value: row}, {value: row.mom}]}");
    static const char *const rows[] = {
        "#Europe|300|+197.4",          "  Germany|300|+200.0",    "  Malta|0|n.a.",
        "  Monaco|\u2013|\u2212100.0", "#Asia|120^p|\u22127.7^p", "  Japan|100|+11.1",
        "  India|20^p|\u221250.0^p",   "=World|420^p|+82.0^p",
    };
    tables_assert_rows(*state, table, rows, COUNT_OF(rows));
}

static void test_listed_groups_may_have_their_subtotals_below(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: partners, groups: {Big: [Japan, Germany]}, others: Small,"
                " subtotals: below, columns: [{value: row.name}, {value: row}]}");
    static const char *const rows[] = {
        "#Big|",        "  Germany|300", "  Japan|100",     "+Big|400",    "#Small|",
        "  India|20^p", "  Malta|0",     "  Monaco|\u2013", "+Small|20^p",
    };
    tables_assert_rows(*state, table, rows, COUNT_OF(rows));
}

static void test_groups_are_labelled(void **state)
{
    const struct table_block *table =
        tables_made(*state, "{data: cross, groups: region, subtotals: none, labels:"
                            " {Asia: Far East}}");
    assert_str(tables_row(*state, table, 0), "#Europe|");
    assert_str(tables_row(*state, table, 1), "  Germany|300");
    assert_str(tables_row(*state, table, 4), "#Far East|");
}

static void test_errors_of_groups_have_their_place(void **state)
{
    assert_str(tables_error(*state, "{data: partners, groups: {Big: [Japan, Germany]}}"),
               "78 briefing.md:" TABLES_LINE ":26+1 \"India\" is in none of the groups | "
               "name it in one, or say what the rest is called: others: Other");
    assert_str(tables_error(*state, "{data: partners, groups: {A: [Japan], B: [Japan]}}"),
               "78 briefing.md:" TABLES_LINE ":43+5 \"Japan\" is in two groups");
    assert_str(tables_error(*state, "{data: partners, groups: {A: [Germny]}}"),
               "78 briefing.md:" TABLES_LINE ":31+6 the group \"partners\" has no member "
               "\"Germny\" | did you mean \"Germany\"?");
    assert_str(tables_error(*state, "{data: first, groups: {A: [Japan]}}"),
               "78 briefing.md:" TABLES_LINE ":23+1 the query \"first\" shows only its "
               "first 2 | a table in groups needs all of them: take a query without top");
    assert_str(tables_error(*state, "{data: cross, groups: continent}"),
               "78 briefing.md:" TABLES_LINE ":23+9 the query \"cross\" is not by "
               "\"continent\" | groups are words of one of several dimensions, as in by: "
               "[continent, partner], or lists of members: {Asia: [Japan, China]}");
    assert_str(tables_error(*state, "{data: [total], groups: region}"),
               "78 briefing.md:" TABLES_LINE ":17+6 only a group has a row \"groups\"");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_groups_of_a_dimension_have_their_subtotals_in_their_heads),
        folder_case(test_listed_groups_may_have_their_subtotals_below),
        folder_case(test_groups_are_labelled),
        folder_case(test_errors_of_groups_have_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
