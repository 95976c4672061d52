/* SPDX-License-Identifier: MIT */
#include "base/compiler.h"
#include "grammar/group.h"
#include "regression.h"
#include "sampling.h"
#include "transform_internal.h"

#include <math.h>

struct regressing {
    str x, y, as_x, as_y;
    struct str_list groupby;
    enum regression_method method;
    double order, low, high;
    bool has_extent, gives_parameters;
};

static bool read_fields(const struct transform *transform, struct regressing *regressing)
{
    if (!transform_field(transform, &regressing->y) ||
        !argument_required(transform->node, S("on"), &regressing->x, transform->error) ||
        !transform_groupby(transform, &regressing->groupby)) {
        return false;
    }
    regressing->as_x = regressing->x;
    regressing->as_y = regressing->y;
    return transform_as(transform, &regressing->as_x, &regressing->as_y);
}

static bool read_regressing(const struct transform *transform,
                            struct regressing *regressing)
{
    static const str methods[] = {{"constant", 8}, {"linear", 6}, {"log", 3}, {"exp", 3},
                                  {"pow", 3},      {"quad", 4},   {"poly", 4}};
    const struct node *map = transform->node;
    struct error *error = transform->error;
    const struct node *method = argument_find(map, S("method"));
    size_t choice = REGRESSION_LINEAR;
    regressing->order = 3.0;
    if (!read_fields(transform, regressing) ||
        (method && !node_choice(method, methods, COUNT_OF(methods), &choice, error)) ||
        !argument_number(map, S("order"), &regressing->order, error) ||
        !argument_flag(map, S("params"), &regressing->gives_parameters, error) ||
        !argument_range(transform->arena, map, S("extent"), &regressing->low,
                        &regressing->high, &regressing->has_extent, error)) {
        return false;
    }
    regressing->method = (enum regression_method)choice;
    bool is_known = regressing->order >= 0.0 && regressing->order <= REGRESSION_ORDER_MAX;
    return is_known ||
           node_error(argument_find(map, S("order")), error,
                      "the \"order\" of a polynomial is 0 to %d", REGRESSION_ORDER_MAX);
}

static double least_of(const double *numbers, size_t count, double sign)
{
    double found = numbers[0];
    for (size_t i = 1; i < count; i++) {
        found = (numbers[i] - found) * sign < 0.0 ? numbers[i] : found;
    }
    return found;
}

/* A line by its two ends, anything else by points along the curve. */
static void add_curve(const struct transform *transform,
                      const struct regressing *regressing,
                      const struct regression *regression, struct points points,
                      size_t group, struct made_rows *made)
{
    bool is_usable = regressing->has_extent &&
                     (regressing->method != REGRESSION_LOG || regressing->low > 0.0);
    double low = is_usable ? regressing->low : least_of(points.x, points.count, 1.0);
    double high = is_usable ? regressing->high : least_of(points.x, points.count, -1.0);
    bool is_straight = regressing->method == REGRESSION_LINEAR ||
                       regressing->method == REGRESSION_CONSTANT;
    if (is_straight) {
        *arena_push(transform->arena, made) =
            (struct made_row){group, low, regression_at(regression, low)};
        *arena_push(transform->arena, made) =
            (struct made_row){group, high, regression_at(regression, high)};
        return;
    }
    struct sampling_points curve =
        sampling_curve(transform->arena, regression_at, regression, low, high, 25, 200);
    for (size_t i = 0; i < curve.count; i++) {
        *arena_push(transform->arena, made) =
            (struct made_row){group, curve.at[i].x, curve.at[i].y};
    }
}

/* The curves themselves, in numbers: fields `keys`, `coef` and `rSquared`. */
struct fits {
    struct fit {
        size_t group;
        struct regression regression;
        double r_squared;
    } * at;
    size_t count, capacity;
};

static const struct frame *parameter_frame(const struct transform *transform,
                                           const struct regressing *regressing,
                                           const struct groups *groups,
                                           const struct fits *fits)
{
    struct arena *arena = transform->arena;
    struct frame *frame = frame_new(arena, fits->count);
    struct datum *keys = frame_add(arena, frame, S("keys"));
    struct datum *coefficients = frame_add(arena, frame, S("coef"));
    struct datum *r_squared = frame_add(arena, frame, S("rSquared"));
    for (size_t row = 0; row < fits->count; row++) {
        double numbers[REGRESSION_ORDER_MAX + 1];
        struct datum_list *of_keys = arena_new(arena, struct datum_list);
        struct datum_list *list = arena_new(arena, struct datum_list);
        size_t count = regression_coefficients(&fits->at[row].regression, numbers);
        for (size_t i = 0; i < count; i++) {
            *arena_push(arena, list) = datum_number(numbers[i]);
        }
        for (size_t i = 0; i < regressing->groupby.count; i++) {
            const struct datum *column =
                frame_column(arena, transform->frame, regressing->groupby.at[i]);
            *arena_push(arena, of_keys) = column[group_row(groups, fits->at[row].group, 0)];
        }
        keys[row] = datum_list_of(of_keys);
        coefficients[row] = datum_list_of(list);
        r_squared[row] = datum_number(fits->at[row].r_squared);
    }
    return frame;
}

/* How many points a curve goes through whatever they are. */
static size_t freedom(const struct regressing *regressing)
{
    return regressing->method == REGRESSION_POLY   ? (size_t)regressing->order
           : regressing->method == REGRESSION_QUAD ? 2
                                                   : 1;
}

const struct frame *transform_regression(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct regressing regressing = {.order = 3.0};
    struct made_rows made = {NULL, 0, 0};
    struct fits fits = {NULL, 0, 0};
    if (!read_regressing(transform, &regressing)) {
        return NULL;
    }
    struct groups groups = group_rows(arena, transform->frame, regressing.groupby.at,
                                      regressing.groupby.count);
    const struct datum *x = frame_column(arena, transform->frame, regressing.x);
    const struct datum *y = frame_column(arena, transform->frame, regressing.y);
    for (size_t group = 0; group < groups.count; group++) {
        struct points points = transform_points(
            arena, x, y, groups.rows + groups.starts[group], group_size(&groups, group));
        if (group_size(&groups, group) <= freedom(&regressing) || !points.count) {
            continue;
        }
        struct fit *fit = arena_push(arena, &fits);
        fit->group = group;
        fit->regression =
            regression_fit(regressing.method, (size_t)regressing.order, points);
        fit->r_squared = regression_r_squared(&fit->regression, points);
        add_curve(transform, &regressing, &fit->regression, points, group, &made);
    }
    if (regressing.gives_parameters) {
        return parameter_frame(transform, &regressing, &groups, &fits);
    }
    return transform_made_frame(transform, &groups, &regressing.groupby, &made,
                                regressing.as_x, regressing.as_y);
}
