/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "table/dialect.h"

static void test_the_separator_is_what_rows_agree_on(void **state)
{
    (void)state;
    assert_int_equal(dialect_separator(S("a,b,c\n1,2,3\n")), ',');
    assert_int_equal(dialect_separator(S("a;b\n1,5;2,5\n3,5;4,5\n")), ';');
    assert_int_equal(dialect_separator(S("a|b\n1|2\n")), '|');
    assert_int_equal(dialect_separator(S("freq,unit,geo\\TIME\t2019 \nA,T,DE\t628 e\n")),
                     '\t');
    assert_int_equal(dialect_separator(S("a,b\n\"x;y;z\",1\n\"x;y\",2\n")), ',');
    assert_int_equal(dialect_separator(S("Report; of 2025\n\na,b\n1,2\n3,4\n")), ',');
    assert_int_equal(dialect_separator(S("name\nYtterby\n")), ',');
}

static void assert_columns(void **state, const char *csv, size_t rows, size_t columns)
{
    const struct table *table = loading_table(state, NULL, csv);
    assert_int_equal(table->row_count, rows);
    assert_int_equal(table->column_count, columns);
}

static void test_every_separator_is_read(void **state)
{
    assert_columns(state, "name,t\na,1\nb,2\n", 2, 2);
    assert_columns(state, "name;t\na;1,5\nb;2,5\n", 2, 2);
    assert_columns(state, "name\tt\na\t1\nb\t2\n", 2, 2);
    assert_columns(state, "name|t\na|1\nb|2\n", 2, 2);
}

static void test_lines_may_end_in_carriage_returns(void **state)
{
    assert_columns(state, "name,t\ra,1\rb,2\r", 2, 2);
    assert_columns(state, "name,t\r\na,1\r\nb,2\r\n", 2, 2);
}

static void test_a_separator_at_the_end_is_no_column(void **state)
{
    assert_columns(state, "name,t\na,1,\nb,2,\n", 2, 2);
    assert_columns(state, "name,t,\na,1\nb,2\n", 2, 2);
    assert_columns(state, "name,t,\na,1,\nb,2,\n", 2, 2);
}

static void test_quoted_line_breaks_belong_to_the_cell(void **state)
{
    const struct table *table = loading_table(state, NULL, "name;t\n\"a\nb;c\";1\n");
    assert_str(column_text(&table->columns[0], 0), "a\nb;c");
}

static void assert_left_out(void **state, const char *csv, size_t rows, const char *reason,
                            size_t line)
{
    const struct table *table;
    struct loading loading = loading_of(state, NULL, csv, &table);
    assert_string_equal(loading.error.message, "");
    assert_int_equal(table->row_count, rows);
    assert_int_equal(loading.report.at[0].exclusions.count, 1);
    assert_str(loading.report.at[0].exclusions.at[0].reason, reason);
    assert_int_equal(loading.report.at[0].exclusions.at[0].line, line);
}

static void test_text_above_the_header_is_counted(void **state)
{
    const struct table *table;
    struct loading loading =
        loading_of(state, NULL, "Trade report\n\nUnit: tonnes\nname,t\na,1\nb,2\n", &table);
    assert_string_equal(loading.error.message, "");
    assert_int_equal(table->row_count, 2);
    assert_int_equal(loading.report.at[0].preamble_rows, 2);
    assert_int_equal(loading.report.at[0].header_line, 4);
    assert_int_equal(table_place(table, 0).line, 5);
}

static void test_rows_that_are_none_are_left_out_and_counted(void **state)
{
    assert_left_out(state, "name,t\na,1\nname,t\nb,2\n", 2, "the header again", 3);
    assert_left_out(state, "name,t\na,1\n,\nb,2\n", 2, "nothing but separators", 3);
    assert_left_out(state, "name,t,u\na,1,2\n\nSource: customs\nRevised monthly\n", 1,
                    "footnote", 4);
    assert_left_out(state, "name,t,u\na,1,2\n\nSource: customs,,\n", 1, "footnote", 4);
}

static void test_a_row_below_a_footnote_is_refused(void **state)
{
    const struct table *table;
    struct loading loading =
        loading_of(state, NULL, "name,t,u\na,1,2\n\nlost\nb,3,4\n", &table);
    assert_error(&loading.error, ERROR_DATA, 5, 1,
                 "a row of data stands below the text in line 4",
                 "rows of one field end a table");
}

static void test_ragged_rows_name_the_separator(void **state)
{
    const struct table *table;
    struct loading loading = loading_of(state, NULL, "a;b;c\n1;2;3\n1;2;3;4\n", &table);
    assert_error(&loading.error, ERROR_DATA, 3, 7,
                 "this row has 4 fields, the header has 3",
                 "text that has a semicolon in it must be in quotes");
    loading = loading_of(state, NULL, "a\tb\tc\n1\t2\t3\n1\t2\n", &table);
    assert_error(&loading.error, ERROR_DATA, 3, 1,
                 "this row has 2 fields, the header has 3",
                 "an empty cell still needs its tab");
}

static void test_year_and_month_in_columns_of_their_own_are_the_period(void **state)
{
    const struct table *table =
        loading_table(state, NULL, "CO_ANO;CO_MES;KG\n\"2025\";\"01\";5\n2025;12;6\n");
    const struct column *period = table_role(table, ROLE_PERIOD);
    assert_str(period_print(*state, period->periods[0]), "2025-01");
    assert_str(period_print(*state, period->periods[1]), "2025-12");
    table = loading_table(state, NULL, "refYear,refMonth,t\n2024,52,1\n2024,3,1\n");
    period = table_role(table, ROLE_PERIOD);
    assert_str(period_print(*state, period->periods[0]), "2024");
    assert_str(period_print(*state, period->periods[1]), "2024-03");
}

static void test_codes_wrapped_by_a_spreadsheet_keep_their_zeros(void **state)
{
    const struct table *table =
        loading_table(state, NULL, "code,t\n\"=\"\"0101\"\"\",1\n'850511000',2\n");
    assert_int_equal(table->columns[0].role, ROLE_DIMENSION);
    assert_str(column_text(&table->columns[0], 0), "0101");
    assert_str(column_text(&table->columns[0], 1), "850511000");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_separator_is_what_rows_agree_on),
        unit_case(test_every_separator_is_read),
        unit_case(test_lines_may_end_in_carriage_returns),
        unit_case(test_a_separator_at_the_end_is_no_column),
        unit_case(test_quoted_line_breaks_belong_to_the_cell),
        unit_case(test_text_above_the_header_is_counted),
        unit_case(test_rows_that_are_none_are_left_out_and_counted),
        unit_case(test_a_row_below_a_footnote_is_refused),
        unit_case(test_ragged_rows_name_the_separator),
        unit_case(test_year_and_month_in_columns_of_their_own_are_the_period),
        unit_case(test_codes_wrapped_by_a_spreadsheet_keep_their_zeros),
    };
    return unit_run(tests);
}
