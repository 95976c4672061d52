/* SPDX-License-Identifier: MIT */
#include "chart_fixture.h"

#include "base/file.h"

static const double year_of_values[] = {4725, 4794, 5580, 6357, NONE, NONE, 2627,
                                        1238, 3188, 5577, 6146, 5774, 5473};

/* --- what a scene is compared with --------------------------------------------------- */

/* The scene as tests/golden/chart/NAME.txt says; with UPDATE=1 the file is written. */
static void assert_golden(struct arena *arena, const struct scene *scene, const char *name)
{
    struct error error = {0};
    struct source expected;
    str path = str_print(arena, "tests/golden/chart/%s.txt", name);
    str printed = scene_print(arena, scene);
    if (getenv("UPDATE")) {
        assert_true(file_write(path, printed, &error));
        return;
    }
    if (!file_read(arena, path, &expected, &error)) {
        fail_msg("%s: run with UPDATE=1 to write it", error.message);
    }
    assert_string_equal(str_c(arena, printed), str_c(arena, expected.text));
}

/* What the letters cover: from the capitals' top to the descenders', or to the baseline. */
static rect ink_of(const struct scene_item *item, double descent)
{
    double size = item->line.run_count ? item->line.runs[0].size : 0;
    return (rect){item->at.x, item->at.y - 0.72 * size, item->line.width,
                  (0.72 + descent) * size};
}

static void assert_inside(const struct scene *scene, const struct scene_item *item)
{
    rect ink = ink_of(item, 0.2);
    if (ink.x < -0.01 || ink.y < -0.01 || ink.x + ink.width > scene->width + 0.01 ||
        ink.y + ink.height > scene->height + 0.01) {
        fail_msg("\"%.*s\" leaves the chart", STR_ARG(item->line.text));
    }
}

static void assert_texts_are_apart(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind != SCENE_TEXT) {
            continue;
        }
        assert_inside(scene, &scene->at[i]);
        for (size_t k = 0; k < i; k++) {
            if (scene->at[k].kind == SCENE_TEXT &&
                rect_overlaps(ink_of(&scene->at[i], 0), ink_of(&scene->at[k], 0))) {
                fail_msg("\"%.*s\" meets \"%.*s\"", STR_ARG(scene->at[i].line.text),
                         STR_ARG(scene->at[k].line.text));
            }
        }
    }
}

static const struct scene *draw(struct arena *arena, const struct chart *chart,
                                double width)
{
    struct error error = {0};
    const struct scene *scene = fixture_draw(arena, chart, width, &error);
    assert_string_equal(error.message, "");
    assert_non_null(scene);
    assert_texts_are_apart(scene);
    return scene;
}

static bool has_text(const struct scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind == SCENE_TEXT &&
            str_equal(scene->at[i].line.text, str_from(text))) {
            return true;
        }
    }
    return false;
}

static size_t count_paths(const struct scene *scene, color fill)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        count += item->kind == SCENE_PATH && item->paint.has_fill &&
                 !memcmp(&item->paint.fill, &fill, sizeof fill);
    }
    return count;
}

/* --- charts to draw ------------------------------------------------------------------- */

static struct chart *columns(struct arena *arena)
{
    struct series *series = fixture_series(arena, year_of_values, 13, "AEEAAAAAAAAAA");
    struct chart *chart = fixture_chart(arena, CHART_COLUMNS, series, 13);
    chart->number = S("Figure 1");
    chart->has_year_ago = true;
    chart->has_since_line = true;
    fixture_event(arena, chart, 4, 4, "Export licences");
    fixture_event(arena, chart, 10, 9, "Wider controls");
    return chart;
}

static struct chart *changes(struct arena *arena)
{
    static const double values[] = {-3.1,  12.9, -43.6, NONE, -50.7, -52.9,
                                    157.5, 75,   10.2,  -6.1, -5.2};
    struct series *series = fixture_series(arena, values, 11, NULL);
    series->unit = S("%");
    struct chart *chart = fixture_chart(arena, CHART_COLUMNS, series, 11);
    chart->subtitle = S("China, rare-earth permanent magnets, change on the month");
    return chart;
}

