/* SPDX-License-Identifier: MIT */
#include "facts.h"
#include "unit.h"

#include "export/exhibit_data.h"
#include "export/exhibit_files.h"

static struct chart chart_of(struct arena *arena, const char *figures)
{
    struct chart chart = {
        .mark = CHART_LINES,
        .unit = S("t"),
        .number = S("Figure 1"),
        .title = S("Exports"),
        .window = period_of_months(2025, 8, 10),
    };
    *arena_push(arena, &chart.lines) =
        (struct chart_line){.series = facts_series(arena, "total", figures)};
    return chart;
}

static str csv_of(struct arena *arena, const struct chart *chart)
{
    return exhibit_data_csv(arena, exhibit_data_of_chart(arena, chart, DATA_TO_COMPUTE));
}

static void test_a_line_has_a_row_for_each_month_with_its_published_decimals(void **state)
{
    struct chart chart = chart_of(*state, "2025-07 9, 2025-08 6146.50, 2025-10 5473 E");
    assert_str(csv_of(*state, &chart), "period,total (t),total: status\r\n"
                                       "2025-08,6146.50,\r\n"
                                       "2025-09,,\r\n"
                                       "2025-10,5473,E\r\n");
}

static void test_months_published_together_have_a_row_of_their_own(void **state)
{
    struct chart chart = chart_of(*state, "2025-08..09 900, 2025-10 500");
    str csv = csv_of(*state, &chart);
    assert_str(csv, "period,total (t)\r\n2025-08,\r\n2025-08..09,900\r\n"
                    "2025-09,\r\n2025-10,500\r\n");
}

static void test_a_computed_figure_has_six_decimals_at_most(void **state)
{
    struct chart chart = chart_of(*state, "");
    struct series *series = facts_series(*state, "rate", "2025-09 0, 2025-10 0");
    series->at[0].value = ratio_divide(ratio_from(2), ratio_from(3));
    series->at[1].value = ratio_divide(ratio_from(-5), ratio_from(4));
    series->at[0].places = series->at[1].places = -1;
    chart.lines.at[0].series = series;
    chart.unit = S("%");
    assert_str(csv_of(*state, &chart),
               "period,rate (%)\r\n2025-08,\r\n2025-09,0.666667\r\n2025-10,-1.25\r\n");
}

static void test_what_is_read_is_as_the_pages_print_it(void **state)
{
    struct chart chart = chart_of(*state, "2025-09 5774, 2025-10 5473");
    chart.language = language_find(S("de"));
    const struct exhibit_data *data = exhibit_data_of_chart(*state, &chart, DATA_TO_READ);
    assert_str(data->heads[0], "");
    assert_str(data->at[1].cells[1], "5.774");
    assert_str(data->at[2].cells[0], "Okt 2025");
}

static void test_a_ranking_has_its_bars_in_order(void **state)
{
    struct chart chart = {.mark = CHART_BARS, .unit = S("t")};
    struct series *series = facts_series(*state, "x", "2025-10 1118");
    *arena_push(*state, &chart.bars) =
        (struct chart_bar){.label = S("Germany, West"), .value = series->at[0], .rank = 1};
    *arena_push(*state, &chart.bars) =
        (struct chart_bar){.label = S("World"), .value = series->at[0], .is_total = true};
    assert_str(csv_of(*state, &chart),
               "name,value (t),rank\r\n\"Germany, West\",1118,1\r\nWorld,1118,\r\n");
}

static struct table_block *table_of(struct arena *arena, const char *texts[3])
{
    struct table_block *table = arena_new(arena, struct table_block);
    table->column_count = 3;
    table->number = S("Table 1");
    table->columns = arena_array(arena, struct table_column, 3);
    table->columns[0] = (struct table_column){.kind = FIELD_TEXT, .head = S("Name")};
    table->columns[1] = (struct table_column){
        .kind = FIELD_FIGURE, .head = S("Oct"), .unit = S("t"), .spanner = S("2025")};
    table->columns[2] = (struct table_column){.kind = FIELD_SPARK, .head = S("Past")};
    struct table_row *row = arena_push(arena, table);
    row->cells = arena_array(arena, struct table_cell, 3);
    for (size_t i = 0; i < 3; i++) {
        row->cells[i].text = str_from(texts[i]);
    }
    return table;
}

