/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "encode.h"
#include "encode_column.h"
#include "encode_stack.h"
#include "grammar/group.h"
#include "grammar/order.h"
#include "items.h"
#include "thin.h"

/* Where the points of a unit's lines lie. */
struct path_places {
    bool has_span; /* areas: along x or y */
    bool is_horizontal;
    struct spot x, y;
    struct span span;
    struct visual size;
    double size_usual;
};

static struct path_places path_places(const struct unit_view *view)
{
    struct path_places places = {0};
    bool is_area = view->unit->view->mark == MARK_AREA;
    places.is_horizontal = view->unit->orient == ORIENT_HORIZONTAL;
    places.has_span = is_area && view->unit->orient != ORIENT_NONE;
    enum default_spot otherwise = is_area ? DEFAULT_ZERO : DEFAULT_MIDDLE;
    places.x = spot_point(view, CHANNEL_X, otherwise);
    places.y = spot_point(view, CHANNEL_Y, otherwise);
    if (places.has_span) {
        places.span = span_range(view, places.is_horizontal ? CHANNEL_X : CHANNEL_Y,
                                 DEFAULT_ZERO, DEFAULT_ZERO);
    }
    places.size = visual_of(view, CHANNEL_SIZE);
    places.size_usual = bag_number_or(&view->unit->mark, S("size"), 2);
    return places;
}

static struct path_point place_point(const struct path_places *places, size_t row,
                                     bool has_value)
{
    struct path_point at = {.row = row};
    at.x = at.x2 = spot_at(&places->x, row);
    at.y = at.y2 = spot_at(&places->y, row);
    if (places->has_span && places->is_horizontal) {
        span_at(&places->span, row, &at.x, &at.x2);
    } else if (places->has_span) {
        span_at(&places->span, row, &at.y, &at.y2);
    }
    at.is_defined = has_value && !isnan(at.x) && !isnan(at.y);
    return at;
}

bool *items_defined(const struct unit_view *view)
{
    bool *defined = arena_array(view->maker->arena, bool, view->frame->rows);
    for (size_t row = 0; row < view->frame->rows; row++) {
        defined[row] = true;
    }
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        enum channel_name name = (enum channel_name)i;
        const struct encoding *encoding = &view->unit->encodings[i];
        if (!encoding->plan || !encoding->field.length ||
            encode_invalid_mode(view->unit, name) != INVALID_BREAK) {
            continue;
        }
        const struct datum *column =
            encode_find(view->maker->arena, view->frame,
                        encoding->middle.length ? encoding->middle : encoding->field);
        for (size_t row = 0; row < view->frame->rows; row++) {
            defined[row] = defined[row] && datum_is_valid(column[row]) &&
                           isfinite(datum_to_number(column[row]));
        }
    }
    return defined;
}

/* What `order` says, of marks that are not stacked. */
static struct order_keys path_order(const struct unit_view *view)
{
    const struct model *unit = view->unit;
    return order_keys(view->maker->arena, view->frame, unit->order.at,
                      unit->stacking.is_stacked ? 0 : unit->order.count);
}

size_t *items_order(const struct unit_view *view)
{
    const struct model *unit = view->unit;
    if (!unit->order.count || unit->stacking.is_stacked) {
        return NULL;
    }
    struct arena *arena = view->maker->arena;
    size_t *rows = arena_array(arena, size_t, view->frame->rows);
    for (size_t row = 0; row < view->frame->rows; row++) {
        rows[row] = row;
    }
    struct order_keys keys = path_order(view);
    order_rows(arena, &keys, rows, view->frame->rows);
    return rows;
}

/* --- the order of points along a line ---------------------------------------------------
 */

/* order: {value: null} keeps the order of the data. */
static bool keeps_data_order(const struct model *unit)
{
    const struct channel_list *orders = &unit->view->orders;
    const struct node *own = bag_find(&unit->mark, S("order"));
    bool is_null = orders->count && orders->at[0].source == CHANNEL_VALUE &&
                   !datum_to_flag(orders->at[0].datum);
    bool is_own_null =
        own && own->kind == NODE_SCALAR &&
        (str_equal(own->text, S("null")) || str_equal(own->text, S("false")));
    return is_null || (!orders->count && is_own_null);
}

