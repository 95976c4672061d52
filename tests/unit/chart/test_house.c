/* SPDX-License-Identifier: MIT */
/* The house's rules on plots: what is lit, hatched, labelled, annotated. */
#include "house_fixture.h"

#include "base/buffer.h"

#define MONTHS \
    "data: {values: [" \
    "{m: 2025-01, v: 6357, s: A}, {m: 2025-02, v: 3586, s: E}, {m: 2025-03, v: 5323, s: " \
    "E}, " \
    "{m: 2025-04, v: 2627, s: A}, {m: 2025-05, v: 1238, s: A}, {m: 2025-06, v: 3188, s: " \
    "A}, " \
    "{m: 2025-07, v: 5577, s: A}, {m: 2025-08, v: 6146, s: A}, {m: 2025-09, v: 5774, s: " \
    "A}, " \
    "{m: 2025-10, v: 5973, s: A}]}\n"
#define COLUMNS \
    "mark: bar\n" MONTHS "encoding: {x: {field: m, type: ordinal, timeUnit: yearmonth}, " \
    "y: {field: v, type: quantitative}}\n"
#define LINES \
    "mark: line\n" \
    "data: {values: [{m: 1, v: 10, n: Germany, s: A}, {m: 2, v: 12, n: Germany, s: A}, " \
    "{m: 3, v: 13, n: Germany, s: P}, {m: 1, v: 9, n: Japan, s: A}, " \
    "{m: 2, v: 11, n: Japan, s: A}, {m: 3, v: 12.9, n: Japan, s: A}, " \
    "{m: 1, v: 3, n: Korea, s: A}, {m: 2, v: 2, n: Korea, s: A}, " \
    "{m: 3, v: 12.8, n: Korea, s: A}]}\n" \
    "encoding: {x: {field: m, type: quantitative}, y: {field: v, type: quantitative}, " \
    "color: {field: n, type: nominal, legend: null}}\n"

static color hue(struct arena *arena, enum theme_color name)
{
    return house_theme(arena)->colors[name];
}

/* --- highlight, labels ---------------------------------------------------------------- */

static void test_the_latest_column_is_lit_and_printed(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "highlight: true\nlabels: last"));
    assert_int_equal(house_bars(scene, hue(*state, COLOR_FOCUS)), 1);
    assert_int_equal(house_bars(scene, hue(*state, COLOR_CONTEXT)), 9);
    assert_non_null(house_text(scene, "5,973"));
    assert_null(house_text(scene, "6,357"));
    house_assert_apart(scene);
}

static void test_the_extremes_are_printed_too(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "labels: extremes"));
    assert_non_null(house_text(scene, "5,973"));
    assert_non_null(house_text(scene, "6,357"));
    assert_non_null(house_text(scene, "1,238"));
    assert_null(house_text(scene, "3,188"));
    house_assert_apart(scene);
}

static void test_a_value_stands_above_its_column(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "labels: extremes"));
    const struct scene_item *high = house_text(scene, "6,357");
    const struct scene_item *low = house_text(scene, "1,238");
    assert_true(high->at.y < low->at.y);
    assert_true(high->at.x < low->at.x);
}

static void test_the_month_of_the_issue_is_lit_not_the_latest(void **state)
{
    struct chart *chart = house_chart(*state, COLUMNS "highlight: true\ncompare: year-ago");
    chart->issue = period_month(2025, 12); /* has no column */
    const struct scene *scene = house_scene(*state, chart);
    assert_int_equal(house_bars(scene, hue(*state, COLOR_FOCUS)), 0);
}

static void test_names_that_are_lit_have_colours_and_others_are_grey(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, LINES "highlight: [Japan]\nlabels: end"));
    size_t lit = 0;
    size_t context = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct paint *paint = &scene->at[i].paint;
        bool is_line = scene->at[i].kind == SCENE_PATH && scene->at[i].path.count == 3;
        lit += is_line && paint->stroke_width > 1.5 &&
               house_is_color(paint->stroke, hue(*state, COLOR_FOCUS));
        context += is_line && paint->stroke_width < 1 &&
                   house_is_color(paint->stroke, hue(*state, COLOR_CONTEXT_LINE));
    }
    assert_int_equal(lit, 1);
    assert_int_equal(context, 2);
}

