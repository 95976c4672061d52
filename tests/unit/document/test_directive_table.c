/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static const struct table_block *table_of(struct arena *arena, const char *yaml)
{
    struct blocks blocks =
        blocks_of(arena, str_print(arena, "```table\n%s\n```\n", yaml).at);
    assert_int_equal(blocks.count, 1);
    assert_int_equal(blocks.at[0]->kind, BLOCK_TABLE);
    return blocks.at[0]->table;
}

/* The error of a table whose keys stand on line 2. */
static str table_error(struct arena *arena, const char *yaml)
{
    return error_of(arena, str_print(arena, "```table\n%s\n```\n", yaml).at);
}

static void test_a_group_is_ranked_with_its_rest_and_total(void **state)
{
    const struct table_block *table = table_of(
        *state, "{data: partners, total: true, rest: true, title: Who, subtitle: s,"
                " notes: n, source: c, labels: {World: All},"
                " columns: [{title: Destination, value: row.name},"
                " {title: \"{{ period | month }}\", value: row}]}");
    assert_str(table->number, "Table 1");
    assert_str(table->title, "Who");
    assert_str(table->subtitle, "s");
    assert_str(table->notes, "n");
    assert_str(table->source, "c");
    static const struct {
        const char *name, *figure, *flag;
    } rows[] = {
        {"Germany", "1,118", ""},
        {"United States", "656", ""},
        {"Other destinations", "3,699", "e"},
        {"All", "5,473", ""},
    };
    assert_int_equal(table->count, COUNT_OF(rows));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_str(table->at[i].cells[0].text, rows[i].name);
        assert_str(table->at[i].cells[1].text, rows[i].figure);
        assert_str(table->at[i].cells[1].flag, rows[i].flag);
        assert_int_equal(table->at[i].is_rest, i == 2);
        assert_int_equal(table->at[i].is_total, i == 3);
    }
}

static void test_columns_take_their_kind_and_unit_from_their_values(void **state)
{
    const struct table_block *table = table_of(
        *state,
        "{data: partners, columns: [{value: row.name}, {value: row, title:"
        " Oct}, {value: row.yoy, spanner: Change}, {value: row.share(partners.total)},"
        " {value: row.rank}, {value: row, kind: spark, last: 13 months}]}");
    static const enum field_kind kinds[] = {FIELD_TEXT,   FIELD_FIGURE, FIELD_CHANGE,
                                            FIELD_FIGURE, FIELD_FIGURE, FIELD_SPARK};
    static const char *const units[] = {"", "t", "%", "%", "", ""};
    static const char *const germany[] = {"Germany", "1,118", "+55.9", "20.4", "1", ""};
    assert_int_equal(table->column_count, COUNT_OF(kinds));
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        assert_int_equal(table->columns[i].kind, kinds[i]);
        assert_str(table->columns[i].unit, units[i]);
        assert_str(table->at[0].cells[i].text, germany[i]);
    }
    assert_str(table->columns[2].spanner, "Change");
    assert_int_equal(table->at[0].cells[2].sign, 1);
    assert_int_equal(table->at[0].cells[1].sign, 0);
    assert_str(table->at[0].cells[2].flag, "e");
    assert_str(table->at[0].cells[5].series->name, "Germany");
    assert_int_equal(table->at[0].cells[5].window.months, 13);
}

static void test_what_is_missing_says_so_and_is_never_zero(void **state)
{
    const struct table_block *table = table_of(
        *state, "{data: [us, total], columns: [{value: row.name}, {value: row.mom},"
                " {value: row.mom, kind: figure, format: num(2), unit: per cent}]}");
    assert_str(table->at[0].cells[1].text, "n.a.");
    assert_str(table->at[0].cells[1].flag, "");
    assert_int_equal(table->at[0].cells[1].sign, 0);
    assert_str(table->at[1].cells[1].text, "\u22125.2");
    assert_int_equal(table->at[1].cells[1].sign, -1);
    assert_str(table->at[1].cells[2].text, "\u22125.21");
    assert_str(table->columns[2].unit, "per cent");
}

