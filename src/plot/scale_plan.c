/* SPDX-License-Identifier: MIT */
#include "scale_plan.h"

#include "scale_type.h"

/* --- sharing ------------------------------------------------------------------------- */

static bool has_own_place(enum channel_name channel)
{
    return channel_is_position(channel) || channel == CHANNEL_THETA ||
           channel == CHANNEL_RADIUS;
}

bool scale_is_resolved_shared(const struct view *view, enum channel_name channel)
{
    enum resolve_mode mode = view->resolve.scale[channel];
    if (mode != RESOLVE_DEFAULT) {
        return mode == RESOLVE_SHARED;
    }
    switch (view->kind) {
    case VIEW_FACET:
        return channel != CHANNEL_THETA;
    case VIEW_CONCAT:
        return !has_own_place(channel);
    default:
        return true;
    }
}

/* Types that one scale can stand for. */
static bool are_compatible(enum scale_type a, enum scale_type b)
{
    bool is_a_band = a == SCALE_BAND || a == SCALE_POINT;
    bool is_b_band = b == SCALE_BAND || b == SCALE_POINT;
    if (a == b || (is_a_band && is_b_band)) {
        return true;
    }
    bool is_a_time = a == SCALE_TIME || a == SCALE_UTC;
    bool is_b_time = b == SCALE_TIME || b == SCALE_UTC;
    if (is_a_time || is_b_time) {
        return is_a_time && is_b_time;
    }
    return a <= SCALE_IDENTITY && b <= SCALE_IDENTITY; /* numbers */
}

/* Which type wins where neither is given: bands hold points. */
static int precedence(enum scale_type type)
{
    return type == SCALE_BAND ? 11 : type == SCALE_POINT ? 10 : type == SCALE_LOG ? 1 : 0;
}

static void join_type(struct scale_plan *into, const struct scale_plan *other)
{
    bool is_better = other->is_type_given == into->is_type_given
                         ? precedence(other->type) > precedence(into->type)
                         : other->is_type_given;
    if (is_better && !(into->is_type_given && other->is_type_given)) {
        into->type = other->type;
        into->is_type_given = other->is_type_given;
    }
}

/* Makes all units of `other` use `into`. */
static void join_plans(struct maker *maker, struct scale_plan *into,
                       struct scale_plan *other)
{
    join_type(into, other);
    for (size_t i = 0; i < other->units.count; i++) {
        struct model *unit = other->units.at[i];
        unit->encodings[into->channel].plan = into;
        *arena_push(maker->arena, &into->units) = unit;
    }
    other->units.count = 0;
}

/* The plans of a channel that belong to a child of the view, which may be lifted to it. */
static void lift_channel(struct maker *maker, struct model *model,
                         struct scale_plans *plans, enum channel_name channel)
{
    if (!scale_is_resolved_shared(model->view, channel)) {
        return;
    }
    struct scale_plan *shared = NULL;
    for (size_t i = 0; i < plans->count; i++) {
        struct scale_plan *plan = plans->at[i];
        if (plan->channel != channel || plan->owner->parent != model ||
            !plan->units.count) {
            continue;
        }
        if (shared && !are_compatible(shared->type, plan->type)) {
            return; /* each its own, also those lifted so far: they are no less right */
        }
        plan->owner = model;
        if (shared) {
            join_plans(maker, shared, plan);
        } else {
            shared = plan;
        }
    }
}

/* Both scales of a channel that cannot be one stay where they were. */
static bool is_mixed(const struct model *model, const struct scale_plans *plans,
                     enum channel_name channel)
{
    const struct scale_plan *first = NULL;
    for (size_t i = 0; i < plans->count; i++) {
        const struct scale_plan *plan = plans->at[i];
        bool is_child =
            plan->channel == channel && plan->units.count && plan->owner->parent == model;
        if (is_child && first && !are_compatible(first->type, plan->type)) {
            return true;
        }
        first = is_child && !first ? plan : first;
    }
    return false;
}

