/* SPDX-License-Identifier: MIT */
#include "items.h"

#include <math.h>

#include "encode_column.h"

/* Everything that the items of one mark are made with. */
struct making {
    const struct unit_view *view;
    struct painter painter;
    struct spot x, y; /* points, rules, texts */
    struct span across, along; /* rects, ticks: x and y */
    struct span theta, radius; /* arcs */
    struct visual shape, angle, size;
    double size_usual, angle_usual, pad_angle;
    double corner_radius[4];
    str shape_usual;
    struct texts *texts;
    const struct datum *geometry;
};

/* --- rectangles
 * --------------------------------------------------------------------------- */

static void order(double *a, double *b)
{
    if (*a > *b) {
        double swap = *a;
        *a = *b;
        *b = swap;
    }
}

static void make_rect(const struct making *making, size_t row, struct item *item)
{
    span_at(&making->across, row, &item->x, &item->x2);
    span_at(&making->along, row, &item->y, &item->y2);
    order(&item->x, &item->x2);
    order(&item->y, &item->y2);
    for (size_t i = 0; i < 4; i++) {
        item->corner_radius[i] = making->corner_radius[i];
    }
}

/* cornerRadius, that of single corners, and of the end of a bar. */
static void read_corners(const struct unit_view *view, double radius[4])
{
    static const str keys[] = {S("cornerRadiusTopLeft"), S("cornerRadiusTopRight"),
                               S("cornerRadiusBottomRight"), S("cornerRadiusBottomLeft")};
    const struct bag *mark = &view->unit->mark;
    double all = bag_number_or(mark, S("cornerRadius"), 0);
    for (size_t i = 0; i < 4; i++) {
        radius[i] = bag_number_or(mark, keys[i], all);
    }
    double end;
    if (view->unit->view->mark != MARK_BAR || view->unit->orient == ORIENT_NONE ||
        !bag_number(mark, S("cornerRadiusEnd"), &end)) {
        return;
    }
    bool is_horizontal = view->unit->orient == ORIENT_HORIZONTAL;
    enum channel_name second = is_horizontal ? CHANNEL_X2 : CHANNEL_Y2;
    if (view->unit->view->channels[second].source != CHANNEL_ABSENT) {
        radius[0] = radius[1] = radius[2] = radius[3] = end;
    } else {
        radius[is_horizontal ? 1 : 0] = end;
        radius[is_horizontal ? 2 : 1] = end;
    }
}

/* Ticks are rectangles of a thickness about their place. */
static void prepare_tick(struct making *making)
{
    const struct unit_view *view = making->view;
    bool is_horizontal = view->unit->orient == ORIENT_HORIZONTAL;
    enum channel_name size = is_horizontal ? CHANNEL_X : CHANNEL_Y;
    enum channel_name thin = is_horizontal ? CHANNEL_Y : CHANNEL_X;
    struct span thickness = {.has_size = true, .anchor = SPAN_CENTER};
    thickness.from = spot_point(view, thin, DEFAULT_MIDDLE);
    thickness.size_fixed = bag_number_or(&view->unit->mark, S("thickness"), 1);
    struct span length = span_rect(view, size);
    making->across = is_horizontal ? length : thickness;
    making->along = is_horizontal ? thickness : length;
}

/* --- rules
 * --------------------------------------------------------------------------------- */

static void prepare_rule(struct making *making)
{
    const struct unit_view *view = making->view;
    enum orient orient = view->unit->orient;
    making->x = spot_point(view, CHANNEL_X,
                           orient == ORIENT_HORIZONTAL ? DEFAULT_FAR : DEFAULT_MIDDLE);
    making->y = spot_point(view, CHANNEL_Y,
                           orient == ORIENT_VERTICAL ? DEFAULT_FAR : DEFAULT_MIDDLE);
    if (orient != ORIENT_VERTICAL) {
        making->across = span_range(
            view, CHANNEL_X, orient == ORIENT_HORIZONTAL ? DEFAULT_FAR : DEFAULT_MIDDLE,
            DEFAULT_ZERO);
    }
    if (orient != ORIENT_HORIZONTAL) {
        making->along = span_range(view, CHANNEL_Y,
                                   orient == ORIENT_VERTICAL ? DEFAULT_FAR : DEFAULT_MIDDLE,
                                   DEFAULT_ZERO);
    }
}

static void make_rule(const struct making *making, size_t row, struct item *item)
{
    enum orient orient = making->view->unit->orient;
    item->x = item->x2 = spot_at(&making->x, row);
    item->y = item->y2 = spot_at(&making->y, row);
    if (orient != ORIENT_VERTICAL) {
        span_at(&making->across, row, &item->x, &item->x2);
    }
    if (orient != ORIENT_HORIZONTAL) {
        span_at(&making->along, row, &item->y, &item->y2);
    }
}

/* --- the other marks
 * ------------------------------------------------------------------------ */

