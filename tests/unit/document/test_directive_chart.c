/* SPDX-License-Identifier: MIT */
#include "blocks.h"

static const struct chart *chart_of(struct arena *arena, const char *yaml)
{
    str text = str_print(arena, "```chart\n%s\n```\n", yaml);
    struct blocks blocks = blocks_of(arena, text.at);
    assert_int_equal(blocks.count, 1);
    assert_int_equal(blocks.at[0]->kind, BLOCK_CHART);
    return blocks.at[0]->chart;
}

/* The error of a chart whose keys stand on line 2. */
static str chart_error(struct arena *arena, const char *yaml)
{
    return error_of(arena, str_print(arena, "```chart\n%s\n```\n", yaml).at);
}

static void test_columns_show_one_series_up_to_the_issue(void **state)
{
    const struct chart *chart = chart_of(
        *state, "{mark: bar, data: total, last: 25 months, title: \"{{ total | num }} t\","
                " subtitle: s, notes: n, source: c, alt: a, compare: year-ago, since: true,"
                " height: 95.5, size: twothirds}");
    assert_int_equal(chart->mark, CHART_PLOT);
    assert_int_equal(chart->specification->view->mark, MARK_BAR);
    assert_str(chart->title, "5,473 t");
    assert_str(chart->subtitle, "s");
    assert_str(chart->notes, "n");
    assert_str(chart->source, "c");
    assert_str(chart->alt, "a");
    assert_str(chart->number, "Figure 1");
    assert_str(chart->unit, "t");
    assert_str(period_print(*state, (struct period){chart->window.first, 1}), "2023-10");
    assert_int_equal(chart->window.months, 25);
    assert_true(period_equal(chart->issue, period_month(2025, 10)));
    assert_true(chart->has_year_ago && chart->has_since_line);
    assert_int_equal(chart->size, CHART_TWO_THIRDS);
    assert_true(chart->plot_height > 95.4 && chart->plot_height < 95.6);
    assert_int_equal(chart->lines.count, 1);
    assert_str(chart->lines.at[0].label, "total");
    assert_int_equal(chart->lines.at[0].entity, 0);
}

static void test_a_window_can_begin_at_a_month_or_last_years(void **state)
{
    const struct chart *chart =
        chart_of(*state, "{mark: line, data: total, from: 2024-07, title: T}");
    assert_int_equal(chart->window.months, 16);
    assert_int_equal(chart->mark, CHART_PLOT);
    assert_int_equal(chart->specification->view->mark, MARK_LINE);
    chart = chart_of(*state, "{mark: bar, data: total.mom, last: 2 years, title: T}");
    assert_int_equal(chart->window.months, 24);
    assert_str(chart->unit, "%");
}

static void test_columns_of_shares_are_levels_and_of_rates_are_changes(void **state)
{
    assert_true(chart_of(*state, "{mark: bar, data: us.share(total), title: T}")->is_level);
    assert_false(chart_of(*state, "{mark: bar, data: total.mom, title: T}")->is_level);
}

static void test_labels_are_a_map_of_names_that_are_there(void **state)
{
    assert_str(chart_error(*state, "{mark: bar, data: total, title: T, labels: All}"),
               "78 2:44+3 \"labels\" is a single value, expected a map of keys and values");
    assert_str(warning_of(*state, "```chart\n{mark: bar, data: total, title: T,"
                                  " labels: {total: All, totl: All}}\n```\n"),
               "2:57+4 nothing here is called \"totl\": its label is not used");
    assert_str(warning_of(*state, "```chart\n{mark: line, data: partners, title: T,"
                                  " labels: {Vietnam: VN, Other destinations: Rest}}"
                                  "\n```\n"),
               "0 warnings");
}

