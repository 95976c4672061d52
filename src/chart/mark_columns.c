/* SPDX-License-Identifier: MIT */
/*
 * Monthly columns. Levels stand on zero in grey, the month of the issue lit;
 * changes diverge from zero in two hues. Rates beyond a bound are cut, torn
 * open and labelled, so that one of them does not flatten the rest.
 */
#include "mark.h"
#include "panel.h"

#include "series/finding.h"
#include "table/status.h"

#include <math.h>

static const double column_part = 0.72; /* of a month's width */
static const double rate_cut_from = 150; /* per cent; cut columns end at 100 */
static const double rate_cut_at = 100;
static const double label_rise = 3; /* of a value label above its column */
static const double label_rise_most = 18; /* to clear a neighbour; then it crosses it */

struct columns {
    const struct canvas *canvas;
    struct slots slots;
    struct domain domain;
    size_t issue, year_ago; /* slots; slots.count where there is none */
};

static size_t slot_of(const struct slots *slots, struct period month)
{
    int slot = month.first - slots->window.first;
    return period_is_set(month) && slot >= 0 && (size_t)slot < slots->count ? (size_t)slot
                                                                            : slots->count;
}

static struct domain find_domain(const struct canvas *canvas, const struct slots *slots)
{
    struct ratio low = {0, 1};
    struct ratio high = {0, 1};
    bool has_any = true; /* zero belongs to it */
    slots_range(slots, &low, &high, &has_any);
    struct domain domain = {.low = ratio_to_double(low), .high = ratio_to_double(high)};
    domain.figures = figure_style_of(canvas->chart, slots, 1);
    domain.is_diverging =
        domain.low < 0 || (domain.figures.is_rate && !canvas->chart->is_level);
    domain.figures.has_plus = domain.is_diverging;
    if (domain.figures.is_rate && domain.high > rate_cut_from) {
        domain.high = rate_cut_at;
    }
    return domain;
}

static struct columns columns_create(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct columns columns = {
        .canvas = canvas,
        .slots = slots_create(canvas->arena, chart->lines.at[0].series, chart->window),
    };
    struct period issue =
        period_is_set(chart->issue) ? chart->issue : period_last_month(chart->window);
    columns.issue = slot_of(&columns.slots, issue);
    columns.year_ago = chart->has_year_ago
                           ? slot_of(&columns.slots, period_shift(issue, -12))
                           : columns.slots.count;
    columns.domain = find_domain(canvas, &columns.slots);
    return columns;
}

double columns_height(const struct canvas *canvas)
{
    return panel_height(canvas, mark_plot_height(canvas->chart));
}

/* --- columns ------------------------------------------------------------------------- */

static color level_color(const struct columns *columns, size_t slot)
{
    return canvas_color(columns->canvas, slot == columns->issue      ? COLOR_FOCUS
                                         : slot == columns->year_ago ? COLOR_COMPARE
                                                                     : COLOR_CONTEXT);
}

/* Changes keep their hue; all but the month of the issue are paler. */
static color change_color(const struct columns *columns, size_t slot, struct ratio value)
{
    color hue =
        canvas_color(columns->canvas, ratio_sign(value) < 0 ? COLOR_DOWN : COLOR_UP);
    color paper = canvas_color(columns->canvas, COLOR_PAPER);
    return slot == columns->issue ? hue : color_mix(paper, hue, 0.55);
}

static rect column_rect(const struct panel *panel, double slot, double months, double value)
{
    double zero = panel_y(panel, 0);
    double tip = panel_y(panel, fmin(value, panel->axis.scale.high));
    double side = (1 - column_part) / 2;
    return (rect){
        .x = panel_x(panel, slot + side),
        .y = fmin(zero, tip),
        .width = panel->step * (months - 2 * side),
        .height = fabs(zero - tip),
    };
}

/* Two white strokes across a column that is cut. */
static void draw_tear(const struct panel *panel, rect column)
{
    struct paint white = canvas_stroke(panel->canvas, COLOR_PAPER, 1);
    for (int i = 0; i < 2; i++) {
        double y = column.y + 5 + 2.5 * i;
        scene_line(panel->canvas->scene, (point){column.x - 1, y + 1.5},
                   (point){column.x + column.width + 1, y - 1.5}, white);
    }
}

static void draw_column(const struct columns *columns, const struct panel *panel,
                        size_t slot, size_t months, struct ratio value, bool is_uncertain)
{
    double drawn = ratio_to_double(value);
    rect column = column_rect(panel, (double)slot, (double)months, drawn);
    color fill = columns->domain.is_diverging ? change_color(columns, slot, value)
                                              : level_color(columns, slot);
    canvas_bar(columns->canvas, column, fill, is_uncertain);
    if (drawn > panel->axis.scale.high) {
        draw_tear(panel, column);
    }
}

