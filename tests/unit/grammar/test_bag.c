/* SPDX-License-Identifier: MIT */
/* Properties are found where they are nearest: the part, its styles, the config's sections.
 */
#include "unit.h"

#include "base/error.h"
#include "grammar/view.h"

static const struct specification *read_text(struct arena *arena, const char *text)
{
    struct source *source = arena_new(arena, struct source);
    struct error error = {0};
    const struct environment environment = {.folder = S(".")};
    *source = (struct source){.path = S("chart.yaml"), .text = str_from(text)};
    const struct node *node = node_load_any(arena, source, &error);
    const struct specification *specification =
        node ? view_read(arena, node, &environment, NULL, &error) : NULL;
    if (!specification) {
        fail_msg("%s", error.message);
    }
    return specification;
}

static void test_the_nearest_place_decides(void **state)
{
    const struct specification *specification = read_text(
        *state, "mark: {type: bar, size: 1, style: [a, b]}\n"
                "config:\n"
                "  mark: {size: 9, dx: 9, dy: 9, opacity: 9, angle: 9, limit: 9}\n"
                "  bar: {dx: 5, dy: 5, opacity: 5, angle: 5}\n"
                "  style:\n"
                "    bar: {dx: 4, dy: 4, opacity: 4}\n"
                "    a: {size: 3, dx: 3, dy: 3}\n"
                "    b: {size: 2, dx: 2}\n");
    const struct bag bag = view_mark_bag(specification, specification->view);
    assert_float_equal(bag_number_or(&bag, S("size"), 0), 1, 0);
    assert_float_equal(bag_number_or(&bag, S("dx"), 0), 2, 0);
    assert_float_equal(bag_number_or(&bag, S("dy"), 0), 3, 0);
    assert_float_equal(bag_number_or(&bag, S("opacity"), 0), 4, 0);
    assert_float_equal(bag_number_or(&bag, S("angle"), 0), 5, 0);
    assert_float_equal(bag_number_or(&bag, S("limit"), 0), 9, 0);
    assert_float_equal(bag_number_or(&bag, S("tension"), 7), 7, 0);
}

static void test_values_have_their_types(void **state)
{
    const struct specification *specification = read_text(
        *state, "mark: {type: bar, filled: true, color: SteelBlue, stroke: null,\n"
                "       fill: \"house:focus\", font: sans-serif, line: false,\n"
                "       dx: {expr: datum.a}}\n");
    const struct bag bag = view_mark_bag(specification, specification->view);
    color found;
    str text;
    bool flag = false;
    assert_true(bag_flag(&bag, S("filled"), &flag) && flag);
    assert_true(bag_color(&bag, S("color"), &found));
    assert_int_equal(found.green, 0x82);
    assert_false(bag_color(&bag, S("fill"), &found));
    assert_true(bag_text(&bag, S("fill"), &text));
    assert_str(text, "house:focus");
    assert_true(bag_is_null(&bag, S("stroke")));
    assert_true(bag_is_null(&bag, S("line")));
    assert_false(bag_is_null(&bag, S("font")));
    assert_false(bag_text(&bag, S("stroke"), &text));
    assert_str(bag_expression(&bag, S("dx"))->text, "datum.a");
    assert_null(bag_expression(&bag, S("font")));
}

static const char axes[] =
    "mark: bar\n"
    "encoding:\n"
    "  x: {field: a, axis: {offset: 1, style: mine}}\n"
    "  y: {field: b, type: quantitative}\n"
    "config:\n"
    "  axis: {labelPadding: 10, tickSize: 10, gridWidth: 10,\n"
    "         domainWidth: 10, tickWidth: 10, style: [all]}\n"
    "  axisBottom: {labelPadding: 9, tickSize: 9}\n"
    "  axisX: {labelPadding: 8}\n"
    "  axisDiscrete: {labelPadding: 7, gridWidth: 7}\n"
    "  axisBand: {labelPadding: 6}\n"
    "  axisXDiscrete: {labelPadding: 5}\n"
    "  axisXBand: {labelPadding: 4}\n"
    "  axisYQuantitative: {labelPadding: 3}\n"
    "  style: {mine: {offset: 2, tickWidth: 2}, all: {zindex: 12}}\n";

