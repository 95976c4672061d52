/* SPDX-License-Identifier: MIT */
/*
 * Ranked bars. From the left: names, bars with their figures, changes with
 * an arrow, ranks. The rest and the total stand below a rule, as text: their
 * bars would dwarf those of the ranking.
 */
#include "mark.h"
#include "scale.h"

#include "chart/figure.h"
#include "expression/trace_log.h"
#include "table/status.h"

#include <math.h>

static const double head_height = 11;
static const double rule_gap = 4; /* between the ranking and what is below the rule */
static const double pitch_usual = 14;
static const double pitch_most = 18;
static const double gap = 6; /* between columns */
static const double figure_gap = 3; /* between a bar and its figure */
static const double arrow_width = 7; /* with the space after it */
static const double least_bars_width = 40; /* the ranks make way for that */

struct row {
    const struct chart_bar *bar;
    struct text_line name, figure, change, rank, rank_before;
};

struct bars {
    const struct canvas *canvas;
    struct row *rows; /* the ranking, then the rest and the total */
    size_t count, ranked;
    double name_width, figure_width, change_width, rank_width;
    double pitch;
    bool has_head;
    struct scale scale;
};

static bool is_below_rule(const struct chart_bar *bar)
{
    return bar->is_rest || bar->is_total;
}

bool bars_has_data(const struct canvas *canvas)
{
    for (size_t i = 0; i < canvas->chart->bars.count; i++) {
        if (observation_has_value(canvas->chart->bars.at[i].value)) {
            return true;
        }
    }
    return false;
}

/* --- texts ---------------------------------------------------------------------------- */

static struct figure_style find_style(const struct chart *chart)
{
    struct ratio largest = {0, 1};
    int published = -1;
    for (size_t i = 0; i < chart->bars.count; i++) {
        struct observation value = chart->bars.at[i].value;
        if (!observation_has_value(value)) {
            continue;
        }
        struct ratio magnitude = ratio_absolute(value.value);
        largest = ratio_compare(magnitude, largest) > 0 ? magnitude : largest;
        published = value.places > published ? value.places : published;
    }
    return figure_style_for(chart->language, chart->unit, largest, published);
}

static str missing_or(const struct canvas *canvas, const struct series *series,
                      struct observation observation, struct figure_style style)
{
    return observation_has_value(observation)
               ? canvas_figure(canvas, series, observation, style)
               : language_phrase(canvas->chart->language, PHRASE_NOT_AVAILABLE);
}

static color change_color(const struct canvas *canvas, struct observation change)
{
    int sign = observation_has_value(change) ? ratio_sign(change.value) : 0;
    return canvas_color(canvas, sign > 0   ? COLOR_UP_TEXT
                                : sign < 0 ? COLOR_DOWN_TEXT
                                           : COLOR_TERTIARY);
}

static struct text_line rank_line(const struct canvas *canvas, const struct row *row,
                                  size_t rank, struct period period)
{
    const struct chart *chart = canvas->chart;
    str text = str_print(canvas->arena, "%zu", rank);
    trace_log_rank(chart->log, chart->group, row->bar->series, period, text, chart->place);
    return canvas_line_in(canvas, STYLE_LABEL, canvas_color(canvas, COLOR_TERTIARY), text);
}

/* "3", an arrow, "1"; only "1" where it has not moved. */
static void set_rank(const struct canvas *canvas, struct row *row)
{
    size_t rank = row->bar->rank;
    size_t before = row->bar->rank_before;
    if (!before || is_below_rule(row->bar)) {
        return;
    }
    row->rank = rank_line(canvas, row, rank, canvas->chart->issue);
    if (before != rank) {
        row->rank_before = rank_line(canvas, row, before, canvas->chart->before);
    }
}

static bool has_change(const struct chart *chart)
{
    for (size_t i = 0; i < chart->bars.count; i++) {
        if (observation_has_value(chart->bars.at[i].change)) {
            return true;
        }
    }
    return false;
}

