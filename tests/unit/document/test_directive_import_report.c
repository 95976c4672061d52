/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#include "document/inline.h"

#define TOTAL "queries:\n  total: {from: trade, where: {partner: World}}\n"

/* The blocks of a briefing with that directive, or NULL. */
static const struct blocks *report_of(struct folder *folder, const char *content)
{
    str body = str_print(&folder->arena, "```import-report\n%s```\n", content);
    if (!folder_load(folder, BRIEFING_DATA TOTAL, body.at)) {
        return NULL;
    }
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    return document ? &document->blocks : NULL;
}

static str item_text(struct folder *folder, const struct blocks *blocks, size_t index)
{
    const struct block *list = blocks->at[1]->children.at[0];
    return inline_text(&folder->arena, &list->children.at[index]->spans);
}

static size_t item_count(const struct blocks *blocks)
{
    return blocks->at[1]->children.at[0]->children.count;
}

static void test_a_report_is_a_table_of_measures_and_a_note(void **state)
{
    struct folder *folder = *state;
    const struct blocks *blocks = report_of(folder, "");
    assert_string_equal(folder->error.message, "");
    assert_int_equal(blocks->count, 2);
    assert_int_equal(blocks->at[0]->kind, BLOCK_TABLE);
    assert_int_equal(blocks->at[1]->kind, BLOCK_NOTE);
    const struct table_block *table = blocks->at[0]->table;
    assert_str(table->number, "Table 1");
    assert_str(table->title, "The data of this issue");
    assert_int_equal(table->count, 1);
    static const char *const cells[] = {"trade", "tonnes", "8", "8", "0", "0", "0", "7"};
    for (size_t i = 0; i < table->column_count; i++) {
        assert_str(table->at[0].cells[i].text, cells[i]);
    }
}

static void test_the_note_has_files_totals_and_what_is_doubtful(void **state)
{
    struct folder *folder = *state;
    const struct blocks *blocks = report_of(folder, "");
    assert_int_equal(item_count(blocks), 3);
    assert_str(item_text(folder, blocks, 0), "trade.csv: 8 rows, UTF-8, profile tidy");
    assert_str(
        item_text(folder, blocks, 1),
        "Totals and their parts by partner, tonnes: 2 compared, 2 with parts below it");
    assert_str(item_text(folder, blocks, 2),
               "months that no series has: 2024-11 to 2025-07 (trade.csv, line 2)");
}

static void test_details_are_what_is_only_for_information(void **state)
{
    struct folder *folder = *state;
    const struct blocks *blocks = report_of(folder, "details: true\ntitle: Data\n");
    assert_str(blocks->at[0]->table->title, "Data");
    assert_int_equal(item_count(blocks), 5);
    assert_str(
        item_text(folder, blocks, 2),
        "2 totals are above the sums of their parts: World 2025-11: tonnes 6150 t, 1 "
        "part 1200, residual 4950 (80.5%) (trade.csv, line 6)");
    assert_str(item_text(folder, blocks, 4),
               "1 series lacks months: World: 2024-11 to 2025-07 (trade.csv, line 2)");
}

static void test_a_report_shows_what_was_known_on_the_day(void **state)
{
    struct folder *folder = *state;
    assert_true(date_parse(S("2025-11-20"), &folder->options.as_of));
    const struct blocks *blocks = report_of(folder, "sources: [trade]\n");
    assert_str(blocks->at[0]->table->at[0].cells[2].text, "5");
}

static void test_sources_and_keys_must_be_known(void **state)
{
    struct folder *folder = *state;
    assert_null(report_of(folder, "sources: [trad]\n"));
    assert_str(
        folder_error(folder),
        "78 briefing.md:8:11+4 \"trad\" is not known here | did you mean \"trade\"?");
    assert_null(report_of(folder, "detail: true\n"));
    assert_str(folder_error(folder),
               "78 briefing.md:8:1+6 unknown key \"detail\" | did you mean \"details\"?");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_a_report_is_a_table_of_measures_and_a_note),
        folder_case(test_the_note_has_files_totals_and_what_is_doubtful),
        folder_case(test_details_are_what_is_only_for_information),
        folder_case(test_a_report_shows_what_was_known_on_the_day),
        folder_case(test_sources_and_keys_must_be_known),
    };
    return unit_run(tests);
}