static struct chart *lines(struct arena *arena)
{
    static const double values[][12] = {
        {585, NONE, NONE, 46, 353, 619, 590, 421, 656},
        {NONE, NONE, NONE, NONE, 764, 1116, 1341, 1288, 1118},
        {NONE, NONE, NONE, NONE, NONE, 232, NONE, 228, 226},
        {NONE, NONE, NONE, NONE, NONE, NONE, 290, 456, NONE},
    };
    static const char *const names[] = {"United States", "Germany", "Japan", "Vietnam"};
    static const char *const statuses[] = {"EAAAAAAAA", "AAAAEAAAA", "AAAAAAAAA",
                                           "AAAAAAEAA"};
    struct chart *chart = fixture_chart(arena, CHART_LINES, NULL, 9);
    for (int i = 0; i < 4; i++) {
        struct series *series = fixture_series(arena, values[i], 9, statuses[i]);
        *arena_push(arena, &chart->lines) =
            (struct chart_line){series, str_from(names[i]), i < 3 ? i : -1};
    }
    fixture_event(arena, chart, 4, 4, "Export licences");
    return chart;
}

static void add_bar(struct arena *arena, struct chart *chart, const char *name,
                    double value, double change, size_t rank, size_t rank_before)
{
    struct period month = period_month(2025, 10);
    struct chart_bar *bar = arena_push(arena, &chart->bars);
    *bar = (struct chart_bar){.label = str_from(name),
                              .value = fixture_value(month, value, 'A'),
                              .rank = rank,
                              .rank_before = rank_before};
    if (!isnan(change)) {
        bar->change = fixture_value(month, change, 'A');
    }
}

static struct chart *bars(struct arena *arena)
{
    struct chart *chart = fixture_chart(arena, CHART_BARS, NULL, 13);
    chart->change_head = S("on year");
    add_bar(arena, chart, "Germany", 1118, 55.9, 1, 1);
    add_bar(arena, chart, "United States", 656, 4.5, 2, 3);
    add_bar(arena, chart, "South Korea", 569, -31.3, 3, 2);
    add_bar(arena, chart, "Vietnam", 415, NONE, 4, 0);
    add_bar(arena, chart, "Other", 2715, NONE, 0, 0);
    add_bar(arena, chart, "Total", 5473, 15.8, 0, 0);
    chart->bars.at[3].value.status = 'E';
    chart->bars.at[4].is_rest = true;
    chart->bars.at[5].is_total = true;
    return chart;
}

/* --- what they look like -------------------------------------------------------------- */

static void test_columns_look_as_agreed(void **state)
{
    assert_golden(*state, draw(*state, columns(*state), 246), "columns");
}

static void test_changes_look_as_agreed(void **state)
{
    assert_golden(*state, draw(*state, changes(*state), 246), "changes");
}

static void test_bars_look_as_agreed(void **state)
{
    assert_golden(*state, draw(*state, bars(*state), 246), "bars");
}

static void test_lines_look_as_agreed(void **state)
{
    assert_golden(*state, draw(*state, lines(*state), 332), "lines");
}

static void test_a_sparkline_looks_as_agreed(void **state)
{
    struct series *series = fixture_series(*state, year_of_values, 13, NULL);
    struct chart *chart = fixture_chart(*state, CHART_SPARKLINE, series, 13);
    chart->title = chart->subtitle = chart->source = S("");
    assert_golden(*state, draw(*state, chart, 117), "sparkline");
}

static void test_texts_never_meet_at_any_size(void **state)
{
    static const double widths[] = {160, 246, 332, 504};
    struct chart *charts[] = {columns(*state), changes(*state), bars(*state),
                              lines(*state)};
    for (size_t i = 0; i < COUNT_OF(charts); i++) {
        for (size_t size = 0; size < COUNT_OF(widths); size++) {
            charts[i]->size = (enum chart_size)size;
            draw(*state, charts[i], widths[size]);
        }
    }
}

static void test_a_chart_ends_on_the_grid(void **state)
{
    const struct scene *scene = draw(*state, columns(*state), 246);
    assert_true(fabs(remainder(scene->height, 13)) < 1e-6);
    assert_true(scene->height >= 169);
}

