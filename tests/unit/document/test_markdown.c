/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static void test_headings_have_levels_and_unique_anchors(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "# Who bought more?\n\n## Notes\n\n## Notes\n");
    assert_int_equal(blocks.count, 3);
    assert_int_equal(blocks.at[0]->kind, BLOCK_HEADING);
    assert_int_equal(blocks.at[0]->level, 1);
    assert_str(blocks.at[0]->anchor, "who-bought-more");
    assert_int_equal(blocks.at[1]->level, 2);
    assert_str(blocks.at[1]->anchor, "notes");
    assert_str(blocks.at[2]->anchor, "notes-2");
}

static void test_the_quotation_below_the_headline_is_the_deck(void **state)
{
    struct blocks blocks = blocks_of(*state, "# Head\n\n> Second\n> fact.\n\n> Later.\n");
    assert_int_equal(blocks.at[1]->kind, BLOCK_DECK);
    assert_str(block_text(*state, blocks.at[1]), "Second fact.");
    assert_int_equal(blocks.at[2]->kind, BLOCK_QUOTE);
    assert_str(block_text(*state, blocks.at[2]->children.at[0]), "Later.");
}

static void test_spans_have_styles_links_and_places(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "A **bold *both*** `code` [site](https://x.org/?a&amp;b).\n");
    const struct inline_spans *spans = &blocks.at[0]->spans;
    assert_int_equal(spans->count, 8);
    assert_str(spans->at[1].text, "bold ");
    assert_true(spans->at[1].is_strong && !spans->at[1].is_emphasis);
    assert_true(spans->at[2].is_strong && spans->at[2].is_emphasis);
    assert_true(spans->at[4].is_code);
    assert_str(spans->at[6].link, "https://x.org/?a&b");
    assert_int_equal(spans->at[7].link.length, 0);
    assert_int_equal(spans->at[4].place.line, 1);
    assert_int_equal(spans->at[4].place.column, 20);
}

static void test_values_are_put_into_text_and_never_become_markup(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "Exports: **{{ total | num(0) }} t**, {{ markup }} \\{{ x }}, `{{ y }}`\n");
    assert_str(block_text(*state, blocks.at[0]),
               "Exports: 5,473 t, *not* <b>markup</b> {{ x }}, {{ y }}");
    const struct inline_span *value = &blocks.at[0]->spans.at[1];
    assert_str(value->text, "5,473");
    assert_true(value->is_strong);
    assert_int_equal(value->place.column, 12);
    assert_int_equal(value->place.width, 20);
    assert_int_equal(blocks.at[0]->spans.at[2].place.column, 32);
}

static void test_places_are_right_after_values_and_on_later_lines(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "{{ total }} Se\u00F1or {{ us }} *x*\nnext {{ us }} `y`\n");
    const struct inline_spans *spans = &blocks.at[0]->spans;
    assert_str(spans->at[4].text, "x");
    assert_int_equal(spans->at[4].place.column, 29);
    const struct inline_span *last = &spans->at[spans->count - 1];
    assert_str(last->text, "y");
    assert_int_equal(last->place.line, 2);
    assert_int_equal(last->place.column, 16);
    assert_str(last->place.text, "next {{ us }} `y`");
}

static void test_lists_nest_and_items_have_their_own_text(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "- one\n  - two\n- three\n\n1. four\n\n   five\n");
    const struct block *list = blocks.at[0];
    assert_int_equal(list->kind, BLOCK_LIST);
    assert_false(list->is_ordered);
    assert_int_equal(list->children.count, 2);
    const struct block *one = list->children.at[0];
    assert_int_equal(one->kind, BLOCK_ITEM);
    assert_str(block_text(*state, one), "one");
    assert_str(block_text(*state, one->children.at[0]->children.at[0]), "two");
    assert_true(blocks.at[1]->is_ordered);
    const struct block *four = blocks.at[1]->children.at[0];
    assert_str(block_text(*state, four), "four");
    assert_str(block_text(*state, four->children.at[0]), "five");
}

static void test_lists_keep_their_numbers_and_whether_they_are_loose(void **state)
{
    struct blocks blocks = blocks_of(*state, "3) three\n4) four\n\ntext\n\n- a\n\n- b\n");
    assert_int_equal(blocks.at[0]->first_number, 3);
    assert_int_equal(blocks.at[0]->number_mark, ')');
    assert_false(blocks.at[0]->is_loose);
    assert_true(blocks.at[2]->is_loose);
}

static void test_tables_are_text_and_right_alignment_is_figures(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "| Country | t |\n|---|--:|\n| **US** | {{ us | num }} |\n| DE |\n");
    const struct table_block *table = blocks.at[0]->table;
    assert_int_equal(table->column_count, 2);
    assert_int_equal(table->columns[0].kind, FIELD_TEXT);
    assert_int_equal(table->columns[1].kind, FIELD_FIGURE);
    assert_str(table->columns[1].head, "t");
    assert_int_equal(table->count, 2);
    assert_str(table->at[0].cells[0].text, "US");
    assert_str(table->at[0].cells[1].text, "656");
    assert_str(table->at[1].cells[1].text, "");
}