static void make_symbol(const struct making *making, size_t row, struct item *item)
{
    item->x = spot_at(&making->x, row);
    item->y = spot_at(&making->y, row);
    item->size = visual_number(&making->size, row, making->size_usual);
    item->angle = visual_number(&making->angle, row, making->angle_usual);
    item->shape = visual_word(&making->shape, row, making->shape_usual);
}

static void make_text(const struct making *making, size_t row, struct item *item)
{
    item->x = spot_at(&making->x, row);
    item->y = spot_at(&making->y, row);
    item->text = texts_lines(making->texts, row);
    texts_style(making->texts, row, item);
}

static void make_arc(const struct making *making, size_t row, struct item *item)
{
    item->x = spot_at(&making->x, row);
    item->y = spot_at(&making->y, row);
    span_at(&making->theta, row, &item->start_angle, &item->end_angle);
    span_at(&making->radius, row, &item->outer_radius, &item->inner_radius);
    item->pad_angle = making->pad_angle;
    item->corner_radius[0] = making->corner_radius[0];
}

static const struct shape *shape_of(struct datum datum)
{
    if (datum.kind == DATUM_SHAPE) {
        return datum.shape;
    }
    struct datum geometry = datum_member(datum, S("geometry"));
    return geometry.kind == DATUM_SHAPE ? geometry.shape : NULL;
}

static void make_shape(const struct making *making, size_t row, struct item *item)
{
    item->geometry = making->geometry ? shape_of(making->geometry[row]) : NULL;
    item->is_defined = item->geometry != NULL;
}

/* The field of the shape channel, else the first column that has shapes. */
static const struct datum *find_geometry(const struct unit_view *view)
{
    const struct frame *frame = view->frame;
    const struct encoding *encoding = &view->unit->encodings[CHANNEL_SHAPE];
    if (encoding->def && encoding->def->type == TYPE_GEOJSON && encoding->field.length) {
        return encode_find(view->maker->arena, frame, encoding->field);
    }
    for (size_t i = 0; i < frame->count; i++) {
        for (size_t row = 0; row < frame->rows; row++) {
            if (shape_of(frame->at[i].at[row])) {
                return frame->at[i].at;
            }
        }
    }
    return NULL;
}

/* --- positions on a map
 * ---------------------------------------------------------------------- */

static bool is_on_map(const struct unit_view *view, bool is_second)
{
    enum channel_name longitude = is_second ? CHANNEL_LONGITUDE2 : CHANNEL_LONGITUDE;
    enum channel_name latitude = is_second ? CHANNEL_LATITUDE2 : CHANNEL_LATITUDE;
    return view->unit->projection &&
           (model_has(view->unit, longitude) || model_has(view->unit, latitude));
}

static double coordinate(const struct unit_view *view, enum channel_name name, size_t row)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    if (!encoding->def) {
        return 0;
    }
    struct datum datum =
        encoding->field.length
            ? encode_find(view->maker->arena, view->frame, encoding->field)[row]
            : encoding->def->datum;
    return datum.kind == DATUM_NONE ? (double)NAN : datum_to_number(datum);
}

static void project(const struct unit_view *view, size_t row, bool is_second, double *x,
                    double *y, bool *is_there)
{
    struct position position = {
        coordinate(view, is_second ? CHANNEL_LONGITUDE2 : CHANNEL_LONGITUDE, row),
        coordinate(view, is_second ? CHANNEL_LATITUDE2 : CHANNEL_LATITUDE, row)};
    point at = {0, 0};
    bool is_known = !isnan(position.longitude) && !isnan(position.latitude) &&
                    projection_point(view->unit->projection, position, &at);
    *x = at.x;
    *y = at.y;
    *is_there = *is_there && is_known;
}

static void place_on_map(const struct unit_view *view, size_t row, struct item *item)
{
    const struct channel *channels = view->unit->view->channels;
    if (channels[CHANNEL_X].source == CHANNEL_ABSENT &&
        channels[CHANNEL_Y].source == CHANNEL_ABSENT && is_on_map(view, false)) {
        double dx = bag_number_or(&view->unit->mark, S("xOffset"), 0);
        double dy = bag_number_or(&view->unit->mark, S("yOffset"), 0);
        project(view, row, false, &item->x, &item->y, &item->is_defined);
        item->x += dx;
        item->y += dy;
    }
    if (is_on_map(view, true)) {
        project(view, row, true, &item->x2, &item->y2, &item->is_defined);
    } else if (is_on_map(view, false) && view->unit->view->mark == MARK_RULE) {
        item->x2 = item->x;
        item->y2 = item->y;
    }
}

/* --- all together
 * ------------------------------------------------------------------------------ */

static double usual_size(const struct unit_view *view)
{
    return bag_number_or(&view->unit->mark, S("size"), 30);
}