static void test_parts_that_are_given_move_the_foot_down(void **state)
{
    struct theme theme = fixture_theme();
    struct error error = {0};
    const struct chart *chart = fixture_specified(*state, columns(*state));
    struct chart_measure parts =
        chart_measure(*state, chart, 246, &theme, fixture_fonts(), &error);
    double height = parts.head + parts.panel + parts.foot;
    parts.head += 20;
    parts.panel += 30;
    const struct scene *scene =
        chart_draw(*state, chart, 246, parts, &theme, fixture_fonts(), &error);
    assert_true(fabs(scene->height - height - 50) < 1e-6);
    assert_texts_are_apart(scene);
}

/* --- what they say -------------------------------------------------------------------- */

static void test_the_issue_and_the_year_ago_are_labelled(void **state)
{
    const struct scene *scene = draw(*state, columns(*state), 246);
    assert_true(has_text(scene, "5,473"));
    assert_true(has_text(scene, "4,725"));
    assert_true(has_text(scene, "n.a."));
    assert_false(has_text(scene, "6,357"));
}

static void test_the_since_line_names_the_earlier_high(void **state)
{
    static const double values[] = {300, 640, 500, 380, 353, 520, 620};
    struct series *series = fixture_series(*state, values, 7, NULL);
    struct chart *chart = fixture_chart(*state, CHART_COLUMNS, series, 7);
    chart->has_since_line = true;
    assert_true(has_text(draw(*state, chart, 246), "highest since May"));
    series->at[3].state = OBSERVATION_MISSING; /* it might have been higher */
    assert_false(has_text(draw(*state, chart, 246), "highest since May"));
}

static void test_the_rates_of_combined_months_bound_no_high(void **state)
{
    static const double values[] = {90, 10, NONE, NONE, 20, 30, 40};
    struct series *series = fixture_series(*state, values, 7, NULL);
    series_add(*state, series, fixture_value(period_of_months(2025, 6, 7), 15, 'A'));
    struct chart *chart = fixture_chart(*state, CHART_COLUMNS, series, 7);
    chart->has_since_line = true;
    assert_false(has_text(draw(*state, chart, 246), "highest since Jul"));
    series->unit = chart->unit = S("%");
    series->is_rate = true;
    assert_false(has_text(draw(*state, chart, 246), "highest since Apr"));
    series->unit = chart->unit = S("t");
    series->is_rate = false;
    assert_true(has_text(draw(*state, chart, 246), "highest since Apr"));
}

static size_t count_texts(const struct scene *scene, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        count += scene->at[i].kind == SCENE_TEXT &&
                 str_equal(scene->at[i].line.text, str_from(text));
    }
    return count;
}

static void test_equal_bars_share_a_rank_and_have_not_moved(void **state)
{
    struct chart *chart = fixture_chart(*state, CHART_BARS, NULL, 13);
    chart->change_head = S("on year");
    add_bar(*state, chart, "Germany", 50, 1.5, 1, 1);
    add_bar(*state, chart, "Japan", 50, 2.5, 1, 1);
    const struct scene *scene = draw(*state, chart, 246);
    assert_int_equal(count_texts(scene, "1"), 2);
    assert_int_equal(count_texts(scene, "2"), 0);
}

static void test_a_change_that_was_published_whole_is_printed_so(void **state)
{
    struct chart *chart = fixture_chart(*state, CHART_BARS, NULL, 13);
    chart->change_head = S("on year");
    add_bar(*state, chart, "Germany", 50, 12, 1, 1);
    add_bar(*state, chart, "Japan", 40, 2, 2, 2);
    chart->bars.at[0].change.places = 0;
    const struct scene *scene = draw(*state, chart, 246);
    assert_true(has_text(scene, "+12%"));
    assert_true(has_text(scene, "+2.0%"));
}

static void test_changes_have_signs_and_outliers_are_cut(void **state)
{
    const struct scene *scene = draw(*state, changes(*state), 246);
    assert_true(has_text(scene, "+100%"));
    assert_true(has_text(scene, "\u221250"));
    assert_true(has_text(scene, "+158%"));
    assert_true(has_text(scene, "\u22125.2%"));
}

static void test_shares_are_levels_without_signs(void **state)
{
    struct chart *chart = changes(*state);
    static const double values[] = {50, 60, 70};
    chart->lines.at[0].series = fixture_series(*state, values, 3, NULL);
    chart->is_level = true;
    const struct scene *scene = draw(*state, chart, 246);
    assert_true(has_text(scene, "70.0%"));
    assert_false(has_text(scene, "+70.0%"));
}