struct ranked {
    double key;
    size_t place;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    bool is_left_nan = isnan(left->key), is_right_nan = isnan(right->key);
    if (is_left_nan != is_right_nan) {
        return is_left_nan ? -1 : 1; /* as Vega's ascending order has it */
    }
    if (!is_left_nan && left->key != right->key) {
        return left->key < right->key ? -1 : 1;
    }
    return left->place < right->place ? -1 : left->place > right->place;
}

static struct path_point *sort_along(struct arena *arena, struct path_point *points,
                                     size_t count, bool is_horizontal)
{
    struct ranked *ranks = arena_array(arena, struct ranked, count);
    bool is_sorted = true;
    for (size_t i = 0; i < count; i++) {
        ranks[i] = (struct ranked){is_horizontal ? points[i].y : points[i].x, i};
        is_sorted = is_sorted && (i == 0 || compare_ranked(&ranks[i - 1], &ranks[i]) <= 0);
    }
    if (is_sorted) {
        return points;
    }
    qsort(ranks, count, sizeof *ranks, compare_ranked);
    struct path_point *sorted = arena_array(arena, struct path_point, count);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = points[ranks[i].place];
    }
    return sorted;
}

static bool is_sorted_along(const struct unit_view *view, bool is_horizontal)
{
    enum channel_name along = is_horizontal ? CHANNEL_Y : CHANNEL_X;
    bool is_ordered = view->unit->order.count && !view->unit->stacking.is_stacked;
    return !is_ordered && !keeps_data_order(view->unit) &&
           view->unit->view->channels[along].source == CHANNEL_FIELD;
}

/* Items are large, and most points of a long line cannot be told apart: those that are not
 * seen never become one. */
static void make_line(const struct unit_view *view, const struct painter *painter,
                      const struct path_places *places, const bool *defined,
                      const size_t *rows, size_t count, struct item_group *group)
{
    struct arena scratch = {0};
    struct path_point *points = arena_array(&scratch, struct path_point, count);
    for (size_t i = 0; i < count; i++) {
        points[i] = place_point(places, rows[i], defined[rows[i]]);
    }
    if (is_sorted_along(view, places->is_horizontal)) {
        points = sort_along(&scratch, points, count, places->is_horizontal);
    }
    count = group->kind == ITEM_TRAIL ? count : thin_path(points, count);
    struct item_paint paint = painter_paint(painter, rows[0]);
    group->items.at = arena_array(view->maker->arena, struct item, count);
    group->items.count = group->items.capacity = count;
    for (size_t i = 0; i < count; i++) {
        const struct path_point *at = &points[i];
        group->items.at[i] = (struct item){
            .x = at->x,
            .y = at->y,
            .x2 = at->x2,
            .y2 = at->y2,
            .size = visual_number(&places->size, at->row, places->size_usual),
            .paint = paint,
            .row = at->row,
            .is_defined = at->is_defined,
        };
    }
    arena_finish(&scratch);
}

void items_make_paths(const struct unit_view *view, const struct painter *painter,
                      struct item_groups *groups)
{
    struct arena *arena = view->maker->arena;
    enum mark_type mark = view->unit->view->mark;
    const struct bag *bag = &view->unit->mark;
    struct str_list fields = encode_path_fields(arena, view->unit);
    struct path_places places = path_places(view);
    const bool *defined = items_defined(view);
    struct groups lines = group_rows(arena, view->frame, fields.at, fields.count);
    struct order_keys keys = path_order(view);
    for (size_t line = 0; line < lines.count; line++) {
        size_t count = group_size(&lines, line);
        order_rows(arena, &keys, lines.rows + lines.starts[line], count);
        if (!count) {
            continue;
        }
        struct item_group *group = arena_push(arena, groups);
        group->kind = mark == MARK_LINE   ? ITEM_LINE
                      : mark == MARK_AREA ? ITEM_AREA
                                          : ITEM_TRAIL;
        group->interpolate = bag_text_or(bag, S("interpolate"), S("linear"));
        group->tension = bag_number_or(bag, S("tension"), (double)NAN);
        group->is_horizontal = places.is_horizontal;
        make_line(view, painter, &places, defined, lines.rows + lines.starts[line], count,
                  group);
    }
}