static str usual_shape(const struct unit_view *view)
{
    switch (view->unit->view->mark) {
    case MARK_CIRCLE:
        return S("circle");
    case MARK_SQUARE:
        return S("square");
    default:
        return bag_text_or(&view->unit->mark, S("shape"), S("circle"));
    }
}

static enum item_kind prepare(struct making *making)
{
    const struct unit_view *view = making->view;
    switch (view->unit->view->mark) {
    case MARK_BAR:
    case MARK_RECT:
    case MARK_IMAGE:
        making->across = span_rect(view, CHANNEL_X);
        making->along = span_rect(view, CHANNEL_Y);
        read_corners(view, making->corner_radius);
        return ITEM_RECT;
    case MARK_TICK:
        prepare_tick(making);
        read_corners(view, making->corner_radius);
        return ITEM_RECT;
    case MARK_RULE:
        prepare_rule(making);
        return ITEM_RULE;
    case MARK_TEXT:
        making->texts = texts_make(view);
        return ITEM_TEXT;
    case MARK_ARC:
        making->theta = span_rect(view, CHANNEL_THETA);
        making->radius = span_rect(view, CHANNEL_RADIUS);
        making->pad_angle = bag_number_or(&view->unit->mark, S("padAngle"), 0);
        read_corners(view, making->corner_radius);
        return ITEM_ARC;
    case MARK_GEOSHAPE:
        making->geometry = find_geometry(view);
        return ITEM_SHAPE;
    default:
        making->size_usual = usual_size(view);
        making->shape_usual = usual_shape(view);
        return ITEM_SYMBOL;
    }
}

static struct making making_for(const struct unit_view *view)
{
    struct making making = {.view = view, .painter = painter_make(view)};
    making.x = spot_point(view, CHANNEL_X, DEFAULT_MIDDLE);
    making.y = spot_point(view, CHANNEL_Y, DEFAULT_MIDDLE);
    making.size = visual_of(view, CHANNEL_SIZE);
    making.angle = visual_of(view, CHANNEL_ANGLE);
    making.shape = visual_of(view, CHANNEL_SHAPE);
    making.angle_usual = bag_number_or(&view->unit->mark, S("angle"), 0);
    enum mark_type mark = view->unit->view->mark;
    if (mark == MARK_CIRCLE || mark == MARK_SQUARE) {
        making.shape.channel = NULL;
    }
    return making;
}

static void make_item(const struct making *making, enum item_kind kind, size_t row,
                      struct item *item)
{
    item->row = row;
    item->is_defined = true;
    item->paint = painter_paint(&making->painter, row);
    switch (kind) {
    case ITEM_RECT:
        make_rect(making, row, item);
        break;
    case ITEM_RULE:
        make_rule(making, row, item);
        break;
    case ITEM_TEXT:
        make_text(making, row, item);
        break;
    case ITEM_ARC:
        make_arc(making, row, item);
        break;
    case ITEM_SHAPE:
        make_shape(making, row, item);
        return;
    default:
        make_symbol(making, row, item);
        break;
    }
    place_on_map(making->view, row, item);
    if (isnan(item->x) || isnan(item->y) || isnan(item->x2) || isnan(item->y2)) {
        item->is_defined = false;
    }
}

static void make_marks(const struct unit_view *view, struct item_groups *groups)
{
    struct arena *arena = view->maker->arena;
    struct making making = making_for(view);
    struct item_group *group = arena_push(arena, groups);
    group->kind = prepare(&making);
    group->tension = (double)NAN;
    size_t count = view->frame->rows;
    const size_t *rows = items_order(view);
    group->items.at = arena_array(arena, struct item, count);
    group->items.count = group->items.capacity = count;
    for (size_t i = 0; i < count; i++) {
        make_item(&making, group->kind, rows ? rows[i] : i, &group->items.at[i]);
    }
    if (group->kind == ITEM_RECT && view->unit->stacking.is_stacked) {
        items_round_stacks(view, group);
    }
}

static bool is_clipped(const struct unit_view *view)
{
    return bag_flag_or(&view->unit->mark, S("clip"), false);
}

void items_make(const struct unit_view *view, struct item_groups *groups)
{
    size_t before = groups->count;
    if (model_is_path(view->unit)) {
        struct painter painter = painter_make(view);
        items_make_paths(view, &painter, groups);
    } else {
        make_marks(view, groups);
    }
    for (size_t i = before; i < groups->count; i++) {
        struct item_group *group = &groups->at[i];
        group->mark = view->unit->view->mark;
        group->unit = view->unit->view;
        group->frame = view->frame;
        for (size_t name = 0; name < CHANNEL_COUNT; name++) {
            group->columns[name] = view->unit->encodings[name].field;
        }
        group->is_horizontal |= view->unit->orient == ORIENT_HORIZONTAL;
        group->projection = view->unit->projection;
        group->is_clipped = is_clipped(view);
    }
}
