/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/node.h"

static const struct node *load(struct arena *arena, const char *text, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("a.json"), .text = str_from(text)};
    return node_load_json(arena, source, 0, source->text.length, error);
}

static const struct node *good(struct arena *arena, const char *text)
{
    struct error error = {0};
    const struct node *node = load(arena, text, &error);
    assert_string_equal(error.message, "");
    assert_non_null(node);
    return node;
}

static void bad(struct arena *arena, const char *text, const char *message, size_t line,
                size_t column)
{
    struct error error = {0};
    assert_null(load(arena, text, &error));
    assert_string_equal(error.message, message);
    assert_int_equal(error.place.line, line);
    assert_int_equal(error.place.column, column);
}

static void test_maps_and_lists_keep_their_order_and_place(void **state)
{
    const struct node *map = good(*state, "{\"b\": [1, 2],\n \"a\": {}}");
    assert_int_equal(map->kind, NODE_MAP);
    assert_int_equal(map->count, 2);
    assert_str(map->at[0]->key, "b");
    assert_int_equal(map->at[0]->count, 2);
    assert_str(map->at[0]->at[1]->text, "2");
    assert_int_equal(node_place(map->at[1]).line, 2);
    assert_int_equal(node_key_place(map->at[1]).column, 2);
}

static void test_texts_are_quoted_scalars_and_words_are_not(void **state)
{
    const struct node *list = good(*state, "[\"true\", true, null, -1.5e+3, \"\"]");
    assert_true(list->at[0]->is_quoted);
    assert_false(list->at[1]->is_quoted);
    assert_str(list->at[2]->text, "null");
    assert_str(list->at[3]->text, "-1.5e+3");
    assert_true(list->at[4]->is_quoted);
    assert_str(list->at[4]->text, "");
}

static void test_escapes_are_read(void **state)
{
    const struct node *list =
        good(*state, "[\"a\\n\\t\\\"\\\\\\/b\", \"\\u00e9\\u20AC\", \"\\ud83d\\ude00!\", "
                     "\"\\ud83d\", \"x\\ude00y\"]");
    assert_str(list->at[0]->text, "a\n\t\"\\/b");
    assert_str(list->at[1]->text, "\xC3\xA9\xE2\x82\xAC");
    assert_str(list->at[2]->text, "\xF0\x9F\x98\x80!");
    assert_str(list->at[3]->text, "\xEF\xBF\xBD");
    assert_str(list->at[4]->text, "x\xEF\xBF\xBDy");
}

static void test_a_byte_order_mark_and_space_are_skipped(void **state)
{
    assert_str(good(*state, "\xEF\xBB\xBF \r\n\t7 ")->text, "7");
}

static void test_what_is_not_json_is_refused_at_its_place(void **state)
{
    bad(*state, "{\"a\": 1,}", "this is not JSON: a key in double quotes is expected here",
        1, 9);
    bad(*state, "[1 2]", "this is not JSON: a comma or ] is expected here", 1, 4);
    bad(*state, "{\"a\" 1}", "this is not JSON: a colon is expected here", 1, 6);
    bad(*state, "[1,\n 01]", "this is not JSON: a value is expected here", 2, 2);
    bad(*state, "[1.]", "this is not JSON: a value is expected here", 1, 2);
    bad(*state, "[nul]", "this is not JSON: a value is expected here", 1, 2);
    bad(*state, "", "this is not JSON: a value is expected here", 1, 1);
    bad(*state, "{} {}", "this is not JSON: nothing is expected behind the value", 1, 4);
    bad(*state, "\"abc", "this is not JSON: this text has no end", 1, 1);
    bad(*state, "[\"a\nb\"]", "this is not JSON: a text goes on over the end of its line",
        1, 4);
    bad(*state, "[\"\\x\"]", "this is not JSON: no such escape", 1, 3);
    bad(*state, "[\"\\u12g4\"]", "this is not JSON: \\u wants four hexadecimal digits", 1,
        7);
    bad(*state, "{\"a\": 1, \"a\": 2}", "this is not JSON: this key is here twice", 1, 10);
}

static void test_depth_is_bounded(void **state)
{
    char text[201];
    for (size_t i = 0; i < 200; i++) {
        text[i] = '[';
    }
    text[200] = '\0';
    bad(*state, text, "this is not JSON: this is nested too deeply", 1, 34);
}

static void test_any_text_is_read_as_its_name_or_its_start_says(void **state)
{
    static const struct {
        const char *path, *text;
        bool is_quoted;
    } cases[] = {
        {"a.json", "{\"a\": \"b\"}", true},
        {"a.yaml", "{\"a\": b}", false},
        {"-", " {\n \"a\": \"b\"}", true},
        {"-", "a: b", false},
        {"-", "{a: b}", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct error error = {0};
        struct source source = {str_from(cases[i].path), str_from(cases[i].text)};
        const struct node *map = node_load_any(*state, &source, &error);
        assert_non_null(map);
        assert_str(node_find(map, S("a"))->text, "b");
        assert_int_equal(node_find(map, S("a"))->is_quoted, cases[i].is_quoted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_maps_and_lists_keep_their_order_and_place),
        unit_case(test_texts_are_quoted_scalars_and_words_are_not),
        unit_case(test_escapes_are_read),
        unit_case(test_a_byte_order_mark_and_space_are_skipped),
        unit_case(test_what_is_not_json_is_refused_at_its_place),
        unit_case(test_depth_is_bounded),
        unit_case(test_any_text_is_read_as_its_name_or_its_start_says),
    };
    return unit_run(tests);
}
