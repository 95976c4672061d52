/* SPDX-License-Identifier: MIT */
/* Events, spans, references and since-lines: below and above the marks. */
#include "house.h"

#include "event.h"

#include "grammar/clock.h"
#include "series/finding.h"

#include <math.h>

/* The first view has the time axis that all share. */
static const struct house_view *first_view(const struct house *house)
{
    return house->views.count ? &house->views.at[0] : NULL;
}

/* --- events --------------------------------------------------------------------------- */

struct day_axis {
    const struct house_view *view;
    double left; /* of the view, in the scene */
};

static double x_of_date(const void *axis, struct date date)
{
    const struct day_axis *days = axis;
    double midday = clock_day(date.year, date.month - 1, date.day) + CLOCK_DAY / 2;
    return days->left + house_x(days->view, datum_time(midday));
}

static struct events events_at(const struct house *house, point at)
{
    const struct house_view *view = first_view(house);
    if (!view || !house->canvas->chart->events.count) {
        return (struct events){0};
    }
    struct day_axis axis = {view, at.x + view->at.x};
    return event_place(house->canvas, (struct event_space){x_of_date, &axis, at.x,
                                                           at.x + house->plot->width});
}

static bool has_named_span(const struct house *house)
{
    const struct annotations *annotations = &house->canvas->chart->keys.annotations;
    for (size_t i = 0; i < annotations->count; i++) {
        if (annotations->at[i].kind == ANNOTATION_SPAN && annotations->at[i].text.length) {
            return true;
        }
    }
    return false;
}

double house_events_height(const struct house *house)
{
    const double span_row = 9;
    return events_at(house, (point){0}).height + (has_named_span(house) ? span_row : 0);
}

/* The lowest edge of the marks: rules reach down through all panels. */
static double lowest(const struct house *house)
{
    double bottom = 0;
    for (size_t i = 0; i < house->views.count; i++) {
        const struct house_view *view = &house->views.at[i];
        bottom = fmax(bottom, view->at.y + view->view->area.height);
    }
    return bottom;
}

/* --- spans and references ------------------------------------------------------------- */

/* All of a unit of time: to the end of the month that is named. */
static double span_end(const struct house_view *view, struct datum end)
{
    const struct scale *scale = view->view->scales[CHANNEL_X];
    double x = house_x(view, end);
    if (scale && !scale_is_continuous(scale)) {
        return x + scale->step / 2;
    }
    if (end.kind == DATUM_TIME) {
        struct clock clock = clock_at(end.number);
        double next = clock_of((double)clock.year, clock.month + 1, 1, 0, 0, 0, 0);
        double through = clock.date == 1 ? house_x(view, datum_time(next)) : x;
        return isnan(through) ? x : through;
    }
    return x;
}

static double span_start(const struct house_view *view, struct datum start)
{
    const struct scale *scale = view->view->scales[CHANNEL_X];
    double x = house_x(view, start);
    return scale && !scale_is_continuous(scale) ? x - scale->step / 2 : x;
}

/* A band with a rule on top, its words centred above that. */
static void draw_span(const struct house *house, const struct house_view *view,
                      const struct annotation *annotation, point at)
{
    const struct canvas *canvas = house->canvas;
    double width = view->view->area.width;
    double from = span_start(view, annotation->x);
    double to = span_end(view, annotation->x2);
    if (isnan(from) && isnan(to)) {
        return;
    }
    from = at.x + fmax(0, isnan(from) ? 0 : from);
    to = at.x + fmin(width, isnan(to) ? width : to);
    struct paint band = {.has_fill = true, .fill = {0xE8, 0xEC, 0xEF}};
    scene_rect(canvas->scene, (rect){from, at.y, to - from, view->view->area.height}, band);
    scene_line(canvas->scene, (point){from, at.y}, (point){to, at.y},
               canvas_stroke(canvas, COLOR_EVENT, 1));
    struct text_line label = canvas_line(canvas, STYLE_EVENT, annotation->text);
    double half = label.width / 2;
    double middle = fmin(fmax((from + to) / 2, at.x + half), at.x + width - half);
    scene_text(canvas->scene, &label, (point){middle, at.y - 2.5}, ALIGN_CENTER);
}

