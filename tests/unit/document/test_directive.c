/* SPDX-License-Identifier: MIT */
#include "blocks.h"

#include <string.h>

static void test_a_note_has_a_title_and_markdown(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "```note Q&A for {{ focus }}\nText *here*.\n\n- a\n```\n");
    const struct block *note = blocks.at[0];
    assert_int_equal(note->kind, BLOCK_NOTE);
    assert_str(note->text, "Q&A for Germany");
    assert_int_equal(note->children.count, 2);
    assert_str(block_text(*state, note->children.at[0]), "Text here.");
    assert_int_equal(note->children.at[0]->place.line, 2);
}

static void test_a_row_holds_directives_in_shorter_fences(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "````row\n```note A\nfirst\n```\n\nText\n````\nafter\n");
    assert_int_equal(blocks.count, 2);
    assert_int_equal(blocks.at[0]->kind, BLOCK_ROW);
    assert_int_equal(blocks.at[0]->children.count, 2);
    assert_int_equal(blocks.at[0]->children.at[0]->kind, BLOCK_NOTE);
    assert_str(block_text(*state, blocks.at[0]->children.at[1]), "Text");
}

static void test_charts_in_a_row_are_half_as_wide(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "````row\n```chart\n{mark: bar, data: total, title: T}\n```\n````\n"
                "```chart\n{mark: bar, data: total, title: T}\n```\n");
    assert_int_equal(blocks.at[0]->children.at[0]->chart->size, CHART_HALF);
    assert_int_equal(blocks.at[1]->chart->size, CHART_FULL);
}

static void test_a_row_may_say_the_widths_of_its_cells(void **state)
{
    struct blocks blocks = blocks_of(*state, "````row widths: [8, 4]\na\n````\n");
    assert_int_equal(blocks.at[0]->widths[0], 8);
    assert_int_equal(blocks.at[0]->widths[1], 4);
    assert_int_equal(blocks.at[0]->widths[2], 0);
    assert_error(*state, "```row widths: [8, 6]\na\n```\n",
                 "78 1:16+1 the widths are 14 columns, and the grid has 12");
    assert_error(*state, "```row widths: [13]\na\n```\n",
                 "78 1:17+2 a width is 1 to 12 columns of the grid");
    assert_error(*state, "```row width: [8, 4]\na\n```\n",
                 "78 1:8+5 unknown key \"width\" | did you mean \"widths\"?");
    assert_error(*state, "```row widths: [2, 2, 2, 2, 2]\na\n```\n",
                 "78 1:16+1 a row has room for 4 blocks side by side");
}

static void test_a_column_holds_blocks_in_a_row_and_charts_are_as_wide(void **state)
{
    struct blocks blocks = blocks_of(
        *state,
        "`````row\n````column\nText\n\n```chart\n{mark: bar, data: total, title: T}\n"
        "```\n````\n```chart\n{mark: bar, data: total, title: T}\n```\n`````\n");
    const struct blocks *cells = &blocks.at[0]->children;
    assert_int_equal(cells->count, 2);
    assert_int_equal(cells->at[0]->kind, BLOCK_COLUMN);
    assert_int_equal(cells->at[0]->children.count, 2);
    assert_int_equal(cells->at[0]->children.at[1]->chart->size, CHART_FULL);
    assert_int_equal(cells->at[1]->chart->size, CHART_HALF);
    assert_error(*state, "```column\na\n```\n",
                 "78 1:1+9 a column stands in a row | put it between the lines of a "
                 "directive row");
    assert_error(*state, "````row\n```column 3\na\n```\n````\n",
                 "78 2:11+1 nothing may follow the name of this directive");
}

static void test_a_box_has_a_title_and_any_blocks(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "```box About {{ focus }}\nText\n\n- a\n```\n");
    assert_int_equal(blocks.at[0]->kind, BLOCK_BOX);
    assert_str(blocks.at[0]->text, "About Germany");
    assert_int_equal(blocks.at[0]->children.count, 2);
}

static void test_a_pull_figure_has_a_figure_and_a_text(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "```pull\nfigure: \"{{ total | num(0) }} t\"\ntext: of magnets\n```\n");
    assert_int_equal(blocks.at[0]->kind, BLOCK_PULL);
    assert_str(blocks.at[0]->text, "5,473 t");
    assert_str(block_text(*state, blocks.at[0]), "of magnets");
    assert_error(*state, "```pull\ntext: of magnets\n```\n",
                 "78 1:1+7 the pull figure has no figure");
}

static void test_the_contents_have_a_depth_and_one_place(void **state)
{
    struct blocks blocks = blocks_of(*state, "```contents\ndepth: 3\n```\n");
    assert_int_equal(blocks.at[0]->kind, BLOCK_CONTENTS);
    assert_int_equal(blocks.at[0]->level, 3);
    assert_int_equal(blocks_of(*state, "```contents\n```\n").at[0]->level, 2);
    assert_error(*state, "```contents\ndepth: 9\n```\n",
                 "78 2:8+1 the depth is 2 to 4, the level of headings");
    assert_error(*state, "```contents\n```\n\n```contents\n```\n",
                 "78 4:1+11 the briefing has a table of contents already");
}

