/* SPDX-License-Identifier: MIT */
/* Values at marks. */
#include "house.h"

#include <math.h>
#include <string.h>

static const double value_gap = 3; /* from a mark to its value */
static const double text_clearance = 3; /* around what axes and events say */

/* --- values --------------------------------------------------------------------------- */

/* Marks of a group in the order in which their values are wanted. */
struct wanted {
    const struct item **at; /* the last, the greatest, the least */
    size_t count, capacity;
};

static void want(struct arena *arena, struct wanted *wanted, const struct item *item)
{
    for (size_t i = 0; i < wanted->count; i++) {
        if (wanted->at[i] == item) {
            return;
        }
    }
    *arena_push(arena, wanted) = item;
}

static bool has_value(const struct reading *reading, const struct item *item)
{
    return item->is_defined && isfinite(datum_to_number(reading->value[item->row]));
}

/* The last value; of months that of the issue. NULL where that has none. */
static const struct item *latest(const struct house *house, const struct item_group *group,
                                 const struct reading *reading)
{
    const struct item *last = NULL;
    if (group->kind == ITEM_RECT && reading->place &&
        period_is_set(house->canvas->chart->issue)) {
        size_t lit = house_lit_item(house, group, reading);
        bool is_there = lit < group->items.count;
        return is_there && has_value(reading, &group->items.at[lit]) ? &group->items.at[lit]
                                                                     : NULL;
    }
    for (size_t i = 0; i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        bool is_later =
            !last || !reading->place ||
            datum_compare(reading->place[item->row], reading->place[last->row]) >= 0;
        last = is_later && has_value(reading, item) ? item : last;
    }
    return last;
}

static void want_extremes(struct arena *arena, struct wanted *wanted,
                          const struct item_group *group, const struct reading *reading)
{
    const struct item *greatest = NULL;
    const struct item *least = NULL;
    for (size_t i = 0; i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        if (!has_value(reading, item)) {
            continue;
        }
        double number = datum_to_number(reading->value[item->row]);
        bool is_greatest =
            !greatest || number > datum_to_number(reading->value[greatest->row]);
        bool is_least = !least || number < datum_to_number(reading->value[least->row]);
        greatest = is_greatest ? item : greatest;
        least = is_least ? item : least;
    }
    if (greatest) {
        want(arena, wanted, greatest);
        want(arena, wanted, least);
    }
}

static struct wanted most_wanted(const struct house *house, const struct house_view *view,
                                 const struct item_group *group,
                                 const struct reading *reading)
{
    struct arena *arena = house->canvas->arena;
    const struct chart_keys *keys = &house->canvas->chart->keys;
    struct wanted wanted = {0};
    const struct item *last = latest(house, group, reading);
    if (last) {
        want(arena, &wanted, last);
    }
    size_t year_ago = keys->has_year_ago && reading->place
                          ? house_year_ago_item(house, group, reading)
                          : group->items.count;
    if (year_ago < group->items.count && has_value(reading, &group->items.at[year_ago])) {
        want(arena, &wanted, &group->items.at[year_ago]);
    }
    for (size_t i = 0; i < group->items.count; i++) {
        if (house_is_cut(view, reading, &group->items.at[i])) {
            want(arena, &wanted, &group->items.at[i]);
        }
    }
    if (keys->labels == CHART_LABELS_EXTREMES) {
        want_extremes(arena, &wanted, group, reading);
    }
    return wanted;
}

static rect mark_area(const struct item *item, const struct item_group *group, point at)
{
    if (group->kind == ITEM_RECT) {
        return (rect){at.x + item->x, at.y + item->y, item->x2 - item->x,
                      item->y2 - item->y};
    }
    double radius = group->kind == ITEM_SYMBOL ? sqrt(item->size) / 2 : 0.5;
    return (rect){at.x + item->x - radius, at.y + item->y - radius, 2 * radius, 2 * radius};
}

/* Bars, points and lines of a view, and what it must not leave. */
struct occupancy house_occupancy(const struct house *house, const struct house_view *view,
                                 point at)
{
    enum { MARKS_MAX = 2000 };
    struct arena *arena = house->canvas->arena;
    double left = at.x - view->at.x; /* of the plot, and of the chart */
    struct occupancy taken = {.bounds = {left, at.y - house->top, house->canvas->width,
                                         view->view->area.height + house->top + 4}};
    for (size_t g = 0; g < view->view->groups.count; g++) {
        const struct item_group *group = &view->view->groups.at[g];
        for (size_t i = 0; i < group->items.count && i < MARKS_MAX; i++) {
            const struct item *item = &group->items.at[i];
            if (group->kind == ITEM_RECT || group->kind == ITEM_SYMBOL) {
                occupancy_take(arena, &taken, mark_area(item, group, at));
            } else if (group->kind == ITEM_LINE && i && item->is_defined &&
                       group->items.at[i - 1].is_defined) {
                const struct item *from = &group->items.at[i - 1];
                occupancy_take_line(arena, &taken, (point){at.x + from->x, at.y + from->y},
                                    (point){at.x + item->x, at.y + item->y});
            }
        }
    }
    const struct scene *scene = house->canvas->scene;
    for (size_t i = house->texts_from; i < scene->count; i++) {
        if (scene->at[i].kind == SCENE_TEXT) {
            rect text = scene_item_bounds(&scene->at[i]);
            occupancy_take(arena, &taken, rect_inset(text, -text_clearance));
        }
    }
    return taken;
}

