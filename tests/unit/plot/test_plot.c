/* SPDX-License-Identifier: MIT */
/*
 * Plots of small specifications: tests/golden/plot has each with where its marks and labels
 * stand, by Vega-Lite's rules; and what is refused, with its place. The numbers in the
 * golden files were compared with Vega's (tests/conformance).
 */
#include "unit.h"

#include "base/file.h"
#include "grammar/look.h"
#include "plot/plot.h"

struct drawn {
    const struct plot *plot;
    struct error error;
};

static struct theme theme;
static struct fonts *fonts;

static void open_theme(struct arena *arena)
{
    struct error error = {0};
    struct source *source = arena_new(arena, struct source);
    assert_true(file_read(arena, S("templates/themes/house.yaml"), source, &error));
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    assert_true(node && theme_read(arena, node, &theme, &error));
    fonts = fonts ? fonts : theme_fonts(&theme, S("en"), &error);
    assert_non_null(fonts);
}

static struct drawn draw(struct arena *arena, struct source *source, const char *look_name)
{
    struct drawn drawn = {0};
    open_theme(arena);
    struct environment environment = {.folder = S(".")};
    str look_path = str_print(arena, "templates/looks/%s.yaml", look_name);
    const struct node *look = look_load(arena, look_path, &drawn.error);
    const struct node *node = node_load_any(arena, source, &drawn.error);
    const struct specification *specification =
        look && node ? view_read(arena, node, &environment, look, &drawn.error) : NULL;
    struct plot_options *options = arena_new(arena, struct plot_options);
    options->theme = &theme;
    drawn.plot = specification
                     ? plot_make(arena, specification, options, fonts, &drawn.error)
                     : NULL;
    return drawn;
}

/* As tests/golden/plot/NAME.json says; with UPDATE=1 the file is written. */
static void check_look(struct arena *arena, const char *name, const char *look)
{
    struct source source = {0}, expected = {0};
    struct error error = {0};
    str path = str_print(arena, "tests/golden/plot/%s.yaml", name);
    assert_true(file_read(arena, path, &source, &error));
    struct drawn drawn = draw(arena, &source, look);
    if (!drawn.plot) {
        fail_msg("%s: %s", name, drawn.error.message);
        return;
    }
    str text = plot_json(arena, drawn.plot);
    path = str_print(arena, "tests/golden/plot/%s.json", name);
    if (getenv("UPDATE")) {
        assert_true(file_write(path, text, &error));
    }
    if (!file_read(arena, path, &expected, &error) || !str_equal(expected.text, text)) {
        fail_msg("%s differs; UPDATE=1 rewrites it", path.at);
    }
    struct scene *scene = scene_create(arena, drawn.plot->width, drawn.plot->height);
    plot_draw(drawn.plot, scene, (point){0, 0}, &error);
    assert_int_equal(error.kind, ERROR_NONE);
    assert_true(scene->count > 0);
}

static void check(struct arena *arena, const char *name)
{
    check_look(arena, name, "vega");
}

/* The message of what is wrong with a specification, and its line. */
static void check_refused(struct arena *arena, const char *text, const char *message,
                          size_t line)
{
    struct source source = {.path = S("chart.yaml"), .text = str_from(text)};
    struct drawn drawn = draw(arena, &source, "vega");
    assert_null(drawn.plot);
    assert_string_equal(drawn.error.message, message);
    assert_int_equal(drawn.error.place.line, line);
}

/* --- positions ------------------------------------------------------------------------ */

static void test_bars_fill_bands_of_their_step(void **state)
{
    check(*state, "bars");
}

static void test_bars_are_stacked_by_colour_in_the_order_of_its_domain(void **state)
{
    check(*state, "stacked-bars");
}

static void test_bars_stand_side_by_side_in_nested_bands(void **state)
{
    check(*state, "grouped-bars");
}

static void test_bins_have_a_point_between_them(void **state)
{
    check(*state, "histogram");
}

static void test_bars_of_months_span_them(void **state)
{
    check(*state, "months");
}

static void test_domains_are_sorted_by_another_channel(void **state)
{
    check(*state, "sorted");
}

static void test_lines_break_where_a_value_is_missing(void **state)
{
    check(*state, "line-with-gap");
}

static void test_areas_fill_what_a_stack_lacks_with_zero(void **state)
{
    check(*state, "stacked-area");
}

static void test_conditions_decide_before_the_channel_does(void **state)
{
    check(*state, "conditions");
}

static void test_layers_share_their_scales(void **state)
{
    check(*state, "layers");
}

static void test_two_scales_of_a_layer_have_axes_on_both_sides(void **state)
{
    check(*state, "two-axes");
}

static void test_arcs_share_a_circle(void **state)
{
    check(*state, "pie");
}

static void test_ticks_rules_and_texts_stand_at_their_places(void **state)
{
    check(*state, "ticks-rules-texts");
}

static void test_a_log_scale_labels_some_of_its_ticks(void **state)
{
    check(*state, "log");
}

static void test_colours_of_classes_have_ranges_in_their_legend(void **state)
{
    check(*state, "threshold");
}

/* --- several views -----------------------------------------------------------------------
 */

static void test_cells_share_axes_at_the_edges_of_a_facet(void **state)
{
    check(*state, "facet-grid");
}