static void test_if_keeps_its_content_only_where_it_holds(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "```if total.mom < 0\nfell\n```\n"
                          "```if total.mom > 0\nrose {{ bad }}\n```\n"
                          "```if us.mom and us.mom < 0\nnot known\n```\n");
    assert_int_equal(blocks.count, 1);
    assert_str(block_text(*state, blocks.at[0]), "fell");
}

static void test_a_row_without_anything_in_it_is_not_there(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "````row\n```if us.mom\nnot known\n```\n````\n");
    assert_int_equal(blocks.count, 0);
}

static void test_a_page_break_is_a_block(void **state)
{
    struct blocks blocks = blocks_of(*state, "a\n\n```pagebreak\n```\n\nb\n");
    assert_int_equal(blocks.at[1]->kind, BLOCK_PAGE_BREAK);
    assert_error(*state, "```pagebreak\nx\n```\n", "78 1:1+12 a page break has no content");
}

static void test_directives_stand_at_the_margin_and_are_closed(void **state)
{
    assert_error(*state, "- a\n  ```chart\n  mark: bar\n  ```\n",
                 "78 2:1+10 a directive must not stand inside a list or a quotation");
    assert_error(*state, "a\n\n```note Title\ntext\n",
                 "78 3:1+13 the directive is not closed | end it with a line of the same "
                 "marks");
    assert_error(*state, "```note {{ focus\ntext\n```\n", "78 1:9+2 this {{ has no }}");
}

static void test_events_are_a_list_of_dates(void **state)
{
    struct blocks blocks = blocks_of(*state, "```events\nlast: 6 months\n```\n");
    assert_int_equal(blocks.count, 1);
    assert_int_equal(blocks.at[0]->kind, BLOCK_LIST);
    const struct block *item = blocks.at[0]->children.at[0];
    assert_str(block_text(*state, item), "12 May 2025 Geneva truce");
    assert_true(item->spans.at[0].is_strong);
    assert_false(item->spans.at[1].is_strong);
}

static void test_events_of_a_kind_that_is_not_there_are_an_error(void **state)
{
    assert_error(
        *state, "```events\nkinds: [contrl]\n```\n",
        "78 2:9+6 there is no event of kind \"contrl\" | did you mean \"control\"?");
    assert_error(*state, "```events\nkinds: control\n```\n",
                 "78 2:8+7 \"kinds\" is a single value, expected a list");
}

static void test_if_needs_a_condition(void **state)
{
    assert_error(*state, "```if\na\n```\n",
                 "78 1:1+5 the directive if needs a condition | write it behind the name, "
                 "as in: if total.mom < 0");
    assert_error(*state, "```if totl < 0\na\n```\n",
                 "78 1:7+4 nothing is named \"totl\" | did you mean \"total\"?");
}

static void test_errors_inside_directives_have_their_place_in_the_file(void **state)
{
    assert_error(*state, "a\n````row\n```note {{ focus }}\n\n\nx {{ totl }}\n```\n````\n",
                 "78 6:6+4 nothing is named \"totl\" | did you mean \"total\"?");
    assert_error(*state, "```chart extra\nmark: bar\n```\n",
                 "78 1:10+5 nothing may follow the name of this directive");
    assert_error(*state, "a {{ total }}\n\n```kpi\n- {label: [a\n```\n",
                 "78 5:1+0 this is not YAML: did not find expected ',' or ']'");
}

static void test_directives_in_one_another_have_a_limit(void **state)
{
    char text[4096] = "";
    size_t length = 0;
    for (int depth = 0; depth < 10; depth++) {
        for (int mark = 0; mark < 13 - depth; mark++) {
            text[length++] = '`';
        }
        memcpy(text + length, "note\n", 5);
        length += 5;
    }
    for (int depth = 9; depth >= 0; depth--) {
        for (int mark = 0; mark < 13 - depth; mark++) {
            text[length++] = '`';
        }
        text[length++] = '\n';
    }
    assert_error(*state, text, "78 10:1+1 directives are nested too deeply here");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_note_has_a_title_and_markdown),
        unit_case(test_a_row_holds_directives_in_shorter_fences),
        unit_case(test_charts_in_a_row_are_half_as_wide),
        unit_case(test_a_row_may_say_the_widths_of_its_cells),
        unit_case(test_a_column_holds_blocks_in_a_row_and_charts_are_as_wide),
        unit_case(test_a_box_has_a_title_and_any_blocks),
        unit_case(test_a_pull_figure_has_a_figure_and_a_text),
        unit_case(test_the_contents_have_a_depth_and_one_place),
        unit_case(test_if_keeps_its_content_only_where_it_holds),
        unit_case(test_a_row_without_anything_in_it_is_not_there),
        unit_case(test_a_page_break_is_a_block),
        unit_case(test_directives_stand_at_the_margin_and_are_closed),
        unit_case(test_events_are_a_list_of_dates),
        unit_case(test_events_of_a_kind_that_is_not_there_are_an_error),
        unit_case(test_if_needs_a_condition),
        unit_case(test_errors_inside_directives_have_their_place_in_the_file),
        unit_case(test_directives_in_one_another_have_a_limit),
    };
    return unit_run(tests);
}
