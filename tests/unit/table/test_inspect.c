/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "base/buffer.h"
#include "table/inspect.h"

#include <string.h>

/* The report of one file, without the name of its folder. */
static str report_of(void **state, const char *csv)
{
    const struct table *table;
    struct loading loading = loading_of(state, NULL, csv, &table);
    assert_string_equal(loading.error.message, "");
    str report = inspect_print(*state, table, &loading.report, &loading.warnings);
    return str_after(report, str_from(loading.folder).length + 1);
}

static void test_a_report_shows_file_columns_series_revisions_and_warnings(void **state)
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
        "  6 rows in 7 lines, 6 columns, 284 bytes; UTF-8, LF\n"
        "\n"
        "  column    role       values  zero  missing  suppressed  content\n"
        "  series    dimension       6                             1 word: magnets\n"
        "  partner   dimension       6                             2 words: World; "
        "Südkorea\n"
        "  period    period          6                             5 months, 1 quarter\n"
        "  tonnes    measure         3     1        1           1  0 to 9000, up to 2 "
        "decimals\n"
        "  status    status          6                             2 words: A; E\n"
        "  released  released        6                             2024-12-20 to "
        "2025-12-20\n"
        "\n"
        "  partner   months  first    last     other  missing between\n"
        "  World          3  2024-11  2025-04      1  2024-12 to 2025-01, 2025-03\n"
        "  Südkorea       1  2025-10  2025-10\n"
        "\n"
        "revised\n"
        "  magnets / World / 2024-11: 6150.5 on 2024-12-20 (line 2), 6149.95 on 2025-12-20 "
        "(line 6)\n"
        "\n"
        "warnings\n"
        "  line 2: \"World\" in the column \"partner\" looks like a sum of others: the "
        "schema can call it an aggregate\n");
}

static void test_a_report_of_a_plain_list_has_no_series(void **state)
{
    assert_str(report_of(state, "\xEF\xBB\xBFname,n\r\nYtterby,4\r\n"),
               "trade.csv\n"
               "  1 row in 2 lines, 2 columns, 22 bytes; UTF-8 with a byte order mark, "
               "CRLF\n"
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
    assert_true(str_ends(report, S("  ... and 20 more\n")));
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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_report_shows_file_columns_series_revisions_and_warnings),
        unit_case(test_a_report_of_a_plain_list_has_no_series),
        unit_case(test_long_lists_are_cut),
        unit_case(test_many_gaps_are_counted),
    };
    return unit_run(tests);
}