static void test_derived_figures_are_keyed_once(void **state)
{
    assert_true(has_text(draw(*state, columns(*state), 246), "Hatched: derived."));
    assert_true(has_text(draw(*state, bars(*state), 246), "Hatched: derived."));
    assert_true(has_text(draw(*state, lines(*state), 504),
                         "Hollow: derived. Gaps: not available."));
}

static void test_provisional_figures_are_called_so(void **state)
{
    struct series *series = fixture_series(*state, year_of_values, 13, "AAAAAAAAAAAAP");
    struct chart *chart = fixture_chart(*state, CHART_COLUMNS, series, 13);
    assert_true(has_text(draw(*state, chart, 246), "Hatched: provisional."));
}

static void test_combined_months_are_one_wide_column(void **state)
{
    struct series *series = arena_new(*state, struct series);
    series->unit = S("t");
    *arena_push(*state, series) = fixture_value(period_month(2025, 7), 100, 'A');
    *arena_push(*state, series) = fixture_value(period_of_months(2025, 8, 9), 300, 'A');
    *arena_push(*state, series) = fixture_value(period_month(2025, 10), 200, 'A');
    struct chart *chart = fixture_chart(*state, CHART_COLUMNS, series, 4);
    const struct scene *scene = draw(*state, chart, 246);
    struct theme theme = fixture_theme();
    assert_true(has_text(scene, "Aug\u2013Sep\u00A02025: monthly average."));
    assert_int_equal(count_paths(scene, theme.colors[COLOR_CONTEXT]), 2);
    assert_false(has_text(scene, "n.a."));
}

static void test_lines_are_named_with_their_latest_figure(void **state)
{
    const struct scene *scene = draw(*state, lines(*state), 504);
    assert_true(has_text(scene, "United States 656"));
    assert_true(has_text(scene, "Vietnam 456\u00A0(Sep)"));
}

static void test_two_lines_of_one_name_are_two_lines(void **state)
{
    struct chart *chart = lines(*state);
    chart->lines.at[1].label = chart->lines.at[0].label;
    const struct scene *scene = draw(*state, chart, 504);
    assert_true(has_text(scene, "United States 656"));
    assert_true(has_text(scene, "United States 1,118"));
}

static void test_a_line_without_figures_is_left_out(void **state)
{
    static const double nothing[] = {NONE, NONE};
    struct chart *chart = lines(*state);
    *arena_push(*state, &chart->lines) =
        (struct chart_line){fixture_series(*state, nothing, 2, NULL), S("Mars"), 1};
    const struct scene *scene = draw(*state, chart, 504);
    for (size_t i = 0; i < scene->count; i++) {
        assert_false(scene->at[i].kind == SCENE_TEXT &&
                     str_starts(scene->at[i].line.text, S("Mars")));
    }
}

static void test_more_than_three_events_are_numbered(void **state)
{
    struct chart *chart = columns(*state);
    fixture_event(*state, chart, 5, 12, "Geneva truce");
    fixture_event(*state, chart, 6, 11, "London framework");
    fixture_event(*state, chart, 12, 1, "After the window");
    chart->number = S("");
    const struct scene *scene = draw(*state, chart, 504);
    assert_true(has_text(scene, "4"));
    assert_false(has_text(scene, "5"));
    assert_false(has_text(scene, "Export licences"));
    bool has_key = false;
    for (size_t i = 0; i < scene->count; i++) {
        str text = scene->at[i].kind == SCENE_TEXT ? scene->at[i].line.text : S("");
        has_key |= str_starts(text, S("Hatched: derived. 1\u00A0Export licences (4"));
    }
    assert_true(has_key);
}

static void test_events_that_are_near_do_not_collide(void **state)
{
    for (int day = 1; day < 31; day += 5) {
        for (int month = 1; month <= 10; month++) {
            struct chart *chart = columns(*state);
            chart->events.count = 0;
            fixture_event(*state, chart, month, day, "Export licences");
            fixture_event(*state, chart, month, 28, "Geneva truce");
            fixture_event(*state, chart, 10, 9, "Wider controls");
            draw(*state, chart, 246);
            draw(*state, chart, 160);
        }
    }
}

