/* SPDX-License-Identifier: MIT */
#include "loading.h"

static const char schema[] = "partner: {role: dimension, aggregates: [World]}\n"
                             "period: period\n"
                             "tonnes: {role: measure, unit: t}\n"
                             "status: status\n"
                             "released: released\n";

#define HEADER "partner,period,tonnes,status,released\n"

static void assert_refused(void **state, const char *csv, size_t line, size_t column,
                           const char *message, const char *hint)
{
    const struct table *table;
    struct loading loading = loading_of(state, schema, csv, &table);
    assert_null(table);
    assert_error(&loading.error, ERROR_DATA, line, column, message, hint);
    assert_str(path_name(loading.error.place.file), "trade.csv");
}

static void test_cells_have_the_type_of_their_role(void **state)
{
    const struct table *table =
        loading_table(state, schema,
                      HEADER "World,2025-01..10,45290,A,2025-11-20\n"
                             "Japan,2025-10,-226.25,,\n");
    assert_str(table->name, "trade");
    assert_int_equal(table->row_count, 2);
    assert_str(column_text(&table->columns[0], 1), "Japan");
    assert_str(period_print(*state, table->columns[1].periods[0]), "2025-01..10");
    assert_true(table->columns[2].units[1] == -22625);
    assert_int_equal(table->columns[3].states[1], CELL_MISSING);
    assert_int_equal(table->columns[4].dates[0].day, 20);
    assert_int_equal(table->columns[4].states[1], CELL_MISSING);
    assert_int_equal(table_place(table, 1).line, 3);
    assert_true(column_is_aggregate(&table->columns[0], 0));
    assert_false(column_is_aggregate(&table->columns[0], 1));
}

static void test_numbers_of_a_column_share_their_decimals_and_keep_their_own(void **state)
{
    const struct table *table = loading_table(
        state, NULL, "partner,t\na,46.4\nb,1238.47\nc,5473\nd,0.00\ne,-7.125\n");
    static const char *const texts[] = {"46.4", "1238.47", "5473", "0.00", "-7.125"};
    const struct column *column = &table->columns[1];
    assert_int_equal(column->places, 3);
    assert_true(column->units[0] == 46400);
    assert_true(column->units[4] == -7125);
    for (size_t row = 0; row < COUNT_OF(texts); row++) {
        assert_str(decimal_print(*state, column_number(column, row)), texts[row]);
    }
}

static void test_the_kinds_of_nothing_do_not_merge(void **state)
{
    const struct table *table = loading_table(state, schema,
                                              HEADER "a,2025-10,0,A,\n"
                                                     "b,2025-10,,A,\n"
                                                     "c,2025-10,n.a.,A,\n"
                                                     "d,2025-10,NA,A,\n"
                                                     "e,2025-10,..,A,\n"
                                                     "f,2025-10,c,A,\n"
                                                     "g,2025-10,x,A,\n");
    static const enum cell_state states[] = {CELL_VALUE,     CELL_MISSING, CELL_MISSING,
                                             CELL_MISSING,   CELL_MISSING, CELL_SUPPRESSED,
                                             CELL_SUPPRESSED};
    for (size_t row = 0; row < COUNT_OF(states); row++) {
        assert_int_equal(table->columns[2].states[row], states[row]);
    }
}

static void test_what_is_no_number_is_refused_with_its_place(void **state)
{
    assert_refused(state, HEADER "Curaçao,2025-10,twelve,A,\n", 2, 17,
                   "column \"tonnes\": \"twelve\" is not a number",
                   "numbers are written 1234.5; a missing one is an empty cell, n.a., NA "
                   "or .., a suppressed one is c or x");
    assert_refused(state, HEADER "a,2025-10,#DIV/0!,A,\n", 2, 11,
                   "column \"tonnes\": \"#DIV/0!\" is not a number",
                   "a formula failed in the spreadsheet that wrote the file");
}

static void test_a_comma_that_could_be_either_mark_is_refused(void **state)
{
    assert_refused(state, HEADER "a,2025-10,\"-1,234\",A,\n", 2, 11,
                   "column \"tonnes\": \"-1,234\" is not a number",
                   "-1234 if the comma groups thousands, -1.234 if it is a decimal comma: "
                   "say decimal: \".\" or \",\"");
}

