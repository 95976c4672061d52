/* SPDX-License-Identifier: MIT */
#include "panel.h"

#include <math.h>

static const double headroom = 10; /* a value label above the highest mark */
static const double foot_height = 13; /* ticks and labels of months */

/* The rows that events need hardly depend on the gutter: a usual one is assumed. */
static double events_height(const struct canvas *canvas)
{
    const double usual_gutter = 26;
    double width = canvas->width - usual_gutter;
    return event_place(canvas,
                       (struct event_space){
                           .step = width / canvas->chart->window.months,
                           .high = canvas->width,
                       })
        .height;
}

double panel_height(const struct canvas *canvas, double plot_height)
{
    return events_height(canvas) + headroom + plot_height + foot_height;
}

struct panel panel_create(const struct canvas *canvas, rect area, struct domain domain,
                          double label_column)
{
    struct panel panel = {.canvas = canvas, .area = area};
    double height = area.height - events_height(canvas) - headroom - foot_height;
    panel.axis = axis_create(canvas, domain, height);
    panel.plot.x = area.x;
    panel.plot.width = area.width - label_column - panel.axis.gutter;
    panel.step = panel.plot.width / canvas->chart->window.months;
    panel.events = event_place(canvas, (struct event_space){
                                           .left = panel.plot.x,
                                           .step = panel.step,
                                           .low = area.x,
                                           .high = area.x + area.width,
                                       });
    panel.plot.y = area.y + panel.events.height + headroom;
    panel.plot.height = area.y + area.height - foot_height - panel.plot.y;
    panel.axis.scale.start = panel.plot.y + panel.plot.height;
    panel.axis.scale.end = panel.plot.y;
    return panel;
}

double panel_x(const struct panel *panel, double slot)
{
    return panel->plot.x + slot * panel->step;
}

double panel_y(const struct panel *panel, double value)
{
    return scale_at(&panel->axis.scale, value);
}

double panel_y_of(const struct panel *panel, struct ratio value)
{
    return panel_y(panel, ratio_to_double(value));
}

static double foot_of(const struct panel *panel)
{
    return panel->plot.y + panel->plot.height;
}

void panel_draw_ground(const struct panel *panel)
{
    axis_draw_grid(panel->canvas, &panel->axis, panel->area.x,
                   panel->area.x + panel->area.width);
    event_draw_rules(panel->canvas, &panel->events, panel->area.y + panel->events.height,
                     foot_of(panel));
}

static void draw_month_labels(const struct panel *panel, const struct month_ticks *months)
{
    const struct canvas *canvas = panel->canvas;
    double baseline = foot_of(panel) + foot_height - 3;
    for (size_t i = 0; i < months->count; i++) {
        int slot = months->at[i].month.first - canvas->chart->window.first;
        struct text_line label = canvas_line(canvas, STYLE_AXIS, months->at[i].text);
        double least = panel->area.x + label.width / 2; /* not beyond the chart's edge */
        double most = panel->area.x + panel->area.width - label.width / 2;
        double middle = fmin(fmax(panel_x(panel, slot + 0.5), least), most);
        scene_text(canvas->scene, &label, (point){middle, baseline}, ALIGN_CENTER);
    }
}

/* For points: one below each month, a longer one where it is labelled. */
static void draw_month_ticks(const struct panel *panel, const struct month_ticks *months)
{
    const struct canvas *canvas = panel->canvas;
    size_t next = 0;
    for (int slot = 0; slot < canvas->chart->window.months; slot++) {
        bool is_labelled = next < months->count && months->at[next].month.first ==
                                                       canvas->chart->window.first + slot;
        next += is_labelled;
        double x = panel_x(panel, slot + 0.5);
        scene_line(canvas->scene, (point){x, foot_of(panel)},
                   (point){x, foot_of(panel) + (is_labelled ? 3.5 : 2)},
                   canvas_stroke(canvas, COLOR_BASELINE, 0.4));
    }
}

/* For columns: one between two years. */
static void draw_year_ticks(const struct panel *panel)
{
    const struct canvas *canvas = panel->canvas;
    for (int slot = 1; slot < canvas->chart->window.months; slot++) {
        if ((canvas->chart->window.first + slot) % 12 == 0) {
            double x = panel_x(panel, slot);
            scene_line(canvas->scene, (point){x, foot_of(panel)},
                       (point){x, foot_of(panel) + 3.5},
                       canvas_stroke(canvas, COLOR_BASELINE, 0.4));
        }
    }
}

void panel_draw_frame(const struct panel *panel, bool has_ticks)
{
    const struct canvas *canvas = panel->canvas;
    struct month_ticks months = ticks_for_months(canvas->arena, canvas->chart->language,
                                                 canvas->chart->window, panel->step);
    axis_draw_baseline(canvas, &panel->axis, panel->area.x,
                       panel->area.x + panel->area.width);
    bool has_foot_line = panel->axis.domain.low >= 0; /* else zero lies further up */
    if (has_ticks) {
        draw_month_ticks(panel, &months);
    } else if (has_foot_line) {
        draw_year_ticks(panel);
    }
    draw_month_labels(panel, &months);
    event_draw_labels(canvas, &panel->events, panel->area.y + panel->events.height);
}