static void test_the_unit_stands_on_the_axis_unless_the_subtitle_has_it(void **state)
{
    struct chart *chart = columns(*state);
    assert_true(has_text(draw(*state, chart, 246), "6,000"));
    chart->subtitle = S("China, magnets");
    assert_true(has_text(draw(*state, chart, 246), "6,000\u00A0t"));
}

/* --- what is odd ---------------------------------------------------------------------- */

static void test_nothing_to_draw_is_an_error_at_the_directive(void **state)
{
    struct error error = {0};
    struct chart *chart = columns(*state);
    chart->window = period_month(2020, 1);
    chart->window.months = 12;
    assert_null(fixture_draw(*state, chart, 246, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_string_equal(error.message, "there is nothing to draw");
    assert_string_equal(error.hint, "no value from January 2020 to December 2020");
    assert_int_equal(error.place.line, 7);
}

static void test_a_missing_glyph_is_an_error_at_the_directive(void **state)
{
    struct error error = {0};
    struct chart *chart = lines(*state);
    chart->lines.at[0].label = S("\u4e2d");
    assert_null(fixture_draw(*state, chart, 246, &error));
    assert_int_equal(error.place.line, 7);
    assert_non_null(strstr(error.message, "U+4E2D"));
}

static void draw_values(struct arena *arena, const double *values, size_t count, int months)
{
    static const enum chart_mark marks[] = {CHART_COLUMNS, CHART_LINES, CHART_SPARKLINE};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        struct series *series = fixture_series(arena, values, count, NULL);
        struct chart *chart = fixture_chart(arena, marks[i], series, months);
        chart->has_since_line = chart->has_year_ago = true;
        draw(arena, chart, 246);
        draw(arena, chart, 160);
    }
}

static void test_odd_values_are_drawn(void **state)
{
    static const double one[] = {5};
    static const double zeros[13] = {0};
    static const double huge[] = {1e12, 1.2e12, 0.4e12, 0.8e12};
    static const double negative[] = {-120, -80, -50, -30};
    static const double tiny[] = {0.1, 0.2, 0.1};
    double equal[13];
    double many[60];
    for (int i = 0; i < 60; i++) {
        equal[i % 13] = 42;
        many[i] = 1000 + i * i % 7 * 500;
    }
    draw_values(*state, one, 1, 1);
    draw_values(*state, one, 1, 13);
    draw_values(*state, zeros, 13, 13);
    draw_values(*state, huge, 4, 13);
    draw_values(*state, negative, 4, 4);
    draw_values(*state, tiny, 3, 3);
    draw_values(*state, equal, 13, 13);
    draw_values(*state, many, 60, 60);
}

static void test_long_words_are_wrapped_or_cut(void **state)
{
    struct chart *chart = bars(*state);
    chart->title = S("A title that goes on and on about exports of rare-earth magnets from "
                     "China to the world at large, which somebody wrote without a thought "
                     "for the width of the chart, so that it wraps to many lines");
    chart->bars.at[0].label = S("The Federation of Extremely Long Country Names");
    const struct scene *scene = draw(*state, chart, 246);
    assert_false(has_text(scene, "The Federation of Extremely Long Country Names"));
    draw(*state, chart, 160);
}

static void test_twenty_five_bars_keep_their_pitch(void **state)
{
    struct chart *chart = fixture_chart(*state, CHART_BARS, NULL, 13);
    for (int i = 0; i < 25; i++) {
        add_bar(*state, chart, "Somewhere", 1000 - i * 45, NONE, 0, 0);
    }
    struct theme theme = fixture_theme();
    struct error error = {0};
    struct chart_measure parts =
        chart_measure(*state, chart, 246, &theme, fixture_fonts(), &error);
    assert_true(fabs(parts.panel - 25 * 14) < 1e-6);
    draw(*state, chart, 246);
}

static void test_a_line_is_not_joined_over_a_gap(void **state)
{
    static const double values[] = {10, 20, NONE, 30, NONE, 40, 50};
    struct series *series = fixture_series(*state, values, 7, NULL);
    struct chart *chart = fixture_chart(*state, CHART_LINES, series, 7);
    const struct scene *scene = draw(*state, chart, 246);
    struct theme theme = fixture_theme();
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        if (item->kind == SCENE_PATH && item->paint.stroke_width == 1.75) {
            assert_int_equal(item->path.count, 4); /* two strokes of two points */
            assert_int_equal(item->path.at[2].verb, PATH_MOVE);
        }
    }
    assert_int_equal(count_paths(scene, theme.palette[0]), 2); /* the end, and one alone */
}