static void test_two_decimal_marks_in_one_column_are_refused(void **state)
{
    assert_refused(state, HEADER "a,2025-10,1.5,A,\nb,2025-10,\"2,5\",A,\n", 3, 11,
                   "column \"tonnes\": \"2,5\" has a decimal comma, numbers above it a "
                   "point",
                   "say which it is: decimal: \".\" or \",\"");
    assert_refused(state, HEADER "a,2025-10,\"2,5\",A,\nb,2025-10,1.234,A,\n", 3, 11,
                   "column \"tonnes\": \"1.234\" has a decimal point, numbers above it a "
                   "comma",
                   "say which it is: decimal: \".\" or \",\"");
}

static void test_numbers_that_do_not_fit_are_refused_and_never_wrap(void **state)
{
    assert_refused(
        state, HEADER "a,2025-10,999999999999999999999999999999999999999999,A,\n", 2, 11,
        "column \"tonnes\": the number "
        "999999999999999999999999999999999999999999 has too many digits",
        "at most 18 decimals and 38 digits are read");
    assert_refused(state,
                   HEADER "a,2025-10,99999999999999999999999999999999999999,A,\n"
                          "b,2025-10,0.5,A,\n",
                   2, 11, "this number has no room for the 1 decimal of its column", "");
}

static void test_periods_dates_and_statuses_are_checked(void **state)
{
    const char *periods = "periods are written 2025-10, 202510, Oct-25, 2025-Q4, 2025-H1, "
                          "2025 or 2025-01..10";
    assert_refused(state, HEADER "a,10-2025,1,A,\n", 2, 3,
                   "column \"period\": \"10-2025\" is not a period", periods);
    assert_refused(state, HEADER "a,,1,A,\n", 2, 3,
                   "column \"period\": the period is missing", periods);
    assert_refused(state, HEADER "a,2025-10,1,A,20.11.2025\n", 2, 15,
                   "column \"released\": \"20.11.2025\" is not a date",
                   "dates are written 2025-11-20");
    assert_refused(state, HEADER "a,2025-10,1,final,\n", 2, 13,
                   "column \"status\": \"final\" is not a status",
                   "a status is one letter as in SDMX: A normal, E estimated or derived, P "
                   "provisional");
}

static void test_ragged_rows_are_refused(void **state)
{
    assert_refused(state, HEADER "a,2025-10,1,A,\nb,2025-10,1\n", 3, 1,
                   "this row has 3 fields, the header has 5",
                   "an empty cell still needs its comma");
    assert_refused(state, HEADER "Korea, Rep. of,2025-10,1,A,2025-11-20\n", 2, 28,
                   "this row has 6 fields, the header has 5",
                   "text that has a comma in it must be in quotes");
    assert_refused(state, HEADER "a\n", 2, 1, "this row has 1 field, the header has 5",
                   "an empty cell still needs its comma");
}

static void assert_header_refused(void **state, const char *csv, size_t column,
                                  const char *message, const char *hint)
{
    const struct table *table;
    struct loading loading = loading_of(state, NULL, csv, &table);
    assert_null(table);
    assert_error(&loading.error, ERROR_DATA, 1, column, message, hint);
}

static void test_a_header_has_distinct_names(void **state)
{
    assert_header_refused(state, "a,b,a\n1,2,3\n", 5,
                          "the column \"a\" is here twice: it is also column 1", "");
    assert_header_refused(state, "a,,b\n1,2,3\n", 3, "a column of the header has no name",
                          "");
}

static void test_a_missing_header_is_noticed(void **state)
{
    assert_header_refused(state, "Japan,2025-10,46.4\nJapan,2025-11,47\n", 15,
                          "the header is missing: this is a number, not a name",
                          "the first row must name the columns");
}

static void test_a_header_without_rows_is_refused(void **state)
{
    assert_refused(state, HEADER "\n\n", 0, 0, "the file has no rows below the header", "");
}

static void test_a_missing_file_is_no_input(void **state)
{
    struct loading loading = loading_create(state, NULL);
    *arena_push(loading.arena, &loading.files) = S("no/such/file.csv");
    assert_null(loading_run(&loading));
    assert_error(&loading.error, ERROR_NO_INPUT, 0, 0,
                 "cannot be read: No such file or directory", "");
}

static void test_a_column_that_the_file_lacks_is_a_mistake_of_the_schema(void **state)
{
    const struct table *table;
    struct loading loading = loading_of(state, "partner: dimension\ntonnse: measure\n",
                                        "partner,period,tonnes\nJapan,2025-10,1\n", &table);
    assert_null(table);
    str message =
        str_print(*state, "%s/trade.csv has no column \"tonnse\"", loading.folder);
    assert_error(&loading.error, ERROR_CONFIG, 2, 1, str_c(*state, message),
                 "did you mean \"tonnes\"?");
    assert_str(loading.error.place.file, "briefing.md");
}