static void test_lines_are_named_at_their_ends_without_overlap(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, LINES "labels: end"));
    const struct scene_item *germany = house_text(scene, "Germany 13.0");
    const struct scene_item *japan = house_text(scene, "Japan 12.9");
    const struct scene_item *korea = house_text(scene, "Korea 12.8");
    assert_true(germany && japan && korea);
    assert_true(germany->at.x == japan->at.x && japan->at.x == korea->at.x);
    assert_true(germany->at.y < japan->at.y && japan->at.y < korea->at.y);
    house_assert_apart(scene);
}

#define STACKS \
    "data: {values: [{m: 2023, n: Germany, v: 1}, {m: 2023, n: Japan, v: 4}, " \
    "{m: 2024, n: Germany, v: 2}, {m: 2024, n: Japan, v: 3}]}\n" \
    "mark: bar\n" \
    "labels: end\n"

static void test_parts_of_the_last_stack_are_named_beside_it(void **state)
{
    const struct scene *scene = house_scene(
        *state, house_chart(*state, STACKS "encoding: {x: {field: m, type: ordinal}, "
                                           "y: {field: v, type: quantitative}, "
                                           "color: {field: n, legend: null}}"));
    const struct scene_item *germany = house_text(scene, "Germany 2.00");
    const struct scene_item *japan = house_text(scene, "Japan 3.00");
    assert_true(germany && japan);
    assert_true(germany->at.x == japan->at.x && germany->at.y < japan->at.y);
    assert_null(house_text(scene, "Japan 4.00"));
}

static void test_parts_of_a_whole_have_their_names_only(void **state)
{
    const struct scene *scene = house_scene(
        *state,
        house_chart(*state, STACKS "encoding: {x: {field: m, type: ordinal}, "
                                   "y: {field: v, type: quantitative, stack: normalize}, "
                                   "color: {field: n, legend: null}}"));
    assert_non_null(house_text(scene, "Germany"));
    assert_non_null(house_text(scene, "Japan"));
}

static void test_lines_without_room_for_a_name_have_none_but_the_lit_one_has(void **state)
{
    struct buffer yaml = {.arena = *state};
    buffer_add(&yaml, S("mark: line\nlabels: end\nhighlight: [Line 39]\n"
                        "encoding: {x: {field: m, type: ordinal}, "
                        "y: {field: v, type: quantitative}, "
                        "color: {field: n, legend: null}}\ndata:\n  values:\n"));
    for (int i = 0; i < 80; i++) {
        buffer_print(&yaml, "    - {m: %d, n: Line %d, v: %d}\n", i % 2, i / 2, 40 - i / 2);
    }
    const struct scene *scene =
        house_scene(*state, house_chart(*state, str_c(*state, buffer_text(&yaml))));
    assert_non_null(house_text(scene, "Line 39 1.0"));
    assert_non_null(house_text(scene, "Line 0 40.0"));
    assert_null(house_text(scene, "Line 38 2.0"));
    house_assert_apart(scene);
}

static void test_the_name_of_a_line_leaves_room_for_the_line(void **state)
{
    const struct scene *scene = house_scene(
        *state,
        house_chart(
            *state,
            "data: {values: [{m: 1, v: 5, n: A destination whose name goes on and on "
            "and on}, {m: 2, v: 4, n: A destination whose name goes on and on and "
            "on}]}\n"
            "mark: line\nlabels: end\n"
            "encoding: {x: {field: m, type: ordinal}, "
            "y: {field: v, type: quantitative}, color: {field: n, legend: null}}"));
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind == SCENE_TEXT) {
            assert_true(scene->at[i].at.x + scene->at[i].line.width <= scene->width + 0.5);
        }
    }
}

/* --- the room of a plot --------------------------------------------------------------- */

static void test_a_legend_of_many_rows_makes_the_chart_higher(void **state)
{
    struct buffer yaml = {.arena = *state};
    buffer_add(&yaml, S("mark: point\nencoding: {x: {field: v, type: quantitative}, "
                        "y: {field: v, type: quantitative}, color: {field: n}}\n"
                        "data:\n  values:\n"));
    for (int i = 0; i < 19; i++) {
        buffer_print(&yaml, "    - {n: Destination number %d, v: %d}\n", i, i);
    }
    const struct scene *many =
        house_scene(*state, house_chart(*state, str_c(*state, buffer_text(&yaml))));
    const struct scene *one = house_scene(*state, house_chart(*state, COLUMNS));
    assert_true(many->height > one->height + 60);
}

