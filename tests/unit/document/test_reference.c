/* SPDX-License-Identifier: MIT */
#include "blocks.h"

#define CHART "```chart\n{mark: bar, data: total, title: T, id: us}\n```\n"

static void test_a_reference_has_the_number_of_an_exhibit_and_leads_to_it(void **state)
{
    struct blocks blocks = blocks_of(*state, "See {@fig:us}.\n\n" CHART);
    const struct inline_span *span = &blocks.at[0]->spans.at[1];
    assert_str(span->text, "Figure 1");
    assert_str(span->link, "#fig:us");
    assert_false(span->is_written);
    assert_str(blocks.at[1]->anchor, "fig:us");
}

static void test_tables_and_headings_can_be_referred_to(void **state)
{
    struct blocks blocks = blocks_of(
        *state,
        "## Who bought *more* {#buyers}\n\n## Other\n\n"
        "```table\ndata: partners\ncolumns: [{title: N, value: row.name}]\nid: p\n```\n"
        "\n- {@tab:p}, {@sec:buyers} and {@sec:other}\n");
    assert_str(blocks.at[0]->anchor, "buyers");
    assert_str(block_text(*state, blocks.at[0]), "Who bought more");
    const struct inline_spans *spans = &blocks.at[3]->children.at[0]->spans;
    assert_str(spans->at[0].text, "Table 1");
    assert_str(spans->at[0].link, "#tab:p");
    assert_str(spans->at[2].text, "Who bought more");
    assert_str(spans->at[2].link, "#buyers");
    assert_str(spans->at[4].text, "Other");
}

static void test_footnotes_have_references(void **state)
{
    struct document document = {0};
    struct warnings warnings = {0};
    struct error error = {0};
    assert_true(facts_read_document(*state, S("A[^1].\n\n[^1]: See {@fig:us}.\n\n" CHART),
                                    &document, &warnings, &error));
    assert_str(document.footnotes.at[0].spans.at[1].text, "Figure 1");
}

static void test_texts_of_directives_have_the_words_only(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "```chart\n{mark: bar, data: total, title: \"As {@fig:us} and {@fig:us}\", "
                "notes: \"{{ total | num(0) }}, {@fig:us}.\"}\n```\n" CHART
                "```box See {@fig:us}\n{@fig:us}\n```\n"
                "```pull\n{figure: a, text: \"{@fig:us} b\"}\n```\n");
    assert_str(blocks.at[0]->chart->title, "As Figure 2 and Figure 2");
    assert_str(blocks.at[0]->chart->notes, "5,473, Figure 2.");
    assert_str(blocks.at[2]->text, "See Figure 2");
    assert_str(block_text(*state, blocks.at[2]->children.at[0]), "Figure 2");
    assert_str(block_text(*state, blocks.at[3]), "Figure 2 b");
    assert_error(*state, "```box See {@fig:us}\na\n```\n",
                 "78 1:1+20 there is nothing that \"fig:us\" could refer to | charts and "
                 "tables are named by `id: us`");
}

static void test_a_reference_to_nothing_is_an_error_with_the_nearest(void **state)
{
    assert_error(*state, "See {@fig:uz}.\n\n" CHART,
                 "78 1:5+9 there is nothing that \"fig:uz\" could refer to | did you mean "
                 "\"fig:us\"?");
    assert_error(*state, "See {@tab:rows}.\n",
                 "78 1:5+11 there is nothing that \"tab:rows\" could refer to | charts and "
                 "tables are named by `id: rows`");
    assert_error(*state, "See {@us}.\n",
                 "78 1:5+5 \"us\" is no cross reference | they begin with fig:, tab: or "
                 "sec:, as in {@fig:exports}");
}

static void test_ids_are_there_once_and_only_of_exhibits(void **state)
{
    assert_error(*state, CHART "\n" CHART, "78 6:40+2 the id \"us\" is taken");
    assert_error(*state, "## A {#x}\n\n## B {#x}\n", "78 3:4+6 the id \"x\" is taken");
    assert_error(*state, "```pull\n{figure: a, text: b, id: c}\n```\n",
                 "78 2:26+1 only charts and tables have an id");
    assert_error(
        *state, "```chart\n{mark: bar, data: total, title: T, id: a b}\n```\n",
        "78 2:40+3 \"a b\" is no id | an id has ASCII letters, digits, hyphens and "
        "underscores");
}