static void draw_columns(const struct columns *columns, const struct panel *panel)
{
    const struct slots *slots = &columns->slots;
    for (size_t i = 0; i < slots->count; i++) {
        if (slots_has_value(slots, i)) {
            draw_column(columns, panel, i, 1, slots->at[i].value,
                        status_is_uncertain(slots->at[i].status));
        }
    }
    for (size_t i = 0; i < slots->spans.count; i++) {
        const struct slot_span *span = &slots->spans.at[i];
        draw_column(columns, panel, span->first, span->count, span->level,
                    status_is_uncertain(span->status));
    }
}

/* --- what is missing ------------------------------------------------------------------ */

static str not_available(const struct canvas *canvas)
{
    return language_phrase(canvas->chart->language, PHRASE_NOT_AVAILABLE);
}

bool columns_gap_is_labelled(const struct canvas *canvas, size_t months)
{
    const double usual_gutter = 26; /* notes must be known before the axis is */
    struct text_line label = canvas_line(canvas, STYLE_EVENT, not_available(canvas));
    double step = (canvas->width - usual_gutter) / canvas->chart->window.months;
    double between_columns = step * ((double)months + 1 - column_part);
    return between_columns >= label.width + 0.5;
}

static void draw_gaps(const struct columns *columns, const struct panel *panel)
{
    const struct canvas *canvas = columns->canvas;
    double zero = panel_y(panel, 0);
    struct text_line label = canvas_line_in(
        canvas, STYLE_EVENT, canvas_color(canvas, COLOR_TERTIARY), not_available(canvas));
    for (size_t i = 0; i < columns->slots.count; i++) {
        size_t months = slots_gap(&columns->slots, i);
        if (months && columns_gap_is_labelled(canvas, months)) {
            point middle = {panel_x(panel, (double)i + (double)months / 2), zero - 2};
            scene_text(canvas->scene, &label, middle, ALIGN_CENTER);
        }
        i += months;
    }
}

/* --- labels --------------------------------------------------------------------------- */

/* The highest (lowest) edge of the columns between two places, or the zero line. */
static double edge_between(const struct columns *columns, const struct panel *panel,
                           double left, double right, bool is_below)
{
    double edge = panel_y(panel, 0);
    for (size_t i = 0; i < columns->slots.count; i++) {
        const struct slot_span *span = slots_span_at(&columns->slots, i);
        if ((!span && !slots_has_value(&columns->slots, i)) ||
            panel_x(panel, (double)i + 1) <= left || panel_x(panel, (double)i) >= right) {
            continue;
        }
        struct ratio value = span ? span->level : columns->slots.at[i].value;
        rect column = column_rect(panel, (double)i, 1, ratio_to_double(value));
        edge = is_below ? fmax(edge, column.y + column.height) : fmin(edge, column.y);
    }
    return edge;
}

/* Whether a label that ends at `right` would touch those of the value axis. */
static bool meets_axis(const struct panel *panel, double right, double y)
{
    const double clearance = 10;
    double end = panel->area.x + panel->area.width;
    for (size_t i = 0; i < panel->axis.ticks.count; i++) {
        double tick = scale_at(&panel->axis.scale, ticks_at(&panel->axis.ticks, i));
        if (right > end - panel->axis.labels[i].width - 2 && fabs(tick - y) < clearance) {
            return true;
        }
    }
    return false;
}

/*
 * The middle of a label: over its column, or where a neighbour is higher, flush with the
 * side of the column that is away from it.
 */
static double label_middle(const struct columns *columns, const struct panel *panel,
                           size_t slot, double width, bool is_below)
{
    double own = panel_y_of(panel, columns->slots.at[slot].value);
    rect column = column_rect(panel, (double)slot, 1, 0);
    double middle = column.x + column.width / 2;
    double aside = fmax(0, (width - column.width) / 2);
    const double tries[] = {middle, middle + aside, middle - aside};
    double least = panel->plot.x + width / 2;
    double most = panel->plot.x + panel->plot.width - width / 2;
    for (size_t i = 0; i < COUNT_OF(tries); i++) {
        double right = tries[i] + width / 2;
        double edge = edge_between(columns, panel, right - width, right, is_below);
        if (tries[i] >= least && fabs(edge - own) < 1 && !meets_axis(panel, right, own)) {
            return tries[i];
        }
    }
    return fmin(fmax(middle, least), most);
}