static void test_names_below_columns_stand_in_rows_where_they_would_overlap(void **state)
{
    const struct scene *scene = house_scene(
        *state,
        house_chart(*state, "data: {values: [{n: Concert performances, v: 1}, "
                            "{n: Documentary films, v: 2}, {n: Romantic comedies, v: 3}, "
                            "{n: Thrillers or suspense, v: 2}]}\n"
                            "mark: bar\nencoding: {x: {field: n, type: nominal}, "
                            "y: {field: v, type: quantitative}}"));
    const struct scene_item *first = house_text(scene, "Concert performances");
    const struct scene_item *second = house_text(scene, "Documentary films");
    const struct scene_item *third = house_text(scene, "Romantic comedies");
    assert_true(first && second && third);
    assert_true(first->at.y == third->at.y && second->at.y > first->at.y);
    house_assert_apart(scene);
}

/* --- status --------------------------------------------------------------------------- */

static void test_estimated_columns_are_hatched(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "status: s"));
    size_t clips = 0;
    for (size_t i = 0; i < scene->count; i++) {
        clips += scene->at[i].kind == SCENE_CLIP_BEGIN && scene->at[i].path.count == 5;
    }
    assert_int_equal(clips, 4); /* two columns, each with the pattern's own */
}

static void test_only_the_letters_that_are_asked_for_are_hatched(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "status: {field: s, hatch: [P]}"));
    for (size_t i = 0; i < scene->count; i++) {
        assert_int_not_equal(scene->at[i].kind, SCENE_CLIP_BEGIN);
    }
}

static void test_a_provisional_end_of_a_line_is_dashed_and_hollow(void **state)
{
    const struct scene *scene = house_scene(*state, house_chart(*state, LINES "status: s"));
    size_t dashed = 0;
    size_t hollow = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct paint *paint = &scene->at[i].paint;
        dashed += scene->at[i].kind == SCENE_PATH && paint->dash[0] == 3;
        hollow += scene->at[i].kind == SCENE_PATH && paint->has_fill &&
                  paint->fill.red == 255 && paint->stroke_width == 1;
    }
    assert_int_equal(dashed, 1);
    assert_int_equal(hollow, 1);
}

/* --- annotations ---------------------------------------------------------------------- */

static void test_an_event_is_ruled_at_its_day(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "annotations: [{event: 2025-04-16, "
                                                        "text: Export licences}]"));
    const struct scene_item *label = house_text(scene, "Export licences");
    assert_non_null(label);
    /* in the middle of the fourth of ten slots, the label 2.5 beside the rule */
    assert_true(fabs(label->at.x - 2.5 - 0.35 * 226) < 4);
}

static void test_spans_and_references_are_named(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS
                                        "annotations: [{span: [2025-04-01, 2025-05-01], "
                                        "text: Stop}, {ref: 4000, text: Quota}]"));
    const struct scene_item *quota = house_text(scene, "Quota");
    assert_non_null(house_text(scene, "Stop"));
    assert_non_null(quota);
    size_t bands = house_bars(scene, (color){0xE8, 0xEC, 0xEF});
    assert_int_equal(bands, 1);
    house_assert_apart(scene);
}

static void test_a_line_leads_back_to_the_latest_as_high(void **state)
{
    const struct scene *scene =
        house_scene(*state, house_chart(*state, COLUMNS "since: true"));
    assert_null(house_text(scene, "highest since Aug 2025")); /* two columns before */
    const struct scene *later = house_scene(
        *state, house_chart(*state, COLUMNS
                            "since: true\ntransform: [{calculate: \"month(datum.m) == "
                            "9 ? 6200 : datum.v\", as: v}]"));
    assert_non_null(house_text(later, "highest since Jan"));
}

static void test_an_annotation_without_a_place_is_refused(void **state)
{
    struct error error = {0};
    assert_null(house_chart_of(
        *state, COLUMNS "annotations: [{kind: event, text: Nowhere}]", NULL, &error));
    assert_string_equal(error.message, "the annotation has nothing to stand at");
    assert_int_equal(error.kind, ERROR_CONFIG);
}

/* --- gaps ----------------------------------------------------------------------------- */

static void test_a_month_without_a_value_is_not_available(void **state)
{
    const struct scene *scene = house_scene(
        *state,
        house_chart(*state, "mark: bar\n"
                            "data: {values: [{m: 2025-01, v: 5}, {m: 2025-02, v: null}, "
                            "{m: 2025-03, v: 4}]}\n"
                            "encoding: {x: {field: m, type: ordinal, timeUnit: yearmonth}, "
                            "y: {field: v, type: quantitative}}\n"));
    assert_non_null(house_text(scene, "n.a."));
}

