/* SPDX-License-Identifier: MIT */
#include "guides.h"

#include "axis.h"
#include "legend.h"

static const struct channel *def_of(const struct scale_plan *plan, const struct model *unit)
{
    const struct encoding *encoding = &unit->encodings[plan->channel];
    return encoding->plan == plan ? encoding->def : NULL;
}

struct bag guides_bag(const struct scale_plan *plan, const struct models *units)
{
    struct bag bag = {0};
    for (size_t i = 0; i < units->count && bag.count < 8; i++) {
        const struct channel *def = def_of(plan, units->at[i]);
        if (def && def->guide && def->guide->kind == NODE_MAP) {
            bag_add(&bag, def->guide);
        }
    }
    return bag;
}

bool guides_are_disabled(const struct scale_plan *plan, const struct models *units,
                         const struct bag *config)
{
    for (size_t i = 0; i < units->count; i++) {
        const struct channel *def = def_of(plan, units->at[i]);
        if (def && def->has_no_guide) {
            return true;
        }
        if (def && def->guide) {
            return false;
        }
    }
    return bag_flag_or(config, S("disable"), false);
}

/* --- titles
 * --------------------------------------------------------------------------------- */

static void add_unique(struct arena *arena, struct str_list *list, str text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(list->at[i], text)) {
            return;
        }
    }
    if (text.length) {
        *arena_push(arena, list) = text;
    }
}

/* "low, high" */
static struct str_list joined(struct arena *arena, const struct str_list *titles)
{
    struct str_list line = {0};
    if (titles->count) {
        *arena_push(arena, &line) = str_join(arena, titles->at, titles->count, S(", "));
    }
    return line;
}

/* Titles that are given: one of several lines stays as it is. */
static struct str_list given_title(struct maker *maker, const struct scale_plan *plan,
                                   const struct models *units, bool *is_given)
{
    struct str_list lines = {0}, several = {0};
    for (size_t i = 0; i < units->count; i++) {
        const struct channel *def = def_of(plan, units->at[i]);
        *is_given = *is_given || (def && (def->has_title || def->has_no_title));
        if (def && def->has_title) {
            add_unique(maker->arena, &lines,
                       str_join(maker->arena, def->title.at, def->title.count, S("\n")));
            several = def->title;
        }
    }
    return lines.count == 1 ? several : joined(maker->arena, &lines);
}

struct str_list guides_title(struct maker *maker, const struct scale_plan *plan,
                             const struct models *units, bool *is_given)
{
    *is_given = false;
    struct str_list given = given_title(maker, plan, units, is_given);
    if (*is_given) {
        return given;
    }
    struct str_list names = {0};
    for (size_t i = 0; i < units->count; i++) {
        const struct model *unit = units->at[i];
        const struct channel *def = def_of(plan, unit);
        if (!def) {
            continue;
        }
        add_unique(maker->arena, &names,
                   view_channel_title(maker->arena, maker->specification, def));
        enum channel_name second = channel_second(plan->channel);
        const struct channel *other =
            second == CHANNEL_COUNT ? NULL : unit->encodings[second].def;
        if (other && other->source == CHANNEL_FIELD) {
            str title = other->has_title && other->title.count
                            ? other->title.at[0]
                            : view_channel_title(maker->arena, maker->specification, other);
            add_unique(maker->arena, &names, title);
        }
    }
    return joined(maker->arena, &names);
}

/* --- axes
 * ----------------------------------------------------------------------------------- */

/* Whether the axis is drawn once at the edge of the facet that the view is a cell of. */
static bool is_lifted(const struct model *root, const struct scale_plan *plan)
{
    const struct model *facet = root->parent;
    if (!facet || facet->view->kind != VIEW_FACET) {
        return false;
    }
    enum resolve_mode mode = facet->view->resolve.guide[plan->channel];
    bool is_shared_scale = plan->owner != root && plan->owner->parent != root;
    for (const struct model *at = plan->owner; at; at = at->parent) {
        is_shared_scale = is_shared_scale && at != root;
    }
    return is_shared_scale && mode != RESOLVE_INDEPENDENT;
}