static void test_names_keep_their_colours_through_the_document(void **state)
{
    struct blocks blocks = blocks_of(
        *state, "```chart\n{mark: line, data: partners, title: A}\n```\n"
                "```chart\n{mark: line, data: [us, 'partners[\"Germany\"]'], title: B,"
                " labels: {us: United States}}\n```\n");
    const struct chart_lines *first = &blocks.at[0]->chart->lines;
    assert_int_equal(first->count, 2);
    assert_str(first->at[0].label, "Germany");
    assert_int_equal(first->at[0].entity, 1);
    assert_int_equal(first->at[1].entity, 2);
    const struct chart_lines *second = &blocks.at[1]->chart->lines;
    assert_str(second->at[0].label, "United States");
    assert_int_equal(second->at[0].entity, 2);
    assert_int_equal(second->at[1].entity, 1);
    assert_str(blocks.at[1]->chart->number, "Figure 2");
}

static void test_highlighted_lines_have_colour_and_others_are_grey(void **state)
{
    const struct chart *chart = chart_of(
        *state, "{mark: line, data: partners, highlight: \"{{ focus }}\", title: T}");
    assert_int_equal(chart->lines.at[0].entity, 1);
    assert_int_equal(chart->lines.at[1].entity, -1);
}

static void test_highlighted_bars_have_colour_and_others_are_grey(void **state)
{
    const char *bars = "{mark: {type: bar, orient: horizontal}, data: partners, title: T";
    const struct chart *plain = chart_of(*state, str_print(*state, "%s}", bars).at);
    for (size_t i = 0; i < plain->bars.count; i++) {
        assert_int_equal(plain->bars.at[i].entity, 0);
    }
    const struct chart *chart =
        chart_of(*state, str_print(*state, "%s, highlight: \"{{ focus }}\"}", bars).at);
    for (size_t i = 0; i < chart->bars.count; i++) {
        bool is_focus = str_equal(chart->bars.at[i].label, S("Germany"));
        assert_true(is_focus ? chart->bars.at[i].entity > 0
                             : chart->bars.at[i].entity == -1);
    }
}

static void test_a_name_that_cannot_be_highlighted_is_a_warning(void **state)
{
    struct blocks blocks = {0};
    struct warnings warnings = {0};
    struct error error = {0};
    str text =
        S("```chart\n{mark: line, data: partners, highlight: [Peru], title: T}\n```\n");
    assert_true(facts_read_markdown(*state, text, &blocks, &warnings, &error));
    assert_int_equal(warnings.count, 1);
    assert_str(warnings.at[0].message,
               "\"Peru\" is not in the chart and cannot be highlighted");
    assert_int_equal(warnings.at[0].place.line, 2);
}

static void test_horizontal_bars_rank_a_group(void **state)
{
    const struct chart *chart =
        chart_of(*state, "{mark: {type: bar, orient: horizontal}, data: partners, title: T,"
                         " labels: {World: All destinations}}");
    assert_int_equal(chart->mark, CHART_BARS);
    assert_str(chart->change_head, "on year");
    assert_int_equal(chart->bars.count, 4);
    const struct chart_bar *germany = &chart->bars.at[0];
    assert_str(germany->label, "Germany");
    assert_str(decimal_print(*state, ratio_round(germany->value.value, 0)), "1118");
    assert_str(decimal_print(*state, ratio_round(germany->change.value, 1)), "55.9");
    assert_int_equal(germany->rank_before, 0); /* Vietnam's figure then is not known */
    assert_true(chart->bars.at[2].is_rest);
    assert_str(chart->bars.at[2].label, "Other destinations");
    assert_str(decimal_print(*state, ratio_round(chart->bars.at[2].value.value, 0)),
               "3699");
    assert_true(chart->bars.at[3].is_total);
    assert_str(chart->bars.at[3].label, "All destinations");
}

static void test_ranks_of_a_month_before_are_given_where_all_are_known(void **state)
{
    const struct chart *chart =
        chart_of(*state, "{mark: {type: bar, orient: horizontal}, data: partners, title: T,"
                         " change: mom}");
    assert_str(chart->change_head, "on month");
    assert_int_equal(chart->bars.at[0].rank, 1);
    assert_int_equal(chart->bars.at[0].rank_before, 1);
    assert_int_equal(chart->bars.at[1].rank, 2);
    assert_int_equal(chart->bars.at[1].rank_before, 4);
}