static void test_a_key_that_is_here_twice_names_both_lines(void **state)
{
    assert_refused(state,
                   HEADER "World,2025-10,1,A,2025-11-20\n"
                          "Japan,2025-10,2,A,2025-11-20\n"
                          "World,2025-10,3,E,2025-11-20\n",
                   4, 1, "World / 2025-10 / 2025-11-20 is here twice: first in line 2", "");
    const struct table *table;
    struct loading loading =
        loading_of(state, NULL, "partner,period,t\na,2025-Q1,1\na,2025-01..03,2\n", &table);
    assert_null(table);
    assert_error(&loading.error, ERROR_DATA, 3, 1,
                 "a / 2025-Q1 is here twice: first in line 2",
                 "a column \"released\" would keep vintages apart");
}

static void test_vintages_of_a_key_are_not_twins(void **state)
{
    const struct table *table = loading_table(state, schema,
                                              HEADER "World,2025-08,7338,A,2025-09-18\n"
                                                     "World,2025-08,7336,A,2025-12-18\n");
    assert_int_equal(table->row_count, 2);
}

static void test_rows_without_periods_may_repeat(void **state)
{
    assert_int_equal(loading_table(state, NULL, "a,b\n1,2\n1,2\n")->row_count, 2);
}

static void test_files_of_one_table_follow_each_other(void **state)
{
    struct loading loading = loading_create(state, schema);
    loading_add(&loading, "1.csv", HEADER "World,2025-10,1.5,A,\n");
    loading_add(&loading, "2.csv", HEADER "\nWorld,2025-11,22,A,\n");
    const struct table *table = loading_run(&loading);
    assert_non_null(table);
    assert_int_equal(table->row_count, 2);
    assert_int_equal(table->origins[1].file, 1);
    assert_int_equal(table->origins[1].line, 3);
    assert_str(path_name(table_place(table, 1).file), "2.csv");
    assert_true(table->columns[2].units[1] == 220);
}

static void test_files_of_one_table_have_the_same_columns(void **state)
{
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "1.csv", "a,b\n1,2\n");
    loading_add(&loading, "2.csv", "a,c\n1,2\n");
    assert_null(loading_run(&loading));
    str message =
        str_print(*state, "the column \"c\" is \"b\" in %s/1.csv", loading.folder);
    assert_error(&loading.error, ERROR_DATA, 1, 3, str_c(*state, message), "");

    loading = loading_create(state, NULL);
    loading_add(&loading, "1.csv", "a,b\n1,2\n");
    loading_add(&loading, "2.csv", "a\n1\n");
    assert_null(loading_run(&loading));
    message = str_print(*state, "this file has 1 column, %s/1.csv has 2", loading.folder);
    assert_error(&loading.error, ERROR_DATA, 1, 1, str_c(*state, message), "");
}

static void test_a_twin_in_another_file_is_named_with_it(void **state)
{
    struct loading loading = loading_create(state, schema);
    loading_add(&loading, "1.csv", HEADER "World,2025-10,1,A,\n");
    loading_add(&loading, "2.csv", HEADER "World,2025-10,2,A,\n");
    assert_null(loading_run(&loading));
    str message =
        str_print(*state, "World / 2025-10 is here twice: first in line 2 of %s/1.csv",
                  loading.folder);
    assert_error(&loading.error, ERROR_DATA, 2, 1, str_c(*state, message),
                 "two downloads overlap: with on-overlap: newest the later file counts");
    assert_str(path_name(loading.error.place.file), "2.csv");
}

static void test_the_same_file_twice_is_refused(void **state)
{
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "1.csv", "name,t\na,1\n");
    loading_add(&loading, "2.csv", "name,t\na,1\n");
    assert_null(loading_run(&loading));
    str message = str_print(*state, "this is the same file as %s/1.csv", loading.folder);
    assert_error(&loading.error, ERROR_DATA, 0, 0, str_c(*state, message),
                 "its figures would count twice: name it once");
}

