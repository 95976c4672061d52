/* SPDX-License-Identifier: MIT */
#include "chart/short_form.h"

#include "base/buffer.h"
#include "chart/series_frame.h"
#include "chart/slots.h"
#include "unit_word.h"

static const double rate_cut_from = 150; /* per cent; cut columns end at 100 */
static const char rate_cut_at[] = "100";
static const char scale_of_nothing[] = "domain: [0, 1]"; /* all values are zero */

/* What all lines of a chart reach from and to. */
struct reach {
    double low, high;
};

static struct reach extent_of(struct arena *arena, const struct chart *chart)
{
    struct ratio low = {0, 1};
    struct ratio high = {0, 1};
    bool has_any = false;
    for (size_t i = 0; i < chart->lines.count; i++) {
        struct slots slots = slots_create(arena, chart->lines.at[i].series, chart->window);
        slots_range(&slots, &low, &high, &has_any);
    }
    return (struct reach){ratio_to_double(low), ratio_to_double(high)};
}

static bool is_all_zero(struct reach reach)
{
    return reach.low >= 0 && reach.high <= 0;
}

static bool is_rate(const struct chart *chart)
{
    return str_equal(chart->unit, S("%"));
}

/* 'it''s': a text as YAML has it between single quotes. */
static str quoted(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, S("'"));
    for (size_t i = 0; i < text.length; i++) {
        buffer_add(&out, text.at[i] == '\'' ? S("''") : str_slice(text, i, i + 1));
    }
    buffer_add(&out, S("'"));
    return buffer_text(&out);
}

/* The axis of values: its figures, with their unit where the subtitle does not have it. */
static str value_axis(struct arena *arena, const struct chart *chart, bool has_plus)
{
    bool is_told =
        !is_rate(chart) && unit_word_is_in(chart->subtitle, chart->language, chart->unit);
    str unit = is_told ? S("") : chart->unit;
    str format = str_print(arena, "%s%.*s", has_plus ? "+" : "", STR_ARG(unit));
    return str_print(arena, "axis: {formatType: figures, format: %.*s}",
                     STR_ARG(quoted(arena, format)));
}

/* Every month of the window has its slot, also one that is told together with others. */
static str months_of(struct arena *arena, struct period window)
{
    struct buffer out = {.arena = arena};
    for (int i = 0; i < window.months; i++) {
        struct period month = {window.first + i, 1};
        buffer_print(&out, "%s'%04d-%02d-01'", i ? ", " : "", period_year(month),
                     period_month_of_year(month));
    }
    return buffer_text(&out);
}

/* A slot for each month. */
static str month_axis(struct arena *arena, const struct chart *chart, const char *more)
{
    return str_print(arena,
                     "  x: {field: month, type: ordinal, timeUnit: yearmonth, %s"
                     "scale: {domain: [%.*s]}}\n",
                     more, STR_ARG(months_of(arena, chart->window)));
}

/* --- columns -------------------------------------------------------------------------- */

static str columns_text(struct arena *arena, const struct chart *chart)
{
    struct reach extent = extent_of(arena, chart);
    bool is_diverging = extent.low < 0 || (is_rate(chart) && !chart->is_level);
    bool is_cut = is_rate(chart) && extent.high > rate_cut_from;
    struct buffer out = {.arena = arena};
    buffer_print(&out,
                 "mark: bar\n"
                 "data: {name: data}\n"
                 "encoding:\n%.*s",
                 STR_ARG(month_axis(arena, chart, "")));
    buffer_print(&out, "  y: {field: value, type: quantitative, ");
    if (is_cut) {
        buffer_print(&out, "scale: {domainMax: %s, nice: true, clamp: true}, ",
                     rate_cut_at);
    }
    if (is_all_zero(extent)) {
        buffer_print(&out, "scale: {%s}, ", scale_of_nothing);
    }
    buffer_print(&out, "%.*s}\n", STR_ARG(value_axis(arena, chart, is_diverging)));
    if (is_diverging) {
        buffer_print(&out, "  color: {condition: {test: 'datum.value < 0', "
                           "value: 'house:down'}, value: 'house:up'}\n");
    }
    buffer_print(&out, "highlight: true\nstatus: true\nlabels: last\n%s%s",
                 chart->has_year_ago ? "compare: year-ago\n" : "",
                 chart->has_since_line ? "since: true\n" : "");
    return buffer_text(&out);
}

/* --- lines ---------------------------------------------------------------------------- */

/* Whether the values are so far from zero that the axis is broken. */
static bool is_far_from_zero(struct reach extent)
{
    return extent.low >= 0.4 * extent.high && extent.low < extent.high;
}

static str lines_text(struct arena *arena, const struct chart *chart)
{
    struct reach extent = extent_of(arena, chart);
    struct buffer out = {.arena = arena};
    buffer_print(&out,
                 "mark: line\n"
                 "data: {name: data}\n"
                 "encoding:\n%.*s"
                 "  y: {field: value, type: quantitative, scale: {%s}, %.*s}\n"
                 "  color: {field: name, type: nominal, sort: null, legend: null}\n"
                 "  detail: {field: line}\n"
                 "status: true\nlabels: end\n",
                 STR_ARG(month_axis(arena, chart, "axis: {ticks: true}, ")),
                 is_far_from_zero(extent) ? "zero: false"
                 : is_all_zero(extent)    ? scale_of_nothing
                                          : "zero: true",
                 STR_ARG(value_axis(arena, chart, extent.low < 0)));
    return buffer_text(&out);
}

/* --- both ----------------------------------------------------------------------------- */

/* The text as a file of its own: errors in it are this module's. */
static const struct node *load(struct arena *arena, str text, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("short form"), text};
    return node_load(arena, source, 0, text.length, error);
}

bool short_form_specify(struct arena *arena, struct chart *chart, const struct node *look,
                        struct warnings *warnings, struct error *error)
{
    struct environment environment = {.language = chart->language, .warnings = warnings};
    *arena_push(arena, &environment.datasets) = (struct dataset){
        .name = S("data"),
        .frame = frame_from_lines(arena, &chart->lines, chart->window),
    };
    str text = chart->mark == CHART_COLUMNS ? columns_text(arena, chart)
                                            : lines_text(arena, chart);
    const struct node *node = load(arena, text, error);
    chart->specification = node ? view_read(arena, node, &environment, look, error) : NULL;
    chart->has_entities = chart->mark == CHART_LINES;
    chart->mark = CHART_PLOT;
    return chart->specification &&
           chart_keys_read(arena, chart->specification, &chart->keys, error);
}
