/* SPDX-License-Identifier: MIT */
/* Formats, symbols, notes and heat of tables. */
#include "tables.h"

static void test_nothing_and_next_to_nothing_differ(void **state)
{
    const struct table_block *table =
        tables_made(*state, "{data: partners, columns: [{value: row.name}, {value: row},"
                            " {value: row, format: num(1)}, {value: row.share(total)}]}");
    assert_str(tables_row(*state, table, 3), "Malta|0|0.4|0.1^p");
    assert_str(tables_row(*state, table, 4), "Monaco|\u2013|\u2013|0.0^p");
    assert_true(table->at[3].cells[1].is_rounded_away);
    assert_false(table->at[3].cells[2].is_rounded_away);
    assert_false(table->at[4].cells[3].is_rounded_away);
}

static void test_a_column_has_one_scale_told_with_its_unit(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: partners, columns: [{value: row, scale: thousand, format: num(2)},"
                " {value: row * 1000000, scale: auto, unit: kg}, {value: row * 1000000,"
                " scale: auto, format: num(0)}]}");
    assert_str(table->columns[0].unit, "1,000\u00a0t");
    assert_str(tables_row(*state, table, 0), "0.30|300|300");
    assert_str(table->columns[1].unit, "kg");
    assert_str(table->columns[2].unit, "m\u00a0t");
}

static void test_a_rule_makes_cells_bold_and_coloured(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: partners, when: [{if: row.name == \"Japan\", color: focus}],"
                " columns: [{value: row.name}, {value: row, when: [{if: row > 50, bold:"
                " true}, {if: row > 200, color: up}]}]}");
    const struct table_cell *germany = &table->at[0].cells[1];
    const struct table_cell *japan = &table->at[1].cells[1];
    assert_true(germany->is_bold && germany->ink == TABLE_UP);
    assert_true(japan->is_bold && japan->ink == TABLE_FOCUS);
    assert_int_equal(table->at[1].cells[0].ink, TABLE_FOCUS);
    assert_false(table->at[2].cells[1].is_bold);
}

static void test_notes_have_marks_in_reading_order(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: partners, row-notes: {Japan: Third., Germany: First.}, columns:"
                " [{value: row.name, note: First.}, {value: row, note: Second.}]}");
    static const char *const notes[] = {"First.", "Second.", "Third."};
    static const char *const marks[] = {"*", "\u2020", "\u2021"};
    assert_int_equal(table->marked.count, COUNT_OF(notes));
    for (size_t i = 0; i < COUNT_OF(notes); i++) {
        assert_str(table->marked.at[i].text, notes[i]);
        assert_str(table->marked.at[i].mark, marks[i]);
    }
    assert_str(table->columns[1].mark, "\u2020");
    assert_str(tables_row(*state, table, 0), "Germany^*|300");
    assert_str(tables_row(*state, table, 1), "Japan^\u2021|100");
}

static void test_marks_are_doubled_where_they_are_used_up(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: [total], columns: [{value: row, note: a}, {value: row, note: b},"
                " {value: row, note: c}, {value: row, note: d}, {value: row, note: e},"
                " {value: row, note: f}]}");
    assert_str(table->columns[3].mark, "\u00a7");
    assert_str(table->columns[4].mark, "**");
    assert_str(table->columns[5].mark, "\u2020\u2020");
}

static void test_a_note_on_no_row_is_warned_of(void **state)
{
    struct folder *folder = *state;
    tables_made(folder, "{data: partners, row-notes: {Peru: Closed.}}");
    assert_int_equal(folder->warnings.count, 1);
    assert_str(folder->warnings.at[0].message,
               "no row of the table is \"Peru\": its note is not there");
}

/* --- heat ----------------------------------------------------------------------------- */

static void assert_classes(const struct table_block *table, size_t column,
                           const int *classes)
{
    for (size_t i = 0; i < table->count; i++) {
        assert_int_equal(table->at[i].cells[column].heat, classes[i]);
    }
}

