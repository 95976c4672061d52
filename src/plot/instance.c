/* SPDX-License-Identifier: MIT */
#include "instance.h"

#include <math.h>

#include "datum_index.h"
#include "encode_column.h"
#include "guides.h"
#include "items.h"
#include "sort_rule.h"
#include "view_size.h"

/* --- scales
 * -------------------------------------------------------------------------------- */

static bool is_below(const struct model *model, const struct model *root)
{
    for (const struct model *at = model; at; at = at->parent) {
        if (at == root) {
            return true;
        }
    }
    return false;
}

static bool has_own_area(const struct model *model)
{
    return model->view->kind == VIEW_UNIT || model->view->kind == VIEW_LAYER;
}

/* Domains of the scales that this model, or a part of its layer, owns. */
static bool make_domains(struct maker *maker, const struct model *model,
                         const struct scale_plans *plans, const struct cell *cell,
                         struct error *error)
{
    for (size_t i = 0; i < plans->count; i++) {
        struct scale_plan *plan = plans->at[i];
        bool is_own =
            plan->owner == model || (has_own_area(model) && is_below(plan->owner, model));
        if (is_own && plan->units.count) {
            plan->domain = arena_new(maker->arena, struct domain);
            if (!domain_make(maker, plan, cell, plan->domain, error)) {
                return false;
            }
        }
    }
    return true;
}

/* x and y before xOffset and yOffset, whose range is their bands. */
static bool make_scales(struct maker *maker, const struct models *units, double width,
                        double height, struct error *error)
{
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        for (size_t j = 0; j < units->count; j++) {
            struct model *unit = units->at[j];
            struct scale_plan *plan = unit->encodings[i].plan;
            if (!plan) {
                continue;
            }
            struct scale_room room = {.width = width, .height = height};
            const struct scale_plan *base = NULL;
            if (i == CHANNEL_X_OFFSET || i == CHANNEL_Y_OFFSET) {
                base = unit->encodings[i == CHANNEL_X_OFFSET ? CHANNEL_X : CHANNEL_Y].plan;
            }
            room.base = base ? base->scale : NULL;
            plan->scale = scale_make(maker, plan, plan->domain, &room, error);
            if (!plan->scale) {
                return false;
            }
        }
    }
    return true;
}

/* --- maps
 * ------------------------------------------------------------------------------------ */

struct shapes {
    const struct shape **at;
    size_t count, capacity;
};

static void gather_columns(struct arena *arena, const struct frame *frame,
                           struct shapes *shapes)
{
    for (size_t i = 0; i < frame->count; i++) {
        for (size_t row = 0; row < frame->rows; row++) {
            struct datum datum = frame->at[i].at[row];
            struct datum inner = datum_member(datum, S("geometry"));
            datum = inner.kind == DATUM_SHAPE ? inner : datum;
            if (datum.kind == DATUM_SHAPE) {
                *arena_push(arena, shapes) = datum.shape;
            }
        }
    }
}

static struct position position_of(struct arena *arena, const struct model *unit,
                                   const struct frame *frame, enum channel_name longitude,
                                   enum channel_name latitude, size_t row)
{
    const struct encoding *x = &unit->encodings[longitude], *y = &unit->encodings[latitude];
    struct datum east = x->field.length ? encode_find(arena, frame, x->field)[row]
                        : x->def        ? x->def->datum
                                        : datum_none();
    struct datum north = y->field.length ? encode_find(arena, frame, y->field)[row]
                         : y->def        ? y->def->datum
                                         : datum_none();
    return (struct position){datum_to_number(east), datum_to_number(north)};
}

/* Points of marks count for the fit of the map too. */
static void gather_positions(struct arena *arena, const struct model *unit,
                             const struct frame *frame, struct shapes *shapes)
{
    static const enum channel_name pairs[][2] = {{CHANNEL_LONGITUDE, CHANNEL_LATITUDE},
                                                 {CHANNEL_LONGITUDE2, CHANNEL_LATITUDE2}};
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (!model_has(unit, pairs[i][0]) && !model_has(unit, pairs[i][1])) {
            continue;
        }
        struct position *positions = arena_array(arena, struct position, frame->rows);
        size_t count = 0;
        for (size_t row = 0; row < frame->rows; row++) {
            struct position at =
                position_of(arena, unit, frame, pairs[i][0], pairs[i][1], row);
            if (isfinite(at.longitude) && isfinite(at.latitude)) {
                positions[count++] = at;
            }
        }
        struct ring *ring = arena_new(arena, struct ring);
        *ring = (struct ring){positions, count};
        struct shape *shape = arena_new(arena, struct shape);
        *shape = (struct shape){.kind = SHAPE_POINTS, .rings = ring, .ring_count = 1};
        *arena_push(arena, shapes) = shape;
    }
}

