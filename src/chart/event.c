/* SPDX-License-Identifier: MIT */
#include "event.h"

#include "base/buffer.h"
#include "chart/label.h"

#include <math.h>

enum { LABELS_MAX = 3, ROWS_MAX = 3 };

static const double row_height = 9;
static const double label_gap = 2.5; /* between a rule and its label */
static const double disc_radius = 4.5;
static const double disc_row_height = 13;

static bool is_in_window(const struct chart *chart, const struct chart_event *event)
{
    struct period month = period_month(event->date.year, event->date.month);
    return !period_is_set(chart->window) || period_contains(chart->window, month);
}

/* The events of the window by date; equal dates keep their order. */
static struct chart_events select_events(const struct canvas *canvas)
{
    const struct chart_events *all = &canvas->chart->events;
    struct chart_events shown = {0};
    for (size_t i = 0; i < all->count; i++) {
        if (!is_in_window(canvas->chart, &all->at[i])) {
            continue;
        }
        arena_push(canvas->arena, &shown);
        size_t at = shown.count - 1;
        for (; at && date_compare(shown.at[at - 1].date, all->at[i].date) > 0; at--) {
            shown.at[at] = shown.at[at - 1];
        }
        shown.at[at] = all->at[i];
    }
    return shown;
}

static bool need_numbers(const struct canvas *canvas, const struct chart_events *shown)
{
    for (size_t i = 0; i < shown->count; i++) {
        struct text_line label = canvas_line(canvas, STYLE_EVENT, shown->at[i].label);
        if (label.width + label_gap > canvas->width / 2) {
            return true;
        }
    }
    return shown->count > LABELS_MAX;
}

struct reach {
    double from, to;
};

static struct reach label_extent(const struct event *event)
{
    double reach = label_gap + event->label.width;
    return event->is_left ? (struct reach){event->x - reach, event->x}
                          : (struct reach){event->x, event->x + reach};
}

/* What is wrong with an arrangement, the worst first; 0 is the plainest one. */
static double arrangement_cost(const struct events *events, const struct event_space *space)
{
    double cost = 0;
    for (size_t i = 0; i < events->count; i++) {
        const struct event *event = &events->at[i];
        struct reach extent = label_extent(event);
        bool is_outside = extent.from < space->low || extent.to > space->high;
        cost += 10000 * is_outside + 4 * (double)event->row + event->is_left;
        for (size_t k = 0; k < events->count; k++) {
            const struct event *other = &events->at[k];
            struct reach taken = label_extent(other);
            bool is_crossed = other->row >= event->row && other->x > extent.from - 2 &&
                              other->x < extent.to + 2;
            bool is_met = other->row == event->row && taken.from < extent.to + 3 &&
                          extent.from < taken.to + 3;
            cost += k == i ? 0 : 100 * is_crossed + 1000 * is_met;
        }
    }
    return cost;
}

/* Reads an arrangement off a number: a side and a row for each event. */
static void arrange(struct events *events, size_t number)
{
    for (size_t i = 0; i < events->count; i++) {
        events->at[i].is_left = number % 2;
        events->at[i].row = number / 2 % ROWS_MAX;
        number /= (size_t)2 * ROWS_MAX;
    }
}

/* Three events have 216 arrangements: all are tried. */
static void place_labels(struct events *events, const struct event_space *space)
{
    size_t arrangements = 1;
    for (size_t i = 0; i < events->count; i++) {
        arrangements *= (size_t)2 * ROWS_MAX;
    }
    size_t best = 0;
    double least = INFINITY;
    for (size_t number = 0; number < arrangements; number++) {
        arrange(events, number);
        double cost = arrangement_cost(events, space);
        if (cost < least) {
            least = cost;
            best = number;
        }
    }
    arrange(events, best);
    for (size_t i = 0; i < events->count; i++) {
        events->height = fmax(events->height, row_height * (double)(events->at[i].row + 1));
    }
}