static void test_heat_has_classes_between_round_numbers(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: cross, total: true, columns: [{value: row.name}, {value: row, heat:"
                " true}]}");
    const struct table_heat *heat = &table->columns[1].heat;
    static const char *const bounds[] = {"100", "200", "300"};
    static const int classes[] = {4, 2, 1, 1, 1, 0}; /* the total has none */
    assert_int_equal(heat->class_count, 4);
    assert_int_equal(heat->neutral, 0);
    for (size_t i = 0; i < COUNT_OF(bounds); i++) {
        assert_str(heat->bounds[i], bounds[i]);
    }
    assert_classes(table, 1, classes);
}

static void test_heat_of_changes_is_apart_at_zero(void **state)
{
    const struct table_block *table = tables_made(
        *state,
        "{data: partners, columns: [{value: row.name}, {value: row.yoy, heat: {classes:"
        " 4}}]}");
    const struct table_heat *heat = &table->columns[1].heat;
    assert_int_equal(heat->class_count, 4);
    assert_int_equal(heat->neutral, 3);
    assert_str(heat->bounds[0], "\u221250");
    assert_str(heat->bounds[1], "0");
    assert_str(heat->bounds[2], "+50");
    assert_int_equal(table->at[0].cells[1].heat, 4); /* Germany, +50.0 */
    assert_int_equal(table->at[1].cells[1].heat, 3); /* Japan, +25.0 */
    assert_int_equal(table->at[2].cells[1].heat, 1); /* India, -60.0 */
}

static void test_heat_takes_the_bounds_that_it_is_given(void **state)
{
    const struct table_block *table = tables_made(
        *state, "{data: partners, columns: [{value: row, heat: {bounds: [0.5, 150]}}]}");
    static const int classes[] = {3, 2, 2, 1, 1};
    assert_str(table->columns[0].heat.bounds[0], "0.5");
    assert_classes(table, 0, classes);
}

static void test_errors_of_styles_have_their_place(void **state)
{
    static const struct {
        const char *yaml, *error;
    } cases[] = {
        {"{data: partners, columns: [{value: row.name, heat: true}]}",
         ":46+4 only a column of numbers has heat"},
        {"{data: partners, columns: [{value: row, heat: {bounds: [2, 1]}}]}",
         ":60+1 bounds go up"},
        {"{data: partners, columns: [{value: row, heat: {classes: 1}}]}",
         ":57+1 there can be 2 to 9 classes"},
        {"{data: partners, columns: [{value: row.name, scale: million}]}",
         ":46+5 only a column of numbers has a scale"},
        {"{data: partners, columns: [{value: row, when: [{bold: true}]}]}",
         ":48+1 a format needs an \"if\""},
        {"{data: partners, columns: [{value: row, when: [{if: row.yoy > 1, color: red}]}]}",
         ":73+3 \"red\" is not a known color | known are: ink, up, down, muted, focus"},
        {"{data: partners, ruling: dotted}",
         ":26+6 \"dotted\" is not a known ruling | known are: rules, tint, none"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        str expected = str_print(&((struct folder *)*state)->arena,
                                 "78 briefing.md:" TABLES_LINE "%s", cases[i].error);
        assert_str(tables_error(*state, cases[i].yaml), expected.at);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_nothing_and_next_to_nothing_differ),
        folder_case(test_a_column_has_one_scale_told_with_its_unit),
        folder_case(test_a_rule_makes_cells_bold_and_coloured),
        folder_case(test_notes_have_marks_in_reading_order),
        folder_case(test_marks_are_doubled_where_they_are_used_up),
        folder_case(test_a_note_on_no_row_is_warned_of),
        folder_case(test_heat_has_classes_between_round_numbers),
        folder_case(test_heat_of_changes_is_apart_at_zero),
        folder_case(test_heat_takes_the_bounds_that_it_is_given),
        folder_case(test_errors_of_styles_have_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
