/* SPDX-License-Identifier: MIT */
#include "expressions.h"

static str filled(struct arena *arena, const char *text)
{
    struct error error = {0};
    struct source source = {S("briefing.md"), str_from(text)};
    struct scope scope = scope_create(arena);
    str result = {0};
    if (!expression_fill(arena, &source, 0, source.text.length, &scope, &result, &error)) {
        return str_print(arena, "%zu:%zu+%zu %s", error.place.line, error.place.column,
                         error.place.width, error.message);
    }
    return result;
}

static void test_a_literal_is_the_text_after_its_colon(void **state)
{
    assert_str(filled(*state, "{{ lit: 17 }} elements"), "17 elements");
    assert_str(filled(*state, "{{lit:17}}"), "17");
    assert_str(filled(*state, "{{ lit : HS 85051110 }}"), "HS 85051110");
    assert_str(filled(*state, "{{ lit: 5: 6 | 7 ?? \"x\" }}"), "5: 6 | 7 ?? \"x\"");
}

static void test_a_quote_in_a_literal_opens_no_text(void **state)
{
    assert_str(filled(*state, "{{ lit: China's 17 }} and {{ lit: 5\" }}"),
               "China's 17 and 5\"");
}

static void test_an_empty_literal_is_refused(void **state)
{
    assert_str(filled(*state, "a {{ lit: }}"),
               "1:6+4 \"lit:\" wants the text that is to stand here");
}

static void test_lit_is_a_name_like_any_other(void **state)
{
    assert_str(filled(*state, "{{ lit }}"), "1:4+3 nothing is named \"lit\"");
    assert_str(filled(*state, "{{ litre: 5 }}"),
               "1:9+1 \":\" means nothing in an expression");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_literal_is_the_text_after_its_colon),
        unit_case(test_a_quote_in_a_literal_opens_no_text),
        unit_case(test_an_empty_literal_is_refused),
        unit_case(test_lit_is_a_name_like_any_other),
    };
    return unit_run(tests);
}