static void test_the_report_says_what_was_read(void **state)
{
    const struct table *table;
    struct loading loading = loading_of(
        state, NULL, "\xEF\xBB\xBFname,t\r\n\"a\r\nb\",1\r\n\r\nc,2\r\n", &table);
    assert_non_null(table);
    assert_int_equal(loading.report.count, 1);
    const struct load_file *file = &loading.report.at[0];
    assert_int_equal(file->rows, 2);
    assert_int_equal(file->lines, 5);
    assert_int_equal(file->fields, 2);
    assert_int_equal(file->bytes, 28);
    assert_true(file->has_mark);
    assert_true(file->has_crlf);
    assert_false(file->has_lf);
    assert_str(table->columns[0].name, "name");
}

static void test_a_very_long_period_is_not_a_month(void **state)
{
    const struct table *table =
        loading_table(state, NULL, "period,tonnes\n0001-01..5462-05,1\n0001-02,2\n");
    assert_int_equal(table->row_count, 2);
}

static const struct table *load_path(void **state, const char *path, struct error *error)
{
    struct path_list files = {0};
    struct schema none = {0};
    struct warnings warnings = {.arena = *state};
    *arena_push((struct arena *)*state, &files) = str_from(path);
    return table_load(*state, S("t"), &files, &none, NULL, &warnings, error);
}

static void test_the_figures_of_the_flagship_load(void **state)
{
    struct error error = {0};
    const struct table *table = load_path(state, "data/rare-earths/published.csv", &error);
    assert_string_equal(error.message, "");
    assert_true(table->row_count > 100);
    assert_int_equal(table_role(table, ROLE_PERIOD)->type, COLUMN_PERIOD);
    assert_int_equal(table_role(table, ROLE_MEASURE)->type, COLUMN_NUMBER);
    assert_int_equal(table_role(table, ROLE_RELEASED)->type, COLUMN_DATE);
}

static void test_the_valid_files_of_csv_spectrum_load(void **state)
{
    static const struct {
        const char *name;
        size_t rows, columns;
    } cases[] = {
        {"comma_in_quotes", 1, 5},
        {"empty", 2, 3},
        {"empty_crlf", 2, 3},
        {"escaped_quotes", 2, 2},
        {"json", 1, 2},
        {"newlines", 3, 3},
        {"newlines_crlf", 3, 3},
        {"quotes_and_newlines", 2, 2},
        {"simple", 1, 3},
        {"simple_crlf", 1, 3},
        {"utf8", 2, 3},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct error error = {0};
        str path =
            str_print(*state, "../shared/data/csv-spectrum/csvs/%s.csv", cases[i].name);
        if (!file_exists(path)) {
            print_message("%s is not at hand\n", path.at);
            skip();
        }
        const struct table *table = load_path(state, path.at, &error);
        assert_string_equal(error.message, "");
        assert_int_equal(table->row_count, cases[i].rows);
        assert_int_equal(table->column_count, cases[i].columns);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_cells_have_the_type_of_their_role),
        unit_case(test_numbers_of_a_column_share_their_decimals_and_keep_their_own),
        unit_case(test_the_kinds_of_nothing_do_not_merge),
        unit_case(test_what_is_no_number_is_refused_with_its_place),
        unit_case(test_a_comma_that_could_be_either_mark_is_refused),
        unit_case(test_two_decimal_marks_in_one_column_are_refused),
        unit_case(test_numbers_that_do_not_fit_are_refused_and_never_wrap),
        unit_case(test_periods_dates_and_statuses_are_checked),
        unit_case(test_ragged_rows_are_refused),
        unit_case(test_a_header_has_distinct_names),
        unit_case(test_a_missing_header_is_noticed),
        unit_case(test_a_header_without_rows_is_refused),
        unit_case(test_a_missing_file_is_no_input),
        unit_case(test_a_column_that_the_file_lacks_is_a_mistake_of_the_schema),
        unit_case(test_a_key_that_is_here_twice_names_both_lines),
        unit_case(test_vintages_of_a_key_are_not_twins),
        unit_case(test_rows_without_periods_may_repeat),
        unit_case(test_files_of_one_table_follow_each_other),
        unit_case(test_files_of_one_table_have_the_same_columns),
        unit_case(test_a_twin_in_another_file_is_named_with_it),
        unit_case(test_the_same_file_twice_is_refused),
        unit_case(test_the_report_says_what_was_read),
        unit_case(test_a_very_long_period_is_not_a_month),
        unit_case(test_the_figures_of_the_flagship_load),
        unit_case(test_the_valid_files_of_csv_spectrum_load),
    };
    return unit_run(tests);
}