static void test_a_wrapped_facet_is_sorted_by_a_field(void **state)
{
    check(*state, "facet-wrap");
}

static void test_independent_scales_are_of_one_cell_each(void **state)
{
    check(*state, "facet-independent");
}

static void test_views_beside_each_other_keep_their_own_scales(void **state)
{
    check(*state, "concat");
}

/* --- the house
 * ---------------------------------------------------------------------------- */

static void test_months_are_named_and_values_stand_above_their_lines(void **state)
{
    check_look(*state, "house-columns", "house");
}

static void test_long_spans_are_told_by_their_years(void **state)
{
    check_look(*state, "house-years", "house");
}

/* --- what could go wrong
 * -------------------------------------------------------------------- */

static void test_one_point_stands_in_the_middle(void **state)
{
    check(*state, "one-point");
}

static void test_values_that_are_all_the_same_are_a_chart(void **state)
{
    check(*state, "all-equal");
}

static void test_a_field_that_does_not_exist_is_refused_at_its_place(void **state)
{
    check_refused(*state,
                  "data: {values: [{price: 1}]}\n"
                  "mark: bar\n"
                  "encoding:\n"
                  "  x: {field: prise, type: quantitative}\n",
                  "$.encoding.x: the data have no field \"prise\"", 4);
}

static void test_a_log_scale_over_zero_is_refused(void **state)
{
    check_refused(*state,
                  "data: {values: [{price: 0}, {price: 10}]}\n"
                  "mark: point\n"
                  "encoding:\n"
                  "  x:\n"
                  "    field: price\n"
                  "    type: quantitative\n"
                  "    scale: {type: log}\n",
                  "a log scale cannot show values from 0 to 10: zero has no logarithm", 7);
}

static void test_data_without_rows_are_refused(void **state)
{
    check_refused(*state,
                  "data: {values: [{a: 1}]}\n"
                  "transform: [{filter: datum.a > 1}]\n"
                  "mark: point\n"
                  "encoding: {x: {field: a, type: quantitative}}\n",
                  "there is nothing to draw: the data have no rows", 1);
}

static void test_an_unknown_scheme_is_refused(void **state)
{
    check_refused(*state,
                  "data: {values: [{a: 1}]}\n"
                  "mark: point\n"
                  "encoding:\n"
                  "  color: {field: a, type: quantitative, scale: {scheme: viridiss}}\n",
                  "there is no colour scheme \"viridiss\"", 4);
}

/* Those that could not be told apart are never marks: they would need a hundred times the
 * memory of the data. */
static void test_a_line_of_a_million_points_has_few_marks(void **state)
{
    struct source source = {.path = S("chart.yaml"),
                            .text =
                                S("data: {sequence: {start: 0, stop: 1000000, as: x}}\n"
                                  "transform: [{calculate: 'datum.x * 7919 % 97', as: y}]\n"
                                  "mark: line\n"
                                  "encoding:\n"
                                  "  x: {field: x, type: quantitative}\n"
                                  "  y: {field: y, type: quantitative}\n")};
    struct drawn drawn = draw(*state, &source, "vega");
    assert_non_null(drawn.plot);
    const struct items *items = &drawn.plot->view->groups.at[0].items;
    assert_in_range(items->count, 1200, 2404);
    assert_int_equal(items->at[0].row, 0);
    assert_int_equal(items->at[items->count - 1].row, 999999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_line_of_a_million_points_has_few_marks),
        unit_case(test_bars_fill_bands_of_their_step),
        unit_case(test_bars_are_stacked_by_colour_in_the_order_of_its_domain),
        unit_case(test_bars_stand_side_by_side_in_nested_bands),
        unit_case(test_bins_have_a_point_between_them),
        unit_case(test_bars_of_months_span_them),
        unit_case(test_domains_are_sorted_by_another_channel),
        unit_case(test_lines_break_where_a_value_is_missing),
        unit_case(test_areas_fill_what_a_stack_lacks_with_zero),
        unit_case(test_conditions_decide_before_the_channel_does),
        unit_case(test_layers_share_their_scales),
        unit_case(test_two_scales_of_a_layer_have_axes_on_both_sides),
        unit_case(test_arcs_share_a_circle),
        unit_case(test_ticks_rules_and_texts_stand_at_their_places),
        unit_case(test_a_log_scale_labels_some_of_its_ticks),
        unit_case(test_colours_of_classes_have_ranges_in_their_legend),
        unit_case(test_cells_share_axes_at_the_edges_of_a_facet),
        unit_case(test_a_wrapped_facet_is_sorted_by_a_field),
        unit_case(test_independent_scales_are_of_one_cell_each),
        unit_case(test_views_beside_each_other_keep_their_own_scales),
        unit_case(test_months_are_named_and_values_stand_above_their_lines),
        unit_case(test_long_spans_are_told_by_their_years),
        unit_case(test_one_point_stands_in_the_middle),
        unit_case(test_values_that_are_all_the_same_are_a_chart),
        unit_case(test_a_field_that_does_not_exist_is_refused_at_its_place),
        unit_case(test_a_log_scale_over_zero_is_refused),
        unit_case(test_data_without_rows_are_refused),
        unit_case(test_an_unknown_scheme_is_refused),
    };
    int failed = unit_run(tests);
    fonts_destroy(fonts);
    return failed;
}