static void place_discs(struct arena *arena, struct events *events,
                        const struct event_space *space)
{
    struct label_box *boxes = arena_array(arena, struct label_box, events->count);
    for (size_t i = 0; i < events->count; i++) {
        boxes[i] = (struct label_box){.wanted = events->at[i].x, .size = 2 * disc_radius};
    }
    label_dodge(arena, boxes, events->count, space->low, space->high, 1);
    for (size_t i = 0; i < events->count; i++) {
        events->at[i].label_x = boxes[i].placed;
    }
    events->height = disc_row_height;
}

struct events event_place(const struct canvas *canvas, struct event_space space)
{
    struct chart_events shown = select_events(canvas);
    struct events events = {.is_numbered = need_numbers(canvas, &shown)};
    for (size_t i = 0; i < shown.count; i++) {
        str text =
            events.is_numbered ? str_print(canvas->arena, "%zu", i + 1) : shown.at[i].label;
        double x = space.x(space.axis, shown.at[i].date);
        if (!isnan(x)) {
            *arena_push(canvas->arena, &events) =
                (struct event){.x = x, .label = canvas_line(canvas, STYLE_EVENT, text)};
        }
    }
    if (!events.count) {
        return events;
    }
    if (events.is_numbered) {
        place_discs(canvas->arena, &events, &space);
    } else {
        place_labels(&events, &space);
    }
    return events;
}

void event_draw_rules(const struct canvas *canvas, const struct events *events,
                      double rows_foot, double foot)
{
    struct paint paint = canvas_stroke(canvas, COLOR_EVENT, 0.5);
    for (size_t i = 0; i < events->count; i++) {
        const struct event *event = &events->at[i];
        double row_top = rows_foot - row_height * (double)(event->row + 1) + 2;
        struct path path = {0};
        path_move(canvas->arena, &path, (point){event->x, foot});
        path_line(canvas->arena, &path,
                  (point){event->x, events->is_numbered ? rows_foot : row_top});
        if (events->is_numbered) {
            double disc_foot = rows_foot - disc_row_height + 2 * disc_radius + 1;
            path_line(canvas->arena, &path, (point){event->label_x, disc_foot});
        }
        scene_path(canvas->scene, &path, paint);
    }
}

static void draw_disc(const struct canvas *canvas, const struct event *event, double middle)
{
    struct paint disc = canvas_stroke(canvas, COLOR_EVENT, 0.5);
    disc.has_fill = true;
    disc.fill = canvas_color(canvas, COLOR_PAPER);
    scene_circle(canvas->scene, (point){event->label_x, middle}, disc_radius, disc);
    double baseline = middle + canvas_half_cap(canvas, STYLE_EVENT);
    scene_text(canvas->scene, &event->label, (point){event->label_x, baseline},
               ALIGN_CENTER);
}

void event_draw_labels(const struct canvas *canvas, const struct events *events,
                       double rows_foot)
{
    for (size_t i = 0; i < events->count; i++) {
        const struct event *event = &events->at[i];
        if (events->is_numbered) {
            draw_disc(canvas, event, rows_foot - disc_row_height + disc_radius + 1);
            continue;
        }
        double baseline = rows_foot - row_height * (double)event->row - 2;
        double x = event->x + (event->is_left ? -label_gap : label_gap);
        canvas_text(canvas, &event->label, (point){x, baseline},
                    event->is_left ? ALIGN_RIGHT : ALIGN_LEFT);
    }
}

str event_key(const struct canvas *canvas)
{
    const struct language *language = canvas->chart->language;
    struct chart_events shown = select_events(canvas);
    struct buffer key = {.arena = canvas->arena};
    if (!need_numbers(canvas, &shown)) {
        return S("");
    }
    for (size_t i = 0; i < shown.count; i++) {
        str date = language_date_short(canvas->arena, language, shown.at[i].date);
        buffer_add(&key, i ? language_phrase(language, PHRASE_CLAUSE) : S(""));
        buffer_print(&key, "%zu\u00A0%.*s (%.*s)", i + 1, STR_ARG(shown.at[i].label),
                     STR_ARG(date));
    }
    buffer_add(&key, language_phrase(language, PHRASE_STOP));
    return buffer_text(&key);
}
