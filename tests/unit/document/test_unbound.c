/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#include "document/block.h"

#define FRONT \
    BRIEFING_DATA "queries: {total: {from: trade, where: {partner: World}}}\n" \
                  "period: 2025-10\n"

/* "line:column+width text" of each number, with bars between them. The body begins on
 * line 7. */
static str found_with(struct folder *folder, const char *front, const char *body)
{
    struct arena *arena = &folder->arena;
    folder->options.finds_unbound = true;
    const struct document *document =
        folder_load(folder, front, body)
            ? briefing_document(arena, folder->briefing, folder->facts, &folder->warnings,
                                &folder->error)
            : NULL;
    if (!document) {
        return folder_error(folder);
    }
    str list = {0};
    for (size_t i = 0; i < document->unbound.count; i++) {
        const struct unbound_number *number = &document->unbound.at[i];
        list = str_print(arena, "%.*s%s%zu:%zu+%zu %.*s", STR_ARG(list), i ? "|" : "",
                         number->place.line, number->place.column, number->place.width,
                         STR_ARG(number->text));
    }
    return list;
}

static str found(struct folder *folder, const char *body)
{
    return found_with(folder, FRONT, body);
}

static void test_numbers_of_markdown_have_their_places(void **state)
{
    assert_str(found(*state,
                     "# Top 5\n\n> Deck 6\n\nText 7 and *12* more\nof 8.\n\n- item 9\n"
                     "\n1. first 10\n"),
               "7:7+1 5|9:8+1 6|11:6+1 7|11:13+2 12|12:4+1 8|14:8+1 9|16:10+2 10");
}

static void test_values_and_code_are_not_looked_at(void **state)
{
    assert_str(found(*state, "At {{ total | num }} t, `12` and {{ lit: 17 }}; 5 more\n\n"
                             "    indented 6\n\n```\nlisting 7\n```\n"),
               "7:49+1 5");
}

static void test_words_are_read_across_lines_and_values(void **state)
{
    assert_str(found(*state, "(HS 280530 and\n2846) of 20\nNovember, 5\n"), "9:11+1 5");
}

static void test_tables_of_markdown_are_looked_at(void **state)
{
    assert_str(found(*state, "| a 1 | b |\n|---|---|\n| c | 22 |\n"), "7:5+1 1|9:7+2 22");
}

static void test_titles_labels_and_notes_of_directives_are_looked_at(void **state)
{
    assert_str(found(*state, "```chart\nmark: bar\ndata: total\ntitle: The 5 of them\n"
                             "subtitle: \"{{ lit: 6 }} and 7\"\nlast: 12 months\n```\n\n"
                             "```kpi\n- {label: Top 8, value: total}\n```\n\n"
                             "```note Note 9\nText 10\n```\n"),
               "10:12+1 5|11:29+1 7|16:15+1 8|19:14+1 9|20:6+2 10");
}

static void test_a_folded_scalar_is_one_place(void **state)
{
    assert_str(found(*state, "```chart\nmark: bar\ndata: total\ntitle: >-\n  five and\n"
                             "  6 more\n```\n"),
               "10:8+0 6");
}

static void test_literals_of_the_front_matter_are_silent(void **state)
{
    assert_str(found_with(*state, FRONT "literals: [17, \"1,000\"]\n",
                          "The 17 of 1,000 are not 18.\n"),
               "8:25+2 18");
    assert_str(found_with(*state, FRONT "literals: 17\n", "x\n"),
               "78 briefing.md:6:11+2 \"literals\" is a single value, expected a list");
}

static void test_texts_in_several_languages_are_looked_at(void **state)
{
    assert_str(found_with(*state, FRONT "texts: {lead: {en: \"up 5\", de: \"6 mehr\"}}\n",
                          "{{ lead }}\n"),
               "6:24+1 5|6:33+1 6");
}

static void test_what_a_condition_leaves_out_is_not_said(void **state)
{
    assert_str(
        found(*state, "```if total > 99999\nText 5\n```\n\n```if total\nText 6\n```\n"),
        "12:6+1 6");
}

static void test_what_directives_write_is_not_looked_at(void **state)
{
    assert_str(found(*state, "```import-report\ndetails: true\n```\n\n```claims\n"
                             "- {id: a, says: up 5%, of: total.yoy, figure: 15.8%}\n```\n"),
               "");
}

static void test_nothing_is_looked_for_unless_it_is_asked_for(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_load(folder, FRONT, "# Top 5\n"));
    assert_int_equal(briefing_document(&folder->arena, folder->briefing, folder->facts,
                                       &folder->warnings, &folder->error)
                         ->unbound.count,
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        folder_case(test_numbers_of_markdown_have_their_places),
        folder_case(test_nothing_is_looked_for_unless_it_is_asked_for),
        folder_case(test_values_and_code_are_not_looked_at),
        folder_case(test_words_are_read_across_lines_and_values),
        folder_case(test_tables_of_markdown_are_looked_at),
        folder_case(test_titles_labels_and_notes_of_directives_are_looked_at),
        folder_case(test_a_folded_scalar_is_one_place),
        folder_case(test_literals_of_the_front_matter_are_silent),
        folder_case(test_texts_in_several_languages_are_looked_at),
        folder_case(test_what_a_condition_leaves_out_is_not_said),
        folder_case(test_what_directives_write_is_not_looked_at),
    };
    return unit_run(tests);
}
