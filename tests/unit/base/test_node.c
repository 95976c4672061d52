/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/node.h"

static const struct node *load(struct arena *arena, const char *text, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("b.md"), str_from(text)};
    size_t start = text[0] == '#' ? str_find(source->text, '\n') + 1 : 0;
    return node_load(arena, source, start, source->text.length - start, error);
}

/* The error as a user sees it. */
static str printed(struct arena *arena, const struct error *error)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    error_print(stream, error);
    fclose(stream);
    str text = str_copy(arena, (str){bytes, length});
    free(bytes);
    return text;
}

static void test_maps_lists_and_scalars_keep_their_text(void **state)
{
    struct error error = {0};
    const struct node *map =
        load(*state, "a: NO\nb: [010121, \"\"]\nc: {d: 1.50}\n", &error);
    assert_non_null(map);
    assert_str(node_find(map, S("a"))->text, "NO");
    assert_str(node_find(map, S("b"))->at[0]->text, "010121");
    assert_true(node_find(map, S("b"))->at[1]->is_quoted);
    assert_str(node_find(node_find(map, S("c")), S("d"))->text, "1.50");
    assert_null(node_find(map, S("e")));
}

static void test_places_are_those_of_the_file(void **state)
{
    struct error error = {0};
    const struct node *map = load(*state, "# first line\na: 1\nb:\n  - x\n", &error);
    struct place place = node_place(node_find(map, S("b"))->at[0]);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 5);
    assert_str(place.text, "  - x");
}

static void test_an_unknown_key_names_its_neighbour(void **state)
{
    static const str names[] = {{"title", 5}, {"period", 6}};
    struct error error = {0};
    const struct node *map = load(*state, "title: x\nperoid: 2025\n", &error);
    assert_false(node_knows(map, names, 2, &error));
    assert_str(printed(*state, &error), "b.md:2:1: error: unknown key \"peroid\"\n"
                                        "    2 | peroid: 2025\n"
                                        "      | ^~~~~~\n"
                                        "      = hint: did you mean \"period\"?\n");
}

static void test_a_wrong_type_says_what_was_expected(void **state)
{
    struct error error = {0};
    const struct node *map = load(*state, "last: many\n", &error);
    size_t count;
    assert_false(node_count(node_find(map, S("last")), &count, &error));
    assert_str(printed(*state, &error), "b.md:1:7: error: \"many\" is not a whole number\n"
                                        "    1 | last: many\n"
                                        "      |       ^~~~\n");
}

static void test_duplicate_keys_are_refused(void **state)
{
    struct error error = {0};
    assert_null(load(*state, "a: 1\na: 2\n", &error));
    assert_string_equal(error.message, "the key \"a\" is here twice");
    assert_int_equal(error.place.line, 2);
}

static void test_broken_yaml_has_a_place(void **state)
{
    static const char *const texts[] = {
        "a: [1, 2\nb: 3\n",  "a: 'x\n",      "a: &x 1\n",    "a: *x\n",
        "a: 1\n---\nb: 2\n", "? [a]\n: 1\n", "a: \"\\q\"\n", "\ta: 1\n"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct error error = {0};
        assert_null(load(*state, texts[i], &error));
        assert_int_equal(error.kind, ERROR_CONFIG);
        assert_true(error.place.line > 0);
    }
}

static void test_anchors_are_refused_wherever_they_stand(void **state)
{
    static const char *const texts[] = {"a: &x 1\n", "a: &x [1]\n", "a: &x {b: 1}\n",
                                        "&x a: 1\n"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct error error = {0};
        assert_null(load(*state, texts[i], &error));
        assert_string_equal(error.message, "anchors are not supported");
    }
}

static void test_deep_nesting_is_refused(void **state)
{
    struct error error = {0};
    assert_null(load(*state, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]", &error));
    assert_string_equal(error.message, "this is nested too deeply");
}

static void test_an_offset_counts_bytes_in_the_whole_source(void **state)
{
    struct source source = {.text = S("x: \u00E9\n\u00E9: 'a'\n")};
    struct error error = {0};
    const struct node *map = node_load(*state, &source, 0, source.text.length, &error);
    assert_int_equal(map->at[1]->offset, 10);
    assert_int_equal(source.text.at[10], '\'');
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_an_offset_counts_bytes_in_the_whole_source),
        unit_case(test_maps_lists_and_scalars_keep_their_text),
        unit_case(test_places_are_those_of_the_file),
        unit_case(test_an_unknown_key_names_its_neighbour),
        unit_case(test_a_wrong_type_says_what_was_expected),
        unit_case(test_duplicate_keys_are_refused),
        unit_case(test_broken_yaml_has_a_place),
        unit_case(test_anchors_are_refused_wherever_they_stand),
        unit_case(test_deep_nesting_is_refused),
    };
    return unit_run(tests);
}