/* --- alternative text ------------------------------------------------------------------
 */

static void test_the_alternative_text_has_the_figures(void **state)
{
    assert_str(
        chart_alt(*state, fixture_specified(*state, columns(*state))),
        "Column chart of China, rare-earth permanent magnets, tonnes, October 2024 to "
        "October 2025; Exports slipped again; latest 5,473\u00A0t in October 2025; high "
        "6,357\u00A0t in January 2025; low 1,238\u00A0t in May 2025.");
    assert_str(
        chart_alt(*state, bars(*state)),
        "Bar chart of China, rare-earth permanent magnets, tonnes; Exports slipped "
        "again; Germany 1,118\u00A0t, United States 656\u00A0t, South Korea 569\u00A0t, "
        "Vietnam 415\u00A0t, Other 2,715\u00A0t, Total 5,473\u00A0t.");
}

static void test_the_alternative_text_is_never_long(void **state)
{
    struct chart *chart = columns(*state);
    str word = S("magnets and powders and alloys of them ");
    str words[] = {word, word, word, word, word, word, word, word};
    chart->title = str_join(*state, words, COUNT_OF(words), S(""));
    chart->subtitle = chart->title;
    str alt = chart_alt(*state, fixture_specified(*state, chart));
    assert_in_range(str_characters(alt), 200, 300);
    assert_true(str_ends(alt, S("low 1,238\u00A0t in May 2025.")));
}

static void test_the_figure_carries_its_alternative_text(void **state)
{
    struct chart *chart = columns(*state);
    const struct scene *scene = draw(*state, chart, 246);
    assert_int_equal(scene->at[0].kind, SCENE_GROUP_BEGIN);
    assert_int_equal(scene->at[0].tag.role, TAG_FIGURE);
    assert_true(str_starts(scene->at[0].tag.alt, S("Column chart of China")));
    chart->alt = S("As the author says");
    assert_str(draw(*state, chart, 246)->at[0].tag.alt, "As the author says");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_columns_look_as_agreed),
        unit_case(test_changes_look_as_agreed),
        unit_case(test_bars_look_as_agreed),
        unit_case(test_lines_look_as_agreed),
        unit_case(test_a_sparkline_looks_as_agreed),
        unit_case(test_texts_never_meet_at_any_size),
        unit_case(test_a_chart_ends_on_the_grid),
        unit_case(test_parts_that_are_given_move_the_foot_down),
        unit_case(test_the_issue_and_the_year_ago_are_labelled),
        unit_case(test_the_since_line_names_the_earlier_high),
        unit_case(test_the_rates_of_combined_months_bound_no_high),
        unit_case(test_equal_bars_share_a_rank_and_have_not_moved),
        unit_case(test_a_change_that_was_published_whole_is_printed_so),
        unit_case(test_changes_have_signs_and_outliers_are_cut),
        unit_case(test_shares_are_levels_without_signs),
        unit_case(test_derived_figures_are_keyed_once),
        unit_case(test_provisional_figures_are_called_so),
        unit_case(test_combined_months_are_one_wide_column),
        unit_case(test_lines_are_named_with_their_latest_figure),
        unit_case(test_two_lines_of_one_name_are_two_lines),
        unit_case(test_a_line_without_figures_is_left_out),
        unit_case(test_more_than_three_events_are_numbered),
        unit_case(test_events_that_are_near_do_not_collide),
        unit_case(test_the_unit_stands_on_the_axis_unless_the_subtitle_has_it),
        unit_case(test_nothing_to_draw_is_an_error_at_the_directive),
        unit_case(test_a_missing_glyph_is_an_error_at_the_directive),
        unit_case(test_odd_values_are_drawn),
        unit_case(test_long_words_are_wrapped_or_cut),
        unit_case(test_twenty_five_bars_keep_their_pitch),
        unit_case(test_a_line_is_not_joined_over_a_gap),
        unit_case(test_the_alternative_text_has_the_figures),
        unit_case(test_the_alternative_text_is_never_long),
        unit_case(test_the_figure_carries_its_alternative_text),
    };
    return unit_run(tests);
}