static void test_unknown_fences_are_listings_as_they_stand(void **state)
{
    struct blocks blocks = blocks_of(
        *state,
        "````python\nx = {{ total }}\n```note Title\n````\n\n- ```\n  {{ y }}\n  ```\n");
    assert_int_equal(blocks.at[0]->kind, BLOCK_CODE);
    assert_str(blocks.at[0]->text, "x = {{ total }}\n```note Title");
    assert_int_equal(blocks.at[0]->place.line, 1);
    assert_str(blocks.at[1]->children.at[0]->children.at[0]->text, "{{ y }}");
}

static void test_a_listing_with_almost_a_directives_name_is_warned_of(void **state)
{
    assert_str(warning_of(*state, "a\n\n```chrat\nmark: bar\n```\n"),
               "3:4+5 there is no directive \"chrat\", this is a listing; did you mean "
               "\"chart\"?");
    assert_str(warning_of(*state, "```tabel\n```\n"),
               "1:4+5 there is no directive \"tabel\", this is a listing; did you mean "
               "\"table\"?");
    static const char *const languages[] = {"python", "text", "yaml", "bash", "cpp",
                                            "ini",    "csv",  "raw",  "json", "make"};
    for (size_t i = 0; i < COUNT_OF(languages); i++) {
        blocks_of(*state, str_print(*state, "```%s\nx\n```\n", languages[i]).at);
    }
}

static void test_breaks_rules_and_entities(void **state)
{
    struct blocks blocks = blocks_of(*state, "a  \nb\nc &ndash; &#8722;1\n\n---\n");
    assert_str(block_text(*state, blocks.at[0]), "a\nb c \u2013 \u22121");
    assert_int_equal(blocks.at[1]->kind, BLOCK_RULE);
}

static void test_raw_html_is_text(void **state)
{
    struct blocks blocks = blocks_of(*state, "<div>x</div>\n");
    assert_int_equal(blocks.at[0]->kind, BLOCK_PARAGRAPH);
    assert_str(block_text(*state, blocks.at[0]), "<div>x</div>");
}

static void test_errors_of_expressions_have_their_place(void **state)
{
    assert_error(*state, "One\n\ntwo {{ totl }} t\n",
                 "78 3:8+4 nothing is named \"totl\" | did you mean \"total\"?");
    assert_error(*state, "a {{ total\n}}\n",
                 "78 1:3+2 this {{ has no }} | an expression stands on one line");
}

static void test_what_is_not_supported_is_refused(void **state)
{
    assert_error(*state, "see ![chart](x.png)\n",
                 "78 1:14+1 this image stands within a text | an image is a paragraph "
                 "of its own");
    assert_error(*state, "a &eacute; b\n",
                 "78 1:3+8 the entity &eacute; is not known | write the character itself");
    assert_error(*state, "a \U000F0000\n",
                 "78 1:3+1 characters for private use have no meaning here");
    assert_error(*state, "a \xFF\n", "78 1:3+1 this is not UTF-8");
    assert_error(*state, "a\rb\n", "78 1:2+1 a line ends in a carriage return alone");
}

static void test_deep_nesting_is_refused(void **state)
{
    char text[101] = "";
    for (int i = 0; i < 99; i++) {
        text[i] = '>';
    }
    text[99] = 'x';
    assert_error(*state, text, "78 1:1+1 lists and quotations are nested too deeply here");
}

static void test_crlf_is_a_line_end(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "# {{ us }}\r\n\r\n```note T\r\nText\r\n```\r\n");
    assert_int_equal(blocks.count, 2);
    assert_str(blocks.at[1]->text, "T");
    assert_str(block_text(*state, blocks.at[1]->children.at[0]), "Text");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_headings_have_levels_and_unique_anchors),
        unit_case(test_the_quotation_below_the_headline_is_the_deck),
        unit_case(test_spans_have_styles_links_and_places),
        unit_case(test_values_are_put_into_text_and_never_become_markup),
        unit_case(test_places_are_right_after_values_and_on_later_lines),
        unit_case(test_lists_nest_and_items_have_their_own_text),
        unit_case(test_lists_keep_their_numbers_and_whether_they_are_loose),
        unit_case(test_tables_are_text_and_right_alignment_is_figures),
        unit_case(test_unknown_fences_are_listings_as_they_stand),
        unit_case(test_a_listing_with_almost_a_directives_name_is_warned_of),
        unit_case(test_breaks_rules_and_entities),
        unit_case(test_raw_html_is_text),
        unit_case(test_errors_of_expressions_have_their_place),
        unit_case(test_what_is_not_supported_is_refused),
        unit_case(test_deep_nesting_is_refused),
        unit_case(test_crlf_is_a_line_end),
    };
    return unit_run(tests);
}
