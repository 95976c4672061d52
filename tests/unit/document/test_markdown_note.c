/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static const struct document *document_of(struct arena *arena, const char *text)
{
    struct document *document = arena_new(arena, struct document);
    struct warnings warnings = {0};
    struct error error = {0};
    if (!facts_read_document(arena, str_from(text), document, &warnings, &error)) {
        fail_msg("%zu:%zu: %s", error.place.line, error.place.column, error.message);
    }
    assert_int_equal(warnings.count, 0);
    return document;
}

static str note_text(struct arena *arena, const struct document *document, size_t note)
{
    return inline_text(arena, &document->footnotes.at[note].spans);
}

static void test_footnotes_are_numbered_as_the_text_refers_to_them(void **state)
{
    const struct document *document = document_of(
        *state, "[^late]: Defined first.\n\nOne[^b] two[^late].\n\n[^b]: Here.\n");
    assert_int_equal(document->blocks.count, 1);
    const struct inline_spans *spans = &document->blocks.at[0]->spans;
    assert_int_equal(spans->count, 5);
    assert_str(spans->at[1].text, "1");
    assert_int_equal(spans->at[1].note, 1);
    assert_int_equal(spans->at[3].note, 2);
    assert_int_equal(document->footnotes.count, 2);
    assert_str(note_text(*state, document, 0), "Here.");
    assert_str(note_text(*state, document, 1), "Defined first.");
}

static void test_a_second_reference_has_the_same_number(void **state)
{
    const struct document *document =
        document_of(*state, "One[^a] two[^b] three[^a].\n\n[^a]: A.\n[^b]: B.\n");
    const struct inline_spans *spans = &document->blocks.at[0]->spans;
    assert_int_equal(spans->at[5].note, 1);
    assert_int_equal(document->footnotes.count, 2);
}

static void test_a_footnote_goes_on_to_a_blank_line_and_has_values(void **state)
{
    const struct document *document =
        document_of(*state, "One[^a].\n\n[^a]: It was **{{ total | num(0) }}**\n"
                            "   and more.\n\nNext\n");
    assert_str(note_text(*state, document, 0), "It was 5,473 and more.");
    assert_true(document->footnotes.at[0].spans.at[1].is_strong);
    assert_int_equal(document->footnotes.at[0].place.line, 3);
    assert_str(block_text(*state, document->blocks.at[1]), "Next");
    assert_int_equal(document->blocks.at[1]->place.line, 6);
}

static void test_footnotes_may_stand_in_directives_and_headings(void **state)
{
    const struct document *document = document_of(
        *state, "# Head[^a]\n\n```note T\nText[^b]\n\n[^b]: B.\n```\n\n[^a]: A.\n");
    assert_int_equal(document->footnotes.count, 2);
    assert_str(note_text(*state, document, 1), "B.");
    assert_str(document->blocks.at[0]->anchor, "head");
    assert_str(block_text(*state, document->blocks.at[0]), "Head");
}

static void test_code_and_escapes_are_no_footnotes(void **state)
{
    const struct document *document =
        document_of(*state, "`[^a]` and \\[^a] and [^ a] and {@ x}\n\n"
                            "```\n[^a]: not a note\n```\n");
    assert_str(block_text(*state, document->blocks.at[0]),
               "[^a] and [^a] and [^ a] and {@ x}");
    assert_str(document->blocks.at[1]->text, "[^a]: not a note");
    assert_int_equal(document->footnotes.count, 0);
}

static void test_a_reference_without_a_text_is_an_error(void **state)
{
    assert_error(
        *state, "One\ntwo[^a].\n",
        "78 2:4+4 the footnote [^a] has no text | write it on a line of its own, as "
        "in [^a]: The text.");
}

static void test_a_text_without_a_reference_is_a_warning(void **state)
{
    assert_str(warning_of(*state, "One\n\n[^a]: Text.\n"),
               "3:1+4 nothing refers to the footnote [^a]");
}

static void test_what_footnotes_cannot_be_is_an_error(void **state)
{
    assert_error(*state, "One[^a].\n\n[^a]: A.\n\n[^a]: B.\n",
                 "78 5:1+4 there is a footnote [^a] already | it stands in line 3");
    assert_error(*state, "One[^a].\n\n[^a]:\n", "78 3:1+4 this footnote has no text");
    assert_error(*state, "One[^a].\n\n[^a]: - list\n",
                 "78 3:1+4 the text of a footnote is one paragraph");
    assert_error(*state, "One[^a].\n\n[^a]: Text[^b].\n",
                 "78 3:11+4 a footnote cannot have a footnote");
    assert_error(*state, "| a |\n|---|\n| x[^a] |\n",
                 "78 3:4+4 a table's cell cannot have a footnote");
    assert_error(*state, "One[^a].\n\n[^a]: [^b]: Text.\n",
                 "78 3:7+4 a footnote cannot stand in another");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_footnotes_are_numbered_as_the_text_refers_to_them),
        unit_case(test_a_second_reference_has_the_same_number),
        unit_case(test_a_footnote_goes_on_to_a_blank_line_and_has_values),
        unit_case(test_footnotes_may_stand_in_directives_and_headings),
        unit_case(test_code_and_escapes_are_no_footnotes),
        unit_case(test_a_reference_without_a_text_is_an_error),
        unit_case(test_a_text_without_a_reference_is_a_warning),
        unit_case(test_what_footnotes_cannot_be_is_an_error),
    };
    return unit_run(tests);
}