static void test_events_are_those_of_the_window_and_kind(void **state)
{
    assert_int_equal(chart_of(*state, "{mark: bar, data: total, title: T}")->events.count,
                     0);
    const struct chart *chart = chart_of(
        *state, "{mark: bar, data: total, title: T, events: true, last: 6 months}");
    assert_int_equal(chart->events.count, 2);
    assert_str(chart->events.at[0].label, "Geneva truce");
    chart = chart_of(*state, "{mark: bar, data: total, title: T, events: [control]}");
    assert_int_equal(chart->events.count, 2);
    assert_str(chart->events.at[1].label, "Wider controls");
}

static void test_annotations_are_events_of_the_author(void **state)
{
    const struct chart *chart =
        chart_of(*state, "{mark: bar, data: total, title: T, annotations:"
                         " [{event: 2025-04-04, text: \"{{ focus }} asks\"},"
                         " {event: 2019-01-01, text: long ago}]}");
    assert_int_equal(chart->events.count, 1);
    assert_str(chart->events.at[0].label, "Germany asks");
    assert_int_equal(chart->events.at[0].date.day, 4);
}

#define PLOT \
    "title: T, encoding: {x: {field: month, type: ordinal, timeUnit: yearmonth}," \
    " y: {field: value, type: quantitative}}"

static void test_a_specification_draws_the_rows_of_an_expression(void **state)
{
    const struct chart *chart =
        chart_of(*state, "{mark: bar, data: total, last: 13 months, labels: last,"
                         " highlight: true, since: true, " PLOT "}");
    assert_int_equal(chart->mark, CHART_PLOT);
    assert_non_null(chart->specification);
    assert_int_equal(chart->keys.labels, CHART_LABELS_LAST);
    assert_true(chart->keys.has_highlight && chart->keys.has_since_line);
    assert_int_equal(chart->lines.count, 1);
    assert_int_equal(chart->window.months, 13);
    assert_str(chart->unit, "t");
    assert_str(chart->number, "Figure 1");
    const struct datasets *datasets = &chart->specification->environment.datasets;
    assert_int_equal(datasets->count, 1);
    const struct frame *frame = datasets->at[0].frame;
    const struct datum *values = frame->at[frame_find(frame, S("value"))].at;
    assert_int_equal(frame->rows, 13);
    const struct exact *exact = frame_exact(frame, values[frame->rows - 1]);
    assert_non_null(exact);
    assert_true(period_equal(exact->observation.period, period_month(2025, 10)));
}

static void test_data_of_any_view_may_be_a_query(void **state)
{
    const struct chart *chart = chart_of(
        *state, "{layer: [{data: {name: total}, mark: bar, encoding: {y: {field: value}}},"
                " {data: {name: us}, mark: line, encoding: {y: {field: value}}}],"
                " title: T}");
    assert_int_equal(chart->specification->environment.datasets.count, 2);
    assert_int_equal(chart->lines.count, 2);
}

static void test_labels_of_a_specification_may_be_names(void **state)
{
    const struct chart *chart = chart_of(
        *state, "{mark: line, data: [total, us], labels: {us: America}, " PLOT "}");
    assert_str(chart->lines.at[1].label, "America");
}

static void test_a_specification_is_checked(void **state)
{
    assert_str(chart_error(*state, "{mark: br, data: total, " PLOT "}"),
               "78 2:8+2 $.mark: \"br\" is not known | did you mean \"bar\"?");
    assert_str(chart_error(*state, "{mark: bar, data: {name: nothing}, " PLOT "}"),
               "78 2:26+7 nothing is named \"nothing\" | known are: total, us, partners, "
               "coarse, bare, period, focus, markup");
    assert_str(chart_error(*state, "{mark: bar, dta: total, encoding: {}}"),
               "78 2:13+3 $: unknown key \"dta\" | did you mean \"data\"?");
}

static void test_keys_that_no_chart_has_are_refused(void **state)
{
    assert_str(chart_error(*state, "{mark: treemap, data: total, title: T}"),
               "78 2:8+7 \"treemap\" is not a known mark | known are: bar, line");
    assert_str(chart_error(*state, "{mark: bar, dta: total}"),
               "78 2:13+3 unknown key \"dta\" | did you mean \"data\"?");
}