static void test_axes_ask_their_kind_before_their_side(void **state)
{
    const struct specification *specification = read_text(*state, axes);
    const struct channel *x = &specification->view->channels[CHANNEL_X];
    const struct channel *y = &specification->view->channels[CHANNEL_Y];
    struct bag bag = view_axis_bag(specification, x, CHANNEL_X, S("bottom"), true);
    assert_float_equal(bag_number_or(&bag, S("offset"), 0), 1, 0);
    assert_float_equal(bag_number_or(&bag, S("tickWidth"), 0), 2, 0);
    assert_float_equal(bag_number_or(&bag, S("labelPadding"), 0), 4, 0);
    assert_float_equal(bag_number_or(&bag, S("gridWidth"), 0), 7, 0);
    assert_float_equal(bag_number_or(&bag, S("tickSize"), 0), 9, 0);
    assert_float_equal(bag_number_or(&bag, S("zindex"), 0), 12, 0);
    bag = view_axis_bag(specification, x, CHANNEL_X, S("top"), false);
    assert_float_equal(bag_number_or(&bag, S("labelPadding"), 0), 5, 0);
    assert_float_equal(bag_number_or(&bag, S("tickSize"), 0), 10, 0);
    bag = view_axis_bag(specification, y, CHANNEL_Y, S("left"), false);
    assert_float_equal(bag_number_or(&bag, S("labelPadding"), 0), 3, 0);
    assert_float_equal(bag_number_or(&bag, S("gridWidth"), 0), 10, 0);
}

static void test_short_forms_of_the_config_go_below_its_sections(void **state)
{
    const struct specification *specification =
        read_text(*state, "mark: text\n"
                          "config:\n"
                          "  font: Georgia\n"
                          "  fontSize: {guideLabel: 20}\n"
                          "  color: {blue: \"#00f\"}\n"
                          "  style: {guide-title: {font: Arial}}\n");
    struct bag bag = view_style_bag(specification, S("guide-label"));
    assert_str(bag_text_or(&bag, S("font"), S("")), "Georgia");
    assert_float_equal(bag_number_or(&bag, S("fontSize"), 0), 20, 0);
    bag = view_style_bag(specification, S("guide-title"));
    assert_str(bag_text_or(&bag, S("font"), S("")), "Arial");
    assert_float_equal(bag_number_or(&bag, S("fontSize"), 0), 11, 0);
    bag = view_config_bag(specification, S("mark"));
    assert_str(bag_text_or(&bag, S("color"), S("")), "#00f");
    bag = view_config_bag(specification, S("range"));
    assert_int_equal(bag_find(&bag, S("category"))->count, 10);
}

static void test_fields_are_called_as_vega_lite_calls_them(void **state)
{
    static const struct {
        const char *definition, *title;
    } cases[] = {
        {"{field: price}", "price"},
        {"{field: price, aggregate: mean}", "Mean of price"},
        {"{aggregate: count}", "Count of Records"},
        {"{field: price, bin: true}", "price (binned)"},
        {"{field: price, bin: binned}", "price"},
        {"{field: date, timeUnit: yearmonthdate}", "date (year-month-date)"},
        {"{field: date, timeUnit: utcdayofyear}", "date (dayofyear)"},
        {"{field: date, timeUnit: {unit: monthdatehours}}", "date (month-date-hours)"},
        {"{field: date, timeUnit: binnedyear}", "date"},
        {"{field: date, aggregate: {argmax: price}}", "date for max price"},
        {"{datum: 5}", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        str text = str_print(*state,
                             "mark: bar\nconfig: {countTitle: Count of Records}\n"
                             "encoding: {x: %s}\n",
                             cases[i].definition);
        const struct specification *specification = read_text(*state, text.at);
        const struct channel *x = &specification->view->channels[CHANNEL_X];
        assert_str(view_channel_title(*state, specification, x), cases[i].title);
    }
}

static void test_titles_may_be_functional_or_plain(void **state)
{
    static const char form[] = "mark: bar\nconfig: {fieldTitle: %s}\n"
                               "encoding: {x: {field: a, aggregate: mean}}\n";
    const struct specification *specification =
        read_text(*state, str_print(*state, form, "functional").at);
    const struct channel *x = &specification->view->channels[CHANNEL_X];
    assert_str(view_channel_title(*state, specification, x), "MEAN(a)");
    specification = read_text(*state, str_print(*state, form, "plain").at);
    x = &specification->view->channels[CHANNEL_X];
    assert_str(view_channel_title(*state, specification, x), "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_nearest_place_decides),
        unit_case(test_values_have_their_types),
        unit_case(test_axes_ask_their_kind_before_their_side),
        unit_case(test_short_forms_of_the_config_go_below_its_sections),
        unit_case(test_fields_are_called_as_vega_lite_calls_them),
        unit_case(test_titles_may_be_functional_or_plain),
    };
    return unit_run(tests);
}
