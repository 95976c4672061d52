/* SPDX-License-Identifier: MIT */
#include "expressions.h"

static str fill(struct arena *arena, const char *text, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(text)};
    struct scope scope = scope_create(arena);
    str filled = S("(failed)");
    bool is_filled =
        expression_fill(arena, source, 0, source->text.length, &scope, &filled, error);
    assert_true(is_filled == !error->kind);
    return filled;
}

#define assert_filled(arena, text, expected) \
    do { \
        struct error fill_error = {0}; \
        str filled = fill(arena, text, &fill_error); \
        assert_string_equal(fill_error.message, ""); \
        assert_str(filled, expected); \
    } while (0)

#define assert_unfilled(arena, text, expected) \
    do { \
        struct error fill_error = {0}; \
        fill(arena, text, &fill_error); \
        assert_str(error_summary(arena, &fill_error), expected); \
    } while (0)

static void test_expressions_are_replaced_by_their_text(void **state)
{
    assert_filled(*state, "", "");
    assert_filled(*state, "no expression, { } }} \\ here", "no expression, { } }} \\ here");
    assert_filled(*state, "China shipped {{ total | num }} t in {{ period | month }}.",
                  "China shipped 5,473 t in October.");
    assert_filled(*state, "{{total}}{{us}}", "5473656");
}

static void test_an_expression_may_have_braces_in_its_texts(void **state)
{
    assert_filled(*state, "{{ us.mom ?? \"}}\" }}", "}}");
    assert_filled(*state, "{{ us.mom ?? '\\'}}' }}!", "'}}!");
}

static void test_a_backslash_keeps_braces(void **state)
{
    assert_filled(*state, "\\{{ total }} is {{ total }}", "{{ total }} is 5473");
}

static void test_a_value_is_not_read_again(void **state)
{
    assert_filled(*state, "{{ '{{ total }\\}' }}", "{{ total }}");
}

static void test_braces_that_are_not_closed_are_an_error(void **state)
{
    assert_unfilled(*state, "a {{ total", "78 1:3+2 this {{ has no }}");
    assert_unfilled(*state, "{{ total }} and\n {{ \"}}", "78 2:2+2 this {{ has no }}");
}

static void test_errors_point_into_the_text(void **state)
{
    assert_unfilled(*state, "up {{ total }}\nand {{ totl }}",
                    "78 2:8+4 nothing is named \"totl\" | did you mean \"total\"?");
    assert_unfilled(*state, "{{ }}", "78 1:3+1 this expression is empty");
}

/* --- scalars ----------------------------------------------------------------------------
 */

/* The value of `key` in a directive whose content is the YAML. */
static const struct node *scalar(struct arena *arena, const char *yaml, str key)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(yaml)};
    struct error error = {0};
    const struct node *root = node_load(arena, source, 0, source->text.length, &error);
    assert_non_null(root);
    const struct node *node = node_find(root, key);
    assert_non_null(node);
    return node;
}

static str filled_scalar(struct arena *arena, const char *yaml)
{
    struct scope scope = scope_create(arena);
    struct error error = {0};
    str text = S("(failed)");
    if (!expression_fill_node(arena, scalar(arena, yaml, S("title")), &scope, &text,
                              &error)) {
        return error_summary(arena, &error);
    }
    return text;
}

static void test_scalars_are_filled(void **state)
{
    assert_str(filled_scalar(*state, "title: Exports of {{ total | num }} t"),
               "Exports of 5,473 t");
    assert_str(filled_scalar(*state, "title: '{{ focus }}''s share'"), "Germany's share");
    assert_str(filled_scalar(*state, "title: \"{{ us.mom ?? \\\"n.a.\\\" }}\""), "n.a.");
    assert_str(filled_scalar(*state, "title: |\n  {{ focus }}\n  {{ total }}\n"),
               "Germany\n5473\n");
    assert_str(filled_scalar(*state, "title: >\n  {{ focus\n  | upper }}\n"), "GERMANY\n");
    assert_str(filled_scalar(*state, "title: ''"), "");
}

static void test_errors_point_into_scalars_that_stand_in_the_file(void **state)
{
    const char *error = "78 2:14+4 nothing is named \"totl\" | did you mean \"total\"?";
    assert_str(filled_scalar(*state, "a: b\ntitle: \u00e9a {{ totl }}"), error);
    assert_str(filled_scalar(*state, "a: b\ntitle: \"a {{ totl }}\""), error);
    assert_str(filled_scalar(*state, "a: b\ntitle: 'a {{ totl }}'"), error);
}

static void test_errors_in_other_scalars_point_at_their_start(void **state)
{
    assert_str(filled_scalar(*state, "title: 'it''s {{ totl }}'"),
               "78 1:8+17 nothing is named \"totl\" | did you mean \"total\"?");
    assert_str(filled_scalar(*state, "title: >\n  a {{\n  totl }}\n"),
               "78 1:8+1 nothing is named \"totl\" | did you mean \"total\"?");
}

static str node_text_of(struct arena *arena, const char *yaml)
{
    struct scope scope = scope_create(arena);
    struct error error = {0};
    struct value value;
    str text = {0};
    if (!expression_node(arena, scalar(arena, yaml, S("data")), &scope, &value, &error) ||
        !value_print(arena, NULL, &value, (struct place){0}, &text, &error)) {
        return error_summary(arena, &error);
    }
    return text;
}

static void test_a_scalar_can_be_one_expression(void **state)
{
    assert_str(node_text_of(*state, "data: total.previous"), "5774");
    assert_str(node_text_of(*state, "data: \"partners['Germany']\""), "1118");
    assert_str(node_text_of(*state, "data: \"partners[\\\"Germany\\\"]\""), "1118");
    assert_str(node_text_of(*state, "data: total.momm"),
               "78 1:13+4 a series has no property \"momm\" | did you mean \"mom\"?");
    assert_str(
        node_text_of(*state, "data: \"partners[\\\"Germny\\\"]\""),
        "78 1:7+20 \"partners\" has no member \"Germny\" | did you mean \"Germany\"?");
    assert_str(node_text_of(*state, "data: [total]"),
               "78 1:7+1 \"data\" is a list, expected a single value");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_expressions_are_replaced_by_their_text),
        unit_case(test_an_expression_may_have_braces_in_its_texts),
        unit_case(test_a_backslash_keeps_braces),
        unit_case(test_a_value_is_not_read_again),
        unit_case(test_braces_that_are_not_closed_are_an_error),
        unit_case(test_errors_point_into_the_text),
        unit_case(test_scalars_are_filled),
        unit_case(test_errors_point_into_scalars_that_stand_in_the_file),
        unit_case(test_errors_in_other_scalars_point_at_their_start),
        unit_case(test_a_scalar_can_be_one_expression),
    };
    return unit_run(tests);
}
