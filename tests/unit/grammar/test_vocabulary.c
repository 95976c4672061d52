/* SPDX-License-Identifier: MIT */
/* What is wrong in a specification is said with its path, its place and a hint. */
#include "unit.h"

#include "base/file.h"
#include "grammar/schema.h"
#include "grammar/view.h"

static void read_text(struct arena *arena, const char *text, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    const struct environment environment = {.folder = S(".")};
    *source = (struct source){.path = S("chart.yaml"), .text = str_from(text)};
    const struct node *node = node_load_any(arena, source, error);
    assert_non_null(node);
    view_read(arena, node, &environment, NULL, error);
}

/* The error of a text: its message, hint, line and column. */
static void expect(struct arena *arena, const char *text, const char *message,
                   const char *hint, size_t line, size_t column)
{
    struct error error = {0};
    read_text(arena, text, &error);
    assert_string_equal(error.message, message);
    assert_string_equal(error.hint, hint);
    assert_int_equal(error.place.line, line);
    assert_int_equal(error.place.column, column);
    assert_int_equal(error.kind, ERROR_CONFIG);
}

static void test_an_unknown_mark_is_refused_with_the_nearest(void **state)
{
    expect(*state, "data: {url: a.csv}\nmark: lien\n", "$.mark: \"lien\" is not known",
           "did you mean \"line\"?", 2, 7);
    expect(*state, "mark:\n  type: barr\n", "$.mark.type: \"barr\" is not known",
           "did you mean \"bar\"?", 2, 9);
}

static void test_a_chart_without_a_mark_is_refused(void **state)
{
    expect(
        *state, "data: {url: a.csv}\n", "$: the chart has no mark",
        "expected mark, or layer, facet, repeat, hconcat, vconcat, concat with views in it",
        1, 1);
}

static void test_an_unknown_key_is_refused_with_the_nearest(void **state)
{
    expect(*state, "mark: bar\nencodings: {}\n", "$: unknown key \"encodings\"",
           "did you mean \"encoding\"?", 2, 1);
    expect(*state, "layer:\n  - mark: bar\n    encoding:\n      x: {fild: a}\n",
           "$.layer[0].encoding.x: unknown key \"fild\"", "did you mean \"field\"?", 4, 11);
}

static void test_keys_of_the_authors_own_begin_with_an_underscore(void **state)
{
    struct error error = {0};
    read_text(*state, "mark: bar\n_todo: whatever\n", &error);
    assert_int_equal(error.kind, ERROR_NONE);
}

static void test_a_value_of_the_wrong_type_is_refused(void **state)
{
    expect(*state, "mark: {type: bar, opacity: pale}\n",
           "$.mark.opacity is \"pale\", expected a number", "", 1, 28);
    expect(*state, "mark: {type: bar, filled: [1]}\n",
           "$.mark.filled is a list, expected true or false", "", 1, 27);
    expect(*state, "mark: {type: bar, color: blau}\n",
           "$.mark.color is \"blau\", expected a colour, null, a map of keys and values",
           "", 1, 26);
}

static void test_a_quoted_number_is_no_number(void **state)
{
    expect(*state, "mark: {type: bar, size: \"4\"}\n",
           "$.mark.size is \"4\", expected a number", "", 1, 25);
}

static void test_what_a_map_needs_must_be_there(void **state)
{
    expect(*state, "mark: bar\ntransform:\n  - lookup: code\n    as: [name]\n",
           "$.transform[0] needs the key \"from\"", "", 3, 5);
}

static void test_what_cannot_be_drawn_is_refused_with_a_reason(void **state)
{
    expect(*state, "mark: image\n",
           "$: images are not supported: a chart is drawn from its data", "", 1, 7);
    expect(*state, "mark: {type: area, color: {gradient: linear, stops: []}}\n",
           "$.mark.color.gradient is not supported: the house draws no gradients: use a "
           "colour",
           "", 1, 28);
    expect(*state, "mark: point\nencoding: {time: {field: year}}\n",
           "$.encoding.time is not supported: a still chart has no time to play", "", 2,
           12);
}

