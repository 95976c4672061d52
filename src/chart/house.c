/* SPDX-License-Identifier: MIT */
#include "house.h"

#include "mark.h"

#include "base/real.h"
#include "chart/slots.h"

#include <math.h>

static const double headroom =
    4; /* above the plot, for the labels of its highest grid line */
static const double arc_height = 160; /* of pies and donuts: Vega-Lite's radii fit in it */

/* --- the specification without what the caption says, and with room ------------------- */

static const struct node *number_node(struct arena *arena, const struct node *like,
                                      double number)
{
    struct node *node = arena_new(arena, struct node);
    *node = (struct node){.kind = NODE_SCALAR,
                          .source = like->source,
                          .offset = like->offset,
                          .text = str_print(arena, "%.2f", number)};
    return node;
}

static struct node *without_member(struct arena *arena, const struct node *map, str key)
{
    struct node *copy = arena_new(arena, struct node);
    *copy = *map;
    copy->at = NULL;
    copy->count = copy->capacity = 0;
    for (size_t i = 0; i < map->count; i++) {
        if (!str_equal(map->at[i]->key, key)) {
            *arena_push(arena, copy) = map->at[i];
        }
    }
    return copy;
}

/* A map with one member more, or another one in the place of that key. */
static const struct node *with_member(struct arena *arena, const struct node *map, str key,
                                      const struct node *value)
{
    struct node *copy = without_member(arena, map, key);
    struct node *member = arena_new(arena, struct node);
    *member = *value;
    member->key = key;
    *arena_push(arena, copy) = member;
    return copy;
}

/* The value axis stands off by the width of the labels: its grid runs on below them. */
static const struct node *with_axis_offset(struct arena *arena, const struct node *config,
                                           double offset)
{
    static const struct node empty = {.kind = NODE_MAP};
    const struct node *axis = node_find(config, S("axisYQuantitative"));
    struct node section = axis ? *axis : empty;
    section.source = config->source;
    const struct node *moved =
        with_member(arena, &section, S("offset"), number_node(arena, config, offset));
    return with_member(arena, config, S("axisYQuantitative"), moved);
}

/* Without a title and subtitle, which would say what is measured, the value axis says it.
 */
static const struct node *with_value_title(struct arena *arena, const struct node *config)
{
    const struct node *axis = node_find(config, S("axisYQuantitative"));
    return axis ? with_member(arena, config, S("axisYQuantitative"),
                              without_member(arena, axis, S("title")))
                : config;
}

static bool is_single(const struct view *view)
{
    return view->kind == VIEW_UNIT || view->kind == VIEW_LAYER;
}

/* Whether a value axis stands at the right, that can make room for labels. */
static bool has_value_axis(const struct view *view)
{
    const struct channel *y = &view->channels[CHANNEL_Y];
    bool has_axis = y->source == CHANNEL_FIELD && !y->has_no_guide;
    for (size_t i = 0; i < view->views.count; i++) {
        has_axis |= has_value_axis(view->views.at[i]);
    }
    return has_axis;
}

static bool has_arcs(const struct view *view)
{
    bool has_any = view->kind == VIEW_UNIT && view->mark == MARK_ARC;
    for (size_t i = 0; i < view->views.count; i++) {
        has_any |= has_arcs(view->views.at[i]);
    }
    return has_any;
}

static const struct specification *adapted(const struct canvas *canvas, double height,
                                           double label_column)
{
    struct arena *arena = canvas->arena;
    const struct specification *given = canvas->chart->specification;
    struct specification *own = arena_new(arena, struct specification);
    struct view *view = arena_new(arena, struct view);
    *own = *given;
    *view = *given->view;
    own->view = view;
    view->title = NULL;
    if (is_single(view)) {
        bool has_width = view->width.kind == EXTENT_POINTS;
        view->width.kind = has_width ? EXTENT_POINTS : EXTENT_CONTAINER;
        if (view->height.kind == EXTENT_UNSET && has_arcs(view)) {
            view->height = (struct extent){.kind = EXTENT_POINTS, .points = arc_height};
        } else if (height > 0 && view->height.kind == EXTENT_UNSET) {
            view->height.kind = EXTENT_CONTAINER;
        }
        struct node *fit = arena_new(arena, struct node);
        *fit = (struct node){.kind = NODE_SCALAR, .text = S("fit"), .is_quoted = true};
        own->autosize = fit;
    }
    const struct chart *chart = canvas->chart;
    bool has_words = chart->title.length || chart->subtitle.length;
    if (!has_words && !chart->lines.count && is_single(view)) {
        own->config = with_value_title(arena, own->config);
    }
    if (label_column > 0 && has_value_axis(given->view)) {
        own->config = with_axis_offset(arena, own->config, label_column);
    }
    return own;
}

/* --- making --------------------------------------------------------------------------- */

static void find_views(struct arena *arena, struct plot_view *view,
                       struct house_views *views)
{
    if (view->groups.count) {
        *arena_push(arena, views) = (struct house_view){view, {view->area.x, view->area.y}};
    }
    for (size_t i = 0; i < view->views.count; i++) {
        find_views(arena, view->views.at[i], views);
    }
}

/* `padding: {right: 60}`: room for marks and texts that reach beyond their view. */
static double padding_right(const struct specification *specification)
{
    const struct node *padding = specification->padding;
    const struct node *right =
        padding && padding->kind == NODE_MAP ? node_find(padding, S("right")) : NULL;
    double points;
    return right && right->kind == NODE_SCALAR && real_parse(right->text, &points) ? points
                                                                                   : 0;
}

