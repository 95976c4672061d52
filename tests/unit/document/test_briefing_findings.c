/* SPDX-License-Identifier: MIT */
/* What a briefing says of findings: its front matter and the directive. */
#include "briefings.h"

#include "document/inline.h"

#define FRONT \
    BRIEFING_DATA \
    "queries:\n" \
    "  total: {from: trade, where: {partner: World}}\n" \
    "  partners: {from: trade, by: partner, total: World}\n"

static void load(struct folder *folder, const char *more, const char *body)
{
    str front = str_print(&folder->arena, "%s%s", FRONT, more);
    if (!folder_load(folder, front.at, body)) {
        fail_msg("%s", folder->error.message);
    }
}

static str refused(struct folder *folder, const char *more)
{
    str front = str_print(&folder->arena, "%s%s", FRONT, more);
    assert_false(folder_load(folder, front.at, ""));
    return folder_error(folder);
}

static const struct document *make(struct folder *folder, const char *more,
                                   const char *body)
{
    load(folder, more, body);
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    if (!document) {
        fail_msg("%s", folder->error.message);
    }
    return document;
}

/* The texts of the first block's items, or its own. */
static str text_of(struct folder *folder, const char *more, const char *body)
{
    const struct document *document = make(folder, more, body);
    str texts[16];
    const struct block *block = document->blocks.at[0];
    if (block->kind != BLOCK_LIST) {
        return inline_text(&folder->arena, &block->spans);
    }
    for (size_t i = 0; i < block->children.count; i++) {
        texts[i] = inline_text(&folder->arena, &block->children.at[i]->spans);
    }
    return str_join(&folder->arena, texts, block->children.count, S("\n"));
}

static void test_the_directive_lists_the_first_findings(void **state)
{
    assert_str(
        text_of(*state, "", "```findings\nfrom: [total]\ncount: 2\n```\n"),
        "Total rose 12.4% to 6,150\u00A0t in November, the first monthly rise in at "
        "least three months.\n"
        "In November total rose to 6,150\u00A0t, the highest in at least four months.");
    assert_str(text_of(*state, "findings: {count: 1}\n", "```findings\n```\n"),
               "Total rose 12.4% to 6,150\u00A0t in November, the first monthly rise in at "
               "least three months.");
}

static void test_the_directive_takes_sources_and_kinds(void **state)
{
    assert_str(text_of(*state, "",
                       "```findings\nfrom: [partners.Germany]\nkinds: [change, share]\n"
                       "```\n"),
               "Germany rose 7.3% in November from a month earlier, to 1,200\u00A0t.");
}

static void test_a_list_goes_on_with_the_authors_own(void **state)
{
    assert_str(
        text_of(*state, "", "- My own.\n\n```findings\nfrom: [partners]\ncount: 1\n```\n"),
        "My own.\nGermany rose 7.3% in November from a month earlier, to "
        "1,200\u00A0t.");
}

static void test_a_paragraph_has_the_sentences_in_a_row(void **state)
{
    assert_str(
        text_of(*state, "",
                "```findings\nfrom: [total]\ncount: 2\nstyle: paragraph\n```\n"),
        "Total rose 12.4% to 6,150\u00A0t in November, the first monthly rise in at "
        "least three months. In November total rose to 6,150\u00A0t, the highest in at "
        "least four months.");
}

static void test_a_directive_without_a_finding_leaves_no_block(void **state)
{
    const struct document *document =
        make(*state, "findings: {drop: [\"*\"]}\n", "```findings\n```\n");
    assert_int_equal(document->blocks.count, 0);
}

static void test_labels_are_what_sentences_call_series(void **state)
{
    static const char labels[] =
        "names: {Germany: {de: Deutschland}}\n"
        "labels:\n"
        "  total: {en: {text: exports, plural: true}, de: {text: die Ausfuhren, plural: "
        "true}}\n"
        "  partners: \"exports to {member}\"\n";
    struct folder *folder = *state;
    assert_str(text_of(folder, labels, "```findings\nkinds: [since]\n```\n"),
               "Exports rose to 6,150\u00A0t in November, the highest in at least four "
               "months.");
    assert_str(text_of(folder, labels, "{{ partners[\"Germany\"].finding }}\n"),
               "Exports to Germany rose 7.3% in November from a month earlier, to "
               "1,200\u00A0t.");
    folder->options.language = language_find(S("de"));
    assert_str(text_of(folder, labels, "```findings\nkinds: [since]\n```\n"),
               "Die Ausfuhren stiegen im November auf 6.150\u00A0t, den höchsten Wert seit "
               "mindestens vier Monaten.");
    assert_str(
        text_of(folder, labels, "{{ total.title }}\n"),
        "Die Ausfuhren stiegen im November um 12,4\u00A0% auf 6.150\u00A0t, der höchste "
        "Wert seit mindestens vier Monaten");
}