/* Above its column and those beside it that it would touch; below where it is negative. */
static void label_column(const struct columns *columns, const struct panel *panel,
                         size_t slot, color ink)
{
    const struct canvas *canvas = columns->canvas;
    struct observation observation = columns->slots.at[slot];
    const struct series *series = canvas->chart->lines.at[0].series;
    str text = canvas_figure(canvas, series, observation, columns->domain.figures);
    struct text_line label = canvas_line_in(canvas, STYLE_VALUE, ink, text);
    double half = label.width / 2;
    bool is_below = ratio_sign(observation.value) < 0;
    double middle = label_middle(columns, panel, slot, label.width, is_below);
    double own = panel_y_of(panel, observation.value);
    double edge = edge_between(columns, panel, middle - half, middle + half, is_below);
    if (fabs(edge - own) > label_rise_most && own > panel->plot.y) {
        edge = own; /* farther up it would read as another value */
    }
    double cap = 2 * canvas_half_cap(canvas, STYLE_VALUE);
    double baseline = is_below ? edge + label_rise + cap : edge - label_rise;
    canvas_text(canvas, &label, (point){middle, baseline}, ALIGN_CENTER);
}

static void label_columns(const struct columns *columns, const struct panel *panel)
{
    const struct canvas *canvas = columns->canvas;
    const struct slots *slots = &columns->slots;
    if (columns->year_ago < slots->count && slots_has_value(slots, columns->year_ago)) {
        label_column(columns, panel, columns->year_ago,
                     canvas_color(canvas, COLOR_SECONDARY));
    }
    for (size_t i = 0; i < slots->count; i++) {
        bool is_cut = slots_has_value(slots, i) && i != columns->issue &&
                      ratio_to_double(slots->at[i].value) > panel->axis.scale.high;
        if (is_cut) {
            label_column(columns, panel, i, canvas_color(canvas, COLOR_SECONDARY));
        }
    }
    if (columns->issue < slots->count && slots_has_value(slots, columns->issue)) {
        enum theme_color lit = !columns->domain.is_diverging ? COLOR_FOCUS
                               : ratio_sign(slots->at[columns->issue].value) < 0
                                   ? COLOR_DOWN_TEXT
                                   : COLOR_UP_TEXT;
        label_column(columns, panel, columns->issue, canvas_color(canvas, lit));
    }
}

/* --- highest since -------------------------------------------------------------------- */

static str since_text(const struct columns *columns, struct period since)
{
    struct arena *arena = columns->canvas->arena;
    struct period issue = columns->slots.at[columns->issue].period;
    const struct language *language = columns->canvas->chart->language;
    str month = period_year(since) == period_year(issue)
                    ? language_month_short(arena, language, since)
                    : language_period_short(arena, language, since);
    return language_say(arena, language, PHRASE_HIGHEST_SINCE, month, S(""));
}

static bool is_crossed(const struct events *events, double left, double right)
{
    for (size_t i = 0; i < events->count; i++) {
        if (events->at[i].x > left - 1 && events->at[i].x < right + 1) {
            return true;
        }
    }
    return false;
}

/* "highest since Jan" on the line, beside the rules of events and the figure at its end. */
static void label_since(const struct columns *columns, const struct panel *panel,
                        struct period since, point from, point to)
{
    const double room_for_figure = 16;
    struct text_line label =
        canvas_line(columns->canvas, STYLE_EVENT, since_text(columns, since));
    double most = to.x - room_for_figure - label.width;
    const int tries = 8;
    for (int i = 0; i <= tries; i++) {
        double left = from.x + 2 + (most - from.x - 2) * i / tries;
        if (left > from.x && left <= most &&
            !is_crossed(&panel->events, left, left + label.width)) {
            canvas_text(columns->canvas, &label, (point){left, from.y - 3}, ALIGN_LEFT);
            return;
        }
    }
}

static void draw_since_line(const struct columns *columns, const struct panel *panel)
{
    const struct canvas *canvas = columns->canvas;
    const struct slots *slots = &columns->slots;
    if (!canvas->chart->has_since_line || columns->issue >= slots->count ||
        !slots_has_value(slots, columns->issue)) {
        return;
    }
    struct period issue = slots->at[columns->issue].period;
    struct period month =
        finding_high_since(canvas->chart->lines.at[0].series, issue).month;
    size_t since = slot_of(slots, month);
    if (since == slots->count || columns->issue - since < 3) {
        return; /* before the window, or fewer than two columns between */
    }
    double y = panel_y_of(panel, slots->at[columns->issue].value);
    double side = (1 - column_part) / 2;
    point from = {panel_x(panel, (double)since + 1 - side), y};
    point to = {panel_x(panel, (double)columns->issue + side), y};
    struct paint dotted = canvas_stroke(canvas, COLOR_SECONDARY, 0.5);
    dotted.dash[0] = 0.5;
    dotted.dash[1] = 1.5;
    scene_line(canvas->scene, from, to, dotted);
    label_since(columns, panel, month, from, to);
}

void columns_draw(const struct canvas *canvas, rect area)
{
    struct columns columns = columns_create(canvas);
    struct panel panel = panel_create(canvas, area, columns.domain, 0);
    panel_draw_ground(&panel);
    draw_columns(&columns, &panel);
    draw_gaps(&columns, &panel);
    panel_draw_frame(&panel, false);
    draw_since_line(&columns, &panel);
    label_columns(&columns, &panel);
}