static void test_a_union_of_maps_is_told_by_its_first_key(void **state)
{
    expect(
        *state, "mark: {type: boxplot, extent: 1.5, angle: 3}\n",
        "$.mark: unknown key \"angle\"",
        "known are: type, extent, size, box, median, outliers, rule, ticks, clip, color, "
        "opacity, orient, style, tooltip, aria, invalid",
        1, 36);
    expect(*state, "mark: bar\ntransform: [{agregate: [], groupby: [a]}]\n",
           "$.transform[0]: unknown key \"agregate\"", "did you mean \"aggregate\"?", 2,
           14);
    expect(*state, "mark: bar\ntransform: [{aggregate: [{op: averge, field: a, as: b}]}]\n",
           "$.transform[0].aggregate[0].op: \"averge\" is not known",
           "did you mean \"average\"?", 2, 31);
}

static void test_expressions_may_stand_for_scalars(void **state)
{
    struct error error = {0};
    read_text(*state,
              "mark: {type: bar, size: {expr: \"1 + 2\"}, filled: {signal: \"1 < 2\"}}\n",
              &error);
    assert_string_equal(error.message, "");
}

static void test_an_expression_cannot_stand_for_a_view(void **state)
{
    expect(*state, "facet: {field: a}\nspec: {expr: \"1\"}\n",
           "$.spec: unknown key \"expr\"", "", 2, 8);
}

static void test_compositions_are_checked_inside(void **state)
{
    expect(*state, "hconcat:\n  - {mark: bar}\n  - {mark: bar, width: wide}\n",
           "$.hconcat[1].width is \"wide\", expected a number, a word, a map of keys and "
           "values",
           "known are: container", 3, 24);
    expect(*state, "facet: {row: {field: a}}\nspec: {layer: [{mark: poin}]}\n",
           "$.spec.layer[0].mark: \"poin\" is not known", "did you mean \"point\"?", 2, 23);
}

static void test_what_layers_cannot_hold_is_refused(void **state)
{
    expect(*state, "layer:\n  - {mark: bar, encoding: {row: {field: a}}}\n",
           "a layer cannot be a facet or a concatenation", "", 2, 5);
}

static void test_our_own_keys_are_known_on_the_outermost_view(void **state)
{
    struct error error = {0};
    read_text(*state,
              "mark: bar\ntitle: Exports fell\nsubtitle: tonnes\nsource: [A, B]\n"
              "annotations: [{event: 2025-04-04, text: Licences}]\nsize: half\n"
              "highlight: {field: code, equal: a}\nlabels: end\ncompare: year-ago\n",
              &error);
    assert_string_equal(error.message, "");
    expect(*state, "layer: [{mark: bar, subtitle: a}]\n",
           "$.layer[0]: unknown key \"subtitle\"", "did you mean \"title\"?", 1, 21);
}

static void test_the_schema_for_editors_is_that_of_the_vocabulary(void **state)
{
    static const str path = S("templates/schema/chart.schema.json");
    struct source source;
    struct error error = {0};
    str schema = schema_json(*state);
    if (getenv("UPDATE")) {
        assert_true(file_write(path, schema, &error));
    }
    assert_true(file_read(*state, path, &source, &error));
    if (!str_equal(source.text, schema)) {
        fail_msg("%s differs; UPDATE=1 rewrites it", path.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_an_unknown_mark_is_refused_with_the_nearest),
        unit_case(test_a_chart_without_a_mark_is_refused),
        unit_case(test_an_unknown_key_is_refused_with_the_nearest),
        unit_case(test_keys_of_the_authors_own_begin_with_an_underscore),
        unit_case(test_a_value_of_the_wrong_type_is_refused),
        unit_case(test_a_quoted_number_is_no_number),
        unit_case(test_what_a_map_needs_must_be_there),
        unit_case(test_what_cannot_be_drawn_is_refused_with_a_reason),
        unit_case(test_a_union_of_maps_is_told_by_its_first_key),
        unit_case(test_expressions_may_stand_for_scalars),
        unit_case(test_an_expression_cannot_stand_for_a_view),
        unit_case(test_compositions_are_checked_inside),
        unit_case(test_what_layers_cannot_hold_is_refused),
        unit_case(test_our_own_keys_are_known_on_the_outermost_view),
        unit_case(test_the_schema_for_editors_is_that_of_the_vocabulary),
    };
    return unit_run(tests);
}