static void make_row(struct bars *bars, const struct chart_bar *bar,
                     struct figure_style style)
{
    const struct canvas *canvas = bars->canvas;
    struct row *row = &bars->rows[bars->count++];
    row->bar = bar;
    row->name = canvas_fit(canvas, STYLE_LABEL, bar->label, 0.45 * canvas->width);
    row->figure = canvas_line(canvas, STYLE_VALUE,
                              missing_or(canvas, bar->series, bar->value, style));
    if (bars->change_width > 0) {
        struct figure_style rate = {.language = canvas->chart->language,
                                    .places = observation_places(bar->change, S("%")),
                                    .is_rate = true,
                                    .has_plus = true,
                                    .divisor = 1};
        row->change = canvas_line_in(canvas, STYLE_LABEL, change_color(canvas, bar->change),
                                     missing_or(canvas, bar->changes, bar->change, rate));
    }
    set_rank(canvas, row);
}

static struct text_line rank_head(const struct canvas *canvas)
{
    return canvas_line(canvas, STYLE_AXIS,
                       language_phrase(canvas->chart->language, PHRASE_RANK));
}

static void measure(struct bars *bars)
{
    const double rank_arrow = 10;
    for (size_t i = 0; i < bars->count; i++) {
        const struct row *row = &bars->rows[i];
        bars->name_width = fmax(bars->name_width, row->name.width);
        bars->figure_width = fmax(bars->figure_width, row->figure.width);
        if (bars->has_head) {
            bars->change_width = fmax(bars->change_width, row->change.width + arrow_width);
        }
        bars->rank_width = fmax(bars->rank_width, row->rank.width);
        if (row->rank_before.width > 0) {
            bars->rank_width = fmax(bars->rank_width,
                                    row->rank_before.width + rank_arrow + row->rank.width);
        }
    }
    if (bars->rank_width > 0 && bars->has_head) {
        bars->rank_width = fmax(bars->rank_width, rank_head(bars->canvas).width);
    }
}

static struct bars bars_create(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct bars bars = {.canvas = canvas, .has_head = has_change(chart)};
    bars.rows = arena_array(canvas->arena, struct row, chart->bars.count);
    struct figure_style style = find_style(chart);
    if (bars.has_head) {
        struct text_line head = canvas_line(canvas, STYLE_AXIS, chart->change_head);
        bars.change_width = fmax(head.width, 1);
    }
    for (int is_below = 0; is_below < 2; is_below++) {
        for (size_t i = 0; i < chart->bars.count; i++) {
            if (is_below_rule(&chart->bars.at[i]) == (bool)is_below) {
                make_row(&bars, &chart->bars.at[i], style);
                bars.ranked += !is_below;
            }
        }
    }
    measure(&bars);
    return bars;
}

/* --- layout --------------------------------------------------------------------------- */

static double fixed_height(const struct bars *bars)
{
    return (bars->has_head ? head_height : 0) +
           (bars->ranked < bars->count ? rule_gap + 1 : 0);
}

double bars_height(const struct canvas *canvas)
{
    struct bars bars = bars_create(canvas);
    return fixed_height(&bars) + pitch_usual * (double)bars.count;
}

static void set_scale(struct bars *bars, rect area)
{
    double low = 0;
    double high = 0;
    for (size_t i = 0; i < bars->ranked; i++) {
        const struct observation *value = &bars->rows[i].bar->value;
        if (observation_has_value(*value)) {
            low = fmin(low, ratio_to_double(value->value));
            high = fmax(high, ratio_to_double(value->value));
        }
    }
    double figure = bars->figure_width + figure_gap;
    double left = area.x + bars->name_width + gap + (low < 0 ? figure : 0);
    double change = bars->change_width > 0 ? bars->change_width + gap : 0;
    double right = area.x + area.width - change - figure;
    double rank = bars->rank_width > 0 ? bars->rank_width + gap : 0;
    if (right - rank - left < least_bars_width) {
        bars->rank_width = 0;
        rank = 0;
    }
    bars->scale = (struct scale){low, high > low ? high : low + 1, left,
                                 fmax(right - rank, left + 1)};
}

/* --- drawing -------------------------------------------------------------------------- */

static void draw_bar(const struct bars *bars, const struct row *row, double middle)
{
    const struct canvas *canvas = bars->canvas;
    const struct observation *value = &row->bar->value;
    double zero = scale_at(&bars->scale, 0);
    double baseline = middle + canvas_half_cap(canvas, STYLE_VALUE);
    if (is_below_rule(row->bar) || !observation_has_value(*value)) {
        scene_text(canvas->scene, &row->figure, (point){zero, baseline}, ALIGN_LEFT);
        return;
    }
    double end = scale_at(&bars->scale, ratio_to_double(value->value));
    double thickness = fmin(8 * bars->pitch / pitch_usual, 10);
    rect bar = {fmin(zero, end), middle - thickness / 2, fabs(end - zero), thickness};
    color hue = row->bar->entity < 0 ? canvas_color(canvas, COLOR_CONTEXT)
                                     : canvas_entity(canvas, row->bar->entity);
    canvas_bar(canvas, bar, hue, status_is_uncertain(value->status));
    bool is_left = end < zero;
    scene_text(canvas->scene, &row->figure,
               (point){end + (is_left ? -figure_gap : figure_gap), baseline},
               is_left ? ALIGN_RIGHT : ALIGN_LEFT);
}