static bool needs_projection(const struct model *unit)
{
    return unit->view->mark == MARK_GEOSHAPE || model_has(unit, CHANNEL_LONGITUDE) ||
           model_has(unit, CHANNEL_LATITUDE);
}

/* The nearest `projection` above a unit. */
static const struct node *projection_given(const struct model *unit)
{
    for (const struct view *view = unit->view; view; view = view->parent) {
        if (view->projection) {
            return view->projection;
        }
    }
    return NULL;
}

static const struct node *mercator(struct arena *arena)
{
    static const struct source nowhere = {0};
    struct node *map = arena_new(arena, struct node);
    struct node *type = arena_new(arena, struct node);
    *type = (struct node){
        .kind = NODE_SCALAR, .source = &nowhere, .key = S("type"), .text = S("mercator")};
    *map = (struct node){.kind = NODE_MAP, .source = &nowhere};
    *arena_push(arena, map) = type;
    return map;
}

static bool make_projection(struct maker *maker, const struct models *units, double width,
                            double height, const struct cell *cell, struct error *error)
{
    struct shapes shapes = {0};
    struct bag bag = {0};
    bool is_needed = false;
    for (size_t i = 0; i < units->count; i++) {
        const struct model *unit = units->at[i];
        if (!needs_projection(unit)) {
            continue;
        }
        const struct frame *frame = cell_select(maker->arena, unit->frame, cell);
        is_needed = true;
        bag_add(&bag, projection_given(unit));
        if (unit->view->mark == MARK_GEOSHAPE) {
            gather_columns(maker->arena, frame, &shapes);
        }
        gather_positions(maker->arena, unit, frame, &shapes);
    }
    if (!is_needed) {
        return true;
    }
    struct bag config = view_config_bag(maker->specification, S("projection"));
    for (size_t i = 0; i < config.count; i++) {
        bag_add(&bag, config.at[i]);
    }
    if (units->count > 1) { /* Vega-Lite's own default is of single views only */
        bag_add(&bag, mercator(maker->arena));
    }
    const struct projection *projection =
        projection_make(maker->arena, &bag, shapes.at, shapes.count, width, height, error);
    for (size_t i = 0; projection && i < units->count; i++) {
        units->at[i]->projection = needs_projection(units->at[i]) ? projection : NULL;
    }
    return projection != NULL;
}

/* --- views with marks
 * -------------------------------------------------------------------------- */

static struct unit_view unit_view_of(struct maker *maker, const struct model *unit,
                                     const struct frame *frame,
                                     const struct plot_view *view)
{
    struct unit_view own = {.maker = maker,
                            .unit = unit,
                            .frame = frame,
                            .width = view->area.width,
                            .height = view->area.height};
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        own.scales[i] = unit->encodings[i].plan ? unit->encodings[i].plan->scale : NULL;
    }
    return own;
}

static bool fill_area(struct maker *maker, struct model *model, struct plot_view *view,
                      const struct cell *cell, struct error *error)
{
    struct models units = {0};
    model_units(maker->arena, model, &units);
    double width = view_width(maker, model), height = view_height(maker, model);
    view->area = (rect){0, 0, width, height};
    view->is_layered = model->view->kind == VIEW_LAYER;
    if (!make_scales(maker, &units, width, height, error) ||
        !make_projection(maker, &units, width, height, cell, error)) {
        return false;
    }
    for (size_t i = 0; i < units.count; i++) {
        const struct model *unit = units.at[i];
        struct unit_view own =
            unit_view_of(maker, unit, cell_select(maker->arena, unit->frame, cell), view);
        for (size_t j = 0; j < CHANNEL_COUNT; j++) {
            if (unit->encodings[j].plan && !view->scales[j]) {
                view->scales[j] = unit->encodings[j].plan->scale;
            }
        }
        if (!maker->is_trial) {
            items_make(&own, &view->groups);
        }
    }
    return guides_make_axes(maker, model, &units, view, error);
}

/* --- facets
 * ------------------------------------------------------------------------------------- */