/* The first place on the rule where its name touches no mark, from the left; else there. */
static double free_left(const struct house *house, const struct house_view *view, point at,
                        const struct text_line *label, double y)
{
    const double height = 7;
    const double step = 4;
    double room = view->view->area.width - label->width - 2;
    int tries = room > 0 ? (int)(room / step) : 0;
    struct occupancy taken = house_occupancy(house, view, at);
    for (int i = 0; i <= tries; i++) {
        double left = at.x + 1 + step * i;
        rect place = {left, y - 2.5 - height, label->width, height};
        if (occupancy_is_free(&taken, place)) {
            return left;
        }
    }
    return at.x + 1;
}

/* A rule across at a value, named above it. */
static void draw_reference(const struct house *house, const struct house_view *view,
                           const struct annotation *annotation, point at)
{
    const struct canvas *canvas = house->canvas;
    double y = house_y(view, annotation->y);
    if (isnan(y)) {
        return;
    }
    scene_line(canvas->scene, (point){at.x, at.y + y},
               (point){at.x + view->view->area.width, at.y + y},
               canvas_stroke(canvas, COLOR_BASELINE, 0.8));
    struct text_line label = canvas_line(canvas, STYLE_EVENT, annotation->text);
    double left = free_left(house, view, at, &label, at.y + y);
    canvas_text(canvas, &label, (point){left, at.y + y - 2.5}, ALIGN_LEFT);
}

/* --- since ---------------------------------------------------------------------------- */

struct bar {
    const struct item *item;
    struct datum place;
    double value;
};

/* Columns of a view in the order of their places. */
struct bars {
    struct bar *at;
    size_t count, capacity;
};

static struct bars bars_of(const struct house *house, const struct house_view *view)
{
    struct bars bars = {0};
    for (size_t g = 0; g < view->view->groups.count; g++) {
        const struct item_group *group = &view->view->groups.at[g];
        struct reading reading = house_read(house, group);
        bool has_columns = group->kind == ITEM_RECT && reading.value && reading.place &&
                           !reading.is_along_x;
        for (size_t i = 0; has_columns && i < group->items.count; i++) {
            const struct item *item = &group->items.at[i];
            struct bar bar = {item, reading.place[item->row],
                              datum_to_number(reading.value[item->row])};
            size_t at = bars.count;
            arena_push(house->canvas->arena, &bars);
            for (; at && datum_compare(bars.at[at - 1].place, bar.place) > 0; at--) {
                bars.at[at] = bars.at[at - 1];
            }
            bars.at[at] = bar;
        }
    }
    return bars;
}

/* The column at a place, or NULL. */
static const struct bar *bar_at(const struct bars *bars, struct datum place)
{
    for (size_t i = 0; i < bars->count; i++) {
        if (datum_equal(bars->at[i].place, place)) {
            return &bars->at[i];
        }
    }
    return NULL;
}

/* Of the month of the issue, else the last one. NULL where there is none. */
static const struct bar *latest_bar(const struct house *house, const struct bars *bars)
{
    const struct chart *chart = house->canvas->chart;
    bool are_months = bars->count && bars->at[0].place.kind == DATUM_TIME;
    if (are_months && period_is_set(chart->issue)) {
        return bar_at(bars, house_month(chart->issue));
    }
    return bars->count ? &bars->at[bars->count - 1] : NULL;
}

/*
 * The latest column before that is at least as high. A series knows more than its columns
 * do: what was not published might have been higher.
 */
static const struct bar *since_of(const struct house *house, const struct bars *bars,
                                  const struct bar *latest)
{
    const struct chart *chart = house->canvas->chart;
    if (chart->lines.count == 1 && period_is_set(chart->issue)) {
        struct period month =
            finding_high_since(chart->lines.at[0].series, chart->issue).month;
        return period_is_set(month) ? bar_at(bars, house_month(month)) : NULL;
    }
    for (const struct bar *bar = latest; bar > bars->at; bar--) {
        if (bar[-1].value >= latest->value) {
            return &bar[-1];
        }
    }
    return NULL;
}

static struct period month_of(struct datum place)
{
    struct clock clock = clock_at(place.number);
    return period_month((int)clock.year, clock.month + 1);
}