static void lift(struct maker *maker, struct model *model, struct scale_plans *plans)
{
    for (size_t i = 0; i < model->children.count; i++) {
        lift(maker, model->children.at[i], plans);
    }
    for (size_t i = 0; model->children.count && i < CHANNEL_COUNT; i++) {
        if (!is_mixed(model, plans, (enum channel_name)i)) {
            lift_channel(maker, model, plans, (enum channel_name)i);
        }
    }
}

/* --- plans of units ------------------------------------------------------------------ */

static bool has_scale(const struct model *unit, enum channel_name name)
{
    static const enum channel_name without[] = {
        CHANNEL_X2,        CHANNEL_Y2,       CHANNEL_THETA2,     CHANNEL_RADIUS2,
        CHANNEL_LONGITUDE, CHANNEL_LATITUDE, CHANNEL_LONGITUDE2, CHANNEL_LATITUDE2,
        CHANNEL_TEXT,      CHANNEL_ORDER,    CHANNEL_DETAIL,
    };
    for (size_t i = 0; i < COUNT_OF(without); i++) {
        if (name == without[i]) {
            return false;
        }
    }
    const struct channel *def = unit->encodings[name].def;
    bool is_geometry = name == CHANNEL_SHAPE && def && def->type == TYPE_GEOJSON;
    return def && !def->has_no_scale && !is_geometry;
}

static bool plan_unit(struct maker *maker, struct model *unit, struct scale_plans *plans,
                      struct error *error)
{
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        enum channel_name name = (enum channel_name)i;
        if (!has_scale(unit, name)) {
            continue;
        }
        struct scale_plan *plan = arena_new(maker->arena, struct scale_plan);
        plan->channel = name;
        plan->owner = unit;
        if (!scale_type_for(unit, name, &plan->type, &plan->is_type_given, error)) {
            return false;
        }
        *arena_push(maker->arena, &plan->units) = unit;
        unit->encodings[name].plan = plan;
        *arena_push(maker->arena, plans) = plan;
    }
    return true;
}

bool scale_plans_make(struct maker *maker, struct model *root, struct scale_plans *plans,
                      struct error *error)
{
    struct models units = {0};
    model_units(maker->arena, root, &units);
    for (size_t i = 0; i < units.count; i++) {
        if (!plan_unit(maker, units.at[i], plans, error)) {
            return false;
        }
    }
    lift(maker, root, plans);
    return true;
}

/* --- questions ----------------------------------------------------------------------- */

const struct channel *plan_def(const struct scale_plan *plan, size_t unit)
{
    return plan->units.at[unit]->encodings[plan->channel].def;
}

const struct node *plan_find(const struct scale_plan *plan, str key)
{
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct node *scale = plan_def(plan, i)->scale;
        const struct node *found =
            scale && scale->kind == NODE_MAP ? node_find(scale, key) : NULL;
        if (found) {
            return found;
        }
    }
    return NULL;
}

/* A bag of what the units give, the first unit first. */
static struct bag plan_bag(const struct scale_plan *plan, str key)
{
    struct bag bag = {0};
    for (size_t i = 0; i < plan->units.count && !bag.count; i++) {
        const struct node *scale = plan_def(plan, i)->scale;
        if (scale && scale->kind == NODE_MAP && node_find(scale, key)) {
            bag_add(&bag, scale);
        }
    }
    return bag;
}

bool plan_number(const struct scale_plan *plan, str key, double *out)
{
    struct bag bag = plan_bag(plan, key);
    return bag_number(&bag, key, out);
}

bool plan_flag(const struct scale_plan *plan, str key, bool *out)
{
    struct bag bag = plan_bag(plan, key);
    return bag_flag(&bag, key, out);
}

bool plan_text(const struct scale_plan *plan, str key, str *out)
{
    struct bag bag = plan_bag(plan, key);
    return bag_text(&bag, key, out);
}

bool plan_has_offset(const struct scale_plan *plan)
{
    enum channel_name offset = channel_offset(plan->channel);
    for (size_t i = 0; offset != CHANNEL_COUNT && i < plan->units.count; i++) {
        if (model_has(plan->units.at[i], offset)) {
            return true;
        }
    }
    return false;
}
