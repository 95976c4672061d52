/* SPDX-License-Identifier: MIT */
/* What authors write in several languages, and filters in each of them. */
#include "expressions.h"

#include "expression/translation.h"

static const struct node *yaml(struct arena *arena, const char *text)
{
    struct error error = {0};
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(text)};
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    assert_non_null(node);
    return node;
}

static const char texts[] =
    "lead: {en: 'Exports were {{ total.yoy | delta }}.',\n"
    "       de: 'Die Ausfuhren lagen {{ total.yoy | delta(0) }}.'}\n"
    "both: {en: '{{ lead }} ({{ period | month }})', de: '{{ lead }} ({{ language }})'}\n"
    "none: {en: '{{ holes | num }}', de: '{{ holes | num }}'}\n"
    "loop: {en: '{{ loop }}', de: '{{ loop }}'}\n";

/* The template filled in the language; the summary of the error where it cannot be. */
static str said(struct arena *arena, const char *tag, const char *template)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(template)};
    struct scope scope = scope_create(arena);
    scope.language = language_find(str_from(tag));
    scope.texts = yaml(arena, texts);
    scope.names = yaml(arena, "Germany: {de: Deutschland}\nus: {de: USA}\n");
    scope_add(arena, &scope, S("language"), value_from_text(str_from(tag)));
    struct error error = {0};
    str text;
    return expression_fill(arena, source, 0, source->text.length, &scope, &text, &error)
               ? text
               : error_summary(arena, &error);
}

static void test_a_text_is_that_of_the_language(void **state)
{
    assert_str(said(*state, "en", "{{ lead }}"), "Exports were up 15.8%.");
    assert_str(said(*state, "de", "{{ lead }}"), "Die Ausfuhren lagen 16\u00a0% mehr.");
}

static void test_texts_may_hold_texts(void **state)
{
    assert_str(said(*state, "en", "{{ both }}"), "Exports were up 15.8%. (October)");
    assert_str(said(*state, "de", "{{ both | upper }}"),
               "DIE AUSFUHREN LAGEN 16\u00a0% MEHR. (DE)");
}

static void test_a_text_that_holds_itself_is_an_error(void **state)
{
    assert_str(said(*state, "en", "{{ loop }}"),
               "78 5:12+12 texts within texts go on for ever here");
}

/* The other branch is looked at for mistakes, and for those alone. */
static void test_a_value_that_is_missing_is_an_error_in_the_text(void **state)
{
    assert_str(said(*state, "de", "{{ total ?? none }}"), "5473");
    assert_str(
        said(*state, "de", "{{ none }}"),
        "1 4:41+11 \"holes\" has no value for October 2025: it is missing | say what "
        "stands here instead, as in ?? \"n.a.\"");
}

static void test_names_of_texts_are_suggested(void **state)
{
    assert_str(said(*state, "de", "{{ leed }}"),
               "78 1:4+4 nothing is named \"leed\" | did you mean \"lead\"?");
}

static void test_conditions_can_ask_for_the_language(void **state)
{
    assert_str(said(*state, "de", "{{ language }} {{ lead ?? '' | lower | sentence }}"),
               "de Die ausfuhren lagen 16\u00a0% mehr.");
}

static void test_members_have_a_label_in_the_language(void **state)
{
    assert_str(said(*state, "de", "{{ partners['Germany'].label }}"), "Deutschland");
    assert_str(said(*state, "de", "{{ partners['Germany'].name }}"), "Germany");
    assert_str(said(*state, "fr", "{{ partners['Germany'].label }}"), "Germany");
    assert_str(said(*state, "de", "{{ partners['Vietnam'].label }} {{ us.label }}"),
               "Vietnam USA");
}

static void test_filters_speak_the_language(void **state)
{
    static const struct {
        const char *tag, *text;
    } cases[] = {
        {"de", "5.473\u00a0t; +15,8\u00a0%; Oktober; Oktober 2025; 20.\u00a0November 2025; "
               "drei; dritte; 0,8\u00a0Prozentpunkte"},
        {"fr", "5\u202f473\u00a0t; +15,8\u202f%; octobre; octobre 2025; "
               "20\u00a0novembre 2025; trois; troisième; 0,8\u00a0point"},
        {"ja",
         "5,473トン; +15.8%; 10月; 2025年10月; 2025年11月20日; 3; 3番目; 0.8ポイント"},
        {"zh", "5,473吨; +15.8%; 10月; 2025年10月; 2025年11月20日; 三; 第三; 0.8个百分点"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(said(*state, cases[i].tag,
                        "{{ total | amount }}; {{ total.yoy | signed }}; "
                        "{{ period | month }}; {{ period | month_year }}; "
                        "{{ as_of | date }}; {{ 3 | words }}; {{ 3 | ordinal }}; "
                        "{{ total.mom.change | abs | amount(1) }}"),
                   cases[i].text);
    }
}

static void test_what_reaches_text_without_a_filter_speaks_it_too(void **state)
{
    assert_str(said(*state, "de", "{{ total / 1000 }} {{ period }} {{ as_of }}"),
               "5,473 Oktober 2025 20.\u00a0November 2025");
}

/* --- the form of the maps --------------------------------------------------------------
 */

static str checked(struct arena *arena, const char *text, const char *tag)
{
    struct error error = {0};
    const struct node *map = yaml(arena, text);
    bool is_good = translation_check(map, &error) &&
                   translation_check_language(map, language_find(str_from(tag)), &error);
    return is_good ? S("good") : error_summary(arena, &error);
}

static void test_a_map_is_by_name_and_by_language(void **state)
{
    assert_str(checked(*state, "a: {en: x, zh: y}", "zh"), "good");
    assert_str(checked(*state, "a: x", "en"),
               "78 1:4+1 \"a\" is a single value, expected a map of keys and values");
    assert_str(checked(*state, "a: {en: [x]}", "en"),
               "78 1:9+1 \"en\" is a list, expected a single value");
    assert_str(checked(*state, "a: {en: x, jp: y}", "en"),
               "78 1:12+2 no language is called \"jp\" | known are: en, de, fr, ja, zh, "
               "ko, ar, he");
    assert_str(checked(*state, "a: {de-AT: x}", "en"),
               "78 1:5+5 no language is called \"de-AT\" | known are: en, de, fr, ja, zh, "
               "ko, ar, he");
}

static void test_a_text_must_be_there_in_the_language(void **state)
{
    assert_str(
        checked(*state, "a: {en: x, de: y}\nb: {en: x}", "de"),
        "78 2:1+1 the text \"b\" is not there in German | add it as b: {de: \"...\"}");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_text_is_that_of_the_language),
        unit_case(test_texts_may_hold_texts),
        unit_case(test_a_text_that_holds_itself_is_an_error),
        unit_case(test_a_value_that_is_missing_is_an_error_in_the_text),
        unit_case(test_names_of_texts_are_suggested),
        unit_case(test_conditions_can_ask_for_the_language),
        unit_case(test_members_have_a_label_in_the_language),
        unit_case(test_filters_speak_the_language),
        unit_case(test_what_reaches_text_without_a_filter_speaks_it_too),
        unit_case(test_a_map_is_by_name_and_by_language),
        unit_case(test_a_text_must_be_there_in_the_language),
    };
    return unit_run(tests);
}