/* "highest since Jan 2024"; without the year where it is that of the latest. */
static str since_text(const struct house *house, const struct bar *since,
                      const struct bar *latest)
{
    struct arena *arena = house->canvas->arena;
    const struct language *language = house->canvas->chart->language;
    if (since->place.kind != DATUM_TIME) {
        return S("");
    }
    struct period month = month_of(since->place);
    bool is_same_year = period_year(month) == period_year(month_of(latest->place));
    str name = is_same_year ? language_month_short(arena, language, month)
                            : language_period_short(arena, language, month);
    return language_say(arena, language, PHRASE_HIGHEST_SINCE, name, S(""));
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

/* On the line, beside the rules of events and the figure at its end. */
static void label_since(const struct house *house, str text, point from, point to,
                        point corner)
{
    const double room_for_figure = 16;
    const int tries = 8;
    struct text_line label = canvas_line(house->canvas, STYLE_EVENT, text);
    struct events events = events_at(house, corner);
    double most = to.x - room_for_figure - label.width;
    for (int i = 0; i <= tries; i++) {
        double left = from.x + 2 + (most - from.x - 2) * i / tries;
        if (left > from.x && left <= most &&
            !is_crossed(&events, left, left + label.width)) {
            canvas_text(house->canvas, &label, (point){left, from.y - 3}, ALIGN_LEFT);
            return;
        }
    }
}

static void draw_since(const struct house *house, const struct house_view *view,
                       struct datum place, str text, point at)
{
    const struct canvas *canvas = house->canvas;
    struct bars bars = bars_of(house, view);
    const struct bar *latest = latest_bar(house, &bars);
    if (!latest) {
        return;
    }
    const struct bar *since =
        datum_is_valid(place) ? bar_at(&bars, place) : since_of(house, &bars, latest);
    if (!since || latest - since < 3) {
        return; /* fewer than two columns between */
    }
    point from = {at.x + since->item->x2, at.y + latest->item->y};
    point to = {at.x + latest->item->x, from.y};
    struct paint dotted = canvas_stroke(canvas, COLOR_SECONDARY, 0.5);
    dotted.dash[0] = 0.5;
    dotted.dash[1] = 1.5;
    scene_line(canvas->scene, from, to, dotted);
    str words = text.length ? text : since_text(house, since, latest);
    label_since(house, words, from, to, (point){at.x - view->at.x, at.y - view->at.y});
}

/* Rows of events stand above the names of spans. */
static double events_foot(const struct house *house, point at)
{
    return at.y - 4 - (has_named_span(house) ? 9 : 0);
}

/* --- all ------------------------------------------------------------------------------ */

void house_draw_below(const struct house *house, point at)
{
    const struct annotations *annotations = &house->canvas->chart->keys.annotations;
    for (size_t v = 0; v < house->views.count; v++) {
        const struct house_view *view = &house->views.at[v];
        point corner = {at.x + view->at.x, at.y + view->at.y};
        for (size_t i = 0; i < annotations->count; i++) {
            if (annotations->at[i].kind == ANNOTATION_SPAN) {
                draw_span(house, view, &annotations->at[i], corner);
            }
        }
    }
    struct events events = events_at(house, at);
    event_draw_rules(house->canvas, &events, events_foot(house, at), at.y + lowest(house));
}

void house_draw_above(const struct house *house, point at)
{
    const struct chart_keys *keys = &house->canvas->chart->keys;
    for (size_t v = 0; v < house->views.count; v++) {
        const struct house_view *view = &house->views.at[v];
        point corner = {at.x + view->at.x, at.y + view->at.y};
        for (size_t i = 0; i < keys->annotations.count; i++) {
            const struct annotation *annotation = &keys->annotations.at[i];
            if (annotation->kind == ANNOTATION_REFERENCE) {
                draw_reference(house, view, annotation, corner);
            } else if (annotation->kind == ANNOTATION_SINCE) {
                draw_since(house, view, annotation->x, annotation->text, corner);
            }
        }
        if (keys->has_since_line) {
            draw_since(house, view, datum_none(), S(""), corner);
        }
    }
    struct events events = events_at(house, at);
    event_draw_labels(house->canvas, &events, events_foot(house, at));
}