static void test_charts_must_have_what_they_need(void **state)
{
    assert_str(chart_error(*state, "{data: total}"),
               "78 1:1+8 the chart has no mark | known are: bar, line, {type: bar, orient: "
               "horizontal}");
    assert_str(chart_error(*state, "{mark: bar, data: total}"),
               "78 1:1+8 the chart has no title");
    assert_str(chart_error(*state, "{mark: bar, title: T}"),
               "78 1:1+8 the chart has no data");
    assert_str(chart_error(*state, "{mark: bar, title: T, data: partners}"),
               "78 2:29+8 columns show one series, not a group | {type: bar, orient: "
               "horizontal} ranks a group");
    assert_str(chart_error(*state, "{mark: bar, title: T, data: [total, us]}"),
               "78 2:29+1 columns show one series, not 2");
    assert_str(chart_error(*state, "{mark: line, title: T, data: [total, total.mom]}"),
               "78 2:30+1 figures in t and in % cannot share an axis");
    assert_str(chart_error(*state, "{mark: line, title: T, data: period}"),
               "78 2:30+6 a chart shows series, not a period");
    assert_str(
        chart_error(*state,
                    "{mark: {type: bar, orient: horizontal}, title: T, data: total}"),
        "78 2:57+5 horizontal bars rank a group, not a series");
    assert_str(chart_error(*state, "{mark: bar, title: T, data: totl}"),
               "78 2:29+4 nothing is named \"totl\" | did you mean \"total\"?");
}

static void test_values_of_keys_are_checked(void **state)
{
    assert_str(chart_error(*state, "{mark: bar, title: T, data: total, last: 2 weeks}"),
               "78 2:42+7 \"2 weeks\" is not a length such as 25 months or 3 years");
    assert_str(chart_error(*state, "{mark: bar, title: T, data: total, from: 2025-11}"),
               "78 2:42+7 this is after the issue");
    assert_str(chart_error(*state,
                           "{mark: bar, title: T, data: total, last: 2 years, from: 2025}"),
               "78 2:51+4 \"from\" and \"last\" exclude each other");
    assert_str(
        chart_error(*state, "{mark: bar, title: T, data: total, size: huge}"),
        "78 2:42+4 \"huge\" is not a known size | known are: third, half, twothirds, "
        "full");
    assert_str(
        chart_error(*state, "{mark: bar, title: T, data: total, events: [contrl]}"),
        "78 2:45+6 there is no event of kind \"contrl\" | did you mean \"control\"?");
    assert_str(chart_error(*state, "{mark: bar, title: T, data: total, height: 0}"),
               "78 2:44+1 the height must be above zero");
    assert_str(chart_error(*state, "{mark: line, title: T, data: total, since: true}"),
               "78 2:37+5 this mark has no \"since\"");
    assert_str(chart_error(*state, "{mark: {type: line, orient: horizontal}, title: T}"),
               "78 2:29+10 only bars can be horizontal");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_columns_show_one_series_up_to_the_issue),
        unit_case(test_a_window_can_begin_at_a_month_or_last_years),
        unit_case(test_columns_of_shares_are_levels_and_of_rates_are_changes),
        unit_case(test_labels_are_a_map_of_names_that_are_there),
        unit_case(test_names_keep_their_colours_through_the_document),
        unit_case(test_highlighted_bars_have_colour_and_others_are_grey),
        unit_case(test_highlighted_lines_have_colour_and_others_are_grey),
        unit_case(test_a_name_that_cannot_be_highlighted_is_a_warning),
        unit_case(test_horizontal_bars_rank_a_group),
        unit_case(test_ranks_of_a_month_before_are_given_where_all_are_known),
        unit_case(test_events_are_those_of_the_window_and_kind),
        unit_case(test_annotations_are_events_of_the_author),
        unit_case(test_a_specification_draws_the_rows_of_an_expression),
        unit_case(test_data_of_any_view_may_be_a_query),
        unit_case(test_labels_of_a_specification_may_be_names),
        unit_case(test_a_specification_is_checked),
        unit_case(test_keys_that_no_chart_has_are_refused),
        unit_case(test_charts_must_have_what_they_need),
        unit_case(test_values_of_keys_are_checked),
    };
    return unit_run(tests);
}