static void lay_out(struct house *house, double width, double height)
{
    const struct canvas *canvas = house->canvas;
    const struct view *view = canvas->chart->specification->view;
    bool has_width = is_single(view) && view->width.kind == EXTENT_POINTS;
    double beside = has_value_axis(view) ? 0 : house->label_column;
    struct plot_options options = {
        .theme = canvas->theme,
        .width = has_width ? 0 : width - beside - house->padding,
        .height = height,
    };
    house->specification = adapted(canvas, height, house->label_column);
    house->plot = plot_make(canvas->arena, house->specification, &options, canvas->fonts,
                            canvas->error);
    double above = house->plot && height > 0 ? house->plot->height - height : 0;
    double aside =
        house->plot && options.width > 0 ? house->plot->width - options.width : 0;
    if (is_single(view) && (above > 0.5 || aside > 0.5)) {
        options.height -= fmax(0, above); /* a legend broke into rows in a narrower plot */
        options.width -= fmax(0, aside); /* an axis has other numbers in a lower one */
        house->plot = plot_make(canvas->arena, house->specification, &options,
                                canvas->fonts, canvas->error);
    }
    house->views = (struct house_views){0};
    if (house->plot) {
        find_views(canvas->arena, house->plot->view, &house->views);
    }
}

struct house house_make(const struct canvas *canvas, double width, double height)
{
    struct house house = {.canvas = canvas, .top = headroom};
    house.padding = padding_right(canvas->chart->specification);
    lay_out(&house, width, height > 0 ? height - house.top : 0);
    if (!house.plot) {
        return house;
    }
    house_make_end_labels(&house);
    if (house.label_column > 0) {
        lay_out(&house, width, height > 0 ? height - house.top : 0);
    }
    double events = house.plot ? house_events_height(&house) : 0;
    house.top += events;
    if (events > 0 && height > 0) {
        lay_out(&house, width, height - house.top);
    }
    if (house.plot) {
        house_widen(&house);
        house_light(&house);
        house_make_end_labels(&house); /* of the lines before they are divided */
        house_hatch(&house);
    }
    return house;
}

static bool has_continuous_y(const struct view *view)
{
    const struct channel *y = &view->channels[CHANNEL_Y];
    bool is_number = y->type == TYPE_QUANTITATIVE || y->type == TYPE_TEMPORAL;
    bool has_any = y->source == CHANNEL_FIELD && is_number;
    for (size_t i = 0; i < view->views.count; i++) {
        has_any |= has_continuous_y(view->views.at[i]);
    }
    return has_any;
}

/* Said by the specification alone: a layout of many rows is not made to find it out. */
bool house_is_flexible(const struct canvas *canvas)
{
    const struct view *view = canvas->chart->specification->view;
    return is_single(view) && view->height.kind == EXTENT_UNSET && has_continuous_y(view);
}

static bool has_legend(const struct view *view)
{
    static const enum channel_name names[] = {CHANNEL_COLOR, CHANNEL_FILL, CHANNEL_STROKE,
                                              CHANNEL_SHAPE, CHANNEL_SIZE, CHANNEL_OPACITY};
    bool has_any = false;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct channel *channel = &view->channels[names[i]];
        has_any |= channel->source == CHANNEL_FIELD && !channel->has_no_guide;
    }
    for (size_t i = 0; i < view->views.count; i++) {
        has_any |= has_legend(view->views.at[i]);
    }
    return has_any;
}

/* What legends and events need is known from a layout only; others go without one. */
double house_height(const struct canvas *canvas)
{
    const double foot = 19; /* labels of the axis below, and the highest grid line's */
    const struct chart *chart = canvas->chart;
    bool is_flexible = house_is_flexible(canvas);
    bool is_plain = !chart->events.count && !chart->keys.annotations.count &&
                    !has_legend(chart->specification->view);
    if (is_flexible && is_plain) {
        return mark_plot_height(chart) + headroom + foot;
    }
    struct house house = house_make(canvas, canvas->width, 0);
    if (!house.plot) {
        return 0;
    }
    if (!is_flexible) {
        return house.top + house.plot->height;
    }
    double marks = house.views.count ? house.views.at[0].view->area.height : 0;
    double around = fmax(house.plot->height - marks, foot); /* legends and axes */
    return house.top + mark_plot_height(chart) + around;
}

double house_width(const struct canvas *canvas)
{
    const struct view *view = canvas->chart->specification->view;
    if (is_single(view) && view->width.kind != EXTENT_POINTS) {
        return canvas->width;
    }
    struct house house = house_make(canvas, canvas->width, 0);
    return house.plot ? house.plot->width : canvas->width;
}

/* Of a plot of other data that is said when it is made. */
bool house_has_data(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    bool has_any = !chart->lines.count || !period_is_set(chart->window);
    for (size_t i = 0; i < chart->lines.count && !has_any; i++) {
        struct slots slots =
            slots_create(canvas->arena, chart->lines.at[i].series, chart->window);
        has_any = slots_gap(&slots, 0) < slots.count;
    }
    return has_any;
}

void house_draw(const struct canvas *canvas, rect area)
{
    bool is_flexible = house_is_flexible(canvas);
    struct house house = house_make(canvas, area.width, is_flexible ? area.height : 0);
    if (!house.plot) {
        return;
    }
    point at = {area.x, area.y + house.top};
    house_draw_below(&house, at);
    house.texts_from = canvas->scene->count;
    plot_draw(house.plot, canvas->scene, at, canvas->error);
    house_draw_frame(&house, at);
    house_draw_gaps(&house, at);
    house_draw_above(&house, at);
    house_draw_values(&house, at);
    house_draw_end_labels(&house, at);
}
