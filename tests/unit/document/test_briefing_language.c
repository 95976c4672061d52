/* SPDX-License-Identifier: MIT */
/* One briefing, issues in several languages. */
#include "briefings.h"

#include <string.h>

#define QUERIES \
    "queries:\n" \
    "  total: {from: trade, where: {partner: World}}\n" \
    "  partners: {from: trade, by: partner, total: World, rest: Others}\n"

static const char front[] =
    "title: \"{{ masthead }}\"\nsubject: \"{{ masthead }}, {{ period | month }}\"\n"
    "texts:\n"
    "  masthead: {en: Monthly, de: Monatlich}\n"
    "  destination: {en: Destination, de: Ziel}\n"
    "names: {Germany: {de: Deutschland}, World: {de: Welt}}\n" BRIEFING_DATA QUERIES;

static const char body[] =
    "# {{ total | amount }}\n\n```if language == \"de\"\n**Nur** hier.\n```\n\n"
    "```table\ndata: partners\ntotal: true\ncolumns:\n"
    "  - {title: \"{{ destination }}\", value: row.name}\n"
    "  - {title: \"{{ period | month }}\", value: row, unit: t}\n"
    "  - {title: x, value: row.yoy, kind: change}\n```\n\n"
    "```kpi\n- {label: \"{{ partners.leader.label }}\", value: total}\n```\n\n"
    "```chart\nmark: {type: bar, orient: horizontal}\ndata: partners\ntitle: t\n"
    "highlight: Germany\n```\n";

/* The document of October in the language; NULL where it has an error. */
static const struct document *made(struct folder *folder, const char *tag)
{
    folder->options.period = period_month(2025, 10);
    folder->options.language = language_find(str_from(tag));
    if (!folder_load(folder, front, body)) {
        return NULL;
    }
    return briefing_document(&folder->arena, folder->briefing, folder->facts,
                             &folder->warnings, &folder->error);
}

static const struct block *block_of(const struct document *document, enum block_kind kind)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        if (document->blocks.at[i]->kind == kind) {
            return document->blocks.at[i];
        }
    }
    fail_msg("there is no such block");
    return NULL;
}

static void test_furniture_and_metadata_are_in_the_language(void **state)
{
    struct folder *folder = *state;
    const struct document *document = made(folder, "de");
    assert_string_equal(folder->error.message, "");
    assert_str(document->language_tag, "de");
    assert_str(document->series_title, "Monatlich");
    assert_str(document->subject, "Monatlich, Oktober");
    assert_str(document->title, "5.473\u00a0t");
    assert_str(document->issue, "Oktober 2025");
    assert_str(document->release, "Datenstand 21.\u00a0November 2025");
}

static void test_tables_have_names_units_and_marks_of_the_language(void **state)
{
    const struct table_block *table = block_of(made(*state, "de"), BLOCK_TABLE)->table;
    assert_str(table->number, "Tabelle 1");
    assert_str(table->columns[0].head, "Ziel");
    assert_str(table->columns[1].head, "Oktober");
    assert_str(table->at[0].cells[0].text, "Deutschland");
    assert_str(table->at[0].cells[1].text, "1.118");
    assert_str(table->at[0].cells[2].text, "k.\u00a0A.");
    assert_str(table->at[table->count - 1].cells[0].text, "Welt");
    assert_str(table->at[table->count - 1].cells[2].text, "+15,8");
}

static void test_key_figures_are_in_the_language(void **state)
{
    const struct kpi *kpi = block_of(made(*state, "de"), BLOCK_KPIS)->kpis;
    assert_str(kpi->label, "Deutschland");
    assert_str(kpi->number, "5.473");
    assert_str(kpi->changes[0].text, "\u22125,2\u00a0% ggü. Vormonat");
    assert_str(kpi->changes[1].text, "+15,8\u00a0% ggü. Vorjahr");
}