static str table_csv(struct arena *arena, const char *tag, const char *figure)
{
    const char *texts[] = {"1,000 \"A\"", figure, ""};
    return exhibit_data_csv(arena, exhibit_data_of_table(arena, table_of(arena, texts),
                                                         language_find(str_from(tag))));
}

static void test_a_table_has_plain_numbers_and_no_sparklines(void **state)
{
    assert_str(table_csv(*state, "en", "\u22121,234.5"),
               "Name,2025 Oct (t)\r\n\"1,000 \"\"A\"\"\",-1234.5\r\n");
    assert_str(table_csv(*state, "de", "+1.234,5"),
               "Name,2025 Oct (t)\r\n\"1,000 \"\"A\"\"\",1234.5\r\n");
    assert_str(table_csv(*state, "fr", "5\u202f473"),
               "Name,2025 Oct (t)\r\n\"1,000 \"\"A\"\"\",5473\r\n");
    assert_str(table_csv(*state, "en", "n.a."),
               "Name,2025 Oct (t)\r\n\"1,000 \"\"A\"\"\",\r\n");
    assert_str(table_csv(*state, "en", "\u00d714"),
               "Name,2025 Oct (t)\r\n\"1,000 \"\"A\"\"\",\u00d714\r\n");
}

static void test_flags_have_a_column_of_their_own(void **state)
{
    const char *texts[] = {"A", "5", ""};
    struct table_block *table = table_of(*state, texts);
    table->at[0].cells[1].flag = S("e");
    assert_str(exhibit_data_csv(*state, exhibit_data_of_table(*state, table, NULL)),
               "Name,2025 Oct (t),2025 Oct (t): status\r\nA,5,e\r\n");
}

static void test_exhibits_are_files_by_their_numbers(void **state)
{
    struct chart chart = chart_of(*state, "2025-10 5473");
    struct chart plain = chart;
    plain.number = S("");
    const char *texts[] = {"A", "5", ""};
    struct block row = {.kind = BLOCK_ROW};
    struct block blocks[] = {{.kind = BLOCK_CHART, .chart = &plain},
                             {.kind = BLOCK_CHART, .chart = &chart},
                             {.kind = BLOCK_TABLE, .table = table_of(*state, texts)}};
    struct document document = {.date = {2025, 11, 20}};
    *arena_push(*state, &document.blocks) = &row;
    for (size_t i = 0; i < 3; i++) {
        *arena_push(*state, &row.children) = &blocks[i];
    }
    struct pdf_attachments files = {0};
    exhibit_files_add(*state, &document, &files);
    assert_int_equal(files.count, 2);
    assert_str(files.at[0].name, "figure-1.csv");
    assert_str(files.at[0].description, "Figure 1: Exports");
    assert_str(files.at[0].relationship, "Data");
    assert_ptr_equal(files.at[0].shown_by, &blocks[1]);
    assert_str(files.at[1].name, "table-1.csv");
}

static void test_the_source_goes_along_without_its_recipients(void **state)
{
    const struct source briefing = {
        S("a/b.md"), S("---\ntitle: T\nmail:\n  from: a@b.org\n\n  list-id: x\nchecks: []\n"
                       "---\n# Text\n\nmail: is a word here\n")};
    struct pdf_attachments files = {0};
    exhibit_files_add_source(*state, &briefing, (struct date){2025, 11, 20}, &files);
    assert_str(files.at[0].name, "b.md");
    assert_str(files.at[0].relationship, "Source");
    assert_str(files.at[0].bytes, "---\ntitle: T\nchecks: []\n---\n# Text\n\n"
                                  "mail: is a word here\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_line_has_a_row_for_each_month_with_its_published_decimals),
        unit_case(test_months_published_together_have_a_row_of_their_own),
        unit_case(test_a_computed_figure_has_six_decimals_at_most),
        unit_case(test_what_is_read_is_as_the_pages_print_it),
        unit_case(test_a_ranking_has_its_bars_in_order),
        unit_case(test_a_table_has_plain_numbers_and_no_sparklines),
        unit_case(test_flags_have_a_column_of_their_own),
        unit_case(test_exhibits_are_files_by_their_numbers),
        unit_case(test_the_source_goes_along_without_its_recipients),
    };
    return unit_run(tests);
}