static void test_combined_months_are_one_column_twice_as_wide(void **state)
{
    const struct scene *scene = house_scene(
        *state,
        house_chart(*state,
                    "mark: bar\n"
                    "data: {values: [{m: 2025-01, v: 5, months: 2}, {m: 2025-02, v: "
                    "null, months: 1}, {m: 2025-03, v: 4, months: 1}]}\n"
                    "encoding: {x: {field: m, type: ordinal, timeUnit: yearmonth}, "
                    "y: {field: v, type: quantitative}}\n"));
    double widest = 0;
    double narrowest = INFINITY;
    for (size_t i = 0; i < scene->count; i++) {
        rect bounds = scene_item_bounds(&scene->at[i]);
        bool is_bar = scene->at[i].kind == SCENE_PATH && scene->at[i].path.count == 5 &&
                      bounds.height > 20;
        widest = is_bar ? fmax(widest, bounds.width) : widest;
        narrowest = is_bar ? fmin(narrowest, bounds.width) : narrowest;
    }
    assert_true(widest > 2 * narrowest);
    assert_null(house_text(scene, "n.a."));
}

static void test_a_count_that_is_called_months_combines_nothing(void **state)
{
    const struct scene *scene = house_scene(
        *state,
        house_chart(*state, "mark: line\n"
                            "data: {values: [{m: 2025-01-01, v: 5, months: 1}, "
                            "{m: 2025-02-01, v: 4, months: 2}, {m: 2025-03-01, v: 3, "
                            "months: 3}]}\n"
                            "encoding: {x: {field: m, type: temporal}, "
                            "y: {field: v, type: quantitative}}\n"));
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        assert_true(item->kind != SCENE_PATH || item->paint.dash[0] == 0);
    }
}

/* --- captions ------------------------------------------------------------------------- */

static void test_words_of_the_specification_stand_around_the_plot(void **state)
{
    struct chart *chart =
        house_chart(*state, COLUMNS "title: {text: [Exports, slipped], subtitle: tonnes}\n"
                                    "source: customs\nnotes: October came early.\n");
    assert_str(chart->title, "Exports slipped");
    assert_str(chart->subtitle, "tonnes");
    const struct scene *scene = house_scene(*state, chart);
    assert_non_null(house_text(scene, "Exports slipped"));
    assert_non_null(house_text(scene, "customs"));
    assert_non_null(house_text(scene, "October came early."));
}

static void test_charts_end_on_the_grid(void **state)
{
    const struct scene *scene = house_scene(*state, house_chart(*state, COLUMNS));
    assert_true(fabs(remainder(scene->height, 13)) < 0.01);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_latest_column_is_lit_and_printed),
        unit_case(test_the_extremes_are_printed_too),
        unit_case(test_a_value_stands_above_its_column),
        unit_case(test_the_month_of_the_issue_is_lit_not_the_latest),
        unit_case(test_names_that_are_lit_have_colours_and_others_are_grey),
        unit_case(test_lines_are_named_at_their_ends_without_overlap),
        unit_case(test_parts_of_the_last_stack_are_named_beside_it),
        unit_case(test_parts_of_a_whole_have_their_names_only),
        unit_case(test_lines_without_room_for_a_name_have_none_but_the_lit_one_has),
        unit_case(test_the_name_of_a_line_leaves_room_for_the_line),
        unit_case(test_a_legend_of_many_rows_makes_the_chart_higher),
        unit_case(test_names_below_columns_stand_in_rows_where_they_would_overlap),
        unit_case(test_estimated_columns_are_hatched),
        unit_case(test_only_the_letters_that_are_asked_for_are_hatched),
        unit_case(test_a_provisional_end_of_a_line_is_dashed_and_hollow),
        unit_case(test_an_event_is_ruled_at_its_day),
        unit_case(test_spans_and_references_are_named),
        unit_case(test_a_line_leads_back_to_the_latest_as_high),
        unit_case(test_an_annotation_without_a_place_is_refused),
        unit_case(test_a_month_without_a_value_is_not_available),
        unit_case(test_combined_months_are_one_column_twice_as_wide),
        unit_case(test_a_count_that_is_called_months_combines_nothing),
        unit_case(test_words_of_the_specification_stand_around_the_plot),
        unit_case(test_charts_end_on_the_grid),
    };
    return unit_run(tests);
}
