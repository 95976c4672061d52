/* SPDX-License-Identifier: MIT */
#include "validating.h"

#include "table/inspect.h"

#include <string.h>

/* The report of one file, without the name of its folder. */
static str report_of(void **state, const char *csv)
{
    const struct validation *validation = validating(state, NULL, csv);
    str report = inspect_print(*state, validation);
    return str_after(report, path_folder(validation->report->at[0].path).length + 1);
}

static void test_a_report_starts_with_what_matters(void **state)
{
    str report = report_of(state, "series,partner,period,tonnes,status,released\n"
                                  "magnets,World,2024-11,6150.5,A,2024-12-20\n"
                                  "magnets,World,2025-02,0,A,2025-03-20\n"
                                  "magnets,World,2025-04,c,A,2025-05-20\n"
                                  "magnets,World,2025-Q1,9000,E,2025-05-20\n"
                                  "magnets,World,2024-11,6149.95,A,2025-12-20\n"
                                  "magnets,Südkorea,2025-10,,A,2025-11-20\n");
    assert_str(
        report,
        "trade.csv\n"
        "  6 rows in 7 lines, 6 columns, 284 bytes\n"
        "  encoding  UTF-8: every byte fits\n"
        "  dialect   comma, LF\n"
        "  profile   tidy: named by the user\n"
        "\n"
        "1 warning\n"
        "  line 2: \"World\" in the column \"partner\" looks like a sum of others: the "
        "schema can call it an aggregate\n"
        "\n"
        "months that no series has\n"
        "  line 6: 2024-12 to 2025-01, 2025-03, 2025-05 to 2025-09\n"
        "\n"
        "1 figure has an earlier vintage in the files\n"
        "  line 6: World 2024-11: tonnes 6150.5 on 2024-12-20, now 6149.95 on 2025-12-20 "
        "(-0.55); see line 2\n"
        "\n"
        "  column    role       values  zero  missing  suppressed  no row  content\n"
        "  series    dimension       6                                     1 word: "
        "magnets\n"
        "  partner   dimension       6                                     2 words: World; "
        "Südkorea\n"
        "  period    period          6                                     5 months, 1 "
        "quarter\n"
        "  tonnes    measure         3     1        1           1       4  0 to 9000, up "
        "to 2 decimals\n"
        "  status    status          6                                     2 words: A; E\n"
        "  released  released        6                                     2024-12-20 to "
        "2025-12-20\n"
        "\n"
        "  partner   months  first    last     other  missing between\n"
        "  World          3  2024-11  2025-04      1  2024-12 to 2025-01, 2025-03\n"
        "  Südkorea       1  2025-10  2025-10\n");
}

static void test_a_report_of_a_plain_list_has_no_series(void **state)
{
    assert_str(report_of(state, "\xEF\xBB\xBFname,n\r\nYtterby,4\r\n"),
               "trade.csv\n"
               "  1 row in 2 lines, 2 columns, 22 bytes\n"
               "  encoding  UTF-8: byte order mark\n"
               "  dialect   comma, CRLF\n"
               "  profile   tidy: named by the user\n"
               "\n"
               "  column  role       values  content\n"
               "  name    dimension       1  1 word: Ytterby\n"
               "  n       measure         1  4\n");
}

static void test_long_lists_are_cut(void **state)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "partner,period,t\n");
    for (int i = 0; i < 60; i++) {
        buffer_print(&csv, "a rather long name of a partner of trade");
        buffer_print(&csv, " %d,2025-%02d,1\n", i, i % 12 + 1);
    }
    str report = report_of(state, str_c(*state, buffer_text(&csv)));
    assert_true(str_ends(report, S("  ... and 36 more\n")));
    assert_non_null(strstr(report.at, "  a rather long name of a partner of t...       1"));
}

static void test_many_gaps_are_counted(void **state)
{
    str report = report_of(state, "period,t\n2024-01,1\n2024-03,1\n2024-05,1\n2024-07,1\n"
                                  "2024-09,1\n2025-01,1\n");
    assert_true(str_ends(
        report, S("  months  first    last     missing between\n"
                  "       6  2024-01  2025-01  2024-02, 2024-04, 2024-06, 2024-08, "
                  "... (7 months)\n")));
}

static void test_longer_periods_alone_make_no_list_of_series(void **state)
{
    str report = report_of(state, "partner,period,t\nA,2024,1\nB,2024,2\n");
    assert_true(str_ends(report, S("  t        measure         2  1 to 2\n")));
}

static void test_more_of_a_kind_than_fit_are_counted(void **state)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "period,t,status\n");
    for (int month = 1; month <= 7; month++) {
        buffer_print(&csv, "2024-%02d,1,B\n", month);
    }
    str report = report_of(state, str_c(*state, buffer_text(&csv)));
    assert_non_null(strstr(report.at, "\n7 breaks are marked by the source\n"
                                      "  line 2: 2024-01: status B\n"
                                      "  line 3: 2024-02: status B\n"
                                      "  line 4: 2024-03: status B\n"
                                      "  line 5: 2024-04: status B\n"
                                      "  line 6: 2024-05: status B\n"
                                      "  ... and 2 more\n"));
}

static void test_a_dialect_is_told_in_a_few_words(void **state)
{
    struct load_file file = {.separator = ';', .has_lf = true, .has_crlf = true};
    file.header_line = 5;
    file.preamble_rows = 3;
    file.is_row_trailing = true;
    assert_str(inspect_dialect(*state, &file),
               "semicolon, LF and CRLF mixed, header in line 5 below 3 rows, one more at "
               "the end of each row");
    file = (struct load_file){.separator = '\t', .has_cr = true, .header_line = 1};
    file.is_header_trailing = true;
    assert_str(inspect_dialect(*state, &file),
               "tab, CR, one more at the end of the header");
    file.is_row_trailing = true;
    file.separator = '|';
    assert_str(inspect_dialect(*state, &file),
               "pipe, CR, one more at the end of header and rows");
}

static void test_places_name_the_file_where_there_are_several(void **state)
{
    struct load_report report = {0};
    struct validation validation = {.report = &report};
    struct place place = {.file = S("a.csv"), .line = 7};
    arena_push(*state, &report)->path = S("a.csv");
    assert_str(inspect_place(*state, &validation, place), "line 7");
    arena_push(*state, &report)->path = S("b.csv");
    assert_str(inspect_place(*state, &validation, place), "a.csv:7");
    place.line = 0;
    assert_str(inspect_place(*state, &validation, place), "a.csv");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_report_starts_with_what_matters),
        unit_case(test_a_report_of_a_plain_list_has_no_series),
        unit_case(test_long_lists_are_cut),
        unit_case(test_many_gaps_are_counted),
        unit_case(test_longer_periods_alone_make_no_list_of_series),
        unit_case(test_more_of_a_kind_than_fit_are_counted),
        unit_case(test_a_dialect_is_told_in_a_few_words),
        unit_case(test_places_name_the_file_where_there_are_several),
    };
    return unit_run(tests);
}
