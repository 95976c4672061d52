/* SPDX-License-Identifier: MIT */
/* A large source is scanned: nobody notices but by the time. */
#include "briefings.h"

#include "base/buffer.h"
#include "table/scan.h"

#define FRONT \
    "parameters: {focus: Japan}\n" \
    "data:\n" \
    "  trade: {files: trade.csv, schema: {partner: {role: dimension, aggregates: " \
    "[World]}," \
    " month: dimension, period: period, tonnes: {role: measure, unit: t}, note: note}}\n" \
    "queries:\n" \
    "  total: {from: trade, where: {partner: World}}\n" \
    "  parts: {from: trade, by: partner, total: World}\n" \
    "  chosen: {from: trade, where: {partner: \"{{ focus }}\"}}\n" \
    "  latest: {from: trade, where: {month: \"{{ period }}\"}, by: partner}\n"

enum { ROWS = 600, NOTE_BYTES = SCAN_BYTES_MIN / ROWS + 100 };

static const char *const partners[] = {"World", "Germany", "Japan", "Korea, Rep."};

/* Long notes make a large file of few rows. `last` is one more row, or empty. */
static void write_trade(struct folder *folder, int note_bytes, const char *last)
{
    struct buffer text = {.arena = &folder->arena};
    struct error error = {0};
    buffer_print(&text, "partner,month,period,tonnes,note\n");
    for (int row = 0; row < ROWS; row++) {
        int month = row / 4;
        buffer_print(&text, "\"%s\",%s %d,%d-%02d,%d.%d,%0*d\n", partners[row % 4],
                     date_month_name(1 + month % 12), 2010 + month / 12, 2010 + month / 12,
                     1 + month % 12, row * 7, row % 3, note_bytes, row);
    }
    buffer_print(&text, "%s", last);
    str path = str_from(folder_file(folder, "trade.csv"));
    assert_true(file_write(path, buffer_text(&text), &error));
}

static str results(struct folder *folder)
{
    struct buffer text = {.arena = &folder->arena};
    for (size_t i = 0; i < folder->briefing->query_count; i++) {
        buffer_add(&text, table_print(&folder->arena, folder->facts->results[i]));
    }
    return buffer_text(&text);
}

static void test_a_large_source_gives_the_results_of_a_small_one(void **state)
{
    struct folder *folder = *state;
    write_trade(folder, 1, "");
    assert_true(folder_load(folder, FRONT, ""));
    assert_int_equal(folder->facts->tables[0]->row_count, ROWS);
    str small = results(folder);

    write_trade(folder, NOTE_BYTES, "");
    assert_true(folder_load(folder, FRONT, ""));
    assert_int_equal(folder->facts->tables[0]->row_count, 0);
    assert_str(results(folder), small.at);
    assert_int_equal(folder->facts->issue.first, 2022 * 12 + 5);
}

static void test_rows_that_are_there_twice_are_found(void **state)
{
    struct folder *folder = *state;
    write_trade(folder, NOTE_BYTES, "");
    assert_true(folder_load(folder, FRONT, ""));
    assert_int_equal(folder->warnings.count, 0);
    write_trade(folder, NOTE_BYTES, "Japan,January 2010,2010-01,14.2,\n");
    assert_false(folder_load(folder, FRONT, ""));
    assert_str(folder_error(folder),
               "65 trade.csv:602:1+5 Japan / January 2010 / 2010-01 is here twice: first "
               "in line 4 | a column \"released\" would keep vintages apart");
}

static void test_what_cannot_be_scanned_is_read_and_reported_as_ever(void **state)
{
    struct folder *folder = *state;
    write_trade(folder, NOTE_BYTES, "Japan,January 2024,2024-01,many,\n");
    assert_false(folder_load(folder, FRONT, ""));
    assert_int_equal(folder->error.place.line, ROWS + 2);
    assert_str(str_slice(str_from(folder->error.message), 0, 16), "column \"tonnes\":");
}

static void test_a_briefing_with_an_import_report_needs_all_cells(void **state)
{
    struct folder *folder = *state;
    write_trade(folder, NOTE_BYTES, "");
    assert_true(folder_load(folder, FRONT, "Text\n\n```import-report\n```\n"));
    assert_int_equal(folder->facts->tables[0]->row_count, ROWS);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_a_large_source_gives_the_results_of_a_small_one),
        folder_case(test_rows_that_are_there_twice_are_found),
        folder_case(test_what_cannot_be_scanned_is_read_and_reported_as_ever),
        folder_case(test_a_briefing_with_an_import_report_needs_all_cells),
    };
    return unit_run(tests);
}