static void test_charts_have_the_language_and_names_keep_their_colour(void **state)
{
    const struct chart *chart = block_of(made(*state, "de"), BLOCK_CHART)->chart;
    assert_ptr_equal(chart->language, language_find(S("de")));
    assert_str(chart->number, "Abbildung 1");
    assert_str(chart->change_head, "zum Vorjahr");
    assert_str(chart->bars.at[0].label, "Deutschland");
    assert_true(chart->bars.at[0].entity >= 0);
    assert_int_equal(chart->bars.at[1].entity, -1);
}

static void test_conditions_can_ask_for_the_language(void **state)
{
    struct folder *folder = *state;
    assert_int_equal(made(folder, "de")->blocks.at[1]->kind, BLOCK_PARAGRAPH);
    assert_int_equal(made(folder, "en")->blocks.at[1]->kind, BLOCK_TABLE);
}

static void test_without_an_option_the_language_is_the_briefing_s(void **state)
{
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    assert_true(folder_load(folder, "language: fr-CA\n" BRIEFING_DATA QUERIES, "# x\n"));
    assert_str(language_tag(folder->facts->scope.language), "fr");
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_str(document->language_tag, "fr-CA");
}

static void test_a_text_that_a_language_lacks_is_an_error(void **state)
{
    struct folder *folder = *state;
    assert_null(made(folder, "fr"));
    assert_str(
        folder_error(folder),
        "78 briefing.md:5:3+8 the text \"masthead\" is not there in French | add it as "
        "masthead: {fr: \"...\"}");
}

static void test_a_name_that_a_language_lacks_is_a_warning(void **state)
{
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    folder->options.language = language_find(S("zh"));
    assert_true(folder_load(
        folder,
        "names: {Germany: {de: Deutschland}, World: {zh: 全球}}\n" BRIEFING_DATA QUERIES,
        "# x\n"));
    assert_int_equal(folder->warnings.count, 1);
    assert_str(folder->warnings.at[0].message,
               "the name \"Germany\" is not there in Chinese");
}

static void test_texts_may_stand_in_a_file(void **state)
{
    struct folder *folder = *state;
    folder_write(folder, "events.csv", "lead: {en: 'In {{ period | month }}', de: x}\n");
    folder->options.period = period_month(2025, 10);
    assert_true(
        folder_load(folder, "texts: events.csv\n" BRIEFING_DATA QUERIES, "# {{ lead }}\n"));
    const struct document *document = briefing_document(
        &folder->arena, folder->briefing, folder->facts, &folder->warnings, &folder->error);
    assert_str(document->title, "In October");
}

static str read_error(struct folder *folder, const char *keys)
{
    return folder_read(folder, keys, "") ? S("no error") : folder_error(folder);
}

static void test_what_is_wrong_with_texts_is_said_at_once(void **state)
{
    struct folder *folder = *state;
    assert_str(read_error(folder, "language: klingon\n"),
               "78 briefing.md:2:11+7 no language is called \"klingon\" | known are: en, "
               "de, fr, ja, zh, ko, ar, he");
    assert_str(read_error(folder, "texts: {period: {en: x}}\n"),
               "78 briefing.md:2:9+6 the name \"period\" is taken");
    assert_str(read_error(folder, "texts: {total: {en: x}}\n" BRIEFING_DATA QUERIES),
               "78 briefing.md:6:3+5 the name \"total\" is taken");
    assert_str(read_error(folder, "texts: {in brief: {en: x}}\n"),
               "78 briefing.md:2:9+8 \"in brief\" cannot be a name | a name has ASCII "
               "letters, digits "
               "and underscores, begins with no digit, and is not and, or, not");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_furniture_and_metadata_are_in_the_language),
        folder_case(test_tables_have_names_units_and_marks_of_the_language),
        folder_case(test_key_figures_are_in_the_language),
        folder_case(test_charts_have_the_language_and_names_keep_their_colour),
        folder_case(test_conditions_can_ask_for_the_language),
        folder_case(test_without_an_option_the_language_is_the_briefing_s),
        folder_case(test_a_text_that_a_language_lacks_is_an_error),
        folder_case(test_a_name_that_a_language_lacks_is_a_warning),
        folder_case(test_texts_may_stand_in_a_file),
        folder_case(test_what_is_wrong_with_texts_is_said_at_once),
    };
    return unit_run(tests);
}