static void test_a_rate_that_was_published_whole_stays_whole(void **state)
{
    const struct table_block *table =
        table_of(*state, "{data: [coarse, total], columns: [{value: row.yoy},"
                         " {value: row.yoy, format: signed(1)}]}");
    assert_str(table->at[0].cells[0].text, "+25");
    assert_str(table->at[1].cells[0].text, "+15.8");
    assert_str(table->at[0].cells[1].text, "+25.0");
}

static void test_total_and_rest_are_only_those_of_the_query(void **state)
{
    assert_str(
        table_error(*state, "{data: bare, total: true, columns: [{value: row.name}]}"),
        "78 2:14+5 the group \"bare\" has no total | name one in its query: total");
    assert_str(
        table_error(*state, "{data: bare, rest: true, columns: [{value: row.name}]}"),
        "78 2:14+4 the group \"bare\" has no rest | name one in its query: rest");
    table_of(*state, "{data: bare, rest: false, columns: [{value: row.name}]}");
}

static void test_labels_of_what_is_not_in_the_table_are_warned_of(void **state)
{
    assert_str(warning_of(*state, "```table\n{data: partners, labels: {Peru: PE},"
                                  " columns: [{value: row.name}]}\n```\n"),
               "2:27+4 nothing here is called \"Peru\": its label is not used");
    assert_str(table_error(*state, "{data: partners, labels: [a]}"),
               "78 2:26+1 \"labels\" is a list, expected a map of keys and values");
}

static void test_errors_of_columns_have_their_place(void **state)
{
    assert_str(table_error(*state, "{data: partners, columns: [{value: row.nme}]}"),
               "78 2:40+3 a series has no property \"nme\" | did you mean \"name\"?");
    assert_str(
        table_error(*state, "{data: partners, columns: [{value: row, format: x(1)}]}"),
        "78 2:49+4 there is no format \"x\" | known are: num(places), pct(places), "
        "signed(places)");
    assert_str(
        table_error(*state, "{data: partners, columns: [{value: row, format: num(a)}]}"),
        "78 2:49+6 \"num(a)\" is not a format such as num(1)");
    assert_str(
        table_error(*state, "{data: partners, columns: [{value: row.name, kind: figure}]}"),
        "78 2:36+8 this column holds numbers, not text");
    assert_str(
        table_error(*state, "{data: partners, columns: [{value: row.rank, kind: spark}]}"),
        "78 2:36+8 this column holds series, not a number");
    assert_str(
        table_error(*state, "{data: partners, columns: [{value: row, last: 2 years}]}"),
        "78 2:41+4 only a column of kind spark has a length");
    assert_str(table_error(*state, "{data: partners, columns: [{title: x}]}"),
               "78 2:28+1 a column needs a value");
    assert_str(table_error(*state, "{data: partners, columns: [{valu: row}]}"),
               "78 2:29+4 unknown key \"valu\" | did you mean \"value\"?");
}

static void test_tables_must_have_what_they_need(void **state)
{
    assert_str(table_error(*state, "{columns: []}"), "78 1:1+8 the table has no data");
    assert_str(table_error(*state, "{data: partners, columns: []}"),
               "78 2:27+1 the table has no columns");
    assert_str(table_error(*state, "{data: total, columns: [{value: row}]}"),
               "78 2:8+5 a table is made from a group or a list of series, not a series | "
               "with rows: 13 months, its months are rows");
    assert_str(table_error(*state, "{data: [period], columns: [{value: row}]}"),
               "78 2:9+6 a row of a table is a series, not a period");
    assert_str(table_error(*state, "{data: [us], rest: true, columns: [{value: row}]}"),
               "78 2:14+4 only a group has a row \"rest\"");
    assert_str(table_error(*state, "[a]"), "78 2:1+1 this is a list, expected a map of "
                                           "keys and values");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_group_is_ranked_with_its_rest_and_total),
        unit_case(test_columns_take_their_kind_and_unit_from_their_values),
        unit_case(test_what_is_missing_says_so_and_is_never_zero),
        unit_case(test_a_rate_that_was_published_whole_stays_whole),
        unit_case(test_total_and_rest_are_only_those_of_the_query),
        unit_case(test_labels_of_what_is_not_in_the_table_are_warned_of),
        unit_case(test_errors_of_columns_have_their_place),
        unit_case(test_tables_must_have_what_they_need),
    };
    return unit_run(tests);
}