static void draw_change(const struct bars *bars, const struct row *row, double right,
                        double middle)
{
    const struct canvas *canvas = bars->canvas;
    struct observation change = row->bar->change;
    double baseline = middle + canvas_half_cap(canvas, STYLE_LABEL);
    scene_text(canvas->scene, &row->change, (point){right, baseline}, ALIGN_RIGHT);
    if (observation_has_value(change) && ratio_sign(change.value)) {
        point center = {right - bars->change_width + 2.5, middle};
        canvas_arrow(canvas, center, ratio_sign(change.value),
                     change_color(canvas, change));
    }
}

static void draw_rank(const struct bars *bars, const struct row *row, double right,
                      double middle)
{
    const struct canvas *canvas = bars->canvas;
    double baseline = middle + canvas_half_cap(canvas, STYLE_LABEL);
    scene_text(canvas->scene, &row->rank, (point){right, baseline}, ALIGN_RIGHT);
    if (row->rank_before.width <= 0) {
        return;
    }
    double tip = right - row->rank.width - 2;
    struct paint line = canvas_stroke(canvas, COLOR_TERTIARY, 0.5);
    scene_line(canvas->scene, (point){tip - 6, middle}, (point){tip, middle}, line);
    struct path head = {0};
    path_move(canvas->arena, &head, (point){tip - 2, middle - 1.5});
    path_line(canvas->arena, &head, (point){tip, middle});
    path_line(canvas->arena, &head, (point){tip - 2, middle + 1.5});
    scene_path(canvas->scene, &head, line);
    scene_text(canvas->scene, &row->rank_before, (point){tip - 8, baseline}, ALIGN_RIGHT);
}

static void draw_row(const struct bars *bars, const struct row *row, rect area,
                     double middle)
{
    const struct canvas *canvas = bars->canvas;
    double baseline = middle + canvas_half_cap(canvas, STYLE_LABEL);
    double right = area.x + area.width;
    scene_text(canvas->scene, &row->name, (point){area.x, baseline}, ALIGN_LEFT);
    draw_bar(bars, row, middle);
    if (bars->rank_width > 0) {
        draw_rank(bars, row, right, middle);
        right -= bars->rank_width + gap;
    }
    if (bars->change_width > 0) {
        draw_change(bars, row, right, middle);
    }
}

static void draw_head(const struct bars *bars, rect area)
{
    const struct canvas *canvas = bars->canvas;
    double baseline = area.y + head_height - 4;
    double right = area.x + area.width;
    if (bars->rank_width > 0) {
        struct text_line rank = rank_head(canvas);
        scene_text(canvas->scene, &rank, (point){right, baseline}, ALIGN_RIGHT);
        right -= bars->rank_width + gap;
    }
    struct text_line head = canvas_line(canvas, STYLE_AXIS, canvas->chart->change_head);
    scene_text(canvas->scene, &head, (point){right, baseline}, ALIGN_RIGHT);
}

void bars_draw(const struct canvas *canvas, rect area)
{
    struct bars bars = bars_create(canvas);
    set_scale(&bars, area);
    bars.pitch = (area.height - fixed_height(&bars)) / (double)bars.count;
    bars.pitch = fmin(fmax(bars.pitch, pitch_usual), pitch_most);
    double y = area.y;
    if (bars.has_head) {
        draw_head(&bars, area);
        y += head_height;
    }
    for (size_t i = 0; i < bars.count; i++) {
        if (i == bars.ranked) {
            y += rule_gap / 2;
            scene_line(canvas->scene, (point){area.x, y}, (point){area.x + area.width, y},
                       canvas_stroke(canvas, COLOR_BASELINE, 0.5));
            y += rule_gap / 2 + 1;
        }
        draw_row(&bars, &bars.rows[i], area, y + bars.pitch / 2);
        y += bars.pitch;
    }
}
