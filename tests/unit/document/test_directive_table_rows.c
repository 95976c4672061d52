/* SPDX-License-Identifier: MIT */
#include "tables.h"

static void test_a_query_by_several_dimensions_needs_no_columns(void **state)
{
    const struct table_block *table = tables_made(*state, "data: cross");
    static const char *const rows[] = {"Europe|Germany|300", "Asia|Japan|100",
                                       "Asia|India|20^p", "Europe|Malta|0",
                                       "Europe|Monaco|\u2013"};
    assert_str(table->columns[0].head, "region");
    assert_str(table->columns[1].head, "partner");
    assert_str(table->columns[2].head, "October 2025");
    assert_str(table->columns[2].unit, "t");
    tables_assert_rows(*state, table, rows, COUNT_OF(rows));
}

static void test_a_query_by_one_dimension_needs_no_columns(void **state)
{
    const struct table_block *table = tables_made(*state, "data: first");
    static const char *const rows[] = {"Germany|300", "Japan|100"};
    assert_str(table->columns[0].head, "partner");
    tables_assert_rows(*state, table, rows, COUNT_OF(rows));
}

static void test_the_total_of_several_dimensions_is_their_sum(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: cross, total: true, columns: [{value: 'row.word(\"partner\")'},"
                " {value: row}, {value: row.yoy}, {value: row.share(cross.total),"
                " format: pct(0)}]}");
    assert_str(tables_row(*state, table, 5), "=World|420^p|+26.9^p|100^p");
    assert_str(tables_row(*state, table, 1), "Japan|100|+25.0|24^p");
}

static void test_months_of_a_series_are_rows(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: total, rows: 3 months, columns: [{value: period | month_year},"
                " {value: row}, {value: row.mom}]}");
    static const char *const rows[] = {
        "August 2025|n.a.|n.a.",
        "September 2025|231|n.a.",
        "October 2025|420^p|+82.0^p",
    };
    tables_assert_rows(*state, table, rows, COUNT_OF(rows));
}

static void test_rows_are_sorted_by_an_expression(void **state)
{
    static const char *const down[] = {"Germany|+50.0", "Malta|+33.3", "Japan|+25.0",
                                       "India|\u221260.0^p", "Monaco|\u2212100.0"};
    static const char *const up[] = {"Malta|n.a.", "Monaco|\u2212100.0",
                                     "India|\u221250.0^p", "Japan|+11.1", "Germany|+200.0"};
    tables_assert_rows(*state,
                       tables_made(*state, "{data: partners, sort: row.yoy, columns:"
                                           " [{value: row.name}, {value: row.yoy}]}"),
                       down, COUNT_OF(down));
    const struct table_block *table =
        tables_made(*state, "{data: partners, sort: row.mom, order: ascending, columns:"
                            " [{value: row.name}, {value: row.mom}]}");
    for (size_t i = 0; i + 1 < COUNT_OF(up); i++) {
        assert_str(tables_row(*state, table, i), up[i + 1]);
    }
    assert_str(tables_row(*state, table, 4), up[0]); /* without a number: always last */
}

static void test_a_list_says_more_of_its_rows(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: [{value: total, label: World, total: true}, {value:"
                " 'partners[\"Japan\"]', label: of which Japan, indent: 1}, {value:"
                " 'partners[\"India\"]', indent: 2, note: Estimated.}],"
                " columns: [{value: row.name}, {value: row}]}");
    static const char *const rows[] = {"=World|420^p", "  of which Japan|100",
                                       "    India^*|20^p"};
    tables_assert_rows(*state, table, rows, COUNT_OF(rows));
    assert_str(table->marked.at[0].text, "Estimated.");
}

static void test_what_only_members_have_is_blank_in_sums(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: cross, total: true, columns: [{value: row.name}, {value:"
                " row.rank}]}");
    assert_str(tables_row(*state, table, 0), "Europe \u00b7 Germany|1");
    assert_str(tables_row(*state, table, 5), "=World|");
    assert_str(tables_error(*state, "{data: cross, total: true, columns: [{value:"
                                    " row.rnk}]}"),
               "78 briefing.md:" TABLES_LINE ":50+3 a series has no property \"rnk\" | did "
               "you mean \"rank\"?");
}

static void test_errors_of_rows_have_their_place(void **state)
{
    assert_str(tables_error(*state, "{data: partners, rows: 3 months}"),
               "78 briefing.md:" TABLES_LINE ":18+4 rows are months where the data are one "
               "series, not a group of series | name a series, as in data: total");
    assert_str(tables_error(*state, "{data: total}"),
               "78 briefing.md:" TABLES_LINE ":8+5 a table is made from a group or a list "
               "of series, not a series | with rows: 13 months, its months are rows");
    assert_str(tables_error(*state, "{data: partners, order: ascending}"),
               "78 briefing.md:" TABLES_LINE ":18+5 \"order\" needs \"sort\"");
    assert_str(tables_error(*state, "{data: partners, sort: row.name}"),
               "78 briefing.md:" TABLES_LINE ":24+8 rows are sorted by numbers, not by "
               "text");
    assert_str(tables_error(*state, "{data: [{label: x}]}"),
               "78 briefing.md:" TABLES_LINE ":9+1 a row needs a value");
    assert_str(tables_error(*state, "{data: [{value: total, indent: 9}]}"),
               "78 briefing.md:" TABLES_LINE ":32+1 rows are indented at most 4 steps");
    assert_str(tables_error(*state, "{data: partners, columns: [{value:"
                                    " 'row.word(\"region\")'}]}"),
               "78 briefing.md:" TABLES_LINE
               ":41+4 \"Germany\" has no word of \"region\" | "
               "known are: partner");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_a_query_by_several_dimensions_needs_no_columns),
        folder_case(test_a_query_by_one_dimension_needs_no_columns),
        folder_case(test_the_total_of_several_dimensions_is_their_sum),
        folder_case(test_months_of_a_series_are_rows),
        folder_case(test_rows_are_sorted_by_an_expression),
        folder_case(test_a_list_says_more_of_its_rows),
        folder_case(test_what_only_members_have_is_blank_in_sums),
        folder_case(test_errors_of_rows_have_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