static color value_ink(const struct house *house, const struct item *item)
{
    color hue = item->paint.has_fill ? item->paint.fill : item->paint.stroke;
    color context = canvas_color(house->canvas, COLOR_CONTEXT);
    color compare = canvas_color(house->canvas, COLOR_COMPARE);
    bool is_context =
        !memcmp(&hue, &context, sizeof hue) || !memcmp(&hue, &compare, sizeof hue);
    return is_context ? canvas_color(house->canvas, COLOR_SECONDARY)
                      : house_legible(house->canvas, hue);
}

/* A free place beyond `edge`: over the column, aside where neighbours are longer, then
 * farther out. */
static bool find_place(const struct occupancy *taken, const struct item *item, double edge,
                       bool is_below, rect *place)
{
    enum { RISES = 6 }; /* up to 18 points */
    double aside = fmax(0, (place->width - (item->x2 - item->x)) / 2);
    const double shifts[] = {0, aside, -aside};
    double x = place->x;
    for (int step = 1; step <= RISES; step++) {
        double rise = value_gap * step;
        place->y = is_below ? edge + rise : edge - rise - place->height;
        for (size_t i = 0; i < COUNT_OF(shifts); i++) {
            place->x = x + shifts[i];
            if (occupancy_is_free(taken, *place)) {
                return true;
            }
        }
    }
    return false;
}

/* Beyond the end of a column; of a negative one above zero where there is no room below. */
static rect column_label(const struct occupancy *taken, const struct item *item,
                         bool is_negative, point tip, double width, double height)
{
    rect start = {tip.x - width / 2, 0, width, height};
    rect place = start;
    if (find_place(taken, item, tip.y, is_negative, &place)) {
        return place;
    }
    place = start;
    double zero = tip.y - (item->y2 - item->y);
    if (is_negative && find_place(taken, item, zero, false, &place)) {
        return place;
    }
    double least = taken->bounds.x;
    double most = least + taken->bounds.width - width;
    start.x = fmin(fmax(start.x, least), most);
    start.y = is_negative ? tip.y + value_gap : tip.y - value_gap - height;
    return start; /* over its neighbours, with a halo */
}

static rect bar_label(const struct occupancy *taken, const struct reading *reading,
                      const struct item *item, point tip, double width, double height)
{
    bool is_negative = datum_to_number(reading->value[item->row]) < 0;
    if (reading->is_along_x) {
        double x = is_negative ? tip.x - value_gap - width : tip.x + value_gap;
        return (rect){x, tip.y - height / 2, width, height};
    }
    return column_label(taken, item, is_negative, tip, width, height);
}

static void draw_value(const struct house *house, const struct item_group *group,
                       const struct reading *reading, const struct item *item,
                       struct occupancy *taken, point at)
{
    const struct canvas *canvas = house->canvas;
    str text = house_figure(house, group, reading, reading->value[item->row]);
    struct text_line line =
        canvas_line_in(canvas, STYLE_VALUE, value_ink(house, item), text);
    double height = 2 * canvas_half_cap(canvas, STYLE_VALUE);
    point tip = house_tip(group, reading, item);
    tip = (point){at.x + tip.x, at.y + tip.y};
    rect place;
    if (group->kind == ITEM_RECT) {
        place = bar_label(taken, reading, item, tip, line.width, height);
        rect near = {place.x, place.y + 0.5, place.width, place.height - 1};
        if (!occupancy_is_free(taken, near) &&
            house->canvas->chart->keys.labels == CHART_LABELS_ALL) {
            return;
        }
    } else if (!occupancy_place(taken, tip, line.width, height, value_gap, &place)) {
        return;
    }
    occupancy_take(canvas->arena, taken, place);
    canvas_text(canvas, &line, (point){place.x, place.y + height}, ALIGN_LEFT);
}

static void draw_group_values(const struct house *house, const struct house_view *view,
                              const struct item_group *group, struct occupancy *taken,
                              point at)
{
    struct reading reading = house_read(house, group);
    bool is_marked =
        group->kind == ITEM_RECT || group->kind == ITEM_SYMBOL || group->kind == ITEM_LINE;
    if (!is_marked || !reading.value || !group->items.count) {
        return;
    }
    struct wanted wanted = most_wanted(house, view, group, &reading);
    for (size_t i = 0; i < wanted.count; i++) {
        draw_value(house, group, &reading, wanted.at[i], taken, at);
    }
    bool has_all = house->canvas->chart->keys.labels == CHART_LABELS_ALL;
    for (size_t i = 0; has_all && i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        bool is_first = wanted.count && item == wanted.at[0];
        if (!is_first && has_value(&reading, item)) {
            draw_value(house, group, &reading, item, taken, at);
        }
    }
}

void house_draw_values(const struct house *house, point at)
{
    enum chart_labels labels = house->canvas->chart->keys.labels;
    if (labels == CHART_LABELS_NONE || house_has_end_labels(house)) {
        return;
    }
    for (size_t v = 0; v < house->views.count; v++) {
        const struct house_view *view = &house->views.at[v];
        point corner = {at.x + view->at.x, at.y + view->at.y};
        struct occupancy taken = house_occupancy(house, view, corner);
        for (size_t i = 0; i < view->view->groups.count; i++) {
            draw_group_values(house, view, &view->view->groups.at[i], &taken, corner);
        }
    }
}
