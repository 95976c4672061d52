/* SPDX-License-Identifier: MIT */
/* Months that were published together, and months that were not published. */
#include "house.h"

#include "grammar/clock.h"

#include <math.h>

static const double span_inset = 0.35; /* of a month, at both ends of a combined line */

/* Where the month that is `later` months after a place stands. */
static double x_of_month(const struct house_view *view, struct datum place, double later)
{
    const struct scale *scale = view->view->scales[CHANNEL_X];
    if (!scale_is_continuous(scale)) {
        return house_x(view, place) + later * scale->step;
    }
    struct clock clock = clock_at(datum_to_number(place));
    double month = clock_of((double)clock.year, clock.month + later, 1, 0, 0, 0, 0);
    return scale_number(scale, datum_time(month));
}

/* Months after the first one of all times. */
static double month_number(struct datum place)
{
    struct clock clock = clock_at(datum_to_number(place));
    return (double)clock.year * 12 + clock.month;
}

/* A field of that name is ours if its periods do not run into each other. */
static bool are_combined(const struct reading *reading, const struct item_group *group)
{
    if (!reading->months || !reading->place) {
        return false;
    }
    for (size_t i = 0; i < group->items.count; i++) {
        size_t row = group->items.at[i].row;
        double months = datum_to_number(reading->months[row]);
        if (reading->place[row].kind != DATUM_TIME || months > 12) {
            return false;
        }
        bool has_next = i + 1 < group->items.count && group->items.at[i + 1].is_defined;
        size_t next = has_next ? group->items.at[i + 1].row : row;
        double apart =
            reading->place[next].kind == DATUM_TIME
                ? month_number(reading->place[next]) - month_number(reading->place[row])
                : 0;
        if (apart > 0 && apart < months) {
            return false;
        }
    }
    return true;
}

static double months_of(const struct reading *reading, const struct item *item)
{
    double months = reading->months ? datum_to_number(reading->months[item->row]) : 1;
    return months >= 1 ? months : 1;
}

/* A column reaches over the slots of all its months. */
static void widen_columns(const struct house_view *view, const struct reading *reading,
                          struct item_group *group)
{
    for (size_t i = 0; i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        double months = months_of(reading, item);
        if (months > 1) {
            struct datum place = reading->place[item->row];
            double from = x_of_month(view, place, 0);
            item->x2 += x_of_month(view, place, months - 1) - from;
        }
    }
}

/* A line is not joined to what is an average: that is a dashed stroke by itself. */
static void add_strokes(struct arena *arena, const struct house_view *view,
                        const struct reading *reading, struct item_group *line,
                        struct item_groups *out)
{
    static const double dash[] = {1.5, 1.5};
    struct item_group strokes = *line;
    strokes.kind = ITEM_RULE;
    strokes.items = (struct items){0};
    for (size_t i = 0; i < line->items.count; i++) {
        struct item *item = &line->items.at[i];
        double months = months_of(reading, item);
        if (months > 1 && item->is_defined) {
            struct item *stroke = arena_push(arena, &strokes.items);
            struct datum place = reading->place[item->row];
            *stroke = *item;
            stroke->x = x_of_month(view, place, -span_inset);
            stroke->x2 = x_of_month(view, place, months - 1 + span_inset);
            stroke->y2 = stroke->y;
            stroke->paint.stroke_width = 0.9;
            stroke->paint.dash = dash;
            stroke->paint.dash_count = 2;
            item->is_defined = false;
        }
    }
    if (strokes.items.count) {
        *arena_push(arena, out) = strokes;
    }
}

void house_widen(struct house *house)
{
    for (size_t v = 0; v < house->views.count; v++) {
        const struct house_view *view = &house->views.at[v];
        struct item_groups *groups = &view->view->groups;
        struct item_groups out = {0};
        for (size_t i = 0; i < groups->count; i++) {
            struct item_group *group = &groups->at[i];
            struct reading reading = house_read(house, group);
            bool has_months =
                view->view->scales[CHANNEL_X] && are_combined(&reading, group);
            if (has_months && group->kind == ITEM_RECT && !reading.is_along_x) {
                widen_columns(view, &reading, group);
            } else if (has_months && group->kind == ITEM_LINE) {
                add_strokes(house->canvas->arena, view, &reading, group, &out);
            }
            *arena_push(house->canvas->arena, &out) = *group;
        }
        *groups = out;
    }
}

/* --- gaps ----------------------------------------------------------------------------- */

/* Does a column stand over that place, as far as it is from left to right? */
static bool is_covered(const struct house_view *view, double x)
{
    for (size_t g = 0; g < view->view->groups.count; g++) {
        const struct item_group *group = &view->view->groups.at[g];
        for (size_t i = 0; i < group->items.count; i++) {
            const struct item *item = &group->items.at[i];
            if (group->kind == ITEM_RECT && x >= item->x && x <= item->x2) {
                return true;
            }
        }
    }
    return false;
}

static bool has_columns(const struct house *house, const struct house_view *view)
{
    for (size_t g = 0; g < view->view->groups.count; g++) {
        const struct item_group *group = &view->view->groups.at[g];
        if (group->kind == ITEM_RECT && group->mark == MARK_BAR &&
            !house_read(house, group).is_along_x) {
            return true;
        }
    }
    return false;
}

/* One "n.a." for neighbouring months, where there is room for it. */
static void draw_gaps(const struct house *house, const struct house_view *view, point at)
{
    const struct canvas *canvas = house->canvas;
    const struct scale *scale = view->view->scales[CHANNEL_X];
    double zero = house_y(view, datum_number(0));
    struct text_line label =
        canvas_line_in(canvas, STYLE_EVENT, canvas_color(canvas, COLOR_TERTIARY),
                       language_phrase(canvas->chart->language, PHRASE_NOT_AVAILABLE));
    size_t run = 0;
    for (size_t i = 0; i <= scale->values.count; i++) {
        double x =
            i < scale->values.count ? house_x(view, scale->values.at[i]) : (double)NAN;
        bool is_gap = !isnan(x) && !is_covered(view, x);
        if (is_gap) {
            run++;
            continue;
        }
        double room = ((double)run + 1) * scale->step - scale->bandwidth;
        if (run && room >= label.width + 0.5) {
            double middle = house_x(view, scale->values.at[i - run]) +
                            ((double)run - 1) / 2 * scale->step;
            scene_text(canvas->scene, &label,
                       (point){at.x + middle, at.y + (isnan(zero) ? 0 : zero) - 2},
                       ALIGN_CENTER);
        }
        run = 0;
    }
}

void house_draw_gaps(const struct house *house, point at)
{
    for (size_t v = 0; v < house->views.count; v++) {
        const struct house_view *view = &house->views.at[v];
        const struct scale *scale = view->view->scales[CHANNEL_X];
        if (scale && scale->type == SCALE_BAND && has_columns(house, view)) {
            draw_gaps(house, view, (point){at.x + view->at.x, at.y + view->at.y});
        }
    }
}

bool house_gap_is_labelled(const struct canvas *canvas, size_t months)
{
    const double usual_gutter = 26;
    const double column_part = 0.72; /* of a month's width */
    struct text_line label =
        canvas_line(canvas, STYLE_EVENT,
                    language_phrase(canvas->chart->language, PHRASE_NOT_AVAILABLE));
    double step = (canvas->width - usual_gutter) / canvas->chart->window.months;
    return step * ((double)months + 1 - column_part) >= label.width + 0.5;
}
