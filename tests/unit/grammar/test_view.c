/* SPDX-License-Identifier: MIT */
/* Specifications in their normal form: tests/golden/grammar has each with what it becomes.
 */
#include "unit.h"
#include "views.h"

#include "base/file.h"
#include "grammar/look.h"

static const struct specification *read_file(struct arena *arena, str path,
                                             struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    const struct environment environment = {.folder = S(".")};
    const struct node *look = look_load(arena, S("templates/looks/vega.yaml"), error);
    const struct node *node = look && file_read(arena, path, source, error)
                                  ? node_load_any(arena, source, error)
                                  : NULL;
    return node ? view_read(arena, node, &environment, look, error) : NULL;
}

/* As tests/golden/grammar/NAME.txt says; with UPDATE=1 the file is written. */
static void check(struct arena *arena, const char *name)
{
    struct error error = {0};
    struct source expected = {0};
    struct buffer out = {.arena = arena};
    str path = str_print(arena, "tests/golden/grammar/%s.yaml", name);
    const struct specification *specification = read_file(arena, path, &error);
    if (!specification) {
        fail_msg("%s: %s", name, error.message);
        return;
    }
    views_print(&out, 0, specification->view);
    path = str_print(arena, "tests/golden/grammar/%s.txt", name);
    if (getenv("UPDATE")) {
        assert_true(file_write(path, buffer_text(&out), &error));
    }
    if (!file_read(arena, path, &expected, &error) ||
        !str_equal(expected.text, buffer_text(&out))) {
        fail_msg("%s differs; UPDATE=1 rewrites it", path.at);
    }
}

static void test_repeated_fields_become_concatenated_views(void **state)
{
    check(*state, "repeat");
}

static void test_repeated_layers_become_layers_with_their_field(void **state)
{
    check(*state, "repeat-layer");
}

static void test_row_and_column_become_a_facet_around_the_unit(void **state)
{
    check(*state, "facet-channels");
}

static void test_a_facet_channel_wraps_after_its_columns(void **state)
{
    check(*state, "facet-wrapped");
}

static void test_layers_take_over_the_encoding_around_them(void **state)
{
    check(*state, "layers");
}

static void test_error_bands_become_areas_between_their_ends(void **state)
{
    check(*state, "errorband");
}

static void test_error_bars_become_rules_and_ticks(void **state)
{
    check(*state, "errorbar");
}

static void test_box_plots_become_boxes_whiskers_and_outliers(void **state)
{
    check(*state, "boxplot");
    check(*state, "boxplot-min-max");
}

static void test_points_and_lines_of_marks_become_layers_over_them(void **state)
{
    check(*state, "overlays");
}

static void test_a_channel_without_a_type_has_that_of_what_it_shows(void **state)
{
    check(*state, "types");
}

static void test_all_ways_to_sort_are_read(void **state)
{
    check(*state, "sorts");
}

static void test_parameters_have_their_static_value(void **state)
{
    check(*state, "params");
}

static void test_selections_select_what_the_file_says_at_the_start(void **state)
{
    check(*state, "selections");
}

static void test_a_line_with_two_ends_is_a_rule(void **state)
{
    check(*state, "ranged-line");
}

/* --- what stands around the views
 * --------------------------------------------------------- */

static const struct specification *read_text(struct arena *arena, const char *text,
                                             struct warnings *warnings, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    const struct environment environment = {.folder = S("."), .warnings = warnings};
    *source = (struct source){.path = S("chart.yaml"), .text = str_from(text)};
    const struct node *node = node_load_any(arena, source, error);
    return node ? view_read(arena, node, &environment, NULL, error) : NULL;
}

static void test_what_the_file_says_goes_before_its_config(void **state)
{
    struct error error = {0};
    const struct specification *specification =
        read_text(*state,
                  "mark: bar\nbackground: pink\n"
                  "config: {background: grey, padding: 9}\n",
                  NULL, &error);
    assert_non_null(specification);
    assert_str(specification->background->text, "pink");
    assert_str(specification->padding->text, "9");
    assert_null(specification->autosize);
}

static void test_data_may_be_named_by_a_word(void **state)
{
    struct error error = {0};
    const struct specification *specification =
        read_text(*state, "mark: bar\ndata: total\n", NULL, &error);
    assert_non_null(specification);
    assert_str(node_find(specification->view->data, S("name"))->text, "total");
}

static void test_interaction_is_warned_of_once(void **state)
{
    struct error error = {0};
    struct warnings warnings = {.arena = *state};
    assert_non_null(read_text(*state,
                              "params: [{name: a, select: point},\n"
                              "         {name: b, value: 1, bind: {input: range}}]\n"
                              "mark: {type: bar, tooltip: true}\n"
                              "encoding: {href: {field: a}}\n",
                              &warnings, &error));
    assert_int_equal(warnings.count, 1);
    assert_int_equal(warnings.at[0].count, 4);
    assert_int_equal(warnings.at[0].place.line, 1);
    assert_str(warnings.at[0].message,
               "interaction is ignored: a still chart has no pointer");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_repeated_fields_become_concatenated_views),
        unit_case(test_repeated_layers_become_layers_with_their_field),
        unit_case(test_row_and_column_become_a_facet_around_the_unit),
        unit_case(test_a_facet_channel_wraps_after_its_columns),
        unit_case(test_layers_take_over_the_encoding_around_them),
        unit_case(test_error_bands_become_areas_between_their_ends),
        unit_case(test_error_bars_become_rules_and_ticks),
        unit_case(test_box_plots_become_boxes_whiskers_and_outliers),
        unit_case(test_points_and_lines_of_marks_become_layers_over_them),
        unit_case(test_a_channel_without_a_type_has_that_of_what_it_shows),
        unit_case(test_all_ways_to_sort_are_read),
        unit_case(test_parameters_have_their_static_value),
        unit_case(test_selections_select_what_the_file_says_at_the_start),
        unit_case(test_a_line_with_two_ends_is_a_rule),
        unit_case(test_what_the_file_says_goes_before_its_config),
        unit_case(test_data_may_be_named_by_a_word),
        unit_case(test_interaction_is_warned_of_once),
    };
    return unit_run(tests);
}
