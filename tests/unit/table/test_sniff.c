/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "table/sniff.h"

static void assert_sniffed(str bytes, const char *message)
{
    struct source source = {S("trade.csv"), bytes};
    struct error error = {0};
    assert_true(sniff_accepts(&source, &error) == !message[0]);
    assert_string_equal(error.message, message);
}

static void test_what_is_no_csv_is_called_by_its_name(void **state)
{
    (void)state;
    assert_sniffed(S("PK\x03\x04..."),
                   "this is a workbook (.xlsx, .ods) or another zip archive, not CSV");
    assert_sniffed(S("\xD0\xCF\x11\xE0..."),
                   "this is a workbook of old Excel (.xls), not CSV");
    assert_sniffed(S("%PDF-1.7"), "this is a PDF, not CSV");
    assert_sniffed(S("\xEF\xBB\xBF\n <!DOCTYPE html>"), "this is a web page, not CSV");
    assert_sniffed(S("<HTML><body>"), "this is a web page, not CSV");
    assert_sniffed(S("[[\"CTY_CODE\",\"YEAR\"],"), "this is JSON, not CSV");
    assert_sniffed(S("{\"error\": \"quota\"}"), "this is JSON, not CSV");
}

static void test_rows_of_any_kind_are_accepted(void **state)
{
    (void)state;
    assert_sniffed(S("partner,period,t\n"), "");
    assert_sniffed(S("{a},b\n"), "");
    assert_sniffed(S("<5 kg,more\n"), "");
    assert_sniffed(S(""), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_is_no_csv_is_called_by_its_name),
        unit_case(test_rows_of_any_kind_are_accepted),
    };
    return unit_run(tests);
}
