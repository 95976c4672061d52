/* SPDX-License-Identifier: MIT */
#include "view_size.h"

#include <math.h>

struct scale_plan *view_plan(struct arena *arena, struct model *root,
                             enum channel_name channel)
{
    struct models units = {0};
    model_units(arena, root, &units);
    for (size_t i = 0; i < units.count; i++) {
        if (units.at[i]->encodings[channel].plan) {
            return units.at[i]->encodings[channel].plan;
        }
    }
    return NULL;
}

/* What the view or, in a layer, one of its parts says. */
static const struct extent *extent_given(struct model *root, bool is_width)
{
    const struct extent *own = is_width ? &root->view->width : &root->view->height;
    if (own->kind != EXTENT_UNSET) {
        return own;
    }
    for (size_t i = 0; i < root->children.count; i++) {
        const struct extent *given = extent_given(root->children.at[i], is_width);
        if (given) {
            return given;
        }
    }
    return NULL;
}

static bool is_band(const struct scale_plan *plan)
{
    return plan && (plan->type == SCALE_BAND || plan->type == SCALE_POINT);
}

/* The config's size of discrete scales: a number, or a step. */
static double discrete_size(const struct maker *maker, bool is_width, double *step)
{
    str key = is_width ? S("discreteWidth") : S("discreteHeight");
    const struct node *node = bag_find(&maker->view_config, key);
    *step = bag_number_or(&maker->view_config, S("step"), 20);
    double points = (double)NAN;
    if (node && node->kind == NODE_MAP) {
        struct bag bag = {0};
        bag_add(&bag, node);
        *step = bag_number_or(&bag, S("step"), *step);
    } else {
        bag_number(&maker->view_config, key, &points);
    }
    return points;
}

/* Of nested bands the step is that of the inner ones, unless it says otherwise. */
static double outer_step(struct maker *maker, const struct scale_plan *plan, double step,
                         const struct extent *extent)
{
    enum channel_name offset = channel_offset(plan->channel);
    const struct scale_plan *nested = NULL;
    for (size_t i = 0; i < plan->units.count && !nested; i++) {
        nested = plan->units.at[i]->encodings[offset].plan;
    }
    bool is_for_offset =
        !extent || extent->kind != EXTENT_STEP || extent->step_is_for_offset;
    if (!nested || !nested->domain || !scale_type_is_discrete(nested->type) ||
        !is_for_offset) {
        return step;
    }
    double inner, outer, nested_inner, nested_outer;
    scale_paddings(maker, plan, &inner, &outer);
    scale_paddings(maker, nested, &nested_inner, &nested_outer);
    double count = (double)nested->domain->values->values.count;
    if (nested->type == SCALE_BAND) {
        count = scale_band_space(count, nested_inner, nested_outer);
    }
    return step * count / (1 - inner);
}

static double size_of_bands(struct maker *maker, const struct scale_plan *plan, double step,
                            const struct extent *extent)
{
    double inner, outer;
    scale_paddings(maker, plan, &inner, &outer);
    double count = (double)plan->domain->values->values.count;
    double space = scale_band_space(count, plan->type == SCALE_POINT ? 1 : inner, outer);
    return space * outer_step(maker, plan, step, extent);
}

static bool has_space_of_its_own(struct maker *maker, struct model *root)
{
    struct models units = {0};
    model_units(maker->arena, root, &units);
    for (size_t i = 0; i < units.count; i++) {
        const struct model *unit = units.at[i];
        enum mark_type mark = unit->view->mark;
        if (mark == MARK_ARC || mark == MARK_GEOSHAPE ||
            model_has(unit, CHANNEL_LONGITUDE) || model_has(unit, CHANNEL_LATITUDE)) {
            return true;
        }
    }
    return false;
}

static double size_of(struct maker *maker, struct model *root, bool is_width)
{
    enum channel_name channel = is_width ? CHANNEL_X : CHANNEL_Y;
    double forced = is_width ? maker->width : maker->height;
    if (!isnan(forced)) {
        return forced;
    }
    const struct extent *extent = extent_given(root, is_width);
    const struct scale_plan *plan = view_plan(maker->arena, root, channel);
    double continuous = bag_number_or(
        &maker->view_config, is_width ? S("continuousWidth") : S("continuousHeight"), 300);
    double room = is_width ? maker->options->width : maker->options->height;
    if (extent && extent->kind == EXTENT_POINTS) {
        return extent->points;
    }
    if (extent && extent->kind == EXTENT_CONTAINER) {
        return room > 0 ? room : continuous;
    }
    double step;
    double discrete = discrete_size(maker, is_width, &step);
    if (extent && extent->kind == EXTENT_STEP) {
        step = extent->points;
        discrete = (double)NAN;
    }
    if (is_band(plan)) {
        return isnan(discrete) ? size_of_bands(maker, plan, step, extent) : discrete;
    }
    if (plan || has_space_of_its_own(maker, root)) {
        return continuous;
    }
    return isnan(discrete) ? step : discrete;
}

double view_width(struct maker *maker, struct model *root)
{
    return size_of(maker, root, true);
}

double view_height(struct maker *maker, struct model *root)
{
    return size_of(maker, root, false);
}

bool view_is_stepped(struct maker *maker, struct model *root, enum channel_name channel)
{
    const struct extent *extent = extent_given(root, channel == CHANNEL_X);
    double step;
    double discrete = discrete_size(maker, channel == CHANNEL_X, &step);
    bool is_free = !extent || extent->kind == EXTENT_STEP;
    return is_band(view_plan(maker->arena, root, channel)) && is_free && isnan(discrete);
}
