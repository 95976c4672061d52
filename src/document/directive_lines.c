/* SPDX-License-Identifier: MIT */
/* The series of a chart over time, their names and colours. */
#include "directive_chart_internal.h"

#include "expression/expression.h"

/* --- which series are totals ---------------------------------------------------------- */

static const struct column *filtered_column(const struct chart_reader *reader,
                                            const struct query *query,
                                            const struct query_filter *filter)
{
    const struct briefing *briefing = reader->markdown->briefing;
    size_t source = briefing_source_index(briefing, query->from);
    return source < briefing->source_count
               ? table_column(reader->markdown->facts->tables[source], filter->column)
               : NULL;
}

/* A query is of a total if it asks for one of the words that its schema calls aggregates.
 */
static bool is_of_total(const struct chart_reader *reader, const struct query *query)
{
    for (size_t i = 0; i < query->filter_count; i++) {
        const struct query_filter *filter = &query->filters[i];
        const struct column *column = filtered_column(reader, query, filter);
        bool is_one = column && filter->count == 1 && !filter->is_exclusion;
        if (is_one && words_find(&column->aggregates, filter->values[0]) != UINT32_MAX) {
            return true;
        }
    }
    return false;
}

static bool is_total(const struct chart_reader *reader, const struct series *series)
{
    const struct briefing *briefing = reader->markdown->briefing;
    for (size_t i = 0; i < briefing->query_count; i++) {
        const struct query *query = &briefing->queries[i];
        if (query->total.length && str_equal(series->name, query->total)) {
            return true;
        }
        if (str_equal(series->name, query->name) && is_of_total(reader, query)) {
            return true;
        }
    }
    return false;
}

/* --- data ----------------------------------------------------------------------------- */

/* Of series in per cent, those that are no changes are levels: shares. */
static bool add_line(const struct chart_reader *reader, struct value value,
                     struct chart *chart)
{
    struct chart_line line = {.series = value.series};
    if (!directive_label(reader->input, &reader->labels, value.series->name, &line.label,
                         reader->error)) {
        return false;
    }
    chart->is_level = value.base == RATE_NONE;
    *arena_push(reader->arena, &chart->lines) = line;
    return true;
}

static bool add_group(const struct chart_reader *reader, const struct series_group *group,
                      struct chart *chart)
{
    struct ranking ranking = group_ranking(reader->arena, group, chart->issue);
    for (size_t i = 0; i < ranking.count; i++) {
        if (!add_line(reader, value_from_series(ranking.at[i]), chart)) {
            return false;
        }
    }
    directive_labels_meet(&reader->labels, group);
    return true;
}

static bool add_data(const struct chart_reader *reader, const struct node *node,
                     struct chart *chart)
{
    struct value value;
    if (!expression_node(reader->arena, node, &reader->markdown->facts->scope, &value,
                         reader->error)) {
        return false;
    }
    if (value.kind == VALUE_GROUP && chart->mark == CHART_COLUMNS) {
        node_error(node, reader->error, "columns show one series, not a group");
        return error_hint(reader->error, "{type: bar, orient: horizontal} ranks a group");
    }
    if (value.kind == VALUE_GROUP) {
        return add_group(reader, value.group, chart);
    }
    return value.kind == VALUE_SERIES
               ? add_line(reader, value, chart)
               : directive_refuse(node, &value, "a chart shows series", reader->error);
}

/* One axis has one unit. */
static bool check_units(const struct chart_reader *reader, const struct node *data,
                        struct chart *chart)
{
    for (size_t i = 0; i < chart->lines.count; i++) {
        str unit = chart->lines.at[i].series->unit;
        chart->unit = i == 0 ? unit : chart->unit;
        if (!str_equal(unit, chart->unit)) {
            return node_error(data, reader->error,
                              "figures in %.*s and in %.*s cannot share an axis",
                              STR_ARG(chart->unit), STR_ARG(unit));
        }
    }
    return true;
}

bool directive_series(const struct chart_reader *reader, const struct node *data,
                      struct chart *chart)
{
    if (!data) {
        return error_at(reader->error, ERROR_CONFIG, reader->input->place,
                        "the chart has no data");
    }
    size_t count = data->kind == NODE_LIST ? data->count : 1;
    for (size_t i = 0; i < count; i++) {
        if (!add_data(reader, data->kind == NODE_LIST ? data->at[i] : data, chart)) {
            return false;
        }
    }
    if (!chart->lines.count) {
        return node_error(data, reader->error, "there is no series to show");
    }
    if (chart->mark == CHART_COLUMNS && chart->lines.count > 1) {
        return node_error(data, reader->error, "columns show one series, not %zu",
                          chart->lines.count);
    }
    return check_units(reader, data, chart);
}

/* --- colours -------------------------------------------------------------------------- */

/* A total has the focus colour, a second one in the same chart the colour of its name. */
static void color_lines(const struct chart_reader *reader, struct chart *chart)
{
    bool has_focus = false;
    for (size_t i = 0; i < chart->lines.count; i++) {
        struct chart_line *line = &chart->lines.at[i];
        bool is_focus = chart->mark == CHART_COLUMNS || is_total(reader, line->series);
        line->entity =
            is_focus && !has_focus ? FOCUS : markdown_entity(reader->markdown, line->label);
        has_focus |= is_focus;
    }
}

static bool color_highlighted(const struct chart_reader *reader, struct chart *chart)
{
    struct highlight highlight;
    if (!directive_highlight(reader, &highlight)) {
        return false;
    }
    if (!highlight.is_set) {
        color_lines(reader, chart);
        return true;
    }
    for (size_t i = 0; i < chart->lines.count; i++) {
        struct chart_line *line = &chart->lines.at[i];
        bool is_lit = highlight_lights(&highlight, line->label, line->series->name);
        line->entity = !is_lit ? CONTEXT
                       : is_total(reader, line->series)
                           ? FOCUS
                           : markdown_entity(reader->markdown, line->label);
    }
    highlight_warn(reader, &highlight);
    return true;
}

bool directive_lines(const struct chart_reader *reader, struct chart *chart)
{
    const struct node *data = node_find(reader->map, S("data"));
    return directive_series(reader, data, chart) && color_highlighted(reader, chart);
}