static void test_a_value_and_a_quantity_of_the_same_rows_make_a_unit_value(void **state)
{
    static const char front[] =
        "data:\n"
        "  trade: {files: trade.csv, schema: {partner: dimension, period: period,"
        " t: {role: measure, unit: t}, usd: {role: measure, unit: USD}}}\n"
        "queries:\n"
        "  value: {from: trade, where: {partner: World}, measure: usd}\n"
        "  other: {from: trade, where: {partner: Japan}, measure: t}\n"
        "  weight: {from: trade, where: {partner: World}, measure: t}\n";
    struct folder *folder = *state;
    folder_write(folder, "trade.csv",
                 "partner,period,t,usd\nWorld,2024-10,10,400\nWorld,2025-10,20,1000\n"
                 "Japan,2025-10,1,9\n");
    assert_true(folder_load(folder, front, ""));
    const struct finding_inputs *inputs = folder->facts->scope.inputs;
    const struct findings *findings =
        findings_make(&folder->arena, inputs, folder->facts->issue, NULL, NULL);
    const struct finding_selector selector = finding_selector_parse(S("value.unit_value"));
    const struct finding *finding = findings_first(findings, &selector);
    const struct sentence_speaker speaker = {0};
    assert_non_null(finding);
    assert_str(sentence_of(&folder->arena, &speaker, finding, SENTENCE_SUBJECT),
               "Value: the average value was 50\u00A0USD/t in October, 25.0% up on a year "
               "earlier.");
}

static void test_pins_come_first_and_limits_hold(void **state)
{
    assert_str(text_of(*state,
                       "findings: {pin: [total.since], limit: {first: 0}, count: 2}\n",
                       "```findings\nfrom: [total]\n```\n"),
               "Total rose to 6,150\u00A0t in November, the highest in at least four "
               "months.\n"
               "In November total rose 12.4% from a month earlier, to 6,150\u00A0t.");
}

static void test_names_that_are_not_there_are_errors_with_the_nearest(void **state)
{
    static const struct {
        const char *front, *error;
    } cases[] = {
        {"findings: {pins: [total]}\n",
         "78 briefing.md:7:12+4 unknown key \"pins\" | did you mean \"pin\"?"},
        {"findings: {pin: [totl.since]}\n",
         "78 briefing.md:7:18+10 there is no query \"totl\" | did you mean \"total\"?"},
        {"findings: {drop: [total.sinse]}\n",
         "78 briefing.md:7:19+11 there is no kind of finding \"sinse\" | did you mean "
         "\"since\"?"},
        {"findings: {drop: [partners.Germny.*]}\n",
         "78 briefing.md:7:19+17 \"partners\" has no member \"Germny\" | did you mean "
         "\"Germany\"?"},
        {"findings: {drop: [total.Japan.*]}\n",
         "78 briefing.md:7:19+13 \"total\" has no members"},
        {"findings: {limit: {changes: 1}}\n",
         "78 briefing.md:7:20+7 there is no kind of finding \"changes\" | did you mean "
         "\"change\"?"},
        {"findings: {count: many}\n",
         "78 briefing.md:7:19+4 \"many\" is not a whole number"},
        {"labels: {totals: exports}\n",
         "78 briefing.md:7:10+6 there is no query \"totals\" | did you mean \"total\"?"},
        {"labels: {total: {enn: exports}}\n",
         "78 briefing.md:7:18+3 no language is called \"enn\" | did you mean \"en\"?"},
        {"labels: {total: {text: exports, plurals: true}}\n",
         "78 briefing.md:7:33+7 unknown key \"plurals\" | did you mean \"plural\"?"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(refused(*state, cases[i].front), cases[i].error);
    }
}

static void test_the_directive_refuses_what_it_does_not_know(void **state)
{
    static const struct {
        const char *body, *error;
    } cases[] = {
        {"```findings\nform: [total]\n```\n",
         "78 briefing.md:9:1+4 unknown key \"form\" | did you mean \"from\"?"},
        {"```findings\nfrom: [totals]\n```\n",
         "78 briefing.md:9:8+6 there is no query \"totals\" | did you mean \"total\"?"},
        {"```findings\nkinds: [sinc]\n```\n", "78 briefing.md:9:9+4 there is no kind of "
                                              "finding \"sinc\" | did you mean \"since\"?"},
        {"```findings\nstyle: prose\n```\n", "78 briefing.md:9:8+5 \"prose\" is not a "
                                             "known style | known are: list, paragraph"},
    };
    struct folder *folder = *state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        load(folder, "", cases[i].body);
        assert_null(briefing_document(&folder->arena, folder->briefing, folder->facts,
                                      &folder->warnings, &folder->error));
        assert_str(folder_error(folder), cases[i].error);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_the_directive_lists_the_first_findings),
        folder_case(test_the_directive_takes_sources_and_kinds),
        folder_case(test_a_list_goes_on_with_the_authors_own),
        folder_case(test_a_paragraph_has_the_sentences_in_a_row),
        folder_case(test_a_directive_without_a_finding_leaves_no_block),
        folder_case(test_labels_are_what_sentences_call_series),
        folder_case(test_a_value_and_a_quantity_of_the_same_rows_make_a_unit_value),
        folder_case(test_pins_come_first_and_limits_hold),
        folder_case(test_names_that_are_not_there_are_errors_with_the_nearest),
        folder_case(test_the_directive_refuses_what_it_does_not_know),
    };
    return unit_run(tests);
}