static void test_braces_that_are_no_id_stay_in_a_heading(void **state)
{
    struct blocks blocks = blocks_of(*state, "## The set {a}\n\n## The `{#code}`\n");
    assert_str(block_text(*state, blocks.at[0]), "The set {a}");
    assert_str(block_text(*state, blocks.at[1]), "The {#code}");
}

static void test_a_heading_refers_to_exhibits_and_to_no_heading(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "## On {@fig:us} {#on}\n\nSee {@sec:on}.\n\n" CHART);
    assert_str(block_text(*state, blocks.at[0]), "On Figure 1");
    assert_str(block_text(*state, blocks.at[1]), "See On Figure 1.");
    assert_error(*state, "## A {#a}\n\n## See {@sec:a}\n",
                 "78 3:8+8 a heading cannot refer to a heading | refer to it in the text "
                 "below");
    assert_error(*state, "## See {@sec:a} {#a}\n",
                 "78 1:8+8 a heading cannot refer to a heading | refer to it in the text "
                 "below");
}

static void test_cells_of_markdown_have_the_words_only(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "| As {@fig:us} | b |\n|---|---|\n| {@fig:us}, c | d |\n\n" CHART);
    const struct table_block *table = blocks.at[0]->table;
    assert_str(table->columns[0].head, "As Figure 1");
    assert_str(table->at[0].cells[0].text, "Figure 1, c");
    assert_error(*state, "| a |\n|---|\n| {@fig:us} |\n",
                 "78 1:3+1 there is nothing that \"fig:us\" could refer to | charts and "
                 "tables are named by `id: us`");
}

static void test_links_into_the_document_lead_somewhere(void **state)
{
    struct blocks blocks =
        blocks_of(*state, "## A\n\n[a](#a) and [b](#fig:us)\n\n## [C](#a)\n\n" CHART);
    assert_str(blocks.at[1]->spans.at[0].link, "#a");
    assert_error(*state, "See [b](#b).\n", "78 1:6+1 the link \"#b\" leads nowhere");
}

static void test_a_heading_without_anything_left_below_it_is_left_out(void **state)
{
    const char *nothing = "```if 1 > 2\nb\n```\n\n";
    str text = str_print(*state, "# H\n\n## A\n\n%s### B\n\n%s## C\n\n%s%sd\n\n## E\n\n",
                         nothing, nothing, nothing, nothing);
    struct blocks blocks = blocks_of(*state, str_c(*state, text));
    assert_int_equal(blocks.count, 4);
    assert_str(block_text(*state, blocks.at[0]), "H");
    assert_str(block_text(*state, blocks.at[1]), "C");
    assert_str(block_text(*state, blocks.at[2]), "d");
    assert_str(block_text(*state, blocks.at[3]), "E"); /* as the author wants it */
    assert_error(*state, "## A\n\n```if 1 > 2\n```\n\n## B\n\n{@sec:a}\n",
                 "78 8:1+8 the heading \"A\" is left out of this issue: nothing is below "
                 "it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_reference_has_the_number_of_an_exhibit_and_leads_to_it),
        unit_case(test_tables_and_headings_can_be_referred_to),
        unit_case(test_footnotes_have_references),
        unit_case(test_texts_of_directives_have_the_words_only),
        unit_case(test_a_reference_to_nothing_is_an_error_with_the_nearest),
        unit_case(test_ids_are_there_once_and_only_of_exhibits),
        unit_case(test_braces_that_are_no_id_stay_in_a_heading),
        unit_case(test_a_heading_refers_to_exhibits_and_to_no_heading),
        unit_case(test_cells_of_markdown_have_the_words_only),
        unit_case(test_links_into_the_document_lead_somewhere),
        unit_case(test_a_heading_without_anything_left_below_it_is_left_out),
    };
    return unit_run(tests);
}