static bool has_axis_on(const struct guides *guides, enum guide_side side,
                        enum channel_name channel)
{
    for (size_t i = 0; i < guides->count; i++) {
        if (guides->at[i]->kind == GUIDE_AXIS && guides->at[i]->side == side &&
            guides->at[i]->channel == channel) {
            return true;
        }
    }
    return false;
}

static size_t axis_count(const struct guides *guides, enum channel_name channel)
{
    size_t count = 0;
    for (size_t i = 0; i < guides->count; i++) {
        count += guides->at[i]->kind == GUIDE_AXIS && guides->at[i]->channel == channel;
    }
    return count;
}

/* One axis for those of the units that share a scale; the second of two stands opposite. */
static bool add_axis(struct maker *maker, const struct model *root,
                     const struct scale_plan *plan, const struct models *users,
                     struct plot_view *view, struct error *error)
{
    struct axis_request request = {
        .plan = plan,
        .units = users,
        .scale = plan->scale,
        .width = view->area.width,
        .height = view->area.height,
        .cross = view->scales[plan->channel == CHANNEL_X ? CHANNEL_Y : CHANNEL_X],
        .is_second = axis_count(&view->guides, plan->channel) > 0,
    };
    enum guide_side side = plan->channel == CHANNEL_X ? SIDE_BOTTOM : SIDE_LEFT;
    request.is_opposite =
        request.is_second &&
        has_axis_on(&view->guides, axis_side(maker, &request, side), plan->channel);
    struct guide *guide = axis_make(maker, &request, error);
    if (guide) {
        guide->is_lifted = is_lifted(root, plan);
        *arena_push(maker->arena, &view->guides) = guide;
    }
    return !error->kind;
}

static bool is_axis_shared(const struct model *root, enum channel_name channel)
{
    return root->view->resolve.guide[channel] != RESOLVE_INDEPENDENT;
}

bool guides_make_axes(struct maker *maker, const struct model *root,
                      const struct models *units, struct plot_view *view,
                      struct error *error)
{
    static const enum channel_name channels[] = {CHANNEL_X, CHANNEL_Y};
    for (size_t c = 0; c < COUNT_OF(channels); c++) {
        struct scale_plan *done[64];
        size_t done_count = 0;
        for (size_t i = 0; i < units->count; i++) {
            struct scale_plan *plan = units->at[i]->encodings[channels[c]].plan;
            bool is_new = plan != NULL;
            bool is_shared = is_axis_shared(root, channels[c]);
            for (size_t j = 0; j < done_count && is_shared; j++) {
                is_new = is_new && done[j] != plan;
            }
            if (!is_new || done_count == COUNT_OF(done)) {
                continue;
            }
            done[done_count++] = plan;
            struct models one = {&units->at[i], 1, 1};
            if (!add_axis(maker, root, plan, is_shared ? units : &one, view, error)) {
                return false;
            }
        }
    }
    return true;
}

/* --- legends
 * -------------------------------------------------------------------------------- */

bool guides_make_legends(struct maker *maker, const struct model *model,
                         const struct scale_plans *plans, struct plot_view *view,
                         struct error *error)
{
    static const enum channel_name channels[] = {
        CHANNEL_COLOR,          CHANNEL_FILL,    CHANNEL_STROKE,
        CHANNEL_STROKE_WIDTH,   CHANNEL_SIZE,    CHANNEL_SHAPE,
        CHANNEL_STROKE_DASH,    CHANNEL_OPACITY, CHANNEL_FILL_OPACITY,
        CHANNEL_STROKE_OPACITY, CHANNEL_ANGLE,
    };
    struct legend_requests requests = {0};
    bool has_area = view->area.width > 0;
    for (size_t c = 0; c < COUNT_OF(channels); c++) {
        for (size_t i = 0; i < plans->count; i++) {
            const struct scale_plan *plan = plans->at[i];
            bool is_own = plan->owner == model;
            for (const struct model *at = plan->owner; at && has_area; at = at->parent) {
                is_own = is_own || at == model;
            }
            if (is_own && plan->channel == channels[c] && plan->units.count &&
                plan->scale) {
                legend_request_add(maker, &requests, plan);
            }
        }
    }
    for (size_t i = 0; i < requests.count; i++) {
        struct guide *guide = legend_make(maker, &requests.at[i], view, error);
        if (!guide) {
            return false;
        }
        *arena_push(maker->arena, &view->guides) = guide;
    }
    return true;
}