static struct datum_list distinct(struct maker *maker, const struct encoding *encoding,
                                  const struct frame *frame)
{
    struct datum_index index = {0};
    const struct datum *column = encode_find(maker->arena, frame, encoding->field);
    for (size_t row = 0; row < frame->rows; row++) {
        datum_index_add(maker->arena, &index, column[row]);
    }
    struct sort_rule rule = sort_rule_for(NULL, encoding->def);
    if (rule.kind == RULE_NONE) { /* cells have an order also where the data have none */
        rule.kind = RULE_VALUE;
    }
    sort_rule_apply(maker->arena, &rule, encoding->def, &index.values, frame,
                    encoding->field);
    return index.values;
}

static bool add_cell(struct maker *maker, struct model *facet,
                     const struct scale_plans *plans, struct plot_view *view,
                     const struct cell *cell, struct datum row, struct datum column,
                     struct error *error)
{
    struct plot_view *child =
        instance_make(maker, facet->children.at[0], plans, view, cell, error);
    if (!child) {
        return false;
    }
    child->row = row;
    child->column = column;
    *arena_push(maker->arena, &view->views) = child;
    return true;
}

static struct cell *narrower(struct arena *arena, const struct cell *outer,
                             const struct encoding *encoding, struct datum value)
{
    struct cell *cell = arena_new(arena, struct cell);
    *cell = (struct cell){outer, encoding->field, value};
    return cell;
}

static bool make_wrapped(struct maker *maker, struct model *facet,
                         const struct scale_plans *plans, struct plot_view *view,
                         const struct cell *cell, struct error *error)
{
    const struct frame *frame = cell_select(maker->arena, facet->frame, cell);
    struct datum_list values = distinct(maker, &facet->facet, frame);
    for (size_t i = 0; i < values.count; i++) {
        const struct cell *own = narrower(maker->arena, cell, &facet->facet, values.at[i]);
        if (!add_cell(maker, facet, plans, view, own, datum_none(), datum_none(), error)) {
            return false;
        }
        view->views.at[i]->facet = values.at[i];
    }
    return true;
}

/* One that is not there is one row, or one column, of everything. */
static struct datum_list distinct_or_one(struct maker *maker,
                                         const struct encoding *encoding,
                                         const struct frame *frame)
{
    if (encoding->field.length) {
        return distinct(maker, encoding, frame);
    }
    struct datum_list one = {0};
    *arena_push(maker->arena, &one) = datum_none();
    return one;
}

static bool make_grid(struct maker *maker, struct model *facet,
                      const struct scale_plans *plans, struct plot_view *view,
                      const struct cell *cell, struct error *error)
{
    const struct frame *frame = cell_select(maker->arena, facet->frame, cell);
    struct datum_list rows = distinct_or_one(maker, &facet->row, frame);
    struct datum_list columns = distinct_or_one(maker, &facet->column, frame);
    for (size_t i = 0; i < rows.count; i++) {
        const struct cell *in_row =
            facet->row.field.length ? narrower(maker->arena, cell, &facet->row, rows.at[i])
                                    : cell;
        for (size_t j = 0; j < columns.count; j++) {
            const struct cell *own =
                facet->column.field.length
                    ? narrower(maker->arena, in_row, &facet->column, columns.at[j])
                    : in_row;
            if (!add_cell(maker, facet, plans, view, own, rows.at[i], columns.at[j],
                          error)) {
                return false;
            }
        }
    }
    return true;
}

/* --- all together
 * --------------------------------------------------------------------------------- */

static bool make_parts(struct maker *maker, struct model *model,
                       const struct scale_plans *plans, struct plot_view *view,
                       const struct cell *cell, struct error *error)
{
    for (size_t i = 0; i < model->children.count; i++) {
        struct plot_view *child =
            instance_make(maker, model->children.at[i], plans, view, cell, error);
        if (!child) {
            return false;
        }
        *arena_push(maker->arena, &view->views) = child;
    }
    return true;
}

struct plot_view *instance_make(struct maker *maker, struct model *model,
                                const struct scale_plans *plans, struct plot_view *parent,
                                const struct cell *cell, struct error *error)
{
    struct plot_view *view = arena_new(maker->arena, struct plot_view);
    view->view = model->view;
    view->parent = parent;
    if (!make_domains(maker, model, plans, cell, error)) {
        return NULL;
    }
    bool is_made;
    if (has_own_area(model)) {
        is_made = fill_area(maker, model, view, cell, error);
    } else if (model->view->kind == VIEW_CONCAT) {
        is_made = make_parts(maker, model, plans, view, cell, error);
    } else if (model->facet.field.length) {
        is_made = make_wrapped(maker, model, plans, view, cell, error);
    } else {
        is_made = make_grid(maker, model, plans, view, cell, error);
    }
    return is_made && guides_make_legends(maker, model, plans, view, error) ? view : NULL;
}
